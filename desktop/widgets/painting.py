"""Painting shared by delegates and painted widgets: pills, deadlines, found words, focus rings."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop.theme import Theme
from desktop.widgets.cells import DueMark, Pill
from desktop.widgets.signs import LIGHT_STAGES, Light, draw_light, draw_sign
from desktop.widgets.words import DueWords

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_BOLD_LIGHTS = frozenset({Light.OVERDUE, Light.TODAY})
_SECONDARY_LIGHTS = frozenset({Light.DONE, Light.NOT_STARTED, Light.UNTIMED})


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    metrics: QFontMetrics,
    align: Qt.AlignmentFlag = _LEFT,
) -> int:
    """Draws one line, elided at the right; returns the width it took."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(align) | int(Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def pill_width(theme: Theme, pill: Pill) -> int:
    """The width a pill needs."""
    return theme.metrics(12).horizontalAdvance(pill.word) + theme.px(10) + 4 + 2 * theme.px(7)


def draw_pill(
    painter: QPainter, rect: QRect, pill: Pill, *, theme: Theme, selected: bool = False
) -> None:
    """Draws a pill at the left of the rectangle, centred in height, elided if it must be."""
    colors = theme.stage(pill.stage)
    height = theme.pill_height
    width = min(pill_width(theme, pill), rect.width())
    top = rect.top() + (rect.height() - height) / 2
    box = QRectF(rect.left(), round(top), width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = theme.color("base") if selected else colors.ground
    edged = theme.is_contrast
    painter.setPen(QPen(theme.color("line"), 1) if edged else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    outline = box.adjusted(0.5, 0.5, -0.5, -0.5) if edged else box
    painter.drawRoundedRect(outline, height / 2, height / 2)
    side = theme.px(10)
    pad = theme.px(7)
    sign_top = box.top() + (height - side) / 2
    draw_sign(painter, QRectF(box.left() + pad, sign_top, side, side), pill.sign, colors.text)
    painter.setPen(colors.text)
    painter.setFont(theme.font(12))
    words = box.adjusted(pad + side + 4, 0, -pad + 3, 0).toRect()
    draw_text(painter, words, pill.word, metrics=theme.metrics(12))
    painter.restore()


def due_color(theme: Theme, mark: DueMark, *, selected: bool = False) -> QColor:
    """The colour of a deadline's words."""
    if selected and theme.is_contrast:
        return theme.color("on_select")
    if mark.light is Light.FINE:
        return theme.color("on_select" if selected else "text")
    if mark.light in _SECONDARY_LIGHTS:
        return theme.color("on_select" if selected else "text2")
    return theme.stage(LIGHT_STAGES[mark.light]).text


def due_is_bold(mark: DueMark) -> bool:
    """Whether the words are heavy: overdue and today."""
    return mark.light in _BOLD_LIGHTS


def due_size(theme: Theme, mark: DueMark, text: str, *, tag: str = "", size: int = 13) -> QSizeF:
    """The room that `draw_due` needs for these words."""
    metrics = theme.metrics(size, bold=due_is_bold(mark))
    width = theme.px(11) + theme.px(6) + metrics.horizontalAdvance(text)
    if mark.provisional and tag:
        width += theme.px(5) + tag_width(theme, tag)
    return QSizeF(width + 1, max(metrics.height(), theme.pill_height))


def draw_due(
    painter: QPainter,
    rect: QRect,
    mark: DueMark,
    *,
    theme: Theme,
    words: DueWords,
    full: bool = False,
    selected: bool = False,
    size: int = 13,
) -> None:
    """Draws light and words; `full` names the light too, as outside rows."""
    text = words.full(mark) if full else words.short(mark)
    color = due_color(theme, mark, selected=selected)
    side = theme.px(11)
    light = QRectF(rect.left(), rect.top() + (rect.height() - side) / 2, side, side)
    edge = theme.color("on_select") if selected and theme.is_contrast else None
    draw_light(painter, light, mark.light, theme=theme, edge=edge)
    bold = due_is_bold(mark)
    metrics = theme.metrics(size, bold=bold)
    painter.setFont(theme.font(size, bold=bold))
    painter.setPen(color)
    room = rect.adjusted(side + theme.px(6), 0, 0, 0)
    used = draw_text(painter, room, text, metrics=metrics)
    if mark.provisional:
        tag = words.provisional()
        width = tag_width(theme, tag)
        left = room.left() + used + theme.px(5)
        if left + width <= rect.right() + 1:
            draw_tag(painter, QRect(left, rect.top(), width, rect.height()), tag, theme=theme)


def tag_width(theme: Theme, text: str) -> int:
    """The width of a tag."""
    return theme.metrics(12).horizontalAdvance(text) + 2 * theme.px(5)


def draw_tag(painter: QPainter, rect: QRect, text: str, *, theme: Theme) -> None:
    """Draws a small outlined word, centred in height."""
    height = theme.pill_height
    top = rect.top() + (rect.height() - height) // 2
    box = QRectF(rect.left(), top, rect.width(), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line"), 1))
    painter.setBrush(theme.color("raised"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(theme.font(12))
    painter.setPen(theme.color("text2"))
    draw_text(
        painter,
        box.toRect(),
        text,
        metrics=theme.metrics(12),
        align=Qt.AlignmentFlag.AlignCenter,
    )
    painter.restore()


def draw_marked(
    painter: QPainter,
    rect: QRect,
    text: str,
    *,
    marks: tuple[tuple[int, int], ...],
    metrics: QFontMetrics,
    theme: Theme,
) -> int:
    """Draws one elided line with the found ranges on the `mark` ground; returns its width."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    kept = len(shown) if shown == text else max(0, len(shown) - 1)
    pen = painter.pen()
    band = QRectF(0, 0, 0, metrics.height() - 2)
    band.moveTop(rect.top() + (rect.height() - band.height()) / 2)
    flags = int(_LEFT) | int(Qt.TextFlag.TextSingleLine)
    painter.drawText(rect, flags, shown)
    for start, end in marks:
        stop = min(end, kept)
        if start >= stop:
            continue
        left = rect.left() + metrics.horizontalAdvance(shown[:start])
        width = metrics.horizontalAdvance(shown[start:stop])
        band.moveLeft(left)
        band.setWidth(width)
        painter.fillRect(band, theme.color("mark"))
        painter.setPen(theme.color("on_mark"))
        painter.drawText(
            QRect(left, rect.top(), width + 2, rect.height()), flags, shown[start:stop]
        )
    painter.setPen(pen)
    return metrics.horizontalAdvance(shown)


def draw_ring(
    painter: QPainter, rect: QRect, color: QColor, *, width: float = 2, radius: float = 4
) -> None:
    """Draws a focus ring just inside the rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def draw_caret(painter: QPainter, centre: QPointF, color: QColor, *, side: float, up: bool) -> None:
    """Draws the small arrow of menus and sorted headers."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, 1.15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    rise = -side / 4 if up else side / 4
    tip = QPointF(centre.x(), centre.y() + rise)
    for direction in (-1, 1):
        painter.drawLine(QPointF(centre.x() + direction * side / 2, centre.y() - rise), tip)
    painter.restore()
