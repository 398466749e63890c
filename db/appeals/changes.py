"""What every move of an appeal has in common: check, state, timeline, clocks, facts, due date."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from db.appeals.tables import TRACK, Appeal, Extension, HandOver, Review
from db.appeals.workflow import APPEAL
from db.approvals.asking import cancel_pending, pending
from db.codes import clocks
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move, check
from db.core.permissions import Permission
from db.core.tables import ClockEntry, Event
from db.core.tx import Behalf, Read, Tx
from db.office.tables import Unit
from db.statistics.facts import mark
from db.supervision.tables import FeedbackRequest, Supervision

MOVE_OF = {"reply": "approve_reply"}
"""Move that a decision leads to, where the two have different names."""

RETURNED = ("objected", "disputed")
"""States of a hand-over that the unit gave back."""
RUNNING = ("sent", "objected", "disputed", "signed")
"""States of a hand-over that something is still waited for."""

ASIDE: dict[str, tuple[str, ...]] = {
    "extension": (),
    "join_unit": ("assigned", "in_progress"),
    "settle_dispute": ("assigned", "in_progress", "reply_draft", "reply_approved"),
}
"""Decisions that move no state of the appeal, and the states they keep their meaning in (all)."""

OUTLIVE_CLOSING = ("petition_review_decision", "petition_recheck_decision")
"""Clocks of the upper organ that go on when the appeal is closed here."""


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
    _refuse_before_last_move(tx, appeal, move, on)
    appeal.state = move.target
    for rule in move.stops:
        clocks.stop(tx, TRACK, appeal.id, rule, on=on)
    if move.target in APPEAL.terminal:
        _end_clocks(tx, appeal, on=on)
        _rest_urgings(tx, appeal, on=on)
        appeal.ended_on = on
    _let_lapse(tx, appeal)
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


def _refuse_before_last_move(tx: Tx, appeal: Appeal, move: Move, on: date) -> None:
    # Stocks at the end of a month would not foot if an answer lay before its acceptance.
    if move.source is None or move.name == "record_recheck_opinion" or on >= tx.today:
        return
    last = tx.session.scalar(
        select(Event.happened_on)
        .where(
            Event.track == TRACK,
            Event.case_id == appeal.id,
            Event.target.is_not(None),
            Event.target.not_in(("under_review", "under_recheck")),
            Event.source.is_distinct_from(Event.target),
        )
        .order_by(Event.id.desc())
        .limit(1)
    )
    if last is not None and on < last:
        raise RefusedError("dates_out_of_order", field="happened_on", on=on, last=last)


def _end_clocks(tx: Tx, appeal: Appeal, *, on: date) -> None:
    for entry in clocks.running(tx, TRACK, appeal.id):
        # What is the person's own, and what the upper organ owes him, outlives the closing here.
        if appeal.state == "closed" and (entry.is_right or entry.rule in OUTLIVE_CLOSING):
            continue
        entry.stopped_on, entry.cancelled = on, True
    tx.session.flush()


def _rest_urgings(tx: Tx, appeal: Appeal, *, on: date) -> None:
    """Close what a unit was asked for on a case that has ended: nobody owes an answer on it."""
    for kind, act in ((Supervision, "close_unanswered"), (FeedbackRequest, "let_rest")):
        track = kind.__tablename__
        for row in tx.session.scalars(
            select(kind).where(kind.appeal_id == appeal.id, kind.state == "sent")
        ):
            row.state = "closed"
            clocks.stop(tx, track, row.id, on=on, cancel=True)
            tx.tell(
                track, row.id, act, source="sent", target="closed", on=on, note=appeal.number or ""
            )
    tx.session.flush()


def _let_lapse(tx: Tx, appeal: Appeal) -> None:
    """Set aside the decisions and requests that the new state leaves without a meaning."""
    open_to = {m.name for m in APPEAL.moves if m.source == appeal.state}
    ended = appeal.state in APPEAL.terminal
    stale = [
        act
        for act in pending(tx, TRACK, appeal.id)
        if ended or not _still_open(act, appeal.state, open_to)
    ]
    if stale:
        cancel_pending(tx, TRACK, appeal.id, *stale)
    if ended:
        for request in tx.session.scalars(
            select(Extension).where(Extension.appeal_id == appeal.id, Extension.state == "pending")
        ):
            request.state = "lapsed"


def _still_open(act: str, state: str, open_to: set[str]) -> bool:
    if act in ASIDE:
        return not ASIDE[act] or state in ASIDE[act]
    return MOVE_OF.get(act, act) in open_to


def settle(tx: Tx, appeal: Appeal) -> None:
    """Refresh what is derived of an appeal: its pill, its lead unit, its next due date."""
    lead = None
    if appeal.lead_unit_id is not None:
        lead = tx.session.scalar(
            select(HandOver)
            .where(
                HandOver.appeal_id == appeal.id, HandOver.role == "lead", HandOver.state != "ended"
            )
            .order_by(HandOver.id.desc())
            .limit(1)
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
    if appeal.state == "assigned" and lead is not None and lead.state in RETURNED:
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


def count_imported_exit(tx: Tx, appeal: Appeal, kind: str, *, on: date) -> None:
    """Count how an imported row left that nobody adopted (SETTLED §3).

    It was received on a line of its own; a row without a day was never received at all.
    """
    if appeal.received_on is None:
        return
    count(tx, appeal, "imported_open", on=on, amount=-1)
    count(tx, appeal, kind, on=on)


def count_notice(tx: Tx, appeal: Appeal, running: Iterable[ClockEntry], *, on: date) -> None:
    """Count whether the written notice came in time, accepted or not (条例 Art 23)."""
    for entry in running:
        count(tx, appeal, "notice_late" if on > entry.due_on else "notice_on_time", on=on)


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
            HandOver.state.in_((*RUNNING, "answered")),
        )
        .order_by(HandOver.id.desc())
        .limit(1)
    )
    if found is None:
        raise RefusedError("no_lead_unit")
    return found


def active_hand_overs(read: Read, appeal: Appeal) -> list[HandOver]:
    """Return the hand-overs of an appeal that still run."""
    return list(
        read.session.scalars(
            select(HandOver).where(HandOver.appeal_id == appeal.id, HandOver.state.in_(RUNNING))
        )
    )
