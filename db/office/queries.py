"""Questions about accounts, rights, units and settings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from db.core.permissions import Permission, Role, Scope
from db.core.tables import Setting
from db.core.tx import Read
from db.office.tables import Account, Grant, Unit, UnitName


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account of the store.

    Attributes:
        id: Row.
        version: For a change.
        login: Log-in name.
        name: Real name.
        post: Post.
        role: Account role.
        unit_id: Department.
        unit: Its short name.
        is_active: Whether he may log in.
        ends_on: Last day, for a secondment.
        duties: Names of `Duty`; told only to whoever gives them.
        sex: Value of the list `sex`, empty if not entered.
    """

    id: int
    version: int
    login: str
    name: str
    post: str
    role: Role
    unit_id: int | None
    unit: str
    is_active: bool
    ends_on: date | None
    duties: tuple[str, ...] = ()
    sex: str = ""


@dataclass(frozen=True, slots=True)
class GrantRow:
    """A right of a role and how far it reaches."""

    role: Role
    permission: Permission
    scope: Scope


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit of the tree; `depth` counts from 0, `former` are earlier names, newest first."""

    id: int
    version: int
    key: str
    parent_id: int | None
    full_name: str
    short_name: str
    kind: str
    order_number: int
    member_department: str | None
    party_body: str
    party_address: str
    phone: str
    address: str
    office_hours: str
    counts_time: bool
    is_vertical: bool
    valid_from: date | None
    valid_to: date | None
    depth: int
    former: tuple[str, ...]

    def is_open(self, on: date) -> bool:
        """Return whether the unit exists on a day."""
        return self.valid_to is None or on <= self.valid_to


def accounts(read: Read) -> tuple[AccountRow, ...]:
    """Return every account, those of the center first, then by unit and role."""
    read.require(Permission.ACCOUNT_SEAL)
    return _accounts(read)


def colleagues(read: Read) -> tuple[AccountRow, ...]:
    """Return the active people who work on cases, to choose a handler or talker from."""
    return tuple(
        row
        for row in _accounts(read)
        if row.is_active and row.role in {Role.CLERK, Role.OFFICER, Role.DEPT_LEADER, Role.MANAGER}
    )


def _accounts(read: Read) -> tuple[AccountRow, ...]:
    gives = read.actor.may(Permission.GRANT_WRITE)
    rows = read.session.execute(
        select(
            Account.id,
            Account.version,
            Account.login,
            Account.name,
            Account.post,
            Account.role,
            Account.unit_id,
            Unit.short_name,
            Account.is_active,
            Account.ends_on,
            Account.duties,
            Account.sex,
        )
        .outerjoin(Unit, Unit.id == Account.unit_id)
        .order_by(Unit.order_number.is_not(None), Unit.order_number, Account.id)
    )
    return tuple(
        AccountRow(
            id=row.id,
            version=row.version,
            login=row.login,
            name=row.name,
            post=row.post,
            role=Role(row.role),
            unit_id=row.unit_id,
            unit=row.short_name or "",
            is_active=row.is_active,
            ends_on=row.ends_on,
            duties=tuple(row.duties.split()) if gives else (),
            sex=row.sex,
        )
        for row in rows
    )


def grants(read: Read) -> tuple[GrantRow, ...]:
    """Return every right of every role, in the order of roles and rights.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    if not read.actor.may(Permission.GRANT_CONFIRM):
        read.require(Permission.GRANT_WRITE)
    order = list(Permission)
    roles = list(Role)
    found = [
        GrantRow(Role(row.role), Permission(row.permission), Scope(row.scope))
        for row in read.session.scalars(select(Grant))
    ]
    return tuple(sorted(found, key=lambda g: (roles.index(g.role), order.index(g.permission))))


def units(read: Read) -> tuple[UnitRow, ...]:
    """Return the whole tree of units, each below its parent, in the office's own order."""
    former: dict[int, list[str]] = {}
    for name in read.session.scalars(select(UnitName).order_by(UnitName.id.desc())):
        former.setdefault(name.unit_id, []).append(name.name)
    children: dict[int | None, list[Unit]] = {}
    for unit in read.session.scalars(select(Unit).order_by(Unit.order_number, Unit.id)):
        children.setdefault(unit.parent_id, []).append(unit)
    return tuple(_below(children, former, None, 0))


def _below(
    children: dict[int | None, list[Unit]],
    former: dict[int, list[str]],
    parent: int | None,
    depth: int,
) -> Iterable[UnitRow]:
    for unit in children.get(parent, ()):
        yield UnitRow(
            id=unit.id,
            version=unit.version,
            key=unit.key,
            parent_id=unit.parent_id,
            full_name=unit.full_name,
            short_name=unit.short_name,
            kind=unit.kind,
            order_number=unit.order_number,
            member_department=unit.member_department,
            party_body=unit.party_body,
            party_address=unit.party_address,
            phone=unit.phone,
            address=unit.address,
            office_hours=unit.office_hours,
            counts_time=unit.counts_time,
            is_vertical=unit.is_vertical,
            valid_from=unit.valid_from,
            valid_to=unit.valid_to,
            depth=depth,
            former=tuple(former.get(unit.id, ())),
        )
        yield from _below(children, former, unit.id, depth + 1)


def settings(read: Read) -> dict[str, Any]:
    """Return every setting of the office by name."""
    return {
        row.name: row.value for row in read.session.scalars(select(Setting).order_by(Setting.name))
    }


def office_name(read: Read) -> str:
    """Return the name of the center, as papers print it."""
    return str(read.setting("office_name", ""))
