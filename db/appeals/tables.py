"""The ordinary track: appeals with their hand-overs, opinions, extensions, reviews as own rows."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.core.base import Base, Key, Versioned

TRACK = "ordinary_appeal"


class Appeal(Versioned):
    """One appeal. Its state coordinates; what several do at once are rows of their own."""

    __tablename__ = "appeal"
    __table_args__ = (
        CheckConstraint("received_on IS NULL OR recorded_at IS NOT NULL", name="recorded"),
        CheckConstraint(
            "state NOT IN ('replied','follow_up','closed') OR issued_on IS NOT NULL OR is_imported",
            name="answered_has_issue_date",
        ),
        Index("ix_appeal_received", "published", "received_on", "id"),
        Index("ix_appeal_state", "published", "state", "next_due_on", "id"),
        Index("ix_appeal_pill", "published", "pill", "received_on", "id"),
        Index("ix_appeal_due", "published", "next_due_on", "id"),
        Index("ix_appeal_number", "published", "number", "id"),
        Index("ix_appeal_person", "person_id", "id"),
        Index("ix_appeal_unit", "published", "lead_unit_id", "received_on", "id"),
        Index("ix_appeal_category", "published", "category", "received_on", "id"),
        Index("ix_appeal_channel", "published", "channel", "received_on", "id"),
        Index("ix_appeal_name", "published", "person_name", "id"),
        Index("ix_appeal_source", "source", "source_number"),
        Index("ix_appeal_batch", "batch_id"),
        Index("ix_appeal_duplicate", "text_key"),
    )

    id: Mapped[Key]
    number: Mapped[str | None] = mapped_column(String(60))
    """受理编号; None for imported rows, which keep `source_number`."""
    state: Mapped[str] = mapped_column(String(30))
    pill: Mapped[str] = mapped_column(String(30), default="")
    """What the ledger shows: the state, or `returned`, `extension_pending`, `under_review`,
    `under_recheck` as derived from hand-overs, extensions and reviews; a cache, never the state.
    """
    procedure: Mapped[str | None] = mapped_column(String(40))
    matter_type: Mapped[str] = mapped_column(String(30), default="appeal_request")
    channel: Mapped[str] = mapped_column(String(40))
    category: Mapped[str] = mapped_column(String(40))
    urgency: Mapped[str] = mapped_column(String(20), default="normal")
    subject: Mapped[str] = mapped_column(Text, default="")
    facts: Mapped[str] = mapped_column(Text, default="")
    requests: Mapped[str] = mapped_column(Text, default="")
    """One request a line."""
    reply: Mapped[str] = mapped_column(Text, default="")
    """Text of the answer once it is issued or imported; drafts live on the hand-over."""
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(200), default="")
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    unit_text: Mapped[str] = mapped_column(String(200), default="")
    administration: Mapped[str] = mapped_column(String(40), default="")
    person_category: Mapped[str] = mapped_column(String(40), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    contact_preference: Mapped[str] = mapped_column(String(40), default="")
    submitter: Mapped[str] = mapped_column(String(30), default="self")
    submitter_text: Mapped[str] = mapped_column(String(200), default="")
    transfer_wish: Mapped[str] = mapped_column(String(40), default="may_transfer")
    name_open: Mapped[bool] = mapped_column(default=True)
    earlier_steps: Mapped[str] = mapped_column(Text, default="")
    """Paths taken before, the decision's name and number (§7.1 row 14)."""
    knew_on: Mapped[date | None]
    remedy_matter: Mapped[str] = mapped_column(String(40), default="", server_default="")
    """What the decision was about, for the person's own window (list `remedy_matter`)."""
    incoming_unit: Mapped[str] = mapped_column(String(120), default="")
    incoming_number: Mapped[str] = mapped_column(String(80), default="")
    postmark_on: Mapped[date | None]
    head_count: Mapped[int] = mapped_column(default=1)
    materials: Mapped[list[Any]] = mapped_column(JSON, default=list)
    attention: Mapped[str] = mapped_column(String(40), default="")
    remark: Mapped[str] = mapped_column(Text, default="")
    is_backfilled: Mapped[bool] = mapped_column(default=False)
    is_fast: Mapped[bool] = mapped_column(default=False)
    on_the_spot: Mapped[bool] = mapped_column(default=False)
    confirmation: Mapped[str] = mapped_column(String(200), default="")
    """How the person confirmed an answer on the spot."""
    proposed_opinion: Mapped[str] = mapped_column(Text, default="")
    received_on: Mapped[date | None]
    received_time: Mapped[str] = mapped_column(String(8), default="")
    recorded_at: Mapped[datetime]
    registered_by_id: Mapped[int | None]
    accepted_on: Mapped[date | None]
    issued_on: Mapped[date | None]
    delivered_on: Mapped[date | None]
    delivery_method: Mapped[str] = mapped_column(String(40), default="")
    delivery_signer: Mapped[str] = mapped_column(String(80), default="")
    reply_number: Mapped[str] = mapped_column(String(80), default="")
    outcome: Mapped[str | None] = mapped_column(String(30))
    reported_back_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    """Day it was closed or left otherwise."""
    end_reason: Mapped[str] = mapped_column(Text, default="")
    redirect_body: Mapped[str] = mapped_column(String(200), default="")
    redirect_last_day: Mapped[date | None]
    merged_into_id: Mapped[int | None]
    duplicate_of_id: Mapped[int | None]
    satisfaction_service: Mapped[str | None] = mapped_column(String(30))
    satisfaction_result: Mapped[str | None] = mapped_column(String(30))
    followed_up_on: Mapped[date | None]
    follow_up_note: Mapped[str] = mapped_column(Text, default="")
    lead_unit_id: Mapped[int | None]
    handler_name: Mapped[str] = mapped_column(String(80), default="")
    next_due_on: Mapped[date | None]
    next_due_rule: Mapped[str | None] = mapped_column(String(60))
    supplement_list: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(80), default="")
    source_number: Mapped[str] = mapped_column(String(80), default="")
    source_label: Mapped[str] = mapped_column(String(120), default="")
    source_hash: Mapped[str] = mapped_column(String(64), default="")
    raw: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    flags: Mapped[str] = mapped_column(String(200), default="")
    batch_id: Mapped[int | None]
    published: Mapped[bool] = mapped_column(default=True)
    is_imported: Mapped[bool] = mapped_column(default=False)
    text_key: Mapped[str] = mapped_column(String(64), default="")
    """Hash of the normalised facts for exact duplicates; empty for empty texts."""


