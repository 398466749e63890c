"""Mapped rows of tolerance; the hardest lines are constraints here and triggers in the store."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.books.entry import Entry
from db.tolerance.workflow import (
    DETERMINED,
    DISTINCTIONS,
    ERROR_TOLERANCE,
    FACTORS,
    RESULTS,
    TOLERATED,
)


def _any_of(column: str, values: Iterable[str]) -> str:
    return f"{column} IN ({','.join(repr(value) for value in sorted(values))})"


def _answered() -> str:
    names = [f"factor_{one}" for one in FACTORS] + [f"distinction_{one}" for one in DISTINCTIONS]
    return " AND ".join(f"{name} IN ('yes','no') AND {name}_text <> ''" for name in names)


class Tolerance(Entry):
    """容错申请: from the application to the closing of the last correction.

    It never touches a record of discipline; what other organs decided stands in their papers.
    """

    __tablename__ = "error_tolerance"
    __table_args__ = (
        CheckConstraint(_any_of("state", ERROR_TOLERANCE.states()), name="known_state"),
        CheckConstraint(f"result = '' OR {_any_of('result', RESULTS)}", name="known_result"),
        CheckConstraint(
            f"NOT (negative_hit = 'yes' AND {_any_of('result', TOLERATED)})",
            name="negative_list_is_not_tolerated",
        ),
        CheckConstraint(
            f"NOT {_any_of('state', DETERMINED)} OR (result <> '' AND list_id IS NOT NULL"
            " AND list_number <> '' AND determination_number <> '' AND determined_on IS NOT NULL"
            " AND signer <> '' AND collective_body <> '' AND collective_on IS NOT NULL)",
            name="determined_collectively",
        ),
        CheckConstraint(
            f"NOT {_any_of('state', ('consulting', *DETERMINED))} OR ({_answered()})",
            name="every_question_answered",
        ),
        CheckConstraint(
            "state NOT IN ('communicated','objection','correction_tracking','closed')"
            " OR unit_told_on IS NOT NULL AND (person_name = '' OR person_told_on IS NOT NULL)",
            name="both_are_told",
        ),
        Index("ix_error_tolerance_state", "state", "entered_on"),
        Index("ix_error_tolerance_units", "handling_unit_id", "organ_id"),
    )

    applicant_kind: Mapped[str] = mapped_column(String(20), default="")
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(80), default="")
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeal.id"))
    organ_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    """问责机关, to which the application goes (谁问责向谁申请)."""
    matter: Mapped[str] = mapped_column(Text, default="")
    accountability_state: Mapped[str] = mapped_column(String(20), default="")
    accountability_paper: Mapped[str] = mapped_column(String(80), default="")
    known_on: Mapped[date | None]
    application_due_on: Mapped[date | None]
    days_late: Mapped[int | None]
    acted_on: Mapped[date | None]
    """Day of the act that is to be answered for; a filing counts only if sealed before it."""
    filing_id: Mapped[int | None] = mapped_column(ForeignKey("risk_filing.id"))
    filed_on: Mapped[date | None]
    filing_order: Mapped[str] = mapped_column(String(20), default="")
    own_motive: Mapped[str] = mapped_column(Text, default="")
    own_conditions: Mapped[str] = mapped_column(Text, default="")
    own_procedure: Mapped[str] = mapped_column(Text, default="")
    own_nature: Mapped[str] = mapped_column(Text, default="")
    own_consequence: Mapped[str] = mapped_column(Text, default="")
    own_recovery: Mapped[str] = mapped_column(Text, default="")
    request: Mapped[str] = mapped_column(Text, default="")
    handling_unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    handler: Mapped[str] = mapped_column(String(80), default="")
    pre_check_opinion: Mapped[str] = mapped_column(Text, default="")
    list_id: Mapped[int | None] = mapped_column(ForeignKey("tolerance_list.id"))
    list_number: Mapped[str] = mapped_column(String(60), default="")
    positive_numbers: Mapped[str] = mapped_column(String(80), default="")
    negative_hit: Mapped[str] = mapped_column(String(10), default="")
    negative_numbers: Mapped[str] = mapped_column(String(80), default="")
    refusal_ground: Mapped[str] = mapped_column(String(40), default="")
    refusal_basis: Mapped[str] = mapped_column(String(200), default="")
    refusal_text: Mapped[str] = mapped_column(Text, default="")
    """What the applicant is told: reason, basis and the right way."""
    document_number: Mapped[str] = mapped_column(String(80), default="")
    """Number of the notice by which the organ accepted."""
    accepted_on: Mapped[date | None]
    acceptance_scan_id: Mapped[int | None]
    verifier: Mapped[str] = mapped_column(String(80), default="")
    second_verifier: Mapped[str] = mapped_column(String(80), default="")
    no_conflict: Mapped[bool] = mapped_column(default=False)
    plan: Mapped[str] = mapped_column(Text, default="")
    factor_motive: Mapped[str] = mapped_column(String(10), default="")
    factor_motive_text: Mapped[str] = mapped_column(Text, default="")
    factor_conditions: Mapped[str] = mapped_column(String(10), default="")
    factor_conditions_text: Mapped[str] = mapped_column(Text, default="")
    factor_procedure: Mapped[str] = mapped_column(String(10), default="")
    factor_procedure_text: Mapped[str] = mapped_column(Text, default="")
    factor_nature: Mapped[str] = mapped_column(String(10), default="")
    factor_nature_text: Mapped[str] = mapped_column(Text, default="")
    factor_consequence: Mapped[str] = mapped_column(String(10), default="")
    factor_consequence_text: Mapped[str] = mapped_column(Text, default="")
    factor_recovery: Mapped[str] = mapped_column(String(10), default="")
    factor_recovery_text: Mapped[str] = mapped_column(Text, default="")
    distinction_pilot_inexperience: Mapped[str] = mapped_column(String(10), default="")
    distinction_pilot_inexperience_text: Mapped[str] = mapped_column(Text, default="")
    distinction_no_explicit_limit: Mapped[str] = mapped_column(String(10), default="")
    distinction_no_explicit_limit_text: Mapped[str] = mapped_column(Text, default="")
    distinction_good_faith_development: Mapped[str] = mapped_column(String(10), default="")
    distinction_good_faith_development_text: Mapped[str] = mapped_column(Text, default="")
    report: Mapped[str] = mapped_column(Text, default="")
    hearing_on: Mapped[date | None]
    consulted_on: Mapped[date | None]
    participants: Mapped[str] = mapped_column(Text, default="")
    consultation: Mapped[str] = mapped_column(Text, default="")
    dissent: Mapped[str] = mapped_column(Text, default="")
    former_result: Mapped[str] = mapped_column(String(20), default="")
    former_number: Mapped[str] = mapped_column(String(80), default="")
    result: Mapped[str] = mapped_column(String(20), default="")
    grounds: Mapped[str] = mapped_column(Text, default="")
    collective_body: Mapped[str] = mapped_column(String(120), default="")
    collective_on: Mapped[date | None]
    correction_requirement: Mapped[str] = mapped_column(Text, default="")
    determination_number: Mapped[str] = mapped_column(String(80), default="")
    determined_on: Mapped[date | None]
    signer: Mapped[str] = mapped_column(String(80), default="")
    signer_post: Mapped[str] = mapped_column(String(120), default="")
    person_told_on: Mapped[date | None]
    unit_told_on: Mapped[date | None]
    told_by: Mapped[str] = mapped_column(String(80), default="")
    made_known: Mapped[str] = mapped_column(String(20), default="")
    objection: Mapped[str] = mapped_column(Text, default="")
    objection_on: Mapped[date | None]
    effect_assessment: Mapped[str] = mapped_column(String(20), default="")
    effect_promotion: Mapped[str] = mapped_column(String(20), default="")
    effect_award: Mapped[str] = mapped_column(String(20), default="")
    copied_discipline_on: Mapped[date | None]
    copied_organization_on: Mapped[date | None]
    archive_number: Mapped[str] = mapped_column(String(60), default="")
    signature: Mapped[bool] = mapped_column(default=False)


class ToleranceCorrection(Entry):
    """纠错措施: one thing to be put right, by whom and by when."""

    __tablename__ = "tolerance_correction"
    __table_args__ = (
        CheckConstraint("state IN ('open','done','dropped')", name="known_state"),
        CheckConstraint(
            "state <> 'done' OR (finished_on IS NOT NULL AND outcome <> '')", name="done_is_dated"
        ),
        Index("ix_tolerance_correction_parent", "parent_id", "state"),
    )

    parent_id: Mapped[int] = mapped_column(ForeignKey("error_tolerance.id"))
    about: Mapped[str] = mapped_column(String(120), default="")
    measure: Mapped[str] = mapped_column(String(500), default="")
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    responsible: Mapped[str] = mapped_column(String(80), default="")
    due_on: Mapped[date | None]
    progress: Mapped[str] = mapped_column(Text, default="")
    finished_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(Text, default="")
    checked_by: Mapped[str] = mapped_column(String(80), default="")


class ToleranceList(Entry):
    """One version of the positive and negative lists; a published one never changes."""

    __tablename__ = "tolerance_list"
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft','published','replaced','discarded')", name="known_state"
        ),
        CheckConstraint(
            "state NOT IN ('published','replaced') OR published_on IS NOT NULL",
            name="published_is_dated",
        ),
        Index("ix_tolerance_list_state", "state", "published_on"),
    )

    title: Mapped[str] = mapped_column(String(120), default="")
    organ_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    document_number: Mapped[str] = mapped_column(String(80), default="")
    from_id: Mapped[int | None] = mapped_column(ForeignKey("tolerance_list.id"))
    published_on: Mapped[date | None]
    replaced_on: Mapped[date | None]


class ToleranceListItem(Entry):
    """One situation of a list version, on the positive or the negative side."""

    __tablename__ = "tolerance_list_item"
    __table_args__ = (
        CheckConstraint("side IN ('positive','negative')", name="known_side"),
        UniqueConstraint("parent_id", "side", "place"),
        Index("ix_tolerance_list_item_parent", "parent_id", "state"),
    )

    parent_id: Mapped[int] = mapped_column(ForeignKey("tolerance_list.id"))
    side: Mapped[str] = mapped_column(String(20), default="")
    place: Mapped[int | None]
    wording: Mapped[str] = mapped_column(Text, default="")
    basis: Mapped[str] = mapped_column(String(200), default="")


class RiskFiling(Entry):
    """风险备案 before the act; its day is that of the audit chain, not the one typed."""

    __tablename__ = "risk_filing"
    __table_args__ = (
        CheckConstraint(
            "state IN ('filed','returned','not_filed','linked','lapsed')", name="known_state"
        ),
        Index("ix_risk_filing_state", "state", "entered_on"),
    )

    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(80), default="")
    matter: Mapped[str] = mapped_column(Text, default="")
    rule_conflict: Mapped[str] = mapped_column(Text, default="")
    expected_risk: Mapped[str] = mapped_column(Text, default="")
    safeguards: Mapped[str] = mapped_column(Text, default="")
    receiving_unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    planned_on: Mapped[date | None]
    sealed_at: Mapped[str] = mapped_column(String(40), default="")
    """Day and time of the last writing, for the eye; the chain alone decides."""
    lapsed_on: Mapped[date | None]


class ToleranceExample(Entry):
    """One edition of an example of the case library: generalised, consented, approved."""

    __tablename__ = "tolerance_example"
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft','published','replaced','recalled','discarded')", name="known_state"
        ),
        CheckConstraint(
            "state NOT IN ('published','replaced','recalled') OR (person_consent_on IS NOT NULL"
            " AND organ_consent_on IS NOT NULL AND published_on IS NOT NULL)",
            name="published_with_consents",
        ),
        Index("ix_tolerance_example_state", "state", "entered_on"),
    )

    source_id: Mapped[int | None] = mapped_column(ForeignKey("error_tolerance.id"))
    from_id: Mapped[int | None] = mapped_column(ForeignKey("tolerance_example.id"))
    edition: Mapped[int | None]
    title: Mapped[str] = mapped_column(String(120), default="")
    result: Mapped[str] = mapped_column(String(20), default="")
    post_general: Mapped[str] = mapped_column(String(80), default="")
    period_general: Mapped[str] = mapped_column(String(80), default="")
    place_general: Mapped[str] = mapped_column(String(80), default="")
    amount_general: Mapped[str] = mapped_column(String(80), default="")
    facts: Mapped[str] = mapped_column(Text, default="")
    appraisal: Mapped[str] = mapped_column(Text, default="")
    lesson: Mapped[str] = mapped_column(Text, default="")
    person_consent_on: Mapped[date | None]
    organ_consent_on: Mapped[date | None]
    marked: Mapped[str] = mapped_column(Text, default="")
    """What the outgoing check marked in the texts, for the second person's eye."""
    written_by_id: Mapped[int | None]
    """Who last changed the texts; somebody else releases them."""
    released_by_id: Mapped[int | None]
    released_at: Mapped[datetime | None]
    released_hash: Mapped[str] = mapped_column(String(64), default="")
    """Hash of exactly the texts that were released; a changed text waits again."""
    published_on: Mapped[date | None]
