"""PRODUCT §3-9, OFFICE §5-39: last day, helper, visits, review; nothing is ever promised."""

from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from db.books.commands import Open, Take
from db.books.queries import book_heads, entry_card, entry_ids, entry_rows
from db.books.rows import EntryFilter
from db.codes.book_labels import book_label, field_label, paper_label
from db.codes.code_lists import move_labels, state_labels
from db.core.clock import civil_date
from db.core.errors import NotAllowedError, ZhengmingError
from db.core.gate import Gate
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.impact.shelf import SHELVES
from db.office.tables import Unit
from db.statistics.queries import case_ids, monthly
from tests.conftest import Center

BOOK = "impact"
MONDAY = date(2026, 3, 2)
FIRST = {
    "kind": "government_demerit",
    "organ": "泽川县监察委员会",
    "document_number": "泽监处〔2026〕1号",
    "from_on": date(2026, 2, 27),
    "delivered_on": date(2026, 2, 27),
}


class Desk:
    """The organization department follows punished cadres."""

    def __init__(self, center: Center) -> None:
        self.center = center
        self.gate = center.gate("organization")
        self.unit = self.gate.read(lambda r: r.session.scalars(select(Unit.id)).first())

    def on(self, day: date) -> None:
        self.center.clock.at = datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)

    def enter(self, **values: Any) -> int:
        told = FIRST | {"person_name": "卫一平", "unit_id": self.unit} | values
        return self.gate.write(Open(BOOK, "enter", told)).value.entry_id

    def move(self, entry: int, move: str, **values: Any) -> Take:
        today = civil_date(self.center.clock.now())
        return Take(BOOK, entry, move, {"happened_on": today} | values)

    def take(self, entry: int, move: str, **values: Any) -> str:
        return self.gate.write(self.move(entry, move, **values)).value.state

    def help(self, entry: int) -> None:
        self.take(entry, "name_helper", helper_name="荀明")

    def visit(self, entry: int, on: date) -> None:
        values = {"visited_on": on, "visitors": "陶然、薛岚", "result": "good"}
        self.gate.write(
            Open("impact_visit", "visit", values, parent_id=entry, backdated_reason="补录")
        )

    def add(self, entry: int, **values: Any) -> int:
        told = {k: v for k, v in FIRST.items() if k != "delivered_on"} | values
        return self.gate.write(Open("punishment", "add", told, parent_id=entry)).value.entry_id

    def row(self, entry: int) -> Any:
        return self.gate.read(partial(entry_rows, book=BOOK, ids=[entry]))[entry]

    def clocks(self, entry: int) -> dict[str, date]:
        return self.gate.read(
            lambda r: {
                c.rule: c.due_on
                for c in r.session.scalars(
                    select(ClockEntry).where(
                        ClockEntry.track == BOOK,
                        ClockEntry.case_id == entry,
                        ClockEntry.stopped_on.is_(None),
                    )
                )
            }
        )

    def refuses(self, command: Any, code: str) -> None:
        with pytest.raises(ZhengmingError) as caught:
            self.gate.write(command)
        assert caught.value.code == code

    def figures(self, month: str) -> tuple[int, ...]:
        told = self.center.gate("manager").read(partial(monthly, month=month)).current
        return tuple(
            told[f"impact_{name}_count"]
            for name in ("person", "helped", "ended", "reviewed", "reappointed")
        )


@pytest.fixture
def desk(center: Center) -> Desk:
    return Desk(center)


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("government_warning", date(2024, 8, 29)),
        ("government_demerit", date(2025, 2, 28)),
        ("government_major_demerit", date(2025, 8, 29)),
        ("government_demotion", date(2026, 2, 28)),
    ],
)
def test_p3_9_four_penalties_give_the_last_day_across_a_leap_year(
    desk: Desk, kind: str, last: date
) -> None:
    entry = desk.enter(kind=kind, from_on=date(2024, 2, 29))
    assert desk.row(entry).values["ends_on"] == last


def test_p3_9_month_ends_give_the_last_day(desk: Desk) -> None:
    entry = desk.enter(kind="government_warning", from_on=date(2025, 8, 31))
    assert desk.row(entry).values["ends_on"] == date(2026, 2, 28)


