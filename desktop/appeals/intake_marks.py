"""Marks words in a form's texts that may not be recorded: guesses at a reporter, secrecy marks."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from db.appeals.wording import Mark, reporter_guesses, state_secret_marks
from db.core.tx import Read
from desktop.store import Store
from desktop.theme import Theme
from desktop.widgets.editors import LineEdit, TextArea

AFTER_MS = 250

Found = dict[str, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class _Look:
    """The question of one look at all texts; it asks the record nothing and keeps nothing."""

    texts: Mapping[str, str]

    def __call__(self, _read: Read) -> Found:
        return look_at(self.texts)


def look_at(texts: Mapping[str, str]) -> Found:
    """Return the pieces of each text that may not be recorded."""
    return {name: reporter_guesses(text) + state_secret_marks(text) for name, text in texts.items()}


class WordingWatch(QObject):
    """Looks at the texts of a form a moment after each key, off the window's thread.

    `found` carries the kind of the first mark of each field: `reporter_guess`, `secrecy_mark`, or
    an empty text.
    """

    found = Signal(dict)

    def __init__(
        self,
        theme: Theme,
        store: Store,
        editors: Mapping[str, LineEdit | TextArea],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._store = store
        self._editors = dict(editors)
        self._looked: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        for editor in editors.values():
            editor.value_changed.connect(self._on_editor_value_changed)

    def look_now(self) -> dict[str, str]:
        """Look at once and return the kind of the first mark of each field."""
        self._timer.stop()
        self._looked = self._texts()
        return self._show(look_at(self._looked))

    def _texts(self) -> dict[str, str]:
        return {
            name: editor.toPlainText() if isinstance(editor, TextArea) else editor.text()
            for name, editor in self._editors.items()
        }

    def _show(self, marks: Found) -> dict[str, str]:
        kinds = {}
        for name, editor in self._editors.items():
            pieces = marks.get(name, ())
            kinds[name] = pieces[0].kind if pieces else ""
            if isinstance(editor, TextArea):
                editor.setExtraSelections([self._selection(editor, piece) for piece in pieces])
        return kinds

    def _selection(self, editor: TextArea, piece: Mark) -> QTextEdit.ExtraSelection:
        colors = self._theme.stage("bad")
        look = QTextCharFormat()
        look.setBackground(colors.ground)
        look.setForeground(colors.text)
        look.setFontUnderline(True)
        text = editor.toPlainText()
        cursor = QTextCursor(editor.document())
        cursor.setPosition(_units(text[: piece.start]))
        cursor.setPosition(_units(text[: piece.end]), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        # Plain attributes in Python, as in the examples of Qt.
        selection.format = look
        selection.cursor = cursor
        return selection

    def _on_editor_value_changed(self, _text: str) -> None:
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        self._looked = self._texts()
        self._store.read(_Look(self._looked), self._on_marks, seat="wording", owner=self)

    def _on_marks(self, marks: Found) -> None:
        if self._texts() == self._looked:
            self.found.emit(self._show(marks))


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: rare characters are two."""
    return len(text.encode("utf-16-le")) // 2
