"""Working together: several units on one case, each with its own part (PRODUCT §3-10)."""

from datetime import date
from functools import partial

import pytest
from sqlalchemy import select

from db.appeals.answering import DeliverReply, PlanFollowUp, Resume
from db.appeals.bounces import bounced
from db.appeals.disputes import Direct, ProposeSettlement, RaiseDispute
from db.appeals.handling import DraftReply
from db.appeals.proposing import propose, routing_rules
from db.appeals.queries import inbox
from db.appeals.routing import (
    GiveOpinion,
    Insist,
    Object,
    ProposeAssign,
    ProposeJoin,
    SignIn,
    Target,
    WaiveOpinion,
)
from db.appeals.rows import HandOverRow
from db.approvals.deciding import Decide
from db.codes.code_lists import codes
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tables import ClockEntry
from db.core.tx import Behalf
from tests.appeals.test_flow import Gates, assign, hand_over, show, to_accepted, unit_id
from tests.conftest import Center

DAY = date(2026, 3, 2)
REQUESTS = "核实并补发补贴\n明确岗位等级\n说明年度考核结果"


def joint(gate: Gates, *others: str) -> tuple[int, dict[str, HandOverRow]]:
    """A case led by HR with assisting units, HR signed in."""
    appeal_id = to_accepted(gate, requests=REQUESTS)
    assign(gate, appeal_id, "hr", *others)
    rows = {h.unit: h for h in show(gate("manager"), appeal_id).hand_overs}
    gate("hr").write(SignIn(rows["人社局"].id))
    return appeal_id, rows


def agree(gate: Gates, approval: int) -> None:
    gate("manager").write(Decide(approval, "agreed"))


def running(gate: Gate, appeal_id: int, rule: str) -> list[ClockEntry]:
    return gate.read(
        lambda r: list(
            r.session.scalars(
                select(ClockEntry).where(
                    ClockEntry.case_id == appeal_id,
                    ClockEntry.rule == rule,
                    ClockEntry.stopped_on.is_(None),
                )
            )
        )
    )


# --- PRODUCT §3-10 -----------------------------------------------------------------------------


def test_an_answer_cannot_be_drafted_while_one_opinion_is_missing(gate: Gates) -> None:
    appeal_id, rows = joint(gate, "organization", "petition")
    lead = rows["人社局"].id
    with pytest.raises(RefusedError, match="missing_opinions_complete"):
        gate("hr").write(DraftReply(lead, "经核实，予以补发。", "supported"))
    gate("organization").write(GiveOpinion(rows["组织部"].id, "在编在岗", "supported"))
    assert ("draft_reply", "missing_opinions_complete") in show(gate("hr"), appeal_id).refused
    with pytest.raises(RefusedError, match="missing_reason"):
        gate("manager").write(WaiveOpinion(rows["信访局"].id, " "))
    with pytest.raises(NotAllowedError):
        gate("hr_leader").write(WaiveOpinion(rows["信访局"].id, "不涉及"))
    gate("manager").write(WaiveOpinion(rows["信访局"].id, "不涉及该单位职责"))
    assert show(gate("hr"), appeal_id).refused == ()
    gate("hr").write(DraftReply(lead, "经核实，予以补发。", "supported"))


def test_each_unit_sees_its_own_part_and_the_shared_facts_only(gate: Gates) -> None:
    appeal_id, rows = joint(gate, "organization", "petition")
    gate("organization").write(GiveOpinion(rows["组织部"].id, "组织部的看法", "supported"))
    seen = show(gate("petition"), appeal_id)
    assert [h.unit for h in seen.hand_overs] == ["信访局"]
    assert seen.facts
    assert "组织部的看法" not in repr(seen)
    assert "组织部的看法" in repr(show(gate("hr"), appeal_id))
    assert {c.holder for c in seen.clocks if c.rule == "co_opinion"} <= {"信访局", "组织部"}


def test_the_joint_conclusion_names_the_opinions_it_rests_on(gate: Gates) -> None:
    appeal_id, rows = joint(gate, "organization", "petition", "discipline")
    gate("organization").write(GiveOpinion(rows["组织部"].id, "组织部的看法", "supported"))
    gate("petition").write(GiveOpinion(rows["信访局"].id, "信访局的看法", "explained"))
    gate("discipline").write(GiveOpinion(rows["纪委监委"].id, "纪委的看法", "explained"))
    with pytest.raises(RefusedError, match="unknown_opinion"):
        gate("hr").write(
            DraftReply(rows["人社局"].id, "答复", "supported", rests_on=(rows["人社局"].id,))
        )
    cited = (rows["组织部"].id, rows["纪委监委"].id)
    asked = gate("hr").write(
        DraftReply(rows["人社局"].id, "经核实，予以补发。", "supported", rests_on=cited)
    )
    assert "信访局的看法" not in repr(show(gate("organization"), appeal_id))
    gate("hr_leader").write(Decide(asked.value, "agreed"))
    gate("hr").write(DeliverReply(appeal_id, DAY, DAY))
    lead = next(h for h in show(gate("clerk"), appeal_id).hand_overs if h.role == "lead")
    assert lead.rests_on == cited
    told = next(e for e in show(gate("clerk"), appeal_id).events if e.act == "draft_reply")
    assert told.note == "组织部 2026-03-02、纪委监委 2026-03-02"
    # Once there is a conclusion the others may read what it rests on, but for 纪委监委's.
    after = repr(show(gate("petition"), appeal_id))
    assert "组织部的看法" in after
    assert "纪委的看法" not in after


