"""Commands after the signature: issue, delivery, report back, follow-up, closing, review."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from sqlalchemy import select

from db.appeals.changes import advance, count, counts_time, lead_hand_over, settle
from db.appeals.extending import extension_untold
from db.appeals.fast import finish_fast
from db.appeals.intake import check_texts
from db.appeals.reporting import report_missing
from db.appeals.routing import opinions_complete
from db.appeals.search import index_appeal
from db.appeals.tables import TRACK, Appeal, Extension, HandOver, Review
from db.appeals.workflow import ANSWERED, HAND_OVER, REVIEW
from db.approvals.asking import ask, cancel_pending
from db.codes import clocks
from db.codes.queries import require_code
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import Permission, Scope
from db.core.tables import Event
from db.core.tx import Behalf, Tx


@dataclass(frozen=True, slots=True)
class DeliverReply:
    """登记送达: `issued_on` stops the clock and decides the month, `delivered_on` starts the
    person's 30 days; the second may follow later (SETTLED §2).
    """

    permission: ClassVar[Permission] = Permission.APPEAL_DELIVER

    appeal_id: int
    issued_on: date | None
    delivered_on: date | None = None
    method: str = "in_person"
    signer: str = ""
    reply_number: str = ""
    seen: int | None = None
    backdated_reason: str = ""
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Issue the answer; return the appeal.

        Raises:
            RefusedError: `missing_document_number` for ①, `delivered_before_issued`.
        """
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        issued_on = tx.happened(self.issued_on, self.backdated_reason)
        if appeal.procedure == "petition" and not self.reply_number.strip():
            raise RefusedError("missing_document_number", field="reply_number")
        lead = lead_hand_over(tx, appeal)
        require_lead(tx, lead.unit_id)
        first = appeal.issued_on is None
        appeal.issued_on = issued_on
        stopped = [
            e
            for rule in ("ordinary_completion", "internal_completion")
            for e in clocks.running(tx, TRACK, appeal.id, rule)
        ]
        advance(
            tx,
            appeal,
            "deliver_reply",
            on=issued_on,
            evidence=[Evidence.ISSUED_ON, *opinions_complete(tx, appeal)],
            behalf=self.behalf,
            note=self.reply_number,
            reason=self.backdated_reason or None,
            unit_id=lead.unit_id,
        )
        finish_fast(tx, appeal, on=issued_on, unit_id=lead.unit_id)
        appeal.reply, appeal.outcome = lead.draft_reply, lead.draft_outcome
        appeal.reply_number = self.reply_number.strip()
        lead.state, lead.ended_on = "answered", issued_on
        for request in tx.session.scalars(
            select(Extension).where(Extension.appeal_id == appeal.id, Extension.state == "pending")
        ):
            request.state = "lapsed"
            cancel_pending(tx, TRACK, appeal.id, "extension")
        if first:
            _count_handled(tx, appeal, lead, issued_on, stopped[0].id if stopped else None)
        if self.delivered_on is not None:
            deliver(tx, appeal, self.delivered_on, self.method, self.signer)
        index_appeal(tx, appeal)
        settle(tx, appeal)
        return appeal.id


def require_lead(tx: Tx, unit_id: int | None) -> None:
    """Refuse a department that does not lead: only who answers delivers.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    if tx.actor.scope(Permission.APPEAL_DELIVER) is Scope.UNIT and unit_id != tx.actor.unit_id:
        raise NotAllowedError("not_permitted")


def _count_handled(tx: Tx, appeal: Appeal, lead: HandOver, on: date, clock_id: int | None) -> None:
    on_time = None
    if clock_id is not None and counts_time(tx, lead.unit_id):
        from db.core.tables import ClockEntry

        entry = tx.session.get_one(ClockEntry, clock_id)
        kind = "statutory" if entry.is_statutory else "internal"
        on_time = f"{kind}_{'on_time' if on <= entry.due_on else 'late'}"
    days = (on - appeal.accepted_on).days if appeal.accepted_on else None
    count(
        tx,
        appeal,
        "handled",
        on=on,
        unit_id=lead.unit_id,
        outcome=appeal.outcome,
        on_time=on_time,
        days=days if counts_time(tx, lead.unit_id) else None,
    )


@dataclass(frozen=True, slots=True)
class RecordDelivery:
    """补登送达: the answer was issued before and reached the person now."""

    permission: ClassVar[Permission] = Permission.APPEAL_DELIVER

    appeal_id: int
    delivered_on: date
    method: str = "in_person"
    signer: str = ""
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the delivery; return the appeal."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if appeal.state != "replied" or appeal.delivered_on is not None:
            raise RefusedError("illegal_move", track=TRACK, state=appeal.state, move="delivery")
        require_lead(tx, appeal.lead_unit_id)
        deliver(tx, appeal, self.delivered_on, self.method, self.signer)
        tx.tell(
            TRACK,
            appeal.id,
            "record_delivery",
            source=appeal.state,
            target=appeal.state,
            on=self.delivered_on,
            note=self.signer,
        )
        settle(tx, appeal)
        return appeal.id


def deliver(tx: Tx, appeal: Appeal, on: date, method: str, signer: str) -> None:
    """Write the delivery and start the person's own period, for ① only."""
    if appeal.issued_on is None or on < appeal.issued_on:
        raise RefusedError("delivered_before_issued", field="delivered_on")
    if on > tx.today:
        raise RefusedError("date_in_future", field="delivered_on", on=on)
    require_code(tx, "delivery_method", method, field="method")
    appeal.delivered_on, appeal.delivery_method, appeal.delivery_signer = on, method, signer
    if appeal.procedure == "petition":
        clocks.start(tx, TRACK, appeal.id, "petition_review_request", on=on)


