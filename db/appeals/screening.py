"""Commands of screening: supplement, accept, and what is proposed to the manager."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from db.appeals.changes import (
    advance,
    count,
    count_imported_exit,
    count_notice,
    counts_time,
    settle,
)
from db.appeals.fast import keep_fast
from db.appeals.intake import check_texts, refuse_unaccepted
from db.appeals.tables import TRACK, Appeal
from db.appeals.workflow import MAY_MOVE_OUT, PROCEDURES
from db.approvals.asking import ask
from db.codes import clocks
from db.codes.queries import require_code
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.permissions import Permission
from db.core.tx import Tx

LONGEST_ORGAN = 60


@dataclass(frozen=True, slots=True)
class SendToScreening:
    """送审核, with the one-sentence 拟办意见 to the leader."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    proposed_opinion: str
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Send it; return the appeal."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        opinion = self.proposed_opinion.strip()
        check_texts(opinion)
        appeal.proposed_opinion = opinion
        advance(
            tx,
            appeal,
            "send_to_screening",
            on=tx.happened(self.happened_on),
            evidence=[Evidence.PROPOSED_OPINION] if opinion else [],
            note=opinion,
        )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class AwaitSupplement:
    """告知补正: everything missing in one notice."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    supplement_list: str
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Tell what is missing, once."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if appeal.supplement_list:
            raise RefusedError("supplement_asked_before", field="supplement_list")
        appeal.supplement_list = self.supplement_list.strip()
        advance(
            tx,
            appeal,
            "await_supplement",
            on=tx.happened(self.happened_on),
            evidence=[Evidence.SUPPLEMENT_LIST] if appeal.supplement_list else [],
            note=appeal.supplement_list,
        )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class SupplementReceived:
    """收到补正."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    note: str = ""
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Take it in and screen on."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        advance(tx, appeal, "supplement_received", on=tx.happened(self.happened_on), note=self.note)
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class Accept:
    """受理 with one of the procedures ①③④⑤ (SETTLED §2)."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    procedure: str
    seen: int | None = None
    happened_on: date | None = None
    backdated_reason: str = ""

    def __call__(self, tx: Tx) -> int:
        """Accept it; only ① starts the 60 days of 条例 Art 34."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        on = tx.happened(self.happened_on, self.backdated_reason)
        accept(tx, appeal, self.procedure, on=on, move="accept", reason=self.backdated_reason)
        return appeal.id


@dataclass(frozen=True, slots=True)
class Adopt:
    """认领: take over an imported open row; the day of adoption is its acceptance day."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    procedure: str = "internal"
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Adopt it."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        had_date = appeal.received_on is not None
        if appeal.number is None:
            appeal.number = tx.next_number(
                "appeal",
                str(tx.setting("appeal_number_form", "诉受〔{year}〕{sequence:04d}号")),
                on=tx.today,
                track=TRACK,
                case_id=appeal.id,
            )
        accept(tx, appeal, self.procedure, on=tx.today, move="adopt", reason="")
        if had_date:
            count(tx, appeal, "imported_open", on=tx.today, amount=-1)
        else:
            appeal.received_on = tx.today
            count(tx, appeal, "received", on=tx.today)
        settle(tx, appeal)
        return appeal.id


def accept(tx: Tx, appeal: Appeal, procedure: str, *, on: date, move: str, reason: str) -> None:
    """Accept an appeal with a procedure and start its completion clock."""
    refuse_unaccepted(appeal.category, appeal.administration)
    if procedure and procedure not in PROCEDURES:
        raise RefusedError("procedure_not_accepted", field="procedure", procedure=procedure)
    appeal.procedure = procedure or None
    notice = clocks.running(tx, TRACK, appeal.id, "acceptance_notice")
    advance(
        tx,
        appeal,
        move,
        on=on,
        evidence=[Evidence.PROCEDURE] if procedure else [],
        reason=reason or None,
    )
    appeal.accepted_on = on
    count_notice(tx, appeal, notice, on=on)
    start_completion(tx, appeal)
    count(tx, appeal, "accepted", on=on)
    settle(tx, appeal)


def start_completion(tx: Tx, appeal: Appeal) -> None:
    """Start the completion clock of the procedure, unless the unit is not timed."""
    if appeal.accepted_on is None or not counts_time(tx, appeal.lead_unit_id):
        return
    rule = "ordinary_completion" if appeal.procedure == "petition" else "internal_completion"
    if not clocks.running(tx, TRACK, appeal.id, rule):
        clocks.start(tx, TRACK, appeal.id, rule, on=appeal.accepted_on, unit_id=appeal.lead_unit_id)
    keep_fast(tx, appeal)


@dataclass(frozen=True, slots=True)
class ProposeNotAccept:
    """拟不予受理: the manager decides; reasons, basis and the right path are printed."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    reason: str
    basis: str = ""
    path: str = ""
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the manager; return the approval."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        _require_state(appeal, "screening")
        if not self.reason.strip():
            raise RefusedError("missing_reason", field="reason")
        check_texts(self.reason, self.path)
        return ask(
            tx,
            TRACK,
            appeal.id,
            "not_accept",
            payload={"reason": self.reason, "basis": self.basis, "path": self.path},
            needed=Permission.APPEAL_APPROVE,
            on=tx.happened(self.happened_on),
            summary=self.reason,
        )


