"""What follows a decision on a clarification.

The head of the body that checked decides, by log-in or on paper; never the manager (SETTLED §1).
"""

from datetime import date

from sqlalchemy import select

from db.clarification.changes import advance, count, finding_evidence, start_organ_clock
from db.clarification.tables import Clarification
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.permissions import Role
from db.core.tables import Approval
from db.core.tx import Tx
from db.office.tables import Account

BY_OTHER = Evidence.APPROVAL_BY_OTHER


def carry_out(tx: Tx, approval: Approval, agreed: bool) -> None:
    """Do what was decided.

    Raises:
        RefusedError: `approver_is_manager` where the paper bears the name of the center's head.
    """
    case = tx.load(Clarification, approval.case_id)
    on = approval.decided_on or tx.today
    if approval.entered_by_id is not None:
        _refuse_manager(tx, approval.approver_name or "")
    if approval.act == "not_clear":
        if agreed:
            _not_clear(tx, case, on)
    elif agreed:
        _approve(tx, case, approval, on)
    elif approval.state == "returned":
        advance(
            tx,
            case,
            "return_for_supplement",
            on=on,
            evidence=[Evidence.REASON],
            note=approval.opinion or "",
            approved=True,
        )
    else:
        _refuse(tx, case, on)
    tx.session.flush()


def _refuse_manager(tx: Tx, name: str) -> None:
    if tx.session.scalar(
        select(Account.id).where(Account.role == Role.MANAGER.value, Account.name == name)
    ):
        raise RefusedError("approver_is_manager", field="approver_name")


def _approve(tx: Tx, case: Clarification, approval: Approval, on: date) -> None:
    on_paper = approval.entered_by_id is not None
    number = (approval.approver_number or "") if on_paper else approval.payload["form_number"]
    evidence = [BY_OTHER, *finding_evidence(tx, case)]
    if case.person_opinion:
        evidence.append(Evidence.PERSON_OPINION)
    if number:
        evidence.append(Evidence.DOCUMENT_NUMBER)
    case.approval_number = number
    case.approver_name = approval.approver_name or ""
    case.approver_post = _post(tx, approval)
    case.approved_on = on
    advance(
        tx,
        case,
        "record_approval" if on_paper else "approve",
        on=on,
        evidence=evidence,
        note=number,
        approved=True,
    )
    start_organ_clock(tx, case, "clarification_carry_out", on=on)


def _post(tx: Tx, approval: Approval) -> str:
    if approval.approver_post:
        return approval.approver_post
    account = tx.session.get(Account, approval.decider_id) if approval.decider_id else None
    return account.post if account else ""


def _not_clear(tx: Tx, case: Clarification, on: date) -> None:
    evidence = [BY_OTHER]
    if case.not_clear_reason:
        evidence.append(Evidence.REASON)
    advance(tx, case, "not_clear", on=on, evidence=evidence, approved=True)
    count(tx, case, "not_cleared", on=on)


def _refuse(tx: Tx, case: Clarification, on: date) -> None:
    # The opinion stands on the decision; the timeline of the case gives no reason.
    advance(tx, case, "refuse", on=on, evidence=[BY_OTHER, Evidence.REASON], approved=True)
    case.not_clear_reason = "other"
    count(tx, case, "not_cleared", on=on, outcome="refused")
