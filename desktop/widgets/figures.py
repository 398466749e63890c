"""Figures: the number is the message, its unit and what it was counted from stand beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.keys import is_enter
from desktop.widgets.painting import draw_ring, draw_text
from desktop.widgets.signs import LIGHT_STAGES, Light, draw_light

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PAD = 14


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with everything that makes it readable.

    Attributes:
        key: what opens when the tile is clicked; empty opens nothing.
        label: what is counted.
        value: the number as written, "—" for a share of nothing.
        unit: 件, 人, 人次, 项 or %; may carry a plan ("/ 6人次").
        fact: the words below (denominator, last month).
        aside: further words at the right of the last line.
        light: a light before the label; the number takes its colour.
        note: words right of the label; `note_light` puts a light before them.
        parts: done, overdue and whole as a bar below.
    """

    key: str
    label: str
    value: str
    unit: str = ""
    fact: str = ""
    aside: str = ""
    light: Light | None = None
    note: str = ""
    note_light: Light | None = None
    parts: tuple[int, int, int] | None = None


class FigureTile(QPushButton):
    """One figure; the whole tile opens its list (`opened` carries the figure's key)."""

    opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        figure: Figure,
        *,
        size: int = 22,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = figure
        self._size = size
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.set_figure(figure)
        self.clicked.connect(self._on_clicked)

    def figure(self) -> Figure:
        """The figure shown."""
        return self._figure

    def set_figure(self, figure: Figure) -> None:
        """Shows another figure."""
        self._figure = figure
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if figure.key else Qt.FocusPolicy.NoFocus)
        words = (figure.label, f"{figure.value}{figure.unit}", figure.fact, figure.aside)
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(" ".join(word for word in (figure.fact, figure.aside) if word))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Label, number, facts and bar under each other."""
        theme = self._theme
        height = 2 * 10 + theme.metrics(13).height() + theme.metrics(self._size).height()
        if self._figure.fact or self._figure.aside:
            height += theme.metrics(12).height() + 2
        if self._figure.parts:
            height += theme.px(12)
        number = theme.metrics(self._size, bold=True).horizontalAdvance(self._figure.value)
        unit = theme.metrics(13).horizontalAdvance(self._figure.unit)
        heading = theme.metrics(13).horizontalAdvance(self._figure.label + self._figure.note)
        return QSize(max(number + unit + 8, heading + theme.px(28)) + 2 * _PAD, height)

    def minimumSizeHint(self) -> QSize:
        """Never cuts the number."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tile."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        theme = self._theme
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and bool(self._figure.key)
        if hovered:
            painter.fillRect(self.rect(), theme.color("hover"))
        top = 10
        top = self._paint_heading(painter, top)
        top = self._paint_number(painter, top)
        if self._figure.fact or self._figure.aside:
            top = self._paint_facts(painter, top)
        if self._figure.parts:
            self._paint_parts(painter, top + theme.px(3), self._figure.parts)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, self.rect(), theme.color("focus"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, as Space does."""
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        if self._figure.key:
            self.opened.emit(self._figure.key)

    def _paint_heading(self, painter: QPainter, top: int) -> int:
        theme, figure = self._theme, self._figure
        height = theme.metrics(13).height()
        line = QRect(_PAD, top, self.width() - 2 * _PAD, height)
        note = self._paint_note(painter, line)
        if figure.light is not None:
            side = theme.px(11)
            box = QRectF(line.left(), line.top() + (height - side) / 2, side, side)
            draw_light(painter, box, figure.light, theme=theme)
            line.setLeft(line.left() + side + theme.px(7))
        line.setRight(line.right() - note)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text2"))
        draw_text(painter, line, figure.label, metrics=theme.metrics(13))
        return top + height

    def _paint_note(self, painter: QPainter, line: QRect) -> int:
        theme, figure = self._theme, self._figure
        if not figure.note:
            return 0
        light = figure.note_light
        metrics = theme.metrics(12, bold=light is not None)
        width = metrics.horizontalAdvance(figure.note)
        painter.setFont(theme.font(12, bold=light is not None))
        ink = theme.color("text2")
        if light is not None:
            ink = theme.stage(LIGHT_STAGES[light]).text
            side = theme.px(11)
            left = line.right() - width - side - theme.px(5)
            box = QRectF(left, line.top() + (line.height() - side) / 2, side, side)
            draw_light(painter, box, light, theme=theme)
            width += side + theme.px(5)
        painter.setPen(ink)
        draw_text(painter, line, figure.note, metrics=metrics, align=_RIGHT)
        return width + 6

    def _paint_number(self, painter: QPainter, top: int) -> int:
        theme, figure = self._theme, self._figure
        metrics = theme.metrics(self._size, bold=True)
        height = metrics.height()
        ink = theme.color("text")
        if figure.light is not None and figure.light in {Light.OVERDUE, Light.TODAY}:
            ink = theme.stage(LIGHT_STAGES[figure.light]).text
        painter.setFont(theme.font(self._size, bold=True))
        painter.setPen(ink)
        baseline = top + metrics.ascent()
        painter.drawText(_PAD, baseline, figure.value)
        left = _PAD + metrics.horizontalAdvance(figure.value) + 5
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text2"))
        painter.drawText(left, baseline, figure.unit)
        return top + height

    def _paint_facts(self, painter: QPainter, top: int) -> int:
        theme, figure = self._theme, self._figure
        metrics = theme.metrics(12)
        line = QRect(_PAD, top, self.width() - 2 * _PAD, metrics.height() + 1)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        if figure.aside:
            room = metrics.horizontalAdvance(figure.fact)
            right = line.adjusted(min(room + 8, line.width() // 2), 0, 0, 0)
            used = draw_text(painter, right, figure.aside, metrics=metrics, align=_RIGHT)
            line.setRight(line.right() - used - 8)
        draw_text(painter, line, figure.fact, metrics=metrics, align=_LEFT)
        return top + metrics.height() + 2

    def _paint_parts(self, painter: QPainter, top: int, parts: tuple[int, int, int]) -> None:
        bar = QRect(_PAD, top, self.width() - 2 * _PAD, self._theme.px(7))
        draw_parts(painter, bar, parts, theme=self._theme)


class FigureStrip(QFrame):
    """A panel of figures divided by lines, in rows of so many."""

    opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        columns: int = 6,
        size: int = 22,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._theme = theme
        self._columns = columns
        self._size = size
        self._tiles: list[FigureTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(1, 2, 1, 2)
        self._grid.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def tiles(self) -> list[FigureTile]:
        """The tiles in order."""
        return list(self._tiles)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Shows these figures; tiles already there are kept, so that the focus stays."""
        while len(self._tiles) > len(figures):
            self._tiles.pop().deleteLater()
        for place, figure in enumerate(figures):
            if place < len(self._tiles):
                self._tiles[place].set_figure(figure)
                continue
            tile = FigureTile(self._theme, figure, size=self._size, parent=self)
            tile.opened.connect(self.opened)
            self._tiles.append(tile)
        self._lay_out()

    def set_columns(self, columns: int) -> None:
        """Lays the tiles out in rows of so many, for narrower windows."""
        if columns != self._columns:
            self._columns = columns
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the frame and the lines between the tiles."""
        super().paintEvent(event)
        painter = QPainter(self)
        line = self._theme.color("line")
        for place, tile in enumerate(self._tiles):
            box = tile.geometry()
            if (place + 1) % self._columns and place + 1 < len(self._tiles):
                painter.fillRect(QRect(box.right() + 1, 1, 1, self.height() - 2), line)
            if place >= self._columns:
                painter.fillRect(QRect(1, box.top() - 1, self.width() - 2, 1), line)

    def _lay_out(self) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
        for place, tile in enumerate(self._tiles):
            row, column = divmod(place, self._columns)
            self._grid.addWidget(tile, row, column)
            self._grid.setColumnStretch(column, 1)
        self._grid.setHorizontalSpacing(1)
        self._grid.setVerticalSpacing(1)
        self.update()


def draw_parts(painter: QPainter, bar: QRect, parts: tuple[int, int, int], *, theme: Theme) -> None:
    """Draws done (filled), overdue (hatched) and the rest (outlined) of a whole."""
    done, overdue, whole = parts
    if whole <= 0:
        painter.setPen(QPen(theme.color("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        return
    left = bar.left()
    shares = (done, overdue, max(0, whole - done - overdue))
    used = 0
    for kind, share in enumerate(shares):
        used += share
        right = bar.left() + bar.width() * min(used, whole) // whole
        piece = QRect(left, bar.top(), right - left - (2 if used < whole else 0), bar.height())
        left = right
        if share == 0 or piece.width() <= 0:
            continue
        _draw_part(painter, piece, kind, theme=theme)


def _draw_part(painter: QPainter, piece: QRect, kind: int, *, theme: Theme) -> None:
    if kind == 0:
        painter.fillRect(piece, theme.chart(1))
        return
    inner = piece.adjusted(0, 0, -1, -1)
    painter.setPen(QPen(theme.stage("bad").solid if kind == 1 else theme.color("border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind == 1:
        painter.setBrush(QBrush(theme.stage("bad").solid, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(inner)
