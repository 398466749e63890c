"""The card in the window: moves as buttons, decisions, why a date, papers."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from db.appeals.screening import SendToScreening
from db.core.errors import NotAllowedError
from desktop.appeals.card_page import AppealCardPage, size_words
from desktop.deeds import DeedDialog
from desktop.store import Store
from desktop.theme import Theme
from desktop.widgets.buttons import Button
from tests.conftest import Center
from tests.desktop.page_kit import KitShell, accepted, assign, intake, settle

Make = Callable[[str, int], tuple[AppealCardPage, KitShell, Store]]


@pytest.fixture
def card(qtbot: Any, theme: Theme, center: Center) -> Iterator[Make]:
    stores: list[Store] = []

    def make(login: str, case_id: int) -> tuple[AppealCardPage, KitShell, Store]:
        store = Store(center.gate(login))
        stores.append(store)
        shell = KitShell(theme, store)
        page = AppealCardPage(store, shell, case_id)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1236, 800)
        page.show()
        settle(qtbot, store)
        return page, shell, store

    yield make
    for store in stores:
        store.close()


def type_in(editor: Any, words: str) -> None:
    """Commit words as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(editor, event)


def dialog(page: AppealCardPage) -> DeedDialog:
    found = [d for d in page.findChildren(DeedDialog) if d.isVisible()]
    return found[-1]


def test_the_next_deed_is_the_filled_button(qtbot: Any, center: Center, card: Make) -> None:
    from db.appeals.intake import Register

    made = center.gate("clerk").write(Register(intake("王䶮", "关于补贴的诉求"))).value
    page, _, store = card("clerk", made.appeal_id)
    button = page._moves.button("send_to_screening")
    assert button is not None
    assert button.kind == "primary"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    asked = dialog(page)
    asked.submit()
    assert asked.isVisible()
    type_in(asked._editors["proposed_opinion"], "拟受理。")
    qtbot.keyClick(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, store)
    qtbot.waitUntil(lambda: page._card is not None and page._card.row.pill == "screening")
    assert not asked.isVisible()
    assert page._moves.button("accept") is not None


def test_a_refusal_stays_beside_its_field_and_loses_nothing(
    qtbot: Any, center: Center, card: Make
) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    page, _, store = card("clerk", made)
    page._on_moves_chosen("withdraw")
    asked = dialog(page)
    type_in(asked._editors["reason"], "本人意愿")
    asked.submit()
    settle(qtbot, store)
    assert asked.isVisible()
    assert asked.values()["reason"] == "本人意愿"
    asked._editors["is_signed"].setChecked(True)  # type: ignore[attr-defined]
    asked.submit()
    settle(qtbot, store)
    qtbot.waitUntil(lambda: page._card is not None and page._card.row.pill == "withdrawn")


def test_the_manager_decides_and_the_proposer_may_not(
    qtbot: Any, center: Center, card: Make
) -> None:
    from db.appeals.routing import ProposeAssign, Target
    from tests.desktop.page_kit import unit_id

    made = accepted(center, "王䶮", "关于补贴的诉求")
    clerk = center.gate("clerk")
    clerk.write(ProposeAssign(made, (Target(unit_id(clerk, "hr")),)))
    page, _, _ = card("clerk", made)
    words = [b.text() for b in page._facts.findChildren(Button)]
    assert page.tr("Decide") not in words
    page, _, store = card("manager", made)
    button = next(b for b in page._facts.findChildren(Button) if b.text() == page.tr("Decide"))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog(page).submit()
    settle(qtbot, store)
    qtbot.waitUntil(lambda: page._card is not None and page._card.row.pill == "assigned")


def test_a_clock_says_why(qtbot: Any, center: Center, card: Make) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    page, _, store = card("clerk", made)
    key = next(iter(page._clock_cards))
    page._clock_cards[key].opened.emit(key)
    settle(qtbot, store)
    assert page._why.isVisible()
    qtbot.keyClick(page._why, Qt.Key.Key_Escape)
    assert not page._why.isVisible()


def test_what_one_may_not_see_closes_again(qtbot: Any, center: Center, card: Make) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    _, shell, _ = card("hr", made)
    assert isinstance(shell.errors[-1], NotAllowedError)


def test_files_come_in_and_go_out(qtbot: Any, center: Center, card: Make, tmp_path: Path) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    source = tmp_path / "工资表.pdf"
    source.write_bytes(b"%PDF-1.4 x")
    page, shell, store = card("clerk", made)
    shell.open_from = [source]
    page._on_add_clicked()
    settle(qtbot, store)
    qtbot.waitUntil(lambda: len(page._files) == 1)
    shell.save_to = tmp_path / "out.pdf"
    page._save_file(page._files[0])
    settle(qtbot, store)
    qtbot.waitUntil(lambda: shell.save_to is not None and shell.save_to.exists())
    assert shell.save_to.read_bytes() == b"%PDF-1.4 x"


def test_papers_are_saved_as_pdf_and_docx(
    qtbot: Any, center: Center, card: Make, tmp_path: Path
) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    assign(center, made, "hr")
    page, shell, store = card("clerk", made)
    for kind, how, start in (
        ("registration_form", "pdf", b"%PDF"),
        ("receipt", "pdf", b"%PDF"),
        ("transfer_sheet", "pdf", b"%PDF"),
        ("acceptance_notice", "docx", b"PK"),
    ):
        shell.save_to = tmp_path / f"{kind}.{how}"
        page._paper_menu.make(kind, made, how)
        qtbot.waitUntil(lambda: shell.save_to is not None and shell.save_to.exists(), timeout=15000)
        settle(qtbot, store)
        assert shell.save_to.read_bytes().startswith(start)


def test_a_conflict_of_versions_is_told(qtbot: Any, center: Center, card: Make) -> None:
    from db.appeals.intake import Register

    made = center.gate("clerk").write(Register(intake("王䶮", "关于补贴的诉求"))).value
    page, _, store = card("clerk", made.appeal_id)
    page._on_moves_chosen("send_to_screening")
    asked = dialog(page)
    type_in(asked._editors["proposed_opinion"], "拟受理。")
    center.gate("clerk2").write(SendToScreening(made.appeal_id, "拟引导。"))
    asked.submit()
    settle(qtbot, store)
    assert asked.isVisible()
    assert asked.values()["proposed_opinion"] == "拟受理。"


def test_sizes_are_written_as_people_read_them() -> None:
    assert size_words(100) == "1 KB"
    assert size_words(3 * 1024 * 1024) == "3.0 MB"
