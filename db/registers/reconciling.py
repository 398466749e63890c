"""对账: what a unit holds and has answered in a month, as a list to sign (OFFICE §2.7)."""

import calendar
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select

from db.appeals.filters import reach
from db.appeals.tables import Appeal, HandOver
from db.books.shelf import Step
from db.codes.code_lists import state_label
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.tx import Read, Tx
from db.documents.dates_text import table_date
from db.documents.filling import label
from db.office.tables import Unit
from db.registers.tables import Reconciliation

_PERIOD = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
SEPARATOR = "｜"
WITHHELD = "见密封附件"
"""What stands for a name that the person does not wish to be given."""
HOLDING = ("sent", "objected", "disputed", "signed")
DONE = ("answered", "waived")


@dataclass(frozen=True, slots=True)
class UnitItem:
    """One item of a unit's list.

    Attributes:
        number: Acceptance number.
        sheet: Number of the transfer sheet.
        name: The appellant.
        subject: Title.
        role: lead, co or partial.
        sent_on: Day it was handed over.
        signed_on: Day it was signed in.
        due_on: Effective last day; None for a unit whose time is not counted.
        answered_on: Day the answer was issued or the opinion given, None while open.
        state: Word of the state.
    """

    number: str
    sheet: str
    name: str
    subject: str
    role: str
    sent_on: date
    signed_on: date | None
    due_on: date | None
    answered_on: date | None
    state: str


def month_of(period: str) -> tuple[date, date]:
    """Return first and last day of a month written 2026-03.

    Raises:
        RefusedError: `bad_period`.
    """
    found = _PERIOD.fullmatch(period.strip())
    if found is None:
        raise RefusedError("bad_period", field="period")
    year, month = int(found[1]), int(found[2])
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def unit_items(read: Read, unit_id: int, period: str) -> tuple[UnitItem, ...]:
    """Return what a unit held at the end of a month or answered in it, within one's reach.

    What was answered since stands as open: so it was when the month ended.
    """
    first, last = month_of(period)
    unit = read.session.get_one(Unit, unit_id)
    rows = read.session.execute(
        select(HandOver, Appeal)
        .join(Appeal, Appeal.id == HandOver.appeal_id)
        .where(
            HandOver.unit_id == unit_id,
            HandOver.sent_on <= last,
            reach(read),
            or_(
                HandOver.state.in_(HOLDING),
                and_(HandOver.state.in_(DONE), _answered_since(first)),
            ),
        )
        .order_by(HandOver.sent_on, HandOver.id)
    )
    return tuple(_item(unit, handed, appeal, last) for handed, appeal in rows)


def _answered_since(first: date) -> ColumnElement[bool]:
    return or_(
        and_(HandOver.role == "lead", Appeal.issued_on >= first),
        and_(HandOver.role != "lead", HandOver.opinion_on >= first),
    )


def _item(unit: Unit, handed: HandOver, appeal: Appeal, last: date) -> UnitItem:
    lead = handed.role == "lead"
    done = handed.state in DONE
    on = (appeal.issued_on if lead else handed.opinion_on) if done else None
    answered = on if on is not None and on <= last else None
    whole = handed.role != "partial"
    return UnitItem(
        number=appeal.number or "",
        sheet=handed.number,
        name=appeal.person_name if appeal.name_open else WITHHELD,
        subject=appeal.subject if whole else handed.question,
        role=handed.role,
        sent_on=handed.sent_on,
        signed_on=handed.signed_on,
        due_on=appeal.next_due_on if unit.counts_time and lead and not done else None,
        answered_on=answered,
        state=state_label("ordinary_appeal", appeal.pill or appeal.state).pill_zh,
    )


def _written(read: Read, item: UnitItem) -> str:
    """Return an item as a line; a cell never holds the mark between cells."""
    cells = (
        item.number,
        item.sheet,
        item.name,
        item.subject,
        label(read, "hand_over_role", item.role),
        table_date(item.sent_on),
        table_date(item.signed_on),
        table_date(item.due_on) or "—",
        table_date(item.answered_on),
        item.state,
    )
    return SEPARATOR.join(" ".join(cell.replace(SEPARATOR, "，").split()) for cell in cells)


def reconciliation_check(tx: Tx, entry: Reconciliation, step: Step) -> Collection[Evidence]:
    """Count what the list holds as it is sent; each unit and month has one list.

    Raises:
        RefusedError: `list_sent_already`.
    """
    if step.move.name != "send":
        return ()
    unit_id, period = step.values["unit_id"], f"{step.values['month_on']:%Y-%m}"
    again = tx.session.scalar(
        select(Reconciliation.id).where(
            Reconciliation.unit_id == unit_id, Reconciliation.period == period
        )
    )
    if again is not None:
        raise RefusedError("list_sent_already", field="month_on")
    items = unit_items(tx, unit_id, period)
    step.values["period"] = period
    entry.answered_items = sum(item.answered_on is not None for item in items)
    entry.open_items = len(items) - entry.answered_items
    entry.items = "\n".join(_written(tx, item) for item in items)
    return ()
