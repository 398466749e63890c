"""The monthly report: its tables, notes and text in three versions (OFFICE §6, SETTLED §9.9)."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from db.core.clock import civil_time
from db.documents.dates_text import day_span, list_name, long_date, table_date
from db.statistics.balance import check_balance
from db.statistics.hiding import WAITING
from db.statistics.measures import BY_IDENTIFIER, YEAR_RATES
from db.statistics.rows import (
    ClosedMonth,
    Correction,
    MonthFigures,
    Names,
    OpenItem,
    OwnWords,
    PeriodFigures,
    UnitFigures,
)
from db.statistics.small_cells import HIDDEN
from db.statistics.text import (
    LEAST_BASE,
    NOTHING_TO_SHARE,
    Hides,
    ReportText,
    check_text,
    growth,
    shares,
    shows_all,
    write_text,
)


class Version(StrEnum):
    """For whom a report is (SETTLED §9.9)."""

    FULL = "full"
    """呈阅版: full figures, numbered copies, the list of open items with names."""
    CIRCULAR = "circular"
    """通报版: small cells hidden, no names."""
    PUBLIC = "public"
    """对外版: totals of the year only."""
    ARCHIVE = "archive"
    """存档版: the 呈阅版 with the 月结单."""


CellKind = Literal["text", "count", "share", "change", "growth", "days"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table.

    Attributes:
        value: A count, a share from 0 to 1, a growth in per cent, a text; None for "—".
        kind: How it is written.
        formula: Live formula for spreadsheets; `{r1c2}` names the cell in row 1, column 2 of the
            table's body, both from 0. Empty where the value stands.
        figure: Measure that a click opens; empty for none.
        period: Period of the figure.
        category: Category of the figure.
        channel: Channel of the figure.
        unit_id: Unit of the figure.
        waiting: Whether it is the row 待转办.
    """

    value: int | float | str | None
    kind: CellKind = "count"
    formula: str = ""
    figure: str = ""
    period: str = "current"
    category: str | None = None
    channel: str | None = None
    unit_id: int | None = None
    waiting: bool = False

    @property
    def is_hidden(self) -> bool:
        """Return whether the value is hidden in this version."""
        return self.value == HIDDEN

    @property
    def text(self) -> str:
        """Return the cell as printed: 0 is 0, impossible is —, hidden is ＊."""
        value = self.value
        if value is None:
            return NOTHING_TO_SHARE
        if isinstance(value, str):
            return value
        if self.kind == "share":
            return f"{value * 100:.1f}%"
        if self.kind == "growth":
            return f"{value:.1f}%"
        if self.kind == "days":
            return f"{value:.1f}"
        return str(value)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; those of one `group` share a merged head. Width in millimetres of A4 landscape."""

    title: str
    group: str = ""
    width: float = 18.0
    align: Literal["left", "center", "right"] = "center"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; `level` indents its label, `is_total` sets it apart."""

    cells: tuple[Cell, ...]
    level: int = 0
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report.

    Attributes:
        key: summary, category, channel, unit, special_1…4, items, corrections, closing.
        title: Title over all columns.
        unit: What is counted, printed in the second line.
        columns: In order.
        rows: The body.
        notes: Lines below.
    """

    key: str
    title: str
    unit: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper around the report, line by line (OFFICE §6.2).

    Attributes:
        office: The center.
        reported_on: Date of the report.
        head_line: 内部资料　注意保存.
        copy_number: 份号, empty where copies are not numbered.
        name: Name of the periodical, in red.
        issue: Number of the issue.
        attachments: Line that names the tables.
        to: Whom it is reported to.
        copy: Whom it is sent to.
        send: Whom it is given to.
        printed: Number of copies.
        sign: Line for the pens.
        foot: Line under each table.
        reporting_unit: 填报单位.
        span: 统计时间.
    """

    office: str
    reported_on: date
    head_line: str
    copy_number: str
    name: str
    issue: str
    attachments: str
    to: str
    copy: str
    send: str
    printed: str
    sign: str
    foot: str
    reporting_unit: str
    span: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report of a month in one version, checked and ready to be set."""

    version: Version
    month: str
    frame: Frame
    text: ReportText
    tables: tuple[Table, ...]
    notes: tuple[str, ...]

    def table(self, key: str) -> Table:
        """Return a table by its key.

        Raises:
            KeyError: If this version has none.
        """
        for table in self.tables:
            if table.key == key:
                return table
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a report is made of.

    Attributes:
        figures: The month.
        names: Of office, categories, channels.
        own: The manager's words.
        items: Open items, for the 呈阅版.
        corrections: Of closed months, for 附表6.
        closed: The 月结单, if the month is closed.
        hides: What the 通报版 hides.
        imported_open: Imported rows not adopted, for the note.
        copies: How many copies are printed.
        copy_number: Number of this copy, 0 for none.
        reported_on: Date of the report.
        total_issue: 总第 of the issue, 0 for unknown.
        to: Whom it is reported to; empty for the usual words.
        copy: Whom it is sent to.
        send: Whom it is given to.
    """

    figures: MonthFigures
    names: Names
    own: OwnWords
    items: tuple[OpenItem, ...]
    corrections: tuple[Correction, ...]
    closed: ClosedMonth | None
    hides: Hides
    reported_on: date
    copies: int = 0
    copy_number: int = 0
    total_issue: int = 0
    to: str = ""
    copy: str = ""
    send: str = ""


