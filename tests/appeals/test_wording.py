"""Guesses at a reporter are marked, ordinary sentences are not; secrecy marks are refused."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.appeals.wording import reporter_guesses, state_secret_marks

DATA = Path(__file__).parents[1] / "data"
MARKED = (DATA / "wording_marked.txt").read_text(encoding="utf-8").splitlines()
INNOCENT = (DATA / "wording_innocent.txt").read_text(encoding="utf-8").splitlines()


def test_there_are_enough_sentences_of_both_kinds():
    assert len(set(MARKED)) >= 50
    assert len(set(INNOCENT)) >= 200


@pytest.mark.parametrize("sentence", MARKED)
def test_a_guess_is_marked(sentence):
    assert reporter_guesses(sentence)


@pytest.mark.parametrize("sentence", INNOCENT)
def test_an_ordinary_sentence_is_not_marked(sentence):
    assert [sentence[m.start : m.end] for m in reporter_guesses(sentence)] == []


GUESSES = ("怀疑是", "肯定是", "应该是", "估计是", "八成是", "就是", "多半是", "我猜是")
PEOPLE = (
    "张强",
    "王某",
    "李科长",
    "小赵",
    "老钱",
    "欧阳明",
    "×××",
    "单位的同事",
    "刘建国主任",
    "陈䶮",
)
DEEDS = (
    "告的",
    "举报的",
    "写的举报信",
    "写信反映的",
    "向纪委举报的",
    "在背后打的小报告",
    "告的我",
    "诬告我",
)


def test_every_guess_of_every_person_is_marked_whoever_it_is():
    missed = [
        sentence
        for parts in product(GUESSES, PEOPLE, DEEDS)
        if not reporter_guesses(sentence := "".join(parts) + "。")
    ]
    assert missed == []


def test_the_mark_says_where():
    text = "请调整岗位。我怀疑是张强告的，请查。"
    (mark,) = reporter_guesses(text)
    assert text[mark.start : mark.end] == "怀疑是张强告的"
    assert mark.kind == "reporter_guess"


def test_blanks_hide_no_guess():
    text = "肯定 是　张 强 告 的"
    (mark,) = reporter_guesses(text)
    assert (mark.start, mark.end) == (0, len(text))


def test_two_guesses_are_two_marks():
    assert len(reporter_guesses("怀疑是张强告的。\n工资也没有发。\n不然就是老李举报的。")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "秘密★10年",
        "机密 ★ 长期",
        "绝密★",
        "★机密",
        "密级：秘密",
        "密　级: 机 密",
        "【机密】关于干部调整的请示",
        "（秘密）会议纪要",
        "附件：\n　　机 密　\n正文",
        "该文件为机密级",
        "涉及绝密文件",
        "标注“秘密”的公文",
    ],
)
def test_a_mark_of_secrecy_is_found(text):
    marks = state_secret_marks(text)
    assert marks
    assert all(mark.kind == "secrecy_mark" for mark in marks)


@pytest.mark.parametrize(
    "text",
    [
        "请为我保守秘密",
        "涉及商业秘密和个人秘密",
        "按工作秘密管理",
        "本系统不处理国家秘密",
        "保密局的同志",
        "学习保密法，严守国家秘密",
        "机密性不强的岗位",
        "工作秘密★",
        "他们秘密进行了投票",
        "",
    ],
)
def test_the_mere_word_is_no_mark(text):
    assert state_secret_marks(text) == ()


@given(st.text("我是怀疑王强告举报信的，。 \n秘密★", max_size=60))
def test_marks_lie_in_the_text_in_order_and_apart(text):
    for marks in (reporter_guesses(text), state_secret_marks(text)):
        places = [place for mark in marks for place in (mark.start, mark.end)]
        assert places == sorted(places)
        assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)


def test_a_long_text_is_checked_fast():
    text = "我是干部，我怀疑工资应该是算错的，因为据说是老王和老李在的时候就这样。" * 3000
    assert reporter_guesses(text) == ()
    assert reporter_guesses("是" * 50_000) == ()
    for piece in ("在背后", "因为", "又都就所", "我们的", "张强", "张科长", "纪委监委", "就是"):
        assert reporter_guesses("怀疑张强" + piece * 2_000) == ()
