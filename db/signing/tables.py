"""Mapped row of a line of signing."""

from datetime import date

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry


class SigningLine(Entry):
    """签发人、落款、联系人: what papers print, from a day on and up to a day."""

    __tablename__ = "signing_line"
    __table_args__ = (
        Index("ix_signing_line_kind", "kind", "from_on"),
        CheckConstraint("to_on IS NULL OR to_on >= from_on", name="ends_after_beginning"),
    )

    kind: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(String(120), default="")
    post: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    from_on: Mapped[date]
    to_on: Mapped[date | None]
