"""What 查询答复 asks: the number somebody means, and the words that may be told."""

import re
from dataclasses import dataclass
from datetime import date

from db.clarification.queries import applicant_view
from db.core.tx import Read

_SHORT = re.compile(r"(?:(?P<year>(?:19|20)\d\d)[-－—])?(?P<count>\d{1,6})")
_BRACKETS = str.maketrans("[]［］【】()（）<>〈〉", "〔〕〔〕〔〕〔〕〔〕〔〕〔〕")


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told, in both languages; nothing of the record besides."""

    number: str
    words_zh: str
    words_en: str
    as_of: date


def numbers_meant(read: Read, *, typed: str) -> tuple[str, ...]:
    """Return the numbers that may be meant: 2026-0387, 387 or any kind of brackets.

    Nothing is looked up: the answer is the same whether such a case exists or not.
    """
    text = "".join(typed.split()).translate(_BRACKETS)
    found = [text]
    short = _SHORT.fullmatch(text)
    if short is not None:
        year = int(short["year"] or read.today.year)
        form = str(read.setting("appeal_number_form", "诉受〔{year}〕{sequence:04d}号"))
        found.insert(0, form.format(year=year, sequence=int(short["count"])))
    elif text and not text.endswith("号") and "〕" in text:
        found.insert(0, f"{text}号")
    return tuple(dict.fromkeys(found))


def clarification_told(
    read: Read, *, numbers: tuple[str, ...], phone_last4: str, in_person: bool
) -> Told | None:
    """Return what may be told of an application to clear one's name, None alike for none."""
    for number in numbers:
        found = applicant_view(read, number, phone_last4, in_person=in_person)
        if found is not None:
            return Told(found.number, found.sentence_zh, found.sentence_en, read.today)
    return None
