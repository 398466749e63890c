"""干部与单位 on a real store: found by name and sound, namesakes told apart, only own appeals."""

import pytest
from PySide6.QtCore import Qt

from db.appeals.intake import Register
from db.appeals.screening import Accept, SendToScreening
from db.people.commands import CreatePerson
from desktop.admin.units_page import UnitDialog
from desktop.people.people_page import PeoplePage
from desktop.people.person_dialog import PersonDialog
from desktop.store import Store
from tests.conftest import Center
from tests.desktop.page_kit import Chinese, KitShell, assign, intake, settle, unit_id


@pytest.fixture
def people(center: Center) -> dict[str, int]:
    clerk = center.gate("clerk")
    hr = unit_id(clerk, "hr")
    made = {
        "wang": clerk.write(
            CreatePerson("王䶮", "male", "1985.03", unit_id=hr, post="科员", phone="19000002417")
        ).value,
        "wang2": clerk.write(CreatePerson("王䶮", "male", "1990-11", unit_text="云塘镇")).value,
        "ouyang": clerk.write(CreatePerson("欧阳修远", unit_text="教育局")).value,
    }
    appeal = clerk.write(
        Register(intake("王䶮", "乡镇工作补贴问题", person_id=made["wang"]))
    ).value.appeal_id
    clerk.write(SendToScreening(appeal, "拟受理"))
    clerk.write(Accept(appeal, "internal"))
    assign(center, appeal, "hr")
    made["appeal"] = appeal
    return made


class Desk:
    def __init__(self, qtbot, theme, center: Center, login: str) -> None:
        self.qtbot = qtbot
        self.store = Store(center.gate(login))
        self.shell = KitShell(theme, self.store)
        self.page = PeoplePage(self.store, self.shell)
        qtbot.addWidget(self.page)
        self.page.resize(1236, 822)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        self.qtbot.wait(260)
        settle(self.qtbot, self.store)

    def find(self, typed: str) -> list[str]:
        self.page.search.set_text(typed)
        self.settle()
        return [f"{row.name} {row.birth_month}".strip() for row in self.page.model.rows]


@pytest.fixture
def desk(qtbot, theme, center, people):
    made = []

    def open_for(login: str) -> Desk:
        made.append(Desk(qtbot, theme, center, login))
        return made[-1]

    yield open_for
    for each in made:
        each.store.close()


def test_people_are_found_by_name_sound_and_initials(desk):
    clerk = desk("clerk")
    both = ["王䶮 1985.03", "王䶮 1990.11"]
    assert sorted(clerk.find("王")) == both
    assert sorted(clerk.find("䶮")) == both
    assert clerk.find("oyxy") == ["欧阳修远"]
    assert clerk.find("ouyangx") == ["欧阳修远"]
    assert clerk.find("2417") == ["王䶮 1985.03"]
    assert clerk.find("查无此人") == []
    assert clerk.page._stack.currentWidget() is clerk.page._empty


def test_namesakes_stand_beside_each_other_with_own_appeals_only(desk, people):
    clerk = desk("clerk")
    clerk.find("王")
    places = [row.id for row in clerk.page.model.rows]
    clerk.page.table.selectRow(places.index(people["wang"]))
    clerk.settle()
    card = clerk.page.pane.card
    assert card.row.id == people["wang"]
    assert [a.id for a in card.appeals] == [people["appeal"]]
    assert [o.id for o in clerk.page.pane._others] == [people["wang2"]]
    clerk.page.pane.other.emit(people["wang2"])
    clerk.settle()
    assert clerk.page.pane.card.appeals == ()


def test_a_department_knows_the_people_of_its_cases_only(desk, people):
    hr = desk("hr")
    assert [row.id for row in hr.page.model.rows] == [people["wang"]]
    assert not hr.page.add.isVisible()
    assert not hr.page.pane.change.isVisible()
    assert hr.page.pane.card.row.phone == ""
    assert desk("petition").page.model.rows == ()


