"""回避: asked for, decided by the organ, lifted by it; access ends with the decision.

规则 Art 48, 条例 Art 28, 政务处分法 Arts 47–48; DOMAIN §10.1, §13.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from sqlalchemy import Select, select

from db.appeals.intake import check_texts
from db.approvals.asking import ask
from db.codes.queries import require_code
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, check
from db.core.permissions import CASE_ROLES, Permission, Role
from db.core.tables import Approval
from db.core.tx import Behalf, Read, Tx
from db.office.cases import case_head
from db.office.holdings import holdings, pass_on
from db.office.recusal import is_recused
from db.office.staff_tables import RecusalRequest
from db.office.tables import Account, Recusal
from db.office.workflow import RECUSAL
from db.shelves import is_sealed

ACT = "recuse"
"""Act of the decision; it is about a person, so that no move of the case lets it lapse."""
TRACK = RECUSAL.name
SOURCES = ("self", "party", "organ")
ALL_RIGHTS = frozenset(Permission)


@dataclass(frozen=True, slots=True)
class AskRecusal:
    """申请回避: one's own, or another's at the wish of a party or on the organ's own motion.

    Attributes:
        track: Kind of the case.
        case_id: The case.
        reason: Value of `recusal_reason`.
        account_id: Who is to step back; None for oneself.
        source: Value of `recusal_source`.
        words: A line beside the reason.
        successors: Holding key → account that takes the role over once it is decided.
        behalf: The written application of a party, or of who does not log in.
    """

    permission: ClassVar[Permission] = Permission.RECUSAL_ASK

    track: str
    case_id: int
    reason: str
    account_id: int | None = None
    source: str = "self"
    words: str = ""
    successors: Mapping[str, int] = field(default_factory=dict)
    behalf: Behalf | None = None

    def __call__(self, tx: Tx) -> int:
        """Ask for it; the person acts no more on this case until it is decided.

        Raises:
            RefusedError: `unknown_value`, `unknown_account`, `recusal_of_self`,
                `recusal_stands`, `missing_words` for the reason 其他, `nothing_written_here` for
                a sealed envelope: nobody acts on it.
            NotAllowedError: `not_found`.
        """
        case_head(tx, self.track, self.case_id)
        if is_sealed(self.track):
            raise RefusedError("nothing_written_here")
        require_code(tx, "recusal_reason", self.reason, field="reason")
        require_code(tx, "recusal_source", self.source, field="source")
        words = self.words.strip()
        if self.reason == "other" and not words:
            raise RefusedError("missing_words", field="words")
        check_texts(words)
        if self.behalf is not None:
            tx.require(Permission.RECORD_ON_BEHALF)
        account = self._account(tx)
        _refuse_standing(tx, self.track, self.case_id, account.id)
        check(RECUSAL, None, "request", grants=ALL_RIGHTS, evidence=[Evidence.REASON])
        row = tx.add(
            RecusalRequest(
                track=self.track,
                case_id=self.case_id,
                account_id=account.id,
                source=self.source,
                reason=self.reason,
                words=words,
                state="requested",
                asked_on=tx.today,
                asked_by_id=tx.actor.account_id,
                asked_by_name=self.behalf.signer if self.behalf else tx.actor.shown_name,
                unit_id=_deciding_unit(account),
                successors=dict(self.successors),
            )
        )
        row.approval_id = ask(
            tx,
            self.track,
            self.case_id,
            ACT,
            payload={"request_id": row.id},
            needed=_needed(row.unit_id),
            on=tx.today,
            unit_id=row.unit_id,
            summary="  ".join(part for part in (account.name, words) if part),
            behalf=self.behalf,
            once=False,
        )
        tx.changed.add(TRACK)
        tx.session.flush()
        return row.id

    def _account(self, tx: Tx) -> Account:
        wanted = self.account_id or tx.actor.account_id
        if (self.source == "self") != (wanted == tx.actor.account_id):
            raise RefusedError("recusal_of_self", field="source")
        account = tx.session.get(Account, wanted)
        if account is None or not account.is_active or Role(account.role) not in CASE_ROLES:
            raise RefusedError("unknown_account", field="account_id")
        return account


@dataclass(frozen=True, slots=True)
class NameSuccessors:
    """Say who takes over the roles of somebody whose recusal waits, before it is decided."""

    permission: ClassVar[Permission] = Permission.RECUSAL_ASK

    request_id: int
    successors: Mapping[str, int]
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Write them; only who decides, or who asked, names them.

        Raises:
            RefusedError: `already_decided`.
            NotAllowedError: `not_found`, `not_permitted`.
        """
        row = _load(tx, self.request_id, self.seen)
        if row.state != "requested":
            raise RefusedError("already_decided")
        if row.asked_by_id != tx.actor.account_id and not _decides(tx, row):
            raise NotAllowedError("not_permitted")
        row.successors = {**row.successors, **self.successors}
        tx.case = (row.track, row.case_id)
        tx.changed.add(TRACK)
        return row.id


