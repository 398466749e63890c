"""Each row of a ledger gets its verdict: imported, imported and named, or not imported."""

import json
from datetime import date, time
from pathlib import Path

import pytest

from db.core.errors import RefusedError
from db.exchange.cleaning import DateOrder
from db.exchange.mapping import FLAGS, differing_fields, parse_bytes, parse_file

DATA = Path(__file__).parents[1] / "data"


def parse(text: str, **options):
    return parse_bytes(text.encode(), "a.csv", **options)


def flags(text: str, **options) -> list[tuple[str, ...]]:
    return [row.flags for row in parse(text, **options).rows]


def test_letters_are_read_whole():
    found = parse_file(DATA / "letters.xlsx")
    assert (found.read, len(found.rows), found.errors, found.repeated) == (4, 4, (), ())
    one, two, three, four = found.rows
    assert [row.source_number for row in found.rows] == ["100201", "100202", "100203", "100204"]
    assert (one.row, one.received_on, one.received_time) == (2, date(2024, 2, 8), time(9, 5, 7))
    assert one.facts == "本人在水利站工作，岗位聘用未兑现。"
    assert one.extra == {"反对数": "0", "点赞数": "3"}
    assert (two.received_on, two.received_time) == (date(2024, 12, 31), time(23, 59, 59))
    assert two.facts == "公积金 基数没有调整\n请核实"
    assert three.facts == "A7县的同志请问如何办理？\n\n谢谢"
    assert (four.person_name, four.received_on) == ("王䶮", date(2024, 11, 5))
    assert all(row.flags == () for row in found.rows)


def test_the_raw_cells_are_kept_and_can_be_written_as_json():
    for name in ("letters.xlsx", "ledger_titles.xlsx", "letters.json", "letters_biff.xls"):
        for row in parse_file(DATA / name).rows:
            assert json.loads(json.dumps(dict(row.raw), ensure_ascii=False)) == dict(row.raw)
    assert parse_file(DATA / "letters.xlsx").rows[0].raw["留言详情"].startswith("\n\t\t\t")


def test_an_excerpt_with_swapped_columns_is_known_and_its_changes_are_named():
    stored = {row.source_number: row.compared() for row in parse_file(DATA / "letters.xlsx").rows}
    whole, part = (
        parse_file(DATA / "letters.xlsx"),
        parse_file(DATA / "letters_swapped_columns.xlsx"),
    )
    assert part.source == whole.source == parse_file(DATA / "letters_wrong_ext .xls").source
    changed = {
        row.source_number: differing_fields(stored[row.source_number], row) for row in part.rows
    }
    assert changed == {"100201": ("点赞数",), "100202": (), "100203": ()}


def test_a_file_of_another_kind_is_another_source():
    sources = {
        parse_file(DATA / name).source
        for name in (
            "letters.xlsx",
            "letters_labelled_blank_tail.xlsx",
            "mailbox.csv",
            "letters_biff.xls",
        )
    }
    assert len(sources) == 4


def test_the_same_id_twice_is_kept_twice_and_reported_once():
    found = parse_file(DATA / "letters_labelled_blank_tail.xlsx")
    assert (found.read, len(found.rows), found.repeated) == (4, 4, ("37042",))
    assert found.rows[0].facts == "请修路\n谢谢"


def test_labels_become_codes_and_unknown_ones_are_named():
    codes = {"城乡建设": "construction", "劳动和社会保障": "labour"}
    found = parse_file(DATA / "letters_labelled_blank_tail.xlsx", categories=codes)
    assert [row.category for row in found.rows] == ["construction", "labour", "construction", None]
    assert found.rows[3].source_label == "稀奇类别"
    assert found.rows[3].flags == ("no_date", "no_body", "unknown_label")
    assert found.unknown_labels == {"稀奇类别": 1}
    assert parse_file(DATA / "letters_labelled_blank_tail.xlsx").unknown_labels == {}


def test_channels_become_codes():
    found = parse_file(DATA / "ledger_titles.xlsx", channels={"来 访": "visit"})
    assert [(row.channel, row.channel_label) for row in found.rows] == [
        ("visit", "来访"),
        (None, "来信"),
    ]


