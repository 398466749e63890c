from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.widgets import (
    ComboBox,
    DateEdit,
    EnterMovesOn,
    Field,
    LineEdit,
    MultiChoice,
    Option,
    RadioRow,
    Segmented,
    TextArea,
)

TODAY = date(2026, 10, 14)
ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def compose(widget, letters):
    QApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def commit(widget, text):
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.fixture
def form(theme, qtbot):
    form = QWidget()
    form.theme = theme
    form.line = LineEdit(theme, parent=form)
    form.date = DateEdit(theme, lambda: TODAY, parent=form)
    form.kind = ComboBox(theme, [Option("a", "来访"), Option("b", "来信")], parent=form)
    form.area = TextArea(theme, parent=form)
    form.last = LineEdit(theme, parent=form)
    column = QVBoxLayout(form)
    for editor in (form.line, form.date, form.kind, form.area, form.last):
        column.addWidget(editor)
    form.keys = EnterMovesOn(form)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    form.line.setFocus()
    qtbot.waitUntil(form.line.hasFocus)
    return form


def test_enter_goes_through_the_fields_and_stays_in_a_text_area(form):
    for following in (form.date, form.kind, form.area):
        QTest.keyClick(QApplication.focusWidget(), ENTER)
        assert QApplication.focusWidget() is following
    QTest.keyClick(form.area, ENTER)
    assert form.area.hasFocus()
    assert form.area.toPlainText() == "\n"


def test_enter_goes_nowhere_when_the_setting_is_off(form):
    form.keys.enabled = False
    QTest.keyClick(form.line, ENTER)
    assert form.line.hasFocus()


def test_control_enter_submits_from_a_line_and_from_a_text_area(form, qtbot):
    with qtbot.waitSignal(form.keys.submitted):
        QTest.keyClick(form.line, ENTER, CONTROL)
    form.area.setFocus()
    with qtbot.waitSignal(form.keys.submitted):
        QTest.keyClick(form.area, ENTER, CONTROL)
    assert form.area.toPlainText() == ""


@pytest.mark.parametrize("name", ["line", "kind", "area"])
def test_enter_belongs_to_the_input_method_while_it_composes(form, qtbot, name):
    editor = getattr(form, name)
    editor.setFocus()
    submitted = []
    form.keys.submitted.connect(lambda: submitted.append(True))
    compose(editor, "wangyan")
    QTest.keyClick(editor, ENTER)
    QTest.keyClick(editor, ENTER, CONTROL)
    assert editor.hasFocus()
    assert submitted == []
    commit(editor, "王艳")
    QTest.keyClick(editor, ENTER, CONTROL)
    assert submitted == [True]


def test_a_read_date_is_written_out_and_told(form, qtbot):
    with qtbot.waitSignal(form.date.day_changed):
        QTest.keyClicks(form.date, "3.5")
    QTest.keyClick(form.date, ENTER)
    assert form.date.text() == "2026-03-05"
    assert form.date.day() == date(2026, 3, 5)


def test_what_is_no_date_marks_the_field_and_keeps_the_words(theme, qtbot):
    editor = DateEdit(theme, lambda: TODAY)
    field = Field(theme, "收到日期", editor, required=True)
    qtbot.addWidget(field)
    QTest.keyClicks(editor, "13.45")
    editor.editingFinished.emit()
    assert editor.text() == "13.45"
    assert editor.day() is None
    assert field.error
    assert editor.property("invalid") is True
    editor.selectAll()
    QTest.keyClicks(editor, "today")
    assert not field.error
    assert editor.day() == TODAY


def test_the_calendar_is_reached_and_left_by_keys(theme, qtbot):
    editor = DateEdit(theme, lambda: TODAY, value=TODAY)
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    days = QApplication.focusWidget() or QApplication.activePopupWidget()._days
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_PageDown)
    QTest.keyClick(days, ENTER)
    assert editor.day() == date(2026, 11, 15)


def test_arrow_keys_step_the_date_by_days(theme, qtbot):
    editor = DateEdit(theme, lambda: TODAY, value=date(2026, 2, 28))
    qtbot.addWidget(editor)
    QTest.keyClick(editor, Qt.Key.Key_Up)
    assert editor.day() == date(2026, 3, 1)


@pytest.mark.parametrize("make", [LineEdit, TextArea])
def test_names_and_texts_keep_the_input_method_from_learning(theme, qtbot, make):
    editor = make(theme)
    qtbot.addWidget(editor)
    assert editor.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
    assert editor.inputMethodHints() & Qt.InputMethodHint.ImhNoPredictiveText
    open_one = make(theme, private=False)
    qtbot.addWidget(open_one)
    assert not open_one.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_a_text_area_counts_and_says_what_is_too_long_without_cutting(theme, qtbot):
    area = TextArea(theme, max_length=5)
    field = Field(theme, "可说的一句话", area)
    qtbot.addWidget(field)
    area.set_value("  反映不属实  ")
    assert area.count() == 5
    assert not field.error
    area.set_value("反映问题不属实")
    assert "7" in field.error
    assert area.value() == "反映问题不属实"


