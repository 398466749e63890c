"""A small invented book with a field of every kind, a child book, a decision and papers.

It stands on no page and in no store but the test's own.
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, MetaData, Text
from sqlalchemy.orm import Mapped, mapped_column, registry

from db.books.entry import Entry
from db.books.shelf import Shelf
from db.core.base import NAMING, Base
from db.core.books import Book, Consent, FieldKind, FieldSpec, Paper
from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission, Role
from db.core.tx import Read

K = FieldKind
WRITE = Permission.APPEAL_REGISTER
READ = Permission.DRAFT_WRITE


APART = registry(
    metadata=MetaData(naming_convention=NAMING), type_annotation_map=Base.type_annotation_map
)


class TrialEntry(Entry):
    """Kept apart from the tables of the program, which other tests walk."""

    __abstract__ = True
    metadata = APART.metadata
    _sa_registry = APART


class Loan(TrialEntry):
    __tablename__ = "trial_loan"

    subject: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int | None]
    person_name: Mapped[str] = mapped_column(default="")
    unit_id: Mapped[int | None]
    kind: Mapped[str] = mapped_column(default="")
    marks: Mapped[list[str]] = mapped_column(JSON, default=list)
    begins_on: Mapped[date | None]
    begins_at: Mapped[str] = mapped_column(default="")
    pieces: Mapped[int | None]
    urgent: Mapped[bool] = mapped_column(default=False)
    keeper_id: Mapped[int | None]
    appeal_id: Mapped[int | None]
    scan_id: Mapped[int | None]
    secret: Mapped[str] = mapped_column(default="")
    wording: Mapped[str] = mapped_column(Text, default="")
    returned_on: Mapped[date | None]


class LoanNote(TrialEntry):
    __tablename__ = "trial_note"

    parent_id: Mapped[int] = mapped_column(index=True)
    line: Mapped[str] = mapped_column(default="")
    noted_on: Mapped[date | None]


LOANS = Book(
    track=Track(
        "trial_loan",
        (
            Move(None, "enter", "entered", WRITE),
            Move(None, "enter_short", "entered", WRITE),
            Move("entered", "lend", "lent", WRITE),
            Move("entered", "void", "voided", WRITE, requires=(Evidence.REASON,)),
            Move("lent", "take_back", "returned", WRITE),
            Move("lent", "give_away", "given", WRITE, requires=(Evidence.APPROVAL_BY_OTHER,)),
        ),
        frozenset({"returned", "given", "voided"}),
    ),
    fields=(
        FieldSpec("subject", required=True, most=120),
        FieldSpec("person_id", K.PERSON, required=True),
        FieldSpec("unit_id", K.UNIT),
        FieldSpec("kind", K.CHOICE, "urgency", required=True),
        FieldSpec("marks", K.TICKS, "effect_kind"),
        FieldSpec("begins_on", K.DAY, ahead=True),
        FieldSpec("begins_at", K.TIME),
        FieldSpec("pieces", K.NUMBER),
        FieldSpec("urgent", K.TICK),
        FieldSpec("keeper_id", K.ACCOUNT),
        FieldSpec("appeal_id", K.CASE, "ordinary_appeal"),
        FieldSpec("scan_id", K.SCAN),
        FieldSpec("secret", most=60),
        FieldSpec("wording", K.AREA, most=3000, lines=4),
        FieldSpec("returned_on", K.DAY, required=True),
    ),
    asks={
        "enter": (
            "subject",
            "person_id",
            "unit_id",
            "kind",
            "marks",
            "begins_on",
            "begins_at",
            "pieces",
            "urgent",
            "keeper_id",
            "appeal_id",
            "secret",
            "wording",
            "happened_on",
        ),
        "enter_short": ("subject", "person_id", "kind"),
        "lend": ("scan_id", "note"),
        "void": ("reason",),
        "take_back": ("returned_on",),
        "give_away": ("reason",),
    },
    columns=(
        "due",
        "number",
        "subject",
        "person_id",
        "unit_id",
        "kind",
        "begins_on",
        "pieces",
        "entered_by",
        "state",
    ),
    title="subject",
    find=("subject", "person_name"),
    read=READ,
    series="trial",
    form="借〔{year}〕{sequence}号",
    register=("line", "number", "subject", "person_id", "begins_on", "pieces", "wording", "state"),
    consents={"give_away": Consent(Permission.APPEAL_APPROVE)},
    papers=(
        Paper(
            "slip",
            (
                ("number", "entered_on"),
                ("*subject",),
                ("person_id", "unit_id", "kind"),
                ("begins_on", "*marks"),
                ("wording",),
                ("_opinion",),
                ("_leader_seal",),
            ),
        ),
        Paper("closing", (("subject",), ("returned_on",)), states=("returned",), blank=False),
        Paper("letter", (("*wording",), ("*_leader_seal",)), blank=False, outward=True),
    ),
    late=frozenset({"void"}),
    amend=("subject", "person_id", "kind", "marks", "pieces", "wording"),
    amend_right=WRITE,
)

NOTES = Book(
    track=Track("trial_note", (Move(None, "jot", "written", WRITE),), frozenset({"written"})),
    fields=(
        FieldSpec("line", required=True, most=120),
        FieldSpec("noted_on", K.DAY, required=True),
    ),
    asks={"jot": ("line", "noted_on")},
    columns=("noted_on", "line", "entered_by"),
    title="line",
    find=("line",),
    read=READ,
    parent="trial_loan",
)


def lacks(_read: Read, entry: Any, move: Move) -> str:
    """Nothing is given away before it has pieces."""
    return "missing_pieces" if move.name == "give_away" and not entry.pieces else ""


def hidden(read: Read, _entry: Any) -> frozenset[str]:
    """The secret is read at the desk only."""
    desk = (Role.CLERK, Role.MANAGER)
    return frozenset() if read.actor.role in desk else frozenset({"secret"})


LOAN_SHELF = Shelf(LOANS, Loan, lacks=lacks, hidden=hidden)
NOTE_SHELF = Shelf(NOTES, LoanNote, parent=LOAN_SHELF)


def _word(zh: str, en: str, **more: str) -> dict[str, str]:
    return {"zh": zh, "en": en, **more}


BOOK_WORDS: dict[str, Any] = {
    "trial_loan": {
        "zh": "借用登记",
        "en": "Loans",
        "short_zh": "借用",
        "fields": {
            "subject": _word("借用物品", "Thing lent", help_zh="按实物标签填写"),
            "person_id": _word("借用人", "Borrower"),
            "unit_id": _word("所在单位", "Unit"),
            "kind": _word("缓急", "Urgency"),
            "marks": _word("标记", "Marks"),
            "begins_on": _word("借出日期", "Lent on"),
            "begins_at": _word("借出时间", "Lent at"),
            "pieces": _word("件数", "Pieces"),
            "urgent": _word("加急", "Urgent"),
            "keeper_id": _word("保管人", "Keeper"),
            "appeal_id": _word("关联受理编号", "Linked appeal"),
            "scan_id": _word("借条", "Slip"),
            "secret": _word("存放处", "Kept at"),
            "wording": _word("用途", "Purpose"),
            "returned_on": _word("归还日期", "Returned on"),
            "_opinion": _word("经办人意见", "Opinion"),
            "_leader_seal": _word("单位意见", "Unit's opinion"),
        },
        "register": {"wording": "用途及说明"},
        "papers": {
            "slip": _word("借用审批单", "Loan slip"),
            "closing": _word("归还单", "Return"),
            "letter": _word("借用函", "Letter"),
        },
    },
    "trial_note": {
        "zh": "借用备注",
        "en": "Loan notes",
        "fields": {"line": _word("备注", "Note"), "noted_on": _word("日期", "Day")},
    },
}


def _state(zh: str, en: str, sign: str, stage: str) -> dict[str, str]:
    return {
        "sign": sign,
        "stage": stage,
        "pill_zh": zh,
        "pill_en": en,
        "full_zh": zh,
        "full_en": en,
    }


STATE_WORDS: dict[str, Any] = {
    "trial_loan": {
        "entered": _state("已登记", "Entered", "○", "neutral"),
        "lent": _state("已借出", "Lent", "●", "info"),
        "returned": _state("已归还", "Returned", "✓", "good"),
        "given": _state("已移交", "Given", "✓", "good"),
        "voided": _state("已作废", "Voided", "!", "bad"),
    },
    "trial_note": {"written": _state("已记录", "Written", "○", "neutral")},
}
MOVE_WORDS: dict[str, Any] = {
    "trial_loan": {
        "enter": _word("登记借用", "Enter a loan"),
        "enter_short": _word("简登", "Enter in short"),
        "lend": _word("借出", "Lend"),
        "void": _word("作废", "Void"),
        "take_back": _word("收回", "Take back"),
        "give_away": _word("移交", "Give away"),
    },
    "trial_note": {"jot": _word("添加备注", "Add a note")},
}
