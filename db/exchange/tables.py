"""Import batches."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Key, Versioned


class ImportBatch(Versioned):
    """One file brought in; undone ones stay as tombstones and free their source ids."""

    __tablename__ = "import_batch"
    __table_args__ = (Index("ix_import_batch_state", "state", "touched_at"),)

    id: Mapped[Key]
    file_name: Mapped[str] = mapped_column(String(255))
    file_hash: Mapped[str] = mapped_column(String(64), default="")
    rows_hash: Mapped[str] = mapped_column(String(64), default="")
    source: Mapped[str] = mapped_column(String(80))
    """Kind of file (`db.exchange.headers.source_of`); ids are compared inside one source."""
    state: Mapped[str] = mapped_column(String(20))
    """writing, published, undone, abandoned."""
    read_count: Mapped[int] = mapped_column(default=0)
    imported_count: Mapped[int] = mapped_column(default=0)
    report: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Counts and reasons by row, without texts; outside the trail."""
    imported_by_id: Mapped[int]
    imported_at: Mapped[datetime]
    touched_at: Mapped[datetime]
    """Last chunk written; a writing batch that nobody touched for long was killed."""
    undone_at: Mapped[datetime | None]
    undone_by_id: Mapped[int | None]
    undone_reason: Mapped[str] = mapped_column(String(200), default="")
