"""The shipped deadline rules: complete, honest, and named."""

from datetime import date

import pytest

from db.codes.code_lists import code
from db.codes.deadlines import Unit, due
from db.codes.rules import identifiers, in_group, profiles, shipped_rule, shipped_rules
from db.codes.seed_calendar import seed_rows
from db.codes.working_days import Calendar
from db.core.errors import RefusedError

# identifier, length and unit of DOMAIN §12, then of SETTLED §2, OFFICE §1-11 and the books
TABLE = """
petition_office_dispatch 15 cd
acceptance_notice 15 cd
objection 5 wd
ordinary_completion 60 cd
petition_review_request 30 cd
petition_review_decision 30 cd
petition_recheck_request 30 cd
petition_recheck_decision 30 cd
discipline_real_name_notice 15 wd
discipline_result_feedback 15 wd
discipline_upward_forward 5 wd
discipline_downward_accept 5 wd
discipline_assigned_completion 3 mo
hr_review_request 30 cd
hr_appeal_request 15 cd
hr_review_decision 30 cd
hr_appeal_decision 60 cd
institution_staff_appeal_request 30 cd
institution_staff_review_request 30 cd
supervision_reexam_request 1 mo
supervision_reexam_decision 1 mo
supervision_review_request 1 mo
supervision_review_decision 2 mo
written_inquiry_reply 15 wd
admonishment_self_check 5 wd
reminder_rectification 6 mo
clarification_carry_out 15 wd
clarification_step 5 wd
tolerance_application 15 cd
tolerance_verification 3 mo
helper_assignment 1 mo
annual_revisit 1 yr
telephone_follow_up 2 wd
dispatch_blue_card 3 wd
classification_report 10 wd
internal_completion 60 cd
sign_in 2 wd
co_opinion 10 wd
follow_up_visit 30 cd
talk_plan 10 wd
talk_record 3 wd
institution_staff_review_decision 30 cd
institution_staff_appeal_decision 60 cd
party_appeal_decision 3 mo
fast_completion 15 wd
meeting_minutes 5 wd
envelope_hand_over 1 wd
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_every_rule_of_the_table_has_its_length(line: str) -> None:
    identifier, length, unit = line.split()
    found = shipped_rule(identifier)
    assert (found.length, found.unit) == (int(length), Unit(unit))


def test_variants_are_profiles_of_one_identifier() -> None:
    assert shipped_rule("clarification_carry_out", "longyang").length == 5
    assert shipped_rule("clarification_step", "cross_department").length == 10
    direct = shipped_rule("hr_appeal_request", "direct")
    assert (direct.length, direct.start_event) == (30, "decision_known")
    assert not shipped_rule("acceptance_notice", "internal").statutory
    assert profiles("clarification_step") == ("default", "cross_department")
    assert shipped_rule("objection", "") is shipped_rule("objection")
    keys = [(rule.identifier, rule.profile) for rule in shipped_rules()]
    assert len(keys) == len(set(keys))
    assert all("default" in profiles(identifier) for identifier in identifiers())


def test_an_unknown_length_is_absent_and_never_zero() -> None:
    without = {rule.identifier for rule in shipped_rules() if rule.length is None}
    assert without >= {
        "leader_feedback",
        "reply_delivery",
        "hr_second_appeal_request",
        "institution_staff_second_appeal_request",
        "organization_measure_appeal_request",
        "hr_appeal_acceptance",
        "false_accusation_determination",
        "clarification_follow_up",
        "satisfaction_rating",
    }
    assert all(rule.length is None or rule.length > 0 for rule in shipped_rules())
    for rule in shipped_rules():
        if rule.length is None and rule.enabled:
            # Only a day set by hand starts a clock without a length: its basis says which paper.
            assert not rule.statutory, rule.identifier
            assert any(word in rule.basis_zh for word in ("按", "确定")), rule.identifier


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_every_rule_of_the_table_is_reckoned_with_basis_and_confidence(line: str) -> None:
    calendar = Calendar.from_rows(seed_rows())
    for profile in profiles(line.split()[0]):
        rule = shipped_rule(line.split()[0], profile)
        found = due(rule, date(2026, 2, 10), calendar)
        assert found.due_on > date(2026, 2, 10)
        assert calendar.is_working(found.due_on)
        assert found.basis == rule.basis_zh
        assert (found.internal_target_on is None) == rule.right_of_person
        assert code("confidence", rule.tag.lower()).zh


def test_a_group_is_switched_together_and_the_one_of_discipline_is_off() -> None:
    found = in_group("discipline")
    assert len(found) == 5
    assert not any(rule.enabled for rule in found)
    assert not shipped_rule("telephone_follow_up").enabled


def test_discipline_rules_start_no_clock_and_are_computed_when_asked() -> None:
    calendar = Calendar.from_rows(seed_rows())
    found = [rule for rule in shipped_rules() if rule.identifier.startswith("discipline_")]
    assert len(found) == 5
    assert not any(rule.enabled for rule in found)
    assert due(found[0], date(2026, 2, 10), calendar).due_on == date(2026, 3, 9)


def test_extensions_are_thirty_days_where_a_rule_gives_them() -> None:
    found = {rule.identifier for rule in shipped_rules() if rule.extension_max_days}
    assert found == {
        "ordinary_completion",
        "internal_completion",
        "hr_appeal_decision",
        "institution_staff_appeal_decision",
    }
    assert {rule.extension_max_days for rule in shipped_rules()} == {0, 30}


def test_every_rule_names_its_basis_its_clock_and_its_confidence() -> None:
    for rule in shipped_rules():
        assert rule.basis_zh, rule.identifier
        assert rule.basis_en, rule.identifier
        assert rule.clock_zh, rule.identifier
        assert rule.clock_en, rule.identifier
        assert rule.start_event, rule.identifier
        assert rule.stop_event, rule.identifier
        assert rule.tag in {"V", "Q", "R", "P"}
        if rule.tag in {"V", "Q"}:
            assert rule.statutory, rule.identifier
            assert "第" in rule.basis_zh, rule.identifier
            assert "条" in rule.basis_zh, rule.identifier
        elif rule.tag == "R":
            assert "第" not in rule.basis_zh, "a reported rule prints no article number"


def test_clock_names_of_the_office_are_all_there() -> None:
    names = {rule.clock_zh for rule in shipped_rules()}
    wanted = (
        "受理告知期限 异议期限 签收期限 办理期限 答复送达 回访期限 复查申请期限（申请人）"
        " 会办意见期限 批示反馈期限 澄清实施期限 谈话期限 记录期限 帮带确定期限"
    )
    assert set(wanted.split()) <= names


def test_unknown_names_are_refused_by_code() -> None:
    with pytest.raises(RefusedError) as caught:
        shipped_rule("no_such_rule")
    assert caught.value.code == "unknown_rule"
    with pytest.raises(RefusedError) as caught:
        shipped_rule("clarification_step", "nowhere")
    assert caught.value.code == "unknown_profile"
    assert caught.value.params["known"] == "default, cross_department"
