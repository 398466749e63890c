"""Labels of lists, states and moves: the office's words and nothing that betrays."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest

import db
from db.codes.code_lists import (
    by_label,
    code,
    codes,
    list_names,
    move_label,
    move_labels,
    shipped_codes,
    state_label,
    state_labels,
)
from db.codes.rules import shipped_rules
from db.core.errors import RefusedError
from db.core.moves import Track

FORBIDDEN = """
案件 结案 立案 涉案 嫌疑 被告 原告 举报人 黑名单 失信名单 上访 闹访 缠访 刁难 客户 工单
投诉 审讯 讯问 问话 认罪 悔过 疑似诬告 恶意 甄别 驳回 销案 处置率 经理 后台 成功
"""
STAGES = {"neutral", "info", "wait", "today", "bad", "good", "guard"}

VALUES = {
    "intake_channel": "window letter phone online leader_visit assigned_above transferred "
    "inspection self_found",
    "matter_type": "suggestion accusation appeal_request",
    "appeal_category": "clarification personnel_decision treatment position_transfer assessment "
    "punishment_period tolerance family_difficulty health_psych work_condition suggestion other",
    "department": "organization discipline hr petition other",
    "assign_mode": "transfer assign joint refer_law",
    "disposal_method": "talk_or_inquiry preliminary_verification held_pending concluded_no_case",
    "finding": "substantiated partly untrue mistaken cannot_exclude concluded_by_talk "
    "false_accusation no_violation",
    "clarification_mode": "written face_to_face meeting circular media",
    "clarification_scope": "person_and_principal party_committee limited_scope public",
    "not_clear_reason": "no_bad_effect cannot_exclude normal_check_effect not_established_by_talk "
    "pending_conclusion partly_true declined_by_person secrecy other",
    "appeal_outcome": "supported explained not_supported redirected merged withdrawn not_accepted",
    "supervision_reason": "overdue late_acceptance evasion perfunctory delay falsification "
    "refuse_execute needs_supplement other",
    "recusal_reason": "party_or_relative interest witness other",
    "care_talk_trigger": "position_change award assessment mood public_report setback "
    "after_clarification after_punishment after_appeal request",
    "revisit_result": "good fair poor",
    "satisfaction": "satisfied basically_satisfied unsatisfied not_rated",
    "tolerance_result": "exempted mitigated not_tolerated",
    "administration": "city_managed county_managed unit_managed vertical",
    "procedure": "petition remedy internal suggestion special",
    "retention": "permanent y30 y10",
    "marking": "internal work_secret",
}

STATES = {
    "ordinary_appeal": "registered screening awaiting_supplement accepted not_accepted redirected "
    "merged assigned returned in_progress extension_pending reply_draft reply_approved replied "
    "follow_up closed under_review under_recheck finalised withdrawn moved_out imported_open",
    "clarification": "applied proposed waiting_conclusion assessing seeking_opinion not_cleared "
    "approval_pending returned_for_supplement approved carrying_out carried_out follow_up "
    "archived new_evidence withdrawn",
    "false_accusation_referral": "suspected screened_out referred withdrawn answered",
    "referral_course": "verifying mistaken_report undetermined determination_proposed determined "
    "handling handled published linked_clarification closed",
    "error_tolerance": "applied pre_check not_accepted accepted verifying consulting determined "
    "objection communicated correction_tracking closed",
    "care_talk": "planned scheduled held recorded action_open follow_up_due followed_up closed "
    "cancelled",
}


@pytest.mark.parametrize("name", sorted(VALUES))
def test_lists_hold_the_values_of_the_specification(name: str) -> None:
    assert {entry.value for entry in codes(name)} == set(VALUES[name].split())


@pytest.mark.parametrize("track", sorted(STATES))
def test_every_state_has_its_labels(track: str) -> None:
    for state in STATES[track].split():
        assert state_label(track, state).pill_zh


def test_values_are_unique_and_ordered_within_a_list() -> None:
    for name in list_names():
        entries = codes(name)
        assert [entry.order for entry in entries] == list(range(1, len(entries) + 1))
        assert len({entry.value for entry in entries}) == len(entries)
        assert len({entry.zh for entry in entries}) == len(entries)
        assert all(entry.en and entry.zh for entry in entries)


def test_an_alias_means_one_value_only() -> None:
    for name in list_names():
        seen: dict[str, str] = {}
        for entry in codes(name):
            for label in (entry.zh, *entry.aliases):
                assert seen.setdefault(label, entry.value) == entry.value, (name, label)


def test_categories_and_other_narrow_columns_have_short_words() -> None:
    for name in ("appeal_category", "intake_channel", "procedure", "finding", "person_category"):
        assert all(len(entry.short_zh) <= 4 for entry in codes(name)), name
    assert code("appeal_category", "position_transfer").short_zh == "职级交流"
    assert code("appeal_category", "personnel_decision").short_zh == "人事处理"


def test_labels_of_ledgers_are_understood() -> None:
    found = by_label("intake_channel", "窗口")
    assert found is not None
    assert found.value == "window"
    found = by_label("appeal_category", " 考核/评优 ")
    assert found is not None
    assert found.value == "assessment"
    assert by_label("appeal_category", "交通运输") is None


def every_label() -> Iterator[tuple[str, str]]:
    for entry in shipped_codes():
        yield f"{entry.list}.{entry.value}", entry.zh + entry.short_zh
    for state in state_labels():
        yield (
            f"{state.track}.{state.state}",
            "／".join((state.pill_zh, state.full_zh, state.applicant_zh, state.inner_zh)),
        )
    for move in move_labels():
        yield f"{move.track}.{move.move}", f"{move.zh}／{move.asks_zh}"
    for rule in shipped_rules():
        yield rule.identifier, f"{rule.clock_zh}／{rule.basis_zh}"


def test_no_label_has_a_word_that_must_not_appear() -> None:
    found = [
        (where, word) for where, text in every_label() for word in FORBIDDEN.split() if word in text
    ]
    assert found == []


def test_pills_are_short_and_carry_a_known_stage_and_sign() -> None:
    for label in state_labels():
        assert 1 <= len(label.pill_zh) <= 5, label
        assert len(label.pill_en) <= 12, label
        assert label.stage in STAGES
        assert label.sign in set("○◐→‖●↩✎▣✓–!")


def test_an_applicant_hears_one_sentence_until_a_name_is_being_cleared() -> None:
    silent = "applied proposed waiting_conclusion assessing seeking_opinion not_cleared"
    labels = [state_label("clarification", state) for state in f"{silent} kept_private".split()]
    assert {label.applicant_zh for label in labels} == {"您的申请已收到，将按规定转有关单位处理。"}
    assert len({label.applicant_en for label in labels}) == 1


def test_a_referral_shows_the_center_nothing_beyond_answered() -> None:
    labels = [label for label in state_labels() if label.track == "false_accusation_referral"]
    pills = {label.pill_zh for label in labels}
    assert pills == {"待移送", "不移送", "已移送", "已撤回", "已函复"}
    assert all("诬告" not in label.pill_zh + label.full_zh for label in labels)
    beyond = [label for label in state_labels() if label.track == "referral_course"]
    told = {label.applicant_zh for label in (*labels, *beyond)}
    assert told == {"已转有关机关依规依纪依法处理"}
    assert len({label.applicant_en for label in (*labels, *beyond)}) == 1


def test_talks_planned_by_hand_wear_one_word() -> None:
    shown = {code("care_talk_trigger", v).short_zh for v in ("mood", "request", "public_report")}
    assert shown == {"谈心谈话"}
    assert all("群众" not in entry.short_zh for entry in codes("care_talk_trigger"))


def test_a_reason_for_not_clearing_may_be_switched_off() -> None:
    assert not code("not_clear_reason", "no_bad_effect").enabled


def test_buttons_are_the_offices_verbs() -> None:
    assert move_label("ordinary_appeal", "assign").zh == "转办"
    assert move_label("hand_over", "object").zh == "提出异议"
    assert move_label("clarification", "urge").zh == "催办", "deeds of every track"
    assert all(2 <= len(label.zh) <= 8 and label.en for label in move_labels())


def tracks() -> Iterator[Track]:
    for room in pkgutil.iter_modules(db.__path__, "db."):
        if not room.ispkg:
            continue
        paths = importlib.import_module(room.name).__path__
        if "workflow" in {module.name for module in pkgutil.iter_modules(paths)}:
            workflow = importlib.import_module(f"{room.name}.workflow")
            yield from (value for value in vars(workflow).values() if isinstance(value, Track))


def test_every_move_and_state_of_every_workflow_has_its_words() -> None:
    missing: list[str] = []
    states = {(label.track, label.state) for label in state_labels()}
    moves = {(label.track, label.move) for label in move_labels()}
    rules = {rule.identifier for rule in shipped_rules()}
    for track in tracks():
        for move in track.moves:
            missing += [] if (track.name, move.name) in moves else [f"{track.name}:{move.name}"]
            missing += [rule for rule in (*move.starts, *move.stops) if rule not in rules]
        for state in track.states() | track.derived:
            missing += [] if (track.name, state) in states else [f"{track.name}={state}"]
    assert sorted(set(missing)) == []


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (lambda: codes("nothing"), "unknown_list"),
        (lambda: code("finding", "nothing"), "unknown_code"),
        (lambda: state_label("clarification", "nothing"), "unknown_state"),
        (lambda: move_label("clarification", "nothing"), "unknown_move"),
    ],
)
def test_unknown_names_are_refused_by_code(ask: object, expected: str) -> None:
    with pytest.raises(RefusedError) as caught:
        ask()  # type: ignore[operator]
    assert caught.value.code == expected
