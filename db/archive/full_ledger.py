"""全台账: every column of the office's ledger on A3 (DOMAIN §8.3, as OFFICE §3 corrects it).

知悉范围 stands where others have a column for secrets: nothing classified may be in a ledger. What
became of a clarification or a talk is told only to whoever may see that record.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

import db.care.filters as care
import db.clarification.filters as clarification
from db.appeals.filters import reach
from db.appeals.tables import TRACK, Appeal, CaseLink, Extension, HandOver
from db.archive.tables import CaseFile
from db.care.tables import TRACK as TALKS
from db.care.tables import CareTalk
from db.clarification.tables import Clarification
from db.codes.code_lists import state_label
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Read
from db.documents.dates_text import day_span, list_name, short_date
from db.documents.filling import label, office
from db.documents.papers import Column, Ledger
from db.documents.tables import Document
from db.office.tables import Unit
from db.registers.leader_lists import COMPLETIONS

MOST = 5000
COLUMNS = (
    ("序号", 0.6),
    ("受理编号", 1.7),
    ("登记日期", 0.9),
    ("来源渠道", 0.8),
    ("诉求人", 0.9),
    ("单位职务", 1.2),
    ("诉求类别", 1.1),
    ("诉求摘要", 2.4),
    ("知悉范围", 0.8),
    ("主办部门", 0.9),
    ("协办部门", 0.9),
    ("转办日期", 0.9),
    ("签收日期", 0.9),
    ("受理告知日期", 0.9),
    ("办理期限", 0.9),
    ("是否延期", 0.75),
    ("办理情况", 1.0),
    ("答复日期", 0.9),
    ("答复文号", 1.1),
    ("办理结果", 0.8),
    ("是否澄清", 0.75),
    ("关爱谈话", 0.8),
    ("回访日期", 0.9),
    ("满意度", 0.75),
    ("重复件关联号", 1.2),
    ("办结日期", 0.9),
    ("归档号", 1.1),
    ("备注", 0.8),
)
"""Headings and widths in the order of the ledger."""


@dataclass(frozen=True, slots=True)
class _Sources:
    units: dict[int, str]
    leads: dict[int, HandOver]
    helpers: dict[int, list[str]]
    due: dict[int, date]
    told: dict[int, date]
    extended: set[int]
    cleared: dict[int, str]
    talks: dict[int, int]
    files: dict[int, str]
    numbers: dict[int, str]


def full_ledger(read: Read, *, first: date, last: date) -> Ledger:
    """Return the ledger of what was received in a period, on A3 landscape; the print is noted.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.EXPORT)
    appeals = list(
        read.session.scalars(
            select(Appeal)
            .where(reach(read), Appeal.received_on.between(first, last))
            .order_by(Appeal.received_on, Appeal.id)
            .limit(MOST)
        )
    )
    found = _sources(read, appeals)
    read.note_read("print_ledger", TRACK, 0)
    return Ledger(
        title="干部诉求台账（全）",
        office=office(read),
        period=day_span(first, last),
        as_of=read.now,
        columns=tuple(Column(head, width, "center") for head, width in COLUMNS),
        rows=tuple(_line(read, place, a, found) for place, a in enumerate(appeals, start=1)),
        size="A3",
        filled_by=read.actor.name,
        filled_on=read.today,
    )


def _day(on: date | None) -> str:
    """Return 26.3.5: a column of a full ledger has no room for more."""
    return "" if on is None else f"{on.year % 100:02d}.{short_date(on)}"


def _line(read: Read, place: int, a: Appeal, s: _Sources) -> tuple[str, ...]:
    lead = s.leads.get(a.id)
    scope = "中心" if a.transfer_wish != "may_transfer" else "承办单位"
    return (
        str(place),
        a.number or a.source_number,
        _day(a.received_on),
        label(read, "intake_channel", a.channel),
        list_name(a.person_name),
        s.units.get(a.unit_id or 0, "") or a.unit_text,
        label(read, "appeal_category", a.category),
        a.subject[:40],
        scope,
        s.units.get(a.lead_unit_id or 0, ""),
        "、".join(s.helpers.get(a.id, ())),
        _day(lead.sent_on if lead else None),
        _day(lead.signed_on if lead else None),
        _day(s.told.get(a.id)),
        _day(s.due.get(a.id)) or "—",
        "是" if a.id in s.extended else "否",
        state_label(TRACK, a.pill or a.state).pill_zh,
        _day(a.issued_on),
        a.reply_number,
        label(read, "appeal_outcome", a.outcome),
        s.cleared.get(a.id, ""),
        str(s.talks[a.id]) if a.id in s.talks else "",
        _day(a.followed_up_on),
        label(read, "satisfaction", a.satisfaction_result),
        s.numbers.get(a.duplicate_of_id or a.merged_into_id or 0, ""),
        _day(a.ended_on or a.issued_on),
        s.files.get(a.id, ""),
        "补录" if a.is_backfilled else "",
    )


