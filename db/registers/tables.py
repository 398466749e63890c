"""Mapped rows of the office's own books."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry
from db.core.base import Base


class LeaderNote(Entry):
    """领导批示件: what a leader wrote on a paper, who does it, by when, and what came of it."""

    __tablename__ = "leader_note"
    __table_args__ = (
        Index("ix_leader_note_state", "state", "entered_on"),
        Index("ix_leader_note_appeal", "appeal_id"),
    )

    subject: Mapped[str] = mapped_column(String(200), default="")
    leader: Mapped[str] = mapped_column(String(80), default="")
    leader_post: Mapped[str] = mapped_column(String(120), default="")
    noted_on: Mapped[date | None]
    wording: Mapped[str] = mapped_column(Text, default="")
    """批示内容, word for word."""
    kind: Mapped[str] = mapped_column(String(40), default="")
    urgency: Mapped[str] = mapped_column(String(20), default="")
    appeal_id: Mapped[int | None]
    unit_id: Mapped[int | None]
    handler: Mapped[str] = mapped_column(String(80), default="")
    due_on: Mapped[date | None]
    progress: Mapped[str] = mapped_column(Text, default="")
    finished_on: Mapped[date | None]
    reported_on: Mapped[date | None]
    report_way: Mapped[str] = mapped_column(String(40), default="")
    noted_again: Mapped[str] = mapped_column(Text, default="")
    archive_number: Mapped[str] = mapped_column(String(60), default="")
    remark: Mapped[str] = mapped_column(String(500), default="")
    scan_id: Mapped[int | None]


class Submission(Entry):
    """送批单: what is laid before a leader on paper, and the answer typed back from it."""

    __tablename__ = "submission"
    __table_args__ = (
        Index("ix_submission_state", "state", "entered_on"),
        Index("ix_submission_appeal", "appeal_id"),
        CheckConstraint(
            "state <> 'answered' OR confirmed_by_id IS NULL OR answered_by_id IS NULL "
            "OR confirmed_by_id <> answered_by_id",
            name="two_people",
        ),
    )

    subject: Mapped[str] = mapped_column(String(200), default="")
    summary: Mapped[str] = mapped_column(Text, default="")
    proposal: Mapped[str] = mapped_column(Text, default="")
    proposer: Mapped[str] = mapped_column(String(80), default="")
    head_opinion: Mapped[str] = mapped_column(Text, default="")
    enclosures: Mapped[str] = mapped_column(String(500), default="")
    appeal_id: Mapped[int | None]
    sent_to: Mapped[str] = mapped_column(String(120), default="")
    leader: Mapped[str] = mapped_column(String(80), default="")
    leader_post: Mapped[str] = mapped_column(String(120), default="")
    noted_on: Mapped[date | None]
    kind: Mapped[str] = mapped_column(String(40), default="")
    wording: Mapped[str] = mapped_column(Text, default="")
    scan_id: Mapped[int | None]
    becomes_note: Mapped[bool] = mapped_column(default=False)
    answered_by_id: Mapped[int | None]
    confirmed_by_id: Mapped[int | None]
    note_id: Mapped[int | None]
    """Leader's note that the answer became."""
    result: Mapped[str] = mapped_column(Text, default="")


class IncomingPaper(Entry):
    """收文: an official paper that came in."""

    __tablename__ = "incoming_paper"
    __table_args__ = (Index("ix_incoming_paper_state", "state", "entered_on"),)

    received_on: Mapped[date | None]
    from_unit: Mapped[str] = mapped_column(String(120), default="")
    from_number: Mapped[str] = mapped_column(String(80), default="")
    subject: Mapped[str] = mapped_column(String(200), default="")
    copies: Mapped[int | None]
    urgency: Mapped[str] = mapped_column(String(20), default="")
    appeal_id: Mapped[int | None]
    proposal: Mapped[str] = mapped_column(Text, default="")
    decision: Mapped[str] = mapped_column(Text, default="")
    handler: Mapped[str] = mapped_column(String(80), default="")
    finished_on: Mapped[date | None]
    archive_number: Mapped[str] = mapped_column(String(60), default="")
    remark: Mapped[str] = mapped_column(String(500), default="")
    scan_id: Mapped[int | None]


