"""Books of the desk: duty log, appointments, reception days (pure)."""

from db.core.books import Book, FieldKind, FieldSpec, Paper
from db.core.permissions import Permission
from db.registers.workflow import APPOINTMENT, DUTY, RECEPTION_DAY

K = FieldKind
READ = Permission.REGISTER_READ
WRITE = Permission.REGISTER_WRITE

COUNTS = ("visits", "visitors", "calls", "letters", "consultations")
"""Numbers of the day, computed from the store when the shift is handed over."""

DUTY_LOGS = Book(
    track=DUTY,
    fields=(
        FieldSpec("duty_on", K.DAY, required=True),
        FieldSpec("leader", required=True, most=80),
        FieldSpec("staff", required=True, most=120),
        FieldSpec("receptionist", most=80),
        *(FieldSpec(name, K.NUMBER) for name in COUNTS),
        FieldSpec("matters", K.AREA, most=2000, lines=5),
        FieldSpec("left", K.AREA, required=True, most=2000, lines=4),
        FieldSpec("giver", most=80),
        FieldSpec("taker", most=80),
        FieldSpec("handed_at", K.TIME, required=True),
    ),
    asks={
        "begin": ("duty_on", "leader", "staff", "receptionist"),
        "note_matters": ("matters",),
        "hand_over": ("matters", "left", "handed_at"),
        "take_over": ("note",),
        "go_on": ("reason",),
    },
    columns=("duty_on", "leader", "staff", "visits", "calls", "letters", "consultations", "state"),
    title="duty_on",
    find=("leader", "staff", "matters", "left"),
    read=READ,
    register=(
        "duty_on",
        "leader",
        "staff",
        "visits",
        "calls",
        "letters",
        "consultations",
        "matters",
        "left",
        "giver",
        "taker",
        "handed_at",
    ),
    joined={"visits": ("visitors",)},
    papers=(
        Paper(
            "duty_sheet",
            (
                ("duty_on", "leader"),
                ("staff", "receptionist"),
                ("visits", "visitors", "calls"),
                ("letters", "consultations"),
                ("*matters",),
                ("*left",),
                ("giver", "taker", "handed_at"),
                ("*_signatures",),
            ),
        ),
    ),
    amend=("leader", "staff", "receptionist"),
    amend_right=WRITE,
)

APPOINTMENTS = Book(
    track=APPOINTMENT,
    fields=(
        FieldSpec("person_id", K.PERSON, required=True),
        FieldSpec("unit_post", most=160),
        FieldSpec("phone", most=40),
        FieldSpec("subject", required=True, most=60),
        FieldSpec("leader", required=True, most=80),
        FieldSpec("planned_on", K.DAY, required=True, ahead=True),
        FieldSpec("planned_at", K.TIME, required=True),
        FieldSpec("place", required=True, most=80),
        FieldSpec("received_by", required=True, most=80),
        FieldSpec("received_on", K.DAY, required=True),
        FieldSpec("result", K.AREA, required=True, most=500),
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal"),
    ),
    asks={
        "book": (
            "person_id",
            "unit_post",
            "phone",
            "subject",
            "leader",
            "planned_on",
            "planned_at",
            "place",
        ),
        "move_to": ("leader", "planned_on", "planned_at", "place", "note"),
        "receive": ("received_by", "received_on", "result", "appeal_id"),
        "miss": ("note",),
        "call_off": ("reason",),
    },
    columns=("person_id", "unit_post", "subject", "leader", "planned_on", "planned_at", "state"),
    title="person_id",
    find=("person_name", "unit_post", "subject", "leader"),
    read=READ,
    register=(
        "line",
        "entered_on",
        "person_id",
        "unit_post",
        "phone",
        "subject",
        "leader",
        "planned_on",
        "received_by",
        "result",
    ),
    joined={"planned_on": ("planned_at", "place"), "received_by": ("received_on",)},
    amend=("unit_post", "phone", "subject", "result"),
    amend_right=WRITE,
    on_behalf=False,
)

RECEPTION_DAYS = Book(
    track=RECEPTION_DAY,
    fields=(
        FieldSpec("planned_on", K.DAY, required=True, ahead=True),
        FieldSpec("starts_at", K.TIME, required=True),
        FieldSpec("ends_at", K.TIME),
        FieldSpec("place", required=True, most=80),
        FieldSpec("leader", required=True, most=80),
        FieldSpec("leader_post", required=True, most=120),
        FieldSpec("companion", most=120),
        FieldSpec("scope", most=200),
        FieldSpec("received", K.NUMBER, required=True),
        FieldSpec("result", K.AREA, most=1000),
    ),
    asks={
        "plan": (
            "planned_on",
            "starts_at",
            "ends_at",
            "place",
            "leader",
            "leader_post",
            "companion",
            "scope",
        ),
        "replan": ("planned_on", "starts_at", "ends_at", "place", "companion", "scope"),
        "hold": ("received", "result"),
        "call_off": ("reason",),
    },
    columns=("planned_on", "starts_at", "place", "leader", "leader_post", "received", "state"),
    title="leader",
    find=("leader", "place", "companion"),
    read=READ,
    register=(
        "line",
        "planned_on",
        "starts_at",
        "ends_at",
        "place",
        "leader",
        "leader_post",
        "companion",
        "scope",
        "received",
        "result",
    ),
    amend=("companion", "scope", "result"),
    amend_right=WRITE,
    on_behalf=False,
)

BOOKS = (DUTY_LOGS, APPOINTMENTS, RECEPTION_DAYS)
