"""The deeds of appeals: each fills the form of its command from the plan."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sqlalchemy import select

from db.appeals.answering import (
    DeliverReply,
    PlanFollowUp,
    ProposeClose,
    RecordReviewOpinion,
    RecordReviewRequest,
    ReportBack,
)
from db.appeals.handling import DraftReply, RequestExtension, TellExtension
from db.appeals.intake import ConfirmOnTheSpot, Intake, Register, SettleOnTheSpot
from db.appeals.routing import GiveOpinion, Object, ProposeAssign, SignIn, Target
from db.appeals.screening import (
    Accept,
    AwaitSupplement,
    ProposeMerge,
    ProposeMoveOut,
    ProposeNotAccept,
    ProposeRedirect,
    SendToScreening,
    SupplementReceived,
    Withdraw,
)
from db.appeals.tables import Extension
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.demo.acting import Stage, behalf, told
from db.demo.script import Step

BY_PHONE = "电话告知本人"
Deed = Callable[[Stage, Step], None]
RELATIVE = "配偶"
"""Who brings the letter where it is not the cadre himself (form §7.1 row 9)."""


def _intake(stage: Stage, step: Step) -> Intake:
    data = told(step)
    received = data["received_on"]
    in_person = received == step.at.date() and data["channel"] in ("window", "leader_visit")
    relative = data["submitter"] == "near_relative"
    repeated = data.get("duplicate_of")
    return Intake(
        administration=data["administration"],
        channel=data["channel"],
        category=data["category"],
        subject=data["subject"],
        facts=data["facts"],
        person_id=stage.people[data["person"]],
        person_category=data["person_category"],
        received_on=received,
        received_time=f"{step.at:%H:%M}" if in_person else "",
        requests="\n".join(data["requests"]),
        phone=data["phone"],
        contact_preference=data["contact_preference"],
        submitter=data["submitter"],
        submitter_text=RELATIVE if relative else "",
        transfer_wish=data["transfer_wish"],
        name_open=data["name_open"],
        knew_on=data.get("knew_on"),
        remedy_matter=data.get("remedy_matter", ""),
        incoming_unit=data.get("incoming_unit", ""),
        incoming_number=data.get("incoming_number", ""),
        postmark_on=data.get("postmark_on"),
        head_count=data["head_count"],
        remark=data["contact_note"],
        matter_type=data["matter_type"],
        urgency=data["urgency"],
        duplicate_of_id=stage.cases[repeated] if repeated else None,
        is_backfilled=data.get("is_backfilled", False),
    )


def _register(stage: Stage, step: Step) -> None:
    held = told(step).get("held")
    note = stage.cases[held] if held else None
    made = stage.write(step.actor, Register(_intake(stage, step), held_note_id=note))
    stage.cases[step.case] = made.appeal_id


def _settle_on_the_spot(stage: Stage, step: Step) -> None:
    data = told(step)
    intake = replace(_intake(stage, step), received_on=step.at.date())
    command = SettleOnTheSpot(intake, data["reply"], data["outcome"], data["confirmation"])
    stage.cases[step.case] = stage.write(step.actor, command).appeal_id


def _confirm_on_the_spot(stage: Stage, step: Step) -> None:
    ids = tuple(stage.cases[case] for case in told(step)["cases"])
    stage.write(step.actor, ConfirmOnTheSpot(ids))


def _send_to_screening(stage: Stage, step: Step) -> None:
    opinion = told(step)["proposed_opinion"]
    stage.write(step.actor, SendToScreening(stage.cases[step.case], opinion))


def _await_supplement(stage: Stage, step: Step) -> None:
    items = "\n".join(told(step)["items"])
    stage.write(step.actor, AwaitSupplement(stage.cases[step.case], items))


def _supplement_received(stage: Stage, step: Step) -> None:
    note = told(step)["note"]
    stage.write(step.actor, SupplementReceived(stage.cases[step.case], note))


def _accept(stage: Stage, step: Step) -> None:
    stage.write(step.actor, Accept(stage.cases[step.case], told(step)["procedure"]))


def _propose_assign(stage: Stage, step: Step) -> None:
    data = told(step)
    targets = [Target(stage.unit(data["lead"]))]
    for place, other in enumerate(data["co"]):
        # Every third is asked its one question only (部分转办), the others handle it jointly.
        role = "partial" if (stage.cases[step.case] + place) % 3 == 0 else "co"
        targets.append(Target(stage.unit(other["unit"]), role, other["question"]))
    command = ProposeAssign(
        stage.cases[step.case], tuple(targets), data["requirement"], data["mode"]
    )
    stage.approvals[step.case, "assign"] = stage.write(step.actor, command)


def _assign(stage: Stage, step: Step) -> None:
    data = told(step)
    _agree(stage, step, "assign", str(data.get("decision", "")))
    stage.leads[step.case] = data["lead"]


def _agree(stage: Stage, step: Step, act: str, opinion: str = "") -> None:
    stage.write(step.actor, Decide(stage.approvals[step.case, act], "agreed", opinion))


def _sign_in(stage: Stage, step: Step) -> None:
    data = told(step)
    row = stage.hand_over(step.case, stage.leads[step.case])
    command = SignIn(
        row, data["section"], data["handler_name"], data["handler_phone"], behalf=behalf(step)
    )
    stage.write(step.actor, command)


def _object(stage: Stage, step: Step) -> None:
    data = told(step)
    row = stage.hand_over(step.case, stage.leads[step.case])
    suggested = data["suggested_unit"]
    stage.write(step.actor, Object(row, data["reason"], suggested, behalf=behalf(step)))


def _give_opinion(stage: Stage, step: Step) -> None:
    data = told(step)
    row = stage.hand_over(step.case, data["from_unit"])
    stage.write(step.actor, GiveOpinion(row, data["opinion"], behalf=behalf(step)))


def _request_extension(stage: Stage, step: Step) -> None:
    data = told(step)
    row = stage.hand_over(step.case, stage.leads[step.case])
    command = RequestExtension(row, data["days"], data["reason"], behalf=behalf(step))
    stage.approvals[step.case, "extension"] = stage.write(step.actor, command)


def _decide_extension(stage: Stage, step: Step) -> None:
    data = told(step)
    _decide(stage, step, "extension", "agreed" if data["agreed"] else "refused", data["comment"])


def _tell_extension(stage: Stage, step: Step) -> None:
    row = stage.find(select(Extension.id).where(Extension.appeal_id == stage.cases[step.case]))
    stage.write(step.actor, TellExtension(row, BY_PHONE))


def _draft_reply(stage: Stage, step: Step) -> None:
    data = told(step)
    row = stage.hand_over(step.case, stage.leads[step.case])
    command = DraftReply(row, data["reply"], data["outcome"], data["report"], behalf=behalf(step))
    stage.approvals[step.case, "reply"] = stage.write(step.actor, command)


def _approve_reply(stage: Stage, step: Step) -> None:
    _decide(stage, step, "reply", "agreed", told(step)["comment"])


def _return_draft(stage: Stage, step: Step) -> None:
    _decide(stage, step, "reply", "returned", told(step)["reason"])


def _decide(stage: Stage, step: Step, act: str, decision: str, opinion: str) -> None:
    decide(stage, step, stage.approvals[step.case, act], decision, opinion)


def decide(
    stage: Stage, step: Step, approval: int, decision: str, opinion: str, *, number: str = ""
) -> None:
    """Decide by log-in, or type the decision from its paper for a second person to compare."""
    paper = behalf(step)
    if paper is None:
        stage.write(step.actor, Decide(approval, decision, opinion))
        return
    command = RecordDecision(
        approval,
        decision,
        paper.signer,
        paper.post,
        paper.on,
        number or paper.number,
        opinion,
    )
    stage.write(step.actor, command)


def confirm_papers(stage: Stage, step: Step) -> None:
    """Compare what was typed for others with its papers: the second person's work."""
    decisions, events = stage.papers(step.case)
    for row in decisions:
        stage.write(step.actor, ConfirmDecision(row))
    for row in events:
        stage.write(step.actor, ConfirmEvent(row))


