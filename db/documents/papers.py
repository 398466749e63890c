"""What each paper of the office prints, one frozen dataclass a paper.

Whoever fills a paper has already resolved it: codes to their Chinese labels, ids to names, instants
to civil time. Every field may stay empty, so that each form prints blank for the pen too (the
paper of OFFICE §7; DECISIONS on drawing the daily papers). An empty text prints as free space or a
line, a missing day as a blank date, a tick box that is not chosen as □.

A field that belongs to tick boxes holds the Chinese label printed at the box (or several labels in
a tuple); the labels of each form are in `desktop/documents/pieces.py`, which also takes the
identifiers of the code lists. A label that the form does not print goes behind 其他.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar

from db.core.errors import RefusedError

CENTER_MARK = "受理中心"
"""Word by which an issuer is known to be the center (or a name ending in it) and not an organ."""


@dataclass(frozen=True, slots=True)
class Office:
    """The office's own lines, from the settings.

    Attributes:
        center_name: Full name of the center as printed above a form.
        issuing_name: 落款 of what the center sends out; usually the organization department with
            the center in parentheses, because the center has no seal of its own (OFFICE §3).
        area: Name of the district, for names of forms that carry it.
        hours: Office hours as printed on slips.
        caution: Head line of papers that stay inside, such as 内部资料　注意保存.
        receipt_words: 代字 of the acceptance numbers (姜诉受).
        transfer_words: 代字 of the transfer sheets (姜诉转).
    """

    center_name: str = ""
    issuing_name: str = ""
    area: str = ""
    address: str = ""
    phone: str = ""
    contact: str = ""
    hours: str = ""
    caution: str = "内部资料　注意保存"
    receipt_words: str = "姜诉受"
    transfer_words: str = "姜诉转"

    @property
    def signature(self) -> str:
        """Return the 落款 of the center's own papers."""
        return self.issuing_name or self.center_name


@dataclass(frozen=True, slots=True)
class Material:
    """One paper handed in or sent along."""

    name: str = ""
    copies: int | None = None
    pages: int | None = None
    original: bool | None = None


