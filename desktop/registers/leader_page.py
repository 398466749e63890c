"""领导要件: ready lists and one matter on one page, as they will be printed, in three clicks.

Rail, list, print: what is shown is what is asked for; another person approves on the spot, the
copies get their numbers and are collected after reading (OFFICE §1-25, §2.6).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from db.approvals.deciding import Decide
from db.books.commands import Take
from db.books.writing import Written
from db.core.errors import ZhengmingError
from db.documents.papers import Ledger, OnePage
from db.office.unit_rows import UnitRow, units
from db.registers.copies import AskCopy, CopyRow, copies, copy_paper, numbered_papers
from db.registers.documents import write_docx
from db.registers.leader_lists import LISTS, ListWish, leader_paper
from desktop.books.asking import unit_options
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.documents.forms import draw
from desktop.documents.page import Drawing
from desktop.documents.printing import page_images
from desktop.registers.printing import DrawingFlow
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.editors import ComboBox, LineEdit, Option, Segmented, TextArea
from desktop.widgets.frames import EmptyState, PageHead, Panel
from desktop.widgets.labels import StatusPill, text_label
from desktop.widgets.layouts import clear_layout
from desktop.widgets.ticks import RadioRow

BOOK = "numbered_copy"
ONE_PAGE = "one_page"
CHOICES = (*LISTS, ONE_PAGE)
SHOWN_PAGES = 3
PREVIEW_DPI = 84
TYPING_MS = 350
BACK_AFTER_DAYS = 3
"""Days after which a copy is to be back, unless another day is set."""


class LeaderPage(Page):
    """Ready lists at the left, the paper in the middle, numbered copies below."""

    watches = frozenset({"appeal", "hand_over", "leader_note", "numbered_copy", "approval"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._wish = ListWish("open")
        self._paper: Ledger | OnePage | None = None
        self._rows: tuple[CopyRow, ...] = ()
        self._flow = DrawingFlow(store, shell, self)
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self._size = Segmented(theme, [Option("A4", "A4"), Option("A3", "A3")], parent=self)
        self._ask = Button(theme, "", kind="primary", icon="printer", key="Ctrl+P", bind=True)
        self._ask.setObjectName("ask")
        self._head.add_action(self._size)
        self._head.add_action(self._ask)
        self._lists = self._radios()
        self._unit = ComboBox(theme, parent=self)
        self._unit.setObjectName("unit")
        self._category = ComboBox(theme, parent=self)
        self._category.setObjectName("category")
        self._word = LineEdit(theme, parent=self)
        self._word.setObjectName("word")
        self._next = TextArea(theme, lines=3, max_length=200, parent=self)
        self._next.setObjectName("next_steps")
        self._next_label = text_label("", "secondary", parent=self)
        self._note = text_label("", "hint", wrap=True, parent=self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._pages = QWidget(self)
        self._pages_column = QVBoxLayout(self._pages)
        self._copies = Panel(theme, parent=self)
        self._copies_rows = QVBoxLayout()
        self._copies_rows.setSpacing(4)
        self._copies.body.addLayout(self._copies_rows)
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- building --------------------------------------------------------------------------

    def _radios(self) -> RadioRow:
        labels = self.shell.labels
        options = [Option(name, labels.code("leader_list", name)) for name in CHOICES]
        made = RadioRow(
            self.shell.theme, options, value=self._wish.name, vertical=True, parent=self
        )
        made.setObjectName("lists")
        made.setAccessibleName(self.tr("Lists for leaders"))
        made.value_changed.connect(self._on_list_chosen)
        return made

    def _lay_out(self) -> None:
        side = QFrame(self)
        side.setFixedWidth(236)
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 12, 10, 12)
        column.setSpacing(4)
        self._side = column
        column.addWidget(self._lists)
        column.addSpacing(10)
        for widget in (self._unit, self._category, self._word, self._next_label, self._next):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self._note)
        column.addStretch(1)
        scroll = self._preview = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._pages)
        self._pages_column.setContentsMargins(12, 12, 12, 12)
        self._pages_column.setSpacing(12)
        below = self._copy_list = QScrollArea(self)
        below.setFrameShape(QFrame.Shape.NoFrame)
        below.setWidgetResizable(True)
        below.setWidget(self._copies)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(scroll)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([560, 190])
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(side)
        body.addWidget(split, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        self._ask.clicked.connect(self._on_ask_clicked)
        self._size.value_changed.connect(self._on_size_changed)
        self._unit.value_changed.connect(self._on_choice_changed)
        self._category.value_changed.connect(self._on_choice_changed)
        self._word.textChanged.connect(lambda _text: self._typing.start())
        self._next.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._read_choice)

    def retranslate(self) -> None:
        """Set every word anew."""
        labels = self.shell.labels
        self._head.set_title(self.tr("Lists for leaders"))
        self._preview.setAccessibleName(self.tr("Lists for leaders"))
        self._copy_list.setAccessibleName(self.tr("Print numbered copies"))
        self._ask.setText(self.tr("Print numbered copies"))
        made = self._radios()
        self._side.replaceWidget(self._lists, made)
        self._lists.hide()
        self._lists.deleteLater()
        self._lists = made
        self._category.set_options(labels.options("appeal_category"))
        self._next_label.setText(self.tr("Next steps, in your own words"))
        self._copies.set_title(self.tr("Numbered copies"))
        self._note.setText(
            self.tr(
                "Names are shown. Another person approves before a copy is numbered; copies are "
                "collected after reading."
            )
        )
        self._show_choice()
        self._show_copies()

    # -- asking ----------------------------------------------------------------------------

    def apply_filters(self, **filters: object) -> None:
        """Take `list`, `unit_id`, `category`, `person_id`, `appeal_id` and `number`."""
        name = str(filters.get("list") or self._wish.name)
        if name not in CHOICES:
            return
        wish = ListWish(name, size=self._wish.size)
        known = {f for f in ListWish.__dataclass_fields__ if f in filters and f != "name"}
        self._wish = replace(wish, **{f: filters[f] for f in known})  # type: ignore[arg-type]
        self._show_choice()
        self._ask_paper()

    def reload(self) -> None:
        """Ask for units, the paper and the copies."""
        self.store.read(units, self._on_units, seat="units", owner=self)
        self.store.read(copies, self._on_copies, seat="copies", owner=self)
        self._ask_paper()

    def _ask_paper(self) -> None:
        if self._lacks():
            self._show_empty(self._lacks())
            return
        self.store.read(
            partial(leader_paper, wish=self._wish),
            self._on_paper,
            seat="paper",
            owner=self,
            failed=self._on_failed,
        )

    def _lacks(self) -> str:
        wish = self._wish
        if wish.name == "unit" and wish.unit_id is None:
            return self.tr("Choose a unit")
        if wish.name == "category" and not wish.category:
            return self.tr("Choose a category")
        if wish.name == "person" and not wish.person_name and wish.person_id is None:
            return self.tr("Type a name")
        if wish.name == ONE_PAGE and not wish.number and wish.appeal_id is None:
            return self.tr("Type an acceptance number")
        return ""

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        chosen = self._unit.value()
        self._unit.blockSignals(True)
        self._unit.set_options(unit_options(found))
        self._unit.set_value(chosen)
        self._unit.blockSignals(False)

    def _on_failed(self, error: ZhengmingError) -> None:
        if error.code == "not_found":
            self._show_empty(self.tr("Nothing is found by this number"))
            return
        self._show_empty(self.shell.sentence(error))

    # -- choosing --------------------------------------------------------------------------

    def _on_list_chosen(self, name: str) -> None:
        if name == self._wish.name:
            return
        self._wish = ListWish(name)
        self._show_choice()
        self._read_choice()

    def _show_choice(self) -> None:
        name = self._wish.name
        self._lists.blockSignals(True)
        self._lists.set_value(name)
        self._lists.blockSignals(False)
        self._unit.setVisible(name == "unit")
        self._category.setVisible(name == "category")
        self._word.setVisible(name in ("person", ONE_PAGE))
        words = self.tr("Name") if name == "person" else self.tr("Acceptance number")
        self._word.setPlaceholderText(words)
        self._word.setAccessibleName(words)
        self._next.setVisible(name == ONE_PAGE)
        self._next_label.setVisible(name == ONE_PAGE)
        self._size.setVisible(name != ONE_PAGE)

    def _on_choice_changed(self, _value: str) -> None:
        self._read_choice()

    def _on_size_changed(self, size: str) -> None:
        if self._paper is not None and getattr(self._paper, "size", "") != size:
            self._wish = replace(self._wish, size=size)
            self._ask_paper()

    def _read_choice(self) -> None:
        self._typing.stop()
        unit = self._unit.value()
        word = self._word.text().strip()
        name = self._wish.name
        kept = self._wish.appeal_id if name == ONE_PAGE and not word else None
        self._wish = ListWish(
            name,
            unit_id=int(unit) if name == "unit" and unit else None,
            category=self._category.value() if name == "category" else "",
            person_name=word if name == "person" else "",
            person_id=self._wish.person_id if name == "person" and not word else None,
            number=word if name == ONE_PAGE else "",
            appeal_id=kept,
            next_steps=self._next.toPlainText().strip() if name == ONE_PAGE else "",
            size=self._wish.size,
        )
        self._ask_paper()

    # -- the paper -------------------------------------------------------------------------

    def _on_paper(self, paper: Ledger | OnePage) -> None:
        self._paper = paper
        self._ask.setEnabled(True)
        if isinstance(paper, Ledger):
            self._size.blockSignals(True)
            self._size.set_value(paper.size)
            self._size.blockSignals(False)
        self._show_pages(draw(paper))

    def _show_pages(self, drawing: Drawing) -> None:
        clear_layout(self._pages_column)
        for image in page_images(drawing, PREVIEW_DPI)[:SHOWN_PAGES]:
            label = QLabel(self._pages)
            label.setPixmap(QPixmap.fromImage(image))
            label.setAccessibleName(drawing.title)
            self._pages_column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        rest = len(drawing.pages) - SHOWN_PAGES
        if rest > 0:
            words = self.tr("{0} more pages").format(rest)
            self._pages_column.addWidget(text_label(words, "hint", parent=self._pages))
        self._pages_column.addStretch(1)

    def _show_empty(self, words: str) -> None:
        self._paper = None
        self._ask.setEnabled(False)
        clear_layout(self._pages_column)
        empty = EmptyState(self.shell.theme, words, icon="table", parent=self._pages)
        self._pages_column.addWidget(empty, 1)
        empty.show()

    # -- copies ----------------------------------------------------------------------------

    def _on_ask_clicked(self) -> None:
        if self._paper is None:
            return
        deed = Deed(
            self.tr("Print “{0}”").format(self._paper.title),
            self.tr("Send for approval"),
            (
                Ask("recipient", self.tr("For"), required=True, most=120, value=self._leader()),
                Ask("purpose", self.tr("Purpose"), required=True, value=self.tr("For reading")),
                Ask("copies", self.tr("Copies"), "number", required=True, value=1, half=True),
            ),
        )
        run(self.shell, deed, self._send, self)

    def _leader(self) -> str:
        return self._rows[0].recipient if self._rows else self.tr("Leader in charge")

    def _send(self, dialog: DeedDialog, values: dict[str, object]) -> None:
        order = AskCopy(
            self._wish,
            str(values.get("purpose") or ""),
            str(values.get("recipient") or ""),
            int(str(values.get("copies") or 0)),
        )

        def done(_written: Written) -> None:
            dialog.done_well()
            self.shell.bar("wait", self.tr("Sent for approval; another person agrees on the spot"))

        self.store.submit(order, done, owner=dialog, failed=dialog.refused)

    def _on_copies(self, found: tuple[CopyRow, ...]) -> None:
        self._rows = found
        self._show_copies()

    def _show_copies(self) -> None:
        clear_layout(self._copies_rows)
        for row in self._rows:
            self._copies_rows.addWidget(self._copy_line(row))
        if not self._rows:
            words = self.tr("No numbered copy yet")
            self._copies_rows.addWidget(text_label(words, "hint", parent=self._copies))
        self._copies_rows.addStretch(1)

    def _copy_line(self, row: CopyRow) -> QWidget:
        line = QWidget(self._copies)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        pill = self.shell.labels.pill(BOOK, row.state)
        layout.addWidget(StatusPill(self.shell.theme, pill, line))
        layout.addWidget(text_label(row.subject, parent=line), 1)
        told = self.tr("{0} copies for {1}, asked by {2}").format(
            row.copies, row.recipient, row.asked_by
        )
        layout.addWidget(text_label(told, "secondary", parent=line))
        for name, words in self._deeds(row):
            button = Button(self.shell.theme, words, small=True, parent=line)
            button.setObjectName(f"{name}:{row.id}")
            button.clicked.connect(partial(self._on_deed_clicked, name, row))
            layout.addWidget(button)
        return line

    def _deeds(self, row: CopyRow) -> Sequence[tuple[str, str]]:
        found = [("look", self.tr("Look"))]
        if row.may_decide:
            found.append(("agree", self.tr("Agree")))
        if row.state == "approved":
            found.append(("hand_out", self.tr("Number and print")))
        if row.state in ("handed_out", "collected"):
            found.append(("print", self.tr("Print")))
            found.append(("docx", self.tr("Save as .docx")))
        if row.state == "handed_out":
            found.append(("collect", self.tr("Collected")))
        return found

    def _on_deed_clicked(self, name: str, row: CopyRow) -> None:
        if name == "look":
            self.store.read(
                partial(copy_paper, entry_id=row.id), self._on_looked, seat="look", owner=self
            )
        elif name == "agree":
            self.store.submit(Decide(row.approval_id or 0, "agreed"), self._on_agreed, owner=self)
        elif name == "hand_out":
            self._take(row, "hand_out", partial(self._on_handed_out, row))
        elif name == "collect":
            self._take(row, "collect", self._on_collected)
        else:
            self._ask_numbered(row, docx=name == "docx")

    def _take(self, row: CopyRow, move: str, done: object) -> None:
        today = self.shell.today()
        values: dict[str, object] = {"collected_on": today}
        if move == "hand_out":
            back_by = today + timedelta(days=BACK_AFTER_DAYS)
            values = {"recipient": row.recipient, "handed_on": today, "back_by": back_by}
        order = Take(BOOK, row.id, move, values, seen=row.version)
        self.store.submit(order, done, owner=self)  # type: ignore[arg-type]

    def _on_looked(self, paper: Ledger | OnePage) -> None:
        self._show_pages(draw(paper))

    def _on_agreed(self, _case_id: int) -> None:
        self.shell.bar("good", self.tr("Agreed; the copies can be numbered and printed"))

    def _on_handed_out(self, row: CopyRow, _written: Written) -> None:
        self._ask_numbered(row, docx=False)

    def _on_collected(self, _written: Written) -> None:
        self.shell.bar("good", self.tr("The copies are back"))

    def _ask_numbered(self, row: CopyRow, *, docx: bool) -> None:
        self.store.read(
            partial(numbered_papers, entry_id=row.id),
            partial(self._on_numbered, row, docx),
            seat="numbered",
            owner=self,
        )

    def _on_numbered(self, row: CopyRow, docx: bool, papers: tuple[Ledger | OnePage, ...]) -> None:
        if docx:
            self._flow.save_docx(papers[0].title, write_docx(papers[0]), BOOK, row.id)
            return
        drawings = [draw(paper) for paper in papers]
        pages = tuple(page for drawing in drawings for page in drawing.pages)
        self._flow.show(replace(drawings[0], pages=pages), BOOK, row.id)
