"""The report: the office's own example as a vector, versions, corrections."""

import importlib.util
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from db.core.errors import ConflictError, RefusedError
from db.core.permissions import Permission
from db.core.tables import Milestone
from db.core.tx import Tx
from db.statistics.asking import material, report
from db.statistics.closing import (
    CloseMonth,
    SaveMonthText,
    closed_month,
    corrections,
    corrections_before,
    from_snapshot,
    own_words,
    to_snapshot,
    told,
)
from db.statistics.reporting import Version, evaluate
from db.statistics.rows import OwnWords
from db.statistics.tables import MonthClose
from db.statistics.text import (
    Paragraph,
    Part,
    check_fields,
    check_text,
    growth,
    percent,
    shares,
    write_text,
)


def _example():
    path = Path(__file__).with_name("october.py")
    spec = importlib.util.spec_from_file_location("october_facts", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.facts()


@dataclass(frozen=True, slots=True)
class Write:
    """Write facts as they are."""

    permission: ClassVar[Permission] = Permission.MONTH_CLOSE

    facts: tuple[dict[str, Any], ...]

    def __call__(self, tx: Tx) -> None:
        tx.session.add_all(
            Milestone(recorded_at=tx.now, **{"amount": 1, **fact}) for fact in self.facts
        )


@dataclass(frozen=True, slots=True)
class Spoil:
    """Try to change a closed month."""

    permission: ClassVar[Permission] = Permission.MONTH_CLOSE

    how: str

    def __call__(self, tx: Tx) -> None:
        row = tx.session.query(MonthClose).one()
        if self.how == "delete":
            tx.session.delete(row)
        else:
            row.figures = {}
        tx.session.flush()


@pytest.fixture
def october(desk):
    desk.at(date(2026, 11, 1), 9)
    desk.gate.write(Write(tuple(_example())))
    return desk


def made(desk, version=Version.FULL, month="2026-10"):
    return desk.gate.read(partial(report, month=month, version=version))


def test_the_example_foots(october):
    now = october.foots("2026-10")
    told_now, year = now.current, now.year_to_date
    assert told_now["received_count"] == 53 == 46 + 5 + 0 + 2
    assert (told_now["opening_count"], told_now["open_count"]) == (9, 11)
    assert told_now["opening_count"] + 46 - 44 == 11
    assert year["opening_count"] + 428 - 419 == 11
    assert (year["opening_count"], year["accepted_count"], year["handled_count"]) == (2, 428, 419)


def test_the_text_of_the_example(october):
    found = made(october)
    assert found.faults == ()
    lines = found.report.text.text.splitlines()
    assert lines[0] == "2026年10月份干部诉求受理办理情况"
    assert lines[2] == (
        "10月份，中心共登记干部诉求53件，受理46件，较上月增加5件、增长12.2%，"
        "较上年同月增加7件、增长17.9%；引导至法定（党内）途径5件，重复件并入2件。"
        "另接受咨询17人次。期初在办9件，本月办结44件，期末在办11件，其中超期0件。"
        "开展关爱谈话31人次。1—10月，累计受理428件，同比增长7.8%；"
        "累计办结419件，办结率97.4%；累计开展关爱谈话297人次。"
    )
    assert lines[4] == (
        "从诉求方式看，来访21件、来电9件、来信6件、部门转来5件、网络3件、领导接访2件，"
        "分别占45.7%、19.6%、13.0%、10.9%、6.5%和4.3%。"
        "从诉求类别看，主要集中在工资福利与待遇（12件）、职级晋升与岗位交流（9件）、"
        "澄清正名（6件）三个方面，合计占58.7%。其中，职级晋升与岗位交流较上月增加9件。"
    )
    assert lines[6] == (
        "本月办结的44件中，支持解决19件、解释说明19件、不予支持4件、本人撤回2件，"
        "实质办结率95.5%；当场办结8件。有办理时限的31件，按期办结30件，按期办结率96.8%；"
        "超期办结1件。回访38件，满意29件、基本满意8件、不满意1件，满意率97.4%。"
    )
    assert lines[8] == (
        "收到有权机关函复5件，经评估应予澄清5件，已实施澄清4件4人，其中书面澄清4件、"
        "当面澄清2件、会议澄清1件；1件按本人意愿不公开，已书面告知。开展关爱谈话31人次，"
        "诉求办结后谈话19人次、澄清后谈话4人次、重要节点谈话8人次，梳理困难问题14个，"
        "已帮助解决11个。"
    )


def test_figures_in_the_text_are_fields_and_checked(october):
    found = october.gate.read(partial(material, month="2026-10", version=Version.FULL))
    text = write_text(found.figures, found.names)
    assert check_text(text, found.figures, found.names) == []
    numbers = [p for p in text.parts() if p.field]
    assert len(numbers) > 40
    forged = replace(
        text,
        paragraphs=(
            *text.paragraphs,
            Paragraph((Part("受理"), Part("47", "accepted_count"), Part("件，其中3件"))),
        ),
    )
    faults = check_text(forged, found.figures, found.names)
    assert [(f.field, f.told, f.should) for f in faults] == [
        ("accepted_count", "47", "46"),
        ("", "件，其中3件", ""),
    ]
    read_back = [("accepted_count", "46"), ("handled_count", "45"), ("no_such", "1")]
    assert [f.field for f in check_fields(read_back, found.figures, found.names)] == [
        "handled_count",
        "no_such",
    ]


def test_the_managers_own_words_may_hold_fields(october):
    found = october.gate.read(partial(material, month="2026-10", version=Version.FULL))
    own = OwnWords("一是补贴口径不一致，涉及3个单位。\n本月受理{accepted_count}件。", "{wrong}")
    text = write_text(found.figures, found.names, own=own)
    assert "本月受理46件。" in text.text
    assert [f.field for f in check_text(text, found.figures, found.names)] == ["wrong"]


@pytest.mark.parametrize(
    ("new", "old", "said"),
    [(46, 41, "12.2"), (46, 39, "17.9"), (36, 40, "-10.0"), (5, 9, None), (3, 0, None)],
)
def test_growth_needs_a_base_of_ten(new, old, said):
    found = growth(new, old)
    assert (None if found is None else str(found)) == said


def test_shares_add_up_and_percentages_round_half_up():
    assert [str(s) for s in shares([21, 9, 6, 5, 3, 2])] == [
        "45.7", "19.6", "13.0", "10.9", "6.5", "4.3",
    ]  # fmt: skip
    for parts in ([1, 1, 1], [2, 3, 5, 7, 11, 13], [1] * 7, [0, 0, 4]):
        assert sum(shares(parts)) == 100
    assert shares([0, 0]) == [0, 0]
    assert (percent(42, 44), percent(30, 31), percent(37, 38)) == ("95.5%", "96.8%", "97.4%")
    assert percent(0, 0) == "—"


def test_no_change_and_small_bases_are_told_in_words(desk):
    desk.at(date(2026, 3, 10))
    for case, on in ((1, date(2026, 1, 5)), (2, date(2026, 2, 5))):
        desk.mark("received", case, on)
        desk.mark("accepted", case, on)
    text = made(desk, month="2026-02").report.text.text
    assert "受理1件，与上月持平，较上年同月增加1件" in text
    assert "1—2月，累计受理2件，同比增加2件" in text
    january = made(desk, month="2026-01").report.text.text
    assert "累计" not in january
    assert "本月未收到有权机关函复，未收到容错申请，未开展关爱谈话。" in january


def test_tables_have_the_rows_and_columns_of_the_office(october):
    tables = {t.key: t for t in made(october).report.tables}
    assert list(tables) == [
        "summary", "category", "channel", "unit", "special_1", "special_2", "special_3",
        "special_4", "items", "corrections",
    ]  # fmt: skip
    summary = tables["summary"]
    assert [c.title for c in summary.columns] == [
        "项目", "本月", "上月", "增减", "增幅", "上年同月", "增减", "增幅", "本年累计",
        "上年同期累计", "增减", "增幅",
    ]  # fmt: skip
    rows = {r.cells[0].text: [c.text for c in r.cells[1:]] for r in summary.rows}
    assert rows["1.受理"] == [
        "46", "41", "5", "12.2%", "39", "7", "17.9%", "428", "397", "31", "7.8%",
    ]  # fmt: skip
    assert rows["二、期初在办"][0] == "9"
    assert rows["按期办结率"][0] == "96.8%"
    assert rows["按期办结率"][2:4] == ["—", "—"]
    assert rows["十二、办结率（本年累计）"][0] == rows["十二、办结率（本年累计）"][7] == "97.4%"
    assert "6.移出" not in rows
    assert [c.title for c in tables["category"].columns] == [
        "序号", "诉求类别", "期初在办", "本期受理", "占比", "小计", "支持解决", "解释说明",
        "不予支持", "本人撤回", "期末在办", "其中超期", "本年累计受理", "本年累计办结",
    ]  # fmt: skip
    total = tables["category"].rows[-1]
    assert [c.text for c in total.cells[1:6]] == ["合计", "9", "46", "100.0%", "44"]
    assert [c.title for c in tables["items"].columns][:4] == [
        "序号", "受理编号", "受理日期", "诉求人",
    ]  # fmt: skip
    discipline = next(r for r in tables["unit"].rows if r.cells[1].text == "纪委监委")
    titles = [c.title for c in tables["unit"].columns]
    assert discipline.cells[titles.index("其中超期")].text == "—"
    assert discipline.cells[titles.index("平均办理天数")].text == "—"


def test_live_totals_give_the_printed_values(october):
    for table in made(october).report.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.formula and cell.kind == "count" and isinstance(cell.value, int):
                    assert evaluate(table, cell.formula) == cell.value


def test_the_circular_version_names_nobody_and_hides_small_cells(october):
    full, circular = made(october).report, made(october, Version.CIRCULAR).report
    assert "items" not in {t.key for t in circular.tables}
    assert made(october, Version.CIRCULAR).faults == ()
    rows = {r.cells[0].text: r for r in circular.table("summary").rows}
    assert rows["4.并入"].cells[1].text == "＊"
    assert rows["3.不予支持"].cells[1].text == "＊"
    assert rows["4.并入"].cells[3].text == "＊"
    for table in circular.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell.kind == "count" and isinstance(cell.value, int):
                    assert not 0 < cell.value < 5
    assert "本人撤回＊件" in circular.text.text
    assert any("＊" in note for note in circular.notes)
    assert circular.frame.copy_number == ""
    assert "＊" not in full.text.text


def test_the_public_version_has_totals_of_the_year_only(october):
    found = made(october, Version.PUBLIC)
    assert found.faults == ()
    assert [t.key for t in found.report.tables] == ["summary"]
    assert "1—10月，中心累计登记干部诉求435件，受理428件，办结419件" in found.report.text.text


def test_a_closed_month_never_changes(october):
    gate = october.gate
    with pytest.raises(RefusedError, match="missing_signer"):
        gate.write(CloseMonth("2026-10", " "))
    with pytest.raises(RefusedError, match="month_not_over"):
        gate.write(CloseMonth("2026-11", "某某"))
    before = to_snapshot(october.month("2026-10"))
    gate.write(CloseMonth("2026-10", "县委常委、组织部部长"))
    with pytest.raises(RefusedError, match="month_closed"):
        gate.write(CloseMonth("2026-10", "某某"))
    for how in ("change", "delete"):
        with pytest.raises((IntegrityError, OperationalError)):
            gate.write(Spoil(how))
    october.at(date(2026, 11, 20))
    october.mark("received", 900, date(2026, 10, 30))
    october.mark("accepted", 900, date(2026, 10, 30))
    kept = gate.read(partial(told, month="2026-10"))
    assert kept.is_snapshot
    assert to_snapshot(kept) == before
    assert to_snapshot(from_snapshot(before)) == before
    assert october.foots("2026-10").current["accepted_count"] == 47
    slip = gate.read(partial(closed_month, month="2026-10"))
    assert len(slip.chain_head) == 64
    archive = made(october, Version.ARCHIVE).report
    assert slip.chain_head in [r.cells[1].text for r in archive.table("closing").rows]
    assert slip.chain_head not in [
        c.text for r in made(october).report.tables for row in r.rows for c in row.cells
    ]


def test_later_entries_show_as_corrections_once(october):
    gate = october.gate
    gate.write(CloseMonth("2026-10", "部长"))
    assert gate.read(partial(corrections, month="2026-10")) == ()
    october.at(date(2026, 11, 20))
    october.mark("received", 900, date(2026, 10, 30), category="health_psych")
    october.mark("accepted", 900, date(2026, 10, 30), category="health_psych")
    found = gate.read(partial(corrections, month="2026-10"))
    said = {(c.identifier, c.dimension, c.value): (c.old, c.new) for c in found}
    assert said["accepted_count", "", ""] == (46, 47)
    assert said["accepted_count", "category", "health_psych"] == (4, 5)
    assert said["open_count", "", ""] == (11, 12)
    october.at(date(2026, 12, 1))
    table = made(october, month="2026-11").report.table("corrections")
    assert ["2026-10", "受理数", "46", "47"] in [
        [c.text for c in row.cells[:4]] for row in table.rows
    ]
    gate.write(CloseMonth("2026-11", "部长"))
    october.at(date(2027, 1, 2))
    assert gate.read(partial(corrections_before, month="2026-12")) == ()


def test_words_of_the_manager_are_kept_with_their_version(october):
    gate = october.gate
    gate.write(SaveMonthText("2026-10", "一是……", "（一）……"))
    words = gate.read(partial(own_words, month="2026-10"))
    assert (words.concerns, words.next_steps) == ("一是……", "（一）……")
    gate.write(SaveMonthText("2026-10", "二是……", "", seen=words.version))
    with pytest.raises(ConflictError):
        gate.write(SaveMonthText("2026-10", "三是……", "", seen=words.version))
    gate.write(CloseMonth("2026-10", "部长"))
    with pytest.raises(RefusedError, match="month_closed"):
        gate.write(SaveMonthText("2026-10", "四是……", "", seen=words.version))
