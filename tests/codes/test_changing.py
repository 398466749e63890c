"""A changed rule or calendar moves exactly the dates it should, lists them, and leaves a trace."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

import pytest
from sqlalchemy import select

from db.appeals.intake import Intake, Register
from db.appeals.queries import card
from db.codes import changing, clocks
from db.codes.changing import (
    ChangeRule,
    EnterNotice,
    NoticeDay,
    RecountClocks,
    SwitchRules,
    pending_recount,
    preview_notice,
    preview_recount,
    preview_rule,
)
from db.codes.deadlines import due
from db.codes.listing import calendar_year, rule_list
from db.codes.queries import calendar, rule, rules
from db.core.clock import instant
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tables import ClockEntry, TrailEntry
from db.core.tx import Read, Tx

MAKE_UP = date(2026, 10, 10)
FORM = Intake(
    administration="county_managed",
    channel="window",
    category="work_condition",
    subject="关于补充人手的诉求",
    facts="岗位核定九名，现在岗五名。",
    person_name="江澄",
    person_category="civil_servant",
    phone="13812345678",
    received_on=date(2026, 5, 7),
)


@dataclass(frozen=True, slots=True)
class StartClocks:
    """Start many clocks of a case that nobody else touches."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    wanted: tuple[tuple[str, str, date], ...]
    until: date | None = None

    def __call__(self, tx: Tx) -> None:
        for case_id, (identifier, profile, on) in enumerate(self.wanted, start=1):
            clocks.start(tx, "nothing", case_id, identifier, on=on, profile=profile)
        if self.until is not None:
            clocks.start(tx, "nothing", 1, "leader_feedback", on=date(2026, 9, 1), until=self.until)


def wanted_clocks(read: Read) -> tuple[tuple[str, str, date], ...]:
    starts = [date(2026, 8, 3) + timedelta(days=5 * n) for n in range(14)]
    return tuple(
        (identifier, profile, start)
        for (identifier, profile), one in rules(read).items()
        if one.enabled and one.length is not None
        for start in starts
    )


def dates(read: Read) -> dict[int, date]:
    return dict(read.session.execute(select(ClockEntry.id, ClockEntry.due_on)).all())


def notice_without(
    read: Read, left_out: date, *, source: str = "国办发明电〔2025〕7号"
) -> EnterNotice:
    year = calendar_year(read, left_out.year)
    days = [NoticeDay(day, is_working=False, name=name) for day, name in year.days_off]
    days += [NoticeDay(day, is_working=True, name=name) for day, name in year.make_up_days]
    return EnterNotice(
        left_out.year, tuple(day for day in days if day.day != left_out), source, date(2025, 11, 4)
    )


@pytest.fixture
def october(center, gate):
    """Return a center in October 2026 with clocks of every rule around the make-up day."""
    center.clock.set(instant(date(2026, 9, 30), 9))
    clerk = gate("clerk")
    clerk.write(StartClocks(clerk.read(wanted_clocks), until=date(2026, 10, 12)))
    return gate


def test_a_make_up_day_moves_exactly_the_dates_it_should_and_lists_them(october) -> None:
    keeper = october("secadmin")
    before = keeper.read(dates)
    notice = keeper.read(lambda read: notice_without(read, MAKE_UP))
    told = keeper.read(lambda read: preview_notice(read, notice))
    assert keeper.read(dates) == before, "a preview writes nothing"

    old, known = keeper.read(calendar), keeper.read(rules)
    done = keeper.write(notice).value
    while done.left:
        more = keeper.write(RecountClocks(done.after_id)).value
        done = replace(more, moved=done.moved + more.moved)
    new, after = keeper.read(calendar), keeper.read(dates)

    expected = {}
    for entry in keeper.read(lambda read: list(read.session.scalars(select(ClockEntry)))):
        if entry.fixed_on is not None:
            assert after[entry.id] == before[entry.id] == date(2026, 10, 12)
            continue
        one = known[entry.rule, entry.profile]
        should = due(one, entry.started_on, new).due_on
        assert due(one, entry.started_on, old).due_on == before[entry.id]
        assert after[entry.id] == should
        if should != before[entry.id]:
            expected[entry.id] = (entry.rule, entry.started_on, before[entry.id], should)
    assert len(expected) > 20
    listed = sorted((m.rule, m.started_on, m.before, m.after) for m in done.moved)
    assert listed == sorted(expected.values())
    assert sorted((m.rule, m.started_on, m.before, m.after) for m in told) == listed
    # Only what counts past the day, or ends on it, can move; and it moves by that one day.
    for _rule, start, was, now in expected.values():
        assert start < MAKE_UP <= was
        assert now > was
    assert keeper.read(preview_recount) == ()


def test_a_large_store_goes_on_in_chunks(october, monkeypatch) -> None:
    monkeypatch.setattr(changing, "CHUNK", 40)
    keeper = october("secadmin")
    notice = keeper.read(lambda read: notice_without(read, MAKE_UP))
    told = keeper.read(lambda read: preview_notice(read, notice))
    done = keeper.write(notice).value
    assert done.left > 0
    assert keeper.read(pending_recount) == done.after_id
    moved, chunks = list(done.moved), 1
    waiting = keeper.read(preview_recount)
    assert len(waiting) + len(moved) == len(told)
    while done.left:
        done = keeper.write(RecountClocks(keeper.read(pending_recount))).value
        moved += done.moved
        chunks += 1
    assert chunks > 3
    assert keeper.read(pending_recount) == 0
    assert len(moved) == len(told)
    assert keeper.read(preview_recount) == ()


