"""What an applicant may be told is the same bytes whatever lies behind it (issue 2, Shows 8).

The same cadre on the same day with the same numbers, in seven worlds: no matter at all, an
application that was passed on to nobody yet, a running check, a finding that cannot exclude, his
own words passed on and answered, a sealed envelope, an application for tolerance that runs.
"""

import operator
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from db.accusation.workflow import COURSE, REFERRAL
from db.appeals.answering import DeliverReply
from db.appeals.handling import DraftReply
from db.appeals.intake import Intake, Register
from db.appeals.routing import SignIn
from db.appeals.screening import Accept, SendToScreening
from db.appeals.telling import TellApplicant
from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.books.queries import entry_rows
from db.care.changes import Partner, Roles
from db.care.planning import Plan, Schedule
from db.care.queries import talk_card
from db.clarification.assessing import Assess, FindingEntry, NotClear, RecordFinding
from db.clarification.intake import Apply, Refer
from db.clarification.queries import applicant_view, clarification_card
from db.codes.code_lists import state_label
from db.core.gate import Gate
from db.documents.encoding import decode
from db.documents.filling import fill, ready_papers
from db.documents.filling_care import invitation
from db.documents.filling_clarification import fill_clarification
from db.documents.letters import load_manifest, render
from db.documents.making import IssuePaper, template_of
from db.people.commands import CreatePerson
from desktop.documents.forms import draw
from tests.conftest import Center
from tests.desktop.page_kit import assign, hand_over, unit_id
from tests.flows.window import CTRL, KEY, Person
from tests.tolerance.cases import a_list, to_verifying

pytestmark = pytest.mark.xdist_group("applicant")
"""One worker makes what the module's tests share."""

WORLDS = ("none", "applied", "running", "cannot_exclude", "referred", "envelope", "tolerance")
Gates = Callable[[str], Gate]
CHECKED = ("applied", "running", "cannot_exclude")
NAME, PHONE = "江澄", "13812345678"


@dataclass(frozen=True)
class World:
    """One center in which the same cadre comes to the counter."""

    center: Center
    appeal_id: int
    clearing_id: int | None
    case_id: int | None


@pytest.fixture(scope="module")
def worlds(
    template_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, World]]:
    made: dict[str, World] = {}
    for name in WORLDS:
        folder = tmp_path_factory.mktemp(name)
        for source in template_store.parent.iterdir():
            shutil.copy2(source, folder / source.name)
        made[name] = build(Center(folder / "center.zm"), name)
    yield made
    for world in made.values():
        world.center.close()


def build(center: Center, name: str) -> World:
    """Let the day before this one happen, the same in every world but for the matter itself."""
    gate = center.gate
    clerk = gate("clerk")
    person = clerk.write(
        CreatePerson(
            NAME,
            birth_month="1985.03",
            person_category="civil_servant",
            phone=PHONE,
            unit_id=unit_id(clerk, "hr"),
        )
    ).value
    case_id = None
    if name in CHECKED:
        case_id = check(gate, name, person)
    center.clock.set(datetime(2026, 3, 9, 1, 0, tzinfo=UTC))
    appeal_id = appeal(center, person, "treatment")
    answer(center, appeal_id)
    BESIDE.get(name, nothing)(gate, person, appeal_id)
    clearing = clerk.write(Register(intake(person, "clarification"))).value.appeal_id
    return World(center, appeal_id, clearing, case_id)


def check(gate: Callable[[str], Gate], name: str, person: int) -> int:
    """An application on its way, as far as the world's name says."""
    clerk = gate("clerk")
    made = clerk.write(
        Apply("有人说我违规发放补贴，与事实不符。", "希望说明情况。", person, phone=PHONE)
    ).value
    case_id = made.clarification_id
    if name == "applied":
        return case_id
    clerk.write(Refer(case_id, unit_id(clerk, "discipline"), "泽诉送〔2026〕1号"))
    if name == "running":
        return case_id
    organ = gate("discipline")
    finding = FindingEntry("cannot_exclude", "泽纪函〔2026〕5号", date(2026, 3, 2), "")
    organ.write(RecordFinding(case_id, finding))
    organ.write(Assess(case_id, False, not_clear_reason="cannot_exclude"))
    gate("discipline_leader").write(Decide(organ.write(NotClear(case_id)).value, "agreed"))
    return case_id


