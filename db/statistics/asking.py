"""Gathers everything a report is made of, and makes it: the one question behind 生成月报."""

from dataclasses import dataclass
from typing import Any

from db.codes.queries import codes
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Read
from db.statistics.closing import (
    closed_month,
    corrections,
    corrections_before,
    own_words,
    told,
)
from db.statistics.counting import AsOf, Count, cut_off, unit_names
from db.statistics.hiding import Place, hidden_figures, hidden_places, hider
from db.statistics.lists import open_items
from db.statistics.periods import Month
from db.statistics.queries import period_figures
from db.statistics.reporting import (
    Material,
    Report,
    Version,
    faults_of,
    make_report,
)
from db.statistics.rows import ClosedMonth, Correction, MonthFigures, Names, OwnWords
from db.statistics.text import Hides, shows_all

SETTING = "month_report"
"""Setting of the paper: `first` (first issue, 2024-01), `to`, `copy`, `send`, `copies`."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report with what is wrong with it; nothing with faults may be printed."""

    report: Report
    figures: MonthFigures
    faults: tuple[str, ...]


def names(read: Read) -> Names:
    """Return what the office calls itself, its categories and its channels."""
    listed = codes(read)
    return Names(
        office=str(read.setting("office_name", "")),
        categories={v: row.zh for v, row in listed.get("appeal_category", {}).items()},
        channels={v: row.zh for v, row in listed.get("intake_channel", {}).items()},
    )


def material(
    read: Read, month: str, version: Version, *, as_of: AsOf = None, copy_number: int = 0
) -> Material:
    """Return everything a report of a month is made of; a closed month as it was signed."""
    read.require(Permission.STATISTICS_READ)
    figures = told(read, month, as_of)
    cut = figures.as_of
    paper: dict[str, Any] = read.setting(SETTING, {}) or {}
    with_names = version in (Version.FULL, Version.ARCHIVE)
    hides: Hides = shows_all
    if version is Version.CIRCULAR:
        hides = hider(hidden_figures(figures, hidden_earlier(read, month, cut)))
    return Material(
        figures=figures,
        names=names(read),
        own=own_words(read, month),
        items=open_items(read, month, cut) if with_names else (),
        corrections=corrections_before(read, month, cut) if version is not Version.PUBLIC else (),
        closed=closed_month(read, month),
        hides=hides,
        reported_on=read.today,
        copies=int(paper.get("copies", 0)),
        copy_number=copy_number,
        total_issue=_total_issue(paper.get("first"), figures.name),
        to=str(paper.get("to", "")),
        copy=str(paper.get("copy", "")),
        send=str(paper.get("send", "")),
    )


def _total_issue(first: object, month: Month) -> int:
    if not isinstance(first, str):
        return 0
    begun = Month.parse(first)
    return max(0, (month.year - begun.year) * 12 + month.number - begun.number + 1)


def hidden_earlier(read: Read, month: str, as_of: AsOf = None) -> tuple[frozenset[Place], ...]:
    """Return what the 通报版 of each earlier month of the year hid."""
    count = Count(read, Month.parse(month), cut_off(read, as_of))
    units = unit_names(read)
    return tuple(
        hidden_places(period_figures(count, period, units)) for period in count.months[:-1]
    )


def report(
    read: Read, month: str, version: Version, *, as_of: AsOf = None, copy_number: int = 0
) -> Made:
    """Return a report and why it must not be printed, if it must not.

    Raises:
        NotAllowedError: `not_permitted`.
        RefusedError: `bad_month`; `month_open` for the 存档版 of a month that is not closed.
    """
    found = material(read, month, version, as_of=as_of, copy_number=copy_number)
    if version is Version.ARCHIVE and found.closed is None:
        raise RefusedError("month_open", field="month", month=month)
    made = make_report(found, version)
    return Made(made, found.figures, tuple(faults_of(made, found)))


@dataclass(frozen=True, slots=True)
class MonthPage:
    """What the page 统计月报 shows of a month.

    Attributes:
        figures: The month, as signed if it is closed.
        hidden: Figures that this version hides: period, measure, dimension, value.
        hidden_months: What each earlier month of the year hides: measure, dimension, value.
        closed: The 月结单, None while the month is open.
        is_over: Whether its last day has passed, so that it may be closed.
        corrections: What later entries changed of a closed month.
        own: The manager's words.
    """

    figures: MonthFigures
    hidden: frozenset[tuple[str, str, str, str]]
    hidden_months: tuple[frozenset[Place], ...]
    closed: ClosedMonth | None
    is_over: bool
    corrections: tuple[Correction, ...]
    own: OwnWords


def month_page(read: Read, month: str, *, circular: bool = False) -> MonthPage:
    """Return everything the page shows of a month.

    Raises:
        NotAllowedError: `not_permitted`.
        RefusedError: `bad_month`.
    """
    figures = told(read, month)
    closed = closed_month(read, month)
    hidden: frozenset[tuple[str, str, str, str]] = frozenset()
    earlier: tuple[frozenset[Place], ...] = ()
    if circular:
        earlier = hidden_earlier(read, month, figures.as_of)
        hidden = hidden_figures(figures, earlier)
    return MonthPage(
        figures=figures,
        hidden=hidden,
        hidden_months=earlier,
        closed=closed,
        is_over=read.today > figures.current.end,
        corrections=corrections(read, month) if closed else (),
        own=own_words(read, month),
    )
