"""Questions about the trail: entries without texts, by day, and whether the chain holds."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, select

from db.core import trail
from db.core.clock import instant
from db.core.permissions import Permission, Role
from db.core.tables import IssuedNumber, TrailEntry
from db.core.trail import Verification
from db.core.tx import Read
from db.office.tables import Account

READING = "reading"
"""Kind of the entries that a look, a print or an export leaves."""

ADMINS = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """What to show of the trail; every part left empty shows all.

    Attributes:
        since: First civil day.
        until: Last civil day.
        actor_id: One person.
        act: One deed.
        number: Number of a case, or part of it.
        without_readings: Leave looks, prints and exports out.
        only_admins: Only what administrators did.
    """

    since: date | None = None
    until: date | None = None
    actor_id: int | None = None
    act: str = ""
    number: str = ""
    without_readings: bool = False
    only_admins: bool = False


@dataclass(frozen=True, slots=True)
class TrailRow:
    """An entry without values.

    Attributes:
        id: Place in the chain, from 1.
        at: When, aware UTC.
        actor: Name of who did it; empty for the program itself.
        role: His account role, empty where it is not known.
        act: The deed.
        kind: Table, or `reading`.
        track: Kind of the case, if it belongs to one.
        number: Number of the case, empty where it has none.
        fields: Names of the changed columns, never their values.
        hash: Link of the chain.
    """

    id: int
    at: datetime
    actor: str
    role: str
    act: str
    kind: str
    track: str
    number: str
    fields: tuple[str, ...]
    hash: str


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many entries a civil day has."""

    day: date
    entries: int


@dataclass(frozen=True, slots=True)
class TrailPlace:
    """An entry between its neighbours, and the latest looks at the same case."""

    row: TrailRow
    before: TrailRow | None
    after: TrailRow | None
    looks: tuple[TrailRow, ...]


def trail_days(read: Read, *, until: date, days: int = 15) -> tuple[DayCount, ...]:
    """Return how many entries each of the last days has, oldest first."""
    read.require(Permission.TRAIL_READ)
    found = []
    for back in range(days - 1, -1, -1):
        day = until - timedelta(days=back)
        count = read.session.scalar(
            select(func.count(TrailEntry.id)).where(
                TrailEntry.at >= instant(day), TrailEntry.at < instant(day + timedelta(days=1))
            )
        )
        found.append(DayCount(day, int(count or 0)))
    return tuple(found)


def trail_entries(
    read: Read, wanted: TrailFilter, *, before_id: int | None = None, limit: int = 200
) -> tuple[TrailRow, ...]:
    """Return a page of entries, newest first, those before an id."""
    read.require(Permission.TRAIL_READ)
    statement = _filtered(_rows(), wanted)
    if before_id is not None:
        statement = statement.where(TrailEntry.id < before_id)
    return _read(read, statement.order_by(TrailEntry.id.desc()).limit(limit))


def trail_count(read: Read, wanted: TrailFilter) -> int:
    """Return how many entries a filter shows."""
    read.require(Permission.TRAIL_READ)
    statement = _filtered(select(TrailEntry.id), wanted).subquery()
    return int(read.session.scalar(select(func.count()).select_from(statement)) or 0)


def trail_entry(read: Read, entry_id: int) -> TrailPlace | None:
    """Return an entry between its neighbours, None if there is none."""
    read.require(Permission.TRAIL_READ)
    near = {
        row.id: row
        for row in _read(read, _rows().where(TrailEntry.id.between(entry_id - 1, entry_id + 1)))
    }
    row = near.get(entry_id)
    if row is None:
        return None
    looks: tuple[TrailRow, ...] = ()
    case = read.session.execute(
        select(TrailEntry.track, TrailEntry.case_id).where(TrailEntry.id == entry_id)
    ).one()
    if case.track is not None and case.case_id is not None:
        looks = _read(
            read,
            _rows()
            .where(
                TrailEntry.track == case.track,
                TrailEntry.case_id == case.case_id,
                TrailEntry.kind == READING,
            )
            .order_by(TrailEntry.id.desc())
            .limit(5),
        )
    return TrailPlace(row, near.get(entry_id - 1), near.get(entry_id + 1), looks)


def trail_acts(read: Read) -> tuple[str, ...]:
    """Return the deeds that the trail knows, in alphabetical order."""
    read.require(Permission.TRAIL_READ)
    return tuple(read.session.scalars(select(TrailEntry.act).distinct().order_by(TrailEntry.act)))


def trail_actors(read: Read) -> tuple[tuple[int, str], ...]:
    """Return the people that the trail may name, id and name, in the order of their accounts."""
    read.require(Permission.TRAIL_READ)
    rows = read.session.execute(select(Account.id, Account.name).order_by(Account.id))
    return tuple((row.id, row.name) for row in rows)


def verify_trail(read: Read) -> Verification:
    """Walk the whole chain and say where it breaks first."""
    read.require(Permission.VERIFY)
    return trail.verify(read.session)


def _rows() -> Select[*tuple[object, ...]]:
    number = (
        select(IssuedNumber.text)
        .where(
            IssuedNumber.track == TrailEntry.track,
            IssuedNumber.case_id == TrailEntry.case_id,
        )
        .order_by(IssuedNumber.id)
        .limit(1)
        .correlate(TrailEntry)
        .scalar_subquery()
    )
    return select(
        TrailEntry.id,
        TrailEntry.at,
        TrailEntry.actor_name,
        Account.role,
        TrailEntry.act,
        TrailEntry.kind,
        TrailEntry.track,
        number.label("number"),
        TrailEntry.fields,
        TrailEntry.hash,
    ).outerjoin(Account, Account.id == TrailEntry.actor_id)


def _filtered(
    statement: Select[*tuple[object, ...]], wanted: TrailFilter
) -> Select[*tuple[object, ...]]:
    if wanted.since is not None:
        statement = statement.where(TrailEntry.at >= instant(wanted.since))
    if wanted.until is not None:
        statement = statement.where(TrailEntry.at < instant(wanted.until + timedelta(days=1)))
    if wanted.actor_id is not None:
        statement = statement.where(TrailEntry.actor_id == wanted.actor_id)
    if wanted.act:
        statement = statement.where(TrailEntry.act == wanted.act)
    if wanted.without_readings:
        statement = statement.where(TrailEntry.kind != READING)
    if wanted.only_admins:
        admins = select(Account.id).where(Account.role.in_([role.value for role in ADMINS]))
        statement = statement.where(TrailEntry.actor_id.in_(admins))
    if wanted.number:
        cases = select(IssuedNumber.id).where(
            IssuedNumber.track == TrailEntry.track,
            IssuedNumber.case_id == TrailEntry.case_id,
            IssuedNumber.text.contains(wanted.number, autoescape=True),
        )
        statement = statement.where(cases.exists())
    return statement


def _read(read: Read, statement: Select[*tuple[object, ...]]) -> tuple[TrailRow, ...]:
    return tuple(
        TrailRow(
            id=row.id,
            at=row.at,
            actor=row.actor_name,
            role=row.role or "",
            act=row.act,
            kind=row.kind,
            track=row.track or "",
            number=row.number or "",
            fields=tuple(row.fields.split()),
            hash=row.hash,
        )
        for row in read.session.execute(statement)
    )
