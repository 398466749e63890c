"""应澄清尽澄清: which findings still lack a decision, and how much of a month's was done.

Only matters that are in the center already: a finding that the organ did not send is a number in
its own report (`coverage_report`), never a line of a list (OFFICE §1-3).
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from db.accusation.tables import CoverageReport
from db.clarification.filters import reach
from db.clarification.queries import clarification_rows
from db.clarification.rows import ClarificationRow
from db.clarification.tables import TRACK, Clarification, Finding
from db.clarification.workflow import CLEARABLE
from db.codes.deadlines import due
from db.codes.queries import calendar, rule
from db.core.permissions import Permission
from db.core.tables import Milestone
from db.core.tx import Read

STEP = "clarification_step"
"""Five working days for each step (吉林, DOMAIN §2.2)."""
UNDECIDED = ("proposed", "assessing")


@dataclass(frozen=True, slots=True)
class UndecidedRow:
    """A clearable finding without 应予 or 不予澄清.

    Attributes:
        row: The clarification.
        received_on: Day of the finding; None where the organ's steps are not timed.
    """

    row: ClarificationRow
    received_on: date | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What an organ reported of a month about findings that it did not send.

    Attributes:
        received: Found untrue.
        assessed: Of these, assessed.
        should_clear: Of these, to be cleared.
        handled: Of these, done.
    """

    received: int
    assessed: int
    should_clear: int
    handled: int


def undecided(read: Read) -> tuple[UndecidedRow, ...]:
    """Return what has waited for its decision for more than five working days, longest first.

    For the body that checked and the manager. A body that is not timed sees its own days; to the
    manager its matters stand there from the first day and without one, so that the list says
    nothing about how long it takes (SETTLED §9.8).
    """
    if not _may_see(read):
        return ()
    received = dict(
        read.session.execute(
            select(Clarification.id, func.min(Milestone.happened_on))
            .join(Finding, Finding.id == Clarification.finding_id)
            .join(
                Milestone,
                (Milestone.track == TRACK)
                & (Milestone.case_id == Clarification.id)
                & (Milestone.kind == "finding_received")
                & Milestone.revoked_at.is_(None),
            )
            .where(
                reach(read),
                Clarification.state.in_(UNDECIDED),
                Clarification.assessed_on.is_(None),
                Finding.category.in_(CLEARABLE),
            )
            .group_by(Clarification.id)
        ).all()
    )
    rows = clarification_rows(read, received).values()
    found = [_row(read, row, received[row.id]) for row in rows]
    return tuple(
        sorted(
            (one for one in found if one is not None),
            key=lambda one: (one.received_on or date.max, one.row.id),
        )
    )


def _may_see(read: Read) -> bool:
    actor = read.actor
    return any(
        actor.may(right)
        for right in (
            Permission.CLARIFICATION_HANDLE,
            Permission.CLARIFICATION_APPROVE,
            Permission.STATISTICS_READ,
        )
    )


def _row(read: Read, row: ClarificationRow, received_on: date) -> UndecidedRow | None:
    if not row.counts_time and read.actor.unit_id != row.organ_unit_id:
        return UndecidedRow(row, None)
    last = due(rule(read, STEP), received_on, calendar(read)).due_on
    return UndecidedRow(row, received_on) if last < read.today else None


def reported_coverage(read: Read, month: date) -> Coverage | None:
    """Return what all organs together reported of a month, None while nobody has.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.COVERAGE_READ)
    found = read.session.execute(
        select(
            func.count(),
            func.sum(CoverageReport.received),
            func.sum(CoverageReport.assessed),
            func.sum(CoverageReport.should_clear),
            func.sum(CoverageReport.handled),
        ).where(CoverageReport.month_on == month.replace(day=1))
    ).one()
    return Coverage(*(int(number) for number in found[1:])) if found[0] else None
