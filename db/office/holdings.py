"""What a person holds by a role on running cases, and how it goes to somebody else."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, exists, or_, select

import db.shelves
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal, HandOver
from db.books.shelf import Shelf
from db.care.tables import TRACK as TALKS
from db.care.tables import CareTalk
from db.care.workflow import BEFORE_TALK, CARE_TALK
from db.core.books import FieldKind
from db.core.errors import RefusedError
from db.core.permissions import CASE_ROLES, Role
from db.core.tables import ClockEntry
from db.core.tx import Read, Tx
from db.office.cases import CaseHead, case_heads
from db.office.recusal import is_recused
from db.office.staff_tables import RecusalRequest
from db.office.tables import Account, Recusal

RUNNING = ("sent", "objected", "disputed", "signed")
"""States of a hand-over in which its handler still has something to do."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A role of one person on one running case.

    Attributes:
        key: Names it for `pass_on`, as `hand_over.handler.12`.
        track: Kind of the case.
        case_id: The case.
        role: `handler`, `talker`, `recorder`, or the field of a book.
        row_id: Row that carries the role.
        account_id: Who holds it.
        unit_id: Unit that the holder must belong to, None for any.
        closed: What was said stays with its parties: it goes on only if the manager lets it.
    """

    key: str
    track: str
    case_id: int
    role: str
    row_id: int
    account_id: int
    unit_id: int | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A holding with the words of its case, as a list shows it."""

    holding: Holding
    case: CaseHead
    holder: str
    due_on: date | None


def holdings(
    read: Read,
    *,
    account_ids: Collection[int] | None = None,
    case: tuple[str, int] | None = None,
) -> tuple[Holding, ...]:
    """Return roles on running cases, oldest first in each kind.

    What is returned is not limited to what the actor may see; `held_roles` is.

    Args:
        read: The transaction.
        account_ids: Only of these people; None for all.
        case: Only on this case.
    """
    found = [
        *_handlers(read, account_ids, case),
        *_talks(read, account_ids, case),
        *_entries(read, account_ids, case),
    ]
    return tuple(found)


def _of(column: Any, account_ids: Collection[int] | None) -> Any:
    return column.is_not(None) if account_ids is None else column.in_(list(account_ids))


def _handlers(
    read: Read, account_ids: Collection[int] | None, case: tuple[str, int] | None
) -> Iterator[Holding]:
    if case is not None and case[0] != APPEALS:
        return
    statement = (
        select(HandOver.id, HandOver.appeal_id, HandOver.handler_id, HandOver.unit_id)
        .join(Appeal, Appeal.id == HandOver.appeal_id)
        .where(HandOver.state.in_(RUNNING), _of(HandOver.handler_id, account_ids))
        .order_by(HandOver.id)
    )
    if case is not None:
        statement = statement.where(HandOver.appeal_id == case[1])
    for row_id, appeal_id, holder, unit_id in read.session.execute(statement):
        if holder is None:
            continue
        key = f"hand_over.handler.{row_id}"
        yield Holding(key, APPEALS, appeal_id, "handler", row_id, holder, unit_id)


def _talks(
    read: Read, account_ids: Collection[int] | None, case: tuple[str, int] | None
) -> Iterator[Holding]:
    if case is not None and case[0] != TALKS:
        return
    for role, column in (("talker", CareTalk.talker_id), ("recorder", CareTalk.recorder_id)):
        statement = (
            select(CareTalk.id, column, CareTalk.state)
            .where(CareTalk.state.not_in(CARE_TALK.terminal), _of(column, account_ids))
            .order_by(CareTalk.id)
        )
        if case is not None:
            statement = statement.where(CareTalk.id == case[1])
        for talk_id, holder, state in read.session.execute(statement):
            if holder is None:
                continue
            yield Holding(
                f"care_talk.{role}.{talk_id}",
                TALKS,
                talk_id,
                role,
                talk_id,
                holder,
                closed=state not in BEFORE_TALK,
            )


def _entries(
    read: Read, account_ids: Collection[int] | None, case: tuple[str, int] | None
) -> Iterator[Holding]:
    for shelf in db.shelves.SHELVES.values():
        if case is not None and case[0] != shelf.name:
            continue
        for spec in shelf.book.fields:
            if spec.kind is FieldKind.ACCOUNT:
                yield from _entries_of(read, shelf, spec.name, account_ids, case)


def _entries_of(
    read: Read,
    shelf: Shelf,
    field: str,
    account_ids: Collection[int] | None,
    case: tuple[str, int] | None,
) -> Iterator[Holding]:
    table: Any = shelf.table
    column = getattr(table, field)
    statement = (
        select(table.id, column)
        .where(table.state.not_in(shelf.book.track.terminal), _of(column, account_ids))
        .order_by(table.id)
    )
    if case is not None:
        statement = statement.where(table.id == case[1])
    for entry_id, holder in read.session.execute(statement):
        key = f"{shelf.name}.{field}.{entry_id}"
        yield Holding(key, shelf.name, entry_id, field, entry_id, holder)


def held_roles(read: Read, found: Collection[Holding]) -> tuple[HeldRole, ...]:
    """Return those of some holdings whose case the actor may know of, with their words."""
    heads = case_heads(read, [(h.track, h.case_id) for h in found])
    names = account_names(read, {h.account_id for h in found})
    due = _due(read, [(h.track, h.case_id) for h in found])
    return tuple(
        HeldRole(
            h,
            heads[h.track, h.case_id],
            names.get(h.account_id, ""),
            due.get((h.track, h.case_id)),
        )
        for h in found
        if (h.track, h.case_id) in heads
    )


