"""Commands from the approval to the archive: submit, carry out, visit, and new facts afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.appeals.intake import check_texts
from db.approvals.asking import ask
from db.care.suggesting import suggest_talk
from db.clarification.changes import (
    advance,
    count,
    day_of,
    finding_evidence,
    load_case,
    start_organ_clock,
)
from db.clarification.tables import TRACK, Clarification
from db.clarification.workflow import MODES
from db.codes import clocks
from db.codes.queries import require_code
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.permissions import Permission
from db.core.tables import Approval
from db.core.tx import Behalf, Tx
from db.documents.tables import Document

APPROVAL_SERIES = "clarification_approval"
LETTERS = ("clarification_letter", "clarification_notice", "meeting_text")
LEFT = ("released", "issued", "delivered")
"""States of letters of which copies may be outside."""
WITH_AUDIENCE = frozenset({"meeting", "circular", "media"})


def joined(modes: Iterable[str]) -> str:
    """Return modes as they are stored: sorted, each once, with commas."""
    return ",".join(sorted(set(modes)))


def modes_of(case: Clarification) -> tuple[str, ...]:
    """Return the approved or proposed modes of a clarification."""
    return tuple(case.modes.split(",")) if case.modes else ()


@dataclass(frozen=True, slots=True)
class SubmitForApproval:
    """送审批 / 补充后再送批: to the head of the body that checked.

    Attributes:
        modes: Values of `clarification_mode`; `written` stands beside any other (SETTLED §2).
        scope: Value of `clarification_scope`.
        scope_units: Where it is said, as text.
        risk_note: Effect and risk (影响和风险).
        form_number: Number of the approval form (审批表编号); the office's own series if empty.
            An approval by log-in bears it; one on paper brings its own.
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    modes: tuple[str, ...]
    scope: str
    scope_units: str = ""
    risk_note: str = ""
    form_number: str = ""
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask for the approval. Return it.

        Raises:
            RefusedError: `no_finding`, `finding_not_clearable`, `missing_person_opinion`,
                `written_needed`, `missing_modes`, `against_person_wish`.
        """
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        evidence = finding_evidence(tx, case)
        if case.person_opinion:
            evidence.append(Evidence.PERSON_OPINION)
        check_modes(tx, self.modes)
        evidence.append(Evidence.MODES_WITH_WRITTEN)
        if self.scope:
            require_code(tx, "clarification_scope", self.scope, field="scope")
            evidence.append(Evidence.SCOPE)
        if case.person_opinion == "private" and (
            WITH_AUDIENCE & set(self.modes) or self.scope == "public"
        ):
            raise RefusedError("against_person_wish", field="modes")
        check_texts(self.risk_note, self.scope_units)
        case.modes, case.scope = joined(self.modes), self.scope
        case.scope_units = self.scope_units.strip()
        case.risk_note = self.risk_note.strip() or case.risk_note
        again = case.state == "returned_for_supplement"
        advance(
            tx,
            case,
            "resubmit" if again else "submit_for_approval",
            on=on,
            evidence=evidence,
            behalf=self.behalf,
        )
        number = self.form_number.strip() or self._number(tx, case, on)
        start_organ_clock(tx, case, "clarification_step", on=on, profile="cross_department")
        return ask(
            tx,
            TRACK,
            case.id,
            "clear",
            payload={
                "form_number": number,
                "modes": case.modes,
                "scope": case.scope,
                "scope_units": case.scope_units,
            },
            needed=Permission.CLARIFICATION_APPROVE,
            unit_id=case.organ_unit_id,
            on=on,
            summary=f"{case.number} {case.person_name}".strip(),
            behalf=self.behalf,
        )

    def _number(self, tx: Tx, case: Clarification, on: date) -> str:
        before = tx.session.scalar(
            select(Approval)
            .where(Approval.track == TRACK, Approval.case_id == case.id, Approval.act == "clear")
            .order_by(Approval.id.desc())
            .limit(1)
        )
        if before is not None:
            # A form that came back keeps its number.
            return str(before.payload["form_number"])
        return tx.next_number(
            APPROVAL_SERIES,
            str(tx.setting("clarification_approval_number_form", "澄审〔{year}〕{sequence}号")),
            on=on,
            track=TRACK,
            case_id=case.id,
        )


def check_modes(tx: Tx, modes: tuple[str, ...]) -> None:
    """Refuse modes that may not be proposed.

    Raises:
        RefusedError: `missing_modes`, `unknown_value`, `written_needed`.
    """
    if not modes:
        raise RefusedError("missing_modes", field="modes")
    for mode in modes:
        if mode not in MODES:
            raise RefusedError("unknown_value", field="modes", value=mode)
        require_code(tx, "clarification_mode", mode, field="modes")
    if "written" not in modes:
        raise RefusedError("written_needed", field="modes")


@dataclass(frozen=True, slots=True)
class StartCarryingOut:
    """开始实施: the letters are drafted, dates with the unit are made."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Begin. Return the clarification."""
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        if case.approved_on is not None and on < case.approved_on:
            raise RefusedError("dates_out_of_order", field="happened_on")
        advance(tx, case, "start_carrying_out", on=on, behalf=self.behalf)
        case.started_on = on
        tx.session.flush()
        return case.id