def nothing(_gate: Gates, _person: int, _appeal_id: int) -> None:
    """Nothing lies beside the appeal."""


def pass_on(gate: Gates, person: int, appeal_id: int) -> None:
    """His own words go to the discipline organ, which answers that it was a mistake."""
    clerk = gate("clerk")
    clue = {
        "person_id": person,
        "appeal_id": appeal_id,
        "own_words": "有关反映与事实不符，请核实。",
        "signature": True,
    }
    made = clerk.write(Open(REFERRAL.name, "record_clue", clue)).value.entry_id
    organ = {"unit_id": unit_id(clerk, "discipline"), "pieces": 1}
    asked = clerk.write(Take(REFERRAL.name, made, "refer", organ)).value
    gate("manager").write(Decide(asked.approval_id, "agreed"))
    contact = gate("discipline")
    day = {"happened_on": date(2026, 3, 9)}
    course = contact.write(Open(COURSE.name, "record_receipt", day, parent_id=made)).value
    answered = {"answer_number": "泽纪函〔2026〕6号", **day}
    contact.write(Take(COURSE.name, course.entry_id, "record_mistaken", answered))


def leave_envelope(gate: Gates, _person: int, _appeal_id: int) -> None:
    """A sealed envelope is left at the desk and handed over."""
    day = {"happened_on": date(2026, 3, 9)}
    values = {"office": "discipline", "pieces": 1, "origin": "visit", **day}
    made = gate("clerk").write(Open("envelope", "receive", values)).value.entry_id
    gate("clerk").write(Take("envelope", made, "hand_over", day))


def ask_tolerance(gate: Gates, person: int, _appeal_id: int) -> None:
    """He applies for tolerance, and the organ has accepted it."""
    a_list(gate)
    to_verifying(gate, person_id=person, person_name="")


BESIDE: dict[str, Callable[[Gates, int, int], None]] = {
    "referred": pass_on,
    "envelope": leave_envelope,
    "tolerance": ask_tolerance,
}


def intake(person: int, category: str) -> Intake:
    return Intake(
        administration="county_managed",
        channel="window",
        category=category,
        subject="关于乡镇工作补贴问题的诉求",
        facts="本人在乡镇工作八年，补贴自去年起未发。",
        person_id=person,
        person_name=NAME,
        phone=PHONE,
        requests="核实并补发补贴",
    )


def appeal(center: Center, person: int, category: str) -> int:
    clerk = center.gate("clerk")
    made = clerk.write(Register(intake(person, category))).value.appeal_id
    clerk.write(SendToScreening(made, "拟受理。"))
    clerk.write(Accept(made, "internal"))
    return made


def answer(center: Center, appeal_id: int) -> None:
    assign(center, appeal_id, "hr")
    hr = center.gate("hr")
    row = hand_over(hr, appeal_id)
    hr.write(SignIn(row, "人事科"))
    reply = hr.write(DraftReply(row, "已核实并补发。", "supported")).value
    center.gate("hr_leader").write(Decide(reply, "agreed"))
    hr.write(DeliverReply(appeal_id, date(2026, 3, 9), date(2026, 3, 9), signer=NAME))


def same(found: dict[str, Any]) -> None:
    """Everybody reads the same."""
    first = next(iter(found.values()))
    assert first, "nothing to compare"
    for name, value in found.items():
        assert value == first, f"{name} differs from {next(iter(found))}"


def test_the_worlds_differ_behind_the_counter(worlds: dict[str, World]) -> None:
    states = {}
    for name, world in worlds.items():
        if world.case_id is not None:
            ask = partial(clarification_card, clarification_id=world.case_id)
            states[name] = world.center.gate("clerk").read(ask).row.state
    assert states == {
        "applied": "applied",
        "running": "waiting_conclusion",
        "cannot_exclude": "not_cleared",
    }
    beside = {
        "referred": (REFERRAL.name, "answered"),
        "envelope": ("envelope", "handed_over"),
        "tolerance": ("error_tolerance", "verifying"),
    }
    for name, (book, state) in beside.items():
        rows = worlds[name].center.gate("manager").read(partial(entry_rows, book=book, ids=[1]))
        assert [row.state for row in rows.values()] == [state], name


