"""A name is cleared from the application to the archive, by log-in and by paper."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from db.appeals.intake import Intake, Register
from db.appeals.screening import Accept, SendToScreening
from db.approvals.deciding import ConfirmDecision, Decide, RecordDecision
from db.care.queries import suggestions
from db.clarification.assessing import (
    Assess,
    FindingEntry,
    KeepPrivate,
    NotClear,
    RecordFinding,
    RecordPersonOpinion,
    SeekOpinion,
    StartAssessment,
)
from db.clarification.clearing import (
    PlanRevisit,
    RecallLetter,
    RecordCarriedOut,
    RecordNewEvidence,
    RecordRevisitAndArchive,
    StartCarryingOut,
    SubmitForApproval,
    Uphold,
)
from db.clarification.intake import Apply, OpenFromAppeal, Propose, Refer, Withdraw
from db.clarification.queries import (
    applicant_view,
    clarification_card,
    clarification_counts,
    clarification_ids,
    clarification_rows,
    clarification_work,
)
from db.clarification.rows import ClarificationCard, ClarificationFilter
from db.clarification.telling import receipt
from db.core import trail
from db.core.errors import ConflictError, NotAllowedError, RefusedError, ZhengmingError
from db.core.gate import Gate
from db.core.tables import ClockEntry, Milestone
from db.core.tx import Behalf
from db.documents.tables import Document
from db.office.tables import Unit
from tests.conftest import Center

Gates = Callable[[str], Gate]
TODAY = date(2026, 3, 2)
PAPER = Behalf("裴知遥", "信访室科员", "泽纪函〔2026〕7号", TODAY)
FINDING = FindingEntry(
    "untrue", "泽纪函〔2026〕5号", TODAY, "反映其在任期间违规发放补贴的问题不属实。"
)
DONE: dict[str, Any] = {
    "letter_number": "泽纪函〔2026〕9号",
    "letter_on": TODAY,
    "delivered_on": TODAY,
    "delivery_signer": "王䶮",
    "place": "镇政府三楼会议室",
    "audience_count": 42,
}


def unit_id(gate: Gate, key: str) -> int:
    return gate.read(lambda r: r.session.scalars(select(Unit.id).where(Unit.key == key)).one())


def show(gate: Gate, case_id: int) -> ClarificationCard:
    return gate.read(partial(clarification_card, clarification_id=case_id))


def state(gate: Gate, case_id: int) -> str:
    return show(gate, case_id).row.state


def applied(gate: Gates, **changes: Any) -> int:
    values: dict[str, Any] = {
        "stated_content": "有人说我违规发放补贴，与事实不符。",
        "wish": "希望在单位说明情况。",
        "person_name": "王䶮",
        "phone": "190 0000 0001",
    }
    return gate("clerk").write(Apply(**(values | changes))).value.clarification_id


def referred(gate: Gates, key: str = "discipline", **changes: Any) -> int:
    case_id = applied(gate, **changes)
    gate("clerk").write(Refer(case_id, unit_id(gate("clerk"), key), "泽诉送〔2026〕1号"))
    return case_id


def asked(gate: Gates, login: str = "discipline", category: str = "untrue") -> int:
    case_id = referred(gate, login)
    gate(login).write(RecordFinding(case_id, FindingEntry(category, "函1", TODAY, "不属实。")))
    gate(login).write(Assess(case_id, True, "possible", ("work", "reputation")))
    gate(login).write(SeekOpinion(case_id))
    return case_id


def submitted(gate: Gates, login: str = "discipline", **changes: Any) -> tuple[int, int]:
    case_id = asked(gate, login)
    gate(login).write(RecordPersonOpinion(case_id, "agree"))
    values: dict[str, Any] = {"modes": ("meeting", "written"), "scope": "limited_scope"}
    approval = gate(login).write(SubmitForApproval(case_id, **(values | changes))).value
    return case_id, approval


def carried_out(gate: Gates, login: str = "discipline") -> int:
    case_id, approval = submitted(gate, login)
    gate(f"{login}_leader").write(Decide(approval, "agreed"))
    gate(login).write(StartCarryingOut(case_id))
    gate(login).write(RecordCarriedOut(case_id, ("written", "meeting"), **DONE))
    return case_id


def marks(gate: Gate, case_id: int) -> list[tuple[str, str | None]]:
    return gate.read(
        lambda r: [
            (m.kind, m.outcome)
            for m in r.session.scalars(
                select(Milestone)
                .where(
                    Milestone.track == "clarification",
                    Milestone.case_id == case_id,
                    Milestone.revoked_at.is_(None),
                )
                .order_by(Milestone.id)
            )
        ]
    )


def clocks(gate: Gate, case_id: int) -> list[tuple[str, str, bool]]:
    return gate.read(
        lambda r: [
            (c.rule, c.profile, c.stopped_on is None)
            for c in r.session.scalars(
                select(ClockEntry)
                .where(ClockEntry.track == "clarification", ClockEntry.case_id == case_id)
                .order_by(ClockEntry.id)
            )
        ]
    )


def refused(gate: Gate, command: Any, code: str) -> None:
    with pytest.raises(ZhengmingError) as caught:
        gate.write(command)
    assert caught.value.code == code


def test_a_name_is_cleared_by_log_in(gate: Gates, center: Center) -> None:
    case_id = carried_out(gate)
    card = show(gate("clerk"), case_id)
    assert card.row.state == "carried_out"
    assert card.row.number == "泽澄〔2026〕1号"
    assert (card.approver_name, card.approver_post) == ("卞明远", "副书记")
    assert card.approval_number == "澄审〔2026〕1号"
    assert card.row.modes == ("meeting", "written")
    center.clock.advance(days=10)
    assert "arrange_follow_up" in card.moves
    gate("clerk").write(PlanRevisit(case_id, way="当面", revisitor="林可"))
    assert show(gate("clerk"), case_id).revisit_planned_on is not None
    gate("clerk").write(RecordRevisitAndArchive(case_id, "good", "情绪平稳", filed_on=TODAY))
    card = show(gate("manager"), case_id)
    assert card.row.state == "archived"
    assert card.filed_on == TODAY
    assert marks(gate("clerk"), case_id) == [
        ("applied", None),
        ("finding_received", "untrue"),
        ("assessed", None),
        ("should_clear", "possible"),
        ("cleared", "meeting,written"),
        ("revisited", "good"),
    ]
    suggested = gate("manager").read(suggestions)
    assert [(s.person_name, s.from_track) for s in suggested] == [("王䶮", "clarification")]
    center.close()
    assert gate("auditor").read(lambda r: trail.verify(r.session)).broken_at is None


def test_discipline_is_not_timed_and_organization_is(gate: Gates) -> None:
    untimed, timed = carried_out(gate), carried_out(gate, "organization")
    assert clocks(gate("clerk"), untimed) == [("clarification_step", "default", False)]
    assert clocks(gate("clerk"), timed) == [
        ("clarification_step", "default", False),
        ("clarification_step", "default", False),
        ("clarification_step", "cross_department", False),
        ("clarification_carry_out", "default", False),
    ]
    row = gate("clerk").read(partial(clarification_rows, ids=[untimed]))[untimed]
    assert not row.counts_time
    assert row.next_due_on is None
    gate("clerk").write(PlanRevisit(untimed))
    assert clocks(gate("clerk"), untimed)[-1] == ("follow_up_visit", "default", True)


def test_the_whole_story_runs_with_clerk_and_manager_alone(gate: Gates, center: Center) -> None:
    clerk, manager = gate("clerk"), gate("manager")
    case_id = referred(gate)
    clerk.write(RecordFinding(case_id, FINDING, behalf=PAPER))
    clerk.write(Assess(case_id, True, "caused", ("selection",), behalf=PAPER))
    clerk.write(SeekOpinion(case_id, behalf=PAPER))
    clerk.write(RecordPersonOpinion(case_id, "other", "只在本单位说明", behalf=PAPER))
    approval = clerk.write(
        SubmitForApproval(
            case_id, ("face_to_face", "written"), "person_and_principal", behalf=PAPER
        )
    ).value
    on_paper = partial(RecordDecision, approval, "agreed", approver_post="副书记", paper_on=TODAY)
    refused(clerk, on_paper(approver_name="裴知遥", number="泽纪批1号"), "self_approval")
    refused(clerk, on_paper(approver_name="卞明远"), "missing_document_number")
    clerk.write(on_paper(approver_name="周敏", number="泽纪批1号"))
    refused(manager, ConfirmDecision(approval), "approver_is_manager")
    clerk.write(on_paper(approver_name="卞明远", number="泽纪批1号"))
    refused(clerk, ConfirmDecision(approval), "self_confirmation")
    manager.write(ConfirmDecision(approval))
    card = show(clerk, case_id)
    assert (card.row.state, card.approval_number) == ("approved", "泽纪批1号")
    assert card.moves == ("behalf:start_carrying_out",)
    clerk.write(StartCarryingOut(case_id, behalf=PAPER))
    clerk.write(RecordCarriedOut(case_id, ("face_to_face", "written"), **DONE, behalf=PAPER))
    clerk.write(PlanRevisit(case_id))
    clerk.write(RecordRevisitAndArchive(case_id, "fair"))
    events = show(manager, case_id).events
    recorded = [e.act for e in events if e.behalf_of == "裴知遥"]
    assert len(recorded) == 8
    assert all(e.needs_confirmation for e in events if e.behalf_of == "裴知遥")
    signed = [(e.act, e.confirmed_by) for e in events if e.behalf_of == "卞明远"]
    assert signed == [("agreed_clear", "周敏")]
    clerk.write(RecordNewEvidence(case_id, "泽纪函〔2026〕20号", behalf=PAPER))
    clerk.write(Uphold(case_id, "泽纪函〔2026〕21号", behalf=PAPER))
    assert state(manager, case_id) == "archived"


def test_a_proposal_of_the_organ_goes_to_assessment(gate: Gates) -> None:
    made = gate("organization").write(Propose(FINDING, person_name="周䶮")).value
    case_id = made.clarification_id
    card = show(gate("organization"), case_id)
    assert (card.row.state, card.row.origin) == ("proposed", "proposed")
    assert card.finding is not None
    assert card.finding.organ == "中共县委组织部"
    assert "assess_proposed" in card.moves
    gate("organization").write(StartAssessment(case_id))
    assert state(gate("clerk"), case_id) == "assessing"
    by_paper = gate("clerk").write(
        Propose(
            FINDING,
            person_name="吴琪",
            organ_unit_id=unit_id(gate("clerk"), "discipline"),
            behalf=PAPER,
        )
    )
    assert state(gate("discipline"), by_paper.value.clarification_id) == "proposed"


def test_only_bodies_that_check_propose_and_receive(gate: Gates) -> None:
    refused(gate("hr"), Propose(FINDING, person_name="周䶮"), "organ_cannot_clear")
    refused(gate("clerk"), Propose(FINDING, person_name="周䶮"), "not_permitted")
    case_id = applied(gate)
    refused(gate("clerk"), Refer(case_id, unit_id(gate("clerk"), "hr")), "organ_cannot_clear")
    refused(gate("clerk"), Refer(case_id, 999), "missing_unit")


def test_whoever_checked_clears(gate: Gates) -> None:
    case_id = referred(gate)
    refused(gate("organization"), RecordFinding(case_id, FINDING), "not_found")
    refused(gate("clerk"), RecordFinding(case_id, FINDING), "not_permitted")
    refused(gate("manager"), RecordFinding(case_id, FINDING), "not_permitted")
    refused(gate("discipline_leader"), RecordFinding(case_id, FINDING), "not_permitted")
    gate("discipline").write(RecordFinding(case_id, FINDING))


def test_a_department_that_took_it_in_loses_sight_when_it_is_passed_on(gate: Gates) -> None:
    made = gate("hr").write(Apply("有人说我违规。", person_name="周䶮")).value
    assert state(gate("hr"), made.clarification_id) == "applied"
    organ = unit_id(gate("hr"), "discipline")
    gate("hr").write(Refer(made.clarification_id, organ))
    with pytest.raises(NotAllowedError, match="not_found"):
        show(gate("hr"), made.clarification_id)
    assert not gate("hr").read(partial(clarification_ids, wanted=ClarificationFilter()))
    assert state(gate("discipline"), made.clarification_id) == "waiting_conclusion"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Apply("", person_name="王䶮"), "missing_content"),
        (Apply("有人说我违规。"), "missing_person"),
        (Apply("肯定是李四举报的我。", person_name="王䶮"), "guess_of_reporter"),
        (Apply("有人说我违规。", person_name="王", applied_on=date(2026, 3, 3)), "date_in_future"),
        (
            Apply("有人说我违规。", person_name="王", applied_on=date(2026, 1, 3)),
            "backdating_needs_reason",
        ),
        (Apply("有人说我违规。", unit_id=999), "unknown_value"),
    ],
)
def test_an_application_is_checked(gate: Gates, command: Apply, code: str) -> None:
    refused(gate("clerk"), command, code)


@pytest.mark.parametrize(
    ("finding", "code"),
    [
        (FindingEntry("false_accusation", "函1", TODAY, "不属实"), "false_accusation_not_here"),
        (FindingEntry("nonsense", "函1", TODAY, "不属实"), "unknown_value"),
        (FindingEntry("untrue", " ", TODAY, "不属实"), "missing_document_number"),
        (FindingEntry("untrue", "函1", TODAY, "属" * 201), "sayable_too_long"),
        (FindingEntry("untrue", "函1", TODAY, ""), "missing_sayable"),
        (FindingEntry("untrue", "函1", TODAY + timedelta(days=1), "不实"), "dates_out_of_order"),
        (FindingEntry("untrue", "函1", TODAY, "应该是张三写信告的。"), "guess_of_reporter"),
    ],
)
def test_a_finding_is_four_things_and_checked(
    gate: Gates, finding: FindingEntry, code: str
) -> None:
    case_id = referred(gate)
    refused(gate("discipline"), RecordFinding(case_id, finding), code)
    assert state(gate("discipline"), case_id) == "waiting_conclusion"


def test_a_finding_has_no_other_columns() -> None:
    from db.clarification.tables import Finding

    assert {c.key for c in Finding.__table__.columns} == {
        "id",
        "version",
        "category",
        "organ",
        "letter_number",
        "issued_on",
        "sayable",
    }


@pytest.mark.parametrize("category", ["cannot_exclude", "concluded_by_talk", "partly"])
def test_what_cannot_be_excluded_is_not_cleared(gate: Gates, category: str) -> None:
    case_id = referred(gate)
    gate("discipline").write(RecordFinding(case_id, FindingEntry(category, "函1", TODAY)))
    officer, leader = gate("discipline"), gate("discipline_leader")
    refused(officer, Assess(case_id, True, "caused"), "finding_not_clearable")
    refused(officer, Assess(case_id, False), "missing_reason")
    refused(officer, Assess(case_id, False, not_clear_reason="no_bad_effect"), "unknown_value")
    refused(officer, NotClear(case_id), "not_assessed")
    officer.write(Assess(case_id, False, not_clear_reason="cannot_exclude"))
    refused(officer, SeekOpinion(case_id), "missing_effect")
    approval = officer.write(NotClear(case_id)).value
    refused(officer, Assess(case_id, False, not_clear_reason="cannot_exclude"), "decision_pending")
    refused(officer, Decide(approval, "agreed"), "not_permitted")
    refused(gate("manager"), Decide(approval, "agreed"), "not_permitted")
    refused(gate("organization_leader"), Decide(approval, "agreed"), "not_permitted")
    leader.write(Decide(approval, "agreed"))
    card = show(gate("clerk"), case_id)
    assert (card.row.state, card.not_clear_reason) == ("not_cleared", "cannot_exclude")
    assert all("cannot_exclude" not in e.note for e in card.events)
    assert marks(gate("clerk"), case_id)[-1] == ("not_cleared", None)


def test_a_refused_proposal_not_to_clear_leaves_it_in_assessment(gate: Gates) -> None:
    case_id = referred(gate)
    officer = gate("discipline")
    officer.write(RecordFinding(case_id, FINDING))
    officer.write(Assess(case_id, False, not_clear_reason="secrecy"))
    approval = officer.write(NotClear(case_id)).value
    gate("discipline_leader").write(Decide(approval, "refused", "再研究"))
    assert state(officer, case_id) == "assessing"
    officer.write(Assess(case_id, True, "caused"))
    refused(officer, NotClear(case_id), "assessed_to_clear")
    officer.write(SeekOpinion(case_id))
    assert [kind for kind, _ in marks(officer, case_id)].count("assessed") == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"modes": ("meeting",)}, "written_needed"),
        ({"modes": ()}, "missing_modes"),
        ({"modes": ("written", "posters")}, "unknown_value"),
        ({"scope": ""}, "missing_scope"),
        ({"scope": "everybody"}, "unknown_value"),
    ],
)
def test_a_submission_is_checked(gate: Gates, changes: dict[str, Any], code: str) -> None:
    case_id = asked(gate)
    gate("discipline").write(RecordPersonOpinion(case_id, "agree"))
    values: dict[str, Any] = {"modes": ("written",), "scope": "party_committee"}
    refused(gate("discipline"), SubmitForApproval(case_id, **(values | changes)), code)


def test_it_is_not_submitted_without_finding_or_opinion(gate: Gates) -> None:
    case_id = referred(gate)
    submit = partial(SubmitForApproval, modes=("written",), scope="party_committee")
    refused(gate("discipline"), submit(case_id), "no_finding")
    gate("discipline").write(RecordFinding(case_id, FindingEntry("cannot_exclude", "函", TODAY)))
    refused(gate("discipline"), submit(case_id), "finding_not_clearable")
    case_id = asked(gate)
    refused(gate("discipline"), submit(case_id), "missing_person_opinion")
    refused(gate("discipline"), RecordPersonOpinion(case_id, "other"), "missing_content")
    gate("discipline").write(RecordPersonOpinion(case_id, "private"))
    refused(
        gate("discipline"),
        SubmitForApproval(case_id, ("meeting", "written"), "limited_scope"),
        "against_person_wish",
    )
    gate("discipline").write(submit(case_id))


def test_nobody_approves_his_own_and_only_the_head_of_the_body(gate: Gates) -> None:
    case_id, approval = submitted(gate)
    for login in ("discipline", "manager", "clerk", "organization_leader"):
        refused(gate(login), Decide(approval, "agreed"), "not_permitted")
    assert state(gate("clerk"), case_id) == "approval_pending"
    with pytest.raises(DatabaseError, match="not_self"):
        gate("discipline").write(
            Raw(f"UPDATE approval SET decider_id=proposer_id WHERE id={approval}")
        )
    work = gate("discipline_leader").read(clarification_work)
    assert [a.id for a in work.approvals] == [approval]
    assert gate("manager").read(clarification_work).approvals == ()


def test_a_returned_form_keeps_its_number(gate: Gates) -> None:
    case_id, approval = submitted(gate, form_number="泽纪澄审〔2026〕3号")
    refused(gate("discipline_leader"), Decide(approval, "returned"), "missing_opinion")
    gate("discipline_leader").write(Decide(approval, "returned", "请补充范围"))
    assert state(gate("discipline"), case_id) == "returned_for_supplement"
    assert "resubmit" in show(gate("discipline"), case_id).moves
    again = (
        gate("discipline").write(SubmitForApproval(case_id, ("written",), "party_committee")).value
    )
    gate("discipline_leader").write(Decide(again, "agreed"))
    card = show(gate("clerk"), case_id)
    assert (card.row.state, card.approval_number) == ("approved", "泽纪澄审〔2026〕3号")
    assert card.row.modes == ("written",)


def test_a_refusal_ends_it(gate: Gates) -> None:
    case_id, approval = submitted(gate)
    gate("discipline_leader").write(Decide(approval, "refused", "不宜"))
    card = show(gate("clerk"), case_id)
    assert card.row.pill == "not_cleared"
    assert marks(gate("clerk"), case_id)[-1] == ("not_cleared", "refused")
    assert card.applicant_zh == "您的申请已收到，将按规定转有关单位处理。"


@pytest.mark.parametrize(("told", "pill"), [(True, "kept_private"), (False, "not_cleared")])
def test_it_stays_private_as_the_person_wishes(gate: Gates, told: bool, pill: str) -> None:
    case_id = asked(gate)
    refused(gate("discipline"), KeepPrivate(case_id, False, told), "missing_signature")
    gate("discipline").write(KeepPrivate(case_id, True, told))
    card = show(gate("clerk"), case_id)
    assert (card.row.state, card.row.pill) == ("not_cleared", pill)
    assert marks(gate("clerk"), case_id)[-1] == ("kept_private", "told" if told else None)
    for other in ("kept_private", "not_cleared"):
        wanted = ClarificationFilter(pills=(other,))
        found = gate("clerk").read(partial(clarification_ids, wanted=wanted))
        assert list(found) == ([case_id] if other == pill else [])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"modes_done": ("written",)}, "approved_mode_not_done"),
        ({"modes_done": ("written", "meeting", "media")}, "mode_not_approved"),
        ({"letter_number": ""}, "missing_document_number"),
        ({"letter_on": None}, "missing_document_number"),
        ({"delivered_on": None}, "missing_delivery"),
        ({"delivery_signer": " "}, "missing_delivery"),
        ({"place": ""}, "missing_place"),
        ({"audience_count": None}, "missing_audience_count"),
        ({"audience_count": -1}, "missing_audience_count"),
        ({"delivered_on": date(2026, 2, 20)}, "dates_out_of_order"),
        ({"letter_on": date(2026, 2, 20)}, "dates_out_of_order"),
        ({"delivered_on": date(2026, 3, 20)}, "dates_out_of_order"),
    ],
)
def test_what_was_approved_must_be_done(gate: Gates, changes: dict[str, Any], code: str) -> None:
    case_id, approval = submitted(gate)
    done: dict[str, Any] = {"modes_done": ("meeting", "written"), **DONE}
    refused(gate("discipline"), RecordCarriedOut(case_id, **done), "illegal_move")
    gate("discipline_leader").write(Decide(approval, "agreed"))
    gate("discipline").write(StartCarryingOut(case_id))
    refused(gate("discipline"), RecordCarriedOut(case_id, **(done | changes)), code)
    gate("discipline").write(RecordCarriedOut(case_id, **done))


def test_new_facts_suspend_the_letter_and_have_two_ends(gate: Gates) -> None:
    upheld, recalled = carried_out(gate), carried_out(gate)
    officer = gate("discipline")
    officer.write(Paper(upheld))
    refused(officer, RecordNewEvidence(upheld, ""), "missing_document_number")
    for case_id in (upheld, recalled):
        officer.write(RecordNewEvidence(case_id, "泽纪函〔2026〕30号"))
        card = show(officer, case_id)
        assert (card.row.state, card.row.letter_suspended) == ("new_evidence", True)
        assert card.letter_number == DONE["letter_number"]
    assert show(officer, upheld).papers[0].state == "suspended"
    officer.write(Uphold(upheld, "泽纪函〔2026〕31号"))
    officer.write(RecallLetter(recalled, "泽纪函〔2026〕32号"))
    card = show(officer, upheld)
    assert (card.row.state, card.row.letter_suspended) == ("archived", False)
    assert card.papers[0].state == "delivered"
    card = show(officer, recalled)
    assert (card.row.state, card.row.letter_suspended) == ("not_cleared", True)
    assert ("recalled", None) in marks(officer, recalled)
    assert ("cleared", "meeting,written") in marks(officer, recalled)


def test_a_person_may_withdraw_until_the_approval(gate: Gates) -> None:
    case_id, approval = submitted(gate)
    refused(gate("clerk"), Withdraw(case_id, "", True), "missing_reason")
    refused(gate("clerk"), Withdraw(case_id, "不再需要", False), "missing_signature")
    gate("clerk").write(Withdraw(case_id, "不再需要", True))
    refused(gate("discipline_leader"), Decide(approval, "agreed"), "already_decided")
    assert show(gate("clerk"), case_id).applicant_zh == "已按您的意愿撤回"
    case_id, approval = submitted(gate)
    gate("discipline_leader").write(Decide(approval, "agreed"))
    refused(gate("clerk"), Withdraw(case_id, "不再需要", True), "illegal_move")


def test_an_appeal_of_the_fifth_procedure_opens_its_clarification(gate: Gates) -> None:
    made = (
        gate("clerk")
        .write(
            Register(
                Intake(
                    administration="county_managed",
                    channel="window",
                    category="clarification",
                    subject="请求澄清",
                    facts="有人说我违规发放补贴，与事实不符。",
                    requests="希望说明情况",
                    person_name="王䶮",
                    phone="19000000001",
                )
            )
        )
        .value
    )
    refused(gate("clerk"), OpenFromAppeal(made.appeal_id), "appeal_not_special")
    gate("clerk").write(SendToScreening(made.appeal_id, "拟受理"))
    gate("clerk").write(Accept(made.appeal_id, "special"))
    opened = gate("clerk").write(OpenFromAppeal(made.appeal_id)).value
    card = show(gate("clerk"), opened.clarification_id)
    assert card.appeal_id == made.appeal_id
    assert [link.number for link in card.links] == [made.number]
    assert (card.wish, card.row.person_name) == ("希望说明情况", "王䶮")
    refused(gate("clerk"), OpenFromAppeal(made.appeal_id), "already_linked")


def test_an_applicant_reads_the_same_bytes_whatever_runs(gate: Gates) -> None:
    """No matter, a running check, a finding that cannot be excluded, a refusal to clear."""
    nothing, running, assessed = applied(gate), referred(gate), referred(gate)
    refused_one, kept = referred(gate), asked(gate)
    officer = gate("discipline")
    for case_id in (assessed, refused_one):
        officer.write(RecordFinding(case_id, FindingEntry("cannot_exclude", "函1", TODAY)))
        officer.write(Assess(case_id, False, not_clear_reason="cannot_exclude"))
    approval = officer.write(NotClear(refused_one)).value
    gate("discipline_leader").write(Decide(approval, "agreed"))
    officer.write(KeepPrivate(kept, True, True))
    told = set()
    for case_id in (nothing, running, assessed, refused_one, kept):
        number = show(gate("clerk"), case_id).row.number
        answer = gate("clerk").read(partial(applicant_view, number=number, phone_last4="0001"))
        assert answer is not None
        assert answer == receipt(number, TODAY)
        told.add(repr(answer).replace(number, "").encode())
        for login in ("hr", "organization", "auditor", "secadmin"):
            assert gate(login).read(partial(applicant_view, number=number, in_person=True)) is None
    assert len(told) == 1


def test_the_query_needs_the_phone_or_the_card(gate: Gates) -> None:
    number = show(gate("clerk"), applied(gate)).row.number
    ask = partial(applicant_view, number=number)
    assert gate("clerk").read(ask) is None
    assert gate("clerk").read(partial(ask, phone_last4="0002")) is None
    assert gate("clerk").read(partial(ask, phone_last4="1")) is None
    assert gate("clerk").read(partial(ask, in_person=True)) is not None
    assert gate("clerk").read(partial(applicant_view, number="没有", in_person=True)) is None
    made = gate("discipline").write(Propose(FINDING, person_name="周䶮")).value
    silent = gate("clerk").read(partial(applicant_view, number=made.number, in_person=True))
    assert silent is None


def test_lists_filter_and_count(gate: Gates) -> None:
    first, second = applied(gate), referred(gate, "organization", person_name="赵（100%）")
    clerk = gate("clerk")

    def found(**wanted: Any) -> list[int]:
        return list(clerk.read(partial(clarification_ids, wanted=ClarificationFilter(**wanted))))

    assert found() == [second, first]
    assert found(text="䶮") == [first]
    assert found(text="%") == [second]
    assert found(text="泽澄〔2026〕2号") == [second]
    assert found(pills=("applied",)) == [first]
    assert found(organ_unit_ids=(unit_id(clerk, "organization"),)) == [second]
    assert found(origins=("proposed",)) == []
    assert found(due_to=TODAY + timedelta(days=30)) == [first]
    assert found(overdue=True) == []
    assert found(ids=()) == []
    assert found(applied_from=TODAY, applied_to=TODAY) == [second, first]
    by_due = clerk.read(
        partial(clarification_ids, wanted=ClarificationFilter(), sort="due", descending=False)
    )
    assert list(by_due) == [first, second]
    counts = clerk.read(clarification_counts)
    assert counts["open"] == 2
    assert counts["to_refer"] == 1
    work = clerk.read(clarification_work)
    assert [row.id for row in work.to_refer] == [first]
    gate("organization").write(RecordFinding(second, FINDING))
    work = gate("organization").read(clarification_work)
    assert [row.id for row in work.to_assess] == [second]
    assert work.to_assess[0].next_due_on == date(2026, 3, 9)
    with pytest.raises(RefusedError, match="unknown_sort"):
        clerk.read(partial(clarification_ids, wanted=ClarificationFilter(), sort="x"))


def test_a_stale_version_is_a_conflict(gate: Gates) -> None:
    case_id = applied(gate)
    seen = show(gate("clerk"), case_id).row.version
    gate("clerk").write(Refer(case_id, unit_id(gate("clerk"), "discipline"), seen=seen))
    with pytest.raises(ConflictError):
        gate("clerk2").write(Withdraw(case_id, "不再需要", True, seen=seen))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE clarification SET state='approval_pending' WHERE id={applied}",
        "UPDATE clarification SET state='approved' WHERE id={applied}",
        "UPDATE clarification SET state='carried_out' WHERE id={applied}",
        "UPDATE clarification SET state='nonsense' WHERE id={applied}",
        "UPDATE clarification SET state='approval_pending', modes='written', scope='public' "
        "WHERE id={asked}",
        "UPDATE clarification SET state='approved' WHERE id={submitted}",
        "UPDATE clarification SET modes='meeting' WHERE id={submitted}",
        "UPDATE clarification SET modes='' WHERE id={submitted}",
        "UPDATE clarification SET person_opinion='' WHERE id={submitted}",
        "UPDATE clarification SET finding_id=NULL WHERE id={submitted}",
        "UPDATE clarification SET state='carried_out', approval_number='1' WHERE id={submitted}",
        "UPDATE finding SET category='false_accusation'",
        "UPDATE finding SET sayable=printf('%.*c', 201, 'x')",
        "UPDATE event SET act='approve' WHERE track='clarification'",
        "DELETE FROM event WHERE track='clarification'",
        "UPDATE milestone SET outcome='written' WHERE track='clarification'",
    ],
)
def test_the_database_holds_the_same_lines(gate: Gates, statement: str) -> None:
    made = {"applied": applied(gate), "asked": asked(gate), "submitted": submitted(gate)[0]}
    with pytest.raises(DatabaseError):
        gate("discipline").write(Raw(statement.format(**made)))


def test_the_database_wants_a_clearable_finding(gate: Gates) -> None:
    case_id = asked(gate)
    gate("discipline").write(RecordPersonOpinion(case_id, "agree"))
    gate("discipline").write(Raw("UPDATE finding SET category='cannot_exclude'"))
    with pytest.raises(DatabaseError, match="clearable"):
        gate("discipline").write(
            Raw(
                "UPDATE clarification SET state='approval_pending', modes='written', "
                f"scope='public' WHERE id={case_id}"
            )
        )


class Raw:
    """Writes past every command, as a wrong program would."""

    from db.core.permissions import Permission

    permission = Permission.DRAFT_WRITE

    def __init__(self, statement: str) -> None:
        self.statement = statement

    def __call__(self, tx: Any) -> None:
        tx.session.execute(text(self.statement))


class Paper:
    """Files an issued letter of a case."""

    from db.core.permissions import Permission

    permission = Permission.DRAFT_WRITE

    def __init__(self, case_id: int) -> None:
        self.case_id = case_id

    def __call__(self, tx: Any) -> None:
        tx.add(
            Document(
                track="clarification",
                case_id=self.case_id,
                kind="clarification_letter",
                state="delivered",
                fields={},
                made_on=TODAY,
                made_by_id=tx.actor.account_id,
            )
        )
