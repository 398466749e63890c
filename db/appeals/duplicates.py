"""Finds appeals that say the same: over all that the actor may see, and live while one is typed.

Only the facts of appeals are compared, never clarifications, talks or envelopes (SETTLED §5).
Nothing here tells of an appeal that the actor may not open.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import ClassVar

from sqlalchemy import ColumnElement, func, select, text

from db.appeals.filters import reach
from db.appeals.ledger import ledger_rows
from db.appeals.matching import Explanation, Link, explain, near_duplicates, similarity
from db.appeals.rows import AppealRow, DuplicateHit
from db.appeals.tables import Appeal, NotDuplicate
from db.appeals.text_key import text_key
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.search_tokens import match_phrase
from db.core.tx import Read, Tx
from db.people.matching import normalise_name, pinyin_full, sounds_same
from db.people.tables import Person

NEAR = 0.8
"""Similarity from which two letters are taken for the same, unless somebody says otherwise."""

LIVE = 0.5
"""Similarity from which the desk is warned while it types."""


@dataclass(frozen=True, slots=True)
class DuplicateGroup:
    """Appeals that say the same.

    Attributes:
        ids: Appeals, oldest entry first.
        similarity: Least similarity of the links that tie the group, 0–1.
        reasons: `same_text` or `near_text`, then what all of them share: `same_person`,
            `same_name`, `same_unit`.
    """

    ids: tuple[int, ...]
    similarity: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DuplicateSet:
    """Every group, largest first.

    Attributes:
        groups: The groups.
        rows: Appeals that are in some group.
        pairs: Pairs at or above the threshold.
        top: Handles of the largest group as the command line names them: the number of the source
            ledger for imported appeals, else 受理编号.
    """

    groups: tuple[DuplicateGroup, ...]
    rows: int
    pairs: int
    top: tuple[str, ...]


def duplicates(
    read: Read, threshold: float | None = None, *, proceed: Callable[[], bool] | None = None
) -> DuplicateSet:
    """Return the groups over all appeals that the actor may see.

    Args:
        read: Who asks.
        threshold: Jaccard similarity of character 5-grams, above 0 and at most 1; None for exactly
            the same text. Near groups are the connected components of the pairs.
        proceed: Asked now and then during a near search; False gives it up.

    Raises:
        NotAllowedError: `not_permitted`.
        RefusedError: `threshold_out_of_range`.
        InterruptedError: `proceed` said so.
    """
    read.require(Permission.DUPLICATES)
    if threshold is None:
        pairs, links = _exact(read)
    else:
        if not 0 < threshold <= 1:
            raise RefusedError("threshold_out_of_range", field="near", threshold=threshold)
        texts = read.session.execute(
            select(Appeal.id, Appeal.facts)
            .where(reach(read), Appeal.text_key != "")
            .order_by(Appeal.id)
            .execution_options(yield_per=2000)
        )
        found = near_duplicates(((row[0], row[1]) for row in texts), threshold, proceed=proceed)
        pairs, links = found.pairs, found.links
    pairs, links = _without_marked(read, pairs, links, threshold or 1.0)
    return _set(read, pairs, links, exact=threshold is None)


def _exact(read: Read) -> tuple[int, Sequence[Link[int]]]:
    # The keys come from the index alone; whose letters they are is asked of those few only.
    repeated = (
        select(Appeal.text_key)
        .where(Appeal.text_key != "")
        .group_by(Appeal.text_key)
        .having(func.count() > 1)
    )
    rows = read.session.execute(
        select(Appeal.text_key, Appeal.id)
        .where(Appeal.text_key.in_(repeated), reach(read))
        .order_by(Appeal.id)
    )
    by_key: dict[str, list[int]] = defaultdict(list)
    for key, appeal_id in rows:
        by_key[key].append(appeal_id)
    links = [Link(a, b, 1.0) for ids in by_key.values() for a, b in pairwise(ids)]
    return sum(len(ids) * (len(ids) - 1) // 2 for ids in by_key.values()), links


def _components(links: Iterable[Link[int]]) -> list[list[int]]:
    """Return the groups that links tie together, largest first, then by the oldest appeal."""
    parent: dict[int, int] = {}

    def root(one: int) -> int:
        while parent.setdefault(one, one) != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for link in links:
        parent[root(link.first)] = root(link.second)
    members: dict[int, list[int]] = defaultdict(list)
    for one in sorted(parent):
        members[root(one)].append(one)
    return sorted(members.values(), key=lambda ids: (-len(ids), ids[0]))


def _without_marked(
    read: Read, pairs: int, links: Sequence[Link[int]], threshold: float
) -> tuple[int, Sequence[Link[int]]]:
    """Leave out the pairs that somebody called no duplicates; their groups are tied anew."""
    marked = {
        (first, second)
        for first, second in read.session.execute(
            select(NotDuplicate.first_id, NotDuplicate.second_id)
        )
    }
    if not marked:
        return pairs, links
    groups = _components(links)
    place = {one: number for number, ids in enumerate(groups) for one in ids}
    touched = {
        place[first]
        for first, second in marked
        if first in place and place.get(second) == place[first]
    }
    kept = [link for link in links if place[link.first] not in touched]
    for number in touched:
        texts = _facts(read, groups[number])
        for first, second in combinations(groups[number], 2):
            score = similarity(texts[first], texts[second])
            if score < threshold - 1e-9:
                continue
            if (first, second) in marked:
                pairs -= 1
            else:
                kept.append(Link(first, second, score))
    return pairs, kept


def _facts(read: Read, ids: Iterable[int], *where: ColumnElement[bool]) -> dict[int, str]:
    rows = read.session.execute(
        select(Appeal.id, Appeal.facts).where(Appeal.id.in_(list(ids)), *where)
    )
    return {appeal_id: facts for appeal_id, facts in rows}  # noqa: C416 - a result has keys()


def _set(read: Read, pairs: int, links: Sequence[Link[int]], *, exact: bool) -> DuplicateSet:
    groups = _components(links)
    weakest: dict[int, float] = {}
    for link in links:
        weakest[link.first] = min(weakest.get(link.first, 1.0), link.similarity)
    shared = _shared(read, [one for ids in groups for one in ids])
    made = []
    for ids in groups:
        least = min(weakest.get(one, 1.0) for one in ids)
        same = exact or len({shared[one].key for one in ids}) == 1
        made.append(
            DuplicateGroup(
                tuple(ids),
                least,
                ("same_text" if same else "near_text", *_reasons([shared[one] for one in ids])),
            )
        )
    top = groups[0] if groups else []
    return DuplicateSet(
        tuple(made), sum(map(len, groups)), pairs, tuple(shared[one].handle for one in top)
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    key: str
    person_id: int | None
    person_name: str
    unit: str
    handle: str


def _shared(read: Read, ids: Sequence[int]) -> dict[int, _Shared]:
    found = {}
    for start in range(0, len(ids), 500):
        rows = read.session.execute(
            select(
                Appeal.id,
                Appeal.text_key,
                Appeal.person_id,
                Appeal.person_name,
                Appeal.unit_text,
                Appeal.number,
                Appeal.source_number,
            ).where(Appeal.id.in_(ids[start : start + 500]))
        )
        for one, key, person_id, name, unit, number, source_number in rows:
            found[one] = _Shared(key, person_id, name, unit, number or source_number)
    return found


def _reasons(members: Sequence[_Shared]) -> tuple[str, ...]:
    first = members[0]
    reasons = []
    if first.person_id is not None and all(m.person_id == first.person_id for m in members):
        reasons.append("same_person")
    elif first.person_name and all(m.person_name == first.person_name for m in members):
        reasons.append("same_name")
    if first.unit and all(m.unit == first.unit for m in members):
        reasons.append("same_unit")
    return tuple(reasons)


def explain_pair(read: Read, first_id: int, second_id: int) -> Explanation:
    """Return why two appeals are taken for the same, with the matching pieces of both.

    Raises:
        NotAllowedError: `not_found` if either may not be seen.
    """
    texts = _facts(read, (first_id, second_id), reach(read))
    if {first_id, second_id} - texts.keys():
        raise NotAllowedError("not_found")
    return explain(texts[first_id], texts[second_id])


@dataclass(frozen=True, slots=True)
class SayNotDuplicate:
    """Say that appeals are not the same matter: the pair is not shown again."""

    permission: ClassVar[Permission] = Permission.DUPLICATES

    first_id: int
    second_id: int

    def __call__(self, tx: Tx) -> bool:
        """Return whether it was not said before.

        Raises:
            RefusedError: `same_appeal`.
            NotAllowedError: `not_found`.
        """
        first, second = sorted((self.first_id, self.second_id))
        if first == second:
            raise RefusedError("same_appeal")
        for appeal_id in (first, second):
            tx.load(Appeal, appeal_id)
        said = select(NotDuplicate.id).where(
            NotDuplicate.first_id == first, NotDuplicate.second_id == second
        )
        if tx.session.scalar(said) is not None:
            return False
        tx.add(
            NotDuplicate(
                first_id=first, second_id=second, said_by_id=tx.actor.account_id, said_on=tx.today
            )
        )
        tx.changed.add("not_duplicate")
        return True


# --- while one is typed ------------------------------------------------------------------------

_PER_REASON = 20
_PHRASE = 8
_PHRASES = 8
_PER_PHRASE = 40
_MEASURED = 24
_WORDS = re.compile(r"\w+")
_WEIGHT = {
    "same_text": 32,
    "near_text": 16,
    "same_person": 8,
    "same_name": 4,
    "same_unit": 2,
    "same_sound": 1,
}


def similar(
    read: Read,
    facts: str,
    *,
    person_id: int | None = None,
    person_name: str = "",
    unit_id: int | None = None,
    unit_text: str = "",
    but_id: int | None = None,
    limit: int = 8,
) -> tuple[DuplicateHit, ...]:
    """Return the visible appeals that resemble what is being typed, best first, with reasons.

    An appeal of the same person, of a namesake or of a name that sounds the same is a hit by
    itself; so is the same or a similar text by anybody. The same unit only adds weight.

    Args:
        read: Who types.
        facts: The facts so far.
        person_id: The chosen person.
        person_name: The typed name.
        unit_id: His unit.
        unit_text: His unit as written.
        but_id: The appeal itself, where an old one is corrected.
        limit: At most so many.
    """
    why: dict[int, set[str]] = defaultdict(set)
    for reason, ids in _by_person(read, person_id, normalise_name(person_name)):
        for appeal_id in ids:
            why[appeal_id].add(reason)
    key = text_key(facts)
    same = _ids(read, Appeal.text_key == key) if key else []
    near = _near_candidates(read, facts)
    candidates = dict.fromkeys((*why, *same, *near))
    candidates.pop(but_id or 0, None)
    rows = ledger_rows(read, candidates)
    texts = _facts(read, rows)
    of_unit = select(Appeal.id).where(Appeal.id.in_(rows), Appeal.unit_id == unit_id)
    in_unit = set(read.session.scalars(of_unit)) if unit_id is not None else set()
    hits = []
    for appeal_id, row in rows.items():
        score = similarity(facts, texts[appeal_id])
        reasons = why[appeal_id]
        if appeal_id in same:
            reasons.add("same_text")
        elif score >= LIVE:
            reasons.add("near_text")
        if not reasons:
            continue
        if appeal_id in in_unit or (unit_text and row.unit_text == unit_text):
            reasons.add("same_unit")
        hits.append(_hit(row, score, reasons, facts, texts[appeal_id]))
    hits.sort(key=lambda hit: (-sum(_WEIGHT[r] for r in hit.reasons), -hit.score, -hit.row.id))
    return tuple(hits[:limit])


def _hit(row: AppealRow, score: float, reasons: set[str], facts: str, other: str) -> DuplicateHit:
    fragments = explain(facts, other).fragments[:3] if reasons & {"same_text", "near_text"} else ()
    ordered = tuple(sorted(reasons, key=lambda reason: -_WEIGHT[reason]))
    return DuplicateHit(row, score, ordered, fragments)


def _ids(read: Read, *where: ColumnElement[bool], most: int = _PER_REASON) -> list[int]:
    statement = select(Appeal.id).where(*where, reach(read))
    return list(read.session.scalars(statement.order_by(Appeal.id.desc()).limit(most)))


def _by_person(read: Read, person_id: int | None, name: str) -> Iterable[tuple[str, list[int]]]:
    if person_id is not None:
        yield "same_person", _ids(read, Appeal.person_id == person_id)
        name = name or read.session.scalar(select(Person.name).where(Person.id == person_id)) or ""
    if not name:
        return
    own = [Appeal.person_id.is_distinct_from(person_id)] if person_id is not None else []
    published = Appeal.published.is_(True)  # named so that the index on names is used
    yield "same_name", _ids(read, published, Appeal.person_name == name, *own)
    sounding = [
        other
        for other in read.session.scalars(
            select(Person.name).where(Person.pinyin == pinyin_full(name)).distinct().limit(200)
        )
        if sounds_same(name, other)
    ]
    if sounding:
        yield "same_sound", _ids(read, published, Appeal.person_name.in_(sounding))


def _near_candidates(read: Read, facts: str) -> list[int]:
    """Return appeals that share phrases with a text, those with most phrases first.

    Pieces from all over the text are looked up in the search index: a letter that says nearly the
    same shares most of them, whatever was changed in it.
    """
    shared = Counter[int]()
    for phrase in _phrases(facts):
        found = read.session.execute(
            text(
                "SELECT rowid FROM appeal_search WHERE appeal_search MATCH :phrase "
                "ORDER BY rowid DESC LIMIT :most"
            ),
            {"phrase": match_phrase(phrase, ("facts",)), "most": _PER_PHRASE},
        )
        shared.update(row[0] for row in found)
    return [appeal_id for appeal_id, _ in shared.most_common(_MEASURED)]


def _phrases(facts: str) -> list[str]:
    windows = [
        word[start : start + _PHRASE]
        for word in _WORDS.findall(facts)
        for start in range(0, max(1, len(word) - _PHRASE + 1), _PHRASE)
        if len(word) >= _PHRASE - 2
    ]
    windows = [window for window in windows if window.strip("_")] or _WORDS.findall(facts)[:2]
    step = max(1, len(windows) // _PHRASES)
    return list(dict.fromkeys(windows[::step][:_PHRASES]))
