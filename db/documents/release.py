"""核对放行: the second person who releases a paper, whatever room it comes from (SETTLED §9.1)."""

from dataclasses import dataclass
from typing import ClassVar

import db.shelves
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.documents import making, outward, releasing
from db.documents.tables import Document


@dataclass(frozen=True, slots=True)
class ReleasePaper:
    """核对放行: by another person than the one who made it; the record says what it said then."""

    permission: ClassVar[Permission] = Permission.DOCUMENT_RELEASE

    document_id: int
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Release it; return the case.

        Raises:
            RefusedError: `already_decided`, `self_confirmation`, `paper_outdated`.
            NotAllowedError: `not_found` for a paper of a case that one may not read whole.
            ConflictError: If it changed since.
        """
        row = tx.load(Document, self.document_id)
        making.require_paper(tx, row)
        row = tx.load(Document, row.id, seen=self.seen)
        if row.state != "draft":
            raise RefusedError("already_decided")
        if row.made_by_id in tx.actor.people:
            raise RefusedError("self_confirmation")
        if not _still_says(tx, row):
            raise RefusedError("paper_outdated")
        row.state = "released"
        row.released_by_id, row.released_at = tx.actor.account_id, tx.now
        tx.tell(
            row.track,
            row.case_id,
            "release_paper",
            source=None,
            target=None,
            on=tx.today,
            note=row.title,
        )
        return row.case_id


def _still_says(tx: Tx, row: Document) -> bool:
    if row.track in db.shelves.SHELVES:
        return outward.still_says(tx, row)
    if row.track in making.FILLERS:
        return making.still_says(tx, row)
    return releasing.still_says(tx, row)
