"""States and moves of 催办, 督办 and 商请反馈 (pure).

条例 Art 40; OFFICE §2.5, §4.3, §4.6. 纪委监委 is never supervised: for it there is 商请反馈, a book
of its own without any date (SETTLED §9.8).
"""

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

NAME = "supervision"
REQUEST = "feedback_request"
REPLY_RULE = "supervision_reply"
UNANSWERED = "unanswered"
"""逾期未回复: follows from the day asked for; never stored."""
PLAIN_CAUSES = frozenset({"overdue", "needs_supplement"})
"""事由 that may stand on the sheet as words; every other one needs the head (OFFICE §4.6)."""
REGULATION = "《信访工作条例》第四十条"

_WRITE = Permission.SUPERVISION_WRITE
_ANSWER = Permission.SUPERVISION_ANSWER

SUPERVISION = Track(
    NAME,
    (
        Move(None, "urge", "sent", _WRITE, starts=(REPLY_RULE,), basis=REGULATION),
        Move(
            None,
            "draw_up",
            "draft",
            _WRITE,
            document="supervision_notice",
            basis=REGULATION,
        ),
        Move("draft", "send", "sent", _WRITE, starts=(REPLY_RULE,), basis=REGULATION),
        Move(
            "draft",
            "send_approved",
            "sent",
            _WRITE,
            requires=(Evidence.APPROVAL_BY_OTHER,),
            starts=(REPLY_RULE,),
            basis="OFFICE §4.6",
        ),
        Move("draft", "redraw", "draft", _WRITE),
        Move("draft", "drop", "closed", _WRITE, requires=(Evidence.REASON,)),
        Move("sent", "record_answer", "answered", _ANSWER, stops=(REPLY_RULE,), basis=REGULATION),
        Move(
            "sent",
            "close_unanswered",
            "closed",
            _WRITE,
            requires=(Evidence.REASON,),
            stops=(REPLY_RULE,),
        ),
        Move(
            "answered",
            "ask_again",
            "sent",
            _WRITE,
            requires=(Evidence.REASON,),
            starts=(REPLY_RULE,),
            basis=REGULATION,
        ),
        Move("answered", "close", "closed", _WRITE, basis="OFFICE §2.5"),
    ),
    frozenset({"closed"}),
    frozenset({UNANSWERED}),
)

FEEDBACK_REQUEST = Track(
    REQUEST,
    (
        Move(
            None,
            "invite",
            "sent",
            _WRITE,
            document="feedback_request_letter",
            basis="SETTLED §9.8",
        ),
        Move("sent", "record_answer", "answered", _ANSWER, basis="SETTLED §9.8"),
        Move("sent", "let_rest", "closed", _WRITE, requires=(Evidence.REASON,)),
        Move("answered", "close", "closed", _WRITE),
    ),
    frozenset({"closed"}),
)
"""No clock starts, no day is asked for: it is never overdue and counts in no on-time figure."""
