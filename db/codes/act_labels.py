"""Words for everything that a timeline or a trail can tell."""

from functools import cache
from typing import Any

from db.codes.code_lists import code_tables, move_label, move_labels

_PREFIXES = {
    "propose_": "asked",
    "agreed_": "agreed",
    "refused_": "refused",
    "returned_": "returned",
}

_SMALL = ("hand_over", "extension", "review", "talk_suggestion", "difficulty")
"""Small tracks whose moves stand on the card of their case."""


@cache
def _source() -> dict[str, Any]:
    return code_tables("acts")


def act_label(track: str, act: str, *, chinese: bool) -> str:
    """Return the words of an act on a kind of case.

    Raises:
        RefusedError: `unknown_move` for an act that has no words.
    """
    language = "zh" if chinese else "en"
    for prefix, name in _PREFIXES.items():
        if act.startswith(prefix):
            inner = act_label(track, act.removeprefix(prefix), chinese=chinese)
            return str(_source()[name][language]).format(inner)
    own = _move(track, act, chinese=chinese)
    if own is not None:
        return own
    found = _source()["acts"].get(act)
    if found is not None:
        return str(found[language])
    for place in _SMALL:
        small = _move(place, act, chinese=chinese)
        if small is not None:
            return small
    label = move_label(track, act)
    return label.zh if chinese else label.en


def _move(track: str, act: str, *, chinese: bool) -> str | None:
    for label in move_labels():
        if label.track == track and label.move == act:
            return label.zh if chinese else label.en
    return None
