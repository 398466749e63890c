import json

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop.theme import Look, Theme, apply
from desktop.widgets import (
    CELL_ROLE,
    UNREAD,
    Column,
    DueLabel,
    DueMark,
    IconsCell,
    Light,
    Pill,
    Sign,
    Table,
    TextCell,
)

COLUMNS = [
    Column("due", "期限", 130, locked=True),
    Column("number", "编号", 80),
    Column("unit", "单位", 100, stretch=True),
    Column("icons", "", 40, sortable=False),
    Column("state", "状态", 92),
    Column("lead", "承办", 90, hidden=True),
]
PILL = Pill("办理中", Sign.DOT, "info", "正在办理")


class Rows(QAbstractTableModel):
    def __init__(self, count, parent=None):
        super().__init__(parent)
        self.count = count
        self.asked = 0

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else self.count

    def columnCount(self, parent=None):
        return len(COLUMNS)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if role == CELL_ROLE:
            self.asked += 1
            return self.cell(index.row(), index.column())
        return None

    def cell(self, row, column):
        if row % 50 == 49:
            return UNREAD
        return (
            DueMark(Light.SOON, row % 9, workdays=True),
            TextCell(f"2026-{row:04}", mono=True),
            TextCell("农业农村局畜牧兽医技术服务中心", marks=((0, 4),)),
            IconsCell(("paperclip", "flag"), "有附件，领导批示"),
            PILL,
            TextCell("人社局", "text2"),
        )[column]


@pytest.fixture
def table(theme, qtbot):
    settings = {}
    table = Table(theme, COLUMNS, name="ledger", settings=settings)
    table.kept = settings
    table.setModel(Rows(20_000, table))
    qtbot.addWidget(table)
    table.resize(720, 600)
    table.show()
    qtbot.waitExposed(table)
    return table


def test_a_long_table_asks_only_for_what_is_on_the_screen(table):
    model = table.model()
    table.viewport().repaint()
    model.asked = 0
    bar = table.verticalScrollBar()
    for step in range(160):
        bar.setValue(step * 120)
        table.viewport().grab()
    assert model.asked > 15_000
    shown = table.viewport().height() // table.rowHeight(0) + 2
    assert model.asked <= 160 * shown * len(COLUMNS) * 2


def test_every_kind_of_cell_paints_in_every_look_and_state(qapp, qtbot):
    for look in Look:
        theme = Theme(look, 150)
        apply(qapp, theme)
        table = Table(theme, COLUMNS)
        model = Rows(60, table)
        table.setModel(model)
        qtbot.addWidget(table)
        image = QImage(140, 40, QImage.Format.Format_RGB32)
        for column in range(len(COLUMNS)):
            for row in (0, 49):
                for state in (QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected):
                    ground = theme.color("accent")
                    image.fill(ground)
                    option = QStyleOptionViewItem()
                    option.rect = QRect(0, 0, 140, 40)
                    option.state = state
                    painter = QPainter(image)
                    table.itemDelegate().paint(painter, option, model.index(row, column))
                    painter.end()
                    inks = {image.pixelColor(x, 20).name() for x in range(140)}
                    assert ground.name() not in inks or len(inks) > 2
                    assert len(inks) > 1 or row == 49
    qapp.setStyleSheet("")


def test_words_that_do_not_fit_are_told_by_the_tooltip(table):
    delegate, model = table.itemDelegate(), table.model()
    assert delegate.tooltip(model.index(0, 2), 40) == "农业农村局畜牧兽医技术服务中心"
    assert delegate.tooltip(model.index(0, 2), 900) == ""
    assert delegate.tooltip(model.index(0, 4), 900) == "正在办理"
    assert delegate.tooltip(model.index(0, 3), 900) == "有附件，领导批示"
    assert delegate.tooltip(model.index(49, 2), 1) == ""


def test_widths_places_and_hidden_columns_come_back(table, theme, qtbot):
    header = table.columns_header
    header.resizeSection(0, 171)
    header.moveSection(header.visualIndex(4), 1)
    header.show_column("lead", shown=True)
    header.show_column("number", shown=False)
    header.save()
    assert json.loads(table.kept["ledger"])["hidden"] == ["number"]
    again = Table(theme, COLUMNS, name="ledger", settings=table.kept)
    qtbot.addWidget(again)
    again.setModel(Rows(3, again))
    assert again.columns_header.sectionSize(0) == 171
    assert again.columns_header.visualIndex(4) == 1
    assert not again.columns_header.isSectionHidden(5)
    assert again.columns_header.isSectionHidden(1)


