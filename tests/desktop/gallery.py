"""Draws every component in every state on one sheet, as pictures to be looked at.

Run it with a folder: ``python tests/desktop/gallery.py /tmp/sheets``. It writes one picture for
each look, one in English, one at 150 % text and one at 200 % scale.
"""

import os
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QSize,
    Qt,
    QTranslator,
)
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import CHART_TABLE, Look, Theme, apply
from desktop.widgets.buttons import Button, Chip, Tag
from desktop.widgets.cells import CELL_ROLE, UNREAD, DueMark, Pill, TextCell
from desktop.widgets.chips import ChipRow
from desktop.widgets.choice import ChoiceOverlay, ChoiceRow
from desktop.widgets.clock import Clock, ClockCard, WhyThisDate
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.dialogs import ConflictDialog, ConflictRow, ReasonDialog
from desktop.widgets.editors import ComboBox, LineEdit, Option, Segmented, TextArea
from desktop.widgets.field import Field
from desktop.widgets.figures import Figure, FigureStrip
from desktop.widgets.frames import Bar, EmptyState, PageHead, Panel, ProgressRow
from desktop.widgets.labels import Avatar, DueLabel, StageLabel, StatusPill, text_label
from desktop.widgets.layouts import FlowLayout
from desktop.widgets.moves import DuplicateBanner, DuplicateHit, MoveBar, MoveOffer
from desktop.widgets.rail import Rail, RailItem
from desktop.widgets.reckoning import DayKind, ReckonedDay, Reckoning, ReckoningCalendar
from desktop.widgets.search import SearchBox
from desktop.widgets.signs import Light, Sign
from desktop.widgets.stepper import Step, Stepper, StepState
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.ticks import MultiChoice, RadioRow, TickBox
from desktop.widgets.timeline import Timeline, TimelineItem

SHEET = QSize(1440, 900)
TODAY = date(2026, 10, 14)
OFF = {date(2026, 10, day) for day in (1, 2, 3, 4, 5, 6, 7, 11, 17, 18)}
PILLS = [
    Pill("已登记", Sign.RING, "neutral"),
    Pill("审核中", Sign.HALF, "info"),
    Pill("已受理", Sign.ARROW, "neutral"),
    Pill("待签收", Sign.PAUSE, "wait"),
    Pill("办理中", Sign.DOT, "info"),
    Pill("被退回", Sign.BACK, "today"),
    Pill("待审签", Sign.PEN, "guard"),
    Pill("即时移送", Sign.LOCK, "guard"),
    Pill("已销号", Sign.CHECK, "good"),
    Pill("不予受理", Sign.DASH, "neutral"),
    Pill("已作废", Sign.BANG, "bad"),
]


class TomlTranslator(QTranslator):
    """Answers from the translation tables themselves."""

    def __init__(self, path):
        super().__init__()
        self.tables = tomllib.loads(path.read_text("utf-8"))

    def translate(self, context, source, disambiguation=None, n=-1):
        return self.tables.get(context, {}).get(source)

    def isEmpty(self):
        return False


def with_states(base, *states):
    """A subclass of a painted control that always claims these states."""

    class Posed(base):
        def initStyleOption(self, option):
            super().initStyleOption(option)
            for state in states:
                option.state |= state
            if QStyle.StateFlag.State_Sunken in states:
                option.state &= ~QStyle.StateFlag.State_Raised

    return Posed


HOVER = QStyle.StateFlag.State_MouseOver
DOWN = QStyle.StateFlag.State_Sunken
FOCUS = QStyle.StateFlag.State_HasFocus


class Rows(QAbstractTableModel):
    """Five invented rows."""

    cells = [
        (DueMark(Light.FINE, 13), "顾南星", "财政局", PILLS[1]),
        (DueMark(Light.FINE, 14), "傅一苇", "市场监督管理局", PILLS[0]),
        (DueMark(Light.SOON, 3, True), "王䶮", "农业农村局畜牧站", PILLS[4]),
        (DueMark(Light.TODAY), "阮家骏", "住房和城乡建设局", PILLS[1]),
        (UNREAD, UNREAD, UNREAD, UNREAD),
    ]

    def rowCount(self, parent=None):
        return len(self.cells)

    def columnCount(self, parent=None):
        return 4

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        cell = self.cells[index.row()][index.column()]
        if role == CELL_ROLE:
            return TextCell(cell) if isinstance(cell, str) else cell
        return None


