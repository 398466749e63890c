"""The clock of a case and the overlay that says why its date is what it is."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.buttons import Tag
from desktop.widgets.cells import DueMark
from desktop.widgets.frames import Overlay
from desktop.widgets.keys import is_enter
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import FlowLayout, clear_layout
from desktop.widgets.painting import draw_ring, draw_text, due_color
from desktop.widgets.reckoning import DayKind, Reckoning, ReckoningCalendar
from desktop.widgets.signs import Light, draw_light
from desktop.widgets.words import DayWords, DueWords

_PAD = 11
_QUIET = frozenset({Light.DONE, Light.NOT_STARTED, Light.UNTIMED})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of a case as its card shows it.

    Attributes:
        key: what the page calls it.
        name: 受理告知期限, 办理期限 …
        due: light and words.
        date_words: the due date, or what the clock waits for.
        term_words: 法定 or 内部 and the term, for example "内部 · 10个工作日".
    """

    key: str
    name: str
    due: DueMark
    date_words: str
    term_words: str


class ClockCard(QFrame):
    """One clock; a click, Enter or Space asks why (`opened` carries the key)."""

    opened = Signal(str)

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._words = DueWords(self)
        self._is_open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_clock(clock)

    def clock(self) -> Clock:
        """The clock shown."""
        return self._clock

    def set_clock(self, clock: Clock) -> None:
        """Shows another state of the clock."""
        self._clock = clock
        due = self._words.spoken(clock.due)
        self.setAccessibleName(f"{clock.name} {due} {clock.date_words} {clock.term_words}")
        self.setAccessibleDescription(self.tr("Why this date"))
        self.setToolTip(self.tr("Why this date"))
        self.updateGeometry()
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Gives the card the ring while its explanation is shown."""
        self._is_open = is_open
        self.update()

    def sizeHint(self) -> QSize:
        """At least 200 × 74."""
        theme, clock = self._theme, self._clock
        small = theme.metrics(12)
        below = small.horizontalAdvance(clock.date_words) + small.horizontalAdvance(
            clock.term_words
        )
        middle = theme.metrics(15, bold=True).horizontalAdvance(self._words.full(clock.due))
        name = theme.metrics(13).horizontalAdvance(clock.name)
        inner = max(below + theme.px(14), middle + theme.px(18), name + theme.px(22))
        height = small.height() + theme.metrics(13).height() + theme.metrics(15).height()
        return QSize(max(theme.px(200), inner + 2 * _PAD), max(74, height + 2 * 7))

    def minimumSizeHint(self) -> QSize:
        """A little narrower; words are then elided."""
        return QSize(self._theme.px(150), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints name, light with words, date and term."""
        theme, clock = self._theme, self._clock
        painter = QPainter(self)
        ringed = self._is_open or self.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        edge = theme.color("focus" if ringed else "line")
        draw_ring(painter, self.rect(), edge, width=2 if ringed else 1, radius=6)
        heights = (theme.metrics(13).height(), theme.metrics(15).height())
        top = (self.height() - sum(heights) - theme.metrics(12).height()) // 2
        line = QRect(_PAD, top, self.width() - 2 * _PAD, heights[0])
        side = theme.px(14)
        info = QRectF(line.right() - side, line.center().y() - side / 2 + 0.5, side, side)
        theme.draw_icon(painter, info, "info", theme.color("text2"))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text2"))
        draw_text(painter, line.adjusted(0, 0, -side - 4, 0), clock.name, metrics=theme.metrics(13))
        line = QRect(_PAD, top + heights[0], line.width(), heights[1])
        self._paint_due(painter, line)
        line = QRect(_PAD, line.bottom() + 1, line.width(), theme.metrics(12).height())
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        metrics = theme.metrics(12)
        used = draw_text(painter, line, clock.date_words, metrics=metrics)
        rest = line.adjusted(used + 6, 0, 0, 0)
        draw_text(painter, rest, clock.term_words, metrics=metrics, align=_RIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks why."""
        if self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._clock.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space ask why."""
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.opened.emit(self._clock.key)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _paint_due(self, painter: QPainter, line: QRect) -> None:
        theme, mark = self._theme, self._clock.due
        side = theme.px(11)
        place = QRectF(line.left(), line.top() + (line.height() - side) / 2, side, side)
        draw_light(painter, place, mark.light, theme=theme)
        bold = mark.light not in _QUIET
        painter.setFont(theme.font(15, bold=bold))
        ink = theme.color("text") if mark.light in _QUIET else due_color(theme, mark)
        painter.setPen(ink)
        words = line.adjusted(side + theme.px(6), 0, 0, 0)
        text = self._words.full(mark)
        draw_text(painter, words, text, metrics=theme.metrics(15, bold=bold))


class WhyThisDate(Overlay):
    """时限依据: the reckoning in words at the left, its days at the right."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._days = DayWords(self)
        self._card: ClockCard | None = None
        self._values: list[QLabel] = []
        self._title = text_label("", "section", parent=self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self._version = text_label("", "hint", wrap=True, parent=self)
        left = QVBoxLayout()
        left.setContentsMargins(14, 12, 14, 10)
        left.addWidget(self._title)
        left.addSpacing(theme.px(5))
        left.addLayout(self._grid)
        left.addStretch(1)
        left.addWidget(self._version)
        self._calendar = ReckoningCalendar(theme, parent=self)
        self._legend = _Legend(theme, self)
        right = QVBoxLayout()
        right.setContentsMargins(12, 9, 12, 10)
        right.addWidget(self._calendar)
        right.addStretch(1)
        right.addWidget(self._legend)
        line = QFrame(self)
        line.setProperty("kind", "vrule")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(line)
        row.addLayout(right)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Why this date"))

    def explain(self, reckoning: Reckoning, card: ClockCard) -> None:
        """Shows itself under a card, which wears the ring until this is closed."""
        self._leave_card()
        self._card = card
        card.set_open(True)
        self._fill(reckoning)
        self._calendar.set_reckoning(reckoning)
        width = max(self._theme.px(586), self.minimumSizeHint().width())
        self.show_under(card, width=width)
        # A grid in a row is asked for its height at another width than it gets: say what it needs.
        for value in self._values:
            value.setMinimumHeight(value.heightForWidth(value.width()))
        self.show_under(card, width=width)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_overlay(self) -> None:
        """Takes itself away and gives the focus back to the card."""
        if self._card is not None and not self.isHidden():
            self._card.setFocus(Qt.FocusReason.PopupFocusReason)
        self._leave_card()
        super().close_overlay()

    def _leave_card(self) -> None:
        if self._card is not None:
            self._card.set_open(False)
        self._card = None

    def _fill(self, reckoning: Reckoning) -> None:
        if reckoning.due_on is None:
            self._title.setText(self.tr("Why this date"))
        else:
            sentence = self.tr("Why this date: {day}")
            self._title.setText(sentence.format(day=self._days.day(reckoning.due_on)))
        clear_layout(self._grid)
        self._values.clear()
        self._add_row(self.tr("Rule"), reckoning.rule, tag=self._kind_word(reckoning))
        self._add_row(self.tr("Basis"), reckoning.basis)
        self._add_row(self.tr("Start"), reckoning.start)
        self._add_row(self.tr("Skipped"), reckoning.skipped or self.tr("Nothing"))
        self._add_row(self.tr("Make-up days"), reckoning.make_up or self.tr("None"))
        self._add_row(self.tr("Extension"), reckoning.extension or self.tr("None"))
        version = reckoning.calendar_version
        if reckoning.provisional:
            version = self.tr("Provisional: no holiday notice for this year yet. {version}").format(
                version=version
            )
        self._version.setText(version)

    def _kind_word(self, reckoning: Reckoning) -> str:
        if reckoning.statutory:
            return self.tr("Statutory term")
        return self.tr("Internal term")

    def _add_row(self, label: str, words: str, *, tag: str = "") -> None:
        row = self._grid.rowCount()
        name = text_label(label, "secondary", parent=self)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        value = text_label(words, wrap=not tag, parent=self)
        if not tag:
            self._values.append(value)
            self._grid.addWidget(value, row, 1)
            return
        box = FlowLayout(spacing=6, line_spacing=2)
        box.addWidget(value)
        box.addWidget(Tag(self._theme, tag, self))
        self._grid.addLayout(box, row, 1)


class _Legend(QWidget):
    """Names the grounds of the calendar."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=10)
        for kind, word in (
            (DayKind.COUNTED, self.tr("Counted")),
            (DayKind.MAKE_UP, self.tr("Make-up")),
            (DayKind.OFF, self.tr("Not counted")),
            (DayKind.DUE, self.tr("Due")),
        ):
            flow.addWidget(_LegendItem(theme, kind, word, self))


class _LegendItem(QWidget):
    """One ground and its word."""

    def __init__(self, theme: Theme, kind: DayKind, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        self._word = word
        self.setAccessibleName(word)

    def sizeHint(self) -> QSize:
        """Square and word."""
        metrics = self._theme.metrics(12)
        width = metrics.horizontalAdvance(self._word) + self._theme.px(11) + 4
        return QSize(width, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints square and word."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.px(10)
        box = QRectF(0.5, (self.height() - side) / 2, side, side)
        grounds = {
            DayKind.DUE: theme.color("accent"),
            DayKind.OFF: theme.stage("neutral").ground,
        }
        edges = {
            DayKind.COUNTED: theme.stage("info").solid,
            DayKind.MAKE_UP: theme.stage("wait").text,
            DayKind.OFF: theme.color("border"),
            DayKind.DUE: theme.color("accent"),
        }
        painter.setBrush(grounds.get(self._kind, theme.stage("info").ground))
        painter.setPen(edges[self._kind])
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font(12))
        words = self.rect().adjusted(side + 4, 0, 4, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self._word)
