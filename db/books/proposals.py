"""What a move that waits for a decision would write: the one who decides reads it first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import Any

from sqlalchemy import select

import db.shelves
from db.books.filters import reach
from db.books.shelf import Shelf, Values
from db.books.values import name_field, words
from db.core.books import COMMON, FieldKind
from db.core.tables import Approval
from db.core.tx import Read

OPEN = ("pending", "recorded")


@dataclass(frozen=True, slots=True)
class Proposal:
    """The values of a proposed move.

    Attributes:
        approval_id: The decision that it waits for.
        values: Field name → value, in the order in which the move asks; what the actor may not
            read is absent.
        texts: Field name → words for ids.
    """

    approval_id: int
    values: Mapping[str, Any]
    texts: Mapping[str, str]


def proposals(read: Read, book: str, entry_id: int) -> dict[int, Proposal]:
    """Return the proposals of an entry that wait for a decision, by the decision's id.

    Without the entry within one's reach there are none.
    """
    shelf = db.shelves.shelf(book)
    table: Any = shelf.table
    entry = read.session.scalar(select(table).where(table.id == entry_id, reach(read, shelf)))
    if entry is None:
        return {}
    hidden = shelf.hidden(read, entry)
    rows = read.session.scalars(
        select(Approval).where(
            Approval.track == book, Approval.case_id == entry_id, Approval.state.in_(OPEN)
        )
    )
    return {row.id: _proposal(read, shelf, row, hidden) for row in rows}


def _proposal(read: Read, shelf: Shelf, row: Approval, hidden: frozenset[str]) -> Proposal:
    told: Values = dict(row.payload.get("values", {}))
    values: Values = {}
    for name in shelf.book.asks.get(row.act, ()):
        spec = shelf.book.field(name) or COMMON[name]
        if name in hidden:
            continue
        value = told.get(name)
        if spec.kind is FieldKind.DAY and isinstance(value, str):
            value = date.fromisoformat(value)
        values[name] = value
    return Proposal(row.id, values, _texts(read, shelf, row.id, told, values))


def _texts(
    read: Read, shelf: Shelf, approval_id: int, told: Values, values: Values
) -> dict[str, str]:
    # A line like a stored one, with nothing in the fields that the move does not ask for.
    line: Values = {"id": approval_id}
    for spec in shelf.book.fields:
        line[spec.name] = values.get(spec.name)
        if spec.kind is FieldKind.PERSON:
            line[name_field(spec)] = told.get(name_field(spec), "") if spec.name in values else ""
    found = words(read, shelf, [SimpleNamespace(**line)])[approval_id]
    return {name: text for name, text in found.items() if name in values}
