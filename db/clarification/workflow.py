"""States and moves of a clarification (pure).

DOMAIN §14.2 with the corrections of OFFICE §4.4(b) and SETTLED §2(b): whoever checked clears, the
head of that body approves, and every state can be left.
"""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

NAME = "clarification"

CLEARABLE = ("untrue", "mistaken", "no_violation")
"""Findings after which a name may be cleared (DOMAIN §14.2 guards; OFFICE §0 W5)."""
CLEARING_BODIES = ("discipline", "organization")
"""Member departments that check, and therefore clear (SETTLED §1)."""
MODES = ("written", "face_to_face", "meeting", "circular", "media")
BEFORE_APPROVAL = (
    "applied",
    "proposed",
    "waiting_conclusion",
    "assessing",
    "seeking_opinion",
    "approval_pending",
    "returned_for_supplement",
)
SILENT = (
    "applied",
    "proposed",
    "waiting_conclusion",
    "assessing",
    "seeking_opinion",
    "not_cleared",
    "kept_private",
)
"""States in which the applicant hears one and the same sentence (SETTLED §9.2)."""
CLEARED = ("carried_out", "follow_up", "archived")
TERMINAL = frozenset({"not_cleared", "archived", "withdrawn"})
DERIVED = frozenset({"kept_private"})
"""`kept_private` is the pill of a `not_cleared` whose person was told in writing (OFFICE §4.3)."""
RULES = "《纪检监察机关处理检举控告工作规则》"


def _withdrawals() -> Iterator[Move]:
    for source in BEFORE_APPROVAL:
        yield Move(
            source,
            "withdraw",
            "withdrawn",
            Permission.CLARIFICATION_APPLY,
            requires=(Evidence.REASON, Evidence.SIGNATURE),
            stops=("clarification_step",),
            basis="SETTLED §2",
        )


def _approvals() -> Iterator[Move]:
    # Decided by log-in, or typed from the paper and confirmed by a second person (SETTLED §1).
    for name, permission in (
        ("approve", Permission.CLARIFICATION_APPROVE),
        ("record_approval", Permission.RECORD_ON_BEHALF),
    ):
        yield Move(
            "approval_pending",
            name,
            "approved",
            permission,
            requires=(
                Evidence.APPROVAL_BY_OTHER,
                Evidence.CLEARABLE_FINDING,
                Evidence.PERSON_OPINION,
                Evidence.DOCUMENT_NUMBER,
            ),
            starts=("clarification_carry_out",),
            stops=("clarification_step",),
            basis=RULES + "第五十条",
        )


def _submissions() -> Iterator[Move]:
    for source, name in (
        ("seeking_opinion", "submit_for_approval"),
        ("returned_for_supplement", "resubmit"),
    ):
        yield Move(
            source,
            name,
            "approval_pending",
            Permission.CLARIFICATION_HANDLE,
            requires=(
                Evidence.FINDING,
                Evidence.CLEARABLE_FINDING,
                Evidence.PERSON_OPINION,
                Evidence.MODES_WITH_WRITTEN,
                Evidence.SCOPE,
            ),
            starts=("clarification_step",),
            document="clarification_approval",
            basis="DOMAIN §14.2",
        )


def _new_evidence() -> Iterator[Move]:
    for source in CLEARED:
        yield Move(
            source,
            "record_new_evidence",
            "new_evidence",
            Permission.CLARIFICATION_HANDLE,
            requires=(Evidence.DOCUMENT_NUMBER,),
            stops=("follow_up_visit",),
            basis=RULES + "第二十七条",
        )


