"""What 催办督办 adds to the engine: whom it may go to, which words need the head, how it counts."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, and_, case, func, literal, select

from db.appeals.changes import RUNNING
from db.appeals.filters import reach as appeal_reach
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal, HandOver
from db.books.shelf import Step
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.permissions import Permission, Scope
from db.core.tx import Read, Tx
from db.office.tables import Unit
from db.statistics.facts import mark
from db.supervision.tables import FeedbackRequest, Supervision
from db.supervision.workflow import NAME, PLAIN_CAUSES, UNANSWERED

Row = Supervision | FeedbackRequest


def shown(read: Read) -> ColumnElement[str]:
    """Return the state as lists show it: 逾期未回复 follows from the day asked for."""
    late = and_(Supervision.state == "sent", Supervision.due_on < read.today)
    return case((late, literal(UNANSWERED)), else_=Supervision.state)


def reach(read: Read) -> ColumnElement[bool]:
    """Return whose supervision the actor may know of: a unit its own, once it was sent."""
    return _reach(read, Supervision)


def request_reach(read: Read) -> ColumnElement[bool]:
    """Return which kind requests the actor may know of."""
    return _reach(read, FeedbackRequest)


def _reach(read: Read, table: type[Supervision] | type[FeedbackRequest]) -> ColumnElement[bool]:
    case_seen = (
        select(Appeal.id)
        .where(Appeal.id == table.appeal_id, appeal_reach(read))
        .correlate(table)
        .exists()
    )
    if read.actor.scope(Permission.SUPERVISION_READ) is not Scope.UNIT:
        return case_seen
    return and_(case_seen, table.unit_id == read.actor.unit_id, table.state != "draft")


def may(read: Read, entry: Row | None, move: Move) -> bool:
    """Return whether the actor may make a move: a unit only answers, and only what it was asked."""
    scope = read.actor.scope(move.permission)
    if scope is not Scope.UNIT:
        return True
    return entry is not None and entry.unit_id == read.actor.unit_id


def lacks(_read: Read, entry: Supervision, move: Move) -> str:
    """Return what stands in the way: a word that needs the head, or one that does not."""
    if move.name == "send" and entry.cause not in PLAIN_CAUSES:
        return "cause_needs_head"
    if move.name == "send_approved" and entry.cause in PLAIN_CAUSES:
        return "cause_needs_no_head"
    return ""


def check(tx: Tx, entry: Supervision, step: Step) -> Collection[Evidence]:
    """Fill in hand-over, kind, count and printed word; refuse whom it may not go to.

    Raises:
        RefusedError: `unit_is_invited` for 纪委监委, `not_handed_over` for a unit that has no
            part of the appeal, `cause_needs_head` for an urging by word of mouth whose 事由 needs
            the head, `due_before_today`.
    """
    name = step.move.name
    if name in ("urge", "draw_up"):
        row = _hand_over(tx, int(step.values["appeal_id"]), int(step.values["unit_id"]))
        unit = tx.session.get_one(Unit, row.unit_id)
        if not unit.counts_time:
            raise RefusedError("unit_is_invited", field="unit_id")
        entry.hand_over_id = row.id
        entry.ordinal = 1 + _before(tx, row.id)
        entry.kind = "urge" if name == "urge" else "supervise"
        if name == "draw_up":
            entry.way = "written"
    if name == "urge" and step.values["cause"] not in PLAIN_CAUSES:
        raise RefusedError("cause_needs_head", field="cause")
    if "due_on" in step.values and step.values["due_on"] < tx.today:
        raise RefusedError("due_before_today", field="due_on")
    if name in ("urge", "send", "send_approved"):
        cause = step.values.get("cause") or entry.cause
        approved = name == "send_approved"
        step.values.update(sent_on=step.on, approved=approved, printed_cause=cause)
    if name == "ask_again":
        step.values.update(answered_on=None, answer="", answer_number="", adopted="")
    return ()


def request_check(tx: Tx, _entry: FeedbackRequest, step: Step) -> Collection[Evidence]:
    """Refuse a unit that is timed like the others: it is urged, not asked kindly.

    Raises:
        RefusedError: `unit_is_urged`, `not_handed_over`.
    """
    if step.move.name == "invite":
        row = _hand_over(tx, int(step.values["appeal_id"]), int(step.values["unit_id"]))
        if tx.session.get_one(Unit, row.unit_id).counts_time:
            raise RefusedError("unit_is_urged", field="unit_id")
    return ()


def follow(tx: Tx, entry: Supervision, step: Step) -> None:
    """Count what was sent for its unit and tell it on the appeal's own timeline."""
    name = step.move.name
    if entry.appeal_id is None:
        return
    if name in ("urge", "send", "send_approved"):
        mark(tx, NAME, entry.id, "supervised", on=step.on, unit_id=entry.unit_id)
        _tell(tx, entry, "urge" if entry.kind == "urge" else "supervise", step)
    elif name == "record_answer":
        _tell(tx, entry, "supervision_answered", step)


def request_follow(tx: Tx, entry: FeedbackRequest, step: Step) -> None:
    """Tell a kind request on the appeal's own timeline; it is counted nowhere."""
    if step.move.name == "invite":
        _tell(tx, entry, "invite_answer", step)
    elif step.move.name == "record_answer":
        _tell(tx, entry, "feedback_given", step)


def _tell(tx: Tx, entry: Row, act: str, step: Step) -> None:
    if entry.appeal_id is None:
        return
    tx.tell(
        APPEALS,
        entry.appeal_id,
        act,
        source=None,
        target=None,
        on=step.on,
        note=entry.number,
        unit_id=entry.unit_id,
        behalf=step.behalf,
    )


def _hand_over(tx: Tx, appeal_id: int, unit_id: int) -> HandOver:
    found = tx.session.scalar(
        select(HandOver)
        .join(Appeal, Appeal.id == HandOver.appeal_id)
        .where(
            HandOver.appeal_id == appeal_id,
            HandOver.unit_id == unit_id,
            HandOver.state.in_((*RUNNING, "answered")),
            appeal_reach(tx),
        )
        .order_by(HandOver.id.desc())
        .limit(1)
    )
    if found is None:
        raise RefusedError("not_handed_over", field="unit_id")
    return found


def _before(tx: Tx, hand_over_id: int) -> int:
    sent = and_(Supervision.hand_over_id == hand_over_id, Supervision.sent_on.is_not(None))
    return int(tx.session.scalar(select(func.count()).select_from(Supervision).where(sent)) or 0)
