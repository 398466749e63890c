"""States and moves of what the desk keeps about its own people (pure).

回避, 代办, 工作交接 and changes of rights; DOMAIN §10.1, §10.3, §13, OFFICE §2.6, §3.
"""

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

RECUSAL = Track(
    "recusal",
    (
        Move(
            None,
            "request",
            "requested",
            Permission.RECUSAL_ASK,
            requires=(Evidence.REASON,),
            basis="规则第四十八条；条例第二十八条；政务处分法第四十七条",
        ),
        Move(
            "requested",
            "decide",
            "decided",
            Permission.RECUSAL_DECIDE,
            requires=(Evidence.APPROVAL_BY_OTHER,),
            basis="政务处分法第四十八条",
        ),
        Move(
            "requested",
            "refuse",
            "refused",
            Permission.RECUSAL_DECIDE,
            requires=(Evidence.APPROVAL_BY_OTHER,),
            basis="政务处分法第四十八条",
        ),
        Move(
            "decided",
            "lift",
            "lifted",
            Permission.RECUSAL_DECIDE,
            requires=(Evidence.REASON,),
        ),
    ),
    frozenset({"refused", "lifted"}),
)
"""回避: asked by the person, a party or the organ; decided by the organ; lifted by it."""

SUBSTITUTION = Track(
    "substitution",
    (
        Move(None, "arrange", "arranged", Permission.SUBSTITUTE_ARRANGE),
        Move("arranged", "end_early", "ended", Permission.SUBSTITUTE_ARRANGE),
    ),
    frozenset({"ended"}),
)
"""代办: runs between two days by itself; only an early end is a move."""

WORK_HAND_OVER = Track(
    "work_hand_over",
    (
        Move(None, "list_work", "listed", Permission.WORK_HAND_OVER),
        Move("listed", "list_again", "listed", Permission.WORK_HAND_OVER),
        Move(
            "listed",
            "carry_out",
            "carried_out",
            Permission.WORK_HAND_OVER,
            requires=(Evidence.SIGNATURE,),
            document="work_hand_over_list",
            basis="OFFICE §2.6",
        ),
        Move("listed", "discard", "discarded", Permission.WORK_HAND_OVER),
    ),
    frozenset({"carried_out", "discarded"}),
)
"""工作交接: counted, signed by three, carried out in one transaction."""

GRANT_CHANGE = Track(
    "grant_change",
    (
        Move(
            None,
            "propose",
            "proposed",
            Permission.GRANT_WRITE,
            requires=(Evidence.REASON,),
            basis="DOMAIN §10.3",
        ),
        Move(
            "proposed",
            "agree",
            "agreed",
            Permission.GRANT_CONFIRM,
            requires=(Evidence.APPROVAL_BY_OTHER,),
        ),
        Move("proposed", "refuse", "refused", Permission.GRANT_CONFIRM),
        Move("proposed", "take_back", "taken_back", Permission.GRANT_WRITE),
    ),
    frozenset({"agreed", "refused", "taken_back"}),
)
"""A change of rights: proposed by one, confirmed by another."""

TRACKS = (RECUSAL, SUBSTITUTION, WORK_HAND_OVER, GRANT_CHANGE)
