"""Registers that are views: papers out, carried, printed; consultations (OFFICE §2.5)."""

from collections.abc import Callable
from datetime import date

import pytest

from db.books.queries import entry_card, entry_ids, entry_rows
from db.books.rows import EntryFilter, EntryRow
from db.core.errors import NotAllowedError
from db.core.gate import Gate
from db.documents.making import IssuePaper, VoidPaper, documents
from db.office.desk import Consult
from tests.appeals.test_flow import assign, to_accepted
from tests.conftest import Center

Gates = Callable[[str], Gate]


def lines(gate: Gate, book: str) -> list[EntryRow]:
    wanted = EntryFilter(sort="number" if book != "consultation_line" else "entered_on")
    return gate.read(lambda r: list(entry_rows(r, book, list(entry_ids(r, book, wanted))).values()))


def test_a_letter_stands_in_the_register_of_papers_sent_out(gate: Gates) -> None:
    appeal = to_accepted(gate)
    gate("clerk").write(IssuePaper("acceptance_notice", "ordinary_appeal", appeal))
    (line,) = lines(gate("clerk"), "outgoing_paper")
    assert line.state == "issued"
    assert line.number
    assert line.values["kind"] == "acceptance_notice"
    assert (line.values["sent_to"], line.values["drafter"]) == ("王䶮", "林可")
    assert line.entered_on == date(2026, 3, 2)
    paper = gate("clerk").read(lambda r: documents(r, "ordinary_appeal", appeal))[0]
    gate("clerk").write(VoidPaper(paper.id, "打印错误"))
    (line,) = lines(gate("clerk"), "outgoing_paper")
    assert (line.state, line.values["remark"]) == ("void", "打印错误")


def test_a_sheet_is_carried_and_the_hand_at_the_discipline_organ_is_not_kept(gate: Gates) -> None:
    for department in ("hr", "discipline"):
        appeal = to_accepted(gate)
        assign(gate, appeal, department)
    found = lines(gate("clerk"), "carried_paper")
    sealed = {line.texts["unit_id"]: line.values["is_sealed"] for line in found}
    assert sealed == {"纪委监委": True, "人社局": False}
    assert all(line.values["receiver"] == "" for line in found)


def test_what_was_printed_is_listed_without_cases_one_may_not_see(gate: Gates) -> None:
    appeal = to_accepted(gate)
    clerk = gate("clerk")
    clerk.note("print_paper", "ordinary_appeal", appeal)
    clerk.note("print_paper", "care_talk", 7)
    clerk.note("print_register", "leader_note", 0)
    clerk.note("open_card", "ordinary_appeal", appeal)
    clerk.flush_reads()
    acts = sorted(line.values["kind"] for line in lines(clerk, "printed_paper"))
    assert acts == ["print_paper", "print_register"]


def test_consultations_are_counted_in_person_times(gate: Gates, center: Center) -> None:
    gate("clerk").write(Consult("treatment", "补贴何时发放", "按月发放", person_times=2))
    (line,) = lines(gate("manager"), "consultation_line")
    assert (line.values["person_times"], line.values["answered_by"]) == (2, "林可")
    card = gate("manager").read(lambda r: entry_card(r, "consultation_line", line.id))
    assert card.moves == ()
    with pytest.raises(NotAllowedError):
        gate("hr").read(lambda r: entry_card(r, "consultation_line", line.id))


def test_departments_see_no_line_of_these_registers(gate: Gates) -> None:
    appeal = to_accepted(gate)
    assign(gate, appeal, "hr")
    for book in ("outgoing_paper", "carried_paper", "printed_paper", "consultation_line"):
        assert lines(gate("hr"), book) == []
