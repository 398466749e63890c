"""巡察查阅: accounts that read for some days, within a scope, for a purpose (OFFICE §1-28).

Opened in two steps like every account: the system administrator opens it, a key holder seals the
store key to it. It expires by itself, reads nothing before it has said why, and leaves a line in
the trail for every question it asks. 考察、任用、评优 is a purpose that is refused (SETTLED §9.4).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from sqlalchemy import select
from sqlalchemy.orm import Session

import db.shelves
from db.appeals.intake import check_texts
from db.codes.queries import require_code
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission, ReadingScope, Role, Scope
from db.core.tx import Read, Tx
from db.office.accounts import close
from db.office.reading import ROOMS, may_be_inspected
from db.office.staff_tables import Inspection, InspectionVisit
from db.office.tables import Account

REFUSED_PURPOSE = "appointment"
LONGEST = timedelta(days=366)
TRACK = "inspection"


@dataclass(frozen=True, slots=True)
class InspectionRow:
    """An inspection as the list shows it."""

    id: int
    version: int
    account_id: int
    login: str
    name: str
    organ: str
    purpose: str
    letter_number: str
    approver_name: str
    approver_post: str
    approved_on: date
    starts_on: date
    ends_on: date
    period_from: date
    period_to: date
    tracks: tuple[str, ...]
    ended_on: date | None
    visits: int
    is_running: bool


@dataclass(frozen=True, slots=True)
class AllowInspection:
    """批准查阅: what an inspector's account may read, from when to when, and who allowed it.

    Attributes:
        account_id: An account of the role 查阅人员.
        organ: Organ that inspects.
        purpose: Value of `inspection_purpose`.
        approver_name: Who approved it.
        approver_post: His post.
        approved_on: Day of the approval.
        starts_on: First day of reading.
        ends_on: Last day; the account ends with it.
        period_from: First day of receipt of what may be read.
        period_to: Last day.
        tracks: Kinds of case.
        letter_number: Number of the organ's letter.
    """

    permission: ClassVar[Permission] = Permission.ACCOUNT_SEAL

    account_id: int
    organ: str
    purpose: str
    approver_name: str
    approver_post: str
    approved_on: date
    starts_on: date
    ends_on: date
    period_from: date
    period_to: date
    tracks: tuple[str, ...]
    letter_number: str = ""

    def __call__(self, tx: Tx) -> int:
        """Write it.

        Raises:
            RefusedError: `not_inspector`, `missing_organ`, `missing_approver_name`,
                `missing_approver_post`, `validity_order`, `inspection_too_long`,
                `date_in_future`, `missing_tracks`, `unknown_value`.
            NotAllowedError: `purpose_refused` for 考察、任用、评优.
        """
        account = tx.load(Account, self.account_id)
        if account.role != Role.INSPECTOR:
            raise RefusedError("not_inspector", field="account_id")
        check_purpose(tx, self.purpose)
        for name in ("organ", "approver_name", "approver_post"):
            if not str(getattr(self, name)).strip():
                raise RefusedError(f"missing_{name}", field=name)
        check_texts(self.organ, self.letter_number)
        self._check_days(tx)
        if not self.tracks:
            raise RefusedError("missing_tracks", field="tracks")
        known = set(inspectable())
        for track in self.tracks:
            if track not in known:
                raise RefusedError("unknown_value", field="tracks", value=track)
        row = tx.add(
            Inspection(
                account_id=account.id,
                organ=self.organ.strip(),
                purpose=self.purpose,
                letter_number=self.letter_number.strip(),
                approver_name=self.approver_name.strip(),
                approver_post=self.approver_post.strip(),
                approved_on=self.approved_on,
                starts_on=self.starts_on,
                ends_on=self.ends_on,
                period_from=self.period_from,
                period_to=self.period_to,
                tracks=[track for track in inspectable() if track in self.tracks],
                entered_by_id=tx.actor.account_id,
            )
        )
        account.ends_on = self.ends_on
        tx.changed.add(TRACK)
        return row.id

    def _check_days(self, tx: Tx) -> None:
        if self.approved_on > tx.today:
            raise RefusedError("date_in_future", field="approved_on", on=self.approved_on)
        if self.ends_on < self.starts_on or self.ends_on < tx.today:
            raise RefusedError("validity_order", field="ends_on")
        if self.ends_on - self.starts_on > LONGEST:
            raise RefusedError("inspection_too_long", field="ends_on")
        if self.period_to < self.period_from:
            raise RefusedError("validity_order", field="period_to")


@dataclass(frozen=True, slots=True)
class EndInspection:
    """结束查阅: before its last day; the account is closed with it."""

    permission: ClassVar[Permission] = Permission.ACCOUNT_SEAL

    inspection_id: int
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """End it now.

        Raises:
            RefusedError: `already_decided` if it has ended.
        """
        row = tx.load(Inspection, self.inspection_id, seen=self.seen)
        if row.ended_on is not None:
            raise RefusedError("already_decided")
        row.ended_on = tx.today
        close(tx, tx.session.get_one(Account, row.account_id))
        tx.changed.add(TRACK)
        return row.id


@dataclass(frozen=True, slots=True)
class BeginReading:
    """登录查阅: say why, for today; nothing is read before."""

    permission: ClassVar[Permission] = Permission.INSPECT

    purpose: str
    words: str = ""

    def __call__(self, tx: Tx) -> int:
        """Write the visit; from the next question on the scope is open.

        Raises:
            RefusedError: `unknown_value`, `purpose_not_approved` if another was approved.
            NotAllowedError: `purpose_refused`, `inspection_over` outside its days.
        """
        check_purpose(tx, self.purpose)
        words = self.words.strip()[:200]
        check_texts(words)
        row = _running(tx.session, tx.actor.account_id, tx.today)
        if row is None:
            raise NotAllowedError("inspection_over")
        if row.purpose != self.purpose:
            raise RefusedError("purpose_not_approved", field="purpose")
        visit = tx.add(
            InspectionVisit(
                inspection_id=row.id,
                account_id=tx.actor.account_id,
                visited_on=tx.today,
                visited_at=tx.now,
                purpose=self.purpose,
                words=words,
            )
        )
        return visit.id


def check_purpose(read: Read, purpose: str) -> None:
    """Refuse what is no purpose of the list, and that for which appeals are never opened.

    Raises:
        RefusedError: `unknown_value`.
        NotAllowedError: `purpose_refused`.
    """
    require_code(read, "inspection_purpose", purpose, field="purpose")
    if purpose == REFUSED_PURPOSE:
        raise NotAllowedError("purpose_refused")


def inspectable() -> tuple[str, ...]:
    """Return the kinds of case that an inspection's scope may name."""
    return tuple(_inspectable())


