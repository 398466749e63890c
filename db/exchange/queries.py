"""Asks what a file means to the store: known ids, changed fields, labels; and lists the batches."""

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import bindparam, func, select, text

from db.appeals.filters import reach
from db.appeals.tables import Appeal
from db.codes.queries import codes
from db.core.errors import NotAllowedError
from db.core.permissions import Permission
from db.core.tx import Read
from db.exchange.mapping import ImportRow, ParsedFile, SheetReport
from db.exchange.rows import BatchRow, Changed, Fault, Flagged, ImportReport, Line
from db.exchange.tables import ImportBatch
from db.office.tables import Account

OTHER = "other"
"""Category of a row whose label is unknown or missing; the label itself is kept."""

_IDS_AT_ONCE = 20_000
_SHORT = 80


@dataclass(frozen=True, slots=True)
class Standing:
    """What the rows of a file are to the store.

    Attributes:
        new: Rows to import, in the order of the file.
        known: Rows that are in the store already, by their place in `ParsedFile.rows`, each with
            the names of the fields that differ.
    """

    new: tuple[ImportRow, ...]
    known: Mapping[int, tuple[str, ...]]


def labels(read: Read, list_name: str) -> dict[str, str]:
    """Return every label that means a value of a list: label, short label, value, aliases."""
    found: dict[str, str] = {}
    for value, row in codes(read).get(list_name, {}).items():
        names = (row.zh, row.en, row.short_zh, value, *row.aliases.split("\n"))
        for name in filter(None, names):
            found.setdefault(name, value)
    return found


# --- the same row again ------------------------------------------------------------------------


def row_digests(row: ImportRow, names: Sequence[str]) -> dict[str, str]:
    """Return a digest of each field that the row's file has a column for, empty ones too.

    Kept with the row instead of a second copy of its texts, so that a later file can be compared
    without its columns standing in the same order.
    """
    values = row.compared()
    return {name: _digest(values.get(name, "")) for name in names}


@lru_cache(maxsize=4096)
def _digest(value: str) -> str:
    return hashlib.blake2b(value.encode(), digest_size=6).hexdigest()


def packed(row: ImportRow, digests: Mapping[str, str]) -> dict[str, str]:
    """Return every cell as the file holds it, with the digests, in the form `Appeal.raw` keeps.

    Compressed: written out, the cells would be the larger half of the store and make each move of
    a row dearer.
    """
    text = json.dumps([dict(row.raw), digests], ensure_ascii=False, separators=(",", ":"))
    return {"packed": base64.b85encode(zlib.compress(text.encode(), 6)).decode()}


