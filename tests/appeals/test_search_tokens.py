"""The FTS5 tokens answer like an exact substring search, rare characters and emoji included."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite3

from db.core.search_tokens import contains, fold, index_text, match_phrase

ALPHABET = "张三王伟举报县A7a-.·　 （）䶮𬭎😀é1１\n%_'\"*"


def _index(texts: list[str]) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.execute(
        "CREATE VIRTUAL TABLE t USING fts5(subject, facts, content='', contentless_delete=1,"
        " tokenize='ascii')"
    )
    base.executemany(
        "INSERT INTO t(rowid, subject, facts) VALUES (?, ?, ?)",
        [(n, index_text(text), index_text("")) for n, text in enumerate(texts)],
    )
    return base


def _hits(base: sqlite3.Connection, query: str, columns: tuple[str, ...] = ()) -> set[int]:
    sql = "SELECT rowid FROM t WHERE t MATCH ?"
    return {row[0] for row in base.execute(sql, (match_phrase(query, columns),))}


@pytest.fixture
def letters() -> Iterator[tuple[sqlite3.Connection, list[str]]]:
    texts = [
        "家住A7县的张䶮反映A市政府",
        "家住A.7县，不是A-7县",
        "𬭎先生说😀可以",
        "最后一个字是𬭎",
        "王伟",
        "",
        "全角Ａ７县与１２３",
        "诬告\n贪污",
    ]
    base = _index(texts)
    yield base, texts
    base.close()


@pytest.mark.parametrize(
    "query",
    [
        "䶮",
        "𬭎",
        "😀",
        "A7县",
        "a7县",
        "A-7县",
        "A.7县",
        "市政",
        "王",
        "伟",
        "王伟",
        "123",
        "告\n贪",
        "县",
        "可以",
        "无",
    ],
)
def test_every_query_finds_exactly_the_texts_that_contain_it(letters, query):
    base, texts = letters
    assert _hits(base, query) == {n for n, text in enumerate(texts) if contains(text, query)}


def test_punctuation_is_told_apart(letters):
    base, _ = letters
    assert _hits(base, "A7县") == {0, 6}
    assert _hits(base, "A-7县") == _hits(base, "A.7县") == {1}


def test_a_column_can_be_named(letters):
    base, _ = letters
    assert _hits(base, "王伟", ("subject",)) == {4}
    assert _hits(base, "王伟", ("facts",)) == set()


def test_a_deleted_row_is_found_no_more(letters):
    base, _ = letters
    base.execute("DELETE FROM t WHERE rowid = 4")
    assert _hits(base, "王伟") == set()


def test_nothing_visible_cannot_be_searched():
    for query in ("", "\u200b\ufeff"):
        with pytest.raises(ValueError, match="nothing"):
            match_phrase(query)


@given(
    st.lists(st.text(ALPHABET, max_size=12), max_size=8), st.text(ALPHABET, min_size=1, max_size=4)
)
@settings(deadline=None, max_examples=300)
def test_the_index_agrees_with_brute_force(texts, query):
    base = _index(texts)
    try:
        expected = {n for n, text in enumerate(texts) if contains(text, query)}
        assert _hits(base, query) == expected
        # Folding never loses what the eye sees as a substring.
        assert {n for n, text in enumerate(texts) if query in text} <= expected
    finally:
        base.close()


@given(st.text(), st.text())
def test_folding_two_texts_is_folding_each(a, b):
    assert fold(a + b) == fold(a) + fold(b)


@given(st.text(min_size=1, max_size=20), st.integers(0, 19), st.integers(1, 5))
@settings(deadline=None)
def test_any_piece_of_any_text_is_found(text, start, length):
    query = text[start : start + length]
    if not fold(query):
        return
    base = _index([text, "别的"])
    try:
        assert 0 in _hits(base, query)
    finally:
        base.close()