@dataclass(frozen=True, slots=True)
class Signed:
    """An opinion with the name and day under it; blank leaves space for the pen."""

    opinion: str = ""
    name: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class RegistrationForm:
    """干部诉求登记表 with its continuation sheet 接谈记录续页 (OFFICE §7.1).

    Attributes:
        birth_on: Day or first day of the month of birth; printed 1985.03.
        contact_wishes: Ticks of row 5 (可打单位电话 …).
        remedies_tried: Ticks of row 14.
        is_first: None leaves both boxes open.
        transfer_wish: Tick of row 16.
        publish_name: 公开姓名; None leaves both boxes open.
        notices: Ticks of row 17; words about health do not belong here.
        entered_late: Text for 备注 when the form was typed in later (补录).
        interview_notes: Text of the continuation sheet; the sheet is printed only when asked for.
    """

    kind: ClassVar[str] = "registration_form"

    office: Office = field(default_factory=Office)
    case_number: str = ""
    registered_at: datetime | None = None
    name: str = ""
    gender: str = ""
    birth_on: date | None = None
    political_status: str = ""
    person_kind: str = ""
    unit_and_post: str = ""
    rank: str = ""
    management: str = ""
    phone: str = ""
    contact_wishes: tuple[str, ...] = ()
    convenient_time: str = ""
    delivery_address: str = ""
    id_number: str = ""
    submitted_by: str = ""
    agent: str = ""
    channel: str = ""
    batch: int | None = None
    visitors: int | None = None
    source_document: str = ""
    received_on: date | None = None
    postmarked_on: date | None = None
    category: str = ""
    is_first: bool | None = None
    earlier_number: str = ""
    subject: str = ""
    facts: str = ""
    requests: tuple[str, ...] = ()
    remedies_tried: tuple[str, ...] = ()
    decision_document: str = ""
    knew_on: date | None = None
    remedy_last_on: date | None = None
    remedy_days_left: int | None = None
    remedy_body: str = ""
    materials: tuple[Material, ...] = ()
    transfer_wish: str = ""
    publish_name: bool | None = None
    notices: tuple[str, ...] = ()
    measures_taken: str = ""
    unsigned_reason: str = ""
    receivers: tuple[str, ...] = ()
    recorder: str = ""
    proposal: Signed = field(default_factory=Signed)
    decision: Signed = field(default_factory=Signed)
    destination: str = ""
    lead_unit: str = ""
    assisting_units: str = ""
    redirected_to: str = ""
    merged_into: str = ""
    moved_out_to: str = ""
    transfer_number: str = ""
    due_on: date | None = None
    limit_kind: str = ""
    remark: str = ""
    entered_late: str = ""
    interview_notes: str = ""
    with_interview_page: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """收件回执: stub and slip on one half sheet; it names no subject (SETTLED §9.2)."""

    kind: ClassVar[str] = "receipt"

    office: Office = field(default_factory=Office)
    number: str = ""
    name: str = ""
    channel: str = ""
    submitted_on: date | None = None
    material_count: int | None = None
    materials: tuple[Material, ...] = ()
    answer_by: date | None = None
    handled_by: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class TransferSheet:
    """干部诉求转办单: stub, main part, slip to send back, and the back page (OFFICE §7.2).

    Attributes:
        name_withheld: The appellant does not wish to be named: the sheet says 见密封附件 and the
            name, unit and post are not printed even when they are filled.
        request_items: Numbers of the requests passed on; empty with `whole` True for all.
        whole: None leaves both boxes open.
        demands: Ticks of row 7.
        feedback_wanted: Ticks of row 9.
        enclosures_back: True 退回, False 自行归档, None open.
        sign_in_days: Working days for signing in; None prints a blank.
        result, attitude, …: The back page, filled only when an answer is typed back.
    """

    kind: ClassVar[str] = "transfer_sheet"

    office: Office = field(default_factory=Office)
    number: str = ""
    case_number: str = ""
    issued_on: date | None = None
    urgency: str = ""
    lead_unit: str = ""
    assisting_units: str = ""
    accepted_on: date | None = None
    category: str = ""
    name: str = ""
    name_withheld: bool = False
    unit_and_post: str = ""
    person_kind: str = ""
    management: str = ""
    contact_wish: str = ""
    summary: str = ""
    whole: bool | None = None
    request_items: str = ""
    procedure: str = ""
    demands: tuple[str, ...] = ()
    other_demand: str = ""
    sign_in_days: int | None = None
    objection_days: int = 5
    due_on: date | None = None
    limit_kind: str = ""
    limit_basis: str = ""
    feedback_wanted: tuple[str, ...] = ()
    enclosures_back: bool | None = None
    enclosures: tuple[Material, ...] = ()
    proposal: Signed = field(default_factory=Signed)
    approval: Signed = field(default_factory=Signed)
    approved_by: str = ""
    handled_by: str = ""
    handled_phone: str = ""
    with_back_page: bool = True
    course: str = ""
    outcome: str = ""
    outcome_text: str = ""
    basis: str = ""
    answer_document: str = ""
    answered_on: date | None = None
    delivery: str = ""
    delivered_on: date | None = None
    attitude: str = ""


