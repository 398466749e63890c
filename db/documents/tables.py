"""Papers that were made, files that came in, deliveries and releases."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Base, Key, Versioned


class Document(Versioned):
    """A paper: draft, released by a second person, numbered, issued, delivered or void."""

    __tablename__ = "document"
    __table_args__ = (Index("ix_document_case", "track", "case_id", "id"),)

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20), default="draft")
    number: Mapped[str] = mapped_column(String(80), default="")
    title: Mapped[str] = mapped_column(String(200), default="")
    fields: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Values printed, so that the paper can be drawn again byte for byte."""
    typed_texts: Mapped[list[Any]] = mapped_column(JSON, default=list)
    template_hash: Mapped[str] = mapped_column(String(64), default="")
    content_hash: Mapped[str] = mapped_column(String(64), default="")
    made_on: Mapped[date]
    made_by_id: Mapped[int]
    marks: Mapped[int] = mapped_column(default=0)
    released_by_id: Mapped[int | None]
    released_at: Mapped[datetime | None]
    issued_on: Mapped[date | None]
    copies: Mapped[int] = mapped_column(default=0)
    void_reason: Mapped[str] = mapped_column(String(200), default="")


class Attachment(Versioned):
    """A file that was handed in or scanned; bytes are encrypted with the store."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_case", "track", "case_id"),)

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    name: Mapped[str] = mapped_column(String(255))
    kind: Mapped[str] = mapped_column(String(40), default="material")
    size: Mapped[int]
    pages: Mapped[int | None]
    copies: Mapped[int] = mapped_column(default=1)
    is_original: Mapped[bool] = mapped_column(default=False)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    added_on: Mapped[date]
    added_by_id: Mapped[int]
    removed_reason: Mapped[str] = mapped_column(String(200), default="")


class AttachmentBytes(Base):
    """The bytes of an attachment, apart so that lists never touch them."""

    __tablename__ = "attachment_bytes"
    audited: ClassVar[bool] = False

    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Template(Versioned):
    """A letter template that the office put in place of the shipped one."""

    __tablename__ = "template"

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(40), index=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(String(64))
    valid_from: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="")
