"""States and moves of tolerance and of what belongs to it (pure).

DOMAIN §6, §14.4 with the gaps of OFFICE §4.4 closed; every step needs its evidence. The center
registers, passes on and follows; the organ of accountability accepts and determines.
"""

from collections.abc import Iterator

from db.core.moves import Evidence, Move, Track
from db.core.permissions import Permission

NAME = "error_tolerance"
CORRECTIONS = "tolerance_correction"
LISTS = "tolerance_list"
LIST_ITEMS = "tolerance_list_item"
FILINGS = "risk_filing"
EXAMPLES = "tolerance_example"

FACTORS = ("motive", "conditions", "procedure", "nature", "consequence", "recovery")
"""六要素, in the order of the list `tolerance_factor`."""
DISTINCTIONS = ("pilot_inexperience", "no_explicit_limit", "good_faith_development")
"""三个区分开来."""

NOT_TOLERATED = "not_tolerated"
TOLERATED = ("exempted", "mitigated")
RESULTS = (*TOLERATED, NOT_TOLERATED)

VERIFICATION_RULE = "tolerance_verification"
APPLICATION_RULE = "tolerance_application"
CORRECTION_RULE = "tolerance_correction"

BEFORE, AFTER, SAME_DAY = "before", "after", "same_day"
"""备案在先／在后／同日: only the first counts as a filing before the act."""

TERMINAL = frozenset({"not_accepted", "withdrawn", "closed"})
DETERMINED = ("determined", "communicated", "objection", "correction_tracking", "closed")
"""States that a determination has led to; an objection goes back to consulting."""
UNDETERMINED = ("applied", "pre_check", "accepted", "verifying", "consulting")
"""States before a determination: the filing may still be linked, the person may withdraw."""

_WRITE, _HANDLE = Permission.TOLERANCE_WRITE, Permission.TOLERANCE_HANDLE
_NOBODY = Permission.TOLERANCE_DETERMINE
"""Moves that another deed brings about; nobody makes them by hand."""
_DECIDED = Evidence.APPROVAL_BY_OTHER


def _opening() -> Iterator[Move]:
    needed = (Evidence.ORGAN, Evidence.CONTENT)
    yield Move(None, "apply", "applied", _WRITE, requires=needed, basis="DOMAIN §6.3")
    yield Move(None, "start_ex_officio", "applied", _WRITE, requires=needed, basis="SEED-000")


def _checking() -> Iterator[Move]:
    yield Move("applied", "pre_check", "pre_check", _WRITE, basis="DOMAIN §14.4")
    yield Move("pre_check", "check_list", "pre_check", _HANDLE, basis="PRODUCT §3-7")
    yield Move(
        "pre_check",
        "not_accept",
        "not_accepted",
        _HANDLE,
        requires=(Evidence.REASON, _DECIDED),
        document="tolerance_refusal",
        basis="DOMAIN §14.4",
    )
    yield Move(
        "pre_check",
        "accept",
        "accepted",
        _HANDLE,
        requires=(Evidence.DOCUMENT_NUMBER,),
        starts=(VERIFICATION_RULE,),
        basis="DOMAIN §6.3",
    )


def _verifying() -> Iterator[Move]:
    yield Move(
        "accepted",
        "start_verifying",
        "verifying",
        _HANDLE,
        requires=(Evidence.TWO_HANDLERS,),
        basis="DOMAIN §14.4",
    )
    yield Move("verifying", "verify", "verifying", _HANDLE, basis="DOMAIN §6.2")
    yield Move(
        "verifying",
        "consult",
        "consulting",
        _HANDLE,
        requires=(Evidence.SIX_FACTORS,),
        stops=(VERIFICATION_RULE,),
        basis="DOMAIN §14.4",
    )
    yield Move("consulting", "hold_consultation", "consulting", _HANDLE, basis="DOMAIN §14.4")


def _determining() -> Iterator[Move]:
    for name in ("determine", "determine_not_tolerated"):
        yield Move(
            "consulting",
            name,
            "determined",
            _HANDLE,
            requires=(Evidence.OUTCOME, Evidence.LIST_VERSION, _DECIDED),
            document="tolerance_determination",
            basis="DOMAIN §13",
        )
    yield Move(
        "consulting",
        "return_for_verification",
        "verifying",
        _HANDLE,
        requires=(Evidence.REASON,),
        basis="DOMAIN §14.4",
    )
    for state in ("verifying", "consulting"):
        yield Move(state, "check_list", state, _HANDLE, basis="PRODUCT §3-7")
    yield Move(
        "determined",
        "communicate",
        "communicated",
        _WRITE,
        requires=(Evidence.DELIVERED_ON,),
        basis="DOMAIN §6.3",
    )
    for state in ("communicated", "correction_tracking"):
        yield Move(
            state,
            "object",
            "objection",
            _WRITE,
            requires=(Evidence.CONTENT,),
            basis="DOMAIN §14.4",
        )
    yield Move("objection", "reconsider", "consulting", _HANDLE, basis="DOMAIN §14.4")


