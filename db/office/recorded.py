"""What was recorded from paper and waits for a second person (代录, SETTLED §2)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, literal, or_, select

import db.appeals.filters as appeals
import db.care.filters as care
import db.clarification.filters as clarification
import db.shelves
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.books.heads import heads_of
from db.care.tables import TRACK as TALKS
from db.care.tables import CareTalk
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.core.permissions import Permission
from db.core.tables import Event
from db.core.tx import Read
from db.office.tables import Unit

MOST = 300


@dataclass(frozen=True, slots=True)
class RecordedRow:
    """A move recorded from paper, with the case that it belongs to.

    Attributes:
        event_id: For `ConfirmEvent`.
        act: What was done.
        number: Number of the case.
        person_name: Whose case it is.
        unit: Short name of the unit that did it.
        behalf_of: Who signed the paper.
        is_mine: The actor typed it himself, so somebody else confirms it.
    """

    event_id: int
    track: str
    case_id: int
    act: str
    number: str
    person_name: str
    unit: str
    behalf_of: str
    behalf_post: str
    behalf_number: str
    behalf_on: date | None
    happened_on: date
    note: str
    entered_by: str
    is_mine: bool


def recorded_moves(read: Read) -> tuple[RecordedRow, ...]:
    """Return the recorded moves that nobody has compared yet, oldest first.

    Only those of cases that the actor may see; his own entries are marked, for he waits for them.
    """
    confirms = read.actor.may(Permission.CONFIRM_RECORDED)
    records = read.actor.may(Permission.RECORD_ON_BEHALF)
    if not (confirms or records):
        return ()
    statement = (
        select(
            Event,
            Unit.short_name,
            Appeal.number,
            Appeal.person_name,
            Clarification.number,
            Clarification.person_name,
            CareTalk.number,
            CareTalk.person_name,
        )
        .outerjoin(Unit, Unit.id == Event.unit_id)
        .outerjoin(
            Appeal,
            and_(Event.track == APPEALS, Appeal.id == Event.case_id, appeals.reach(read)),
        )
        .outerjoin(
            Clarification,
            and_(
                Event.track == CLARIFICATIONS,
                Clarification.id == Event.case_id,
                clarification.reach(read),
            ),
        )
        .outerjoin(
            CareTalk,
            and_(Event.track == TALKS, CareTalk.id == Event.case_id, care.reach(read)),
        )
        .where(
            Event.needs_confirmation,
            or_(
                Appeal.id.is_not(None),
                Clarification.id.is_not(None),
                CareTalk.id.is_not(None),
                Event.track.in_(db.shelves.SHELVES),
            ),
            or_(literal(confirms), Event.actor_id == read.actor.account_id),
        )
        .order_by(Event.id)
        .limit(MOST)
    )
    listed = read.session.execute(statement).all()
    heads = heads_of(read, [(event.track, event.case_id) for event, *_ in listed])
    found = []
    for event, unit, *named in listed:
        entry = (event.track, event.case_id)
        if event.track in db.shelves.SHELVES and entry not in heads:
            continue
        number = next((n for n in (*named[::2], heads.get(entry, ("", ""))[0]) if n), "")
        person = next((p for p in (*named[1::2], heads.get(entry, ("", ""))[1]) if p), "")
        found.append(
            RecordedRow(
                event_id=event.id,
                track=event.track,
                case_id=event.case_id,
                act=event.act,
                number=number,
                person_name=person,
                unit=unit or "",
                behalf_of=event.behalf_of or "",
                behalf_post=event.behalf_post or "",
                behalf_number=event.behalf_number or "",
                behalf_on=event.behalf_on,
                happened_on=event.happened_on,
                note=event.note,
                entered_by=event.actor_name,
                is_mine=event.actor_id in read.actor.people,
            )
        )
    return tuple(found)
