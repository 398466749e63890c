"""Changes of rights: proposed by the security administrator, confirmed by the manager.

DOMAIN §10.3; PRODUCT N 99. A change holds at the next question of everybody in the role.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.appeals.intake import check_texts
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import Permission, Role, Scope
from db.core.tx import Read, Tx
from db.office.grant_rules import forbidden, is_locked
from db.office.staff_tables import GrantChange
from db.office.tables import Grant
from db.office.workflow import GRANT_CHANGE

TRACK = GRANT_CHANGE.name
ALL_RIGHTS = frozenset(Permission)


@dataclass(frozen=True, slots=True)
class GrantChangeRow:
    """A change of rights as the list shows it.

    Attributes:
        old_scope: How far the right reached, None without it.
        new_scope: How far it shall reach, None to take it away.
        may_decide: The actor confirms or refuses it.
        may_take_back: The actor proposed it.
    """

    id: int
    version: int
    role: Role
    permission: Permission
    old_scope: Scope | None
    new_scope: Scope | None
    reason: str
    state: str
    proposed_on: date
    proposed_by: str
    decided_on: date | None
    decided_by: str
    opinion: str
    may_decide: bool
    may_take_back: bool


@dataclass(frozen=True, slots=True)
class ProposeGrant:
    """调整权限: give a role a right, change how far it reaches, or take it away.

    Attributes:
        role: Account role.
        right: The right.
        scope: How far, None to take it away.
        reason: Why.
    """

    permission: ClassVar[Permission] = Permission.GRANT_WRITE

    role: Role
    right: Permission
    scope: Scope | None
    reason: str

    def __call__(self, tx: Tx) -> int:
        """Propose it.

        Raises:
            RefusedError: `missing_reason`, `grant_unchanged`, `grant_locked`, `decision_pending`,
                and the forbidden combinations (`grant_admin`, `grant_inspector`,
                `grant_other_role`, `grant_self_approval`, `grant_too_wide`, `grant_no_unit`).
        """
        reason = self.reason.strip()
        check_texts(reason)
        move = check(
            GRANT_CHANGE,
            None,
            "propose",
            grants=ALL_RIGHTS,
            evidence=[Evidence.REASON] if reason else [],
        )
        old = _check(tx, self.role, self.right, self.scope)
        waiting = tx.session.scalar(
            select(GrantChange.id).where(
                GrantChange.role == self.role.value,
                GrantChange.right == self.right.value,
                GrantChange.state == "proposed",
            )
        )
        if waiting is not None:
            raise RefusedError("decision_pending")
        row = tx.add(
            GrantChange(
                role=self.role.value,
                right=self.right.value,
                old_scope=old.value if old else "",
                new_scope=self.scope.value if self.scope else "",
                reason=reason[:300],
                state=move.target,
                proposed_on=tx.today,
                proposed_by_id=tx.actor.account_id,
                proposed_by_name=tx.actor.name,
            )
        )
        tx.changed.add(TRACK)
        return row.id


@dataclass(frozen=True, slots=True)
class DecideGrant:
    """确认权限调整 by somebody else than the proposer; the combinations are checked again."""

    permission: ClassVar[Permission] = Permission.GRANT_CONFIRM

    change_id: int
    agreed: bool
    opinion: str = ""
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Confirm it, and change the right in the same transaction; or refuse it.

        Raises:
            RefusedError: `self_approval`, `illegal_move`, `missing_opinion` when refused, the
                forbidden combinations.
        """
        row = tx.load(GrantChange, self.change_id, seen=self.seen)
        if row.proposed_by_id in tx.actor.people:
            raise RefusedError("self_approval")
        opinion = self.opinion.strip()
        check_texts(opinion)
        if not self.agreed and not opinion:
            raise RefusedError("missing_opinion", field="opinion")
        move = check(
            GRANT_CHANGE,
            row.state,
            "agree" if self.agreed else "refuse",
            grants=ALL_RIGHTS,
            evidence=[Evidence.APPROVAL_BY_OTHER],
        )
        row.state, row.opinion = move.target, opinion[:300]
        row.decided_on, row.decided_by_id = tx.today, tx.actor.account_id
        row.decided_by_name = tx.actor.shown_name
        if self.agreed:
            _apply(tx, row)
        tx.changed.add(TRACK)
        tx.session.flush()
        return row.id


@dataclass(frozen=True, slots=True)
class TakeBackGrant:
    """撤回权限调整 while it waits."""

    permission: ClassVar[Permission] = Permission.GRANT_WRITE

    change_id: int
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Take it back.

        Raises:
            RefusedError: `illegal_move`.
            NotAllowedError: `not_permitted` for another's proposal.
        """
        row = tx.load(GrantChange, self.change_id, seen=self.seen)
        if row.proposed_by_id != tx.actor.account_id:
            raise NotAllowedError("not_permitted")
        row.state = check(GRANT_CHANGE, row.state, "take_back", grants=ALL_RIGHTS).target
        tx.changed.add(TRACK)
        return row.id


def grant_changes(read: Read) -> tuple[GrantChangeRow, ...]:
    """Return the changes of rights, the waiting ones first."""
    confirms = read.actor.may(Permission.GRANT_CONFIRM)
    if not confirms and not read.actor.may(Permission.GRANT_WRITE):
        return ()
    rows = read.session.scalars(
        select(GrantChange)
        .order_by(GrantChange.state != "proposed", GrantChange.id.desc())
        .limit(300)
    )
    return tuple(
        GrantChangeRow(
            id=row.id,
            version=row.version,
            role=Role(row.role),
            permission=Permission(row.right),
            old_scope=Scope(row.old_scope) if row.old_scope else None,
            new_scope=Scope(row.new_scope) if row.new_scope else None,
            reason=row.reason,
            state=row.state,
            proposed_on=row.proposed_on,
            proposed_by=row.proposed_by_name,
            decided_on=row.decided_on,
            decided_by=row.decided_by_name,
            opinion=row.opinion,
            may_decide=confirms
            and row.state == "proposed"
            and row.proposed_by_id not in read.actor.people,
            may_take_back=row.state == "proposed" and row.proposed_by_id == read.actor.account_id,
        )
        for row in rows
    )


def _standing(tx: Tx, role: Role) -> dict[Permission, Grant]:
    rows = tx.session.scalars(select(Grant).where(Grant.role == role.value))
    return {Permission(row.permission): row for row in rows}


def _check(tx: Tx, role: Role, right: Permission, scope: Scope | None) -> Scope | None:
    """Return how far the right reaches now; refuse what may never be."""
    held = _standing(tx, role)
    old = Scope(held[right].scope) if right in held else None
    if old == scope:
        raise RefusedError("grant_unchanged", field="scope")
    if is_locked(role, right):
        raise RefusedError("grant_locked", field="scope")
    if scope is not None:
        code = forbidden(role, right, scope, frozenset(held) - {right})
        if code:
            raise RefusedError(code, field="scope")
    return old


def _apply(tx: Tx, row: GrantChange) -> None:
    role, right = Role(row.role), Permission(row.right)
    scope = Scope(row.new_scope) if row.new_scope else None
    _check(tx, role, right, scope)
    standing = _standing(tx, role).get(right)
    if scope is None:
        tx.session.delete(standing)
    elif standing is None:
        tx.add(Grant(role=role.value, permission=right.value, scope=scope.value))
    else:
        standing.scope = scope.value
