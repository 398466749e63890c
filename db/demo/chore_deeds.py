"""The deeds beside the plan: suggestions dismissed, letters made, released and issued."""

from collections.abc import Mapping
from functools import partial

from sqlalchemy import select

from db.care.planning import DismissSuggestion
from db.care.tables import Suggestion
from db.demo.acting import TRACKS, Stage, told
from db.demo.appeal_deeds import Deed
from db.demo.script import Step
from db.documents.making import AskRelease, IssuePaper, checked
from db.documents.release import ReleasePaper


def _dismiss(stage: Stage, step: Step) -> None:
    row = stage.find(
        select(Suggestion.id).where(
            Suggestion.from_track == TRACKS[step.case[0]],
            Suggestion.from_id == stage.cases[step.case],
            Suggestion.state == "open",
        )
    )
    stage.write(step.actor, DismissSuggestion(row, told(step)["reason"]))


def _make(stage: Stage, step: Step) -> None:
    kind, track, row = told(step)["kind"], TRACKS[step.case[0]], stage.cases[step.case]
    found = stage.ask(step.actor, partial(checked, kind=kind, track=track, case_id=row))
    if not found.is_released:
        stage.letters[step.case] = stage.write(step.actor, AskRelease(kind, track, row))


def _release(stage: Stage, step: Step) -> None:
    waiting = stage.letters.pop(step.case, None)
    if waiting is not None:
        stage.write(step.actor, ReleasePaper(waiting))


def _issue(stage: Stage, step: Step) -> None:
    row = stage.cases[step.case]
    stage.write(step.actor, IssuePaper(told(step)["kind"], TRACKS[step.case[0]], row))


DEEDS: Mapping[str, Deed] = {
    "dismiss_suggestion": _dismiss,
    "make_letter": _make,
    "release_letter": _release,
    "issue_letter": _issue,
}
