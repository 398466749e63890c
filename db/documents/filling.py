"""Fills the papers of an appeal from the record; everything is resolved to text here."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from db.appeals.filters import hand_over_reach, inner_visible, reach, sees_whole
from db.appeals.reporting import CIRCLED
from db.appeals.tables import TRACK, Appeal, Extension, HandOver
from db.codes.queries import codes, rule
from db.core.clock import civil_time
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission, Scope
from db.core.tables import Approval, ClockEntry
from db.core.tx import Read
from db.documents.dates_text import long_date
from db.documents.papers import (
    AcceptanceNotice,
    ClosingApproval,
    ExtensionApproval,
    ExtensionNotice,
    FeedbackSheet,
    HandlingReport,
    Material,
    NonAcceptanceNotice,
    Office,
    Receipt,
    RedirectNotice,
    RegistrationForm,
    ReplyOpinion,
    Signed,
    SupplementNotice,
    TransferLetter,
    TransferSheet,
)
from db.documents.tables import Attachment
from db.office.tables import Account, Unit
from db.people.tables import Person
from db.registers.tables import LeaderNote
from db.signing.queries import signing
from db.signing.workflow import CONTACT, ISSUER

DISCIPLINE = "discipline"
"""Member department to which nothing goes but a sealed letter."""
APPEAL_PAPERS = (
    "registration_form",
    "receipt",
    "acceptance_notice",
    "supplement_notice",
    "non_acceptance_notice",
    "redirect_notice",
    "transfer_sheet",
    "extension_approval",
    "extension_notice",
    "feedback_sheet",
    "reply_opinion",
    "handling_report",
    "closing_approval",
)
"""Papers that an appeal can make, in the order of its course."""


def office(read: Read) -> Office:
    """Return the office's own lines from the settings."""
    name = str(read.setting("office_name", ""))
    issuer, contact = signing(read, ISSUER), signing(read, CONTACT)
    phone = str(read.setting("office_phone", ""))
    return Office(
        center_name=name,
        issuing_name=issuer.words if issuer else str(read.setting("issuing_name", name)),
        area=str(read.setting("area", "")),
        address=str(read.setting("office_address", "")),
        phone=contact.phone or phone if contact else phone,
        contact=contact.words if contact else str(read.setting("office_contact", "")),
        hours=str(read.setting("office_hours", "")),
    )


def label(read: Read, name: str, value: str | None) -> str:
    """Return the Chinese label of a value, empty for none."""
    if not value:
        return ""
    row = codes(read).get(name, {}).get(value)
    return row.zh if row else value


@dataclass(frozen=True, slots=True)
class _Sources:
    appeal: Appeal
    person: Person | None
    unit: Unit | None
    lead: HandOver | None
    lead_unit: Unit | None
    clock: ClockEntry | None
    registrar: str
    office: Office

    @property
    def name(self) -> str:
        return self.appeal.person_name

    @property
    def unit_and_post(self) -> str:
        unit = self.unit.full_name if self.unit else self.appeal.unit_text
        return unit + (self.person.post if self.person else "")

    @property
    def due_on(self) -> date | None:
        return self.clock.due_on if self.clock else None

    @property
    def limit_kind(self) -> str:
        if self.clock is None:
            return ""
        return "法定" if self.clock.is_statutory else "内部"


def _sources(read: Read, appeal_id: int) -> _Sources:
    appeal = read.session.scalar(select(Appeal).where(Appeal.id == appeal_id, reach(read)))
    if appeal is None:
        raise NotAllowedError("not_found")
    session = read.session
    lead = session.scalar(
        select(HandOver)
        .where(HandOver.appeal_id == appeal_id, HandOver.role == "lead", HandOver.state != "ended")
        .order_by(HandOver.id.desc())
        .limit(1)
    )
    clock = session.scalar(
        select(ClockEntry)
        .where(
            ClockEntry.track == TRACK,
            ClockEntry.case_id == appeal_id,
            ClockEntry.rule.in_(("ordinary_completion", "internal_completion")),
            ClockEntry.cancelled.is_(False),
        )
        .order_by(ClockEntry.id.desc())
        .limit(1)
    )
    registrar = session.get(Account, appeal.registered_by_id) if appeal.registered_by_id else None
    return _Sources(
        appeal=appeal,
        person=session.get(Person, appeal.person_id) if appeal.person_id else None,
        unit=session.get(Unit, appeal.unit_id) if appeal.unit_id else None,
        lead=lead,
        lead_unit=session.get(Unit, lead.unit_id) if lead else None,
        clock=clock,
        registrar=registrar.name if registrar else "",
        office=office(read),
    )


