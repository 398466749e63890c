"""Every book is whole: moves, fields, labels, rules, tables; and none of the words of §4.9."""

from typing import Any

import pytest
from sqlalchemy import inspect

from db.books.entry import Entry
from db.books.shelf import Shelf
from db.books.values import name_field
from db.codes import code_lists, rules
from db.codes.book_labels import book_label, field_label, paper_label, register_label
from db.core.books import COMMON, FieldKind
from db.core.moves import Evidence
from db.shelves import SHELVES

SPECIAL = {"number", "state", "entered_on", "entered_by", "due"}
IN_REGISTER = SPECIAL | {"line"}
ALL = list(SHELVES.values())

FORBIDDEN = [
    "案件",
    "结案",
    "立案",
    "涉案",
    "嫌疑",
    "被告",
    "原告",
    "举报人",
    "黑名单",
    "失信名单",
    "上访",
    "闹访",
    "缠访",
    "刁难",
    "客户",
    "工单",
    "投诉",
    "审讯",
    "讯问",
    "问话",
    "认罪",
    "悔过",
    "疑似诬告",
    "恶意",
    "甄别举报人",
    "驳回",
    "销案",
    "经理",
    "后台",
    "提交成功",
    "亲，",
]
"""OFFICE §4.9."""


@pytest.fixture(params=ALL, ids=lambda shelf: shelf.name)
def shelf(request: pytest.FixtureRequest) -> Shelf:
    found: Shelf = request.param
    return found


def test_every_move_asks_for_known_fields(shelf: Shelf) -> None:
    book = shelf.book
    names = {move.name for move in book.track.moves}
    assert set(book.asks) <= names
    for asked in book.asks.values():
        for name in asked:
            assert book.field(name) is not None or name in COMMON, (book.name, name)


def test_every_field_is_a_column_with_a_label(shelf: Shelf) -> None:
    columns = {column.key for column in inspect(shelf.table).column_attrs}
    book_label(shelf.name)
    for spec in shelf.book.fields:
        assert spec.name in columns, (shelf.name, spec.name)
        label = field_label(shelf.name, spec.name)
        assert label.zh
        assert label.en
        if spec.kind is FieldKind.PERSON:
            assert name_field(spec) in columns
        if spec.kind in (FieldKind.CHOICE, FieldKind.TICKS):
            assert code_lists.codes(spec.options), (shelf.name, spec.name)


def test_lists_and_registers_show_what_is_there(shelf: Shelf) -> None:
    book = shelf.book
    for name in book.columns:
        assert book.field(name) is not None or name in SPECIAL, (book.name, name)
    for name in book.register:
        # A head with a leading `_` has no value: the pen writes there.
        known = book.field(name) is not None or name in IN_REGISTER or name.startswith("_")
        assert known, (book.name, name)
        assert register_label(book.name, name)
    assert book.title == "number" or book.field(book.title) is not None
    columns: Any = inspect(shelf.table).column_attrs
    assert all(name in columns for name in book.find)
    for name in (*book.amend, *book.until.values()):
        assert book.field(name) is not None, (book.name, name)


def test_every_state_and_move_has_its_words(shelf: Shelf) -> None:
    for state in shelf.book.track.states() | shelf.book.track.derived:
        assert code_lists.state_label(shelf.name, state).pill_zh
    for move in shelf.book.track.moves:
        assert code_lists.move_label(shelf.name, move.name).zh


def test_what_needs_another_says_whose_decision_it_is(shelf: Shelf) -> None:
    asked = {
        move.name for move in shelf.book.track.moves if Evidence.APPROVAL_BY_OTHER in move.requires
    }
    assert asked == set(shelf.book.consents)
    opening = {move.name for move in shelf.book.track.moves if move.source is None}
    assert not asked & opening


def test_every_clock_has_its_rule(shelf: Shelf) -> None:
    known = set(rules.identifiers())
    for move in shelf.book.track.moves:
        assert set(move.starts) | set(move.stops) <= known, (shelf.name, move.name)
    assert set(shelf.book.until) <= known


def test_papers_are_made_of_fields(shelf: Shelf) -> None:
    for paper in shelf.book.papers:
        assert paper_label(shelf.name, paper.name).zh
        for row in paper.rows:
            for name in row:
                bare = name.lstrip("*")
                if shelf.book.field(bare) is None and bare not in IN_REGISTER:
                    assert bare.startswith("_"), (shelf.name, paper.name, name)
                    assert field_label(shelf.name, bare).zh


def test_children_belong_to_their_parent(shelf: Shelf) -> None:
    assert issubclass(shelf.table, Entry)
    if shelf.book.parent:
        assert shelf.parent is not None
        assert shelf.parent.name == shelf.book.parent
        assert "parent_id" in inspect(shelf.table).column_attrs


def labels() -> list[str]:
    found = [code.zh for code in code_lists.shipped_codes()]
    for state in code_lists.state_labels():
        found += [state.pill_zh, state.full_zh, state.applicant_zh, state.inner_zh]
    found += [move.zh for move in code_lists.move_labels()]
    for each in ALL:
        found.append(book_label(each.name).zh)
        found += [field_label(each.name, spec.name).zh for spec in each.book.fields]
        found += [paper_label(each.name, paper.name).zh for paper in each.book.papers]
        found += [register_label(each.name, column) for column in each.book.register]
    return found


def test_no_label_wears_a_word_that_must_not_appear() -> None:
    assert [(text, w) for text in labels() for w in FORBIDDEN if w in text] == []


def test_a_pill_has_five_characters_at_most() -> None:
    assert [s.pill_zh for s in code_lists.state_labels() if len(s.pill_zh) > 5] == []
