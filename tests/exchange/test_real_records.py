"""The known answers of the real public records, as far as no store is needed.

The records are no part of the project: they are looked for in `ZHENGMING_REAL_DATA` or beside the
checkout, and without them these tests are skipped.
"""

import os
from collections import Counter
from datetime import date, time
from pathlib import Path
from statistics import median

import pytest

from db.appeals.matching import exact_duplicates, near_duplicates
from db.appeals.search_query import Text, holds, parse_query
from db.appeals.wording import reporter_guesses
from db.core.errors import RefusedError
from db.core.search_tokens import fold
from db.exchange.cleaning import DateOrder
from db.exchange.mapping import differing_fields, parse_file

FOLDER = Path(
    os.environ.get("ZHENGMING_REAL_DATA") or Path(__file__).parents[2] / "../shared/data"
).resolve()

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason=f"no real public records (ZHENGMING_REAL_DATA) in {FOLDER}"
    ),
]


@pytest.fixture(scope="module")
def f3():
    return parse_file(FOLDER / "teddy_f3_hot_4326.xlsx")


@pytest.fixture(scope="module")
def mailbox():
    return parse_file(FOLDER / "shangluo_mayor_mailbox_1179.csv")


def test_d1_every_letter_of_f3_and_every_date(f3):
    assert (f3.read, len(f3.rows), f3.errors, f3.repeated) == (4326, 4326, (), ())
    assert Counter(flag for row in f3.rows for flag in row.flags) == {}
    moments = sorted(
        (row.received_on, row.received_time or time(), row.source_number) for row in f3.rows
    )
    assert moments[0] == (date(2017, 6, 8), time(17, 31, 20), "360114")
    assert moments[-1] == (date(2020, 1, 26), time(19, 47, 11), "215842")


def test_d2_the_blank_tail_is_no_letters():
    f2 = parse_file(FOLDER / "teddy_f2_labelled_495_blank_tail.xlsx")
    assert (f2.read, len(f2.rows), f2.repeated) == (495, 495, ("37042",))
    assert len({row.source_number for row in f2.rows}) == 494


def test_d3_swapped_columns_are_known_letters_with_changes(f3):
    stored = {row.source_number: row.compared() for row in f3.rows}
    sample = parse_file(FOLDER / "teddy_f3_sample_30_swapped_cols.xlsx")
    assert sample.source == f3.source
    changed = [differing_fields(stored[row.source_number], row) for row in sample.rows]
    assert len(changed) == 30
    assert Counter(map(bool, changed)) == {True: 12, False: 18}
    assert {name for names in changed for name in names} == {"反对数", "点赞数"}


def test_d4_a_wrong_extension_is_read():
    found = parse_file(FOLDER / "teddy_hot_detail_123_wrong_ext .xls")
    topics = Counter(row.extra["问题ID"] for row in found.rows)
    assert [topics[str(n)] for n in range(1, 6)] == [48, 39, 9, 6, 21]


def test_d5_d6_the_mailbox_loses_nothing(mailbox):
    assert (mailbox.read, len(mailbox.rows), mailbox.errors) == (1179, 1179, ())
    assert len(mailbox.repeated) == 7
    assert sum(row.source_number in mailbox.repeated for row in mailbox.rows) == 15
    counts = Counter(flag for row in mailbox.rows for flag in row.flags)
    assert counts["no_date"] == 9
    assert counts["answered_before_asked"] == 4
    assert counts["no_body"] == 2


@pytest.mark.parametrize(
    ("name", "sheet"),
    [("ledger_road_slope_merged.xlsx", "路基时间台账"), ("ledger_module_biff.xls", "检验单")],
)
def test_d7_forms_are_refused_with_their_sheet(name, sheet):
    with pytest.raises(RefusedError) as refused:
        parse_file(FOLDER / name)
    assert (refused.value.code, refused.value.params["sheet"]) == ("merged_cells", sheet)


def test_d8_texts_begin_with_their_first_word_and_break_where_they_should(f3):
    f2 = parse_file(FOLDER / "teddy_f2_labelled_495_blank_tail.xlsx")
    for row in (*f3.rows, *f2.rows):
        assert row.facts == row.facts.strip()
        assert not set(row.facts) & set("\t\r\xa0\u3000\u200b")
        assert "_x000D_" not in row.facts
    # 32 bodies hold the escape; in two of them it only ends the text.
    escaped = [row for row in f2.rows if "\r" in row.raw["留言详情"]]
    assert len(escaped) == 32
    assert sum("\n" in row.facts for row in escaped) == 30


