"""PRODUCT §3-6: six events, one talk each; near events join; plan against done by unit."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

import db.care
from db.approvals.deciding import Decide
from db.care.changes import Partner, Roles
from db.care.event_queries import match_pasted, must_talk_events, plan_by_unit
from db.care.events import EventLine, RecordEvents
from db.care.holding import Meeting, RecordHeld
from db.care.pasting import pasted_events
from db.care.planning import Cancel, Schedule
from db.care.tables import CareTalk
from db.care.workflow import MUST_TALK
from db.core.errors import ZhengmingError
from db.core.gate import Gate
from db.core.tables import Approval, ClockEntry, Milestone
from db.office.tables import Account, Unit
from db.people.commands import CreatePerson
from tests.conftest import Center

Gates = Callable[[str], Gate]
MONDAY = date(2026, 3, 2)
WHO = Partner(person_name="卫一平")


def enter(gate: Gate, kind: str, on: date = MONDAY, who: Partner = WHO, **more: Any) -> Any:
    line = EventLine(kind, who, on, more.pop("line", ""))
    return gate.write(RecordEvents((line,), **more)).value[0]


def talks(gate: Gate) -> int:
    return gate.read(lambda r: r.session.scalar(select(func.count()).select_from(CareTalk)))


def account(gate: Gate, login: str) -> int:
    return gate.read(
        lambda r: r.session.scalars(select(Account.id).where(Account.login == login)).one()
    )


def units(gate: Gate) -> dict[str, int]:
    return gate.read(
        lambda r: {u.key: u.id for u in r.session.scalars(select(Unit).order_by(Unit.id))}
    )


@pytest.mark.parametrize("kind", MUST_TALK)
def test_p3_6_each_of_six_event_kinds_creates_exactly_one_due_talk(gate: Gates, kind: str) -> None:
    desk = gate("organization")
    taken = enter(desk, kind)
    assert not taken.joined
    assert talks(gate("manager")) == 1
    due = desk.read(
        lambda r: r.session.scalars(
            select(ClockEntry.due_on).where(
                ClockEntry.track == "care_talk", ClockEntry.case_id == taken.talk_id
            )
        ).all()
    )
    assert due == [date(2026, 3, 16)]
    planned = desk.read(
        lambda r: r.session.scalar(
            select(func.count()).select_from(Milestone).where(Milestone.kind == "talk_planned")
        )
    )
    assert planned == 1


def test_p3_6_duplicate_events_within_n_days_join(center: Center, gate: Gates) -> None:
    first = enter(gate("manager"), "position_change", MONDAY - timedelta(days=5))
    again = enter(gate("manager"), "position_change", MONDAY)
    other = enter(gate("manager"), "award", MONDAY)
    assert (again.joined, other.joined) == (True, True)
    assert {first.talk_id, again.talk_id, other.talk_id} == {first.talk_id}
    center.clock.at = datetime(2026, 4, 13, 2, tzinfo=UTC)
    late = enter(gate("manager"), "award", date(2026, 4, 13))
    assert not late.joined
    assert talks(gate("manager")) == 2


def test_p3_6_the_days_are_a_setting(center: Center, gate: Gates) -> None:
    from db.office.settings_commands import ChangeSetting

    gate("manager").write(ChangeSetting("talk_event_join_days", 3))
    enter(gate("manager"), "award", MONDAY - timedelta(days=5))
    assert not enter(gate("manager"), "award").joined


def test_p3_6_another_person_or_a_namesake_of_another_unit_has_a_talk_of_his_own(
    gate: Gates,
) -> None:
    known = units(gate("manager"))
    enter(gate("manager"), "award", who=Partner(None, "王伟", known["hr"]))
    enter(gate("manager"), "award", who=Partner(None, "王伟", known["petition"]))
    assert talks(gate("manager")) == 2


def test_p3_6_after_the_talk_a_new_event_plans_anew_and_a_repeated_one_does_not(
    gate: Gates,
) -> None:
    manager = gate("manager")
    first = enter(manager, "position_change")
    roles = Roles(talker_id=account(manager, "organization"))
    manager.write(Schedule(first.talk_id, MONDAY, "15:00", "谈心室", roles))
    gate("organization").write(RecordHeld(first.talk_id, Meeting()))
    assert enter(manager, "position_change").talk_id == first.talk_id
    assert not enter(manager, "setback").joined


def test_p3_6_public_report_is_by_hand_and_never_the_centers(gate: Gates) -> None:
    for login in ("manager", "clerk", "hr"):
        with pytest.raises(ZhengmingError) as caught:
            enter(gate(login), "public_report")
        assert caught.value.code == "trigger_not_for_center"
    taken = enter(gate("discipline"), "public_report")
    rows = gate("manager").read(partial(must_talk_events, first=MONDAY, last=MONDAY))
    assert [(row.talk_id, row.kind_zh) for row in rows] == [(taken.talk_id, "谈心谈话")]


def test_p3_6_no_path_leads_from_accusations_to_a_talk() -> None:
    for path in Path(db.care.__file__).parent.glob("*.py"):
        source = path.read_text(encoding="utf-8")
        for room in ("referral", "envelope", "inquiries", "db.impact"):
            assert f"import db.{room}" not in source
            assert f"from db.{room}" not in source, path


def test_p3_6_why_a_talk_was_not_held_stands_in_the_list(gate: Gates) -> None:
    taken = enter(gate("organization"), "award")
    gate("organization").write(Cancel(taken.talk_id, "本人在外挂职"))
    approval = gate("manager").read(lambda r: r.session.scalars(select(Approval.id)).one())
    gate("manager").write(Decide(approval, "agreed"))
    (row,) = gate("organization").read(partial(must_talk_events, first=MONDAY, last=MONDAY))
    assert (row.talk_state, row.reason, row.overdue) == ("cancelled", "本人在外挂职", False)


def test_p3_6_plan_against_done_and_overdue_by_unit(center: Center, gate: Gates) -> None:
    manager = gate("manager")
    known = units(manager)
    made = {
        name: enter(manager, "award", who=Partner(None, name, known[unit]))
        for name, unit in (("甲一", "hr"), ("乙二", "hr"), ("丙三", "organization"))
    }
    roles = Roles(talker_id=account(manager, "organization"))
    manager.write(Schedule(made["甲一"].talk_id, MONDAY, "15:00", "谈心室", roles))
    gate("organization").write(RecordHeld(made["甲一"].talk_id, Meeting()))
    center.clock.at = datetime(2026, 3, 17, 2, tzinfo=UTC)
    plans = manager.read(partial(plan_by_unit, first=MONDAY, last=MONDAY))
    assert [(p.unit, p.planned, p.held, p.overdue, p.not_held) for p in plans] == [
        ("组织部", 1, 0, 1, 0),
        ("人社局", 2, 1, 1, 0),
    ]


def test_a_late_entry_says_why_and_its_limit_runs_from_the_event(gate: Gates) -> None:
    early = date(2026, 2, 2)
    with pytest.raises(ZhengmingError) as caught:
        enter(gate("manager"), "award", early)
    assert caught.value.code == "backdating_needs_reason"
    enter(gate("manager"), "award", early, backdated_reason="文件月底才到")
    (row,) = gate("manager").read(partial(must_talk_events, first=early, last=early))
    assert row.overdue


def test_who_does_not_hold_a_talk_sees_neither_event_nor_count(gate: Gates) -> None:
    enter(gate("manager"), "mood")
    assert gate("hr").read(partial(must_talk_events, first=MONDAY, last=MONDAY)) == ()
    assert gate("hr").read(partial(plan_by_unit, first=MONDAY, last=MONDAY)) == ()
    assert not enter(gate("hr"), "award").joined


PASTED = """姓名\t单位\t日期\t事由
王　伟\t人社局\t2026-02-27\t任办公室主任
欧阳·娜娜,县信访局,2月28日,任副局长
李芳  组织部  20260301
赵一\t不知名单位\t2026年2月30日
\t组织部\t3.1
"""


def test_a_pasted_list_is_read_line_by_line() -> None:
    found = pasted_events(PASTED, today=MONDAY)
    assert [(e.place, e.name, e.unit, e.on, e.line, e.problem) for e in found] == [
        (2, "王伟", "人社局", date(2026, 2, 27), "任办公室主任", ""),
        (3, "欧阳·娜娜", "县信访局", date(2026, 2, 28), "任副局长", ""),
        (4, "李芳", "组织部", date(2026, 3, 1), "", ""),
        (5, "赵一", "不知名单位", None, "", "bad_day"),
        (6, "", "组织部", date(2026, 3, 1), "", "no_name"),
    ]
    assert pasted_events("钱二 人社局\n钱二  人社局  12.30", today=MONDAY)[1].on == date(
        2025, 12, 30
    )


def test_a_pasted_list_finds_persons_and_units_and_plans_all_or_none(gate: Gates) -> None:
    clerk, manager = gate("clerk"), gate("manager")
    known = units(clerk)
    wei = clerk.write(CreatePerson(name="王伟", unit_id=known["hr"])).value
    clerk.write(CreatePerson(name="李芳", unit_id=known["hr"]))
    found = manager.read(partial(match_pasted, events=pasted_events(PASTED, today=MONDAY)))
    assert [(m.person_id, m.unit_id, m.problem) for m in found] == [
        (wei, known["hr"], ""),
        (None, known["petition"], ""),
        (None, known["organization"], ""),
        (None, None, "bad_day"),
        (None, known["organization"], "no_name"),
    ]
    good = [m for m in found if not m.problem]
    lines = tuple(
        EventLine("position_change", Partner(m.person_id, m.name, m.unit_id), m.on or MONDAY)
        for m in good
    )
    assert len(manager.write(RecordEvents(lines)).value) == 3
    bad = (*lines, EventLine("position_change", Partner(), MONDAY))
    with pytest.raises(ZhengmingError):
        manager.write(RecordEvents(bad))
    assert talks(manager) == 3
