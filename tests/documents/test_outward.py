"""Papers of books that leave the house pass the same check as letters (SETTLED §9.1)."""

from collections.abc import Callable
from functools import partial

import pytest

from db.books.commands import Take
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.documents.outward import AskEntryRelease, IssueEntryPaper, checked_entry
from db.documents.release import ReleasePaper
from db.shelves import SHELVES
from tests.accusation.test_referrals import BOOK, a_clue, decided
from tests.appeals.test_flow import unit_id

Gates = Callable[[str], Gate]
LETTER = "referral_letter"
ASK = partial(checked_entry, book=BOOK, paper=LETTER)


def sent(gate: Gates, words: str) -> int:
    entry_id = a_clue(gate, own_words=words)
    decided(gate, entry_id, "refer", unit_id=unit_id(gate("clerk"), "discipline"), pieces=1)
    return entry_id


def test_a_paper_that_names_a_stranger_waits_for_a_second_person(gate: Gates) -> None:
    entry_id = sent(gate, "此事张建国同志可以说明，电话13800001234。")
    clerk = gate("clerk")
    found = clerk.read(partial(ASK, entry_id=entry_id))
    assert {m.text for m in found.marks["own_words"]} >= {"张建国", "13800001234"}
    issue = IssueEntryPaper(BOOK, entry_id, LETTER)
    with pytest.raises(RefusedError, match="third_person_in_letter"):
        clerk.write(issue)
    document = clerk.write(AskEntryRelease(BOOK, entry_id, LETTER)).value
    assert clerk.write(AskEntryRelease(BOOK, entry_id, LETTER)).value == document
    with pytest.raises(RefusedError, match="self_confirmation"):
        clerk.write(ReleasePaper(document))
    for login in ("hr", "discipline_leader"):
        if login == "hr":
            with pytest.raises(NotAllowedError):
                gate(login).write(ReleasePaper(document))
    gate("manager").write(ReleasePaper(document))
    clerk.write(issue)
    with pytest.raises(RefusedError, match="already_decided"):
        gate("manager").write(ReleasePaper(document))


def test_a_paper_that_names_nobody_else_leaves_at_once(gate: Gates) -> None:
    entry_id = sent(gate, "有关反映与事实不符，请江澄同志所在单位配合核实。")
    found = gate("clerk").read(partial(ASK, entry_id=entry_id))
    assert found.is_released
    assert found.marks == {}
    gate("clerk").write(IssueEntryPaper(BOOK, entry_id, LETTER))
    with pytest.raises(RefusedError, match="nothing_to_release"):
        gate("clerk").write(AskEntryRelease(BOOK, entry_id, LETTER))


def test_a_paper_exists_only_in_its_states_and_for_who_may_read_the_entry(gate: Gates) -> None:
    entry_id = a_clue(gate)
    with pytest.raises(RefusedError, match="paper_not_yet"):
        gate("clerk").read(partial(ASK, entry_id=entry_id))
    with pytest.raises(NotAllowedError, match="not_found"):
        gate("hr").read(partial(ASK, entry_id=entry_id))
    with pytest.raises(RefusedError, match="unknown_paper"):
        gate("clerk").read(partial(checked_entry, book=BOOK, entry_id=entry_id, paper="x"))
    with pytest.raises(RefusedError):
        gate("clerk").write(Take(BOOK, entry_id, "record_answer", {}))


def test_every_paper_of_a_book_that_is_a_letter_passes_the_check() -> None:
    """函、通知、告知 leave the house by their name; a form does so only if its book says so."""
    from db.codes.book_labels import paper_label

    inside = [
        (shelf.name, paper.name, paper_label(shelf.name, paper.name).zh)
        for shelf in SHELVES.values()
        for paper in shelf.book.papers
        if not paper.outward
        and paper_label(shelf.name, paper.name).zh.endswith(
            ("函", "通知", "告知书", "意见书", "通知书")
        )
    ]
    assert inside == []
