"""值班与交接班: one open log a day, counts from the store, two signatures."""

from collections.abc import Collection
from dataclasses import asdict

from sqlalchemy import select

from db.books.shelf import Step
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.tx import Read, Tx
from db.registers.counting import day_counts
from db.registers.tables import DutyLog


def duty_may(read: Read, entry: DutyLog | None, move: Move) -> bool:
    """Return whether the actor may make a move: nobody takes over from himself."""
    if entry is None or move.name != "take_over":
        return True
    return entry.giver_id != read.actor.account_id


def duty_check(tx: Tx, entry: DutyLog, step: Step) -> Collection[Evidence]:
    """Fill in the counts of the day and who signs.

    Raises:
        RefusedError: `duty_open_already`, `hand_over_to_self`, `date_in_future`.
    """
    name = step.move.name
    signer = step.behalf.signer.strip() if step.behalf is not None else tx.actor.name
    if name == "begin":
        _only_one(tx, step)
    elif name == "hand_over":
        assert entry.duty_on is not None
        step.values.update(asdict(day_counts(tx, entry.duty_on, whole=True)))
        entry.giver = signer
        entry.giver_id = None if step.behalf is not None else tx.actor.account_id
    elif name == "take_over":
        if signer == entry.giver:
            raise RefusedError("hand_over_to_self")
        entry.taker = signer
    elif name == "go_on":
        entry.giver, entry.giver_id = "", None
    return ()


def _only_one(tx: Tx, step: Step) -> None:
    running = tx.session.scalar(
        select(DutyLog.id).where(
            DutyLog.duty_on == step.values["duty_on"], DutyLog.state == "on_duty"
        )
    )
    if running is not None:
        raise RefusedError("duty_open_already", field="duty_on")
