"""Mapped rows of envelopes, referrals and their course. None of them has a place for a reporter."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.accusation.workflow import AFTER_DETERMINATION, LEVELS
from db.books.entry import Entry

_LEVELS = ",".join(f"'{level}'" for level in LEVELS)
_AFTER = ",".join(f"'{state}'" for state in AFTER_DETERMINATION)


class Envelope(Entry):
    """即时移送: number, time, pieces, from what kind of place, to which office; nothing written.

    The longest word that anybody types is the time of the day; all the rest is chosen
    (OFFICE §1-7, SETTLED §9.7).
    """

    __tablename__ = "envelope"
    __table_args__ = (
        CheckConstraint("state IN ('pending','handed_over','signed')", name="known_state"),
        CheckConstraint("pieces >= 1", name="some_pieces"),
        CheckConstraint(
            "length(received_time) <= 5 AND length(handed_time) <= 5 AND length(signed_time) <= 5 "
            "AND length(origin) <= 40 AND length(office) <= 40",
            name="no_room_for_words",
        ),
        Index("ix_envelope_state", "state", "entered_on"),
    )

    received_time: Mapped[str] = mapped_column(String(5), default="")
    pieces: Mapped[int] = mapped_column(default=1)
    origin: Mapped[str] = mapped_column(String(40), default="")
    """What kind of place it came from; a list, never a name."""
    office: Mapped[str] = mapped_column(String(40), default="")
    same_day: Mapped[bool] = mapped_column(default=False)
    """当日送达; without a word why."""
    due_on: Mapped[date | None]
    handed_on: Mapped[date | None]
    handed_time: Mapped[str] = mapped_column(String(5), default="")
    carrier_id: Mapped[int | None]
    """Who of the center carried it. Who took it over there is kept on the paper only (OFFICE
    §2.3)."""
    signed_on: Mapped[date | None]
    signed_time: Mapped[str] = mapped_column(String(5), default="")


class Referral(Entry):
    """线索移送: what the appellant himself says, passed on sealed and unjudged."""

    __tablename__ = "false_accusation_referral"
    __table_args__ = (
        CheckConstraint(
            "state IN ('suspected','screened_out','withdrawn','referred','answered')",
            name="known_state",
        ),
        CheckConstraint(
            "appeal_id IS NOT NULL OR clarification_id IS NOT NULL OR own_words = ''",
            name="of_a_case",
        ),
        CheckConstraint(
            "state NOT IN ('referred','answered') OR unit_id IS NOT NULL", name="has_organ"
        ),
        CheckConstraint("state <> 'answered' OR answer_number <> ''", name="answer_has_number"),
        Index("ix_referral_state", "state", "entered_on"),
    )

    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(80), default="")
    """The appellant."""
    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeal.id"))
    clarification_id: Mapped[int | None] = mapped_column(ForeignKey("clarification.id"))
    own_words: Mapped[str] = mapped_column(Text, default="")
    pieces: Mapped[int | None]
    signature: Mapped[bool] = mapped_column(default=False)
    unit_id: Mapped[int | None]
    """The discipline organ it was sealed for."""
    referred_on: Mapped[date | None]
    receipt_number: Mapped[str] = mapped_column(String(60), default="")
    receipt_on: Mapped[date | None]
    answer_number: Mapped[str] = mapped_column(String(60), default="")
    answered_on: Mapped[date | None]


class Course(Entry):
    """What the discipline contact records of a referral; nobody else reaches a row of it."""

    __tablename__ = "referral_course"
    __table_args__ = (
        CheckConstraint(
            f"state NOT IN ({_AFTER}) OR (approval_level IN ({_LEVELS}) AND approval_number <> '' "
            "AND approved_on IS NOT NULL AND scan_id IS NOT NULL)",
            name="determined_above",
        ),
        Index("ix_referral_course_parent", "parent_id", unique=True),
    )

    parent_id: Mapped[int] = mapped_column(ForeignKey("false_accusation_referral.id"))
    unit_id: Mapped[int | None]
    signed_on: Mapped[date | None]
    answer_number: Mapped[str] = mapped_column(String(60), default="")
    request_number: Mapped[str] = mapped_column(String(60), default="")
    approval_level: Mapped[str] = mapped_column(String(20), default="")
    approval_organ: Mapped[str] = mapped_column(String(120), default="")
    approval_number: Mapped[str] = mapped_column(String(80), default="")
    approved_on: Mapped[date | None]
    scan_id: Mapped[int | None]
    body: Mapped[str] = mapped_column(String(40), default="")
    """Kind of body that what follows was handed to."""
    letter_number: Mapped[str] = mapped_column(String(60), default="")
    receipt_number: Mapped[str] = mapped_column(String(60), default="")
    result_on: Mapped[date | None]
    result_kinds: Mapped[list[Any]] = mapped_column(JSON, default=list)
    publication_number: Mapped[str] = mapped_column(String(60), default="")
    published_on: Mapped[date | None]
    clarification_id: Mapped[int | None]


class CoverageReport(Entry):
    """Numbers of a month that the organ tells about findings it did not send; no list, no case."""

    __tablename__ = "coverage_report"
    __table_args__ = (
        CheckConstraint("assessed <= received", name="assessed_of_received"),
        CheckConstraint("should_clear <= assessed", name="should_of_assessed"),
        CheckConstraint("handled <= should_clear", name="handled_of_should"),
        Index("ix_coverage_report_month", "month_on", "unit_id", unique=True),
    )

    unit_id: Mapped[int | None]
    month_on: Mapped[date | None]
    """First day of the month."""
    letter_number: Mapped[str] = mapped_column(String(60), default="")
    received: Mapped[int] = mapped_column(default=0)
    assessed: Mapped[int] = mapped_column(default=0)
    should_clear: Mapped[int] = mapped_column(default=0)
    handled: Mapped[int] = mapped_column(default=0)


class PetitionExtract(Entry):
    """信访情况摘报: support for a cadre's appeal out of petitions, with nobody's name but his."""

    __tablename__ = "petition_extract"
    __table_args__ = (
        CheckConstraint("state IN ('drafted','sent','dropped')", name="known_state"),
        Index("ix_petition_extract_appeal", "appeal_id"),
    )

    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeal.id"))
    unit_id: Mapped[int | None]
    wording: Mapped[str] = mapped_column(String(300), default="")
    sent_on: Mapped[date | None]
