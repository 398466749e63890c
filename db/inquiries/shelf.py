"""What is the inquiries' own: which days a move writes, which clocks run for which kind."""

from collections.abc import Collection

from db.books.shelf import Shelf, Step
from db.codes import clocks
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.tx import Read, Tx
from db.inquiries.book import INQUIRY_BOOK
from db.inquiries.tables import Inquiry
from db.inquiries.workflow import (
    ADMONISHMENT,
    EXPLAINS,
    MENDING_RULE,
    MENDS,
    NAME,
    belongs,
)

_DAYS = {
    "send": "sent_on",
    "deliver": "delivered_on",
    "record_reply": "answered_on",
    "accept": "decided_on",
    "refuse": "decided_on",
    "tell_person": "person_told_on",
    "tell_principal": "principal_told_on",
    "record_rectification": "mended_on",
}
"""Move → the column that keeps its day."""

_ORDER = ("sent_on", "delivered_on", "answered_on", "decided_on")


def check(_tx: Tx, entry: Inquiry, step: Step) -> Collection[Evidence]:
    """Keep the day of each step; refuse one before what led to it.

    Raises:
        RefusedError: `dates_out_of_order`, `not_for_this_kind`.
    """
    name = step.move.name
    if name != "send" and not belongs(name, entry.kind):
        raise RefusedError("not_for_this_kind", kind=entry.kind)
    column = _DAYS.get(name)
    if column is None:
        return ()
    before = [getattr(entry, earlier) for earlier in _ORDER if earlier != column]
    if name != "send" and any(day is not None and step.on < day for day in before):
        raise RefusedError("dates_out_of_order", field="happened_on")
    by = step.values.get("reply_by")
    if by is not None and by < step.on:
        raise RefusedError("dates_out_of_order", field="reply_by")
    step.values[column] = step.on
    return ()


def follow(tx: Tx, entry: Inquiry, step: Step) -> None:
    """Start what delivery sets running: the answer, the self-check, the report on mending."""
    if step.move.name != "deliver":
        return
    if entry.kind in EXPLAINS:
        clocks.start(tx, NAME, entry.id, "written_inquiry_reply", on=step.on, until=entry.reply_by)
    if entry.kind == ADMONISHMENT:
        clocks.start(
            tx, NAME, entry.id, "admonishment_self_check", on=step.on, until=entry.reply_by
        )
    if entry.kind in MENDS:
        clocks.start(tx, NAME, entry.id, MENDING_RULE, on=step.on)


def may(_read: Read, entry: Inquiry | None, move: Move) -> bool:
    """Return whether a move belongs to this kind of paper; others show no button."""
    return entry is None or belongs(move.name, entry.kind)


SHELVES = (Shelf(INQUIRY_BOOK, Inquiry, check=check, follow=follow, may=may),)
