"""What crosses the wall about attention notes (pure)."""

from dataclasses import dataclass
from datetime import date

THIRD_APPEAL = "third_appeal"
REPEATS = "repeats"
BOUNCES = "bounces"
RULES = (THIRD_APPEAL, REPEATS, BOUNCES)
"""Third appeal of a person within months; repeats after the conclusion; a case given back."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From when a pattern is told; settings of the office.

    Attributes:
        appeals: Appeals of one person.
        months: Within this many months.
        repeats: Repeats of one matter after it was answered.
        bounces: Returns of one case by its lead units.
    """

    appeals: int
    months: int
    repeats: int
    bounces: int


@dataclass(frozen=True, slots=True)
class AttentionNote:
    """A pattern as it stands now; nothing of it is kept.

    Attributes:
        rule: One of `RULES`.
        count: How many were found.
        threshold: From how many it is told.
        months: Within how many months, for the first rule; else 0.
        person_id: Person, None where the matter names nobody of the register.
        person_name: Name.
        unit: Unit.
        appeals: (id, number) of the appeals behind it, oldest first.
        latest_on: Day of the latest.
        key: What a dismissal is kept under; a further occurrence has another.
    """

    rule: str
    count: int
    threshold: int
    months: int
    person_id: int | None
    person_name: str
    unit: str
    appeals: tuple[tuple[int, str], ...]
    latest_on: date
    key: str
