"""Lists and registers in landscape (OFFICE §§2.5, 3)."""

from db.documents.dates_text import (
    long_date,
    long_time,
)
from db.documents.papers import (
    DocumentRegister,
    Ledger,
    OnePage,
    Section,
)
from desktop.documents.fonts import Face
from desktop.documents.page import (
    Drawing,
    Span,
)
from desktop.documents.pieces import or_room
from desktop.documents.sheet import (
    A3,
    A4,
    Block,
    Ends,
    Frame,
    Gap,
    Sheet,
    Text,
    Title,
    table_rows,
)


def draw_ledger(paper: Ledger) -> Drawing:
    """Return a list in landscape with its head on every page and the foot of OFFICE §3."""
    columns = paper.columns
    summary: list[Block] = [Text(f"　　{paper.summary}", size=11)] if paper.summary else []
    blocks: list[Block] = [
        *summary,
        Frame(
            table_rows(
                [column.title for column in columns],
                paper.rows,
                widths=[column.width for column in columns],
                aligns=[column.align for column in columns],
                totals=paper.totals,
            )
        )
        if columns
        else Text("（无内容）", align="center"),
        Gap(1.0),
        *(Text(note, size=9, after=0.3) for note in paper.notes),
        Ends(
            f"填表人：{or_room(paper.filled_by, 6)}",
            f"审核人：{or_room(paper.checked_by, 6)}　　单位负责人：{or_room(paper.headed_by, 6)}",
            f"填报日期：{long_date(paper.filled_on)}",
            size=10.5,
        ),
    ]
    as_of = f"　数据截止：{long_time(paper.as_of)}" if paper.as_of is not None else ""
    heads: list[Block] = []
    if paper.copy_number:
        heads.append(Ends(f"份号：{paper.copy_number}", size=10.5, after=0))
    heads += [
        Title(paper.title, size=18),
        Ends(
            f"填报单位：{paper.office.center_name}",
            f"统计时间：{paper.period}{as_of}",
            f"单位：{paper.counting_unit}",
            size=10.0,
        ),
    ]
    return Sheet(
        paper.title,
        tuple(blocks),
        heads=tuple(heads),
        caution=paper.office.caution,
        paper=A3 if paper.size == "A3" else A4,
        landscape=True,
        top=22,
        bottom=16,
        left=18,
        right=15,
        size=9.5,
        pitch_factor=1.25,
    ).draw()


def draw_one_page(paper: OnePage) -> Drawing:
    """Return 一页纸情况: five parts on one page (OFFICE §2.6); blank, room for the pen."""
    drawing = _one_page(paper, ONE_PAGE_SIZES[0])
    for size in ONE_PAGE_SIZES[1:]:
        if len(drawing.pages) == 1:
            break
        drawing = _one_page(paper, size)
    return drawing


def _one_page(paper: OnePage, size: float) -> Drawing:
    parts = paper.sections or tuple(Section(name) for name in ONE_PAGE_PARTS)
    blocks: list[Block] = []
    for part in parts:
        room = "\u3000" * 24 + "\n\n\n" if not part.text else ""
        heading = Span(f"　　{part.heading}：", face=Face.HEI)
        blocks.append(Text([heading, part.text or room], size=size, after=2.0))
    heads: list[Block] = []
    if paper.copy_number:
        heads.append(Ends(f"份号：{paper.copy_number}", size=10.5, after=0))
    heads.append(Title(paper.title, size=20))
    heads.append(Text(f"（{long_time(paper.as_of)}）", size=10.5, align="center", after=4.0))
    foot = f"{paper.office.center_name}　　{long_date(paper.filled_on)}"
    return Sheet(
        "一页纸情况",
        (*blocks, Text(foot, size=14.0, align="right", before=6.0)),
        heads=tuple(heads),
        caution=paper.office.caution,
        left=27,
        right=25,
        size=size,
        pitch_factor=1.45,
    ).draw()


ONE_PAGE_SIZES = (15.0, 14.0, 13.0, 12.0)
"""Points of the text: a matter with much to say is set smaller, never on a second page."""
ONE_PAGE_PARTS = ("基本情况", "主要诉求", "办理经过", "目前情况", "下步打算")
"""Parts of the sheet in their order."""

REGISTERS: dict[str, tuple[str, str]] = {
    "outgoing": (
        "发文登记簿",
        "序号 发文日期 发文字号 文件标题 主送 抄送 份数 签发人 拟稿人 校对 用印 送达方式 "
        "签收人、日期 归档 备注",
    ),
    "incoming": (
        "收文登记簿",
        "序号 收文日期 来文单位 来文字号 文件标题 份数 紧急程度 关联受理编号 拟办 批办 承办人 "
        "办结日期 归档 备注",
    ),
    "carried": ("送文登记簿", "日期 件号 名称 份数 密封 送往单位 送件人 签收人 签收时间"),
    "seal": ("用印登记表", "日期 文件名称及字号 份数 印章名称 批准人 经办人 监印人 备注"),
    "leader_note": (
        "领导批示登记簿",
        "序号 批示件编号 来件标题 批示领导 职务 批示日期 批示内容（原文） 承办单位 承办人 "
        "要求时限 办理进展 办结日期 反馈领导日期及方式 领导再批示 归档号 备注",
    ),
    "consultation": (
        "会商登记簿",
        "序号 时间 地点 主持人 参加单位及人员 议题（受理编号） 会商意见 分歧及保留意见 "
        "责任单位 时限 纪要文号",
    ),
    "supervision": (
        "督办（催办）登记簿",
        "序号 受理编号 承办单位 事由 方式 督办文号 日期 要求回复 回复日期 回复摘要 结果",
    ),
    "reading": ("查阅登记簿", "日期 查阅人 单位 事由 批准人 查阅内容 是否复制 归还 经办人"),
    "printing": ("打印（导出）登记簿", "日期 名称 份号 打印人 批准人 用途 领取人 收回/销毁日期"),
}
"""Title and columns of each register, in the order of OFFICE §2.5."""

_WIDE = {
    "文件标题": 2.6,
    "文件名称及字号": 2.6,
    "发文字号": 1.9,
    "来文字号": 1.9,
    "来件标题": 2.2,
    "批示内容（原文）": 2.6,
    "主送": 1.5,
    "名称": 2.4,
    "事由": 1.6,
    "会商意见": 2.4,
    "议题（受理编号）": 1.8,
    "关联受理编号": 1.7,
    "受理编号": 1.7,
    "序号": 0.6,
    "份数": 0.6,
    "密封": 0.6,
    "用印": 0.6,
    "送往单位": 1.6,
    "来文单位": 1.5,
}
_REGISTER_LINES = 13


def draw_document_register(paper: DocumentRegister) -> Drawing:
    """Return a register in landscape, filled up with blank lines."""
    title, words = REGISTERS[paper.register]
    heads = words.split()
    rows = [tuple(row) for row in paper.rows]
    rows += [("",) * len(heads)] * max(0, _REGISTER_LINES - len(rows))
    frame = Frame(
        table_rows(
            heads,
            rows,
            widths=[_WIDE.get(head, 1.0) for head in heads],
            min_height=10.0,
        )
    )
    return Sheet(
        title,
        (frame,),
        heads=(
            Title(title, size=18),
            Ends(f"单位：{paper.office.center_name}", "", f"期间：{paper.period}"),
        ),
        caution=paper.office.caution,
        paper=A3 if paper.size == "A3" else A4,
        landscape=True,
        top=22,
        bottom=14,
        left=18,
        right=15,
        size=9.0,
        min_row=10.0,
    ).draw()
