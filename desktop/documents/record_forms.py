"""Approvals and records: extension, closing, clarification, care talk, telephone (OFFICE §7)."""

from collections.abc import Sequence

from db.documents.dates_text import (
    BLANK_DATE,
    birth_month,
    clock_time,
    long_date,
    long_time,
    table_date,
)
from db.documents.papers import (
    CareTalkRecord,
    ClarificationApproval,
    ClosingApproval,
    ExtensionApproval,
    OpinionRequest,
    PhoneRecord,
    Signed,
)
from desktop.documents.page import (
    Drawing,
    Span,
    blank,
    tick,
)
from desktop.documents.pieces import (
    INITIATIVES,
    LIMITS,
    MODES,
    OCCASIONS,
    OPINIONS,
    OUTCOMES,
    RATINGS,
    SCOPES,
    SIGN,
    SPACE,
    TALK_MODES,
    TALK_SCOPES,
    VISIT_RESULTS,
    count_text,
    long_row,
    make_label,
    make_row,
    make_value,
    opinion_row,
    sign_line,
    tick_boxes,
)
from desktop.documents.sheet import (
    SIGNATURE_ROW,
    Block,
    Cell,
    Ends,
    Frame,
    Group,
    Row,
    Sheet,
    Title,
)

_HAND_PLANNED = frozenset({"思想波动", "群众反映", "本人约谈", "mood", "request", "public_report"})


def draw_extension_approval(paper: ExtensionApproval) -> Drawing:
    """Return 延期审批表 (信访工作条例 Art 34)."""
    w = 28.0
    rows = (
        make_row(
            make_label("受理编号", w),
            make_value(paper.case_number),
            make_label("转办单号", w),
            make_value(paper.transfer_number),
        ),
        make_row(
            make_label("诉求人", w),
            make_value(paper.name),
            make_label("承办单位", w),
            make_value(paper.handling_unit),
        ),
        make_row(make_label("诉求标题", w), make_value(paper.subject)),
        make_row(
            make_label("受理日期", w),
            make_value(long_date(paper.accepted_on)),
            make_label("原办理期限", w),
            make_value([long_date(paper.due_on), "\n", *tick_boxes(LIMITS, paper.limit_kind)]),
            height=12,
        ),
        make_row(
            make_label("拟延长至", w),
            make_value(long_date(paper.extend_to)),
            make_label("延长日数", w),
            make_value(
                [blank(count_text(paper.extend_days), 3), "日", Span("（不超过30日）", size=9.5)],
            ),
            height=12,
        ),
        Row(
            (make_label("延期理由", w), Cell(paper.reason, valign="top")),
            min_height=45,
            splits=True,
        ),
        Row(
            (make_label("已办情况", w), Cell(paper.course, valign="top")),
            min_height=30,
            splits=True,
        ),
        opinion_row("承办人", paper.handler, w),
        opinion_row("承办科室\n负责人意见", paper.section_head, w),
        opinion_row("本机关、\n本单位负责\n人意见", paper.unit_head, w, height=32, seal=True),
        make_row(make_label("备注", w), make_value(paper.remark), height=10),
    )
    return Sheet(
        "延期审批表",
        (Frame(rows),),
        heads=(Title("延期审批表"), Ends(f"填报单位：{paper.handling_unit}")),
        foot="延期一次，须在期限届满前批准，并书面告知诉求人延期理由。",
        caution=paper.office.caution,
    ).draw()


def draw_opinion_request(paper: OpinionRequest) -> Drawing:
    """Return 澄清征求意见表; nothing else stands on it (OFFICE §7.3)."""
    w = 28.0
    askers = "、".join(paper.asked_by)
    rows = (
        Group(
            make_label("本人\n基本情况", w),
            (
                make_row(
                    make_label("姓名", 18),
                    make_value(paper.name, align="center"),
                    make_label("性别", 16),
                    make_value(paper.gender, mm=16, align="center"),
                    make_label("出生年月", 22),
                    make_value(birth_month(paper.birth_on), mm=24, align="center"),
                    height=10,
                ),
                make_row(
                    make_label("政治\n面貌", 18),
                    make_value(paper.political_status, mm=28, align="center"),
                    make_label("单位及职务", 24),
                    make_value(paper.unit_and_post),
                    height=12,
                ),
            ),
        ),
        Row(
            (
                make_label("拟澄清的\n具体问题", w),
                Cell(paper.matter, foot="（一句）" if not paper.matter else ""),
            ),
            min_height=30,
        ),
        make_row(
            make_label("拟采取方式", w), make_value(tick_boxes(MODES, *paper.modes)), height=16
        ),
        make_row(
            make_label("拟澄清范围", w), make_value(tick_boxes(SCOPES, *paper.scopes)), height=16
        ),
        Row(
            (
                make_label("本人意见", w),
                Cell(
                    [*tick_boxes(OPINIONS, paper.opinion), f"\n{paper.opinion_text}"],
                    valign="top",
                    foot=f"{SIGN}{long_date(paper.signed_on)}",
                ),
            ),
            min_height=60,
        ),
        make_row(
            make_label("征求人\n（两人）", w),
            make_value(askers, foot=f"{SIGN}{long_date(paper.asked_on)}"),
            height=30,
        ),
    )
    number = f"编号：{paper.number}" if paper.number else "编号：                "
    return Sheet(
        "澄清征求意见表",
        (Frame(rows),),
        heads=(Title("澄清征求意见表"), Ends("", "", number)),
        caution=paper.office.caution,
    ).draw()


