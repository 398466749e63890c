"""Paths of an appeal on which an earlier version broke a balance, a clock or a decision."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import select

from db.appeals.answering import (
    DeliverReply,
    PlanFollowUp,
    ProposeClose,
    RecordReviewRequest,
    Resume,
)
from db.appeals.handling import DraftReply, RequestExtension
from db.appeals.intake import Amend, Register, SettleOnTheSpot
from db.appeals.queries import waiting_approvals
from db.appeals.routing import GiveOpinion, Insist, Object, ProposeAssign, SignIn, Target
from db.appeals.screening import (
    Accept,
    ProposeMerge,
    ProposeNotAccept,
    ProposeRedirect,
    SendToScreening,
    Withdraw,
)
from db.appeals.tables import Appeal, Extension
from db.approvals.deciding import ConfirmDecision, Decide, RecordDecision
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tables import Approval, ClockEntry, Milestone
from db.core.tx import Behalf
from db.statistics.balance import check_balance
from db.statistics.queries import monthly
from tests.appeals.test_flow import assign, hand_over, intake, show, to_accepted, unit_id
from tests.conftest import Center

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)


def kinds(gate: Gates, appeal_id: int) -> list[str]:
    return list(
        gate("manager").read(
            lambda r: r.session.scalars(
                select(Milestone.kind).where(
                    Milestone.case_id == appeal_id, Milestone.revoked_at.is_(None)
                )
            ).all()
        )
    )


def foots(gate: Gates) -> None:
    assert check_balance(gate("manager").read(partial(monthly, month="2026-03"))) == []


def signed(gate: Gates, procedure: str = "internal", *keys: str) -> tuple[int, int]:
    appeal_id = to_accepted(gate, procedure)
    assign(gate, appeal_id, "hr", *keys)
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row))
    return appeal_id, row


def answered(gate: Gates, procedure: str = "internal") -> int:
    appeal_id, row = signed(gate, procedure)
    approval = gate("hr").write(DraftReply(row, "已核实。", "supported")).value
    gate("hr_leader").write(Decide(approval, "agreed"))
    gate("hr").write(DeliverReply(appeal_id, DAY, DAY, reply_number="号"))
    return appeal_id


def test_what_was_answered_once_is_not_counted_again_when_it_leaves(gate: Gates) -> None:
    for leave in ("withdraw", "redirect"):
        appeal_id = answered(gate)
        gate("clerk").write(PlanFollowUp(appeal_id))
        gate("clerk").write(Resume(appeal_id, "承诺未兑现"))
        if leave == "withdraw":
            gate("clerk").write(Withdraw(appeal_id, "不再诉求", is_signed=True))
        else:
            asked = gate("clerk").write(ProposeRedirect(appeal_id, "hr_review", "人社局")).value
            gate("manager").write(Decide(asked, "agreed"))
        found = kinds(gate, appeal_id)
        assert (found.count("handled"), found.count("other_exit")) == (1, 0)
        foots(gate)


def test_a_corrected_category_leaves_the_units_account_as_it_was(gate: Gates) -> None:
    appeal_id, _ = signed(gate)
    before = sorted(kinds(gate, appeal_id))
    version = show(gate("clerk"), appeal_id).row.version
    gate("clerk").write(Amend(appeal_id, version, {"category": "other"}, "更正"))
    assert sorted(kinds(gate, appeal_id)) == before
    accepted = gate("manager").read(
        lambda r: r.session.scalars(
            select(Milestone.unit_id).where(
                Milestone.kind == "accepted", Milestone.revoked_at.is_(None)
            )
        ).all()
    )
    assert accepted == [None]
    foots(gate)


def test_an_accepted_appeal_does_not_become_what_may_not_be_accepted(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    version = show(gate("clerk"), appeal_id).row.version
    change = {"category": "personnel_decision"}
    with pytest.raises(RefusedError, match="personnel_decision_is_redirected"):
        gate("clerk").write(Amend(appeal_id, version, change, "更正"))


@pytest.mark.parametrize(
    "change",
    [
        {"head_count": "三"},
        {"head_count": None},
        {"knew_on": "2026-03-01"},
        {"subject": 7},
        {"subject": "  "},
        {"person_id": -1},
        {"person_id": "1"},
        {"transfer_wish": "nonsense"},
        {"name_open": "yes"},
    ],
)
def test_a_correction_with_a_wrong_value_is_refused_in_words(
    gate: Gates, change: dict[str, object]
) -> None:
    appeal_id = to_accepted(gate)
    version = show(gate("clerk"), appeal_id).row.version
    with pytest.raises((RefusedError, NotAllowedError)):
        gate("clerk").write(Amend(appeal_id, version, change, "更正"))
    assert show(gate("clerk"), appeal_id).row.version == version


def test_what_waits_lapses_when_the_appeal_goes_another_way(gate: Gates) -> None:
    appeal_id, row = signed(gate)
    gate("hr").write(RequestExtension(row, 10, "尚需取证"))
    gate("hr").write(DraftReply(row, "已核实。", "supported"))
    assert len(gate("hr_leader").read(waiting_approvals)) == 2
    gate("clerk").write(Withdraw(appeal_id, "不再诉求", is_signed=True))
    assert gate("hr_leader").read(waiting_approvals) == ()
    states = gate("manager").read(lambda r: r.session.scalars(select(Extension.state)).all())
    assert states == ["lapsed"]
    made = gate("clerk").write(Register(intake())).value.appeal_id
    gate("clerk").write(SendToScreening(made, "拟不予受理"))
    gate("clerk").write(ProposeNotAccept(made, "不属受理范围"))
    gate("clerk").write(Accept(made, "internal"))
    assert gate("manager").read(waiting_approvals) == ()


def test_two_appeals_are_not_merged_into_each_other(gate: Gates) -> None:
    first, second = to_accepted(gate), to_accepted(gate)
    there = gate("clerk").write(ProposeMerge(first, second)).value
    back = gate("clerk").write(ProposeMerge(second, first)).value
    gate("manager").write(Decide(there, "agreed"))
    with pytest.raises(RefusedError, match="merge_target"):
        gate("manager").write(Decide(back, "agreed"))
    gate("manager").write(Decide(back, "refused", "前件已并入本件"))
    assert show(gate("manager"), second).row.state == "accepted"


def test_an_answer_does_not_lie_before_the_acceptance(gate: Gates, center: Center) -> None:
    made = gate("clerk").write(Register(intake())).value.appeal_id
    gate("clerk").write(SendToScreening(made, "拟受理"))
    center.clock.advance(days=3)
    gate("clerk").write(Accept(made, "internal"))
    assign(gate, made, "hr")
    row = hand_over(gate("clerk"), made)
    early = Behalf("何俊贤", "科长", "函1", DAY)
    with pytest.raises(RefusedError, match="dates_out_of_order"):
        gate("clerk").write(SignIn(row, behalf=early))
    foots(gate)


@pytest.mark.parametrize("reply", ["密级：绝密 文件规定如此", "字" * 200_001])
def test_an_answer_on_the_spot_is_read_like_any_other(gate: Gates, reply: str) -> None:
    command = SettleOnTheSpot(intake(), reply, "explained", "本人满意")
    with pytest.raises(RefusedError, match=r"state_secret|text_too_long"):
        gate("clerk").write(command)


def test_the_notice_of_a_refusal_counts_as_a_notice(gate: Gates, center: Center) -> None:
    found = []
    for days in (0, 30):
        made = gate("clerk").write(Register(intake())).value.appeal_id
        gate("clerk").write(SendToScreening(made, "拟不予受理"))
        center.clock.advance(days=days)
        asked = gate("clerk").write(ProposeNotAccept(made, "不属受理范围")).value
        gate("manager").write(Decide(asked, "agreed"))
        found += [k for k in kinds(gate, made) if k.startswith("notice")]
    assert found == ["notice_on_time", "notice_late"]


def test_a_stale_screen_is_told_so_by_every_deed_of_a_unit(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = show(gate("hr"), appeal_id).hand_overs[-1]
    gate("hr").write(SignIn(row.id, seen=row.version))
    for late in (
        SignIn(row.id, seen=row.version),
        Object(row.id, "不属", seen=row.version),
        GiveOpinion(row.id, "同意", seen=row.version),
        DraftReply(row.id, "已核实。", "supported", seen=row.version),
        RequestExtension(row.id, 5, "取证", seen=row.version),
    ):
        with pytest.raises((ConflictError, RefusedError)) as fault:
            gate("hr").write(late)
        if not isinstance(late, GiveOpinion):
            assert isinstance(fault.value, ConflictError), late


def test_a_co_handler_who_objects_is_still_waited_for(gate: Gates) -> None:
    appeal_id, row = signed(gate, "internal", "petition")
    gate("petition").write(Object(hand_over(gate("petition"), appeal_id), "不属本单位职责"))
    with pytest.raises(RefusedError, match="missing_opinions_complete"):
        gate("hr").write(DraftReply(row, "已核实。", "supported"))


def test_insisting_sets_a_proposed_other_unit_aside(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(Object(row, "不属本单位职责"))
    target = Target(unit_id(gate("clerk"), "petition"))
    asked = gate("clerk").write(ProposeAssign(appeal_id, (target,))).value
    gate("manager").write(Insist(row, "仍由你单位办理"))
    with pytest.raises(RefusedError, match="already_decided"):
        gate("manager").write(Decide(asked, "agreed"))
    assert show(gate("hr"), appeal_id).row.pill == "assigned"


def test_closing_leaves_the_persons_own_term_and_the_upper_organs(
    gate: Gates, center: Center
) -> None:
    appeal_id = answered(gate, "petition")
    gate("clerk").write(RecordReviewRequest(appeal_id, "市人社局"))
    gate("clerk").write(PlanFollowUp(appeal_id))
    asked = gate("clerk").write(ProposeClose(appeal_id, "satisfied", "unsatisfied")).value
    gate("manager").write(Decide(asked, "agreed"))
    running = gate("manager").read(
        lambda r: r.session.scalars(
            select(ClockEntry.rule).where(ClockEntry.stopped_on.is_(None))
        ).all()
    )
    assert running == ["petition_review_decision"]
    other = answered(gate, "petition")
    gate("clerk").write(PlanFollowUp(other))
    asked = gate("clerk").write(ProposeClose(other, "satisfied", "unsatisfied")).value
    gate("manager").write(Decide(asked, "agreed"))
    center.clock.advance(days=30)
    # 30 days from 2 March end on 1 April 2026.
    gate("clerk").write(RecordReviewRequest(other, "市人社局", requested_on=DAY + timedelta(30)))


# --- nobody decides his own ------------------------------------------------------------------


def test_a_leader_does_not_sign_off_what_he_proposed_on_paper(gate: Gates) -> None:
    _, row = signed(gate)
    paper = Behalf("温知行", "副局长", "函1", DAY)
    asked = gate("clerk").write(DraftReply(row, "已核实。", "supported", behalf=paper)).value
    with pytest.raises(RefusedError, match="self_approval"):
        gate("hr_leader").write(Decide(asked, "agreed"))
    for name in ("温知行", "温 知行", " 温知行 ", "温\u3000知行", "林可"):
        with pytest.raises(RefusedError, match="self_approval"):
            gate("clerk").write(RecordDecision(asked, "agreed", name, "副局长", DAY, "1"))


def test_who_types_a_paper_is_not_its_approver(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    target = Target(unit_id(gate("clerk"), "hr"))
    asked = gate("clerk").write(ProposeAssign(appeal_id, (target,))).value
    with pytest.raises(RefusedError, match="self_approval"):
        gate("manager").write(RecordDecision(asked, "agreed", "周敏", "负责人", DAY, "1"))
    gate("clerk").write(RecordDecision(asked, "agreed", "周敏", "负责人", DAY, "1"))
    for login in ("clerk", "hr_leader"):
        with pytest.raises((RefusedError, NotAllowedError)):
            gate(login).write(ConfirmDecision(asked))
    gate("manager").write(ConfirmDecision(asked))
    assert show(gate("clerk"), appeal_id).row.state == "assigned"


def test_a_decision_on_what_has_moved_on_changes_nothing(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    target = Target(unit_id(gate("clerk"), "hr"))
    asked = gate("clerk").write(ProposeAssign(appeal_id, (target,))).value
    gate("clerk").write(RecordDecision(asked, "agreed", "钱同文", "书记", DAY, "1"))
    gate("clerk").write(Withdraw(appeal_id, "不再诉求", is_signed=True))
    with pytest.raises(RefusedError):
        gate("manager").write(ConfirmDecision(asked))
    with pytest.raises(RefusedError):
        gate("manager").write(Decide(asked, "agreed"))
    row = gate("manager").read(lambda r: r.session.get_one(Approval, asked))
    assert (row.state, row.decider_id) == ("lapsed", None)
    assert gate("manager").read(lambda r: r.session.get_one(Appeal, appeal_id)).state == "withdrawn"


def test_whoever_may_not_see_the_case_learns_nothing_of_its_decision(gate: Gates) -> None:
    appeal_id, row = signed(gate)
    asked = gate("hr").write(DraftReply(row, "已核实。", "supported")).value
    nothing = asked + 100
    for login in ("petition", "petition_leader", "discipline_leader", "secadmin"):
        said = set()
        for approval in (asked, nothing):
            with pytest.raises(NotAllowedError) as fault:
                gate(login).write(Decide(approval, "agreed"))
            said.add(str(fault.value))
        assert said == {"not_permitted"}, login
    assert show(gate("hr"), appeal_id).row.state == "reply_draft"
