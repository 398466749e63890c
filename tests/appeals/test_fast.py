"""快办: a clock of its own beside the ordinary one, set by hand or by a unit's window."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.appeals.answering import DeliverReply
from db.appeals.fast import RULE, KeepWindows, windows_wait
from db.appeals.handling import DraftReply
from db.appeals.intake import Intake, Register
from db.appeals.queries import card
from db.appeals.routing import ProposeAssign, SignIn, Target
from db.appeals.screening import Accept, SendToScreening, Withdraw
from db.approvals.deciding import Decide
from db.core.clock import instant
from db.core.errors import NotAllowedError
from db.core.tables import ClockEntry, Milestone
from db.office.hurrying import EndFastTrack, EndWindow, SetFastTrack, SetWindow
from db.office.tables import Unit
from db.office.units import AddUnit, UnitFields
from db.statistics.queries import monthly

TODAY = date(2026, 3, 2)


def unit_of(gate, department: str = "hr") -> int:
    return gate("clerk").read(
        lambda read: read.session.scalar(
            select(Unit.id).where(Unit.member_department == department)
        )
    )


def accepted(gate, procedure: str = "internal", unit_id: int | None = None) -> int:
    clerk = gate("clerk")
    form = Intake(
        administration="county_managed",
        channel="window",
        category="work_condition",
        subject="关于补充人手的诉求",
        facts="岗位核定九名，现在岗五名。",
        person_name="江澄",
        person_category="civil_servant",
        phone="13812345678",
        unit_id=unit_id,
    )
    appeal_id = clerk.write(Register(form)).value.appeal_id
    clerk.write(SendToScreening(appeal_id, "拟受理"))
    clerk.write(Accept(appeal_id, procedure))
    return appeal_id


def clocks_of(gate, appeal_id: int) -> dict[tuple[str, str], date]:
    def ask(read):
        return {
            (row.rule, row.profile): row.due_on
            for row in read.session.scalars(
                select(ClockEntry).where(
                    ClockEntry.case_id == appeal_id,
                    ClockEntry.track == "ordinary_appeal",
                    ClockEntry.stopped_on.is_(None),
                )
            )
        }

    return gate("manager").read(ask)


@pytest.mark.parametrize(
    ("procedure", "ordinary"),
    [("internal", "internal_completion"), ("petition", "ordinary_completion")],
)
def test_haste_has_its_own_rule_and_leaves_the_ordinary_term(gate, procedure, ordinary) -> None:
    appeal_id = accepted(gate, procedure)
    before = clocks_of(gate, appeal_id)
    gate("clerk").write(SetFastTrack(appeal_id, "repeated"))
    after = clocks_of(gate, appeal_id)
    assert after[ordinary, "default"] == before[ordinary, "default"]
    assert after[RULE, "default"] == date(2026, 3, 23), "fifteen working days"
    shown = gate("clerk").read(lambda read: card(read, appeal_id))
    assert shown.row.next_due_on == min(after.values())
    assert not next(c for c in shown.clocks if c.rule == RULE).is_statutory
    gate("clerk").write(EndFastTrack(appeal_id))
    assert clocks_of(gate, appeal_id) == before


def test_haste_set_before_acceptance_starts_with_it(gate) -> None:
    clerk = gate("clerk")
    form = Intake(
        administration="county_managed",
        channel="phone",
        category="work_condition",
        subject="关于补充人手的诉求",
        facts="岗位核定九名。",
        person_name="江澄",
        person_category="civil_servant",
        phone="13812345678",
    )
    appeal_id = clerk.write(Register(form)).value.appeal_id
    clerk.write(SetFastTrack(appeal_id, "well_being"))
    assert (RULE, "default") not in clocks_of(gate, appeal_id)
    clerk.write(SendToScreening(appeal_id, "拟受理"))
    clerk.write(Accept(appeal_id, "internal"))
    assert (RULE, "default") in clocks_of(gate, appeal_id)


def test_a_window_sets_and_clears_the_clock_of_its_units_only(gate) -> None:
    mine = accepted(gate, unit_id=unit_of(gate, "hr"))
    other = accepted(gate, unit_id=unit_of(gate, "petition"))
    keeper = gate("secadmin")
    window = keeper.write(
        SetWindow(unit_of(gate, "hr"), "换届期间", TODAY, TODAY + timedelta(days=60))
    ).value
    assert (RULE, "window") in clocks_of(gate, mine)
    assert (RULE, "window") not in clocks_of(gate, other)
    later = accepted(gate, unit_id=unit_of(gate, "hr"))
    assert (RULE, "window") in clocks_of(gate, later), "accepted while it runs"
    keeper.write(EndWindow(window))
    for appeal_id in (mine, other, later):
        assert not [key for key in clocks_of(gate, appeal_id) if key[0] == RULE]


def test_a_window_begins_and_ends_by_the_calendar(center, gate) -> None:
    appeal_id = accepted(gate, unit_id=unit_of(gate))
    first, last = date(2026, 3, 9), date(2026, 3, 20)
    gate("secadmin").write(SetWindow(unit_of(gate), "换届期间", first, last))
    manager = gate("manager")
    assert not manager.read(windows_wait)
    center.clock.set(instant(date(2026, 3, 11), 9))
    assert manager.read(windows_wait)
    assert manager.write(KeepWindows()).value == 1
    # It counts from the window's first day, whoever comes to the desk first after it.
    assert clocks_of(gate, appeal_id)[RULE, "window"] == date(2026, 3, 30)
    assert not manager.read(windows_wait)
    assert manager.write(KeepWindows()).value == 0
    center.clock.set(instant(date(2026, 3, 23), 9))
    assert manager.read(windows_wait)
    assert manager.write(KeepWindows()).value == 1
    assert (RULE, "window") not in clocks_of(gate, appeal_id)
    assert not manager.read(windows_wait)


def test_a_window_covers_the_units_below(gate) -> None:
    keeper = gate("secadmin")
    above = unit_of(gate)
    section = UnitFields("事业单位人事科", "人事科", "section", parent_id=above)
    below = keeper.write(AddUnit(section)).value
    appeal_id = accepted(gate, unit_id=below)
    keeper.write(SetWindow(above, "换届期间", TODAY, TODAY + timedelta(days=9)))
    assert (RULE, "window") in clocks_of(gate, appeal_id)


def test_haste_by_hand_stands_above_a_window_and_falls_back_to_it(gate) -> None:
    appeal_id = accepted(gate, unit_id=unit_of(gate))
    gate("secadmin").write(SetWindow(unit_of(gate), "换届期间", TODAY, TODAY + timedelta(days=60)))
    clerk = gate("clerk")
    clerk.write(SetFastTrack(appeal_id, "leader_note"))
    assert {key for key in clocks_of(gate, appeal_id) if key[0] == RULE} == {(RULE, "default")}
    clerk.write(EndFastTrack(appeal_id))
    assert {key for key in clocks_of(gate, appeal_id) if key[0] == RULE} == {(RULE, "window")}


def answer(center, gate, appeal_id: int, on: date) -> None:
    clerk, hr, leader = gate("clerk"), gate("hr"), gate("hr_leader")
    approval = clerk.write(ProposeAssign(appeal_id, (Target(unit_of(gate), "lead"),))).value
    gate("manager").write(Decide(approval, "agreed"))
    hand_over = hr.read(lambda read: card(read, appeal_id)).hand_overs[0].id
    hr.write(SignIn(hand_over, "人事科", "何俊贤", "0000"))
    center.clock.set(instant(on, 9))
    leader.write(
        Decide(hr.write(DraftReply(hand_over, "已补充人手。", "supported")).value, "agreed")
    )
    hr.write(DeliverReply(appeal_id, issued_on=on, delivered_on=on, signer="江澄"))


def facts(gate, appeal_id: int) -> list[str]:
    return gate("manager").read(
        lambda read: list(
            read.session.scalars(
                select(Milestone.kind).where(
                    Milestone.case_id == appeal_id, Milestone.kind.like("fast%")
                )
            )
        )
    )


@pytest.mark.parametrize(
    ("on", "kind"), [(date(2026, 3, 23), "fast_on_time"), (date(2026, 3, 24), "fast_late")]
)
def test_a_fast_case_is_a_figure_of_its_own(center, gate, on, kind) -> None:
    hurried, ordinary = accepted(gate), accepted(gate)
    gate("clerk").write(SetFastTrack(hurried, "repeated"))
    answer(center, gate, hurried, on)
    answer(center, gate, ordinary, on)
    assert facts(gate, hurried) == [kind]
    assert facts(gate, ordinary) == []
    assert not [key for key in clocks_of(gate, hurried) if key[0] == RULE]
    told = gate("manager").read(lambda read: monthly(read, "2026-03")).current.values
    assert told["fast_handled_count"] == 1
    assert told["fast_timely_count"] == (kind == "fast_on_time")
    assert told["handled_count"] == 2
    assert told["overdue_count"] == 0, "the fast term never makes a case overdue"


def test_what_is_not_timed_has_no_fast_clock(center, gate) -> None:
    appeal_id = accepted(gate)
    gate("clerk").write(SetFastTrack(appeal_id, "repeated"))
    target = (Target(unit_of(gate, "discipline"), "lead"),)
    gate("manager").write(
        Decide(gate("clerk").write(ProposeAssign(appeal_id, target)).value, "agreed")
    )
    assert not [key for key in clocks_of(gate, appeal_id) if key[0] == RULE]


def test_withdrawing_ends_the_clock_and_counts_nothing(gate) -> None:
    appeal_id = accepted(gate)
    gate("clerk").write(SetFastTrack(appeal_id, "repeated"))
    gate("clerk").write(Withdraw(appeal_id, "本人自愿撤回", is_signed=True))
    assert clocks_of(gate, appeal_id) == {}
    assert facts(gate, appeal_id) == []


def test_only_who_routes_lets_windows_follow(gate) -> None:
    with pytest.raises(NotAllowedError):
        gate("hr").write(KeepWindows())
    assert gate("hr").read(windows_wait) is False
