"""Brings a foreign ledger in: judged whole, written in chunks nobody sees, published at once.

Every chunk is a transaction of its own, so that other work never waits for an import (SETTLED §5).
The rows belong to a batch and are unpublished until the last one stands; an import that dies
leaves nothing that any list, search or count would show. What is written here in bulk leaves one
entry in the trail for the whole batch, with the hash of the file and of its rows.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    and_,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    null,
    select,
    text,
    update,
)

from db.appeals.search import FIELDS
from db.appeals.tables import TRACK, Appeal
from db.appeals.text_key import text_key
from db.codes.queries import codes
from db.codes.tables import CodeRow
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.permissions import Permission
from db.core.search_tokens import index_text
from db.core.tables import Event, Milestone
from db.core.tx import Read, Tx
from db.exchange.mapping import ImportRow, ParsedFile, label_key, parse_file
from db.exchange.queries import (
    OTHER,
    Standing,
    compared_names,
    flags_of,
    labels,
    packed,
    report_of,
    row_digests,
    row_hash,
    standing,
)
from db.exchange.rows import ImportReport
from db.exchange.tables import ImportBatch
from db.office.tables import Unit, UnitName
from db.people.matching import namesake_key, pinyin_full, pinyin_initials

CHUNK = 500
CHANNEL = "transferred"
"""Channel of a row whose ledger names none: it came from another body's ledger (部门转来)."""

OUTCOME = "explained"
"""Result of an answered row; ledgers of other offices tell none."""

STALE = timedelta(minutes=5)
"""After that long without a chunk an unfinished batch was killed."""

