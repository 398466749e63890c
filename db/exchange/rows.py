"""What crosses the wall about imports (pure)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from db.exchange.mapping import SheetReport


@dataclass(frozen=True, slots=True)
class Flagged:
    """A row that is imported and that a person should look at.

    Attributes:
        id: The file's own id, `#<row>` where it has none.
        row: Sheet row from 1.
        reason: Of `db.exchange.mapping.FLAGS` or `future_date`.
        sheet: Name of the sheet, "" where there is only one.
    """

    id: str
    row: int
    reason: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A known id whose fields differ from what was imported before; nothing is overwritten.

    Attributes:
        id: The id.
        row: Sheet row from 1.
        fields: Names of the differing fields and columns.
    """

    id: str
    row: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not imported: sheet row from 1 and why."""

    row: int
    reason: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file as the preview lists it.

    Attributes:
        row: Sheet row from 1.
        sheet: Name of the sheet.
        id: The file's own id, "" where it has none.
        person_name: As written.
        subject: Subject, or the beginning of the text.
        received_on: Receipt day.
        category: Code that it will have.
        source_label: The file's own category.
        verdict: `new`, `repeated`, `changed` (a repeated one that differs) or `error`.
        reasons: Flags, or the reason of an error.
        differing: Fields in which it differs from the one in the store.
    """

    row: int
    sheet: str
    id: str
    person_name: str
    subject: str
    received_on: date | None
    category: str
    source_label: str
    verdict: str
    reasons: tuple[str, ...]
    differing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do (SETTLED §§5–6).

    Attributes:
        file: Name of the file without its folder.
        file_hash: SHA-256 of its bytes.
        dry_run: Nothing was written.
        read: Rows that hold anything.
        imported: Rows written (or to be written).
        rejected: Rows in `errors`.
        repeated: Ids known before or standing more than once in the file, each once, in its order;
            `#<row>` for rows without an id.
        changed: Known ids with differing fields.
        flagged: Imported rows to look at, one for each reason.
        errors: Rows that are not imported.
        batch_id: The batch; None for a dry run and where nothing was new.
        unknown_labels: Labels without a code and how many rows have them.
        added_labels: Labels that were added to the list with their new codes.
        sheets: How each sheet was understood.
        skipped: Sheets without a recognisable header.
        lines: Every row, for the preview; empty unless asked for.
    """

    file: str
    file_hash: str
    dry_run: bool
    read: int
    imported: int
    rejected: int
    repeated: tuple[str, ...]
    changed: tuple[Changed, ...]
    flagged: tuple[Flagged, ...]
    errors: tuple[Fault, ...]
    batch_id: int | None = None
    unknown_labels: Mapping[str, int] = field(default_factory=dict)
    added_labels: Mapping[str, str] = field(default_factory=dict)
    sheets: tuple[SheetReport, ...] = ()
    skipped: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch as the page of imports lists it.

    Attributes:
        state: `writing`, `published`, `undone` or `abandoned`.
        repeated: How many known or repeated ids.
        flagged: How many rows were flagged.
        rejected: How many rows were not imported.
        can_undo: Published, and nothing of it was worked on since.
    """

    id: int
    version: int
    file_name: str
    file_hash: str
    rows_hash: str
    state: str
    read: int
    imported: int
    repeated: int
    changed: int
    flagged: int
    rejected: int
    imported_by: str
    imported_at: datetime
    undone_at: datetime | None
    undone_reason: str
    can_undo: bool
