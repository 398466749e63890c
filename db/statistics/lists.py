"""Opens the list behind every figure, as far as the actor may see it."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import func, select

import db.appeals.filters as appeal_filters
import db.care.filters as talk_filters
import db.clarification.filters as clarification_filters
from db.appeals.tables import Appeal
from db.books.filters import reach as entry_reach
from db.care.tables import CareTalk
from db.clarification.tables import Clarification
from db.core.permissions import Permission
from db.core.tables import ClockEntry, Milestone
from db.core.tx import Read
from db.impact.shelf import IMPACT_SHELF
from db.impact.tables import Impact
from db.people.tables import Person
from db.statistics.counting import (
    AsOf,
    SmallFact,
    UnitName,
    cut_off,
    known,
    rules,
    says,
    unit_names,
)
from db.statistics.measures import (
    APPEAL,
    BY_IDENTIFIER,
    CLARIFICATION,
    CLEARING_ENDS,
    CLEARING_OUT,
    COMPLETION_RULES,
    IMPACT,
    KIND_TRACKS,
    OPEN_IN,
    OPEN_OUT,
    TALK,
    TOLERANCE,
    Edge,
    Measure,
)
from db.statistics.periods import (
    Month,
    Period,
    PeriodRule,
    month_period,
    year_to_date,
)
from db.statistics.rows import (
    Cases,
    OpenItem,
)
from db.statistics.standing import CHUNK, clock_figures, open_cases, stock_ids
from db.tolerance.shelf import TOLERANCE_SHELF
from db.tolerance.tables import Tolerance

_SUBJECT_LENGTH = 40


def case_ids(
    read: Read,
    figure: str,
    month: str,
    *,
    period: str = "current",
    as_of: AsOf = None,
    category: str | None = None,
    channel: str | None = None,
    unit_id: int | None = None,
    waiting: bool = False,
) -> Cases:
    """Return the cases behind a figure, as far as the actor may see them.

    Args:
        read: The question; it needs the right to read statistics.
        figure: Identifier of a measure; for a share the cases above its line.
        month: Such as `2026-10`.
        period: Name of the period within the month's figures.
        as_of: Cut-off of recording.
        category: Only this category.
        channel: Only this channel.
        unit_id: Only what this unit holds or did.
        waiting: Only what waits for a unit (待转办).

    Raises:
        NotAllowedError: `not_permitted`.
        RefusedError: `bad_month`.
    """
    read.require(Permission.STATISTICS_READ)
    name = Month.parse(month)
    days = _named_period(name, period, rules(read))
    cut = cut_off(read, as_of)
    measure = _listed(figure)
    if measure.track == APPEAL:
        ids = _appeal_ids(read, figure, measure, days, cut)
    else:
        ids = _small_ids(read, measure, days, cut)
    if category is not None or channel is not None:
        ids &= _with(read, days.end, cut, category, channel)
    if unit_id is not None or waiting:
        ids &= _of_unit(read, figure, measure, days, cut, unit_id)
    return Cases(measure.track, _seen(read, measure.track, ids))


_UNIT_FIGURES: Mapping[str, str] = {
    "passed_in_count": "passed_in",
    "passed_in_co_count": "passed_in_co",
    "passed_out_count": "passed_out",
    "signed_on_time_count": "signed_on_time",
    "signed_late_count": "signed_late",
    "objected_count": "objected",
}


def _listed(figure: str) -> Measure:
    if figure in _UNIT_FIGURES:
        return Measure(
            figure,
            BY_IDENTIFIER["accepted_count"].unit,
            APPEAL,
            "happened_on",
            kinds=(_UNIT_FIGURES[figure],),
        )
    return BY_IDENTIFIER[figure]


def _named_period(month: Month, period: str, kept: tuple[PeriodRule, ...]) -> Period:
    if period == "previous":
        return month_period(month.previous, kept)
    if period == "last_year":
        return month_period(month.last_year, kept)
    if period == "year_to_date":
        return year_to_date(month, kept)
    if period == "last_year_to_date":
        return year_to_date(month.last_year, kept)
    return month_period(month, kept)


def _appeal_ids(read: Read, figure: str, measure: Measure, days: Period, cut: datetime) -> set[int]:
    if measure.from_clocks:
        clocks = clock_figures(read, days.end, cut)
        if figure == "overdue_count":
            return {item.case_id for item in clocks.overdue}
        return set(clocks.extended if figure == "extended_count" else clocks.due_soon)
    if measure.edge is not None:
        end = days.eve if measure.edge is Edge.START else days.end
        return stock_ids(read, measure.inflow, measure.outflow, end, cut)
    if measure.parts or measure.numerator:
        found: set[int] = set()
        for part in (*measure.parts, *measure.numerator):
            found |= _appeal_ids(read, part, BY_IDENTIFIER[part], days, cut)
        for part in measure.less:
            found -= _appeal_ids(read, part, BY_IDENTIFIER[part], days, cut)
        return found
    statement = select(Milestone.case_id).where(
        Milestone.track == APPEAL,
        Milestone.kind.in_(measure.kinds),
        Milestone.happened_on.between(days.start, days.end),
        known(cut),
    )
    if measure.outcomes is not None:
        statement = statement.where(Milestone.outcome.in_(measure.outcomes))
    if measure.terms is not None:
        statement = statement.where(Milestone.on_time.in_(measure.terms))
    counted = statement.group_by(Milestone.case_id).having(func.sum(Milestone.amount) > 0)
    return set(read.session.scalars(counted))


def _small_ids(read: Read, measure: Measure, days: Period, cut: datetime) -> set[int]:
    facts = _small_rows(read, measure.track, days.end, cut)
    found: set[int] = set()
    if measure.edge is not None:
        end = days.eve if measure.edge is Edge.START else days.end
        now = [fact for fact in facts if fact.happened_on <= end]
        ends = (*CLEARING_OUT, *CLEARING_ENDS) if measure.track == CLARIFICATION else ()
        gone = {fact.case_id for fact in now if fact.kind in (*measure.outflow, *ends)}
        return {fact.case_id for fact in now if fact.kind in measure.inflow} - gone
    for part in (*measure.parts, *measure.numerator):
        found |= _small_ids(read, BY_IDENTIFIER[part], days, cut)
    cleared = {fact.case_id for fact in facts if fact.kind == "should_clear"}
    for fact in facts:
        kind = fact.kind
        if measure.kinds == ("clearing_dropped",):
            kind = "clearing_dropped" if kind in CLEARING_ENDS and fact.case_id in cleared else ""
        if (
            kind in measure.kinds
            and days.holds(fact.happened_on)
            and says(fact.outcome, measure.outcomes)
        ):
            found.add(fact.case_id)
    return found


def _small_rows(read: Read, track: str, end: date, cut: datetime) -> list[SmallFact]:
    rows = read.session.execute(
        select(
            Milestone.kind,
            Milestone.track,
            Milestone.case_id,
            Milestone.person_id,
            Milestone.happened_on,
            Milestone.outcome,
            Milestone.amount,
        ).where(
            Milestone.kind.in_([k for k, t in KIND_TRACKS.items() if t == track]),
            Milestone.track == track,
            Milestone.happened_on <= end,
            known(cut),
        )
    )
    return [SmallFact(*row) for row in rows]


def _with(
    read: Read, end: date, cut: datetime, category: str | None, channel: str | None
) -> set[int]:
    statement = select(Milestone.case_id).where(
        Milestone.track == APPEAL,
        Milestone.kind.in_(("received", "accepted")),
        Milestone.happened_on <= end,
        known(cut),
    )
    if category is not None:
        statement = statement.where(func.coalesce(Milestone.category, "other") == category)
    if channel is not None:
        statement = statement.where(func.coalesce(Milestone.channel, "other") == channel)
    return set(read.session.scalars(statement))


def _of_unit(
    read: Read,
    figure: str,
    measure: Measure,
    days: Period,
    cut: datetime,
    unit_id: int | None,
) -> set[int]:
    if measure.edge is not None or measure.from_clocks:
        end = days.eve if measure.edge is Edge.START else days.end
        held = stock_ids(read, OPEN_IN, OPEN_OUT, end, cut)
        return {
            item.case_id for item in open_cases(read, held, end, cut) if item.unit_id == unit_id
        }
    kinds = measure.kinds or ("handled",)
    statement = select(Milestone.case_id).where(
        Milestone.track == APPEAL,
        Milestone.kind.in_(kinds),
        Milestone.happened_on.between(days.start, days.end),
        known(cut),
    )
    if unit_id is not None:
        statement = statement.where(Milestone.unit_id == unit_id)
    elif figure != "accepted_count":
        statement = statement.where(Milestone.unit_id.is_(None))
    return set(read.session.scalars(statement))


def _seen(read: Read, track: str, ids: set[int]) -> tuple[int, ...]:
    if not ids:
        return ()
    tables: dict[str, tuple[Any, Any]] = {
        APPEAL: (Appeal, appeal_filters.reach),
        CLARIFICATION: (Clarification, clarification_filters.reach),
        TALK: (CareTalk, talk_filters.reach),
        IMPACT: (Impact, partial(entry_reach, shelf=IMPACT_SHELF)),
        TOLERANCE: (Tolerance, partial(entry_reach, shelf=TOLERANCE_SHELF)),
    }
    if track not in tables:
        return tuple(sorted(ids))
    table, reach = tables[track]
    wanted = sorted(ids)
    found: list[int] = []
    for start in range(0, len(wanted), CHUNK):
        found += read.session.scalars(
            select(table.id).where(table.id.in_(wanted[start : start + CHUNK]), reach(read))
        )
    return tuple(sorted(found))


def open_items(read: Read, month: str, as_of: AsOf = None) -> tuple[OpenItem, ...]:
    """Return 附表5: the open appeals at the end of a month, in the order of their numbers.

    Names are shown: the list belongs to the 呈阅版 alone (OFFICE §6.1).
    """
    read.require(Permission.STATISTICS_READ)
    days = month_period(Month.parse(month), rules(read))
    cut = cut_off(read, as_of)
    held = stock_ids(read, OPEN_IN, OPEN_OUT, days.end, cut)
    units = {item.case_id: item.unit_id for item in open_cases(read, held, days.end, cut)}
    names = {unit.unit_id: unit for unit in unit_names(read)}
    found: list[OpenItem] = []
    wanted = sorted(held)
    for start in range(0, len(wanted), CHUNK):
        rows = read.session.execute(
            _open_item_columns()
            .where(Appeal.id.in_(wanted[start : start + CHUNK]), appeal_filters.reach(read))
            .order_by(Appeal.accepted_on, Appeal.id)
        )
        for row in rows:
            unit = names.get(units.get(row.id) or 0)
            found.append(_open_item(row, unit, days.end))
    return tuple(sorted(found, key=lambda item: (item.accepted_on or days.end, item.appeal_id)))


def _open_item_columns() -> Any:
    clock = (
        select(func.max(ClockEntry.id))
        .where(
            ClockEntry.track == APPEAL,
            ClockEntry.case_id == Appeal.id,
            ClockEntry.rule.in_(COMPLETION_RULES),
        )
        .correlate(Appeal)
        .scalar_subquery()
    )
    return (
        select(
            Appeal.id,
            Appeal.number,
            Appeal.source_number,
            Appeal.accepted_on,
            Appeal.person_name,
            Appeal.unit_text,
            Appeal.subject,
            Appeal.category,
            Appeal.pill,
            Person.post,
            ClockEntry.due_on,
            ClockEntry.provisional,
            ClockEntry.extension_days,
            ClockEntry.cancelled,
        )
        .outerjoin(Person, Person.id == Appeal.person_id)
        .outerjoin(ClockEntry, ClockEntry.id == clock)
    )


def _open_item(row: Any, unit: UnitName | None, end: date) -> OpenItem:
    timed = unit is None or unit.counts_time
    due_on = row.due_on if timed and not row.cancelled else None
    return OpenItem(
        appeal_id=row.id,
        number=row.number or row.source_number,
        accepted_on=row.accepted_on,
        person_name=row.person_name,
        unit_and_post=(row.unit_text or "") + (row.post or ""),
        subject=row.subject[:_SUBJECT_LENGTH],
        category=row.category,
        lead_unit=unit.name if unit else "",
        counts_time=timed,
        due_on=due_on,
        provisional=bool(row.provisional) and due_on is not None,
        days_left=(due_on - end).days if due_on else None,
        state=row.pill,
        extended=bool(row.extension_days) and due_on is not None,
    )
