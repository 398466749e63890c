"""关联 and 解除关联: ties appeals that belong together; their states stay as they are."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import and_, or_, select

from db.appeals.tables import TRACK, Appeal, CaseLink
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx

KINDS = ("repeated", "related", "reopened")
"""Links that a person may make by hand; the others come from deeds of their own."""


@dataclass(frozen=True, slots=True)
class LinkRepeated:
    """Link appeals to the earliest of them as repeated (or related) ones.

    Attributes:
        target_id: The earlier appeal.
        appeal_ids: Those that repeat it.
        kind: `repeated`, `related` or `reopened`.
    """

    permission: ClassVar[Permission] = Permission.DUPLICATES

    target_id: int
    appeal_ids: tuple[int, ...]
    kind: str = "repeated"

    def __call__(self, tx: Tx) -> int:
        """Return how many links were new; a pair that is linked already stays as it is.

        Raises:
            RefusedError: `unknown_value`, `same_appeal`.
            NotAllowedError: `not_found`.
        """
        if self.kind not in KINDS:
            raise RefusedError("unknown_value", field="kind", list="link_kind", value=self.kind)
        if self.target_id in self.appeal_ids or not self.appeal_ids:
            raise RefusedError("same_appeal")
        target = tx.load(Appeal, self.target_id)
        made = 0
        for appeal_id in dict.fromkeys(self.appeal_ids):
            appeal = tx.load(Appeal, appeal_id)
            if links_between(tx, appeal.id, target.id):
                continue
            tx.add(
                CaseLink(
                    from_track=TRACK,
                    from_id=appeal.id,
                    to_track=TRACK,
                    to_id=target.id,
                    kind=self.kind,
                )
            )
            _tell(tx, appeal, "link", _handle(target))
            _tell(tx, target, "link", _handle(appeal))
            made += 1
        return made


@dataclass(frozen=True, slots=True)
class Unlink:
    """End the links between two appeals that were made by hand; a merge is undone by its own."""

    permission: ClassVar[Permission] = Permission.DUPLICATES

    first_id: int
    second_id: int

    def __call__(self, tx: Tx) -> int:
        """Return how many links ended.

        Raises:
            NotAllowedError: `not_found`.
        """
        first, second = tx.load(Appeal, self.first_id), tx.load(Appeal, self.second_id)
        ended = 0
        for link in links_between(tx, first.id, second.id):
            if link.kind in KINDS:
                link.ended_on = tx.today
                ended += 1
        if ended:
            _tell(tx, first, "unlink", _handle(second))
            _tell(tx, second, "unlink", _handle(first))
        tx.session.flush()
        return ended


def links_between(read: Read, first_id: int, second_id: int) -> list[CaseLink]:
    """Return the links of two appeals that have not ended."""
    return list(
        read.session.scalars(
            select(CaseLink).where(
                CaseLink.from_track == TRACK,
                CaseLink.to_track == TRACK,
                CaseLink.ended_on.is_(None),
                or_(
                    and_(CaseLink.from_id == first_id, CaseLink.to_id == second_id),
                    and_(CaseLink.from_id == second_id, CaseLink.to_id == first_id),
                ),
            )
        )
    )


def _handle(appeal: Appeal) -> str:
    return appeal.number or appeal.source_number


def _tell(tx: Tx, appeal: Appeal, act: str, note: str) -> None:
    tx.tell(TRACK, appeal.id, act, source=None, target=None, on=tx.today, note=note)
