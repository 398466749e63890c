"""The papers of an entry: drawn by the program as framed forms, filled or for the pen."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from db.books.rows import EntryRow
from db.codes.book_labels import field_label, paper_label
from db.core.books import Book, FieldKind, FieldSpec, Paper
from db.documents.dates_text import long_date
from db.documents.filling import office
from db.documents.papers import Office, Signed
from desktop.books.words import OWN, PaperWords, spec_of
from desktop.documents.page import Content, Drawing
from desktop.documents.pieces import (
    make_label,
    make_row,
    make_value,
    sign_line,
    tick_boxes,
)
from desktop.documents.printing import PrintPreview, save_pdf
from desktop.documents.receipt_flow import PDF, has_printer
from desktop.documents.sheet import SIGNATURE_ROW, Cell, Ends, Frame, Row, Sheet, Title
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, IconLabel

PEN = "_"
WHOLE = "*"
LABEL_MM = 28.0
NARROW_LABEL_MM = 22.0
MOST_BOXES = 8
"""A list with more values than this prints its value instead of boxes."""
LINE_MM = 7.5
"""Height of one handwritten line of an area."""
SEALED = ("seal", "unit_opinion", "organ_opinion")
"""A place for the pen whose name ends so has （盖章） printed; a seal is never drawn."""


def draw_paper(
    words: PaperWords, book: Book, paper: Paper, row: EntryRow | None, printed_by: Office
) -> Drawing:
    """Return a paper of an entry; without an entry the blank form for the pen.

    Args:
        words: Words in Chinese.
        book: The book.
        paper: What is drawn.
        row: The entry.
        printed_by: The office's own lines.
    """
    title = paper_label(book.name, paper.name).zh
    number = row.number if row is not None else ""
    day = long_date(row.entered_on) if row is not None else "    年  月  日"
    rows = tuple(_row(words, book, names, row) for names in paper.rows)
    return Sheet(
        title,
        (Frame(rows),),
        heads=(
            Title(title),
            Ends(
                f"填报单位：{printed_by.center_name}",
                day,
                f"编号：{number or ' ' * 20}" if book.series else "",
            ),
        ),
        caution=printed_by.caution,
        size=11.0,
    ).draw()


def _row(words: PaperWords, book: Book, names: Sequence[str], row: EntryRow | None) -> Row:
    if len(names) == 1:
        return _single(words, book, names[0], row)
    label_mm = LABEL_MM if len(names) < 3 else NARROW_LABEL_MM
    cells: list[Cell] = []
    for place, name in enumerate(names):
        bare = name.removeprefix(PEN).removeprefix(WHOLE)
        mm = LABEL_MM if place == 0 else label_mm
        cells.append(make_label(_label(book, bare), mm))
        share = 2.0 if name.startswith(WHOLE) else 1.0
        cells.append(make_value(_content(words, book, name, row), share=share))
    return make_row(*cells, height=10.0)


def _single(words: PaperWords, book: Book, name: str, row: EntryRow | None) -> Row:
    bare = name.removeprefix(WHOLE)
    label = make_label(_label(book, bare.removeprefix(PEN)), LABEL_MM)
    if bare.startswith(PEN):
        seal = "（盖章）　　" if bare.endswith(SEALED) else ""
        cell = Cell("", valign="top", foot=seal + sign_line(Signed()))
        return make_row(label, cell, height=SIGNATURE_ROW)
    spec = book.field(bare)
    content = _content(words, book, bare, row)
    if spec is None or spec.kind is not FieldKind.AREA:
        return make_row(label, make_value(content), height=10.0)
    height = max(SIGNATURE_ROW, spec.lines * LINE_MM)
    return Row((label, Cell(content, valign="top")), min_height=height, splits=True)


def _label(book: Book, name: str) -> str:
    """Return the label of a cell; a long one is broken in the middle."""
    text = field_label(book.name, name).zh
    if len(text) <= 6 or "（" in text:
        return text
    half = (len(text) + 1) // 2
    return f"{text[:half]}\n{text[half:]}"


def _content(words: PaperWords, book: Book, name: str, row: EntryRow | None) -> Content:
    if name.startswith(PEN):
        return ""
    bare = name.removeprefix(WHOLE)
    spec = spec_of(book, bare)
    if spec is not None and spec.kind in (FieldKind.CHOICE, FieldKind.TICKS, FieldKind.TICK):
        return _boxes(words, spec, row)
    if row is None:
        return "    年  月  日" if spec is not None and spec.kind is FieldKind.DAY else ""
    if spec is not None and spec.kind is FieldKind.DAY:
        return long_date(row.values.get(bare))
    if bare in OWN or spec is not None:
        return words.column(book, bare, row, short=False)
    return ""


def _boxes(words: PaperWords, spec: FieldSpec, row: EntryRow | None) -> Content:
    value = row.values.get(spec.name) if row is not None else None
    if spec.kind is FieldKind.TICK:
        said = () if value is None else ("是" if value else "否",)
        return tick_boxes(("是", "否"), *said)
    chosen = value if isinstance(value, list) else [value] if value else []
    labels = words.labels
    said = tuple(labels.code(spec.options, str(part)) for part in chosen)
    options = [option.label for option in labels.options(spec.options)]
    if len(options) > MOST_BOXES:
        return "、".join(said)
    return tick_boxes(options, *said)


def _can_be_made(paper: Paper, row: EntryRow) -> bool:
    """Return whether a paper is filled in this state, or has a blank form."""
    return paper.blank or not paper.states or row.state in paper.states


class EntryPapers(QObject):
    """The lines of an entry's papers, and what they do."""

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page
        self._words = PaperWords(shell, self)

    def lines(self, book: Book, row: EntryRow) -> list[QWidget]:
        """Return a line with the name and a menu for each paper of the entry's state."""
        return [self._line(book, p, row) for p in book.papers if _can_be_made(p, row)]

    def _line(self, book: Book, paper: Paper, row: EntryRow) -> QWidget:
        theme = self._shell.theme
        words = self._shell.labels.paper(book.name, paper.name)
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel(theme, "file-text", parent=box))
        line.addWidget(ElidedLabel(words, parent=box), 1)
        button = Button(theme, self.tr("Print"), small=True, has_menu=True, parent=box)
        button.setObjectName(f"paper:{paper.name}")
        button.setAccessibleName(f"{words} {button.text()}")
        button.clicked.connect(partial(self._open_menu, button, book, paper, row))
        line.addWidget(button)
        return box

    def menu(self, parent: QWidget, book: Book, paper: Paper, row: EntryRow) -> QMenu:
        """Return what can be done with a paper; the menu deletes itself when closed."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        deeds: list[tuple[str, Callable[[], None]]] = []
        if not paper.states or row.state in paper.states:
            deeds += [
                (self.tr("Preview and print"), partial(self.show, book, paper, row)),
                (self.tr("Save as PDF"), partial(self.save, book, paper, row)),
            ]
        if paper.blank:
            deeds.append((self.tr("Blank form for the pen"), partial(self.show, book, paper, None)))
        for words, deed in deeds:
            menu.addAction(words).triggered.connect(deed)
        return menu

    def _open_menu(
        self, button: Button, book: Book, paper: Paper, row: EntryRow, _checked: bool = False
    ) -> None:
        self.menu(button, book, paper, row).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def show(self, book: Book, paper: Paper, row: EntryRow | None, _checked: bool = False) -> None:
        """Show a paper for the printer, or save it as PDF where there is none."""
        self._ask(book, paper, row, preview=has_printer())

    def save(self, book: Book, paper: Paper, row: EntryRow | None, _checked: bool = False) -> None:
        """Save a paper as PDF."""
        self._ask(book, paper, row, preview=False)

    def _ask(self, book: Book, paper: Paper, row: EntryRow | None, *, preview: bool) -> None:
        self._store.read(
            office,
            partial(self._on_office, book, paper, row, preview),
            seat="paper",
            owner=self,
        )

    def _on_office(
        self, book: Book, paper: Paper, row: EntryRow | None, preview: bool, found: Office
    ) -> None:
        drawing = draw_paper(self._words, book, paper, row, found)
        if preview:
            self._note("print_paper", book, row)
            dialog = PrintPreview(drawing, self._page)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
            return
        name = f"{paper_label(book.name, paper.name).zh}.pdf"
        self._shell.ask_save_path(name, PDF, partial(self._write, drawing, book, row))

    def _write(self, drawing: Drawing, book: Book, row: EntryRow | None, path: Path) -> None:
        target = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        try:
            save_pdf(drawing, target)
        except OSError as fault:
            words = self.tr("Could not be written: {0}").format(fault.strerror or "")
            self._shell.bar("bad", words)
            return
        self._note("save_paper", book, row)
        self._shell.bar("good", self.tr("Saved as {0}").format(target.name))

    def _note(self, act: str, book: Book, row: EntryRow | None) -> None:
        if row is not None:
            self._store.note(act, book.name, row.id)
