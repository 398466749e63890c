"""Commands that decide: by log-in, or from a paper that one types and another confirms."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import db.appeals.approved as appeals
import db.books.approved as books
import db.care.approved as care
import db.clarification.approved as clarification
from db.approvals.filters import may_know
from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission
from db.core.tables import Approval, Event
from db.core.tx import Tx
from db.office import recusing
from db.office.tables import Account
from db.people.matching import normalise_name

CarryOut = Callable[[Tx, Approval, bool], None]
ROOMS: Mapping[str, CarryOut] = {
    "ordinary_appeal": appeals.carry_out,
    "clarification": clarification.carry_out,
    "care_talk": care.carry_out,
}
ABOUT_PEOPLE: Mapping[str, CarryOut] = {recusing.ACT: recusing.carry_out}
"""Acts that are about who works on a case, whatever its track."""
DECISIONS = ("agreed", "refused", "returned")
DETERMINATIONS = frozenset({"determine", "determine_not_tolerated"})
"""Collective acts of tolerance; their paper bears a number, as that of a clarification does."""


def may_decide(tx_actor_grants: Mapping[Permission, object], row: Approval) -> bool:
    """Return whether a holder of these rights may decide this, unit aside."""
    return Permission(row.needed_permission) in tx_actor_grants


@dataclass(frozen=True, slots=True)
class Decide:
    """同意 / 不同意 / 退回修改, by log-in of the one who has the right; never by the proposer."""

    permission: ClassVar[Permission] = Permission.DRAFT_WRITE

    approval_id: int
    decision: str
    opinion: str = ""
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Decide and carry out.

        Raises:
            RefusedError: `self_approval`, `already_decided`, `missing_opinion` when not agreed.
            NotAllowedError: `not_permitted`, alike for none, not to be seen, not his to decide.
        """
        row = _deciding(tx, self.approval_id, self.seen)
        if row.state != "pending":
            raise RefusedError("already_decided")
        names = {tx.actor.name, tx.actor.holder_name}
        if row.proposer_id in tx.actor.people or any(_signed_proposal(tx, row, n) for n in names):
            raise RefusedError("self_approval")
        _check(self.decision, self.opinion)
        row.decider_id = tx.actor.account_id
        row.approver_name = tx.actor.shown_name
        row.opinion = self.opinion
        row.decided_on = tx.today
        _carry_out(tx, row, self.decision)
        return row.case_id


@dataclass(frozen=True, slots=True)
class RecordDecision:
    """据纸质批示录入: type a decision made on paper; a second person confirms it."""

    permission: ClassVar[Permission] = Permission.RECORD_ON_BEHALF

    approval_id: int
    decision: str
    approver_name: str
    approver_post: str
    paper_on: date
    number: str = ""
    opinion: str = ""
    attachment_id: int | None = None
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Keep it until it is confirmed.

        Raises:
            RefusedError: `missing_approver_name`, `missing_approver_post`, `self_approval` if the
                paper's approver is its proposer or who types it (DOMAIN §13).
            NotAllowedError: `not_found`.
        """
        row = _load(tx, self.approval_id, self.seen)
        if row.state not in ("pending", "recorded"):
            raise RefusedError("already_decided")
        _check(self.decision, self.opinion)
        name = normalise_name(self.approver_name)
        if not name:
            raise RefusedError("missing_approver_name", field="approver_name")
        if not self.approver_post.strip():
            raise RefusedError("missing_approver_post", field="approver_post")
        names = (row.proposer_name, tx.actor.name, tx.actor.holder_name)
        if any(_same_name(name, other) for other in names):
            raise RefusedError("self_approval", field="approver_name")
        if self.paper_on > tx.today:
            raise RefusedError("date_in_future", field="paper_on", on=self.paper_on)
        if _is_numbered(row) and not self.number.strip():
            raise RefusedError("missing_document_number", field="number")
        row.state = "recorded"
        row.approver_name = name
        row.approver_post = self.approver_post.strip()
        row.approver_number = self.number.strip()
        row.paper_on = self.paper_on
        row.opinion = self.opinion
        row.attachment_id = self.attachment_id
        row.entered_by_id = tx.actor.account_id
        row.payload = {**row.payload, "recorded_decision": self.decision}
        tx.case = (row.track, row.case_id)
        tx.changed.add(row.track)
        tx.session.flush()
        return row.case_id


@dataclass(frozen=True, slots=True)
class ConfirmDecision:
    """核对: a second person has compared the typed decision with the scan."""

    permission: ClassVar[Permission] = Permission.CONFIRM_RECORDED

    approval_id: int
    fits: bool = True
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Confirm and carry out, or send the entry back to be typed again.

        Raises:
            RefusedError: `self_confirmation`, `self_approval`, `nothing_recorded`.
            NotAllowedError: `not_found`.
        """
        row = _load(tx, self.approval_id, self.seen)
        if row.state != "recorded":
            raise RefusedError("nothing_recorded")
        if row.entered_by_id in tx.actor.people:
            raise RefusedError("self_confirmation")
        if row.proposer_id in tx.actor.people:
            raise RefusedError("self_approval")
        if not self.fits:
            row.state, row.entered_by_id = "pending", None
            tx.case = (row.track, row.case_id)
            tx.session.flush()
            return row.case_id
        row.decider_id = tx.actor.account_id
        row.decided_on = row.paper_on
        _carry_out(tx, row, str(row.payload["recorded_decision"]))
        return row.case_id


