"""台账导入 through the window: invented files with the traps of real ones."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from db.appeals.ledger import ledger_count, ledger_ids, ledger_rows
from db.appeals.rows import LedgerFilter
from desktop.exchange.import_page import ImportPage
from desktop.exchange.work import ADD
from desktop.store import Store
from tests.conftest import Center
from tests.desktop.page_kit import Chinese, KitShell, settle

DATA = Path(__file__).parents[2] / "data"


class Desk:
    def __init__(self, qtbot, theme, center: Center) -> None:
        self.qtbot = qtbot
        self.store = Store(center.gate("manager"))
        self.shell = KitShell(theme, self.store)
        self.page = ImportPage(self.store, self.shell)
        qtbot.addWidget(self.page)
        self.page.resize(1236, 822)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.store)

    def choose(self, *names: str) -> None:
        self.shell.open_from = [DATA / name for name in names]
        self.qtbot.mouseClick(self.page.choose, Qt.MouseButton.LeftButton)
        self.settle()

    def bring_in(self) -> None:
        self.qtbot.mouseClick(self.page.bring_in, Qt.MouseButton.LeftButton)
        self.settle()

    def report(self, name: str):
        return self.page._outcomes[DATA / name].report

    def count(self) -> int:
        return self.store.gate.read(partial(ledger_count, wanted=LedgerFilter()))


@pytest.fixture
def desk(qtbot, theme, center):
    made = Desk(qtbot, theme, center)
    yield made
    made.store.close()


def shown(desk: Desk, view: str) -> list:
    desk.page.views.choose(view)
    return list(desk.page.line_model.rows)


def test_a_file_is_looked_at_before_anything_is_written(desk):
    desk.choose("letters.xlsx")
    assert desk.count() == 0
    assert len(shown(desk, "all")) == 4
    assert [line.verdict for line in shown(desk, "new")] == ["new"] * 4
    assert desk.page.bring_in.isEnabled()
    desk.bring_in()
    assert desk.count() == 4
    assert ("good", "4 cases from 1 files were imported") in desk.shell.bars
    assert not desk.page.bring_in.isEnabled()
    assert len(desk.page.batches.model.rows) == 1


def test_the_same_rows_again_are_known_and_changes_are_named(desk):
    desk.choose("letters.xlsx")
    desk.bring_in()
    desk.choose("letters_swapped_columns.xlsx")
    known = shown(desk, "known")
    assert [line.verdict for line in known] == ["changed", "repeated", "repeated"]
    changed = shown(desk, "changed")
    assert "differs in" in desk.page._reasons(changed[0])
    assert not desk.page.bring_in.isEnabled()
    assert desk.count() == 4


def test_a_form_with_merged_cells_is_refused_with_one_sentence(desk):
    desk.choose("form_merged.xlsx", "letters.xlsx")
    page = desk.page
    page.files.selectRow(0)
    assert page._preview.currentWidget() is page.said
    assert "merged" in page.said._fact.text() or "header" in page.said._fact.text()
    assert page._outcomes[DATA / "form_merged.xlsx"].report is None
    desk.bring_in()
    assert desk.count() == 4


def test_unknown_labels_become_new_ones_or_ours(desk):
    desk.choose("letters_labelled_blank_tail.xlsx")
    panel = desk.page.labels_panel
    assert panel.isVisible()
    labels = panel.choices()
    assert "稀奇类别" in labels
    panel.combo("稀奇类别").set_value(ADD)
    other = next(label for label in labels if label != "稀奇类别")
    panel.combo(other).set_value("work_condition")
    line = next(row for row in shown(desk, "all") if row.source_label == "稀奇类别")
    assert desk.page._category(line) == "稀奇类别"
    assert "category not in the list" not in desk.page._reasons(line)
    desk.bring_in()
    ids = desk.store.gate.read(partial(ledger_ids, wanted=LedgerFilter()))
    rows = desk.store.gate.read(partial(ledger_rows, ids=list(ids))).values()
    categories = {row.category for row in rows}
    assert "work_condition" in categories
    assert desk.shell.labels.code("appeal_category", "xiqileibie") == "稀奇类别"


def test_cancelling_leaves_nothing_of_the_file(desk, monkeypatch):
    import desktop.exchange.work as work

    desk.choose("mailbox.csv")
    plain = work.import_file

    def slow(gate, path, *, progress, **kept):
        def tell(doing, done, whole):
            if doing == "publishing":
                desk.page._errand.cancel()
            progress(doing, done, whole)

        return plain(gate, path, progress=tell, **kept)

    monkeypatch.setattr(work, "import_file", slow)
    desk.bring_in()
    assert desk.count() == 0
    assert any(kind == "info" for kind, _ in desk.shell.bars)
    desk.page.tabs.choose("batches")
    desk.settle()
    assert {row.state for row in desk.page.batches.model.rows} <= {"abandoned"}


def test_a_batch_is_taken_back_whole(desk):
    desk.choose("letters.xlsx")
    desk.bring_in()
    panel = desk.page.batches
    desk.page.tabs.choose("batches")
    assert panel.undo.isEnabled()
    desk.qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.count() == 0
    assert panel.model.rows[0].state == "undone"
    assert not panel.undo.isEnabled()
    assert desk.shell.questions
    desk.choose("letters.xlsx")
    assert len(shown(desk, "new")) == 4


def test_dropped_files_are_taken(desk):
    desk.page.zone.files_dropped.emit([DATA / "letters.json", DATA / "mailbox.csv"])
    desk.settle()
    assert len(desk.page.file_model.rows) == 2
    assert desk.page._stack.currentWidget() is desk.page._work
    desk.qtbot.mouseClick(desk.page.clear_files, Qt.MouseButton.LeftButton)
    assert desk.page._stack.currentWidget() is desk.page._empty


def test_the_page_speaks_chinese(desk, qapp):
    words = Chinese()
    qapp.installTranslator(words)
    try:
        desk.choose("mailbox.csv", "form_merged.xlsx", "letters_labelled_blank_tail.xlsx")
        for place in range(3):
            desk.page.files.selectRow(place)
            for view in ("all", "flagged", "error"):
                for line in shown(desk, view):
                    for column in desk.page.line_model._columns:
                        desk.page._line_cell(column.key, line)
        desk.bring_in()
        own = {"ImportPage", "ImportWords", "LabelsPanel", "BatchesPanel"}
        assert not {m for m in words.missing if m[0] in own}
    finally:
        qapp.removeTranslator(words)
