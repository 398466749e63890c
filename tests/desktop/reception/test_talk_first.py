"""先接谈 at the counter: the office's card, three words kept, the clock on the workbench."""

import pytest
from PySide6.QtWidgets import QDialog, QFrame, QLabel

from db.books.queries import entry_rows
from db.books.working import book_work
from db.office.desk import held_notes
from db.office.settings_commands import ChangeSetting
from desktop.appeals.intake_page import IntakePage
from desktop.reception.page import ReceptionPage
from tests.desktop.clarification.desk import Desk

PERSON = "visitor_in_need"


@pytest.fixture
def desk(qtbot, theme, center):
    made = []

    def sit(login):
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield sit
    for each in made:
        each.close()


def test_one_click_shows_the_card_and_three_words_are_kept(desk, center):
    center.gate("manager").write(ChangeSetting("attention_card", "一、请坐。\n二、两人陪同。"))
    seat = desk("clerk")
    page = seat.open(IntakePage(seat.store, seat.shell))
    seat.click("talk_first")
    seat.settle()
    dialog = seat.dialog()
    card = dialog.findChild(QFrame, "reception_card")
    assert "两人陪同" in "".join(label.text() for label in card.findChildren(QLabel))
    seat.fill(dialog, person_name="卫一平", phone="13800000000", line="职级晋升", level="urgent")
    dialog.submit()
    seat.settle()
    (note,) = center.gate("clerk").read(held_notes)
    row = next(iter(center.gate("clerk").read(lambda r: entry_rows(r, PERSON, [1])).values()))
    assert (note.number, row.values["level"]) == (row.values["held_number"], "urgent")
    assert note.number in seat.shell.bars[-1][1]
    assert page is seat.page
    near = center.gate("clerk").read(book_work).near
    assert [(work.book, work.row.id) for work in near] == [(PERSON, row.id)]


def test_the_card_stands_one_click_away_beside_the_books(desk):
    seat = desk("clerk")
    books = ("visitor_in_need", "group_visit")
    page = seat.open(ReceptionPage(seat.store, seat.shell, books=books, key="reception"))
    seat.click("card")
    seat.settle()
    dialog = page.findChild(QDialog, "card_dialog")
    assert "120" in "".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_name_is_wanted_and_nothing_is_kept_without(desk, center):
    seat = desk("clerk")
    seat.open(IntakePage(seat.store, seat.shell))
    seat.click("talk_first")
    seat.settle()
    dialog = seat.dialog()
    dialog.submit()
    seat.settle()
    assert dialog.isVisible()
    assert center.gate("clerk").read(held_notes) == ()
