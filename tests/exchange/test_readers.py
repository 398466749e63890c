"""Files are read by what they hold; what cannot be read whole is refused with a code."""

import io
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.core.errors import RefusedError
from db.exchange.readers import Merge, decode, read_bytes, read_grids

DATA = Path(__file__).parents[1] / "data"


def refusal(data: bytes, name: str = "file.xlsx") -> RefusedError:
    with pytest.raises(RefusedError) as refused:
        read_bytes(data, name)
    return refused.value


def text_rows(text: str) -> list[list[object]]:
    (grid,) = read_bytes(text.encode(), "a.csv")
    return [list(cells) for _, cells in grid.rows]


def workbook(*rows: list[object], merges: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "name", ["letters.xlsx", "letters.csv", "letters.json", "letters .dat", "letters"]
)
def test_the_extension_says_nothing(tmp_path, name):
    shutil.copy(DATA / "letters.xlsx", tmp_path / name)
    (grid,) = read_grids(tmp_path / name)
    assert grid.sheet == "Sheet1"
    assert len(grid.rows) == 5


def test_an_xlsx_called_xls_with_a_blank_in_its_name_is_read():
    (grid,) = read_grids(DATA / "letters_wrong_ext .xls")
    assert len(grid.rows) == 5


def test_a_true_biff_file_is_read():
    (grid,) = read_grids(DATA / "letters_biff.xls")
    assert [number for number, _ in grid.rows] == [1, 2, 3]
    assert grid.rows[2][1][0] == "007002"


def test_a_web_table_called_xls_is_read():
    (grid,) = read_grids(DATA / "letters_html.xls")
    assert grid.rows[1][1][0] == "G001"
    assert grid.rows[1][1][3] == "第一行\n第二行\xa0完"


def test_a_blank_tail_is_no_rows():
    (grid,) = read_grids(DATA / "letters_labelled_blank_tail.xlsx")
    assert [number for number, _ in grid.rows] == [1, 2, 3, 4, 5]


def test_rows_keep_the_numbers_of_the_sheet_and_columns_their_place():
    book = openpyxl.Workbook()
    book.active["B3"], book.active["C3"], book.active["B6"] = "标题", "内容", "甲"
    out = io.BytesIO()
    book.save(out)
    (grid,) = read_bytes(out.getvalue(), "a.xlsx")
    assert grid.rows == ((3, (None, "标题", "内容")), (6, (None, "甲", None)))


def test_merges_are_told_in_sheet_places_and_only_where_anything_stands():
    data = workbook(["甲", None], ["乙", "丙"], merges=("A1:B1", "D9:E10"))
    (grid,) = read_bytes(data, "a.xlsx")
    assert grid.merges == (Merge(1, 1, 1, 2),)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_text_is_decoded_by_its_bytes(encoding):
    text = "编号,标题\n1,王䶮反映A7县的事，ａｂｃ abc 以及很长的一段话\n"
    if encoding.startswith("utf-16-"):
        text *= 5
    assert decode(text.encode(encoding), "a.csv") == text


def test_a_gbk_file_with_a_rare_character_is_read():
    (grid,) = read_grids(DATA / "mailbox_gb18030.csv")
    assert grid.rows[1][1][1] == "䶮灯不亮"


def test_a_tab_separated_utf16_file_is_read():
    (grid,) = read_grids(DATA / "mailbox_utf16.txt")
    assert len(grid.rows[0][1]) == 8
    assert grid.rows[1][1][2] == "东街路灯不亮，\n存在隐患。"


def test_damaged_utf8_is_not_read_as_something_else():
    data = ("编号,标题\n1,路灯不亮请修理\n" * 20).encode()
    error = refusal(data[:-3] + b"\xff\n", "a.csv")
    assert error.code == "file_encoding"
    assert error.params["byte"] == len(data) - 4


def test_quotes_embedded_newlines_and_commas_are_one_cell():
    rows = text_rows('编号,标题\n1,"甲,""乙""\n丙"\n\n2,丁\n')
    assert rows == [["编号", "标题"], ["1", '甲,"乙"\n丙'], ["2", "丁"]]


def test_csv_row_numbers_are_those_a_spreadsheet_shows():
    (grid,) = read_bytes(b'a,b\n1,"x\ny"\n\n2,z\n', "a.csv")
    assert [number for number, _ in grid.rows] == [1, 2, 4]


@pytest.mark.parametrize("mark", [",", "\t", ";", "|", "，"])
def test_the_separator_is_told_from_the_content(mark):
    text = "\n".join(
        mark.join(row)
        for row in (["编号", "标题", "内容"], ["1", "甲、乙", "丙"], ["2", "丁", "戊"])
    )
    assert text_rows(text)[1] == ["1", "甲、乙", "丙"]


