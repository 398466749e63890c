"""转办签收 on a real store: boxes by role, deeds at hand, sheets in one go."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from db.appeals.queries import inbox
from desktop.appeals.transfer_page import TransferPage
from desktop.deeds import DeedDialog
from desktop.store import Store
from tests.conftest import Center
from tests.desktop.page_kit import Chinese, KitShell, busy, settle


class Opened:
    def __init__(self, qtbot, theme, center: Center, login: str) -> None:
        self.qtbot = qtbot
        self.store = Store(center.gate(login))
        self.shell = KitShell(theme, self.store)
        self.page = TransferPage(self.store, self.shell)
        self.previews: list = []
        self.page._preview = self.previews.append
        qtbot.addWidget(self.page)
        self.page.resize(1236, 822)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.store)

    def go(self, box: str) -> list[str]:
        self.page.tabs.choose(box)
        self.settle()
        return [row.row.person_name for row in self.page.model.rows]

    def pick(self, name: str) -> None:
        place = [r.row.person_name for r in self.page.model.rows].index(name)
        self.page.table.selectRow(place)

    def press(self, name: str) -> DeedDialog:
        self.qtbot.mouseClick(self.page._buttons[name], Qt.MouseButton.LeftButton)
        self.settle()
        return self.page.findChildren(DeedDialog)[-1]


@pytest.fixture
def opened(qtbot, theme, center):
    work = busy(center)
    made = []

    def open_for(login: str) -> Opened:
        made.append(Opened(qtbot, theme, center, login))
        made[-1].work = work
        return made[-1]

    yield open_for
    for each in made:
        each.store.close()


def test_each_side_has_its_boxes(opened):
    desk = opened("clerk")
    assert [t.key for t in desk.page.tabs._tabs] == ["sent", "to_sign", "co", "returned"]
    assert sorted(desk.go("sent")) == sorted(["赵崇礼", "赵崇礼", "尹若谷", "陆时雨", "范知白"])
    assert desk.go("returned") == ["尹若谷"]
    assert desk.go("co") == ["赵崇礼"]
    hr = opened("hr")
    assert [t.key for t in hr.page.tabs._tabs] == ["to_sign", "running", "co", "returned"]
    assert sorted(hr.go("to_sign")) == sorted(["赵崇礼", "陆时雨"])
    assert hr.shell.counts["transfer"] == (2, 1)
    assert opened("petition").go("to_sign") == []


def test_a_unit_signs_in_where_the_line_stands(opened):
    hr = opened("hr")
    hr.go("to_sign")
    hr.pick("陆时雨")
    dialog = hr.press("sign_in")
    dialog._editors["section"].set_value("人事科")
    dialog.submit()
    hr.settle()
    assert hr.go("to_sign") == ["赵崇礼"]
    assert "陆时雨" in hr.go("running")


def test_a_unit_objects_and_the_desk_sends_it_elsewhere(opened):
    hr = opened("hr")
    hr.go("to_sign")
    hr.pick("陆时雨")
    dialog = hr.press("object")
    dialog.submit()
    assert dialog._named["reason"].error
    dialog._editors["reason"].set_value("不属本单位职责")
    dialog.submit()
    hr.settle()
    desk = opened("clerk")
    assert "陆时雨" in desk.go("returned")
    desk.pick("陆时雨")
    assert "不属本单位职责" in desk.page._note.text()
    assert desk.page._buttons["reassign"].isVisible()
    assert not desk.page._buttons["insist"].isVisible()


def test_an_assisting_unit_gives_its_opinion(opened):
    hr = opened("hr")
    hr.go("to_sign")
    hr.pick("赵崇礼")
    dialog = hr.press("give_opinion")
    dialog._editors["content"].set_value("同意发放，经费由原渠道解决。")
    dialog.submit()
    hr.settle()
    assert hr.go("to_sign") == ["陆时雨"]
    assert not hr.shell.errors


def test_the_desk_records_from_paper_on_the_right_hand_over(opened, center):
    desk = opened("clerk")
    desk.go("co")
    dialog = desk.press("give_opinion")
    for key, value in (
        ("content", "同意。"),
        ("behalf_signer", "何俊贤"),
        ("behalf_post", "人事科科长"),
    ):
        dialog._editors[key].set_value(value)
    dialog.submit()
    desk.settle()
    assert desk.go("co") == []
    rows = center.gate("manager").read(lambda r: inbox(r, box="sent"))
    assert [(r.person_name, r.hand_over.role) for r in rows if r.person_name == "赵崇礼"] == [
        ("赵崇礼", "lead")
    ]


def test_several_sheets_are_printed_in_one_go(opened):
    desk = opened("clerk")
    desk.go("sent")
    selection = desk.page.table.selectionModel()
    for place in range(len(desk.page.model.rows)):
        selection.select(
            desk.page.model.index(place, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    assert desk.page._note.text() == "5 chosen"
    assert not any(b.isVisible() for b in desk.page._buttons.values())
    desk.qtbot.mouseClick(desk.page.print_sheets, Qt.MouseButton.LeftButton)
    desk.settle()
    desk.qtbot.mouseClick(desk.page.print_list, Qt.MouseButton.LeftButton)
    desk.settle()
    sheet, register = desk.previews
    assert len(sheet.pages) == 10
    assert "干部诉求转办单" in sheet.text()
    assert register.text().count("干部诉求转办单") == 5


def test_the_page_speaks_chinese(opened, qapp):
    words = Chinese()
    qapp.installTranslator(words)
    try:
        desk = opened("clerk")
        desk.go("co")
        desk.go("returned")
        desk.pick("尹若谷")
        assert not {m for m in words.missing if m[0] == "TransferPage"}
    finally:
        qapp.removeTranslator(words)
