"""How fast a ledger comes in, and how long anybody else could have to wait for it.

    python -m bench.import [--rows 100000]

The floor is the same number of letters written by the bare driver in chunks of the same size,
with the same durability and without indexes, search or judging. Exit code 1 if a limit is passed.
"""

import argparse
import csv
import itertools
import sys
import time
from pathlib import Path

from sqlcipher3 import dbapi2

from bench.store import FOLDER, empty_store, open_gate, store_key
from db.core.gate import Gate
from db.exchange.importing import CHUNK, PublishBatch, import_file
from tests.support.letters import write_ledger

LONGEST_CHUNK = 1.0
LONGEST_PUBLISH_PER_10K = 1.0


class Watch:
    """Stands in for the gate and notes how long each transaction held the writer."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.longest: dict[str, float] = {}

    def __getattr__(self, name: str) -> object:
        return getattr(self.gate, name)

    def write(self, command: object) -> object:
        start = time.perf_counter()
        done = self.gate.write(command)
        kind = type(command).__name__
        self.longest[kind] = max(self.longest.get(kind, 0), time.perf_counter() - start)
        return done


def floor(path: Path, ledger: Path) -> float:
    """Return the seconds of writing the same letters with nothing around them."""
    bare = dbapi2.connect(str(path), isolation_level=None)
    bare.execute(f"PRAGMA key = \"x'{store_key(path).hex()}'\"")
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute(
        "CREATE TABLE bare (number, name, unit, subject, facts, day, reply, replied, label)"
    )
    start = time.perf_counter()
    with ledger.open(encoding="utf-8-sig", newline="") as source:
        rows = csv.reader(source)
        next(rows)
        while chunk := list(itertools.islice(rows, CHUNK)):
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany("INSERT INTO bare VALUES (?,?,?,?,?,?,?,?,?)", chunk)
            bare.execute("COMMIT")
    took = time.perf_counter() - start
    bare.execute("DROP TABLE bare")
    bare.close()
    return took


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    rows = parser.parse_args().rows
    FOLDER.mkdir(parents=True, exist_ok=True)
    ledger = write_ledger(FOLDER / "import.csv", rows)
    path = empty_store(FOLDER / "import.zm")
    least = floor(path, ledger)
    watch = Watch(open_gate(path))
    begun: dict[str, float] = {}
    start = time.perf_counter()

    def told(doing: str, _done: int, _whole: int) -> None:
        begun.setdefault(doing, time.perf_counter() - start)

    report = import_file(watch, ledger, progress=told)
    took = time.perf_counter() - start
    watch.gate.close()
    publish = watch.longest[PublishBatch.__name__]
    chunk = watch.longest["WriteChunk"]
    print(f"{report.imported} rows in {took:.1f} s: {rows / took:.0f} rows/s")
    print(f"  reading and judging  {begun['writing']:8.2f} s")
    print(f"  writing in chunks    {begun['publishing'] - begun['writing']:8.2f} s")
    print(f"  publishing           {publish:8.2f} s")
    print(f"  longest chunk        {chunk * 1000:8.0f} ms")
    print(f"  floor                {least:8.2f} s, ratio {took / least:.1f}")
    print(f"  store                {path.stat().st_size / 2**20:8.0f} MB")
    over = chunk > LONGEST_CHUNK or publish > max(1.0, LONGEST_PUBLISH_PER_10K * rows / 10_000)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