def test_the_ledger_follows_and_the_manager_reads_which_case(center, gate) -> None:
    clerk, manager, keeper = gate("clerk"), gate("manager"), gate("secadmin")
    center.clock.set(instant(date(2026, 5, 7), 9))
    appeal = clerk.write(Register(FORM)).value
    notice = keeper.read(lambda read: notice_without(read, date(2026, 5, 9)))
    seen = manager.read(lambda read: preview_notice(read, notice))
    blind = keeper.read(lambda read: preview_notice(read, notice))
    assert [(m.rule, m.before, m.after) for m in seen] == [
        (m.rule, m.before, m.after) for m in blind
    ]
    assert {m.number for m in seen} == {appeal.number}
    assert {(m.number, m.track, m.case_id) for m in blind} == {("", "", 0)}
    manager.write(notice)
    shown = clerk.read(lambda read: card(read, appeal.appeal_id))
    running = [clock for clock in shown.clocks if clock.stopped_on is None]
    assert shown.row.next_due_on == min(clock.due_on for clock in running)
    assert shown.row.next_due_on in {m.after for m in seen}


def test_the_change_leaves_a_trace(october) -> None:
    keeper = october("secadmin")
    done = keeper.write(keeper.read(lambda read: notice_without(read, MAKE_UP))).value
    acts = keeper.read(
        lambda read: list(
            read.session.execute(
                select(TrailEntry.act, TrailEntry.kind).where(TrailEntry.act == "enter_notice")
            ).all()
        )
    )
    kinds = [kind for _act, kind in acts]
    assert kinds.count("clock_entry") >= len(done.moved)
    assert "calendar_year" in kinds


def test_the_number_and_day_of_a_notice_are_kept(gate) -> None:
    keeper = gate("secadmin")
    keeper.write(keeper.read(lambda read: notice_without(read, MAKE_UP)))
    year = keeper.read(lambda read: calendar_year(read, 2026))
    assert (year.source, year.issued_on) == ("国办发明电〔2025〕7号", date(2025, 11, 4))


def test_new_year_may_begin_in_december(gate) -> None:
    keeper = gate("secadmin")
    off = [date(2027, 12, 31), date(2028, 1, 1), date(2028, 1, 2)]
    days = tuple(NoticeDay(day, is_working=False, name="元旦") for day in off)
    keeper.write(EnterNotice(2028, days, "国办发明电〔2027〕9号"))
    days_of = keeper.read(calendar)
    assert not days_of.is_working(date(2027, 12, 31))
    assert days_of.is_provisional_year(2027)
    assert not days_of.is_provisional_year(2028)


def test_the_center_sets_a_length_that_no_source_gives(gate) -> None:
    keeper = gate("secadmin")
    keeper.write(ChangeRule("clarification_follow_up", length=20))
    assert keeper.read(lambda read: rule(read, "clarification_follow_up")).length == 20
    keeper.write(ChangeRule("clarification_follow_up", length=None, enabled=False))
    assert keeper.read(lambda read: rule(read, "clarification_follow_up")).length is None
    with pytest.raises(RefusedError, match="rule_statutory"):
        keeper.write(ChangeRule("hr_second_appeal_request", length=30))
    with pytest.raises(RefusedError, match="rule_length_out_of_range"):
        keeper.write(ChangeRule("sign_in", length=None))


def test_the_discipline_profile_is_switched_as_one(gate) -> None:
    keeper = gate("secadmin")

    def enabled() -> set[bool]:
        found = keeper.read(rule_list)
        return {one.enabled for one in found if one.group == "discipline"}

    assert enabled() == {False}
    assert keeper.write(SwitchRules("discipline", enabled=True)).value == 5
    assert enabled() == {True}
    keeper.write(SwitchRules("discipline", enabled=False))
    assert enabled() == {False}
    with pytest.raises(RefusedError, match="unknown_rule"):
        keeper.write(SwitchRules("weather", enabled=True))


def test_only_who_keeps_rules_and_calendar_may_change_them(gate) -> None:
    clerk = gate("clerk")
    for command in (
        ChangeRule("sign_in", length=3),
        SwitchRules("discipline", enabled=True),
        RecountClocks(),
        clerk.read(lambda read: notice_without(read, MAKE_UP)),
    ):
        with pytest.raises(NotAllowedError):
            clerk.write(command)
    with pytest.raises(NotAllowedError):
        clerk.read(preview_recount)
    with pytest.raises(NotAllowedError):
        clerk.read(lambda read: preview_rule(read, ChangeRule("sign_in", length=3)))


def test_a_date_names_the_notice_that_it_rests_on(gate) -> None:
    keeper = gate("secadmin")

    def cited() -> str:
        return keeper.read(
            lambda read: due(rule(read, "sign_in"), date(2026, 10, 8), calendar(read))
        ).calendar_version

    before = cited()
    assert "国办" not in before, "a shipped year has no number of its own"
    keeper.write(keeper.read(lambda read: notice_without(read, MAKE_UP)))
    assert cited().endswith(" · 国办发明电〔2025〕7号 2025-11-04")
    other = keeper.read(lambda read: due(rule(read, "sign_in"), date(2025, 6, 5), calendar(read)))
    assert "国办" not in other.calendar_version
