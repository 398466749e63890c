"""Commands of the unit that handles: extension, draft of the answer."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.appeals.answering import require_lead
from db.appeals.changes import advance, grants_for, settle
from db.appeals.intake import check_texts
from db.appeals.routing import load_hand_over, opinions_complete
from db.appeals.tables import TRACK, Appeal, Extension, HandOver
from db.appeals.workflow import EXTENSION, OUTCOMES
from db.approvals.asking import ask
from db.codes import clocks
from db.codes.queries import rule as rule_of
from db.core.errors import RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Behalf, Tx
from db.office.tables import Unit

COMPLETION = ("ordinary_completion", "internal_completion")


@dataclass(frozen=True, slots=True)
class RequestExtension:
    """申请延期: once, at most 30 days, before the due date (条例 Art 34)."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    hand_over_id: int
    days: int
    reason: str
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the head of the handling unit; return the approval.

        Raises:
            RefusedError: `extension_too_long`, `extension_once`, `extension_too_late`,
                `no_deadline_to_extend`, `lead_asks_extension`, `missing_reason`.
        """
        row, appeal = load_hand_over(tx, self.hand_over_id, self.behalf, seen=self.seen)
        if row.role != "lead":
            raise RefusedError("lead_asks_extension")
        if appeal.state not in ("in_progress", "reply_draft"):
            raise RefusedError(
                "illegal_move", track=TRACK, state=appeal.state, move="request_extension"
            )
        check(
            EXTENSION,
            None,
            "request_extension",
            grants=grants_for(tx, self.behalf),
            evidence=[Evidence.REASON] if self.reason.strip() else [],
        )
        if not 1 <= self.days <= 30:
            raise RefusedError("extension_too_long", field="days")
        check_texts(self.reason)
        on = tx.happened(self.happened_on or (self.behalf.on if self.behalf else None), "代录")
        entry = extendable(tx, appeal)
        if on > entry.due_on:
            raise RefusedError("extension_too_late", due_on=entry.due_on)
        request = tx.add(
            Extension(
                appeal_id=appeal.id,
                state="pending",
                requested_on=on,
                days=self.days,
                reason=self.reason.strip(),
                old_due_on=entry.due_on,
            )
        )
        request.approval_id = ask(
            tx,
            TRACK,
            appeal.id,
            "extension",
            payload={"extension_id": request.id, "days": self.days, "reason": self.reason},
            needed=Permission.APPEAL_SIGN_OFF,
            unit_id=row.unit_id,
            on=on,
            summary=self.reason,
            behalf=self.behalf,
        )
        settle(tx, appeal)
        return request.approval_id


@dataclass(frozen=True, slots=True)
class TellExtension:
    """告知延期: the reasons and the new date are told to the person (条例 Art 34)."""

    permission: ClassVar[Permission] = Permission.APPEAL_DELIVER

    extension_id: int
    how: str
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Note that it was told; return the appeal."""
        request = tx.load(Extension, self.extension_id)
        require_lead(tx, tx.load(Appeal, request.appeal_id).lead_unit_id)
        if request.state != "agreed":
            raise RefusedError("extension_not_agreed")
        if request.told_on is not None:
            raise RefusedError("extension_told_before")
        how = self.how.strip()
        if not how:
            raise RefusedError("missing_how_told", field="how")
        check_texts(how)
        on = tx.happened(self.happened_on)
        if on < request.requested_on:
            raise RefusedError(
                "dates_out_of_order", field="happened_on", on=on, last=request.requested_on
            )
        request.told_on, request.told_how = on, how
        tx.tell(
            TRACK,
            request.appeal_id,
            "tell_extension",
            source=None,
            target=None,
            on=on,
            note=how,
        )
        return request.appeal_id


