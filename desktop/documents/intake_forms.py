"""干部诉求登记表 and 收件回执 (OFFICE §7.1)."""

from collections.abc import Sequence

from db.documents.dates_text import (
    birth_month,
    comrade,
    issuer_lines,
    long_date,
    long_time,
)
from db.documents.papers import (
    Receipt,
    RegistrationForm,
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
from desktop.documents.pieces import (
    CHANNELS,
    CONTACT_WISHES,
    LIMITS,
    MANAGEMENT,
    NOTICES,
    PERSON_KINDS,
    REMEDIES,
    SPACE,
    SUBMITTERS,
    TRANSFER_WISHES,
    count_text,
    day_text,
    label_of,
    make_label,
    make_row,
    make_value,
    material_rows,
    opinion_row,
    or_room,
    sign_line,
    tick_boxes,
)
from desktop.documents.sheet import (
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
    Text,
    Title,
)


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
                    make_row(
                        make_label("诉求人", 26),
                        make_value(paper.name),
                        make_label("接谈时间", 26),
                        make_value(long_time(paper.registered_at), share=1.6),
                    ),
                    Row(
                        (Cell(paper.interview_notes, valign="top"),),
                        min_height=175,
                        splits=True,
                    ),
                    make_row(
                        make_label("核对签名", 26),
                        make_value("以上记录已当面核对（宣读），属实。", foot=sign_line()),
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
    channel = label_of(paper.channel)
    return (
        make_row(
            make_label("诉求人", w),
            make_value(paper.name, align="center", share=1.2),
            make_label("性别", 14),
            make_value(paper.gender, mm=16, align="center"),
            make_label("出生年月", 22),
            make_value(birth_month(paper.birth_on), mm=28, align="center"),
        ),
        make_row(
            make_label("政治面貌", w),
            make_value(paper.political_status, mm=28, align="center"),
            make_label("人员类别", 22),
            make_value(tick_boxes(PERSON_KINDS, paper.person_kind)),
        ),
        make_row(
            make_label("工作单位\n及职务", w),
            make_value(paper.unit_and_post),
            make_label("职务层次\n／职级", 22),
            make_value(paper.rank, mm=36),
        ),
        make_row(
            make_label("管理权限", w),
            make_value(tick_boxes(MANAGEMENT, paper.management)),
            make_label("联系电话", 22),
            make_value(paper.phone, mm=36),
        ),
        make_row(
            make_label("联系要求", w),
            make_value(
                [
                    *tick_boxes(CONTACT_WISHES, *paper.contact_wishes),
                    "  方便时间：",
                    blank(paper.convenient_time, 8),
                ]
            ),
        ),
        make_row(
            make_label("送达地址", w),
            make_value(paper.delivery_address),
            make_label("证件号码", 22),
            make_value(
                paper.id_number,
                mm=46,
                foot="" if paper.id_number else "选填，申请法定救济或委托时填",
                foot_size=8,
            ),
        ),
        make_row(
            make_label("提出主体", w),
            make_value(
                [
                    *tick_boxes(SUBMITTERS, paper.submitted_by),
                    "\n代办人姓名、关系、电话：",
                    blank(paper.agent, 16),
                ]
            ),
        ),
        make_row(
            make_label("诉求方式", w),
            make_value(tick_boxes(CHANNELS, channel)),
            make_label("批／人", 16),
            make_value(_batch(paper), mm=22, align="center"),
        ),
        make_row(
            make_label("来文单位\n及字号", w),
            make_value(paper.source_document),
            make_label("收到日期", 20),
            make_value(day_text(paper.received_on), mm=31, size=10, align="center"),
            make_label("信件邮\n戳日期", 16),
            make_value(day_text(paper.postmarked_on), mm=31, size=10, align="center"),
        ),
        make_row(
            make_label("诉求类别", w),
            make_value(paper.category),
            make_label("是否首次", 22),
            make_value(
                [
                    *tick_boxes(("首次",), *first_time),
                    SPACE,
                    *tick_boxes(("重复",), *first_time),
                    "（前件编号",
                    blank(paper.earlier_number, 6),
                    "）",
                ],
                mm=80,
            ),
        ),
        make_row(
            make_label("诉求标题", w),
            make_value(
                paper.subject or ["关于", blank("", 20), "问题的诉求", Span("（30字以内）", size=9)]
            ),
        ),
        Row(
            (
                make_label("主要事实\n和理由", w),
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
                make_label("具体请求", w),
                Cell("\n".join(requests) if requests else "1.\n\n2.\n\n3.", valign="top"),
            ),
            min_height=26,
            splits=True,
        ),
        make_row(
            make_label("已经过的\n途径", w),
            make_value(
                [
                    *tick_boxes(REMEDIES, *paper.remedies_tried),
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
        Group(make_label("提交材料", w), material_rows(paper.materials, 3)),
        make_row(
            make_label("转办意愿", w),
            make_value(
                [
                    *tick_boxes(TRANSFER_WISHES, paper.transfer_wish),
                    "\n公开姓名：",
                    *tick_boxes(("可", "不可"), *public),
                ]
            ),
        ),
        make_row(
            make_label("需关注情形", w),
            make_value(
                [
                    *tick_boxes(NOTICES, *paper.notices),
                    "\n已采取措施：",
                    blank(paper.measures_taken, 22),
                ]
            ),
        ),
        make_row(
            make_label("诉求人确认", w),
            make_value(
                [
                    "以上内容已当面核对（宣读），属实。\n",
                    *tick_boxes(("本人不签",), "本人不签" if paper.unsigned_reason else ""),
                    "，原因：",
                    blank(paper.unsigned_reason, 12),
                ],
                foot=sign_line(),
            ),
            height=SIGNATURE_ROW,
        ),
        make_row(
            make_label("接待人", w),
            make_value("、".join(paper.receivers), foot="（两人签名）", foot_size=9),
            make_label("记录人", 22),
            make_value(paper.recorder, foot="（签名）", foot_size=9),
            height=14,
        ),
        opinion_row("拟办意见", paper.proposal, w),
        opinion_row("负责人意见", paper.decision, w),
        make_row(make_label("办理去向", w), make_value(_destination(paper)), height=30),
        make_row(
            make_label("备注", w),
            make_value("\n".join(part for part in (paper.entered_late, paper.remark) if part)),
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
    chosen = label_of(paper.destination)

    def box(label: str) -> Span:
        return tick(label, chosen == label)

    return [
        box("当场答复"),
        SPACE,
        box("受理"),
        "：主办",
        blank(paper.lead_unit, 8),
        " 会办",
        blank(paper.assisting_units, 8),
        "\n",
        box("引导"),
        "至",
        blank(paper.redirected_to, 8),
        SPACE,
        box("不予受理"),
        SPACE,
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
        *tick_boxes(LIMITS, paper.limit_kind),
        "）",
    ]


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
        (f"诉求方式：{label_of(paper.channel)}", body),
        (f"提出日期：{long_date(paper.submitted_on)}", body),
        (f"收到材料：{count_text(paper.material_count) or '    '}件", body),
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
    count = count_text(paper.material_count) or "    "
    listed = "（清单附后）" if paper.material_count or not paper.number else ""
    text: list[str | Span] = [
        "　　您于",
        long_date(paper.submitted_on),
        "以",
        blank(label_of(paper.channel), 4),
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
            f"联系人：{or_room(office.contact, 6)}　电话：{or_room(office.phone, 8)}",
            small,
        ),
        (f"地址：{or_room(office.address, 16)}", small),
        (f"办公时间：{or_room(office.hours, 14)}", small),
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
            Frame(material_rows(paper.materials, 3)),
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
