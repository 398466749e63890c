"""Asks for the calendar, the rules and the lists as the office has set them."""

from dataclasses import replace
from types import MappingProxyType

from sqlalchemy import select

from db.codes.deadlines import Rule
from db.codes.rules import DEFAULT_PROFILE, shipped_rules
from db.codes.tables import CalendarDayRow, CalendarYearRow, CodeRow, DeadlineRuleRow
from db.codes.working_days import Calendar, CalendarDay
from db.core.errors import RefusedError
from db.core.tx import Read

SHIPPED_SOURCE = "chinesecalendar"
"""Source of the years that a new store starts with."""


def calendar(read: Read) -> Calendar:
    """Return the working calendar."""
    return read.remember("calendar", _calendar)


def _calendar(read: Read) -> Calendar:
    years = list(read.session.scalars(select(CalendarYearRow).where(CalendarYearRow.has_notice)))
    noticed = {row.year for row in years}
    rows = read.session.execute(
        select(CalendarDayRow.day, CalendarDayRow.is_working, CalendarDayRow.name)
    )
    found = Calendar.from_rows(
        (CalendarDay(day, working, name, day.year in noticed) for day, working, name in rows),
        version=str(read.setting("calendar_version", 1)),
    )
    return replace(found, sources=MappingProxyType({row.year: _source(row) for row in years}))


def _source(row: CalendarYearRow) -> str:
    """Return number and day of a notice that the office entered, nothing for shipped years."""
    if row.source == SHIPPED_SOURCE:
        return ""
    return " ".join(filter(None, (row.source, row.issued_on.isoformat() if row.issued_on else "")))


def rules(read: Read) -> dict[tuple[str, str], Rule]:
    """Return every deadline rule by identifier and profile."""
    return read.remember("rules", _rules)


def _rules(read: Read) -> dict[tuple[str, str], Rule]:
    changed = {
        (row.identifier, row.profile): row for row in read.session.scalars(select(DeadlineRuleRow))
    }
    found = {}
    for rule in shipped_rules():
        row = changed.get((rule.identifier, rule.profile))
        if row is not None:
            rule = replace(rule, length=row.length, enabled=row.enabled)  # noqa: PLW2901
        found[rule.identifier, rule.profile] = rule
    return found


def rule(read: Read, identifier: str, profile: str = DEFAULT_PROFILE) -> Rule:
    """Return one rule.

    Raises:
        RefusedError: `unknown_rule`.
    """
    try:
        return rules(read)[identifier, profile]
    except KeyError:
        raise RefusedError("unknown_rule", "rule", rule=identifier, profile=profile) from None


def codes(read: Read) -> dict[str, dict[str, CodeRow]]:
    """Return every list: list name → value → row, in the order of the list."""
    return read.remember("codes", _codes)


def _codes(read: Read) -> dict[str, dict[str, CodeRow]]:
    found: dict[str, dict[str, CodeRow]] = {}
    for row in read.session.scalars(select(CodeRow).order_by(CodeRow.list, CodeRow.order)):
        read.session.expunge(row)
        found.setdefault(row.list, {})[row.value] = row
    return found


def require_code(read: Read, name: str, value: str, *, field: str | None = None) -> None:
    """Refuse a value that is not in its list.

    Raises:
        RefusedError: `unknown_value`.
    """
    if value not in codes(read).get(name, {}):
        raise RefusedError("unknown_value", field=field or name, list=name, value=value)
