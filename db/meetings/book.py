"""What 会商研判 asks for, lists and prints (pure)."""

from db.core.books import Book, Consent, FieldKind, FieldSpec, Paper
from db.core.permissions import Permission
from db.meetings.workflow import (
    MEETING,
    MEETING_OPINION,
    MEETING_PARTICIPANT,
    MEETING_TASK,
    MEETING_TOPIC,
    NAME,
    TASK_RULE,
)

K = FieldKind
READ = Permission.MEETING_READ
WRITE = Permission.MEETING_WRITE
_TIMES = ("met_on", "met_at", "place", "chair")

MEETINGS = Book(
    track=MEETING,
    fields=(
        FieldSpec("subject", required=True),
        FieldSpec("purpose", K.AREA, most=1000),
        FieldSpec("met_on", K.DAY, required=True, ahead=True),
        FieldSpec("met_at", K.TIME),
        FieldSpec("place", required=True, most=120),
        FieldSpec("chair", required=True, most=120),
        FieldSpec("recorder", most=80),
        FieldSpec("attended", K.AREA, most=4000),
        FieldSpec("excused", K.AREA, most=2000),
        FieldSpec("observers", K.AREA, most=2000),
        FieldSpec("topics", K.AREA, most=4000),
        FieldSpec("decisions", K.AREA, most=8000, lines=6),
        FieldSpec("dissent", K.AREA, most=8000),
        FieldSpec("units", K.AREA, most=2000),
        FieldSpec("limits", K.AREA, most=2000),
        FieldSpec("minutes_number", most=60),
        FieldSpec("minutes_on", K.DAY),
        FieldSpec("signer", most=80),
        FieldSpec("scan_id", K.SCAN),
        FieldSpec("first_appeal", K.CASE, "ordinary_appeal"),
    ),
    asks={
        "propose": ("subject", "first_appeal", "purpose"),
        "call": _TIMES,
        "call_anew": (*_TIMES, "reason"),
        "hold": ("met_on", "met_at", "place", "chair", "recorder"),
        "draft_minutes": ("note",),
        "take_back": ("reason",),
        "issue_minutes": ("minutes_on", "signer", "scan_id"),
        "cancel": ("reason",),
    },
    columns=("number", "subject", "met_on", "topics", "units", "state", "minutes_number"),
    title="subject",
    find=("subject", "place", "minutes_number"),
    read=READ,
    series="meeting",
    form="会商〔{year}〕{sequence}号",
    register=(
        "line",
        "met_on",
        "place",
        "chair",
        "attended",
        "topics",
        "decisions",
        "dissent",
        "units",
        "limits",
        "minutes_number",
    ),
    joined={"met_on": ("met_at",)},
    consents={"issue_minutes": Consent(Permission.APPEAL_APPROVE)},
    papers=(
        Paper(
            "meeting_notice",
            (
                ("number", "subject"),
                ("met_on", "met_at", "place"),
                ("chair", "recorder"),
                ("*topics",),
                ("*_asked",),
            ),
            states=("called",),
            outward=True,
        ),
        Paper(
            "meeting_minutes",
            (
                ("minutes_number", "minutes_on"),
                ("met_on", "met_at"),
                ("place", "chair"),
                ("*attended",),
                ("excused", "observers"),
                ("*topics",),
                ("*decisions",),
                ("*dissent",),
                ("units", "limits"),
                ("recorder", "_signature"),
            ),
            states=("held", "minutes_pending", "minutes_issued"),
            outward=True,
        ),
    ),
    late=frozenset({"cancel", "call_anew", "take_back"}),
)

TOPICS = Book(
    track=MEETING_TOPIC,
    fields=(
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal", required=True),
        FieldSpec("subject", required=True),
        FieldSpec("difficulty", K.AREA, most=1000),
        FieldSpec("content", K.AREA, required=True, most=2000, lines=4),
        FieldSpec("unit_id", K.UNIT, required=True),
        FieldSpec("due_on", K.DAY, ahead=True),
    ),
    asks={
        "list": ("appeal_id", "subject", "difficulty"),
        "conclude": ("content", "unit_id", "due_on"),
        "conclude_anew": ("content", "unit_id", "due_on"),
        "put_off": ("reason",),
    },
    columns=("subject", "state", "content", "unit_id", "due_on"),
    title="subject",
    find=("subject", "difficulty", "content"),
    read=READ,
    parent=NAME,
)

PARTICIPANTS = Book(
    track=MEETING_PARTICIPANT,
    fields=(
        FieldSpec("unit_id", K.UNIT, required=True),
        FieldSpec("name", required=True, most=80),
        FieldSpec("post", most=120),
        FieldSpec("part", K.CHOICE, "meeting_part", required=True),
    ),
    asks={
        "ask": ("unit_id", "name", "post", "part"),
        "came": ("name", "post"),
        "excuse": ("note",),
        "waive_opinion": ("reason",),
    },
    columns=("unit_id", "name", "post", "part", "state"),
    title="name",
    find=("name", "post"),
    read=READ,
    parent=NAME,
)

OPINIONS = Book(
    track=MEETING_OPINION,
    fields=(
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal", required=True),
        FieldSpec("unit_id", K.UNIT, required=True),
        FieldSpec("speaker", most=80),
        FieldSpec("stance", K.CHOICE, "meeting_stance", required=True),
        FieldSpec("content", K.AREA, required=True, most=2000, lines=4),
    ),
    asks={"note_opinion": ("appeal_id", "unit_id", "speaker", "stance", "content")},
    columns=("appeal_id", "unit_id", "speaker", "stance", "content"),
    title="content",
    find=("content", "speaker"),
    read=READ,
    parent=NAME,
    amend=("speaker", "stance", "content"),
    amend_right=WRITE,
)

TASKS = Book(
    track=MEETING_TASK,
    fields=(
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal"),
        FieldSpec("task", K.AREA, required=True, most=1000),
        FieldSpec("unit_id", K.UNIT, required=True),
        FieldSpec("handler", most=80),
        FieldSpec("due_on", K.DAY, ahead=True),
        FieldSpec("done_on", K.DAY, required=True),
        FieldSpec("outcome", K.AREA, required=True, most=1000),
    ),
    asks={
        "give": ("task", "appeal_id", "unit_id", "handler", "due_on"),
        "report_done": ("done_on", "outcome"),
        "take_back": ("reason",),
        "not_done": ("reason", "due_on"),
        "write_off": ("note",),
    },
    columns=("task", "unit_id", "handler", "due", "state"),
    title="task",
    find=("task", "handler", "outcome"),
    read=READ,
    parent=NAME,
    until={TASK_RULE: "due_on"},
    late=frozenset({"take_back"}),
)
