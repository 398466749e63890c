"""What a page of books is called, and which changes make it stale."""

from collections.abc import Iterable

from db.shelves import SHELVES
from desktop.pages import PAGES, page_title
from desktop.shell import Shell

NEW = "new"
"""First part of a draft's key where nothing is entered yet."""

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
    # A register that is a view changes with what it is made of.
    for name in names:
        tables |= getattr(SHELVES[name].table, "watches", frozenset())
    return frozenset(names | tables)


def page_of(book: str) -> str:
    """Return the key of the page that has a book, empty for none."""
    return next((page.key for page in PAGES if book in page.books), "")


def go_on(shell: Shell, book: str, key: str) -> None:
    """Go on with a form of a book that was left, by the key of its draft."""
    first, _, rest = key.partition(":")
    if first != NEW:
        shell.open_case(book, int(first))
        return
    move, parent, *_ = (*rest.split(":"), "")
    if parent:
        # The form of a child entry opens from the card of its parent.
        shell.open_case(SHELVES[book].book.parent, int(parent))
    else:
        shell.open_page(page_of(book), book=book, open=move)
