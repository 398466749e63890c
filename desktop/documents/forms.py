"""The working forms of the office, drawn from their dataclasses (OFFICE §7).

Each `draw_…` takes one paper and returns its drawing; an empty paper gives the blank form. The
words of the forms live here and in the letter templates only. No seal is ever drawn: （盖章）
marks its place.
"""

from collections.abc import Sequence
from datetime import date

from db.documents.dates_text import (
    BLANK_DATE,
    birth_month,
    clock_time,
    comrade,
    issuer_lines,
    long_date,
    long_time,
    table_date,
)
from db.documents.papers import (
    CareTalkRecord,
    ClarificationApproval,
    ClosingApproval,
    DocumentRegister,
    ExtensionApproval,
    Ledger,
    Material,
    OpinionRequest,
    PhoneRecord,
    Receipt,
    RegistrationForm,
    Signed,
    TransferSheet,
)
from desktop.documents.fonts import Face
from desktop.documents.page import (
    Content,
    Drawing,
    Dress,
    Page,
    Span,
    blank,
    finish,
    lay,
    tick,
)
from desktop.documents.sheet import (
    A3,
    A4,
    SIGNATURE_ROW,
    Block,
    Cell,
    Ends,
    Frame,
    Gap,
    Group,
    NewPage,
    Row,
    Sheet,
    Tear,
    Text,
    Title,
    table_rows,
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
_HAND_PLANNED = frozenset({"思想波动", "群众反映", "本人约谈", "mood", "request", "public_report"})
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

_SPACE = "\u2002"
_SIGN = "签名：              "


def draw_registration_form(paper: RegistrationForm) -> Drawing:
    """Return 干部诉求登记表, with 接谈记录续页 where asked for (OFFICE §7.1)."""
    head: tuple[Block, ...] = (
        Title("干部诉求登记表"),
        Ends(
            f"登记单位：{paper.office.center_name}",
            "",
            f"受理编号：{paper.case_number}" + ("" if paper.case_number else " " * 24),
            after=0.4,
        ),
        Ends("", "", f"登记时间：{long_time(paper.registered_at)}"),
    )
    blocks: list[Block] = [Frame(_registration_rows(paper))]
    if paper.with_interview_page:
        blocks += [
            NewPage((Title("接谈记录（续页）"), head[1])),
            Frame(
                (
                    _row(
                        _label("诉求人", 26),
                        _value(paper.name),
                        _label("接谈时间", 26),
                        _value(long_time(paper.registered_at), share=1.6),
                    ),
                    Row(
                        (Cell(paper.interview_notes, valign="top"),),
                        min_height=175,
                        splits=True,
                    ),
                    _row(
                        _label("核对签名", 26),
                        _value("以上记录已当面核对（宣读），属实。", foot=_sign_line()),
                        height=SIGNATURE_ROW,
                    ),
                )
            ),
        ]
    foot = "本表一式一份，随卷归档；收件回执交诉求人。"
    return Sheet(
        "干部诉求登记表",
        tuple(blocks),
        heads=head,
        foot=foot,
        caution=paper.office.caution,
        size=11.0,
    ).draw()


def _registration_rows(paper: RegistrationForm) -> tuple[Row | Group, ...]:
    """Return the 23 rows of the registration form in the order of OFFICE §7.1."""
    w = 26.0
    first_time: tuple[str, ...] = ()
    if paper.is_first is not None:
        first_time = ("首次",) if paper.is_first else ("重复",)
    public: tuple[str, ...] = ()
    if paper.publish_name is not None:
        public = ("可",) if paper.publish_name else ("不可",)
    requests = [f"{at}. {text}" for at, text in enumerate(paper.requests, start=1)]
    channel = _label_of(paper.channel)
    return (
        _row(
            _label("诉求人", w),
            _value(paper.name, align="center", share=1.2),
            _label("性别", 14),
            _value(paper.gender, mm=16, align="center"),
            _label("出生年月", 22),
            _value(birth_month(paper.birth_on), mm=28, align="center"),
        ),
        _row(
            _label("政治面貌", w),
            _value(paper.political_status, mm=28, align="center"),
            _label("人员类别", 22),
            _value(_ticks(PERSON_KINDS, paper.person_kind)),
        ),
        _row(
            _label("工作单位\n及职务", w),
            _value(paper.unit_and_post),
            _label("职务层次\n／职级", 22),
            _value(paper.rank, mm=36),
        ),
        _row(
            _label("管理权限", w),
            _value(_ticks(MANAGEMENT, paper.management)),
            _label("联系电话", 22),
            _value(paper.phone, mm=36),
        ),
        _row(
            _label("联系要求", w),
            _value(
                [
                    *_ticks(CONTACT_WISHES, *paper.contact_wishes),
                    "  方便时间：",
                    blank(paper.convenient_time, 8),
                ]
            ),
        ),
        _row(
            _label("送达地址", w),
            _value(paper.delivery_address),
            _label("证件号码", 22),
            _value(
                paper.id_number,
                mm=46,
                foot="" if paper.id_number else "选填，申请法定救济或委托时填",
                foot_size=8,
            ),
        ),
        _row(
            _label("提出主体", w),
            _value(
                [
                    *_ticks(SUBMITTERS, paper.submitted_by),
                    "\n代办人姓名、关系、电话：",
                    blank(paper.agent, 16),
                ]
            ),
        ),
        _row(
            _label("诉求方式", w),
            _value(_ticks(CHANNELS, channel)),
            _label("批／人", 16),
            _value(_batch(paper), mm=22, align="center"),
        ),
        _row(
            _label("来文单位\n及字号", w),
            _value(paper.source_document),
            _label("收到日期", 20),
            _value(_date(paper.received_on), mm=31, size=10, align="center"),
            _label("信件邮\n戳日期", 16),
            _value(_date(paper.postmarked_on), mm=31, size=10, align="center"),
        ),
        _row(
            _label("诉求类别", w),
            _value(paper.category),
            _label("是否首次", 22),
            _value(
                [
                    *_ticks(("首次",), *first_time),
                    _SPACE,
                    *_ticks(("重复",), *first_time),
                    "（前件编号",
                    blank(paper.earlier_number, 6),
                    "）",
                ],
                mm=80,
            ),
        ),
        _row(
            _label("诉求标题", w),
            _value(
                paper.subject or ["关于", blank("", 20), "问题的诉求", Span("（30字以内）", size=9)]
            ),
        ),
        Row(
            (
                _label("主要事实\n和理由", w),
                Cell(
                    paper.facts,
                    valign="top",
                    foot="只记本人诉求和事实；不询问、不记录、不猜测反映人。",
                    foot_align="left",
                    foot_size=9,
                ),
            ),
            min_height=75,
            splits=True,
        ),
        Row(
            (
                _label("具体请求", w),
                Cell("\n".join(requests) if requests else "1.\n\n2.\n\n3.", valign="top"),
            ),
            min_height=26,
            splits=True,
        ),
        _row(
            _label("已经过的\n途径", w),
            _value(
                [
                    *_ticks(REMEDIES, *paper.remedies_tried),
                    "\n决定（文书）名称、字号：",
                    blank(paper.decision_document, 16),
                    "\n",
                    Span("知悉（送达）日期：", bold=True),
                    long_date(paper.knew_on),
                    "\n",
                    *_remedy(paper),
                ]
            ),
            height=30,
        ),
        Group(_label("提交材料", w), _materials(paper.materials, 3)),
        _row(
            _label("转办意愿", w),
            _value(
                [
                    *_ticks(TRANSFER_WISHES, paper.transfer_wish),
                    "\n公开姓名：",
                    *_ticks(("可", "不可"), *public),
                ]
            ),
        ),
        _row(
            _label("需关注情形", w),
            _value(
                [
                    *_ticks(NOTICES, *paper.notices),
                    "\n已采取措施：",
                    blank(paper.measures_taken, 22),
                ]
            ),
        ),
        _row(
            _label("诉求人确认", w),
            _value(
                [
                    "以上内容已当面核对（宣读），属实。\n",
                    *_ticks(("本人不签",), "本人不签" if paper.unsigned_reason else ""),
                    "，原因：",
                    blank(paper.unsigned_reason, 12),
                ],
                foot=_sign_line(),
            ),
            height=SIGNATURE_ROW,
        ),
        _row(
            _label("接待人", w),
            _value("、".join(paper.receivers), foot="（两人签名）", foot_size=9),
            _label("记录人", 22),
            _value(paper.recorder, foot="（签名）", foot_size=9),
            height=14,
        ),
        _opinion("拟办意见", paper.proposal, w),
        _opinion("负责人意见", paper.decision, w),
        _row(_label("办理去向", w), _value(_destination(paper)), height=30),
        _row(
            _label("备注", w),
            _value("\n".join(part for part in (paper.entered_late, paper.remark) if part)),
            height=10,
        ),
    )


def _batch(paper: RegistrationForm) -> str:
    """Return 批／人 as 1／3."""
    if paper.batch is None and paper.visitors is None:
        return ""
    return f"{paper.batch or 1}／{paper.visitors or 1}"


def _remedy(paper: RegistrationForm) -> list[str | Span]:
    """Return the line of the statutory way: its last day, what is left, its body."""
    left = "（还有　　日）"
    if paper.remedy_days_left is not None:
        days = paper.remedy_days_left
        left = f"（还有{days}日）" if days >= 0 else f"（已过{-days}日）"
    return [
        "法定期限：至",
        long_date(paper.remedy_last_on),
        left,
        "，受理机关：",
        blank(paper.remedy_body, 10),
    ]


def _destination(paper: RegistrationForm) -> list[str | Span]:
    """Return row 22: where the matter goes."""
    chosen = _label_of(paper.destination)

    def box(label: str) -> Span:
        return tick(label, chosen == label)

    return [
        box("当场答复"),
        _SPACE,
        box("受理"),
        "：主办",
        blank(paper.lead_unit, 8),
        " 会办",
        blank(paper.assisting_units, 8),
        "\n",
        box("引导"),
        "至",
        blank(paper.redirected_to, 8),
        _SPACE,
        box("不予受理"),
        _SPACE,
        box("并入"),
        blank(paper.merged_into, 7),
        "号\n",
        box("即时移送"),
        blank(paper.moved_out_to, 8),
        "  转办单号：",
        blank(paper.transfer_number, 9),
        "\n办理期限：",
        long_date(paper.due_on),
        "（",
        *_ticks(LIMITS, paper.limit_kind),
        "）",
    ]


def _materials(materials: Sequence[Material], lines: int) -> tuple[Row, ...]:
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
        texts = (str(at), one.name, _count(one.copies), _count(one.pages), kind)
        rows.append(Row(cells(texts, head=False)))
    return tuple(rows)


# ---- receipt


def draw_receipt(paper: Receipt, second: Receipt | None = None) -> Drawing:
    """Return 收件回执 on the upper half of an A4 sheet.

    The lower half takes a second receipt, or another blank one, or the list of the papers handed
    in, to be kept with the slip.
    """
    page = Page(*A4)
    _draw_half_receipt(page, paper, 0.0)
    middle = A4[1] / 2
    page.add_stroke((8, middle), (A4[0] - 8, middle), dash=True)
    if second is not None:
        _draw_half_receipt(page, second, middle)
    elif not paper.number and not paper.name:
        _draw_half_receipt(page, paper, middle)
    elif paper.materials:
        return _receipt_with_list(paper, page, middle)
    return finish("收件回执", [page])


def _draw_half_receipt(page: Page, paper: Receipt, top: float) -> None:
    """Draw stub, number across the cut, and slip on one half of the page."""
    bottom = top + A4[1] / 2 - 12
    y = top + 14
    _write_column(page, _stub_lines(paper), (14, y, 56), bottom)
    number = paper.number or "编号"
    vertical = Dress(Face.FANGSONG, 9)
    step = vertical.line_mm
    cut = 76.0
    start = y + max(0.0, (bottom - y - len(number) * step) / 2)
    page.add_stroke((cut, y), (cut, start - 1), dash=True)
    page.add_stroke((cut, start + len(number) * step + 1), (cut, bottom), dash=True)
    upright = "\n".join({"〔": "︹", "〕": "︺"}.get(one, one) for one in number)
    page.add_text(lay(upright, 6, Dress(Face.FANGSONG, 9, align="center")), cut - 3, start)
    _write_column(page, _slip_lines(paper), (84, y, A4[0] - 84 - 16), bottom)


def _stub_lines(paper: Receipt) -> list[tuple[Content, Dress]]:
    """Return the lines of the stub kept by the desk."""
    body = Dress(Face.FANGSONG, 10.5, 18)
    lines: list[tuple[Content, Dress]] = [
        ("收件回执（存根）", Dress(Face.TITLE, 14, 24, align="center")),
        (f"编号：{paper.number}", body),
        (f"诉求人：{paper.name}", body),
        (f"诉求方式：{_label_of(paper.channel)}", body),
        (f"提出日期：{long_date(paper.submitted_on)}", body),
        (f"收到材料：{_count(paper.material_count) or '    '}件", body),
        (f"告知期限：{long_date(paper.answer_by)}", body),
        (f"经办人：{paper.handled_by}", body),
        ("\n领取人：\n\n", body),
        (f"日期：{long_date(paper.issued_on)}", body),
    ]
    return lines


def _slip_lines(paper: Receipt) -> list[tuple[Content, Dress]]:
    """Return the lines of the slip for the person; it names no subject."""
    office = paper.office
    body = Dress(Face.FANGSONG, 12, 20)
    small = Dress(Face.FANGSONG, 10.5, 16)
    count = _count(paper.material_count) or "    "
    listed = "（清单附后）" if paper.material_count or not paper.number else ""
    text: list[str | Span] = [
        "　　您于",
        long_date(paper.submitted_on),
        "以",
        blank(_label_of(paper.channel), 4),
        "方式提出的诉求已收到，收件编号",
        blank(paper.number, 10),
        "（查询时请报编号和所留电话后四位），收到材料",
        blank(count, 2),
        f"件{listed}。中心将在",
        Span(long_date(paper.answer_by), bold=True),
        "前告知您是否受理。",
    ]
    return [
        ("收件回执", Dress(Face.TITLE, 18, 30, align="center")),
        (f"{comrade(paper.name)}：", body),
        (text, body),
        ("　　本回执不表示对诉求内容的认定。", body),
        (
            f"联系人：{_or_line(office.contact, 6)}　电话：{_or_line(office.phone, 8)}",
            small,
        ),
        (f"地址：{_or_line(office.address, 16)}", small),
        (f"办公时间：{_or_line(office.hours, 14)}", small),
        (
            f"\n{issuer_lines(office.signature)}（盖章）",
            Dress(Face.FANGSONG, 12, 20, align="right"),
        ),
        (long_date(paper.issued_on) + "　　", Dress(Face.FANGSONG, 12, 20, align="right")),
        (f"经办人：{paper.handled_by or '            '}　　领取人：            ", small),
    ]


def _write_column(
    page: Page,
    lines: Sequence[tuple[Content, Dress]],
    box: tuple[float, float, float],
    bottom: float,
) -> None:
    """Write paragraphs one below the other into a column, smaller where it gets too long."""
    x, y, width = box
    shrink = 1.0
    laid = [lay(content, width, dress) for content, dress in lines]
    while sum(one.height for one in laid) > bottom - y and shrink > 0.4:
        shrink -= 0.05
        laid = [
            lay(
                content,
                width,
                Dress(
                    dress.face,
                    dress.size * shrink,
                    dress.pitch * shrink,
                    dress.bold,
                    dress.align,
                ),
            )
            for content, dress in lines
        ]
    for one in laid:
        page.add_text(one, x, y, bottom=bottom)
        y += one.height


def _receipt_with_list(paper: Receipt, page: Page, middle: float) -> Drawing:
    """Return the receipt with the list of papers on its lower half, going on overleaf."""
    listing = Sheet(
        "收件回执",
        (
            Title("提交材料清单", size=14),
            Ends(f"收件编号：{paper.number}", "", f"提交日期：{long_date(paper.submitted_on)}"),
            Frame(_materials(paper.materials, 3)),
            Gap(1),
            Text("原件退还：□已退还　领取人签名：                　　年　月　日", size=10.5),
        ),
        top=middle + 8,
        size=10.5,
        numbering="none",
    ).draw()
    first = listing.pages[0]
    page.texts += first.texts
    page.strokes += first.strokes
    return finish("收件回执", [page, *listing.pages[1:]])


# ---- transfer sheet


def draw_transfer_sheet(paper: TransferSheet) -> Drawing:
    """Return 干部诉求转办单: stub, main part, slip; and overleaf 办理情况反馈 (OFFICE §7.2)."""
    number = paper.number
    blocks: list[Block] = [
        Frame((Group(_label("存\n根", 9), _stub_rows(paper)),)),
        Tear(number or f"{paper.office.transfer_words}〔    〕    号", before=0.8, after=0.8),
        Title("干部诉求转办单", size=18, after=0.2),
        Ends(
            f"编号：{number}",
            _ticks(URGENCIES, paper.urgency),
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
        _row(
            _label("编号", 18),
            _value(paper.number),
            _label("受理编号", 18),
            _value(paper.case_number, mm=41),
            _label("诉求人", 16),
            _value(_withheld(paper, paper.name), mm=34),
        ),
        _row(
            _label("承办单位", 18),
            _value(paper.lead_unit),
            _label("转办日期", 18),
            _value(_date(paper.issued_on), mm=41),
            _label("期限", 16),
            _value(_date(paper.due_on), mm=34),
        ),
        _row(
            _label("批准人", 18),
            _value(paper.approved_by or paper.approval.name),
            _label("经办人", 18),
            _value(paper.handled_by, mm=41),
            _label("领取人", 16),
            _value("", mm=34),
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
    sign_in = blank(_count(paper.sign_in_days), 1.5)
    enclosures = "；".join(
        f"{at}. {one.name}　{_count(one.copies)}份　{_count(one.pages)}页"
        for at, one in enumerate(paper.enclosures, start=1)
    )
    return (
        _row(
            _label("主办单位", w),
            _value(paper.lead_unit),
            _label("会办单位", w),
            _value(paper.assisting_units),
        ),
        _row(
            _label("受理编号", w),
            _value(paper.case_number, mm=43),
            _label("受理日期", 18),
            _value(_date(paper.accepted_on)),
            _label("诉求类别", 18),
            _value(paper.category),
        ),
        _row(
            _label("诉求人", w),
            _value(_withheld(paper, paper.name), share=0.8),
            _label("单位及\n职务", 16),
            _value(_withheld(paper, paper.unit_and_post), share=1.3),
            _label("人员类别／\n管理权限", 24),
            _value("／".join(part for part in (paper.person_kind, paper.management) if part)),
        ),
        _row(
            _label("联系要求", w),
            _value(paper.contact_wish, bold=True),
        ),
        _row(_value(asked)),
        Row(
            (_label("主要诉求", w), Cell(paper.summary, valign="top")),
            min_height=24,
            splits=True,
        ),
        _row(
            _label("转办事项", w),
            _value(
                [
                    *_ticks(("全部",), *extent),
                    _SPACE,
                    *_ticks(("仅第",), *extent),
                    blank(paper.request_items, 3),
                    "项",
                ],
                mm=48,
            ),
            _label("办理程序", w),
            _value(_ticks(PROCEDURES, paper.procedure)),
        ),
        _row(
            _label("办理要求", w),
            _value([*_ticks(DEMANDS, *paper.demands), "  其他：", blank(paper.other_demand, 12)]),
        ),
        _row(
            _label("期限", w),
            _value(
                [
                    "签收：收到后",
                    sign_in,
                    "个工作日内；",
                    f"异议：收到之日起{paper.objection_days}个工作日内（附书面理由）\n办理：",
                    long_date(paper.due_on),
                    "前（",
                    tick("法定", _label_of(paper.limit_kind) == "法定"),
                    "：依据",
                    blank(paper.limit_basis, 6),
                    " ",
                    tick("内部", _label_of(paper.limit_kind) == "内部"),
                    "）；延期：期满前报批",
                ]
            ),
        ),
        _row(_label("请反馈材料", w), _value(_ticks(FEEDBACK, *paper.feedback_wanted))),
        _row(
            _label("保密要求", w),
            _value(
                [
                    "请控制知悉范围；不得将本件及附件转给、告知被反映的单位或个人；"
                    "不得打听、追查反映人；附件办结后",
                    *_ticks(("退回", "自行归档"), *back),
                    "。",
                ]
            ),
        ),
        _row(_label("附件", w), _value(enclosures)),
        _row(
            _label("拟办意见", w),
            _value(
                paper.proposal.opinion,
                valign="top",
                foot=_sign_line(paper.proposal, short=True),
                foot_size=9.5,
            ),
            _label("批准人\n意见", w),
            _value(
                paper.approval.opinion,
                valign="top",
                foot=_sign_line(paper.approval, short=True),
                foot_size=9.5,
            ),
            height=SIGNATURE_ROW,
        ),
        _row(
            _value(
                f"经办人：{_or_line(paper.handled_by, 5)}　"
                f"电话：{_or_line(paper.handled_phone or paper.office.phone, 7)}\n"
                f"地址：{_or_line(paper.office.address, 12)}",
                share=1.0,
            ),
            _value(
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
            (_label("办理经过", w), Cell(paper.course, valign="top")),
            min_height=55,
            splits=True,
        ),
        Row(
            (
                _label("答复结果", w),
                Cell(
                    [*_ticks(OUTCOMES, paper.outcome), f"\n{paper.outcome_text}"],
                    valign="top",
                ),
            ),
            min_height=40,
            splits=True,
        ),
        _row(_label("依据", w), _value(paper.basis), height=20),
        _row(
            _label("答复（反馈）\n文书字号", w),
            _value(paper.answer_document),
            _label("日期", 18),
            _value(long_date(paper.answered_on), mm=44),
            height=12,
        ),
        _row(
            _label("送达方式", w),
            _value(paper.delivery),
            _label("日期", 18),
            _value(long_date(paper.delivered_on), mm=44),
            height=12,
        ),
        _row(_label("本人态度", w), _value(_ticks(RATINGS, paper.attitude)), height=10),
        _row(
            _label("承办人", w),
            _value("", foot=_sign_line(short=True), foot_size=9.5),
            _label("单位负责人", w),
            _value("（盖章）", foot=_sign_line(short=True), foot_size=9.5, align="center"),
            height=30,
        ),
    )


def _withheld(paper: TransferSheet, text: str) -> str:
    """Return a text about the person, or the pointer to the sealed enclosure."""
    return "见密封附件" if paper.name_withheld else text


# ---- approvals and records


def draw_extension_approval(paper: ExtensionApproval) -> Drawing:
    """Return 延期审批表 (信访工作条例 Art 34)."""
    w = 28.0
    rows = (
        _row(
            _label("受理编号", w),
            _value(paper.case_number),
            _label("转办单号", w),
            _value(paper.transfer_number),
        ),
        _row(
            _label("诉求人", w),
            _value(paper.name),
            _label("承办单位", w),
            _value(paper.handling_unit),
        ),
        _row(_label("诉求标题", w), _value(paper.subject)),
        _row(
            _label("受理日期", w),
            _value(long_date(paper.accepted_on)),
            _label("原办理期限", w),
            _value([long_date(paper.due_on), "\n", *_ticks(LIMITS, paper.limit_kind)]),
            height=12,
        ),
        _row(
            _label("拟延长至", w),
            _value(long_date(paper.extend_to)),
            _label("延长日数", w),
            _value(
                [blank(_count(paper.extend_days), 3), "日", Span("（不超过30日）", size=9.5)],
            ),
            height=12,
        ),
        Row(
            (_label("延期理由", w), Cell(paper.reason, valign="top")),
            min_height=45,
            splits=True,
        ),
        Row(
            (_label("已办情况", w), Cell(paper.course, valign="top")),
            min_height=30,
            splits=True,
        ),
        _opinion("承办人", paper.handler, w),
        _opinion("承办科室\n负责人意见", paper.section_head, w),
        _opinion("本机关、\n本单位负责\n人意见", paper.unit_head, w, height=32, seal=True),
        _row(_label("备注", w), _value(paper.remark), height=10),
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
            _label("本人\n基本情况", w),
            (
                _row(
                    _label("姓名", 18),
                    _value(paper.name, align="center"),
                    _label("性别", 16),
                    _value(paper.gender, mm=16, align="center"),
                    _label("出生年月", 22),
                    _value(birth_month(paper.birth_on), mm=24, align="center"),
                    height=10,
                ),
                _row(
                    _label("政治\n面貌", 18),
                    _value(paper.political_status, mm=28, align="center"),
                    _label("单位及职务", 24),
                    _value(paper.unit_and_post),
                    height=12,
                ),
            ),
        ),
        Row(
            (
                _label("拟澄清的\n具体问题", w),
                Cell(paper.matter, foot="（一句）" if not paper.matter else ""),
            ),
            min_height=30,
        ),
        _row(_label("拟采取方式", w), _value(_ticks(MODES, *paper.modes)), height=16),
        _row(_label("拟澄清范围", w), _value(_ticks(SCOPES, *paper.scopes)), height=16),
        Row(
            (
                _label("本人意见", w),
                Cell(
                    [*_ticks(OPINIONS, paper.opinion), f"\n{paper.opinion_text}"],
                    valign="top",
                    foot=f"{_SIGN}{long_date(paper.signed_on)}",
                ),
            ),
            min_height=60,
        ),
        _row(
            _label("征求人\n（两人）", w),
            _value(askers, foot=f"{_SIGN}{long_date(paper.asked_on)}"),
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
        _row(
            _label("姓名", w),
            _value(""),
            _label("性别", 16),
            _value("", mm=18),
            _label("出生年月", 22),
            _value("", mm=28),
            height=10,
        ),
        _row(_label("单位及职务", w), _value(""), height=10),
        _row(_label("拟澄清的\n具体问题", w), _value(""), height=26),
        _row(_label("核查结论\n及文号", w), _value(""), height=26),
        _row(_label("影响评估", w), _value(""), height=22),
        _row(_label("风险评估", w), _value(""), height=22),
        _row(
            _label("拟采取方式", w),
            _value([*_ticks(MODES), "\n", Span("采用其他方式的，应当同时书面澄清。", size=9)]),
            height=16,
        ),
        _row(_label("拟澄清范围", w), _value(_ticks(SCOPES)), height=14),
        _row(_label("本人意见", w), _value(_ticks(OPINIONS[:3])), height=14),
        _opinion("承办部门意见", empty, w),
        _opinion("审理部门意见", empty, w),
        _opinion("监督管理\n部门意见", empty, w),
        _opinion("分管负责\n同志意见", empty, w),
        _opinion("主要负责\n同志意见", empty, w, height=30),
        _row(_label("备注", w), _value(""), height=12),
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
            ["知悉范围：", *_ticks(TALK_SCOPES, paper.scope)],
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
        _row(
            _label("谈话对象", w),
            _value(paper.name, align="center"),
            _label("性别", 13),
            _value(paper.gender, mm=13, align="center"),
            _label("出生年月", 20),
            _value(birth_month(paper.birth_on), mm=20, align="center"),
            _label("政治面貌", 20),
            _value(paper.political_status, mm=24, align="center"),
        ),
        _row(
            _label("单位及职务", w),
            _value(paper.unit_and_post, share=1.4),
            _label("职务层次\n／职级", 20),
            _value(paper.rank, share=0.8),
            _label("任现职\n时间", 15),
            _value(paper.in_post_since, mm=22, align="center"),
        ),
        _row(
            _label("谈话时间", w),
            _value(_talk_time(paper), share=1.6),
            _label("谈话地点", 20),
            _value(paper.place),
        ),
        _row(
            _label("谈话人", w),
            _value(paper.talkers),
            _label("参加人", 16),
            _value(paper.attendants),
            _label("记录人", 16),
            _value(paper.recorder),
        ),
        _row(
            _label("谈话事由", w),
            _value(
                _ticks(OCCASIONS, "谈心谈话" if paper.occasion in _HAND_PLANNED else paper.occasion)
            ),
            _value(ordinal, mm=22, align="center"),
        ),
        _row(_label("关联件", w), _value(paper.linked_numbers)),
        _row(
            _label("谈话方式", w),
            _value(_ticks(TALK_MODES, paper.mode)),
            _label("形式", 14),
            _value(_ticks(INITIATIVES, paper.initiative), mm=50),
        ),
        _long(
            "思想状况",
            paper.thinking or "（一）对工作、对组织的认识\n\n\n（二）情绪和心结",
            w,
            38,
        ),
        _long("工作情况", paper.work, w, 28, hint="履职、困难、意见建议"),
        _long("生活情况", life, w, 24, hint="家庭、身心、经济（本人愿意谈的）"),
        _long("本人诉求\n和建议", "\n".join(requests) or "1.\n\n2.\n\n3.", w, 26),
        _long(
            "谈话人回应\n和工作打算",
            paper.response,
            w,
            34,
            hint="政策解释、鼓励、要求；当场答复的事项",
        ),
        Group(_label("需帮助\n解决的问题", w), _task_rows(paper)),
        _row(
            _label("是否转为诉\n求／澄清申请", w),
            _value(
                [
                    tick("否", paper.becomes_appeal is False),
                    _SPACE,
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
        _row(
            _label("回访安排", w),
            _value(f"时间：{long_date(paper.visit_on)}", share=1.3),
            _value(f"回访人：{paper.visit_by}"),
            _value(f"方式：{paper.visit_mode}"),
        ),
        _row(
            _label("风险提示", w),
            _value(
                [
                    tick("无", paper.needs_attention is False),
                    _SPACE,
                    tick("需关注", paper.needs_attention is True),
                    "（报告",
                    blank(paper.attention_told_to, 8),
                    "）",
                ]
            ),
        ),
        _row(
            _label("谈话对象\n确认", w),
            _value(
                [
                    tick("已口头核对", paper.confirmed_orally is True),
                    _SPACE,
                    tick("签名（自愿）", False),
                    "：",
                    blank("", 8),
                    "\n\n谈话人：            　　记录人：            ",
                ],
                foot=BLANK_DATE,
            ),
            height=SIGNATURE_ROW,
        ),
        _row(_label("负责人阅示", w), _value("", foot=_sign_line()), height=SIGNATURE_ROW),
        _row(
            _label("回访记录", w),
            _value(
                [
                    f"时间：{long_date(paper.visited_on)}　方式：",
                    blank(paper.visited_mode, 6),
                    f"\n工作、思想、生活变化：{paper.visit_changes}\n结果：",
                    *_ticks(VISIT_RESULTS, paper.visit_result),
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
        _row(
            _label("受理编号", w),
            _value(paper.case_number),
            _label("诉求类别", w),
            _value(paper.category),
        ),
        _row(
            _label("诉求人", w),
            _value(paper.name, mm=36),
            _label("单位及职务", w),
            _value(paper.unit_and_post),
        ),
        _row(_label("诉求标题", w), _value(paper.subject)),
        _row(
            _label("受理日期", w),
            _value(long_date(paper.accepted_on)),
            _label("办理期限", w),
            _value([long_date(paper.due_on), " ", *_ticks(LIMITS, paper.limit_kind)]),
        ),
        _row(
            _label("承办单位", w),
            _value(paper.handling_unit),
            _label("答复日期", w),
            _value(long_date(paper.answered_on)),
        ),
        _row(
            _label("答复文书", w),
            _value(paper.answer_document),
            _label("送达日期", w),
            _value(long_date(paper.delivered_on)),
        ),
        Row(
            (
                _label("办理结果", w),
                Cell(
                    [*_ticks((*OUTCOMES[:3], "本人撤回"), paper.outcome), f"\n{paper.result}"],
                    valign="top",
                ),
            ),
            min_height=36,
            splits=True,
        ),
        Row(
            (
                _label("回访情况", w),
                Cell(
                    [
                        f"时间：{long_date(paper.followed_up_on)}　方式：",
                        blank(paper.follow_up_mode, 6),
                        "\n对服务：",
                        *_ticks(RATINGS, paper.service_rating),
                        "\n对结果：",
                        *_ticks(RATINGS, paper.result_rating),
                        f"\n{paper.follow_up_text}",
                    ],
                    valign="top",
                ),
            ),
            min_height=32,
            splits=True,
        ),
        _row(
            _label("报结日期", w),
            _value(long_date(paper.reported_on)),
            _label("归档号", w),
            _value(paper.file_number),
        ),
        _opinion("经办人意见", paper.handler, w),
        _opinion("承办单位\n负责人意见", paper.unit_head, w),
        _opinion("中心负责人\n意见", paper.center_head, w),
        _row(_label("备注", w), _value(paper.remark), height=10),
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
        _row(
            _label("受理编号", w),
            _value(paper.case_number),
            _label("时间", 20),
            _value(long_time(paper.called_at), share=1.2),
            height=11,
        ),
        _row(
            _label("来／去电", w),
            _value(_ticks(("来电", "去电"), paper.direction)),
            _label("号码", 20),
            _value(paper.phone, share=1.2),
            height=11,
        ),
        _row(
            _label("通话人", w),
            _value(paper.person),
            _label("核实方式", 24),
            _value(paper.verified_by, share=1.2),
            height=11,
        ),
        Row((_label("告知内容", w), Cell(paper.told, valign="top")), min_height=75, splits=True),
        Row((_label("对方意见", w), Cell(paper.answer, valign="top")), min_height=50, splits=True),
        _row(
            _label("告知人", w),
            _value(paper.told_by, foot=_sign_line(short=True), foot_size=9),
            _label("在场人", 20),
            _value(paper.present, foot=_sign_line(short=True), foot_size=9),
            height=SIGNATURE_ROW,
        ),
        _row(_label("备注", w), _value(paper.remark), height=14),
    )
    return Sheet(
        "电话告知记录",
        (Frame(rows),),
        heads=(Title("电话告知记录"), Ends(f"登记单位：{paper.office.center_name}")),
        foot="办理进展只在回拨登记号码核实后告知。",
        caution=paper.office.caution,
    ).draw()


# ---- lists


def draw_ledger(paper: Ledger) -> Drawing:
    """Return a list in landscape with its head on every page and the foot of OFFICE §3."""
    columns = paper.columns
    blocks: list[Block] = [
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
            f"填表人：{_or_line(paper.filled_by, 6)}",
            f"审核人：{_or_line(paper.checked_by, 6)}　　"
            f"单位负责人：{_or_line(paper.headed_by, 6)}",
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
    "printing": ("打印（导出）登记簿", "日期 名称 份号 打印人 批准人 用途 领取人"),
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


# ---- small pieces


def _row(*cells: Cell, height: float = 0.0) -> Row:
    """Return a row."""
    return Row(cells, height)


def _label(text: str, mm: float) -> Cell:
    """Return a label of a fixed width."""
    return Cell(text, mm=mm, label=True)


def _value(
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


def _long(label: str, content: str, width: float, height: float, *, hint: str = "") -> Row:
    """Return a tall row for writing; a hint stands small at its foot while it is empty."""
    foot = hint if not content else ""
    return Row(
        (
            _label(label, width),
            Cell(content, valign="top", foot=foot, foot_size=9, foot_align="left"),
        ),
        min_height=height,
        splits=True,
    )


def _opinion(
    label: str, signed: Signed, width: float, *, height: float = SIGNATURE_ROW, seal: bool = False
) -> Row:
    """Return a row for an opinion with name and day under it."""
    foot = ("（盖章）　　" if seal else "") + _sign_line(signed)
    return Row(
        (_label(label, width), Cell(signed.opinion, valign="top", foot=foot)),
        min_height=height,
    )


def _sign_line(signed: Signed | None = None, *, short: bool = False) -> str:
    """Return 签名 and the day, filled or for the pen."""
    one = signed or Signed()
    room = "        " if short else "                "
    return f"签名：{one.name or room}　{long_date(one.signed_on)}"


def _label_of(word: str) -> str:
    """Return the label printed at a box for a word or an identifier."""
    return ALIASES.get(word, word)


def _bare(label: str) -> str:
    """Return a label without what stands in parentheses."""
    return label.split("（", 1)[0]


def _ticks(options: Sequence[str], *chosen: str) -> list[str | Span]:
    """Return tick boxes; a chosen word that has no box goes behind 其他 or gets one."""
    words = [_label_of(word) for word in chosen if word]
    spans: list[str | Span] = []
    known: set[str] = set()
    for option in options:
        is_on = any(word == option or _bare(word) == _bare(option) for word in words)
        if is_on:
            known |= {word for word in words if _bare(word) == _bare(option)}
        strange = [word for word in words if not _has_box(options, word)]
        if option == "其他" and strange:
            spans += [tick(f"其他（{'、'.join(strange)}）", True), _SPACE]
            known |= set(strange)
            continue
        spans += [tick(option, is_on), _SPACE]
    if len(options) > 1:
        for word in words:
            if word not in known and not _has_box(options, word):
                spans += [tick(word, True), _SPACE]
    return spans[:-1]


def _has_box(options: Sequence[str], word: str) -> bool:
    """Return whether a word is printed at one of the boxes."""
    return any(_bare(word) == _bare(option) for option in options)


def _count(number: int | None) -> str:
    """Return a number, or an empty text."""
    return "" if number is None else str(number)


def _date(on: date | None) -> str:
    """Return a day for a narrow cell: 2026年3月5日, or nothing for the pen."""
    return "" if on is None else long_date(on)


def _or_line(text: str, ems: int) -> str:
    """Return a text, or free space for it."""
    return text or "\u3000" * ems
