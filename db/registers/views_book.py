"""Registers without moves: views over what is stored elsewhere (pure)."""

from db.core.books import Book, FieldKind, FieldSpec
from db.core.moves import Track
from db.core.permissions import Permission

K = FieldKind
READ = Permission.REGISTER_READ


def _view(name: str, *states: str) -> Track:
    """Return the track of a view: states that are shown, nothing that waits for a move."""
    return Track(name, (), frozenset(states), frozenset(states))


OUTGOING = Book(
    track=_view("outgoing_paper", "issued", "delivered", "void"),
    fields=(
        FieldSpec("kind", K.CHOICE, "paper_kind"),
        FieldSpec("letter_number", most=60),
        FieldSpec("sent_to"),
        FieldSpec("cc"),
        FieldSpec("copies", K.NUMBER),
        FieldSpec("signer"),
        FieldSpec("drafter"),
        FieldSpec("proofreader"),
        FieldSpec("sealed_on", K.DAY),
        FieldSpec("delivery", K.CHOICE, "delivery_method"),
        FieldSpec("receiver"),
        FieldSpec("delivered_on", K.DAY),
        FieldSpec("archive_number"),
        FieldSpec("remark"),
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal"),
    ),
    asks={},
    columns=(
        "entered_on",
        "letter_number",
        "kind",
        "sent_to",
        "signer",
        "drafter",
        "state",
        "appeal_id",
    ),
    title="kind",
    find=("sent_to", "drafter", "remark"),
    read=READ,
    register=(
        "line",
        "entered_on",
        "number",
        "kind",
        "sent_to",
        "cc",
        "copies",
        "signer",
        "drafter",
        "proofreader",
        "sealed_on",
        "delivery",
        "receiver",
        "archive_number",
        "remark",
    ),
    joined={"receiver": ("delivered_on",)},
    on_behalf=False,
)

CARRIED = Book(
    track=_view("carried_paper", "sent", "signed"),
    fields=(
        FieldSpec("kind", K.CHOICE, "paper_kind"),
        FieldSpec("letter_number", most=60),
        FieldSpec("copies", K.NUMBER),
        FieldSpec("is_sealed", K.TICK),
        FieldSpec("unit_id", K.UNIT),
        FieldSpec("messenger"),
        FieldSpec("receiver"),
        FieldSpec("received_on", K.DAY),
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal"),
    ),
    asks={},
    columns=(
        "entered_on",
        "letter_number",
        "kind",
        "unit_id",
        "messenger",
        "receiver",
        "received_on",
    ),
    title="kind",
    find=("messenger", "receiver"),
    read=READ,
    register=(
        "entered_on",
        "number",
        "kind",
        "copies",
        "is_sealed",
        "unit_id",
        "messenger",
        "receiver",
        "received_on",
    ),
    on_behalf=False,
)

PRINTED = Book(
    track=_view("printed_paper", "printed", "handed_out", "collected", "destroyed"),
    fields=(
        FieldSpec("subject"),
        FieldSpec("kind", K.CHOICE, "print_act"),
        FieldSpec("copy_numbers"),
        FieldSpec("printed_by"),
        FieldSpec("approver"),
        FieldSpec("purpose"),
        FieldSpec("recipient"),
        FieldSpec("back_on", K.DAY),
    ),
    asks={},
    columns=("entered_on", "subject", "kind", "copy_numbers", "printed_by", "recipient", "back_on"),
    title="subject",
    find=("subject", "printed_by", "recipient"),
    read=READ,
    register=(
        "entered_on",
        "subject",
        "copy_numbers",
        "printed_by",
        "approver",
        "purpose",
        "recipient",
        "back_on",
    ),
    joined={"subject": ("kind",)},
    on_behalf=False,
)

CONSULTATIONS = Book(
    track=_view("consultation_line", "answered"),
    fields=(
        FieldSpec("category", K.CHOICE, "appeal_category"),
        FieldSpec("question", most=300),
        FieldSpec("answer", K.AREA, most=500),
        FieldSpec("person_times", K.NUMBER),
        FieldSpec("answered_by"),
    ),
    asks={},
    columns=("entered_on", "category", "question", "answer", "person_times", "answered_by"),
    title="question",
    find=("question", "answer", "answered_by"),
    read=Permission.CONSULTATION,
    register=(
        "entered_on",
        "category",
        "question",
        "answer",
        "person_times",
        "answered_by",
    ),
    on_behalf=False,
)

BOOKS = (OUTGOING, CARRIED, PRINTED, CONSULTATIONS)
