from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.dates import parse_date

TODAY = date(2026, 3, 10)


def weekdays_only(day, count):
    step = 1 if count > 0 else -1
    while count:
        day += timedelta(days=step)
        if day.isoweekday() < 6:
            count -= step
    return day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20260305", date(2026, 3, 5)),
        ("２０２６０３０５", date(2026, 3, 5)),
        ("0305", date(2026, 3, 5)),
        ("3.5", date(2026, 3, 5)),
        ("3-5", date(2026, 3, 5)),
        ("3/5", date(2026, 3, 5)),
        ("2026-03-05", date(2026, 3, 5)),
        ("2026.3.5", date(2026, 3, 5)),
        ("2026/3/5", date(2026, 3, 5)),
        ("2026年3月5日", date(2026, 3, 5)),
        ("2026 年 3 月 5 日", date(2026, 3, 5)),
        ("3月5日", date(2026, 3, 5)),
        ("26.3.5", date(2026, 3, 5)),
        ("5日", date(2026, 3, 5)),
        ("今天", TODAY),
        ("昨日", date(2026, 3, 9)),
        ("明天", date(2026, 3, 11)),
        ("today", TODAY),
        ("+3工作日", date(2026, 3, 13)),
        ("+3个工作日", date(2026, 3, 13)),
        ("＋ 5 个工作日", date(2026, 3, 17)),
        ("+3 workdays", date(2026, 3, 13)),
        ("+10", date(2026, 3, 20)),
        ("-1日", date(2026, 3, 9)),
        ("+2天", date(2026, 3, 12)),
    ],
)
def test_the_shorthand_of_the_desk_is_understood(text, expected):
    assert parse_date(text, TODAY, add_workdays=weekdays_only) == expected


@pytest.mark.parametrize("text", ["", "abc", "20261305", "0230", "2.30", "13.1", "32日", "2026-3"])
def test_what_is_no_date_is_none(text):
    assert parse_date(text, TODAY, add_workdays=weekdays_only) is None


def test_working_days_need_a_calendar():
    assert parse_date("+3工作日", TODAY) is None


def test_a_date_that_has_happened_does_not_lie_ahead():
    new_year = date(2026, 1, 5)
    assert parse_date("1228", new_year, past=True) == date(2025, 12, 28)
    assert parse_date("1228", new_year) == date(2026, 12, 28)
    assert parse_date("0105", new_year, past=True) == new_year


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_way_of_writing_a_whole_date_gives_the_date_back(day):
    for text in (day.isoformat(), day.strftime("%Y%m%d"), f"{day.year}年{day.month}月{day.day}日"):
        assert parse_date(text, TODAY) == day


@given(st.text(max_size=20))
def test_nothing_typed_raises(text):
    parse_date(text, TODAY, add_workdays=weekdays_only, past=True)
