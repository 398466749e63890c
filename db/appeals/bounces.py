"""退回: how often the lead unit gave a case back, and when that goes to the manager."""

from collections.abc import Iterable, Mapping

from sqlalchemy import func, select

from db.appeals.filters import reach
from db.appeals.tables import TRACK, Appeal
from db.core.tables import Event
from db.core.tx import Read

SETTING = "bounce_limit"
DEFAULT_LIMIT = 3
DIRECTED = ("direct", "settle_dispute")
"""Acts after which the desk may hand a case over again that was given back too often."""


def bounce_limit(read: Read) -> int:
    """Return the number of returns at which a case goes to the manager."""
    return int(read.setting(SETTING, DEFAULT_LIMIT))


def bounces(read: Read, appeal_ids: Iterable[int]) -> Mapping[int, int]:
    """Return how often the lead unit of each appeal objected; those never given back are absent."""
    counted = (
        select(Event.case_id, func.count())
        .where(
            Event.track == TRACK,
            Event.case_id.in_(list(appeal_ids)),
            Event.act == "object",
            Event.target == "returned",
        )
        .group_by(Event.case_id)
    )
    return {row[0]: row[1] for row in read.session.execute(counted)}


def waits_for_manager(read: Read, appeal: Appeal) -> bool:
    """Return whether a returned case was given back too often and nobody has said how to go on."""
    if appeal.pill != "returned":
        return False
    if bounces(read, [appeal.id]).get(appeal.id, 0) < bounce_limit(read):
        return False
    last = read.session.scalar(
        select(Event.act)
        .where(
            Event.track == TRACK,
            Event.case_id == appeal.id,
            Event.act.in_(("object", *DIRECTED)),
            (Event.act != "object") | (Event.target == "returned"),
        )
        .order_by(Event.id.desc())
        .limit(1)
    )
    return last == "object"


def bounced(read: Read) -> tuple[int, ...]:
    """Return the visible appeals that wait for the manager since they were given back too often."""
    returned = read.session.scalars(
        select(Appeal).where(Appeal.pill == "returned", reach(read)).order_by(Appeal.id)
    )
    return tuple(appeal.id for appeal in returned if waits_for_manager(read, appeal))
