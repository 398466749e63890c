"""The pasted notice: what the office copies from the web page becomes days, slips are named."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.codes.notice_text import NoticeFault, NoticeText, read_notice
from tests.codes.test_calendar import MAKE_UP, OFF, days

NOTICE_2026 = """
国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
    经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
    一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
    二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
    三、清明节：4月4日（周六）至6日（周一）放假，共3天。
    四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
    五、端午节：6月19日（周五）至21日（周日）放假，共3天。
    六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
    七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
    节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
国务院办公厅
2025年11月4日
"""

NOTICE_2025 = """国务院办公厅关于2025年部分节假日安排的通知
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
"""


def off(found: NoticeText) -> set[date]:
    return {day for span in found.spans if not span.is_working for day in span.days()}


def work(found: NoticeText) -> set[date]:
    return {day for span in found.spans if span.is_working for day in span.days()}


@pytest.mark.parametrize(("year", "text"), [(2025, NOTICE_2025), (2026, NOTICE_2026)])
def test_a_notice_gives_exactly_its_days(year: int, text: str) -> None:
    found = read_notice(text)
    assert found.year == year
    assert off(found) == days(year, OFF[year])
    assert work(found) == days(year, MAKE_UP[year])
    assert found.faults == ()


def test_number_date_and_names_are_read() -> None:
    found = read_notice(NOTICE_2026)
    assert found.source == "国办发明电〔2025〕7号"
    assert found.issued_on == date(2025, 11, 4)
    assert [span.name for span in found.spans][:3] == ["元旦", "元旦", "春节"]
    names = {span.name for span in read_notice(NOTICE_2025).spans}
    assert "国庆节、中秋节" in names
    assert read_notice(NOTICE_2025).issued_on is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("元旦：2022年12月31日至2023年1月2日放假调休，共3天。", "2022-12-31 2023-01-02"),
        ("元旦：１月１日至３日放假。", "2023-01-01 2023-01-03"),
        ("元旦:1月1日—3日放假", "2023-01-01 2023-01-03"),
        ("（一）元旦：1 月 1 日 到 1 月 3 日放假。", "2023-01-01 2023-01-03"),
        ("五一劳动节：5月1日(星期一)放假，与周末连休。", "2023-05-01 2023-05-01"),
    ],
)
def test_other_ways_of_writing_are_understood(text: str, expected: str) -> None:
    found = read_notice(text, year=2023)
    first, last = (date.fromisoformat(part) for part in expected.split())
    assert [(span.first, span.last) for span in found.spans] == [(first, last)]
    assert found.faults == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("元旦：1月1日（周五）放假。", NoticeFault.WEEKDAY),
        ("元旦：1月1日至3日放假，共4天。", NoticeFault.COUNT),
        ("元旦：2月30日放假。", NoticeFault.BAD_DAY),
        ("元旦：1月3日至1日放假。", NoticeFault.BACKWARDS),
        ("元旦：另行通知。", NoticeFault.NOTHING_READ),
        ("今天天气很好。", NoticeFault.NO_HOLIDAY),
        ("", NoticeFault.NO_HOLIDAY),
    ],
)
def test_what_does_not_fit_is_named_and_nothing_is_guessed(text: str, fault: NoticeFault) -> None:
    assert fault in {found.fault for found in read_notice(text, year=2026).faults}


def test_without_a_year_nothing_is_read() -> None:
    found = read_notice("元旦：1月1日放假。")
    assert found.spans == ()
    assert [one.fault for one in found.faults] == [NoticeFault.NO_YEAR]


@given(st.text(max_size=200))
def test_no_text_whatever_breaks_it(text: str) -> None:
    read_notice(text, year=2026)


@given(st.dates(date(2027, 1, 1), date(2027, 12, 1)), st.integers(1, 9))
def test_a_written_range_is_read_back(first: date, length: int) -> None:
    last = first + timedelta(days=length - 1)
    until = f"至{last.month}月{last.day}日" if length > 1 else ""
    text = f"国庆节：{first.month}月{first.day}日{until}放假调休，共{length}天。"
    (span,) = read_notice(text, year=2027).spans
    assert (span.first, span.last) == (first, last)
