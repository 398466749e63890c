"""Pages as lists of strokes and lines of text, laid out once and painted on any device.

All lengths are millimetres from the top left corner of the paper. Inside, a unit is a hundredth of
a millimetre: fonts keep whole pixel sizes there, and a PDF, a printer and a picture show the same
lines. The layouter never clips: text that would leave its box is an error of ours.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from desktop.documents.fonts import Face, Substitution, font_of, substitution_of

UNITS = 100.0
"""Inner units of one millimetre."""

POINT = 25.4 / 72
"""Millimetres of one typographic point."""

INNER_PT = 0.5
FRAME_PT = 1.5
BLACK = "#000000"
RED = "#d7000f"

CHECKED = "☑"
OPEN = "□"
_LINE_SEPARATOR = "\u2028"
_JOINER = "\u2060"
_EN_SPACE = "\u2002"
# Centre of a Chinese glyph above its base line, in ems (glyph boxes reach from -0.12 to 0.88).
_GLYPH_CENTRE = 0.38


class LayoutError(AssertionError):
    """Text would leave its box: a fault of the form, never of what was typed."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one dress.

    Attributes:
        keep: Never broken inside, as a tick box with its label.
        size: Points; None takes the size of the text around it.
    """

    text: str
    face: Face | None = None
    bold: bool = False
    underline: bool = False
    keep: bool = False
    size: float | None = None
    color: str = BLACK


Content = str | Span | Sequence["str | Span"]


@dataclass(frozen=True, slots=True)
class Dress:
    """How a text is set: face, size in points, pitch of its lines in points, alignment."""

    face: Face = Face.FANGSONG
    size: float = 12.0
    pitch: float = 0.0
    bold: bool = False
    align: str = "left"
    color: str = BLACK

    @property
    def line_mm(self) -> float:
        """Return the distance of the base lines in millimetres."""
        return (self.pitch or self.size * 1.42) * POINT


@dataclass(frozen=True, slots=True)
class Laid:
    """A text broken into lines for a width."""

    layout: QTextLayout
    lines: tuple[QTextLine, ...]
    text: str
    dress: Dress
    width: float
    ticks: tuple[int, ...] = ()
    faces: frozenset[Face] = frozenset()

    @property
    def height(self) -> float:
        """Return the height of all lines in millimetres."""
        return len(self.lines) * self.dress.line_mm

    def part(self, first: int, last: int) -> "Laid":
        """Return the lines from first up to, not with, last."""
        return replace(self, lines=self.lines[first:last])

    def line_texts(self) -> list[str]:
        """Return what stands in each line."""
        units = self.text.encode("utf-16-le", "surrogatepass")
        return [
            units[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
            .decode("utf-16-le", "replace")
            .rstrip(_LINE_SEPARATOR)
            for line in self.lines
        ]


@dataclass(frozen=True, slots=True)
class TextMark:
    """Lines of text with the place of the first and the box they must stay in."""

    laid: Laid
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class StrokeMark:
    """A straight stroke; `dash` for tear lines."""

    x1: float
    y1: float
    x2: float
    y2: float
    points: float = INNER_PT
    color: str = BLACK
    dash: bool = False


@dataclass(slots=True)
class Page:
    """One page: what stands on it."""

    width: float
    height: float
    texts: list[TextMark] = field(default_factory=list)
    strokes: list[StrokeMark] = field(default_factory=list)

    def add_text(self, laid: Laid, x: float, y: float, *, bottom: float | None = None) -> None:
        """Place a laid text; LayoutError where it would leave the paper or pass `bottom`."""
        end = y + laid.height
        limit = self.height if bottom is None else bottom
        if x < 0 or y < 0 or x + laid.width > self.width + 0.01 or end > limit + 0.05:
            raise LayoutError(f"text outside its box: {laid.text[:20]!r} ends at {end:.1f} mm")
        self.texts.append(TextMark(laid, x, y))

    def add_stroke(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        points: float = INNER_PT,
        color: str = BLACK,
        dash: bool = False,
    ) -> None:
        """Draw a straight stroke."""
        self.strokes.append(StrokeMark(*start, *end, points, color, dash))

    def add_box(self, x: float, y: float, *, width: float, height: float, points: float) -> None:
        """Draw the outline of a box."""
        corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
            self.add_stroke(start, end, points=points)

    def text(self) -> str:
        """Return everything written on the page, in the order it was placed."""
        return "\n".join("\n".join(mark.laid.line_texts()) for mark in self.texts)

    def paint(self, painter: QPainter) -> None:
        """Paint the page; the painter's unit must be a hundredth of a millimetre."""
        for stroke in self.strokes:
            _paint_stroke(painter, stroke)
        for mark in self.texts:
            _paint_text(painter, mark)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A paper laid out: its pages, and what the machine could not draw as asked.

    Attributes:
        title: Name of the paper, for the print queue; never a name of a person.
        used_fallbacks: Faces that were missing; tell the person before printing.
        missing_characters: Characters no font of the machine has.
    """

    title: str
    pages: tuple[Page, ...]
    used_fallbacks: tuple[Substitution, ...] = ()
    missing_characters: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """Return the width of the paper in millimetres."""
        return self.pages[0].width

    @property
    def height(self) -> float:
        """Return the height of the paper in millimetres."""
        return self.pages[0].height

    def text(self) -> str:
        """Return everything written on all pages."""
        return "\n".join(page.text() for page in self.pages)


def finish(title: str, pages: Iterable[Page]) -> Drawing:
    """Return a drawing of pages with its substitutions and missing characters told."""
    kept = tuple(pages)
    faces: set[Face] = set()
    missing: dict[str, None] = {}
    for page in kept:
        for mark in page.texts:
            faces |= {mark.laid.dress.face, *mark.laid.faces}
            for character in _missing(mark.laid):
                missing[character] = None
    told = (substitution_of(face) for face in Face if face in faces)
    return Drawing(title, kept, tuple(one for one in told if one is not None), tuple(missing))


def spans_of(content: Content) -> list[Span]:
    """Return a content as spans."""
    if isinstance(content, Span):
        return [content]
    if isinstance(content, str):
        return [Span(content)]
    return [Span(part) if isinstance(part, str) else part for part in content]


def is_blank(content: Content) -> bool:
    """Return whether a content shows nothing."""
    return not any(span.text for span in spans_of(content))


def tick(label: str, is_on: bool) -> Span:
    """Return a tick box with its label, never broken across lines."""
    return Span((CHECKED if is_on else OPEN) + label, keep=True)


def blank(value: str, width_ems: float) -> Span:
    """Return a value on a line for the pen, at least `width_ems` Chinese characters wide."""
    missing = max(0.0, width_ems - _ems(value))
    if not missing:
        return Span(value, underline=True)
    # The joiner at the end keeps the layouter from dropping the line with trailing space.
    line = value + _EN_SPACE * round(missing * 2) + _JOINER
    return Span(line, underline=True, keep=True)


def lay(content: Content, width: float, dress: Dress) -> Laid:
    """Break a content into lines of a width in millimetres."""
    spans = [replace(span, text=_clean(span.text)) for span in spans_of(content)]
    text = "".join(span.text for span in spans)
    shown = "".join(_visible(character) for character in text)
    layout = QTextLayout(shown)
    layout.setFont(font_of(dress.face, _pixels(dress.size), bold=dress.bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(_ALIGNMENTS[dress.align])
    layout.setTextOption(option)
    layout.setFormats(_formats(spans, dress))
    lines = _break_lines(layout, _kept(spans), width * UNITS)
    ticks = tuple(_utf16(text[:at]) for at, character in enumerate(text) if character == CHECKED)
    faces = frozenset(span.face for span in spans if span.face is not None)
    return Laid(layout, lines, shown, dress, width, ticks, faces)


def text_width(text: str, dress: Dress) -> float:
    """Return the width of one line in millimetres."""
    font = font_of(dress.face, _pixels(dress.size), bold=dress.bold)
    return QFontMetricsF(font).horizontalAdvance(text) / UNITS


_ALIGNMENTS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}


_SPACES = re.compile(" {2,}")


def _clean(text: str) -> str:
    """Return a text with one kind of line break, no tabs and no halves of characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    # Runs of spaces are room for the pen: half an em each, whatever the font thinks of a space.
    plain = _SPACES.sub(lambda found: _EN_SPACE * len(found[0]), plain)
    return plain.encode("utf-8", "replace").decode("utf-8")


