"""Closing a month after the leader signed, the manager's own words, and later corrections.

A closed month is a snapshot that the database never lets change; what is entered afterwards shows
as a correction in the next report (附表6), never in the closed one (DESIGN §3.12).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import and_, or_, select

from db.appeals.tables import Appeal
from db.care.tables import CareTalk
from db.clarification.tables import Clarification
from db.core.errors import ConflictError, RefusedError
from db.core.permissions import Permission
from db.core.tables import Event, Milestone, TrailEntry
from db.core.tx import Read, Tx
from db.office.tables import Account
from db.statistics.balance import check_balance
from db.statistics.counting import AsOf, cut_off, rules
from db.statistics.measures import APPEAL, CLARIFICATION, KIND_TRACKS, MEASURES, TALK, Measure
from db.statistics.periods import Month, Period, month_period
from db.statistics.queries import monthly
from db.statistics.rows import (
    PERIODS,
    ClosedMonth,
    Correction,
    Duration,
    LateEntry,
    MonthFigures,
    OwnWords,
    PeriodFigures,
    Trend,
    UnitFigures,
)
from db.statistics.tables import MonthClose, MonthText

LONGEST_WORDS = 4000
LONGEST_SIGNER = 80


@dataclass(frozen=True, slots=True)
class CloseMonth:
    """月结: keep the figures of a month as the leader signed them.

    Attributes:
        month: Such as `2026-10`.
        signed_by: Name and post of the leader who signed the report.
        as_of: Cut-off that the signed report bears; None for now.
    """

    permission: ClassVar[Permission] = Permission.MONTH_CLOSE

    month: str
    signed_by: str
    as_of: datetime | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the snapshot with the head of the chain; return its row.

        Raises:
            RefusedError: `bad_month`, `month_not_over`, `month_closed`, `missing_signer`,
                `month_does_not_foot`, `cut_off_in_future`.
        """
        name = Month.parse(self.month)
        period = month_period(name, rules(tx))
        if not self.signed_by.strip():
            raise RefusedError("missing_signer", field="signed_by")
        if tx.today <= period.end:
            raise RefusedError("month_not_over", field="month", month=str(name))
        if tx.session.scalar(select(MonthClose.id).where(MonthClose.month == str(name))):
            raise RefusedError("month_closed", field="month", month=str(name))
        if self.as_of is not None and self.as_of > tx.now:
            raise RefusedError("cut_off_in_future", field="as_of")
        figures = monthly(tx, str(name), self.as_of)
        faults = check_balance(figures)
        if faults:
            raise RefusedError("month_does_not_foot", month=str(name), fault=faults[0])
        row = tx.add(
            MonthClose(
                month=str(name),
                period_from=period.start,
                period_to=period.end,
                cut_off_at=figures.as_of,
                figures=to_snapshot(figures),
                closed_by_id=tx.actor.account_id,
                signed_by=self.signed_by.strip()[:LONGEST_SIGNER],
                chain_head=_chain_head(tx),
            )
        )
        tx.changed.add("month_close")
        return row.id


def _chain_head(read: Read) -> str:
    return (
        read.session.scalar(select(TrailEntry.hash).order_by(TrailEntry.id.desc()).limit(1)) or ""
    )


