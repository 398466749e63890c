"""Registers that are views over rows stored elsewhere: out, carried, printed, consulted.

Each is a select with the columns of an entry, mapped like a table that nobody can write to: the
same lists, cards and printed registers show it as show a book (OFFICE §2.5: "all are views over
events already stored").
"""

from typing import Any, ClassVar

from sqlalchemy import (
    Select,
    and_,
    case,
    false,
    func,
    literal,
    null,
    select,
    true,
    type_coerce,
    union_all,
)

from db.accusation.tables import Envelope, Referral
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal, HandOver
from db.books.entry import Entry
from db.core.base import Instant
from db.core.tables import Approval, TrailEntry
from db.documents.tables import Document
from db.office.tables import Account, Consultation, Unit
from db.registers.tables import NumberedCopy, Reconciliation, SealUse

KINDS = 4
"""Rows of different tables in one view take ids of their own: `id * KINDS + place`."""
PRINTS = (
    "print_ledger",
    "print_register",
    "print_paper",
    "save_paper",
    "export_paper",
    "export_ledger",
    "export_register",
    "export_report",
    "save_report_pdf",
)
"""Acts of the trail that put something on paper or into a file."""


def _instant(day: Any) -> Any:
    return type_coerce(func.strftime("%Y-%m-%d 00:00:00.000000", day), Instant())


def _common(
    row_id: Any, *, number: Any, state: Any, on: Any, at: Any, by_id: Any, by: Any
) -> list[Any]:
    return [
        row_id.label("id"),
        literal(1).label("version"),
        number.label("number"),
        state.label("state"),
        on.label("entered_on"),
        at.label("entered_at"),
        by_id.label("entered_by_id"),
        by.label("entered_by_name"),
        false().label("is_backfilled"),
    ]


def _decided(*acts: str) -> Any:
    return (
        select(Approval.approver_name)
        .where(
            Approval.track == Document.track,
            Approval.case_id == Document.case_id,
            Approval.state == "agreed",
            Approval.act.in_(acts),
        )
        .order_by(Approval.id.desc())
        .limit(1)
        .correlate(Document)
        .scalar_subquery()
    )


def _outgoing() -> Select[Any]:
    maker, reader = Account.__table__.alias("maker"), Account.__table__.alias("reader")
    mine = and_(Document.track == APPEALS, Appeal.id == Document.case_id)
    answers = Document.kind.in_(("feedback_sheet", "reply_opinion"))
    sealed = (
        select(func.max(SealUse.used_on))
        .where(SealUse.paper_number == Document.number, SealUse.state == "used")
        .correlate(Document)
        .scalar_subquery()
    )
    on = func.coalesce(Document.issued_on, Document.made_on)
    return (
        select(
            *_common(
                Document.id,
                number=Document.number,
                state=Document.state,
                on=type_coerce(on, Document.made_on.type),
                at=_instant(on),
                by_id=Document.made_by_id,
                by=maker.c.name,
            ),
            Document.track.label("track"),
            Document.case_id.label("case_id"),
            Document.kind.label("kind"),
            func.coalesce(Document.number, "").label("letter_number"),
            func.coalesce(
                func.json_extract(Document.fields, "$.addressee"),
                func.json_extract(Document.fields, "$.name"),
                "",
            ).label("sent_to"),
            func.coalesce(func.json_extract(Document.fields, "$.copies"), "").label("cc"),
            Document.copies.label("copies"),
            func.coalesce(
                case(
                    (Document.kind == "non_acceptance_notice", _decided("not_accept")),
                    (Document.kind == "redirect_notice", _decided("redirect")),
                    (Document.kind == "extension_notice", _decided("extension")),
                    (answers, _decided("reply", "approve_reply")),
                    (Document.kind == "clarification_letter", _decided("approve")),
                    (Document.kind == "clarification_notice", _decided("approve")),
                    else_="",
                ),
                "",
            ).label("signer"),
            maker.c.name.label("drafter"),
            func.coalesce(reader.c.name, "").label("proofreader"),
            sealed.label("sealed_on"),
            case((answers, func.coalesce(Appeal.delivery_method, "")), else_="").label("delivery"),
            case((answers, func.coalesce(Appeal.delivery_signer, "")), else_="").label("receiver"),
            case((answers, Appeal.delivered_on), else_=null()).label("delivered_on"),
            literal("").label("archive_number"),
            func.coalesce(Document.void_reason, "").label("remark"),
            case((Document.track == APPEALS, Document.case_id), else_=null()).label("appeal_id"),
        )
        .select_from(Document)
        .join(maker, maker.c.id == Document.made_by_id)
        .outerjoin(reader, reader.c.id == Document.released_by_id)
        .outerjoin(Appeal, mine)
        .where(Document.number != "", Document.state.in_(("issued", "delivered", "void")))
    )


