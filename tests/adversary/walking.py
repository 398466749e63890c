"""Random deeds of random people on several appeals at once, and what must hold after each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Any

from sqlalchemy import select

from db.appeals.answering import (
    DeliverReply,
    PlanFollowUp,
    ProposeClose,
    RecordDelivery,
    RecordReviewOpinion,
    RecordReviewRequest,
    ReportBack,
    Resume,
)
from db.appeals.disputes import Direct, ProposeSettlement, RaiseDispute
from db.appeals.handling import Annotate, DraftReply, RequestExtension
from db.appeals.intake import Amend, ConfirmOnTheSpot, Intake, Register, SettleOnTheSpot
from db.appeals.ledger import ledger_ids
from db.appeals.queries import waiting_approvals
from db.appeals.routing import (
    GiveOpinion,
    Insist,
    Object,
    ProposeAssign,
    ProposeJoin,
    SignIn,
    Target,
    WaiveOpinion,
)
from db.appeals.rows import LedgerFilter
from db.appeals.screening import (
    Accept,
    Adopt,
    AwaitSupplement,
    ProposeMerge,
    ProposeMoveOut,
    ProposeNotAccept,
    ProposeRedirect,
    SendToScreening,
    SupplementReceived,
    Withdraw,
)
from db.appeals.tables import TRACK, Appeal, HandOver, Review
from db.appeals.workflow import APPEAL, BEFORE_ANSWER, EXTENSION, HAND_OVER, REVIEW
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.codes.clocks import reckon
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.core.tables import Approval, ClockEntry, Event, Milestone
from db.core.tx import Behalf, Read
from db.office.tables import Unit
from db.statistics.balance import check_balance
from db.statistics.queries import monthly
from tests.conftest import Center

OFFICERS = ("hr", "petition", "organization", "discipline")
DESK = ("clerk", "clerk2", "manager")
LEADERS = tuple(f"{name}_leader" for name in OFFICERS)
CATEGORIES = ("treatment", "other", "clarification", "treatment")
CHANNELS = ("window", "phone")
ALLOWED = {(m.source, m.name, m.target) for m in APPEAL.moves}
ACCESS = {"sent", "objected", "disputed", "signed", "answered", "waived"}
BEFORE = {"registered", "screening", "awaiting_supplement"}
COMPLETION = ("ordinary_completion", "internal_completion")


@dataclass
class Walk:
    """One walk over a small center."""

    center: Center
    chance: Random
    done: dict[str, int] = field(default_factory=dict)
    trace: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        found = self.ask(lambda r: r.session.execute(select(Unit.key, Unit.id)).all())
        self.units = {key: unit_id for key, unit_id in found if key in OFFICERS}

    def ask(self, question: Callable[[Read], Any]) -> Any:
        """Ask past every filter."""
        return self.center.gate("manager").read(question)

    def pick(self, *choices: Any) -> Any:
        """Choose one."""
        return self.chance.choice(choices)

    def run(self, steps: int) -> None:
        """Walk, checking as it goes."""
        for step in range(steps):
            self.one()
            if step % 12 == 11:
                self.ask(self.holds)
        self.ask(self.holds)

    def one(self) -> None:
        """Do one random deed."""
        if self.chance.random() < 0.06:
            self.center.clock.advance(days=self.pick(1, 1, 2, 5, 40))
        cases = self.ask(
            lambda r: r.session.execute(
                select(Appeal.id, Appeal.state)
                .where(Appeal.state.not_in(APPEAL.terminal) | (Appeal.id % 7 == 0))
                .order_by(Appeal.id.desc())
                .limit(6)
            ).all()
        )
        if len(cases) < 4 or self.chance.random() < 0.05:
            self.write(self.pick(*DESK), self.new())
            return
        case_id, state = self.chance.choice(cases)
        if self.chance.random() < 0.7 and self.decide(case_id):
            return
        login, command = self.deed(case_id, state)
        if command is not None:
            self.write(login, command)

    def write(self, login: str, command: Any) -> None:
        """Carry out, taking refusals as they come."""
        name = type(command).__name__
        self.trace.append(f"{login} {command}")
        try:
            self.center.gate(login).write(command)
        except (RefusedError, NotAllowedError, ConflictError) as refusal:
            self.trace[-1] += f" -> {refusal}"
        else:
            self.done[name] = self.done.get(name, 0) + 1

    def new(self) -> Any:
        """Return a registration."""
        form = Intake(
            administration="county_managed",
            channel=self.pick(*CHANNELS),
            category=self.pick(*CATEGORIES),
            subject="关于乡镇工作补贴问题的诉求",
            facts="本人在乡镇工作八年，补贴自去年起未发。",
            person_name=self.pick("王䶮", "李𬭎", "赵一"),
            phone="19000000001",
            requests="核实并补发补贴",
        )
        if self.chance.random() < 0.2:
            return SettleOnTheSpot(form, "已当场说明。", "explained", "本人满意")
        return Register(form)

    def decide(self, case_id: int) -> bool:
        """Let somebody decide something that waits on a case."""
        rows = self.ask(
            lambda r: r.session.scalars(
                select(Approval).where(
                    Approval.case_id == case_id, Approval.state.in_(("pending", "recorded"))
                )
            ).all()
        )
        if not rows:
            return False
        row = self.chance.choice(rows)
        login = self.pick(*LEADERS, *("manager",) * 30, "clerk")
        if row.unit_id is not None and self.chance.random() < 0.9:
            login = next(f"{k}_leader" for k, u in self.units.items() if u == row.unit_id)
        decision = self.pick("agreed", "agreed", "agreed", "refused", "returned")
        if row.state == "recorded":
            self.write(self.pick(*DESK), ConfirmDecision(row.id, self.pick(True, True, False)))
        elif self.chance.random() < 0.2:
            on = self.center.gate("clerk").read(lambda r: r.today)
            self.write(
                self.pick(*DESK),
                RecordDecision(row.id, decision, "温知行", "副局长", on, "1", "意见"),
            )
        else:
            self.write(login, Decide(row.id, decision, "意见"))
        return True

    def deed(self, case_id: int, state: str) -> tuple[str, Any]:
        """Return who does what, mostly something that the state allows."""
        handed = self.ask(
            lambda r: r.session.scalars(
                select(HandOver).where(HandOver.appeal_id == case_id, HandOver.state != "ended")
            ).all()
        )
        today: date = self.center.gate("clerk").read(lambda r: r.today)
        if self.chance.random() < 0.15:
            today -= timedelta(days=self.pick(1, 3, 6))
        desk = self.pick(*DESK)
        handles = handed and state in ("assigned", "in_progress", "reply_draft")
        if handles and self.chance.random() < 0.75:
            return self.by_unit(self.chance.choice(handed), today)
        pool = list(self.desk_deeds(case_id, state, today))
        if self.chance.random() < 0.1:
            every = ("registered", "screening", "accepted", "assigned", "in_progress")
            pool = list(self.desk_deeds(case_id, self.pick(*every, "replied", "follow_up"), today))
        if state in ("reply_approved", "replied", "follow_up") and self.chance.random() < 0.2:
            desk = self.pick(*OFFICERS)
        return desk, self.chance.choice(pool) if pool else None

    def by_unit(self, row: HandOver, today: date) -> tuple[str, Any]:
        """Return a deed of a unit, by log-in or from a paper."""
        key = next(k for k, u in self.units.items() if u == row.unit_id)
        login, behalf = self.pick(key, key, f"{key}_leader", *OFFICERS), None
        if self.chance.random() < 0.8:
            login = key
        if self.chance.random() < 0.25:
            login, behalf = self.pick(*DESK), Behalf("何俊贤", "科长", "函1", today)
        if row.state == "sent":
            deeds: list[Any] = [SignIn(row.id, behalf=behalf, happened_on=today)] * 2
            deeds += [SignIn(row.id), Object(row.id, "不属本单位职责", behalf=behalf)]
        elif row.state == "objected":
            return "manager", self.pick(
                Insist(row.id, "经会商仍由你单位办理"),
                RaiseDispute(row.id, "县信访工作联席会议", "职责交叉"),
                WaiveOpinion(row.id, "不再需要"),
            )
        elif row.state == "disputed":
            named = self.chance.choice(list(self.units.values()))
            return self.pick(*DESK), ProposeSettlement(row.id, named, "联席1号", today)
        else:
            deeds = [
                *[
                    DraftReply(
                        row.id, "已核实。", self.pick("supported", "explained"), behalf=behalf
                    )
                ]
                * 3,
                RequestExtension(row.id, self.pick(10, 30), "尚需取证", behalf=behalf),
            ]
        if row.role != "lead":
            deeds.append(GiveOpinion(row.id, "同意", behalf=behalf))
            if self.chance.random() < 0.2:
                return "manager", WaiveOpinion(row.id, "不再需要")
        return login, self.chance.choice(deeds)

    def desk_deeds(self, case_id: int, state: str, today: date) -> Iterator[Any]:
        """Yield what the desk may do in a state."""
        if state == "registered":
            yield from (SendToScreening(case_id, "拟受理"),) * 4
        if state == "screening":
            procedure = self.pick("petition", "internal", "suggestion")
            yield from (Accept(case_id, procedure, happened_on=today),) * 5
            yield AwaitSupplement(case_id, "身份证复印件")
            yield ProposeNotAccept(case_id, "不属受理范围")
        if state == "awaiting_supplement":
            yield from (SupplementReceived(case_id),) * 3
        if state in ("accepted", "assigned"):
            yield from (self.assignment(case_id),) * 6
            yield Direct(case_id, "由首转单位办理")
        if state in ("assigned", "in_progress"):
            unit = self.chance.choice(list(self.units.values()))
            role, question = self.pick(("co", ""), ("partial", "是否在编？"))
            yield ProposeJoin(case_id, Target(unit, role, question))
        if state == "reply_approved":
            delivered = self.pick(None, today)
            yield from (DeliverReply(case_id, today, delivered, reply_number="号"),) * 6
        if state == "replied":
            yield RecordDelivery(case_id, today)
            yield from (PlanFollowUp(case_id),) * 3
            yield ConfirmOnTheSpot((case_id,))
        if state == "follow_up":
            yield from (ProposeClose(case_id, "satisfied", "satisfied"),) * 2
            yield from (Resume(case_id, "承诺未兑现"),) * 3
        if state in ("replied", "follow_up", "closed"):
            if self.chance.random() < 0.3:
                yield ReportBack(case_id, "县委办")
            yield RecordReviewRequest(case_id, "市人社局", self.pick("review", "recheck"))
            review = self.ask(
                lambda r: r.session.scalar(
                    select(Review.id).where(Review.appeal_id == case_id, Review.state == "open")
                )
            )
            if review:
                yield from (RecordReviewOpinion(review, "复1", today, today, "upheld"),) * 2
        if state == "imported_open":
            yield Adopt(case_id)
        if self.chance.random() < 0.2:
            other = self.ask(
                lambda r: r.session.scalars(select(Appeal.id).order_by(Appeal.id)).all()
            )
            version = self.ask(lambda r: r.session.get_one(Appeal, case_id).version)
            yield ProposeRedirect(case_id, "hr_review", "县人社局")
            yield ProposeMerge(case_id, self.chance.choice(other))
            yield ProposeMoveOut(case_id, "市委组织部", "属市管", self.pick(True, False))
            yield Withdraw(case_id, "不再诉求", self.pick(True, True, False))
            yield Amend(case_id, version, {"category": self.pick(*CATEGORIES)}, "更正")
            yield Annotate(case_id, "电话催问", self.pick(True, False))
            waiting = self.ask(
                lambda r: r.session.scalars(select(Event.id).where(Event.needs_confirmation)).all()
            )
            if waiting:
                yield ConfirmEvent(self.chance.choice(waiting))

    def assignment(self, case_id: int) -> Any:
        """Return a proposal with a lead and perhaps others."""
        keys = self.chance.sample(OFFICERS, self.pick(1, 1, 2, 3))
        roles = ["lead", *(self.pick("co", "partial") for _ in keys[1:])]
        return ProposeAssign(
            case_id,
            tuple(
                Target(self.units[key], role, "是否在编？" if role == "partial" else "")
                for key, role in zip(keys, roles, strict=True)
            ),
        )

    # --- what must hold ------------------------------------------------------------------------

    def holds(self, read: Read) -> None:
        """Check everything of every case, and the month."""
        appeals = list(read.session.scalars(select(Appeal)))
        for appeal in appeals:
            self.states_fit(read, appeal)
            self.clocks_fit(read, appeal)
            self.facts_fit(read, appeal)
        self.approvals_fit(read)
        self.month_foots(read, appeals)
        self.rows_are_scoped(read)

    def states_fit(self, read: Read, appeal: Appeal) -> None:
        """Every move was in the table, and the last one led to the present state."""
        assert appeal.state in APPEAL.states()
        now: str | None = None
        for event in read.session.scalars(
            select(Event).where(Event.track == TRACK, Event.case_id == appeal.id).order_by(Event.id)
        ):
            if (event.source, event.act, event.target) in ALLOWED:
                assert event.source == now, (event.act, event.source, now)
                now = event.target
        assert now == appeal.state
        known = {HandOver: HAND_OVER, Review: REVIEW}
        for kind, track in known.items():
            states = {m.target for m in track.moves}
            for row in read.session.scalars(select(kind).where(kind.appeal_id == appeal.id)):  # type: ignore[attr-defined]
                assert row.state in states
        assert EXTENSION is not None

    def clocks_fit(self, read: Read, appeal: Appeal) -> None:
        """What runs fits the state; what is shown fits what runs; dates are the reckoned ones."""
        entries = list(
            read.session.scalars(
                select(ClockEntry).where(ClockEntry.track == TRACK, ClockEntry.case_id == appeal.id)
            )
        )
        running = [e for e in entries if e.stopped_on is None]
        for entry in entries:
            found = reckon(read, entry)
            assert (entry.due_on, entry.unrolled_on) == (found.due_on, found.unrolled_on)
        completion = [e for e in running if e.rule in COMPLETION]
        resumed = appeal.issued_on is not None and appeal.state in BEFORE_ANSWER
        if (appeal.issued_on is not None and not resumed) or (
            appeal.state in APPEAL.terminal | BEFORE
        ):
            assert not completion, (appeal.state, self.tail())
        elif appeal.accepted_on is not None:
            lead = read.session.get(Unit, appeal.lead_unit_id) if appeal.lead_unit_id else None
            timed = lead is None or lead.counts_time
            assert len(completion) == timed, (appeal.state, self.tail())
            assert all((e.profile == "resumed") == resumed for e in completion)
            extended = sum(
                1
                for e in read.session.scalars(
                    select(Approval).where(
                        Approval.case_id == appeal.id,
                        Approval.act == "extension",
                        Approval.state == "agreed",
                    )
                )
                if e.track == TRACK
            )
            if timed and extended and not resumed:
                assert completion[0].extension_days > 0, self.tail()
        if appeal.state not in BEFORE:
            assert not [e for e in running if e.rule == "acceptance_notice"], self.tail()
        if appeal.state in APPEAL.terminal:
            late = {"petition_review_decision", "petition_recheck_decision"}
            assert not [e for e in running if not e.is_right and e.rule not in late], self.tail()
        due = [e.due_on for e in running if not e.is_right]
        assert appeal.next_due_on == (min(due) if due else None), (appeal.state, self.tail())

    def facts_fit(self, read: Read, appeal: Appeal) -> None:
        """Each case is counted in once and out once."""
        rows = read.session.execute(
            select(Milestone.kind, Milestone.amount).where(
                Milestone.track == TRACK,
                Milestone.case_id == appeal.id,
                Milestone.revoked_at.is_(None),
            )
        ).all()
        sums: dict[str, int] = {}
        for kind, amount in rows:
            sums[kind] = sums.get(kind, 0) + amount
        assert sums.get("received", 0) == 1, self.tail()
        assert sums.get("accepted", 0) == (appeal.accepted_on is not None), self.tail()
        gone = sums.get("handled", 0) + sums.get("other_exit", 0)
        left = appeal.issued_on is not None or appeal.state in APPEAL.terminal
        assert gone == (appeal.accepted_on is not None and left), (appeal.state, sums, self.tail())

    def approvals_fit(self, read: Read) -> None:
        """Nobody decided his own; nothing waits on what has ended."""
        names = {r.id: r.state for r in read.session.scalars(select(Appeal))}
        for row in read.session.scalars(select(Approval)):
            assert row.decider_id is None or row.decider_id != row.proposer_id
            assert row.decider_id is None or row.decider_id != row.entered_by_id
            if row.state in ("pending", "recorded"):
                assert names[row.case_id] not in APPEAL.terminal - {"closed"}, (
                    row.act,
                    names[row.case_id],
                    self.tail(),
                )

    def month_foots(self, read: Read, appeals: list[Appeal]) -> None:
        """The month's balances hold, and its stocks are those of the rows themselves."""
        month = monthly(read, f"{read.today:%Y-%m}")
        assert check_balance(month) == [], self.tail()
        in_hand = [
            a
            for a in appeals
            if a.accepted_on and not a.issued_on and a.state not in APPEAL.terminal
        ]
        assert month.current["open_count"] == len(in_hand)
        assert month.current["screening_count"] == sum(a.state in BEFORE for a in appeals)
        by_unit = {u.unit_id: u["open_count"] for u in month.current.by_unit if u["open_count"]}
        expected: dict[int | None, int] = {}
        for appeal in in_hand:
            expected[appeal.lead_unit_id] = expected.get(appeal.lead_unit_id, 0) + 1
        assert by_unit == expected, self.tail()

    def rows_are_scoped(self, read: Read) -> None:
        """A department finds exactly what it was handed, everywhere alike."""
        for key in OFFICERS:
            unit = self.units[key]
            mine = set(
                read.session.scalars(
                    select(HandOver.appeal_id).where(
                        HandOver.unit_id == unit, HandOver.state.in_(ACCESS)
                    )
                )
            )
            for login in (key, f"{key}_leader"):
                gate = self.center.gate(login)
                assert set(gate.read(partial(ledger_ids, wanted=LedgerFilter()))) == mine
                for row in gate.read(waiting_approvals):
                    assert row.case_id in mine
                    assert row.unit_id == unit

    def tail(self) -> str:
        """Return the last deeds, for who must find the fault."""
        return "\n".join(self.trace[-400:])
