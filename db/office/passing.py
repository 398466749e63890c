"""转交他人办理: one role on one case goes to somebody else, also one that stands vacant."""

from dataclasses import dataclass
from typing import ClassVar

from db.core.errors import NotAllowedError
from db.core.permissions import Permission
from db.core.tx import Tx
from db.office.cases import case_head
from db.office.holdings import holdings, pass_on
from db.office.tables import Account


@dataclass(frozen=True, slots=True)
class PassOn:
    """Give a role on a case to a colleague.

    Attributes:
        track: Kind of the case.
        case_id: The case.
        key: The holding, as `Holding.key` names it.
        successor_id: Who takes it over.
        may_read: The head of the center lets him read a talk that was held.
    """

    permission: ClassVar[Permission] = Permission.WORK_HAND_OVER

    track: str
    case_id: int
    key: str
    successor_id: int
    may_read: bool = False

    def __call__(self, tx: Tx) -> str:
        """Pass it on; return the role.

        Raises:
            RefusedError: As `pass_on`.
            NotAllowedError: `not_found`; `not_permitted` for a holder of another unit, and for a
                talk that was held unless the head of the center decides it.
        """
        case_head(tx, self.track, self.case_id)
        found = {h.key: h for h in holdings(tx, case=(self.track, self.case_id))}
        holding = found.get(self.key)
        if holding is None:
            raise NotAllowedError("not_found")
        holder = tx.session.get_one(Account, holding.account_id)
        if tx.actor.unit_id is not None and tx.actor.unit_id != holder.unit_id:
            raise NotAllowedError("not_permitted", permission=Permission.WORK_HAND_OVER.value)
        may_read = self.may_read and tx.actor.may(Permission.TALK_CLOSE)
        pass_on(tx, holding, self.successor_id, may_read=may_read)
        return holding.role
