"""提醒、函询、诫勉、书面说明: steps and days, never the contents."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry
from db.inquiries.workflow import ACCEPTED, INQUIRY, KINDS


def _any_of(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({','.join(repr(value) for value in sorted(values))})"


class Inquiry(Entry):
    """One of them; its papers stay with 干部监督."""

    __tablename__ = "inquiry"
    __table_args__ = (
        CheckConstraint(_any_of("state", INQUIRY.states()), name="known_state"),
        CheckConstraint(_any_of("kind", KINDS), name="known_kind"),
        CheckConstraint(
            f"NOT {_any_of('state', ACCEPTED)} OR (decided_by_name <> '' AND decided_on NOT NULL)",
            name="accepted_has_decider",
        ),
        CheckConstraint(
            "state <> 'fed_back' OR (person_told_on NOT NULL AND principal_told_on NOT NULL)",
            name="both_are_told",
        ),
        Index("ix_inquiry_state", "state", "id"),
        Index("ix_inquiry_sent", "sent_on", "kind"),
    )

    kind: Mapped[str] = mapped_column(String(30))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(80), default="")
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    matter: Mapped[str] = mapped_column(String(60), default="")
    document_number: Mapped[str] = mapped_column(String(80), default="")
    approved_by: Mapped[str] = mapped_column(String(80), default="")
    approved_post: Mapped[str] = mapped_column(String(120), default="")
    sent_on: Mapped[date | None]
    reply_by: Mapped[date | None]
    delivered_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    reviewer: Mapped[str] = mapped_column(String(80), default="")
    decided_by_name: Mapped[str] = mapped_column(String(80), default="")
    decided_by_post: Mapped[str] = mapped_column(String(120), default="")
    decided_on: Mapped[date | None]
    person_told_on: Mapped[date | None]
    person_told_by: Mapped[str] = mapped_column(String(80), default="")
    principal_told_on: Mapped[date | None]
    principal_name: Mapped[str] = mapped_column(String(80), default="")
    principal_post: Mapped[str] = mapped_column(String(120), default="")
    mended_on: Mapped[date | None]
    earlier_number: Mapped[str] = mapped_column(String(60), default="")
