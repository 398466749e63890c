"""Killed in the middle: nothing acknowledged is lost, nothing half done stays."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from db.appeals.intake import Register
from db.appeals.ledger import ledger_ids
from db.appeals.rows import LedgerFilter
from db.appeals.tables import Appeal
from db.core import trail
from tests.appeals.test_flow import intake
from tests.conftest import Center

WORKER = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
import os
from db.core.clock import SystemClock
from db.office.opening import log_in
from db.appeals.intake import Register
from tests.appeals.test_flow import intake
gate = log_in(Path(sys.argv[1]), "clerk", sys.argv[2], clock=SystemClock())
while True:
    made = gate.write(Register(intake(facts="诉求" * 400))).value
    print(made.number, flush=True)
"""


def write_until_killed(center: Center, acknowledged: int) -> list[str]:
    root = str(Path(__file__).parents[2])
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER.format(root=root), str(center.path), "correct horse"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert worker.stdout is not None
    told = [worker.stdout.readline().strip() for _ in range(acknowledged)]
    worker.send_signal(signal.SIGKILL)
    told += [
        line.strip()
        for line in worker.stdout.read().splitlines(keepends=True)
        if line.endswith("\n")
    ]
    worker.wait()
    worker.stdout.close()
    return [number for number in told if number]


@pytest.mark.chaos
@pytest.mark.parametrize("acknowledged", [1, 7, 23])
def test_nothing_acknowledged_is_lost(center: Center, acknowledged: int) -> None:
    told = write_until_killed(center, acknowledged)
    clerk = center.gate("clerk")
    found = set(clerk.read(lambda r: list(r.session.scalars(select(Appeal.number)))))
    assert set(told) <= found
    assert len(found) - len(told) <= 1
    check = clerk.read(lambda r: trail.verify(r.session))
    assert check.broken_at is None
    made = clerk.write(Register(intake())).value
    assert made.number not in found
    ids = clerk.read(partial(ledger_ids, wanted=LedgerFilter()))
    assert len(ids) == len(found) + 1


def test_text_planted_in_a_case_is_readable_in_no_file(center: Center) -> None:
    markers = [f"机密标记{i:03d}号暗语" for i in range(50)]
    clerk = center.gate("clerk")
    for marker in markers:
        clerk.write(Register(intake(facts=f"事实{marker}", person_name=f"张{marker}"[:12])))
    for path in center.path.parent.iterdir():
        content = path.read_bytes()
        for marker in markers:
            assert marker.encode() not in content, path.name
            assert marker.encode("utf-16-le") not in content, path.name
    assert not content.startswith(b"SQLite format 3")
