"""States and moves of a person in need at the desk, and of several visitors at once (pure)."""

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

PERSON = "visitor_in_need"
HEALTH = "visitor_health"
GROUP = "group_visit"
REVISIT_RULE = "attention_revisit"
MOST_REPRESENTATIVES = 5
"""多人来访 is spoken for by at most five (信访工作条例 Art 20)."""

_DESK = Permission.RECEPTION_WRITE

IN_NEED = Track(
    PERSON,
    (
        Move(None, "note", "noted", _DESK, basis="OFFICE §2.6"),
        Move("noted", "revisit", "revisited", _DESK, stops=(REVISIT_RULE,), basis="OFFICE §2.6"),
        Move("revisited", "revisit_again", "revisited", _DESK, basis="OFFICE §2.6"),
        Move("noted", "correct_level", "noted", _DESK, requires=(Evidence.REASON,)),
        Move("revisited", "correct_level", "revisited", _DESK, requires=(Evidence.REASON,)),
        Move("revisited", "settle", "settled", _DESK, basis="OFFICE §2.6"),
    ),
    frozenset({"settled"}),
)

HEALTH_NOTES = Track(
    HEALTH,
    (
        Move(None, "write", "kept", _DESK, basis="PIPL Arts 28-29"),
        Move("kept", "withdraw_consent", "cleared", _DESK, basis="PIPL Art 15"),
    ),
    frozenset({"kept", "cleared"}),
)

SEVERAL = Track(
    GROUP,
    (
        Move(None, "receive", "received", _DESK, basis="OFFICE §2.6"),
        Move("received", "unit_arrives", "received", _DESK, basis="OFFICE §2.6"),
        Move("received", "report", "reported", _DESK, basis="OFFICE §2.6"),
        Move("received", "settle", "settled", _DESK, basis="OFFICE §2.6"),
        Move("reported", "unit_arrives", "reported", _DESK, basis="OFFICE §2.6"),
        Move("reported", "settle", "settled", _DESK, basis="OFFICE §2.6"),
    ),
    frozenset({"settled"}),
)
