"""OFFICE §2.6: the visitor who weeps, 24 hours, the box only talkers read, several visitors."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from db.books.commands import Open, Take
from db.books.queries import entry_card, entry_ids, entry_rows
from db.books.rows import EntryFilter
from db.core.engine import open_engine
from db.core.errors import NotAllowedError, ZhengmingError
from db.core.gate import Gate
from db.core.tables import ClockEntry, TrailDetail, TrailEntry
from db.office.desk import held_notes
from db.office.tables import Account
from db.reception.queries import reception_card
from db.reception.talking import TalkFirst
from tests.conftest import Center

Gates = Callable[[str], Gate]
PERSON = "visitor_in_need"
HEALTH = "visitor_health"
GROUP = "group_visit"
MONDAY = date(2026, 3, 2)
SECRET = "整夜睡不着，在服药。"
CONSENT = {"consent_on": MONDAY, "consent_how": "signed"}


def account(gates: Gates, login: str) -> int:
    return gates("clerk").read(
        lambda r: r.session.scalars(select(Account.id).where(Account.login == login)).one()
    )


def noted(gates: Gates, level: str = "urgent", talker: str = "clerk") -> int:
    command = TalkFirst(
        "卫一平",
        level,
        "职级晋升",
        "13800000000",
        account(gates, talker),
        account(gates, "clerk2"),
    )
    return gates("clerk").write(command).value.entry_id


def refuses(gate: Gate, command: Any, code: str) -> None:
    with pytest.raises(ZhengmingError) as caught:
        gate.write(command)
    assert caught.value.code == code


def due(gates: Gates, entry: int) -> list[date]:
    return gates("clerk").read(
        lambda r: list(
            r.session.scalars(
                select(ClockEntry.due_on).where(
                    ClockEntry.track == PERSON,
                    ClockEntry.case_id == entry,
                    ClockEntry.stopped_on.is_(None),
                )
            )
        )
    )


def test_talking_first_keeps_three_words_and_the_appeal_is_typed_tomorrow(gates: Gates) -> None:
    entry = noted(gates)
    row = gates("clerk").read(partial(entry_rows, book=PERSON, ids=[entry]))[entry]
    (note,) = gates("clerk").read(held_notes)
    assert (note.number, note.line) == (row.values["held_number"], "职级晋升")
    assert (row.state, row.values["level"]) == ("noted", "urgent")
    refuses(gates("clerk"), TalkFirst(" ", "urgent"), "missing_person_name")
    assert len(gates("clerk").read(held_notes)) == 1


def test_only_the_desk_receives_visitors(gates: Gates) -> None:
    refuses(gates("hr"), TalkFirst("卫一平", "urgent"), "not_permitted")
    refuses(gates("hr"), Open(GROUP, "receive", group()), "not_permitted")
    gates("clerk").write(Open(GROUP, "receive", group()))
    assert list(gates("hr").read(partial(entry_ids, book=GROUP, wanted=EntryFilter()))) == []


@pytest.mark.parametrize(("level", "clocks"), [("normal", 0), ("attention", 1), ("urgent", 1)])
def test_24_hours_run_for_whoever_needs_attention(gates: Gates, level: str, clocks: int) -> None:
    entry = noted(gates, level)
    assert due(gates, entry) == [date(2026, 3, 3)] * clocks


def test_24_hours_are_24_hours_also_on_a_friday(center: Center, gates: Gates) -> None:
    center.clock.at = datetime(2026, 3, 6, 8, tzinfo=UTC)
    entry = noted(gates)
    assert due(gates, entry) == [date(2026, 3, 7)]
    center.clock.at = datetime(2026, 3, 8, 8, tzinfo=UTC)
    late = EntryFilter(overdue=True)
    assert list(gates("manager").read(partial(entry_ids, book=PERSON, wanted=late))) == [entry]
    told = {"revisit_line": "已平复", "happened_on": date(2026, 3, 8)}
    gates("clerk").write(Take(PERSON, entry, "revisit", told))
    assert due(gates, entry) == []


def test_a_level_that_rises_starts_the_clock_and_one_that_falls_ends_it(gates: Gates) -> None:
    entry = noted(gates, "normal")
    rise = {"level": "urgent", "reason": "又来电话"}
    gates("clerk").write(Take(PERSON, entry, "correct_level", rise))
    assert due(gates, entry) == [date(2026, 3, 3)]
    gates("clerk").write(
        Take(PERSON, entry, "correct_level", {"level": "normal", "reason": "家属已接走"})
    )
    assert due(gates, entry) == []


def test_health_needs_the_persons_separate_consent_also_in_the_database(
    center: Center, gates: Gates
) -> None:
    entry = noted(gates)
    refuses(gates("clerk"), Open(HEALTH, "write", {"health": SECRET}, entry), "missing_consent_on")
    gates("clerk").write(Open(HEALTH, "write", CONSENT | {"health": SECRET}, entry))
    engine = open_engine(center.path, center.key())
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text("UPDATE visitor_health SET consent_on = NULL"))
    engine.dispose()


@pytest.mark.parametrize("login", ["manager", "hr", "organization", "petition_leader"])
def test_only_talkers_read_the_box_and_nobody_else_learns_that_it_is_filled(
    gates: Gates, login: str
) -> None:
    entry = noted(gates)
    gates("clerk").write(Open(HEALTH, "write", CONSENT | {"health": SECRET}, entry))
    for talker in ("clerk", "clerk2"):
        card = gates(talker).read(partial(entry_card, book=PERSON, entry_id=entry))
        assert card.children[HEALTH][0].values["health"] == SECRET
        assert card.openings[HEALTH] == ("write",)
    other = gates(login)
    assert list(other.read(partial(entry_ids, book=HEALTH, wanted=EntryFilter()))) == []
    refuses_with = "not_permitted" if login == "manager" else "not_found"
    refuses(other, Open(HEALTH, "write", CONSENT | {"health": "他人"}, entry), refuses_with)
    if login == "manager":
        card = other.read(partial(entry_card, book=PERSON, entry_id=entry))
        assert SECRET not in repr(card)
        assert (card.children[HEALTH], HEALTH in card.openings) == ((), False)
        assert "write" not in [event.act for event in card.events]
    else:
        with pytest.raises(NotAllowedError):
            other.read(partial(entry_card, book=PERSON, entry_id=entry))


def test_a_consent_taken_back_empties_the_box(gates: Gates) -> None:
    entry = noted(gates)
    note = gates("clerk").write(Open(HEALTH, "write", CONSENT | {"health": SECRET}, entry)).value
    gates("clerk").write(Take(HEALTH, note.entry_id, "withdraw_consent"))
    card = gates("clerk").read(partial(entry_card, book=PERSON, entry_id=entry))
    assert (card.children[HEALTH][0].state, card.children[HEALTH][0].values["health"]) == (
        "cleared",
        "",
    )
    kept = gates("clerk").read(
        lambda r: [
            d.changes for d in r.session.scalars(select(TrailDetail)) if "睡不着" in d.changes
        ]
    )
    assert kept == [], "the trail never held the words"
    acts = gates("clerk").read(
        lambda r: list(
            r.session.scalars(select(TrailEntry.act).where(TrailEntry.kind == "visitor_health"))
        )
    )
    assert len(acts) >= 2, "but it tells that something was written and cleared"


def test_an_officer_who_talked_sees_that_visitor_alone(gates: Gates) -> None:
    noted(gates)
    mine = noted(gates, talker="organization")
    everything = EntryFilter()
    assert list(gates("organization").read(partial(entry_ids, book=PERSON, wanted=everything))) == [
        mine
    ]


def test_the_card_is_the_offices_own_text(gates: Gates) -> None:
    from db.office.settings_commands import ChangeSetting

    assert "120" in gates("clerk").read(reception_card)
    with pytest.raises(NotAllowedError):
        gates("clerk").write(ChangeSetting("attention_card", "改"))
    gates("manager").write(ChangeSetting("attention_card", "一、倒水请坐。\n二、两人陪同。"))
    assert gates("clerk").read(reception_card) == "一、倒水请坐。\n二、两人陪同。"


def group(**values: Any) -> dict[str, Any]:
    told = {
        "happened_on": MONDAY,
        "came_time": "9:10",
        "batches": 1,
        "persons": 8,
        "representatives": "甲一、乙二、丙三",
        "matter": "工资发放",
    }
    return told | values


def test_several_visitors_have_at_most_five_representatives(gates: Gates) -> None:
    clerk = gates("clerk")
    six = "甲一、乙二、丙三、丁四、戊五、己六"
    refuses(clerk, Open(GROUP, "receive", group(representatives=six)), "too_many_representatives")
    refuses(clerk, Open(GROUP, "receive", group(persons=1)), "too_few_for_group")
    refuses(clerk, Open(GROUP, "receive", group(persons=2)), "too_many_representatives")
    entry = clerk.write(Open(GROUP, "receive", group())).value.entry_id
    clerk.write(Take(GROUP, entry, "unit_arrives", {"arrived_time": "9：40"}))
    clerk.write(Take(GROUP, entry, "report", {"reported_to": "周敏", "reported_time": "9:20"}))
    done = {"handling": "逐一登记，分别答复", "result": "全部离开"}
    assert clerk.write(Take(GROUP, entry, "settle", done)).value.state == "settled"
    row = clerk.read(partial(entry_rows, book=GROUP, ids=[entry]))[entry]
    assert (row.values["arrived_time"], row.values["reported_time"]) == ("9:40", "9:20")


@pytest.fixture
def gates(gate: Gates) -> Gates:
    return gate
