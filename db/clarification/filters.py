"""Row scope of clarifications."""

from sqlalchemy import ColumnElement, and_, false, or_

from db.clarification.tables import TRACK, Clarification
from db.core.permissions import Permission, Scope
from db.core.tx import Read
from db.office.reading import is_inspector, within
from db.office.recusal import not_recused


def reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know that a clarification exists.

    The desk and the manager see all of the center's; a department sees those whose checking body
    it is (谁核实谁澄清). What another department took in, it sees until it is passed on: nobody
    else learns from it whether anything is checked (SETTLED §9.2).
    """
    if is_inspector(read) or read.actor.may(Permission.CLARIFICATION_ARCHIVE):
        scope = Scope.CENTER
    elif read.actor.may(Permission.CLARIFICATION_HANDLE) or read.actor.may(
        Permission.CLARIFICATION_APPROVE
    ):
        scope = Scope.UNIT
    else:
        return false()
    open_to = and_(
        not_recused(read, TRACK, Clarification.id),
        within(read, TRACK, Clarification.applied_on),
    )
    if scope is Scope.CENTER:
        return open_to
    return and_(
        open_to,
        or_(
            Clarification.organ_unit_id == read.actor.unit_id,
            and_(
                Clarification.opened_by_id.in_(read.actor.people),
                Clarification.organ_unit_id.is_(None),
            ),
        ),
    )