class HandOver(Versioned):
    """A hand-over to a unit: lead, co-handling or one question only. Its own small moves."""

    __tablename__ = "hand_over"
    __table_args__ = (
        Index("ix_hand_over_appeal", "appeal_id", "id"),
        Index("ix_hand_over_unit", "unit_id", "state", "appeal_id"),
    )

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeal.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    role: Mapped[str] = mapped_column(String(20), default="lead")
    """lead, co, partial."""
    mode: Mapped[str] = mapped_column(String(20), default="transfer")
    state: Mapped[str] = mapped_column(String(20))
    number: Mapped[str] = mapped_column(String(60), default="")
    requirement: Mapped[str] = mapped_column(Text, default="")
    question: Mapped[str] = mapped_column(Text, default="")
    """For a partial referral: only this question is shown to the unit."""
    request_number: Mapped[int | None]
    """Which of the appeal's requests, from 1, a partial referral is about; None for a question
    of the desk's own."""
    sent_on: Mapped[date]
    due_on: Mapped[date | None]
    signed_on: Mapped[date | None]
    section: Mapped[str] = mapped_column(String(80), default="")
    handler_id: Mapped[int | None]
    handler_name: Mapped[str] = mapped_column(String(80), default="")
    handler_phone: Mapped[str] = mapped_column(String(40), default="")
    objected_on: Mapped[date | None]
    objection_reason: Mapped[str] = mapped_column(Text, default="")
    suggested_unit: Mapped[str] = mapped_column(String(120), default="")
    report: Mapped[str] = mapped_column(Text, default="")
    """办理情况报告: an inner note of the department."""
    draft_reply: Mapped[str] = mapped_column(Text, default="")
    draft_outcome: Mapped[str | None] = mapped_column(String(30))
    drafted_by_id: Mapped[int | None]
    opinion: Mapped[str] = mapped_column(Text, default="")
    """会办意见 of a co-handler."""
    opinion_on: Mapped[date | None]
    opinion_result: Mapped[str | None] = mapped_column(String(30))
    """Value of `opinion_result`: 政策没有规定 is an answer of its own (OFFICE §2.2)."""
    waived_reason: Mapped[str] = mapped_column(String(200), default="")
    rests_on: Mapped[list[int] | None] = mapped_column(JSON)
    """On the lead's row: hand-overs whose opinions the joint conclusion rests on."""
    dispute_organ: Mapped[str] = mapped_column(String(120), default="", server_default="")
    """Common superior or joint meeting that was asked (条例 Art 24)."""
    dispute_on: Mapped[date | None]
    dispute_decided_on: Mapped[date | None]
    dispute_number: Mapped[str] = mapped_column(String(80), default="", server_default="")
    dispute_decision: Mapped[str] = mapped_column(Text, default="", server_default="")
    ended_on: Mapped[date | None]


