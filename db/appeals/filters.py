"""Row scope of appeals: one of the two places where it is added (DESIGN §3.4)."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, false, not_, select, true

from db.appeals.tables import TRACK, Appeal, HandOver
from db.core.permissions import Permission, Scope
from db.core.tx import Read
from db.office.reading import is_inspector, within
from db.office.recusal import not_recused

ACCESS_STATES = ("sent", "objected", "disputed", "signed", "answered", "waived")
"""Hand-over states that let the unit see the appeal; access ends with the transition."""

CHUNK = 10_000


def reach(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may know that an appeal exists."""
    scope = read.actor.scope(Permission.APPEAL_READ)
    if scope is None:
        return false()
    open_to = and_(
        Appeal.published.is_(True),
        not_recused(read, TRACK, Appeal.id),
        within(read, TRACK, Appeal.received_on),
    )
    if scope in (Scope.CENTER, Scope.DESK):
        return open_to
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
    return and_(open_to, handed)


def whole(read: Read) -> ColumnElement[bool]:
    """Return the condition under which the actor may read a visible appeal as a whole.

    A unit that was asked one question only sees the person, the question and its own part.
    """
    if read.actor.scope(Permission.APPEAL_READ) is not Scope.UNIT:
        return true()
    return (
        select(HandOver.id)
        .where(
            HandOver.appeal_id == Appeal.id,
            HandOver.unit_id == read.actor.unit_id,
            HandOver.state.in_(ACCESS_STATES),
            HandOver.role != "partial",
        )
        .correlate(Appeal)
        .exists()
    )


def questions(read: Read, appeal_ids: Sequence[int]) -> dict[int, str]:
    """Return, for those of some visible appeals that the actor sees in part, what he was asked."""
    if read.actor.scope(Permission.APPEAL_READ) is not Scope.UNIT:
        return {}
    asked: dict[int, list[str]] = {}
    for start in range(0, len(appeal_ids), CHUNK):
        rows = read.session.execute(
            select(HandOver.appeal_id, HandOver.question)
            .join(Appeal, Appeal.id == HandOver.appeal_id)
            .where(
                HandOver.appeal_id.in_(appeal_ids[start : start + CHUNK]),
                HandOver.unit_id == read.actor.unit_id,
                HandOver.state.in_(ACCESS_STATES),
                not_(whole(read)),
            )
            .order_by(HandOver.id)
        )
        for appeal_id, question in rows:
            asked.setdefault(appeal_id, []).append(question)
    return {appeal_id: "\n".join(texts) for appeal_id, texts in asked.items()}


def sees_whole(read: Read, appeal_id: int) -> bool:
    """Return whether the actor may read this appeal as a whole."""
    found = read.session.scalar(select(Appeal.id).where(Appeal.id == appeal_id, whole(read)))
    return found is not None


def inner_visible(read: Read, unit_id: int | None) -> bool:
    """Return whether inner notes of a unit are the actor's to read (SETTLED §1).

    What people of the center note without a unit is inner to the desk.
    """
    scope = read.actor.scope(Permission.APPEAL_READ)
    if is_inspector(read):
        return False
    if scope is Scope.DESK and unit_id is None:
        return True
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