def draw_clarification_approval(paper: ClarificationApproval) -> Drawing:
    """Return 澄清审批表, blank, for the body that checked to fill by hand (SETTLED §9.3)."""
    w = 30.0
    empty = Signed()
    rows: tuple[Row | Group, ...] = (
        make_row(
            make_label("姓名", w),
            make_value(""),
            make_label("性别", 16),
            make_value("", mm=18),
            make_label("出生年月", 22),
            make_value("", mm=28),
            height=10,
        ),
        make_row(make_label("单位及职务", w), make_value(""), height=10),
        make_row(make_label("拟澄清的\n具体问题", w), make_value(""), height=26),
        make_row(make_label("核查结论\n及文号", w), make_value(""), height=26),
        make_row(make_label("影响评估", w), make_value(""), height=22),
        make_row(make_label("风险评估", w), make_value(""), height=22),
        make_row(
            make_label("拟采取方式", w),
            make_value(
                [*tick_boxes(MODES), "\n", Span("采用其他方式的，应当同时书面澄清。", size=9)]
            ),
            height=16,
        ),
        make_row(make_label("拟澄清范围", w), make_value(tick_boxes(SCOPES)), height=14),
        make_row(make_label("本人意见", w), make_value(tick_boxes(OPINIONS[:3])), height=14),
        opinion_row("承办部门意见", empty, w),
        opinion_row("审理部门意见", empty, w),
        opinion_row("监督管理\n部门意见", empty, w),
        opinion_row("分管负责\n同志意见", empty, w),
        opinion_row("主要负责\n同志意见", empty, w, height=30),
        make_row(make_label("备注", w), make_value(""), height=12),
    )
    return Sheet(
        "澄清审批表",
        (Frame(rows),),
        heads=(
            Title("澄清审批表"),
            Ends(
                f"审批单位：{paper.issuer}",
                "",
                f"编号：{paper.number}" + ("" if paper.number else " " * 16),
            ),
        ),
        foot="本表由审批机关填写并留存。",
    ).draw()


def draw_care_talk_record(paper: CareTalkRecord) -> Drawing:
    """Return 关爱谈话记录表 (OFFICE §7.4); 生活情况 stands only in the full copy."""
    w = 26.0
    head: tuple[Block, ...] = (
        Title("关爱谈话记录表"),
        Ends(
            f"编号：{paper.number}" + ("" if paper.number else " " * 16),
            "",
            ["知悉范围：", *tick_boxes(TALK_SCOPES, paper.scope)],
        ),
    )
    return Sheet(
        "关爱谈话记录表",
        (Frame(_talk_rows(paper, w)),),
        heads=head,
        foot="谈话内容只用于关心帮助干部，不作为考核、考察和核查的依据。",
        caution=paper.office.caution,
        size=11.0,
    ).draw()


