"""Asks about clarifications: the list, the card, what waits, and what an applicant may hear."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select, true

from db.appeals.filters import reach as appeal_reach
from db.appeals.ledger import light
from db.appeals.queries import approvals_of, clocks_of, events_of, waiting_approvals
from db.appeals.rows import ApprovalRow, LinkRow
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.clarification.filters import reach
from db.clarification.rows import (
    ClarificationCard,
    ClarificationFilter,
    ClarificationRow,
    ClarificationWork,
    FileRow,
    FindingRow,
    PaperRow,
)
from db.clarification.tables import TRACK, Clarification, Finding
from db.clarification.telling import ApplicantAnswer, applicant_answer
from db.clarification.workflow import CLARIFICATION, CLEARABLE, CLEARING_BODIES, SILENT
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Read
from db.documents.tables import Attachment, Document
from db.office.tables import Account, Unit
from db.people.tables import Person

OPEN = tuple(sorted(CLARIFICATION.states() - CLARIFICATION.terminal))
DECIDED = frozenset({"approve", "record_approval", "refuse", "return_for_supplement"})
"""Moves that a decision makes; their buttons stand on the decision."""
AFTER_ASKING = ("seeking_opinion", "returned_for_supplement")

_earliest_due = (
    select(func.min(ClockEntry.due_on))
    .where(
        ClockEntry.track == TRACK,
        ClockEntry.case_id == Clarification.id,
        ClockEntry.stopped_on.is_(None),
        ClockEntry.is_right.is_(False),
    )
    .correlate(Clarification)
    .scalar_subquery()
)
SORTS: dict[str, Any] = {
    "applied": Clarification.applied_on,
    "number": Clarification.number,
    "person": Clarification.person_name,
    "state": Clarification.state,
    "organ": Clarification.organ_unit_id,
    "due": _earliest_due,
}


def clarification_ids(
    read: Read, wanted: ClarificationFilter, *, sort: str = "applied", descending: bool = True
) -> "array[int]":
    """Return the ids of a whole result in order.

    Raises:
        RefusedError: `unknown_sort`.
    """
    if sort not in SORTS:
        raise RefusedError("unknown_sort", sort=sort)
    column = SORTS[sort]
    order = [
        column.is_(None),
        column.desc() if descending else column.asc(),
        Clarification.id.desc() if descending else Clarification.id.asc(),
    ]
    statement = (
        select(Clarification.id)
        .outerjoin(Person, Person.id == Clarification.person_id)
        .where(*_conditions(read, wanted))
        .order_by(*order)
    )
    return array("q", read.session.scalars(statement))


def _conditions(read: Read, wanted: ClarificationFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [reach(read)]
    text = wanted.text.strip()
    if text:
        found.append(
            or_(
                Clarification.person_name.contains(text, autoescape=True),
                Clarification.number.contains(text, autoescape=True),
                Person.initials.startswith(text.lower(), autoescape=True),
                Person.pinyin.startswith(text.lower(), autoescape=True),
            )
        )
    if wanted.pills:
        found.append(or_(*(_pill_condition(pill) for pill in wanted.pills)))
    if wanted.organ_unit_ids:
        found.append(Clarification.organ_unit_id.in_(wanted.organ_unit_ids))
    if wanted.origins:
        found.append(Clarification.origin.in_(wanted.origins))
    if wanted.applied_from:
        found.append(Clarification.applied_on >= wanted.applied_from)
    if wanted.applied_to:
        found.append(Clarification.applied_on <= wanted.applied_to)
    if wanted.due_to:
        found.append(_earliest_due <= wanted.due_to)
    if wanted.overdue:
        found.append(_earliest_due < read.today)
    if wanted.ids is not None:
        found.append(Clarification.id.in_(wanted.ids) if wanted.ids else false())
    return found


def _pill_condition(pill: str) -> ColumnElement[bool]:
    told = Clarification.privately_told.is_(True)
    if pill == "kept_private":
        return and_(Clarification.state == "not_cleared", told)
    if pill == "not_cleared":
        return and_(Clarification.state == "not_cleared", ~told)
    return Clarification.state == pill


def clarification_rows(read: Read, ids: Iterable[int]) -> dict[int, ClarificationRow]:
    """Return the lines of these clarifications, without those that the actor may not see."""
    wanted = list(ids)[:30000]
    if not wanted:
        return {}
    home, organ = Unit.__table__.alias("home"), Unit.__table__.alias("organ")
    statement = (
        select(
            Clarification,
            home.c.short_name,
            organ.c.short_name,
            organ.c.counts_time,
            Finding.category,
        )
        .outerjoin(home, home.c.id == Clarification.unit_id)
        .outerjoin(organ, organ.c.id == Clarification.organ_unit_id)
        .outerjoin(Finding, Finding.id == Clarification.finding_id)
        .where(Clarification.id.in_(wanted), reach(read))
    )
    due = _next_due(read, wanted)
    found = {}
    for case, home_name, organ_name, timed, category in read.session.execute(statement):
        entry = due.get(case.id)
        found[case.id] = ClarificationRow(
            id=case.id,
            version=case.version,
            number=case.number,
            state=case.state,
            pill=pill_of(case),
            person_id=case.person_id,
            person_name=case.person_name,
            unit=home_name or "",
            origin=case.origin,
            applied_on=case.applied_on,
            organ_unit_id=case.organ_unit_id,
            organ=organ_name or "",
            counts_time=True if timed is None else bool(timed),
            finding=category or "",
            should_clear=case.should_clear,
            modes=tuple(case.modes.split(",")) if case.modes else (),
            scope=case.scope,
            approved_on=case.approved_on,
            carried_out_on=case.carried_out_on,
            next_due_on=entry.due_on if entry else None,
            next_due_rule=entry.rule if entry else None,
            next_due_profile=entry.profile if entry else None,
            provisional=entry.provisional if entry else False,
            light=light(read, entry.due_on, entry.rule, entry.profile) if entry else None,
            letter_suspended=case.letter_suspended,
        )
    return found


def pill_of(case: Clarification) -> str:
    """Return what the list shows: the state, or that the person was told and it stays private."""
    if case.state == "not_cleared" and case.privately_told:
        return "kept_private"
    return case.state


def _next_due(read: Read, ids: Sequence[int]) -> dict[int, ClockEntry]:
    statement = (
        select(ClockEntry)
        .where(
            ClockEntry.track == TRACK,
            ClockEntry.case_id.in_(ids),
            ClockEntry.stopped_on.is_(None),
            ClockEntry.is_right.is_(False),
        )
        .order_by(ClockEntry.due_on.desc(), ClockEntry.id.desc())
    )
    return {entry.case_id: entry for entry in read.session.scalars(statement)}


def clarification_card(read: Read, clarification_id: int) -> ClarificationCard:
    """Return everything of one clarification that the actor may see; the reading is noted.

    Raises:
        NotAllowedError: `not_found`.
    """
    row = clarification_rows(read, [clarification_id]).get(clarification_id)
    if row is None:
        raise NotAllowedError("not_found")
    case = read.session.get_one(Clarification, clarification_id)
    read.note_read("open_card", TRACK, case.id)
    person = read.session.get(Person, case.person_id) if case.person_id else None
    unit = read.session.get(Unit, case.unit_id) if case.unit_id else None
    opener = read.session.get(Account, case.opened_by_id) if case.opened_by_id else None
    finding = read.session.get(Finding, case.finding_id) if case.finding_id else None
    waiting = approvals_of(read, TRACK, case.id)
    told = applicant_answer(case.number, case.applied_on, case.state)
    return ClarificationCard(
        row=row,
        stated_content=case.stated_content,
        wish=case.wish,
        phone=case.phone,
        sex=person.sex if person else "",
        birth_month=person.birth_month if person else "",
        post=person.post if person else "",
        rank=person.rank if person else "",
        unit_full=unit.full_name if unit else person.unit_text if person else "",
        appeal_id=case.appeal_id,
        passed_on=case.passed_on,
        passed_number=case.passed_number,
        finding=_finding(finding),
        assessed_on=case.assessed_on,
        effect=case.effect,
        effect_kinds=tuple(case.effect_kinds.split(",")) if case.effect_kinds else (),
        risk_note=case.risk_note,
        not_clear_reason=case.not_clear_reason or "",
        privately_told=case.privately_told,
        asked_on=case.asked_on,
        person_opinion=case.person_opinion,
        person_opinion_text=case.person_opinion_text,
        person_opinion_on=case.person_opinion_on,
        scope_units=case.scope_units,
        approval_number=case.approval_number,
        approver_name=case.approver_name,
        approver_post=case.approver_post,
        started_on=case.started_on,
        carried_out_place=case.carried_out_place,
        audience_count=case.audience_count,
        letter_number=case.letter_number,
        letter_on=case.letter_on,
        delivered_on=case.delivered_on,
        delivery_signer=case.delivery_signer,
        revisit_planned_on=case.revisit_planned_on,
        revisit_way=case.revisit_way,
        revisitor=case.revisitor,
        revisit_on=case.revisit_on,
        revisit_result=case.revisit_result or "",
        revisit_note=case.revisit_note,
        filed_on=case.filed_on,
        new_evidence_number=case.new_evidence_number,
        new_evidence_on=case.new_evidence_on,
        recheck_number=case.recheck_number,
        recheck_on=case.recheck_on,
        opened_by=opener.name if opener else "",
        applicant_zh=told.sentence_zh,
        applicant_en=told.sentence_en,
        clocks=clocks_of(read, TRACK, case.id),
        events=events_of(read, TRACK, case.id),
        approvals=waiting,
        papers=papers_of(read, TRACK, case.id),
        files=files_of(read, TRACK, case.id),
        links=_links(read, case),
        moves=open_deeds(read, case, waiting),
        lacks=lacking(case, finding, waiting),
    )


def _finding(finding: Finding | None) -> FindingRow | None:
    if finding is None:
        return None
    return FindingRow(
        finding.category,
        finding.organ,
        finding.letter_number,
        finding.issued_on,
        finding.sayable,
    )


def papers_of(read: Read, track: str, case_id: int) -> tuple[PaperRow, ...]:
    """Return the papers of a case, newest first."""
    return tuple(
        PaperRow(p.id, p.kind, p.state, p.number, p.title, p.made_on, p.issued_on)
        for p in read.session.scalars(
            select(Document)
            .where(Document.track == track, Document.case_id == case_id)
            .order_by(Document.id.desc())
        )
    )


def files_of(read: Read, track: str, case_id: int) -> tuple[FileRow, ...]:
    """Return the files of a case, oldest first, without removed ones."""
    return tuple(
        FileRow(f.id, f.name, f.kind, f.size, f.pages, f.added_on)
        for f in read.session.scalars(
            select(Attachment)
            .where(
                Attachment.track == track,
                Attachment.case_id == case_id,
                Attachment.removed_reason == "",
            )
            .order_by(Attachment.id)
        )
    )


def _links(read: Read, case: Clarification) -> tuple[LinkRow, ...]:
    if case.appeal_id is None:
        return ()
    statement = select(Appeal).where(Appeal.id == case.appeal_id, appeal_reach(read))
    return tuple(
        LinkRow(APPEALS, a.id, a.number or a.source_number, a.person_name, "clarified_by", a.pill)
        for a in read.session.scalars(statement)
    )


def open_deeds(read: Read, case: Clarification, waiting: Sequence[ApprovalRow]) -> tuple[str, ...]:
    """Return the deeds that the window offers, from the same moves by which the store refuses.

    What the body that checked does is offered to its officer, and to the desk as
    `behalf:<name>`; what the desk does, to the desk.
    """
    pending = any(a.state in ("pending", "recorded") for a in waiting)
    prefix = _organ_prefix(read, case)
    found: list[str] = []
    if case.state == "assessing" and prefix is not None and not pending:
        found.append(prefix + "assess")
    if case.state in AFTER_ASKING and prefix is not None:
        found.append(prefix + "record_person_opinion")
    for move in CLARIFICATION.moves:
        if move.source != case.state or move.name in DECIDED:
            continue
        if move.name == "not_clear" and (pending or case.should_clear is not False):
            continue
        if move.name == "seek_opinion" and not case.should_clear:
            continue
        if move.permission is Permission.CLARIFICATION_HANDLE:
            if prefix is not None:
                found.append(prefix + move.name)
        elif read.actor.may(move.permission):
            found.append(move.name)
    return tuple(dict.fromkeys(found))


def _organ_prefix(read: Read, case: Clarification) -> str | None:
    actor = read.actor
    if (
        actor.may(Permission.CLARIFICATION_HANDLE)
        and actor.unit_id is not None
        and actor.unit_id == case.organ_unit_id
    ):
        return ""
    return "behalf:" if actor.may(Permission.RECORD_ON_BEHALF) else None


def lacking(
    case: Clarification, finding: Finding | None, waiting: Sequence[ApprovalRow]
) -> tuple[str, ...]:
    """Return what the next important deed still lacks, as codes."""
    found = [f"waits_for_{a.act}" for a in waiting if a.state in ("pending", "recorded")]
    if case.state == "waiting_conclusion" and finding is None:
        found.append("no_finding")
    if finding is not None and finding.category not in CLEARABLE and case.state == "assessing":
        found.append("finding_not_clearable")
    if case.state == "assessing" and case.assessed_on is None:
        found.append("not_assessed")
    if case.state == "seeking_opinion" and not case.person_opinion:
        found.append("missing_person_opinion")
    return tuple(dict.fromkeys(found))


def clarification_work(read: Read) -> ClarificationWork:
    """Return what waits for the actor, soonest due first."""
    ids = clarification_ids(read, ClarificationFilter(pills=OPEN), sort="due", descending=False)
    rows = list(clarification_rows(read, ids).values())
    order = {case_id: place for place, case_id in enumerate(ids)}
    rows.sort(key=lambda row: order[row.id])
    desk = read.actor.may(Permission.CLARIFICATION_ARCHIVE)
    handles = desk or read.actor.may(Permission.CLARIFICATION_HANDLE)

    def of(*states: str, who: bool = True) -> tuple[ClarificationRow, ...]:
        return tuple(row for row in rows if who and row.state in states)

    assessing = of("assessing", who=handles)
    return ClarificationWork(
        to_refer=of("applied", who=read.actor.may(Permission.CLARIFICATION_APPLY)),
        to_start=of("proposed", who=handles),
        to_assess=tuple(row for row in assessing if row.should_clear is None),
        to_go_on=tuple(row for row in assessing if row.should_clear is not None),
        to_submit=of(*AFTER_ASKING, who=handles),
        to_carry_out=of("approved", "carrying_out", who=handles),
        to_visit=of("carried_out", "follow_up", who=desk),
        to_recheck=of("new_evidence", who=handles),
        approvals=tuple(a for a in waiting_approvals(read) if a.track == TRACK),
    )


def clarification_counts(read: Read) -> dict[str, int]:
    """Return the numbers beside the rail: open, overdue, to_refer, to_assess, to_visit, waiting."""
    visible = reach(read)

    def number(*where: ColumnElement[bool]) -> int:
        statement = select(func.count()).select_from(Clarification).where(visible, *where)
        return int(read.session.scalar(statement) or 0)

    return {
        "open": number(Clarification.state.in_(OPEN)),
        "overdue": number(Clarification.state.in_(OPEN), _earliest_due < read.today),
        "to_refer": number(Clarification.state == "applied"),
        "to_assess": number(
            Clarification.state == "assessing", Clarification.assessed_on.is_(None)
        ),
        "to_visit": number(Clarification.state.in_(("carried_out", "follow_up"))),
        "waiting": sum(1 for a in waiting_approvals(read) if a.track == TRACK),
    }


def clearing_bodies(read: Read) -> tuple[tuple[int, str], ...]:
    """Return the bodies that an application may be passed on to: unit and full name."""
    statement = (
        select(Unit.id, Unit.full_name)
        .where(Unit.member_department.in_(CLEARING_BODIES))
        .order_by(Unit.order_number, Unit.id)
    )
    return tuple((unit_id, name) for unit_id, name in read.session.execute(statement))


def applicant_view(
    read: Read, number: str, phone_last4: str = "", *, in_person: bool = False
) -> ApplicantAnswer | None:
    """Return what may be told at 查询答复, or None alike for none and for not his.

    Asked by the number of the receipt and the last four digits of the phone, or in person with a
    card (OFFICE §5-33). What an organ proposed by itself is told only once the person knows of it.

    Args:
        read: Who asks at the desk.
        number: Number of the receipt.
        phone_last4: Last four digits.
        in_person: The applicant stands at the desk and showed his card.
    """
    found = read.session.execute(
        select(
            Clarification.number,
            Clarification.applied_on,
            Clarification.state,
            Clarification.origin,
            Clarification.phone,
        ).where(
            Clarification.number == number.strip(),
            reach(read),
            true() if read.actor.may(Permission.CLARIFICATION_APPLY) else false(),
        )
    ).first()
    if found is None:
        return None
    own_number, applied_on, state, origin, phone = found
    if origin == "proposed" and state in (*SILENT, "withdrawn"):
        return None
    digits = "".join(c for c in phone if c.isascii() and c.isdigit())
    asked = phone_last4.strip()
    fits = len(asked) == 4 and len(digits) >= 4 and digits.endswith(asked)
    if not (in_person or fits):
        return None
    return applicant_answer(own_number, applied_on, state)
