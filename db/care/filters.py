"""Row scope of talks and of what was said in them."""

from sqlalchemy import ColumnElement, and_, exists, false, or_

from db.care.tables import TRACK, CareTalk
from db.core.permissions import Permission, Scope
from db.core.tx import Read
from db.office.tables import Recusal


def reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know that a talk exists.

    The manager plans and closes all of them; others see those they planned, hold or record.
    """
    planner = read.actor.scope(Permission.TALK_PLAN)
    if planner is None and not read.actor.may(Permission.TALK_HOLD):
        return false()
    not_recused = ~exists().where(
        Recusal.account_id == read.actor.account_id,
        Recusal.track == TRACK,
        Recusal.case_id == CareTalk.id,
        Recusal.lifted_on.is_(None),
    )
    if planner is Scope.CENTER:
        return not_recused
    own = or_(
        CareTalk.opened_by_id == read.actor.account_id,
        CareTalk.talker_id == read.actor.account_id,
        CareTalk.recorder_id == read.actor.account_id,
    )
    return and_(not_recused, own)


def may_read_content(
    read: Read, *, talker_id: int | None, recorder_id: int | None, level: str
) -> bool:
    """Return whether the actor may read what was said (OFFICE §5-32).

    Talker and recorder always; the manager only where the talker widened it. The box on family
    and health stays with the two of them.
    """
    if read.actor.account_id in (talker_id, recorder_id):
        return True
    return level == "with_manager" and read.actor.may(Permission.TALK_CLOSE)
