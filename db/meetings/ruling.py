"""What 会商研判 adds to the engine: who sees which part, what must be there, what is gathered."""

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, and_, or_, select

import db.meetings.shelf
from db.appeals.filters import reach as appeal_reach
from db.appeals.filters import whole
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.books.entry import Entry
from db.books.shelf import Step
from db.books.writing import open_entry
from db.codes.code_lists import code
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.permissions import Permission, Scope
from db.core.tx import Read, Tx
from db.meetings.tables import (
    Meeting,
    MeetingOpinion,
    MeetingParticipant,
    MeetingTask,
    MeetingTopic,
)
from db.meetings.workflow import PLANNED, SAT
from db.office.tables import Unit

R = TypeVar("R", bound=Entry)
MINUTES_SERIES = "meeting_minutes"
MINUTES_FORM = "会商纪要〔{year}〕{sequence}号"
OBSERVER = "observer"
APART = ("dissent", "reserve")
"""Stances that the minutes keep beside the decision."""
OF_THE_CENTER = frozenset(
    {
        *("purpose", "first_appeal", "attended", "excused", "observers", "topics", "decisions"),
        *("dissent", "units", "limits"),
    }
)
"""Fields of a meeting that a unit does not read: they hold the others' parts too."""
_OPEN_IN = {
    "meeting_topic": (*PLANNED, "held"),
    "meeting_participant": (*PLANNED, "held"),
    "meeting_opinion": ("held",),
    "meeting_task": SAT,
}


def _of_unit(read: Read) -> bool:
    return read.actor.scope(Permission.MEETING_READ) is Scope.UNIT


def reach(read: Read) -> ColumnElement[bool]:
    """Return which meetings the actor may know of.

    The center all of them, but none with a case that is closed to him; a unit those it was asked
    to and those that gave it a task.
    """
    hidden = (
        select(MeetingTopic.id)
        .where(
            MeetingTopic.parent_id == Meeting.id,
            MeetingTopic.appeal_id.is_not(None),
            ~select(Appeal.id)
            .where(Appeal.id == MeetingTopic.appeal_id, appeal_reach(read))
            .correlate(MeetingTopic)
            .exists(),
        )
        .correlate(Meeting)
        .exists()
    )
    if not _of_unit(read):
        return ~hidden
    asked = (
        select(MeetingParticipant.id)
        .where(
            MeetingParticipant.parent_id == Meeting.id,
            MeetingParticipant.unit_id == read.actor.unit_id,
        )
        .correlate(Meeting)
        .exists()
    )
    given = (
        select(MeetingTask.id)
        .where(MeetingTask.parent_id == Meeting.id, MeetingTask.unit_id == read.actor.unit_id)
        .correlate(Meeting)
        .exists()
    )
    return or_(and_(asked, Meeting.state != "proposed"), and_(given, Meeting.state.in_(SAT)))


def hidden(read: Read, _entry: Meeting) -> frozenset[str]:
    """Return what a unit does not read of a meeting."""
    return OF_THE_CENTER if _of_unit(read) else frozenset()


def topic_reach(read: Read) -> ColumnElement[bool]:
    """Return which topics the actor may know of: those whose case he sees as a whole."""
    return (
        select(Appeal.id)
        .where(Appeal.id == MeetingTopic.appeal_id, appeal_reach(read), whole(read))
        .correlate(MeetingTopic)
        .exists()
    )


def _own(table: Any) -> Callable[[Read], ColumnElement[bool]]:
    def found(read: Read) -> ColumnElement[bool]:
        everything: ColumnElement[bool] = table.id.is_not(None)
        own: ColumnElement[bool] = table.unit_id == read.actor.unit_id
        return own if _of_unit(read) else everything

    return found


participant_reach = _own(MeetingParticipant)
opinion_reach = _own(MeetingOpinion)
task_reach = _own(MeetingTask)


def may_report(read: Read, entry: MeetingTask | None, move: Move) -> bool:
    """Return whether the actor may make a move of a task: a unit reports its own."""
    if read.actor.scope(move.permission) is not Scope.UNIT:
        return True
    return entry is not None and entry.unit_id == read.actor.unit_id


# --- what must be there ------------------------------------------------------------------------


def lacks(read: Read, entry: Meeting, move: Move) -> str:
    """Return what a meeting still lacks for a move.

    The one joint conclusion waits for the opinion of every unit that came, unless the manager
    wrote down why one is not waited for (PRODUCT §3-10).
    """
    topics = _children(read, MeetingTopic, entry)
    if move.name in ("call", "hold", "draft_minutes") and not topics:
        return "no_topics"
    came = _children(read, MeetingParticipant, entry)
    if move.name == "call" and not came:
        return "no_participants"
    if move.name == "draft_minutes":
        if any(topic.state == "listed" for topic in topics):
            return "topic_undecided"
        if any(row.state == "asked" for row in came):
            return "attendance_open"
        if silent(read, entry):
            return "opinion_missing"
    return ""


