"""What other records hold of a case that two persons clear: books, talks, copies, letters.

An entry of a book that is tied to the case is about it: its typed words go, its days, numbers and
choices stay. A talk belongs to the person: of it goes only what the case took over from it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, or_, select
from sqlalchemy.orm.attributes import flag_modified

from db.appeals.tables import TRACK, Appeal, CaseLink
from db.archive.tables import CaseFile, FiledPaper
from db.care.tables import CareTalk, Difficulty, TalkContent
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.core.books import Book, FieldKind
from db.core.tables import Approval, Event
from db.core.tx import Tx
from db.documents.tables import Attachment, AttachmentBytes, Document
from db.registers.tables import CopyContent, NumberedCopy, Reconciliation

TALKS = "care_talk"
CLEARED = "—"
TYPED = (FieldKind.LINE, FieldKind.AREA)
OF_THE_OFFICE = ("number", "leader", "leader_post", "approver", "approver_post", "handler")
"""Typed words that are the office's own and say nothing of the matter."""

Purge = Callable[[str, int], None]
"""Writes the tombstone of a case of another track and clears its trail."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the case.

    Attributes:
        copied: Texts that another record may have taken over whole.
        known: Those and the names, for what only mentions the case.
    """

    copied: tuple[str, ...]
    known: tuple[str, ...]

    def are_in(self, text: object) -> bool:
        """Return whether a text took words of the case over."""
        return isinstance(text, str) and any(words in text for words in self.copied)

    def are_named_in(self, text: object) -> bool:
        """Return whether a text names the case or its person."""
        return isinstance(text, str) and any(words in text for words in self.known)


def clear_elsewhere(
    tx: Tx, appeal: Appeal, words: Words, purge: Purge, *, but: frozenset[str]
) -> None:
    """Clear books, talks, letters and numbered copies of what they hold of a case.

    Args:
        tx: The transaction.
        appeal: The case.
        words: Its words.
        purge: Writes the tombstone of a case of another track.
        but: Books that are cleared in a way of their own.
    """
    _clear_entries(tx, appeal, purge, but)
    _clear_talks(tx, appeal, words, purge)
    _clear_letters(tx, words)
    _clear_copies(tx, words, purge)
    _clear_files(tx, appeal, purge)
    _clear_lists(tx, appeal, purge)
    tx.session.flush()


def _clear_entries(tx: Tx, appeal: Appeal, purge: Purge, but: frozenset[str]) -> None:
    # Imported here: the rooms of books import this one.
    from db.shelves import SHELVES

    for shelf in SHELVES.values():
        ties = [f.name for f in shelf.book.fields if (f.kind, f.options) == (FieldKind.CASE, TRACK)]
        table: Any = shelf.table
        if not ties or shelf.name in but or not isinstance(table.__table__, Table):
            # A register that is a view over other rows is cleared with those rows.
            continue
        tied = or_(*(getattr(table, name) == appeal.id for name in ties))
        for entry in tx.session.scalars(select(table).where(tied)):
            purge(shelf.name, entry.id)
            _clear_entry(shelf.book, entry)
            tx.session.flush()
            _clear_beside(tx, shelf.name, entry.id)


def _clear_entry(book: Book, entry: Any) -> None:
    for spec in book.fields:
        if spec.kind is FieldKind.PERSON:
            setattr(entry, spec.name, None)
            setattr(entry, f"{spec.name.removesuffix('_id')}_name", CLEARED)
        elif spec.kind in TYPED and not spec.name.endswith(OF_THE_OFFICE):
            setattr(entry, spec.name, CLEARED if getattr(entry, spec.name) else "")


def _clear_beside(tx: Tx, track: str, case_id: int) -> None:
    session = tx.session
    for line in session.scalars(
        select(Event).where(Event.track == track, Event.case_id == case_id)
    ):
        line.note, line.backdated_reason = "", None
    for row in session.scalars(
        select(Approval).where(Approval.track == track, Approval.case_id == case_id)
    ):
        row.payload, row.summary, row.opinion = {}, "", None
    for paper in session.scalars(
        select(Document).where(Document.track == track, Document.case_id == case_id)
    ):
        session.delete(paper)
    for file in session.scalars(
        select(Attachment).where(Attachment.track == track, Attachment.case_id == case_id)
    ):
        content = session.get(AttachmentBytes, file.id)
        if content is not None:
            session.delete(content)
        session.delete(file)


