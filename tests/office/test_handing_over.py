"""工作交接: counted, signed by three, carried out at once, the account closed the same hour."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from db.appeals.intake import Register
from db.appeals.queries import card
from db.appeals.routing import SignIn
from db.care.changes import Partner, Roles
from db.care.holding import RecordHeld
from db.care.planning import Plan, Schedule
from db.care.queries import talk_card
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.keys import KeyFile
from db.core.tables import Draft
from db.core.tx import Read
from db.office.accounts import OpenAccount
from db.office.desk import Hold
from db.office.drafts import SaveDraft, draft
from db.office.handing_over import (
    CarryOutHandOver,
    DiscardHandOver,
    ListAgain,
    ListWork,
    WorkHandOverRow,
    hand_overs_of_work,
    work_of,
)
from db.office.holdings import vacancies
from db.office.opening import key_path
from db.office.substituting import ArrangeSubstitute, places, substitutions
from tests.appeals.test_flow import assign, hand_over, intake, to_accepted
from tests.conftest import CHEAP, PASSWORD, Center
from tests.office.test_recusal import account, asked, decide

Gates = Callable[[str], Gate]
TODAY = date(2026, 3, 2)


def newcomer(gate: Gates, path: Path, login: str = "hr2", unit_of: str = "hr") -> int:
    key_file = KeyFile.open(key_path(path))
    role = "officer" if unit_of == "hr" else "clerk"
    key_file.add_account(login=login, name="吕青", role=role, password=PASSWORD, cost=CHEAP)
    command = OpenAccount(login, "吕青", role, "科员", gate(unit_of).actor.unit_id)
    made = gate("manager").write(command).value
    key_file = KeyFile.open(key_path(path))
    key_file.seal_to(login, key_file.unlock("manager", PASSWORD, at=gate("manager").clock.now()))
    return made


def signed(gate: Gates) -> int:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    gate("hr").write(SignIn(hand_over(gate("hr"), appeal_id)))
    return appeal_id


def listed(gate: Gates, by: str, giver: str, taker: int, **more: object) -> WorkHandOverRow:
    made = gate(by).write(
        ListWork(account(gate("manager"), giver), taker, "moved", **more)  # type: ignore[arg-type]
    )
    return next(r for r in gate(by).read(hand_overs_of_work) if r.id == made.value)


def test_everything_an_officer_holds_goes_over_and_his_account_is_closed(
    gate: Gates, center: Center
) -> None:
    appeal_id = signed(gate)
    taker = newcomer(gate, center.path)
    gate("hr").write(SaveDraft("reply_form", "7", "答复稿", {"a": 1}))
    sheet = listed(
        gate,
        "hr_leader",
        "hr",
        taker,
        originals="泽诉受〔2026〕0001号 12页 档案柜",
        things="档案柜钥匙1把",
    )
    assert sheet.number == "交接〔2026〕1号"
    assert (sheet.count("case"), sheet.count("draft")) == (1, 1)
    assert sheet.originals == ("泽诉受〔2026〕0001号 12页 档案柜",)
    done = gate("hr_leader").write(CarryOutHandOver(sheet.id, "温知行", TODAY, seen=sheet.version))
    assert (done.value.handed, done.value.vacant, done.value.account_closed) == (1, 0, True)
    with pytest.raises(NotAllowedError, match="account_closed"):
        gate("hr").read(places)
    told = gate("manager").read(partial(card, appeal_id=appeal_id))
    assert told.hand_overs[0].handler_name == "吕青"
    assert any("何俊贤 → 吕青" in e.note for e in told.events)
    assert any(e.actor_name == "何俊贤" for e in told.events)
    assert center.gate("hr2").read(partial(draft, kind="reply_form", key="7")) is not None
    assert gate("manager").read(vacancies) == ()


def test_a_clerk_hands_over_notes_and_what_he_registered(gate: Gates, center: Center) -> None:
    gate("clerk").write(Register(intake()))
    gate("clerk").write(Hold("赵甲", "来问退休"))
    lines = gate("manager").read(partial(work_of, account_id=account(gate("manager"), "clerk")))
    assert [line.kind for line in lines] == ["registered", "held_note"]
    sheet = listed(gate, "manager", "clerk", account(gate("manager"), "clerk2"))
    gate("manager").write(CarryOutHandOver(sheet.id, "周敏", TODAY))
    row = next(r for r in gate("manager").read(hand_overs_of_work))
    assert (row.state, row.witness_name) == ("carried_out", "周敏")


def test_what_came_after_the_signing_is_not_handed_over_unseen(gate: Gates, center: Center) -> None:
    taker = newcomer(gate, center.path)
    sheet = listed(gate, "hr_leader", "hr", taker)
    signed(gate)
    with pytest.raises(RefusedError, match="list_changed"):
        gate("hr_leader").write(CarryOutHandOver(sheet.id, "温知行", TODAY))
    gate("hr_leader").write(ListAgain(sheet.id, sheet.version))
    done = gate("hr_leader").write(CarryOutHandOver(sheet.id, "温知行", TODAY))
    assert done.value.handed == 1


def test_a_held_talk_stays_closed_unless_the_manager_opens_it(gate: Gates, center: Center) -> None:
    manager = gate("manager")
    taker = newcomer(gate, center.path, "clerk3", "clerk")
    talker = account(manager, "clerk2")
    plan = Plan(Partner(None, "王䶮"), "mood", Roles(talker_id=talker))
    first, second = (manager.write(plan).value.talk_id for _ in range(2))
    gate("clerk2").write(Schedule(first, TODAY, "9:30", "谈话室"))
    gate("clerk2").write(RecordHeld(first))
    sheet = listed(gate, "manager", "clerk2", taker)
    assert sheet.count("talk") == 2
    done = manager.write(CarryOutHandOver(sheet.id, "许望", TODAY)).value
    assert (done.handed, done.vacant) == (1, 1)
    assert [v.case.case_id for v in manager.read(vacancies)] == [first]
    assert center.gate("clerk3").read(partial(talk_card, talk_id=second)).row.talker_name == "吕青"
    with pytest.raises(NotAllowedError):
        center.gate("clerk3").read(partial(talk_card, talk_id=first))


def test_a_successor_who_steps_back_leaves_the_role_to_the_manager(
    gate: Gates, center: Center
) -> None:
    appeal_id = signed(gate)
    taker = newcomer(gate, center.path)
    asked(gate, "clerk", appeal_id, account_id=taker, source="party")
    decide(gate("hr_leader"))
    sheet = listed(gate, "manager", "hr", taker)
    done = gate("manager").write(CarryOutHandOver(sheet.id, "温知行", TODAY)).value
    assert (done.handed, done.vacant) == (0, 1)
    (left,) = gate("manager").read(vacancies)
    assert left.holder == "何俊贤"


def test_a_secondment_ends_by_its_day(gate: Gates, center: Center) -> None:
    taker = newcomer(gate, center.path)
    sheet = listed(gate, "hr_leader", "hr", taker, ends_on=TODAY + timedelta(days=2))
    assert (
        not gate("hr_leader")
        .write(CarryOutHandOver(sheet.id, "温知行", TODAY))
        .value.account_closed
    )
    assert gate("hr").read(places) == ()
    center.clock.set(center.clock.now() + timedelta(days=3))
    with pytest.raises(NotAllowedError, match="account_closed"):
        gate("hr").read(places)


def test_arrangements_of_who_leaves_end_with_him(gate: Gates) -> None:
    manager = gate("manager")
    clerk, clerk2 = account(manager, "clerk"), account(manager, "clerk2")
    manager.write(ArrangeSubstitute(clerk, clerk2, TODAY, TODAY + timedelta(days=9)))
    sheet = listed(gate, "manager", "clerk2", clerk)
    manager.write(CarryOutHandOver(sheet.id, "许望", TODAY))
    assert [r.state for r in manager.read(substitutions)] == ["ended"]


def test_who_stays_keeps_the_account(gate: Gates) -> None:
    manager = gate("manager")
    sheet = listed(gate, "manager", "clerk2", account(manager, "clerk"), keeps_account=True)
    manager.write(CarryOutHandOver(sheet.id, "许望", TODAY))
    assert gate("clerk2").read(places) == ()


def test_hand_overs_are_checked(gate: Gates, center: Center) -> None:
    manager = gate("manager")
    clerk, clerk2, own = (account(manager, k) for k in ("clerk", "clerk2", "manager"))
    for command, code in (
        (ListWork(clerk, clerk, "moved"), "hand_over_to_self"),
        (ListWork(clerk, account(manager, "auditor"), "moved"), "unknown_account"),
        (ListWork(clerk, clerk2, "tired"), "unknown_value"),
        (ListWork(own, clerk2, "moved"), "not_permitted"),
        (ListWork(clerk, clerk2, "loan", ends_on=TODAY - timedelta(days=1)), "date_too_early"),
    ):
        with pytest.raises((RefusedError, NotAllowedError), match=code):
            manager.write(command)
    with pytest.raises(NotAllowedError, match="not_permitted"):
        gate("hr_leader").write(ListWork(clerk, clerk2, "moved"))
    taker = newcomer(gate, center.path)
    with pytest.raises(RefusedError, match="talks_need_manager"):
        gate("hr_leader").write(ListWork(account(manager, "hr"), taker, "moved", reads_talks=True))
    sheet = listed(gate, "manager", "clerk", clerk2)
    with pytest.raises(RefusedError, match="hand_over_listed"):
        manager.write(ListWork(clerk, clerk2, "moved"))
    for command, code in (
        (CarryOutHandOver(sheet.id, " ", TODAY), "missing_witness"),
        (CarryOutHandOver(sheet.id, "林可", TODAY), "witness_is_party"),
        (CarryOutHandOver(sheet.id, "许望", TODAY + timedelta(days=1)), "date_in_future"),
        (CarryOutHandOver(sheet.id, "许望", TODAY - timedelta(days=1)), "dates_out_of_order"),
        (DiscardHandOver(sheet.id, " "), "missing_reason"),
    ):
        with pytest.raises(RefusedError, match=code):
            manager.write(command)
    manager.write(DiscardHandOver(sheet.id, "不调动了"))
    with pytest.raises(RefusedError, match="illegal_move"):
        manager.write(CarryOutHandOver(sheet.id, "许望", TODAY))


def test_words_of_talks_are_not_named_in_a_list(gate: Gates) -> None:
    manager = gate("manager")
    talker = account(manager, "clerk2")
    made = manager.write(Plan(Partner(None, "王䶮"), "mood", Roles(talker_id=talker))).value
    gate("clerk2").write(SaveDraft("talk_record", str(made.talk_id), "王䶮 想法", {"a": "秘密"}))
    lines = manager.read(partial(work_of, account_id=talker))
    assert [line.text for line in lines if line.kind == "draft"] == [""]
    sheet = listed(gate, "manager", "clerk2", account(manager, "clerk"))
    manager.write(CarryOutHandOver(sheet.id, "许望", TODAY))

    def owners(read: Read) -> list[int]:
        return list(read.session.scalars(select(Draft.account_id)))

    assert manager.read(owners) == [talker]
