"""Signs of states and lights of deadlines, drawn from one table of paths.

Shape carries the meaning before colour does: each sign and each light is a different form.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.theme import Stage, Theme


class Sign(StrEnum):
    """The form in front of a state's word."""

    RING = "ring"
    HALF = "half"
    ARROW = "arrow"
    PAUSE = "pause"
    DOT = "dot"
    BACK = "back"
    PEN = "pen"
    LOCK = "lock"
    CHECK = "check"
    DASH = "dash"
    BANG = "bang"


class Light(StrEnum):
    """The form in front of a deadline."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    FINE = "fine"
    DONE = "done"
    NOT_STARTED = "not_started"
    UNTIMED = "untimed"
    OWN = "own"


LIGHT_STAGES: Final[Mapping[Light, Stage]] = {
    Light.OVERDUE: "bad",
    Light.TODAY: "today",
    Light.SOON: "wait",
    Light.FINE: "good",
    Light.DONE: "good",
    Light.NOT_STARTED: "neutral",
    Light.UNTIMED: "neutral",
    Light.OWN: "guard",
}
"""The stage whose colours a light takes."""

APPEAL_PILLS: Final[Mapping[str, tuple[Sign, Stage]]] = {
    "registered": (Sign.RING, "neutral"),
    "screening": (Sign.HALF, "info"),
    "awaiting_supplement": (Sign.PAUSE, "wait"),
    "accepted": (Sign.ARROW, "neutral"),
    "assigned": (Sign.PAUSE, "wait"),
    "returned": (Sign.BACK, "today"),
    "in_progress": (Sign.DOT, "info"),
    "extension_pending": (Sign.PAUSE, "wait"),
    "reply_draft": (Sign.PEN, "guard"),
    "reply_approved": (Sign.ARROW, "neutral"),
    "replied": (Sign.CHECK, "good"),
    "follow_up": (Sign.CHECK, "good"),
    "closed": (Sign.CHECK, "good"),
    "under_review": (Sign.PAUSE, "wait"),
    "under_recheck": (Sign.PAUSE, "wait"),
    "waiting_conclusion": (Sign.PAUSE, "wait"),
    "not_accepted": (Sign.DASH, "neutral"),
    "redirected": (Sign.DASH, "neutral"),
    "merged": (Sign.DASH, "neutral"),
    "moved_out": (Sign.DASH, "neutral"),
    "withdrawn": (Sign.DASH, "neutral"),
    "finalised": (Sign.DASH, "neutral"),
    "voided": (Sign.BANG, "bad"),
}
"""Sign and stage of the states of an ordinary appeal; other tracks use the same signs."""

_SIDE: Final = 10.0
_STROKED: Final = {Sign.RING, Sign.HALF, Sign.ARROW, Sign.BACK, Sign.PEN, Sign.CHECK, Sign.DASH}


def draw_sign(painter: QPainter, rect: QRectF, sign: Sign, color: QColor) -> None:
    """Draws a sign into a square of any size."""
    stroke, fill = _sign_paths(sign)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / _SIDE, rect.height() / _SIDE)
    painter.fillPath(fill, color)
    if sign in _STROKED:
        painter.strokePath(stroke, _pen(color, 1.7))
    painter.restore()


def draw_light(
    painter: QPainter,
    rect: QRectF,
    light: Light,
    *,
    theme: Theme,
    edge: QColor | None = None,
) -> None:
    """Draws the light of a deadline into a square (11 px at 100 %).

    `edge` replaces the outline, for the contrast look's selected rows.
    """
    colors = theme.stage(LIGHT_STAGES[light])
    outline = colors.text if edge is None else edge
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 11, rect.height() / 11)
    _LIGHT_PAINTERS[light](painter, colors.solid, outline)
    if light is Light.OVERDUE:
        painter.fillPath(_bang_path(), theme.color("on_bad"))
    painter.restore()


def _pen(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


@cache
def _sign_paths(sign: Sign) -> tuple[QPainterPath, QPainterPath]:
    """The stroked and the filled path of a sign in a box of ten units."""
    stroke, fill = QPainterPath(), QPainterPath()
    if sign in {Sign.RING, Sign.HALF}:
        stroke.addEllipse(QPointF(5, 5), 3.3, 3.3)
    if sign is Sign.HALF:
        fill.moveTo(5, 1.7)
        fill.arcTo(QRectF(1.7, 1.7, 6.6, 6.6), 90, -180)
        fill.closeSubpath()
    elif sign is Sign.ARROW:
        _line(stroke, (1.2, 5), (8.4, 5))
        _line(stroke, (5.4, 2), (8.4, 5), (5.4, 8))
    elif sign is Sign.PAUSE:
        fill.addRoundedRect(QRectF(2.2, 1.4, 1.9, 7.2), 0.6, 0.6)
        fill.addRoundedRect(QRectF(5.9, 1.4, 1.9, 7.2), 0.6, 0.6)
    elif sign is Sign.DOT:
        fill.addEllipse(QPointF(5, 5), 3.6, 3.6)
    elif sign is Sign.BACK:
        _line(stroke, (3.6, 1.4), (1.2, 3.8), (3.6, 6.2))
        stroke.moveTo(1.4, 3.8)
        stroke.lineTo(6.2, 3.8)
        stroke.cubicTo(9.6, 3.8, 9.6, 8.6, 6.2, 8.6)
        stroke.lineTo(4.6, 8.6)
    elif sign is Sign.PEN:
        _line(stroke, (1.5, 8.5), (1.9, 6.1), (6.6, 1.4), (8.6, 3.4), (3.9, 8.1))
        stroke.closeSubpath()
    elif sign is Sign.LOCK:
        fill.addRoundedRect(QRectF(1.4, 4.2, 7.2, 5), 0.9, 0.9)
        arch = QPainterPath()
        arch.setFillRule(Qt.FillRule.OddEvenFill)
        arch.moveTo(2.7, 4.6)
        arch.arcTo(QRectF(2.7, 0.9, 4.6, 4.9), 180, -180)
        arch.lineTo(7.3, 4.6)
        arch.lineTo(5.9, 4.6)
        arch.arcTo(QRectF(4.1, 2.3, 1.8, 2.4), 0, 180)
        arch.lineTo(4.1, 4.6)
        arch.closeSubpath()
        fill = fill.united(arch)
    elif sign is Sign.CHECK:
        _line(stroke, (1.4, 5.4), (3.9, 7.8), (8.6, 2.4))
    elif sign is Sign.DASH:
        _line(stroke, (1.6, 5), (8.4, 5))
    elif sign is Sign.BANG:
        fill = _bang_path().translated(-0.5, -0.5)
    return stroke, fill


def _line(path: QPainterPath, *points: tuple[float, float]) -> None:
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)


@cache
def _bang_path() -> QPainterPath:
    """An exclamation mark in the middle of a box of eleven units."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(4.7, 2.2, 1.6, 4.2), 0.7, 0.7)
    path.addEllipse(QPointF(5.5, 8.1), 0.95, 0.95)
    return path


