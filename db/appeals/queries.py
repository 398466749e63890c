"""Asks about appeals: the card, the inbox of hand-overs, what is due, decisions waiting."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select

from db.appeals.bounces import bounces, waits_for_manager
from db.appeals.changes import RETURNED, RUNNING
from db.appeals.extending import extension_untold
from db.appeals.filters import (
    ACCESS_STATES,
    hand_over_reach,
    inner_visible,
    questions,
    reach,
    sees_whole,
)
from db.appeals.ledger import ledger_rows, light
from db.appeals.proposing import routing_proposal
from db.appeals.reporting import report_missing
from db.appeals.routing import JOINED_IN, missing_opinions, unsettled_return
from db.appeals.rows import (
    AppealCard,
    AppealRow,
    ApprovalRow,
    ClockRow,
    DueRow,
    EventRow,
    ExtensionRow,
    HandOverRow,
    InboxRow,
    LinkRow,
    ReviewRow,
)
from db.appeals.tables import TRACK, Appeal, CaseLink, Extension, HandOver, Review
from db.appeals.workflow import ANSWERED, APPEAL, OPEN
from db.approvals.filters import reach as decision_reach
from db.books.heads import entries_about, heads_of
from db.codes.queries import rules
from db.core.errors import NotAllowedError
from db.core.moves import moves_from
from db.core.permissions import Permission, Scope
from db.core.tables import Approval, ClockEntry, Event
from db.core.tx import Read
from db.office.tables import Account, Unit
from db.people.tables import Person
from db.supervision.tables import Supervision


def card(read: Read, appeal_id: int, *, purpose: str = "handling") -> AppealCard:
    """Return everything of one appeal that the actor may see; the reading is noted.

    Args:
        read: Who asks.
        appeal_id: The appeal.
        purpose: Why it is opened; `appointment` (考察、任用、评优) is refused (SETTLED §9.4).

    Raises:
        NotAllowedError: `not_found`, `purpose_refused`.
    """
    if purpose == "appointment":
        raise NotAllowedError("purpose_refused")
    row = ledger_rows(read, [appeal_id]).get(appeal_id)
    if row is None:
        raise NotAllowedError("not_found")
    appeal = read.session.get_one(Appeal, appeal_id)
    read.note_read("open_card", TRACK, appeal_id)
    person = read.session.get(Person, appeal.person_id) if appeal.person_id else None
    unit = read.session.get(Unit, appeal.unit_id) if appeal.unit_id else None
    registrar = (
        read.session.get(Account, appeal.registered_by_id) if appeal.registered_by_id else None
    )
    handed = hand_overs(read, appeal_id)
    waiting = approvals_of(read, TRACK, appeal_id)
    refused = tuple(refusals(read, appeal)) if _leads(read, handed) else ()
    found = AppealCard(
        row=row,
        procedure=appeal.procedure,
        matter_type=appeal.matter_type,
        urgency=appeal.urgency,
        facts=appeal.facts,
        requests=appeal.requests,
        reply=appeal.reply,
        reply_number=appeal.reply_number,
        person_id=appeal.person_id,
        sex=person.sex if person else "",
        birth_month=person.birth_month if person else "",
        post=person.post if person else "",
        rank=person.rank if person else "",
        person_category=appeal.person_category,
        administration=appeal.administration,
        unit_full=unit.full_name if unit else appeal.unit_text,
        phone=appeal.phone,
        contact_preference=appeal.contact_preference,
        submitter=appeal.submitter,
        submitter_text=appeal.submitter_text,
        transfer_wish=appeal.transfer_wish,
        name_open=appeal.name_open,
        earlier_steps=appeal.earlier_steps,
        knew_on=appeal.knew_on,
        incoming_unit=appeal.incoming_unit,
        incoming_number=appeal.incoming_number,
        postmark_on=appeal.postmark_on,
        head_count=appeal.head_count,
        materials=tuple(
            (m["name"], m["copies"], m["pages"], m["is_original"]) for m in appeal.materials
        ),
        attention=appeal.attention,
        remark=appeal.remark,
        proposed_opinion=appeal.proposed_opinion,
        received_time=appeal.received_time,
        registered_by=registrar.name if registrar else "",
        registered_by_id=appeal.registered_by_id,
        recorded_at=appeal.recorded_at,
        delivered_on=appeal.delivered_on,
        delivery_method=appeal.delivery_method,
        delivery_signer=appeal.delivery_signer,
        reported_back_on=appeal.reported_back_on,
        end_reason=appeal.end_reason,
        redirect_body=appeal.redirect_body,
        redirect_last_day=appeal.redirect_last_day,
        merged_into_id=appeal.merged_into_id,
        duplicate_of_id=appeal.duplicate_of_id,
        satisfaction_service=appeal.satisfaction_service,
        satisfaction_result=appeal.satisfaction_result,
        follow_up_note=appeal.follow_up_note,
        supplement_list=appeal.supplement_list,
        source=appeal.source,
        source_label=appeal.source_label,
        clocks=clocks_of(read, TRACK, appeal_id),
        events=events_of(read, TRACK, appeal_id),
        hand_overs=handed,
        approvals=waiting,
        extensions=_extensions(read, appeal_id) if _leads(read, handed) else (),
        reviews=_reviews(read, appeal_id),
        links=_links(read, appeal_id),
        moves=open_deeds(read, appeal, handed, waiting),
        lacks=(*lacking(read, appeal, handed, waiting), *_unsettled(refused)),
        refused=refused,
        bounces=_bounces(read, appeal_id),
        proposal=routing_proposal(read, appeal_id) if _routes(read, appeal) else None,
    )
    asked = questions(read, [appeal_id]).get(appeal_id)
    return found if asked is None else _in_part(read, found, asked)


def _unsettled(refused: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(code for name, code in refused if name == "reassign")


def _bounces(read: Read, appeal_id: int) -> int:
    # Which units gave a case back is not a department's to know.
    if read.actor.scope(Permission.APPEAL_READ) is Scope.UNIT:
        return 0
    return bounces(read, [appeal_id]).get(appeal_id, 0)


def _routes(read: Read, appeal: Appeal) -> bool:
    return read.actor.may(Permission.APPEAL_ROUTE) and appeal.state in (
        "registered",
        "screening",
        "accepted",
        "assigned",
    )


def refusals(read: Read, appeal: Appeal) -> Iterator[tuple[str, str]]:
    """Yield the deeds that the store refuses now for want of others', with their codes."""
    if missing_opinions(read, appeal):
        for name in ("draft_reply", "deliver_reply"):
            yield name, "missing_opinions_complete"
    unsettled = unsettled_return(read, appeal)
    if unsettled:
        yield "reassign", unsettled


