from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.theme import Look, Theme, apply
from desktop.widgets import (
    APPEAL_PILLS,
    Bar,
    Button,
    Chip,
    ChipRow,
    ChoiceOverlay,
    ChoiceRow,
    Clock,
    ClockCard,
    ConfirmDialog,
    ConflictDialog,
    ConflictRow,
    DayKind,
    DueMark,
    DuplicateBanner,
    DuplicateHit,
    Field,
    Figure,
    FigureStrip,
    FormDialog,
    Light,
    LineEdit,
    MoveBar,
    MoveOffer,
    Pill,
    ProgressRow,
    Rail,
    RailItem,
    ReasonDialog,
    ReckonedDay,
    Reckoning,
    SearchBox,
    Sign,
    Step,
    Stepper,
    StepState,
    Timeline,
    TimelineItem,
    ViewTab,
    ViewTabs,
    WhyThisDate,
    weeks_of,
)

ENTER = Qt.Key.Key_Return
SPACE = Qt.Key.Key_Space
ESC = Qt.Key.Key_Escape


def test_a_switch_is_turned_by_space_and_enter(theme, qtbot):
    chip = Chip(theme, "快办", switch=True)
    qtbot.addWidget(chip)
    told = []
    chip.toggled.connect(told.append)
    narrow = chip.sizeHint().width()
    QTest.keyClick(chip, SPACE)
    assert chip.is_on()
    assert chip.sizeHint().width() > narrow
    QTest.keyClick(chip, ENTER)
    assert told == [True, False]


def test_a_menu_chip_asks_for_its_menu_and_loses_its_value_by_delete(theme, qtbot):
    chip = Chip(theme, "状态", value="未销号")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.menu_wanted):
        QTest.keyClick(chip, ENTER)
    with qtbot.waitSignal(chip.cleared):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert not chip.is_on()
    assert chip.accessibleName() == "状态"


def test_the_cross_clears_and_the_rest_opens_the_menu(theme, qtbot):
    chip = Chip(theme, "承办", value="人社局")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    chip.show()
    with qtbot.waitSignal(chip.menu_wanted):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 10))
    with (
        qtbot.assertNotEmitted(chip.menu_wanted),
        qtbot.waitSignal(chip.cleared),
    ):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 12, 10))


def test_escape_clears_all_chips_once(theme, qtbot):
    row = ChipRow(theme, more="条件")
    qtbot.addWidget(row)
    row.add_chip(Chip(theme, "状态", value="未销号"))
    switch = row.add_chip(Chip(theme, "快办", switch=True))
    switch.click()
    told = []
    row.cleared.connect(lambda: told.append(True))
    QTest.keyClick(row, ESC)
    assert told == [True]
    assert not any(chip.is_on() for chip in row.chips())


def test_chips_wrap_where_the_window_is_narrow(theme, qtbot):
    row = ChipRow(theme)
    qtbot.addWidget(row)
    for place in range(8):
        row.add_chip(Chip(theme, f"条件{place}"))
    row.resize(300, 200)
    row.show()
    lines = {chip.y() for chip in row.chips()}
    assert len(lines) > 1
    assert all(chip.geometry().right() <= row.width() for chip in row.chips())


def test_view_tabs_keep_the_current_view_when_counts_and_tabs_change(theme, qtbot):
    tabs = ViewTabs(theme, [ViewTab("open", "未销号", 49), ViewTab("mine", "我承办", 12)])
    qtbot.addWidget(tabs)
    with qtbot.waitSignal(tabs.chosen) as chosen:
        tabs.choose("mine")
    assert chosen.args == ["mine"]
    tabs.set_count("mine", 1200)
    assert tabs.accessibleTabName(1) == "我承办 1200"
    tabs.set_tabs([ViewTab("all", "全部"), ViewTab("mine", "我承办", 3)])
    assert tabs.current_key() == "mine"


def test_the_search_box_searches_on_enter_and_empties_on_escape(theme, qtbot):
    box = SearchBox(theme, key="Ctrl+F", placeholder="姓名、单位")
    qtbot.addWidget(box)
    box.set_text("防疫")
    with qtbot.waitSignal(box.searched) as searched:
        QTest.keyClick(box.line, ENTER)
    assert searched.args == ["防疫"]
    box.set_error("没有“城办”这个条件")
    assert box.line.property("invalid") is True
    with qtbot.waitSignal(box.searched) as emptied:
        QTest.keyClick(box.line, ESC)
    assert emptied.args == [""]
    with qtbot.waitSignal(box.left):
        QTest.keyClick(box.line, ESC)


