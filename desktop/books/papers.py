"""The papers of an entry: drawn by the program as framed forms, filled or for the pen."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from db.books.queries import entry_rows
from db.books.rows import EntryRow
from db.codes.book_labels import field_label, paper_label
from db.core.books import Book, FieldKind, FieldSpec, Paper
from db.core.permissions import Permission
from db.documents.dates_text import BLANK_DATE, long_date
from db.documents.filling import office
from db.documents.outward import AskEntryRelease, CheckedEntry, IssueEntryPaper, checked_entry
from db.documents.papers import Office, Signed
from db.documents.release import ReleasePaper
from desktop.accusation.sheets import SEALED_PAPERS
from desktop.books.words import OWN, PaperWords, spec_of
from desktop.documents.page import Content, Drawing, blank
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
from desktop.registers.sheets import OWN_PAPERS
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, IconLabel

PEN = "_"
WHOLE = "*"
LABEL_MM = 28.0
NARROW_LABEL_MM = 22.0
MOST_MARKS = 8
MOST_BOXES = 8
"""A list with more values than this prints its value instead of boxes."""
LABEL_LETTERS = 6
"""A label with more letters than this is broken into lines."""
ROW_MM = 10.0
LINE_MM = 7.5
"""Height of one handwritten line of an area."""
SIGNED = ("sign", "opinion", "head", "handler", "leader", "signer", "delivery", "recorder")
"""A place for the pen whose name has one of these words gets name and day below."""
SEAL = "seal"
"""A place for the pen with this word has （盖章） printed; a seal is never drawn."""


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
    key = (book.name, paper.name)
    own = OWN_PAPERS.get(key) or SEALED_PAPERS.get(key)
    if own is not None:
        return own(words, book, paper, row, printed_by)
    title = paper_label(book.name, paper.name).zh
    shown = {name.removeprefix(WHOLE) for names in paper.rows for name in names}
    number: Content = ""
    if book.series and "number" not in shown:
        number = ["编号：", blank(row.number if row is not None else "", 9)]
    day = "" if "entered_on" in shown else long_date(row.entered_on if row is not None else None)
    rows = tuple(_row(words, book, names, row) for names in paper.rows)
    return Sheet(
        title,
        (Frame(rows),),
        heads=(
            Title(title),
            Ends(
                f"填报单位：{printed_by.center_name}",
                day,
                number,
            ),
        ),
        # What leaves the house wears no line of the papers that stay inside.
        caution="" if paper.outward else printed_by.caution,
        size=11.0,
    ).draw()


def _row(words: PaperWords, book: Book, names: Sequence[str], row: EntryRow | None) -> Row:
    if len(names) == 1:
        return _single(words, book, names[0], row)
    label_mm = LABEL_MM if len(names) < 3 else NARROW_LABEL_MM
    cells: list[Cell] = []
    height = ROW_MM
    for place, name in enumerate(names):
        bare = name.removeprefix(WHOLE)
        mm = LABEL_MM if place == 0 else label_mm
        cells.append(make_label(_label(book, bare), mm))
        share = 2.0 if name.startswith(WHOLE) else 1.0
        if _is_signed(bare):
            height = SIGNATURE_ROW
            cells.append(Cell("", share=share, valign="top", foot=BLANK_DATE))
        else:
            cells.append(make_value(_content(words, book, bare, row), share=share))
    return make_row(*cells, height=height)


def _single(words: PaperWords, book: Book, name: str, row: EntryRow | None) -> Row:
    bare = name.removeprefix(WHOLE)
    label = make_label(_label(book, bare), LABEL_MM)
    if bare.startswith(PEN):
        foot = ""
        if SEAL in bare:
            foot = f"（盖章）　　{BLANK_DATE}"
        elif _is_signed(bare):
            foot = sign_line(Signed())
        return make_row(label, Cell("", valign="top", foot=foot), height=SIGNATURE_ROW)
    spec = book.field(bare)
    content = _content(words, book, bare, row)
    if spec is None or spec.kind is not FieldKind.AREA:
        return make_row(label, make_value(content), height=ROW_MM)
    height = max(SIGNATURE_ROW, spec.lines * LINE_MM)
    return Row((label, Cell(content, valign="top")), min_height=height, splits=True)


def _is_signed(name: str) -> bool:
    """Return whether a place for the pen is signed, not written."""
    return name.startswith(PEN) and any(word in name for word in SIGNED)


def _label(book: Book, name: str) -> str:
    """Return the label of a cell; a long one is broken into even lines."""
    text = field_label(book.name, name).zh
    if len(text) <= LABEL_LETTERS:
        return text
    if 0 < text.find("（") <= LABEL_LETTERS and len(text) - text.find("（") <= LABEL_LETTERS:
        return text.replace("（", "\n（", 1)
    lines = -(-len(text) // LABEL_LETTERS)
    each = -(-len(text) // lines)
    return "\n".join(text[at : at + each] for at in range(0, len(text), each))


def _content(words: PaperWords, book: Book, name: str, row: EntryRow | None) -> Content:
    if name.startswith(PEN):
        return ""
    bare = name
    spec = spec_of(book, bare)
    if spec is not None and spec.kind in (FieldKind.CHOICE, FieldKind.TICKS, FieldKind.TICK):
        return _boxes(words, spec, row)
    if row is None:
        return BLANK_DATE if spec is not None and spec.kind is FieldKind.DAY else ""
    if spec is not None and spec.kind is FieldKind.DAY:
        return long_date(row.values.get(bare))
    if bare in OWN or spec is not None:
        return words.column(book, bare, row, short=False)
    return ""


def _boxes(words: PaperWords, spec: FieldSpec, row: EntryRow | None) -> Content:
    value = row.values.get(spec.name) if row is not None else None
    if spec.kind is FieldKind.TICK:
        answer = [] if value is None else ["是" if value else "否"]
        return tick_boxes(("是", "否"), *answer)
    chosen = value if isinstance(value, list) else [value] if value else []
    labels = words.labels
    said = tuple(labels.code(spec.options, str(part)) for part in chosen)
    options = [option.label for option in labels.options(spec.options)]
    if len(options) > MOST_BOXES:
        return "、".join(said)
    return tick_boxes(options, *said)


def _marked(found: CheckedEntry) -> str:
    """Return what the check marked, the first of each."""
    texts = [mark.text for marks in found.marks.values() for mark in marks]
    return "、".join(list(dict.fromkeys(texts))[:MOST_MARKS])


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
        self._make(book, paper, row, preview=has_printer())

    def save(self, book: Book, paper: Paper, row: EntryRow | None, _checked: bool = False) -> None:
        """Save a paper as PDF."""
        self._make(book, paper, row, preview=False)

    def _make(self, book: Book, paper: Paper, row: EntryRow | None, *, preview: bool) -> None:
        if row is None or not paper.outward:
            self._ask(book, paper, row, preview=preview)
            return
        self._store.read(
            partial(checked_entry, book=book.name, entry_id=row.id, paper=paper.name),
            partial(self._on_checked, book, paper, row, preview),
            seat="paper",
            owner=self,
        )

    # -- what leaves the house (SETTLED §9.1) ----------------------------------------------

    def _on_checked(
        self, book: Book, paper: Paper, row: EntryRow, preview: bool, found: CheckedEntry
    ) -> None:
        if found.is_released:
            self._store.submit(
                IssueEntryPaper(book.name, row.id, paper.name),
                partial(self._on_issued, book, paper, preview),
                owner=self,
            )
        elif found.waiting_id is None:
            self._shell.confirm(
                self.tr("Outside the white list: {0}").format(_marked(found)),
                self.tr(
                    "The paper names something that its own record does not allow. "
                    "Correct the text, or send it to another person for release."
                ),
                self.tr("Send for release"),
                partial(self._send_for_release, book, paper, row),
            )
        elif found.asked_by_me or not self._shell.actor.may(Permission.DOCUMENT_RELEASE):
            self._say_waiting()
        else:
            self._shell.confirm(
                self.tr("Outside the white list: {0}").format(_marked(found)),
                self.tr("Release it only if the paper must name this."),
                self.tr("Release"),
                partial(self._release, found.waiting_id),
            )

    def _send_for_release(self, book: Book, paper: Paper, row: EntryRow, _reason: str) -> None:
        command = AskEntryRelease(book.name, row.id, paper.name)
        self._store.submit(command, self._on_sent, owner=self)

    def _on_sent(self, _document_id: int) -> None:
        self._say_waiting()

    def _say_waiting(self) -> None:
        self._shell.bar("wait", self.tr("This paper waits for another person to release it"))

    def _release(self, document_id: int, _reason: str) -> None:
        self._store.submit(ReleasePaper(document_id), self._on_released, owner=self)

    def _on_released(self, _entry_id: int) -> None:
        self._shell.bar("good", self.tr("The paper is released and can be printed"))

    def _on_issued(self, book: Book, paper: Paper, preview: bool, entry_id: int) -> None:
        # Drawn from what was issued, not from what the card showed before.
        self._store.read(
            partial(entry_rows, book=book.name, ids=(entry_id,)),
            partial(self._on_row, book, paper, preview),
            seat="paper",
            owner=self,
        )

    def _on_row(self, book: Book, paper: Paper, preview: bool, rows: dict[int, EntryRow]) -> None:
        for row in rows.values():
            self._ask(book, paper, row, preview=preview)

    # -- drawing ---------------------------------------------------------------------------

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
