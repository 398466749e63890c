"""A line for a password: hidden unless the eye is pressed, with a hint while Caps Lock is on."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.theme import Theme
from desktop.widgets.editors import LineEdit


class PasswordLine(LineEdit):
    """A password being typed; it is never predicted, copied or kept."""

    caps_changed = Signal(bool)
    """Whether Caps Lock seems to be on; Qt does not tell, the letters do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._caps = False
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._eye.toggled.connect(self._on_eye_toggled)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.retranslate()

    def value(self) -> str:
        """Return the password as typed; blanks belong to it."""
        return self.text()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._eye.setText(self.tr("Show password"))

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Notice Caps Lock from the key itself and from letters that come in the wrong case."""
        if event.key() == Qt.Key.Key_CapsLock:
            self._set_caps(not self._caps)
        letter = event.text()
        if len(letter) == 1 and letter.isascii() and letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_caps(letter.isupper() != shifted)
        super().keyPressEvent(event)

    def _set_caps(self, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_changed.emit(on)

    def _on_eye_toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        name = "eye-slash" if self._eye.isChecked() else "eye"
        self._eye.setIcon(self.theme.icon(name))
