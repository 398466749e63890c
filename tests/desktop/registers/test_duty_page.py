"""值班交接 and 今日接访: who is on duty, who comes, what was left."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from db.books.commands import Open, Take
from desktop.office.workbench_page import WorkbenchPage
from desktop.pages import DUTY_BOOKS
from desktop.registers.duty_page import DutyPage
from desktop.widgets.buttons import Button
from tests.conftest import Center
from tests.desktop.clarification.desk import Desk

DAY = date(2026, 3, 2)


@pytest.fixture
def desk(qtbot: Any, theme: Any, center: Center) -> Iterator[Callable[[str], Desk]]:
    made: list[Desk] = []

    def sit(login: str) -> Desk:
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield sit
    for each in made:
        each.close()


@pytest.fixture
def morning(center: Center) -> int:
    """A shift that was handed over and not taken, and somebody who comes at half past nine."""
    clerk = center.gate("clerk")
    values: dict[str, Any] = {"duty_on": DAY, "leader": "薛岚", "staff": "林可"}
    entry = clerk.write(Open("duty_log", "begin", values)).value.entry_id
    left = {"left": "一份密封件待送", "handed_at": "8:20"}
    clerk.write(Take("duty_log", entry, "hand_over", left))
    coming = {
        "person_name": "王䶮",
        "subject": "职级问题",
        "leader": "薛岚",
        "planned_on": DAY,
        "planned_at": "9:30",
        "place": "接待一室",
    }
    clerk.write(Open("appointment", "book", coming))
    return entry


def test_the_desk_begins_with_what_was_left_and_who_comes(
    desk: Any, morning: int, tmp_path: Path
) -> None:
    seat = desk("clerk2")
    page = seat.open(DutyPage(seat.store, seat.shell, books=DUTY_BOOKS, key="duty"))
    assert "一份密封件待送" in page._panel._left.text()
    button = page.findChild(Button, "duty_log")
    assert button is not None
    assert button.text() == "Take over"
    seat.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seat.shell.cases[-1] == ("duty_log", morning)
    seat.shell.save_to = tmp_path / "plan.pdf"
    plan = page.findChild(Button, "reception_plan")
    assert plan is not None
    seat.qtbot.mouseClick(plan, Qt.MouseButton.LeftButton)
    seat.settle()
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")


def test_the_workbench_names_who_comes_today_and_no_matter(desk: Any, morning: int) -> None:
    seat = desk("manager")
    page = seat.open(WorkbenchPage(seat.store, seat.shell))
    assert [line.time for line in page.reception.lines] == ["", "9:30"]
    told = " ".join(line.text + line.aside + line.second for line in page.reception.lines)
    assert "王䶮" in told
    assert "职级" not in told
    assert page.reception.isVisible()
    officer = desk("hr")
    page = officer.open(WorkbenchPage(officer.store, officer.shell))
    assert not page.reception.isVisible()
