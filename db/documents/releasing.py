"""Drafts of papers that leave the house: checked against the white list, released by another.

A draft keeps the values it prints and a hash of them. It is released as it stands; a change of the
record or of a typed word needs a new draft and a new release (SETTLED §9.1).
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import select

from db.clarification.tables import TRACK as CLARIFICATION
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx
from db.documents.encoding import decode, encode
from db.documents.filing import require_case
from db.documents.filling_clarification import (
    OUTGOING,
    ClarificationPaper,
    clarification_white_list,
    fill_clarification,
    ready_clarification_papers,
    typed_values,
)
from db.documents.letters import load_manifest
from db.documents.making import template_of
from db.documents.outgoing import Mark, WhiteList, check_texts
from db.documents.tables import Document
from db.office.tables import Account

TITLES = {
    "opinion_request": "澄清征求意见表",
    "clarification_letter": "澄清函",
    "clarification_notice": "告知书",
    "meeting_text": "会议宣读稿",
}
"""Names of the papers as the record keeps them."""
FILLERS: Mapping[str, Callable[..., ClarificationPaper]] = {CLARIFICATION: fill_clarification}
WHITE_LISTS: Mapping[str, Callable[[Read, int], WhiteList]] = {
    CLARIFICATION: clarification_white_list
}
_FROM_LISTS = frozenset(
    {"number", "title", "modes", "scopes", "opinion", "own_word", "kind", "verdict", "reflection"}
)
_FROM_RECORD = frozenset({"name", "gender", "political_status", "unit_and_post", "issuer", "post"})


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A typed text of a draft with what the check marked in it."""

    field: str
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A draft as its maker and its releaser see it.

    Attributes:
        state: `draft`, `released`.
        is_current: Whether the record still says what the draft prints.
        may_release: The actor has the right and did not make it.
    """

    id: int
    version: int
    kind: str
    state: str
    made_on: date
    made_by: str
    released_by: str
    released_at: datetime | None
    texts: tuple[CheckedText, ...]
    is_current: bool
    may_release: bool
    paper: Any

    @property
    def marks(self) -> int:
        """Return how many pieces the check marked."""
        return sum(len(text.marks) for text in self.texts)


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """Where a paper of a case stands.

    Attributes:
        needs_release: It leaves the house.
        typed: Present values of what its drafter may change.
        draft: The latest draft; None where none was made.
    """

    kind: str
    needs_release: bool
    typed: dict[str, Any]
    draft: PaperDraft | None

    @property
    def may_print(self) -> bool:
        """Return whether it may be printed or saved now."""
        if not self.needs_release:
            return True
        draft = self.draft
        return draft is not None and draft.state == "released" and draft.is_current


@dataclass(frozen=True, slots=True)
class DraftPaper:
    """制作文书: fill it, check the typed texts, keep it until another person releases it.

    Attributes:
        typed: Values for the fields that the drafter may change.
    """

    permission: ClassVar[Permission] = Permission.DOCUMENT_WRITE

    track: str
    case_id: int
    kind: str
    typed: Mapping[str, Any]

    def __call__(self, tx: Tx) -> int:
        """Keep the draft in place of the former one. Return it.

        Raises:
            RefusedError: `unknown_paper`, `paper_not_yet`, `field_not_editable`.
        """
        require_case(tx, self.track, self.case_id)
        if self.kind not in OUTGOING or self.track not in FILLERS:
            raise RefusedError("unknown_paper", kind=self.kind)
        paper = FILLERS[self.track](tx, self.kind, self.case_id, self.typed)
        for former in _drafts(tx, self.track, self.case_id, self.kind):
            former.state, former.void_reason = "void", "重新制作"
        packed = encode(paper)
        texts = checked_texts(tx, self.track, self.case_id, paper)
        row = tx.add(
            Document(
                track=self.track,
                case_id=self.case_id,
                kind=self.kind,
                state="draft",
                number=getattr(paper, "number", ""),
                title=TITLES[self.kind],
                fields=packed,
                typed_texts=sorted(text.text for text in texts),
                content_hash=_hash(packed),
                made_on=tx.today,
                made_by_id=tx.actor.account_id,
                marks=sum(len(text.marks) for text in texts),
            )
        )
        tx.tell(
            self.track,
            self.case_id,
            "make_paper",
            source=None,
            target=None,
            on=tx.today,
            note=TITLES[self.kind],
        )
        return row.id


def clarification_papers(read: Read, clarification_id: int) -> tuple[PaperStanding, ...]:
    """Return every paper that a clarification can make now, and where it stands."""
    found = []
    for kind in ready_clarification_papers(read, clarification_id):
        drafts = _drafts(read, CLARIFICATION, clarification_id, kind)
        paper = fill_clarification(read, kind, clarification_id)
        found.append(
            PaperStanding(
                kind=kind,
                needs_release=kind in OUTGOING,
                typed=typed_values(paper),
                draft=_draft(read, drafts[-1]) if drafts else None,
            )
        )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Printable:
    """A paper that may leave, and the template of the office for it, None for a form."""

    paper: Any
    template: bytes | None


def printable(read: Read, track: str, case_id: int, kind: str) -> Printable:
    """Return a paper that may be printed or saved now.

    Raises:
        RefusedError: `paper_not_released` while no other person has released it as it stands.
    """
    require_case(read, track, case_id)
    if kind not in OUTGOING:
        return Printable(FILLERS[track](read, kind, case_id), None)
    rows = [r for r in _drafts(read, track, case_id, kind) if r.state == "released"]
    if not rows or not still_says(read, rows[-1]):
        raise RefusedError("paper_not_released", kind=kind)
    template = template_of(read, kind) if kind in load_manifest() else None
    return Printable(decode(kind, rows[-1].fields), template)


def checked_texts(
    read: Read, track: str, case_id: int, paper: ClarificationPaper
) -> tuple[CheckedText, ...]:
    """Return the typed texts of a paper with the marks of the outgoing check."""
    texts = {
        one.name: value
        for one in fields(paper)
        if one.name not in _FROM_LISTS | _FROM_RECORD
        and isinstance(value := getattr(paper, one.name), str)
        and value.strip()
    }
    marks = check_texts(texts, WHITE_LISTS[track](read, case_id))
    return tuple(CheckedText(name, text, marks.get(name, ())) for name, text in texts.items())


def _drafts(read: Read, track: str, case_id: int, kind: str) -> list[Document]:
    return list(
        read.session.scalars(
            select(Document)
            .where(
                Document.track == track,
                Document.case_id == case_id,
                Document.kind == kind,
                Document.state.in_(("draft", "released")),
            )
            .order_by(Document.id)
        )
    )


def _draft(read: Read, row: Document) -> PaperDraft:
    paper = decode(row.kind, row.fields)
    releaser = read.session.get(Account, row.released_by_id) if row.released_by_id else None
    maker = read.session.get(Account, row.made_by_id)
    return PaperDraft(
        id=row.id,
        version=row.version,
        kind=row.kind,
        state=row.state,
        made_on=row.made_on,
        made_by=maker.name if maker else "",
        released_by=releaser.name if releaser else "",
        released_at=row.released_at,
        texts=checked_texts(read, row.track, row.case_id, paper),
        is_current=still_says(read, row),
        may_release=row.state == "draft"
        and row.made_by_id not in read.actor.people
        and read.actor.may(Permission.DOCUMENT_RELEASE),
        paper=paper,
    )


def still_says(read: Read, row: Document) -> bool:
    """Return whether the record still says what a kept draft of it says."""
    paper = decode(row.kind, row.fields)
    try:
        now = FILLERS[row.track](read, row.kind, row.case_id, typed_values(paper))
    except RefusedError:
        return False
    return _hash(encode(now)) == row.content_hash


def _hash(packed: Mapping[str, Any]) -> str:
    text = json.dumps(packed, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
