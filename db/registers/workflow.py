"""States and moves of the office's own books (pure)."""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

WRITE = Permission.REGISTER_WRITE
BOOKS = "OFFICE §2.5"
BY_OTHER = (Evidence.APPROVAL_BY_OTHER,)

LEADER_NOTE = Track(
    "leader_note",
    (
        Move(None, "enter", "to_assign", WRITE, starts=("leader_feedback",), basis=BOOKS),
        Move("to_assign", "assign", "in_progress", WRITE, basis=BOOKS),
        Move(
            "to_assign",
            "file_seen",
            "closed",
            WRITE,
            stops=("leader_feedback",),
            basis="OFFICE §3",
        ),
        Move("in_progress", "note_progress", "in_progress", WRITE, basis=BOOKS),
        Move("in_progress", "assign", "in_progress", WRITE, basis=BOOKS),
        Move("in_progress", "finish", "to_report", WRITE, basis=BOOKS),
        Move(
            "to_report",
            "report",
            "reported",
            WRITE,
            stops=("leader_feedback",),
            document="leader_note_sheet",
            basis=BOOKS,
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
        Move("reported", "close", "closed", WRITE, requires=BY_OTHER, basis="OFFICE §4.3"),
    ),
    frozenset({"closed"}),
)

SUBMISSION = Track(
    "submission",
    (
        Move(None, "draw_up", "to_send", WRITE, basis="OFFICE §7.5"),
        Move("to_send", "redraw", "to_send", WRITE, basis="OFFICE §7.5"),
        Move("to_send", "send", "sent", WRITE, document="submission_sheet", basis="OFFICE §2.4"),
        Move("sent", "record_answer", "recorded", WRITE, basis="OFFICE §2.4"),
        # 核对: another person compares what was typed with the scan.
        Move("recorded", "confirm_answer", "answered", WRITE, basis="OFFICE §2.4"),
        Move(
            "recorded",
            "type_again",
            "sent",
            WRITE,
            requires=(Evidence.REASON,),
            basis="OFFICE §2.4",
        ),
        Move("answered", "carry_out", "done", WRITE, basis="OFFICE §7.5"),
        # 圈阅 means seen: the matter is sent again or filed, never carried out as agreed.
        Move("answered", "send_again", "sent", WRITE, basis="OFFICE §3"),
        Move("answered", "file_seen", "done", WRITE, basis="OFFICE §3"),
        *(
            Move(source, "take_back", "taken_back", WRITE, requires=(Evidence.REASON,))
            for source in ("to_send", "sent")
        ),
    ),
    frozenset({"done", "taken_back"}),
)

INCOMING = Track(
    "incoming_paper",
    (
        Move(None, "enter", "to_propose", WRITE, basis=BOOKS),
        Move("to_propose", "propose", "to_decide", WRITE, basis=BOOKS),
        Move("to_propose", "file", "filed", WRITE, basis=BOOKS),
        Move("to_decide", "note_decision", "in_progress", WRITE, basis=BOOKS),
        Move("to_decide", "file", "filed", WRITE, basis=BOOKS),
        Move("in_progress", "finish", "finished", WRITE, basis=BOOKS),
        Move("finished", "file", "filed", WRITE, basis=BOOKS),
    ),
    frozenset({"filed"}),
)


def _asked(name: str, used: str, target: str) -> Iterator[Move]:
    """Yield the moves of what another person must agree to before it is done."""
    yield Move(None, "ask", "asked", WRITE, basis=BOOKS)
    yield Move("asked", "approve", "approved", WRITE, requires=BY_OTHER, basis=BOOKS)
    yield Move("approved", used, target, WRITE, document=name, basis=BOOKS)
    for source in ("asked", "approved"):
        yield Move(source, "cancel", "cancelled", WRITE, requires=(Evidence.REASON,), basis=BOOKS)


SEAL_USE = Track(
    "seal_use",
    tuple(_asked("seal_use_sheet", "use", "used")),
    frozenset({"used", "cancelled"}),
)

READING = Track(
    "reading_log",
    (
        *_asked("reading_sheet", "lend", "lent"),
        Move("lent", "give_back", "returned", WRITE, basis=BOOKS),
    ),
    frozenset({"returned", "cancelled"}),
)

NUMBERED_COPY = Track(
    "numbered_copy",
    (
        Move(None, "ask", "asked", Permission.LEADER_LIST, basis="OFFICE §1-25"),
        Move(
            "asked",
            "approve",
            "approved",
            Permission.LEADER_LIST,
            requires=BY_OTHER,
            basis="OFFICE §1-25",
        ),
        Move(
            "approved",
            "hand_out",
            "handed_out",
            Permission.LEADER_LIST,
            starts=("copy_take_back",),
            basis="OFFICE §1-25",
        ),
        Move(
            "handed_out",
            "collect",
            "collected",
            Permission.LEADER_LIST,
            stops=("copy_take_back",),
            basis="OFFICE §1-25",
        ),
        Move("collected", "destroy", "destroyed", Permission.LEADER_LIST, basis=BOOKS),
        *(
            Move(
                source,
                "cancel",
                "cancelled",
                Permission.LEADER_LIST,
                requires=(Evidence.REASON,),
                basis=BOOKS,
            )
            for source in ("asked", "approved")
        ),
    ),
    frozenset({"collected", "destroyed", "cancelled"}),
)

DUTY = Track(
    "duty_log",
    (
        Move(None, "begin", "on_duty", WRITE, basis="OFFICE §2.1"),
        Move("on_duty", "note_matters", "on_duty", WRITE, basis="OFFICE §2.1"),
        Move(
            "on_duty",
            "hand_over",
            "to_take_over",
            WRITE,
            document="duty_sheet",
            basis="OFFICE §2.1",
        ),
        Move("to_take_over", "take_over", "taken_over", WRITE, basis="OFFICE §2.1"),
        Move(
            "to_take_over",
            "go_on",
            "on_duty",
            WRITE,
            requires=(Evidence.REASON,),
            basis="OFFICE §2.1",
        ),
    ),
    frozenset({"taken_over"}),
)

APPOINTMENT = Track(
    "appointment",
    (
        Move(None, "book", "booked", WRITE, basis=BOOKS),
        Move("booked", "move_to", "booked", WRITE, basis=BOOKS),
        Move("booked", "receive", "received", WRITE, basis=BOOKS),
        Move("booked", "miss", "missed", WRITE, basis=BOOKS),
        Move("booked", "call_off", "called_off", WRITE, requires=(Evidence.REASON,), basis=BOOKS),
        Move("missed", "move_to", "booked", WRITE, basis=BOOKS),
    ),
    frozenset({"received", "missed", "called_off"}),
)

RECEPTION_DAY = Track(
    "reception_day",
    (
        Move(None, "plan", "planned", WRITE, document="reception_plan", basis="OFFICE §2.1"),
        Move("planned", "replan", "planned", WRITE, basis="OFFICE §2.1"),
        Move("planned", "hold", "held", WRITE, basis="OFFICE §2.1"),
        Move(
            "planned",
            "call_off",
            "called_off",
            WRITE,
            requires=(Evidence.REASON,),
            basis="OFFICE §2.1",
        ),
    ),
    frozenset({"held", "called_off"}),
)

PHONE_CALL = Track(
    "phone_call",
    (
        Move(None, "take_call", "to_verify", WRITE, basis="OFFICE §2.1"),
        Move(None, "plan_call", "to_verify", WRITE, basis="OFFICE §2.1"),
        # 回拨核实 before any progress is told.
        Move("to_verify", "verify", "verified", WRITE, basis="OFFICE §2.1"),
        Move(
            "to_verify",
            "tell_nothing",
            "not_verified",
            WRITE,
            requires=(Evidence.REASON,),
            basis="OFFICE §2.1",
        ),
        Move("verified", "record", "recorded", WRITE, document="phone_record", basis="OFFICE §7.5"),
    ),
    frozenset({"recorded", "not_verified"}),
)

MISDIRECTED = Track(
    "misdirected",
    (
        Move(None, "enter", "found", WRITE, basis="《个人信息保护法》第五十七条"),
        Move("found", "note_recall", "found", WRITE, basis="《个人信息保护法》第五十七条"),
        Move("found", "report", "reported", WRITE, basis="《个人信息保护法》第五十七条"),
        Move("reported", "note_recall", "reported", WRITE, basis="《个人信息保护法》第五十七条"),
        Move("reported", "tell_person", "reported", WRITE, basis="《个人信息保护法》第五十七条"),
        Move("reported", "close", "closed", WRITE, requires=BY_OTHER, basis="OFFICE §2.6"),
    ),
    frozenset({"closed"}),
)

RECONCILIATION = Track(
    "reconciliation",
    (
        Move(None, "send", "sent", WRITE, document="reconciliation_list", basis="OFFICE §2.7"),
        Move("sent", "sign_back", "returned", WRITE, basis="OFFICE §2.7"),
        Move("sent", "note_differences", "differs", WRITE, basis="OFFICE §2.7"),
        Move("differs", "correct", "corrected", WRITE, basis="OFFICE §2.7"),
    ),
    frozenset({"returned", "corrected"}),
)

TRACKS = (
    LEADER_NOTE,
    SUBMISSION,
    INCOMING,
    SEAL_USE,
    READING,
    NUMBERED_COPY,
    DUTY,
    APPOINTMENT,
    RECEPTION_DAY,
    PHONE_CALL,
    MISDIRECTED,
    RECONCILIATION,
)
