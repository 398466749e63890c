"""Commands of a talk itself: held, written down, who may read it, turned into a case."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from db.appeals.intake import check_texts
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal, CaseLink
from db.approvals.asking import cancel_pending
from db.care.changes import (
    Partner,
    Roles,
    advance,
    count,
    day_of,
    give_number,
    load_talk,
    new_talk,
    set_roles,
    start_clock,
)
from db.care.planning import PlannedTalk, check_trigger, clock_time
from db.care.tables import TRACK, CareTalk, TalkContent
from db.care.workflow import BY_SUGGESTION, LEVELS
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.codes.queries import require_code
from db.core.base import Base
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence
from db.core.permissions import Permission
from db.core.tx import Behalf, Tx

LINK = "from_talk"
CASES: dict[str, type[Base]] = {APPEALS: Appeal, CLARIFICATIONS: Clarification}
"""Kinds of case that a wish may be turned into."""
MOST_PERSON_TIMES = 500


@dataclass(frozen=True, slots=True)
class Meeting:
    """When, where and how a talk was held.

    Attributes:
        held_from: `9:30`; may be empty.
        held_to: `10:15`; may be empty.
        way: Value of `talk_way`.
        person_times: Talked persons of this one talk, whoever else was in the room (OFFICE §7.4).
    """

    held_on: date | None = None
    held_from: str = ""
    held_to: str = ""
    place: str = ""
    way: str = "individual"
    person_times: int = 1


@dataclass(frozen=True, slots=True)
class RecordHeld:
    """登记已谈."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    meeting: Meeting = field(default_factory=Meeting)
    roles: Roles = field(default_factory=Roles)
    seen: int | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Record it and count its person-times on its day. Return the talk.

        Raises:
            RefusedError: `missing_talker`, `person_times_out_of_range`, `time_unreadable`.
        """
        talk = load_talk(tx, self.talk_id, seen=self.seen, behalf=self.behalf)
        on = day_of(tx, self.meeting.held_on, self.behalf)
        if talk.planned_on is not None and on < talk.planned_on:
            raise RefusedError("before_receipt", field="held_on", on=on)
        set_roles(tx, talk, self.roles)
        _fill(tx, talk, self.meeting, on)
        cancel_pending(tx, TRACK, talk.id, "cancel")
        advance(
            tx,
            talk,
            "record_held",
            on=on,
            evidence=[Evidence.TALKER] if talk.talker_name else [],
            behalf=self.behalf,
        )
        _held(tx, talk, on, self.behalf)
        return talk.id


@dataclass(frozen=True, slots=True)
class HoldAtOnce:
    """即时谈话: the weeping visitor has no plan (SETTLED §2, ∅ → held).

    Without a talker named, whoever records it talked.
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    partner: Partner
    trigger: str = "request"
    meeting: Meeting = field(default_factory=Meeting)
    roles: Roles = field(default_factory=Roles)
    organized: bool = False
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> PlannedTalk:
        """Record it. Raises as `RecordHeld` and `Plan`."""
        if not tx.actor.may(Permission.TALK_HOLD):
            raise NotAllowedError("not_permitted", permission=Permission.TALK_HOLD.value)
        check_trigger(tx, self.trigger, self.behalf)
        if self.trigger in BY_SUGGESTION:
            raise RefusedError("comes_by_suggestion", field="trigger")
        on = day_of(tx, self.meeting.held_on, self.behalf)
        talk = new_talk(
            tx,
            state="held",
            partner=self.partner,
            trigger=self.trigger,
            organized=self.organized,
        )
        with tx.session.no_autoflush:
            set_roles(tx, talk, self.roles)
            if not talk.talker_name:
                talk.talker_id, talk.talker_name = _first_talker(tx, talk, self.behalf)
            _fill(tx, talk, self.meeting, on)
        give_number(tx, talk, on=on)
        if self.behalf is not None:
            talk.level = "result_only"
        advance(
            tx,
            talk,
            "hold_at_once",
            on=on,
            evidence=[Evidence.TALKER],
            behalf=self.behalf,
            opens=True,
        )
        _held(tx, talk, on, self.behalf)
        return PlannedTalk(talk.id, talk.number)