def test_settings_spoilt_by_hand_do_not_keep_the_table_from_opening(theme, qtbot):
    table = Table(theme, COLUMNS, name="ledger", settings={"ledger": "{nonsense"})
    qtbot.addWidget(table)
    table.setModel(Rows(3, table))
    assert table.columns_header.sectionSize(0) == 130


def test_the_column_chooser_keeps_locked_and_last_columns(table):
    header = table.columns_header
    header.show_column("due", shown=False)
    assert not header.isSectionHidden(0)
    menu = header.chooser()
    words = [action.text() for action in menu.actions() if action.isCheckable()]
    assert words == ["编号", "单位", "状态", "承办"]
    number = next(action for action in menu.actions() if action.text() == "编号")
    number.trigger()
    assert header.isSectionHidden(1)
    menu.close()


def test_usual_columns_undo_every_change(table):
    header = table.columns_header
    header.resizeSection(1, 200)
    header.show_column("lead", shown=True)
    menu = header.chooser()
    menu.actions()[-1].trigger()
    assert header.sectionSize(1) == 80
    assert header.isSectionHidden(5)
    assert "ledger" not in table.kept
    menu.close()


def test_a_click_on_a_heading_asks_for_an_order_only_where_there_is_one(table, qtbot):
    header = table.columns_header
    header.show_sorted("due")
    with qtbot.waitSignal(header.sort_wanted) as asked:
        header.setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    assert asked.args == ["number", True]
    with qtbot.assertNotEmitted(header.sort_wanted):
        header.setSortIndicator(3, Qt.SortOrder.AscendingOrder)
    assert header.sortIndicatorSection() == 1


def test_rows_and_columns_grow_with_the_text(table, theme, qapp):
    before = table.columns_header.sectionSize(0)
    theme.choose(text_percent=150)
    apply(qapp, theme)
    assert table.rowHeight(0) == theme.row_height > 28
    assert table.columns_header.sectionSize(0) == round(before * 1.5)


def test_enter_opens_the_current_row(table, qtbot):
    table.setFocus()
    table.setCurrentIndex(table.model().index(2, 0))
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert isinstance(opened.args[0], QModelIndex)
    assert opened.args[0].row() == 2


def test_the_row_under_the_mouse_is_marked_and_forgotten(table, qtbot):
    place = table.visualRect(table.model().index(1, 1)).center()
    qtbot.mouseMove(table.viewport(), QPoint(5, 5))
    qtbot.mouseMove(table.viewport(), place)
    table.entered.emit(table.model().index(1, 1))
    assert table.itemDelegate().hovered_row == 1


@pytest.mark.parametrize(
    ("mark", "full", "expected"),
    [
        (DueMark(Light.OVERDUE, 2, workdays=True), True, "2 workdays over"),
        (DueMark(Light.OVERDUE, 1), True, "1 day over"),
        (DueMark(Light.TODAY), True, "Due today"),
        (DueMark(Light.SOON, 3, workdays=True), True, "Due soon · 3 workdays left"),
        (DueMark(Light.SOON, 3, workdays=True), False, "3 workdays left"),
        (DueMark(Light.FINE, 44), True, "On time · 44 days left"),
        (DueMark(Light.FINE, 1), False, "1 day left"),
        (DueMark(Light.DONE), True, "Done"),
        (DueMark(Light.NOT_STARTED), True, "Not started"),
        (DueMark(Light.UNTIMED), True, "Not timed"),
        (DueMark(Light.UNTIMED, words="—"), True, "—"),
        (DueMark(Light.OWN, 12), True, "Own: 12 days"),
        (DueMark(Light.DONE, words="9月28日已告知"), True, "9月28日已告知"),
    ],
)
def test_a_deadline_says_number_and_unit(theme, qtbot, mark, full, expected):
    label = DueLabel(theme, mark, full=full)
    qtbot.addWidget(label)
    assert label.text() == expected


def test_a_provisional_deadline_is_read_out_as_such(theme, qtbot):
    label = DueLabel(theme, DueMark(Light.SOON, 2, workdays=True, provisional=True))
    qtbot.addWidget(label)
    assert "provisional" in label.accessibleName()
