"""A year at a glance: twelve small months with days off, make-up days and what a change moves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import draw_text
from desktop.widgets.words import DayWords

_CENTRE = Qt.AlignmentFlag.AlignCenter
_WEEKS = 6


@dataclass(frozen=True, slots=True)
class YearDays:
    """What a year's grid shows.

    Attributes:
        year: The year.
        off: Holiday by day off.
        work: Holiday by make-up working day.
        changed: Days that differ from the calendar as it stands.
    """

    year: int
    off: Mapping[date, str] = field(default_factory=dict)
    work: Mapping[date, str] = field(default_factory=dict)
    changed: frozenset[date] = frozenset()


class YearGrid(QWidget):
    """Painted months, as many in a row as there is room for; a day tells itself under the mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = DayWords(self)
        self._days = YearDays(2026)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def set_days(self, days: YearDays) -> None:
        """Show another year, or other days of it."""
        self._days = days
        words = self.tr("{year}: {off} days off, {work} make-up working days, {changed} changed")
        self.setAccessibleName(
            words.format(
                year=days.year,
                off=len(days.off),
                work=len(days.work),
                changed=len(days.changed),
            )
        )
        self.updateGeometry()
        self.update()

    def day_at(self, point: QPoint) -> date | None:
        """Return the day under a point, None beside the months."""
        for month in range(1, 13):
            room = self._month_room(month)
            if room.contains(point):
                first = date(self._days.year, month, 1)
                column = (point.x() - room.left()) * 7 // max(1, room.width())
                row = (point.y() - room.top() - self._head()) // self._row()
                day = first + timedelta(days=row * 7 + column - first.weekday())
                return day if row >= 0 and day.month == month else None
        return None

    def words_of(self, day: date) -> str:
        """Return what a day is, as it is told under the mouse and to a reader of the screen."""
        weekday = self._words.weekday(day.isoweekday())
        found = [f"{day.isoformat()} {weekday}"]
        if day in self._days.work:
            found.append(self.tr("make-up working day"))
        elif day in self._days.off:
            found.append(self.tr("day off"))
        elif day.weekday() >= 5:
            found.append(self.tr("weekend"))
        else:
            found.append(self.tr("working day"))
        found.append(self._days.work.get(day) or self._days.off.get(day, ""))
        if day in self._days.changed:
            found.append(self.tr("changed"))
        return " · ".join(filter(None, found))

    def sizeHint(self) -> QSize:
        """Four months in a row."""
        width = 4 * self._least_month() + 3 * self._gap()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Two months in a row."""
        width = 2 * self._least_month() + self._gap()
        return QSize(width, self.heightForWidth(4 * self._least_month()))

    def hasHeightForWidth(self) -> bool:
        """Fewer months in a row need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All months in as many rows as they need."""
        rows = -(-12 // self._columns(width))
        return rows * self._month_height() + (rows - 1) * self._gap()

    def event(self, event: QEvent) -> bool:
        """Tell the day under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self.day_at(event.pos())
            if day is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.words_of(day), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every month."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for month in range(1, 13):
            self._paint_month(painter, month)

    def _paint_month(self, painter: QPainter, month: int) -> None:
        theme, room = self._theme, self._month_room(month)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font(12, bold=True))
        title = QRect(room.left(), room.top(), room.width(), self._title())
        name = self.tr("{month}/{year}").format(month=month, year=self._days.year)
        draw_text(painter, title, name, metrics=theme.metrics(12, bold=True))
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font(12))
        for column in range(7):
            cell = self._cell(room, column, room.top() + self._title())
            draw_text(
                painter,
                cell,
                self._words.weekday_letter(column + 1),
                metrics=theme.metrics(12),
                align=_CENTRE,
            )
        day = date(self._days.year, month, 1)
        top = room.top() + self._head()
        while day.month == month:
            week = (day.day + date(day.year, month, 1).weekday() - 1) // 7
            self._paint_day(painter, self._cell(room, day.weekday(), top + week * self._row()), day)
            if day == date.max:
                break
            day += timedelta(days=1)

    def _paint_day(self, painter: QPainter, cell: QRect, day: date) -> None:
        theme = self._theme
        box = QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5)
        off, work = day in self._days.off, day in self._days.work
        if off or work:
            stage = theme.stage("info" if work else "neutral")
            painter.setBrush(stage.ground)
            # A make-up day is framed as well as tinted: colour alone tells nobody anything.
            painter.setPen(QPen(stage.text, 1) if work else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, 2, 2)
            ink = stage.text if work else theme.color("text")
        else:
            ink = theme.color("text2" if day.weekday() >= 5 else "text")
        if day in self._days.changed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(box, 3, 3)
        painter.setPen(ink)
        painter.setFont(theme.font(12, bold=off or work))
        metrics = theme.metrics(12, bold=off or work)
        draw_text(painter, cell, str(day.day), metrics=metrics, align=_CENTRE)

    def _month_room(self, month: int) -> QRect:
        columns = self._columns(self.width())
        row, column = divmod(month - 1, columns)
        width = (self.width() - (columns - 1) * self._gap()) // columns
        left = column * (width + self._gap())
        top = row * (self._month_height() + self._gap())
        return QRect(left, top, min(width, self._theme.px(250)), self._month_height())

    def _cell(self, room: QRect, column: int, top: int) -> QRect:
        left = room.left() + column * room.width() // 7
        right = room.left() + (column + 1) * room.width() // 7
        return QRect(left, top, right - left, self._row())

    def _columns(self, width: int) -> int:
        for columns in (4, 3, 2):
            if width >= columns * self._least_month() + (columns - 1) * self._gap():
                return columns
        return 1

    def _least_month(self) -> int:
        return 7 * self._theme.px(20)

    def _gap(self) -> int:
        return self._theme.px(14)

    def _row(self) -> int:
        return self._theme.metrics(12).height() + 2

    def _title(self) -> int:
        return self._theme.metrics(12, bold=True).height() + 2

    def _head(self) -> int:
        return self._title() + self._row()

    def _month_height(self) -> int:
        return self._head() + _WEEKS * self._row()
