"""Panels of lines: what waits for somebody, one thing a line, with the deed at its right end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.cells import DueMark, Pill
from desktop.widgets.frames import Panel
from desktop.widgets.keys import is_enter
from desktop.widgets.labels import DueLabel, StatusPill, text_label
from desktop.widgets.layouts import clear_layout
from desktop.widgets.painting import draw_ring, draw_text, pill_width
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.ticks import TickBox

_PAD = 14
_LEAD_WIDTH = 92
_DUE_WIDTH = 132


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits.

    Attributes:
        key: What `opened` and `deed` carry.
        text: What it is about.
        aside: Words behind the text in the secondary tone.
        second: A second line below, in the secondary tone.
        lead: Pill in front, as the kind of the decision.
        time: Time of day in front, instead of a pill.
        tail: Words before the due date: who and when.
        due: Deadline.
        state: Pill at the right end.
        deeds: Buttons at the right end, as (name, words).
        ticked: Shows a tick box; its present value. None for none.
    """

    key: str
    text: str
    aside: str = ""
    second: str = ""
    lead: Pill | None = None
    time: str = ""
    tail: str = ""
    due: DueMark | None = None
    state: Pill | None = None
    deeds: tuple[tuple[str, str], ...] = ()
    ticked: bool | None = None


class LineWords(QWidget):
    """The words of a line, elided; a click or Enter opens what they name."""

    opened = Signal()

    def __init__(self, theme: Theme, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = line
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        spoken = " ".join(x for x in (line.text, line.aside, line.second) if x)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)

    def sizeHint(self) -> QSize:
        """As high as its one or two lines."""
        height = self._theme.metrics(13).height()
        if self._line.second:
            height += self._theme.metrics(12).height() + 1
        return QSize(self._theme.px(120), height + self._theme.px(8))

    def minimumSizeHint(self) -> QSize:
        """Elides before it pushes others away."""
        return QSize(self._theme.px(60), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint text, aside and second line."""
        theme, line = self._theme, self._line
        painter = QPainter(self)
        height = theme.metrics(13).height()
        below = theme.metrics(12).height() + 1 if line.second else 0
        top = (self.height() - height - below) // 2
        room = QRect(2, top, self.width() - 4, height)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("accent" if self._hovered else "text"))
        used = draw_text(painter, room, line.text, metrics=theme.metrics(13))
        if line.aside and used + 8 < room.width():
            painter.setPen(theme.color("text2"))
            rest = room.adjusted(used + 6, 0, 0, 0)
            draw_text(painter, rest, line.aside, metrics=theme.metrics(13))
        if line.second:
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("text2"))
            rest = QRect(2, top + height + 1, self.width() - 4, theme.metrics(12).height())
            draw_text(painter, rest, line.second, metrics=theme.metrics(12))
        if self.hasFocus():
            draw_ring(painter, self.rect().adjusted(0, 1, -1, -2), theme.color("focus"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open it."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens it."""
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be opened."""
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it plain again."""
        self._hovered = False
        self.update()


class LinesPanel(Panel):
    """A panel of lines, with tabs where it holds several lists.

    `opened` carries a line's key ("" for the whole list), `deed` its key and the name of the
    button, `ticked` tells that another choice stands (`ticked_keys`), `chosen` another tab.
    """

    opened = Signal(str)
    deed = Signal(str, str)
    ticked = Signal()
    chosen = Signal(str)

    def __init__(
        self, theme: Theme, *, wide: bool = True, most: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, flush=True, parent=parent)
        self._theme = theme
        self._wide = wide
        self._most = most
        self._whole = False
        self._boxes: dict[str, TickBox] = {}
        self._lines: tuple[Line, ...] = ()
        self._timed = False
        self._lead_width = theme.px(_LEAD_WIDTH)
        self.tabs = ViewTabs(theme, tall=False, parent=self)
        self.tabs.hide()
        self.tabs.chosen.connect(self.chosen)
        self._tabs_rule = QFrame(self)
        self._tabs_rule.setProperty("kind", "rule")
        self._tabs_rule.hide()
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._tabs_rule)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, also those beyond what fits."""
        return self._lines

    def set_tabs(self, tabs: Sequence[ViewTab]) -> None:
        """Offer several lists; the page shows the lines of the current one."""
        self.tabs.set_tabs(tabs)
        self.tabs.setVisible(bool(tabs))
        self._tabs_rule.setVisible(bool(tabs))

    def set_lines(self, lines: Sequence[Line], *, empty: str = "", more: str = "") -> None:
        """Show these lines; beyond `most` the words `more` open the whole list (key "")."""
        self._lines = tuple(lines)
        clear_layout(self._column)
        self._boxes.clear()
        shown = self._lines if self._whole else self._lines[: self._most]
        self._timed = any(line.due is not None for line in shown)
        pills = [line.lead for line in shown if line.lead is not None]
        leads = (pill_width(self._theme, pill) for pill in pills)
        self._lead_width = max(self._theme.px(_LEAD_WIDTH), *leads, 0)
        for place, line in enumerate(shown):
            self._column.addWidget(self._row(line, last=place == len(shown) - 1))
        if not shown and empty:
            label = text_label(empty, "hint", wrap=True, parent=self)
            label.setContentsMargins(_PAD, self._theme.px(8), _PAD, self._theme.px(6))
            self._column.addWidget(label)
        if len(self._lines) > len(shown) and more:
            button = Button(self._theme, more, kind="link", parent=self)
            button.clicked.connect(partial(self.opened.emit, ""))
            box = QHBoxLayout()
            box.setContentsMargins(_PAD - 4, 4, _PAD, 2)
            box.addWidget(button)
            box.addStretch(1)
            self._column.addLayout(box)
        self.updateGeometry()

    def show_all(self) -> None:
        """Show every line from now on, for a list that has no page of its own."""
        self._whole = True
        self.set_lines(self._lines)

    def ticked_keys(self) -> tuple[str, ...]:
        """Return the keys of the lines that are ticked."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def button(self, key: str, name: str) -> Button | None:
        """Return a button of a line, for keys and tests."""
        return self.findChild(Button, f"{name}:{key}")

    def _row(self, line: Line, *, last: bool) -> QWidget:
        theme = self._theme
        row = QFrame(self)
        box = QHBoxLayout()
        box.setContentsMargins(_PAD, theme.px(2), 12, theme.px(2))
        box.setSpacing(theme.px(10))
        if line.ticked is not None:
            tick = TickBox(theme, "", checked=line.ticked, parent=row)
            tick.setAccessibleName(line.text)
            tick.toggled.connect(self._on_tick_toggled)
            self._boxes[line.key] = tick
            box.addWidget(tick)
        if line.time:
            time = text_label(line.time, "secondary", parent=row)
            time.setMinimumWidth(theme.px(40))
            box.addWidget(time)
        if line.lead is not None:
            box.addWidget(self._cell(StatusPill(theme, line.lead, row), self._lead_width, row))
        words = LineWords(theme, line, row)
        words.opened.connect(partial(self.opened.emit, line.key))
        box.addWidget(words, 1)
        if line.tail:
            box.addWidget(text_label(line.tail, "secondary", parent=row))
        if line.due is not None:
            due = DueLabel(theme, line.due, full=False, parent=row)
            box.addWidget(self._cell(due, theme.px(_DUE_WIDTH), row) if self._wide else due)
        elif self._timed and self._wide:
            box.addSpacing(theme.px(_DUE_WIDTH) + box.spacing())
        if line.state is not None:
            box.addWidget(StatusPill(theme, line.state, row))
        for name, words_of_deed in line.deeds:
            kind: ButtonKind = "default" if self._wide else "link"
            button = Button(theme, words_of_deed, kind=kind, small=self._wide, parent=row)
            button.setObjectName(f"{name}:{line.key}")
            button.clicked.connect(partial(self.deed.emit, line.key, name))
            box.addWidget(button)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(box)
        if not last:
            hair = QFrame(row)
            hair.setProperty("kind", "hairline")
            column.addWidget(hair)
        row.setMinimumHeight(theme.row_height + theme.px(4))
        return row

    def _cell(self, widget: QWidget, width: int, parent: QWidget) -> QWidget:
        cell = QWidget(parent)
        box = QHBoxLayout(cell)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(widget)
        box.addStretch(1)
        cell.setMinimumWidth(width)
        return cell

    def _on_tick_toggled(self) -> None:
        self.ticked.emit()
