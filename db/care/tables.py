"""关爱谈话: contents apart from the talk, because who reads them is another question."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.care.workflow import AFTER_TALK, CARE_TALK, DIFFICULTY, LEVELS, MUST_TALK, SUGGESTION
from db.core.base import Key, Versioned

TRACK = "care_talk"


def _any_of(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({','.join(repr(value) for value in sorted(values))})"


class CareTalk(Versioned):
    """One talk with one or several persons; held talks × talked persons are person-times."""

    __tablename__ = "care_talk"
    __table_args__ = (
        CheckConstraint(_any_of("state", CARE_TALK.states()), name="known_state"),
        CheckConstraint(_any_of("level", LEVELS), name="known_level"),
        CheckConstraint(
            f"NOT {_any_of('state', AFTER_TALK)} OR (held_on IS NOT NULL AND person_times > 0 "
            "AND talker_name <> '')",
            name="held_has_talker",
        ),
        CheckConstraint("state <> 'cancelled' OR cancel_reason <> ''", name="cancelled_has_reason"),
        Index("ix_talk_state", "state", "id"),
        Index("ix_talk_person", "person_id"),
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(30))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(200))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    trigger: Mapped[str] = mapped_column(String(40))
    organized: Mapped[bool] = mapped_column(default=True)
    """组织约谈; False 本人约谈."""
    planned_on: Mapped[date | None]
    scheduled_at: Mapped[datetime | None]
    place: Mapped[str] = mapped_column(String(120), default="")
    talker_id: Mapped[int | None]
    talker_name: Mapped[str] = mapped_column(String(80), default="")
    recorder_id: Mapped[int | None]
    recorder_name: Mapped[str] = mapped_column(String(80), default="")
    others: Mapped[str] = mapped_column(String(200), default="")
    held_on: Mapped[date | None]
    held_from: Mapped[str] = mapped_column(String(8), default="")
    held_to: Mapped[str] = mapped_column(String(8), default="")
    way: Mapped[str] = mapped_column(String(30), default="individual")
    person_times: Mapped[int] = mapped_column(default=0)
    recorded_on: Mapped[date | None]
    level: Mapped[str] = mapped_column(String(30), default="talker_and_recorder")
    """talker_and_recorder, with_manager, result_only."""
    confirmed_by_person: Mapped[str] = mapped_column(String(30), default="")
    revisit_due_on: Mapped[date | None]
    revisit_way: Mapped[str] = mapped_column(String(40), default="")
    revisitor: Mapped[str] = mapped_column(String(80), default="")
    revisited_on: Mapped[date | None]
    revisit_result: Mapped[str | None] = mapped_column(String(20))
    cancel_reason: Mapped[str] = mapped_column(String(200), default="")
    ended_on: Mapped[date | None]
    opened_by_id: Mapped[int | None]


class TalkContent(Versioned):
    """What was said; read by talker and recorder, wider only if the talker widens it."""

    __tablename__ = "talk_content"

    talk_id: Mapped[int] = mapped_column(ForeignKey("care_talk.id"), primary_key=True)
    thoughts: Mapped[str] = mapped_column(Text, default="")
    work: Mapped[str] = mapped_column(Text, default="")
    life: Mapped[str] = mapped_column(Text, default="")
    """Family and health: the box that only talker and recorder ever see."""
    wishes: Mapped[str] = mapped_column(Text, default="")
    response: Mapped[str] = mapped_column(Text, default="")
    revisit_note: Mapped[str] = mapped_column(Text, default="")


class Difficulty(Versioned):
    """困难问题: a task that came out of a talk."""

    __tablename__ = "difficulty"
    __table_args__ = (
        CheckConstraint(_any_of("state", DIFFICULTY.states()), name="known_state"),
        Index("ix_difficulty_talk", "talk_id"),
        Index("ix_difficulty_open", "state", "due_on"),
    )

    id: Mapped[Key]
    talk_id: Mapped[int] = mapped_column(ForeignKey("care_talk.id"))
    state: Mapped[str] = mapped_column(String(20), default="open")
    text: Mapped[str] = mapped_column(Text)
    unit_id: Mapped[int | None]
    responsible: Mapped[str] = mapped_column(String(80), default="")
    measure: Mapped[str] = mapped_column(Text, default="")
    due_on: Mapped[date | None]
    progress: Mapped[str] = mapped_column(Text, default="")
    done_on: Mapped[date | None]


class Suggestion(Versioned):
    """A talk suggested by a closed appeal or a carried-out clarification; no clock runs."""

    __tablename__ = "talk_suggestion"
    __table_args__ = (
        CheckConstraint(_any_of("state", SUGGESTION.states()), name="known_state"),
        CheckConstraint(
            "state <> 'dismissed' OR dismissed_reason <> ''", name="dismissed_has_reason"
        ),
        Index("ix_suggestion_state", "state", "id"),
    )

    id: Mapped[Key]
    trigger: Mapped[str] = mapped_column(String(40))
    from_track: Mapped[str] = mapped_column(String(40))
    from_id: Mapped[int]
    person_id: Mapped[int | None]
    person_name: Mapped[str] = mapped_column(String(200))
    suggested_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(20), default="open")
    talk_id: Mapped[int | None]
    dismissed_reason: Mapped[str] = mapped_column(String(200), default="")


class TalkEvent(Versioned):
    """One of the six events after which a talk is held; near ones share a talk."""

    __tablename__ = "talk_event"
    __table_args__ = (
        CheckConstraint(_any_of("kind", MUST_TALK), name="known_kind"),
        Index("ix_talk_event_talk", "talk_id"),
        Index("ix_talk_event_person", "person_id", "happened_on"),
        Index("ix_talk_event_day", "happened_on", "id"),
    )

    id: Mapped[Key]
    kind: Mapped[str] = mapped_column(String(40))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(200))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime]
    line: Mapped[str] = mapped_column(String(100), default="")
    talk_id: Mapped[int] = mapped_column(ForeignKey("care_talk.id"))
    joined: Mapped[bool] = mapped_column(default=False)
    entered_by_id: Mapped[int]