def fill(read: Read, kind: str, appeal_id: int, **extra: Any) -> Any:
    """Return the paper of a kind for an appeal.

    Args:
        read: Who asks; the row scope applies.
        kind: One of `APPEAL_PAPERS`.
        appeal_id: The appeal.
        extra: What only the form knows, such as `hand_in_by`.

    Raises:
        RefusedError: `paper_not_yet` if the appeal has not come so far, `unknown_paper`.
    """
    makers = {
        "registration_form": _registration,
        "receipt": _receipt,
        "acceptance_notice": _acceptance,
        "supplement_notice": _supplement,
        "non_acceptance_notice": _non_acceptance,
        "redirect_notice": _redirect,
        "transfer_sheet": _transfer,
        "extension_approval": _extension_approval,
        "extension_notice": _extension_notice,
        "feedback_sheet": _feedback,
        "reply_opinion": _reply_opinion,
        "handling_report": _handling_report,
        "closing_approval": _closing,
    }
    if kind not in makers:
        raise RefusedError("unknown_paper", kind=kind)
    if kind != "transfer_sheet" and not sees_whole(read, appeal_id):
        raise NotAllowedError("not_found")
    return makers[kind](read, _sources(read, appeal_id), **extra)


def ready(appeal: Appeal) -> tuple[str, ...]:
    """Return the papers that an appeal can make now, in the order of its course."""
    found = ["registration_form", "receipt"]
    if appeal.supplement_list:
        found.append("supplement_notice")
    if appeal.accepted_on and not appeal.on_the_spot:
        found.append("acceptance_notice")
    if appeal.state == "not_accepted":
        found.append("non_acceptance_notice")
    if appeal.state == "redirected":
        found.append("redirect_notice")
    if appeal.lead_unit_id is not None:
        found.append("transfer_sheet")
    if appeal.state in ("in_progress", "reply_draft"):
        found.append("extension_approval")
    if appeal.state in ("reply_approved", "replied", "follow_up", "closed"):
        found.append("reply_opinion" if appeal.procedure == "petition" else "feedback_sheet")
        found.append("handling_report")
    if appeal.state in ("follow_up", "closed"):
        found.append("closing_approval")
    return tuple(found)


def ready_papers(read: Read, appeal_id: int) -> tuple[str, ...]:
    """Return the papers that an appeal which the actor may see can make now."""
    source = _sources(read, appeal_id)
    if not sees_whole(read, appeal_id):
        return ("transfer_sheet",)
    found = list(ready(source.appeal))
    agreed = read.session.scalar(
        select(Extension.id).where(Extension.appeal_id == appeal_id, Extension.state == "agreed")
    )
    if agreed:
        found.append("extension_notice")
    return tuple(found)


def _materials(appeal: Appeal) -> tuple[Material, ...]:
    return tuple(
        Material(m["name"], m["copies"], m["pages"], m["is_original"]) for m in appeal.materials
    )


def _birth(person: Person | None) -> date | None:
    if person is None or len(person.birth_month) != 7:
        return None
    year, month = person.birth_month.split(".")
    return date(int(year), int(month), 1)


