"""Rows of bars and small tables of the page; every number opens its list."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.keys import is_enter
from desktop.widgets.labels import rule, text_label
from desktop.widgets.painting import draw_ring, draw_text

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PAD = 4
_WIDEST_LABEL = 150.0


@dataclass(frozen=True, slots=True)
class BarLine:
    """One line: a label, one or two bars, the number, words beside it.

    Attributes:
        key: What a click opens; empty opens nothing.
        label: What is counted.
        values: Lengths of the bars in the colours c1, c2; None draws no bar.
        value: The number as written.
        gap: Length of a hatched part behind the first bar: what is missing.
        note: Words right of the number.
        detail: Further words below them.
        instead: Words in place of bars.
    """

    key: str
    label: str
    values: tuple[int | None, ...]
    value: str
    gap: int = 0
    note: str = ""
    detail: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class BarShape:
    """Widths shared by the lines of one panel, in logical pixels before scaling.

    Attributes:
        label: Least width of the labels; the longest one decides.
        value: Width of the numbers.
        note: Width of the words beside them, 0 for none.
        height: Height of a line.
        bold: Whether the numbers are heavy.
    """

    label: float
    value: float
    note: float = 0.0
    height: float = 26.0
    bold: bool = False


class BarButton(QAbstractButton):
    """A line of bars as one button: mouse, Space and Enter open its list."""

    opened = Signal(str)

    def __init__(
        self, theme: Theme, line: BarLine, *, shape: BarShape, whole: int, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = line
        self._shape = shape
        self._whole = max(whole, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        opens = bool(line.key)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if opens else Qt.FocusPolicy.NoFocus)
        words = (line.label, line.value, line.instead, line.note, line.detail)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(" ".join(word for word in (line.note, line.detail) if word))
        self.clicked.connect(self._on_clicked)

    def line(self) -> BarLine:
        """Return the line shown."""
        return self._line

    def sizeHint(self) -> QSize:
        """As tall as its words ask."""
        height = max(self._theme.px(self._shape.height), self._theme.metrics(13).height() + 4)
        if self._line.detail:
            height = max(height, 2 * self._theme.metrics(12).height() + 4)
        return QSize(self._theme.px(self._shape.label + self._shape.value + 60), height)

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        if self._line.key:
            self.opened.emit(self._line.key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        theme, shape, line = self._theme, self._shape, self._line
        if self.underMouse() and line.key:
            painter.fillRect(self.rect(), theme.color("hover"))
        box = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        label, value, note = (theme.px(w) for w in (shape.label, shape.value, shape.note))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text"))
        words = QRect(box.left(), box.top(), label - 6, box.height())
        draw_text(painter, words, line.label, metrics=theme.metrics(13))
        right = box.right() - note
        number = QRect(right - value, box.top(), value - (8 if note else 0), box.height())
        painter.setFont(theme.font(14 if shape.bold else 13, bold=shape.bold))
        draw_text(
            painter,
            number,
            line.value,
            metrics=theme.metrics(14 if shape.bold else 13, bold=shape.bold),
            align=_RIGHT,
        )
        room = QRect(
            box.left() + label, box.top(), right - value - box.left() - label - 8, box.height()
        )
        self._paint_bars(painter, room)
        if note:
            self._paint_note(painter, QRect(right + 6, box.top(), note - 6, box.height()))
        if self.hasFocus():
            draw_ring(painter, self.rect(), theme.color("focus"))

    def _paint_bars(self, painter: QPainter, room: QRect) -> None:
        theme, line = self._theme, self._line
        if line.instead:
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("text2"))
            draw_text(painter, room, line.instead, metrics=theme.metrics(12))
            return
        count = max(len(line.values), 1)
        thick = min(theme.px(19), max(5, (room.height() - 6) // count))
        if count > 1:
            thick = min(thick, theme.px(9))
        top = room.top() + (room.height() - thick * count - (count - 1)) // 2
        for series, value in enumerate(line.values, start=1):
            if value:
                width = max(1, room.width() * value // self._whole)
                painter.fillRect(QRect(room.left(), top, width, thick), theme.chart(series))
                if series == 1 and line.gap > 0:
                    self._paint_gap(painter, room, width, top, thick)
            elif series == 1 and line.gap > 0:
                self._paint_gap(painter, room, 0, top, thick)
            top += thick + 1

    def _paint_gap(self, painter: QPainter, room: QRect, start: int, top: int, thick: int) -> None:
        width = room.width() * self._line.gap // self._whole
        box = QRect(room.left() + start, top, width, thick).adjusted(0, 0, -1, -1)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.setBrush(QBrush(self._theme.color("border"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_note(self, painter: QPainter, room: QRect) -> None:
        theme, line = self._theme, self._line
        metrics = theme.metrics(12)
        painter.setFont(theme.font(12))
        if not line.detail:
            painter.setPen(theme.color("text2"))
            draw_text(painter, room, line.note, metrics=metrics)
            return
        height = metrics.height()
        top = room.top() + (room.height() - 2 * height) // 2
        painter.setPen(theme.color("text"))
        draw_text(
            painter, QRect(room.left(), top, room.width(), height), line.note, metrics=metrics
        )
        painter.setPen(theme.color("text2"))
        draw_text(
            painter,
            QRect(room.left(), top + height, room.width(), height),
            line.detail,
            metrics=metrics,
        )


class BarList(QWidget):
    """Lines of bars in one or two columns, all measured by the longest."""

    opened = Signal(str)

    def __init__(self, theme: Theme, *, shape: BarShape, columns: int = 1, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shape = shape
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(2)
        self._buttons: list[BarButton] = []

    def buttons(self) -> list[BarButton]:
        """Return the lines in order."""
        return list(self._buttons)

    def set_lines(self, lines: Sequence[BarLine]) -> None:
        """Show these lines."""
        for button in self._buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        whole = max(
            (sum(v or 0 for v in line.values[:1]) + line.gap for line in lines),
            default=1,
        )
        shape = replace(self._shape, label=self._label_width(lines))
        whole = max([whole, *(v for line in lines for v in line.values if v)])
        rows = -(-len(lines) // self._columns) if lines else 0
        self._buttons = []
        for place, line in enumerate(lines):
            button = BarButton(self._theme, line, shape=shape, whole=whole, parent=self)
            button.opened.connect(self.opened)
            column, row = divmod(place, rows)
            self._grid.addWidget(button, row, column)
            self._buttons.append(button)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)

    def _label_width(self, lines: Sequence[BarLine]) -> float:
        metrics = self._theme.metrics(13)
        widest = max((metrics.horizontalAdvance(line.label) for line in lines), default=0)
        scale = max(self._theme.px(100), 1) / 100
        return min(max(self._shape.label, widest / scale + 14), _WIDEST_LABEL)


class SmallTable(QWidget):
    """A few rows of words under headings with hairlines; the first column takes what is left."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._body: QWidget | None = None

    def set_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show headings and rows."""
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(0)
        height = self._theme.row_height - 2
        last = len(heads) - 1
        line = 0
        for at, row in enumerate((heads, *rows)):
            grid.addWidget(rule("hairline", body), line, 0, 1, len(heads))
            for place, words in enumerate(row):
                label = text_label(words, "label" if at == 0 or place == last else "", parent=body)
                label.setMinimumHeight(height)
                if 0 < place < last:
                    label.setAlignment(_RIGHT)
                grid.addWidget(label, line + 1, place)
            line += 2
        grid.setColumnStretch(0, 3)
        for place in range(1, len(heads)):
            grid.setColumnStretch(place, 1 if place == last else 2)
        self._body = body
        self._column.addWidget(body)


class Legend(QWidget):
    """Names of the series beside squares of their colours."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_names(self, *names: str) -> None:
        """Name the series c1, c2, …"""
        self._names = names
        self.setAccessibleName(", ".join(names))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for squares and words."""
        metrics = self._theme.metrics(12)
        side = self._theme.px(11)
        width = sum(metrics.horizontalAdvance(name) + side + 6 + 14 for name in self._names)
        return QSize(width, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint squares and words."""
        painter = QPainter(self)
        metrics = self._theme.metrics(12)
        side = self._theme.px(11)
        left = 0
        painter.setFont(self._theme.font(12))
        for series, name in enumerate(self._names, start=1):
            painter.fillRect(
                QRect(left, (self.height() - side) // 2, side, side), self._theme.chart(series)
            )
            left += side + 6
            width = metrics.horizontalAdvance(name)
            painter.setPen(self._theme.color("text2"))
            painter.drawText(
                QRect(left, 0, width + 2, self.height()),
                int(Qt.AlignmentFlag.AlignVCenter),
                name,
            )
            left += width + 14


def fact_label(text: str, parent: QWidget) -> QLabel:
    """Return a line of secondary words that wraps."""
    return text_label(text, "label", wrap=True, parent=parent)