def _first_talker(tx: Tx, talk: CareTalk, behalf: Behalf | None) -> tuple[int | None, str]:
    if behalf is not None:
        return None, behalf.signer
    if talk.recorder_id == tx.actor.account_id:
        raise RefusedError("missing_talker", field="talker")
    return tx.actor.account_id, tx.actor.name


def _fill(tx: Tx, talk: CareTalk, meeting: Meeting, on: date) -> None:
    if not 1 <= meeting.person_times <= MOST_PERSON_TIMES:
        raise RefusedError("person_times_out_of_range", field="person_times")
    require_code(tx, "talk_way", meeting.way, field="way")
    times = []
    for name in ("held_from", "held_to"):
        text: str = getattr(meeting, name)
        if text.strip():
            hour, minute = clock_time(text, name)
            setattr(talk, name, f"{hour:02d}:{minute:02d}")
            times.append((hour, minute))
    if times != sorted(times):
        raise RefusedError("dates_out_of_order", field="held_to")
    talk.held_on, talk.way = on, meeting.way
    talk.place = meeting.place.strip() or talk.place
    talk.person_times = meeting.person_times


def _held(tx: Tx, talk: CareTalk, on: date, behalf: Behalf | None) -> None:
    if behalf is not None and talk.talker_id is None:
        # Nobody at the center heard it: there is nothing but date, persons and to-dos.
        talk.level = "result_only"
    start_clock(tx, talk, "talk_record", on=on)
    count(tx, talk, "talk_held", on=on, amount=talk.person_times)
    tx.session.flush()


@dataclass(frozen=True, slots=True)
class WriteRecord:
    """整理并确认记录: read by talker and recorder, wider only if the talker widens it.

    Attributes:
        thoughts: 思想状况.
        work: 工作情况.
        life: 生活情况, for the two of them alone.
        wishes: 本人诉求和建议.
        response: 谈话人回应和工作打算.
        level: Value of `talk_level`, the talker's to choose; None leaves it.
        confirmed_by_person: `orally` (default) or `signed`; a signature is never needed (§5-31).
    """

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    thoughts: str = ""
    work: str = ""
    life: str = ""
    wishes: str = ""
    response: str = ""
    level: str | None = None
    confirmed_by_person: str = "orally"
    recorded_on: date | None = None
    seen: int | None = None
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Write it. Return the talk.

        Raises:
            RefusedError: `missing_content`; `no_content_on_behalf`, because a talk recorded from
                paper takes date, persons and to-dos only (SETTLED §1).
            NotAllowedError: `not_permitted` for anybody but talker and recorder.
        """
        talk = load_talk(tx, self.talk_id, seen=self.seen, behalf=self.behalf, planner_too=False)
        texts = self._texts()
        evidence = [Evidence.CONTENT] if any(texts.values()) else []
        if self.behalf is not None:
            if evidence:
                raise RefusedError("no_content_on_behalf", field=next(k for k in texts if texts[k]))
            evidence = [Evidence.CONTENT]
        check_texts(*texts.values())
        require_code(tx, "talk_confirmation", self.confirmed_by_person, field="confirmed_by_person")
        on = day_of(tx, self.recorded_on, self.behalf)
        if talk.held_on is not None and on < talk.held_on:
            raise RefusedError("dates_out_of_order", field="recorded_on")
        advance(tx, talk, "write_record", on=on, evidence=evidence, behalf=self.behalf)
        talk.recorded_on, talk.confirmed_by_person = on, self.confirmed_by_person
        if self.level is not None and self.level != talk.level:
            _set_level(tx, talk, self.level)
        if self.behalf is None:
            tx.add(TalkContent(talk_id=talk.id, **texts))
        tx.session.flush()
        return talk.id

    def _texts(self) -> dict[str, str]:
        return {
            name: getattr(self, name).strip()
            for name in ("thoughts", "work", "life", "wishes", "response")
        }


@dataclass(frozen=True, slots=True)
class AmendRecord:
    """更正谈话记录: by talker or recorder until it is closed; old words stay in the trail."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    changes: dict[str, str] = field(default_factory=dict)
    reason: str = ""
    seen: int | None = None

    EDITABLE: ClassVar[frozenset[str]] = frozenset(
        {"thoughts", "work", "life", "wishes", "response"}
    )

    def __call__(self, tx: Tx) -> int:
        """Change the named texts. Return the talk."""
        talk = load_talk(tx, self.talk_id, seen=self.seen, planner_too=False)
        unknown = set(self.changes) - self.EDITABLE
        if unknown:
            raise RefusedError("field_not_editable", field=min(unknown))
        content = tx.session.get(TalkContent, talk.id)
        if content is None or talk.state == "closed":
            raise RefusedError("illegal_move", track=TRACK, state=talk.state, move="correct")
        check_texts(*self.changes.values())
        for name, value in self.changes.items():
            setattr(content, name, value.strip())
        if not any(getattr(content, name) for name in self.EDITABLE):
            raise RefusedError("missing_content", field="thoughts")
        tx.tell(TRACK, talk.id, "correct", source=talk.state, target=talk.state, on=tx.today)
        return talk.id


