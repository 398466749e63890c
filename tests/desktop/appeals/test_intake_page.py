import importlib.util
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from db.appeals.ledger import ledger_ids, ledger_rows
from db.appeals.queries import card
from db.appeals.rows import LedgerFilter
from db.office.desk import Hold, held_notes
from db.office.drafts import draft
from db.office.unit_rows import units
from db.people.commands import CreatePerson
from db.people.queries import find_people
from desktop.appeals.intake_page import IntakePage
from desktop.store import Store

_spec = importlib.util.spec_from_file_location(
    "intake_window", Path(__file__).with_name("intake_window.py")
)
assert _spec is not None
assert _spec.loader is not None
window = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(window)

ENTER, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down
CONTROL = Qt.KeyboardModifier.ControlModifier
FACTS = "岗位核定九名，现在岗五名，连续加班三个月。"


class Desk:
    """The page, with a keyboard that counts."""

    def __init__(self, qtbot, theme, gate) -> None:
        self.qtbot = qtbot
        self.gate = gate
        self.store = Store(gate)
        self.shell = window.RecordingShell(theme, self.store, gate)
        self.page = IntakePage(self.store, self.shell)
        qtbot.addWidget(self.page, before_close_func=QWidget.hide)
        self.page.resize(1236, 804)
        self.page.show()
        self.page.activateWindow()
        self.keys = 0
        self.settle()
        self.page.apply_filters()

    def settle(self) -> None:
        window.settle(self.qtbot, self.store)

    @property
    def form(self):
        return self.page._form

    def focused(self) -> str:
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)

    def write(self, text: str) -> None:
        """Type a text: figures and letters by keys, characters as an input method commits them."""
        widget = QApplication.focusWidget()
        if text.isascii():
            self.keys += len(text)
            QTest.keyClicks(widget, text)
            return
        self.keys += 1
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)

    def look_up(self) -> None:
        self.qtbot.waitUntil(lambda: self.form.picker._asked == self.form.picker.name())
        self.settle()

    def appeals(self):
        ids = self.gate.read(
            lambda read: ledger_ids(read, wanted=LedgerFilter(), sort="received", descending=True)
        )
        rows = self.gate.read(lambda read: ledger_rows(read, ids=list(ids)))
        return [rows[one] for one in ids]

    def error(self, name: str) -> str:
        return self.form.fields[name].error


@pytest.fixture
def desk(qtbot, theme, gate):
    made = Desk(qtbot, theme, gate("clerk"))
    yield made
    app = QApplication.instance()
    app.focusChanged.disconnect(made.page._autosave._on_app_focus_changed)
    made.store.close()


def fill(desk: Desk, *, name: str = "江澄") -> None:
    """Fill the form by keys alone, from the first question to the facts."""
    desk.key(ENTER)  # 区（县）管
    assert desk.focused() == "person_name"
    desk.write(name)
    desk.look_up()
    desk.key(ENTER)
    assert desk.focused() == "person_category"
    desk.write("公务员")
    desk.key(ENTER)
    assert desk.focused() == "contact_preference"
    desk.key(ENTER)
    assert desk.focused() == "phone"
    desk.write("13812345678")
    desk.key(ENTER)
    desk.key(ENTER)
    assert desk.focused() == "submitter"
    desk.key(ENTER)
    assert desk.focused() == "category"
    desk.write("工作条件")
    desk.key(ENTER)
    desk.key(ENTER)
    desk.key(Qt.Key.Key_Space)  # 同意转办
    desk.key(ENTER)
    assert desk.focused() == "requests"
    desk.write("补充岗位人手")
    desk.key(TAB)
    desk.key(TAB)
    assert desk.focused() == "facts"
    desk.write(FACTS)


