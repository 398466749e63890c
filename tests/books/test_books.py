"""The engine of books, shown with the register of leaders' notes."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from db.appeals.queries import waiting_approvals
from db.approvals.deciding import Decide
from db.books.commands import Amend, Open, Take
from db.books.queries import book_heads, entry_card, entry_ids, entry_rows
from db.books.rows import EntryFilter
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.core.gate import Gate
from db.office.unit_rows import units
from tests.conftest import Center

Gates = Callable[[str], Gate]
BOOK = "leader_note"


def a_note(**changes: Any) -> dict[str, Any]:
    return {
        "subject": "关于乡镇工作补贴衔接问题的诉求",
        "leader": "史文远",
        "leader_post": "区委副书记",
        "noted_on": date(2026, 3, 2),
        "wording": "请人社局会同财政局研究。",
        "kind": "handle",
        **changes,
    }


def entered(gate: Gates, **changes: Any) -> int:
    return gate("clerk").write(Open(BOOK, "enter", a_note(**changes))).value.entry_id


def taken(gate: Gates, entry_id: int, move: str, *, by: str = "clerk", **values: Any) -> Any:
    return gate(by).write(Take(BOOK, entry_id, move, values)).value


def a_unit(gate: Gates) -> int:
    return next(u.id for u in gate("clerk").read(units))


def test_an_entry_has_number_day_title_and_its_clock_by_the_leaders_date(gate: Gates) -> None:
    entry_id = entered(gate, due_on=date(2026, 3, 20))
    card = gate("manager").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.number == "批示〔2026〕1号"
    assert card.row.title == "关于乡镇工作补贴衔接问题的诉求"
    assert card.row.entered_on == date(2026, 3, 2)
    assert card.row.due_on == date(2026, 3, 20)
    assert card.row.due_rule == "leader_feedback"
    assert [e.act for e in card.events] == ["enter"]
    assert card.moves == ("assign",)


def test_a_missing_field_is_named_and_nothing_is_kept(gate: Gates) -> None:
    with pytest.raises(RefusedError) as caught:
        gate("clerk").write(Open(BOOK, "enter", a_note(leader=" ")))
    assert (caught.value.code, caught.value.field) == ("missing_leader", "leader")
    assert list(gate("clerk").read(lambda r: entry_ids(r, BOOK, EntryFilter()))) == []
    assert entered(gate)
    assert gate("clerk").read(
        lambda r: [row.number for row in entry_rows(r, BOOK, [1]).values()]
    ) == ["批示〔2026〕1号"]


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"noted_on": date(2026, 3, 3)}, "date_in_future", "noted_on"),
        ({"noted_on": date(1899, 1, 1)}, "date_too_early", "noted_on"),
        ({"subject": "长" * 201}, "text_too_long", "subject"),
        ({"kind": "nonsense"}, "unknown_value", "kind"),
        ({"appeal_id": "泽诉受〔2026〕9999号"}, "unknown_case", "appeal_id"),
        ({"wording": "肯定是张三告的"}, "guess_of_reporter", "wording"),
    ],
)
def test_what_cannot_be_kept_is_refused_beside_its_field(
    gate: Gates, changes: dict[str, Any], code: str, field: str
) -> None:
    with pytest.raises(RefusedError) as caught:
        gate("clerk").write(Open(BOOK, "enter", a_note(**changes)))
    assert (caught.value.code, caught.value.field) == (code, field)


def test_the_whole_way_of_a_note_and_its_decision_by_another(center: Center, gate: Gates) -> None:
    entry_id = entered(gate)
    taken(gate, entry_id, "assign", unit_id=a_unit(gate), handler="何俊贤")
    taken(gate, entry_id, "note_progress", progress="已商财政局。")
    taken(gate, entry_id, "finish", progress="已统一口径。", finished_on=date(2026, 3, 2))
    taken(gate, entry_id, "report", reported_on=date(2026, 3, 2), report_way="written")
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert [c.rule for c in card.clocks if c.stopped_on is None] == []
    waiting = taken(gate, entry_id, "close", archive_number="2026-7")
    assert waiting.state == "reported"
    with pytest.raises(RefusedError, match="decision_pending"):
        taken(gate, entry_id, "close", archive_number="2026-8")
    mine = gate("manager").read(waiting_approvals)
    assert [(a.track, a.number, a.title) for a in mine] == [
        (BOOK, "批示〔2026〕1号", "关于乡镇工作补贴衔接问题的诉求")
    ]
    gate("manager").write(Decide(mine[0].id, "agreed"))
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert (card.row.state, card.row.values["archive_number"]) == ("closed", "2026-7")
    assert card.moves == ()


def test_nobody_decides_his_own_proposal(gate: Gates) -> None:
    entry_id = entered(gate)
    taken(gate, entry_id, "assign", unit_id=a_unit(gate))
    taken(gate, entry_id, "finish", progress="办结。", finished_on=date(2026, 3, 2))
    taken(gate, entry_id, "report", reported_on=date(2026, 3, 2), report_way="oral")
    waiting = taken(gate, entry_id, "close", by="manager")
    with pytest.raises(RefusedError, match="self_approval"):
        gate("manager").write(Decide(waiting.approval_id, "agreed"))


def test_an_illegal_move_is_refused_never_dropped(gate: Gates) -> None:
    with pytest.raises(RefusedError, match="illegal_move"):
        taken(gate, entered(gate), "report")


def test_who_may_not_read_a_book_sees_neither_entry_nor_count(gate: Gates) -> None:
    entry_id = entered(gate)
    for login in ("hr", "discipline_leader", "auditor"):
        assert gate(login).read(lambda r: book_heads(r, (BOOK,))) == ()
        assert list(gate(login).read(lambda r: entry_ids(r, BOOK, EntryFilter()))) == []
        with pytest.raises(NotAllowedError):
            gate(login).read(lambda r: entry_card(r, BOOK, entry_id))
    for login in ("hr", "discipline_leader"):
        with pytest.raises(NotAllowedError):
            gate(login).write(Take(BOOK, entry_id, "assign", {"unit_id": 1}))


def test_two_who_change_the_same_entry_lose_nothing(gate: Gates) -> None:
    entry_id = entered(gate)
    seen = gate("manager").read(lambda r: entry_card(r, BOOK, entry_id)).row.version
    taken(gate, entry_id, "assign", unit_id=a_unit(gate))
    with pytest.raises(ConflictError):
        gate("manager").write(Take(BOOK, entry_id, "assign", {"unit_id": a_unit(gate)}, seen=seen))


def test_a_correction_needs_a_reason_and_an_open_field(gate: Gates) -> None:
    entry_id = entered(gate)
    with pytest.raises(RefusedError, match="missing_reason"):
        gate("clerk").write(Amend(BOOK, entry_id, {"leader": "史文达"}, " "))
    with pytest.raises(RefusedError, match="not_amendable"):
        gate("clerk").write(Amend(BOOK, entry_id, {"due_on": None}, "录错"))
    gate("clerk").write(Amend(BOOK, entry_id, {"leader": "史文达"}, "录错"))
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.values["leader"] == "史文达"
    assert [e.act for e in card.events] == ["amend", "enter"]


def test_the_list_is_sorted_searched_and_counts_what_is_late(center: Center, gate: Gates) -> None:
    first = entered(gate, subject="甲事项", due_on=date(2026, 3, 3))
    second = entered(gate, subject="乙事项")
    ids = gate("clerk").read(lambda r: entry_ids(r, BOOK, EntryFilter(text="甲事")))
    assert list(ids) == [first]
    center.clock.advance(days=5)
    head = gate("clerk").read(lambda r: book_heads(r, (BOOK,)))[0]
    assert (head.count, head.overdue, head.openings) == (2, 1, ("enter",))
    late = gate("clerk").read(lambda r: entry_ids(r, BOOK, EntryFilter(overdue=True)))
    assert list(late) == [first]
    by_due = gate("clerk").read(lambda r: entry_ids(r, BOOK, EntryFilter(sort="due")))
    assert set(by_due) == {first, second}
