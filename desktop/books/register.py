"""Prints a book as the register the office knows, and saves it as a workbook (OFFICE §2.5)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from db.books.queries import entry_ids, entry_rows
from db.books.rows import EntryFilter, EntryRow
from db.codes.book_labels import book_label, register_label
from db.core.books import Book, FieldKind
from db.core.permissions import Actor, Permission
from db.core.tx import Read
from db.documents.filling import office
from db.documents.papers import Office
from db.exchange.export import workbook
from db.shelves import book as book_of
from desktop.books.words import OWN, EntryWords, PaperWords
from desktop.documents.page import Drawing
from desktop.documents.printing import PrintPreview, save_pdf
from desktop.documents.receipt_flow import PDF, has_printer
from desktop.documents.sheet import A4, Cell, Ends, Frame, Row, Sheet, Title
from desktop.shell import Shell
from desktop.store import Store

LINE = "line"
"""First column of a register, with the running number."""
RUNNING = "序号"
AT_ONCE = 500
LEAST_LINES = 12
"""A register of few entries is filled up with blank lines, for the pen."""
ROW_MM = 9.0
BOOKLIKE = ("簿", "表", "台账", "日志", "册", "清单")
"""A name that ends so is the name of a register already."""

OWN_SHARES = {"number": 1.5, "state": 0.9, "entered_by": 0.9}
KIND_SHARES = {
    FieldKind.LINE: 1.4,
    FieldKind.AREA: 2.4,
    FieldKind.CHOICE: 1.0,
    FieldKind.TICKS: 1.6,
    FieldKind.UNIT: 1.4,
    FieldKind.PERSON: 0.9,
    FieldKind.ACCOUNT: 0.9,
    FieldKind.CASE: 1.5,
    FieldKind.SCAN: 1.2,
}
"""Share of a column in the width that the fixed ones leave."""
FIXED_EMS = {
    "day": 6.2,
    FieldKind.TIME: 3.6,
    FieldKind.NUMBER: 3.4,
    FieldKind.TICK: 3.0,
}
"""Width of columns whose contents never break, in letters of the register."""
MOST_FIXED_MM = 130.0
PAD_MM = 3.4
POINT_MM = 25.4 / 72
CENTRED = frozenset(
    {FieldKind.DAY, FieldKind.TIME, FieldKind.NUMBER, FieldKind.TICK, FieldKind.PERSON}
)


@dataclass(frozen=True, slots=True)
class RegisterRows:
    """Entries of a register in their order, with the office that keeps it.

    Attributes:
        office: The office's own lines.
        rows: Entries by their day.
        wanted: What was asked for.
    """

    office: Office
    rows: tuple[EntryRow, ...]
    wanted: EntryFilter = field(default_factory=EntryFilter)

    @property
    def is_part(self) -> bool:
        """Whether something else than a span of days limits it."""
        wanted = self.wanted
        return bool(wanted.text or wanted.states or wanted.overdue or wanted.mine or wanted.ids)


def register_span(wanted: EntryFilter, today: date) -> EntryFilter:
    """Return what a register holds: everything of the days chosen, else of this year, by day.

    A register is kept by years (OFFICE §2.5): what has ended stands in it like the rest.
    """
    chosen = wanted.entered_from is not None or wanted.entered_to is not None or wanted.ids
    if not chosen:
        wanted = replace(wanted, entered_from=date(today.year, 1, 1), entered_to=today)
    return replace(wanted, sort="entered_on", descending=False)


PRINTED = "print_register"
OFFICE_BOOKS = frozenset({Permission.REGISTER_READ, Permission.CONSULTATION})
"""Rights to read the office's own books."""


def may_print(actor: Actor, book: Book) -> bool:
    """Return whether a person prints a register: who keeps the office's books prints them.

    Anything else that leaves the store, and every workbook, needs the right to export.
    """
    kept = book.read in OFFICE_BOOKS and actor.may(Permission.REGISTER_WRITE)
    return actor.may(Permission.EXPORT) or kept


