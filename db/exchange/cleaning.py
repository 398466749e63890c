"""Cleans what files hold: text for display and search, ids as strings, dates of every writing.

The raw value is always kept beside the cleaned one (SETTLED §5). Nothing here guesses: a value
that cannot be understood with certainty becomes None with a reason.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from math import isnan
from typing import TypeAlias

from db.core.clock import SHANGHAI

Cell: TypeAlias = str | int | float | bool | date | time | datetime | timedelta | None
"""What a reader may hand over for one cell."""

# Zero-width, soft hyphen, direction marks, byte order mark; the joiner U+200D is treated apart.
_INVISIBLE = re.compile(
    "[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
# A zero-width joiner means something between emoji only.
_LOOSE_JOINER = re.compile(
    "(?<![\U0001f000-\U0001ffff\u2600-\u27bf\ufe0f])\u200d|\u200d(?![\U0001f000-\U0001ffff\u2600-\u27bf])"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_EXCEL_ESCAPE = re.compile(r"_x(000[9aAdD]|005[fF])_")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_ENTITY = re.compile(
    r"&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|mdash|hellip|middot|#\d{1,7}|#x[0-9a-fA-F]{1,6});"
)
_BREAK_TAG = re.compile(r"<\s*(?:br\s*/?|/\s*p|/\s*div|/\s*tr|/\s*li)\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?\s*(?:p|div|span|font|strong|b|i|u|em|a|table|tbody|tr|td|li|ul|ol)(?:\s+[\w:-]+\s*=[^<>]{0,300})?\s*>",
    re.IGNORECASE,
)
_NOTHING = frozenset(
    ("-", "--", "---", "—", "——", "/", "\\", ".", "无", "暂无", "未知", "不详", "空", "待定")
) | frozenset(("n/a", "na", "null", "none", "nan", "nat", "nil", "#n/a", "#value!", "#ref!"))


def is_blank(value: Cell) -> bool:
    """Tell whether a cell holds nothing a person could see."""
    if value is None:
        return True
    if isinstance(value, float):
        return isnan(value)  # which some programs write for an empty cell
    return isinstance(value, str) and not clean_text(value)


def is_placeholder(text: str) -> bool:
    """Tell whether a cleaned text only says that there is nothing (无, —, N/A)."""
    return not text or text.casefold() in _NOTHING


def clean_text(value: Cell) -> str:
    r"""Return a cell as text for display and search.

    `_x000D_` and CR become line breaks, HTML breaks and entities of mailbox exports are decoded,
    NBSP and ideographic spaces become one space, zero-width and control characters go, lines
    are trimmed and runs of blank lines become one. Full-width letters stay as they were written.
    """
    if not isinstance(value, str):
        return _plain(value)
    text = value
    if "_x" in text:
        text = _EXCEL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    if "<" in text:
        text = _TAG.sub("", _BREAK_TAG.sub("\n", text))
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    if not text.isascii():
        text = _LOOSE_JOINER.sub("", _INVISIBLE.sub("", text))
    text = _CONTROL.sub("", text)
    lines: list[str] = []
    for line in text.split("\n"):
        trimmed = _SPACES.sub(" ", line).strip()
        if trimmed or (lines and lines[-1]):
            lines.append(trimmed)
    return "\n".join(lines).strip()


def clean_line(value: Cell) -> str:
    """Return a cell as text on one line: for names, subjects, units."""
    return " ".join(clean_text(value).split())


def fold_width(text: str) -> str:
    """Return the text with full-width ASCII forms as plain ones; other characters stay."""
    if text.isascii():
        return text
    return "".join(
        chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else " " if c == "\u3000" else c
        for c in text
    )


def canonical(value: Cell) -> str:
    """Return the form in which two cells are compared: `0`, `0.0` and "0" are the same."""
    return clean_text(value)


def _plain(value: Cell) -> str:
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e300 else repr(value)
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


# --- identifiers -------------------------------------------------------------------------------

_TEXT_FORMULA = re.compile(r'^="(.*)"$')
_WHOLE_FLOAT = re.compile(r"^(\d+)\.0+$")
_SCIENTIFIC = re.compile(r"^\d(?:\.\d+)?[eE]\+?\d+$")
_EXACT_DIGITS = 15  # Excel keeps no more digits of a number


def clean_id(value: Cell) -> tuple[str, str | None]:
    """Return an identifier as a string and None, or with the reason why it is not certain.

    `201447.0` becomes "201447"; leading zeros of texts and big whole numbers stay exact. The
    reason `id_inexact` means that a spreadsheet has already lost digits (or made it a date).
    """
    if isinstance(value, datetime | date):
        return _plain(value), "id_inexact"
    if isinstance(value, float):
        text = _plain(value)
        return text, ("id_inexact" if len(text.lstrip("-")) > _EXACT_DIGITS else None)
    text = fold_width(clean_line(value)).strip()
    if found := _TEXT_FORMULA.match(text):
        text = found[1].strip()
    text = text.lstrip("'`‘").strip()
    if found := _WHOLE_FLOAT.match(text):
        text = found[1]
    if is_placeholder(text):
        return "", None
    return text, ("id_inexact" if _SCIENTIFIC.match(text) else None)


# --- dates -------------------------------------------------------------------------------------


class DateOrder(StrEnum):
    """How a column writes dates whose year does not come first in four digits."""

    UNKNOWN = "unknown"
    YEAR_FIRST = "ymd"
    MONTH_FIRST = "mdy"
    DAY_FIRST = "dmy"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and, where written, the time of day; `reason` says why the day is None."""

    on: date | None
    at: time | None = None
    reason: str | None = None


