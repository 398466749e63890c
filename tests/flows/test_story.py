"""The office's day through the real window, by keys alone (issue 2, Shows 3)."""

import operator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from db.approvals.deciding import Decide
from db.core.errors import NotAllowedError
from desktop.widgets.ticks import MultiChoice
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
    figures,
    fill_in,
    month_page,
    refer,
    register,
    write_record,
)
from tests.flows.window import CTRL, KEY, Person


def agreed(sit: Sit, case: str, *, state: str, login: str = "manager") -> Person:
    """Somebody decides what waits on a case."""
    leader = sit(login)
    leader.find(case)
    leader.decide()
    leader.wait_for(state)
    return leader


def test_the_receipt_is_saved_where_no_printer_is(sit: Sit, tmp_path: Path) -> None:
    clerk = sit("clerk")
    fill_in(clerk)
    clerk.press(KEY.Key_Return, CTRL)
    clerk.settle()
    clerk.name_file(tmp_path / "receipt.pdf")
    clerk.until((tmp_path / "receipt.pdf").exists, "the receipt")
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF")
    clerk.find("0001")
    clerk.wait_for("registered")
    page = clerk.window._stack.currentWidget()
    clerk.tab_to(partial(operator.is_, page._tabs), "tabs")
    store = clerk.session.need_store()
    # Readings wait for the writer's next turn, not the other way round.
    clerk.until(lambda: not store.gate.has_unwritten_reads, "the readings")
    clerk.press(KEY.Key_Right, times=page._tabs.count() - 1)
    clerk.until(lambda: bool(page._readings), "who opened it")
    assert "export_paper" in {row.act for row in page._readings}
    clerk.settle()


def test_an_appeal_from_the_counter_to_its_closing(sit: Sit, center: Center) -> None:
    clerk = sit("clerk")
    register(clerk)
    accept(clerk)
    assign(clerk, "人社")
    agreed(sit, "0001", state="assigned")
    hr = sit("hr")
    hr.page("transfer")
    hr.open_first()
    hr.do("object", reason="不属本单位职责", suggested_unit="信访局")
    clerk = sit("clerk")
    clerk.find("0001")
    clerk.wait_for("returned")
    assign(clerk, "信访", "reassign")
    agreed(sit, "0001", state="assigned")
    petition = sit("petition")
    petition.page("transfer")
    petition.open_first()
    petition.do("object", reason="应由人社局办理")
    clerk = sit("clerk")
    clerk.find("0001")
    clerk.wait_for("returned")
    assign(clerk, "人社", "reassign")
    agreed(sit, "0001", state="assigned")
    hr = sit("hr")
    hr.find("0001")
    hr.do("sign_in", section="人事科", handler_name="何俊贤")
    hr.wait_for("in_progress")
    hr.do("draft_reply", outcome="supported", reply="已核实，本月补充两名工作人员。")
    hr.wait_for("reply_draft")
    agreed(sit, "0001", state="reply_approved", login="hr_leader")
    center.clock.advance(days=1)
    hr = sit("hr")
    hr.find("0001")
    hr.do("deliver_reply", delivered_on="20260303", signer=NAME)
    hr.wait_for("replied")
    shown = month_page(sit("manager"))
    assert (shown["accepted_count"], shown["handled_count"], shown["open_count"]) == ("1", "1", "0")
    clerk = sit("clerk")
    clerk.find("0001")
    clerk.do("plan_follow_up")
    clerk.wait_for("follow_up")
    clerk.do("close", satisfaction_service="satisfied", satisfaction_result="satisfied")
    manager = agreed(sit, "0001", state="closed")
    shown, counted = month_page(manager), figures(center)
    agree(
        shown,
        counted,
        "opening_count",
        "received_count",
        "accepted_count",
        "handled_count",
        "open_count",
        "care_talk_person_times",
    )
    assert shown["opening_aside"] == "0＋1−1"
    one = ("received_count", "accepted_count", "handled_count", "closed_count")
    assert {name: counted[name] for name in one} == dict.fromkeys(one, 1)
    assert counted["cleared_case_count"] == 0
    assert manager.failures == []