# --- one question only -------------------------------------------------------------------------


def test_one_numbered_request_goes_to_a_unit_that_sees_nothing_else(gate: Gates) -> None:
    appeal_id, _ = joint(gate)
    target = Target(unit_id(gate("clerk"), "organization"), "partial", request=2)
    with pytest.raises(RefusedError, match="unknown_request"):
        gate("clerk").write(ProposeJoin(appeal_id, Target(target.unit_id, "partial", request=9)))
    asked = gate("clerk").write(ProposeJoin(appeal_id, target, "请就此项提出意见")).value
    assert gate("organization").read(partial(inbox, box="to_sign")) == ()
    agree(gate, asked)
    found = gate("organization").read(partial(inbox, box="to_sign"))
    assert [row.subject for row in found] == ["明确岗位等级"]
    seen = show(gate("organization"), appeal_id)
    assert (seen.requests, seen.facts, seen.row.person_name) == ("明确岗位等级", "", "王䶮")
    assert "补发" not in repr(seen)
    row = seen.hand_overs[-1]
    assert row.request_number == 2
    assert [c.due_on for c in seen.clocks if c.rule == "co_opinion"] == [row.due_on]


def test_no_provision_speaks_for_an_explanation(gate: Gates) -> None:
    from db.appeals.workflow import OPINION_OUTCOMES

    appeal_id, rows = joint(gate, "organization")
    row = rows["组织部"].id
    with pytest.raises(RefusedError, match="unknown_value"):
        gate("organization").write(GiveOpinion(row, "没有规定", "nonsense"))
    gate("organization").write(GiveOpinion(row, "现行政策没有规定。", "no_provision"))
    given = next(h for h in show(gate("hr"), appeal_id).hand_overs if h.id == row)
    assert given.opinion_result == "no_provision"
    assert OPINION_OUTCOMES["no_provision"] == "explained"
    assert {c.value for c in codes("opinion_result")} == set(OPINION_OUTCOMES)


def test_a_unit_is_not_asked_twice_at_once(gate: Gates) -> None:
    appeal_id, _ = joint(gate, "organization")
    for key, role, code in (
        ("organization", "co", "unit_twice"),
        ("hr", "co", "unit_twice"),
        ("petition", "lead", "lead_is_reassigned"),
    ):
        with pytest.raises(RefusedError, match=code):
            gate("clerk").write(ProposeJoin(appeal_id, Target(unit_id(gate("clerk"), key), role)))


# --- objections --------------------------------------------------------------------------------


def test_an_objection_is_refused_after_five_working_days(gate: Gates, center: Center) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    center.clock.advance(days=8)  # Tuesday, 10 March: the sixth working day
    with pytest.raises(RefusedError, match="objection_too_late"):
        gate("hr").write(Object(row, "不属本单位"))


def test_insisting_starts_the_time_to_object_again(gate: Gates, center: Center) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    center.clock.advance(days=4)
    gate("hr").write(Object(row, "不属本单位"))
    assert running(gate("manager"), appeal_id, "objection") == []
    center.clock.advance(days=3)
    gate("manager").write(Insist(row, "会商明确由你单位办理"))
    (entry,) = running(gate("manager"), appeal_id, "objection")
    assert (entry.started_on, entry.due_on) == (date(2026, 3, 9), date(2026, 3, 16))
    assert len(running(gate("manager"), appeal_id, "sign_in")) == 1
    center.clock.advance(days=7)
    gate("hr").write(Object(row, "仍不属本单位"))


