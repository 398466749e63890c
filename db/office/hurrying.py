"""敏感时段 of units and 快办 set by hand: what makes a case quick, without saying whom it is for.

SETTLED §9.4, OFFICE §1-4: windows are public and belong to a unit; haste has a neutral reason from
a list and no text. There is no place to write that somebody is being considered for a post.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import Select, select

from db.appeals.changes import settle
from db.appeals.fast import keep_fast, keep_windows
from db.appeals.intake import check_texts
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.appeals.workflow import APPEAL
from db.codes.queries import require_code
from db.codes.tables import UnitWindow
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx
from db.office.staff_tables import FastTrack
from db.office.tables import Unit

WINDOW = "unit_window"
ABOUT_SOMEBODY = re.compile(r"考察|人选|动议|候选|提名|拟任|任前|同志|选拔|晋升")
"""Words that turn a public window of a unit into a hint at a person."""


@dataclass(frozen=True, slots=True)
class WindowRow:
    """A public window of a unit."""

    id: int
    version: int
    unit_id: int
    unit: str
    title: str
    from_on: date
    to_on: date
    ended_on: date | None
    is_running: bool


@dataclass(frozen=True, slots=True)
class FastRow:
    """快办 of a case as it stands."""

    id: int
    reason: str
    set_on: date
    set_by: str


@dataclass(frozen=True, slots=True)
class SetWindow:
    """设置敏感时段: a unit, two days, a public title such as 换届期间."""

    permission: ClassVar[Permission] = Permission.CALENDAR_WRITE

    unit_id: int
    title: str
    from_on: date
    to_on: date

    def __call__(self, tx: Tx) -> int:
        """Write it.

        Raises:
            RefusedError: `missing_unit`, `missing_title`, `window_about_somebody`,
                `validity_order`, `window_overlaps`.
        """
        if tx.session.get(Unit, self.unit_id) is None:
            raise RefusedError("missing_unit", field="unit_id")
        title = self.title.strip()[:120]
        if not title:
            raise RefusedError("missing_title", field="title")
        check_texts(title)
        if ABOUT_SOMEBODY.search(title):
            raise RefusedError("window_about_somebody", field="title")
        if self.to_on < self.from_on:
            raise RefusedError("validity_order", field="to_on")
        _refuse_overlap(tx, self.unit_id, self.from_on, self.to_on)
        row = tx.add(
            UnitWindow(unit_id=self.unit_id, title=title, from_on=self.from_on, to_on=self.to_on)
        )
        tx.changed.add(WINDOW)
        keep_windows(tx)
        return row.id


@dataclass(frozen=True, slots=True)
class EndWindow:
    """提前结束敏感时段."""

    permission: ClassVar[Permission] = Permission.CALENDAR_WRITE

    window_id: int
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """End it today.

        Raises:
            RefusedError: `already_decided` if it is over.
        """
        row = tx.load(UnitWindow, self.window_id, seen=self.seen)
        if row.ended_on is not None or row.to_on < tx.today:
            raise RefusedError("already_decided")
        row.ended_on = tx.today
        tx.changed.add(WINDOW)
        tx.session.flush()
        keep_windows(tx)
        return row.id


@dataclass(frozen=True, slots=True)
class SetFastTrack:
    """列入快办, for a reason of the list and without a word beside it."""

    permission: ClassVar[Permission] = Permission.APPEAL_ROUTE

    appeal_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Set it; the timeline says that, the reason stays with the center.

        Raises:
            RefusedError: `unknown_value`, `fast_track_stands`, `case_has_ended`.
            NotAllowedError: `not_found`.
        """
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        require_code(tx, "fast_track_reason", self.reason, field="reason")
        if appeal.state in APPEAL.terminal:
            raise RefusedError("case_has_ended")
        if appeal.is_fast:
            raise RefusedError("fast_track_stands")
        row = tx.add(
            FastTrack(
                track=APPEALS,
                case_id=appeal.id,
                reason=self.reason,
                set_on=tx.today,
                set_by_id=tx.actor.account_id,
                set_by_name=tx.actor.shown_name,
            )
        )
        _mark(tx, appeal, "set_fast_track", is_fast=True)
        return row.id


@dataclass(frozen=True, slots=True)
class EndFastTrack:
    """取消快办."""

    permission: ClassVar[Permission] = Permission.APPEAL_ROUTE

    appeal_id: int
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """End it; what was hurried stays as it went.

        Raises:
            RefusedError: `no_fast_track`.
            NotAllowedError: `not_found`.
        """
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if not appeal.is_fast:
            raise RefusedError("no_fast_track")
        for row in tx.session.scalars(_standing(appeal.id)):
            row.ended_on = tx.today
        _mark(tx, appeal, "end_fast_track", is_fast=False)
        return appeal.id


def windows(read: Read) -> tuple[WindowRow, ...]:
    """Return the windows of all units, running ones first; they are public."""
    rows = read.session.execute(
        select(UnitWindow, Unit.short_name)
        .join(Unit, Unit.id == UnitWindow.unit_id)
        .order_by(UnitWindow.to_on.desc(), UnitWindow.id.desc())
        .limit(500)
    )
    found = [
        WindowRow(
            id=row.id,
            version=row.version,
            unit_id=row.unit_id,
            unit=unit,
            title=row.title,
            from_on=row.from_on,
            to_on=row.to_on,
            ended_on=row.ended_on,
            is_running=row.ended_on is None and row.from_on <= read.today <= row.to_on,
        )
        for row, unit in rows
    ]
    return tuple(sorted(found, key=lambda row: not row.is_running))


def fast_track(read: Read, appeal_id: int) -> FastRow | None:
    """Return why a case is hurried, to who routes cases; None otherwise and without it."""
    if not read.actor.may(Permission.APPEAL_ROUTE):
        return None
    row = read.session.scalars(_standing(appeal_id)).first()
    return None if row is None else FastRow(row.id, row.reason, row.set_on, row.set_by_name)


def _standing(appeal_id: int) -> Select[FastTrack]:
    return select(FastTrack).where(
        FastTrack.track == APPEALS, FastTrack.case_id == appeal_id, FastTrack.ended_on.is_(None)
    )


def _mark(tx: Tx, appeal: Appeal, act: str, *, is_fast: bool) -> None:
    appeal.is_fast = is_fast
    tx.tell(APPEALS, appeal.id, act, source=None, target=None, on=tx.today)
    tx.session.flush()
    keep_fast(tx, appeal)
    settle(tx, appeal)
    tx.session.flush()


def _refuse_overlap(tx: Tx, unit_id: int, first: date, last: date) -> None:
    found = tx.session.scalar(
        select(UnitWindow.id).where(
            UnitWindow.unit_id == unit_id,
            UnitWindow.ended_on.is_(None),
            UnitWindow.from_on <= last,
            UnitWindow.to_on >= first,
        )
    )
    if found is not None:
        raise RefusedError("window_overlaps", field="from_on")