@dataclass(frozen=True, slots=True)
class ProposeRedirect:
    """拟引导 to a statutory or party-internal remedy, with body and last day."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    route: str
    body: str
    last_day: date | None = None
    basis: str = ""
    reason: str = ""
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the manager; return the approval."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        _require_state(appeal, "screening", "accepted", "assigned", "in_progress")
        if not self.body.strip():
            raise RefusedError("missing_remedy_body", field="body")
        require_code(tx, "redirect_route", self.route, field="route")
        return ask(
            tx,
            TRACK,
            appeal.id,
            "redirect",
            payload={
                "route": self.route,
                "body": self.body,
                "last_day": self.last_day.isoformat() if self.last_day else None,
                "basis": self.basis,
                "reason": self.reason,
            },
            needed=Permission.APPEAL_APPROVE,
            on=tx.happened(self.happened_on),
            summary=self.body,
        )


@dataclass(frozen=True, slots=True)
class ProposeMerge:
    """拟并入前件."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    target_id: int
    reason: str = ""
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the manager; return the approval."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        target = tx.load(Appeal, self.target_id)
        _require_state(appeal, "screening", "accepted", "assigned", "in_progress", "imported_open")
        if target.id == appeal.id or target.state in ("merged", "moved_out"):
            raise RefusedError("merge_target", field="target_id")
        return ask(
            tx,
            TRACK,
            appeal.id,
            "merge",
            payload={"target_id": target.id, "reason": self.reason},
            needed=Permission.APPEAL_APPROVE,
            on=tx.happened(self.happened_on),
            summary=target.number or target.source_number,
        )


@dataclass(frozen=True, slots=True)
class ProposeMoveOut:
    """拟移出: an accusation or a superior's matter noticed late; two persons clear it."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    to_organ: str
    reason: str
    clear: bool = True
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the manager; return the approval."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        _require_state(appeal, *MAY_MOVE_OUT)
        if not self.reason.strip():
            raise RefusedError("missing_reason", field="reason")
        if len(self.to_organ) > LONGEST_ORGAN:
            # All that stays of a cleared case is an office's name (SETTLED §9.7).
            raise RefusedError("text_too_long", field="to_organ", most=LONGEST_ORGAN)
        return ask(
            tx,
            TRACK,
            appeal.id,
            "move_out",
            payload={"to_organ": self.to_organ, "reason": self.reason, "clear": self.clear},
            needed=Permission.APPEAL_APPROVE,
            on=tx.happened(self.happened_on),
            summary=self.to_organ,
        )


@dataclass(frozen=True, slots=True)
class Withdraw:
    """本人撤回: the person's right, with a signed reason and without approval."""

    permission: ClassVar[Permission] = Permission.APPEAL_SCREEN

    appeal_id: int
    reason: str
    is_signed: bool
    seen: int | None = None
    happened_on: date | None = None
    backdated_reason: str = ""

    def __call__(self, tx: Tx) -> int:
        """End it; counted as handled if it had been accepted (SETTLED §3)."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        evidence = [Evidence.REASON] if self.reason.strip() else []
        if self.is_signed:
            evidence.append(Evidence.SIGNATURE)
        on = tx.happened(self.happened_on, self.backdated_reason)
        imported = appeal.state == "imported_open"
        advance(
            tx,
            appeal,
            "withdraw",
            on=on,
            evidence=evidence,
            note=self.reason,
            reason=self.backdated_reason or None,
        )
        appeal.outcome = "withdrawn"
        appeal.end_reason = self.reason
        from db.appeals.routing import end_hand_overs

        if imported:
            count_imported_exit(tx, appeal, "withdrawn_before", on=on)
        elif appeal.accepted_on is None:
            count(tx, appeal, "withdrawn_before", on=on)
        elif appeal.issued_on is None:
            # Taken up again after its answer, it was counted with that answer (SETTLED §3).
            count(tx, appeal, "handled", on=on, outcome="withdrawn")
        end_hand_overs(tx, appeal, on=on)
        settle(tx, appeal)
        return appeal.id


def _require_state(appeal: Appeal, *states: str) -> None:
    if appeal.state not in states:
        raise RefusedError("illegal_move", track=TRACK, state=appeal.state, move="propose")
