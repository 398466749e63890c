"""Mapped rows of 催办督办 and of 商请反馈."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry


class Supervision(Entry):
    """One urging of one unit on one appeal, and its written answer."""

    __tablename__ = "supervision"
    __table_args__ = (
        Index("ix_supervision_state", "state", "entered_on"),
        Index("ix_supervision_appeal", "appeal_id", "unit_id"),
        Index("ix_supervision_unit", "unit_id", "state"),
        CheckConstraint(
            "state NOT IN ('sent','answered') OR due_on IS NOT NULL", name="sent_has_a_day"
        ),
        CheckConstraint(
            "state <> 'answered' OR (answered_on IS NOT NULL AND answer <> '')",
            name="answered_in_words",
        ),
        CheckConstraint(
            "printed_cause = '' OR approved OR printed_cause IN ('overdue','needs_supplement')",
            name="words_of_the_head_only",
        ),
    )

    appeal_id: Mapped[int | None]
    unit_id: Mapped[int | None]
    hand_over_id: Mapped[int | None]
    """The hand-over that it counts for."""
    ordinal: Mapped[int] = mapped_column(default=1)
    """How many times this hand-over has been urged, this one included."""
    kind: Mapped[str] = mapped_column(String(20), default="")
    cause: Mapped[str] = mapped_column(String(40), default="")
    approved: Mapped[bool] = mapped_column(default=False)
    """The center's head agreed to its 事由."""
    printed_cause: Mapped[str] = mapped_column(String(40), default="")
    """事由 as the sheet prints it; empty where its word needs the head and he has not agreed."""
    way: Mapped[str] = mapped_column(String(20), default="")
    told_to: Mapped[str] = mapped_column(String(80), default="")
    content: Mapped[str] = mapped_column(Text, default="")
    sent_on: Mapped[date | None]
    due_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer_number: Mapped[str] = mapped_column(String(80), default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    adopted: Mapped[str] = mapped_column(String(20), default="")
    """采纳情况, which 条例 Art 40 wants in writing."""
    result: Mapped[str] = mapped_column(String(40), default="")


class FeedbackRequest(Entry):
    """商请反馈 to 纪委监委: no day, no light, no count of times (SETTLED §9.8)."""

    __tablename__ = "feedback_request"
    __table_args__ = (
        Index("ix_feedback_request_state", "state", "entered_on"),
        Index("ix_feedback_request_appeal", "appeal_id"),
    )

    appeal_id: Mapped[int | None]
    unit_id: Mapped[int | None]
    way: Mapped[str] = mapped_column(String(20), default="")
    content: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date | None]
    answer_number: Mapped[str] = mapped_column(String(80), default="")
    answer: Mapped[str] = mapped_column(Text, default="")
