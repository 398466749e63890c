"""Days, times, ages and names stand as office papers write them."""

from datetime import UTC, date, datetime

from db.documents.dates_text import (
    BLANK_DATE,
    age_on,
    birth_with_age,
    clock_time,
    comrade,
    day_span,
    issuer_lines,
    list_name,
    long_date,
    long_time,
    month_span,
    pad_names,
    short_date,
    table_date,
    weekday,
)

DAY = date(2026, 3, 5)


def test_letters_write_days_without_zeros_and_tables_with() -> None:
    assert long_date(DAY) == "2026年3月5日"
    assert table_date(DAY) == "2026-03-05"
    assert short_date(DAY) == "3.5"
    assert weekday(DAY) == "星期四"


def test_a_missing_day_is_the_blank_for_the_pen() -> None:
    assert long_date(None) == BLANK_DATE == "    年  月  日"
    assert table_date(None) == ""


def test_times_are_civil_times_of_shanghai() -> None:
    at = datetime(2026, 10, 12, 1, 20, tzinfo=UTC)
    assert long_time(at) == "2026年10月12日9时20分"
    assert clock_time(at) == "9:20"


def test_birth_is_a_month_and_an_age() -> None:
    assert birth_with_age(date(1985, 3, 1), date(2026, 10, 12)) == "1985.03（41岁）"
    assert age_on(date(1985, 3, 6), DAY) == 40
    assert age_on(date(1985, 3, 5), DAY) == 41


def test_periods_name_the_year_only_where_it_changes() -> None:
    assert day_span(date(2026, 10, 1), date(2026, 10, 31)) == "2026年10月1日至10月31日"
    assert day_span(date(2025, 12, 26), date(2026, 1, 25)) == "2025年12月26日至2026年1月25日"
    assert month_span(date(2024, 6, 1), date(2026, 2, 1)) == "2024.06—2026.02"


def test_names_of_two_characters_are_spread_in_lists() -> None:
    assert list_name("王伟") == "王　伟"
    assert list_name("𬭎䶮") == "𬭎　䶮"
    assert pad_names(["王伟", "欧阳娜", "Li"]) == ["王　伟", "欧阳娜", "Li"]


def test_forms_of_address() -> None:
    assert comrade("王伟") == "王伟同志"
    assert comrade("王伟同志") == "王伟同志"
    assert comrade("").strip() == "同志"


def test_a_long_signature_breaks_before_its_parentheses() -> None:
    name = "中共云陵区委组织部（干部诉求联合受理中心）"
    assert issuer_lines(name) == "中共云陵区委组织部\n（干部诉求联合受理中心）"
    assert issuer_lines("云陵区人社局") == "云陵区人社局"
