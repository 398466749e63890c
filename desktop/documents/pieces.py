"""What the forms are put together from: rows, labels, tick boxes, and the words at the boxes."""

from collections.abc import Sequence
from datetime import date

from db.documents.dates_text import (
    long_date,
)
from db.documents.papers import (
    Material,
    Signed,
)
from desktop.documents.page import (
    Content,
    Span,
    tick,
)
from desktop.documents.sheet import (
    SIGNATURE_ROW,
    Cell,
    Row,
)

PERSON_KINDS = (
    "公务员",
    "参公",
    "事业管理",
    "事业专技",
    "国企",
    "村（社区）",
    "退休",
    "其他",
)
MANAGEMENT = ("市管", "区管", "单位（镇街）管理", "垂管")
CONTACT_WISHES = ("可打单位电话", "只打本人手机", "只当面联系", "不留电话")
SUBMITTERS = ("本人", "近亲属代为", "单位（党组织）", "委托代理")
CHANNELS = (
    "来访",
    "来信",
    "来电",
    "网络",
    "领导接访",
    "上级交办",
    "部门转来",
    "巡视巡察移交",
    "工作中发现",
)
REMEDIES = ("未提出", "已申请复核", "已申诉", "已仲裁／诉讼", "党员申诉", "已信访")
TRANSFER_WISHES = ("同意转有关单位办理", "限中心（组织部）办理", "暂不转，先谈话")
NOTICES = ("无", "身心状况", "言语极端", "多人", "舆情", "其他")
URGENCIES = ("平件", "加急", "特急")
PROCEDURES = ("组织内部办理", "信访程序", "建议意见")
LIMITS = ("法定", "内部")
DEMANDS = (
    "请按职责办理并直接答复本人，答复后5个工作日内抄送办理结果",
    "请提出意见报中心",
    "请报办结报告",
    "请参加会商",
)
FEEDBACK = ("办理情况报告", "答复（反馈）件", "送达回证", "政策依据")
OUTCOMES = ("支持解决", "解释说明", "不予支持", "其他")
RATINGS = ("满意", "基本满意", "不满意", "未表示")
MODES = ("书面澄清", "当面澄清", "会议澄清", "通报澄清", "媒体澄清（从严审批）")
SCOPES = ("本人及单位主要负责同志", "单位党组织", "一定范围", "社会公开")
OPINIONS = ("同意上述方式和范围", "不要求在更大范围公开", "不要求公开", "其他")
TALK_SCOPES = ("谈话人和记录人", "加中心负责人", "仅结论和待办")
# 思想波动, 本人约谈 and 群众反映 all wear the word 谈心谈话 (SETTLED §9.4).
OCCASIONS = (
    "职务变动",
    "表彰奖励",
    "考核考察",
    "重大挫折",
    "澄清之后",
    "受处理处分之后",
    "诉求办结之后",
    "谈心谈话",
    "其他",
)
TALK_MODES = ("个别谈话", "上门走访", "电话（视频另记）")
INITIATIVES = ("组织约谈", "本人约谈")
VISIT_RESULTS = ("好", "一般", "较差")

ALIASES: dict[str, str] = {
    "petition": "信访程序",
    "internal": "组织内部办理",
    "suggestion": "建议意见",
    "statutory": "法定",
    "法定时限": "法定",
    "内部时限": "内部",
    "未评价": "未表示",
    "单位管理": "单位（镇街）管理",
    "区（县）管": "区管",
    "县管": "区管",
    "supported": "支持解决",
    "explained": "解释说明",
    "not_supported": "不予支持",
    "written": "书面澄清",
    "face_to_face": "当面澄清",
    "meeting": "会议澄清",
    "circular": "通报澄清",
    "media": "媒体澄清",
}
"""Other words for the labels printed at the boxes, and identifiers of the code lists."""

SPACE = "\u2002"
SIGN = "签名：              "


