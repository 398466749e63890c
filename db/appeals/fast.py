"""The clock of 快办: a term of its own beside the ordinary one, set by hand or by a unit's window.

Statutory and ordinary terms never change: haste is an internal term (DOMAIN §0.4, SETTLED §9.4). A
window belongs to a unit with all units below it; nothing here knows of a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import ColumnElement, or_, select

from db.appeals.changes import count, counts_time, settle
from db.appeals.tables import TRACK, Appeal
from db.appeals.workflow import BEFORE_ANSWER
from db.codes import clocks
from db.codes.rules import DEFAULT_PROFILE
from db.codes.tables import UnitWindow
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Read, Tx
from db.office.staff_tables import FastTrack
from db.office.tables import Unit

RULE = "fast_completion"
WINDOW = "window"
"""Profile of a clock that a unit's window set."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The clock that a case should have.

    Attributes:
        profile: `default` where a person set it, `window` where a unit's window did.
        from_on: Day from which haste counts.
    """

    profile: str
    from_on: date


def keep_fast(tx: Tx, appeal: Appeal) -> bool:
    """Let the clock of 快办 fit its cause; return whether anything changed.

    A case that is not accepted yet, is answered, or lies with a unit that is not timed has none.
    """
    wanted = _wanted(tx, appeal)
    running = clocks.running(tx, TRACK, appeal.id, RULE)
    if wanted is not None and [one.profile for one in running] == [wanted.profile]:
        return False
    for entry in running:
        # No event: the reason is gone, so it counts nowhere.
        entry.stopped_on, entry.cancelled = max(tx.today, entry.started_on), True
    tx.session.flush()
    started = None
    if wanted is not None and appeal.accepted_on is not None:
        started = clocks.start(
            tx,
            TRACK,
            appeal.id,
            RULE,
            on=max(appeal.accepted_on, wanted.from_on),
            profile=wanted.profile,
            unit_id=appeal.lead_unit_id,
        )
    if not running and started is None:
        return False
    settle(tx, appeal)
    tx.changed.add(TRACK)
    return True


def finish_fast(tx: Tx, appeal: Appeal, *, on: date, unit_id: int | None) -> None:
    """Stop the clock with the answer and count whether it was met: a figure of its own."""
    for entry in clocks.running(tx, TRACK, appeal.id, RULE):
        entry.stopped_on = on
        kind = "fast_on_time" if on <= entry.due_on else "fast_late"
        count(tx, appeal, kind, on=on, unit_id=unit_id)
    tx.session.flush()


def keep_windows(tx: Tx, appeals: Iterable[Appeal] | None = None) -> int:
    """Let every open appeal's clock fit the windows of today; return how many changed."""
    found = appeals if appeals is not None else _concerned(tx)
    return sum(keep_fast(tx, appeal) for appeal in found)


@dataclass(frozen=True, slots=True)
class KeepWindows:
    """Let clocks follow windows that began or ended since the last day of work."""

    permission: ClassVar[Permission] = Permission.APPEAL_ROUTE

    def __call__(self, tx: Tx) -> int:
        """Return how many clocks changed; none on a day that was done already."""
        return keep_windows(tx)


def windows_wait(read: Read) -> bool:
    """Return whether a window began or ended without its clocks following yet."""
    if not read.actor.may(Permission.APPEAL_ROUTE):
        return False
    running = _units_in_windows(read)
    clocked = (
        select(ClockEntry.id)
        .join(Appeal, Appeal.id == ClockEntry.case_id)
        .where(ClockEntry.track == TRACK, ClockEntry.rule == RULE, ClockEntry.stopped_on.is_(None))
    )
    over = clocked.where(
        ClockEntry.profile == WINDOW,
        Appeal.unit_id.is_(None) | Appeal.unit_id.not_in(running),
    )
    if read.session.scalar(over.limit(1)) is not None:
        return True
    if not running:
        return False
    waiting = select(Appeal.id).where(
        Appeal.state.in_(BEFORE_ANSWER),
        Appeal.published,
        Appeal.accepted_on.is_not(None),
        Appeal.issued_on.is_(None),
        Appeal.unit_id.in_(running),
        _is_timed(),
        Appeal.id.not_in(clocked.with_only_columns(ClockEntry.case_id)),
    )
    return read.session.scalar(waiting.limit(1)) is not None


def _is_timed() -> ColumnElement[bool]:
    untimed = select(Unit.id).where(Unit.counts_time.is_(False))
    return or_(Appeal.lead_unit_id.is_(None), Appeal.lead_unit_id.not_in(untimed))


def _wanted(read: Tx, appeal: Appeal) -> Wanted | None:
    if (
        appeal.accepted_on is None
        or appeal.issued_on is not None
        or appeal.state not in BEFORE_ANSWER
        or not counts_time(read, appeal.lead_unit_id)
    ):
        return None
    by_hand = read.session.scalar(
        select(FastTrack.set_on)
        .where(
            FastTrack.track == TRACK,
            FastTrack.case_id == appeal.id,
            FastTrack.ended_on.is_(None),
        )
        .order_by(FastTrack.id.desc())
        .limit(1)
    )
    if by_hand is not None:
        return Wanted(DEFAULT_PROFILE, by_hand)
    if appeal.unit_id is None:
        return None
    units = _with_above(read, appeal.unit_id)
    from_on = read.session.scalar(
        select(UnitWindow.from_on)
        .where(
            UnitWindow.unit_id.in_(units),
            UnitWindow.ended_on.is_(None),
            UnitWindow.from_on <= read.today,
            UnitWindow.to_on >= read.today,
        )
        .order_by(UnitWindow.from_on)
        .limit(1)
    )
    return None if from_on is None else Wanted(WINDOW, from_on)


def _with_above(read: Read, unit_id: int) -> list[int]:
    """Return a unit and every unit above it."""
    found = [unit_id]
    parent = read.session.scalar(select(Unit.parent_id).where(Unit.id == unit_id))
    while parent is not None and parent not in found:
        found.append(parent)
        parent = read.session.scalar(select(Unit.parent_id).where(Unit.id == parent))
    return found


def _units_in_windows(read: Read) -> set[int]:
    """Return the units whose window runs today, with all units below them."""
    found = set(
        read.session.scalars(
            select(UnitWindow.unit_id).where(
                UnitWindow.ended_on.is_(None),
                UnitWindow.from_on <= read.today,
                UnitWindow.to_on >= read.today,
            )
        )
    )
    below = found
    while below:
        rows = read.session.scalars(select(Unit.id).where(Unit.parent_id.in_(below)))
        below = set(rows) - found
        found |= below
    return found


def _concerned(tx: Tx) -> list[Appeal]:
    """Return the open appeals of units in a window and those with a clock of 快办."""
    clocked = select(ClockEntry.case_id).where(
        ClockEntry.track == TRACK, ClockEntry.rule == RULE, ClockEntry.stopped_on.is_(None)
    )
    statement = select(Appeal).where(
        (
            Appeal.state.in_(BEFORE_ANSWER)
            & Appeal.published
            & Appeal.unit_id.in_(_units_in_windows(tx))
        )
        | Appeal.id.in_(clocked)
    )
    return list(tx.session.scalars(statement.order_by(Appeal.id)))


__all__ = [
    "RULE",
    "WINDOW",
    "KeepWindows",
    "finish_fast",
    "keep_fast",
    "keep_windows",
    "windows_wait",
]