@dataclass(frozen=True, slots=True)
class AcceptanceNotice:
    """受理告知书 (信访工作条例 Art 23): how the matter was received and where it goes.

    Attributes:
        procedure: Label of the procedure the matter is handled by.
        limit_kind: 法定时限 or 内部时限, printed beside the day.
    """

    kind: ClassVar[str] = "acceptance_notice"

    office: Office = field(default_factory=Office)
    number: str = ""
    name: str = ""
    submitted_on: date | None = None
    subject: str = ""
    case_number: str = ""
    accepted_on: date | None = None
    procedure: str = ""
    handling_unit: str = ""
    due_on: date | None = None
    limit_kind: str = ""
    contact: str = ""
    phone: str = ""
    issuer: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class NonAcceptanceNotice:
    """不予受理告知书: reason, basis and the right way (信访工作条例 Arts 19, 23)."""

    kind: ClassVar[str] = "non_acceptance_notice"

    office: Office = field(default_factory=Office)
    number: str = ""
    name: str = ""
    submitted_on: date | None = None
    subject: str = ""
    reason: str = ""
    basis: str = ""
    right_way: str = ""
    contact: str = ""
    phone: str = ""
    issuer: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class RedirectNotice:
    """引导告知书: the statutory or party-internal way, its body and last day (bold).

    Attributes:
        last_on: Last day of the way; None prints a blank.
        window_passed: The last day is over: the notice says so and offers 政策解释.
    """

    kind: ClassVar[str] = "redirect_notice"

    office: Office = field(default_factory=Office)
    number: str = ""
    name: str = ""
    submitted_on: date | None = None
    subject: str = ""
    reason: str = ""
    basis: str = ""
    remedy: str = ""
    body: str = ""
    body_address: str = ""
    body_phone: str = ""
    body_hours: str = ""
    last_on: date | None = None
    window_passed: bool = False
    contact: str = ""
    phone: str = ""
    issuer: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class SupplementNotice:
    """补正告知书: what is missing, told once and completely, where to and until when."""

    kind: ClassVar[str] = "supplement_notice"

    office: Office = field(default_factory=Office)
    number: str = ""
    name: str = ""
    submitted_on: date | None = None
    subject: str = ""
    missing: tuple[str, ...] = ()
    hand_in_at: str = ""
    hand_in_by: date | None = None
    contact: str = ""
    phone: str = ""
    issuer: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class FeedbackSheet:
    """诉求办理情况反馈单, the answer of procedure ③; promises no further instance.

    Raises:
        RefusedError: `feedback_mentions_review` when a text speaks of 复查 (OFFICE §1-9).
    """

    kind: ClassVar[str] = "feedback_sheet"

    office: Office = field(default_factory=Office)
    number: str = ""
    name: str = ""
    case_number: str = ""
    accepted_on: date | None = None
    subject: str = ""
    acceptance: str = ""
    handling_unit: str = ""
    course: str = ""
    outcome: str = ""
    result: str = ""
    basis: str = ""
    contact: str = ""
    phone: str = ""
    issuer: str = ""
    issued_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a promise of the petition procedure's remedy."""
        for name in ("acceptance", "course", "outcome", "result", "basis"):
            if "复查" in getattr(self, name):
                raise RefusedError("feedback_mentions_review", name)


@dataclass(frozen=True, slots=True)
class ReplyOpinion:
    """信访事项答复意见书, procedure ① only, issued by the competent organ under its own number.

    Raises:
        RefusedError: `reply_opinion_issuer` when the issuer is the center (信访工作条例 Art 31(6);
            OFFICE §1-9), `reply_opinion_procedure` when another procedure was chosen.

    Attributes:
        issuer: The competent organ; empty leaves it for the pen.
        procedure: Identifier or label of the procedure; empty counts as ①.
        review_body: The next higher organ that may be asked for a review.
        items: The matters raised with fact, basis and opinion, one text each.
    """

    kind: ClassVar[str] = "reply_opinion"
    PROCEDURES: ClassVar[frozenset[str]] = frozenset({"", "petition", "信访程序", "①"})

    office: Office = field(default_factory=Office)
    number: str = ""
    issuer: str = ""
    procedure: str = "petition"
    name: str = ""
    subject: str = ""
    submitted_on: date | None = None
    accepted_on: date | None = None
    items: tuple[str, ...] = ()
    facts: str = ""
    basis: str = ""
    opinion: str = ""
    review_body: str = ""
    contact: str = ""
    phone: str = ""
    issued_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse the center as issuer and any other procedure."""
        issuer = self.issuer.strip()
        if CENTER_MARK in issuer or (issuer and issuer == self.office.center_name.strip()):
            raise RefusedError("reply_opinion_issuer", "issuer")
        if self.procedure not in self.PROCEDURES:
            raise RefusedError("reply_opinion_procedure", "procedure")


@dataclass(frozen=True, slots=True)
class ExtensionApproval:
    """延期审批表 (信访工作条例 Art 34): once, at most 30 days, by the organ's head."""

    kind: ClassVar[str] = "extension_approval"

    office: Office = field(default_factory=Office)
    case_number: str = ""
    transfer_number: str = ""
    name: str = ""
    subject: str = ""
    handling_unit: str = ""
    accepted_on: date | None = None
    due_on: date | None = None
    limit_kind: str = ""
    extend_to: date | None = None
    extend_days: int | None = None
    reason: str = ""
    course: str = ""
    handler: Signed = field(default_factory=Signed)
    section_head: Signed = field(default_factory=Signed)
    unit_head: Signed = field(default_factory=Signed)
    remark: str = ""