def _in_part(read: Read, found: AppealCard, asked: str) -> AppealCard:
    """Return a card as a unit sees it that was asked one question only."""
    own = {h.id for h in found.hand_overs}
    mine = _own_clock_ids(read, found.row.id, own)
    return replace(
        found,
        facts="",
        requests=asked,
        reply="",
        reply_number="",
        phone="",
        submitter_text="",
        earlier_steps="",
        knew_on=None,
        incoming_unit="",
        incoming_number="",
        materials=(),
        attention="",
        remark="",
        proposed_opinion="",
        delivery_signer="",
        end_reason="",
        redirect_body="",
        redirect_last_day=None,
        merged_into_id=None,
        duplicate_of_id=None,
        satisfaction_service=None,
        satisfaction_result=None,
        follow_up_note="",
        supplement_list="",
        source_label="",
        clocks=tuple(c for c in found.clocks if c.id in mine),
        approvals=(),
        extensions=(),
        reviews=(),
        links=(),
        lacks=(),
        bounces=0,
        proposal=None,
    )


def _leads(read: Read, handed: Sequence[HandOverRow]) -> bool:
    """Return whether the actor is of the center or of the leading unit."""
    if read.actor.scope(Permission.APPEAL_READ) is not Scope.UNIT:
        return True
    return any(
        h.role == "lead" and h.unit_id == read.actor.unit_id and h.state in ACCESS_STATES
        for h in handed
    )


def _own_clock_ids(read: Read, appeal_id: int, own: set[int]) -> set[int]:
    return set(
        read.session.scalars(
            select(ClockEntry.id).where(
                ClockEntry.track == TRACK,
                ClockEntry.case_id == appeal_id,
                ClockEntry.row_id.in_(own),
                ClockEntry.unit_id == read.actor.unit_id,
            )
        )
    )


def clocks_of(read: Read, track: str, case_id: int) -> tuple[ClockRow, ...]:
    """Return the clocks of a case in the order they began."""
    known = rules(read)
    found = []
    statement = (
        select(ClockEntry, Unit.short_name)
        .outerjoin(Unit, Unit.id == ClockEntry.unit_id)
        .where(ClockEntry.track == track, ClockEntry.case_id == case_id)
        .order_by(ClockEntry.started_on, ClockEntry.id)
    )
    for entry, holder in read.session.execute(statement):
        rule = known[entry.rule, entry.profile]
        found.append(
            ClockRow(
                id=entry.id,
                rule=entry.rule,
                profile=entry.profile,
                started_on=entry.started_on,
                due_on=entry.due_on,
                internal_target_on=entry.internal_target_on,
                provisional=entry.provisional,
                is_statutory=entry.is_statutory,
                is_right=entry.is_right,
                stopped_on=entry.stopped_on,
                cancelled=entry.cancelled,
                extension_days=entry.extension_days,
                length=rule.length,
                unit=rule.unit.value,
                basis_zh=rule.basis_zh,
                basis_en=rule.basis_en,
                clock_zh=rule.clock_zh,
                clock_en=rule.clock_en,
                holder=holder or "",
                light=None
                if entry.stopped_on is not None
                else light(read, entry.due_on, entry.rule, entry.profile),
            )
        )
    return tuple(found)


