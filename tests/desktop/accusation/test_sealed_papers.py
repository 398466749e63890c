"""送文签收单, 密封移送函, 移交处理函: what they say and what they never say."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from db.books.commands import Take
from db.books.queries import entry_rows
from db.documents.filling import office
from db.shelves import book as book_of
from desktop.books.papers import draw_paper
from desktop.books.words import PaperWords
from tests.accusation.test_envelopes import received
from tests.accusation.test_referrals import BOOK, COURSES, DAY, WORDS, course, determined, referred
from tests.conftest import Center
from tests.desktop.clarification.desk import Desk

Sit = Callable[[str], Desk]
Draw = Callable[[str, str, int, str], str]


@pytest.fixture
def drawn(center: Center, desk: Sit, qtbot: Any) -> Draw:
    holder = QWidget()
    qtbot.addWidget(holder)

    def draw(login: str, book: str, entry_id: int, paper: str) -> str:
        words = PaperWords(desk(login).shell, holder)
        gate = center.gate(login)
        row = gate.read(partial(entry_rows, book=book, ids=[entry_id]))[entry_id]
        wanted = next(p for p in book_of(book).papers if p.name == paper)
        printed_by = gate.read(office)
        assert draw_paper(words, book_of(book), wanted, None, printed_by).text()
        return draw_paper(words, book_of(book), wanted, row, printed_by).text()

    return draw


def test_the_slip_of_an_envelope_has_number_pieces_times_and_offices(
    center: Center, drawn: Draw
) -> None:
    entry_id = received(center.gate)
    values = {"happened_on": DAY, "handed_time": "10:10"}
    center.gate("clerk").write(Take("envelope", entry_id, "hand_over", values))
    text = drawn("clerk", "envelope", entry_id, "envelope_slip")
    for said in ("诉封〔2026〕0001号", "纪委监委信访室（12388）", "10:10", "存根", "回执"):
        assert said in text, said


def test_the_sealed_letter_judges_nothing_and_keeps_his_words_on_their_own_page(
    center: Center, drawn: Draw
) -> None:
    text = drawn("clerk", BOOK, referred(center.gate), "referral_letter")
    letter, own = text.split("本人所述\n", 1)
    assert "关于转送有关事项的函" in letter
    assert "江澄" not in letter
    assert WORDS not in letter.replace("\n", "")
    assert WORDS in own.replace("\n", "")
    assert "诬告" not in text


def test_the_letter_to_the_competent_body_bears_the_approval_and_no_name(
    center: Center, drawn: Draw
) -> None:
    course_id = determined(center.gate, referred(center.gate))
    course(center.gate, course_id, "hand_on", body="police", letter_number="泽纪移〔2026〕1号")
    text = drawn("discipline", COURSES, course_id, "determination_letter").replace("\n", "")
    for said in ("公安机关", "云纪复〔2026〕3号", "回　　执", "第三十九条"):
        assert said in text, said
    assert "江澄" not in text
