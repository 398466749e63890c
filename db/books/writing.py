"""What every move of an entry has in common: right, fields, evidence, decision, state, clocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from db.approvals.asking import ask, cancel_pending
from db.books.entry import Entry
from db.books.filters import reach
from db.books.shelf import Shelf, Step, Values
from db.books.values import name_field, plain, specs, typed
from db.codes import clocks
from db.core.books import COMMON, FieldKind
from db.core.errors import NotAllowedError, RefusedError
from db.core.moves import Evidence, Move, check, find
from db.core.permissions import Permission
from db.core.tx import Behalf, Read, Tx

ALL_RIGHTS = frozenset(Permission)
NUMBER_FORM = "{year}-{sequence}"


@dataclass(frozen=True, slots=True)
class Written:
    """What a move left behind.

    Attributes:
        entry_id: Row.
        number: Its number, empty without one.
        state: State now.
        approval_id: The decision that is waited for, None where the move was made.
    """

    entry_id: int
    number: str
    state: str
    approval_id: int | None = None


def may_make(read: Read, shelf: Shelf, entry: Entry | None, move: Move) -> bool:
    """Return whether the actor may make a move himself."""
    return read.actor.may(move.permission) and shelf.may(read, entry, move)


def may_record(read: Read, shelf: Shelf) -> bool:
    """Return whether the actor may record moves of a book from paper."""
    return shelf.book.on_behalf and read.actor.may(Permission.RECORD_ON_BEHALF)


def open_entry(
    tx: Tx,
    shelf: Shelf,
    name: str,
    values: Mapping[str, Any],
    *,
    parent_id: int | None = None,
    behalf: Behalf | None = None,
    backdated_reason: str = "",
    unasked: bool = False,
) -> Entry:
    """Write a new entry by one of the opening moves and return it.

    Args:
        tx: The transaction.
        shelf: The book.
        name: Opening move.
        values: By field name.
        parent_id: Entry that owns it, for a child book.
        behalf: Paper of somebody who does not log in.
        backdated_reason: Why the day lies back.
        unasked: Another deed brings the entry about; the right was checked there.

    Raises:
        RefusedError: `illegal_move`, `missing_<field>`, and what the room refuses.
        NotAllowedError: `not_permitted`; `not_found` for a parent one may not reach.
    """
    move = find(shelf.book.track, None, name)
    if not unasked:
        _permit(tx, shelf, None, move, behalf)
    _keep_sealed(shelf, behalf, backdated_reason)
    step = _step(tx, shelf, move, values, behalf, backdated_reason)
    entry = shelf.table(
        number="",
        state=move.target,
        entered_on=step.on,
        entered_at=tx.now,
        entered_by_id=tx.actor.account_id,
        entered_by_name=tx.actor.shown_name,
        is_backfilled=bool(backdated_reason.strip()) or (shelf.book.sealed and step.on < tx.today),
    )
    _put_under(tx, shelf, entry, parent_id)
    evidence = _evidence(step) | set(shelf.check(tx, entry, step))
    check(shelf.book.track, None, name, grants=ALL_RIGHTS, evidence=evidence)
    _write(shelf, entry, step)
    tx.case = (shelf.name, 0)
    tx.session.add(entry)
    tx.session.flush()
    tx.case = (shelf.name, entry.id)
    if shelf.book.series:
        entry.number = tx.next_number(
            shelf.book.series,
            str(tx.setting(f"{shelf.book.series}_number_form", shelf.book.form or NUMBER_FORM)),
            on=step.on,
            track=shelf.name,
            case_id=entry.id,
        )
    _settle(tx, shelf, entry, step, None, backdated_reason)
    return entry


def take(
    tx: Tx,
    shelf: Shelf,
    entry: Entry,
    name: str,
    values: Mapping[str, Any],
    *,
    behalf: Behalf | None = None,
    backdated_reason: str = "",
    decided: bool = False,
    unasked: bool = False,
) -> Written:
    """Make a move of an entry, or ask for the decision that it waits for.

    Args:
        tx: The transaction.
        shelf: The book.
        entry: The loaded row.
        name: Move.
        values: By field name.
        behalf: Paper of somebody who does not log in.
        backdated_reason: Why the day lies back.
        decided: Somebody else has agreed; the rights were checked when it was asked.
        unasked: Another deed or the passing of time brings it about.

    Raises:
        RefusedError: `illegal_move`, `missing_<field>`, `decision_pending`, what `Shelf.lacks`
            says, and what the room refuses.
        NotAllowedError: `not_permitted`.
    """
    book = shelf.book
    move = find(book.track, entry.state, name)
    if not (decided or unasked):
        _permit(tx, shelf, entry, move, behalf)
    _keep_sealed(shelf, behalf, backdated_reason)
    lack = shelf.lacks(tx, entry, move)
    if lack:
        raise RefusedError(lack)
    step = _step(tx, shelf, move, values, behalf, backdated_reason)
    evidence = _evidence(step) | set(shelf.check(tx, entry, step))
    by_other = Evidence.APPROVAL_BY_OTHER
    needs_other = by_other in move.requires and not decided
    check(book.track, entry.state, name, grants=ALL_RIGHTS, evidence=evidence | {by_other})
    if needs_other:
        approval_id = _ask(tx, shelf, entry, step)
        return Written(entry.id, entry.number, entry.state, approval_id)
    source = entry.state
    tx.case = (shelf.name, entry.id)
    _write(shelf, entry, step)
    entry.state = move.target
    tx.session.flush()
    if move.target != source:
        cancel_pending(tx, shelf.name, entry.id)
    _settle(tx, shelf, entry, step, source, backdated_reason)
    return Written(entry.id, entry.number, entry.state)


def _permit(tx: Tx, shelf: Shelf, entry: Entry | None, move: Move, behalf: Behalf | None) -> None:
    if behalf is not None:
        if not may_record(tx, shelf):
            raise NotAllowedError("not_permitted", permission=move.permission.value)
    elif not may_make(tx, shelf, entry, move):
        raise NotAllowedError("not_permitted", permission=move.permission.value)


def _keep_sealed(shelf: Shelf, behalf: Behalf | None, backdated_reason: str) -> None:
    if shelf.book.sealed and (behalf is not None or backdated_reason.strip()):
        raise RefusedError("nothing_written_here")


def _step(
    tx: Tx,
    shelf: Shelf,
    move: Move,
    values: Mapping[str, Any],
    behalf: Behalf | None,
    backdated_reason: str,
) -> Step:
    found = typed(tx, shelf, shelf.book.asks.get(move.name, ()), values)
    told: date | None = found.get("happened_on") or (behalf.on if behalf else None)
    # A sealed entry takes no reason; the words given here are kept nowhere.
    known = backdated_reason or ("代录" if behalf else "密封" if shelf.book.sealed else None)
    on = tx.happened(told, known)
    return Step(move, found, on, behalf, str(found.get("reason", "")))


def _evidence(step: Step) -> set[Evidence]:
    # A move that requires evidence of a field's name has it when the field is filled in.
    known = {evidence.value: evidence for evidence in Evidence}
    return {
        known[name]
        for name, value in step.values.items()
        if name in known and value not in (None, "", [], False)
    }


def _put_under(tx: Tx, shelf: Shelf, entry: Entry, parent_id: int | None) -> None:
    if shelf.parent is None:
        return
    if parent_id is None:
        raise RefusedError("missing_parent")
    owner: Any = tx.session.get(shelf.parent.table, parent_id)
    reached = tx.session.query(shelf.parent.table.id).filter(
        shelf.parent.table.id == parent_id, reach(tx, shelf.parent)
    )
    if owner is None or reached.first() is None:
        raise NotAllowedError("not_found")
    if not shelf.opens(tx, owner):
        raise NotAllowedError("not_permitted")
    entry.parent_id = parent_id  # type: ignore[attr-defined]  # a child table has the column


def _write(shelf: Shelf, entry: Entry, step: Step) -> None:
    # What was asked is written; a text that was left empty clears the column again.
    for spec in specs(shelf, shelf.book.asks.get(step.move.name, ())):
        if spec.name in COMMON and shelf.book.field(spec.name) is None:
            continue
        setattr(entry, spec.name, step.values[spec.name])
        if spec.kind is FieldKind.PERSON:
            setattr(entry, name_field(spec), step.values[name_field(spec)])
    for name, value in step.values.items():
        # What the room's own check filled in beyond the asked fields.
        if shelf.book.field(name) is not None:
            setattr(entry, name, value)


def _settle(
    tx: Tx, shelf: Shelf, entry: Entry, step: Step, source: str | None, backdated_reason: str
) -> None:
    track = shelf.name
    for rule in step.move.stops:
        clocks.stop(tx, track, entry.id, rule, on=step.on)
    if step.move.target in shelf.book.track.terminal:
        clocks.stop(tx, track, entry.id, on=step.on, cancel=True)
    for rule in step.move.starts:
        until = shelf.book.until.get(rule)
        clocks.start(
            tx,
            track,
            entry.id,
            rule,
            on=step.on,
            profile=shelf.profile(tx, entry, rule),
            until=getattr(entry, until) if until else None,
        )
    note = "　".join(part for part in (step.reason, str(step.values.get("note", ""))) if part)
    tx.tell(
        track,
        entry.id,
        step.move.name,
        source=source,
        target=step.move.target,
        on=step.on,
        note=note,
        behalf=step.behalf,
        reason=backdated_reason,
    )
    shelf.follow(tx, entry, step)
    tx.session.flush()
    if shelf.parent is not None:
        tx.changed.add(shelf.parent.name)


def _ask(tx: Tx, shelf: Shelf, entry: Entry, step: Step) -> int:
    consent = shelf.book.consents[step.move.name]
    unit = getattr(entry, consent.by_unit, None) if consent.by_unit else None
    payload: Values = {"values": plain(step.values)}
    return ask(
        tx,
        shelf.name,
        entry.id,
        step.move.name,
        payload=payload,
        needed=consent.needed,
        on=step.on,
        unit_id=unit,
        summary=step.reason,
        behalf=step.behalf,
    )
