"""A store of an older program is brought up on a copy; one of a newer program is left alone."""

import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from db.appeals.ledger import ledger_ids
from db.appeals.rows import LedgerFilter
from db.core import trail, upgrade
from db.core.engine import open_engine
from db.core.errors import RefusedError, UnavailableError
from db.core.gate import Gate
from tests.appeals.test_flow import show, to_accepted
from tests.conftest import Center

Gates = Callable[[str], Gate]

STEP = """
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade():
{body}
"""
GOOD = """
    with op.batch_alter_table("appeal", recreate="always") as batch:
        batch.add_column(sa.Column("color", sa.String(20), nullable=True))
        batch.create_check_constraint("color_known", "color IS NULL OR color <> 'x'")
    op.create_table("added", sa.Column("id", sa.Integer, primary_key=True))
"""
LOSING = """
    op.execute("DROP TRIGGER IF EXISTS event_no_delete")
    op.execute("DELETE FROM event WHERE id % 2 = 0")
"""
ORPHANS = """
    op.execute("UPDATE hand_over SET unit_id = 99999")
    op.execute("INSERT INTO unit_name(unit_id, name) VALUES (4711, 'x')")
"""
FAILING = """
    op.create_table("added", sa.Column("id", sa.Integer, primary_key=True))
    raise RuntimeError("half way")
"""


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Make the program one step newer, with a step of this body."""
    home = tmp_path / "migrations"
    shutil.copytree(upgrade.HOME, home)
    known = upgrade.head()

    def make(body: str) -> None:
        (home / "versions" / "0003_later.py").write_text(
            STEP.format(head=known, body=body), encoding="utf-8"
        )
        monkeypatch.setattr(upgrade, "HOME", home)

    yield make
    monkeypatch.undo()


def shape(center: Center) -> dict[str, str]:
    engine = open_engine(center.path, center.key())
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master")
        ).all()
    engine.dispose()
    return dict(rows)  # type: ignore[arg-type]


def counted(center: Center) -> dict[str, int]:
    engine = open_engine(center.path, center.key())
    with engine.connect() as connection:
        found = upgrade.row_counts(connection)
    engine.dispose()
    return found


def test_an_older_store_keeps_rows_triggers_keys_and_chain(
    gate: Gates, center: Center, later: Callable[[str], None]
) -> None:
    appeal_id = to_accepted(gate, facts="旧库里的一件诉求")
    center.close()
    before, rows = shape(center), counted(center)
    later(GOOD)
    clerk = gate("clerk")
    assert show(clerk, appeal_id).facts == "旧库里的一件诉求"
    assert list(clerk.read(partial(ledger_ids, wanted=LedgerFilter(query="旧库里"))))
    assert gate("auditor").read(lambda r: trail.verify(r.session)).broken_at is None
    center.close()
    after = shape(center)
    triggers = {k: v for k, v in before.items() if k.startswith("trigger")}
    assert triggers == {k: v for k, v in after.items() if k.startswith("trigger")}
    assert len(triggers) > 20
    indexes = {k for k in before if k.startswith("index")}
    assert indexes <= {k for k in after if k.startswith("index")}
    assert "color" in after["table appeal"]
    assert "answered_has_issue_date" in after["table appeal"]
    # One more entry of the trail: the card that was read above.
    rows["trail_entry"] += 1
    assert {k: v for k, v in counted(center).items() if k in rows} == rows
    assert not list(center.path.parent.glob("*.migrating*"))
    assert not upgrade.migrate(center.path, center.key())


@pytest.mark.parametrize("body", [LOSING, ORPHANS, FAILING])
def test_a_step_that_loses_or_fails_leaves_the_store_as_it_was(
    gate: Gates, center: Center, later: Callable[[str], None], body: str
) -> None:
    to_accepted(gate)
    center.close()
    before = shape(center), counted(center)
    later(body)
    with pytest.raises(UnavailableError, match="migration_failed"):
        gate("clerk")
    assert not list(center.path.parent.glob("*.migrating*"))
    assert (shape(center), counted(center)) == before


def test_a_store_of_a_later_program_is_left_alone(center: Center) -> None:
    engine = open_engine(center.path, center.key())
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    engine.dispose()
    data = center.path.read_bytes()
    with pytest.raises(RefusedError, match="store_newer"):
        center.gate("clerk")
    assert center.path.read_bytes() == data


def test_nobody_elses_work_is_lost_when_a_store_is_brought_up(
    gate: Gates, center: Center, later: Callable[[str], None]
) -> None:
    clerk = gate("clerk")
    to_accepted(gate)
    later(GOOD)
    key = center.key()
    found: list[BaseException | bool] = []

    def bring_up() -> None:
        try:
            found.append(upgrade.migrate(center.path, key, wait=0.2))
        except UnavailableError as fault:
            found.append(fault)

    other = threading.Thread(target=bring_up)
    other.start()
    other.join()
    # Somebody has it open: it waits its turn instead of swapping the file under him.
    assert isinstance(found[0], UnavailableError)
    assert found[0].code == "store_busy"
    made = to_accepted(gate)
    assert show(clerk, made).row.state == "accepted"