def material_rows(materials: Sequence[Material], lines: int) -> tuple[Row, ...]:
    """Return head and at least `lines` rows of a list of papers."""

    def cells(texts: Sequence[str], *, head: bool) -> tuple[Cell, ...]:
        widths = (12.0, 0.0, 16.0, 16.0, 34.0)
        return tuple(
            Cell(text, mm=mm, label=head, align="left" if at == 1 else "center")
            for at, (text, mm) in enumerate(zip(texts, widths, strict=True))
        )

    rows = [Row(cells(("序号", "名称", "份数", "页数", "原件／复印件"), head=True))]
    listed = list(materials) + [Material()] * max(0, lines - len(materials))
    for at, one in enumerate(listed, start=1):
        kind = "" if one.original is None else "原件" if one.original else "复印件"
        texts = (str(at), one.name, count_text(one.copies), count_text(one.pages), kind)
        rows.append(Row(cells(texts, head=False)))
    return tuple(rows)


def make_row(*cells: Cell, height: float = 0.0) -> Row:
    """Return a row."""
    return Row(cells, height)


def make_label(text: str, mm: float) -> Cell:
    """Return a label of a fixed width."""
    return Cell(text, mm=mm, label=True)


def make_value(
    content: Content,
    *,
    mm: float = 0.0,
    share: float = 1.0,
    align: str = "left",
    valign: str = "middle",
    size: float = 0.0,
    bold: bool = False,
    foot: Content = "",
    foot_size: float = 0.0,
) -> Cell:
    """Return a value."""
    return Cell(
        content,
        mm=mm,
        share=share,
        align=align,
        valign=valign,
        size=size,
        bold=bold,
        foot=foot,
        foot_size=foot_size,
    )


def long_row(label: str, content: str, width: float, height: float, *, hint: str = "") -> Row:
    """Return a tall row for writing; a hint stands small at its foot while it is empty."""
    foot = hint if not content else ""
    return Row(
        (
            make_label(label, width),
            Cell(content, valign="top", foot=foot, foot_size=9, foot_align="left"),
        ),
        min_height=height,
        splits=True,
    )


def opinion_row(
    label: str, signed: Signed, width: float, *, height: float = SIGNATURE_ROW, seal: bool = False
) -> Row:
    """Return a row for an opinion with name and day under it."""
    foot = ("（盖章）　　" if seal else "") + sign_line(signed)
    return Row(
        (make_label(label, width), Cell(signed.opinion, valign="top", foot=foot)),
        min_height=height,
    )


def sign_line(signed: Signed | None = None, *, short: bool = False) -> str:
    """Return 签名 and the day, filled or for the pen."""
    one = signed or Signed()
    room = "        " if short else "                "
    return f"签名：{one.name or room}　{long_date(one.signed_on)}"


def label_of(word: str) -> str:
    """Return the label printed at a box for a word or an identifier."""
    return ALIASES.get(word, word)


def _bare(label: str) -> str:
    """Return a label without what stands in parentheses."""
    return label.split("（", 1)[0]


def tick_boxes(options: Sequence[str], *chosen: str) -> list[str | Span]:
    """Return tick boxes; a chosen word that has no box goes behind 其他 or gets one."""
    words = [label_of(word) for word in chosen if word]
    spans: list[str | Span] = []
    known: set[str] = set()
    for option in options:
        is_on = any(word == option or _bare(word) == _bare(option) for word in words)
        if is_on:
            known |= {word for word in words if _bare(word) == _bare(option)}
        strange = [word for word in words if not _has_box(options, word)]
        if option == "其他" and strange:
            spans += [tick(f"其他（{'、'.join(strange)}）", True), SPACE]
            known |= set(strange)
            continue
        spans += [tick(option, is_on), SPACE]
    if len(options) > 1:
        for word in words:
            if word not in known and not _has_box(options, word):
                spans += [tick(word, True), SPACE]
    return spans[:-1]


def _has_box(options: Sequence[str], word: str) -> bool:
    """Return whether a word is printed at one of the boxes."""
    return any(_bare(word) == _bare(option) for option in options)


def count_text(number: int | None) -> str:
    """Return a number, or an empty text."""
    return "" if number is None else str(number)


def day_text(on: date | None) -> str:
    """Return a day for a narrow cell: 2026年3月5日, or nothing for the pen."""
    return "" if on is None else long_date(on)


def or_room(text: str, ems: int) -> str:
    """Return a text, or free space for it."""
    return text or "\u3000" * ems
