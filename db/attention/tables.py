"""Attention notes that somebody set aside; the notes themselves are never stored."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Base, Key


class AttentionDismissal(Base):
    """不再提示, with the reason; it names the pattern by its cases, not the person."""

    __tablename__ = "attention_dismissal"
    __table_args__ = (CheckConstraint("reason <> ''", name="has_reason"),)

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    rule: Mapped[str] = mapped_column(String(30))
    reason: Mapped[str] = mapped_column(String(200))
    dismissed_on: Mapped[date]
    dismissed_at: Mapped[datetime]
    dismissed_by_id: Mapped[int]
