"""Random deeds by random people never bring a clarification into a state no move leads to."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

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
ACTORS = ("clerk", "manager", "discipline", "discipline_leader", "organization", "hr")
CATEGORIES = ("untrue", "mistaken", "no_violation", "cannot_exclude", "partly")
DECISIONS = ("agreed", "agreed", "returned", "refused")
ALLOWED = {(m.source, m.name, m.target) for m in CLARIFICATION.moves}
STEPS = st.lists(
    st.tuples(st.sampled_from(ACTORS), st.booleans(), st.integers(0, 10_000), st.booleans()),
    min_size=40,
    max_size=40,
)


def deeds(case_id: int, organ: int, pick: int, approval: int) -> dict[str, Callable[..., Any]]:
    category = CATEGORIES[pick % len(CATEGORIES)]
    modes = (("written",), ("written", "meeting"), ("meeting",), ())[pick % 4]
    should = bool(pick % 3)
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


@settings(max_examples=5, deadline=None, derandomize=True, phases=[Phase.generate])
@given(steps=STEPS, proposed=st.booleans())
def test_no_illegal_state(template_store: Path, steps: list[Any], proposed: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for source in template_store.parent.iterdir():
            shutil.copy2(source, Path(folder) / source.name)
        center = Center(Path(folder) / template_store.name)
        try:
            walk(center, steps, proposed=proposed)
        finally:
            center.close()


def walk(center: Center, steps: list[Any], *, proposed: bool) -> None:
    clerk = center.gate("clerk")
    organ = clerk.read(
        lambda r: r.session.scalars(select(Unit.id).where(Unit.key == "discipline")).one()
    )
    if proposed:
        finding = FindingEntry("untrue", "函0", TODAY, "不属实。")
        made = center.gate("discipline").write(Propose(finding, person_name="王䶮"))
    else:
        made = clerk.write(Apply("有人说我违规。", person_name="王䶮"))
    case_id = made.value.clarification_id
    for login, on_paper, pick, guided in steps:
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
            guided = bool(shown.moves)  # noqa: PLW2901
            if guided:
                offered = shown.moves[pick % len(shown.moves)]
                behalf = PAPER if offered.startswith("behalf:") else None
                name = offered.removeprefix("behalf:")
        try:
            gate.write(open_to[name](behalf=behalf))
        except NotAllowedError:
            assert not guided
        except RefusedError as refusal:
            if guided and refusal.code == "illegal_move":
                raise AssertionError(name) from refusal
        clerk.read(partial(holds, case_id=case_id))


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
