"""Row scope of the registers that are views: a line shows only what its case lets one see."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

import db.appeals.filters as appeals
import db.care.filters as care
import db.clarification.filters as clarification
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.books.filters import reach as entry_reach
from db.books.shelf import Shelf
from db.care.tables import TRACK as TALKS
from db.care.tables import CareTalk
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.core.tx import Read
from db.registers.view_tables import CarriedPaper, ConsultationLine, OutgoingPaper, PrintedPaper
from db.registers.views_book import CARRIED, CONSULTATIONS, OUTGOING, PRINTED


def of_open_case(read: Read, table: Any) -> ColumnElement[bool]:
    """Return the condition under which the case of a line is one that the actor may see."""
    kinds: tuple[tuple[str, Any, Any], ...] = (
        (APPEALS, Appeal, appeals.reach(read)),
        (CLARIFICATIONS, Clarification, clarification.reach(read)),
        (TALKS, CareTalk, care.reach(read)),
    )
    found = [
        and_(table.track == track, table.case_id.in_(select(kind.id).where(reach)))
        for track, kind, reach in kinds
    ]
    for shelf in _books():
        if shelf.table not in VIEWS:
            own: Any = shelf.table
            seen = select(own.id).where(entry_reach(read, shelf))
            found.append(and_(table.track == shelf.name, table.case_id.in_(seen)))
    return or_(*found)


def _outgoing(read: Read) -> ColumnElement[bool]:
    return of_open_case(read, OutgoingPaper)


def _carried(read: Read) -> ColumnElement[bool]:
    return of_open_case(read, CarriedPaper)


def _printed(read: Read) -> ColumnElement[bool]:
    table: Any = PrintedPaper
    # A list or a register belongs to no single case; which book it was, its right says.
    readable = [shelf.name for shelf in _books() if read.actor.may(shelf.book.read)]
    whole = and_(table.case_id == 0, table.track.in_((APPEALS, *readable)))
    reports = table.kind.in_(("export_report", "save_report_pdf"))
    return or_(whole, reports, of_open_case(read, PrintedPaper))


def _books() -> Iterable[Shelf]:
    # The shelves of all rooms hold this one: they are known only once every room is loaded.
    from db.shelves import SHELVES as ALL

    return ALL.values()


VIEWS = (OutgoingPaper, CarriedPaper, PrintedPaper, ConsultationLine)
SHELVES = (
    Shelf(OUTGOING, OutgoingPaper, reach=_outgoing),
    Shelf(CARRIED, CarriedPaper, reach=_carried),
    Shelf(PRINTED, PrintedPaper, reach=_printed),
    Shelf(CONSULTATIONS, ConsultationLine),
)
"""Books that nobody writes in: they have no moves."""
