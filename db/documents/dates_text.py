"""Days, times, ages and names as Chinese papers write them (OFFICE §3).

Letters say 2026年3月5日 without zeros, tables 2026-03-05, personnel fields 1985.03; a missing day
is the blank that the signer fills by hand.
"""

from collections.abc import Sequence
from datetime import date, datetime

from db.core.clock import civil_time

BLANK_DATE = "    年  月  日"
"""Blank for the pen."""

BLANK_TIME = "    年  月  日  时  分"

_WEEKDAYS = "一二三四五六日"
_IDEOGRAPHIC_SPACE = "\u3000"
# By ranges, not by character names: Python 3.11 does not know the planes added after Unicode 14.
_HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


def long_date(on: date | None) -> str:
    """Return 2026年3月5日, or the blank date."""
    return BLANK_DATE if on is None else f"{on.year}年{on.month}月{on.day}日"


def table_date(on: date | None) -> str:
    """Return 2026-03-05, or an empty text."""
    return "" if on is None else on.isoformat()[:10]


def short_date(on: date | None) -> str:
    """Return 3.5, the date of narrow tables, or an empty text."""
    return "" if on is None else f"{on.month}.{on.day}"


def long_time(at: datetime | None) -> str:
    """Return 2026年10月12日9时20分 in the civil time of Asia/Shanghai, or the blank."""
    if at is None:
        return BLANK_TIME
    local = _local(at)
    return f"{long_date(local.date())}{local.hour}时{local.minute}分"


def clock_time(at: datetime | None) -> str:
    """Return 9:30 in the civil time of Asia/Shanghai, or an empty text."""
    if at is None:
        return ""
    local = _local(at)
    return f"{local.hour}:{local.minute:02d}"


def weekday(on: date | None) -> str:
    """Return 星期一 … 星期日, or an empty text."""
    return "" if on is None else f"星期{_WEEKDAYS[on.weekday()]}"


def month_text(year: int, month: int) -> str:
    """Return 2026年10月."""
    return f"{year}年{month}月"


def birth_month(on: date | None) -> str:
    """Return 1985.03 as personnel papers write it, or an empty text."""
    return "" if on is None else f"{on.year}.{on.month:02d}"


def age_on(birth_on: date, on: date) -> int:
    """Return the age in full years on a day."""
    had_birthday = (on.month, on.day) >= (birth_on.month, birth_on.day)
    return on.year - birth_on.year - (0 if had_birthday else 1)


def birth_with_age(birth_on: date | None, on: date) -> str:
    """Return 1985.03（41岁）, or an empty text."""
    if birth_on is None:
        return ""
    return f"{birth_month(birth_on)}（{age_on(birth_on, on)}岁）"


def month_span(start: date | None, end: date | None) -> str:
    """Return 2024.06—2026.02; an open end leaves the part empty."""
    if start is None and end is None:
        return ""
    return f"{birth_month(start)}—{birth_month(end)}"


def day_span(start: date, end: date) -> str:
    """Return 2026年10月1日至10月31日, naming the year again only where it changes."""
    tail = f"{end.month}月{end.day}日"
    if end.year != start.year:
        tail = f"{end.year}年{tail}"
    return f"{long_date(start)}至{tail}"


def list_name(name: str) -> str:
    """Return a name for a list: one of two Chinese characters is set apart as 王　伟."""
    stripped = name.strip()
    if len(stripped) == 2 and all(_is_han(character) for character in stripped):
        return stripped[0] + _IDEOGRAPHIC_SPACE + stripped[1]
    return stripped


def pad_names(names: Sequence[str]) -> list[str]:
    """Return names for a column, those of two characters spread to the width of three."""
    return [list_name(name) for name in names]


def comrade(name: str) -> str:
    """Return ×××同志, or the blank form of address."""
    stripped = name.strip()
    if not stripped:
        return "            同志"
    return stripped if stripped.endswith("同志") else f"{stripped}同志"


def issuer_lines(name: str, most: int = 16) -> str:
    """Return a 落款, broken before its parentheses where it is longer than `most` characters."""
    if len(name) > most and "（" in name[1:]:
        at = name.index("（", 1)
        return f"{name[:at]}\n{name[at:]}"
    return name


def _is_han(character: str) -> bool:
    """Return whether a character is a Chinese ideograph of any plane."""
    return any(first <= ord(character) <= last for first, last in _HAN)


def _local(at: datetime) -> datetime:
    """Return an aware instant as civil time; a naive one already is."""
    return at if at.tzinfo is None else civil_time(at)