def test_a_name_is_cleared_in_a_meeting(sit: Sit, center: Center) -> None:
    clerk = sit("clerk")
    apply_to_be_cleared(clerk)
    refer(clerk, "纪")
    officer = sit("discipline")
    officer.page("clarification")
    officer.open_first()
    officer.wait_for("waiting_conclusion")
    # Without a finding there is nothing to assess, to ask or to approve.
    assert officer.offers() == ["record_finding", "withdraw"]
    officer.do("record_finding", **FINDING)
    officer.wait_for("assessing")
    officer.do("assess", should_clear="yes", effect="possible", effect_kinds=("work",))
    officer.do("seek_opinion")
    officer.wait_for("seeking_opinion")
    # Without the person's opinion it may not be sent for approval.
    assert officer.blocked("submit_for_approval")
    assert officer.lacking()
    officer.do("record_person_opinion", opinion="agree")
    officer.until(lambda: not officer.blocked("submit_for_approval"), "the opinion counts")
    officer.move("submit_for_approval")
    officer.fill(modes=("written", "meeting"), scope="limited_scope")
    # The written mode cannot be taken away beside the meeting.
    modes = officer.dialog().findChild(MultiChoice, "modes")
    assert modes is not None
    officer.tab_to(lambda w: w is modes.box("written"), "the written mode")
    officer.press(KEY.Key_Space)
    assert modes.value() == {"written", "meeting"}
    assert officer.submit() == ""
    officer.wait_for("approval_pending")
    # Nobody approves what he proposed: no button, a sentence that says why, and a refusal.
    assert officer.offers() == ["withdraw"]
    why = "The proposer cannot approve this; send it to another leader"
    assert QCoreApplication.translate("CaseParts", why) in officer.words()
    (waiting,) = officer.window._stack.currentWidget()._card.approvals
    with pytest.raises(NotAllowedError):
        center.gate("discipline").write(Decide(waiting.id, "agreed"))
    manager = sit("manager")
    manager.page("clarification")
    manager.open_first()
    manager.wait_for("approval_pending")
    assert "decide" not in manager.offers()
    head = sit("discipline_leader")
    head.page("clarification")
    head.open_first()
    head.decide()
    head.wait_for("approved")
    officer = sit("discipline")
    officer.page("clarification")
    officer.open_first()
    officer.do("start_carrying_out")
    officer.wait_for("carrying_out")
    assert officer.is_refused("carry_out", **(CARRIED_OUT | {"modes_done": ("meeting",)}))
    assert officer.pill() == "carrying_out"
    officer.do("carry_out", **CARRIED_OUT)
    officer.wait_for("carried_out")
    clerk = sit("clerk")
    clerk.page("clarification")
    clerk.open_first()
    clerk.do("arrange_follow_up")
    clerk.wait_for("follow_up")
    clerk.do("archive", result="good", note="本人情绪平稳。")
    clerk.wait_for("archived")
    shown, counted = month_page(sit("manager")), figures(center)
    agree(shown, counted, *FUNNEL, "accepted_count", "handled_count", "open_count")
    assert {name: counted[name] for name in (*FUNNEL, "cleared_person_count")} == dict.fromkeys(
        (*FUNNEL, "cleared_person_count"), 1
    )
    assert counted["accepted_count"] == counted["care_talk_person_times"] == 0


def test_a_talk_is_planned_arranged_held_and_recorded(sit: Sit, center: Center) -> None:
    officer = sit("hr")
    officer.page("care")
    officer.named("plan")
    officer.dialog()
    officer.write_name(NAME)
    officer.fill(trigger="position_change")
    assert officer.submit() == ""
    officer.wait_for("planned")
    officer.do("schedule", on="20260303", time="9:30", place="谈话室")
    officer.wait_for("scheduled")
    center.clock.advance(days=1)
    officer.do("record_held", held_on="20260303", held_from="9:30", held_to="10:10")
    officer.wait_for("held")
    officer.press_move("write_record")
    write_record(officer)
    shown, counted = month_page(sit("manager")), figures(center)
    agree(shown, counted, "care_talk_person_times")
    assert counted["care_talk_person_times"] == counted["care_talk_person_count"] == 1
    assert counted["accepted_count"] == counted["cleared_case_count"] == 0


def test_a_talk_is_held_at_once(sit: Sit, center: Center) -> None:
    clerk = sit("clerk")
    clerk.page("care")
    clerk.named("hold")
    clerk.dialog()
    clerk.write_name(NAME)
    clerk.fill(held_from="9:30", held_to="10:10", place="谈话室")
    assert clerk.submit() == ""
    clerk.wait_for("held")
    write_record(clerk)
    shown, counted = month_page(sit("manager")), figures(center)
    agree(shown, counted, "care_talk_person_times")
    assert counted["care_talk_person_times"] == 1