@dataclass(frozen=True, slots=True)
class SaveMonthText:
    """Save sections 五 and 六 of a month's report; a closed month keeps its words.

    Attributes:
        month: Such as `2026-10`.
        concerns: 需要关注的问题, a paragraph a line; may hold fields as `{accepted_count}`.
        next_steps: 下步工作.
        seen: Version that was shown, None where there was none.
    """

    permission: ClassVar[Permission] = Permission.MONTH_CLOSE

    month: str
    concerns: str
    next_steps: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the words; return their new version.

        Raises:
            RefusedError: `bad_month`, `month_closed`, `text_too_long`.
            ConflictError: If somebody else wrote meanwhile.
        """
        name = str(Month.parse(self.month))
        if tx.session.scalar(select(MonthClose.id).where(MonthClose.month == name)):
            raise RefusedError("month_closed", field="month", month=name)
        for field, text in (("concerns", self.concerns), ("next_steps", self.next_steps)):
            if len(text) > LONGEST_WORDS:
                raise RefusedError("text_too_long", field=field, most=LONGEST_WORDS)
        row = tx.session.scalar(select(MonthText).where(MonthText.month == name))
        if row is None:
            row = tx.add(MonthText(month=name, concerns=self.concerns, next_steps=self.next_steps))
            return row.version
        if self.seen is None or row.version != self.seen:
            raise ConflictError(
                MonthText.__tablename__,
                row.id,
                {
                    "concerns": row.concerns,
                    "next_steps": row.next_steps,
                    "version": row.version,
                },
            )
        row.concerns, row.next_steps = self.concerns, self.next_steps
        tx.session.flush()
        return row.version


# --- asking ------------------------------------------------------------------------------------


def closed_months(read: Read) -> tuple[ClosedMonth, ...]:
    """Return the closed months, latest first."""
    read.require(Permission.STATISTICS_READ)
    rows = read.session.execute(
        select(MonthClose, Account.name)
        .outerjoin(Account, Account.id == MonthClose.closed_by_id)
        .order_by(MonthClose.month.desc())
    )
    return tuple(_closed(row, name or "") for row, name in rows)


def closed_month(read: Read, month: str) -> ClosedMonth | None:
    """Return the 月结单 of a month, None while it is open."""
    return next((c for c in closed_months(read) if c.month == str(Month.parse(month))), None)


def _closed(row: MonthClose, name: str) -> ClosedMonth:
    return ClosedMonth(
        month=row.month,
        start=row.period_from,
        end=row.period_to,
        cut_off_at=row.cut_off_at,
        closed_by=name,
        signed_by=row.signed_by,
        chain_head=row.chain_head,
    )


def told(read: Read, month: str, as_of: AsOf = None) -> MonthFigures:
    """Return a month as it is told: the snapshot of a closed one, else counted now.

    Args:
        read: The question; it needs the right to read statistics.
        month: Such as `2026-10`.
        as_of: Cut-off of recording; with one the month is always counted anew.

    Raises:
        NotAllowedError: `not_permitted`.
        RefusedError: `bad_month`.
    """
    read.require(Permission.STATISTICS_READ)
    if as_of is None:
        name = str(Month.parse(month))
        kept = read.session.scalar(select(MonthClose.figures).where(MonthClose.month == name))
        if kept is not None:
            return from_snapshot(kept)
    return monthly(read, month, as_of)


def own_words(read: Read, month: str) -> OwnWords:
    """Return the manager's words of a month, empty where there are none yet."""
    read.require(Permission.STATISTICS_READ)
    row = read.session.scalar(select(MonthText).where(MonthText.month == str(Month.parse(month))))
    if row is None:
        return OwnWords()
    return OwnWords(row.concerns, row.next_steps, row.version)


# --- snapshots ---------------------------------------------------------------------------------


def to_snapshot(figures: MonthFigures) -> dict[str, Any]:
    """Return figures as they are kept."""
    return {
        "month": figures.month,
        "as_of": figures.as_of.isoformat(),
        "periods": {name: _period(figures.period(name)) for name in PERIODS},
        "trend": [[t.month, t.accepted, t.handled, t.open] for t in figures.trend],
        "durations": [
            [d.name, d.count, d.median, d.most, d.previous_median] for d in figures.durations
        ],
        "reviews": [figures.reviews_decided, figures.reviews_changed],
    }


def _period(figures: PeriodFigures) -> dict[str, Any]:
    return {
        "start": figures.start.isoformat(),
        "end": figures.end.isoformat(),
        "values": dict(figures.values),
        "by_category": {key: dict(row) for key, row in figures.by_category.items()},
        "by_channel": {key: dict(row) for key, row in figures.by_channel.items()},
        "by_unit": [
            [unit.unit_id, unit.key, unit.name, unit.counts_time, dict(unit.values)]
            for unit in figures.by_unit
        ],
    }


def from_snapshot(kept: Mapping[str, Any]) -> MonthFigures:
    """Return the figures of a closed month; measures that came later count as 0."""
    periods = {name: _from_period(kept["periods"][name]) for name in PERIODS}
    decided, changed = kept["reviews"]
    return MonthFigures(
        month=kept["month"],
        as_of=datetime.fromisoformat(kept["as_of"]),
        **periods,
        trend=tuple(Trend(*entry) for entry in kept["trend"]),
        durations=tuple(Duration(*entry) for entry in kept["durations"]),
        reviews_decided=decided,
        reviews_changed=changed,
        is_snapshot=True,
    )


def _from_period(kept: Mapping[str, Any]) -> PeriodFigures:
    values = {m.identifier: 0 for m in MEASURES if not m.is_rate}
    return PeriodFigures(
        start=date.fromisoformat(kept["start"]),
        end=date.fromisoformat(kept["end"]),
        values=values | kept["values"],
        by_category=kept["by_category"],
        by_channel=kept["by_channel"],
        by_unit=tuple(UnitFigures(*entry) for entry in kept["by_unit"]),
    )


# --- corrections -------------------------------------------------------------------------------


def corrections(read: Read, month: str, as_of: AsOf = None) -> tuple[Correction, ...]:
    """Return the figures of one closed month that later entries changed.

    Raises:
        RefusedError: `month_open` for a month that is not closed.
    """
    read.require(Permission.STATISTICS_READ)
    name = str(Month.parse(month))
    row = read.session.scalar(select(MonthClose).where(MonthClose.month == name))
    if row is None:
        raise RefusedError("month_open", field="month", month=name)
    return _corrections(read, row, cut_off(read, as_of))


