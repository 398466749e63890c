"""Random deeds by random people never bring a talk into a state no move leads to."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from db.approvals.deciding import Decide
from db.care.changes import Partner, Roles
from db.care.following import (
    AddDifficulties,
    DifficultyDone,
    DifficultyEntry,
    PlanRevisit,
    ProposeClose,
    RecordRevisit,
)
from db.care.holding import HoldAtOnce, Meeting, RecordHeld, SetLevel, TurnIntoCase, WriteRecord
from db.care.planning import Cancel, Plan, Schedule
from db.care.queries import talk_card
from db.care.rows import TalkCard
from db.care.tables import CareTalk, Difficulty
from db.care.workflow import AFTER_TALK, CARE_TALK, LEVELS
from db.core.errors import NotAllowedError, RefusedError
from db.core.tables import Approval, Event, Milestone
from db.core.tx import Behalf, Read
from db.office.tables import Account
from tests.conftest import Center

TODAY = date(2026, 3, 2)
PAPER = Behalf("陶然", "科员", "函1", TODAY)
ACTORS = ("clerk", "clerk", "manager", "organization", "organization", "hr")
ALLOWED = {(m.source, m.name, m.target) for m in CARE_TALK.moves}
RARE = ("cancel",)
"""Deeds that would end every walk early."""
STEPS = 65


def steps(seed: int) -> Iterator[tuple[str, bool, int, bool]]:
    """Draw actor, whether from a paper, a number, whether by a button he is offered."""
    chance = Random(seed)
    for _ in range(STEPS):
        yield (
            chance.choice(ACTORS),
            chance.random() < 0.3,
            chance.randrange(10_000),
            chance.random() < 0.8,
        )


def deeds(talk_id: int, pick: int, last: tuple[int, int]) -> dict[str, Callable[..., Any]]:
    approval, task = last
    text = ("心结已解", "")[pick % 2]
    return {
        "schedule": partial(Schedule, talk_id, TODAY, "9:30", "谈心室"),
        "cancel": lambda behalf: Cancel(talk_id, "本人调离"),
        "record_held": partial(RecordHeld, talk_id, Meeting(person_times=1 + pick % 3)),
        "write_record": partial(WriteRecord, talk_id, text),
        "list_difficulties": partial(AddDifficulties, talk_id, (DifficultyEntry("孩子入学"),)),
        "solve": partial(DifficultyDone, task, "已协调"),
        "turn_into_case": lambda behalf: TurnIntoCase(talk_id, "ordinary_appeal", True),
        "arrange_follow_up": partial(PlanRevisit, talk_id),
        "arrange_next_follow_up": partial(PlanRevisit, talk_id),
        "record_follow_up": partial(RecordRevisit, talk_id, "good"),
        "close": partial(ProposeClose, talk_id),
        "set_level": lambda behalf: SetLevel(talk_id, LEVELS[pick % 3]),
        "decide": lambda behalf: Decide(approval, ("agreed", "refused")[pick % 2], "意见"),
    }


@settings(max_examples=3, deadline=None, derandomize=True, phases=[Phase.generate])
@given(seed=st.integers(0, 2**32), at_once=st.booleans())
def test_no_illegal_state(template_store: Path, seed: int, at_once: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for source in template_store.parent.iterdir():
            shutil.copy2(source, Path(folder) / source.name)
        center = Center(Path(folder) / template_store.name)
        try:
            walk(center, seed, at_once=at_once)
        finally:
            center.close()


def walk(center: Center, seed: int, *, at_once: bool) -> None:
    manager = center.gate("manager")
    who = Partner(person_name="王䶮")
    ids = {
        login: manager.read(
            lambda r, login=login: r.session.scalars(
                select(Account.id).where(Account.login == login)
            ).one()
        )
        for login in ("organization", "clerk")
    }
    roles = Roles(talker_id=ids["organization"], recorder_id=ids["clerk"])
    if at_once:
        made = center.gate("organization").write(HoldAtOnce(who, roles=roles))
    else:
        made = manager.write(Plan(who, "mood", roles))
    talk_id = made.value.talk_id
    for login, on_paper, pick, guided in steps(seed):
        gate = center.gate(login)
        open_to = deeds(talk_id, pick, manager.read(last_rows))
        name = sorted(open_to)[pick % len(open_to)]
        behalf = PAPER if on_paper else None
        if guided:
            try:
                shown: TalkCard = gate.read(partial(talk_card, talk_id=talk_id))
            except NotAllowedError:
                continue
            offered = [move for move in shown.moves if move != "correct"]
            guided = bool(offered)  # noqa: PLW2901
            if guided:
                name = offered[pick % len(offered)].removeprefix("behalf:")
                behalf = PAPER if f"behalf:{name}" in offered else None
            if login == "manager" and pick % 2:
                name, guided = "decide", False  # noqa: PLW2901
        if name in RARE and pick % 20:
            continue
        try:
            gate.write(open_to[name](behalf=behalf))
        except NotAllowedError:
            assert not guided
        except RefusedError as refusal:
            if guided and refusal.code == "illegal_move":
                raise AssertionError(name) from refusal
        manager.read(partial(holds, talk_id=talk_id))


def last_rows(read: Read) -> tuple[int, int]:
    return (
        read.session.scalar(select(func.max(Approval.id))) or 0,
        read.session.scalar(select(func.max(Difficulty.id))) or 0,
    )


def holds(read: Read, talk_id: int) -> None:
    talk = read.session.get_one(CareTalk, talk_id)
    now: str | None = None
    for event in read.session.scalars(select(Event).where(Event.case_id == talk_id)):
        if event.target is None or (event.source == event.target and event.act not in MOVES):
            continue
        assert (event.source, event.act, event.target) in ALLOWED
        assert event.source == now
        now = event.target
    assert now == talk.state
    counted = read.session.scalar(
        select(func.sum(Milestone.amount)).where(
            Milestone.kind == "talk_held", Milestone.revoked_at.is_(None)
        )
    )
    assert (counted or 0) == (talk.person_times if talk.state in AFTER_TALK else 0)
    waiting = read.session.scalar(
        select(func.count()).where(Difficulty.talk_id == talk_id, Difficulty.state == "open")
    )
    assert talk.state != "closed" or not waiting
    for row in read.session.scalars(select(Approval)):
        assert row.decider_id is None or row.decider_id != row.proposer_id


MOVES = {m.name for m in CARE_TALK.moves}
