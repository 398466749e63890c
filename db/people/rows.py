"""What crosses the wall about persons (pure)."""

from dataclasses import dataclass

from db.appeals.rows import AppealRow


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One cadre in a list or a picker; birth month, unit and post tell namesakes apart.

    Attributes:
        id: The person.
        version: Version for a change.
        name: Name in one spelling.
        sex: Value of the list `sex`.
        birth_month: 1985.03, empty if not known.
        unit_id: Unit, None where only its text is known.
        unit: Short name of the unit, or the text.
        post: 职务.
        rank: 职级.
        person_category: Value of `person_category`.
        administration: Value of `administration` (管理权限).
        phone: Empty for who does not register appeals.
        is_active: Whether pickers offer the person.
        cases: Appeals of the person that the actor may see.
        open_cases: Those of them that are not ended.
    """

    id: int
    version: int
    name: str
    sex: str
    birth_month: str
    unit_id: int | None
    unit: str
    post: str
    rank: str
    person_category: str
    administration: str
    phone: str
    is_active: bool
    cases: int
    open_cases: int


@dataclass(frozen=True, slots=True)
class PersonCard:
    """A person's page: his data and those of his appeals that the actor may see, nothing else.

    It never joins appeals with inquiries, punishments, reports or talks (SETTLED §9.4).

    Attributes:
        row: As in the list.
        political_status: Value of `political_status`.
        contact_preference: Value of `contact_preference`.
        address: Empty for who does not register appeals; so is `id_number`.
        id_number: As written.
        appeals: Newest first by receipt date.
    """

    row: PersonRow
    political_status: str
    contact_preference: str
    address: str
    id_number: str
    appeals: tuple[AppealRow, ...]
