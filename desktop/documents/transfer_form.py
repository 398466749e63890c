"""干部诉求转办单 with stub, slip and back page (OFFICE §7.2)."""

from db.documents.dates_text import (
    BLANK_DATE,
    comrade,
    long_date,
)
from db.documents.papers import (
    TransferSheet,
)
from desktop.documents.fonts import Face
from desktop.documents.page import (
    Drawing,
    Span,
    blank,
    tick,
)
from desktop.documents.pieces import (
    DEMANDS,
    FEEDBACK,
    OUTCOMES,
    PROCEDURES,
    RATINGS,
    SPACE,
    URGENCIES,
    count_text,
    day_text,
    label_of,
    make_label,
    make_row,
    make_value,
    or_room,
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
    NewPage,
    Row,
    Sheet,
    Tear,
    Title,
)


def draw_transfer_sheet(paper: TransferSheet) -> Drawing:
    """Return 干部诉求转办单: stub, main part, slip; and overleaf 办理情况反馈 (OFFICE §7.2)."""
    number = paper.number
    blocks: list[Block] = [
        Frame((Group(make_label("存\n根", 9), _stub_rows(paper)),)),
        Tear(number or f"{paper.office.transfer_words}〔    〕    号", before=0.8, after=0.8),
        Title("干部诉求转办单", size=18, after=0.2),
        Ends(
            f"编号：{number}",
            tick_boxes(URGENCIES, paper.urgency),
            long_date(paper.issued_on),
        ),
        Frame(_transfer_rows(paper)),
        Tear(number or f"{paper.office.transfer_words}〔    〕    号", before=0.8, after=0.8),
        Frame((_slip_row(paper),)),
    ]
    if paper.with_back_page:
        blocks += [
            NewPage(
                (
                    Title("办理情况反馈", size=20),
                    Ends(f"转办单编号：{number}", "", f"受理编号：{paper.case_number}"),
                )
            ),
            Frame(_feedback_rows(paper)),
        ]
    return Sheet(
        "干部诉求转办单",
        tuple(blocks),
        foot="附件及本单请控制知悉范围。",
        caution=paper.office.caution,
        top=14,
        bottom=12,
        left=22,
        right=18,
        size=10.5,
        min_row=8.0,
        pitch_factor=1.25,
    ).draw()


def _stub_rows(paper: TransferSheet) -> tuple[Row, ...]:
    """Return the stub: what the desk keeps."""
    return (
        make_row(
            make_label("编号", 18),
            make_value(paper.number, size=9),
            make_label("受理编号", 18),
            make_value(paper.case_number, mm=41, size=9),
            make_label("诉求人", 16),
            make_value(_withheld(paper, paper.name), mm=34),
        ),
        make_row(
            make_label("承办单位", 18),
            make_value(paper.lead_unit),
            make_label("转办日期", 18),
            make_value(day_text(paper.issued_on), mm=41),
            make_label("期限", 16),
            make_value(day_text(paper.due_on), mm=34),
        ),
        make_row(
            make_label("批准人", 18),
            make_value(paper.approved_by or paper.approval.name),
            make_label("经办人", 18),
            make_value(paper.handled_by, mm=41),
            make_label("领取人", 16),
            make_value("", mm=34),
        ),
    )


