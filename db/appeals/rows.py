"""What crosses the wall about appeals (pure)."""

from dataclasses import dataclass, field
from datetime import date, datetime

from db.codes.deadlines import Level


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """What the ledger shows; empty parts do not limit.

    Attributes:
        query: The search box, in the syntax of `search_query`.
        fields: Search columns (subject facts reply people unit number); empty for all.
        pills: Shown states.
        categories: Values of `appeal_category`.
        channels: Values of `intake_channel`.
        unit_ids: Lead units.
        received_from: First receipt day.
        received_to: Last receipt day.
        overdue: Only those past their due date.
        due_to: Due on or before.
        mine: Registered or handled by the actor.
        fast: Only 快办.
        co: Only with co-handlers.
        ids: Only these, as a figure's list.
        batch_id: Only of this import.
        person_id: Only of this person.
    """

    query: str = ""
    fields: tuple[str, ...] = ()
    pills: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    unit_ids: tuple[int, ...] = ()
    received_from: date | None = None
    received_to: date | None = None
    overdue: bool = False
    due_to: date | None = None
    mine: bool = False
    fast: bool = False
    co: bool = False
    ids: tuple[int, ...] | None = None
    batch_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class AppealRow:
    """One line of the ledger."""

    id: int
    version: int
    number: str
    source_number: str
    state: str
    pill: str
    person_name: str
    unit_text: str
    category: str
    channel: str
    subject: str
    received_on: date | None
    accepted_on: date | None
    issued_on: date | None
    ended_on: date | None
    next_due_on: date | None
    next_due_rule: str | None
    provisional: bool
    lead_unit_id: int | None
    lead_unit: str
    counts_time: bool
    handler_name: str
    outcome: str | None
    is_fast: bool
    is_backfilled: bool
    has_files: bool
    has_links: bool
    is_joint: bool
    flags: str
    on_the_spot: bool
    light: Level | None = None
    """How near the next due date is; None without one."""


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One clock of a case."""

    id: int
    rule: str
    profile: str
    started_on: date
    due_on: date
    internal_target_on: date | None
    provisional: bool
    is_statutory: bool
    is_right: bool
    stopped_on: date | None
    cancelled: bool
    extension_days: int
    length: int | None
    unit: str
    basis_zh: str
    basis_en: str
    clock_zh: str
    clock_en: str
    holder: str
    """Short name of the unit that the clock belongs to, empty for the case."""
    light: Level | None = None
    """How near the date is; None once stopped."""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One line of a timeline."""

    id: int
    act: str
    source: str | None
    target: str | None
    happened_on: date
    recorded_at: datetime
    actor_name: str
    unit: str
    note: str
    backdated_reason: str
    inner: bool
    behalf_of: str
    behalf_post: str
    behalf_number: str
    behalf_on: date | None
    needs_confirmation: bool
    confirmed_by: str
    actor_id: int | None


@dataclass(frozen=True, slots=True)
class HandOverRow:
    """A hand-over as the card and the inbox show it."""

    id: int
    version: int
    appeal_id: int
    number: str
    unit_id: int
    unit: str
    counts_time: bool
    role: str
    mode: str
    state: str
    requirement: str
    question: str
    sent_on: date
    due_on: date | None
    signed_on: date | None
    section: str
    handler_name: str
    handler_phone: str
    objected_on: date | None
    objection_reason: str
    suggested_unit: str
    report: str
    draft_reply: str
    draft_outcome: str | None
    opinion: str
    opinion_on: date | None
    waived_reason: str
    request_number: int | None = None
    opinion_result: str = ""
    rests_on: tuple[int, ...] = ()
    """On the lead's: hand-overs whose opinions the joint conclusion rests on."""
    dispute_organ: str = ""
    dispute_on: date | None = None
    dispute_decided_on: date | None = None
    dispute_number: str = ""
    dispute_decision: str = ""
    urged: int = 0
    """How often the unit was urged or supervised on it."""


@dataclass(frozen=True, slots=True)
class RoutingProposal:
    """Whom the table proposes for an appeal, and why; a person takes it or does not.

    Attributes:
        route: Value of `redirect_route` where the way is 引导; no unit is proposed then.
        lead_unit_id: Proposed lead unit, None if the office has none of that kind.
        lead_unit: Its short name.
        co_unit_ids: Proposed assisting units.
        co_units: Their short names.
        sentence_zh: Why, in one sentence.
        sentence_en: The same in English.
        basis_zh: Law or rule it rests on.
        basis_en: The same in English.
    """

    route: str
    lead_unit_id: int | None
    lead_unit: str
    co_unit_ids: tuple[int, ...]
    co_units: tuple[str, ...]
    sentence_zh: str
    sentence_en: str
    basis_zh: str
    basis_en: str


