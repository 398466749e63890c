"""Keeps the numbers of the rail true, also those of pages that were never opened."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from db.appeals.queries import counts
from db.attention.notes import attention_notes
from db.attention.rows import AttentionNote
from db.books.queries import book_heads
from db.books.rows import BookHead
from db.care.queries import talk_counts
from db.clarification.queries import clarification_counts
from db.core.permissions import Role
from db.core.tx import Read
from db.office.staff_counts import staff_counts
from desktop.pages import pages_for
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
        self.heads: dict[str, BookHead] = {}
        """Books of the person's pages that he may see, by name."""
        self._books = {spec.key: spec.books for spec in pages_for(shell.actor) if spec.books}
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
            ("staff", staff_counts, self._on_staff),
        )
        for key, ask, then in asked:
            if self._shell.has_page(key):
                self._store.read(ask, then, seat=key, owner=self)
        if self._shell.has_page("attention"):
            self._store.read(attention_notes, self._on_notes, seat="attention", owner=self)
        for page, books in self._books.items():
            self._store.read(
                partial(book_heads, books=books),
                partial(self._on_heads, page),
                seat=page,
                owner=self,
            )

    def _on_heads(self, page: str, found: tuple[BookHead, ...]) -> None:
        self.heads |= {head.name: head for head in found}
        count = sum(head.count for head in found)
        self._shell.set_count(page, count or None, sum(head.overdue for head in found))

    def _on_staff(self, found: dict[str, int]) -> None:
        self._shell.set_count("staff", (found["recusals"] + found["vacant"]) or None)
        self._shell.set_count("rights", found["rights"] or None)

    def _on_notes(self, found: tuple[AttentionNote, ...]) -> None:
        self._shell.set_count("attention", len(found) or None)

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
