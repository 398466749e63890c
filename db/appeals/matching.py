"""Finds letters that say the same: exactly, nearly, and where.

Text is compared without width, case, spaces and punctuation (SETTLED §5). Near means a Jaccard
similarity of the sets of character 5-grams at or above a threshold. Nothing is approximated: the
candidates come from prefix filtering, which loses no pair.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import Generic, TypeVar
from zlib import crc32

GRAM = 5
"""Characters in one gram."""

_DROPPED = re.compile(r"[\W_]+")
# Keeps a threshold such as 0.8 from asking for one gram too many by the error of a float.
_EPSILON = 1e-9

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Link(Generic[K]):
    """Two letters that say the same, and how much (1.0 for the same text)."""

    first: K
    second: K
    similarity: float


@dataclass(frozen=True, slots=True)
class Duplicates(Generic[K]):
    """Groups of letters that say the same.

    Attributes:
        groups: Keys of each group in the order given, largest group first.
        pairs: Number of pairs at or above the threshold.
        links: Enough links to tie each group together, with their similarity.
    """

    groups: tuple[tuple[K, ...], ...]
    pairs: int
    links: tuple[Link[K], ...] = ()

    @property
    def rows(self) -> int:
        """Count the letters that are in some group."""
        return sum(map(len, self.groups))

    @property
    def surplus(self) -> int:
        """Count the letters beyond the first of each group."""
        return self.rows - len(self.groups)

    @property
    def top(self) -> tuple[K, ...]:
        """Return the largest group, empty where there is none."""
        return self.groups[0] if self.groups else ()


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text: from `start` up to, not including, `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why two texts are taken for the same.

    Attributes:
        similarity: Jaccard similarity of their 5-grams, 0–1.
        exact: Whether the compared forms are equal.
        first: Pieces of the first text that also stand in the second.
        second: Pieces of the second text that also stand in the first.
        fragments: The longest common pieces as text, longest first, at most five.
    """

    similarity: float
    exact: bool
    first: tuple[Span, ...]
    second: tuple[Span, ...]
    fragments: tuple[str, ...]


