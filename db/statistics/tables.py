"""Closed months and their corrections."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Key, Versioned


class MonthClose(Versioned):
    """A closed month: its cut-off and the figures told then; they never change."""

    __tablename__ = "month_close"
    __table_args__ = (UniqueConstraint("month"),)

    id: Mapped[Key]
    month: Mapped[str] = mapped_column(String(7))
    period_from: Mapped[date]
    period_to: Mapped[date]
    cut_off_at: Mapped[datetime]
    figures: Mapped[dict[str, Any]] = mapped_column(JSON)
    closed_by_id: Mapped[int]
    signed_by: Mapped[str] = mapped_column(String(80), default="")
    chain_head: Mapped[str] = mapped_column(String(64))


class MonthText(Versioned):
    """The manager's own words for a month's report (sections 五 and 六)."""

    __tablename__ = "month_text"
    __table_args__ = (UniqueConstraint("month"),)

    id: Mapped[Key]
    month: Mapped[str] = mapped_column(String(7))
    concerns: Mapped[str] = mapped_column(String(4000), default="")
    next_steps: Mapped[str] = mapped_column(String(4000), default="")
