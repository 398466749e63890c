"""Commands of handing over: assign, sign in, object, assign again."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import select

from db.appeals.bounces import waits_for_manager
from db.appeals.changes import (
    RUNNING,
    active_hand_overs,
    advance,
    count,
    counts_time,
    grants_for,
    settle,
)
from db.appeals.fast import keep_fast
from db.appeals.intake import check_texts
from db.appeals.tables import TRACK, Appeal, HandOver
from db.appeals.workflow import HAND_OVER, OPINION_OUTCOMES
from db.approvals.asking import ask, cancel_pending
from db.codes import clocks
from db.codes.queries import require_code
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import Permission, Scope
from db.core.tx import Behalf, Read, Tx
from db.office.tables import Unit

TRANSFER_SERIES = "transfer"
JOINED_IN = ("assigned", "in_progress")
"""States of an appeal in which a further unit may be asked."""


@dataclass(frozen=True, slots=True)
class Target:
    """A unit that an appeal is handed to.

    Attributes:
        unit_id: The unit.
        role: lead, co, or partial: only `question` is asked of it.
        question: Text of the one question; empty for a request of the appeal's own.
        request: Which of the appeal's requests, from 1, is the one question.
    """

    unit_id: int
    role: str = "lead"
    question: str = ""
    request: int | None = None


@dataclass(frozen=True, slots=True)
class ProposeAssign:
    """拟转办: the clerk proposes, the manager agrees (条例 Art 22)."""

    permission: ClassVar[Permission] = Permission.APPEAL_ROUTE

    appeal_id: int
    targets: tuple[Target, ...]
    requirement: str = ""
    mode: str = "transfer"
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the manager; return the approval.

        Raises:
            RefusedError: `missing_unit`, `one_lead_needed`, `transfer_refused_by_person` where the
                person did not agree to be passed on (OFFICE §2.1), `bounced_to_manager` once it
                was given back too often, `dispute_pending` while the common superior decides.
        """
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if appeal.state not in ("accepted", "assigned"):
            raise RefusedError("illegal_move", track=TRACK, state=appeal.state, move="assign")
        if appeal.state == "assigned" and appeal.pill != "returned":
            raise RefusedError("not_returned")
        unsettled = unsettled_return(tx, appeal)
        if unsettled:
            raise RefusedError(unsettled)
        _check_targets(tx, appeal, self.targets)
        check_texts(self.requirement)
        units = [tx.session.get_one(Unit, t.unit_id) for t in self.targets]
        return ask(
            tx,
            TRACK,
            appeal.id,
            "assign" if appeal.state == "accepted" else "reassign",
            payload={
                "targets": [_told(appeal, target) for target in self.targets],
                "requirement": self.requirement,
                "mode": self.mode,
            },
            needed=Permission.APPEAL_APPROVE,
            on=tx.happened(self.happened_on),
            summary="、".join(unit.short_name for unit in units),
        )