@dataclass(frozen=True, slots=True)
class ConfirmEvent:
    """核对代录: a second person has compared a recorded move with its paper."""

    permission: ClassVar[Permission] = Permission.CONFIRM_RECORDED

    event_id: int

    def __call__(self, tx: Tx) -> int:
        """Confirm it.

        Raises:
            RefusedError: `self_confirmation`, `already_decided`.
            NotAllowedError: `not_found`.
        """
        row = tx.load(Event, self.event_id)
        if not may_know(tx, row):
            raise NotAllowedError("not_found")
        if not row.needs_confirmation or row.confirmed_at is not None:
            raise RefusedError("already_decided")
        if row.actor_id in tx.actor.people:
            raise RefusedError("self_confirmation")
        row.needs_confirmation = False
        row.confirmed_by_id = tx.actor.account_id
        row.confirmed_by_name = tx.actor.shown_name
        row.confirmed_at = tx.now
        tx.changed.add(row.track)
        tx.session.flush()
        return row.case_id


def _deciding(tx: Tx, approval_id: int, seen: int | None) -> Approval:
    row = tx.session.get(Approval, approval_id)
    if (
        row is None
        or not tx.actor.may(Permission(row.needed_permission))
        or (row.unit_id is not None and tx.actor.unit_id != row.unit_id)
        or not may_know(tx, row)
    ):
        raise NotAllowedError("not_permitted")
    return tx.load(Approval, approval_id, seen=seen)


def _load(tx: Tx, approval_id: int, seen: int | None) -> Approval:
    """Return a decision on a case that the actor may know of."""
    row = tx.load(Approval, approval_id)
    if not may_know(tx, row):
        raise NotAllowedError("not_found")
    return tx.load(Approval, approval_id, seen=seen)


def _same_name(one: str, other: str) -> bool:
    """Return whether two names are written alike, spaces and widths aside."""
    first, second = (
        "".join(unicodedata.normalize("NFKC", name).split()).casefold() for name in (one, other)
    )
    return first == second


def _signed_proposal(tx: Tx, row: Approval, name: str) -> bool:
    """Return whether a proposal that another typed from its paper bears this name."""
    typist = tx.session.get(Account, row.proposer_id)
    on_paper = typist is not None and not _same_name(typist.name, row.proposer_name)
    return on_paper and _same_name(name, row.proposer_name)


def _is_numbered(row: Approval) -> bool:
    determination = row.track == "error_tolerance" and row.act in DETERMINATIONS
    return row.track == "clarification" or determination


def _check(decision: str, opinion: str) -> None:
    if decision not in DECISIONS:
        raise RefusedError("unknown_value", field="decision", value=decision)
    if decision != "agreed" and not opinion.strip():
        raise RefusedError("missing_opinion", field="opinion")


def _carry_out(tx: Tx, row: Approval, decision: str) -> None:
    row.state = decision
    row.decided_at = tx.now
    tx.session.flush()
    room = ROOMS.get(row.track, books.carry_out)
    ABOUT_PEOPLE.get(row.act, room)(tx, row, decision == "agreed")
    clerk = tx.session.get_one(Account, row.entered_by_id) if row.entered_by_id else None
    line = tx.tell(
        row.track,
        row.case_id,
        f"{decision}_{row.act}",
        source=None,
        target=None,
        on=row.decided_on or tx.today,
        note=row.opinion or "",
        unit_id=row.unit_id,
    )
    if clerk is not None:
        _from_paper(tx, row, line, clerk)
        tx.changed.add("approval")


def _from_paper(tx: Tx, row: Approval, line: Event, clerk: Account) -> None:
    """Let the timeline say for ever who signed, who typed it and who compared (SETTLED §2)."""
    line.behalf_of, line.behalf_post = row.approver_name, row.approver_post
    line.behalf_number, line.behalf_on = row.approver_number or None, row.paper_on
    line.behalf_attachment_id = row.attachment_id
    line.confirmed_by_id, line.confirmed_by_name = tx.actor.account_id, tx.actor.shown_name
    line.confirmed_at = tx.now
    line.actor_id, line.actor_name = clerk.id, clerk.name
