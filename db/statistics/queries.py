"""Tells a month: all figures, with those it is compared with (SETTLED §3, DOMAIN §8.2)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from statistics import median
from typing import Any

from sqlalchemy import func, select

from db.appeals.tables import Appeal, Review
from db.codes.queries import codes
from db.core.permissions import Permission
from db.core.tables import Milestone
from db.core.tx import Read
from db.statistics.balance import check_balance
from db.statistics.counting import (
    AsOf,
    Count,
    SmallFact,
    Tally,
    Units,
    cut_off,
    known,
    net,
    says,
    unit_names,
)
from db.statistics.lists import case_ids, open_items
from db.statistics.measures import (
    APPEAL,
    DIMENSION_FLOWS,
    MEASURES,
    OPEN_IN,
    OPEN_OUT,
    SCREENING_IN,
    SCREENING_OUT,
    YEAR_RATES,
    Edge,
    How,
    Measure,
    work_out,
)
from db.statistics.periods import (
    Month,
    Period,
)
from db.statistics.rows import (
    Duration,
    MonthFigures,
    PeriodFigures,
    Trend,
    UnitFigures,
)
from db.statistics.standing import clock_figures

__all__ = [
    "case_ids",
    "check_balance",
    "month_json",
    "monthly",
    "months_with_facts",
    "open_items",
]


def monthly(read: Read, month: str, as_of: AsOf = None) -> MonthFigures:
    """Return all figures of a month and of those it is compared with.

    Args:
        read: The question; it needs the right to read statistics.
        month: Such as `2026-10`.
        as_of: Cut-off of recording; a day means its end. None for now.

    Raises:
        NotAllowedError: `not_permitted`.
        RefusedError: `bad_month`.
    """
    read.require(Permission.STATISTICS_READ)
    name = Month.parse(month)
    cut = cut_off(read, as_of)
    count = Count(read, name, cut)
    units = unit_names(read)
    told = {key: period_figures(count, period, units) for key, period in count.periods.items()}
    decided, changed = _reviews(read, count.periods["current"])
    return MonthFigures(
        month=str(name),
        as_of=cut,
        current=told["current"],
        previous=told["previous"],
        last_year=told["last_year"],
        year_to_date=told["year_to_date"],
        last_year_to_date=told["last_year_to_date"],
        trend=_trend(count),
        durations=_durations(read, count),
        reviews_decided=decided,
        reviews_changed=changed,
    )


def _trend(count: Count) -> tuple[Trend, ...]:
    found = []
    for name, period in zip(count.month.so_far(), count.months, strict=True):
        before, within = count.sums(period)
        stock = net(before.totals, OPEN_IN, OPEN_OUT) + net(within.totals, OPEN_IN, OPEN_OUT)
        found.append(Trend(str(name), within.totals["accepted"], within.totals["handled"], stock))
    return tuple(found)


def period_figures(count: Count, period: Period, units: "Units") -> PeriodFigures:
    """Return all measures of one of the periods that were counted."""
    before, within = count.sums(period)
    values: dict[str, int] = {}
    for measure in MEASURES:
        if measure.is_rate or measure.parts or measure.from_clocks:
            continue
        if measure.track == APPEAL:
            values[measure.identifier] = _appeal_value(measure, before, within)
        else:
            values[measure.identifier] = _small_value(measure, count.small, period)
    clocks = clock_figures(count.read, period.end, count.cut)
    values["overdue_count"] = len(clocks.overdue)
    values["extended_count"] = len(clocks.extended)
    values["due_soon_count"] = len(clocks.due_soon)
    work_out(values)
    leads = clocks.overdue
    listed = codes(count.read)
    return PeriodFigures(
        start=period.start,
        end=period.end,
        values=values,
        by_category=_dimension(
            before.categories,
            within.categories,
            tuple(listed.get("appeal_category", {})),
            _tallied(lead.category for lead in leads),
        ),
        by_channel=_dimension(
            before.channels,
            within.channels,
            tuple(listed.get("intake_channel", {})),
            _tallied(lead.channel for lead in leads),
        ),
        by_unit=_by_unit(before, within, units, _tallied(lead.unit_id for lead in leads)),
    )


def _tallied(keys: Iterable[Any]) -> dict[Any, int]:
    found: dict[Any, int] = defaultdict(int)
    for key in keys:
        found[key] += 1
    return found


def _appeal_value(measure: Measure, before: Tally, within: Tally) -> int:
    if measure.edge is not None:
        stock = net(before.totals, measure.inflow, measure.outflow)
        if measure.edge is Edge.END:
            stock += net(within.totals, measure.inflow, measure.outflow)
        return stock
    totals = within.totals
    if measure.terms is not None:
        return sum(totals.get(f"term:{term}", 0) for term in measure.terms)
    if measure.outcomes is not None:
        return sum(
            totals.get(f"{kind}:{outcome}", 0)
            for kind in measure.kinds
            for outcome in measure.outcomes
        )
    return sum(totals.get(kind, 0) for kind in measure.kinds)


def _small_value(measure: Measure, facts: Sequence[SmallFact], period: Period) -> int:
    if measure.edge is not None:
        end = period.eve if measure.edge is Edge.START else period.end
        counts: dict[str, int] = defaultdict(int)
        for fact in facts:
            if fact.happened_on <= end:
                counts[fact.kind] += fact.amount
        return net(counts, measure.inflow, measure.outflow)
    rows = [
        fact
        for fact in facts
        if fact.kind in measure.kinds
        and period.holds(fact.happened_on)
        and says(fact.outcome, measure.outcomes)
    ]
    if measure.how is How.PERSONS:
        return len({fact.person_id or f"case {fact.case_id}" for fact in rows})
    if measure.how is How.FACTS:
        return len(rows)
    return sum(fact.amount for fact in rows)


def _dimension(
    before: Mapping[str, Mapping[str, int]],
    within: Mapping[str, Mapping[str, int]],
    order: tuple[str, ...],
    overdue: Mapping[str, int],
) -> dict[str, dict[str, int]]:
    found = {}
    others = sorted((before.keys() | within.keys()) - set(order))
    for key in (*order, *others):
        earlier, now = before.get(key, {}), within.get(key, {})
        row = {name: now.get(kind, 0) for name, kind in DIMENSION_FLOWS}
        row["opening_count"] = net(earlier, OPEN_IN, OPEN_OUT)
        row["open_count"] = row["opening_count"] + net(now, OPEN_IN, OPEN_OUT)
        row["screening_opening_count"] = net(earlier, SCREENING_IN, SCREENING_OUT)
        row["screening_count"] = row["screening_opening_count"] + net(
            now, SCREENING_IN, SCREENING_OUT
        )
        row["overdue_count"] = overdue.get(key, 0)
        found[key] = row
    return found


def _unit_stock(counts: Mapping[str, int]) -> int:
    return net(counts, ("passed_in",), ("passed_out", *OPEN_OUT))


def _by_unit(
    before: Tally, within: Tally, units: Units, overdue: Mapping[int | None, int]
) -> tuple[UnitFigures, ...]:
    found = []
    for unit in units:
        earlier, now = before.units.get(unit.unit_id, {}), within.units.get(unit.unit_id, {})
        if not (unit.is_member or any(earlier.values()) or any(now.values())):
            continue
        values = _unit_values(now)
        values["passed_in_count"] = now.get("passed_in", 0)
        values["passed_in_co_count"] = now.get("passed_in_co", 0)
        values["passed_out_count"] = now.get("passed_out", 0)
        values["opening_count"] = _unit_stock(earlier)
        values["open_count"] = values["opening_count"] + _unit_stock(now)
        if unit.counts_time:
            values["overdue_count"] = overdue.get(unit.unit_id, 0)
        found.append(UnitFigures(unit.unit_id, unit.key, unit.name, unit.counts_time, values))
    found.append(_waiting(before, within, overdue.get(None, 0)))
    return tuple(found)


def _unit_values(now: Mapping[str, int]) -> dict[str, int]:
    return {
        "handled_count": now.get("handled", 0),
        "other_exit_count": now.get("other_exit", 0),
        "signed_on_time_count": now.get("signed_on_time", 0),
        "signed_late_count": now.get("signed_late", 0),
        "objected_count": now.get("objected", 0),
        "timed_handled_count": now.get("timed", 0),
        "timely_handled_count": now.get("timely", 0),
        "days_total": now.get("days_total", 0),
        "days_known": now.get("days_known", 0),
    }


def _waiting(before: Tally, within: Tally, overdue: int) -> UnitFigures:
    """Return the row 待转办: accepted, and with no unit (SETTLED §3)."""

    def flows(tally: Tally) -> tuple[int, int, int, int, int]:
        given = sum(c.get("passed_in", 0) for u, c in tally.units.items() if u is not None)
        back = sum(c.get("passed_out", 0) for u, c in tally.units.items() if u is not None)
        own = tally.units.get(None, {})
        accepted = tally.totals.get("accepted", 0)
        return accepted, back, given, own.get("handled", 0), own.get("other_exit", 0)

    opening = _waiting_stock(flows(before))
    accepted, back, given, handled, exits = flows(within)
    values = _unit_values(within.units.get(None, {}))
    values |= {
        "opening_count": opening,
        "accepted_count": accepted,
        "passed_in_count": back,
        "passed_out_count": given,
        "handled_count": handled,
        "other_exit_count": exits,
        "open_count": opening + _waiting_stock((accepted, back, given, handled, exits)),
        "overdue_count": overdue,
    }
    return UnitFigures(None, "", "", True, values)


def _waiting_stock(flows: tuple[int, int, int, int, int]) -> int:
    accepted, back, given, handled, exits = flows
    return accepted + back - given - handled - exits


def _reviews(read: Read, period: Period) -> tuple[int, int]:
    rows = read.session.execute(
        select(Review.conclusion, func.count())
        .where(
            Review.state == "decided",
            Review.opinion_received_on.between(period.start, period.end),
        )
        .group_by(Review.conclusion)
    )
    counts = {conclusion: number for conclusion, number in rows}  # noqa: C416
    return sum(counts.values()), sum(n for c, n in counts.items() if c != "upheld")


def _durations(read: Read, count: Count) -> tuple[Duration, ...]:
    found = []
    for name, ask in (("to_acceptance", _days_to_acceptance), ("to_answer", _days_to_answer)):
        days = sorted(ask(read, count.periods["current"], count.cut))
        before = sorted(ask(read, count.periods["previous"], count.cut))
        found.append(
            Duration(
                name=name,
                count=len(days),
                median=_middle(days),
                most=days[-(-len(days) * 9 // 10) - 1] if days else None,
                previous_median=_middle(before),
            )
        )
    return tuple(found)


def _middle(days: Sequence[int]) -> int | None:
    return int(median(days) + 0.5) if days else None


def _days_to_answer(read: Read, period: Period, cut: datetime) -> list[int]:
    return list(
        read.session.scalars(
            select(Milestone.days).where(
                Milestone.kind == "handled",
                Milestone.happened_on.between(period.start, period.end),
                known(cut),
                Milestone.days.is_not(None),
            )
        )
    )


def _days_to_acceptance(read: Read, period: Period, cut: datetime) -> list[int]:
    rows = read.session.execute(
        select(Milestone.happened_on, Appeal.received_on)
        .join(Appeal, Appeal.id == Milestone.case_id)
        .where(
            Milestone.track == APPEAL,
            Milestone.kind == "accepted",
            Milestone.happened_on.between(period.start, period.end),
            known(cut),
            Appeal.received_on.is_not(None),
            # Imported rows are accepted on the day they came in: that is no length.
            Appeal.is_imported.is_(False),
        )
    )
    return [(accepted - received).days for accepted, received in rows if received is not None]


def months_with_facts(read: Read) -> tuple[str, str] | None:
    """Return the first and the last month in which anything was received, None if nothing was.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.STATISTICS_READ)
    first, last = read.session.execute(
        select(func.min(Milestone.happened_on), func.max(Milestone.happened_on)).where(
            Milestone.kind == "received"
        )
    ).one()
    if first is None:
        return None
    return f"{first:%Y-%m}", f"{last:%Y-%m}"