def buttons_panel(theme):
    panel = Panel(theme, note="按钮")
    grid = QGridLayout()
    heads = ("常态", "悬停", "按下", "焦点", "停用")
    kinds = (("登记", "primary"), ("转办", "default"), ("更多", "quiet"), ("作废", "danger"))
    poses = (
        Button,
        with_states(Button, HOVER),
        with_states(Button, DOWN, HOVER),
        with_states(Button, FOCUS),
    )
    for column, head in enumerate(heads):
        grid.addWidget(text_label(head, "label"), 0, column)
    for row, (word, kind) in enumerate((*kinds, ("看清单", "link")), 1):
        for column in range(5):
            button = poses[min(column, 3) if column < 4 else 0](theme, word, kind=kind)
            button.setEnabled(column < 4)
            grid.addWidget(button, row, column, Qt.AlignmentFlag.AlignLeft)
    panel.body.addLayout(grid)
    return panel


def rail_panel(theme):
    panel = Panel(theme, note="栏目条", flush=True)
    rail = Rail(theme)
    rail.set_items(
        [
            RailItem("today", "我的工作台", "calendar-check", 12, 2),
            RailItem("clear", "澄清正名", "user-focus", 9),
            RailItem("talks", "关爱谈话", "chats", 11, 3),
            RailItem("", "数据", kind="group"),
            RailItem("months", "统计月报", "chart-bar"),
            RailItem("people", "干部与单位", "users"),
            RailItem("q1", "人社局承办未销号", "star", 18, kind="query"),
        ]
    )
    rail.set_open("clear")
    rail.setMinimumHeight(theme.px(206))
    panel.body.addWidget(rail)
    return panel


def choices_panel(theme):
    panel = Panel(theme, note="筛选、选择")
    flow = FlowLayout()
    flow.addWidget(Chip(theme, "状态", value="未销号"))
    flow.addWidget(Chip(theme, "承办"))
    flow.addWidget(with_states(Chip, FOCUS)(theme, "类别"))
    flow.addWidget(Chip(theme, "会办", switch=True))
    panel.body.addLayout(flow)
    line = QHBoxLayout()
    periods = [Option("m", "本月"), Option("y", "累计"), Option("a", "年报")]
    line.addWidget(Segmented(theme, periods, value="m"))
    line.addWidget(TickBox(theme, "会议澄清", checked=True))
    line.addStretch()
    panel.body.addLayout(line)
    line = QHBoxLayout()
    forced = TickBox(theme, "书面澄清", checked=True)
    forced.set_forced(True, "应当同时书面澄清。")
    line.addWidget(forced)
    line.addWidget(RadioRow(theme, [Option("y", "同意"), Option("n", "不公开")], value="y"), 1)
    panel.body.addLayout(line)
    modes = [Option("w", "书面"), Option("f", "当面"), Option("m", "会议"), Option("c", "通报")]
    panel.body.addWidget(
        MultiChoice(
            theme,
            modes,
            value=("m",),
            forced_by=lambda ticked: frozenset("w") if ticked - {"w"} else frozenset(),
            rule_sentence="采用当面、会议、通报方式澄清的，应当同时书面澄清。",
        )
    )
    return panel


def pills_panel(theme):
    panel = Panel(theme, note="状态：记号加字")
    flow = FlowLayout(spacing=8)
    for pill in PILLS:
        flow.addWidget(StatusPill(theme, pill))
    flow.addWidget(StageLabel(theme, Pill("已暂存 14:32:05", Sign.CHECK, "good")))
    flow.addWidget(Tag(theme, "事业管理"))
    flow.addWidget(Avatar(theme, "周敏"))
    panel.body.addLayout(flow)
    return panel


