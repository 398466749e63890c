"""Papers of appeals that leave the house: checked, released, numbered, kept.

SETTLED §9.1: what stands outside the white list is marked, the same for all, and a second person
releases exactly that text; a changed text waits again.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import select

import db.appeals.filters as appeals
from db.appeals.tables import TRACK as APPEALS
from db.archive.voiding import void_number
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.trail import canonical
from db.core.tx import Read, Tx
from db.documents import filling
from db.documents.encoding import decode, encode
from db.documents.filing import require_case
from db.documents.letters import builtin_template, load_manifest, template_sha256, typed_texts
from db.documents.outgoing import Mark, WhiteList, check_texts
from db.documents.tables import Document, Template
from db.office.tables import Account

SERIES = {
    "acceptance_notice": "notice",
    "supplement_notice": "notice",
    "non_acceptance_notice": "notice",
    "redirect_notice": "notice",
    "extension_notice": "notice",
    "feedback_sheet": "feedback",
    "handling_report": "report",
    "transfer_letter": "letter",
}
"""Series of the center's own letters; those of an organ carry that organ's number."""
LEAVING_FORMS = {"transfer_sheet": ("summary", "request_items", "other_demand")}
"""Forms that go to another office, with what people typed into them (OFFICE §7.2 row 5)."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A filled paper, what the check marked in it, and whether it may leave.

    Attributes:
        paper: The dataclass of `db.documents.papers`.
        marks: Everything outside the white list.
        is_released: A second person released exactly this text, or there is nothing to release.
        waiting_id: Document that waits for its second person, None if none does.
        asked_by_me: The actor asked for that release himself.
    """

    paper: Any
    marks: tuple[Mark, ...]
    is_released: bool
    waiting_id: int | None
    asked_by_me: bool


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A letter of a case."""

    id: int
    version: int
    kind: str
    state: str
    number: str
    made_on: date
    issued_on: date | None
    marks: int
    made_by_id: int
    void_reason: str


Fill = Callable[..., Any]
Allow = Callable[[Read, int], tuple[str, ...]]
FILLERS: Mapping[str, tuple[Fill, Allow]] = {
    "ordinary_appeal": (filling.fill, filling.white_list),
}


def content_hash(paper: Any) -> str:
    """Return the hash of what people typed and the record filled in, number and day aside."""
    values = {k: v for k, v in encode(paper).items() if k not in ("number", "issued_on")}
    return hashlib.sha256(canonical(values).encode()).hexdigest()


def texts_of(paper: Any) -> dict[str, str]:
    """Return the typed words of a paper that leaves the house, by field; none of one that stays."""
    if paper.kind in load_manifest():
        return typed_texts(paper)
    named = {name: getattr(paper, name) for name in LEAVING_FORMS.get(paper.kind, ())}
    return {name: text for name, text in named.items() if text.strip()}


def marks_of(paper: Any, allowed: tuple[str, ...]) -> tuple[Mark, ...]:
    """Return what stands outside the white list in the typed words of a paper that leaves."""
    listed = WhiteList(names=allowed, units=allowed, numbers=allowed, words=allowed)
    found = check_texts(texts_of(paper), listed)
    return tuple(mark for marks in found.values() for mark in marks)


def checked(read: Read, kind: str, track: str, case_id: int) -> Checked:
    """Return a paper of a case with its marks and whether it may leave the house."""
    require_case(read, track, case_id)
    fill, allow = FILLERS[track]
    paper = fill(read, kind, case_id)
    marks = marks_of(paper, allow(read, case_id))
    rows = list(
        read.session.scalars(
            select(Document).where(
                Document.track == track,
                Document.case_id == case_id,
                Document.kind == kind,
                Document.content_hash == content_hash(paper),
            )
        )
    )
    released = any(r.state in ("released", "issued", "delivered") for r in rows)
    waiting = next((r for r in rows if r.state == "draft"), None)
    return Checked(
        paper=paper,
        marks=marks,
        is_released=released or not marks,
        waiting_id=waiting.id if waiting else None,
        asked_by_me=waiting is not None and waiting.made_by_id == read.actor.account_id,
    )


@dataclass(frozen=True, slots=True)
class AskRelease:
    """送另一人核对: keep a marked letter until a second person releases it."""

    permission: ClassVar[Permission] = Permission.DOCUMENT_WRITE

    kind: str
    track: str
    case_id: int

    def __call__(self, tx: Tx) -> int:
        """Keep it; return the document."""
        found = checked(tx, self.kind, self.track, self.case_id)
        if found.waiting_id is not None:
            return found.waiting_id
        row = tx.add(
            Document(
                track=self.track,
                case_id=self.case_id,
                kind=self.kind,
                state="draft",
                fields=encode(found.paper),
                typed_texts=sorted(texts_of(found.paper).values()),
                content_hash=content_hash(found.paper),
                made_on=tx.today,
                made_by_id=tx.actor.account_id,
                marks=len(found.marks),
            )
        )
        tx.tell(self.track, self.case_id, "make_paper", source=None, target=None, on=tx.today)
        return row.id


