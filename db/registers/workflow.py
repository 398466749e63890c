"""States and moves of the office's own books (pure)."""

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

WRITE = Permission.REGISTER_WRITE

LEADER_NOTE = Track(
    "leader_note",
    (
        Move(None, "enter", "to_assign", WRITE, starts=("leader_feedback",), basis="OFFICE §2.5"),
        Move("to_assign", "assign", "in_progress", WRITE, basis="OFFICE §2.5"),
        Move("in_progress", "note_progress", "in_progress", WRITE, basis="OFFICE §2.5"),
        Move("in_progress", "assign", "in_progress", WRITE, basis="OFFICE §2.5"),
        Move("in_progress", "finish", "to_report", WRITE, basis="OFFICE §2.5"),
        Move(
            "to_report",
            "report",
            "reported",
            WRITE,
            stops=("leader_feedback",),
            document="leader_note_sheet",
            basis="OFFICE §2.5",
        ),
        Move("reported", "note_again", "noted_again", WRITE, basis="OFFICE §4.3"),
        Move(
            "noted_again",
            "assign",
            "in_progress",
            WRITE,
            starts=("leader_feedback",),
            basis="OFFICE §4.3",
        ),
        Move(
            "reported",
            "close",
            "closed",
            WRITE,
            requires=(Evidence.APPROVAL_BY_OTHER,),
            basis="OFFICE §4.3",
        ),
    ),
    frozenset({"closed"}),
)

TRACKS = (LEADER_NOTE,)