def silent(read: Read, meeting: Meeting) -> tuple[int, ...]:
    """Return the units that came, do not only observe, and whose opinion is nowhere."""
    spoke = {row.unit_id for row in _children(read, MeetingOpinion, meeting)}
    came = _children(read, MeetingParticipant, meeting)
    waived = {row.unit_id for row in came if row.state == "waived"}
    units = {row.unit_id for row in came if row.state == "present" and row.part == "attend"}
    return tuple(sorted(unit for unit in units - spoke - waived if unit is not None))


def check(tx: Tx, entry: Meeting, step: Step) -> Collection[Evidence]:
    """Fill in the number of the minutes; a meeting that lies ahead was not held.

    Raises:
        RefusedError: `date_in_future`.
    """
    name = step.move.name
    if name == "hold" and step.values["met_on"] > tx.today:
        raise RefusedError("date_in_future", field="met_on", on=step.values["met_on"])
    if name == "draft_minutes" and not entry.minutes_number:
        entry.minutes_number = tx.next_number(
            MINUTES_SERIES,
            str(tx.setting(f"{MINUTES_SERIES}_number_form", MINUTES_FORM)),
            on=step.on,
            track="meeting",
            case_id=entry.id,
        )
    if name == "issue_minutes" and step.values.get("minutes_on") is None:
        step.values["minutes_on"] = tx.today
    return ()


def topic_check(tx: Tx, entry: MeetingTopic, step: Step) -> Collection[Evidence]:
    """Refuse a topic twice, and a decision before the meeting.

    Raises:
        RefusedError: `meeting_not_open`, `topic_twice`, `meeting_not_held`, `missing_due_on`.
    """
    meeting = _parent(tx, entry, opening=step.move.source is None)
    if step.move.name == "list":
        others = {row.appeal_id for row in _children(tx, MeetingTopic, meeting)}
        if step.values["appeal_id"] in others:
            raise RefusedError("topic_twice", field="appeal_id")
    if step.move.name in ("conclude", "conclude_anew"):
        if meeting.state != "held":
            raise RefusedError("meeting_not_held")
        _limit(tx, step)
    return ()


def participant_check(tx: Tx, entry: MeetingParticipant, step: Step) -> Collection[Evidence]:
    """Refuse who is asked to a meeting that is over.

    Raises:
        RefusedError: `meeting_not_open`.
    """
    _parent(tx, entry, opening=step.move.source is None)
    return ()


def opinion_check(tx: Tx, entry: MeetingOpinion, step: Step) -> Collection[Evidence]:
    """Refuse an opinion on no topic, of no participant, or a second one.

    Raises:
        RefusedError: `meeting_not_open`, `not_a_topic`, `not_a_participant`, `opinion_given`.
    """
    meeting = _parent(tx, entry, opening=True)
    appeal_id, unit_id = step.values["appeal_id"], step.values["unit_id"]
    if appeal_id not in {row.appeal_id for row in _children(tx, MeetingTopic, meeting)}:
        raise RefusedError("not_a_topic", field="appeal_id")
    if unit_id not in {row.unit_id for row in _children(tx, MeetingParticipant, meeting)}:
        raise RefusedError("not_a_participant", field="unit_id")
    for row in _children(tx, MeetingOpinion, meeting):
        if (row.appeal_id, row.unit_id, row.speaker) == (
            appeal_id,
            unit_id,
            step.values.get("speaker", ""),
        ):
            raise RefusedError("opinion_given", field="unit_id")
    return ()


def task_check(tx: Tx, entry: MeetingTask, step: Step) -> Collection[Evidence]:
    """Refuse a task without a last day, but for 纪委监委, whose tasks have none.

    Raises:
        RefusedError: `meeting_not_open`, `not_a_topic`, `missing_due_on`, `due_before_today`.
    """
    name = step.move.name
    meeting = _parent(tx, entry, opening=step.move.source is None)
    if name == "give":
        appeal_id = step.values.get("appeal_id")
        known = {row.appeal_id for row in _children(tx, MeetingTopic, meeting)}
        if appeal_id is not None and appeal_id not in known:
            raise RefusedError("not_a_topic", field="appeal_id")
    if name in ("give", "not_done"):
        step.values.setdefault("unit_id", entry.unit_id)
        _limit(tx, step)
    if name == "not_done":
        step.values.update(done_on=None, outcome="")
    return ()


def _limit(tx: Tx, step: Step) -> None:
    unit = tx.session.get(Unit, step.values.get("unit_id"))
    if unit is not None and not unit.counts_time:
        step.values["due_on"] = None
        return
    due_on = step.values.get("due_on")
    if due_on is None:
        raise RefusedError("missing_due_on", field="due_on", book="meeting_task")
    if due_on < tx.today:
        raise RefusedError("due_before_today", field="due_on")


