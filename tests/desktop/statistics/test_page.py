"""The page of the month: figures, lists, versions, closing, files."""

from functools import partial

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from db.core.clock import civil_date
from db.statistics.closing import closed_month, own_words
from desktop.statistics.dialogs import (
    CloseMonthDialog,
    CorrectionsDialog,
    MakeReportDialog,
    MeasuresDialog,
    OwnWordsDialog,
    SlipDialog,
)
from desktop.statistics.page import StatisticsPage
from desktop.store import Store
from tests.desktop.page_kit import Chinese, KitShell, busy, settle


@pytest.fixture
def page(qtbot, theme, center):
    busy(center)
    store = Store(center.gate("manager"))
    shell = KitShell(theme, store)
    made = StatisticsPage(store, shell)
    qtbot.addWidget(made)
    made.resize(1236, 824)
    made.show()
    settle(qtbot, store)
    made.kit = shell
    yield made
    made.hide()
    store.close()
    center._gates.pop("manager", None)


def tile(page, key):
    return next(t for t in page._strip.tiles() if t.figure().key == key)


def dialog(page, kind):
    return next(d for d in page.findChildren(kind) if d.isVisible())


def test_the_figures_foot_and_name_what_they_count(page):
    figures = {t.figure().key: t.figure() for t in page._strip.tiles()}
    assert len(page._strip.tiles()) == 10
    opening, accepted = int(figures["opening_count"].value), int(figures["accepted_count"].value)
    handled, left = int(figures["handled_count"].value), int(figures["open_count"].value)
    assert opening + accepted - handled == left
    assert figures["open_count"].aside == f"{opening}＋{accepted}−{handled}"
    assert "÷" in figures["substantive_rate"].fact
    assert all(f.unit for f in figures.values() if f.value != "—")


def test_every_figure_opens_its_list(page, qtbot):
    qtbot.mouseClick(tile(page, "accepted_count"), Qt.MouseButton.LeftButton)
    settle(qtbot, page.store)
    key, filters = page.kit.opened[-1]
    assert key == "ledger"
    assert len(filters["ids"]) == int(tile(page, "accepted_count").figure().value)
    assert "2026" in filters["title"]
    lines = page._unit_bars.buttons()
    hr = next(b for b in lines if b.line().label == "人社局")
    qtbot.keyClick(hr, Qt.Key.Key_Return)
    settle(qtbot, page.store)
    assert page.kit.opened[-1][1]["title"].endswith("人社局")
    category = next(b for b in page._category_bars.buttons() if b.line().value != "0")
    qtbot.mouseClick(category, Qt.MouseButton.LeftButton)
    settle(qtbot, page.store)
    assert len(page.kit.opened[-1][1]["ids"]) == int(category.line().value)


def test_a_figure_of_nothing_says_so(page, qtbot):
    page._on_figure_opened("overdue_count")
    settle(qtbot, page.store)
    assert page.kit.bars[-1][0] == "info"


def test_units_stand_in_the_areas_order_and_the_discipline_organ_has_no_bar(page):
    lines = [b.line() for b in page._unit_bars.buttons()]
    assert [line.label for line in lines][:4] == ["组织部", "纪委监委", "人社局", "信访局"]
    assert lines[1].values == ()
    assert lines[1].instead


def test_versions_hide_what_is_small(page, qtbot):
    page._version.set_value("circular")
    settle(qtbot, page.store)
    shown = [t.figure().value for t in page._strip.tiles()]
    assert "＊" in shown
    for button in (*page._category_bars.buttons(), *page._steps.buttons()):
        value = button.line().value
        assert not (value.isdigit() and 0 < int(value) < 5)
    page._version.set_value("public")
    settle(qtbot, page.store)
    assert len(page._strip.tiles()) == 5
    assert not page._units.isVisible()


def test_months_and_scopes_switch(page, qtbot):
    before = page._month
    page._before.click()
    settle(qtbot, page.store)
    assert page._month == before.previous
    assert page._bar.isVisible()
    assert page._after.isEnabled()
    page._after.click()
    settle(qtbot, page.store)
    assert not page._after.isEnabled()
    page._scope.set_value("year_to_date")
    settle(qtbot, page.store)
    accepted = int(tile(page, "accepted_count").figure().value)
    assert accepted == page._page.figures.year_to_date["accepted_count"]
    page.apply_filters(month="2026-03")
    settle(qtbot, page.store)
    assert str(page._month) == "2026-03"


