"""What every move of an appeal has in common: check, state, timeline, clocks, facts, due date."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from db.appeals.tables import TRACK, Appeal, Extension, HandOver, Review
from db.appeals.workflow import APPEAL
from db.codes import clocks
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move, check
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Behalf, Tx
from db.office.tables import Unit
from db.statistics.facts import mark


def grants_for(tx: Tx, behalf: Behalf | None) -> frozenset[Permission]:
    """Return the rights to check a move with: the actor's own, or all of them for a paper.

    Raises:
        NotAllowedError: `not_permitted` if he may not record for others.
    """
    if behalf is None:
        return frozenset(tx.actor.grants)
    tx.require(Permission.RECORD_ON_BEHALF)
    return frozenset(Permission)


def advance(
    tx: Tx,
    appeal: Appeal,
    name: str,
    *,
    on: date,
    evidence: Iterable[Evidence] = (),
    behalf: Behalf | None = None,
    note: str = "",
    reason: str | None = None,
    unit_id: int | None = None,
    approved: bool = False,
) -> Move:
    """Make one move of an appeal: refuse it, or change the state and tell the timeline.

    Args:
        tx: The transaction.
        appeal: The loaded row.
        name: Move of `workflow.APPEAL`.
        on: Civil day of the event.
        evidence: What the command brings.
        behalf: Paper of a move recorded for someone else.
        note: Line for the timeline.
        reason: Why the day lies back.
        unit_id: Unit that acted.
        approved: The move was proposed and decided; the decider's right was checked there.
    """
    grants = frozenset(Permission) if approved else grants_for(tx, behalf)
    source = None if appeal.state == "" else appeal.state
    move = check(APPEAL, source, name, grants=grants, evidence=evidence)
    if appeal.received_on is not None and on < appeal.received_on:
        raise RefusedError("before_receipt", field="happened_on", on=on)
    appeal.state = move.target
    for rule in move.stops:
        clocks.stop(tx, TRACK, appeal.id, rule, on=on)
    if move.target in APPEAL.terminal:
        clocks.stop(tx, TRACK, appeal.id, on=on, cancel=True)
        appeal.ended_on = on
    tx.tell(
        TRACK,
        appeal.id,
        name,
        source=source,
        target=move.target,
        on=on,
        note=note,
        unit_id=unit_id,
        behalf=behalf,
        reason=reason,
    )
    return move


def settle(tx: Tx, appeal: Appeal) -> None:
    """Refresh what is derived of an appeal: its pill, its lead unit, its next due date."""
    hand_overs = list(
        tx.session.scalars(
            select(HandOver).where(HandOver.appeal_id == appeal.id).order_by(HandOver.id)
        )
    )
    lead = next(
        (h for h in reversed(hand_overs) if h.role == "lead" and h.state not in ("ended",)), None
    )
    appeal.lead_unit_id = lead.unit_id if lead else appeal.lead_unit_id
    if lead is not None:
        appeal.handler_name = lead.handler_name
    appeal.pill = _pill(tx, appeal, lead)
    entry = tx.session.execute(
        select(ClockEntry.due_on, ClockEntry.rule)
        .where(
            ClockEntry.track == TRACK,
            ClockEntry.case_id == appeal.id,
            ClockEntry.stopped_on.is_(None),
            ClockEntry.is_right.is_(False),
        )
        .order_by(ClockEntry.due_on, ClockEntry.id)
        .limit(1)
    ).first()
    appeal.next_due_on, appeal.next_due_rule = (entry[0], entry[1]) if entry else (None, None)


def _pill(tx: Tx, appeal: Appeal, lead: HandOver | None) -> str:
    if appeal.state == "assigned" and lead is not None and lead.state == "objected":
        return "returned"
    if appeal.state == "in_progress" and tx.session.scalar(
        select(Extension.id).where(Extension.appeal_id == appeal.id, Extension.state == "pending")
    ):
        return "extension_pending"
    if appeal.state in ("replied", "follow_up", "closed"):
        level = tx.session.scalar(
            select(Review.level)
            .where(Review.appeal_id == appeal.id, Review.state == "open")
            .order_by(Review.id.desc())
        )
        if level:
            return "under_recheck" if level == "recheck" else "under_review"
    return appeal.state


def count(
    tx: Tx,
    appeal: Appeal,
    kind: str,
    *,
    on: date,
    unit_id: int | None = None,
    outcome: str | None = None,
    on_time: str | None = None,
    days: int | None = None,
    amount: int = 1,
) -> None:
    """Write a fact of an appeal with its category, channel and procedure."""
    mark(
        tx,
        TRACK,
        appeal.id,
        kind,
        on=on,
        unit_id=unit_id if unit_id is not None else appeal.lead_unit_id,
        person_id=appeal.person_id,
        category=appeal.category,
        channel=appeal.channel,
        procedure=appeal.procedure,
        outcome=outcome,
        on_time=on_time,
        days=days,
        amount=amount,
    )


def counts_time(tx: Tx, unit_id: int | None) -> bool:
    """Return whether a unit is timed: 纪委监委 is not (SETTLED §9.8)."""
    if unit_id is None:
        return True
    unit = tx.session.get(Unit, unit_id)
    return unit is None or unit.counts_time


def lead_hand_over(tx: Tx, appeal: Appeal) -> HandOver:
    """Return the hand-over that leads now.

    Raises:
        RefusedError: `no_lead_unit`.
    """
    found = tx.session.scalar(
        select(HandOver)
        .where(
            HandOver.appeal_id == appeal.id,
            HandOver.role == "lead",
            HandOver.state.in_(("sent", "objected", "signed", "answered")),
        )
        .order_by(HandOver.id.desc())
        .limit(1)
    )
    if found is None:
        raise RefusedError("no_lead_unit")
    return found


def active_hand_overs(tx: Tx, appeal: Appeal) -> list[HandOver]:
    """Return the hand-overs of an appeal that still run."""
    return list(
        tx.session.scalars(
            select(HandOver).where(
                HandOver.appeal_id == appeal.id, HandOver.state.in_(("sent", "objected", "signed"))
            )
        )
    )
