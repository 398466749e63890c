"""Every book of the program can be listed, asked for, printed as a register and on its papers."""

import pytest

from db.codes import code_lists
from db.documents.filling import office
from db.shelves import SHELVES
from desktop.books.asking import AskWriter, Choices
from desktop.books.papers import draw_paper
from desktop.books.register import RegisterRows, draw_register
from desktop.books.words import PaperWords
from tests.desktop.books.kit import list_of


@pytest.mark.parametrize("chinese", [True, False], ids=["zh", "en"])
def test_every_book_has_words_for_all_that_the_window_shows(desk, center, chinese) -> None:
    seat, page = list_of(desk, "manager")
    seat.shell.labels.chinese = chinese
    words = page.deeds.words
    asks = AskWriter(seat.shell, words, page)
    labels = seat.shell.labels
    for shelf in SHELVES.values():
        book = shelf.book
        assert labels.book(book.name)
        heads = [column.title for column in words.columns(book)]
        assert all(heads), book.name
        assert len(set(heads)) == len(heads), (book.name, heads)
        for move in book.track.moves:
            assert labels.move(book.name, move.name)
            assert labels.pill(book.name, move.target).word
        for move, names in book.asks.items():
            made = asks.asks(book, names, Choices())
            assert all(ask.label for ask in made), (book.name, move)
        for spec in book.fields:
            if spec.kind in ("choice", "ticks"):
                assert spec.options in code_lists.list_names(), (book.name, spec.name)


def test_every_book_prints_its_register_and_its_blank_papers(desk, center) -> None:
    seat, page = list_of(desk, "manager")
    pen = PaperWords(seat.shell, page)
    printed_by = center.gate("manager").read(office)
    for shelf in SHELVES.values():
        book = shelf.book
        drawing = draw_register(pen, book, RegisterRows(printed_by, ()))
        assert len(drawing.pages) == 1, book.name
        for paper in book.papers:
            blank = draw_paper(pen, book, paper, None, printed_by)
            assert blank.pages, (book.name, paper.name)
