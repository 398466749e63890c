"""A loan from its first letter to its return, with nothing but keys in the whole window."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

import desktop.books.names as names
import desktop.pages as pages
from desktop.clarification.keying import PersonFinder
from desktop.pages import books_page
from tests.conftest import Center
from tests.desktop.books.kit import BOOK, CHILD, entries
from tests.desktop.page_kit import Chinese
from tests.flows.window import Person

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clerk(
    qtbot: Any, qapp: QApplication, center: Center, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Person]:
    """The clerk at the window, which has a page of the invented books."""
    page = books_page("trial", "Special", "Loans", "copy", BOOK, CHILD)
    monkeypatch.setattr(pages, "PAGES", (*pages.PAGES, page))
    monkeypatch.setattr(names, "PAGES", pages.PAGES)
    chinese = Chinese(qapp)
    person = Person(qtbot, center, "clerk", translator=chinese)
    yield person
    person.lock_out()
    qapp.removeTranslator(chinese)
    QApplication.processEvents()
    qapp.setStyleSheet("")


def test_a_loan_is_entered_lent_noted_and_taken_back_by_keys(clerk, center) -> None:
    clerk.page("trial")
    clerk.press(KEY.Key_N, CTRL)
    finder = clerk.dialog().findChild(PersonFinder)
    clerk.fill(subject="档案盒", person_id="王䶮")
    clerk.until(lambda: finder._asked == "王䶮", "the name was looked up")
    clerk.fill(kind="urgent", marks=("work", "life"), begins_on="0305", begins_at="930")
    clerk.fill(pieces="12", urgent=True, secret="三号柜", wording="核对旧档")
    assert not clerk.submit()
    row = entries(center)[0]
    assert row.values["marks"] == ["work", "life"]
    assert (row.values["begins_at"], row.values["pieces"]) == ("9:30", 12)
    clerk.wait_for("entered")
    clerk.do("lend", note="当面点清")
    clerk.wait_for("lent")
    clerk.named(f"child:{CHILD}:jot")
    clerk.fill(line="封条完好")
    assert not clerk.submit()
    clerk.do("take_back")
    clerk.wait_for("returned")
    assert "封条完好" in [row.title for row in entries(center, CHILD)]
    assert not clerk.failures
