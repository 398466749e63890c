"""领导要件: lists with names on the spot, one approver, numbered copies, back after reading."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from db.appeals.queries import waiting_approvals
from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.documents.papers import Ledger, OnePage
from db.office.unit_rows import units
from db.registers.copies import AskCopy, copies, copy_paper, numbered_papers
from db.registers.leader_lists import LISTS, ListWish, leader_paper
from tests.appeals.test_flow import assign, to_accepted
from tests.conftest import Center

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)


def paper(gate: Gate, name: str, **wish: object) -> Ledger | OnePage:
    return gate.read(lambda r: leader_paper(r, ListWish(name, **wish)))  # type: ignore[arg-type]


def test_a_list_names_people_and_says_how_things_stand_on_top(gate: Gates, center: Center) -> None:
    first = to_accepted(gate)
    assign(gate, first, "hr")
    to_accepted(gate)
    found = paper(gate("clerk"), "open")
    assert isinstance(found, Ledger)
    assert found.summary.startswith("截至3月2日9时，在办干部诉求2件，其中超期0件、临期")
    assert {row[3] for row in found.rows} == {"王䶮"}
    assert {row[7] for row in found.rows} == {"人社局", "待转办"}
    center.clock.advance(days=5)
    assert getattr(paper(gate("manager"), "overdue"), "rows", ()) == ()
    center.clock.advance(days=115)
    late = paper(gate("manager"), "overdue")
    assert isinstance(late, Ledger)
    assert "其中超期2件" in late.summary
    assert late.rows[0][9].startswith("超期")


def test_what_is_in_the_hands_of_the_discipline_organ_is_not_timed(gate: Gates) -> None:
    assign(gate, to_accepted(gate), "discipline")
    found = paper(gate("manager"), "open")
    assert isinstance(found, Ledger)
    assert (found.rows[0][8], found.rows[0][9]) == ("—", "—")


@pytest.mark.parametrize("name", LISTS)
def test_every_ready_list_can_be_made_and_an_empty_one_says_so(gate: Gates, name: str) -> None:
    unit = next(u.id for u in gate("clerk").read(units))
    found = (
        paper(gate("clerk"), name, unit_id=unit, category="treatment", person_id=1)
        if (name != "person")
        else None
    )
    if found is not None:
        assert isinstance(found, Ledger)
        assert found.rows == ()
        assert found.summary


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("unit", "missing_unit_id"),
        ("category", "missing_category"),
        ("person", "missing_person"),
        ("one_page", "missing_appeal_id"),
        ("nonsense", "unknown_value"),
    ],
)
def test_a_list_of_something_asks_of_what(gate: Gates, name: str, code: str) -> None:
    with pytest.raises(RefusedError, match=code):
        paper(gate("clerk"), name)


def test_the_week_begins_on_monday(gate: Gates, center: Center) -> None:
    to_accepted(gate)
    assert len(getattr(paper(gate("clerk"), "week"), "rows", ())) == 1
    center.clock.advance(days=7)
    assert getattr(paper(gate("clerk"), "week"), "rows", ()) == ()


def test_a_matter_stands_on_one_page_with_its_five_parts(gate: Gates) -> None:
    appeal = to_accepted(gate)
    assign(gate, appeal, "hr")
    found = paper(gate("clerk"), "one_page", appeal_id=appeal)
    assert isinstance(found, OnePage)
    assert [section.heading for section in found.sections] == [
        "基本情况",
        "主要诉求",
        "办理经过",
        "目前情况",
        "下步打算",
    ]
    assert all(section.text for section in found.sections)
    assert "人社局" in found.sections[3].text
    own = paper(gate("clerk"), "one_page", appeal_id=appeal, next_steps="本周会商。")
    assert isinstance(own, OnePage)
    assert own.sections[4].text == "本周会商。"


def asked(gate: Gates, by: str = "clerk", copies: int = 2) -> int:
    wish = AskCopy(ListWish("open"), "报区委主要负责同志阅", "区委办公室", copies)
    return gate(by).write(wish).value.entry_id


def test_a_copy_leaves_with_its_number_once_another_agreed_and_comes_back(gate: Gates) -> None:
    to_accepted(gate)
    entry = asked(gate)
    with pytest.raises(RefusedError, match="copy_not_approved"):
        gate("clerk").read(lambda r: numbered_papers(r, entry))
    (row,) = gate("manager").read(copies)
    assert row.may_decide
    assert row.approval_id is not None
    gate("manager").write(Decide(row.approval_id, "agreed"))
    out = {"recipient": "区委办公室", "handed_on": DAY, "back_by": DAY + timedelta(days=3)}
    gate("clerk").write(Take("numbered_copy", entry, "hand_out", out))
    papers = gate("clerk").read(lambda r: numbered_papers(r, entry))
    assert [p.copy_number for p in papers] == ["000001", "000002"]
    second = asked(gate, copies=1)
    agree_all(gate)
    gate("clerk").write(Take("numbered_copy", second, "hand_out", out))
    papers = gate("clerk").read(lambda r: numbered_papers(r, second))
    assert [p.copy_number for p in papers] == ["000003"]
    back = {"collected_on": DAY}
    gate("clerk").write(Take("numbered_copy", entry, "collect", back))
    states = {row.id: row.state for row in gate("clerk").read(copies)}
    assert states == {entry: "collected", second: "handed_out"}


def agree_all(gate: Gates) -> None:
    for approval in gate("manager").read(waiting_approvals):
        gate("manager").write(Decide(approval.id, "agreed"))


def test_nobody_approves_his_own_list(gate: Gates) -> None:
    to_accepted(gate)
    asked(gate, by="manager")
    (row,) = gate("manager").read(copies)
    assert not row.may_decide
    with pytest.raises(RefusedError, match="self_approval"):
        gate("manager").write(Decide(row.approval_id or 0, "agreed"))


def test_what_was_approved_is_what_leaves(gate: Gates) -> None:
    to_accepted(gate)
    entry = asked(gate)
    to_accepted(gate)
    kept = gate("manager").read(lambda r: copy_paper(r, entry))
    assert isinstance(kept, Ledger)
    assert len(kept.rows) == 1


def test_departments_make_no_lists(gate: Gates) -> None:
    with pytest.raises(NotAllowedError):
        paper(gate("hr"), "open")
    with pytest.raises(NotAllowedError):
        gate("hr").read(copies)


def test_notes_stand_with_their_words_and_days(gate: Gates) -> None:
    note = {
        "subject": "关于补贴口径",
        "leader": "史文远",
        "leader_post": "区委副书记",
        "noted_on": DAY,
        "wording": "请研究。",
        "kind": "handle",
        "due_on": date(2026, 3, 10),
    }
    gate("clerk").write(Open("leader_note", "enter", note))
    found = paper(gate("manager"), "notes")
    assert isinstance(found, Ledger)
    assert found.rows[0][5] == "请研究。"
    assert found.summary.startswith("截至3月2日9时，未办结领导批示件1件")