def test_registers_by_keys_alone(desk, tmp_path):
    desk.shell.save_to = tmp_path
    fill(desk)
    desk.key(ENTER, CONTROL)
    desk.settle()
    assert desk.keys < 50
    (row,) = desk.appeals()
    assert row.person_name == "江澄"
    assert row.subject == "关于补充岗位人手的诉求"
    assert row.category == "work_condition"
    assert desk.shell.bars[-2][0] == "good"
    assert row.number in desk.shell.bars[-2][1]
    (receipt,) = tmp_path.glob("*.pdf")
    assert receipt.read_bytes().startswith(b"%PDF")
    assert "江澄" not in receipt.name
    assert desk.form.typed() == set()
    assert not desk.form.isEnabled()
    assert not desk.page._side.banner.isVisible()
    desk.shell.links[-2]()
    assert desk.shell.opened == [("ordinary_appeal", row.id)]


def test_nothing_can_be_typed_before_the_first_answer(desk):
    assert not desk.form.isEnabled()
    desk.form.fields["facts"].editor.setFocus()
    assert desk.focused() != "facts"
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert desk.appeals() == []


def test_a_namesake_is_chosen_by_keys(desk, gate):
    unit = gate("clerk").read(units)[0]
    for month in ("1979.07", "1985.03"):
        gate("clerk").write(
            CreatePerson(
                "王艳",
                birth_month=month,
                unit_id=unit.id,
                person_category="civil_servant",
                phone="13911112222",
            )
        )
    desk.key(ENTER)
    desk.write("wangy")
    desk.look_up()
    assert desk.form.picker.overlay.isVisible()
    desk.key(DOWN)
    desk.key(DOWN)
    desk.key(ENTER)
    assert desk.form.picker.name() == "王艳"
    chosen = desk.form.picker.state.person
    assert chosen.row.birth_month == "1985.03"
    assert desk.form._text("phone") == "13911112222"
    assert desk.form._text("person_category") == "civil_servant"
    assert desk.form._text("unit") == str(unit.id)
    assert desk.focused() == "person_name"


def test_of_one_name_one_must_choose(desk, gate):
    gate("clerk").write(CreatePerson("江澄", birth_month="1979.07"))
    fill(desk)
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert desk.appeals() == []
    assert desk.error("person_name")
    assert desk.focused() == "person_name"
    desk.key(Qt.Key.Key_F8)
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    (row,) = desk.appeals()
    assert desk.gate.read(lambda read: card(read, row.id)).row.person_name == "江澄"


def test_somebody_new_is_entered_with_the_appeal(desk):
    fill(desk)
    desk.form.focus("person_name")
    desk.key(Qt.Key.Key_F7)
    assert desk.form.fields["birth_month"].isVisible()
    desk.form.focus("birth_month")
    desk.write("198503")
    desk.key(ENTER)
    desk.form.focus("post")
    desk.write("科员")
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    (row,) = desk.appeals()
    (person,) = desk.gate.read(lambda read: find_people(read, "江澄"))
    assert (person.birth_month, person.post, person.cases) == ("1985.03", "科员", 1)
    assert person.administration == "county_managed"
    assert row.person_name == "江澄"


def test_composing_submits_nothing(desk):
    fill(desk)
    desk.form.focus("phone")
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("zhong", []))
    desk.key(ENTER, CONTROL)
    desk.key(ENTER)
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert desk.appeals() == []
    assert desk.focused() == "phone"


def test_problems_stand_beside_their_fields_and_in_the_foot(desk):
    fill(desk)
    desk.form.fields["phone"].editor.setText("1381234567")
    desk.form.fields["category"].editor.set_value("")
    desk.key(Qt.Key.Key_S, CONTROL)
    assert "11" in desk.error("phone")
    assert desk.error("category")
    assert desk.focused() == "phone"
    assert [one.property("field") for one in desk.page._link_buttons] == ["phone", "category"]
    assert desk.appeals() == []
    assert desk.form._text("facts") == FACTS
    desk.form.fields["phone"].editor.setText("13812345670")
    assert desk.error("phone") == ""


