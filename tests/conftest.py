"""Fixtures for every test: no surprises from the environment, a small encrypted store."""

import gc
import os

for _name in [n for n in os.environ if n.startswith("ZHENGMING_") and n != "ZHENGMING_REAL_DATA"]:
    del os.environ[_name]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.core.clock import FixedClock
from db.core.gate import Gate
from db.core.keys import Cost, KeyFile
from db.office.opening import NewAccount, create, key_path, open_store

PASSWORD = "correct horse"
CHEAP = Cost(passes=1, memory_kib=8, lanes=1)
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""Monday, 2 March 2026, 9:00 in Shanghai."""

ACCOUNTS = (
    NewAccount("clerk", "林可", "clerk", "受理员"),
    NewAccount("clerk2", "郑一帆", "clerk", "受理员"),
    NewAccount("manager", "周敏", "manager", "中心负责人"),
    NewAccount("organization", "陶然", "officer", "干部科科员", "organization"),
    NewAccount("organization_leader", "薛岚", "dept_leader", "副部长", "organization"),
    NewAccount("discipline", "裴知遥", "officer", "信访室科员", "discipline"),
    NewAccount("discipline_leader", "卞明远", "dept_leader", "副书记", "discipline"),
    NewAccount("hr", "何俊贤", "officer", "人事科科员", "hr"),
    NewAccount("hr_leader", "温知行", "dept_leader", "副局长", "hr"),
    NewAccount("petition", "罗瑾", "officer", "接访科科员", "petition"),
    NewAccount("petition_leader", "汤以宁", "dept_leader", "副局长", "petition"),
    NewAccount("sysadmin", "尹若谷", "system_admin", "系统管理员"),
    NewAccount("secadmin", "邹雨桐", "security_admin", "保密办"),
    NewAccount("auditor", "司徒敬", "audit_admin", "机关纪检"),
)


class Center:
    """A small center in a temporary folder: gates by login, one clock for all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = FixedClock(START)
        self._gates: dict[str, Gate] = {}

    def gate(self, login: str) -> Gate:
        """Return the open gate of an account."""
        if login not in self._gates:
            key_file = KeyFile.open(key_path(self.path))
            unlocked = key_file.unlock(login, PASSWORD, at=self.clock.now())
            self._gates[login] = open_store(self.path, unlocked, clock=self.clock)
        return self._gates[login]

    def key(self) -> bytes:
        """Return the raw store key, as somebody with a right password has it."""
        key_file = KeyFile.open(key_path(self.path))
        found = key_file.unlock("manager", PASSWORD, at=self.clock.now()).store_key
        assert found is not None
        return found

    def close(self) -> None:
        """Close every gate."""
        for gate in self._gates.values():
            gate.close()
        self._gates.clear()


@pytest.fixture(scope="session")
def template_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the store that every test copies."""
    path = tmp_path_factory.mktemp("template") / "center.zm"
    create(
        path,
        clock=FixedClock(START),
        office="泽川县干部诉求联合受理中心",
        accounts=[NewAccount(a.login, a.name, a.role, a.post, a.unit, PASSWORD) for a in ACCOUNTS],
        settings={
            "appeal_number_form": "泽诉受〔{year}〕{sequence:04d}号",
            "transfer_number_form": "泽诉转〔{year}〕{sequence}号",
            "talk_number_form": "泽谈〔{year}〕{sequence}号",
            "clarification_number_form": "泽澄〔{year}〕{sequence}号",
        },
        cost=CHEAP,
        floor_kib=8,
        durable=False,
    )
    return path


@pytest.fixture
def center(template_store: Path, tmp_path: Path) -> Iterator[Center]:
    """A fresh copy of the small center."""
    path = tmp_path / "center.zm"
    for source in template_store.parent.iterdir():
        shutil.copy2(source, tmp_path / source.name)
    made = Center(path)
    yield made
    made.close()


@pytest.fixture
def gate(center: Center) -> Callable[[str], Gate]:
    """Open gates by login."""
    return center.gate


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Once a window was made in this process, collecting is nobody's unless it is done here."""
    yield
    if not gc.isenabled() and gc.get_count()[0] > 50_000:
        gc.collect()
