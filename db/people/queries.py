"""Asks for persons: by name, pinyin or initials, and for one person's page."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from db.appeals.filters import reach as appeal_reach
from db.appeals.ledger import ledger_rows
from db.appeals.tables import Appeal
from db.appeals.workflow import OPEN
from db.core.errors import NotAllowedError
from db.core.permissions import Permission
from db.core.tx import Read
from db.office.tables import Unit
from db.people.filters import reach
from db.people.matching import matches_typed, normalise_name
from db.people.rows import PersonCard, PersonRow
from db.people.tables import Person

_OPEN_CASES = (*OPEN, "imported_open")
_READ_FOR_MIXTURES = 20_000


def find_people(
    read: Read,
    typed: str = "",
    *,
    unit_id: int | None = None,
    only_active: bool = True,
    limit: int = 20,
) -> tuple[PersonRow, ...]:
    """Return the persons that what is typed may mean, best first, else in order of pinyin.

    Found by characters of the name, full pinyin, initials, mixtures of them (王xm, wangxm) and by
    four or more digits of the phone number.

    Args:
        read: Who asks; a department finds the persons of its own cases.
        typed: What stands in the box; empty for all.
        unit_id: Only of this unit.
        only_active: Leave out who is not offered any more.
        limit: At most so many.
    """
    read.require(Permission.PERSON_READ)
    where: list[ColumnElement[bool]] = [reach(read)]
    if unit_id is not None:
        where.append(Person.unit_id == unit_id)
    if only_active:
        where.append(Person.is_active.is_(True))
    typed = _typed(typed)
    if not typed:
        ids = read.session.scalars(
            select(Person.id).where(*where).order_by(Person.pinyin, Person.id).limit(limit)
        ).all()
        return _rows(read, ids)
    ids = _straight(read, typed, where, limit)
    if len(ids) < limit:
        ids = [*ids, *_mixed(read, typed, where, limit - len(ids), but=frozenset(ids))]
    return _rows(read, ids)


def _typed(text: str) -> str:
    return normalise_name(unicodedata.normalize("NFKC", text)).casefold().replace("ü", "v")


def _straight(
    read: Read, typed: str, where: Sequence[ColumnElement[bool]], limit: int
) -> list[int]:
    ways: list[ColumnElement[bool]] = [Person.name.contains(typed, autoescape=True)]
    latin = "".join(c for c in typed if c.isascii() and c.isalnum())
    if latin and typed.isascii():
        ways += [Person.pinyin.startswith(latin), Person.initials.startswith(latin)]
        if latin.isdigit() and len(latin) >= 4 and read.actor.may(Permission.PERSON_WRITE):
            ways.append(Person.phone.contains(latin))
    rank = case(
        (Person.name == typed, 0),
        (Person.initials == latin, 1),
        (Person.pinyin == latin, 1),
        (Person.name.startswith(typed, autoescape=True), 2),
        else_=3,
    )
    return list(
        read.session.scalars(
            select(Person.id)
            .where(*where, or_(*ways))
            .order_by(rank, Person.pinyin, Person.id)
            .limit(limit)
        )
    )


def _mixed(
    read: Read,
    typed: str,
    where: Sequence[ColumnElement[bool]],
    limit: int,
    *,
    but: frozenset[int],
) -> list[int]:
    """Return those whose other readings, or mixtures of characters and letters, fit."""
    characters = [Person.name.contains(c) for c in typed if not c.isascii() and c.isalnum()]
    if not characters and not any(c.isalpha() for c in typed):
        return []
    found: list[int] = []
    rows = read.session.execute(
        select(Person.id, Person.name)
        .where(*where, *characters)
        .order_by(Person.pinyin, Person.id)
        .limit(_READ_FOR_MIXTURES)
    )
    for person_id, name in rows:
        if person_id not in but and matches_typed(name, typed):
            found.append(person_id)
            if len(found) == limit:
                break
    return found


def namesakes(read: Read, name: str, *, limit: int = 20) -> tuple[PersonRow, ...]:
    """Return the persons of exactly this name whom the actor may know of."""
    read.require(Permission.PERSON_READ)
    ids = read.session.scalars(
        select(Person.id)
        .where(Person.name == normalise_name(name), reach(read))
        .order_by(Person.birth_month, Person.id)
        .limit(limit)
    ).all()
    return _rows(read, ids)


def _rows(read: Read, ids: Sequence[int]) -> tuple[PersonRow, ...]:
    if not ids:
        return ()
    counted = _counts(read, ids)
    desk = read.actor.may(Permission.PERSON_WRITE)
    statement = (
        select(Person, Unit.short_name)
        .outerjoin(Unit, Unit.id == Person.unit_id)
        .where(Person.id.in_(ids))
    )
    found = {
        person.id: _row(person, unit, counted.get(person.id, (0, 0)), desk=desk)
        for person, unit in read.session.execute(statement)
    }
    return tuple(found[one] for one in ids if one in found)


def _counts(read: Read, ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    is_open = func.sum(case((Appeal.state.in_(_OPEN_CASES), 1), else_=0))
    rows: Any = read.session.execute(
        select(Appeal.person_id, func.count(), is_open)
        .where(and_(Appeal.person_id.in_(list(ids)), appeal_reach(read)))
        .group_by(Appeal.person_id)
    )
    return {person_id: (whole, still_open) for person_id, whole, still_open in rows}


def _row(person: Person, unit: str | None, counted: tuple[int, int], *, desk: bool) -> PersonRow:
    return PersonRow(
        id=person.id,
        version=person.version,
        name=person.name,
        sex=person.sex,
        birth_month=person.birth_month,
        unit_id=person.unit_id,
        unit=unit or person.unit_text,
        post=person.post,
        rank=person.rank,
        person_category=person.person_category,
        administration=person.administration,
        phone=person.phone if desk else "",
        is_active=person.is_active,
        cases=counted[0],
        open_cases=counted[1],
    )


def person_card(read: Read, person_id: int) -> PersonCard:
    """Return a person's page with the appeals that the actor may see; the reading is noted.

    Raises:
        NotAllowedError: `not_permitted`, `not_found`.
    """
    read.require(Permission.PERSON_READ)
    person = read.session.scalar(select(Person).where(Person.id == person_id, reach(read)))
    rows = _rows(read, [person_id])
    if person is None or not rows:
        raise NotAllowedError("not_found")
    read.note_read("open_person", "person", person_id)
    ids = list(
        read.session.scalars(
            select(Appeal.id)
            .where(Appeal.person_id == person_id, appeal_reach(read))
            .order_by(Appeal.received_on.desc(), Appeal.id.desc())
            .limit(500)
        )
    )
    appeals = ledger_rows(read, ids)
    desk = read.actor.may(Permission.PERSON_WRITE)
    return PersonCard(
        row=rows[0],
        political_status=person.political_status,
        contact_preference=person.contact_preference,
        address=person.address if desk else "",
        id_number=person.id_number if desk else "",
        appeals=tuple(appeals[one] for one in ids if one in appeals),
    )
