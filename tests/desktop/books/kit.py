"""What the tests of books share: entries, and people at a list or a card."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from db.books.commands import Open, Take
from db.books.queries import entry_card, entry_ids, entry_rows
from db.books.rows import EntryCard, EntryFilter, EntryRow
from desktop.books.card_page import EntryCardPage
from desktop.books.list_page import BooksPage
from desktop.deeds import DeedDialog
from tests.conftest import Center
from tests.desktop.clarification.desk import Desk
from tests.desktop.page_kit import unit_id

BOOK, CHILD = "trial_loan", "trial_note"
TODAY = date(2026, 3, 2)
Sit = Callable[[str], Desk]


def loan(center: Center, login: str = "clerk", **changes: Any) -> int:
    """Write a loan and return it."""
    values: dict[str, Any] = {
        "subject": "档案盒",
        "person_name": "王䶮",
        "kind": "normal",
        "pieces": 2,
        "wording": "核对旧档",
        "secret": "三号柜",
        **changes,
    }
    return (
        center.gate(login)
        .write(Open(BOOK, "enter", values | {"happened_on": TODAY}))
        .value.entry_id
    )


def lent(center: Center, **changes: Any) -> int:
    """Write a loan that is under way."""
    made = loan(center, **changes)
    center.gate("clerk").write(Take(BOOK, made, "lend"))
    return made


def card_of(center: Center, entry_id: int, login: str = "clerk") -> EntryCard:
    return center.gate(login).read(partial(entry_card, book=BOOK, entry_id=entry_id))


def entries(center: Center, book: str = BOOK, login: str = "clerk") -> list[EntryRow]:
    gate = center.gate(login)
    ids = gate.read(partial(entry_ids, book=book, wanted=EntryFilter(descending=False)))
    rows = gate.read(partial(entry_rows, book=book, ids=list(ids)))
    return [rows[i] for i in ids]


def list_of(desk: Sit, login: str, *books: str, key: str = "trial") -> tuple[Desk, BooksPage]:
    seat = desk(login)
    page = BooksPage(seat.store, seat.shell, None, books=books or (BOOK,), key=key)
    seat.open(page)
    return seat, page


def sit(desk: Sit, login: str, entry_id: int, book: str = BOOK) -> tuple[Desk, EntryCardPage]:
    seat = desk(login)
    page = EntryCardPage(seat.store, seat.shell, entry_id, None, book=book)
    seat.open(page)
    return seat, page


def dialog_of(page: QWidget) -> DeedDialog:
    QApplication.processEvents()
    found = [d for d in page.findChildren(DeedDialog) if d.isVisible()]
    assert found, "no dialog is open"
    return found[-1]


def hr(center: Center) -> int:
    return unit_id(center.gate("clerk"), "hr")
