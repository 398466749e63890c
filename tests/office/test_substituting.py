"""代办: a substitute sees and does what the absent person may, for those days, in both names."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from db.appeals.answering import DeliverReply
from db.appeals.handling import Annotate, DraftReply
from db.appeals.ledger import ledger_count
from db.appeals.queries import card, waiting_approvals
from db.appeals.routing import SignIn
from db.appeals.rows import LedgerFilter
from db.appeals.screening import ProposeNotAccept
from db.approvals.deciding import Decide
from db.care.changes import Partner, Roles
from db.care.holding import AmendRecord, RecordHeld, WriteRecord
from db.care.planning import Plan, Schedule
from db.care.queries import talk_card
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.permissions import Permission
from db.core.tables import TrailEntry
from db.office.recusing import AskRecusal
from db.office.substituting import (
    ArrangeSubstitute,
    EndSubstitution,
    places,
    substitutions,
)
from tests.appeals.test_flow import assign, hand_over, intake, to_accepted
from tests.conftest import Center
from tests.office.test_recusal import account

Gates = Callable[[str], Gate]
TODAY = date(2026, 3, 2)


def arrange(gate: Gates, by: str, absent: str, substitute: str, **more: object) -> int:
    values: dict[str, object] = {
        "starts_on": TODAY,
        "ends_on": TODAY + timedelta(days=4),
        "handles": True,
        "decides": True,
    }
    manager = gate("manager")
    command = ArrangeSubstitute(
        account(manager, absent),
        account(manager, substitute),
        **(values | more),  # type: ignore[arg-type]
    )
    return gate(by).write(command).value


def stand_for(gate: Gates, substitute: str, absent: str) -> Gate:
    taken = gate(substitute)
    taken.stand_for(account(gate("manager"), absent))
    return taken


def drafted(gate: Gates) -> int:
    """Return an appeal at HR whose answer waits for the leader's sign-off."""
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row))
    gate("hr").write(DraftReply(row, "已补发。", "supported", "经核实……"))
    return appeal_id


def test_a_substitute_decides_for_the_absent_leader_in_both_names(
    gate: Gates, center: Center
) -> None:
    appeal_id = drafted(gate)
    arrange(gate, "hr_leader", "hr_leader", "hr")
    hr = gate("hr")
    assert hr.read(waiting_approvals) == ()
    (place,) = hr.read(places)
    assert (place.name, place.decides) == ("温知行", True)
    taken = stand_for(gate, "hr", "hr_leader")
    assert taken.actor.role == "dept_leader"
    # His own draft is never his to sign off, not even in the leader's place.
    assert taken.read(waiting_approvals) == ()
    waiting = gate("hr_leader").read(waiting_approvals)[0]
    with pytest.raises(RefusedError, match="self_approval"):
        taken.write(Decide(waiting.id, "agreed"))
    with pytest.raises(NotAllowedError, match="not_permitted"):
        taken.write(DeliverReply(appeal_id, TODAY))
    gate("hr").stand_for(None)
    assert gate("hr").actor.role == "officer"


def test_the_manager_is_stood_for_by_a_clerk_but_not_over_his_own_proposals(gate: Gates) -> None:
    from db.appeals.intake import Register
    from db.appeals.screening import SendToScreening

    made = [gate("clerk").write(Register(intake(subject=s))).value for s in ("甲事", "乙事")]
    for one, login in zip(made, ("clerk", "clerk2"), strict=True):
        gate("clerk").write(SendToScreening(one.appeal_id, "拟不予受理。"))
        gate(login).write(ProposeNotAccept(one.appeal_id, "不属受理范围"))
    arrange(gate, "manager", "manager", "clerk")
    taken = stand_for(gate, "clerk", "manager")
    (other,) = taken.read(waiting_approvals)
    assert other.proposer_name == "郑一帆"
    taken.write(Decide(other.id, "agreed"))
    seen = taken.read(partial(card, appeal_id=made[1].appeal_id))
    assert seen.events[0].actor_name == "林可（代周敏）"
    assert seen.approvals == () or seen.approvals[0].state != "pending"

    def trail(read):  # type: ignore[no-untyped-def]
        return read.session.query(TrailEntry).order_by(TrailEntry.id.desc()).first()

    last = gate("clerk").read(trail)
    assert (last.actor_id, last.actor_name) == (taken.actor.account_id, "林可（代周敏）")


