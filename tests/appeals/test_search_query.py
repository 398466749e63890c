"""What is typed into the search box becomes a tree, or a refusal that says where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.appeals.search_query import (
    And,
    Days,
    Field,
    Not,
    Or,
    Text,
    day_range,
    holds,
    parse_query,
    texts_of,
)
from db.core.errors import RefusedError

TODAY = date(2026, 3, 5)


def parse(query: str):
    return parse_query(query, today=TODAY)


def test_one_word_is_one_text():
    assert parse("  物业 ") == Text("物业", 2)


@pytest.mark.parametrize(
    "query",
    ["物业 收费", "物业　收费", "物业 AND 收费", "物业 && 收费", "(物业 收费)", "（物业）（收费）"],
)
def test_space_and_and_ask_for_both(query):
    tree = parse(query)
    assert isinstance(tree, And)
    assert [part.text for part in tree.parts] == ["物业", "收费"]


@pytest.mark.parametrize("query", ["举报 OR 投诉", "举报|投诉", "举报 || 投诉", "(举报) OR (投诉)"])
def test_or_asks_for_either(query):
    tree = parse(query)
    assert isinstance(tree, Or)
    assert [part.text for part in tree.parts] == ["举报", "投诉"]


@pytest.mark.parametrize(
    "query", ["物业 -业主", "物业 NOT 业主", "物业 AND NOT 业主", "物业 －业主", "物业 -(业主)"]
)
def test_minus_and_not_exclude(query):
    tree = parse(query)
    assert isinstance(tree, And)
    assert isinstance(tree.parts[1], Not)
    assert tree.parts[1].part.text == "业主"


def test_and_binds_tighter_than_or_and_brackets_tighter_than_both():
    assert isinstance(parse("甲 乙 OR 丙"), Or)
    tree = parse("甲 (乙 OR 丙) -丁")
    assert isinstance(tree, And)
    assert isinstance(tree.parts[1], Or)


@pytest.mark.parametrize("query", ['"甲 乙"', "“甲 乙”", "「甲 乙」"])
def test_quotes_keep_spaces(query):
    assert parse(query) == Text("甲 乙", 0)


@pytest.mark.parametrize(
    "query", ["A-7县", "10:30", "http://a.cn/x-1", "ORACLE", "NOTE", "-", "-- 甲", "第3-5条"]
)
def test_signs_inside_a_word_are_text(query):
    assert query.split()[0] in texts_of(parse(query)) or query == "-- 甲"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("状态:办理中", Field("state", "办理中")),
        ("state:replied", Field("state", "replied")),
        ("承办：人社局", Field("handling_unit", "人社局")),
        ('类别:"工资 福利"', Field("category", "工资 福利")),
        ("编号:201447", Field("number", "201447")),
        ("姓名:王伟", Field("person", "王伟")),
        ("单位:水利局", Field("unit", "水利局")),
        ("登记:2026-01-01..今天", Days("received_on", date(2026, 1, 1), TODAY)),
        ("登记:2026-02", Days("received_on", date(2026, 2, 1), date(2026, 2, 28))),
        ("办结:..20260131", Days("issued_on", None, date(2026, 1, 31))),
        ("到期:本月", Days("due_on", date(2026, 3, 1), date(2026, 3, 31))),
    ],
)
def test_a_field_is_asked_by_its_chinese_or_english_name(query, field):
    assert parse(query) == field


@pytest.mark.parametrize(
    ("query", "code", "at"),
    [
        ("", "query_empty", 0),
        ("　 ", "query_empty", 0),
        ('甲 "乙', "query_quote_open", 2),
        ("甲 “乙", "query_quote_open", 2),
        ('甲 ""', "query_empty", 2),
        ("甲 (乙", "query_bracket_open", 2),
        ("甲 (", "query_bracket_open", 2),
        ("甲)", "query_bracket_close", 1),
        ("甲 ()", "query_operator", 2),
        ("OR 甲", "query_operator", 0),
        ("甲 OR", "query_operator", 4),
        ("甲 AND", "query_operator", 2),
        ("甲 NOT", "query_operator", 2),
        ("-甲", "query_only_negation", 0),
        ("NOT 甲", "query_only_negation", 0),
        ("-甲 -乙", "query_only_negation", 0),
        ("甲 OR -乙", "query_only_negation", 0),
        ("状态:", "query_field_empty", 0),
        ("甲 状态: 乙", "query_field_empty", 2),
        ("登记:2026-13", "query_date", 0),
        ("登记:昨天..前世", "query_date", 0),
        ("甲" * 3000, "query_too_long", 2000),
        ("(" * 100 + "甲" + ")" * 100, "query_too_deep", 40),
        ("甲 " + "-" * 300 + "乙", "query_too_deep", 43),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(query, code, at):
    with pytest.raises(RefusedError) as refused:
        parse(query)
    assert refused.value.code == code
    assert refused.value.field == "query"
    assert refused.value.params["at"] == at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("202402", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2026年3月5日", (TODAY, TODAY)),
        ("3月5日", (TODAY, TODAY)),
        ("3.5", (TODAY, TODAY)),
        ("20260305", (TODAY, TODAY)),
        ("昨天", (date(2026, 3, 4), date(2026, 3, 4))),
        ("本周", (date(2026, 3, 2), date(2026, 3, 8))),
        ("上月", (date(2026, 2, 1), date(2026, 2, 28))),
        ("去年", (date(2025, 1, 1), date(2025, 12, 31))),
        ("2025..今天", (date(2025, 1, 1), TODAY)),
        ("2025-11至2026-01", (date(2025, 11, 1), date(2026, 1, 31))),
        ("2026-03-01..", (date(2026, 3, 1), None)),
        ("今天..昨天", None),
        ("..", None),
        ("明日复明日", None),
    ],
)
def test_days_are_typed_as_people_type_them(text, expected):
    assert day_range(text, today=TODAY) == expected


def test_a_tree_can_be_asked_of_one_row():
    tree = parse("物业 (收费 OR 停车) -业主 状态:办理中")
    text = "小区物业乱收费"

    def ask(row_text: str, state: str) -> bool:
        return holds(tree, contains=row_text.__contains__, field=lambda f: f.value == state)

    assert ask(text, "办理中")
    assert not ask(text + "业主", "办理中")
    assert not ask(text, "已答复")
    assert texts_of(tree) == ("物业", "收费", "停车", "办理中")


@given(st.text('甲乙 -()"OR NOT:：“”|状态登记今天..', max_size=30))
def test_any_typing_gives_a_tree_or_a_coded_refusal(query):
    refusal = _refusal(query)
    if refusal is not None:
        assert refusal.code.startswith("query_")
        assert 0 <= refusal.params["at"] <= len(query)


def _refusal(query: str) -> RefusedError | None:
    try:
        parse(query)
    except RefusedError as refusal:
        return refusal
    return None
