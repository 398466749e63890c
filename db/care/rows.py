"""What crosses the wall about talks (pure).

A trigger crosses as its words: every talk planned by hand is 谈心谈话 (SETTLED §9.4). What was said
crosses only to whoever may read it; for everybody else the card holds none of it.
"""

from dataclasses import dataclass
from datetime import date, datetime

from db.appeals.rows import ApprovalRow, ClockRow, EventRow, LinkRow
from db.clarification.rows import FileRow, PaperRow
from db.codes.deadlines import Level


@dataclass(frozen=True, slots=True)
class TalkFilter:
    """What the list shows; empty parts do not limit.

    Attributes:
        text: Part of a name, its initials, or of a number.
        states: States.
        mine: Only talks the actor holds or records.
        held_from: First day of talks held.
        held_to: Last day.
        due_to: Next due on or before.
        overdue: Only those past their due date.
        person_id: Only of this person.
        ids: Only these, as a figure's list.
    """

    text: str = ""
    states: tuple[str, ...] = ()
    mine: bool = False
    held_from: date | None = None
    held_to: date | None = None
    due_to: date | None = None
    overdue: bool = False
    person_id: int | None = None
    ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One line of the list of talks."""

    id: int
    version: int
    number: str
    state: str
    person_id: int | None
    person_name: str
    unit: str
    trigger_zh: str
    trigger_en: str
    organized: bool
    planned_on: date | None
    scheduled_at: datetime | None
    place: str
    talker_id: int | None
    talker_name: str
    recorder_id: int | None
    recorder_name: str
    held_on: date | None
    person_times: int
    level: str
    difficulties: int
    open_difficulties: int
    revisit_due_on: date | None
    revisit_result: str
    next_due_on: date | None
    next_due_rule: str | None
    provisional: bool
    light: Level | None
    is_mine: bool
    """The actor talked or recorded."""


@dataclass(frozen=True, slots=True)
class DifficultyRow:
    """A task that came out of a talk."""

    id: int
    version: int
    talk_id: int
    number: str
    person_name: str
    state: str
    text: str
    unit_id: int | None
    unit: str
    responsible: str
    measure: str
    due_on: date | None
    progress: str
    done_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class TalkTexts:
    """What was said, as far as the actor may read it.

    Attributes:
        life: Family and health; None for everybody but talker and recorder.
    """

    thoughts: str
    work: str
    life: str | None
    wishes: str
    response: str
    revisit_note: str


@dataclass(frozen=True, slots=True)
class TalkCard:
    """One talk as the actor may see it.

    Attributes:
        trigger: Value of the list, for the talker's own form alone; else None.
        texts: What was said; None where it is not the actor's to read.
        conclusion: 谈话人回应和工作打算 where the level opens it; else None.
        todos: The difficulties; None where only their number may be seen.
        ordinal: 第__次, counted over the talks held with this person.
    """

    row: TalkRow
    trigger: str | None
    sex: str
    birth_month: str
    political_status: str
    post: str
    rank: str
    unit_full: str
    others: str
    held_from: str
    held_to: str
    way: str
    recorded_on: date | None
    confirmed_by_person: str
    revisit_way: str
    revisitor: str
    revisited_on: date | None
    cancel_reason: str
    ended_on: date | None
    ordinal: int
    opened_by: str
    texts: TalkTexts | None
    conclusion: str | None
    todos: tuple[DifficultyRow, ...] | None
    clocks: tuple[ClockRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    approvals: tuple[ApprovalRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    files: tuple[FileRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    moves: tuple[str, ...] = ()
    """Deeds open to the actor; `behalf:<name>` where he may only record them from a paper."""
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    """A talk that a closed appeal or a carried-out clarification suggests."""

    id: int
    version: int
    state: str
    trigger_zh: str
    trigger_en: str
    person_id: int | None
    person_name: str
    suggested_on: date
    from_track: str
    from_id: int
    from_number: str
    dismissed_reason: str


@dataclass(frozen=True, slots=True)
class TalkerRow:
    """An account that may hold or record a talk."""

    account_id: int
    name: str
    post: str
    unit: str
    sex: str = ""


@dataclass(frozen=True, slots=True)
class TalkWork:
    """What waits, by section of the workbench.

    Attributes:
        to_arrange: Planned talks without a time.
        to_hold: Arranged talks.
        to_record: Held talks of the actor whose record is missing.
        to_visit: Talks whose visit is due.
        difficulties: Open tasks that the actor may see, by due day.
        suggestions: Talks suggested, to be taken up or dismissed.
        approvals: Decisions that the actor may take.
    """

    to_arrange: tuple[TalkRow, ...] = ()
    to_hold: tuple[TalkRow, ...] = ()
    to_record: tuple[TalkRow, ...] = ()
    to_visit: tuple[TalkRow, ...] = ()
    difficulties: tuple[DifficultyRow, ...] = ()
    suggestions: tuple[SuggestionRow, ...] = ()
    approvals: tuple[ApprovalRow, ...] = ()


@dataclass(frozen=True, slots=True)
class MustTalkRow:
    """A must-talk event with what became of its talk.

    Attributes:
        kind_zh: Its word as everybody may see it: 谈心谈话 for those that are not told apart.
        kind_en: The same in English.
        talk_state: State of the talk.
        due_on: By when the talk is to be held; None once it is held or cancelled.
        overdue: Not held by then.
        reason: Why it was not held, empty otherwise.
        joined: An earlier event had planned the talk already.
    """

    id: int
    kind_zh: str
    kind_en: str
    person_id: int | None
    person_name: str
    unit: str
    happened_on: date
    line: str
    talk_id: int
    talk_number: str
    talk_state: str
    held_on: date | None
    due_on: date | None
    overdue: bool
    reason: str
    joined: bool


@dataclass(frozen=True, slots=True)
class MatchedEvent:
    """A pasted line beside what the register knows of it.

    Attributes:
        place: Line of the pasted text.
        name: Name as written.
        unit_text: Unit as written.
        unit_id: Unit of the tree that bears this name now or before; None if none does.
        unit: Its short name.
        person_id: The one person of the register who fits; None for none or several.
        namesakes: How many persons of the register bear the name and fit the unit.
        on: Day, None if none was written.
        line: A few words.
        problem: Code of what stands in the way, empty where it can be taken.
    """

    place: int
    name: str
    unit_text: str
    unit_id: int | None
    unit: str
    person_id: int | None
    namesakes: int
    on: date | None
    line: str
    problem: str


@dataclass(frozen=True, slots=True)
class UnitPlan:
    """Must-talks of a unit: plan against done, in the area's own order, never ranked.

    Attributes:
        unit_id: Unit of the talked persons, None where it is not known.
        unit: Short name.
        planned: Talks brought about by events of the span.
        held: Of these, held.
        overdue: Not held and past the limit.
        not_held: Cancelled, with a reason.
    """

    unit_id: int | None
    unit: str
    planned: int
    held: int
    overdue: int
    not_held: int