def test_p3_9_two_systems_give_the_later_last_day(desk: Desk) -> None:
    entry = desk.enter()
    assert desk.row(entry).values["ends_on"] == date(2027, 2, 27)
    added = desk.add(
        entry,
        kind="party_serious_warning",
        document_number="泽纪处〔2026〕1号",
        from_on=date(2026, 2, 20),
    )
    assert desk.row(entry).values["ends_on"] == date(2027, 8, 20)
    assert desk.clocks(entry)["impact_review"] == date(2027, 8, 20)
    told = {"reason": "复查撤销", "happened_on": MONDAY}
    desk.gate.write(Take("punishment", added, "revoke", told))
    assert desk.row(entry).values["ends_on"] == date(2027, 2, 27)


def test_p3_9_a_length_that_no_source_gives_leaves_the_day_blank(desk: Desk) -> None:
    entry = desk.enter(kind="admonishment")
    assert desk.row(entry).values["ends_on"] is None
    assert desk.row(entry).values["ends_note"] == "length_unknown"
    card = desk.gate.read(partial(entry_card, book=BOOK, entry_id=entry))
    assert card.refused["find_usable"] == "impact_end_unknown"
    assert "impact_review" not in desk.clocks(entry)


def test_p3_9_a_missing_helper_after_a_month_is_overdue(desk: Desk) -> None:
    entry = desk.enter()
    assert desk.clocks(entry)["helper_assignment"] == date(2026, 3, 27)
    desk.on(date(2026, 3, 28))
    overdue = EntryFilter(overdue=True)
    assert list(desk.gate.read(partial(entry_ids, book=BOOK, wanted=overdue))) == [entry]
    desk.help(entry)
    assert list(desk.gate.read(partial(entry_ids, book=BOOK, wanted=overdue))) == []
    assert desk.row(entry).values["helper_on"] == date(2026, 3, 28)


def test_p3_9_at_least_one_visit_a_year(desk: Desk) -> None:
    entry = desk.enter(kind="government_demotion", from_on=date(2025, 6, 2), delivered_on=MONDAY)
    assert desk.clocks(entry)["annual_revisit"] == date(2027, 3, 2)
    desk.on(date(2026, 9, 1))
    desk.visit(entry, date(2026, 9, 1))
    assert desk.clocks(entry)["annual_revisit"] == date(2027, 9, 1)
    desk.on(date(2027, 6, 10))
    desk.visit(entry, date(2027, 6, 9))
    assert "annual_revisit" not in desk.clocks(entry)


def test_p3_9_the_review_opens_one_month_before_the_end(desk: Desk) -> None:
    entry = desk.enter()
    desk.help(entry)
    desk.visit(entry, MONDAY)
    review = partial(desk.move, entry, "find_usable", reviewers="陶然、薛岚")
    desk.on(date(2027, 1, 26))
    desk.refuses(review(), "impact_review_too_early")
    assert desk.row(entry).state == "in_period"
    desk.on(date(2027, 1, 28))
    assert desk.row(entry).state == "ending_soon"
    assert desk.gate.write(review()).value.state == "usable"
    assert desk.clocks(entry) == {}
    named = {"new_post": "三级主任科员"}
    desk.refuses(desk.move(entry, "reappoint", **named), "impact_period_runs")
    desk.on(date(2027, 3, 1))
    assert desk.take(entry, "reappoint", **named) == "reappointed"


def test_p3_9_ended_and_not_reviewed_shows_by_itself(desk: Desk) -> None:
    entry = desk.enter(kind="government_warning", from_on=date(2025, 8, 29))
    assert desk.row(entry).state == "ended"
    wanted = EntryFilter(states=("ended",))
    assert list(desk.gate.read(partial(entry_ids, book=BOOK, wanted=wanted))) == [entry]
    stored = EntryFilter(states=("in_period",))
    assert list(desk.gate.read(partial(entry_ids, book=BOOK, wanted=stored))) == []


