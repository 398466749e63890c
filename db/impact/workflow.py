"""States and moves of an impact period, its punishments and its visits (pure).

OFFICE §4.3 "Other things with states", §5-39, DOMAIN §6.4, PRODUCT §3-9. Only 影响期届满日 is ever
said: no state and no paper says that somebody may be promoted.
"""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

NAME = "impact"
PUNISHMENT = "punishment"
VISIT = "impact_visit"

IN_PERIOD = "in_period"
ENDING_SOON = "ending_soon"
ENDED = "ended"
DERIVED = frozenset({ENDING_SOON, ENDED})
"""即将期满（30日内）and 已期满待评估 follow from the last day and today; they are never stored."""
SOON_DAYS = 30
TERMINAL = frozenset({"reappointed", "lifted"})
REVIEWED = ("usable", "watching")
REVISIT_RULE = "annual_revisit"
REVIEW_RULE = "impact_review"
HELPER_RULE = "helper_assignment"

_WRITE = Permission.IMPACT_WRITE


def _reviews() -> Iterator[Move]:
    for source in (IN_PERIOD, "watching"):
        yield Move(
            source,
            "find_usable",
            "usable",
            _WRITE,
            stops=(REVIEW_RULE, REVISIT_RULE, HELPER_RULE),
            basis="PRODUCT §3-9",
        )
        yield Move(
            source,
            "keep_watching",
            "watching",
            _WRITE,
            requires=(Evidence.REASON,),
            stops=(REVIEW_RULE,),
            basis="PRODUCT §3-9",
        )


def _helps() -> Iterator[Move]:
    for source in (IN_PERIOD, "watching"):
        yield Move(source, "name_helper", source, _WRITE, stops=(HELPER_RULE,), basis="DOMAIN §6.4")
        yield Move(
            source,
            "correct_decision",
            source,
            _WRITE,
            requires=(Evidence.REASON,),
            basis="DECISIONS",
        )


def _exits() -> Iterator[Move]:
    for source in (IN_PERIOD, *REVIEWED):
        yield Move(source, "lift", "lifted", _WRITE, requires=(Evidence.REASON,), basis="DECISIONS")


MOVES = (
    # Its clocks run from the day the decision was delivered, not from the day it is entered.
    Move(None, "enter", IN_PERIOD, _WRITE, basis="DOMAIN §6.4"),
    *_helps(),
    *_reviews(),
    Move("usable", "reappoint", "reappointed", _WRITE, basis="PRODUCT §3-9"),
    *_exits(),
)

IMPACT = Track(NAME, MOVES, TERMINAL, DERIVED)

PUNISHMENTS = Track(
    PUNISHMENT,
    (
        Move(None, "add", "standing", _WRITE, basis="政务处分法 Art 15"),
        Move("standing", "revoke", "revoked", _WRITE, requires=(Evidence.REASON,)),
    ),
    frozenset({"standing", "revoked"}),
)

VISITS = Track(
    VISIT,
    (Move(None, "visit", "visited", _WRITE, basis="DOMAIN §6.4"),),
    frozenset({"visited"}),
)