def test_a_separator_line_of_excel_is_a_hint_and_no_row():
    (grid,) = read_bytes("sep=;\n编号;标题\n1;甲\n".encode(), "a.csv")
    assert grid.rows == ((2, ("编号", "标题")), (3, ("1", "甲")))


def test_text_behind_a_closing_quote_is_read_as_spreadsheets_read_it():
    assert text_rows('编号,标题\n1,"甲"乙\n2,丙\n') == [
        ["编号", "标题"],
        ["1", "甲乙"],
        ["2", "丙"],
    ]


def test_an_open_quote_refuses_the_file():
    error = refusal('编号,标题\n1,甲\n2,"乙\n3,丙\n4,丁\n'.encode(), "a.csv")
    assert error.code == "file_quote_open"
    assert error.params["row"] == 3


def test_a_letter_may_be_longer_than_the_usual_limit():
    long = "长" * 300_000
    assert text_rows(f"编号,内容\n1,{long}\n")[1][1] == long


def test_json_records_are_found_where_an_interface_puts_them():
    (grid,) = read_grids(DATA / "letters.json")
    keys = grid.rows[0][1]
    assert grid.keyed
    assert keys[:4] == ("编号", "标题", "内容", "提交时间")
    assert grid.rows[1][1][keys.index("来信人.电话")] == "13900000000"
    assert grid.rows[1][1][keys.index("标签")] == "工资、津贴"
    assert grid.rows[2][1][0] == 18014398509481985


def test_json_lines_are_numbered_by_line():
    (grid,) = read_bytes(b'{"id":1,"text":"a"}\n\n{"id":2,"text":"b"}\n', "a.jsonl")
    assert [number for number, _ in grid.rows] == [0, 1, 3]


@pytest.mark.parametrize(
    ("text", "row"),
    [('{"id":1}\n{"id":\n', 2), ("[1, 2]", 1), ('[{"id":1}, 3]', 2), ("[" * 100_000, 1)],
)
def test_broken_json_is_refused_with_its_row(text, row):
    error = refusal(text.encode(), "a.json")
    assert (error.code, error.params["row"]) == ("file_json", row)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b" \r\n\t", "file_empty"),
        (b"\xef\xbb\xbf", "file_empty"),
        (b"%PDF-1.7 ...", "file_kind_unknown"),
        (b"\x89PNG\r\n", "file_kind_unknown"),
        (b"<html><body>no table</body></html>", "file_kind_unknown"),
        (
            b"text\x00with zeros " + b"and more " * 20,
            "file_kind_unknown",
        ),
        (b"PK\x03\x04 broken", "file_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken", "file_unreadable"),
    ],
)
def test_what_is_no_ledger_is_refused(data, code):
    assert refusal(data).code == code


def test_a_missing_file_is_refused(tmp_path):
    for path in (tmp_path / "none.xlsx", tmp_path):
        with pytest.raises(RefusedError) as refused:
            read_grids(path)
        assert refused.value.code == "file_missing"


def test_another_archive_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refusal(out.getvalue()).code == "file_kind_unknown"


def test_an_archive_that_unpacks_without_end_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (80 * 2**20))
    assert refusal(out.getvalue()).code == "file_too_large"


@pytest.mark.parametrize("cell", ["XFD1048576", "AAA100000", "ZZ90000"])
def test_a_stray_cell_in_a_far_corner_is_refused_before_memory_ends(cell):
    book = openpyxl.Workbook()
    book.active["A1"], book.active[cell] = "标题", "x"
    out = io.BytesIO()
    book.save(out)
    assert refusal(out.getvalue()).code == "file_range_absurd"


def test_a_far_cell_with_a_format_only_is_harmless():
    book = openpyxl.Workbook()
    book.active["A1"] = "标题"
    book.active["XFD1048576"].number_format = "0"
    out = io.BytesIO()
    book.save(out)
    (grid,) = read_bytes(out.getvalue(), "a.xlsx")
    assert grid.rows == ((1, ("标题",)),)


def test_a_cut_workbook_is_refused():
    data = (DATA / "letters.xlsx").read_bytes()
    for size in (100, len(data) // 2, len(data) - 30):
        assert refusal(data[:size]).code == "file_unreadable"
    biff = (DATA / "letters_biff.xls").read_bytes()
    assert refusal(biff[:700]).code == "file_unreadable"


@given(
    st.binary(max_size=300),
    st.sampled_from(
        [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{", b"[", b"<table>", b'a,"b']
    ),
)
def test_no_bytes_crash_the_reader(noise, start):
    try:
        read_bytes(start + noise, "noise")
    except RefusedError as refused:
        code = refused.code
    else:
        code = "file_"
    assert code.startswith("file_")
