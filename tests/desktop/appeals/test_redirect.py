"""引导: the dialog comes with body, last day, basis and the sentences of the notice."""

from datetime import date

import pytest
from PySide6.QtCore import QObject

from db.appeals.intake import Amend, Intake, Register
from db.appeals.queries import card
from db.appeals.remedy import appeal_remedies
from db.appeals.screening import SendToScreening
from desktop.appeals.deeds import AppealDeeds
from desktop.store import Store
from tests.desktop.page_kit import KitShell

FORM = Intake(
    administration="county_managed",
    channel="window",
    category="personnel_decision",
    subject="关于考核等次的诉求",
    facts="对年度考核结果有意见。",
    person_name="江澄",
    person_category="civil_servant",
    phone="13812345678",
    knew_on=date(2026, 2, 20),
    remedy_matter="assessment",
)


@pytest.fixture
def redirect(qtbot, theme, gate):
    """Return how to open the redirect of an appeal as the clerk sees it."""
    desk = gate("clerk")
    store = Store(desk)
    shell = KitShell(theme, store)
    parent = QObject()

    def made(appeal_id):
        found = desk.read(lambda read: card(read, appeal_id))
        view = desk.read(lambda read: appeal_remedies(read, appeal_id))
        deed = AppealDeeds(shell, found, (), parent, view).make("redirect")
        assert deed is not None
        return deed, {ask.key: ask.value for ask in deed.deed.asks}

    yield desk, made
    store.close()


def test_the_dialog_is_filled_and_its_values_are_taken(redirect):
    desk, made = redirect
    appeal_id = desk.write(Register(FORM)).value.appeal_id
    desk.write(SendToScreening(appeal_id, "拟引导"))
    deed, values = made(appeal_id)
    assert values["route"] == "hr_review"
    assert values["body"] == "原处理机关（单位）"
    assert values["last_day"] == date(2026, 3, 23)
    assert values["basis"] == "《公务员法》第九十五条"
    assert "2026年3月23日前（含当日）向原处理机关（单位）申请复核" in values["reason"]
    assert "复查" not in values["reason"]
    assert desk.write(deed.command(values)).value


def test_without_a_matter_nothing_is_guessed(redirect):
    desk, made = redirect
    appeal_id = desk.write(Register(FORM)).value.appeal_id
    version = desk.read(lambda read: card(read, appeal_id)).row.version
    desk.write(Amend(appeal_id, version, {"remedy_matter": ""}, "更正"))
    assert not any(made(appeal_id)[1].values())


def test_another_desk_learns_nothing(redirect, gate):
    desk, _made = redirect
    appeal_id = desk.write(Register(FORM)).value.appeal_id
    assert gate("hr").read(lambda read: appeal_remedies(read, appeal_id)) is None
    assert gate("secadmin").read(lambda read: appeal_remedies(read, appeal_id)) is None
