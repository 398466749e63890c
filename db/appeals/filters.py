"""Row scope of appeals: one of the two places where it is added (DESIGN §3.4)."""

from sqlalchemy import ColumnElement, and_, false, select

from db.appeals.tables import TRACK, Appeal, HandOver
from db.core.permissions import Permission, Scope
from db.core.tx import Read
from db.office.tables import Recusal

ACCESS_STATES = ("sent", "objected", "signed", "answered", "waived")
"""Hand-over states that let the unit see the appeal; access ends with the transition."""


def reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know that an appeal exists."""
    scope = read.actor.scope(Permission.APPEAL_READ)
    if scope is None:
        return false()
    published = Appeal.published.is_(True)
    not_recused = ~(
        select(Recusal.id)
        .where(
            Recusal.account_id == read.actor.account_id,
            Recusal.track == TRACK,
            Recusal.case_id == Appeal.id,
            Recusal.lifted_on.is_(None),
        )
        .correlate(Appeal)
        .exists()
    )
    if scope in (Scope.CENTER, Scope.DESK):
        return and_(published, not_recused)
    handed = (
        select(HandOver.id)
        .where(
            HandOver.appeal_id == Appeal.id,
            HandOver.unit_id == read.actor.unit_id,
            HandOver.state.in_(ACCESS_STATES),
        )
        .correlate(Appeal)
        .exists()
    )
    return and_(published, not_recused, handed)


def inner_visible(read: Read, unit_id: int | None) -> bool:
    """Return whether inner notes of a unit are the actor's to read (SETTLED §1)."""
    scope = read.actor.scope(Permission.APPEAL_READ)
    return scope is Scope.CENTER or (unit_id is not None and read.actor.unit_id == unit_id)


def hand_over_reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know of a hand-over."""
    scope = read.actor.scope(Permission.APPEAL_READ)
    if scope is None:
        return false()
    visible = (
        select(Appeal.id)
        .where(Appeal.id == HandOver.appeal_id, reach(read))
        .correlate(HandOver)
        .exists()
    )
    if scope in (Scope.CENTER, Scope.DESK):
        return visible
    return and_(visible, HandOver.unit_id == read.actor.unit_id)