def test_an_assisting_unit_that_objects_is_replaced_or_waived_or_insisted_on(gate: Gates) -> None:
    appeal_id, rows = joint(gate, "organization")
    row = rows["组织部"].id
    gate("organization").write(Object(row, "不属本单位"))
    manager = show(gate("manager"), appeal_id)
    assert {"insist", "raise_dispute", "waive_opinion"} <= set(manager.moves)
    assert "replace_unit" in show(gate("clerk"), appeal_id).moves
    gate("manager").write(Insist(row, "请仍提出意见"))
    assert len(running(gate("manager"), appeal_id, "co_opinion")) == 1
    gate("organization").write(Object(row, "不属本单位"))
    target = Target(unit_id(gate("clerk"), "petition"), "co")
    agree(gate, gate("clerk").write(ProposeJoin(appeal_id, target, replaces=row)).value)
    states = {h.unit: h.state for h in show(gate("manager"), appeal_id).hand_overs}
    assert states == {"人社局": "signed", "组织部": "ended", "信访局": "sent"}
    with pytest.raises(NotAllowedError):
        show(gate("organization"), appeal_id)


# --- bounces -----------------------------------------------------------------------------------


def bounce(gate: Gates, appeal_id: int, *keys: str) -> None:
    for key in keys:
        assign(gate, appeal_id, key)
        gate(key).write(Object(hand_over(gate(key), appeal_id), "不属本单位职责"))