def _ending() -> Iterator[Move]:
    yield Move(
        "communicated",
        "order_correction",
        "correction_tracking",
        _WRITE,
        requires=(Evidence.CORRECTIONS_SET,),
        basis="DOMAIN §6.3",
    )
    for state in ("communicated", "correction_tracking"):
        yield Move(
            state,
            "close",
            "closed",
            _WRITE,
            requires=(Evidence.CORRECTIONS_DONE, _DECIDED),
            basis="OFFICE §4.4 gap (d)",
        )
    for state in UNDETERMINED:
        yield Move(state, "link_filing", state, _WRITE, basis="PRODUCT §3-19")
        yield Move(
            state,
            "correct_dates",
            state,
            _WRITE,
            requires=(Evidence.REASON,),
            basis="SETTLED §9.11",
        )
    for state in UNDETERMINED:
        yield Move(
            state,
            "withdraw",
            "withdrawn",
            _WRITE,
            requires=(Evidence.REASON, Evidence.SIGNATURE),
            basis="SETTLED §2(d)",
        )


ERROR_TOLERANCE = Track(
    NAME,
    (*_opening(), *_checking(), *_verifying(), *_determining(), *_ending()),
    TERMINAL,
)

CORRECTION = Track(
    CORRECTIONS,
    (
        Move(None, "add", "open", _WRITE, starts=(CORRECTION_RULE,), basis="DOMAIN §6.3"),
        Move("open", "note_progress", "open", _WRITE, basis="DOMAIN §6.3"),
        Move(
            "open",
            "reschedule",
            "open",
            _WRITE,
            requires=(Evidence.REASON,),
            starts=(CORRECTION_RULE,),
            stops=(CORRECTION_RULE,),
            basis="DOMAIN §6.3",
        ),
        Move("open", "finish", "done", _WRITE, stops=(CORRECTION_RULE,), basis="DOMAIN §6.3"),
        Move("open", "drop", "dropped", _WRITE, requires=(Evidence.REASON,), basis="DOMAIN §6.3"),
    ),
    frozenset({"done", "dropped"}),
)

TOLERANCE_LIST = Track(
    LISTS,
    (
        Move(None, "draft", "draft", _WRITE, basis="PRODUCT §3-7"),
        Move(None, "draft_from", "draft", _WRITE, basis="PRODUCT §3-7"),
        Move(
            "draft",
            "publish",
            "published",
            _WRITE,
            requires=(_DECIDED,),
            basis="PRODUCT §3-7",
        ),
        Move("draft", "discard", "discarded", _WRITE, requires=(Evidence.REASON,), basis="DESIGN"),
        Move("published", "replace", "replaced", _NOBODY, basis="PRODUCT §3-7"),
    ),
    frozenset({"discarded", "replaced"}),
)

LIST_ITEM = Track(
    LIST_ITEMS,
    (
        Move(None, "add", "listed", _WRITE, basis="PRODUCT §3-7"),
        Move("listed", "change", "listed", _WRITE, basis="PRODUCT §3-7"),
        Move("listed", "remove", "removed", _WRITE, basis="PRODUCT §3-7"),
    ),
    frozenset({"removed"}),
)

RISK_FILING = Track(
    FILINGS,
    (
        Move(None, "file", "filed", _WRITE, basis="PRODUCT §3-19"),
        Move(
            "filed",
            "return",
            "returned",
            _WRITE,
            requires=(Evidence.REASON,),
            basis="OFFICE §4.3",
        ),
        Move("returned", "file_again", "filed", _WRITE, basis="OFFICE §4.3"),
        *(
            Move(
                state,
                "not_file",
                "not_filed",
                _WRITE,
                requires=(Evidence.REASON,),
                basis="OFFICE §4.3",
            )
            for state in ("filed", "returned")
        ),
        Move("filed", "use", "linked", _NOBODY, basis="PRODUCT §3-19"),
        *(
            Move(
                state,
                "lapse",
                "lapsed",
                _WRITE,
                requires=(Evidence.REASON,),
                basis="OFFICE §4.3",
            )
            for state in ("filed", "returned", "linked")
        ),
    ),
    frozenset({"not_filed", "lapsed"}),
)

EXAMPLE = Track(
    EXAMPLES,
    (
        Move(None, "write", "draft", _HANDLE, basis="PRODUCT §3-17"),
        Move(None, "write_anew", "draft", _HANDLE, basis="PRODUCT §3-17"),
        Move("draft", "revise", "draft", _HANDLE, basis="PRODUCT §3-17"),
        Move("draft", "record_consents", "draft", _HANDLE, basis="OFFICE §5-40"),
        Move("draft", "release", "draft", _WRITE, basis="SETTLED §9.1"),
        Move(
            "draft",
            "publish",
            "published",
            _HANDLE,
            requires=(Evidence.CONSENTS, _DECIDED),
            basis="OFFICE §5-40",
        ),
        Move("draft", "discard", "discarded", _HANDLE, basis="PRODUCT §3-17"),
        Move("published", "replace", "replaced", _NOBODY, basis="PRODUCT §3-17"),
        Move(
            "published",
            "recall",
            "recalled",
            _WRITE,
            requires=(Evidence.REASON,),
            basis="OFFICE §5-40",
        ),
    ),
    frozenset({"discarded", "replaced", "recalled"}),
)

TRACKS = (ERROR_TOLERANCE, CORRECTION, TOLERANCE_LIST, LIST_ITEM, RISK_FILING, EXAMPLE)
