"""Code lists, deadline rules, warning levels, the working calendar and unit windows as rows."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
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
    issued_on: Mapped[date | None]
    """Day of the notice, printed beside its number."""


class WarningLevelRow(Versioned):
    """From when on a deadline warns, for one profile of warnings and one rule or all of them."""

    __tablename__ = "warning_level"
    __table_args__ = (
        UniqueConstraint("profile", "rule"),
        CheckConstraint("orange <= yellow AND orange >= 0 AND red >= 0", name="in_order"),
    )

    id: Mapped[Key]
    profile: Mapped[str] = mapped_column(String(40))
    rule: Mapped[str] = mapped_column(String(60), default="")
    """Identifier of a deadline rule, or empty for every rule without a row of its own."""
    yellow: Mapped[int]
    """Working days left from which on it is yellow."""
    orange: Mapped[int]
    """Working days left from which on it is orange; 0 is the last day."""
    red: Mapped[int]
    """Working days over from which on the red card (督办) is due; the light is red at once."""


class UnitWindow(Versioned):
    """A public period of a unit (换届期间) in which its appeals are handled fast.

    It names a unit and days, never a person: nothing ties anybody to a selection (SETTLED §9.4).
    """

    __tablename__ = "unit_window"
    __table_args__ = (
        Index("ix_unit_window_days", "to_on", "from_on", "unit_id"),
        CheckConstraint("from_on <= to_on", name="in_order"),
    )

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    """The unit with all units below it."""
    title: Mapped[str] = mapped_column(String(120))
    from_on: Mapped[date]
    to_on: Mapped[date]
    ended_on: Mapped[date | None]
    """Day on which somebody ended it early."""
