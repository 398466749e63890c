"""The same day with clerk and manager alone: everybody else works on paper (代录)."""

import pytest

from db.approvals.deciding import ConfirmDecision
from db.core.errors import RefusedError
from tests.conftest import Center
from tests.flows.conftest import Sit
from tests.flows.scenes import (
    CARRIED_OUT,
    FINDING,
    FUNNEL,
    NAME,
    accept,
    agree,
    apply_to_be_cleared,
    assign,
    compare,
    figures,
    month_page,
    refer,
    register,
)
from tests.flows.window import Person

HR = {
    "behalf_signer": "何俊贤",
    "behalf_post": "人事科科长",
    "behalf_number": "泽人社函〔2026〕3号",
    "behalf_on": "20260302",
}
ORGAN = {
    "behalf_signer": "裴知遥",
    "behalf_post": "信访室主任",
    "behalf_number": "泽纪函〔2026〕7号",
    "behalf_on": "20260302",
}
SIGNED = {"decision": "agreed", "paper_on": "20260302", "number": "泽批〔2026〕1号"}


def decide_from_paper(clerk: Person, name: str, post: str) -> str:
    """Record a decision signed on paper; return what keeps it from being taken."""
    page = clerk.window._stack.currentWidget()
    words = page.tr("Record from paper")

    def is_it(widget: object) -> bool:
        named = getattr(widget, "objectName", str)() == "record_decision"
        return named or getattr(widget, "text", str)() == words

    clerk.button(is_it, words)
    clerk.dialog()
    clerk.fill(**SIGNED, approver_name=name, approver_post=post)
    return clerk.submit()


def confirm_decision(manager: Person) -> None:
    """A second person compares the decision with its paper."""
    page = manager.window._stack.currentWidget()
    words = page.tr("Compare and confirm")

    def is_it(widget: object) -> bool:
        named = getattr(widget, "objectName", str)() == "confirm_decision"
        return named or getattr(widget, "text", str)() == words

    manager.button(is_it, words)
    if manager.has_dialog():
        manager.fill(fits="yes")
        assert manager.submit() == ""


def test_an_appeal_with_clerk_and_manager_alone(sit: Sit, center: Center) -> None:
    clerk = sit("clerk")
    register(clerk)
    accept(clerk)
    assign(clerk, "人社")
    manager = sit("manager")
    manager.find("0001")
    manager.decide()
    manager.wait_for("assigned")
    clerk = sit("clerk")
    clerk.find("0001")
    clerk.do("behalf:object", reason="不属本单位职责", **HR)
    clerk.wait_for("returned")
    assign(clerk, "信访", "reassign")
    manager = sit("manager")
    manager.find("0001")
    manager.decide()
    manager.wait_for("assigned")
    clerk = sit("clerk")
    clerk.find("0001")
    clerk.do("behalf:object", reason="应由人社局办理", **(HR | {"behalf_signer": "罗瑾"}))
    clerk.wait_for("returned")
    assign(clerk, "人社", "reassign")
    manager = sit("manager")
    manager.find("0001")
    manager.decide()
    manager.wait_for("assigned")
    clerk = sit("clerk")
    clerk.find("0001")
    clerk.do("behalf:sign_in", section="人事科", **HR)
    clerk.wait_for("in_progress")
    clerk.do("behalf:draft_reply", outcome="supported", reply="已核实，本月补充人员。", **HR)
    clerk.wait_for("reply_draft")
    # Who drafted on the paper cannot be the one who signed it off.
    assert decide_from_paper(clerk, "何俊贤", "人事科科长")
    clerk.leave()
    assert decide_from_paper(clerk, "温知行", "副局长") == ""
    clerk.wait_for("reply_draft")
    (recorded,) = [
        a for a in clerk.window._stack.currentWidget()._card.approvals if a.state == "recorded"
    ]
    with pytest.raises(RefusedError, match="self_confirmation"):
        center.gate("clerk").write(ConfirmDecision(recorded.id))
    manager = sit("manager")
    manager.find("0001")
    confirm_decision(manager)
    manager.wait_for("reply_approved")
    clerk = sit("clerk")
    clerk.find("0001")
    clerk.do("deliver_reply", delivered_on="20260302", signer=NAME)
    clerk.wait_for("replied")
    clerk.do("plan_follow_up")
    clerk.wait_for("follow_up")
    closing = {"satisfaction_service": "satisfied", "satisfaction_result": "satisfied"}
    assert clerk.is_refused("close", **closing)
    manager = sit("manager")
    manager.find("0001")
    assert compare(manager) >= 4
    clerk = sit("clerk")
    clerk.find("0001")
    clerk.do("close", **closing)
    manager = sit("manager")
    manager.find("0001")
    manager.decide()
    manager.wait_for("closed")
    told = [e.behalf_of for e in manager.window._stack.currentWidget()._card.events if e.behalf_of]
    assert "何俊贤" in told
    shown, counted = month_page(manager), figures(center)
    one = ("received_count", "accepted_count", "handled_count")
    agree(shown, counted, *one, "open_count")
    assert {n: counted[n] for n in (*one, "closed_count")} == dict.fromkeys(
        (*one, "closed_count"), 1
    )


def test_a_name_and_a_talk_with_clerk_and_manager_alone(sit: Sit, center: Center) -> None:
    clerk = sit("clerk")
    apply_to_be_cleared(clerk)
    refer(clerk, "纪")
    clerk.do("behalf:record_finding", **FINDING, **ORGAN)
    clerk.wait_for("assessing")
    clerk.do(
        "behalf:assess", should_clear="yes", effect="possible", effect_kinds=("work",), **ORGAN
    )
    clerk.do("behalf:seek_opinion", **ORGAN)
    clerk.wait_for("seeking_opinion")
    clerk.do("behalf:record_person_opinion", opinion="agree", **ORGAN)
    clerk.do(
        "behalf:submit_for_approval",
        modes=("written", "meeting"),
        scope="limited_scope",
        **ORGAN,
    )
    clerk.wait_for("approval_pending")
    assert decide_from_paper(clerk, "裴知遥", "信访室主任")
    clerk.leave()
    assert decide_from_paper(clerk, "卞明远", "副书记") == ""
    manager = sit("manager")
    manager.page("clarification")
    manager.open_first()
    assert "decide" not in manager.offers()
    confirm_decision(manager)
    manager.wait_for("approved")
    clerk = sit("clerk")
    clerk.page("clarification")
    clerk.open_first()
    clerk.do("behalf:start_carrying_out", **ORGAN)
    clerk.do("behalf:carry_out", **CARRIED_OUT, **ORGAN)
    clerk.wait_for("carried_out")
    clerk.page("care")
    clerk.named("from_paper")
    clerk.dialog()
    clerk.write_name("沈知微")
    clerk.fill(held_on="20260302", place="谈话室", **HR)
    assert clerk.submit() == ""
    clerk.wait_for("held")
    manager = sit("manager")
    manager.page("clarification")
    manager.open_first()
    assert compare(manager) > 0
    shown, counted = month_page(manager), figures(center)
    agree(shown, counted, *FUNNEL, "care_talk_person_times", "accepted_count")
    assert {n: counted[n] for n in FUNNEL} == dict.fromkeys(FUNNEL, 1)
    assert counted["care_talk_person_times"] == 1
