"""Makes a new store and opens one: key file, engine, actor, gate."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

import db.schema
from db.codes import code_lists, seed_calendar
from db.codes.tables import CalendarDayRow, CalendarYearRow
from db.core import keys, trail, upgrade
from db.core.clock import Clock, civil_date
from db.core.engine import open_engine, unavailable
from db.core.errors import NotAllowedError, RefusedError, UnavailableError
from db.core.gate import Gate
from db.core.keys import Cost, KeyFile, Unlocked
from db.core.permissions import Actor, Permission, Role, Scope, held, lent
from db.core.tables import Setting
from db.office.inspecting import inspector_grants, reading_scope
from db.office.recusing import refuse_while_asked
from db.office.stock import new_code, shipped_grants, stock_marks, top_up
from db.office.substituting import standing
from db.office.tables import Account, Grant, Unit
from db.scope import visible

assert db.schema is not None

ADMINS = (
    ("sysadmin", Role.SYSTEM_ADMIN),
    ("secadmin", Role.SECURITY_ADMIN),
    ("auditor", Role.AUDIT_ADMIN),
)
"""The three administrators that `new` creates beside `manager` (SETTLED §1)."""


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit that a new store starts with; `parent` is the key of its parent."""

    key: str
    full_name: str
    short_name: str
    kind: str = "other"
    order_number: int = 0
    member_department: str | None = None
    parent: str | None = None
    party_body: str = ""
    party_address: str = ""
    phone: str = ""
    address: str = ""
    counts_time: bool = True
    is_vertical: bool = False


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account that a new store starts with."""

    login: str
    name: str
    role: str
    post: str = ""
    unit: str | None = None
    password: str | None = None
    duties: str = ""
    sex: str = ""


@dataclass(frozen=True, slots=True)
class NewStore:
    """What `create` made.

    Attributes:
        path: The store.
        first_half: First half-sheet of the recovery secret, empty for a demo store.
        second_half: The other one.
    """

    path: Path
    first_half: str
    second_half: str


def key_path(path: Path) -> Path:
    """Return the key file of a store: `X.zm.keys`."""
    return path.with_name(path.name + ".keys")


def recovery_paths(path: Path) -> tuple[Path, Path]:
    """Return where the two half-sheets are written: `X.zm.recovery-1.txt` and `-2.txt`."""
    return (
        path.with_name(path.name + ".recovery-1.txt"),
        path.with_name(path.name + ".recovery-2.txt"),
    )


DEPARTMENTS = (
    NewUnit("organization", "中共县委组织部", "组织部", "party", 10, "organization"),
    NewUnit(
        "discipline",
        "中共县纪律检查委员会、县监察委员会",
        "纪委监委",
        "party",
        20,
        "discipline",
        counts_time=False,
    ),
    NewUnit("hr", "县人力资源和社会保障局", "人社局", "government", 30, "hr"),
    NewUnit("petition", "县信访局", "信访局", "party", 40, "petition"),
)


def create(
    path: Path,
    *,
    clock: Clock,
    office: str,
    accounts: Iterable[NewAccount],
    units: Iterable[NewUnit] = DEPARTMENTS,
    settings: dict[str, object] | None = None,
    cost: Cost | None = None,
    floor_kib: int = keys.FLOOR_KIB,
    recovery: bool = True,
    durable: bool = True,
) -> NewStore:
    """Make an empty store with its lists, calendar, rights, units and accounts.

    Args:
        path: The file `X.zm`; it and its companions must not exist.
        clock: Tells the time of the first entries.
        office: Name of the center, printed on papers.
        accounts: First accounts; those without a password set one at their first log-in.
        units: First units.
        settings: Further settings.
        cost: Argon2id cost of the accounts.
        floor_kib: Least memory of Argon2id that this store's accounts may have.
        recovery: Whether to make the two half-sheets.
        durable: False only for a store that is thrown away when its building fails.

    Raises:
        RefusedError: `store_exists`, `password_too_short`.
    """
    if path.exists():
        raise RefusedError("store_exists", path=path.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    key_file, store_key = KeyFile.create(key_path(path), floor_kib=floor_kib)
    engine = open_engine(path, store_key, durable=durable)
    path.chmod(0o600) if path.exists() else None
    unit_list, account_list = list(units), list(accounts)
    short = {u.key: u.short_name for u in unit_list}
    try:
        upgrade.build(engine)
        with Session(engine) as session:
            _seed(session, key_file, office, settings or {})
            unit_ids = _seed_units(session, unit_list)
            for made in account_list:
                session.add(
                    Account(
                        login=made.login,
                        name=made.name,
                        role=made.role,
                        post=made.post,
                        unit_id=unit_ids[made.unit] if made.unit else None,
                        duties=made.duties,
                        sex=made.sex,
                    )
                )
            session.flush()
            chain = trail.Chain(session)
            chain.append(
                at=clock.now(),
                actor_id=None,
                actor_name="",
                act="create_store",
                kind="store",
                changes={"store_id": [None, key_file.store_id]},
            )
            session.commit()
    finally:
        engine.dispose()
    path.chmod(0o600)
    for made in account_list:
        holds_key = made.password is not None and made.role != Role.SYSTEM_ADMIN
        key_file.add_account(
            login=made.login,
            name=made.name,
            role=made.role,
            unit=short.get(made.unit or "", ""),
            password=made.password,
            store_key=store_key if holds_key else None,
            cost=cost,
        )
    if not recovery:
        return NewStore(path, "", "")
    first, second = key_file.make_recovery(store_key)
    return NewStore(path, first, second)


def _seed(session: Session, key_file: KeyFile, office: str, settings: dict[str, object]) -> None:
    values: dict[str, object] = {
        "store_id": key_file.store_id,
        "office_name": office,
        **stock_marks(),
        **settings,
    }
    session.add_all(Setting(name=name, value=value) for name, value in values.items())
    for name in code_lists.list_names():
        session.add_all(new_code(code) for code in code_lists.codes(name) if code.enabled)
    years: dict[int, bool] = {}
    for day in seed_calendar.seed_rows():
        session.add(CalendarDayRow(day=day.day, is_working=day.is_working, name=day.name))
        years[day.day.year] = years.get(day.day.year, False) or day.year_has_notice
    session.add_all(
        CalendarYearRow(year=year, has_notice=noticed, source="chinesecalendar" if noticed else "")
        for year, noticed in sorted(years.items())
    )
    for role, scopes in shipped_grants().items():
        for permission, scope in scopes.items():
            session.add(Grant(role=role, permission=permission.value, scope=scope.value))
    session.flush()


def _seed_units(session: Session, units: list[NewUnit]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for unit in units:
        row = Unit(
            key=unit.key,
            parent_id=ids[unit.parent] if unit.parent else None,
            full_name=unit.full_name,
            short_name=unit.short_name,
            kind=unit.kind,
            order_number=unit.order_number,
            member_department=unit.member_department,
            party_body=unit.party_body,
            party_address=unit.party_address,
            phone=unit.phone,
            address=unit.address,
            counts_time=unit.counts_time,
            is_vertical=unit.is_vertical,
        )
        session.add(row)
        session.flush()
        ids[unit.key] = row.id
    return ids


def load_actor(session: Session, login: str, *, on: date | None = None) -> Actor:
    """Return the account as the policy sees it.

    Args:
        session: An open store.
        login: Log-in name.
        on: The day; an account whose last day is over is closed. None does not ask.

    Raises:
        NotAllowedError: `account_closed` for an unknown or closed account.
    """
    row = session.scalar(select(Account).where(Account.login == login))
    if row is None or not _works(row, on):
        raise NotAllowedError("account_closed")
    return _actor(session, row, on)


def _works(row: Account, on: date | None) -> bool:
    return row.is_active and (on is None or row.ends_on is None or on <= row.ends_on)


def _actor(session: Session, row: Account, on: date | None) -> Actor:
    grants = {
        Permission(g.permission): Scope(g.scope)
        for g in session.scalars(select(Grant).where(Grant.role == row.role))
    }
    unit = session.get(Unit, row.unit_id) if row.unit_id else None
    department = unit.member_department if unit else None
    role = Role(row.role)
    rights = held(grants, department=department, duties=row.duties.split())
    reading = None
    if role is Role.INSPECTOR:
        reading = None if on is None else reading_scope(session, row.id, on)
        rights = inspector_grants(reading)
    return Actor(
        account_id=row.id,
        login=row.login,
        name=row.name,
        role=role,
        unit_id=row.unit_id,
        member_department=department,
        grants=rights,
        reading=reading,
    )


def _who(login: str, session: Session, now: datetime, stands_for: int | None) -> Actor:
    """Return who acts now: the account, or the account in the place of an absent person.

    Raises:
        NotAllowedError: `account_closed`, `not_substitute`.
    """
    on = civil_date(now)
    own = load_actor(session, login, on=on)
    if stands_for is None:
        return own
    arranged = standing(session, own.account_id, stands_for, on)
    absent = session.get(Account, stands_for)
    if not arranged or absent is None or not _works(absent, on):
        raise NotAllowedError("not_substitute")
    place = _actor(session, absent, on)
    return replace(
        place,
        account_id=own.account_id,
        login=own.login,
        name=own.name,
        grants=lent(
            place.grants,
            handles=any(row.handles for row in arranged),
            decides=any(row.decides for row in arranged),
        ),
        stands_for=absent.id,
        stands_for_name=absent.name,
    )


def open_store(path: Path, unlocked: Unlocked, *, clock: Clock, durable: bool = True) -> Gate:
    """Open a store for somebody whose password fitted.

    Raises:
        NotAllowedError: `no_store_key` for the system administrator or an account not yet sealed.
        RefusedError: `store_newer`, `network_share`.
        UnavailableError: `store_missing`, `wrong_key`, `migration_failed`.
    """
    if unlocked.store_key is None:
        raise NotAllowedError("no_store_key")
    if not path.exists():
        raise UnavailableError("store_missing", path=path.name)
    try:
        upgrade.migrate(path, unlocked.store_key)
        writer = open_engine(path, unlocked.store_key, durable=durable)
        top_up(writer)
        reader = open_engine(path, unlocked.store_key, read_only=True)
        with Session(reader) as session:
            actor = load_actor(session, unlocked.login, on=civil_date(clock.now()))
    except DatabaseError as fault:
        raise unavailable(fault) or UnavailableError("store_unreadable") from fault
    return Gate(
        writer,
        reader,
        actor=actor,
        clock=clock,
        visible=visible,
        barrier=refuse_while_asked,
        who=partial(_who, unlocked.login),
    )


def log_in(path: Path, login: str, password: str, *, clock: Clock) -> Gate:
    """Unlock and open in one step, for commands without a window.

    Raises:
        NotAllowedError: `wrong_password`, `account_closed`, `no_store_key`.
    """
    key_file = KeyFile.open(key_path(path))
    return open_store(path, key_file.unlock(login, password, at=clock.now()), clock=clock)