def _visible(character: str) -> str:
    """Return a character as it is drawn: ticks as boxes, breaks as separators, controls away.

    Every character stays one UTF-16 length, so that the spans keep their places.
    """
    if character == "\n":
        return _LINE_SEPARATOR
    if character == CHECKED:
        return OPEN
    if character < " " or "\x7f" <= character < "\xa0":
        return _JOINER
    return character


def _utf16(text: str) -> int:
    """Return the length Qt counts."""
    return len(text.encode("utf-16-le")) // 2


def _ems(text: str) -> float:
    """Return the rough width of a text in ems."""
    return sum(1.0 if ord(character) > 0x2E7F else 0.5 for character in text)


def _pixels(points: float) -> int:
    """Return the pixel size in inner units of a size in points."""
    return round(points * POINT * UNITS)


def _formats(spans: Sequence[Span], dress: Dress) -> list[QTextLayout.FormatRange]:
    """Return the dress of each span as ranges of the layout."""
    ranges: list[QTextLayout.FormatRange] = []
    start = 0
    for span in spans:
        length = _utf16(span.text)
        dressed = QTextCharFormat()
        face = span.face or dress.face
        size = _pixels(span.size or dress.size)
        dressed.setFont(font_of(face, size, bold=span.bold or dress.bold))
        dressed.setFontUnderline(span.underline)
        color = span.color if span.color != BLACK else dress.color
        dressed.setForeground(QColor(color))
        one = QTextLayout.FormatRange()
        one.start = start
        one.length = length
        one.format = dressed
        ranges.append(one)
        start += length
    return ranges


