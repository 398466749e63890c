"""The store against odd input, other writers, a full disk, wrong keys and damage."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from db.appeals.handling import Annotate
from db.appeals.intake import Amend, Register
from db.appeals.ledger import ledger_ids
from db.appeals.queries import card
from db.appeals.rows import LedgerFilter
from db.appeals.screening import Accept, SendToScreening
from db.appeals.tables import Appeal
from db.appeals.telling import TellApplicant
from db.core import trail
from db.core.engine import open_engine
from db.core.errors import (
    ConflictError,
    NotAllowedError,
    RefusedError,
    UnavailableError,
    ZhengmingError,
)
from db.core.gate import Gate
from db.core.permissions import Permission
from db.core.tables import Event, IssuedNumber, NumberSeries, TrailEntry
from db.core.tx import Tx
from db.office.drafts import SaveDraft, draft
from db.office.opening import key_path
from tests.appeals.test_flow import intake, show, to_accepted
from tests.conftest import Center

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)


def whole(gate: Gate) -> list[int]:
    """Return how many rows of what counts there are."""
    return [
        gate.read(lambda r, kind=kind: r.session.scalar(select(func.count()).select_from(kind)))
        for kind in (Appeal, Event, IssuedNumber, TrailEntry)
    ] + list(gate.read(lambda r: r.session.scalars(select(NumberSeries.last)).all()))


# --- odd input -------------------------------------------------------------------------------

ODD = (
    "\x00前后\x00",
    "😀🏳️‍🌈👨‍👩‍👧‍👦",
    "䶮𬭎𠮷㐀",
    "a" * 10_000,
    "字" * 10_000,
    "\u202e反转\u200b\u2060",
    "e\u0301" * 100,
    "'; DROP TABLE appeal; --",
    '%_\\[]*?"',
    "\r\n\t\v\f\x1b[31m",
    "NULL",
    "{year}{sequence}",
    "\ufffe\uffff",
)
BROKEN = ("\ud800", "前\udfff后", "a\udc80")


@pytest.mark.parametrize("odd", ODD)
def test_odd_texts_come_back_as_they_were_and_are_found(gate: Gates, odd: str) -> None:
    name = odd[:150].strip() or "名"
    made = gate("clerk").write(Register(intake(subject=odd, facts=odd, person_name=name))).value
    gate("clerk").write(Annotate(made.appeal_id, odd))
    shown = show(gate("clerk"), made.appeal_id)
    assert shown.facts == odd
    assert shown.row.person_name == name
    found = gate("clerk").read(
        partial(
            ledger_ids, wanted=LedgerFilter(query=f'"{odd[:30]}"' if '"' not in odd else "dummy")
        )
    )
    assert isinstance(list(found), list)
    assert gate("auditor").read(lambda r: trail.verify(r.session)).broken_at is None


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("name", ["subject", "facts", "person_name", "unit_text", "remark"])
def test_half_characters_are_refused_in_words_and_leave_nothing(
    gate: Gates, name: str, broken: str
) -> None:
    before = whole(gate("clerk"))
    with pytest.raises(RefusedError):
        gate("clerk").write(Register(intake(**{name: broken})))
    assert whole(gate("clerk")) == before
    gate("clerk").write(SaveDraft("appeal", "new", "", {"facts": broken}))
    kept = gate("clerk").read(partial(draft, kind="appeal", key="new"))
    assert kept is not None
    with pytest.raises((RefusedError, NotAllowedError)):
        gate("clerk").write(TellApplicant(broken, "1234"))
    found = gate("clerk").read(partial(ledger_ids, wanted=LedgerFilter(query=broken)))
    assert list(found) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"received_on": date(1899, 12, 31)},
        {"received_on": date(9999, 12, 31)},
        {"received_on": date(1, 1, 1)},
        {"person_id": -1},
        {"person_id": 2**70},
        {"unit_id": -1},
        {"unit_id": 10**6},
        {"duplicate_of_id": -5},
        {"duplicate_of_id": 2**70},
        {"head_count": -1},
        {"head_count": 2**70},
        {"received_on": "2026-03-01"},
        {"received_on": datetime(2026, 3, 1, 9, 0, tzinfo=UTC)},
        {"knew_on": "2026-03-01"},
        {"name_open": "ja"},
        {"subject": None},
        {"subject": 7},
        {"materials": ({"name": "x"},)},
        {"head_count": "3"},
        {"administration": None},
        {"category": ["treatment"]},
    ],
)
def test_wrong_values_are_refused_in_words_and_leave_nothing(
    gate: Gates, changes: dict[str, Any]
) -> None:
    before = whole(gate("clerk"))
    with pytest.raises((RefusedError, NotAllowedError)):
        gate("clerk").write(Register(intake(**changes)))
    assert whole(gate("clerk")) == before


@pytest.mark.parametrize("odd", [-1, 0, 2**63, 2**70])
def test_impossible_ids_are_not_found(gate: Gates, odd: int) -> None:
    with pytest.raises(ZhengmingError):
        gate("clerk").write(Accept(odd, "internal"))
    with pytest.raises(NotAllowedError):
        gate("clerk").read(partial(card, appeal_id=odd))


@pytest.mark.parametrize("on", [date(1899, 1, 1), date(9999, 12, 31), date(2026, 3, 3)])
def test_impossible_days_are_refused(gate: Gates, on: date) -> None:
    made = gate("clerk").write(Register(intake())).value.appeal_id
    gate("clerk").write(SendToScreening(made, "拟受理"))
    with pytest.raises(RefusedError):
        gate("clerk").write(Accept(made, "internal", happened_on=on, backdated_reason="补"))


# --- one transaction -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stumble:
    """Do a whole registration and then fail."""

    permission: ClassVar[Permission] = Permission.APPEAL_REGISTER
    fault: Exception

    def __call__(self, tx: Tx) -> None:
        Register(intake())(tx)
        tx.set_setting("planted", 1)
        tx.drop_draft("appeal", "new")
        raise self.fault


@pytest.mark.parametrize("fault", [RefusedError("x"), RuntimeError("y"), KeyboardInterrupt()])
def test_a_command_that_fails_leaves_nothing_and_no_number_is_lost(
    gate: Gates, fault: Exception
) -> None:
    gate("clerk").write(SaveDraft("appeal", "new", "", {"facts": "半句"}))
    before = whole(gate("clerk"))
    with pytest.raises(type(fault)):
        gate("clerk").write(Stumble(fault))
    with pytest.raises(type(fault)):
        gate("clerk").write_all([Register(intake()), Stumble(fault)])
    assert whole(gate("clerk")) == before
    assert gate("clerk").read(partial(draft, kind="appeal", key="new")) is not None
    assert gate("clerk").read(lambda r: r.setting("planted")) is None
    made = gate("clerk").write(Register(intake())).value
    assert made.number.endswith("0001号")
    assert gate("auditor").read(lambda r: trail.verify(r.session)).broken_at is None


def test_two_who_saw_the_same_do_not_overwrite_each_other(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    seen = show(gate("clerk"), appeal_id).row.version
    gate("clerk").write(Amend(appeal_id, seen, {"remark": "甲"}, "更正"))
    with pytest.raises(ConflictError) as fault:
        gate("clerk2").write(Amend(appeal_id, seen, {"remark": "乙"}, "更正"))
    assert fault.value.stored["remark"] == "甲"


def test_many_threads_number_without_gap_or_repeat(gate: Gates, center: Center) -> None:
    gates = [gate("clerk"), gate("clerk2"), gate("manager")]
    numbers: list[str] = []
    faults: list[Exception] = []

    def work(which: Gate) -> None:
        try:
            for _ in range(4):
                numbers.append(which.write(Register(intake())).value.number)
                which.read(partial(ledger_ids, wanted=LedgerFilter()))
        except ZhengmingError as fault:
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(g,)) for g in gates]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert faults == []
    assert sorted(int(n[-5:-1]) for n in numbers) == list(range(1, 13))


OTHER = """
import sys, time
from pathlib import Path
from db.core.engine import open_engine
engine = open_engine(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
with engine.connect() as connection:
    connection.exec_driver_sql("UPDATE setting SET value = value WHERE name = 'office_name'")
    print("held", flush=True)
    time.sleep(float(sys.argv[3]))
    connection.commit()
"""


def holding(center: Center, seconds: float) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER, str(center.path), center.key().hex(), str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_writer_waits_for_another_process_and_readers_do_not(gate: Gates, center: Center) -> None:
    clerk = gate("clerk")
    process = holding(center, 0.8)
    try:
        assert list(clerk.read(partial(ledger_ids, wanted=LedgerFilter()))) == []
        assert clerk.write(Register(intake())).value.appeal_id == 1
    finally:
        process.communicate(timeout=10)


def test_readings_that_cannot_be_written_wait_and_are_not_lost(
    gate: Gates, center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    appeal_id = to_accepted(gate)
    clerk = gate("clerk")
    clerk.flush_reads()
    show(clerk, appeal_id)
    assert clerk.has_unwritten_reads

    def locked(*_: object) -> None:
        from sqlcipher3 import dbapi2

        raise DatabaseError("INSERT", {}, dbapi2.OperationalError("disk I/O error"))

    monkeypatch.setattr(trail.Chain, "extend", locked)
    with pytest.raises(UnavailableError):
        clerk.flush_reads()
    monkeypatch.undo()
    assert clerk.has_unwritten_reads
    clerk.flush_reads()
    assert not clerk.has_unwritten_reads


FULL = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
import tests.conftest
from tests.conftest import Center
from tests.appeals.test_flow import intake
from db.appeals.intake import Register
from db.core.errors import UnavailableError
center = Center(Path(sys.argv[1]))
clerk = center.gate("clerk")
done = 0
wal = Path(sys.argv[1] + "-wal")
clerk.write(Register(intake()))
done += 1
limit = max(Path(sys.argv[1]).stat().st_size, wal.stat().st_size) + 200_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
try:
    for _ in range(500):
        clerk.write(Register(intake(facts="字" * 20_000)))
        done += 1
    print("never full")
except UnavailableError as fault:
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    clerk.write(Register(intake()))
    done += 1
    print(fault.code, done)
"""


def test_a_full_disk_is_told_and_nothing_acknowledged_is_lost(center: Center) -> None:
    center.close()
    found = subprocess.run(
        [sys.executable, "-c", FULL, str(center.path)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert found.returncode == 0, found.stderr[-2000:]
    code, done = found.stdout.split()
    assert code in {"disk_full", "store_unreadable"}
    clerk = center.gate("clerk")
    ids = clerk.read(partial(ledger_ids, wanted=LedgerFilter()))
    assert len(ids) == int(done)
    numbers = clerk.read(lambda r: r.session.scalars(select(IssuedNumber.sequence)).all())
    assert sorted(numbers) == list(range(1, int(done) + 1))
    assert center.gate("auditor").read(lambda r: trail.verify(r.session)).broken_at is None


# --- keys and files --------------------------------------------------------------------------


def test_a_wrong_key_is_told_as_such_and_other_faults_are_not(
    center: Center, tmp_path: Path
) -> None:
    with pytest.raises(UnavailableError, match="wrong_key"):
        open_engine(center.path, os.urandom(32)).connect()
    torn = tmp_path / "torn.zm"
    torn.write_bytes(center.path.read_bytes()[:5000])
    shutil.copy2(key_path(center.path), key_path(torn))
    with pytest.raises(UnavailableError):
        Center(torn).gate("clerk").read(partial(ledger_ids, wanted=LedgerFilter()))
    barred = tmp_path / "folder.zm"
    barred.mkdir()
    shutil.copy2(key_path(center.path), key_path(barred))
    with pytest.raises(UnavailableError, match="store_unreadable"):
        Center(barred).gate("clerk")


def test_a_damaged_page_is_told_and_not_a_traceback(gate: Gates, center: Center) -> None:
    to_accepted(gate)
    key = center.key()
    center.close()
    data = bytearray(center.path.read_bytes())
    for at in range(40_000, len(data), 4096):
        data[at] ^= 0xFF
    center.path.write_bytes(bytes(data))
    assert key

    def look() -> None:
        center.gate("clerk").read(partial(ledger_ids, wanted=LedgerFilter()))
        center.gate("auditor").read(lambda r: trail.verify(r.session))

    with pytest.raises(UnavailableError):
        look()


def test_a_log_left_by_a_dead_process_is_taken_up(center: Center, tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; import tests.conftest\n"
        "from tests.conftest import Center; from tests.appeals.test_flow import intake\n"
        "from db.appeals.intake import Register\n"
        "c = Center(Path(sys.argv[1])); c.gate('clerk').write(Register(intake()))\n"
        "os.kill(os.getpid(), 9)"
    )
    center.close()
    found = subprocess.run(
        [sys.executable, "-c", code, str(center.path)],
        cwd=Path(__file__).parents[2],
        check=False,
        timeout=60,
    )
    assert found.returncode == -signal.SIGKILL
    assert center.path.with_name(center.path.name + "-wal").stat().st_size > 0
    assert len(center.gate("clerk").read(partial(ledger_ids, wanted=LedgerFilter()))) == 1
