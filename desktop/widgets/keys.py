"""Keys in forms: Enter goes on, Ctrl+Enter submits, and an input method is never disturbed."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QTextEdit, QWidget


@runtime_checkable
class Composes(Protocol):
    """An editor that knows whether an input method is composing in it."""

    def is_composing(self) -> bool:
        """Whether letters stand in the editor that the input method has not committed."""
        ...


def is_enter(event: QKeyEvent) -> bool:
    """Whether the key is Return or the Enter of the number pad."""
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def is_composing(widget: QWidget | None) -> bool:
    """Whether an input method is composing in the widget."""
    return isinstance(widget, Composes) and widget.is_composing()


class EnterMovesOn(QObject):
    """Makes Enter go to the next field of a form and Ctrl+Enter submit it (SETTLED 10).

    Text areas keep Enter as a new line, buttons are pressed by it, and nothing happens while an
    input method composes. The filter sits on the form alone and sees the keys its fields pass on.
    """

    submitted = Signal()

    def __init__(self, form: QWidget, *, enabled: bool = True) -> None:
        super().__init__(form)
        self._form = form
        self.enabled = enabled
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes Enter and Ctrl+Enter that reach the form."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not is_enter(event):
            return super().eventFilter(watched, event)
        focused = QApplication.focusWidget()
        if is_composing(focused):
            return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
            return True
        return self._go_on(focused)

    def _go_on(self, focused: QWidget | None) -> bool:
        if not self.enabled or focused is None or not self._form.isAncestorOf(focused):
            return False
        if isinstance(focused, QPlainTextEdit | QTextEdit):
            return False
        if isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
            return True
        following = self._next_field(focused)
        if following is None:
            return True
        following.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _next_field(self, focused: QWidget) -> QWidget | None:
        """The next widget inside the form that Tab would reach."""
        candidate = focused.nextInFocusChain()
        while candidate is not None and candidate is not focused:
            if self._form.isAncestorOf(candidate) and _takes_tab(candidate, focused):
                return candidate
            candidate = candidate.nextInFocusChain()
        return None


def _takes_tab(candidate: QWidget, focused: QWidget) -> bool:
    if candidate.focusProxy() is not None or focused.isAncestorOf(candidate):
        return False
    takes = (candidate.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
    return takes and candidate.isEnabled() and candidate.isVisible()
