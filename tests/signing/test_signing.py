"""Who signs is data with dates; papers print what held on their day."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from db.books.commands import Open, Take
from db.books.queries import entry_rows
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.documents.filling import office
from db.signing.queries import signing
from tests.conftest import Center

Gates = Callable[[str], Gate]
BOOK = "signing_line"


def line(gate: Gate, words: str, from_on: date, **more: Any) -> int:
    values = {"kind": "issuer", "words": words, "from_on": from_on, **more}
    return gate.write(Open(BOOK, "enter", values)).value.entry_id


def test_a_new_line_ends_the_older_one_the_day_before(center: Center, gate: Gates) -> None:
    first = line(gate("manager"), "中共泽川县委组织部", date(2026, 1, 1))
    line(gate("manager"), "中共泽川县委组织部（联合受理中心）", date(2026, 3, 5))
    rows = gate("manager").read(partial(entry_rows, book=BOOK, ids=[first]))
    assert (rows[first].state, rows[first].values["to_on"]) == ("ended", date(2026, 3, 4))
    assert gate("clerk").read(office).issuing_name == "中共泽川县委组织部"
    center.clock.advance(days=3)
    assert gate("clerk").read(office).issuing_name == "中共泽川县委组织部（联合受理中心）"


def test_kinds_do_not_end_each_other_and_older_dates_are_refused(gate: Gates) -> None:
    line(gate("manager"), "中共泽川县委组织部", date(2026, 1, 1))
    line(gate("manager"), "林可", date(2026, 2, 1), kind="contact", phone="0190 0000 0001")
    told = gate("clerk").read(office)
    assert (told.contact, told.phone) == ("林可", "0190 0000 0001")
    with pytest.raises(RefusedError, match="begins_before_older"):
        line(gate("manager"), "旧落款", date(2025, 12, 1))


def test_an_end_is_never_before_the_beginning_and_then_the_setting_holds(gate: Gates) -> None:
    first = line(gate("manager"), "中共泽川县委组织部", date(2026, 3, 1))
    with pytest.raises(RefusedError, match="ends_before_beginning"):
        gate("manager").write(Take(BOOK, first, "end", {"to_on": date(2026, 2, 1)}))
    gate("manager").write(Take(BOOK, first, "end", {"to_on": date(2026, 3, 1)}))
    assert gate("clerk").read(office).issuing_name == "泽川县干部诉求联合受理中心"
    assert gate("clerk").read(partial(signing, kind="issuer")) is None


def test_only_who_keeps_the_settings_enters_a_line(gate: Gates) -> None:
    with pytest.raises(NotAllowedError):
        line(gate("clerk"), "中共泽川县委组织部", date(2026, 3, 1))