@dataclass(frozen=True, slots=True)
class ExtensionNotice:
    """延期告知书: reason and new day (信访工作条例 Art 34)."""

    kind: ClassVar[str] = "extension_notice"

    office: Office = field(default_factory=Office)
    number: str = ""
    name: str = ""
    subject: str = ""
    accepted_on: date | None = None
    due_on: date | None = None
    extend_to: date | None = None
    limit_kind: str = ""
    reason: str = ""
    contact: str = ""
    phone: str = ""
    issuer: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class OpinionRequest:
    """澄清征求意见表, before the approval; nothing but these fields (OFFICE §7.3)."""

    kind: ClassVar[str] = "opinion_request"

    office: Office = field(default_factory=Office)
    number: str = ""
    name: str = ""
    gender: str = ""
    birth_on: date | None = None
    political_status: str = ""
    unit_and_post: str = ""
    matter: str = ""
    modes: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    opinion: str = ""
    opinion_text: str = ""
    signed_on: date | None = None
    asked_by: tuple[str, ...] = ()
    asked_on: date | None = None


UNTRUE = "的问题不属实"
"""How the sentence of a clarification ends; where it happened and broke no rule, the words of the
organ's letter stand instead (OFFICE §0 W5)."""


@dataclass(frozen=True, slots=True)
class ClarificationLetter:
    """(A) 澄清函 to a party organization, a draft for the body that checked (OFFICE §7.3).

    Attributes:
        issuer: The organ that checked; never the center.
        addressee: The party organization with its own form of address, without colon.
        matter: The one sentence that may be said, as given in the organ's letter (SETTLED §9.3).
        verdict: How the sentence ends: 不属实, or that it happened and broke no rule.
        reflection: What the heading calls it: 失实反映, or 反映 where it happened.
        copies: 抄送.
    """

    kind: ClassVar[str] = "clarification_letter"

    office: Office = field(default_factory=Office)
    issuer: str = ""
    number: str = ""
    addressee: str = ""
    name: str = ""
    post: str = ""
    period: str = ""
    matter: str = ""
    verdict: str = UNTRUE
    reflection: str = "失实反映"
    modes: str = ""
    scope: str = ""
    feedback_by: date | None = None
    contact: str = ""
    phone: str = ""
    issued_on: date | None = None
    copies: str = ""

    def __post_init__(self) -> None:
        """Refuse the center as issuer."""
        _refuse_center(self.issuer, "clarification_issuer")


