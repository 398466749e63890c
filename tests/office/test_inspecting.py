"""巡察查阅: read-only, for some days, within a scope, for a purpose, every question logged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from db.appeals.handling import Annotate
from db.appeals.intake import Register
from db.appeals.ledger import ledger_count, ledger_ids
from db.appeals.queries import card, counts
from db.appeals.rows import LedgerFilter
from db.care.changes import Partner, Roles
from db.care.holding import RecordHeld, WriteRecord
from db.care.planning import Plan, Schedule
from db.care.queries import talk_card, talk_counts
from db.clarification.intake import Apply
from db.clarification.queries import clarification_counts
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.keys import KeyFile
from db.core.permissions import Permission, ReadingScope
from db.core.tables import TrailEntry
from db.core.tx import Read
from db.office.accounts import OpenAccount
from db.office.inspecting import (
    AllowInspection,
    BeginReading,
    EndInspection,
    inspectable,
    inspections,
    inspector_grants,
    own_inspection,
)
from db.office.opening import key_path
from db.office.recusing import AskRecusal
from tests.appeals.test_flow import intake, to_accepted
from tests.conftest import CHEAP, PASSWORD, Center
from tests.office.test_recusal import account
from tests.structure.test_structure import commands

Gates = Callable[[str], Gate]
TODAY = date(2026, 3, 2)
JANUARY = (date(2026, 1, 1), date(2026, 1, 31))


def opened(gate: Gates, path: Path) -> int:
    """Open the account in the two usual steps: key file, then sealing."""
    key_file = KeyFile.open(key_path(path))
    key_file.add_account(
        login="xuncha", name="施望舒", role="inspector", password=PASSWORD, cost=CHEAP
    )
    made = gate("secadmin").write(OpenAccount("xuncha", "施望舒", "inspector", "巡察组")).value
    key_file = KeyFile.open(key_path(path))
    key_file.seal_to("xuncha", key_file.unlock("manager", PASSWORD, at=gate("manager").clock.now()))
    return made


def allowed(gate: Gates, account_id: int, **more: object) -> int:
    values: dict[str, object] = {
        "organ": "县委第一巡察组",
        "purpose": "inspection",
        "approver_name": "许望",
        "approver_post": "县委组织部部长",
        "approved_on": TODAY,
        "starts_on": TODAY,
        "ends_on": TODAY + timedelta(days=20),
        "period_from": date(2026, 1, 1),
        "period_to": date(2026, 12, 31),
        "tracks": ("ordinary_appeal",),
    }
    command = AllowInspection(account_id, **(values | more))  # type: ignore[arg-type]
    return gate("secadmin").write(command).value


def inspector(gate: Gates, center: Center, **more: object) -> Gate:
    allowed(gate, opened(gate, center.path), **more)
    made = center.gate("xuncha")
    made.write(BeginReading(str(more.get("purpose", "inspection"))))
    return made


def test_nothing_is_read_before_the_purpose_is_given(gate: Gates, center: Center) -> None:
    appeal_id = to_accepted(gate)
    allowed(gate, opened(gate, center.path))
    reader = center.gate("xuncha")
    assert reader.read(partial(ledger_count, wanted=LedgerFilter())) == 0
    with pytest.raises(NotAllowedError, match="not_found"):
        reader.read(partial(card, appeal_id=appeal_id))
    mine = reader.read(own_inspection)
    assert mine is not None
    assert mine.organ == "县委第一巡察组"
    reader.write(BeginReading("inspection", "查阅2026年台账"))
    assert reader.read(partial(card, appeal_id=appeal_id)).moves == ()
    center.clock.set(center.clock.now() + timedelta(days=1))
    assert reader.read(partial(ledger_count, wanted=LedgerFilter())) == 0


def test_appeals_are_never_opened_for_an_appointment(gate: Gates, center: Center) -> None:
    account_id = opened(gate, center.path)
    with pytest.raises(NotAllowedError, match="purpose_refused"):
        allowed(gate, account_id, purpose="appointment")
    allowed(gate, account_id)
    with pytest.raises(NotAllowedError, match="purpose_refused"):
        center.gate("xuncha").write(BeginReading("appointment"))
    with pytest.raises(RefusedError, match="purpose_not_approved"):
        center.gate("xuncha").write(BeginReading("audit"))


def test_the_scope_is_a_period_and_some_kinds(gate: Gates, center: Center) -> None:
    gate("clerk").write(Register(intake()))
    gate("clerk").write(
        Register(intake(received_on=date(2026, 1, 20), backdated_reason="接访点补录"))
    )
    gate("clerk").write(Apply("有人说我违规。", person_name="王䶮"))
    manager = gate("manager")
    manager.write(Plan(Partner(None, "王䶮"), "mood", Roles(talker_id=account(manager, "clerk"))))
    reader = inspector(gate, center, period_from=JANUARY[0], period_to=JANUARY[1])
    assert len(reader.read(partial(ledger_ids, wanted=LedgerFilter()))) == 1
    assert reader.read(counts)["open"] == 1
    assert set(reader.read(clarification_counts).values()) == {0}
    assert set(reader.read(talk_counts).values()) == {0}


def test_talks_are_seen_without_what_was_said(gate: Gates, center: Center) -> None:
    manager = gate("manager")
    roles = Roles(talker_id=account(manager, "clerk2"))
    talk = manager.write(Plan(Partner(None, "王䶮"), "mood", roles)).value.talk_id
    gate("clerk2").write(Schedule(talk, TODAY, "9:30", "谈话室"))
    gate("clerk2").write(RecordHeld(talk))
    gate("clerk2").write(
        WriteRecord(talk, thoughts="心里的话", life="家里的事", level="with_manager")
    )
    reader = inspector(gate, center, tracks=("care_talk", "ordinary_appeal"))
    shown = reader.read(partial(talk_card, talk_id=talk))
    assert "心里的话" not in repr(shown)
    assert "家里的事" not in repr(shown)
    assert not shown.moves


def test_an_inspector_changes_nothing(gate: Gates, center: Center) -> None:
    appeal_id = to_accepted(gate)
    reader = inspector(gate, center)
    for command in (
        Annotate(appeal_id, "看过"),
        AskRecusal("ordinary_appeal", appeal_id, "interest"),
        Register(intake()),
    ):
        with pytest.raises(NotAllowedError, match="not_permitted"):
            reader.write(command)
    assert {p for p in Permission if reader.actor.may(p)} == {
        Permission.INSPECT,
        Permission.APPEAL_READ,
    }


def test_every_question_leaves_a_line(gate: Gates, center: Center) -> None:
    appeal_id = to_accepted(gate)
    reader = inspector(gate, center)
    reader.read(partial(ledger_ids, wanted=LedgerFilter(query="王")))
    reader.read(partial(card, appeal_id=appeal_id))
    reader.flush_reads()

    def trail(read: Read) -> list[tuple[str, str | None, int | None]]:
        rows = read.session.execute(
            select(TrailEntry.act, TrailEntry.track, TrailEntry.case_id)
            .where(TrailEntry.actor_name == "施望舒")
            .order_by(TrailEntry.id)
        )
        return [(row.act, row.track, row.case_id) for row in rows]

    told = gate("manager").read(trail)
    assert ("begin_reading", None, None) in told
    assert ("inspect", "ledger_ids", 0) in told
    assert ("open_card", "ordinary_appeal", appeal_id) in told


def test_the_account_expires_by_itself_and_is_ended_early(gate: Gates, center: Center) -> None:
    to_accepted(gate)
    reader = inspector(gate, center, ends_on=TODAY)
    assert reader.read(partial(ledger_count, wanted=LedgerFilter())) == 1
    center.clock.set(center.clock.now() + timedelta(days=1))
    with pytest.raises(NotAllowedError, match="account_closed"):
        reader.read(partial(ledger_count, wanted=LedgerFilter()))


def test_an_end_holds_at_the_next_question(gate: Gates, center: Center) -> None:
    to_accepted(gate)
    reader = inspector(gate, center)
    (row,) = gate("manager").read(inspections)
    assert (row.visits, row.is_running) == (1, True)
    gate("manager").write(EndInspection(row.id, row.version))
    with pytest.raises(NotAllowedError, match="account_closed"):
        reader.read(partial(ledger_count, wanted=LedgerFilter()))
    with pytest.raises(RefusedError, match="already_decided"):
        gate("manager").write(EndInspection(row.id))


def test_inner_notes_stay_inside(gate: Gates, center: Center) -> None:
    appeal_id = to_accepted(gate)
    gate("clerk").write(Annotate(appeal_id, "来访人情绪激动", inner=True))
    reader = inspector(gate, center)
    assert "来访人情绪激动" not in repr(reader.read(partial(card, appeal_id=appeal_id)))


def test_no_scope_names_envelopes_inquiries_or_people() -> None:
    found = inspectable()
    assert {"ordinary_appeal", "clarification", "care_talk"} <= set(found)
    for name in found:
        assert not name.startswith(("envelope", "inquiry", "attention", "impact"))


def test_an_inspector_holds_rights_to_read_alone() -> None:
    reading = ReadingScope(1, frozenset(inspectable()), *JANUARY, "inspection", TODAY)
    held = set(inspector_grants(reading)) - {Permission.INSPECT}
    assert all(right.value.endswith("_read") for right in held)
    assert not {c.permission for c in commands()} & held


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"organ": " "}, "missing_organ"),
        ({"approver_name": ""}, "missing_approver_name"),
        ({"approver_post": ""}, "missing_approver_post"),
        ({"approved_on": TODAY + timedelta(days=1)}, "date_in_future"),
        ({"ends_on": TODAY - timedelta(days=1)}, "validity_order"),
        ({"ends_on": TODAY + timedelta(days=400)}, "inspection_too_long"),
        ({"period_to": date(2025, 1, 1)}, "validity_order"),
        ({"tracks": ()}, "missing_tracks"),
        ({"tracks": ("envelope",)}, "unknown_value"),
        ({"purpose": "curiosity"}, "unknown_value"),
    ],
)
def test_an_inspection_is_checked(
    gate: Gates, center: Center, change: dict[str, object], code: str
) -> None:
    account_id = opened(gate, center.path)
    command = AllowInspection(
        account_id,
        "县委第一巡察组",
        "inspection",
        "许望",
        "部长",
        TODAY,
        TODAY,
        TODAY,
        *JANUARY,
        ("ordinary_appeal",),
    )
    with pytest.raises(RefusedError, match=code):
        gate("manager").write(replace(command, **change))  # type: ignore[arg-type]
    wrong = replace(command, account_id=account(gate("manager"), "clerk"))
    with pytest.raises(RefusedError, match="not_inspector"):
        gate("manager").write(wrong)
    with pytest.raises(NotAllowedError, match="not_permitted"):
        gate("clerk").write(command)
