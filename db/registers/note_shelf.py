"""领导批示件 with its own rule: only what was circled is filed unhandled."""

from db.books.shelf import Shelf
from db.core.moves import Move
from db.core.tx import Read
from db.registers.book import LEADER_NOTES
from db.registers.scope import about_open_appeals
from db.registers.tables import LeaderNote

CIRCLED = "circled"
"""圈阅: the leader has seen it; nothing is agreed (OFFICE §3)."""


def note_may(_read: Read, entry: LeaderNote | None, move: Move) -> bool:
    """Return whether a note may be filed unhandled: only one that was circled."""
    return move.name != "file_seen" or (entry is not None and entry.kind == CIRCLED)


LEADER_NOTE_SHELF = Shelf(LEADER_NOTES, LeaderNote, about_open_appeals(LeaderNote), may=note_may)
