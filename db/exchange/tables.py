"""Import batches."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Key, Versioned


class ImportBatch(Versioned):
    """One file brought in; undone ones stay as tombstones and free their source ids."""

    __tablename__ = "import_batch"

    id: Mapped[Key]
    file_name: Mapped[str] = mapped_column(String(255))
    file_hash: Mapped[str] = mapped_column(String(64))
    rows_hash: Mapped[str] = mapped_column(String(64), default="")
    source: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(20))
    """writing, published, undone, abandoned."""
    read_count: Mapped[int] = mapped_column(default=0)
    imported_count: Mapped[int] = mapped_column(default=0)
    report: Mapped[dict[str, Any]] = mapped_column(JSON)
    imported_by_id: Mapped[int]
    imported_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    undone_reason: Mapped[str] = mapped_column(String(200), default="")