@dataclass(frozen=True, slots=True)
class RecordCarriedOut:
    """登记实施情况: every approved mode was done, the letter was delivered.

    Attributes:
        modes_done: What was done; exactly the approved modes.
        place: Where; needed for a meeting, and face to face.
        audience_count: How many heard it; needed with a meeting. Names are not kept.
        letter_number: Number of the 澄清函.
        letter_on: Its date.
        delivered_on: Day on the 送达回证.
        delivery_signer: Who signed it.
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    modes_done: tuple[str, ...]
    letter_number: str
    letter_on: date | None
    delivered_on: date | None
    delivery_signer: str
    carried_out_on: date | None = None
    place: str = ""
    audience_count: int | None = None
    seen: int | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Record it, count it, suggest a talk. Return the clarification.

        Raises:
            RefusedError: `approved_mode_not_done`, `mode_not_approved`, `missing_place`,
                `missing_audience_count`, `missing_document_number`, `missing_delivery`,
                `dates_out_of_order`.
        """
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.carried_out_on, self.behalf)
        evidence = []
        if case.state == "carrying_out":
            evidence = self._check(case, on, tx.today)
        case.carried_out_on, case.carried_out_place = on, self.place.strip()
        case.audience_count = self.audience_count
        case.letter_number, case.letter_on = self.letter_number.strip(), self.letter_on
        case.delivered_on = self.delivered_on
        case.delivery_signer = self.delivery_signer.strip()
        advance(
            tx,
            case,
            "carry_out",
            on=on,
            evidence=evidence,
            behalf=self.behalf,
            note=self.letter_number.strip(),
        )
        tx.session.flush()
        count(tx, case, "cleared", on=on, outcome=case.modes)
        if case.person_name:
            suggest_talk(
                tx,
                trigger="after_clarification",
                track=TRACK,
                case_id=case.id,
                person_id=case.person_id,
                person_name=case.person_name,
                on=on,
            )
        return case.id

    def _check(self, case: Clarification, on: date, today: date) -> list[Evidence]:
        approved, done = set(modes_of(case)), set(self.modes_done)
        if approved - done:
            raise RefusedError(
                "approved_mode_not_done", field="modes_done", mode=min(approved - done)
            )
        if done - approved:
            raise RefusedError("mode_not_approved", field="modes_done", mode=min(done - approved))
        if done & {"meeting", "face_to_face"} and not self.place.strip():
            raise RefusedError("missing_place", field="place")
        if "meeting" in done and not self.audience_count:
            raise RefusedError("missing_audience_count", field="audience_count")
        if self.audience_count is not None and self.audience_count < 1:
            raise RefusedError("missing_audience_count", field="audience_count")
        evidence = [Evidence.MODES_WITH_WRITTEN]
        if self.letter_number.strip() and self.letter_on is not None:
            evidence.append(Evidence.DOCUMENT_NUMBER)
        if self.delivered_on is not None and self.delivery_signer.strip():
            evidence.append(Evidence.DELIVERY)
        days = [
            day for day in (case.approved_on, self.letter_on, self.delivered_on) if day is not None
        ]
        if sorted(days) != days or (days and days[-1] > today):
            raise RefusedError("dates_out_of_order", field="letter_on")
        if case.approved_on is not None and on < case.approved_on:
            raise RefusedError("dates_out_of_order", field="carried_out_on")
        return evidence


