"""Binds a book to its table and to what is its room's own."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, true

from db.books.entry import Entry
from db.core.books import Book
from db.core.moves import Evidence, Move
from db.core.tx import Behalf, Read, Tx

Values = dict[str, Any]
"""Typed values by field name, already turned into the kind of their field."""


@dataclass(frozen=True, slots=True)
class Step:
    """A move that is being made.

    Attributes:
        move: The move.
        values: What was told for it; a hook may change it before it is written.
        on: Civil day.
        behalf: Paper of a move recorded for someone else.
        reason: Why, where the move asks for it.
    """

    move: Move
    values: Values
    on: date
    behalf: Behalf | None
    reason: str = ""


def everybody(_read: Read) -> ColumnElement[bool]:
    """Reach of a book that whoever may read it reads whole."""
    return true()


def no_check(_tx: Tx, _entry: Entry, _step: Step) -> Collection[Evidence]:
    """Check nothing more than the fields."""
    return ()


def no_follow(_tx: Tx, _entry: Entry, _step: Step) -> None:
    """Do nothing more than the move."""


def no_limit(_read: Read, _entry: Entry | None, _move: Move) -> bool:
    """Let everybody with the right make the move."""
    return True


def nothing_lacks(_read: Read, _entry: Entry, _move: Move) -> str:
    """Let nothing stand in the way of a move."""
    return ""


def nothing_hidden(_read: Read, _entry: Entry) -> frozenset[str]:
    """Hide no field from whoever reaches the row."""
    return frozenset()


def no_profile(_read: Read, _entry: Entry, _rule: str) -> str:
    """Use the ordinary profile of a deadline rule."""
    return "default"


def under_any(_read: Read, _parent: Any) -> bool:
    """Let everybody with the right enter one below any entry of the parent book."""
    return True


@dataclass(frozen=True, slots=True)
class Shelf:
    """A book with its table and its room's own rules.

    Attributes:
        book: The description.
        table: Mapped class of its entries.
        reach: Condition on the table under which the actor may know of a row.
        check: Called before a move is written: refuse, fill values in, name further evidence.
        follow: Called after a move is written: facts for statistics, what it brings about.
        may: Whether this actor may make a move of this row (None: open one); narrower than the
            right. The window hides the button, the store refuses `not_permitted`.
        lacks: Code of what stands in the way of a move, empty for nothing. The window greys the
            button with its sentence, the store refuses with it: the same function.
        hidden: Fields of a row that the actor may not read.
        unsaid: Fields of which somebody they are hidden from is not even told that they hold
            something.
        profile: Profile of a rule whose clock a move starts.
        shown: State as lists, pills and filters show it, where it follows from a day as well;
            None for the stored one. Moves always start from the stored state.
        opens: Whether the actor may enter one below this entry of the parent book; the store
            refuses `not_permitted`, the window shows no button.
        parent: Shelf of the book that owns these entries (`Book.parent`).
        tied: Shelves whose numbers a `CASE` field may name.
    """

    book: Book
    table: type[Entry]
    reach: Callable[[Read], ColumnElement[bool]] = everybody
    check: Callable[[Tx, Any, Step], Collection[Evidence]] = no_check
    follow: Callable[[Tx, Any, Step], None] = no_follow
    may: Callable[[Read, Any, Move], bool] = no_limit
    lacks: Callable[[Read, Any, Move], str] = nothing_lacks
    hidden: Callable[[Read, Any], frozenset[str]] = nothing_hidden
    unsaid: frozenset[str] = frozenset()
    profile: Callable[[Read, Any, str], str] = no_profile
    shown: Callable[[Read], ColumnElement[str]] | None = None
    opens: Callable[[Read, Any], bool] = under_any
    parent: "Shelf | None" = None
    tied: "tuple[Shelf, ...]" = ()

    @property
    def name(self) -> str:
        """Return the name of the book, which is that of its track."""
        return self.book.name
