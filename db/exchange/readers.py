"""Reads .xlsx, .xls, .csv, .json and .jsonl into grids of cells, by content and never by extension.

A file that cannot be read whole is refused with a code (SETTLED §5); nothing is half-read.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import IO

import python_calamine

from db.core.errors import RefusedError
from db.exchange.cleaning import Cell, is_blank

_MAX_BYTES = 300 * 1024 * 1024
_MAX_UNPACKED = 1024 * 1024 * 1024
_MAX_RATIO = 400
_MAX_CELLS = 24_000_000
_MAX_COLUMNS = 2_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_FOREIGN = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"SQLite ",
    b"MZ",
    b"{\\rtf",
)


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range; rows and columns from 1, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as it stands in the file, wholly blank rows left out.

    Attributes:
        sheet: Name of the sheet, "" where the kind of file has none.
        rows: Sheet row number from 1 and its cells from column A on.
        merges: Merged ranges inside the rows that hold anything.
        hidden: Whether the file hides the sheet.
        keyed: The first row holds the keys of records (JSON), it is no row of the file.
    """

    sheet: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    keyed: bool = False


def read_grids(path: Path) -> tuple[Grid, ...]:
    """Return the sheets of a file, in its order.

    Raises:
        RefusedError: `file_missing`, `file_empty`, `file_too_large`, `file_kind_unknown`,
            `file_password`, `file_unreadable`, `file_encoding` or `file_json`.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise RefusedError("file_missing", file=path.name)
        if size > _MAX_BYTES:
            raise RefusedError("file_too_large", file=path.name, megabytes=size // 2**20)
        data = path.read_bytes()
    except OSError as error:
        raise RefusedError("file_missing", file=path.name) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> tuple[Grid, ...]:
    """Return the sheets held by the bytes of a file; `name` is for the refusal only.

    Raises:
        RefusedError: As `read_grids`.
    """
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise RefusedError("file_empty", file=name)
    if data.startswith(_OLE):
        return _read_workbook(data, name)
    if data.startswith(_ZIP):
        _refuse_absurd_archive(data, name)
        return _read_workbook(data, name)
    if data.startswith(_FOREIGN):
        raise RefusedError("file_kind_unknown", file=name)
    return _read_text(decode(data, name), name)


# --- workbooks ---------------------------------------------------------------------------------


def _refuse_absurd_archive(data: bytes, name: str) -> None:
    """Refuse what is no .xlsx, unpacks beyond reason, or claims cells no office writes.

    The reader below lays out the used range densely: one stray cell in the last corner of a
    sheet would take gigabytes and end the process without an exception.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if "xl/workbook.xml" not in {entry.filename.replace("\\", "/") for entry in entries}:
                raise RefusedError("file_kind_unknown", file=name)
            unpacked = sum(entry.file_size for entry in entries)
            packed = sum(entry.compress_size for entry in entries) or 1
            if unpacked > _MAX_UNPACKED or (unpacked > 2**26 and unpacked / packed > _MAX_RATIO):
                raise RefusedError("file_too_large", file=name, megabytes=unpacked // 2**20)
            for entry in entries:
                if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                    with archive.open(entry) as stream:
                        _refuse_absurd_range(_chunks(stream), name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as error:
        raise RefusedError("file_unreadable", file=name) from error


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(2**20):
        yield chunk


# A cell with a value (no self-closing tag) beyond column Z or row 9,999.
_FAR_CELL = re.compile(
    rb'<(?:\w+:)?c\b[^>]{0,200}?\br=["\']'
    rb'(?:([A-Z]{2,3})([0-9]{1,7})|([A-Z])([0-9]{5,7}))["\'](?:[^>]{0,200}[^>/])?>(?!</)'
)


def _refuse_absurd_range(chunks: Iterable[bytes], name: str) -> None:
    columns, rows, tail = 26, 9_999, b""
    for chunk in chunks:
        block = tail + chunk
        for found in _FAR_CELL.finditer(block):
            columns = max(columns, _column_number(found[1] or found[3]))
            rows = max(rows, int(found[2] or found[4]))
        if columns * rows > _MAX_CELLS or columns > _MAX_COLUMNS:
            raise RefusedError("file_range_absurd", file=name, columns=columns, rows=rows)
        tail = block[-400:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _read_workbook(data: bytes, name: str) -> tuple[Grid, ...]:
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        return tuple(
            _sheet_grid(book, meta)
            for meta in book.sheets_metadata
            if meta.typ is python_calamine.SheetTypeEnum.WorkSheet
        )
    except python_calamine.PasswordError as error:
        raise RefusedError("file_password", file=name) from error
    except RefusedError:
        raise
    # The reader is foreign code and has no closed list of what it raises for broken files, its
    # own panics (a BaseException) among it: whatever it is, the file cannot be read.
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise RefusedError("file_unreadable", file=name) from error


def _sheet_grid(
    book: python_calamine.CalamineWorkbook, meta: python_calamine.SheetMetadata
) -> Grid:
    sheet = book.get_sheet_by_name(meta.name)
    hidden = meta.visible is not python_calamine.SheetVisibleEnum.Visible
    if sheet.start is None:
        return Grid(meta.name, (), hidden=hidden)
    # The library fills the rows above the used range but not the columns left of it.
    lead: tuple[Cell, ...] = (None,) * sheet.start[1]
    rows = _without_blank(
        (number, (*lead, *cells)) for number, cells in enumerate(sheet.iter_rows(), start=1)
    )
    last = rows[-1][0] if rows else 0
    merges = tuple(
        Merge(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sorted(sheet.merged_cell_ranges or ())
        if top < last and (top, left) != (bottom, right)
    )
    return Grid(meta.name, rows, merges, hidden)


def _without_blank(
    rows: Iterable[tuple[int, tuple[Cell, ...]]],
) -> tuple[tuple[int, tuple[Cell, ...]], ...]:
    return tuple(
        (number, tuple(None if cell == "" else cell for cell in cells))
        for number, cells in rows
        if not all(is_blank(cell) for cell in cells)
    )


# --- text files --------------------------------------------------------------------------------

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes, name: str) -> str:
    """Return the text of a file: by its byte order mark, else UTF-8, UTF-16 or GB18030.

    Raises:
        RefusedError: `file_encoding` where no reading is whole, among it UTF-8 with damaged
            bytes (reading those as GB18030 would give nonsense for the whole file).
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding, name)
    if bare := _bare_utf16(data):
        return _decoded(data, bare, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        high = len(_HIGH.findall(data))
        if sum(map(len, _MULTIBYTE.findall(data))) > 0.95 * high:
            raise RefusedError("file_encoding", file=name, byte=error.start) from error
        text = _decoded(data, "gb18030", name)
    if "\x00" in text[:100_000]:
        raise RefusedError("file_kind_unknown", file=name)
    return text


def _bare_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows by its line breaks and commas, half of whose bytes are zero."""
    head = data[:20_000]
    little, big = head[1::2].count(0), head[0::2].count(0)
    if max(little, big) * 50 < len(head):
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise RefusedError("file_encoding", file=name, byte=error.start) from error


def _read_text(text: str, name: str) -> tuple[Grid, ...]:
    start = text.lstrip("\ufeff \t\r\n")[:600]
    if start.startswith(("{", "[")):
        grid = _read_json(text, name)
        if grid is not None:
            return (grid,)
    if start.startswith("<"):
        return _read_html(text, name)
    return (_read_csv(text, name),)


_DELIMITERS = ",\t;|，；"


def _read_csv(text: str, name: str) -> Grid:
    text = text.lstrip("\ufeff")
    if first := re.match(r"sep=(.)\r?\n", text):  # a hint that Excel itself writes and reads
        records = _records(text[first.end() :], first[1], name)
        return Grid("", _without_blank((n, tuple(r)) for n, r in enumerate(records, start=2)))
    records = _records(text, _delimiter(text), name)
    return Grid("", _without_blank((n, tuple(r)) for n, r in enumerate(records, start=1)))


def _delimiter(text: str) -> str:
    """Return the separator that splits the first records most evenly into most cells."""
    head = text[:200_000]

    def evenness(mark: str) -> float:
        widths = [len(r) for r, _ in zip(_lenient(head, mark), range(30), strict=False) if r]
        if not widths or max(widths) == 1:
            return 0.0
        usual = max(set(widths), key=widths.count)
        return usual * widths.count(usual) / len(widths) if usual > 1 else 0.5

    return max(_DELIMITERS, key=evenness)


def _lenient(text: str, mark: str) -> Iterator[list[str]]:
    csv.field_size_limit(_MAX_BYTES)
    return csv.reader(io.StringIO(text, newline=""), delimiter=mark)


def _records(text: str, mark: str, name: str) -> list[list[str]]:
    csv.field_size_limit(_MAX_BYTES)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error as error:
        # A quote that is never closed has swallowed the rest of the file: nothing of it may be
        # taken for one long letter. Text behind a closing quote is read as spreadsheets read it.
        if "unexpected end" in str(error):
            raise RefusedError("file_quote_open", file=name, row=len(records) + 1) from error
        records[:] = _lenient(text, mark)
        if not _closes(text):
            raise RefusedError("file_quote_open", file=name, row=len(records)) from error
    return records


def _closes(text: str) -> bool:
    return text.count('"') % 2 == 0


# --- JSON --------------------------------------------------------------------------------------


def _read_json(text: str, name: str) -> Grid | None:
    """Return the records as a grid; None where the text only looks like JSON."""
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except RecursionError as error:
        raise RefusedError("file_json", file=name, row=1) from error
    except ValueError:
        return _read_json_lines(text, name)
    records = _record_list(value)
    if records is None:
        raise RefusedError("file_json", file=name, row=1)
    return _records_grid(enumerate(records, start=1), name)


def _record_list(value: object) -> list[object] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        lists = [found for found in value.values() if isinstance(found, list) and found]
        if len(lists) == 1 and all(isinstance(item, dict | list) for item in lists[0]):
            return lists[0]
        nested = [
            found for v in value.values() if isinstance(v, dict) and (found := _record_list(v))
        ]
        if not lists and len(nested) == 1 and len(nested[0]) > 1:
            return nested[0]
        return [value]
    return None


def _read_json_lines(text: str, name: str) -> Grid | None:
    records: list[tuple[int, object]] = []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            records.append((number, json.loads(line)))
        except (ValueError, RecursionError) as error:
            if not records and not line.lstrip().startswith("{"):
                return None
            raise RefusedError("file_json", file=name, row=number) from error
    return _records_grid(records, name)


def _records_grid(records: Iterable[tuple[int, object]], name: str) -> Grid:
    numbered = list(records)
    if numbered and all(isinstance(record, list) for _, record in numbered):
        return Grid(
            "",
            _without_blank((n, tuple(map(_leaf, r))) for n, r in numbered if isinstance(r, list)),
        )
    flat: list[tuple[int, dict[str, Cell]]] = []
    for number, record in numbered:
        if not isinstance(record, dict):
            raise RefusedError("file_json", file=name, row=number)
        flat.append((number, dict(_flatten(record))))
    keys = tuple(dict.fromkeys(key for _, record in flat for key in record))
    rows = _without_blank((n, tuple(record.get(key) for key in keys)) for n, record in flat)
    return Grid("", ((0, keys), *rows), keyed=True)


def _flatten(record: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, Cell]]:
    for key, value in record.items():
        if isinstance(value, dict):
            yield from _flatten(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", _leaf(value)


def _leaf(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "、".join(value)
    return json.dumps(value, ensure_ascii=False)


# --- HTML tables, which many web systems call .xls -----------------------------------------------


class _TableParser(HTMLParser):
    """Collects the rows of every table that is not inside another one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[Cell]]] = []
        self.merges: list[list[Merge]] = []
        self._cell: list[str] | None = None
        self._span = (1, 1)
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
                self.merges.append([])
        elif self._depth == 1 and tag == "tr":
            self._close_cell()
            self.tables[-1].append([])
        elif self._depth == 1 and tag in {"td", "th"}:
            self._close_cell()
            self._cell = []
            spans = {key: int(value) for key, value in attrs if value and value.isdecimal()}
            self._span = (min(spans.get("rowspan", 1), 9_999), min(spans.get("colspan", 1), 999))
        elif tag in {"br", "p", "div"} and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "table":
            self._close_cell()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in {"td", "th", "tr"}:
            self._close_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _close_cell(self) -> None:
        if self._cell is None:
            return
        if not self.tables[-1]:
            self.tables[-1].append([])
        row = self.tables[-1][-1]
        top, left = len(self.tables[-1]), len(row) + 1
        row.append("".join(self._cell))
        down, across = self._span
        row.extend([None] * (across - 1))
        if down > 1 or across > 1:
            self.merges[-1].append(Merge(top, left, top + down - 1, left + across - 1))
        self._cell = None


def _read_html(text: str, name: str) -> tuple[Grid, ...]:
    if not re.search(r"<table[\s>]", text, re.IGNORECASE):
        raise RefusedError("file_kind_unknown", file=name)
    parser = _TableParser()
    parser.feed(text)
    parser.close()
    return tuple(
        Grid(
            "",
            _without_blank((n, tuple(row)) for n, row in enumerate(table, start=1)),
            tuple(merged),
        )
        for table, merged in zip(parser.tables, parser.merges, strict=True)
    )
