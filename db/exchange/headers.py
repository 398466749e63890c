"""Finds the header row of a foreign ledger and says by name which column means what.

Never by position: two files of the same system may order their columns differently. The names are
data, `resources/exchange/aliases.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from db.core.errors import RefusedError
from db.exchange.cleaning import Cell, clean_line
from db.exchange.readers import Grid, Merge

FIELDS = (
    "source_number",
    "person_name",
    "unit_name",
    "post",
    "phone",
    "subject",
    "facts",
    "received_on",
    "received_time",
    "reply",
    "replied_on",
    "source_label",
    "channel",
    "handling_unit",
)
"""Every field a column can be mapped to; what is mapped to none is kept as `extra`."""

_SCANNED_ROWS = 40
_LONGEST_HEADER = 60
_PATTERN_RANK = 1_000  # behind every name
_FORM_MERGES = 3


@dataclass(frozen=True, slots=True)
class Aliases:
    """The known header names, in the form of `header_key`.

    Attributes:
        names: Header key to its field and its rank among the names of that field.
        patterns: Field and expression, special fields first.
        ignored_names: Keys that are never a field.
        ignored: The same as expressions.
        withheld: Columns that name a reporter and are never read.
        accused: Columns that name an accused person.
        withheld_beside_accused: Columns that name a reporter where such a column stands beside.
    """

    names: Mapping[str, tuple[str, int]]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    ignored_names: frozenset[str]
    ignored: tuple[re.Pattern[str], ...]
    withheld: tuple[re.Pattern[str], ...]
    accused: tuple[re.Pattern[str], ...]
    withheld_beside_accused: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Header:
    """A recognised header row.

    Attributes:
        row: Sheet row number from 1; 0 where the columns are keys of records.
        columns: Names as they stand in the file, made distinct ("备注 2", "#7" for a nameless one).
        fields: Field to index of its column.
        withheld: Indices of columns whose contents must not be read.
    """

    row: int
    columns: tuple[str, ...]
    fields: Mapping[str, int]
    withheld: frozenset[int]


@dataclass(frozen=True, slots=True)
class SheetRows:
    """The rows below a recognised header.

    Attributes:
        path: Name of the file, without its folder.
        sheet: Name of the sheet, "" where there is none.
        header_row: Sheet row of the header from 1, 0 for records.
        columns: Column names as in the file, distinct.
        rows: Sheet row number from 1 and the cells, as long as `columns` or longer.
        fields: Field to index of its column.
        withheld: Indices of columns that name a reporter; their cells are None.
    """

    path: str
    sheet: str
    header_row: int
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    fields: Mapping[str, int]
    withheld: frozenset[int] = frozenset()

    @property
    def source(self) -> str:
        """Identify the kind of file: what ids of one source share (see `source_of`)."""
        return source_of(self.columns, self.fields)

    @property
    def named(self) -> int:
        """Count the columns up to the last that has a name; cells beyond were pushed aside."""
        return max(n for n, column in enumerate(self.columns, start=1) if column[0] != "#")


def header_key(text: str) -> str:
    """Return a header without width, case, spaces, punctuation and bracketed remarks."""
    text = unicodedata.normalize("NFKC", clean_line(text)).casefold()
    text = re.sub(r"[(\[〔【<《][^)\]〕】>》]*[)\]〕】>》]", "", text) or text
    return re.sub(r"[\W_]+", "", text)


@cache
def load_aliases() -> Aliases:
    """Return the names shipped with the program."""
    text = files("resources").joinpath("exchange/aliases.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    names: dict[str, tuple[str, int]] = {}
    patterns: list[tuple[str, re.Pattern[str]]] = []
    for field, table in tables.items():
        if field not in FIELDS:
            continue
        for rank, name in enumerate(table["names"]):
            names.setdefault(header_key(name), (field, rank))
        patterns.extend((field, re.compile(pattern)) for pattern in table["patterns"])

    def compiled(table: str, key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(map(re.compile, tables[table][key]))

    return Aliases(
        names,
        tuple(patterns),
        frozenset(map(header_key, tables["ignore"]["names"])),
        compiled("ignore", "patterns"),
        compiled("withheld", "patterns"),
        compiled("withheld", "accused"),
        compiled("withheld", "beside_accused"),
    )


def field_of(header: str, aliases: Aliases) -> tuple[str, int] | None:
    """Return the field a header names and how well (smaller is better), or None."""
    key = header_key(header)
    if not key or key in aliases.ignored_names:
        return None
    if found := aliases.names.get(key):
        return found
    if any(pattern.search(key) for pattern in aliases.ignored):
        return None
    for place, (field, pattern) in enumerate(aliases.patterns):
        if pattern.search(key):
            return field, _PATTERN_RANK + place
    return None


def source_of(columns: Sequence[str], fields: Mapping[str, int]) -> str:
    """Return the name of a file's source: a digest of the headers that carry its fields.

    Order of columns, file name and extra columns do not count, so a later export or an excerpt of
    the same system is the same source; a file whose fields stand under other headers is another.
    """
    named = sorted(f"{field}={header_key(columns[index])}" for field, index in fields.items())
    return sha256("\n".join(named).encode()).hexdigest()[:16]


def sheets_of(
    grids: Sequence[Grid], name: str, *, fields: Mapping[str, str] | None = None
) -> tuple[tuple[SheetRows, ...], tuple[str, ...]]:
    """Return the sheets with a recognised header, and the names of the others.

    `fields` maps fields to header names and stands above what the aliases say. Hidden sheets are
    left out and named among the others.

    Raises:
        RefusedError: `no_header` when no sheet is recognised, `merged_cells` when a sheet with
            letters, or a file that is a form, has merged cells; `mapping_unknown_field` and
            `mapping_unknown_column` for an explicit mapping that does not fit.
    """
    aliases = load_aliases()
    _check_fields(fields)
    read: list[SheetRows] = []
    skipped: list[str] = []
    for grid in grids:
        header = None if grid.hidden else find_header(grid, aliases, fields)
        if header is None:
            if grid.rows:
                skipped.append(grid.sheet)
            continue
        _refuse_merged(grid, header, name)
        read.append(_below(grid, header, name))
    if not read:
        _refuse_unrecognised(grids, name, fields)
    return tuple(read), tuple(skipped)


def find_header(
    grid: Grid, aliases: Aliases, fields: Mapping[str, str] | None = None
) -> Header | None:
    """Return the header among the first rows of a sheet, or None.

    A header names a subject or facts and at least one other field; the row that names most
    fields wins, so that title rows above it and letters below it do not matter.
    """
    best: Header | None = None
    best_score = 0
    for number, cells in grid.rows[:_SCANNED_ROWS]:
        names = _names(grid, number, cells)
        header = _header(number, names, aliases, fields)
        if header is None:
            continue
        score = sum(_weight(names[index], aliases) for index in header.fields.values())
        if score > best_score:
            best, best_score = header, score
        if fields:
            break
    return best


def _weight(name: str, aliases: Aliases) -> int:
    return 2 if header_key(name) in aliases.names else 1


def _names(grid: Grid, number: int, cells: Sequence[Cell]) -> list[str]:
    """Return the header cells; a cell merged with one above has the name of that one."""
    names = [
        clean_line(cell) if isinstance(cell, str) and len(cell) <= _LONGEST_HEADER else ""
        for cell in cells
    ]
    above = {row: values for row, values in grid.rows if row < number} if grid.merges else {}
    for merge in grid.merges:
        if merge.top < number <= merge.bottom and merge.left == merge.right <= len(names):
            values = above.get(merge.top, ())
            value = values[merge.left - 1] if merge.left <= len(values) else None
            if isinstance(value, str):
                names[merge.left - 1] = clean_line(value)
    return names


def _header(
    number: int, names: Sequence[str], aliases: Aliases, fields: Mapping[str, str] | None
) -> Header | None:
    chosen = _explicit(names, fields) if fields else {}
    if chosen is None:
        return None
    withheld = _withheld(names, aliases)
    ranks: dict[str, int] = {}
    for index, name in enumerate(names):
        if index in withheld or index in chosen.values():
            continue
        found = field_of(name, aliases)
        if found is None or (fields and found[0] in fields):
            continue
        field, rank = found
        if rank < ranks.get(field, 9_999):
            ranks[field] = rank
            chosen[field] = index
    # A day on which something was closed is the day of an answer only where answers are told.
    if "reply" not in chosen and not (fields and "replied_on" in fields):
        chosen.pop("replied_on", None)
    if not {"subject", "facts"} & chosen.keys() or (len(chosen) < 2 and not fields):
        return None
    return Header(number, _distinct(names), chosen, withheld)


def _explicit(names: Sequence[str], fields: Mapping[str, str]) -> dict[str, int] | None:
    """Return the columns of an explicit mapping; None where this row lacks one of them."""
    chosen: dict[str, int] = {}
    plain = [clean_line(name) for name in names]
    keys = [header_key(name) for name in names]
    for field, column in fields.items():
        if clean_line(column) in plain:
            chosen[field] = plain.index(clean_line(column))
        elif header_key(column) and header_key(column) in keys:
            chosen[field] = keys.index(header_key(column))
        else:
            return None
    return chosen


def _withheld(names: Sequence[str], aliases: Aliases) -> frozenset[int]:
    keys = [header_key(name) for name in names]
    patterns = aliases.withheld
    if any(pattern.search(key) for key in keys for pattern in aliases.accused):
        patterns += aliases.withheld_beside_accused
    return frozenset(
        index for index, key in enumerate(keys) if any(p.search(key) for p in patterns)
    )


def _distinct(names: Sequence[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    columns: list[str] = []
    for index, name in enumerate(names, start=1):
        base = name or f"#{index}"
        seen[base] = seen.get(base, 0) + 1
        columns.append(base if seen[base] == 1 else f"{base} {seen[base]}")
    return tuple(columns)


def _below(grid: Grid, header: Header, name: str) -> SheetRows:
    rows = tuple(
        (number, _without(cells, header.withheld))
        for number, cells in grid.rows
        if number > header.row
    )
    # Columns to the right that never hold anything are an artefact of the sheet's used range.
    used = max(
        (index + 1 for index, column in enumerate(header.columns) if column[0] != "#"), default=0
    )
    used = max([used, *(_used(cells) for _, cells in rows)])
    columns = header.columns + tuple(f"#{n}" for n in range(len(header.columns) + 1, used + 1))
    return SheetRows(
        name, grid.sheet, header.row, columns[:used], rows, header.fields, header.withheld
    )


def _used(cells: Sequence[Cell]) -> int:
    for index in range(len(cells), 0, -1):
        if cells[index - 1] not in {None, ""}:
            return index
    return 0


def _without(cells: tuple[Cell, ...], withheld: frozenset[int]) -> tuple[Cell, ...]:
    if not withheld:
        return cells
    return tuple(None if index in withheld else cell for index, cell in enumerate(cells))


def _check_fields(fields: Mapping[str, str] | None) -> None:
    for field in fields or ():
        if field not in FIELDS:
            raise RefusedError("mapping_unknown_field", field=field)


def _refuse_merged(grid: Grid, header: Header, name: str) -> None:
    for merge in grid.merges:
        across_header = (
            merge.top <= header.row <= merge.bottom
            and merge.left < merge.right
            and any(c[0] == "#" for c in header.columns[merge.left : merge.right])
        )
        if merge.bottom > header.row or across_header:
            raise _merged(grid, merge, name)


def _merged(grid: Grid, merge: Merge, name: str) -> RefusedError:
    cells = f"{_letters(merge.left)}{merge.top}:{_letters(merge.right)}{merge.bottom}"
    return RefusedError(
        "merged_cells", file=name, sheet=grid.sheet, cells=cells, count=len(grid.merges)
    )


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _refuse_unrecognised(
    grids: Sequence[Grid], name: str, fields: Mapping[str, str] | None
) -> None:
    """Refuse with the reason a person can act on: a form first, then a header nobody knows."""
    visible = [grid for grid in grids if not grid.hidden and grid.rows]
    if not visible:
        raise RefusedError("file_empty", file=name)
    for grid in visible:
        if len(grid.merges) >= _FORM_MERGES:
            raise _merged(grid, grid.merges[0], name)
    if fields:
        raise RefusedError("mapping_unknown_column", file=name, columns=", ".join(fields.values()))
    raise RefusedError("no_header", file=name, sheet=visible[0].sheet)