def test_the_third_return_goes_to_the_manager(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    bounce(gate, appeal_id, "hr", "petition")
    found = show(gate("clerk"), appeal_id)
    assert (found.bounces, found.refused) == (2, ())
    assert gate("manager").read(bounced) == ()
    bounce(gate, appeal_id, "organization")
    assert show(gate("clerk"), appeal_id).bounces == 3
    assert show(gate("organization"), appeal_id).bounces == 0
    assert gate("manager").read(bounced) == (appeal_id,)
    target = Target(unit_id(gate("clerk"), "hr"))
    with pytest.raises(RefusedError, match="bounced_to_manager"):
        gate("clerk").write(ProposeAssign(appeal_id, (target,)))
    assert ("reassign", "bounced_to_manager") in show(gate("clerk"), appeal_id).refused
    with pytest.raises(NotAllowedError):
        gate("clerk").write(Direct(appeal_id, "由人社局办理"))
    with pytest.raises(RefusedError, match="missing_opinion"):
        gate("manager").write(Direct(appeal_id, " "))
    assert "direct" in show(gate("manager"), appeal_id).moves
    gate("manager").write(Direct(appeal_id, "经会商，由人社局办理。"))
    assert gate("manager").read(bounced) == ()
    with pytest.raises(RefusedError, match="not_bounced"):
        gate("manager").write(Direct(appeal_id, "再说一次"))
    assign(gate, appeal_id, "hr")
    gate("hr").write(Object(hand_over(gate("hr"), appeal_id), "不属本单位职责"))
    assert gate("manager").read(bounced) == (appeal_id,)


def test_the_managers_word_on_a_bounced_case_may_come_from_paper(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    bounce(gate, appeal_id, "hr", "petition", "organization")
    paper = Behalf("周敏", "中心负责人", "1", DAY)
    gate("clerk").write(Direct(appeal_id, "由人社局办理", behalf=paper))
    assert gate("manager").read(bounced) == ()


def test_the_number_of_returns_that_is_too_many_is_a_setting(gate: Gates) -> None:
    from db.office.settings_commands import ChangeSetting

    appeal_id = to_accepted(gate)
    gate("manager").write(ChangeSetting("bounce_limit", 2))
    bounce(gate, appeal_id, "hr", "petition")
    assert gate("manager").read(bounced) == (appeal_id,)


# --- disputes ----------------------------------------------------------------------------------


def disputed(gate: Gates) -> tuple[int, int]:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(Object(row, "不属本单位"))
    with pytest.raises(RefusedError, match="missing_organ"):
        gate("manager").write(RaiseDispute(row, " ", "职责有争议"))
    gate("manager").write(RaiseDispute(row, "县信访工作联席会议", "职责有争议"))
    return appeal_id, row


def test_a_dispute_goes_to_the_common_superior_and_its_paper_decides(gate: Gates) -> None:
    appeal_id, row = disputed(gate)
    assert show(gate("clerk"), appeal_id).row.pill == "returned"
    assert "settle_dispute" in show(gate("clerk"), appeal_id).moves
    other = unit_id(gate("clerk"), "petition")
    with pytest.raises(RefusedError, match="dispute_pending"):
        gate("clerk").write(ProposeAssign(appeal_id, (Target(other),)))
    with pytest.raises(RefusedError, match="illegal_move"):
        gate("manager").write(Insist(row, "仍由你单位办理"))
    with pytest.raises(RefusedError, match="missing_document_number"):
        gate("clerk").write(ProposeSettlement(row, other, "", DAY))
    asked = gate("clerk").write(
        ProposeSettlement(row, other, "联席〔2026〕1号", DAY, "由信访局办理")
    )
    with pytest.raises(NotAllowedError):
        gate("clerk").write(Decide(asked.value, "agreed"))
    agree(gate, asked.value)
    found = show(gate("clerk"), appeal_id)
    assert (found.row.pill, found.row.lead_unit) == ("assigned", "信访局")
    last = found.hand_overs[-1]
    assert (last.dispute_organ, last.dispute_number) == ("县信访工作联席会议", "联席〔2026〕1号")
    with pytest.raises(RefusedError, match="dispute_settled"):
        gate("petition").write(Object(last.id, "也不属本单位"))


def test_the_common_superior_may_name_the_same_unit(gate: Gates) -> None:
    appeal_id, row = disputed(gate)
    asked = gate("clerk").write(
        ProposeSettlement(row, unit_id(gate("clerk"), "hr"), "联席〔2026〕1号", DAY)
    )
    agree(gate, asked.value)
    assert show(gate("hr"), appeal_id).hand_overs[-1].state == "sent"
    assert len(running(gate("manager"), appeal_id, "sign_in")) == 1
    assert running(gate("manager"), appeal_id, "objection") == []
    gate("hr").write(SignIn(row))


# --- proposals ---------------------------------------------------------------------------------


def test_the_table_proposes_by_kind_of_person_management_and_category() -> None:
    for person, management, category, lead, route in (
        ("civil_servant", "unit_managed", "treatment", "organization", ""),
        ("civil_servant", "unit_managed", "position_transfer", "organization", ""),
        ("institution_technical", "unit_managed", "treatment", "hr", ""),
        ("institution_management", "county_managed", "assessment", "organization", ""),
        ("civil_servant", "vertical", "treatment", "", "vertical_authority"),
        ("civil_servant", "city_managed", "other", "", "upper_organization"),
        ("civil_servant", "unit_managed", "personnel_decision", "", "hr_review"),
        ("institution_technical", "unit_managed", "personnel_decision", "", "institution_review"),
        ("state_enterprise", "unit_managed", "treatment", "", "arbitration"),
        ("village_community", "unit_managed", "family_difficulty", "own_unit", ""),
        ("civil_servant", "county_managed", "clarification", "discipline", ""),
    ):
        found = propose(person, management, category)
        assert found is not None
        assert (found.lead, found.route) == (lead, route), (person, management, category)


def test_every_cell_of_the_table_has_a_sentence_a_basis_and_one_way() -> None:
    for person in codes("person_category"):
        for management in codes("administration"):
            for category in codes("appeal_category"):
                found = propose(person.value, management.value, category.value)
                assert found is not None, (person.value, management.value, category.value)
    known = {name: {c.value for c in codes(name)} for name in ("redirect_route", "department")}
    for rule in routing_rules():
        assert bool(rule.lead) != bool(rule.route)
        assert rule.zh
        assert rule.en
        assert rule.basis_zh
        assert rule.basis_en
        assert not rule.route or rule.route in known["redirect_route"]
        assert {rule.lead, *rule.co} - {"", "own_unit"} <= known["department"]


def test_a_proposal_is_shown_and_nothing_is_done_by_it(gate: Gates) -> None:
    appeal_id = to_accepted(gate, person_category="institution_technical")
    found = show(gate("clerk"), appeal_id).proposal
    assert found is not None
    assert found.lead_unit == "组织部"  # managed by the county
    assert found.co_units == ("人社局",)
    assert found.sentence_zh.endswith("。")
    assert show(gate("clerk"), appeal_id).hand_overs == ()
    assert show(gate("clerk"), appeal_id).row.state == "accepted"


# --- weak spots --------------------------------------------------------------------------------


def test_a_case_taken_up_again_is_timed_anew(gate: Gates, center: Center) -> None:
    appeal_id, rows = joint(gate)
    asked = gate("hr").write(DraftReply(rows["人社局"].id, "已核实。", "supported")).value
    gate("hr_leader").write(Decide(asked, "agreed"))
    gate("hr").write(DeliverReply(appeal_id, DAY, DAY))
    gate("clerk").write(PlanFollowUp(appeal_id))
    center.clock.advance(days=10)
    gate("clerk").write(Resume(appeal_id, "补贴尚未到账"))
    (entry,) = running(gate("manager"), appeal_id, "internal_completion")
    assert (entry.profile, entry.is_statutory) == ("resumed", False)
    assert entry.started_on == date(2026, 3, 12)
    found = show(gate("hr"), appeal_id)
    assert found.row.next_due_on == entry.due_on
    clock = next(c for c in found.clocks if c.id == entry.id)
    assert "继续办理" in clock.basis_zh
    asked = gate("hr").write(DraftReply(rows["人社局"].id, "已到账。", "supported")).value
    gate("hr_leader").write(Decide(asked, "agreed"))
    gate("hr").write(DeliverReply(appeal_id, date(2026, 3, 12)))
    assert running(gate("manager"), appeal_id, "internal_completion") == []
