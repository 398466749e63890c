"""Turns what an entry holds into words, cells and columns, for lists, cards and registers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from db.books.rows import EntryRow
from db.core.books import COMMON, Book, FieldKind, FieldSpec
from db.core.errors import RefusedError
from desktop.appeals.ledger_page import short_number
from desktop.appeals.marks import due_mark
from desktop.labels import Labels
from desktop.shell import Shell
from desktop.theme import Role
from desktop.widgets.cells import Cell, DueMark, TextCell
from desktop.widgets.signs import Light
from desktop.widgets.table import Column

OWN = ("number", "state", "entered_on", "entered_by", "due")
"""Columns that every book has beside its fields."""

OWN_WIDTHS: Mapping[str, tuple[int, int]] = {
    "number": (92, 96),
    "state": (104, 116),
    "entered_on": (92, 92),
    "entered_by": (76, 92),
    "due": (134, 142),
}
"""Usual width of these columns, in Chinese and in English."""

KIND_WIDTHS: Mapping[FieldKind, tuple[int, int]] = {
    FieldKind.LINE: (130, 140),
    FieldKind.AREA: (220, 220),
    FieldKind.DAY: (92, 92),
    FieldKind.TIME: (58, 58),
    FieldKind.NUMBER: (62, 72),
    FieldKind.TICK: (54, 64),
    FieldKind.CHOICE: (96, 130),
    FieldKind.TICKS: (140, 170),
    FieldKind.UNIT: (116, 120),
    FieldKind.PERSON: (76, 84),
    FieldKind.ACCOUNT: (76, 84),
    FieldKind.CASE: (100, 104),
    FieldKind.SCAN: (110, 110),
}
"""Usual width of a field's column by its kind."""

STRETCH = (
    FieldKind.AREA,
    FieldKind.TICKS,
    FieldKind.LINE,
    FieldKind.UNIT,
    FieldKind.CASE,
    FieldKind.PERSON,
    FieldKind.CHOICE,
)
"""Kinds in the order in which one of their columns takes the room that is left."""

SORTED = frozenset(
    {
        FieldKind.LINE,
        FieldKind.DAY,
        FieldKind.TIME,
        FieldKind.NUMBER,
        FieldKind.TICK,
        FieldKind.CHOICE,
        FieldKind.PERSON,
    }
)
"""Kinds whose stored order means something to a person; ids and long texts have none."""

MOST_TITLE = 60


def spec_of(book: Book, name: str) -> FieldSpec | None:
    """Return a field of a book, or one that every book may ask for."""
    return book.field(name) or COMMON.get(name)


def day_words(value: object) -> str:
    """Return a day as fields show it, empty for none."""
    return value.isoformat() if isinstance(value, date) else ""


