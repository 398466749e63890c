"""The batches brought in so far, and 整批撤回."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.core.clock import civil_time
from db.exchange.queries import batches
from db.exchange.rows import BatchRow
from db.exchange.undoing import UndoBatch
from desktop.exchange.words import ImportWords
from desktop.office.list_model import ListModel
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.frames import EmptyState
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column, Table

_NUMBERS = ("read", "imported", "repeated", "changed", "flagged", "rejected")


class BatchesPanel(QWidget):
    """Every batch, newest first; the chosen one can be opened or taken back whole."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._words = ImportWords(self)
        theme = shell.theme
        self.model: ListModel[BatchRow] = ListModel((), self._cell, self)
        self.table = Table(theme, (), name="batches", settings=shell.settings, parent=self)
        self.table.setModel(self.model)
        self._empty = EmptyState(theme, "", icon="files", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.undo = Button(theme, "", kind="danger", parent=self)
        self.open = Button(theme, "", icon="table", parent=self)
        self._note = text_label("", "secondary", wrap=True, parent=self)
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        row.addWidget(self.open)
        row.addWidget(self.undo)
        row.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)
        self.undo.clicked.connect(self._on_undo_clicked)
        self.open.clicked.connect(self._on_open_clicked)
        self.table.opened.connect(self._on_table_opened)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        columns = (
            Column("at", self.tr("Imported"), 130, locked=True, sortable=False),
            Column("file", self.tr("File"), 260, stretch=True, sortable=False),
            Column("state", self.tr("State"), 96, sortable=False),
            Column("read", self.tr("Read"), 70, sortable=False, right=True),
            Column("imported", self.tr("New"), 70, sortable=False, right=True),
            Column("repeated", self.tr("Known"), 70, sortable=False, right=True),
            Column("changed", self.tr("Changed"), 78, sortable=False, right=True),
            Column("flagged", self.tr("To check"), 78, sortable=False, right=True),
            Column("rejected", self.tr("Left out"), 78, sortable=False, right=True),
            Column("by", self.tr("By"), 80, sortable=False),
            Column("hash", self.tr("Digest of the file"), 130, hidden=True, sortable=False),
        )
        self.model.set_columns(columns)
        self.table.set_columns(columns)
        self.table.setAccessibleName(self.tr("Batches"))
        self.undo.setText(self.tr("Take the whole batch back"))
        self.open.setText(self.tr("Open in the ledger"))
        self._empty.say(self.tr("Nothing was imported yet."))
        self._show_chosen()

    def reload(self) -> None:
        """Ask for the batches."""
        self._store.read(batches, self._on_batches, seat="batches", owner=self)

    def _cell(self, key: str, row: BatchRow) -> Cell:
        if key == "state":
            return self._words.batch(row.state)
        if key in _NUMBERS:
            return TextCell(str(getattr(row, key)), right=True)
        if key == "at":
            return TextCell(civil_time(row.imported_at).strftime("%Y-%m-%d %H:%M"), tone="text2")
        if key == "file":
            return TextCell(row.file_name, aside=row.undone_reason)
        if key == "hash":
            return TextCell(row.file_hash[:16], tone="text2", mono=True)
        return TextCell(row.imported_by, tone="text2")

    def _on_batches(self, found: tuple[BatchRow, ...]) -> None:
        chosen = self.chosen()
        self.model.set_rows(found)
        self._stack.setCurrentWidget(self.table if found else self._empty)
        if found:
            kept = [p for p, row in enumerate(found) if chosen and row.id == chosen.id]
            self.table.selectRow(kept[0] if kept else 0)
        self._show_chosen()

    def chosen(self) -> BatchRow | None:
        """Return the batch that is chosen."""
        return self.model.row(self.table.currentIndex())

    def _show_chosen(self) -> None:
        row = self.chosen()
        self.open.setEnabled(row is not None and row.state == "published")
        self.undo.setEnabled(row is not None and row.can_undo)
        words = ""
        if row is not None and row.state == "published" and not row.can_undo:
            words = self.tr("Somebody has worked on cases of this batch; it stays.")
        elif row is not None and row.state == "undone":
            words = self.tr("Taken back: {0}").format(row.undone_reason)
        self._note.setText(words)

    def _on_current_row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()

    def _on_undo_clicked(self) -> None:
        row = self.chosen()
        if row is None:
            return

        def undo(reason: str) -> None:
            self._store.submit(UndoBatch(row.id, reason, row.version), self._on_undone, owner=self)

        self._shell.confirm(
            self.tr("Take back the {0} cases of “{1}”").format(row.imported, row.file_name),
            self.tr("Their contents are cleared, their numbers may be imported again."),
            self.tr("Take the whole batch back"),
            undo,
            danger=True,
            asks_reason=True,
        )

    def _on_undone(self, count: int) -> None:
        self._shell.bar("good", self.tr("{0} cases were taken back").format(count))
        self.reload()

    def _on_open_clicked(self) -> None:
        row = self.chosen()
        if row is not None:
            self._shell.open_page("ledger", batch_id=row.id, title=row.file_name)

    def _on_table_opened(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None and row.state == "published":
            self._shell.open_page("ledger", batch_id=row.id, title=row.file_name)
