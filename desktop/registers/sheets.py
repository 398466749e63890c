"""Papers of the office's own books whose layout is more than rows of fields (OFFICE §7.5)."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any

from db.books.rows import EntryRow
from db.core.books import Book, Paper
from db.core.clock import SHANGHAI
from db.documents.dates_text import long_date
from db.documents.papers import Column, Ledger, Office, PhoneRecord
from desktop.books.words import PaperWords
from desktop.documents.lists import draw_ledger
from desktop.documents.page import Drawing
from desktop.documents.pieces import make_label, make_row, make_value, sign_line
from desktop.documents.record_forms import draw_phone_record
from desktop.documents.sheet import Cell, Ends, Frame, Row, Sheet, Title

HALF_PAGE = 118.0
"""Millimetres left to the leader's pen on a submission sheet: half of the page."""
LABEL = 26.0
LIST_HEADS = (
    ("序号", 0.7),
    ("受理编号", 1.9),
    ("转办单号", 1.6),
    ("诉求人", 0.9),
    ("主要诉求", 3.2),
    ("承办方式", 0.9),
    ("转办日期", 1.3),
    ("签收日期", 1.3),
    ("办理期限", 1.3),
    ("答复日期", 1.3),
    ("状态", 1.0),
    ("核对意见", 1.3),
)
SEPARATOR = "｜"
Draw = Callable[[PaperWords, Book, Paper, EntryRow | None, Office], Drawing]


def draw_submission(
    _words: PaperWords, _book: Book, _paper: Paper, row: EntryRow | None, printed_by: Office
) -> Drawing:
    """Return 送批单 with half the page empty for the leader; one page, filled or for the pen."""
    values: Mapping[str, Any] = row.values if row is not None else {}

    def text(name: str) -> str:
        return str(values.get(name) or "")

    def tall(label: str, content: str, height: float, foot: str = "") -> Row:
        return Row(
            (make_label(label, LABEL), Cell(content, valign="top", foot=foot)), min_height=height
        )

    proposed = f"拟办人：{text('proposer') or '　　　　'}　"
    proposed += long_date(row.entered_on if row is not None else None)
    answered = f"{text('leader') or ' ' * 14}　{long_date(values.get('noted_on'))}"
    rows = (
        make_row(make_label("标题", LABEL), make_value(text("subject")), height=10),
        tall("来件摘要", text("summary"), 26),
        tall("拟办意见", text("proposal"), 24, proposed),
        tall("部门负责人\n意见", text("head_opinion"), 18, sign_line(short=True)),
        tall("领导批示", text("wording"), HALF_PAGE, answered),
        tall("办理结果", text("result"), 12),
        make_row(make_label("附件", LABEL), make_value(text("enclosures")), height=9),
    )
    number = row.number if row is not None else " " * 20
    return Sheet(
        "送批单",
        (Frame(rows),),
        heads=(
            Title("送批单（呈批件）", size=20),
            Ends(f"呈报单位：{printed_by.center_name}", "", f"编号：{number}", size=10.5),
        ),
        caution=printed_by.caution,
        size=11.0,
        top=20,
        bottom=14,
        pitch_factor=1.25,
    ).draw()


def draw_phone(
    words: PaperWords, _book: Book, _paper: Paper, row: EntryRow | None, printed_by: Office
) -> Drawing:
    """Return 电话告知记录 of a call."""
    if row is None:
        return draw_phone_record(PhoneRecord(office=printed_by))
    values = row.values
    day, at = values.get("called_on"), str(values.get("called_at") or "")
    hour, _, minute = at.partition(":")
    moment = (
        datetime.combine(day, time(int(hour), int(minute)), SHANGHAI) if day and minute else None
    )
    return draw_phone_record(
        PhoneRecord(
            office=printed_by,
            case_number=row.texts.get("appeal_id", ""),
            called_at=moment,
            direction=words.labels.code("call_direction", str(values.get("direction") or "")),
            phone=str(values.get("phone") or ""),
            person=str(values.get("caller") or ""),
            verified_by=words.labels.code(
                "call_verification", str(values.get("verified_by") or "")
            ),
            told=str(values.get("told") or ""),
            answer=str(values.get("answer") or ""),
            told_by=str(values.get("told_by") or ""),
            present=str(values.get("present") or ""),
            remark=row.number,
        )
    )


def draw_reconciliation(
    _words: PaperWords, _book: Book, _paper: Paper, row: EntryRow | None, printed_by: Office
) -> Drawing:
    """Return 对账清单 as it was sent, with room for the unit's remarks and signature."""
    values: Mapping[str, Any] = row.values if row is not None else {}
    unit = row.texts.get("unit_id", "") if row is not None else ""
    lines = [line.split(SEPARATOR) for line in str(values.get("items") or "").splitlines() if line]
    cells = [
        (str(place), *(*line, *[""] * 10)[:10], "") for place, line in enumerate(lines, start=1)
    ]
    cells += [("",) * len(LIST_HEADS)] * max(0, 10 - len(cells))
    told = f"在办{values.get('open_items') or 0}件，当月答复{values.get('answered_items') or 0}件。"
    paper = Ledger(
        title=f"{unit}干部诉求对账清单" if unit else "干部诉求对账清单",
        office=printed_by,
        period=str(values.get("period") or "    年  月"),
        columns=tuple(Column(head, width) for head, width in LIST_HEADS),
        rows=tuple(cells),
        summary=told if row is not None else "",
        notes=(
            "请核对后于收到之日起3个工作日内签回；有差异的请在“核对意见”栏注明。",
            f"核对单位（盖章）：                核对人：                {long_date(None)}",
        ),
        filled_on=row.entered_on if row is not None else None,
    )
    return draw_ledger(paper)


OWN_PAPERS: dict[tuple[str, str], Draw] = {
    ("submission", "submission_sheet"): draw_submission,
    ("phone_call", "phone_record"): draw_phone,
    ("reconciliation", "reconciliation_list"): draw_reconciliation,
}
"""(book, paper) → what draws it in place of the rows of fields."""
