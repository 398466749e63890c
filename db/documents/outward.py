"""The outgoing check for papers of books: one way for every room (SETTLED §9.1).

A paper that a book marks `outward` leaves the house. Its typed words are checked against what the
entry itself names; what is marked waits until a second person releases exactly those words.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import select

import db.shelves
from db.books.entry import Entry
from db.books.filters import reach
from db.books.shelf import Shelf
from db.books.values import name_field
from db.codes.book_labels import paper_label
from db.core.books import FieldKind, Paper
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.trail import canonical
from db.core.tx import Read, Tx
from db.documents.filling import office
from db.documents.names import unit_names
from db.documents.outgoing import Mark, WhiteList, check_texts
from db.documents.tables import Document
from db.office.tables import Account

TYPED = (FieldKind.LINE, FieldKind.AREA)
SIGNATORIES = ("chair", "recorder", "leader", "handler", "signer", "approver", "contact", "told_by")
"""Fields that name who signs, keeps the record or answers for a paper: a letter may name them."""
LEFT = ("released", "issued", "delivered")
"""States of a paper that a second person has released."""


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """A paper of an entry, what the check marked in it, and whether it may leave.

    Attributes:
        marks: Everything outside the white list, by field.
        is_released: A second person released exactly these words, or there is nothing to release.
        waiting_id: Document that waits for its second person, None if none does.
        asked_by_me: The actor asked for that release himself.
    """

    marks: dict[str, tuple[Mark, ...]]
    is_released: bool
    waiting_id: int | None
    asked_by_me: bool


def checked_entry(read: Read, book: str, entry_id: int, paper: str) -> CheckedEntry:
    """Return what the check says of a paper; a paper that stays in the house has nothing to ask.

    Raises:
        RefusedError: `unknown_book`, `unknown_paper`, `paper_not_yet`.
        NotAllowedError: `not_found`.
    """
    shelf, entry, wanted = _found(read, book, entry_id, paper)
    if not wanted.outward:
        return CheckedEntry({}, True, None, False)
    texts = typed_texts(read, shelf, entry, wanted)
    marks = check_texts(texts, entry_white_list(read, shelf, entry))
    rows = [r for r in _papers(read, book, entry_id, paper) if r.content_hash == _hash(texts)]
    waiting = next((r for r in rows if r.state == "draft"), None)
    return CheckedEntry(
        marks=marks,
        is_released=not marks or any(r.state in LEFT for r in rows),
        waiting_id=waiting.id if waiting else None,
        asked_by_me=waiting is not None and waiting.made_by_id == read.actor.account_id,
    )


def typed_texts(read: Read, shelf: Shelf, entry: Entry, paper: Paper) -> dict[str, str]:
    """Return the words that people typed and this paper prints, by field."""
    hidden = shelf.hidden(read, entry)
    found: dict[str, str] = {}
    for name in (part.lstrip("*") for row in paper.rows for part in row):
        spec = shelf.book.field(name)
        if spec is None or spec.kind not in TYPED or name in hidden:
            continue
        text = str(getattr(entry, name) or "").strip()
        if text:
            found[name] = text
    return found


def entry_white_list(read: Read, shelf: Shelf, entry: Entry) -> WhiteList:
    """Return what a paper of this entry may name: its own record and nothing else.

    The people and units of its fields, who signs and who keeps it, the office, its numbers (§9.1).
    Other typed names are not among them: whoever is typed in is what the check looks for.
    """
    printed_by = office(read)
    names = [entry.entered_by_name, read.actor.name, printed_by.contact]
    units = [printed_by.center_name, printed_by.issuing_name]
    for spec in shelf.book.fields:
        value = getattr(entry, spec.name)
        if spec.kind is FieldKind.PERSON:
            names.append(getattr(entry, name_field(spec)))
        elif spec.kind is FieldKind.LINE and spec.name in SIGNATORIES:
            names += re.split(r"[、，,; 　]+", str(value or ""))
        elif spec.kind is FieldKind.ACCOUNT and value is not None:
            names.append(read.session.get_one(Account, value).name)
        elif spec.kind is FieldKind.UNIT and value is not None:
            units += unit_names(read, value)
    return WhiteList(_kept(names), _kept(units), _kept([entry.number, printed_by.phone]))


@dataclass(frozen=True, slots=True)
class AskEntryRelease:
    """送另一人核对: keep the words of a marked paper until a second person releases them."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    book: str
    entry_id: int
    paper: str

    def __call__(self, tx: Tx) -> int:
        """Keep them; return the document.

        Raises:
            RefusedError: `nothing_to_release`.
        """
        found = checked_entry(tx, self.book, self.entry_id, self.paper)
        if found.is_released:
            raise RefusedError("nothing_to_release")
        if found.waiting_id is not None:
            return found.waiting_id
        shelf, entry, paper = _found(tx, self.book, self.entry_id, self.paper)
        for former in _papers(tx, self.book, self.entry_id, self.paper):
            if former.state == "draft":
                former.state, former.void_reason = "void", "重新制作"
        texts = typed_texts(tx, shelf, entry, paper)
        return _keep(tx, self, texts, "draft", sum(len(marks) for marks in found.marks.values())).id