@pytest.mark.parametrize("name", ["mailbox.csv", "mailbox_gb18030.csv", "mailbox_utf16.txt"])
def test_a_mailbox_loses_nothing(name):
    found = parse_file(DATA / name)
    assert (found.read, len(found.rows)) == (7, 6)
    assert found.repeated == ("20210511009",)
    assert {row.source_number: row.flags for row in found.rows} == {
        "20210511008": (),
        "20210511009": (),
        "20210729001": ("answered_before_asked",),
        "20111128001": ("no_date", "reply_without_date"),
        "20131101001": ("no_body",),
    }
    assert [(error.row, error.reason) for error in found.errors] == [(10, "no_text_no_id")]
    first = found.rows[0]
    assert (first.received_on, first.replied_on) == (date(2021, 5, 11), date(2021, 5, 13))
    assert first.reply == "已责成住建局修复。"
    assert first.handling_unit == "某县人民政府办公室"
    assert found.sheets[0].missing == ("person_name",)


def test_a_ledger_below_titles_is_read_with_its_dates_and_names():
    found = parse_file(DATA / "ledger_titles.xlsx")
    one, two = found.rows
    assert (one.row, one.source_number, one.person_name) == (4, "诉〔2026〕0001", "李 明")
    assert (one.received_on, one.replied_on) == (date(2026, 1, 5), date(2026, 1, 20))
    assert (one.unit_name, one.phone, one.extra) == ("某局科员", "13800000000", {"序号": "1"})
    assert two.flags == ("reply_without_date", "no_name")
    assert [(error.row, error.reason) for error in found.errors] == [
        (6, "no_text_no_id"),
        (7, "no_text_no_id"),
    ]
    assert found.skipped == ("说明",)


def test_us_dates_are_told_from_the_column():
    found = parse_file(DATA / "requests_us_dates.csv")
    assert [row.received_on for row in found.rows] == [
        date(2025, 3, 4),
        date(2025, 3, 14),
        date(2024, 12, 1),
    ]
    assert found.sheets[0].order is DateOrder.MONTH_FIRST
    assert found.rows[2].received_time == time(23, 59, 1)
    assert found.rows[0].handling_unit == "Department of Examples"
    assert all(row.replied_on is None for row in found.rows)


def test_doubtful_dates_stay_empty_and_are_named():
    found = parse("编号,标题,内容,日期\n1,a,b,3/4/2025\n2,a,b,5/6/2025\n3,a,b,昨天\n")
    assert [(row.received_on, row.flags) for row in found.rows] == [
        (None, ("ambiguous_date",)),
        (None, ("ambiguous_date",)),
        (None, ("bad_date",)),
    ]


def test_one_date_column_tells_the_order_of_the_other():
    found = parse(
        "编号,内容,来信日期,回复,回复日期\n1,a,3/4/2025,b,3/14/2025\n2,a,5/6/2025,b,5/16/2025\n"
    )
    assert [row.received_on for row in found.rows] == [date(2025, 3, 4), date(2025, 5, 6)]


@pytest.mark.parametrize("name", ["letters.json", "letters.jsonl"])
def test_json_ids_are_exact_and_instants_are_told_in_local_time(name):
    found = parse_file(DATA / name)
    assert [row.source_number for row in found.rows] == ["9007199254740993", "18014398509481985"]
    assert (found.rows[0].received_on, found.rows[0].received_time) == (
        date(2026, 1, 2),
        time(11, 4, 5),
    )
    assert (found.rows[1].received_on, found.rows[1].received_time) == (
        date(2026, 1, 2),
        time(8, 0),
    )
    assert found.rows[0].person_name == "赵某"
    assert found.rows[1].flags == ("no_name",)


def test_a_biff_ledger_is_read_with_its_dates():
    found = parse_file(DATA / "letters_biff.xls")
    assert [(r.source_number, r.received_on, r.replied_on) for r in found.rows] == [
        ("7001", date(2023, 3, 1), date(2023, 3, 9)),
        ("007002", date(2023, 4, 1), None),
    ]


