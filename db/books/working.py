"""What waits in the books: entries whose date is near, and leaders' notes in hand."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

import db.shelves
from db.books.filters import reach
from db.books.queries import entry_rows
from db.books.rows import EntryRow
from db.core.tables import ClockEntry
from db.core.tx import Read

LEADER_NOTES = "leader_note"
MEETINGS = "meeting"
MOST = 200


@dataclass(frozen=True, slots=True)
class EntryWork:
    """An entry that waits, with the book it stands in."""

    book: str
    row: EntryRow


@dataclass(frozen=True, slots=True)
class BookWork:
    """What waits in the books.

    Attributes:
        near: Entries overdue or due soon, soonest first.
        notes: Leaders' notes in hand, the nearest date first.
        meetings: Meetings proposed, called or without their minutes, the next one first.
    """

    near: tuple[EntryWork, ...] = ()
    notes: tuple[EntryWork, ...] = ()
    meetings: tuple[EntryWork, ...] = ()


def book_work(read: Read, *, within_days: int = 7) -> BookWork:
    """Return what waits for the actor in every book that he may see."""
    near = _near(read, within_days)
    notes = _live(read, LEADER_NOTES, "due_on")
    meetings = _live(read, MEETINGS, "met_on")
    known = {(work.book, work.row.id) for work in (*notes, *meetings)}
    rest = tuple(w for w in near if (w.book, w.row.id) not in known)
    return BookWork(rest, notes, meetings)


def _near(read: Read, within_days: int) -> list[EntryWork]:
    books = [s.name for s in db.shelves.SHELVES.values() if read.actor.may(s.book.read)]
    statement = (
        select(ClockEntry.track, ClockEntry.case_id)
        .where(
            ClockEntry.track.in_(books),
            ClockEntry.stopped_on.is_(None),
            ClockEntry.is_right.is_(False),
            ClockEntry.due_on <= read.today + timedelta(days=within_days),
        )
        .order_by(ClockEntry.due_on, ClockEntry.id)
        .limit(MOST)
    )
    order = list(dict.fromkeys((row.track, row.case_id) for row in read.session.execute(statement)))
    rows = {
        (book, entry_id): row
        for book in {track for track, _ in order}
        for entry_id, row in entry_rows(read, book, [i for t, i in order if t == book]).items()
    }
    return [EntryWork(key[0], rows[key]) for key in order if key in rows]


def _live(read: Read, book: str, by: str) -> tuple[EntryWork, ...]:
    shelf = db.shelves.shelf(book)
    if not read.actor.may(shelf.book.read):
        return ()
    table: Any = shelf.table
    day = getattr(table, by)
    ids = read.session.scalars(
        select(table.id)
        .where(reach(read, shelf), table.state.not_in(shelf.book.track.terminal))
        .order_by(day.is_(None), day, table.id)
        .limit(MOST)
    ).all()
    rows = entry_rows(read, book, ids)
    return tuple(EntryWork(book, rows[i]) for i in ids if i in rows)
