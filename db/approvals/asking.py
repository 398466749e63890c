"""Asks for a decision; the rooms call it when a move needs somebody else's consent."""

from datetime import date
from typing import Any

from sqlalchemy import select

from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tables import Approval
from db.core.tx import Behalf, Tx

ABOUT_PEOPLE = frozenset({"recuse"})
"""Acts about who works on a case: they wait on, whatever way the case goes."""


def ask(
    tx: Tx,
    track: str,
    case_id: int,
    act: str,
    *,
    payload: dict[str, Any],
    needed: Permission,
    on: date,
    unit_id: int | None = None,
    summary: str = "",
    behalf: Behalf | None = None,
    once: bool = True,
) -> int:
    """Write a pending decision and return its id.

    The proposer is the person named on the paper, not who typed it (SETTLED §1). Where `once` is
    false, several decisions on the same act may wait beside each other.

    Raises:
        RefusedError: `decision_pending` while one on the same act waits.
    """
    waiting = tx.session.scalar(
        select(Approval.id).where(
            Approval.track == track,
            Approval.case_id == case_id,
            Approval.act == act,
            Approval.state.in_(("pending", "recorded")),
        )
    )
    if once and waiting is not None:
        raise RefusedError("decision_pending", act=act)
    row = tx.add(
        Approval(
            track=track,
            case_id=case_id,
            act=act,
            payload=payload,
            summary=summary[:300],
            needed_permission=needed.value,
            unit_id=unit_id,
            proposer_id=tx.actor.account_id,
            proposer_name=behalf.signer if behalf else tx.actor.shown_name,
            proposed_on=on,
            proposed_at=tx.now,
        )
    )
    tx.tell(
        track,
        case_id,
        f"propose_{act}",
        source=None,
        target=None,
        on=on,
        note=summary,
        unit_id=unit_id,
        behalf=behalf,
    )
    return row.id


def pending(tx: Tx, track: str, case_id: int) -> list[str]:
    """Return the acts on a case that wait for a decision."""
    return list(
        tx.session.scalars(
            select(Approval.act).where(
                Approval.track == track,
                Approval.case_id == case_id,
                Approval.act.not_in(ABOUT_PEOPLE),
                Approval.state.in_(("pending", "recorded")),
            )
        )
    )


def cancel_pending(tx: Tx, track: str, case_id: int, *acts: str) -> None:
    """Set aside waiting decisions whose case has gone another way."""
    statement = select(Approval).where(
        Approval.track == track,
        Approval.case_id == case_id,
        Approval.act.not_in(ABOUT_PEOPLE),
        Approval.state.in_(("pending", "recorded")),
    )
    if acts:
        statement = statement.where(Approval.act.in_(acts))
    for row in tx.session.scalars(statement):
        row.state = "lapsed"
    tx.session.flush()