def events_of(
    read: Read, track: str, case_id: int, *, before_id: int | None = None, limit: int = 200
) -> tuple[EventRow, ...]:
    """Return the timeline, newest first, by keyset; inner lines only inside their unit.

    A department reads the course of an appeal, its own part of it, and of the others' parts only
    that they took place; what was proposed and decided at the center is not its to read.
    """
    narrow = track == TRACK and read.actor.scope(Permission.APPEAL_READ) is Scope.UNIT
    in_part = narrow and not sees_whole(read, case_id)
    own = read.actor.unit_id
    statement = (
        select(Event, Unit.short_name)
        .outerjoin(Unit, Unit.id == Event.unit_id)
        .where(Event.track == track, Event.case_id == case_id)
        .order_by(Event.id.desc())
        .limit(limit)
    )
    if before_id is not None:
        statement = statement.where(Event.id < before_id)
    return tuple(
        EventRow(
            id=event.id,
            act=event.act,
            source=event.source,
            target=event.target,
            happened_on=event.happened_on,
            recorded_at=event.recorded_at,
            actor_name=event.actor_name,
            unit=unit or "",
            note=event.note if not narrow or event.unit_id in (None, own) else "",
            backdated_reason=event.backdated_reason or "",
            inner=event.inner,
            behalf_of=event.behalf_of or "",
            behalf_post=event.behalf_post or "",
            behalf_number=event.behalf_number or "",
            behalf_on=event.behalf_on,
            needs_confirmation=event.needs_confirmation,
            confirmed_by=event.confirmed_by_name or "",
            actor_id=event.actor_id,
        )
        for event, unit in read.session.execute(statement)
        if (not event.inner or inner_visible(read, event.unit_id))
        and (not narrow or event.unit_id == own or _for_units(event, in_part=in_part))
    )


def _for_units(event: Event, *, in_part: bool) -> bool:
    decided = event.act.startswith(("propose_", "agreed_", "refused_", "returned_"))
    return not in_part and not decided


def hand_overs(read: Read, appeal_id: int) -> tuple[HandOverRow, ...]:
    """Return the hand-overs of an appeal that the actor may know of, oldest first.

    The leading unit sees those of its co-handlers before its own, for it joins their opinions.
    """
    known = hand_over_reach(read)
    leading = read.session.scalar(
        select(HandOver.id).where(
            HandOver.appeal_id == appeal_id,
            HandOver.unit_id == read.actor.unit_id,
            HandOver.role == "lead",
            HandOver.state.in_(ACCESS_STATES),
        )
    )
    if leading is not None:
        known = or_(known, and_(HandOver.role != "lead", HandOver.state != "ended"))
    else:
        known = or_(known, HandOver.id.in_(_opened_by_conclusion(read, appeal_id)))
    statement = (
        select(HandOver, Unit, Appeal.state)
        .join(Unit, Unit.id == HandOver.unit_id)
        .join(Appeal, Appeal.id == HandOver.appeal_id)
        .where(HandOver.appeal_id == appeal_id, known, reach(read))
        .order_by(HandOver.unit_id == read.actor.unit_id, HandOver.id)
    )
    rows = [_hand_over(read, h, u, state) for h, u, state in read.session.execute(statement)]
    urged = _urged(read, [row.id for row in rows])
    return tuple(replace(row, urged=urged.get(row.id, 0)) for row in rows)


def _urged(read: Read, ids: Sequence[int]) -> dict[int, int]:
    """Return how often each hand-over was urged; a unit learns it of its own only."""
    if not read.actor.may(Permission.SUPERVISION_READ):
        return {}
    statement = (
        select(Supervision.hand_over_id, func.count())
        .where(Supervision.hand_over_id.in_(ids), Supervision.sent_on.is_not(None))
        .group_by(Supervision.hand_over_id)
    )
    if read.actor.scope(Permission.SUPERVISION_READ) is Scope.UNIT:
        statement = statement.where(Supervision.unit_id == read.actor.unit_id)
    return {row[0]: row[1] for row in read.session.execute(statement) if row[0] is not None}


