"""Plan and done by the talkers' units: bars with numbers, in the office's own order, no ranking."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.figures import draw_parts
from desktop.widgets.painting import draw_text


@dataclass(frozen=True, slots=True)
class UnitBar:
    """One unit: held, overdue and the whole of its plan, in person-times."""

    name: str
    done: int
    overdue: int
    planned: int


class UnitBars(QWidget):
    """Painted lines: name, bar, held of planned."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[UnitBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: Sequence[UnitBar]) -> None:
        """Show these units and say them to a screen reader."""
        self._bars = tuple(bars)
        said = [
            self.tr("{unit}: {done} of {planned}, {overdue} overdue").format(
                unit=bar.name, done=bar.done, planned=bar.planned, overdue=bar.overdue
            )
            for bar in self._bars
        ]
        self.setAccessibleName("; ".join(said))
        self.setToolTip("\n".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line a unit."""
        return QSize(self._theme.px(240), len(self._bars) * self._pitch())

    def minimumSizeHint(self) -> QSize:
        """The names and numbers never overlap."""
        return QSize(self._theme.px(180), len(self._bars) * self._pitch())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        theme = self._theme
        painter = QPainter(self)
        metrics, bold = theme.metrics(13), theme.metrics(13, bold=True)
        names = min(
            max((metrics.horizontalAdvance(b.name) for b in self._bars), default=0) + theme.px(10),
            self.width() * 2 // 5,
        )
        numbers = theme.px(64)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for place, bar in enumerate(self._bars):
            line = QRect(0, place * self._pitch(), self.width(), self._pitch())
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("text"))
            name = QRect(line.left(), line.top(), names - theme.px(8), line.height())
            draw_text(painter, name, bar.name, metrics=metrics)
            room = QRect(names, line.top(), line.width() - names - numbers, line.height())
            thick = theme.px(8)
            room = QRect(
                room.left(), room.center().y() - thick // 2, room.width() - theme.px(8), thick
            )
            draw_parts(painter, room, (bar.done, bar.overdue, bar.planned), theme=theme)
            painter.setFont(theme.font(13, bold=True))
            painter.setPen(theme.color("text"))
            words = f"{bar.done} / {bar.planned}"
            draw_text(painter, line, words, metrics=bold, align=right)

    def _pitch(self) -> int:
        return self._theme.metrics(13).height() + self._theme.px(8)
