"""What the pages of administration share: a head, a table, a few buttons, a line below."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.office.list_model import ListModel
from desktop.shell import Shell
from desktop.widgets.cells import Cell
from desktop.widgets.frames import PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column, Table

R = TypeVar("R")


class RowsTable(QWidget, Generic[R]):
    """A table of rows read whole, with a line of words below it."""

    def __init__(
        self,
        shell: Shell,
        name: str,
        paint: Callable[[str, R], Cell],
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.model: ListModel[R] = ListModel((), paint, self)
        self.table = Table(shell.theme, (), name=name, settings=shell.settings, parent=self)
        self.table.setModel(self.model)
        self.foot = text_label("", "secondary", parent=self)
        below = QWidget(self)
        below.setProperty("kind", "foot")
        row = QHBoxLayout(below)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.foot, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(below)

    def set_columns(self, columns: Sequence[Column], name: str) -> None:
        """Take the headings and the table's own name in the present language."""
        self.table.setAccessibleName(name)
        self.model.set_columns(columns)
        self.table.set_columns(columns)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows and keep the place."""
        place = self.table.currentIndex().row()
        self.model.set_rows(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(max(0, min(place, len(rows) - 1)), 0))

    def current(self) -> R | None:
        """Return the row chosen, None without one."""
        index: QModelIndex = self.table.currentIndex()
        return self.model.row(index)


def page_column(page: QWidget, head: PageHead, *parts: QWidget) -> QVBoxLayout:
    """Lay a page out: head, then parts; the last one takes the room that is left."""
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    for part in parts[:-1]:
        column.addWidget(part)
    column.addWidget(parts[-1], 1)
    return column