def test_what_the_record_refuses_stands_beside_its_field(desk):
    fill(desk)
    desk.form.fields["received_on"].editor.setText("2026-03-20")
    desk.form.fields["received_on"].editor.textEdited.emit("2026-03-20")
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert desk.appeals() == []
    assert desk.error("received_on")
    assert desk.form._text("facts") == FACTS
    assert desk.form.isEnabled()


def test_a_guess_at_the_reporter_is_marked_and_never_saved(desk):
    fill(desk)
    desk.write("肯定是张科长告的我。")
    desk.qtbot.waitUntil(lambda: bool(desk.error("facts")), timeout=3000)
    editor = desk.form.fields["facts"].editor
    (marked,) = editor.extraSelections()
    assert "张科长" in marked.cursor.selectedText()
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert desk.appeals() == []
    editor.set_value(FACTS)
    desk.qtbot.waitUntil(lambda: not editor.extraSelections(), timeout=3000)
    assert desk.error("facts") == ""


def test_typing_is_kept_within_three_seconds_and_offered_again(desk, qtbot, theme):
    fill(desk)
    kept = lambda: desk.gate.read(lambda read: draft(read, "appeal", "new"))  # noqa: E731
    qtbot.waitUntil(
        lambda: (row := kept()) is not None and row.body["facts"] == FACTS, timeout=3000
    )
    again = IntakePage(desk.store, desk.shell)
    qtbot.addWidget(again, before_close_func=QWidget.hide)
    again.show()
    desk.settle()
    QApplication.instance().focusChanged.disconnect(again._autosave._on_app_focus_changed)
    assert again._form._text("facts") == FACTS
    assert again._strip.value() == "county_managed"
    assert desk.shell.bars[-1][0] == "info"


def test_saving_drops_the_draft(desk):
    fill(desk)
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert desk.gate.read(lambda read: draft(read, "appeal", "new")) is None
    desk.page._autosave.flush()
    desk.settle()
    assert desk.gate.read(lambda read: draft(read, "appeal", "new")) is None


def test_what_the_city_manages_is_never_typed_nor_kept(desk, center):
    fill(desk)
    desk.page._autosave.flush()
    desk.settle()
    desk.page._strip.answer("city_managed").setFocus()
    desk.key(ENTER)
    desk.settle()
    assert desk.shell.questions
    assert desk.page._stack.currentIndex() == 1
    assert desk.form.typed() == set()
    assert not desk.form.isEnabled()
    assert desk.gate.read(lambda read: draft(read, "appeal", "new")) is None
    desk.page._autosave.flush()
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert desk.appeals() == []
    assert desk.gate.read(lambda read: draft(read, "appeal", "new")) is None


@pytest.mark.parametrize("kind", ["accusation", "law", "city_managed"])
def test_product_3_5_after_the_hand_over_no_string_typed_before_is_stored(desk, kind):
    """The decrypted store, its drafts and its trail are read through."""
    mark = "磐䶮籼"
    fill(desk, name=f"江{mark}")
    desk.form.fields["facts"].editor.set_value(f"有人{mark}收受礼金。")
    desk.page._autosave.touch()
    desk.page._autosave.flush()
    desk.settle()
    assert holds(desk.gate, mark)
    if kind == "city_managed":
        desk.page._strip.answer(kind).setFocus()
        desk.key(ENTER)
    else:
        desk.page._on_strip_refused_matter(kind)
    desk.settle()
    assert desk.page._stack.currentIndex() == 1
    desk.page._autosave.flush()
    desk.settle()
    assert not holds(desk.gate, mark)
    envelope = desk.page._hand_on._envelope
    assert envelope.isVisible() == (kind != "law")
    if kind != "law":
        envelope.click()
        assert desk.shell.opened[-1] == ("envelopes", {"book": "envelope", "open": "receive"})


def test_the_guidance_slip_names_nobody(desk, tmp_path):
    desk.shell.save_to = tmp_path
    desk.page._strip.answer("city_managed").setChecked(True)
    desk.page._hand_on._print.click()
    desk.settle()
    (slip,) = tmp_path.glob("*.pdf")
    assert slip.read_bytes().startswith(b"%PDF")


