"""The deadline rules as they are shipped: `resources/codes/deadlines*.toml`, read once.

The office may change them as rows; these are the values a new store starts with.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from db.codes.deadlines import Rule, Unit
from db.core.errors import RefusedError

DEFAULT_PROFILE = "default"
_FILE = re.compile(r"deadlines(_[a-z]+)?\.toml")


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """Return every rule with every profile, in the order of the files and in them."""
    folder = files("resources").joinpath("codes")
    named = sorted(
        (path for path in folder.iterdir() if _FILE.fullmatch(path.name)),
        # The general file first, then those of the rooms.
        key=lambda path: path.name.removesuffix(".toml"),
    )
    entries = [
        entry for path in named for entry in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    ]
    return tuple(_rule(entry, order) for order, entry in enumerate(entries, start=1))


@cache
def identifiers() -> tuple[str, ...]:
    """Return the identifiers of all rules, each once, in the order of the file."""
    return tuple(dict.fromkeys(rule.identifier for rule in shipped_rules()))


def profiles(identifier: str) -> tuple[str, ...]:
    """Return the profiles of one rule, the ordinary one first."""
    return tuple(rule.profile for rule in shipped_rules() if rule.identifier == identifier)


def shipped_rule(identifier: str, profile: str = DEFAULT_PROFILE) -> Rule:
    """Return one rule as shipped, enabled or not; an empty profile is the ordinary one.

    Raises:
        RefusedError: `unknown_rule` or `unknown_profile`.
    """
    profile = profile or DEFAULT_PROFILE
    for rule in shipped_rules():
        if rule.identifier == identifier and rule.profile == profile:
            return rule
    known = profiles(identifier)
    if known:
        raise RefusedError(
            "unknown_profile",
            "profile",
            rule=identifier,
            profile=profile,
            known=", ".join(known),
        )
    raise RefusedError("unknown_rule", "rule", rule=identifier)


def in_group(group: str) -> tuple[Rule, ...]:
    """Return the rules that are switched on and off together."""
    return tuple(rule for rule in shipped_rules() if rule.group == group)


def is_right_of_person(identifier: str) -> bool:
    """Return whether a rule gives the person time to act, which its name tells (SETTLED §6)."""
    return identifier.endswith("_request")


def _rule(entry: dict[str, Any], order: int) -> Rule:
    identifier = entry["identifier"]
    fields = {key: value for key, value in entry.items() if key not in {"identifier", "unit"}}
    return Rule(
        identifier=identifier,
        unit=Unit(entry["unit"]),
        right_of_person=is_right_of_person(identifier),
        order=order,
        **({"length": None} | fields),
    )
