"""Somebody at the real window in a process of his own, so that it can be killed.

    python -m tests.flows.typist STORE HOME form|import [FILE]

Says in lines what he has done so far, then goes on doing nothing until he is killed.
"""

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import desktop.exchange.work as work
from desktop.logs import start
from desktop.settings import Settings
from tests.conftest import Center
from tests.flows.window import KEY, Person

MARK = "机密标记零零七暗语"
REQUESTS = f"核实并补发补贴{MARK}"
FACTS = f"本人在乡镇工作八年，补贴自去年起未发。\n第二行：{MARK}，还没有写完的一句"
PHONE = "13812345678"


class Patience:
    """Waits in the event loop, as a test's bot does."""

    def wait(self, milliseconds: int) -> None:
        """Let the window work."""
        QTest.qWait(milliseconds)

    def waitUntil(self, test: Callable[[], bool], timeout: int = 5000) -> None:
        """Let the window work until something has come about."""
        end = time.monotonic() + timeout / 1000
        while not test():
            if time.monotonic() > end:
                raise TimeoutError
            QTest.qWait(5)


def say(words: str) -> None:
    """Tell the one who waits."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def half_a_form(clerk: Person) -> None:
    """Type half of 诉求登记."""
    clerk.page("intake")
    clerk.press(KEY.Key_Return)
    clerk.go("person_name")
    clerk.type(f"江澄{MARK[:4]}")
    clerk.fill(phone=PHONE, requests=REQUESTS, facts=FACTS)
    say("typed")


def half_an_import(manager: Person, file: Path) -> None:
    """Begin to bring a ledger in; what it writes goes out line by line."""
    plain = work.import_file

    def slow(gate: Any, path: Path, *, progress: Any, **kept: Any) -> Any:
        def tell(doing: str, done: int, whole: int) -> None:
            if not kept.get("dry_run"):
                say(f"{doing} {done}")
            progress(doing, done, whole)

        return plain(gate, path, progress=tell, **kept)

    work.import_file = slow  # type: ignore[assignment]
    choose_files(manager, file)
    page = manager.window._stack.currentWidget()
    manager.tab_to(lambda w: w is page.bring_in, "bring in")
    manager.press(KEY.Key_Space)


def choose_files(manager: Person, file: Path) -> None:
    """Choose a file on the page 台账导入 by typing its path."""
    page = manager.page("import")
    manager.tab_to(lambda w: w is page.choose, "choose files")
    manager.press(KEY.Key_Space)
    manager.name_file(file)
    manager.until(page.bring_in.isEnabled, "the file was looked at")


def main() -> None:
    """Do half of something and wait for the end."""
    store, home, task = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    app = QApplication(sys.argv[:1])
    start(home / "logs")
    login = "clerk" if task == "form" else "manager"
    seated = partial(Person, Patience(), Center(store), login)
    person = seated(settings=Settings(home / "settings.json"))
    if task == "form":
        half_a_form(person)
    else:
        half_an_import(person, Path(sys.argv[4]))
    app.exec()


if __name__ == "__main__":
    main()
