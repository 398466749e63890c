"""The outgoing check: marks in typed text everything outside the letter's white list.

SETTLED §9.1: nothing about a reporter is stored in any form, so the check cannot ask who reported.
It knows only the letter's own white list (cadre, post, unit, addressee, signatory, contact) and
marks every *other* personal name, telephone or identity number, unit, and every phrase that
describes a report, the same for all; a second person then releases the letter. It is a pure
function of the typed text and the white list. Template words and list values are not given to it.

It rather marks too much than too little: names are found by surnames (`surnames.toml`), titles,
masks (王某, 王××), separators between the characters, pinyin and initials.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files


class MarkKind(StrEnum):
    """What a mark says of a stretch of text."""

    NAME = "name"
    PHONE = "phone"
    ID_NUMBER = "id_number"
    CONTACT = "contact"
    UNIT = "unit"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of typed text outside the white list; `start` and `end` index the text given."""

    start: int
    end: int
    kind: MarkKind
    text: str


@dataclass(frozen=True, slots=True)
class WhiteList:
    """What a letter may name, from its own record only.

    Attributes:
        names: The cadre, the signatory, the contact, the addressee if a person.
        units: His unit, the addressee, the issuer, the handling units, in all their names.
        numbers: Telephone and other numbers the letter prints by right.
        words: Further texts that may stand, such as posts and titles of rules.
    """

    names: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def check_text(text: str, allowed: WhiteList) -> tuple[Mark, ...]:
    """Return the marks of one typed text, in its order, overlaps of a kind merged."""
    folded = _fold(text)
    spans: list[tuple[int, int, MarkKind]] = []
    free = _allowed_spans(folded.text, allowed)
    for found in (
        _names(folded.text, allowed, free),
        _latin(folded.text, allowed),
        _numbers(folded.text, allowed),
        _units(folded.text, allowed),
        _phrases(folded.text),
    ):
        spans += found
    return tuple(
        Mark(start, end, kind, text[start:end])
        for start, end, kind in _merged([folded.back(*span) for span in spans])
    )


def check_texts(texts: Mapping[str, str], allowed: WhiteList) -> dict[str, tuple[Mark, ...]]:
    """Return the marks of several typed texts by field; fields without a mark are left out."""
    found = {name: check_text(text, allowed) for name, text in texts.items()}
    return {name: marks for name, marks in found.items() if marks}


# ---- folding


@dataclass(frozen=True, slots=True)
class _Folded:
    """Text in one spelling, with the place of each character in the text given."""

    text: str
    places: tuple[int, ...]

    def back(self, start: int, end: int, kind: MarkKind) -> tuple[int, int, MarkKind]:
        """Return a span as places of the text given."""
        return self.places[start], self.places[end - 1] + 1, kind


def _fold(text: str) -> _Folded:
    """Return a text with full-width, compatibility, and traditional forms folded.

    Characters nobody sees (zero-width, joiners, controls) are dropped, so that they hide nothing.
    """
    lists = _lists()
    kept: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        for one in unicodedata.normalize("NFKC", character):
            category = unicodedata.category(one)
            if category in {"Cf", "Cc", "Mn", "Me"} and one not in "\n\t":
                continue
            plain = (
                unicodedata.normalize("NFD", one)[0] if one.isalpha() and one < "\u2e80" else one
            )
            kept.append(lists.traditional.get(plain, plain))
            places.append(at)
    return _Folded("".join(kept), tuple(places))


def _key(text: str) -> str:
    """Return a text of the white list in the spelling of the folded text."""
    return re.sub(r"\s+", "", _fold(text).text)


# ---- lists


@dataclass(frozen=True, slots=True)
class _Lists:
    """The words of `surnames.toml`, ready for use."""

    strict: frozenset[str]
    loose: frozenset[str]
    given: frozenset[str]
    pure: frozenset[str]
    compound: frozenset[str]
    plain: frozenset[str]
    traditional: dict[str, str]
    titles: tuple[str, ...]
    cues: tuple[str, ...]
    phrases: tuple[str, ...]
    units: tuple[str, ...]
    unit_heads: tuple[str, ...]
    latin: frozenset[str]


