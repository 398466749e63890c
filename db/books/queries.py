"""Asks about books: heads, lists, cards."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, false, func, or_, select

import db.shelves
from db.appeals.ledger import light
from db.appeals.queries import approvals_of, clocks_of, events_of
from db.books.entry import Entry
from db.books.filters import reach
from db.books.rows import BookHead, EntryCard, EntryFilter, EntryRow
from db.books.shelf import Shelf
from db.books.values import name_field, words
from db.books.writing import may_make, may_record
from db.clarification.queries import files_of
from db.core.books import COMMON, FieldKind
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import moves_from
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Read

MOST_CHILDREN = 500
ALL_RIGHTS = frozenset(Permission)


def book_heads(read: Read, books: Sequence[str]) -> tuple[BookHead, ...]:
    """Return the books that the actor may see, with what waits in them."""
    found = []
    for name in books:
        shelf = db.shelves.shelf(name)
        if not read.actor.may(shelf.book.read):
            continue
        table: Any = shelf.table
        live = table.state.not_in(shelf.book.track.terminal)
        count, overdue = read.session.execute(
            select(
                func.count(),
                func.count().filter(_earliest(shelf) < read.today),
            ).where(reach(read, shelf), live)
        ).one()
        found.append(BookHead(name, openings(read, shelf), count, overdue))
    return tuple(found)


def openings(read: Read, shelf: Shelf) -> tuple[str, ...]:
    """Return the moves by which the actor may open an entry, by himself or from paper."""
    return tuple(
        move.name
        for move in moves_from(shelf.book.track, None, ALL_RIGHTS)
        if may_make(read, shelf, None, move)
    )


def _earliest(shelf: Shelf) -> Any:
    table: Any = shelf.table
    return (
        select(func.min(ClockEntry.due_on))
        .where(
            ClockEntry.track == shelf.name,
            ClockEntry.case_id == table.id,
            ClockEntry.stopped_on.is_(None),
            ~ClockEntry.is_right,
        )
        .correlate(table)
        .scalar_subquery()
    )


def entry_ids(read: Read, book: str, wanted: EntryFilter) -> "array[int]":
    """Return the ids of a whole result in order.

    Raises:
        RefusedError: `unknown_book`, `unknown_sort`.
    """
    shelf = db.shelves.shelf(book)
    table: Any = shelf.table
    column = _sort(shelf, wanted.sort or "entered_on")
    statement = (
        select(table.id)
        .where(*_conditions(read, shelf, wanted))
        .order_by(
            column.is_(None),
            column.desc() if wanted.descending else column.asc(),
            table.id.desc() if wanted.descending else table.id.asc(),
        )
    )
    return array("q", read.session.scalars(statement))


def _sort(shelf: Shelf, name: str) -> Any:
    table: Any = shelf.table
    if name == "due":
        return _earliest(shelf)
    if name == "entered_by":
        return table.entered_by_name
    spec = shelf.book.field(name)
    if spec is not None and spec.kind is FieldKind.PERSON:
        return getattr(table, name_field(spec))
    if spec is None and name not in ("number", "state", "entered_on"):
        raise RefusedError("unknown_sort", sort=name)
    return getattr(table, name)


def _conditions(read: Read, shelf: Shelf, wanted: EntryFilter) -> list[ColumnElement[bool]]:
    table: Any = shelf.table
    found: list[ColumnElement[bool]] = [reach(read, shelf)]
    text = wanted.text.strip()
    if text:
        places = [table.number, *(getattr(table, name) for name in shelf.book.find)]
        found.append(or_(*(place.contains(text, autoescape=True) for place in places)))
    if wanted.states:
        found.append(_state(read, shelf).in_(wanted.states))
    if wanted.overdue:
        found.append(_earliest(shelf) < read.today)
    if wanted.mine:
        found.append(table.entered_by_id == read.actor.account_id)
    if wanted.entered_from is not None:
        found.append(table.entered_on >= wanted.entered_from)
    if wanted.entered_to is not None:
        found.append(table.entered_on <= wanted.entered_to)
    if wanted.parent_id is not None:
        found.append(table.parent_id == wanted.parent_id)
    if wanted.ids is not None:
        found.append(table.id.in_(wanted.ids) if wanted.ids else false())
    return found


def entry_rows(read: Read, book: str, ids: Iterable[int]) -> dict[int, EntryRow]:
    """Return the lines of these entries, without those that the actor may not see."""
    wanted = list(ids)[:30000]
    if not wanted:
        return {}
    shelf = db.shelves.shelf(book)
    table: Any = shelf.table
    statement = select(table).where(table.id.in_(wanted), reach(read, shelf))
    return _rows(read, shelf, list(read.session.scalars(statement)))


def _rows(read: Read, shelf: Shelf, entries: Sequence[Entry]) -> dict[int, EntryRow]:
    texts = words(read, shelf, entries)
    states = _states(read, shelf, [entry.id for entry in entries])
    due = _next_due(read, shelf, [entry.id for entry in entries])
    return {
        entry.id: _row(
            read, shelf, entry, states.get(entry.id, ""), texts[entry.id], due.get(entry.id)
        )
        for entry in entries
    }


def _state(read: Read, shelf: Shelf) -> Any:
    table: Any = shelf.table
    return table.state if shelf.shown is None else shelf.shown(read)


def _states(read: Read, shelf: Shelf, ids: Sequence[int]) -> dict[int, str]:
    if shelf.shown is None or not ids:
        return {}
    table: Any = shelf.table
    found = read.session.execute(select(table.id, _state(read, shelf)).where(table.id.in_(ids)))
    return {int(row_id): str(state) for row_id, state in found}


def _next_due(read: Read, shelf: Shelf, ids: Sequence[int]) -> dict[int, ClockEntry]:
    statement = (
        select(ClockEntry)
        .where(
            ClockEntry.track == shelf.name,
            ClockEntry.case_id.in_(ids),
            ClockEntry.stopped_on.is_(None),
            ~ClockEntry.is_right,
        )
        .order_by(ClockEntry.due_on.desc(), ClockEntry.id.desc())
    )
    return {clock.case_id: clock for clock in read.session.scalars(statement)}


def _row(
    read: Read,
    shelf: Shelf,
    entry: Entry,
    state: str,
    texts: Mapping[str, str],
    clock: ClockEntry | None,
) -> EntryRow:
    hidden = shelf.hidden(read, entry)
    values = {
        spec.name: getattr(entry, spec.name)
        for spec in shelf.book.fields
        if spec.name not in hidden
    }
    title = _title(shelf, entry, values, texts)
    return EntryRow(
        id=entry.id,
        version=entry.version,
        number=entry.number,
        state=state or entry.state,
        title=title,
        values=values,
        texts={name: text for name, text in texts.items() if name not in hidden},
        entered_on=entry.entered_on,
        entered_by=entry.entered_by_name,
        due_on=clock.due_on if clock else None,
        due_rule=clock.rule if clock else None,
        provisional=clock.provisional if clock else False,
        light=light(read, clock.due_on, clock.rule, clock.profile) if clock else None,
    )


def _title(shelf: Shelf, entry: Entry, values: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    name = shelf.book.title
    if name not in values:
        return entry.number
    return str(texts.get(name) or values[name] or entry.number)


def heads_of(read: Read, book: str, ids: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Return number and title of entries within the actor's reach, for lists of other rooms."""
    return {row.id: (row.number, row.title) for row in entry_rows(read, book, ids).values()}


