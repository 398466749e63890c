"""Takes a whole batch back: a tombstone that frees its source ids (SETTLED §5)."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import func, select, update

from db.appeals.tables import TRACK, Appeal
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tables import Milestone
from db.core.tx import Tx
from db.exchange.importing import drop_tokens
from db.exchange.tables import ImportBatch


@dataclass(frozen=True, slots=True)
class UndoBatch:
    """Undo an import while nobody has worked on any of its rows.

    The rows stay without contents and unpublished, their facts are revoked as of now (a month
    that was closed before keeps them and shows the correction), their ids may be imported again.
    """

    permission: ClassVar[Permission] = Permission.IMPORT

    batch_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Return how many rows were taken back.

        Raises:
            RefusedError: `missing_reason`, `batch_not_published`, `batch_worked_on`.
        """
        if not self.reason.strip():
            raise RefusedError("missing_reason", field="reason")
        batch = tx.load(ImportBatch, self.batch_id, seen=self.seen)
        if batch.state == "writing":
            raise NotAllowedError("not_found")
        if batch.state != "published":
            raise RefusedError("batch_not_published")
        mine = Appeal.batch_id == batch.id
        worked_on = tx.session.scalar(select(func.count()).where(mine, Appeal.version > 1)) or 0
        if worked_on:
            raise RefusedError("batch_worked_on", count=int(worked_on))
        drop_tokens(tx, batch.id)
        tx.session.execute(
            update(Milestone)
            .where(
                Milestone.track == TRACK,
                Milestone.case_id.in_(select(Appeal.id).where(mine)),
                Milestone.revoked_at.is_(None),
            )
            .values(revoked_at=tx.now)
        )
        cleared = tx.session.execute(
            update(Appeal)
            .where(mine)
            .values(
                published=False,
                subject="",
                facts="",
                reply="",
                person_name="",
                phone="",
                unit_text="",
                source_label="",
                source_hash="",
                text_key="",
                raw=None,
            )
        )
        batch.state = "undone"
        batch.undone_at = tx.now
        batch.undone_by_id = tx.actor.account_id
        batch.undone_reason = self.reason.strip()
        tx.changed.update((TRACK, "appeal"))
        return int(cleared.rowcount)  # type: ignore[attr-defined]
