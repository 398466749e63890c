"""移送并清除: what two persons clear leaves a tombstone without content (SETTLED §9.7).

Number, state, days, what statistics count by and the organ it went to stay. Every text goes from
the rows of the case, its files, papers, drafts, notes, the search index and the trail's values.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import String, Text, delete, or_, select, text, update
from sqlalchemy.orm import Session

from db.appeals.purging_ties import Words, clear_elsewhere
from db.appeals.search import drop_from_index
from db.appeals.tables import TRACK, Appeal, CaseLink, Extension, HandOver, NotDuplicate, Review
from db.care.tables import Suggestion
from db.clarification.tables import Clarification
from db.codes import clocks
from db.core.base import Base
from db.core.tables import Approval, Draft, Event, Milestone, Purge, TrailDetail, TrailEntry
from db.core.tx import Tx
from db.documents.tables import Attachment, AttachmentBytes, Document
from db.meetings.tables import Meeting, MeetingOpinion, MeetingTask, MeetingTopic
from db.office.tables import Account, HeldNote
from db.supervision.tables import FeedbackRequest, Supervision

HELD = "held_note"
CLARIFICATIONS = "clarification"
KEPT = frozenset(
    {
        *("number", "state", "pill", "matter_type", "procedure", "channel", "category", "urgency"),
        *("outcome", "next_due_rule", "flags", "source", "source_number"),
    }
)
"""Texts of the tombstone: values of lists and numbers. The source's own number keeps the same
letter from being brought in again."""

OF_THE_MATTER = ("person_id", "unit_id", "duplicate_of_id", "merged_into_id", "raw", "knew_on")
CLEARED = "—"
URGED = ("supervision", "feedback_request")
_OF_AN_ENTRY = frozenset({"number", "state", "entered_by_name"})
BOOKS: tuple[tuple[type[Any], frozenset[str]], ...] = (
    (Supervision, _OF_AN_ENTRY | {"kind", "cause", "printed_cause", "way", "adopted", "result"}),
    (FeedbackRequest, _OF_AN_ENTRY | {"way"}),
    (MeetingTopic, _OF_AN_ENTRY),
    (MeetingOpinion, _OF_AN_ENTRY | {"stance"}),
    (MeetingTask, _OF_AN_ENTRY),
)
"""Entries of other books that are about one case, and what stays of them."""
ROWS: tuple[tuple[type[Any], frozenset[str]], ...] = (
    (HandOver, frozenset({"role", "mode", "state", "number"})),
    (Extension, frozenset({"state"})),
    (Review, frozenset({"level", "state", "conclusion"})),
)


def clear(tx: Tx, appeal: Appeal, approval: Approval, *, to_organ: str) -> None:
    """Clear a case that was moved out; proposer and decider of the decision are the two persons.

    Args:
        tx: The transaction.
        appeal: The moved-out case.
        approval: The decision.
        to_organ: Where it went, the one text that stays.
    """
    decider = approval.decider_id or tx.actor.account_id
    _purge(tx, TRACK, appeal.id, approval.proposer_id, decider)
    words = [w for w in (appeal.facts, appeal.subject, appeal.requests, appeal.person_name) if w]
    copied = [t for t in (appeal.facts.strip(), appeal.requests.strip()) if t]
    _clear_ties(tx, appeal, copied, approval.proposer_id, decider)
    clear_elsewhere(
        tx,
        appeal,
        Words(tuple(copied), tuple(words)),
        partial(_purge_once, tx, proposer_id=approval.proposer_id, decider_id=decider),
        but=frozenset(kind.__tablename__ for kind, _kept in BOOKS) | {Meeting.__tablename__},
    )
    _blank(appeal, KEPT)
    for name in (*OF_THE_MATTER, "postmark_on"):
        setattr(appeal, name, None)
    appeal.materials = []
    appeal.redirect_body = to_organ
    for kind, kept in ROWS:
        for row in tx.session.scalars(select(kind).where(kind.appeal_id == appeal.id)):
            _blank(row, kept)
            if isinstance(row, HandOver):
                row.state, row.ended_on = "ended", row.ended_on or appeal.ended_on
    _clear_decisions(tx, appeal, approval)
    _clear_papers(tx, appeal)
    _clear_books(tx, appeal, approval.proposer_id, decider)
    _clear_drafts(tx.session, words)
    _clear_notes(tx, appeal, approval.proposer_id, decider)
    tx.session.execute(
        update(Milestone)
        .where(Milestone.track == TRACK, Milestone.case_id == appeal.id)
        .values(person_id=None)
    )
    drop_from_index(tx, appeal.id)
    # A deleted row's tokens stay in the index's pages until its parts are merged.
    tx.session.execute(text("INSERT INTO appeal_search(appeal_search) VALUES('optimize')"))
    tx.session.flush()
    # What this very transaction changed is written afterwards: without its values.
    tx.forget_values(TRACK, appeal.id)
    _clear_timeline(tx.session, appeal.id)


def _purge(tx: Tx, track: str, case_id: int, proposer_id: int, decider_id: int) -> None:
    tx.add(
        Purge(
            track=track,
            case_id=case_id,
            purged_at=tx.now,
            proposer_id=proposer_id,
            decider_id=decider_id,
        )
    )
    ids = select(TrailEntry.id).where(TrailEntry.track == track, TrailEntry.case_id == case_id)
    tx.session.execute(delete(TrailDetail).where(TrailDetail.entry_id.in_(ids)))


def _purge_once(tx: Tx, track: str, case_id: int, *, proposer_id: int, decider_id: int) -> None:
    before = select(Purge.id).where(Purge.track == track, Purge.case_id == case_id)
    if tx.session.scalar(before.limit(1)) is None:
        _purge(tx, track, case_id, proposer_id, decider_id)
    tx.forget_values(track, case_id)


def _blank(row: Base, kept: frozenset[str]) -> None:
    for column in row.__table__.columns:
        if isinstance(column.type, String | Text) and column.key not in kept:
            setattr(row, column.key, None if column.nullable else "")


def _clear_decisions(tx: Tx, appeal: Appeal, approval: Approval) -> None:
    for row in tx.session.scalars(
        select(Approval).where(Approval.track == TRACK, Approval.case_id == appeal.id)
    ):
        row.payload, row.summary, row.opinion = {}, "", None
        if row.id != approval.id:
            row.approver_name = row.approver_post = row.approver_number = None
            proposer = tx.session.get(Account, row.proposer_id)
            row.proposer_name = proposer.name if proposer else ""


def _clear_papers(tx: Tx, appeal: Appeal) -> None:
    session = tx.session
    files = list(
        session.scalars(
            select(Attachment).where(Attachment.track == TRACK, Attachment.case_id == appeal.id)
        )
    )
    session.execute(
        delete(AttachmentBytes).where(AttachmentBytes.attachment_id.in_([f.id for f in files]))
    )
    papers = session.scalars(
        select(Document).where(Document.track == TRACK, Document.case_id == appeal.id)
    )
    links = session.scalars(
        select(CaseLink).where(
            or_(
                (CaseLink.from_track == TRACK) & (CaseLink.from_id == appeal.id),
                (CaseLink.to_track == TRACK) & (CaseLink.to_id == appeal.id),
            )
        )
    )
    pairs = session.scalars(
        select(NotDuplicate).where(
            or_(NotDuplicate.first_id == appeal.id, NotDuplicate.second_id == appeal.id)
        )
    )
    for row in (*files, *papers, *links, *pairs):
        session.delete(row)


def _clear_ties(
    tx: Tx, appeal: Appeal, copied: list[str], proposer_id: int, decider_id: int
) -> None:
    """Let go of what other records know of the case: they stand on their own from now on.

    A clarification keeps its own words; what it took over from the case goes with it.
    """
    tied = tx.session.scalars(select(Clarification).where(Clarification.appeal_id == appeal.id))
    for row in tied:
        row.appeal_id = None
        if any(words in text for words in copied for text in (row.stated_content, row.wish)):
            row.stated_content = row.wish = ""
            _purge(tx, CLARIFICATIONS, row.id, proposer_id, decider_id)
            tx.forget_values(CLARIFICATIONS, row.id)
    for suggestion in tx.session.scalars(
        select(Suggestion).where(Suggestion.from_track == TRACK, Suggestion.from_id == appeal.id)
    ):
        tx.session.delete(suggestion)


def _clear_books(tx: Tx, appeal: Appeal, proposer_id: int, decider_id: int) -> None:
    """Leave of what the case was urged for and talked over only that it was."""
    for kind, kept in BOOKS:
        for row in tx.session.scalars(select(kind).where(kind.appeal_id == appeal.id)):
            track = kind.__tablename__
            _purge(tx, track, row.id, proposer_id, decider_id)
            for column in row.__table__.columns:
                if isinstance(column.type, String | Text) and column.key not in kept:
                    setattr(row, column.key, CLEARED if getattr(row, column.key) else "")
            tx.session.flush()
            if track in URGED and row.state != "closed":
                row.state = "closed"
                clocks.stop(tx, track, row.id, on=tx.today, cancel=True)
            tx.forget_values(track, row.id)
            _clear_timeline(tx.session, row.id, track)
    # Imported here: the rooms of books import this one.
    from db.meetings.ruling import gather

    topics = select(MeetingTopic.parent_id).where(MeetingTopic.appeal_id == appeal.id)
    for meeting in tx.session.scalars(select(Meeting).where(Meeting.id.in_(topics))):
        if meeting.first_appeal == appeal.id:
            meeting.subject, meeting.purpose = meeting.number, ""
        _purge(tx, Meeting.__tablename__, meeting.id, proposer_id, decider_id)
        gather(tx, meeting)
        tx.forget_values(Meeting.__tablename__, meeting.id)
        _clear_timeline(tx.session, meeting.id, Meeting.__tablename__)


def _clear_drafts(session: Session, words: list[str]) -> None:
    """Drop whatever anybody is typing that holds the words of the case."""
    for row in session.scalars(select(Draft)):
        typed = [row.title, *_strings(row.body)]
        if any(word in one for word in words for one in typed):
            session.delete(row)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _clear_notes(tx: Tx, appeal: Appeal, proposer_id: int, decider_id: int) -> None:
    for note in tx.session.scalars(select(HeldNote).where(HeldNote.appeal_id == appeal.id)):
        note.person_name = note.phone = note.line = ""
        note.reason = None
        _purge(tx, HELD, note.id, proposer_id, decider_id)


def _clear_timeline(session: Session, case_id: int, track: str = TRACK) -> None:
    for line in session.scalars(
        select(Event).where(Event.track == track, Event.case_id == case_id)
    ):
        line.note, line.backdated_reason = "", None
        line.behalf_post = line.behalf_number = None
        if line.behalf_of is not None:
            line.behalf_of = ""
    session.flush()