class Extension(Versioned):
    """A request for more time; it never blocks the drafting (SETTLED §2)."""

    __tablename__ = "extension"
    __table_args__ = (CheckConstraint("days BETWEEN 1 AND 30", name="at_most_30"),)

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeal.id"), index=True)
    state: Mapped[str] = mapped_column(String(20))
    requested_on: Mapped[date]
    days: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    old_due_on: Mapped[date]
    new_due_on: Mapped[date | None]
    approval_id: Mapped[int | None]
    told_on: Mapped[date | None]
    told_how: Mapped[str] = mapped_column(String(200), default="")


class Review(Versioned):
    """复查 or 复核 by the upper organ; the center only records (条例 Arts 35–36)."""

    __tablename__ = "review"

    id: Mapped[Key]
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeal.id"), index=True)
    level: Mapped[str] = mapped_column(String(20))
    """review or recheck."""
    state: Mapped[str] = mapped_column(String(20))
    requested_on: Mapped[date]
    organ: Mapped[str] = mapped_column(String(120))
    opinion_number: Mapped[str] = mapped_column(String(80), default="")
    opinion_on: Mapped[date | None]
    opinion_received_on: Mapped[date | None]
    conclusion: Mapped[str] = mapped_column(String(40), default="")
    hearing_days: Mapped[int] = mapped_column(default=0)


class CaseLink(Base):
    """A link between two records: related, repeated, merged, from a talk, clarified by."""

    __tablename__ = "case_link"
    __table_args__ = (
        Index("ix_link_from", "from_track", "from_id"),
        Index("ix_link_to", "to_track", "to_id"),
    )

    id: Mapped[Key]
    from_track: Mapped[str] = mapped_column(String(40))
    from_id: Mapped[int]
    to_track: Mapped[str] = mapped_column(String(40))
    to_id: Mapped[int]
    kind: Mapped[str] = mapped_column(String(30))
    ended_on: Mapped[date | None]


class NotDuplicate(Base):
    """Somebody said that two appeals are not duplicates; the pair is not shown again."""

    __tablename__ = "not_duplicate"
    __table_args__ = (Index("ix_not_duplicate", "first_id", "second_id", unique=True),)

    id: Mapped[Key]
    first_id: Mapped[int]
    second_id: Mapped[int]
    said_by_id: Mapped[int]
    said_on: Mapped[date]
