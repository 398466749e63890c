"""Gathers what is known about the papers of appeals, many at once."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from db.appeals.reporting import CIRCLED
from db.appeals.tables import TRACK, Appeal, Extension, HandOver
from db.archive.missing import FILE_ORDER, CaseFacts
from db.archive.tables import FiledPaper
from db.codes.code_lists import codes
from db.core.tables import Approval, Event
from db.core.tx import Read
from db.documents.tables import Attachment, Document
from db.registers.tables import LeaderNote

Found = dict[int, set[str]]
CHUNK = 5000


def facts_of(read: Read, appeals: Sequence[Appeal]) -> dict[int, CaseFacts]:
    """Return appeal → what is known about its papers; the caller has checked the reach."""
    found: dict[int, CaseFacts] = {}
    for start in range(0, len(appeals), CHUNK):
        part = appeals[start : start + CHUNK]
        found |= _facts(read, part)
    return found


def _facts(read: Read, appeals: Sequence[Appeal]) -> dict[int, CaseFacts]:
    ids = [appeal.id for appeal in appeals]
    issued = _pairs(
        read,
        select(Document.case_id, Document.kind).where(
            Document.track == TRACK,
            Document.case_id.in_(ids),
            Document.state.in_(("issued", "delivered")),
        ),
    )
    files = _files(read, ids)
    unscanned, unchecked = _from_paper(read, ids)
    unsigned = _ids(
        read,
        select(HandOver.appeal_id).where(
            HandOver.appeal_id.in_(ids),
            HandOver.state.in_(("signed", "answered")),
            HandOver.role == "lead",
            HandOver.signed_on.is_(None),
        ),
    )
    untold = _ids(
        read,
        select(Extension.appeal_id).where(
            Extension.appeal_id.in_(ids),
            Extension.state == "agreed",
            Extension.told_on.is_(None),
        ),
    )
    noted = _ids(
        read,
        select(LeaderNote.appeal_id).where(
            LeaderNote.appeal_id.in_(ids), LeaderNote.kind != CIRCLED
        ),
    )
    return {
        a.id: CaseFacts(
            state=a.state,
            channel=a.channel,
            procedure=a.procedure,
            is_imported=a.is_imported,
            on_the_spot=a.on_the_spot,
            is_accepted=a.accepted_on is not None,
            delivery=a.delivery_method,
            has_answer=bool(a.reply),
            is_delivered=a.delivered_on is not None,
            signer=a.delivery_signer,
            must_report=a.channel == "assigned_above" or a.id in noted,
            is_reported=a.reported_back_on is not None,
            is_followed_up=a.followed_up_on is not None,
            awaited_supplement=bool(a.supplement_list),
            handed_unsigned=a.id in unsigned,
            extended_untold=a.id in untold,
            issued=frozenset(issued[a.id]),
            files=frozenset(files[a.id]),
            unscanned=tuple(sorted(unscanned[a.id])),
            unchecked=tuple(sorted(unchecked[a.id])),
        )
        for a in appeals
    }


def _files(read: Read, ids: Sequence[int]) -> Found:
    """Return the papers in the file: put there by name, or by the name of an attachment."""
    found = _pairs(
        read,
        select(FiledPaper.case_id, FiledPaper.paper).where(
            FiledPaper.track == TRACK, FiledPaper.case_id.in_(ids)
        ),
    )
    words = {code.value: code.zh for code in codes("file_paper")}
    rows = read.session.execute(
        select(Attachment.case_id, Attachment.name, Attachment.kind).where(
            Attachment.track == TRACK,
            Attachment.case_id.in_(ids),
            Attachment.removed_reason == "",
        )
    )
    for case_id, name, kind in rows:
        if kind in ("material", "reply"):
            found[case_id].add(kind)
        found[case_id] |= {paper for paper in FILE_ORDER if words[paper] in name}
    return found


def _from_paper(read: Read, ids: Sequence[int]) -> tuple[Found, Found]:
    unscanned: Found = defaultdict(set)
    unchecked: Found = defaultdict(set)
    rows = read.session.execute(
        select(
            Event.case_id,
            Event.act,
            Event.behalf_attachment_id,
            Event.needs_confirmation,
            Event.confirmed_at,
        ).where(Event.track == TRACK, Event.case_id.in_(ids), Event.behalf_of.is_not(None))
    )
    for case_id, act, scan, waits, confirmed in rows:
        if scan is None:
            unscanned[case_id].add(act)
        if waits and confirmed is None:
            unchecked[case_id].add(act)
    typed = read.session.execute(
        select(Approval.case_id, Approval.act).where(
            Approval.track == TRACK,
            Approval.case_id.in_(ids),
            Approval.entered_by_id.is_not(None),
            Approval.attachment_id.is_(None),
            Approval.state.in_(("agreed", "refused", "returned", "recorded")),
        )
    )
    for case_id, act in typed:
        unscanned[case_id].add(f"decide_{act}")
    return unscanned, unchecked


def _pairs(read: Read, statement: Any) -> Found:
    found: Found = defaultdict(set)
    for case_id, value in read.session.execute(statement):
        found[case_id].add(value)
    return found


def _ids(read: Read, statement: Any) -> set[int]:
    return set(read.session.scalars(statement))
