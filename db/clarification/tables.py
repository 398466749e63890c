"""澄清正名. A finding has four things only (SETTLED §9.3); nothing about a reporter exists."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.clarification.workflow import CLARIFICATION
from db.core.base import Key, Versioned

TRACK = "clarification"

_STATES = ",".join(f"'{state}'" for state in sorted(CLARIFICATION.states()))
_SUBMITTED = "'approval_pending','approved','carrying_out','carried_out','follow_up','archived'"
_APPROVED = "'approved','carrying_out','carried_out','follow_up','archived'"
_DONE = "'carried_out','follow_up','archived'"


class Clarification(Versioned):
    """One matter of clearing a name."""

    __tablename__ = "clarification"
    __table_args__ = (
        CheckConstraint(f"state IN ({_STATES})", name="known_state"),
        CheckConstraint(
            f"state NOT IN ({_SUBMITTED}) OR finding_id IS NOT NULL", name="needs_finding"
        ),
        CheckConstraint(
            f"state NOT IN ({_SUBMITTED}) OR person_opinion <> ''", name="needs_opinion"
        ),
        CheckConstraint(
            f"state NOT IN ({_SUBMITTED}) OR (modes <> '' AND scope <> '')", name="needs_modes"
        ),
        CheckConstraint(
            "modes = '' OR modes = 'written' OR modes LIKE '%written%'", name="written_always"
        ),
        CheckConstraint(
            f"state NOT IN ({_APPROVED}) OR approval_number <> ''", name="approved_has_number"
        ),
        CheckConstraint(
            f"state NOT IN ({_DONE}) OR (carried_out_on IS NOT NULL AND letter_number <> '' "
            "AND delivered_on IS NOT NULL)",
            name="done_has_letter",
        ),
        Index("ix_clarification_state", "state", "id"),
        Index("ix_clarification_person", "person_id"),
    )

    id: Mapped[Key]
    number: Mapped[str] = mapped_column(String(60))
    state: Mapped[str] = mapped_column(String(30))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(200))
    """Name of the person; empty where a party organization is to be cleared."""
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    phone: Mapped[str] = mapped_column(String(40), default="")
    """Asked for by the query of the applicant (OFFICE §5-33)."""
    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeal.id"))
    origin: Mapped[str] = mapped_column(String(20))
    """applied or proposed."""
    stated_content: Mapped[str] = mapped_column(Text, default="")
    """失实反映主要内容 in the applicant's own words."""
    wish: Mapped[str] = mapped_column(Text, default="")
    organ_unit_id: Mapped[int | None]
    """The body that checked: 谁核实谁澄清."""
    applied_on: Mapped[date]
    passed_on: Mapped[date | None]
    passed_number: Mapped[str] = mapped_column(String(80), default="")
    finding_id: Mapped[int | None] = mapped_column(ForeignKey("finding.id"))
    assessed_on: Mapped[date | None]
    should_clear: Mapped[bool | None]
    effect: Mapped[str] = mapped_column(String(20), default="")
    """caused 已造成, possible 可能造成."""
    effect_kinds: Mapped[str] = mapped_column(String(200), default="")
    risk_note: Mapped[str] = mapped_column(Text, default="")
    not_clear_reason: Mapped[str | None] = mapped_column(String(40))
    privately_told: Mapped[bool] = mapped_column(default=False)
    """本人不要求公开, written notice given."""
    asked_on: Mapped[date | None]
    person_opinion: Mapped[str] = mapped_column(String(30), default="")
    """agree, private, other."""
    person_opinion_text: Mapped[str] = mapped_column(Text, default="")
    person_opinion_on: Mapped[date | None]
    modes: Mapped[str] = mapped_column(String(120), default="")
    """Sorted, comma separated."""
    scope: Mapped[str] = mapped_column(String(40), default="")
    scope_units: Mapped[str] = mapped_column(Text, default="")
    approval_number: Mapped[str] = mapped_column(String(80), default="")
    approver_name: Mapped[str] = mapped_column(String(80), default="")
    approver_post: Mapped[str] = mapped_column(String(120), default="")
    approved_on: Mapped[date | None]
    started_on: Mapped[date | None]
    carried_out_on: Mapped[date | None]
    carried_out_place: Mapped[str] = mapped_column(String(200), default="")
    audience_count: Mapped[int | None]
    letter_number: Mapped[str] = mapped_column(String(80), default="")
    letter_on: Mapped[date | None]
    delivered_on: Mapped[date | None]
    delivery_signer: Mapped[str] = mapped_column(String(80), default="")
    revisit_planned_on: Mapped[date | None]
    revisit_way: Mapped[str] = mapped_column(String(40), default="")
    revisitor: Mapped[str] = mapped_column(String(80), default="")
    revisit_on: Mapped[date | None]
    revisit_result: Mapped[str | None] = mapped_column(String(20))
    revisit_note: Mapped[str] = mapped_column(Text, default="")
    filed_on: Mapped[date | None]
    """Day the discipline organ was asked to file it in the 廉政档案."""
    letter_suspended: Mapped[bool] = mapped_column(default=False)
    new_evidence_number: Mapped[str] = mapped_column(String(80), default="")
    new_evidence_on: Mapped[date | None]
    recheck_number: Mapped[str] = mapped_column(String(80), default="")
    """Letter that upheld the clarification or recalled it."""
    recheck_on: Mapped[date | None]
    opened_by_id: Mapped[int | None]


class Finding(Versioned):
    """Category, organ and letter number, date, the one sentence that may be said; nothing else."""

    __tablename__ = "finding"
    __table_args__ = (
        CheckConstraint("length(sayable) <= 200", name="sayable_200"),
        CheckConstraint("category <> 'false_accusation'", name="not_here"),
    )

    id: Mapped[Key]
    category: Mapped[str] = mapped_column(String(30))
    organ: Mapped[str] = mapped_column(String(120))
    letter_number: Mapped[str] = mapped_column(String(80))
    issued_on: Mapped[date]
    sayable: Mapped[str] = mapped_column(String(200))