class OutgoingPaper(Entry):
    """发文: a letter that was numbered and left, or was voided with its number."""

    __table__ = _outgoing().subquery("outgoing_paper")
    __tablename__ = "outgoing_paper"
    __mapper_args__ = {"primary_key": [__table__.c.id]}
    watches: ClassVar[frozenset[str]] = frozenset({"document", "seal_use", "appeal"})


def _carried() -> Any:
    sheets = (
        select(
            *_common(
                HandOver.id * KINDS,
                number=HandOver.number,
                state=case((HandOver.signed_on.is_(None), "sent"), else_="signed"),
                on=HandOver.sent_on,
                at=_instant(HandOver.sent_on),
                by_id=func.coalesce(Appeal.registered_by_id, 0),
                by=func.coalesce(Account.name, ""),
            ),
            literal(APPEALS).label("track"),
            Appeal.id.label("case_id"),
            literal("transfer_sheet").label("kind"),
            func.coalesce(HandOver.number, "").label("letter_number"),
            literal(1).label("copies"),
            (Unit.member_department == "discipline").label("is_sealed"),
            Unit.id.label("unit_id"),
            func.coalesce(Account.name, "").label("messenger"),
            # The hand that received it at 纪委监委 is not kept (OFFICE §2.3).
            case((Unit.member_department == "discipline", ""), else_=HandOver.handler_name).label(
                "receiver"
            ),
            HandOver.signed_on.label("received_on"),
            Appeal.id.label("appeal_id"),
        )
        .select_from(HandOver)
        .join(Appeal, Appeal.id == HandOver.appeal_id)
        .join(Unit, Unit.id == HandOver.unit_id)
        .outerjoin(Account, Account.id == Appeal.registered_by_id)
        .where(HandOver.number != "")
    )
    lists = select(
        *_common(
            Reconciliation.id * KINDS + 1,
            number=Reconciliation.number,
            state=case((Reconciliation.returned_on.is_(None), "sent"), else_="signed"),
            on=Reconciliation.entered_on,
            at=Reconciliation.entered_at,
            by_id=Reconciliation.entered_by_id,
            by=Reconciliation.entered_by_name,
        ),
        literal("reconciliation").label("track"),
        Reconciliation.id.label("case_id"),
        literal("reconciliation_list").label("kind"),
        func.coalesce(Reconciliation.number, "").label("letter_number"),
        literal(1).label("copies"),
        false().label("is_sealed"),
        Reconciliation.unit_id.label("unit_id"),
        Reconciliation.entered_by_name.label("messenger"),
        Reconciliation.signer.label("receiver"),
        Reconciliation.returned_on.label("received_on"),
        type_coerce(null(), Appeal.id.type).label("appeal_id"),
    )
    return union_all(sheets, lists, _sealed(Envelope, 2), _sealed(Referral, 3))


def _sealed(kind: type[Envelope] | type[Referral], place: int) -> Any:
    """Return sealed envelopes and letters that were carried; who took them is not kept."""
    is_envelope = kind is Envelope
    handed = Envelope.handed_on if is_envelope else Referral.referred_on
    signed = Envelope.signed_on if is_envelope else Referral.receipt_on
    unit: Any = Referral.unit_id
    if is_envelope:
        unit = (
            select(func.min(Unit.id))
            .where(Unit.member_department == Envelope.office)
            .correlate(Envelope)
            .scalar_subquery()
        )
    carrier: Any = Referral.entered_by_name
    if is_envelope:
        carrier = (
            select(Account.name)
            .where(Account.id == Envelope.carrier_id)
            .correlate(Envelope)
            .scalar_subquery()
        )
    return select(
        *_common(
            kind.id * KINDS + place,
            number=kind.number,
            state=case((signed.is_(None), "sent"), else_="signed"),
            on=handed,
            at=_instant(handed),
            by_id=kind.entered_by_id,
            by=kind.entered_by_name,
        ),
        literal(kind.__tablename__).label("track"),
        kind.id.label("case_id"),
        literal("sealed_envelope" if is_envelope else "transfer_letter").label("kind"),
        kind.number.label("letter_number"),
        func.coalesce(kind.pieces, 1).label("copies"),
        true().label("is_sealed"),
        unit.label("unit_id"),
        func.coalesce(carrier, "").label("messenger"),
        literal("").label("receiver"),
        signed.label("received_on"),
        type_coerce(null(), Appeal.id.type).label("appeal_id"),
    ).where(handed.is_not(None))


