"""States and moves of a reminder, inquiry, admonishment or written statement (pure).

OFFICE §4.3 "Other things with states", DOMAIN §5, PRODUCT §3-8. What was asked and answered stays
on paper with 干部监督; the record holds the steps and their days.
"""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

NAME = "inquiry"

REMINDER = "reminder"
WRITTEN_INQUIRY = "written_inquiry"
ADMONISHMENT = "admonishment"
WRITTEN_STATEMENT = "written_statement"
KINDS = (REMINDER, WRITTEN_INQUIRY, ADMONISHMENT, WRITTEN_STATEMENT)

EXPLAINS = (WRITTEN_INQUIRY, WRITTEN_STATEMENT)
"""Kinds in which the person explains a matter and the explanation is accepted or not."""
MENDS = (REMINDER, ADMONISHMENT)
"""Kinds that end with a report on what was mended."""

TERMINAL = frozenset({"fed_back", "not_accepted", "mended", "voided"})
ACCEPTED = ("accepted", "told_person", "told_principal", "fed_back")

REPLY_RULES = ("written_inquiry_reply", "admonishment_self_check")
MENDING_RULE = "reminder_rectification"
FEEDBACK_RULE = "inquiry_feedback"

ONLY_FOR = {
    "start_review": EXPLAINS,
    "record_rectification": MENDS,
}
"""Move → the kinds it belongs to; moves not named belong to all."""
NOT_FOR = {"record_reply": (REMINDER,)}
"""A reminder asks for no answer, only for the report on what was mended."""

_WRITE = Permission.INQUIRY_WRITE


def _feedbacks() -> Iterator[Move]:
    # The two are told in any order; only both end it (PRODUCT §3-8).
    for source, name, target in (
        ("accepted", "tell_person", "told_person"),
        ("accepted", "tell_principal", "told_principal"),
        ("told_principal", "tell_person", "fed_back"),
        ("told_person", "tell_principal", "fed_back"),
    ):
        yield Move(
            source,
            name,
            target,
            _WRITE,
            stops=(FEEDBACK_RULE,) if target == "fed_back" else (),
            basis="PRODUCT §3-8",
        )


def _exits() -> Iterator[Move]:
    for source in ("sent", "awaiting_reply", "answered", "reviewing"):
        yield Move(
            source,
            "void",
            "voided",
            _WRITE,
            requires=(Evidence.REASON,),
            basis="DECISIONS",
        )
    for source in ("awaiting_reply", "answered"):
        yield Move(
            source,
            "record_rectification",
            "mended",
            _WRITE,
            stops=(MENDING_RULE,),
            basis="DOMAIN §5",
        )


MOVES = (
    Move(None, "send", "sent", _WRITE, basis="DOMAIN §5"),
    Move("sent", "deliver", "awaiting_reply", _WRITE, basis="DOMAIN §5"),
    Move(
        "awaiting_reply",
        "record_reply",
        "answered",
        _WRITE,
        stops=REPLY_RULES,
        basis="DOMAIN §5",
    ),
    Move("answered", "start_review", "reviewing", _WRITE, basis="OFFICE §4.3"),
    Move(
        "reviewing",
        "accept",
        "accepted",
        _WRITE,
        starts=(FEEDBACK_RULE,),
        basis="PRODUCT §3-8",
    ),
    Move(
        "reviewing",
        "refuse",
        "not_accepted",
        _WRITE,
        requires=(Evidence.REASON,),
        basis="OFFICE §4.3",
    ),
    *_feedbacks(),
    *_exits(),
)

INQUIRY = Track(NAME, MOVES, TERMINAL)


def belongs(move: str, kind: str) -> bool:
    """Return whether a move belongs to a kind of inquiry."""
    return kind in ONLY_FOR.get(move, KINDS) and kind not in NOT_FOR.get(move, ())
