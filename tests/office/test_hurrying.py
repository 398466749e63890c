"""敏感时段 belong to units, 快办 has a neutral reason: nothing ties a person to a selection."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import String, Text

import db.schema
from db.appeals.ledger import ledger_ids
from db.appeals.queries import card
from db.appeals.rows import LedgerFilter
from db.codes import code_lists
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.office.hurrying import (
    EndFastTrack,
    EndWindow,
    SetFastTrack,
    SetWindow,
    fast_track,
    windows,
)
from tests.appeals.test_flow import assign, to_accepted, unit_id
from tests.conftest import Center

Gates = Callable[[str], Gate]
TODAY = date(2026, 3, 2)


def test_a_window_names_a_unit_and_days(gate: Gates, center: Center) -> None:
    keeper = gate("secadmin")
    hr = unit_id(gate("clerk"), "hr")
    made = keeper.write(SetWindow(hr, "换届期间", TODAY, TODAY + timedelta(days=30))).value
    (row,) = gate("clerk").read(windows)
    assert (row.unit, row.title, row.is_running) == ("人社局", "换届期间", True)
    with pytest.raises(RefusedError, match="window_overlaps"):
        keeper.write(SetWindow(hr, "机构改革期间", TODAY, TODAY))
    keeper.write(EndWindow(made, row.version))
    assert not gate("clerk").read(windows)[0].is_running
    with pytest.raises(RefusedError, match="already_decided"):
        keeper.write(EndWindow(made))


@pytest.mark.parametrize(
    "title", ["张三同志考察期", "拟任人选公示", "动议阶段", "干部选拔", "提名期间"]
)
def test_a_window_never_hints_at_a_person(gate: Gates, title: str) -> None:
    hr = unit_id(gate("clerk"), "hr")
    with pytest.raises(RefusedError, match="window_about_somebody"):
        gate("secadmin").write(SetWindow(hr, title, TODAY, TODAY))


def test_windows_are_checked_and_kept_by_the_keeper(gate: Gates) -> None:
    hr = unit_id(gate("clerk"), "hr")
    for command, code in (
        (SetWindow(9999, "换届期间", TODAY, TODAY), "missing_unit"),
        (SetWindow(hr, " ", TODAY, TODAY), "missing_title"),
        (SetWindow(hr, "换届期间", TODAY, TODAY - timedelta(days=1)), "validity_order"),
    ):
        with pytest.raises(RefusedError, match=code):
            gate("secadmin").write(command)
    with pytest.raises(NotAllowedError, match="not_permitted"):
        gate("clerk").write(SetWindow(hr, "换届期间", TODAY, TODAY))


def test_haste_is_set_by_hand_with_a_neutral_reason(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    clerk = gate("clerk")
    with pytest.raises(RefusedError, match="unknown_value"):
        clerk.write(SetFastTrack(appeal_id, "promotion"))
    clerk.write(SetFastTrack(appeal_id, "well_being"))
    assert list(clerk.read(partial(ledger_ids, wanted=LedgerFilter(fast=True)))) == [appeal_id]
    told = clerk.read(partial(fast_track, appeal_id=appeal_id))
    assert told is not None
    assert (told.reason, told.set_by) == ("well_being", "林可")
    assert gate("hr").read(partial(fast_track, appeal_id=appeal_id)) is None
    shown = gate("hr").read(partial(card, appeal_id=appeal_id))
    assert "well_being" not in repr(shown)
    assert next(e.act for e in shown.events) == "set_fast_track"
    with pytest.raises(RefusedError, match="fast_track_stands"):
        clerk.write(SetFastTrack(appeal_id, "repeated"))
    with pytest.raises(NotAllowedError):
        gate("hr").write(SetFastTrack(appeal_id, "repeated"))
    clerk.write(EndFastTrack(appeal_id))
    assert clerk.read(partial(fast_track, appeal_id=appeal_id)) is None
    with pytest.raises(RefusedError, match="no_fast_track"):
        clerk.write(EndFastTrack(appeal_id))


def test_no_table_ties_a_person_to_a_selection() -> None:
    tables = db.schema.metadata.tables
    people = {"person_id", "person_name", "account_id", "case_id", "appeal_id"}
    assert not people & set(tables["unit_window"].columns.keys())
    haste = tables["fast_track"]
    longest = max(
        (c.type.length or 10_000)
        for c in haste.columns
        if isinstance(c.type, String | Text) and c.name != "set_by_name"
    )
    assert longest <= 40
    assert not {"person_id", "person_name", "unit_id", "note", "words"} & set(haste.columns.keys())
    for name, table in tables.items():
        columns = " ".join([name, *table.columns.keys()])
        for word in ("candidate", "nominee", "selection", "shortlist", "kaocha"):
            assert word not in columns, (name, word)
        for key in table.foreign_keys:
            assert key.column.table.name != "unit_window", name
    assert {c.value for c in code_lists.codes("fast_track_reason")} == {
        "effect_growing",
        "repeated",
        "well_being",
        "leader_note",
        "other",
    }