@dataclass(frozen=True, slots=True)
class PlanRevisit:
    """安排回访: by the center, in person or by a private phone (OFFICE §5-36)."""

    permission: ClassVar[Permission] = Permission.CLARIFICATION_ARCHIVE

    clarification_id: int
    planned_on: date | None = None
    way: str = ""
    revisitor: str = ""
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Plan it; its clock runs from the day it was carried out. Return the clarification."""
        case = tx.load(Clarification, self.clarification_id, seen=self.seen)
        on = tx.happened(self.happened_on)
        advance(tx, case, "arrange_follow_up", on=on)
        entry = clocks.start(tx, TRACK, case.id, "follow_up_visit", on=case.carried_out_on or on)
        case.revisit_planned_on = self.planned_on or (entry.due_on if entry else None)
        case.revisit_way, case.revisitor = self.way.strip(), self.revisitor.strip()
        tx.session.flush()
        return case.id


@dataclass(frozen=True, slots=True)
class RecordRevisitAndArchive:
    """登记回访并归档.

    Attributes:
        result: Value of `revisit_result`.
        note: How the person is now.
        filed_on: Day the discipline organ was asked to keep it in the 廉政档案; no copy is stored
            here (OFFICE §5-37).
    """

    permission: ClassVar[Permission] = Permission.CLARIFICATION_ARCHIVE

    clarification_id: int
    result: str
    note: str = ""
    revisited_on: date | None = None
    filed_on: date | None = None
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Record the visit and archive. Return the clarification."""
        case = tx.load(Clarification, self.clarification_id, seen=self.seen)
        on = tx.happened(self.revisited_on)
        check_texts(self.note)
        if self.result:
            require_code(tx, "revisit_result", self.result, field="result")
        if self.filed_on is not None and self.filed_on > tx.today:
            raise RefusedError("date_in_future", field="filed_on", on=self.filed_on)
        if case.carried_out_on is not None and on < case.carried_out_on:
            raise RefusedError("dates_out_of_order", field="revisited_on")
        advance(tx, case, "archive", on=on, evidence=[Evidence.REVISIT] if self.result else [])
        case.revisit_on, case.revisit_result = on, self.result
        case.revisit_note, case.filed_on = self.note.strip(), self.filed_on
        count(tx, case, "revisited", on=on, outcome=self.result)
        tx.session.flush()
        return case.id


@dataclass(frozen=True, slots=True)
class RecordNewEvidence:
    """登记重新核实: by the organ's letter; its clarification letters are suspended, not deleted."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    letter_number: str
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Suspend it. Return the clarification."""
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        number = self.letter_number.strip()
        advance(
            tx,
            case,
            "record_new_evidence",
            on=on,
            evidence=[Evidence.DOCUMENT_NUMBER] if number else [],
            behalf=self.behalf,
            note=number,
        )
        case.letter_suspended = True
        case.new_evidence_number, case.new_evidence_on = number, on
        for paper in _letters(tx, case, LEFT):
            paper.state = "suspended"
        tx.session.flush()
        return case.id


@dataclass(frozen=True, slots=True)
class Uphold:
    """维持澄清: the organ found nothing new; the letters hold again."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    letter_number: str
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Let it stand, archived. Return the clarification."""
        case = _end_recheck(tx, self, "uphold")
        case.letter_suspended = False
        for paper in _letters(tx, case, ("suspended",)):
            # What a second person released may be printed again, as it left.
            paper.state = "released" if paper.released_by_id is not None else "delivered"
        tx.session.flush()
        return case.id


@dataclass(frozen=True, slots=True)
class RecallLetter:
    """撤回澄清函: the letters stay in the record, suspended for good."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    letter_number: str
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Recall it; what was counted then stays counted. Return the clarification."""
        case = _end_recheck(tx, self, "revoke")
        count(tx, case, "recalled", on=case.recheck_on or tx.today)
        return case.id


def _end_recheck(tx: Tx, command: Uphold | RecallLetter, move: str) -> Clarification:
    case = load_case(tx, command.clarification_id, seen=command.seen, behalf=command.behalf)
    on = day_of(tx, command.happened_on, command.behalf)
    number = command.letter_number.strip()
    if case.new_evidence_on is not None and on < case.new_evidence_on:
        raise RefusedError("dates_out_of_order", field="happened_on")
    advance(
        tx,
        case,
        move,
        on=on,
        evidence=[Evidence.DOCUMENT_NUMBER] if number else [],
        behalf=command.behalf,
        note=number,
    )
    case.recheck_number, case.recheck_on = number, on
    tx.session.flush()
    return case


def _letters(tx: Tx, case: Clarification, states: tuple[str, ...]) -> list[Document]:
    return list(
        tx.session.scalars(
            select(Document).where(
                Document.track == TRACK,
                Document.case_id == case.id,
                Document.kind.in_(LETTERS),
                Document.state.in_(states),
            )
        )
    )
