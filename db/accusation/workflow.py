"""States and moves of envelopes, of referrals, and of what the discipline contact records (pure).

Three tracks, so that nothing needs to be masked: the center's referral knows 待移送, 已移送, 已函复
and no more (SETTLED §9.5); what the discipline organ does with it is a track of its own whose rows
nobody else reaches. An envelope is handed over and signed for, nothing else (SETTLED §9.7).
"""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

ENVELOPE_NAME = "envelope"
REFERRAL_NAME = "false_accusation_referral"
COURSE_NAME = "referral_course"

LIMIT = "envelope_hand_over"
"""The same or the next working day, the center's own limit (OFFICE §1-7)."""
AFTER_DETERMINATION = (
    "determined",
    "handling",
    "handled",
    "published",
    "linked_clarification",
    "closed",
)
"""States that only a recorded determination leads to (规则 Art 39)."""
LEVELS = ("prefecture", "province", "central")
"""Levels of the organ whose approval counts: a city divided into districts, or above."""
HANDED_OVER = ("referred", "answered")
"""States of a referral in which the discipline contact may know of it."""
RULES = "《纪检监察机关处理检举控告工作规则》"

_ENVELOPE = Permission.ENVELOPE_WRITE
_WRITE = Permission.REFERRAL_WRITE
_CHECK = Permission.REFERRAL_CHECK
_OTHER = Evidence.APPROVAL_BY_OTHER

ENVELOPE = Track(
    ENVELOPE_NAME,
    (
        Move(None, "receive", "pending", _ENVELOPE, starts=(LIMIT,), basis="SETTLED §9.7"),
        Move("pending", "correct", "pending", _ENVELOPE, basis="SETTLED §9.7"),
        Move(
            "pending",
            "hand_over",
            "handed_over",
            _ENVELOPE,
            stops=(LIMIT,),
            document="envelope_slip",
            basis="SETTLED §9.7",
        ),
        Move("handed_over", "record_signature", "signed", _ENVELOPE, basis="SETTLED §9.7"),
    ),
    frozenset({"signed"}),
)

REFERRAL = Track(
    REFERRAL_NAME,
    (
        Move(
            None,
            "record_clue",
            "suspected",
            _WRITE,
            requires=(Evidence.SIGNATURE,),
            basis="SETTLED §9.5",
        ),
        Move(
            "suspected",
            "refer",
            "referred",
            _WRITE,
            requires=(_OTHER,),
            document="referral_letter",
            basis="SETTLED §9.5",
        ),
        Move(
            "suspected",
            "screen_out",
            "screened_out",
            _WRITE,
            requires=(Evidence.REASON, _OTHER),
            basis=RULES + "第四十五条",
        ),
        Move(
            "suspected",
            "withdraw",
            "withdrawn",
            _WRITE,
            requires=(Evidence.REASON, Evidence.SIGNATURE),
            basis="SETTLED §2",
        ),
        Move("referred", "record_receipt", "referred", _WRITE, basis="OFFICE §4.4(c)"),
        Move("referred", "record_answer", "answered", _WRITE, basis="SETTLED §9.5"),
    ),
    frozenset({"screened_out", "withdrawn", "answered"}),
)


def _answers() -> Iterator[Move]:
    # The upper organ may also find otherwise (DOMAIN §14.3).
    for source in ("verifying", "determination_proposed"):
        yield Move(source, "record_mistaken", "mistaken_report", _CHECK, basis=RULES + "第四十五条")
        yield Move(source, "record_undetermined", "undetermined", _CHECK, basis="DOMAIN §14.3")


def _afterwards() -> Iterator[Move]:
    for source in ("determined", "handled", "published"):
        yield Move(
            source,
            "pass_to_clarification",
            "linked_clarification",
            _CHECK,
            basis=RULES + "第五十条",
        )
    for source in ("handled", "published", "linked_clarification"):
        yield Move(source, "close", "closed", _CHECK, basis="SETTLED §2")


COURSE = Track(
    COURSE_NAME,
    (
        Move(None, "record_receipt", "verifying", _CHECK, basis=RULES + "第三十九条"),
        *_answers(),
        Move(
            "verifying",
            "propose_determination",
            "determination_proposed",
            _CHECK,
            basis=RULES + "第三十九条",
        ),
        Move(
            "determination_proposed",
            "return_for_verification",
            "verifying",
            _CHECK,
            requires=(Evidence.REASON,),
            basis="DOMAIN §14.3",
        ),
        Move(
            "determination_proposed",
            "record_determination",
            "determined",
            _CHECK,
            requires=(_OTHER,),
            basis=RULES + "第三十九条",
        ),
        Move("determined", "hand_on", "handling", _CHECK, basis=RULES + "第四十一条"),
        Move("handling", "record_result", "handled", _CHECK, basis=RULES + "第四十三条"),
        Move("handled", "record_publication", "published", _CHECK, basis=RULES + "第四十二条"),
        *_afterwards(),
    ),
    frozenset({"mistaken_report", "undetermined", "closed"}),
)

COVERAGE_NAME = "coverage_report"
COVERAGE = Track(
    COVERAGE_NAME,
    (Move(None, "enter", "entered", Permission.COVERAGE_WRITE, basis="OFFICE §1-3"),),
    frozenset({"entered"}),
)
"""What the organ reports of findings that it did not send: numbers, never a list (OFFICE §1-3)."""

EXTRACT_NAME = "petition_extract"
_EXTRACT = Permission.EXTRACT_WRITE
EXTRACT = Track(
    EXTRACT_NAME,
    (
        Move(None, "draw_up", "drafted", _EXTRACT, basis="PRODUCT §3-11"),
        Move("drafted", "redraft", "drafted", _EXTRACT, basis="PRODUCT §3-11"),
        Move("drafted", "send", "sent", _EXTRACT, requires=(_OTHER,), basis="PRODUCT §3-11"),
        Move(
            "drafted",
            "drop",
            "dropped",
            _EXTRACT,
            requires=(Evidence.REASON,),
            basis="PRODUCT §3-11",
        ),
    ),
    frozenset({"sent", "dropped"}),
)
"""What the petition office can say in support of a cadre's appeal, naming nobody else."""
