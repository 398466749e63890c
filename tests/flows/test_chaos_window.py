"""Killed at the window: the words are back, nothing is half there, nothing lies open (Shows 6)."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from db.appeals.intake import Register
from db.appeals.ledger import ledger_count
from db.appeals.rows import LedgerFilter
from db.core import backup, trail
from db.exchange.importing import import_file
from tests.appeals.test_flow import intake
from tests.conftest import Center
from tests.flows.conftest import Sit
from tests.flows.typist import FACTS, MARK, PHONE, REQUESTS
from tests.support.letters import write_ledger

ROOT = Path(__file__).parents[2]
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
pytestmark = pytest.mark.chaos


class Typist:
    """The other process."""

    def __init__(self, center: Center, *task: str) -> None:
        self.home = center.path.parent / "home"
        self.temp = center.path.parent / "temp"
        self.temp.mkdir()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.flows.typist", str(center.path), str(self.home), *task],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_LOGGING_RULES": "*=false",
                "TMPDIR": str(self.temp),
                "SQLITE_TMPDIR": str(self.temp),
            },
        )

    def lines(self) -> Iterator[str]:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            yield line.strip()

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


def nothing_readable(folder: Path) -> int:
    """No file holds a planted word in any way of writing; return how many were read."""
    read = 0
    for path in folder.rglob("*"):
        if not path.is_file():
            continue
        content = path.read_bytes()
        read += 1
        for word in (MARK, MARK[:4] + "标记", REQUESTS[:6], PHONE):
            for encoding in ENCODINGS:
                assert word.encode(encoding) not in content, (path.name, word, encoding)
    return read


def test_half_a_form_is_back_word_for_word(sit: Sit, center: Center) -> None:
    key = center.key()
    center.gate("clerk").write(Register(intake(facts=f"事实{MARK}")))
    typist = Typist(center, "form")
    assert next(typist.lines()) == "typed"
    time.sleep(3.2)
    typist.kill()
    clerk = sit("clerk")
    page: Any = clerk.page("intake")
    clerk.until(lambda: bool(page._form.typed()), "the draft")
    values = page._form.values()
    assert values["person_name"] == f"江澄{MARK[:4]}"
    assert (values["facts"], values["requests"]) == (FACTS, REQUESTS)
    assert values["phone"].replace(" ", "") == PHONE
    assert page._strip.value() == "county_managed"
    made = backup.backup(center.path, key, clock=center.clock)
    backup.copy_to(made.folder, center.path.parent / "away")
    assert nothing_readable(center.path.parent) > 6
    (center.path.parent / "open.txt").write_text(FACTS, encoding="gb18030")
    with pytest.raises(AssertionError, match=r"open\.txt"):
        nothing_readable(center.path.parent)
    assert (typist.home / "logs" / "zhengming.log").exists()


def test_half_an_import_is_none(
    sit: Sit, center: Center, qapp: QApplication, tmp_path: Path
) -> None:
    file = write_ledger(tmp_path / "letters.csv", 2500)
    typist = Typist(center, "import", str(file))
    told = []
    for line in typist.lines():
        told.append(line)
        if line.startswith("writing") and int(line.split()[1]) >= 1000:
            break
    typist.kill()
    assert told
    gate = center.gate("manager")
    every = partial(ledger_count, wanted=LedgerFilter())
    assert gate.read(every) == 0
    manager = sit("manager")
    page: Any = manager.page("ledger")
    manager.settle()
    assert page._model.rowCount() == 0
    check = gate.read(lambda r: trail.verify(r.session))
    assert check.broken_at is None
    again = import_file(gate, file)
    assert (again.imported, again.repeated) == (2500, ())
    assert gate.read(every) == 2500


def test_a_restored_backup_holds_the_same(sit: Sit, center: Center, tmp_path: Path) -> None:
    for _ in range(3):
        center.gate("clerk").write(Register(intake(facts=f"事实{MARK}")))
    manager = sit("manager")
    manager.command("back_up")
    manager.until(lambda: bool(backup.backups(center.path)), "the backup")
    manager.settle()
    (made,) = backup.backups(center.path)
    held = backup.verify(made.folder, center.key())
    restored = backup.restore(made.folder, tmp_path / "restored" / "center.zm")
    there = backup.held_by(restored, center.key())
    assert there == held
    assert there.head
    assert dict(there.counts)["appeal"] == 3
    other = Center(restored)
    try:
        head = other.gate("auditor").read(lambda r: trail.verify(r.session))
        assert (head.broken_at, head.entries >= held.entries) == (None, True)
        assert other.gate("manager").read(partial(ledger_count, wanted=LedgerFilter())) == 3
    finally:
        other.close()
    assert nothing_readable(tmp_path) > 3
