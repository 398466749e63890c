"""调度清单: what the weekly meeting goes through, open cases with difficulty, unit and limit."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from db.appeals.bounces import bounces
from db.appeals.changes import RUNNING
from db.appeals.filters import reach
from db.appeals.ledger import ledger_rows
from db.appeals.rows import AppealRow
from db.appeals.tables import Appeal, HandOver
from db.appeals.workflow import BEFORE_ACCEPTANCE, BEFORE_ANSWER
from db.codes.deadlines import Stage
from db.core.errors import NotAllowedError
from db.core.permissions import Permission, Scope
from db.core.tx import Read
from db.meetings.tables import Meeting, MeetingTopic
from db.office.tables import Unit

MOST = 500


@dataclass(frozen=True, slots=True)
class ScheduleRow:
    """One open case of the weekly list.

    Attributes:
        appeal_id: The case.
        number: Its number.
        person: Who appeals.
        subject: What it is about.
        pill: Shown state.
        lead_unit: Unit that leads, empty before it was handed over.
        other_units: Units that assist and have not answered.
        due_on: Last day of its nearest limit; None where nothing is timed.
        counts_time: Whether the leading unit is timed at all.
        difficulties: Codes: overdue, due_soon, returned, opinion_missing, in_dispute, extended.
        coordination: What a meeting is to agree on, as it was written down.
    """

    appeal_id: int
    number: str
    person: str
    subject: str
    pill: str
    lead_unit: str
    other_units: tuple[str, ...]
    due_on: date | None
    counts_time: bool
    difficulties: tuple[str, ...]
    coordination: str


def schedule(read: Read) -> tuple[ScheduleRow, ...]:
    """Return the open cases, those with a limit first and the nearest of them first.

    Raises:
        NotAllowedError: `not_permitted` for departments.
    """
    if read.actor.scope(Permission.MEETING_WRITE) is not Scope.CENTER:
        raise NotAllowedError("not_permitted")
    ids = list(
        read.session.scalars(
            select(Appeal.id)
            .where(Appeal.state.in_((*BEFORE_ACCEPTANCE, *BEFORE_ANSWER)), reach(read))
            .order_by(Appeal.next_due_on.is_(None), Appeal.next_due_on, Appeal.id)
            .limit(MOST)
        )
    )
    rows = ledger_rows(read, ids)
    waiting = _waiting(read, ids)
    returned = bounces(read, ids)
    wanted = _coordination(read, ids)
    return tuple(
        _row(read, rows[i], waiting.get(i, ()), returned.get(i, 0), wanted.get(i, ""))
        for i in ids
        if i in rows
    )


def _row(
    read: Read,
    row: AppealRow,
    waiting: tuple[tuple[str, str, str], ...],
    returned: int,
    coordination: str,
) -> ScheduleRow:
    found = []
    if row.next_due_on is not None and row.next_due_on < read.today:
        found.append("overdue")
    elif row.light is not None and row.light.stage in (Stage.WAIT, Stage.TODAY):
        found.append("due_soon")
    if returned:
        found.append("returned")
    if any(role != "lead" for role, _, _ in waiting):
        found.append("opinion_missing")
    if any(state == "disputed" for _, state, _ in waiting):
        found.append("in_dispute")
    if row.pill == "extension_pending":
        found.append("extended")
    return ScheduleRow(
        appeal_id=row.id,
        number=row.number,
        person=row.person_name,
        subject=row.subject,
        pill=row.pill,
        lead_unit=row.lead_unit,
        other_units=tuple(unit for role, _, unit in waiting if role != "lead"),
        due_on=row.next_due_on,
        counts_time=row.counts_time,
        difficulties=tuple(found),
        coordination=coordination,
    )


def _waiting(read: Read, ids: list[int]) -> dict[int, tuple[tuple[str, str, str], ...]]:
    statement = (
        select(HandOver.appeal_id, HandOver.role, HandOver.state, Unit.short_name)
        .join(Unit, Unit.id == HandOver.unit_id)
        .where(HandOver.appeal_id.in_(ids), HandOver.state.in_(RUNNING))
        .order_by(HandOver.id)
    )
    found: dict[int, tuple[tuple[str, str, str], ...]] = {}
    for appeal_id, role, state, unit in read.session.execute(statement):
        found[appeal_id] = (*found.get(appeal_id, ()), (role, state, unit))
    return found


def _coordination(read: Read, ids: list[int]) -> dict[int, str]:
    statement = (
        select(MeetingTopic.appeal_id, MeetingTopic.difficulty)
        .join(Meeting, Meeting.id == MeetingTopic.parent_id)
        .where(
            MeetingTopic.appeal_id.in_(ids),
            MeetingTopic.state == "listed",
            Meeting.state.in_(("proposed", "called", "held")),
        )
        .order_by(MeetingTopic.id)
    )
    return {
        appeal_id: difficulty
        for appeal_id, difficulty in read.session.execute(statement)
        if appeal_id is not None
    }
