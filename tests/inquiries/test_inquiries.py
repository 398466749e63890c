"""PRODUCT §3-8, OFFICE §5-41: an accepted explanation is told to both; nobody else sees."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from db.books.commands import Open, Take
from db.books.queries import book_heads, entry_card, entry_ids, entry_rows
from db.books.rows import EntryFilter
from db.codes.changing import ChangeRule, preview_rule
from db.core.clock import civil_date
from db.core.engine import open_engine
from db.core.errors import NotAllowedError, ZhengmingError
from db.core.gate import Gate
from db.core.permissions import Duty, Permission
from db.core.tables import ClockEntry
from db.inquiries.queries import inquiry_share
from db.inquiries.workflow import INQUIRY
from db.office.accounts import SetDuties
from db.office.tables import Account, Unit
from db.statistics.queries import monthly
from tests.conftest import Center

BOOK = "inquiry"
MONDAY = date(2026, 3, 2)


class Desk:
    """干部监督 at work: one officer of the organization department."""

    def __init__(self, center: Center) -> None:
        self.center = center
        account = center.gate("secadmin").read(
            lambda r: r.session.scalars(
                select(Account).where(Account.login == "organization")
            ).one()
        )
        center.gate("secadmin").write(SetDuties(account.id, (Duty.CADRE_SUPERVISION,)))
        center.close()
        self.gate = center.gate("organization")
        self.unit = self.gate.read(lambda r: r.session.scalars(select(Unit.id)).first())

    def on(self, day: date) -> None:
        self.center.clock.at = datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)

    def send(self, kind: str = "written_inquiry", name: str = "卫一平") -> int:
        values = {
            "kind": kind,
            "person_name": name,
            "unit_id": self.unit,
            "matter": "个人有关事项",
            "approved_by": "薛岚",
            "happened_on": self.today,
        }
        return self.gate.write(Open(BOOK, "send", values)).value.entry_id

    @property
    def today(self) -> date:
        return civil_date(self.center.clock.now())

    def move(self, entry: int, move: str, **values: Any) -> Take:
        return Take(BOOK, entry, move, {"happened_on": self.today} | values)

    def take(self, entry: int, move: str, **values: Any) -> str:
        return self.gate.write(self.move(entry, move, **values)).value.state

    def to_review(self, kind: str = "written_inquiry") -> int:
        entry = self.send(kind)
        self.take(entry, "deliver")
        self.take(entry, "record_reply")
        self.take(entry, "start_review", reviewer="陶然")
        return entry

    def accepted(self) -> int:
        entry = self.to_review()
        self.take(entry, "accept", decided_by_name="薛岚", decided_by_post="副部长")
        return entry

    def row(self, entry: int) -> Any:
        return self.gate.read(partial(entry_rows, book=BOOK, ids=[entry]))[entry]

    def refuses(self, command: Any, code: str) -> None:
        with pytest.raises(ZhengmingError) as caught:
            self.gate.write(command)
        assert caught.value.code == code


@pytest.fixture
def desk(center: Center) -> Desk:
    return Desk(center)


def clocks(desk: Desk, entry: int) -> dict[str, date]:
    return desk.gate.read(
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


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        ("written_inquiry", {"written_inquiry_reply": date(2026, 3, 23)}),
        ("written_statement", {"written_inquiry_reply": date(2026, 3, 23)}),
        (
            "admonishment",
            {
                "admonishment_self_check": date(2026, 3, 9),
                "reminder_rectification": date(2026, 9, 2),
            },
        ),
        ("reminder", {"reminder_rectification": date(2026, 9, 2)}),
    ],
)
def test_p3_8_each_kind_has_its_own_term_from_delivery(
    desk: Desk, kind: str, due: dict[str, date]
) -> None:
    entry = desk.send(kind)
    assert clocks(desk, entry) == {}
    assert desk.take(entry, "deliver") == "awaiting_reply"
    assert clocks(desk, entry) == due


def test_p3_8_accepted_without_two_feedback_dates_is_overdue(desk: Desk) -> None:
    entry = desk.accepted()
    assert desk.row(entry).due_on == date(2026, 3, 9)
    desk.take(entry, "tell_person", person_told_by="陶然")
    desk.on(date(2026, 3, 10))
    overdue = EntryFilter(overdue=True)
    assert list(desk.gate.read(partial(entry_ids, book=BOOK, wanted=overdue))) == [entry]
    desk.take(entry, "tell_principal", principal_name="荀明")
    assert desk.row(entry).state == "fed_back"
    assert list(desk.gate.read(partial(entry_ids, book=BOOK, wanted=overdue))) == []
    values = desk.row(entry).values
    assert (values["person_told_on"], values["principal_told_on"]) == (MONDAY, date(2026, 3, 10))


def test_p3_8_the_two_are_told_in_any_order(desk: Desk) -> None:
    entry = desk.accepted()
    assert desk.take(entry, "tell_principal", principal_name="荀明") == "told_principal"
    assert desk.take(entry, "tell_person", person_told_by="陶然") == "fed_back"
    assert clocks(desk, entry) == {}


def test_p3_8_the_database_itself_wants_both_dates(desk: Desk) -> None:
    entry = desk.accepted()
    engine = open_engine(desk.center.path, desk.center.key())
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(text("UPDATE inquiry SET state='fed_back' WHERE id=:i"), {"i": entry})
    engine.dispose()


def test_p3_8_share_of_inquiries_and_written_statements_is_a_figure(desk: Desk) -> None:
    for kind in ("written_inquiry", "written_statement", "written_statement", "reminder"):
        desk.send(kind)
    voided = desk.send("written_inquiry")
    desk.take(voided, "void", reason="发错对象")
    found = desk.gate.read(partial(inquiry_share, first=MONDAY, last=MONDAY))
    assert found.counts["written_inquiry"] == 1
    assert found.counts["written_statement"] == 2
    assert found.statement_share == pytest.approx(2 / 3)
    none = desk.gate.read(partial(inquiry_share, first=date(2025, 1, 1), last=date(2025, 1, 31)))
    assert none.statement_share is None


def test_a_reminder_asks_for_a_report_and_no_answer(desk: Desk) -> None:
    entry = desk.send("reminder")
    desk.take(entry, "deliver")
    shown = desk.gate.read(partial(entry_card, book=BOOK, entry_id=entry))
    assert set(shown.moves) == {"record_rectification", "void"}
    desk.refuses(desk.move(entry, "record_reply"), "not_permitted")
    assert desk.take(entry, "record_rectification") == "mended"
    assert clocks(desk, entry) == {}


def test_an_admonishment_is_no_explanation_to_be_accepted(desk: Desk) -> None:
    entry = desk.send("admonishment")
    desk.take(entry, "deliver")
    assert desk.take(entry, "record_reply") == "answered"
    assert list(clocks(desk, entry)) == ["reminder_rectification"]
    desk.refuses(desk.move(entry, "start_review", reviewer="陶然"), "not_permitted")
    assert desk.take(entry, "record_rectification") == "mended"


def test_not_accepting_needs_who_decided_and_why(desk: Desk) -> None:
    entry = desk.to_review()
    who = {"decided_by_name": "薛岚", "decided_by_post": "副部长"}
    desk.refuses(desk.move(entry, "accept"), "missing_decided_by_name")
    desk.refuses(desk.move(entry, "refuse", **who), "missing_reason")
    assert desk.take(entry, "refuse", reason="说明不清", **who) == "not_accepted"


def test_a_step_never_lies_before_the_one_that_led_to_it(desk: Desk) -> None:
    desk.on(date(2026, 3, 4))
    entry = desk.send()
    for early in ({"happened_on": MONDAY}, {"reply_by": MONDAY}):
        desk.refuses(desk.move(entry, "deliver", **early), "dates_out_of_order")


def test_a_day_set_by_hand_stands_for_the_rule(desk: Desk) -> None:
    entry = desk.send()
    desk.take(entry, "deliver", reply_by=date(2026, 3, 12))
    assert clocks(desk, entry) == {"written_inquiry_reply": date(2026, 3, 12)}


OTHERS = (
    "clerk",
    "manager",
    "organization_leader",
    "discipline",
    "discipline_leader",
    "hr",
    "petition",
    "secadmin",
    "auditor",
)


@pytest.mark.parametrize("login", OTHERS)
def test_nobody_but_cadre_supervision_sees_page_count_list_or_card(desk: Desk, login: str) -> None:
    entry = desk.accepted()
    gate: Gate = desk.center.gate(login)
    assert not gate.actor.may(Permission.INQUIRY_READ)
    assert gate.read(partial(book_heads, books=[BOOK])) == ()
    assert list(gate.read(partial(entry_ids, book=BOOK, wanted=EntryFilter()))) == []
    assert gate.read(partial(entry_rows, book=BOOK, ids=[entry])) == {}
    with pytest.raises(NotAllowedError) as caught:
        gate.read(partial(entry_card, book=BOOK, entry_id=entry))
    assert caught.value.code == "not_found"
    share = gate.read(partial(inquiry_share, first=MONDAY, last=MONDAY))
    assert sum(share.counts.values()) == 0
    with pytest.raises(NotAllowedError):
        gate.write(Take(BOOK, entry, "tell_person", {"person_told_by": "某"}))


def test_no_figure_of_the_month_counts_inquiries(desk: Desk) -> None:
    before = desk.center.gate("manager").read(partial(monthly, month="2026-03"))
    desk.accepted()
    after = desk.center.gate("manager").read(partial(monthly, month="2026-03"))
    assert before.current.values == after.current.values


@pytest.mark.parametrize("login", ["secadmin", "manager"])
def test_a_rule_that_moves_dates_does_not_list_inquiries_to_others(desk: Desk, login: str) -> None:
    entry = desk.send()
    desk.take(entry, "deliver")
    change = ChangeRule("written_inquiry_reply", "default", 20)
    gate = desk.center.gate(login)
    assert gate.read(partial(preview_rule, change=change)) == ()
    gate.write(change)
    assert clocks(desk, entry)["written_inquiry_reply"] == date(2026, 3, 30)


def test_the_duty_is_given_by_the_security_administrator_and_only_in_the_department(
    center: Center, gate: Callable[[str], Gate]
) -> None:
    def account(login: str) -> int:
        return gate("manager").read(
            lambda r: r.session.scalars(select(Account.id).where(Account.login == login)).one()
        )

    duty = (Duty.CADRE_SUPERVISION,)
    with pytest.raises(NotAllowedError):
        gate("manager").write(SetDuties(account("organization"), duty))
    for login in ("hr", "manager", "clerk"):
        with pytest.raises(ZhengmingError) as caught:
            gate("secadmin").write(SetDuties(account(login), duty))
        assert caught.value.code == "duty_not_for_department"
    gate("secadmin").write(SetDuties(account("organization"), duty))
    gate("secadmin").write(SetDuties(account("organization"), ()))
    center.close()
    assert not center.gate("organization").actor.may(Permission.INQUIRY_READ)


def test_no_state_of_it_has_a_wording_for_an_applicant() -> None:
    from db.codes.code_lists import state_label

    assert all(state_label(BOOK, state).applicant_zh == "" for state in INQUIRY.states())
