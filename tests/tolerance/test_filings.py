"""风险备案: before the act, and only the audit chain says when (PRODUCT §3-19)."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from db.tolerance.filing import sealed_at
from tests.conftest import START, Center
from tests.tolerance.cases import (
    CASE,
    DAY,
    FILING,
    Gates,
    a_filing,
    applied,
    card,
    proposed,
    row,
    signed,
    taken,
    to_consulting,
    unit,
)
from tests.tolerance.test_tolerance import refused, statement

LATER = {"known_on": date(2026, 3, 12), "acted_on": date(2026, 3, 10)}


def test_a_filing_says_matter_conflict_risk_safeguards_and_when_it_was_sealed(
    gate: Gates,
) -> None:
    found = row(gate, FILING, a_filing(gate))
    assert (found.state, found.number) == ("filed", "容备〔2026〕1号")
    assert found.values["sealed_at"] == "2026-03-02 09:00"
    for name in ("matter", "rule_conflict", "expected_risk", "safeguards"):
        refused(f"missing_{name}", lambda n=name: a_filing(gate, **{n: ""}), name)
    refused("missing_receiving_unit_id", lambda: a_filing(gate, receiving_unit_id=None))
    refused("filing_after_the_act", lambda: a_filing(gate, planned_on=date(2026, 3, 1)))


def test_3_19_a_filing_before_the_act_counts_and_is_used(center: Center, gate: Gates) -> None:
    filing = a_filing(gate)
    center.clock.advance(days=14)
    case_id = to_consulting(gate, filing_id=filing, **LATER)
    assert row(gate, CASE, case_id).values["filing_order"] == "before"
    signed(gate, proposed(gate, case_id))
    values = row(gate, CASE, case_id).values
    assert (values["filing_order"], values["filed_on"]) == ("before", DAY)
    assert row(gate, FILING, filing).state == "linked"
    assert [e.act for e in card(gate, FILING, filing).events] == ["use", "file"]


def test_3_19_a_filing_after_the_act_is_never_counted_however_it_is_dated(
    center: Center, gate: Gates
) -> None:
    center.clock.advance(days=14)
    # Typed as of 2 March, before the act of the 10th; written on the 16th.
    filing = a_filing(gate, happened_on=DAY, backdated="补录")
    assert row(gate, FILING, filing).entered_on == DAY
    case_id = to_consulting(gate, filing_id=filing, **LATER)
    values = row(gate, CASE, case_id).values
    assert (values["filing_order"], values["filed_on"]) == ("after", date(2026, 3, 16))
    signed(gate, proposed(gate, case_id))
    assert row(gate, CASE, case_id).values["filing_order"] == "after"
    assert row(gate, FILING, filing).state == "filed"


def test_3_19_on_the_day_of_the_act_nothing_proves_the_order(gate: Gates) -> None:
    filing = a_filing(gate)
    case_id = applied(gate, filing_id=filing, known_on=DAY, acted_on=DAY)
    assert row(gate, CASE, case_id).values["filing_order"] == "same_day"


def test_3_19_words_written_after_the_act_make_an_old_filing_late(
    center: Center, gate: Gates
) -> None:
    filing = a_filing(gate)
    taken(gate, FILING, filing, "return", "clerk", reason="请补充防控措施")
    center.clock.advance(days=14)
    refused("filing_not_in_force", lambda: applied(gate, filing_id=filing, **LATER))
    taken(
        gate,
        FILING,
        filing,
        "file_again",
        "clerk",
        unit_id=unit(gate, "hr"),
        matter="试行乡镇工作人员轮岗补贴",
        rule_conflict="现行办法未规定",
        expected_risk="标准不一",
        safeguards="集体研究，公示七日",
        receiving_unit_id=unit(gate, "organization"),
        planned_on=date(2026, 3, 20),
    )
    case_id = applied(gate, filing_id=filing, **LATER)
    assert row(gate, CASE, case_id).values["filing_order"] == "after"


def test_3_19_the_chain_proves_the_day_and_not_what_the_row_says(
    center: Center, gate: Gates
) -> None:
    center.clock.advance(days=14)
    filing = a_filing(gate)
    statement(
        center,
        "UPDATE risk_filing SET entered_on = '2026-03-01', sealed_at = '2026-03-01 08:00',"
        f" entered_at = '2026-03-01 00:00:00' WHERE id = {filing}",
    )
    case_id = applied(gate, filing_id=filing, **LATER)
    assert row(gate, CASE, case_id).values["filing_order"] == "after"
    with pytest.raises(IntegrityError, match="chain does not prove"):
        statement(
            center, f"UPDATE error_tolerance SET filing_order = 'before' WHERE id = {case_id}"
        )
    at = gate("manager").read(lambda r: sealed_at(r, filing))
    assert at is not None
    assert (at - START).days == 14


def test_3_19_the_day_of_the_act_is_not_moved_behind_a_filing_unseen(
    center: Center, gate: Gates
) -> None:
    center.clock.advance(days=14)
    filing = a_filing(gate)
    case_id = applied(gate, **LATER)
    refused(
        "dates_out_of_order",
        lambda: taken(
            gate,
            CASE,
            case_id,
            "link_filing",
            "clerk",
            filing_id=filing,
            acted_on=date(2026, 3, 14),
        ),
        "acted_on",
    )
    taken(gate, CASE, case_id, "link_filing", "clerk", filing_id=filing, acted_on=DAY)
    assert row(gate, CASE, case_id).values["filing_order"] == "after"
    with pytest.raises(IntegrityError, match="chain does not prove"):
        statement(
            center,
            f"UPDATE error_tolerance SET filing_order = 'before' WHERE id = {case_id}",
        )


def test_a_filing_that_is_not_in_force_is_not_linked(center: Center, gate: Gates) -> None:
    outside = a_filing(gate)
    taken(gate, FILING, outside, "not_file", "clerk", reason="不属备案范围")
    lapsed = a_filing(gate)
    taken(gate, FILING, lapsed, "lapse", "clerk", reason="试点结束")
    center.clock.advance(days=14)
    for filing in (outside, lapsed):
        refused(
            "filing_not_in_force",
            lambda f=filing: applied(gate, filing_id=f, **LATER),
            "filing_id",
        )
    refused("unknown_case", lambda: applied(gate, filing_id="容备〔2026〕99号"), "filing_id")


def test_departments_know_the_filings_they_receive(gate: Gates) -> None:
    filing = a_filing(gate)
    assert card(gate, FILING, filing, "organization").row.id == filing
    with pytest.raises(Exception, match="not_found"):
        card(gate, FILING, filing, "discipline")


def test_a_filing_that_lapsed_after_the_act_keeps_what_it_was_worth(
    center: Center, gate: Gates
) -> None:
    filing = a_filing(gate)
    center.clock.advance(days=14)
    case_id = to_consulting(gate, filing_id=filing, **LATER)
    taken(gate, FILING, filing, "lapse", "clerk", reason="试点结束")
    signed(gate, proposed(gate, case_id))
    assert row(gate, CASE, case_id).values["filing_order"] == "before"


def test_a_filing_that_was_sent_back_stops_the_determination_that_names_it(
    center: Center, gate: Gates
) -> None:
    filing = a_filing(gate)
    center.clock.advance(days=14)
    case_id = to_consulting(gate, filing_id=filing, **LATER)
    taken(gate, FILING, filing, "return", "clerk", reason="请补充")
    refused("filing_not_in_force", lambda: proposed(gate, case_id))
    taken(gate, CASE, case_id, "link_filing", "clerk", filing_id=None, acted_on=LATER["acted_on"])
    assert row(gate, CASE, case_id).values["filing_order"] == ""
    assert proposed(gate, case_id).approval_id is not None
