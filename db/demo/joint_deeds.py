"""What the demo shows of working together beside the plan: a dispute, an opinion waived.

They come after everything else of the plan, so that no deed of it meets a case gone another way.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from sqlalchemy import func, select

from db.appeals.disputes import RaiseDispute
from db.appeals.routing import WaiveOpinion
from db.appeals.tables import Appeal, HandOver
from db.demo.acting import Stage, told
from db.demo.appeal_deeds import Deed
from db.demo.script import Plan, Step

KEPT_OBJECTED = 1
"""Returned cases that stay as they are, for the desk to hand over again."""
KEPT_CO = 1
"""Opinions that each unit is still asked for."""


def joint_steps(plan: Plan) -> Iterator[Step]:
    """Return the deeds, a minute apart, after the last of the plan."""
    last = max(step.at for step in plan.steps)
    organ = {"organ": "县信访工作联席会议", "reason": "两家单位对职责划分认识不一，协商未果。"}
    yield Step(last + timedelta(minutes=1), "manager", "raise_dispute", "", organ)
    reason = {"reason": "该单位已书面说明不涉及本单位职责。"}
    yield Step(last + timedelta(minutes=2), "manager", "waive_opinion", "", reason)


def _raise_dispute(stage: Stage, step: Step) -> None:
    rows = list(
        stage.session.scalars(
            select(HandOver)
            .join(Appeal, Appeal.id == HandOver.appeal_id)
            .where(HandOver.role == "lead", HandOver.state == "objected", Appeal.pill == "returned")
            .order_by(HandOver.id)
        )
    )
    if len(rows) > KEPT_OBJECTED:
        data = told(step)
        stage.write(step.actor, RaiseDispute(rows[0].id, data["organ"], data["reason"]))


def _waive_opinion(stage: Stage, step: Step) -> None:
    waiting = (HandOver.role == "co", HandOver.state.in_(("sent", "signed")))
    busy = (
        select(HandOver.unit_id)
        .where(*waiting)
        .group_by(HandOver.unit_id)
        .having(func.count() > KEPT_CO)
    )
    row = stage.session.scalar(
        select(HandOver)
        .join(Appeal, Appeal.id == HandOver.appeal_id)
        .where(*waiting, HandOver.unit_id.in_(busy), Appeal.state.in_(("assigned", "in_progress")))
        .order_by(HandOver.id)
        .limit(1)
    )
    if row is not None:
        stage.write(step.actor, WaiveOpinion(row.id, told(step)["reason"]))


DEEDS: Mapping[str, Deed] = {"raise_dispute": _raise_dispute, "waive_opinion": _waive_opinion}
