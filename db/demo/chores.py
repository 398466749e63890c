"""What the office does beside the plan: suggestions dismissed, letters that leave (pure).

Laid beside the steps of the plan without touching its chance.
"""

import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from db.demo.content import Content
from db.demo.script import SHANGHAI, Plan, Step

DISMISSED_AFTER = (12, 26)
"""Working days after which the head of the center looks at a suggestion nobody took up."""
LETTERS_SINCE = timedelta(days=75)
"""Only letters of the last weeks are made: they are what a visitor of the demo opens."""
LETTERS = {
    "accept": "acceptance_notice",
    "await_supplement": "supplement_notice",
    "redirect": "redirect_notice",
    "not_accept": "non_acceptance_notice",
}
"""Letter of each deed that tells the person something."""
SUGGESTING = frozenset({"close", "record_carried_out"})


def chores(plan: Plan, content: Content) -> Iterator[Step]:
    """Return the deeds that the plan implies without naming them."""
    days = sorted({step.at.date() for step in plan.steps})
    yield from _dismissals(plan, content, days)
    yield from _letters(plan, days[-1])


def _dismissals(plan: Plan, content: Content, days: Sequence[date]) -> Iterator[Step]:
    chance = random.Random(f"{plan.seed}/dismissals")  # noqa: S311 - no secret
    reasons = content.texts["talk"]["dismiss_reason"]
    taken_up = {step.data["linked"] for step in plan.steps if step.act == "talk_plan"}
    for step in plan.steps:
        if step.act not in SUGGESTING or step.data.get("approval") == "pending":
            continue
        place = bisect_left(days, step.at.date()) + chance.randint(*DISMISSED_AFTER)
        at = timedelta(minutes=chance.randrange(50), seconds=chance.randrange(60))
        reason = chance.choice(reasons)
        if step.case not in taken_up and place < len(days):
            moment = datetime.combine(days[place], time(16, 35), SHANGHAI) + at
            yield Step(moment, "manager", "dismiss_suggestion", step.case, {"reason": reason})


def _letters(plan: Plan, last: date) -> Iterator[Step]:
    """Made by the clerk, released by the head where something is marked, then numbered."""
    upcoming: dict[str, datetime] = {}
    for step in reversed(plan.steps):
        kind, after = LETTERS.get(step.act), upcoming.get(step.case)
        upcoming[step.case] = step.at
        if kind is None or not _owed(step, plan.today, last):
            continue
        # Before anything else happens to the case: the letter tells how it stands now.
        room = min(timedelta(minutes=14), after - step.at if after else timedelta(minutes=14))
        data = {"kind": kind}
        yield Step(step.at + room * 0.1, "clerk", "make_letter", step.case, data)
        if step.at.date() < last and (after or step.act != "await_supplement"):
            # The newest still wait for their second person, and so do the notices of today's queue.
            yield Step(step.at + room * 0.5, "manager", "release_letter", step.case, data)
            yield Step(step.at + room * 0.55, "clerk", "issue_letter", step.case, data)


def _owed(step: Step, today: date, last: date) -> bool:
    day = step.at.date()
    if day < today - LETTERS_SINCE or step.data.get("approval") == "pending":
        return False
    # Told in the receipt or by mouth; only the petition procedure owes a letter.
    return step.act != "accept" or step.data["procedure"] == "petition" or day == last
