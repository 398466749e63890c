"""催办督办: who may be urged, in which words, how often, and what 纪委监委 is spared."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from db.appeals.queries import card
from db.appeals.screening import ProposeMoveOut, Withdraw
from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.books.queries import book_heads, entry_card, entry_ids, entry_rows
from db.books.rows import EntryCard, EntryFilter
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tables import ClockEntry, Milestone
from db.core.tx import Behalf
from tests.appeals.test_flow import Gates, assign, show, to_accepted, unit_id
from tests.conftest import Center

BOOK = "supervision"
REQUEST = "feedback_request"
DUE = date(2026, 3, 6)


def handed(gate: Gates, *keys: str) -> int:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, *keys)
    return appeal_id


def told(gate: Gate, appeal_id: int, key: str = "hr", **changes: Any) -> dict[str, Any]:
    values: dict[str, Any] = {
        "appeal_id": appeal_id,
        "unit_id": unit_id(gate, key),
        "cause": "overdue",
        "way": "phone",
        "told_to": "何俊贤",
        "content": "请尽快签收办理。",
        "due_on": DUE,
    }
    return values | changes


def urge(gate: Gates, appeal_id: int, **changes: Any) -> int:
    desk = gate("clerk")
    return desk.write(Open(BOOK, "urge", told(desk, appeal_id, **changes))).value.entry_id


def entry(gate: Gate, entry_id: int, book: str = BOOK) -> EntryCard:
    return gate.read(partial(entry_card, book=book, entry_id=entry_id))


def values_of(gate: Gate, entry_id: int, book: str = BOOK) -> Mapping[str, Any]:
    return entry(gate, entry_id, book).row.values


def test_an_urging_is_counted_for_its_hand_over_and_answered_in_writing(
    gate: Gates, center: Center
) -> None:
    appeal_id = handed(gate, "hr")
    first = urge(gate, appeal_id)
    second = urge(gate, appeal_id)
    assert [values_of(gate("clerk"), i)["ordinal"] for i in (first, second)] == [1, 2]
    assert [h.urged for h in show(gate("hr"), appeal_id).hand_overs] == [2]
    found = entry(gate("hr"), first)
    assert (found.row.number, found.row.due_on) == ("诉督〔2026〕1号", DUE)
    with pytest.raises(RefusedError, match="missing_answer"):
        gate("hr").write(Take(BOOK, first, "record_answer", {"answered_on": date(2026, 3, 2)}))
    gate("hr").write(
        Take(
            BOOK,
            first,
            "record_answer",
            {"answered_on": date(2026, 3, 2), "answer": "已签收。", "adopted": "adopted"},
        )
    )
    gate("clerk").write(Take(BOOK, first, "close", {"result": "under_way"}))
    assert entry(gate("clerk"), first).row.state == "closed"
    acts = [e.act for e in show(gate("clerk"), appeal_id).events]
    assert acts.count("urge") == 2
    assert "supervision_answered" in acts
    facts = gate("manager").read(
        lambda r: r.session.scalars(select(Milestone.kind).where(Milestone.track == BOOK)).all()
    )
    assert facts == ["supervised", "supervised"]


def test_only_two_reasons_are_words_on_the_sheet_and_the_others_need_the_head(
    gate: Gates,
) -> None:
    appeal_id = handed(gate, "hr")
    with pytest.raises(RefusedError, match="cause_needs_head"):
        urge(gate, appeal_id, cause="evasion")
    desk = gate("clerk")
    values = told(desk, appeal_id, cause="evasion")
    drawn = desk.write(Open(BOOK, "draw_up", values)).value.entry_id
    assert entry(desk, drawn).refused["send"] == "cause_needs_head"
    with pytest.raises(RefusedError, match="cause_needs_head"):
        desk.write(Take(BOOK, drawn, "send", {"happened_on": date(2026, 3, 2), "due_on": DUE}))
    asked = desk.write(Take(BOOK, drawn, "send_approved", {"due_on": DUE})).value
    assert asked.approval_id is not None
    assert values_of(desk, drawn)["printed_cause"] == ""
    with pytest.raises(NotAllowedError):
        desk.write(Decide(asked.approval_id, "agreed"))
    gate("manager").write(Decide(asked.approval_id, "agreed"))
    assert values_of(desk, drawn)["printed_cause"] == "evasion"
    plain = desk.write(Open(BOOK, "draw_up", told(desk, appeal_id))).value.entry_id
    with pytest.raises(RefusedError, match="cause_needs_no_head"):
        desk.write(Take(BOOK, plain, "send_approved", {"due_on": DUE}))
    desk.write(Take(BOOK, plain, "send", {"happened_on": date(2026, 3, 2), "due_on": DUE}))
    assert values_of(desk, plain)["printed_cause"] == "overdue"


def test_the_database_prints_no_word_that_the_head_did_not_agree_to(gate: Gates) -> None:
    urge(gate, handed(gate, "hr"))
    for statement in (
        "UPDATE supervision SET printed_cause = 'evasion'",
        "UPDATE supervision SET due_on = NULL",
        "UPDATE supervision SET state = 'answered'",
        "UPDATE supervision SET state = 'draft'",
    ):
        with gate("manager")._writer.connect() as connection, pytest.raises(IntegrityError):
            connection.execute(text(statement))


def test_no_answer_by_the_day_shows_as_such_and_stands_among_the_late(
    gate: Gates, center: Center
) -> None:
    appeal_id = handed(gate, "hr")
    made = urge(gate, appeal_id)
    center.clock.advance(days=7)
    assert entry(gate("clerk"), made).row.state == "unanswered"
    late = EntryFilter(overdue=True)
    assert list(gate("clerk").read(partial(entry_ids, book=BOOK, wanted=late))) == [made]
    (head,) = gate("clerk").read(partial(book_heads, books=(BOOK,)))
    assert (head.count, head.overdue) == (1, 1)
    gate("clerk").write(
        Take(
            BOOK,
            made,
            "record_answer",
            {"answered_on": date(2026, 3, 9), "answer": "口头答复"},
            behalf=Behalf("何俊贤", "科长", "函1", date(2026, 3, 9)),
        )
    )
    gate("clerk").write(
        Take(BOOK, made, "ask_again", {"reason": "未说明采纳情况", "due_on": date(2026, 3, 13)})
    )
    found = entry(gate("clerk"), made)
    assert (found.row.state, found.row.due_on) == ("sent", date(2026, 3, 13))


def test_the_discipline_organ_is_asked_kindly_and_never_timed(gate: Gates, center: Center) -> None:
    appeal_id = handed(gate, "discipline")
    desk = gate("clerk")
    for move in ("urge", "draw_up"):
        with pytest.raises(RefusedError, match="unit_is_invited"):
            desk.write(Open(BOOK, move, told(desk, appeal_id, "discipline")))
    asked = told(desk, appeal_id, "discipline")
    made = desk.write(Open(REQUEST, "invite", asked)).value.entry_id
    center.clock.advance(days=400)
    found = entry(desk, made, REQUEST)
    assert (found.row.state, found.row.due_on, found.clocks) == ("sent", None, ())
    late = EntryFilter(overdue=True)
    assert not desk.read(partial(entry_ids, book=REQUEST, wanted=late))
    assert not desk.read(
        lambda r: r.session.scalars(select(ClockEntry).where(ClockEntry.track == REQUEST)).all()
    )
    other = handed(gate, "hr")
    with pytest.raises(RefusedError, match="unit_is_urged"):
        desk.write(Open(REQUEST, "invite", told(desk, other)))


def test_who_has_no_part_of_the_case_is_not_urged_and_sees_nothing(gate: Gates) -> None:
    appeal_id = handed(gate, "hr")
    desk = gate("clerk")
    with pytest.raises(RefusedError, match="not_handed_over"):
        desk.write(Open(BOOK, "urge", told(desk, appeal_id, "petition")))
    with pytest.raises(RefusedError, match="due_before_today"):
        urge(gate, appeal_id, due_on=date(2026, 3, 1))
    made = urge(gate, appeal_id)
    everything = EntryFilter()
    for login, sees in (("hr", 1), ("hr_leader", 1), ("petition", 0), ("discipline", 0)):
        found = gate(login).read(partial(entry_ids, book=BOOK, wanted=everything))
        assert len(found) == sees, login
    with pytest.raises(NotAllowedError):
        gate("petition").write(
            Take(BOOK, made, "record_answer", {"answered_on": DUE, "answer": "x"})
        )
    with pytest.raises(NotAllowedError):
        gate("hr").write(Open(BOOK, "urge", told(gate("hr"), appeal_id)))
    drawn = desk.write(Open(BOOK, "draw_up", told(desk, appeal_id))).value.entry_id
    assert drawn not in gate("hr").read(partial(entry_rows, book=BOOK, ids=[drawn]))


def test_nobody_owes_an_answer_on_a_case_that_has_ended(gate: Gates) -> None:
    appeal_id = handed(gate, "hr", "discipline")
    made = urge(gate, appeal_id)
    asked = told(gate("clerk"), appeal_id, "discipline")
    kind = gate("clerk").write(Open(REQUEST, "invite", asked)).value.entry_id
    gate("clerk").write(Withdraw(appeal_id, "本人意愿", is_signed=True))
    for book, row in ((BOOK, made), (REQUEST, kind)):
        found = entry(gate("manager"), row, book)
        assert found.row.state == "closed"
        assert not [c for c in found.clocks if c.stopped_on is None]


def test_a_cleared_case_leaves_no_words_in_its_urgings(gate: Gates) -> None:
    mark = "磐䶮籼"
    appeal_id = handed(gate, "hr")
    made = urge(gate, appeal_id, content=mark, told_to=mark)
    asked = gate("clerk").write(ProposeMoveOut(appeal_id, "县纪委监委", "不属本中心")).value
    gate("manager").write(Decide(asked, "agreed"))
    kept = gate("manager").read(
        lambda r: [
            str(row)
            for name in ("supervision", "event", "trail_detail")
            for row in r.session.execute(text(f"SELECT * FROM {name}"))
        ]
    )
    assert mark not in "".join(kept)
    assert gate("manager").read(partial(card, appeal_id=appeal_id)).row.state == "moved_out"
    assert entry(gate("manager"), made).row.state == "closed"
