"""The year month by month: two bars a month with their values, open cases in a row below."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QVBoxLayout, QWidget

from desktop.theme import Theme

_BAR = 0.34
_GAP = 0.03
_BAND = 0.46
_MONTH_ROW = -0.075
_OPEN_ROW = -0.215
_BOTTOM = -0.29
_LEFT = -1.75
_FIRST = -0.6
_TOP = 1.16
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000)
_LINES = 6


@dataclass(frozen=True, slots=True)
class ChartMonth:
    """One month of the chart; None hides a value.

    Attributes:
        label: As 1月.
        accepted: Height of the first bar.
        handled: Height of the second bar.
        open: Number in the row below.
        is_current: Whether it is the month of the page.
    """

    label: str
    accepted: int | None
    handled: int | None
    open: int | None
    is_current: bool = False


class TrendChart(QWidget):
    """Draws the months in the colours of the theme; nothing moves and nothing is dragged."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._months: tuple[ChartMonth, ...] = ()
        self._row_name = ""
        self._plot = pg.PlotWidget(self)
        self._plot.setMouseEnabled(False, False)
        self._plot.setMenuEnabled(False)
        self._plot.hideButtons()
        self._plot.setFrameShape(self._plot.Shape.NoFrame)
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.hideAxis("bottom")
        self._plot.hideAxis("left")
        self._plot.getPlotItem().setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)
        self.setMinimumHeight(theme.px(190))
        theme.changed.connect(self._on_theme_changed)

    def set_months(self, months: Sequence[ChartMonth], *, row_name: str, said: str) -> None:
        """Show these months; `said` is what a screen reader tells."""
        self._months = tuple(months)
        self._row_name = row_name
        self.setAccessibleName(said)
        self._draw()

    def _on_theme_changed(self) -> None:
        self._draw()

    def _draw(self) -> None:
        theme = self._theme
        plot = self._plot.getPlotItem()
        plot.clear()
        self._plot.setBackground(theme.color("base"))
        highest = max(
            (v for m in self._months for v in (m.accepted, m.handled) if v is not None), default=0
        )
        step = next((s for s in _STEPS if s * _LINES >= highest), _STEPS[-1])
        top = max(step, -(-highest // step) * step)
        self._draw_axis(step, top)
        band_top = top * _TOP
        for place, month in enumerate(self._months):
            if month.is_current:
                band = QGraphicsRectItem(QRectF(place - _BAND, 0, 2 * _BAND, band_top))
                band.setBrush(QBrush(self._band_color()))
                band.setPen(QPen(Qt.PenStyle.NoPen))
                band.setZValue(-20)
                plot.addItem(band)
        self._draw_grid(step, top)
        self._draw_bars(top)
        self._draw_rows(top)
        plot.setYRange(top * _BOTTOM, band_top, padding=0)
        first = _LEFT if self._row_name else 2 * _FIRST
        plot.setXRange(first, max(len(self._months), 1) - 0.4, padding=0)

    def _band_color(self) -> QColor:
        if self._theme.is_contrast:
            return self._theme.color("hover")
        band = QColor(self._theme.color("select"))
        band.setAlphaF(0.5)
        return band

    def _draw_axis(self, step: int, top: int) -> None:
        for value in range(0, top + 1, step):
            self._write(str(value), _FIRST - 0.06, value, (1.0, 0.5), quiet=True)

    def _draw_grid(self, step: int, top: int) -> None:
        plot = self._plot.getPlotItem()
        last = len(self._months) - 0.4
        for value in range(0, top + 1, step):
            color = self._theme.color("border" if value == 0 else "grid")
            line = pg.PlotDataItem([_FIRST, last], [value, value], pen=pg.mkPen(color, width=1))
            line.setZValue(-10)
            plot.addItem(line)
        under = top * (_MONTH_ROW + _OPEN_ROW) / 2
        rule = pg.PlotDataItem(
            [_LEFT, last], [under, under], pen=pg.mkPen(self._theme.color("grid"), width=1)
        )
        plot.addItem(rule)

    def _draw_bars(self, top: int) -> None:
        plot = self._plot.getPlotItem()
        shift = (_BAR + _GAP) / 2
        for series, side in ((1, -shift), (2, shift)):
            values = [m.accepted if series == 1 else m.handled for m in self._months]
            color = self._theme.chart(series)
            plot.addItem(
                pg.BarGraphItem(
                    x=[place + side for place in range(len(values))],
                    height=[value or 0 for value in values],
                    width=_BAR,
                    brush=color,
                    pen=pg.mkPen(None),
                )
            )
            for place, value in enumerate(values):
                words = "＊" if value is None else str(value)
                self._write(words, place + side, value or 0, (0.5, 1.0))

    def _draw_rows(self, top: int) -> None:
        for place, month in enumerate(self._months):
            bold = month.is_current
            self._write(month.label, place, top * _MONTH_ROW, (0.5, 0.5), bold=bold)
            value = "＊" if month.open is None else str(month.open)
            self._write(value, place, top * _OPEN_ROW, (0.5, 0.5), bold=bold)
        if self._row_name:
            self._write(self._row_name, _LEFT, top * _OPEN_ROW, (0.0, 0.5))

    def _write(
        self,
        words: str,
        x: float,
        y: float,
        anchor: tuple[float, float],
        *,
        bold: bool = False,
        quiet: bool = False,
    ) -> None:
        color = self._theme.color("text2" if quiet else "text")
        text = pg.TextItem(words, color=color, anchor=anchor)
        text.setFont(self._font(12, bold=bold))
        text.setPos(x, y)
        self._plot.getPlotItem().addItem(text)

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        return self._theme.font(size, bold=bold)
