"""What the office's own books ask for, list and print (pure)."""

from db.core.books import Book, Consent, FieldKind, FieldSpec, Paper
from db.core.permissions import Permission
from db.registers.workflow import LEADER_NOTE

K = FieldKind
READ = Permission.REGISTER_READ
WRITE = Permission.REGISTER_WRITE

LEADER_NOTES = Book(
    track=LEADER_NOTE,
    fields=(
        FieldSpec("subject", required=True),
        FieldSpec("leader", required=True, most=80),
        FieldSpec("leader_post", required=True, most=120),
        FieldSpec("noted_on", K.DAY, required=True),
        FieldSpec("wording", K.AREA, required=True, most=2000, lines=4),
        FieldSpec("kind", K.CHOICE, "leader_note_kind", required=True),
        FieldSpec("urgency", K.CHOICE, "urgency"),
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal"),
        FieldSpec("unit_id", K.UNIT, required=True),
        FieldSpec("handler", most=80),
        FieldSpec("due_on", K.DAY, ahead=True),
        FieldSpec("progress", K.AREA, required=True, most=2000),
        FieldSpec("finished_on", K.DAY, required=True),
        FieldSpec("reported_on", K.DAY, required=True),
        FieldSpec("report_way", K.CHOICE, "report_way", required=True),
        FieldSpec("noted_again", K.AREA, required=True, most=2000),
        FieldSpec("archive_number", most=60),
        FieldSpec("remark", K.AREA, most=500),
    ),
    asks={
        "enter": (
            "subject",
            "leader",
            "leader_post",
            "noted_on",
            "wording",
            "kind",
            "urgency",
            "appeal_id",
            "due_on",
            "remark",
        ),
        "assign": ("unit_id", "handler", "due_on", "note"),
        "note_progress": ("progress",),
        "finish": ("progress", "finished_on"),
        "report": ("reported_on", "report_way", "note"),
        "note_again": ("noted_again",),
        "close": ("archive_number", "note"),
    },
    columns=("number", "subject", "leader", "noted_on", "unit_id", "due", "state", "appeal_id"),
    title="subject",
    find=("subject", "leader", "wording", "handler"),
    read=READ,
    series="leader_note",
    form="批示〔{year}〕{sequence}号",
    register=(
        "line",
        "number",
        "subject",
        "leader",
        "leader_post",
        "noted_on",
        "wording",
        "unit_id",
        "handler",
        "due_on",
        "progress",
        "finished_on",
        "reported_on",
        "noted_again",
        "archive_number",
        "remark",
    ),
    consents={"close": Consent(Permission.APPEAL_CLOSE)},
    until={"leader_feedback": "due_on"},
    papers=(
        Paper(
            "leader_note_sheet",
            (
                ("number", "urgency"),
                ("*subject",),
                ("leader", "leader_post", "noted_on"),
                ("*wording",),
                ("unit_id", "handler", "due_on"),
                ("*progress",),
                ("*_report_text",),
                ("*noted_again",),
            ),
        ),
    ),
    amend=("subject", "leader", "leader_post", "noted_on", "wording", "handler", "remark"),
    amend_right=WRITE,
    on_behalf=False,
)

BOOKS = (LEADER_NOTES,)
