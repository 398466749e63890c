"""States and moves of 会商研判 and of what belongs to one (pure).

OFFICE §2.5, §4.3, §7.5; 条例 Art 24; PRODUCT §3-10. Opinions stay apart by who gave them, and
dissent stays beside what was decided.
"""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

NAME = "meeting"
TOPIC = "meeting_topic"
PARTICIPANT = "meeting_participant"
OPINION = "meeting_opinion"
TASK = "meeting_task"
TASK_RULE = "meeting_task"
MINUTES_RULE = "meeting_minutes"

PLANNED = ("proposed", "called")
"""States in which topics and participants are still gathered."""
SAT = ("held", "minutes_pending", "minutes_issued")

_WRITE = Permission.MEETING_WRITE
_TASK = Permission.MEETING_TASK
REGULATION = "《信访工作条例》第二十四条"


def _cancelled() -> Iterator[Move]:
    for source in PLANNED:
        yield Move(source, "cancel", "cancelled", _WRITE, requires=(Evidence.REASON,))


MEETING = Track(
    NAME,
    (
        Move(None, "propose", "proposed", _WRITE, basis=REGULATION),
        Move("proposed", "call", "called", _WRITE, document="meeting_notice"),
        Move("called", "call_anew", "called", _WRITE, requires=(Evidence.REASON,)),
        Move("called", "hold", "held", _WRITE, starts=(MINUTES_RULE,)),
        Move("held", "draft_minutes", "minutes_pending", _WRITE, document="meeting_minutes"),
        Move("minutes_pending", "take_back", "held", _WRITE, requires=(Evidence.REASON,)),
        Move(
            "minutes_pending",
            "issue_minutes",
            "minutes_issued",
            _WRITE,
            requires=(Evidence.APPROVAL_BY_OTHER,),
            stops=(MINUTES_RULE,),
            document="meeting_minutes",
        ),
        *_cancelled(),
    ),
    frozenset({"minutes_issued", "cancelled"}),
)

MEETING_TOPIC = Track(
    TOPIC,
    (
        Move(None, "list", "listed", _WRITE),
        Move("listed", "conclude", "decided", _WRITE, requires=(Evidence.CONTENT,)),
        Move("decided", "conclude_anew", "decided", _WRITE, requires=(Evidence.CONTENT,)),
        Move("listed", "put_off", "put_off", _WRITE, requires=(Evidence.REASON,)),
    ),
    frozenset({"decided", "put_off"}),
)
"""Dispute and consultation: one decision a topic, with who does it and by when."""

MEETING_PARTICIPANT = Track(
    PARTICIPANT,
    (
        Move(None, "ask", "asked", _WRITE),
        Move("asked", "came", "present", _WRITE),
        Move("asked", "excuse", "excused", _WRITE),
        Move(
            "present",
            "waive_opinion",
            "waived",
            Permission.APPEAL_APPROVE,
            requires=(Evidence.REASON,),
            basis="PRODUCT §3-10",
        ),
    ),
    frozenset({"present", "excused", "waived"}),
)

MEETING_OPINION = Track(
    OPINION,
    (Move(None, "note_opinion", "noted", _WRITE, requires=(Evidence.CONTENT,)),),
    frozenset({"noted"}),
)

MEETING_TASK = Track(
    TASK,
    (
        Move(None, "give", "to_do", _WRITE, starts=(TASK_RULE,), basis="OFFICE §2.5"),
        Move("to_do", "report_done", "done", _TASK, stops=(TASK_RULE,)),
        Move("to_do", "take_back", "written_off", _WRITE, requires=(Evidence.REASON,)),
        Move("done", "not_done", "to_do", _WRITE, requires=(Evidence.REASON,), starts=(TASK_RULE,)),
        Move("done", "write_off", "written_off", _WRITE),
    ),
    frozenset({"written_off"}),
)
