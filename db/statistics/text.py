"""The report's text: sentences whose figures are fields, rendered and checked (pure but for data).

Growth in per cent only over a base of ten or more, one decimal, shares add up to 100.0 by largest
remainder, no change is 持平 (OFFICE §6.3). The manager's own words may hold fields too.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from db.statistics.measures import BY_IDENTIFIER
from db.statistics.rows import MonthFigures, Names, OwnWords, PeriodFigures
from db.statistics.small_cells import HIDDEN

NOTHING_TO_SHARE = "—"
LEAST_BASE = 10
"""Under it a growth is told in numbers only (OFFICE §2.7)."""
TOP_CATEGORIES = 3
_TENTH = Decimal("0.1")
_FIELD = re.compile(r"\{([a-z_0-9:@]+)\}")
_DIGIT = re.compile(r"[0-9０-９]")

Hides = Callable[[str, str, str, str], bool]
"""Whether a cell is hidden: period, measure, dimension, value."""


def shows_all(_period: str, _figure: str, _dimension: str, _value: str) -> bool:
    """Hide nothing: the 呈阅版."""
    return False


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text; `field` names the figure that it is, empty for words."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: a heading, or sentences; `own` marks the manager's own words."""

    parts: tuple[Part, ...]
    heading: bool = False
    own: bool = False

    @property
    def text(self) -> str:
        """Return it as plain text."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class ReportText:
    """Title and paragraphs of a report."""

    title: tuple[Part, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """Return all of it as plain text, a paragraph a line."""
        title = "".join(part.text for part in self.title)
        return "\n".join((title, *(paragraph.text for paragraph in self.paragraphs)))

    def parts(self) -> Iterable[Part]:
        """Return every piece of it."""
        yield from self.title
        for paragraph in self.paragraphs:
            yield from paragraph.parts


def rounded(value: Decimal) -> Decimal:
    """Return a number with one decimal, halves up."""
    return value.quantize(_TENTH, ROUND_HALF_UP)


def percent(above: int, below: int) -> str:
    """Return 95.5%, or — where there was nothing to share."""
    if not below:
        return NOTHING_TO_SHARE
    return f"{rounded(Decimal(above) * 100 / Decimal(below))}%"


def growth(new: int, old: int) -> Decimal | None:
    """Return the growth in per cent without its sign's word; None under a base of ten."""
    if old < LEAST_BASE:
        return None
    return rounded(Decimal(new - old) * 100 / Decimal(old))


