"""Commands that bring an appeal into the record."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import ClassVar

from db.appeals.changes import advance, count, settle
from db.appeals.search import index_appeal
from db.appeals.tables import TRACK, Appeal, CaseLink
from db.appeals.text_key import text_key
from db.appeals.wording import reporter_guesses, state_secret_marks
from db.appeals.workflow import OUTCOMES
from db.codes import clocks
from db.codes.queries import require_code
from db.core.errors import RefusedError
from db.core.moves import Evidence
from db.core.permissions import Permission
from db.core.tx import Tx
from db.office.tables import HeldNote, Unit
from db.people.tables import Person

SERIES = "appeal"
DRAFT = "appeal"
AMENDED_LISTS = {
    "category": "appeal_category",
    "channel": "intake_channel",
    "submitter": "submitter",
    "transfer_wish": "transfer_wish",
    "contact_preference": "contact_preference",
}
"""Fields of a correction whose values come from a list."""
LONGEST_NAME = 200
LONGEST_TEXT = 200_000
LARGEST_INT = 2**63


@dataclass(frozen=True, slots=True)
class Material:
    """A paper handed in: name, copies, pages, original or copy (§7.1 row 15)."""

    name: str
    copies: int = 1
    pages: int | None = None
    is_original: bool = False


@dataclass(frozen=True, slots=True)
class Intake:
    """What the form of registration holds, in the order of form §7.1.

    `administration` is the answer to the form's first question; everything else is typed only
    after it (SETTLED §2).
    """

    administration: str
    channel: str
    category: str
    subject: str
    facts: str
    person_id: int | None = None
    person_name: str = ""
    unit_id: int | None = None
    unit_text: str = ""
    person_category: str = ""
    received_on: date | None = None
    received_time: str = ""
    backdated_reason: str = ""
    requests: str = ""
    phone: str = ""
    contact_preference: str = "own_mobile"
    submitter: str = "self"
    submitter_text: str = ""
    transfer_wish: str = "may_transfer"
    name_open: bool = True
    earlier_steps: str = ""
    knew_on: date | None = None
    remedy_matter: str = ""
    incoming_unit: str = ""
    incoming_number: str = ""
    postmark_on: date | None = None
    head_count: int = 1
    materials: tuple[Material, ...] = ()
    attention: str = ""
    remark: str = ""
    matter_type: str = "appeal_request"
    urgency: str = "normal"
    proposed_opinion: str = ""
    duplicate_of_id: int | None = None
    is_backfilled: bool = False


@dataclass(frozen=True, slots=True)
class Registered:
    """What the desk tells after saving."""

    appeal_id: int
    number: str


@dataclass(frozen=True, slots=True)
class Register:
    """登记: write a new appeal.

    Args:
        intake: The form.
        held_note_id: 暂存件 that this completes; its original time is kept and marked 补录.
        draft_key: Draft dropped with it.
    """

    permission: ClassVar[Permission] = Permission.APPEAL_REGISTER

    intake: Intake
    held_note_id: int | None = None
    draft_key: str = ""

    def __call__(self, tx: Tx) -> Registered:
        """Register it and start the clocks from the receipt date (条例 Arts 19, 22, 23)."""
        appeal = new_appeal(tx, self.intake, held_note_id=self.held_note_id)
        on = appeal.received_on or tx.today
        appeal.state = ""
        advance(
            tx,
            appeal,
            "register",
            on=on,
            evidence=[Evidence.ADMINISTRATION],
            reason=self.intake.backdated_reason or ("backfilled" if appeal.is_backfilled else None),
        )
        clocks.start(tx, TRACK, appeal.id, "acceptance_notice", on=on, profile="internal")
        clocks.start(tx, TRACK, appeal.id, "dispatch_blue_card", on=on)
        finish_intake(tx, appeal, draft_key=self.draft_key)
        return Registered(appeal.id, appeal.number or "")


@dataclass(frozen=True, slots=True)
class SettleOnTheSpot:
    """当场办结: register, accept, answer and confirm in one form (SETTLED §2)."""

    permission: ClassVar[Permission] = Permission.APPEAL_REGISTER

    intake: Intake
    reply: str
    outcome: str
    confirmation: str
    draft_key: str = ""

    def __call__(self, tx: Tx) -> Registered:
        """Register it as answered; the manager confirms in a batch."""
        if not self.reply.strip():
            raise RefusedError("missing_reply_text", field="reply")
        if self.outcome not in OUTCOMES:
            raise RefusedError("missing_outcome", field="outcome")
        if not self.confirmation.strip():
            raise RefusedError("missing_confirmation", field="confirmation")
        check_texts(self.reply, self.confirmation)
        refuse_unaccepted(self.intake.category, self.intake.administration)
        appeal = new_appeal(tx, self.intake, answered=True)
        on = appeal.received_on or tx.today
        appeal.on_the_spot = True
        appeal.reply = self.reply
        appeal.outcome = self.outcome
        appeal.procedure = "internal"
        appeal.confirmation = self.confirmation
        appeal.state = ""
        advance(
            tx,
            appeal,
            "settle_on_the_spot",
            on=on,
            evidence=[Evidence.REPLY_TEXT, Evidence.OUTCOME],
            note=self.reply,
            reason=self.intake.backdated_reason or None,
        )
        finish_intake(tx, appeal, draft_key=self.draft_key)
        count(tx, appeal, "accepted", on=on)
        count(tx, appeal, "handled", on=on, outcome=self.outcome, days=0)
        count(tx, appeal, "on_the_spot", on=on)
        return Registered(appeal.id, appeal.number or "")


@dataclass(frozen=True, slots=True)
class ConfirmOnTheSpot:
    """The manager's batch confirmation of answers given on the spot: `replied` → `closed`."""

    permission: ClassVar[Permission] = Permission.APPEAL_CLOSE

    appeal_ids: tuple[int, ...]

    def __call__(self, tx: Tx) -> int:
        """Confirm each; nobody confirms what he registered. Return how many."""
        for appeal_id in self.appeal_ids:
            appeal = tx.load(Appeal, appeal_id)
            if not appeal.on_the_spot:
                raise RefusedError("not_on_the_spot", number=appeal.number)
            if appeal.registered_by_id in tx.actor.people:
                raise RefusedError("self_approval", number=appeal.number)
            advance(
                tx,
                appeal,
                "confirm_on_the_spot",
                on=tx.today,
                evidence=[Evidence.APPROVAL_BY_OTHER],
            )
            count(tx, appeal, "closed", on=tx.today)
            settle(tx, appeal)
        return len(self.appeal_ids)


