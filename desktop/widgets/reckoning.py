"""Why a date is what it is: the reckoning as words and as days, and its painted calendar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import draw_text
from desktop.widgets.words import DayWords

_WEEKS_SHOWN: Final = 6
_CENTRE = Qt.AlignmentFlag.AlignCenter


class DayKind(StrEnum):
    """What a day is in a reckoning."""

    PLAIN = "plain"
    START = "start"
    COUNTED = "counted"
    OFF = "off"
    MAKE_UP = "make_up"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class ReckonedDay:
    """One day of a reckoning.

    Attributes:
        on: the day.
        kind: what it is.
        count: the how-manieth counted day it is; 0 where it does not count.
        note: the holiday's short name, for days off.
    """

    on: date
    kind: DayKind
    count: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Everything that explains one due date; all words come ready from the page.

    Attributes:
        clock: name of the clock, for example 会办意见期限.
        due_on: the date explained, None where the clock has not started.
        rule: the term, for example "会办意见，10个工作日".
        statutory: whether the term is 法定 or 内部.
        basis: law and article or the office's own rule.
        start: which day started it and whether it counts itself.
        skipped: the days left out.
        make_up: the days off that were worked, or empty.
        extension: what was extended, or empty.
        days: every day from the start to the due day, in order.
        today_on: today, for its frame.
        calendar_version: the calendar and notice it rests on.
        provisional: the year's notice is missing, the date may move.
    """

    clock: str
    due_on: date | None
    rule: str
    statutory: bool
    basis: str
    start: str
    skipped: str = ""
    make_up: str = ""
    extension: str = ""
    days: tuple[ReckonedDay, ...] = ()
    today_on: date | None = None
    calendar_version: str = ""
    provisional: bool = False


def weeks_of(days: Sequence[ReckonedDay]) -> list[list[date] | None]:
    """The weeks (Monday first) that the days touch; None stands for weeks left out.

    A long term shows its first two and its last three weeks, where the reader looks.
    """
    if not days:
        return []
    first = days[0].on - timedelta(days=days[0].on.isoweekday() - 1)
    last = days[-1].on
    weeks: list[list[date] | None] = []
    monday = first
    while monday <= last:
        weeks.append([monday + timedelta(days=step) for step in range(7)])
        monday += timedelta(days=7)
    if len(weeks) <= _WEEKS_SHOWN:
        return weeks
    return [*weeks[:2], None, *weeks[-3:]]


