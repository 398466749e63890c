"""What any case is called, whatever its track: number, title, state, whose it is; within reach."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, literal, select

import db.appeals.filters as appeals
import db.care.filters as care
import db.clarification.filters as clarification
import db.shelves
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.appeals.workflow import APPEAL
from db.books.filters import reach as entry_reach
from db.care.tables import TRACK as TALKS
from db.care.tables import CareTalk
from db.care.workflow import CARE_TALK
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.clarification.workflow import CLARIFICATION
from db.core.errors import NotAllowedError
from db.core.moves import Track
from db.core.tx import Read

CHUNK = 10_000


@dataclass(frozen=True, slots=True)
class CaseHead:
    """How a case is named in a list that mixes tracks.

    Attributes:
        track: Its kind.
        case_id: Its row.
        number: Its number, empty without one.
        title: Person or matter, as the lists of its room show it.
        state: Stored state.
        unit_id: Unit of the person it is about, None if unknown.
        person_name: Person it is about, empty where the kind has none.
    """

    track: str
    case_id: int
    number: str
    title: str
    state: str
    unit_id: int | None = None
    person_name: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case for questions that run over all of them.

    Attributes:
        track: States and moves.
        table: Mapped class.
        reach: Condition under which the actor may know of a row.
        number: Column or text.
        title: Column.
        person: Column with the name of the person, or an empty text.
        unit: Column with that person's unit, or nothing.
    """

    track: Track
    table: Any
    reach: ColumnElement[bool]
    number: Any
    title: Any
    person: Any
    unit: Any


def kinds(read: Read) -> Iterator[Kind]:
    """Yield every kind of case that the actor could see, with his reach over it."""
    nothing = literal(None)
    yield Kind(
        APPEAL,
        Appeal,
        appeals.reach(read),
        Appeal.number,
        Appeal.subject,
        Appeal.person_name,
        Appeal.unit_id,
    )
    yield Kind(
        CLARIFICATION,
        Clarification,
        clarification.reach(read),
        Clarification.number,
        Clarification.person_name,
        Clarification.person_name,
        Clarification.unit_id,
    )
    yield Kind(
        CARE_TALK,
        CareTalk,
        care.reach(read),
        CareTalk.number,
        CareTalk.person_name,
        CareTalk.person_name,
        CareTalk.unit_id,
    )
    for shelf in db.shelves.SHELVES.values():
        table: Any = shelf.table
        yield Kind(
            shelf.book.track,
            table,
            entry_reach(read, shelf),
            table.number,
            getattr(table, shelf.book.title, literal("")),
            getattr(table, "person_name", literal("")),
            getattr(table, "unit_id", nothing),
        )


def case_head(read: Read, track: str, case_id: int) -> CaseHead:
    """Return how one case is called.

    Raises:
        NotAllowedError: `not_found`, alike for none and for not yours.
    """
    found = case_heads(read, [(track, case_id)])
    if not found:
        raise NotAllowedError("not_found")
    return found[track, case_id]


def case_heads(read: Read, cases: Collection[tuple[str, int]]) -> dict[tuple[str, int], CaseHead]:
    """Return how those of some cases are called that the actor may know of."""
    found: dict[tuple[str, int], CaseHead] = {}
    for kind in kinds(read):
        name = kind.track.name
        ids = sorted({case_id for track, case_id in cases if track == name})
        for start in range(0, len(ids), CHUNK):
            statement = select(
                kind.table.id, kind.number, kind.title, kind.table.state, kind.unit, kind.person
            ).where(kind.table.id.in_(ids[start : start + CHUNK]), kind.reach)
            for row_id, number, title, state, unit_id, person in read.session.execute(statement):
                found[name, row_id] = CaseHead(
                    name,
                    row_id,
                    str(number or ""),
                    str(title or ""),
                    state,
                    unit_id,
                    str(person or ""),
                )
    return found


__all__ = ["APPEALS", "CLARIFICATIONS", "TALKS", "CaseHead", "Kind", "case_head", "case_heads"]
