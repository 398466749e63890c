"""Reads the many ways a clerk writes a date (SETTLED 10)."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

AddWorkdays = Callable[[date, int], date]
"""The day so many working days after (or, negative, before) a day."""

_ISO_LIKE: Final = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_SHORT: Final = re.compile(r"(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_TWO_DIGIT_YEAR: Final = re.compile(r"(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})日?")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_COMPACT_SHORT: Final = re.compile(r"(\d{2})(\d{2})")
_DAY_ONLY: Final = re.compile(r"(\d{1,2})\s*[日号]")
_STEP: Final = re.compile(
    r"([+-])\s*(\d{1,4})\s*(个?工作日|wd|workdays?|w|日|天|days?|d)?", re.IGNORECASE
)
_NAMED: Final = {
    "今天": 0,
    "今日": 0,
    "today": 0,
    "昨天": -1,
    "昨日": -1,
    "yesterday": -1,
    "前天": -2,
    "明天": 1,
    "明日": 1,
    "tomorrow": 1,
    "后天": 2,
}


def parse_date(
    text: str,
    today: date,
    *,
    add_workdays: AddWorkdays | None = None,
    past: bool = False,
) -> date | None:
    """The civil date a clerk meant, or None where the text is no date.

    Reads 20260305, 0305, 3.5, 3月5日, 2026-03-05, 2026年3月5日, 今天, +3工作日 and +10; full-width
    figures count as figures. A date without a year is of this year; with `past` (dates that have
    happened) one that would lie ahead is of last year.
    """
    clean = unicodedata.normalize("NFKC", text).strip().lower()
    if clean in _NAMED:
        return _shift(today, _NAMED[clean])
    step = _STEP.fullmatch(clean)
    if step:
        return _stepped(step, today, add_workdays)
    for pattern in (_ISO_LIKE, _COMPACT):
        whole = pattern.fullmatch(clean)
        if whole:
            return _day(*(int(part) for part in whole.groups()))
    with_year = _TWO_DIGIT_YEAR.fullmatch(clean)
    if with_year:
        year, month, day = (int(part) for part in with_year.groups())
        return _day(2000 + year, month, day)
    return _yearless(clean, today, past=past)


def _yearless(clean: str, today: date, *, past: bool) -> date | None:
    for pattern in (_SHORT, _COMPACT_SHORT):
        short = pattern.fullmatch(clean)
        if short:
            month, day = (int(part) for part in short.groups())
            found = _day(today.year, month, day)
            if past and (found is None or found > today):
                return _day(today.year - 1, month, day) or found
            return found
    only = _DAY_ONLY.fullmatch(clean)
    return _day(today.year, today.month, int(only[1])) if only else None


def _stepped(step: re.Match[str], today: date, add_workdays: AddWorkdays | None) -> date | None:
    count = int(step[2]) * (-1 if step[1] == "-" else 1)
    unit = step[3] or ""
    if "工作日" not in unit and not unit.startswith("w"):
        return _shift(today, count)
    return None if add_workdays is None else add_workdays(today, count)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
