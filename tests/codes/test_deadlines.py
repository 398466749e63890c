"""Due dates: the vectors of DOMAIN §12.1, a slow model, and the edges."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes.deadlines import (
    DayKind,
    Due,
    Level,
    Rule,
    Stage,
    Thresholds,
    Unit,
    add_months,
    due,
    is_overdue,
    level,
    moved,
)
from db.codes.rules import shipped_rule, shipped_rules
from db.codes.seed_calendar import seed_rows
from db.codes.working_days import Calendar, CalendarDay
from db.core.errors import RefusedError

CALENDAR = Calendar.from_rows(seed_rows(), "2026-1")
ONE = timedelta(days=1)
COMPUTED = tuple(rule for rule in shipped_rules() if rule.length is not None)


def rule(length: int, unit: str, **more: object) -> Rule:
    return replace(Rule("test", length, Unit(unit)), **more)  # type: ignore[arg-type]


# start, +5wd, +10wd, +15wd, then unrolled and rolled of +15, +30, +60 and 60+30 calendar days
VECTORS = """
2026-01-30 2026-02-06 2026-02-13 2026-02-27 02-14 02-14 03-01 03-02 03-31 03-31 04-30 04-30
2026-02-10 2026-02-24 2026-03-02 2026-03-09 02-25 02-25 03-12 03-12 04-11 04-13 05-11 05-11
2026-02-14 2026-02-28 2026-03-06 2026-03-13 03-01 03-02 03-16 03-16 04-15 04-15 05-15 05-15
2026-03-02 2026-03-09 2026-03-16 2026-03-23 03-17 03-17 04-01 04-01 05-01 05-06 05-31 06-01
2026-04-27 2026-05-07 2026-05-13 2026-05-20 05-12 05-12 05-27 05-27 06-26 06-26 07-26 07-27
2026-09-18 2026-09-24 2026-10-09 2026-10-15 10-03 10-08 10-18 10-19 11-17 11-17 12-17 12-17
2026-09-30 2026-10-13 2026-10-20 2026-10-27 10-15 10-15 10-30 10-30 11-29 11-30 12-29 12-29
2025-09-26 2025-10-10 2025-10-16 2025-10-23 10-11 10-11 10-26 10-27 11-25 11-25 12-25 12-25
"""


@pytest.mark.parametrize("line", VECTORS.strip().splitlines())
def test_vectors(line: str) -> None:
    cells = line.split()
    start = date.fromisoformat(cells[0])
    full = [date.fromisoformat(f"{start.year}-{cell}") for cell in cells[4:]]
    for length, cell in zip((5, 10, 15), cells[1:4], strict=True):
        found = due(rule(length, "wd"), start, CALENDAR)
        assert found.due_on == found.unrolled_on == date.fromisoformat(cell)
    sixty = shipped_rule("ordinary_completion")
    found_days = [
        due(rule(15, "cd"), start, CALENDAR),
        due(rule(30, "cd"), start, CALENDAR),
        due(sixty, start, CALENDAR),
        due(sixty, start, CALENDAR, extension_days=30),
    ]
    for found, unrolled, rolled in zip(found_days, full[::2], full[1::2], strict=True):
        assert (found.unrolled_on, found.due_on) == (unrolled, rolled)
        assert not found.provisional


def slow(a_rule: Rule, start: date, extension: int) -> tuple[date, date, date]:
    """Count one day after the other, the way a clerk does with a finger on the calendar."""
    assert a_rule.length is not None
    day, counted = start, 0
    if a_rule.unit in {Unit.CALENDAR_DAYS, Unit.WORKING_DAYS}:
        while counted < a_rule.length:
            day += ONE
            if a_rule.unit is Unit.CALENDAR_DAYS or works(day):
                counted += 1
    else:
        months = a_rule.length * (12 if a_rule.unit is Unit.YEARS else 1)
        wanted = (start.year * 12 + start.month - 1 + months) % 12 + 1
        for _ in range(months):
            day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
        assert day.month == wanted
        if start.day > 1:
            target = day.replace(day=1)
            while target.day < start.day and (target + ONE).month == wanted:
                target += ONE
            day = target
    unrolled = day + timedelta(days=extension)
    rolled = unrolled
    while not works(rolled):
        rolled += ONE
    target = unrolled
    while not works(target):
        target -= ONE
    return unrolled, rolled, target


OFF = {row.day for row in seed_rows() if not row.is_working}
ON = {row.day for row in seed_rows() if row.is_working}


def works(day: date) -> bool:
    return day in ON or (day.isoweekday() <= 5 and day not in OFF)


def test_ten_thousand_random_dates_agree_with_counting_day_by_day() -> None:
    pick = random.Random(20260302)
    first = date(2003, 6, 1).toordinal()
    last = date(2042, 12, 31).toordinal()
    for _ in range(10_000):
        a_rule = pick.choice(COMPUTED)
        start = date.fromordinal(pick.randint(first, last))
        extension = pick.choice((0, pick.randint(0, a_rule.extension_max_days)))
        found = due(a_rule, start, CALENDAR, extension_days=extension)
        unrolled, rolled, target = slow(a_rule, start, extension)
        assert (found.unrolled_on, found.due_on) == (unrolled, rolled), (a_rule, start)
        expected = None if a_rule.right_of_person else target
        assert found.internal_target_on == expected, (a_rule, start)


starts = st.dates(date(1995, 1, 1), date(2050, 12, 31))


@given(start=starts, a_rule=st.sampled_from(COMPUTED))
def test_a_due_day_is_a_working_day_after_the_start(start: date, a_rule: Rule) -> None:
    found = due(a_rule, start, CALENDAR)
    assert CALENDAR.is_working(found.due_on)
    assert start < found.unrolled_on <= found.due_on
    assert found.basis == a_rule.basis_zh != ""
    if found.internal_target_on is not None:
        assert found.internal_target_on <= found.due_on
        assert CALENDAR.is_working(found.internal_target_on)


@given(start=starts, a_rule=st.sampled_from(COMPUTED))
def test_a_later_start_is_never_due_earlier(start: date, a_rule: Rule) -> None:
    assert due(a_rule, start, CALENDAR).due_on <= due(a_rule, start + ONE, CALENDAR).due_on


@given(start=starts, length=st.integers(1, 60))
def test_the_reckoning_of_working_days_counts_every_day_once(start: date, length: int) -> None:
    found = due(rule(length, "wd"), start, CALENDAR)
    shown = [entry.day for entry in found.reckoning]
    assert shown == [start + timedelta(n) for n in range((found.due_on - start).days + 1)]
    counts = [entry.count for entry in found.reckoning if entry.count is not None]
    assert counts == list(range(1, length + 1))
    left_out = {entry.day for entry in found.excluded}
    assert left_out == {day for day in shown[1:] if not CALENDAR.is_working(day)}


@given(start=starts, length=st.integers(1, 120), extension=st.integers(0, 30))
def test_the_reckoning_of_calendar_days_ends_on_the_due_day(
    start: date, length: int, extension: int
) -> None:
    found = due(
        rule(length, "cd", extension_max_days=30), start, CALENDAR, extension_days=extension
    )
    shown = [entry.day for entry in found.reckoning]
    assert shown == [start + timedelta(n) for n in range((found.due_on - start).days + 1)]
    counts = [entry.count for entry in found.reckoning if entry.count is not None]
    assert counts == list(range(1, length + extension + 1))
    skipped = [entry.day for entry in found.excluded]
    gap = (found.due_on - found.unrolled_on).days
    assert skipped == [found.unrolled_on + timedelta(n) for n in range(gap)]


def test_why_19_october_is_ten_working_days_after_29_september() -> None:
    found = due(shipped_rule("co_opinion"), date(2026, 9, 29), CALENDAR)
    assert found.due_on == date(2026, 10, 19)
    kinds = {entry.day: entry.kind for entry in found.reckoning}
    assert kinds[date(2026, 9, 29)] is DayKind.START
    assert kinds[date(2026, 10, 1)] is DayKind.HOLIDAY
    assert kinds[date(2026, 10, 10)] is DayKind.MAKE_UP
    assert kinds[date(2026, 10, 11)] is DayKind.WEEKEND
    assert {entry.reason for entry in found.excluded} == {"holiday", "weekend"}


@pytest.mark.parametrize(
    ("start", "length", "end"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-10-31", 1, "2026-11-30"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-02-28", 1, "2026-03-28"),
    ],
)
def test_months_keep_the_number_of_the_day_or_end_with_the_month(
    start: str, length: int, end: str
) -> None:
    assert add_months(date.fromisoformat(start), length) == date.fromisoformat(end)


def test_a_month_that_ends_on_a_rest_day_rolls_too() -> None:
    found = due(shipped_rule("supervision_reexam_request"), date(2026, 1, 31), CALENDAR)
    assert found.unrolled_on == date(2026, 2, 28)
    assert found.due_on == date(2026, 2, 28), "a make-up day"
    found = due(shipped_rule("supervision_review_decision"), date(2026, 3, 2), CALENDAR)
    assert (found.unrolled_on, found.due_on) == (date(2026, 5, 2), date(2026, 5, 6))
    assert found.internal_target_on == date(2026, 4, 30)


def test_the_internal_target_precedes_a_rest_day_and_persons_have_none() -> None:
    office = due(shipped_rule("ordinary_completion"), date(2026, 3, 2), CALENDAR)
    assert office.internal_target_on == date(2026, 4, 30)
    assert office.due_on == date(2026, 5, 6)
    for a_rule in COMPUTED:
        found = due(a_rule, date(2026, 3, 2), CALENDAR)
        assert (found.internal_target_on is None) == a_rule.identifier.endswith("_request")


def test_an_extension_is_added_unrolled_and_rolled_once() -> None:
    found = due(shipped_rule("ordinary_completion"), date(2026, 3, 2), CALENDAR, extension_days=30)
    assert (found.unrolled_on, found.due_on) == (date(2026, 5, 31), date(2026, 6, 1))
    kinds = [entry.kind for entry in found.reckoning]
    assert kinds.count(DayKind.COUNTED) == 60
    assert kinds.count(DayKind.EXTENSION) == 30
    assert kinds[-1] is DayKind.ROLLED


def test_days_of_a_hearing_are_left_out_of_a_recheck_only() -> None:
    start = date(2026, 3, 2)
    hearing = [date(2026, 3, 10), date(2026, 3, 11), date(2026, 2, 20)]
    recheck = shipped_rule("petition_recheck_decision")
    plain = due(recheck, start, CALENDAR)
    found = due(recheck, start, CALENDAR, excluded=hearing)
    assert found.unrolled_on == plain.unrolled_on + timedelta(days=2)
    assert [entry.day for entry in found.excluded if entry.reason == "hearing"] == hearing[:2]
    refused("hearing_not_excludable", shipped_rule("objection"), start, excluded=hearing)


def refused(code: str, a_rule: Rule, start: date, **more: object) -> None:
    with pytest.raises(RefusedError) as caught:
        due(a_rule, start, CALENDAR, **more)  # type: ignore[arg-type]
    assert caught.value.code == code


def test_what_cannot_be_computed_is_refused_by_code() -> None:
    sixty = shipped_rule("ordinary_completion")
    start = date(2026, 3, 2)
    refused("date_out_of_range", sixty, date(1899, 12, 31))
    refused("date_out_of_range", sixty, date(9999, 12, 31))
    refused("extension_negative", sixty, start, extension_days=-1)
    refused("extension_too_long", sixty, start, extension_days=31)
    refused("extension_not_allowed", shipped_rule("objection"), start, extension_days=1)
    refused("rule_without_length", shipped_rule("reply_delivery"), start)
    refused("rule_length_out_of_range", replace(sixty, length=0), start)
    refused("rule_length_out_of_range", replace(sixty, length=-5), start)
    refused("rule_length_out_of_range", replace(sixty, length=10**9), start)
    assert due(sixty, date(1900, 1, 1), CALENDAR).provisional


def test_dates_that_rest_on_a_year_without_notice_are_provisional() -> None:
    assert not due(rule(5, "wd"), date(2026, 12, 20), CALENDAR).provisional
    assert due(rule(5, "wd"), date(2026, 12, 28), CALENDAR).provisional
    assert due(rule(60, "cd"), date(2026, 11, 20), CALENDAR).provisional
    assert due(rule(3, "mo"), date(2026, 11, 20), CALENDAR).provisional
    assert not due(rule(30, "cd"), date(2026, 11, 20), CALENDAR).provisional
    found = due(rule(5, "wd"), date(2027, 2, 4), CALENDAR)
    assert found.provisional
    assert found.due_on == date(2027, 2, 15), "three working days of the week are statutory days"


def test_a_changed_make_up_day_moves_exactly_the_dates_it_should() -> None:
    rows = [row for row in seed_rows() if row.day != date(2026, 10, 10)]
    after = Calendar.from_rows(rows, "2026-2")
    starts_tried = [date(2026, 9, 1) + timedelta(n) for n in range(90)]
    five = rule(5, "wd")
    fifteen = rule(15, "cd")
    entries = [
        ((start, a_rule.unit), a_rule, start, 0)
        for start in starts_tried
        for a_rule in (five, fifteen)
    ]
    found = {entry.key for entry in moved(entries, CALENDAR, after)}
    expected = set()
    for start in starts_tried:
        counted = due(five, start, CALENDAR)
        if start < date(2026, 10, 10) <= counted.due_on:
            expected.add((start, Unit.WORKING_DAYS))
        whole = due(fifteen, start, CALENDAR)
        if date(2026, 10, 10) in {whole.due_on, whole.internal_target_on}:
            expected.add((start, Unit.CALENDAR_DAYS))
    assert found == expected
    assert len(expected) > 5


def test_entering_a_notice_lists_what_moved_and_what_became_certain() -> None:
    notice = [
        *(CalendarDay(date(2027, 2, day), False, "春节", True) for day in range(5, 12)),
        CalendarDay(date(2027, 2, 20), True, "春节", True),
    ]
    after = CALENDAR.with_notice(2027, notice, "2027-1")
    five = rule(5, "wd")
    entries = [("feb", five, date(2027, 2, 4), 0), ("old", five, date(2026, 3, 2), 0)]
    (found,) = moved(entries, CALENDAR, after)
    assert found.key == "feb"
    assert found.before.provisional
    assert not found.after.provisional
    assert (found.before.due_on, found.after.due_on) == (date(2027, 2, 15), date(2027, 2, 18))


def test_overdue_begins_after_the_rolled_day() -> None:
    found: Due = due(shipped_rule("ordinary_completion"), date(2026, 3, 2), CALENDAR)
    assert not is_overdue(found.due_on, date(2026, 5, 6))
    assert is_overdue(found.due_on, date(2026, 5, 7))
    assert not is_overdue(None, date(2026, 5, 7))


@pytest.mark.parametrize(
    ("today", "unit", "expected"),
    [
        ("2026-10-14", Unit.WORKING_DAYS, (Stage.WAIT, 3)),
        ("2026-10-13", Unit.WORKING_DAYS, (Stage.GOOD, 4)),
        ("2026-10-19", Unit.WORKING_DAYS, (Stage.TODAY, 0)),
        ("2026-10-18", Unit.WORKING_DAYS, (Stage.WAIT, 1)),
        ("2026-10-21", Unit.WORKING_DAYS, (Stage.BAD, -2)),
        ("2026-10-14", Unit.CALENDAR_DAYS, (Stage.WAIT, 5)),
        ("2026-10-12", Unit.CALENDAR_DAYS, (Stage.GOOD, 7)),
        ("2026-10-21", Unit.CALENDAR_DAYS, (Stage.BAD, -2)),
        ("2026-10-14", Unit.MONTHS, (Stage.WAIT, 5)),
    ],
)
def test_levels_of_a_deadline_on_19_october(
    today: str, unit: Unit, expected: tuple[Stage, int]
) -> None:
    found = level(date(2026, 10, 19), date.fromisoformat(today), CALENDAR, unit=unit)
    assert (found.stage, found.remaining) == expected


def test_a_holiday_before_the_last_day_warns_in_time() -> None:
    found = level(date(2026, 10, 9), date(2026, 9, 30), CALENDAR)
    assert found == Level(Stage.WAIT, 9, Unit.CALENDAR_DAYS)


def test_a_working_day_limit_is_one_over_already_on_the_weekend() -> None:
    friday = date(2026, 10, 16)
    for day in (17, 18, 19):
        found = level(friday, date(2026, 10, day), CALENDAR, unit=Unit.WORKING_DAYS)
        assert (found.stage, found.remaining) == (Stage.BAD, -1)


def test_levels_without_time_or_of_the_person() -> None:
    today = date(2026, 10, 14)
    assert level(None, today, CALENDAR).stage is Stage.NEUTRAL
    mine = level(date(2026, 10, 26), today, CALENDAR, right_of_person=True)
    assert (mine.stage, mine.remaining) == (Stage.GUARD, 12)
    gone = level(date(2026, 10, 13), today, CALENDAR, right_of_person=True)
    assert gone.stage is Stage.NEUTRAL
    wide = level(date(2026, 10, 26), today, CALENDAR, thresholds=Thresholds(10))
    assert wide.stage is Stage.WAIT