def register_rows(read: Read, book: str, wanted: EntryFilter, act: str) -> RegisterRows:
    """Return the entries of a register; the print or export is noted in the trail.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    if not (act == PRINTED and may_print(read.actor, book_of(book))):
        read.require(Permission.EXPORT)
    span = register_span(wanted, read.today)
    ids = entry_ids(read, book, span)
    rows: dict[int, EntryRow] = {}
    for start in range(0, len(ids), AT_ONCE):
        rows |= entry_rows(read, book, ids[start : start + AT_ONCE])
    read.note_read(act, book, 0)
    return RegisterRows(office(read), tuple(rows[i] for i in ids if i in rows), span)


def register_columns(book: Book) -> tuple[str, ...]:
    """Return the columns of the printed register; a book without prints its list."""
    return book.register or (LINE, *book.columns)


def register_title(book: str) -> str:
    """Return the title of a register, in Chinese as the paper is."""
    name = book_label(book).zh
    if name.endswith(BOOKLIKE):
        return name
    return f"{name}簿" if name.endswith("登记") else f"{name}登记簿"


def register_years(rows: Sequence[EntryRow], wanted: EntryFilter) -> str:
    """Return the year of a register, or from which to which."""
    days = [row.entered_on for row in rows]
    days += [day for day in (wanted.entered_from, wanted.entered_to) if day is not None]
    if not days:
        return ""
    first, last = min(days).year, max(days).year
    return f"{first}年" if first == last else f"{first}—{last}年"


def register_lines(
    words: EntryWords, book: Book, rows: Sequence[EntryRow]
) -> list[tuple[str, ...]]:
    """Return the cells of a register, line by line."""
    columns = register_columns(book)
    numbered = columns[:1] == (LINE,)
    return [
        (
            *((str(place),) if numbered else ()),
            *(_cell(words, book, name, row) for name in columns[int(numbered) :]),
        )
        for place, row in enumerate(rows, start=1)
    ]


def _cell(words: EntryWords, book: Book, name: str, row: EntryRow) -> str:
    parts = [_alone(words, book, each, row) for each in (name, *book.joined.get(name, ()))]
    spec = book.field(name)
    # Groups and persons stand as 1/3; anything else follows after a space.
    apart = "/" if spec is not None and spec.kind is FieldKind.NUMBER else "　"
    return apart.join(part for part in parts if part)


def _alone(words: EntryWords, book: Book, name: str, row: EntryRow) -> str:
    if book.field(name) is None and name not in OWN:
        return ""
    text = words.column(book, name, row, short=False)
    spec = book.field(name)
    if spec is not None and spec.kind is FieldKind.PERSON and len(text) == 2:
        # A name of two characters is spread over three in lists (OFFICE §3).
        return f"{text[0]}　{text[1]}"
    return text


def register_heads(book: Book) -> list[str]:
    """Return the heads of the printed register, in the office's own words."""
    columns = register_columns(book)
    heads = [register_label(book.name, name) for name in columns]
    if columns[:1] == (LINE,):
        # A book may have a field of that name; the running number is always called so.
        heads[0] = RUNNING
    return heads


def draw_register(words: EntryWords, book: Book, found: RegisterRows) -> Drawing:
    """Return the register: A4 landscape, title, office, year and page numbers on each page."""
    columns = register_columns(book)
    lines = register_lines(words, book, found.rows)
    lines += [("",) * len(columns)] * max(0, LEAST_LINES - len(lines))
    title = register_title(book.name)
    size = 10.0 if len(columns) <= 10 else 9.0 if len(columns) <= 13 else 8.5
    frame = Frame(_rows(book, lines, size))
    years = register_years(found.rows, found.wanted)
    count = f"共{len(found.rows)}条"
    return Sheet(
        title,
        (frame,),
        heads=(
            Title(title, size=18),
            Ends(
                f"单位：{found.office.center_name}",
                f"{count}（按条件筛选）" if found.is_part else count,
                f"年度：{years}" if years else "年度：        年",
                size=10.5,
            ),
        ),
        caution=found.office.caution,
        paper=A4,
        landscape=True,
        top=22,
        bottom=15,
        left=18,
        right=15,
        size=size,
        min_row=ROW_MM,
        pitch_factor=1.25,
    ).draw()


def _rows(book: Book, lines: Sequence[tuple[str, ...]], size: float) -> tuple[Row, ...]:
    """Return head and lines; days and numbers keep their width, the others share the rest."""
    columns = register_columns(book)
    fixed = [_fixed_mm(book, name, place, size) for place, name in enumerate(columns)]
    if sum(fixed) > MOST_FIXED_MM:
        fixed = [mm if place == 0 else 0.0 for place, mm in enumerate(fixed)]
    shares = [_share(book, name) for name in columns]
    sides = [_align(book, name, place) for place, name in enumerate(columns)]

    def cells(texts: Sequence[str], *, head: bool) -> tuple[Cell, ...]:
        return tuple(
            Cell(text, mm=mm, share=share, label=head, align=side)
            for text, mm, share, side in zip(texts, fixed, shares, sides, strict=True)
        )

    head = Row(cells(register_heads(book), head=True), ROW_MM, head=True)
    return (head, *(Row(cells(line, head=False), ROW_MM) for line in lines))


