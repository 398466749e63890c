"""Every book of the store: gathers the shelves of the rooms."""

from db.accusation.shelf import SHELVES as ACCUSATIONS
from db.archive.shelf import SHELVES as ARCHIVE
from db.books.shelf import Shelf
from db.core.books import Book
from db.core.errors import RefusedError
from db.impact.shelf import SHELVES as IMPACTS
from db.inquiries.shelf import SHELVES as INQUIRIES
from db.meetings.shelf import SHELVES as MEETINGS
from db.reception.shelf import SHELVES as RECEPTION
from db.registers.shelf import SHELVES as REGISTERS
from db.signing.shelf import SHELVES as SIGNING
from db.supervision.shelf import SHELVES as SUPERVISIONS
from db.tolerance.shelf import SHELVES as TOLERANCE

SHELVES: dict[str, Shelf] = {
    shelf.name: shelf
    for shelf in (
        *REGISTERS,
        *ARCHIVE,
        *SUPERVISIONS,
        *MEETINGS,
        *IMPACTS,
        *INQUIRIES,
        *RECEPTION,
        *ACCUSATIONS,
        *SIGNING,
        *TOLERANCE,
    )
}
"""Book name → shelf, in the order of the window."""


def shelf(book: str) -> Shelf:
    """Return a book's shelf.

    Raises:
        RefusedError: `unknown_book`.
    """
    found = SHELVES.get(book)
    if found is None:
        raise RefusedError("unknown_book", book=book)
    return found


def book(name: str) -> Book:
    """Return a book's description.

    Raises:
        RefusedError: `unknown_book`.
    """
    return shelf(name).book


def is_sealed(track: str) -> bool:
    """Return whether nothing may be written or filed beside a case of this track."""
    found = SHELVES.get(track)
    return found is not None and found.book.sealed
