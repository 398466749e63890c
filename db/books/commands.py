"""The three orders that every book knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import db.shelves
from db.books.entry import Entry
from db.books.shelf import Shelf
from db.books.values import name_field, typed
from db.books.writing import Written, open_entry, take
from db.core.books import FieldKind
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tx import Behalf, Tx


@dataclass(frozen=True, slots=True)
class Open:
    """Enter something new in a book by one of its opening moves."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    book: str
    move: str
    values: Mapping[str, Any] = field(default_factory=dict)
    parent_id: int | None = None
    behalf: Behalf | None = None
    backdated_reason: str = ""

    def __call__(self, tx: Tx) -> Written:
        """Write it.

        Raises:
            RefusedError: As `db.books.writing.open_entry`.
            NotAllowedError: `not_permitted`, `not_found`.
        """
        entry = open_entry(
            tx,
            db.shelves.shelf(self.book),
            self.move,
            self.values,
            parent_id=self.parent_id,
            behalf=self.behalf,
            backdated_reason=self.backdated_reason,
        )
        return Written(entry.id, entry.number, entry.state)


@dataclass(frozen=True, slots=True)
class Take:
    """Make a move of an entry, or ask for the decision that it waits for."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    book: str
    entry_id: int
    move: str
    values: Mapping[str, Any] = field(default_factory=dict)
    seen: int | None = None
    behalf: Behalf | None = None
    backdated_reason: str = ""

    def __call__(self, tx: Tx) -> Written:
        """Make it.

        Raises:
            RefusedError: As `db.books.writing.take`.
            NotAllowedError: `not_permitted`, `not_found`.
            ConflictError: If it changed since.
        """
        shelf = db.shelves.shelf(self.book)
        entry = tx.load(shelf.table, self.entry_id, seen=self.seen)
        return take(
            tx,
            shelf,
            entry,
            self.move,
            self.values,
            behalf=self.behalf,
            backdated_reason=self.backdated_reason,
        )


@dataclass(frozen=True, slots=True)
class Amend:
    """更正: correct fields of an entry, with a reason; old and new stay in the trail."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    book: str
    entry_id: int
    values: Mapping[str, Any]
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> Written:
        """Correct them.

        Raises:
            RefusedError: `missing_reason`, `not_amendable`, `missing_<field>`.
            NotAllowedError: `not_permitted`, `not_found`.
            ConflictError: If it changed since.
        """
        shelf = db.shelves.shelf(self.book)
        entry = tx.load(shelf.table, self.entry_id, seen=self.seen)
        right = shelf.book.amend_right
        if right is None or not tx.actor.may(right):
            raise NotAllowedError("not_permitted", permission=right.value if right else "")
        if not self.reason.strip():
            raise RefusedError("missing_reason", field="reason")
        self._change(tx, shelf, entry)
        tx.tell(
            shelf.name,
            entry.id,
            "amend",
            source=None,
            target=None,
            on=tx.today,
            note=self.reason.strip(),
        )
        tx.session.flush()
        return Written(entry.id, entry.number, entry.state)

    def _change(self, tx: Tx, shelf: Shelf, entry: Entry) -> None:
        hidden = shelf.hidden(tx, entry)
        named = {name_field(f) for f in shelf.book.fields if f.kind is FieldKind.PERSON}
        names = [name for name in self.values if name not in named]
        for name in names:
            if name not in shelf.book.amend or name in hidden:
                raise RefusedError("not_amendable", field=name)
        found = typed(tx, shelf, names, self.values)
        for name in names:
            setattr(entry, name, found[name])
            spec = shelf.book.field(name)
            if spec is not None and spec.kind is FieldKind.PERSON:
                setattr(entry, name_field(spec), found[name_field(spec)])
        tx.session.flush()
