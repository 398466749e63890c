"""Commands that bring a clarification into the record, pass it on, or take it back."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.appeals.changes import grants_for
from db.appeals.intake import check_texts
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal, CaseLink
from db.approvals.asking import cancel_pending
from db.clarification.assessing import FindingEntry, write_finding
from db.clarification.changes import advance, clearing_body, count, day_of, finding_evidence
from db.clarification.tables import TRACK, Clarification
from db.codes import clocks
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence
from db.core.permissions import Permission
from db.core.tx import Behalf, Tx
from db.office.tables import Unit
from db.people.tables import Person

SERIES = "clarification"
DRAFT = "clarification"
LINK = "clarified_by"


@dataclass(frozen=True, slots=True)
class Opened:
    """What the desk tells after saving."""

    clarification_id: int
    number: str


@dataclass(frozen=True, slots=True)
class Apply:
    """登记澄清申请: who, what the untrue words were in his own telling, what he wishes (W1).

    Attributes:
        stated_content: 失实反映主要内容, as the applicant tells it; no guess at who reported.
        wish: 澄清诉求.
        person_id: The person; or a name; or a unit alone, where a party organization applies.
        phone: Asked for again by the query; taken from the person if empty.
    """

    permission: ClassVar[Permission] = Permission.CLARIFICATION_APPLY

    stated_content: str
    wish: str = ""
    person_id: int | None = None
    person_name: str = ""
    unit_id: int | None = None
    phone: str = ""
    applied_on: date | None = None
    backdated_reason: str = ""
    draft_key: str = ""

    def __call__(self, tx: Tx) -> Opened:
        """Write the application and start the step of passing it on.

        Raises:
            RefusedError: `missing_person`, `missing_content`, `guess_of_reporter`.
        """
        check_texts(self.stated_content, self.wish)
        on = tx.happened(self.applied_on, self.backdated_reason)
        case = _new_case(
            tx,
            origin="applied",
            person_id=self.person_id,
            person_name=self.person_name,
            unit_id=self.unit_id,
            phone=self.phone,
            on=on,
        )
        _open(tx, case, self.stated_content, self.wish, on=on, reason=self.backdated_reason)
        if self.draft_key:
            tx.drop_draft(DRAFT, self.draft_key)
        return Opened(case.id, case.number)


@dataclass(frozen=True, slots=True)
class OpenFromAppeal:
    """Open the clarification that an appeal of procedure ⑤ asks for, linked to it.

    Attributes:
        appeal_id: An accepted appeal of procedure `special`.
        stated_content: Own words; those of the appeal if empty.
        wish: What he wishes; the requests of the appeal if empty.
    """

    permission: ClassVar[Permission] = Permission.CLARIFICATION_APPLY

    appeal_id: int
    stated_content: str = ""
    wish: str = ""
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> Opened:
        """Write the linked application.

        Raises:
            RefusedError: `appeal_not_special`, `already_linked`.
        """
        appeal = tx.load(Appeal, self.appeal_id)
        if appeal.procedure != "special":
            raise RefusedError("appeal_not_special", field="appeal_id")
        if tx.session.scalar(
            select(Clarification.id).where(
                Clarification.appeal_id == appeal.id, Clarification.state != "withdrawn"
            )
        ):
            raise RefusedError("already_linked", field="appeal_id")
        content = self.stated_content.strip() or appeal.facts
        wish = self.wish.strip() or appeal.requests
        check_texts(content, wish)
        on = tx.happened(self.happened_on)
        case = _new_case(
            tx,
            origin="applied",
            person_id=appeal.person_id,
            person_name=appeal.person_name,
            unit_id=appeal.unit_id,
            phone=appeal.phone,
            on=on,
            appeal_id=appeal.id,
        )
        tx.add(
            CaseLink(
                from_track=APPEALS, from_id=appeal.id, to_track=TRACK, to_id=case.id, kind=LINK
            )
        )
        tx.tell(
            APPEALS,
            appeal.id,
            "open_clarification",
            source=appeal.state,
            target=appeal.state,
            on=on,
            note=case.number,
        )
        _open(tx, case, content, wish, on=on)
        return Opened(case.id, case.number)


@dataclass(frozen=True, slots=True)
class Propose:
    """提出澄清建议: the body that checked sends its finding before it closes the matter.

    Attributes:
        finding: The four things of its letter.
        organ_unit_id: The body, where the proposal is recorded from its letter (代录).
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    finding: FindingEntry
    person_id: int | None = None
    person_name: str = ""
    unit_id: int | None = None
    organ_unit_id: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> Opened:
        """Write the proposal with its finding.

        Raises:
            RefusedError: `organ_cannot_clear`, `finding_not_clearable`, those of the finding.
            NotAllowedError: `not_permitted`.
        """
        grants = grants_for(tx, self.behalf)
        if Permission.CLARIFICATION_PROPOSE not in grants:
            raise NotAllowedError(
                "not_permitted", permission=Permission.CLARIFICATION_PROPOSE.value
            )
        organ = clearing_body(tx, self.organ_unit_id if self.behalf else tx.actor.unit_id)
        on = day_of(tx, self.happened_on, self.behalf)
        case = _new_case(
            tx,
            origin="proposed",
            person_id=self.person_id,
            person_name=self.person_name,
            unit_id=self.unit_id,
            phone="",
            on=on,
        )
        case.organ_unit_id = organ.id
        case.finding_id = write_finding(tx, self.finding, organ, on=on).id
        advance(
            tx,
            case,
            "propose",
            on=on,
            evidence=finding_evidence(tx, case),
            behalf=self.behalf,
            note=self.finding.letter_number,
            opens=True,
        )
        count(tx, case, "finding_received", on=on, outcome=self.finding.category)
        return Opened(case.id, case.number)


