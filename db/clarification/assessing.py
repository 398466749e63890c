"""Commands between the answer of the organ and the approval: finding, assessment, opinion."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.appeals.intake import check_texts
from db.approvals.asking import ask, cancel_pending
from db.clarification.changes import (
    advance,
    count,
    day_of,
    finding_evidence,
    load_case,
    start_organ_clock,
    stop_clock,
)
from db.clarification.tables import TRACK, Clarification, Finding
from db.clarification.workflow import CLEARABLE
from db.codes.queries import require_code
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.permissions import Permission
from db.core.tables import Approval
from db.core.tx import Behalf, Tx
from db.office.tables import Unit
from db.statistics.facts import revoke

SAYABLE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """The four things of a finding, and nothing else (SETTLED §9.3).

    Attributes:
        category: Value of `finding`; `false_accusation` belongs to another track.
        letter_number: Number of the organ's letter.
        issued_on: Its date.
        sayable: The one sentence that may be said, as the letter gives it; at most 200 characters.
        organ: Issuing organ; the full name of the body if empty.
    """

    category: str
    letter_number: str
    issued_on: date
    sayable: str = ""
    organ: str = ""


def write_finding(tx: Tx, entry: FindingEntry, organ: Unit | None, *, on: date) -> Finding:
    """Write a finding after checking it.

    Raises:
        RefusedError: `false_accusation_not_here`, `missing_document_number`, `sayable_too_long`,
            `missing_sayable`, `dates_out_of_order`, `guess_of_reporter`.
    """
    require_code(tx, "finding", entry.category, field="category")
    if entry.category == "false_accusation":
        raise RefusedError("false_accusation_not_here", field="category")
    if not entry.letter_number.strip():
        raise RefusedError("missing_document_number", field="letter_number")
    sayable = entry.sayable.strip()
    if len(sayable) > SAYABLE_LIMIT:
        raise RefusedError("sayable_too_long", field="sayable", most=SAYABLE_LIMIT)
    if entry.category in CLEARABLE and not sayable:
        raise RefusedError("missing_sayable", field="sayable")
    if entry.issued_on > on:
        raise RefusedError("dates_out_of_order", field="issued_on")
    check_texts(sayable)
    name = entry.organ.strip() or (organ.full_name if organ else "")
    if not name:
        raise RefusedError("missing_organ", field="organ")
    return tx.add(
        Finding(
            category=entry.category,
            organ=name,
            letter_number=entry.letter_number.strip(),
            issued_on=entry.issued_on,
            sayable=sayable,
        )
    )


@dataclass(frozen=True, slots=True)
class RecordFinding:
    """登记函复: the written answer of the body that checked."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    finding: FindingEntry
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Record it and begin the assessment. Return the clarification."""
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        organ = tx.session.get(Unit, case.organ_unit_id) if case.organ_unit_id else None
        finding = write_finding(tx, self.finding, organ, on=on)
        advance(
            tx,
            case,
            "record_finding",
            on=on,
            evidence=[Evidence.FINDING],
            behalf=self.behalf,
            note=finding.letter_number,
        )
        case.finding_id = finding.id
        start_organ_clock(tx, case, "clarification_step", on=on)
        count(tx, case, "finding_received", on=on, outcome=finding.category)
        return case.id


@dataclass(frozen=True, slots=True)
class StartAssessment:
    """开始评估: of what the organ itself proposed (proposed → assessing, SETTLED §2)."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Begin. Return the clarification."""
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        evidence = [Evidence.FINDING] if case.finding_id is not None else []
        advance(tx, case, "assess_proposed", on=on, evidence=evidence, behalf=self.behalf)
        start_organ_clock(tx, case, "clarification_step", on=on)
        tx.session.flush()
        return case.id


@dataclass(frozen=True, slots=True)
class Assess:
    """评估: should the name be cleared, and which effect was caused or is possible (OFFICE §5-38).

    Attributes:
        should_clear: 应予澄清.
        effect: `caused` or `possible`; needed where it should be cleared.
        effect_kinds: Values of `effect_kind`.
        not_clear_reason: Value of `not_clear_reason`, inside only; needed where it should not.
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    should_clear: bool
    effect: str = ""
    effect_kinds: tuple[str, ...] = ()
    not_clear_reason: str = ""
    risk_note: str = ""
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the assessment; a second one replaces the first. Return the clarification.

        Raises:
            RefusedError: `illegal_move` outside `assessing`, `decision_pending`, `missing_effect`,
                `missing_reason`, `no_finding`, `finding_not_clearable`.
        """
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        _require_handling(tx, case, self.behalf)
        _refuse_pending(tx, case)
        on = day_of(tx, self.happened_on, self.behalf)
        check_texts(self.risk_note)
        if self.should_clear:
            finding_evidence(tx, case)
            if not self.effect:
                raise RefusedError("missing_effect", field="effect")
            require_code(tx, "effect", self.effect, field="effect")
            for kind in self.effect_kinds:
                require_code(tx, "effect_kind", kind, field="effect_kinds")
        elif not self.not_clear_reason:
            raise RefusedError("missing_reason", field="not_clear_reason")
        else:
            require_code(tx, "not_clear_reason", self.not_clear_reason, field="not_clear_reason")
        if case.assessed_on is not None:
            revoke(tx, TRACK, case.id, "assessed", "should_clear")
        case.assessed_on, case.should_clear = on, self.should_clear
        case.effect = self.effect if self.should_clear else ""
        case.effect_kinds = ",".join(sorted(set(self.effect_kinds))) if self.should_clear else ""
        case.not_clear_reason = None if self.should_clear else self.not_clear_reason
        case.risk_note = self.risk_note.strip()
        stop_clock(tx, case, "clarification_step", on=on)
        tx.tell(
            TRACK,
            case.id,
            "assess",
            source=case.state,
            target=case.state,
            on=on,
            unit_id=case.organ_unit_id if self.behalf else None,
            behalf=self.behalf,
        )
        count(tx, case, "assessed", on=on)
        if self.should_clear:
            count(tx, case, "should_clear", on=on, outcome=self.effect)
        return case.id