def entry_card(read: Read, book: str, entry_id: int) -> EntryCard:
    """Return one entry as the actor may see it; the reading is noted.

    Raises:
        NotAllowedError: `not_found`, alike for none and for not yours.
    """
    shelf = db.shelves.shelf(book)
    table: Any = shelf.table
    entry = read.session.scalar(select(table).where(table.id == entry_id, reach(read, shelf)))
    if entry is None:
        raise NotAllowedError("not_found")
    read.note_read("open_card", book, entry_id)
    decisions = approvals_of(read, book, entry_id)
    pending = {a.act for a in decisions if a.state in ("pending", "recorded")}
    open_moves = [
        move
        for move in moves_from(shelf.book.track, entry.state, ALL_RIGHTS)
        if move.name not in pending
    ]
    own = tuple(m.name for m in open_moves if may_make(read, shelf, entry, m))
    paper = may_record(read, shelf)
    refused = {m.name: shelf.lacks(read, entry, m) for m in open_moves}
    return EntryCard(
        book=book,
        row=_rows(read, shelf, [entry])[entry_id],
        moves=own,
        refused={name: code for name, code in refused.items() if code},
        behalf_moves=tuple(m.name for m in open_moves if paper and m.name not in own),
        amendable=_amendable(read, shelf, entry),
        hidden=tuple(
            sorted(n for n in shelf.hidden(read, entry) - shelf.unsaid if _stands(entry, n))
        ),
        events=events_of(read, book, entry_id),
        clocks=clocks_of(read, book, entry_id),
        approvals=decisions,
        files=files_of(read, book, entry_id),
        children=_children(read, shelf, entry_id),
        openings=_openings(read, shelf, entry),
        links=_links(read, shelf, entry),
        entered_at=entry.entered_at,
        is_backfilled=entry.is_backfilled,
    )


