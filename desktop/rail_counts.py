"""Keeps the numbers of the rail true, also those of pages that were never opened."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from db.appeals.queries import counts
from db.care.queries import talk_counts
from db.clarification.queries import clarification_counts
from db.core.permissions import Role
from db.core.tx import Read
from desktop.shell import Shell
from desktop.store import Store

REST_MS = 400
"""A burst of changes is counted once."""

_UNTOUCHED = frozenset({"draft", "backup", "setting", "trail_entry"})

Ask = Callable[[Read], dict[str, int]]


class RailCounts(QObject):
    """Asks for the counts of the pages that a role has, at the start and after changes."""

    def __init__(self, store: Store, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.ask)
        store.changed.connect(self._on_store_changed)

    def ask(self) -> None:
        """Ask for every count."""
        asked: tuple[tuple[str, Ask, Callable[[dict[str, int]], None]], ...] = (
            ("ledger", counts, self._on_appeals),
            ("clarification", clarification_counts, self._on_clarifications),
            ("care", talk_counts, self._on_talks),
        )
        for key, ask, then in asked:
            if self._shell.has_page(key):
                self._store.read(ask, then, seat=key, owner=self)

    def _on_appeals(self, found: dict[str, int]) -> None:
        self._shell.set_count("ledger", found["open"], found["overdue"])
        is_unit = self._shell.actor.role in {Role.OFFICER, Role.DEPT_LEADER}
        waiting = found["inbox"] if is_unit else found["returned"]
        self._shell.set_count("transfer", waiting or None)

    def _on_clarifications(self, found: dict[str, int]) -> None:
        self._shell.set_count("clarification", found["open"] or None, found["overdue"])

    def _on_talks(self, found: dict[str, int]) -> None:
        self._shell.set_count("care", found["open"] or None, found["overdue"])

    def _on_store_changed(self, names: frozenset[str]) -> None:
        if names - _UNTOUCHED:
            self._rest.start()
