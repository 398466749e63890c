"""Turns what was typed into what a column keeps, and ids into words."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from db.appeals.counter import appeal_by_number
from db.appeals.filters import reach as appeal_reach
from db.appeals.intake import check_texts
from db.appeals.tables import TRACK as APPEALS
from db.appeals.tables import Appeal
from db.books.filters import reach
from db.books.shelf import Shelf, Values
from db.clarification.filters import reach as clarification_reach
from db.clarification.tables import TRACK as CLARIFICATIONS
from db.clarification.tables import Clarification
from db.codes.queries import codes, require_code
from db.core.books import COMMON, FieldKind, FieldSpec
from db.core.errors import RefusedError
from db.core.tx import EARLIEST, Read, Tx
from db.documents.tables import Attachment
from db.office.tables import Account, Unit
from db.people.matching import normalise_name
from db.people.tables import Person

_TIME = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)")
TEXTS = (FieldKind.LINE, FieldKind.AREA)
IDS = (FieldKind.UNIT, FieldKind.PERSON, FieldKind.ACCOUNT, FieldKind.CASE, FieldKind.SCAN)


def specs(shelf: Shelf, names: Iterable[str]) -> tuple[FieldSpec, ...]:
    """Return the fields of these names, with those that every book knows."""
    return tuple(shelf.book.field(name) or COMMON[name] for name in names)


def typed(tx: Tx, shelf: Shelf, names: Iterable[str], values: Mapping[str, Any]) -> Values:
    """Return the values of these fields, checked and turned into their kind.

    A person who is not in the register is named by `<field minus _id>_name`.

    Raises:
        RefusedError: `missing_<field>`, `text_too_long`, `unknown_value`, `date_in_future`,
            `date_too_early`, `bad_time`, `bad_number`, `unknown_case`, and what may not be
            recorded (`guess_of_reporter`, `state_secret`).
    """
    found: Values = {}
    for spec in specs(shelf, names):
        value = _typed(tx, shelf, spec, values.get(spec.name))
        if spec.kind is FieldKind.PERSON:
            name = name_field(spec)
            found[name] = _person_name(tx, value, values.get(name))
            value_stands = bool(found[name])
        else:
            value_stands = value not in (None, "", [])
        if spec.required and not value_stands:
            raise RefusedError(f"missing_{spec.name}", field=spec.name, book=shelf.name)
        found[spec.name] = value
    return found


def name_field(spec: FieldSpec) -> str:
    """Return the column that keeps the name of a person field."""
    return f"{spec.name.removesuffix('_id')}_name"


def _person_name(tx: Tx, person_id: int | None, name: object) -> str:
    if person_id is not None:
        return tx.session.get_one(Person, person_id).name
    return normalise_name(str(name or ""))[:80]


def _typed(tx: Tx, shelf: Shelf, spec: FieldSpec, value: Any) -> Any:
    kind = spec.kind
    if kind in TEXTS:
        return _text(spec, value)
    if kind is FieldKind.TICK:
        return bool(value)
    if kind is FieldKind.TICKS:
        return _ticks(tx, spec, value)
    if value in (None, ""):
        return "" if kind in (FieldKind.CHOICE, FieldKind.TIME) else None
    if kind is FieldKind.CHOICE:
        require_code(tx, spec.options, str(value), field=spec.name)
        return str(value)
    if kind is FieldKind.DAY:
        return _day(tx, spec, value)
    if kind is FieldKind.TIME:
        return _time(spec, str(value))
    if kind is FieldKind.NUMBER:
        return _number(spec, value)
    if kind is FieldKind.CASE:
        return _case(tx, shelf, spec, value)
    return _row_id(tx, spec, value)


def _text(spec: FieldSpec, value: object) -> str:
    text = str(value or "").strip()
    if len(text) > spec.most:
        raise RefusedError("text_too_long", field=spec.name, most=spec.most)
    try:
        check_texts(text)
    except RefusedError as error:
        raise RefusedError(error.code, field=spec.name, **error.params) from error
    return text


def _ticks(tx: Tx, spec: FieldSpec, value: Any) -> list[str]:
    chosen = {str(part) for part in value or ()}
    for part in chosen:
        require_code(tx, spec.options, part, field=spec.name)
    return [name for name in codes(tx)[spec.options] if name in chosen]


def _day(tx: Tx, spec: FieldSpec, value: Any) -> date:
    try:
        day = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError as fault:
        raise RefusedError("bad_date", field=spec.name) from fault
    if day < EARLIEST:
        raise RefusedError("date_too_early", field=spec.name, on=day)
    if not spec.ahead and day > tx.today:
        raise RefusedError("date_in_future", field=spec.name, on=day)
    return day


def _time(spec: FieldSpec, value: str) -> str:
    found = _TIME.fullmatch(value.strip())
    if found is None:
        raise RefusedError("bad_time", field=spec.name)
    return f"{int(found[1])}:{found[2]}"


def _number(spec: FieldSpec, value: Any) -> int:
    try:
        number = int(str(value).strip())
    except ValueError as fault:
        raise RefusedError("bad_number", field=spec.name) from fault
    if not 0 <= number <= 1_000_000_000:
        raise RefusedError("bad_number", field=spec.name)
    return number


def _row_id(tx: Tx, spec: FieldSpec, value: Any) -> int:
    kinds: dict[FieldKind, type[Any]] = {
        FieldKind.UNIT: Unit,
        FieldKind.PERSON: Person,
        FieldKind.ACCOUNT: Account,
        FieldKind.SCAN: Attachment,
    }
    row = tx.load(kinds[spec.kind], int(value)) if spec.kind is FieldKind.PERSON else None
    row = row or tx.session.get(kinds[spec.kind], int(value))
    if row is None:
        raise RefusedError("unknown_value", field=spec.name, value=value)
    return int(row.id)


def _case(read: Read, shelf: Shelf, spec: FieldSpec, value: Any) -> int:
    found = _find_case(read, shelf, spec.options, value)
    if found is None:
        raise RefusedError("unknown_case", field=spec.name)
    return found


def _find_case(read: Read, shelf: Shelf, track: str, value: Any) -> int | None:
    """Return the id of a case by its number or its id, only within the actor's reach."""
    if track == APPEALS:
        if not isinstance(value, int):
            appeal = appeal_by_number(read, str(value))
            return appeal.id if appeal else None
        return read.session.scalar(select(Appeal.id).where(Appeal.id == value, appeal_reach(read)))
    if track == CLARIFICATIONS:
        wanted: Any = Clarification.id if isinstance(value, int) else Clarification.number
        return read.session.scalar(
            select(Clarification.id).where(wanted == value, clarification_reach(read))
        )
    tied = tied_shelf(shelf, track)
    column: Any = tied.table.id if isinstance(value, int) else tied.table.number
    text = value if isinstance(value, int) else str(value).strip()
    return read.session.scalar(
        select(tied.table.id).where(column == text, reach(read, tied)).limit(1)
    )


