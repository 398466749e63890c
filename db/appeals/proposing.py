"""Who is proposed to handle an appeal, and why: a table, read; nothing is handed over by it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import select

from db.appeals.filters import reach
from db.appeals.rows import RoutingProposal
from db.appeals.tables import Appeal
from db.core.tx import Read
from db.office.tables import Unit

OWN_UNIT = "own_unit"


@dataclass(frozen=True, slots=True)
class RoutingRule:
    """One line of `resources/codes/routing.toml`; empty conditions fit everything."""

    persons: tuple[str, ...]
    administration: tuple[str, ...]
    categories: tuple[str, ...]
    lead: str
    co: tuple[str, ...]
    route: str
    zh: str
    en: str
    basis_zh: str
    basis_en: str

    def fits(self, person_category: str, administration: str, category: str) -> bool:
        """Return whether it speaks of such a person and matter."""
        asked = (
            (self.persons, person_category),
            (self.administration, administration),
            (self.categories, category),
        )
        return all(not values or value in values for values, value in asked)


@cache
def routing_rules() -> tuple[RoutingRule, ...]:
    """Return the shipped rules in their order."""
    source = files("resources").joinpath("codes", "routing.toml").read_text(encoding="utf-8")
    return tuple(_rule(entry) for entry in tomllib.loads(source)["rule"])


def _rule(entry: dict[str, Any]) -> RoutingRule:
    return RoutingRule(
        persons=tuple(entry.get("persons", ())),
        administration=tuple(entry.get("administration", ())),
        categories=tuple(entry.get("categories", ())),
        lead=entry.get("lead", ""),
        co=tuple(entry.get("co", ())),
        route=entry.get("route", ""),
        zh=entry["zh"],
        en=entry["en"],
        basis_zh=entry["basis_zh"],
        basis_en=entry["basis_en"],
    )


def propose(person_category: str, administration: str, category: str) -> RoutingRule | None:
    """Return the first rule that fits, None where the table says nothing."""
    return next(
        (r for r in routing_rules() if r.fits(person_category, administration, category)), None
    )


def routing_proposal(read: Read, appeal_id: int) -> RoutingProposal | None:
    """Return what the table proposes for a visible appeal, with the units as they are today."""
    appeal = read.session.scalar(select(Appeal).where(Appeal.id == appeal_id, reach(read)))
    if appeal is None:
        return None
    found = propose(appeal.person_category, appeal.administration, appeal.category)
    if found is None:
        return None
    lead = _unit(read, appeal, found.lead)
    co = tuple(unit for unit in (_unit(read, appeal, key) for key in found.co) if unit is not None)
    return RoutingProposal(
        route=found.route,
        lead_unit_id=lead.id if lead else None,
        lead_unit=lead.short_name if lead else "",
        co_unit_ids=tuple(unit.id for unit in co),
        co_units=tuple(unit.short_name for unit in co),
        sentence_zh=found.zh,
        sentence_en=found.en,
        basis_zh=found.basis_zh,
        basis_en=found.basis_en,
    )


def _unit(read: Read, appeal: Appeal, key: str) -> Unit | None:
    if not key:
        return None
    if key == OWN_UNIT:
        unit = read.session.get(Unit, appeal.unit_id) if appeal.unit_id else None
        while unit is not None and unit.parent_id is not None:
            unit = read.session.get(Unit, unit.parent_id)
        return unit
    return read.session.scalar(
        select(Unit).where(Unit.member_department == key, Unit.parent_id.is_(None)).limit(1)
    )