def test_a_person_is_entered_and_a_namesake_asked_about(desk, people):
    clerk = desk("clerk")
    clerk.qtbot.mouseClick(clerk.page.add, Qt.MouseButton.LeftButton)
    dialog = clerk.page.findChild(PersonDialog)
    dialog.lines["name"].set_value("王䶮")
    dialog.lines["birth_month"].set_value("1985年3月")
    dialog.combos["unit_id"].set_value(str(unit_id(clerk.store.gate, "hr")))
    assert dialog.another.isHidden()
    dialog.submit()
    clerk.settle()
    assert not dialog.another.isHidden()
    assert dialog._by_name["name"].error
    dialog.another.setChecked(True)
    dialog.submit()
    clerk.settle()
    assert len(clerk.find("王")) == 3


def test_a_wrong_month_is_named_at_its_field_and_kept(desk):
    clerk = desk("clerk")
    clerk.qtbot.mouseClick(clerk.page.add, Qt.MouseButton.LeftButton)
    dialog = clerk.page.findChild(PersonDialog)
    dialog.submit()
    assert dialog._by_name["name"].error
    dialog.lines["name"].set_value("陆时雨")
    dialog.lines["birth_month"].set_value("1985.13")
    dialog.submit()
    clerk.settle()
    assert dialog._by_name["birth_month"].error
    assert dialog.lines["name"].value() == "陆时雨"


def test_only_what_changed_is_written(desk, people):
    clerk = desk("clerk")
    clerk.page.apply_filters(person_id=people["wang"])
    clerk.settle()
    clerk.qtbot.mouseClick(clerk.page.pane.change, Qt.MouseButton.LeftButton)
    dialog = clerk.page.findChild(PersonDialog)
    assert dialog.command().changes == {}
    dialog.lines["post"].set_value("副科长")
    dialog.combos["person_category"].set_value("civil_servant")
    assert dialog.command().changes == {"post": "副科长", "person_category": "civil_servant"}
    dialog.submit()
    clerk.settle()
    assert clerk.page.pane.card.row.post == "副科长"
    assert ("good", "Saved") in clerk.shell.bars


def test_units_stand_in_their_own_order_and_are_kept_by_who_may(desk):
    clerk = desk("clerk")
    clerk.page.tabs.choose("units")
    panel = clerk.page.units_panel
    orders = [row.order_number for row in panel.model.rows if row.depth == 0]
    assert orders == sorted(orders)
    assert not panel.add.isVisible()
    discipline = next(r for r in panel.model.rows if r.member_department == "discipline")
    assert panel._cell("timed", discipline).text == "not timed"
    manager = desk("manager")
    manager.page.tabs.choose("units")
    panel = manager.page.units_panel
    panel.search.set_text("rsj")
    manager.settle()
    assert [row.member_department for row in panel.model.rows] == ["hr"]
    manager.qtbot.mouseClick(panel.change, Qt.MouseButton.LeftButton)
    dialog = panel.findChild(UnitDialog)
    was = dialog.full.value()
    dialog.full.set_value(was + "（新）")
    dialog.submit()
    manager.settle()
    assert panel.model.rows[0].former == (was,)


def test_an_administrator_of_secrets_sees_units_but_nobody(desk):
    security = desk("secadmin")
    assert [t.key for t in security.page.tabs._tabs] == ["units"]
    assert security.page.units_panel.isVisible()
    assert security.page.model.rows == ()
    assert not security.shell.errors


def test_the_page_speaks_chinese(desk, qapp, people):
    words = Chinese()
    qapp.installTranslator(words)
    try:
        clerk = desk("clerk")
        clerk.page.apply_filters(person_id=people["wang"])
        clerk.settle()
        clerk.qtbot.mouseClick(clerk.page.add, Qt.MouseButton.LeftButton)
        clerk.page.findChild(PersonDialog).reject()
        clerk.page.tabs.choose("units")
        own = ("PeoplePage", "PersonPane", "PersonDialog", "UnitsPanel")
        assert not words.untold(*own)
    finally:
        qapp.removeTranslator(words)