def _kept(spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return start and end of the spans that must not be broken."""
    kept: list[tuple[int, int]] = []
    start = 0
    for span in spans:
        end = start + _utf16(span.text)
        if span.keep:
            kept.append((start, end))
        start = end
    return kept


def _break_lines(
    layout: QTextLayout, kept: list[tuple[int, int]], width: float
) -> tuple[QTextLine, ...]:
    """Break a layout into lines, never inside a kept span that fits on a line of its own."""
    layout.beginLayout()
    lines: list[QTextLine] = []
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        for first, last in kept:
            if start < first < end < last:
                line.setNumColumns(first - start, width)
                break
        lines.append(line)
    layout.endLayout()
    return tuple(lines)


def _missing(laid: Laid) -> list[str]:
    """Return the characters of a text for which no font has a glyph."""
    if not any(0 in run.glyphIndexes() for run in laid.layout.glyphRuns()):
        return []
    font = font_of(laid.dress.face, 100)
    found: list[str] = []
    for character in dict.fromkeys(laid.text):
        if character in (_LINE_SEPARATOR, _JOINER) or character.isspace():
            continue
        probe = QTextLayout(character, font)
        probe.beginLayout()
        probe.createLine()
        probe.endLayout()
        if any(0 in run.glyphIndexes() for run in probe.glyphRuns()):
            found.append(character)
    return found


def _paint_stroke(painter: QPainter, stroke: StrokeMark) -> None:
    """Paint one stroke."""
    pen = QPen(QColor(stroke.color))
    pen.setWidthF(stroke.points * POINT * UNITS)
    pen.setCapStyle(Qt.PenCapStyle.SquareCap)
    if stroke.dash:
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(
        QPointF(stroke.x1 * UNITS, stroke.y1 * UNITS), QPointF(stroke.x2 * UNITS, stroke.y2 * UNITS)
    )


def _paint_text(painter: QPainter, mark: TextMark) -> None:
    """Paint the lines of a text, each centred in its pitch, and the marks in its tick boxes."""
    dress = mark.laid.dress
    pitch = dress.line_mm * UNITS
    em = dress.size * POINT * UNITS
    painter.setPen(QColor(dress.color))
    for row, line in enumerate(mark.laid.lines):
        base = mark.y * UNITS + row * pitch + pitch / 2 + _GLYPH_CENTRE * em
        origin = QPointF(mark.x * UNITS, base - line.ascent())
        line.setPosition(QPointF(0, 0))
        line.draw(painter, origin)
        end = line.textStart() + line.textLength()
        for at in mark.laid.ticks:
            if line.textStart() <= at < end:
                left, right = _cursor_x(line, at), _cursor_x(line, at + 1)
                box = QRectF(origin.x() + left, base - 0.88 * em, right - left, em)
                _paint_check(painter, box)


def _cursor_x(line: QTextLine, at: int) -> float:
    """Return where a character begins on its line."""
    # The stubs call it an object; it is the place, or the place with the index.
    where = cast("float | tuple[float, int]", line.cursorToX(at))
    return where[0] if isinstance(where, tuple) else where


def _paint_check(painter: QPainter, box: QRectF) -> None:
    """Paint a check mark into the box of a glyph; drawn, since many fonts lack ☑."""
    pen = QPen(QColor(BLACK))
    pen.setWidthF(box.height() * 0.11)
    painter.setPen(pen)
    points = ((0.18, 0.48), (0.42, 0.76), (0.92, 0.10))
    places = [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in points]
    painter.drawPolyline(places)