@dataclass(frozen=True, slots=True)
class SetLevel:
    """知悉范围: the talker chooses who may read it (OFFICE §5-32)."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    level: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Set it. Return the talk."""
        talk = tx.load(CareTalk, self.talk_id, seen=self.seen)
        _set_level(tx, talk, self.level)
        tx.tell(
            TRACK,
            talk.id,
            "set_level",
            source=talk.state,
            target=talk.state,
            on=tx.today,
            note=self.level,
        )
        return talk.id


def _set_level(tx: Tx, talk: CareTalk, level: str) -> None:
    if level not in LEVELS:
        raise RefusedError("unknown_value", field="level", value=level)
    if talk.talker_id != tx.actor.account_id:
        raise NotAllowedError("not_permitted", permission=Permission.TALK_HOLD.value)
    talk.level = level
    tx.session.flush()


@dataclass(frozen=True, slots=True)
class TurnedWish:
    """What a form is filled with when a wish becomes a case, with the person's consent.

    Attributes:
        kind: `ordinary_appeal` or `clarification`.
        wish: His own words, for the requests of the form.
    """

    talk_id: int
    kind: str
    person_id: int | None
    person_name: str
    unit_id: int | None
    wish: str


@dataclass(frozen=True, slots=True)
class TurnIntoCase:
    """转为诉求（澄清申请）: only with the person's consent; the form is filled, not yet saved."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    kind: str
    person_agreed: bool
    wish: str | None = None
    seen: int | None = None

    def __call__(self, tx: Tx) -> TurnedWish:
        """Return what the form takes over; nothing but the wish leaves the talk.

        Raises:
            RefusedError: `missing_consent`, `unknown_value`.
        """
        talk = load_talk(tx, self.talk_id, seen=self.seen, planner_too=False)
        if self.kind not in CASES:
            raise RefusedError("unknown_value", field="kind", value=self.kind)
        if not self.person_agreed:
            raise RefusedError("missing_consent", field="person_agreed")
        advance(tx, talk, "turn_into_case", on=tx.today)
        content = tx.session.get(TalkContent, talk.id)
        wish = self.wish if self.wish is not None else (content.wishes if content else "")
        check_texts(wish)
        return TurnedWish(
            talk.id, self.kind, talk.person_id, talk.person_name, talk.unit_id, wish.strip()
        )


@dataclass(frozen=True, slots=True)
class LinkCase:
    """Link the case that came out of a talk, once it is registered."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    talk_id: int
    track: str
    case_id: int

    def __call__(self, tx: Tx) -> int:
        """Link it. Return the talk."""
        talk = load_talk(tx, self.talk_id, planner_too=False)
        if self.track not in CASES:
            raise RefusedError("unknown_value", field="track", value=self.track)
        tx.load(CASES[self.track], self.case_id)
        tx.add(
            CaseLink(
                from_track=TRACK,
                from_id=talk.id,
                to_track=self.track,
                to_id=self.case_id,
                kind=LINK,
            )
        )
        tx.case = (TRACK, talk.id)
        tx.changed.add(TRACK)
        return talk.id
