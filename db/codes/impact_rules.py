"""The impact periods as they are shipped: `resources/codes/impact.toml`, read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from db.codes.impact import ImpactRule, ImpactStart, ImpactSystem


@cache
def impact_rules() -> Mapping[str, ImpactRule]:
    """Return kind of punishment → its period, in the order of the file."""
    path = files("resources").joinpath("codes", "impact.toml")
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["impact"]
    return MappingProxyType(
        {
            entry["kind"]: ImpactRule(
                **entry
                | {
                    "system": ImpactSystem(entry["system"]),
                    "starts": ImpactStart(entry["starts"]),
                }
            )
            for entry in entries
        }
    )
