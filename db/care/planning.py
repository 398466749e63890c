"""Commands before a talk: plan it, take up or dismiss a suggestion, arrange it, cancel it."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from db.appeals.intake import check_texts
from db.approvals.asking import ask
from db.care.changes import (
    Partner,
    Roles,
    advance,
    count,
    day_of,
    give_number,
    new_talk,
    set_roles,
    start_clock,
)
from db.care.filters import suggestion_reach
from db.care.tables import TRACK, CareTalk, Suggestion
from db.care.workflow import BEFORE_TALK, BY_SUGGESTION, SUGGESTION
from db.codes.queries import require_code
from db.core.clock import instant
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import Permission
from db.core.tx import Behalf, Tx

SENSITIVE_TRIGGER = "public_report"
MAY_PLAN_SENSITIVE = ("organization", "discipline")


@dataclass(frozen=True, slots=True)
class PlannedTalk:
    """What the planner is told after saving."""

    talk_id: int
    number: str


@dataclass(frozen=True, slots=True)
class Plan:
    """列入谈话计划 by hand.

    Attributes:
        partner: The talked person.
        trigger: Value of `care_talk_trigger`; everybody but the talker sees 谈心谈话 for those
            planned by hand.
        roles: Talker and recorder, as far as known.
        organized: 组织约谈; False for 本人约谈.
        planned_on: Day it enters the plan; the clock runs from it.
    """

    permission: ClassVar[Permission] = Permission.TALK_PLAN

    partner: Partner
    trigger: str
    roles: Roles = field(default_factory=Roles)
    organized: bool = True
    planned_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> PlannedTalk:
        """Enter it.

        Raises:
            RefusedError: `missing_person`, `comes_by_suggestion`, `trigger_not_for_center`.
        """
        check_trigger(tx, self.trigger, self.behalf)
        if self.trigger in BY_SUGGESTION:
            raise RefusedError("comes_by_suggestion", field="trigger")
        on = day_of(tx, self.planned_on, self.behalf)
        talk = plan_talk(
            tx, self.partner, self.trigger, self.roles, self.organized, on=on, behalf=self.behalf
        )
        return PlannedTalk(talk.id, talk.number)


@dataclass(frozen=True, slots=True)
class AcceptSuggestion:
    """Take up a suggestion: the talk enters the plan and only now its clock runs (SETTLED §2)."""

    permission: ClassVar[Permission] = Permission.TALK_PLAN

    suggestion_id: int
    roles: Roles = field(default_factory=Roles)
    seen: int | None = None
    planned_on: date | None = None

    def __call__(self, tx: Tx) -> PlannedTalk:
        """Plan the talk."""
        row = load_suggestion(tx, self.suggestion_id, seen=self.seen)
        move = check(SUGGESTION, row.state, "accept", grants=frozenset(tx.actor.grants))
        on = tx.happened(self.planned_on)
        partner = Partner(row.person_id, row.person_name)
        talk = plan_talk(tx, partner, row.trigger, self.roles, True, on=on, behalf=None)
        row.state, row.talk_id = move.target, talk.id
        tx.session.flush()
        tx.changed.add(SUGGESTION.name)
        return PlannedTalk(talk.id, talk.number)


@dataclass(frozen=True, slots=True)
class DismissSuggestion:
    """不再提示, with a reason."""

    permission: ClassVar[Permission] = Permission.TALK_PLAN

    suggestion_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Dismiss it. Return the suggestion."""
        row = load_suggestion(tx, self.suggestion_id, seen=self.seen)
        reason = self.reason.strip()
        check_texts(reason)
        move = check(
            SUGGESTION,
            row.state,
            "dismiss",
            grants=frozenset(tx.actor.grants),
            evidence=[Evidence.REASON] if reason else [],
        )
        row.state, row.dismissed_reason = move.target, reason
        tx.session.flush()
        tx.changed.add(SUGGESTION.name)
        return row.id


@dataclass(frozen=True, slots=True)
class Schedule:
    """约定时间: day, time and place; the invitation has one wording for every trigger."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    on: date
    time: str
    place: str
    roles: Roles = field(default_factory=Roles)
    seen: int | None = None
    happened_on: date | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Arrange it. Return the talk.

        Raises:
            RefusedError: `missing_talker`, `missing_when_and_where`, `time_unreadable`.
        """
        talk = tx.load(CareTalk, self.talk_id, seen=self.seen)
        hour, minute = clock_time(self.time, "time")
        set_roles(tx, talk, self.roles)
        evidence = []
        if talk.talker_name:
            evidence.append(Evidence.TALKER)
        if self.place.strip():
            evidence.append(Evidence.WHEN_AND_WHERE)
        advance(
            tx,
            talk,
            "schedule",
            on=day_of(tx, self.happened_on, self.behalf),
            evidence=evidence,
            behalf=self.behalf,
        )
        talk.scheduled_at = instant(self.on, hour, minute)
        talk.place = self.place.strip()
        tx.session.flush()
        return talk.id