def test_search_waits_for_the_input_method(theme, qtbot):
    box = SearchBox(theme)
    qtbot.addWidget(box)
    box.line.setFocus()
    QApplication.sendEvent(box.line, QInputMethodEvent("fang", []))
    with qtbot.assertNotEmitted(box.searched):
        QTest.keyClick(box.line, ENTER)


def rail_items():
    return [
        RailItem("today", "我的工作台", "calendar-check", 12, 2),
        RailItem("", "诉求", kind="group"),
        RailItem("ledger", "诉求台账", "table", 49),
    ]


def test_the_rail_moves_its_ring_over_groups_and_opens_on_enter(theme, qtbot):
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.set_items(rail_items())
    rail.set_open("today")
    with qtbot.assertNotEmitted(rail.chosen):
        QTest.keyClick(rail, Qt.Key.Key_Down)
    assert rail.currentIndex().row() == 2
    assert rail.open_key() == "today"
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.keyClick(rail, ENTER)
    assert chosen.args == ["ledger"]
    assert rail.open_key() == "ledger"


def test_the_rail_reads_overdue_counts_out(theme, qtbot):
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.set_items(rail_items())
    rail.set_counts({"ledger": (50, 3)})
    said = rail.model().index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "诉求台账: 3 overdue, 50 in all"


def test_a_figure_opens_its_list_by_key_and_says_its_denominator(theme, qtbot):
    strip = FigureStrip(theme, columns=2)
    qtbot.addWidget(strip)
    strip.set_figures(
        [Figure("rate", "按期办结率", "96.7", "%", "29 ÷ 30件"), Figure("", "复查改变率", "—")]
    )
    first, second = strip.tiles()
    assert first.accessibleName() == "按期办结率, 96.7%, 29 ÷ 30件"
    with qtbot.waitSignal(strip.opened) as opened:
        QTest.keyClick(first, ENTER)
    assert opened.args == ["rate"]
    with qtbot.assertNotEmitted(strip.opened):
        second.click()
    strip.set_figures([Figure("rate", "按期办结率", "97")])
    assert strip.tiles() == [first]


def test_a_done_bar_leaves_by_itself_and_an_error_stays(theme, qtbot):
    done = Bar(theme, "good", "已转办至县人社局", link="撤销", key="Ctrl+Z")
    wrong = Bar(theme, "bad", "磁盘已满，未能保存", closable=False)
    for bar in (done, wrong):
        qtbot.addWidget(bar)
        bar.show()
    assert done._timer.isActive()
    assert not wrong._timer.isActive()
    with qtbot.waitSignal(done.closed):
        done._timer.timeout.emit()
    assert not done.isVisible()
    assert wrong.isVisible()


def reckoning(weeks=3):
    first = date(2026, 9, 29)
    days = [ReckonedDay(first, DayKind.START)]
    days += [
        ReckonedDay(first + timedelta(days=step), DayKind.COUNTED, step)
        for step in range(1, weeks * 7)
    ]
    days.append(ReckonedDay(first + timedelta(days=weeks * 7), DayKind.DUE, weeks * 7))
    return Reckoning(
        clock="办理期限",
        due_on=days[-1].on,
        rule="60日",
        statutory=True,
        basis="条例第三十四条",
        start="9月29日受理，当日不计",
        days=tuple(days),
        today_on=date(2026, 10, 14),
        calendar_version="2026年第2版",
        provisional=True,
    )


def test_a_long_term_shows_its_first_and_last_weeks():
    assert len(weeks_of(reckoning(3).days)) == 4
    long = weeks_of(reckoning(12).days)
    assert len(long) == 6
    assert long[2] is None
    assert long[-1][0] <= reckoning(12).due_on <= long[-1][-1]


