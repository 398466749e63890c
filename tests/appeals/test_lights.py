"""Lights by unit: the area's own order, no light for who is not timed, nothing for others."""

from collections.abc import Callable

from sqlalchemy import select

from db.appeals.lights import lights_by_unit
from db.core.gate import Gate
from db.office.tables import Unit
from tests.appeals.test_flow import assign, to_accepted
from tests.conftest import Center

Gates = Callable[[str], Gate]


def test_units_stand_in_their_order_and_discipline_has_no_light(
    center: Center, gate: Gates
) -> None:
    for unit in ("hr", "hr", "discipline"):
        assign(gate, to_accepted(gate), unit)
    center.clock.advance(days=70)
    rows = gate("manager").read(lights_by_unit)
    order = gate("manager").read(
        lambda r: r.session.scalars(
            select(Unit.id)
            .where(Unit.id.in_([x.unit_id for x in rows]))
            .order_by(Unit.order_number)
        ).all()
    )
    assert [row.unit_id for row in rows] == list(order)
    by_open = sorted((row.open, row.bad is None, row.good is None) for row in rows)
    assert by_open == [(1, True, True), (2, False, False)]
    assert next(row for row in rows if row.open == 2).bad == 2
    assert gate("clerk").read(lights_by_unit) == ()