def _opened_by_conclusion(read: Read, appeal_id: int) -> list[int]:
    """Return the hand-overs whose opinions an assisting unit may read: after the answer only.

    Those the joint conclusion rests on; 纪委监委's stay with the lead unit and the center, and a
    unit that was asked one question never learns more than that question.
    """
    own = read.session.scalar(
        select(HandOver.id).where(
            HandOver.appeal_id == appeal_id,
            HandOver.unit_id == read.actor.unit_id,
            HandOver.role == "co",
            HandOver.state.in_(ACCESS_STATES),
        )
    )
    state = read.session.scalar(select(Appeal.state).where(Appeal.id == appeal_id))
    if own is None or state not in ANSWERED:
        return []
    lead = read.session.scalar(
        select(HandOver)
        .where(
            HandOver.appeal_id == appeal_id, HandOver.role == "lead", HandOver.state == "answered"
        )
        .order_by(HandOver.id.desc())
        .limit(1)
    )
    cited = (lead.rests_on or []) if lead is not None else []
    return list(
        read.session.scalars(
            select(HandOver.id)
            .join(Unit, Unit.id == HandOver.unit_id)
            .where(HandOver.id.in_(cited), HandOver.role == "co", Unit.counts_time)
        )
    )


def _hand_over(read: Read, row: HandOver, unit: Unit, appeal_state: str) -> HandOverRow:
    inner = inner_visible(read, row.unit_id)
    signed_off = row.state == "answered"
    drafted = (
        inner
        or (_desk(read) and (appeal_state in ("reply_approved", *ANSWERED) or _typed(read, row)))
        or (signed_off and row.role == "lead")
    )
    return HandOverRow(
        id=row.id,
        version=row.version,
        appeal_id=row.appeal_id,
        number=row.number,
        unit_id=row.unit_id,
        unit=unit.short_name,
        counts_time=unit.counts_time,
        role=row.role,
        mode=row.mode,
        state=row.state,
        requirement=row.requirement,
        question=row.question,
        sent_on=row.sent_on,
        due_on=row.due_on,
        signed_on=row.signed_on,
        section=row.section,
        handler_name=row.handler_name,
        handler_phone=row.handler_phone,
        objected_on=row.objected_on,
        objection_reason=row.objection_reason,
        suggested_unit=row.suggested_unit,
        report=row.report if inner else "",
        draft_reply=row.draft_reply if drafted else "",
        draft_outcome=row.draft_outcome if drafted else None,
        opinion=row.opinion if inner or _desk(read) or signed_off else "",
        opinion_on=row.opinion_on,
        waived_reason=row.waived_reason,
        request_number=row.request_number,
        opinion_result=row.opinion_result or "",
        rests_on=tuple(row.rests_on or ()),
        dispute_organ=row.dispute_organ,
        dispute_on=row.dispute_on,
        dispute_decided_on=row.dispute_decided_on,
        dispute_number=row.dispute_number,
        dispute_decision=row.dispute_decision,
    )


def _desk(read: Read) -> bool:
    return read.actor.may(Permission.RECORD_ON_BEHALF)


def _typed(read: Read, row: HandOver) -> bool:
    """Return whether a draft was typed at the desk from the department's paper."""
    typist = read.session.get(Account, row.drafted_by_id) if row.drafted_by_id else None
    return typist is not None and typist.unit_id is None


def approvals_of(read: Read, track: str, case_id: int) -> tuple[ApprovalRow, ...]:
    """Return the decisions asked on a case, oldest first; a department reads its own of them."""
    statement = (
        select(Approval)
        .where(Approval.track == track, Approval.case_id == case_id)
        .order_by(Approval.id)
    )
    if track == TRACK and read.actor.scope(Permission.APPEAL_READ) is Scope.UNIT:
        statement = statement.where(Approval.unit_id == read.actor.unit_id)
    return tuple(approval_row(a) for a in read.session.scalars(statement))


def approval_row(row: Approval, *, number: str = "", title: str = "") -> ApprovalRow:
    """Return a decision as it crosses the wall."""
    return ApprovalRow(
        id=row.id,
        version=row.version,
        track=row.track,
        case_id=row.case_id,
        act=row.act,
        summary=row.summary,
        state=row.state,
        needed_permission=row.needed_permission,
        unit_id=row.unit_id,
        proposer_id=row.proposer_id,
        proposer_name=row.proposer_name,
        proposed_on=row.proposed_on,
        approver_name=row.approver_name or "",
        approver_post=row.approver_post or "",
        approver_number=row.approver_number or "",
        paper_on=row.paper_on,
        decided_on=row.decided_on,
        opinion=row.opinion or "",
        entered_by_id=row.entered_by_id,
        number=number,
        title=title,
    )


