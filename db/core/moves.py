"""The one mechanism by which anything in the record changes its state.

A track is a tuple of `Move`s in the `workflow.py` of its room. The window draws its buttons from
`moves_from`, the store refuses with `check`: the same function decides both (DESIGN §3.1).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from db.core.errors import NotAllowedError, RefusedError
from db.core.permissions import Permission


class Evidence(StrEnum):
    """What a move must bring before it is done."""

    REASON = "reason"
    PROPOSED_OPINION = "proposed_opinion"
    ADMINISTRATION = "administration"
    SUPPLEMENT_LIST = "supplement_list"
    PROCEDURE = "procedure"
    REMEDY_BODY = "remedy_body"
    REMEDY_LAST_DAY = "remedy_last_day"
    TARGET_CASE = "target_case"
    UNIT = "unit"
    CONSENT_TO_TRANSFER = "consent_to_transfer"
    APPROVAL_BY_OTHER = "approval_by_other"
    REPLY_TEXT = "reply_text"
    OUTCOME = "outcome"
    OPINIONS_COMPLETE = "opinions_complete"
    ISSUED_ON = "issued_on"
    DELIVERED_ON = "delivered_on"
    REPORTED_BACK = "reported_back"
    SATISFACTION = "satisfaction"
    SIGNATURE = "signature"
    FINDING = "finding"
    CLEARABLE_FINDING = "clearable_finding"
    EFFECT = "effect"
    PERSON_OPINION = "person_opinion"
    MODES_WITH_WRITTEN = "modes_with_written"
    SCOPE = "scope"
    DOCUMENT_NUMBER = "document_number"
    DELIVERY = "delivery"
    TALKER = "talker"
    WHEN_AND_WHERE = "when_and_where"
    CONTENT = "content"
    DIFFICULTIES = "difficulties"
    DIFFICULTIES_DONE = "difficulties_done"
    REVISIT = "revisit"
    REVIEW_WINDOW = "review_window"
    STATUTORY_PROCEDURE = "statutory_procedure"
    ORGAN = "organ"
    TWO_HANDLERS = "two_handlers"
    SIX_FACTORS = "six_factors"
    LIST_VERSION = "list_version"
    CORRECTIONS_SET = "corrections_set"
    CORRECTIONS_DONE = "corrections_done"
    CONSENTS = "consents"


@dataclass(frozen=True, slots=True)
class Move:
    """One permitted step of a track.

    Attributes:
        source: State it leaves; None where the record comes into being.
        name: Identifier of the act; `resources/codes/moves.toml` has its button.
        target: State it enters.
        permission: Right that the actor needs.
        requires: Evidence that the command checks.
        starts: Deadline rules whose clock begins.
        stops: Deadline rules whose clock ends.
        document: Paper that the move makes, or None.
        undoable: Whether the deed has an inverse (SETTLED §9.11).
        basis: Law and article, or DECISIONS number.
    """

    source: str | None
    name: str
    target: str
    permission: Permission
    requires: tuple[Evidence, ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    document: str | None = None
    undoable: bool = False
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Track:
    """A kind of record with its moves.

    Attributes:
        name: `ordinary_appeal`, `clarification`, `care_talk`, …
        moves: Every permitted step.
        terminal: States that nothing needs to leave.
        derived: States shown but never stored (SETTLED §2).
    """

    name: str
    moves: tuple[Move, ...]
    terminal: frozenset[str]
    derived: frozenset[str] = field(default_factory=frozenset)

    def states(self) -> frozenset[str]:
        """Return every state a record of this track may be stored in."""
        found = {m.target for m in self.moves} | {m.source for m in self.moves if m.source}
        return frozenset(found) - self.derived


def moves_from(track: Track, state: str | None, grants: Collection[Permission]) -> tuple[Move, ...]:
    """Return the moves open in a state to someone with these rights, in the order of the track."""
    return tuple(m for m in track.moves if m.source == state and m.permission in grants)


def find(track: Track, state: str | None, name: str) -> Move:
    """Return the move of that name from that state.

    Raises:
        RefusedError: `illegal_move` if the track has none; it is never dropped silently.
    """
    for move in track.moves:
        if move.source == state and move.name == name:
            return move
    raise RefusedError("illegal_move", track=track.name, state=str(state), move=name)


def check(
    track: Track,
    state: str | None,
    name: str,
    *,
    grants: Collection[Permission],
    evidence: Iterable[Evidence] = (),
) -> Move:
    """Return the move if right and evidence suffice.

    Raises:
        RefusedError: `illegal_move`, or `missing_<evidence>` with the field of the same name.
        NotAllowedError: `not_permitted` without the right.
    """
    move = find(track, state, name)
    if move.permission not in grants:
        raise NotAllowedError("not_permitted", permission=move.permission.value)
    present = frozenset(evidence)
    for needed in move.requires:
        if needed not in present:
            raise RefusedError(f"missing_{needed.value}", field=needed.value)
    return move
