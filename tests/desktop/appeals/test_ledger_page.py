"""The ledger in the window: views, chips, search, sorting, and a table that never waits."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication

from db.appeals.routing import Object
from db.appeals.workflow import NAME as TRACK
from desktop.appeals.ledger_page import LedgerPage, short_number, span_of
from desktop.appeals.spine import SpineModel
from desktop.store import Store
from desktop.theme import Theme
from desktop.widgets.cells import CELL_ROLE, UNREAD, TextCell
from desktop.widgets.table import Column, Table
from tests.conftest import Center
from tests.desktop.page_kit import KitShell, accepted, assign, hand_over, settle

Make = Callable[[str], tuple[LedgerPage, KitShell, Store]]


@pytest.fixture
def ledger(qtbot: Any, theme: Theme, center: Center) -> Iterator[Make]:
    stores: list[Store] = []

    def make(login: str) -> tuple[LedgerPage, KitShell, Store]:
        store = Store(center.gate(login))
        stores.append(store)
        shell = KitShell(theme, store)
        page = LedgerPage(store, shell)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1236, 800)
        page.show()
        settle(qtbot, store)
        return page, shell, store

    yield make
    for store in stores:
        store.close()


def shown(page: LedgerPage, key: str = "person") -> list[str]:
    model = page._model
    column = [c.key for c in page._columns()].index(key)
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def arrived(qtbot: Any, page: LedgerPage) -> None:
    """Wait until every row is read."""
    qtbot.waitUntil(lambda: page.store.is_idle and "…" not in shown(page), timeout=10_000)


def filled(center: Center) -> list[int]:
    ids = [
        accepted(center, name, f"关于{what}问题的诉求")
        for name, what in (("王䶮", "补贴核定"), ("赵崇礼", "两地分居"), ("裴知遥", "岗位交流"))
    ]
    assign(center, ids[0], "hr")
    return ids


def test_the_ledger_shows_what_one_may_see(qtbot: Any, center: Center, ledger: Make) -> None:
    filled(center)
    page, shell, _ = ledger("clerk")
    arrived(qtbot, page)
    assert sorted(shown(page)) == ["王䶮", "裴知遥", "赵崇礼"]
    assert shell.counts["ledger"] == (3, 0)
    page, _, _ = ledger("hr")
    arrived(qtbot, page)
    assert shown(page) == ["王䶮"]


def test_a_search_narrows_and_its_chip_gives_everything_back(
    qtbot: Any, center: Center, ledger: Make
) -> None:
    filled(center)
    page, shell, store = ledger("clerk")
    page.apply_filters(query="分居 OR 交流")
    settle(qtbot, store)
    arrived(qtbot, page)
    assert sorted(shown(page)) == ["裴知遥", "赵崇礼"]
    page._query_chip.clear()
    settle(qtbot, store)
    assert page._model.rowCount() == 3
    page.apply_filters(query='"offen')
    settle(qtbot, store)
    assert shell.bars[-1][0] == "bad"


def test_views_and_chips_filter_by_state_and_unit(qtbot: Any, center: Center, ledger: Make) -> None:
    ids = filled(center)
    center.gate("hr").write(Object(hand_over(center.gate("hr"), ids[0]), "不属本单位"))
    page, _, store = ledger("clerk")
    page._change(pills=("returned",))
    settle(qtbot, store)
    arrived(qtbot, page)
    assert shown(page) == ["王䶮"]
    page._on_chips_cleared()
    page._tabs.choose("month")
    settle(qtbot, store)
    assert page._model.rowCount() == 3
    page._tabs.choose("overdue")
    settle(qtbot, store)
    assert page._model.rowCount() == 0
    assert page._stack.currentWidget() is page._empty


def test_enter_opens_the_card(qtbot: Any, center: Center, ledger: Make) -> None:
    filled(center)
    page, shell, store = ledger("clerk")
    page._table.setFocus()
    page._table.selectRow(1)
    qtbot.wait(260)
    settle(qtbot, store)
    qtbot.keyClick(page._table, Qt.Key.Key_Return)
    assert shell.cases == [(TRACK, page._model.id_at(1))]


def test_a_changed_record_shows_by_itself(qtbot: Any, center: Center, ledger: Make) -> None:
    filled(center)
    page, _, store = ledger("clerk")
    accepted(center, "邹雨桐", "关于借调问题的诉求")
    store.changed.emit(frozenset({"appeal"}))
    settle(qtbot, store)
    assert page._model.rowCount() == 4


def test_sorting_asks_the_store(qtbot: Any, center: Center, ledger: Make) -> None:
    filled(center)
    page, _, store = ledger("clerk")
    page._on_header_sort_wanted("number", True)
    settle(qtbot, store)
    arrived(qtbot, page)
    assert shown(page, "number") == ["2026-0003", "2026-0002", "2026-0001"]


def test_the_model_looks_up_and_asks_by_page(qtbot: Any, theme: Theme) -> None:
    from array import array

    columns = [Column(str(n), str(n)) for n in range(5)]
    table = Table(theme, columns)
    qtbot.addWidget(table)
    model: SpineModel[str] = SpineModel(columns, lambda _key, row: TextCell(row), table)
    asked: list[int] = []
    model.wanted.connect(lambda ids: asked.append(len(ids)))
    model.set_ids(array("q", range(100_000)))
    table.setModel(model)
    calls = 0
    for row in range(0, 100_000, 20):
        for column in range(5):
            cell = model.index(row, column).data(CELL_ROLE)
            assert cell is UNREAD
            calls += 1
    assert calls > 20_000
    qtbot.waitUntil(lambda: bool(asked))
    assert max(asked) <= 800
    model.take_rows({7: "sieben"}, array("q", range(200)))
    assert model.row(model.index(7, 0)) == "sieben"
    assert model.data(model.index(7, 0)) == "sieben"
    assert model.rowCount(QModelIndex()) == 100_000
    QApplication.sendPostedEvents()


def test_numbers_and_spans_are_short() -> None:
    from datetime import date

    assert short_number("泽诉受〔2026〕0387号") == "2026-0387"
    assert short_number("201447") == "201447"
    assert span_of("last_month", date(2026, 3, 15)) == (date(2026, 2, 1), date(2026, 2, 28))
    assert span_of("last_year", date(2026, 3, 15)) == (date(2025, 1, 1), date(2025, 12, 31))


def test_the_manager_takes_the_list_out_and_the_clerk_does_not(
    qtbot: Any, center: Center, ledger: Make, tmp_path: Any
) -> None:
    filled(center)
    page, _, _ = ledger("clerk")
    assert not page._export_button.isVisible()
    page, shell, store = ledger("manager")
    arrived(qtbot, page)
    shell.save_to = tmp_path / "台账.xlsx"
    page._on_export_button_clicked()
    settle(qtbot, store)
    assert shell.save_to.read_bytes()[:2] == b"PK"
    shell.save_to = tmp_path / "台账.pdf"
    page._on_print_button_clicked()
    settle(qtbot, store)
    qtbot.waitUntil(shell.save_to.exists, timeout=15_000)
    assert shell.save_to.read_bytes()[:4] == b"%PDF"
