"""Facts by hand: a small center whose milestones are written directly."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import select

from db.core.clock import FixedClock, instant
from db.core.gate import Gate
from db.core.permissions import Permission
from db.core.tx import Tx
from db.office.opening import log_in
from db.office.tables import Unit
from db.statistics.facts import mark, revoke
from db.statistics.queries import check_balance, monthly
from db.statistics.rows import MonthFigures

APPEAL = "ordinary_appeal"


@dataclass(frozen=True, slots=True)
class Mark:
    """Write one fact."""

    permission: ClassVar[Permission] = Permission.MONTH_CLOSE

    kind: str
    case_id: int
    on: date
    track: str = APPEAL
    unit: str | None = None
    category: str | None = "treatment"
    channel: str | None = "window"
    outcome: str | None = None
    on_time: str | None = None
    days: int | None = None
    amount: int = 1
    person_id: int | None = None

    def __call__(self, tx: Tx) -> None:
        unit_id = tx.session.scalar(select(Unit.id).where(Unit.key == self.unit))
        mark(
            tx,
            self.track,
            self.case_id,
            self.kind,
            on=self.on,
            unit_id=unit_id,
            category=self.category,
            channel=self.channel,
            outcome=self.outcome,
            on_time=self.on_time,
            days=self.days,
            amount=self.amount,
            person_id=self.person_id,
        )


@dataclass(frozen=True, slots=True)
class Revoke:
    """Withdraw facts of a case."""

    permission: ClassVar[Permission] = Permission.MONTH_CLOSE

    case_id: int
    kinds: tuple[str, ...] = ()
    track: str = APPEAL

    def __call__(self, tx: Tx) -> int:
        return len(revoke(tx, self.track, self.case_id, *self.kinds))


class Desk:
    """Writes facts and tells months."""

    def __init__(self, gate: Gate, clock: FixedClock) -> None:
        self.gate = gate
        self.clock = clock

    def mark(self, kind: str, case_id: int, on: date, **rest: object) -> None:
        self.gate.write(Mark(kind, case_id, on, **rest))  # type: ignore[arg-type]

    def mark_all(self, marks: list[Mark]) -> None:
        self.gate.write_all(marks)

    def revoke(self, case_id: int, *kinds: str) -> int:
        return self.gate.write(Revoke(case_id, kinds)).value

    def at(self, on: date, hour: int = 9) -> None:
        self.clock.set(instant(on, hour))

    def month(self, month: str, as_of: date | datetime | None = None) -> MonthFigures:
        return self.gate.read(partial(monthly, month=month, as_of=as_of))

    def foots(self, month: str, as_of: date | datetime | None = None) -> MonthFigures:
        figures = self.month(month, as_of)
        assert check_balance(figures) == []
        return figures


@pytest.fixture
def desk(center) -> Desk:  # type: ignore[no-untyped-def]
    """The manager of a small center."""
    return Desk(center.gate("manager"), center.clock)


@pytest.fixture(scope="module")
def new_desk(
    template_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Desk]]:
    """Open as many fresh centers as a property test wants."""
    made: list[Gate] = []

    def make() -> Desk:
        folder = tmp_path_factory.mktemp("desk")
        for source in template_store.parent.iterdir():
            shutil.copy2(source, folder / source.name)
        clock = FixedClock(instant(date(2026, 11, 2), 9))
        gate = log_in(folder / "center.zm", "manager", "correct horse", clock=clock)
        made.append(gate)
        return Desk(gate, clock)

    yield make
    for gate in made:
        gate.close()
