"""Asks about talks: list, card, difficulties, suggestions, what waits."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, literal, or_, select

from db.appeals.filters import reach as appeal_reach
from db.appeals.ledger import light
from db.appeals.queries import approvals_of, clocks_of, events_of, waiting_approvals
from db.appeals.rows import ApprovalRow, LinkRow
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal, CaseLink
from db.care.filters import (
    is_party,
    may_read_content,
    may_read_todos,
    reach,
    suggestion_reach,
)
from db.care.rows import (
    DifficultyRow,
    SuggestionRow,
    TalkCard,
    TalkerRow,
    TalkFilter,
    TalkRow,
    TalkTexts,
    TalkWork,
)
from db.care.tables import TRACK, CareTalk, Difficulty, Suggestion, TalkContent
from db.care.workflow import AFTER_TALK, CARE_TALK, HEART_TO_HEART
from db.clarification.filters import reach as clarification_reach
from db.clarification.queries import files_of, papers_of
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.codes.code_lists import code
from db.codes.queries import codes
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import CASE_ROLES, Permission
from db.core.tables import ClockEntry
from db.core.tx import Read
from db.office.tables import Account, Unit
from db.people.tables import Person

OPEN = tuple(sorted(CARE_TALK.states() - CARE_TALK.terminal))
TRIGGERS = "care_talk_trigger"
ORDINARY_WORD = "mood"
"""Value whose short word every talk planned by hand wears."""

_earliest_due = (
    select(func.min(ClockEntry.due_on))
    .where(
        ClockEntry.track == TRACK,
        ClockEntry.case_id == CareTalk.id,
        ClockEntry.stopped_on.is_(None),
    )
    .correlate(CareTalk)
    .scalar_subquery()
)
SORTS: dict[str, Any] = {
    "planned": func.coalesce(CareTalk.planned_on, CareTalk.held_on),
    "held": CareTalk.held_on,
    "scheduled": CareTalk.scheduled_at,
    "number": CareTalk.number,
    "person": CareTalk.person_name,
    "state": CareTalk.state,
    "due": _earliest_due,
}


def trigger_words(read: Read, trigger: str) -> tuple[str, str]:
    """Return the words of a trigger in both languages as everybody but the talker sees them."""
    value = ORDINARY_WORD if trigger in HEART_TO_HEART else trigger
    row = codes(read).get(TRIGGERS, {}).get(value)
    if row is None:
        return value, value
    shipped = code(TRIGGERS, value) if value == ORDINARY_WORD else None
    return row.short_zh or row.zh, shipped.short_en if shipped else row.en


def talk_ids(
    read: Read, wanted: TalkFilter, *, sort: str = "planned", descending: bool = True
) -> "array[int]":
    """Return the ids of a whole result in order.

    Raises:
        RefusedError: `unknown_sort`.
    """
    if sort not in SORTS:
        raise RefusedError("unknown_sort", sort=sort)
    column = SORTS[sort]
    statement = (
        select(CareTalk.id)
        .outerjoin(Person, Person.id == CareTalk.person_id)
        .where(*_conditions(read, wanted))
        .order_by(
            column.is_(None),
            column.desc() if descending else column.asc(),
            CareTalk.id.desc() if descending else CareTalk.id.asc(),
        )
    )
    return array("q", read.session.scalars(statement))


def _conditions(read: Read, wanted: TalkFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [reach(read)]
    text = wanted.text.strip()
    if text:
        found.append(
            or_(
                CareTalk.person_name.contains(text, autoescape=True),
                CareTalk.number.contains(text, autoescape=True),
                Person.initials.startswith(text.lower(), autoescape=True),
                Person.pinyin.startswith(text.lower(), autoescape=True),
            )
        )
    if wanted.states:
        found.append(CareTalk.state.in_(wanted.states))
    if wanted.mine:
        found.append(_mine(read))
    if wanted.held_from:
        found.append(CareTalk.held_on >= wanted.held_from)
    if wanted.held_to:
        found.append(CareTalk.held_on <= wanted.held_to)
    if wanted.due_to:
        found.append(_earliest_due <= wanted.due_to)
    if wanted.overdue:
        found.append(_earliest_due < read.today)
    if wanted.person_id is not None:
        found.append(CareTalk.person_id == wanted.person_id)
    if wanted.ids is not None:
        found.append(CareTalk.id.in_(wanted.ids) if wanted.ids else false())
    return found


def _mine(read: Read) -> ColumnElement[bool]:
    me = read.actor.account_id
    return or_(CareTalk.talker_id == me, CareTalk.recorder_id == me)


def talk_rows(read: Read, ids: Iterable[int]) -> dict[int, TalkRow]:
    """Return the lines of these talks, without those that the actor may not see."""
    wanted = list(ids)[:30000]
    if not wanted:
        return {}
    statement = (
        select(CareTalk, Unit.short_name)
        .outerjoin(Unit, Unit.id == CareTalk.unit_id)
        .where(CareTalk.id.in_(wanted), reach(read))
    )
    due = _next_due(read, wanted)
    tasks = _tasks(read, wanted)
    found = {}
    for talk, unit in read.session.execute(statement):
        entry = due.get(talk.id)
        zh, en = trigger_words(read, talk.trigger)
        count, waiting = tasks.get(talk.id, (0, 0))
        found[talk.id] = TalkRow(
            id=talk.id,
            version=talk.version,
            number=talk.number,
            state=talk.state,
            person_id=talk.person_id,
            person_name=talk.person_name,
            unit=unit or "",
            trigger_zh=zh,
            trigger_en=en,
            organized=talk.organized,
            planned_on=talk.planned_on,
            scheduled_at=talk.scheduled_at,
            place=talk.place,
            talker_id=talk.talker_id,
            talker_name=talk.talker_name,
            recorder_id=talk.recorder_id,
            recorder_name=talk.recorder_name,
            held_on=talk.held_on,
            person_times=talk.person_times,
            level=talk.level,
            difficulties=count,
            open_difficulties=waiting,
            revisit_due_on=talk.revisit_due_on,
            revisit_result=talk.revisit_result or "",
            next_due_on=entry.due_on if entry else None,
            next_due_rule=entry.rule if entry else None,
            provisional=entry.provisional if entry else False,
            light=light(read, entry.due_on, entry.rule, entry.profile) if entry else None,
            is_mine=is_party(read, talker_id=talk.talker_id, recorder_id=talk.recorder_id),
        )
    return found


def _next_due(read: Read, ids: Sequence[int]) -> dict[int, ClockEntry]:
    statement = (
        select(ClockEntry)
        .where(
            ClockEntry.track == TRACK,
            ClockEntry.case_id.in_(ids),
            ClockEntry.stopped_on.is_(None),
        )
        .order_by(ClockEntry.due_on.desc(), ClockEntry.id.desc())
    )
    return {entry.case_id: entry for entry in read.session.scalars(statement)}


def _tasks(read: Read, ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    statement = (
        select(
            Difficulty.talk_id,
            func.count(),
            func.count().filter(Difficulty.state == "open"),
        )
        .where(Difficulty.talk_id.in_(ids))
        .group_by(Difficulty.talk_id)
    )
    return {
        talk_id: (total, waiting) for talk_id, total, waiting in read.session.execute(statement)
    }


def talk_card(read: Read, talk_id: int) -> TalkCard:
    """Return one talk as the actor may see it; reading what was said is noted apart.

    Raises:
        NotAllowedError: `not_found`.
    """
    row = talk_rows(read, [talk_id]).get(talk_id)
    if row is None:
        raise NotAllowedError("not_found")
    talk = read.session.get_one(CareTalk, talk_id)
    read.note_read("open_card", TRACK, talk.id)
    person = read.session.get(Person, talk.person_id) if talk.person_id else None
    unit = read.session.get(Unit, talk.unit_id) if talk.unit_id else None
    opener = read.session.get(Account, talk.opened_by_id) if talk.opened_by_id else None
    waiting = approvals_of(read, TRACK, talk.id)
    texts, conclusion, todos = _what_was_said(read, talk)
    if texts is not None:
        read.note_read("read_talk", TRACK, talk.id)
    return TalkCard(
        row=row,
        trigger=talk.trigger if talk.talker_id == read.actor.account_id else None,
        sex=person.sex if person else "",
        birth_month=person.birth_month if person else "",
        political_status=person.political_status if person else "",
        post=person.post if person else "",
        rank=person.rank if person else "",
        unit_full=unit.full_name if unit else person.unit_text if person else "",
        others=talk.others,
        held_from=talk.held_from,
        held_to=talk.held_to,
        way=talk.way,
        recorded_on=talk.recorded_on,
        confirmed_by_person=talk.confirmed_by_person,
        revisit_way=talk.revisit_way,
        revisitor=talk.revisitor,
        revisited_on=talk.revisited_on,
        cancel_reason=talk.cancel_reason,
        ended_on=talk.ended_on,
        ordinal=_ordinal(read, talk),
        opened_by=opener.name if opener else "",
        texts=texts,
        conclusion=conclusion,
        todos=todos,
        clocks=clocks_of(read, TRACK, talk.id),
        events=events_of(read, TRACK, talk.id),
        approvals=waiting,
        papers=papers_of(read, TRACK, talk.id) if texts is not None else (),
        files=files_of(read, TRACK, talk.id) if texts is not None else (),
        links=_links(read, talk) if row.is_mine else (),
        moves=open_deeds(read, talk, waiting),
        lacks=_lacking(talk, row, waiting),
    )


def _what_was_said(
    read: Read, talk: CareTalk
) -> tuple[TalkTexts | None, str | None, tuple[DifficultyRow, ...] | None]:
    content = read.session.get(TalkContent, talk.id)
    texts = conclusion = todos = None
    if content is not None and may_read_content(
        read, talker_id=talk.talker_id, recorder_id=talk.recorder_id, level=talk.level
    ):
        party = is_party(read, talker_id=talk.talker_id, recorder_id=talk.recorder_id)
        texts = TalkTexts(
            thoughts=content.thoughts,
            work=content.work,
            life=content.life if party else None,
            wishes=content.wishes,
            response=content.response,
            revisit_note=content.revisit_note,
        )
    if may_read_todos(
        read,
        talker_id=talk.talker_id,
        recorder_id=talk.recorder_id,
        opened_by_id=talk.opened_by_id,
        level=talk.level,
    ):
        conclusion = content.response if content is not None else ""
        todos = difficulties(read, talk_id=talk.id)
    return texts, conclusion, todos


def _ordinal(read: Read, talk: CareTalk) -> int:
    # 第__次: how many talks with this person were held up to this one.
    if talk.person_id is None:
        return 1
    before = read.session.scalar(
        select(func.count()).where(
            CareTalk.person_id == talk.person_id,
            CareTalk.state.in_(AFTER_TALK),
            CareTalk.id < talk.id,
        )
    )
    return int(before or 0) + 1


def _links(read: Read, talk: CareTalk) -> tuple[LinkRow, ...]:
    statement = select(CaseLink).where(
        CaseLink.from_track == TRACK, CaseLink.from_id == talk.id, CaseLink.ended_on.is_(None)
    )
    found = [(link.to_track, link.to_id, link.kind) for link in read.session.scalars(statement)]
    source = read.session.execute(
        select(Suggestion.from_track, Suggestion.from_id).where(Suggestion.talk_id == talk.id)
    ).first()
    if source is not None:
        found.append((source[0], source[1], "suggested_by"))
    rows = (_link(read, track, case_id, kind) for track, case_id, kind in found)
    return tuple(row for row in rows if row is not None)


def _link(read: Read, track: str, case_id: int, kind: str) -> LinkRow | None:
    if track == APPEALS:
        appeal = read.session.scalar(select(Appeal).where(Appeal.id == case_id, appeal_reach(read)))
        if appeal is None:
            return None
        number = appeal.number or appeal.source_number
        return LinkRow(track, case_id, number, appeal.person_name, kind, appeal.pill)
    case = read.session.scalar(
        select(Clarification).where(Clarification.id == case_id, clarification_reach(read))
    )
    if case is None:
        return None
    return LinkRow(track, case_id, case.number, case.person_name, kind, case.state)


def open_deeds(read: Read, talk: CareTalk, waiting: Sequence[ApprovalRow]) -> tuple[str, ...]:
    """Return the deeds that the window offers, from the same moves by which the store refuses."""
    actor = read.actor
    pending = {a.act for a in waiting if a.state in ("pending", "recorded")}
    party = is_party(read, talker_id=talk.talker_id, recorder_id=talk.recorder_id)
    opener = talk.opened_by_id == actor.account_id
    behalf = actor.may(Permission.RECORD_ON_BEHALF) and talk.talker_id is None
    found: list[str] = []
    for move in CARE_TALK.moves:
        if move.source != talk.state or move.name in pending:
            continue
        if move.permission is Permission.TALK_PLAN:
            if actor.may(Permission.TALK_PLAN):
                found.append(move.name)
            continue
        holds = actor.may(Permission.TALK_HOLD)
        content = move.name in ("write_record", "list_difficulties", "turn_into_case")
        if holds and (party or (opener and not content)):
            found.append(move.name)
        elif behalf and move.name != "turn_into_case":
            found.append(f"behalf:{move.name}")
    if talk.talker_id == actor.account_id:
        found.append("set_level")
    if party and talk.state not in ("planned", "scheduled", "held", "closed", "cancelled"):
        found.append("correct")
    return tuple(dict.fromkeys(found))


def _lacking(talk: CareTalk, row: TalkRow, waiting: Sequence[ApprovalRow]) -> tuple[str, ...]:
    found = [f"waits_for_{a.act}" for a in waiting if a.state in ("pending", "recorded")]
    if talk.state in ("planned", "scheduled") and not talk.talker_name:
        found.append("missing_talker")
    if row.open_difficulties:
        found.append("missing_difficulties_done")
    return tuple(found)


def difficulties(
    read: Read, *, states: tuple[str, ...] = (), talk_id: int | None = None, limit: int = 1000
) -> tuple[DifficultyRow, ...]:
    """Return the tasks that the actor may see, soonest due first (困难问题清单).

    Those of a talk that its talker keeps to himself are his and the recorder's alone.
    """
    me = read.actor.account_id
    closes = read.actor.may(Permission.TALK_CLOSE)
    statement = (
        select(Difficulty, CareTalk.number, CareTalk.person_name, Unit.short_name)
        .join(CareTalk, CareTalk.id == Difficulty.talk_id)
        .outerjoin(Unit, Unit.id == Difficulty.unit_id)
        .where(
            reach(read),
            or_(
                _mine(read),
                and_(CareTalk.level == "with_manager", literal(closes)),
                and_(
                    CareTalk.level == "result_only",
                    or_(literal(closes), CareTalk.opened_by_id == me),
                ),
            ),
        )
        .order_by(Difficulty.due_on.is_(None), Difficulty.due_on, Difficulty.id)
        .limit(limit)
    )
    if states:
        statement = statement.where(Difficulty.state.in_(states))
    if talk_id is not None:
        statement = statement.where(Difficulty.talk_id == talk_id)
    return tuple(
        DifficultyRow(
            id=row.id,
            version=row.version,
            talk_id=row.talk_id,
            number=number,
            person_name=name,
            state=row.state,
            text=row.text,
            unit_id=row.unit_id,
            unit=unit or "",
            responsible=row.responsible,
            measure=row.measure,
            due_on=row.due_on,
            progress=row.progress,
            done_on=row.done_on,
            overdue=row.state == "open" and row.due_on is not None and row.due_on < read.today,
        )
        for row, number, name, unit in read.session.execute(statement)
    )


def suggestions(read: Read, *, state: str = "open") -> tuple[SuggestionRow, ...]:
    """Return the suggested talks that the actor may take up or dismiss, oldest first."""
    statement = (
        select(Suggestion, Appeal.number, Clarification.number)
        .outerjoin(Appeal, and_(Suggestion.from_track == APPEALS, Appeal.id == Suggestion.from_id))
        .outerjoin(
            Clarification,
            and_(Suggestion.from_track == CLARIFICATIONS, Clarification.id == Suggestion.from_id),
        )
        .where(Suggestion.state == state, suggestion_reach(read))
        .order_by(Suggestion.suggested_on, Suggestion.id)
        .limit(1000)
    )
    found = []
    for row, appeal_number, clarification_number in read.session.execute(statement):
        zh, en = trigger_words(read, row.trigger)
        found.append(
            SuggestionRow(
                id=row.id,
                version=row.version,
                state=row.state,
                trigger_zh=zh,
                trigger_en=en,
                person_id=row.person_id,
                person_name=row.person_name,
                suggested_on=row.suggested_on,
                from_track=row.from_track,
                from_id=row.from_id,
                from_number=appeal_number or clarification_number or "",
                dismissed_reason=row.dismissed_reason,
            )
        )
    return tuple(found)


def talkers(read: Read) -> tuple[TalkerRow, ...]:
    """Return the accounts that may hold or record a talk, by unit and name."""
    statement = (
        select(Account, Unit.short_name)
        .outerjoin(Unit, Unit.id == Account.unit_id)
        .where(Account.is_active, Account.role.in_([role.value for role in CASE_ROLES]))
        .order_by(Unit.order_number, Account.id)
    )
    return tuple(
        TalkerRow(account.id, account.name, account.post, unit or "", account.sex)
        for account, unit in read.session.execute(statement)
    )


def talk_work(read: Read) -> TalkWork:
    """Return what waits for the actor, soonest due first."""
    ids = talk_ids(read, TalkFilter(states=OPEN), sort="due", descending=False)
    rows = talk_rows(read, ids)
    ordered = [rows[i] for i in ids if i in rows]
    return TalkWork(
        to_arrange=tuple(r for r in ordered if r.state == "planned"),
        to_hold=tuple(r for r in ordered if r.state == "scheduled"),
        to_record=tuple(r for r in ordered if r.state == "held" and r.is_mine),
        to_visit=tuple(r for r in ordered if r.state == "follow_up_due"),
        difficulties=difficulties(read, states=("open",)),
        suggestions=suggestions(read),
        approvals=tuple(a for a in waiting_approvals(read) if a.track == TRACK),
    )


def talk_counts(read: Read) -> dict[str, int]:
    """Return the numbers beside the rail: open, overdue, to record, to visit …"""
    visible = reach(read)

    def number(*where: ColumnElement[bool]) -> int:
        statement = select(func.count()).select_from(CareTalk).where(visible, *where)
        return int(read.session.scalar(statement) or 0)

    suggested = (
        select(func.count())
        .select_from(Suggestion)
        .where(Suggestion.state == "open", suggestion_reach(read))
    )
    return {
        "open": number(CareTalk.state.in_(OPEN)),
        "overdue": number(CareTalk.state.in_(OPEN), _earliest_due < read.today),
        "to_record": number(CareTalk.state == "held", _mine(read)),
        "to_visit": number(CareTalk.state == "follow_up_due"),
        "suggested": int(read.session.scalar(suggested) or 0),
        "waiting": sum(1 for a in waiting_approvals(read) if a.track == TRACK),
    }
