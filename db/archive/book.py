"""What a bound file asks for, lists and prints (pure)."""

from db.archive.workflow import CASE_FILE
from db.core.books import Book, Consent, FieldKind, FieldSpec, Paper
from db.core.permissions import Permission

K = FieldKind

CASE_FILES = Book(
    track=CASE_FILE,
    fields=(
        FieldSpec("case_number", required=True, most=80),
        FieldSpec("title", most=200),
        FieldSpec("retention", K.CHOICE, "retention"),
        FieldSpec("pages", K.NUMBER, required=True),
        FieldSpec("description", K.AREA, most=2000, lines=4),
        FieldSpec("made_by", most=80),
        FieldSpec("checked_by", most=80),
        FieldSpec("checked_on", K.DAY),
        FieldSpec("filed_on", K.DAY),
        FieldSpec("expires_on", K.DAY, ahead=True),
        FieldSpec("handed_to", required=True, most=120),
        FieldSpec("handed_on", K.DAY, required=True),
        FieldSpec("list_number", most=80),
    ),
    asks={
        "make": ("case_number", "retention"),
        "describe": ("pages", "description"),
        "check": ("note",),
        "put_right": ("reason",),
        "file": ("note",),
        "hand_over": ("handed_to", "handed_on", "list_number"),
    },
    columns=("number", "case_number", "title", "retention", "pages", "expires_on", "state"),
    title="title",
    find=("title", "case_number"),
    read=Permission.REGISTER_READ,
    register=(
        "line",
        "number",
        "case_number",
        "title",
        "retention",
        "pages",
        "made_by",
        "checked_by",
        "filed_on",
        "expires_on",
        "handed_on",
    ),
    joined={"handed_on": ("handed_to", "list_number")},
    consents={"hand_over": Consent(Permission.REGISTER_APPROVE)},
    papers=(
        Paper(
            "file_remarks",
            (
                ("number", "case_number"),
                ("*title",),
                ("retention", "pages"),
                ("*description",),
                ("made_by", "entered_on"),
                ("checked_by", "checked_on"),
                ("*_signatures",),
            ),
        ),
    ),
    amend=("title",),
    amend_right=Permission.REGISTER_WRITE,
    on_behalf=False,
)

BOOKS = (CASE_FILES,)
