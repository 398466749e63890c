"""Random deeds by random people never bring a clarification into a state no move leads to."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from db.approvals.deciding import Decide
from db.clarification.assessing import (
    Assess,
    FindingEntry,
    KeepPrivate,
    NotClear,
    RecordFinding,
    RecordPersonOpinion,
    SeekOpinion,
    StartAssessment,
)
from db.clarification.clearing import (
    PlanRevisit,
    RecallLetter,
    RecordCarriedOut,
    RecordNewEvidence,
    RecordRevisitAndArchive,
    StartCarryingOut,
    SubmitForApproval,
    Uphold,
)
from db.clarification.intake import Apply, Propose, Refer, Withdraw
from db.clarification.queries import clarification_card
from db.clarification.rows import ClarificationCard
from db.clarification.tables import Clarification, Finding
from db.clarification.workflow import CLARIFICATION, CLEARABLE
from db.core.errors import NotAllowedError, RefusedError
from db.core.tables import Approval, Event
from db.core.tx import Behalf, Read
from db.office.tables import Unit
from tests.conftest import Center

TODAY = date(2026, 3, 2)
PAPER = Behalf("裴知遥", "科员", "函1", TODAY)
ACTORS = (
    *("clerk", "clerk", "manager", "discipline", "discipline", "discipline"),
    *("discipline_leader", "discipline_leader", "discipline_leader", "organization"),
)
CATEGORIES = ("untrue", "mistaken", "no_violation", "untrue", "untrue", "cannot_exclude")
DECISIONS = ("agreed", "agreed", "returned", "refused")
ALLOWED = {(m.source, m.name, m.target) for m in CLARIFICATION.moves}
RARE = ("withdraw", "keep_private", "assess")
"""Deeds that would end or delay every walk; a first assessment is no rare one."""
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


def deeds(case_id: int, organ: int, pick: int, approval: int) -> dict[str, Callable[..., Any]]:
    category = CATEGORIES[pick % len(CATEGORIES)]
    modes = (("written",), ("written",), ("written", "meeting"), ("meeting",), ())[pick % 5]
    should = bool(pick % 6)
    return {
        "refer": lambda behalf: Refer(case_id, organ),
        "record_finding": partial(
            RecordFinding, case_id, FindingEntry(category, "函1", TODAY, "不属实。")
        ),
        "assess_proposed": partial(StartAssessment, case_id),
        "assess": partial(
            Assess, case_id, should, "caused" if should else "", (), "" if should else "secrecy"
        ),
        "not_clear": partial(NotClear, case_id),
        "seek_opinion": partial(SeekOpinion, case_id),
        "record_person_opinion": partial(
            RecordPersonOpinion, case_id, ("agree", "private")[pick % 2]
        ),
        "keep_private": partial(KeepPrivate, case_id, True, bool(pick % 2)),
        "submit_for_approval": partial(SubmitForApproval, case_id, modes, "limited_scope"),
        "resubmit": partial(SubmitForApproval, case_id, modes, "limited_scope"),
        "start_carrying_out": partial(StartCarryingOut, case_id),
        "carry_out": partial(
            RecordCarriedOut, case_id, modes, "函2", TODAY, TODAY, "本人", None, "会议室", 9
        ),
        "arrange_follow_up": lambda behalf: PlanRevisit(case_id),
        "archive": lambda behalf: RecordRevisitAndArchive(case_id, "good"),
        "record_new_evidence": partial(RecordNewEvidence, case_id, "函3"),
        "uphold": partial(Uphold, case_id, "函4"),
        "revoke": partial(RecallLetter, case_id, "函5"),
        "withdraw": lambda behalf: Withdraw(case_id, "本人意愿", True, behalf=behalf),
        "decide": lambda behalf: Decide(approval, DECISIONS[pick % 4], "意见"),
    }


@pytest.mark.parametrize("start", ["applied", "proposed", "approved"])
@settings(max_examples=1, deadline=None, derandomize=True, phases=[Phase.generate])
@given(seed=st.integers(0, 2**32))
def test_no_illegal_state(template_store: Path, start: str, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for source in template_store.parent.iterdir():
            shutil.copy2(source, Path(folder) / source.name)
        center = Center(Path(folder) / template_store.name)
        try:
            walk(center, seed, start=start)
        finally:
            center.close()


def walk(center: Center, seed: int, *, start: str) -> None:
    clerk = center.gate("clerk")
    organ = clerk.read(
        lambda r: r.session.scalars(select(Unit.id).where(Unit.key == "discipline")).one()
    )
    if start != "applied":
        finding = FindingEntry("untrue", "函0", TODAY, "不属实。")
        made = center.gate("discipline").write(Propose(finding, person_name="王䶮"))
    else:
        made = clerk.write(Apply("有人说我违规。", person_name="王䶮"))
    case_id = made.value.clarification_id
    if start == "approved":
        approve(center, case_id, organ)
    for login, on_paper, pick, guided in steps(seed):
        gate = center.gate(login)
        approval = clerk.read(last_approval)
        open_to = deeds(case_id, organ, pick, approval)
        name = sorted(open_to)[pick % len(open_to)]
        behalf = PAPER if on_paper else None
        if guided:
            try:
                shown: ClarificationCard = gate.read(
                    partial(clarification_card, clarification_id=case_id)
                )
            except NotAllowedError:
                continue
            if shown.row.state == "assessing" and shown.assessed_on is None:
                open_to["assess_first"] = open_to["assess"]
            guided = bool(shown.moves)  # noqa: PLW2901
            if guided:
                offered = shown.moves[pick % len(shown.moves)]
                behalf = PAPER if offered.startswith("behalf:") else None
                name = offered.removeprefix("behalf:")
                if name == "assess" and "assess_first" in open_to:
                    name = "assess_first"
            if login == "discipline_leader":
                name, guided = "decide", False  # noqa: PLW2901
        if name in RARE and pick % 40:
            continue
        try:
            gate.write(open_to[name](behalf=behalf))
        except NotAllowedError:
            assert not guided
        except RefusedError as refusal:
            if guided and refusal.code == "illegal_move":
                raise AssertionError(name) from refusal
        clerk.read(partial(holds, case_id=case_id))


def approve(center: Center, case_id: int, organ: int) -> None:
    ready = deeds(case_id, organ, 1, 0)
    names = ("assess_proposed", "assess", "seek_opinion", "record_person_opinion")
    for name in (*names, "submit_for_approval"):
        center.gate("clerk").write(ready[name](behalf=PAPER))
    approval = center.gate("clerk").read(last_approval)
    center.gate("discipline_leader").write(Decide(approval, "agreed"))


def last_approval(read: Read) -> int:
    return read.session.scalar(select(Approval.id).order_by(Approval.id.desc()).limit(1)) or 0


def holds(read: Read, case_id: int) -> None:
    case = read.session.get_one(Clarification, case_id)
    assert case.state in CLARIFICATION.states()
    now: str | None = None
    for event in read.session.scalars(select(Event).where(Event.case_id == case_id)):
        if event.target is None or (event.source == event.target):
            continue
        assert (event.source, event.act, event.target) in ALLOWED
        assert event.source == now
        now = event.target
    assert now == case.state
    if case.state in ("approval_pending", "approved", "carrying_out", "carried_out", "archived"):
        finding = read.session.get_one(Finding, case.finding_id)
        assert finding.category in CLEARABLE
        assert case.person_opinion
        assert "written" in case.modes.split(",")
    for row in read.session.scalars(select(Approval)):
        assert row.decider_id is None or row.decider_id != row.proposer_id
