"""What somebody is typing, kept in the encrypted store (DESIGN §3.8)."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import delete, select

from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tables import Draft
from db.core.tx import Read, Tx
from db.office.tables import Recusal

CASE_FORMS = {"talk_record": "care_talk", "clarification_proposal": "clarification"}
"""Forms whose key is a case: kind of the draft → track."""

BOOK = "book:"
"""Kinds of the forms of books begin so; their key begins with the entry."""

HIDDEN = "_"
"""Kinds that begin so are the program's own (open tabs, recent cases), never offered."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft as it is offered.

    Attributes:
        kind: Form that it belongs to, as `intake`.
        key: Which one: a case, or `new`.
        title: What the person may know it by.
        body: The typed values by field.
        saved_at: Last change, aware UTC.
    """

    kind: str
    key: str
    title: str
    body: dict[str, Any]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class SaveDraft:
    """Keep what is typed in a form; the last save of a form is the only one."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    kind: str
    key: str
    title: str
    body: dict[str, Any]

    def __call__(self, tx: Tx) -> datetime:
        """Write the draft and return when.

        Raises:
            RefusedError: `nothing_written_here` for a form beside which no word may be kept.
        """
        _refuse_sealed(self.kind)
        row = tx.session.scalar(
            select(Draft).where(
                Draft.account_id == tx.actor.account_id,
                Draft.kind == self.kind,
                Draft.key == self.key,
            )
        )
        if row is None:
            row = Draft(
                account_id=tx.actor.account_id,
                kind=self.kind,
                key=self.key,
                title=self.title[:120],
                body=self.body,
                saved_at=tx.now,
            )
            tx.add(row)
        else:
            row.title, row.body, row.saved_at = self.title[:120], self.body, tx.now
        tx.changed.add("draft")
        return tx.now


@dataclass(frozen=True, slots=True)
class DropDraft:
    """Throw a draft away."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    kind: str
    key: str

    def __call__(self, tx: Tx) -> None:
        """Delete it; one that is gone already is no fault."""
        tx.session.execute(
            delete(Draft).where(
                Draft.account_id == tx.actor.account_id,
                Draft.kind == self.kind,
                Draft.key == self.key,
            )
        )
        tx.changed.add("draft")


def _refuse_sealed(kind: str) -> None:
    # Imported here: the books of other rooms import this one.
    from db.shelves import is_sealed

    if is_sealed(kind.removeprefix(BOOK)):
        raise RefusedError("nothing_written_here")


def drafts(read: Read) -> tuple[DraftRow, ...]:
    """Return the actor's own drafts, newest first; none of a case from which he is recused."""
    denied = _denied(read)
    rows = read.session.scalars(
        select(Draft)
        .where(
            Draft.account_id == read.actor.account_id,
            ~Draft.kind.startswith(HIDDEN, autoescape=True),
        )
        .order_by(Draft.saved_at.desc(), Draft.id.desc())
    )
    return tuple(_row(row) for row in rows if _case_of(row.kind, row.key) not in denied)


def draft(read: Read, kind: str, key: str) -> DraftRow | None:
    """Return one of the actor's own drafts, or None."""
    if _case_of(kind, key) in _denied(read):
        return None
    row = read.session.scalar(
        select(Draft).where(
            Draft.account_id == read.actor.account_id, Draft.kind == kind, Draft.key == key
        )
    )
    return None if row is None else _without_denied(read, _row(row))


def _without_denied(read: Read, row: DraftRow) -> DraftRow:
    """Return a draft of the program's own without the names of cases that are gone for the actor.

    The list of recent cases keeps number and person; a recusal takes those away as well.
    """
    cases = row.body.get("cases")
    if not row.kind.startswith(HIDDEN) or not isinstance(cases, list):
        return row
    gone = _recused(read)
    kept = [case for case in cases if tuple(case[:2]) not in gone]
    return row if len(kept) == len(cases) else replace(row, body={**row.body, "cases": kept})


def _recused(read: Read) -> frozenset[tuple[str, int]]:
    rows = read.session.execute(
        select(Recusal.track, Recusal.case_id).where(
            Recusal.account_id.in_(read.actor.people), Recusal.lifted_on.is_(None)
        )
    )
    return frozenset((track, case_id) for track, case_id in rows)


def _denied(read: Read) -> frozenset[tuple[str, str]]:
    """Return kind and case of the drafts that belong to cases from which the actor is recused."""
    kinds: dict[str, list[str]] = {}
    for kind, track in CASE_FORMS.items():
        kinds.setdefault(track, []).append(kind)
    return frozenset(
        (kind, str(case_id))
        for track, case_id in _recused(read)
        for kind in (track, f"{BOOK}{track}"[:40], *kinds.get(track, ()))
    )


def _case_of(kind: str, key: str) -> tuple[str, str]:
    """Return a draft's kind and the case in its key, which stands before the first colon."""
    return kind, key.partition(":")[0]


def _row(row: Draft) -> DraftRow:
    return DraftRow(row.kind, row.key, row.title, dict(row.body), row.saved_at)
