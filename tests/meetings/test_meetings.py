"""会商研判: opinions apart, dissent kept, one decision a topic, tasks and minutes."""

from datetime import date
from functools import partial
from typing import Any

import pytest

from db.appeals.queries import card
from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.books.queries import entry_card, entry_ids
from db.books.rows import EntryCard, EntryFilter
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.meetings.scheduling import schedule
from tests.appeals.test_flow import Gates, assign, show, to_accepted, unit_id
from tests.conftest import Center

DAY = date(2026, 3, 2)
TIMES = {"met_on": DAY, "met_at": "9:30", "place": "三楼会议室", "chair": "周敏"}


def meeting(gate: Gate, entry_id: int) -> EntryCard:
    return gate.read(partial(entry_card, book="meeting", entry_id=entry_id))


def add(gate: Gate, book: str, move: str, parent: int, **values: Any) -> int:
    return gate.write(Open(book, move, values, parent_id=parent)).value.entry_id


def take(gate: Gate, book: str, entry_id: int, move: str, **values: Any) -> Any:
    return gate.write(Take(book, entry_id, move, values)).value


def called(gate: Gates, *units: str) -> tuple[int, int, dict[str, int]]:
    """A meeting on a case led by HR with petition assisting; participants asked."""
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr", "petition")
    desk = gate("clerk")
    made = desk.write(
        Open(
            "meeting",
            "propose",
            {"subject": "补贴问题会商", "first_appeal": appeal_id, "purpose": "职责交叉"},
        )
    ).value.entry_id
    people = {
        key: add(
            desk,
            "meeting_participant",
            "ask",
            made,
            unit_id=unit_id(desk, key),
            name=f"{key}的人",
            part="attend",
        )
        for key in units
    }
    take(desk, "meeting", made, "call", **TIMES)
    return appeal_id, made, people


def held(gate: Gates, *units: str) -> tuple[int, int, dict[str, int]]:
    appeal_id, made, people = called(gate, *units)
    take(gate("clerk"), "meeting", made, "hold", **TIMES)
    for row in people.values():
        take(gate("clerk"), "meeting_participant", row, "came", name="某某", post="科长")
    return appeal_id, made, people


def opinion(gate: Gates, made: int, appeal_id: int, key: str, stance: str, words: str) -> int:
    desk = gate("clerk")
    return add(
        desk,
        "meeting_opinion",
        "note_opinion",
        made,
        appeal_id=appeal_id,
        unit_id=unit_id(desk, key),
        stance=stance,
        content=words,
    )


def test_a_meeting_proposed_from_a_case_has_it_as_first_topic(gate: Gates) -> None:
    appeal_id, made, _ = called(gate, "hr")
    found = meeting(gate("clerk"), made)
    (topic,) = found.children["meeting_topic"]
    assert topic.values["appeal_id"] == appeal_id
    assert topic.values["difficulty"] == "职责交叉"
    assert "call_meeting" in [e.act for e in show(gate("clerk"), appeal_id).events]
    with pytest.raises(RefusedError, match="topic_twice"):
        add(gate("clerk"), "meeting_topic", "list", made, appeal_id=appeal_id, subject="又一次")


def test_a_meeting_without_topic_or_participant_is_not_called(gate: Gates) -> None:
    desk = gate("clerk")
    made = desk.write(Open("meeting", "propose", {"subject": "会商"})).value.entry_id
    assert meeting(desk, made).refused["call"] == "no_topics"
    appeal_id = to_accepted(gate)
    add(desk, "meeting_topic", "list", made, appeal_id=appeal_id, subject="议题")
    with pytest.raises(RefusedError, match="no_participants"):
        take(desk, "meeting", made, "call", **TIMES)


def test_the_conclusion_waits_for_every_opinion_or_a_waiver_of_the_manager(
    gate: Gates,
) -> None:
    appeal_id, made, people = held(gate, "hr", "petition")
    desk = gate("clerk")
    assert meeting(desk, made).refused["draft_minutes"] == "topic_undecided"
    (topic,) = meeting(desk, made).children["meeting_topic"]
    with pytest.raises(RefusedError, match="missing_due_on"):
        take(
            desk,
            "meeting_topic",
            topic.id,
            "conclude",
            content="由人社局办理",
            unit_id=unit_id(desk, "hr"),
        )
    take(
        desk,
        "meeting_topic",
        topic.id,
        "conclude",
        content="由人社局办理",
        unit_id=unit_id(desk, "hr"),
        due_on=date(2026, 3, 20),
    )
    opinion(gate, made, appeal_id, "hr", "reserve", "编制问题应由编办先定。")
    assert meeting(desk, made).refused["draft_minutes"] == "opinion_missing"
    with pytest.raises(NotAllowedError):
        take(desk, "meeting_participant", people["petition"], "waive_opinion", reason="不涉及")
    take(
        gate("manager"), "meeting_participant", people["petition"], "waive_opinion", reason="不涉及"
    )
    take(desk, "meeting", made, "draft_minutes")
    found = meeting(desk, made).row.values
    assert found["minutes_number"] == "会商纪要〔2026〕1号"
    assert found["decisions"] == "1. 由人社局办理"
    assert found["units"] == "1. 人社局"
    assert found["limits"] == "1. 2026-03-20"
    assert found["dissent"].endswith("人社局（保留意见）：编制问题应由编办先定。")
    asked = take(desk, "meeting", made, "issue_minutes", minutes_on=DAY, signer="周敏")
    gate("manager").write(Decide(asked.approval_id, "agreed"))
    assert meeting(desk, made).row.state == "minutes_issued"
    told = [e for e in show(desk, appeal_id).events if e.act == "meeting_decided"]
    assert [e.note for e in told] == ["会商纪要〔2026〕1号"]


