"""争议: what a unit gave back too often, or will not take, goes to the manager and further up."""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from db.appeals.bounces import waits_for_manager
from db.appeals.changes import active_hand_overs, grants_for, settle
from db.appeals.intake import check_texts
from db.appeals.routing import join, refuse_at_work, send, start_unit_clocks
from db.appeals.tables import TRACK, Appeal, HandOver
from db.appeals.workflow import HAND_OVER
from db.approvals.asking import ask, cancel_pending
from db.codes import clocks
from db.core.errors import RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import Permission
from db.core.tx import Behalf, Tx
from db.office.tables import Unit

LONGEST_ORGAN = 120


@dataclass(frozen=True, slots=True)
class Direct:
    """明确承办意见: the manager says how a case goes on that was given back too often."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    appeal_id: int
    opinion: str
    seen: int | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Let the desk propose a unit again; return the appeal.

        Raises:
            RefusedError: `not_bounced` where nothing waits for the manager, `missing_opinion`.
        """
        if self.behalf is None:
            tx.require(Permission.APPEAL_APPROVE)
        grants_for(tx, self.behalf)
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        if not waits_for_manager(tx, appeal):
            raise RefusedError("not_bounced")
        if not self.opinion.strip():
            raise RefusedError("missing_opinion", field="opinion")
        check_texts(self.opinion)
        tx.tell(
            TRACK,
            appeal.id,
            "direct",
            source=None,
            target=None,
            on=self.behalf.on if self.behalf else tx.today,
            note=self.opinion.strip(),
            behalf=self.behalf,
        )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class RaiseDispute:
    """提请共同上级: it, or the joint meeting, says who handles a case (条例 Art 24)."""

    permission: ClassVar[Permission] = Permission.APPEAL_APPROVE

    hand_over_id: int
    organ: str
    reason: str
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Write it; return the appeal.

        Raises:
            RefusedError: `missing_organ`, `missing_reason`.
        """
        row = tx.load(HandOver, self.hand_over_id, seen=self.seen)
        appeal = tx.load(Appeal, row.appeal_id)
        evidence = [Evidence.REASON] if self.reason.strip() else []
        if self.organ.strip():
            evidence.append(Evidence.ORGAN)
        check(
            HAND_OVER,
            row.state,
            "raise_dispute",
            grants=frozenset(tx.actor.grants),
            evidence=evidence,
        )
        check_texts(self.reason)
        if len(self.organ) > LONGEST_ORGAN:
            raise RefusedError("text_too_long", field="organ", most=LONGEST_ORGAN)
        on = tx.happened(self.happened_on)
        if row.objected_on is not None and on < row.objected_on:
            raise RefusedError(
                "dates_out_of_order", field="happened_on", on=on, last=row.objected_on
            )
        cancel_pending(tx, TRACK, appeal.id, "reassign" if row.role == "lead" else "join_unit")
        row.state, row.dispute_organ, row.dispute_on = "disputed", self.organ.strip(), on
        tx.tell(
            TRACK,
            appeal.id,
            "raise_dispute",
            source=None,
            target=None,
            on=on,
            note=f"{row.dispute_organ}：{self.reason.strip()}",
            unit_id=row.unit_id,
        )
        settle(tx, appeal)
        return appeal.id


@dataclass(frozen=True, slots=True)
class ProposeSettlement:
    """登记共同上级决定: typed from its paper by one, compared and agreed to by another.

    Attributes:
        unit_id: Unit that it names.
        number: Number of its paper, or of the minutes.
        decided_on: Date on the paper.
        decision: What it says, in its own words.
    """

    permission: ClassVar[Permission] = Permission.APPEAL_ROUTE

    hand_over_id: int
    unit_id: int
    number: str
    decided_on: date
    decision: str = ""
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the manager to compare it; return the approval.

        Raises:
            RefusedError: `missing_document_number`, `date_in_future`, `dates_out_of_order`,
                `unit_twice` for a unit that has another part of the case.
        """
        row = tx.load(HandOver, self.hand_over_id, seen=self.seen)
        appeal = tx.load(Appeal, row.appeal_id)
        unit = tx.load(Unit, self.unit_id)
        if row.state != "disputed":
            raise RefusedError(
                "illegal_move", track=HAND_OVER.name, state=row.state, move="settle_dispute"
            )
        if not self.number.strip():
            raise RefusedError("missing_document_number", field="number")
        if self.decided_on > tx.today:
            raise RefusedError("date_in_future", field="decided_on", on=self.decided_on)
        if row.dispute_on is not None and self.decided_on < row.dispute_on:
            raise RefusedError(
                "dates_out_of_order",
                field="decided_on",
                on=self.decided_on,
                last=row.dispute_on,
            )
        check_texts(self.decision)
        if row.role != "lead" and unit.id != row.unit_id:
            refuse_at_work(tx, appeal, unit.id, row.id)
        return ask(
            tx,
            TRACK,
            appeal.id,
            "settle_dispute",
            payload={
                "hand_over_id": row.id,
                "unit_id": unit.id,
                "number": self.number.strip(),
                "decided_on": self.decided_on.isoformat(),
                "decision": self.decision.strip(),
            },
            needed=Permission.APPEAL_APPROVE,
            on=tx.today,
            summary=f"{row.dispute_organ} {self.number.strip()} {unit.short_name}",
        )


def carry_out_settlement(tx: Tx, appeal: Appeal, payload: dict[str, Any], *, on: date) -> None:
    """Hand the case to the unit that the common superior named."""
    row = tx.load(HandOver, int(payload["hand_over_id"]))
    unit = tx.session.get_one(Unit, int(payload["unit_id"]))
    check(
        HAND_OVER,
        row.state,
        "settle_dispute",
        grants=frozenset(Permission),
        evidence=[Evidence.UNIT, Evidence.DOCUMENT_NUMBER, Evidence.APPROVAL_BY_OTHER],
    )
    row.dispute_number = payload["number"]
    row.dispute_decided_on = date.fromisoformat(payload["decided_on"])
    row.dispute_decision = payload["decision"]
    tx.tell(
        TRACK,
        appeal.id,
        "settle_dispute",
        source=None,
        target=None,
        on=row.dispute_decided_on,
        note=" ".join(p for p in (payload["number"], unit.short_name, payload["decision"]) if p),
        unit_id=row.unit_id,
    )
    if unit.id == row.unit_id:
        row.state = "sent"
        start_unit_clocks(tx, appeal, row, unit, on=on, may_object=False)
        settle(tx, appeal)
        return
    target = {"unit_id": unit.id, "role": row.role, "question": row.question}
    target["request"] = row.request_number
    sheet = {"targets": [target], "requirement": row.requirement, "mode": row.mode}
    if row.role == "lead":
        send(tx, appeal, sheet, on=on, move="reassign")
    else:
        join(tx, appeal, {**sheet, "replaces": row.id}, on=on)
    _bind(tx, appeal, unit, row)


def _bind(tx: Tx, appeal: Appeal, unit: Unit, decided: HandOver) -> None:
    # The unit that was named may not give it back again: its term for that never runs.
    for row in active_hand_overs(tx, appeal):
        if row.unit_id == unit.id and row.role == decided.role:
            row.dispute_organ, row.dispute_on = decided.dispute_organ, decided.dispute_on
            row.dispute_decided_on = decided.dispute_decided_on
            row.dispute_number = decided.dispute_number
            row.dispute_decision = decided.dispute_decision
            clocks.stop(tx, TRACK, appeal.id, "objection", on=tx.today, row_id=row.id, cancel=True)
