"""影响期跟踪: the person's period, each punishment, each visit."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry
from db.impact.workflow import IMPACT, PUNISHMENTS, VISITS


def _any_of(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({','.join(repr(value) for value in sorted(values))})"


class Impact(Entry):
    """The time in which punishments weigh on one person; derived days are cached here."""

    __tablename__ = "impact"
    __table_args__ = (
        CheckConstraint(_any_of("state", IMPACT.states()), name="known_state"),
        CheckConstraint(
            "state NOT IN ('usable','watching','reappointed') OR reviewed_on NOT NULL",
            name="reviewed_has_day",
        ),
        CheckConstraint(
            "state <> 'reappointed' OR (reappointed_on NOT NULL AND new_post <> '')",
            name="reappointed_has_post",
        ),
        Index("ix_impact_state", "state", "ends_on"),
        Index("ix_impact_person", "person_id"),
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(80), default="")
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    kind: Mapped[str] = mapped_column(String(40))
    organ: Mapped[str] = mapped_column(String(120), default="")
    document_number: Mapped[str] = mapped_column(String(80), default="")
    from_on: Mapped[date | None]
    """Day that starts the period: taking effect (政务), approval (党纪), restoring of rights."""
    months: Mapped[int | None]
    """Length as the decision itself fixes it; None for that of the law."""
    delivered_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    """影响期届满日; None while a length or a starting day is not known."""
    ends_note: Mapped[str] = mapped_column(String(200), default="")
    """What has to be looked up before the last day is certain: names of `ImpactNote`."""
    helper_name: Mapped[str] = mapped_column(String(80), default="")
    helper_post: Mapped[str] = mapped_column(String(120), default="")
    helper_on: Mapped[date | None]
    measures: Mapped[str] = mapped_column(Text, default="")
    reviewed_on: Mapped[date | None]
    reviewers: Mapped[str] = mapped_column(String(120), default="")
    review_note: Mapped[str] = mapped_column(Text, default="")
    watch_until: Mapped[date | None]
    reappointed_on: Mapped[date | None]
    new_post: Mapped[str] = mapped_column(String(120), default="")
    appointment_number: Mapped[str] = mapped_column(String(80), default="")


class PunishmentRow(Entry):
    """A further punishment of the same person; the first one stands on the period itself."""

    __tablename__ = "punishment"
    __table_args__ = (
        CheckConstraint(_any_of("state", PUNISHMENTS.states()), name="known_state"),
        Index("ix_punishment_parent", "parent_id"),
    )

    parent_id: Mapped[int] = mapped_column(ForeignKey("impact.id"))
    kind: Mapped[str] = mapped_column(String(40))
    organ: Mapped[str] = mapped_column(String(120), default="")
    document_number: Mapped[str] = mapped_column(String(80), default="")
    from_on: Mapped[date | None]
    months: Mapped[int | None]
    last_on: Mapped[date | None]


class ImpactVisit(Entry):
    """回访: at least once a year, by two or more."""

    __tablename__ = "impact_visit"
    __table_args__ = (
        CheckConstraint(_any_of("state", VISITS.states()), name="known_state"),
        Index("ix_impact_visit_parent", "parent_id"),
    )

    parent_id: Mapped[int] = mapped_column(ForeignKey("impact.id"))
    visited_on: Mapped[date | None]
    visitors: Mapped[str] = mapped_column(String(120), default="")
    way: Mapped[str] = mapped_column(String(30), default="")
    result: Mapped[str] = mapped_column(String(20), default="")
    line: Mapped[str] = mapped_column(Text, default="")
