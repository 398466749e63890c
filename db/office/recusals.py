"""Asks about 回避: who asked, what was decided, and where it might be needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import aliased

from db.core.permissions import Permission
from db.core.tables import Approval
from db.core.tx import Read
from db.office.cases import CaseHead, case_head, case_heads
from db.office.holdings import Holding, holdings, steps_back
from db.office.staff_tables import RecusalRequest
from db.office.tables import Account, Unit
from db.people.matching import normalise_name

MOST = 500


@dataclass(frozen=True, slots=True)
class RecusalRow:
    """A recusal as the list shows it.

    Attributes:
        id: Row of the request.
        version: For a change.
        case: The case, None where the actor may not know it (he keeps the rights only).
        account_id: Who is to step back.
        account_name: His name.
        unit: His unit, empty for the center.
        source: Value of `recusal_source`.
        reason: Value of `recusal_reason`.
        words: Line beside it.
        state: State of the track `recusal`.
        asked_on: Day.
        asked_by: Who asked.
        decided_on: Day of the decision.
        decided_by: Who decided.
        opinion: His opinion.
        lifted_on: Day it was lifted.
        approval_id: The decision that waits, None if none does.
        approval_version: For the decision.
        may_decide: The actor decides it.
        may_lift: The actor may lift it.
    """

    id: int
    version: int
    case: CaseHead | None
    account_id: int
    account_name: str
    unit: str
    source: str
    reason: str
    words: str
    state: str
    asked_on: date
    asked_by: str
    decided_on: date | None
    decided_by: str
    opinion: str
    lifted_on: date | None
    approval_id: int | None
    approval_version: int
    may_decide: bool
    may_lift: bool


@dataclass(frozen=True, slots=True)
class RecusalHint:
    """Why somebody should perhaps not act on a case: told before, never decided by itself.

    Attributes:
        account_id: Who.
        name: His name.
        why: `same_name`, `same_unit` or `stepped_back`.
    """

    account_id: int
    name: str
    why: str


def recusals(read: Read, *, case: tuple[str, int] | None = None) -> tuple[RecusalRow, ...]:
    """Return recusals, the waiting ones first.

    Who works on cases sees those of cases he may know, and never his own once decided. Who keeps
    the rights sees that they exist, by person and day, without the case (SETTLED §1).
    """
    keeper = read.actor.may(Permission.GRANT_WRITE)
    if not keeper and not read.actor.may(Permission.RECUSAL_ASK):
        return ()
    statement = (
        select(RecusalRequest, Account.name, Unit.short_name, Approval.version, Approval.state)
        .join(Account, Account.id == RecusalRequest.account_id)
        .outerjoin(Unit, Unit.id == Account.unit_id)
        .outerjoin(Approval, Approval.id == RecusalRequest.approval_id)
        .order_by(RecusalRequest.state != "requested", RecusalRequest.id.desc())
        .limit(MOST)
    )
    if case is not None:
        statement = statement.where(
            RecusalRequest.track == case[0], RecusalRequest.case_id == case[1]
        )
    rows = list(read.session.execute(statement))
    heads = case_heads(read, [(row.track, row.case_id) for row, *_ in rows])
    return tuple(
        _row(read, row, name, unit or "", version or 1, waits == "pending", head)
        for row, name, unit, version, waits in rows
        if (head := heads.get((row.track, row.case_id))) is not None or keeper
    )


def _row(
    read: Read,
    row: RecusalRequest,
    name: str,
    unit: str,
    version: int,
    waits: bool,
    head: CaseHead | None,
) -> RecusalRow:
    own_unit = row.unit_id is None or row.unit_id == read.actor.unit_id
    needed = Permission.RECUSAL_DECIDE if row.unit_id is None else Permission.RECUSAL_SIGN_OFF
    mine = row.account_id in read.actor.people
    decides = own_unit and read.actor.may(needed) and not mine and head is not None
    return RecusalRow(
        id=row.id,
        version=row.version,
        case=head,
        account_id=row.account_id,
        account_name=name,
        unit=unit,
        source=row.source,
        reason=row.reason,
        words=row.words if head is not None else "",
        state=row.state,
        asked_on=row.asked_on,
        asked_by=row.asked_by_name,
        decided_on=row.decided_on,
        decided_by=row.decided_by_name,
        opinion=row.opinion if head is not None else "",
        lifted_on=row.lifted_on,
        approval_id=row.approval_id if row.state == "requested" else None,
        approval_version=version,
        may_decide=decides
        and row.state == "requested"
        and waits
        and row.asked_by_id not in read.actor.people,
        may_lift=decides and row.state == "decided",
    )


def roles_of(read: Read, track: str, case_id: int, account_id: int) -> tuple[Holding, ...]:
    """Return the roles that somebody has on a case that the actor may know of.

    Raises:
        NotAllowedError: `not_found`.
    """
    case_head(read, track, case_id)
    return holdings(read, account_ids=[account_id], case=(track, case_id))


def recusal_hints(
    read: Read, track: str, case_id: int, account_ids: Sequence[int] = ()
) -> tuple[RecusalHint, ...]:
    """Return who of some people, or the actor himself, should look twice before he acts.

    The same name as the person of the case, the same unit as his, or a recusal that stands; never
    a refusal: the person may be a namesake, the unit may have a hundred people (DOMAIN §10.1).

    Raises:
        NotAllowedError: `not_found`.
    """
    head = case_head(read, track, case_id)
    wanted = list(account_ids) or [read.actor.account_id]
    rows = read.session.execute(
        select(Account.id, Account.name, Account.unit_id).where(Account.id.in_(wanted))
    )
    units = _family(read, head.unit_id)
    found = []
    for account_id, name, unit_id in rows:
        if head.person_name and normalise_name(name) in _names(head.person_name):
            found.append(RecusalHint(account_id, name, "same_name"))
        elif unit_id is not None and unit_id in units:
            found.append(RecusalHint(account_id, name, "same_unit"))
        elif steps_back(read, track, case_id, account_id):
            found.append(RecusalHint(account_id, name, "stepped_back"))
    return tuple(found)


def _names(text: str) -> frozenset[str]:
    parts = text.replace("、", " ").replace("，", " ").replace(",", " ").split()
    return frozenset({normalise_name(text), *(normalise_name(part) for part in parts)})


def _family(read: Read, unit_id: int | None) -> frozenset[int]:
    """Return a unit with everything below the unit it belongs to."""
    if unit_id is None:
        return frozenset()
    child = aliased(Unit)
    top = read.session.get(Unit, unit_id)
    while top is not None and top.parent_id is not None:
        top = read.session.get(Unit, top.parent_id)
    if top is None:
        return frozenset()
    found, level = {top.id}, {top.id}
    while level:
        level = (
            set(read.session.scalars(select(child.id).where(child.parent_id.in_(level)))) - found
        )
        found |= level
    return frozenset(found)
