"""One appeal from the counter to 销号, by log-in and by paper."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from sqlalchemy import select

from db.appeals.answering import DeliverReply, PlanFollowUp, ProposeClose
from db.appeals.handling import DraftReply, RequestExtension
from db.appeals.intake import ConfirmOnTheSpot, Intake, Register, SettleOnTheSpot
from db.appeals.ledger import ledger_ids, ledger_rows
from db.appeals.queries import card, inbox, waiting_approvals
from db.appeals.routing import Object, ProposeAssign, SignIn, Target
from db.appeals.rows import AppealCard, LedgerFilter
from db.appeals.screening import Accept, ProposeNotAccept, SendToScreening, Withdraw
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.core import trail
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tx import Behalf
from db.office.tables import Unit
from tests.conftest import Center

Gates = Callable[[str], Gate]


def intake(**changes: object) -> Intake:
    values: dict[str, object] = {
        "administration": "county_managed",
        "channel": "window",
        "category": "treatment",
        "subject": "关于乡镇工作补贴问题的诉求",
        "facts": "本人在乡镇工作八年，补贴自去年起未发。",
        "person_name": "王䶮",
        "unit_text": "云塘镇人民政府",
        "phone": "19000000001",
        "requests": "核实并补发补贴",
    }
    return Intake(**(values | changes))  # type: ignore[arg-type]


def unit_id(gate: Gate, key: str) -> int:
    return gate.read(lambda r: r.session.scalars(select(Unit.id).where(Unit.key == key)).one())


def show(gate: Gate, appeal_id: int) -> AppealCard:
    return gate.read(partial(card, appeal_id=appeal_id))


def to_accepted(gate: Gates, procedure: str = "internal", **changes: object) -> int:
    made = gate("clerk").write(Register(intake(**changes))).value
    gate("clerk").write(SendToScreening(made.appeal_id, "拟受理并转人社局办理。"))
    gate("clerk").write(Accept(made.appeal_id, procedure))
    return made.appeal_id


def assign(gate: Gates, appeal_id: int, *keys: str) -> None:
    targets = tuple(
        Target(unit_id(gate("clerk"), key), "lead" if i == 0 else "co")
        for i, key in enumerate(keys)
    )
    approval = gate("clerk").write(ProposeAssign(appeal_id, targets, "请按职责办理")).value
    gate("manager").write(Decide(approval, "agreed"))


def hand_over(gate: Gate, appeal_id: int) -> int:
    return show(gate, appeal_id).hand_overs[-1].id


def test_an_appeal_goes_from_the_counter_to_closing(gate: Gates, center: Center) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    gate("hr").write(Object(hand_over(gate("hr"), appeal_id), "不属本单位职责", "信访局"))
    assert show(gate("clerk"), appeal_id).row.pill == "returned"
    assign(gate, appeal_id, "petition")
    with pytest.raises(NotAllowedError, match="not_found"):
        show(gate("hr"), appeal_id)
    gate("petition").write(Object(hand_over(gate("petition"), appeal_id), "应由人社局办理"))
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row, "人事科"))
    approval = (
        gate("hr").write(DraftReply(row, "已核实并补发。", "supported", "内部办理经过")).value
    )
    with pytest.raises(NotAllowedError):
        gate("hr").write(Decide(approval, "agreed"))
    gate("hr_leader").write(Decide(approval, "agreed"))
    center.clock.advance(days=1)
    gate("hr").write(DeliverReply(appeal_id, date(2026, 3, 3), date(2026, 3, 3), signer="王䶮"))
    gate("clerk").write(PlanFollowUp(appeal_id))
    closing = (
        gate("clerk").write(ProposeClose(appeal_id, "satisfied", "satisfied", "电话回访")).value
    )
    with pytest.raises(NotAllowedError):
        gate("clerk").write(Decide(closing, "agreed"))
    gate("manager").write(Decide(closing, "agreed"))
    found = show(gate("manager"), appeal_id)
    assert found.row.pill == "closed"
    assert found.reply == "已核实并补发。"
    assert show(gate("clerk"), appeal_id).hand_overs[-1].report == ""
    assert not [c for c in found.clocks if c.stopped_on is None and not c.is_right]
    check = gate("auditor").read(lambda r: trail.verify(r.session))
    assert check.broken_at is None
    assert check.entries > 40


def test_the_whole_way_works_with_clerk_and_manager_alone(gate: Gates) -> None:
    appeal_id = to_accepted(gate, "petition")
    assign(gate, appeal_id, "hr")
    clerk = gate("clerk")
    row = hand_over(clerk, appeal_id)
    paper = Behalf("何俊贤", "人事科科长", "泽人社函〔2026〕3号", date(2026, 3, 2))
    clerk.write(SignIn(row, "人事科", behalf=paper))
    approval = clerk.write(DraftReply(row, "经核实，予以支持。", "supported", behalf=paper)).value
    with pytest.raises(RefusedError, match="self_approval"):
        clerk.write(RecordDecision(approval, "agreed", "何俊贤", "科长", date(2026, 3, 2), "1"))
    clerk.write(RecordDecision(approval, "agreed", "温知行", "副局长", date(2026, 3, 2), "1"))
    with pytest.raises(RefusedError, match="self_confirmation"):
        clerk.write(ConfirmDecision(approval))
    gate("manager").write(ConfirmDecision(approval))
    told = next(e for e in show(clerk, appeal_id).events if e.act == "agreed_reply")
    assert (told.behalf_of, told.behalf_post, told.behalf_number) == ("温知行", "副局长", "1")
    assert (told.actor_name, told.confirmed_by) == ("林可", "周敏")
    clerk.write(
        DeliverReply(
            appeal_id, date(2026, 3, 2), date(2026, 3, 2), reply_number="泽人社信〔2026〕1号"
        )
    )
    clerk.write(PlanFollowUp(appeal_id))
    with pytest.raises(RefusedError, match="unconfirmed_records"):
        clerk.write(ProposeClose(appeal_id, "satisfied", "unsatisfied"))
    for event in show(clerk, appeal_id).events:
        if event.needs_confirmation:
            with pytest.raises(RefusedError, match="self_confirmation"):
                clerk.write(ConfirmEvent(event.id))
            gate("manager").write(ConfirmEvent(event.id))
    closing = clerk.write(ProposeClose(appeal_id, "satisfied", "unsatisfied")).value
    gate("manager").write(Decide(closing, "agreed"))
    found = show(clerk, appeal_id)
    assert found.row.pill == "closed"
    assert [e.behalf_of for e in found.events if e.behalf_of]
    assert [c.rule for c in found.clocks if c.is_right] == ["petition_review_request"]


def test_what_belongs_elsewhere_is_refused_at_the_counter(gate: Gates) -> None:
    clerk = gate("clerk")
    for changes, code in (
        ({"administration": ""}, "missing_administration"),
        ({"administration": "city_managed"}, "belongs_to_superior"),
        ({"matter_type": "accusation"}, "accusation_not_recorded"),
        ({"person_name": " "}, "missing_person_name"),
        ({"phone": ""}, "missing_phone"),
        ({"category": "nonsense"}, "unknown_value"),
        ({"received_on": date(2026, 3, 9)}, "date_in_future"),
        ({"received_on": date(1899, 1, 1)}, "date_too_early"),
        ({"received_on": date(2026, 1, 9)}, "backdating_needs_reason"),
        ({"person_name": "长" * 10_000}, "name_too_long"),
        ({"facts": "肯定是张伟举报我的。"}, "guess_of_reporter"),
    ):
        with pytest.raises(RefusedError, match=code):
            clerk.write(Register(intake(**changes)))
    assert len(clerk.read(partial(ledger_ids, wanted=LedgerFilter()))) == 0
    number = clerk.write(Register(intake())).value.number
    assert number == "泽诉受〔2026〕0001号"


def test_a_personnel_decision_is_never_accepted(gate: Gates) -> None:
    with pytest.raises(RefusedError, match="personnel_decision_is_redirected"):
        to_accepted(gate, category="personnel_decision")


def test_extension_is_asked_once_and_moves_the_due_date(gate: Gates) -> None:
    appeal_id = to_accepted(gate, "petition")
    assign(gate, appeal_id, "hr")
    hr = gate("hr")
    row = hand_over(hr, appeal_id)
    hr.write(SignIn(row))
    before = show(hr, appeal_id)
    assert before.row.next_due_on == date(2026, 5, 6)
    approval = hr.write(RequestExtension(row, 30, "情况复杂")).value
    assert show(hr, appeal_id).row.pill == "extension_pending"
    gate("hr_leader").write(Decide(approval, "agreed"))
    assert show(hr, appeal_id).row.next_due_on == date(2026, 6, 1)
    with pytest.raises(RefusedError, match="extension_once"):
        hr.write(RequestExtension(row, 10, "再延"))


def test_nobody_sees_what_is_not_handed_to_him(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr", "organization")
    for login, sees in (
        ("clerk", 1),
        ("manager", 1),
        ("hr", 1),
        ("organization", 1),
        ("discipline", 0),
        ("petition_leader", 0),
        ("secadmin", 0),
        ("auditor", 0),
    ):
        found = gate(login).read(partial(ledger_ids, wanted=LedgerFilter(query="补贴")))
        assert len(found) == sees, login
    assert len(gate("hr").read(partial(inbox, box="to_sign"))) == 1
    assert not gate("hr").read(waiting_approvals)


def test_search_finds_rare_characters_and_states(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    clerk = gate("clerk")

    def found(query: str) -> list[int]:
        return list(clerk.read(partial(ledger_ids, wanted=LedgerFilter(query=query))))

    for query in ("䶮", "王䶮", "补贴 -岗位", "0001", "状态:已受理", "类别:工资", "登记:2026-03"):
        assert found(query) == [appeal_id], query
    for query in ("王龑", "补贴 岗位", "状态:办理中", "承办:人社"):
        assert found(query) == [], query
    rows = clerk.read(partial(ledger_rows, ids=[appeal_id]))
    assert rows[appeal_id].pill == "accepted"


def test_withdrawal_before_and_after_acceptance_and_refusals(gate: Gates) -> None:
    first = to_accepted(gate)
    with pytest.raises(RefusedError, match="missing_signature"):
        gate("clerk").write(Withdraw(first, "本人意愿", is_signed=False))
    gate("clerk").write(Withdraw(first, "本人意愿", is_signed=True))
    assert show(gate("clerk"), first).row.pill == "withdrawn"
    second = gate("clerk").write(Register(intake())).value.appeal_id
    gate("clerk").write(SendToScreening(second, "拟不予受理"))
    approval = gate("clerk").write(ProposeNotAccept(second, "同一事实已终结")).value
    with pytest.raises(RefusedError, match="missing_opinion"):
        gate("manager").write(Decide(approval, "refused"))
    gate("manager").write(Decide(approval, "agreed"))
    assert show(gate("clerk"), second).row.pill == "not_accepted"


def test_settled_on_the_spot_is_confirmed_by_somebody_else(gate: Gates) -> None:
    made = gate("clerk").write(
        SettleOnTheSpot(intake(), "已当面解释政策。", "explained", "本人口头确认")
    )
    with pytest.raises(NotAllowedError):
        gate("clerk2").write(ConfirmOnTheSpot((made.value.appeal_id,)))
    gate("manager").write(ConfirmOnTheSpot((made.value.appeal_id,)))
    assert show(gate("clerk"), made.value.appeal_id).row.pill == "closed"