def test_a_clock_opens_its_reason_inside_the_page_and_escape_gives_the_focus_back(theme, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    clock = Clock("handling", "办理期限", DueMark(Light.FINE, 44), "11月27日 周五", "法定 · 60日")
    card = ClockCard(theme, clock)
    column.addWidget(card)
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    page.activateWindow()
    why = WhyThisDate(theme, page)
    with qtbot.waitSignal(card.opened) as opened:
        QTest.keyClick(card, ENTER)
    assert opened.args == ["handling"]
    why.explain(reckoning(), card)
    assert why.isVisible()
    assert page.rect().contains(why.geometry())
    with qtbot.waitSignal(why.closed):
        QTest.keyClick(why, ESC)
    assert not why.isVisible()
    qtbot.waitUntil(card.hasFocus)


def test_steps_are_one_list_for_a_screen_reader(theme, qtbot):
    stepper = Stepper(
        theme, [Step("登记", StepState.DONE, "9月18日"), Step("办理", StepState.NOW)], vertical=True
    )
    qtbot.addWidget(stepper)
    assert stepper.accessibleDescription() == "1. 登记 done 9月18日; 2. 办理 now"


def test_the_timeline_asks_for_older_pages_at_its_end(theme, qtbot):
    timeline = Timeline(theme)
    qtbot.addWidget(timeline)
    timeline.resize(400, 200)
    timeline.set_items([TimelineItem(str(n), "周敏", "催办", "10-13", "电话") for n in range(40)])
    timeline.show()
    with qtbot.waitSignal(timeline.more_wanted):
        timeline.scrollToBottom()
    timeline.append_items([TimelineItem("x", "林可", "转办", "9-29", tags=("代录",))])
    assert timeline.count() == 41
    said = timeline.model().index(40).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "代录" in said


@pytest.fixture
def picker(theme, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    page.name = LineEdit(theme)
    column.addWidget(page.name)
    column.addWidget(LineEdit(theme))
    column.addStretch(1)
    qtbot.addWidget(page)
    page.resize(640, 420)
    page.show()
    page.activateWindow()
    page.name.setFocus()
    qtbot.waitUntil(page.name.hasFocus)
    page.overlay = ChoiceOverlay(theme, page, page.name)
    rows = [
        ChoiceRow("1", "王艳", "女，1988.11", line1="云塘镇人民政府", marks=((0, 2),)),
        ChoiceRow("2", "王䶮", "男，1981.06", "同音", "畜牧兽医技术服务中心"),
    ]
    page.overlay.set_rows(rows, head="同名1人", links=(("new", "新增人员"),))
    return page


def test_namesakes_are_never_preselected_and_are_chosen_by_keys(picker, qtbot):
    assert picker.overlay.isVisible()
    assert picker.overlay.current_key() == ""
    QTest.keyClick(picker.name, Qt.Key.Key_Down)
    QTest.keyClick(picker.name, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.overlay.chosen) as chosen:
        QTest.keyClick(picker.name, ENTER)
    assert chosen.args == ["2"]
    assert not picker.overlay.isVisible()


def test_the_overlay_leaves_enter_to_the_input_method(picker, qtbot):
    QTest.keyClick(picker.name, Qt.Key.Key_Down)
    QApplication.sendEvent(picker.name, QInputMethodEvent("wang", []))
    with qtbot.assertNotEmitted(picker.overlay.chosen):
        QTest.keyClick(picker.name, ENTER)
    assert picker.overlay.isVisible()
    QTest.keyClick(picker.name, ESC)
    assert picker.overlay.isVisible()


def test_a_row_or_a_link_may_be_clicked(picker, qtbot):
    link = next(b for b in picker.overlay.findChildren(Button) if b.text() == "新增人员")
    with qtbot.waitSignal(picker.overlay.foot_chosen) as chosen:
        link.click()
    assert chosen.args == ["new"]


def test_moves_that_do_not_fit_stand_under_more_with_what_they_lack(theme, qtbot):
    bar = MoveBar(theme, most=2)
    qtbot.addWidget(bar)
    bar.set_moves(
        [
            MoveOffer("send", "送审签", primary=True, key_cap="F8"),
            MoveOffer("extend", "申请延期", asks=True),
            MoveOffer("deliver", "登记送达", blocked="还差组织部会办意见"),
        ],
        lacking="登记送达：还差组织部会办意见",
    )
    assert bar.button("send").kind == "primary"
    assert bar.button("extend").text() == "申请延期…"
    assert bar.button("deliver") is None
    menu = bar.more_menu()
    assert not menu.actions()[0].isEnabled()
    assert "会办意见" in menu.actions()[0].text()
    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.keyClick(bar.button("extend"), ENTER)
    assert chosen.args == ["extend"]
    menu.close()


def hit(key, score):
    pill = Pill("办理中", Sign.DOT, "info")
    return DuplicateHit(
        key, f"2026-{key}", "王䶮", "畜牧站", pill, "请求补充人手", ((0, 2),), score
    )


def test_the_banner_acts_on_the_hit_one_points_at(theme, qtbot):
    banner = DuplicateBanner(theme)
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.set_hits([hit("1", 0.82), hit("2", 0.74)])
    assert not banner.isHidden()
    banner._rows[1].picked.emit("2")
    with qtbot.waitSignal(banner.compare_wanted) as wanted:
        next(b for b in banner.findChildren(Button) if b.key == "F6").click()
    assert wanted.args == ["2"]
    banner.set_hits([])
    assert banner.isHidden()


def test_a_reason_is_asked_for_before_the_deed(theme, qtbot):
    dialog = ReasonDialog(
        theme, "作废转办单？", "本步骤办理后不能撤销。", deed="作废", label="作废理由"
    )
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.submit()
    assert dialog.result() == 0
    assert dialog.fields()[0].error
    dialog.fields()[0].editor.set_value("主办单位选错")
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog.fields()[0].editor, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert dialog.reason() == "主办单位选错"


def test_enter_in_a_question_presses_the_safe_button(theme, qtbot):
    dialog = ConfirmDialog(theme, "作废？", "是否继续？", deed="作废")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.cancel_button.hasFocus)
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.cancel_button, ENTER)


