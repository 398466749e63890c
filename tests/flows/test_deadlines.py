"""Dates through the real window: a person's own ways, an extension, a changed calendar.

PRODUCT §3-12 and §3-13, OFFICE §1-10, and the fourth Show of the issue on every track.
"""

from datetime import date

from db.core.clock import instant
from tests.codes.test_notice_text import NOTICE_2026
from tests.conftest import Center
from tests.flows.conftest import Sit
from tests.flows.scenes import accept, assign, fill_in, register
from tests.flows.window import CTRL, KEY, Person


def answered(clerk: Person, words: str) -> None:
    """Wait until the person's own ways tell something."""
    shown = clerk.window._stack.currentWidget()._form.remedy
    clerk.until(lambda: words in shown.text(), words)


def test_a_decision_shows_its_ways_and_is_redirected_in_time(sit: Sit) -> None:
    clerk = sit("clerk")
    fill_in(clerk)
    clerk.fill(category="personnel_decision", remedy_matter="dismissal")
    # Day 30 is in time, day 31 is not; calendar days, the last one rolled off a Sunday.
    for knew, told in (
        ("20260131", "至2026-03-02，剩0日"),
        ("20260130", "至2026-03-02，剩0日"),
        ("20260129", "已于2026-02-28届满"),
        ("20260210", "至2026-03-12，剩10日"),
    ):
        clerk.fill(knew_on=knew)
        clerk.press(KEY.Key_Tab)
        answered(clerk, told)
    clerk.press(KEY.Key_S, CTRL)
    clerk.settle()
    clerk.follow_bar()
    clerk.wait_for("registered")
    clerk.do("send_to_screening", proposed_opinion="拟引导。")
    clerk.wait_for("screening")
    dialog = clerk.move("redirect")
    held = {name: editor.value() for name, editor in dialog._editors.items()}
    assert held["route"] == "hr_review"
    assert held["last_day"] in ("2026-03-12", date(2026, 3, 12))
    assert "3月12日前（含当日）向原处理机关" in held["reason"]
    assert not clerk.submit()
    manager = sit("manager")
    manager.find("0001")
    manager.decide()
    manager.wait_for("redirected")


def test_an_extension_is_agreed_told_and_shown(sit: Sit) -> None:
    clerk = sit("clerk")
    register(clerk)
    accept(clerk)
    assign(clerk, "人社")
    manager = sit("manager")
    manager.find("0001")
    manager.decide()
    manager.wait_for("assigned")
    hr = sit("hr")
    hr.find("0001")
    hr.do("sign_in", section="人事科", handler_name="何俊贤")
    hr.wait_for("in_progress")
    assert hr.is_refused("request_extension", days="31", reason="情况复杂")
    hr.do("request_extension", days="30", reason="需会同财政核定")
    leader = sit("hr_leader")
    leader.find("0001")
    leader.decide()
    leader.wait_for("in_progress")
    clerk = sit("clerk")
    clerk.find("0001")
    assert "告知本人" in clerk.lacking()
    clerk.do("tell_extension", how="电话告知本人")
    clerk.until(lambda: "告知本人" not in clerk.lacking(), "nobody is owed anything")
    page = clerk.window._stack.currentWidget()
    clocks = {clock.rule: clock for clock in page._card.clocks}
    assert clocks["internal_completion"].due_on == date(2026, 6, 1)
    assert "tell_extension" not in clerk.offers()


def test_a_make_up_day_is_taken_back_and_the_date_follows(sit: Sit, center: Center) -> None:
    center.clock.set(instant(date(2026, 5, 7), 9))
    clerk = sit("clerk")
    register(clerk)
    keeper = sit("secadmin")
    page = keeper.page("calendar")
    keeper.until(lambda: page._shown is not None, "the year")
    keeper.button(lambda w: w is page.enter, "enter the notice")
    dialog = keeper.dialog()
    keeper.tab_to(lambda w: w is dialog.text, "text")
    keeper.type(NOTICE_2026.replace("5月9日（周六）上班。", ""))
    keeper.button(lambda w: w is dialog.read_button, "read the text")
    keeper.until(lambda: dialog.moves.model.rowCount() > 0, "what moves")
    told = [(row.rule, row.before, row.after, row.number) for row in dialog.moves.model.rows]
    assert told == [("dispatch_blue_card", date(2026, 5, 11), date(2026, 5, 12), "")]
    assert not keeper.submit()
    clerk = sit("clerk")
    clerk.find("0001")
    page = clerk.window._stack.currentWidget()
    due = {clock.rule: clock.due_on for clock in page._card.clocks}
    assert due["dispatch_blue_card"] == date(2026, 5, 12)
    assert due["acceptance_notice"] == date(2026, 5, 22), "calendar days do not move"
    assert page._card.row.next_due_on == date(2026, 5, 12)
