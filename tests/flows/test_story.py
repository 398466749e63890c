"""The office's day through the real window, by keys alone (issue 2, Shows 3)."""

from tests.conftest import Center
from tests.flows.conftest import Sit
from tests.flows.scenes import (
    NAME,
    accept,
    agree,
    assign,
    code_of,
    figures,
    month_page,
    register,
)
from tests.flows.window import Person


def agreed(sit: Sit, case: str, *, state: str, login: str = "manager") -> Person:
    """Somebody decides what waits on a case."""
    leader = sit(login)
    leader.find(case)
    leader.decide()
    leader.wait_for(state)
    return leader


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
        shown, counted, "opening_count", "received_count", "accepted_count", "handled_count",
        "open_count", "care_talk_person_times",
    )
    assert shown["opening_aside"] == "0＋1−1"
    one = ("received_count", "accepted_count", "handled_count", "closed_count")
    assert {name: counted[name] for name in one} == dict.fromkeys(one, 1)
    assert counted["cleared_case_count"] == 0
    assert manager.failures == []
