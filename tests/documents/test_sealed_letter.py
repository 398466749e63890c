"""To discipline goes a sealed letter: no name, no summary, receipt only (OFFICE §7.2)."""

from collections.abc import Callable
from functools import partial

from db.core.gate import Gate
from db.documents.encoding import encode
from db.documents.filling import fill
from db.documents.papers import TransferLetter, TransferSheet
from tests.appeals.test_flow import assign, to_accepted

Gates = Callable[[str], Gate]


def test_the_paper_for_discipline_names_neither_person_nor_matter(gate: Gates) -> None:
    facts = "本人在乡镇工作八年，补贴自去年起未发。"
    sealed, ordinary = to_accepted(gate, facts=facts), to_accepted(gate, facts=facts)
    assign(gate, sealed, "discipline")
    assign(gate, ordinary, "hr")
    told = partial(fill, kind="transfer_sheet")
    letter = gate("clerk").read(partial(told, appeal_id=sealed))
    sheet = gate("clerk").read(partial(told, appeal_id=ordinary))
    assert isinstance(letter, TransferLetter)
    assert isinstance(sheet, TransferSheet)
    words = str(encode(letter))
    assert sheet.name
    assert sheet.name not in words
    assert "补贴" not in words
    assert (letter.number, letter.pieces) == (letter.envelope_number, 1)
