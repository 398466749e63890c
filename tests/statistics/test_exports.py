"""The files: live totals, locked figures, pages ready to print."""

import importlib.util
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.enum.section import WD_ORIENT

from db.core.errors import RefusedError
from db.statistics.asking import material, report
from db.statistics.export_docx import fields_of, write_document
from db.statistics.export_xlsx import write_workbook
from db.statistics.reporting import Version
from db.statistics.text import check_fields


def _reporting():
    path = Path(__file__).with_name("test_reporting.py")
    spec = importlib.util.spec_from_file_location("reporting_tests", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def october(desk):
    from datetime import date

    tests = _reporting()
    desk.at(date(2026, 11, 1), 9)
    desk.gate.write(tests.Write(tuple(tests._example())))
    return desk


def made(desk, version=Version.FULL):
    return desk.gate.read(partial(report, month="2026-10", version=version)).report


class Sheet:
    """Recomputes the formulas of a sheet: sums, differences, shares."""

    def __init__(self, sheet):
        self.sheet = sheet

    def value(self, address):
        value = self.sheet[address].value
        return self.compute(value[1:]) if str(value).startswith("=") else value

    def compute(self, text):
        import re

        if text.startswith("IF("):
            test, rest = text[3:-1].split(",", 1)
            dash, share = rest.split(",", 1)
            left, operator, right = re.match(r"(.*?)(<|=)(\d+)$", test).groups()
            number = self.compute(left)
            is_true = number < int(right) if operator == "<" else number == int(right)
            return dash.strip('"') if is_true else self.compute(share)
        total = re.sub(
            r"SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\)",
            lambda m: repr(
                sum(
                    v
                    for n in range(int(m[2]), int(m[3]) + 1)
                    if isinstance(v := self.value(f"{m[1]}{n}"), int | float)
                )
            ),
            text,
        )
        total = re.sub(r"[A-Z]+\d+", lambda m: repr(self.value(m[0])), total)
        return eval(total)


def test_totals_of_the_workbook_are_live_and_right(october):
    told = made(october)
    book = openpyxl.load_workbook(BytesIO(write_workbook(told)))
    assert [s.title[:3] for s in book] == [t.title[:3] for t in told.tables]
    formulas = 0
    for table, sheet in zip(told.tables, book, strict=True):
        first = (
            next(
                row
                for row in range(3, 6)
                if sheet.cell(row, 1).value == table.rows[0].cells[0].text
                or str(sheet.cell(row, 1).value) == table.rows[0].cells[0].text
            )
            if table.rows
            else 0
        )
        for at, row in enumerate(table.rows):
            for place, cell in enumerate(row.cells):
                found = sheet.cell(first + at, place + 1)
                if not str(found.value).startswith("="):
                    continue
                formulas += 1
                value = Sheet(sheet).value(found.coordinate)
                if cell.value is None:
                    assert value == "—"
                elif cell.kind == "growth":
                    assert value * 100 == pytest.approx(cell.value, abs=0.051)
                else:
                    assert value == pytest.approx(cell.value)
    assert formulas > 150


def test_the_workbook_prints_on_landscape_pages_with_its_head(october):
    book = openpyxl.load_workbook(BytesIO(write_workbook(made(october))))
    for sheet in book:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.print_title_rows
        assert sheet.merged_cells.ranges
    summary = book.worksheets[0]
    assert summary["A1"].value == "附表1 受理办理情况总表"
    assert "填报单位：泽川县干部诉求联合受理中心" in summary["A2"].value
    assert "单位：件、人次、%" in summary["A2"].value


def test_hidden_cells_do_not_come_back_by_recalculating(october):
    book = openpyxl.load_workbook(BytesIO(write_workbook(made(october, Version.CIRCULAR))))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).startswith("="):
                    assert "＊" not in str(Sheet(sheet).value(cell.coordinate))


def test_the_document_opens_with_its_frame_and_locked_figures(october):
    data = write_document(made(october))
    document = docx.Document(BytesIO(data))
    text = "\n".join(p.text for p in document.paragraphs)
    assert "内部资料　注意保存" in text
    assert "干部诉求受理工作月报" in text
    assert document.sections[0].orientation == WD_ORIENT.PORTRAIT
    assert document.sections[-1].orientation == WD_ORIENT.LANDSCAPE
    assert len(document.tables) == len(made(october).tables)
    fields = fields_of(data)
    assert ("accepted_count", "46") in fields
    found = october.gate.read(partial(material, month="2026-10", version=Version.FULL))
    assert check_fields(fields, found.figures, found.names) == []
    assert b"sdtContentLocked" in _document_xml(data)
    forged = [(f, "47" if f == "accepted_count" else t) for f, t in fields]
    assert check_fields(forged, found.figures, found.names)


def _document_xml(data):
    import zipfile

    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml")


def test_what_is_no_document_is_refused():
    with pytest.raises(RefusedError, match="unreadable_document"):
        fields_of(b"no zip")
