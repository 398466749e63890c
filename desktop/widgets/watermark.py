"""Name and time over the whole window, and over every page that leaves it (OFFICE §1-28, §2.6).

A photograph of the screen then says who sat before it. The mouse goes through it.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme

SLOPE = -24.0
STEP_ACROSS, STEP_DOWN = 340, 190
EVERY_MS = 30_000


def paint_words(
    painter: QPainter, room: QRectF, words: str, *, font: QFont, color: QColor, step: float
) -> None:
    """Paint words aslant over a whole area, again and again.

    Args:
        painter: On a widget or a page.
        room: The area in the painter's units.
        words: Who and when.
        font: As large as the words are to be.
        color: Pale enough to read through.
        step: Scale of the distances; 1 for a screen.
    """
    painter.save()
    painter.setClipRect(room)
    painter.setFont(font)
    painter.setPen(color)
    across, down = STEP_ACROSS * step, STEP_DOWN * step
    line = 0
    top = room.top()
    while top < room.bottom() + down:
        left = room.left() - (across / 2 if line % 2 else 0)
        while left < room.right() + across:
            painter.save()
            painter.translate(QPointF(left, top))
            painter.rotate(SLOPE)
            painter.drawText(QPointF(0, 0), words)
            painter.restore()
            left += across
        top += down
        line += 1
    painter.restore()


class Watermark(QWidget):
    """Lies over another widget and tells name and time."""

    def __init__(self, theme: Theme, words: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        parent.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.update)
        self._timer.start(EVERY_MS)
        self.setGeometry(parent.rect())
        self.raise_()

    def words(self) -> str:
        """Return what it says now."""
        return self._words()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the widget below, and above its other children."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.ChildAdded, QEvent.Type.Show):
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
                self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words over everything."""
        painter = QPainter(self)
        color = self._theme.color("text3")
        color.setAlpha(46)
        paint_words(
            painter,
            QRectF(self.rect()),
            self._words(),
            font=self._theme.font(15),
            color=color,
            step=1.0,
        )
