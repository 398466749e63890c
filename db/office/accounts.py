"""Accounts inside the store: made when a key holder seals the store key to them (SETTLED §1).

The key file says who may unlock; the rows here say what he may do. The system administrator works
on the key file alone, and the next key holder anchors its signed log into the audit chain.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from db.codes.queries import require_code
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Duty, Permission, Role
from db.core.tx import Tx
from db.office.grant_rules import forbidden_together
from db.office.tables import Account, Unit
from db.people.matching import normalise_name

UNIT_ROLES = frozenset({Role.OFFICER, Role.DEPT_LEADER})
"""Roles that belong to one department."""

ANCHOR = "key_log_anchor"

DUTY_DEPARTMENT = "organization"
"""干部监督 is a section of the organization department."""


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """Give a person of the key file his place in the store, anew or again.

    Attributes:
        login: Log-in name, as in the key file.
        name: Real name.
        role: Account role.
        post: His post.
        unit_id: Department; needed by officers and department leaders.
        ends_on: Last day, for a secondment.
    """

    permission: ClassVar[Permission] = Permission.ACCOUNT_SEAL

    login: str
    name: str
    role: str
    post: str = ""
    unit_id: int | None = None
    ends_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the account and return its id.

        Raises:
            RefusedError: `missing_name`, `missing_unit`, `unknown_value`, `posts_not_together` for
                system and audit, or security and audit, in one hand.
        """
        role = _role(self.role)
        _check(tx, self.name, role, self.unit_id)
        _refuse_pair(tx, self.login, self.name, role)
        row = tx.session.scalar(select(Account).where(Account.login == self.login))
        if row is None:
            row = tx.add(
                Account(
                    login=self.login,
                    name=self.name.strip(),
                    role=role.value,
                    post=self.post.strip(),
                    unit_id=self.unit_id,
                    ends_on=self.ends_on,
                )
            )
            return row.id
        row.name, row.role, row.post = self.name.strip(), role.value, self.post.strip()
        row.unit_id, row.ends_on, row.is_active = self.unit_id, self.ends_on, True
        return row.id


@dataclass(frozen=True, slots=True)
class ChangeAccount:
    """Change name, post or department of an account; its role is for ever (open another)."""

    permission: ClassVar[Permission] = Permission.ACCOUNT_SEAL

    account_id: int
    seen: int
    name: str
    post: str
    unit_id: int | None
    ends_on: date | None = None

    def __call__(self, tx: Tx) -> None:
        """Write the changes.

        Raises:
            RefusedError: `missing_name`, `missing_unit`.
        """
        row = tx.load(Account, self.account_id, seen=self.seen)
        _check(tx, self.name, Role(row.role), self.unit_id)
        row.name, row.post = self.name.strip(), self.post.strip()
        row.unit_id, row.ends_on = self.unit_id, self.ends_on


@dataclass(frozen=True, slots=True)
class SetDuties:
    """Charge an account with duties beside its role; it holds them from its next log-in on.

    Given by the security administrator alone, who holds none himself; never by the manager
    (OFFICE §5-41).

    Attributes:
        duties: All of them; those left out are taken away.
        sex: Value of the list `sex`; None leaves it as it is.
    """

    permission: ClassVar[Permission] = Permission.GRANT_WRITE

    account_id: int
    duties: tuple[Duty, ...]
    sex: str | None = None
    seen: int | None = None

    def __call__(self, tx: Tx) -> None:
        """Write them.

        Raises:
            RefusedError: `duty_not_for_department`, `unknown_value`.
        """
        row = tx.load(Account, self.account_id, seen=self.seen)
        unit = tx.session.get(Unit, row.unit_id) if row.unit_id is not None else None
        if self.duties and (unit is None or unit.member_department != DUTY_DEPARTMENT):
            raise RefusedError("duty_not_for_department", field="duties")
        if self.sex:
            require_code(tx, "sex", self.sex, field="sex")
        row.duties = " ".join(duty.value for duty in Duty if duty in self.duties)
        row.sex = row.sex if self.sex is None else self.sex


@dataclass(frozen=True, slots=True)
class CloseAccount:
    """Close an account in the store; what it did stays with its name."""

    permission: ClassVar[Permission] = Permission.ACCOUNT_SEAL

    account_id: int
    seen: int

    def __call__(self, tx: Tx) -> None:
        """Close it.

        Raises:
            RefusedError: `last_manager`.
        """
        row = tx.load(Account, self.account_id, seen=self.seen)
        close(tx, row)


@dataclass(frozen=True, slots=True)
class AnchorKeyLog:
    """Write the head of the key file's signed log into the audit chain, with what it closed.

    Attributes:
        head: Hash of the log's last line.
        lines: Lines of the log.
        intact: Whether every line verified.
        closed: Log-in names that the key file has closed.
    """

    permission: ClassVar[Permission] = Permission.ACCOUNT_SEAL

    head: str
    lines: int
    intact: bool
    closed: tuple[str, ...] = ()

    def __call__(self, tx: Tx) -> bool:
        """Return whether there was anything new."""
        found = {"head": self.head, "lines": self.lines, "intact": self.intact}
        rows = tx.session.scalars(
            select(Account).where(Account.login.in_(self.closed), Account.is_active)
        ).all()
        for row in rows:
            row.is_active = False
        if tx.setting(ANCHOR) == found:
            return bool(rows)
        tx.set_setting(ANCHOR, found)
        return True


def _role(value: str) -> Role:
    try:
        return Role(value)
    except ValueError:
        raise RefusedError(
            "unknown_value", field="role", list="account_role", value=value
        ) from None


def _refuse_pair(tx: Tx, login: str, name: str, role: Role) -> None:
    rows = tx.session.execute(
        select(Account.name, Account.role).where(Account.is_active, Account.login != login)
    )
    wanted = normalise_name(name)
    others = [Role(other) for known, other in rows if normalise_name(known) == wanted]
    clash = forbidden_together(role, others)
    if clash is not None:
        raise RefusedError("posts_not_together", field="role", role=clash.value)


def _check(tx: Tx, name: str, role: Role, unit_id: int | None) -> None:
    if not name.strip():
        raise RefusedError("missing_name", field="name")
    if role in UNIT_ROLES:
        unit = tx.session.get(Unit, unit_id) if unit_id is not None else None
        if unit is None:
            raise RefusedError("missing_unit", field="unit_id")


def close(tx: Tx, row: Account) -> None:
    """Close an account: it asks and writes nothing more from the next question on.

    Raises:
        RefusedError: `last_manager`.
        NotAllowedError: `not_permitted` for one's own.
    """
    if row.id == tx.actor.account_id:
        raise NotAllowedError("not_permitted")
    if row.role == Role.MANAGER:
        others = tx.session.scalar(
            select(func.count())
            .select_from(Account)
            .where(Account.role == Role.MANAGER, Account.is_active, Account.id != row.id)
        )
        if not others:
            raise RefusedError("last_manager")
    row.is_active = False