def _extensions(read: Read, appeal_id: int) -> tuple[ExtensionRow, ...]:
    rows = read.session.scalars(
        select(Extension).where(Extension.appeal_id == appeal_id).order_by(Extension.id)
    )
    return tuple(
        ExtensionRow(
            r.id, r.state, r.requested_on, r.days, r.reason, r.old_due_on, r.new_due_on, r.told_on
        )
        for r in rows
    )


def _reviews(read: Read, appeal_id: int) -> tuple[ReviewRow, ...]:
    rows = read.session.scalars(
        select(Review).where(Review.appeal_id == appeal_id).order_by(Review.id)
    )
    return tuple(
        ReviewRow(
            r.id,
            r.level,
            r.state,
            r.requested_on,
            r.organ,
            r.opinion_number,
            r.opinion_on,
            r.conclusion,
        )
        for r in rows
    )


def _links(read: Read, appeal_id: int) -> tuple[LinkRow, ...]:
    statement = select(CaseLink).where(
        or_(
            and_(CaseLink.from_track == TRACK, CaseLink.from_id == appeal_id),
            and_(CaseLink.to_track == TRACK, CaseLink.to_id == appeal_id),
        ),
        CaseLink.ended_on.is_(None),
    )
    others = [
        (link.kind, link.to_track, link.to_id)
        if (link.from_track, link.from_id) == (TRACK, appeal_id)
        else (link.kind, link.from_track, link.from_id)
        for link in read.session.scalars(statement)
    ]
    seen = ledger_rows(read, [case_id for _, track, case_id in others if track == TRACK])
    return tuple(
        LinkRow(
            track,
            case_id,
            seen[case_id].number or seen[case_id].source_number,
            f"{seen[case_id].person_name} {seen[case_id].subject}".strip(),
            kind,
            seen[case_id].pill,
        )
        for kind, track, case_id in others
        if track == TRACK and case_id in seen
    ) + tuple(
        LinkRow(book, entry_id, number, title, "", state)
        for book, entry_id, number, title, state in entries_about(read, appeal_id)
    )


PROPOSED = {
    "not_accept": "not_accept",
    "redirect": "redirect",
    "merge": "merge",
    "assign": "assign",
    "reassign": "reassign",
    "move_out": "move_out",
    "close": "close",
}
"""Moves that are proposed to the manager: the button asks, the decision moves."""

NOT_BUTTONS = frozenset(
    {"approve_reply", "return_draft", "import_open", "import_answered", "record_recheck_opinion"}
)


OF_THE_LEAD = frozenset({"sign_in", "draft_reply", "deliver_reply", "record_delivery"})
"""Moves of the leading unit only; others have their own deeds on their hand-over."""

ASIDE = ("urge", "supervise", "invite_answer", "call_meeting")
"""Deeds that begin an entry of another book about the appeal."""
LAST = (*ASIDE, "annotate", "amend", "redirect", "merge", "withdraw", "move_out")
"""Deeds that stand behind those that carry the appeal on."""


def open_deeds(
    read: Read,
    appeal: Appeal,
    handed: Sequence[HandOverRow],
    waiting: Sequence[ApprovalRow],
) -> tuple[str, ...]:
    """Return the deeds that the window offers: from the same `moves_from` as the store's refusal.

    A deed of somebody who does not log in is offered as `behalf:<name>` to who may record it.
    """
    actor = read.actor
    pending = {a.act for a in waiting if a.state in ("pending", "recorded")}
    own = {h.unit_id for h in handed} & {actor.unit_id} if actor.unit_id else set()
    found = [
        move.name
        for move in moves_from(APPEAL, appeal.state, actor.grants.keys())
        if move.name not in NOT_BUTTONS and PROPOSED.get(move.name) not in pending
    ]
    if appeal.pill == "returned":
        found = [name for name in found if name != "assign"]
    else:
        found = [name for name in found if name != "reassign"]
    if not appeal.on_the_spot or appeal.registered_by_id in actor.people:
        found = [name for name in found if name != "confirm_on_the_spot"]
    if appeal.state == "replied" and appeal.delivered_on is None:
        found = [name for name in found if name != "plan_follow_up"]
        if actor.may(Permission.APPEAL_DELIVER):
            found.insert(0, "record_delivery")
    if not _leads(read, handed):
        found = [name for name in found if name not in OF_THE_LEAD]
    found.extend(_unit_deeds(read, appeal, handed, own))
    if actor.may(Permission.APPEAL_DELIVER) and _leads(read, handed):
        found += ["tell_extension"] if extension_untold(read, appeal.id) else []
    found.extend(_joint_deeds(read, appeal, handed, pending))
    if appeal.state in ("replied", "follow_up", "closed"):
        if actor.may(Permission.APPEAL_REVIEW) and appeal.procedure == "petition":
            found.append(_review_deed(appeal))
        if actor.may(Permission.APPEAL_FOLLOW_UP) and appeal.reported_back_on is None:
            found.append("report_back")
    if appeal.state == "redirected" and actor.may(Permission.APPEAL_FOLLOW_UP):
        # Redirecting is not the end: the desk explains, and hears what came of it (OFFICE §1-11).
        found += ["explain_policy", "record_other_result"]
    found.extend(_aside_deeds(read, appeal, handed))
    if actor.may(Permission.DRAFT_WRITE) and appeal.state not in ("moved_out",):
        found.append("annotate")
    if actor.may(Permission.APPEAL_REGISTER) and appeal.state in (*OPEN,):
        found.append("amend")
    ordered = [name for name in found if name and name not in LAST]
    ordered += [name for name in LAST if name in found]
    return tuple(dict.fromkeys(ordered))