@dataclass(frozen=True, slots=True)
class ProposeJoin:
    """拟增加会办: ask a further unit, jointly or for one question only; the manager agrees.

    Attributes:
        replaces: Hand-over of an assisting unit that objected and is let go for this one.
    """

    permission: ClassVar[Permission] = Permission.APPEAL_ROUTE

    appeal_id: int
    target: Target
    requirement: str = ""
    replaces: int | None = None
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the manager; return the approval.

        Raises:
            RefusedError: `lead_is_reassigned` for a lead unit, `unit_twice` for one that is at
                work on it already, `not_returned` for a hand-over nobody objected to.
        """
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if appeal.state not in JOINED_IN:
            raise RefusedError("illegal_move", track=TRACK, state=appeal.state, move="join_unit")
        if self.target.role == "lead":
            raise RefusedError("lead_is_reassigned", field="role")
        check_texts(self.requirement, self.target.question)
        _check_target(tx, appeal, self.target)
        if self.replaces is not None:
            old = tx.load(HandOver, self.replaces)
            if old.appeal_id != appeal.id or old.role == "lead" or old.state != "objected":
                raise RefusedError("not_returned")
        refuse_at_work(tx, appeal, self.target.unit_id, self.replaces)
        return ask(
            tx,
            TRACK,
            appeal.id,
            "join_unit",
            payload={
                "targets": [_told(appeal, self.target)],
                "requirement": self.requirement,
                "mode": "joint",
                "replaces": self.replaces,
            },
            needed=Permission.APPEAL_APPROVE,
            on=tx.happened(self.happened_on),
            summary=tx.session.get_one(Unit, self.target.unit_id).short_name,
        )


def refuse_at_work(tx: Tx, appeal: Appeal, unit_id: int, replaced: int | None) -> None:
    """Refuse a unit that has another part of the case in hand.

    Raises:
        RefusedError: `unit_twice`.
    """
    for row in active_hand_overs(tx, appeal):
        if row.unit_id == unit_id and row.id != replaced:
            raise RefusedError("unit_twice", field="unit")


def unsettled_return(read: Read, appeal: Appeal) -> str:
    """Return the code of what keeps a returned case from another unit, empty for nothing."""
    if appeal.state != "assigned":
        return ""
    if any(r.role == "lead" and r.state == "disputed" for r in active_hand_overs(read, appeal)):
        return "dispute_pending"
    return "bounced_to_manager" if waits_for_manager(read, appeal) else ""


def _told(appeal: Appeal, target: Target) -> dict[str, Any]:
    return {
        "unit_id": target.unit_id,
        "role": target.role,
        "question": target.question or request_text(appeal, target.request),
        "request": target.request,
    }


def request_text(appeal: Appeal, number: int | None) -> str:
    """Return one of an appeal's numbered requests, empty for none.

    Raises:
        RefusedError: `unknown_request`.
    """
    if number is None:
        return ""
    requests = [line.strip() for line in appeal.requests.splitlines() if line.strip()]
    if not 1 <= number <= len(requests):
        raise RefusedError("unknown_request", field="request", number=number)
    return requests[number - 1]


def _check_targets(tx: Tx, appeal: Appeal, targets: tuple[Target, ...]) -> None:
    if not targets:
        raise RefusedError("missing_unit", field="unit")
    if sum(t.role == "lead" for t in targets) != 1:
        raise RefusedError("one_lead_needed", field="unit")
    if len({t.unit_id for t in targets}) != len(targets):
        raise RefusedError("unit_twice", field="unit")
    for target in targets:
        _check_target(tx, appeal, target)


def _check_target(tx: Tx, appeal: Appeal, target: Target) -> None:
    require_code(tx, "hand_over_role", target.role, field="role")
    asked = target.question.strip() or request_text(appeal, target.request)
    if target.role == "partial" and not asked:
        raise RefusedError("missing_question", field="question")
    unit = tx.load(Unit, target.unit_id)
    if appeal.transfer_wish == "talk_first":
        raise RefusedError("transfer_refused_by_person", field="unit")
    if appeal.transfer_wish == "center_only" and unit.member_department != "organization":
        raise RefusedError("transfer_refused_by_person", field="unit")


def send(tx: Tx, appeal: Appeal, payload: dict[str, Any], *, on: date, move: str) -> None:
    """Carry out an agreed assignment: hand-overs, numbers, clocks."""
    if move == "reassign":
        end_hand_overs(tx, appeal, on=on, pass_out=True)
    advance(
        tx,
        appeal,
        move,
        on=on,
        evidence=[Evidence.UNIT, Evidence.CONSENT_TO_TRANSFER, Evidence.APPROVAL_BY_OTHER],
        note="、".join(
            tx.session.get_one(Unit, t["unit_id"]).short_name for t in payload["targets"]
        ),
        approved=True,
    )
    for target in payload["targets"]:
        _hand(tx, appeal, target, payload, on=on)
    _retime(tx, appeal, on=on)
    settle(tx, appeal)


def join(tx: Tx, appeal: Appeal, payload: dict[str, Any], *, on: date) -> None:
    """Carry out an agreed further hand-over; the appeal itself stays where it is."""
    replaced = payload.get("replaces")
    if appeal.state not in JOINED_IN:
        raise RefusedError("illegal_move", track=TRACK, state=appeal.state, move="join_unit")
    for target in payload["targets"]:
        refuse_at_work(tx, appeal, target["unit_id"], replaced)
    for row in active_hand_overs(tx, appeal):
        if row.id == replaced:
            _end(tx, appeal, row, on=on)
    for target in payload["targets"]:
        _hand(tx, appeal, target, payload, on=on)
    settle(tx, appeal)


def _hand(
    tx: Tx, appeal: Appeal, target: dict[str, Any], payload: dict[str, Any], *, on: date
) -> HandOver:
    unit = tx.session.get_one(Unit, target["unit_id"])
    row = tx.add(
        HandOver(
            appeal_id=appeal.id,
            unit_id=unit.id,
            role=target["role"],
            mode=payload["mode"],
            state="sent",
            question=target["question"],
            request_number=target.get("request"),
            requirement=payload["requirement"],
            sent_on=on,
        )
    )
    row.number = tx.next_number(
        TRANSFER_SERIES,
        str(tx.setting("transfer_number_form", "诉转〔{year}〕{sequence}号")),
        on=on,
        track=TRACK,
        case_id=appeal.id,
    )
    start_unit_clocks(tx, appeal, row, unit, on=on)
    if row.role == "lead":
        appeal.lead_unit_id = unit.id
    kind = "passed_in" if row.role == "lead" else "passed_in_co"
    count(tx, appeal, kind, on=on, unit_id=unit.id)
    return row


def start_unit_clocks(
    tx: Tx, appeal: Appeal, row: HandOver, unit: Unit, *, on: date, may_object: bool = True
) -> None:
    """Start what a unit is given time for: signing in, objecting, its opinion; 纪委监委 nothing."""
    if not unit.counts_time:
        return
    clocks.start(tx, TRACK, appeal.id, "sign_in", on=on, row_id=row.id, unit_id=unit.id)
    if may_object:
        clocks.start(
            tx,
            TRACK,
            appeal.id,
            "objection",
            on=on,
            row_id=row.id,
            unit_id=unit.id,
            profile="default" if appeal.procedure == "petition" else "internal",
        )
    if row.role != "lead":
        clocks.stop(tx, TRACK, appeal.id, "co_opinion", on=on, row_id=row.id, cancel=True)
        entry = clocks.start(
            tx, TRACK, appeal.id, "co_opinion", on=on, row_id=row.id, unit_id=unit.id
        )
        row.due_on = entry.due_on if entry else None


def _retime(tx: Tx, appeal: Appeal, *, on: date) -> None:
    # Steps in the hands of 纪委监委 carry no due date; back with another unit they do again.
    from db.appeals.screening import start_completion

    rule = "ordinary_completion" if appeal.procedure == "petition" else "internal_completion"
    if counts_time(tx, appeal.lead_unit_id):
        start_completion(tx, appeal)
    else:
        clocks.stop(tx, TRACK, appeal.id, rule, on=on, cancel=True)
        keep_fast(tx, appeal)


def end_hand_overs(tx: Tx, appeal: Appeal, *, on: date, pass_out: bool = False) -> None:
    """End every running hand-over; access ends with it."""
    for row in active_hand_overs(tx, appeal):
        if row.role == "lead" and pass_out:
            count(tx, appeal, "passed_out", on=on, unit_id=row.unit_id)
        _end(tx, appeal, row, on=on)
    tx.session.flush()


def _end(tx: Tx, appeal: Appeal, row: HandOver, *, on: date) -> None:
    row.state, row.ended_on = "ended", on
    clocks.stop(tx, TRACK, appeal.id, on=on, row_id=row.id, cancel=True)


def load_hand_over(
    tx: Tx, hand_over_id: int, behalf: Behalf | None, *, seen: int | None = None
) -> tuple[HandOver, Appeal]:
    """Return a hand-over of the actor's own unit, or any of them for a paper.

    Raises:
        NotAllowedError: `not_found` or `not_permitted`.
        ConflictError: If the hand-over changed since it was seen.
    """
    row = tx.load(HandOver, hand_over_id, seen=seen)
    if behalf is None:
        if tx.actor.scope(Permission.APPEAL_SIGN_IN) is not Scope.UNIT:
            raise NotAllowedError("not_permitted")
        if row.unit_id != tx.actor.unit_id:
            raise NotAllowedError("not_found")
    appeal = tx.load(Appeal, row.appeal_id)
    return row, appeal


@dataclass(frozen=True, slots=True)
class SignIn:
    """签收: the unit takes it, with section, handler, phone."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    hand_over_id: int
    section: str = ""
    handler_name: str = ""
    handler_phone: str = ""
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Sign in; return the appeal."""
        row, appeal = load_hand_over(tx, self.hand_over_id, self.behalf, seen=self.seen)
        check(HAND_OVER, row.state, "sign_in", grants=grants_for(tx, self.behalf))
        on = tx.happened(self.happened_on or (self.behalf.on if self.behalf else None), "代录")
        row.state = "signed"
        row.signed_on = on
        row.section = self.section
        name = self.behalf.signer if self.behalf else tx.actor.holder_name
        row.handler_name = self.handler_name.strip() or name
        row.handler_phone = self.handler_phone
        row.handler_id = None if self.behalf else tx.actor.holder_id
        note = " ".join(p for p in (self.section, row.handler_name) if p)
        _stop_unit(tx, appeal, row, on=on)
        if row.role == "lead" and appeal.state == "assigned":
            advance(
                tx,
                appeal,
                "sign_in",
                on=on,
                behalf=self.behalf,
                note=note,
                unit_id=row.unit_id,
            )
        else:
            tx.tell(
                TRACK,
                appeal.id,
                "sign_in_co",
                source=None,
                target=None,
                on=on,
                note=note,
                unit_id=row.unit_id,
                behalf=self.behalf,
            )
        settle(tx, appeal)
        return appeal.id


def _stop_unit(tx: Tx, appeal: Appeal, row: HandOver, *, on: date) -> None:
    for stopped in clocks.stop(tx, TRACK, appeal.id, "sign_in", on=on, row_id=row.id):
        kind = "signed_on_time" if stopped.stopped_on <= stopped.due_on else "signed_late"
        count(tx, appeal, kind, on=on, unit_id=row.unit_id)
    clocks.stop(tx, TRACK, appeal.id, "objection", on=on, row_id=row.id, cancel=True)


@dataclass(frozen=True, slots=True)
class Object:
    """提出异议: within 5 working days, with reasons (条例 Art 23)."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    hand_over_id: int
    reason: str
    suggested_unit: str = ""
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Return it to the desk; return the appeal.

        Raises:
            RefusedError: `objection_too_late`, `dispute_settled` where the common superior has
                decided that this unit handles it (条例 Art 24).
        """
        row, appeal = load_hand_over(tx, self.hand_over_id, self.behalf, seen=self.seen)
        check(
            HAND_OVER,
            row.state,
            "object",
            grants=grants_for(tx, self.behalf),
            evidence=[Evidence.REASON] if self.reason.strip() else [],
        )
        check_texts(self.reason)
        if row.dispute_decided_on is not None:
            raise RefusedError("dispute_settled")
        on = tx.happened(self.happened_on or (self.behalf.on if self.behalf else None), "代录")
        for entry in clocks.running(tx, TRACK, appeal.id, "objection", row_id=row.id):
            if on > entry.due_on:
                raise RefusedError("objection_too_late", field="happened_on", due_on=entry.due_on)
        clocks.stop(tx, TRACK, appeal.id, "objection", on=on, row_id=row.id)
        clocks.stop(tx, TRACK, appeal.id, on=on, row_id=row.id, cancel=True)
        row.state = "objected"
        row.objected_on = on
        row.objection_reason = self.reason.strip()
        row.suggested_unit = self.suggested_unit
        count(tx, appeal, "objected", on=on, unit_id=row.unit_id)
        tx.tell(
            TRACK,
            appeal.id,
            "object",
            source=appeal.state,
            target="returned" if row.role == "lead" else appeal.state,
            on=on,
            note=self.reason,
            unit_id=row.unit_id,
            behalf=self.behalf,
        )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class Insist:
    """不同意退回: back to the same unit, with the opinion of the consultation."""

    permission: ClassVar[Permission] = Permission.APPEAL_APPROVE

    hand_over_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Send it to the same unit again, which may object anew; return the appeal."""
        row = tx.load(HandOver, self.hand_over_id, seen=self.seen)
        appeal = tx.load(Appeal, row.appeal_id)
        check(
            HAND_OVER,
            row.state,
            "insist",
            grants=frozenset(tx.actor.grants),
            evidence=[Evidence.REASON] if self.reason.strip() else [],
        )
        row.state = "sent"
        cancel_pending(tx, TRACK, appeal.id, "reassign" if row.role == "lead" else "join_unit")
        start_unit_clocks(tx, appeal, row, tx.session.get_one(Unit, row.unit_id), on=tx.today)
        tx.tell(
            TRACK,
            appeal.id,
            "insist",
            source="returned" if row.role == "lead" else appeal.state,
            target=appeal.state,
            on=tx.today,
            note=self.reason,
            unit_id=row.unit_id,
        )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class GiveOpinion:
    """出具会办意见.

    Attributes:
        result: What it comes to, of `opinion_result`; 政策没有规定 speaks for an explanation.
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    hand_over_id: int
    opinion: str
    result: str = ""
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the opinion of a co-handler; return the appeal."""
        row, appeal = load_hand_over(tx, self.hand_over_id, self.behalf, seen=self.seen)
        if row.role == "lead":
            raise RefusedError("lead_drafts_reply")
        check(
            HAND_OVER,
            row.state,
            "give_opinion",
            grants=grants_for(tx, self.behalf),
            evidence=[Evidence.CONTENT] if self.opinion.strip() else [],
        )
        check_texts(self.opinion)
        if self.result and self.result not in OPINION_OUTCOMES:
            raise RefusedError("unknown_value", field="result", value=self.result)
        on = tx.happened(self.happened_on or (self.behalf.on if self.behalf else None), "代录")
        row.opinion, row.opinion_on, row.state = self.opinion, on, "answered"
        row.opinion_result = self.result or None
        row.signed_on = row.signed_on or on
        clocks.stop(tx, TRACK, appeal.id, "co_opinion", on=on, row_id=row.id)
        clocks.stop(tx, TRACK, appeal.id, on=on, row_id=row.id, cancel=True)
        tx.tell(
            TRACK,
            appeal.id,
            "give_opinion",
            source=None,
            target=None,
            on=on,
            unit_id=row.unit_id,
            behalf=self.behalf,
        )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class WaiveOpinion:
    """说明免出具: the manager records why an opinion is not waited for."""

    permission: ClassVar[Permission] = Permission.APPEAL_APPROVE

    hand_over_id: int
    reason: str

    def __call__(self, tx: Tx) -> int:
        """Waive it; return the appeal."""
        row = tx.load(HandOver, self.hand_over_id)
        appeal = tx.load(Appeal, row.appeal_id)
        if row.role == "lead":
            raise RefusedError("lead_drafts_reply")
        check(
            HAND_OVER,
            row.state,
            "waive",
            grants=frozenset(tx.actor.grants),
            evidence=[Evidence.REASON] if self.reason.strip() else [],
        )
        row.state, row.waived_reason = "waived", self.reason.strip()
        clocks.stop(tx, TRACK, appeal.id, on=tx.today, row_id=row.id, cancel=True)
        tx.tell(
            TRACK,
            appeal.id,
            "waive_opinion",
            source=None,
            target=None,
            on=tx.today,
            note=self.reason,
            unit_id=row.unit_id,
        )
        settle(tx, appeal)
        return appeal.id


def opinions_complete(tx: Tx, appeal: Appeal) -> list[Evidence]:
    """Return the evidence that no joint opinion is missing, nothing if one is."""
    return [] if missing_opinions(tx, appeal) else [Evidence.OPINIONS_COMPLETE]


def missing_opinions(read: Read, appeal: Appeal) -> list[HandOver]:
    """Return the co-handlers whose opinion is neither given nor waived.

    One that objects is not let off by that: the manager insists, or waives after it.
    """
    return list(
        read.session.scalars(
            select(HandOver).where(
                HandOver.appeal_id == appeal.id,
                HandOver.role != "lead",
                HandOver.state.in_(RUNNING),
            )
        )
    )
