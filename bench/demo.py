"""Measures the building of the demo center: ``python tasks.py bench demo [YYYY-MM-DD]``.

Prints processor and wall seconds of the whole, of every tenth of the deeds, the size of the store,
its rows by table, and the year's figures.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import text

from db.core import trail
from db.core.clock import FixedClock, SystemClock, civil_date, instant
from db.core.tx import Read
from db.core.upgrade import row_counts
from db.demo.building import DEMO_PASSWORD, build_demo
from db.office.opening import log_in
from db.statistics.queries import check_balance, monthly

LIMIT = 90.0
"""Wall seconds that SETTLED §4 allows."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build it in a temporary folder and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("day", nargs="?", type=date.fromisoformat)
    parser.add_argument("--days", type=int, help="only so many days of the two years")
    asked = parser.parse_args(arguments)
    day = asked.day or civil_date(SystemClock().now())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.zm"
        wall, cpu = time.perf_counter(), time.process_time()
        tenth = 0

        def progress(simulated: str, done: int, whole: int) -> None:
            nonlocal tenth
            if done * 10 // whole > tenth:
                tenth = done * 10 // whole
                spent = time.process_time() - cpu
                print(f"{simulated}  {done:6d} of {whole} deeds  {spent:6.1f} s of processor")

        build_demo(path, today=day, days=asked.days, progress=progress)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        print(f"built in {wall:.1f} s, {cpu:.1f} s of processor; {path.stat().st_size:,} bytes")
        _describe(path, day)
    return 0 if wall <= LIMIT else 1


def _describe(path: Path, day: date) -> None:
    gate = log_in(path, "manager", DEMO_PASSWORD, clock=FixedClock(instant(day, 9)))
    try:
        rows = gate.read(lambda read: row_counts(read.session.connection()))
        print("  ".join(f"{name} {count}" for name, count in sorted(rows.items()) if count))
        began = time.process_time()
        found = gate.read(lambda read: trail.verify(read.session))
        print(f"chain of {found.entries} entries verified in {time.process_time() - began:.1f} s")
        told = gate.read(partial(monthly, month=f"{day.year - 1}-12"))
        year = told.year_to_date
        names = ("accepted_count", "handled_count", "care_talk_person_times", "open_count")
        print("  ".join(f"{name} {year[name]}" for name in names), check_balance(told) or "foots")
        print("pages of the store", gate.read(_pages))
    finally:
        gate.close()


def _pages(read: Read) -> int:
    return int(read.session.execute(text("PRAGMA page_count")).scalar_one())


if __name__ == "__main__":
    sys.exit(main())
