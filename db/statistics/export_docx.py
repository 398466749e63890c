"""The report as a `.docx` that the manager rewrites (OFFICE §6.2).

Every figure of the text stands in a locked content control that bears its field, so that a word
processor refuses to overtype it; `fields_of` reads them back and `text.check_fields` compares.
"""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from db.core.errors import RefusedError
from db.documents.dates_text import long_date
from db.statistics.reporting import Cell, Frame, Report, Table, TableRow
from db.statistics.text import Paragraph, Part

FANGSONG, HEI, KAI, XIAOBIAO = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋_GBK"
SIZE_2, SIZE_3, SIZE_4, SIZE_TABLE = 22.0, 16.0, 14.0, 9.0
RED = RGBColor(0xE6, 0x00, 0x12)
_LINE_PITCH = 28.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 28.0, 26.0, 37.0, 35.0


def write_document(report: Report) -> bytes:
    """Return the report as a `.docx` file: text upright, tables on landscape pages."""
    document = docx.Document()
    _base_style(document)
    section = document.sections[0]
    _page(section, landscape=False)
    _head(document, report.frame)
    _title(document, report)
    for paragraph in report.text.paragraphs:
        _body(document, paragraph)
    _end(document, report.frame)
    landscape = document.add_section(WD_SECTION.NEW_PAGE)
    _page(landscape, landscape=True)
    for at, table in enumerate(report.tables):
        _table(document, table, report.frame, breaks=at > 0)
        if at == 0:
            for note in report.notes:
                _plain(document, note, size=10.5, indent=False)
    document.core_properties.title = "".join(part.text for part in report.text.title)
    document.core_properties.author = report.frame.office
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def save_document(report: Report, path: Path) -> None:
    """Write the report to a file; OSError where the place cannot be written."""
    path.write_bytes(write_document(report))


def fields_of(data: bytes) -> list[tuple[str, str]]:
    """Return the figures of a rewritten report as (field, text), in their order.

    Raises:
        RefusedError: `unreadable_document`.
    """
    try:
        document = docx.Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError) as fault:
        raise RefusedError("unreadable_document") from fault
    found = []
    for control in document.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None:
            text = "".join(node.text or "" for node in control.iter(qn("w:t")))
            found.append((tag.get(qn("w:val")), text))
    return found


def _base_style(document: Any) -> None:
    style = document.styles["Normal"]
    style.font.name = FANGSONG
    style.font.size = Pt(SIZE_3)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FANGSONG)
    style.paragraph_format.space_after = Pt(0)


def _page(section: Any, *, landscape: bool) -> None:
    short, long = Mm(210), Mm(297)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    margins = (15.0, 15.0, 20.0, 15.0) if landscape else (_LEFT, _RIGHT, _TOP, _BOTTOM)
    section.left_margin, section.right_margin = Mm(margins[0]), Mm(margins[1])
    section.top_margin, section.bottom_margin = Mm(margins[2]), Mm(margins[3])


def _run(
    paragraph: Any,
    text: str,
    *,
    face: str = FANGSONG,
    size: float = SIZE_3,
    bold: bool = False,
    red: bool = False,
) -> Any:
    run = paragraph.add_run(text)
    run.font.name = face
    run.font.size = Pt(size)
    run.font.bold = bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), face)
    if red:
        run.font.color.rgb = RED
    return run


def _plain(document: Any, text: str, *, size: float = SIZE_3, indent: bool = True) -> Any:
    paragraph = document.add_paragraph()
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(2 * size)
    _run(paragraph, text, size=size)
    return paragraph


def _ends(document: Any, left: str, right: str, *, face: str = FANGSONG, size: float) -> Any:
    paragraph = document.add_paragraph()
    width = Mm(210.0 - _LEFT - _RIGHT)
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    _run(paragraph, f"{left}\t{right}", face=face, size=size)
    return paragraph


def _line(paragraph: Any, side: str, color: str, eighths: int) -> None:
    borders = paragraph._p.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is None:
        borders = OxmlElement("w:pBdr")
        paragraph._p.get_or_add_pPr().append(borders)
    line = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "4"), ("color", color)):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)


def _head(document: Any, frame: Frame) -> None:
    if frame.head_line or frame.copy_number:
        _ends(document, frame.head_line, frame.copy_number, face=HEI, size=SIZE_3)
    name = document.add_paragraph()
    name.alignment = WD_ALIGN_PARAGRAPH.CENTER
    name.paragraph_format.space_before = Pt(18)
    _run(name, frame.name, face=XIAOBIAO, size=36, red=True)
    issue = document.add_paragraph()
    issue.alignment = WD_ALIGN_PARAGRAPH.CENTER
    issue.paragraph_format.space_before = Pt(10)
    _run(issue, frame.issue)
    line = _ends(document, frame.office, long_date(frame.reported_on), size=SIZE_3)
    _line(line, "bottom", "E60012", 18)


