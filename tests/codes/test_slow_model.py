"""Every rule against a clerk with a finger on the calendar: months, hearings, levels, changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.codes.deadlines import (
    Rule,
    Stage,
    Thresholds,
    Unit,
    add_months,
    due,
    level,
    moved,
)
from db.codes.impact import Punishment, impact_period
from db.codes.impact_rules import impact_rules
from db.codes.rules import shipped_rules
from db.codes.seed_calendar import seed_rows
from db.codes.working_days import Calendar

ONE = timedelta(days=1)
ROWS = seed_rows(2023, 2030)
CALENDAR = Calendar.from_rows(ROWS, "2026-1")
OFF = {row.day for row in ROWS if not row.is_working}
ON = {row.day for row in ROWS if row.is_working}
TIMED = tuple(rule for rule in shipped_rules() if rule.length is not None)
BY_NAME = {f"{rule.identifier}-{rule.profile}": rule for rule in TIMED}

Works = Callable[[date], bool]


def works(day: date) -> bool:
    return day in ON or (day.isoweekday() <= 5 and day not in OFF)


def walk_months(start: date, months: int) -> date:
    """Walk day by day into the wanted month, then to the number or the month's end."""
    day, passed = start, 0
    while passed < months:
        day += ONE
        passed += day.day == 1
    while day.day < start.day and (day + ONE).day != 1:
        day += ONE
    return day


def walk(rule: Rule, start: date, hearing: frozenset[date], is_working: Works) -> date:
    assert rule.length is not None
    if rule.unit in {Unit.MONTHS, Unit.YEARS}:
        return walk_months(start, rule.length * (12 if rule.unit is Unit.YEARS else 1))
    day, counted = start, 0
    while counted < rule.length:
        day += ONE
        if rule.unit is Unit.CALENDAR_DAYS:
            counted += day not in hearing
        else:
            counted += is_working(day)
    return day


def roll(day: date, is_working: Works) -> date:
    while not is_working(day):
        day += ONE
    return day


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_rule_agrees_on_every_day_around_the_edges(name: str) -> None:
    rule = BY_NAME[name]
    edges = ("2024-01-27", "2024-02-27", "2025-12-29", "2026-02-10", "2026-04-26", "2026-09-18")
    for edge in edges:
        for offset in range(8):
            start = date.fromisoformat(edge) + timedelta(days=offset)
            for extension in {0, rule.extension_max_days}:
                found = due(rule, start, CALENDAR, extension_days=extension)
                unrolled = walk(rule, start, frozenset(), works) + timedelta(days=extension)
                assert found.unrolled_on == unrolled, start
                assert found.due_on == roll(unrolled, works), start


@given(st.dates(date(1999, 1, 1), date(2051, 12, 31)), st.integers(1, 60))
def test_months_agree_with_walking(start: date, months: int) -> None:
    assert add_months(start, months) == walk_months(start, months)


@given(
    st.dates(date(2015, 1, 1), date(2035, 12, 31)),
    st.sampled_from([rule for rule in impact_rules().values() if rule.months]),
)
def test_impact_periods_agree_with_walking(start: date, rule: object) -> None:
    one = Punishment(rule.kind, start)  # type: ignore[attr-defined]
    ends = impact_period([one], impact_rules()).ends_on
    assert ends == walk_months(start, rule.months)  # type: ignore[attr-defined]


@given(
    start=st.dates(date(2024, 1, 1), date(2027, 12, 31)),
    rule=st.sampled_from([rule for rule in TIMED if rule.hearing_excluded]),
    offsets=st.frozensets(st.integers(0, 80), max_size=20),
)
def test_days_of_a_hearing_are_left_out(start: date, rule: Rule, offsets: frozenset[int]) -> None:
    hearing = frozenset(start + timedelta(days=n) for n in offsets)
    found = due(rule, start, CALENDAR, excluded=hearing)
    unrolled = walk(rule, start, hearing - {start}, works)
    assert (found.unrolled_on, found.due_on) == (unrolled, roll(unrolled, works))
    told = {one.day for one in found.excluded if one.reason == "hearing"}
    assert told == {day for day in hearing if start < day <= unrolled}


@given(
    today=st.dates(date(2025, 12, 1), date(2026, 12, 31)),
    ahead=st.integers(-20, 40),
    yellow=st.integers(0, 12),
    orange=st.integers(0, 12),
)
def test_a_level_is_what_counting_to_the_last_day_says(
    today: date, ahead: int, yellow: int, orange: int
) -> None:
    yellow, orange = max(yellow, orange), min(yellow, orange)
    last = roll(today + timedelta(days=ahead), works)
    left = sum(works(today + timedelta(days=n)) for n in range(1, (last - today).days + 1))
    if today > last:
        wanted = Stage.BAD
    elif today == last or left <= orange:
        wanted = Stage.TODAY
    else:
        wanted = Stage.WAIT if left <= yellow else Stage.GOOD
    for unit in Unit:
        found = level(last, today, CALENDAR, unit=unit, thresholds=Thresholds(yellow, orange))
        assert found.stage is wanted
        if today <= last:
            expected = left if unit is Unit.WORKING_DAYS else (last - today).days
            assert found.remaining == expected
        else:
            assert found.remaining < 0


@settings(max_examples=60)
@given(
    dropped=st.sampled_from(sorted(day for day in OFF | ON if day.year == 2026)),
    started=st.lists(
        st.tuples(
            st.sampled_from(sorted(BY_NAME)),
            st.dates(date(2025, 9, 1), date(2026, 12, 31)),
            st.integers(0, 30),
        ),
        min_size=1,
        max_size=25,
    ),
)
def test_a_changed_day_moves_exactly_what_walking_says(
    dropped: date, started: list[tuple[str, date, int]]
) -> None:
    after = Calendar.from_rows([row for row in ROWS if row.day != dropped], "2026-2")

    def works_after(day: date) -> bool:
        return day.isoweekday() <= 5 if day == dropped else works(day)

    entries = [
        (place, BY_NAME[name], start, min(extension, BY_NAME[name].extension_max_days))
        for place, (name, start, extension) in enumerate(started)
    ]
    wanted: dict[int, tuple[date, date]] = {}
    for place, rule, start, extension in entries:
        dates = []
        for is_working in (works, works_after):
            unrolled = walk(rule, start, frozenset(), is_working) + timedelta(days=extension)
            dates.append(roll(unrolled, is_working))
        if dates[0] != dates[1]:
            wanted[place] = (dates[0], dates[1])
    found = {
        one.key: (one.before.due_on, one.after.due_on)
        for one in moved(entries, CALENDAR, after)
        if one.before.due_on != one.after.due_on
    }
    assert found == wanted


def test_a_rule_that_is_switched_off_is_reckoned_all_the_same() -> None:
    for rule in TIMED:
        start = date(2026, 3, 2)
        other = replace(rule, enabled=not rule.enabled)
        assert due(other, start, CALENDAR) == due(rule, start, CALENDAR)
