"""Real work moves each figure by one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar

import pytest
from sqlalchemy import text

from db.appeals.answering import DeliverReply, PlanFollowUp, ProposeClose, Resume
from db.appeals.handling import DraftReply
from db.appeals.intake import Amend, Intake, Register, SettleOnTheSpot
from db.appeals.queries import card
from db.appeals.routing import Object, ProposeAssign, SignIn, Target
from db.appeals.screening import Accept, ProposeRedirect, SendToScreening, Withdraw
from db.approvals.deciding import Decide
from db.core.gate import Gate
from db.core.permissions import Permission
from db.office.desk import Consult
from db.office.tables import Recusal, Unit
from db.statistics.asking import report
from db.statistics.balance import check_balance
from db.statistics.closing import CloseMonth
from db.statistics.lists import case_ids, open_items
from db.statistics.queries import month_json, monthly
from db.statistics.reporting import Version

Gates = Callable[[str], Gate]
MONTH = "2026-03"


@dataclass(frozen=True, slots=True)
class Recuse:
    """Deny a case to an account."""

    permission: ClassVar[Permission] = Permission.SETTING_WRITE

    case_id: int
    account_id: int

    def __call__(self, tx):
        tx.add(
            Recusal(
                track="ordinary_appeal",
                case_id=self.case_id,
                account_id=self.account_id,
                reason="interest",
                decided_by_id=self.account_id,
                decided_on=tx.today,
            )
        )


def intake(**changes):
    values = {
        "administration": "county_managed",
        "channel": "letter",
        "category": "treatment",
        "subject": "乡镇工作补贴问题",
        "facts": "本人在乡镇工作八年，补贴自去年起未发。",
        "person_name": "王䶮",
        "unit_text": "云塘镇人民政府",
        "phone": "19000000001",
    }
    return Intake(**(values | changes))


def unit_id(gate, key):
    return gate.read(lambda r: r.session.query(Unit.id).filter(Unit.key == key).scalar())


def figures(gate, month=MONTH):
    told = gate("manager").read(partial(monthly, month=month))
    assert check_balance(told) == []
    return told


def moved(gate, before):
    """Return what changed since, zero changes left out."""
    now = figures(gate).current.values
    return {name: now[name] - before[name] for name in now if now[name] != before[name]}


def ids(gate, figure, **rest):
    return gate("manager").read(partial(case_ids, figure=figure, month=MONTH, **rest)).ids


def registered(gate, **changes):
    return gate("clerk").write(Register(intake(**changes))).value.appeal_id


def accepted(gate, **changes):
    appeal_id = registered(gate, **changes)
    gate("clerk").write(SendToScreening(appeal_id, "拟受理。"))
    gate("clerk").write(Accept(appeal_id, "internal"))
    return appeal_id


def assigned(gate, appeal_id, key):
    target = Target(unit_id(gate("clerk"), key))
    approval = gate("clerk").write(ProposeAssign(appeal_id, (target,), "请办理")).value
    gate("manager").write(Decide(approval, "agreed"))
    return gate("manager").read(partial(card, appeal_id=appeal_id)).hand_overs[-1].id


def answered(gate, appeal_id, row, outcome="supported"):
    gate("hr").write(SignIn(row, "人事科"))
    approval = gate("hr").write(DraftReply(row, "已核实并补发。", outcome)).value
    gate("hr_leader").write(Decide(approval, "agreed"))
    gate("hr").write(DeliverReply(appeal_id, date(2026, 3, 2), date(2026, 3, 2), signer="王䶮"))


def test_each_step_of_an_appeal_moves_its_figures_by_one(gate):
    before = figures(gate).current.values
    appeal_id = registered(gate)
    assert moved(gate, before) == {"received_count": 1, "screening_count": 1}
    before = figures(gate).current.values
    gate("clerk").write(SendToScreening(appeal_id, "拟受理。"))
    gate("clerk").write(Accept(appeal_id, "internal"))
    assert moved(gate, before) == {
        "accepted_count": 1, "screening_count": -1, "open_count": 1,
        "notice_due_count": 1, "notice_on_time_count": 1,
    }  # fmt: skip
    before = figures(gate).current.values
    row = assigned(gate, appeal_id, "hr")
    assert moved(gate, before) == {}
    assert ids(gate, "open_count", unit_id=unit_id(gate("clerk"), "hr")) == (appeal_id,)
    assert ids(gate, "open_count", waiting=True) == ()
    answered(gate, appeal_id, row)
    assert moved(gate, before) == {
        "handled_count": 1, "handled_supported_count": 1, "open_count": -1,
        "timed_handled_count": 1, "timely_handled_count": 1, "internal_handled_count": 1,
        "internal_timely_count": 1, "substantive_handled_count": 1,
    }  # fmt: skip
    before = figures(gate).current.values
    gate("clerk").write(PlanFollowUp(appeal_id))
    closing = gate("clerk").write(ProposeClose(appeal_id, "satisfied", "unsatisfied")).value
    gate("manager").write(Decide(closing, "agreed"))
    assert moved(gate, before) == {
        "follow_up_planned_count": 1, "follow_up_due_count": 1, "followed_up_count": 1,
        "unsatisfied_count": 1, "service_satisfied_count": 1, "closed_count": 1,
    }  # fmt: skip
    for figure in ("received_count", "accepted_count", "handled_count", "closed_count",
                   "satisfaction_rate", "timely_completion_rate"):  # fmt: skip
        assert ids(gate, figure) == ((appeal_id,) if figure != "satisfaction_rate" else ())


def test_units_hand_it_on_and_the_tables_foot(gate):
    appeal_id = accepted(gate)
    assert ids(gate, "open_count", waiting=True) == (appeal_id,)
    row = assigned(gate, appeal_id, "petition")
    gate("petition").write(Object(row, "不属本单位职责", "人社局"))
    assigned(gate, appeal_id, "hr")
    told = month_json(figures(gate))["by_unit"]
    assert (told["petition"]["passed_in_count"], told["petition"]["passed_out_count"]) == (1, 1)
    assert (told["hr"]["open_count"], told["petition"]["open_count"]) == (1, 0)
    assert told["waiting"]["open_count"] == 0


def test_leaving_after_acceptance_is_no_answer(gate):
    appeal_id = accepted(gate)
    assigned(gate, appeal_id, "hr")
    before = figures(gate).current.values
    proposal = gate("clerk").write(ProposeRedirect(appeal_id, "hr_appeal", "县公务员主管部门"))
    gate("manager").write(Decide(proposal.value, "agreed"))
    assert moved(gate, before) == {"other_exit_count": 1, "open_count": -1}
    assert figures(gate).current["redirected_count"] == 0


def test_withdrawing_counts_as_handled_only_after_acceptance(gate):
    early, late = registered(gate), accepted(gate)
    before = figures(gate).current.values
    gate("clerk").write(Withdraw(early, "本人撤回", is_signed=True))
    assert moved(gate, before) == {"withdrawn_before_count": 1, "screening_count": -1}
    before = figures(gate).current.values
    gate("clerk").write(Withdraw(late, "本人撤回", is_signed=True))
    assert moved(gate, before) == {
        "handled_count": 1, "handled_withdrawn_count": 1, "open_count": -1,
        "untimed_handled_count": 1,
    }  # fmt: skip


def test_what_is_taken_up_again_is_counted_once(gate):
    appeal_id = accepted(gate)
    answered(gate, appeal_id, assigned(gate, appeal_id, "hr"))
    gate("clerk").write(PlanFollowUp(appeal_id))
    before = figures(gate).current.values
    gate("clerk").write(Resume(appeal_id, "承诺未兑现"))
    gate("clerk").write(Withdraw(appeal_id, "本人撤回", is_signed=True))
    assert moved(gate, before) == {}


def test_on_the_spot_and_consultations(gate):
    before = figures(gate).current.values
    gate("clerk").write(SettleOnTheSpot(intake(), "已解释。", "explained", "本人口头确认"))
    gate("clerk").write(Consult("treatment", "咨询退休手续", "已解释", 2))
    assert moved(gate, before) == {
        "received_count": 1, "accepted_count": 1, "handled_count": 1,
        "handled_explained_count": 1, "on_the_spot_count": 1, "untimed_handled_count": 1,
        "substantive_handled_count": 1, "consultation_person_times": 2,
    }  # fmt: skip


def test_another_category_moves_the_matter_in_every_table(gate):
    appeal_id = accepted(gate)
    row = gate("manager").read(partial(card, appeal_id=appeal_id)).row
    gate("clerk").write(Amend(appeal_id, row.version, {"category": "health_psych"}, "类别更正"))
    told = figures(gate).current
    assert told.category("treatment")["open_count"] == 0
    assert told.category("health_psych")["open_count"] == 1
    assert ids(gate, "accepted_count", category="health_psych") == (appeal_id,)
    assert ids(gate, "accepted_count", category="treatment") == ()


def test_overdue_is_told_at_the_end_of_the_month(gate, center):
    appeal_id = accepted(gate)
    assigned(gate, appeal_id, "hr")
    for month, overdue in (("2026-03", 0), ("2026-04", 0), ("2026-05", 1)):
        center.clock.set(center.clock.now().replace(month=6, day=2))
        told = figures(gate, month)
        assert told.current["overdue_count"] == overdue
        assert sum(u["overdue_count"] for u in told.current.by_unit) == overdue
    found = gate("manager").read(partial(open_items, month="2026-05"))
    assert [(i.person_name, i.lead_unit, i.days_left < 0) for i in found] == [
        ("王䶮", "人社局", True)
    ]
    made = gate("manager").read(partial(report, month="2026-05", version=Version.FULL))
    assert made.faults == ()
    row = made.report.table("items").rows[0]
    assert [c.text for c in row.cells][3] == "王　䶮"
    assert row.cells[9].text.startswith("超期")


def test_what_the_discipline_organ_holds_has_no_time(gate, center):
    appeal_id = accepted(gate, category="clarification")
    assigned(gate, appeal_id, "discipline")
    center.clock.set(center.clock.now().replace(month=7, day=2))
    told = figures(gate, "2026-06")
    assert (told.current["open_count"], told.current["overdue_count"]) == (1, 0)
    unit = month_json(told)["by_unit"]["discipline"]
    assert (unit["open_count"], unit["overdue_count"], unit["average_days"]) == (1, None, None)


def test_a_list_shows_only_what_the_actor_may_see(gate, center):
    appeal_id = accepted(gate)
    assert ids(gate, "received_count") == (appeal_id,)
    gate("manager").write(Recuse(appeal_id, gate("manager").actor.account_id))
    assert ids(gate, "received_count") == ()
    assert figures(gate).current["received_count"] == 1


def test_a_later_entry_names_its_case_and_its_hand(gate, center):
    accepted(gate)
    center.clock.set(center.clock.now().replace(month=4, day=2))
    gate("manager").write(CloseMonth(MONTH, "部长"))
    center.clock.set(center.clock.now().replace(month=4, day=9))
    gate("clerk").write(
        Register(intake(received_on=date(2026, 3, 20), backdated_reason="接访点补录"))
    )
    table = (
        gate("manager")
        .read(partial(report, month="2026-04", version=Version.FULL))
        .report.table("corrections")
    )
    rows = [[c.text for c in row.cells] for row in table.rows]
    assert rows[0][:4] == ["2026-03", "登记数", "1", "2"]
    assert "接访点补录" in rows[0][4]
    assert rows[0][5] == "林可"


def test_the_counting_scans_are_answered_by_the_index_alone(gate):
    def plan(read):
        statement = (
            "EXPLAIN QUERY PLAN SELECT kind, category, channel, sum(amount) FROM milestone "
            "WHERE kind IN ('accepted','handled') AND happened_on <= '2026-10-31' "
            "AND recorded_at <= '2026-11-01' AND (revoked_at IS NULL OR revoked_at > '2026-11-01')"
            " GROUP BY kind, category, channel"
        )
        return [row[3] for row in read.session.execute(text(statement))]

    found = gate("manager").read(plan)
    assert any("COVERING INDEX ix_milestone_count" in line for line in found)


@pytest.mark.parametrize("version", list(Version)[:3])
def test_an_empty_center_makes_a_report(gate, version):
    made = gate("manager").read(partial(report, month="2026-02", version=version))
    assert made.faults == ()
