"""查询答复: one sentence, the same for none and for not yours."""

import pytest
from PySide6.QtCore import Qt

from db.appeals.queries import card
from db.clarification.intake import Apply
from desktop.appeals.query_page import QueryPage
from desktop.store import Store
from tests.conftest import Center
from tests.desktop.page_kit import Chinese, KitShell, accepted, settle


class Desk:
    def __init__(self, qtbot, theme, center: Center) -> None:
        self.qtbot = qtbot
        self.center = center
        self.store = Store(center.gate("clerk"))
        self.shell = KitShell(theme, self.store)
        self.page = QueryPage(self.store, self.shell)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 700)
        self.page.show()

    def ask(self, number: str, last4: str = "", *, in_person: bool = False) -> str:
        self.page.number.set_value(number)
        self.page.last4.set_value(last4)
        self.page.in_person.setChecked(in_person)
        self.qtbot.mouseClick(self.page.ask, Qt.MouseButton.LeftButton)
        settle(self.qtbot, self.store)
        return self.page.words.text()


@pytest.fixture
def desk(qtbot, theme, center):
    made = Desk(qtbot, theme, center)
    yield made
    made.store.close()


def test_only_the_words_for_the_applicant_are_told(desk):
    appeal = accepted(desk.center, "王䶮", "乡镇工作补贴问题")
    found = desk.center.gate("clerk").read(lambda r: card(r, appeal))
    words = desk.ask(found.row.number, "2417")
    assert words == "Accepted"
    for shorter in ("2026-0001", "1", "泽诉受[2026]0001号", "泽诉受〔2026〕0001"):
        assert desk.ask(shorter, "2417") == words
    note = desk.page._note.text()
    assert found.row.number in note
    assert "王䶮" not in note + desk.page.words.text()
    events = desk.center.gate("clerk").read(lambda r: card(r, appeal)).events
    assert events[0].act == "tell_applicant"


def test_none_and_not_his_read_the_same(desk):
    appeal = accepted(desk.center, "王䶮", "乡镇工作补贴问题")
    number = desk.center.gate("clerk").read(lambda r: card(r, appeal)).row.number
    texts = set()
    for typed, last4, in_person in (
        (number, "0000", False),
        ("泽诉受〔2026〕0999号", "2417", False),
        ("泽诉受〔2026〕0999号", "", True),
        ("nonsense", "2417", False),
    ):
        texts.add((desk.ask(typed, last4, in_person=in_person), desk.page._note.text()))
    assert texts == {("No matching case", "")}
    assert desk.ask(number, in_person=True) == "Accepted"


def test_missing_entries_are_named_at_their_fields(desk):
    desk.ask("", "2417")
    assert desk.page._number_field.error
    desk.ask("2026-0001", "24")
    assert desk.page._last4_field.error
    assert not desk.page._answer.isVisible()
    assert not desk.shell.errors


def test_an_application_for_clearing_says_its_one_sentence(desk):
    made = desk.center.gate("clerk").write(
        Apply("网上称本人违规领取补贴。", person_name="王䶮", phone="19000002417")
    )
    words = desk.ask(made.value.number, "2417")
    assert words
    assert words != "No matching case"
    assert desk.ask(made.value.number, "0000") == "No matching case"


def test_typing_anew_or_esc_takes_the_answer_away(desk):
    accepted(desk.center, "王䶮", "乡镇工作补贴问题")
    assert desk.ask("1", "2417") == "Accepted"
    desk.page.number.set_value("2")
    assert not desk.page._answer.isVisible()
    desk.ask("1", "2417")
    desk.qtbot.keyClick(desk.page, Qt.Key.Key_Escape)
    assert not desk.page._answer.isVisible()
    assert desk.page.number.value() == ""


def test_keys_alone_suffice(desk):
    accepted(desk.center, "王䶮", "乡镇工作补贴问题")
    desk.page.number.setFocus()
    desk.qtbot.keyClicks(desk.page.number, "2026-0001")
    desk.qtbot.keyClick(desk.page.number, Qt.Key.Key_Return)
    desk.qtbot.keyClicks(desk.page.last4, "2417")
    desk.qtbot.keyClick(desk.page.last4, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk.qtbot, desk.store)
    assert desk.page.words.text() == "Accepted"


def test_the_page_speaks_chinese(desk, qapp):
    words = Chinese()
    qapp.installTranslator(words)
    try:
        desk.shell.labels.chinese = True
        accepted(desk.center, "王䶮", "乡镇工作补贴问题")
        assert desk.ask("1", "2417") == "已受理"
        assert desk.ask("1", "0000") == "未查到符合条件的件。"
        assert not {m for m in words.missing if m[0] == "QueryPage"}
    finally:
        qapp.removeTranslator(words)
