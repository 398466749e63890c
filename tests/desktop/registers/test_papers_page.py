"""文书管理: every form prints blank, every register too, and none wears a forbidden word."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from db.books.commands import Open, Take
from db.books.queries import entry_rows
from db.books.rows import EntryFilter
from db.core.errors import NotAllowedError
from db.documents.papers import Office
from db.office.unit_rows import units
from db.shelves import SHELVES
from db.shelves import book as book_of
from desktop.books.papers import draw_paper
from desktop.books.register import (
    RegisterRows,
    draw_register,
    register_lines,
    register_rows,
)
from desktop.books.words import PaperWords
from desktop.pages import PAPER_BOOKS
from desktop.registers.papers_page import PapersPage
from tests.appeals.test_flow import assign, to_accepted
from tests.conftest import Center
from tests.desktop.clarification.desk import Desk
from tests.structure.test_books import FORBIDDEN

OFFICE = Office(center_name="泽川县干部诉求联合受理中心")
DAY = date(2026, 3, 2)


@pytest.fixture
def desk(qtbot: Any, theme: Any, center: Center) -> Iterator[Callable[[str], Desk]]:
    made: list[Desk] = []

    def sit(login: str) -> Desk:
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield sit
    for each in made:
        each.close()


def words_on(drawing: Any) -> str:
    return "".join(mark.laid.text for page in drawing.pages for mark in page.texts)


def test_every_form_and_every_register_prints_blank(desk: Any) -> None:
    seat = desk("clerk")
    page = seat.open(PapersPage(seat.store, seat.shell, books=PAPER_BOOKS, key="papers"))
    groups = page.blanks()
    drawn = {words: make(OFFICE) for _group, entries in groups for words, make in entries}
    assert len(drawn) > 40
    for name, drawing in drawn.items():
        text = words_on(drawing)
        assert drawing.pages, name
        assert [word for word in FORBIDDEN if word in text] == [], name
    assert page.menu().actions()


def test_a_submission_leaves_half_the_page_to_the_leader(desk: Any, center: Center) -> None:
    clerk = center.gate("clerk")
    values = {"subject": "请示", "summary": "摘要" * 60, "proposal": "拟请人社局阅处。" * 8}
    entry = clerk.write(Open("submission", "draw_up", values)).value.entry_id
    clerk.write(Take("submission", entry, "send", {"sent_to": "区委分管负责同志"}))
    row = clerk.read(lambda r: entry_rows(r, "submission", [entry]))[entry]
    words = PaperWords(desk("clerk").shell, None)  # type: ignore[arg-type]
    book = book_of("submission")
    drawing = draw_paper(words, book, book.papers[0], row, OFFICE)
    (page,) = drawing.pages
    lines = sorted({round(s.y1, 1) for s in page.strokes if s.y1 == s.y2})
    room = max(b - a for a, b in pairwise(lines))
    assert room >= 110
    assert "林可" in words_on(drawing)


def test_a_units_list_prints_as_it_was_sent(desk: Any, center: Center) -> None:
    assign(center.gate, to_accepted(center.gate), "hr")
    hidden = to_accepted(center.gate, name_open=False)
    assign(center.gate, hidden, "hr")
    clerk = center.gate("clerk")
    unit = next(u.id for u in clerk.read(units) if u.short_name == "人社局")
    order = Open("reconciliation", "send", {"unit_id": unit, "month_on": DAY})
    entry = clerk.write(order).value.entry_id
    row = clerk.read(lambda r: entry_rows(r, "reconciliation", [entry]))[entry]
    words = PaperWords(desk("clerk").shell, None)  # type: ignore[arg-type]
    book = book_of("reconciliation")
    text = words_on(draw_paper(words, book, book.papers[0], row, OFFICE))
    assert "人社局干部诉求对账清单" in text
    assert "在办2件，当月答复0件。" in text
    assert text.count("王䶮") == 1
    assert "见密封附件" in text


def test_what_stands_in_one_column_of_the_office_stands_in_one_cell(
    desk: Any, center: Center
) -> None:
    clerk = center.gate("clerk")
    values = {"duty_on": DAY, "leader": "薛岚", "staff": "林可"}
    entry = clerk.write(Open("duty_log", "begin", values)).value.entry_id
    clerk.write(Take("duty_log", entry, "hand_over", {"left": "无", "handed_at": "17:30"}))
    row = clerk.read(lambda r: entry_rows(r, "duty_log", [entry]))[entry]
    words = PaperWords(desk("clerk").shell, None)  # type: ignore[arg-type]
    (line,) = register_lines(words, book_of("duty_log"), [row])
    assert line[3] == "0/0"
    assert len(line) == 12


def test_every_register_is_landscape(desk: Any) -> None:
    words = PaperWords(desk("clerk").shell, None)  # type: ignore[arg-type]
    for name in (n for n, shelf in SHELVES.items() if shelf.book.register):
        drawing = draw_register(words, book_of(name), RegisterRows(OFFICE, ()))
        assert (drawing.width, drawing.height) == (297, 210), name


def test_who_keeps_a_register_prints_it_and_only_the_head_saves_a_workbook(
    desk: Any, center: Center, tmp_path: Any
) -> None:
    seat = desk("clerk")
    page = seat.open(PapersPage(seat.store, seat.shell, books=PAPER_BOOKS, key="papers"))
    assert page._print_button.isVisible()
    assert not page._export_button.isVisible()
    seat.shell.save_to = tmp_path / "register.pdf"
    page._on_print_button_clicked()
    seat.settle()
    assert (tmp_path / "register.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(NotAllowedError):
        center.gate("clerk").read(
            lambda r: register_rows(r, "incoming_paper", EntryFilter(), "export_register")
        )
