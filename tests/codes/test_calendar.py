"""The working-day calendar against the notices of DOMAIN §12.1."""

from datetime import date, timedelta

import pytest
from chinese_calendar import is_workday
from hypothesis import given
from hypothesis import strategies as st

from db.codes.seed_calendar import noticed_years, seed_rows, statutory_rows
from db.codes.working_days import Calendar, CalendarDay

ROWS = seed_rows()
CALENDAR = Calendar.from_rows(ROWS, "2026-1")

OFF = {
    2025: "01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08",
    2026: "01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 "
    "10-01..10-07",
}
MAKE_UP = {
    2025: "01-26 02-08 04-27 09-28 10-11",
    2026: "01-04 02-14 02-28 05-09 09-20 10-10",
}


def days(year: int, spans: str) -> set[date]:
    found: set[date] = set()
    for span in spans.split():
        first, _, last = span.partition("..")
        day = date.fromisoformat(f"{year}-{first}")
        end = date.fromisoformat(f"{year}-{last or first}")
        while day <= end:
            found.add(day)
            day += timedelta(days=1)
    return found


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_seed_holds_exactly_the_days_of_the_notice(year: int) -> None:
    off = {row.day for row in ROWS if row.day.year == year and not row.is_working}
    on = {row.day for row in ROWS if row.day.year == year and row.is_working}
    assert off == days(year, OFF[year])
    assert on == days(year, MAKE_UP[year])


@pytest.mark.parametrize("year", [2025, 2026])
def test_both_years_have_248_working_days(year: int) -> None:
    assert CALENDAR.working_days_between(date(year - 1, 12, 31), date(year, 12, 31)) == 248


def test_every_day_with_a_notice_agrees_with_the_package() -> None:
    day = date(2004, 1, 1)
    while day.year <= 2026:
        assert CALENDAR.is_working(day) == is_workday(day), day
        day += timedelta(days=1)


def test_years_of_the_packaged_notices_are_certain_and_later_ones_provisional() -> None:
    last = noticed_years()[-1]
    assert last >= 2026
    assert not any(CALENDAR.is_provisional_year(year) for year in range(2004, last + 1))
    assert all(CALENDAR.is_provisional_year(year) for year in (2003, last + 1, 2040, 2060))


def test_a_year_without_notice_knows_its_lunar_days_and_no_shift() -> None:
    rows = [row for row in statutory_rows(2027) if not row.is_working]
    assert {row.day for row in rows} >= {
        date(2027, 1, 1),
        date(2027, 2, 5),
        date(2027, 2, 8),
        date(2027, 4, 5),
        date(2027, 6, 9),
        date(2027, 9, 15),
        date(2027, 10, 3),
    }
    assert len(rows) == 13
    assert not any(row.year_has_notice or row.is_working for row in statutory_rows(2027))
    assert len(statutory_rows(2025)) == 13


def test_names_are_the_offices_words() -> None:
    assert CALENDAR.holiday_name(date(2026, 10, 10)) == "国庆节"
    assert all(not row.name.isascii() and ";" not in row.name for row in ROWS)


def test_neighbouring_working_days_across_the_spring_festival() -> None:
    assert CALENDAR.next_working_day(date(2026, 2, 15)) == date(2026, 2, 24)
    assert CALENDAR.previous_working_day(date(2026, 2, 23)) == date(2026, 2, 14)
    assert CALENDAR.next_working_day(date(2026, 2, 14)) == date(2026, 2, 14)
    assert CALENDAR.previous_working_day(date(2026, 2, 24)) == date(2026, 2, 24)


def test_a_later_row_replaces_an_earlier_one_of_the_same_day() -> None:
    day = date(2030, 5, 4)
    rows = [CalendarDay(day, False, "劳动节", False), CalendarDay(day, True, "劳动节", True)]
    calendar = Calendar.from_rows(rows)
    assert calendar.is_working(day)
    assert not calendar.is_provisional_year(2030)


def test_a_notice_replaces_its_year_and_leaves_the_others() -> None:
    rows = [
        CalendarDay(date(2027, 2, 11), False, "春节", True),
        CalendarDay(date(2027, 2, 20), True, "春节", True),
        CalendarDay(date(2026, 12, 31), False, "元旦", True),
    ]
    after = CALENDAR.with_notice(2027, rows, "2027-1")
    assert not after.is_provisional_year(2027)
    assert not after.is_working(date(2027, 2, 11))
    assert after.is_working(date(2027, 2, 20))
    assert after.is_working(date(2027, 10, 1)), "what the notice leaves out is no day off"
    assert not after.is_working(date(2026, 12, 31))
    assert after.version == "2027-1"
    assert CALENDAR.is_provisional_year(2027), "the calendar before is untouched"


@given(st.dates(date(2000, 1, 1), date(2045, 12, 31)))
def test_the_next_working_day_is_the_first_and_is_one(day: date) -> None:
    found = CALENDAR.next_working_day(day)
    assert CALENDAR.is_working(found)
    assert not any(CALENDAR.is_working(day + timedelta(n)) for n in range((found - day).days))
    back = CALENDAR.previous_working_day(day)
    assert CALENDAR.is_working(back)
    assert not any(CALENDAR.is_working(day - timedelta(n)) for n in range((day - back).days))
