"""Units, accounts, grants, recusals, saved views."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Base, Key, Versioned


class Unit(Versioned):
    """A node of the unit tree: unit, section (SETTLED §2)."""

    __tablename__ = "unit"
    __table_args__ = (Index("ix_unit_tree", "parent_id", "order_number"),)

    id: Mapped[Key]
    key: Mapped[str] = mapped_column(String(60), unique=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    full_name: Mapped[str] = mapped_column(String(120))
    short_name: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(40), default="other")
    order_number: Mapped[int] = mapped_column(default=0)
    member_department: Mapped[str | None] = mapped_column(String(20))
    """organization, discipline, hr, petition for the four members, else None."""
    party_body: Mapped[str] = mapped_column(String(120), default="")
    party_address: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    office_hours: Mapped[str] = mapped_column(String(120), default="")
    counts_time: Mapped[bool] = mapped_column(default=True)
    """False for 纪委监委: no light, urging or duration anywhere (SETTLED §9.8)."""
    is_vertical: Mapped[bool] = mapped_column(default=False)
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class UnitName(Base):
    """A former name with its dates."""

    __tablename__ = "unit_name"

    id: Mapped[Key]
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Account(Versioned):
    """A person who logs in; keys and password live in the key file, never here."""

    __tablename__ = "account"

    id: Mapped[Key]
    login: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(80))
    post: Mapped[str] = mapped_column(String(120), default="")
    role: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    is_active: Mapped[bool] = mapped_column(default=True)
    ends_on: Mapped[date | None]
    duties: Mapped[str] = mapped_column(String(200), default="", server_default="")
    """Names of `Duty`, separated by spaces."""
    sex: Mapped[str] = mapped_column(String(10), default="", server_default="")
    """Only to suggest who else should be in the room at a talk (OFFICE §5-31); may be empty."""


class Grant(Base):
    """role × permission × scope."""

    __tablename__ = "grant"
    __table_args__ = (UniqueConstraint("role", "permission"),)

    id: Mapped[Key]
    role: Mapped[str] = mapped_column(String(20))
    permission: Mapped[str] = mapped_column(String(40))
    scope: Mapped[str] = mapped_column(String(20))


class Recusal(Base):
    """An explicit deny: it removes a case from list, search and count at once."""

    __tablename__ = "recusal"
    __table_args__ = (Index("ix_recusal_account", "account_id", "track", "case_id"),)

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str] = mapped_column(String(40))
    decided_by_id: Mapped[int]
    decided_on: Mapped[date]
    lifted_on: Mapped[date | None]


class SavedView(Versioned):
    """A saved query, private or shared, with its columns and sort."""

    __tablename__ = "saved_view"

    id: Mapped[Key]
    account_id: Mapped[int]
    name: Mapped[str] = mapped_column(String(60))
    page: Mapped[str] = mapped_column(String(40))
    is_shared: Mapped[bool] = mapped_column(default=False)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


class HeldNote(Versioned):
    """暂存件: name, phone and one line now, the rest later, original time kept (SETTLED §2)."""

    __tablename__ = "held_note"

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(60))
    person_name: Mapped[str] = mapped_column(String(80))
    phone: Mapped[str] = mapped_column(String(40), default="")
    line: Mapped[str] = mapped_column(Text)
    came_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20), default="held", index=True)
    appeal_id: Mapped[int | None]
    registered_by_id: Mapped[int]
    reason: Mapped[str | None] = mapped_column(String(200))


class Consultation(Base):
    """咨询: class, one line, who answered; counted in person-times apart."""

    __tablename__ = "consultation"
    __table_args__ = (Index("ix_consultation_day", "happened_on"),)

    id: Mapped[Key]
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime]
    category: Mapped[str] = mapped_column(String(40))
    line: Mapped[str] = mapped_column(String(300))
    answer: Mapped[str] = mapped_column(String(500), default="")
    person_times: Mapped[int] = mapped_column(default=1)
    answered_by_id: Mapped[int]
