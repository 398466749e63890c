"""Columns are known by their names, in any order, below any title."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.core.errors import RefusedError
from db.exchange.headers import (
    FIELDS,
    field_of,
    find_header,
    header_key,
    load_aliases,
    sheets_of,
    source_of,
)
from db.exchange.readers import Grid, Merge, read_grids

DATA = Path(__file__).parents[1] / "data"


def grid(*rows: tuple[object, ...], merges: tuple[Merge, ...] = ()) -> Grid:
    return Grid("Sheet1", tuple(enumerate(rows, start=1)), merges)


def fields(*names: str) -> dict[str, str]:
    (sheet,), _ = sheets_of([grid(names, ("x",) * len(names))], "a")
    return {field: names[index] for field, index in sheet.fields.items()}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("留言编号", "source_number"),
        ("信件编号", "source_number"),
        ("受理编号", "source_number"),
        ("工单号", "source_number"),
        ("mail_id", "source_number"),
        ("Unique Key", "source_number"),
        ("caseNumber", "source_number"),
        ("序号", None),
        ("问题ID", None),
        ("身份证号", None),
        ("留言用户", "person_name"),
        ("姓 名", "person_name"),
        ("*诉求人姓名", "person_name"),
        ("来信人（署名）", "person_name"),
        ("反映人", "person_name"),
        ("单位及职务", "unit_name"),
        ("工作单位：", "unit_name"),
        ("来信人单位", "unit_name"),
        ("职务", "post"),
        ("联系电话", "phone"),
        ("来信人电话", "phone"),
        ("标题", "subject"),
        ("留言主题", "subject"),
        ("诉求事由", "subject"),
        ("Subject", "subject"),
        ("留言详情", "facts"),
        ("诉求内容（200字以内）", "facts"),
        ("反映的主要问题", "facts"),
        ("query", "facts"),
        ("来信正文", "facts"),
        ("留言时间", "received_on"),
        ("来信\n日期", "received_on"),
        ("登记日期", "received_on"),
        ("受理时间", "received_on"),
        ("query_date", "received_on"),
        ("createdAt", "received_on"),
        ("办结期限", None),
        ("转办日期", None),
        ("更新时间", None),
        ("答复内容", "reply"),
        ("办理结果", "reply"),
        ("答复意见", "reply"),
        ("reply", "reply"),
        ("回复时间", "replied_on"),
        ("答复日期", "replied_on"),
        ("reply_date", "replied_on"),
        ("一级分类", "source_label"),
        ("诉求类别", "source_label"),
        ("信访目的", "source_label"),
        ("来源渠道", "channel"),
        ("承办单位", "handling_unit"),
        ("回复部门", "handling_unit"),
        ("reply_agency", "handling_unit"),
        ("点赞数", None),
        ("反对数", None),
        ("满意度", None),
        ("url", None),
        ("", None),
        ("！？", None),
    ],
)
def test_a_header_names_its_field(header, field):
    found = field_of(header, load_aliases())
    assert (found[0] if found else None) == field


def test_every_shipped_name_is_its_own_key_and_every_field_is_known():
    aliases = load_aliases()
    assert {field for field, _ in aliases.names.values()} == set(FIELDS)
    assert "" not in aliases.names


def test_the_better_name_wins_and_the_other_column_is_kept():
    assert fields("受理编号", "信件编号", "标题", "内容")["source_number"] == "信件编号"
    assert fields("受理日期", "来信日期", "标题")["received_on"] == "来信日期"
    assert fields("序号", "标题", "内容") == {"subject": "标题", "facts": "内容"}


@given(
    st.permutations(
        ["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "反对数", "点赞数"]
    )
)
def test_order_and_extra_columns_do_not_change_what_a_file_is(names):
    (one,), _ = sheets_of([grid(tuple(names))], "a")
    (other,), _ = sheets_of(
        [grid(("留言编号", "留言用户", "留言主题", "留言时间", "留言详情"))], "b"
    )
    assert {f: one.columns[i] for f, i in one.fields.items()} == {
        f: other.columns[i] for f, i in other.fields.items()
    }
    assert one.source == other.source


def test_another_set_of_field_names_is_another_source():
    one = source_of(("编号", "标题"), {"source_number": 0, "subject": 1})
    assert one != source_of(
        ("编号", "标题", "分类"), {"source_number": 0, "subject": 1, "source_label": 2}
    )
    assert one != source_of(("信件编号", "标题"), {"source_number": 0, "subject": 1})
    assert one == source_of(("标题", "编 号"), {"source_number": 1, "subject": 0})


def test_the_header_may_stand_below_titles():
    sheets, skipped = sheets_of(read_grids(DATA / "ledger_titles.xlsx"), "a")
    (sheet,) = sheets
    assert sheet.header_row == 3
    assert skipped == ("说明",)
    assert {field: sheet.columns[index] for field, index in sheet.fields.items()} == {
        "source_number": "受理编号",
        "person_name": "诉求人*",
        "unit_name": "单位及职务",
        "received_on": "来信时间（年月日）",
        "subject": "诉 求 事 由",
        "facts": "具体内容",
        "source_label": "诉求类别",
        "channel": "来源渠道",
        "handling_unit": "承办单位",
        "reply": "办理结果",
        "replied_on": "办结日期",
        "phone": "联系电话",
    }


def test_a_header_of_two_rows_takes_the_names_merged_from_above():
    sheet = grid(
        ("信件编号", "诉求人信息", None, "标题", "内容"),
        (None, "姓名", "工作单位", None, None),
        ("1", "甲", "乙局", "丙", "丁"),
        merges=(Merge(1, 1, 2, 1), Merge(1, 2, 1, 3), Merge(1, 4, 2, 4), Merge(1, 5, 2, 5)),
    )
    (found,), _ = sheets_of([sheet], "a")
    assert found.header_row == 2
    assert set(found.fields) == {"source_number", "person_name", "unit_name", "subject", "facts"}


def test_a_closing_day_without_a_reply_column_is_no_answer():
    assert "replied_on" not in fields("Unique Key", "Closed Date", "Complaint Type")
    assert fields("编号", "标题", "办结日期", "办理结果")["replied_on"] == "办结日期"


def test_columns_that_name_a_reporter_are_not_read():
    rows = [("编号", "举报人", "举报人电话", "标题"), ("1", "某某", "139", "事")]
    (sheet,), _ = sheets_of([grid(*rows)], "a")
    assert sheet.withheld == {1, 2}
    assert sheet.rows[0][1] == ("1", None, None, "事")
    (sheet,), _ = sheets_of(
        [grid(("编号", "反映人", "被反映人", "标题"), ("1", "甲", "乙", "事"))], "a"
    )
    assert sheet.rows[0][1] == ("1", None, "乙", "事")


@pytest.mark.parametrize(
    "rows",
    [
        [("一级分类", "二级分类", "三级分类"), ("城乡建设", "安全生产", "事故处理")],
        [("姓名", "电话"), ("甲", "1")],
        [("1", "2"), ("3", "4")],
        [("内容",), ("只有一列",)],
    ],
)
def test_without_a_known_header_the_file_is_refused(rows):
    with pytest.raises(RefusedError) as refused:
        sheets_of([grid(*rows)], "a.xlsx")
    assert refused.value.code == "no_header"
    assert refused.value.params["sheet"] == "Sheet1"


@pytest.mark.parametrize(
    ("name", "sheet", "cells"),
    [("ledger_merged.xlsx", "诉求台账", "A3:A4"), ("form_merged.xlsx", "申请单", "A1:D1")],
)
def test_a_form_with_merged_cells_is_refused_and_the_sheet_named(name, sheet, cells):
    with pytest.raises(RefusedError) as refused:
        sheets_of(read_grids(DATA / name), name)
    assert refused.value.code == "merged_cells"
    assert refused.value.params["sheet"] == sheet
    assert refused.value.params["cells"] == cells


def test_a_header_cell_over_two_columns_is_refused():
    sheet = grid(("编号", "标题", "内容", None), ("1", "a", "b", "c"), merges=(Merge(1, 3, 1, 4),))
    with pytest.raises(RefusedError) as refused:
        sheets_of([sheet], "a")
    assert refused.value.code == "merged_cells"


def test_nothing_but_blank_sheets_is_an_empty_file():
    with pytest.raises(RefusedError) as refused:
        sheets_of([grid()], "a")
    assert refused.value.code == "file_empty"


def test_a_hidden_sheet_is_skipped_and_said():
    hidden = Grid("旧", ((1, ("编号", "标题")), (2, ("1", "甲"))), hidden=True)
    sheets, skipped = sheets_of([grid(("编号", "标题"), ("2", "乙")), hidden], "a")
    assert [sheet.sheet for sheet in sheets] == ["Sheet1"]
    assert skipped == ("旧",)


def test_unknown_names_can_be_mapped_by_hand():
    rows = [("说明",), ("甲列", "乙列", "登记日期"), ("1", "文字", "2026-01-01")]
    (sheet,), _ = sheets_of([grid(*rows)], "a", fields={"source_number": "甲列", "facts": "乙 列"})
    assert sheet.header_row == 2
    assert sheet.fields == {"source_number": 0, "facts": 1, "received_on": 2}


def test_a_hand_made_mapping_stands_above_the_names():
    rows = [("编号", "标题", "内容"), ("1", "a", "b")]
    (sheet,), _ = sheets_of([grid(*rows)], "a", fields={"subject": "内容", "facts": "标题"})
    assert sheet.fields == {"subject": 2, "facts": 1, "source_number": 0}


@pytest.mark.parametrize(
    ("mapping", "code"),
    [({"facts": "没有"}, "mapping_unknown_column"), ({"salary": "标题"}, "mapping_unknown_field")],
)
def test_a_mapping_that_does_not_fit_is_refused(mapping, code):
    with pytest.raises(RefusedError) as refused:
        sheets_of([grid(("编号", "标题"), ("1", "a"))], "a", fields=mapping)
    assert refused.value.code == code


def test_names_are_made_distinct():
    header = find_header(grid(("标题", "编号", None, "备注", "备注")), load_aliases())
    assert header is not None
    assert header.columns == ("标题", "编号", "#3", "备注", "备注 2")


def test_a_header_key_drops_what_offices_decorate_with():
    assert header_key("＊诉求 内容\n（不超过200字）：") == header_key("诉求内容")
    assert header_key("（必填）") == header_key("必填")
