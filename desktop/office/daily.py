"""What the first one at the desk does for the day: clocks follow windows that began or ended."""

from PySide6.QtCore import QObject

from db.appeals.fast import KeepWindows, windows_wait
from db.core.permissions import Permission
from desktop.shell import Shell
from desktop.store import Store


class DailyChores(QObject):
    """Asks whether something waits and does it; nobody has to remember it."""

    def __init__(self, store: Store, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._may = shell.actor.may(Permission.APPEAL_ROUTE)

    def look(self) -> None:
        """Ask, for those who route cases; the others' clocks follow when one of them comes."""
        if self._may:
            self._store.read(windows_wait, self._on_windows, seat="windows", owner=self)

    def _on_windows(self, waits: bool) -> None:
        if waits:
            self._store.submit(KeepWindows(), owner=self)
