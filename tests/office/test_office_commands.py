"""Accounts, units, lists, rules, calendar, settings and drafts, by those who may."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from db.codes import clocks
from db.codes.changing import (
    ChangeRule,
    EnterNotice,
    NoticeDay,
    preview_notice,
    preview_rule,
)
from db.codes.commands import AddCode, ChangeCode
from db.codes.listing import calendar_year, code_items, rule_list
from db.codes.queries import calendar
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.keys import KeyFile
from db.core.permissions import Permission
from db.core.tables import ClockEntry, TrailEntry
from db.core.tx import Tx
from db.office.accounts import ANCHOR, AnchorKeyLog, ChangeAccount, CloseAccount, OpenAccount
from db.office.drafts import DropDraft, SaveDraft, draft, drafts
from db.office.opening import key_path
from db.office.queries import accounts, colleagues, grants, settings, units
from db.office.settings_commands import KINDS, ChangeSetting, SetReportingPeriod
from db.office.units import AddUnit, ChangeUnit, CloseUnit, UnitFields

Gates = Callable[[str], Gate]


class StartClock:
    permission = Permission.DRAFT_WRITE

    def __init__(self, rule: str, on: date) -> None:
        self.rule, self.on = rule, on

    def __call__(self, tx: Tx) -> int:
        entry = clocks.start(tx, "ordinary_appeal", 1, self.rule, on=self.on)
        assert entry is not None
        return entry.id


# -- drafts ------------------------------------------------------------------------------------


def test_a_draft_is_kept_replaced_offered_and_dropped(gate: Gates) -> None:
    clerk = gate("clerk")
    clerk.write(SaveDraft("intake", "new", "王芳", {"name": "王"}))
    clerk.write(SaveDraft("intake", "new", "王芳", {"name": "王芳"}))
    found = clerk.read(drafts)
    assert [(d.kind, d.title, d.body) for d in found] == [("intake", "王芳", {"name": "王芳"})]
    clerk.write(DropDraft("intake", "new"))
    assert clerk.read(drafts) == ()


def test_a_draft_is_seen_by_nobody_else(gate: Gates) -> None:
    gate("clerk").write(SaveDraft("intake", "new", "", {"name": "王芳"}))
    assert gate("manager").read(drafts) == ()
    assert gate("manager").read(lambda read: draft(read, "intake", "new")) is None


def test_the_programs_own_drafts_are_not_offered(gate: Gates) -> None:
    gate("clerk").write(SaveDraft("_recent", "", "", {"cases": []}))
    gate("clerk").write(SaveDraft("intake", "new", "", {}))
    assert [d.kind for d in gate("clerk").read(drafts)] == ["intake"]


# -- accounts ----------------------------------------------------------------------------------


def test_a_key_holder_opens_an_account_in_the_store(gate: Gates) -> None:
    manager = gate("manager")
    hr = next(u.id for u in manager.read(units) if u.key == "hr")
    manager.write(OpenAccount("newcomer", "庄季同", "officer", "科员", hr))
    row = next(a for a in manager.read(accounts) if a.login == "newcomer")
    assert (row.name, row.unit, row.role.value, row.is_active) == (
        "庄季同",
        "人社局",
        "officer",
        True,
    )
    assert "newcomer" in {c.login for c in gate("clerk").read(colleagues)}


def test_an_officer_needs_a_department(gate: Gates) -> None:
    with pytest.raises(RefusedError, match="missing_unit"):
        gate("manager").write(OpenAccount("x", "庄季同", "officer"))
    with pytest.raises(RefusedError, match="unknown_value"):
        gate("manager").write(OpenAccount("x", "庄季同", "king"))


def test_a_closed_account_no_longer_logs_in(center, gate: Gates) -> None:
    manager = gate("manager")
    row = next(a for a in manager.read(accounts) if a.login == "clerk2")
    manager.write(ChangeAccount(row.id, row.version, "郑一帆", "受理组长", None))
    with pytest.raises(ConflictError):
        manager.write(CloseAccount(row.id, row.version))
    manager.write(CloseAccount(row.id, row.version + 1))
    with pytest.raises(NotAllowedError, match="account_closed"):
        gate("clerk2")


def test_the_last_manager_and_oneself_stay(gate: Gates) -> None:
    manager = gate("manager")
    row = next(a for a in manager.read(accounts) if a.login == "manager")
    with pytest.raises(NotAllowedError):
        manager.write(CloseAccount(row.id, row.version))
    with pytest.raises(RefusedError, match="last_manager"):
        gate("secadmin").write(CloseAccount(row.id, row.version))


def test_who_may_not_sees_no_accounts(gate: Gates) -> None:
    for login in ("clerk", "auditor"):
        with pytest.raises(NotAllowedError):
            gate(login).read(accounts)
        with pytest.raises(NotAllowedError):
            gate(login).write(OpenAccount("x", "庄季同", "clerk"))


def test_rights_are_shown_to_the_security_administrator(gate: Gates) -> None:
    found = gate("secadmin").read(grants)
    assert {g.role.value for g in found} >= {"clerk", "officer", "manager", "audit_admin"}
    # Who confirms a change sees what it changes.
    assert gate("manager").read(grants) == found
    with pytest.raises(NotAllowedError):
        gate("clerk").read(grants)


def test_the_key_files_log_is_anchored_once(center, gate: Gates) -> None:
    key_file = KeyFile.open(key_path(center.path))
    admin = key_file.unlock("sysadmin", "correct horse", at=center.clock.now())
    key_file.sign(admin, "close_account", about="clerk2", at=center.clock.now())
    key_file.close_account("clerk2")
    anchor = AnchorKeyLog(key_file.log_head, 1, key_file.verify_log(), ("clerk2",))
    manager = gate("manager")
    assert manager.write(anchor).value
    assert not manager.write(anchor).value
    assert manager.read(settings)[ANCHOR]["head"] == key_file.log_head
    assert not next(a for a in manager.read(accounts) if a.login == "clerk2").is_active

    def acts(read):
        return list(read.session.scalars(select(TrailEntry.act)))

    assert "anchor_key_log" in manager.read(acts)


# -- units -------------------------------------------------------------------------------------


def test_units_form_a_tree_and_keep_former_names(gate: Gates) -> None:
    manager = gate("manager")
    town = manager.write(
        AddUnit(UnitFields("云塘镇人民政府", "云塘镇", "town", order_number=50))
    ).value
    office = manager.write(
        AddUnit(UnitFields("党政办公室", "党政办", "section", parent_id=town))
    ).value
    found = {u.id: u for u in manager.read(units)}
    assert (found[office].depth, found[town].depth) == (1, 0)
    manager.write(
        ChangeUnit(town, found[town].version, UnitFields("云塘街道办事处", "云塘街道", "town"))
    )
    assert next(u for u in manager.read(units) if u.id == town).former == ("云塘镇人民政府",)
    version = next(u for u in manager.read(units) if u.id == town).version
    with pytest.raises(RefusedError, match="unit_in_itself"):
        manager.write(
            ChangeUnit(town, version, UnitFields("云塘街道办事处", "云塘街道", parent_id=office))
        )
    manager.write(CloseUnit(office, found[office].version, date(2026, 2, 1)))
    assert not next(u for u in manager.read(units) if u.id == office).is_open(date(2026, 3, 1))


def test_a_member_department_is_one_unit(gate: Gates) -> None:
    with pytest.raises(RefusedError, match="member_taken"):
        gate("manager").write(AddUnit(UnitFields("另一人社局", "人社", member_department="hr")))
    with pytest.raises(RefusedError, match="missing_name"):
        gate("manager").write(AddUnit(UnitFields(" ", "人社")))
    with pytest.raises(NotAllowedError):
        gate("clerk").write(AddUnit(UnitFields("水利局", "水利局")))


# -- lists -------------------------------------------------------------------------------------


def test_a_list_grows_and_closes_values(gate: Gates) -> None:
    keeper = gate("secadmin")
    keeper.write(AddCode("intake_channel", "app", "移动端", aliases=("手机端", "")))
    item = next(i for i in keeper.read(code_items) if i.value == "app")
    assert (item.zh, item.en, item.aliases, item.builtin) == (
        "移动端",
        "移动端",
        ("手机端",),
        False,
    )
    assert item.order == max(i.order for i in keeper.read(code_items) if i.list == "intake_channel")
    keeper.write(
        ChangeCode(
            item.id, item.version, "移动端登记", "Mobile", order=1, valid_to=date(2026, 2, 28)
        )
    )
    # Another person's gate reads the list anew.
    listed = [i for i in gate("clerk").read(code_items) if i.list == "intake_channel"]
    assert listed[0].zh == "移动端登记"
    assert [i.order for i in listed] == list(range(1, len(listed) + 1))
    assert not listed[0].is_offered(date(2026, 3, 1))


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (AddCode("no_such", "a", "甲"), "unknown_list"),
        (AddCode("intake_channel", "A b", "甲"), "value_letters"),
        (AddCode("intake_channel", "letter", "甲"), "value_taken"),
        (AddCode("intake_channel", "app", " "), "missing_label"),
    ],
)
def test_a_wrong_value_is_refused(gate: Gates, command: AddCode, code: str) -> None:
    with pytest.raises(RefusedError, match=code):
        gate("secadmin").write(command)


# -- rules and calendar ------------------------------------------------------------------------


def test_an_internal_term_is_changed_and_its_clocks_move(gate: Gates) -> None:
    gate("clerk").write(StartClock("internal_completion", date(2026, 3, 2)))
    keeper = gate("secadmin")
    change = ChangeRule("internal_completion", length=30)
    told = keeper.read(lambda read: preview_rule(read, change))
    moved = keeper.write(change).value.moved
    assert moved == told
    assert [(m.before, m.after) for m in moved] == [(date(2026, 5, 6), date(2026, 4, 1))]
    rule = next(r for r in gate("clerk").read(rule_list) if r.identifier == "internal_completion")
    assert rule.length == 30


def test_the_law_sets_statutory_terms(gate: Gates) -> None:
    with pytest.raises(RefusedError, match="rule_statutory"):
        gate("secadmin").write(ChangeRule("acceptance_notice", length=20))
    with pytest.raises(RefusedError, match="rule_length_out_of_range"):
        gate("secadmin").write(ChangeRule("internal_completion", length=0))
    with pytest.raises(NotAllowedError):
        gate("clerk").write(ChangeRule("internal_completion", length=20))


def _notice(year: int, *off: date, work: tuple[date, ...] = ()) -> EnterNotice:
    days = [NoticeDay(day, is_working=False, name="春节") for day in off]
    days += [NoticeDay(day, is_working=True, name="春节") for day in work]
    return EnterNotice(year, tuple(days), "国办发明电〔2027〕1号")


def test_a_notice_tells_what_moves_before_and_after(gate: Gates) -> None:
    start = date(2028, 1, 10)
    gate("clerk").write(StartClock("internal_completion", start))
    before = gate("clerk").read(
        lambda read: read.session.scalar(select(ClockEntry.due_on).order_by(ClockEntry.id.desc()))
    )
    assert before is not None
    off = tuple(before + timedelta(days=n) for n in range(3))
    notice = _notice(2028, *off)
    keeper = gate("secadmin")
    told = keeper.read(lambda read: preview_notice(read, notice))
    assert [m.before for m in told] == [before]
    assert told[0].after > off[-1]
    assert not told[0].provisional
    year = keeper.read(lambda read: calendar_year(read, 2028))
    assert not year.has_notice
    assert keeper.write(notice).value.moved == told
    year = keeper.read(lambda read: calendar_year(read, 2028))
    assert year.has_notice
    assert [day for day, _ in year.days_off] == sorted(off)
    # A gate that was open before knows the new calendar at once.
    assert not gate("clerk").read(calendar).is_provisional_year(2028)


def test_a_notice_that_moves_nothing_still_takes_the_mark_away(gate: Gates) -> None:
    gate("clerk").write(StartClock("sign_in", date(2028, 3, 1)))

    def marks(read):
        return list(read.session.scalars(select(ClockEntry.provisional)))

    assert gate("clerk").read(marks) == [True]
    assert gate("secadmin").write(_notice(2028, date(2028, 10, 2))).value.moved == ()
    assert gate("clerk").read(marks) == [False]


@pytest.mark.parametrize(
    ("notice", "code"),
    [
        (EnterNotice(2028, ()), "notice_empty"),
        (
            EnterNotice(2028, (NoticeDay(date(2028, 1, 3), is_working=False),)),
            "notice_without_source",
        ),
        (_notice(2028, date(2027, 1, 1)), "notice_year"),
        (_notice(2028, date(2028, 1, 3), date(2028, 1, 3)), "notice_twice"),
        (_notice(2028, date(2028, 1, 3), work=(date(2028, 1, 4),)), "notice_weekday_working"),
    ],
)
def test_a_wrong_notice_is_refused(gate: Gates, notice: EnterNotice, code: str) -> None:
    with pytest.raises(RefusedError, match=code):
        gate("secadmin").write(notice)


# -- settings ----------------------------------------------------------------------------------


def test_settings_have_bounds(gate: Gates) -> None:
    manager = gate("manager")
    manager.write(ChangeSetting("appeal_number_form", "泽诉〔{year}〕{sequence:04d}号"))
    assert manager.read(settings)["appeal_number_form"] == "泽诉〔{year}〕{sequence:04d}号"
    for name, value, code in (
        ("appeal_number_form", "泽诉{year}号", "setting_form"),
        ("appeal_number_form", "泽诉{other}号", "setting_form"),
        ("backdating_free_days", 400, "setting_out_of_range"),
        ("office_name", " ", "missing_office"),
        ("store_id", "x", "unknown_setting"),
    ):
        with pytest.raises(RefusedError, match=code):
            manager.write(ChangeSetting(name, value))
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_reporting_periods_keep_their_history(gate: Gates) -> None:
    manager = gate("manager")
    manager.write(SetReportingPeriod("2026-03", 26))
    manager.write(SetReportingPeriod("2026-01", 1))
    manager.write(SetReportingPeriod("2026-03", 21))
    found = manager.read(settings)["statistics_periods"]
    assert found == [{"from": "2026-01", "first_day": 1}, {"from": "2026-03", "first_day": 21}]
    with pytest.raises(RefusedError, match="bad_period_setting"):
        manager.write(SetReportingPeriod("2026-04", 31))
