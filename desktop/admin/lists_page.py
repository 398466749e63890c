"""代码维护: the lists of the office, their values, labels and validity."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QWidget

from db.codes.commands import AddCode, ChangeCode
from db.codes.listing import CodeItem, code_items
from db.core.tx import Command
from desktop.admin.admin_page import RowsTable, page_column
from desktop.admin.command_dialog import CommandDialog, show
from desktop.admin.words import LISTS, list_word
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.theme import Role
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.editors import LineEdit, TextArea
from desktop.widgets.frames import PageHead
from desktop.widgets.table import Column


class ListsPage(Page):
    """Every list at the left, its values at the right."""

    watches = frozenset({"code"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._items: tuple[CodeItem, ...] = ()
        self._head = PageHead(shell.theme, "", parent=self)
        self.add = Button(shell.theme, "", kind="primary", parent=self)
        self.change = Button(shell.theme, "", parent=self)
        self._head.add_action(self.add)
        self._head.add_action(self.change)
        self.names = QListWidget(self)
        self.names.setProperty("kind", "names")
        self.names.setMinimumWidth(shell.theme.px(180))
        self.rows: RowsTable[CodeItem] = RowsTable(shell, "lists", self._cell, parent=self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.names)
        split.addWidget(self.rows)
        split.setStretchFactor(1, 1)
        page_column(self, self._head, split)
        self.names.currentRowChanged.connect(self._on_names_current_row_changed)
        self.rows.table.opened.connect(self._on_table_opened)
        self.add.clicked.connect(self._on_add_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the lists."""
        self.store.read(code_items, self._on_items, seat="lists", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Lists"))
        self._head.set_note(self.tr("values are closed, never removed"))
        self.add.setText(self.tr("Add a value"))
        self.change.setText(self.tr("Change"))
        self.rows.set_columns(
            [
                Column("order", self.tr("Place"), 60),
                Column("zh", self.tr("Label in Chinese"), 190, locked=True),
                Column("en", self.tr("Label in English"), 190),
                Column("value", self.tr("Code"), 160),
                Column("valid", self.tr("Validity"), 190),
                Column("aliases", self.tr("Also written"), 200, stretch=True),
            ],
            self.tr("Lists"),
        )
        self.names.setAccessibleName(self.tr("Lists"))
        self._fill_names()
        self._fill_rows()

    def current_list(self) -> str:
        """Return the name of the list shown."""
        item = self.names.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _fill_names(self) -> None:
        kept = self.current_list()
        self.names.blockSignals(True)
        self.names.clear()
        for name in LISTS:
            item = QListWidgetItem(list_word(name))
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, self.shell.theme.row_height))
            self.names.addItem(item)
        places = list(LISTS)
        self.names.setCurrentRow(places.index(kept) if kept in places else 0)
        self.names.blockSignals(False)

    def _fill_rows(self) -> None:
        name = self.current_list()
        rows = sorted((i for i in self._items if i.list == name), key=lambda item: item.order)
        self.rows.set_rows(rows)
        self.rows.foot.setText(self.tr("{count} values").format(count=len(rows)))

    def _cell(self, key: str, row: CodeItem) -> Cell:
        offered = row.is_offered(self.shell.today())
        tone: Role = "text" if offered else "text3"
        match key:
            case "order":
                return TextCell(str(row.order), "text2", right=True)
            case "zh":
                return TextCell(row.zh, tone)
            case "en":
                return TextCell(row.en, tone)
            case "value":
                return TextCell(row.value, "text2", mono=True)
            case "valid":
                return TextCell(self._validity(row), "text2")
            case _:
                return TextCell("、".join(row.aliases), "text2")

    def _validity(self, row: CodeItem) -> str:
        if row.valid_from is None and row.valid_to is None:
            return self.tr("always")
        return self.tr("{first} to {last}").format(
            first=row.valid_from or "…", last=row.valid_to or "…"
        )

    def _on_items(self, items: tuple[CodeItem, ...]) -> None:
        self._items = items
        self.shell.labels.take(items)
        self._fill_rows()

    def _on_names_current_row_changed(self, _row: int) -> None:
        self._fill_rows()

    def _on_table_opened(self, _index: QModelIndex) -> None:
        self._on_change_clicked()

    def _on_add_clicked(self) -> None:
        show(CodeDialog(self.store, self.shell, self.current_list(), None, self))

    def _on_change_clicked(self) -> None:
        row = self.rows.current()
        if row is not None:
            show(CodeDialog(self.store, self.shell, row.list, row, self))


class CodeDialog(CommandDialog):
    """One value of a list, new or changed."""

    def __init__(
        self, store: Store, shell: Shell, name: str, row: CodeItem | None, parent: QWidget
    ) -> None:
        super().__init__(store, shell, list_word(name), deed="", parent=parent)
        self._list = name
        self._row = row
        theme = shell.theme
        self.deed_button.setText(self.tr("Save"))
        self.value = LineEdit(theme, row.value if row else "", private=False, parent=self)
        self.zh = LineEdit(theme, row.zh if row else "", max_length=80, parent=self)
        self.en = LineEdit(theme, row.en if row else "", max_length=80, parent=self)
        self.short = LineEdit(theme, row.short_zh if row else "", max_length=20, parent=self)
        self.order = LineEdit(theme, str(row.order) if row else "", parent=self)
        self.aliases = TextArea(theme, lines=3, max_length=900, parent=self)
        self.aliases.set_value("\n".join(row.aliases) if row else "")
        self.first = DateEdit(theme, today=shell.today, parent=self)
        self.last = DateEdit(theme, today=shell.today, parent=self)
        self.first.set_day(row.valid_from if row else None)
        self.last.set_day(row.valid_to if row else None)
        self.value.setReadOnly(row is not None)
        self.add_named("value", self.tr("Code, never changed later"), self.value, required=True)
        self.add_fields(
            self.name("zh", self.tr("Label in Chinese"), self.zh, required=True),
            self.name("en", self.tr("Label in English"), self.en),
        )
        self.add_fields(
            self.name("short_zh", self.tr("Short label"), self.short),
            self.name("order", self.tr("Place"), self.order),
        )
        self.add_fields(
            self.name("valid_from", self.tr("Offered from"), self.first),
            self.name("valid_to", self.tr("Offered until"), self.last),
        )
        self.add_named("aliases", self.tr("Words of other ledgers, one a line"), self.aliases)

    def command(self) -> Command[object]:
        """Return the order to add or change the value."""
        aliases = tuple(self.aliases.value().splitlines())
        row = self._row
        if row is None:
            return AddCode(
                self._list,
                self.value.value(),
                self.zh.value(),
                self.en.value(),
                self.short.value(),
                aliases,
                self.first.day(),
            )
        order = self.order.value()
        return ChangeCode(
            row.id,
            row.version,
            self.zh.value(),
            self.en.value(),
            self.short.value(),
            aliases,
            int(order) if order.isdecimal() else None,
            self.first.day(),
            self.last.day(),
        )
