"""The demo center as a store: built by commands, counted as settled, the same every time."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select, text

import db.demo.building as building
from db.appeals.queries import due_list, inbox, on_the_spot_waiting, to_confirm, waiting_approvals
from db.appeals.tables import Appeal, Extension, HandOver, Review
from db.care.queries import talk_work
from db.care.tables import CareTalk
from db.clarification.queries import clarification_work, pill_of
from db.clarification.tables import Clarification
from db.codes import seed_calendar
from db.codes.deadlines import Stage
from db.codes.working_days import Calendar
from db.core import trail
from db.core.clock import FixedClock, civil_date, instant
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.keys import Cost, KeyFile
from db.core.tables import Approval, Event, TrailEntry
from db.core.tx import Read
from db.demo.building import DEMO_PASSWORD, build_demo, ensure_demo
from db.demo.content import load
from db.demo.script import Plan, build_plan, expected
from db.documents.tables import Document
from db.office.demo_mark import demo_password, demo_path
from db.office.desk import held_notes
from db.office.opening import key_path, log_in
from db.office.tables import Account
from db.shelves import SHELVES
from db.statistics.queries import check_balance, monthly, open_items
from tests.demo.states import APPEAL_STATES, CLEARING_STATES, TALK_STATES

pytestmark = pytest.mark.xdist_group("demo")
"""One worker makes what the module's tests share."""

TODAY = date(2026, 11, 20)
SHORT = 45
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
ADMINS = ("sysadmin", "secadmin", "auditor")
Open = Callable[[str], Gate]


def build(path: Path, *, days: int | None = None, password: str | None = None) -> Path:
    return build_demo(path, today=TODAY, days=days, password=password, cost=CHEAP, floor_kib=8)


@cache
def plan_of(today: date) -> Plan:
    return build_plan(today, Calendar.from_rows(seed_calendar.seed_rows()).is_working)


@pytest.fixture(scope="module", autouse=True)
def one_plan() -> Iterator[None]:
    """Plan once: `test_content` proves that the same day gives the same plan."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "build_plan", lambda today, *_a, **_k: plan_of(today))
        yield


def opener(path: Path, clock: FixedClock, password: str = DEMO_PASSWORD) -> Iterator[Open]:
    gates: dict[str, Gate] = {}

    def gate(login: str) -> Gate:
        if login not in gates:
            gates[login] = log_in(path, login, password, clock=clock)
        return gates[login]

    yield gate
    for opened in gates.values():
        opened.close()


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first weeks of the two years."""
    return build(tmp_path_factory.mktemp("weeks") / "demo.zm", days=SHORT)


@pytest.fixture
def gate(weeks: Path) -> Iterator[Open]:
    yield from opener(weeks, FixedClock(instant(TODAY, 9)))


# ---------------------------------------------------------------------------- the first weeks


def test_the_first_weeks_count_as_planned(gate: Open) -> None:
    wanted = expected(plan_of(TODAY))["months"]["2025-01"]
    told = gate("manager").read(partial(monthly, month="2025-01"))
    assert check_balance(told) == []
    for name in (
        "received_count",
        "accepted_count",
        "handled_count",
        "opening_count",
        "open_count",
        "redirected_count",
        "not_accepted_count",
        "care_talk_person_times",
    ):
        assert told.current[name] == wanted[name], name


def test_the_chain_runs_forward_by_many_hands(gate: Open) -> None:
    auditor = gate("auditor")
    assert auditor.read(lambda r: trail.verify(r.session)).broken_at is None
    rows = auditor.read(
        lambda r: r.session.execute(
            select(TrailEntry.at, TrailEntry.actor_name).order_by(TrailEntry.id)
        ).all()
    )
    built = [row for row in rows if civil_date(row.at) < TODAY]
    assert all(a.at <= b.at for a, b in pairwise(built))
    assert len({row.actor_name for row in built} - {""}) >= 9
    assert civil_date(built[0].at) == date(2025, 1, 2)
    assert civil_date(built[-1].at) < date(2025, 1, 1) + timedelta(days=SHORT)


def test_papers_of_others_were_compared_by_a_second_person(gate: Open) -> None:
    rows = gate("manager").read(
        lambda r: r.session.execute(
            select(Event.actor_id, Event.confirmed_by_id, Event.needs_confirmation).where(
                Event.behalf_of.is_not(None)
            )
        ).all()
    )
    assert len(rows) > 5
    for actor, confirmed, waits in rows:
        assert not waits
        assert confirmed not in (None, actor)


