"""Text, ids and dates of every writing are cleaned without guessing."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exchange.cleaning import (
    DateOrder,
    canonical,
    clean_id,
    clean_line,
    clean_text,
    date_order,
    fold_width,
    is_blank,
    parse_moment,
    parse_time,
)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\n\t\t\t\t\n\t\t\t　　您好\n\t\t\t", "您好"),
        ("甲_x000D_\n乙_x000D_丙", "甲\n乙\n丙"),
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("甲_x005F_乙 _x000d_", "甲_乙"),
        ("甲\u00a0乙　　丙\u200b丁\ufeff", "甲 乙 丙丁"),
        ("甲\n\n\n\n乙", "甲\n\n乙"),
        ("甲&nbsp;乙&lt;丙&gt;", "甲 乙<丙>"),
        ("<p>甲</p><p>乙<br/>丙</p>", "甲\n乙\n丙"),
        ("a<b 且 b>c & d", "a<b 且 b>c & d"),
        ("A&B公司", "A&B公司"),
        ("Ａ７县１２", "Ａ７县１２"),
        ("👨‍👩‍👧 家\u200d庭", "👨‍👩‍👧 家庭"),
        ("\x00甲\x0b", "甲"),
        (None, ""),
        (3.0, "3"),
        (2.5, "2.5"),
        (True, "true"),
        (date(2026, 1, 2), "2026-01-02"),
        (float("nan"), ""),
    ],
)
def test_text_is_cleaned_for_the_eye(raw, clean):
    assert clean_text(raw) == clean


@given(st.text())
def test_cleaning_is_done_once(raw):
    once = clean_text(raw.replace("&", "").replace("<", "").replace("_x", ""))
    assert clean_text(once) == once
    assert once == once.strip()


def test_a_line_has_no_breaks():
    assert clean_line("关于\n　某事 的\t问题") == "关于 某事 的 问题"


def test_equal_values_are_equal_however_written():
    assert canonical(0.0) == canonical("0") == canonical(0)
    assert canonical("甲\r\n") == canonical("\n甲")


def test_a_blank_is_what_nobody_can_see():
    for value in (None, "", " \n", "\u200b　", float("nan")):
        assert is_blank(value)
    for value in (0, 0.0, False, "-"):
        assert not is_blank(value)


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (201447.0, "201447"),
        (201447, "201447"),
        ("201447.0", "201447"),
        (" ００１２３ ", "00123"),
        ('="00123"', "00123"),
        ("'00123", "00123"),
        ("18014398509481985", "18014398509481985"),
        (18014398509481985, "18014398509481985"),
        (20220510008.0, "20220510008"),
        ("诉〔2026〕0001", "诉〔2026〕0001"),
        ("（2026）第1号", "(2026)第1号"),
        ("A-7/3.50", "A-7/3.50"),
        ("无", ""),
        ("-", ""),
        (None, ""),
    ],
)
def test_an_id_is_a_string(raw, number):
    assert clean_id(raw) == (number, None)


@pytest.mark.parametrize("raw", [4.4e17, "4.40582E+17", date(2019, 1, 1)])
def test_an_id_a_spreadsheet_has_spoiled_is_named(raw):
    assert clean_id(raw)[1] == "id_inexact"


NIGHT = time(23, 59, 59)


@pytest.mark.parametrize(
    ("raw", "on", "at"),
    [
        ("2019/2/28 11:25:05", date(2019, 2, 28), time(11, 25, 5)),
        ("2019-02-28", date(2019, 2, 28), None),
        ("2019.2.28", date(2019, 2, 28), None),
        ("２０１９／２／２８　１１：２５", date(2019, 2, 28), time(11, 25)),
        ("2019年2月28日", date(2019, 2, 28), None),
        ("2019 年 2 月 28 日 下午3点05分", date(2019, 2, 28), time(15, 5)),
        ("2019年2月28日上午12:10", date(2019, 2, 28), time(0, 10)),
        ("2019年2月28号（星期四）8:00", date(2019, 2, 28), time(8)),
        ("二〇一九年二月二十八日", date(2019, 2, 28), None),
        ("二○一九年十二月三十一日", date(2019, 12, 31), None),
        ("19年2月28日", date(2019, 2, 28), None),
        ("20190228", date(2019, 2, 28), None),
        ("20190228112505", date(2019, 2, 28), time(11, 25, 5)),
        (20190228.0, date(2019, 2, 28), None),
        (43524, date(2019, 2, 28), None),
        ("43524.5", date(2019, 2, 28), time(12)),
        (43524.999988425925, date(2019, 2, 28), NIGHT),
        ("2019-02-28T11:25:05.123", date(2019, 2, 28), time(11, 25, 5)),
        ("2019-02-28T23:25:05Z", date(2019, 3, 1), time(7, 25, 5)),
        ("2019-02-28T23:25:05+08:00", date(2019, 2, 28), time(23, 25, 5)),
        ("2019-02-28 11:25:05.0", date(2019, 2, 28), time(11, 25, 5)),
        ("2019/2/28 Thursday 11:25", date(2019, 2, 28), time(11, 25)),
        ("Feb 28, 2019 3:04 PM", date(2019, 2, 28), time(15, 4)),
        ("28 February 2019", date(2019, 2, 28), None),
        ("1551324305", date(2019, 2, 28), time(11, 25, 5)),
        (1551324305000, date(2019, 2, 28), time(11, 25, 5)),
        (date(2019, 2, 28), date(2019, 2, 28), None),
        (datetime(2019, 2, 28, 20, 0, tzinfo=UTC), date(2019, 3, 1), time(4)),
    ],
)
def test_a_date_of_every_writing_is_understood(raw, on, at):
    moment = parse_moment(raw)
    assert (moment.on, moment.at, moment.reason) == (on, at, None)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (None, "no_date"),
        ("", "no_date"),
        ("无", "no_date"),
        ("—", "no_date"),
        (float("nan"), "no_date"),
        ("不明日期", "bad_date"),
        ("2019-02-30", "bad_date"),
        ("2019-13-01", "bad_date"),
        ("2019-02", "bad_date"),
        ("0000-00-00", "bad_date"),
        ("1019-02-28", "bad_date"),
        ("9999-12-31", "bad_date"),
        ("2019-02-28至2019-03-01", "bad_date"),
        ("2019-02-28 25:00", "bad_date"),
        (5, "bad_date"),
        (True, "bad_date"),
        ("3/4/2025", "ambiguous_date"),
    ],
)
def test_what_is_no_date_is_none_with_its_reason(raw, reason):
    moment = parse_moment(raw)
    assert (moment.on, moment.reason) == (None, reason)


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["3/4/2025 1:20", "3/14/2025 0:44"], DateOrder.MONTH_FIRST),
        (["4/3/2025", "14/3/2025", None, 5, "无"], DateOrder.DAY_FIRST),
        (["3/4/2025 1:20 PM", "3/5/2025 1:20 AM"], DateOrder.MONTH_FIRST),
        (["3/4/2025", "5/6/2025"], DateOrder.UNKNOWN),
        (["13/4/2025", "4/13/2025"], DateOrder.UNKNOWN),
        (["4/13/2025"] * 99 + ["13/4/2025"], DateOrder.MONTH_FIRST),
        (["19/2/28", "20/1/15", "31/1/1"], DateOrder.UNKNOWN),
        (["2019/2/28"], DateOrder.UNKNOWN),
        ([], DateOrder.UNKNOWN),
        ([f"{m}/{d}/2025" for m in (1, 2, 3) for d in (1, 3, 5, 7, 9, 11)], DateOrder.MONTH_FIRST),
        ([f"{d}.{m}.2025" for m in (1, 2, 3) for d in (1, 3, 5, 7, 9, 11)], DateOrder.DAY_FIRST),
    ],
)
def test_the_order_is_told_from_the_whole_column(column, order):
    assert date_order(column) == order


def test_the_order_decides_the_doubtful_ones():
    assert parse_moment("3/4/2025", DateOrder.MONTH_FIRST).on == date(2025, 3, 4)
    assert parse_moment("3/4/2025", DateOrder.DAY_FIRST).on == date(2025, 4, 3)
    assert parse_moment("13/4/2025", DateOrder.MONTH_FIRST).reason == "bad_date"
    assert parse_moment("13/4/2025").on == date(2025, 4, 13)
    assert parse_moment("4/4/2025").on == date(2025, 4, 4)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.times())
def test_every_moment_survives_every_writing(on, at):
    at = at.replace(microsecond=0, tzinfo=None)
    clock = f"{at.hour}:{at.minute:02}:{at.second:02}"
    for text in (
        f"{on.year}/{on.month}/{on.day} {clock}",
        f"{on.isoformat()}T{at.isoformat()}",
        f"{on.year}年{on.month}月{on.day}日 {clock}",
        f"{on:%Y%m%d}{at:%H%M%S}",
    ):
        moment = parse_moment(text)
        assert (moment.on, moment.at) == (on, at)
    assert parse_moment((on - date(1899, 12, 30)).days).on == on


def test_a_time_may_stand_in_its_own_column():
    assert parse_time("8:05") == time(8, 5)
    assert parse_time("下午3点") == time(15)
    assert parse_time(0.5) == time(12)
    assert parse_time(time(9, 1)) == time(9, 1)
    assert parse_time(timedelta(hours=9)) == time(9)
    for nothing in (None, "", "早", 7, timedelta(days=2)):
        assert parse_time(nothing) is None


def test_full_width_forms_are_folded_and_nothing_else():
    assert fold_width("Ａ１（　）〔〕王") == "A1( )〔〕王"
