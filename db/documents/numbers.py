"""Numbers on papers: how they are written and how they are read back.

A case number has four digits (姜诉受〔2026〕0046号: a working number, not an official-document
number); an official number has no leading zeros (姜诉转〔2026〕15号, GB/T 9704-2012; DOMAIN §9.3).
Different series never share a counter; a voided number is never used again. The counters
themselves live in the store.
"""

import re
import unicodedata
from dataclasses import dataclass

CASE_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Series:
    """One series of numbers.

    Attributes:
        identifier: Name of the counter in the store.
        suffix: What the 代字 says after the place's one character (诉受).
        padded: True for working numbers of four digits, False for official numbers.
    """

    identifier: str
    suffix: str
    padded: bool


SERIES: tuple[Series, ...] = (
    Series("appeal", "诉受", padded=True),
    Series("clarification", "诉澄", padded=True),
    Series("referral", "诉线", padded=True),
    Series("tolerance", "诉容", padded=True),
    Series("envelope", "诉封", padded=True),
    Series("held", "诉存", padded=True),
    Series("transfer", "诉转", padded=False),
    Series("notice", "诉告", padded=False),
    Series("feedback", "诉馈", padded=False),
    Series("letter", "诉函", padded=False),
    Series("report", "诉报", padded=False),
    Series("supervision", "诉督", padded=False),
    Series("meeting", "诉会", padded=False),
    Series("talk", "谈", padded=False),
)
"""All series; restricted tracks have their own, so that no gap tells of them (DESIGN 3.4)."""

_BY_IDENTIFIER = {series.identifier: series for series in SERIES}
_NUMBER = re.compile(
    r"^(?P<word>[^\W\d_]{1,12}?)第?\s*[〔\[(【](?P<year>\d{4})[〕\])】]\s*第?(?P<number>\d{1,9})号?$"
)


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """A number read back: 代字, year, count."""

    word: str
    year: int
    number: int


def series(identifier: str) -> Series:
    """Return a series by its identifier; KeyError when there is none."""
    return _BY_IDENTIFIER[identifier]


def default_word(identifier: str, place: str = "姜") -> str:
    """Return the 代字 of a series for a place, such as 姜诉受; the office may set another."""
    return place + _BY_IDENTIFIER[identifier].suffix


def case_number(word: str, year: int, number: int) -> str:
    """Return a working number with four digits: 姜诉受〔2026〕0046号."""
    _check(year, number)
    return f"{word}〔{year}〕{number:0{CASE_DIGITS}d}号"


def document_number(word: str, year: int, number: int) -> str:
    """Return an official number without leading zeros: 姜诉转〔2026〕15号."""
    _check(year, number)
    return f"{word}〔{year}〕{number}号"


def write_number(identifier: str, year: int, number: int, *, word: str = "") -> str:
    """Return a number of a series in its form; `word` replaces the default 代字."""
    chosen = word or default_word(identifier)
    if _BY_IDENTIFIER[identifier].padded:
        return case_number(chosen, year, number)
    return document_number(chosen, year, number)


def parse_number(text: str) -> ParsedNumber | None:
    """Return the parts of a number as people type it, or None.

    Takes full-width digits, the brackets 〔〕［］（）【】 and their ASCII like, and a missing 号.
    """
    folded = unicodedata.normalize("NFKC", text).replace(" ", "")
    found = _NUMBER.match(folded)
    if found is None:
        return None
    return ParsedNumber(found["word"], int(found["year"]), int(found["number"]))


def _check(year: int, number: int) -> None:
    """Raise ValueError for a year or a count that no paper can carry."""
    if not 1900 <= year <= 9999 or number < 1:
        raise ValueError(f"no such number: {year}, {number}")
