"""Persons: the cadres who come to the desk."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Key, Versioned


class Person(Versioned):
    """A cadre; namesakes are told apart by birth month, unit and post (SETTLED §2)."""

    __tablename__ = "person"
    __table_args__ = (
        Index("ix_person_name", "name"),
        Index("ix_person_pinyin", "pinyin"),
        Index("ix_person_initials", "initials"),
        Index("ix_person_unit", "unit_id", "name"),
    )

    id: Mapped[Key]
    name: Mapped[str] = mapped_column(String(200))
    pinyin: Mapped[str] = mapped_column(String(400), default="")
    initials: Mapped[str] = mapped_column(String(80), default="")
    sex: Mapped[str] = mapped_column(String(10), default="")
    birth_month: Mapped[str] = mapped_column(String(7), default="")
    """1985.03."""
    political_status: Mapped[str] = mapped_column(String(40), default="")
    person_category: Mapped[str] = mapped_column(String(40), default="")
    administration: Mapped[str] = mapped_column(String(40), default="")
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    unit_text: Mapped[str] = mapped_column(String(200), default="")
    post: Mapped[str] = mapped_column(String(120), default="")
    rank: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    contact_preference: Mapped[str] = mapped_column(String(40), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    id_number: Mapped[str] = mapped_column(String(40), default="")
    is_active: Mapped[bool] = mapped_column(default=True)
