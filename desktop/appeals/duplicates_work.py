"""What 重复件排查 asks: the groups, the members of one, and two letters beside each other."""

from dataclasses import dataclass
from functools import partial

from db.appeals.duplicates import DuplicateGroup, DuplicateSet, duplicates, explain_pair
from db.appeals.ledger import ledger_rows
from db.appeals.matching import Explanation
from db.appeals.queries import card
from db.appeals.rows import AppealCard, AppealRow
from db.core.gate import Gate
from db.core.tx import Read
from desktop.store import Tell

MOST_SHOWN = 3000
"""Groups listed; more are counted."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group with its oldest appeal."""

    group: DuplicateGroup
    first: AppealRow | None


@dataclass(frozen=True, slots=True)
class Search:
    """What a search found."""

    whole: DuplicateSet
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class Members:
    """The appeals of a group, and what the first two of them share."""

    rows: tuple[AppealRow, ...]
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two appeals beside each other, the older one first."""

    first: AppealCard
    second: AppealCard
    why: Explanation


def search(gate: Gate, tell: Tell, *, threshold: float | None) -> Search:
    """Search all visible appeals; a cancel ends it at the next few hundred texts."""

    def proceed() -> bool:
        tell("comparing", 0, 0)
        return True

    whole = gate.read(partial(duplicates, threshold=threshold, proceed=proceed))
    tell("listing", 0, 0)
    shown = whole.groups[:MOST_SHOWN]
    rows = gate.read(partial(ledger_rows, ids=[group.ids[0] for group in shown]))
    return Search(whole, tuple(GroupRow(group, rows.get(group.ids[0])) for group in shown))


def members(read: Read, *, ids: tuple[int, ...]) -> Members:
    """Return the appeals of a group in its order."""
    rows = ledger_rows(read, ids)
    shown = tuple(rows[i] for i in ids if i in rows)
    shared = explain_pair(read, ids[0], ids[1]).fragments if len(shown) > 1 else ()
    return Members(shown, shared)


def pair(read: Read, *, first_id: int, second_id: int) -> Pair:
    """Return two appeals and the pieces that they share."""
    return Pair(
        card(read, first_id),
        card(read, second_id),
        explain_pair(read, first_id, second_id),
    )
