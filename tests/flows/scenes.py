"""Scenes that several stories play, each by keys alone."""

from functools import partial
from typing import Any

from db.statistics.balance import check_balance
from db.statistics.queries import month_json, monthly
from tests.conftest import Center
from tests.flows.window import CTRL, KEY, Lost, Person, code_of

NAME = "江澄"
SUBJECT = "关于补充岗位人手的诉求"
FACTS = "岗位核定九名，现在岗五名，连续加班三个月。"
MONTH = "2026-03"
FUNNEL = ("finding_received_count", "assessed_count", "should_clear_count", "cleared_case_count")
FINDING: dict[str, Any] = {
    "category": "untrue",
    "letter_number": "泽纪函〔2026〕5号",
    "issued_on": "20260302",
    "sayable": "反映其违规发放补贴的问题不属实。",
}
CARRIED_OUT: dict[str, Any] = {
    "modes_done": ("written", "meeting"),
    "place": "镇政府三楼会议室",
    "audience_count": "42",
    "letter_number": "泽纪函〔2026〕9号",
    "letter_on": "20260302",
    "delivered_on": "20260302",
    "delivery_signer": NAME,
}


def fill_in(clerk: Person) -> None:
    """The form from its first question to its last field."""
    clerk.page("intake")
    clerk.press(KEY.Key_Return)  # 区（县）管
    clerk.go("person_name")
    clerk.type(NAME)
    picker = clerk.window._stack.currentWidget()._form.picker
    clerk.until(lambda: picker._asked == NAME, "the name was looked up")
    clerk.settle()
    clerk.press(KEY.Key_Return)
    clerk.fill(person_category="civil_servant", phone="13812345678", category="work_condition")
    clerk.fill(transfer_wish="may_transfer", requests="补充岗位人手", facts=FACTS)


def register(clerk: Person) -> None:
    """Fill in the form and save it without a receipt."""
    fill_in(clerk)
    clerk.press(KEY.Key_S, CTRL)
    clerk.settle()
    clerk.follow_bar()
    clerk.wait_for("registered")


def accept(clerk: Person, procedure: str = "internal") -> None:
    """Preliminary opinion and acceptance."""
    clerk.do("send_to_screening", proposed_opinion="拟受理并转有关单位办理。")
    clerk.wait_for("screening")
    clerk.do("accept", procedure=procedure)
    clerk.wait_for("accepted")


def assign(clerk: Person, unit: str, move: str = "assign") -> None:
    """Propose a lead unit by a part of its name."""
    clerk.move(move)
    clerk.put(clerk.go("unit"), code_of(clerk.go("unit"), unit))
    clerk.fill(requirement="请按职责办理")
    trouble = clerk.submit()
    if trouble:
        raise Lost(f"{move}: {trouble}")


def apply_to_be_cleared(clerk: Person) -> None:
    """登记澄清申请 at the desk."""
    clerk.page("clarification")
    clerk.named("apply")
    clerk.dialog()
    clerk.write_name(NAME)
    clerk.fill(phone="13812345678", stated_content="有人说我违规发放补贴，与事实不符。")
    clerk.fill(wish="希望在单位说明情况。")
    trouble = clerk.submit()
    if trouble:
        raise Lost(f"application: {trouble}")
    clerk.wait_for("applied")


def refer(clerk: Person, organ: str) -> None:
    """Pass the application on to the body that is competent."""
    clerk.move("refer")
    field = clerk.go("organ_unit_id")
    clerk.put(field, code_of(field, organ))
    trouble = clerk.submit()
    if trouble:
        raise Lost(f"refer: {trouble}")
    clerk.wait_for("waiting_conclusion")


def write_record(talker: Person) -> None:
    """The record of the open talk, by its talker."""
    talker.fill(thoughts="工作压力较大。", response="已说明政策，协调解决。")
    talker.press(KEY.Key_Return, CTRL)
    talker.wait_for("recorded")


def compare(manager: Person) -> int:
    """Compare every move recorded from paper on the open card; return how many there were."""
    page = manager.window._stack.currentWidget()

    def waiting() -> list[str]:
        return [e.behalf_of for e in page._card.events if e.needs_confirmation]

    def to_compare(widget: Any) -> bool:
        return any(widget.text().endswith(signer) for signer in waiting())

    manager.until(lambda: page._card is not None, "the card")
    count = len(waiting())
    for left in range(count, 0, -1):
        manager.button(to_compare, f"comparison of {waiting()}")
        manager.until(lambda left=left: len(waiting()) < left, "one less to compare")
    return count


def figures(center: Center, month: str = MONTH) -> dict[str, Any]:
    """Return the month's figures as the record counts them; they must foot."""
    counted = center.gate("manager").read(partial(monthly, month=month))
    assert check_balance(counted) == []
    return month_json(counted)


def month_page(manager: Person) -> dict[str, str]:
    """Return what the page 统计月报 shows: tiles and steps of the funnel by their keys."""
    page = manager.page("statistics")
    manager.until(lambda: page._page is not None, "the month")
    manager.settle()
    shown = {tile.figure().key: tile.figure().value for tile in page._strip.tiles()}
    shown["opening_aside"] = next(
        tile.figure().aside for tile in page._strip.tiles() if tile.figure().key == "open_count"
    )
    for button in page._steps.buttons():
        line = button.line()
        shown[line.key] = line.value
    return shown


def agree(shown: dict[str, str], counted: dict[str, Any], *names: str) -> None:
    """The page shows what the record counts."""
    for name in names:
        assert shown[name].split("/")[0].strip() == str(counted[name]), (name, shown[name])
