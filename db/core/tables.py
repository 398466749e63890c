"""Rows that no room owns: settings, numbers, timeline, drafts, approvals, milestones, the trail."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, CheckConstraint, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Base, Key, Versioned


class Setting(Base):
    """One named value of the office, JSON."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[Any] = mapped_column(JSON)


class NumberSeries(Base):
    """Last number given in a series and year; series never share a counter (DOMAIN §9.3)."""

    __tablename__ = "number_series"
    audited: ClassVar[bool] = False

    series: Mapped[str] = mapped_column(String(40), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[int]


class IssuedNumber(Base):
    """A number once given; a void one stays with its reason and is never used again."""

    __tablename__ = "issued_number"
    __table_args__ = (UniqueConstraint("series", "year", "sequence"),)

    id: Mapped[Key]
    series: Mapped[str] = mapped_column(String(40))
    year: Mapped[int]
    sequence: Mapped[int]
    text: Mapped[str] = mapped_column(String(60), index=True)
    track: Mapped[str | None] = mapped_column(String(40))
    case_id: Mapped[int | None]
    void_reason: Mapped[str | None] = mapped_column(String(200))


class Event(Base):
    """One line of a case's timeline; never changed, only a confirmation is added.

    `happened_on` is the civil date told or today, `recorded_at` the instant of the clock. The
    `behalf_*` columns hold the paper of a move recorded for someone who does not log in (代录).
    """

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_case", "track", "case_id", "id"),
        Index("ix_event_unconfirmed", "needs_confirmation", "id"),
    )

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    act: Mapped[str] = mapped_column(String(60))
    source: Mapped[str | None] = mapped_column(String(40))
    target: Mapped[str | None] = mapped_column(String(40))
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime]
    actor_id: Mapped[int | None]
    actor_name: Mapped[str] = mapped_column(String(80))
    unit_id: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")
    backdated_reason: Mapped[str | None] = mapped_column(String(200))
    inner: Mapped[bool] = mapped_column(default=False)
    """Kept inside the unit named by `unit_id`: the desk does not see it (SETTLED §1)."""
    behalf_of: Mapped[str | None] = mapped_column(String(120))
    behalf_post: Mapped[str | None] = mapped_column(String(120))
    behalf_number: Mapped[str | None] = mapped_column(String(80))
    behalf_on: Mapped[date | None]
    behalf_attachment_id: Mapped[int | None]
    needs_confirmation: Mapped[bool] = mapped_column(default=False)
    confirmed_by_id: Mapped[int | None]
    confirmed_by_name: Mapped[str | None] = mapped_column(String(80))
    confirmed_at: Mapped[datetime | None]


class Approval(Versioned):
    """A decision asked of somebody else than the proposer (DESIGN §3.2).

    Decided by log-in, or recorded from paper: then `approver_*` name the person on the paper,
    `entered_by_id` typed it and `decider_id` confirmed it against the scan.
    """

    __tablename__ = "approval"
    __table_args__ = (
        Index("ix_approval_case", "track", "case_id"),
        Index("ix_approval_pending", "state", "needed_permission", "unit_id"),
        CheckConstraint("decider_id IS NULL OR decider_id <> proposer_id", name="not_self"),
        CheckConstraint(
            "decider_id IS NULL OR entered_by_id IS NULL OR decider_id <> entered_by_id",
            name="two_people",
        ),
    )

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    act: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]] = mapped_column(JSON)
    summary: Mapped[str] = mapped_column(String(300), default="")
    needed_permission: Mapped[str] = mapped_column(String(40))
    unit_id: Mapped[int | None]
    """Unit whose leader decides; None for the center's own head."""
    proposer_id: Mapped[int]
    proposer_name: Mapped[str] = mapped_column(String(80))
    proposed_on: Mapped[date]
    proposed_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(20), default="pending")
    decider_id: Mapped[int | None]
    decided_on: Mapped[date | None]
    decided_at: Mapped[datetime | None]
    opinion: Mapped[str | None] = mapped_column(Text)
    approver_name: Mapped[str | None] = mapped_column(String(80))
    approver_post: Mapped[str | None] = mapped_column(String(120))
    approver_number: Mapped[str | None] = mapped_column(String(80))
    paper_on: Mapped[date | None]
    attachment_id: Mapped[int | None]
    entered_by_id: Mapped[int | None]