def _clear_talks(tx: Tx, appeal: Appeal, words: Words, purge: Purge) -> None:
    session = tx.session
    links = session.scalars(
        select(CaseLink).where(
            or_(
                (CaseLink.from_track == TALKS)
                & (CaseLink.to_track == TRACK)
                & (CaseLink.to_id == appeal.id),
                (CaseLink.to_track == TALKS)
                & (CaseLink.from_track == TRACK)
                & (CaseLink.from_id == appeal.id),
            )
        )
    ).all()
    for link in links:
        talk_id = link.from_id if link.from_track == TALKS else link.to_id
        content = session.get(TalkContent, talk_id)
        tasks = session.scalars(select(Difficulty).where(Difficulty.talk_id == talk_id)).all()
        rows = [row for row in (session.get(CareTalk, talk_id), content, *tasks) if row is not None]
        changed = [_without(row, words) for row in rows]
        lines = session.scalars(select(Event).where(Event.track == TALKS, Event.case_id == talk_id))
        told = [line for line in lines if words.are_in(line.note)]
        if any(changed) or told:
            purge(TALKS, talk_id)
            for line in told:
                line.note = ""


def _without(row: Any, words: Words) -> bool:
    """Clear the texts of a row that took words over; return whether there were any."""
    found = [c.key for c in row.__table__.columns if words.are_in(getattr(row, c.key))]
    for name in found:
        setattr(row, name, CLEARED)
    return bool(found)


def _clear_letters(tx: Tx, words: Words) -> None:
    """Drop letters of clarifications that print words of the case."""
    for paper in tx.session.scalars(select(Document).where(Document.track == CLARIFICATIONS)):
        if any(words.are_in(text) for text in _strings(paper.fields)):
            tx.session.delete(paper)


def _clear_copies(tx: Tx, words: Words, purge: Purge) -> None:
    """Take the case out of the kept text of numbered copies; the copies stay counted."""
    for kept in tx.session.scalars(select(CopyContent)):
        if not any(words.are_named_in(text) for text in _strings(kept.body)):
            continue
        purge(NumberedCopy.__tablename__, kept.entry_id)
        kept.body = _cleaned(kept.body, words)
        flag_modified(kept, "body")
        copy = tx.session.get(NumberedCopy, kept.entry_id)
        if copy is not None and words.are_named_in(copy.subject):
            copy.subject = CLEARED


def _clear_files(tx: Tx, appeal: Appeal, purge: Purge) -> None:
    """Take the titles out of the bound file and of its contents; what it was stays counted."""
    mine = (FiledPaper.track == TRACK) & (FiledPaper.case_id == appeal.id)
    for paper in tx.session.scalars(select(FiledPaper).where(mine)):
        paper.title = paper.author = paper.number = ""
        paper.attachment_id = None
    bound = (CaseFile.track == TRACK) & (CaseFile.case_id == appeal.id)
    for file in tx.session.scalars(select(CaseFile).where(bound)):
        purge(CaseFile.__tablename__, file.id)
        file.title, file.description = CLEARED, ""
        tx.session.flush()
        _clear_beside(tx, CaseFile.__tablename__, file.id)


def _clear_lists(tx: Tx, appeal: Appeal, purge: Purge) -> None:
    """Leave of the case's line in the lists of units its number alone."""
    number = appeal.number or ""
    if not number:
        return
    for sent in tx.session.scalars(
        select(Reconciliation).where(Reconciliation.items.contains(number, autoescape=True))
    ):
        purge(Reconciliation.__tablename__, sent.id)
        lines = sent.items.splitlines()
        sent.items = "\n".join(number if line.startswith(number) else line for line in lines)


def _cleaned(value: Any, words: Words) -> Any:
    if isinstance(value, str):
        return CLEARED if words.are_named_in(value) else value
    if isinstance(value, dict):
        return {name: _cleaned(part, words) for name, part in value.items()}
    if isinstance(value, list):
        return [_cleaned(part, words) for part in value]
    return value


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable) and not isinstance(value, bytes):
        parts = value.values() if isinstance(value, dict) else value
        for part in parts:
            yield from _strings(part)
