"""A big store to measure on: generated letters, imported once and kept under build/bench."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from db.core.clock import FixedClock
from db.core.gate import Gate
from db.core.keys import Cost, KeyFile
from db.exchange.importing import import_file
from db.office.opening import NewAccount, create, key_path, open_store
from tests.support.letters import write_ledger

PASSWORD = "measure only"
NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
FOLDER = Path(__file__).parents[1] / "build" / "bench"


def empty_store(path: Path) -> Path:
    """Make an empty store whose password costs nothing; the store itself is as any other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink() if old.is_file() else shutil.rmtree(old)
    create(
        path,
        clock=FixedClock(NOW),
        office="Measure",
        accounts=[NewAccount("manager", "周敏", "manager", password=PASSWORD)],
        cost=Cost(passes=1, memory_kib=8, lanes=1),
        floor_kib=8,
        recovery=False,
    )
    return path


def store_key(path: Path) -> bytes:
    """Return the raw key, for the floor that a program without this one would reach."""
    key = KeyFile.open(key_path(path)).unlock("manager", PASSWORD, at=NOW).store_key
    assert key is not None
    return key


def open_gate(path: Path) -> Gate:
    """Open the store for the manager."""
    unlocked = KeyFile.open(key_path(path)).unlock("manager", PASSWORD, at=NOW)
    return open_store(path, unlocked, clock=FixedClock(NOW))


def big_store(rows: int) -> Path:
    """Return a store with so many imported letters; made at the first call."""
    path = FOLDER / f"letters-{rows}.zm"
    done = path.with_name(path.name + ".done")
    if not done.exists():
        empty_store(path)
        gate = open_gate(path)
        import_file(gate, write_ledger(FOLDER / f"letters-{rows}.csv", rows))
        gate.close()
        done.touch()
    return path
