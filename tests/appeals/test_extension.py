"""延期: once, at most 30 days, by the head of the organ, in time, and told to the person."""

from collections.abc import Callable
from datetime import date

import pytest

from db.appeals.answering import DeliverReply, PlanFollowUp, ProposeClose
from db.appeals.handling import DraftReply, RequestExtension, TellExtension
from db.appeals.queries import card
from db.appeals.routing import SignIn
from db.approvals.deciding import Decide, RecordDecision
from db.core.clock import instant
from db.core.errors import NotAllowedError, RefusedError
from tests.appeals.test_flow import assign, hand_over, show, to_accepted

DUE = date(2026, 5, 6)
"""Sixty days from 2 March end on 1 May; the holiday moves them to the 6th."""


@pytest.fixture
def case(gate) -> tuple[int, int]:
    """Return an accepted petition and the hand-over that 人社 leads."""
    appeal_id = to_accepted(gate, "petition")
    assign(gate, appeal_id, "hr", "organization")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row))
    return appeal_id, row


def refused(code: str, order: Callable[[], object]) -> None:
    with pytest.raises(RefusedError) as caught:
        order()
    assert caught.value.code == code


def agreed(gate, row: int, days: int = 30) -> None:
    approval = gate("hr").write(RequestExtension(row, days, "需会同财政核定")).value
    gate("hr_leader").write(Decide(approval, "agreed"))


def test_thirty_days_are_agreed_and_thirty_one_refused(gate, case) -> None:
    appeal_id, row = case
    for days in (31, 0, -1, 400):
        refused(
            "extension_too_long", lambda d=days: gate("hr").write(RequestExtension(row, d, "久"))
        )
    agreed(gate, row, 30)
    clock = next(c for c in show(gate("hr"), appeal_id).clocks if c.rule == "ordinary_completion")
    # Ninety days unrolled are 31 May, a Sunday: rolled once, not twice.
    assert (clock.due_on, clock.extension_days) == (date(2026, 6, 1), 30)


def test_a_second_extension_is_refused_also_after_a_short_first(gate, case) -> None:
    _appeal_id, row = case
    agreed(gate, row, 5)
    refused("extension_once", lambda: gate("hr").write(RequestExtension(row, 5, "再延")))


def test_a_second_request_waits_for_the_decision_on_the_first(gate, case) -> None:
    _appeal_id, row = case
    first = gate("hr").write(RequestExtension(row, 10, "核定")).value
    refused("decision_pending", lambda: gate("hr").write(RequestExtension(row, 20, "再延")))
    gate("hr_leader").write(Decide(first, "refused", "理由不足"))
    assert gate("hr").write(RequestExtension(row, 20, "补充理由")).value, (
        "a refusal is no extension"
    )


def test_without_a_reason_nothing_is_asked(gate, case) -> None:
    _appeal_id, row = case
    refused("missing_reason", lambda: gate("hr").write(RequestExtension(row, 10, "  ")))


def test_on_the_last_day_it_is_in_time_and_a_day_later_it_is_not(center, gate, case) -> None:
    _appeal_id, row = case
    center.clock.set(instant(DUE, 17))
    asked = gate("hr").write(RequestExtension(row, 10, "核定")).value
    center.clock.set(instant(date(2026, 5, 7), 9))
    refused("extension_too_late", lambda: gate("hr_leader").write(Decide(asked, "agreed")))
    gate("hr_leader").write(Decide(asked, "refused", "已过期限"))
    refused("extension_too_late", lambda: gate("hr").write(RequestExtension(row, 10, "核定")))


