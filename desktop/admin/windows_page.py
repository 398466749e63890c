"""敏感时段: public windows of units, such as 换届期间; never of a person (SETTLED §9.4)."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.office.hurrying import EndWindow, SetWindow, WindowRow, windows
from db.office.unit_rows import UnitRow, units
from desktop.admin.admin_page import RowsTable, page_column
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.editors import Option
from desktop.widgets.frames import PageHead
from desktop.widgets.table import Column


class WindowsPage(Page):
    """The windows of all units."""

    watches = frozenset({"unit_window", "unit"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._units: tuple[UnitRow, ...] = ()
        self._head = PageHead(shell.theme, "", parent=self)
        self.add = Button(shell.theme, "", kind="primary", parent=self)
        self.end = Button(shell.theme, "", parent=self)
        self._head.add_action(self.add)
        self._head.add_action(self.end)
        self.rows: RowsTable[WindowRow] = RowsTable(shell, "unit_windows", self._cell, parent=self)
        page_column(self, self._head, self.rows)
        self.add.clicked.connect(self._on_add_clicked)
        self.end.clicked.connect(self._on_end_clicked)
        self.rows.table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.retranslate()

    def reload(self) -> None:
        """Ask for windows and units."""
        self.store.read(windows, self._on_windows, seat="windows", owner=self)
        self.store.read(units, self._on_units, seat="units", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Sensitive windows"))
        self._head.set_note(self.tr("public days of a unit; never about a person"))
        self.add.setText(self.tr("Set a window"))
        self.end.setText(self.tr("End now"))
        self.rows.set_columns(
            [
                Column("state", self.tr("State"), 120, locked=True),
                Column("unit", self.tr("Unit"), 220),
                Column("title", self.tr("Window"), 280, stretch=True),
                Column("days", self.tr("Days"), 220),
            ],
            self.tr("Sensitive windows"),
        )
        self._offer()

    def _cell(self, key: str, row: WindowRow) -> Cell:
        match key:
            case "state":
                if row.is_running:
                    return TextCell(self.tr("running"), bold=True)
                if row.ended_on is not None:
                    return TextCell(self.tr("ended early"), "text3")
                ahead = row.from_on > self.shell.today()
                return TextCell(self.tr("ahead") if ahead else self.tr("over"), "text2")
            case "unit":
                return TextCell(row.unit)
            case "title":
                return TextCell(row.title)
            case _:
                return TextCell(f"{row.from_on} — {row.ended_on or row.to_on}", "text2")

    def _offer(self) -> None:
        row = self.rows.current()
        over = row is None or row.ended_on is not None or row.to_on < self.shell.today()
        self.end.setEnabled(not over)

    def _on_add_clicked(self) -> None:
        today = self.shell.today()
        options = [
            Option(str(u.id), u.short_name, u.full_name) for u in self._units if u.parent_id is None
        ]
        asks = (
            Ask("unit_id", self.tr("Unit"), "choice", required=True, options=options),
            Ask(
                "title",
                self.tr("Window"),
                required=True,
                most=120,
                help=self.tr("As it was made public, such as a change of the leading group"),
            ),
            Ask(
                "from_on",
                self.tr("From"),
                "day",
                required=True,
                value=today,
                past=False,
                half=True,
            ),
            Ask("to_on", self.tr("To"), "day", required=True, past=False, half=True),
        )
        deed = Deed(
            self.tr("Set a window"),
            self.tr("Set"),
            asks,
            consequence=self.tr(
                "Appeals of the unit and of all units below it are handled fast in these days."
            ),
        )
        run(self.shell, deed, self._send, self)

    def _send(self, dialog: DeedDialog, values: dict[str, Any]) -> None:
        today = self.shell.today()
        command = SetWindow(
            int(values["unit_id"] or 0),
            values["title"],
            values["from_on"] or today,
            values["to_on"] or values["from_on"] or today,
        )

        def done(_id: int) -> None:
            dialog.done_well()
            self.shell.bar("good", self.tr("The window is set"))

        self.store.submit(command, done, owner=dialog, failed=dialog.refused)

    def _on_end_clicked(self) -> None:
        row = self.rows.current()
        if row is None:
            return
        self.shell.confirm(
            self.tr("End the window of {unit} now?").format(unit=row.unit),
            self.tr("Clocks that it set end with it."),
            self.tr("End now"),
            partial(self._end, row),
        )

    def _end(self, row: WindowRow, _reason: str) -> None:
        self.store.submit(
            EndWindow(row.id, row.version),
            lambda _id: self.shell.bar("good", self.tr("Ended")),
            owner=self,
        )

    def _on_windows(self, found: tuple[WindowRow, ...]) -> None:
        self.rows.set_rows(found)
        self.rows.foot.setText(self.tr("{count} windows").format(count=len(found)))
        self._offer()

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found

    def _on_current_row_changed(self, *_told: object) -> None:
        self._offer()
