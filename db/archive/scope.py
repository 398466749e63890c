"""Row scope of files and of the papers in them: what one may see of the case."""

from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

import db.appeals.filters as appeals
import db.care.filters as care
import db.clarification.filters as clarification
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.care.tables import TRACK as TALKS
from db.care.tables import CareTalk
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.core.tx import Read

KINDS: tuple[tuple[str, Any], ...] = (
    (APPEALS, Appeal),
    (CLARIFICATIONS, Clarification),
    (TALKS, CareTalk),
)
"""Tracks whose papers are bound, each with its own numbers (OFFICE §7.5)."""


def case_reach(read: Read, track: str) -> ColumnElement[bool]:
    """Return the condition under which the actor may see a case of a track."""
    reaches = {
        APPEALS: appeals.reach,
        CLARIFICATIONS: clarification.reach,
        TALKS: care.reach,
    }
    return reaches[track](read)


def of_open_cases(read: Read, table: Any) -> ColumnElement[bool]:
    """Return the condition under which the case of a row is one that the actor may see."""
    return or_(
        *(
            and_(
                table.track == track,
                table.case_id.in_(select(kind.id).where(case_reach(read, track))),
            )
            for track, kind in KINDS
        )
    )
