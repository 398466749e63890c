"""Hides small cells so that they do not come back by subtraction (pure; SETTLED §9.9).

Under five, and not nothing, is small. A relation says that signed cells add up to nothing, such as
opening + accepted − handled − other exits − open. A hidden cell must neither follow from the
relations, nor may the hidden cells of one sum together be small again.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

THRESHOLD = 5
HIDDEN = "＊"
_PRIME = (1 << 61) - 1
"""Elimination runs over this field: exact enough, and fast with plain integers."""

Key = Hashable
Relation = tuple[tuple[int, Key], ...]


def adds_up(whole: Key, parts: Iterable[Key]) -> Relation:
    """Return the relation: the parts make the whole."""
    return ((-1, whole), *((1, part) for part in parts))


def is_small(value: int) -> bool:
    """Return whether a count must be hidden where people could be recognised."""
    return 0 < value < THRESHOLD


def _is_whole(relation: Relation, at: int) -> bool:
    """Return whether a cell is the sum of all others of a relation."""
    return at == 0 and relation[0][0] < 0 and all(sign > 0 for sign, _ in relation[1:])


@dataclass(slots=True)
class _Hiding:
    values: Mapping[Key, int]
    relations: Sequence[Relation]
    hidden: set[Key]

    def unknown(self, relation: Relation) -> list[tuple[int, Key]]:
        return [(sign, key) for sign, key in relation if key in self.hidden]

    def hide_one_more(self, relations: Iterable[Relation]) -> bool:
        """Hide the smallest cell that is still shown in the relations; a whole comes last."""
        candidates = [
            (self.values[key] == 0, _is_whole(relation, at), abs(self.values[key]), place, key)
            for place, relation in enumerate(relations)
            for at, (_, key) in enumerate(relation)
            if key not in self.hidden
        ]
        if not candidates:
            return False
        self.hidden.add(min(candidates, key=lambda found: (*found[:4],))[4])
        return True

    def is_open(self, relation: Relation) -> bool:
        """Return whether a sum tells too much about its hidden cells."""
        unknown = self.unknown(relation)
        if not unknown:
            return False
        if len(unknown) == 1:
            return True
        signs = {sign for sign, _ in unknown}
        together = abs(sum(sign * self.values[key] for sign, key in unknown))
        return len(signs) == 1 and together < THRESHOLD


def hide(
    values: Mapping[Key, int],
    relations: Sequence[Relation],
    *,
    also: Iterable[Key] = (),
) -> frozenset[Key]:
    """Return the cells to hide.

    Args:
        values: Every printed count; relations name only these.
        relations: What a reader can reckon.
        also: Cells that must be hidden whatever they hold.
    """
    small = {key for key, value in values.items() if is_small(value)}
    hiding = _Hiding(values, relations, small | {key for key in also if key in values})
    while True:
        _close_sums(hiding)
        exposed = _determined(hiding)
        if not exposed:
            return frozenset(hiding.hidden)
        touching = [r for r in relations if any(key in exposed for _, key in r)]
        # Where all cells around an exposed one are hidden already, one further away must go.
        if not hiding.hide_one_more(touching) and not hiding.hide_one_more(relations):
            return frozenset(hiding.hidden)


def _close_sums(hiding: _Hiding) -> None:
    changed = True
    while changed:
        changed = False
        for relation in hiding.relations:
            while hiding.is_open(relation) and hiding.hide_one_more([relation]):
                changed = True


def _determined(hiding: _Hiding) -> set[Key]:
    """Return the hidden cells whose value follows from all relations together."""
    rows: list[dict[Key, int]] = []
    for relation in hiding.relations:
        row: dict[Key, int] = {}
        for sign, key in hiding.unknown(relation):
            row[key] = (row.get(key, 0) + sign) % _PRIME
        row = {key: factor for key, factor in row.items() if factor}
        if row:
            rows.append(row)
    pivots: dict[Key, dict[Key, int]] = {}
    for row in rows:
        reduced = _reduce(row, pivots)
        if not reduced:
            continue
        pivot = next(iter(reduced))
        inverse = pow(reduced[pivot], -1, _PRIME)
        pivots[pivot] = {key: factor * inverse % _PRIME for key, factor in reduced.items()}
    for pivot in list(pivots):
        own = pivots.pop(pivot)
        rest = _reduce({k: v for k, v in own.items() if k != pivot}, pivots)
        pivots[pivot] = {pivot: 1, **rest}
    return {pivot for pivot, row in pivots.items() if len(row) == 1}


def _reduce(row: Mapping[Key, int], pivots: Mapping[Key, Mapping[Key, int]]) -> dict[Key, int]:
    reduced = dict(row)
    found = True
    while found:
        found = False
        for key in list(reduced):
            pivot = pivots.get(key)
            if pivot is None or key not in reduced:
                continue
            factor = reduced[key]
            for other, weight in pivot.items():
                value = (reduced.get(other, 0) - factor * weight) % _PRIME
                if value:
                    reduced[other] = value
                else:
                    reduced.pop(other, None)
            found = True
    return reduced
