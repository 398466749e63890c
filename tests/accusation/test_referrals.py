"""线索移送: OFFICE §1-5, PRODUCT §3-4 and §3-21. The center passes on, and gets a number back."""

import itertools
import operator
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db.accusation.book import BOOKS
from db.accusation.workflow import AFTER_DETERMINATION, COURSE, LEVELS, REFERRAL
from db.appeals.queries import waiting_approvals
from db.approvals.deciding import Decide
from db.books.commands import Amend, Open, Take
from db.books.queries import book_heads, entry_card, entry_ids, entry_rows
from db.books.rows import EntryFilter
from db.clarification.intake import Apply
from db.codes.code_lists import codes, move_label, state_label
from db.core.errors import NotAllowedError, RefusedError, ZhengmingError
from db.core.gate import Gate
from db.documents.filing import Attach
from tests.appeals.test_flow import to_accepted, unit_id
from tests.conftest import ACCOUNTS, Center

Gates = Callable[[str], Gate]
BOOK, COURSES = REFERRAL.name, COURSE.name
DAY = date(2026, 3, 2)
OTHERS = tuple(a.login for a in ACCOUNTS if not a.login.startswith("discipline"))
WORDS = "本人认为有关反映与事实不符，请有关机关核实。"


def a_clue(gate: Gates, **changes: Any) -> int:
    appeal_id = to_accepted(gate)
    values = {
        "person_name": "江澄",
        "appeal_id": appeal_id,
        "own_words": WORDS,
        "signature": True,
        **changes,
    }
    return gate("clerk").write(Open(BOOK, "record_clue", values)).value.entry_id


def decided(gate: Gates, entry_id: int, move: str, login: str = "manager", **values: Any) -> None:
    asked = gate("clerk").write(Take(BOOK, entry_id, move, values)).value
    gate(login).write(Decide(asked.approval_id, "agreed"))


def referred(gate: Gates) -> int:
    entry_id = a_clue(gate)
    decided(gate, entry_id, "refer", unit_id=unit_id(gate("clerk"), "discipline"), pieces=1)
    return entry_id


def opened(gate: Gates, entry_id: int) -> int:
    contact = gate("discipline")
    made = Open(COURSES, "record_receipt", {"happened_on": DAY}, parent_id=entry_id)
    return contact.write(made).value.entry_id


def course(gate: Gates, course_id: int, move: str, **values: Any) -> Any:
    values.setdefault("happened_on", DAY)
    return gate("discipline").write(Take(COURSES, course_id, move, values)).value


def determination(gate: Gates, course_id: int, **changes: Any) -> dict[str, Any]:
    scan = gate("discipline").write(
        Attach(COURSES, course_id, "批复.pdf", f"{course_id}".encode(), "scan")
    )
    return {
        "approval_level": "prefecture",
        "approval_organ": "市纪委监委",
        "approval_number": "云纪复〔2026〕3号",
        "approved_on": DAY,
        "scan_id": scan.value,
        "answer_number": "泽纪函〔2026〕9号",
        **changes,
    }


def determined(gate: Gates, entry_id: int) -> int:
    course_id = opened(gate, entry_id)
    course(gate, course_id, "propose_determination", request_number="泽纪请〔2026〕1号")
    asked = course(gate, course_id, "record_determination", **determination(gate, course_id))
    gate("discipline_leader").write(Decide(asked.approval_id, "agreed"))
    return course_id


def view(gate: Gates, login: str) -> dict[str, Any]:
    """Return everything that somebody can learn of referrals: heads, lists, rows, cards."""
    mine = gate(login)
    found: dict[str, Any] = {"heads": mine.read(lambda r: book_heads(r, (BOOK, COURSES)))}
    for book in (BOOK, COURSES):
        states = sorted({*REFERRAL.states(), *COURSE.states()})
        found[book] = list(mine.read(lambda r, b=book: entry_ids(r, b, EntryFilter())))
        found[f"{book} by state"] = {
            state: list(
                mine.read(lambda r, b=book, s=state: entry_ids(r, b, EntryFilter(states=(s,))))
            )
            for state in states
        }
        rows = mine.read(lambda r, b=book: entry_rows(r, b, [1, 2, 3]))
        found[f"{book} rows"] = {
            i: (row.state, row.version, dict(row.values), row.due_on) for i, row in rows.items()
        }
        for entry_id in found[book]:
            card = mine.read(lambda r, b=book, i=entry_id: entry_card(r, b, i))
            events = [(e.act, e.note) for e in card.events]
            found[f"{book} {entry_id}"] = (events, card.moves, card.children, card.openings)
    found["waiting"] = [a.id for a in mine.read(waiting_approvals) if a.track in (BOOK, COURSES)]
    return found


