"""The deeds of talks, of the counter's short paths and of the month's end."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from db.approvals.deciding import Decide
from db.care.changes import Partner, Roles
from db.care.following import (
    AddDifficulties,
    DifficultyDone,
    DifficultyEntry,
    PlanRevisit,
    ProposeClose,
    RecordRevisit,
)
from db.care.holding import HoldAtOnce, Meeting, RecordHeld, SetLevel, WriteRecord
from db.care.planning import AcceptSuggestion, Cancel, Plan, Schedule
from db.care.tables import Suggestion
from db.demo.acting import TRACKS, Stage, told
from db.demo.appeal_deeds import Deed
from db.demo.script import Step
from db.office.desk import Consult, Hold
from db.office.tables import HeldNote
from db.statistics.closing import CloseMonth, SaveMonthText

WIDENED = 5
"""The talker of every so many with difficulties lets the head of the center read it."""


def _roles(stage: Stage, data: Mapping[str, Any]) -> Roles:
    return Roles(
        talker_id=stage.accounts[data["talker"]], recorder_id=stage.accounts[data["recorder"]]
    )


def _meeting(data: Mapping[str, Any]) -> Meeting:
    return Meeting(
        data["held_on"],
        data["held_from"],
        data["held_to"],
        data["place"],
        data["way"],
        data["person_times"],
    )


def _plan(stage: Stage, step: Step) -> None:
    data = told(step)
    roles, linked = _roles(stage, data), data["linked"]
    command: Plan | AcceptSuggestion
    if linked:
        suggestion = stage.find(
            select(Suggestion.id).where(
                Suggestion.from_track == TRACKS[linked[0]],
                Suggestion.from_id == stage.cases[linked],
                Suggestion.state == "open",
            )
        )
        command = AcceptSuggestion(suggestion, roles)
    else:
        person = Partner(stage.people[data["person"]])
        command = Plan(person, data["trigger"], roles, data["organized"])
    stage.cases[step.case] = stage.write(step.actor, command).talk_id


def _schedule(stage: Stage, step: Step) -> None:
    data = told(step)
    at = data["scheduled_at"]
    command = Schedule(stage.cases[step.case], at.date(), f"{at:%H:%M}", data["place"])
    stage.write(step.actor, command)


def _hold(stage: Stage, step: Step) -> None:
    stage.write(step.actor, RecordHeld(stage.cases[step.case], _meeting(told(step))))


def _hold_now(stage: Stage, step: Step) -> None:
    data = told(step)
    command = HoldAtOnce(
        Partner(stage.people[data["person"]]),
        data["trigger"],
        _meeting(data),
        _roles(stage, data),
        data["organized"],
    )
    stage.cases[step.case] = stage.write(step.actor, command).talk_id


def _record(stage: Stage, step: Step) -> None:
    data = told(step)
    command = WriteRecord(
        stage.cases[step.case],
        data["thoughts"],
        data["work"],
        data["life"],
        data["wishes"],
        data["response"],
        confirmed_by_person=data["confirmed"],
    )
    stage.write(step.actor, command)


def _difficulties(stage: Stage, step: Step) -> None:
    row = stage.cases[step.case]
    items = tuple(
        DifficultyEntry(
            item["text"],
            stage.units.get(item["unit"]),
            measure=item["measure"],
            due_on=item["due_on"],
        )
        for item in told(step)["items"]
    )
    stage.difficulties[step.case] = stage.write(step.actor, AddDifficulties(row, items))
    if row % WIDENED == 0:
        stage.write(step.actor, SetLevel(row, "with_manager"))


def _difficulty_done(stage: Stage, step: Step) -> None:
    data = told(step)
    row = stage.difficulties[step.case][data["item"]]
    stage.write(step.actor, DifficultyDone(row, data["note"]))


def _plan_revisit(stage: Stage, step: Step) -> None:
    stage.write(step.actor, PlanRevisit(stage.cases[step.case], told(step)["revisit_due_on"]))


def _revisit(stage: Stage, step: Step) -> None:
    data = told(step)
    stage.write(step.actor, RecordRevisit(stage.cases[step.case], data["result"], data["note"]))


def _propose_close(stage: Stage, step: Step) -> None:
    command = ProposeClose(stage.cases[step.case])
    stage.approvals[step.case, step.act] = stage.write(step.actor, command)


def _propose_cancel(stage: Stage, step: Step) -> None:
    command = Cancel(stage.cases[step.case], told(step)["reason"])
    stage.approvals[step.case, step.act] = stage.write(step.actor, command)


def _agree(stage: Stage, step: Step) -> None:
    approval = stage.approvals[step.case, f"propose_{step.act}"]
    stage.write(step.actor, Decide(approval, "agreed", str(told(step).get("note", ""))))


def _hold_note(stage: Stage, step: Step) -> None:
    data = told(step)
    number = stage.write(step.actor, Hold(data["person_name"], data["line"], data["phone"]))
    stage.cases[step.case] = stage.find(select(HeldNote.id).where(HeldNote.number == number))


def _consult(stage: Stage, step: Step) -> None:
    data = told(step)
    command = Consult(data["category"], data["line"], data["answer"], data["person_times"])
    stage.write(step.actor, command)


def _close_month(stage: Stage, step: Step) -> None:
    data = told(step)
    month, leader = data["month"], stage.signer
    stage.write(step.actor, SaveMonthText(month, data["attention"], data["next_work"]))
    stage.write(step.actor, CloseMonth(month, leader))


DEEDS: Mapping[str, Deed] = {
    "talk_plan": _plan,
    "talk_schedule": _schedule,
    "talk_hold": _hold,
    "talk_hold_now": _hold_now,
    "talk_record": _record,
    "talk_difficulties": _difficulties,
    "talk_difficulty_done": _difficulty_done,
    "talk_plan_revisit": _plan_revisit,
    "talk_revisit": _revisit,
    "propose_talk_close": _propose_close,
    "talk_close": _agree,
    "propose_talk_cancel": _propose_cancel,
    "talk_cancel": _agree,
    "hold": _hold_note,
    "consult": _consult,
    "close_month": _close_month,
}
