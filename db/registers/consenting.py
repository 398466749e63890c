"""What seal, reading and numbered copies share: asked at once, and the name of who agreed."""

from collections.abc import Callable, Collection
from typing import Any

from sqlalchemy import func, select

from db.books.shelf import Shelf, Step
from db.books.writing import take
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.tables import Approval
from db.core.tx import Tx
from db.registers.tables import NumberedCopy, ReadingLog, SealUse

APPRAISALS = ("考察", "考核", "任用", "任免", "提拔", "选拔", "评优", "评先", "晋升", "人选")
"""Purposes for which an appeal record is never opened (SETTLED §9.4)."""
MOST_COPIES = 50
"""Copies of one list; more is no list for a leader."""


def asked_at_once(shelf: Callable[[], Shelf]) -> Callable[[Tx, Any, Step], None]:
    """Return a hook that asks for the decision with the first line, and notes who agreed."""

    def follow(tx: Tx, entry: Any, step: Step) -> None:
        if step.move.name == "ask":
            take(tx, shelf(), entry, "approve", {}, unasked=True)
        elif step.move.name == "approve":
            entry.approver = approver(tx, entry)

    return follow


def approver(tx: Tx, entry: Any) -> str:
    """Return who agreed to an entry."""
    return (
        tx.session.scalar(
            select(Approval.approver_name)
            .where(
                Approval.track == entry.__tablename__,
                Approval.case_id == entry.id,
                Approval.act == "approve",
                Approval.state == "agreed",
            )
            .order_by(Approval.id.desc())
            .limit(1)
        )
        or ""
    )


def seal_check(_tx: Tx, entry: SealUse, step: Step) -> Collection[Evidence]:
    """Let two people be there when the stamp is set.

    Raises:
        RefusedError: `seal_needs_two`, `missing_copies`.
    """
    if step.move.name in ("ask", "use") and not step.values["copies"]:
        raise RefusedError("missing_copies", field="copies")
    if step.move.name == "use":
        if step.values["handler"] == step.values["supervisor"]:
            raise RefusedError("seal_needs_two", field="supervisor")
        if step.values["copies"] > (entry.copies or 0):
            raise RefusedError("more_than_approved", field="copies", most=entry.copies or 0)
    return ()


def reading_check(tx: Tx, entry: ReadingLog, step: Step) -> Collection[Evidence]:
    """Refuse to open appeal records for appraisals; the handler is who enters it.

    Raises:
        RefusedError: `purpose_not_allowed`.
    """
    if step.move.name == "ask":
        words = f"{step.values['purpose_text']} {step.values['content']}"
        if any(word in words for word in APPRAISALS):
            raise RefusedError("purpose_not_allowed", field="purpose_text")
        entry.handler = tx.actor.name
    return ()


def copy_check(tx: Tx, entry: NumberedCopy, step: Step) -> Collection[Evidence]:
    """Give the copies their running numbers as they leave (份号).

    Raises:
        RefusedError: `missing_copies`, `too_many_copies`.
    """
    if step.move.name == "ask":
        if not step.values["copies"]:
            raise RefusedError("missing_copies", field="copies")
        if step.values["copies"] > MOST_COPIES:
            raise RefusedError("too_many_copies", field="copies", most=MOST_COPIES)
        entry.printed_by = tx.actor.name
    elif step.move.name == "hand_out" and entry.first_copy is None:
        last = tx.session.scalar(select(func.max(NumberedCopy.last_copy))) or 0
        step.values["first_copy"] = last + 1
        step.values["last_copy"] = last + (entry.copies or 1)
    return ()
