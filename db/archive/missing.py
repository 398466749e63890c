"""Which papers each state requires, and which of them are not there (pure; OFFICE §1-28).

Nothing is guessed: a paper is there if the store made it, if a decision was taken in it, or if
somebody put the paper or its scan into the file. What is recorded from paper needs its scan.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

SIGNATURE, RECEIPT, APPROVAL, SCAN, PAPER, CHECK = (
    "signature",
    "receipt",
    "approval",
    "scan",
    "paper",
    "check",
)
"""What may be missing: values of the list `missing_kind`."""

FILE_ORDER = (
    "registration_form",
    "interview_notes",
    "material",
    "submission",
    "acceptance_notice",
    "supplement_notice",
    "non_acceptance_notice",
    "redirect_notice",
    "transfer_sheet",
    "transfer_slip",
    "objection",
    "extension",
    "minutes",
    "handling_report",
    "reply",
    "delivery_receipt",
    "withdrawal",
    "follow_up",
    "closing_form",
    "other",
)
"""Order in a bound file between 卷内目录 and 备考表 (OFFICE §7.5): values of `file_paper`."""

ANSWERED = frozenset({"replied", "follow_up", "closed", "finalised"})
AT_THE_DESK = frozenset({"window", "leader_visit"})
SIGNED_FOR = frozenset({"in_person", "messenger", "via_unit", "left_before_witnesses"})
"""Ways of delivery that somebody signs for."""

PAPER_OF_ACT = {
    "sign_in": "transfer_slip",
    "object": "objection",
    "give_opinion": "other",
    "request_extension": "extension",
    "draft_reply": "handling_report",
    "deliver_reply": "reply",
    "record_delivery": "delivery_receipt",
    "withdraw": "withdrawal",
}
"""Act recorded from a paper → which paper its scan is."""


@dataclass(frozen=True, slots=True)
class Need:
    """A paper that ought to be there.

    Attributes:
        paper: Value of the list `file_paper`.
        what: What of it is missing.
    """

    paper: str
    what: str


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What is known about the papers of an appeal.

    Attributes:
        state: State.
        channel: How it came.
        procedure: Chosen procedure.
        is_imported: History of another ledger: nothing can be asked of it.
        on_the_spot: Answered across the desk, by word of mouth.
        is_accepted: It was accepted.
        delivery: Way of delivery, empty while not delivered.
        has_answer: What was answered is recorded in words.
        is_delivered: A day of delivery is recorded.
        signer: Who signed for the answer.
        must_report: It is reported to whoever assigned it.
        is_reported: That was done.
        is_followed_up: The person was visited after the answer.
        awaited_supplement: It was asked once for what is missing.
        handed_unsigned: A unit has it without having signed.
        extended_untold: More time was given and the person not told.
        issued: Kinds of letters that were issued.
        files: Papers put into the file, and names of attachments.
        unscanned: Acts recorded from paper, or decisions typed from paper, without scan.
        unchecked: Acts recorded from paper that no second person compared.
    """

    state: str
    channel: str = ""
    procedure: str | None = None
    is_imported: bool = False
    on_the_spot: bool = False
    is_accepted: bool = False
    delivery: str = ""
    has_answer: bool = False
    is_delivered: bool = False
    signer: str = ""
    must_report: bool = False
    is_reported: bool = False
    is_followed_up: bool = False
    awaited_supplement: bool = False
    handed_unsigned: bool = False
    extended_untold: bool = False
    issued: Collection[str] = ()
    files: Collection[str] = field(default_factory=frozenset)
    unscanned: Collection[str] = ()
    unchecked: Collection[str] = ()


def missing(facts: CaseFacts) -> tuple[Need, ...]:
    """Return what an appeal lacks in the state that it has reached, in the order of the file."""
    if facts.is_imported:
        return ()
    needs = dict.fromkeys(_needs(facts))
    kept = [need for need in needs if need.what == CHECK or need.paper not in facts.files]
    return tuple(sorted(kept, key=lambda need: FILE_ORDER.index(need.paper)))


def _needs(facts: CaseFacts) -> Iterator[Need]:
    yield from _at_intake(facts)
    yield from _letters(facts)
    yield from _handling(facts)
    if facts.state in ANSWERED:
        yield from _answer(facts)
    if facts.state == "withdrawn":
        yield Need("withdrawal", SIGNATURE)
    for act in facts.unscanned:
        yield Need(PAPER_OF_ACT.get(act, "submission"), SCAN)
    for act in facts.unchecked:
        yield Need(PAPER_OF_ACT.get(act, "other"), CHECK)


def _at_intake(facts: CaseFacts) -> Iterator[Need]:
    if facts.channel in AT_THE_DESK:
        yield Need("registration_form", SIGNATURE)
    if facts.channel == "letter":
        yield Need("material", PAPER)


def _letters(facts: CaseFacts) -> Iterator[Need]:
    wanted = {
        # Other procedures are told in the receipt or by mouth (条例 Art 23 is about petitions).
        "acceptance_notice": facts.is_accepted and facts.procedure == "petition",
        "supplement_notice": facts.awaited_supplement,
        "non_acceptance_notice": facts.state == "not_accepted",
        "redirect_notice": facts.state == "redirected",
    }
    for paper, is_wanted in wanted.items():
        if is_wanted and paper not in facts.issued:
            yield Need(paper, PAPER)


def _handling(facts: CaseFacts) -> Iterator[Need]:
    if facts.handed_unsigned:
        yield Need("transfer_slip", RECEIPT)
    if facts.extended_untold:
        yield Need("extension", RECEIPT)


def _answer(facts: CaseFacts) -> Iterator[Need]:
    if not facts.on_the_spot:
        written = {"feedback_sheet", "reply_opinion"} & set(facts.issued)
        # An oral answer has its record in the store; an opinion is the organ's own paper.
        if not written and (facts.procedure == "petition" or not facts.has_answer):
            yield Need("reply", PAPER)
        if not facts.is_delivered:
            yield Need("delivery_receipt", RECEIPT)
        elif facts.delivery in SIGNED_FOR and not facts.signer:
            yield Need("delivery_receipt", SIGNATURE)
    if facts.must_report and not facts.is_reported:
        yield Need("handling_report", PAPER)
    if facts.state == "closed" and not facts.on_the_spot and not facts.is_followed_up:
        yield Need("follow_up", PAPER)
