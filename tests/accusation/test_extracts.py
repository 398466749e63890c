"""信访情况摘报: PRODUCT §3-11. What supports a cadre's appeal names nobody else."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.books.queries import entry_card, entry_ids
from db.books.rows import EntryFilter
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from tests.appeals.test_flow import assign, show, to_accepted
from tests.documents.test_outgoing import GIVEN, SPELLINGS, SURNAMES

Gates = Callable[[str], Gate]
BOOK = "petition_extract"
GOOD = "近两年未收到涉及王䶮同志的属实事项，有关情况均已答复。"


def passed_on(gate: Gates) -> str:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "petition")
    return show(gate("clerk"), appeal_id).row.number


def drawn_up(gate: Gates, number: str, wording: str = GOOD) -> int:
    values = {"appeal_id": number, "wording": wording}
    return gate("petition").write(Open(BOOK, "draw_up", values)).value.entry_id


def test_product_3_11_an_extract_is_sent_once_its_head_agrees(gate: Gates) -> None:
    entry_id = drawn_up(gate, passed_on(gate))
    for login in ("clerk", "manager", "hr", "discipline"):
        assert list(gate(login).read(lambda r: entry_ids(r, BOOK, EntryFilter()))) == [], login
    asked = gate("petition").write(Take(BOOK, entry_id, "send")).value
    with pytest.raises((RefusedError, NotAllowedError)):
        gate("manager").write(Decide(asked.approval_id, "agreed"))
    gate("petition_leader").write(Decide(asked.approval_id, "agreed"))
    card = gate("clerk").read(lambda r: entry_card(r, BOOK, entry_id))
    assert (card.row.state, card.row.values["wording"]) == ("sent", GOOD)
    with pytest.raises(NotAllowedError):
        gate("hr").read(lambda r: entry_card(r, BOOK, entry_id))
    with pytest.raises(NotAllowedError):
        gate("clerk").write(Open(BOOK, "draw_up", {}))


@pytest.mark.parametrize(
    "words",
    [
        "根据匿名来信反映的情况",
        "来信人电话13800001234",
        "第3次来信所附照片",
        "由东河镇卫生院出具说明",
    ],
)
def test_an_extract_does_not_describe_a_report(gate: Gates, words: str) -> None:
    number = passed_on(gate)
    with pytest.raises(RefusedError) as caught:
        drawn_up(gate, number, words)
    assert (caught.value.code, caught.value.field) == ("outside_white_list", "wording")


def test_an_extract_names_nobody_in_any_spelling(gate: Gates) -> None:
    number = passed_on(gate)
    rng = random.Random(3)
    for spell in SPELLINGS.values():
        stranger = rng.choice(SURNAMES[:60]) + "".join(rng.sample(GIVEN, 2))
        values: dict[str, Any] = {
            "appeal_id": number,
            "wording": f"有关情况已向{spell(stranger)}说明，请你单位做好工作。",
        }
        with pytest.raises(RefusedError):
            gate("petition").write(Open(BOOK, "draw_up", values))