def _deliver_reply(stage: Stage, step: Step) -> None:
    data = told(step)
    command = DeliverReply(
        stage.cases[step.case],
        data["issued_on"],
        data["delivered_on"],
        data["method"],
        data["signer"],
        data["reply_number"],
        behalf=behalf(step),
    )
    stage.write(step.actor, command)


def _plan_follow_up(stage: Stage, step: Step) -> None:
    stage.write(step.actor, PlanFollowUp(stage.cases[step.case]))


def _report_back(stage: Stage, step: Step) -> None:
    data = told(step)
    stage.write(step.actor, ReportBack(stage.cases[step.case], data["to"], data["number"]))


def _propose_close(stage: Stage, step: Step) -> None:
    data = told(step)
    command = ProposeClose(
        stage.cases[step.case],
        data["satisfaction_service"],
        data["satisfaction_result"],
        data["note"],
    )
    stage.approvals[step.case, "close"] = stage.write(step.actor, command)


def _close(stage: Stage, step: Step) -> None:
    _agree(stage, step, "close", told(step)["comment"])


def _propose_redirect(stage: Stage, step: Step) -> None:
    data = told(step)
    command = ProposeRedirect(
        stage.cases[step.case],
        data["route"],
        data["body"],
        data["last_day"],
        data["basis"],
        data["reason"],
    )
    stage.approvals[step.case, "redirect"] = stage.write(step.actor, command)


