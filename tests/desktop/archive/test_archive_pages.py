"""归档备查 in the window: one key for inspectors, a gap closed where it is seen."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.archive.asking import missing_of
from db.archive.queries import inspection
from db.core.clock import civil_date
from db.documents.filling import office
from desktop.archive.missing_page import MissingPage
from desktop.archive.page import ArchivePage
from desktop.archive.papers import draw_inspection, inspection_ledgers
from desktop.deeds import DeedDialog
from desktop.pages import ARCHIVE_BOOKS, DUTY_BOOKS
from desktop.registers.duty_page import DutyPage
from desktop.widgets.buttons import Button
from tests.appeals.test_flow import to_accepted
from tests.conftest import Center
from tests.desktop.clarification.desk import Desk
from tests.desktop.page_kit import Chinese
from tests.structure.test_books import FORBIDDEN

Seat = Callable[[str], Desk]


@pytest.fixture
def desk(qtbot: Any, theme: Any, center: Center) -> Iterator[Seat]:
    made: list[Desk] = []

    def sit(login: str) -> Desk:
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield sit
    for each in made:
        each.close()


def press(seat: Desk, name: str) -> None:
    button = seat.page.findChild(Button, name)
    assert button is not None, name
    seat.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    seat.settle()


def test_one_key_prints_everything_of_the_period(
    desk: Seat, center: Center, tmp_path: Path
) -> None:
    to_accepted(center.gate, "petition")
    seat = desk("manager")
    page = seat.open(ArchivePage(seat.store, seat.shell, books=ARCHIVE_BOOKS, key="archive"))
    assert [tile.figure().value for tile in page._panel._figures.tiles()][:2] == ["1", "1"]
    seat.shell.save_to = tmp_path / "all.pdf"
    press(seat, "inspection")
    assert (tmp_path / "all.pdf").read_bytes().startswith(b"%PDF")
    seat.shell.save_to = tmp_path / "contents.pdf"
    press(seat, "contents")
    assert (tmp_path / "contents.pdf").exists()


def test_a_paper_is_put_into_the_file_where_it_is_missed(desk: Seat, center: Center) -> None:
    appeal = to_accepted(center.gate, "petition", channel="window")
    seat = desk("clerk")
    page = seat.open(MissingPage(seat.store, seat.shell))
    assert [row.case_id for row in page.model.rows] == [appeal]
    press(seat, "file")
    dialog = page.findChildren(DeedDialog)[-1]
    seat.fill(dialog, paper="registration_form", title="登记表（签名）")
    seat.send(dialog)
    left = center.gate("clerk").read(lambda r: missing_of(r, appeal))
    assert [need.paper for need in left] == ["acceptance_notice"]
    assert [need.paper for need in page.model.rows[0].needs] == ["acceptance_notice"]


def test_no_paper_of_the_archive_wears_a_word_that_must_not_appear(
    qapp: Any, center: Center
) -> None:
    to_accepted(center.gate)
    gate = center.gate("manager")
    today = civil_date(center.clock.now())
    found = gate.read(lambda r: inspection(r, first=today, last=today))
    papers = inspection_ledgers(gate.read(office), found)
    words = "".join(
        paper.title
        + "".join(column.title for column in paper.columns)
        + "".join("".join(row) for row in paper.rows)
        for paper in papers
    )
    assert [word for word in FORBIDDEN if word in words] == []
    assert len(draw_inspection(gate.read(office), found).pages) == 5


def test_the_pages_speak_chinese_without_a_gap(qapp: Any, desk: Seat) -> None:
    speaker = Chinese(qapp)
    qapp.installTranslator(speaker)
    try:
        seat = desk("manager")
        seat.shell.labels.chinese = True
        seat.open(ArchivePage(seat.store, seat.shell, books=ARCHIVE_BOOKS, key="archive"))
        seat.open(MissingPage(seat.store, seat.shell))
        seat.open(DutyPage(seat.store, seat.shell, books=DUTY_BOOKS, key="duty"))
        own = ("ArchivePage", "InspectionPanel", "MissingPage", "DutyPage", "DutyPanel")
        assert speaker.untold(*own) == set()
    finally:
        qapp.removeTranslator(speaker)