def _sources(read: Read, appeals: Sequence[Appeal]) -> _Sources:
    ids = [a.id for a in appeals]
    units = _pairs(read, select(Unit.id, Unit.short_name))
    leads: dict[int, HandOver] = {}
    helpers: dict[int, list[str]] = defaultdict(list)
    for row in read.session.scalars(
        select(HandOver).where(HandOver.appeal_id.in_(ids)).order_by(HandOver.id)
    ):
        if row.role == "lead":
            leads[row.appeal_id] = row
        else:
            helpers[row.appeal_id].append(units.get(row.unit_id, ""))
    timed = set(_ids(read, select(Unit.id).where(Unit.counts_time)))
    lead_of = {a.id: a.lead_unit_id for a in appeals}
    due = {
        case_id: on
        for case_id, on in _pairs(
            read,
            select(ClockEntry.case_id, ClockEntry.due_on)
            .where(
                ClockEntry.track == TRACK,
                ClockEntry.case_id.in_(ids),
                ClockEntry.rule.in_(COMPLETIONS),
                ClockEntry.cancelled.is_(False),
            )
            .order_by(ClockEntry.id),
        ).items()
        if lead_of[case_id] is None or lead_of[case_id] in timed
    }
    others = [n for a in appeals for n in (a.duplicate_of_id, a.merged_into_id) if n is not None]
    return _Sources(
        units=units,
        leads=leads,
        helpers=helpers,
        due=due,
        told=_pairs(
            read,
            select(Document.case_id, Document.issued_on)
            .where(
                Document.track == TRACK,
                Document.case_id.in_(ids),
                Document.kind == "acceptance_notice",
                Document.state.in_(("issued", "delivered")),
            )
            .order_by(Document.id.desc()),
        ),
        extended=set(
            _ids(
                read,
                select(Extension.appeal_id).where(
                    Extension.appeal_id.in_(ids), Extension.state == "agreed"
                ),
            )
        ),
        cleared=_cleared(read, ids),
        talks=_talks(read, ids),
        files=_pairs(
            read,
            select(CaseFile.case_id, CaseFile.number).where(
                CaseFile.track == TRACK, CaseFile.case_id.in_(ids)
            ),
        ),
        numbers=_pairs(
            read, select(Appeal.id, Appeal.number).where(Appeal.id.in_(others), reach(read))
        ),
    )


def _cleared(read: Read, ids: Sequence[int]) -> dict[int, str]:
    rows = read.session.execute(
        select(Clarification.appeal_id, Clarification.state).where(
            Clarification.appeal_id.in_(ids), clarification.reach(read)
        )
    )
    done = ("carried_out", "follow_up", "archived")
    return {int(appeal_id): "是" for appeal_id, state in rows if appeal_id and state in done}


def _talks(read: Read, ids: Sequence[int]) -> dict[int, int]:
    rows = read.session.scalars(
        select(CaseLink.to_id)
        .join(CareTalk, CareTalk.id == CaseLink.from_id)
        .where(
            CaseLink.from_track == TALKS,
            CaseLink.to_track == TRACK,
            CaseLink.to_id.in_(ids),
            care.reach(read),
        )
    )
    found: dict[int, int] = defaultdict(int)
    for appeal_id in rows:
        found[appeal_id] += 1
    return dict(found)


def _pairs(read: Read, statement: Any) -> dict[int, Any]:
    return dict(read.session.execute(statement).all())


def _ids(read: Read, statement: Any) -> Iterable[int]:
    found: Iterable[int] = read.session.scalars(statement)
    return found
