"""Rows about the people at the desk: recusals asked, substitutes, work handed over, inspections."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Base, Key, Versioned


class RecusalRequest(Versioned):
    """申请回避 of one person from one case; a decided one has its `Recusal`.

    While it waits the person may read but not act; once decided the case is gone for him.
    """

    __tablename__ = "recusal_request"
    __table_args__ = (
        Index("ix_recusal_request_account", "account_id", "state"),
        Index("ix_recusal_request_case", "track", "case_id"),
        CheckConstraint(
            "state NOT IN ('decided','refused') OR decided_on IS NOT NULL", name="decided_has_day"
        ),
        CheckConstraint("state <> 'lifted' OR lifted_reason <> ''", name="lifted_has_reason"),
    )

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    source: Mapped[str] = mapped_column(String(20))
    """self, party or organ: who asked (list `recusal_source`)."""
    reason: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(String(300), default="")
    state: Mapped[str] = mapped_column(String(20))
    asked_on: Mapped[date]
    asked_by_id: Mapped[int]
    asked_by_name: Mapped[str] = mapped_column(String(80))
    unit_id: Mapped[int | None]
    """Unit whose leader decides; None for the head of the center."""
    approval_id: Mapped[int | None]
    successors: Mapped[dict[str, Any]] = mapped_column(JSON)
    """Holding key → account that takes it over once it is decided."""
    decided_on: Mapped[date | None]
    decided_by_name: Mapped[str] = mapped_column(String(80), default="")
    opinion: Mapped[str] = mapped_column(String(500), default="")
    lifted_on: Mapped[date | None]
    lifted_reason: Mapped[str] = mapped_column(String(200), default="")


class Substitution(Versioned):
    """代办: who stands in for whom between two days; over by date, without a job."""

    __tablename__ = "substitution"
    __table_args__ = (
        Index("ix_substitution_substitute", "substitute_id", "starts_on", "ends_on"),
        Index("ix_substitution_absent", "absent_id", "starts_on", "ends_on"),
        CheckConstraint("absent_id <> substitute_id", name="two_people"),
        CheckConstraint("starts_on <= ends_on", name="days_in_order"),
        CheckConstraint("handles OR decides", name="something_to_do"),
    )

    id: Mapped[Key]
    absent_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    substitute_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    handles: Mapped[bool] = mapped_column(default=True)
    decides: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    arranged_by_id: Mapped[int]
    arranged_by_name: Mapped[str] = mapped_column(String(80))
    arranged_on: Mapped[date]
    ended_on: Mapped[date | None]
    """Last day of an early end."""


class WorkHandOver(Versioned):
    """工作交接: everything a person holds, counted, signed by three, given to another."""

    __tablename__ = "work_hand_over"
    __table_args__ = (
        Index("ix_work_hand_over_from", "from_id", "state"),
        CheckConstraint("from_id <> to_id", name="two_people"),
        CheckConstraint(
            "witness_id IS NULL OR (witness_id <> from_id AND witness_id <> to_id)",
            name="third_person",
        ),
        CheckConstraint(
            "state <> 'carried_out' OR (signed_on IS NOT NULL AND witness_name <> '')",
            name="signed_by_three",
        ),
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(60), default="")
    from_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    from_name: Mapped[str] = mapped_column(String(80))
    to_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    to_name: Mapped[str] = mapped_column(String(80))
    witness_id: Mapped[int | None]
    witness_name: Mapped[str] = mapped_column(String(80), default="")
    reason: Mapped[str] = mapped_column(String(40))
    state: Mapped[str] = mapped_column(String(20))
    listed_on: Mapped[date]
    listed_by_id: Mapped[int]
    ends_on: Mapped[date | None]
    """Last day of the account; None closes it with the carrying out."""
    keeps_account: Mapped[bool] = mapped_column(default=False)
    """The person stays, only the work goes (change of post)."""
    reads_talks: Mapped[bool] = mapped_column(default=False)
    """The manager lets the successor read the talks that were held."""
    lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """What is handed over, as counted: kind, number, text, state, due, holding key."""
    originals: Mapped[str] = mapped_column(String(2000), default="")
    """Paper originals typed by hand: number, pages, place, one a line."""
    things: Mapped[str] = mapped_column(String(2000), default="")
    """Media, seals, keys typed by hand, one a line."""
    signed_on: Mapped[date | None]
    carried_out_at: Mapped[datetime | None]
    remark: Mapped[str] = mapped_column(String(500), default="")


class GrantChange(Versioned):
    """A change of one right of one role: proposed by one, confirmed by another."""

    __tablename__ = "grant_change"
    __table_args__ = (
        Index("ix_grant_change_state", "state"),
        CheckConstraint(
            "decided_by_id IS NULL OR decided_by_id <> proposed_by_id", name="not_self"
        ),
    )

    id: Mapped[Key]
    role: Mapped[str] = mapped_column(String(20))
    right: Mapped[str] = mapped_column("permission", String(40))
    old_scope: Mapped[str] = mapped_column(String(20), default="")
    new_scope: Mapped[str] = mapped_column(String(20), default="")
    """Empty where the role has not the right."""
    reason: Mapped[str] = mapped_column(String(300))
    state: Mapped[str] = mapped_column(String(20))
    proposed_on: Mapped[date]
    proposed_by_id: Mapped[int]
    proposed_by_name: Mapped[str] = mapped_column(String(80))
    decided_on: Mapped[date | None]
    decided_by_id: Mapped[int | None]
    decided_by_name: Mapped[str] = mapped_column(String(80), default="")
    opinion: Mapped[str] = mapped_column(String(300), default="")


class Inspection(Versioned):
    """巡察查阅: what a read-only account may see, from when to when, and who allowed it."""

    __tablename__ = "inspection"
    __table_args__ = (
        CheckConstraint("starts_on <= ends_on", name="days_in_order"),
        CheckConstraint("period_from <= period_to", name="period_in_order"),
        CheckConstraint("purpose <> 'appointment'", name="no_appointment"),
    )

    id: Mapped[Key]
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    organ: Mapped[str] = mapped_column(String(120))
    purpose: Mapped[str] = mapped_column(String(40))
    letter_number: Mapped[str] = mapped_column(String(80), default="")
    approver_name: Mapped[str] = mapped_column(String(80))
    approver_post: Mapped[str] = mapped_column(String(120))
    approved_on: Mapped[date]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    period_from: Mapped[date]
    """First day of receipt or opening of what may be read."""
    period_to: Mapped[date]
    tracks: Mapped[list[str]] = mapped_column(JSON)
    entered_by_id: Mapped[int]
    ended_on: Mapped[date | None]


class InspectionVisit(Base):
    """One log-in of an inspector with the purpose he gave; reading begins with it."""

    __tablename__ = "inspection_visit"
    __table_args__ = (Index("ix_inspection_visit", "account_id", "visited_on"),)

    id: Mapped[Key]
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id"))
    account_id: Mapped[int]
    visited_on: Mapped[date]
    visited_at: Mapped[datetime]
    purpose: Mapped[str] = mapped_column(String(40))
    words: Mapped[str] = mapped_column(String(200), default="")


class FastTrack(Base):
    """快办 set by hand on a case, with a neutral reason from the list; no text (SETTLED §9.4)."""

    __tablename__ = "fast_track"
    __table_args__ = (Index("ix_fast_track_case", "track", "case_id"),)

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    reason: Mapped[str] = mapped_column(String(40))
    set_on: Mapped[date]
    set_by_id: Mapped[int]
    set_by_name: Mapped[str] = mapped_column(String(80))
    ended_on: Mapped[date | None]
