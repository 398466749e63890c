"""A place to drop files on: a dashed frame with a button for those who use the keyboard."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.labels import IconLabel, text_label

SUFFIXES = (".xlsx", ".xls", ".csv", ".json", ".jsonl", ".txt")


def dropped(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """Return the files that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class DropZone(QFrame):
    """Takes files by hand or by button: `files_dropped` carries paths, `wanted` asks for some."""

    files_dropped = Signal(object)
    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = False
        self.setAcceptDrops(True)
        self._fact = text_label("", "strong", wrap=True, parent=self)
        self._hint = text_label("", "secondary", wrap=True, parent=self)
        for label in (self._fact, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = Button(theme, "", kind="primary", icon="file-plus", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        icon = IconLabel(theme, "file-arrow-up", size=28, parent=self)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._fact)
        column.addWidget(self._hint)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.button.clicked.connect(self.wanted)

    def say(self, fact: str, hint: str, button: str) -> None:
        """Set the words."""
        self._fact.setText(fact)
        self._hint.setText(hint)
        self.button.setText(button)
        self.button.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed frame; 1-px dashes of a style sheet come out as dots."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent" if self._over else "border"), 1.5)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(theme.color("select" if self._over else "base"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if dropped(event):
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the plain frame again."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._over = False
        self.update()
        found = dropped(event)
        if found:
            event.acceptProposedAction()
            self.files_dropped.emit(found)