def _joint_deeds(
    read: Read, appeal: Appeal, handed: Sequence[HandOverRow], pending: Collection[str]
) -> Iterator[str]:
    """Yield what clerk and manager do with units that join, object or cannot agree."""
    states = {(h.role == "lead", h.state) for h in handed}
    objected = {(True, "objected"), (False, "objected")} & states
    returned = objected if appeal.state in JOINED_IN else set()
    if read.actor.may(Permission.APPEAL_APPROVE):
        if waits_for_manager(read, appeal):
            yield "direct"
        if returned:
            yield from ("insist", "raise_dispute")
        if any((False, state) in states for state in RUNNING):
            yield "waive_opinion"
    if read.actor.may(Permission.APPEAL_ROUTE) and appeal.state in JOINED_IN:
        if "join_unit" not in pending:
            if (False, "objected") in states:
                yield "replace_unit"
            if appeal.pill != "returned":
                yield "join_unit"
        disputed = {(True, "disputed"), (False, "disputed")} & states
        if disputed and "settle_dispute" not in pending:
            yield "settle_dispute"


def _aside_deeds(read: Read, appeal: Appeal, handed: Sequence[HandOverRow]) -> Iterator[str]:
    """Yield 催办 and 督办 for timed units, 商请反馈 for the others, and 提请会商."""
    actor = read.actor
    if actor.may(Permission.SUPERVISION_WRITE) and appeal.state in OPEN:
        asked = [h for h in handed if h.state in (*RUNNING, "answered")]
        if any(h.counts_time for h in asked):
            yield from ("urge", "supervise")
        if any(not h.counts_time for h in asked):
            yield "invite_answer"
    if actor.may(Permission.MEETING_WRITE) and appeal.state in OPEN:
        yield "call_meeting"


def _review_deed(appeal: Appeal) -> str:
    if appeal.pill in ("under_review", "under_recheck"):
        return "record_review_opinion"
    return "record_review_request"


def _unit_deeds(
    read: Read, appeal: Appeal, handed: Sequence[HandOverRow], own: set[int]
) -> Iterable[str]:
    # What a unit does: its officer by log-in, or the desk from a paper.
    prefix = "" if own else "behalf:" if read.actor.may(Permission.RECORD_ON_BEHALF) else None
    if prefix is None:
        return []
    officer = read.actor.may(Permission.APPEAL_HANDLE) or prefix
    leader_or_officer = read.actor.may(Permission.APPEAL_SIGN_IN) or prefix
    found: list[str] = []
    mine = [h for h in handed if not own or h.unit_id in own]
    for row in mine:
        if row.state == "sent" and leader_or_officer:
            found += ["sign_in", "object"]
        if row.role != "lead" and row.state in ("sent", "signed") and officer:
            found.append("give_opinion")
        if row.role == "lead" and row.state == "signed" and officer:
            if appeal.state == "in_progress":
                found.append("draft_reply")
            if appeal.state in ("in_progress", "reply_draft"):
                found.append("request_extension")
    cleaned = [name for name in ("sign_in", "draft_reply") if name in found]
    found = cleaned + [name for name in found if name not in cleaned]
    return [prefix + name for name in dict.fromkeys(found)]


def lacking(
    read: Read, appeal: Appeal, handed: Sequence[HandOverRow], waiting: Sequence[ApprovalRow]
) -> tuple[str, ...]:
    """Return what the next important deed still lacks, as codes."""
    pending = [a for a in waiting if a.state in ("pending", "recorded")]
    found = [f"waits_for_{a.act}" for a in pending]
    if appeal.state in ("in_progress", "reply_draft"):
        found += ["waits_for_opinion" for h in handed if h.role != "lead" and h.state in RUNNING]
    if appeal.state == "registered" and not appeal.proposed_opinion:
        found.append("missing_proposed_opinion")
    if appeal.state == "replied" and appeal.delivered_on is None:
        found.append("missing_delivered_on")
    if _leads(read, handed) and extension_untold(read, appeal.id):
        found.append("extension_not_told")
    # That a leader wrote a note is the center's own to know.
    if appeal.state == "follow_up" and read.actor.may(Permission.APPEAL_FOLLOW_UP):
        found += ["missing_reported_back"] if report_missing(read, appeal) else []
    return tuple(dict.fromkeys(found))