def test_the_receipt_of_an_appeal_is_the_same(qapp: QApplication, worlds: Any) -> None:
    for which in ("appeal_id", "clearing_id"):
        drawn = {}
        for name, world in worlds.items():
            ask = partial(fill, kind="receipt", appeal_id=getattr(world, which))
            drawn[name] = draw(world.center.gate("clerk").read(ask)).text()
        same(drawn)


def test_every_paper_of_an_appeal_is_the_same(qapp: QApplication, worlds: Any) -> None:
    papers: dict[str, dict[str, Any]] = {}
    for name, world in worlds.items():
        clerk = world.center.gate("clerk")
        kinds = clerk.read(partial(ready_papers, appeal_id=world.appeal_id))
        found: dict[str, Any] = {}
        for kind in kinds:
            if kind in load_manifest():
                issued = clerk.write(IssuePaper(kind, "ordinary_appeal", world.appeal_id)).value
                template = clerk.read(partial(template_of, kind=kind))
                letter = render(template, decode(*issued))
                found[kind] = (letter.docx, draw(decode(*issued)).text())
            else:
                found[kind] = draw(
                    clerk.read(partial(fill, kind=kind, appeal_id=world.appeal_id))
                ).text()
        papers[name] = found
    assert {"receipt", "acceptance_notice", "feedback_sheet"} <= set(papers["none"])
    same(papers)


def test_the_receipt_of_an_application_is_the_same(qapp: QApplication, worlds: Any) -> None:
    drawn = {}
    for name, world in worlds.items():
        if world.case_id is not None:
            ask = partial(fill_clarification, kind="receipt", clarification_id=world.case_id)
            drawn[name] = draw(world.center.gate("clerk").read(ask)).text()
    assert len(drawn) == 3
    same(drawn)


def test_the_answer_to_a_query_is_the_same(worlds: Any) -> None:
    appeals, clearings, applications = {}, {}, {}
    for name, world in worlds.items():
        clerk = world.center.gate("clerk")
        appeals[name] = clerk.write(TellApplicant("泽诉受〔2026〕0001号", "5678")).value
        clearings[name] = clerk.write(TellApplicant("泽诉受〔2026〕0002号", "", True)).value
        if world.case_id is not None:
            applications[name] = [
                clerk.read(partial(view, last4=last4, in_person=in_person))
                for last4, in_person in (("5678", False), ("", True), ("0000", False))
            ]
    same(appeals)
    same(clearings)
    same(applications)
    told = applications["cannot_exclude"][0]
    assert told.sentence_zh == state_label("clarification", "seeking_opinion").applicant_zh


def view(read: Any, last4: str, in_person: bool) -> Any:
    return applicant_view(read, "泽澄〔2026〕1号", last4, in_person=in_person)


def test_the_invitation_to_a_talk_is_the_same(worlds: Any) -> None:
    words = {}
    for name, world in worlds.items():
        clerk = world.center.gate("clerk")
        planned = clerk.write(
            Plan(
                Partner(person_name=NAME),
                "mood",
                Roles(talker_id=clerk.actor.account_id),
            )
        ).value.talk_id
        clerk.write(Schedule(planned, date(2026, 3, 11), "9:30", "谈话室"))
        card = clerk.read(partial(talk_card, talk_id=planned))
        words[name] = (invitation(card), card.row.trigger_zh, card.row.number)
    same(words)


def test_the_window_says_the_same(
    qtbot: Any, qapp: QApplication, worlds: Any, chinese: Any
) -> None:
    said: dict[str, list[tuple[str, str]]] = {}
    for name, world in worlds.items():
        if world.case_id is None:
            continue
        qapp.removeTranslator(chinese)
        clerk = Person(qtbot, world.center, "clerk", translator=chinese)
        page = clerk.page("query")
        told = []
        for number in ("2026-0001", "2026-0002", "泽澄〔2026〕1号"):
            clerk.tab_to(partial(operator.is_, page.number), "number")
            clerk.press(KEY.Key_A, CTRL)
            clerk.type(number)
            clerk.tab_to(partial(operator.is_, page.last4), "last four digits")
            clerk.press(KEY.Key_A, CTRL)
            clerk.type("5678")
            clerk.press(KEY.Key_Return, CTRL)
            clerk.settle()
            told.append((page.words.text(), page._note.text()))
        clerk.lock_out()
        said[name] = told
    qapp.setStyleSheet("")
    assert all(words for words, _ in said["running"])
    same(said)
