"""Names that a paper may carry because its own record has them."""

from sqlalchemy import select

from db.core.tx import Read
from db.office.tables import Unit, UnitName


def unit_names(read: Read, unit_id: int) -> list[str]:
    """Return every name of a unit, with its party body and its address in letters."""
    unit = read.session.get_one(Unit, unit_id)
    found = [unit.full_name, unit.short_name, unit.party_body, unit.party_address]
    found += read.session.scalars(select(UnitName.name).where(UnitName.unit_id == unit.id))
    return found