# ---- what the center does


def test_office_1_5_the_centers_track_knows_three_states_and_two_ways_out() -> None:
    assert REFERRAL.states() == {"suspected", "referred", "answered", "screened_out", "withdrawn"}
    pills = {s: state_label(BOOK, s).pill_zh for s in REFERRAL.states()}
    assert pills["suspected"] == "待移送"
    assert pills["referred"] == "已移送"
    assert pills["answered"] == "已函复"
    for state in (*REFERRAL.states(), *COURSE.states()):
        track = BOOK if state in REFERRAL.states() else COURSES
        assert state_label(track, state).applicant_zh == "已转有关机关依规依纪依法处理"
    words = "".join(state_label(BOOK, s).full_zh for s in REFERRAL.states())
    words += "".join(move_label(BOOK, m.name).zh for m in REFERRAL.moves)
    assert "诬告" not in words


def test_his_own_words_are_passed_on_sealed_and_the_answer_is_its_number(gate: Gates) -> None:
    entry_id = referred(gate)
    clerk = gate("clerk")
    clerk.write(
        Take(BOOK, entry_id, "record_receipt", {"receipt_number": "收12", "happened_on": DAY})
    )
    clerk.write(
        Take(BOOK, entry_id, "record_answer", {"answer_number": "泽纪函9号", "happened_on": DAY})
    )
    card = clerk.read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.state == "answered"
    assert card.row.number == "诉线〔2026〕0001号"
    assert card.row.values["own_words"] == WORDS
    assert (card.moves, card.clocks, card.children) == ((), (), {})


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"signature": False}, "missing_signature"),
        ({"appeal_id": None}, "missing_own_case"),
        ({"own_words": "肯定是张三告的"}, "guess_of_reporter"),
        ({"own_words": " "}, "missing_own_words"),
        ({"person_name": ""}, "missing_person_id"),
    ],
)
def test_only_what_he_says_himself_of_his_own_matter_is_taken(
    gate: Gates, changes: dict[str, Any], code: str
) -> None:
    with pytest.raises(RefusedError) as caught:
        a_clue(gate, **changes)
    assert caught.value.code == code


def test_a_clue_may_hang_on_a_clarification(gate: Gates) -> None:
    made = gate("clerk").write(Apply("有人说我违规，不符。", "", person_name="江澄")).value
    entry_id = a_clue(gate, appeal_id=None, clarification_id=made.number)
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.values["clarification_id"] == made.clarification_id


def test_only_the_discipline_organ_is_written_to(gate: Gates) -> None:
    entry_id = a_clue(gate)
    with pytest.raises(RefusedError, match="not_the_discipline_organ"):
        decided(gate, entry_id, "refer", unit_id=unit_id(gate("clerk"), "hr"))


def test_nobody_hands_over_or_screens_out_alone(gate: Gates) -> None:
    entry_id = a_clue(gate)
    asked = gate("clerk").write(Take(BOOK, entry_id, "screen_out", {"reason": "已函询了结"})).value
    with pytest.raises((RefusedError, NotAllowedError)):
        gate("clerk").write(Decide(asked.approval_id, "agreed"))
    gate("manager").write(Decide(asked.approval_id, "agreed"))
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.row.state == "screened_out"


def test_he_may_take_it_back_before_it_goes(gate: Gates) -> None:
    entry_id = a_clue(gate)
    with pytest.raises(RefusedError, match="missing_signature"):
        gate("clerk").write(Take(BOOK, entry_id, "withdraw", {"reason": "不再提出"}))
    values = {"reason": "不再提出", "signature": True}
    gate("clerk").write(Take(BOOK, entry_id, "withdraw", values))
    assert gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id)).row.state == "withdrawn"


# ---- what lies beyond


def test_product_3_4_who_is_not_the_discipline_contact_learns_nothing_beyond(gate: Gates) -> None:
    """The same view before and after each step of the contact, but for 已函复 (SETTLED §9.5)."""
    entry_id = referred(gate)
    logins = (*OTHERS,)
    before = {login: view(gate, login) for login in logins if login != "sysadmin"}
    course_id = opened(gate, entry_id)
    course(gate, course_id, "propose_determination", request_number="泽纪请〔2026〕1号")
    course(gate, course_id, "return_for_verification", reason="补充核查")
    course(gate, course_id, "propose_determination", request_number="泽纪请〔2026〕2号")
    asked = course(gate, course_id, "record_determination", **determination(gate, course_id))
    for login, seen in before.items():
        assert view(gate, login) == seen, login
    gate("discipline_leader").write(Decide(asked.approval_id, "agreed"))
    answered = {login: view(gate, login) for login in before}
    card = gate("manager").read(lambda r: entry_card(r, BOOK, entry_id))
    assert (card.row.state, card.row.values["answer_number"]) == ("answered", "泽纪函〔2026〕9号")
    assert next(e.act for e in card.events) == "record_answer"
    assert card.children == {}
    course(gate, course_id, "hand_on", body="police", letter_number="泽纪移〔2026〕1号")
    course(gate, course_id, "record_result", result_kinds=["public_order"])
    course(gate, course_id, "record_publication", publication_number="泽纪通〔2026〕1号")
    course(gate, course_id, "close")
    for login, seen in answered.items():
        assert view(gate, login) == seen, login


