"""A field for one civil date, typed in the clerk's shorthand or taken from a calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.dates import AddWorkdays, parse_date
from desktop.widgets.editors import LineEdit
from desktop.widgets.keys import is_enter
from desktop.widgets.labels import text_label
from desktop.widgets.painting import draw_ring
from desktop.widgets.words import DayWords

_DAYS_SHOWN: Final = 42


class DateEdit(LineEdit):
    """A line that understands 20260305, 0305, 3.5, 今天 and +3工作日 and shows 2026-03-05.

    `today` and `add_workdays` are given, because the clock and the calendar of holidays live in
    the record. `day_changed` carries a `datetime.date` or None.
    """

    day_changed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        today: Callable[[], date],
        *,
        add_workdays: AddWorkdays | None = None,
        past: bool = False,
        value: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, private=False, parent=parent)
        self._today = today
        self._add_workdays = add_workdays
        self._past = past
        self._date: date | None = None
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.setPlaceholderText(self.tr("2026-03-05, 0305 or 3.5"))
        self._opener = Button(
            theme, "", kind="quiet", icon="calendar-blank", small=True, parent=self
        )
        self._opener.setAccessibleName(self.tr("Open calendar"))
        self._opener.setToolTip(self.tr("Open calendar"))
        self._opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opener.clicked.connect(self.open_calendar)
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)
        self._place_opener()
        self.set_day(value)

    def changeEvent(self, event: QEvent) -> None:
        """Say the hint and the opener's name in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setPlaceholderText(self.tr("2026-03-05, 0305 or 3.5"))
            self._opener.setAccessibleName(self.tr("Open calendar"))
            self._opener.setToolTip(self.tr("Open calendar"))

    def day(self) -> date | None:
        """The date understood, or None where the line is empty or no date."""
        return self._date

    def set_day(self, value: date | None) -> None:
        """Shows a date, or nothing."""
        self.setText("" if value is None else value.isoformat())
        self._take(value)
        self.problem_changed.emit("")

    def is_unreadable(self) -> bool:
        """Whether something stands in the line that is no date."""
        return self._date is None and bool(self.text().strip())

    def setReadOnly(self, read_only: bool) -> None:
        """Also takes the calendar away."""
        super().setReadOnly(read_only)
        self._opener.setVisible(not read_only)

    def open_calendar(self) -> None:
        """Shows the month below the line."""
        if self.isReadOnly():
            return
        popup = MonthPopup(
            self.theme, self._date or self._today(), today=self._today(), parent=self
        )
        popup.picked.connect(self._on_popup_picked)
        popup.open_below(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Down opens the calendar; Up and Down go a day on or back."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._date is not None and not self.isReadOnly():
            self.set_day(self._date + timedelta(days=step))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the calendar button at the right end."""
        super().resizeEvent(event)
        self._place_opener()

    def sizeHint(self) -> QSize:
        """Wide enough for a date and the button."""
        width = self.theme.metrics(13).horizontalAdvance("2026-00-00") + self.theme.px(24) + 34
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than a date."""
        return QSize(self.sizeHint().width(), super().minimumSizeHint().height())

    def _place_opener(self) -> None:
        side = self._opener.sizeHint()
        self.setTextMargins(0, 0, side.width() - 4, 0)
        top = (self.height() - side.height()) // 2
        self._opener.setGeometry(QRect(QPoint(self.width() - side.width() - 3, top), side))

    def _take(self, value: date | None) -> None:
        if value == self._date:
            return
        self._date = value
        self.day_changed.emit(value)

    def _read(self) -> date | None:
        return parse_date(
            self.text(), self._today(), add_workdays=self._add_workdays, past=self._past
        )

    def _on_text_edited(self, text: str) -> None:
        self._take(self._read())
        if not self.is_unreadable():
            self.problem_changed.emit("")

    def _on_editing_finished(self) -> None:
        found = self._read()
        if found is not None:
            self.setText(found.isoformat())
        self._take(found)
        if self.is_unreadable():
            self.problem_changed.emit(self.tr("Write the date as 2026-03-05, 0305 or 3.5"))
        else:
            self.problem_changed.emit("")

    def _on_popup_picked(self, picked: date) -> None:
        self.set_day(picked)
        self.setFocus(Qt.FocusReason.PopupFocusReason)


class MonthPopup(QFrame):
    """A month to pick a day from; arrow keys move, Page Up and Down turn, Enter picks."""

    picked = Signal(object)

    def __init__(self, theme: Theme, day: date, *, today: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = DayWords(self)
        self._days = _MonthDays(theme, day, today=today, parent=self)
        self._title: QLabel = text_label("", "strong", parent=self)
        back = Button(theme, "", kind="quiet", icon="caret-left", small=True, parent=self)
        back.setAccessibleName(self.tr("Earlier month"))
        onward = Button(theme, "", kind="quiet", icon="caret-right", small=True, parent=self)
        onward.setAccessibleName(self.tr("Later month"))
        now = Button(theme, self.tr("Today"), kind="link", parent=self)
        head = QHBoxLayout()
        head.addWidget(back)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignCenter)
        head.addWidget(onward)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addLayout(head)
        column.addWidget(self._days)
        column.addWidget(now, 0, Qt.AlignmentFlag.AlignCenter)
        self._today = today
        back.clicked.connect(self._on_back_clicked)
        onward.clicked.connect(self._on_onward_clicked)
        now.clicked.connect(self._on_now_clicked)
        self._days.moved.connect(self._on_days_moved)
        self._days.picked.connect(self._on_days_picked)
        self._on_days_moved(day)

    def open_below(self, anchor: QWidget) -> None:
        """Shows the popup under a widget, or above it where the screen ends."""
        self.adjustSize()
        below = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        if below.y() + self.height() > anchor.screen().availableGeometry().bottom():
            below = anchor.mapToGlobal(QPoint(0, -self.height() - 2))
        self.move(below)
        self.show()
        self._days.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_back_clicked(self) -> None:
        self._days.turn(-1)

    def _on_onward_clicked(self) -> None:
        self._days.turn(1)

    def _on_now_clicked(self) -> None:
        self._on_days_picked(self._today)

    def _on_days_moved(self, day: date) -> None:
        self._title.setText(self._words.month(day))

    def _on_days_picked(self, day: date) -> None:
        self.picked.emit(day)
        self.close()


class _MonthDays(QWidget):
    """Six painted weeks with one chosen day."""

    moved = Signal(object)
    picked = Signal(object)

    def __init__(self, theme: Theme, day: date, *, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day = day
        self._today = today
        self._words = DayWords(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tell()

    def turn(self, months: int) -> None:
        """Goes so many months on, to the same day or the month's last."""
        place = self._day.year * 12 + self._day.month - 1 + months
        year, month = place // 12, place % 12 + 1
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        self._move(date(year, month, min(self._day.day, last)))

    def sizeHint(self) -> QSize:
        """Seven columns, a head and six weeks."""
        return QSize(7 * self._theme.px(34), 7 * self._theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints heads and days."""
        theme = self._theme
        painter = QPainter(self)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        for column in range(7):
            letter = self._words.weekday_letter(column + 1)
            painter.drawText(self._cell(column), centre, letter)
        for place in range(_DAYS_SHOWN):
            self._paint_day(painter, self._cell(place + 7), self._first() + timedelta(days=place))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Picks the day under the mouse."""
        point = event.position().toPoint()
        for place in range(_DAYS_SHOWN):
            if self._cell(place + 7).contains(point):
                self.picked.emit(self._first() + timedelta(days=place))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Moves, turns and picks."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -7,
            Qt.Key.Key_Down: 7,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move(self._day + timedelta(days=steps[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turn(-1 if key == Qt.Key.Key_PageUp else 1)
        elif is_enter(event) or key == Qt.Key.Key_Space:
            self.picked.emit(self._day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()

    def _paint_day(self, painter: QPainter, cell: QRect, day: date) -> None:
        theme = self._theme
        inner = cell.adjusted(1, 1, -1, -1)
        chosen = day == self._day
        if chosen:
            painter.fillRect(inner, theme.color("accent"))
        elif day.month == self._day.month and day.isoweekday() > 5:
            painter.fillRect(inner, theme.stage("neutral").ground)
        if day == self._today and not chosen:
            draw_ring(painter, inner, theme.color("accent"), width=1, radius=2)
        ink = theme.color("text" if day.month == self._day.month else "text3")
        painter.setFont(theme.font(13, bold=chosen))
        painter.setPen(theme.color("on_accent") if chosen else ink)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), str(day.day))

    def _cell(self, place: int) -> QRect:
        row, column = divmod(place, 7)
        left = column * self.width() // 7
        right = (column + 1) * self.width() // 7
        top = row * self.height() // 7
        return QRect(left, top, right - left, (row + 1) * self.height() // 7 - top)

    def _first(self) -> date:
        first = self._day.replace(day=1)
        return first - timedelta(days=first.isoweekday() - 1)

    def _move(self, day: date) -> None:
        self._day = day
        self._tell()
        self.moved.emit(day)
        self.update()

    def _tell(self) -> None:
        self.setAccessibleName(self._words.long(self._day))