def test_a_note_is_held_and_gone_on_with(desk):
    desk.key(ENTER)
    desk.write("赵青")
    desk.look_up()
    desk.form.focus("requests")
    desk.write("想问津补贴")
    desk.key(Qt.Key.Key_F9)
    desk.settle()
    (note,) = desk.gate.read(held_notes)
    assert (note.person_name, note.line) == ("赵青", "想问津补贴")
    assert desk.form.typed() == set()
    desk.page.apply_filters(held=note.id)
    desk.settle()
    assert not desk.form.isEnabled()
    assert desk.form._text("requests") == "想问津补贴"


def test_a_switch_of_language_loses_nothing(desk):
    fill(desk)
    before = desk.form.values()
    desk.page.retranslate()
    desk.settle()
    assert desk.form.values() == before
    assert desk.form.isEnabled()
    desk.page.activateWindow()
    QTest.qWaitForWindowActive(desk.page)
    desk.form.focus("facts")
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert len(desk.appeals()) == 1


def test_files_are_filed_after_registration(desk, tmp_path):
    paper = tmp_path / "方案.txt"
    paper.write_text("岗位设置", encoding="utf-8")
    desk.shell.files = [paper]
    fill(desk)
    desk.key(Qt.Key.Key_U, CONTROL)
    assert [one.name for one in desk.form.materials.value()] == ["方案.txt"]
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    (row,) = desk.appeals()
    assert desk.gate.read(lambda read: card(read, row.id)).row.has_files


def test_settled_on_the_spot_in_the_same_form(desk):
    fill(desk)
    desk.page._spot.click()
    desk.write("已当面说明政策")
    desk.key(TAB)
    desk.key(Qt.Key.Key_Space)
    desk.form.fields["confirmation"].editor.set_value("当面确认")
    desk.key(ENTER, CONTROL)
    desk.settle()
    (row,) = desk.appeals()
    assert row.on_the_spot
    assert row.state == "replied"


def test_a_repeat_is_linked_by_its_number(desk):
    fill(desk)
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    fill(desk)
    desk.form.fields["is_first"].editor.set_value("repeated")
    desk.form.focus("earlier_number")
    desk.write("2026-9")
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert desk.error("earlier_number")
    desk.form.fields["earlier_number"].editor.setText("2026-1")
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert len(desk.appeals()) == 2
    assert any(row.has_links for row in desk.appeals())


def everything_stored(gate) -> str:
    """Return every value of every table as one text."""

    def ask(read) -> str:
        tables = read.session.connection().exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
        names = [name for (name,) in tables]
        return "".join(
            str(tuple(row))
            for name in names
            for row in read.session.connection().exec_driver_sql(f'SELECT * FROM "{name}"')
        )

    return gate.read(ask)


def holds(gate, text: str) -> bool:
    """Return whether a text stands in the store, plain or as drafts write it."""
    stored = everything_stored(gate)
    return text in stored or json.dumps(text)[1:-1] in stored.replace("\\\\", "\\")


def test_no_word_typed_for_the_city_stays_in_the_store(desk):
    fill(desk, name="欧阳澈")
    desk.page._autosave.flush()
    desk.settle()
    assert holds(desk.gate, FACTS)
    assert holds(desk.gate, "欧阳澈")
    desk.page._strip.answer("city_managed").setFocus()
    desk.key(ENTER)
    desk.settle()
    for typed in (FACTS, "欧阳澈", "13812345678"):
        assert not holds(desk.gate, typed)


def test_a_no_to_the_question_keeps_form_and_answer(desk):
    fill(desk)
    desk.shell.says_yes = False
    desk.page._strip.answer("city_managed").setFocus()
    desk.key(ENTER)
    desk.settle()
    assert desk.page._strip.value() == "county_managed"
    assert desk.form._text("facts") == FACTS
    assert desk.page._stack.currentIndex() == 0