class SealUse(Entry):
    """用印: a stamp set by hand on paper; the program draws none."""

    __tablename__ = "seal_use"
    __table_args__ = (
        Index("ix_seal_use_state", "state", "entered_on"),
        CheckConstraint(
            "state <> 'used' OR (used_on IS NOT NULL AND approver <> '' AND supervisor <> '')",
            name="used_is_complete",
        ),
    )

    subject: Mapped[str] = mapped_column(String(200), default="")
    paper_number: Mapped[str] = mapped_column(String(80), default="")
    copies: Mapped[int | None]
    seal: Mapped[str] = mapped_column(String(80), default="")
    appeal_id: Mapped[int | None]
    approver: Mapped[str] = mapped_column(String(80), default="")
    handler: Mapped[str] = mapped_column(String(80), default="")
    supervisor: Mapped[str] = mapped_column(String(80), default="")
    used_on: Mapped[date | None]
    remark: Mapped[str] = mapped_column(String(500), default="")


class ReadingLog(Entry):
    """查阅: who read what of the files, why, with whose consent, and that it came back."""

    __tablename__ = "reading_log"
    __table_args__ = (Index("ix_reading_log_state", "state", "entered_on"),)

    reader: Mapped[str] = mapped_column(String(80), default="")
    reader_unit: Mapped[str] = mapped_column(String(120), default="")
    purpose: Mapped[str] = mapped_column(String(40), default="")
    purpose_text: Mapped[str] = mapped_column(String(200), default="")
    content: Mapped[str] = mapped_column(String(300), default="")
    approver: Mapped[str] = mapped_column(String(80), default="")
    read_on: Mapped[date | None]
    copied: Mapped[bool] = mapped_column(default=False)
    returned_on: Mapped[date | None]
    handler: Mapped[str] = mapped_column(String(80), default="")


class NumberedCopy(Entry):
    """领导要件: a list or a sheet with names that left in numbered copies."""

    __tablename__ = "numbered_copy"
    __table_args__ = (Index("ix_numbered_copy_state", "state", "entered_on"),)

    subject: Mapped[str] = mapped_column(String(200), default="")
    list_name: Mapped[str] = mapped_column(String(40), default="")
    purpose: Mapped[str] = mapped_column(String(200), default="")
    recipient: Mapped[str] = mapped_column(String(120), default="")
    copies: Mapped[int | None]
    first_copy: Mapped[int | None]
    last_copy: Mapped[int | None]
    printed_by: Mapped[str] = mapped_column(String(80), default="")
    approver: Mapped[str] = mapped_column(String(80), default="")
    handed_on: Mapped[date | None]
    back_by: Mapped[date | None]
    collected_on: Mapped[date | None]
    destroyed_on: Mapped[date | None]
    remark: Mapped[str] = mapped_column(String(500), default="")


class CopyContent(Base):
    """What a numbered copy says, kept as it was when it was asked for."""

    __tablename__ = "copy_content"

    entry_id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
    body: Mapped[dict[str, Any]] = mapped_column(JSON)


class DutyLog(Entry):
    """值班日志 with 交接班: who was on duty, what came, what is left, who took over."""

    __tablename__ = "duty_log"
    __table_args__ = (
        Index("ix_duty_log_day", "duty_on", "state"),
        CheckConstraint(
            "state <> 'taken_over' OR (giver <> '' AND taker <> '' AND giver <> taker)",
            name="signed_by_two",
        ),
    )

    duty_on: Mapped[date | None]
    leader: Mapped[str] = mapped_column(String(80), default="")
    staff: Mapped[str] = mapped_column(String(120), default="")
    receptionist: Mapped[str] = mapped_column(String(80), default="")
    visits: Mapped[int | None]
    visitors: Mapped[int | None]
    calls: Mapped[int | None]
    letters: Mapped[int | None]
    consultations: Mapped[int | None]
    matters: Mapped[str] = mapped_column(Text, default="")
    left: Mapped[str] = mapped_column(Text, default="")
    giver: Mapped[str] = mapped_column(String(80), default="")
    giver_id: Mapped[int | None]
    taker: Mapped[str] = mapped_column(String(80), default="")
    handed_at: Mapped[str] = mapped_column(String(8), default="")


