"""The stage of the demo: who is at the keyboard when, and what the plan's keys became.

Every deed is an ordinary command of the person who would give it, with his rights and his scope.
A building store is one connection and one transaction a simulated day; nothing else may use it.
"""

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

from sqlalchemy import Engine, Select, event, select
from sqlalchemy.orm import Session

from db.appeals.tables import Appeal, HandOver
from db.care.tables import CareTalk
from db.clarification.tables import Clarification
from db.core.base import Base
from db.core.clock import FixedClock
from db.core.gate import Gate
from db.core.tables import Approval, Event, NumberSeries
from db.core.tx import Behalf, Command, Read
from db.demo.content import AccountSpec
from db.demo.script import OFFICERS, Plan, Step
from db.office.opening import load_actor
from db.office.tables import Account, Unit
from db.people.tables import Person
from db.scope import visible

R = TypeVar("R")

TRACKS = {"A": "ordinary_appeal", "C": "clarification", "T": "care_talk"}
"""Kind of case by the first letter of its key in the plan."""
DECIDED = frozenset(
    {
        "assign",
        "reassign",
        "close",
        "redirect",
        "merge",
        "not_accept",
        "move_out",
        "talk_close",
        "talk_cancel",
        "not_clear",
    }
)
"""Deeds that one person proposes and another decides."""
SIGNER = "organization_leader"
"""Who signs the report of a month."""
KEPT = (Unit, Account, Person, NumberSeries, Appeal, HandOver, Approval, CareTalk, Clarification)
"""Rows that are asked for again and again."""
KEPT_PRIVATE = "declined_by_person"


@dataclass(slots=True)
class Stage:
    """A store being built, and the keys of the plan as the store knows them."""

    clock: FixedClock
    session: Session
    signer: str
    gates: dict[str, Gate] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    cases: dict[str, int] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    approvals: dict[tuple[str, str], int] = field(default_factory=dict)
    reviews: dict[str, int] = field(default_factory=dict)
    difficulties: dict[str, tuple[int, ...]] = field(default_factory=dict)
    proposed_clearings: set[str] = field(default_factory=set)
    letters: dict[str, int] = field(default_factory=dict)
    entries: dict[str, int] = field(default_factory=dict)
    kept: set[Base] = field(default_factory=set)

    @classmethod
    def open(cls, engine: Engine, specs: tuple[AccountSpec, ...], clock: FixedClock) -> "Stage":
        """Let everybody in; they share one connection."""
        leader = next(spec for spec in specs if spec.login == SIGNER)
        stage = cls(clock, Session(engine, expire_on_commit=False), f"{leader.name} {leader.post}")
        session = stage.session
        stage.units = dict(session.execute(select(Unit.key, Unit.id)).all())
        stage.accounts = dict(session.execute(select(Account.login, Account.id)).all())
        # Nobody else writes: what was loaded once need not be loaded again.
        for change in ("loaded_as_persistent", "pending_to_persistent"):
            event.listen(session, change, stage.keep)
        for spec in specs:
            stage.gates[spec.login] = Gate(
                engine,
                engine,
                actor=load_actor(session, spec.login),
                clock=clock,
                visible=visible,
            )
        return stage

    def keep(self, _session: Session, row: object) -> None:
        """Hold a row that later deeds will ask for."""
        if isinstance(row, KEPT):
            self.kept.add(row)

    def write(self, login: str, command: Command[R]) -> R:
        """Carry out a command of a person."""
        return self.gates[login].take_part(self.session, command)

    def ask(self, login: str, question: Callable[[Read], R]) -> R:
        """Return what a person reads from his page."""
        gate = self.gates[login]
        return question(Read(self.session, gate.actor, self.clock.now()))

    def find(self, statement: Select[Any]) -> int:
        """Return the one row that a person would pick on his page."""
        return int(self.session.scalars(statement).one())

    def unit(self, key: str) -> int:
        """Return the row of a unit."""
        return self.units[key]

    def hand_over(self, case: str, unit: str) -> int:
        """Return the running hand-over of a unit; several in turn may have been of it."""
        return self.find(
            select(HandOver.id)
            .where(
                HandOver.appeal_id == self.cases[case],
                HandOver.unit_id == self.units[unit],
                HandOver.state != "ended",
            )
            .order_by(HandOver.id.desc())
            .limit(1)
        )

    def pending(self, case: str, act: str) -> int:
        """Return the decision on an act that waits."""
        return self.find(
            select(Approval.id).where(
                Approval.track == TRACKS[case[0]],
                Approval.case_id == self.cases[case],
                Approval.act == act,
                Approval.state == "pending",
            )
        )

    def papers(self, case: str) -> tuple[list[int], list[int]]:
        """Return decisions and events of a case that wait for a second person's look."""
        track, row = TRACKS[case[0]], self.cases[case]
        recorded = select(Approval.id).where(
            Approval.track == track, Approval.case_id == row, Approval.state == "recorded"
        )
        events = select(Event.id).where(
            Event.track == track,
            Event.case_id == row,
            Event.needs_confirmation,
            Event.confirmed_at.is_(None),
        )
        return list(self.session.scalars(recorded)), list(self.session.scalars(events))


