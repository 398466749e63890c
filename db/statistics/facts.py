"""Writes the facts that statistics count (SETTLED §3)."""

from datetime import date

from sqlalchemy import select

from db.core.tables import Milestone
from db.core.tx import Tx


def mark(
    tx: Tx,
    track: str,
    case_id: int,
    kind: str,
    *,
    on: date,
    unit_id: int | None = None,
    person_id: int | None = None,
    category: str | None = None,
    channel: str | None = None,
    procedure: str | None = None,
    outcome: str | None = None,
    on_time: str | None = None,
    days: int | None = None,
    amount: int = 1,
) -> None:
    """Write a fact of a case; its day decides the month."""
    tx.session.add(
        Milestone(
            track=track,
            case_id=case_id,
            kind=kind,
            happened_on=on,
            recorded_at=tx.now,
            unit_id=unit_id,
            person_id=person_id,
            category=category,
            channel=channel,
            procedure=procedure,
            outcome=outcome,
            on_time=on_time,
            days=days,
            amount=amount,
        )
    )


def revoke(tx: Tx, track: str, case_id: int, *kinds: str) -> list[Milestone]:
    """Withdraw facts that turned out wrong; a month closed before keeps them."""
    statement = select(Milestone).where(
        Milestone.track == track, Milestone.case_id == case_id, Milestone.revoked_at.is_(None)
    )
    if kinds:
        statement = statement.where(Milestone.kind.in_(kinds))
    found = list(tx.session.scalars(statement))
    for row in found:
        row.revoked_at = tx.now
    tx.session.flush()
    return found
