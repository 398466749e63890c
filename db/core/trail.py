"""The audit chain: what each transaction changed, linked by hashes (DESIGN §3.7).

An entry commits to its predecessor, so that changing, removing or reordering any one is found by
`verify`. Values live apart in `trail_detail`; the entry keeps their hash, which allows a purge by
two persons without breaking the chain.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, inspect, select
from sqlalchemy.orm import Session

from db.core.base import Base, Versioned
from db.core.tables import Purge, TrailDetail, TrailEntry

START = "0" * 64
END = "chain_end"
"""Where a session keeps the end of the chain within its transaction."""


@dataclass(frozen=True, slots=True)
class Change:
    """One changed row: column → (old, new)."""

    kind: str
    row: Base
    columns: dict[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Verification:
    """Outcome of walking the chain.

    Attributes:
        entries: Links read.
        head: Hash of the last link.
        broken_at: First entry that does not fit, None if all fit.
        reason: `hash`, `gap`, `detail` or empty.
    """

    entries: int
    head: str
    broken_at: int | None
    reason: str


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it; bytes by their hash."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return f"sha256:{hashlib.sha256(value).hexdigest()}"
    return value


def changes_of(session: Session) -> list[Change]:
    """Return what the session is about to write and raise the versions of changed rows."""
    found: list[Change] = []
    for row in session.new:
        if isinstance(row, Base) and row.audited:
            state = inspect(row)
            listed = state.mapper.column_attrs
            columns = {
                name: (None, plain(value))
                for name, value in state.dict.items()
                if value not in (None, "") and name in listed
            }
            found.append(Change(row.__tablename__, row, columns))
    # The session keeps them in no order of its own; the trail is the same for the same deeds.
    for row in sorted((r for r in session.dirty if isinstance(r, Base)), key=_place):
        columns = _changed(row)
        if not columns:
            continue
        if isinstance(row, Versioned):
            row.version += 1
            columns.pop("version", None)
        if row.audited and columns:
            found.append(Change(row.__tablename__, row, columns))
    found.extend(
        Change(row.__tablename__, row, {"deleted": (None, True)})
        for row in sorted((r for r in session.deleted if isinstance(r, Base)), key=_place)
        if row.audited
    )
    return found


def _place(row: Base) -> tuple[str, Any]:
    return row.__tablename__, inspect(row).identity


def _changed(row: Base) -> dict[str, tuple[Any, Any]]:
    """Return the columns whose value is another than the stored one: column → (old, new)."""
    state = inspect(row)
    columns = {}
    # Only what was set since it was loaded can differ; the other columns are not looked at.
    for name in state.committed_state:
        history = state.attrs[name].history
        if history.has_changes():
            old = history.deleted[0] if history.deleted else None
            new = history.added[0] if history.added else None
            columns[name] = (plain(old), plain(new))
    return columns


def canonical(value: object) -> str:
    """Return the one JSON text of a value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Link:
    """What a new entry of the chain says; the chain adds number and hashes.

    Attributes:
        changes: Old and new value of each changed column of its row.
    """

    at: datetime
    actor_id: int | None
    actor_name: str
    act: str
    kind: str
    row_id: int | None = None
    track: str | None = None
    case_id: int | None = None
    changes: dict[str, Any] | None = None


def link_hash(previous: str, entry_id: int, entry: Any, *, fields: str, detail_hash: str) -> str:
    """Return the hash of a link over its fields and its predecessor's hash.

    Args:
        previous: Hash of the predecessor.
        entry_id: Number of the link.
        entry: A `Link`, or a row of the table.
        fields: Names of the changed columns.
        detail_hash: Hash of their values.
    """
    parts = [
        previous,
        entry_id,
        entry.at.isoformat(),
        entry.actor_id,
        entry.actor_name,
        entry.act,
        entry.kind,
        entry.row_id,
        entry.track,
        entry.case_id,
        fields,
        detail_hash,
    ]
    return hashlib.sha256(canonical(parts).encode()).hexdigest()


class Chain:
    """The end of the chain within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        transaction = session.get_transaction()
        kept = session.info.get(END)
        if kept is not None and transaction is not None and kept[0] is transaction:
            # Nobody else writes while this transaction lasts.
            last = kept[1]
        else:
            last = session.execute(
                select(TrailEntry.id, TrailEntry.hash).order_by(TrailEntry.id.desc()).limit(1)
            ).first()
        self.last_id: int = last[0] if last else 0
        self.head: str = last[1] if last else START

    def append(
        self,
        *,
        at: datetime,
        actor_id: int | None,
        actor_name: str,
        act: str,
        kind: str,
        row_id: int | None = None,
        track: str | None = None,
        case_id: int | None = None,
        changes: dict[str, Any] | None = None,
    ) -> None:
        """Add a link with the old and new values of its row."""
        self.extend([Link(at, actor_id, actor_name, act, kind, row_id, track, case_id, changes)])

    def extend(self, links: Sequence[Link]) -> None:
        """Add links in their order; all of them in two statements."""
        entries: list[dict[str, Any]] = []
        details: list[dict[str, Any]] = []
        for link in links:
            detail = canonical(link.changes or {})
            detail_hash = hashlib.sha256(detail.encode()).hexdigest()
            fields = " ".join(sorted(link.changes or {}))
            self.last_id += 1
            self.head = link_hash(
                self.head, self.last_id, link, fields=fields, detail_hash=detail_hash
            )
            entries.append(
                {
                    "id": self.last_id,
                    "at": link.at,
                    "actor_id": link.actor_id,
                    "actor_name": link.actor_name,
                    "act": link.act,
                    "kind": link.kind,
                    "row_id": link.row_id,
                    "track": link.track,
                    "case_id": link.case_id,
                    "fields": fields,
                    "detail_hash": detail_hash,
                    "hash": self.head,
                }
            )
            if link.changes:
                details.append({"entry_id": self.last_id, "changes": detail})
        # Past the unit of work: the rows are never loaded, changed or audited themselves.
        connection = self._session.connection()
        if entries:
            connection.execute(_ENTRIES, entries)
        if details:
            connection.execute(_DETAILS, details)
        self._session.info[END] = (self._session.get_transaction(), (self.last_id, self.head))


_ENTRIES = insert(TrailEntry)
_DETAILS = insert(TrailDetail)


def verify(session: Session) -> Verification:
    """Walk the whole chain and its details; say where it breaks first."""
    head, expected, details = START, 1, 0
    purged = {(p.track, p.case_id) for p in session.scalars(select(Purge))}
    for entry, changes in _entries(session):
        if entry.id != expected:
            return Verification(details, head, expected, "gap")
        fits = link_hash(head, entry.id, entry, fields=entry.fields, detail_hash=entry.detail_hash)
        if fits != entry.hash:
            return Verification(details, head, entry.id, "hash")
        if changes is None:
            cleared = entry.fields == "" or (entry.track, entry.case_id) in purged
            if not cleared:
                return Verification(details, head, entry.id, "detail")
        elif hashlib.sha256(changes.encode()).hexdigest() != entry.detail_hash:
            return Verification(details, head, entry.id, "detail")
        head, expected, details = entry.hash, expected + 1, details + 1
    return Verification(details, head, None, "")


def _entries(session: Session) -> Iterator[tuple[Any, str | None]]:
    statement = (
        select(*TrailEntry.__table__.columns, TrailDetail.changes)
        .outerjoin(TrailDetail, TrailDetail.entry_id == TrailEntry.id)
        .order_by(TrailEntry.id)
        .execution_options(yield_per=2000)
    )
    for entry in session.execute(statement):
        yield entry, entry.changes
