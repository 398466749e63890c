"""Reads a letter's `.docx` back as blocks of dressed text.

The program draws a letter from the very file it hands out, so that preview, PDF and Word say the
same, whatever template the office has put in. Read is what a letter needs: paragraphs with their
runs, sizes, fonts, alignment, indents and pitch, plain tables, red rules, and the first page's head
and foot. Pictures and text boxes are not drawn; `has_more` tells of them.
"""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

MM = 36000.0
"""English metric units of one millimetre."""

DEFAULT_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class RunText:
    """A run: its text and dress; `font` is the East Asian font name."""

    text: str
    font: str
    size: float
    bold: bool = False
    underline: bool = False
    color: str = "#000000"


@dataclass(frozen=True, slots=True)
class Rule:
    """A border of a paragraph: double rules are named by their order, thick or thin first."""

    kind: str
    color: str
    points: float
    space: float


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A paragraph; lengths in millimetres, sizes and pitch in points."""

    runs: tuple[RunText, ...]
    align: str = "left"
    first_indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    before: float = 0.0
    after: float = 0.0
    pitch: float = 0.0
    keep_next: bool = False
    page_break: bool = False
    rule_above: Rule | None = None
    rule_below: Rule | None = None

    @property
    def text(self) -> str:
        """Return the words of the paragraph."""
        return "".join(run.text for run in self.runs)

    @property
    def size(self) -> float:
        """Return the size of the first run in points."""
        return self.runs[0].size if self.runs else DEFAULT_SIZE


@dataclass(frozen=True, slots=True)
class CellText:
    """A cell of a table; `is_continued` when it goes on from the row above."""

    paragraphs: tuple[ParagraphText, ...]
    width: float
    is_continued: bool = False


@dataclass(frozen=True, slots=True)
class RowText:
    """A row of a table."""

    cells: tuple[CellText, ...]
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class TableText:
    """A table."""

    rows: tuple[RowText, ...]


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter as it is drawn; lengths in millimetres."""

    blocks: tuple[ParagraphText | TableText, ...]
    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    first_head: tuple[ParagraphText, ...] = ()
    first_head_at: float = 0.0
    first_foot: tuple[ParagraphText, ...] = ()
    first_foot_at: float = 0.0
    numbers_first_page: bool = True
    has_more: bool = False

    def text(self) -> str:
        """Return all words of the letter, one paragraph a line."""
        lines = [one.text for one in self.first_head]
        for block in self.blocks:
            if isinstance(block, ParagraphText):
                lines.append(block.text)
            else:
                lines += [
                    paragraph.text
                    for row in block.rows
                    for cell in row.cells
                    for paragraph in cell.paragraphs
                ]
        return "\n".join(lines)


def read_letter(docx: bytes) -> LetterText:
    """Return what a letter's file shows."""
    document = Document(io.BytesIO(docx))
    section = document.sections[0]
    differs = bool(section.different_first_page_header_footer)
    head: tuple[ParagraphText, ...] = ()
    foot: tuple[ParagraphText, ...] = ()
    if differs:
        head = tuple(_paragraph(one) for one in section.first_page_header.paragraphs)
        foot = tuple(_paragraph(one) for one in section.first_page_footer.paragraphs)
    body = document.element.body
    drawn = body.findall(".//" + qn("w:drawing")) + body.findall(".//" + qn("w:pict"))
    return LetterText(
        tuple(_blocks(document)),
        _mm(section.page_width),
        _mm(section.page_height),
        _mm(section.top_margin),
        _mm(section.bottom_margin),
        _mm(section.left_margin),
        _mm(section.right_margin),
        tuple(one for one in head if one.text or one.rule_below),
        _mm(section.header_distance),
        foot,
        _mm(section.footer_distance),
        not differs,
        bool(drawn),
    )


def _blocks(document: DocumentObject) -> Iterator[ParagraphText | TableText]:
    """Yield paragraphs and tables in their order."""
    for one in document.iter_inner_content():
        yield _paragraph(one) if isinstance(one, Paragraph) else _table(one)


def _table(table: Table) -> TableText:
    """Return a table row by row; merged cells keep their full width."""
    rows: list[RowText] = []
    for row in table.rows:
        cells: list[CellText] = []
        for tc in row._tr.tc_lst:
            width = _mm(tc.width)
            merge = tc.tcPr.find(qn("w:vMerge")) if tc.tcPr is not None else None
            is_continued = merge is not None and merge.get(qn("w:val")) != "restart"
            paragraphs = tuple(_paragraph(Paragraph(p, table)) for p in tc.p_lst)
            cells.append(CellText(paragraphs, width, is_continued))
        rows.append(RowText(tuple(cells), _mm(row.height)))
    return TableText(tuple(rows))


