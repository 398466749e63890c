"""Starts and stops the clocks of a case; dates come from `db.codes.deadlines` alone."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from db.codes.deadlines import Due, due, fixed_due
from db.codes.queries import calendar, rule
from db.codes.rules import DEFAULT_PROFILE
from db.core.tables import ClockEntry
from db.core.tx import Read, Tx


@dataclass(frozen=True, slots=True)
class Stopped:
    """What a stopped clock says: whether it was met, by which kind of term."""

    rule: str
    due_on: date
    stopped_on: date
    is_statutory: bool

    @property
    def on_time(self) -> str:
        """Return `statutory_on_time`, `statutory_late`, `internal_on_time` or `internal_late`."""
        kind = "statutory" if self.is_statutory else "internal"
        return f"{kind}_{'on_time' if self.stopped_on <= self.due_on else 'late'}"


def reckon(read: Read, entry: ClockEntry) -> Due:
    """Return the full reckoning of a clock: rule, start, excluded days."""
    known = rule(read, entry.rule, entry.profile)
    if entry.fixed_on is not None:
        return fixed_due(known, entry.started_on, entry.fixed_on, calendar(read))
    return due(
        known,
        entry.started_on,
        calendar(read),
        extension_days=entry.extension_days,
    )


def start(
    tx: Tx,
    track: str,
    case_id: int,
    identifier: str,
    *,
    on: date,
    profile: str = DEFAULT_PROFILE,
    row_id: int | None = None,
    unit_id: int | None = None,
    until: date | None = None,
) -> ClockEntry | None:
    """Start a clock and return it; None for a rule that is switched off or has no length.

    A last day that a person set by hand (`until`) needs neither length nor switch.
    """
    wanted = rule(tx, identifier, profile)
    if until is None and (not wanted.enabled or wanted.length is None):
        return None
    if until is None:
        found = due(wanted, on, calendar(tx))
    else:
        found = fixed_due(wanted, on, until, calendar(tx))
    return tx.add(
        ClockEntry(
            track=track,
            case_id=case_id,
            row_id=row_id,
            rule=identifier,
            profile=profile,
            started_on=on,
            fixed_on=until,
            due_on=found.due_on,
            unrolled_on=found.unrolled_on,
            internal_target_on=found.internal_target_on,
            provisional=found.provisional,
            is_statutory=wanted.statutory,
            is_right=wanted.right_of_person,
            unit_id=unit_id,
            calendar_version=int(tx.setting("calendar_version", 1)),
        )
    )


def running(
    read: Read,
    track: str,
    case_id: int,
    identifier: str | None = None,
    *,
    row_id: int | None = None,
) -> list[ClockEntry]:
    """Return the clocks of a case that still run, oldest first."""
    statement = select(ClockEntry).where(
        ClockEntry.track == track, ClockEntry.case_id == case_id, ClockEntry.stopped_on.is_(None)
    )
    if identifier is not None:
        statement = statement.where(ClockEntry.rule == identifier)
    if row_id is not None:
        statement = statement.where(ClockEntry.row_id == row_id)
    return list(read.session.scalars(statement.order_by(ClockEntry.id)))


def stop(
    tx: Tx,
    track: str,
    case_id: int,
    identifier: str | None = None,
    *,
    on: date,
    row_id: int | None = None,
    cancel: bool = False,
) -> list[Stopped]:
    """Stop running clocks and return what they say.

    Args:
        tx: The transaction.
        track: Kind of the case.
        case_id: The case.
        identifier: Rule; None for all of them.
        on: Day of the stopping event.
        row_id: Only the clocks of this hand-over or opinion.
        cancel: The event they waited for will never come; they count nowhere.
    """
    found = []
    for entry in running(tx, track, case_id, identifier, row_id=row_id):
        entry.stopped_on = on
        entry.cancelled = cancel
        found.append(Stopped(entry.rule, entry.due_on, on, entry.is_statutory))
    tx.session.flush()
    return found


def extend(tx: Tx, entry: ClockEntry, days: int) -> None:
    """Lengthen a clock once; computed on unrolled dates and rolled once (DOMAIN §12.1)."""
    entry.extension_days = days
    refresh(tx, entry)


def refresh(tx: Tx, entry: ClockEntry) -> tuple[date, date] | None:
    """Derive a clock's dates anew; return (old, new) if the due date moved."""
    before = entry.due_on
    found = reckon(tx, entry)
    entry.due_on = found.due_on
    entry.unrolled_on = found.unrolled_on
    entry.internal_target_on = found.internal_target_on
    entry.provisional = found.provisional
    entry.calendar_version = int(tx.setting("calendar_version", 1))
    tx.session.flush()
    return None if before == entry.due_on else (before, entry.due_on)


def reckon_clock(read: Read, clock_id: int) -> Due:
    """Return the full reckoning of a clock by its id, for 时限依据."""
    return reckon(read, read.session.get_one(ClockEntry, clock_id))
