"""The last fifteen days of the trail as small columns; a click shows one day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.audit.queries import DayCount
from desktop.theme import Theme
from desktop.widgets.painting import draw_ring
from desktop.widgets.words import DayWords

_BAR = 22


class DayStrip(QWidget):
    """How many entries each day has."""

    chosen = Signal(object)
    """The day clicked, a `date`, or None when it was chosen already."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: tuple[DayCount, ...] = ()
        self._day: date | None = None
        self._ring = -1
        self._words = DayWords(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_days(self, days: Sequence[DayCount]) -> None:
        """Show these days, oldest first."""
        self._days = tuple(days)
        told = [f"{one.day.isoformat()} {one.entries}" for one in self._days]
        self.setAccessibleName("; ".join(told))
        self.update()

    def set_day(self, day: date | None) -> None:
        """Show a day as chosen."""
        self._day = day
        self.update()

    def sizeHint(self) -> QSize:
        """A column and two lines of words."""
        words = 2 * self._theme.metrics(12).height()
        return QSize(600, _BAR + words + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns."""
        painter = QPainter(self)
        theme = self._theme
        most = max((one.entries for one in self._days), default=0)
        for place, one in enumerate(self._days):
            rect = self._cell(place)
            chosen = one.day == self._day
            if chosen:
                painter.fillRect(rect, theme.color("select"))
            height = round(_BAR * one.entries / most) if most else 0
            bar = QRect(rect.center().x() - 12, rect.top() + 6 + _BAR - height, 24, max(2, height))
            painter.fillRect(bar, theme.color("on_select" if chosen else "accent"))
            painter.setPen(theme.color("on_select" if chosen else "text"))
            painter.setFont(theme.font(12, bold=chosen))
            line = theme.metrics(12).height()
            words = QRect(rect.left(), rect.top() + _BAR + 8, rect.width(), line)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), str(one.entries))
            painter.setPen(theme.color("on_select" if chosen else "text2"))
            words.translate(0, line)
            day = f"{one.day.month}-{one.day.day}"
            if rect.width() > theme.px(66):
                day += f" {self._words.weekday_letter(one.day.isoweekday())}"
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), day)
            if place == self._ring and self.hasFocus():
                draw_ring(painter, rect.adjusted(1, 1, -1, -1), theme.color("focus"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        for place in range(len(self._days)):
            if self._cell(place).contains(event.position().toPoint()):
                self._choose(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move along the days, Enter and Space choose."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._days:
            start = self._ring if self._ring >= 0 else len(self._days) - 1
            self._ring = max(0, min(len(self._days) - 1, start + step))
            self.update()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Space} and self._ring >= 0:
            self._choose(self._ring)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self._ring = place
        day = self._days[place].day
        self.chosen.emit(None if day == self._day else day)

    def _cell(self, place: int) -> QRect:
        width = self.width() / max(1, len(self._days))
        left = round(place * width)
        return QRect(left, 0, round((place + 1) * width) - left, self.height())
