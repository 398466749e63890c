"""The mapped base, the kinds of column and the names of constraints."""

from datetime import UTC, date, datetime
from typing import Annotated, ClassVar

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    ForeignKey,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, kept as a naive UTC value so that both stores compare it alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware instant into naive UTC; a naive one is a fault of ours."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must be aware")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the stored value its zone back."""
        return None if value is None else value.replace(tzinfo=UTC)


Key = Annotated[int, mapped_column(primary_key=True)]
Label = Annotated[str, mapped_column(String(200))]
Body = Annotated[str, mapped_column(Text)]
Day = date
Moment = Annotated[datetime, mapped_column(Instant)]
Blob = Annotated[bytes, mapped_column(LargeBinary)]


class Base(DeclarativeBase):
    """Base of every mapped row of the store."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[object, object]] = {datetime: Instant, dict: JSON}

    audited: ClassVar[bool] = True
    """Whether the trail writes an entry for each change of a row of this table."""


class Versioned(Base):
    """Base of rows that people change: every change raises the version (optimistic locking)."""

    __abstract__ = True

    version: Mapped[int] = mapped_column(default=1)


__all__ = [
    "Base",
    "Blob",
    "Body",
    "Day",
    "ForeignKey",
    "Instant",
    "Key",
    "Label",
    "Moment",
    "Versioned",
]
