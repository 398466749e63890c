"""The deeds of clarifications: the desk passes on, the body that checked does the rest."""

from collections.abc import Mapping

from db.clarification.assessing import (
    Assess,
    FindingEntry,
    KeepPrivate,
    NotClear,
    RecordFinding,
    RecordPersonOpinion,
    SeekOpinion,
    StartAssessment,
)
from db.clarification.clearing import (
    PlanRevisit,
    RecordCarriedOut,
    RecordNewEvidence,
    RecordRevisitAndArchive,
    StartCarryingOut,
    SubmitForApproval,
)
from db.clarification.intake import Apply, OpenFromAppeal, Propose, Refer, Withdraw
from db.demo.acting import KEPT_PRIVATE, Stage, behalf, told
from db.demo.appeal_deeds import Deed, decide
from db.demo.script import Step


def _finding(step: Step) -> FindingEntry:
    data = told(step)
    return FindingEntry(
        data["finding"], data["letter_number"], data["issued_on"], data["sayable"], data["organ"]
    )


def _apply(stage: Stage, step: Step) -> None:
    data = told(step)
    command: OpenFromAppeal | Apply
    if "appeal" in data:
        command = OpenFromAppeal(stage.cases[data["appeal"]], data["stated_content"], data["wish"])
    else:
        command = Apply(
            data["stated_content"], data["wish"], person_id=stage.people[data["person"]]
        )
    stage.cases[step.case] = stage.write(step.actor, command).clarification_id


def _propose(stage: Stage, step: Step) -> None:
    data = told(step)
    command = Propose(
        _finding(step),
        stage.people[data["person"]],
        organ_unit_id=stage.unit(data["organ_unit"]),
        behalf=behalf(step),
    )
    stage.cases[step.case] = stage.write(step.actor, command).clarification_id
    stage.proposed_clearings.add(step.case)


def _pass_to_organ(stage: Stage, step: Step) -> None:
    data = told(step)
    organ = stage.unit(data["organ_unit"])
    stage.write(step.actor, Refer(stage.cases[step.case], organ, data["number"]))


def _record_finding(stage: Stage, step: Step) -> None:
    command = RecordFinding(stage.cases[step.case], _finding(step), behalf=behalf(step))
    stage.write(step.actor, command)


def _assess(stage: Stage, step: Step) -> None:
    data, row = told(step), stage.cases[step.case]
    if step.case in stage.proposed_clearings:
        stage.proposed_clearings.remove(step.case)
        stage.write(step.actor, StartAssessment(row, behalf=behalf(step)))
    clear = data["should_clear"]
    command = Assess(
        row,
        clear,
        data["effect"] if clear else "",
        data["effect_kinds"] if clear else (),
        data["not_clear_reason"] or "",
        data["risk_note"],
        behalf=behalf(step),
    )
    stage.write(step.actor, command)


def _seek_opinion(stage: Stage, step: Step) -> None:
    stage.write(step.actor, SeekOpinion(stage.cases[step.case], behalf=behalf(step)))


def _person_opinion(stage: Stage, step: Step) -> None:
    data = told(step)
    command = RecordPersonOpinion(
        stage.cases[step.case], data["opinion"], data["text"], behalf=behalf(step)
    )
    stage.write(step.actor, command)


def _submit(stage: Stage, step: Step) -> None:
    data = told(step)
    command = SubmitForApproval(
        stage.cases[step.case],
        data["modes"],
        data["scope"],
        risk_note=f"{data['effect_note']}{data['risk_note']}",
        behalf=behalf(step),
    )
    stage.approvals[step.case, "clear"] = stage.write(step.actor, command)


def _return(stage: Stage, step: Step) -> None:
    decide(stage, step, stage.approvals[step.case, "clear"], "returned", told(step)["comment"])


def _approve(stage: Stage, step: Step) -> None:
    data = told(step)
    decide(
        stage,
        step,
        stage.approvals[step.case, "clear"],
        "agreed",
        data["comment"],
        number=data["approval_number"],
    )


def _start_carrying_out(stage: Stage, step: Step) -> None:
    stage.write(step.actor, StartCarryingOut(stage.cases[step.case], behalf=behalf(step)))


def _carried_out(stage: Stage, step: Step) -> None:
    data = told(step)
    command = RecordCarriedOut(
        stage.cases[step.case],
        data["modes"],
        data["letter_number"],
        data["letter_on"],
        data["delivered_on"],
        data["signer"],
        data["carried_out_on"],
        data["place"],
        data["audience_count"],
        behalf=behalf(step),
    )
    stage.write(step.actor, command)


def _plan_revisit(stage: Stage, step: Step) -> None:
    stage.write(step.actor, PlanRevisit(stage.cases[step.case], told(step)["revisit_on"]))


def _archive(stage: Stage, step: Step) -> None:
    data = told(step)
    command = RecordRevisitAndArchive(
        stage.cases[step.case], data["result"], data["note"], filed_on=data["filed_on"]
    )
    stage.write(step.actor, command)


def _propose_not_clear(stage: Stage, step: Step) -> None:
    command = NotClear(stage.cases[step.case], behalf=behalf(step))
    stage.approvals[step.case, "not_clear"] = stage.write(step.actor, command)


def _not_clear(stage: Stage, step: Step) -> None:
    data = told(step)
    if data["reason"] == KEPT_PRIVATE:
        command = KeepPrivate(
            stage.cases[step.case],
            signed=True,
            told_in_writing=data["privately_told"],
            behalf=behalf(step),
        )
        stage.write(step.actor, command)
        return
    # Proposed by the officer, on paper perhaps; the head decides by his own log-in.
    plain = Step(step.at, step.actor, step.act, step.case, {})
    decide(stage, plain, stage.approvals[step.case, "not_clear"], "agreed", data["comment"])


def _new_evidence(stage: Stage, step: Step) -> None:
    data = told(step)
    command = RecordNewEvidence(stage.cases[step.case], data["number"], behalf=behalf(step))
    stage.write(step.actor, command)


def withdraw_clarification(stage: Stage, step: Step) -> None:
    """Take an application back, signed by the person."""
    data = told(step)
    stage.write(
        step.actor, Withdraw(stage.cases[step.case], data["reason"], signed=data["is_signed"])
    )


DEEDS: Mapping[str, Deed] = {
    "clarification_apply": _apply,
    "clarification_propose": _propose,
    "pass_to_organ": _pass_to_organ,
    "record_finding": _record_finding,
    "assess": _assess,
    "seek_opinion": _seek_opinion,
    "record_person_opinion": _person_opinion,
    "submit_for_approval": _submit,
    "return_for_supplement": _return,
    "approve": _approve,
    "start_carrying_out": _start_carrying_out,
    "record_carried_out": _carried_out,
    "plan_revisit": _plan_revisit,
    "record_revisit_and_archive": _archive,
    "propose_not_clear": _propose_not_clear,
    "not_clear": _not_clear,
    "record_new_evidence": _new_evidence,
}