def test_everybody_logs_in_and_the_store_knows_that_it_is_a_demo(weeks: Path, gate: Open) -> None:
    logins = [a.login for a in load().accounts]
    assert logins == gate("manager").read(
        lambda r: list(r.session.scalars(select(Account.login).order_by(Account.id)))
    )
    for login in logins:
        if login == "sysadmin":
            with pytest.raises(NotAllowedError, match="no_store_key"):
                gate(login)
        else:
            assert gate(login).actor.login == login
    assert demo_password(weeks) == DEMO_PASSWORD

    def settings(read: Read) -> tuple[object, ...]:
        return tuple(
            read.setting(n) for n in ("demo", "is_demo", "demo_password_shown", "office_name")
        )

    assert gate("clerk").read(settings) == (True, True, True, load().center["name"])
    left = {p.name for p in weeks.parent.iterdir()} - {"demo.zm-wal", "demo.zm-shm"}
    assert left == {"demo.zm", "demo.zm.keys", "demo.zm.demo"}
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(weeks).execute("SELECT count(*) FROM appeal")


def test_the_same_day_builds_the_same_tables(weeks: Path, tmp_path: Path, gate: Open) -> None:
    days = 24
    one, two = build(tmp_path / "one.zm", days=days), build(tmp_path / "two.zm", days=days)
    assert contents(one) == contents(two)


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every table; what comes from the store's own random name is left out."""
    gate = log_in(path, "manager", DEMO_PASSWORD, clock=FixedClock(instant(TODAY, 9)))

    def read_all(read: Read) -> dict[str, list[tuple[object, ...]]]:
        names = read.session.scalars(
            text(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " AND name NOT LIKE 'appeal_search%'"
            )
        ).all()
        found = {}
        for name in names:
            rows = read.session.execute(text(f'SELECT * FROM "{name}" ORDER BY 1')).all()
            found[name] = [tuple(row) for row in rows]
        return found

    try:
        found = gate.read(read_all)
    finally:
        gate.close()
    found["trail_entry"] = [row[:-2] for row in found["trail_entry"]]
    found["trail_detail"] = found["trail_detail"][1:]
    found["setting"] = [row for row in found["setting"] if row[0] != "store_id"]
    return found


def test_an_own_password_is_not_shown(tmp_path: Path) -> None:
    path = build(tmp_path / "own.zm", days=3, password="eine andere")
    assert demo_password(path) is None
    assert not demo_path(path).exists()
    for opened in opener(path, FixedClock(instant(TODAY, 9)), "eine andere"):
        assert opened("clerk").read(lambda r: r.setting("demo_password_shown")) is False


def test_an_existing_store_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "there.zm"
    path.write_bytes(b"something")
    with pytest.raises(RefusedError, match="store_exists"):
        build(path, days=2)
    assert path.read_bytes() == b"something"
    assert [p.name for p in tmp_path.iterdir()] == ["there.zm"]


def test_a_failed_building_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise RefusedError("unknown_value")

    monkeypatch.setattr(building, "perform", fail)
    with pytest.raises(RefusedError):
        build(tmp_path / "x.zm", days=2)
    assert list(tmp_path.iterdir()) == []


def test_a_refused_deed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_stage: object, _step: object) -> None:
        raise RefusedError("illegal_move")

    monkeypatch.setattr(building, "DEEDS", {**building.DEEDS, "register": refuse})
    with pytest.raises(RefusedError) as caught:
        build(tmp_path / "x.zm", days=3)
    assert "register by clerk at 2025-01-02" in caught.value.__notes__[0]


