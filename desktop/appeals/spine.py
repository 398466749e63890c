"""A table model that owns the order of its whole result and fetches rows by page (DESIGN §3.6)."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.widgets.cells import CELL_ROLE, UNREAD, Cell, DueMark, IconsCell, Pill, TextCell
from desktop.widgets.table import Column

PAGE = 200
KEPT_PAGES = 60
ASK_AFTER_MS = 15

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class SpineModel(QAbstractTableModel, Generic[R]):
    """Rows by page; `data` only looks up, whatever is missing is asked for and shown as "…".

    Args:
        columns: Columns in the model's order.
        paint: Column key and row → what the delegate paints.
        parent: Owner.
    """

    wanted = Signal(object)
    """Ids whose rows are missing, an `array('q')`."""

    def __init__(
        self, columns: Sequence[Column], paint: Callable[[str, R], Cell], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._paint = paint
        self._ids: array[int] = array("q")
        self._rows: dict[int, R] = {}
        self._missing: set[int] = set()
        self._asked: set[int] = set()
        self._order: list[int] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AFTER_MS)
        self._timer.timeout.connect(self._ask_for_pages)

    @property
    def ids(self) -> "array[int]":
        """The ids of the whole result, in order."""
        return self._ids

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Take headings in another language."""
        self._columns = tuple(columns)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def set_ids(self, ids: "array[int]", *, keep_rows: bool = False) -> None:
        """Show another result; rows already read are forgotten unless they are still true."""
        self.beginResetModel()
        self._ids = ids
        if not keep_rows:
            self._rows.clear()
            self._order.clear()
        self._missing.clear()
        self._asked.clear()
        self.endResetModel()

    def take_rows(self, rows: Mapping[int, R], asked: Sequence[int]) -> None:
        """Show rows that arrived; `asked` are the ids they answer."""
        self._rows.update(rows)
        known = self._places_asked()
        places = [known[i] for i in asked if i in known]
        self._asked.difference_update(place // PAGE for place in places)
        if places:
            last = len(self._columns) - 1
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))

    def _places_asked(self) -> dict[int, int]:
        # Only the asked pages are of interest: their places are few.
        return {
            self._ids[place]: place
            for page in self._asked
            for place in range(page * PAGE, min((page + 1) * PAGE, len(self._ids)))
        }

    def row(self, index: Index) -> R | None:
        """Return the row at an index, None while it is not read."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        return self._rows.get(self._ids[index.row()])

    def id_at(self, row: int) -> int | None:
        """Return the id at a place."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def place_of(self, row_id: int) -> int:
        """Return the place of an id, -1 if it is not in the result."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the length of the whole result."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Look a cell up; never reads the store."""
        if role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row_id = self._ids[index.row()]
        row = self._rows.get(row_id)
        if row is None:
            self._want(index.row() // PAGE)
            return UNREAD if role == CELL_ROLE else "…"
        cell = self._paint(self._columns[index.column()].key, row)
        return cell if role == CELL_ROLE else words_of(cell)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        return None

    def _want(self, page: int) -> None:
        if page in self._asked:
            return
        self._missing.add(page)
        if not self._timer.isActive():
            self._timer.start()

    def _ask_for_pages(self) -> None:
        pages = sorted(self._missing)[-4:]
        self._missing.clear()
        ids = array("q")
        for page in pages:
            self._asked.add(page)
            self._order.append(page)
            ids.extend(self._ids[page * PAGE : (page + 1) * PAGE])
        while len(self._order) > KEPT_PAGES:
            old = self._order.pop(0)
            if old not in self._asked:
                for row_id in self._ids[old * PAGE : (old + 1) * PAGE]:
                    self._rows.pop(row_id, None)
        if ids:
            self.wanted.emit(ids)


def words_of(cell: Cell) -> str:
    """Return a cell's words, for copying and for screen readers."""
    if isinstance(cell, TextCell):
        return f"{cell.text} {cell.aside}".strip()
    if isinstance(cell, Pill):
        return cell.word
    if isinstance(cell, IconsCell):
        return cell.saying
    if isinstance(cell, DueMark):
        return cell.words or str(cell.count)
    return "…"