_EARLIEST = date(1949, 10, 1)
_LATEST = date(2100, 1, 1)
_SERIAL_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - spreadsheet days have no zone
_WEEKDAY = re.compile(
    r"[(\[]?(?:星期|周|礼拜)[一二三四五六日天][)\]]?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"(\d{4})\s*[-/.年\\]\s*(\d{1,2})\s*[-/.月\\]\s*(\d{1,2})\s*[日号]?(?!\d)(.*)", re.DOTALL
)
_YEAR_LAST = re.compile(
    r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)(.*)", re.DOTALL
)
_SHORT_CHINESE = re.compile(r"(\d{2})年(\d{1,2})月(\d{1,2})[日号]?(.*)", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[ tT]?(\d{2}):?(\d{2})(?::?(\d{2}))?)?")
_DAY_NAME_YEAR = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?[ ,-]+(\d{4})(.*)", re.IGNORECASE
)
_NAME_DAY_YEAR = re.compile(
    r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(.*)", re.IGNORECASE
)
_TIME = re.compile(
    r"[\sT,]*(凌晨|早上|上午|中午|下午|晚上|晚|am|pm)?\s*(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*分?)?"
    r"\s*(?::?\s*(\d{1,2})(?:[.,]\d+)?\s*秒?)?\s*(a\.?m\.?|p\.?m\.?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?\s*",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_EPOCH = re.compile(r"\d{10}|\d{13}")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_CHINESE_DATE = re.compile(r"[〇○零一二三四五六七八九十廿卅]+(?=[年月日号])")
_CHINESE_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


def parse_moment(value: Cell, order: DateOrder = DateOrder.UNKNOWN) -> Moment:
    """Return the day and time a cell means, in Asia/Shanghai.

    Understands date cells, spreadsheet serial numbers, ISO with or without zone, `2019/2/28
    11:25:05`, 2019年2月28日, 20190228, day or month first by `order` (see `date_order`), English
    month names and epoch seconds. Reasons: `no_date` (nothing there), `ambiguous_date` (day and
    month cannot be told apart in the whole column), `bad_date` (anything else).
    """
    if isinstance(value, datetime):
        local = value.astimezone(SHANGHAI) if value.tzinfo else value
        return _sane(local.date(), local.time().replace(tzinfo=None))
    if isinstance(value, date):
        return _sane(value, None)
    if isinstance(value, bool | time | timedelta):
        return Moment(None, reason="bad_date")
    if isinstance(value, int | float):
        return Moment(None, reason="no_date") if isnan(value) else _number(float(value))
    text = date_text(value)
    if is_placeholder(text):
        return Moment(None, reason="no_date")
    return _text_moment(text, order)


def date_order(values: Iterable[Cell]) -> DateOrder:
    """Return which part comes first in dates such as 3/14/2025, told from the whole column.

    A part above 12 decides; else a.m./p.m. means month first; else the order under which the
    column is sorted. Where nothing decides, or the column contradicts itself, UNKNOWN.
    """
    found = [
        match
        for value in values
        if isinstance(value, str) and (match := _YEAR_LAST.fullmatch(date_text(value)))
    ]
    if not found:
        return DateOrder.UNKNOWN
    parts = [(int(m[1]), int(m[3]), int(m[4]), len(m[4])) for m in found]
    fits = {
        order: sum(_civil(part, order) is not None for part in parts)
        for order in (DateOrder.YEAR_FIRST, DateOrder.MONTH_FIRST, DateOrder.DAY_FIRST)
    }
    # A few slips in a long column do not take its order away; the slips themselves are flagged.
    allowed = len(parts) * 0.98
    possible = [order for order, count in fits.items() if count >= allowed]
    if len(possible) <= 1:
        return possible[0] if possible else DateOrder.UNKNOWN
    if DateOrder.MONTH_FIRST in possible and any(re.search(r"[ap]\.?m", m[5], re.I) for m in found):
        return DateOrder.MONTH_FIRST
    return _sorted_order(parts, possible)


def _sorted_order(
    parts: Sequence[tuple[int, int, int, int]], possible: Sequence[DateOrder]
) -> DateOrder:
    straight: dict[DateOrder, float] = {}
    for order in possible:
        days = [day for part in parts if (day := _civil(part, order))]
        way = sum(abs((b - a).days) for a, b in pairwise(days))
        # A sorted column goes straight from its first day to its last; misread, it jumps about.
        straight[order] = (max(days) - min(days)).days / way if len(set(days)) > 5 else 0.0
    best = max(straight, key=lambda order: straight[order])
    others = [share for order, share in straight.items() if order is not best]
    return best if straight[best] >= 0.9 and max(others) <= 0.7 else DateOrder.UNKNOWN


def date_text(value: Cell) -> str:
    """Return a cell in the form the date patterns read: half-width, no weekday, Arabic digits."""
    text = unicodedata.normalize("NFKC", clean_line(value)).lstrip("'")
    if found := _TEXT_FORMULA.match(text):
        text = found[1]
    if "年" in text or "月" in text:
        text = _CHINESE_DATE.sub(lambda part: _arabic(part[0]), text)
    return _WEEKDAY.sub(" ", text).strip(" ,") if not text.isdigit() else text


def _arabic(text: str) -> str:
    if not set(text) & set("十廿卅"):
        return "".join(str(_CHINESE_DIGITS[c]) for c in text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, _, units = text.partition("十")
    return str((_CHINESE_DIGITS.get(tens, 1)) * 10 + _CHINESE_DIGITS.get(units, 0))


def _text_moment(text: str, order: DateOrder) -> Moment:
    if m := _YEAR_FIRST.fullmatch(text):
        return _with_time(_day(int(m[1]), int(m[2]), int(m[3])), m[4])
    if m := _COMPACT.fullmatch(text):
        on = _day(int(m[1]), int(m[2]), int(m[3]))
        if on:
            return _with_time(on, f"{m[4]}:{m[5]}:{m[6] or '00'}" if m[4] else "")
    if m := _SHORT_CHINESE.fullmatch(text):
        return _with_time(_day(2000 + int(m[1]), int(m[2]), int(m[3])), m[4])
    if m := _YEAR_LAST.fullmatch(text):
        return _year_last((int(m[1]), int(m[3]), int(m[4]), len(m[4])), m[5], order)
    if m := _DAY_NAME_YEAR.fullmatch(text):
        return _with_time(_day(int(m[3]), _MONTHS.get(m[2][:3].lower(), 0), int(m[1])), m[4])
    if m := _NAME_DAY_YEAR.fullmatch(text):
        return _with_time(_day(int(m[3]), _MONTHS.get(m[1][:3].lower(), 0), int(m[2])), m[4])
    if _SERIAL.fullmatch(text):
        return _number(float(text))
    if _EPOCH.fullmatch(text):
        return _epoch(int(text))
    return Moment(None, reason="bad_date")


def _year_last(part: tuple[int, int, int, int], rest: str, order: DateOrder) -> Moment:
    if order is not DateOrder.UNKNOWN:
        return _with_time(_civil(part, order), rest)
    readings = {_civil(part, o) for o in DateOrder if o is not DateOrder.UNKNOWN} - {None}
    if len(readings) > 1:
        return Moment(None, reason="ambiguous_date")
    return _with_time(readings.pop() if readings else None, rest)


def _civil(part: tuple[int, int, int, int], order: DateOrder) -> date | None:
    first, second, third, digits = part
    if order is DateOrder.YEAR_FIRST:
        return _day(2000 + first, second, third) if digits == 2 else None
    year = third if digits == 4 else 2000 + third
    if order is DateOrder.MONTH_FIRST:
        return _day(year, first, second)
    return _day(year, second, first)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_time(on: date | None, rest: str) -> Moment:
    if on is None:
        return Moment(None, reason="bad_date")
    if not rest.strip():
        return _sane(on, None)
    found = _TIME.fullmatch(rest)
    if not found:
        return Moment(None, reason="bad_date")
    half = (found[1] or found[5] or "").casefold().replace(".", "")
    hour, minute, second = int(found[2]), int(found[3] or 0), int(found[4] or 0)
    if half in {"下午", "晚上", "晚", "pm"} and hour < 12:
        hour += 12
    elif half in {"凌晨", "上午", "早上", "am"} and hour == 12:
        hour = 0
    try:
        at = time(hour, minute, second)
    except ValueError:
        return Moment(None, reason="bad_date")
    if not found[6]:
        return _sane(on, at)
    zone = found[6].replace(":", "")
    shift = timedelta(0)
    if zone[0] in "+-":
        shift = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5]))
        shift = shift if zone[0] == "+" else -shift
    local = (datetime.combine(on, at, UTC) - shift).astimezone(SHANGHAI)
    return _sane(local.date(), local.time().replace(tzinfo=None))