def _transfer_rows(paper: TransferSheet) -> tuple[Row | Group, ...]:
    """Return the rows of the main part."""
    w = 22.0
    extent: tuple[str, ...] = ()
    if paper.whole is not None:
        extent = ("全部",) if paper.whole else ("仅第",)
    back: tuple[str, ...] = ()
    if paper.enclosures_back is not None:
        back = ("退回",) if paper.enclosures_back else ("自行归档",)
    subject = _withheld(paper, paper.name) or "        "
    asked = (
        f"现将{comrade(subject) if not paper.name_withheld else '有关同志'}诉求转请你单位阅处，"
        f"请于{long_date(paper.due_on)}前反馈办理情况。"
    )
    sign_in = blank(count_text(paper.sign_in_days), 1.5)
    enclosures = "；".join(
        f"{at}. {one.name}　{count_text(one.copies)}份　{count_text(one.pages)}页"
        for at, one in enumerate(paper.enclosures, start=1)
    )
    return (
        make_row(
            make_label("主办单位", w),
            make_value(paper.lead_unit),
            make_label("会办单位", w),
            make_value(paper.assisting_units),
        ),
        make_row(
            make_label("受理编号", w),
            make_value(paper.case_number, mm=43),
            make_label("受理日期", 18),
            make_value(day_text(paper.accepted_on)),
            make_label("诉求类别", 18),
            make_value(paper.category),
        ),
        make_row(
            make_label("诉求人", w),
            make_value(_withheld(paper, paper.name), share=0.8),
            make_label("单位及\n职务", 16),
            make_value(_withheld(paper, paper.unit_and_post), share=1.3),
            make_label("人员类别／\n管理权限", 24),
            make_value("／".join(part for part in (paper.person_kind, paper.management) if part)),
        ),
        make_row(
            make_label("联系要求", w),
            make_value(paper.contact_wish, bold=True),
        ),
        make_row(make_value(asked)),
        Row(
            (make_label("主要诉求", w), Cell(paper.summary, valign="top")),
            min_height=24,
            splits=True,
        ),
        make_row(
            make_label("转办事项", w),
            make_value(
                [
                    *tick_boxes(("全部",), *extent),
                    SPACE,
                    *tick_boxes(("仅第",), *extent),
                    blank(paper.request_items, 3),
                    "项",
                ],
                mm=48,
            ),
            make_label("办理程序", w),
            make_value(tick_boxes(PROCEDURES, paper.procedure)),
        ),
        make_row(
            make_label("办理要求", w),
            make_value(
                [*tick_boxes(DEMANDS, *paper.demands), "  其他：", blank(paper.other_demand, 12)]
            ),
        ),
        make_row(
            make_label("期限", w),
            make_value(
                [
                    "签收：收到后",
                    sign_in,
                    "个工作日内；",
                    f"异议：收到之日起{paper.objection_days}个工作日内（附书面理由）\n办理：",
                    long_date(paper.due_on),
                    "前（",
                    tick("法定", label_of(paper.limit_kind) == "法定"),
                    "：依据",
                    blank(paper.limit_basis, 6),
                    " ",
                    tick("内部", label_of(paper.limit_kind) == "内部"),
                    "）；延期：期满前报批",
                ]
            ),
        ),
        make_row(
            make_label("请反馈材料", w), make_value(tick_boxes(FEEDBACK, *paper.feedback_wanted))
        ),
        make_row(
            make_label("保密要求", w),
            make_value(
                [
                    "请控制知悉范围；不得将本件及附件转给、告知被反映的单位或个人；"
                    "不得打听、追查反映人；附件办结后",
                    *tick_boxes(("退回", "自行归档"), *back),
                    "。",
                ]
            ),
        ),
        make_row(make_label("附件", w), make_value(enclosures)),
        make_row(
            make_label("拟办意见", w),
            make_value(
                paper.proposal.opinion,
                valign="top",
                foot=sign_line(paper.proposal, short=True),
                foot_size=9.5,
            ),
            make_label("批准人\n意见", w),
            make_value(
                paper.approval.opinion,
                valign="top",
                foot=sign_line(paper.approval, short=True),
                foot_size=9.5,
            ),
            height=SIGNATURE_ROW,
        ),
        make_row(
            make_value(
                f"经办人：{or_room(paper.handled_by, 5)}　"
                f"电话：{or_room(paper.handled_phone or paper.office.phone, 7)}\n"
                f"地址：{or_room(paper.office.address, 12)}",
                share=1.0,
            ),
            make_value(
                f"{paper.office.center_name or '干部诉求联合受理中心'}（盖章）\n"
                f"{long_date(paper.issued_on)}",
                align="center",
                share=1.0,
            ),
            height=12,
        ),
    )


def _slip_row(paper: TransferSheet) -> Row:
    """Return the slip that comes back from the unit."""
    number = paper.number or f"{paper.office.transfer_words}〔    〕    号"
    return Row(
        (
            Cell(
                [
                    Span("回执　", face=Face.HEI),
                    f"{number}已于{BLANK_DATE}收到。\n",
                    tick("由我单位办理", False),
                    "：承办科室",
                    blank("", 6),
                    "承办人",
                    blank("", 5),
                    "电话",
                    blank("", 6),
                    "分管领导",
                    blank("", 5),
                    "\n",
                    tick("有异议（理由附后）", False),
                    "，建议转",
                    blank("", 12),
                    f"\n请于收到后{paper.sign_in_days or 2}个工作日内退回。",
                ],
                foot=f"（盖章）　　{BLANK_DATE}",
            ),
        ),
        min_height=30,
    )


def _feedback_rows(paper: TransferSheet) -> tuple[Row, ...]:
    """Return the rows of the back page."""
    w = 26.0
    return (
        Row(
            (make_label("办理经过", w), Cell(paper.course, valign="top")),
            min_height=55,
            splits=True,
        ),
        Row(
            (
                make_label("答复结果", w),
                Cell(
                    [*tick_boxes(OUTCOMES, paper.outcome), f"\n{paper.outcome_text}"],
                    valign="top",
                ),
            ),
            min_height=40,
            splits=True,
        ),
        make_row(make_label("依据", w), make_value(paper.basis), height=20),
        make_row(
            make_label("答复（反馈）\n文书字号", w),
            make_value(paper.answer_document),
            make_label("日期", 18),
            make_value(long_date(paper.answered_on), mm=44),
            height=12,
        ),
        make_row(
            make_label("送达方式", w),
            make_value(paper.delivery),
            make_label("日期", 18),
            make_value(long_date(paper.delivered_on), mm=44),
            height=12,
        ),
        make_row(
            make_label("本人态度", w), make_value(tick_boxes(RATINGS, paper.attitude)), height=10
        ),
        make_row(
            make_label("承办人", w),
            make_value("", foot=sign_line(short=True), foot_size=9.5),
            make_label("单位负责人", w),
            make_value("（盖章）", foot=sign_line(short=True), foot_size=9.5, align="center"),
            height=30,
        ),
    )


def _withheld(paper: TransferSheet, text: str) -> str:
    """Return a text about the person, or the pointer to the sealed enclosure."""
    return "见密封附件" if paper.name_withheld else text
