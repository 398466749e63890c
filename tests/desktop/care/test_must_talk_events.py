"""必谈事件 in the window: enter one, paste many, plan against done, a third person suggested."""

from datetime import date

from PySide6.QtCore import Qt
from sqlalchemy import select

from db.care.changes import Partner
from db.care.event_queries import must_talk_events
from db.care.events import EventLine, RecordEvents
from db.core.permissions import Duty
from db.office.accounts import SetDuties
from db.office.tables import Account
from db.people.commands import CreatePerson
from desktop.care.event_dialogs import PasteDialog
from desktop.care.list_page import CarePage
from desktop.clarification.keying import PersonFinder
from desktop.widgets.buttons import Button
from tests.desktop.page_kit import unit_id

MONDAY = date(2026, 3, 2)


def sit(desk, login="manager"):
    seat = desk(login)
    page = seat.open(CarePage(seat.store, seat.shell))
    page.apply_filters(view="events")
    seat.settle()
    return seat, page


def events(gate):
    return gate.read(lambda r: must_talk_events(r, first=date(2026, 2, 1), last=date(2026, 3, 31)))


def test_an_event_is_entered_by_keys_and_its_talk_stands_beside_it(desk, center):
    seat, page = sit(desk)
    seat.click("enter_event")
    dialog = seat.dialog()
    seat.fill(dialog, person_name="卫一平", kind="award", line="先进个人")
    seat.qtbot.waitUntil(lambda: not dialog.findChild(PersonFinder).problem(), timeout=5000)
    dialog.submit()
    seat.settle()
    (row,) = events(center.gate("manager"))
    assert (row.person_name, row.line, row.talk_state) == ("卫一平", "先进个人", "planned")
    assert [r.id for r in page._events.rows] == [row.id]
    assert page._events.table.model().rowCount() == 1
    assert seat.shell.bars[-1][0] == "good"


def test_the_six_events_are_offered_and_public_report_only_to_two(desk):
    _, page = sit(desk)
    offered = [option.code for option in page._events.openings.kinds()]
    assert offered == ["position_change", "award", "assessment", "mood", "setback"]
    _, page = sit(desk, "discipline")
    assert "public_report" in [option.code for option in page._events.openings.kinds()]


def test_a_list_is_pasted_understood_and_entered_as_a_whole(desk, center):
    people = center.gate("clerk")
    people.write(CreatePerson(name="王伟", unit_id=unit_id(people, "hr")))
    seat, _ = sit(desk)
    seat.click("paste_events")
    dialog = seat.page.findChild(PasteDialog)
    dialog.kind.set_value("position_change")
    dialog.text.set_value("姓名\t单位\t日期\n王伟\t人社局\t2026-03-01\n李芳\t组织部\t2月30日")
    seat.qtbot.waitUntil(lambda: len(dialog.found) == 2, timeout=5000)
    assert [bool(event.problem) for event in dialog.found] == [False, True]
    dialog.submit()
    seat.settle()
    assert events(center.gate("manager")) == ()
    seat.qtbot.mouseClick(dialog.findChild(Button, "drop_unclear"), Qt.MouseButton.LeftButton)
    seat.qtbot.waitUntil(lambda: len(dialog.found) == 1, timeout=5000)
    dialog.submit()
    seat.settle()
    (row,) = events(center.gate("manager"))
    assert (row.person_name, row.unit, row.happened_on) == ("王伟", "人社局", date(2026, 3, 1))
    assert row.person_id is not None


def test_bars_stand_by_the_persons_unit_in_the_offices_order(desk, center):
    gate = center.gate("manager")
    lines = tuple(
        EventLine("award", Partner(None, name, unit_id(gate, key)), MONDAY)
        for name, key in (("甲一", "petition"), ("乙二", "organization"))
    )
    gate.write(RecordEvents(lines))
    _, page = sit(desk)
    assert [(bar.name, bar.done, bar.planned) for bar in page._events._bars._bars] == [
        ("组织部", 0, 1),
        ("信访局", 0, 1),
    ]


def test_a_third_person_is_suggested_where_the_sexes_differ(desk, center):
    known = center.gate("secadmin").read(
        lambda r: dict(r.session.execute(select(Account.login, Account.id)).all())
    )
    center.gate("secadmin").write(SetDuties(known["organization"], (), "male"))
    center.gate("secadmin").write(SetDuties(known["discipline"], (), "female"))
    center.gate("clerk").write(CreatePerson(name="江澄", sex="female"))
    seat, page = sit(desk)
    dialog = page._openings.plan("江澄")
    seat.settle()
    seat.fill(dialog, talker_id=str(known["organization"]))
    others = dialog.field("others")
    found = dialog.findChild(PersonFinder)
    seat.qtbot.waitUntil(lambda: bool(found._found), timeout=5000)
    found._decide(found._found[0], by_name=False)
    assert "own sex" in others._help
    seat.fill(dialog, talker_id=str(known["discipline"]))
    assert others._help == ""


def test_duty_enum_and_list_agree():
    from db.codes.code_lists import codes

    assert {code.value for code in codes("account_duty")} == {duty.value for duty in Duty}