def _parent(tx: Tx, entry: Any, *, opening: bool) -> Meeting:
    meeting = tx.session.get_one(Meeting, entry.parent_id)
    if opening and meeting.state not in _OPEN_IN[entry.__tablename__]:
        raise RefusedError("meeting_not_open")
    return meeting


# --- what follows ------------------------------------------------------------------------------


def follow(tx: Tx, entry: Meeting, step: Step) -> None:
    """Make the case that it was proposed from its first topic; tell issued minutes there."""
    name = step.move.name
    if name == "propose" and entry.first_appeal is not None:
        appeal = tx.session.get_one(Appeal, entry.first_appeal)
        open_entry(
            tx,
            db.meetings.shelf.TOPIC_SHELF,
            "list",
            {
                "appeal_id": appeal.id,
                "subject": appeal.subject[:200],
                "difficulty": entry.purpose,
            },
            parent_id=entry.id,
            unasked=True,
        )
        tx.case = ("meeting", entry.id)
    if name in ("hold", "draft_minutes"):
        gather(tx, entry)
    if name == "issue_minutes":
        for topic in _children(tx, MeetingTopic, entry):
            _tell(tx, topic.appeal_id, "meeting_decided", entry.minutes_number, step)


def topic_follow(tx: Tx, entry: MeetingTopic, step: Step) -> None:
    """Gather the topics anew, and tell the case that it is one."""
    meeting = tx.session.get_one(Meeting, entry.parent_id)
    gather(tx, meeting)
    if step.move.name == "list":
        _tell(tx, entry.appeal_id, "call_meeting", meeting.number, step)


def child_follow(tx: Tx, entry: Any, _step: Step) -> None:
    """Gather a meeting anew after one of its parts changed."""
    gather(tx, tx.session.get_one(Meeting, entry.parent_id))


def _tell(tx: Tx, appeal_id: int | None, act: str, note: str, step: Step) -> None:
    if appeal_id is not None:
        tx.tell(APPEALS, appeal_id, act, source=None, target=None, on=step.on, note=note)


def gather(tx: Tx, meeting: Meeting) -> None:
    """Write what the parts hold into the meeting, as minutes and register print it."""
    topics = _children(tx, MeetingTopic, meeting)
    numbers: dict[int | None, str] = {
        appeal.id: appeal.number or appeal.source_number
        for appeal in tx.session.scalars(
            select(Appeal).where(Appeal.id.in_([t.appeal_id for t in topics if t.appeal_id]))
        )
    }
    people = _children(tx, MeetingParticipant, meeting)
    opinions = _children(tx, MeetingOpinion, meeting)
    units = _unit_names(tx, [*topics, *people, *opinions])
    meeting.topics = _lines(f"{numbers.get(t.appeal_id, '')} {t.subject}".strip() for t in topics)
    decided = [topic for topic in topics if topic.state == "decided"]
    meeting.decisions = _lines(t.content for t in decided)
    meeting.units = _lines(units.get(t.unit_id, "") for t in decided)
    meeting.limits = _lines(t.due_on.isoformat() if t.due_on else "—" for t in decided)
    gone = ("excused",)
    there = [p for p in people if p.state not in gone and p.part != OBSERVER]
    meeting.attended = "；".join(_person(p, units) for p in there)
    meeting.excused = "；".join(_person(p, units) for p in people if p.state in gone)
    meeting.observers = "；".join(
        _person(p, units) for p in people if p.state not in gone and p.part == OBSERVER
    )
    meeting.dissent = "\n".join(
        f"{numbers.get(o.appeal_id, '')} {units.get(o.unit_id, '')}"
        f"（{code('meeting_stance', o.stance).zh}）：{o.content}"
        for o in opinions
        if o.stance in APART
    )
    tx.session.flush()
    tx.changed.add("meeting")


def _lines(texts: Any) -> str:
    return "\n".join(f"{place}. {text}" for place, text in enumerate(texts, start=1))


def _person(row: MeetingParticipant, units: dict[int | None, str]) -> str:
    who = " ".join(part for part in (units.get(row.unit_id, ""), row.name) if part)
    return f"{who}（{row.post}）" if row.post else who


def _unit_names(tx: Tx, rows: list[Any]) -> dict[int | None, str]:
    ids = {row.unit_id for row in rows} - {None}
    found = tx.session.execute(select(Unit.id, Unit.short_name).where(Unit.id.in_(ids)))
    return {row[0]: row[1] for row in found}


def _children(read: Read, table: type[R], meeting: Meeting) -> list[R]:
    owner: Any = table
    return list(
        read.session.scalars(select(table).where(owner.parent_id == meeting.id).order_by(owner.id))
    )
