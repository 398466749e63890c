"""Reads what a person types into the search box as a small tree.

Space is AND, `OR` or `|` is OR, a leading `-` or `NOT` is NOT, quotes keep spaces, brackets group,
`field:value` asks one field (状态:办理中, 登记:2026-01-01..今天). Full-width punctuation counts as
plain. Text is matched as an exact substring (`db.core.search_tokens`).
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from db.core.errors import RefusedError


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be contained; `at` is its place in the query from 0."""

    text: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A field and the text it must hold; `name` is a key of `FIELD_NAMES`."""

    name: str
    value: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Days:
    """A date field between two days, both included; None is open."""

    name: str
    first: date | None
    last: date | None
    at: int = 0


@dataclass(frozen=True, slots=True)
class Not:
    """Rows for which the part does not hold."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class And:
    """Rows for which every part holds; at least one is not a `Not`."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Rows for which some part holds; none is a `Not`."""

    parts: tuple["Node", ...]


Node: TypeAlias = Text | Field | Days | Not | And | Or

FIELD_NAMES: dict[str, tuple[str, ...]] = {
    "state": ("状态", "state", "status"),
    "number": ("编号", "受理编号", "号", "number", "no", "id"),
    "person": ("姓名", "诉求人", "人", "name", "person"),
    "unit": ("单位", "所在单位", "unit"),
    "handling_unit": (
        "承办",
        "主办",
        "承办单位",
        "主办单位",
        "办理",
        "handler",
        "handling",
        "lead",
    ),
    "category": ("类别", "分类", "诉求类别", "category"),
    "channel": ("渠道", "来源", "channel"),
    "procedure": ("程序", "办理程序", "procedure"),
    "subject": ("主题", "标题", "事由", "subject", "title"),
    "facts": ("事实", "内容", "诉求", "facts", "text"),
    "reply": ("答复", "回复", "reply", "answer"),
    "label": ("标签", "label"),
}
"""Text fields and what a person may call them."""

DATE_NAMES: dict[str, tuple[str, ...]] = {
    "received_on": ("登记", "登记日期", "收到", "来信", "日期", "received", "registered", "date"),
    "accepted_on": ("受理", "受理日期", "accepted"),
    "due_on": ("期限", "到期", "应办结", "due"),
    "issued_on": ("办结", "答复日期", "办结日期", "issued", "answered"),
    "closed_on": ("销号", "销号日期", "closed"),
}
"""Date fields and what a person may call them."""

_LONGEST = 2_000
_DEEPEST = 40
_NAMES = {alias: name for name, aliases in FIELD_NAMES.items() for alias in aliases}
_DATES = {alias: name for name, aliases in DATE_NAMES.items() for alias in aliases}
_QUOTES = {'"': '"', "“": "”", "”": "”", "「": "」", "『": "』", "＂": "＂"}
_OPEN, _CLOSE = "(（", ")）"
_FIELD = re.compile(r"([^\W\d]{1,12})[:：]")
_RANGE = re.compile(r"\.\.|…|～|~|至")


def parse_query(query: str, *, today: date) -> Node:
    """Return the tree of a query; `today` is what 今天, 本月 and the like are counted from.

    Raises:
        RefusedError: With `field="query"` and `at`, the place from 0: `query_empty`,
            `query_too_long`, `query_too_deep`, `query_quote_open`, `query_bracket_open`,
            `query_bracket_close`, `query_operator` (an operator without its part),
            `query_field_empty`, `query_date`, `query_only_negation`.
    """
    if len(query) > _LONGEST:
        raise _refused("query_too_long", _LONGEST)
    return _Parser(query, today).parse()


def holds(
    node: Node, *, contains: Callable[[str], bool], field: Callable[[Field | Days], bool]
) -> bool:
    """Tell whether a tree holds for one row, by what its texts and fields hold."""
    match node:
        case Text(text=text):
            return contains(text)
        case Field() | Days():
            return field(node)
        case Not(part=part):
            return not holds(part, contains=contains, field=field)
        case And(parts=parts):
            return all(holds(part, contains=contains, field=field) for part in parts)
        case Or(parts=parts):
            return any(holds(part, contains=contains, field=field) for part in parts)


