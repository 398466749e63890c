"""重复件排查 on a real store: groups, reasons, side by side, links and denials."""

import pytest
from PySide6.QtCore import Qt

from db.appeals.intake import Register
from db.appeals.linking import LinkRepeated, Unlink, links_between
from db.appeals.queries import card
from db.core.errors import NotAllowedError, RefusedError
from desktop.appeals.compare_dialog import CompareDialog
from desktop.appeals.duplicates_page import DuplicatesPage
from desktop.store import Store
from tests.conftest import Center
from tests.desktop.page_kit import Chinese, KitShell, intake, settle

LONG = (
    "本人在云塘镇工作八年，乡镇工作补贴自去年一月起没有发放，多次向镇党政办反映，"
    "答复是等待上级文件。同镇其他同志已经领取，请核实并补发，😀谢谢。"
)


def register(center: Center, name: str, facts: str) -> int:
    made = center.gate("clerk").write(Register(intake(name, "补贴问题", facts=facts)))
    return made.value.appeal_id


@pytest.fixture
def letters(center: Center) -> dict[str, int]:
    return {
        "first": register(center, "王䶮", LONG),
        "same": register(center, "王䶮", LONG.replace("，", "， ")),
        "near": register(center, "赵崇礼", LONG + "另请告知发放时间。"),
        "other": register(center, "柳述", "申请调整年度考核等次，理由附后。"),
    }


class Desk:
    def __init__(self, qtbot, theme, center: Center) -> None:
        self.qtbot = qtbot
        self.store = Store(center.gate("clerk"))
        self.shell = KitShell(theme, self.store)
        self.page = DuplicatesPage(self.store, self.shell)
        qtbot.addWidget(self.page)
        self.page.resize(1236, 822)
        self.page.show()

    def settle(self) -> None:
        settle(self.qtbot, self.store)

    def search(self, way: str) -> list[tuple[int, ...]]:
        self.page.tabs.choose(way)
        self.qtbot.mouseClick(self.page.run_button, Qt.MouseButton.LeftButton)
        self.settle()
        return [row.group.ids for row in self.page.group_model.rows]


@pytest.fixture
def desk(qtbot, theme, center, letters):
    made = Desk(qtbot, theme, center)
    yield made
    made.store.close()


def test_same_and_nearly_the_same_are_grouped_with_reasons(desk, letters):
    assert desk.search("exact") == [(letters["first"], letters["same"])]
    reasons = desk.page._group_cell("reasons", desk.page.group_model.rows[0]).text
    assert reasons == "same text、same name、same unit"
    assert len(desk.page.member_model.rows) == 2
    assert "In common" in desk.page._shared.text()
    near = desk.search("near")
    assert near == [(letters["first"], letters["same"], letters["near"])]
    assert desk.shell.counts["duplicates"] == (1, 0)


def test_two_letters_stand_beside_each_other_with_marks(desk, letters):
    desk.search("near")
    desk.page.members.selectRow(2)
    desk.qtbot.mouseClick(desk.page.compare, Qt.MouseButton.LeftButton)
    desk.settle()
    dialog = desk.page.findChild(CompareDialog)
    left, right = dialog.texts
    marked = [s.cursor.selectedText() for s in right.extraSelections()]
    assert marked
    assert "乡镇工作补贴" in "".join(marked)
    assert "另请告知" not in "".join(marked)
    assert left.isReadOnly()
    dialog.submit()
    desk.settle()
    assert ("good", "1 letters were linked") in desk.shell.bars


def test_a_group_is_linked_to_its_earliest(desk, letters, center):
    desk.search("near")
    desk.qtbot.mouseClick(desk.page.link, Qt.MouseButton.LeftButton)
    desk.settle()
    found = center.gate("clerk").read(lambda r: card(r, letters["first"]))
    assert {link.case_id for link in found.links} == {letters["same"], letters["near"]}
    assert {link.kind for link in found.links} == {"repeated"}
    desk.qtbot.mouseClick(desk.page.link, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.shell.bars[-1][0] == "info"


def test_what_is_no_duplicate_is_not_shown_again(desk, letters):
    desk.search("exact")
    desk.qtbot.mouseClick(desk.page.apart, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.page.group_model.rows == ()
    assert desk.page._stack.currentWidget() is desk.page._empty
    assert desk.shell.questions


def test_a_search_can_be_cancelled(desk, letters, monkeypatch):
    from desktop.appeals import duplicates_page

    def slow(gate, tell, *, threshold):
        while True:
            tell("comparing", 0, 0)

    monkeypatch.setattr(duplicates_page, "search", slow)
    desk.page.run()
    desk.page.progress.cancelled.emit()
    desk.settle()
    assert desk.page.group_model.rows == ()
    assert desk.page.run_button.isEnabled()


def test_links_are_made_and_ended_by_those_who_may(center, letters):
    clerk = center.gate("clerk")
    first, same = letters["first"], letters["same"]
    assert clerk.write(LinkRepeated(first, (same, same))).value == 1
    assert clerk.write(LinkRepeated(first, (same,))).value == 0
    assert clerk.write(Unlink(same, first)).value == 1
    assert clerk.read(lambda r: links_between(r, first, same)) == []
    assert clerk.write(LinkRepeated(first, (same,), "related")).value == 1
    for command, code in (
        (LinkRepeated(first, (first,)), "same_appeal"),
        (LinkRepeated(first, ()), "same_appeal"),
        (LinkRepeated(first, (same,), "merged"), "unknown_value"),
    ):
        with pytest.raises(RefusedError, match=code):
            clerk.write(command)
    with pytest.raises(NotAllowedError, match="not_found"):
        clerk.write(LinkRepeated(first, (9999,)))
    with pytest.raises(NotAllowedError, match="not_permitted"):
        center.gate("hr").write(LinkRepeated(first, (same,)))
    acts = [e.act for e in clerk.read(lambda r: card(r, first)).events]
    assert acts.count("link") == 2
    assert acts.count("unlink") == 1


def test_the_page_speaks_chinese(desk, qapp):
    words = Chinese()
    qapp.installTranslator(words)
    try:
        desk.search("near")
        desk.qtbot.mouseClick(desk.page.compare, Qt.MouseButton.LeftButton)
        desk.settle()
        desk.page.findChild(CompareDialog).reject()
        assert not words.untold("DuplicatesPage", "CompareDialog")
    finally:
        qapp.removeTranslator(words)
