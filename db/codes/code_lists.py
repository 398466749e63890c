"""Labels of lists, states and moves as they are shipped in `resources/codes`, read once.

Lists are what a new store starts with; the office may add to them as rows. Labels of states and
moves are not the office's to change: the wording for applicants protects people (SETTLED §9.2).
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from db.core.errors import RefusedError

FIRST_FILES = ("lists_appeals", "lists_people", "lists_tracks", "lists_office")
"""Files of lists whose order the office knows; those of further rooms follow by name."""


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a list.

    Attributes:
        list: Name of the list.
        value: What is stored.
        zh: Label in Chinese.
        en: Label in English.
        order: Place in the list, from 1.
        aliases: Labels of other ledgers that mean this value.
        short_zh: Label for narrow columns, at most four characters where the list has such a
            column; for talk triggers the only label that lists and plans may show.
        short_en: The same in English.
        enabled: Whether it is offered when a new store begins.
    """

    list: str
    value: str
    zh: str
    en: str
    order: int
    aliases: tuple[str, ...]
    short_zh: str
    short_en: str
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class StateLabel:
    """What a state is called, and to whom.

    Attributes:
        track: Kind of record.
        state: State as stored or derived.
        pill_zh: At most five characters.
        full_zh: Full saying inside the office.
        applicant_zh: The only wording an applicant may be told; empty where he is told nothing.
        pill_en: Pill in English.
        full_en: Full saying in English.
        applicant_en: Wording for the applicant in English.
        stage: Colour group of the pill (LOOK §2).
        sign: Sign before the word, one of ○◐→‖●↩✎▣✓–! (LOOK §4).
        inner_zh: What only the discipline contact sees of a referral; elsewhere the full saying.
        inner_en: The same in English.
    """

    track: str
    state: str
    pill_zh: str
    full_zh: str
    applicant_zh: str
    pill_en: str
    full_en: str
    applicant_en: str
    stage: str
    sign: str
    inner_zh: str
    inner_en: str


@dataclass(frozen=True, slots=True)
class MoveLabel:
    """The button of a move.

    Attributes:
        track: Kind of record, or `common` for deeds of every track.
        move: Identifier of the move.
        zh: Button in Chinese, the office's own verb.
        en: Button in English.
        asks_zh: What the box asks and which paper it makes; may be empty.
    """

    track: str
    move: str
    zh: str
    en: str
    asks_zh: str


@cache
def list_names() -> tuple[str, ...]:
    """Return the names of all lists, in the order of the files."""
    return tuple(_lists())


@cache
def shipped_codes() -> tuple[Code, ...]:
    """Return every value of every list, by list and order."""
    return tuple(code for codes in _lists().values() for code in codes)


def codes(list_name: str) -> tuple[Code, ...]:
    """Return the values of one list in its order.

    Raises:
        RefusedError: `unknown_list`.
    """
    found = _lists().get(list_name)
    if found is None:
        raise RefusedError("unknown_list", "list", list=list_name)
    return found


def code(list_name: str, value: str) -> Code:
    """Return one value of a list.

    Raises:
        RefusedError: `unknown_list` or `unknown_code`.
    """
    for entry in codes(list_name):
        if entry.value == value:
            return entry
    raise RefusedError("unknown_code", list_name, list=list_name, value=value)


def by_label(list_name: str, label: str) -> Code | None:
    """Return the value that a label of a ledger means (value, label or alias), or None."""
    wanted = label.strip()
    for entry in codes(list_name):
        if wanted in {entry.value, entry.zh, entry.en, entry.short_zh, *entry.aliases}:
            return entry
    return None


@cache
def state_labels() -> tuple[StateLabel, ...]:
    """Return the labels of every state of every track."""
    return tuple(
        _state(track, state, entry)
        for track, states in code_tables("states").items()
        for state, entry in states.items()
    )


def state_label(track: str, state: str) -> StateLabel:
    """Return the labels of one state.

    Raises:
        RefusedError: `unknown_state`.
    """
    found = _states_by_key().get((track, state))
    if found is None:
        raise RefusedError("unknown_state", "state", track=track, state=state)
    return found


@cache
def move_labels() -> tuple[MoveLabel, ...]:
    """Return the buttons of every move of every track."""
    return tuple(
        MoveLabel(track, move, entry["zh"], entry["en"], entry.get("asks", ""))
        for track, moves in code_tables("moves").items()
        for move, entry in moves.items()
    )


def move_label(track: str, move: str) -> MoveLabel:
    """Return the button of a move; a deed that every track knows stands under `common`.

    Raises:
        RefusedError: `unknown_move`.
    """
    known = _moves_by_key()
    found = known.get((track, move)) or known.get(("common", move))
    if found is None:
        raise RefusedError("unknown_move", "move", track=track, move=move)
    return found


@cache
def _lists() -> dict[str, tuple[Code, ...]]:
    found: dict[str, tuple[Code, ...]] = {}
    for list_name, entries in code_tables("lists", first=FIRST_FILES).items():
        found[list_name] = tuple(
            _code(list_name, entry, order) for order, entry in enumerate(entries, start=1)
        )
    return found


@cache
def _states_by_key() -> dict[tuple[str, str], StateLabel]:
    return {(label.track, label.state): label for label in state_labels()}


@cache
def _moves_by_key() -> dict[tuple[str, str], MoveLabel]:
    return {(label.track, label.move): label for label in move_labels()}


def _code(list_name: str, entry: dict[str, Any], order: int) -> Code:
    return Code(
        list=list_name,
        value=entry["value"],
        zh=entry["zh"],
        en=entry["en"],
        order=order,
        aliases=tuple(entry.get("aliases", ())),
        short_zh=entry.get("short_zh", entry["zh"]),
        short_en=entry.get("short_en", entry["en"]),
        enabled=entry.get("enabled", True),
    )


def _state(track: str, state: str, entry: dict[str, str]) -> StateLabel:
    full_zh = entry.get("full_zh", entry["pill_zh"])
    full_en = entry.get("full_en", entry["pill_en"])
    return StateLabel(
        track=track,
        state=state,
        pill_zh=entry["pill_zh"],
        full_zh=full_zh,
        applicant_zh=entry.get("applicant_zh", ""),
        pill_en=entry["pill_en"],
        full_en=full_en,
        applicant_en=entry.get("applicant_en", ""),
        stage=entry["stage"],
        sign=entry["sign"],
        inner_zh=entry.get("inner_zh", full_zh),
        inner_en=entry.get("inner_en", full_en),
    )


def code_tables(stem: str, first: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the tables of `<stem>.toml` and of every `<stem>_<room>.toml` together."""
    folder = files("resources").joinpath("codes")
    names = sorted(
        entry.name.removesuffix(".toml")
        for entry in folder.iterdir()
        if entry.name == f"{stem}.toml"
        or (entry.name.startswith(f"{stem}_") and entry.name.endswith(".toml"))
    )
    names.sort(key=lambda name: first.index(name) if name in first else len(first))
    found: dict[str, Any] = {}
    for name in names:
        source = tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
        for table, entries in source.items():
            kept = found.get(table)
            if isinstance(kept, dict) and isinstance(entries, dict):
                kept.update(entries)
            else:
                found[table] = entries
    return found
