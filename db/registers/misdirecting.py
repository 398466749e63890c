"""错发登记: recalled or known not to be, reported, the person told (个人信息保护法 Art 57)."""

from collections.abc import Collection

from db.books.shelf import Step
from db.core.errors import RefusedError
from db.core.moves import Evidence, Move
from db.core.tx import Read, Tx
from db.registers.tables import Misdirected

RECALLED = "recalled"


def misdirected_check(_tx: Tx, entry: Misdirected, step: Step) -> Collection[Evidence]:
    """Keep the days in their order.

    Raises:
        RefusedError: `dates_out_of_order`, `missing_recalled_on`.
    """
    values = step.values
    if step.move.name == "enter" and values["found_on"] < values["sent_on"]:
        raise RefusedError("dates_out_of_order", field="found_on")
    if step.move.name == "note_recall":
        if values["recall_result"] == RECALLED and values["recalled_on"] is None:
            raise RefusedError("missing_recalled_on", field="recalled_on")
        if values["recalled_on"] and entry.sent_on and values["recalled_on"] < entry.sent_on:
            raise RefusedError("dates_out_of_order", field="recalled_on")
    return ()


def misdirected_lacks(_read: Read, entry: Misdirected, move: Move) -> str:
    """Return what is still to be done before the matter may be closed."""
    if move.name == "close" and not entry.recall_result:
        return "missing_recall_result"
    return ""