@dataclass(frozen=True, slots=True)
class Amend:
    """Correct what was registered, before the answer; reasons for dates (DOMAIN §14)."""

    permission: ClassVar[Permission] = Permission.APPEAL_REGISTER

    appeal_id: int
    seen: int
    changes: dict[str, object] = field(default_factory=dict)
    reason: str = ""

    EDITABLE: ClassVar[frozenset[str]] = frozenset(
        {
            "subject",
            "facts",
            "requests",
            "category",
            "channel",
            "phone",
            "contact_preference",
            "transfer_wish",
            "name_open",
            "earlier_steps",
            "knew_on",
            "remedy_matter",
            "incoming_unit",
            "incoming_number",
            "postmark_on",
            "head_count",
            "remark",
            "urgency",
            "person_id",
            "submitter",
            "submitter_text",
            "proposed_opinion",
            "attention",
        }
    )

    def __call__(self, tx: Tx) -> int:
        """Change the named fields; facts counted under an old category are counted anew."""
        appeal = tx.load(Appeal, self.appeal_id, seen=self.seen)
        unknown = set(self.changes) - self.EDITABLE
        if unknown:
            raise RefusedError("field_not_editable", field=min(unknown))
        if appeal.state in ("closed", "finalised", "withdrawn", "merged", "moved_out"):
            raise RefusedError("case_has_ended")
        for name, value in self.changes.items():
            _check_kind(name, value)
        recount = any(
            name in self.changes and self.changes[name] != getattr(appeal, name)
            for name in ("category", "channel")
        )
        for name, value in self.changes.items():
            setattr(appeal, name, value)
        _check_amended(tx, appeal, frozenset(self.changes))
        if "person_id" in self.changes:
            fill_person(tx, appeal)
        appeal.text_key = text_key(appeal.facts)
        tx.tell(
            TRACK,
            appeal.id,
            "amend",
            source=appeal.state,
            target=appeal.state,
            on=tx.today,
            note=self.reason,
        )
        if recount:
            _count_again(tx, appeal)
        index_appeal(tx, appeal)
        settle(tx, appeal)
        return appeal.version


def _check_kind(name: str, value: object) -> None:
    """Refuse a value of a wrong kind, as an old draft or a mistaken caller may bring it."""
    column = Appeal.__table__.c[name]
    kind = column.type.python_type
    if value is None and column.nullable:
        return
    wrong = not isinstance(value, kind) or isinstance(value, datetime)
    if kind is int:
        wrong = type(value) is not int or abs(value) >= LARGEST_INT
    if wrong:
        raise RefusedError("unknown_value", field=name, list=name, value=type(value).__name__)