@pytest.mark.parametrize("answer", ["record_mistaken", "record_undetermined"])
def test_every_answer_looks_alike_to_the_center(gate: Gates, answer: str) -> None:
    entry_id = referred(gate)
    course_id = opened(gate, entry_id)
    course(gate, course_id, answer, answer_number="泽纪函〔2026〕9号")
    card = gate("manager").read(lambda r: entry_card(r, BOOK, entry_id))
    shown = (card.row.state, card.row.values["answer_number"], next(e.act for e in card.events))
    assert shown == ("answered", "泽纪函〔2026〕9号", "record_answer")


def test_no_other_role_makes_any_move_of_the_course(gate: Gates) -> None:
    """Role × move: nobody but the discipline contact opens or moves a course."""
    entry_id = referred(gate)
    course_id = opened(gate, entry_id)
    for login, move in itertools.product(OTHERS, COURSE.moves):
        if login == "sysadmin":
            continue
        command = (
            Open(COURSES, move.name, {}, parent_id=entry_id)
            if move.source is None
            else Take(COURSES, course_id, move.name, {})
        )
        with pytest.raises(NotAllowedError):
            gate(login).write(command)
        with pytest.raises(NotAllowedError):
            gate(login).write(Attach(COURSES, course_id, "x", b"x"))
        with pytest.raises(NotAllowedError):
            gate(login).write(Amend(COURSES, course_id, {}, "x"))


def test_the_contact_makes_no_move_of_the_center_and_sees_only_what_was_sent(gate: Gates) -> None:
    entry_id = a_clue(gate)
    for login in ("discipline", "discipline_leader"):
        assert list(gate(login).read(lambda r: entry_ids(r, BOOK, EntryFilter()))) == []
    decided(gate, entry_id, "refer", unit_id=unit_id(gate("clerk"), "discipline"))
    card = gate("discipline").read(lambda r: entry_card(r, BOOK, entry_id))
    assert card.moves == ()
    assert card.openings == {COURSES: ("record_receipt",)}
    for move in REFERRAL.moves:
        if move.source == "referred":
            with pytest.raises(NotAllowedError):
                gate("discipline").write(Take(BOOK, entry_id, move.name, {}))
    with pytest.raises(NotAllowedError):
        gate("discipline").write(Open(BOOK, "record_clue", {}))


def test_one_course_a_referral_and_none_before_it_was_sent(gate: Gates) -> None:
    entry_id = referred(gate)
    opened(gate, entry_id)
    card = gate("discipline").read(lambda r: entry_card(r, BOOK, entry_id))
    assert COURSES not in card.openings
    with pytest.raises(NotAllowedError):
        opened(gate, entry_id)
    other = a_clue(gate)
    with pytest.raises(NotAllowedError):
        opened(gate, other)


# ---- the determination


def test_product_3_4_no_level_below_the_prefecture_exists() -> None:
    assert {code.value for code in codes("approval_level")} == set(LEVELS)
    reached = {m.target for m in COURSE.moves if m.name == "record_determination"}
    assert reached == {"determined"}
    only = {m.source for m in COURSE.moves if m.target == "determined"}
    assert only == {"determination_proposed"}
    # Every state beyond is reached through it alone.
    for state in set(AFTER_DETERMINATION) - {"determined"}:
        assert {m.source for m in COURSE.moves if m.target == state} <= set(AFTER_DETERMINATION)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"approval_level": "county"}, "unknown_value"),
        ({"approval_level": ""}, "missing_approval_level"),
        ({"approval_number": " "}, "missing_approval_number"),
        ({"approved_on": None}, "missing_approved_on"),
        ({"scan_id": None}, "missing_scan_id"),
        ({"scan_id": 1}, "unknown_value"),
        ({"answer_number": ""}, "missing_answer_number"),
    ],
)
def test_a_determination_brings_level_number_date_and_its_own_scan(
    gate: Gates, change: dict[str, Any], code: str
) -> None:
    course_id = opened(gate, referred(gate))
    gate("clerk").write(Attach("ordinary_appeal", 1, "别的.pdf", b"other"))
    course(gate, course_id, "propose_determination", request_number="请1号")
    values = determination(gate, course_id)
    with pytest.raises(RefusedError) as caught:
        course(gate, course_id, "record_determination", **{**values, **change})
    assert caught.value.code == code