def table_panel(theme):
    panel = Panel(theme, note="表格行：常态、悬停、选中、选中且焦点、读取中", flush=True)
    columns = [
        Column("due", "期限", 133),
        Column("person", "诉求人", 68),
        Column("unit", "单位", 100, stretch=True),
        Column("state", "状态", 92),
    ]
    table = Table(theme, columns)
    model = Rows(table)
    table.setModel(model)
    table.columns_header.show_sorted("due")
    for row in (2, 3):
        table.selectionModel().select(
            model.index(row, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    table.selectionModel().setCurrentIndex(
        model.index(3, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    table.hasFocus = lambda: True
    table.itemDelegate().hovered_row = 1
    table.setMinimumHeight(theme.header_height + 5 * theme.row_height + 6)
    panel.body.addWidget(table)
    return panel


def dues_panel(theme):
    panel = Panel(theme, note="时限：记号加数字，单位必写")
    flow = FlowLayout(spacing=16)
    marks = (
        DueMark(Light.OVERDUE, 2, True),
        DueMark(Light.TODAY),
        DueMark(Light.SOON, 3, True),
        DueMark(Light.FINE, 44),
        DueMark(Light.DONE),
        DueMark(Light.NOT_STARTED),
        DueMark(Light.UNTIMED),
        DueMark(Light.OWN, 12),
    )
    for mark in marks:
        flow.addWidget(DueLabel(theme, mark))
    flow.addWidget(DueLabel(theme, DueMark(Light.SOON, 2, True, provisional=True), full=False))
    panel.body.addLayout(flow)
    return panel


def clocks_panel(theme):
    panel = Panel(theme, note="时限卡")
    line = QHBoxLayout()
    clocks = (
        Clock("a", "办理期限", DueMark(Light.OVERDUE, 2), "10月12日", "法定 · 60日"),
        Clock("b", "受理告知期限", DueMark(Light.TODAY), "10月14日", "内部 · 15日"),
        Clock("c", "复查申请期限", DueMark(Light.NOT_STARTED), "收到起30日", "法定"),
    )
    for clock in clocks:
        card = ClockCard(theme, clock)
        card.setMinimumWidth(110)
        card.set_open(clock.key == "b")
        line.addWidget(card)
    panel.body.addLayout(line)
    return panel


STEPS = (
    Step("提出", StepState.DONE, "9月15日"),
    Step("评估", StepState.DONE, "9月25日"),
    Step("征求意见", StepState.NOW, due=DueMark(Light.FINE, 8, True)),
    Step("退回补充", StepState.RETURNED, "10月12日"),
    Step("实施", StepState.AHEAD),
)


def steps_panel(theme):
    panel = Panel(theme, note="步骤")
    panel.body.addWidget(Stepper(theme, STEPS))
    return panel


def bars_panel(theme):
    panel = Panel(theme, note="提示条")
    for kind, sentence, detail, link, key in (
        ("good", "已转办至县人社局", "", "撤销", "Ctrl+Z"),
        ("info", "9月已月结", "数字不再变动", "看更正", ""),
        ("wait", "可能与2件诉求重复", "", "并排对照", ""),
        ("bad", "磁盘已满，未能保存", "已暂存，腾出空间后重试", "重试", ""),
        ("guard", "知悉范围：谈话人和记录人", "", "", ""),
    ):
        closable = kind == "good"
        panel.body.addWidget(
            Bar(theme, kind, sentence, detail=detail, link=link, key=key, closable=closable)
        )
    return panel


def fields_panel(theme):
    panel = Panel(theme, note="输入栏：空、焦点、错误、只读")
    grid = QGridLayout()
    grid.setSpacing(12)
    empty = LineEdit(theme, placeholder="一行一项")
    focused = with_states(LineEdit, FOCUS)(theme, "补充人手")
    wrong = LineEdit(theme, "1381234567")
    fixed = LineEdit(theme, "林可")
    fixed.setReadOnly(True)
    fields = (
        Field(theme, "具体请求", empty, required=True, help_text="可分送不同单位"),
        Field(theme, "具体请求", focused, required=True, help_text="焦点：边框2，内边距减1"),
        Field(theme, "联系电话", wrong, required=True),
        Field(theme, "登记人", fixed, help_text="只读：底色不同，无边框强调"),
        Field(theme, "收到日期", DateEdit(theme, lambda: TODAY, value=TODAY), required=True),
        Field(theme, "类别", ComboBox(theme, [Option("a", "工作条件与减负"), Option("b", "其他")])),
    )
    fields[2].set_error("应为11位，现为10位")
    fields[5].editor.set_value("a")
    for place, field in enumerate(fields):
        grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    panel.body.addLayout(grid)
    area = TextArea(theme, "中心防疫岗核定9名，现在岗5名。", lines=2, max_length=200)
    panel.body.addWidget(Field(theme, "主要事实和理由", area, required=True))
    return panel


def dialog_panel(theme):
    panel = Panel(theme, note="对话框：写明后果，按钮用动词")
    dialog = ReasonDialog(
        theme,
        "作废转办单 泽诉转〔2026〕218号？",
        "文号保留、不再使用，诉求件回到“已受理”。本步骤办理后不能撤销。是否继续？",
        deed="作废",
        label="作废理由",
    )
    as_child(dialog, panel)
    return panel


def conflict_panel(theme):
    panel = Panel(theme, note="冲突：左右对照，所录不丢")
    dialog = ConflictDialog(
        theme,
        "该件刚由何俊贤于14:30修改",
        [
            ConflictRow("lead", "主办", "县人社局", "县委组织部", "mine"),
            ConflictRow("due", "办理期限", "10月19日", "10月20日", "theirs"),
        ],
    )
    dialog.setMinimumWidth(200)
    as_child(dialog, panel)
    return panel


def as_child(dialog, panel):
    frame = QFrame()
    frame.setProperty("kind", "overlay")
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(1, 1, 1, 1)
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.setMinimumWidth(0)
    inner.addWidget(dialog)
    panel.body.addWidget(frame)


def reckoned():
    days = [ReckonedDay(date(2026, 9, 29), DayKind.START)]
    count, day = 0, date(2026, 9, 29)
    while count < 10:
        day += timedelta(days=1)
        if day in OFF:
            note = "国庆" if day.day < 8 else ""
            days.append(ReckonedDay(day, DayKind.OFF, note=note))
            continue
        count += 1
        kind = DayKind.MAKE_UP if day == date(2026, 10, 10) else DayKind.COUNTED
        days.append(ReckonedDay(day, DayKind.DUE if count == 10 else kind, count))
    return Reckoning(
        clock="会办意见期限",
        due_on=date(2026, 10, 19),
        rule="会办意见，10个工作日",
        statutory=False,
        basis="中心会办办法第六条",
        start="9月29日 转办发出，当日不计",
        skipped="国庆7天、周日2天、周六1天",
        make_up="10月10日 周六调休上班，计第4天",
        extension="无；等待材料不停算",
        days=tuple(days),
        today_on=TODAY,
        calendar_version="工作日历2026年第2版，依国办放假通知",
    )


def calendar_panel(theme):
    panel = Panel(theme, note="日历：计入、补班、不计、到期")
    panel.body.addWidget(ReckoningCalendar(theme, reckoned(), tall=False))
    return panel


def progress_panel(theme):
    panel = Panel(theme, note="进度，可取消")
    row = ProgressRow(theme, remark="取消后不留下半个文件；窗口可以继续用")
    row.set_progress(256, 412, sentence="已导出256件，共412件")
    panel.body.addWidget(row)
    return panel


def empty_panel(theme):
    panel = Panel(theme, note="空")
    first = EmptyState(
        theme, "没有超期的诉求件", following="最近一件10月15日到期", action="看7日内到期"
    )
    second = EmptyState(
        theme,
        "未查到符合条件的件",
        following="条件：编外 状态:未销号",
        icon="magnifying-glass",
        action="清空条件",
        key="Esc",
    )
    panel.body.addWidget(first)
    panel.body.addWidget(second)
    return panel


def menu_panel(theme):
    panel = Panel(theme, note="菜单、提示")
    menu = QMenu()
    menu.addAction(theme.icon("arrow-u-up-left"), "撤销：转办至人社局\tCtrl Z")
    menu.addAction(theme.icon("arrows-left-right"), "转办…\tCtrl T")
    menu.addAction(theme.icon("clock"), "申请延期…\tF7")
    menu.addSeparator()
    menu.addAction(theme.icon("check"), "登记送达\t还差会办意见").setEnabled(False)
    menu.setWindowFlags(Qt.WindowType.Widget)
    panel.body.addWidget(menu)
    menu.show()
    return panel


class Swatches(QWidget):
    def __init__(self, theme):
        super().__init__()
        self.theme = theme
        self.setMinimumHeight(24)

    def paintEvent(self, event):
        painter = QPainter(self)
        for place in range(len(CHART_TABLE)):
            painter.fillRect(place * 34, 0, 26, 20, self.theme.chart(place + 1))


def charts_panel(theme):
    panel = Panel(theme, note="图表次序")
    panel.body.addWidget(Swatches(theme))
    return panel


def type_panel(theme):
    panel = Panel(theme, note="字号：只用常规和粗两种字重")
    grid = QGridLayout()
    grid.addWidget(text_label("诉求台账", "title"), 0, 0)
    grid.addWidget(text_label("人手补充", "case"), 0, 1)
    grid.addWidget(text_label("当事方", "section"), 1, 0)
    grid.addWidget(text_label("泽川县农业农村局"), 1, 1)
    grid.addWidget(text_label("条例第34条", "label"), 2, 0)
    grid.addWidget(text_label("说明", "hint"), 2, 1)
    panel.body.addLayout(grid)
    return panel


def first_sheet(theme):
    sheet = QWidget()
    columns = (
        (buttons_panel, rail_panel, choices_panel, pills_panel, type_panel),
        (table_panel, dues_panel, clocks_panel, steps_panel, bars_panel),
        (fields_panel, dialog_panel, conflict_panel),
        (progress_panel, empty_panel, menu_panel, calendar_panel, charts_panel),
    )
    row = QHBoxLayout(sheet)
    row.setContentsMargins(16, 14, 16, 14)
    row.setSpacing(14)
    for makers, share in zip(columns, (346, 400, 372, 248), strict=True):
        column = QVBoxLayout()
        column.setSpacing(12)
        for maker in makers:
            column.addWidget(maker(theme))
        column.addStretch(1)
        row.addLayout(column, share)
    return sheet


def second_sheet(theme):
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(ledger_head(theme))
    column.addWidget(chip_row(theme))
    inner = QVBoxLayout()
    inner.setContentsMargins(20, 12, 20, 12)
    inner.setSpacing(12)
    column.addLayout(inner)
    inner.addWidget(strip(theme))
    steps = Stepper(theme, STEPS)
    inner.addWidget(steps)
    middle = QHBoxLayout()
    middle.setSpacing(12)
    middle.addWidget(Stepper(theme, STEPS, vertical=True), 0, Qt.AlignmentFlag.AlignTop)
    middle.addWidget(happenings(theme), 2)
    right = QVBoxLayout()
    right.addWidget(duplicates(theme))
    right.addWidget(moves(theme))
    right.addStretch(1)
    middle.addLayout(right, 1)
    inner.addLayout(middle, 1)
    return sheet


def ledger_head(theme):
    head = PageHead(theme, "诉求台账", note="2026年10月14日")
    tabs = [
        ViewTab("open", "未销号", 49),
        ViewTab("mine", "我承办", 12),
        ViewTab("all", "全部", 412),
    ]
    head.add_widget(ViewTabs(theme, tabs))
    search = SearchBox(
        theme,
        placeholder="姓名、单位、编号、正文，或 承办:人社",
        key="Ctrl+F",
        scopes=[Option("a", "全部诉求件")],
    )
    head.add_action(search)
    head.add_action(Button(theme, "导出", kind="quiet", icon="export"))
    head.add_action(Button(theme, "登记诉求", icon="plus", key="Ctrl+N"))
    return head


def chip_row(theme):
    chips = ChipRow(theme, more="条件")
    chips.add_chip(Chip(theme, "状态", value="未销号"))
    chips.add_chip(Chip(theme, "登记", value="2026-01-01 … 今天"))
    chips.add_chip(Chip(theme, "承办单位"))
    chips.add_chip(Chip(theme, "快办", switch=True))
    return chips


def strip(theme):
    figures = FigureStrip(theme, columns=5)
    figures.set_figures(
        [
            Figure("a", "已超期", "2", "件", "最久2日；1件待批", light=Light.OVERDUE),
            Figure("b", "今日到期", "3", "件", "受理告知1，延期后1，回访1", light=Light.TODAY),
            Figure("c", "按期办结率", "96.7", "%", "29 ÷ 30件", "另13件不计时限"),
            Figure("d", "复查改变率", "—", "", "0 ÷ 0件", "分母为0，不计算"),
            Figure(
                "e",
                "谈心谈话",
                "3",
                "/ 6人次",
                note="超期1",
                note_light=Light.OVERDUE,
                parts=(3, 1, 6),
            ),
        ]
    )
    return figures


def happenings(theme):
    panel = Panel(theme, "办理过程", note="11条", flush=True)
    timeline = Timeline(theme)
    timeline.set_items(
        [
            TimelineItem("1", "周敏 · 中心负责人", "催办", "10-13 17:02", "第1次，电话", "bell"),
            TimelineItem(
                "2",
                "何俊贤 · 人社局",
                "添加材料",
                "10-13 16:20",
                "《岗位设置方案》2份，已校验；" * 6,
                "paperclip",
                ("代录",),
            ),
            TimelineItem("3", "陶然 · 组织部", "签收会办", "10-09 09:05"),
        ]
    )
    panel.body.addWidget(timeline)
    return panel


def duplicates(theme):
    banner = DuplicateBanner(theme)
    banner.set_hits(
        [
            DuplicateHit(
                "1",
                "2026-0387",
                "王䶮",
                "畜牧兽医技术服务中心",
                PILLS[4],
                "防疫一线编制空缺四名，请求补充人手",
                ((0, 2), (11, 17)),
                0.82,
                ("同单位", "诉求相近"),
            ),
            DuplicateHit(
                "2",
                "2025-0266",
                "王艳",
                "畜牧兽医技术服务中心",
                PILLS[8],
                "防疫抽调期间原岗无人顶替，请求增加人手",
                ((0, 2), (13, 19)),
                0.74,
                ("同名", "同单位"),
            ),
        ]
    )
    return banner


def moves(theme):
    bar = MoveBar(theme, most=3)
    bar.set_moves(
        [
            MoveOffer("send", "送审签", primary=True, key_cap="F8"),
            MoveOffer("extend", "申请延期", asks=True),
            MoveOffer("note", "加注", icon="pencil-simple"),
            MoveOffer("deliver", "登记送达", blocked="还差组织部会办意见"),
        ],
        lacking="登记送达：还差组织部会办意见、审签同意",
    )
    return bar


def third_sheet(theme):
    """The overlays over a form and over the clocks."""
    sheet = QWidget()
    sheet.resize(1100, 620)
    column = QVBoxLayout(sheet)
    clocks = clocks_panel(theme)
    column.addWidget(clocks)
    column.addStretch(1)
    name = QLineEdit("王艳", sheet)
    column.addWidget(name)
    column.addStretch(1)
    sheet.name = name
    sheet.card = clocks.findChildren(ClockCard)[1]
    return sheet


def open_overlays(theme, sheet):
    why = WhyThisDate(theme, sheet)
    why.explain(reckoned(), sheet.card)
    overlay = ChoiceOverlay(theme, sheet, sheet.name)
    overlay.setMaximumWidth(620)
    overlay.set_rows(
        [
            ChoiceRow(
                "1",
                "王艳",
                "女，1988.11",
                "",
                "泽川县云塘镇人民政府",
                "党建办主任",
                "无在办件",
                ((0, 2),),
            ),
            ChoiceRow(
                "2",
                "王䶮",
                "男，1981.06",
                "同音",
                "泽川县农业农村局畜牧兽医技术服务中心",
                "副主任 · 管理岗位七级",
                "在办1件",
            ),
        ],
        head="同名1人，同音1人",
        links=(("new", "新增人员“王艳”"), ("unsure", "暂不确定是谁，先记姓名")),
        hint="按出生年月、单位和职务区分，同名必须选定",
    )
    overlay._step(1)


def draw(widget, path, scale=1.0, size=SHEET):
    needed = widget.layout().totalHeightForWidth(size.width())
    widget.resize(size.expandedTo(widget.minimumSizeHint()).expandedTo(QSize(0, needed)))
    widget.show()
    for _ in range(3):  # layouts inside layouts settle one after the other
        QApplication.processEvents()
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(scale)
    widget.render(image)
    image.save(str(path))
    print(path, widget.width(), widget.height())


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "gallery")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme = Theme()
    app.theme = theme
    root = Path(__file__).parents[2]
    chinese = TomlTranslator(root / "resources/i18n/zh/widgets.toml")
    app.installTranslator(chinese)
    keep = []
    for look, percent, scale in (
        (Look.LIGHT, 100, 1.0),
        (Look.DARK, 100, 1.0),
        (Look.CONTRAST, 100, 1.0),
        (Look.LIGHT, 150, 1.0),
        (Look.LIGHT, 100, 2.0),
    ):
        theme.choose(look, percent)
        apply(app, theme)
        stem = f"{look}-{percent}-{scale:.0f}"
        for number, maker in enumerate((first_sheet, second_sheet, third_sheet), 1):
            if scale > 1 and number == 2:
                continue
            sheet = maker(theme)
            keep.append(sheet)
            if number == 3:
                draw(sheet, folder / f"{stem}-3.png", scale, QSize(1100, 620))
                open_overlays(theme, sheet)
                draw(sheet, folder / f"{stem}-3.png", scale, QSize(1100, 620))
                continue
            draw(sheet, folder / f"{stem}-{number}.png", scale)
    app.removeTranslator(chinese)
    theme.choose(Look.LIGHT, 100)
    apply(app, theme)
    sheet = first_sheet(theme)
    draw(sheet, folder / "english-1.png")


if __name__ == "__main__":
    main()
