"""The columns that every entry of a book has."""

from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Key, Versioned


class Entry(Versioned):
    """Base of the mapped rows of books; a room adds its own columns.

    A child book (`Book.parent`) adds `parent_id: Mapped[int]` with an index.
    """

    __abstract__ = True

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(60), default="")
    state: Mapped[str] = mapped_column(String(40))
    entered_on: Mapped[date]
    """Civil day of the first event: told or today."""
    entered_at: Mapped[datetime]
    entered_by_id: Mapped[int]
    entered_by_name: Mapped[str] = mapped_column(String(80))
    is_backfilled: Mapped[bool] = mapped_column(default=False)
    """补录: typed later than it happened, for ever (OFFICE §1-28)."""
