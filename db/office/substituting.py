"""代办 (AB岗): who stands in for whom between two days; over by date, without a job.

The substitute takes the absent person's place by his own choice, one place at a time: role, unit
and rights are then that person's, account and name stay his own, so that every line says who did
it for whom, and nobody comes to decide what he or the absent person proposed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from db.codes.queries import require_code
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import check
from db.core.permissions import CASE_ROLES, Permission, Role
from db.core.tx import Read, Tx
from db.office.staff_tables import Substitution
from db.office.tables import Account, Unit
from db.office.workflow import SUBSTITUTION

TRACK = SUBSTITUTION.name
LONGEST = timedelta(days=366)
ALL_RIGHTS = frozenset(Permission)


@dataclass(frozen=True, slots=True)
class SubstitutionRow:
    """An arrangement as the list shows it.

    Attributes:
        is_running: Today lies within it.
        may_end: The actor may end it early.
    """

    id: int
    version: int
    absent_id: int
    absent_name: str
    absent_role: Role
    substitute_id: int
    substitute_name: str
    unit: str
    starts_on: date
    ends_on: date
    handles: bool
    decides: bool
    reason: str
    state: str
    arranged_by: str
    ended_on: date | None
    is_running: bool
    may_end: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A place that the actor may take today."""

    account_id: int
    name: str
    role: Role
    post: str
    until: date
    handles: bool
    decides: bool


@dataclass(frozen=True, slots=True)
class ArrangeSubstitute:
    """指定代办人: from, to, and whether decisions go over too.

    Attributes:
        absent_id: Who is away.
        substitute_id: Who stands in; of the same unit, or both of the center.
        starts_on: First day.
        ends_on: Last day, at most a year after the first.
        handles: Handling goes over.
        decides: Decisions go over.
        reason: Value of `absence_reason`.
    """

    permission: ClassVar[Permission] = Permission.SUBSTITUTE_ARRANGE

    absent_id: int
    substitute_id: int
    starts_on: date
    ends_on: date
    handles: bool = True
    decides: bool = False
    reason: str = "leave"

    def __call__(self, tx: Tx) -> int:
        """Arrange it.

        Raises:
            RefusedError: `unknown_account`, `substitute_self`, `substitute_other_unit`,
                `substitute_absent`, `validity_order`, `substitution_too_long`,
                `date_too_early`, `nothing_lent`, `unknown_value`.
            NotAllowedError: `not_permitted` for people of another unit.
        """
        require_code(tx, "absence_reason", self.reason, field="reason")
        absent = _account(tx, self.absent_id, "absent_id")
        substitute = _account(tx, self.substitute_id, "substitute_id")
        if absent.id == substitute.id:
            raise RefusedError("substitute_self", field="substitute_id")
        if absent.unit_id != substitute.unit_id:
            raise RefusedError("substitute_other_unit", field="substitute_id")
        _permit(tx, absent)
        self._check_days(tx)
        if not (self.handles or self.decides):
            raise RefusedError("nothing_lent", field="handles")
        if _away(tx, substitute.id, self.starts_on, self.ends_on):
            raise RefusedError("substitute_absent", field="substitute_id")
        move = check(SUBSTITUTION, None, "arrange", grants=ALL_RIGHTS)
        row = tx.add(
            Substitution(
                absent_id=absent.id,
                substitute_id=substitute.id,
                starts_on=self.starts_on,
                ends_on=self.ends_on,
                handles=self.handles,
                decides=self.decides,
                reason=self.reason,
                state=move.target,
                arranged_by_id=tx.actor.account_id,
                arranged_by_name=tx.actor.name,
                arranged_on=tx.today,
            )
        )
        tx.changed.add(TRACK)
        return row.id

    def _check_days(self, tx: Tx) -> None:
        if self.starts_on < tx.today:
            raise RefusedError("date_too_early", field="starts_on", on=self.starts_on)
        if self.ends_on < self.starts_on:
            raise RefusedError("validity_order", field="ends_on")
        if self.ends_on - self.starts_on > LONGEST:
            raise RefusedError("substitution_too_long", field="ends_on")


