"""What every move of a clarification has in common: who may, check, state, timeline, clocks."""

from collections.abc import Iterable
from datetime import date

from db.appeals.changes import counts_time, grants_for
from db.clarification.tables import TRACK, Clarification, Finding
from db.clarification.workflow import CLARIFICATION, CLEARABLE, CLEARING_BODIES
from db.codes import clocks
from db.codes.clocks import Stopped
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, Move, check
from db.core.permissions import Permission
from db.core.tx import Behalf, Tx
from db.office.tables import Unit
from db.statistics.facts import mark


def load_case(
    tx: Tx, clarification_id: int, *, seen: int | None = None, behalf: Behalf | None = None
) -> Clarification:
    """Return a clarification for a deed of the body that checked.

    The desk does it only from a paper (代录); a member of another department does not do it at
    all: whoever checked, clears (谁核实谁澄清).

    Raises:
        NotAllowedError: `not_found`, `not_permitted`.
    """
    case = tx.load(Clarification, clarification_id, seen=seen)
    if behalf is not None:
        tx.require(Permission.RECORD_ON_BEHALF)
    elif tx.actor.unit_id is None or tx.actor.unit_id != case.organ_unit_id:
        raise NotAllowedError("not_permitted", permission=Permission.CLARIFICATION_HANDLE.value)
    return case


def day_of(tx: Tx, happened_on: date | None, behalf: Behalf | None) -> date:
    """Return the civil day of a deed: the one told, that of its paper, or today."""
    return tx.happened(happened_on or (behalf.on if behalf else None), "代录" if behalf else None)


def advance(
    tx: Tx,
    case: Clarification,
    name: str,
    *,
    on: date,
    evidence: Iterable[Evidence] = (),
    behalf: Behalf | None = None,
    note: str = "",
    reason: str | None = None,
    approved: bool = False,
    opens: bool = False,
) -> Move:
    """Make one move: refuse it, or change the state and tell the timeline.

    Args:
        tx: The transaction.
        case: The loaded or just written row.
        name: Move of `workflow.CLARIFICATION`.
        on: Civil day of the deed.
        evidence: What the command brings.
        behalf: Paper of a deed recorded for somebody else.
        note: Line for the timeline; never a reason for not clearing.
        reason: Why the day lies back.
        approved: The move was decided; the right of the decider was checked there.
        opens: The record comes into being with this move.
    """
    grants = frozenset(Permission) if approved else grants_for(tx, behalf)
    source = None if opens else case.state
    move = check(CLARIFICATION, source, name, grants=grants, evidence=evidence)
    if on < case.applied_on:
        raise RefusedError("before_receipt", field="happened_on", on=on)
    case.state = move.target
    for rule in move.stops:
        stop_clock(tx, case, rule, on=on)
    if move.target in CLARIFICATION.terminal:
        clocks.stop(tx, TRACK, case.id, on=on, cancel=True)
    tx.tell(
        TRACK,
        case.id,
        name,
        source=source,
        target=move.target,
        on=on,
        note=note,
        unit_id=case.organ_unit_id if behalf else None,
        behalf=behalf,
        reason=reason,
    )
    return move


def stop_clock(tx: Tx, case: Clarification, rule: str, *, on: date) -> list[Stopped]:
    """Stop the running clocks of one rule."""
    return clocks.stop(tx, TRACK, case.id, rule, on=on)


def start_organ_clock(
    tx: Tx, case: Clarification, rule: str, *, on: date, profile: str = "default"
) -> None:
    """Start a clock of the body that checked, if its steps are timed (SETTLED §9.8)."""
    if counts_time(tx, case.organ_unit_id):
        clocks.start(tx, TRACK, case.id, rule, on=on, profile=profile, unit_id=case.organ_unit_id)


def count(tx: Tx, case: Clarification, kind: str, *, on: date, outcome: str | None = None) -> None:
    """Write a fact of a clarification; `category` tells persons from party organizations."""
    mark(
        tx,
        TRACK,
        case.id,
        kind,
        on=on,
        unit_id=case.organ_unit_id,
        person_id=case.person_id,
        category="person" if case.person_name else "organization",
        outcome=outcome,
    )


def finding_of(tx: Tx, case: Clarification) -> Finding | None:
    """Return the finding of a clarification."""
    return tx.session.get(Finding, case.finding_id) if case.finding_id else None


def finding_evidence(tx: Tx, case: Clarification) -> list[Evidence]:
    """Return what the finding proves.

    Raises:
        RefusedError: `no_finding`, `finding_not_clearable`.
    """
    finding = finding_of(tx, case)
    if finding is None:
        raise RefusedError("no_finding", field="finding")
    if finding.category not in CLEARABLE:
        raise RefusedError("finding_not_clearable", field="finding")
    return [Evidence.FINDING, Evidence.CLEARABLE_FINDING]


def clearing_body(tx: Tx, unit_id: int | None) -> Unit:
    """Return a body that checks and clears.

    Raises:
        RefusedError: `missing_unit`, `organ_cannot_clear`.
    """
    unit = tx.session.get(Unit, unit_id) if unit_id is not None else None
    if unit is None:
        raise RefusedError("missing_unit", field="organ_unit_id")
    if unit.member_department not in CLEARING_BODIES:
        raise RefusedError("organ_cannot_clear", field="organ_unit_id")
    return unit
