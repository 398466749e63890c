"""What 催办督办 and 商请反馈 ask for, list and print (pure)."""

from db.core.books import Book, Consent, FieldKind, FieldSpec, Paper
from db.core.permissions import Permission
from db.supervision.workflow import FEEDBACK_REQUEST, REPLY_RULE, SUPERVISION

K = FieldKind
READ = Permission.SUPERVISION_READ

_ANSWER_FIELDS = (
    FieldSpec("answered_on", K.DAY, required=True),
    FieldSpec("answer_number", most=80),
    FieldSpec("answer", K.AREA, required=True, most=2000, lines=4),
)

SUPERVISIONS = Book(
    track=SUPERVISION,
    fields=(
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal", required=True),
        FieldSpec("unit_id", K.UNIT, required=True),
        FieldSpec("kind", K.CHOICE, "supervision_kind"),
        FieldSpec("ordinal", K.NUMBER),
        FieldSpec("cause", K.CHOICE, "supervision_reason", required=True),
        FieldSpec("way", K.CHOICE, "supervision_way", required=True),
        FieldSpec("told_to", most=80),
        FieldSpec("content", K.AREA, required=True, most=1000, lines=4),
        FieldSpec("sent_on", K.DAY),
        FieldSpec("due_on", K.DAY, required=True, ahead=True),
        FieldSpec("approved", K.TICK),
        FieldSpec("printed_cause", K.CHOICE, "supervision_reason"),
        *_ANSWER_FIELDS,
        FieldSpec("adopted", K.CHOICE, "supervision_adopted"),
        FieldSpec("result", K.CHOICE, "supervision_result", required=True),
    ),
    asks={
        "urge": ("appeal_id", "unit_id", "cause", "way", "told_to", "content", "due_on"),
        "draw_up": ("appeal_id", "unit_id", "cause", "content", "due_on"),
        "redraw": ("cause", "content", "due_on"),
        "send": ("happened_on", "due_on"),
        "send_approved": ("due_on", "note"),
        "drop": ("reason",),
        "record_answer": ("answered_on", "answer_number", "answer", "adopted"),
        "close_unanswered": ("reason",),
        "ask_again": ("reason", "due_on"),
        "close": ("result", "note"),
    },
    columns=(
        "number",
        "appeal_id",
        "unit_id",
        "kind",
        "ordinal",
        "cause",
        "way",
        "sent_on",
        "due",
        "state",
        "answered_on",
    ),
    title="content",
    find=("content", "answer", "told_to"),
    read=READ,
    series="supervision",
    form="诉督〔{year}〕{sequence}号",
    register=(
        "line",
        "appeal_id",
        "unit_id",
        "cause",
        "way",
        "number",
        "sent_on",
        "due_on",
        "answered_on",
        "answer",
        "result",
    ),
    consents={"send_approved": Consent(Permission.APPEAL_APPROVE)},
    papers=(
        Paper(
            "supervision_notice",
            (
                ("number", "sent_on"),
                ("unit_id", "appeal_id"),
                ("printed_cause", "due_on"),
                ("*content",),
                ("*_answer_wanted",),
                ("_head", "_handler"),
            ),
            outward=True,
        ),
    ),
    until={REPLY_RULE: "due_on"},
    late=frozenset({"drop", "redraw", "close_unanswered"}),
)

FEEDBACK_REQUESTS = Book(
    track=FEEDBACK_REQUEST,
    fields=(
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal", required=True),
        FieldSpec("unit_id", K.UNIT, required=True),
        FieldSpec("way", K.CHOICE, "supervision_way", required=True),
        FieldSpec("content", K.AREA, required=True, most=1000, lines=4),
        *_ANSWER_FIELDS,
    ),
    asks={
        "invite": ("appeal_id", "unit_id", "way", "content"),
        "record_answer": ("answered_on", "answer_number", "answer"),
        "let_rest": ("reason",),
        "close": ("note",),
    },
    columns=("number", "appeal_id", "unit_id", "way", "entered_on", "state", "answered_on"),
    title="content",
    find=("content", "answer"),
    read=READ,
    series="feedback_request",
    form="诉商〔{year}〕{sequence}号",
    register=(
        "line",
        "number",
        "appeal_id",
        "unit_id",
        "way",
        "entered_on",
        "content",
        "answered_on",
        "answer_number",
        "answer",
    ),
    papers=(
        Paper(
            "feedback_request_letter",
            (
                ("number", "entered_on"),
                ("unit_id", "appeal_id"),
                ("*content",),
                ("*_answer_kindly",),
                ("_head", "_handler"),
            ),
            outward=True,
        ),
    ),
    late=frozenset({"let_rest"}),
)
