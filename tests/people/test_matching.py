"""Names are compared, looked up by pinyin and told apart by sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.people.matching import (
    COMPOUND_SURNAMES,
    SURNAME_READINGS,
    matches_typed,
    namesake_key,
    normalise_name,
    pinyin_full,
    pinyin_initials,
    pinyin_keys,
    sounds_same,
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("王　伟", "王伟"),
        (" 王 伟 ", "王伟"),
        ("王\u00a0伟\u200b", "王伟"),
        ("买买提.吐尔逊", "买买提·吐尔逊"),
        ("买买提・吐尔逊", "买买提·吐尔逊"),
        ("买买提 • 吐尔逊", "买买提·吐尔逊"),
        ("葛\U000e0100明", "葛明"),
        ("John  Smith", "John Smith"),
        ("Ｊｏｈｎ", "John"),
        ("䶮 𬭎", "䶮𬭎"),
        ("J.Smith", "J.Smith"),
    ],
)
def test_a_name_has_one_spelling(written, name):
    assert normalise_name(written) == name
    assert normalise_name(name) == name


def test_namesakes_share_a_key():
    assert namesake_key("王　伟") == namesake_key("王伟")
    assert namesake_key("买买提·吐尔逊") == namesake_key("买买提吐尔逊")
    assert namesake_key("JOHN SMITH") == namesake_key("John  Smith")
    assert namesake_key("王伟") != namesake_key("王玮")


@pytest.mark.parametrize(
    ("name", "full", "initials"),
    [
        ("王伟", "wangwei", "ww"),
        ("单雄信", "shanxiongxin", "sxx"),
        ("解晓东", "xiexiaodong", "xxd"),
        ("仇和", "qiuhe", "qh"),
        ("曾国藩", "zengguofan", "zgf"),
        ("区伟", "ouwei", "ow"),
        ("盖玉", "geyu", "gy"),
        ("查良镛", "zhaliangyong", "zly"),
        ("任盈盈", "renyingying", "ryy"),
        ("朴正", "piaozheng", "pz"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("万俟明", "moqiming", "mqm"),
        ("欧阳修", "ouyangxiu", "oyx"),
        ("吕布", "lvbu", "lb"),
        ("刘䶮", "liuyan", "ly"),
        ("张𬭎", "zhanghong", "zh"),
        ("", "", ""),
    ],
)
def test_a_name_is_read_with_the_reading_of_its_surname(name, full, initials):
    assert pinyin_full(name) == full
    assert pinyin_initials(name) == initials
    assert pinyin_keys(name)[:2] == ((full, initials) if full else ())


@pytest.mark.parametrize(
    "typed",
    [
        "王",
        "小明",
        "wangxiaoming",
        "wangxm",
        "wxm",
        "wang x",
        "xiaom",
        "王xm",
        "WXM",
        "ming",
        "ｗｘｍ",
        "w",
        "王小m",
    ],
)
def test_a_person_is_found_by_characters_pinyin_and_initials(typed):
    assert matches_typed("王小明", typed)


@pytest.mark.parametrize("typed", ["", " ", "李", "wm", "wangm", "xw", "王明", "mingx", "wxmz"])
def test_what_does_not_fit_is_not_found(typed):
    assert not matches_typed("王小明", typed)


def test_other_readings_and_spellings_are_found_too():
    assert matches_typed("单雄信", "danxx")
    assert matches_typed("单雄信", "sxx")
    assert matches_typed("吕布", "lubu")
    assert matches_typed("吕布", "lübu")
    assert matches_typed("买买提·吐尔逊", "mmttex")
    assert matches_typed("John Smith", "johns")


def test_same_sound_is_told():
    assert sounds_same("王伟", "汪维")
    assert sounds_same("单明", "山明")
    assert not sounds_same("单明", "丹明")
    assert not sounds_same("王伟", "王　伟")
    assert not sounds_same("王伟", "王伟明")
    assert not sounds_same("", "")


def test_every_listed_surname_has_its_reading():
    for surname, reading in SURNAME_READINGS.items():
        assert pinyin_full(surname + "一") == reading + "yi", surname
    for surname, (first, second) in COMPOUND_SURNAMES.items():
        assert pinyin_full(surname + "一") == first + second + "yi", surname


@given(st.text("王伟单尉迟乐䶮𬭎·AB 　", max_size=6))
def test_every_key_of_a_name_finds_it(name):
    for key in pinyin_keys(name):
        assert matches_typed(name, key)
    if namesake_key(name):
        assert matches_typed(name, name)