def behalf(step: Step) -> Behalf | None:
    """Return the paper of a deed that is recorded for somebody else."""
    paper: Any = step.data.get("on_behalf")
    if paper is None:
        return None
    return Behalf(paper["signer"], paper["post"], paper["number"], paper["on"])


def told(step: Step) -> Mapping[str, Any]:
    """Return what a deed is filled with."""
    return step.data


def unfolded(plan: Plan) -> tuple[Step, ...]:
    """Return the plan with the deeds that it only implies, in the order of time.

    A decided deed is proposed before and decided at its time; a paper is typed at its time and
    compared by a second person afterwards, before anything else happens to the case.
    """
    following: dict[int, datetime] = {}
    upcoming: dict[str, datetime] = {}
    for place in range(len(plan.steps) - 1, -1, -1):
        step = plan.steps[place]
        if step.case in upcoming:
            following[place] = upcoming[step.case]
        upcoming[step.case] = step.at
    previous: dict[str, datetime] = {}
    leads: dict[str, str] = {}
    found: list[Step] = []
    for place, step in enumerate(plan.steps):
        chance = random.Random(f"{plan.seed}/{step.case}/{step.act}/{place}")  # noqa: S311
        if step.act in {"assign", "reassign"}:
            leads[step.case] = str(step.data["lead"])
        after = following.get(place)
        found += _unfold(step, previous.get(step.case), after, chance)
        if step.act == "decide_extension" and step.data["agreed"]:
            # The reasons and the new day are told to the person (条例 Art 34).
            later = _later(step.at, after, timedelta(minutes=95))
            teller = OFFICERS.get(leads[step.case], "clerk")
            found.append(Step(later, teller, "tell_extension", step.case, {}))
        previous[step.case] = step.at
    return tuple(sorted(found, key=lambda step: step.at))


def _unfold(
    step: Step, before: datetime | None, after: datetime | None, chance: random.Random
) -> Iterator[Step]:
    data = told(step)
    if step.act in DECIDED and data.get("reason") != KEPT_PRIVATE:
        earlier = _earlier(step.at, before, timedelta(minutes=chance.randint(6, 55)))
        yield Step(earlier, step.actor, f"propose_{step.act}", step.case, data)
        if data["approval"] != "pending":
            yield Step(step.at, str(data["approver"]), step.act, step.case, data)
    else:
        yield step
    paper = data.get("on_behalf")
    waits = data.get("approval") == "pending" and step.act not in DECIDED
    if paper is not None and paper["confirmed_by"] is not None and not waits:
        later = _later(step.at, after, timedelta(minutes=chance.randint(8, 70)))
        yield Step(later, paper["confirmed_by"], "confirm_papers", step.case, {})


def _earlier(at: datetime, before: datetime | None, by: timedelta) -> datetime:
    """Return a moment of the same half-day, after what happened to the case before."""
    opening = time(8, 30) if at.time() < time(13) else time(14)
    floor = at.replace(hour=opening.hour, minute=opening.minute, second=0)
    if before is not None:
        # More than half of the way, so that a paper of that deed is confirmed by then.
        floor = max(floor, before + (at - before) * 0.6)
    return max(at - by, min(floor, at))


def _later(at: datetime, after: datetime | None, by: timedelta) -> datetime:
    if after is not None:
        by = min(by, (after - at) * 0.4)
    return min(at + by, at.replace(hour=17, minute=58, second=0))
