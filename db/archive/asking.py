"""Asks what appeals lack, one or many."""

from collections.abc import Iterable
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
OF_THE_UNIT = frozenset({"transfer_slip", "objection", "extension", "handling_report", "reply"})
"""Papers that the handling unit brings."""


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
    units = _names(read, Unit.id, Unit.short_name)
    people = _names(read, Account.id, Account.name)
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
                    _holder(units, people, appeal, needs),
                )
            )
    return tuple(found)


def _holder(units: dict[int, str], people: dict[int, str], a: Appeal, needs: Iterable[Need]) -> str:
    """Return who brings what is missing: the unit its own papers, the desk all others."""
    unit, clerk = units.get(a.lead_unit_id or 0, ""), people.get(a.registered_by_id or 0, "")
    asked = [unit if need.paper in OF_THE_UNIT and unit else clerk for need in needs]
    return "、".join(dict.fromkeys(name for name in asked if name))


def _names(read: Read, key: Any, name: Any) -> dict[int, str]:
    return {int(k): str(n) for k, n in read.session.execute(select(key, name))}
