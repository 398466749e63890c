"""容错纠错 in the window: its tabs, its greyed button, its forms by keys, its papers."""

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLabel

from db.books.queries import entry_rows
from db.books.rows import EntryFilter
from db.core.permissions import Role
from db.documents.filling import office
from db.shelves import book as book_of
from desktop.books.card_page import EntryCardPage
from desktop.books.list_page import BooksPage
from desktop.books.papers import draw_paper
from desktop.books.register import RegisterRows, draw_register
from desktop.books.words import PaperWords
from desktop.pages import PAGES, pages_for
from tests.conftest import Center
from tests.tolerance.cases import (
    CASE,
    CORRECTION,
    FILING,
    a_filing,
    add_correction,
    answers,
    row,
    to_communicated,
    to_consulting,
    to_verifying,
)

BOOKS = next(page.books for page in PAGES if page.key == "tolerance")


def card(desk: Any, login: str, entry_id: int, book: str = CASE) -> Any:
    seat = desk(login)
    seat.open(EntryCardPage(seat.store, seat.shell, entry_id, None, book=book))
    return seat


def test_the_page_has_its_five_tabs_and_stands_only_in_the_rails_of_those_who_read_it(
    desk: Any, center: Center
) -> None:
    assert BOOKS == (
        "error_tolerance",
        "tolerance_correction",
        "risk_filing",
        "tolerance_list",
        "tolerance_example",
    )
    for login in ("clerk", "organization", "discipline_leader", "manager"):
        assert "tolerance" in {page.key for page in pages_for(center.gate(login).actor)}
    for login in ("hr", "petition_leader", "secadmin", "auditor"):
        assert "tolerance" not in {page.key for page in pages_for(center.gate(login).actor)}
    assert center.gate("clerk").actor.role is Role.CLERK
    seat = desk("clerk")
    seat.shell.labels.chinese = True
    page = BooksPage(seat.store, seat.shell, None, books=BOOKS, key="tolerance")
    seat.open(page)
    assert [tab.label for tab in page._tabs._tabs] == [
        "容错申请",
        "纠错台账",
        "风险备案",
        "清单管理",
        "案例汇编",
    ]


def test_3_7_a_hit_of_the_negative_list_greys_the_button_and_says_why(
    desk: Any, center: Center
) -> None:
    case_id = to_consulting(center.gate, "yes")
    seat = card(desk, "organization", case_id)
    button = seat.move_button("determine")
    assert not button.isEnabled()
    said = " ".join(label.text() for label in seat.page.findChildren(QLabel))
    assert "negative list: it cannot be tolerated" in said
    assert "determine_not_tolerated" in seat.moves()


def test_questions_are_answered_by_keys_and_a_blank_keeps_the_form(
    desk: Any, center: Center
) -> None:
    case_id = to_verifying(center.gate)
    seat = card(desk, "organization", case_id)
    dialog = seat.press("verify")
    told = answers()
    told.pop("distinction_good_faith_development_text")
    seat.fill(dialog, **told)
    seat.send(dialog)
    assert dialog.isVisible()
    seat.fill(dialog, distinction_good_faith_development_text="为推动工作。")
    seat.send(dialog)
    found = row(center.gate, CASE, case_id, "organization").values
    assert found["distinction_good_faith_development_text"] == "为推动工作。"
    assert seat.move_button("consult").isEnabled()


def test_papers_say_what_the_case_says_and_the_ledger_lies_across(
    desk: Any, center: Center
) -> None:
    gate = center.gate
    filing = a_filing(gate)
    center.clock.advance(days=14)
    case_id = to_communicated(
        gate,
        "mitigated",
        filing_id=filing,
        known_on=date(2026, 3, 12),
        acted_on=date(2026, 3, 10),
    )
    correction = add_correction(gate, case_id)
    seat = card(desk, "manager", case_id)
    pen = PaperWords(seat.shell, seat.page)
    printed_by = gate("manager").read(office)
    book = book_of(CASE)
    told = row(gate, CASE, case_id)
    papers = {p.name: p for p in book.papers}
    drawn = {
        name: "".join(
            sheet.text() for sheet in draw_paper(pen, book, papers[name], told, printed_by).pages
        )
        for name in ("tolerance_application", "tolerance_determination")
    }
    assert "为稳定基层队伍" in drawn["tolerance_application"]
    for part in (
        "泽容认〔2026〕1号",
        "容错清单〔2026〕第1版",
        "备案在先",
        "史文远",
        "区委专题会议",
    ):
        assert part in drawn["tolerance_determination"]
    blank = draw_paper(pen, book, papers["tolerance_application"], None, printed_by)
    assert "王䶮" not in "".join(sheet.text() for sheet in blank.pages)
    rows = gate("manager").read(partial(entry_rows, book=CORRECTION, ids=[correction]))
    ledger = draw_register(
        pen, book_of(CORRECTION), RegisterRows(printed_by, tuple(rows.values()), EntryFilter())
    )
    assert ledger.pages[0].width > ledger.pages[0].height
    assert "补办报批手续" in ledger.pages[0].text()
    sheet = draw_paper(
        pen, book_of(FILING), book_of(FILING).papers[0], row(gate, FILING, filing), printed_by
    )
    assert "2026-03-02 09:00" in sheet.pages[0].text()


def test_the_desk_reads_of_the_verification_that_it_is_kept_inside(
    desk: Any, center: Center
) -> None:
    case_id = to_consulting(center.gate)
    seat = card(desk, "clerk", case_id)
    said = [label.text() for label in seat.page.findChildren(QLabel)]
    assert "Kept inside" in said
    assert not any("经查阅会议纪要属实" in text for text in said)