@dataclass(frozen=True, slots=True)
class IssueEntryPaper:
    """印发: a paper of an entry leaves the house; the record keeps which words left when."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    book: str
    entry_id: int
    paper: str

    def __call__(self, tx: Tx) -> int:
        """Issue it; return the entry.

        Raises:
            RefusedError: `third_person_in_letter` while marks wait for their second person.
        """
        if not checked_entry(tx, self.book, self.entry_id, self.paper).is_released:
            raise RefusedError("third_person_in_letter")
        shelf, entry, paper = _found(tx, self.book, self.entry_id, self.paper)
        texts = typed_texts(tx, shelf, entry, paper)
        rows = _papers(tx, self.book, self.entry_id, self.paper)
        row = next((r for r in rows if r.content_hash == _hash(texts) and r.state in LEFT), None)
        row = row or _keep(tx, self, texts, "released", 0)
        row.copies += 1
        if row.state == "released":
            row.state, row.issued_on = "issued", tx.today
            tx.tell(
                self.book,
                self.entry_id,
                "issue_paper",
                source=None,
                target=None,
                on=tx.today,
                note=row.title,
            )
        tx.session.flush()
        return self.entry_id


def still_says(read: Read, row: Document) -> bool:
    """Return whether an entry still says what a kept paper of it says."""
    shelf, entry, paper = _found(read, row.track, row.case_id, row.kind)
    return _hash(typed_texts(read, shelf, entry, paper)) == row.content_hash


def _found(read: Read, book: str, entry_id: int, paper: str) -> tuple[Shelf, Entry, Paper]:
    shelf = db.shelves.shelf(book)
    table: Any = shelf.table
    entry = read.session.scalar(select(table).where(table.id == entry_id, reach(read, shelf)))
    if entry is None:
        raise NotAllowedError("not_found")
    wanted = next((p for p in shelf.book.papers if p.name == paper), None)
    if wanted is None:
        raise RefusedError("unknown_paper", kind=paper)
    if wanted.states and entry.state not in wanted.states:
        raise RefusedError("paper_not_yet", kind=paper)
    return shelf, entry, wanted


def _papers(read: Read, book: str, entry_id: int, paper: str) -> list[Document]:
    return list(
        read.session.scalars(
            select(Document).where(
                Document.track == book, Document.case_id == entry_id, Document.kind == paper
            )
        )
    )


def _keep(
    tx: Tx,
    command: AskEntryRelease | IssueEntryPaper,
    texts: dict[str, str],
    state: str,
    marks: int,
) -> Document:
    return tx.add(
        Document(
            track=command.book,
            case_id=command.entry_id,
            kind=command.paper,
            state=state,
            title=paper_label(command.book, command.paper).zh,
            fields=texts,
            typed_texts=sorted(texts.values()),
            content_hash=_hash(texts),
            made_on=tx.today,
            made_by_id=tx.actor.account_id,
            marks=marks,
        )
    )


def _hash(texts: dict[str, str]) -> str:
    return hashlib.sha256(canonical(texts).encode()).hexdigest()


def _kept(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text and text.strip()))
