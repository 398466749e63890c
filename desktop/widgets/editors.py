"""Editors of forms: lines, text areas, choices.

They agree on `value()`, `set_value(…)` and a `changed` signal, and tell `is_composing()` so that
no key acts while an input method is at work. Names and texts keep the input method from learning
(SETTLED 9.12).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QStandardItem,
    QStandardItemModel,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.keys import is_enter

_FIND_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 50
_PRIVATE_HINTS: Final = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_HELD_KEYS: Final = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
)


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a list: its code, its label and what else finds it (pinyin, old names)."""

    code: str
    label: str
    find: str = ""
    note: str = ""


def repolish(widget: QWidget) -> None:
    """Makes the style sheet look again at a widget's dynamic properties."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_invalid(widget: QWidget, invalid: bool) -> None:
    """Marks an editor as wrong or right; only a change costs a repolish."""
    if bool(widget.property("invalid")) is invalid:
        return
    widget.setProperty("invalid", invalid)
    repolish(widget)


class LineEdit(QLineEdit):
    """A line of text.

    `private` (on by default) tells the input method neither to learn nor to predict the words.
    `value_changed` tells each new text; `problem_changed` is a sentence for the field around it.
    """

    value_changed = Signal(str)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        placeholder: str = "",
        private: bool = True,
        max_length: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._preedit = ""
        self.setPlaceholderText(placeholder)
        if private:
            self.setInputMethodHints(self.inputMethodHints() | _PRIVATE_HINTS)
        if max_length:
            self.setMaxLength(max_length)
        self.textChanged.connect(self._on_text_changed)

    def value(self) -> str:
        """The text without blanks around it."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Puts a text in and shows its beginning."""
        self.setText(value)
        self.setCursorPosition(0)

    def is_composing(self) -> bool:
        """Whether the input method holds uncommitted letters here."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keeps in mind what is being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field ends a composition."""
        self._preedit = ""
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Holds back keys that belong to the input method while it composes."""
        if self.is_composing() and (is_enter(event) or event.key() in _HELD_KEYS):
            event.accept()
            return
        super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self.value_changed.emit(text)


class TextArea(QPlainTextEdit):
    """Several lines of text; Enter is a new line, Tab leaves, Ctrl+Enter belongs to the form.

    `counted` tells the number of characters (blanks at the ends left out) after each change.
    """

    value_changed = Signal(str)
    counted = Signal(int)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        placeholder: str = "",
        private: bool = True,
        lines: int = 3,
        max_length: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._lines = lines
        self._max_length = max_length
        self._preedit = ""
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if private:
            self.setInputMethodHints(self.inputMethodHints() | _PRIVATE_HINTS)
        self.textChanged.connect(self._on_text_changed)

    @property
    def max_length(self) -> int:
        """The most characters allowed, 0 for no limit; a longer text is marked, never cut."""
        return self._max_length

    def value(self) -> str:
        """The text without blanks around it."""
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        """Puts a text in."""
        self.setPlainText(value)

    def count(self) -> int:
        """Number of characters of the value."""
        return len(self.value())

    def is_composing(self) -> bool:
        """Whether the input method holds uncommitted letters here."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keeps in mind what is being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field ends a composition."""
        self._preedit = ""
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Passes Ctrl+Enter to the form and leaves everything else to the editor."""
        if self.is_composing() and is_enter(event):
            event.accept()
            return
        if is_enter(event) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """High enough for the lines asked for."""
        return QSize(super().sizeHint().width(), self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        """Two lines, or the one line asked for."""
        return QSize(self.theme.px(80), self._height(min(2, self._lines)))

    def _height(self, lines: int) -> int:
        spacing = self.theme.metrics(13).lineSpacing()
        return lines * spacing + round(2 * self.document().documentMargin()) + 12

    def _on_text_changed(self) -> None:
        self.value_changed.emit(self.toPlainText())
        count = self.count()
        self.counted.emit(count)
        if not self._max_length:
            return
        if count > self._max_length:
            sentence = self.tr("At most {most} characters; this has {count}")
            self.problem_changed.emit(sentence.format(most=self._max_length, count=count))
        else:
            self.problem_changed.emit("")


class _LabelCompleter(QCompleter):
    """Finds options by label, code or any further word, and writes the label."""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The label of the option found."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))


class ComboBox(QComboBox):
    """A list of coded choices in which one can type to find.

    The code is the value and the label is what people see; typing parts of a label, a code or a
    further word narrows the list, and words that name no choice are put back on leaving.
    """

    value_changed = Signal(str)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option] = (),
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._preedit = ""
        self._choices = QStandardItemModel(self)
        self.setModel(self._choices)
        # The delegate of the style takes no padding from the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line.setPlaceholderText(placeholder)
        self._line.setInputMethodHints(_PRIVATE_HINTS)
        finder = _LabelCompleter(self._choices, self)
        finder.setCompletionRole(_FIND_ROLE)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found = QListView(self)
        found.setProperty("kind", "completer")
        found.setItemDelegate(QStyledItemDelegate(found))
        finder.setPopup(found)
        self.setCompleter(finder)
        self.set_options(options)
        self.currentIndexChanged.connect(self._on_current_index_changed)
        self._line.editingFinished.connect(self._on_line_edit_editing_finished)

    def set_options(self, options: Sequence[Option]) -> None:
        """Replaces the choices and keeps the value if it is still among them."""
        kept = self.value()
        self.blockSignals(True)
        self._choices.clear()
        for option in options:
            item = QStandardItem(option.label)
            item.setData(option.code, Qt.ItemDataRole.UserRole)
            item.setData(f"{option.label} {option.code} {option.find}", _FIND_ROLE)
            item.setToolTip(option.note)
            self._choices.appendRow(item)
        self.blockSignals(False)
        self.set_value(kept)

    def value(self) -> str:
        """The chosen code, or an empty string."""
        return str(self.currentData(Qt.ItemDataRole.UserRole) or "")

    def set_value(self, value: str) -> None:
        """Chooses a code; one that is not in the list leaves nothing chosen."""
        self.setCurrentIndex(self.findData(value, Qt.ItemDataRole.UserRole) if value else -1)
        self._show_label()

    def is_composing(self) -> bool:
        """Whether the input method holds uncommitted letters here."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keeps in mind what is being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Holds Enter back while the input method composes."""
        if self.is_composing() and is_enter(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page never changes a choice that merely lies under the mouse."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field ends a composition and settles the words typed."""
        self._preedit = ""
        super().focusOutEvent(event)

    def _show_label(self) -> None:
        self._line.setText(self.currentText() if self.currentIndex() < 0 else self._label())
        self._line.setCursorPosition(0)

    def _label(self) -> str:
        return self.itemText(self.currentIndex())

    def _on_current_index_changed(self, index: int) -> None:
        if index >= 0:
            self._line.setCursorPosition(0)
        self.value_changed.emit(self.value())

    def _on_line_edit_editing_finished(self) -> None:
        typed = self._line.text().strip()
        if self.currentIndex() >= 0 and typed == self._label():
            return
        if not typed:
            self.setCurrentIndex(-1)
            return
        hits = self._hits(typed)
        if len(hits) == 1:
            self.setCurrentIndex(hits[0])
        if self.currentIndex() >= 0:
            self._line.setText(self._label())
        else:
            self._line.clear()

    def _hits(self, typed: str) -> list[int]:
        """Rows whose label is the typed text, else rows in which it occurs."""
        wanted = typed.casefold()
        rows = range(self._choices.rowCount())
        exact = [row for row in rows if self.itemText(row).casefold() == wanted]
        if exact:
            return exact[:1]
        found = (str(self.itemData(row, _FIND_ROLE)).casefold() for row in rows)
        return [row for row, words in enumerate(found) if wanted in words]


class Segmented(QFrame):
    """A short choice whose options all stand side by side; arrow keys move along them."""

    value_changed = Signal(str)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option],
        *,
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._codes = [option.code for option in options]
        self._buttons = QButtonGroup(self)
        self._buttons.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, option in enumerate(options):
            button = QPushButton(option.label, self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("seg", _segment_place(place, len(options)))
            button.setToolTip(option.note)
            self._buttons.addButton(button, place)
            row.addWidget(button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._reserve_bold_width()
        self.set_value(value)
        self._buttons.idToggled.connect(self._on_buttons_id_toggled)

    def value(self) -> str:
        """The chosen code, or an empty string."""
        place = self._buttons.checkedId()
        return self._codes[place] if place >= 0 else ""

    def set_value(self, value: str) -> None:
        """Chooses a code; an unknown one leaves nothing chosen."""
        if value in self._codes:
            chosen = self._buttons.button(self._codes.index(value))
            chosen.setChecked(True)
            self.setFocusProxy(chosen)
            return
        self._buttons.setExclusive(False)
        for button in self._buttons.buttons():
            button.setChecked(False)
        self._buttons.setExclusive(True)
        if self._codes:
            self.setFocusProxy(self._buttons.button(0))

    def set_option_enabled(self, code: str, enabled: bool, reason: str = "") -> None:
        """Allows or blocks one option; the reason becomes its tooltip."""
        button = self._buttons.button(self._codes.index(code))
        button.setEnabled(enabled)
        button.setToolTip(reason)

    def buttons(self) -> list[QPushButton]:
        """The options' buttons in order."""
        return [button for button in self._buttons.buttons() if isinstance(button, QPushButton)]

    def set_invalid(self, invalid: bool) -> None:
        """Shows the error edge around all options."""
        for button in self._buttons.buttons():
            set_invalid(button, invalid)

    def setAccessibleName(self, name: str) -> None:
        """Names the group and each option in it."""
        super().setAccessibleName(name)
        for button in self._buttons.buttons():
            button.setAccessibleName(f"{name} {button.text()}")

    def changeEvent(self, event: QEvent) -> None:
        """Reserves the bold width anew when fonts change."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._reserve_bold_width()

    def _reserve_bold_width(self) -> None:
        metrics = self.theme.metrics(13, bold=True)
        for button in self._buttons.buttons():
            button.setMinimumWidth(metrics.horizontalAdvance(button.text()) + 26)

    def _on_buttons_id_toggled(self, place: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._buttons.button(place))
            self.value_changed.emit(self._codes[place])


def _segment_place(place: int, count: int) -> str:
    if count == 1:
        return "only"
    if place == 0:
        return "first"
    return "last" if place == count - 1 else "mid"
