"""岗位与回避, worked as people work it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

from db.appeals.handling import Annotate
from db.appeals.queries import card
from db.appeals.routing import SignIn
from db.core.errors import NotAllowedError
from db.office.handing_over import hand_overs_of_work
from db.office.recusing import AskRecusal
from db.office.staff_counts import staff_counts
from db.office.substituting import ArrangeSubstitute, substitutions
from desktop.appeals.card_page import AppealCardPage
from desktop.appeals.deeds import AppealDeeds
from desktop.deeds import DeedDialog
from desktop.documents.hand_over_form import draw_work_hand_over
from desktop.office.case_desk import CALM, HURRY, RECUSE
from desktop.office.staff_page import StaffPage
from desktop.store import Store
from tests.appeals.test_flow import assign, hand_over, to_accepted
from tests.conftest import Center
from tests.desktop.page_kit import Chinese, KitShell, settle
from tests.office.test_handing_over import newcomer
from tests.office.test_recusal import account

APPEAL = "ordinary_appeal"


class Post:
    """The page of one person, opened and filled."""

    def __init__(self, qtbot, theme, center: Center, login: str) -> None:
        self.qtbot = qtbot
        self.center = center
        self.store = Store(center.gate(login))
        self.shell = KitShell(theme, self.store)
        opened = SimpleNamespace(path=center.path, office="泽川县干部诉求联合受理中心")
        session = SimpleNamespace(need_store=lambda: self.store, opened=opened)
        self.page = StaffPage(session, self.shell)  # type: ignore[arg-type]
        qtbot.addWidget(self.page)
        self.page.resize(1236, 700)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.store)

    def press(self, name: str) -> DeedDialog:
        button = self.page.buttons[name]
        assert button.isVisible()
        assert button.isEnabled()
        button.click()
        for _ in range(3):
            self.settle()
        return next(d for d in self.page.findChildren(DeedDialog) if d.isVisible())

    def fill(self, dialog: DeedDialog, **values: Any) -> None:
        for key, value in values.items():
            editor = dialog._editors[key]
            setter = getattr(editor, "set_value", None) or getattr(editor, "set_day", None)
            if setter is None:
                editor.setChecked(value)
            else:
                setter(value)
        dialog.accept()
        self.settle()
        self.settle()


@pytest.fixture
def post(qtbot, theme, center: Center) -> Iterator[Callable[[str], Post]]:
    made: list[Post] = []

    def open_for(login: str) -> Post:
        made.append(Post(qtbot, theme, center, login))
        return made[-1]

    yield open_for
    for each in made:
        each.store.close()
        center._gates.pop(each.store.gate.actor.login, None)


def at_hr(center: Center) -> int:
    appeal_id = to_accepted(center.gate)
    assign(center.gate, appeal_id, "hr")
    center.gate("hr").write(SignIn(hand_over(center.gate("hr"), appeal_id)))
    return appeal_id


def test_a_leader_decides_and_names_the_successor_in_one_dialog(post, center: Center) -> None:
    appeal_id = at_hr(center)
    second = newcomer(center.gate, center.path)
    center.gate("hr").write(AskRecusal(APPEAL, appeal_id, "interest"))
    desk = post("hr_leader")
    assert len(desk.page.recusals.model.rows) == 1
    dialog = desk.press("decide")
    (field,) = [key for key in dialog._editors if key.startswith("to:")]
    desk.fill(dialog, **{"decision": "agreed", field: str(second)})
    assert ("good", "Decided") in desk.shell.bars
    with pytest.raises(NotAllowedError, match="not_found"):
        center.gate("hr").read(partial(card, appeal_id=appeal_id))
    told = center.gate("manager").read(partial(card, appeal_id=appeal_id))
    assert told.hand_overs[0].handler_name == "吕青"
    assert not desk.page.buttons["decide"].isEnabled()
    assert desk.page.buttons["lift"].isEnabled()


def test_the_rail_tells_what_waits_about_people(center: Center) -> None:
    appeal_id = at_hr(center)
    center.gate("hr").write(AskRecusal(APPEAL, appeal_id, "interest"))
    told = {
        login: center.gate(login).read(staff_counts) for login in ("hr_leader", "manager", "hr")
    }
    assert (told["hr_leader"]["recusals"], told["hr_leader"]["vacant"]) == (1, 1)
    assert (told["manager"]["recusals"], told["manager"]["vacant"]) == (0, 1)
    assert set(told["hr"].values()) == {0}


def test_the_unit_of_the_person_is_warned_of_at_assigning(qtbot, theme, center: Center) -> None:
    unit = center.gate("hr").actor.unit_id
    appeal_id = to_accepted(center.gate, unit_text="", unit_id=unit)
    store = Store(center.gate("clerk"))
    shell = KitShell(theme, store)
    page = AppealCardPage(store, shell, appeal_id)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, store)
    settle(qtbot, store)
    made = AppealDeeds(shell, page._card, page._units, page).make("assign")
    hint = next(ask.help for ask in made.deed.asks if ask.key == "unit")
    assert "县人力资源和社会保障局" in hint
    store.close()
    center._gates.pop("clerk", None)


def test_the_manager_fills_a_vacant_role(post, center: Center) -> None:
    appeal_id = at_hr(center)
    second = newcomer(center.gate, center.path)
    center.gate("hr").write(AskRecusal(APPEAL, appeal_id, "interest"))
    desk = post("manager")
    desk.page.tabs.choose("vacant")
    assert [r.holder for r in desk.page.vacant.model.rows] == ["何俊贤"]
    desk.fill(desk.press("pass_on"), successor=str(second))
    assert desk.page.vacant.model.rows == ()


def test_a_substitute_is_arranged_and_ended(post, center: Center) -> None:
    desk = post("manager")
    desk.page.tabs.choose("substitutes")
    clerk, clerk2 = (str(account(center.gate("manager"), k)) for k in ("clerk", "clerk2"))
    dialog = desk.press("arrange")
    desk.fill(dialog, absent_id=clerk, substitute_id=clerk)
    assert dialog.isVisible()
    desk.fill(dialog, substitute_id=clerk2)
    assert [r.is_running for r in center.gate("clerk2").read(substitutions)] == [True]
    desk.page.buttons["end_early"].click()
    desk.settle()
    assert [r.state for r in center.gate("clerk2").read(substitutions)] == ["ended"]


def test_work_is_listed_printed_and_handed_over(post, center: Center) -> None:
    at_hr(center)
    second = newcomer(center.gate, center.path)
    desk = post("manager")
    desk.page.tabs.choose("work")
    hr = str(account(center.gate("manager"), "hr"))
    desk.fill(
        desk.press("list_work"),
        from_id=hr,
        to_id=str(second),
        reason="moved",
        originals="泽诉受〔2026〕0001号 12页 档案柜",
    )
    (row,) = center.gate("manager").read(hand_overs_of_work)
    words = {("ordinary_appeal", "in_progress"): "办理中"}
    drawing = draw_work_hand_over(row, office="中心", reason="调离", state_words=words)
    assert len(drawing.pages) == 1
    dialog = desk.press("carry_out")
    desk.fill(dialog, witness_name="温知行")
    (row,) = center.gate("manager").read(hand_overs_of_work)
    assert row.state == "carried_out"
    assert any("handed over" in words for _, words in desk.shell.bars)


def test_the_keeper_of_rights_sees_no_case(post, center: Center) -> None:
    appeal_id = at_hr(center)
    center.gate("hr").write(AskRecusal(APPEAL, appeal_id, "interest"))
    desk = post("secadmin")
    (row,) = desk.page.recusals.model.rows
    assert row.case is None
    assert not desk.page.buttons["decide"].isEnabled()


def test_every_word_of_the_page_is_told_in_chinese(
    qtbot, qapp, theme, post, center: Center
) -> None:
    appeal_id = at_hr(center)
    manager = center.gate("manager")
    clerk, clerk2 = account(manager, "clerk"), account(manager, "clerk2")
    today = manager.clock.now().date()
    manager.write(ArrangeSubstitute(clerk, clerk2, today, today + timedelta(days=3)))
    center.gate("hr").write(AskRecusal(APPEAL, appeal_id, "interest"))
    speaker = Chinese(qapp)
    qapp.installTranslator(speaker)
    try:
        desk = post("manager")
        desk.shell.labels.chinese = True
        for key in ("recusals", "vacant", "substitutes", "work"):
            desk.page.tabs.choose(key)
            desk.settle()
        desk.press("list_work").reject()
        assert speaker.untold("StaffPage", "StaffDeeds") == set()
    finally:
        qapp.removeTranslator(speaker)


def offered(page: AppealCardPage, key: str) -> bool:
    hidden = {offer.key for offer in page._moves._hidden_moves}
    return key in hidden or page._moves.button(key) is not None


def test_every_card_offers_to_step_back_and_warns_a_namesake(qtbot, theme, center: Center) -> None:
    appeal_id = to_accepted(center.gate, person_name="林可")
    store = Store(center.gate("clerk"))
    shell = KitShell(theme, store)
    page = AppealCardPage(store, shell, appeal_id)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, store)
    settle(qtbot, store)
    assert offered(page, RECUSE)
    assert offered(page, HURRY)
    assert any("same name" in words for _, words in shell.bars)
    page._on_moves_chosen(RECUSE)
    settle(qtbot, store)
    settle(qtbot, store)
    dialog = next(d for d in page.findChildren(DeedDialog) if d.isVisible())
    dialog._editors["reason"].set_value("party_or_relative")
    dialog.accept()
    settle(qtbot, store)
    with pytest.raises(Exception, match="recusal_pending"):
        center.gate("clerk").write(Annotate(appeal_id, "x"))
    store.close()
    center._gates.pop("clerk", None)


def test_haste_is_set_and_ended_on_the_card(qtbot, theme, center: Center) -> None:
    appeal_id = to_accepted(center.gate)
    store = Store(center.gate("clerk"))
    shell = KitShell(theme, store)
    page = AppealCardPage(store, shell, appeal_id)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, store)
    page._on_moves_chosen(HURRY)
    dialog = next(d for d in page.findChildren(DeedDialog) if d.isVisible())
    dialog._editors["reason"].set_value("well_being")
    dialog.accept()
    settle(qtbot, store)
    settle(qtbot, store)
    assert offered(page, CALM)
    page._on_moves_chosen(CALM)
    settle(qtbot, store)
    settle(qtbot, store)
    assert offered(page, HURRY)
    store.close()
    center._gates.pop("clerk", None)