@dataclass(frozen=True, slots=True)
class Cancel:
    """取消谈话: proposed by who planned it, decided by the head of the center (DOMAIN §14.5)."""

    permission: ClassVar[Permission] = Permission.TALK_PLAN

    talk_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask for it. Return the approval.

        Raises:
            RefusedError: `missing_reason`, `illegal_move` after the talk.
        """
        talk = tx.load(CareTalk, self.talk_id, seen=self.seen)
        reason = self.reason.strip()
        if talk.state not in BEFORE_TALK:
            raise RefusedError("illegal_move", track=TRACK, state=talk.state, move="cancel")
        if not reason:
            raise RefusedError("missing_reason", field="reason")
        check_texts(reason)
        return ask(
            tx,
            TRACK,
            talk.id,
            "cancel",
            payload={"reason": reason[:200]},
            needed=Permission.TALK_CLOSE,
            on=tx.today,
            summary=f"{talk.number} {talk.person_name}",
        )


def check_trigger(tx: Tx, trigger: str, behalf: Behalf | None) -> None:
    """Refuse a trigger that is not in the list, or not the actor's to use (SETTLED §9.4).

    Raises:
        RefusedError: `unknown_value`, `trigger_not_for_center`.
    """
    require_code(tx, "care_talk_trigger", trigger, field="trigger")
    if trigger == SENSITIVE_TRIGGER and (
        behalf is not None
        or tx.actor.member_department not in MAY_PLAN_SENSITIVE
        or tx.actor.may(Permission.RECORD_ON_BEHALF)
    ):
        raise RefusedError("trigger_not_for_center", field="trigger")


def clock_time(text: str, name: str) -> tuple[int, int]:
    """Return hour and minute of `9:30` or `09：30`.

    Raises:
        RefusedError: `time_unreadable`, `missing_when_and_where` for an empty text.
    """
    cleaned = text.strip().replace("：", ":")
    if not cleaned:
        raise RefusedError("missing_when_and_where", field=name)
    hour, _, minute = cleaned.partition(":")
    if not (hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()):
        raise RefusedError("time_unreadable", field=name)
    if int(hour) > 23 or int(minute) > 59:
        raise RefusedError("time_unreadable", field=name)
    return int(hour), int(minute)


def load_suggestion(tx: Tx, suggestion_id: int, *, seen: int | None = None) -> Suggestion:
    """Return a suggestion that the actor may know of.

    Raises:
        NotAllowedError: `not_found`.
        ConflictError: If it changed since it was seen.
    """
    row = tx.session.scalar(
        select(Suggestion).where(Suggestion.id == suggestion_id, suggestion_reach(tx))
    )
    if row is None:
        raise NotAllowedError("not_found")
    if seen is not None and row.version != seen:
        raise ConflictError("talk_suggestion", row.id, {"state": row.state})
    return row


def plan_talk(
    tx: Tx,
    partner: Partner,
    trigger: str,
    roles: Roles,
    organized: bool,
    *,
    on: date,
    behalf: Behalf | None,
    reason: str = "",
) -> CareTalk:
    """Enter a talk in the plan, start its limit and count it.

    Args:
        tx: The transaction.
        partner: The talked person.
        trigger: Value of `care_talk_trigger`.
        roles: Talker and recorder, as far as known.
        organized: 组织约谈; False for 本人约谈.
        on: Day from which the limit runs.
        behalf: Paper of somebody who does not log in.
        reason: Why that day lies back.
    """
    talk = new_talk(tx, state="planned", partner=partner, trigger=trigger, organized=organized)
    set_roles(tx, talk, roles)
    give_number(tx, talk, on=on)
    talk.planned_on = on
    if behalf is not None:
        talk.level = "result_only"
    advance(tx, talk, "plan", on=on, behalf=behalf, reason=reason or None, opens=True)
    start_clock(tx, talk, "talk_plan", on=on)
    count(tx, talk, "talk_planned", on=on)
    return talk
