"""The report's tables as a workbook: live totals, merged heads, ready to print (OFFICE §3)."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from db.statistics.reporting import Cell, Column, Frame, Report, Table

SONG, HEI, TITLE_FACE = "仿宋_GB2312", "黑体", "方正小标宋_GBK"
A4, A3 = 9, 8
_MM_TO_WIDTH = 0.5
_THIN = Side(style="thin")
_GRID = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CELL = re.compile(r"\{r(\d+)c(\d+)\}")
_FORMATS: Mapping[str, str] = {
    "share": "0.0%",
    "growth": "0.0%",
    "days": "0.0",
    "count": "0",
    "change": "0",
}
_TITLE_ROW, _LINE_ROW, _HEAD_ROW = 1, 2, 3
_WIDE_MM = 277.0


def write_workbook(report: Report) -> bytes:
    """Return the report's tables as an `.xlsx` file, a sheet a table.

    Totals are formulas over the printed cells; a hidden cell and what would tell it are values, so
    that nothing comes back by recalculating.
    """
    book = Workbook()
    book.remove(book.active)
    for table in report.tables:
        sheet = book.create_sheet(_sheet_name(table))
        _write(sheet, table, report.frame, report.notes if _has_notes(report, table) else ())
    book.properties.title = "".join(part.text for part in report.text.title)
    book.properties.creator = report.frame.office
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def save_workbook(report: Report, path: Path) -> None:
    """Write the report's tables to a file; OSError where the place cannot be written."""
    path.write_bytes(write_workbook(report))


def _sheet_name(table: Table) -> str:
    return re.sub(r"[\[\]:*?/\\]", "", table.title)[:31]


def _has_notes(report: Report, table: Table) -> bool:
    return table is report.tables[0]


def _write(sheet: Worksheet, table: Table, frame: Frame, notes: tuple[str, ...]) -> None:
    last = len(table.columns)
    _title(sheet, table, frame, last)
    head_rows = 2 if any(column.group for column in table.columns) else 1
    _heads(sheet, table.columns, head_rows)
    first = _HEAD_ROW + head_rows
    for at, row in enumerate(table.rows):
        for place, cell in enumerate(row.cells):
            target = sheet.cell(row=first + at, column=place + 1)
            _fill(target, cell, first)
            column = table.columns[place]
            target.alignment = Alignment(
                horizontal=column.align,
                vertical="center",
                wrap_text=True,
                indent=row.level if place == 0 else 0,
            )
            target.font = Font(name=HEI if row.is_total else SONG, size=10.5, bold=row.is_total)
            target.border = _GRID
    _foot(sheet, first + len(table.rows), last, frame, notes)
    for place, column in enumerate(table.columns, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width * _MM_TO_WIDTH
    _print_setup(sheet, table, head_rows)


def _title(sheet: Worksheet, table: Table, frame: Frame, last: int) -> None:
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=last)
    title = sheet.cell(row=_TITLE_ROW, column=1, value=table.title)
    title.font = Font(name=TITLE_FACE, size=16)
    title.alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[_TITLE_ROW].height = 30
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=last)
    words = "　　".join(part for part in (frame.reporting_unit, frame.span, table.unit) if part)
    line = sheet.cell(row=_LINE_ROW, column=1, value=words)
    line.font = Font(name=SONG, size=10.5)
    line.alignment = Alignment(horizontal="left", vertical="center")


def _heads(sheet: Worksheet, columns: tuple[Column, ...], head_rows: int) -> None:
    place = 1
    while place <= len(columns):
        column = columns[place - 1]
        end = place
        if column.group:
            while end < len(columns) and columns[end].group == column.group:
                end += 1
        _head(sheet, columns, place, end, head_rows)
        place = end + 1


def _head(
    sheet: Worksheet, columns: tuple[Column, ...], start: int, end: int, head_rows: int
) -> None:
    group = columns[start - 1].group
    for place in range(start, end + 1):
        for row in range(_HEAD_ROW, _HEAD_ROW + head_rows):
            cell = sheet.cell(row=row, column=place)
            cell.font = Font(name=HEI, size=10.5)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            cell.border = _GRID
    if not group:
        sheet.cell(row=_HEAD_ROW, column=start, value=columns[start - 1].title)
        if head_rows > 1:
            sheet.merge_cells(
                start_row=_HEAD_ROW, start_column=start, end_row=_HEAD_ROW + 1, end_column=start
            )
        return
    sheet.cell(row=_HEAD_ROW, column=start, value=group)
    if end > start:
        sheet.merge_cells(
            start_row=_HEAD_ROW, start_column=start, end_row=_HEAD_ROW, end_column=end
        )
    for place in range(start, end + 1):
        sheet.cell(row=_HEAD_ROW + 1, column=place, value=columns[place - 1].title)


def _fill(target: Any, cell: Cell, first: int) -> None:
    if cell.formula and not cell.is_hidden:
        target.value = live(cell.formula, first)
        target.number_format = _FORMATS.get(cell.kind, "General")
        return
    if cell.value is None or isinstance(cell.value, str):
        # Text stays text, also what begins with = or +: a name is no formula.
        target.value = cell.text
        target.data_type = "s"
        return
    value = cell.value / 100 if cell.kind == "growth" else cell.value
    target.value = value
    target.number_format = _FORMATS.get(cell.kind, "General")


def live(formula: str, first: int) -> str:
    """Return a table's formula in the sheet's own addresses.

    Args:
        formula: With `{r0c2}` for cells of the body.
        first: Sheet row of the body's first row.
    """
    return _CELL.sub(
        lambda found: f"{get_column_letter(int(found[2]) + 1)}{int(found[1]) + first}", formula
    )


def _foot(sheet: Worksheet, row: int, last: int, frame: Frame, notes: tuple[str, ...]) -> None:
    for at, line in enumerate((*notes, frame.foot)):
        sheet.merge_cells(start_row=row + at, start_column=1, end_row=row + at, end_column=last)
        cell = sheet.cell(row=row + at, column=1, value=line)
        cell.font = Font(name=SONG, size=10)
        cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True)


def _print_setup(sheet: Worksheet, table: Table, head_rows: int) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A3 if sum(c.width for c in table.columns) > _WIDE_MM else A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"1:{_HEAD_ROW + head_rows - 1}"
    sheet.freeze_panes = f"B{_HEAD_ROW + head_rows}"
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    sheet.print_options.horizontalCentered = True
    sheet.oddFooter.center.text = "第&P页　共&N页"
