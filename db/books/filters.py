"""Row scope of entries: right, recusal, the room's own reach, and that of the parent."""

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, select

from db.books.shelf import Shelf
from db.core.tx import Read
from db.office.tables import Recusal


def reach(read: Read, shelf: Shelf) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of an entry."""
    if not read.actor.may(shelf.book.read):
        return false()
    table: Any = shelf.table
    found = [shelf.reach(read), _not_recused(read, shelf.name, table.id)]
    if shelf.parent is not None:
        owner: Any = shelf.parent.table
        found.append(
            select(owner.id)
            .where(owner.id == table.parent_id, reach(read, shelf.parent))
            .correlate(table)
            .exists()
        )
    return and_(*found)


def _not_recused(read: Read, track: str, case_id: Any) -> ColumnElement[bool]:
    return ~exists().where(
        Recusal.account_id == read.actor.account_id,
        Recusal.track == track,
        Recusal.case_id == case_id,
        Recusal.lifted_on.is_(None),
    )