def _talk_rows(paper: CareTalkRecord, w: float) -> tuple[Row | Group, ...]:
    """Return the 19 rows of the talk record."""
    ordinal = "第    次" if paper.ordinal is None else f"第{paper.ordinal}次"
    requests = [f"{at}. {text}" for at, text in enumerate(paper.requests, start=1)]
    is_blank_form = not paper.name and not paper.number
    life = paper.life
    if not paper.full_copy:
        life = "" if is_blank_form else "（仅在谈话人、记录人留存的完整件中打印）"
    return (
        make_row(
            make_label("谈话对象", w),
            make_value(paper.name, align="center"),
            make_label("性别", 13),
            make_value(paper.gender, mm=13, align="center"),
            make_label("出生年月", 20),
            make_value(birth_month(paper.birth_on), mm=20, align="center"),
            make_label("政治面貌", 20),
            make_value(paper.political_status, mm=24, align="center"),
        ),
        make_row(
            make_label("单位及职务", w),
            make_value(paper.unit_and_post, share=1.4),
            make_label("职务层次\n／职级", 20),
            make_value(paper.rank, share=0.8),
            make_label("任现职\n时间", 15),
            make_value(paper.in_post_since, mm=22, align="center"),
        ),
        make_row(
            make_label("谈话时间", w),
            make_value(_talk_time(paper), share=1.6),
            make_label("谈话地点", 20),
            make_value(paper.place),
        ),
        make_row(
            make_label("谈话人", w),
            make_value(paper.talkers),
            make_label("参加人", 16),
            make_value(paper.attendants),
            make_label("记录人", 16),
            make_value(paper.recorder),
        ),
        make_row(
            make_label("谈话事由", w),
            make_value(
                tick_boxes(
                    OCCASIONS, "谈心谈话" if paper.occasion in _HAND_PLANNED else paper.occasion
                )
            ),
            make_value(ordinal, mm=22, align="center"),
        ),
        make_row(make_label("关联件", w), make_value(paper.linked_numbers)),
        make_row(
            make_label("谈话方式", w),
            make_value(tick_boxes(TALK_MODES, paper.mode)),
            make_label("形式", 14),
            make_value(tick_boxes(INITIATIVES, paper.initiative), mm=50),
        ),
        long_row(
            "思想状况",
            paper.thinking or "（一）对工作、对组织的认识\n\n\n（二）情绪和心结",
            w,
            38,
        ),
        long_row("工作情况", paper.work, w, 28, hint="履职、困难、意见建议"),
        long_row("生活情况", life, w, 24, hint="家庭、身心、经济（本人愿意谈的）"),
        long_row("本人诉求\n和建议", "\n".join(requests) or "1.\n\n2.\n\n3.", w, 26),
        long_row(
            "谈话人回应\n和工作打算",
            paper.response,
            w,
            34,
            hint="政策解释、鼓励、要求；当场答复的事项",
        ),
        Group(make_label("需帮助\n解决的问题", w), _task_rows(paper)),
        make_row(
            make_label("是否转为诉\n求／澄清申请", w),
            make_value(
                [
                    tick("否", paper.becomes_appeal is False),
                    SPACE,
                    tick("是", paper.becomes_appeal is True),
                    "，编号",
                    blank(paper.appeal_number, 10),
                    "（本人同意 ",
                    tick("", paper.person_agreed is True),
                    "）",
                ]
            ),
            height=11,
        ),
        make_row(
            make_label("回访安排", w),
            make_value(f"时间：{long_date(paper.visit_on)}", share=1.3),
            make_value(f"回访人：{paper.visit_by}"),
            make_value(f"方式：{paper.visit_mode}"),
        ),
        make_row(
            make_label("风险提示", w),
            make_value(
                [
                    tick("无", paper.needs_attention is False),
                    SPACE,
                    tick("需关注", paper.needs_attention is True),
                    "（报告",
                    blank(paper.attention_told_to, 8),
                    "）",
                ]
            ),
        ),
        make_row(
            make_label("谈话对象\n确认", w),
            make_value(
                [
                    tick("已口头核对", paper.confirmed_orally is True),
                    SPACE,
                    tick("签名（自愿）", False),
                    "：",
                    blank("", 8),
                    "\n\n谈话人：            　　记录人：            ",
                ],
                foot=BLANK_DATE,
            ),
            height=SIGNATURE_ROW,
        ),
        make_row(
            make_label("负责人阅示", w), make_value("", foot=sign_line()), height=SIGNATURE_ROW
        ),
        make_row(
            make_label("回访记录", w),
            make_value(
                [
                    f"时间：{long_date(paper.visited_on)}　方式：",
                    blank(paper.visited_mode, 6),
                    f"\n工作、思想、生活变化：{paper.visit_changes}\n结果：",
                    *tick_boxes(VISIT_RESULTS, paper.visit_result),
                ],
                valign="top",
                foot="回访人：              ",
            ),
            height=32,
        ),
    )


def _talk_time(paper: CareTalkRecord) -> str:
    """Return the time of the talk from and to."""
    until = clock_time(paper.ended_at)
    tail = "至  时  分" if not until else f"至{until.replace(':', '时')}分"
    return f"{long_time(paper.started_at)}{tail}"


def _task_rows(paper: CareTalkRecord) -> tuple[Row, ...]:
    """Return the difficulties as a small table with at least three lines."""
    widths = (10.0, 0.0, 24.0, 0.0, 22.0, 0.0, 22.0)
    heads = ("序号", "问题", "责任单位\n（人）", "措施", "时限", "落实情况", "销号日期")

    def cells(texts: Sequence[str], *, head: bool) -> tuple[Cell, ...]:
        return tuple(
            Cell(text, mm=mm, label=head, size=9.5) for text, mm in zip(texts, widths, strict=True)
        )

    rows = [Row(cells(heads, head=True))]
    for at in range(max(3, len(paper.tasks))):
        texts = [str(at + 1), "", "", "", "", "", ""]
        if at < len(paper.tasks):
            task = paper.tasks[at]
            texts[1:] = [
                task.problem,
                task.responsible,
                task.measure,
                table_date(task.due_on),
                task.progress,
                table_date(task.done_on),
            ]
        rows.append(Row(cells(texts, head=False)))
    return tuple(rows)


