"""Working together in the window: what a table proposes, one question, opinions, returns."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from db.appeals.queries import waiting_approvals
from db.appeals.routing import GiveOpinion, Object, SignIn
from db.approvals.deciding import Decide
from desktop.appeals.card_page import AppealCardPage
from desktop.deeds import DeedDialog
from desktop.store import Store
from desktop.theme import Theme
from desktop.widgets.editors import ComboBox
from tests.conftest import Center
from tests.desktop.page_kit import KitShell, accepted, assign, hand_over, settle, unit_id

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


def open_deed(page: AppealCardPage, name: str, qtbot: Any, store: Store) -> DeedDialog:
    page._on_moves_chosen(name)
    settle(qtbot, store)
    return [d for d in page.findChildren(DeedDialog) if d.isVisible()][-1]


def test_a_proposal_says_why_and_one_key_takes_it(qtbot: Any, center: Center, card: Make) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求", person_category="civil_servant")
    page, _, store = card("clerk", made)
    asked = open_deed(page, "assign", qtbot, store)
    unit, co = asked._editors["unit"], asked._editors["co"]
    assert isinstance(unit, ComboBox)
    assert isinstance(co, ComboBox)
    assert (unit.value(), co.value()) == ("", "")  # nothing is taken by itself
    take = asked.findChild(QPushButton, "take_offer")
    assert take is not None
    asked.activateWindow()
    qtbot.waitUntil(asked.isActiveWindow)
    qtbot.keyClick(asked, Qt.Key.Key_F7)
    clerk = center.gate("clerk")
    organization = str(unit_id(clerk, "organization"))
    qtbot.waitUntil(lambda: unit.value() == organization)
    assert co.value() == str(unit_id(clerk, "hr"))
    assert clerk.read(waiting_approvals) == ()
    asked.submit()
    settle(qtbot, store)
    assert [a.act for a in center.gate("manager").read(waiting_approvals)] == ["assign"]


def test_one_request_is_chosen_by_its_number(qtbot: Any, center: Center, card: Make) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求", requests="补发补贴\n明确等级")
    assign(center, made, "hr")
    page, _, store = card("clerk", made)
    asked = open_deed(page, "join_unit", qtbot, store)
    asked._take(
        {
            "unit": unit_id(center.gate("clerk"), "organization"),
            "role": "partial",
            "request": "2",
        }
    )
    asked.submit()
    settle(qtbot, store)
    (approval,) = center.gate("manager").read(waiting_approvals)
    center.gate("manager").write(Decide(approval.id, "agreed"))
    other, _, _ = card("organization", made)
    assert other._card is not None
    assert other._card.requests == "明确等级"


def test_the_answer_is_greyed_until_every_opinion_is_there(
    qtbot: Any, center: Center, card: Make
) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    assign(center, made, "hr", "organization")
    center.gate("hr").write(SignIn(hand_over(center.gate("clerk"), made, "hr")))
    page, _, store = card("hr", made)
    button = page._moves.button("draft_reply")
    assert button is not None
    assert not button.isEnabled()
    assert button.toolTip()
    row = hand_over(center.gate("clerk"), made, "organization")
    center.gate("organization").write(GiveOpinion(row, "政策没有规定。", "no_provision"))
    page.reload()
    settle(qtbot, store)
    button = page._moves.button("draft_reply")
    assert button is not None
    assert button.isEnabled()
    asked = open_deed(page, "draft_reply", qtbot, store)
    assert set(asked.values()["rests_on"]) == {str(row)}
    asked._take({"outcome": "explained", "reply": "现行政策没有规定，特作说明。"})
    asked.submit()
    settle(qtbot, store)
    qtbot.waitUntil(lambda: page._card is not None and page._card.row.pill == "reply_draft")


def test_the_third_return_greys_the_desk_and_offers_the_manager_his_word(
    qtbot: Any, center: Center, card: Make
) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    for key in ("hr", "petition", "organization"):
        assign(center, made, key)
        row = hand_over(center.gate(key), made)
        center.gate(key).write(Object(row, "不属本单位职责"))
    page, _, _ = card("clerk", made)
    button = page._moves.button("reassign")
    assert button is not None
    assert not button.isEnabled()
    page, _, store = card("manager", made)
    asked = open_deed(page, "direct", qtbot, store)
    asked._take({"opinion": "经会商，由人社局办理。"})
    asked.submit()
    settle(qtbot, store)
    page, _, _ = card("clerk", made)
    button = page._moves.button("reassign")
    assert button is not None
    assert button.isEnabled()


def test_a_dispute_is_raised_and_its_decision_typed_in_the_window(
    qtbot: Any, center: Center, card: Make
) -> None:
    made = accepted(center, "王䶮", "关于补贴的诉求")
    assign(center, made, "hr")
    center.gate("hr").write(Object(hand_over(center.gate("hr"), made), "不属本单位"))
    page, _, store = card("manager", made)
    asked = open_deed(page, "raise_dispute", qtbot, store)
    asked._take({"organ": "县信访工作联席会议", "reason": "职责交叉"})
    asked.submit()
    settle(qtbot, store)
    page, _, store = card("clerk", made)
    asked = open_deed(page, "settle_dispute", qtbot, store)
    named = unit_id(center.gate("clerk"), "petition")
    asked._take({"unit": named, "number": "联席〔2026〕1号", "decision": "由信访局办理"})
    asked.submit()
    settle(qtbot, store)
    (approval,) = center.gate("manager").read(waiting_approvals)
    center.gate("manager").write(Decide(approval.id, "agreed"))
    page.reload()
    settle(qtbot, store)
    assert page._card is not None
    assert page._card.row.lead_unit == "信访局"


def test_the_managers_workbench_lists_what_was_given_back_too_often(
    qtbot: Any, theme: Theme, center: Center
) -> None:
    from desktop.office.work import BOUNCED, desk_work

    made = accepted(center, "王䶮", "关于补贴的诉求")
    for key in ("hr", "petition", "organization"):
        assign(center, made, key)
        center.gate(key).write(Object(hand_over(center.gate(key), made), "不属本单位职责"))
    found = center.gate("manager").read(desk_work)
    assert [row.id for row in found[BOUNCED].rows] == [made]
    assert BOUNCED not in center.gate("clerk").read(desk_work)
