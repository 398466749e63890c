"""Lists and one-page sheets as `.docx` that a word processor edits."""

from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from db.documents.dates_text import long_time
from db.documents.papers import Ledger, OnePage

FANGSONG, HEI, XIAOBIAO = "仿宋_GB2312", "黑体", "方正小标宋_GBK"
TITLE, BODY, TABLE, SMALL = 22.0, 16.0, 9.0, 10.5
PITCH = 26.0
"""Points from line to line: a sheet with all its parts stays on one page."""


def write_docx(paper: Ledger | OnePage) -> bytes:
    """Return a list or a sheet as a `.docx` file."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FANGSONG, Pt(BODY)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FANGSONG)
    style.paragraph_format.space_after = Pt(0)
    if isinstance(paper, OnePage):
        _sheet(document, paper)
    else:
        _list(document, paper)
    document.core_properties.title = paper.title
    document.core_properties.author = paper.office.center_name
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _sheet(document: Any, paper: OnePage) -> None:
    _page(document.sections[0], landscape=False, large=False)
    _head(document, paper.office.caution, paper.copy_number)
    _line(document, paper.title, face=XIAOBIAO, size=TITLE, center=True, pitch=0)
    _line(document, f"（{long_time(paper.as_of)}）", size=SMALL, center=True, pitch=0)
    for section in paper.sections:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.first_line_indent = Pt(2 * BODY)
        paragraph.paragraph_format.line_spacing = Pt(PITCH)
        _run(paragraph, f"{section.heading}：", face=HEI, size=BODY)
        _run(paragraph, section.text, face=FANGSONG, size=BODY)


def _list(document: Any, paper: Ledger) -> None:
    _page(document.sections[0], landscape=True, large=paper.size == "A3")
    _head(document, paper.office.caution, paper.copy_number)
    _line(document, paper.title, face=XIAOBIAO, size=TITLE, center=True, pitch=0)
    if paper.summary:
        _line(document, f"　　{paper.summary}", size=14.0, pitch=0)
    table = document.add_table(rows=1, cols=len(paper.columns))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, column in zip(table.rows[0].cells, paper.columns, strict=True):
        _cell(cell, column.title, face=HEI, center=True)
    _repeat(table.rows[0])
    for row in paper.rows:
        for cell, text, column in zip(table.add_row().cells, row, paper.columns, strict=True):
            _cell(cell, text, face=FANGSONG, center=column.align == "center")
    _widths(table, paper)
    foot = f"填报单位：{paper.office.center_name}　　数据截止：{long_time(paper.as_of)}"
    _line(document, foot, size=SMALL, pitch=0)


def _head(document: Any, caution: str, copy_number: str) -> None:
    number = f"份号：{copy_number}" if copy_number else ""
    _line(document, f"{caution}　　　{number}".rstrip(), size=SMALL, pitch=0)


def _widths(table: Any, paper: Ledger) -> None:
    whole = 380.0 if paper.size == "A3" else 264.0
    shares = sum(column.width for column in paper.columns)
    table.autofit = False
    for row in table.rows:
        for cell, column in zip(row.cells, paper.columns, strict=True):
            cell.width = Mm(whole * column.width / shares)


def _page(section: Any, *, landscape: bool, large: bool) -> None:
    short, long = (Mm(297), Mm(420)) if large else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.left_margin = section.right_margin = Mm(16 if landscape else 27)
    section.top_margin, section.bottom_margin = Mm(20 if landscape else 30), Mm(15)


def _line(
    document: Any,
    text: str,
    *,
    face: str = FANGSONG,
    size: float = BODY,
    center: bool = False,
    pitch: float = PITCH,
) -> None:
    paragraph = document.add_paragraph()
    if center:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if pitch:
        paragraph.paragraph_format.line_spacing = Pt(pitch)
    _run(paragraph, text, face=face, size=size)


def _cell(cell: Any, text: str, *, face: str, center: bool) -> None:
    paragraph = cell.paragraphs[0]
    if center:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, text, face=face, size=TABLE)


def _run(paragraph: Any, text: str, *, face: str, size: float) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = face, Pt(size)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)


def _repeat(row: Any) -> None:
    """Let the head stand on every page."""
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)