@dataclass(frozen=True, slots=True)
class NotClear:
    """不作澄清: the officer proposes, the head of the body decides; reasons stay inside."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the head. Return the approval.

        Raises:
            RefusedError: `not_assessed`, `assessed_to_clear`, `illegal_move`.
        """
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        _require_handling(tx, case, self.behalf)
        if case.assessed_on is None:
            raise RefusedError("not_assessed")
        if case.should_clear:
            raise RefusedError("assessed_to_clear")
        return ask(
            tx,
            TRACK,
            case.id,
            "not_clear",
            payload={},
            needed=Permission.CLARIFICATION_APPROVE,
            unit_id=case.organ_unit_id,
            on=day_of(tx, self.happened_on, self.behalf),
            summary=f"{case.number} {case.person_name}".strip(),
            behalf=self.behalf,
        )


@dataclass(frozen=True, slots=True)
class SeekOpinion:
    """征求本人意见: with the 澄清征求意见表."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask the person. Return the clarification.

        Raises:
            RefusedError: `missing_effect` unless it was assessed that the name should be cleared.
        """
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        evidence = [Evidence.EFFECT] if case.should_clear else []
        advance(tx, case, "seek_opinion", on=on, evidence=evidence, behalf=self.behalf)
        case.asked_on = on
        tx.session.flush()
        return case.id


@dataclass(frozen=True, slots=True)
class RecordPersonOpinion:
    """登记本人意见: agrees to mode and scope, wants no wider publicity, or something else."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    opinion: str
    text: str = ""
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Write the opinion. Return the clarification.

        Raises:
            RefusedError: `illegal_move` outside the asking, `missing_content` for `other` without
                a text.
        """
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        _require_handling(
            tx, case, self.behalf, ("seeking_opinion", "returned_for_supplement"), "opinion"
        )
        require_code(tx, "person_opinion", self.opinion, field="opinion")
        check_texts(self.text)
        if self.opinion == "other" and not self.text.strip():
            raise RefusedError("missing_content", field="text")
        on = day_of(tx, self.happened_on, self.behalf)
        if case.asked_on is not None and on < case.asked_on:
            raise RefusedError("dates_out_of_order", field="happened_on")
        case.person_opinion, case.person_opinion_text = self.opinion, self.text.strip()
        case.person_opinion_on = on
        tx.tell(
            TRACK,
            case.id,
            "record_person_opinion",
            source=case.state,
            target=case.state,
            on=on,
            unit_id=case.organ_unit_id if self.behalf else None,
            behalf=self.behalf,
        )
        return case.id


@dataclass(frozen=True, slots=True)
class KeepPrivate:
    """本人不要求公开: signed by the person; told in writing or not (OFFICE §4.3)."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    clarification_id: int
    signed: bool
    told_in_writing: bool
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """End it as the person wishes; it counts as handled, not as cleared (OFFICE §1-17)."""
        case = load_case(tx, self.clarification_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.happened_on, self.behalf)
        signed = self.signed or self.behalf is not None
        advance(
            tx,
            case,
            "keep_private",
            on=on,
            evidence=[Evidence.SIGNATURE] if signed else [],
            behalf=self.behalf,
        )
        case.person_opinion, case.person_opinion_on = "private", on
        case.privately_told = self.told_in_writing
        case.not_clear_reason = "declined_by_person"
        cancel_pending(tx, TRACK, case.id)
        count(tx, case, "kept_private", on=on, outcome="told" if self.told_in_writing else None)
        return case.id


def _require_handling(
    tx: Tx,
    case: Clarification,
    behalf: Behalf | None,
    states: tuple[str, ...] = ("assessing",),
    deed: str = "assess",
) -> None:
    if behalf is None:
        tx.require(Permission.CLARIFICATION_HANDLE)
    if case.state not in states:
        raise RefusedError("illegal_move", track=TRACK, state=case.state, move=deed)


def _refuse_pending(tx: Tx, case: Clarification) -> None:
    if tx.session.scalar(
        select(Approval.id).where(
            Approval.track == TRACK,
            Approval.case_id == case.id,
            Approval.state.in_(("pending", "recorded")),
        )
    ):
        raise RefusedError("decision_pending", act="not_clear")
