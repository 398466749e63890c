"""附表4, row 容错: applied, accepted, determined by case and person, followed (OFFICE §6.4)."""

from typing import Any

import pytest

from db.core.errors import NotAllowedError
from db.people.commands import CreatePerson
from db.statistics.asking import report
from db.statistics.queries import case_ids, monthly
from db.statistics.reporting import Version
from tests.conftest import Center
from tests.tolerance.cases import (
    CASE,
    Gates,
    add_correction,
    agreed,
    applied,
    close,
    communicate,
    finish_correction,
    hold,
    opened,
    proposed,
    signed,
    taken,
    to_consulting,
)

MONTH = "2026-03"


def told(gate: Gates) -> dict[str, Any]:
    values = gate("manager").read(lambda r: monthly(r, MONTH)).current.values
    return {k.removeprefix("tolerance_"): v for k, v in values.items() if k.startswith("tolerance")}


def a_person(gate: Gates) -> int:
    return int(gate("clerk").write(CreatePerson(name="李𬭎")).value)


def test_3_22_one_person_in_three_cases_counts_one_person_and_three_cases(
    center: Center, gate: Gates
) -> None:
    person = a_person(gate)
    cases = [to_consulting(gate, person_id=person, person_name="") for _ in range(3)]
    for number, case_id in enumerate(cases, start=1):
        signed(gate, proposed(gate, case_id, "exempted"), f"泽容认〔2026〕{number}号")
    applied(gate)
    found = told(gate)
    assert (found["applied_count"], found["accepted_count"]) == (4, 3)
    assert (found["exempted_count"], found["exempted_person_count"]) == (3, 1)
    assert (found["mitigated_count"], found["refused_count"]) == (0, 0)
    listed = gate("manager").read(lambda r: case_ids(r, "tolerance_exempted_count", MONTH))
    assert sorted(listed.ids) == sorted(cases)


def test_a_reconsidered_result_counts_once_and_corrections_are_followed_until_the_end(
    gate: Gates,
) -> None:
    case_id = to_consulting(gate)
    signed(gate, proposed(gate, case_id, "mitigated"))
    communicate(gate, case_id)
    correction = add_correction(gate, case_id)
    taken(gate, CASE, case_id, "order_correction", "clerk")
    assert told(gate)["tracking_count"] == 1
    taken(gate, CASE, case_id, "object", "clerk", objection="有新的会议纪要。")
    taken(gate, CASE, case_id, "reconsider", "organization")
    hold(gate, case_id)
    signed(gate, proposed(gate, case_id, "exempted"), "泽容认〔2026〕2号")
    found = told(gate)
    assert (found["mitigated_count"], found["exempted_count"]) == (0, 1)
    assert found["tracking_count"] == 1
    communicate(gate, case_id)
    finish_correction(gate, correction)
    agreed(gate, close(gate, case_id))
    assert told(gate)["tracking_count"] == 0


def test_whoever_may_not_read_statistics_gets_none_of_it(gate: Gates) -> None:
    opened(gate, CASE, "start_ex_officio", "organization", **ex_officio(gate))
    with pytest.raises(NotAllowedError):
        gate("organization").read(lambda r: case_ids(r, "tolerance_applied_count", MONTH))


def ex_officio(gate: Gates) -> dict[str, Any]:
    from tests.tolerance.cases import an_application

    values = an_application(gate)
    for name in ("applicant_kind", "own_motive", "request"):
        values.pop(name)
    return values


def test_the_report_says_in_words_what_its_table_says(gate: Gates) -> None:
    signed(gate, proposed(gate, to_consulting(gate), "exempted"))
    found = gate("manager").read(lambda r: report(r, month=MONTH, version=Version.FULL))
    assert found.faults == ()
    assert "收到容错申请1件，受理1件，认定免责1件1人" in found.report.text.text
    table = next(t for t in found.report.tables if t.key == "special_2")
    assert [cell.text for cell in table.rows[0].cells[1:]] == list("11110000")