def test_typing_part_of_a_label_or_a_further_word_finds_the_choice(theme, qtbot):
    options = [
        Option("hr", "县人力资源和社会保障局", "rsj 人社局"),
        Option("org", "县委组织部", "zzb"),
        Option("law", "县司法局", "sfj"),
    ]
    combo = ComboBox(theme, options)
    qtbot.addWidget(combo)
    with qtbot.waitSignal(combo.value_changed):
        combo.lineEdit().setText("人社")
        combo.lineEdit().editingFinished.emit()
    assert combo.value() == "hr"
    assert combo.lineEdit().text() == "县人力资源和社会保障局"
    combo.lineEdit().setText("没有这家")
    combo.lineEdit().editingFinished.emit()
    assert combo.value() == "hr"
    assert combo.lineEdit().text() == "县人力资源和社会保障局"
    combo.lineEdit().setText("")
    combo.lineEdit().editingFinished.emit()
    assert combo.value() == ""


def test_replaced_choices_keep_the_value_that_still_exists(theme, qtbot):
    combo = ComboBox(theme, [Option("a", "甲"), Option("b", "乙")])
    qtbot.addWidget(combo)
    combo.set_value("b")
    combo.set_options([Option("b", "乙"), Option("c", "丙")])
    assert combo.value() == "b"
    combo.set_options([Option("c", "丙")])
    assert combo.value() == ""


def test_segments_are_walked_by_the_arrow_keys(theme, qtbot):
    options = [Option("m", "本月"), Option("y", "累计"), Option("a", "年报")]
    segments = Segmented(theme, options, value="m")
    qtbot.addWidget(segments)
    segments.show()
    told = []
    segments.value_changed.connect(told.append)
    segments.activateWindow()
    segments.buttons()[0].setFocus()
    qtbot.waitUntil(segments.buttons()[0].hasFocus)
    QTest.keyClick(segments.buttons()[0], Qt.Key.Key_Right)
    assert segments.value() == "y"
    assert told == ["y"]
    segments.set_value("")
    assert segments.value() == ""


def test_a_radio_row_tells_its_choice(theme, qtbot):
    row = RadioRow(theme, [Option("y", "同意"), Option("n", "不公开")])
    qtbot.addWidget(row)
    told = []
    row.value_changed.connect(told.append)
    assert row.value() == ""
    row.set_value("n")
    assert (row.value(), told) == ("n", ["n"])


def also_in_writing(ticked):
    return frozenset({"written"}) if ticked - {"written"} else frozenset()


def test_the_written_mode_is_forced_and_locked_beside_any_other(theme, qtbot):
    options = [Option("written", "书面"), Option("face", "当面"), Option("meeting", "会议")]
    modes = MultiChoice(
        theme,
        options,
        value=("written",),
        forced_by=also_in_writing,
        rule_sentence="采用当面、会议、通报方式澄清的，应当同时书面澄清。",
    )
    qtbot.addWidget(modes)
    modes.show()
    written, meeting = modes.box("written"), modes.box("meeting")
    QTest.keyClick(written, Qt.Key.Key_Space)
    assert modes.value() == frozenset()
    QTest.keyClick(meeting, Qt.Key.Key_Space)
    assert modes.value() == {"written", "meeting"}
    assert modes.forced() == {"written"}
    assert "书面" in written.toolTip()
    QTest.keyClick(written, Qt.Key.Key_Space)
    assert "written" in modes.value()
    QTest.keyClick(meeting, Qt.Key.Key_Space)
    assert modes.forced() == frozenset()
    QTest.keyClick(written, Qt.Key.Key_Space)
    assert modes.value() == frozenset()


def test_a_field_names_its_editor_and_reads_the_error_out(theme, qtbot):
    editor = LineEdit(theme)
    field = Field(theme, "联系电话", editor, required=True, help_text="11位手机号")
    qtbot.addWidget(field)
    assert "联系电话" in editor.accessibleName()
    assert editor.accessibleName() != "联系电话"
    assert editor.accessibleDescription() == "11位手机号"
    field.set_error("手机号应为11位，现为10位")
    assert editor.accessibleDescription() == "手机号应为11位，现为10位"
    assert field.label.buddy() is editor
    field.clear_error()
    assert editor.property("invalid") is False


def test_the_edge_of_focus_and_error_moves_nothing(theme, qtbot):
    editor = LineEdit(theme)
    field = Field(theme, "姓名", editor)
    qtbot.addWidget(field)
    field.show()
    before = editor.sizeHint()
    field.set_error("请填写此项")
    assert editor.sizeHint() == before
    assert before.height() == theme.field_height


def test_what_a_rule_found_goes_when_the_words_change_and_what_the_editor_found_stays(theme, qtbot):
    area = TextArea(theme, max_length=3)
    field = Field(theme, "理由", area, required=True)
    qtbot.addWidget(field)
    field.set_error("请填写此项")
    area.set_value("太长的理由")
    assert field.error == field.problem != ""
    field.clear_error()
    assert field.error
    area.set_value("短")
    assert field.error == ""
    field.set_error("与来文不符")
    area.set_value("改")
    assert field.error == ""


def test_required_dates_are_seen_as_empty_until_read(theme, qtbot):
    editor = DateEdit(theme, lambda: TODAY)
    qtbot.addWidget(editor)
    assert not editor.value()
    editor.set_day(TODAY)
    assert editor.value() == "2026-10-14"
