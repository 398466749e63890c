"""Keeps what is typed in a form: three seconds after the last key, and when the focus leaves."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from db.core.errors import ZhengmingError
from db.core.permissions import Permission
from db.office.drafts import DraftRow, DropDraft, SaveDraft, draft
from desktop.store import Store

AFTER_MS = 1200
"""Rest after the last key; with the write it stays within the three seconds promised."""

LONGEST_MS = 2500
"""Typing without a pause is kept this often all the same."""


class Autosave(QObject):
    """Keeps one form as a draft in the encrypted store.

    A form makes one for itself and hands it to `shell.keep`::

        self._draft = Autosave(store, self, kind="intake", key="new",
                               collect=self._collect, title=self._title)
        editor.value_changed.connect(self._draft.touch)       # each editor
        self._draft.load(self._on_draft)                      # a DraftRow or None

    The command that completes the form calls `tx.drop_draft(kind, key)`; then `done()`.
    """

    kept = Signal(object)
    """The instant at which the draft was written."""

    def __init__(
        self,
        store: Store,
        form: QWidget,
        *,
        kind: str,
        key: str,
        collect: Callable[[], dict[str, Any]],
        title: Callable[[], str],
    ) -> None:
        super().__init__(form)
        self._store = store
        self._form = form
        self.kind = kind
        self.key = key
        self._collect = collect
        self._title = title
        self._written: dict[str, Any] | None = None
        self._dirty = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(AFTER_MS)
        self._rest.timeout.connect(self.flush)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_MS)
        self._longest.timeout.connect(self.flush)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed since the last save."""
        return self._dirty

    def touch(self, *_told: object) -> None:
        """Note that something was typed."""
        self._dirty = True
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Save what was typed since the last save."""
        self._rest.stop()
        self._longest.stop()
        if not self._dirty or not self._store.actor.may(Permission.DRAFT_WRITE):
            return
        self._dirty = False
        body = self._collect()
        if body == self._written:
            return
        self._written = body
        self._store.submit(
            SaveDraft(self.kind, self.key, self._title(), body),
            self._on_draft_written,
            owner=self,
            failed=self._on_draft_refused,
        )

    def load(self, then: Callable[[DraftRow | None], None]) -> None:
        """Ask for the draft of this form."""
        self._store.read(
            partial(draft, kind=self.kind, key=self.key), then, seat="draft", owner=self
        )

    def move_to(self, key: str) -> None:
        """Keep under another key from now on, as when a form is opened for another case."""
        self.flush()
        self.key, self._written = key, None

    def done(self) -> None:
        """Forget what was typed: the form was completed and its draft dropped with it."""
        self._rest.stop()
        self._longest.stop()
        self._dirty, self._written = False, None

    def discard(self) -> None:
        """Throw the draft away, when the person wants to begin anew."""
        self.done()
        self._store.submit(DropDraft(self.kind, self.key), owner=self)

    def _on_draft_written(self, at: datetime) -> None:
        self.kept.emit(at)

    def _on_draft_refused(self, error: ZhengmingError) -> None:
        # What could not be kept is tried again with the next key or on leaving the field.
        self._written, self._dirty = None, True
        self._store.failed.emit(error)

    def _on_app_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # The focus also moves while the window is being taken down, when the form is gone already.
        if not shiboken6.isValid(self._form):
            return
        left = old is not None and self._form.isAncestorOf(old)
        if left and not (new is not None and self._form.isAncestorOf(new)):
            self.flush()
        elif left and self._dirty:
            self._rest.start(0)
