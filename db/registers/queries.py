"""Asks about the desk's day: who is on duty, what is left, who is expected."""

from datetime import date

from sqlalchemy import select

from db.books.filters import reach
from db.core.permissions import Permission
from db.core.tx import Read
from db.registers.counting import DayCounts, day_counts
from db.registers.rows import DutyDay, Expected
from db.registers.shelf import APPOINTMENT_SHELF, DUTY_SHELF, RECEPTION_SHELF
from db.registers.tables import Appointment, DutyLog, ReceptionDay


def duty_day(read: Read) -> DutyDay:
    """Return today at the desk.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.REGISTER_READ)
    seen = reach(read, DUTY_SHELF)
    log = read.session.scalar(
        select(DutyLog)
        .where(DutyLog.duty_on == read.today, seen)
        .order_by(DutyLog.state != "on_duty", DutyLog.id.desc())
        .limit(1)
    )
    last = read.session.scalar(
        select(DutyLog)
        .where(DutyLog.state.in_(("to_take_over", "taken_over")), seen)
        .order_by(DutyLog.duty_on.desc(), DutyLog.id.desc())
        .limit(1)
    )
    waits = last is not None and last.state == "to_take_over"
    counts: DayCounts = day_counts(read, read.today)
    return DutyDay(
        on=read.today,
        log_id=log.id if log and log.state == "on_duty" else None,
        leader=log.leader if log else "",
        staff=log.staff if log else "",
        receptionist=log.receptionist if log else "",
        left=last.left if last else "",
        left_by=last.giver if last else "",
        left_on=last.duty_on if last else None,
        to_take_over=last.id if last and waits else None,
        visits=counts.visits,
        visitors=counts.visitors,
        calls=counts.calls,
        letters=counts.letters,
        consultations=counts.consultations,
        expected=expected(read, first=read.today, last=read.today),
    )


def expected(read: Read, *, first: date, last: date) -> tuple[Expected, ...]:
    """Return who is expected and which leader receives between two days, by day and hour.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.REGISTER_READ)
    found = [
        Expected(
            "reception_day",
            day.id,
            day.planned_on,
            day.starts_at,
            day.ends_at,
            day.leader,
            day.leader_post,
            day.scope,
            day.companion,
            day.place,
        )
        for day in read.session.scalars(
            select(ReceptionDay).where(
                ReceptionDay.planned_on.between(first, last),
                ReceptionDay.state == "planned",
                reach(read, RECEPTION_SHELF),
            )
        )
        if day.planned_on is not None
    ]
    found += [
        Expected(
            "appointment",
            one.id,
            one.planned_on,
            one.planned_at,
            "",
            one.person_name,
            one.unit_post,
            one.subject,
            one.leader,
            one.place,
        )
        for one in read.session.scalars(
            select(Appointment).where(
                Appointment.planned_on.between(first, last),
                Appointment.state == "booked",
                reach(read, APPOINTMENT_SHELF),
            )
        )
        if one.planned_on is not None
    ]
    return tuple(sorted(found, key=_when))


def _when(one: Expected) -> tuple[date, int, str, int]:
    # 9:30 comes before 14:00, and a reception day before those who come to it.
    return (one.on, int(one.at.partition(":")[0] or 0), one.at, one.book == "appointment")