def extendable(tx: Tx, appeal: Appeal) -> ClockEntry:
    """Return the completion clock that may still be extended, once.

    Raises:
        RefusedError: `no_deadline_to_extend`, `extension_once`.
    """
    running = [e for rule in COMPLETION for e in clocks.running(tx, TRACK, appeal.id, rule)]
    found = [e for e in running if rule_of(tx, e.rule, e.profile).extension_max_days]
    if not found:
        raise RefusedError("no_deadline_to_extend")
    if found[0].extension_days:
        raise RefusedError("extension_once")
    return found[0]


@dataclass(frozen=True, slots=True)
class DraftReply:
    """送审签: report of the handling and draft of the answer, to another's signature.

    Attributes:
        rests_on: Hand-overs whose opinions the joint conclusion rests on; None for all given.
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    hand_over_id: int
    reply: str
    outcome: str
    report: str = ""
    rests_on: tuple[int, ...] | None = None
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Send the draft to the leader of the unit; return the approval.

        Raises:
            RefusedError: `missing_reply_text`, `missing_outcome`, `only_petition_has_review` where
                the text promises a review that the procedure does not have (SETTLED §2),
                `missing_opinions_complete` while an opinion is neither given nor waived.
        """
        row, appeal = load_hand_over(tx, self.hand_over_id, self.behalf, seen=self.seen)
        if row.role != "lead":
            raise RefusedError("lead_drafts_reply")
        check_texts(self.reply, self.report)
        if appeal.procedure != "petition" and ("复查" in self.reply or "复核" in self.reply):
            raise RefusedError("only_petition_has_review", field="reply")
        on = tx.happened(self.happened_on or (self.behalf.on if self.behalf else None), "代录")
        evidence = []
        if self.reply.strip():
            evidence.append(Evidence.REPLY_TEXT)
        if self.outcome in OUTCOMES:
            evidence.append(Evidence.OUTCOME)
        evidence += opinions_complete(tx, appeal)
        given = _given_opinions(tx, appeal)
        rests_on = [h for h in given if self.rests_on is None or h.id in self.rests_on]
        if set(self.rests_on or ()) - {h.id for h in given}:
            raise RefusedError("unknown_opinion", field="rests_on")
        advance(
            tx,
            appeal,
            "draft_reply",
            on=on,
            evidence=evidence,
            behalf=self.behalf,
            note="、".join(_cited(tx, h) for h in rests_on),
            unit_id=row.unit_id,
        )
        row.rests_on = [h.id for h in rests_on]
        row.draft_reply, row.draft_outcome = self.reply, self.outcome
        row.report, row.drafted_by_id = self.report, tx.actor.account_id
        approval = ask(
            tx,
            TRACK,
            appeal.id,
            "reply",
            payload={"hand_over_id": row.id, "outcome": self.outcome},
            needed=Permission.APPEAL_SIGN_OFF,
            unit_id=row.unit_id,
            on=on,
            summary=appeal.subject[:120],
            behalf=self.behalf,
        )
        settle(tx, appeal)
        return approval


def _given_opinions(tx: Tx, appeal: Appeal) -> list[HandOver]:
    return list(
        tx.session.scalars(
            select(HandOver)
            .where(
                HandOver.appeal_id == appeal.id,
                HandOver.role != "lead",
                HandOver.state == "answered",
            )
            .order_by(HandOver.id)
        )
    )


def _cited(tx: Tx, row: HandOver) -> str:
    unit = tx.session.get_one(Unit, row.unit_id)
    return f"{unit.short_name} {row.opinion_on.isoformat()}" if row.opinion_on else unit.short_name


@dataclass(frozen=True, slots=True)
class Annotate:
    """加注: a note on a case; inside the unit only, or for all who handle it."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    appeal_id: int
    text: str
    inner: bool = False

    def __call__(self, tx: Tx) -> int:
        """Write the note; return the appeal."""
        appeal = tx.load(Appeal, self.appeal_id)
        if not self.text.strip():
            raise RefusedError("missing_content", field="text")
        check_texts(self.text)
        tx.tell(
            TRACK,
            appeal.id,
            "annotate",
            source=None,
            target=None,
            on=tx.today,
            note=self.text.strip(),
            inner=self.inner,
        )
        return appeal.id