def corrections_before(read: Read, month: str, as_of: AsOf = None) -> tuple[Correction, ...]:
    """Return 附表6 of a report: corrections of closed months before it, entered by the cut-off.

    What the report before told already, by its own closing, is not told again.
    """
    read.require(Permission.STATISTICS_READ)
    name = Month.parse(month)
    cut = cut_off(read, as_of)
    rows = list(
        read.session.scalars(
            select(MonthClose).where(MonthClose.month < str(name)).order_by(MonthClose.month)
        )
    )
    before = next((row for row in rows if row.month == str(name.previous)), None)
    found: list[Correction] = []
    for row in rows:
        since = max(row.cut_off_at, before.cut_off_at) if before else row.cut_off_at
        found += _corrections(read, row, cut, since=since)
    return tuple(found)


def _corrections(
    read: Read, row: MonthClose, cut: datetime, *, since: datetime | None = None
) -> tuple[Correction, ...]:
    start = since or row.cut_off_at
    late = _late_entries(read, Period(row.period_from, row.period_to), start, cut)
    if not late:
        return ()
    old = from_snapshot(row.figures).current
    if start > row.cut_off_at:
        old = monthly(read, row.month, start).current
    return tuple(_differences(row.month, old, monthly(read, row.month, cut).current, late))


def _differences(
    month: str, old: PeriodFigures, new: PeriodFigures, late: Mapping[str, list[LateEntry]]
) -> Iterable[Correction]:
    for measure in MEASURES:
        if not (measure.kinds or measure.identifier == "open_count"):
            continue
        name = measure.identifier
        if old[name] != new[name]:
            reasons = _reasons(measure, late)
            yield Correction(month, name, "", "", old[name], new[name], reasons)
    for dimension, before, after in (
        ("category", old.by_category, new.by_category),
        ("channel", old.by_channel, new.by_channel),
    ):
        for key in dict.fromkeys((*before, *after)):
            for name in ("received_count", "accepted_count", "handled_count"):
                was = before.get(key, {}).get(name, 0)
                now = after.get(key, {}).get(name, 0)
                if was != now:
                    reasons = tuple(late.get(name.removesuffix("_count"), ()))
                    yield Correction(month, name, dimension, key, was, now, reasons)


def _reasons(measure: Measure, late: Mapping[str, list[LateEntry]]) -> tuple[LateEntry, ...]:
    kinds = measure.kinds or (*measure.inflow, *measure.outflow)
    return tuple(entry for kind in kinds for entry in late.get(kind, ()))


def _late_entries(
    read: Read, period: Period, since: datetime, cut: datetime
) -> dict[str, list[LateEntry]]:
    """Return what was entered or withdrawn after an instant about days of a period, by kind."""
    rows = read.session.execute(
        select(
            Milestone.track,
            Milestone.case_id,
            Milestone.kind,
            Milestone.recorded_at,
            Milestone.revoked_at,
        )
        .where(
            Milestone.kind.in_(tuple(KIND_TRACKS)),
            Milestone.happened_on.between(period.start, period.end),
            or_(
                and_(Milestone.recorded_at > since, Milestone.recorded_at <= cut),
                and_(Milestone.revoked_at > since, Milestone.revoked_at <= cut),
            ),
        )
        .order_by(Milestone.id)
    ).all()
    found: dict[str, list[LateEntry]] = defaultdict(list)
    numbers = _numbers(read, {(track, case_id) for track, case_id, *_ in rows})
    for track, case_id, kind, recorded_at, revoked_at in rows:
        withdrawn = revoked_at is not None and since < revoked_at <= cut
        entry = LateEntry(
            track=track,
            case_id=case_id,
            number=numbers.get((track, case_id), ""),
            kind=kind,
            act="",
            note="",
            actor_name="",
            recorded_at=revoked_at if withdrawn and revoked_at else recorded_at,
            withdrawn=withdrawn,
        )
        found[kind].append(_with_event(read, entry))
    return found


def _with_event(read: Read, entry: LateEntry) -> LateEntry:
    """Return an entry with who made it and why, from the timeline of its case."""
    event = read.session.execute(
        select(Event.act, Event.note, Event.backdated_reason, Event.actor_name)
        .where(
            Event.track == entry.track,
            Event.case_id == entry.case_id,
            Event.recorded_at == entry.recorded_at,
        )
        .order_by(Event.id.desc())
        .limit(1)
    ).first()
    if event is None:
        return entry
    # Notes of other moves hold what was said in the case; only reasons for dates are told here.
    note = event.backdated_reason or (event.note if event.act == "amend" else "")
    return replace(entry, act=event.act, note=note, actor_name=event.actor_name)


def _numbers(read: Read, cases: set[tuple[str, int]]) -> dict[tuple[str, int], str]:
    found: dict[tuple[str, int], str] = {}
    for track, table in ((APPEAL, Appeal), (CLARIFICATION, Clarification), (TALK, CareTalk)):
        ids = sorted(case_id for named, case_id in cases if named == track)
        for start in range(0, len(ids), 500):
            rows = read.session.execute(
                select(table.id, table.number).where(table.id.in_(ids[start : start + 500]))
            )
            found |= {(track, row_id): number or "" for row_id, number in rows}
    return found
