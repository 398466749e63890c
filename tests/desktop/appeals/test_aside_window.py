"""From a case to another book: urging, asking kindly, meeting; and the weekly list."""

from collections.abc import Iterator
from typing import Any

import pytest

from desktop.appeals.card_page import AppealCardPage
from desktop.documents.page import Drawing
from desktop.meetings.page import MeetingsPage
from desktop.pages import PAGES
from desktop.store import Store
from desktop.theme import Theme
from tests.conftest import Center
from tests.desktop.page_kit import KitShell, accepted, assign, busy, settle, unit_id


@pytest.fixture
def stores() -> Iterator[list[Store]]:
    made: list[Store] = []
    yield made
    for store in made:
        store.close()


def shell_of(theme: Theme, center: Center, login: str, stores: list[Store]) -> KitShell:
    store = Store(center.gate(login))
    stores.append(store)
    return KitShell(theme, store)


def test_the_card_begins_urging_and_meeting_with_what_it_knows(
    qtbot: Any, theme: Theme, center: Center, stores: list[Store]
) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    assign(center, made, "hr", "discipline")
    shell = shell_of(theme, center, "clerk", stores)
    page = AppealCardPage(shell.store, shell, made)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, shell.store)
    assert page._card is not None
    number = page._card.row.number
    assert {"urge", "supervise", "invite_answer", "call_meeting"} <= set(page._card.moves)
    clerk = center.gate("clerk")
    for deed, book, move, unit in (
        ("urge", "supervision", "urge", "hr"),
        ("supervise", "supervision", "draw_up", "hr"),
        ("invite_answer", "feedback_request", "invite", "discipline"),
    ):
        page._on_moves_chosen(deed)
        key, filters = shell.opened[-1]
        assert (key, filters["book"], filters["open"]) == ("supervision", book, move)
        given = filters["given"]
        assert isinstance(given, dict)
        assert given["appeal_id"] == number
        assert given["unit_id"] == str(unit_id(clerk, unit))
    page._on_moves_chosen("call_meeting")
    key, filters = shell.opened[-1]
    assert (key, filters["book"], filters["open"]) == ("meetings", "meeting", "propose")
    known = {spec.key: spec.books for spec in PAGES}
    assert known["supervision"] == ("supervision", "feedback_request")
    assert known["meetings"][0] == "meeting"


def test_the_weekly_list_is_drawn_from_the_page_of_meetings(
    qtbot: Any, theme: Theme, center: Center, stores: list[Store]
) -> None:
    busy(center)
    shell = shell_of(theme, center, "manager", stores)
    page = MeetingsPage(shell.store, shell)  # type: ignore[arg-type]
    drawn: list[Drawing] = []
    page._preview = drawn.append  # type: ignore[method-assign,assignment]
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, shell.store)
    page.weekly.click()
    settle(qtbot, shell.store)
    assert len(drawn) == 1
    assert drawn[0].title == "干部诉求调度清单"
    other = shell_of(theme, center, "hr", stores)
    seen = MeetingsPage(other.store, other)  # type: ignore[arg-type]
    qtbot.addWidget(seen)
    seen.show()
    settle(qtbot, other.store)
    assert not seen.weekly.isVisible()