def _propose_not_accept(stage: Stage, step: Step) -> None:
    data = told(step)
    command = ProposeNotAccept(stage.cases[step.case], data["reason"], path=data["path"])
    stage.approvals[step.case, "not_accept"] = stage.write(step.actor, command)


def _propose_merge(stage: Stage, step: Step) -> None:
    data = told(step)
    command = ProposeMerge(stage.cases[step.case], stage.cases[data["target"]], data["reason"])
    stage.approvals[step.case, "merge"] = stage.write(step.actor, command)


def _propose_move_out(stage: Stage, step: Step) -> None:
    data = told(step)
    command = ProposeMoveOut(stage.cases[step.case], data["to_organ"], data["reason"])
    stage.approvals[step.case, "move_out"] = stage.write(step.actor, command)


def _leave(stage: Stage, step: Step) -> None:
    _agree(stage, step, step.act)


def withdraw_appeal(stage: Stage, step: Step) -> None:
    """Take an appeal back, signed by the person."""
    data = told(step)
    stage.write(
        step.actor, Withdraw(stage.cases[step.case], data["reason"], is_signed=data["is_signed"])
    )


def _review_request(stage: Stage, step: Step) -> None:
    data = told(step)
    level = "recheck" if "recheck" in step.act else "review"
    command = RecordReviewRequest(
        stage.cases[step.case], data["organ"], level, data["requested_on"]
    )
    stage.reviews[step.case] = stage.write(step.actor, command)


def _review_opinion(stage: Stage, step: Step) -> None:
    data = told(step)
    command = RecordReviewOpinion(
        stage.reviews[step.case],
        data["number"],
        data["issued_on"],
        data["received_on"],
        data["conclusion"],
    )
    stage.write(step.actor, command)


DEEDS: Mapping[str, Deed] = {
    "register": _register,
    "settle_on_the_spot": _settle_on_the_spot,
    "confirm_on_the_spot": _confirm_on_the_spot,
    "send_to_screening": _send_to_screening,
    "await_supplement": _await_supplement,
    "supplement_received": _supplement_received,
    "accept": _accept,
    "propose_assign": _propose_assign,
    "assign": _assign,
    "propose_reassign": _propose_assign,
    "reassign": _assign,
    "sign_in": _sign_in,
    "object": _object,
    "give_opinion": _give_opinion,
    "request_extension": _request_extension,
    "decide_extension": _decide_extension,
    "tell_extension": _tell_extension,
    "draft_reply": _draft_reply,
    "approve_reply": _approve_reply,
    "return_draft": _return_draft,
    "confirm_papers": confirm_papers,
    "deliver_reply": _deliver_reply,
    "plan_follow_up": _plan_follow_up,
    "report_back": _report_back,
    "propose_close": _propose_close,
    "close": _close,
    "propose_redirect": _propose_redirect,
    "redirect": _leave,
    "propose_not_accept": _propose_not_accept,
    "not_accept": _leave,
    "propose_merge": _propose_merge,
    "merge": _leave,
    "propose_move_out": _propose_move_out,
    "move_out": _leave,
    "record_review_request": _review_request,
    "record_review_opinion": _review_opinion,
    "record_recheck_request": _review_request,
    "record_recheck_opinion": _review_opinion,
}
