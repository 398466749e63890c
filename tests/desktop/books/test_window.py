"""Books in the whole window: the rail, the keys, the palette, tabs of entries, the workbench."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

import desktop.books.names as names
import desktop.pages as pages
from db.books.commands import Take
from db.core.tx import Behalf
from desktop.app import Desk
from desktop.books.card_page import EntryCardPage
from desktop.books.list_page import BooksPage
from desktop.main_window import MainWindow
from desktop.office.workbench_page import WorkbenchPage
from desktop.pages import books_page, case_of
from desktop.settings import Settings
from tests.conftest import PASSWORD, Center
from tests.desktop.books.kit import BOOK, CHILD, dialog_of, lent, loan
from tests.desktop.clarification.desk import words

Open = Callable[[str], MainWindow]


class NoQuit:
    def quit(self) -> None:
        """The window's end does not end the test's application."""


@pytest.fixture
def window(
    qapp: QApplication, qtbot: Any, center: Center, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Log in to the program with a page of the invented books in its rail."""
    page = books_page("trial", "Special", "Loans", "copy", BOOK, CHILD)
    known = (*pages.PAGES, page)
    monkeypatch.setattr(pages, "PAGES", known)
    monkeypatch.setattr(names, "PAGES", known)
    settings = Settings()
    settings["language"] = "en"
    seat = Desk(qapp, home=tmp_path / "home", clock=center.clock, settings=settings)
    crashes: list[str] = []
    seat.crashes.crashed.disconnect()
    seat.crashes.crashed.connect(crashes.append)
    seat.app = NoQuit()
    seat.show_login(center.path)

    def enter(login: str) -> MainWindow:
        seat.login.form.fill(login, PASSWORD)
        seat.login.form.button.click()
        qtbot.waitUntil(lambda: seat.window is not None, timeout=20_000)
        settle(qtbot, seat.window)
        return seat.window

    yield enter
    # While the invented words still stand: the cards speak once more.
    seat.appearance.language.choose("en")
    QApplication.processEvents()
    if seat.window is not None:
        settle(qtbot, seat.window)
    seat.end()
    if seat.login is not None:
        seat.login.deleteLater()
    seat.deleteLater()
    assert crashes == []


def settle(qtbot: Any, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.session.store.is_idle, timeout=20_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: window.session.store.is_idle, timeout=20_000)


def test_rail_ctrl_n_and_palette_know_the_book(qtbot, center, window) -> None:
    loan(center)
    shown = window("clerk")
    qtbot.waitUntil(lambda: shown._counts.get("trial") == (1, 0))
    found = {entry.key: entry for entry in shown._opening_entries()}
    entry = found[f"open:trial:{BOOK}:enter"]
    assert (entry.text, entry.note) == ("Enter a loan", "Loans")
    shown._on_palette_chosen(entry.key)
    settle(qtbot, shown)
    page = shown._stack.currentWidget()
    assert isinstance(page, BooksPage)
    assert page._head.title.text() == "Loans"
    dialog = dialog_of(page)
    assert dialog.windowTitle() == "Loans: Enter a loan"
    dialog.reject()
    shown.actions_by_key["register"].trigger()
    settle(qtbot, shown)
    dialog = dialog_of(page)
    assert dialog.windowTitle() == "Loans: Enter a loan"
    dialog.reject()
    shown.open_page("ledger")
    shown.actions_by_key["register"].trigger()
    settle(qtbot, shown)
    assert shown._open_key == "intake"


def test_an_entry_opens_in_a_tab_as_a_recent_case_and_speaks_both_languages(
    qtbot, center, window
) -> None:
    made = loan(center)
    shown = window("clerk")
    shown.open_page("trial")
    page = shown._stack.currentWidget()
    shown.open_case(BOOK, made)
    settle(qtbot, shown)
    card = shown._stack.currentWidget()
    assert isinstance(card, EntryCardPage)
    assert shown.tabs.tabText(1) == "借〔2026〕1号 档案盒"
    recent = [(entry.text, entry.note) for entry in shown._recent_entries()]
    assert recent == [("借〔2026〕1号 档案盒", "Loans")]
    assert case_of(CHILD) is not None
    assert case_of("nothing") is None
    assert "Borrower" in words(card)
    shown.appearance.choose_language("zh_CN")
    settle(qtbot, shown)
    assert "借用人" in words(card)
    assert "Borrower" not in words(card)
    shown.open_page("trial")
    settle(qtbot, shown)
    heads = [column.title for column in page.table.columns_header.columns]
    assert heads[2:4] == ["借用物品", "借用人"]


def test_what_was_left_and_what_was_typed_from_paper_stand_on_the_workbench(
    qtbot, center, window
) -> None:
    made = lent(center)
    paper = Behalf("何俊贤", "人事科科长", "借字3号", date(2026, 3, 1))
    center.gate("clerk2").write(
        Take(BOOK, made, "take_back", {"returned_on": date(2026, 3, 2)}, behalf=paper)
    )
    shown = window("clerk")
    shown.open_page("trial")
    settle(qtbot, shown)
    page = shown._stack.currentWidget()
    page.begin_new()
    dialog = dialog_of(page)
    dialog.field("subject").editor.set_value("写到一半")
    dialog.reject()
    settle(qtbot, shown)
    shown.open_page("workbench")
    settle(qtbot, shown)
    bench = shown._stack.currentWidget()
    assert isinstance(bench, WorkbenchPage)
    lines = [line for line in bench.papers.lines if line.key.startswith(BOOK)]
    assert [line.lead.word for line in lines] == ["Take back"]
    assert "2026-1 档案盒" in lines[0].text
    draft = bench.drafts.lines[0]
    assert draft.text == "Loans: Enter a loan"
    bench._go_on_draft(0)
    settle(qtbot, shown)
    again = dialog_of(shown._stack.currentWidget())
    settle(qtbot, shown)
    assert again.field("subject").editor.value() == "写到一半"
    again.reject()
