"""纠错台账: what is to be put right, by whom and by when; a case ends with the last of it."""

from collections.abc import Collection

from sqlalchemy import func, select

from db.books.shelf import Step
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.tx import Read, Tx
from db.office.tables import Unit
from db.tolerance.tables import Tolerance, ToleranceCorrection

OPEN_TO = ("determined", "communicated", "correction_tracking")
"""States of a case in which corrections may be set."""


def count(read: Read, case_id: int, *states: str) -> int:
    """Return how many corrections of a case are in these states."""
    found = read.session.scalar(
        select(func.count()).where(
            ToleranceCorrection.parent_id == case_id, ToleranceCorrection.state.in_(states)
        )
    )
    return int(found or 0)


def check(tx: Tx, entry: ToleranceCorrection, step: Step) -> Collection[Evidence]:
    """Name whose correction it is; refuse one before the determination, or due in the past.

    Raises:
        RefusedError: `corrections_not_open`, `dates_out_of_order`.
    """
    case = tx.session.get_one(Tolerance, entry.parent_id)
    if step.move.name == "add":
        if case.state not in OPEN_TO:
            raise RefusedError("corrections_not_open")
        unit = tx.session.get(Unit, case.unit_id) if case.unit_id else None
        step.values["about"] = case.person_name or (unit.short_name if unit else "")
    if step.move.name in ("add", "reschedule") and step.values["due_on"] < step.on:
        raise RefusedError("dates_out_of_order", field="due_on")
    if step.move.name == "finish" and step.values["finished_on"] < entry.entered_on:
        raise RefusedError("dates_out_of_order", field="finished_on")
    return ()