def test_p3_9_no_review_without_helper_and_visit(desk: Desk) -> None:
    entry = desk.enter(kind="government_warning", from_on=date(2025, 8, 29))
    review = partial(desk.move, entry, "find_usable", reviewers="陶然、薛岚")
    desk.refuses(review(), "impact_without_helper")
    desk.help(entry)
    desk.refuses(review(), "impact_without_visit")
    desk.visit(entry, MONDAY)
    watching = {"reviewers": "陶然、薛岚", "reason": "再看半年", "watch_until": date(2026, 9, 2)}
    assert desk.take(entry, "keep_watching", **watching) == "watching"
    assert desk.clocks(entry)["impact_review"] == date(2026, 9, 2)
    desk.on(date(2026, 9, 1))
    assert desk.gate.write(review()).value.state == "usable"


def test_p3_9_a_wrong_decision_is_corrected_with_a_reason(desk: Desk) -> None:
    entry = desk.enter()
    told = FIRST | {"kind": "government_warning"}
    desk.refuses(Take(BOOK, entry, "correct_decision", told), "missing_reason")
    desk.take(entry, "correct_decision", **told, reason="种类录错")
    assert desk.row(entry).values["ends_on"] == date(2026, 8, 27)
    assert desk.clocks(entry)["helper_assignment"] == date(2026, 3, 27)


def test_a_person_has_one_period_at_a_time(desk: Desk) -> None:
    from db.people.commands import CreatePerson

    person = desk.center.gate("clerk").write(CreatePerson(name="卫一平", unit_id=desk.unit)).value
    desk.enter(person_id=person)
    again = FIRST | {"person_id": person, "unit_id": desk.unit}
    desk.refuses(Open(BOOK, "enter", again), "impact_exists")


def test_table_4_of_the_report_has_its_row(desk: Desk) -> None:
    entry = desk.enter(kind="government_warning", from_on=date(2025, 10, 20))
    desk.on(date(2026, 3, 3))
    desk.help(entry)
    desk.visit(entry, date(2026, 3, 3))
    assert desk.figures("2026-02") == (1, 0, 0, 0, 0)
    assert desk.figures("2026-03") == (1, 1, 0, 0, 0)
    desk.on(date(2026, 4, 1))
    desk.take(entry, "find_usable", reviewers="陶然、薛岚")
    desk.on(date(2026, 5, 6))
    desk.take(entry, "reappoint", new_post="副主任")
    assert desk.figures("2026-04") == (0, 0, 1, 1, 0)
    assert desk.figures("2026-05") == (0, 0, 0, 0, 1)


def test_a_lifted_period_counts_no_longer(desk: Desk) -> None:
    entry = desk.enter()
    desk.help(entry)
    desk.on(date(2026, 4, 1))
    assert desk.take(entry, "lift", reason="处分撤销") == "lifted"
    assert desk.figures("2026-03") == (1, 1, 0, 0, 0)
    assert desk.figures("2026-04") == (0, 0, 0, 0, 0)
    assert desk.figures("2027-02") == (0, 0, 0, 0, 0)


@pytest.mark.parametrize("login", ["clerk", "manager", "hr", "discipline", "petition_leader"])
def test_only_the_organization_department_sees_it(desk: Desk, login: str) -> None:
    entry = desk.enter()
    gate: Gate = desk.center.gate(login)
    assert not gate.actor.may(Permission.IMPACT_READ)
    assert gate.read(partial(book_heads, books=[BOOK, "punishment", "impact_visit"])) == ()
    with pytest.raises(NotAllowedError):
        gate.read(partial(entry_card, book=BOOK, entry_id=entry))
    if gate.actor.may(Permission.STATISTICS_READ):
        listed = gate.read(partial(case_ids, figure="impact_person_count", month="2026-03"))
        assert listed.ids == ()


def test_nothing_ever_says_that_somebody_may_be_promoted() -> None:
    words = [label.full_zh for label in state_labels()] + [label.zh for label in move_labels()]
    for shelf in SHELVES:
        words.append(book_label(shelf.name).zh)
        words += [field_label(shelf.name, f.name).zh for f in shelf.book.fields]
        words += [paper_label(shelf.name, p.name).zh for p in shelf.book.papers]
    assert not [word for word in words if "提拔" in word or "晋升资格" in word]
