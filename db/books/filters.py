"""Row scope of entries: right, recusal, the room's own reach, and that of the parent."""

from typing import Any

from sqlalchemy import ColumnElement, and_, false, select

from db.books.shelf import Shelf
from db.core.books import FieldKind
from db.core.tx import Read
from db.office.reading import ONLY_ANSWERED, is_inspector, within
from db.office.recusal import not_recused


def reach(read: Read, shelf: Shelf) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of an entry."""
    if not read.actor.may(shelf.book.read):
        return false()
    table: Any = shelf.table
    found = [shelf.reach(read), not_recused(read, shelf.name, table.id)]
    # What stands in another book about a case goes with the case.
    found.extend(
        not_recused(read, spec.options, getattr(table, spec.name))
        for spec in shelf.book.fields
        if spec.kind is FieldKind.CASE
    )
    if shelf.parent is None:
        found.append(within(read, shelf.name, table.entered_on))
        if is_inspector(read) and shelf.name == ONLY_ANSWERED:
            found.append(table.state == "answered")
    if shelf.parent is not None:
        owner: Any = shelf.parent.table
        found.append(
            select(owner.id)
            .where(owner.id == table.parent_id, reach(read, shelf.parent))
            .correlate(table)
            .exists()
        )
    return and_(*found)
