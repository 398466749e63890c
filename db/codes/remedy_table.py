"""The remedy table as it is shipped: `resources/codes/remedies.toml`, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from db.codes.remedies import Body, Cell, Limit, PathRule, PersonKind, RemedyTable, Words


@cache
def remedy_table() -> RemedyTable:
    """Return the table with its words.

    Raises:
        ValueError: A kind and matter have no row, or two.
    """
    path = files("resources").joinpath("codes", "remedies.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    bodies = {key: _body(key, entry) for key, entry in data["body"].items()}
    paths = {key: _path(key, entry, bodies) for key, entry in data["path"].items()}
    cells: dict[tuple[str, str], Cell] = {}
    for row in data["row"]:
        cell = Cell(tuple(paths[key] for key in row["paths"]), row["note"])
        for key in ((person, matter) for person in row["persons"] for matter in row["matters"]):
            if key in cells:
                raise ValueError(f"two rows for {key}")
            cells[key] = cell
    return RemedyTable(
        kinds=_kinds(data["person"]),
        cells=MappingProxyType(cells),
        notes=_all_words(data["note"]),
        sentences=_all_words(data["sentence"]),
        starts=_all_words(data["start"]),
    )


def _kinds(entries: list[dict[str, Any]]) -> tuple[PersonKind, ...]:
    found = [
        PersonKind(
            entry["kind"],
            Words(entry["zh"], entry["en"]),
            frozenset(entry.get("categories", ())),
            frozenset(entry.get("administrations", ())),
        )
        for entry in entries
    ]
    # Who manages him decides before what he is: 垂管 before all, then the named levels.
    return tuple(sorted(found, key=lambda kind: (bool(kind.categories), not kind.administrations)))


def _body(key: str, entry: dict[str, str]) -> Body:
    return Body(key, Words(entry["zh"], entry["en"]), entry.get("member", ""))


def _path(key: str, entry: dict[str, Any], bodies: dict[str, Body]) -> PathRule:
    rule = entry.get("rule", "")
    return PathRule(
        key=key,
        step=entry["step"],
        body=bodies[entry["body"]],
        route=entry.get("route", ""),
        act=Words(entry["act_zh"], entry["act_en"]),
        limit=Limit(entry.get("limit", "rule")),
        rule=rule,
        profile=entry.get("profile", "default"),
        decides=entry.get("decides", ""),
        starts=tuple(entry.get("starts", ())),
        basis=Words(entry.get("basis_zh", ""), entry.get("basis_en", "")),
        tag=entry.get("tag", "P"),
    )


def _all_words(entries: dict[str, dict[str, str]]) -> MappingProxyType[str, Words]:
    return MappingProxyType({key: Words(e["zh"], e["en"]) for key, e in entries.items()})
