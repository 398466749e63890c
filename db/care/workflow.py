"""States and moves of a care talk, of its difficulties and of suggestions (pure).

DOMAIN §14.5 with the corrections of OFFICE §4.4(e), §5-31, §5-32 and SETTLED §2(e).
"""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

NAME = "care_talk"

TERMINAL = frozenset({"closed", "cancelled"})
BEFORE_TALK = ("planned", "scheduled")
AFTER_TALK = ("held", "recorded", "action_open", "follow_up_due", "followed_up", "closed")
DATED_TODOS = ("action_open", "follow_up_due", "followed_up")
"""States in which further difficulties may be listed without leaving the state."""
HEART_TO_HEART = frozenset({"mood", "public_report", "request"})
"""Triggers of talks planned by hand: all wear the one word 谈心谈话 (SETTLED §9.4)."""
MUST_TALK = ("position_change", "award", "assessment", "mood", "public_report", "setback")
"""六个必谈: events after which a talk is held (SEED-000, PRODUCT §3-6)."""
BY_SUGGESTION = frozenset({"after_appeal", "after_clarification"})
ORDINARY = "ordinary"
"""What lists and figures carry instead of a trigger of `HEART_TO_HEART`."""
LEVELS = ("talker_and_recorder", "with_manager", "result_only")


def shown_trigger(trigger: str) -> str:
    """Return the trigger as everybody but the talker may see it."""
    return ORDINARY if trigger in HEART_TO_HEART else trigger


def _appointments() -> Iterator[Move]:
    # From `scheduled` again: an appointment is moved more often than it is kept.
    for source in BEFORE_TALK:
        yield Move(
            source,
            "schedule",
            "scheduled",
            Permission.TALK_PLAN,
            requires=(Evidence.TALKER, Evidence.WHEN_AND_WHERE),
            basis="DOMAIN §14.5",
        )


def _cancels() -> Iterator[Move]:
    for source in BEFORE_TALK:
        yield Move(
            source,
            "cancel",
            "cancelled",
            Permission.TALK_PLAN,
            requires=(Evidence.REASON, Evidence.APPROVAL_BY_OTHER),
            stops=("talk_plan",),
            basis="DOMAIN §14.5",
        )


def _after_the_record() -> Iterator[Move]:
    for source in DATED_TODOS:
        yield Move(
            source,
            "list_difficulties",
            source,
            Permission.TALK_HOLD,
            requires=(Evidence.DIFFICULTIES,),
            basis="OFFICE §7.4",
        )
    for source in ("recorded", "action_open"):
        yield Move(
            source,
            "arrange_follow_up",
            "follow_up_due",
            Permission.TALK_HOLD,
            starts=("follow_up_visit",),
            basis="SETTLED §2",
        )
    for source in ("recorded", "action_open", "followed_up"):
        yield Move(
            source,
            "close",
            "closed",
            Permission.TALK_HOLD,
            requires=(Evidence.DIFFICULTIES_DONE, Evidence.APPROVAL_BY_OTHER),
            basis="SETTLED §2",
        )
    for source in ("held", "recorded", *DATED_TODOS):
        yield Move(
            source,
            "turn_into_case",
            source,
            Permission.TALK_HOLD,
            basis="OFFICE §4.4(e)",
        )


MOVES = (
    Move(
        None,
        "plan",
        "planned",
        Permission.TALK_PLAN,
        starts=("talk_plan",),
        document="talk_plan",
        basis="DOMAIN §14.5",
    ),
    Move(
        None,
        "hold_at_once",
        "held",
        Permission.TALK_HOLD,
        requires=(Evidence.TALKER,),
        starts=("talk_record",),
        basis="SETTLED §2",
    ),
    *_appointments(),
    *_cancels(),
    Move(
        "scheduled",
        "record_held",
        "held",
        Permission.TALK_HOLD,
        requires=(Evidence.TALKER,),
        starts=("talk_record",),
        stops=("talk_plan",),
        basis="DOMAIN §14.5",
    ),
    Move(
        "held",
        "write_record",
        "recorded",
        Permission.TALK_HOLD,
        requires=(Evidence.CONTENT,),
        stops=("talk_record",),
        document="care_talk_record",
        basis="DOMAIN §14.5",
    ),
    Move(
        "recorded",
        "list_difficulties",
        "action_open",
        Permission.TALK_HOLD,
        requires=(Evidence.DIFFICULTIES,),
        basis="DOMAIN §14.5",
    ),
    Move(
        "follow_up_due",
        "record_follow_up",
        "followed_up",
        Permission.TALK_HOLD,
        requires=(Evidence.REVISIT,),
        stops=("follow_up_visit",),
        basis="DOMAIN §14.5",
    ),
    Move(
        "followed_up",
        "arrange_next_follow_up",
        "follow_up_due",
        Permission.TALK_HOLD,
        starts=("follow_up_visit",),
        basis="DOMAIN §14.5",
    ),
    *_after_the_record(),
)

CARE_TALK = Track(NAME, MOVES, TERMINAL)

DIFFICULTY = Track(
    "difficulty",
    (
        Move(None, "add", "open", Permission.TALK_HOLD, requires=(Evidence.CONTENT,)),
        Move("open", "solve", "done", Permission.TALK_HOLD, requires=(Evidence.CONTENT,)),
        Move("open", "explain", "not_possible", Permission.TALK_HOLD, requires=(Evidence.REASON,)),
    ),
    frozenset({"done", "not_possible"}),
)

SUGGESTION = Track(
    "talk_suggestion",
    (
        Move(None, "suggest", "open", Permission.APPEAL_CLOSE, basis="SETTLED §2"),
        Move("open", "accept", "accepted", Permission.TALK_PLAN),
        Move("open", "dismiss", "dismissed", Permission.TALK_PLAN, requires=(Evidence.REASON,)),
    ),
    frozenset({"accepted", "dismissed"}),
)

TRACKS = (CARE_TALK, DIFFICULTY, SUGGESTION)