def test_a_determination_is_compared_with_its_scan_by_a_second_person(gate: Gates) -> None:
    course_id = opened(gate, referred(gate))
    course(gate, course_id, "propose_determination", request_number="请1号")
    asked = course(gate, course_id, "record_determination", **determination(gate, course_id))
    assert asked.state == "determination_proposed"
    for login in ("discipline", "manager", "clerk", "organization_leader"):
        with pytest.raises(ZhengmingError):
            gate(login).write(Decide(asked.approval_id, "agreed"))
    gate("discipline_leader").write(Decide(asked.approval_id, "agreed"))
    card = gate("discipline").read(lambda r: entry_card(r, COURSES, course_id))
    assert card.row.state == "determined"


def test_the_database_itself_holds_the_determination(center: Center, gate: Gates) -> None:
    course_id = opened(gate, referred(gate))
    course(gate, course_id, "propose_determination", request_number="请1号")
    complete = (
        "approval_level='prefecture', approval_number='x', approved_on='2026-03-02', scan_id=1"
    )
    for state in AFTER_DETERMINATION:
        for change in (
            f"state='{state}'",
            f"state='{state}', approval_level='county', approval_number='x',"
            " approved_on='2026-03-02', scan_id=1",
            f"state='{state}', {complete}",
        ):
            with gate("manager")._writer.connect() as connection, pytest.raises(IntegrityError):
                connection.execute(text(f"UPDATE referral_course SET {change}"))


def test_what_follows_is_a_letter_with_number_and_receipt_and_nobodys_name(gate: Gates) -> None:
    """PRODUCT §3-21: no list is kept, no field names whoever was found out."""
    course_id = determined(gate, referred(gate))
    course(gate, course_id, "hand_on", body="appointing", letter_number="泽纪移〔2026〕1号")
    course(
        gate,
        course_id,
        "record_result",
        result_kinds=["party", "correction"],
        receipt_number="收3",
    )
    made = gate("discipline").write(Apply("x", "", person_name="江澄"))
    with pytest.raises(RefusedError, match="unknown_case"):
        course(gate, course_id, "pass_to_clarification", clarification_id="泽澄〔2026〕99号")
    number = made.value.number
    course(gate, course_id, "pass_to_clarification", clarification_id=number)
    course(gate, course_id, "close")
    card = gate("discipline").read(lambda r: entry_card(r, COURSES, course_id))
    assert card.row.state == "closed"
    names = {f.name for book in BOOKS for f in book.fields}
    assert not {n for n in names if any(w in n for w in ("reporter", "accuser", "informant"))}
    people = [f.name for book in BOOKS for f in book.fields if f.kind.value == "person"]
    assert people == ["person_id"], "the appellant alone"


@pytest.mark.parametrize("state", ["handled", "published"])
def test_a_course_may_be_closed_with_and_without_publication(gate: Gates, state: str) -> None:
    course_id = determined(gate, referred(gate))
    course(gate, course_id, "hand_on", body="unit", letter_number="移1号")
    course(gate, course_id, "record_result", result_kinds=["education"])
    if state == "published":
        course(gate, course_id, "record_publication", publication_number="通1号")
    assert course(gate, course_id, "close").state == "closed"


# ---- numbers of what was not sent


def test_office_1_3_coverage_of_findings_not_sent_is_a_number(gate: Gates) -> None:
    organ = unit_id(gate("clerk"), "discipline")
    values = {
        "unit_id": organ,
        "month_on": date(2026, 2, 14),
        "received": 6,
        "assessed": 5,
        "should_clear": 4,
        "handled": 3,
    }
    clerk = gate("clerk")
    entry_id = clerk.write(Open("coverage_report", "enter", values)).value.entry_id
    card = clerk.read(lambda r: entry_card(r, "coverage_report", entry_id))
    assert card.row.values["month_on"] == date(2026, 2, 1)
    with pytest.raises(RefusedError, match="month_reported"):
        clerk.write(Open("coverage_report", "enter", values))
    with pytest.raises(RefusedError, match="numbers_do_not_fit"):
        clerk.write(
            Open("coverage_report", "enter", {**values, "handled": 5, "month_on": date(2026, 1, 1)})
        )
    fields = {f.name: f.kind.value for b in BOOKS if b.name == "coverage_report" for f in b.fields}
    assert not set(fields.values()) & {"person", "case", "area"}
    assert operator.itemgetter("unit_id", "month_on")(fields) == ("unit", "day")
