"""The row of filter chips under a page head."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button, Chip
from desktop.widgets.layouts import FlowLayout


class ChipRow(QWidget):
    """Chips that wrap, with 清空条件 at the right end; Esc clears them all.

    `cleared` is sent once after all chips were turned off. Where the page gives `more` words, a
    quiet button behind the chips sends `more_wanted`.
    """

    cleared = Signal()
    more_wanted = Signal()

    def __init__(self, theme: Theme, *, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[Chip] = []
        self._flow = FlowLayout(spacing=theme.px(6))
        self._clear = Button(theme, self.tr("Clear filters"), kind="link", key="Esc", parent=self)
        self._clear.hide()
        self._more = Button(theme, more, kind="quiet", icon="plus", parent=self)
        self._more.setVisible(bool(more))
        self._has_more = bool(more)
        self._flow.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 7)
        row.addLayout(self._flow, 1)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._clear.clicked.connect(self.clear)
        self._more.clicked.connect(self.more_wanted)

    def changeEvent(self, event: QEvent) -> None:
        """Say 清空条件 in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._clear.setText(self.tr("Clear filters"))

    def add_chip(self, chip: Chip) -> Chip:
        """Adds a chip behind the others and returns it."""
        chip.setParent(self)
        self._chips.append(chip)
        self._flow.insert_widget(len(self._chips) - 1, chip)
        chip.toggled.connect(self.refresh)
        chip.cleared.connect(self.refresh)
        chip.show()
        self.refresh()
        return chip

    def chips(self) -> list[Chip]:
        """All chips in order."""
        return list(self._chips)

    def refresh(self) -> None:
        """Shows 清空条件 while any chip is on; call it after setting values."""
        self._clear.setVisible(any(chip.is_on() for chip in self._chips))

    def clear(self) -> None:
        """Turns every chip off and tells so once."""
        was_on = [chip for chip in self._chips if chip.is_on()]
        for chip in was_on:
            chip.clear()
        self.refresh()
        if was_on:
            self.cleared.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears all."""
        if event.key() == Qt.Key.Key_Escape and any(chip.is_on() for chip in self._chips):
            self.clear()
            return
        super().keyPressEvent(event)
