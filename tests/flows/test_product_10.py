"""PRODUCT §3-10: four departments on one case, a meeting, a dispute, one joint conclusion."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from db.appeals.answering import DeliverReply
from db.appeals.disputes import ProposeSettlement, RaiseDispute
from db.appeals.handling import DraftReply
from db.appeals.routing import GiveOpinion, Object, ProposeJoin, SignIn, Target, WaiveOpinion
from db.appeals.rows import HandOverRow
from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.books.queries import entry_card
from db.core.errors import RefusedError
from db.core.gate import Gate
from tests.appeals.test_flow import assign, show, to_accepted, unit_id

DAY = date(2026, 3, 2)
OPINIONS = {"organization": "组织部的意见", "discipline": "纪委的意见", "petition": "信访局的意见"}
Gates = Callable[[str], Gate]


def agree(gate: Gates, approval: int | None) -> None:
    assert approval is not None
    gate("manager").write(Decide(approval, "agreed"))


def parts(gate: Gates, appeal_id: int) -> dict[str, HandOverRow]:
    return {h.unit: h for h in show(gate("manager"), appeal_id).hand_overs if h.state != "ended"}


def test_four_departments_conclude_together(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    # The first lead unit will not take it; the common superior names another.
    assign(gate, appeal_id, "petition")
    first = parts(gate, appeal_id)["信访局"].id
    gate("petition").write(Object(first, "职责在人社局"))
    gate("manager").write(RaiseDispute(first, "县信访工作联席会议", "两家认识不一"))
    desk = gate("clerk")
    settled = ProposeSettlement(first, unit_id(desk, "hr"), "联席〔2026〕1号", DAY, "由人社局办理")
    agree(gate, desk.write(settled).value)
    rows = parts(gate, appeal_id)
    gate("hr").write(SignIn(rows["人社局"].id))
    # Three others join, each with its own clock and its own part.
    for key in OPINIONS:
        asked = desk.write(ProposeJoin(appeal_id, Target(unit_id(desk, key), "co"))).value
        agree(gate, asked)
    rows = parts(gate, appeal_id)
    timed = {c.holder for c in show(desk, appeal_id).clocks if c.rule == "co_opinion"}
    assert timed == {"组织部", "信访局"}  # 纪委监委 is never timed
    # A meeting keeps opinions apart and decides one thing.
    meeting = desk.write(
        Open("meeting", "propose", {"subject": "会商", "first_appeal": appeal_id})
    ).value.entry_id
    person = {"unit_id": unit_id(desk, "organization"), "name": "薛岚", "part": "attend"}
    came = desk.write(Open("meeting_participant", "ask", person, parent_id=meeting)).value
    times = {"met_on": DAY, "place": "会议室", "chair": "周敏"}
    desk.write(Take("meeting", meeting, "call", times))
    desk.write(Take("meeting", meeting, "hold", times))
    desk.write(Take("meeting_participant", came.entry_id, "came", {"name": "薛岚"}))
    found = desk.read(partial(entry_card, book="meeting", entry_id=meeting))
    topic = found.children["meeting_topic"][0].id
    decided = {
        "content": "由人社局答复",
        "unit_id": unit_id(desk, "hr"),
        "due_on": date(2026, 3, 20),
    }
    desk.write(Take("meeting_topic", topic, "conclude", decided))
    with pytest.raises(RefusedError, match="opinion_missing"):
        desk.write(Take("meeting", meeting, "draft_minutes"))
    said = {
        "appeal_id": appeal_id,
        "unit_id": unit_id(desk, "organization"),
        "stance": "agree",
        "content": "同意",
    }
    desk.write(Open("meeting_opinion", "note_opinion", said, parent_id=meeting))
    desk.write(Take("meeting", meeting, "draft_minutes"))
    # No answer while an opinion is missing, unless the manager says why it is not waited for.
    answer = DraftReply(rows["人社局"].id, "经会商，予以补发。", "supported")
    for key, words in OPINIONS.items():
        with pytest.raises(RefusedError, match="missing_opinions_complete"):
            gate("hr").write(answer)
        name = {"organization": "组织部", "discipline": "纪委监委", "petition": "信访局"}[key]
        if key == "petition":
            gate("manager").write(WaiveOpinion(rows[name].id, "不涉及该单位职责"))
        else:
            gate(key).write(GiveOpinion(rows[name].id, words, "supported"))
    # Each has seen its own part and the shared facts only.
    for key, own in OPINIONS.items():
        seen = repr(show(gate(key), appeal_id))
        assert not [w for w in OPINIONS.values() if w != own and w in seen], key
    drafted = gate("hr").write(answer).value
    gate("hr_leader").write(Decide(drafted, "agreed"))
    gate("hr").write(DeliverReply(appeal_id, DAY, DAY))
    lead = parts(gate, appeal_id)["人社局"]
    assert set(lead.rests_on) == {rows["组织部"].id, rows["纪委监委"].id}
    assert show(desk, appeal_id).row.pill == "replied"
