"""Commands and questions of numbered copies: asked, approved on the spot, handed out, collected."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import select

from db.appeals.queries import approvals_of
from db.appeals.rows import ApprovalRow
from db.books.filters import reach
from db.books.writing import Written, open_entry
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx
from db.documents.encoding import decode, encode
from db.documents.papers import Ledger, OnePage
from db.registers.leader_lists import ListWish, leader_paper, named
from db.registers.shelf import COPY_SHELF
from db.registers.tables import CopyContent, NumberedCopy

COPY_DIGITS = 6
"""份号 has six digits (GB/T 9704-2012)."""
OUT = ("handed_out", "collected", "destroyed")


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A numbered copy as the page of lists for leaders shows it.

    Attributes:
        id: Entry.
        version: Version seen.
        number: Its number in the register.
        subject: What it is.
        recipient: For whom.
        copies: How many.
        state: State.
        entered_on: Day it was asked for.
        asked_by: Who asked.
        approval_id: Decision that is waited for, None for none.
        may_decide: The actor may decide it: not his own.
        back_by: Day it is to come back.
    """

    id: int
    version: int
    number: str
    subject: str
    recipient: str
    copies: int
    state: str
    entered_on: date
    asked_by: str
    approval_id: int | None
    may_decide: bool
    back_by: date | None


@dataclass(frozen=True, slots=True)
class AskCopy:
    """Ask to print a list or a sheet with names in numbered copies; another approves.

    The contents are kept as they are now: what was approved is what leaves.
    """

    permission: ClassVar[Permission] = Permission.LEADER_LIST

    wish: ListWish
    purpose: str
    recipient: str
    copies: int = 1
    remark: str = ""

    def __call__(self, tx: Tx) -> Written:
        """Keep it and ask for the decision.

        Raises:
            RefusedError: `missing_purpose`, `missing_recipient`, `missing_copies`,
                `too_many_copies`, and as `leader_paper`.
        """
        paper = leader_paper(tx, self.wish)
        values: dict[str, Any] = {
            "subject": f"{paper.title}（{named(tx.now)}）",
            "list_name": self.wish.name,
            "purpose": self.purpose,
            "recipient": self.recipient,
            "copies": self.copies,
            "remark": self.remark,
        }
        entry = open_entry(tx, COPY_SHELF, "ask", values)
        tx.add(
            CopyContent(
                entry_id=entry.id,
                made_at=tx.now,
                body={"kind": paper.kind, "fields": encode(paper)},
            )
        )
        return Written(entry.id, entry.number, entry.state)


def copies(read: Read, *, limit: int = 50) -> tuple[CopyRow, ...]:
    """Return numbered copies that are not back yet first, then the latest.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.LEADER_LIST)
    ended = NumberedCopy.state.in_(("collected", "destroyed", "cancelled"))
    entries = read.session.scalars(
        select(NumberedCopy)
        .where(reach(read, COPY_SHELF))
        .order_by(ended, NumberedCopy.id.desc())
        .limit(limit)
    )
    return tuple(_row(read, entry) for entry in entries)


def _row(read: Read, entry: NumberedCopy) -> CopyRow:
    waiting = _waiting(read, entry.id) if entry.state == "asked" else None
    mine = entry.entered_by_id == read.actor.account_id
    return CopyRow(
        id=entry.id,
        version=entry.version,
        number=entry.number,
        subject=entry.subject,
        recipient=entry.recipient,
        copies=entry.copies or 1,
        state=entry.state,
        entered_on=entry.entered_on,
        asked_by=entry.entered_by_name,
        approval_id=waiting.id if waiting is not None else None,
        may_decide=waiting is not None
        and not mine
        and read.actor.may(Permission.LEADER_LIST_APPROVE),
        back_by=entry.back_by,
    )


def _waiting(read: Read, entry_id: int) -> ApprovalRow | None:
    found = approvals_of(read, COPY_SHELF.name, entry_id)
    return next((a for a in found if a.state in ("pending", "recorded")), None)


def copy_paper(read: Read, entry_id: int) -> Ledger | OnePage:
    """Return what a copy says, to be looked at; without a number nothing is printed from it.

    Raises:
        NotAllowedError: `not_found`.
    """
    entry = _entry(read, entry_id)
    kept = read.session.get_one(CopyContent, entry.id)
    read.note_read("open_card", COPY_SHELF.name, entry.id)
    paper: Ledger | OnePage = decode(kept.body["kind"], kept.body["fields"])
    return paper


def numbered_papers(read: Read, entry_id: int) -> tuple[Ledger | OnePage, ...]:
    """Return every copy with its own 份号, as it leaves; the print is noted.

    Raises:
        NotAllowedError: `not_found`.
        RefusedError: `copy_not_approved` before it was handed out.
    """
    entry = _entry(read, entry_id)
    if entry.state not in OUT or entry.first_copy is None or entry.last_copy is None:
        raise RefusedError("copy_not_approved")
    kept = read.session.get_one(CopyContent, entry.id)
    paper: Ledger | OnePage = decode(kept.body["kind"], kept.body["fields"])
    read.note_read("print_paper", COPY_SHELF.name, entry.id)
    return tuple(
        replace(paper, copy_number=f"{number:0{COPY_DIGITS}d}")
        for number in range(entry.first_copy, entry.last_copy + 1)
    )


def _entry(read: Read, entry_id: int) -> NumberedCopy:
    found = read.session.scalar(
        select(NumberedCopy).where(NumberedCopy.id == entry_id, reach(read, COPY_SHELF))
    )
    if found is None:
        raise NotAllowedError("not_found")
    return found
