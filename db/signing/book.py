"""What a line of signing asks for and shows (pure)."""

from db.core.books import Book, FieldKind, FieldSpec
from db.core.permissions import Permission
from db.signing.workflow import SIGNING_LINE

SIGNING_LINES = Book(
    track=SIGNING_LINE,
    fields=(
        FieldSpec("kind", FieldKind.CHOICE, "signing_kind", required=True),
        FieldSpec("words", required=True, most=120),
        FieldSpec("post", most=120),
        FieldSpec("phone", most=40),
        FieldSpec("from_on", FieldKind.DAY, required=True, ahead=True),
        FieldSpec("to_on", FieldKind.DAY, required=True, ahead=True),
    ),
    asks={"enter": ("kind", "words", "post", "phone", "from_on"), "end": ("to_on", "note")},
    columns=("kind", "words", "post", "from_on", "to_on", "state"),
    title="words",
    find=("words", "post"),
    read=Permission.SETTING_WRITE,
    on_behalf=False,
)

BOOKS = (SIGNING_LINES,)