@cache
def _source() -> dict[str, Any]:
    path = files("resources").joinpath("statistics", "tables.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def measure_names() -> Mapping[str, Mapping[str, str]]:
    """Return name and definition of every measure: zh, en, def_zh, def_en."""
    path = files("resources").joinpath("statistics", "measures.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def version_name(version: Version) -> str:
    """Return 呈阅版, 通报版, 对外版 or 存档版."""
    return str(_source()["versions"][version.value])


def make_report(material: Material, version: Version) -> Report:
    """Return a report; its text and tables are told from the same figures.

    The 通报版 and the 对外版 hide nothing of the figures they are given: `material.hides` says what
    the 通报版 hides, the 对外版 tells totals of the year alone.
    """
    hides = material.hides if version is Version.CIRCULAR else shows_all
    spoken = "full" if version is Version.ARCHIVE else version.value
    text = write_text(
        material.figures, material.names, version=spoken, own=material.own, hides=hides
    )
    return Report(
        version=version,
        month=material.figures.month,
        frame=_frame(material, version),
        text=text,
        tables=_tables(material, version, hides),
        notes=_notes(material, version, hides),
    )


def faults_of(report: Report, material: Material) -> list[str]:
    """Return why a report must not be printed: what does not foot, figures that are not cells."""
    hides = material.hides if report.version is Version.CIRCULAR else shows_all
    found = check_balance(material.figures)
    for fault in check_text(report.text, material.figures, material.names, hides=hides):
        found.append(f"text {fault.field}: {fault.told} / {fault.should}")
    for table in report.tables:
        found += [f"{table.key}: {fault}" for fault in _table_faults(table)]
    return found


def _table_faults(table: Table) -> Iterable[str]:
    """Yield cells whose live formula does not give the printed value."""
    for at, row in enumerate(table.rows):
        if len(row.cells) != len(table.columns):
            yield f"row {at}: cells"
        for place, cell in enumerate(row.cells):
            is_total = bool(cell.formula) and isinstance(cell.value, int) and cell.kind == "count"
            if is_total and evaluate(table, cell.formula) != cell.value:
                yield f"row {at}, column {place}: total"


def evaluate(table: Table, formula: str) -> int:
    """Return what a formula of sums and differences gives from the printed cells."""
    total = 0
    text = formula.removeprefix("=")
    for found in _TERM.finditer(text):
        sign = -1 if found.group("sign") == "-" else 1
        if found.group("sum"):
            row, column, last = (int(found.group(n)) for n in ("r1", "c1", "r2"))
            total += sign * sum(_number(table, at, column) for at in range(row, last + 1))
        else:
            total += sign * _number(table, int(found.group("r")), int(found.group("c")))
    return total


def _number(table: Table, row: int, column: int) -> int:
    value = table.rows[row].cells[column].value
    return value if isinstance(value, int) else 0


def _frame(material: Material, version: Version) -> Frame:
    words = _source()["frame"]
    figures = material.figures
    month = figures.name
    told = figures.year_to_date if version is Version.PUBLIC else figures.current
    issue = words["issue" if material.total_issue else "issue_year_only"].format(
        year=month.year, issue=month.number, total=material.total_issue
    )
    numbered = version in (Version.FULL, Version.ARCHIVE) and material.copy_number > 0
    attached = {Version.PUBLIC: "", Version.CIRCULAR: words["attachments_circular"]}
    return Frame(
        office=material.names.office,
        reported_on=material.reported_on,
        head_line="" if version is Version.PUBLIC else words["head_line"],
        copy_number=words["copy_number"].format(number=material.copy_number) if numbered else "",
        name=words["name"],
        issue=issue,
        attachments=attached.get(version, words["attachments"]),
        to=material.to or words["to"] if version is not Version.PUBLIC else "",
        copy=material.copy or words["copy"] if version is not Version.PUBLIC else "",
        send=material.send or words["send"] if version is not Version.PUBLIC else "",
        printed=words["printed"].format(copies=material.copies) if material.copies else "",
        sign=words["sign"],
        foot=words["foot"],
        reporting_unit=words["reporting_unit"].format(office=material.names.office),
        span=words["span"].format(span=day_span(told.start, told.end)),
    )


def _cut_off(at: datetime) -> str:
    local = civil_time(at)
    minute = f"{local.minute}分" if local.minute else ""
    return f"{long_date(local.date())}{local.hour}时{minute}"


def _notes(material: Material, version: Version, hides: Hides) -> tuple[str, ...]:
    words = _source()["notes"]
    figures = material.figures
    told = figures.year_to_date if version is Version.PUBLIC else figures.current
    hidden = hides("current", "untimed_handled_count", "", "")
    untimed = HIDDEN if hidden else told["untimed_handled_count"]
    lines = [
        words["period"].format(
            span=day_span(told.start, told.end), cut_off=_cut_off(figures.as_of)
        ),
        *(line.format(untimed=untimed) for line in words["list"]),
    ]
    if version is Version.CIRCULAR:
        lines.append(words["small"])
    if told["imported_open_total"] and version is not Version.CIRCULAR:
        lines.append(words["imported"].format(imported=told["imported_open_total"]))
    return tuple(f"{number}.{line}" for number, line in enumerate(lines, start=1))


def _tables(material: Material, version: Version, hides: Hides) -> tuple[Table, ...]:
    figures, names = material.figures, material.names
    if version is Version.PUBLIC:
        return (_public(figures),)
    found = [
        _summary(figures, hides),
        _by_list(figures, names, hides, "category"),
        _by_list(figures, names, hides, "channel"),
        _by_unit(figures, hides),
        *_special(figures, hides),
    ]
    if version is not Version.CIRCULAR:
        found.append(_items(material))
    found.append(_corrections(material, hide_reasons=version is Version.CIRCULAR))
    if version is Version.ARCHIVE and material.closed is not None:
        found.append(_closing(material.closed))
    return tuple(found)


# --- 附表1 -------------------------------------------------------------------------------------


def _summary(figures: MonthFigures, hides: Hides) -> Table:
    source = _source()["summary"]
    groups = source["groups"]
    rows = [row for row in source["rows"] if _is_shown(row, figures, groups)]
    places = {row["figure"]: at for at, row in enumerate(rows)}
    columns = [Column(source["head"], width=52.0, align="left")]
    for group in groups:
        columns.append(Column(group["title"], width=18.0))
        if group.get("growth"):
            columns += [
                Column(source["change"], group["title"], 17.0),
                Column(source["growth"], group["title"], 19.0),
            ]
    body = []
    for at, row in enumerate(rows):
        cells = [Cell(row["label"], "text")]
        for group in groups:
            place = len(cells)
            cells.append(_summary_cell(figures, row, group["period"], places, place, hides))
            if group.get("growth"):
                base = _compared_place(groups, group)
                cells += _change(figures, row["figure"], base, group["period"], hides, at, place)
        body.append(TableRow(tuple(cells), row.get("level", 0)))
    return Table(
        "summary", source["title"], _source()["units"]["summary"], tuple(columns), tuple(body)
    )


def _is_shown(
    row: Mapping[str, Any], figures: MonthFigures, groups: Sequence[Mapping[str, Any]]
) -> bool:
    if not row.get("optional"):
        return True
    return any(figures.period(group["period"])[row["figure"]] for group in groups)


def _compared_place(groups: Sequence[Mapping[str, Any]], group: Mapping[str, Any]) -> str:
    """Return the period that a comparison starts from: the last one without growth before it."""
    found = "current"
    for other in groups:
        if other is group:
            return found
        if not other.get("growth"):
            found = other["period"]
    return found


def _summary_cell(
    figures: MonthFigures,
    row: Mapping[str, Any],
    period: str,
    places: Mapping[str, int],
    column: int,
    hides: Hides,
) -> Cell:
    figure = row["figure"]
    measure = BY_IDENTIFIER[figure]
    if figure in YEAR_RATES:
        if period == "previous":
            return Cell(None, "share")
        period = _year_of(period)
        column = _YEAR_COLUMNS[period]
    if measure.is_rate:
        lines = (*measure.numerator, *measure.denominator)
        if any(hides(period, name, "", "") for name in lines):
            return Cell(HIDDEN, "share", figure=figure, period=period)
        return Cell(
            figures.period(period).value(figure),
            "share",
            formula=_rate_formula(measure.numerator, measure.denominator, places, column),
            figure=figure,
            period=period,
        )
    if hides(period, figure, "", ""):
        return Cell(HIDDEN, figure=figure, period=period)
    plus = [name for name in row.get("plus", ()) if name in places]
    minus = [name for name in row.get("minus", ()) if name in places]
    parts = (*plus, *minus)
    live = bool(parts) and not any(hides(period, name, "", "") for name in parts)
    return Cell(
        figures.period(period)[figure],
        formula=_signed(plus, minus, places, column) if live else "",
        figure=figure,
        period=period,
    )


_YEAR_COLUMNS = {"year_to_date": 8, "last_year_to_date": 9}
"""Where the summary prints the year so far and that of the year before."""


def _year_of(period: str) -> str:
    """Return the year that a month's handling rate is told for (SETTLED §3)."""
    if period in ("last_year", "last_year_to_date"):
        return "last_year_to_date"
    return "year_to_date"


def _signed(
    plus: Iterable[str], minus: Iterable[str], places: Mapping[str, int], column: int
) -> str:
    added = "+".join(f"{{r{places[name]}c{column}}}" for name in plus)
    taken = "".join(f"-{{r{places[name]}c{column}}}" for name in minus)
    return f"={added}{taken}"


def _rate_formula(
    above: Iterable[str], below: Iterable[str], places: Mapping[str, int], column: int
) -> str:
    if not all(name in places for name in (*above, *below)):
        return ""
    top = "+".join(f"{{r{places[name]}c{column}}}" for name in above)
    bottom = "+".join(f"{{r{places[name]}c{column}}}" for name in below)
    return f'=IF(({bottom})=0,"{NOTHING_TO_SHARE}",({top})/({bottom}))'


def _change(
    figures: MonthFigures,
    figure: str,
    new_period: str,
    old_period: str,
    hides: Hides,
    row: int,
    place: int,
) -> list[Cell]:
    """Return 增减 and 增幅; a share has neither, hidden cells tell neither."""
    if BY_IDENTIFIER[figure].is_rate:
        return [Cell(None, "change"), Cell(None, "growth")]
    if hides(new_period, figure, "", "") or hides(old_period, figure, "", ""):
        return [Cell(HIDDEN, "change"), Cell(HIDDEN, "growth")]
    new, old = figures.period(new_period)[figure], figures.period(old_period)[figure]
    grown = growth(new, old)
    base = 1 if new_period == "current" else _YEAR_COLUMNS["year_to_date"]
    change = f"={{r{row}c{base}}}-{{r{row}c{place}}}"
    return [
        Cell(new - old, "change", formula=change),
        Cell(
            None if grown is None else float(grown),
            "growth",
            formula=(
                f'=IF({{r{row}c{place}}}<{LEAST_BASE},"{NOTHING_TO_SHARE}",'
                f"({{r{row}c{base}}}-{{r{row}c{place}}})/{{r{row}c{place}}})"
            ),
        ),
    ]


def _public(figures: MonthFigures) -> Table:
    source = _source()["summary"]
    year = figures.year_to_date
    rows = []
    for name in source["public_rows"]:
        measure = BY_IDENTIFIER[name]
        kind: CellKind = "share" if measure.is_rate else "count"
        label = measure_names()[name]["zh"]
        rows.append(
            TableRow((Cell(label, "text"), Cell(year.value(name), kind, period="year_to_date")))
        )
    first, second = source["public_columns"]
    return Table(
        "summary",
        source["public_title"],
        _source()["units"]["summary"],
        (Column(first, width=80.0, align="left"), Column(second, width=40.0)),
        tuple(rows),
    )


# --- 附表2 -------------------------------------------------------------------------------------


def _by_list(figures: MonthFigures, names: Names, hides: Hides, dimension: str) -> Table:
    source = _source()["category"]
    is_channel = dimension == "channel"
    labels = names.channels if is_channel else names.categories
    rows = figures.current.by_channel if is_channel else figures.current.by_category
    columns = [c for c in source["columns"] if _has_column(c, figures.current)]
    keys = list(rows)
    split = dict(zip(keys, shares([rows[k]["accepted_count"] for k in keys]), strict=True))
    body = []
    for number, key in enumerate(keys, start=1):
        cells = [Cell(number, "text"), Cell(labels.get(key, key), "text")]
        share = float(split[key]) / 100
        cells += [_list_cell(figures, c, dimension, key, hides, share) for c in columns]
        body.append(TableRow(tuple(cells)))
    body.append(_list_total(figures, columns, body, hides, source["total"]))
    title = source["channel_title" if is_channel else "title"]
    head = source["channel_head" if is_channel else "head"]
    return Table(
        dimension,
        title,
        _source()["units"]["cases"],
        (
            Column(source["number"], width=10.0),
            Column(head, width=40.0, align="left"),
            *(Column(c["title"], c.get("group", ""), 16.0) for c in columns),
        ),
        tuple(body),
    )


def _has_column(column: Mapping[str, Any], told: PeriodFigures) -> bool:
    return not column.get("optional") or bool(told[column["figure"]])


def _list_cell(
    figures: MonthFigures,
    column: Mapping[str, Any],
    dimension: str,
    key: str,
    hides: Hides,
    share: float,
) -> Cell:
    if "share" in column:
        hidden = hides("current", column["share"], dimension, key)
        whole = figures.current[column["share"]]
        return Cell(HIDDEN if hidden else share if whole else None, "share")
    period = column.get("period", "current")
    figure = column["figure"]
    told = figures.period(period)
    row = told.channel(key) if dimension == "channel" else told.category(key)
    value = _of_row(row, figure)
    return Cell(
        HIDDEN if hides(period, figure, dimension, key) else value,
        figure=figure,
        period=period,
        category=key if dimension == "category" else None,
        channel=key if dimension == "channel" else None,
    )


def _of_row(row: Mapping[str, int], figure: str) -> int:
    if figure == "handled_unstated_count":
        return row.get("handled_count", 0) - sum(
            row.get(f"handled_{name}_count", 0)
            for name in ("supported", "explained", "not_supported", "withdrawn")
        )
    return row.get(figure, 0)


def _list_total(
    figures: MonthFigures,
    columns: Sequence[Mapping[str, Any]],
    body: Sequence[TableRow],
    hides: Hides,
    label: str,
) -> TableRow:
    cells = [Cell("", "text"), Cell(label, "text")]
    for place, column in enumerate(columns, start=2):
        live = _sum_formula(body, place)
        if "share" in column:
            whole = figures.current[column["share"]]
            cells.append(Cell(1.0 if whole else None, "share", formula=live if whole else ""))
            continue
        period, figure = column.get("period", "current"), column["figure"]
        hidden = hides(period, figure, "", "")
        cells.append(
            Cell(
                HIDDEN if hidden else figures.period(period)[figure],
                formula="" if hidden else live,
                figure=figure,
                period=period,
            )
        )
    return TableRow(tuple(cells), is_total=True)


def _sum_formula(body: Sequence[TableRow], column: int) -> str:
    """Return a live total, none over hidden cells (it would add up something else)."""
    cells = [row.cells[column] for row in body]
    if not cells or any(isinstance(cell.value, str) for cell in cells):
        return ""
    return f"=SUM({{r0c{column}}}:{{r{len(body) - 1}c{column}}})"


# --- 附表3 -------------------------------------------------------------------------------------


def _by_unit(figures: MonthFigures, hides: Hides) -> Table:
    source = _source()["unit"]
    told = figures.current
    columns = [c for c in source["columns"] if _has_column(c, told)]
    body = []
    for number, unit in enumerate(told.by_unit, start=1):
        name = unit.name if unit.unit_id is not None else source["waiting"]
        cells = [Cell(number, "text"), Cell(name, "text")]
        cells += [_unit_cell(unit, column, hides, source) for column in columns]
        body.append(TableRow(tuple(cells)))
    total = [Cell("", "text"), Cell(source["total"], "text")]
    total += [
        _unit_total(told, column, body, place, hides)
        for place, column in enumerate(columns, start=2)
    ]
    body.append(TableRow(tuple(total), is_total=True))
    return Table(
        "unit",
        source["title"],
        _source()["units"]["days"],
        (
            Column(source["number"], width=10.0),
            Column(source["head"], width=38.0, align="left"),
            *(Column(c["title"], c.get("group", ""), _unit_width(c)) for c in columns),
        ),
        tuple(body),
    )


def _unit_width(column: Mapping[str, Any]) -> float:
    return 30.0 if column.get("special") == "remark" else 16.0


def _unit_cell(
    unit: UnitFigures, column: Mapping[str, Any], hides: Hides, source: Mapping[str, Any]
) -> Cell:
    special = column.get("special")
    if special == "remark":
        return Cell("" if unit.counts_time else source["remark_untimed"], "text")
    if special == "none" or (column.get("timed") and not unit.counts_time):
        return Cell(None)
    key = str(unit.unit_id or WAITING)
    if special == "days":
        hidden = hides("current", "handled_count", "unit", key)
        return Cell(HIDDEN if hidden and unit["days_known"] else unit.average_days, "days")
    figure = column["figure"]
    value = unit[figure]
    if unit.unit_id is None and figure == "passed_in_count":
        value += unit["accepted_count"]
    return Cell(
        HIDDEN if hides("current", figure, "unit", key) else value,
        figure=figure,
        unit_id=unit.unit_id,
        waiting=unit.unit_id is None,
    )


def _unit_total(
    told: PeriodFigures,
    column: Mapping[str, Any],
    body: Sequence[TableRow],
    place: int,
    hides: Hides,
) -> Cell:
    special = column.get("special")
    if special == "remark":
        return Cell("", "text")
    if special == "none":
        return Cell(None)
    if special == "days":
        known = sum(unit["days_known"] for unit in told.by_unit if unit.counts_time)
        days = sum(unit["days_total"] for unit in told.by_unit if unit.counts_time)
        hidden = hides("current", "handled_count", "", "")
        return Cell(HIDDEN if hidden else days / known if known else None, "days")
    figure = column["figure"]
    value = sum(unit[figure] for unit in told.by_unit)
    if figure == "passed_in_count":
        value += sum(unit["accepted_count"] for unit in told.by_unit)
    is_flow = figure in _UNIT_ONLY
    hidden = (
        hides("current", figure, "unit", "total") if is_flow else hides("current", figure, "", "")
    )
    live = _sum_formula_numbers(body, place)
    return Cell(
        HIDDEN if hidden else value,
        formula="" if hidden else live,
        figure="" if is_flow else figure,
    )


_UNIT_ONLY = frozenset(
    {
        "passed_in_count",
        "passed_in_co_count",
        "passed_out_count",
        "signed_on_time_count",
        "objected_count",
    }
)


def _sum_formula_numbers(body: Sequence[TableRow], column: int) -> str:
    """Return a live total that passes over "—", none over hidden cells."""
    if any(row.cells[column].is_hidden for row in body):
        return ""
    return f"=SUM({{r0c{column}}}:{{r{len(body) - 1}c{column}}})"


# --- 附表4 -------------------------------------------------------------------------------------


def _special(figures: MonthFigures, hides: Hides) -> list[Table]:
    source = _source()["special"]
    found = []
    for number, part in enumerate(source["table"], start=1):
        columns = [
            c
            for c in part["columns"]
            if not c.get("optional")
            or any(figures.period(p["period"])[c["figure"]] for p in source["periods"])
        ]
        rows = [
            TableRow(
                (
                    Cell(period["title"], "text"),
                    *(_special_cell(figures, c, period["period"], hides) for c in columns),
                )
            )
            for period in source["periods"]
        ]
        found.append(
            Table(
                f"special_{number}",
                part["title"],
                _source()["units"]["mixed"],
                (
                    Column(source["head"], width=28.0, align="left"),
                    *(Column(c["title"], c.get("group", ""), 18.0) for c in columns),
                ),
                tuple(rows),
            )
        )
    return found


def _special_cell(
    figures: MonthFigures, column: Mapping[str, Any], period: str, hides: Hides
) -> Cell:
    figure = column.get("figure")
    if figure is None:
        return Cell(None)
    measure = BY_IDENTIFIER[figure]
    kind: CellKind = "share" if measure.is_rate else "count"
    lines = (*measure.numerator, *measure.denominator) if measure.is_rate else (figure,)
    if any(hides(period, name, "", "") for name in lines):
        return Cell(HIDDEN, kind, figure=figure, period=period)
    return Cell(figures.period(period).value(figure), kind, figure=figure, period=period)


# --- 附表5, 附表6, 月结单 ----------------------------------------------------------------------


def _items(material: Material) -> Table:
    source = _source()["items"]
    widths = (10.0, 30.0, 20.0, 16.0, 32.0, 46.0, 20.0, 20.0, 20.0, 18.0, 18.0, 24.0, 14.0)
    rows = [
        TableRow(tuple(_item_cells(number, item, material.names, source)))
        for number, item in enumerate(material.items, start=1)
    ]
    return Table(
        "items",
        source["title"],
        _source()["units"]["items"],
        tuple(
            Column(title, "", width, "left" if title in ("单位及职务", "主要诉求") else "center")
            for title, width in zip(source["columns"], widths, strict=True)
        ),
        tuple(rows),
    )


def _item_cells(
    number: int, item: OpenItem, names: Names, source: Mapping[str, Any]
) -> Iterable[Cell]:
    from db.codes.code_lists import state_label

    due = table_date(item.due_on) if item.due_on else source["untimed"]
    if item.provisional:
        due += source["provisional"]
    left = NOTHING_TO_SHARE
    if item.days_left is not None:
        kind = "left" if item.days_left >= 0 else "late"
        left = source[kind].format(days=abs(item.days_left))
    state = state_label("ordinary_appeal", item.state).pill_zh
    texts: tuple[str | int, ...] = (
        number,
        item.number,
        table_date(item.accepted_on),
        list_name(item.person_name),
        item.unit_and_post,
        item.subject,
        names.categories.get(item.category, item.category),
        item.lead_unit or source["waiting"],
        due,
        left,
        state,
        "",
        "",
    )
    return (Cell(text, "text") for text in texts)


def _corrections(material: Material, *, hide_reasons: bool) -> Table:
    source = _source()["corrections"]
    widths = (22.0, 50.0, 20.0, 20.0, 90.0, 34.0, 34.0)
    rows = [
        TableRow(
            tuple(
                Cell(text, "text") for text in _correction(c, material.names, source, hide_reasons)
            )
        )
        for c in material.corrections
    ]
    return Table(
        "corrections",
        source["title"],
        _source()["units"]["mixed"],
        tuple(
            Column(title, "", width) for title, width in zip(source["columns"], widths, strict=True)
        ),
        tuple(rows),
    )


def _correction(
    found: Correction, names: Names, source: Mapping[str, Any], hide_reasons: bool
) -> tuple[str, ...]:
    item = measure_names()[found.identifier]["zh"]
    if found.dimension:
        labels = names.channels if found.dimension == "channel" else names.categories
        item = source["item_of"].format(measure=item, value=labels.get(found.value, found.value))
    said = list(
        dict.fromkeys(
            source["withdrawn" if late.withdrawn else "added"].format(number=late.number)
            + (f"：{late.note}" if late.note else "")
            for late in found.reasons
        )
    )
    actors = "、".join(dict.fromkeys(late.actor_name for late in found.reasons))
    reasons = "；".join(said[:3])
    if len(said) > 3:
        reasons += source["more"].format(count=len(said))
    old, new = str(found.old), str(found.new)
    if hide_reasons:
        # Names, numbers of cases and small differences stay out of what goes round.
        old, new = HIDDEN, HIDDEN
        reasons, actors = "", ""
    return found.month, item, old, new, reasons, actors, ""


def _closing(closed: ClosedMonth) -> Table:
    source = _source()["closing"]
    values = {
        "month": closed.month,
        "span": day_span(closed.start, closed.end),
        "cut_off": _cut_off(closed.cut_off_at),
        "closed_by": closed.closed_by,
        "signed_by": closed.signed_by,
        "chain_head": closed.chain_head,
    }
    return Table(
        "closing",
        source["title"],
        "",
        (Column("项目", width=50.0), Column("内容", width=170.0, align="left")),
        tuple(
            TableRow((Cell(label, "text"), Cell(values[key], "text")))
            for label, key in source["rows"]
        ),
    )


def _compile() -> Any:
    import re

    cell = r"\{r(?P<r>\d+)c(?P<c>\d+)\}"
    area = r"(?P<sum>SUM)\(\{r(?P<r1>\d+)c(?P<c1>\d+)\}:\{r(?P<r2>\d+)c\d+\}\)"
    return re.compile(rf"(?P<sign>[+-]?)(?:{area}|{cell})")


_TERM = _compile()