class Appointment(Entry):
    """预约: who wishes to be received, by whom, when and where."""

    __tablename__ = "appointment"
    __table_args__ = (Index("ix_appointment_day", "planned_on", "state"),)

    person_id: Mapped[int | None]
    person_name: Mapped[str] = mapped_column(String(80), default="")
    unit_post: Mapped[str] = mapped_column(String(160), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    subject: Mapped[str] = mapped_column(String(60), default="")
    leader: Mapped[str] = mapped_column(String(80), default="")
    planned_on: Mapped[date | None]
    planned_at: Mapped[str] = mapped_column(String(8), default="")
    place: Mapped[str] = mapped_column(String(80), default="")
    received_by: Mapped[str] = mapped_column(String(80), default="")
    received_on: Mapped[date | None]
    result: Mapped[str] = mapped_column(String(500), default="")
    appeal_id: Mapped[int | None]


class ReceptionDay(Entry):
    """接访日: a leader receives visitors on a day."""

    __tablename__ = "reception_day"
    __table_args__ = (Index("ix_reception_day", "planned_on", "state"),)

    planned_on: Mapped[date | None]
    starts_at: Mapped[str] = mapped_column(String(8), default="")
    ends_at: Mapped[str] = mapped_column(String(8), default="")
    place: Mapped[str] = mapped_column(String(80), default="")
    leader: Mapped[str] = mapped_column(String(80), default="")
    leader_post: Mapped[str] = mapped_column(String(120), default="")
    companion: Mapped[str] = mapped_column(String(120), default="")
    scope: Mapped[str] = mapped_column(String(200), default="")
    received: Mapped[int | None]
    result: Mapped[str] = mapped_column(Text, default="")


class PhoneCall(Entry):
    """电话告知记录: progress is told by telephone only after the call back."""

    __tablename__ = "phone_call"
    __table_args__ = (
        Index("ix_phone_call_appeal", "appeal_id"),
        CheckConstraint(
            "state NOT IN ('verified','recorded') OR verified_by <> ''", name="verified_first"
        ),
    )

    called_on: Mapped[date | None]
    called_at: Mapped[str] = mapped_column(String(8), default="")
    direction: Mapped[str] = mapped_column(String(20), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    caller: Mapped[str] = mapped_column(String(80), default="")
    appeal_id: Mapped[int | None]
    verified_by: Mapped[str] = mapped_column(String(40), default="")
    told: Mapped[str] = mapped_column(Text, default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    told_by: Mapped[str] = mapped_column(String(80), default="")
    present: Mapped[str] = mapped_column(String(120), default="")


class Misdirected(Entry):
    """错发登记: what went to the wrong person, and what came of it (个人信息保护法 Art 57)."""

    __tablename__ = "misdirected"
    __table_args__ = (Index("ix_misdirected_state", "state", "entered_on"),)

    subject: Mapped[str] = mapped_column(String(200), default="")
    sent_on: Mapped[date | None]
    sent_to: Mapped[str] = mapped_column(String(160), default="")
    found_on: Mapped[date | None]
    persons: Mapped[int | None]
    kinds: Mapped[str] = mapped_column(String(200), default="")
    cause: Mapped[str] = mapped_column(String(500), default="")
    recalled_on: Mapped[date | None]
    recall_result: Mapped[str] = mapped_column(String(40), default="")
    reported_to: Mapped[str] = mapped_column(String(120), default="")
    reported_on: Mapped[date | None]
    measures: Mapped[str] = mapped_column(Text, default="")
    told_on: Mapped[date | None]
    remark: Mapped[str] = mapped_column(String(500), default="")


class Reconciliation(Entry):
    """对账清单: a unit's open and answered items of a month, signed by the unit."""

    __tablename__ = "reconciliation"
    __table_args__ = (Index("ix_reconciliation_unit", "unit_id", "period"),)

    unit_id: Mapped[int | None]
    month_on: Mapped[date | None]
    period: Mapped[str] = mapped_column(String(7), default="")
    """The month of that day, as 2026-03."""
    open_items: Mapped[int | None]
    answered_items: Mapped[int | None]
    items: Mapped[str] = mapped_column(Text, default="")
    """The list as it was sent, a line an item, its cells between ｜."""
    signer: Mapped[str] = mapped_column(String(80), default="")
    returned_on: Mapped[date | None]
    scan_id: Mapped[int | None]
    differences: Mapped[str] = mapped_column(Text, default="")
    corrections: Mapped[str] = mapped_column(Text, default="")