@dataclass(frozen=True, slots=True)
class ApprovalRow:
    """A decision asked for, as the card and the workbench show it."""

    id: int
    version: int
    track: str
    case_id: int
    act: str
    summary: str
    state: str
    needed_permission: str
    unit_id: int | None
    proposer_id: int
    proposer_name: str
    proposed_on: date
    approver_name: str
    approver_post: str
    approver_number: str
    paper_on: date | None
    decided_on: date | None
    opinion: str
    entered_by_id: int | None
    number: str
    """Number of the case."""
    title: str
    """Person and subject, only if the actor may see the case."""


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """An extension request."""

    id: int
    state: str
    requested_on: date
    days: int
    reason: str
    old_due_on: date
    new_due_on: date | None
    told_on: date | None


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """复查 or 复核."""

    id: int
    level: str
    state: str
    requested_on: date
    organ: str
    opinion_number: str
    opinion_on: date | None
    conclusion: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A linked record the actor may see."""

    track: str
    case_id: int
    number: str
    title: str
    kind: str
    state: str


@dataclass(frozen=True, slots=True)
class AppealCard:
    """Everything of one appeal that the actor may see."""

    row: AppealRow
    procedure: str | None
    matter_type: str
    urgency: str
    facts: str
    requests: str
    reply: str
    reply_number: str
    person_id: int | None
    sex: str
    birth_month: str
    post: str
    rank: str
    person_category: str
    administration: str
    unit_full: str
    phone: str
    contact_preference: str
    submitter: str
    submitter_text: str
    transfer_wish: str
    name_open: bool
    earlier_steps: str
    knew_on: date | None
    incoming_unit: str
    incoming_number: str
    postmark_on: date | None
    head_count: int
    materials: tuple[tuple[str, int, int | None, bool], ...]
    attention: str
    remark: str
    proposed_opinion: str
    received_time: str
    registered_by: str
    registered_by_id: int | None
    recorded_at: datetime
    delivered_on: date | None
    delivery_method: str
    delivery_signer: str
    reported_back_on: date | None
    end_reason: str
    redirect_body: str
    redirect_last_day: date | None
    merged_into_id: int | None
    duplicate_of_id: int | None
    satisfaction_service: str | None
    satisfaction_result: str | None
    follow_up_note: str
    supplement_list: str
    source: str
    source_label: str
    clocks: tuple[ClockRow, ...] = ()
    events: tuple[EventRow, ...] = ()
    hand_overs: tuple[HandOverRow, ...] = ()
    approvals: tuple[ApprovalRow, ...] = ()
    extensions: tuple[ExtensionRow, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()
    links: tuple[LinkRow, ...] = ()
    moves: tuple[str, ...] = ()
    """Names of the deeds open to the actor now, in order of use."""
    lacks: tuple[str, ...] = ()
    """Codes of what the next important deed still lacks."""
    refused: tuple[tuple[str, str], ...] = ()
    """Deeds that the store would refuse now, with the code it would refuse them by."""
    bounces: int = 0
    """How often its lead units gave it back."""
    proposal: RoutingProposal | None = None
    """Whom the table proposes, where it waits to be handed over."""


@dataclass(frozen=True, slots=True)
class DueRow:
    """One line of the list of what is due: a clock of a case the actor may see."""

    clock_id: int
    track: str
    case_id: int
    number: str
    person_name: str
    unit_text: str
    rule: str
    profile: str
    due_on: date
    provisional: bool
    is_statutory: bool
    holder: str
    handler_name: str
    light: Level | None = None


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A hand-over in 转办签收 with what of the appeal its reader may see."""

    hand_over: HandOverRow
    number: str
    person_name: str
    unit_text: str
    category: str
    subject: str
    pill: str
    sign_due_on: date | None


@dataclass(frozen=True, slots=True)
class DuplicateHit:
    """An appeal that resembles what is being typed.

    Attributes:
        row: The appeal.
        score: Jaccard similarity of the facts, 0–1.
        reasons: same_person, same_name, same_sound, same_unit, same_text, near_text.
        shared: Matching fragments, longest first.
    """

    row: AppealRow
    score: float
    reasons: tuple[str, ...]
    shared: tuple[str, ...] = field(default_factory=tuple)
