"""The tree of units: full, short and former names, in the office's own order."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.core.permissions import Permission
from db.office.queries import UnitRow, units
from db.people.matching import matches_typed
from desktop.admin.command_dialog import show
from desktop.admin.units_page import CloseDialog, UnitDialog
from desktop.office.list_model import ListModel
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.labels import text_label
from desktop.widgets.search import SearchBox
from desktop.widgets.table import Column, Table


class UnitsPanel(QWidget):
    """Everybody may look; who keeps the tree may add, change and close."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._units: tuple[UnitRow, ...] = ()
        theme = shell.theme
        self.search = SearchBox(theme, parent=self)
        self.model: ListModel[UnitRow] = ListModel((), self._cell, self)
        self.table = Table(theme, (), name="people_units", settings=shell.settings, parent=self)
        self.table.setModel(self.model)
        self.add = Button(theme, "", parent=self)
        self.change = Button(theme, "", parent=self)
        self.close_unit = Button(theme, "", kind="quiet", parent=self)
        self._sum = text_label("", "secondary", parent=self)
        top = QHBoxLayout()
        top.setContentsMargins(20, 8, 20, 8)
        top.addWidget(self.search, 2)
        top.addStretch(3)
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        for button in (self.add, self.change, self.close_unit):
            row.addWidget(button)
            button.setVisible(shell.actor.may(Permission.UNIT_WRITE))
        row.addStretch(1)
        row.addWidget(self._sum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(foot)
        self.search.typed.connect(self._on_search_typed)
        self.table.opened.connect(self._on_table_opened)
        self.add.clicked.connect(self._on_add_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.close_unit.clicked.connect(self._on_close_unit_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.search.line.setPlaceholderText(self.tr("Name, short name, pinyin or initials"))
        columns = (
            Column("full", self.tr("Full name"), 300, locked=True, stretch=True, sortable=False),
            Column("short", self.tr("Short name"), 120, sortable=False),
            Column("order", self.tr("Order"), 64, sortable=False, right=True),
            Column("kind", self.tr("Kind"), 110, sortable=False),
            Column("member", self.tr("Member department"), 110, sortable=False),
            Column("timed", self.tr("Terms"), 92, sortable=False),
            Column("former", self.tr("Former names"), 200, sortable=False),
            Column("phone", self.tr("Telephone"), 120, sortable=False),
            Column("party", self.tr("Party body"), 180, hidden=True, sortable=False),
            Column("address", self.tr("Address"), 180, hidden=True, sortable=False),
        )
        self.model.set_columns(columns)
        self.table.set_columns(columns)
        self.table.setAccessibleName(self.tr("Units"))
        self.add.setText(self.tr("Add a unit"))
        self.change.setText(self.tr("Change"))
        self.close_unit.setText(self.tr("Close from a day on"))
        self._show()

    def reload(self) -> None:
        """Ask for the tree."""
        self._store.read(units, self._on_units, seat="units", owner=self)

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found
        self._show()

    def _show(self) -> None:
        wanted = self.search.text()
        chosen = self.chosen()
        rows = [u for u in self._units if not wanted or _fits(u, wanted)]
        self.model.set_rows(rows)
        places = [place for place, u in enumerate(rows) if chosen and u.id == chosen.id]
        if rows:
            self.table.selectRow(places[0] if places else 0)
        self._sum.setText(self.tr("{0} units").format(len(rows)))

    def _cell(self, key: str, row: UnitRow) -> Cell:
        labels = self._shell.labels
        closed = not row.is_open(self._shell.today())
        if key == "full":
            indent = "　" * row.depth if not self.search.text() else ""
            aside = ""
            if closed and row.valid_to is not None:
                aside = self.tr("closed on {0}").format(row.valid_to.isoformat())
            return TextCell(indent + row.full_name, tone="text3" if closed else "text", aside=aside)
        if key == "order":
            return TextCell(str(row.order_number), tone="text2", right=True)
        texts = {
            "short": row.short_name,
            "kind": labels.code("unit_kind", row.kind),
            "member": labels.code("department", row.member_department),
            "timed": "" if row.counts_time else self.tr("not timed"),
            "former": "、".join(row.former),
            "phone": row.phone,
            "party": row.party_body,
            "address": row.address,
        }
        return TextCell(texts[key], tone="text2")

    def chosen(self) -> UnitRow | None:
        """Return the chosen unit."""
        return self.model.row(self.table.currentIndex())

    def _on_search_typed(self, _text: str) -> None:
        self._show()

    def _on_table_opened(self, _index: QModelIndex) -> None:
        if self._shell.actor.may(Permission.UNIT_WRITE):
            self._on_change_clicked()

    def _on_add_clicked(self) -> None:
        show(UnitDialog(self._store, self._shell, self._units, None, self))

    def _on_change_clicked(self) -> None:
        row = self.chosen()
        if row is not None:
            show(UnitDialog(self._store, self._shell, self._units, row, self))

    def _on_close_unit_clicked(self) -> None:
        row = self.chosen()
        if row is not None:
            show(CloseDialog(self._store, self._shell, row, self))


def _fits(row: UnitRow, wanted: str) -> bool:
    names = (row.full_name, row.short_name, *row.former)
    return any(wanted in name or matches_typed(name, wanted) for name in names)
