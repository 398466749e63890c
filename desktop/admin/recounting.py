"""Goes on with a recount until no running deadline is left, chunk by chunk."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from db.codes.changing import MovedDate, Recount, RecountClocks
from db.core.errors import ZhengmingError
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.table import Column


class RecountRunner(QObject):
    """Submits the next chunk when one is done; other work goes on between them."""

    finished = Signal(int)
    """How many deadlines moved, all chunks together."""
    progressed = Signal(int)
    """How many running deadlines are left."""

    def __init__(self, store: Store, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._moved = 0

    def start(self, after_id: int = 0) -> None:
        """Begin, or go on after a clock."""
        self._moved = 0
        self._next(after_id)

    def take(self, done: Recount) -> None:
        """Go on after the chunk that a change did itself."""
        self._moved = 0
        self._on_done(done)

    def _next(self, after_id: int) -> None:
        self._store.submit(
            RecountClocks(after_id), self._on_done, owner=self, failed=self._on_failed
        )

    def _on_done(self, done: Recount) -> None:
        self._moved += len(done.moved)
        if done.left:
            self.progressed.emit(done.left)
            self._next(done.after_id)
        else:
            self.finished.emit(self._moved)

    def _on_failed(self, error: ZhengmingError) -> None:
        self._shell.bar("bad", self._shell.sentence(error))


class MovedWords(QObject):
    """Headings and cells of a list of moved deadlines."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def columns(self, moved: Sequence[MovedDate] = ()) -> list[Column]:
        """Return the headings; cases have a column only where one may be named."""
        found = [
            Column("clock", self.tr("Term"), 150, stretch=True),
            Column("start", self.tr("Started"), 100),
            Column("before", self.tr("Until now"), 100),
            Column("after", self.tr("Afterwards"), 100),
        ]
        if any(one.number for one in moved):
            found.insert(0, Column("number", self.tr("Case"), 170))
        return found

    def cell(self, key: str, row: MovedDate) -> Cell:
        """Return one cell."""
        match key:
            case "number":
                return TextCell(row.number)
            case "clock":
                return TextCell(self._shell.labels.clock(row.rule, row.profile))
            case "start":
                return TextCell(row.started_on.isoformat(), "text2")
            case "before":
                return TextCell(row.before.isoformat(), "text2")
            case _:
                after = row.after.isoformat()
                if row.provisional:
                    after = self.tr("{day} (provisional)").format(day=after)
                return TextCell(after, bold=True)

    def count(self, moved: Sequence[MovedDate]) -> str:
        """Return the sentence below the list."""
        return self.tr("{count} running deadlines will move").format(count=len(moved))
