"""Files handed in or scanned: added with their hash, never silently removed."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, select

import db.appeals.filters as appeals
import db.care.filters as care
import db.clarification.filters as clarification
import db.shelves
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.books.filters import reach as entry_reach
from db.care.tables import CareTalk
from db.clarification.tables import Clarification
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx
from db.documents.tables import Attachment, AttachmentBytes
from db.office.tables import Account

LARGEST = 50 * 1024 * 1024
"""Bytes of one file (PRODUCT J-77)."""
MOST = 200
"""Files of one case."""


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file of a case."""

    id: int
    version: int
    name: str
    kind: str
    size: int
    pages: int | None
    copies: int
    is_original: bool
    sha256: str
    added_on: date
    removed_reason: str


@dataclass(frozen=True, slots=True)
class Attach:
    """添加材料 or 扫描件入卷.

    Args:
        track: Kind of the case.
        case_id: The case.
        name: File name as shown.
        content: The bytes.
        kind: `material`, `scan` of a paper, `reply`.
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    track: str
    case_id: int
    name: str
    content: bytes
    kind: str = "material"
    pages: int | None = None
    copies: int = 1
    is_original: bool = False

    def __call__(self, tx: Tx) -> int:
        """File it; return its id.

        Raises:
            RefusedError: `no_files_here`, `file_empty`, `file_too_large`, `too_many_files`,
                `file_filed_before`.
        """
        require_case(tx, self.track, self.case_id)
        _require_writing(tx, self.track)
        if not self.content:
            raise RefusedError("file_empty", field="files", name=self.name)
        if len(self.content) > LARGEST:
            raise RefusedError("file_too_large", field="files", name=self.name, most="50 MB")
        digest = hashlib.sha256(self.content).hexdigest()
        present = attachments(tx, self.track, self.case_id)
        if len(present) >= MOST:
            raise RefusedError("too_many_files", field="files", most=MOST)
        if any(a.sha256 == digest and not a.removed_reason for a in present):
            raise RefusedError("file_filed_before", field="files", name=self.name)
        row = tx.add(
            Attachment(
                track=self.track,
                case_id=self.case_id,
                name=self.name[:255],
                kind=self.kind,
                size=len(self.content),
                pages=self.pages,
                copies=self.copies,
                is_original=self.is_original,
                sha256=digest,
                added_on=tx.today,
                added_by_id=tx.actor.account_id,
            )
        )
        tx.add(AttachmentBytes(attachment_id=row.id, content=self.content))
        tx.tell(
            self.track,
            self.case_id,
            "attach",
            source=None,
            target=None,
            on=tx.today,
            note=self.name,
        )
        return row.id


@dataclass(frozen=True, slots=True)
class Detach:
    """Take a file out of the list with a reason; its bytes stay (规则 Art 52)."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    attachment_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Mark it removed; return the case."""
        row = tx.load(Attachment, self.attachment_id, seen=self.seen)
        require_case(tx, row.track, row.case_id)
        _require_file(tx, row)
        if not self.reason.strip():
            raise RefusedError("missing_reason", field="reason")
        row.removed_reason = self.reason.strip()
        tx.tell(
            row.track,
            row.case_id,
            "detach",
            source=None,
            target=None,
            on=tx.today,
            note=f"{row.name}: {self.reason}",
        )
        return row.case_id


def require_case(read: Read, track: str, case_id: int) -> None:
    """Refuse a case that the actor may not see.

    Raises:
        NotAllowedError: `not_found`.
        RefusedError: `unknown_book`.
    """
    kinds: dict[str, tuple[Any, Any]] = {
        "ordinary_appeal": (Appeal, appeals.reach),
        "clarification": (Clarification, clarification.reach),
        "care_talk": (CareTalk, care.reach),
    }
    if track in kinds:
        kind, reach = kinds[track]
        condition = reach(read)
    else:
        shelf = db.shelves.shelf(track)
        kind, condition = shelf.table, entry_reach(read, shelf)
    if read.session.scalar(select(kind.id).where(kind.id == case_id, condition)) is None:
        raise NotAllowedError("not_found")


def _require_writing(tx: Tx, track: str) -> None:
    # Who only reads a book files nothing with its entries; with a sealed one nobody does.
    if track not in db.shelves.SHELVES:
        return
    book = db.shelves.book(track)
    if book.sealed:
        raise RefusedError("no_files_here", field="files")
    if not book.is_written_by(tx.actor.grants.keys()):
        raise NotAllowedError("not_permitted")


def _in_part(read: Read, track: str, case_id: int) -> tuple[ColumnElement[bool], ...]:
    # A unit that was asked one question has the files that its own people filed.
    if track != APPEALS or appeals.sees_whole(read, case_id):
        return ()
    own = select(Account.id).where(Account.unit_id == read.actor.unit_id)
    return (Attachment.added_by_id.in_(own),)


def _require_file(read: Read, row: Attachment) -> None:
    where = _in_part(read, row.track, row.case_id)
    if not read.session.scalar(select(Attachment.id).where(Attachment.id == row.id, *where)):
        raise NotAllowedError("not_found")


def attachments(read: Read, track: str, case_id: int) -> tuple[AttachmentRow, ...]:
    """Return the files of a case, newest first, removed ones included."""
    require_case(read, track, case_id)
    rows = read.session.scalars(
        select(Attachment)
        .where(
            Attachment.track == track,
            Attachment.case_id == case_id,
            *_in_part(read, track, case_id),
        )
        .order_by(Attachment.id.desc())
    )
    return tuple(
        AttachmentRow(
            r.id,
            r.version,
            r.name,
            r.kind,
            r.size,
            r.pages,
            r.copies,
            r.is_original,
            r.sha256,
            r.added_on,
            r.removed_reason,
        )
        for r in rows
    )


def attachment_content(read: Read, attachment_id: int) -> tuple[str, bytes]:
    """Return name and bytes of a file, checked against its hash; the reading is noted.

    Raises:
        NotAllowedError: `not_found`.
        RefusedError: `file_damaged`.
    """
    row = read.session.get(Attachment, attachment_id)
    if row is None:
        raise NotAllowedError("not_found")
    require_case(read, row.track, row.case_id)
    _require_file(read, row)
    content = read.session.get_one(AttachmentBytes, attachment_id).content
    if hashlib.sha256(content).hexdigest() != row.sha256:
        raise RefusedError("file_damaged", name=row.name)
    read.note_read("open_file", row.track, row.case_id)
    return row.name, content