def texts_of(node: Node) -> tuple[str, ...]:
    """Return the texts that a hit contains (none of a `Not`), for marking them in a list."""
    match node:
        case Text(text=text):
            return (text,)
        case Field(value=value):
            return (value,)
        case And(parts=parts) | Or(parts=parts):
            return tuple(dict.fromkeys(text for part in parts for text in texts_of(part)))
    return ()


def day_range(text: str, *, today: date) -> tuple[date | None, date | None] | None:
    """Return the days a typed date or range means, both included, or None.

    2026, 2026-03, 20260305, 3月5日, 今天, 昨天, 本周, 上周, 本月, 上月, 今年, 去年 and ranges of
    them with `..`, open on either side.
    """
    text = text.strip()
    parts = _RANGE.split(text, maxsplit=1)
    if len(parts) == 1:
        return _period(text, today)
    ends = [_period(part.strip(), today) if part.strip() else (None, None) for part in parts]
    first, last = ends
    if first is None or last is None or not text.strip(".…～~至"):
        return None
    if first[0] and last[1] and first[0] > last[1]:
        return None
    return first[0], last[1]


_ABSOLUTE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?[年月]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SHORT = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?")


def _period(text: str, today: date) -> tuple[date, date] | None:
    if (named := _named_period(text, today)) is not None:
        return named
    if found := _COMPACT.fullmatch(text) or _ABSOLUTE.fullmatch(text):
        year, month, day = (int(part) if part else None for part in found.groups())
        return _span(year or 0, month, day)
    if found := _SHORT.fullmatch(text):
        return _span(today.year, int(found[1]), int(found[2]))
    return None


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def _named_period(text: str, today: date) -> tuple[date, date] | None:
    week = today - timedelta(days=today.weekday())
    month = today.replace(day=1)
    before = (month - timedelta(days=1)).replace(day=1)
    match text.casefold():
        case "今天" | "今日" | "today":
            return today, today
        case "昨天" | "昨日" | "yesterday":
            return today - timedelta(days=1), today - timedelta(days=1)
        case "明天" | "tomorrow":
            return today + timedelta(days=1), today + timedelta(days=1)
        case "本周" | "这周" | "thisweek":
            return week, week + timedelta(days=6)
        case "上周" | "lastweek":
            return week - timedelta(days=7), week - timedelta(days=1)
        case "本月" | "这个月" | "当月" | "thismonth":
            return month, month.replace(day=monthrange(month.year, month.month)[1])
        case "上月" | "上个月" | "lastmonth":
            return before, month - timedelta(days=1)
        case "今年" | "本年" | "thisyear":
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case "去年" | "上年" | "lastyear":
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    return None


def _refused(code: str, at: int, **params: object) -> RefusedError:
    return RefusedError(code, "query", at=at, **params)