def tied_shelf(shelf: Shelf, track: str) -> Shelf:
    """Return the shelf of a track that a book's cases belong to."""
    known = (shelf, *shelf.tied, *((shelf.parent,) if shelf.parent else ()))
    found: Shelf = next(s for s in known if s.name == track)
    return found


def words(read: Read, shelf: Shelf, rows: Iterable[Any]) -> dict[int, dict[str, str]]:
    """Return row id → field → words for every id that the rows hold."""
    listed = list(rows)
    found: dict[int, dict[str, str]] = {row.id: {} for row in listed}
    for spec in shelf.book.fields:
        if spec.kind is FieldKind.PERSON:
            for row in listed:
                found[row.id][spec.name] = getattr(row, name_field(spec))
        elif spec.kind in IDS:
            ids = {getattr(row, spec.name) for row in listed} - {None}
            known = _names(read, shelf, spec, ids)
            for row in listed:
                value = getattr(row, spec.name)
                if value is not None:
                    found[row.id][spec.name] = known.get(value, "")
    return found


def _names(read: Read, shelf: Shelf, spec: FieldSpec, ids: set[int]) -> dict[int, str]:
    if not ids:
        return {}
    columns: dict[FieldKind, tuple[Any, Any]] = {
        FieldKind.UNIT: (Unit.id, Unit.short_name),
        FieldKind.ACCOUNT: (Account.id, Account.name),
        FieldKind.SCAN: (Attachment.id, Attachment.name),
    }
    if spec.kind is FieldKind.CASE:
        return _case_names(read, shelf, spec.options, ids)
    key, name = columns[spec.kind]
    return {
        int(row_id): str(text or "")
        for row_id, text in read.session.execute(select(key, name).where(key.in_(ids)))
    }


def _case_names(read: Read, shelf: Shelf, track: str, ids: set[int]) -> dict[int, str]:
    if track == APPEALS:
        statement = select(Appeal.id, Appeal.number, Appeal.source_number).where(
            Appeal.id.in_(ids), appeal_reach(read)
        )
        return {i: n or s or "" for i, n, s in read.session.execute(statement)}
    if track == CLARIFICATIONS:
        pairs = select(Clarification.id, Clarification.number).where(
            Clarification.id.in_(ids), clarification_reach(read)
        )
    else:
        tied = tied_shelf(shelf, track)
        table: Any = tied.table
        pairs = select(table.id, table.number).where(table.id.in_(ids), reach(read, tied))
    return {int(i): str(n) for i, n in read.session.execute(pairs)}


def plain(values: Values) -> dict[str, Any]:
    """Return values as JSON can keep them, for a decision that waits."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}