class CarriedPaper(Entry):
    """送文: a paper carried to a unit and signed for there."""

    __table__ = _carried().subquery("carried_paper")
    __tablename__ = "carried_paper"
    __mapper_args__ = {"primary_key": [__table__.c.id]}
    watches: ClassVar[frozenset[str]] = frozenset(
        {"hand_over", "reconciliation", "envelope", "false_accusation_referral"}
    )


def _printed() -> Any:
    copies = select(
        *_common(
            NumberedCopy.id * KINDS,
            number=NumberedCopy.number,
            state=NumberedCopy.state,
            on=func.coalesce(NumberedCopy.handed_on, NumberedCopy.entered_on),
            at=NumberedCopy.entered_at,
            by_id=NumberedCopy.entered_by_id,
            by=NumberedCopy.entered_by_name,
        ),
        literal("numbered_copy").label("track"),
        NumberedCopy.id.label("case_id"),
        NumberedCopy.subject.label("subject"),
        literal("").label("kind"),
        case(
            (NumberedCopy.first_copy.is_(None), ""),
            (
                NumberedCopy.first_copy == NumberedCopy.last_copy,
                func.printf("%06d", NumberedCopy.first_copy),
            ),
            else_=func.printf("%06d—%06d", NumberedCopy.first_copy, NumberedCopy.last_copy),
        ).label("copy_numbers"),
        NumberedCopy.printed_by.label("printed_by"),
        NumberedCopy.approver.label("approver"),
        NumberedCopy.purpose.label("purpose"),
        NumberedCopy.recipient.label("recipient"),
        func.coalesce(NumberedCopy.destroyed_on, NumberedCopy.collected_on).label("back_on"),
    ).where(NumberedCopy.state.in_(("handed_out", "collected", "destroyed")))
    day = func.date(TrailEntry.at, "+8 hours")
    prints = select(
        *_common(
            TrailEntry.id * KINDS + 1,
            number=literal(""),
            state=literal("printed"),
            on=type_coerce(day, NumberedCopy.entered_on.type),
            at=TrailEntry.at,
            by_id=func.coalesce(TrailEntry.actor_id, 0),
            by=TrailEntry.actor_name,
        ),
        TrailEntry.track.label("track"),
        TrailEntry.case_id.label("case_id"),
        literal("").label("subject"),
        TrailEntry.act.label("kind"),
        literal("").label("copy_numbers"),
        TrailEntry.actor_name.label("printed_by"),
        literal("").label("approver"),
        literal("").label("purpose"),
        literal("").label("recipient"),
        type_coerce(null(), NumberedCopy.entered_on.type).label("back_on"),
    ).where(TrailEntry.act.in_(PRINTS), TrailEntry.kind == "reading")
    return union_all(copies, prints)


class PrintedPaper(Entry):
    """打印（导出）: what was printed or saved, with the numbered copies and their way back."""

    __table__ = _printed().subquery("printed_paper")
    __tablename__ = "printed_paper"
    __mapper_args__ = {"primary_key": [__table__.c.id]}
    watches: ClassVar[frozenset[str]] = frozenset({"numbered_copy"})


def _consulted() -> Select[Any]:
    return (
        select(
            *_common(
                Consultation.id,
                number=literal(""),
                state=literal("answered"),
                on=Consultation.happened_on,
                at=Consultation.recorded_at,
                by_id=Consultation.answered_by_id,
                by=Account.name,
            ),
            Consultation.category.label("category"),
            Consultation.line.label("question"),
            Consultation.answer.label("answer"),
            Consultation.person_times.label("person_times"),
            Account.name.label("answered_by"),
        )
        .select_from(Consultation)
        .join(Account, Account.id == Consultation.answered_by_id)
    )


class ConsultationLine(Entry):
    """咨询: a question answered at the desk, counted in person-times."""

    __table__ = _consulted().subquery("consultation_line")
    __tablename__ = "consultation_line"
    __mapper_args__ = {"primary_key": [__table__.c.id]}
    watches: ClassVar[frozenset[str]] = frozenset({"consultation"})
