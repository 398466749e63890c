"""The trail as the auditor sees it: deeds without contents, page by page, and its check."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import text, update

from db.audit.queries import (
    TrailFilter,
    trail_actors,
    trail_acts,
    trail_count,
    trail_days,
    trail_entries,
    trail_entry,
    verify_trail,
)
from db.core.errors import NotAllowedError
from db.core.gate import Gate
from db.core.keys import KeyFile
from db.core.tables import TrailEntry
from db.office.opening import key_path
from db.office.settings_commands import ChangeSetting
from db.office.units import AddUnit, UnitFields

Gates = Callable[[str], Gate]
PLANTED = "甲乙丙丁水利局"


@pytest.fixture
def worked(gate: Gates, center) -> Gates:
    """A store in which some work was done on two days."""
    gate("manager").write(AddUnit(UnitFields(PLANTED, "水利局")))
    center.clock.advance(days=1)
    for n in range(5):
        gate("manager").write(ChangeSetting("office_phone", f"0000-{n}"))
    gate("clerk").note("open_card", "ordinary_appeal", 1)
    gate("clerk").flush_reads()
    return gate


def test_entries_come_newest_first_and_page_by_page(worked: Gates) -> None:
    auditor = worked("auditor")
    first = auditor.read(lambda read: trail_entries(read, TrailFilter(), limit=3))
    rest = auditor.read(
        lambda read: trail_entries(read, TrailFilter(), before_id=first[-1].id, limit=100)
    )
    ids = [row.id for row in (*first, *rest)]
    assert ids == list(range(len(ids), 0, -1))
    assert auditor.read(lambda read: trail_count(read, TrailFilter())) == len(ids)
    assert rest[-1].act == "create_store"


def test_an_entry_names_columns_and_never_values(worked: Gates) -> None:
    rows = worked("auditor").read(lambda read: trail_entries(read, TrailFilter()))
    added = next(row for row in rows if row.act == "add_unit")
    assert "full_name" in added.fields
    assert (added.actor, added.role, added.kind) == ("周敏", "manager", "unit")
    assert PLANTED not in repr(rows)


def test_filters_narrow_by_day_person_deed_and_kind(worked: Gates, center) -> None:
    auditor = worked("auditor")

    def acts(**wanted: object) -> list[str]:
        found = TrailFilter(**wanted)  # type: ignore[arg-type]
        return [row.act for row in auditor.read(lambda read: trail_entries(read, found))]

    second = date(2026, 3, 3)
    assert acts(since=second, until=second) == ["open_card"] + ["change_setting"] * 5
    assert set(acts(until=date(2026, 3, 2))) == {"create_store", "add_unit"}
    actors = dict(auditor.read(trail_actors))
    clerk = next(key for key, name in actors.items() if name == "林可")
    assert acts(actor_id=clerk) == ["open_card"]
    assert acts(act="add_unit") == ["add_unit"]
    assert "open_card" not in acts(without_readings=True)
    assert acts(only_admins=True) == []
    assert acts(number="2026") == []
    assert set(auditor.read(trail_acts)) >= {"add_unit", "change_setting", "open_card"}


def test_days_are_those_of_shanghai(worked: Gates) -> None:
    days = worked("auditor").read(lambda read: trail_days(read, until=date(2026, 3, 3), days=3))
    assert [(d.day.day, d.entries) for d in days] == [(1, 0), (2, 2), (3, 6)]


def test_an_entry_stands_between_its_neighbours(worked: Gates) -> None:
    auditor = worked("auditor")
    place = auditor.read(lambda read: trail_entry(read, 3))
    assert place is not None
    assert place.before is not None
    assert place.after is not None
    assert [place.before.id, place.row.id, place.after.id] == [2, 3, 4]
    last = auditor.read(lambda read: trail_entry(read, 8))
    assert last is not None
    assert last.after is None
    assert [look.act for look in last.looks] == ["open_card"]
    assert auditor.read(lambda read: trail_entry(read, 99)) is None


def test_only_the_auditor_reads_the_trail(worked: Gates) -> None:
    for login in ("clerk", "manager", "secadmin"):
        with pytest.raises(NotAllowedError):
            worked(login).read(lambda read: trail_entries(read, TrailFilter()))
    with pytest.raises(NotAllowedError):
        worked("clerk").read(verify_trail)
    assert worked("manager").read(verify_trail).broken_at is None


def test_a_changed_link_is_found(worked: Gates, center) -> None:
    from db.core.engine import open_engine

    assert worked("auditor").read(verify_trail).broken_at is None
    unlocked = KeyFile.open(key_path(center.path)).unlock(
        "manager", "correct horse", at=center.clock.now()
    )
    assert unlocked.store_key is not None
    engine = open_engine(center.path, unlocked.store_key)
    with engine.begin() as connection:
        for (name,) in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='trail_entry'")
        ).all():
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
        connection.execute(update(TrailEntry).where(TrailEntry.id == 4).values(act="nothing"))
    engine.dispose()
    found = worked("auditor").read(verify_trail)
    assert (found.broken_at, found.reason) == (4, "hash")