def test_likely_repeats_stand_beside_the_form(desk):
    fill(desk)
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    fill(desk)
    banner = desk.page._side.banner
    desk.qtbot.waitUntil(banner.isVisible, timeout=3000)
    banner.merge_wanted.emit(banner.current_key())
    assert desk.form._text("is_first") == "repeated"
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert sum(row.has_links for row in desk.appeals()) >= 1


def test_a_late_receipt_needs_a_reason(desk):
    fill(desk)
    desk.form.focus("received_on")
    desk.form.fields["received_on"].editor.selectAll()
    desk.write("0210")
    desk.key(ENTER)
    assert desk.form.fields["backdated_reason"].isVisible()
    desk.key(Qt.Key.Key_S, CONTROL)
    assert desk.error("backdated_reason")
    desk.form.focus("backdated_reason")
    desk.write("停电，先记在纸上")
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    (row,) = desk.appeals()
    assert row.received_on.isoformat() == "2026-02-10"


def test_a_personnel_decision_shows_the_persons_own_window(desk):
    fill(desk)
    desk.form.fields["category"].editor.set_value("personnel_decision")
    assert desk.form.fields["remedy_matter"].isVisible()
    desk.form.fields["remedy_matter"].editor.set_value("dismissal")
    desk.form.focus("knew_on")
    desk.write("0220")
    desk.key(ENTER)
    shown = desk.form.remedy
    # Thirty days after 20 February is a Sunday; the day after is the last one.
    desk.qtbot.waitUntil(lambda: "2026-03-23" in shown.text())
    assert shown.isVisible()
    assert "第九十五条" in shown.text() or "Art. 95" in shown.text()


def test_pay_shows_the_same_window_without_a_question(desk):
    fill(desk)
    desk.form.fields["category"].editor.set_value("treatment")
    assert not desk.form.fields["remedy_matter"].isVisible()
    desk.form.focus("knew_on")
    desk.write("0220")
    desk.key(ENTER)
    desk.qtbot.waitUntil(lambda: "2026-03-23" in desk.form.remedy.text())
    assert desk.form.intake("county_managed", None).remedy_matter == "treatment"


def test_a_consultation_takes_four_entries(desk):
    dialog = desk.page._consultation.open()
    dialog._editors["category"].set_value("treatment")
    dialog._editors["line"].setText("问年度考核时间")
    dialog.submit()
    desk.settle()
    assert desk.shell.bars[-1][0] == "good"
    assert not dialog.isVisible()


def test_what_is_under_way_opens_the_answers(desk):
    buttons = [
        one
        for one in desk.page._strip.findChildren(QWidget)
        if one.property("matter") == "underway"
    ]
    buttons[0].click()
    assert desk.shell.opened[-1][0] == "query"


def test_a_held_note_that_was_gone_on_with_comes_back_with_the_draft(desk, qtbot):
    desk.gate.write(Hold("赵青", "想问津补贴", "13812345678"))
    (note,) = desk.gate.read(held_notes)
    desk.page._on_note_taken(note)
    desk.key(ENTER)
    desk.form.focus("facts")
    desk.write(FACTS)
    desk.page._autosave.flush()
    desk.settle()
    again = IntakePage(desk.store, desk.shell)
    qtbot.addWidget(again, before_close_func=QWidget.hide)
    again.show()
    desk.settle()
    QApplication.instance().focusChanged.disconnect(again._autosave._on_app_focus_changed)
    assert again._held is not None
    assert again._held.id == note.id


def test_letters_in_the_number_of_visitors_break_nothing(desk):
    fill(desk)
    desk.form.fields["head_count"].editor.setText("三")
    desk.key(Qt.Key.Key_S, CONTROL)
    assert desk.error("head_count")
    desk.form.fields["head_count"].editor.setText("3")
    desk.key(Qt.Key.Key_S, CONTROL)
    desk.settle()
    assert len(desk.appeals()) == 1