def _check_amended(tx: Tx, appeal: Appeal, changed: frozenset[str]) -> None:
    if not appeal.subject.strip():
        raise RefusedError("missing_subject", field="subject")
    if not appeal.facts.strip() and not appeal.requests.strip():
        raise RefusedError("missing_facts", field="facts")
    if appeal.head_count < 1:
        raise RefusedError("head_count_too_small", field="head_count")
    check_texts(appeal.subject, appeal.facts, appeal.requests, appeal.proposed_opinion)
    with tx.session.no_autoflush:
        for name, listed in AMENDED_LISTS.items():
            if name in changed:
                require_code(tx, listed, str(getattr(appeal, name)), field=name)
        if "remedy_matter" in changed and appeal.remedy_matter:
            require_code(tx, "remedy_matter", appeal.remedy_matter, field="remedy_matter")
    if "category" in changed and appeal.accepted_on is not None:
        refuse_unaccepted(appeal.category, appeal.administration)


def _count_again(tx: Tx, appeal: Appeal) -> None:
    from db.statistics.facts import mark, revoke

    # In their order: what came in to a unit stands before what went out of it. A fact without a
    # unit (accepted, 待转办) stays without one.
    for old in sorted(revoke(tx, TRACK, appeal.id), key=lambda row: row.id):
        mark(
            tx,
            TRACK,
            appeal.id,
            old.kind,
            on=old.happened_on,
            unit_id=old.unit_id,
            person_id=appeal.person_id,
            category=appeal.category,
            channel=appeal.channel,
            procedure=old.procedure,
            outcome=old.outcome,
            on_time=old.on_time,
            days=old.days,
            amount=old.amount,
        )


def refuse_unaccepted(category: str, administration: str) -> None:
    """Refuse to accept what another path must decide (SETTLED §2, DOMAIN §14.1).

    Raises:
        RefusedError: `personnel_decision_is_redirected` or `vertical_is_redirected`.
    """
    if category == "personnel_decision":
        raise RefusedError("personnel_decision_is_redirected", field="category")
    if administration == "vertical":
        raise RefusedError("vertical_is_redirected", field="administration")


def check_texts(*texts: str) -> None:
    """Refuse texts that may not be recorded.

    Raises:
        RefusedError: `guess_of_reporter` (SETTLED §9.6), `state_secret`, `text_too_long`.
    """
    for text in texts:
        if len(text) > LONGEST_TEXT:
            raise RefusedError("text_too_long", field="facts", most=LONGEST_TEXT)
        if reporter_guesses(text):
            raise RefusedError("guess_of_reporter", field="facts")
        if state_secret_marks(text):
            raise RefusedError("state_secret", field="facts")


def new_appeal(
    tx: Tx, intake: Intake, *, held_note_id: int | None = None, answered: bool = False
) -> Appeal:
    """Write the row of a form after checking it; the caller makes its first move.

    The row is written in the state of that move: the database refuses to jump there later.
    """
    _check(tx, intake)
    note = None
    backfilled = intake.is_backfilled
    received_on, received_time = intake.received_on, intake.received_time
    if held_note_id is not None:
        note = tx.load(HeldNote, held_note_id)
        if note.state != "held":
            raise RefusedError("held_note_used")
        from db.core.clock import civil_date, civil_time

        backfilled = True
        received_on = civil_date(note.came_at)
        received_time = civil_time(note.came_at).strftime("%H:%M")
    on = tx.happened(received_on, intake.backdated_reason or ("backfilled" if note else None))
    person_name = intake.person_name.strip()
    appeal = Appeal(
        state="replied" if answered else "registered",
        accepted_on=on if answered else None,
        issued_on=on if answered else None,
        delivered_on=on if answered else None,
        channel=intake.channel,
        category=intake.category,
        matter_type=intake.matter_type,
        urgency=intake.urgency,
        subject=intake.subject.strip(),
        facts=intake.facts,
        requests=intake.requests,
        person_id=intake.person_id,
        person_name=person_name,
        unit_id=intake.unit_id,
        unit_text=intake.unit_text,
        administration=intake.administration,
        person_category=intake.person_category,
        phone=intake.phone,
        contact_preference=intake.contact_preference,
        submitter=intake.submitter,
        submitter_text=intake.submitter_text,
        transfer_wish=intake.transfer_wish,
        name_open=intake.name_open,
        earlier_steps=intake.earlier_steps,
        knew_on=intake.knew_on,
        remedy_matter=intake.remedy_matter,
        incoming_unit=intake.incoming_unit,
        incoming_number=intake.incoming_number,
        postmark_on=intake.postmark_on,
        head_count=intake.head_count,
        materials=[
            {"name": m.name, "copies": m.copies, "pages": m.pages, "is_original": m.is_original}
            for m in intake.materials
        ],
        attention=intake.attention,
        remark=intake.remark,
        proposed_opinion=intake.proposed_opinion,
        duplicate_of_id=intake.duplicate_of_id,
        is_backfilled=backfilled,
        received_on=on,
        received_time=received_time,
        recorded_at=tx.now,
        registered_by_id=tx.actor.account_id,
        text_key=text_key(intake.facts),
    )
    fill_person(tx, appeal)
    tx.add(appeal)
    appeal.number = tx.next_number(
        SERIES,
        str(tx.setting("appeal_number_form", "诉受〔{year}〕{sequence:04d}号")),
        on=on,
        track=TRACK,
        case_id=appeal.id,
    )
    if note is not None:
        note.state, note.appeal_id = "registered", appeal.id
    return appeal


