"""The known answers of the real public records, told by the commands.

The records are no part of the project: they are looked for in `ZHENGMING_REAL_DATA` or beside the
checkout, and without them these tests are skipped.
"""

import contextlib
import io
import json
import os
import shutil
from collections import Counter
from pathlib import Path
from statistics import median

import pytest
from sqlalchemy import select

from db.appeals.tables import Appeal
from db.core.clock import FixedClock
from db.exchange.cleaning import parse_moment
from db.exchange.queries import unpacked
from desktop.cli import main
from tests.conftest import PASSWORD, START, Center

FOLDER = Path(
    os.environ.get("ZHENGMING_REAL_DATA") or Path(__file__).parents[2] / "../shared/data"
).resolve()

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason=f"no real public records (ZHENGMING_REAL_DATA) in {FOLDER}"
    ),
]

F3 = FOLDER / "teddy_f3_hot_4326.xlsx"
F2 = FOLDER / "teddy_f2_labelled_495_blank_tail.xlsx"
SAMPLE = FOLDER / "teddy_f3_sample_30_swapped_cols.xlsx"
HOT = FOLDER / "teddy_hot_detail_123_wrong_ext .xls"
MAILBOX = FOLDER / "shangluo_mayor_mailbox_1179.csv"


class Desk:
    """A store with records, and the command line on it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, *arguments: object, code: int = 0) -> dict[str, object]:
        out, said = io.StringIO(), io.StringIO()
        os.environ["ZHENGMING_PASSWORD"] = PASSWORD
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(said):
                ended = main(
                    ["--store", str(self.path), *map(str, arguments), "--json"],
                    clock=FixedClock(START),
                )
        finally:
            del os.environ["ZHENGMING_PASSWORD"]
        assert ended == code, said.getvalue()
        told: dict[str, object] = json.loads(out.getvalue())
        return told

    def select(self, *columns: object) -> list[tuple[object, ...]]:
        center = Center(self.path)
        rows = center.gate("manager").read(
            lambda r: r.session.execute(select(*columns).order_by(Appeal.id)).all()
        )
        center.close()
        return [tuple(row) for row in rows]


def desk(template_store: Path, folder: Path, *files: Path) -> Desk:
    for source in template_store.parent.iterdir():
        shutil.copy2(source, folder / source.name)
    made = Desk(folder / "center.zm")
    for file in files:
        made("import", file)
    return made


@pytest.fixture(scope="module")
def f3(template_store, tmp_path_factory):
    return desk(template_store, tmp_path_factory.mktemp("f3"), F3)


@pytest.fixture(scope="module")
def mailbox(template_store, tmp_path_factory):
    return desk(template_store, tmp_path_factory.mktemp("mailbox"), MAILBOX)


@pytest.fixture
def empty(template_store, tmp_path):
    return desk(template_store, tmp_path)


def test_d1_every_letter_of_f3(empty):
    told = empty("import", F3)
    assert (told["read"], told["imported"], told["rejected"]) == (4326, 4326, 0)
    assert (told["flagged"], told["errors"], told["repeated"]) == ([], [], [])
    times = {
        number: f"{day} {time}"
        for number, day, time in empty.select(
            Appeal.source_number, Appeal.received_on, Appeal.received_time
        )
    }
    first, last = min(times, key=times.get), max(times, key=times.get)
    assert (first, times[first]) == ("360114", "2017-06-08 17:31:20")
    assert (last, times[last]) == ("215842", "2020-01-26 19:47:11")


def test_d2_d14_f2_and_its_labels(empty):
    told = empty("import", F2)
    assert (told["read"], told["imported"], told["repeated"]) == (495, 495, ["37042"])
    rows = empty.select(Appeal.source_number, Appeal.source_label)
    assert len({number for number, _ in rows}) == 494
    assert Counter(label for _, label in rows) == {
        "劳动和社会保障": 104, "城乡建设": 101, "教育文体": 96, "卫生计生": 58,
        "交通运输": 55, "商贸旅游": 48, "环境保护": 33,
    }  # fmt: skip


def test_d3_the_sample_after_f3_is_known_and_twelve_rows_differ(f3):
    told = f3("import", SAMPLE, "--dry-run")
    assert (told["read"], told["imported"], len(told["repeated"])) == (30, 0, 30)
    assert len(told["changed"]) == 12
    assert {f for fields in told["differences"].values() for f in fields} == {"点赞数", "反对数"}
    assert f3("import", SAMPLE)["imported"] == 0


def test_d4_the_file_with_the_wrong_ending(empty):
    assert empty("import", HOT)["imported"] == 123
    groups = Counter(unpacked(raw)[0]["问题ID"] for (raw,) in empty.select(Appeal.raw))
    assert [groups[n] for n in (1, 2, 3, 4, 5)] == [48, 39, 9, 6, 21]


def test_d5_d6_the_mailbox(empty):
    told = empty("import", MAILBOX)
    assert (told["read"], told["imported"], told["rejected"]) == (1179, 1179, 0)
    reasons = Counter(flag["reason"] for flag in told["flagged"])
    assert reasons["no_date"] == 9
    assert reasons["answered_before_asked"] == 4
    assert reasons["no_body"] == 2
    assert len(told["repeated"]) == 7
    numbers = Counter(number for (number,) in empty.select(Appeal.source_number))
    assert sum(numbers[number] for number in told["repeated"]) == 15


@pytest.mark.parametrize("name", ["ledger_road_slope_merged.xlsx", "ledger_module_biff.xls"])
def test_d7_forms_are_refused_whole(empty, name):
    told = empty("import", FOLDER / name, code=1)
    assert told["error"] == "merged_cells"
    assert name in told["message"]
    assert (told["read"], told["imported"]) == (0, 0)
    assert empty.select(Appeal.id) == []


def test_d8_bodies_are_clean(f3, empty):
    for (facts,) in f3.select(Appeal.facts):
        assert facts == facts.strip()
        assert "\t" not in facts
    empty("import", F2)
    assert not [1 for (facts,) in empty.select(Appeal.facts) if "_x000D_" in facts]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("举报", 233), ("物业", 525), ("书记", 382), ("贪污", 4), ("诬告", 2), ("市政", 381),
        ("公积金", 46), ("不作为", 178), ("麻将馆", 48), ("A7县", 735), ("打击报复", 9),
        ("58车贷", 15), ("任免", 0), ("物业 AND 收费", 63), ("举报 AND 物业", 35),
        ("举报 OR 投诉", 845), ("物业 NOT 业主", 136),
    ],
)  # fmt: skip
def test_d9_d10_search(f3, query, count):
    told = f3("search", query, "--in", "subject,facts")
    assert told["count"] == len(told["ids"]) == count


def test_search_lists_the_newest_first(f3):
    told = f3("search", "物业", "--in", "subject,facts", "--limit", "40")
    days = dict(f3.select(Appeal.source_number, Appeal.received_on))
    shown = [days[number] for number in told["ids"]]
    assert (told["count"], len(shown)) == (525, 40)
    assert shown == sorted(shown, reverse=True)


def test_d11_exact_duplicates(f3):
    told = f3("duplicates", "--exact")
    assert (told["groups"], told["rows"]) == (109, 228)
    assert told["top"] == ["201447", "226753", "229903", "273925", "278907"]


@pytest.mark.parametrize(("near", "pairs"), [(0.6, 385), (0.7, 361), (0.8, 326), (0.9, 269)])
def test_d12_near_duplicates(f3, near, pairs):
    told = f3("duplicates", "--near", near)
    assert told["pairs"] == pairs
    if near == 0.8:
        assert (told["groups"], told["rows"]) == (214, 478)


def test_d13_f3_by_month(f3):
    year = f3("month", "2019-12")["year_to_date"]["received_count"]
    months = [f3("month", f"2019-{number:02d}")["received_count"] for number in range(1, 13)]
    assert months == [359, 256, 368, 397, 387, 338, 417, 391, 387, 296, 280, 366]
    assert year == sum(months)
    assert f3("month", "2020-01")["received_count"] == 80
    for month in ("2017-06", "2018-05", "2018-10", "2018-11"):
        assert f3("month", month)["received_count"] == 1


def test_d15_the_mailbox_by_year(mailbox):
    years = [
        mailbox("month", f"{year}-12")["year_to_date"]["received_count"]
        for year in range(2012, 2023)
    ]
    assert years == [39, 28, 35, 66, 63, 61, 122, 88, 242, 396, 30]
    # Seven rows tell a day of an answer and no answer: they stay open, their file's day is kept.
    lags = [
        (parse_moment(cells["reply_date"]).on - received).days
        for received, cells in (
            (day, unpacked(raw)[0]) for day, raw in mailbox.select(Appeal.received_on, Appeal.raw)
        )
        if received and "reply_date" in cells
    ]
    assert len(lags) == 1169
    assert median(lags) == 2
    assert sum(lag > 30 for lag in lags) == 72
    assert sum(lag > 60 for lag in lags) == 30