def _inspectable() -> Iterator[str]:
    yield from ROOMS
    for shelf in db.shelves.SHELVES.values():
        book = shelf.book
        if not book.sealed and not book.parent and may_be_inspected(book.read):
            yield book.name


def inspector_grants(reading: ReadingScope | None) -> dict[Permission, Scope]:
    """Return the rights of an inspector: to read the kinds of his scope, nothing else."""
    found = {Permission.INSPECT: Scope.CENTER}
    if reading is None:
        return found
    if "ordinary_appeal" in reading.tracks:
        found[Permission.APPEAL_READ] = Scope.CENTER
    for shelf in db.shelves.SHELVES.values():
        if shelf.name in reading.tracks and may_be_inspected(shelf.book.read):
            found[shelf.book.read] = Scope.CENTER
    return found


def reading_scope(session: Session, account_id: int, on: date) -> ReadingScope | None:
    """Return what an inspector may read today; None before he has said why, and after the end."""
    row = _running(session, account_id, on)
    if row is None:
        return None
    said = session.scalar(
        select(InspectionVisit.id)
        .where(InspectionVisit.inspection_id == row.id, InspectionVisit.visited_on == on)
        .limit(1)
    )
    if said is None:
        return None
    return ReadingScope(
        inspection_id=row.id,
        tracks=frozenset(row.tracks),
        period_from=row.period_from,
        period_to=row.period_to,
        purpose=row.purpose,
        ends_on=row.ends_on,
    )


def _running(session: Session, account_id: int, on: date) -> Inspection | None:
    return session.scalars(
        select(Inspection)
        .where(
            Inspection.account_id == account_id,
            Inspection.starts_on <= on,
            Inspection.ends_on >= on,
            Inspection.ended_on.is_(None),
        )
        .order_by(Inspection.id.desc())
        .limit(1)
    ).first()


def own_inspection(read: Read) -> InspectionRow | None:
    """Return the inspection under which the actor reads today, None without one."""
    row = _running(read.session, read.actor.account_id, read.today)
    return None if row is None else _row(read, row, read.actor.login, read.actor.name)


def inspections(read: Read) -> tuple[InspectionRow, ...]:
    """Return every inspection, newest first.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.ACCOUNT_SEAL)
    rows = read.session.execute(
        select(Inspection, Account.login, Account.name)
        .join(Account, Account.id == Inspection.account_id)
        .order_by(Inspection.id.desc())
    )
    return tuple(_row(read, row, login, name) for row, login, name in rows)


def _row(read: Read, row: Inspection, login: str, name: str) -> InspectionRow:
    visits = read.session.scalars(
        select(InspectionVisit.id).where(InspectionVisit.inspection_id == row.id)
    ).all()
    return InspectionRow(
        id=row.id,
        version=row.version,
        account_id=row.account_id,
        login=login,
        name=name,
        organ=row.organ,
        purpose=row.purpose,
        letter_number=row.letter_number,
        approver_name=row.approver_name,
        approver_post=row.approver_post,
        approved_on=row.approved_on,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        period_from=row.period_from,
        period_to=row.period_to,
        tracks=tuple(row.tracks),
        ended_on=row.ended_on,
        visits=len(visits),
        is_running=row.ended_on is None and row.starts_on <= read.today <= row.ends_on,
    )