def test_d9_every_substring_is_counted_exactly(f3):
    letters = [(fold(row.subject), fold(row.facts)) for row in f3.rows]
    expected = {
        "举报": 233, "物业": 525, "书记": 382, "贪污": 4, "诬告": 2, "市政": 381, "公积金": 46,
        "不作为": 178, "麻将馆": 48, "A7县": 735, "打击报复": 9, "58车贷": 15, "任免": 0,
    }  # fmt: skip
    found = {word: sum(fold(word) in s or fold(word) in f for s, f in letters) for word in expected}
    assert found == expected


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("物业 AND 收费", 63),
        ("物业 收费", 63),
        ("举报 AND 物业", 35),
        ("举报 OR 投诉", 845),
        ("物业 NOT 业主", 136),
        ("物业 -业主", 136),
    ],
)
def test_d10_queries_are_combined(f3, query, count):
    tree = parse_query(query, today=date(2026, 1, 1))
    assert not isinstance(tree, Text)
    texts = [fold(row.subject) + "\0" + fold(row.facts) for row in f3.rows]
    hits = sum(
        holds(tree, contains=lambda word, t=text: fold(word) in t, field=lambda _: False)
        for text in texts
    )
    assert hits == count


def test_d11_exact_duplicates(f3):
    found = exact_duplicates((row.source_number, row.facts) for row in f3.rows)
    assert (len(found.groups), found.rows, found.surplus) == (109, 228, 119)
    assert found.top == ("201447", "226753", "229903", "273925", "278907")


@pytest.mark.parametrize(("threshold", "pairs"), [(0.6, 385), (0.7, 361), (0.8, 326), (0.9, 269)])
def test_d12_near_duplicates(f3, threshold, pairs):
    found = near_duplicates(((row.source_number, row.facts) for row in f3.rows), threshold)
    assert found.pairs == pairs
    if threshold == 0.8:
        assert (len(found.groups), found.rows) == (214, 478)


def test_d13_letters_by_month(f3):
    months = Counter(row.received_on.strftime("%Y-%m") for row in f3.rows)
    year = [months.pop(f"2019-{month:02}") for month in range(1, 13)]
    assert year == [359, 256, 368, 397, 387, 338, 417, 391, 387, 296, 280, 366]
    assert months == {"2020-01": 80, "2017-06": 1, "2018-05": 1, "2018-10": 1, "2018-11": 1}


def test_d14_letters_by_label():
    f2 = parse_file(FOLDER / "teddy_f2_labelled_495_blank_tail.xlsx")
    assert Counter(row.source_label for row in f2.rows) == {
        "劳动和社会保障": 104, "城乡建设": 101, "教育文体": 96, "卫生计生": 58,
        "交通运输": 55, "商贸旅游": 48, "环境保护": 33,
    }  # fmt: skip


def test_d15_the_mailbox_by_year_and_its_lag(mailbox):
    years = Counter(row.received_on.year if row.received_on else None for row in mailbox.rows)
    assert [years[year] for year in range(2012, 2023)] == [
        39,
        28,
        35,
        66,
        63,
        61,
        122,
        88,
        242,
        396,
        30,
    ]
    assert years[None] == 9
    lags = [
        (row.replied_on - row.received_on).days
        for row in mailbox.rows
        if row.received_on and row.replied_on
    ]
    assert (len(lags), median(lags)) == (1169, 2)
    assert (sum(lag > 30 for lag in lags), sum(lag > 60 for lag in lags)) == (72, 30)


def test_a_wide_table_with_us_dates_is_read():
    found = parse_file(FOLDER / "nyc311_animals_4969.csv")
    assert len(found.rows) == 4969
    assert found.sheets[0].order is DateOrder.MONTH_FIRST
    assert all(row.received_on for row in found.rows)


def test_ordinary_letters_are_almost_never_taken_for_guesses(f3, mailbox):
    texts = [row.subject + "\n" + row.facts for row in (*f3.rows, *mailbox.rows)]
    assert sum(bool(reporter_guesses(text)) for text in texts) <= 5
