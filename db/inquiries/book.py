"""The book of reminders, inquiries, admonishments and written statements (pure data)."""

from db.core.books import Book, FieldKind, FieldSpec, Paper
from db.core.permissions import Permission
from db.inquiries.workflow import INQUIRY

_DAY, _LINE = FieldKind.DAY, FieldKind.LINE

FIELDS = (
    FieldSpec("kind", FieldKind.CHOICE, options="inquiry_kind", required=True),
    FieldSpec("person_id", FieldKind.PERSON, required=True),
    FieldSpec("unit_id", FieldKind.UNIT, required=True),
    FieldSpec("matter", _LINE, required=True, most=60),
    FieldSpec("document_number", _LINE, most=80),
    FieldSpec("approved_by", _LINE, required=True, most=80),
    FieldSpec("approved_post", _LINE, most=120),
    FieldSpec("earlier_number", _LINE, most=60),
    FieldSpec("sent_on", _DAY),
    FieldSpec("reply_by", _DAY, ahead=True),
    FieldSpec("delivered_on", _DAY),
    FieldSpec("answered_on", _DAY),
    FieldSpec("reviewer", _LINE, required=True, most=80),
    FieldSpec("decided_by_name", _LINE, required=True, most=80),
    FieldSpec("decided_by_post", _LINE, required=True, most=120),
    FieldSpec("decided_on", _DAY),
    FieldSpec("person_told_on", _DAY),
    FieldSpec("person_told_by", _LINE, required=True, most=80),
    FieldSpec("principal_told_on", _DAY),
    FieldSpec("principal_name", _LINE, required=True, most=80),
    FieldSpec("principal_post", _LINE, most=120),
    FieldSpec("mended_on", _DAY),
)

NOTICE = Paper(
    "inquiry_record",
    (
        ("kind", "document_number"),
        ("person_id", "unit_id"),
        ("*matter",),
        ("approved_by", "approved_post"),
        ("sent_on", "delivered_on"),
        ("answered_on", "reviewer"),
        ("decided_by_name", "decided_on"),
        ("person_told_by", "person_told_on"),
        ("principal_name", "principal_told_on"),
    ),
)

INQUIRY_BOOK = Book(
    track=INQUIRY,
    fields=FIELDS,
    asks={
        "send": (
            "kind",
            "person_id",
            "unit_id",
            "matter",
            "document_number",
            "approved_by",
            "approved_post",
            "earlier_number",
            "happened_on",
        ),
        "deliver": ("happened_on", "reply_by"),
        "record_reply": ("happened_on",),
        "start_review": ("reviewer", "happened_on"),
        "accept": ("decided_by_name", "decided_by_post", "happened_on"),
        "refuse": ("decided_by_name", "decided_by_post", "reason", "happened_on"),
        "tell_person": ("person_told_by", "happened_on"),
        "tell_principal": ("principal_name", "principal_post", "happened_on"),
        "record_rectification": ("happened_on",),
        "void": ("reason",),
    },
    columns=("due", "number", "kind", "person_id", "unit_id", "matter", "sent_on", "state"),
    title="person_id",
    find=("person_name", "matter", "document_number"),
    read=Permission.INQUIRY_READ,
    series="inquiry",
    form="监督〔{year}〕{sequence}号",
    register=(
        "line",
        "number",
        "kind",
        "person_id",
        "unit_id",
        "matter",
        "sent_on",
        "delivered_on",
        "answered_on",
        "state",
        "person_told_on",
        "principal_told_on",
    ),
    papers=(NOTICE,),
    on_behalf=False,
    late=frozenset({"void", "refuse"}),
    amend=("matter", "document_number", "unit_id", "approved_by", "approved_post"),
    amend_right=Permission.INQUIRY_WRITE,
)
