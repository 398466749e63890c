"""Row scope of persons: who came to the desk is itself something to keep (DESIGN §3.4)."""

from sqlalchemy import ColumnElement, false, or_, select, true

import db.appeals.filters as appeals
import db.care.filters as care
import db.clarification.filters as clarification
from db.appeals.tables import Appeal
from db.care.tables import CareTalk
from db.clarification.tables import Clarification
from db.core.permissions import Permission
from db.core.tx import Read
from db.people.tables import Person


def reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of a person.

    The desk and the manager know all; a department those of the cases it may see.
    """
    if not read.actor.may(Permission.PERSON_READ):
        return false()
    if read.actor.may(Permission.PERSON_WRITE):
        return true()
    return or_(
        select(Appeal.id)
        .where(Appeal.person_id == Person.id, appeals.reach(read))
        .correlate(Person)
        .exists(),
        select(CareTalk.id)
        .where(CareTalk.person_id == Person.id, care.reach(read))
        .correlate(Person)
        .exists(),
        select(Clarification.id)
        .where(Clarification.person_id == Person.id, clarification.reach(read))
        .correlate(Person)
        .exists(),
    )
