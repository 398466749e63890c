"""Turns the rows of a foreign ledger into rows of import, each with its verdict (SETTLED §5).

Pure: nothing here knows the store. What a row means to it (known id, changed fields, unknown
label as a new code) is decided by the import command with `differing_fields` and `content_key`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256
from pathlib import Path

from db.core.errors import RefusedError
from db.exchange.cleaning import (
    Cell,
    DateOrder,
    Moment,
    canonical,
    clean_id,
    clean_line,
    clean_text,
    date_order,
    is_placeholder,
    parse_moment,
    parse_time,
)
from db.exchange.headers import SheetRows, header_key, sheets_of
from db.exchange.readers import read_bytes

FLAGS = (
    "no_id",
    "id_inexact",
    "no_date",
    "bad_date",
    "ambiguous_date",
    "no_name",
    "no_body",
    "answered_before_asked",
    "reply_without_date",
    "bad_reply_date",
    "date_without_reply",
    "unknown_label",
    "damaged_text",
    "shifted_cells",
)
"""Reasons for which a row is imported and named."""

REASONS = ("no_text_no_id", "header_again")
"""Reasons for which a row is not imported."""


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One letter of a foreign ledger, cleaned, with the reasons a person should look at it.

    Attributes:
        row: Sheet row from 1 (record or line for JSON).
        sheet: Name of the sheet, "" where there is none.
        source: Kind of file (`SheetRows.source`); ids are compared inside one source only.
        source_number: The file's own id as a string, "" where it has none.
        person_name: As written, on one line; "" where missing. So are the other texts.
        received_on: Civil date, None where missing or not to be understood.
        received_time: Time of day, where the file tells one.
        source_label: The file's own category.
        category: Its code, None where the label is unknown or missing.
        channel: Code of the channel, None where unknown or missing.
        channel_label: The file's own channel.
        extra: Columns that are no field, by their names, as cleaned text; empty cells left out.
        raw: Every cell by its column name, as the file holds it (dates in ISO form).
        flags: Of `FLAGS`.
        content_key: The same for the same text and receipt date (rows without an id).
    """

    row: int
    sheet: str
    source: str
    source_number: str
    person_name: str
    unit_name: str
    post: str
    phone: str
    subject: str
    facts: str
    reply: str
    received_on: date | None
    received_time: time | None
    replied_on: date | None
    source_label: str
    category: str | None
    channel: str | None
    channel_label: str
    handling_unit: str
    extra: Mapping[str, str]
    raw: Mapping[str, str | int | float | bool]
    flags: tuple[str, ...]
    content_key: str

    def compared(self) -> dict[str, str]:
        """Return the cleaned values by field or extra column, for `differing_fields`.

        To be stored with the row, so that a later file can be compared without its columns
        standing in the same order or being written the same way.
        """
        values = {
            "person_name": self.person_name,
            "unit_name": self.unit_name,
            "post": self.post,
            "phone": self.phone,
            "subject": self.subject,
            "facts": self.facts,
            "reply": self.reply,
            "received_on": _iso(self.received_on, self.received_time),
            "replied_on": _iso(self.replied_on, None),
            "source_label": self.source_label,
            "channel_label": self.channel_label,
            "handling_unit": self.handling_unit,
            **self.extra,
        }
        return {name: value for name, value in values.items() if value}


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that cannot be imported: sheet row from 1 and one of `REASONS`."""

    row: int
    reason: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class SheetReport:
    """How one sheet was understood, for the preview.

    Attributes:
        sheet: Its name.
        header_row: Sheet row of the header from 1, 0 for records.
        fields: Field to column name.
        extra: Column names kept as they are.
        withheld: Column names that are not read because they name a reporter.
        missing: Fields the desk would want that have no column: `source_number`, `person_name`,
            `received_on`, `facts`.
        order: How its ambiguous dates are read.
    """

    sheet: str
    header_row: int
    fields: Mapping[str, str]
    extra: tuple[str, ...]
    withheld: tuple[str, ...]
    missing: tuple[str, ...]
    order: DateOrder


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A whole file, read and judged; nothing of it is in the store.

    Attributes:
        name: File name without its folder.
        sha256: Digest of its bytes.
        source: Source of its first sheet (each row carries its own).
        sheets: How each recognised sheet was understood.
        skipped: Names of the sheets without a recognisable header, and of hidden ones.
        read: Rows that hold anything: imported rows, same rows and errors.
        rows: What can be imported, in the order of the file.
        errors: What cannot.
        repeated: Ids that stand more than once in this file, each once, in its order; all of
            their rows are in `rows`.
        same: Rows without an id that repeat an earlier row of this file, as pairs of row numbers
            (this row, first row); they are not in `rows`.
        unknown_labels: Labels without a code and how many rows have them.
    """

    name: str
    sha256: str
    source: str
    sheets: tuple[SheetReport, ...]
    skipped: tuple[str, ...]
    read: int
    rows: tuple[ImportRow, ...]
    errors: tuple[RowError, ...]
    repeated: tuple[str, ...]
    same: tuple[tuple[int, int], ...]
    unknown_labels: Mapping[str, int]


