"""领导要件: a list in three clicks, approved on the spot, numbered, collected."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton

from db.books.queries import entry_rows
from db.documents.papers import OnePage, Section
from db.registers.copies import copies
from desktop.deeds import DeedDialog
from desktop.documents.forms import draw
from desktop.pages import PAGES
from desktop.registers.leader_page import LeaderPage
from desktop.widgets.buttons import Button
from tests.appeals.test_flow import assign, to_accepted
from tests.conftest import Center
from tests.desktop.clarification.desk import Desk
from tests.desktop.page_kit import Chinese


@pytest.fixture
def desk(qtbot: Any, theme: Any, center: Center) -> Iterator[Callable[[str], Desk]]:
    made: list[Desk] = []

    def sit(login: str) -> Desk:
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield sit
    for each in made:
        each.close()


def open_page(seat: Desk) -> LeaderPage:
    found: LeaderPage = seat.open(LeaderPage(seat.store, seat.shell))
    return found


def press(seat: Desk, name: str) -> None:
    button = seat.page.findChild(Button, name)
    assert button is not None, name
    seat.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    seat.settle()


def test_a_list_is_asked_for_in_three_clicks_and_leaves_with_its_numbers(
    desk: Any, center: Center, tmp_path: Path
) -> None:
    assign(center.gate, to_accepted(center.gate), "hr")
    # 1: the page in the rail.
    assert any(page.key == "leader_lists" for page in PAGES)
    clerk = desk("clerk")
    page = open_page(clerk)
    # 2: the list.
    radio = page.findChildren(QRadioButton)[5]
    clerk.qtbot.mouseClick(radio, Qt.MouseButton.LeftButton)
    clerk.settle()
    assert page._wish.name == "week"
    shown = [label for label in page._pages.findChildren(QLabel) if not label.pixmap().isNull()]
    assert len(shown) == 1
    # 3: print; who gets it and how many are proposed already.
    press(clerk, "ask")
    dialog = page.findChildren(DeedDialog)[-1]
    clerk.send(dialog)
    assert clerk.shell.bars[-1][0] == "wait"
    (row,) = center.gate("clerk").read(copies)
    assert (row.state, row.may_decide) == ("asked", False)
    manager = desk("manager")
    open_page(manager)
    press(manager, f"agree:{row.id}")
    assert manager.shell.bars[-1][0] == "good"
    clerk.page.reload()
    clerk.settle()
    clerk.shell.save_to = tmp_path / "list.pdf"
    press(clerk, f"hand_out:{row.id}")
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    clerk.shell.save_to = tmp_path / "list.docx"
    press(clerk, f"docx:{row.id}")
    text = "".join(p.text for p in docx.Document(str(tmp_path / "list.docx")).paragraphs)
    assert "份号：000001" in text
    assert "截至3月2日9时" in text
    press(clerk, f"collect:{row.id}")
    found = center.gate("clerk").read(partial(entry_rows, book="numbered_copy", ids=[row.id]))
    assert found[row.id].state == "collected"


def test_a_matter_fits_on_one_page_however_much_there_is_to_say(qapp: object) -> None:
    lengths = {"基本情况": 120, "主要诉求": 220, "办理经过": 260, "目前情况": 110, "下步打算": 200}
    sections = tuple(Section(name, "情" * most) for name, most in lengths.items())
    assert len(draw(OnePage(sections=sections)).pages) == 1
    assert len(draw(OnePage()).pages) == 1


def test_the_page_speaks_chinese_without_a_gap(
    qapp: Any, desk: Any, center: Center, qtbot: Any
) -> None:
    speaker = Chinese(qapp)
    qapp.installTranslator(speaker)
    try:
        seat = desk("manager")
        seat.shell.labels.chinese = True
        open_page(seat)
        assert speaker.untold("LeaderPage", "DrawingFlow") == set()
    finally:
        qapp.removeTranslator(speaker)
