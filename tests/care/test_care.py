"""A talk from the plan, the suggestion or the moment to its end; what was said stays with two."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from db.appeals.intake import Intake, Register
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.care.changes import Partner, Roles
from db.care.following import (
    AddDifficulties,
    DifficultyDone,
    DifficultyEntry,
    ExplainDifficulty,
    PlanRevisit,
    ProposeClose,
    RecordRevisit,
)
from db.care.holding import (
    AmendRecord,
    HoldAtOnce,
    LinkCase,
    Meeting,
    RecordHeld,
    SetLevel,
    TurnIntoCase,
    WriteRecord,
)
from db.care.planning import AcceptSuggestion, Cancel, DismissSuggestion, Plan, Schedule
from db.care.queries import (
    difficulties,
    suggestions,
    talk_card,
    talk_counts,
    talk_ids,
    talk_rows,
    talk_work,
    talkers,
)
from db.care.rows import TalkCard, TalkFilter
from db.care.suggesting import suggest_talk
from db.core.clock import civil_time
from db.core.errors import NotAllowedError, ZhengmingError
from db.core.gate import Gate
from db.core.permissions import Permission
from db.core.tables import Approval, ClockEntry, Milestone, TrailEntry
from db.core.tx import Behalf, Tx
from db.office.tables import Account
from tests.conftest import Center

Gates = Callable[[str], Gate]
TODAY = date(2026, 3, 2)
WHO = Partner(person_name="王䶮")
PAPER = Behalf("陶然", "干部科科员", "泽组函〔2026〕3号", TODAY)
SECRET = "最近睡不好，担心孩子上学。"


def account(gate: Gate, login: str) -> int:
    return gate.read(
        lambda r: r.session.scalars(select(Account.id).where(Account.login == login)).one()
    )


def roles(gate: Gates, talker: str = "organization", recorder: str = "clerk") -> Roles:
    return Roles(
        talker_id=account(gate("clerk"), talker), recorder_id=account(gate("clerk"), recorder)
    )


def show(gate: Gate, talk_id: int) -> TalkCard:
    return gate.read(partial(talk_card, talk_id=talk_id))


def state(gate: Gate, talk_id: int) -> str:
    return show(gate, talk_id).row.state


def refused(gate: Gate, command: Any, code: str) -> None:
    with pytest.raises(ZhengmingError) as caught:
        gate.write(command)
    assert caught.value.code == code


def planned(gate: Gates, trigger: str = "mood", login: str = "manager") -> int:
    return gate(login).write(Plan(WHO, trigger, roles(gate))).value.talk_id


def held(gate: Gates, **meeting: Any) -> int:
    talk_id = planned(gate)
    gate("manager").write(Schedule(talk_id, date(2026, 3, 3), "9：30", "谈心室"))
    gate("organization").write(RecordHeld(talk_id, Meeting(**meeting)))
    return talk_id


def recorded(gate: Gates, **texts: Any) -> int:
    talk_id = held(gate)
    values = {
        "thoughts": "心结已解",
        "life": SECRET,
        "wishes": "希望就近安排工作",
        "response": "跟进",
    }
    gate("organization").write(WriteRecord(talk_id, **(values | texts)))
    return talk_id


def facts(gate: Gate, kind: str) -> list[tuple[date, int, str | None]]:
    return gate.read(
        lambda r: [
            (m.happened_on, m.amount, m.outcome)
            for m in r.session.scalars(
                select(Milestone)
                .where(Milestone.track == "care_talk", Milestone.kind == kind)
                .order_by(Milestone.id)
            )
        ]
    )


def running(gate: Gate, talk_id: int) -> list[tuple[str, date]]:
    return gate.read(
        lambda r: [
            (c.rule, c.due_on)
            for c in r.session.scalars(
                select(ClockEntry).where(
                    ClockEntry.track == "care_talk",
                    ClockEntry.case_id == talk_id,
                    ClockEntry.stopped_on.is_(None),
                )
            )
        ]
    )


def test_a_talk_goes_from_the_plan_to_its_end(gate: Gates, center: Center) -> None:
    talk_id = planned(gate)
    card = show(gate("manager"), talk_id)
    assert card.row.number == "泽谈〔2026〕1号"
    assert running(gate("manager"), talk_id) == [("talk_plan", date(2026, 3, 16))]
    refused(gate("organization"), RecordHeld(talk_id), "illegal_move")
    refused(gate("manager"), Schedule(talk_id, TODAY, "25:00", "谈心室"), "time_unreadable")
    refused(gate("manager"), Schedule(talk_id, TODAY, "", "谈心室"), "missing_when_and_where")
    refused(gate("manager"), Schedule(talk_id, TODAY, "9:30", " "), "missing_when_and_where")
    gate("manager").write(Schedule(talk_id, date(2026, 3, 3), "9：30", "谈心室"))
    at = show(gate("manager"), talk_id).row.scheduled_at
    assert at is not None
    assert civil_time(at).strftime("%m-%d %H:%M") == "03-03 09:30"
    gate("clerk").write(Schedule(talk_id, date(2026, 3, 4), "14:00", "谈心室"))
    center.clock.advance(days=2)
    gate("organization").write(RecordHeld(talk_id, Meeting(held_from="9:30", held_to="10:15")))
    assert running(gate("manager"), talk_id) == [("talk_record", date(2026, 3, 9))]
    gate("clerk").write(WriteRecord(talk_id, thoughts="心结已解", wishes="希望就近安排工作"))
    assert running(gate("manager"), talk_id) == []
    ids = (
        gate("organization")
        .write(
            AddDifficulties(
                talk_id,
                (DifficultyEntry("孩子入学", due_on=date(2026, 3, 3)), DifficultyEntry("住房")),
            )
        )
        .value
    )
    assert state(gate("manager"), talk_id) == "action_open"
    refused(gate("organization"), ProposeClose(talk_id), "missing_difficulties_done")
    mine = gate("organization").read(talk_work)
    assert [d.overdue for d in mine.difficulties] == [True, False]
    refused(gate("organization"), DifficultyDone(ids[0], ""), "missing_content")
    gate("organization").write(DifficultyDone(ids[0], "已协调入学"))
    gate("clerk").write(ExplainDifficulty(ids[1], "暂无房源，已说明"))
    refused(gate("organization"), DifficultyDone(ids[1], "已解决"), "illegal_move")
    gate("organization").write(PlanRevisit(talk_id, way="当面"))
    assert running(gate("manager"), talk_id) == [("follow_up_visit", date(2026, 4, 3))]
    refused(gate("organization"), RecordRevisit(talk_id, ""), "missing_revisit")
    gate("organization").write(RecordRevisit(talk_id, "good", "情绪平稳"))
    gate("organization").write(PlanRevisit(talk_id, date(2026, 5, 8)))
    assert show(gate("manager"), talk_id).row.revisit_due_on == date(2026, 5, 8)
    gate("clerk").write(RecordRevisit(talk_id, "fair", "仍需关注"))
    texts = show(gate("organization"), talk_id).texts
    assert texts is not None
    assert texts.revisit_note == "2026-03-04 情绪平稳\n2026-03-04 仍需关注"
    approval = gate("organization").write(ProposeClose(talk_id)).value
    refused(gate("organization"), Decide(approval, "agreed"), "not_permitted")
    gate("manager").write(Decide(approval, "agreed"))
    assert state(gate("clerk"), talk_id) == "closed"
    assert facts(gate("manager"), "talk_held") == [(date(2026, 3, 4), 1, "ordinary")]
    assert facts(gate("manager"), "difficulty_listed")[0][1] == 2
    assert len(facts(gate("manager"), "difficulty_solved")) == 1
    assert [f[2] for f in facts(gate("manager"), "talk_revisited")] == ["good", "fair"]


def test_a_talk_runs_with_clerk_and_manager_alone(gate: Gates) -> None:
    clerk, manager = gate("clerk"), gate("manager")
    talk_id = clerk.write(Plan(WHO, "assessment", Roles(talker_name="陶然"))).value.talk_id
    clerk.write(Schedule(talk_id, TODAY, "9:30", "组织部谈心室"))
    clerk.write(RecordHeld(talk_id, Meeting(person_times=2), behalf=PAPER))
    for name in ("thoughts", "work", "life", "wishes", "response"):
        command = WriteRecord(talk_id, behalf=PAPER, **{name: "说了什么"})
        refused(clerk, command, "no_content_on_behalf")
    clerk.write(WriteRecord(talk_id, behalf=PAPER))
    item = DifficultyEntry("孩子入学", responsible="教育局")
    (task,) = clerk.write(AddDifficulties(talk_id, (item,), behalf=PAPER)).value
    clerk.write(DifficultyDone(task, "已协调", behalf=PAPER))
    clerk.write(PlanRevisit(talk_id, behalf=PAPER))
    refused(clerk, RecordRevisit(talk_id, "good", "好多了", behalf=PAPER), "no_content_on_behalf")
    clerk.write(RecordRevisit(talk_id, "good", behalf=PAPER))
    approval = clerk.write(ProposeClose(talk_id, behalf=PAPER)).value
    refused(clerk, Decide(approval, "agreed"), "not_permitted")
    manager.write(Decide(approval, "agreed"))
    card = show(manager, talk_id)
    assert (card.row.state, card.row.person_times, card.texts) == ("closed", 2, None)
    assert card.todos is not None
    assert [d.state for d in card.todos] == ["done"]
    events = [e for e in card.events if e.behalf_of == "陶然"]
    assert len(events) == 7
    refused(clerk, ConfirmEvent(events[0].id), "self_confirmation")
    manager.write(ConfirmEvent(events[0].id))


def test_what_was_said_is_read_by_two(gate: Gates) -> None:
    talk_id = recorded(gate)
    (task,) = (
        gate("organization").write(AddDifficulties(talk_id, (DifficultyEntry("孩子入学"),))).value
    )
    for login in ("organization", "clerk"):
        card = show(gate(login), talk_id)
        assert card.texts is not None
        assert card.texts.life == SECRET
        assert card.todos is not None
    card = show(gate("manager"), talk_id)
    assert (card.texts, card.conclusion, card.todos) == (None, None, None)
    assert card.row.open_difficulties == 1
    assert gate("manager").read(difficulties) == ()
    assert SECRET not in repr(card)
    assert "孩子入学" not in repr(card)
    for login in ("clerk2", "organization_leader", "discipline", "hr", "auditor", "secadmin"):
        with pytest.raises(NotAllowedError, match="not_found"):
            show(gate(login), talk_id)
        assert not gate(login).read(partial(talk_ids, wanted=TalkFilter()))
        assert gate(login).read(partial(talk_rows, ids=[talk_id])) == {}
    refused(gate("manager"), SetLevel(talk_id, "with_manager"), "not_permitted")
    refused(gate("clerk"), SetLevel(talk_id, "with_manager"), "not_permitted")
    refused(gate("manager"), DifficultyDone(task, "已解决"), "not_permitted")
    refused(gate("organization"), SetLevel(talk_id, "everybody"), "unknown_value")
    gate("organization").write(SetLevel(talk_id, "result_only"))
    card = show(gate("manager"), talk_id)
    assert (card.texts, card.conclusion) == (None, "跟进")
    assert [d.text for d in gate("manager").read(difficulties)] == ["孩子入学"]
    gate("organization").write(SetLevel(talk_id, "with_manager"))
    texts = show(gate("manager"), talk_id).texts
    assert texts is not None
    assert (texts.thoughts, texts.life) == ("心结已解", None)
    gate("organization").write(SetLevel(talk_id, "talker_and_recorder"))
    assert show(gate("manager"), talk_id).texts is None


def test_reading_what_was_said_leaves_a_trace(gate: Gates) -> None:
    talk_id = recorded(gate)
    show(gate("manager"), talk_id)
    show(gate("organization"), talk_id)
    for login in ("manager", "organization"):
        gate(login).flush_reads()
    acts = gate("auditor").read(
        lambda r: set(
            r.session.execute(
                select(TrailEntry.act, TrailEntry.actor_name).where(TrailEntry.kind == "reading")
            )
        )
    )
    assert ("read_talk", "陶然") in {tuple(a) for a in acts}
    assert ("read_talk", "周敏") not in {tuple(a) for a in acts}


def test_only_talker_and_recorder_write_the_record(gate: Gates) -> None:
    talk_id = held(gate)
    refused(gate("manager"), WriteRecord(talk_id, thoughts="心结"), "not_permitted")
    refused(gate("clerk2"), WriteRecord(talk_id, thoughts="心结"), "not_found")
    refused(gate("organization"), WriteRecord(talk_id), "missing_content")
    refused(gate("organization"), WriteRecord(talk_id, work="是李四举报的我"), "guess_of_reporter")
    refused(
        gate("clerk"), WriteRecord(talk_id, thoughts="心结", level="with_manager"), "not_permitted"
    )
    gate("organization").write(WriteRecord(talk_id, thoughts="心结", level="with_manager"))
    assert show(gate("manager"), talk_id).texts is not None
    refused(gate("manager"), AmendRecord(talk_id, {"thoughts": "改"}), "not_permitted")
    refused(gate("clerk"), AmendRecord(talk_id, {"number": "改"}), "field_not_editable")
    refused(gate("clerk"), AmendRecord(talk_id, {"thoughts": " "}), "missing_content")
    gate("clerk").write(AmendRecord(talk_id, {"thoughts": "心结已解"}))
    texts = show(gate("clerk"), talk_id).texts
    assert texts is not None
    assert texts.thoughts == "心结已解"


def test_a_talk_at_once_counts_its_person_times(gate: Gates) -> None:
    made = gate("petition").write(HoldAtOnce(WHO, meeting=Meeting(person_times=3))).value
    card = show(gate("petition"), made.talk_id)
    assert (card.row.state, card.row.talker_name, card.row.organized) == ("held", "罗瑾", False)
    assert facts(gate("manager"), "talk_held") == [(TODAY, 3, "ordinary")]
    for amount in (0, -1, 501):
        refused(
            gate("petition"),
            HoldAtOnce(WHO, meeting=Meeting(person_times=amount)),
            "person_times_out_of_range",
        )
    refused(gate("petition"), HoldAtOnce(Partner()), "missing_person")
    refused(gate("petition"), HoldAtOnce(WHO, "after_appeal"), "comes_by_suggestion")
    refused(gate("petition"), HoldAtOnce(WHO, meeting=Meeting(way="shout")), "unknown_value")
    refused(
        gate("petition"),
        HoldAtOnce(WHO, meeting=Meeting(held_from="10:00", held_to="9:00")),
        "dates_out_of_order",
    )
    refused(
        gate("petition"),
        HoldAtOnce(WHO, roles=Roles(recorder_id=account(gate("clerk"), "petition"))),
        "missing_talker",
    )
    me = account(gate("clerk"), "petition")
    both = Roles(talker_id=me, recorder_id=me)
    refused(gate("petition"), HoldAtOnce(WHO, roles=both), "recorder_is_talker")
    admin = Roles(talker_id=account(gate("clerk"), "auditor"))
    refused(gate("petition"), HoldAtOnce(WHO, roles=admin), "unknown_account")
    refused(gate("secadmin"), HoldAtOnce(WHO), "not_permitted")
    by_paper = gate("clerk").write(HoldAtOnce(WHO, "setback", behalf=PAPER)).value
    card = show(gate("clerk"), by_paper.talk_id)
    assert (card.row.talker_id, card.row.talker_name) == (None, "陶然")
    assert facts(gate("manager"), "talk_held")[-1] == (TODAY, 1, "setback")
    total = gate("manager").read(
        lambda r: r.session.scalar(
            select(func.sum(Milestone.amount)).where(Milestone.kind == "talk_held")
        )
    )
    assert total == 4
    assert [show(gate("clerk"), by_paper.talk_id).ordinal] == [1]


def test_a_recorded_talk_without_anything_left_closes(gate: Gates) -> None:
    talk_id = recorded(gate)
    approval = gate("clerk").write(ProposeClose(talk_id)).value
    gate("manager").write(Decide(approval, "refused", "请先回访"))
    assert state(gate("manager"), talk_id) == "recorded"
    approval = gate("clerk").write(ProposeClose(talk_id)).value
    gate("organization").write(PlanRevisit(talk_id))
    refused(gate("manager"), Decide(approval, "agreed"), "already_decided")


def test_a_manager_does_not_close_his_own_talk(gate: Gates) -> None:
    made = gate("manager").write(HoldAtOnce(WHO)).value
    gate("manager").write(WriteRecord(made.talk_id, thoughts="心结已解"))
    approval = gate("manager").write(ProposeClose(made.talk_id)).value
    refused(gate("manager"), Decide(approval, "agreed"), "self_approval")
    gate("clerk").write(RecordDecision(approval, "agreed", "董书记", "分管领导", TODAY))
    refused(gate("manager"), ConfirmDecision(approval), "self_approval")
    refused(gate("clerk"), ConfirmDecision(approval), "self_confirmation")
    gate("clerk2").write(ConfirmDecision(approval))
    assert state(gate("manager"), made.talk_id) == "closed"
    with pytest.raises(DatabaseError, match="not_self"):
        gate("manager").write(Raw("UPDATE approval SET decider_id=proposer_id"))


def test_a_talk_is_cancelled_with_a_reason_by_the_head(gate: Gates) -> None:
    talk_id = planned(gate, login="organization")
    refused(gate("organization"), Cancel(talk_id, " "), "missing_reason")
    approval = gate("organization").write(Cancel(talk_id, "本人调离")).value
    refused(gate("organization"), Cancel(talk_id, "本人调离"), "decision_pending")
    assert state(gate("organization"), talk_id) == "planned"
    gate("manager").write(Decide(approval, "agreed"))
    card = show(gate("organization"), talk_id)
    assert (card.row.state, card.cancel_reason) == ("cancelled", "本人调离")
    assert running(gate("organization"), talk_id) == []
    refused(gate("organization"), Cancel(held(gate), "晚了"), "illegal_move")


def test_a_talk_that_was_held_is_no_longer_cancelled(gate: Gates) -> None:
    talk_id = planned(gate, login="organization")
    gate("organization").write(Schedule(talk_id, TODAY, "9:30", "谈心室"))
    approval = gate("organization").write(Cancel(talk_id, "本人调离")).value
    gate("organization").write(RecordHeld(talk_id))
    refused(gate("manager"), Decide(approval, "agreed"), "already_decided")


@pytest.mark.parametrize("trigger", ["mood", "request", "public_report"])
def test_talks_planned_by_hand_look_alike(gate: Gates, trigger: str) -> None:
    talk_id = (
        gate("organization").write(Plan(WHO, trigger, roles(gate, "discipline"))).value.talk_id
    )
    shown = set()
    for login in ("organization", "manager", "clerk"):
        card = show(gate(login), talk_id)
        assert card.trigger is None
        assert (card.row.trigger_zh, card.row.trigger_en) == ("谈心谈话", "Heart-to-heart")
        shown.add(trigger in repr(card))
    assert shown == {False}
    assert show(gate("discipline"), talk_id).trigger == trigger
    assert facts(gate("manager"), "talk_planned") == [(TODAY, 1, "ordinary")]
    # 纪委监委 is not timed: its talker's talk has no clock.
    assert running(gate("manager"), talk_id) == []


def test_a_public_report_is_planned_only_by_hand_of_two_departments(gate: Gates) -> None:
    for login in ("clerk", "manager", "hr", "petition"):
        refused(gate(login), Plan(WHO, "public_report"), "trigger_not_for_center")
    refused(gate("clerk"), Plan(WHO, "public_report", behalf=PAPER), "trigger_not_for_center")
    refused(gate("hr"), HoldAtOnce(WHO, "public_report"), "trigger_not_for_center")
    refused(gate("clerk"), Plan(WHO, "nonsense"), "unknown_value")
    refused(gate("clerk"), Plan(WHO, "after_clarification"), "comes_by_suggestion")
    gate("discipline").write(Plan(WHO, "public_report"))


def suggested(gate: Gates) -> tuple[int, int]:
    made = (
        gate("clerk")
        .write(
            Register(
                Intake(
                    administration="county_managed",
                    channel="window",
                    category="treatment",
                    subject="补贴",
                    facts="补贴未发。",
                    person_name="王䶮",
                    phone="19000000001",
                )
            )
        )
        .value
    )

    class Suggest:
        permission = Permission.APPEAL_READ

        def __call__(self, tx: Tx) -> None:
            suggest_talk(
                tx,
                trigger="after_appeal",
                track="ordinary_appeal",
                case_id=made.appeal_id,
                person_id=None,
                person_name="王䶮",
                on=tx.today,
            )

    gate("clerk").write(Suggest())
    return gate("manager").read(suggestions)[-1].id, made.appeal_id


def test_a_suggestion_starts_no_clock_until_it_is_accepted(gate: Gates, center: Center) -> None:
    suggestion_id, appeal_id = suggested(gate)
    row = gate("clerk").read(suggestions)[0]
    assert (row.trigger_zh, row.from_number) == ("办结之后", "泽诉受〔2026〕0001号")
    assert gate("hr").read(suggestions) == ()
    refused(gate("hr"), AcceptSuggestion(suggestion_id), "not_found")
    clocks = gate("manager").read(
        lambda r: r.session.scalar(select(func.count()).where(ClockEntry.track == "care_talk"))
    )
    assert clocks == 0
    center.clock.advance(days=8)
    made = gate("manager").write(AcceptSuggestion(suggestion_id, roles(gate))).value
    assert running(gate("manager"), made.talk_id) == [("talk_plan", date(2026, 3, 24))]
    card = show(gate("organization"), made.talk_id)
    assert card.row.trigger_zh == "办结之后"
    assert [link.case_id for link in show(gate("clerk"), made.talk_id).links] == [appeal_id]
    refused(gate("manager"), AcceptSuggestion(suggestion_id), "illegal_move")
    second, _ = suggested(gate)
    refused(gate("manager"), DismissSuggestion(second, ""), "missing_reason")
    gate("clerk").write(DismissSuggestion(second, "本人已离岗"))
    assert gate("manager").read(suggestions) == ()


def test_a_wish_becomes_a_case_only_with_consent(gate: Gates) -> None:
    talk_id = recorded(gate)
    officer = gate("clerk")
    refused(officer, TurnIntoCase(talk_id, "ordinary_appeal", False), "missing_consent")
    refused(officer, TurnIntoCase(talk_id, "error_report", True), "unknown_value")
    refused(gate("manager"), TurnIntoCase(talk_id, "clarification", True), "not_permitted")
    filled = officer.write(TurnIntoCase(talk_id, "ordinary_appeal", True)).value
    assert (filled.person_name, filled.wish) == ("王䶮", "希望就近安排工作")
    assert SECRET not in repr(filled)
    made = officer.write(
        Register(
            Intake(
                administration="county_managed",
                channel="window",
                category="position_transfer",
                subject="岗位交流",
                facts="本人提出。",
                requests=filled.wish,
                person_name=filled.person_name,
                phone="19000000001",
            )
        )
    ).value
    officer.write(LinkCase(talk_id, "ordinary_appeal", made.appeal_id))
    refused(officer, LinkCase(talk_id, "ordinary_appeal", 999), "not_found")
    assert [link.number for link in show(officer, talk_id).links] == [made.number]
    assert show(gate("manager"), talk_id).links == ()


def test_lists_filter_and_count(gate: Gates) -> None:
    first = planned(gate)
    second = gate("clerk").write(Plan(Partner(person_name="赵100%"), "award")).value.talk_id
    manager = gate("manager")

    def found(**wanted: Any) -> list[int]:
        return list(manager.read(partial(talk_ids, wanted=TalkFilter(**wanted))))

    assert found() == [second, first]
    assert found(text="%") == [second]
    assert found(states=("held",)) == []
    assert found(mine=True) == []
    assert found(ids=(first,)) == [first]
    assert found(due_to=date(2026, 3, 16)) == [second, first]
    assert found(overdue=True) == []
    assert found(held_from=TODAY) == []
    counts = manager.read(talk_counts)
    assert (counts["open"], counts["overdue"]) == (2, 0)
    assert list(gate("organization").read(partial(talk_ids, wanted=TalkFilter(mine=True)))) == [
        first
    ]
    assert [r.id for r in manager.read(talk_work).to_arrange] == [first, second]
    assert {t.name for t in manager.read(talkers)} >= {"陶然", "林可", "周敏"}
    assert "尹若谷" not in {t.name for t in manager.read(talkers)}
    for sort in ("planned", "held", "scheduled", "number", "person", "state", "due"):
        assert len(manager.read(partial(talk_ids, wanted=TalkFilter(), sort=sort))) == 2


def test_buttons_are_those_of_the_case_role(gate: Gates) -> None:
    talk_id = held(gate)
    assert show(gate("organization"), talk_id).moves == (
        "write_record",
        "turn_into_case",
        "set_level",
    )
    assert show(gate("clerk"), talk_id).moves == ("write_record", "turn_into_case")
    assert show(gate("manager"), talk_id).moves == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE care_talk SET state='nonsense'",
        "UPDATE care_talk SET state='held'",
        "UPDATE care_talk SET state='closed'",
        "UPDATE care_talk SET state='cancelled'",
        "UPDATE care_talk SET level='everybody'",
        "UPDATE talk_suggestion SET state='dismissed'",
        "UPDATE talk_suggestion SET state='gone'",
        "INSERT INTO difficulty (talk_id, state, text, responsible, measure, progress, version) "
        "VALUES (1, 'gone', '', '', '', '', 1)",
    ],
)
def test_the_database_holds_the_same_lines(gate: Gates, statement: str) -> None:
    planned(gate)
    suggested(gate)
    with pytest.raises(DatabaseError, match="CHECK"):
        gate("manager").write(Raw(statement))


def test_no_decision_holds_what_was_said(gate: Gates) -> None:
    talk_id = recorded(gate)
    gate("organization").write(ProposeClose(talk_id))
    rows = gate("manager").read(lambda r: list(r.session.scalars(select(Approval))))
    assert [row.summary for row in rows] == ["泽谈〔2026〕1号 王䶮"]
    assert rows[0].payload == {}


class Raw:
    """Writes past every command, as a wrong program would."""

    permission = Permission.DRAFT_WRITE

    def __init__(self, statement: str) -> None:
        self.statement = statement

    def __call__(self, tx: Any) -> None:
        tx.session.execute(text(self.statement))
