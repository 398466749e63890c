"""From when on a deadline warns: named profiles of thresholds, one of them in use.

The shipped profiles stand in `resources/codes/warnings.toml`; what an office changes is a row.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, ClassVar

from sqlalchemy import select

from db.codes.deadlines import Stage, Thresholds
from db.codes.rules import identifiers
from db.codes.tables import WarningLevelRow
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx

EVERY_RULE = ""
SETTING = "warning_profile"
LIGHTS = "lights"
MOST = 60
"""Most working days that a level may lie before or after the last day."""


@dataclass(frozen=True, slots=True)
class WarningProfile:
    """A named set of thresholds.

    Attributes:
        name: Its name.
        zh: What it is called in Chinese.
        en: What it is called in English.
        tag: Confidence of its source.
        levels: Rule → thresholds; the empty name stands for every rule without its own.
    """

    name: str
    zh: str
    en: str
    tag: str
    levels: Mapping[str, Thresholds] = field(default_factory=dict)

    def of(self, rule: str) -> Thresholds:
        """Return the thresholds of a rule."""
        return self.levels.get(rule) or self.levels[EVERY_RULE]


@dataclass(frozen=True, slots=True)
class WarningView:
    """What the page of warnings shows.

    Attributes:
        used: Name of the profile in use.
        profiles: Every profile as the office has set it, the shipped ones first.
    """

    used: str
    profiles: tuple[WarningProfile, ...]


@cache
def shipped_profiles() -> tuple[WarningProfile, ...]:
    """Return the profiles as shipped; the first one is in use in a new store."""
    path = files("resources").joinpath("codes", "warnings.toml")
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["profile"]
    return tuple(
        WarningProfile(
            entry["name"],
            entry["zh"],
            entry["en"],
            entry["tag"],
            MappingProxyType({level["rule"]: _thresholds(level) for level in entry["level"]}),
        )
        for entry in entries
    )


def warning_profiles(read: Read) -> WarningView:
    """Return every profile and which one is in use; who keeps rules may change them."""
    read.require(Permission.RULE_WRITE)
    return _view(read)


def thresholds(read: Read, rule: str) -> Thresholds:
    """Return from when on a deadline of a rule warns."""
    view: WarningView = read.remember("warnings", _view)
    used = next(one for one in view.profiles if one.name == view.used)
    return used.of(rule)


@dataclass(frozen=True, slots=True)
class ChooseWarnings:
    """Use a profile of warnings."""

    permission: ClassVar[Permission] = Permission.RULE_WRITE

    profile: str

    def __call__(self, tx: Tx) -> None:
        """Write it.

        Raises:
            RefusedError: `unknown_profile`.
        """
        _shipped(self.profile)
        tx.set_setting(SETTING, self.profile)
        tx.renew("warnings")


@dataclass(frozen=True, slots=True)
class SetWarningLevel:
    """Set from when on the deadlines of a rule warn, or those of every rule.

    Attributes:
        profile: Profile of warnings.
        rule: Identifier of a deadline rule, empty for every rule without a level of its own.
        yellow: Working days left from which on it is yellow.
        orange: Working days left from which on it is orange.
        red: Working days over from which on the red card is due.
    """

    permission: ClassVar[Permission] = Permission.RULE_WRITE

    profile: str
    rule: str
    yellow: int
    orange: int
    red: int

    def __call__(self, tx: Tx) -> None:
        """Write it.

        Raises:
            RefusedError: `unknown_profile`, `unknown_rule`, `warning_levels_out_of_order`.
        """
        _shipped(self.profile)
        if self.rule != EVERY_RULE and self.rule not in identifiers():
            raise RefusedError("unknown_rule", "rule", rule=self.rule)
        if not 0 <= self.orange <= self.yellow <= MOST or not 0 <= self.red <= MOST:
            raise RefusedError("warning_levels_out_of_order", "yellow", most=MOST)
        row = _row(tx, self.profile, self.rule)
        if row is None:
            tx.add(
                WarningLevelRow(
                    profile=self.profile,
                    rule=self.rule,
                    yellow=self.yellow,
                    orange=self.orange,
                    red=self.red,
                )
            )
        else:
            row.yellow, row.orange, row.red = self.yellow, self.orange, self.red
        tx.renew("warnings")


@dataclass(frozen=True, slots=True)
class ForgetWarningLevel:
    """Go back to the shipped level of a rule, or to that of every rule."""

    permission: ClassVar[Permission] = Permission.RULE_WRITE

    profile: str
    rule: str

    def __call__(self, tx: Tx) -> None:
        """Remove the office's own level; nothing happens where there is none."""
        row = _row(tx, self.profile, self.rule)
        if row is not None:
            tx.session.delete(row)
            tx.session.flush()
            tx.renew("warnings")


def _row(tx: Tx, profile: str, rule: str) -> WarningLevelRow | None:
    return tx.session.scalar(
        select(WarningLevelRow).where(
            WarningLevelRow.profile == profile, WarningLevelRow.rule == rule
        )
    )


def _shipped(profile: str) -> WarningProfile:
    for one in shipped_profiles():
        if one.name == profile:
            return one
    known = ", ".join(one.name for one in shipped_profiles())
    raise RefusedError("unknown_profile", "profile", rule="", profile=profile, known=known)


def _view(read: Read) -> WarningView:
    own: dict[str, dict[str, WarningLevelRow]] = {}
    for row in read.session.scalars(select(WarningLevelRow)):
        own.setdefault(row.profile, {})[row.rule] = row
    profiles = tuple(_as_set(one, own.get(one.name, {})) for one in shipped_profiles())
    used = str(read.setting(SETTING, LIGHTS))
    return WarningView(used, profiles)


def _as_set(profile: WarningProfile, rows: dict[str, WarningLevelRow]) -> WarningProfile:
    levels = dict(profile.levels)
    for rule, row in rows.items():
        base = levels.get(rule) or levels[EVERY_RULE]
        levels[rule] = replace(
            base,
            wait_working_days=row.yellow,
            today_working_days=row.orange,
            red_working_days=row.red,
        )
    return replace(profile, levels=MappingProxyType(levels))


def _thresholds(level: dict[str, Any]) -> Thresholds:
    cards = level.get("card", {})
    return Thresholds(
        wait_working_days=level["yellow"],
        today_working_days=level["orange"],
        red_working_days=level["red"],
        cards=tuple((Stage(stage), card) for stage, card in cards.items()),
    )
