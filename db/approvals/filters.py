"""Row scope of decisions and recorded moves: that of the cases they belong to."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

import db.appeals.filters as appeals
import db.care.filters as care
import db.clarification.filters as clarification
import db.shelves
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.books.filters import reach as entry_reach
from db.care.tables import TRACK as TALKS
from db.care.tables import CareTalk
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.core.permissions import Permission
from db.core.tables import Approval, Event
from db.core.tx import Read
from db.office.recusal import not_recused


def reach(
    read: Read, row: type[Approval] | type[Event], *, track: str | None = None
) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of a decision or a recorded move.

    A paper about a talk is compared by the desk too, which is no party to it; who is recused is
    kept from that as from everything. Where only one track is asked about, the others are left
    out, so that a single row is looked up by a short statement.
    """
    talk = or_(care.reach(read), _compares(read))
    return or_(
        false(),
        *(
            and_(
                row.track == name,
                select(kind.id).where(kind.id == row.case_id, seen).correlate(row).exists(),
            )
            for name, kind, seen in (
                (APPEALS, Appeal, appeals.reach(read)),
                (CLARIFICATIONS, Clarification, clarification.reach(read)),
                (TALKS, CareTalk, talk),
                *_books(read, track),
            )
            if track is None or name == track
        ),
    )


def _books(read: Read, track: str | None) -> Iterator[tuple[str, Any, ColumnElement[bool]]]:
    for shelf in db.shelves.SHELVES.values():
        if track in (None, shelf.name) and read.actor.may(shelf.book.read):
            yield shelf.name, shelf.table, entry_reach(read, shelf)


def may_know(read: Read, row: Approval | Event) -> bool:
    """Return whether the actor may know of a loaded decision or recorded move."""
    kind = type(row)
    found = read.session.scalar(
        select(kind.id).where(kind.id == row.id, reach(read, kind, track=row.track))
    )
    return found is not None


def of_own_unit(read: Read, row: type[Approval]) -> ColumnElement[bool]:
    """Return the condition that a decision is not another department's."""
    return or_(row.unit_id.is_(None), row.unit_id == read.actor.unit_id)


def _compares(read: Read) -> ColumnElement[bool]:
    if not read.actor.may(Permission.CONFIRM_RECORDED):
        return false()
    return not_recused(read, TALKS, CareTalk.id)