def normalise(text: str) -> str:
    r"""Return the form in which letters are compared: NFKC, `[\W_]+` dropped, lower case."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", text)).lower()


def grams(normal: str) -> frozenset[str]:
    """Return the 5-grams of a normalised text; a shorter text is its own only gram."""
    if not normal:
        return frozenset()
    return frozenset(normal[i : i + GRAM] for i in range(max(1, len(normal) - GRAM + 1)))


def similarity(a: str, b: str) -> float:
    """Return how much two texts say the same, 0–1; 0 where one says nothing."""
    return _jaccard(grams(normalise(a)), grams(normalise(b)))


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)


# --- whole ledgers -------------------------------------------------------------------------------


def exact_duplicates(texts: Iterable[tuple[K, str]]) -> Duplicates[K]:
    """Return the groups of keys whose texts are the same; empty texts are in none."""
    keys, by_text = _by_text(texts)
    same = [places for places in by_text.values() if len(places) > 1]
    return Duplicates(
        _groups(same, keys),
        sum(len(places) * (len(places) - 1) // 2 for places in same),
        tuple(Link(keys[a], keys[b], 1.0) for places in same for a, b in pairwise(places)),
    )


def near_duplicates(
    texts: Iterable[tuple[K, str]],
    threshold: float = 0.8,
    *,
    proceed: Callable[[], bool] | None = None,
) -> Duplicates[K]:
    """Return the connected components of pairs with similarity at or above the threshold.

    `proceed` is asked now and then; where it returns False the search is given up.

    Raises:
        ValueError: The threshold is not in (0, 1].
        InterruptedError: `proceed` said so.
    """
    if not 0 < threshold <= 1:
        raise ValueError("threshold must be above 0 and at most 1")
    keys, by_text = _by_text(texts)
    same = list(by_text.values())
    pairs = sum(len(places) * (len(places) - 1) // 2 for places in same)
    links = [Link(keys[a], keys[b], 1.0) for places in same for a, b in pairwise(places)]
    parent = list(range(len(same)))
    for one, other, score in _near_pairs(list(by_text), threshold, proceed):
        pairs += len(same[one]) * len(same[other])
        first, second = sorted((same[one][0], same[other][0]))
        links.append(Link(keys[first], keys[second], score))
        parent[_root(parent, one)] = _root(parent, other)
    members: dict[int, list[int]] = defaultdict(list)
    for index, places in enumerate(same):
        members[_root(parent, index)].extend(places)
    together = [sorted(places) for places in members.values() if len(places) > 1]
    return Duplicates(_groups(together, keys), pairs, tuple(links))


def _by_text(texts: Iterable[tuple[K, str]]) -> tuple[list[K], dict[str, list[int]]]:
    """Return the keys in the order given, and for each text that says anything its places."""
    keys: list[K] = []
    by_text: dict[str, list[int]] = defaultdict(list)
    for place, (key, text) in enumerate(texts):
        keys.append(key)
        if normal := normalise(text):
            by_text[normal].append(place)
    return keys, by_text


def _groups(together: Sequence[Sequence[int]], keys: Sequence[K]) -> tuple[tuple[K, ...], ...]:
    ordered = sorted(together, key=lambda places: (-len(places), places[0]))
    return tuple(tuple(keys[place] for place in places) for places in ordered)


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def _near_pairs(
    normals: Sequence[str], threshold: float, proceed: Callable[[], bool] | None
) -> Iterator[tuple[int, int, float]]:
    """Yield places of different texts that are near, and how near.

    Prefix filtering: with the grams of each text in one common order, rarest first, two texts at
    or above the threshold share a gram among the first of each; only those are looked up.
    """
    counts = Counter[str]()
    for normal in normals:
        counts.update(grams(normal))
    # A gram of one text only can be in no intersection: it counts in the size and nowhere else.
    shared_counts = sorted((count, gram) for gram, count in counts.items() if count > 1)
    ranks = {gram: rank for rank, (_, gram) in enumerate(shared_counts)}
    del counts, shared_counts
    sizes: list[int] = []
    exact: list[frozenset[int]] = []
    for normal in normals:
        own = grams(normal)
        sizes.append(len(own))
        exact.append(frozenset(ranks[gram] for gram in own if gram in ranks))
    index: dict[int, list[int]] = defaultdict(list)
    for turn, place in enumerate(sorted(range(len(normals)), key=sizes.__getitem__)):
        if proceed is not None and turn % 200 == 0 and not proceed():
            raise InterruptedError("search for duplicates given up")
        size = sizes[place]
        least = _at_least(threshold, size)
        single = size - len(exact[place])
        found: set[int] = set()
        for gram in sorted(exact[place])[: max(0, size - least + 1 - single)]:
            found.update(index[gram])
            index[gram].append(place)
        for other in found:
            if sizes[other] < least:
                continue
            shared = len(exact[place] & exact[other])
            score = shared / (size + sizes[other] - shared)
            if score >= threshold - _EPSILON:
                yield other, place, score


def _at_least(threshold: float, size: int) -> int:
    """Return how many grams another set must share with one of this size."""
    return max(1, ceil(threshold * size - _EPSILON))


# --- one letter against many ---------------------------------------------------------------------


def prefix_keys(text: str, threshold: float = 0.8) -> tuple[int, ...]:
    """Return numbers of which two texts at or above the threshold share at least one.

    The order behind them does not depend on other texts, so the keys can be stored with a letter
    and looked up when the next one comes; what shares a key is then measured by `similarity`.
    """
    return _prefix(grams(normalise(text)), threshold)


def _prefix(own: frozenset[str], threshold: float) -> tuple[int, ...]:
    found = sorted((crc32(gram.encode()), gram) for gram in own)
    if not found:
        return ()
    least = _at_least(threshold, len(found))
    return tuple(dict.fromkeys(key for key, _ in found[: len(found) - least + 1]))


class NearIndex(Generic[K]):
    """Letters one can ask for those near a new text, at a fixed threshold; exact answers."""

    def __init__(self, threshold: float = 0.8) -> None:
        self._threshold = threshold
        self._grams: dict[K, frozenset[str]] = {}
        self._places: dict[int, set[K]] = defaultdict(set)

    def __len__(self) -> int:
        """Count the letters."""
        return len(self._grams)

    def add(self, key: K, text: str) -> None:
        """Add a letter or replace its text; one that says nothing is left out."""
        self.remove(key)
        own = grams(normalise(text))
        if own:
            self._grams[key] = own
            for number in _prefix(own, self._threshold):
                self._places[number].add(key)

    def remove(self, key: K) -> None:
        """Take a letter out; one that is not there is no error."""
        own = self._grams.pop(key, frozenset())
        for number in _prefix(own, self._threshold):
            self._places[number].discard(key)

    def near(self, text: str) -> tuple[tuple[K, float], ...]:
        """Return the letters at or above the threshold and their similarity, nearest first."""
        mine = grams(normalise(text))
        candidates: dict[K, None] = {}
        for number in _prefix(mine, self._threshold):
            candidates.update(dict.fromkeys(self._places.get(number, ())))
        scored = [(key, _jaccard(mine, self._grams[key])) for key in candidates]
        near = [(key, score) for key, score in scored if score >= self._threshold - _EPSILON]
        return tuple(sorted(near, key=lambda found: -found[1]))


# --- why -----------------------------------------------------------------------------------------


def explain(a: str, b: str) -> Explanation:
    """Return how much two texts say the same and which pieces of each stand in the other."""
    normal_a, places_a = _with_places(a)
    normal_b, places_b = _with_places(b)
    grams_a, grams_b = grams(normal_a), grams(normal_b)
    shared = grams_a & grams_b
    spans_a = _covered(normal_a, shared)
    fragments = sorted({normal_a[s.start : s.end] for s in spans_a}, key=lambda f: (-len(f), f))
    return Explanation(
        similarity=_jaccard(grams_a, grams_b),
        exact=bool(normal_a) and normal_a == normal_b,
        first=_in_original(spans_a, places_a),
        second=_in_original(_covered(normal_b, shared), places_b),
        fragments=tuple(fragments[:5]),
    )


def _with_places(text: str) -> tuple[str, list[int]]:
    """Return the compared form and for each of its characters the place in the text."""
    normal: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        part = normalise(char)
        normal.append(part)
        places.extend([place] * len(part))
    return "".join(normal), places


def _covered(normal: str, shared: frozenset[str]) -> list[Span]:
    spans: list[Span] = []
    size = min(GRAM, len(normal))
    for start in range(len(normal) - size + 1 if normal else 0):
        if normal[start : start + size] not in shared:
            continue
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, start + size)
        else:
            spans.append(Span(start, start + size))
    return spans


def _in_original(spans: Sequence[Span], places: Sequence[int]) -> tuple[Span, ...]:
    return tuple(Span(places[span.start], places[span.end - 1] + 1) for span in spans)
