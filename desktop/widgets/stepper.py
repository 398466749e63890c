"""The steps of a matter: across a page, or down the side of a card."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.cells import DueMark
from desktop.widgets.painting import draw_due, draw_text
from desktop.widgets.signs import Sign, draw_sign
from desktop.widgets.words import DueWords

_GAP = 8


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NOW = "now"
    RETURNED = "returned"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, where it stands, and a date or a light below."""

    name: str
    state: StepState
    note: str = ""
    due: DueMark | None = None


class Stepper(QWidget):
    """Painted steps joined by lines; horizontal with 22-px circles, vertical with 18-px ones."""

    def __init__(
        self,
        theme: Theme,
        steps: Sequence[Step] = (),
        *,
        vertical: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._vertical = vertical
        self._words = DueWords(self)
        self._steps: tuple[Step, ...] = ()
        if vertical:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Shows these steps and says them to a screen reader as one list."""
        self._steps = tuple(steps)
        self.setAccessibleName(self.tr("Steps"))
        said = [
            f"{place}. {step.name} {self._said_state(step)} {self._said_note(step)}".strip()
            for place, step in enumerate(self._steps, 1)
        ]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All steps without eliding."""
        widths = [self._width(step) for step in self._steps]
        side = self._side()
        if self._vertical:
            width = max(widths, default=0) + side + _GAP
            return QSize(width, len(self._steps) * self._pitch())
        whole = sum(width + side + _GAP + 28 for width in widths)
        return QSize(whole, self._text_height(any(map(_has_note, self._steps))) + 16)

    def minimumSizeHint(self) -> QSize:
        """Words may be elided, circles never overlap."""
        side = self._side()
        if self._vertical:
            return QSize(side + _GAP + self._theme.px(60), self.sizeHint().height())
        metrics = self._theme.metrics(13, bold=True)
        names = sum(metrics.horizontalAdvance(step.name) + 2 for step in self._steps)
        count = len(self._steps)
        width = names + count * (side + _GAP) + max(0, count - 1) * 16
        return QSize(width, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints circles, words and the joining lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._vertical:
            self._paint_down(painter)
        else:
            self._paint_across(painter)

    def _paint_across(self, painter: QPainter) -> None:
        side, count = self._side(), len(self._steps)
        widths = self._shown_widths()
        free = self.width() - sum(widths) - count * (side + _GAP)
        gap = max(16, free // max(1, count - 1))
        left = 0
        middle = self.height() / 2
        for place, step in enumerate(self._steps):
            circle = QRectF(left, middle - side / 2, side, side)
            self._paint_circle(painter, circle, place, step)
            words = QRect(left + side + _GAP, 0, widths[place], self.height())
            self._paint_words(painter, words, step)
            end = words.right() + 1
            if place < count - 1:
                painter.setPen(QPen(self._theme.color("border"), 1))
                level = round(middle) + 0.5
                painter.drawLine(QPointF(end + 4, level), QPointF(end + gap - 4, level))
            left = end + gap

    def _shown_widths(self) -> list[int]:
        """The room of each step's words: notes give way first, names are never cut."""
        widths = [self._width(step) for step in self._steps]
        room = self.width() - len(widths) * (self._side() + _GAP) - (len(widths) - 1) * 16
        metrics = self._theme.metrics(13, bold=True)
        names = [metrics.horizontalAdvance(step.name) + 2 for step in self._steps]
        if sum(widths) <= room:
            return widths
        spare = max(0, room - sum(names))
        wanted = max(1, sum(widths) - sum(names))
        pairs = zip(names, widths, strict=True)
        return [name + (width - name) * spare // wanted for name, width in pairs]

    def _paint_down(self, painter: QPainter) -> None:
        side, pitch = self._side(), self._pitch()
        for place, step in enumerate(self._steps):
            top = place * pitch
            circle = QRectF(0.5, top + 2, side, side)
            if place < len(self._steps) - 1:
                painter.setPen(QPen(self._theme.color("border"), 1))
                centre = round(circle.center().x()) + 0.5
                painter.drawLine(
                    QPointF(centre, circle.bottom() + 1), QPointF(centre, top + pitch + 2)
                )
            self._paint_circle(painter, circle, place, step)
            height = self._text_height(_has_note(step))
            words = QRect(side + _GAP, top, self.width() - side - _GAP, height)
            self._paint_words(painter, words, step)

    def _paint_circle(self, painter: QPainter, box: QRectF, place: int, step: Step) -> None:
        theme = self._theme
        good, today = theme.stage("good"), theme.stage("today")
        grounds = {
            StepState.DONE: good.ground,
            StepState.NOW: theme.color("accent"),
            StepState.RETURNED: today.ground,
            StepState.AHEAD: theme.color("base"),
        }
        edges = {
            StepState.DONE: good.solid,
            StepState.NOW: theme.color("accent"),
            StepState.RETURNED: today.solid,
            StepState.AHEAD: theme.color("border"),
        }
        painter.setPen(QPen(edges[step.state], 1.2))
        painter.setBrush(grounds[step.state])
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
        mark = theme.px(10)
        sign_box = QRectF(0, 0, mark, mark)
        sign_box.moveCenter(box.center())
        if step.state is StepState.DONE:
            draw_sign(painter, sign_box, Sign.CHECK, good.text)
        elif step.state is StepState.RETURNED:
            draw_sign(painter, sign_box, Sign.BACK, today.text)
        elif self._vertical:
            if step.state is StepState.NOW:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("on_accent"))
                painter.drawEllipse(box.center(), box.width() / 5, box.width() / 5)
        else:
            now = step.state is StepState.NOW
            painter.setFont(theme.font(12, bold=now))
            painter.setPen(theme.color("on_accent" if now else "text2"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))

    def _paint_words(self, painter: QPainter, rect: QRect, step: Step) -> None:
        theme = self._theme
        bold = step.state is StepState.NOW
        metrics = theme.metrics(13, bold=bold)
        height = self._text_height(_has_note(step))
        top = rect.top() + (rect.height() - height) // 2
        ink = "text" if step.state is not StepState.AHEAD else "text2"
        painter.setFont(theme.font(13, bold=bold))
        painter.setPen(theme.color("text" if bold else "text2" if ink == "text2" else "text"))
        line = QRect(rect.left(), top, rect.width(), metrics.height())
        draw_text(painter, line, step.name, metrics=metrics)
        below = QRect(rect.left(), line.bottom() + 1, rect.width(), theme.metrics(12).height())
        # Half a date misleads: what does not fit is left to the tooltip, the light stays.
        fits = rect.width() >= self._width(step) * 3 // 4
        if step.due is not None:
            shown = step.due if fits else replace(step.due, words=" ")
            draw_due(painter, below, shown, theme=theme, words=self._words, size=12)
        elif step.note and fits:
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("text2"))
            draw_text(painter, below, step.note, metrics=theme.metrics(12))

    def _side(self) -> int:
        return self._theme.px(18 if self._vertical else 22)

    def _pitch(self) -> int:
        return self._text_height(True) + self._theme.px(13)

    def _text_height(self, noted: bool) -> int:
        height = self._theme.metrics(13).height()
        return height + (self._theme.metrics(12).height() if noted else 0)

    def _width(self, step: Step) -> int:
        theme = self._theme
        name = theme.metrics(13, bold=True).horizontalAdvance(step.name)
        note = theme.metrics(12).horizontalAdvance(self._said_note(step))
        if step.due is not None:
            note += theme.px(11) + theme.px(6)
        return max(name, note) + 2

    def _said_note(self, step: Step) -> str:
        return step.note if step.due is None else self._words.short(step.due)

    def _said_state(self, step: Step) -> str:
        if step.state is StepState.DONE:
            return self.tr("done")
        if step.state is StepState.NOW:
            return self.tr("now")
        if step.state is StepState.RETURNED:
            return self.tr("returned")
        return self.tr("ahead")


def _has_note(step: Step) -> bool:
    return bool(step.note) or step.due is not None
