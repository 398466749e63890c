"""工作交接清单 (OFFICE §7.5): what is handed over, counted, with room for three signatures."""

from collections.abc import Iterable, Sequence
from datetime import date

from db.documents.dates_text import long_date
from db.office.handing_over import HeldLine, WorkHandOverRow
from desktop.documents.fonts import Face
from desktop.documents.page import Drawing, Span
from desktop.documents.sheet import (
    Block,
    Cell,
    Ends,
    Frame,
    Gap,
    Row,
    Sheet,
    Text,
    Title,
    table_rows,
)

PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("在办件", ("case", "registered", "follow_up", "task")),
    ("谈话", ("talk",)),
    ("暂存件", ("held_note",)),
    ("待签待批", ("approval", "proposal")),
    ("草稿", ("draft",)),
)
"""Parts of the list in the order of the form, with the kinds of line in each."""
CLOSED = "（谈话内容仅限谈话双方）"
NOTHING = "无"


def draw_work_hand_over(
    row: WorkHandOverRow, *, office: str, reason: str, state_words: dict[tuple[str, str], str]
) -> Drawing:
    """Return the list for three signatures.

    Args:
        row: The hand-over.
        office: Name of the center.
        reason: Label of the reason.
        state_words: Track and state → the office's word, for the column 进展.
    """
    blocks: list[Block] = [
        Frame(
            (
                _facts("移交人", row.from_name, "职务", row.from_post),
                _facts("接交人", row.to_name, "单位", row.from_unit or office),
                _facts("交接原因", reason, "账号注销", _account(row)),
            )
        ),
        Gap(2.0),
    ]
    for name, kinds in PARTS:
        blocks += _part(name, [line for line in row.lines if line.kind in kinds], state_words)
    blocks += _typed("纸质原件（件号、页数、存放处）", row.originals)
    blocks += _typed("介质、印章、钥匙", row.things)
    blocks += [
        Text("以上事项经三方核对无误。", size=11, before=3.0, after=6.0),
        Ends("移交人（签字）：", "接交人（签字）：", "监交人（签字）：", size=11, after=9.0),
        Ends("", "", "　　　　年　　月　　日", size=11),
    ]
    return Sheet(
        "工作交接清单",
        tuple(blocks),
        heads=(
            Title("工作交接清单", size=20),
            Ends(row.number, "", f"清点日期：{long_date(row.listed_on)}", size=10.5),
        ),
        caution="内部资料　注意保存",
        size=10.5,
    ).draw()


def _account(row: WorkHandOverRow) -> str:
    if row.keeps_account:
        return "岗位调整，账号保留"
    if row.ends_on is not None:
        return f"{long_date(row.ends_on)}到期注销"
    return "办理交接时注销"


def _facts(first: str, one: str, second: str, other: str) -> Row:
    return Row(
        (
            Cell(first, share=16, label=True),
            Cell(one, share=34),
            Cell(second, share=16, label=True),
            Cell(other, share=34),
        )
    )


def _part(
    name: str, lines: Sequence[HeldLine], words: dict[tuple[str, str], str]
) -> Iterable[Block]:
    heading = Text(
        [Span(f"{name}（{len(lines)}件）", face=Face.HEI)], size=11, before=1.5, after=0.8
    )
    if not lines:
        return (heading, Text(f"　　{NOTHING}", size=10.5, after=0.8))
    rows = [
        (
            str(place),
            line.number or "—",
            (line.text or "—") + (CLOSED if line.closed else ""),
            words.get((line.track, line.state), "—"),
            long_date(date.fromisoformat(line.due_on)) if line.due_on else "—",
        )
        for place, line in enumerate(lines, start=1)
    ]
    return (
        heading,
        Frame(
            table_rows(
                ("序号", "编号", "事由", "进展", "期限"),
                rows,
                widths=(7, 29, 32, 13, 19),
                aligns=("center", "left", "left", "center", "center"),
            )
        ),
    )


def _typed(name: str, lines: Sequence[str]) -> Iterable[Block]:
    yield Text([Span(name, face=Face.HEI)], size=11, before=1.5, after=0.8)
    for line in lines or (NOTHING,):
        yield Text(f"　　{line}", size=10.5, after=0.4)
