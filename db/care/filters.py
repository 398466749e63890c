"""Row scope of talks and of what was said in them."""

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true

import db.appeals.filters as appeals
import db.clarification.filters as clarification
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.care.tables import TRACK, CareTalk, Suggestion
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.core.permissions import Permission, Scope
from db.core.tx import Read
from db.office.reading import is_inspector, within
from db.office.recusal import not_recused


def reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know that a talk exists.

    The manager plans and closes all of them; others see those they planned, hold or record.
    """
    if is_inspector(read):
        return within(read, TRACK, func.coalesce(CareTalk.held_on, CareTalk.planned_on))
    planner = read.actor.scope(Permission.TALK_PLAN)
    if planner is None and not read.actor.may(Permission.TALK_HOLD):
        return false()
    open_to = not_recused(read, TRACK, CareTalk.id)
    if planner is Scope.CENTER:
        return open_to
    own = or_(
        CareTalk.opened_by_id.in_(read.actor.people),
        CareTalk.talker_id.in_(read.actor.people),
        CareTalk.recorder_id.in_(read.actor.people),
    )
    return and_(open_to, own)


def suggestion_reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of a suggestion.

    The manager plans from all of them; others only from the cases they may see anyway.
    """
    planner = read.actor.scope(Permission.TALK_PLAN)
    if planner is None:
        return false()
    if planner is Scope.CENTER:
        return true()
    return or_(
        and_(
            Suggestion.from_track == APPEALS,
            select(Appeal.id)
            .where(Appeal.id == Suggestion.from_id, appeals.reach(read))
            .correlate(Suggestion)
            .exists(),
        ),
        and_(
            Suggestion.from_track == CLARIFICATIONS,
            select(Clarification.id)
            .where(Clarification.id == Suggestion.from_id, clarification.reach(read))
            .correlate(Suggestion)
            .exists(),
        ),
    )


def is_party(read: Read, *, talker_id: int | None, recorder_id: int | None) -> bool:
    """Return whether the actor talked or recorded: the box on family and health is theirs alone."""
    return read.actor.account_id in (talker_id, recorder_id)


def may_read_content(
    read: Read, *, talker_id: int | None, recorder_id: int | None, level: str
) -> bool:
    """Return whether the actor may read what was said (OFFICE §5-32).

    Talker and recorder always; the manager only where the talker widened it. The box on family
    and health stays with the two of them.
    """
    if is_party(read, talker_id=talker_id, recorder_id=recorder_id):
        return True
    return level == "with_manager" and read.actor.may(Permission.TALK_CLOSE)


def may_read_todos(
    read: Read,
    *,
    talker_id: int | None,
    recorder_id: int | None,
    opened_by_id: int | None,
    level: str,
) -> bool:
    """Return whether the actor may read conclusion and to-dos (OFFICE §5-32, third level).

    Who typed a talk from its paper sees what he typed: date, persons and to-dos only.
    """
    if may_read_content(read, talker_id=talker_id, recorder_id=recorder_id, level=level):
        return True
    if level != "result_only":
        return False
    return read.actor.may(Permission.TALK_CLOSE) or read.actor.account_id == opened_by_id
