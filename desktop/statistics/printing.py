"""The monthly report drawn by the program itself: text upright, tables on landscape pages."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from db.documents.dates_text import long_date
from db.statistics.reporting import Report, Table
from db.statistics.text import Paragraph
from desktop.documents.fonts import Face
from desktop.documents.page import RED, UNITS, Drawing, finish
from desktop.documents.printing import INCH, PDF_DPI, page_layout
from desktop.documents.sheet import (
    Block,
    Ends,
    Frame,
    Gap,
    Row,
    Sheet,
    Stroke,
    Text,
    Title,
    table_rows,
)

_BODY_PT = 16.0
_BODY_PITCH = 28.0
_TABLE_MM = 264.0
_TABLE_PT = 8.5


def draw_report(report: Report) -> tuple[Drawing, Drawing]:
    """Return the report as drawings: its text, and its tables."""
    return draw_text(report), draw_tables(report)


def draw_text(report: Report) -> Drawing:
    """Return heading, text and end block in A4 portrait (OFFICE §6.2)."""
    frame = report.frame
    title = "".join(part.text for part in report.text.title)
    blocks: list[Block] = []
    if frame.head_line or frame.copy_number:
        blocks.append(Ends(frame.head_line, "", frame.copy_number, size=_BODY_PT, after=6))
    blocks += [
        Text(frame.name, size=36, face=Face.TITLE, align="center", color=RED, before=4, after=5),
        Text(frame.issue, size=_BODY_PT, align="center", after=4),
        Ends(frame.office, "", long_date(frame.reported_on), size=_BODY_PT, after=1),
        Stroke(points=2.0, color=RED, after=8),
        Text(title, size=22, face=Face.TITLE, align="center", pitch=32, after=6),
        *(_paragraph(paragraph) for paragraph in report.text.paragraphs),
    ]
    if frame.attachments:
        blocks += [Gap(4), Text("　　" + frame.attachments, size=_BODY_PT, pitch=_BODY_PITCH)]
    blocks += _end(report)
    return Sheet(
        frame.name,
        tuple(blocks),
        numbering="letter",
        top=30,
        bottom=28,
        left=28,
        right=26,
        size=_BODY_PT,
    ).draw()


def _paragraph(paragraph: Paragraph) -> Text:
    return Text(
        "　　" + paragraph.text,
        size=_BODY_PT,
        face=Face.HEI if paragraph.heading else Face.FANGSONG,
        align="left" if paragraph.heading else "justify",
        pitch=_BODY_PITCH,
        after=0,
        keep_with_next=paragraph.heading,
    )


def _end(report: Report) -> list[Block]:
    frame = report.frame
    lines = [line for line in (frame.to, frame.copy, frame.send) if line]
    if not lines:
        return []
    blocks: list[Block] = [Gap(8), Stroke(points=1.0, after=1.5)]
    for at, line in enumerate(lines):
        right = frame.printed if at == len(lines) - 1 else ""
        blocks.append(Ends(line, "", right, size=14, after=1))
    return [*blocks, Stroke(points=1.0, after=4), Text(frame.sign, size=14)]


def draw_tables(report: Report) -> Drawing:
    """Return all tables in A4 landscape, each beginning a page under its own head."""
    pages = []
    for at, table in enumerate(report.tables):
        blocks: list[Block] = [Frame(_rows(table)), Gap(1)]
        if not table.rows:
            blocks.append(Text("（无）", size=10.5, align="center"))
        if at == 0:
            blocks += [Text(note, size=9, after=0.3) for note in report.notes]
        blocks.append(Text(report.frame.foot, size=10.5, before=2))
        pages.append(_table_sheet(report, table, blocks).draw())
    found = [page for drawing in pages for page in drawing.pages]
    return finish(report.frame.name, found)


def _table_sheet(report: Report, table: Table, blocks: list[Block]) -> Sheet:
    frame = report.frame
    return Sheet(
        frame.name,
        tuple(blocks),
        heads=(
            Title(table.title, size=18),
            Ends(frame.reporting_unit, frame.span, table.unit, size=10.0),
        ),
        caution=frame.head_line,
        landscape=True,
        top=20,
        bottom=15,
        left=17,
        right=16,
        size=_TABLE_PT,
        min_row=5.2,
        pitch_factor=1.2,
    )


def _rows(table: Table) -> tuple[Row, ...]:
    whole = sum(column.width for column in table.columns)
    heads = [f"{c.group}\n{c.title}" if c.group else c.title for c in table.columns]
    body = [row for row in table.rows if not row.is_total]
    totals = [row for row in table.rows if row.is_total]
    return table_rows(
        heads,
        [_cells(row.level, [cell.text for cell in row.cells]) for row in body],
        widths=[column.width * _TABLE_MM / whole for column in table.columns],
        aligns=[column.align for column in table.columns],
        totals=_cells(0, [cell.text for cell in totals[0].cells]) if totals else (),
    )


def _cells(level: int, texts: list[str]) -> tuple[str, ...]:
    return ("　" * level + texts[0], *texts[1:])


def report_pdf(report: Report) -> bytes:
    """Return the report as a PDF file whose pages stand as their contents want."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(report.frame.name)
    writer.setCreator("Zhengming")
    writer.setResolution(PDF_DPI)
    drawings = draw_report(report)
    writer.setPageLayout(page_layout(drawings[0]))
    painter = QPainter(writer)
    first = True
    for drawing in drawings:
        for page in drawing.pages:
            if not first:
                writer.setPageLayout(page_layout(drawing))
                writer.newPage()
            first = False
            painter.save()
            painter.scale(PDF_DPI / INCH / UNITS, PDF_DPI / INCH / UNITS)
            page.paint(painter)
            painter.restore()
    painter.end()
    buffer.close()
    return bytes(data.data())


def save_report_pdf(report: Report, path: Path) -> None:
    """Write the report as a PDF file; OSError where the place cannot be written."""
    path.write_bytes(report_pdf(report))


__all__ = ["draw_report", "draw_tables", "draw_text", "report_pdf", "save_report_pdf"]
