"""States and moves of the ordinary appeal and of its hand-overs, extensions and reviews (pure).

DOMAIN §14.1 with the corrections of OFFICE §4.4 and SETTLED §2.
"""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

NAME = "ordinary_appeal"

PROCEDURES = ("petition", "internal", "suggestion", "special")
"""Procedures that 受理 offers: ① ③ ④ ⑤. ② is the move 引导 and is never accepted."""

BEFORE_ACCEPTANCE = ("registered", "screening", "awaiting_supplement")
BEFORE_ANSWER = ("accepted", "assigned", "in_progress", "reply_draft", "reply_approved")
ANSWERED = ("replied", "follow_up", "closed")
TERMINAL = frozenset(
    {
        "not_accepted",
        "redirected",
        "merged",
        "closed",
        "finalised",
        "withdrawn",
        "moved_out",
    }
)
DERIVED = frozenset({"returned", "extension_pending", "under_review", "under_recheck"})
OPEN = (*BEFORE_ACCEPTANCE, *BEFORE_ANSWER, "replied", "follow_up")
SHOWN_OPEN = (*OPEN, "returned", "extension_pending", "under_review", "under_recheck")
"""Shown states of the ledger's view 未销号."""
MAY_MOVE_OUT = (
    "registered",
    "screening",
    "accepted",
    "assigned",
    "in_progress",
    "imported_open",
)
"""States in which an accusation noticed late is moved out; imported history holds them too."""
OPINION_OUTCOMES = {
    "supported": "supported",
    "no_provision": "explained",
    "explained": "explained",
    "not_supported": "not_supported",
}
"""What a joint opinion says → the outcome it speaks for: 政策没有规定 is an explanation, never
a refusal (OFFICE §2.2)."""
OUTCOMES = ("supported", "explained", "not_supported")
REGULATION = "《信访工作条例》"


def _exits() -> Iterator[Move]:
    for source in (*BEFORE_ACCEPTANCE, *BEFORE_ANSWER, "imported_open"):
        yield Move(
            source,
            "withdraw",
            "withdrawn",
            Permission.APPEAL_SCREEN,
            requires=(Evidence.REASON, Evidence.SIGNATURE),
            basis="SETTLED §2",
        )
    for source in MAY_MOVE_OUT:
        yield Move(
            source,
            "move_out",
            "moved_out",
            Permission.APPEAL_SCREEN,
            requires=(Evidence.REASON, Evidence.APPROVAL_BY_OTHER),
            basis="SETTLED §2, §9.7",
        )
    for source in ("accepted", "assigned", "in_progress"):
        yield Move(
            source,
            "redirect",
            "redirected",
            Permission.APPEAL_SCREEN,
            requires=(Evidence.REMEDY_BODY, Evidence.APPROVAL_BY_OTHER),
            document="redirect_notice",
            basis="SETTLED §2",
        )
    for source in ("accepted", "assigned", "in_progress", "imported_open"):
        yield Move(
            source,
            "merge",
            "merged",
            Permission.APPEAL_SCREEN,
            requires=(Evidence.TARGET_CASE, Evidence.APPROVAL_BY_OTHER),
            basis="SETTLED §2",
        )


def _reviews() -> Iterator[Move]:
    for source in ("replied", "follow_up", "closed"):
        yield Move(
            source,
            "record_recheck_opinion",
            "finalised",
            Permission.APPEAL_REVIEW,
            requires=(Evidence.STATUTORY_PROCEDURE, Evidence.DOCUMENT_NUMBER),
            basis=REGULATION + "第三十六条",
        )