@dataclass(frozen=True, slots=True)
class ReportBack:
    """报结: report to whoever assigned it, before 销号 (SETTLED §2)."""

    permission: ClassVar[Permission] = Permission.APPEAL_FOLLOW_UP

    appeal_id: int
    to: str
    number: str = ""
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the report; return the appeal."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if appeal.state not in ANSWERED:
            raise RefusedError("illegal_move", track=TRACK, state=appeal.state, move="report_back")
        appeal.reported_back_on = tx.happened(self.happened_on)
        tx.tell(
            TRACK,
            appeal.id,
            "report_back",
            source=appeal.state,
            target=appeal.state,
            on=appeal.reported_back_on,
            note=" ".join(p for p in (self.to, self.number) if p),
        )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class PlanFollowUp:
    """安排回访."""

    permission: ClassVar[Permission] = Permission.APPEAL_FOLLOW_UP

    appeal_id: int
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Start the follow-up clock; return the appeal."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        on = tx.happened(self.happened_on)
        advance(
            tx,
            appeal,
            "plan_follow_up",
            on=on,
            evidence=[Evidence.DELIVERED_ON] if appeal.delivered_on else [],
        )
        clocks.start(tx, TRACK, appeal.id, "follow_up_visit", on=appeal.delivered_on or on)
        count(tx, appeal, "follow_up_due", on=on)
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class ProposeClose:
    """审结销号: follow-up with satisfaction about service and result apart; the manager agrees."""

    permission: ClassVar[Permission] = Permission.APPEAL_FOLLOW_UP

    appeal_id: int
    satisfaction_service: str
    satisfaction_result: str
    note: str = ""
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the follow-up and ask the manager; return the approval.

        Raises:
            RefusedError: `missing_satisfaction`, `missing_reported_back`, `unconfirmed_records`
                while a recorded move waits for its second person, `extension_not_told` while the
                person was not told of an extension (条例 Art 34).
        """
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if appeal.state != "follow_up":
            raise RefusedError("illegal_move", track=TRACK, state=appeal.state, move="close")
        if not self.satisfaction_service or not self.satisfaction_result:
            raise RefusedError("missing_satisfaction", field="satisfaction_service")
        for name in ("satisfaction_service", "satisfaction_result"):
            require_code(tx, "satisfaction", getattr(self, name), field=name)
        check_texts(self.note)
        if report_missing(tx, appeal):
            raise RefusedError("missing_reported_back", field="reported_back")
        if extension_untold(tx, appeal.id):
            raise RefusedError("extension_not_told")
        if tx.session.scalar(
            select(Event.id).where(
                Event.track == TRACK, Event.case_id == appeal.id, Event.needs_confirmation
            )
        ):
            raise RefusedError("unconfirmed_records")
        on = tx.happened(self.happened_on)
        appeal.satisfaction_service = self.satisfaction_service
        appeal.satisfaction_result = self.satisfaction_result
        appeal.follow_up_note, appeal.followed_up_on = self.note, on
        count(tx, appeal, "followed_up", on=on, outcome=self.satisfaction_result)
        count(tx, appeal, "service_rated", on=on, outcome=self.satisfaction_service)
        clocks.stop(tx, TRACK, appeal.id, "follow_up_visit", on=on)
        approval = ask(
            tx,
            TRACK,
            appeal.id,
            "close",
            payload={},
            needed=Permission.APPEAL_CLOSE,
            on=on,
            summary=appeal.subject[:120],
        )
        settle(tx, appeal)
        return approval


@dataclass(frozen=True, slots=True)
class Resume:
    """继续办理: the promise was not kept, or the person has new reasons."""

    permission: ClassVar[Permission] = Permission.APPEAL_FOLLOW_UP

    appeal_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Take it up again; it is not counted a second time. Return the appeal.

        Its handling is timed anew, internally: the term of the law ended with the answer.
        """
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        check_texts(self.reason)
        advance(
            tx,
            appeal,
            "resume",
            on=tx.today,
            evidence=[Evidence.REASON] if self.reason.strip() else [],
            note=self.reason,
        )
        cancel_pending(tx, TRACK, appeal.id, "close")
        lead = lead_hand_over(tx, appeal)
        check(HAND_OVER, lead.state, "resume", grants=frozenset(tx.actor.grants))
        lead.state, lead.ended_on = "signed", None
        if counts_time(tx, lead.unit_id):
            clocks.start(
                tx,
                TRACK,
                appeal.id,
                "internal_completion",
                on=tx.today,
                profile="resumed",
                unit_id=lead.unit_id,
            )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class RecordReviewRequest:
    """登记复查（复核）申请: the upper organ decides, the center records (条例 Arts 35–36)."""

    permission: ClassVar[Permission] = Permission.APPEAL_REVIEW

    appeal_id: int
    organ: str
    level: str = "review"
    requested_on: date | None = None
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Open the review; return its row.

        Raises:
            RefusedError: `missing_statutory_procedure` for anything but ①, `review_window_passed`.
        """
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if appeal.state not in ANSWERED:
            raise RefusedError("illegal_move", track=TRACK, state=appeal.state, move="review")
        if not self.organ.strip():
            raise RefusedError("missing_organ", field="organ")
        on = tx.happened(self.requested_on, "复查申请")
        before = tx.session.scalar(
            select(Review).where(Review.appeal_id == appeal.id).order_by(Review.id.desc()).limit(1)
        )
        received = appeal.delivered_on
        if self.level == "recheck":
            if before is None or before.state != "decided" or before.level != "review":
                raise RefusedError("recheck_needs_review")
            received = before.opinion_received_on
        elif before is not None:
            raise RefusedError("review_once")
        evidence = []
        if appeal.procedure == "petition":
            evidence.append(Evidence.STATUTORY_PROCEDURE)
        window = (
            "petition_recheck_request" if self.level == "recheck" else "petition_review_request"
        )
        if received is not None and on <= _last_day(tx, appeal, window, received):
            evidence.append(Evidence.REVIEW_WINDOW)
        check(
            REVIEW,
            None,
            "record_review_request",
            grants=frozenset(tx.actor.grants),
            evidence=evidence,
        )
        clocks.stop(tx, TRACK, appeal.id, window, on=on)
        row = tx.add(
            Review(
                appeal_id=appeal.id,
                level=self.level,
                state="open",
                requested_on=on,
                organ=self.organ,
            )
        )
        clocks.start(
            tx,
            TRACK,
            appeal.id,
            "petition_recheck_decision" if self.level == "recheck" else "petition_review_decision",
            on=on,
            row_id=row.id,
        )
        tx.tell(
            TRACK,
            appeal.id,
            f"record_{self.level}_request",
            source=appeal.state,
            target=f"under_{self.level}",
            on=on,
            note=self.organ,
        )
        settle(tx, appeal)
        return row.id


def _last_day(tx: Tx, appeal: Appeal, rule: str, received: date) -> date:
    for entry in clocks.running(tx, TRACK, appeal.id, rule):
        return entry.due_on
    return received + timedelta(days=30)


@dataclass(frozen=True, slots=True)
class RecordReviewOpinion:
    """登记复查（复核）意见: number, date, day received, conclusion."""

    permission: ClassVar[Permission] = Permission.APPEAL_REVIEW

    review_id: int
    number: str
    opinion_on: date
    received_on: date
    conclusion: str
    hearing_days: int = 0

    def __call__(self, tx: Tx) -> int:
        """Record it; after a recheck the matter is final (条例 Art 36). Return the appeal."""
        row = tx.load(Review, self.review_id)
        appeal = tx.load(Appeal, row.appeal_id)
        check(
            REVIEW,
            row.state,
            "record_review_opinion",
            grants=frozenset(tx.actor.grants),
            evidence=[Evidence.DOCUMENT_NUMBER] if self.number.strip() else [],
        )
        require_code(tx, "review_conclusion", self.conclusion, field="conclusion")
        if not row.requested_on <= self.opinion_on <= self.received_on <= tx.today:
            raise RefusedError("dates_out_of_order", field="opinion_on")
        row.state = "decided"
        row.opinion_number, row.opinion_on = self.number, self.opinion_on
        row.opinion_received_on, row.conclusion = self.received_on, self.conclusion
        row.hearing_days = self.hearing_days
        rule = "petition_recheck_decision" if row.level == "recheck" else "petition_review_decision"
        clocks.stop(tx, TRACK, appeal.id, rule, on=self.opinion_on)
        if row.level == "recheck":
            advance(
                tx,
                appeal,
                "record_recheck_opinion",
                on=self.received_on,
                evidence=[Evidence.STATUTORY_PROCEDURE, Evidence.DOCUMENT_NUMBER],
                note=self.number,
            )
        else:
            clocks.start(
                tx, TRACK, appeal.id, "petition_recheck_request", on=self.received_on, row_id=row.id
            )
            tx.tell(
                TRACK,
                appeal.id,
                "record_review_opinion",
                source="under_review",
                target=appeal.state,
                on=self.received_on,
                note=self.number,
            )
        settle(tx, appeal)
        return appeal.id
