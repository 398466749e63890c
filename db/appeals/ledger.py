"""The ledger: the order of a whole result as ids (the spine), and rows by page (DESIGN §3.6)."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    text,
    true,
)
from sqlalchemy.orm import InstrumentedAttribute

from db.appeals.filters import questions, reach, whole
from db.appeals.rows import AppealRow, LedgerFilter
from db.appeals.search_query import And, Days, Field, Node, Not, Or, Text, parse_query
from db.appeals.tables import TRACK, Appeal, CaseLink, HandOver
from db.appeals.workflow import OPEN
from db.codes import code_lists
from db.codes.deadlines import Level, level
from db.codes.queries import calendar, codes, rules
from db.codes.rules import DEFAULT_PROFILE
from db.codes.warnings import thresholds
from db.core.errors import RefusedError
from db.core.permissions import Permission, Scope
from db.core.search_tokens import fold, match_phrase
from db.core.tables import ClockEntry
from db.core.tx import Read
from db.documents.tables import Attachment
from db.office.tables import Unit

SORTS: dict[str, InstrumentedAttribute[object]] = {
    "due": Appeal.next_due_on,
    "number": Appeal.number,
    "received": Appeal.received_on,
    "person": Appeal.person_name,
    "category": Appeal.category,
    "channel": Appeal.channel,
    "unit": Appeal.lead_unit_id,
    "state": Appeal.pill,
}
"""Columns one may sort by; each has its index."""

PAGE = 200
SEARCH_FIELDS = frozenset({"subject", "facts", "reply", "people", "unit", "number"})
IN_PART = frozenset({"people", "unit", "number"})
"""Search columns open to a unit that was asked one question only."""


def ledger_ids(
    read: Read, wanted: LedgerFilter, *, sort: str = "received", descending: bool = True
) -> "array[int]":
    """Return the ids of a whole result in order; 8 bytes a row.

    Raises:
        RefusedError: By the query's syntax (`query_*`, field `query`), `unknown_sort`.
    """
    if sort not in SORTS:
        raise RefusedError("unknown_sort", sort=sort)
    statement = select(Appeal.id).where(*conditions(read, wanted))
    statement = statement.order_by(*_order(sort, descending=descending))
    return array("q", read.session.scalars(statement))


def _order(sort: str, *, descending: bool) -> list[Any]:
    column = SORTS[sort]
    tie = Appeal.id.desc() if descending else Appeal.id.asc()
    if sort == "due":
        # What has no due date stands last either way.
        direction = column.desc() if descending else column.asc()
        return [column.is_(None), direction, tie]
    return [column.desc() if descending else column.asc(), tie]


def ledger_count(read: Read, wanted: LedgerFilter) -> int:
    """Return how many appeals a filter finds."""
    return int(
        read.session.scalar(
            select(func.count()).select_from(Appeal).where(*conditions(read, wanted))
        )
        or 0
    )


def conditions(read: Read, wanted: LedgerFilter) -> list[ColumnElement[bool]]:
    """Return the conditions of a filter, row scope first."""
    found: list[ColumnElement[bool]] = [reach(read)]
    if wanted.query.strip():
        found.append(_asked(read, parse_query(wanted.query, today=read.today), wanted.fields))
    if wanted.pills:
        found.append(Appeal.pill.in_(wanted.pills))
    if wanted.categories:
        found.append(Appeal.category.in_(wanted.categories))
    if wanted.channels:
        found.append(Appeal.channel.in_(wanted.channels))
    if wanted.unit_ids:
        found.append(Appeal.lead_unit_id.in_(wanted.unit_ids))
    if wanted.received_from:
        found.append(Appeal.received_on >= wanted.received_from)
    if wanted.received_to:
        found.append(Appeal.received_on <= wanted.received_to)
    if wanted.overdue:
        found.append(overdue(read.today))
    if wanted.due_to:
        found.append(Appeal.next_due_on <= wanted.due_to)
    if wanted.fast:
        found.append(Appeal.is_fast.is_(True))
    if wanted.batch_id is not None:
        found.append(Appeal.batch_id == wanted.batch_id)
    if wanted.person_id is not None:
        found.append(Appeal.person_id == wanted.person_id)
    if wanted.ids is not None:
        found.append(_among(wanted.ids))
    if wanted.mine:
        found.append(
            or_(
                Appeal.registered_by_id.in_(read.actor.people),
                exists().where(
                    HandOver.appeal_id == Appeal.id,
                    HandOver.handler_id.in_(read.actor.people),
                ),
            )
        )
    if wanted.co:
        found.append(exists().where(HandOver.appeal_id == Appeal.id, HandOver.role != "lead"))
    return found


def _asked(read: Read, node: Node, columns: Sequence[str]) -> ColumnElement[bool]:
    """Return a query as a condition; what the actor sees in part he searches in part."""
    full = condition_of(read, node, columns=columns)
    if read.actor.scope(Permission.APPEAL_READ) is not Scope.UNIT:
        return full
    in_part = condition_of(read, node, columns=columns, in_part=True)
    return or_(and_(whole(read), full), and_(not_(whole(read)), in_part))


def overdue(today: date) -> ColumnElement[bool]:
    """Return the condition that an open appeal is past its due date."""
    return and_(Appeal.next_due_on < today, Appeal.state.in_(OPEN))


def _among(ids: Sequence[int]) -> ColumnElement[bool]:
    if not ids:
        return false()
    # One text parameter instead of thousands: SQLite takes 32,766 at most.
    listed = ",".join(str(int(i)) for i in ids)
    return Appeal.id.in_(
        text("SELECT value FROM json_each(:listed)").bindparams(
            bindparam("listed", f"[{listed}]", unique=True)
        )
    )


def condition_of(
    read: Read, node: Node, *, columns: Sequence[str] = (), in_part: bool = False
) -> ColumnElement[bool]:
    """Return a parsed query as a condition; texts are exact substrings.

    Args:
        read: Who asks.
        node: The parsed query.
        columns: Search columns, all of them if none is named.
        in_part: Only what a unit sees that was asked one question.
    """
    unknown = set(columns) - SEARCH_FIELDS
    if unknown:
        raise RefusedError("unknown_search_field", field="query", name=min(unknown))
    inner = partial(condition_of, read, columns=columns, in_part=in_part)
    match node:
        case Text(text=value):
            if not in_part:
                return matches(value, columns)
            open_to = [c for c in columns or sorted(IN_PART) if c in IN_PART]
            return matches(value, open_to) if open_to else false()
        case Field():
            closed = in_part and node.name in _TEXT_FIELDS.keys() - {"number", "person", "unit"}
            return false() if closed else _field(read, node)
        case Days():
            return _days(node)
        case Not(part=part):
            return not_(inner(part))
        case And(parts=parts):
            return and_(*(inner(part) for part in parts))
        case Or(parts=parts):
            return or_(*(inner(part) for part in parts))


def matches(value: str, columns: Sequence[str] = ()) -> ColumnElement[bool]:
    """Return the condition that one of the search columns contains the text."""
    if not fold(value):
        return true()
    phrase = match_phrase(value, columns)
    return Appeal.id.in_(
        text("SELECT rowid FROM appeal_search WHERE appeal_search MATCH :phrase").bindparams(
            bindparam("phrase", phrase, unique=True)
        )
    )


_TEXT_FIELDS = {
    "number": ("number",),
    "person": ("people",),
    "unit": ("unit",),
    "subject": ("subject",),
    "facts": ("facts",),
    "reply": ("reply",),
}


def _field(read: Read, node: Field) -> ColumnElement[bool]:
    if node.name in _TEXT_FIELDS:
        return matches(node.value, _TEXT_FIELDS[node.name])
    wanted = fold(node.value)
    if node.name == "state":
        found = [
            label.state
            for label in code_lists.state_labels()
            if label.track == TRACK
            and wanted in (fold(label.pill_zh), fold(label.pill_en), label.state)
        ]
        if wanted in (fold("未销号"), "open"):
            found = list(OPEN)
        return Appeal.pill.in_(found) if found else false()
    if node.name == "handling_unit":
        return Appeal.lead_unit_id.in_(
            select(Unit.id).where(
                or_(Unit.short_name.contains(node.value), Unit.full_name.contains(node.value))
            )
        )
    if node.name == "label":
        return Appeal.source_label.contains(node.value)
    lists = {"category": "appeal_category", "channel": "intake_channel", "procedure": "procedure"}
    column = {
        "category": Appeal.category,
        "channel": Appeal.channel,
        "procedure": Appeal.procedure,
    }[node.name]
    values = [
        value
        for value, row in codes(read).get(lists[node.name], {}).items()
        if wanted in fold(row.zh)
        or wanted in fold(row.en)
        or (row.short_zh and wanted in fold(row.short_zh))
        or wanted == value
    ]
    return column.in_(values) if values else false()


def _days(node: Days) -> ColumnElement[bool]:
    column = {
        "received_on": Appeal.received_on,
        "accepted_on": Appeal.accepted_on,
        "due_on": Appeal.next_due_on,
        "issued_on": Appeal.issued_on,
        "closed_on": Appeal.ended_on,
    }[node.name]
    parts: list[ColumnElement[bool]] = []
    if node.first is not None:
        parts.append(column >= node.first)
    if node.last is not None:
        parts.append(column <= node.last)
    return and_(*parts) if parts else column.is_not(None)


def ledger_rows(read: Read, ids: Iterable[int]) -> dict[int, AppealRow]:
    """Return the rows of some ids, by id; what the actor may not see is absent."""
    wanted = list(ids)
    has_files = exists().where(
        Attachment.track == TRACK,
        Attachment.case_id == Appeal.id,
        Attachment.removed_reason == "",
    )
    has_links = exists().where(
        # Links to a clarification or a talk are not told here: their being is told nowhere else.
        CaseLink.from_track == TRACK,
        CaseLink.to_track == TRACK,
        CaseLink.ended_on.is_(None),
        or_(CaseLink.from_id == Appeal.id, CaseLink.to_id == Appeal.id),
    )
    is_joint = exists().where(HandOver.appeal_id == Appeal.id, HandOver.role != "lead")
    provisional = exists().where(
        ClockEntry.track == TRACK,
        ClockEntry.case_id == Appeal.id,
        ClockEntry.stopped_on.is_(None),
        ClockEntry.provisional.is_(True),
        ClockEntry.due_on == Appeal.next_due_on,
    )
    statement = (
        select(
            Appeal.id,
            Appeal.version,
            Appeal.number,
            Appeal.source_number,
            Appeal.state,
            Appeal.pill,
            Appeal.person_name,
            Appeal.unit_text,
            Appeal.category,
            Appeal.channel,
            Appeal.subject,
            Appeal.received_on,
            Appeal.accepted_on,
            Appeal.issued_on,
            Appeal.ended_on,
            Appeal.next_due_on,
            Appeal.next_due_rule,
            provisional,
            Appeal.lead_unit_id,
            Unit.short_name,
            Unit.counts_time,
            Appeal.handler_name,
            Appeal.outcome,
            Appeal.is_fast,
            Appeal.is_backfilled,
            has_files,
            has_links,
            is_joint,
            Appeal.flags,
            Appeal.on_the_spot,
        )
        .outerjoin(Unit, Unit.id == Appeal.lead_unit_id)
        .where(_among(wanted), reach(read))
    )
    found = {}
    asked = questions(read, wanted)
    for row in read.session.execute(statement):
        values = list(row)
        if row[0] in asked:
            values[10] = asked[row[0]]
            values[25] = values[26] = values[27] = False
        values[2] = values[2] or ""
        values[19] = values[19] or ""
        values[20] = values[20] is not False
        values.append(light(read, row[15], row[16]))
        found[row[0]] = AppealRow(*values)
    return found


def light(
    read: Read, due_on: date | None, identifier: str | None, profile: str = DEFAULT_PROFILE
) -> Level | None:
    """Return how near a due date is, by the office's thresholds; None without one."""
    if due_on is None or identifier is None:
        return None
    known = rules(read)
    rule = known.get((identifier, profile)) or known[identifier, DEFAULT_PROFILE]
    return level(
        due_on,
        read.today,
        calendar(read),
        unit=rule.unit,
        thresholds=thresholds(read, identifier),
        right_of_person=rule.right_of_person,
    )
