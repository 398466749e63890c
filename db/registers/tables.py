"""Mapped rows of the office's own books."""

from datetime import date

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry


class LeaderNote(Entry):
    """领导批示件: what a leader wrote on a paper, who does it, by when, and what came of it."""

    __tablename__ = "leader_note"
    __table_args__ = (Index("ix_leader_note_state", "state", "entered_on"),)

    subject: Mapped[str] = mapped_column(String(200), default="")
    leader: Mapped[str] = mapped_column(String(80), default="")
    leader_post: Mapped[str] = mapped_column(String(120), default="")
    noted_on: Mapped[date | None]
    wording: Mapped[str] = mapped_column(Text, default="")
    """批示内容, word for word."""
    kind: Mapped[str] = mapped_column(String(40), default="")
    urgency: Mapped[str] = mapped_column(String(20), default="")
    appeal_id: Mapped[int | None]
    unit_id: Mapped[int | None]
    handler: Mapped[str] = mapped_column(String(80), default="")
    due_on: Mapped[date | None]
    progress: Mapped[str] = mapped_column(Text, default="")
    finished_on: Mapped[date | None]
    reported_on: Mapped[date | None]
    report_way: Mapped[str] = mapped_column(String(40), default="")
    noted_again: Mapped[str] = mapped_column(Text, default="")
    archive_number: Mapped[str] = mapped_column(String(60), default="")
    remark: Mapped[str] = mapped_column(String(500), default="")
    scan_id: Mapped[int | None]
