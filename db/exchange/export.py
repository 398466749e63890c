"""Writes the ledger, as far as the actor sees it, into a workbook or a table of text."""

import csv
import io
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from xml.sax.saxutils import escape

from sqlalchemy import select

from db.appeals.ledger import ledger_rows
from db.appeals.rows import AppealRow
from db.appeals.tables import TRACK, Appeal
from db.codes import code_lists
from db.codes.queries import codes
from db.core.permissions import Permission, Scope
from db.core.tx import Read

_AT_ONCE = 500
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an exported ledger with its headings and width in characters."""

    key: str
    zh: str
    en: str
    width: int


@cache
def columns() -> tuple[Column, ...]:
    """Return every column, in order."""
    source = files("resources").joinpath("exchange", "columns.toml").read_text(encoding="utf-8")
    return tuple(Column(**entry) for entry in tomllib.loads(source)["column"])


def ledger_workbook(
    read: Read, ids: Sequence[int], *, keys: Sequence[str] = (), chinese: bool = True
) -> bytes:
    """Return appeals as an `.xlsx` file; the export is noted in the trail.

    Args:
        read: Who exports; what he may not see is left out.
        ids: Appeals in the order wanted.
        keys: Keys of the columns; empty for all.
        chinese: Whether headings and labels are Chinese, else English.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.EXPORT)
    chosen = _chosen(keys)
    made = workbook(
        "诉求台账" if chinese else "Ledger",
        [column.zh if chinese else column.en for column in chosen],
        [column.width for column in chosen],
        _rows(read, ids, chosen, chinese),
    )
    read.note_read("export_ledger", TRACK, 0)
    return made


def workbook(
    title: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[str | date | None]],
) -> bytes:
    """Return a table as an `.xlsx` file of one sheet; a text never becomes a formula.

    Args:
        title: Name of the sheet, at most 31 characters are kept.
        heads: Headings.
        widths: Widths of the columns in characters.
        rows: Cells by row.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _parts(_SHEET_NAME.sub(" ", title)[:31]).items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for text in _sheet(heads, widths, rows):
                sheet.write(text.encode())
    return out.getvalue()


# The workbook is written here and in memory: openpyxl lays every sheet down as a plain file in
# the temporary folder first, where no text of a case may ever stand.

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SERIAL_ZERO = date(1899, 12, 30)
_LONGEST_CELL = 32_767
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _parts(title: str) -> dict[str, str]:
    """Return the fixed parts of a workbook of one sheet; style 1 is a heading, 2 a day, 3 text."""
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{escape(title)}" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
        '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        '<fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
        '<xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/>'
        '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>",
    }


def _sheet(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[str | date | None]]
) -> Iterator[str]:
    yield f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>'
    for place, width in enumerate(widths, start=1):
        yield f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield f"<row>{''.join(_cell(head, 1) for head in heads)}</row>"
    for row in rows:
        yield f"<row>{''.join(_cell(value, 3) for value in row)}</row>"
    yield "</sheetData></worksheet>"


def _cell(value: str | date | None, style: int) -> str:
    """Return a cell; a text is always a text, also one that begins with =."""
    if value is None or value == "":
        return "<c/>"
    if isinstance(value, date):
        return f'<c s="2"><v>{(value - _SERIAL_ZERO).days}</v></c>'
    text = escape(_NO_XML.sub("", value)[:_LONGEST_CELL])
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def ledger_csv(
    read: Read, ids: Sequence[int], *, keys: Sequence[str] = (), chinese: bool = True
) -> bytes:
    """Return appeals as `.csv` in UTF-8 with a byte order mark; as `ledger_workbook`."""
    read.require(Permission.EXPORT)
    chosen = _chosen(keys)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.zh if chinese else column.en for column in chosen])
    for values in _rows(read, ids, chosen, chinese):
        writer.writerow([_harmless(value) for value in values])
    read.note_read("export_ledger", TRACK, 0)
    return out.getvalue().encode("utf-8-sig")


PRINTED = (
    "number",
    "received_on",
    "channel",
    "person_name",
    "unit_text",
    "category",
    "subject",
    "lead_unit",
    "due_on",
    "state",
    "issued_on",
    "outcome",
)
"""Columns of the printed ledger; the texts of a case are not among them."""


@dataclass(frozen=True, slots=True)
class PrintedLedger:
    """What a printed ledger holds: headings, widths in characters, rows as text."""

    office: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


def ledger_lines(read: Read, ids: Sequence[int], *, chinese: bool = True) -> PrintedLedger:
    """Return appeals as printed lines; the print is noted in the trail.

    Raises:
        NotAllowedError: `not_permitted`.
    """
    read.require(Permission.EXPORT)
    chosen = [c for key in PRINTED for c in columns() if c.key == key]
    rows = tuple(
        tuple("" if cell is None else str(cell) for cell in row)
        for row in _rows(read, ids, chosen, chinese)
    )
    read.note_read("print_ledger", TRACK, 0)
    return PrintedLedger(
        str(read.setting("office_name", "")),
        tuple(c.zh if chinese else c.en for c in chosen),
        tuple(c.width for c in chosen),
        rows,
    )


def _harmless(value: str | date | None) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _chosen(keys: Sequence[str]) -> tuple[Column, ...]:
    return tuple(c for c in columns() if not keys or c.key in keys)


def _rows(
    read: Read,
    ids: Sequence[int],
    chosen: Sequence[Column],
    chinese: bool,
) -> Iterator[list[str | date | None]]:
    lists = codes(read)

    def label(name: str, value: str | None) -> str:
        row = lists.get(name, {}).get(value or "")
        return (value or "") if row is None else row.zh if chinese else row.en

    # Whoever was asked one question only sees no texts (see the card).
    whole = read.actor.scope(Permission.APPEAL_READ) in (Scope.CENTER, Scope.DESK)
    for start in range(0, len(ids), _AT_ONCE):
        part = list(ids[start : start + _AT_ONCE])
        rows = ledger_rows(read, part)
        texts = {
            appeal_id: (facts, reply)
            for appeal_id, facts, reply in read.session.execute(
                select(Appeal.id, Appeal.facts, Appeal.reply).where(Appeal.id.in_(list(rows)))
            )
        }
        for row in (rows[one] for one in part if one in rows):
            facts, reply = texts[row.id] if whole else ("", "")
            values: dict[str, str | date | None] = {
                **_own(row),
                "category": label("appeal_category", row.category),
                "channel": label("intake_channel", row.channel),
                "outcome": label("appeal_outcome", row.outcome),
                "state": _state(row, chinese=chinese),
                "facts": facts,
                "reply": reply,
            }
            yield [values[column.key] for column in chosen]


def _own(row: AppealRow) -> dict[str, str | date | None]:
    return {
        "number": row.number or row.source_number,
        "received_on": row.received_on,
        "person_name": row.person_name,
        "unit_text": row.unit_text,
        "subject": row.subject,
        "accepted_on": row.accepted_on,
        "lead_unit": row.lead_unit,
        "due_on": row.next_due_on if row.counts_time else None,
        "issued_on": row.issued_on,
    }


def _state(row: AppealRow, *, chinese: bool) -> str:
    found = code_lists.state_label(TRACK, row.pill)
    return found.pill_zh if chinese else found.pill_en
