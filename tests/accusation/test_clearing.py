"""移送并清除 beyond the case itself: SETTLED §9.7, OFFICE §4.4. The whole store is read through."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from db.appeals.intake import Register
from db.appeals.screening import Accept, ProposeMoveOut, SendToScreening
from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.books.queries import entry_card
from db.care.changes import Partner, Roles
from db.care.holding import HoldAtOnce, LinkCase, WriteRecord
from db.care.queries import talk_card
from db.core import trail
from db.core.gate import Gate
from db.office.drafts import SaveDraft
from tests.adversary.test_purge import MARK, dump, index_bytes
from tests.appeals.test_flow import intake, show, unit_id

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)
WORDS = f"有人说我{MARK}，请查。"


def accepted(gate: Gates) -> int:
    clerk = gate("clerk")
    form = intake(
        subject=MARK, facts=WORDS, requests=f"{MARK}的请求", person_name="江澄", category="other"
    )
    appeal_id = clerk.write(Register(form)).value.appeal_id
    clerk.write(SendToScreening(appeal_id, "拟受理"))
    clerk.write(Accept(appeal_id, "internal"))
    return appeal_id


def cleared(gate: Gates, appeal_id: int) -> None:
    asked = gate("clerk").write(ProposeMoveOut(appeal_id, "县纪委监委", "属检举控告")).value
    gate("manager").write(Decide(asked, "agreed"))


def nothing_left(gate: Gates) -> None:
    manager = gate("manager")
    whole = manager.read(dump)
    assert [line[:160] for line in whole.splitlines() if MARK in line] == []
    assert MARK.encode() not in manager.read(index_bytes)
    assert manager.read(lambda r: trail.verify(r.session)).broken_at is None


def test_a_referral_of_a_cleared_case_keeps_number_and_days_only(gate: Gates) -> None:
    appeal_id = accepted(gate)
    values = {
        "person_name": MARK,
        "appeal_id": appeal_id,
        "own_words": WORDS,
        "signature": True,
    }
    entry_id = gate("clerk").write(Open("false_accusation_referral", "record_clue", values))
    ref = entry_id.value.entry_id
    unit = unit_id(gate("clerk"), "discipline")
    asked = gate("clerk").write(
        Take("false_accusation_referral", ref, "refer", {"unit_id": unit, "pieces": 1})
    )
    gate("clerk").write(SaveDraft("deed", f"false_accusation_referral:{ref}", "", {"x": WORDS}))
    gate("manager").write(Decide(asked.value.approval_id, "agreed"))
    cleared(gate, appeal_id)
    nothing_left(gate)
    card = gate("manager").read(lambda r: entry_card(r, "false_accusation_referral", ref))
    assert (card.row.state, card.row.number) == ("referred", "诉线〔2026〕0001号")
    assert card.row.values["own_words"] == "—"


def test_a_leaders_note_on_a_cleared_case_keeps_leader_and_days_only(gate: Gates) -> None:
    appeal_id = accepted(gate)
    values: dict[str, Any] = {
        "subject": f"关于{MARK}的来件",
        "leader": "史文远",
        "leader_post": "区委副书记",
        "noted_on": DAY,
        "wording": f"{MARK}一事请查。",
        "kind": "handle",
        "appeal_id": show(gate("clerk"), appeal_id).row.number,
    }
    note = gate("clerk").write(Open("leader_note", "enter", values)).value.entry_id
    gate("clerk").write(
        Take("leader_note", note, "assign", {"unit_id": unit_id(gate("clerk"), "hr"), "note": MARK})
    )
    cleared(gate, appeal_id)
    nothing_left(gate)
    card = gate("manager").read(lambda r: entry_card(r, "leader_note", note))
    assert (card.row.values["leader"], card.row.values["subject"]) == ("史文远", "—")


def test_a_talk_keeps_its_own_words_but_not_those_that_became_the_case(gate: Gates) -> None:
    appeal_id = accepted(gate)
    clerk = gate("clerk")
    me = clerk.actor.account_id
    talk = clerk.write(
        HoldAtOnce(
            Partner(person_name="江澄"),
            "request",
            roles=Roles(talker_id=me, recorder_name="郑一帆"),
        )
    ).value.talk_id
    clerk.write(WriteRecord(talk, thoughts="心态平稳。", wishes=f"他说：{WORDS}"))
    clerk.write(LinkCase(talk, "ordinary_appeal", appeal_id))
    cleared(gate, appeal_id)
    nothing_left(gate)
    card = clerk.read(partial(talk_card, talk_id=talk))
    assert card.texts.thoughts == "心态平稳。"
    assert card.texts.wishes == "—"