def fill_person(tx: Tx, appeal: Appeal) -> None:
    """Copy name, unit and kind of the chosen person into the appeal."""
    if appeal.person_id is not None:
        with tx.session.no_autoflush:
            person = tx.load(Person, appeal.person_id)
        appeal.person_name = person.name
        appeal.person_category = appeal.person_category or person.person_category
        appeal.unit_id = appeal.unit_id or person.unit_id
        appeal.unit_text = appeal.unit_text or person.unit_text
        appeal.phone = appeal.phone or person.phone
    if appeal.unit_id is not None and not appeal.unit_text:
        unit = tx.session.get(Unit, appeal.unit_id)
        appeal.unit_text = unit.short_name if unit else ""


def finish_intake(tx: Tx, appeal: Appeal, *, draft_key: str) -> None:
    """Count the receipt, index the texts, link the repeat, drop the draft."""
    on = appeal.received_on or tx.today
    count(tx, appeal, "received", on=on)
    if appeal.duplicate_of_id is not None:
        count(tx, appeal, "repeated", on=on)
        tx.add(
            CaseLink(
                from_track=TRACK,
                from_id=appeal.id,
                to_track=TRACK,
                to_id=appeal.duplicate_of_id,
                kind="repeated",
            )
        )
    index_appeal(tx, appeal)
    settle(tx, appeal)
    if draft_key:
        tx.drop_draft(DRAFT, draft_key)


def _check(tx: Tx, intake: Intake) -> None:
    for one in fields(intake):
        if one.name in Appeal.__table__.c and one.name != "materials":
            _check_kind(one.name, getattr(intake, one.name))
    if not all(isinstance(m, Material) for m in intake.materials):
        raise RefusedError("unknown_value", field="materials", list="materials", value="")
    if not intake.administration:
        raise RefusedError("missing_administration", field="administration")
    if intake.administration == "city_managed":
        # Belongs to a superior: nothing is recorded, the envelope is handed over (SETTLED §9.7).
        raise RefusedError("belongs_to_superior", field="administration")
    if intake.matter_type == "accusation":
        raise RefusedError("accusation_not_recorded", field="matter_type")
    if intake.person_id is None and not intake.person_name.strip():
        raise RefusedError("missing_person_name", field="person_name")
    if len(intake.person_name) > LONGEST_NAME:
        raise RefusedError("name_too_long", field="person_name", most=LONGEST_NAME)
    if not intake.subject.strip():
        raise RefusedError("missing_subject", field="subject")
    if not intake.facts.strip() and not intake.requests.strip():
        raise RefusedError("missing_facts", field="facts")
    if not intake.phone.strip() and intake.contact_preference != "no_phone":
        raise RefusedError("missing_phone", field="phone")
    if intake.head_count < 1:
        raise RefusedError("head_count_too_small", field="head_count")
    for name, listed, value in (
        ("administration", "administration", intake.administration),
        ("channel", "intake_channel", intake.channel),
        ("category", "appeal_category", intake.category),
        ("submitter", "submitter", intake.submitter),
        ("transfer_wish", "transfer_wish", intake.transfer_wish),
        ("contact_preference", "contact_preference", intake.contact_preference),
    ):
        require_code(tx, listed, value, field=name)
    if intake.unit_id is not None:
        tx.load(Unit, intake.unit_id)
    if intake.remedy_matter:
        require_code(tx, "remedy_matter", intake.remedy_matter, field="remedy_matter")
    if intake.person_category:
        require_code(tx, "person_category", intake.person_category, field="person_category")
    if intake.duplicate_of_id is not None:
        tx.load(Appeal, intake.duplicate_of_id)
    check_texts(intake.subject, intake.facts, intake.requests, intake.proposed_opinion)
