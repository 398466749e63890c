"""How an appeal's dates and states look: from rows to cells."""

from db.codes.deadlines import Level, Stage, Unit
from desktop.widgets.cells import DueMark
from desktop.widgets.signs import Light

OF_UNIT = frozenset({"sign_in", "objection", "co_opinion"})
"""Clocks that say whose they are: several units may have one."""

_LIGHTS = {
    Stage.GOOD: Light.FINE,
    Stage.WAIT: Light.SOON,
    Stage.TODAY: Light.TODAY,
    Stage.BAD: Light.OVERDUE,
    Stage.NEUTRAL: Light.UNTIMED,
    Stage.GUARD: Light.OWN,
}


def due_mark(light: Level | None, *, provisional: bool = False) -> DueMark:
    """Return the mark of a due date; without one: 不计时限."""
    if light is None:
        return DueMark(Light.UNTIMED)
    return DueMark(
        _LIGHTS[light.stage],
        count=abs(light.remaining),
        workdays=light.unit is Unit.WORKING_DAYS,
        provisional=provisional,
        card=light.card,
    )
