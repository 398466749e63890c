"""PRODUCT §3-18, OFFICE §1-14: patterns are told to the manager, name their rule, judge nobody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

import db.attention
from db.appeals.intake import Register, SettleOnTheSpot
from db.attention.notes import DismissNote, attention_notes, thresholds
from db.attention.rows import BOUNCES, REPEATS, THIRD_APPEAL, AttentionNote
from db.care.tables import CareTalk, Suggestion
from db.core.errors import NotAllowedError, ZhengmingError
from db.core.gate import Gate
from db.office.settings_commands import ChangeSetting
from db.office.tables import Recusal
from db.people.commands import CreatePerson
from tests.appeals.test_flow import intake, to_accepted
from tests.appeals.test_joint import bounce
from tests.conftest import Center

Gates = Callable[[str], Gate]
MONDAY = date(2026, 3, 2)


def person(gate: Gates, name: str = "卫一平") -> int:
    return gate("clerk").write(CreatePerson(name=name)).value


def register(gate: Gates, who: int | None, **changes: Any) -> int:
    asked = replace(intake(), person_id=who, **changes)
    return gate("clerk").write(Register(asked)).value.appeal_id


def notes(gate: Gates, login: str = "manager") -> tuple[AttentionNote, ...]:
    return gate(login).read(attention_notes)


def test_p3_18_the_third_appeal_of_a_person_in_12_months(center: Center, gate: Gates) -> None:
    who, other = person(gate), person(gate, "方二")
    ids = [register(gate, who), register(gate, who)]
    register(gate, other)
    assert notes(gate) == ()
    ids.append(register(gate, who))
    (note,) = notes(gate)
    assert (note.rule, note.count, note.threshold, note.months) == (THIRD_APPEAL, 3, 3, 12)
    assert (note.person_id, [i for i, _ in note.appeals]) == (who, ids)
    center.clock.at = datetime(2027, 3, 3, 2, tzinfo=UTC)
    assert notes(gate) == ()


def test_p3_18_two_repeats_after_the_conclusion(gate: Gates) -> None:
    first = gate("clerk").write(
        SettleOnTheSpot(intake(), "已当面解释政策。", "explained", "本人口头确认")
    )
    root = first.value.appeal_id
    register(gate, None, duplicate_of_id=root)
    assert notes(gate) == ()
    register(gate, None, duplicate_of_id=root)
    (note,) = notes(gate)
    assert (note.rule, note.count) == (REPEATS, 2)


def test_a_repeat_before_the_answer_is_no_repeat_after_it(gate: Gates) -> None:
    root = register(gate, None)
    for _ in range(3):
        register(gate, None, duplicate_of_id=root)
    assert notes(gate) == ()


def test_p3_18_three_bounces(gate: Gates) -> None:
    appeal = to_accepted(gate)
    bounce(gate, appeal, "hr", "petition")
    assert notes(gate) == ()
    bounce(gate, appeal, "organization")
    (note,) = notes(gate)
    assert (note.rule, note.count, note.appeals[0][0]) == (BOUNCES, 3, appeal)


def test_p3_18_thresholds_are_settings(gate: Gates) -> None:
    who = person(gate)
    register(gate, who)
    register(gate, who)
    gate("manager").write(ChangeSetting("attention_appeals", 2))
    assert len(notes(gate)) == 1
    gate("manager").write(ChangeSetting("attention_months", 1))
    found = gate("manager").read(thresholds)
    assert (found.appeals, found.months, found.repeats, found.bounces) == (2, 1, 2, 3)


def test_p3_18_dismissed_with_a_reason_and_told_again_when_it_grows(gate: Gates) -> None:
    who = person(gate)
    for _ in range(3):
        register(gate, who)
    (note,) = notes(gate)
    with pytest.raises(ZhengmingError) as caught:
        gate("manager").write(DismissNote(note.key, " "))
    assert caught.value.code == "missing_reason"
    gate("manager").write(DismissNote(note.key, "三件事项不同，均已在办"))
    assert notes(gate) == ()
    with pytest.raises(ZhengmingError) as caught:
        gate("manager").write(DismissNote(note.key, "再次"))
    assert caught.value.code == "note_gone"
    register(gate, who)
    assert [n.count for n in notes(gate)] == [4]


@pytest.mark.parametrize("login", ["clerk", "organization", "hr_leader", "secadmin", "auditor"])
def test_p3_18_only_the_manager_is_told(gate: Gates, login: str) -> None:
    who = person(gate)
    for _ in range(3):
        register(gate, who)
    assert notes(gate, login) == ()
    with pytest.raises(NotAllowedError):
        gate(login).write(DismissNote("third_appeal:1", "无"))


def test_p3_18_a_note_makes_no_talk_and_no_suggestion(gate: Gates) -> None:
    who = person(gate)
    for _ in range(4):
        register(gate, who)
    notes(gate)
    assert gate("manager").read(
        lambda r: [
            r.session.scalar(select(func.count()).select_from(table))
            for table in (CareTalk, Suggestion)
        ]
    ) == [0, 0]


def test_p3_18_cases_one_is_recused_from_are_not_counted(center: Center, gate: Gates) -> None:
    who = person(gate)
    ids = [register(gate, who) for _ in range(3)]
    manager = gate("manager")
    me = manager.actor.account_id

    class Recuse:
        from db.core.permissions import Permission

        permission = Permission.DRAFT_WRITE

        def __call__(self, tx: Any) -> None:
            tx.add(
                Recusal(
                    track="ordinary_appeal",
                    case_id=ids[0],
                    account_id=me,
                    reason="interest",
                    decided_by_id=me,
                    decided_on=MONDAY,
                )
            )

    gate("clerk").write(Recuse())
    assert notes(gate) == ()


def test_nothing_wears_the_word_for_misconduct_and_nothing_is_kept_of_a_person() -> None:
    from db.attention.tables import AttentionDismissal

    assert "person" not in " ".join(column.name for column in AttentionDismissal.__table__.columns)
    root = Path(db.attention.__file__).resolve().parents[2]
    texts = [*root.glob("desktop/attention/*.py"), *root.glob("resources/i18n/zh/*.toml")]
    assert not [path for path in texts if "苗头" in path.read_text(encoding="utf-8")]


def test_a_long_span_still_starts_on_its_own_day(gate: Gates) -> None:
    who = person(gate)
    old = MONDAY - timedelta(days=366)
    register(gate, who, received_on=old, backdated_reason="补录")
    register(gate, who)
    register(gate, who)
    assert notes(gate) == ()
