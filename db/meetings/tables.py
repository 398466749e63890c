"""Mapped rows of 会商研判."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry


class Meeting(Entry):
    """One joint meeting; what its children hold is gathered in it for register and minutes."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index("ix_meeting_state", "state", "met_on"),
        CheckConstraint(
            "state <> 'minutes_issued' OR minutes_number <> ''", name="issued_has_number"
        ),
    )

    subject: Mapped[str] = mapped_column(String(200), default="")
    purpose: Mapped[str] = mapped_column(Text, default="")
    met_on: Mapped[date | None]
    met_at: Mapped[str] = mapped_column(String(10), default="")
    place: Mapped[str] = mapped_column(String(120), default="")
    chair: Mapped[str] = mapped_column(String(120), default="")
    recorder: Mapped[str] = mapped_column(String(80), default="")
    attended: Mapped[str] = mapped_column(Text, default="")
    excused: Mapped[str] = mapped_column(Text, default="")
    observers: Mapped[str] = mapped_column(Text, default="")
    topics: Mapped[str] = mapped_column(Text, default="")
    decisions: Mapped[str] = mapped_column(Text, default="")
    dissent: Mapped[str] = mapped_column(Text, default="")
    units: Mapped[str] = mapped_column(Text, default="")
    limits: Mapped[str] = mapped_column(Text, default="")
    minutes_number: Mapped[str] = mapped_column(String(60), default="")
    minutes_on: Mapped[date | None]
    signer: Mapped[str] = mapped_column(String(80), default="")
    scan_id: Mapped[int | None]
    first_appeal: Mapped[int | None]
    """Appeal that it was proposed from, which became its first topic."""


class MeetingTopic(Entry):
    """议题: one appeal, what makes it difficult, and what was decided, one a topic."""

    __tablename__ = "meeting_topic"
    __table_args__ = (
        Index("ix_meeting_topic_parent", "parent_id", "id"),
        Index("ix_meeting_topic_appeal", "appeal_id"),
    )

    parent_id: Mapped[int]
    appeal_id: Mapped[int | None]
    subject: Mapped[str] = mapped_column(String(200), default="")
    difficulty: Mapped[str] = mapped_column(Text, default="")
    content: Mapped[str] = mapped_column(Text, default="")
    """会商意见: the one joint conclusion of the topic."""
    unit_id: Mapped[int | None]
    due_on: Mapped[date | None]


class MeetingParticipant(Entry):
    """Who is asked to come, and whether he came."""

    __tablename__ = "meeting_participant"
    __table_args__ = (Index("ix_meeting_participant_parent", "parent_id", "unit_id"),)

    parent_id: Mapped[int]
    unit_id: Mapped[int | None]
    name: Mapped[str] = mapped_column(String(80), default="")
    post: Mapped[str] = mapped_column(String(120), default="")
    part: Mapped[str] = mapped_column(String(20), default="")


class MeetingOpinion(Entry):
    """What one participant said on one topic; a unit reads its own."""

    __tablename__ = "meeting_opinion"
    __table_args__ = (Index("ix_meeting_opinion_parent", "parent_id", "id"),)

    parent_id: Mapped[int]
    appeal_id: Mapped[int | None]
    unit_id: Mapped[int | None]
    speaker: Mapped[str] = mapped_column(String(80), default="")
    stance: Mapped[str] = mapped_column(String(20), default="")
    content: Mapped[str] = mapped_column(Text, default="")


class MeetingTask(Entry):
    """分解任务: what a unit does after the meeting, and by when."""

    __tablename__ = "meeting_task"
    __table_args__ = (
        Index("ix_meeting_task_parent", "parent_id", "id"),
        Index("ix_meeting_task_unit", "unit_id", "state"),
    )

    parent_id: Mapped[int]
    appeal_id: Mapped[int | None]
    task: Mapped[str] = mapped_column(Text, default="")
    unit_id: Mapped[int | None]
    handler: Mapped[str] = mapped_column(String(80), default="")
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(Text, default="")