MOVES = (
    Move(
        None,
        "register",
        "registered",
        Permission.APPEAL_REGISTER,
        requires=(Evidence.ADMINISTRATION,),
        starts=("acceptance_notice", "dispatch_blue_card"),
        document="appeal_registration",
        basis=REGULATION + "第十九条、第二十二条、第二十三条",
    ),
    Move(
        None,
        "settle_on_the_spot",
        "replied",
        Permission.APPEAL_REGISTER,
        requires=(Evidence.REPLY_TEXT, Evidence.OUTCOME),
        document="appeal_registration",
        basis="SETTLED §2",
    ),
    Move(
        "registered",
        "send_to_screening",
        "screening",
        Permission.APPEAL_SCREEN,
        requires=(Evidence.PROPOSED_OPINION,),
        basis=REGULATION + "第二十二条",
    ),
    Move(
        "screening",
        "accept",
        "accepted",
        Permission.APPEAL_SCREEN,
        requires=(Evidence.PROCEDURE,),
        starts=("ordinary_completion", "internal_completion"),
        stops=("acceptance_notice",),
        document="acceptance_notice",
        basis=REGULATION + "第二十三条",
    ),
    Move(
        "screening",
        "await_supplement",
        "awaiting_supplement",
        Permission.APPEAL_SCREEN,
        requires=(Evidence.SUPPLEMENT_LIST,),
        document="supplement_notice",
        basis="OFFICE §1-23",
    ),
    Move(
        "awaiting_supplement",
        "supplement_received",
        "screening",
        Permission.APPEAL_SCREEN,
        basis="OFFICE §1-23",
    ),
    Move(
        "screening",
        "redirect",
        "redirected",
        Permission.APPEAL_SCREEN,
        requires=(Evidence.REMEDY_BODY, Evidence.APPROVAL_BY_OTHER),
        stops=("acceptance_notice",),
        document="redirect_notice",
        basis=REGULATION + "第三十一条",
    ),
    Move(
        "screening",
        "not_accept",
        "not_accepted",
        Permission.APPEAL_SCREEN,
        requires=(Evidence.REASON, Evidence.APPROVAL_BY_OTHER),
        stops=("acceptance_notice",),
        document="non_acceptance_notice",
        basis=REGULATION + "第二十三条",
    ),
    Move(
        "screening",
        "merge",
        "merged",
        Permission.APPEAL_SCREEN,
        requires=(Evidence.TARGET_CASE, Evidence.APPROVAL_BY_OTHER),
        stops=("acceptance_notice",),
        basis="规则第十四条",
    ),
    Move(
        "accepted",
        "assign",
        "assigned",
        Permission.APPEAL_ROUTE,
        requires=(Evidence.UNIT, Evidence.CONSENT_TO_TRANSFER, Evidence.APPROVAL_BY_OTHER),
        starts=("sign_in", "objection"),
        stops=("dispatch_blue_card",),
        document="transfer_sheet",
        basis=REGULATION + "第二十二条",
    ),
    Move(
        "assigned",
        "sign_in",
        "in_progress",
        Permission.APPEAL_SIGN_IN,
        stops=("sign_in", "objection"),
        basis=REGULATION + "第二十二条",
    ),
    Move(
        "assigned",
        "reassign",
        "assigned",
        Permission.APPEAL_ROUTE,
        requires=(Evidence.UNIT, Evidence.CONSENT_TO_TRANSFER, Evidence.APPROVAL_BY_OTHER),
        starts=("sign_in", "objection"),
        document="transfer_sheet",
        basis=REGULATION + "第二十四条",
    ),
    Move(
        "in_progress",
        "draft_reply",
        "reply_draft",
        Permission.APPEAL_HANDLE,
        requires=(Evidence.REPLY_TEXT, Evidence.OUTCOME, Evidence.OPINIONS_COMPLETE),
        document="handling_report",
        basis=REGULATION + "第三十二条",
    ),
    Move(
        "reply_draft",
        "return_draft",
        "in_progress",
        Permission.APPEAL_SIGN_OFF,
        requires=(Evidence.REASON,),
    ),
    Move(
        "reply_draft",
        "approve_reply",
        "reply_approved",
        Permission.APPEAL_SIGN_OFF,
        requires=(Evidence.APPROVAL_BY_OTHER, Evidence.OPINIONS_COMPLETE),
        basis="DOMAIN §13",
    ),
    Move(
        "reply_approved",
        "deliver_reply",
        "replied",
        Permission.APPEAL_DELIVER,
        requires=(Evidence.ISSUED_ON, Evidence.OPINIONS_COMPLETE),
        starts=("petition_review_request",),
        stops=("ordinary_completion", "internal_completion"),
        document="reply_opinion",
        basis=REGULATION + "第三十四条、第三十五条",
    ),
    Move(
        "replied",
        "plan_follow_up",
        "follow_up",
        Permission.APPEAL_FOLLOW_UP,
        requires=(Evidence.DELIVERED_ON,),
        starts=("follow_up_visit",),
        basis="OFFICE §4.4",
    ),
    Move(
        "replied",
        "confirm_on_the_spot",
        "closed",
        Permission.APPEAL_CLOSE,
        requires=(Evidence.APPROVAL_BY_OTHER,),
        basis="SETTLED §2",
    ),
    Move(
        "follow_up",
        "close",
        "closed",
        Permission.APPEAL_FOLLOW_UP,
        requires=(Evidence.SATISFACTION, Evidence.REPORTED_BACK, Evidence.APPROVAL_BY_OTHER),
        stops=("follow_up_visit",),
        document="closing_approval",
        basis="DOMAIN §14.1",
    ),
    Move(
        "follow_up",
        "resume",
        "in_progress",
        Permission.APPEAL_FOLLOW_UP,
        requires=(Evidence.REASON,),
        starts=("internal_completion",),
        stops=("follow_up_visit",),
        basis="SETTLED §2",
    ),
    Move(
        None,
        "import_open",
        "imported_open",
        Permission.IMPORT,
        basis="SETTLED §3",
    ),
    Move(
        None,
        "import_answered",
        "closed",
        Permission.IMPORT,
        basis="SETTLED §3",
    ),
    Move(
        "imported_open",
        "adopt",
        "accepted",
        Permission.APPEAL_SCREEN,
        requires=(Evidence.PROCEDURE,),
        starts=("ordinary_completion", "internal_completion"),
        basis="SETTLED §3",
    ),
    *_exits(),
    *_reviews(),
)