def _stands(entry: Entry, name: str) -> bool:
    return getattr(entry, name, None) not in (None, "", [], False)


def _amendable(read: Read, shelf: Shelf, entry: Entry) -> tuple[str, ...]:
    right = shelf.book.amend_right
    if right is None or not read.actor.may(right):
        return ()
    hidden = shelf.hidden(read, entry)
    return tuple(name for name in shelf.book.amend if name not in hidden and name not in COMMON)


def _child_shelves(shelf: Shelf) -> list[Shelf]:
    return [s for s in db.shelves.SHELVES.values() if s.book.parent == shelf.name]


def _children(read: Read, shelf: Shelf, entry_id: int) -> dict[str, tuple[EntryRow, ...]]:
    found = {}
    for child in _child_shelves(shelf):
        if not read.actor.may(child.book.read):
            continue
        table: Any = child.table
        rows = read.session.scalars(
            select(table)
            .where(table.parent_id == entry_id, reach(read, child))
            .order_by(table.id)
            .limit(MOST_CHILDREN)
        )
        found[child.name] = tuple(_rows(read, child, list(rows)).values())
    return found


def _openings(read: Read, shelf: Shelf, entry: Entry) -> dict[str, tuple[str, ...]]:
    return {
        child.name: openings(read, child)
        for child in _child_shelves(shelf)
        if read.actor.may(child.book.read) and child.opens(read, entry)
    }


def _links(read: Read, shelf: Shelf, entry: Entry) -> tuple[tuple[str, int, str], ...]:
    known = words(read, shelf, [entry])[entry.id]
    hidden = shelf.hidden(read, entry)
    named = tuple(
        (spec.options, getattr(entry, spec.name), known[spec.name])
        for spec in shelf.book.fields
        if spec.kind is FieldKind.CASE and spec.name not in hidden and known.get(spec.name)
    )
    return (*_owner(read, shelf, entry), *named)


def _owner(read: Read, shelf: Shelf, entry: Any) -> tuple[tuple[str, int, str], ...]:
    """Return the entry that owns this one, so that its card leads back there."""
    if shelf.parent is None:
        return ()
    heads = heads_of(read, shelf.parent.name, (entry.parent_id,))
    return tuple(
        (shelf.parent.name, owner_id, number or title)
        for owner_id, (number, title) in heads.items()
    )
