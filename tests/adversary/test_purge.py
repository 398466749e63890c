"""移送并清除: after it no content of the case is anywhere, and nothing else is touched."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from sqlalchemy import text

from db.appeals.disputes import ProposeSettlement, RaiseDispute
from db.appeals.handling import Annotate, DraftReply, RequestExtension
from db.appeals.intake import Amend, Material, Register
from db.appeals.ledger import ledger_ids
from db.appeals.queries import card
from db.appeals.routing import GiveOpinion, Object, ProposeAssign, SignIn, Target, WaiveOpinion
from db.appeals.rows import LedgerFilter
from db.appeals.screening import Accept, ProposeMoveOut, SendToScreening
from db.approvals.deciding import ConfirmDecision, Decide, RecordDecision
from db.clarification.intake import OpenFromAppeal
from db.clarification.tables import Clarification
from db.core import trail
from db.core.errors import NotAllowedError
from db.core.gate import Gate
from db.core.search_tokens import index_text
from db.core.tx import Behalf, Read
from db.documents.filing import Attach, Detach, attachment_content, attachments
from db.documents.making import IssuePaper, documents
from db.office.desk import Hold, held_notes
from db.office.drafts import SaveDraft
from tests.appeals.test_flow import assign, hand_over, intake, show, to_accepted, unit_id
from tests.conftest import Center

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)
MARK = "磐䶮籼"
"""Three characters that no seeded row holds together."""


def dump(read: Read) -> str:
    """Return every value of every table as one text."""
    names = read.session.execute(
        text("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'appeal_search%'")
    ).scalars()
    parts = []
    for name in list(names):
        for row in read.session.execute(text(f'SELECT * FROM "{name}"')):
            for value in row:
                kept = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
                parts.append(str(kept))
    whole = "\n".join(parts)
    return whole + whole.encode().decode("unicode_escape", "ignore")


def index_bytes(read: Read) -> bytes:
    """Return every page of the search index."""
    rows = read.session.execute(text("SELECT block FROM appeal_search_data")).scalars()
    return b"\n".join(bytes(row) for row in rows)


def planted(gate: Gates) -> int:
    """Return a case that holds the mark wherever a case may hold words."""
    clerk = gate("clerk")
    clerk.write(Hold(MARK, MARK, MARK))
    note = clerk.read(held_notes)[0].id
    form = intake(
        subject=MARK,
        facts=f"{MARK}的事实",
        requests=MARK,
        person_name=MARK,
        unit_text=MARK,
        phone=MARK,
        submitter_text=MARK,
        earlier_steps=MARK,
        incoming_unit=MARK,
        incoming_number=MARK,
        attention=MARK,
        remark=MARK,
        received_time=MARK,
        materials=(Material(MARK),),
    )
    clerk.write(SaveDraft("appeal", "new", MARK, {"facts": MARK}))
    appeal_id = clerk.write(Register(form, held_note_id=note)).value.appeal_id
    clerk.write(SaveDraft("deed", f"ordinary_appeal:{appeal_id}", MARK, {"note": MARK}))
    gate("manager").write(SaveDraft("deed", f"{appeal_id}", MARK, {"note": MARK}))
    clerk.write(SendToScreening(appeal_id, MARK))
    clerk.write(Accept(appeal_id, "internal"))
    clerk.write(Attach("ordinary_appeal", appeal_id, f"{MARK}.txt", MARK.encode()))
    other = clerk.write(Attach("ordinary_appeal", appeal_id, f"{MARK}2.txt", b"x" + MARK.encode()))
    clerk.write(Detach(other.value, MARK))
    clerk.write(IssuePaper("acceptance_notice", "ordinary_appeal", appeal_id))
    targets = (
        Target(unit_id(clerk, "hr")),
        Target(unit_id(clerk, "petition"), "co"),
        Target(unit_id(clerk, "organization"), "partial", MARK),
    )
    asked = clerk.write(ProposeAssign(appeal_id, targets, MARK)).value
    gate("manager").write(Decide(asked, "agreed", MARK))
    row = hand_over(gate("hr"), appeal_id)
    paper = Behalf(MARK, MARK, MARK, DAY)
    clerk.write(SignIn(row, MARK, MARK, MARK, behalf=paper))
    gate("petition").write(GiveOpinion(hand_over(gate("petition"), appeal_id), MARK))
    third = hand_over(gate("organization"), appeal_id)
    gate("organization").write(Object(third, MARK, MARK))
    gate("manager").write(RaiseDispute(third, MARK, MARK))
    settled = ProposeSettlement(third, unit_id(clerk, "organization"), MARK, DAY, MARK)
    gate("manager").write(Decide(clerk.write(settled).value, "agreed", MARK))
    gate("manager").write(WaiveOpinion(third, MARK))
    version = show(clerk, appeal_id).row.version
    clerk.write(Amend(appeal_id, version, {"remark": f"{MARK}新"}, MARK))
    clerk.write(Annotate(appeal_id, MARK))
    gate("hr").write(Annotate(appeal_id, MARK, inner=True))
    asked = gate("hr").write(RequestExtension(row, 10, MARK)).value
    gate("hr_leader").write(Decide(asked, "returned", MARK))
    asked = gate("hr").write(DraftReply(row, MARK, "supported", MARK)).value
    gate("hr_leader").write(Decide(asked, "returned", MARK))
    return appeal_id


def test_a_linked_clarification_keeps_nothing_of_a_cleared_case(gate: Gates) -> None:
    clerk = gate("clerk")
    made = clerk.write(Register(intake(facts=f"{MARK}的事实", category="clarification")))
    appeal_id = made.value.appeal_id
    clerk.write(SendToScreening(appeal_id, "拟受理"))
    clerk.write(Accept(appeal_id, "special"))
    opened = clerk.write(OpenFromAppeal(appeal_id)).value
    asked = clerk.write(ProposeMoveOut(appeal_id, "县纪委监委", "不属本中心")).value
    gate("manager").write(Decide(asked, "agreed"))
    whole = gate("manager").read(dump)
    assert MARK not in whole
    tied = gate("manager").read(
        lambda r: r.session.get_one(Clarification, opened.clarification_id).appeal_id
    )
    assert tied is None
    assert gate("manager").read(lambda r: trail.verify(r.session)).broken_at is None


def test_nothing_of_a_cleared_case_is_left_anywhere(gate: Gates, center: Center) -> None:
    kept = to_accepted(gate, facts="另一件不同的诉求，内容保留。")
    appeal_id = planted(gate)
    number = show(gate("clerk"), appeal_id).row.number
    asked = gate("clerk").write(ProposeMoveOut(appeal_id, "县纪委监委", MARK)).value
    gate("manager").write(Decide(asked, "agreed", MARK))
    manager = gate("manager")
    whole = manager.read(dump)
    places = [line[:120] for line in whole.splitlines() if MARK in line]
    assert places == []
    pages = manager.read(index_bytes)
    for token in index_text(MARK).split():
        assert token.encode() not in pages, token
    assert manager.read(partial(attachments, track="ordinary_appeal", case_id=appeal_id)) == ()
    assert manager.read(partial(documents, track="ordinary_appeal", case_id=appeal_id)) == ()
    with pytest.raises(NotAllowedError):
        manager.read(partial(attachment_content, attachment_id=1))
    # The tombstone keeps its number and state; the other case and its place in the search too.
    shown = manager.read(partial(card, appeal_id=appeal_id))
    assert shown.redirect_body == "县纪委监委"
    assert (shown.row.number, shown.row.state) == (number, "moved_out")
    found = manager.read(partial(ledger_ids, wanted=LedgerFilter(query="内容保留")))
    assert list(found) == [kept]
    check = manager.read(lambda r: trail.verify(r.session))
    assert (check.broken_at, check.reason) == (None, "")
    assert hand_over_is_gone(gate, appeal_id)
    for login in ("hr", "petition", "organization"):
        assert list(gate(login).read(partial(ledger_ids, wanted=LedgerFilter()))) == []


def hand_over_is_gone(gate: Gates, appeal_id: int) -> bool:
    with pytest.raises(NotAllowedError, match="not_found"):
        show(gate("petition"), appeal_id)
    return True


def test_a_decision_on_paper_clears_as_well(gate: Gates) -> None:
    appeal_id = planted(gate)
    asked = gate("clerk").write(ProposeMoveOut(appeal_id, "县纪委监委", MARK)).value
    paper = RecordDecision(asked, "agreed", "钱同文", "书记", DAY, "批1", MARK)
    gate("clerk").write(paper)
    gate("manager").write(ConfirmDecision(asked))
    assert MARK not in gate("manager").read(dump)


def test_what_is_only_moved_out_keeps_its_words(gate: Gates) -> None:
    appeal_id = to_accepted(gate, facts=f"{MARK}的事实")
    assign(gate, appeal_id, "hr")
    gate("hr").write(SignIn(hand_over(gate("hr"), appeal_id)))
    asked = gate("clerk").write(ProposeMoveOut(appeal_id, "市委组织部", "市管", clear=False)).value
    gate("manager").write(Decide(asked, "agreed"))
    assert MARK in show(gate("clerk"), appeal_id).facts
