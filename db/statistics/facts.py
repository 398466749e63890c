"""Writes the facts that statistics count (SETTLED §3)."""

from datetime import date

from sqlalchemy import func, select

from db.core.tables import Milestone
from db.core.tx import Tx
from db.statistics.measures import KIND_TRACKS, OPEN_OUT


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
    """Write a fact of a case; its day decides the month.

    A matter leaves the open ones once: what is answered again after it was taken up again, or
    leaves then, is not counted a second time. A unit's account must foot (SETTLED §3): what it
    answers has come in before. Imported answers never passed through a hand-over and come in on
    their own day; what leaves without an answer before any hand-over leaves from 待转办.
    """
    if KIND_TRACKS.get(kind, track) != track:
        raise ValueError(f"{kind} is a fact of {KIND_TRACKS[kind]}, not of {track}")
    if kind in OPEN_OUT and _has_left(tx, track, case_id):
        return
    if kind in OPEN_OUT and unit_id is not None and not _holds(tx, track, case_id, unit_id):
        if kind == "other_exit" or outcome == "withdrawn":
            unit_id = None
        else:
            _write(
                tx,
                Milestone(
                    track=track,
                    case_id=case_id,
                    kind="passed_in",
                    happened_on=on,
                    unit_id=unit_id,
                    person_id=person_id,
                    category=category,
                    channel=channel,
                    procedure=procedure,
                ),
            )
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


def _write(tx: Tx, row: Milestone) -> None:
    row.recorded_at = tx.now
    row.amount = 1
    tx.session.add(row)


def _has_left(tx: Tx, track: str, case_id: int) -> bool:
    """Return whether a case was counted as answered or as leaving before."""
    tx.session.flush()
    found = tx.session.scalar(
        select(Milestone.id)
        .where(
            Milestone.track == track,
            Milestone.case_id == case_id,
            Milestone.kind.in_(OPEN_OUT),
            Milestone.revoked_at.is_(None),
        )
        .limit(1)
    )
    return found is not None


def _holds(tx: Tx, track: str, case_id: int, unit_id: int) -> bool:
    """Return whether a unit has taken over a case and not passed it on."""
    tx.session.flush()
    passed = tx.session.execute(
        select(Milestone.kind, func.sum(Milestone.amount))
        .where(
            Milestone.track == track,
            Milestone.case_id == case_id,
            Milestone.unit_id == unit_id,
            Milestone.kind.in_(("passed_in", "passed_out")),
            Milestone.revoked_at.is_(None),
        )
        .group_by(Milestone.kind)
    )
    counts: dict[str, int] = {kind: amount for kind, amount in passed}  # noqa: C416
    return int(counts.get("passed_in", 0)) > int(counts.get("passed_out", 0))


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
