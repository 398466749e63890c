"""Base of pages that need no store: the system administrator's, and the preferences."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.shell import Shell


class PlainPage(QWidget):
    """A page of the window that asks the store nothing."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell

    def reload(self) -> None:
        """Read again what is shown."""

    def retranslate(self) -> None:
        """Set every word anew."""

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again whenever the page comes to light."""
        super().showEvent(event)
        self.reload()
