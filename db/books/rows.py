"""What crosses the wall about the entries of books (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from db.appeals.rows import ApprovalRow, ClockRow, EventRow
from db.clarification.rows import FileRow
from db.codes.deadlines import Level


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """What a list shows; empty parts do not limit.

    Attributes:
        text: Part of the texts that the book is searched by, or of a number.
        states: States.
        overdue: Only those past their due date.
        mine: Only those the actor entered.
        entered_from: First day of entry.
        entered_to: Last day.
        parent_id: Only entries of this parent.
        ids: Only these.
        sort: A column of the book's list.
        descending: Whether the last comes first.
    """

    text: str = ""
    states: tuple[str, ...] = ()
    overdue: bool = False
    mine: bool = False
    entered_from: date | None = None
    entered_to: date | None = None
    parent_id: int | None = None
    ids: tuple[int, ...] | None = None
    sort: str = ""
    descending: bool = True


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line of a list.

    Attributes:
        id: Row.
        version: Version seen.
        number: Its number, empty without one.
        state: State.
        title: Text that names it.
        values: Field name → value as stored (codes, days, ids, numbers, lists of codes); what the
            actor may not read is absent.
        texts: Field name → words for ids (unit, person, account, case number).
        entered_on: Civil day of its first event.
        entered_by: Name.
        due_on: Nearest running due date.
        due_rule: Its rule.
        provisional: Whether that date stands on a calendar without notice.
        light: Its light; None without a date.
    """

    id: int
    version: int
    number: str
    state: str
    title: str
    values: Mapping[str, Any]
    texts: Mapping[str, str]
    entered_on: date
    entered_by: str
    due_on: date | None = None
    due_rule: str | None = None
    provisional: bool = False
    light: Level | None = None


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One entry as the actor may see it.

    Attributes:
        book: Name of the book.
        row: Its line.
        moves: Names of the moves open to the actor now, in the order of the track.
        refused: Move name → code of what still stands in its way, for greyed buttons.
        behalf_moves: Moves the actor may record from paper.
        amendable: Fields the actor may correct, with a reason.
        hidden: Fields that hold something the actor may not read.
        events: Timeline, newest last.
        clocks: Deadlines.
        approvals: Decisions, newest last.
        files: Attachments.
        children: Book name → entries of that book that belong to this one.
        openings: Child book → moves by which the actor may open an entry of it here.
        links: (track, id, words) of what it is tied to, as far as the actor may see it.
        entered_at: Instant of the first writing.
        is_backfilled: 补录.
    """

    book: str
    row: EntryRow
    moves: tuple[str, ...]
    refused: Mapping[str, str]
    behalf_moves: tuple[str, ...]
    amendable: tuple[str, ...]
    hidden: tuple[str, ...]
    events: tuple[EventRow, ...]
    clocks: tuple[ClockRow, ...]
    approvals: tuple[ApprovalRow, ...]
    files: tuple[FileRow, ...]
    children: Mapping[str, tuple[EntryRow, ...]]
    openings: Mapping[str, tuple[str, ...]]
    links: tuple[tuple[str, int, str], ...]
    entered_at: datetime
    is_backfilled: bool


@dataclass(frozen=True, slots=True)
class BookHead:
    """A book as the rail and a page's tabs show it.

    Attributes:
        name: Name.
        openings: Moves by which the actor may open an entry.
        count: Entries that are not at their end.
        overdue: Of these, past their due date.
    """

    name: str
    openings: tuple[str, ...]
    count: int
    overdue: int