Progress = Callable[[str, int, int], None]
_LONGEST_LABEL = 40
_INSERT_TOKENS = text(
    f"INSERT INTO appeal_search(rowid, {', '.join(FIELDS)}) "
    f"VALUES (:id, {', '.join(f':{field}' for field in FIELDS)})"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A row to write, with what identifies it later."""

    row: ImportRow
    digests: Mapping[str, str]
    flags: tuple[str, ...]


# --- the whole ---------------------------------------------------------------------------------


def import_file(
    gate: Gate,
    path: Path,
    *,
    fields: Mapping[str, str] | None = None,
    add_codes: bool = False,
    dry_run: bool = False,
    with_lines: bool = False,
    progress: Progress | None = None,
) -> ImportReport:
    """Import one file, or say what would happen.

    Args:
        gate: Of somebody who may import.
        path: The file.
        fields: Field to column name, where the header aliases do not know a column.
        add_codes: Add unknown labels to the list of categories.
        dry_run: Write nothing.
        with_lines: Whether the report lists every row.
        progress: Told `reading`, `writing`, `publishing` and how far.

    Raises:
        RefusedError: The codes of `parse_file`; the whole file is refused, 0 rows are written.
        NotAllowedError: `not_permitted`.
        UnavailableError: If the store cannot be written; nothing of the batch stays visible.
    """
    tell = progress or _silent
    tell("reading", 0, 1)
    known = gate.read(_known_labels)
    parsed = parse_file(path, fields=fields, categories=known.categories, channels=known.channels)
    added: dict[str, str] = {}
    if add_codes and parsed.unknown_labels:
        added = _added(gate, tuple(parsed.unknown_labels), dry_run=dry_run)
        parsed = with_categories(parsed, added)
    judged = gate.read(lambda read: _Judged.of(read, parsed))
    report = replace(
        report_of(parsed, judged.found, today=judged.today, dry_run=dry_run, with_lines=with_lines),
        added_labels=added,
    )
    if dry_run or not judged.found.new:
        return report
    return _write(gate, parsed, judged, report, tell)


@dataclass(frozen=True, slots=True)
class _Judged:
    """A file held against the store as it stood at one moment."""

    found: Standing
    published: frozenset[int]
    today: date

    @classmethod
    def of(cls, read: Read, parsed: ParsedFile) -> "_Judged":
        return cls(standing(read, parsed), published(read, parsed.source), read.today)


def _silent(doing: str, done: int, whole: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class _Labels:
    categories: dict[str, str]
    channels: dict[str, str]


def _known_labels(read: Read) -> _Labels:
    read.require(Permission.IMPORT)
    return _Labels(labels(read, "appeal_category"), labels(read, "intake_channel"))


def _added(gate: Gate, unknown: tuple[str, ...], *, dry_run: bool) -> dict[str, str]:
    wanted = tuple(label for label in unknown if len(label) <= _LONGEST_LABEL)
    if dry_run:
        return dict.fromkeys(wanted, OTHER)
    return gate.write(AddLabels(wanted)).value


def with_categories(parsed: ParsedFile, added: Mapping[str, str]) -> ParsedFile:
    """Return a file whose unknown labels have become codes."""
    by_key = {label_key(label): code for label, code in added.items()}

    def known(row: ImportRow) -> ImportRow:
        code = by_key.get(label_key(row.source_label)) if row.source_label else None
        if code is None or row.category is not None:
            return row
        flags = tuple(flag for flag in row.flags if flag != "unknown_label")
        return replace(row, category=code, flags=flags)

    left = {label: n for label, n in parsed.unknown_labels.items() if label not in added}
    return replace(parsed, rows=tuple(map(known, parsed.rows)), unknown_labels=left)


def _write(
    gate: Gate,
    parsed: ParsedFile,
    judged: _Judged,
    report: ImportReport,
    tell: Progress,
) -> ImportReport:
    rows = judged.found.new
    names = {sheet.sheet: compared_names(sheet) for sheet in parsed.sheets}
    batch_id = gate.write(StartBatch(parsed.name, parsed.source)).value
    root = hashlib.sha256()
    try:
        for start in range(0, len(rows), CHUNK):
            tell("writing", start, len(rows))
            entries = tuple(
                Entry(row, row_digests(row, names[row.sheet]), flags_of(row, judged.today))
                for row in rows[start : start + CHUNK]
            )
            for entry in entries:
                root.update(row_hash(entry.row, entry.digests).encode())
            gate.write(WriteChunk(batch_id, entries))
        tell("publishing", len(rows), len(rows))
        gate.write(PublishBatch(batch_id, root.hexdigest(), report, judged.published))
    except BaseException:
        gate.write(AbandonBatch(batch_id))
        raise
    return replace(report, batch_id=batch_id)


# --- the steps ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AddLabels:
    """Add labels of a foreign ledger to the list of categories; the office may rename them."""

    permission: ClassVar[Permission] = Permission.CODE_WRITE

    labels: tuple[str, ...]

    def __call__(self, tx: Tx) -> dict[str, str]:
        """Return label → new code; a label that is known meanwhile keeps its code."""
        known = {label_key(label): code for label, code in labels(tx, "appeal_category").items()}
        present = codes(tx).get("appeal_category", {})
        taken = set(present)
        order = max((row.order for row in present.values()), default=0)
        made: dict[str, str] = {}
        for label in self.labels:
            if (code := known.get(label_key(label))) is not None:
                made[label] = code
                continue
            order += 1
            code = made[label] = known[label_key(label)] = _new_value(label, taken)
            taken.add(code)
            tx.add(
                CodeRow(
                    list="appeal_category",
                    value=code,
                    zh=label,
                    en=label,
                    short_zh=label[:4],
                    order=order,
                    builtin=False,
                )
            )
        tx.renew("codes")
        return made


def _new_value(label: str, taken: set[str]) -> str:
    spoken = "".join(c for c in pinyin_full(label) if c.isascii() and c.isalnum())[:40]
    base = spoken if spoken and not spoken[0].isdigit() else f"label_{spoken}".rstrip("_")
    value, number = base, 1
    while value in taken:
        number += 1
        value = f"{base}_{number}"
    return value


@dataclass(frozen=True, slots=True)
class StartBatch:
    """Open a batch that nobody sees yet."""

    permission: ClassVar[Permission] = Permission.IMPORT

    file_name: str
    source: str

    def __call__(self, tx: Tx) -> int:
        """Return the batch; clear away what killed imports left behind."""
        abandon_stale(tx)
        made = tx.session.scalar(
            insert(ImportBatch)
            .values(
                file_name=self.file_name,
                source=self.source,
                state="writing",
                report={},
                imported_by_id=tx.actor.account_id,
                imported_at=tx.now,
                touched_at=tx.now,
            )
            .returning(ImportBatch.id)
        )
        return int(made or 0)


@dataclass(frozen=True, slots=True)
class WriteChunk:
    """Write at most `CHUNK` rows of a batch, with their search tokens."""

    permission: ClassVar[Permission] = Permission.IMPORT

    batch_id: int
    entries: tuple[Entry, ...]

    def __call__(self, tx: Tx) -> int:
        """Return how many rows were written.

        Raises:
            RefusedError: `import_abandoned` if the batch was given up meanwhile.
        """
        _touch(tx, self.batch_id)
        first = int(tx.session.scalar(select(func.coalesce(func.max(Appeal.id), 0))) or 0) + 1
        units = unit_names(tx)
        rows = [
            _appeal(tx, entry, self.batch_id, appeal_id, units)
            for appeal_id, entry in enumerate(self.entries, start=first)
        ]
        tx.session.execute(insert(Appeal.__table__), rows)  # type: ignore[arg-type]
        tx.session.execute(_INSERT_TOKENS, [_tokens(row) for row in rows])
        return len(rows)


def _touch(tx: Tx, batch_id: int) -> None:
    touched = tx.session.execute(
        update(ImportBatch)
        .where(ImportBatch.id == batch_id, ImportBatch.state == "writing")
        .values(touched_at=tx.now)
        .returning(ImportBatch.id)
    ).first()
    if touched is None:
        raise RefusedError("import_abandoned")


def unit_names(read: Read) -> dict[str, int]:
    """Return the units by full, short and former name, in the form of `label_key`."""
    found: dict[str, int] = {}
    for unit_id, name in read.session.execute(select(UnitName.unit_id, UnitName.name)):
        found[label_key(name)] = unit_id
    for unit_id, full, short in read.session.execute(
        select(Unit.id, Unit.full_name, Unit.short_name)
    ):
        found[label_key(full)] = found[label_key(short)] = unit_id
    return found


def _appeal(
    tx: Tx, entry: Entry, batch_id: int, appeal_id: int, units: Mapping[str, int]
) -> dict[str, Any]:
    row = entry.row
    answered = bool(row.reply) and row.replied_on is not None
    # Answered before asked counts in the receipt month; the file's own date stays in `issued_on`.
    ended_on = _later(row.received_on, row.replied_on) if answered else None
    unit_id = units.get(_key(row.unit_name)) if row.unit_name else None
    lead_id = units.get(_key(row.handling_unit)) if answered and row.handling_unit else None
    return {
        "id": appeal_id,
        "version": 1,
        "state": "closed" if answered else "imported_open",
        "pill": "closed" if answered else "imported_open",
        "channel": row.channel or CHANNEL,
        "category": row.category or OTHER,
        "subject": row.subject,
        "facts": row.facts,
        "reply": row.reply,
        "person_name": row.person_name[:200],
        "unit_id": unit_id,
        "unit_text": " ".join(filter(None, (row.unit_name, row.post)))[:200],
        "phone": row.phone[:40],
        "received_on": row.received_on,
        "received_time": row.received_time.strftime("%H:%M:%S") if row.received_time else "",
        "recorded_at": tx.now,
        "registered_by_id": tx.actor.account_id,
        "accepted_on": row.received_on if answered else None,
        "issued_on": row.replied_on if answered else None,
        "outcome": OUTCOME if answered else None,
        "ended_on": ended_on,
        "lead_unit_id": lead_id,
        "source": row.source,
        "source_number": row.source_number,
        "source_label": row.source_label[:120],
        "source_hash": row_hash(row, entry.digests),
        "raw": packed(row, entry.digests),
        "flags": " ".join(entry.flags)[:200],
        "batch_id": batch_id,
        "published": False,
        "is_imported": True,
        "text_key": text_key(row.facts),
    }


# A ledger names the same few units again and again.
_key = lru_cache(maxsize=4096)(label_key)


def _later(first: date | None, second: date | None) -> date | None:
    return max((on for on in (first, second) if on is not None), default=None)


def _tokens(row: Mapping[str, Any]) -> dict[str, Any]:
    name = str(row["person_name"])
    spoken = (pinyin_full(name), pinyin_initials(name)) if _is_spoken(name) else ()
    texts = {
        "subject": row["subject"],
        "facts": row["facts"],
        "reply": row["reply"],
        "people": "\n".join((name, *spoken)),
        "unit": row["unit_text"],
        "number": row["source_number"],
    }
    return {"id": row["id"]} | {field: index_text(texts[field]) for field in FIELDS}


def _is_spoken(name: str) -> bool:
    """Return whether a name is of Chinese characters, so that its sound is another way to it."""
    key = namesake_key(name)
    return 0 < len(key) <= 12 and not key.isascii()


@dataclass(frozen=True, slots=True)
class PublishBatch:
    """Let everybody see a batch: one short transaction for rows, facts and timeline."""

    permission: ClassVar[Permission] = Permission.IMPORT

    batch_id: int
    rows_hash: str
    report: ImportReport
    judged: frozenset[int]
    """Published batches of this kind of file when its rows were judged."""

    def __call__(self, tx: Tx) -> int:
        """Return how many rows are seen from now on.

        Raises:
            RefusedError: `import_abandoned`; `import_overtaken` if another import of the same
                kind of file was published since this one judged its rows.
        """
        _touch(tx, self.batch_id)
        batch = tx.session.get_one(ImportBatch, self.batch_id)
        if published(tx, batch.source) != self.judged:
            raise RefusedError("import_overtaken")
        mine = Appeal.batch_id == batch.id
        shown = tx.session.execute(update(Appeal).where(mine).values(published=True))
        _tell_timeline(tx, mine)
        _count(tx, mine)
        tx.session.execute(
            update(ImportBatch).where(ImportBatch.id == batch.id).values(report=_kept(self.report))
        )
        batch.state = "published"
        batch.file_hash = self.report.file_hash
        batch.rows_hash = self.rows_hash
        batch.read_count = self.report.read
        batch.imported_count = self.report.imported
        tx.changed.update((TRACK, "appeal"))
        return int(shown.rowcount)  # type: ignore[attr-defined]


def published(read: Read, source: str) -> frozenset[int]:
    """Return the published batches of one kind of file."""
    return frozenset(
        read.session.scalars(
            select(ImportBatch.id).where(
                ImportBatch.source == source, ImportBatch.state == "published"
            )
        )
    )


def _kept(report: ImportReport) -> dict[str, Any]:
    return {
        "repeated": list(report.repeated),
        "changed": [[c.id, c.row, list(c.fields)] for c in report.changed],
        "flagged": [[f.id, f.row, f.reason, f.sheet] for f in report.flagged],
        "errors": [[e.row, e.reason, e.sheet] for e in report.errors],
        "unknown_labels": dict(report.unknown_labels),
        "added_labels": dict(report.added_labels),
    }


def _tell_timeline(tx: Tx, mine: ColumnElement[bool]) -> None:
    columns = (
        "track", "case_id", "act", "target", "happened_on", "recorded_at", "actor_id",
        "actor_name", "unit_id", "note", "inner", "needs_confirmation",
    )  # fmt: skip
    lines = select(
        literal(TRACK),
        Appeal.id,
        case((Appeal.state == "closed", "import_answered"), else_="import_open"),
        Appeal.state,
        literal(tx.today),
        literal(tx.now, Event.recorded_at.type),
        literal(tx.actor.account_id),
        literal(tx.actor.name),
        literal(tx.actor.unit_id),
        literal(""),
        literal(value=False),
        literal(value=False),
    ).where(mine)
    tx.session.execute(insert(Event).from_select(columns, lines))


def _count(tx: Tx, mine: ColumnElement[bool]) -> None:
    """Write the facts of a batch (SETTLED §3); rows without a receipt date are in no month."""
    counted = and_(mine, Appeal.received_on.is_not(None))
    answered = and_(counted, Appeal.state == "closed")
    timed = Appeal.lead_unit_id.not_in(select(Unit.id).where(Unit.counts_time.is_(False)))
    lag = func.max(func.julianday(Appeal.ended_on) - func.julianday(Appeal.received_on), 0)
    days = case((Appeal.lead_unit_id.is_(None) | timed, cast(lag, Integer)), else_=None)
    _mark(tx, "received", Appeal.received_on, counted)
    _mark(tx, "imported_open", Appeal.received_on, and_(counted, Appeal.state != "closed"))
    _mark(tx, "accepted", Appeal.received_on, answered)
    _mark(tx, "passed_in", Appeal.received_on, and_(answered, Appeal.lead_unit_id.is_not(None)))
    _mark(tx, "handled", Appeal.ended_on, answered, outcome=Appeal.outcome, days=days)
    _mark(tx, "closed", Appeal.ended_on, answered)


def _mark(
    tx: Tx, kind: str, on: Any, where: ColumnElement[bool], *, outcome: Any = None, days: Any = None
) -> None:
    columns = (
        "track", "case_id", "kind", "happened_on", "recorded_at", "unit_id", "category", "channel",
        "outcome", "days", "amount",
    )  # fmt: skip
    facts: Select[Any] = select(
        literal(TRACK),
        Appeal.id,
        literal(kind),
        on,
        literal(tx.now, Milestone.recorded_at.type),
        Appeal.lead_unit_id,
        Appeal.category,
        Appeal.channel,
        null() if outcome is None else outcome,
        null() if days is None else days,
        literal(1),
    ).where(where)
    # In the order of the counting index, which is then written from one end to the other.
    tx.session.execute(insert(Milestone).from_select(columns, facts.order_by(on)))


# --- what is given up --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AbandonBatch:
    """Give up an unfinished batch; nobody has seen it, its rows are deleted."""

    permission: ClassVar[Permission] = Permission.IMPORT

    batch_id: int

    def __call__(self, tx: Tx) -> bool:
        """Return whether there was anything to give up."""
        return abandon(tx, self.batch_id)


@dataclass(frozen=True, slots=True)
class AbandonStale:
    """Clear away what killed imports left behind; run when a store is opened by who may import."""

    permission: ClassVar[Permission] = Permission.IMPORT

    def __call__(self, tx: Tx) -> int:
        """Return how many batches were given up."""
        return abandon_stale(tx)


def abandon_stale(tx: Tx) -> int:
    """Give up every batch that nobody wrote to for `STALE`."""
    stale = tx.session.scalars(
        select(ImportBatch.id).where(
            ImportBatch.state == "writing", ImportBatch.touched_at < tx.now - STALE
        )
    )
    return sum(abandon(tx, batch_id) for batch_id in list(stale))


def abandon(tx: Tx, batch_id: int) -> bool:
    """Delete the rows of an unpublished batch and mark it as abandoned."""
    batch = tx.session.get(ImportBatch, batch_id)
    if batch is None:
        raise NotAllowedError("not_found")
    if batch.state != "writing":
        return False
    drop_tokens(tx, batch_id)
    tx.session.execute(delete(Appeal).where(Appeal.batch_id == batch_id))
    batch.state = "abandoned"
    return True


def drop_tokens(tx: Tx, batch_id: int) -> None:
    """Forget the search tokens of a batch."""
    tx.session.execute(
        text(
            "DELETE FROM appeal_search WHERE rowid IN (SELECT id FROM appeal WHERE batch_id = :id)"
        ),
        {"id": batch_id},
    )