def test_progress_is_told_to_the_end(tmp_path: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    build_demo(
        tmp_path / "p.zm",
        clock=FixedClock(instant(TODAY, 9)),
        days=4,
        cost=CHEAP,
        floor_kib=8,
        progress=lambda *told: heard.append(told),
    )
    assert [day for day, _, _ in heard] == sorted(day for day, _, _ in heard)
    assert heard[-1][1] == heard[-1][2] > 0


def test_real_accounts_never_fall_below_the_floor(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="cost_below_floor"):
        build_demo(tmp_path / "x.zm", today=TODAY, days=1, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


# ------------------------------------------------------------------------------ once a day


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Building that only leaves files, to see which are kept."""
    made: list[Path] = []

    def pretend(path: Path, **_options: object) -> Path:
        for name in (path, key_path(path), demo_path(path)):
            assert not name.exists()
            name.write_text(json.dumps({"password": "x"}))
        made.append(path)
        return path

    monkeypatch.setattr(building, "build_demo", pretend)
    return made


def test_a_demo_is_built_once_a_day(tmp_path: Path, built: list[Path]) -> None:
    folder, clock = tmp_path / "demo", FixedClock(instant(TODAY, 9))
    path = ensure_demo(folder, clock=clock)
    assert path.name == "demo-2026-11-20.zm"
    assert ensure_demo(folder, clock=clock) == path
    assert len(built) == 1
    assert built[0] != path
    other = folder / "mine.zm"
    other.write_text("kept")
    (folder / "demo-2026-11-20.zm.backups").mkdir()
    clock.advance(days=1)
    later = ensure_demo(folder, clock=clock)
    assert {p.name for p in folder.iterdir()} == {
        "mine.zm",
        later.name,
        key_path(later).name,
        demo_path(later).name,
    }


def test_what_an_interrupted_building_left_is_cleared(tmp_path: Path, built: list[Path]) -> None:
    for name in ("demo-2026-11-20.zm.building", "demo-2026-11-20.zm.building.keys"):
        (tmp_path / name).write_text("half")
    (tmp_path / "demo-2026-11-20.zm.keys").write_text("companion without store")
    path = ensure_demo(tmp_path, clock=FixedClock(instant(TODAY, 9)))
    assert json.loads(key_path(path).read_text()) == {"password": "x"}
    assert not list(tmp_path.glob("*.building*"))


# --------------------------------------------------------------------------- the whole center

NOT_IN_THE_DEMO = {("referral_course", "linked_clarification")}
"""States that an entry passes through on the day it enters them."""


@pytest.fixture(scope="module")
def center(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole demo center of a day."""
    return build(tmp_path_factory.mktemp("whole") / "demo.zm")


@pytest.mark.million
@pytest.mark.timeout(900)
class TestTheWholeCenter:
    """Everything that SETTLED §4 promises of the demo, on one built store."""

    @pytest.fixture
    def gate(self, center: Path) -> Iterator[Open]:
        yield from opener(center, FixedClock(instant(TODAY, 9)))

    def test_the_last_year_counts_as_settled(self, gate: Open) -> None:
        told = gate("manager").read(partial(monthly, month="2025-12"))
        year = told.year_to_date
        assert year["accepted_count"] == 508
        assert year["handled_count"] == 507
        assert year["care_talk_person_times"] == 352
        assert year["opening_count"] == 0
        assert year["open_count"] == 1
        assert year["other_exit_count"] == 0

    def test_the_open_case_is_the_named_one(self, gate: Open) -> None:
        (item,) = gate("manager").read(partial(open_items, month="2025-12"))
        assert item.subject == plan_of(TODAY).open_subject
        assert item.lead_unit
        assert item.extended

    def test_every_month_foots_and_is_as_planned(self, gate: Open) -> None:
        wanted = expected(plan_of(TODAY))["months"]
        assert len(wanted) == 23
        opening = 0
        for month, figures in wanted.items():
            told = gate("manager").read(partial(monthly, month=month))
            assert check_balance(told) == [], month
            assert told.current["opening_count"] == opening
            opening = told.current["open_count"]
            for name in (
                "received_count",
                "accepted_count",
                "handled_count",
                "other_exit_count",
                "open_count",
                "care_talk_person_times",
                "cleared_case_count",
                "consultation_person_times",
                "redirected_count",
                "merged_count",
                "withdrawn_before_count",
            ):
                assert told.current[name] == figures[name], (month, name)

    def test_the_chain_verifies(self, gate: Open) -> None:
        found = gate("auditor").read(lambda r: trail.verify(r.session))
        assert found.broken_at is None
        assert found.entries > 60_000

    def test_at_least_two_stand_in_every_state(self, gate: Open) -> None:
        manager = gate("manager")
        appeals = manager.read(lambda r: Counter(r.session.scalars(select(Appeal.pill)).all()))
        clearings = manager.read(
            lambda r: Counter(pill_of(c) for c in r.session.scalars(select(Clarification)))
        )
        talks = manager.read(lambda r: Counter(r.session.scalars(select(CareTalk.state)).all()))
        for found, states in (
            (appeals, APPEAL_STATES),
            (clearings, CLEARING_STATES | {"kept_private"}),
            (talks, TALK_STATES),
        ):
            assert set(found) == states
            assert not [state for state in states if found[state] < 2]

    def test_every_book_stands_in_every_state(self, gate: Open) -> None:
        def states(read: Read) -> set[tuple[str, str]]:
            return {
                (name, state)
                for name, shelf in SHELVES.items()
                for state in read.session.scalars(select(shelf.table.state).distinct())
            }

        wanted = {
            (name, state)
            for name, shelf in SHELVES.items()
            for state in shelf.book.track.states()
            if shelf.book.track.moves
        }
        assert wanted - gate("manager").read(states) - NOT_IN_THE_DEMO == set()

    def test_every_kind_of_row_is_there(self, gate: Open) -> None:
        def rows(read: Read) -> dict[str, set[object]]:
            run = read.session.scalars
            return {
                "role": set(run(select(HandOver.role))),
                "hand_over": set(run(select(HandOver.state))),
                "extension": set(run(select(Extension.state))),
                "review": set(run(select(Review.level))),
                "approval": set(run(select(Approval.state))),
                "paper": set(run(select(Document.state))),
                "matter": set(run(select(Appeal.matter_type))),
                "procedure": set(run(select(Appeal.procedure))),
                "spot": set(run(select(Appeal.on_the_spot))),
                "backfilled": set(run(select(Appeal.is_backfilled))),
                "level": set(run(select(CareTalk.level))),
            }

        found = gate("manager").read(rows)
        assert found["role"] == {"lead", "co", "partial"}
        assert found["hand_over"] >= {
            *("sent", "signed", "objected", "disputed", "answered", "waived", "ended"),
        }
        assert found["extension"] >= {"pending", "agreed"}
        assert found["review"] == {"review", "recheck"}
        assert found["approval"] >= {"pending", "recorded", "agreed", "returned"}
        assert found["paper"] >= {"draft", "issued"}
        assert found["matter"] == {"appeal_request", "suggestion"}
        assert found["procedure"] >= {"petition", "internal", "suggestion", "special"}
        assert found["spot"] == found["backfilled"] == {True, False}
        assert found["level"] == {"talker_and_recorder", "with_manager"}

    def test_work_waits_for_everybody(self, gate: Open) -> None:
        for login in ("organization", "hr", "petition", "discipline"):
            for box in ("to_sign", "running"):
                assert gate(login).read(partial(inbox, box=box)), (login, box)
        for login in ("organization", "hr", "petition"):
            assert gate(login).read(due_list), login
            assert gate(login).read(partial(inbox, box="co")), login
        for login in (
            "organization_leader",
            "hr_leader",
            "petition_leader",
            "discipline_head",
            "manager",
        ):
            assert gate(login).read(waiting_approvals), login
        manager, clerk = gate("manager"), gate("clerk")
        decisions, events = manager.read(to_confirm)
        assert decisions
        assert events
        assert len(manager.read(on_the_spot_waiting)) >= 2
        assert len(clerk.read(held_notes)) >= 2
        for reader in (manager, clerk):
            stages = {r.light.stage for r in reader.read(due_list) if r.light is not None}
            assert {Stage.BAD, Stage.TODAY, Stage.WAIT} <= stages
        talks, clearings = clerk.read(talk_work), clerk.read(clarification_work)
        assert talks.to_arrange
        assert talks.to_hold
        assert 5 <= len(talks.suggestions) <= 60
        assert clearings.to_refer
        assert clearings.to_visit
        assert gate("discipline").read(clarification_work).to_assess

    def test_nothing_in_the_hands_of_the_discipline_organ_is_timed(self, gate: Open) -> None:
        assert gate("discipline").read(due_list) == ()

    def test_only_the_system_administrator_holds_no_key(self, center: Path) -> None:
        accounts = KeyFile.open(key_path(center)).accounts
        assert len(accounts) == 13
        assert {a.login for a in accounts.values() if not a.sealed_store_key} == {"sysadmin"}
