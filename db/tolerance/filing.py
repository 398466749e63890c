"""风险备案: when a filing was really there, told by the audit chain alone (PRODUCT §3-19)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, or_, select, true

from db.books.shelf import Step
from db.core.clock import civil_date, civil_time
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.permissions import Permission, Scope
from db.core.tables import Event, TrailEntry
from db.core.tx import Read, Tx
from db.tolerance.tables import RiskFiling
from db.tolerance.workflow import AFTER, BEFORE, FILINGS, SAME_DAY

CONTENT = ("matter", "rule_conflict", "expected_risk", "safeguards")
"""Columns whose writing makes the filing what it is; the store's trigger knows the same."""
FILED = ("file", "file_again")


@dataclass(frozen=True, slots=True)
class Prior:
    """How a filing stands to the act that it speaks of.

    Attributes:
        filed_on: Civil day on which its last words were sealed.
        order: `before`, `same_day` or `after`; only the first counts as a filing before the act.
    """

    filed_on: date
    order: str


def sealed_at(read: Read, filing_id: int) -> datetime | None:
    """Return the instant from which nothing in a filing changed; None without a trail.

    The later of two: what the chain of changes says of its words, and when its timeline was
    written. Days that somebody typed are never asked.
    """
    changed = [
        at
        for at, fields in read.session.execute(
            select(TrailEntry.at, TrailEntry.fields).where(
                TrailEntry.track == FILINGS,
                TrailEntry.case_id == filing_id,
                TrailEntry.kind == RiskFiling.__tablename__,
                TrailEntry.row_id == filing_id,
            )
        )
        if set(fields.split()) & set(CONTENT)
    ]
    told = list(
        read.session.scalars(
            select(Event.recorded_at).where(
                Event.track == FILINGS, Event.case_id == filing_id, Event.act.in_(FILED)
            )
        )
    )
    return max((*changed, *told)) if changed and told else None


def prior(read: Read, filing_id: int, acted_on: date) -> Prior:
    """Return whether a filing was there before the day of the act.

    On the day of the act itself nothing proves which came first, so that it does not count.

    Raises:
        RefusedError: `filing_not_in_force` for one that was sent back, not filed, or had lapsed
            by then, and for one without a trail.
    """
    filing = read.session.get_one(RiskFiling, filing_id)
    lapsed = filing.lapsed_on is not None and filing.lapsed_on <= acted_on
    at = sealed_at(read, filing_id)
    if filing.state in ("returned", "not_filed") or lapsed or at is None:
        raise RefusedError("filing_not_in_force", field="filing_id")
    day = civil_date(at)
    if day == acted_on:
        return Prior(day, SAME_DAY)
    return Prior(day, BEFORE if day < acted_on else AFTER)


def link(read: Read, values: dict[str, Any], filing_id: int | None, acted_on: date) -> None:
    """Write into a step's values what a linked filing is worth."""
    found = prior(read, filing_id, acted_on) if filing_id is not None else None
    values["filed_on"] = found.filed_on if found else None
    values["filing_order"] = found.order if found else ""


def use(tx: Tx, filing_id: int | None, order: str, on: date) -> None:
    """已关联使用: a determination counted this filing as one before the act."""
    if filing_id is None or order != BEFORE:
        return
    filing = tx.session.get_one(RiskFiling, filing_id)
    if filing.state != "filed":
        return
    case = tx.case
    filing.state = "linked"
    tx.tell(FILINGS, filing.id, "use", source="filed", target="linked", on=on)
    tx.session.flush()
    tx.case = case


def reach(read: Read) -> ColumnElement[bool]:
    """Return which filings one may know of: the center all, a department what it receives."""
    if read.actor.scope(Permission.TOLERANCE_READ) is Scope.CENTER:
        return true()
    return or_(
        RiskFiling.receiving_unit_id == read.actor.unit_id,
        RiskFiling.entered_by_id == read.actor.account_id,
    )


def check(tx: Tx, _entry: RiskFiling, step: Step) -> Collection[Evidence]:
    """Keep the instant of the writing; refuse a filing of what is done already.

    Raises:
        RefusedError: `filing_after_the_act` where the planned day is past.
    """
    if step.move.name in FILED:
        planned: date = step.values["planned_on"]
        if planned < tx.today:
            raise RefusedError("filing_after_the_act", field="planned_on", on=planned)
        step.values["sealed_at"] = f"{civil_time(tx.now):%Y-%m-%d %H:%M}"
    if step.move.name == "lapse":
        step.values["lapsed_on"] = step.on
    return ()
