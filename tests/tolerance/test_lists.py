"""清单管理: versions that two persons publish and nobody changes afterwards (PRODUCT §3-7)."""

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from db.books.commands import Open
from db.core.errors import NotAllowedError, RefusedError
from tests.conftest import Center
from tests.tolerance.cases import (
    DAY,
    ITEM,
    LIST,
    Gates,
    a_draft,
    a_list,
    add_item,
    agreed,
    card,
    opened,
    publish,
    row,
    taken,
    unit,
)
from tests.tolerance.test_tolerance import refused, statement


@pytest.fixture
def center(bare: Center) -> Center:
    """These tests make every version themselves."""
    return bare


def items(gate: Gates, list_id: int) -> list[tuple[str, int, str]]:
    rows = card(gate, LIST, list_id).children[ITEM]
    return [(r.values["side"], r.values["place"], r.values["wording"]) for r in rows]


def test_a_version_is_published_with_its_day_by_two_persons(gate: Gates) -> None:
    list_id = a_draft(gate)
    waiting = taken(gate, LIST, list_id, "publish", "manager", document_number="区委发〔2026〕3号")
    refused("self_approval", lambda: agreed(gate, waiting))
    assert row(gate, LIST, list_id).state == "draft"


def test_an_empty_side_is_not_published(gate: Gates) -> None:
    list_id = opened(
        gate, LIST, "draft", "organization", title="清单", organ_id=unit(gate, "organization")
    )
    assert card(gate, LIST, list_id, "organization").refused["publish"] == "list_side_is_empty"
    refused("list_side_is_empty", lambda: publish(gate, list_id))


def test_situations_are_numbered_within_their_side(gate: Gates) -> None:
    list_id = a_draft(gate)
    places = [(side, place) for side, place, _ in items(gate, list_id)]
    assert places == [("positive", 1), ("positive", 2), ("negative", 1), ("negative", 2)]
    refused("list_number_taken", lambda: add_item(gate, list_id, "negative", "另一条", place=2))
    add_item(gate, list_id, "negative", "另一条", place=7)
    assert items(gate, list_id)[-1][:2] == ("negative", 7)


def test_3_7_a_published_version_never_changes_in_store_or_database(
    center: Center, gate: Gates
) -> None:
    list_id = a_list(gate)
    found = row(gate, LIST, list_id)
    assert (found.state, found.values["published_on"]) == ("published", DAY)
    item = card(gate, LIST, list_id).children[ITEM][0].id
    refused("list_is_published", lambda: add_item(gate, list_id, "negative", "再加一条"))
    for move, values in (("change", {"wording": "改", "basis": "改"}), ("remove", {})):
        refused(
            "list_is_published",
            lambda m=move, v=values: taken(gate, ITEM, item, m, "organization", **v),
        )
    assert set(card(gate, ITEM, item, "organization").refused.values()) == {"list_is_published"}
    for sql in (
        f"UPDATE tolerance_list_item SET wording = '改' WHERE id = {item}",
        f"DELETE FROM tolerance_list_item WHERE id = {item}",
        f"UPDATE tolerance_list SET title = '改' WHERE id = {list_id}",
        f"UPDATE tolerance_list SET state = 'draft' WHERE id = {list_id}",
        f"DELETE FROM tolerance_list WHERE id = {list_id}",
        "INSERT INTO tolerance_list_item (number, state, entered_on, entered_at, entered_by_id,"
        " entered_by_name, is_backfilled, version, parent_id, side, place, wording, basis)"
        f" SELECT '', 'listed', entered_on, entered_at, entered_by_id, entered_by_name, 0, 1,"
        f" {list_id}, 'negative', 99, '塞入', '无' FROM tolerance_list_item WHERE id = {item}",
    ):
        with pytest.raises(IntegrityError):
            statement(center, sql)


def test_a_new_version_begins_with_the_old_ones_situations_and_takes_its_place(
    gate: Gates,
) -> None:
    old = a_list(gate)
    new = opened(
        gate,
        LIST,
        "draft_from",
        "organization",
        title="清单（修订）",
        organ_id=unit(gate, "organization"),
    )
    assert items(gate, new) == items(gate, old)
    first = card(gate, LIST, new).children[ITEM][0].id
    taken(gate, ITEM, first, "change", "organization", wording="改过的情形", basis="新文件")
    add_item(gate, new, "negative", "明令禁止后依然故我的")
    assert items(gate, old)[0][2] == "先行先试中因缺乏经验出现失误的"
    publish(gate, new)
    assert (row(gate, LIST, old).state, row(gate, LIST, new).state) == ("replaced", "published")
    assert [e.act for e in card(gate, LIST, old).events][:1] == ["replace"]
    assert row(gate, LIST, new).number == "容错清单〔2026〕第2版"


def test_nothing_is_revised_before_the_first_version(gate: Gates) -> None:
    values: dict[str, Any] = {"title": "清单", "organ_id": unit(gate, "organization")}
    with pytest.raises(RefusedError, match="no_list_in_force"):
        gate("organization").write(Open(LIST, "draft_from", values))
    with pytest.raises(NotAllowedError):
        gate("petition").write(Open(LIST, "draft", values))


def test_what_is_taken_out_of_a_draft_frees_its_number(gate: Gates) -> None:
    list_id = a_draft(gate)
    last = card(gate, LIST, list_id).children[ITEM][-1].id
    taken(gate, ITEM, last, "remove", "organization")
    add_item(gate, list_id, "negative", "另一条", place=2)
    assert ("negative", 2, "另一条") in items(gate, list_id)
