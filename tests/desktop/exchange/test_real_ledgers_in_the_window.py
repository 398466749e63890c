"""D1, D7 and D9 through the window, on real public records where they are at hand."""

import os
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.appeals.ledger import ledger_count
from db.appeals.rows import LedgerFilter
from desktop.appeals.ledger_page import LedgerPage
from desktop.exchange.import_page import ImportPage
from desktop.store import Store
from tests.conftest import Center
from tests.desktop.page_kit import KitShell, settle

FOLDER = Path(
    os.environ.get("ZHENGMING_REAL_DATA") or Path(__file__).parents[3] / "../shared/data"
).resolve()

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason=f"no real public records (ZHENGMING_REAL_DATA) in {FOLDER}"
    ),
]

FOUND = {
    "举报": 233,
    "物业": 525,
    "书记": 382,
    "贪污": 4,
    "诬告": 2,
    "市政": 381,
    "公积金": 46,
    "不作为": 178,
    "麻将馆": 48,
    "A7县": 735,
    "打击报复": 9,
    "58车贷": 15,
    "任免": 0,
}


def test_a_whole_ledger_comes_in_and_is_searched(qtbot, theme, center: Center) -> None:
    store = Store(center.gate("manager"))
    shell = KitShell(theme, store)
    page = ImportPage(store, shell)
    qtbot.addWidget(page)
    page.show()
    path = FOLDER / "teddy_f3_hot_4326.xlsx"
    shell.open_from = [path]
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: path in page._outcomes, timeout=120_000)
    settle(qtbot, store)
    report = page._outcomes[path].report
    assert (report.read, report.imported, report.rejected) == (4326, 4326, 0)
    assert not report.flagged
    days = sorted((line.received_on, line.id) for line in page.line_model.rows)
    assert (days[0][0].isoformat(), days[0][1]) == ("2017-06-08", "360114")
    assert (days[-1][0].isoformat(), days[-1][1]) == ("2020-01-26", "215842")
    qtbot.mouseClick(page.bring_in, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page._outcomes[path].report.dry_run, timeout=300_000)
    settle(qtbot, store)
    ledger = LedgerPage(store, shell)
    qtbot.addWidget(ledger)
    ledger.show()
    for words, number in FOUND.items():
        ledger.apply_filters(query=words, fields=("subject", "facts"), view="all")
        settle(qtbot, store)
        assert len(ledger._model.ids) == number, words
    assert not shell.errors
    store.close()


@pytest.mark.parametrize("name", ["ledger_road_slope_merged.xlsx", "ledger_module_biff.xls"])
def test_forms_are_refused_with_a_clear_sentence(qtbot, theme, center: Center, name: str) -> None:
    store = Store(center.gate("manager"))
    shell = KitShell(theme, store)
    page = ImportPage(store, shell)
    qtbot.addWidget(page)
    page.show()
    shell.open_from = [FOLDER / name]
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: FOLDER / name in page._outcomes, timeout=60_000)
    settle(qtbot, store)
    assert page._outcomes[FOLDER / name].report is None
    sentence = page.said._fact.text()
    assert name in sentence
    assert "(" not in sentence or "refused" not in sentence
    assert not page.bring_in.isEnabled()
    assert store.gate.read(partial(ledger_count, wanted=LedgerFilter())) == 0
    store.close()