def test_what_one_proposed_in_anothers_place_the_other_does_not_decide(gate: Gates) -> None:
    from db.appeals.intake import Register
    from db.appeals.screening import SendToScreening

    made = gate("clerk").write(Register(intake())).value
    gate("clerk").write(SendToScreening(made.appeal_id, "拟不予受理。"))
    arrange(gate, "manager", "clerk2", "clerk")
    taken = stand_for(gate, "clerk", "clerk2")
    taken.write(ProposeNotAccept(made.appeal_id, "不属受理范围"))
    (waiting,) = gate("manager").read(waiting_approvals)
    assert waiting.proposer_name == "林可（代郑一帆）"
    taken.stand_for(None)
    arrange(gate, "manager", "manager", "clerk")
    taken = stand_for(gate, "clerk", "manager")
    with pytest.raises(RefusedError, match="self_approval"):
        taken.write(Decide(waiting.id, "agreed"))


def test_the_place_is_lost_with_the_day(gate: Gates, center: Center) -> None:
    drafted(gate)
    arrange(gate, "hr_leader", "hr_leader", "hr", ends_on=TODAY)
    taken = stand_for(gate, "hr", "hr_leader")
    assert taken.read(partial(ledger_count, wanted=LedgerFilter())) == 1
    center.clock.set(center.clock.now() + timedelta(days=1))
    with pytest.raises(NotAllowedError, match="not_substitute"):
        taken.read(waiting_approvals)
    with pytest.raises(NotAllowedError, match="not_substitute"):
        taken.write(Annotate(1, "x"))
    taken.stand_for(None)
    assert taken.read(places) == ()
    with pytest.raises(NotAllowedError, match="not_substitute"):
        taken.stand_for(account(gate("manager"), "hr_leader"))
    assert taken.actor.stands_for is None


def test_an_early_end_holds_at_the_next_question(gate: Gates) -> None:
    made = arrange(gate, "manager", "clerk2", "clerk")
    taken = stand_for(gate, "clerk", "clerk2")
    row = gate("manager").read(substitutions)[0]
    assert row.is_running
    assert row.may_end
    gate("manager").write(EndSubstitution(made, row.version))
    with pytest.raises(NotAllowedError, match="not_substitute"):
        taken.read(places)
    with pytest.raises(RefusedError, match="illegal_move"):
        gate("manager").write(EndSubstitution(made))


def test_handling_goes_over_without_deciding(gate: Gates) -> None:
    arrange(gate, "hr_leader", "hr_leader", "hr", decides=False)
    taken = stand_for(gate, "hr", "hr_leader")
    assert not taken.actor.may(Permission.APPEAL_SIGN_OFF)
    assert taken.actor.may(Permission.APPEAL_SIGN_IN)
    assert taken.actor.may(Permission.APPEAL_READ)
    assert not taken.actor.may(Permission.SUBSTITUTE_ARRANGE)
    assert not taken.actor.may(Permission.ACCOUNT_SEAL)


def test_a_recusal_of_either_keeps_the_case_away(gate: Gates) -> None:
    appeal_id = drafted(gate)
    arrange(gate, "hr_leader", "hr_leader", "hr")
    leader = account(gate("manager"), "hr_leader")
    gate("clerk").write(
        AskRecusal("ordinary_appeal", appeal_id, "interest", account_id=leader, source="party")
    )
    ask = next(a for a in gate("manager").read(waiting_approvals) if a.act == "recuse")
    gate("manager").write(Decide(ask.id, "agreed"))
    assert gate("hr").read(partial(ledger_count, wanted=LedgerFilter())) == 1
    taken = stand_for(gate, "hr", "hr_leader")
    assert taken.read(partial(ledger_count, wanted=LedgerFilter())) == 0


