"""Who may not see finds nothing: no row, no count, no file, no paper, no word of a decision."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from db.appeals.answering import DeliverReply, RecordDelivery
from db.appeals.counter import appeal_by_number
from db.appeals.duplicates import explain_pair
from db.appeals.handling import Annotate, DraftReply, RequestExtension, TellExtension
from db.appeals.ledger import ledger_count, ledger_ids, ledger_rows
from db.appeals.queries import (
    card,
    counts,
    due_list,
    inbox,
    on_the_spot_waiting,
    to_confirm,
    waiting_approvals,
)
from db.appeals.routing import GiveOpinion, ProposeAssign, SignIn, Target
from db.appeals.rows import LedgerFilter
from db.appeals.screening import Accept, Withdraw
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.clarification.intake import Apply
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.permissions import Permission
from db.core.tables import Event
from db.core.tx import Behalf, Read, Tx
from db.documents.filing import Attach, Detach, attachment_content, attachments
from db.documents.filling import fill, ready_papers
from db.documents.making import AskRelease, IssuePaper, VoidPaper, checked, documents, paper_of
from db.office.recorded import recorded_moves
from db.office.tables import Account, Recusal
from db.people.queries import find_people
from tests.appeals.test_flow import assign, hand_over, show, to_accepted, unit_id
from tests.conftest import Center

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)
SECRET = "八年未发的补贴"


class Recuse:
    """Recuse an account, as the security administrator will."""

    permission = Permission.DRAFT_WRITE

    def __init__(self, login: str, case_id: int, track: str = "ordinary_appeal") -> None:
        self.login, self.case_id, self.track = login, case_id, track

    def __call__(self, tx: Tx) -> None:
        account = tx.session.scalars(select(Account.id).where(Account.login == self.login)).one()
        tx.add(
            Recusal(
                track=self.track,
                case_id=self.case_id,
                account_id=account,
                reason="relative",
                decided_by_id=tx.actor.account_id,
                decided_on=tx.today,
            )
        )


def questions(appeal_id: int, number: str, file_id: int, document: int) -> Iterator[Any]:
    """Yield what raises `not_found` for who may not see."""
    yield partial(card, appeal_id=appeal_id)
    yield partial(attachments, track="ordinary_appeal", case_id=appeal_id)
    yield partial(attachment_content, attachment_id=file_id)
    yield partial(documents, track="ordinary_appeal", case_id=appeal_id)
    yield partial(paper_of, document_id=document)
    yield partial(ready_papers, appeal_id=appeal_id)
    yield partial(fill, kind="registration_form", appeal_id=appeal_id)
    yield partial(checked, kind="acceptance_notice", track="ordinary_appeal", case_id=appeal_id)
    yield partial(explain_pair, first_id=appeal_id, second_id=appeal_id)


def commands(appeal_id: int, row: int, approval: int, event: int, file_id: int) -> Iterator[Any]:
    """Yield what nobody may do to a case that he may not see."""
    behalf = Behalf("何俊贤", "科长", "函1", DAY)
    yield Annotate(appeal_id, "看看")
    yield Attach("ordinary_appeal", appeal_id, "a.txt", b"a")
    yield Detach(file_id, "x")
    yield SignIn(row)
    yield SignIn(row, behalf=behalf)
    yield DraftReply(row, "x", "supported")
    yield RequestExtension(row, 3, "x")
    yield GiveOpinion(row, "x")
    yield Accept(appeal_id, "internal")
    yield Withdraw(appeal_id, "x", True)
    yield ProposeAssign(appeal_id, (Target(1),))
    yield DeliverReply(appeal_id, DAY)
    yield RecordDelivery(appeal_id, DAY)
    yield Decide(approval, "agreed")
    yield RecordDecision(approval, "agreed", "某人", "某职", DAY, "1")
    yield ConfirmDecision(approval)
    yield ConfirmEvent(event)
    yield IssuePaper("acceptance_notice", "ordinary_appeal", appeal_id)
    yield AskRelease("acceptance_notice", "ordinary_appeal", appeal_id)


def prepared(gate: Gates) -> tuple[int, str, int, int, int, int, int]:
    """Return a case at HR with everything a case may have."""
    appeal_id = to_accepted(gate, subject=SECRET, facts=SECRET)
    number = show(gate("clerk"), appeal_id).row.number
    file_id = (
        gate("clerk")
        .write(Attach("ordinary_appeal", appeal_id, f"{SECRET}.txt", SECRET.encode()))
        .value
    )
    gate("clerk").write(IssuePaper("acceptance_notice", "ordinary_appeal", appeal_id))
    document = (
        gate("clerk").read(partial(documents, track="ordinary_appeal", case_id=appeal_id))[0].id
    )
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    behalf = Behalf("何俊贤", "科长", "函1", DAY)
    gate("clerk").write(SignIn(row, behalf=behalf))
    approval = gate("hr").write(DraftReply(row, SECRET, "supported", SECRET)).value
    event = gate("manager").read(
        lambda r: r.session.scalars(select(Event.id).where(Event.needs_confirmation)).all()[-1]
    )
    return appeal_id, number, file_id, document, row, approval, event


def sees_nothing(gate: Gate, case: tuple[int, str, int, int, int, int, int]) -> None:
    appeal_id, number, file_id, document, row, approval, event = case
    seen = LedgerFilter()
    assert list(gate.read(partial(ledger_ids, wanted=seen))) == []
    assert gate.read(partial(ledger_count, wanted=seen)) == 0
    for query in (SECRET, number, "王䶮", f"王 -{SECRET[:2]}x", f"facts:{SECRET}"):
        assert list(gate.read(partial(ledger_ids, wanted=LedgerFilter(query=query)))) == []
    assert gate.read(partial(ledger_rows, ids=[appeal_id])) == {}
    assert set(gate.read(counts).values()) == {0}
    assert gate.read(partial(due_list, within_days=500)) == ()
    assert gate.read(waiting_approvals) == ()
    assert gate.read(to_confirm) == ((), ())
    assert gate.read(recorded_moves) == ()
    assert gate.read(on_the_spot_waiting) == ()
    assert gate.read(partial(appeal_by_number, number=number)) is None
    for box in ("sent", "to_sign", "running", "co", "returned"):
        assert gate.read(partial(inbox, box=box)) == ()
    if gate.actor.may(Permission.PERSON_READ) and not gate.actor.may(Permission.PERSON_WRITE):
        assert gate.read(partial(find_people, typed="王")) == ()
    for ask in questions(appeal_id, number, file_id, document):
        with pytest.raises(NotAllowedError):
            gate.read(ask)
    there = list(commands(appeal_id, row, approval, event, file_id))
    nowhere = list(commands(9_999, 9_999, 9_999, 9_999, 9_999))
    for real, none in zip(there, nowhere, strict=True):
        said = []
        for command in (real, none):
            with pytest.raises(NotAllowedError) as fault:
                gate.write(command)
            said.append(str(fault.value))
        assert said[0] == said[1], real
    assert not gate.read(lambda r: list(r.seen))


@pytest.mark.parametrize(
    "login", ["petition", "petition_leader", "discipline", "organization_leader", "secadmin"]
)
def test_who_was_not_handed_a_case_finds_nothing_of_it(gate: Gates, login: str) -> None:
    sees_nothing(gate(login), prepared(gate))


@pytest.mark.parametrize("login", ["clerk2", "hr", "hr_leader", "manager"])
def test_who_is_recused_finds_nothing_from_that_moment(gate: Gates, login: str) -> None:
    case = prepared(gate)
    assert show(gate(login), case[0]).row.id == case[0]
    gate("secadmin").write(Recuse(login, case[0]))
    sees_nothing(gate(login), case)


def test_a_recused_second_person_is_not_told_of_clarifications(gate: Gates) -> None:
    made = gate("clerk").write(Apply("有人说我违规。", person_name="王䶮")).value
    gate("secadmin").write(Recuse("clerk2", made.clarification_id, "clarification"))
    approvals, events = gate("clerk2").read(to_confirm)
    assert not approvals
    assert not [e for e in events if e.act]


# --- one question only -----------------------------------------------------------------------


def joint(gate: Gates) -> tuple[int, int, int, int]:
    """Return a case led by HR, with petition as co-handler and organization asked one thing."""
    appeal_id = to_accepted(gate, subject=SECRET, facts=SECRET, requests=SECRET)
    gate("clerk").write(Attach("ordinary_appeal", appeal_id, "材料.txt", SECRET.encode()))
    desk = gate("clerk")
    targets = (
        Target(unit_id(desk, "hr")),
        Target(unit_id(desk, "petition"), "co"),
        Target(unit_id(desk, "organization"), "partial", "该同志是否在编？"),
    )
    gate("manager").write(
        Decide(desk.write(ProposeAssign(appeal_id, targets, "请办理")).value, "agreed")
    )
    rows = [hand_over(gate(k), appeal_id) for k in ("petition", "organization")]
    lead = next(h.id for h in show(desk, appeal_id).hand_overs if h.role == "lead")
    for login, row in (("hr", lead), ("petition", rows[0]), ("organization", rows[1])):
        gate(login).write(SignIn(row))
        gate(login).write(Annotate(appeal_id, f"{login}的内部记录", inner=True))
        gate(login).write(Annotate(appeal_id, f"{login}的记录"))
    gate("petition").write(GiveOpinion(rows[0], "信访局的意见"))
    gate("organization").write(GiveOpinion(rows[1], "该同志在编"))
    gate("hr").write(RequestExtension(lead, 10, "延期的理由"))
    gate("hr").write(DraftReply(lead, "未签发的答复", "supported", "内部的办理经过"))
    return appeal_id, lead, rows[0], rows[1]


def test_who_is_asked_one_question_learns_only_that(gate: Gates) -> None:
    appeal_id, _, _, mine = joint(gate)
    for login in ("organization", "organization_leader"):
        asked = gate(login)
        shown = show(asked, appeal_id)
        told = repr(shown) + repr(asked.read(partial(ledger_rows, ids=[appeal_id])))
        told += repr(asked.read(partial(inbox, box="running")))
        told += repr(asked.read(partial(due_list, within_days=500)))
        for hidden in (SECRET, "信访局的", "hr的", "petition的", "未签发", "内部的", "延期的"):
            assert hidden not in told, (login, hidden)
        assert shown.requests == "该同志是否在编？"
        assert [h.id for h in shown.hand_overs] == [mine]
        assert "organization的内部记录" in told
        for query in (SECRET, f"facts:{SECRET}", "subject:补贴", "信访局的意见"):
            assert list(asked.read(partial(ledger_ids, wanted=LedgerFilter(query=query)))) == []
        for query in (f"王 -{SECRET}", "王 -没有的字", f"王 -facts:{SECRET}"):
            found = asked.read(partial(ledger_ids, wanted=LedgerFilter(query=query)))
            assert list(found) == [appeal_id], query
        assert list(asked.read(partial(ledger_ids, wanted=LedgerFilter(query="王䶮"))))
        files = partial(attachments, track="ordinary_appeal", case_id=appeal_id)
        assert asked.read(files) == ()
        with pytest.raises(NotAllowedError, match="not_found"):
            asked.read(partial(attachment_content, attachment_id=1))
        with pytest.raises(NotAllowedError, match="not_found"):
            asked.read(partial(fill, kind="registration_form", appeal_id=appeal_id))
        sheet = repr(asked.read(partial(fill, kind="transfer_sheet", appeal_id=appeal_id)))
        assert "该同志是否在编" in sheet
        assert SECRET not in sheet
        assert "信访局" not in sheet
    mine_too = (
        gate("organization").write(Attach("ordinary_appeal", appeal_id, "证明.txt", b"zheng")).value
    )
    name, _ = gate("organization").read(partial(attachment_content, attachment_id=mine_too))
    assert name == "证明.txt"


def test_a_department_does_not_void_what_the_center_sent(gate: Gates) -> None:
    case = prepared(gate)
    with pytest.raises(NotAllowedError, match="not_permitted"):
        gate("hr").write(VoidPaper(case[3], "作废"))
    gate("clerk").write(VoidPaper(case[3], "错字"))
    with pytest.raises(RefusedError, match="already_decided"):
        gate("clerk").write(VoidPaper(case[3], "再次"))


def test_departments_share_facts_and_keep_their_own_notes(gate: Gates) -> None:
    appeal_id, lead, co, _ = joint(gate)
    hr, petition = show(gate("hr"), appeal_id), show(gate("petition"), appeal_id)
    assert hr.facts == petition.facts == SECRET
    # The lead joins the opinions of the others; they do not read its draft.
    assert "信访局的意见" in repr(hr)
    assert [h.id for h in hr.hand_overs][-1] == lead
    for hidden in ("未签发", "内部的", "hr的", "延期的理由"):
        assert hidden not in repr(petition), hidden
    for hidden in ("petition的", "organization的"):
        assert hidden not in repr(hr), hidden
    assert [h.id for h in petition.hand_overs] == [co]
    clerk = show(gate("clerk"), appeal_id)
    for hidden in ("内部记录", "内部的", "未签发"):
        assert hidden not in repr(clerk), hidden
    assert "未签发" in repr(show(gate("hr_leader"), appeal_id))
    assert "未签发" in repr(show(gate("manager"), appeal_id))


def test_the_desk_reads_its_own_inner_notes(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    gate("clerk").write(Annotate(appeal_id, "来访人情绪激动", inner=True))
    assert "来访人情绪激动" in repr(show(gate("clerk2"), appeal_id))
    assign(gate, appeal_id, "hr")
    assert "来访人情绪激动" not in repr(show(gate("hr"), appeal_id))


def test_only_the_leading_unit_delivers(gate: Gates) -> None:
    appeal_id, _, _, _ = joint(gate)
    for row in gate("hr_leader").read(waiting_approvals):
        gate("hr_leader").write(Decide(row.id, "agreed"))
    for login in ("petition", "organization"):
        with pytest.raises(NotAllowedError, match="not_permitted"):
            gate(login).write(DeliverReply(appeal_id, DAY))
        with pytest.raises(NotAllowedError, match="not_permitted"):
            gate(login).write(TellExtension(1, "电话"))
        assert "deliver_reply" not in show(gate(login), appeal_id).moves
    assert "deliver_reply" in show(gate("hr"), appeal_id).moves
    gate("hr").write(DeliverReply(appeal_id, DAY))
    with pytest.raises(NotAllowedError, match="not_permitted"):
        gate("petition").write(RecordDelivery(appeal_id, DAY))


def test_a_unit_that_led_before_and_is_asked_now_sees_its_question(gate: Gates) -> None:
    from db.appeals.routing import Object

    appeal_id = to_accepted(gate, facts=SECRET)
    assign(gate, appeal_id, "hr")
    gate("hr").write(Object(hand_over(gate("hr"), appeal_id), "不属本单位职责"))
    desk = gate("clerk")
    targets = (
        Target(unit_id(desk, "petition")),
        Target(unit_id(desk, "hr"), "partial", "工资如何套改？"),
    )
    asked = desk.write(ProposeAssign(appeal_id, targets)).value
    gate("manager").write(Decide(asked, "agreed"))
    shown = show(gate("hr"), appeal_id)
    assert shown.facts == ""
    assert shown.requests == "工资如何套改？"


def test_a_link_to_a_clarification_is_not_told_in_the_ledger(gate: Gates, center: Center) -> None:
    from db.appeals.tables import CaseLink

    class Link:
        permission = Permission.DRAFT_WRITE

        def __init__(self, appeal_id: int) -> None:
            self.appeal_id = appeal_id

        def __call__(self, tx: Tx) -> None:
            tx.add(
                CaseLink(
                    from_track="clarification",
                    from_id=1,
                    to_track="ordinary_appeal",
                    to_id=self.appeal_id,
                    kind="from_appeal",
                )
            )

    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")

    def ask(read: Read) -> object:
        return ledger_rows(read, [appeal_id])[appeal_id]

    before = gate("hr").read(ask)
    gate("discipline").write(Link(appeal_id))
    assert gate("hr").read(ask) == before
