"""How long the questions of the ledger take on many rows, beside the floor of the same run.

    python -m bench.ledger [--rows 100000]

The floor is the bare answer from SQLCipher through the driver, without this program: the ratio
says what the program adds, whatever machine it runs on. Exit code 1 if a limit is passed.
"""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial

from sqlcipher3 import dbapi2

from bench.store import big_store, open_gate, store_key
from db.appeals.duplicates import duplicates, similar
from db.appeals.ledger import ledger_count, ledger_ids, ledger_rows
from db.appeals.queries import counts
from db.appeals.rows import LedgerFilter
from db.core.search_tokens import match_phrase

LETTER = (
    "本人2012年5月到云塘镇工作，乡镇工作补贴自去年起没有发放，曾于12日到党政办反映。"
    "涉及金额4321元，材料共12页，加班补助和值班补助没有兑现。请求核实情况并书面答复。"
)


def best(of: Callable[[], object], times: int = 5) -> float:
    """Return the shortest of some runs, in milliseconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        of()
        found.append(time.perf_counter() - start)
    return min(found) * 1000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    rows = parser.parse_args().rows
    path = big_store(rows)
    gate = open_gate(path)
    bare = dbapi2.connect(str(path))
    bare.execute(f"PRAGMA key = \"x'{store_key(path).hex()}'\"")
    bare.execute("PRAGMA cache_size = -65536")

    def ask(of, **options):
        return lambda: gate.read(partial(of, **options))

    def sql(statement, *values):
        return lambda: bare.execute(statement, values).fetchall()

    spine = "SELECT id FROM appeal WHERE published = 1 ORDER BY received_on DESC, id DESC"
    matched = (
        "SELECT count(*) FROM appeal WHERE published = 1 AND id IN "
        "(SELECT rowid FROM appeal_search WHERE appeal_search MATCH ?)"
    )
    page = list(gate.read(partial(ledger_ids, wanted=LedgerFilter())))[:200]
    listed = ",".join(map(str, page))
    every = LedgerFilter()
    measured = [
        ("spine, all rows", ask(ledger_ids, wanted=every), sql(spine), 1000),
        (
            "spine, one pill",
            ask(ledger_ids, wanted=LedgerFilter(pills=("imported_open",))),
            sql(spine.replace("= 1", "= 1 AND pill = 'imported_open'")),
            500,
        ),
        (
            "spine, one category, by category",
            ask(ledger_ids, wanted=LedgerFilter(categories=("treatment",)), sort="category"),
            sql("SELECT id FROM appeal WHERE published = 1 AND category = 'treatment'"),
            500,
        ),
        (
            "spine, one month",
            ask(ledger_ids, wanted=LedgerFilter(query="登记:2024-03")),
            sql(spine.replace("= 1", "= 1 AND received_on BETWEEN '2024-03-01' AND '2024-03-31'")),
            100,
        ),
        (
            "page of 200 rows",
            ask(ledger_rows, ids=page),
            sql(f"SELECT id, number, subject, pill FROM appeal WHERE id IN ({listed})"),
            100,
        ),
        (
            "count, all rows",
            ask(ledger_count, wanted=every),
            sql("SELECT count(*) FROM appeal WHERE published = 1"),
            500,
        ),
        ("counts of the rail", ask(counts), None, 300),
        (
            "search, two characters, counted",
            ask(ledger_count, wanted=LedgerFilter(query="补贴")),
            sql(matched, match_phrase("补贴")),
            2000,
        ),
        (
            "search, rare phrase",
            ask(ledger_ids, wanted=LedgerFilter(query="档案第4321号")),
            sql(matched, match_phrase("档案第4321号")),
            500,
        ),
        (
            "search, AND NOT",
            ask(ledger_count, wanted=LedgerFilter(query="公积金 -财务室")),
            sql(matched, match_phrase("公积金")),
            2000,
        ),
        ("live duplicates", ask(similar, facts=LETTER, person_name="王伟"), None, 50),
        ("exact duplicates", ask(duplicates), None, 2000),
    ]
    over = 0
    print(f"{rows} rows; milliseconds, best of 5")
    print(f"{'question':36}{'program':>10}{'floor':>10}{'ratio':>8}{'limit':>8}")
    for name, program, floor, limit in measured:
        took = best(program)
        least = best(floor) if floor else None
        ratio = f"{took / least:8.1f}" if least else f"{'':8}"
        mark = "" if took <= limit else "  OVER"
        over += took > limit
        shown = f"{least:10.1f}" if least else f"{'':10}"
        print(f"{name:36}{took:10.1f}{shown}{ratio}{limit:8}{mark}", flush=True)
    bare.close()
    gate.close()
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