@dataclass(frozen=True, slots=True)
class IssuePaper:
    """编号印发: number a letter and keep it as it left; a second issue keeps its first number."""

    permission: ClassVar[Permission] = Permission.DOCUMENT_WRITE

    kind: str
    track: str
    case_id: int

    def __call__(self, tx: Tx) -> tuple[str, dict[str, Any]]:
        """Issue it; return kind and values, for `encoding.decode`.

        Raises:
            RefusedError: `third_person_in_letter` while marks wait for their second person.
        """
        found = checked(tx, self.kind, self.track, self.case_id)
        if not found.is_released:
            raise RefusedError("third_person_in_letter")
        row = tx.session.scalar(
            select(Document).where(
                Document.track == self.track,
                Document.case_id == self.case_id,
                Document.kind == self.kind,
                Document.content_hash == content_hash(found.paper),
                Document.state != "void",
            )
        )
        if row is None:
            row = tx.add(
                Document(
                    track=self.track,
                    case_id=self.case_id,
                    kind=self.kind,
                    fields={},
                    content_hash=content_hash(found.paper),
                    made_on=tx.today,
                    made_by_id=tx.actor.account_id,
                )
            )
        paper = found.paper
        series = SERIES.get(self.kind)
        if not row.number and series and hasattr(paper, "number"):
            form = str(tx.setting(f"{series}_number_form", "诉函〔{year}〕{sequence}号"))
            row.number = tx.next_number(
                series, form, on=tx.today, track=self.track, case_id=self.case_id
            )
        if row.number:
            paper = replace(paper, number=row.number)
        row.fields = encode(paper)
        row.template_hash = template_sha256(template_of(tx, self.kind))
        row.copies += 1
        if row.state != "issued":
            row.state, row.issued_on = "issued", tx.today
            tx.tell(
                self.track,
                self.case_id,
                "issue_paper",
                source=None,
                target=None,
                on=tx.today,
                note=row.number,
            )
        tx.changed.add("document")
        tx.session.flush()
        return self.kind, row.fields


@dataclass(frozen=True, slots=True)
class VoidPaper:
    """作废: the number stays used, with the reason (SETTLED §9.11)."""

    permission: ClassVar[Permission] = Permission.DOCUMENT_WRITE

    document_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Void it; return the case."""
        row = tx.load(Document, self.document_id)
        require_paper(tx, row)
        tx.load(Document, row.id, seen=self.seen)
        maker = tx.session.get(Account, row.made_by_id)
        if tx.actor.unit_id is not None and (maker is None or maker.unit_id != tx.actor.unit_id):
            # A department voids its own papers, not those of the center or of another.
            raise NotAllowedError("not_permitted")
        if row.state == "void":
            raise RefusedError("already_decided")
        if not self.reason.strip():
            raise RefusedError("missing_reason", field="reason")
        row.state, row.void_reason = "void", self.reason.strip()
        void_number(tx, row.number, self.reason, track=row.track, case_id=row.case_id)
        tx.tell(
            row.track,
            row.case_id,
            "void_paper",
            source=None,
            target=None,
            on=tx.today,
            note=f"{row.number} {self.reason}".strip(),
        )
        return row.case_id


def require_paper(read: Read, row: Document) -> None:
    """Refuse a letter of a case that the actor may not read as a whole."""
    require_case(read, row.track, row.case_id)
    if row.track == APPEALS and not appeals.sees_whole(read, row.case_id):
        raise NotAllowedError("not_found")


def still_says(read: Read, row: Document) -> bool:
    """Return whether the record still says what a kept letter of it says."""
    fill, _allow = FILLERS[row.track]
    return content_hash(fill(read, row.kind, row.case_id)) == row.content_hash


def template_of(read: Read, kind: str) -> bytes:
    """Return the office's template of a letter, else the shipped one."""
    own = read.session.scalar(
        select(Template.content)
        .where(Template.kind == kind, Template.valid_from <= read.today)
        .order_by(Template.valid_from.desc(), Template.id.desc())
        .limit(1)
    )
    return own or builtin_template(kind)


def documents(read: Read, track: str, case_id: int) -> tuple[DocumentRow, ...]:
    """Return the letters of a case that the actor may see, newest first."""
    require_case(read, track, case_id)
    if track == APPEALS and not appeals.sees_whole(read, case_id):
        return ()
    rows = read.session.scalars(
        select(Document)
        .where(Document.track == track, Document.case_id == case_id)
        .order_by(Document.id.desc())
    )
    return tuple(
        DocumentRow(
            r.id,
            r.version,
            r.kind,
            r.state,
            r.number,
            r.made_on,
            r.issued_on,
            r.marks,
            r.made_by_id,
            r.void_reason,
        )
        for r in rows
    )


def paper_of(read: Read, document_id: int) -> Any:
    """Return the paper of a kept letter, as it left."""
    row = read.session.get(Document, document_id)
    if row is None:
        raise NotAllowedError("not_found")
    require_paper(read, row)
    return decode(row.kind, row.fields)
