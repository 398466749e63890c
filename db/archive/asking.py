"""Asks what appeals lack, one or many."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select

from db.appeals.filters import reach
from db.appeals.tables import TRACK, Appeal
from db.archive.facts import facts_of
from db.archive.missing import Need, missing
from db.archive.rows import MissingRow
from db.core.permissions import Permission
from db.core.tx import Read
from db.office.tables import Account, Unit

MOST = 20_000


def missing_of(read: Read, appeal_id: int) -> tuple[Need, ...]:
    """Return what one appeal lacks; nothing for one that the actor may not see."""
    found = list(read.session.scalars(select(Appeal).where(Appeal.id == appeal_id, reach(read))))
    return missing(facts_of(read, found)[appeal_id]) if found else ()


def missing_papers(
    read: Read, *, first: date | None = None, last: date | None = None, ended: bool = False
) -> tuple[MissingRow, ...]:
    """Return the appeals that lack a paper, oldest first: 缺件清单.

    Args:
        read: Who asks.
        first: First day of receipt; None for all.
        last: Last day of receipt.
        ended: Only those that have been answered or left.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.REGISTER_READ)
    conditions: list[ColumnElement[bool]] = [reach(read), Appeal.is_imported.is_(False)]
    if first is not None:
        conditions.append(Appeal.received_on >= first)
    if last is not None:
        conditions.append(Appeal.received_on <= last)
    if ended:
        conditions.append((Appeal.issued_on.is_not(None)) | (Appeal.ended_on.is_not(None)))
    appeals = list(
        read.session.scalars(
            select(Appeal).where(*conditions).order_by(Appeal.received_on, Appeal.id).limit(MOST)
        )
    )
    facts = facts_of(read, appeals)
    holders = _holders(read, appeals)
    found = []
    for appeal in appeals:
        needs = missing(facts[appeal.id])
        if needs:
            found.append(
                MissingRow(
                    TRACK,
                    appeal.id,
                    appeal.number or "",
                    appeal.person_name,
                    appeal.pill or appeal.state,
                    needs,
                    holders[appeal.id],
                )
            )
    return tuple(found)


def _holders(read: Read, appeals: list[Appeal]) -> dict[int, str]:
    units = _names(read, Unit.id, Unit.short_name)
    people = _names(read, Account.id, Account.name)
    return {
        a.id: units.get(a.lead_unit_id or 0, "") or people.get(a.registered_by_id or 0, "")
        for a in appeals
    }


def _names(read: Read, key: Any, name: Any) -> dict[int, str]:
    return {int(k): str(n) for k, n in read.session.execute(select(key, name))}