@pytest.mark.parametrize(
    ("by", "change", "code"),
    [
        ("manager", {"substitute_id": "clerk2"}, "substitute_self"),
        ("manager", {"substitute_id": "hr"}, "substitute_other_unit"),
        ("manager", {"ends_on": TODAY - timedelta(days=1)}, "validity_order"),
        ("manager", {"starts_on": TODAY - timedelta(days=1)}, "date_too_early"),
        ("manager", {"ends_on": TODAY + timedelta(days=400)}, "substitution_too_long"),
        ("manager", {"handles": False, "decides": False}, "nothing_lent"),
        ("manager", {"reason": "golf"}, "unknown_value"),
        ("manager", {"absent_id": "auditor"}, "unknown_account"),
        ("hr_leader", {}, "not_permitted"),
        ("clerk", {}, "not_permitted"),
    ],
)
def test_an_arrangement_is_checked(
    gate: Gates, by: str, change: dict[str, object], code: str
) -> None:
    manager = gate("manager")
    command = ArrangeSubstitute(
        account(manager, "clerk2"), account(manager, "clerk"), TODAY, TODAY + timedelta(days=2)
    )
    values = {
        k: account(manager, v) if k.endswith("_id") and isinstance(v, str) else v
        for k, v in change.items()
    }
    with pytest.raises((RefusedError, NotAllowedError), match=code):
        gate(by).write(replace(command, **values))  # type: ignore[arg-type]


def test_nobody_stands_in_who_is_away_himself(gate: Gates) -> None:
    arrange(gate, "manager", "clerk2", "clerk")
    with pytest.raises(RefusedError, match="substitute_absent"):
        arrange(gate, "manager", "manager", "clerk2")


def test_a_closed_account_asks_nothing_more(gate: Gates, center: Center) -> None:
    from db.office.accounts import ChangeAccount, CloseAccount

    hr, petition = gate("hr"), gate("petition")
    assert hr.read(places) == petition.read(places) == ()
    manager = gate("manager")
    manager.write(CloseAccount(account(manager, "hr"), 1))
    with pytest.raises(NotAllowedError, match="account_closed"):
        hr.read(places)
    unit = petition.actor.unit_id
    manager.write(
        ChangeAccount(account(manager, "petition"), 1, "罗瑾", "科员", unit, ends_on=TODAY)
    )
    assert petition.read(places) == ()
    center.clock.set(center.clock.now() + timedelta(days=1))
    with pytest.raises(NotAllowedError, match="account_closed"):
        petition.read(places)


def test_what_was_said_in_a_talk_never_goes_over(gate: Gates) -> None:
    manager = gate("manager")
    roles = Roles(talker_id=account(manager, "clerk2"))
    talk = manager.write(Plan(Partner(None, "王䶮"), "mood", roles)).value.talk_id
    gate("clerk2").write(Schedule(talk, TODAY, "9:30", "谈话室"))
    gate("clerk2").write(RecordHeld(talk))
    gate("clerk2").write(WriteRecord(talk, thoughts="心里的话", life="家里的事"))
    with pytest.raises(NotAllowedError, match="not_found"):
        gate("clerk").read(partial(talk_card, talk_id=talk))
    arrange(gate, "manager", "clerk2", "clerk")
    taken = stand_for(gate, "clerk", "clerk2")
    shown = repr(taken.read(partial(talk_card, talk_id=talk)))
    assert "心里的话" not in shown
    assert "家里的事" not in shown
    with pytest.raises((NotAllowedError, RefusedError)):
        taken.write(AmendRecord(talk, {"thoughts": "改"}, "看看"))