def month_json(figures: MonthFigures) -> dict[str, Any]:
    """Return a month as the command line prints it: identifiers for the month and the year.

    Shares are 0–1 or null. `handling_rate` is that of the year in both places (SETTLED §3). The
    lists are by value, units by their key, `waiting` for 待转办; times of 纪委监委 are null.
    """
    year = figures.year_to_date
    told: dict[str, Any] = {
        "month": figures.month,
        "from": figures.current.start.isoformat(),
        "to": figures.current.end.isoformat(),
        "as_of": figures.as_of.isoformat(),
        "closed": figures.is_snapshot,
        **figures.current.all_values(),
    }
    for name in YEAR_RATES:
        told[name] = year.value(name)
    return {
        **told,
        "year_to_date": {
            "from": year.start.isoformat(),
            "to": year.end.isoformat(),
            **year.all_values(),
            **_lists_json(year),
        },
        "previous_month": _compared_json(figures.previous),
        "same_month_last_year": _compared_json(figures.last_year),
        "last_year_to_date": _compared_json(figures.last_year_to_date),
        **_lists_json(figures.current),
    }


def _compared_json(told: PeriodFigures) -> dict[str, Any]:
    return {
        "from": told.start.isoformat(),
        "to": told.end.isoformat(),
        **told.all_values(),
    }


def _lists_json(told: PeriodFigures) -> dict[str, Any]:
    return {
        "by_category": {key: dict(row) for key, row in told.by_category.items()},
        "by_channel": {key: dict(row) for key, row in told.by_channel.items()},
        "by_unit": {unit.key or "waiting": _unit_json(unit) for unit in told.by_unit},
    }


_UNTIMED = (
    "overdue_count",
    "signed_on_time_count",
    "signed_late_count",
    "timed_handled_count",
    "timely_handled_count",
)


def _unit_json(unit: UnitFigures) -> dict[str, Any]:
    values: dict[str, Any] = {
        name: value for name, value in unit.values.items() if not name.startswith("days_")
    }
    values["average_days"] = unit.average_days
    if not unit.counts_time:
        values |= dict.fromkeys(_UNTIMED)
    return {"name": unit.name, **values}
