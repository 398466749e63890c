"""A whole desk on the small center: login window, main window, all threads real."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Desk
from desktop.main_window import MainWindow
from desktop.settings import Settings
from resources.i18n import compile as translations

PASSWORD = "correct horse"


@pytest.fixture(scope="session")
def chinese() -> None:
    """Compile the Chinese window as `tasks.py` does, so that its words can be read."""
    collected = translations.collect_from_tree()
    known, _faults = translations.read_tables()
    translations.release(translations.ts_text(collected.places, known), translations.QM_FILE)


@pytest.fixture
def desk(qapp: QApplication, center, tmp_path: Path) -> Iterator[Desk]:
    """The program before anybody has logged in, in English."""
    settings = Settings()
    settings["language"] = "en"
    made = Desk(qapp, home=tmp_path / "home", clock=center.clock, settings=settings)
    crashes: list[str] = []
    made.crashes.crashed.disconnect()
    made.crashes.crashed.connect(crashes.append)
    # The window's end must not end the test's application.
    made.app = NoQuit()
    made.show_login(center.path)
    yield made
    made.end()
    if made.login is not None:
        made.login.deleteLater()
    made.appearance.language.choose("en")
    made.deleteLater()
    assert crashes == []


class NoQuit:
    def quit(self) -> None:
        """Stay."""


@pytest.fixture
def log_in(desk: Desk, qtbot: QtBot) -> Callable[[str], MainWindow]:
    """Log in by the form and return the window, all reads answered."""

    def enter(login: str) -> MainWindow:
        assert desk.login is not None
        desk.login.form.fill(login, PASSWORD)
        desk.login.form.button.click()
        qtbot.waitUntil(lambda: desk.window is not None, timeout=20_000)
        window = desk.window
        assert window is not None
        settle(qtbot, window)
        return window

    return enter


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the store of a window has answered everything."""
    store = window.session.store
    if store is not None:
        qtbot.waitUntil(lambda: store.is_idle, timeout=20_000)
