"""Code lists, deadline rules and the working calendar as rows."""

from datetime import date

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Base, Key, Versioned


class CodeRow(Versioned):
    """One value of a list, with its labels and validity."""

    __tablename__ = "code"
    __table_args__ = (UniqueConstraint("list", "value"),)

    id: Mapped[Key]
    list: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(String(60))
    zh: Mapped[str] = mapped_column(String(80))
    en: Mapped[str] = mapped_column(String(80))
    short_zh: Mapped[str] = mapped_column(String(20), default="")
    order: Mapped[int] = mapped_column(default=0)
    aliases: Mapped[str] = mapped_column(String(1000), default="")
    """Labels of other ledgers that mean this value, one a line."""
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    builtin: Mapped[bool] = mapped_column(default=True)


class DeadlineRuleRow(Versioned):
    """A deadline rule as the office has set it; the fields of `db.codes.deadlines.Rule`."""

    __tablename__ = "deadline_rule"
    __table_args__ = (UniqueConstraint("identifier", "profile"),)

    id: Mapped[Key]
    identifier: Mapped[str] = mapped_column(String(60))
    profile: Mapped[str] = mapped_column(String(40), default="default")
    length: Mapped[int | None]
    enabled: Mapped[bool] = mapped_column(default=True)


class CalendarDayRow(Base):
    """A day that differs from the plain week: a day off on a weekday or a make-up day."""

    __tablename__ = "calendar_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    is_working: Mapped[bool]
    name: Mapped[str] = mapped_column(String(40), default="")


class CalendarYearRow(Versioned):
    """Whether the State Council notice of a year has been entered (SETTLED §7)."""

    __tablename__ = "calendar_year"

    year: Mapped[int] = mapped_column(primary_key=True)
    has_notice: Mapped[bool]
    source: Mapped[str] = mapped_column(String(120), default="")
