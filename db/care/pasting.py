"""Reads a list of must-talk events as it is pasted from a sheet or a notice (pure).

One event a line: name, unit, day, a few words, apart by tab, comma, semicolon or two spaces; the
day may stand anywhere, what is no day and comes second is the unit.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_APART = re.compile(r"\t|[,，;；|]| {2,}|　{2,}")
_WHOLE = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_SHORT = re.compile(r"(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_HEADS = frozenset({"姓名", "name", "对象"})


@dataclass(frozen=True, slots=True)
class PastedEvent:
    """A line as it was understood.

    Attributes:
        place: Line of the pasted text, from 1.
        name: Name of the person.
        unit: Unit as written.
        on: Day; None where none is written.
        line: What else stands there.
        problem: `no_name` or `bad_day`, empty where it can be taken.
    """

    place: int
    name: str
    unit: str
    on: date | None
    line: str
    problem: str = ""


def pasted_events(text: str, *, today: date) -> tuple[PastedEvent, ...]:
    """Return the events of a pasted text; blank lines and a line of heads are left out.

    Args:
        text: As it came from the clipboard.
        today: A day without a year is the latest one not after it.
    """
    found = []
    for place, raw in enumerate(text.splitlines(), start=1):
        cleaned = unicodedata.normalize("NFKC", raw.replace("\t", "\x1f")).replace("\x1f", "\t")
        parts = [part.strip() for part in _APART.split(cleaned)]
        if not any(parts) or parts[0].lower() in _HEADS:
            continue
        found.append(_event(place, parts, today))
    return tuple(found)


def _event(place: int, parts: list[str], today: date) -> PastedEvent:
    name = re.sub(r"\s+", "", parts[0])
    on: date | None = None
    problem = "" if name else "no_name"
    others: list[str] = []
    for part in parts[1:]:
        matched = _looks_like_day(part)
        if matched and on is None:
            on = _day(part, today)
            problem = problem or ("" if on is not None else "bad_day")
        else:
            others.append(part)
    unit = others[0] if others else ""
    line = " ".join(part for part in others[1:] if part)
    return PastedEvent(place, name, unit, on, line, problem)


def _looks_like_day(part: str) -> bool:
    return any(pattern.fullmatch(part) for pattern in (_WHOLE, _DIGITS, _SHORT))


def _day(part: str, today: date) -> date | None:
    whole = _WHOLE.fullmatch(part) or _DIGITS.fullmatch(part)
    try:
        if whole:
            return date(int(whole[1]), int(whole[2]), int(whole[3]))
        short = _SHORT.fullmatch(part)
        if short is None:
            return None
        this_year = date(today.year, int(short[1]), int(short[2]))
        if this_year <= today:
            return this_year
        return this_year.replace(year=today.year - 1)
    except ValueError:
        return None
