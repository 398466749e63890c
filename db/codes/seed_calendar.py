"""The calendar's first rows, from two public packages.

`chinesecalendar` has every State Council notice it was released with, make-up days included;
for years beyond it `holidays` knows the statutory days, the lunar ones too (SETTLED §7).
Outside the pure files: this one is read once, when a store is made.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import holidays
from chinese_calendar import constants

from db.codes.working_days import CalendarDay

FIRST_YEAR = 2004
UNTIL_YEAR = 2040


def noticed_years() -> range:
    """Return the years whose State Council notice `chinesecalendar` knows."""
    return range(FIRST_YEAR, max(constants.holidays).year + 1)


def seed_rows(first: int = FIRST_YEAR, until: int = UNTIL_YEAR) -> tuple[CalendarDay, ...]:
    """Return the rows of the years from `first` to `until`, both included, by date."""
    noticed = noticed_years()
    rows = [row for row in _noticed_rows() if first <= row.day.year <= until]
    for year in range(first, until + 1):
        if year not in noticed:
            rows.extend(statutory_rows(year))
    return tuple(sorted(rows, key=lambda row: row.day))


def statutory_rows(year: int) -> tuple[CalendarDay, ...]:
    """Return the statutory days of a year, without the shifts that only a notice can order."""
    marks = _words()["shift_marks"]
    found = holidays.country_holidays("CN", years=year, observed=False, language="zh_CN")
    return tuple(
        CalendarDay(day, is_working=False, name=name.replace("; ", "、"), year_has_notice=False)
        for day, name in sorted(found.items())
        if not any(mark in name for mark in marks)
    )


def _noticed_rows() -> Iterator[CalendarDay]:
    names = _words()["names"]
    for day, english in constants.holidays.items():
        yield CalendarDay(day, is_working=False, name=names[english], year_has_notice=True)
    for day, english in constants.workdays.items():
        yield CalendarDay(day, is_working=True, name=names[english], year_has_notice=True)


def _words() -> dict[str, Any]:
    path = files("resources").joinpath("codes", "calendar.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
