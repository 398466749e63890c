"""What follows a decision on an appeal."""

from datetime import date

from db.appeals.changes import advance, count, count_imported_exit, count_notice, settle
from db.appeals.disputes import carry_out_settlement
from db.appeals.purging import clear
from db.appeals.routing import end_hand_overs, join, opinions_complete, send
from db.appeals.tables import TRACK, Appeal, CaseLink, Extension, HandOver
from db.care.suggesting import suggest_talk
from db.codes import clocks
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.tables import Approval
from db.core.tx import Tx

BY_OTHER = Evidence.APPROVAL_BY_OTHER


def carry_out(tx: Tx, approval: Approval, agreed: bool) -> None:
    """Do what was decided; a refusal changes only what must know of it."""
    appeal = tx.load(Appeal, approval.case_id)
    on = approval.decided_on or tx.today
    if approval.act == "reply":
        _reply(tx, appeal, approval, agreed, on)
    elif approval.act == "extension":
        _extension(tx, appeal, approval, agreed)
    elif agreed:
        _agreed(tx, appeal, approval, on)
    settle(tx, appeal)


def _agreed(tx: Tx, appeal: Appeal, approval: Approval, on: date) -> None:
    payload = approval.payload
    if approval.act in ("assign", "reassign"):
        send(tx, appeal, payload, on=on, move=approval.act)
    elif approval.act == "join_unit":
        join(tx, appeal, payload, on=on)
    elif approval.act == "settle_dispute":
        carry_out_settlement(tx, appeal, payload, on=on)
    elif approval.act == "not_accept":
        notice = clocks.running(tx, TRACK, appeal.id, "acceptance_notice")
        advance(
            tx,
            appeal,
            "not_accept",
            on=on,
            evidence=[Evidence.REASON, BY_OTHER],
            note=payload["reason"],
            approved=True,
        )
        appeal.outcome, appeal.end_reason = "not_accepted", payload["reason"]
        count(tx, appeal, "not_accepted", on=on)
        count_notice(tx, appeal, notice, on=on)
    elif approval.act == "redirect":
        _redirect(tx, appeal, approval, on)
    elif approval.act == "merge":
        _merge(tx, appeal, int(payload["target_id"]), on)
    elif approval.act == "move_out":
        _move_out(tx, appeal, approval, on)
    elif approval.act == "close":
        _close(tx, appeal, on)


def _close(tx: Tx, appeal: Appeal, on: date) -> None:
    advance(
        tx,
        appeal,
        "close",
        on=on,
        evidence=[Evidence.SATISFACTION, Evidence.REPORTED_BACK, BY_OTHER],
        approved=True,
    )
    count(tx, appeal, "closed", on=on)
    suggest_talk(
        tx,
        trigger="after_appeal",
        track=TRACK,
        case_id=appeal.id,
        person_id=appeal.person_id,
        person_name=appeal.person_name,
        on=on,
    )


def _exit_accepted(tx: Tx, appeal: Appeal, kind: str, on: date, *, imported: bool = False) -> None:
    if imported:
        count_imported_exit(tx, appeal, kind, on=on)
    elif appeal.accepted_on is None:
        count(tx, appeal, kind, on=on)
    elif appeal.issued_on is None:
        # Taken up again after its answer, it was counted with that answer (SETTLED §3).
        count(tx, appeal, "other_exit", on=on, outcome=kind)
    end_hand_overs(tx, appeal, on=on)


def _redirect(tx: Tx, appeal: Appeal, approval: Approval, on: date) -> None:
    payload = approval.payload
    notice = clocks.running(tx, TRACK, appeal.id, "acceptance_notice")
    advance(
        tx,
        appeal,
        "redirect",
        on=on,
        evidence=[Evidence.REMEDY_BODY, BY_OTHER],
        note=payload["body"],
        approved=True,
    )
    appeal.outcome = "redirected"
    appeal.redirect_body = payload["body"]
    last = payload.get("last_day")
    appeal.redirect_last_day = date.fromisoformat(last) if last else None
    appeal.end_reason = payload.get("reason", "")
    _exit_accepted(tx, appeal, "redirected", on)
    count_notice(tx, appeal, notice, on=on)


def _merge(tx: Tx, appeal: Appeal, target_id: int, on: date) -> None:
    target = tx.load(Appeal, target_id)
    if target.id == appeal.id or target.state in ("merged", "moved_out"):
        # It went another way, or into this very appeal, while the decision waited.
        raise RefusedError("merge_target", field="target_id")
    imported = appeal.state == "imported_open"
    advance(
        tx,
        appeal,
        "merge",
        on=on,
        evidence=[Evidence.TARGET_CASE, BY_OTHER],
        note=target.number or target.source_number,
        approved=True,
    )
    appeal.outcome, appeal.merged_into_id = "merged", target.id
    tx.add(
        CaseLink(
            from_track=TRACK, from_id=appeal.id, to_track=TRACK, to_id=target.id, kind="merged"
        )
    )
    tx.tell(
        TRACK,
        target.id,
        "merged_in",
        source=target.state,
        target=target.state,
        on=on,
        note=appeal.number or appeal.source_number,
    )
    _exit_accepted(tx, appeal, "merged", on, imported=imported)


def _move_out(tx: Tx, appeal: Appeal, approval: Approval, on: date) -> None:
    payload = approval.payload
    imported = appeal.state == "imported_open"
    advance(
        tx,
        appeal,
        "move_out",
        on=on,
        evidence=[Evidence.REASON, BY_OTHER],
        note=payload["to_organ"],
        approved=True,
    )
    _exit_accepted(tx, appeal, "moved_out", on, imported=imported)
    if payload["clear"]:
        clear(tx, appeal, approval, to_organ=payload["to_organ"])


def _reply(tx: Tx, appeal: Appeal, approval: Approval, agreed: bool, on: date) -> None:
    row = tx.load(HandOver, int(approval.payload["hand_over_id"]))
    if not agreed:
        advance(
            tx,
            appeal,
            "return_draft",
            on=on,
            evidence=[Evidence.REASON],
            note=approval.opinion or "",
            unit_id=row.unit_id,
            approved=True,
        )
        return
    advance(
        tx,
        appeal,
        "approve_reply",
        on=on,
        evidence=[BY_OTHER, *opinions_complete(tx, appeal)],
        unit_id=row.unit_id,
        approved=True,
    )


def _extension(tx: Tx, appeal: Appeal, approval: Approval, agreed: bool) -> None:
    request = tx.load(Extension, int(approval.payload["extension_id"]))
    if request.state != "pending":
        raise RefusedError("already_decided")
    request.state = "agreed" if agreed else "refused"
    if not agreed:
        return
    from db.appeals.handling import extendable

    entry = extendable(tx, appeal)
    if (approval.decided_on or tx.today) > entry.due_on:
        raise RefusedError("extension_too_late", due_on=entry.due_on)
    clocks.extend(tx, entry, request.days)
    request.new_due_on = entry.due_on
