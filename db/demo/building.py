"""Builds the demo center: two invented years carried out as ordinary commands (SETTLED §4).

The people of the plan work one after the other under a clock that the simulation moves, so that
the audit chain runs forward; nothing is inserted past the commands.
"""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from pathlib import Path

from sqlalchemy import Engine

from db.codes import seed_calendar
from db.codes.working_days import Calendar
from db.core import trail
from db.core.clock import Clock, FixedClock, SystemClock, civil_date
from db.core.engine import open_engine
from db.core.errors import RefusedError, UnavailableError, ZhengmingError
from db.core.keys import FLOOR_KIB, Cost, KeyFile, Unlocked
from db.core.permissions import Role
from db.demo import (
    appeal_deeds,
    book_deeds,
    care_deeds,
    chore_deeds,
    clarification_deeds,
    file_deeds,
    haste_deeds,
    joint_deeds,
    staff_deeds,
    talk_deeds,
)
from db.demo.acting import Stage, unfolded
from db.demo.appeal_deeds import Deed, withdraw_appeal
from db.demo.books import book_steps
from db.demo.care_deeds import care_steps
from db.demo.chores import chores
from db.demo.clarification_deeds import withdraw_clarification
from db.demo.content import Content, PersonSpec, UnitSpec, load
from db.demo.file_deeds import file_steps
from db.demo.haste_deeds import haste_steps
from db.demo.joint_deeds import joint_steps
from db.demo.script import Plan, Step, build_plan
from db.demo.staff_deeds import staff_steps
from db.office.demo_mark import demo_path, mark_demo
from db.office.opening import NewAccount, NewUnit, create, key_path
from db.people.commands import CreatePerson

Progress = Callable[[str, int, int], None]
"""Told the simulated day, the deeds done and the deeds of all."""

DEMO_PASSWORD = "zhengming-demo"  # noqa: S105 - of a store without a single real record
"""Password of all accounts of a demo built without one; its login page shows it."""
OPENER = "manager"
"""Who holds the key first and seals it to the others."""
CLERK = "clerk"
AT_UNITS = frozenset({Role.OFFICER.value, Role.DEPT_LEADER.value})
"""Roles that belong to a department; the others are the center's own people."""
_PLAIN, _PADDED = "〔{year}〕{sequence}号", "〔{year}〕{sequence:04d}号"
_SERIES = (
    ("appeal", "case", _PADDED),
    ("clarification", "clarification", _PADDED),
    ("clarification_approval", "approval", _PLAIN),
    ("held", "held", _PLAIN),
    ("transfer", "transfer", _PLAIN),
    ("talk", "talk", _PLAIN),
    ("notice", "notice", _PLAIN),
    ("feedback", "feedback", _PLAIN),
    ("letter", "letter", _PLAIN),
)
"""Setting, word of the center's own list, form of the number."""
_NAME = re.compile(r"demo-\d{4}-\d{2}-\d{2}\.zm(?P<rest>.*)")
_BUILDING = ".building"


def build_demo(
    path: Path,
    *,
    clock: Clock | None = None,
    today: date | None = None,
    password: str | None = None,
    progress: Progress | None = None,
    days: int | None = None,
    cost: Cost | None = None,
    floor_kib: int = FLOOR_KIB,
) -> Path:
    """Build the demo center as it stands on the morning of a day, and return its path.

    Args:
        path: The store; it and its companions must not exist.
        clock: Tells today; the simulation has a clock of its own.
        today: The day; of the clock if None.
        password: Of every account; the built-in one if None, which the login page then shows.
        progress: Told how far it is.
        days: Only so many civil days from 1 January of the last complete year, for tests.
        cost: Argon2id cost of the accounts.
        floor_kib: Least memory of Argon2id that the store's accounts may have.

    Raises:
        RefusedError: `store_exists`, `password_too_short`.
        UnavailableError: `trail_broken` if the chain does not verify in the end.
    """
    if path.exists() or key_path(path).exists():
        raise RefusedError("store_exists", path=path.name)
    content = load()
    day = today or civil_date((clock or SystemClock()).now())
    calendar = Calendar.from_rows(seed_calendar.seed_rows(day.year - 1, day.year + 1))
    plan = build_plan(day, calendar.is_working, content=content)
    beside = (
        *chores(plan, content),
        *book_steps(plan, calendar.is_working),
        *joint_steps(plan),
        *staff_steps(plan),
        *care_steps(plan),
        *file_steps(plan),
        *haste_steps(plan),
    )
    steps = tuple(sorted((*unfolded(plan), *beside), key=lambda step: step.at))
    if days is not None:
        end = date(plan.year, 1, 1) + timedelta(days=days)
        steps = tuple(step for step in steps if step.at.date() < end)
    with _undone_unless_whole(path):
        holder = _create(path, plan, content, password, cost, floor_kib)
        # Argon2id leaves the interpreter free: the passwords are set beside the simulation.
        with ThreadPoolExecutor(1) as other:
            keys = other.submit(_set_passwords, path, holder, password or DEMO_PASSWORD)
            _perform(path, holder, plan, steps, content, progress)
            keys.result()
        if password is None:
            mark_demo(path, DEMO_PASSWORD)
    return path


