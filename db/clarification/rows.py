"""What crosses the wall about clarifications (pure)."""

from dataclasses import dataclass
from datetime import date

from db.appeals.rows import ApprovalRow, ClockRow, EventRow, LinkRow
from db.codes.deadlines import Level


@dataclass(frozen=True, slots=True)
class ClarificationFilter:
    """What the list shows; empty parts do not limit.

    Attributes:
        text: Part of a name, its initials, or of a number.
        pills: Shown states (`kept_private` among them).
        organ_unit_ids: Bodies that check.
        origins: `applied`, `proposed`.
        applied_from: First day.
        applied_to: Last day.
        due_to: Next due on or before.
        overdue: Only those past their due date.
        ids: Only these, as a figure's list.
    """

    text: str = ""
    pills: tuple[str, ...] = ()
    organ_unit_ids: tuple[int, ...] = ()
    origins: tuple[str, ...] = ()
    applied_from: date | None = None
    applied_to: date | None = None
    due_to: date | None = None
    overdue: bool = False
    ids: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class ClarificationRow:
    """One line of the list."""

    id: int
    version: int
    number: str
    state: str
    pill: str
    person_id: int | None
    person_name: str
    unit: str
    origin: str
    applied_on: date
    organ_unit_id: int | None
    organ: str
    counts_time: bool
    """False where the body is not timed: no light, no days (SETTLED §9.8)."""
    finding: str
    """Category of the finding, empty without one."""
    should_clear: bool | None
    modes: tuple[str, ...]
    scope: str
    approved_on: date | None
    carried_out_on: date | None
    next_due_on: date | None
    next_due_rule: str | None
    next_due_profile: str | None
    provisional: bool
    light: Level | None
    letter_suspended: bool


@dataclass(frozen=True, slots=True)
class FindingRow:
    """The four things of a finding."""

    category: str
    organ: str
    letter_number: str
    issued_on: date
    sayable: str


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper made for a case."""

    id: int
    kind: str
    state: str
    number: str
    title: str
    made_on: date
    issued_on: date | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that came in."""

    id: int
    name: str
    kind: str
    size: int
    pages: int | None
    added_on: date


@dataclass(frozen=True, slots=True)
class ClarificationCard:
    """Everything of one clarification that the actor may see."""

    row: ClarificationRow
    stated_content: str
    wish: str
    phone: str
    sex: str
    birth_month: str
    post: str
    rank: str
    unit_full: str
    appeal_id: int | None
    passed_on: date | None
    passed_number: str
    finding: FindingRow | None
    assessed_on: date | None
    effect: str
    effect_kinds: tuple[str, ...]
    risk_note: str
    not_clear_reason: str
    privately_told: bool
    asked_on: date | None
    person_opinion: str
    person_opinion_text: str
    person_opinion_on: date | None
    scope_units: str
    approval_number: str
    approver_name: str
    approver_post: str
    started_on: date | None
    carried_out_place: str
    audience_count: int | None
    letter_number: str
    letter_on: date | None
    delivered_on: date | None
    delivery_signer: str
    revisit_planned_on: date | None
    revisit_way: str
    revisitor: str
    revisit_on: date | None
    revisit_result: str
    revisit_note: str
    filed_on: date | None
    new_evidence_number: str
    new_evidence_on: date | None
    recheck_number: str
    recheck_on: date | None
    opened_by: str
    applicant_zh: str
    """The sentence the applicant hears."""
    applicant_en: str
    clocks: tuple[ClockRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    approvals: tuple[ApprovalRow, ...] = ()
    papers: tuple[PaperRow, ...] = ()
    files: tuple[FileRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    moves: tuple[str, ...] = ()
    """Deeds open to the actor; `behalf:<name>` where he may only record them from a paper."""
    lacks: tuple[str, ...] = ()
    """Codes of what the next deed still lacks."""


@dataclass(frozen=True, slots=True)
class ClarificationWork:
    """What waits, by section of the workbench.

    Attributes:
        to_refer: Applications to be passed on (desk).
        to_start: Proposals whose assessment has not begun.
        to_assess: Findings without an assessment.
        to_go_on: Assessed; the person is to be asked, or the head to decide not to clear.
        to_submit: The person was asked, or the form came back.
        to_carry_out: Approved or being carried out.
        to_visit: Carried out, the visit is to be arranged or made (desk).
        to_recheck: New facts wait for the organ's result.
        approvals: Decisions that the actor may take.
    """

    to_refer: tuple[ClarificationRow, ...] = ()
    to_start: tuple[ClarificationRow, ...] = ()
    to_assess: tuple[ClarificationRow, ...] = ()
    to_go_on: tuple[ClarificationRow, ...] = ()
    to_submit: tuple[ClarificationRow, ...] = ()
    to_carry_out: tuple[ClarificationRow, ...] = ()
    to_visit: tuple[ClarificationRow, ...] = ()
    to_recheck: tuple[ClarificationRow, ...] = ()
    approvals: tuple[ApprovalRow, ...] = ()
