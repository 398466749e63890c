"""What the demo shows of must-talks: events of the last days, two of which share a talk."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from db.care.changes import Partner, Roles
from db.care.events import EventLine, RecordEvents
from db.core.clock import civil_date
from db.demo.acting import Stage, told
from db.demo.appeal_deeds import Deed
from db.demo.script import Plan, Step

EVENTS = (
    ("position_change", "连清越", "hr", "任办公室主任"),
    ("award", "连清越", "hr", "先进个人"),
    ("assessment", "屈子衿", "education", "试用期满考核"),
    ("setback", "项南星", "petition", "家庭变故"),
    ("mood", "左思齐", "education", ""),
)
"""Event, person, unit, words; the first two are near each other and of one person."""


def care_steps(plan: Plan) -> Iterator[Step]:
    """Return the deeds, after the last of the plan."""
    last = max(step.at for step in plan.steps)
    for place, (kind, name, unit, line) in enumerate(EVENTS):
        data = {"kind": kind, "name": name, "unit": unit, "line": line}
        yield Step(last + timedelta(minutes=5 + place), "manager", "must_talk", "", data)


def _must_talk(stage: Stage, step: Step) -> None:
    data = told(step)
    today = civil_date(stage.clock.now())
    partner = Partner(None, data["name"], stage.units[data["unit"]])
    event = EventLine(data["kind"], partner, today, data["line"])
    roles = Roles(talker_id=stage.accounts["organization"], recorder_id=stage.accounts["clerk"])
    stage.write(step.actor, RecordEvents((event,), roles))


DEEDS: Mapping[str, Deed] = {"must_talk": _must_talk}