APPEAL = Track(NAME, MOVES, TERMINAL, DERIVED)

HAND_OVER = Track(
    "hand_over",
    (
        Move(None, "send", "sent", Permission.APPEAL_ROUTE, requires=(Evidence.APPROVAL_BY_OTHER,)),
        Move("sent", "sign_in", "signed", Permission.APPEAL_SIGN_IN),
        Move("sent", "object", "objected", Permission.APPEAL_SIGN_IN, requires=(Evidence.REASON,)),
        Move(
            "objected",
            "insist",
            "sent",
            Permission.APPEAL_APPROVE,
            requires=(Evidence.REASON,),
            starts=("sign_in", "objection"),
            basis=REGULATION + "第二十三条",
        ),
        Move(
            "objected",
            "raise_dispute",
            "disputed",
            Permission.APPEAL_APPROVE,
            requires=(Evidence.ORGAN, Evidence.REASON),
            basis=REGULATION + "第二十四条",
        ),
        Move(
            "disputed",
            "settle_dispute",
            "sent",
            Permission.APPEAL_ROUTE,
            requires=(Evidence.UNIT, Evidence.DOCUMENT_NUMBER, Evidence.APPROVAL_BY_OTHER),
            starts=("sign_in",),
            basis=REGULATION + "第二十四条",
        ),
        *(
            Move(source, "end", "ended", Permission.APPEAL_ROUTE)
            for source in ("sent", "objected", "disputed", "signed", "answered", "waived")
        ),
        Move("signed", "answer", "answered", Permission.APPEAL_DELIVER),
        Move(
            "signed",
            "give_opinion",
            "answered",
            Permission.APPEAL_HANDLE,
            requires=(Evidence.CONTENT,),
        ),
        Move(
            "sent",
            "give_opinion",
            "answered",
            Permission.APPEAL_HANDLE,
            requires=(Evidence.CONTENT,),
        ),
        *(
            Move(source, "waive", "waived", Permission.APPEAL_APPROVE, requires=(Evidence.REASON,))
            for source in ("sent", "objected", "disputed", "signed")
        ),
        Move("answered", "resume", "signed", Permission.APPEAL_FOLLOW_UP),
    ),
    frozenset({"ended", "answered", "waived"}),
)

EXTENSION = Track(
    "extension",
    (
        Move(
            None,
            "request_extension",
            "pending",
            Permission.APPEAL_HANDLE,
            requires=(Evidence.REASON,),
        ),
        Move(
            "pending",
            "agree",
            "agreed",
            Permission.APPEAL_SIGN_OFF,
            requires=(Evidence.APPROVAL_BY_OTHER,),
        ),
        Move(
            "pending",
            "refuse",
            "refused",
            Permission.APPEAL_SIGN_OFF,
            requires=(Evidence.APPROVAL_BY_OTHER,),
        ),
        Move("pending", "lapse", "lapsed", Permission.APPEAL_DELIVER),
    ),
    frozenset({"agreed", "refused", "lapsed"}),
)

REVIEW = Track(
    "review",
    (
        Move(
            None,
            "record_review_request",
            "open",
            Permission.APPEAL_REVIEW,
            requires=(Evidence.STATUTORY_PROCEDURE, Evidence.REVIEW_WINDOW),
            starts=("petition_review_decision",),
            basis=REGULATION + "第三十五条",
        ),
        Move(
            "open",
            "record_review_opinion",
            "decided",
            Permission.APPEAL_REVIEW,
            requires=(Evidence.DOCUMENT_NUMBER,),
            starts=("petition_recheck_request",),
            stops=("petition_review_decision",),
            basis=REGULATION + "第三十五条、第三十六条",
        ),
    ),
    frozenset({"decided"}),
)

TRACKS = (APPEAL, HAND_OVER, EXTENSION, REVIEW)