@dataclass(frozen=True, slots=True)
class Refer:
    """转有权机关: sealed, to the body that can check; the applicant hears nothing new."""

    permission: ClassVar[Permission] = Permission.CLARIFICATION_APPLY

    clarification_id: int
    organ_unit_id: int
    passed_number: str = ""
    seen: int | None = None
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Pass it on; no clock runs while the body checks. Return the clarification."""
        case = tx.load(Clarification, self.clarification_id, seen=self.seen)
        organ = clearing_body(tx, self.organ_unit_id)
        on = tx.happened(self.happened_on)
        advance(tx, case, "refer", on=on, evidence=[Evidence.UNIT], note=self.passed_number.strip())
        case.organ_unit_id = organ.id
        case.passed_on, case.passed_number = on, self.passed_number.strip()
        tx.session.flush()
        return case.id


@dataclass(frozen=True, slots=True)
class Withdraw:
    """撤回申请: the person's right until the approval, with a signed reason (SETTLED §2).

    A proposal of the organ is taken back by the organ, or by the desk from its paper.
    """

    permission: ClassVar[Permission] = Permission.CLARIFICATION_APPLY

    clarification_id: int
    reason: str
    signed: bool
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """End it without approval. Return the clarification."""
        case = tx.load(Clarification, self.clarification_id, seen=self.seen)
        check_texts(self.reason)
        evidence = [Evidence.REASON] if self.reason.strip() else []
        if self.signed or self.behalf is not None:
            evidence.append(Evidence.SIGNATURE)
        on = day_of(tx, self.happened_on, self.behalf)
        advance(
            tx,
            case,
            "withdraw",
            on=on,
            evidence=evidence,
            behalf=self.behalf,
            note=self.reason.strip(),
        )
        cancel_pending(tx, TRACK, case.id)
        count(tx, case, "withdrawn", on=on)
        return case.id


def _new_case(
    tx: Tx,
    *,
    origin: str,
    person_id: int | None,
    person_name: str,
    unit_id: int | None,
    phone: str,
    on: date,
    appeal_id: int | None = None,
) -> Clarification:
    name = person_name.strip()
    if person_id is not None:
        person = tx.load(Person, person_id)
        name, phone = person.name, phone.strip() or person.phone
        unit_id = unit_id or person.unit_id
    if not name and unit_id is None:
        raise RefusedError("missing_person", field="person_name")
    if unit_id is not None and tx.session.get(Unit, unit_id) is None:
        raise RefusedError("unknown_value", field="unit_id", value=unit_id)
    case = Clarification(
        number="",
        state=origin,
        origin=origin,
        person_id=person_id,
        person_name=name,
        unit_id=unit_id,
        phone=phone.strip(),
        appeal_id=appeal_id,
        applied_on=on,
        opened_by_id=tx.actor.account_id,
    )
    tx.add(case)
    case.number = tx.next_number(
        SERIES,
        str(tx.setting("clarification_number_form", "诉澄〔{year}〕{sequence:04d}号")),
        on=on,
        track=TRACK,
        case_id=case.id,
    )
    return case


def _open(
    tx: Tx, case: Clarification, content: str, wish: str, *, on: date, reason: str = ""
) -> None:
    case.stated_content, case.wish = content.strip(), wish.strip()
    advance(
        tx,
        case,
        "apply",
        on=on,
        evidence=[Evidence.CONTENT] if case.stated_content else [],
        reason=reason or None,
        opens=True,
    )
    clocks.start(tx, TRACK, case.id, "clarification_step", on=on)
    count(tx, case, "applied", on=on)
    tx.session.flush()