def inbox(read: Read, *, box: str) -> tuple[InboxRow, ...]:
    """Return hand-overs of 转办签收.

    Args:
        read: Who asks.
        box: `sent` what the desk handed over and runs, `to_sign` waiting for sign-in, `running`
            signed by the unit, `co` co-handled, `returned` objected to.
    """
    states = {
        "sent": RUNNING,
        "to_sign": ("sent",),
        "running": ("signed",),
        "co": ("sent", "signed"),
        "returned": RETURNED,
    }[box]
    statement = (
        select(HandOver, Unit, Appeal)
        .join(Unit, Unit.id == HandOver.unit_id)
        .join(Appeal, Appeal.id == HandOver.appeal_id)
        .where(HandOver.state.in_(states), hand_over_reach(read))
        .order_by(HandOver.sent_on, HandOver.id)
        .limit(2000)
    )
    if box == "co":
        statement = statement.where(HandOver.role != "lead")
    elif box in ("to_sign", "running"):
        statement = statement.where(or_(HandOver.role == "lead", HandOver.state == "sent"))
    if read.actor.scope(Permission.APPEAL_READ) is Scope.UNIT:
        statement = statement.where(HandOver.unit_id == read.actor.unit_id)
    found = list(read.session.execute(statement))
    due = _sign_due(read, [h.id for h, _, _ in found])
    return tuple(
        InboxRow(
            hand_over=_hand_over(read, row, unit, appeal.state),
            number=appeal.number or "",
            person_name=appeal.person_name,
            unit_text=appeal.unit_text,
            category=appeal.category,
            subject=row.question or appeal.subject,
            pill=appeal.pill,
            sign_due_on=due.get(row.id),
        )
        for row, unit, appeal in found
    )


def _sign_due(read: Read, ids: Sequence[int]) -> dict[int, date]:
    if not ids:
        return {}
    statement = select(ClockEntry.row_id, ClockEntry.due_on).where(
        ClockEntry.track == TRACK,
        ClockEntry.row_id.in_(list(ids)[:30000]),
        ClockEntry.rule.in_(("sign_in", "co_opinion")),
        ClockEntry.stopped_on.is_(None),
    )
    return {row_id: due for row_id, due in read.session.execute(statement) if row_id is not None}


def due_list(read: Read, *, within_days: int = 7, limit: int = 300) -> tuple[DueRow, ...]:
    """Return the running clocks of visible appeals that are overdue or due soon, soonest first.

    What is in the hands of an untimed unit has no clock and is not here (SETTLED §9.8).
    """
    statement = (
        select(ClockEntry, Appeal, Unit.short_name)
        .join(Appeal, Appeal.id == ClockEntry.case_id)
        .outerjoin(Unit, Unit.id == ClockEntry.unit_id)
        .where(
            ClockEntry.track == TRACK,
            ClockEntry.stopped_on.is_(None),
            ClockEntry.is_right.is_(False),
            ClockEntry.due_on <= read.today + timedelta(days=within_days),
            reach(read),
            *_own_clocks(read),
        )
        .order_by(ClockEntry.due_on, ClockEntry.id)
        .limit(limit)
    )
    return tuple(
        DueRow(
            clock_id=entry.id,
            track=TRACK,
            case_id=appeal.id,
            number=appeal.number or "",
            person_name=appeal.person_name,
            unit_text=appeal.unit_text,
            rule=entry.rule,
            profile=entry.profile,
            due_on=entry.due_on,
            provisional=entry.provisional,
            is_statutory=entry.is_statutory,
            holder=holder or "",
            handler_name=appeal.handler_name,
            light=light(read, entry.due_on, entry.rule, entry.profile),
        )
        for entry, appeal, holder in read.session.execute(statement)
    )


def _own_clocks(read: Read) -> list[ColumnElement[bool]]:
    if read.actor.scope(Permission.APPEAL_READ) is not Scope.UNIT:
        return []
    return [ClockEntry.unit_id == read.actor.unit_id]


def waiting_approvals(read: Read) -> tuple[ApprovalRow, ...]:
    """Return the decisions that the actor may take: never his own proposals."""
    may = [p.value for p in read.actor.grants]
    statement = (
        select(Approval, Appeal.number, Appeal.person_name, Appeal.subject)
        .outerjoin(Appeal, and_(Approval.track == TRACK, Appeal.id == Approval.case_id))
        .where(
            Approval.state == "pending",
            Approval.needed_permission.in_(may),
            Approval.proposer_id.not_in(read.actor.people),
            or_(Approval.unit_id.is_(None), Approval.unit_id == read.actor.unit_id),
            decision_reach(read, Approval),
        )
        .order_by(Approval.id)
    )
    return _named(read, read.session.execute(statement).all())


