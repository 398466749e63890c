"""What the demo shows about people at the desk: 回避, 代办, 工作交接, rights changed by two.

Most of it comes after everything else of the plan, so that no deed of it meets a case from which
somebody steps back.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from sqlalchemy import select

from db.appeals.tables import TRACK, Appeal, HandOver
from db.approvals.deciding import Decide
from db.core.permissions import Permission, Role, Scope
from db.demo.acting import Stage
from db.demo.appeal_deeds import Deed
from db.demo.script import Plan, Step
from db.office.granting import DecideGrant, ProposeGrant, TakeBackGrant
from db.office.handing_over import CarryOutHandOver, DiscardHandOver, ListWork
from db.office.recusing import AskRecusal, LiftRecusal
from db.office.staff_tables import RecusalRequest
from db.office.substituting import ArrangeSubstitute, EndSubstitution

OFFICES = (("hr", "hr_leader"), ("petition", "petition_leader"))
"""Officer and leader of the offices whose people step back."""
LONG_AGO = timedelta(days=60)
SOME_DAYS = timedelta(days=4)
WITNESS = "卞明远"
SHOWN = (("agreed", ""), ("refused", "经核实，不存在利害关系。"), ("agreed", "情形已消除。"))
"""Decisions of each office, newest case first; the last one is lifted again."""


def staff_steps(plan: Plan) -> Iterator[Step]:
    """Return the deeds: what began long ago, and what stands today."""
    last = max(step.at for step in plan.steps)
    then = [step.at for step in plan.steps if step.at <= last - LONG_AGO]
    if then:
        yield Step(max(then) + timedelta(seconds=25), "manager", "staff_before", "", {})
    yield Step(last + timedelta(minutes=4), "manager", "staff_today", "", {})


def _before(stage: Stage, step: Step) -> None:
    first = step.at.date()
    account = stage.accounts
    for absent, substitute, decides in (
        ("hr_leader", "hr", True),
        ("petition_leader", "petition", False),
    ):
        made = ArrangeSubstitute(
            account[absent], account[substitute], first, first + SOME_DAYS, decides=decides
        )
        row = stage.write("manager", made)
        if not decides:
            stage.write("manager", EndSubstitution(row))
    for reason in ("new_post", "loan"):
        listed = stage.write(
            "manager",
            ListWork(
                account["discipline"],
                account["discipline_head"],
                reason,
                keeps_account=True,
                originals="来函登记簿 1册 档案柜2-1",
                things="档案柜钥匙 1把",
            ),
        )
        if reason == "new_post":
            stage.write("manager", CarryOutHandOver(listed, WITNESS, first))
        else:
            stage.write("manager", DiscardHandOver(listed, "借调取消。"))


def _today(stage: Stage, step: Step) -> None:
    _recusals(stage)
    _rights(stage)
    _places(stage, step.at)


def _recusals(stage: Stage) -> None:
    for officer, leader in OFFICES:
        for case_id, (decision, words) in zip(
            _cases(stage, officer, "closed", len(SHOWN)), SHOWN, strict=False
        ):
            request = stage.write(officer, AskRecusal(TRACK, case_id, "interest"))
            row = stage.session.get_one(RecusalRequest, request)
            assert row.approval_id is not None
            stage.write(leader, Decide(row.approval_id, decision, words))
            if decision == "agreed" and words:
                stage.write(leader, LiftRecusal(request, words))
        for case_id in _cases(stage, officer, "in_progress", 1):
            words = "与诉求人曾在同一单位共事。"
            stage.write(officer, AskRecusal(TRACK, case_id, "other", words=words))


def _cases(stage: Stage, officer: str, state: str, most: int) -> list[int]:
    """Return cases that an officer handles, newest first."""
    return list(
        stage.session.scalars(
            select(Appeal.id)
            .join(HandOver, HandOver.appeal_id == Appeal.id)
            .where(
                Appeal.state == state,
                HandOver.role == "lead",
                HandOver.state.in_(("signed", "answered")),
                HandOver.handler_id == stage.accounts[officer],
            )
            .order_by(Appeal.id.desc())
            .limit(most)
        )
    )


def _rights(stage: Stage) -> None:
    def propose(right: Permission, scope: Scope | None, reason: str) -> int:
        return stage.write("secadmin", ProposeGrant(Role.CLERK, right, scope, reason))

    # Rights that change nothing of what the demo's people may see.
    given = propose(Permission.VERIFY, Scope.CENTER, "受理员每日核对留痕完整性。")
    stage.write("manager", DecideGrant(given, True))
    taken = propose(Permission.VERIFY, None, "核对改由中心负责人进行。")
    stage.write("manager", DecideGrant(taken, True))
    refused = propose(Permission.BACKUP, Scope.CENTER, "便于日常工作。")
    stage.write("manager", DecideGrant(refused, False, "由系统管理员负责。"))
    taken_back = propose(Permission.IMPORT, Scope.CENTER, "便于导入旧台账。")
    stage.write("secadmin", TakeBackGrant(taken_back))
    propose(Permission.EXPORT, Scope.CENTER, "月底向各单位报送清单需要。")
    propose(Permission.STATISTICS_READ, Scope.CENTER, "协助核对月报。")


def _places(stage: Stage, at: datetime) -> None:
    first = at.date()
    account = stage.accounts
    for absent, substitute in (("hr_leader", "hr"), ("manager", "clerk")):
        stage.write(
            "manager",
            ArrangeSubstitute(
                account[absent],
                account[substitute],
                first,
                first + SOME_DAYS,
                decides=True,
                reason="business",
            ),
        )
    stage.write(
        "manager",
        ListWork(
            account["petition"],
            account["petition_leader"],
            "loan",
            keeps_account=True,
            originals="泽诉转〔2026〕12号 4页 档案柜1-3",
            things="移动硬盘（内部） 1个",
        ),
    )


DEEDS: Mapping[str, Deed] = {"staff_before": _before, "staff_today": _today}