@dataclass(frozen=True, slots=True)
class ClarificationNotice:
    """(B) 失实检举控告澄清告知书 to the person (OFFICE §7.3); the title is a setting."""

    kind: ClassVar[str] = "clarification_notice"

    office: Office = field(default_factory=Office)
    title: str = "失实检举控告澄清告知书"
    issuer: str = ""
    number: str = ""
    name: str = ""
    period: str = ""
    matter: str = ""
    verdict: str = UNTRUE
    modes: str = ""
    scope: str = ""
    objection_days: int | None = None
    own_word: str = "委"
    issued_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse the center as issuer."""
        _refuse_center(self.issuer, "clarification_issuer")


MEETING_TEXT_LIMIT = 200
"""Most characters of the text read out at a meeting (OFFICE §7.3 C)."""


@dataclass(frozen=True, slots=True)
class MeetingText:
    """(C) 会议宣读（通报）稿 with its record of carrying out; the audience is a number.

    Raises:
        RefusedError: `meeting_text_too_long` above 200 characters.
    """

    kind: ClassVar[str] = "meeting_text"

    office: Office = field(default_factory=Office)
    issuer: str = ""
    text: str = ""
    read_by: str = ""
    audience: str = ""
    audience_count: int | None = None
    held_at: datetime | None = None
    place: str = ""

    def __post_init__(self) -> None:
        """Refuse a text above the limit and the center as issuer."""
        _refuse_center(self.issuer, "clarification_issuer")
        if len(self.text) > MEETING_TEXT_LIMIT:
            raise RefusedError(
                "meeting_text_too_long", "text", limit=MEETING_TEXT_LIMIT, length=len(self.text)
            )


@dataclass(frozen=True, slots=True)
class ClarificationApproval:
    """澄清审批表, printed blank for the body that checked (SETTLED §9.3)."""

    kind: ClassVar[str] = "clarification_approval"

    issuer: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class TalkTask:
    """One difficulty named in a talk and what is done about it."""

    problem: str = ""
    responsible: str = ""
    measure: str = ""
    due_on: date | None = None
    progress: str = ""
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class CareTalkRecord:
    """关爱谈话记录表 (OFFICE §7.4).

    Attributes:
        scope: Label of who may read it.
        occasion: Tick of row 5; the labels 群众反映, 思想波动 wear 谈心谈话 elsewhere, and 群众反映
            is never printed: a filler gives 其他 (or nothing) for it.
        life: 生活情况, printed only when `full_copy`.
        full_copy: A copy for talker and recorder.
    """

    kind: ClassVar[str] = "care_talk_record"

    office: Office = field(default_factory=Office)
    number: str = ""
    scope: str = ""
    name: str = ""
    gender: str = ""
    birth_on: date | None = None
    political_status: str = ""
    unit_and_post: str = ""
    rank: str = ""
    in_post_since: str = ""
    started_at: datetime | None = None
    ended_at: datetime | None = None
    place: str = ""
    talkers: str = ""
    attendants: str = ""
    recorder: str = ""
    occasion: str = ""
    ordinal: int | None = None
    linked_numbers: str = ""
    mode: str = ""
    initiative: str = ""
    thinking: str = ""
    work: str = ""
    life: str = ""
    full_copy: bool = False
    requests: tuple[str, ...] = ()
    response: str = ""
    tasks: tuple[TalkTask, ...] = ()
    becomes_appeal: bool | None = None
    appeal_number: str = ""
    person_agreed: bool | None = None
    visit_on: date | None = None
    visit_by: str = ""
    visit_mode: str = ""
    needs_attention: bool | None = None
    attention_told_to: str = ""
    confirmed_orally: bool | None = None
    visited_on: date | None = None
    visited_mode: str = ""
    visit_changes: str = ""
    visit_result: str = ""


@dataclass(frozen=True, slots=True)
class ClosingApproval:
    """办结审批表: what became of an appeal, its rating, and the approvals before 销号."""

    kind: ClassVar[str] = "closing_approval"

    office: Office = field(default_factory=Office)
    case_number: str = ""
    name: str = ""
    unit_and_post: str = ""
    category: str = ""
    subject: str = ""
    accepted_on: date | None = None
    due_on: date | None = None
    limit_kind: str = ""
    handling_unit: str = ""
    answered_on: date | None = None
    delivered_on: date | None = None
    answer_document: str = ""
    outcome: str = ""
    result: str = ""
    followed_up_on: date | None = None
    follow_up_mode: str = ""
    service_rating: str = ""
    result_rating: str = ""
    follow_up_text: str = ""
    reported_on: date | None = None
    file_number: str = ""
    handler: Signed = field(default_factory=Signed)
    unit_head: Signed = field(default_factory=Signed)
    center_head: Signed = field(default_factory=Signed)
    remark: str = ""


@dataclass(frozen=True, slots=True)
class HandlingReport:
    """办结报告 to whoever assigned the matter (OFFICE §7.5), needed before 销号."""

    kind: ClassVar[str] = "handling_report"

    office: Office = field(default_factory=Office)
    number: str = ""
    addressee: str = ""
    name: str = ""
    assigned_by_document: str = ""
    assigned_demand: str = ""
    person: str = ""
    requests: str = ""
    course: str = ""
    result: str = ""
    person_opinion: str = ""
    next_steps: str = ""
    enclosures: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    issuer: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class TransferLetter:
    """关于转送有关事项的函 to 区纪委监委: sealed, no summary, receipt only (OFFICE §7.2)."""

    kind: ClassVar[str] = "transfer_letter"

    office: Office = field(default_factory=Office)
    number: str = ""
    addressee: str = ""
    envelope_number: str = ""
    pieces: int | None = None
    pages: int | None = None
    contact: str = ""
    phone: str = ""
    issuer: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class PhoneRecord:
    """电话告知记录 (OFFICE §7.5): progress is told by telephone only after a call back."""

    kind: ClassVar[str] = "phone_record"

    office: Office = field(default_factory=Office)
    case_number: str = ""
    called_at: datetime | None = None
    direction: str = ""
    phone: str = ""
    person: str = ""
    verified_by: str = ""
    told: str = ""
    answer: str = ""
    told_by: str = ""
    present: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list: heading, relative width, and how its cells stand."""

    title: str
    width: float = 1.0
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Ledger:
    """A list in landscape: 诉求台账, 在办清单, 超期清单, any table with a head and a foot.

    Attributes:
        size: "A4" or "A3", landscape.
        rows: Cells as text, already in their printed form.
        totals: Last row (合计); empty prints none.
        notes: Lines under the table.
        summary: Paragraph above the table (截至×月×日×时，……).
        copy_number: 份号 of a numbered copy.
    """

    kind: ClassVar[str] = "ledger"

    title: str = "干部诉求台账"
    office: Office = field(default_factory=Office)
    period: str = ""
    counting_unit: str = "件"
    as_of: datetime | None = None
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    totals: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    summary: str = ""
    size: str = "A4"
    copy_number: str = ""
    filled_by: str = ""
    checked_by: str = ""
    headed_by: str = ""
    filled_on: date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its text."""

    heading: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class OnePage:
    """一页纸情况: what an appeal is about, on one page, for a leader (OFFICE §2.6)."""

    kind: ClassVar[str] = "one_page"

    title: str = "关于×××同志诉求办理情况"
    office: Office = field(default_factory=Office)
    sections: tuple[Section, ...] = ()
    as_of: datetime | None = None
    copy_number: str = ""
    filled_on: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentRegister:
    """发文登记簿, 收文登记簿, 送文登记簿 and their like (OFFICE §2.5), landscape.

    Attributes:
        register: Identifier of the columns: outgoing, incoming, carried, seal, consultation,
            supervision, reading, printing, leader_note.
        rows: Cells in the order of the register's columns; blank rows fill up the page.
    """

    kind: ClassVar[str] = "document_register"

    register: str = "outgoing"
    office: Office = field(default_factory=Office)
    period: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    size: str = "A4"


Paper = (
    RegistrationForm
    | Receipt
    | TransferSheet
    | AcceptanceNotice
    | NonAcceptanceNotice
    | RedirectNotice
    | SupplementNotice
    | FeedbackSheet
    | ReplyOpinion
    | ExtensionApproval
    | ExtensionNotice
    | OpinionRequest
    | ClarificationLetter
    | ClarificationNotice
    | MeetingText
    | ClarificationApproval
    | CareTalkRecord
    | ClosingApproval
    | HandlingReport
    | TransferLetter
    | PhoneRecord
    | Ledger
    | OnePage
    | DocumentRegister
)
"""Any paper of the office."""


def _refuse_center(issuer: str, code: str) -> None:
    """Raise `RefusedError` when an organ's paper would be issued by the center."""
    if CENTER_MARK in issuer:
        raise RefusedError(code, "issuer")