class ReckoningCalendar(QWidget):
    """The days of a reckoning with the running count; read by screen readers as one sentence."""

    def __init__(
        self,
        theme: Theme,
        reckoning: Reckoning | None = None,
        *,
        tall: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tall = tall
        self._words = DayWords(self)
        self._weeks: list[list[date] | None] = []
        self._days: Mapping[date, ReckonedDay] = {}
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if reckoning is not None:
            self.set_reckoning(reckoning)

    def set_reckoning(self, reckoning: Reckoning) -> None:
        """Shows another reckoning."""
        self._weeks = weeks_of(reckoning.days)
        self._days = {day.on: day for day in reckoning.days}
        self._today = reckoning.today_on
        self.setAccessibleName(f"{reckoning.rule} {reckoning.start} {reckoning.skipped}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Seven columns and as many weeks as are shown."""
        height = self._head_height() + sum(self._row_height(week) for week in self._weeks)
        return QSize(7 * self._theme.px(36 if self._tall else 48), height)

    def minimumSizeHint(self) -> QSize:
        """Keeps its size."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints heads, days, counts and notes."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        for column in range(7):
            room = self._cell(column, 0, self._head_height())
            painter.drawText(room, int(_CENTRE), self._words.weekday_letter(column + 1))
        top = self._head_height()
        previous: date | None = None
        for week in self._weeks:
            height = self._row_height(week)
            if week is None:
                painter.setPen(theme.color("text2"))
                painter.drawText(QRect(0, top, self.width(), height), int(_CENTRE), "⋯")
                previous = None
            else:
                for column, day in enumerate(week):
                    named = previous is None or day.month != previous.month
                    previous = day
                    self._paint_day(painter, self._cell(column, top, height), day, named=named)
            top += height

    def _paint_day(self, painter: QPainter, cell: QRect, day: date, *, named: bool) -> None:
        found = self._days.get(day, ReckonedDay(day, DayKind.PLAIN))
        box = QRectF(cell).adjusted(1, 1, -1, -1)
        self._paint_ground(painter, box, found)
        number = f"{day.month}/{day.day}" if named else str(day.day)
        strong = found.kind is DayKind.DUE or day == self._today
        painter.setPen(self._ink(found))
        if self._tall:
            half = box.height() / 2
            upper = QRectF(box.left(), box.top() + 1, box.width(), half)
            lower = QRectF(box.left(), box.top() + half - 1, box.width(), half)
            first = f"{number} {self._mark(found)}" if found.kind is DayKind.MAKE_UP else number
            size = 12 if len(first) > 4 else 13
            self._line(painter, upper, first, size=size, bold=strong)
            self._line(painter, lower, self._below(found), size=12, bold=strong)
            return
        below = self._below(found)
        mark = self._mark(found) if found.kind is DayKind.MAKE_UP else ""
        self._line(painter, box, f"{number}{mark} {below}".strip(), size=12, bold=strong)

    def _line(self, painter: QPainter, room: QRectF, text: str, *, size: int, bold: bool) -> None:
        painter.setFont(self._theme.font(size, bold=bold))
        metrics = self._theme.metrics(size, bold=bold)
        draw_text(painter, room.toRect(), text, metrics=metrics, align=_CENTRE)

    def _paint_ground(self, painter: QPainter, box: QRectF, day: ReckonedDay) -> None:
        theme = self._theme
        ground, edge, width = self._fill(day)
        painter.setPen(Qt.PenStyle.NoPen)
        if ground is not None:
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        if day.kind is DayKind.START:
            pen = QPen(theme.color("text2"), 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawRoundedRect(inner, 2, 2)
        elif edge is not None:
            painter.setPen(QPen(edge, width))
            painter.drawRoundedRect(inner, 3, 3)

    def _fill(self, day: ReckonedDay) -> tuple[QColor | None, QColor | None, float]:
        theme = self._theme
        today = theme.color("accent") if day.on == self._today else None
        if day.kind is DayKind.DUE:
            return theme.color("accent"), None, 1
        if day.kind is DayKind.OFF:
            return theme.stage("neutral").ground, today, 1.4
        if day.kind is DayKind.MAKE_UP:
            make_up = theme.color("text") if theme.is_contrast else theme.stage("wait").text
            return theme.stage("info").ground, make_up, 1
        if day.kind is DayKind.COUNTED:
            return theme.stage("info").ground, today, 1.4
        return None, today, 1.4

    def _ink(self, day: ReckonedDay) -> QColor:
        theme = self._theme
        if day.kind is DayKind.DUE:
            return theme.color("on_accent")
        if day.kind in {DayKind.COUNTED, DayKind.MAKE_UP}:
            return theme.stage("info").text
        if day.kind is DayKind.OFF:
            return theme.color("text2")
        return theme.color("text" if day.kind is DayKind.START else "text2")

    def _mark(self, day: ReckonedDay) -> str:
        return self.tr("on") if day.kind is DayKind.MAKE_UP else ""

    def _below(self, day: ReckonedDay) -> str:
        if day.count:
            return str(day.count)
        if day.kind is DayKind.START:
            return self.tr("start")
        if day.kind is DayKind.OFF:
            note = day.note if self._tall else ""
            return note or self.tr("off")
        return ""

    def _head_height(self) -> int:
        return self._theme.metrics(12).height() + 2

    def _row_height(self, week: list[date] | None) -> int:
        if week is None:
            return self._theme.px(14)
        lines = 2 if self._tall else 1
        return lines * self._theme.metrics(12).height() + (2 if self._tall else 4)

    def _cell(self, column: int, top: int, height: int) -> QRect:
        left = column * self.width() // 7
        return QRect(left, top, (column + 1) * self.width() // 7 - left, height)
