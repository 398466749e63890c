"""Papers of the archive: contents of a file, lists of gaps, and all of them for inspectors."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from db.archive.rows import ContentRow, Inspection, MissingRow, SeriesRow
from db.codes.code_lists import codes, state_label
from db.documents.dates_text import day_span, long_date, table_date
from db.documents.papers import Column, Ledger, Office
from desktop.documents.lists import draw_ledger
from desktop.documents.page import Drawing
from desktop.documents.sheet import A4, Ends, Frame, Sheet, Title, table_rows

LEAST_LINES = 16
Term = tuple[str, str, str, date | None, str]
"""Number, title, retention, last day, `appraise` or `hand_over`."""

SERIES_WORDS = {
    "appeal": "受理编号",
    "transfer": "转办单",
    "notice": "告知书",
    "feedback": "反馈单",
    "report": "办结报告",
    "letter": "函",
    "held_note": "暂存件",
    "talk": "谈话",
    "clarification": "澄清",
    "clarification_approval": "澄清审批",
    "archive_appeal": "诉求卷",
    "archive_clarification": "澄清卷",
    "archive_talk": "谈话卷",
}


def words_of(list_name: str) -> dict[str, str]:
    """Return value → Chinese word of a shipped list, as papers print it."""
    return {code.value: code.zh for code in codes(list_name)}


def draw_contents(
    printed_by: Office, number: str, found: Sequence[ContentRow], *, archive_number: str = ""
) -> Drawing:
    """Return 卷内目录: running number, number, author, title, day, page, remark (OFFICE §7.5)."""
    rows = [
        (
            str(place),
            row.number,
            row.author,
            row.title,
            table_date(row.on),
            "" if row.page is None else str(row.page),
            row.remark,
        )
        for place, row in enumerate(found, start=1)
    ]
    rows += [("",) * 7] * max(0, LEAST_LINES - len(rows))
    heads = ["顺序号", "文号", "责任者", "题名", "日期", "页号", "备注"]
    title = "卷内目录"
    return Sheet(
        title,
        (
            Frame(
                table_rows(
                    heads,
                    rows,
                    widths=[0.7, 1.7, 1.7, 3.0, 1.2, 0.7, 0.9],
                    min_height=11.0,
                )
            ),
        ),
        heads=(
            Title(title, size=20),
            Ends(
                f"档号：{archive_number or '　' * 8}",
                f"件号：{number or '　' * 10}",
                printed_by.center_name,
                size=10.5,
            ),
        ),
        caution=printed_by.caution,
        paper=A4,
        size=10.0,
        min_row=11.0,
        pitch_factor=1.25,
    ).draw()


def missing_ledger(printed_by: Office, found: Sequence[MissingRow], period: str) -> Ledger:
    """Return 缺件清单: number, what ought to be there, what is missing, who brings it, when."""
    papers, kinds = words_of("file_paper"), words_of("missing_kind")
    rows = [
        (
            str(place),
            row.number,
            row.name,
            state_label(row.track, row.state).pill_zh,
            "；".join(papers[need.paper] for need in row.needs),
            "；".join(f"{papers[n.paper]}（缺{kinds[n.what]}）" for n in row.needs),
            row.holder,
            "",
        )
        for place, row in enumerate(found, start=1)
    ]
    rows += [("",) * 8] * max(0, 8 - len(rows))
    return Ledger(
        title="缺件清单",
        office=printed_by,
        period=period,
        columns=(
            Column("序号", 0.7, "center"),
            Column("受理编号", 1.9),
            Column("诉求人", 0.9, "center"),
            Column("状态", 0.9, "center"),
            Column("应有材料", 2.4),
            Column("缺", 3.0),
            Column("责任人", 1.2),
            Column("补齐日期", 1.2, "center"),
        ),
        rows=tuple(rows),
        counting_unit="件",
    )


def series_name(series: str) -> str:
    """Return what a series counts."""
    found = SERIES_WORDS.get(series)
    if found is not None:
        return found
    from db.codes.book_labels import book_label
    from db.shelves import SHELVES

    named = next((s.name for s in SHELVES.values() if s.book.series == series), None)
    return book_label(named).short_zh if named is not None else series


def series_ledger(printed_by: Office, found: Sequence[SeriesRow], period: str) -> Ledger:
    """Return 编号连续性检查表: first, last, count, gaps, voided numbers with their reasons."""
    return Ledger(
        title="编号连续性检查表",
        office=printed_by,
        period=period,
        counting_unit="个",
        columns=(
            Column("序号", 0.7, "center"),
            Column("编号种类", 1.4),
            Column("年度", 0.8, "center"),
            Column("起号", 2.0),
            Column("止号", 2.0),
            Column("个数", 0.8, "center"),
            Column("断号", 1.4),
            Column("作废号及原因", 3.6),
        ),
        rows=tuple(
            (
                str(place),
                series_name(row.series),
                str(row.year),
                row.first,
                row.last,
                str(row.count),
                "、".join(str(gap) for gap in row.gaps) or "无",
                "；".join(f"{void.text}（{void.reason}）" for void in row.voids) or "无",
            )
            for place, row in enumerate(found, start=1)
        ),
    )


def terms_ledger(printed_by: Office, found: Sequence[Term], until: date) -> Ledger:
    """Return the list of terms that end: appraised or handed over, never destroyed by the desk."""
    retention = words_of("retention")
    deeds = {"appraise": "期满，提请鉴定", "hand_over": "满十年，移交档案馆"}
    return Ledger(
        title="档案期满鉴定（移交）清单",
        office=printed_by,
        period=f"截至{long_date(until)}",
        counting_unit="卷",
        columns=(
            Column("序号", 0.7, "center"),
            Column("档号", 1.8),
            Column("题名", 3.6),
            Column("保管期限", 1.0, "center"),
            Column("期满日期", 1.3, "center"),
            Column("拟办意见", 1.8),
            Column("接收单位、日期", 2.0),
            Column("备注", 1.0),
        ),
        rows=tuple(
            (
                str(place),
                number,
                title,
                retention.get(term, term),
                table_date(ends) or "—",
                deeds[what],
                "",
                "",
            )
            for place, (number, title, term, ends, what) in enumerate(found, start=1)
        ),
        notes=("到期档案须经鉴定，不得擅自销毁。",),
    )


def inspection_ledgers(printed_by: Office, found: Inspection) -> tuple[Ledger, ...]:
    """Return the five lists of 一键备查 in their order."""
    period = day_span(found.first, found.last)
    return (
        _records(printed_by, found, period),
        missing_ledger(printed_by, found.missing, period),
        _overdue(printed_by, found, period),
        _backfilled(printed_by, found, period),
        series_ledger(printed_by, found.series, period),
    )


def draw_inspection(printed_by: Office, found: Inspection) -> Drawing:
    """Return 一键备查: records, missing papers, delays with reasons, 补录, numbers."""
    drawings = [draw_ledger(paper) for paper in inspection_ledgers(printed_by, found)]
    pages = tuple(page for drawing in drawings for page in drawing.pages)
    return replace(drawings[0], title="备查清单", pages=pages)


def _records(printed_by: Office, found: Inspection, period: str) -> Ledger:
    return Ledger(
        title="办件清单",
        office=printed_by,
        period=period,
        columns=(
            Column("序号", 0.7, "center"),
            Column("受理编号", 1.9),
            Column("登记日期", 1.3, "center"),
            Column("诉求人", 0.9, "center"),
            Column("单位", 1.6),
            Column("标题", 3.2),
            Column("承办单位", 1.3),
            Column("答复日期", 1.3, "center"),
            Column("状态", 1.0, "center"),
            Column("档号", 1.6),
            Column("备注", 0.8),
        ),
        rows=tuple(
            (
                str(place),
                row.number,
                table_date(row.received_on),
                row.name,
                row.unit,
                row.subject,
                row.lead_unit,
                table_date(row.issued_on),
                state_label("ordinary_appeal", row.state).pill_zh,
                row.file_number,
                "补录" if row.is_backfilled else "",
            )
            for place, row in enumerate(found.records, start=1)
        ),
    )


def _overdue(printed_by: Office, found: Inspection, period: str) -> Ledger:
    return Ledger(
        title="超期件及原因清单",
        office=printed_by,
        period=period,
        columns=(
            Column("序号", 0.7, "center"),
            Column("受理编号", 1.9),
            Column("诉求人", 0.9, "center"),
            Column("承办单位", 1.4),
            Column("办理期限", 1.3, "center"),
            Column("答复日期", 1.3, "center"),
            Column("超期天数", 1.0, "center"),
            Column("原因", 4.0),
        ),
        rows=tuple(
            (
                str(place),
                row.number,
                row.name,
                row.unit,
                table_date(row.due_on),
                table_date(row.ended_on) or "未答复",
                str(row.days),
                row.reason or "待说明",
            )
            for place, row in enumerate(found.overdue, start=1)
        ),
    )


def _backfilled(printed_by: Office, found: Inspection, period: str) -> Ledger:
    return Ledger(
        title="补录清单",
        office=printed_by,
        period=period,
        counting_unit="项",
        columns=(
            Column("序号", 0.7, "center"),
            Column("受理编号", 2.0),
            Column("事项", 1.6),
            Column("发生日期", 1.3, "center"),
            Column("录入日期", 1.3, "center"),
            Column("录入人", 1.0, "center"),
            Column("补录理由", 4.0),
        ),
        rows=tuple(
            (
                str(place),
                row.number,
                row.act,
                table_date(row.happened_on),
                table_date(row.recorded_on),
                row.by,
                "暂存后补录" if row.reason == "backfilled" else row.reason,
            )
            for place, row in enumerate(found.backfilled, start=1)
        ),
    )