def _title(document: Any, report: Report) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before = title.paragraph_format.space_after = Pt(18)
    for part in report.text.title:
        _part(title, part, face=XIAOBIAO, size=SIZE_2)


def _body(document: Any, told: Paragraph) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(2 * SIZE_3)
    paragraph.paragraph_format.line_spacing = Pt(_LINE_PITCH)
    face = HEI if told.heading else KAI if told.own and _is_second_heading(told.text) else FANGSONG
    for part in told.parts:
        _part(paragraph, part, face=face, size=SIZE_3)


def _is_second_heading(text: str) -> bool:
    """Return whether a line of the manager's own words is a heading of the second order."""
    return text.startswith("（") and not text.endswith("。")


def _part(paragraph: Any, part: Part, *, face: str, size: float) -> None:
    run = _run(paragraph, part.text, face=face, size=size)
    if part.field:
        _lock(paragraph, run, part.field)


def _lock(paragraph: Any, run: Any, field: str) -> None:
    """Put a run into a content control that cannot be edited or deleted."""
    control = OxmlElement("w:sdt")
    about = OxmlElement("w:sdtPr")
    for name, value in (("alias", field), ("tag", field), ("lock", "sdtContentLocked")):
        entry = OxmlElement(f"w:{name}")
        entry.set(qn("w:val"), value)
        about.append(entry)
    content = OxmlElement("w:sdtContent")
    element = run._element
    paragraph._p.remove(element)
    content.append(element)
    control.append(about)
    control.append(content)
    paragraph._p.append(control)


def _end(document: Any, frame: Frame) -> None:
    if frame.attachments:
        attached = _plain(document, frame.attachments)
        attached.paragraph_format.space_before = Pt(12)
    lines = [line for line in (frame.to, frame.copy, frame.send) if line]
    for at, text in enumerate(lines):
        last = at == len(lines) - 1
        paragraph = (
            _ends(document, text, frame.printed, size=SIZE_4)
            if last
            else _plain(document, text, size=SIZE_4, indent=False)
        )
        if at == 0:
            paragraph.paragraph_format.space_before = Pt(18)
            _line(paragraph, "top", "000000", 8)
        if last:
            _line(paragraph, "bottom", "000000", 8)
    if lines:
        sign = _plain(document, frame.sign, size=SIZE_4, indent=False)
        sign.paragraph_format.space_before = Pt(12)


def _table(document: Any, table: Table, frame: Frame, *, breaks: bool) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if breaks:
        title.add_run().add_break(WD_BREAK.PAGE)
    _run(title, table.title, face=XIAOBIAO, size=16)
    words = "　　".join(part for part in (frame.reporting_unit, frame.span, table.unit) if part)
    _plain(document, words, size=10.5, indent=False)
    heads = 2 if any(column.group for column in table.columns) else 1
    grid = document.add_table(rows=heads + len(table.rows), cols=len(table.columns))
    grid.style = "Table Grid"
    grid.alignment = WD_TABLE_ALIGNMENT.CENTER
    grid.autofit = False
    _widths(grid, table)
    # Every access by row and column walks the whole grid: the cells are taken once.
    cells = [row.cells for row in grid.rows]
    _heads(cells, table, heads)
    for row in list(grid.rows)[:heads]:
        _repeat(row)
    for at, told in enumerate(table.rows):
        _row(cells[heads + at], told, table)
    _plain(document, frame.foot, size=10.5, indent=False)


def _widths(grid: Any, table: Table) -> None:
    whole = sum(column.width for column in table.columns)
    scale = min(1.0, 267.0 / whole)
    for place, column in enumerate(table.columns):
        grid.columns[place].width = Mm(column.width * scale)


def _heads(cells: list[Any], table: Table, heads: int) -> None:
    columns = table.columns
    place = 0
    while place < len(columns):
        end = place
        group = columns[place].group
        while group and end + 1 < len(columns) and columns[end + 1].group == group:
            end += 1
        if group:
            cell = cells[0][place]
            _head_cell(cell.merge(cells[0][end]) if end > place else cell, group)
            for at in range(place, end + 1):
                _head_cell(cells[1][at], columns[at].title)
        else:
            cell = cells[0][place]
            _head_cell(cell.merge(cells[1][place]) if heads > 1 else cell, columns[place].title)
        place = end + 1


def _head_cell(cell: Any, text: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, text, face=HEI, size=SIZE_TABLE)


def _repeat(row: Any) -> None:
    about = row._tr.get_or_add_trPr()
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    about.append(mark)


_ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def _row(cells: Iterable[Any], told: TableRow, table: Table) -> None:
    for place, (cell, value) in enumerate(zip(cells, told.cells, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.alignment = _ALIGN[table.columns[place].align]
        _run(
            paragraph,
            _indented(value, told.level if place == 0 else 0),
            face=HEI if told.is_total else FANGSONG,
            size=SIZE_TABLE,
        )


def _indented(cell: Cell, level: int) -> str:
    return "　" * level + cell.text
