"""Asks about must-talk events: the list, what was pasted, plan against done by unit."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select

from db.care.filters import reach
from db.care.pasting import PastedEvent
from db.care.queries import trigger_words
from db.care.rows import MatchedEvent, MustTalkRow, UnitPlan
from db.care.tables import TRACK, CareTalk, TalkEvent
from db.care.workflow import AFTER_TALK
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Read
from db.office.tables import Unit, UnitName
from db.people.filters import reach as person_reach
from db.people.matching import normalise_name
from db.people.tables import Person

MOST = 2000
PLAN_RULE = "talk_plan"

_due: Any = (
    select(ClockEntry.due_on)
    .where(
        ClockEntry.track == TRACK,
        ClockEntry.case_id == CareTalk.id,
        ClockEntry.rule == PLAN_RULE,
        ClockEntry.stopped_on.is_(None),
    )
    .correlate(CareTalk)
    .limit(1)
    .scalar_subquery()
)


def _within(read: Read, first: date, last: date) -> list[ColumnElement[bool]]:
    return [TalkEvent.happened_on.between(first, last), reach(read)]


def must_talk_events(read: Read, *, first: date, last: date) -> tuple[MustTalkRow, ...]:
    """Return the events between two days whose talk the actor may know of, newest first."""
    statement = (
        select(TalkEvent, CareTalk, Unit.short_name, _due)
        .join(CareTalk, CareTalk.id == TalkEvent.talk_id)
        .outerjoin(Unit, Unit.id == TalkEvent.unit_id)
        .where(*_within(read, first, last))
        .order_by(TalkEvent.happened_on.desc(), TalkEvent.id.desc())
        .limit(MOST)
    )
    found = []
    for event, talk, unit, due_on in read.session.execute(statement):
        zh, en = trigger_words(read, event.kind)
        found.append(
            MustTalkRow(
                id=event.id,
                kind_zh=zh,
                kind_en=en,
                person_id=event.person_id,
                person_name=event.person_name,
                unit=unit or "",
                happened_on=event.happened_on,
                line=event.line,
                talk_id=talk.id,
                talk_number=talk.number,
                talk_state=talk.state,
                held_on=talk.held_on,
                due_on=due_on,
                overdue=due_on is not None and due_on < read.today,
                reason=talk.cancel_reason,
                joined=event.joined,
            )
        )
    return tuple(found)


def plan_by_unit(read: Read, *, first: date, last: date) -> tuple[UnitPlan, ...]:
    """Return plan against done of the talks that events between two days brought about.

    By the unit of the talked person, in the area's own order; those without a unit come last.
    """
    statement = (
        select(CareTalk.id, CareTalk.state, CareTalk.unit_id, Unit.short_name, _due)
        .where(
            CareTalk.id.in_(
                select(TalkEvent.talk_id).where(TalkEvent.happened_on.between(first, last))
            ),
            reach(read),
        )
        .outerjoin(Unit, Unit.id == CareTalk.unit_id)
        .order_by(Unit.order_number.is_(None), Unit.order_number, Unit.id, CareTalk.id)
    )
    rows: dict[int | None, list[tuple[str, str, date | None]]] = {}
    for _talk_id, state, unit_id, unit, due_on in read.session.execute(statement):
        rows.setdefault(unit_id, []).append((state, unit or "", due_on))
    return tuple(
        UnitPlan(
            unit_id=unit_id,
            unit=talks[0][1],
            planned=len(talks),
            held=sum(state in AFTER_TALK for state, _, _ in talks),
            overdue=sum(due is not None and due < read.today for _, _, due in talks),
            not_held=sum(state == "cancelled" for state, _, _ in talks),
        )
        for unit_id, talks in rows.items()
    )


def match_pasted(read: Read, events: Sequence[PastedEvent]) -> tuple[MatchedEvent, ...]:
    """Return pasted lines beside the persons and units of the record, in their order.

    Only persons that the actor may know of are found; a name that fits several is left open.
    """
    read.require(Permission.TALK_PLAN)
    units = _units(read)
    names = {normalise_name(event.name) for event in events}
    known: dict[str, list[Any]] = {}
    persons = select(Person.id, Person.name, Person.unit_id).where(
        Person.name.in_(names), Person.is_active, person_reach(read)
    )
    for row in read.session.execute(persons):
        known.setdefault(row.name, []).append(row)
    return tuple(_matched(event, units, known) for event in events)


def _units(read: Read) -> dict[str, tuple[int, str]]:
    found: dict[str, tuple[int, str]] = {}
    former = (
        select(UnitName.name, Unit.id, Unit.short_name)
        .join(Unit, Unit.id == UnitName.unit_id)
        .order_by(UnitName.id)
    )
    for name, unit_id, short in read.session.execute(former):
        found[name] = (unit_id, short)
    for unit in read.session.scalars(select(Unit).order_by(Unit.id)):
        for name in (unit.full_name, unit.short_name):
            found[name] = (unit.id, unit.short_name)
    return found


def _matched(
    event: PastedEvent, units: dict[str, tuple[int, str]], known: dict[str, list[Any]]
) -> MatchedEvent:
    name = normalise_name(event.name)
    unit_id, unit = units.get(event.unit, (None, ""))
    fitting = [p for p in known.get(name, ()) if unit_id is None or p.unit_id == unit_id]
    problem = event.problem
    if not problem and event.on is None:
        problem = "no_day"
    return MatchedEvent(
        place=event.place,
        name=name,
        unit_text=event.unit,
        unit_id=unit_id,
        unit=unit,
        person_id=fitting[0].id if len(fitting) == 1 else None,
        namesakes=len(fitting),
        on=event.on,
        line=event.line,
        problem=problem,
    )
