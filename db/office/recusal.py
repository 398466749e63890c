"""The explicit deny of 回避: one condition for every room and every surface (DESIGN §3.4)."""

from typing import Any

from sqlalchemy import ColumnElement, select

from db.core.tx import Read
from db.office.tables import Recusal


def not_recused(read: Read, track: str, id_column: Any) -> ColumnElement[bool]:
    """Return the condition under which the actor is not kept from a case by recusal.

    It stands in the `reach` of every kind of case, so that a decided recusal takes the case out of
    lists, counts, search, duplicates, card, drafts, approvals, exports and papers alike, at the
    next question. Works inside `exists` too: only the recusals are the subquery's own.

    Args:
        read: Who asks.
        track: Name of the track, which is also that of its book.
        id_column: Column with the id of the case: that of its own table, or a pointer to it.
    """
    denied = (
        select(Recusal.id)
        .where(
            Recusal.account_id.in_(read.actor.people),
            Recusal.track == track,
            Recusal.case_id == id_column,
            Recusal.lifted_on.is_(None),
        )
        .correlate_except(Recusal)
        .exists()
    )
    return ~denied


def is_recused(read: Read, track: str, case_id: int, account_id: int | None = None) -> bool:
    """Return whether somebody is kept from a case: the actor, if no other account is named."""
    people = read.actor.people if account_id is None else (account_id,)
    found = read.session.scalar(
        select(Recusal.id).where(
            Recusal.account_id.in_(people),
            Recusal.track == track,
            Recusal.case_id == case_id,
            Recusal.lifted_on.is_(None),
        )
    )
    return found is not None
