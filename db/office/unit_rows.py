"""Units as every list and picker shows them, in the office's own order."""

from dataclasses import dataclass

from sqlalchemy import select

from db.core.tx import Read
from db.office.tables import Unit


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit or section."""

    id: int
    version: int
    parent_id: int | None
    key: str
    full_name: str
    short_name: str
    kind: str
    order_number: int
    member_department: str | None
    counts_time: bool
    is_vertical: bool
    phone: str
    address: str
    party_body: str
    party_address: str


def units(read: Read) -> tuple[UnitRow, ...]:
    """Return all units in the office's order (单位序), parents before their sections."""
    statement = select(Unit).order_by(Unit.order_number, Unit.id)
    return tuple(
        UnitRow(
            u.id,
            u.version,
            u.parent_id,
            u.key,
            u.full_name,
            u.short_name,
            u.kind,
            u.order_number,
            u.member_department,
            u.counts_time,
            u.is_vertical,
            u.phone,
            u.address,
            u.party_body,
            u.party_address,
        )
        for u in read.session.scalars(statement)
    )