def _fixed_mm(book: Book, name: str, place: int, size: float) -> float:
    if _is_running(name, place):
        return 3.0 * size * POINT_MM + PAD_MM
    spec = book.field(name)
    if name in ("entered_on", "due") or (spec is not None and spec.kind is FieldKind.DAY):
        return FIXED_EMS["day"] * size * POINT_MM + PAD_MM
    if spec is not None and spec.kind in FIXED_EMS:
        return FIXED_EMS[spec.kind] * size * POINT_MM + PAD_MM
    return 0.0


def _is_running(name: str, place: int) -> bool:
    return name == LINE and place == 0


TITLE_SHARE = 2.3
"""The column that names an entry holds the longest line."""
NARROW_TEXT = 120


def _share(book: Book, name: str) -> float:
    spec = book.field(name)
    if spec is None:
        return OWN_SHARES.get(name, 1.0)
    if name == book.title and spec.kind is FieldKind.LINE and spec.most > NARROW_TEXT:
        return TITLE_SHARE
    return KIND_SHARES.get(spec.kind, 1.15)


def _align(book: Book, name: str, place: int) -> str:
    spec = book.field(name)
    own = _is_running(name, place) or (spec is None and name in OWN)
    return "center" if own or (spec is not None and spec.kind in CENTRED) else "left"


class RegisterFlow(QObject):
    """Reads a register, then previews, saves or exports it."""

    def __init__(self, store: Store, shell: Shell, words: EntryWords, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._words = words
        self._paper_words = PaperWords(shell, self)
        self._page = page

    def print(self, book: Book, wanted: EntryFilter) -> None:
        """Show the register for the printer, or save it as PDF where there is none."""
        self._store.read(
            partial(register_rows, book=book.name, wanted=wanted, act="print_register"),
            partial(self._on_printed, book),
            seat="register",
            owner=self,
        )

    def _on_printed(self, book: Book, found: RegisterRows) -> None:
        drawing = draw_register(self._paper_words, book, found)
        if has_printer():
            preview = PrintPreview(drawing, self._page)
            preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            preview.open()
            return
        years = register_years(found.rows, found.wanted)
        name = f"{register_title(book.name)}{f'（{years}）' if years else ''}.pdf"
        self._shell.ask_save_path(name, PDF, partial(self._save_pdf, drawing))

    def _save_pdf(self, drawing: Drawing, path: Path) -> None:
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            save_pdf(drawing, target)
        except OSError as fault:
            self._cannot(fault)
            return
        self._saved(target)

    def export(self, book: Book, wanted: EntryFilter) -> None:
        """Ask where to save the register as a workbook."""
        name = f"{self._shell.labels.book(book.name)}.xlsx"
        kinds = self.tr("Workbook (*.xlsx)")
        self._shell.ask_save_path(name, kinds, partial(self._export, book, wanted))

    def _export(self, book: Book, wanted: EntryFilter, path: Path) -> None:
        self._store.read(
            partial(register_rows, book=book.name, wanted=wanted, act="export_register"),
            partial(self._on_exported, book, path),
            seat="export",
            owner=self,
        )

    def _on_exported(self, book: Book, path: Path, found: RegisterRows) -> None:
        columns = register_columns(book)
        content = workbook(
            self._shell.labels.book(book.name),
            self._heads(book),
            [max(6, round(_share(book, name) * 12)) for name in columns],
            register_lines(self._words, book, found.rows),
        )
        target = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        try:
            target.write_bytes(content)
        except OSError as fault:
            self._cannot(fault)
            return
        self._saved(target)

    def _heads(self, book: Book) -> list[str]:
        heads = register_heads(book)
        if self._shell.labels.chinese:
            return heads
        fields = [self._shell.labels.field(book.name, n) for n in register_columns(book)]
        return [self.tr("No."), *fields[1:]] if heads[0] == RUNNING else fields

    def _cannot(self, fault: OSError) -> None:
        words = self.tr("Could not be written: {0}").format(fault.strerror or "")
        self._shell.bar("bad", words)

    def _saved(self, path: Path) -> None:
        self._shell.bar("good", self.tr("Saved as {0}").format(path.name))
