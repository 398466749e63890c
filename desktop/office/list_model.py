"""A table model for lists that are read whole: a few hundred rows at most."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.appeals.spine import words_of
from desktop.widgets.cells import CELL_ROLE, Cell
from desktop.widgets.table import Column

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class ListModel(QAbstractTableModel, Generic[R]):
    """Rows that are all there; `paint` turns column key and row into what the delegate paints."""

    def __init__(
        self, columns: Sequence[Column], paint: Callable[[str, R], Cell], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._paint = paint
        self._rows: tuple[R, ...] = ()

    @property
    def rows(self) -> tuple[R, ...]:
        """The rows shown, in order."""
        return self._rows

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Take other headings."""
        if len(columns) != len(self._columns):
            self.beginResetModel()
            self._columns = tuple(columns)
            self.endResetModel()
            return
        self._columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> R | None:
        """Return the row at an index, None outside."""
        return self.at(index.row()) if index.isValid() else None

    def at(self, place: int) -> R | None:
        """Return the row at a place, None outside."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell."""
        if role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row(index)
        if row is None:
            return None
        cell = self._paint(self._columns[index.column()].key, row)
        return cell if role == CELL_ROLE else words_of(cell)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a heading."""
        if (
            orientation is Qt.Orientation.Horizontal
            and role == Qt.ItemDataRole.DisplayRole
            and section < len(self._columns)
        ):
            return self._columns[section].title
        return None
