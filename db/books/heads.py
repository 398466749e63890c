"""Number and title of entries, for lists of other rooms that name them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

import db.shelves
from db.books.filters import reach
from db.books.shelf import Shelf
from db.core.books import FieldKind
from db.core.tx import Read

TEXTS = (FieldKind.LINE, FieldKind.AREA)


def heads_of(
    read: Read, cases: Iterable[tuple[str, int]]
) -> dict[tuple[str, int], tuple[str, str]]:
    """Return (track, id) → number and title of the entries among them that one may see."""
    wanted: dict[str, set[int]] = {}
    for track, case_id in cases:
        if track in db.shelves.SHELVES:
            wanted.setdefault(track, set()).add(case_id)
    return {
        (track, entry_id): head
        for track, ids in wanted.items()
        for entry_id, head in _heads(read, db.shelves.shelf(track), ids).items()
    }


def _heads(read: Read, shelf: Shelf, ids: set[int]) -> dict[int, tuple[str, str]]:
    table: Any = shelf.table
    found = {}
    for entry in read.session.scalars(select(table).where(table.id.in_(ids), reach(read, shelf))):
        found[entry.id] = (entry.number, title_of(read, shelf, entry))
    return found


def title_of(read: Read, shelf: Shelf, entry: Any) -> str:
    """Return the text that names an entry, empty where it is hidden from the actor."""
    name = shelf.book.title
    spec = shelf.book.field(name)
    if spec is None or name in shelf.hidden(read, entry):
        return ""
    if spec.kind is FieldKind.PERSON:
        return str(getattr(entry, f"{name.removesuffix('_id')}_name"))
    return str(getattr(entry, name)) if spec.kind in TEXTS else ""


ABOUT_APPEALS = ("leader_note", "submission", "incoming_paper", "phone_call", "appointment")
"""Books whose entries stand on the card of the appeal that they are about."""


def entries_about(read: Read, appeal_id: int) -> tuple[tuple[str, int, str, str, str], ...]:
    """Return (book, id, number, title, state) of what the office's own books hold of an appeal."""
    found = []
    for name in ABOUT_APPEALS:
        shelf = db.shelves.shelf(name)
        table: Any = shelf.table
        rows = read.session.scalars(
            select(table).where(table.appeal_id == appeal_id, reach(read, shelf)).order_by(table.id)
        )
        found += [(name, e.id, e.number, title_of(read, shelf, e), e.state) for e in rows]
    return tuple(found)