class _Parser:
    """Recursive descent: or → and → not → atom, over the characters of one query."""

    def __init__(self, query: str, today: date) -> None:
        self._query = query
        self._today = today
        self._at = 0
        self._depth = 0

    def parse(self) -> Node:
        if not self._query.strip():
            raise _refused("query_empty", 0)
        node = self._or()
        if self._at < len(self._query):
            raise _refused("query_bracket_close", self._at)
        if not _is_positive(node):
            raise _refused("query_only_negation", 0)
        return node

    def _skip(self) -> None:
        while self._at < len(self._query) and self._query[self._at].isspace():
            self._at += 1

    def _operator(self, *words: str) -> bool:
        """Take one of the operators if it stands here as a word of its own."""
        self._skip()
        for word in words:
            end = self._at + len(word)
            if self._query[self._at : end] == word and (
                not word.isalpha() or end == len(self._query) or self._ends_word(end)
            ):
                self._at = end
                return True
        return False

    def _ends_word(self, at: int) -> bool:
        char = self._query[at]
        return char.isspace() or char in _OPEN or char in _CLOSE or char in _QUOTES

    def _or(self) -> Node:
        parts = [self._and()]
        while self._operator("OR", "||", "|", "｜"):
            parts.append(self._and())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _and(self) -> Node:
        parts: list[Node] = []
        while True:
            self._skip()
            start = self._at
            if self._at >= len(self._query) or self._query[self._at] in _CLOSE:
                break
            if self._operator("OR", "||", "|", "｜"):
                self._at = start
                break
            if self._operator("AND", "&&"):
                self._skip()
                if not parts or self._at >= len(self._query) or self._query[self._at] in _CLOSE:
                    raise _refused("query_operator", start)
                continue
            parts.append(self._not())
        if not parts:
            raise _refused("query_operator", min(self._at, len(self._query)))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _not(self) -> Node:
        start = self._at
        if self._operator("NOT"):
            self._skip()
        elif self._query[self._at] in "-－" and self._starts_term(self._at + 1):
            self._at += 1
        else:
            return self._atom()
        if self._at >= len(self._query) or self._query[self._at] in _CLOSE:
            raise _refused("query_operator", start)
        return Not(self._not_inner())

    def _not_inner(self) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _refused("query_too_deep", self._at)
        node = self._not()
        self._depth -= 1
        return node.part if isinstance(node, Not) else node

    def _starts_term(self, at: int) -> bool:
        return at < len(self._query) and not self._query[at].isspace()

    def _atom(self) -> Node:
        start = self._at
        char = self._query[start]
        if char in _OPEN:
            return self._bracket()
        if char in _QUOTES:
            return Text(self._quoted(), start)
        if found := _FIELD.match(self._query, start):
            alias = found[1].casefold()
            if alias in _NAMES or alias in _DATES:
                self._at = found.end()
                return self._field(alias, start)
        return Text(self._word(), start)

    def _bracket(self) -> Node:
        start = self._at
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _refused("query_too_deep", start)
        self._at += 1
        self._skip()
        if self._query[self._at : self._at + 1] in (")", "）"):
            raise _refused("query_operator", start)
        if self._at >= len(self._query):
            raise _refused("query_bracket_open", start)
        node = self._or()
        if self._at >= len(self._query):
            raise _refused("query_bracket_open", start)
        self._at += 1
        self._depth -= 1
        return node

    def _quoted(self) -> str:
        start = self._at
        end = self._query.find(_QUOTES[self._query[start]], start + 1)
        if end < 0 and self._query[start] in "“”":
            end = self._query.find('"', start + 1)
        if end < 0:
            raise _refused("query_quote_open", start)
        if not self._query[start + 1 : end].strip():
            raise _refused("query_empty", start)
        self._at = end + 1
        return self._query[start + 1 : end]

    def _word(self) -> str:
        start = self._at
        while self._at < len(self._query):
            char = self._query[self._at]
            if char.isspace() or char in _OPEN or char in _CLOSE or char in '"“”|｜':
                break
            self._at += 1
        if self._at == start:  # a separator where a word should begin
            raise _refused("query_operator", start)
        return self._query[start : self._at]

    def _field(self, alias: str, start: int) -> Node:
        self._skip_one_space()
        if self._at >= len(self._query) or self._query[self._at].isspace():
            raise _refused("query_field_empty", start, name=alias)
        if self._query[self._at] in _CLOSE or self._query[self._at] in _OPEN:
            raise _refused("query_field_empty", start, name=alias)
        quoted = self._query[self._at] in _QUOTES
        value = self._quoted() if quoted else self._word()
        if alias in _NAMES:
            return Field(_NAMES[alias], value, start)
        days = day_range(value, today=self._today)
        if days is None:
            raise _refused("query_date", start, value=value)
        return Days(_DATES[alias], days[0], days[1], start)

    def _skip_one_space(self) -> None:
        """After a full-width colon people leave a blank; after a plain one it ends the field."""
        if self._query[self._at - 1] == "：" and self._query[self._at : self._at + 1] == " ":
            self._at += 1


def _is_positive(node: Node) -> bool:
    """Tell whether a tree can be answered from an index, without "all rows but those"."""
    match node:
        case Not():
            return False
        case And(parts=parts):
            return any(map(_is_positive, parts)) and all(
                _is_positive(part.part) if isinstance(part, Not) else _is_positive(part)
                for part in parts
            )
        case Or(parts=parts):
            return all(map(_is_positive, parts))
    return True
