"""关注提示 in the window: the rule is named, the cases open, a reason sets it aside."""

from dataclasses import replace

import pytest

from db.appeals.intake import Register
from db.attention.notes import attention_notes
from db.people.commands import CreatePerson
from desktop.attention.page import AttentionPage
from desktop.pages import pages_for
from tests.appeals.test_flow import intake
from tests.desktop.clarification.desk import Desk


@pytest.fixture
def desk(qtbot, theme, center):
    made = []

    def sit(login):
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield sit
    for each in made:
        each.close()


def three(center):
    clerk = center.gate("clerk")
    who = clerk.write(CreatePerson(name="卫一平")).value
    return [
        clerk.write(Register(replace(intake(), person_id=who))).value.appeal_id for _ in range(3)
    ]


def test_a_note_names_its_rule_and_opens_its_cases(desk, center):
    ids = three(center)
    seat = desk("manager")
    page = seat.open(AttentionPage(seat.store, seat.shell))
    (line,) = page.panel.lines
    assert line.text == "卫一平"
    assert "3 appeals within 12 months" in line.second
    page.panel.opened.emit(line.key)
    key, filters = seat.shell.opened[-1]
    assert (key, list(filters["ids"])) == ("ledger", ids)
    page.panel.deed.emit(line.key, "plan")
    assert seat.shell.opened[-1] == ("care", {"plan_for": "卫一平"})


def test_it_is_set_aside_with_a_reason(desk, center):
    three(center)
    seat = desk("manager")
    page = seat.open(AttentionPage(seat.store, seat.shell))
    (line,) = page.panel.lines
    page.panel.deed.emit(line.key, "dismiss")
    seat.settle()
    assert page.panel.lines == ()
    assert center.gate("manager").read(attention_notes) == ()


def test_only_the_manager_has_the_page(center):
    for login in ("clerk", "organization", "hr_leader"):
        assert "attention" not in [spec.key for spec in pages_for(center.gate(login).actor)]
    assert "attention" in [spec.key for spec in pages_for(center.gate("manager").actor)]