def test_opinions_stay_apart_and_a_unit_reads_only_its_own(gate: Gates) -> None:
    appeal_id, made, _ = held(gate, "hr", "petition")
    opinion(gate, made, appeal_id, "hr", "agree", "人社局的话")
    opinion(gate, made, appeal_id, "petition", "dissent", "信访局的话")
    with pytest.raises(RefusedError, match="opinion_given"):
        opinion(gate, made, appeal_id, "hr", "dissent", "又一次")
    with pytest.raises(RefusedError, match="not_a_participant"):
        opinion(gate, made, appeal_id, "organization", "agree", "没有参加")
    with pytest.raises(RefusedError, match="not_a_topic"):
        opinion(gate, made, to_accepted(gate), "hr", "agree", "不是议题")
    hr = meeting(gate("hr"), made)
    assert [row.values["content"] for row in hr.children["meeting_opinion"]] == ["人社局的话"]
    assert "信访局的话" not in repr(hr)
    # That somebody disagreed is not told either, nor found by looking for it.
    assert hr.hidden == ()
    for words in ("信访局", "补贴问题的诉求"):
        wanted = EntryFilter(text=words)
        assert not gate("hr").read(partial(entry_ids, book="meeting", wanted=wanted))
    assert "信访局的话" in repr(meeting(gate("clerk"), made))
    everything = EntryFilter()
    assert not gate("organization").read(partial(entry_ids, book="meeting", wanted=everything))


def test_a_meeting_only_lies_behind_and_its_parts_belong_to_its_time(gate: Gates) -> None:
    appeal_id, made, _ = called(gate, "hr")
    with pytest.raises(RefusedError, match="date_in_future"):
        take(gate("clerk"), "meeting", made, "hold", **(TIMES | {"met_on": date(2026, 3, 9)}))
    with pytest.raises(RefusedError, match="meeting_not_open"):
        opinion(gate, made, appeal_id, "hr", "agree", "还没有开会")
    (topic,) = meeting(gate("clerk"), made).children["meeting_topic"]
    with pytest.raises(RefusedError, match="meeting_not_held"):
        take(
            gate("clerk"),
            "meeting_topic",
            topic.id,
            "conclude",
            content="早了",
            unit_id=unit_id(gate("clerk"), "hr"),
            due_on=date(2026, 3, 20),
        )


def test_a_task_runs_until_its_day_and_the_unit_reports_it(gate: Gates, center: Center) -> None:
    appeal_id, made, _ = held(gate, "hr", "discipline")
    desk = gate("clerk")
    task = add(
        desk,
        "meeting_task",
        "give",
        made,
        task="核定岗位等级",
        appeal_id=appeal_id,
        unit_id=unit_id(desk, "hr"),
        due_on=date(2026, 3, 9),
    )
    untimed = add(
        desk,
        "meeting_task",
        "give",
        made,
        task="商请提供情况",
        unit_id=unit_id(desk, "discipline"),
        due_on=date(2026, 3, 9),
    )
    center.clock.advance(days=9)
    late = EntryFilter(overdue=True)
    assert list(desk.read(partial(entry_ids, book="meeting_task", wanted=late))) == [task]
    seen = gate("hr").read(partial(entry_card, book="meeting_task", entry_id=task))
    assert seen.moves == ("report_done",)
    with pytest.raises(NotAllowedError):
        take(gate("hr"), "meeting_task", untimed, "report_done", done_on=DAY, outcome="x")
    take(gate("hr"), "meeting_task", task, "report_done", done_on=DAY, outcome="已核定")
    take(desk, "meeting_task", task, "write_off")
    assert not desk.read(partial(entry_ids, book="meeting_task", wanted=late))


def test_the_weekly_list_names_difficulties_units_and_limits(gate: Gates, center: Center) -> None:
    appeal_id, _, _ = called(gate, "hr")
    other = to_accepted(gate)
    center.clock.advance(days=70)
    found = {row.appeal_id: row for row in gate("manager").read(schedule)}
    assert set(found) == {appeal_id, other}
    assert found[appeal_id].lead_unit == "人社局"
    assert found[appeal_id].coordination == "职责交叉"
    assert "overdue" in found[appeal_id].difficulties
    assert "opinion_missing" in found[appeal_id].difficulties
    assert gate("manager").read(partial(card, appeal_id=other)).row.state == "accepted"
    with pytest.raises(NotAllowedError):
        gate("hr").read(schedule)
