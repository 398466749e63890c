"""How much about people at the desk waits for the actor."""

from db.core.permissions import Permission
from db.core.tx import Read
from db.office.granting import grant_changes
from db.office.holdings import vacancies
from db.office.recusals import recusals


def staff_counts(read: Read) -> dict[str, int]:
    """Return what waits: recusals he decides, roles he fills, changes of rights he confirms."""
    may = read.actor.may
    decide = sum(row.may_decide for row in recusals(read)) if may(Permission.RECUSAL_ASK) else 0
    vacant = len(vacancies(read)) if may(Permission.WORK_HAND_OVER) else 0
    confirm = sum(row.may_decide for row in grant_changes(read))
    return {"recusals": decide, "vacant": vacant, "rights": confirm}