def _named(read: Read, found: Sequence[Any]) -> tuple[ApprovalRow, ...]:
    """Return decisions with number and title of their case, which may be an entry of a book."""
    heads = heads_of(read, [(a.track, a.case_id) for a, *_ in found])
    rows = []
    for a, number, name, subject in found:
        own = (number or "", " ".join(part for part in (name, subject) if part))
        shown_number, title = heads.get((a.track, a.case_id), own)
        rows.append(approval_row(a, number=shown_number, title=title))
    return tuple(rows)


def to_confirm(read: Read) -> tuple[tuple[ApprovalRow, ...], tuple[EventRow, ...]]:
    """Return the paper decisions and recorded moves that wait for the actor as second person."""
    if not read.actor.may(Permission.CONFIRM_RECORDED):
        return (), ()
    recorded = select(Approval, Appeal.number, Appeal.person_name, Appeal.subject).outerjoin(
        Appeal, and_(Approval.track == TRACK, Appeal.id == Approval.case_id)
    )
    recorded = recorded.where(
        Approval.state == "recorded",
        Approval.entered_by_id.not_in(read.actor.people),
        Approval.proposer_id.not_in(read.actor.people),
        decision_reach(read, Approval),
    ).order_by(Approval.id)
    events = (
        select(Event, Unit.short_name)
        .outerjoin(Unit, Unit.id == Event.unit_id)
        .where(
            Event.needs_confirmation,
            Event.actor_id.not_in(read.actor.people),
            or_(Event.track != "care_talk", literal(read.actor.may(Permission.TALK_CLOSE))),
            decision_reach(read, Event),
        )
        .order_by(Event.id)
        .limit(200)
    )
    return (
        _named(read, read.session.execute(recorded).all()),
        tuple(_event(e, u) for e, u in read.session.execute(events)),
    )


def _event(event: Event, unit: str | None) -> EventRow:
    return EventRow(
        id=event.id,
        act=event.act,
        source=event.source,
        target=event.target,
        happened_on=event.happened_on,
        recorded_at=event.recorded_at,
        actor_name=event.actor_name,
        unit=unit or "",
        note=event.note,
        backdated_reason=event.backdated_reason or "",
        inner=event.inner,
        behalf_of=event.behalf_of or "",
        behalf_post=event.behalf_post or "",
        behalf_number=event.behalf_number or "",
        behalf_on=event.behalf_on,
        needs_confirmation=event.needs_confirmation,
        confirmed_by=event.confirmed_by_name or "",
        actor_id=event.actor_id,
    )


def on_the_spot_waiting(read: Read) -> tuple[AppealRow, ...]:
    """Return answers given on the spot that the manager has not confirmed, oldest first."""
    ids = list(
        read.session.scalars(
            select(Appeal.id)
            .where(
                Appeal.on_the_spot,
                Appeal.state == "replied",
                Appeal.registered_by_id.not_in(read.actor.people),
                reach(read),
            )
            .order_by(Appeal.id)
            .limit(500)
        )
    )
    rows = ledger_rows(read, ids)
    return tuple(rows[i] for i in ids if i in rows)


def counts(read: Read) -> dict[str, int]:
    """Return the numbers beside the rail: open, overdue, due_today, to_sign, returned, waiting."""
    today = read.today
    visible = reach(read)
    by_state = read.session.execute(
        select(
            Appeal.state,
            func.count(),
            func.coalesce(func.sum(case((Appeal.next_due_on < today, 1), else_=0)), 0),
            func.coalesce(func.sum(case((Appeal.next_due_on == today, 1), else_=0)), 0),
        )
        .where(Appeal.state.in_(OPEN), visible)
        .group_by(Appeal.state)
    ).all()
    returned = read.session.scalar(
        select(func.count()).select_from(Appeal).where(Appeal.pill == "returned", visible)
    )
    inbox_count = read.session.scalar(
        select(func.count())
        .select_from(HandOver)
        .where(HandOver.state.in_(("sent", *RETURNED)), hand_over_reach(read))
    )
    return {
        "open": sum(row[1] for row in by_state),
        "overdue": sum(row[2] for row in by_state),
        "due_today": sum(row[3] for row in by_state),
        "returned": int(returned or 0),
        "follow_up": sum(row[1] for row in by_state if row[0] == "follow_up"),
        "inbox": int(inbox_count or 0),
        "waiting": len(waiting_approvals(read)),
    }