@dataclass(frozen=True, slots=True)
class EndSubstitution:
    """提前结束代办: the person is back."""

    permission: ClassVar[Permission] = Permission.SUBSTITUTE_ARRANGE

    substitution_id: int
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """End it now; what was done stays as it was done.

        Raises:
            RefusedError: `illegal_move`, `substitution_over`.
            NotAllowedError: `not_found`, `not_permitted`.
        """
        row = tx.load(Substitution, self.substitution_id, seen=self.seen)
        _permit(tx, tx.session.get_one(Account, row.absent_id))
        if row.ends_on < tx.today:
            raise RefusedError("substitution_over")
        move = check(SUBSTITUTION, row.state, "end_early", grants=ALL_RIGHTS)
        row.state, row.ended_on = move.target, tx.today
        tx.changed.add(TRACK)
        return row.id


def standing(
    session: Session, substitute_id: int, absent_id: int, on: date
) -> Sequence[Substitution]:
    """Return the arrangements under which one stands in for another on a day."""
    return session.scalars(
        select(Substitution).where(
            Substitution.substitute_id == substitute_id,
            Substitution.absent_id == absent_id,
            Substitution.state == "arranged",
            Substitution.starts_on <= on,
            Substitution.ends_on >= on,
        )
    ).all()


def places(read: Read) -> tuple[Place, ...]:
    """Return whose place the actor may take today, soonest over first."""
    rows = read.session.execute(
        select(Substitution, Account)
        .join(Account, Account.id == Substitution.absent_id)
        .where(
            Substitution.substitute_id == read.actor.account_id,
            Substitution.state == "arranged",
            Substitution.starts_on <= read.today,
            Substitution.ends_on >= read.today,
            Account.is_active,
        )
        .order_by(Substitution.ends_on, Substitution.id)
    )
    return tuple(
        Place(a.id, a.name, Role(a.role), a.post, s.ends_on, s.handles, s.decides) for s, a in rows
    )


def substitutions(read: Read) -> tuple[SubstitutionRow, ...]:
    """Return the arrangements that concern the actor or that he may make, newest first."""
    absent, substitute = aliased(Account), aliased(Account)
    statement = (
        select(Substitution, absent, substitute.name, Unit.short_name)
        .join(absent, absent.id == Substitution.absent_id)
        .join(substitute, substitute.id == Substitution.substitute_id)
        .outerjoin(Unit, Unit.id == absent.unit_id)
        .order_by(Substitution.ends_on.desc(), Substitution.id.desc())
        .limit(500)
    )
    if not (_over_all(read) or read.actor.may(Permission.GRANT_WRITE)):
        mine = [
            Substitution.absent_id == read.actor.account_id,
            Substitution.substitute_id == read.actor.account_id,
        ]
        if read.actor.may(Permission.SUBSTITUTE_ARRANGE):
            mine.append(absent.unit_id == read.actor.unit_id)
        statement = statement.where(or_(*mine))
    return tuple(
        SubstitutionRow(
            id=row.id,
            version=row.version,
            absent_id=who.id,
            absent_name=who.name,
            absent_role=Role(who.role),
            substitute_id=row.substitute_id,
            substitute_name=name,
            unit=unit or "",
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            handles=row.handles,
            decides=row.decides,
            reason=row.reason,
            state=row.state,
            arranged_by=row.arranged_by_name,
            ended_on=row.ended_on,
            is_running=row.state == "arranged" and row.starts_on <= read.today <= row.ends_on,
            may_end=row.state == "arranged"
            and row.ends_on >= read.today
            and _may_arrange(read, who),
        )
        for row, who, name, unit in read.session.execute(statement)
    )


def _account(tx: Tx, account_id: int, field: str) -> Account:
    account = tx.session.get(Account, account_id)
    if account is None or not account.is_active or Role(account.role) not in CASE_ROLES:
        raise RefusedError("unknown_account", field=field)
    return account


def _over_all(read: Read) -> bool:
    return read.actor.may(Permission.SUBSTITUTE_ARRANGE) and read.actor.unit_id is None


def _may_arrange(read: Read, absent: Account) -> bool:
    # Nobody lends on what he was lent himself: the right never goes over to a substitute.
    if not read.actor.may(Permission.SUBSTITUTE_ARRANGE):
        return False
    return read.actor.unit_id is None or read.actor.unit_id == absent.unit_id


def _permit(tx: Tx, absent: Account) -> None:
    if not _may_arrange(tx, absent):
        raise NotAllowedError("not_permitted", permission=Permission.SUBSTITUTE_ARRANGE.value)


def _away(tx: Tx, account_id: int, first: date, last: date) -> bool:
    found = tx.session.scalar(
        select(Substitution.id).where(
            Substitution.absent_id == account_id,
            Substitution.state == "arranged",
            Substitution.starts_on <= last,
            Substitution.ends_on >= first,
        )
    )
    return found is not None
