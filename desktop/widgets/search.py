"""The search box: scope, words, key, and what could not be read."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button, KeyCap
from desktop.widgets.editors import LineEdit, Option, set_invalid
from desktop.widgets.keys import is_enter
from desktop.widgets.labels import IconLabel, text_label


class SearchLine(LineEdit):
    """The line inside a search box; makes room for what stands in it."""

    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, *, placeholder: str, parent: QWidget) -> None:
        super().__init__(theme, placeholder=placeholder, parent=parent)
        self.setProperty("small", True)
        self.before: list[QWidget] = []
        self.after: list[QWidget] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches, Esc empties; neither while the input method composes."""
        if not self.is_composing():
            if is_enter(event):
                self.entered.emit()
                return
            if event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps scope and key cap at their ends."""
        super().resizeEvent(event)
        self.place_parts()

    def place_parts(self) -> None:
        """Lays the parts out and keeps the text clear of them."""
        left = 9
        for part in self.before:
            left = self._place(part, left) + 6
        right = self.width() - 8
        for part in self.after:
            if part.isHidden():
                continue
            width = part.sizeHint().width()
            self._place(part, right - width)
            right -= width + 4
        self.setTextMargins(max(0, left - 9), 0, max(0, self.width() - right - 5), 0)

    def _place(self, part: QWidget, left: int) -> int:
        size = part.sizeHint()
        height = min(size.height(), self.height() - 6)
        part.setGeometry(QRect(left, (self.height() - height) // 2, size.width(), height))
        return left + size.width()


class SearchBox(QWidget):
    """One line to look for anything, with a scope in front and an error line below.

    `searched` carries the words when Enter is pressed, `typed` after every change,
    `scope_changed` the code of another scope, `left` when Esc was pressed in an empty line.
    """

    searched = Signal(str)
    typed = Signal(str)
    scope_changed = Signal(str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        placeholder: str = "",
        key: str = "",
        scopes: Sequence[Option] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scopes = tuple(scopes)
        self._scope = self._scopes[0].code if self._scopes else ""
        self.line = SearchLine(theme, placeholder=placeholder, parent=self)
        self.line.setAccessibleName(self.tr("Search"))
        self.setFocusProxy(self.line)
        glass = IconLabel(theme, "magnifying-glass", parent=self.line)
        self.line.before.append(glass)
        self._button = Button(theme, "", small=True, has_menu=True, parent=self.line)
        self._button.setVisible(bool(scopes))
        if scopes:
            self.line.before.append(self._button)
        if key:
            self.line.after.append(KeyCap(theme, key, self.line))
        self._light = IconLabel(theme, "light:bad", size=13, parent=self)
        self._error = text_label("", "error", parent=self)
        below = QHBoxLayout()
        below.setSpacing(5)
        below.addWidget(self._light)
        below.addWidget(self._error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addLayout(below)
        self._show_scope()
        self.set_error("")
        self._button.clicked.connect(self._on_button_clicked)
        self.line.entered.connect(self._on_line_entered)
        self.line.left.connect(self._on_line_left)
        self.line.textChanged.connect(self._on_line_text_changed)

    def text(self) -> str:
        """The words, without blanks around them."""
        return self.line.value()

    def set_text(self, text: str) -> None:
        """Puts words in."""
        self.line.set_value(text)

    def scope(self) -> str:
        """The code of the scope now chosen."""
        return self._scope

    def set_scope(self, code: str) -> None:
        """Chooses a scope."""
        if code == self._scope:
            return
        self._scope = code
        self._show_scope()
        self.scope_changed.emit(code)

    def set_error(self, sentence: str) -> None:
        """Shows what could not be read under the line; empty takes it away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._light.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        set_invalid(self.line, bool(sentence))

    def sizeHint(self) -> QSize:
        """As wide as the top bar gives it."""
        return QSize(420, super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Name the line anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.line.setAccessibleName(self.tr("Search"))
            self._show_scope()

    def _show_scope(self) -> None:
        labels = {scope.code: scope.label for scope in self._scopes}
        self._button.setText(labels.get(self._scope, ""))
        self._button.setAccessibleName(
            self.tr("Search in: {scope}").format(scope=self._button.text())
        )
        self.line.place_parts()

    def _on_button_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for scope in self._scopes:
            action = menu.addAction(scope.label)
            action.setCheckable(True)
            action.setChecked(scope.code == self._scope)
            action.setData(scope.code)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.set_scope(str(action.data()))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_line_entered(self) -> None:
        self.searched.emit(self.text())

    def _on_line_left(self) -> None:
        if self.line.text():
            self.line.clear()
            self.searched.emit("")
        else:
            self.left.emit()

    def _on_line_text_changed(self, text: str) -> None:
        self.typed.emit(text.strip())
