"""What 转办签收 asks: hand-overs of a box with their light, and the sheets of several at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from db.appeals.ledger import ledger_rows, light
from db.appeals.queries import card, inbox
from db.appeals.rows import AppealCard, AppealRow, InboxRow
from db.codes.deadlines import Level
from db.core.permissions import Permission, Scope
from db.core.tx import Read
from db.documents.filling import fill, office
from db.documents.papers import DocumentRegister, TransferLetter, TransferSheet
from db.office.unit_rows import UnitRow, units

DESK_BOXES = ("sent", "to_sign", "co", "returned")
UNIT_BOXES = ("to_sign", "running", "co", "returned")
SHEET = "干部诉求转办单"
"""Name of the sheet as 送文登记簿 prints it, in Chinese in every language of the window."""


@dataclass(frozen=True, slots=True)
class BoxRow:
    """A hand-over and how near its own date is (None where nothing is timed)."""

    row: InboxRow
    level: Level | None

    @property
    def id(self) -> int:
        """Return the hand-over."""
        return self.row.hand_over.id

    @property
    def appeal_id(self) -> int:
        """Return the appeal."""
        return self.row.hand_over.appeal_id


@dataclass(frozen=True, slots=True)
class Boxes:
    """One box in full and the size of all of them."""

    rows: tuple[BoxRow, ...]
    counts: dict[str, int]
    overdue: int


@dataclass(frozen=True, slots=True)
class ForDeed:
    """What a deed on one hand-over needs to know."""

    card: AppealCard
    units: tuple[UnitRow, ...]


def boxes_of(scope: Scope | None) -> tuple[str, ...]:
    """Return the boxes that a scope of reading has."""
    return UNIT_BOXES if scope is Scope.UNIT else DESK_BOXES


def boxes(read: Read, *, box: str) -> Boxes:
    """Return a box with lights, and the counts of all."""
    names = boxes_of(read.actor.scope(Permission.APPEAL_READ))
    found = {name: inbox(read, box=name) for name in names}
    shown = found.get(box, ())
    # Once signed in, what counts is the date of the case.
    signed = [r.hand_over.appeal_id for r in shown if _is_in_handling(r)]
    cases = ledger_rows(read, signed) if signed else {}
    rows = tuple(BoxRow(row, _level(read, row, cases)) for row in shown)
    late = sum(
        1
        for row in found["to_sign"]
        if row.sign_due_on is not None and row.sign_due_on < read.today
    )
    return Boxes(rows, {name: len(each) for name, each in found.items()}, late)


def _is_in_handling(row: InboxRow) -> bool:
    return row.hand_over.role == "lead" and row.hand_over.state == "signed"


def _level(read: Read, row: InboxRow, cases: Mapping[int, AppealRow]) -> Level | None:
    hand_over = row.hand_over
    if not hand_over.counts_time:
        return None
    if _is_in_handling(row):
        case = cases.get(hand_over.appeal_id)
        return case.light if case is not None else None
    if row.sign_due_on is None:
        return None
    return light(read, row.sign_due_on, "sign_in" if hand_over.state == "sent" else "co_opinion")


def for_deed(read: Read, *, appeal_id: int) -> ForDeed:
    """Return the card and the units."""
    return ForDeed(card(read, appeal_id), units(read))


def sheets(
    read: Read, *, rows: tuple[tuple[int, int], ...]
) -> tuple[TransferSheet | TransferLetter, ...]:
    """Return the sheets of several hand-overs, as (appeal, hand-over); to discipline a letter."""
    make = partial(fill, read, "transfer_sheet")
    return tuple(make(appeal_id, hand_over_id=row_id) for appeal_id, row_id in rows)


def delivery_list(read: Read, *, rows: tuple[BoxRow, ...]) -> DocumentRegister:
    """Return 送文登记簿 with several sheets, those of one unit under each other to be signed."""
    cells = [
        (
            row.row.hand_over.sent_on.isoformat(),
            row.row.hand_over.number,
            SHEET,
            "1",
            "",
            row.row.hand_over.unit,
            read.actor.name,
            "",
            "",
        )
        for row in sorted(rows, key=lambda row: (row.row.hand_over.unit_id, row.id))
    ]
    return DocumentRegister(
        register="carried", office=office(read), period=read.today.isoformat(), rows=tuple(cells)
    )