class ClockEntry(Base):
    """A running or stopped deadline of a case; dates are derived and cached with their versions."""

    __tablename__ = "clock_entry"
    __table_args__ = (
        Index("ix_clock_case", "track", "case_id"),
        Index("ix_clock_running", "stopped_on", "due_on", "track", "case_id"),
    )

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    row_id: Mapped[int | None]
    """Hand-over, opinion or difficulty that the clock belongs to, if not the case itself."""
    rule: Mapped[str] = mapped_column(String(60))
    profile: Mapped[str] = mapped_column(String(40), default="default")
    started_on: Mapped[date]
    extension_days: Mapped[int] = mapped_column(default=0)
    fixed_on: Mapped[date | None]
    """Last day that a person set by hand, such as that of an urging; no calendar moves it."""
    due_on: Mapped[date]
    unrolled_on: Mapped[date]
    internal_target_on: Mapped[date | None]
    provisional: Mapped[bool] = mapped_column(default=False)
    is_statutory: Mapped[bool] = mapped_column(default=False)
    is_right: Mapped[bool] = mapped_column(default=False)
    """A right of the person: told, never counted as overdue of the office."""
    unit_id: Mapped[int | None]
    stopped_on: Mapped[date | None]
    cancelled: Mapped[bool] = mapped_column(default=False)
    calendar_version: Mapped[int] = mapped_column(default=1)


class Milestone(Base):
    """A fact that statistics count, with both dates; withdrawn ones keep their revocation.

    A month is told as of any cut-off: rows recorded up to it and not revoked by then (SETTLED §3).
    """

    __tablename__ = "milestone"
    audited: ClassVar[bool] = False
    __table_args__ = (
        Index(
            "ix_milestone_count",
            "kind",
            "happened_on",
            "recorded_at",
            "revoked_at",
            "category",
            "channel",
            "unit_id",
            "outcome",
            "amount",
        ),
        Index("ix_milestone_case", "track", "case_id"),
    )

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(40))
    happened_on: Mapped[date]
    recorded_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    unit_id: Mapped[int | None]
    person_id: Mapped[int | None]
    category: Mapped[str | None] = mapped_column(String(40))
    channel: Mapped[str | None] = mapped_column(String(40))
    procedure: Mapped[str | None] = mapped_column(String(40))
    outcome: Mapped[str | None] = mapped_column(String(40))
    on_time: Mapped[str | None] = mapped_column(String(20))
    """statutory_on_time, statutory_late, internal_on_time, internal_late, or None without term."""
    days: Mapped[int | None]
    amount: Mapped[int] = mapped_column(default=1)


class Draft(Base):
    """What somebody is typing; dropped in the transaction that completes it."""

    __tablename__ = "draft"
    audited: ClassVar[bool] = False
    __table_args__ = (UniqueConstraint("account_id", "kind", "key"),)

    id: Mapped[Key]
    account_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(40))
    key: Mapped[str] = mapped_column(String(80))
    title: Mapped[str] = mapped_column(String(120), default="")
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime]


class TrailEntry(Base):
    """A link of the audit chain; the database refuses to change or delete one."""

    __tablename__ = "trail_entry"
    audited: ClassVar[bool] = False
    __table_args__ = (
        Index("ix_trail_case", "track", "case_id", "id"),
        Index("ix_trail_day", "at", "id"),
    )

    id: Mapped[Key]
    at: Mapped[datetime]
    actor_id: Mapped[int | None]
    actor_name: Mapped[str] = mapped_column(String(80))
    act: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int | None]
    track: Mapped[str | None] = mapped_column(String(40))
    case_id: Mapped[int | None]
    fields: Mapped[str] = mapped_column(Text, default="")
    """Names of the changed columns, without their values."""
    detail_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class TrailDetail(Base):
    """Old and new values of an entry, apart so that a purge by two persons can clear them."""

    __tablename__ = "trail_detail"
    audited: ClassVar[bool] = False

    entry_id: Mapped[int] = mapped_column(primary_key=True)
    changes: Mapped[str] = mapped_column(Text)


class Purge(Base):
    """A case whose contents two persons cleared; the tombstone that allows it."""

    __tablename__ = "purge"

    id: Mapped[Key]
    track: Mapped[str] = mapped_column(String(40))
    case_id: Mapped[int]
    purged_at: Mapped[datetime]
    proposer_id: Mapped[int]
    decider_id: Mapped[int]