def _number(value: float) -> Moment:
    if 15_000 <= value < 80_000:
        moment = _SERIAL_ZERO + timedelta(seconds=round(value * 86_400))
        return _sane(moment.date(), moment.time() if value % 1 else None)
    if value.is_integer() and 19_000_101 <= value <= 21_000_101:
        return _text_moment(str(int(value)), DateOrder.UNKNOWN)
    if value.is_integer() and _EPOCH.fullmatch(str(int(value))):
        return _epoch(int(value))
    return Moment(None, reason="bad_date")


def _epoch(value: int) -> Moment:
    seconds = value / 1000 if value >= 10**12 else value
    local = datetime.fromtimestamp(seconds, SHANGHAI)
    return _sane(local.date(), local.time().replace(tzinfo=None, microsecond=0))


def _sane(on: date, at: time | None) -> Moment:
    if not _EARLIEST <= on < _LATEST:
        return Moment(None, reason="bad_date")
    return Moment(on, at.replace(microsecond=0) if at is not None else None)


def parse_time(value: Cell) -> time | None:
    """Return the time of day a cell of its own column means, or None."""
    if isinstance(value, time):
        return value.replace(microsecond=0)
    if isinstance(value, timedelta):
        seconds = int(value.total_seconds())
        return (
            time(seconds // 3600, seconds % 3600 // 60, seconds % 60) if seconds < 86_400 else None
        )
    if isinstance(value, float) and 0 <= value < 1:
        seconds = round(value * 86_400) % 86_400
        return time(seconds // 3600, seconds % 3600 // 60, seconds % 60)
    if isinstance(value, str):
        return _with_time(_EARLIEST, date_text(value)).at if date_text(value) else None
    return None