def test_a_form_dialog_goes_to_its_first_wrong_field(theme, qtbot):
    dialog = FormDialog(theme, "登记送达", deed="登记送达")
    first = dialog.add_field(Field(theme, "送达方式", LineEdit(theme)))
    second = dialog.add_field(Field(theme, "收件人", LineEdit(theme), required=True))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    dialog.submit()
    assert not first.error
    assert second.error
    qtbot.waitUntil(second.editor.hasFocus)
    second.editor.set_value("王䶮")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()


def test_nothing_is_preselected_where_both_changed_the_same_field(theme, qtbot):
    dialog = ConflictDialog(
        theme,
        "该件刚由何俊贤于14:30修改",
        [
            ConflictRow("lead", "主办", "县人社局", "县委组织部"),
            ConflictRow("due", "办理期限", "10月19日", "10月20日", "theirs"),
        ],
    )
    qtbot.addWidget(dialog)
    assert dialog.choices() == {"due": "theirs"}
    with qtbot.assertNotEmitted(dialog.accepted):
        dialog.submit()
    dialog.choose("lead", "mine")
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    assert dialog.choices() == {"lead": "mine", "due": "theirs"}


def test_progress_shows_itself_only_when_it_takes_long(theme, qtbot):
    row = ProgressRow(theme)
    qtbot.addWidget(row)
    row.start("正在导出")
    assert row.isHidden()
    row._delay.timeout.emit()
    assert row.isVisible()
    with qtbot.waitSignal(row.cancelled):
        QTest.keyClick(row, ESC)
    row.finish()
    assert row.isHidden()


@pytest.mark.parametrize("percent", [100, 150])
def test_no_button_or_chip_is_narrower_than_its_words(qapp, qtbot, percent):
    theme = Theme(text_percent=percent)
    apply(qapp, theme)
    for widget in (
        Button(theme, "登记并打印回执", kind="primary", key="Ctrl+Enter"),
        Button(theme, "并排对照", small=True, key="F6"),
        Chip(theme, "登记", value="2026-01-01 … 今天"),
    ):
        qtbot.addWidget(widget)
        words = theme.metrics(12 if widget.property("small") else 13)
        assert widget.minimumSizeHint().width() > words.horizontalAdvance(widget.text())
        assert widget.sizeHint().height() >= words.height() + 4
    qapp.setStyleSheet("")


def test_every_state_has_a_sign_and_a_stage_that_exist():
    for sign, stage in APPEAL_PILLS.values():
        assert sign in Sign
        assert stage in {"neutral", "info", "wait", "today", "bad", "good", "guard"}


class ChineseCancel(QTranslator):
    def translate(self, context, source, disambiguation=None, n=-1):
        return "取消" if (context, source) == ("FormDialog", "Cancel") else None

    def isEmpty(self):
        return False


def test_words_of_a_base_class_are_translated_in_its_subclasses(theme, qtbot, qapp):
    chinese = ChineseCancel()
    qapp.installTranslator(chinese)
    dialog = ReasonDialog(theme, "作废？", "", deed="作废", label="理由")
    qapp.removeTranslator(chinese)
    qtbot.addWidget(dialog)
    assert dialog.cancel_button.text() == "取消"


def test_a_window_that_is_open_takes_another_text_size_and_look(theme, qtbot, qapp):
    page = QWidget()
    column = QVBoxLayout(page)
    button = Button(theme, "登记并打印回执", key="Ctrl+Enter")
    clock = Clock("a", "办理期限", DueMark(Light.OVERDUE, 2), "10月12日", "法定 · 60日")
    card = ClockCard(theme, clock)
    field = Field(theme, "姓名", LineEdit(theme), help_text="与证件一致")
    for widget in (button, card, field):
        column.addWidget(widget)
    qtbot.addWidget(page)
    page.show()
    before = (button.height(), card.height(), field.editor.height())
    theme.choose(Look.DARK, 150)
    apply(qapp, theme)
    qtbot.waitUntil(lambda: button.height() > before[0])
    qtbot.waitUntil(lambda: card.height() >= card.sizeHint().height() > before[1])
    qtbot.waitUntil(lambda: field.editor.height() == theme.field_height > before[2])
    assert page.grab().toImage().pixelColor(2, 2) == theme.color("window")
