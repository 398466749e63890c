"""Bound files and the papers in them."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry
from db.core.base import Base, Key


class CaseFile(Entry):
    """案卷: the papers of one case bound in order, with retention and archive number."""

    __tablename__ = "case_file"
    __table_args__ = (
        UniqueConstraint("track", "case_id"),
        Index("ix_case_file_state", "state", "expires_on"),
        CheckConstraint("made_by_id <> checked_by_id", name="two_people"),
        CheckConstraint(
            "state IN ('in_order','checked') OR retention = 'permanent' OR expires_on IS NOT NULL",
            name="filed_has_term",
        ),
    )

    track: Mapped[str] = mapped_column(String(40), default="")
    case_id: Mapped[int] = mapped_column(default=0)
    case_number: Mapped[str] = mapped_column(String(80), default="")
    title: Mapped[str] = mapped_column(String(200), default="")
    retention: Mapped[str] = mapped_column(String(20), default="")
    pages: Mapped[int | None]
    description: Mapped[str] = mapped_column(Text, default="")
    made_by: Mapped[str] = mapped_column(String(80), default="")
    made_by_id: Mapped[int | None]
    checked_by: Mapped[str] = mapped_column(String(80), default="")
    checked_by_id: Mapped[int | None]
    checked_on: Mapped[date | None]
    filed_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    """Day the case ended; the term counts from the year after it."""
    expires_on: Mapped[date | None]
    handed_to: Mapped[str] = mapped_column(String(120), default="")
    handed_on: Mapped[date | None]
    list_number: Mapped[str] = mapped_column(String(80), default="")


class FiledPaper(Base):
    """A paper that lies in a bound file: what it is, on which page, and its scan."""

    __tablename__ = "filed_paper"
    __table_args__ = (Index("ix_filed_paper_case", "track", "case_id"),)

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    paper: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(200), default="")
    number: Mapped[str] = mapped_column(String(80), default="")
    author: Mapped[str] = mapped_column(String(120), default="")
    dated_on: Mapped[date | None]
    first_page: Mapped[int | None]
    pages: Mapped[int | None]
    attachment_id: Mapped[int | None]
    filed_on: Mapped[date]
    filed_by_id: Mapped[int]
    filed_by_name: Mapped[str] = mapped_column(String(80))
