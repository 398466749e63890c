"""Letters that say the same are found exactly, nearly, and the window can say where."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.appeals.matching import (
    NearIndex,
    Span,
    exact_duplicates,
    explain,
    grams,
    near_duplicates,
    normalise,
    prefix_keys,
    similarity,
)

LETTER = "本人于二〇二四年三月申请调动工作岗位至今没有收到任何答复望中心协调处理"


def test_width_case_spaces_and_punctuation_do_not_count():
    assert normalise("Ａ７县，　请 查一查_！\n") == normalise("a7县请查一查")


def test_same_texts_are_one_group_in_the_order_given():
    found = exact_duplicates(
        [(5, "请查。"), (3, "别的事"), (9, "请 查"), (1, "请，查！"), (2, ""), (4, "，。")]
    )
    assert found.groups == ((5, 9, 1),)
    assert (found.rows, found.surplus, found.pairs, found.top) == (3, 2, 3, (5, 9, 1))
    assert [(link.first, link.second) for link in found.links] == [(5, 9), (9, 1)]


def test_empty_texts_are_in_no_group():
    texts = [(1, ""), (2, " "), (3, "！？")]
    assert exact_duplicates(texts).groups == ()
    assert near_duplicates(texts).groups == ()
    assert exact_duplicates(texts).top == ()


def test_the_same_key_may_stand_twice():
    assert exact_duplicates([("a", "同一件事"), ("a", "同一件事")]).groups == (("a", "a"),)


def test_near_letters_are_tied_together_through_others():
    one, two, three = LETTER, LETTER + "为盼", LETTER + "为盼谢谢领导"
    found = near_duplicates([(1, one), (2, two), (3, three), (4, "完全不同的一封信" * 3)], 0.85)
    assert similarity(one, three) < 0.85
    assert found.groups == ((1, 2, 3),)
    assert found.pairs == 2
    assert {round(link.similarity, 2) for link in found.links} == {0.94, 0.89}


def test_short_texts_are_compared_whole():
    assert similarity("谢谢", "谢谢！") == 1.0
    assert similarity("谢谢", "谢谢你") == 0.0
    assert grams("") == frozenset()
    assert similarity("", "") == 0.0


@pytest.mark.parametrize("threshold", [0.0, -1.0, 1.1])
def test_a_threshold_outside_its_range_is_refused(threshold):
    with pytest.raises(ValueError, match="threshold"):
        near_duplicates([(1, "甲")], threshold)


def test_a_search_can_be_given_up():
    with pytest.raises(InterruptedError):
        near_duplicates([(1, LETTER), (2, LETTER + "二")], proceed=lambda: False)


_texts = st.lists(
    st.one_of(
        st.text("甲乙丙", max_size=14),
        st.integers(0, 30).map(lambda n: LETTER[:n] + "另" + LETTER[n:]),
        st.integers(0, 30).map(lambda n: LETTER[n:]),
    ),
    max_size=14,
)


@given(_texts, st.sampled_from([0.3, 0.5, 0.6, 0.8, 0.9, 1.0]))
@settings(deadline=None, max_examples=200)
def test_near_pairs_are_exactly_those_of_brute_force(texts, threshold):
    keyed = list(enumerate(texts))
    expected = {
        (a, b) for (a, x), (b, y) in combinations(keyed, 2) if similarity(x, y) >= threshold - 1e-9
    }
    found = near_duplicates(keyed, threshold)
    assert found.pairs == len(expected)
    assert {k for group in found.groups for k in group} == {k for pair in expected for k in pair}
    assert {(link.first, link.second) for link in found.links} <= expected
    index = NearIndex[int](threshold)
    for key, text in keyed:
        index.add(key, text)
    for key, text in keyed:
        near = {other for other, _ in index.near(text)} - {key}
        assert near == {a + b - key for a, b in expected if key in (a, b)}


def test_two_near_letters_share_a_stored_key():
    assert set(prefix_keys(LETTER)) & set(prefix_keys(LETTER + "为盼"))
    assert prefix_keys("") == ()
    assert prefix_keys(LETTER) == prefix_keys("　" + LETTER + "。")


def test_a_letter_can_be_replaced_and_taken_out():
    index = NearIndex[int]()
    index.add(1, LETTER)
    index.add(1, "另一件事情完全不一样的内容")
    assert index.near(LETTER) == ()
    index.add(2, LETTER)
    index.add(3, "")
    assert len(index) == 2
    index.remove(2)
    index.remove(2)
    assert index.near(LETTER) == ()


def test_the_shared_pieces_are_told_in_the_places_of_each_text():
    a = "您好！本人申请调动，至今未批。"
    b = "【再次】本人申请调动 至今未批，请答复"
    why = explain(a, b)
    assert not why.exact
    assert [a[s.start : s.end] for s in why.first] == ["本人申请调动，至今未批"]
    assert [b[s.start : s.end] for s in why.second] == ["本人申请调动 至今未批"]
    assert why.fragments == ("本人申请调动至今未批",)
    assert why.similarity == similarity(a, b)


def test_nothing_shared_gives_no_piece():
    why = explain("", LETTER)
    assert (why.similarity, why.exact, why.first, why.second, why.fragments) == (
        0.0,
        False,
        (),
        (),
        (),
    )
    assert explain("甲乙", "甲、乙").first == (Span(0, 2),)