def draw_closing_approval(paper: ClosingApproval) -> Drawing:
    """Return 办结审批表, decided before 销号."""
    w = 28.0
    rows = (
        make_row(
            make_label("受理编号", w),
            make_value(paper.case_number),
            make_label("诉求类别", w),
            make_value(paper.category),
        ),
        make_row(
            make_label("诉求人", w),
            make_value(paper.name, mm=36),
            make_label("单位及职务", w),
            make_value(paper.unit_and_post),
        ),
        make_row(make_label("诉求标题", w), make_value(paper.subject)),
        make_row(
            make_label("受理日期", w),
            make_value(long_date(paper.accepted_on)),
            make_label("办理期限", w),
            make_value([long_date(paper.due_on), " ", *tick_boxes(LIMITS, paper.limit_kind)]),
        ),
        make_row(
            make_label("承办单位", w),
            make_value(paper.handling_unit),
            make_label("答复日期", w),
            make_value(long_date(paper.answered_on)),
        ),
        make_row(
            make_label("答复文书", w),
            make_value(paper.answer_document),
            make_label("送达日期", w),
            make_value(long_date(paper.delivered_on)),
        ),
        Row(
            (
                make_label("办理结果", w),
                Cell(
                    [*tick_boxes((*OUTCOMES[:3], "本人撤回"), paper.outcome), f"\n{paper.result}"],
                    valign="top",
                ),
            ),
            min_height=36,
            splits=True,
        ),
        Row(
            (
                make_label("回访情况", w),
                Cell(
                    [
                        f"时间：{long_date(paper.followed_up_on)}　方式：",
                        blank(paper.follow_up_mode, 6),
                        "\n对服务：",
                        *tick_boxes(RATINGS, paper.service_rating),
                        "\n对结果：",
                        *tick_boxes(RATINGS, paper.result_rating),
                        f"\n{paper.follow_up_text}",
                    ],
                    valign="top",
                ),
            ),
            min_height=32,
            splits=True,
        ),
        make_row(
            make_label("报结日期", w),
            make_value(long_date(paper.reported_on)),
            make_label("归档号", w),
            make_value(paper.file_number),
        ),
        opinion_row("经办人意见", paper.handler, w),
        opinion_row("承办单位\n负责人意见", paper.unit_head, w),
        opinion_row("中心负责人\n意见", paper.center_head, w),
        make_row(make_label("备注", w), make_value(paper.remark), height=10),
    )
    return Sheet(
        "办结审批表",
        (Frame(rows),),
        heads=(Title("办结审批表"), Ends(f"填报单位：{paper.office.center_name}")),
        foot="交办件、批示件应先报结，再办理销号。",
        caution=paper.office.caution,
        size=11.5,
    ).draw()


def draw_phone_record(paper: PhoneRecord) -> Drawing:
    """Return 电话告知记录 (OFFICE §7.5)."""
    w = 28.0
    rows = (
        make_row(
            make_label("受理编号", w),
            make_value(paper.case_number),
            make_label("时间", 20),
            make_value(long_time(paper.called_at), share=1.2),
            height=11,
        ),
        make_row(
            make_label("来／去电", w),
            make_value(tick_boxes(("来电", "去电"), paper.direction)),
            make_label("号码", 20),
            make_value(paper.phone, share=1.2),
            height=11,
        ),
        make_row(
            make_label("通话人", w),
            make_value(paper.person),
            make_label("核实方式", 24),
            make_value(paper.verified_by, share=1.2),
            height=11,
        ),
        Row(
            (make_label("告知内容", w), Cell(paper.told, valign="top")), min_height=75, splits=True
        ),
        Row(
            (make_label("对方意见", w), Cell(paper.answer, valign="top")),
            min_height=50,
            splits=True,
        ),
        make_row(
            make_label("告知人", w),
            make_value(paper.told_by, foot=sign_line(short=True), foot_size=9),
            make_label("在场人", 20),
            make_value(paper.present, foot=sign_line(short=True), foot_size=9),
            height=SIGNATURE_ROW,
        ),
        make_row(make_label("备注", w), make_value(paper.remark), height=14),
    )
    return Sheet(
        "电话告知记录",
        (Frame(rows),),
        heads=(Title("电话告知记录"), Ends(f"登记单位：{paper.office.center_name}")),
        foot="办理进展只在回拨登记号码核实后告知。",
        caution=paper.office.caution,
    ).draw()