MOVES = (
    Move(
        None,
        "apply",
        "applied",
        Permission.CLARIFICATION_APPLY,
        requires=(Evidence.CONTENT,),
        starts=("clarification_step",),
        document="receipt",
        basis="OFFICE §4.4(b)",
    ),
    Move(
        None,
        "propose",
        "proposed",
        Permission.CLARIFICATION_PROPOSE,
        requires=(Evidence.FINDING, Evidence.CLEARABLE_FINDING),
        basis="DOMAIN §2.1",
    ),
    Move(
        "applied",
        "refer",
        "waiting_conclusion",
        Permission.CLARIFICATION_APPLY,
        requires=(Evidence.UNIT,),
        stops=("clarification_step",),
        basis="OFFICE §4.4(b)",
    ),
    Move(
        "waiting_conclusion",
        "record_finding",
        "assessing",
        Permission.CLARIFICATION_HANDLE,
        requires=(Evidence.FINDING,),
        starts=("clarification_step",),
        basis="SETTLED §9.3",
    ),
    Move(
        "proposed",
        "assess_proposed",
        "assessing",
        Permission.CLARIFICATION_HANDLE,
        requires=(Evidence.FINDING,),
        starts=("clarification_step",),
        basis="SETTLED §2",
    ),
    Move(
        "assessing",
        "seek_opinion",
        "seeking_opinion",
        Permission.CLARIFICATION_HANDLE,
        requires=(Evidence.EFFECT,),
        stops=("clarification_step",),
        document="opinion_form",
        basis="DOMAIN §14.2",
    ),
    Move(
        "assessing",
        "not_clear",
        "not_cleared",
        Permission.CLARIFICATION_HANDLE,
        requires=(Evidence.REASON, Evidence.APPROVAL_BY_OTHER),
        stops=("clarification_step",),
        basis="OFFICE §4.4(b)",
    ),
    Move(
        "seeking_opinion",
        "keep_private",
        "not_cleared",
        Permission.CLARIFICATION_HANDLE,
        requires=(Evidence.SIGNATURE,),
        basis="OFFICE §4.4(b)",
    ),
    *_submissions(),
    Move(
        "approval_pending",
        "return_for_supplement",
        "returned_for_supplement",
        Permission.CLARIFICATION_APPROVE,
        requires=(Evidence.REASON,),
        stops=("clarification_step",),
        basis="DOMAIN §14.2",
    ),
    *_approvals(),
    Move(
        "approval_pending",
        "refuse",
        "not_cleared",
        Permission.CLARIFICATION_APPROVE,
        requires=(Evidence.REASON, Evidence.APPROVAL_BY_OTHER),
        stops=("clarification_step",),
        basis="SETTLED §2",
    ),
    Move(
        "approved",
        "start_carrying_out",
        "carrying_out",
        Permission.CLARIFICATION_HANDLE,
        document="clarification_letter",
        basis="DOMAIN §14.2",
    ),
    Move(
        "carrying_out",
        "carry_out",
        "carried_out",
        Permission.CLARIFICATION_HANDLE,
        requires=(Evidence.MODES_WITH_WRITTEN, Evidence.DOCUMENT_NUMBER, Evidence.DELIVERY),
        stops=("clarification_carry_out",),
        basis=RULES + "第五十条",
    ),
    Move(
        "carried_out",
        "arrange_follow_up",
        "follow_up",
        Permission.CLARIFICATION_ARCHIVE,
        starts=("follow_up_visit",),
        basis="OFFICE §5-36",
    ),
    Move(
        "follow_up",
        "archive",
        "archived",
        Permission.CLARIFICATION_ARCHIVE,
        requires=(Evidence.REVISIT,),
        stops=("follow_up_visit",),
        basis="OFFICE §5-37",
    ),
    *_new_evidence(),
    Move(
        "new_evidence",
        "uphold",
        "archived",
        Permission.CLARIFICATION_HANDLE,
        requires=(Evidence.DOCUMENT_NUMBER,),
        basis="SETTLED §2",
    ),
    Move(
        "new_evidence",
        "revoke",
        "not_cleared",
        Permission.CLARIFICATION_HANDLE,
        requires=(Evidence.DOCUMENT_NUMBER,),
        basis="SETTLED §2",
    ),
    *_withdrawals(),
)

CLARIFICATION = Track(NAME, MOVES, TERMINAL, DERIVED)