def _paragraph(paragraph: Paragraph) -> ParagraphText:
    """Return a paragraph with what it inherits from its styles resolved."""
    form = [paragraph.paragraph_format, *_style_formats(paragraph)]
    size = _size_of(paragraph)
    runs = tuple(_run(run, paragraph, size) for run in paragraph.runs if run.text)
    first = _first(form, lambda one: one.first_line_indent)
    spacing = _first(form, lambda one: one.line_spacing)
    align = _first(form, lambda one: one.alignment)
    return ParagraphText(
        runs,
        _ALIGN.get(align, "left") if align is not None else "left",
        _mm(first) or _characters(paragraph, "firstLineChars", size),
        _mm(_first(form, lambda one: one.left_indent)),
        _mm(_first(form, lambda one: one.right_indent)),
        _mm(_first(form, lambda one: one.space_before)),
        _mm(_first(form, lambda one: one.space_after)),
        spacing.pt if isinstance(spacing, Length) else 0.0,
        bool(_first(form, lambda one: one.keep_with_next)),
        bool(_first(form, lambda one: one.page_break_before)) or _breaks_page(paragraph),
        _rule(paragraph, "top"),
        _rule(paragraph, "bottom"),
    )


_ALIGN: dict[Any, str] = {
    WD_ALIGN_PARAGRAPH.CENTER: "center",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.JUSTIFY: "justify",
}


def _style_formats(paragraph: Paragraph) -> list[Any]:
    """Return the paragraph formats of the style and its bases."""
    formats: list[Any] = []
    style: Any = paragraph.style
    while style is not None:
        formats.append(style.paragraph_format)
        style = style.base_style
    return formats


def _first(formats: list[Any], ask: Callable[[Any], Any]) -> Any:
    """Return the first value that is set along the styles."""
    for one in formats:
        value = ask(one)
        if value is not None:
            return value
    return None


def _run(run: Run, paragraph: Paragraph, size: float) -> RunText:
    """Return a run with its dress."""
    color = run.font.color.rgb if run.font.color is not None else None
    own = run.font.size
    return RunText(
        run.text.replace("\u2028", "\n"),
        _font_of(run, paragraph),
        own.pt if own is not None else size,
        bool(run.font.bold),
        bool(run.font.underline),
        f"#{color}".lower() if color is not None else "#000000",
    )


def _font_of(run: Run, paragraph: Paragraph) -> str:
    """Return the East Asian font of a run, through its styles."""
    elements: list[Any] = [run._element]
    style: Any = paragraph.style
    while style is not None:
        elements.append(style.element)
        style = style.base_style
    for element in elements:
        properties = element.find(qn("w:rPr"))
        fonts = properties.find(qn("w:rFonts")) if properties is not None else None
        name = fonts.get(qn("w:eastAsia")) if fonts is not None else None
        if name:
            return str(name)
    return ""


def _size_of(paragraph: Paragraph) -> float:
    """Return the size in points that a run without one gets."""
    style: Any = paragraph.style
    while style is not None:
        if style.font.size is not None:
            return float(style.font.size.pt)
        style = style.base_style
    return DEFAULT_SIZE


def _characters(paragraph: Paragraph, name: str, size: float) -> float:
    """Return an indent given in hundredths of characters, in millimetres."""
    properties = paragraph._element.pPr
    indent = properties.find(qn("w:ind")) if properties is not None else None
    value = indent.get(qn(f"w:{name}")) if indent is not None else None
    return int(value) / 100 * size * 25.4 / 72 if value else 0.0


def _breaks_page(paragraph: Paragraph) -> bool:
    """Return whether a paragraph begins with a page break by hand."""
    marks = paragraph._element.findall(".//" + qn("w:br"))
    return any(mark.get(qn("w:type")) == "page" for mark in marks)


def _rule(paragraph: Paragraph, side: str) -> Rule | None:
    """Return a border of a paragraph, if it has one there."""
    properties = paragraph._element.pPr
    borders = properties.find(qn("w:pBdr")) if properties is not None else None
    line = borders.find(qn(f"w:{side}")) if borders is not None else None
    if line is None or line.get(qn("w:val")) in (None, "nil", "none"):
        return None
    color = line.get(qn("w:color")) or "000000"
    return Rule(
        str(line.get(qn("w:val"))),
        "#000000" if color == "auto" else f"#{color.lower()}",
        int(line.get(qn("w:sz")) or 4) / 8,
        float(line.get(qn("w:space")) or 0),
    )


def _mm(length: Length | int | None) -> float:
    """Return a length in millimetres."""
    return 0.0 if length is None else int(length) / MM
