"""What a page of books is called, and which changes make it stale."""

from collections.abc import Iterable

from db.shelves import SHELVES
from desktop.pages import PAGES, page_title

SHARED = frozenset({"approval", "event", "attachment", "clock_entry"})
"""Tables that hang on entries of every book."""


def page_name(key: str) -> str:
    """Return the name of a page of the rail, empty for a key that has none."""
    spec = next((page for page in PAGES if page.key == key), None)
    return page_title(spec) if spec is not None else ""


def watched(books: Iterable[str], *, with_children: bool = False) -> frozenset[str]:
    """Return the tables and tracks whose change concerns these books."""
    names = set(books)
    if with_children:
        names |= {shelf.name for shelf in SHELVES.values() if shelf.book.parent in names}
    tables = {SHELVES[name].table.__tablename__ for name in names}
    return frozenset(names | tables)


def page_of(book: str) -> str:
    """Return the key of the page that has a book, empty for none."""
    return next((page.key for page in PAGES if book in page.books), "")
