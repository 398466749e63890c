"""What the counter shows beside the form of registration: dates that will start, addresses."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select

from db.appeals.filters import reach
from db.appeals.intake import SERIES
from db.appeals.tables import Appeal
from db.codes.deadlines import due
from db.codes.queries import calendar, codes, rule
from db.core.permissions import Permission
from db.core.tables import NumberSeries
from db.core.tx import Read
from db.office.tables import HeldNote, Unit
from db.people.matching import pinyin_full, sounds_same
from db.people.queries import find_people, namesakes
from db.people.rows import PersonRow
from db.people.tables import Person

STARTING = (("dispatch_blue_card", "default"), ("acceptance_notice", "internal"))
"""Rules whose clocks `Register` starts, nearest first."""


@dataclass(frozen=True, slots=True)
class CounterView:
    """What the form needs to know before the first key.

    Attributes:
        next_number: Number that the next registration gets if nobody is faster.
        free_days: Days that a receipt may lie back without a reason.
        held: 暂存件 that wait.
        categories_zh: Chinese label of each category, for titles.
    """

    next_number: str
    free_days: int
    held: int
    categories_zh: dict[str, str]


@dataclass(frozen=True, slots=True)
class StartingClock:
    """A clock that registration will start.

    Attributes:
        unit: What the length counts: `cd` or `wd`.
        skipped: Days left out of the count or skipped by rolling.
        holidays: Names of the holidays among them.
    """

    rule: str
    profile: str
    clock_zh: str
    clock_en: str
    length: int
    unit: str
    is_statutory: bool
    due_on: date
    provisional: bool
    skipped: tuple[date, ...]
    holidays: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """A line of a guidance slip; what is not known is left for the pen."""

    name: str
    address: str
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cadre who may be meant by what is typed.

    Attributes:
        row: As in every list of persons.
        unit: Full name of the unit, or as it was written.
        contact_preference: How the person wants to be reached.
        sounds_alike: Another name that is spoken the same.
    """

    row: PersonRow
    unit: str
    contact_preference: str
    sounds_alike: bool


@dataclass(frozen=True, slots=True)
class EarlierAppeal:
    """An appeal named by its number."""

    id: int
    number: str
    person_name: str
    subject: str


def counter(read: Read) -> CounterView:
    """Return what the form needs to know; only the desk may ask."""
    read.require(Permission.APPEAL_REGISTER)
    year = read.today.year
    series = read.session.get(NumberSeries, (SERIES, year))
    form = str(read.setting("appeal_number_form", "诉受〔{year}〕{sequence:04d}号"))
    held = read.session.scalars(select(HeldNote.id).where(HeldNote.state == "held")).all()
    return CounterView(
        next_number=form.format(year=year, sequence=(series.last if series else 0) + 1),
        free_days=int(read.setting("backdating_free_days", 7)),
        held=len(held),
        categories_zh={v: row.zh for v, row in codes(read).get("appeal_category", {}).items()},
    )


def starting_clocks(read: Read, received_on: date) -> tuple[StartingClock, ...]:
    """Return the clocks that a registration with this receipt date will start."""
    found = []
    for identifier, profile in STARTING:
        wanted = rule(read, identifier, profile)
        if not wanted.enabled or wanted.length is None:
            continue
        reckoned = due(wanted, received_on, calendar(read))
        found.append(
            StartingClock(
                rule=identifier,
                profile=profile,
                clock_zh=wanted.clock_zh,
                clock_en=wanted.clock_en,
                length=wanted.length,
                unit=str(wanted.unit),
                is_statutory=wanted.statutory,
                due_on=reckoned.due_on,
                provisional=reckoned.provisional,
                skipped=tuple(one.day for one in reckoned.excluded),
                holidays=tuple(dict.fromkeys(o.name for o in reckoned.excluded if o.name)),
            )
        )
    return tuple(found)


def addresses(read: Read, kind: str) -> tuple[Address, ...]:
    """Return where to send somebody whom the center may not receive.

    Args:
        read: Who asks.
        kind: `city_managed`, `accusation`, `law`, `vertical`. Addresses of superior bodies are
            settings (`upper_organization_name`, `…_address`, `…_phone`, `…_hours`), those of
            units stand in the tree.
    """
    if kind == "accusation":
        return _member(read, "discipline", "12388") + _member(read, "organization", "12380")
    if kind == "law":
        return _of_kind(read, "court_procuratorate") or _setting(read, "law_office")
    if kind == "city_managed":
        return _setting(read, "upper_organization")
    return _setting(read, "vertical_authority")


def _member(read: Read, department: str, hotline: str) -> tuple[Address, ...]:
    """Return a member department; its nationwide number stands where none of its own is known."""
    rows = read.session.scalars(select(Unit).where(Unit.member_department == department))
    return tuple(Address(u.full_name, u.address, u.phone or hotline, u.office_hours) for u in rows)


def _of_kind(read: Read, kind: str) -> tuple[Address, ...]:
    rows = read.session.scalars(select(Unit).where(Unit.kind == kind).order_by(Unit.order_number))
    return tuple(Address(u.full_name, u.address, u.phone, u.office_hours) for u in rows)


def _setting(read: Read, prefix: str) -> tuple[Address, ...]:
    found = Address(
        *(
            str(read.setting(f"{prefix}_{part}", ""))
            for part in ("name", "address", "phone", "hours")
        )
    )
    return (found,) if found.name else ()


def appeal_by_number(read: Read, number: str) -> EarlierAppeal | None:
    """Return the appeal of a number (whole, 2026-0387 or 387 of this year), if one may see it."""
    wanted = number.strip()
    if not wanted:
        return None
    year, _, count = wanted.rpartition("-")
    digits = count if count.isdigit() else ""
    likes = [Appeal.number == wanted, Appeal.source_number == wanted]
    if digits:
        pattern = f"%〔{year or read.today.year}〕{int(digits):04d}号"
        likes.append(Appeal.number.like(pattern))
    row = read.session.execute(
        select(Appeal.id, Appeal.number, Appeal.person_name, Appeal.subject)
        .where(reach(read), or_(*likes))
        .order_by(Appeal.id.desc())
        .limit(1)
    ).first()
    if row is None:
        return None
    return EarlierAppeal(row.id, row.number or "", row.person_name, row.subject)


def candidates(read: Read, typed: str, *, limit: int = 12) -> tuple[Candidate, ...]:
    """Return who may be meant by characters, pinyin or initials, then who sounds the same."""
    found = find_people(read, typed, limit=limit)
    known = {row.id for row in found}
    if not typed.isascii():
        names = read.session.scalars(
            select(Person.name).where(Person.pinyin == pinyin_full(typed)).distinct().limit(20)
        )
        for name in names:
            if sounds_same(name, typed):
                found += tuple(
                    row for row in namesakes(read, name) if row.is_active and row.id not in known
                )
    found = found[: limit + 4]
    rest = {
        person_id: (unit or text, wish)
        for person_id, unit, text, wish in read.session.execute(
            select(Person.id, Unit.full_name, Person.unit_text, Person.contact_preference)
            .join(Unit, Unit.id == Person.unit_id, isouter=True)
            .where(Person.id.in_([row.id for row in found]))
        )
    }
    return tuple(Candidate(row, *rest[row.id], sounds_alike=row.id not in known) for row in found)