def unpacked(raw: Mapping[str, Any] | None) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the cells and the digests of an imported row, empty for any other."""
    if not raw or "packed" not in raw:
        return {}, {}
    cells, digests = json.loads(zlib.decompress(base64.b85decode(raw["packed"])))
    return cells, digests


def raw_cells(read: Read, appeal_id: int) -> dict[str, Any]:
    """Return an imported appeal's cells by column name as its file held them.

    Raises:
        NotAllowedError: `not_permitted`, `not_found`.
    """
    read.require(Permission.IMPORT)
    row = read.session.execute(
        select(Appeal.raw).where(Appeal.id == appeal_id, reach(read))
    ).first()
    if row is None:
        raise NotAllowedError("not_found")
    return unpacked(row[0])[0]


_COMPARED_AS = {"channel": "channel_label", "received_time": "received_on"}


def compared_names(sheet: SheetReport) -> tuple[str, ...]:
    """Return the names of everything a sheet has a column for, as `ImportRow.compared` says."""
    fields = (_COMPARED_AS.get(name, name) for name in sheet.fields if name != "source_number")
    return tuple(sorted({*fields, *sheet.extra}))


def row_hash(row: ImportRow, digests: Mapping[str, str]) -> str:
    """Return what tells quickly that a row is unchanged; for rows without an id, its identity."""
    if not row.source_number:
        return row.content_key
    return hashlib.sha256(json.dumps(digests, sort_keys=True).encode()).hexdigest()


def digests_of(parsed: ParsedFile) -> Iterator[dict[str, str]]:
    """Yield the digests of each row of a file, in its order."""
    names = {sheet.sheet: compared_names(sheet) for sheet in parsed.sheets}
    for row in parsed.rows:
        yield row_digests(row, names[row.sheet])


def standing(read: Read, parsed: ParsedFile) -> Standing:
    """Return which rows of a file are new to the store and which it knows (SETTLED §5).

    An id is known if a published row of the same source has it; it has changed if no such row
    agrees in every field that both files have. Rows without an id are known by text and receipt
    date. Undone batches know nothing.
    """
    read.require(Permission.IMPORT)
    by_id = _known_ids(read, parsed)
    by_text = _known_texts(read, parsed)
    new: list[ImportRow] = []
    known: dict[int, tuple[str, ...]] = {}
    unsure: list[tuple[int, list[int], dict[str, str]]] = []
    for place, (row, digests) in enumerate(zip(parsed.rows, digests_of(parsed), strict=True)):
        if not row.source_number:
            if (row.source, row.content_key) in by_text:
                known[place] = ()
            else:
                new.append(row)
            continue
        stored = by_id.get((row.source, row.source_number))
        if stored is None:
            new.append(row)
        elif row_hash(row, digests) in stored.values():
            known[place] = ()
        else:
            unsure.append((place, list(stored), digests))
    known |= _differences(read, unsure)
    return Standing(tuple(new), known)


def _known_ids(read: Read, parsed: ParsedFile) -> dict[tuple[str, str], dict[int, str]]:
    found: dict[tuple[str, str], dict[int, str]] = {}
    for source in {row.source for row in parsed.rows}:
        numbers = list(
            dict.fromkeys(
                row.source_number
                for row in parsed.rows
                if row.source_number and row.source == source
            )
        )
        for part in _parts(numbers):
            statement = select(Appeal.source_number, Appeal.id, Appeal.source_hash).where(
                Appeal.source == source,
                Appeal.source_number.in_(_listed(part)),
                Appeal.published.is_(True),
            )
            for number, appeal_id, stored in read.session.execute(statement):
                found.setdefault((source, number), {})[appeal_id] = stored
    return found


def _known_texts(read: Read, parsed: ParsedFile) -> set[tuple[str, str]]:
    sources = {row.source for row in parsed.rows if not row.source_number}
    return {
        (source, key)
        for source in sources
        for key in read.session.scalars(
            select(Appeal.source_hash).where(
                Appeal.source == source,
                Appeal.source_number == "",
                Appeal.published.is_(True),
            )
        )
    }


def _differences(
    read: Read, unsure: Sequence[tuple[int, list[int], dict[str, str]]]
) -> dict[int, tuple[str, ...]]:
    wanted = [appeal_id for _, ids, _ in unsure for appeal_id in ids]
    stored: dict[int, dict[str, str]] = {}
    for part in _parts(wanted):
        rows = read.session.execute(
            select(Appeal.id, Appeal.raw).where(Appeal.id.in_(_listed(part)))
        )
        stored |= {appeal_id: unpacked(raw)[1] for appeal_id, raw in rows}
    return {
        place: min((_differing(stored.get(i, {}), digests) for i in ids), key=len)
        for place, ids, digests in unsure
    }


def _differing(stored: Mapping[str, str], digests: Mapping[str, str]) -> tuple[str, ...]:
    shared = stored.keys() & digests.keys()
    return tuple(sorted(name for name in shared if stored[name] != digests[name]))


def _parts(values: Sequence[str] | Sequence[int]) -> Iterator[Sequence[object]]:
    for start in range(0, len(values), _IDS_AT_ONCE):
        yield values[start : start + _IDS_AT_ONCE]


def _listed(values: Sequence[object]) -> Any:
    # One text parameter instead of thousands: SQLite takes 32,766 at most.
    return text("SELECT value FROM json_each(:listed)").bindparams(
        bindparam("listed", json.dumps(list(values)), unique=True)
    )


# --- the report --------------------------------------------------------------------------------


def handle(row: ImportRow) -> str:
    """Return what a report calls a row: its id, or `#<sheet row>`."""
    return row.source_number or f"#{row.row}"


def report_of(
    parsed: ParsedFile, found: Standing, *, today: date, dry_run: bool, with_lines: bool = False
) -> ImportReport:
    """Return the report of an import in which every new row is written."""
    repeated = dict.fromkeys(parsed.repeated)
    changed: dict[str, Changed] = {}
    flagged: list[Flagged] = []
    for place, row in enumerate(parsed.rows):
        differing = found.known.get(place)
        if differing is None:
            flagged.extend(
                Flagged(handle(row), row.row, reason, row.sheet) for reason in flags_of(row, today)
            )
            continue
        repeated[handle(row)] = None
        if differing and handle(row) not in changed:
            changed[handle(row)] = Changed(handle(row), row.row, differing)
    repeated |= dict.fromkeys(f"#{again}" for again, _ in parsed.same)
    return ImportReport(
        file=parsed.name,
        file_hash=parsed.sha256,
        dry_run=dry_run,
        read=parsed.read,
        imported=len(found.new),
        rejected=len(parsed.errors),
        repeated=tuple(repeated),
        changed=tuple(changed.values()),
        flagged=tuple(flagged),
        errors=tuple(Fault(error.row, error.reason, error.sheet) for error in parsed.errors),
        unknown_labels=parsed.unknown_labels,
        sheets=parsed.sheets,
        skipped=parsed.skipped,
        lines=tuple(_lines(parsed, found, today)) if with_lines else (),
    )


def flags_of(row: ImportRow, today: date) -> tuple[str, ...]:
    """Return the flags of a row, among them `future_date`, which needs to know the day."""
    future = any(on is not None and on > today for on in (row.received_on, row.replied_on))
    return (*row.flags, "future_date") if future else row.flags


def _lines(parsed: ParsedFile, found: Standing, today: date) -> Iterable[Line]:
    for place, row in enumerate(parsed.rows):
        differing = found.known.get(place)
        verdict = "new" if differing is None else "changed" if differing else "repeated"
        yield Line(
            row=row.row,
            sheet=row.sheet,
            id=row.source_number,
            person_name=row.person_name,
            subject=(row.subject or row.facts)[:_SHORT],
            received_on=row.received_on,
            category=row.category or OTHER,
            source_label=row.source_label,
            verdict=verdict,
            reasons=flags_of(row, today) if differing is None else (),
            differing=differing or (),
        )
    for error in parsed.errors:
        yield Line(error.row, error.sheet, "", "", "", None, "", "", "error", (error.reason,))
    for again, _ in parsed.same:
        yield Line(again, "", "", "", "", None, "", "", "repeated", ("same_text",))


# --- batches -----------------------------------------------------------------------------------


def batches(read: Read) -> tuple[BatchRow, ...]:
    """Return every batch, newest first."""
    read.require(Permission.IMPORT)
    worked_on = set(
        read.session.scalars(
            select(Appeal.batch_id)
            .where(Appeal.batch_id.is_not(None), Appeal.version > 1)
            .group_by(Appeal.batch_id)
        )
    )
    statement = (
        select(ImportBatch, func.coalesce(Account.name, ""))
        .outerjoin(Account, Account.id == ImportBatch.imported_by_id)
        .order_by(ImportBatch.id.desc())
    )
    return tuple(
        BatchRow(
            id=row.id,
            version=row.version,
            file_name=row.file_name,
            file_hash=row.file_hash,
            rows_hash=row.rows_hash,
            state=row.state,
            read=row.read_count,
            imported=row.imported_count,
            repeated=len(row.report.get("repeated", ())),
            changed=len(row.report.get("changed", ())),
            flagged=len({line[1] for line in row.report.get("flagged", ())}),
            rejected=len(row.report.get("errors", ())),
            imported_by=name,
            imported_at=row.imported_at,
            undone_at=row.undone_at,
            undone_reason=row.undone_reason,
            can_undo=row.state == "published" and row.id not in worked_on,
        )
        for row, name in read.session.execute(statement)
    )


def batch_report(read: Read, batch_id: int) -> ImportReport | None:
    """Return what a batch told when it was published, None for an unknown one."""
    read.require(Permission.IMPORT)
    row = read.session.get(ImportBatch, batch_id)
    if row is None:
        return None
    kept = row.report
    return ImportReport(
        file=row.file_name,
        file_hash=row.file_hash,
        dry_run=False,
        read=row.read_count,
        imported=row.imported_count,
        rejected=len(kept.get("errors", ())),
        repeated=tuple(kept.get("repeated", ())),
        changed=tuple(Changed(i, r, tuple(fields)) for i, r, fields in kept.get("changed", ())),
        flagged=tuple(Flagged(*line) for line in kept.get("flagged", ())),
        errors=tuple(Fault(*line) for line in kept.get("errors", ())),
        batch_id=row.id,
        unknown_labels=kept.get("unknown_labels", {}),
        added_labels=kept.get("added_labels", {}),
    )