def ensure_demo(
    folder: Path, *, clock: Clock | None = None, progress: Progress | None = None
) -> Path:
    """Return the demo center of today in a folder; built once a day, older ones are removed."""
    day = civil_date((clock or SystemClock()).now())
    path = folder / f"demo-{day.isoformat()}.zm"
    if not (path.exists() and key_path(path).exists() and demo_path(path).exists()):
        folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(path.name + _BUILDING)
        # What an interrupted building left, here or under the final name.
        _remove(folder, lambda name: name.startswith(path.name))
        build_demo(fresh, clock=clock, today=day, progress=progress)
        # The store itself comes last: until then the companions belong to nothing.
        for companion in (key_path, demo_path):
            companion(fresh).replace(companion(path))
        fresh.replace(path)
    _remove(folder, lambda name: _NAME.fullmatch(name) and not name.startswith(path.name))
    return path


def _remove(folder: Path, is_old: Callable[[str], object]) -> None:
    for found in folder.iterdir():
        if is_old(found.name):
            # One that another window still has open stays, where the system says so.
            with suppress(PermissionError):
                shutil.rmtree(found) if found.is_dir() else found.unlink()


@contextmanager
def _undone_unless_whole(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for name in ("", ".keys", ".keys.new", ".demo", "-wal", "-shm", "-journal"):
            path.with_name(path.name + name).unlink(missing_ok=True)
        raise


# ------------------------------------------------------------------------------------ the house


def _create(
    path: Path,
    plan: Plan,
    content: Content,
    password: str | None,
    cost: Cost | None,
    floor_kib: int,
) -> Unlocked:
    """Make the empty store; only its opener has a password yet."""
    chosen = password or DEMO_PASSWORD
    create(
        path,
        clock=FixedClock(_opening(plan)),
        office=content.center["name"],
        accounts=[
            NewAccount(
                a.login,
                a.name,
                a.role,
                a.post,
                a.unit if a.role in AT_UNITS else None,
                chosen if a.login == OPENER else None,
                a.duties,
                a.sex,
            )
            for a in content.accounts
        ],
        units=list(_units(content)),
        settings=_settings(content, shown=password is None),
        cost=cost,
        floor_kib=floor_kib,
        recovery=False,
        durable=False,
    )
    return KeyFile.open(key_path(path)).unlock(OPENER, chosen, at=SystemClock().now())


def _opening(plan: Plan) -> datetime:
    """Return the moment before the first deed, at which the desk opens."""
    return plan.steps[0].at.replace(hour=8, minute=0, second=0).astimezone(UTC)


def _units(content: Content) -> Iterator[NewUnit]:
    center = content.center
    for unit in content.units:
        yield _new_unit(unit, center)
    for unit in content.units:
        if unit.member_department is None:
            continue
        for place, section in enumerate(unit.sections, start=1):
            yield NewUnit(
                key=f"{unit.key}_{place}",
                full_name=f"{unit.full_name}{section}",
                short_name=section,
                kind="section",
                order_number=unit.order_number,
                parent=unit.key,
                counts_time=unit.counts_time,
            )


def _new_unit(unit: UnitSpec, center: Mapping[str, str]) -> NewUnit:
    return NewUnit(
        key=unit.key,
        full_name=unit.full_name,
        short_name=unit.short_name,
        kind=unit.kind,
        order_number=unit.order_number,
        member_department=unit.member_department,
        parent=unit.parent,
        party_body=unit.party_body,
        party_address=unit.party_address,
        # 0190 0000: a range that is plainly nobody's.
        phone=f"0190 0000 {unit.order_number:04d}",
        address=center["reception"] if unit.member_department else "",
        counts_time=unit.counts_time,
        is_vertical=unit.is_vertical,
    )


def _settings(content: Content, *, shown: bool) -> dict[str, object]:
    center = content.center
    clerk = content.account(CLERK)
    return {
        "demo": True,
        "is_demo": True,
        "demo_password_shown": shown,
        "issuing_name": center["signed_as"],
        "area": center["county"],
        "office_address": center["reception"],
        "office_phone": center["phone"],
        "office_hours": center["office_hours"],
        "office_contact": clerk.name,
        "review_body": content.texts["words"]["review_organ"],
        **{
            f"{name}_number_form": center[f"{series}_series"] + digits
            for name, series, digits in _SERIES
        },
    }


def _set_passwords(path: Path, holder: Unlocked, password: str) -> None:
    """Let everybody set his password and seal the store key to those who may hold it."""
    key_file = KeyFile.open(key_path(path))
    for login, account in key_file.accounts.items():
        if login == holder.login:
            continue
        key_file.set_password(login, password)
        if account.role != Role.SYSTEM_ADMIN:
            key_file.seal_to(login, holder)


# ------------------------------------------------------------------------------------ the years


def _withdraw(stage: Stage, step: Step) -> None:
    (withdraw_appeal if step.case.startswith("A") else withdraw_clarification)(stage, step)


DEEDS: Mapping[str, Deed] = {
    **appeal_deeds.DEEDS,
    **clarification_deeds.DEEDS,
    **talk_deeds.DEEDS,
    **chore_deeds.DEEDS,
    **book_deeds.DEEDS,
    **joint_deeds.DEEDS,
    **staff_deeds.DEEDS,
    **care_deeds.DEEDS,
    **file_deeds.DEEDS,
    **haste_deeds.DEEDS,
    "withdraw": _withdraw,
}
"""Every deed of the plan."""


def _perform(
    path: Path,
    holder: Unlocked,
    plan: Plan,
    steps: Sequence[Step],
    content: Content,
    progress: Progress | None,
) -> None:
    if holder.store_key is None:
        raise UnavailableError("wrong_key", path=path.name)
    engine = open_engine(path, holder.store_key, durable=False)
    try:
        _play(engine, plan, steps, content, progress)
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA optimize")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()


def _play(
    engine: Engine,
    plan: Plan,
    steps: Sequence[Step],
    content: Content,
    progress: Progress | None,
) -> None:
    stage = Stage.open(engine, content.accounts, FixedClock(_opening(plan)))
    with stage.session as session:
        stage.clock.advance(minutes=10)
        _enter_people(stage, plan.people)
        session.commit()
        done = 0
        for day, deeds in groupby(steps, key=lambda step: step.at.date()):
            for step in deeds:
                perform(stage, step)
                done += 1
            session.commit()
            if progress is not None:
                progress(day.isoformat(), done, len(steps))
        verified = trail.verify(session)
    if verified.broken_at is not None:
        raise UnavailableError("trail_broken", entry=verified.broken_at)


def perform(stage: Stage, step: Step) -> None:
    """Carry out one deed of the plan at its time.

    Raises:
        ZhengmingError: A command refused it: the plan and the rules do not agree. The note of the
            error names the deed.
    """
    stage.clock.set(step.at)
    try:
        DEEDS[step.act](stage, step)
    except ZhengmingError as fault:
        fault.add_note(f"{step.case} {step.act} by {step.actor} at {step.at}")
        raise


def _enter_people(stage: Stage, people: Sequence[PersonSpec]) -> None:
    known: set[tuple[str, str, str]] = set()
    for person in people:
        same = (person.name, person.birth_month, person.unit)
        command = CreatePerson(
            name=person.name,
            sex=person.sex,
            birth_month=person.birth_month,
            political_status=person.political_status,
            person_category=person.person_category,
            administration=person.administration,
            unit_id=stage.unit(person.unit),
            post=person.post,
            rank=person.rank,
            phone="" if person.contact_preference == "no_phone" else person.phone,
            contact_preference=person.contact_preference,
            is_namesake=same in known,
        )
        stage.people[person.key] = stage.write(CLERK, command)
        known.add(same)
