"""Counts the facts up to the end of a month by kind, list and unit, in a few grouped scans.

Everything is told at two cut-offs: what happened within the period, and what was recorded up to an
instant and not withdrawn by then. So a month can be told again as it was known (SETTLED §3).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select

from db.core.clock import instant
from db.core.tables import Milestone
from db.core.tx import Read
from db.office.tables import Unit
from db.statistics.measures import (
    APPEAL,
    CLEARING_ENDS,
    KIND_TRACKS,
    OPEN_OUT,
    SCREENING_IN,
    SCREENING_OUT,
)
from db.statistics.periods import (
    ONE_DAY,
    SETTING,
    Month,
    Period,
    PeriodRule,
    month_period,
    period_rules,
    year_to_date,
)

BALANCE_KINDS = tuple(dict.fromkeys((*SCREENING_IN, *SCREENING_OUT, *OPEN_OUT)))
UNIT_KINDS = (
    "passed_in",
    "passed_in_co",
    "passed_out",
    "handled",
    "other_exit",
    "signed_on_time",
    "signed_late",
    "objected",
)
PLAIN_KINDS = (
    "closed",
    "on_the_spot",
    "notice_on_time",
    "notice_late",
    "fast_on_time",
    "fast_late",
    "repeated",
    "follow_up_due",
    "followed_up",
    "service_rated",
)
SMALL_KINDS = tuple(kind for kind, track in KIND_TRACKS.items() if track != APPEAL)
"""Kinds of which a year has hundreds, not thousands; they are read one by one."""

AsOf = datetime | date | None


def cut_off(read: Read, as_of: AsOf) -> datetime:
    """Return the instant up to which entries count; a day means its end in Shanghai."""
    if as_of is None:
        return read.now
    if isinstance(as_of, datetime):
        return as_of
    return instant(as_of + ONE_DAY)


def rules(read: Read) -> tuple[PeriodRule, ...]:
    """Return how the office cuts its months."""
    return period_rules(read.setting(SETTING))


def known(cut: datetime) -> ColumnElement[bool]:
    """Return the condition for facts recorded by an instant and not withdrawn by then."""
    return and_(
        Milestone.recorded_at <= cut,
        or_(Milestone.revoked_at.is_(None), Milestone.revoked_at > cut),
    )


@dataclass(slots=True)
class Tally:
    """Counts of one bucket of days, by dimension."""

    totals: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    categories: dict[str, dict[str, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )
    channels: dict[str, dict[str, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )
    units: dict[int | None, dict[str, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )


@dataclass(frozen=True, slots=True)
class SmallFact:
    """A fact of a clarification, a talk or a consultation."""

    kind: str
    track: str
    case_id: int
    person_id: int | None
    happened_on: date
    outcome: str | None
    amount: int


class Count:
    """Counts the facts up to the end of a month once, for all periods asked of it."""

    def __init__(self, read: Read, month: Month, cut: datetime) -> None:
        self.read = read
        self.month = month
        self.cut = cut
        self.rules = rules(read)
        self.periods = {
            "current": month_period(month, self.rules),
            "previous": month_period(month.previous, self.rules),
            "last_year": month_period(month.last_year, self.rules),
            "year_to_date": year_to_date(month, self.rules),
            "last_year_to_date": year_to_date(month.last_year, self.rules),
        }
        self.months = [month_period(m, self.rules) for m in month.so_far()]
        edges = {
            edge
            for period in (*self.periods.values(), *self.months)
            for edge in (period.start, period.end + ONE_DAY)
        }
        self.edges = sorted(edges)
        self.end = self.periods["current"].end
        self.tallies = [Tally() for _ in range(len(self.edges))]
        self.units: dict[int | None, Unit] = {}
        self._count_balances()
        self._count_units()
        self._count_plain()
        self._count_terms()
        self.small = self._small_facts()

    # Every scan below is answered by ix_milestone_count alone, but for the verdicts on terms.

    def _bucket(self) -> ColumnElement[int]:
        return case(
            *(
                (Milestone.happened_on < edge, literal(place))
                for place, edge in enumerate(self.edges)
            ),
            else_=literal(len(self.edges)),
        )

    def _where(self, kinds: Sequence[str], *, since: date | None = None) -> list[Any]:
        found = [Milestone.kind.in_(kinds), Milestone.happened_on <= self.end, known(self.cut)]
        if since is not None:
            found.append(Milestone.happened_on >= since)
        return found

    def _count_balances(self) -> None:
        bucket = self._bucket().label("bucket")
        outcome = case((Milestone.kind == "handled", Milestone.outcome)).label("said")
        keys = (Milestone.kind, Milestone.category, Milestone.channel, outcome, bucket)
        rows = self.read.session.execute(
            select(*keys, func.sum(Milestone.amount))
            .where(*self._where(BALANCE_KINDS))
            .group_by(*keys)
        )
        for kind, category, channel, said, place, amount in rows:
            tally = self.tallies[place]
            names = (kind,) if said is None else (kind, f"{kind}:{said}")
            for name in names:
                tally.totals[name] += amount
                tally.categories[category or "other"][name] += amount
                tally.channels[channel or "other"][name] += amount

    def _count_units(self) -> None:
        bucket = self._bucket().label("bucket")
        keys = (Milestone.kind, Milestone.unit_id, bucket)
        rows = self.read.session.execute(
            select(*keys, func.sum(Milestone.amount))
            .where(*self._where(UNIT_KINDS))
            .group_by(*keys)
        )
        for kind, unit_id, place, amount in rows:
            self.tallies[place].units[unit_id][kind] += amount

    def _count_plain(self) -> None:
        bucket = self._bucket().label("bucket")
        keys = (Milestone.kind, Milestone.outcome, bucket)
        rows = self.read.session.execute(
            select(*keys, func.sum(Milestone.amount))
            .where(*self._where(PLAIN_KINDS))
            .group_by(*keys)
        )
        for kind, outcome, place, amount in rows:
            totals = self.tallies[place].totals
            totals[kind] += amount
            if outcome is not None:
                totals[f"{kind}:{outcome}"] += amount

    def _count_terms(self) -> None:
        bucket = self._bucket().label("bucket")
        keys = (Milestone.unit_id, Milestone.on_time, bucket)
        rows = self.read.session.execute(
            select(
                *keys,
                func.sum(Milestone.amount),
                func.coalesce(func.sum(Milestone.days), 0),
                func.count(Milestone.days),
            )
            .where(*self._where(("handled",), since=self.edges[0]))
            .group_by(*keys)
        )
        for unit_id, on_time, place, amount, days, days_known in rows:
            tally = self.tallies[place]
            unit = tally.units[unit_id]
            unit["days_total"] += days or 0
            unit["days_known"] += days_known
            if on_time is not None:
                tally.totals[f"term:{on_time}"] += amount
                unit["timed"] += amount
                unit["timely"] += amount if on_time.endswith("_on_time") else 0

    def _small_facts(self) -> list[SmallFact]:
        rows = self.read.session.execute(
            select(
                Milestone.kind,
                Milestone.track,
                Milestone.case_id,
                Milestone.person_id,
                Milestone.happened_on,
                Milestone.outcome,
                Milestone.amount,
            )
            .where(*self._where(SMALL_KINDS))
            .order_by(Milestone.happened_on, Milestone.id)
        )
        found = [SmallFact(*row) for row in rows if KIND_TRACKS[row[0]] == row[1]]
        assessed: dict[int, date] = {}
        for row in found:
            if row.kind == "should_clear":
                assessed.setdefault(row.case_id, row.happened_on)
        ended = [
            SmallFact("clearing_dropped", *_rest(row))
            for row in found
            if row.kind in CLEARING_ENDS and row.happened_on >= assessed.get(row.case_id, date.max)
        ]
        return sorted([*found, *ended], key=lambda row: row.happened_on)

    def sums(self, period: Period) -> "tuple[Tally, Tally]":
        """Return what happened before a period, and within it."""
        before, within = Tally(), Tally()
        for place, tally in enumerate(self.tallies):
            # Bucket n holds the days from edge n-1 to the day before edge n.
            upto = self.edges[place]
            if upto <= period.start:
                _add(before, tally)
            elif upto <= period.end + ONE_DAY:
                _add(within, tally)
        return before, within


def _rest(row: SmallFact) -> tuple[str, int, int | None, date, str | None, int]:
    return row.track, row.case_id, row.person_id, row.happened_on, row.outcome, row.amount


def _add(into: Tally, other: Tally) -> None:
    for name, amount in other.totals.items():
        into.totals[name] += amount
    for ours, theirs in (
        (into.categories, other.categories),
        (into.channels, other.channels),
        (into.units, other.units),
    ):
        for key, counts in theirs.items():
            for name, amount in counts.items():
                ours[key][name] += amount  # type: ignore[index]


def net(counts: Mapping[str, int], inflow: Iterable[str], outflow: Iterable[str]) -> int:
    """Return what flowed in less what flowed out."""
    return sum(counts.get(kind, 0) for kind in inflow) - sum(
        counts.get(kind, 0) for kind in outflow
    )


def says(outcome: str | None, wanted: tuple[str, ...] | None) -> bool:
    """Return whether an outcome is one of those wanted."""
    # A clarification's outcome lists its modes, sorted and comma separated.
    return wanted is None or any(part in wanted for part in (outcome or "").split(","))


@dataclass(frozen=True, slots=True)
class UnitName:
    """A unit as the tables name it."""

    unit_id: int
    key: str
    name: str
    counts_time: bool
    is_member: bool


Units = tuple[UnitName, ...]


def unit_names(read: Read) -> Units:
    """Return every unit in the area's own order, never pinyin, never by number (OFFICE §3)."""
    rows = read.session.execute(
        select(
            Unit.id, Unit.key, Unit.short_name, Unit.counts_time, Unit.member_department
        ).order_by(Unit.order_number, Unit.id)
    )
    return tuple(UnitName(i, key, name, timed, bool(m)) for i, key, name, timed, m in rows)