def parse_file(
    path: Path,
    *,
    fields: Mapping[str, str] | None = None,
    categories: Mapping[str, str] | None = None,
    channels: Mapping[str, str] | None = None,
) -> ParsedFile:
    """Return a file read whole and judged row by row.

    `fields` maps fields (`headers.FIELDS`) to column names where the aliases do not know them;
    `categories` and `channels` map labels to codes. Without `categories` no label is flagged.

    Raises:
        RefusedError: The codes of `readers.read_grids` and `headers.sheets_of`.
    """
    if not path.is_file():
        raise RefusedError("file_missing", file=path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RefusedError("file_missing", file=path.name) from error
    return parse_bytes(data, path.name, fields=fields, categories=categories, channels=channels)


def parse_bytes(
    data: bytes,
    name: str,
    *,
    fields: Mapping[str, str] | None = None,
    categories: Mapping[str, str] | None = None,
    channels: Mapping[str, str] | None = None,
) -> ParsedFile:
    """Return the bytes of a file, judged as `parse_file` does.

    Raises:
        RefusedError: As `parse_file`.
    """
    sheets, skipped = sheets_of(read_bytes(data, name), name, fields=fields)
    codes = _Codes(_by_key(categories), _by_key(channels))
    reports: list[SheetReport] = []
    rows: list[ImportRow] = []
    errors: list[RowError] = []
    same: list[tuple[int, int]] = []
    first_seen: dict[tuple[str, str], int] = {}
    for sheet in sheets:
        orders = _orders(sheet)
        reports.append(_report(sheet, orders))
        for verdict in judge(sheet, codes, orders):
            if isinstance(verdict, RowError):
                errors.append(verdict)
                continue
            if not verdict.source_number:
                key = (verdict.source, verdict.content_key)
                first = first_seen.setdefault(key, verdict.row)
                if first != verdict.row:
                    same.append((verdict.row, first))
                    continue
            rows.append(verdict)
    counts = Counter((row.source, row.source_number) for row in rows if row.source_number)
    repeated = dict.fromkeys(number for (_, number), count in counts.items() if count > 1)
    labels = Counter(row.source_label for row in rows if "unknown_label" in row.flags)
    return ParsedFile(
        name=name,
        sha256=sha256(data).hexdigest(),
        source=sheets[0].source,
        sheets=tuple(reports),
        skipped=skipped,
        read=len(rows) + len(errors) + len(same),
        rows=tuple(rows),
        errors=tuple(errors),
        repeated=tuple(repeated),
        same=tuple(same),
        unknown_labels=labels,
    )


def differing_fields(stored: Mapping[str, str], row: ImportRow) -> tuple[str, ...]:
    """Return the names of fields and extra columns in which a row differs from a stored one.

    `stored` is what `ImportRow.compared` returned then. Columns that only one of the two files
    has are no difference: an excerpt with fewer columns changes nothing.
    """
    values = row.compared()
    return tuple(
        name
        for name in sorted(values.keys() | stored.keys())
        if (name in values and name in stored and values[name] != stored[name])
    )


def label_key(label: str) -> str:
    """Return the form in which labels are looked up: no width, case, space or punctuation."""
    return header_key(label)


@dataclass(frozen=True, slots=True)
class _Codes:
    categories: Mapping[str, str] | None
    channels: Mapping[str, str] | None


def _by_key(codes: Mapping[str, str] | None) -> Mapping[str, str] | None:
    return None if codes is None else {label_key(label): code for label, code in codes.items()}


_DATE_FIELDS = ("received_on", "replied_on")


def _orders(sheet: SheetRows) -> Mapping[str, DateOrder]:
    """Return the order of each date column; one that cannot tell follows the file's other one."""
    orders = {
        field: date_order(_cell(cells, sheet.fields[field]) for _, cells in sheet.rows)
        for field in _DATE_FIELDS
        if field in sheet.fields
    }
    known = {order for order in orders.values() if order is not DateOrder.UNKNOWN}
    if len(known) == 1:
        return dict.fromkeys(orders, known.pop())
    return orders


def _report(sheet: SheetRows, orders: Mapping[str, DateOrder]) -> SheetReport:
    used = set(sheet.fields.values()) | sheet.withheld
    return SheetReport(
        sheet=sheet.sheet,
        header_row=sheet.header_row,
        fields={field: sheet.columns[index] for field, index in sheet.fields.items()},
        extra=tuple(name for index, name in enumerate(sheet.columns) if index not in used),
        withheld=tuple(sheet.columns[index] for index in sorted(sheet.withheld)),
        missing=tuple(
            field
            for field in ("source_number", "person_name", "received_on", "facts")
            if field not in sheet.fields
        ),
        order=orders.get("received_on", DateOrder.UNKNOWN),
    )


def judge(
    sheet: SheetRows, codes: "_Codes", orders: Mapping[str, DateOrder]
) -> Iterator[ImportRow | RowError]:
    """Yield the verdict on each row of a sheet, in its order."""
    source = sheet.source
    keys = [header_key(name) for name in sheet.columns]
    for number, cells in sheet.rows:
        if _is_header_again(cells, keys):
            yield RowError(number, "header_again", sheet.sheet)
            continue
        yield _Row(sheet, number, cells, source).verdict(codes, orders)


def _is_header_again(cells: Sequence[Cell], keys: Sequence[str]) -> bool:
    """A page break in an old export repeats the header between the letters."""
    pairs = [
        (header_key(cell), key)
        for cell, key in zip(cells, keys, strict=False)
        if isinstance(cell, str) and cell
    ]
    return len(pairs) > 1 and all(cell == key for cell, key in pairs)


class _Row:
    """One row while it is judged."""

    def __init__(self, sheet: SheetRows, number: int, cells: Sequence[Cell], source: str) -> None:
        self._sheet = sheet
        self._number = number
        self._cells = cells
        self._source = source
        self._flags: list[str] = []

    def verdict(self, codes: _Codes, orders: Mapping[str, DateOrder]) -> ImportRow | RowError:
        number = self._id()
        subject, facts, reply = self._line("subject"), self._text("facts"), self._text("reply")
        if not number and not (subject or facts):
            return RowError(self._number, "no_text_no_id", self._sheet.sheet)
        received = self._received(orders)
        replied = self._replied(orders, reply)
        if received.on and replied.on and replied.on < received.on:
            self._flags.append("answered_before_asked")
        name = self._line("person_name")
        if not name and "person_name" in self._sheet.fields:
            self._flags.append("no_name")
        if not facts:
            self._flags.append("no_body")
        label, category = self._label(codes)
        channel_label = self._line("channel")
        channel = (codes.channels or {}).get(label_key(channel_label)) if channel_label else None
        if "\ufffd" in subject + facts + reply:
            self._flags.append("damaged_text")
        if any(clean_text(cell) for cell in self._cells[self._sheet.named :]):
            self._flags.append("shifted_cells")
        return ImportRow(
            row=self._number,
            sheet=self._sheet.sheet,
            source=self._source,
            source_number=number,
            person_name=name,
            unit_name=self._line("unit_name"),
            post=self._line("post"),
            phone=self._phone(),
            subject=subject,
            facts=facts,
            reply=reply,
            received_on=received.on,
            received_time=received.at,
            replied_on=replied.on,
            source_label=label,
            category=category,
            channel=channel,
            channel_label=channel_label,
            handling_unit=self._line("handling_unit"),
            extra=self._extra(),
            raw=self._raw(),
            flags=tuple(dict.fromkeys(self._flags)),
            content_key=content_key(subject, facts, received.on),
        )

    def _cell(self, field: str) -> Cell:
        index = self._sheet.fields.get(field)
        return None if index is None else _cell(self._cells, index)

    def _line(self, field: str) -> str:
        text = clean_line(self._cell(field))
        return "" if is_placeholder(text) else text

    def _text(self, field: str) -> str:
        text = clean_text(self._cell(field))
        return "" if is_placeholder(text) else text

    def _id(self) -> str:
        number, reason = clean_id(self._cell("source_number"))
        if reason:
            self._flags.append(reason)
        elif not number and "source_number" in self._sheet.fields:
            self._flags.append("no_id")
        return number

    def _phone(self) -> str:
        number, _ = clean_id(self._cell("phone"))
        return number

    def _received(self, orders: Mapping[str, DateOrder]) -> Moment:
        moment = parse_moment(
            self._cell("received_on"), orders.get("received_on", DateOrder.UNKNOWN)
        )
        if moment.reason:
            self._flags.append(moment.reason)
        if moment.on and moment.at is None:
            return Moment(moment.on, parse_time(self._cell("received_time")))
        return moment

    def _replied(self, orders: Mapping[str, DateOrder], reply: str) -> Moment:
        moment = parse_moment(self._cell("replied_on"), orders.get("replied_on", DateOrder.UNKNOWN))
        if moment.reason in {"bad_date", "ambiguous_date"}:
            self._flags.append("bad_reply_date")
        elif reply and moment.on is None:
            self._flags.append("reply_without_date")
        elif moment.on and not reply:
            self._flags.append("date_without_reply")
        return moment

    def _label(self, codes: _Codes) -> tuple[str, str | None]:
        label = self._line("source_label")
        if not label or codes.categories is None:
            return label, None
        category = codes.categories.get(label_key(label))
        if category is None:
            self._flags.append("unknown_label")
        return label, category

    def _extra(self) -> dict[str, str]:
        taken = set(self._sheet.fields.values())
        return {
            name: text
            for index, name in enumerate(self._sheet.columns)
            if index not in taken and (text := canonical(_cell(self._cells, index)))
        }

    def _raw(self) -> dict[str, str | int | float | bool]:
        names = self._sheet.columns
        return {
            names[index] if index < len(names) else f"#{index + 1}": _jsonable(cell)
            for index, cell in enumerate(self._cells)
            if cell is not None
        }


def content_key(subject: str, facts: str, received_on: date | None) -> str:
    """Return what rows without an id are the same by: their text and receipt date."""
    parts = (subject, facts, received_on.isoformat() if received_on else "")
    return sha256("\x1f".join(parts).encode()).hexdigest()


def _cell(cells: Sequence[Cell], index: int) -> Cell:
    return cells[index] if index < len(cells) else None


def _jsonable(cell: Cell) -> str | int | float | bool:
    return cell if isinstance(cell, str | int | float) else canonical(cell)


def _iso(on: date | None, at: time | None) -> str:
    if on is None:
        return ""
    return f"{on.isoformat()} {at.isoformat()}" if at else on.isoformat()