def test_a_web_table_is_read():
    (row,) = parse_file(DATA / "letters_html.xls").rows
    assert (row.source_number, row.facts) == ("G001", "第一行\n第二行 完")


def test_without_ids_the_same_text_on_the_same_day_is_the_same_row():
    found = parse_file(DATA / "letters_no_id.csv")
    assert found.read == 4
    assert [row.row for row in found.rows] == [2, 3, 5]
    assert found.same == ((4, 2),)
    assert found.sheets[0].missing == ("source_number",)
    assert len({row.content_key for row in found.rows}) == 3


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1,甲,事,内容,2026-01-01,,", ()),
        (",甲,事,内容,2026-01-01,,", ("no_id",)),
        ("4.4E+17,甲,事,内容,2026-01-01,,", ("id_inexact",)),
        ("1,,事,内容,2026-01-01,,", ("no_name",)),
        ("1,甲,事,,2026-01-01,,", ("no_body",)),
        ("1,甲,,,2026-01-01,,", ("no_body",)),
        ("1,甲,事,内容,,,", ("no_date",)),
        ("1,甲,事,内容,20260230,,", ("bad_date",)),
        ("1,甲,事,内容,2026-01-02,已复,2026-01-01", ("answered_before_asked",)),
        ("1,甲,事,内容,2026-01-02,已复,", ("reply_without_date",)),
        ("1,甲,事,内容,2026-01-02,已复,近日", ("bad_reply_date",)),
        ("1,甲,事,内容,2026-01-02,,2026-01-03", ("date_without_reply",)),
        ("1,甲,事,内\ufffd容,2026-01-02,,", ("damaged_text",)),
        ("1,甲,事,内容,2026-01-02,,,多出来", ("shifted_cells",)),
    ],
)
def test_each_flaw_is_named_and_the_row_kept(line, expected):
    assert flags(f"编号,姓名,标题,内容,来信日期,回复,回复日期\n{line}\n") == [expected]
    assert set(expected) <= set(FLAGS)


def test_an_index_column_without_a_name_is_no_flaw():
    assert flags(",编号,内容,日期\n0,1,甲,2026-01-01\n1,2,乙,2026-01-02\n") == [(), ()]


def test_a_header_repeated_at_a_page_break_is_no_letter():
    found = parse("编号,标题,内容\n1,a,b\n编号,标题,内容\n2,c,d\n")
    assert [row.source_number for row in found.rows] == ["1", "2"]
    assert [(error.row, error.reason) for error in found.errors] == [(3, "header_again")]


def test_a_header_without_rows_is_an_empty_ledger():
    found = parse("编号,标题,内容\n")
    assert (found.read, found.rows) == (0, ())


def test_a_reporter_named_in_a_column_never_comes_in():
    found = parse("编号,举报人,被举报人,标题,内容\n1,张某某,李某某,事,内容\n")
    (row,) = found.rows
    assert "张某某" not in json.dumps([row.raw, row.extra, row.compared()], ensure_ascii=False)
    assert found.sheets[0].withheld == ("举报人",)


def test_every_sheet_with_letters_is_read(tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    for month in ("1月", "2月"):
        sheet = book.create_sheet(month)
        sheet.append(["编号", "标题", "内容"])
        sheet.append([f"{month}-1", "事", "内容"])
    book.save(tmp_path / "a.xlsx")
    found = parse_file(tmp_path / "a.xlsx")
    assert [(row.sheet, row.row, row.source_number) for row in found.rows] == [
        ("1月", 2, "1月-1"),
        ("2月", 2, "2月-1"),
    ]


def test_an_explicit_mapping_reads_unknown_names():
    found = parse(
        "k,v,w\n1,文字,2026-01-01\n",
        fields={"source_number": "k", "facts": "v", "received_on": "w"},
    )
    (row,) = found.rows
    assert (row.source_number, row.facts, row.received_on) == ("1", "文字", date(2026, 1, 1))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(RefusedError) as refused:
        parse_file(tmp_path / "none.csv")
    assert refused.value.code == "file_missing"
