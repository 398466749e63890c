"""Which appeals were in a stock at the end of a day, and how their deadlines stood then."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, and_, case, func, or_, select

from db.appeals.tables import Appeal
from db.appeals.workflow import BEFORE_ACCEPTANCE, BEFORE_ANSWER, DERIVED
from db.codes.deadlines import add_working_days
from db.codes.queries import calendar
from db.core.tables import ClockEntry, Milestone
from db.core.tx import Read
from db.statistics.counting import known
from db.statistics.measures import (
    APPEAL,
    COMPLETION_RULES,
    FOLLOW_UP_IN,
    IMPORTED_IN,
    OPEN_IN,
    OPEN_OUT,
    SCREENING_IN,
)

CHUNK = 500
DUE_SOON_WORKING_DAYS = 3


@dataclass(frozen=True, slots=True)
class OpenCase:
    """An open appeal at the end of a period, as far as its deadline matters."""

    case_id: int
    category: str
    channel: str
    unit_id: int | None


@dataclass(frozen=True, slots=True)
class ClockFigures:
    """Open appeals whose 办理期限 has passed, was lengthened, or is near."""

    overdue: tuple[OpenCase, ...]
    extended: tuple[int, ...]
    due_soon: tuple[int, ...]


def clock_figures(read: Read, end: date, cut: datetime) -> ClockFigures:
    """Return open appeals with deadlines passed, extended or near at 24:00 of a day.

    Only 办理期限 counts; what 纪委监委 holds has none (SETTLED §9.8).
    """
    soon = add_working_days(end, DUE_SOON_WORKING_DAYS, calendar(read))
    late = _recorded_late(OPEN_OUT, end, cut)
    rows = read.session.execute(
        select(ClockEntry.case_id, ClockEntry.due_on, ClockEntry.extension_days).where(
            ClockEntry.track == APPEAL,
            ClockEntry.rule.in_(COMPLETION_RULES),
            ClockEntry.started_on <= end,
            or_(ClockEntry.due_on <= soon, ClockEntry.extension_days > 0),
            or_(
                ClockEntry.stopped_on.is_(None),
                ClockEntry.stopped_on > end,
                and_(ClockEntry.cancelled.is_(False), ClockEntry.case_id.in_(late)),
            ),
        )
    ).all()
    opened = {case.case_id: case for case in open_cases(read, {r[0] for r in rows}, end, cut)}
    overdue: dict[int, OpenCase] = {}
    extended, near = set(), set()
    for case_id, due_on, extension_days in rows:
        found = opened.get(case_id)
        if found is None:
            continue
        if due_on <= end:
            overdue[case_id] = found
        elif due_on <= soon:
            near.add(case_id)
        if extension_days > 0:
            extended.add(case_id)
    return ClockFigures(
        tuple(overdue[key] for key in sorted(overdue)),
        tuple(sorted(extended)),
        tuple(sorted(near - overdue.keys())),
    )


def _recorded_late(kinds: tuple[str, ...], end: date, cut: datetime) -> Select[int]:
    """Return the cases that left by a day, which was not known at the cut-off."""
    return select(Milestone.case_id).where(
        Milestone.kind.in_(kinds), Milestone.happened_on <= end, Milestone.recorded_at > cut
    )


def open_cases(read: Read, case_ids: Iterable[int], end: date, cut: datetime) -> list[OpenCase]:
    """Return those of the cases that were open at 24:00 of a day, with the unit that led them."""
    wanted = sorted(set(case_ids))
    found = []
    for start in range(0, len(wanted), CHUNK):
        found += _open_chunk(read, wanted[start : start + CHUNK], end, cut)
    return found


def _open_chunk(read: Read, case_ids: Sequence[int], end: date, cut: datetime) -> list[OpenCase]:
    rows = read.session.execute(
        select(
            Milestone.case_id,
            Milestone.kind,
            Milestone.unit_id,
            Milestone.category,
            Milestone.channel,
            Milestone.amount,
        )
        .where(
            Milestone.track == APPEAL,
            Milestone.case_id.in_(case_ids),
            Milestone.kind.in_(("accepted", *OPEN_OUT, "passed_in", "passed_out")),
            Milestone.happened_on <= end,
            known(cut),
        )
        .order_by(Milestone.case_id, Milestone.id)
    )
    stock: dict[int, int] = defaultdict(int)
    place: dict[int, tuple[str, str]] = {}
    units: dict[int, int | None] = {}
    for case_id, kind, unit_id, category, channel, amount in rows:
        if kind == "passed_in":
            units[case_id] = unit_id
        elif kind == "passed_out":
            units[case_id] = None
        else:
            stock[case_id] += amount if kind == "accepted" else -amount
            place[case_id] = (category or "other", channel or "other")
    return [
        OpenCase(case_id, *place[case_id], units.get(case_id))
        for case_id, amount in stock.items()
        if amount > 0
    ]


_LEFT_PILLS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    OPEN_IN: (*BEFORE_ANSWER, *DERIVED),
    SCREENING_IN: BEFORE_ACCEPTANCE,
    FOLLOW_UP_IN: ("follow_up", *DERIVED),
    IMPORTED_IN: ("imported_open",),
}


def stock_ids(
    read: Read, inflow: tuple[str, ...], outflow: tuple[str, ...], end: date, cut: datetime
) -> set[int]:
    """Return the cases in a stock at 24:00 of a day.

    Candidates are the cases still there and those that left or were told to leave later; their
    own facts decide. No scan of all facts, which the counting index does not hold ids for.
    """
    leaving = outflow or ("imported_open",)
    there = select(Appeal.id).where(
        Appeal.published.is_(True), Appeal.pill.in_(_LEFT_PILLS[inflow])
    )
    gone_later = select(Milestone.case_id).where(
        Milestone.kind.in_(leaving),
        or_(
            Milestone.happened_on > end,
            Milestone.recorded_at > cut,
            Milestone.revoked_at > cut,
        ),
    )
    signed = case(
        (and_(Milestone.kind.in_(outflow), Milestone.kind.not_in(inflow)), -Milestone.amount),
        else_=Milestone.amount,
    )
    statement = (
        select(Milestone.case_id)
        .where(
            Milestone.track == APPEAL,
            or_(Milestone.case_id.in_(there), Milestone.case_id.in_(gone_later)),
            Milestone.kind.in_((*inflow, *outflow)),
            Milestone.happened_on <= end,
            known(cut),
        )
        .group_by(Milestone.case_id)
        .having(func.sum(signed) > 0)
    )
    return set(read.session.scalars(statement))