@dataclass(frozen=True, slots=True)
class LiftRecusal:
    """解除回避, with a reason; the case comes back at the next question."""

    permission: ClassVar[Permission] = Permission.RECUSAL_ASK

    request_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> int:
        """Lift it.

        Raises:
            RefusedError: `illegal_move`, `missing_reason`, `self_approval`.
            NotAllowedError: `not_found`, `not_permitted`.
        """
        row = _load(tx, self.request_id, self.seen)
        if row.account_id in tx.actor.people:
            raise RefusedError("self_approval")
        if not _decides(tx, row):
            raise NotAllowedError("not_permitted", permission=_needed(row.unit_id).value)
        reason = self.reason.strip()
        check_texts(reason)
        move = check(
            RECUSAL,
            row.state,
            "lift",
            grants=ALL_RIGHTS,
            evidence=[Evidence.REASON] if reason else [],
        )
        row.state, row.lifted_on, row.lifted_reason = move.target, tx.today, reason
        for standing in tx.session.scalars(_standing(row.track, row.case_id, row.account_id)):
            standing.lifted_on = tx.today
        name = tx.session.get_one(Account, row.account_id).name
        tx.tell(
            row.track,
            row.case_id,
            "lift_recusal",
            source=None,
            target=None,
            on=tx.today,
            note=f"{name}  {reason}",
        )
        tx.changed.add(TRACK)
        tx.session.flush()
        return row.id


def carry_out(tx: Tx, approval: Approval, agreed: bool) -> None:
    """End the access of who was recused and hand his roles on, or let him act again.

    Raises:
        RefusedError: `self_approval` where he decides or confirms himself; what `pass_on` says.
    """
    row = tx.session.get_one(RecusalRequest, int(approval.payload["request_id"]))
    if row.account_id in tx.actor.people:
        raise RefusedError("self_approval")
    move = check(
        RECUSAL,
        row.state,
        "decide" if agreed else "refuse",
        grants=ALL_RIGHTS,
        evidence=[Evidence.APPROVAL_BY_OTHER],
    )
    row.state = move.target
    row.decided_on = approval.decided_on or tx.today
    row.decided_by_name = approval.approver_name or tx.actor.shown_name
    row.opinion = (approval.opinion or "")[:500]
    tx.changed.add(TRACK)
    if not agreed:
        tx.session.flush()
        return
    tx.add(
        Recusal(
            track=row.track,
            case_id=row.case_id,
            account_id=row.account_id,
            reason=row.reason,
            decided_by_id=tx.actor.account_id,
            decided_on=row.decided_on,
        )
    )
    for holding in holdings(tx, account_ids=[row.account_id], case=(row.track, row.case_id)):
        successor = row.successors.get(holding.key)
        if successor:
            pass_on(tx, holding, int(successor))


def refuse_while_asked(tx: Tx, cases: Collection[tuple[str, int]], act: str) -> None:
    """Refuse what somebody changes in a case from which he may have to step back.

    Called by the gate with every case that a command changed, so that no room can forget it.

    Raises:
        RefusedError: `recusal_pending`.
    """
    if not cases or act == "ask_recusal":
        return
    asked = tx.session.execute(
        select(RecusalRequest.track, RecusalRequest.case_id).where(
            RecusalRequest.account_id.in_(tx.actor.people), RecusalRequest.state == "requested"
        )
    )
    if any((track, case_id) in cases for track, case_id in asked):
        raise RefusedError("recusal_pending")


def _refuse_standing(tx: Tx, track: str, case_id: int, account_id: int) -> None:
    waiting = tx.session.scalar(
        select(RecusalRequest.id).where(
            RecusalRequest.track == track,
            RecusalRequest.case_id == case_id,
            RecusalRequest.account_id == account_id,
            RecusalRequest.state == "requested",
        )
    )
    if waiting is not None or is_recused(tx, track, case_id, account_id):
        raise RefusedError("recusal_stands", field="account_id")


def _deciding_unit(account: Account) -> int | None:
    # A department's officer is decided by his leader, the leader himself by the center.
    return account.unit_id if account.role == Role.OFFICER else None


def _needed(unit_id: int | None) -> Permission:
    return Permission.RECUSAL_DECIDE if unit_id is None else Permission.RECUSAL_SIGN_OFF


def _decides(read: Read, row: RecusalRequest) -> bool:
    own_unit = row.unit_id is None or row.unit_id == read.actor.unit_id
    return own_unit and read.actor.may(_needed(row.unit_id))


def _load(tx: Tx, request_id: int, seen: int | None) -> RecusalRequest:
    row = tx.load(RecusalRequest, request_id, seen=seen)
    case_head(tx, row.track, row.case_id)
    return row


def _standing(track: str, case_id: int, account_id: int) -> Select[Recusal]:
    return select(Recusal).where(
        Recusal.track == track,
        Recusal.case_id == case_id,
        Recusal.account_id == account_id,
        Recusal.lifted_on.is_(None),
    )
