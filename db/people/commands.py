"""Commands about persons: enter one, correct one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from sqlalchemy import select

from db.appeals.search import index_appeal
from db.appeals.tables import Appeal
from db.codes.queries import require_code
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.office.tables import Unit
from db.people.matching import normalise_name, pinyin_full, pinyin_initials
from db.people.tables import Person

LONGEST_NAME = 200
_BIRTH = re.compile(r"(\d{4})[-./年]?(\d{1,2})月?(?:[-./]?\d{1,2}日?)?")
_LISTED = ("sex", "person_category", "administration", "political_status", "contact_preference")


@dataclass(frozen=True, slots=True)
class CreatePerson:
    """Enter a cadre.

    Attributes:
        name: As on the identity card; middle dots and spaces are made uniform.
        birth_month: 1985.03; 1985-03, 198503 and 1985年3月 are understood.
        unit_id: Unit of the tree.
        unit_text: Unit as written, where it is not in the tree.
        is_namesake: Somebody said that a person of the same name, birth month and unit is another.
    """

    permission: ClassVar[Permission] = Permission.PERSON_WRITE

    name: str
    sex: str = ""
    birth_month: str = ""
    political_status: str = ""
    person_category: str = ""
    administration: str = ""
    unit_id: int | None = None
    unit_text: str = ""
    post: str = ""
    rank: str = ""
    phone: str = ""
    contact_preference: str = ""
    address: str = ""
    id_number: str = ""
    is_namesake: bool = False

    def __call__(self, tx: Tx) -> int:
        """Write the person and return the id.

        Raises:
            RefusedError: `missing_name`, `name_too_long`, `bad_birth_month`, `unknown_value`,
                `person_exists` (params `person_id`) unless `is_namesake`.
        """
        person = Person(
            sex=self.sex,
            political_status=self.political_status,
            person_category=self.person_category,
            administration=self.administration,
            unit_id=self.unit_id,
            unit_text=self.unit_text.strip(),
            post=self.post.strip(),
            rank=self.rank.strip(),
            phone=self.phone.strip(),
            contact_preference=self.contact_preference,
            address=self.address.strip(),
            id_number=self.id_number.strip(),
            birth_month=birth_month(self.birth_month),
        )
        _name(person, self.name)
        _check(tx, person)
        if not self.is_namesake:
            _refuse_known(tx, person)
        return tx.add(person).id


@dataclass(frozen=True, slots=True)
class AmendPerson:
    """Correct a person's data; a corrected name is corrected on his appeals too."""

    permission: ClassVar[Permission] = Permission.PERSON_WRITE

    person_id: int
    seen: int
    changes: Mapping[str, object] = field(default_factory=dict)

    EDITABLE: ClassVar[frozenset[str]] = frozenset(
        {
            "name",
            "sex",
            "birth_month",
            "political_status",
            "person_category",
            "administration",
            "unit_id",
            "unit_text",
            "post",
            "rank",
            "phone",
            "contact_preference",
            "address",
            "id_number",
            "is_active",
        }
    )

    def __call__(self, tx: Tx) -> int:
        """Change the named fields and return the new version.

        Raises:
            ConflictError: If the person changed since.
            RefusedError: `field_not_editable`, and as `CreatePerson` without `person_exists`.
        """
        person = tx.load(Person, self.person_id, seen=self.seen)
        unknown = set(self.changes) - self.EDITABLE
        if unknown:
            raise RefusedError("field_not_editable", field=min(unknown))
        before = person.name
        for name, value in self.changes.items():
            if name == "name":
                _name(person, str(value))
            elif name == "birth_month":
                person.birth_month = birth_month(str(value))
            else:
                setattr(person, name, value.strip() if isinstance(value, str) else value)
        _check(tx, person)
        if person.name != before:
            _rename(tx, person)
        tx.session.flush()
        return person.version


def birth_month(text: str) -> str:
    """Return a birth month as 1985.03, empty for none.

    Raises:
        RefusedError: `bad_birth_month`.
    """
    if not text.strip():
        return ""
    found = _BIRTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or not 1900 <= int(found[1]) <= 2100:
        raise RefusedError("bad_birth_month", field="birth_month", text=text)
    return f"{found[1]}.{int(found[2]):02d}"


def _name(person: Person, text: str) -> None:
    name = normalise_name(text)
    if not name:
        raise RefusedError("missing_name", field="name")
    if len(name) > LONGEST_NAME:
        raise RefusedError("name_too_long", field="name", most=LONGEST_NAME)
    person.name = name
    person.pinyin = pinyin_full(name)
    person.initials = pinyin_initials(name)


def _check(tx: Tx, person: Person) -> None:
    for name in _LISTED:
        if value := getattr(person, name):
            require_code(tx, name, value, field=name)
    if person.unit_id is not None and tx.session.get(Unit, person.unit_id) is None:
        raise RefusedError("missing_unit", field="unit_id")


def _refuse_known(tx: Tx, person: Person) -> None:
    same = tx.session.scalar(
        select(Person.id)
        .where(
            Person.name == person.name,
            Person.birth_month == person.birth_month,
            Person.unit_id == person.unit_id
            if person.unit_id is not None
            else Person.unit_text == person.unit_text,
        )
        .limit(1)
    )
    if same is not None:
        raise RefusedError("person_exists", field="name", person_id=same, name=person.name)


def _rename(tx: Tx, person: Person) -> None:
    tx.session.flush()
    for appeal in tx.session.scalars(select(Appeal).where(Appeal.person_id == person.id)):
        appeal.person_name = person.name
        index_appeal(tx, appeal)
