"""调度清单: the list that the weekly meeting goes through, on A4 landscape (OFFICE §2.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from db.codes.code_lists import state_label
from db.core.clock import civil_time
from db.core.tx import Read
from db.documents.filling import office
from db.documents.papers import Column, Ledger, Office
from db.meetings.scheduling import ScheduleRow, schedule

TITLE = "干部诉求调度清单"
WORDS = {
    "overdue": "超期",
    "due_soon": "临期",
    "returned": "被退回",
    "opinion_missing": "会办意见未齐",
    "in_dispute": "承办单位有争议",
    "extended": "延期待批",
}
"""Difficulties as the list prints them, in Chinese in every language of the window."""
COLUMNS = (
    Column("序号", 0.5),
    Column("受理编号", 1.8),
    Column("诉求人", 0.9),
    Column("主要诉求", 2.6),
    Column("办理状态", 1.0),
    Column("责任单位", 1.2),
    Column("待出意见单位", 1.3),
    Column("最近时限", 1.4),
    Column("难点", 1.5),
    Column("需协调事项", 2.2),
    Column("调度意见", 1.8),
)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the list is made of."""

    rows: tuple[ScheduleRow, ...]
    office: Office
    as_of: datetime
    filled_by: str


def schedule_of(read: Read) -> Schedule:
    """Return the open cases with the office's lines; the reading is noted by the printing."""
    return Schedule(schedule(read), office(read), read.now, read.actor.name)


def schedule_paper(found: Schedule) -> Ledger:
    """Return the list as a paper."""
    late = sum("overdue" in row.difficulties for row in found.rows)
    day = civil_time(found.as_of)
    summary = (
        f"截至{day.month}月{day.day}日，在办（含审核中）{len(found.rows)}件，其中超期{late}件。"
    )
    return Ledger(
        title=TITLE,
        office=found.office,
        period=f"{day.year}年{day.month}月{day.day}日",
        as_of=found.as_of,
        columns=COLUMNS,
        rows=tuple(_cells(place, row) for place, row in enumerate(found.rows, start=1)),
        summary=summary,
        filled_by=found.filled_by,
        filled_on=day.date(),
        notes=("注：纪委监委承办事项按有关规定办理，不列入时限统计。",),
    )


def _cells(place: int, row: ScheduleRow) -> tuple[str, ...]:
    return (
        str(place),
        row.number,
        row.person,
        row.subject,
        state_label("ordinary_appeal", row.pill).pill_zh,
        row.lead_unit or "待转办",
        "、".join(row.other_units),
        _limit(row),
        "、".join(_known(row.difficulties)),
        row.coordination,
        "",
    )


def _known(codes: Sequence[str]) -> list[str]:
    return [WORDS[code] for code in codes]


def _limit(row: ScheduleRow) -> str:
    return row.due_on.isoformat() if row.due_on is not None else "—"
