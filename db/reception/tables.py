"""需关注人员 and 多人来访."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry
from db.reception.workflow import HEALTH_NOTES, IN_NEED, MOST_REPRESENTATIVES, SEVERAL


def _any_of(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({','.join(repr(value) for value in sorted(values))})"


class VisitorInNeed(Entry):
    """A visitor for whom the desk stops typing: 先接谈."""

    __tablename__ = "visitor_in_need"
    __table_args__ = (
        CheckConstraint(_any_of("state", IN_NEED.states()), name="known_state"),
        CheckConstraint("level IN ('normal','attention','urgent')", name="known_level"),
        Index("ix_visitor_state", "state", "id"),
    )

    person_name: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str] = mapped_column(String(40), default="")
    line: Mapped[str] = mapped_column(String(200), default="")
    held_number: Mapped[str] = mapped_column(String(60), default="")
    """Number of the 暂存件 from which the appeal is typed later."""
    level: Mapped[str] = mapped_column(String(20), default="attention")
    measures: Mapped[str] = mapped_column(Text, default="")
    talker_id: Mapped[int | None]
    second_id: Mapped[int | None]
    family_told: Mapped[str] = mapped_column(String(120), default="")
    called: Mapped[str] = mapped_column(String(120), default="")
    reported_to: Mapped[str] = mapped_column(String(80), default="")
    reported_time: Mapped[str] = mapped_column(String(8), default="")
    revisit_by: Mapped[datetime | None]
    """24 hours after it was noted."""
    revisited_on: Mapped[date | None]
    revisit_line: Mapped[str] = mapped_column(String(300), default="")


class VisitorHealth(Entry):
    """Body and mind of a visitor in need: known to the talkers alone, also that there is a note.

    Never without the person's separate consent (个人信息保护法 Arts 28-29).
    """

    __tablename__ = "visitor_health"
    __table_args__ = (
        CheckConstraint(_any_of("state", HEALTH_NOTES.states()), name="known_state"),
        CheckConstraint("consent_on NOT NULL AND consent_how <> ''", name="has_consent"),
        CheckConstraint("state <> 'cleared' OR health = ''", name="cleared_is_empty"),
        Index("ix_visitor_health_parent", "parent_id"),
    )

    parent_id: Mapped[int] = mapped_column(ForeignKey("visitor_in_need.id"))
    health: Mapped[str] = mapped_column(Text, default="")
    consent_on: Mapped[date | None]
    consent_how: Mapped[str] = mapped_column(String(30), default="")


class GroupVisit(Entry):
    """多人来访: 批/人, representatives, handling, report."""

    __tablename__ = "group_visit"
    __table_args__ = (
        CheckConstraint(_any_of("state", SEVERAL.states()), name="known_state"),
        CheckConstraint("persons >= 2", name="several"),
        CheckConstraint(
            f"representative_count BETWEEN 1 AND {MOST_REPRESENTATIVES}", name="at_most_five"
        ),
        Index("ix_group_visit_state", "state", "id"),
    )

    came_time: Mapped[str] = mapped_column(String(8), default="")
    batches: Mapped[int] = mapped_column(default=1)
    persons: Mapped[int]
    representatives: Mapped[str] = mapped_column(String(200), default="")
    representative_count: Mapped[int] = mapped_column(default=1)
    matter: Mapped[str] = mapped_column(String(120), default="")
    unit_id: Mapped[int | None]
    lead_unit_id: Mapped[int | None]
    arrived_time: Mapped[str] = mapped_column(String(8), default="")
    handling: Mapped[str] = mapped_column(Text, default="")
    reported_to: Mapped[str] = mapped_column(String(80), default="")
    reported_time: Mapped[str] = mapped_column(String(8), default="")
    result: Mapped[str] = mapped_column(String(300), default="")
