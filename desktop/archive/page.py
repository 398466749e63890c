"""归档备查: bound files and files read, under the figures that an inspector asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.archive.full_ledger import full_ledger
from db.archive.queries import contents_of_file, expiring, inspection
from db.archive.rows import ContentRow, Inspection
from db.core.permissions import Permission
from db.core.tx import Read
from db.documents.filling import office
from db.documents.papers import Ledger, Office
from desktop.archive.papers import (
    Term,
    draw_contents,
    draw_inspection,
    series_ledger,
    terms_ledger,
)
from desktop.books.list_page import BooksPage
from desktop.documents.lists import draw_ledger
from desktop.registers.printing import DrawingFlow
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.editors import repolish
from desktop.widgets.figures import Figure, FigureStrip
from desktop.widgets.frames import Panel
from desktop.widgets.labels import text_label

FILES = "case_file"
BUTTONS = ("inspection", "series", "terms", "contents", "full_ledger")
YEARS_AHEAD = 1
"""The list of terms reaches to the end of next year."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the panel shows."""

    office: Office
    found: Inspection


class InspectionPanel(Panel):
    """A period, what it holds and lacks, and the papers about it."""

    period_changed = Signal()
    asked = Signal(str)
    """`inspection`, `series`, `terms`, `contents`, or the key of a figure."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, parent=parent)
        self._shell = shell
        theme, today = shell.theme, shell.today()
        self.first = DateEdit(theme, shell.today, past=True, value=date(today.year, 1, 1))
        self.last = DateEdit(theme, shell.today, past=True, value=today)
        self._dash = text_label("—", parent=self)
        for edit in (self.first, self.last):
            edit.setFixedWidth(theme.px(118))
            edit.day_changed.connect(lambda _day: self.period_changed.emit())
        for widget in (self.first, self._dash, self.last):
            self.add_to_head(widget)
        self._figures = FigureStrip(theme, columns=6, size=20, parent=self)
        self._figures.setProperty("kind", "plain")
        repolish(self._figures)
        self._figures.opened.connect(self.asked)
        self._buttons: dict[str, Button] = {}
        line = QHBoxLayout()
        line.setContentsMargins(14, 8, 14, 10)
        line.setSpacing(8)
        for name in BUTTONS:
            kind: ButtonKind = "primary" if name == "inspection" else "default"
            button = Button(theme, "", kind=kind, icon="printer", parent=self)
            button.setObjectName(name)
            button.clicked.connect(partial(self._on_button_clicked, name))
            self._buttons[name] = button
            line.addWidget(button)
        self._buttons["full_ledger"].setVisible(shell.actor.may(Permission.EXPORT))
        line.addStretch(1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._figures)
        self.body.addLayout(line)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_title(self.tr("For inspectors"))
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        self._buttons["inspection"].setText(self.tr("Everything of the period"))
        self._buttons["series"].setText(self.tr("Check of numbers"))
        self._buttons["terms"].setText(self.tr("Terms that end"))
        self._buttons["contents"].setText(self.tr("Contents of the file"))
        self._buttons["full_ledger"].setText(self.tr("Full ledger (A3)"))

    def show_found(self, found: Inspection) -> None:
        """Show the figures of a period."""
        gaps = sum(len(row.gaps) for row in found.series)
        voids = sum(len(row.voids) for row in found.series)
        unsaid = sum(not row.reason for row in found.overdue)
        cases, items = self.tr("cases"), self.tr("items")
        self._figures.set_figures(
            [
                Figure("records", self.tr("Records"), str(len(found.records)), cases),
                Figure("missing", self.tr("Papers missing"), str(len(found.missing)), cases),
                Figure(
                    "overdue",
                    self.tr("Late"),
                    str(len(found.overdue)),
                    cases,
                    fact=self.tr("{0} without a reason").format(unsaid) if unsaid else "",
                ),
                Figure("backfilled", self.tr("Entered late"), str(len(found.backfilled)), items),
                Figure("voids", self.tr("Void numbers"), str(voids), items),
                Figure("gaps", self.tr("Gaps in numbers"), str(gaps), items),
            ]
        )

    def _on_button_clicked(self, name: str) -> None:
        self.asked.emit(name)


class ArchivePage(BooksPage):
    """The books of the archive under the panel for inspectors."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        books: Sequence[str],
        key: str,
    ) -> None:
        super().__init__(store, shell, parent, books=books, key=key)
        self.watches = self.watches | {"appeal", "filed_paper", "document", "attachment"}
        self._told: Told | None = None
        self._flow = DrawingFlow(store, shell, self)
        self._panel = InspectionPanel(shell, self)
        frame = QWidget(self)
        row = QVBoxLayout(frame)
        row.setContentsMargins(20, 12, 20, 4)
        row.addWidget(self._panel)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, frame)
        self._panel.period_changed.connect(self._ask_period)
        self._panel.asked.connect(self._on_asked)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        if hasattr(self, "_panel"):
            self._panel.retranslate()
            if self._told is not None:
                self._panel.show_found(self._told.found)

    def reload(self) -> None:
        """Ask for the lists and for the period."""
        super().reload()
        self._ask_period()

    def _period(self) -> tuple[date, date] | None:
        first, last = self._panel.first.day(), self._panel.last.day()
        return (first, last) if first is not None and last is not None and first <= last else None

    def _ask_period(self) -> None:
        period = self._period()
        if period is None:
            return
        first, last = period

        def ask(read: Read) -> Told:
            return Told(office(read), inspection(read, first=first, last=last))

        self.store.read(ask, self._on_told, seat="inspection", owner=self)

    def _on_told(self, told: Told) -> None:
        self._told = told
        self._panel.show_found(told.found)

    def _on_asked(self, name: str) -> None:
        told = self._told
        if name == "terms":
            self._print_terms()
        elif name == "contents":
            self._print_contents()
        elif name == "full_ledger":
            self._print_ledger()
        elif told is None:
            return
        elif name == "missing":
            period = self._period() or (None, None)
            self.shell.open_page("missing_papers", first=period[0], last=period[1])
        elif name in ("series", "gaps", "voids"):
            period_words = f"{told.found.first.year}—{told.found.last.year}年"
            paper = series_ledger(told.office, told.found.series, period_words)
            self._flow.show(draw_ledger(paper), FILES, 0)
        elif name == "records":
            self.shell.open_page(
                "ledger", received_from=told.found.first, received_to=told.found.last
            )
        else:
            self._flow.show(draw_inspection(told.office, told.found), FILES, 0)

    def _print_terms(self) -> None:
        today = self.shell.today()
        until = date(today.year + YEARS_AHEAD, 12, 31)

        def ask(read: Read) -> tuple[Office, tuple[Term, ...]]:
            return office(read), expiring(read, until)

        def show(found: tuple[Office, tuple[Term, ...]]) -> None:
            self._flow.show(draw_ledger(terms_ledger(*found, until)), FILES, 0)

        self.store.read(ask, show, seat="terms", owner=self)

    def _print_ledger(self) -> None:
        period = self._period()
        if period is None:
            return
        first, last = period

        def show(found: Ledger) -> None:
            self._flow.show(draw_ledger(found), "ordinary_appeal", 0)

        self.store.read(
            partial(full_ledger, first=first, last=last), show, seat="ledger", owner=self
        )

    def _print_contents(self) -> None:
        chosen = self.table.chosen_id() if self.book.name == FILES else None
        if chosen is None:
            self._flow.show(draw_contents(Office(), "", ()), FILES, 0)
            return

        def ask(read: Read) -> tuple[Office, str, str, tuple[ContentRow, ...]]:
            return office(read), *contents_of_file(read, chosen)

        def show(found: tuple[Office, str, str, tuple[ContentRow, ...]]) -> None:
            printed_by, case_number, archive_number, rows = found
            drawing = draw_contents(printed_by, case_number, rows, archive_number=archive_number)
            self._flow.show(drawing, FILES, chosen)

        self.store.read(ask, show, seat="contents", owner=self)
