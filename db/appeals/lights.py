"""Lights by unit: how many open matters of each unit are near or past their handling date."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import and_, select

from db.appeals.filters import reach
from db.appeals.ledger import light
from db.appeals.tables import TRACK, Appeal
from db.codes.deadlines import Stage
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Read
from db.office.tables import Unit

COMPLETION = ("ordinary_completion", "internal_completion")


@dataclass(frozen=True, slots=True)
class UnitLights:
    """The open matters of a lead unit by light.

    Attributes:
        unit_id: Unit.
        unit: Its short name.
        open: Open matters.
        good: Not near; None where the unit's time is not counted (SETTLED §9.8).
        wait: Near.
        today: Due today.
        bad: Overdue.
    """

    unit_id: int
    unit: str
    open: int
    good: int | None
    wait: int | None
    today: int | None
    bad: int | None


def lights_by_unit(read: Read) -> tuple[UnitLights, ...]:
    """Return the units with open matters in the area's own order, never by number.

    Only for who may decide at the center; for others there is nothing.
    """
    if not read.actor.may(Permission.APPEAL_APPROVE):
        return ()
    statement = (
        select(Appeal.lead_unit_id, ClockEntry.due_on, ClockEntry.rule, ClockEntry.profile)
        .outerjoin(
            ClockEntry,
            and_(
                ClockEntry.track == TRACK,
                ClockEntry.case_id == Appeal.id,
                ClockEntry.rule.in_(COMPLETION),
                ClockEntry.stopped_on.is_(None),
            ),
        )
        .where(
            Appeal.state.in_(("assigned", "in_progress", "reply_draft", "reply_approved")),
            Appeal.lead_unit_id.is_not(None),
            reach(read),
        )
    )
    counted: dict[int, Counter[str]] = {}
    for unit_id, due_on, rule, profile in read.session.execute(statement):
        assert unit_id is not None
        found = counted.setdefault(unit_id, Counter())
        found["open"] += 1
        level = light(read, due_on, rule, profile) if rule else None
        found[level.stage.value if level else Stage.GOOD.value] += 1
    units = read.session.scalars(
        select(Unit).where(Unit.id.in_(counted)).order_by(Unit.order_number, Unit.id)
    )
    return tuple(_lights(unit, counted[unit.id]) for unit in units)


def _lights(unit: Unit, found: "Counter[str]") -> UnitLights:
    def of(stage: Stage) -> int | None:
        return found[stage.value] if unit.counts_time else None

    return UnitLights(
        unit.id,
        unit.short_name,
        found["open"],
        of(Stage.GOOD),
        of(Stage.WAIT),
        of(Stage.TODAY),
        of(Stage.BAD),
    )