def test_neither_the_proposer_nor_another_organ_decides(gate, case) -> None:
    appeal_id, row = case
    asked = gate("hr").write(RequestExtension(row, 10, "核定")).value
    for login in ("hr", "organization_leader", "petition_leader", "clerk", "secadmin"):
        with pytest.raises((RefusedError, NotAllowedError)):
            gate(login).write(Decide(asked, "agreed"))
    # Nor does he by a paper that bears his own name.
    paper = RecordDecision(asked, "agreed", "何俊贤", "科长", date(2026, 3, 2), "1")
    refused("self_approval", lambda: gate("clerk").write(paper))
    assert show(gate("hr"), appeal_id).row.pill == "extension_pending"
    gate("hr_leader").write(Decide(asked, "agreed"))


def test_only_the_lead_asks(gate, case) -> None:
    appeal_id, _row = case
    other = gate("organization")
    found = other.read(lambda read: card(read, appeal_id))
    mine = next(h for h in found.hand_overs if h.role != "lead")
    other.write(SignIn(mine.id))
    refused("lead_asks_extension", lambda: other.write(RequestExtension(mine.id, 10, "核定")))


def test_the_person_is_told_before_the_case_is_closed(center, gate, case) -> None:
    appeal_id, row = case
    clerk = gate("clerk")
    agreed(gate, row, 15)
    shown = show(clerk, appeal_id)
    (asked,) = shown.extensions
    assert asked.told_on is None
    assert "tell_extension" in shown.moves
    assert "extension_not_told" in shown.lacks
    refused("missing_how_told", lambda: clerk.write(TellExtension(asked.id, " ")))
    other = gate("organization")
    from db.appeals.routing import GiveOpinion

    opinion = next(
        h for h in other.read(lambda read: card(read, appeal_id)).hand_overs if h.role != "lead"
    )
    other.write(SignIn(opinion.id))
    other.write(GiveOpinion(opinion.id, "同意", "supported"))
    draft = gate("hr").write(DraftReply(row, "已核定。", "supported")).value
    gate("hr_leader").write(Decide(draft, "agreed"))
    day = date(2026, 3, 2)
    gate("hr").write(
        DeliverReply(appeal_id, issued_on=day, delivered_on=day, signer="本人", reply_number="1号")
    )
    clerk.write(PlanFollowUp(appeal_id))
    close = ProposeClose(appeal_id, "satisfied", "satisfied")
    refused("extension_not_told", lambda: clerk.write(close))
    clerk.write(TellExtension(asked.id, "当面告知"))
    assert "tell_extension" not in show(clerk, appeal_id).moves
    refused("extension_told_before", lambda: clerk.write(TellExtension(asked.id, "电话")))
    assert clerk.write(close).value


def test_what_was_not_agreed_is_not_told(gate, case) -> None:
    appeal_id, row = case
    asked = gate("hr").write(RequestExtension(row, 10, "核定")).value
    waiting = show(gate("clerk"), appeal_id).extensions[0].id
    refused("extension_not_agreed", lambda: gate("clerk").write(TellExtension(waiting, "电话")))
    gate("hr_leader").write(Decide(asked, "refused", "不必"))
    refused("extension_not_agreed", lambda: gate("clerk").write(TellExtension(waiting, "电话")))


def test_several_clocks_are_told_side_by_side(gate, case) -> None:
    from db.office.hurrying import SetFastTrack

    appeal_id, _row = case
    gate("clerk").write(SetFastTrack(appeal_id, "repeated"))
    shown = show(gate("clerk"), appeal_id)
    running = [clock for clock in shown.clocks if clock.stopped_on is None]
    told = {(clock.rule, clock.is_statutory, clock.holder) for clock in running}
    assert {rule for rule, _statutory, _holder in told} >= {
        "ordinary_completion",
        "fast_completion",
        "co_opinion",
    }
    assert {statutory for rule, statutory, _ in told if rule == "ordinary_completion"} == {True}
    assert {statutory for rule, statutory, _ in told if rule == "fast_completion"} == {False}
    assert all(clock.basis_zh and clock.clock_zh for clock in running)
    # Each unit sees the shared clocks and its own, not another's.
    own = {c.rule for c in show(gate("organization"), appeal_id).clocks if c.stopped_on is None}
    assert "co_opinion" in own
