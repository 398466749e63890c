"""提醒函询诫勉 in the window: its figures above the book; nobody else has the page."""

import pytest

from desktop.inquiries.page import InquiriesPage
from desktop.pages import pages_for
from tests.desktop.clarification.desk import Desk as Seat
from tests.inquiries.test_inquiries import Desk


@pytest.fixture
def seat(qtbot, theme, center):
    made = Desk(center)
    for kind in ("written_inquiry", "written_statement", "written_statement"):
        made.send(kind)
    sat = Seat(qtbot, theme, center, "organization")
    yield sat
    sat.close()


def test_the_share_of_statements_stands_above_the_book(seat):
    page = seat.open(InquiriesPage(seat.store, seat.shell, books=("inquiry",), key="inquiries"))
    figures = [tile.figure().value for tile in page._strip.tiles()]
    assert figures == ["1", "2", "66.7%", "0", "0"]
    assert page.table.model().rowCount() == 3


def test_nobody_without_the_duty_has_the_page(seat, center):
    assert "inquiries" in [spec.key for spec in pages_for(center.gate("organization").actor)]
    for login in ("organization_leader", "hr", "manager", "clerk", "discipline_leader"):
        keys = [spec.key for spec in pages_for(center.gate(login).actor)]
        assert "inquiries" not in keys
        if login != "organization_leader":
            assert "impact" not in keys
