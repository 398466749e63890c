"""Facts of an entry on its card: short ones in two columns, long texts over the whole width."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.labels import IconLabel, text_label

TWO_COLUMNS = 600
"""Least width in pixels at 100 % for two columns of facts."""
LABEL_MOST = 118
"""A label longer than this many pixels wraps."""
FOLDED = 400
"""Letters of a long text that are shown before one asks for the rest."""
LONG = 26
"""A value with more letters than this has a line of its own."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A field and what it holds.

    Attributes:
        name: Field.
        label: Its name.
        words: What it holds.
        long: A text of several lines.
        restricted: It holds something that the person may not read; `words` says so.
    """

    name: str
    label: str
    words: str
    long: bool = False
    restricted: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether it stands in a line of its own."""
        return self.long or len(self.words) > LONG or "\n" in self.words


class FoldedText(QWidget):
    """A long text of which the beginning is shown; a link shows all of it, and folds it again."""

    def __init__(self, theme: Theme, fact: Fact, parent: QWidget) -> None:
        super().__init__(parent)
        self._fact = fact
        self._is_open = False
        self._label = text_label("", wrap=True, parent=self)
        self._label.setObjectName(f"fact:{fact.name}")
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._label.setAccessibleName(f"{fact.label} {fact.words}")
        self._link = Button(theme, "", kind="link", parent=self)
        self._link.setObjectName(f"unfold:{fact.name}")
        self._link.clicked.connect(self._on_link_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show()

    def _show(self) -> None:
        words = self._fact.words
        self._label.setText(words if self._is_open else f"{words[:FOLDED]}…")
        if self._is_open:
            self._link.setText(self.tr("Show less"))
        else:
            self._link.setText(self.tr("Show all {0} characters").format(len(words)))
        self._link.updateGeometry()
        self.updateGeometry()

    def _on_link_clicked(self) -> None:
        self._is_open = not self._is_open
        self._show()


class FactGrid(QWidget):
    """Labels and values; folds into one column where there is no room for two."""

    def __init__(self, theme: Theme, facts: Sequence[Fact], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = 0
        metrics = theme.metrics(13)
        widest = max((metrics.horizontalAdvance(fact.label) for fact in facts), default=0)
        self._label_width = min(max(widest + 2, theme.px(60)), theme.px(LABEL_MOST))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(theme.px(7))
        self._parts = [(fact, self._label(fact), self._value(fact)) for fact in facts]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._place(2)

    def _label(self, fact: Fact) -> QLabel:
        label = text_label(fact.label, "secondary", wrap=True, parent=self)
        label.setFixedWidth(self._label_width)
        return label

    def _value(self, fact: Fact) -> QWidget:
        if len(fact.words) > FOLDED + FOLDED // 2:
            return FoldedText(self._theme, fact, self)
        label = text_label(fact.words, "secondary" if fact.restricted else "", wrap=True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setAccessibleName(f"{fact.label} {fact.words}")
        label.setObjectName(f"fact:{fact.name}")
        if not fact.restricted:
            label.setParent(self)
            return label
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(5)
        line.addWidget(IconLabel(self._theme, "lock", size=14, parent=box))
        line.addWidget(label, 1)
        return box

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._place(2 if self.width() >= self._theme.px(TWO_COLUMNS) else 1)

    def minimumSizeHint(self) -> QSize:
        """Give way in width: values wrap."""
        return QSize(self._theme.px(200), super().minimumSizeHint().height())

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        row, column = 0, 0
        top = Qt.AlignmentFlag.AlignTop
        for fact, label, value in self._parts:
            if column and (fact.is_wide or column >= columns):
                row, column = row + 1, 0
            self._grid.addWidget(label, row, 2 * column, top)
            if fact.is_wide or columns == 1:
                self._grid.addWidget(value, row, 1, 1, 2 * columns - 1)
                row, column = row + 1, 0
            else:
                self._grid.addWidget(value, row, 2 * column + 1, top)
                column += 1
        for place in range(2):
            self._grid.setColumnStretch(2 * place + 1, 1 if place < columns else 0)
        self.updateGeometry()