def test_a_month_is_closed_from_its_bar_and_shows_its_slip(page, qtbot, center):
    page.apply_filters(month="2026-03")
    settle(qtbot, page.store)
    page._on_bar_link_clicked()
    closing = dialog(page, CloseMonthDialog)
    closing.submit()
    assert closing.isVisible()
    closing._signer.set_value("县委常委、组织部部长")
    closing.submit()
    settle(qtbot, page.store)
    assert page.kit.errors == []
    slip = page.store.gate.read(partial(closed_month, month="2026-03"))
    assert slip.signed_by == "县委常委、组织部部长"
    assert page._slip_link.isVisible()
    page._on_slip_link_clicked()
    dialog(page, SlipDialog).accept()
    assert page._page.figures.is_snapshot
    page._on_bar_link_clicked()
    dialog(page, CorrectionsDialog).accept()


def test_the_managers_words_are_saved_and_come_back_on_a_conflict(page, qtbot):
    page._text.click()
    words = dialog(page, OwnWordsDialog)
    words._concerns.set_value("一是补贴口径不一致。")
    words.submit()
    settle(qtbot, page.store)
    month = str(page._month)
    kept = page.store.gate.read(partial(own_words, month=month))
    assert kept.concerns == "一是补贴口径不一致。"
    page._text.click()
    words = dialog(page, OwnWordsDialog)
    page.store.gate.write(_words(month, kept.version))
    words._concerns.set_value("三是另有问题。")
    words.submit()
    settle(qtbot, page.store)
    assert page.kit.errors
    again = dialog(page, OwnWordsDialog)
    assert again.concerns() == "三是另有问题。"
    again.submit()
    settle(qtbot, page.store)
    assert page.store.gate.read(partial(own_words, month=month)).concerns == "三是另有问题。"


def _words(month, version):
    from db.statistics.closing import SaveMonthText

    return SaveMonthText(month, "二是……", "", seen=version)


def test_the_report_is_written_in_three_forms(page, qtbot, tmp_path):
    page.kit.save_to = tmp_path / "月报.docx"
    page._make.click()
    making = dialog(page, MakeReportDialog)
    making._number.set_value("第三")
    making.submit()
    assert making.isVisible()
    making._number.set_value("3")
    making.submit()
    qtbot.waitUntil(page._make.isEnabled, timeout=20_000)
    settle(qtbot, page.store)
    assert page.kit.errors == []
    assert {p.suffix for p in tmp_path.glob("月报.*")} == {".docx", ".xlsx", ".pdf"}
    assert openpyxl.load_workbook(tmp_path / "月报.xlsx").worksheets
    assert (tmp_path / "月报.pdf").read_bytes().startswith(b"%PDF")
    assert page.kit.bars[-1][0] == "good"


def test_a_folder_that_refuses_is_told(page, qtbot, tmp_path):
    page.kit.save_to = tmp_path / "no" / "such" / "月报.docx"
    page._make.click()
    dialog(page, MakeReportDialog).submit()
    qtbot.waitUntil(page._make.isEnabled, timeout=20_000)
    assert page.kit.errors[-1].code == "file_not_written"


def test_definitions_name_every_measure(page, qtbot):
    page._definitions.click()
    found = dialog(page, MeasuresDialog)
    assert found.grid.rowCount() > 80
    found.accept()


def test_every_word_is_chinese(page, qtbot):
    speaker = Chinese(page)
    QApplication.installTranslator(speaker)
    try:
        page.kit.labels.chinese = True
        page.retranslate()
        page._on_definitions_clicked()
        dialog(page, MeasuresDialog).accept()
        settle(qtbot, page.store)
        mine = {
            "StatisticsPage", "MonthWords", "ReadingDialog", "MeasuresDialog", "CorrectionsDialog",
            "SlipDialog", "CloseMonthDialog", "OwnWordsDialog", "MakeReportDialog",
        }  # fmt: skip
        # A word of a base class is asked of the class first.
        bases = {**speaker.words["ReadingDialog"], **speaker.words["FormDialog"]}
        missing = [m for m in speaker.missing if m[0] in mine and m[1] not in bases]
        assert missing == []
        assert page._head.title.text() == "统计月报"
    finally:
        QApplication.removeTranslator(speaker)


def test_it_fits_the_smallest_window(page, qtbot):
    page.resize(912, 470)
    settle(qtbot, page.store)
    assert page.width() == 912
    assert page._strip.tiles()[3].y() > page._strip.tiles()[0].y()
    assert civil_date(page.store.now())