def account_names(read: Read, ids: Collection[int]) -> dict[int, str]:
    """Return account → name."""
    statement = select(Account.id, Account.name).where(Account.id.in_(list(ids)))
    return {row.id: row.name for row in read.session.execute(statement)}


def _due(read: Read, cases: Collection[tuple[str, int]]) -> dict[tuple[str, int], date]:
    found: dict[tuple[str, int], date] = {}
    for track in {track for track, _ in cases}:
        ids = [case_id for of, case_id in cases if of == track]
        statement = select(ClockEntry.case_id, ClockEntry.due_on).where(
            ClockEntry.track == track,
            ClockEntry.case_id.in_(ids[:30_000]),
            ClockEntry.stopped_on.is_(None),
            ClockEntry.is_right.is_(False),
        )
        for case_id, due_on in read.session.execute(statement):
            kept = found.get((track, case_id))
            found[track, case_id] = due_on if kept is None else min(kept, due_on)
    return found


def vacancies(read: Read) -> tuple[HeldRole, ...]:
    """Return the roles whose holder cannot act: recused, asked to step back, left.

    Nothing is stored: a role is vacant as long as its holder is. Only what the actor may see.
    """
    away = select(Account.id).where(
        or_(
            Account.is_active.is_(False),
            and_(Account.ends_on.is_not(None), Account.ends_on < read.today),
        )
    )
    gone = set(read.session.scalars(away))
    stepped = {
        (track, case_id, account_id)
        for kind, standing in (
            (Recusal, Recusal.lifted_on.is_(None)),
            (RecusalRequest, RecusalRequest.state == "requested"),
        )
        for track, case_id, account_id in read.session.execute(
            select(kind.track, kind.case_id, kind.account_id).where(standing)
        )
    }
    people = gone | {account_id for _, _, account_id in stepped}
    if not people:
        return ()
    found = [
        h
        for h in holdings(read, account_ids=people)
        if h.account_id in gone or (h.track, h.case_id, h.account_id) in stepped
    ]
    return held_roles(read, found)


def pass_on(
    tx: Tx, holding: Holding, successor_id: int, *, note: str = "", may_read: bool = False
) -> None:
    """Give a role on a case to somebody else; the timeline keeps both names.

    Args:
        tx: The transaction.
        holding: The role as it stands.
        successor_id: Account that takes it over.
        note: Reason for the timeline.
        may_read: The manager lets the successor read a talk that was held.

    Raises:
        RefusedError: `unknown_account`, `successor_other_unit`, `successor_recused`,
            `talk_stays_closed`, `recorder_is_talker`, `changed_meanwhile`.
    """
    account = tx.session.get(Account, successor_id)
    if account is None or not account.is_active or Role(account.role) not in CASE_ROLES:
        raise RefusedError("unknown_account", field="successor")
    if holding.unit_id is not None and account.unit_id != holding.unit_id:
        raise RefusedError("successor_other_unit", field="successor")
    if steps_back(tx, holding.track, holding.case_id, successor_id):
        raise RefusedError("successor_recused", field="successor")
    if holding.closed and not may_read:
        raise RefusedError("talk_stays_closed", field="successor")
    former = tx.session.get_one(Account, holding.account_id).name
    _put(tx, holding, account)
    words = f"{former} → {account.name}" + (f"  {note}" if note else "")
    tx.tell(
        holding.track,
        holding.case_id,
        "pass_on",
        source=None,
        target=None,
        on=tx.today,
        note=words,
    )
    tx.session.flush()


def _put(tx: Tx, holding: Holding, account: Account) -> None:
    if holding.track == APPEALS:
        row = tx.session.get_one(HandOver, holding.row_id)
        row.handler_id, row.handler_name, row.handler_phone = account.id, account.name, ""
        appeal = tx.session.get_one(Appeal, holding.case_id)
        if row.role == "lead":
            appeal.handler_name = account.name
    elif holding.track == TALKS:
        _put_talk(tx.session.get_one(CareTalk, holding.case_id), holding, account)
    else:
        entry = tx.session.get_one(db.shelves.shelf(holding.track).table, holding.row_id)
        setattr(entry, holding.role, account.id)


def _put_talk(talk: CareTalk, holding: Holding, account: Account) -> None:
    other = talk.recorder_id if holding.role == "talker" else talk.talker_id
    if other == account.id:
        raise RefusedError("recorder_is_talker", field="successor")
    # After the talk the paper keeps the name of who talked; the successor gets the access alone.
    if holding.role == "talker":
        talk.talker_id = account.id
        talk.talker_name = talk.talker_name if holding.closed else account.name
    else:
        talk.recorder_id = account.id
        talk.recorder_name = talk.recorder_name if holding.closed else account.name


def steps_back(read: Read, track: str, case_id: int, account_id: int) -> bool:
    """Return whether somebody is recused from a case, or asked to be."""
    if is_recused(read, track, case_id, account_id):
        return True
    asked = exists().where(
        RecusalRequest.account_id == account_id,
        RecusalRequest.track == track,
        RecusalRequest.case_id == case_id,
        RecusalRequest.state == "requested",
    )
    return bool(read.session.scalar(select(asked)))
