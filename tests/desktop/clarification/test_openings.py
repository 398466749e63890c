"""The ways in: an application in three parts, a proposal with four things; nothing is lost."""

from functools import partial

from PySide6.QtCore import Qt

from db.care.holding import TurnedWish
from db.clarification.queries import clarification_card, clarification_ids
from db.clarification.rows import ClarificationFilter
from db.core.errors import RefusedError
from db.people.commands import CreatePerson
from desktop.clarification.list_page import ClarificationPage
from desktop.messages import sentence
from tests.desktop.clarification.desk import Desk, editor, trouble
from tests.desktop.page_kit import unit_id

LONG = "本人从未领取该项补贴，请有关部门核实。" * 150


def sit(desk, login: str) -> Desk:
    made = desk(login)
    made.open(ClarificationPage(made.store, made.shell))
    return made


def all_cards(center):
    gate = center.gate("clerk")
    ids = gate.read(partial(clarification_ids, wanted=ClarificationFilter()))
    return [gate.read(partial(clarification_card, clarification_id=i)) for i in ids]


def look_up(seat: Desk, dialog, name: str) -> None:
    line = editor(dialog, "person_name")
    line.setFocus()
    seat.qtbot.keyClicks(line, name) if name.isascii() else seat.type(line, name)
    seat.qtbot.wait(200)
    seat.settle()


def test_an_application_of_three_thousand_characters(desk, center):
    seat = sit(desk, "clerk")
    seat.click("apply")
    dialog = seat.dialog()
    look_up(seat, dialog, "王䶮")
    text = LONG[:3000]
    seat.fill(dialog, stated_content=text, wish="在单位范围内书面澄清", phone="13800002417")
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    (card,) = all_cards(center)
    assert card.stated_content == text
    assert (card.wish, card.row.person_name) == ("在单位范围内书面澄清", "王䶮")
    assert seat.shell.cases == [("clarification", card.row.id)]


def test_one_character_more_is_told_beside_the_box(desk, center):
    seat = sit(desk, "clerk")
    seat.click("apply")
    dialog = seat.dialog()
    seat.fill(dialog, person_name="王䶮", stated_content=(LONG + LONG)[:3001])
    seat.send(dialog)
    assert dialog.isVisible()
    assert editor(dialog, "stated_content").parentWidget().error
    assert all_cards(center) == []


def test_a_guess_at_who_reported_is_marked_and_not_saved(desk, center):
    seat = sit(desk, "clerk")
    seat.click("apply")
    dialog = seat.dialog()
    look_up(seat, dialog, "王䶮")
    seat.fill(dialog, stated_content="这件事肯定是赵德明告的，本人从未领取补贴。")
    seat.send(dialog)
    area = editor(dialog, "stated_content")
    assert dialog.isVisible()
    assert area.extraSelections()
    assert "guess at who reported" in area.parentWidget().error
    assert all_cards(center) == []
    seat.fill(dialog, stated_content="本人从未领取补贴。")
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)


def test_same_named_persons_are_told_apart(desk, center):
    clerk = center.gate("clerk")
    unit = unit_id(clerk, "hr")
    made = [
        clerk.write(CreatePerson("王䶮", "male", birth, unit_id=unit, post=post)).value
        for birth, post in (("1979.11", "科长"), ("1985.03", "科员"))
    ]
    seat = sit(desk, "clerk")
    seat.click("apply")
    dialog = seat.dialog()
    look_up(seat, dialog, "王䶮")
    seat.fill(dialog, stated_content="本人从未领取补贴。")
    seat.send(dialog)
    assert dialog.isVisible()
    assert trouble(dialog) == "Choose which of the same-named persons it is"
    line = editor(dialog, "person_name")
    look_up(seat, dialog, "王䶮")
    line.clear()
    look_up(seat, dialog, "王䶮")
    seat.qtbot.keyClick(line, Qt.Key.Key_Down)
    seat.qtbot.keyClick(line, Qt.Key.Key_Down)
    seat.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert editor(dialog, "unit_id").value() == str(unit)
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    (card,) = all_cards(center)
    assert card.row.person_id in made


def test_what_is_typed_comes_back(desk, center):
    seat = sit(desk, "clerk")
    seat.click("apply")
    dialog = seat.dialog()
    seat.settle()
    seat.fill(dialog, person_name="王䶮", stated_content="本人从未领取补贴。")
    seat.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    seat.settle()
    seat.click("apply")
    again = seat.dialog()
    seat.settle()
    assert editor(again, "stated_content").value() == "本人从未领取补贴。"
    assert seat.shell.bars[-1][0] == "info"
    seat.qtbot.wait(200)
    seat.settle()
    seat.send(again)
    assert not again.isVisible(), trouble(again)
    seat.click("apply")
    third = seat.dialog()
    seat.settle()
    assert editor(third, "stated_content").value() == ""


def test_a_party_organization_applies_without_a_name(desk, center):
    seat = sit(desk, "clerk")
    seat.click("apply")
    dialog = seat.dialog()
    seat.fill(
        dialog,
        unit_id=str(unit_id(center.gate("clerk"), "hr")),
        stated_content="网上称本单位党组织违规决策，实际经集体研究。",
    )
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    (card,) = all_cards(center)
    assert card.row.person_name == ""


def test_nobody_at_all_is_refused_beside_the_name(desk, center):
    seat = sit(desk, "clerk")
    seat.click("apply")
    dialog = seat.dialog()
    seat.fill(dialog, stated_content="本人从未领取补贴。")
    seat.send(dialog)
    assert dialog.isVisible()
    field = editor(dialog, "person_name").parentWidget()
    assert field.error == sentence(RefusedError("missing_person"))


def test_the_organ_proposes_with_four_things_only(desk, center):
    seat = sit(desk, "discipline")
    seat.click("propose")
    dialog = seat.dialog()
    names = {w.objectName() for w in dialog._editors.values()}
    assert names == {
        "person_name",
        "unit_id",
        "category",
        "letter_number",
        "issued_on",
        "sayable",
    }
    look_up(seat, dialog, "王䶮")
    seat.fill(
        dialog,
        category="untrue",
        letter_number="泽纪函〔2026〕46号",
        sayable="经查，反映王䶮同志收受礼金的问题不属实。",
    )
    seat.send(dialog)
    assert not dialog.isVisible(), trouble(dialog)
    (card,) = all_cards(center)
    assert (card.row.state, card.row.organ) == ("proposed", "纪委监委")


def test_who_only_handles_appeals_neither_proposes_nor_sees(desk, center):
    seat = sit(desk, "hr")
    assert not seat.page._propose.isVisible()
    desk_clerk = sit(desk, "clerk")
    assert desk_clerk.page._propose.isVisible()


def test_a_wish_from_a_talk_fills_the_form(desk, center):
    seat = sit(desk, "clerk")
    person = (
        center.gate("clerk")
        .write(
            CreatePerson("沈知微", "female", "1988.06", unit_id=unit_id(center.gate("clerk"), "hr"))
        )
        .value
    )
    wish = TurnedWish(7, "clarification", person, "沈知微", None, "希望在单位说明情况")
    seat.page.apply_filters(wish=wish)
    dialog = seat.dialog()
    seat.settle()
    assert editor(dialog, "wish").value() == "希望在单位说明情况"
    assert editor(dialog, "person_name").value() == "沈知微"