def shortened(text: str, most: int = MOST_TITLE) -> str:
    """Return a title in one line, with dots where it is longer."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


class EntryWords(QObject):
    """Words of an entry's fields in the present language."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    @property
    def labels(self) -> Labels:
        """Labels of lists, books and fields."""
        return self._shell.labels

    def value(self, spec: FieldSpec, row: EntryRow, *, short: bool = False) -> str:
        """Return what an entry holds in a field, empty for nothing or for what may not be read."""
        return self.say(spec, row.values.get(spec.name), row.texts, short=short)

    def say(
        self, spec: FieldSpec, value: Any, texts: Mapping[str, str], *, short: bool = False
    ) -> str:
        """Return the words of a value; ids take theirs from `texts`."""
        kind = spec.kind
        if kind in (
            FieldKind.UNIT,
            FieldKind.PERSON,
            FieldKind.ACCOUNT,
            FieldKind.CASE,
            FieldKind.SCAN,
        ):
            return texts.get(spec.name, "")
        if value in (None, "", [], ()):
            return ""
        if kind is FieldKind.DAY:
            return day_words(value)
        if kind is FieldKind.TICK:
            return self.yes() if value else ""
        if kind is FieldKind.CHOICE:
            return self.labels.code(spec.options, str(value), short=short)
        if kind is FieldKind.TICKS:
            return self.joined(self.labels.code(spec.options, part, short=short) for part in value)
        return str(value)

    def yes(self) -> str:
        """Return the word of a tick."""
        return self.tr("Yes")

    def joined(self, parts: Iterable[str]) -> str:
        """Return words in a row."""
        return ("、" if self.labels.chinese else ", ").join(part for part in parts if part)

    def title(self, book: Book, row: EntryRow) -> str:
        """Return the text that names an entry; a title that is a code or a list in words."""
        spec = book.field(book.title)
        if spec is not None and spec.kind in (FieldKind.CHOICE, FieldKind.TICKS, FieldKind.DAY):
            return self.value(spec, row) or row.number
        return row.title or row.number

    def own(self, name: str, book: Book, row: EntryRow, *, short: bool = True) -> str:
        """Return the words of a column that every book has."""
        if name == "number":
            return short_number(row.number) if short else row.number
        if name == "state":
            return self.labels.state(book.name, row.state)
        if name == "entered_on":
            return row.entered_on.isoformat()
        if name == "entered_by":
            return row.entered_by
        return day_words(row.due_on)

    def column(self, book: Book, name: str, row: EntryRow, *, short: bool = True) -> str:
        """Return the words of any column."""
        spec = book.field(name)
        if spec is None:
            return self.own(name, book, row, short=short) if name in OWN else ""
        return self.value(spec, row, short=short)

    def due(self, book: Book, row: EntryRow) -> DueMark:
        """Return the mark of the nearest date; a line without one shows a dash."""
        if row.light is not None:
            return due_mark(row.light, provisional=row.provisional)
        if row.state in book.track.terminal:
            return DueMark(Light.DONE, words="—")
        return DueMark(Light.UNTIMED, words="—")

    def cell(self, book: Book, name: str, row: EntryRow) -> Cell:
        """Return what a list paints."""
        if name == "due":
            return self.due(book, row)
        if name == "state":
            return self.labels.pill(book.name, row.state)
        spec = book.field(name)
        words = self.column(book, name, row)
        if spec is not None and spec.kind is FieldKind.AREA:
            words = shortened(words, 200)
        elif spec is not None and spec.kind is FieldKind.CASE:
            words = short_number(words)
        strong = name in ("number", book.title)
        tone: Role = "text" if strong else "text2"
        right = spec is not None and spec.kind is FieldKind.NUMBER
        return TextCell(words or "—", tone=tone, right=right)

    def columns(self, book: Book, *, without: frozenset[str] = frozenset()) -> tuple[Column, ...]:
        """Return the columns of a book's list; the one that names an entry takes the rest."""
        names = [name for name in book.columns if name not in without]
        stretched = _stretched(book, names)
        return tuple(self._column(book, name, stretch=name == stretched) for name in names)

    def _column(self, book: Book, name: str, *, stretch: bool) -> Column:
        spec = book.field(name)
        wide, latin = OWN_WIDTHS[name] if spec is None else KIND_WIDTHS[spec.kind]
        return Column(
            name,
            self.labels.field(book.name, name, short=True),
            wide,
            stretch=stretch,
            locked=stretch,
            sortable=spec is None or spec.kind in SORTED,
            latin=latin,
            right=spec is not None and spec.kind is FieldKind.NUMBER,
        )

    def lack(self, book: str, code: str) -> str:
        """Return the sentence of what still stands in the way of a move."""
        return self._shell.sentence(RefusedError(code, book=book))


class PaperWords(EntryWords):
    """The same words as papers have them: in Chinese, whatever the window speaks."""

    @property
    def labels(self) -> Labels:
        """Labels in Chinese."""
        return self._shell.labels.on_paper()

    def yes(self) -> str:
        """Return the mark of a tick."""
        return "√"


def _stretched(book: Book, names: Iterable[str]) -> str:
    """Return the column that takes the rest: a title in words, else the one with most to say."""
    listed = [spec for name in names if (spec := book.field(name)) is not None]
    title = next((spec for spec in listed if spec.name == book.title), None)
    if title is not None and title.kind in (FieldKind.LINE, FieldKind.AREA):
        return title.name
    ranked = [spec for spec in listed if spec.kind in STRETCH]
    best = min(ranked, key=lambda spec: STRETCH.index(spec.kind), default=None)
    return best.name if best is not None else ""
