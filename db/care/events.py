"""六个必谈: an event brings about exactly one talk, near ones share it (PRODUCT §3-6).

Nothing here reads accusations or petitions: an event is entered by hand or pasted from a list.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import ClassVar

from sqlalchemy import ColumnElement, and_, or_, select

from db.appeals.intake import check_texts
from db.care.changes import Partner, Roles
from db.care.filters import reach
from db.care.planning import check_trigger, plan_talk
from db.care.tables import TRACK, CareTalk, TalkEvent
from db.care.workflow import BEFORE_TALK, MUST_TALK
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.office.tables import Unit
from db.people.tables import Person

EVENTS = "talk_event"
JOIN_SETTING = "talk_event_join_days"
JOIN_DAYS = 30
MOST_LINES = 500
MOST_WORDS = 100


@dataclass(frozen=True, slots=True)
class EventTaken:
    """What became of an event.

    Attributes:
        event_id: Row.
        talk_id: The talk that answers it.
        number: Its number.
        joined: Whether an earlier event had planned that talk already.
    """

    event_id: int
    talk_id: int
    number: str
    joined: bool


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event.

    Attributes:
        kind: One of `MUST_TALK`.
        partner: The person.
        happened_on: Day of the event; the limit of the talk runs from it.
        line: A few words, as `任××局副局长`.
    """

    kind: str
    partner: Partner
    happened_on: date
    line: str = ""


@dataclass(frozen=True, slots=True)
class RecordEvents:
    """登记必谈事件: one or a whole list, all or none.

    Attributes:
        events: In the order of the list.
        roles: Talker and recorder of new talks, as far as known.
        backdated_reason: Why events of more than a week ago are entered only now.
    """

    permission: ClassVar[Permission] = Permission.TALK_PLAN

    events: tuple[EventLine, ...]
    roles: Roles = field(default_factory=Roles)
    backdated_reason: str = ""

    def __call__(self, tx: Tx) -> tuple[EventTaken, ...]:
        """Enter them, and plan a talk for each that joins none.

        Raises:
            RefusedError: `missing_events`, `too_many_lines`, `unknown_value`, `text_too_long`,
                `trigger_not_for_center`, `missing_person`, `backdating_needs_reason`.
        """
        if not self.events:
            raise RefusedError("missing_events", field="events")
        if len(self.events) > MOST_LINES:
            raise RefusedError("too_many_lines", field="events", most=MOST_LINES)
        return tuple(self._record(tx, line) for line in self.events)

    def _record(self, tx: Tx, line: EventLine) -> EventTaken:
        if line.kind not in MUST_TALK:
            raise RefusedError("unknown_value", field="kind", value=line.kind)
        check_trigger(tx, line.kind, None)
        check_texts(line.line)
        if len(line.line.strip()) > MOST_WORDS:
            raise RefusedError("text_too_long", field="line", most=MOST_WORDS)
        on = tx.happened(line.happened_on, self.backdated_reason)
        partner = _known(tx, line.partner)
        talk = _near(tx, partner, line.kind, on)
        joined = talk is not None
        if talk is None:
            talk = plan_talk(
                tx,
                partner,
                line.kind,
                self.roles,
                True,
                on=on,
                behalf=None,
                reason=self.backdated_reason,
            )
        else:
            tx.tell(TRACK, talk.id, "join_event", source=talk.state, target=talk.state, on=on)
        row = tx.add(
            TalkEvent(
                kind=line.kind,
                person_id=partner.person_id,
                person_name=talk.person_name if not joined else partner.person_name,
                unit_id=partner.unit_id,
                happened_on=on,
                recorded_at=tx.now,
                line=line.line.strip(),
                talk_id=talk.id,
                joined=joined,
                entered_by_id=tx.actor.account_id,
            )
        )
        tx.changed.add(EVENTS)
        return EventTaken(row.id, talk.id, talk.number, joined)


def _known(tx: Tx, partner: Partner) -> Partner:
    name, unit_id = partner.person_name.strip(), partner.unit_id
    if partner.person_id is not None:
        person = tx.load(Person, partner.person_id)
        name, unit_id = person.name, unit_id or person.unit_id
    if not name:
        raise RefusedError("missing_person", field="person_name")
    if unit_id is not None and tx.session.get(Unit, unit_id) is None:
        raise RefusedError("unknown_value", field="unit_id", value=unit_id)
    return Partner(partner.person_id, name, unit_id)


def _near(tx: Tx, partner: Partner, kind: str, on: date) -> CareTalk | None:
    """Return the talk that an event near this one planned, within the actor's reach.

    A talk that is still to be held takes up any event of the person within the days of the
    setting; one that was held takes up only the same event told once more.
    """
    span = timedelta(days=int(tx.setting(JOIN_SETTING, JOIN_DAYS)))
    statement = (
        select(CareTalk)
        .join(TalkEvent, TalkEvent.talk_id == CareTalk.id)
        .where(
            _same_person(partner),
            TalkEvent.happened_on.between(on - span, on + span),
            CareTalk.state != "cancelled",
            or_(TalkEvent.kind == kind, CareTalk.state.in_(BEFORE_TALK)),
            reach(tx),
        )
        .order_by(CareTalk.id.desc())
        .limit(1)
    )
    return tx.session.scalar(statement)


def _same_person(partner: Partner) -> ColumnElement[bool]:
    if partner.person_id is not None:
        return TalkEvent.person_id == partner.person_id
    return and_(
        TalkEvent.person_id.is_(None),
        TalkEvent.person_name == partner.person_name,
        TalkEvent.unit_id.is_not_distinct_from(partner.unit_id),
    )
