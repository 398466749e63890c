"""Which rows an actor may load for writing, by kind: gathers the filters of the rooms."""

from typing import Any

from sqlalchemy import exists

import db.appeals.filters as appeals
import db.care.filters as care
import db.clarification.filters as clarification
from db.appeals.tables import Appeal, Extension, HandOver, Review
from db.books.filters import reach as entry_reach
from db.care.tables import CareTalk, Difficulty
from db.clarification.tables import Clarification
from db.core.base import Base
from db.core.tx import Read
from db.shelves import SHELVES


def visible(read: Read, kind: type[Base]) -> Any:
    """Return the condition for a kind of row, None where the command's own right suffices."""
    if kind is Appeal:
        return appeals.reach(read)
    if kind is HandOver:
        return appeals.hand_over_reach(read)
    if kind in (Extension, Review):
        return exists().where(
            Appeal.id == kind.appeal_id,
            appeals.reach(read),
        )
    if kind is Clarification:
        return clarification.reach(read)
    if kind is CareTalk:
        return care.reach(read)
    if kind is Difficulty:
        return exists().where(CareTalk.id == Difficulty.talk_id, care.reach(read))
    for shelf in SHELVES.values():
        if kind is shelf.table:
            return entry_reach(read, shelf)
    return None
