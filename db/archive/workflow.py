"""States and moves of a bound file (pure)."""

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

WRITE = Permission.REGISTER_WRITE

CASE_FILE = Track(
    "case_file",
    (
        Move(None, "make", "in_order", WRITE, document="contents", basis="OFFICE §7.5"),
        Move("in_order", "describe", "in_order", WRITE, basis="OFFICE §7.5"),
        # 检查人 is another person than 立卷人.
        Move("in_order", "check", "checked", WRITE, document="file_remarks", basis="OFFICE §7.5"),
        Move(
            "checked",
            "put_right",
            "in_order",
            WRITE,
            requires=(Evidence.REASON,),
            basis="OFFICE §7.5",
        ),
        Move("checked", "file", "filed", WRITE, basis="《档案法实施条例》第十九条"),
        Move(
            "filed",
            "hand_over",
            "handed_over",
            WRITE,
            requires=(Evidence.APPROVAL_BY_OTHER,),
            basis="《档案法实施条例》第二十条",
        ),
    ),
    frozenset({"filed", "handed_over"}),
)

TRACKS = (CASE_FILE,)
