"""Reads the State Council's yearly notice (放假调休) as it is pasted from the web page.

Calm: what it does not understand is named and left to the person; weekday and number of days that
the notice itself states are checked against the calendar, so that a slip of the pen shows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_YEAR = re.compile(r"关于\s*(\d{4})\s*年")
_NUMBER = re.compile(r"国办发(?:明电)?\s*[〔\[［(（]\s*\d{4}\s*[〕\]］)）]\s*\d+\s*号")
_FULL_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_HEAD = re.compile(
    r"(?:^|(?<=[\s。；;、]))(?:[（(]?[一二三四五六七八九十]+[）)]?\s*[、.．]?)?\s*"
    r"([\u4e00-\u9fff]{1,10}[节旦日](?:\s*[、和]\s*[\u4e00-\u9fff]{1,10}[节旦日])*)\s*[：:]",
    re.MULTILINE,
)
_DAY = re.compile(
    r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"
    r"(?:[（(](?P<note>[^）)]*)[）)])?"
)
_UNTIL = re.compile(r"\s*(?:至|到|—+|－|-|~|～)\s*")
_COUNT = re.compile(r"(?:共|放假)\s*(\d+)\s*天")
_WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
_OFF_WORDS = ("放假", "补休", "休息")
_WEEKDAYS = "一二三四五六日"
_LONGEST_HOLIDAY = 31


class NoticeFault(StrEnum):
    """What does not fit in the text."""

    NO_HOLIDAY = "no_holiday"
    NO_YEAR = "no_year"
    BAD_DAY = "bad_day"
    BACKWARDS = "backwards"
    WEEKDAY = "weekday"
    COUNT = "count"
    NOTHING_READ = "nothing_read"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a person should look at, with the words it is about."""

    fault: NoticeFault
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """Days off in a row, or one make-up working day.

    Attributes:
        name: The holiday, as the notice names it.
        first: First day.
        last: Last day, the same for one day.
        is_working: Whether offices work on it.
    """

    name: str
    first: date
    last: date
    is_working: bool

    def days(self) -> Iterator[date]:
        """Yield every day."""
        day = self.first
        while day <= self.last:
            yield day
            day += timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NoticeText:
    """What a pasted notice says.

    Attributes:
        year: Year it is about, None if it does not say so.
        source: Its number, empty if it has none.
        issued_on: Its own date, None if it has none.
        spans: Days off and make-up days in the order of the text.
        faults: What a person should look at.
    """

    year: int | None
    source: str
    issued_on: date | None
    spans: tuple[Span, ...]
    faults: tuple[Found, ...]


def read_notice(text: str, *, year: int | None = None) -> NoticeText:
    """Return what a notice says.

    Args:
        text: The pasted words, with or without head and date.
        year: Year that is meant where the text does not name one.
    """
    clean = _clean(text)
    named = _YEAR.search(clean)
    about = int(named.group(1)) if named else year
    number = _NUMBER.search(clean)
    faults: list[Found] = []
    spans: list[Span] = []
    if about is None:
        faults.append(Found(NoticeFault.NO_YEAR, ""))
    else:
        for name, part in _holidays(clean):
            read = _holiday(name, part, about, faults)
            if not read:
                faults.append(Found(NoticeFault.NOTHING_READ, f"{name}：{part.strip()[:60]}"))
            spans += read
        if not spans:
            faults.append(Found(NoticeFault.NO_HOLIDAY, ""))
    return NoticeText(
        year=about,
        source=re.sub(r"\s", "", number.group(0)) if number else "",
        issued_on=_issued_on(clean, about),
        spans=tuple(spans),
        faults=tuple(faults),
    )


def _clean(text: str) -> str:
    """Return the text with plain digits, brackets and spaces."""
    digits = str.maketrans("０１２３４５６７８９", "0123456789")
    text = text.translate(digits).replace("\u3000", " ").replace("\xa0", " ")
    # Pages break words in the middle of a date.
    return re.sub(r"(?<=\d)\s+(?=[年月日])|(?<=[年月])\s+(?=\d)", "", text)


def _issued_on(text: str, about: int | None) -> date | None:
    for match in reversed(list(_FULL_DATE.finditer(text))):
        found = _date(*(int(part) for part in match.groups()))
        # The notice itself is dated in the year before, or early in its own.
        if found is not None and about is not None and about - 1 <= found.year <= about:
            after = text[match.end() :].strip(" \n。")
            if not after or after.startswith(("\n", "（此件", "(此件")):
                return found
    return None


def _holidays(text: str) -> Iterator[tuple[str, str]]:
    heads = list(_HEAD.finditer(text))
    for place, head in enumerate(heads):
        end = heads[place + 1].start() if place + 1 < len(heads) else len(text)
        yield re.sub(r"\s", "", head.group(1)).replace("和", "、"), text[head.end() : end]


def _holiday(name: str, part: str, year: int, faults: list[Found]) -> list[Span]:
    found: list[Span] = []
    month: int | None = None
    for sentence in re.split(r"[。；;\n]", part):
        works = "上班" in sentence
        if not works and not any(word in sentence for word in _OFF_WORDS):
            continue
        spans, month = _spans(name, sentence, year, month, faults, works=works)
        if not works:
            _check_count(sentence, spans, faults)
        found += spans
    return found


def _spans(
    name: str,
    sentence: str,
    year: int,
    month: int | None,
    faults: list[Found],
    *,
    works: bool,
) -> tuple[list[Span], int | None]:
    found: list[Span] = []
    begun: date | None = None
    end = 0
    for match in _DAY.finditer(sentence):
        if match["month"]:
            month = int(match["month"])
        in_year = int(match["year"]) if match["year"] else (begun.year if begun else year)
        day = _date(in_year, month, int(match["day"]))
        if day is None:
            faults.append(Found(NoticeFault.BAD_DAY, match.group(0)))
            begun = None
            end = match.end()
            continue
        _check_weekday(match, day, faults)
        if begun is not None and _UNTIL.fullmatch(sentence, end, match.start()):
            if day < begun or (day - begun).days >= _LONGEST_HOLIDAY:
                faults.append(Found(NoticeFault.BACKWARDS, sentence.strip()))
            else:
                found[-1] = Span(name, begun, day, works)
            begun = None
        else:
            found.append(Span(name, day, day, works))
            begun = day
        end = match.end()
    return found, month


def _check_weekday(match: re.Match[str], day: date, faults: list[Found]) -> None:
    said = _WEEKDAY.search(match["note"] or "")
    if said is None:
        return
    wanted = _WEEKDAYS.index(said.group(1).replace("天", "日"))
    if day.weekday() != wanted:
        faults.append(Found(NoticeFault.WEEKDAY, match.group(0)))


def _check_count(sentence: str, spans: list[Span], faults: list[Found]) -> None:
    said = _COUNT.search(sentence)
    if said is None:
        return
    counted = sum((span.last - span.first).days + 1 for span in spans)
    if counted != int(said.group(1)):
        faults.append(Found(NoticeFault.COUNT, sentence.strip()))


def _date(year: int, month: int | None, day: int) -> date | None:
    try:
        return None if month is None else date(year, month, day)
    except ValueError:
        return None