def _paint_overdue(painter: QPainter, solid: QColor, edge: QColor) -> None:
    painter.setPen(QPen(edge, 1))
    painter.setBrush(solid)
    painter.drawRoundedRect(QRectF(0.5, 0.5, 10, 10), 2, 2)


def _paint_today(painter: QPainter, solid: QColor, edge: QColor) -> None:
    painter.setPen(QPen(edge, 1))
    painter.setBrush(solid)
    corners = [QPointF(5.5, 0.6), QPointF(10.4, 5.5), QPointF(5.5, 10.4), QPointF(0.6, 5.5)]
    painter.drawPolygon(QPolygonF(corners))


def _paint_soon(painter: QPainter, solid: QColor, edge: QColor) -> None:
    painter.setPen(_pen(edge, 1))
    painter.setBrush(solid)
    painter.drawPolygon(QPolygonF([QPointF(5.5, 1), QPointF(10.4, 10), QPointF(0.6, 10)]))


def _paint_fine(painter: QPainter, solid: QColor, edge: QColor) -> None:
    painter.setPen(QPen(edge, 1))
    painter.setBrush(solid)
    painter.drawEllipse(QPointF(5.5, 5.5), 4.5, 4.5)


def _paint_done(painter: QPainter, _solid: QColor, edge: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(edge, 1.7))
    painter.drawPolyline(QPolygonF([QPointF(1, 5.9), QPointF(4.1, 9), QPointF(10, 2.4)]))


def _paint_not_started(painter: QPainter, solid: QColor, _edge: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(solid, 1.1)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.36, 1.64])
    painter.setPen(pen)
    painter.drawEllipse(QPointF(5.5, 5.5), 4.2, 4.2)


def _paint_untimed(painter: QPainter, solid: QColor, _edge: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(solid, 1.4))
    painter.drawEllipse(QPointF(5.5, 5.5), 3.9, 3.9)


def _paint_own(painter: QPainter, solid: QColor, edge: QColor) -> None:
    painter.setPen(QPen(edge, 0.6))
    painter.setBrush(solid)
    body = QPainterPath()
    body.moveTo(0.8, 10.6)
    body.cubicTo(0.8, 7.2, 2.6, 5.8, 5.5, 5.8)
    body.cubicTo(8.4, 5.8, 10.2, 7.2, 10.2, 10.6)
    body.closeSubpath()
    painter.drawPath(body)
    painter.drawEllipse(QPointF(5.5, 3.1), 2.5, 2.6)


_LIGHT_PAINTERS: Final = {
    Light.OVERDUE: _paint_overdue,
    Light.TODAY: _paint_today,
    Light.SOON: _paint_soon,
    Light.FINE: _paint_fine,
    Light.DONE: _paint_done,
    Light.NOT_STARTED: _paint_not_started,
    Light.UNTIMED: _paint_untimed,
    Light.OWN: _paint_own,
}
