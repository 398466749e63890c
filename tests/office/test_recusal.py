"""回避: asked, decided by another, in force at once on every surface, lifted by the organ."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from sqlalchemy import select

from db.appeals.handling import Annotate
from db.appeals.ledger import ledger_count, ledger_ids
from db.appeals.queries import card, waiting_approvals
from db.appeals.routing import SignIn
from db.appeals.rows import LedgerFilter
from db.approvals.deciding import ConfirmDecision, Decide, RecordDecision
from db.care.changes import Partner, Roles
from db.care.planning import Plan
from db.care.queries import talk_card, talk_counts
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tables import Event
from db.core.tx import Read
from db.office.drafts import SaveDraft, draft, drafts
from db.office.holdings import vacancies
from db.office.recusals import RecusalRow, recusal_hints, recusals, roles_of
from db.office.recusing import AskRecusal, LiftRecusal, NameSuccessors
from db.office.tables import Account
from tests.adversary.test_recusal_surfaces import Recuse
from tests.appeals.test_flow import assign, hand_over, to_accepted
from tests.conftest import PASSWORD, Center

Gates = Callable[[str], Gate]
APPEAL = "ordinary_appeal"
TALK = "care_talk"


def account(gate: Gate, login: str) -> int:
    def ask(read: Read) -> int:
        return read.session.scalars(select(Account.id).where(Account.login == login)).one()

    return gate.read(ask)


def at_hr(gate: Gates) -> int:
    """Return an appeal that 何俊贤 of HR has signed in and handles."""
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    gate("hr").write(SignIn(hand_over(gate("hr"), appeal_id)))
    return appeal_id


def asked(gate: Gates, login: str, appeal_id: int, **more: object) -> int:
    command = AskRecusal(APPEAL, appeal_id, "interest", **more)  # type: ignore[arg-type]
    return gate(login).write(command).value


def only(gate: Gate) -> RecusalRow:
    (row,) = gate.read(recusals)
    return row


def decide(gate: Gate, decision: str = "agreed", opinion: str = "") -> None:
    row = only(gate)
    assert row.approval_id is not None
    gate.write(Decide(row.approval_id, decision, opinion, row.approval_version))


def test_who_asks_to_step_back_reads_but_acts_no_more(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    asked(gate, "hr", appeal_id)
    assert gate("hr").read(partial(card, appeal_id=appeal_id)).row.id == appeal_id
    with pytest.raises(RefusedError, match="recusal_pending"):
        gate("hr").write(Annotate(appeal_id, "还在办"))
    decide(gate("hr_leader"), "refused", "没有利害关系")
    gate("hr").write(Annotate(appeal_id, "继续办理"))
    assert only(gate("hr")).state == "refused"


def test_the_leader_decides_and_the_case_is_gone_at_once(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    asked(gate, "hr", appeal_id)
    assert [a.act for a in gate("hr_leader").read(waiting_approvals)] == ["recuse"]
    assert gate("manager").read(waiting_approvals) == ()
    decide(gate("hr_leader"))
    hr = gate("hr")
    assert gate("hr").read(recusals) == ()
    assert hr.read(partial(ledger_count, wanted=LedgerFilter())) == 0
    with pytest.raises(NotAllowedError, match="not_found"):
        hr.read(partial(card, appeal_id=appeal_id))
    told = gate("manager").read(partial(card, appeal_id=appeal_id)).events
    assert [e.act for e in told[:2]] == ["agreed_recuse", "propose_recuse"]


def test_nobody_decides_about_himself_or_on_his_own_wish(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    manager = account(gate("manager"), "manager")
    asked(gate, "clerk", appeal_id, account_id=manager, source="party", words="与本人有亲属关系")
    row = only(gate("manager"))
    assert row.approval_id is not None
    assert not row.may_decide
    with pytest.raises(RefusedError, match="self_approval"):
        gate("manager").write(Decide(row.approval_id, "agreed"))
    day = date(2026, 3, 2)
    said = RecordDecision(row.approval_id, "agreed", "许望", "县委组织部部长", day, "批1")
    gate("clerk2").write(said)
    with pytest.raises(RefusedError, match=r"self_approval|recusal_pending"):
        gate("manager").write(ConfirmDecision(row.approval_id))
    with pytest.raises(RefusedError, match="self_approval"):
        gate("clerk").write(ConfirmDecision(row.approval_id))


def test_a_department_leader_never_decides_about_the_center(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    asked(gate, "clerk2", appeal_id)
    row = only(gate("hr_leader"))
    assert row.approval_id is not None
    assert not row.may_decide
    with pytest.raises(NotAllowedError, match="not_permitted"):
        gate("hr_leader").write(Decide(row.approval_id, "agreed"))
    decide(gate("manager"))
    assert list(gate("clerk2").read(partial(ledger_ids, wanted=LedgerFilter()))) == []


def test_running_roles_go_to_the_successor_or_stand_vacant(gate: Gates, center: Center) -> None:
    from db.core.keys import KeyFile
    from db.office.accounts import OpenAccount
    from db.office.opening import key_path
    from tests.conftest import CHEAP

    appeal_id = at_hr(gate)
    hr = account(gate("manager"), "hr")
    (role,) = gate("hr_leader").read(
        partial(roles_of, track=APPEAL, case_id=appeal_id, account_id=hr)
    )
    assert role.role == "handler"
    request = asked(gate, "hr", appeal_id)
    assert [v.holder for v in gate("manager").read(vacancies)] == ["何俊贤"]
    unit = gate("hr").actor.unit_id
    key_file = KeyFile.open(key_path(center.path))
    key_file.add_account(login="hr2", name="吕青", role="officer", password=PASSWORD, cost=CHEAP)
    second = gate("manager").write(OpenAccount("hr2", "吕青", "officer", "", unit)).value
    with pytest.raises(NotAllowedError, match="not_permitted"):
        gate("clerk").write(NameSuccessors(request, {role.key: second}))
    gate("hr_leader").write(NameSuccessors(request, {role.key: second}))
    decide(gate("hr_leader"))
    handed = gate("manager").read(partial(card, appeal_id=appeal_id))
    assert handed.hand_overs[0].handler_name == "吕青"
    assert any(e.act == "pass_on" and "何俊贤 → 吕青" in e.note for e in handed.events)
    assert gate("manager").read(vacancies) == ()


def test_a_decided_recusal_without_successor_leaves_the_role_vacant(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    asked(gate, "hr", appeal_id)
    decide(gate("hr_leader"))
    (vacant,) = gate("manager").read(vacancies)
    assert (vacant.holding.role, vacant.case.number) != ("", "")
    assert gate("hr").read(vacancies) == ()
    assert gate("petition").read(vacancies) == ()


def test_a_successor_who_steps_back_himself_is_refused(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    leader = account(gate("hr"), "hr_leader")
    gate("manager").write(
        AskRecusal(APPEAL, appeal_id, "interest", account_id=leader, source="organ")
    )
    (role,) = gate("hr").read(
        partial(roles_of, track=APPEAL, case_id=appeal_id, account_id=gate("hr").actor.account_id)
    )
    asked(gate, "hr", appeal_id, successors={role.key: leader})
    row = next(r for r in gate("manager").read(recusals) if r.account_name == "何俊贤")
    assert row.approval_id is not None
    with pytest.raises((RefusedError, NotAllowedError)):
        gate("hr_leader").write(Decide(row.approval_id, "agreed"))


def test_it_is_lifted_by_the_organ_with_a_reason(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    asked(gate, "hr", appeal_id)
    decide(gate("hr_leader"))
    row = only(gate("hr_leader"))
    assert row.may_lift
    with pytest.raises(RefusedError, match="missing_reason"):
        gate("hr_leader").write(LiftRecusal(row.id, " "))
    with pytest.raises(NotAllowedError, match="not_found"):
        gate("hr").write(LiftRecusal(row.id, "想办"))
    gate("hr_leader").write(LiftRecusal(row.id, "情形已消除", row.version))
    assert gate("hr").read(partial(card, appeal_id=appeal_id)).row.id == appeal_id
    assert only(gate("hr")).state == "lifted"


def test_recusal_holds_on_talks_and_their_drafts(gate: Gates) -> None:
    manager = gate("manager")
    talker = account(manager, "clerk2")
    made = manager.write(Plan(Partner(None, "王䶮"), "mood", Roles(talker_id=talker))).value
    gate("clerk2").write(SaveDraft("talk_record", str(made.talk_id), "谈话", {"a": 1}))
    assert gate("clerk2").read(talk_counts)["open"] == 1
    gate("clerk2").write(AskRecusal(TALK, made.talk_id, "party_or_relative"))
    decide(manager)
    assert gate("clerk2").read(talk_counts)["open"] == 0
    assert gate("clerk2").read(drafts) == ()
    assert gate("clerk2").read(partial(draft, kind="talk_record", key=str(made.talk_id))) is None
    with pytest.raises(NotAllowedError):
        gate("clerk2").read(partial(talk_card, talk_id=made.talk_id))


def test_a_waiting_recusal_outlives_the_moves_of_its_case(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    asked(gate, "clerk2", appeal_id)
    assign(gate, appeal_id, "hr")
    gate("hr").write(SignIn(hand_over(gate("hr"), appeal_id)))
    decide(gate("manager"))
    with pytest.raises(NotAllowedError, match="not_found"):
        gate("clerk2").read(partial(card, appeal_id=appeal_id))


def test_the_keeper_of_rights_sees_that_it_stands_but_not_on_which_case(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    asked(gate, "hr", appeal_id, words="与当事人同住")
    row = only(gate("secadmin"))
    assert row.case is None
    assert row.words == ""
    assert (row.account_name, row.state) == ("何俊贤", "requested")


def test_the_same_name_and_the_same_unit_are_told_before(gate: Gates) -> None:
    hr_unit = gate("hr").actor.unit_id
    appeal_id = to_accepted(gate, person_name="林可", unit_text="", unit_id=hr_unit)
    people = [account(gate("clerk"), login) for login in ("clerk", "clerk2", "hr", "petition")]
    told = gate("manager").read(
        partial(recusal_hints, track=APPEAL, case_id=appeal_id, account_ids=people)
    )
    assert [(h.name, h.why) for h in told] == [("林可", "same_name"), ("何俊贤", "same_unit")]
    mine = gate("clerk").read(partial(recusal_hints, track=APPEAL, case_id=appeal_id))
    assert [h.why for h in mine] == ["same_name"]


def test_a_recusal_asks_for_a_case_one_may_know(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    with pytest.raises(NotAllowedError, match="not_found"):
        gate("petition").write(AskRecusal(APPEAL, appeal_id, "interest"))
    asked(gate, "hr", appeal_id)
    with pytest.raises(RefusedError, match="recusal_stands"):
        asked(gate, "hr", appeal_id)
    with pytest.raises(RefusedError, match="missing_words"):
        gate("clerk").write(AskRecusal(APPEAL, appeal_id, "other"))
    with pytest.raises(RefusedError, match="recusal_of_self"):
        gate("clerk").write(AskRecusal(APPEAL, appeal_id, "interest", source="party"))


def test_the_timeline_tells_who_asked_and_who_decided(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    asked(gate, "hr", appeal_id)
    decide(gate("hr_leader"))

    def acts(read: Read) -> list[str]:
        return list(read.session.scalars(select(Event.act).where(Event.case_id == appeal_id)))

    assert {"propose_recuse", "agreed_recuse"} <= set(gate("manager").read(acts))


def test_a_role_is_passed_on_within_its_unit(gate: Gates, center: Center) -> None:
    from db.office.passing import PassOn
    from tests.office.test_handing_over import newcomer

    appeal_id = at_hr(gate)
    second = newcomer(gate, center.path)
    hr = account(gate("manager"), "hr")
    (role,) = gate("manager").read(
        partial(roles_of, track=APPEAL, case_id=appeal_id, account_id=hr)
    )
    command = PassOn(APPEAL, appeal_id, role.key, second)
    with pytest.raises(NotAllowedError, match="not_found"):
        gate("petition_leader").write(command)
    with pytest.raises(NotAllowedError, match="not_permitted"):
        gate("clerk").write(command)
    clerk = account(gate("manager"), "clerk")
    with pytest.raises(RefusedError, match="successor_other_unit"):
        gate("manager").write(PassOn(APPEAL, appeal_id, role.key, clerk))
    assert gate("hr_leader").write(command).value == "handler"
    shown = gate("manager").read(partial(card, appeal_id=appeal_id))
    assert shown.hand_overs[0].handler_name == "吕青"


def test_the_recent_cases_forget_it_too(gate: Gates) -> None:
    appeal_id = at_hr(gate)
    other = to_accepted(gate)
    cases = [[APPEAL, appeal_id, "2026-0001 王䶮"], [APPEAL, other, "2026-0002 王䶮"]]
    gate("clerk2").write(SaveDraft("_recent", "", "", {"cases": cases}))
    gate("clerk2").write(AskRecusal(APPEAL, appeal_id, "interest"))
    decide(gate("manager"))
    kept = gate("clerk2").read(partial(draft, kind="_recent", key=""))
    assert kept is not None
    assert kept.body["cases"] == [cases[1]]


def test_drafts_of_a_book_are_gone_with_its_entry(gate: Gates) -> None:
    for key in ("7:assign:0", "7:amend", "8:assign:0", "new:enter"):
        gate("clerk2").write(SaveDraft("book:leader_note", key, "批示", {"a": 1}))
    gate("secadmin").write(Recuse("clerk2", [("leader_note", 7)]))
    assert {d.key for d in gate("clerk2").read(drafts)} == {"8:assign:0", "new:enter"}