def shares(parts: Sequence[int]) -> list[Decimal]:
    """Return shares in per cent that add up to 100.0 exactly (largest remainder)."""
    whole = sum(parts)
    if not whole:
        return [Decimal("0.0") for _ in parts]
    tenths = [part * 1000 // whole for part in parts]
    by_rest = sorted(range(len(parts)), key=lambda at: (-(parts[at] * 1000 % whole), at))
    for at in by_rest[: 1000 - sum(tenths)]:
        tenths[at] += 1
    return [(Decimal(tenth) / 10).quantize(_TENTH) for tenth in tenths]


@cache
def _source() -> dict[str, Any]:
    path = files("resources").joinpath("statistics", "text.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def unit_word(identifier: str) -> str:
    """Return the word of a measure's unit: 件, 人, 人次, 个; % for a share."""
    measure = BY_IDENTIFIER[identifier]
    if measure.is_rate:
        return "%"
    return str(_source()["words"]["units"][measure.unit.value])


class _Writer:
    """Renders fields from figures."""

    def __init__(self, figures: MonthFigures, names: Names, hides: Hides) -> None:
        self.figures = figures
        self.names = names
        self.hides = hides
        self.words: Mapping[str, Any] = _source()["words"]

    def field(self, name: str) -> str:
        """Return the text of a field.

        Raises:
            KeyError: For a field that does not exist.
        """
        form, _, rest = name.partition(":")
        if form == "versus":
            return self._versus(*_figure_and_period(rest, "previous"))
        if form == "growth":
            return self._growth(rest)
        plain = self._plain()
        if name in plain:
            return plain[name]()
        figure, period = _figure_and_period(name, "current")
        return self._value(figure, period)

    def _plain(self) -> Mapping[str, Callable[[], str]]:
        return {
            "year": self._year,
            "month": self._month,
            "months": self._months,
            "channels": self._channels,
            "channel_shares": self._channel_shares,
            "categories": self._categories,
            "category_share": self._category_share,
            "category_rise": self._category_rise,
        }

    def is_told(self, clause: Mapping[str, Any]) -> bool:
        """Return whether a clause has something to say."""
        if clause.get("after_january") and self.figures.name.number == 1:
            return False
        about = clause.get("when")
        if about is None:
            return True
        if about == "category_rise":
            return self._rise() is not None
        return self.figures.current[about] != 0

    def _year(self) -> str:
        return str(self.figures.name.year)

    def _month(self) -> str:
        return str(self.words["month"]).format(number=self.figures.name.number)

    def _months(self) -> str:
        number = self.figures.name.number
        return str(self.words["months_one" if number == 1 else "months"]).format(number=number)

    def _value(self, figure: str, period: str) -> str:
        measure = BY_IDENTIFIER[figure]
        told = self.figures.period(period)
        if measure.is_rate:
            lines = (*measure.numerator, *measure.denominator)
            if any(self.hides(period, name, "", "") for name in lines):
                return HIDDEN
            return percent(
                sum(told[name] for name in measure.numerator),
                sum(told[name] for name in measure.denominator),
            )
        return HIDDEN if self.hides(period, figure, "", "") else str(told[figure])

    def _versus(self, figure: str, period: str) -> str:
        new, old = self.figures.current[figure], self.figures.period(period)[figure]
        words = self.words
        other = words[period]
        hidden = self.hides("current", figure, "", "") or self.hides(period, figure, "", "")
        if hidden:
            return str(words["more"]).format(other=other, count=HIDDEN, unit=unit_word(figure))
        if new == old:
            return str(words["same"]).format(other=other)
        kind = "more" if new > old else "less"
        said = str(words[kind]).format(other=other, count=abs(new - old), unit=unit_word(figure))
        grown = growth(new, old)
        if grown is None:
            return said
        return said + str(words[f"{kind}_share"]).format(share=f"{abs(grown)}%")

    def _growth(self, figure: str) -> str:
        new = self.figures.year_to_date[figure]
        old = self.figures.last_year_to_date[figure]
        words = self.words
        if new == old:
            return str(words["year_same"])
        kind = "year_more" if new > old else "year_less"
        if any(self.hides(p, figure, "", "") for p in ("year_to_date", "last_year_to_date")):
            return str(words["year_more"]).format(share=HIDDEN)
        grown = growth(new, old)
        if grown is None:
            return str(words[f"{kind}_count"]).format(count=abs(new - old), unit=unit_word(figure))
        return str(words[kind]).format(share=f"{abs(grown)}%")

    def _accepted(self, dimension: str) -> list[tuple[str, int]]:
        rows = (
            self.figures.current.by_channel
            if dimension == "channel"
            else self.figures.current.by_category
        )
        found = [(key, row["accepted_count"]) for key, row in rows.items()]
        # Hidden ones come last and in the order of the list: their place must not tell their size.
        return sorted(
            (pair for pair in found if pair[1] > 0),
            key=lambda pair: 0 if self._hides_accepted(dimension, pair[0]) else -pair[1],
        )

    def _hides_accepted(self, dimension: str, value: str) -> bool:
        return self.hides("current", "accepted_count", dimension, value)

    def _count(self, dimension: str, value: str, count: int) -> str:
        return HIDDEN if self._hides_accepted(dimension, value) else str(count)

    def _channels(self) -> str:
        return "、".join(
            f"{self.names.channels.get(key, key)}{self._count('channel', key, count)}件"
            for key, count in self._accepted("channel")
        )

    def _channel_shares(self) -> str:
        found = self._accepted("channel")
        told = [
            HIDDEN if self._hides_accepted("channel", key) else f"{share}%"
            for (key, _), share in zip(found, shares([c for _, c in found]), strict=True)
        ]
        if len(told) == 1:
            return str(self.words["shares_one"]).format(shares=told[0])
        text = "、".join(told[:-1]) + "和" + told[-1]
        return str(self.words["shares"]).format(shares=text)

    def _top(self) -> list[tuple[str, int]]:
        return self._accepted("category")[:TOP_CATEGORIES]

    def _categories(self) -> str:
        top = self._top()
        listed = "、".join(
            f"{self.names.categories.get(key, key)}（{self._count('category', key, count)}件）"
            for key, count in top
        )
        if len(top) == 1:
            return str(self.words["aspect_one"]).format(list=listed)
        numeral = self.words["numerals"][len(top)]
        return str(self.words["aspects"]).format(list=listed, count=numeral)

    def _category_share(self) -> str:
        top = self._top()
        if any(self._hides_accepted("category", key) for key, _ in top):
            return HIDDEN
        return percent(sum(c for _, c in top), self.figures.current["accepted_count"])

    def _rise(self) -> tuple[str, int] | None:
        before = self.figures.previous
        rises = [
            (row["accepted_count"] - before.category(key).get("accepted_count", 0), key)
            for key, row in self.figures.current.by_category.items()
            if not self._hides_accepted("category", key)
            and not self.hides("previous", "accepted_count", "category", key)
        ]
        most = max((rise for rise, _ in rises), default=0)
        if most <= 0:
            return None
        return next(key for rise, key in rises if rise == most), most

    def _category_rise(self) -> str:
        found = self._rise()
        if found is None:
            return ""
        key, rise = found
        name = self.names.categories.get(key, key)
        return str(self.words["rise"]).format(category=name, count=rise)


def _figure_and_period(name: str, period: str) -> tuple[str, str]:
    figure, _, named = name.partition("@")
    return figure, named or period


def write_text(
    figures: MonthFigures,
    names: Names,
    *,
    version: str = "full",
    own: OwnWords | None = None,
    hides: Hides = shows_all,
) -> ReportText:
    """Return the report's text in one of its versions: full, circular, public."""
    writer = _Writer(figures, names, hides)
    source = _source()
    title = source["title_public" if version == "public" else "title"]
    paragraphs: list[Paragraph] = []
    for section in source["section"]:
        if version in section["versions"]:
            paragraphs += _section(writer, section, own or OwnWords())
    return ReportText(tuple(_fill(writer, title)), tuple(paragraphs))


def _section(writer: _Writer, section: Mapping[str, Any], own: OwnWords) -> list[Paragraph]:
    found = []
    if section["heading"]:
        found.append(Paragraph((Part(section["heading"]),), heading=True))
    if "own" in section:
        lines = str(getattr(own, section["own"])).splitlines()
        found += [
            Paragraph(tuple(_fill(writer, line.strip(), own=True)), own=True)
            for line in lines
            if line.strip()
        ]
        return found
    for paragraph in section["paragraphs"]:
        parts = [part for sentence in paragraph for part in _sentence(writer, sentence)]
        if not parts and "nothing" in section:
            parts = [Part(section["nothing"])]
        if parts:
            found.append(Paragraph(tuple(parts)))
    return found


def _sentence(writer: _Writer, clauses: Sequence[Mapping[str, Any]]) -> list[Part]:
    parts: list[Part] = []
    for clause in clauses:
        if not writer.is_told(clause):
            continue
        if parts:
            parts.append(Part(clause.get("sep", "，")))
        parts += _fill(writer, clause["text"])
    if parts:
        parts.append(Part("。"))
    return parts


def _fill(writer: _Writer, text: str, *, own: bool = False) -> list[Part]:
    parts: list[Part] = []
    at = 0
    for found in _FIELD.finditer(text):
        if found.start() > at:
            parts.append(Part(text[at : found.start()]))
        at = found.end()
        name = found.group(1)
        try:
            parts.append(Part(writer.field(name), name))
        except (KeyError, AttributeError):
            if not own:
                raise
            # In the manager's own words an unknown field stays as typed; the check names it.
            parts.append(Part(found.group(0), name))
    if at < len(text):
        parts.append(Part(text[at:]))
    return parts


@dataclass(frozen=True, slots=True)
class TextFault:
    """A figure of the text that is not its cell.

    Attributes:
        field: The field, empty for digits typed among the program's own words.
        told: What the text says.
        should: What the cell says; empty where there is none.
    """

    field: str
    told: str
    should: str


def check_text(
    text: ReportText, figures: MonthFigures, names: Names, *, hides: Hides = shows_all
) -> list[TextFault]:
    """Return the figures of a text that do not equal their cells, nothing if all do.

    Digits outside the fields are faults too, but for the manager's own words.
    """
    writer = _Writer(figures, names, hides)
    found = []
    for part in text.title:
        found += _part_faults(writer, part, own=False)
    for paragraph in text.paragraphs:
        for part in paragraph.parts:
            found += _part_faults(writer, part, own=paragraph.own)
    return found


def check_fields(
    told: Iterable[tuple[str, str]],
    figures: MonthFigures,
    names: Names,
    *,
    hides: Hides = shows_all,
) -> list[TextFault]:
    """Return the faults among fields read back from a rewritten report: (field, text)."""
    writer = _Writer(figures, names, hides)
    return [
        fault
        for field, text in told
        for fault in _part_faults(writer, Part(text, field), own=False)
    ]


def _part_faults(writer: _Writer, part: Part, *, own: bool) -> list[TextFault]:
    if not part.field:
        typed = _DIGIT.search(part.text) if not own else None
        return [TextFault("", part.text, "")] if typed else []
    try:
        should = writer.field(part.field)
    except (KeyError, AttributeError):
        return [TextFault(part.field, part.text, "")]
    return [] if should == part.text else [TextFault(part.field, part.text, should)]


def shown(told: PeriodFigures, identifier: str) -> str:
    """Return a measure as text: 44, 95.5%, or —."""
    measure = BY_IDENTIFIER[identifier]
    if not measure.is_rate:
        return str(told[identifier])
    return percent(
        sum(told[name] for name in measure.numerator),
        sum(told[name] for name in measure.denominator),
    )
