"""应澄清尽澄清: PRODUCT §3-3 as OFFICE §1-3 and §1-17 correct it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

from db.books.commands import Open
from db.clarification.assessing import Assess, FindingEntry, RecordFinding
from db.clarification.coverage import reported_coverage, undecided
from db.core.gate import Gate
from db.office.tables import Unit
from db.statistics.queries import month_json, monthly
from tests.clarification.test_clarification import (
    TODAY,
    asked,
    carried_out,
    referred,
    unit_id,
)
from tests.conftest import Center

Gates = Callable[[str], Gate]


def found(gate: Gates, login: str, category: str = "untrue") -> int:
    case_id = referred(gate, login)
    gate(login).write(RecordFinding(case_id, FindingEntry(category, "函1", TODAY, "不属实。")))
    return case_id


def listed(gate: Gates, login: str) -> list[tuple[int, date | None]]:
    return [(one.row.id, one.received_on) for one in gate(login).read(undecided)]


def test_product_3_3_a_finding_without_a_decision_is_listed_after_five_working_days(
    center: Center, gate: Gates
) -> None:
    case_id = found(gate, "organization")
    decided = found(gate, "organization")
    gate("organization").write(Assess(decided, True, "possible", ("work",)))
    found(gate, "organization", "cannot_exclude")
    center.clock.set(datetime(2026, 3, 9, 3, 0, tzinfo=UTC))
    assert listed(gate, "organization") == [], "the fifth working day is in time"
    center.clock.set(datetime(2026, 3, 10, 3, 0, tzinfo=UTC))
    for login in ("organization", "organization_leader", "manager"):
        assert listed(gate, login) == [(case_id, TODAY)], login
    for login in ("clerk", "discipline", "hr", "hr_leader"):
        assert listed(gate, login) == [], login


def test_the_discipline_organ_is_listed_without_a_day_and_not_judged_by_time(
    center: Center, gate: Gates
) -> None:
    case_id = found(gate, "discipline")
    counts = gate("manager").read(
        lambda r: r.session.get_one(Unit, unit_id(gate("clerk"), "discipline")).counts_time
    )
    assert counts is False
    first = listed(gate, "manager")
    assert listed(gate, "discipline") == []
    center.clock.set(datetime(2026, 3, 30, 3, 0, tzinfo=UTC))
    assert listed(gate, "manager") == first == [(case_id, None)]
    assert listed(gate, "discipline") == [(case_id, TODAY)]
    assert listed(gate, "organization") == []


def test_office_1_17_the_month_tells_how_much_of_what_should_be_cleared_was_done(
    center: Center, gate: Gates
) -> None:
    carried_out(gate)
    asked(gate)
    found(gate, "organization")
    center.clock.set(datetime(2026, 4, 1, 3, 0, tzinfo=UTC))
    told = month_json(gate("manager").read(partial(monthly, month="2026-03")))
    assert told["finding_received_count"] == 3
    assert told["assessed_count"] == 2
    assert told["should_clear_count"] == 2
    assert told["cleared_case_count"] == 1
    assert told["clearing_rate"] == 0.5


def test_office_1_3_what_was_not_sent_is_a_number_of_the_organ(gate: Gates) -> None:
    month = date(2026, 2, 1)
    clerk = gate("clerk")
    assert clerk.read(partial(reported_coverage, month=month)) is None
    for key, received in (("discipline", 6), ("organization", 2)):
        values = {
            "unit_id": unit_id(clerk, key),
            "month_on": date(2026, 2, 28),
            "received": received,
            "assessed": 2,
            "should_clear": 1,
            "handled": 1,
        }
        clerk.write(Open("coverage_report", "enter", values))
    told = gate("manager").read(partial(reported_coverage, month=month))
    assert told is not None
    assert (told.received, told.assessed, told.should_clear, told.handled) == (8, 4, 2, 2)