@lru_cache(maxsize=1)
def _lists() -> _Lists:
    """Return the words of the check, read once."""
    text = files("resources.codes").joinpath("surnames.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    longest = _longest_first
    return _Lists(
        frozenset(data["strict"]),
        frozenset(data["loose"]),
        frozenset(data["given"]),
        frozenset(data["pure"]),
        frozenset(data["compound"]),
        frozenset(data["plain"]),
        {pair[0]: pair[1] for pair in data["traditional"].split()},
        longest(data["titles"]),
        longest(data["cues"]),
        longest(data["phrases"]),
        longest(data["units"]),
        tuple(word for word in longest(data["unit_heads"]) if len(word) > 1),
        frozenset(data["latin_allowed"]),
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Return words with the longest first, as an alternation needs them."""
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def _alternatives(words: Iterable[str]) -> str:
    """Return words as an alternation of a pattern."""
    return "|".join(re.escape(word) for word in words)


# ---- the white list


def _allowed_spans(text: str, allowed: WhiteList) -> list[tuple[int, int]]:
    """Return where whole texts of the white list stand."""
    spans: list[tuple[int, int]] = []
    for word in (*allowed.names, *allowed.units, *allowed.words):
        key = _key(word)
        if not key:
            continue
        loose = r"\s*".join(re.escape(character) for character in key)
        spans += [found.span() for found in re.finditer(loose, text)]
    return spans


def _inside(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Return whether a stretch lies inside one of the spans."""
    return any(first <= start and end <= last for first, last in spans)


# ---- names

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_IS_HAN = re.compile(f"[{_HAN}]")
# What may stand between the characters of a name that is spelled apart.
_SEPARATOR = r"[ \t\u3000·•・‧∙.\-—_/\\|*+~^'\"“”‘’`()\[\]{}<>【】「」（）]"
_MASK = r"[某×xX*＊□○〇◯OoΟ0●■＿_?？]"


def _names(
    text: str, allowed: WhiteList, free: list[tuple[int, int]]
) -> list[tuple[int, int, MarkKind]]:
    """Return every personal name that the white list does not hold."""
    spans = [
        *_plain_names(text, free),
        *_spelled_apart(text),
        *_masked(text),
        *_titled(text, free),
        *_dotted(text),
        *_after_cues(text),
    ]
    names = [_key(name) for name in allowed.names if name.strip()]
    numbers = [found.span() for found in _DOCUMENT_NUMBER.finditer(text)]
    return [
        (start, end, MarkKind.NAME)
        for start, end in spans
        if not _inside(start, end, free)
        and not _inside(start, end, numbers)
        and not _is_allowed_name(text[start:end], names)
    ]


_DOCUMENT_NUMBER = re.compile(f"[{_HAN}]{{2,8}}[〔\\[(]\\d{{4}}[〕\\])]第?\\d+号")


def _is_allowed_name(found: str, names: Iterable[str]) -> bool:
    """Return whether a found stretch is a name of the white list, spelled apart or not."""
    key = re.sub(_SEPARATOR + r"|\s", "", found)
    return any(key == name for name in names)


def _plain_names(text: str, free: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return surname and given name written together."""
    lists = _lists()
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        own = next((last for first, last in free if first <= at < last), None)
        if own is not None:
            spans += _grown(text, at, own, free)
            at = own
            continue
        length = 0
        compound = _compound_length(text, at)
        if compound:
            given = _given_length(text, at + compound, free)
            length = compound + given if given else 0
        elif text[at] in lists.strict:
            length = _strict_length(text, at, free)
        elif text[at] in lists.loose:
            length = _loose_length(text, at, free)
        if length:
            spans.append((at, at + length))
            at += length
        else:
            at += 1
    return spans


def _compound_length(text: str, at: int) -> int:
    """Return the length of the compound surname that begins at a place, or 0."""
    compound = _lists().compound
    return next((size for size in (4, 3, 2) if text[at : at + size] in compound), 0)


def _grown(text: str, start: int, end: int, free: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a longer name that only begins with one of the white list (王伟 in 王伟明)."""
    lists = _lists()
    begins = [first for first, last in free if last == end and last - first <= 4]
    first = min(begins, default=start)
    is_name = text[first] in lists.strict | lists.loose or _compound_length(text, first) > 0
    if not begins or not is_name or end - first > 3 or end - first < 2:
        return []
    follows = text[end : end + 1]
    if not follows or not _is_name_character(follows) or text[end : end + 2] in lists.plain:
        return []
    if end - first == 3 or _starts_word(text, end):
        return []
    return [(first, end + 1)]


def _han(text: str, at: int) -> bool:
    """Return whether a Chinese character stands at a place."""
    return at < len(text) and _IS_HAN.match(text[at]) is not None


def _is_name_character(character: str) -> bool:
    """Return whether a character is usual in given names, or too rare for office prose."""
    return character in _lists().given or _is_rare(character)


@lru_cache(maxsize=8192)
def _is_rare(character: str) -> bool:
    """Return whether a Chinese character is beyond the common ones of GB 2312."""
    if not _IS_HAN.match(character):
        return False
    try:
        return character.encode("gb2312")[0] >= 0xD8
    except UnicodeEncodeError:
        return True


def _left_word(text: str, at: int) -> bool:
    """Return whether the character ends an everyday word (任 in 主任)."""
    return at > 0 and text[at - 1 : at + 1] in _lists().plain


def _starts_word(text: str, at: int) -> bool:
    """Return whether an everyday word begins at a place."""
    return text[at : at + 2] in _lists().plain or text[at : at + 2] in _common_words()


def _given_length(text: str, at: int, free: list[tuple[int, int]]) -> int:
    """Return how many characters of a given name stand at a place: 0, 1 or 2."""
    if not _han(text, at) or _inside(at, at + 1, free):
        return 0
    if not _han(text, at + 1) or _inside(at + 1, at + 2, free):
        return 1
    return 2


def _strict_length(text: str, at: int, free: list[tuple[int, int]]) -> int:
    """Return the length of a name whose surname is seldom anything else."""
    given = _given_length(text, at + 1, free)
    if not given:
        return 0
    if _is_surely_given(text, at + 1, given):
        return 1 + given
    if _left_word(text, at):
        return 2 if _acts(text, at) else 0
    if text[at : at + 2] in _lists().plain and not (
        given == 2 and _is_name_character(text[at + 2]) and _ends_name(text, at + 3)
    ):
        return 0
    return 1 + given


def _is_surely_given(text: str, at: int, length: int) -> bool:
    """Return whether a given name stands here whatever word its surname may also end.

    So in 由于蕾功 or 及时慈, where 由于 and 及时 are everyday words: one of the characters is used
    in hardly anything but names, or both are usual in names and form no word of their own.
    """
    pure = _lists().pure
    given = text[at : at + length]
    is_word = text[at - 1 : at + 1] in _lists().plain
    if (given[0] in pure or _is_rare(given[0])) and not is_word:
        return given[1:] in _AFTER_NAMES or not _starts_word(text, at)
    if length < 2 or not _is_name_character(given[0]):
        return False
    is_pure = given[1] in pure or _is_rare(given[1])
    return is_pure and not _starts_word(text, at) and not _starts_word(text, at + 1)


_AFTER_NAMES = frozenset("和与及等说称的")
"""What stands after a person so often that no word is made of it and a given name (于勇和…)."""


def _loose_length(text: str, at: int, free: list[tuple[int, int]]) -> int:
    """Return the length of a name whose surname is an everyday character too."""
    given = _given_length(text, at + 1, free)
    if not given or not _is_name_character(text[at + 1]):
        return 0
    if _is_surely_given(text, at + 1, given):
        return 1 + given
    if _left_word(text, at) and _acts(text, at):
        return 2
    third = given == 2 and _is_name_character(text[at + 2])
    length = 3 if third else 2
    if _ends_name(text, at + length):
        is_word = text[at : at + 2] in _lists().plain
        return 0 if (_left_word(text, at) or is_word) and not third else length
    if _left_word(text, at) or _starts_word(text, at):
        return 0
    if third and _starts_word(text, at + 1) and not _is_given_pair(text[at + 1 : at + 3]):
        return 0
    if not third and _starts_word(text, at + 1):
        return 0
    return length


def _ends_name(text: str, at: int) -> bool:
    """Return whether what follows tells of a person: a title, or a verb of a person."""
    follows = text[at : at + 4].lstrip()
    return follows.startswith(_lists().titles) or follows.startswith(_VERBS)


def _acts(text: str, at: int) -> bool:
    """Return whether one given character and what only a person does stand here (由于刚经手)."""
    return text.startswith(_ACTS, at + 2) and _is_name_character(text[at + 1])


_ACTS = ("经手", "主持", "负责", "核对", "签字", "和", "与", "、")
_VERBS = ("反映", "举报", "检举", "控告", "告诉", "证实", "证明", "告发", "写信", "告的", "说")


def _is_given_pair(pair: str) -> bool:
    """Return whether two characters are both usual in given names."""
    return len(pair) == 2 and all(_is_name_character(one) for one in pair)


@lru_cache(maxsize=1)
def _common_words() -> frozenset[str]:
    """Return everyday words of two characters, from the dictionary of the pinyin library."""
    from pypinyin.phrases_dict import phrases_dict

    return frozenset(word for word in phrases_dict if len(word) == 2)


@lru_cache(maxsize=1)
def _surname_pattern() -> str:
    """Return a pattern for any surname."""
    lists = _lists()
    single = "".join(sorted(lists.strict | lists.loose))
    return f"(?:{_alternatives(sorted(lists.compound))}|[{single}])"


def _spelled_apart(text: str) -> list[tuple[int, int]]:
    """Return names whose characters are set apart by spaces, points, or other marks."""
    lists = _lists()
    gap = f"(?:{_SEPARATOR}|\\n){{1,3}}"
    broken = "|".join(gap.join(word) for word in sorted(lists.compound))
    apart = "|".join(f"{gap}?".join(word) for word in sorted(lists.compound))
    single = "".join(sorted(lists.strict | lists.loose))
    pattern = re.compile(
        f"(?P<surname>{apart}|[{single}])"
        f"(?:{gap}(?P<first>[{_HAN}])(?:{gap}?[{_HAN}])?|(?P<second>[{_HAN}]){gap}[{_HAN}](?![{_HAN}]))"
    )
    halves = f"(?:{broken})[{_HAN}]{{1,2}}"
    spans = [found.span() for found in re.finditer(halves, text)]
    at = 0
    while found := pattern.search(text, at):
        start = found.start()
        # A character that proves no surname may stand before one that is (向卢 敏 杰).
        at = start + 1
        surname = re.sub(f"[^{_HAN}]", "", found["surname"])
        first = found["first"] or found["second"]
        if not _stands_apart(found.group(), surname):
            is_word = _left_word(text, start) or surname[-1] + first in lists.plain
            if is_word or (surname in lists.loose and not _is_name_character(first)):
                continue
        spans.append(found.span())
        at = found.end()
    return spans


def _stands_apart(found: str, surname: str) -> bool:
    """Return whether every character of a name is set apart by the same mark (于 涛 英, 党-刚).

    Nobody writes words of prose so, whatever the surname would mean beside its neighbours.
    """
    gaps = re.findall(f"[^{_HAN}]+", found)
    letters = re.findall(f"[{_HAN}]", found)
    given = letters[len(surname) :]
    return (
        len(gaps) == len(letters) - 1
        and len(set(gaps)) == 1
        and all(_is_name_character(one) for one in given)
    )


def _masked(text: str) -> list[tuple[int, int]]:
    """Return surnames with a mask: 王某, 王某某, 王××, 王*明, 姓王, 王姓, 王氏."""
    lists = _lists()
    surname = _surname_pattern()
    patterns = (
        f"{surname}{_SEPARATOR}?{_MASK}{{1,3}}[{_HAN}]?",
        f"{surname}[{_HAN}]{_MASK}",
        f"{_MASK}{{1,2}}[{''.join(sorted(lists.given))}](?=同志|先生|女士)",
        f"[{_HAN}](?:某[某甲乙丙丁]|[×xX]{{2}})",
        f"姓{surname}",
        f"{surname}[姓氏](?![名])",
    )
    spans = [
        found.span()
        for pattern in patterns
        for found in re.finditer(pattern, text)
        if not _is_covered_word(text, *found.span())
    ]
    nicknames = (f"[老小阿大]{surname}(?![{_HAN}])", f"[老小阿]{surname}(?=[{_HAN}])")
    return spans + [
        found.span()
        for pattern in nicknames
        for found in re.finditer(pattern, text)
        if found.group() not in lists.plain and not text[: found.start() + 1].endswith("养老")
    ]


def _is_covered_word(text: str, start: int, end: int) -> bool:
    """Return whether a stretch with a mask is rather a part of everyday words (由于某些)."""
    lists = _lists()
    found = text[start:end]
    if {text[start : start + 2], text[start + 1 : start + 3]} & lists.plain:
        return True
    if not _left_word(text, start) or _is_name_character(found[-1]):
        return False
    return len(re.findall(_MASK, found)) < 2 and not set(found) & lists.pure


def _titled(text: str, free: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return a surname before a title (王局长), and a given name alone before 同志 (建国同志)."""
    lists = _lists()
    titles = _alternatives(title for title in lists.titles if title != "某")
    surnames = "".join(sorted(lists.strict | lists.loose))
    spans = [
        (found.start(), found.start() + 1)
        for found in re.finditer(f"[{surnames}](?:{titles})", text)
        if not _left_word(text, found.start()) or text[: found.start() + 1].endswith("由于")
    ]
    for found in re.finditer(f"(?<![{_HAN}])([{_HAN}]{{2,4}})(?=同志|先生|女士|小姐)", text):
        ends_allowed = any(last == found.end() and last - first > 1 for first, last in free)
        if not found.group(1).endswith(_NOT_PERSONS) and not ends_allowed:
            spans.append(found.span(1))
    given = "".join(sorted(lists.given))
    spans += [
        found.span()
        for found in re.finditer(f"[{given}]{{2}}(?=同志|先生|女士)", text)
        if not _starts_word(text, found.start())
    ]
    return spans


_NOT_PERSONS = (
    "负责",
    "有关",
    "全体",
    "分管",
    "主管",
    "老",
    "各位",
    "其他",
    "相关",
    "上述",
    "该",
    "的",
)


def _dotted(text: str) -> list[tuple[int, int]]:
    """Return names with a point inside (阿卜杜拉·艾合买提)."""
    point = "[·•・‧∙]"
    return [
        found.span() for found in re.finditer(f"[{_HAN}]{{1,8}}(?:{point}[{_HAN}]{{1,8}})+", text)
    ]


def _after_cues(text: str) -> list[tuple[int, int]]:
    """Return what follows a word that announces a name."""
    lists = _lists()
    surnames = "".join(sorted(lists.strict | lists.loose))
    pattern = f"(?:{_alternatives(lists.cues)})[：: ]*([{surnames}][{_HAN}]{{1,2}})"
    return [
        found.span(1)
        for found in re.finditer(pattern, text)
        if found.group(1)[:2] not in lists.plain
    ]


# ---- Latin letters

LONGEST_INITIALS = 3
"""C.T. is a person, CT is a machine."""
_APPS = frozenset({"QQ", "PM"})
_APP_TAIL = re.compile(r"[ 号群：:0-9.]")
"""QQ群 and PM2.5 are things; QQ alone may be a person."""


def _latin(text: str, allowed: WhiteList) -> list[tuple[int, int, MarkKind]]:
    """Return Latin words: pinyin, initials, addresses; letters of papers have no other use."""
    lists = _lists()
    known = lists.latin | {_key(name).upper() for name in allowed.names}
    known |= {part.upper() for word in allowed.words for part in re.findall("[A-Za-z]+", word)}
    spans = [(*found.span(), MarkKind.CONTACT) for found in re.finditer(r"[\w.+-]+@[\w.-]+", text)]
    pattern = (
        r"[A-Za-z](?:[A-Za-z]|[ .·'\-_](?=[A-Za-z]))+\.?|[A-Z](?=\.|某|同志|先生|女士|局|科|主任)"
    )
    for found in re.finditer(pattern, text):
        words = re.findall("[A-Za-z]+", found.group())
        joined = "".join(words).upper()
        is_person = "." in found.group() and len(joined) <= LONGEST_INITIALS
        if joined in _APPS and not _APP_TAIL.match(text, found.end()):
            is_person = True
        if not is_person and (joined in known or all(word.upper() in known for word in words)):
            continue
        before = text[found.start() - 1 : found.start()]
        if len(joined) == 1 and before.isdigit():
            continue
        spans.append((*found.span(), MarkKind.NAME))
    return spans


# ---- numbers

_CHINESE_DIGITS = {one: str(at) for at, one in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "幺": "1",
    "壹": "1",
    "贰": "2",
    "叁": "3",
    "肆": "4",
    "伍": "5",
    "陆": "6",
    "柒": "7",
    "捌": "8",
    "玖": "9",
}
_DIGIT = "[0-9" + "".join(_CHINESE_DIGITS) + "]"
_LONG_NUMBER = re.compile(
    f"{_DIGIT}(?:[ \\t.\\-—–()（）*×xX]{{0,2}}{_DIGIT}){{6,}}[*×xX]*[ -]?[Xx]?|"
    r"[0-9]{3,}[*×xX]{3,}[0-9Xx]{0,4}"
)
_DATE = re.compile(r"(?:19|20)\d{2}[.\-/]?(?:0[1-9]|1[0-2])[.\-/]?(?:[0-2]\d|3[01])")
_AMOUNT = re.compile(r"\s*(?:元|万|亿|件|人|平方|吨|公里|%|％)")
ID_LENGTHS = (15, 17, 18)


def _numbers(text: str, allowed: WhiteList) -> list[tuple[int, int, MarkKind]]:
    """Return telephone, identity and other long numbers the letter may not print."""
    known = {_digits(number) for number in allowed.numbers}
    spans: list[tuple[int, int, MarkKind]] = []
    for found in _LONG_NUMBER.finditer(text):
        digits = _digits(found.group())
        if digits in known or any(digits and digits in one for one in known if len(digits) >= 7):
            continue
        if _DATE.fullmatch(found.group().strip()) or _AMOUNT.match(text, found.end()):
            continue
        if re.fullmatch(r"\d{4}[.\-/—]\d{1,2}[.\-/—]+\d{4}[.\-/]\d{1,2}", found.group()):
            continue
        kind = MarkKind.ID_NUMBER if len(digits) in ID_LENGTHS else MarkKind.PHONE
        spans.append((*found.span(), kind))
    accounts = re.finditer(r"(?:QQ|qq|微信|VX|vx|wx)号?[：: ]*[A-Za-z0-9_\-]{4,}", text)
    spans += [(*found.span(), MarkKind.CONTACT) for found in accounts]
    return spans


def _digits(text: str) -> str:
    """Return the digits of a text; Chinese ones count, and X of an identity number."""
    plain = "".join(_CHINESE_DIGITS.get(one, one) for one in unicodedata.normalize("NFKC", text))
    return re.sub(r"[^0-9Xx]", "", plain).upper()


# ---- units


def _units(text: str, allowed: WhiteList) -> list[tuple[int, int, MarkKind]]:
    """Return names of units that the white list does not hold."""
    lists = _lists()
    known = [_key(unit) for unit in (*allowed.units, *allowed.words) if unit]
    titles = [found.span() for found in re.finditer("《[^》]*》", text)]
    spans: list[tuple[int, int, MarkKind]] = []
    pattern = re.compile(f"([{_HAN}]{{1,16}}?)({_alternatives(lists.units)})(?![{_HAN}]*》)")
    for found in pattern.finditer(text):
        start, end = found.span()
        is_word = text[end - 1 : end + 1] == "乡镇" or text[end : end + 1] in _UNIT_TAILS
        if _inside(start, end, titles) or is_word:
            continue
        head = _unit_head(found.group(1))
        name = head + found.group(2)
        start = end - len(name)
        if not head or head in _COMMON_HEADS or head[-1] in _DETERMINERS:
            continue
        if head.endswith(lists.unit_heads):
            continue
        if any(unit.endswith(name) or name.endswith(unit) for unit in known):
            continue
        spans.append((start, end, MarkKind.UNIT))
    return spans


_DETERMINERS = frozenset("本该各你我贵某其每全这那两多大格的是")
_COMMON_HEADS = frozenset("乡村县区市镇党新老原省")
_UNIT_TAILS = frozenset("长级容部势面限民干罚议规")
_HEAD_BREAK = re.compile(
    "会同|负责|转送|报送|期间|通过|联系|协调|现任|时任|担任|[的了在由经和与及向对到从被是或请将把并按为以于、至]"
)


def _unit_head(head: str) -> str:
    """Return what of the text before a unit's ending belongs to its name."""
    return _HEAD_BREAK.split(head)[-1]


# ---- phrases


def _phrases(text: str) -> list[tuple[int, int, MarkKind]]:
    """Return words that describe a report, also where they are spelled apart."""
    gap = f"(?:{_SEPARATOR})*"
    spans: list[tuple[int, int, MarkKind]] = []
    for phrase in _lists().phrases:
        pattern = gap.join(re.escape(one) for one in unicodedata.normalize("NFKC", phrase))
        if phrase.isdigit():
            pattern = f"(?<![0-9]){phrase}(?![0-9])"
        spans += [(*found.span(), MarkKind.PHRASE) for found in re.finditer(pattern, text)]
    counted = r"第\s*[一二三四五六七八九十百两0-9×xX]+\s*[次封份]"
    spans += [(*found.span(), MarkKind.PHRASE) for found in re.finditer(counted, text)]
    return spans


def _merged(spans: list[tuple[int, int, MarkKind]]) -> list[tuple[int, int, MarkKind]]:
    """Return spans in order, those of one kind that overlap as one."""
    merged: list[tuple[int, int, MarkKind]] = []
    for start, end, kind in sorted(spans, key=lambda span: (span[2], span[0], -span[1])):
        if merged and merged[-1][2] is kind and start < merged[-1][1]:
            first, last, _same = merged[-1]
            merged[-1] = (first, max(last, end), kind)
        else:
            merged.append((start, end, kind))
    return sorted(merged)
