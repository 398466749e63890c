"""Registers an appeal together with the cadre who is new to the list, in one transaction."""

from dataclasses import dataclass, replace
from typing import ClassVar

from db.appeals.intake import Register, Registered, SettleOnTheSpot
from db.core.permissions import Permission
from db.core.tx import Tx
from db.people.commands import CreatePerson


@dataclass(frozen=True, slots=True)
class RegisterNewPerson:
    """新增人员 and 登记 (or 当场办结) in one: neither stays without the other.

    Args:
        person: The new cadre.
        then: The registration; its `person_id` is replaced by the new row.
    """

    permission: ClassVar[Permission] = Permission.PERSON_WRITE

    person: CreatePerson
    then: Register | SettleOnTheSpot

    def __call__(self, tx: Tx) -> Registered:
        """Write the person, then the appeal; what either refuses keeps both away."""
        tx.require(self.then.permission)
        person_id = self.person(tx)
        return replace(self.then, intake=replace(self.then.intake, person_id=person_id))(tx)
