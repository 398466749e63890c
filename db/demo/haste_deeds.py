"""What the demo shows of 快办: cases hurried by hand, and the public window of a unit."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from db.demo.acting import Stage, told
from db.demo.appeal_deeds import Deed
from db.demo.script import Plan, Step
from db.office.hurrying import SetFastTrack, SetWindow

REASONS = ("repeated", "well_being", "effect_growing", "leader_note")
ANSWERED_WITHIN = timedelta(days=18)
"""Of the answered ones, only those whose answer came quickly were hurried."""
SHARE = 0.12
LATELY = timedelta(days=40)
WINDOW_BEFORE, WINDOW_AFTER = timedelta(days=12), timedelta(days=45)
TITLE = "换届期间"


def haste_steps(plan: Plan) -> Iterator[Step]:
    """Return the deeds, laid between the acceptance of a case and what follows it."""
    chance = random.Random(f"{plan.seed}/haste")  # noqa: S311 - no secret
    following: dict[str, datetime] = {}
    answered: dict[str, datetime] = {}
    since = datetime.combine(plan.today - LATELY, datetime.min.time(), plan.steps[0].at.tzinfo)
    for step in reversed(plan.steps):
        if step.act == "accept":
            after, answer = following.get(step.case), answered.get(step.case)
            quick = answer is not None and answer - step.at <= ANSWERED_WITHIN
            fresh = answer is None and step.at >= since
            if (quick or fresh) and chance.random() < SHARE:
                room = min(timedelta(minutes=9), (after - step.at) / 3 if after else timedelta.max)
                data = {"reason": chance.choice(REASONS)}
                yield Step(step.at + room, "clerk", "set_fast_track", step.case, data)
        if step.act == "deliver_reply":
            answered[step.case] = step.at
        following[step.case] = step.at
    yield from _window(plan)


def _window(plan: Plan) -> Iterator[Step]:
    """Open a window of the unit whose cadres came most often lately."""
    units = {person.key: person.unit for person in plan.people}
    begun = plan.today - WINDOW_BEFORE
    late = [step for step in plan.steps if step.at.date() >= begun]
    lately = Counter(
        units[str(step.data["person"])]
        for step in plan.steps
        if step.act == "register" and step.at.date() >= plan.today - LATELY
    )
    if not lately or not late:
        return
    unit = min(lately, key=lambda key: (-lately[key], key))
    data = {"unit": unit, "from_on": begun, "to_on": plan.today + WINDOW_AFTER}
    yield Step(late[0].at + timedelta(seconds=20), "secadmin", "set_window", "", data)


def _hurry(stage: Stage, step: Step) -> None:
    stage.write(step.actor, SetFastTrack(stage.cases[step.case], told(step)["reason"]))


def _open_window(stage: Stage, step: Step) -> None:
    data = told(step)
    first, last = data["from_on"], data["to_on"]
    assert isinstance(first, date)
    stage.write(step.actor, SetWindow(stage.unit(data["unit"]), TITLE, first, last))


DEEDS: Mapping[str, Deed] = {"set_fast_track": _hurry, "set_window": _open_window}
