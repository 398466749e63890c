"""我的工作台 on a real store: what each role finds, and the deeds that start there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from db.appeals.ledger import ledger_rows
from desktop.deeds import DeedDialog
from desktop.office.workbench_page import WorkbenchPage
from desktop.store import Store
from tests.conftest import Center
from tests.desktop.page_kit import KitShell, busy, settle


@pytest.fixture
def work(center: Center) -> dict[str, int]:
    return busy(center)


class Bench:
    """A workbench of one person, opened and filled."""

    def __init__(self, qtbot, theme, center: Center, login: str) -> None:
        self.qtbot = qtbot
        self.store = Store(center.gate(login))
        self.shell = KitShell(theme, self.store)
        self.page = WorkbenchPage(self.store, self.shell, path=center.path)
        qtbot.addWidget(self.page)
        self.page.resize(1236, 822)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.store)

    def figures(self) -> dict[str, str]:
        return {t.figure().key: t.figure().value for t in self.page._figures.tiles()}


@pytest.fixture
def bench(qtbot, theme, center: Center, work: dict[str, int]) -> Iterator:
    made: list[Bench] = []

    def open_for(login: str) -> Bench:
        made.append(Bench(qtbot, theme, center, login))
        return made[-1]

    yield open_for
    for each in made:
        each.store.close()


def test_the_manager_finds_decisions_and_figures(bench, work):
    manager = bench("manager")
    assert manager.figures() == {
        "overdue": "1",
        "today": "0",
        "soon": "1",
        "waiting": "2",
        "returned": "1",
        "talks": "1",
    }
    words = [(line.lead.word, line.text) for line in manager.page.approvals.lines]
    assert words == [
        ("Hand over", "裴知遥 轮岗交流申请"),
        ("Do not accept", "柳述 所诉与已终结的复核事项相同"),
    ]
    assert len(manager.page.on_the_spot.lines) == 2
    assert [line.text for line in manager.page.papers.lines] == ["2026-0006 范知白"]
    assert len(manager.page.due.model.rows) == 2
    assert not manager.shell.errors
    # The overdue case is at another's desk: the ledger counts it.
    assert manager.shell.counts["workbench"] == (5, 0)
    assert not manager.page.links.isVisible()


def test_the_manager_decides_from_the_list(bench, work, center):
    manager = bench("manager")
    first = manager.page.approvals.lines[0].key
    manager.qtbot.mouseClick(
        manager.page.approvals.button(first, "decide"), Qt.MouseButton.LeftButton
    )
    dialog = manager.page.findChild(DeedDialog)
    dialog.submit()
    manager.settle()
    assert len(manager.page.approvals.lines) == 1
    rows = center.gate("clerk").read(lambda r: ledger_rows(r, [work["to_assign"]]))
    assert rows[work["to_assign"]].pill == "assigned"


def test_a_refusal_without_an_opinion_stays_open_with_the_sentence(bench, work):
    manager = bench("manager")
    first = manager.page.approvals.lines[0].key
    manager.page.approvals.deed.emit(first, "decide")
    dialog = manager.page.findChild(DeedDialog)
    dialog._editors["decision"].set_value("refused")
    dialog.submit()
    manager.settle()
    assert dialog.isVisible()
    assert dialog._named["opinion"].error
    assert len(manager.page.approvals.lines) == 2


def test_answers_on_the_spot_are_confirmed_together(bench, work, center):
    manager = bench("manager")
    keys = manager.page.on_the_spot.ticked_keys()
    assert len(keys) == 2
    first = manager.page.on_the_spot._boxes[keys[0]]
    first.setChecked(False)
    manager.qtbot.mouseClick(manager.page._confirm, Qt.MouseButton.LeftButton)
    manager.settle()
    assert manager.shell.questions
    assert ("good", "Confirmed and closed") in manager.shell.bars
    rows = center.gate("clerk").read(lambda r: ledger_rows(r, [work["沈知微"], work["阮家骏"]]))
    assert sorted(row.pill for row in rows.values()) == ["closed", "replied"]
    assert len(manager.page.on_the_spot.lines) == 1


def test_a_recorded_move_is_compared_by_a_second_person(bench, work):
    manager = bench("manager")
    key = manager.page.papers.lines[0].key
    manager.page.papers.deed.emit(key, "compare_move")
    manager.page.findChild(DeedDialog).submit()
    manager.settle()
    assert manager.page.papers.lines == ()
    clerk = bench("clerk")
    assert clerk.page.papers.lines == ()


def test_the_clerk_waits_for_others_on_what_he_typed(bench, work):
    clerk = bench("clerk")
    line = clerk.page.papers.lines[0]
    assert line.deeds == ()
    assert not clerk.page.approvals.isVisible()
    assert clerk.figures()["to_screen"] == "2"
    assert [line.text for line in clerk.page.held.lines] == ["温知行"]
    clerk.page.held.deed.emit(clerk.page.held.lines[0].key, "go_on")
    assert clerk.shell.opened[-1][0] == "intake"


def test_every_line_opens_its_case(bench, work):
    clerk = bench("clerk")
    clerk.page.lists.tabs.choose("returned")
    clerk.settle()
    clerk.page.lists.opened.emit(clerk.page.lists.lines[0].key)
    assert clerk.shell.cases == [("ordinary_appeal", work["returned"])]
    index = clerk.page.due.model.index(0, 0)
    clerk.page.due.table.opened.emit(index)
    assert clerk.shell.cases[-1] == ("ordinary_appeal", work["running"])
    clerk.page._figures.opened.emit("overdue")
    assert clerk.shell.opened[-1] == ("ledger", {"ids": (work["running"],), "title": "Overdue"})


def test_a_unit_finds_its_own_hand_overs_only(bench, work):
    hr = bench("hr")
    assert hr.figures() == {
        "overdue": "1",
        "today": "0",
        "soon": "1",
        "to_sign": "2",
        "running": "1",
        "co": "0",
    }
    assert not hr.page.year.isVisible()
    assert not hr.page.held.isVisible()
    petition = bench("petition")
    assert set(petition.figures().values()) == {"0"}
    assert petition.page.due.model.rows == ()


def test_an_administrator_sees_no_case(bench, work):
    security = bench("secadmin")
    assert security.page.links.isVisible()
    for panel in (security.page.due, security.page.lists, security.page.talks, security.page.year):
        assert not panel.isVisible()
    assert security.page.approvals.lines == ()
    assert not security.shell.errors


def test_the_whole_page_speaks_chinese(bench, work, qapp):
    from tests.desktop.page_kit import Chinese

    words = Chinese()
    qapp.installTranslator(words)
    try:
        manager = bench("manager")
        manager.settle()
        own = {"WorkbenchPage", "LineWriter", "DuePanel", "Decisions"}
        assert not {m for m in words.missing if m[0] in own}
        assert manager.page._head.title.text() == "我的工作台"
    finally:
        qapp.removeTranslator(words)
