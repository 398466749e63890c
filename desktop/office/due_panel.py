"""The list of what is due: every running clock of the week, soonest first."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from db.appeals.rows import DueRow
from db.codes.deadlines import Stage
from desktop.appeals.ledger_page import short_number
from desktop.appeals.marks import due_mark
from desktop.office.list_model import ListModel
from desktop.office.work import Due
from desktop.shell import Shell
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.frames import EmptyState, Panel
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.words import DayWords

NEAR = (Stage.BAD, Stage.TODAY, Stage.WAIT)
LEAST_ROWS = 6


class DuePanel(Panel):
    """Clocks that are overdue, due today or soon; a second tab for the whole week."""

    opened = Signal(int)
    """The case whose line was opened."""
    ledger_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, flush=True, parent=parent)
        self._shell = shell
        self._due = Due()
        self._days = DayWords(self)
        theme = shell.theme
        self._tabs = ViewTabs(theme, tall=False, parent=self)
        self._link = Button(theme, "", kind="link", parent=self)
        top = QHBoxLayout()
        top.setContentsMargins(4, 0, 12, 0)
        top.addWidget(self._tabs)
        top.addStretch(1)
        top.addWidget(self._link)
        self.body.addLayout(top)
        line = QFrame(self)
        line.setProperty("kind", "rule")
        self.body.addWidget(line)
        self.model: ListModel[DueRow] = ListModel((), self._cell, self)
        self.table = Table(theme, (), name="workbench_due", settings=shell.settings, parent=self)
        self.table.setModel(self.model)
        self._empty = EmptyState(theme, "", icon="calendar-check", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._stack.setMinimumHeight(theme.header_height + LEAST_ROWS * theme.row_height)
        self.body.addWidget(self._stack, 1)
        self._foot = text_label("", "hint", wrap=True, parent=self)
        self._foot.setContentsMargins(14, 7, 14, 4)
        self.add_foot(self._foot)
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self._link.clicked.connect(self.ledger_wanted)
        self.table.opened.connect(self._on_table_opened)
        self.table.columns_header.sort_wanted.connect(self._on_header_sort_wanted)
        self._sort = ("due", False)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._tabs.set_tabs(
            [
                ViewTab("near", self.tr("Overdue, due today, due soon")),
                ViewTab("week", self.tr("Within 7 days")),
            ]
        )
        self._link.setText(self.tr("Open in the ledger"))
        columns = (
            Column("due", self.tr("Deadline"), 150, locked=True),
            Column("clock", self.tr("Clock"), 168, latin=180),
            Column("number", self.tr("Number"), 84),
            Column("person", self.tr("Appellant and unit"), 210, stretch=True),
            Column("handler", self.tr("Handled by"), 138),
        )
        self.model.set_columns(columns)
        self.table.set_columns(columns)
        self.table.setAccessibleName(self.tr("What is due"))
        self._link.setVisible(self._shell.has_page("ledger"))
        self._show()

    def set_due(self, due: Due) -> None:
        """Show other clocks."""
        self._due = due
        self._show()

    def _show(self) -> None:
        near = self._due.of(*NEAR)
        self._tabs.set_count("near", len(near))
        self._tabs.set_count("week", len(self._due.rows))
        rows = near if self._tabs.current_key() != "week" else self._due.rows
        self.model.set_rows(self._sorted(rows))
        self._stack.setCurrentWidget(self.table if rows else self._empty)
        following = ""
        if self._due.rows and not rows:
            following = self.tr("The next is due on {0}.").format(
                self._days.day(self._due.rows[0].due_on)
            )
        self._empty.say(self.tr("Nothing is overdue or due soon."), following=following)
        words = [self.tr("What is in the hands of the discipline organ is not timed.")]
        years = sorted({r.due_on.year for r in self._due.rows if r.provisional})
        words += [
            self.tr("No {0} holiday notice yet; workday terms are provisional.").format(year)
            for year in years
        ]
        self._foot.setText(" ".join(words) if not self._shell.labels.chinese else "".join(words))

    def _sorted(self, rows: Sequence[DueRow]) -> list[DueRow]:
        key, descending = self._sort

        def place(row: DueRow) -> tuple[object, ...]:
            words = {
                "due": row.due_on.isoformat(),
                "clock": self._clock(row),
                "number": row.number,
                "person": row.person_name,
                "handler": row.holder,
            }
            return (words[key], row.due_on, row.clock_id)

        return sorted(rows, key=place, reverse=descending)

    def _clock(self, row: DueRow) -> str:
        name = self._shell.labels.clock(row.rule, row.profile)
        kind = self.tr("Statutory") if row.is_statutory else self.tr("Own limit")
        return f"{name} · {kind}"

    def _cell(self, key: str, row: DueRow) -> Cell:
        if key == "due":
            return due_mark(row.light, provisional=row.provisional)
        if key == "clock":
            return TextCell(self._clock(row), tone="text2")
        if key == "number":
            return TextCell(short_number(row.number))
        if key == "person":
            return TextCell(row.person_name, aside=row.unit_text)
        return TextCell(" ".join(x for x in (row.holder, row.handler_name) if x), tone="text2")

    def _on_tabs_chosen(self, _key: str) -> None:
        self._show()

    def _on_header_sort_wanted(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        self._show()

    def _on_table_opened(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.opened.emit(row.case_id)