def _split(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _decision(read: Read, appeal_id: int, *acts: str) -> Approval | None:
    return read.session.scalar(
        select(Approval)
        .where(
            Approval.track == TRACK,
            Approval.case_id == appeal_id,
            Approval.act.in_(acts),
            Approval.state == "agreed",
        )
        .order_by(Approval.id.desc())
        .limit(1)
    )


def _signed(approval: Approval | None) -> Signed:
    if approval is None:
        return Signed()
    return Signed(approval.opinion or "同意", approval.approver_name or "", approval.decided_on)


def _registration(read: Read, s: _Sources) -> RegistrationForm:
    a, p = s.appeal, s.person
    decision = _decision(read, a.id, "assign", "reassign", "not_accept", "redirect", "merge")
    destinations = {
        "not_accepted": "不予受理",
        "redirected": "引导",
        "merged": "并入",
        "moved_out": "即时移送",
    }
    destination = destinations.get(a.state, "")
    if a.on_the_spot:
        destination = "当场答复"
    elif a.accepted_on is not None and not destination:
        destination = "受理"
    earlier = read.session.get(Appeal, a.duplicate_of_id) if a.duplicate_of_id else None
    merged = read.session.get(Appeal, a.merged_into_id) if a.merged_into_id else None
    return RegistrationForm(
        office=s.office,
        case_number=a.number or a.source_number,
        registered_at=civil_time(a.recorded_at),
        name=s.name,
        gender=label(read, "sex", p.sex if p else ""),
        birth_on=_birth(p),
        political_status=label(read, "political_status", p.political_status if p else ""),
        person_kind=label(read, "person_category", a.person_category),
        unit_and_post=s.unit_and_post,
        rank=label(read, "rank", p.rank) if p else "",
        management=label(read, "administration", a.administration),
        phone=a.phone,
        contact_wishes=(label(read, "contact_preference", a.contact_preference),),
        delivery_address=p.address if p else "",
        submitted_by=label(read, "submitter", a.submitter),
        agent=a.submitter_text,
        channel=label(read, "intake_channel", a.channel),
        visitors=a.head_count if a.channel == "window" else None,
        source_document=" ".join(x for x in (a.incoming_unit, a.incoming_number) if x),
        received_on=a.received_on,
        postmarked_on=a.postmark_on,
        category=label(read, "appeal_category", a.category),
        is_first=a.duplicate_of_id is None,
        earlier_number=earlier.number or "" if earlier else "",
        subject=a.subject,
        facts=a.facts,
        requests=_split(a.requests),
        knew_on=a.knew_on,
        decision_document=a.earlier_steps,
        materials=_materials(a),
        transfer_wish=label(read, "transfer_wish", a.transfer_wish),
        publish_name=a.name_open,
        recorder=s.registrar,
        proposal=Signed(a.proposed_opinion, s.registrar if a.proposed_opinion else "", None),
        decision=_signed(decision),
        destination=destination,
        lead_unit=s.lead_unit.short_name if s.lead_unit else "",
        assisting_units=_assisting(read, a.id),
        redirected_to=a.redirect_body,
        merged_into=merged.number or "" if merged else "",
        transfer_number=s.lead.number if s.lead else "",
        due_on=s.due_on,
        limit_kind=s.limit_kind,
        remark=a.remark,
        entered_late="补录" if a.is_backfilled else "",
    )


def _assisting(read: Read, appeal_id: int) -> str:
    statement = (
        select(Unit.short_name)
        .join(HandOver, HandOver.unit_id == Unit.id)
        .where(HandOver.appeal_id == appeal_id, HandOver.role != "lead", HandOver.state != "ended")
        .order_by(HandOver.id)
    )
    return "、".join(read.session.scalars(statement))


def _receipt(read: Read, s: _Sources) -> Receipt:
    a = s.appeal
    notice = read.session.scalar(
        select(ClockEntry.due_on).where(
            ClockEntry.track == TRACK,
            ClockEntry.case_id == a.id,
            ClockEntry.rule == "acceptance_notice",
        )
    )
    return Receipt(
        office=s.office,
        number=a.number or "",
        name=s.name,
        channel=label(read, "intake_channel", a.channel),
        submitted_on=a.received_on,
        material_count=len(a.materials),
        materials=_materials(a),
        answer_by=notice,
        handled_by=s.registrar,
        issued_on=a.received_on,
    )


def _need(condition: object, kind: str) -> None:
    if not condition:
        raise RefusedError("paper_not_yet", kind=kind)


def _acceptance(read: Read, s: _Sources) -> AcceptanceNotice:
    a = s.appeal
    _need(a.accepted_on, "acceptance_notice")
    return AcceptanceNotice(
        office=s.office,
        name=s.name,
        submitted_on=a.received_on,
        subject=a.subject,
        case_number=a.number or "",
        accepted_on=a.accepted_on,
        procedure=label(read, "procedure", a.procedure),
        handling_unit=s.lead_unit.full_name if s.lead_unit else "本中心",
        due_on=s.due_on,
        limit_kind=s.limit_kind,
        contact=s.office.contact,
        phone=s.office.phone,
        issuer=s.office.issuing_name,
        issued_on=a.accepted_on,
    )


def _supplement(read: Read, s: _Sources, *, hand_in_by: date | None = None) -> SupplementNotice:
    a = s.appeal
    _need(a.supplement_list, "supplement_notice")
    return SupplementNotice(
        office=s.office,
        name=s.name,
        submitted_on=a.received_on,
        subject=a.subject,
        missing=_split(a.supplement_list),
        hand_in_at=s.office.address,
        hand_in_by=hand_in_by,
        contact=s.office.contact,
        phone=s.office.phone,
        issuer=s.office.issuing_name,
        issued_on=read.today,
    )


def _non_acceptance(read: Read, s: _Sources) -> NonAcceptanceNotice:
    a = s.appeal
    decision = _decision(read, a.id, "not_accept")
    _need(a.state == "not_accepted" and decision, "non_acceptance_notice")
    payload = decision.payload if decision else {}
    return NonAcceptanceNotice(
        office=s.office,
        name=s.name,
        submitted_on=a.received_on,
        subject=a.subject,
        reason=payload.get("reason", ""),
        basis=payload.get("basis", ""),
        right_way=payload.get("path", ""),
        contact=s.office.contact,
        phone=s.office.phone,
        issuer=s.office.issuing_name,
        issued_on=a.ended_on,
    )


def _redirect(read: Read, s: _Sources) -> RedirectNotice:
    a = s.appeal
    decision = _decision(read, a.id, "redirect")
    _need(a.state == "redirected" and decision, "redirect_notice")
    payload = decision.payload if decision else {}
    passed = bool(a.redirect_last_day and a.ended_on and a.redirect_last_day < a.ended_on)
    body = read.session.scalar(
        select(Unit).where(
            (Unit.full_name == a.redirect_body) | (Unit.short_name == a.redirect_body)
        )
    )
    return RedirectNotice(
        office=s.office,
        name=s.name,
        submitted_on=a.received_on,
        subject=a.subject,
        reason=payload.get("reason", ""),
        basis=payload.get("basis", ""),
        remedy=label(read, "redirect_route", payload.get("route")),
        body=a.redirect_body,
        body_address=body.address if body else "",
        body_phone=body.phone if body else "",
        body_hours=body.office_hours if body else "",
        last_on=a.redirect_last_day,
        window_passed=passed,
        contact=s.office.contact,
        phone=s.office.phone,
        issuer=s.office.issuing_name,
        issued_on=a.ended_on,
    )


def _sheet_of(read: Read, s: _Sources, hand_over_id: int | None) -> HandOver | None:
    """Return the hand-over that a sheet is for: the one asked, else the lead; a unit's own."""
    own = read.actor.scope(Permission.APPEAL_READ) is Scope.UNIT
    if hand_over_id is None and not own:
        return s.lead
    wanted = [HandOver.id == hand_over_id] if hand_over_id is not None else []
    return read.session.scalar(
        select(HandOver)
        .where(
            HandOver.appeal_id == s.appeal.id,
            HandOver.state != "ended",
            hand_over_reach(read),
            *wanted,
        )
        .order_by(HandOver.id.desc())
        .limit(1)
    )


def _transfer(
    read: Read, s: _Sources, *, hand_over_id: int | None = None
) -> TransferSheet | TransferLetter:
    a = s.appeal
    row = _sheet_of(read, s, hand_over_id)
    _need(row is not None and row.appeal_id == a.id, "transfer_sheet")
    assert row is not None
    unit = read.session.get_one(Unit, row.unit_id)
    if unit.member_department == DISCIPLINE:
        return _sealed_letter(s, row, unit)
    decision = _decision(read, a.id, "assign", "reassign")
    timed = unit.counts_time
    # Who is asked one question is told of nothing else: no other unit, no paper, no opinion.
    whole = row.role != "partial"
    days = rule(read, "sign_in").length if timed else None
    return TransferSheet(
        office=s.office,
        number=row.number,
        case_number=a.number or "",
        issued_on=row.sent_on,
        urgency=label(read, "urgency", a.urgency),
        lead_unit=s.lead_unit.full_name if s.lead_unit and whole else unit.full_name,
        assisting_units=_assisting(read, a.id) if whole else "",
        accepted_on=a.accepted_on,
        category=label(read, "appeal_category", a.category),
        name=s.name,
        name_withheld=not a.name_open,
        unit_and_post=s.unit_and_post,
        person_kind=label(read, "person_category", a.person_category),
        management=label(read, "administration", a.administration),
        contact_wish=label(read, "contact_preference", a.contact_preference),
        summary=(row.question or a.requests or a.facts)[:300],
        whole=whole,
        request_items="" if whole else str(row.request_number or row.question),
        procedure=label(read, "procedure", a.procedure),
        demands=(),
        other_demand=row.requirement,
        sign_in_days=days,
        due_on=s.due_on if timed else None,
        limit_kind=s.limit_kind if timed else "",
        enclosures=_materials(a) if whole else (),
        proposal=Signed(a.proposed_opinion if whole else "", s.registrar, None),
        approval=_signed(decision),
        approved_by=decision.approver_name or "" if decision else "",
        handled_by=s.registrar,
        handled_phone=s.office.phone,
    )


def _sealed_letter(s: _Sources, row: HandOver, unit: Unit) -> TransferLetter:
    """Return the 函 of a sealed hand-over: no name, no summary, receipt only (OFFICE §7.2)."""
    return TransferLetter(
        office=s.office,
        number=row.number,
        addressee=unit.full_name,
        envelope_number=row.number,
        pieces=1,
        contact=s.office.contact,
        phone=s.office.phone,
        issuer=s.office.issuing_name,
        issued_on=row.sent_on,
    )


def _extension_approval(read: Read, s: _Sources) -> ExtensionApproval:
    a = s.appeal
    request = read.session.scalar(
        select(Extension).where(Extension.appeal_id == a.id).order_by(Extension.id.desc()).limit(1)
    )
    return ExtensionApproval(
        office=s.office,
        case_number=a.number or "",
        transfer_number=s.lead.number if s.lead else "",
        name=s.name,
        subject=a.subject,
        handling_unit=s.lead_unit.full_name if s.lead_unit else "",
        accepted_on=a.accepted_on,
        due_on=request.old_due_on if request else s.due_on,
        limit_kind=s.limit_kind,
        extend_to=request.new_due_on if request else None,
        extend_days=request.days if request else None,
        reason=request.reason if request else "",
        handler=Signed("", s.lead.handler_name if s.lead else "", None),
    )


def _extension_notice(read: Read, s: _Sources) -> ExtensionNotice:
    a = s.appeal
    request = read.session.scalar(
        select(Extension).where(Extension.appeal_id == a.id, Extension.state == "agreed")
    )
    _need(request, "extension_notice")
    assert request is not None
    return ExtensionNotice(
        office=s.office,
        name=s.name,
        subject=a.subject,
        accepted_on=a.accepted_on,
        due_on=request.old_due_on,
        extend_to=request.new_due_on,
        limit_kind=s.limit_kind,
        reason=request.reason,
        contact=s.office.contact,
        phone=s.office.phone,
        issuer=s.lead_unit.full_name if s.lead_unit else s.office.issuing_name,
        issued_on=read.today,
    )


def _reply_text(s: _Sources) -> str:
    return s.appeal.reply or (s.lead.draft_reply if s.lead else "")


def _outcome(read: Read, s: _Sources) -> str:
    value = s.appeal.outcome or (s.lead.draft_outcome if s.lead else None)
    return label(read, "appeal_outcome", value)


def _accepted_words(a: Appeal) -> str:
    """Return 受理情况 as the feedback sheet says it."""
    came = f"{long_date(a.received_on)}收到，" if a.received_on else ""
    taken = f"{long_date(a.accepted_on)}受理" if a.accepted_on else "已登记"
    return f"{came}{taken}，受理编号{a.number or a.source_number}。"


def _feedback(read: Read, s: _Sources) -> FeedbackSheet:
    a = s.appeal
    _need(_reply_text(s) and a.procedure != "petition", "feedback_sheet")
    return FeedbackSheet(
        office=s.office,
        name=s.name,
        case_number=a.number or "",
        accepted_on=a.accepted_on,
        subject=a.subject,
        acceptance=_accepted_words(a),
        handling_unit=s.lead_unit.full_name if s.lead_unit else "",
        outcome=_outcome(read, s),
        result=_reply_text(s),
        contact=s.office.contact,
        phone=s.office.phone,
        issuer=s.office.issuing_name,
        issued_on=a.issued_on,
    )


def _reply_opinion(read: Read, s: _Sources) -> ReplyOpinion:
    a = s.appeal
    _need(_reply_text(s) and a.procedure == "petition" and s.lead_unit, "reply_opinion")
    assert s.lead_unit is not None
    return ReplyOpinion(
        office=s.office,
        number=a.reply_number,
        issuer=s.lead_unit.full_name,
        procedure="petition",
        name=s.name,
        subject=a.subject,
        submitted_on=a.received_on,
        accepted_on=a.accepted_on,
        items=_split(a.requests),
        facts=_reply_text(s),
        opinion=_outcome(read, s),
        review_body=str(read.setting("review_body", "上一级机关")),
        contact=s.lead.handler_name if s.lead else "",
        phone=s.lead.handler_phone if s.lead else "",
        issued_on=a.issued_on,
    )


def _leaders_note(read: Read, appeal_id: int) -> LeaderNote | None:
    """Return the latest note that asks for a report, for whoever may read such notes."""
    if not read.actor.may(Permission.REGISTER_READ):
        return None
    return read.session.scalar(
        select(LeaderNote)
        .where(LeaderNote.appeal_id == appeal_id, LeaderNote.kind != CIRCLED)
        .order_by(LeaderNote.id.desc())
        .limit(1)
    )


def _enclosures(read: Read, appeal_id: int) -> tuple[str, ...]:
    """Return the names of the answers on file, which go with the report."""
    names = read.session.scalars(
        select(Attachment.name)
        .where(
            Attachment.track == TRACK,
            Attachment.case_id == appeal_id,
            Attachment.kind == "reply",
            Attachment.removed_reason == "",
        )
        .order_by(Attachment.id)
    )
    return tuple(names)


def _handling_report(read: Read, s: _Sources) -> HandlingReport:
    a = s.appeal
    _need(_reply_text(s), "handling_report")
    note = _leaders_note(read, a.id)
    return HandlingReport(
        office=s.office,
        addressee=a.incoming_unit or (note.leader_post if note else ""),
        name=s.name,
        assigned_by_document=a.incoming_number or (note.number if note else ""),
        assigned_demand=f"{note.leader}同志批示：{note.wording}" if note else "",
        person=s.unit_and_post,
        requests=a.requests or a.subject,
        course=s.lead.report if s.lead and inner_visible(read, s.lead.unit_id) else "",
        result=_reply_text(s),
        person_opinion=label(read, "satisfaction", a.satisfaction_result),
        enclosures=_enclosures(read, a.id),
        contact=s.office.contact,
        phone=s.office.phone,
        issuer=s.office.issuing_name,
        issued_on=a.reported_back_on or a.issued_on,
    )


def _closing(read: Read, s: _Sources) -> ClosingApproval:
    a = s.appeal
    decision = _decision(read, a.id, "close")
    return ClosingApproval(
        office=s.office,
        case_number=a.number or "",
        name=s.name,
        unit_and_post=s.unit_and_post,
        category=label(read, "appeal_category", a.category),
        subject=a.subject,
        accepted_on=a.accepted_on,
        due_on=s.due_on,
        limit_kind=s.limit_kind,
        handling_unit=s.lead_unit.short_name if s.lead_unit else "",
        answered_on=a.issued_on,
        delivered_on=a.delivered_on,
        answer_document=a.reply_number,
        outcome=_outcome(read, s),
        result=_reply_text(s),
        followed_up_on=a.followed_up_on,
        service_rating=label(read, "satisfaction", a.satisfaction_service),
        result_rating=label(read, "satisfaction", a.satisfaction_result),
        follow_up_text=a.follow_up_note,
        reported_on=a.reported_back_on,
        handler=Signed("", s.registrar, None),
        center_head=_signed(decision),
    )


def white_list(read: Read, appeal_id: int) -> tuple[str, ...]:
    """Return what a letter of this appeal may name: its own record and nothing else (§9.1)."""
    s = _sources(read, appeal_id)
    found = [s.name, s.appeal.unit_text, s.registrar, s.office.contact, s.office.phone]
    found += [s.office.center_name, s.office.issuing_name, s.office.address]
    # 中共×××组织部（×××受理中心）: the organ and the center, each by itself.
    found += s.office.issuing_name.replace("（", "）").split("）")
    if s.person:
        found += [s.person.post, s.person.unit_text]
    for unit in (s.unit, s.lead_unit):
        if unit:
            found += [unit.full_name, unit.short_name, unit.phone]
    if s.lead:
        found += [s.lead.handler_name, s.lead.handler_phone]
    for row in read.session.scalars(select(HandOver).where(HandOver.appeal_id == appeal_id)):
        other = read.session.get_one(Unit, row.unit_id)
        found += [other.full_name, other.short_name]
    found += [s.appeal.redirect_body, s.appeal.incoming_unit, s.appeal.phone]
    note = _leaders_note(read, appeal_id)
    if note is not None:
        found += [note.leader, note.leader_post, note.number]
    return tuple(dict.fromkeys(part for part in found if part))


def now_local(read: Read) -> datetime:
    """Return the present as Shanghai time, for papers that print the hour."""
    return civil_time(read.now)
