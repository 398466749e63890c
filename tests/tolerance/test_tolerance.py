"""容错: the whole way of a case, and everything that must stop it (PRODUCT §3-7)."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.approvals.deciding import ConfirmDecision, Decide, RecordDecision
from db.books.commands import Open
from db.books.queries import book_heads, entry_ids
from db.books.rows import EntryFilter
from db.books.working import book_work
from db.core.engine import open_engine
from db.core.errors import NotAllowedError, RefusedError
from db.core.tables import TrailEntry
from db.core.tx import Behalf
from db.tolerance.listing import in_force
from tests.adversary.test_rights import Recuse
from tests.conftest import Center
from tests.tolerance.cases import (
    CASE,
    CORRECTION,
    DAY,
    Gates,
    add_correction,
    add_item,
    agreed,
    an_application,
    answers,
    applied,
    card,
    close,
    communicate,
    dated,
    finish_correction,
    hold,
    opened,
    proposed,
    row,
    signed,
    taken,
    to_communicated,
    to_consulting,
    to_determined,
    to_pre_check,
    to_verifying,
    unit,
)


def refused(code: str, deed: Any, field: str | None = None) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        deed()
    assert caught.value.code == code
    if field is not None:
        assert caught.value.field == field
    return caught.value


def statement(center: Center, sql: str) -> None:
    engine = open_engine(center.path, center.key())
    try:
        with Session(engine) as session:
            session.execute(text(sql))
            session.commit()
    finally:
        engine.dispose()


def test_a_case_goes_all_the_way_and_says_at_the_end_what_was_decided(gate: Gates) -> None:
    case_id = to_communicated(gate)
    correction = add_correction(gate, case_id)
    taken(gate, CASE, case_id, "order_correction", "clerk", correction_requirement="补办手续")
    refused("corrections_open", lambda: close(gate, case_id))
    finish_correction(gate, correction)
    agreed(gate, close(gate, case_id))
    found = card(gate, CASE, case_id)
    values = found.row.values
    assert found.row.state == "closed"
    assert found.row.number.startswith("诉容") or "诉容" in found.row.number
    assert (values["result"], values["determination_number"]) == ("exempted", "泽容认〔2026〕1号")
    assert (values["signer"], values["signer_post"]) == ("史文远", "区委副书记")
    assert values["list_number"] == "容错清单〔2026〕第1版"
    assert values["effect_promotion"] == "unaffected"
    assert (values["copied_discipline_on"], values["copied_organization_on"]) == (DAY, DAY)
    assert [c.rule for c in found.clocks if c.stopped_on is None] == []


def test_an_application_says_by_how_many_days_it_is_late_and_only_a_person_refuses_it(
    gate: Gates,
) -> None:
    case_id = to_pre_check(gate, known_on=date(2026, 2, 10))
    values = row(gate, CASE, case_id).values
    assert (values["application_due_on"], values["days_late"]) == (date(2026, 2, 25), 5)
    clock = next(c for c in card(gate, CASE, case_id).clocks if c.rule == "tolerance_application")
    assert clock.stopped_on == DAY
    waiting = taken(
        gate,
        CASE,
        case_id,
        "not_accept",
        "organization",
        refusal_ground="too_late",
        refusal_basis="区容错办法第六条",
        refusal_text="超过申请期限五日，可向问责机关说明情况。",
    )
    assert row(gate, CASE, case_id).state == "pre_check"
    agreed(gate, waiting)
    assert row(gate, CASE, case_id).state == "not_accepted"


def test_a_day_typed_wrongly_is_corrected_with_a_reason_and_reckoned_anew(gate: Gates) -> None:
    case_id = applied(gate, known_on=date(2026, 2, 10))

    def correct(**days: Any) -> Any:
        return taken(gate, CASE, case_id, "correct_dates", "clerk", **days)

    told = {"known_on": date(2026, 2, 24), "acted_on": date(2026, 1, 20)}
    refused("missing_reason", lambda: correct(**told))
    refused(
        "dates_out_of_order",
        lambda: correct(known_on=date(2026, 1, 1), acted_on=date(2026, 1, 20), reason="录错"),
    )
    correct(**told, reason="文书送达日期录错")
    values = row(gate, CASE, case_id).values
    assert (values["application_due_on"], values["days_late"]) == (date(2026, 3, 11), 0)
    clock = next(c for c in card(gate, CASE, case_id).clocks if c.rule == "tolerance_application")
    assert (clock.started_on, clock.due_on) == (date(2026, 2, 24), date(2026, 3, 11))


def test_an_application_in_time_is_not_late(gate: Gates) -> None:
    assert row(gate, CASE, applied(gate, known_on=date(2026, 2, 20))).values["days_late"] == 0


def test_an_application_without_its_evidence_is_refused_beside_the_field(gate: Gates) -> None:
    effective = {"accountability_state": "effective", "accountability_paper": ""}
    told: tuple[tuple[dict[str, Any], str, str], ...] = (
        ({"person_name": ""}, "missing_person_id", "person_id"),
        ({"applicant_kind": "ex_officio"}, "missing_applicant_kind", "applicant_kind"),
        ({"organ_id": None}, "missing_organ_id", "organ_id"),
        ({"matter": " "}, "missing_matter", "matter"),
        ({"known_on": date(2026, 1, 1)}, "dates_out_of_order", "known_on"),
        (effective, "missing_accountability_paper", "accountability_paper"),
        ({"matter": "肯定是张三告的"}, "guess_of_reporter", "matter"),
    )
    for changes, code, field in told:
        refused(code, lambda c=changes: applied(gate, **c), field)


def test_a_unit_applies_and_the_organ_begins_by_itself(gate: Gates) -> None:
    by_unit = applied(gate, applicant_kind="unit", person_name="")
    values = an_application(gate)
    for name in ("applicant_kind", "own_motive", "request"):
        values.pop(name)
    own = opened(gate, CASE, "start_ex_officio", "organization", **values)
    assert row(gate, CASE, by_unit).values["applicant_kind"] == "unit"
    assert row(gate, CASE, own).values["applicant_kind"] == "ex_officio"
    assert row(gate, CASE, own).values["days_late"] is None
    refused(
        "ex_officio_not_withdrawn",
        lambda: taken(gate, CASE, own, "withdraw", "clerk", reason="无", signature=True),
    )


def test_the_person_withdraws_with_reason_and_signature_until_it_is_determined(
    gate: Gates,
) -> None:
    for reach in (applied, to_pre_check, to_verifying, to_consulting):
        case_id = reach(gate)
        refused(
            "missing_signature",
            lambda c=case_id: taken(gate, CASE, c, "withdraw", "clerk", reason="本人不再申请"),
        )
        taken(gate, CASE, case_id, "withdraw", "clerk", reason="本人不再申请", signature=True)
        assert row(gate, CASE, case_id).state == "withdrawn"
        assert [c for c in card(gate, CASE, case_id).clocks if c.stopped_on is None] == []
    refused(
        "illegal_move",
        lambda: taken(
            gate, CASE, to_determined(gate), "withdraw", "clerk", reason="撤", signature=True
        ),
    )


def test_acceptance_has_its_number_and_starts_three_months_but_not_for_discipline(
    gate: Gates,
) -> None:
    case_id = to_pre_check(gate)
    refused(
        "missing_document_number",
        lambda: taken(gate, CASE, case_id, "accept", "organization"),
    )
    taken(gate, CASE, case_id, "accept", "organization", document_number="泽组函〔2026〕7号")
    found = row(gate, CASE, case_id)
    assert (found.due_rule, found.due_on) == ("tolerance_verification", date(2026, 6, 2))
    other = to_pre_check(gate, department="discipline")
    taken(gate, CASE, other, "accept", "discipline", document_number="泽纪函〔2026〕7号")
    assert row(gate, CASE, other).due_on is None


def test_nothing_is_accepted_before_it_was_compared_with_the_list(bare: Center) -> None:
    gate = bare.gate
    case_id = applied(gate)
    taken(
        gate,
        CASE,
        case_id,
        "pre_check",
        "clerk",
        handling_unit_id=unit(gate, "organization"),
        pre_check_opinion="拟受理。",
    )
    refused(
        "no_list_in_force",
        lambda: taken(gate, CASE, case_id, "check_list", "organization", negative_hit="no"),
    )
    assert card(gate, CASE, case_id, "organization").refused["accept"] == "list_not_checked"
    refused(
        "list_not_checked",
        lambda: taken(gate, CASE, case_id, "accept", "organization", document_number="1"),
    )


def test_the_comparison_names_situations_of_the_published_version(gate: Gates) -> None:
    case_id = to_pre_check(gate)
    told: tuple[tuple[dict[str, str], str], ...] = (
        ({"negative_hit": "yes"}, "negative_numbers_do_not_fit"),
        ({"negative_hit": "no", "negative_numbers": "1"}, "negative_numbers_do_not_fit"),
        ({"negative_hit": "yes", "negative_numbers": "9"}, "unknown_list_number"),
        ({"negative_hit": "no", "positive_numbers": "甲"}, "unknown_list_number"),
        ({}, "missing_negative_hit"),
    )
    for values, code in told:
        refused(
            code,
            lambda v=values: taken(gate, CASE, case_id, "check_list", "organization", **v),
        )


def test_two_handlers_verify_neither_party_nor_recused(gate: Gates) -> None:
    case_id = to_pre_check(gate)
    taken(gate, CASE, case_id, "accept", "organization", document_number="泽组函〔2026〕7号")

    def start(one: str, other: str, *, clear: bool = True) -> Any:
        return taken(
            gate,
            CASE,
            case_id,
            "start_verifying",
            "organization",
            verifier=one,
            second_verifier=other,
            no_conflict=clear,
        )

    refused("missing_second_verifier", lambda: start("陶然", ""))
    refused("missing_two_handlers", lambda: start("陶然", "陶　然"), "second_verifier")
    refused("verifier_is_party", lambda: start("陶然", "王䶮"), "second_verifier")
    refused("missing_no_conflict", lambda: start("陶然", "沈一舟", clear=False), "no_conflict")
    gate("clerk").write(Recuse("organization_leader", case_id, CASE))
    refused("verifier_recused", lambda: start("薛岚", "沈一舟"), "verifier")
    assert start("陶然", "沈一舟").state == "verifying"


def test_who_is_recused_knows_of_the_case_no_more(gate: Gates) -> None:
    case_id = to_verifying(gate)
    assert card(gate, CASE, case_id, "organization_leader").row.id == case_id
    gate("clerk").write(Recuse("organization_leader", case_id, CASE))
    with pytest.raises(NotAllowedError):
        card(gate, CASE, case_id, "organization_leader")
    with pytest.raises(NotAllowedError):
        taken(gate, CASE, case_id, "verify", "organization_leader", **answers())


def test_3_7_six_factors_and_three_distinctions_are_answered_without_a_blank(gate: Gates) -> None:
    case_id = to_verifying(gate)
    assert card(gate, CASE, case_id, "organization").refused["consult"] == "verification_incomplete"
    refused(
        "verification_incomplete",
        lambda: taken(gate, CASE, case_id, "consult", "organization", report="要点"),
    )
    for name in answers():
        refused(
            f"missing_{name}",
            lambda n=name: taken(
                gate, CASE, case_id, "verify", "organization", **answers(**{n: ""})
            ),
            name,
        )
    taken(gate, CASE, case_id, "verify", "organization", **answers(factor_recovery="no"))
    taken(gate, CASE, case_id, "consult", "organization", report="要点")
    assert row(gate, CASE, case_id).state == "consulting"


def test_3_7_the_database_takes_no_case_into_consultation_with_a_blank(
    center: Center, gate: Gates
) -> None:
    case_id = to_verifying(gate)
    with pytest.raises(IntegrityError, match="every_question_answered"):
        statement(center, f"UPDATE error_tolerance SET state = 'consulting' WHERE id = {case_id}")


def test_3_7_a_negative_list_hit_blocks_tolerance_in_store_window_and_database(
    center: Center, gate: Gates
) -> None:
    case_id = to_consulting(gate, "yes")
    for result in ("exempted", "mitigated"):
        refused("negative_list_hit", lambda r=result: proposed(gate, case_id, r))
    seen = card(gate, CASE, case_id, "organization")
    assert seen.refused["determine"] == "negative_list_hit"
    assert "determine_not_tolerated" not in seen.refused
    for result in ("exempted", "mitigated"):
        with pytest.raises(IntegrityError, match="negative_list_is_not_tolerated"):
            statement(
                center, f"UPDATE error_tolerance SET result = '{result}' WHERE id = {case_id}"
            )
    signed(gate, proposed(gate, case_id, "not_tolerated"))
    values = row(gate, CASE, case_id).values
    assert (values["result"], values["negative_numbers"]) == ("not_tolerated", "2")
    with pytest.raises(IntegrityError, match="negative_list_is_not_tolerated"):
        statement(center, f"UPDATE error_tolerance SET result = 'exempted' WHERE id = {case_id}")


def test_3_7_a_hit_found_after_the_proposal_still_blocks_it(gate: Gates) -> None:
    case_id = to_consulting(gate)
    waiting = proposed(gate, case_id)
    taken(
        gate,
        CASE,
        case_id,
        "check_list",
        "organization",
        negative_hit="yes",
        negative_numbers="1",
    )
    refused("negative_list_hit", lambda: signed(gate, waiting))
    assert row(gate, CASE, case_id).state == "consulting"


def test_3_7_the_version_is_stored_with_the_decision_and_stays_when_a_new_one_comes(
    gate: Gates,
) -> None:
    from tests.tolerance.cases import LIST, publish

    case_id = to_determined(gate)
    first = row(gate, CASE, case_id).values["list_id"]
    newer = opened(
        gate,
        LIST,
        "draft_from",
        "organization",
        title="容错纠错正负面清单（修订）",
        organ_id=unit(gate, "organization"),
    )
    add_item(gate, newer, "negative", "明令禁止后依然故我的")
    publish(gate, newer)
    values = row(gate, CASE, case_id).values
    assert (values["list_id"], values["list_number"]) == (first, "容错清单〔2026〕第1版")
    later = to_pre_check(gate)
    assert row(gate, CASE, later).values["list_number"] == "容错清单〔2026〕第2版"


def test_the_determination_is_collective_signed_and_compared_by_a_second_person(
    gate: Gates,
) -> None:
    case_id = to_consulting(gate)
    refused("missing_collective_body", lambda: proposed(gate, case_id, collective_body=""))
    refused(
        "missing_accountability_paper",
        lambda: proposed(gate, case_id, accountability_state="effective", accountability_paper=""),
    )
    waiting = proposed(gate, case_id)
    assert waiting.approval_id is not None
    for login in ("manager", "organization_leader", "discipline_leader"):
        with pytest.raises(NotAllowedError):
            gate(login).write(Decide(waiting.approval_id, "agreed"))

    def record(by: str, name: str = "史文远", number: str = "泽容认〔2026〕1号") -> Any:
        return gate(by).write(
            RecordDecision(waiting.approval_id or 0, "agreed", name, "区委副书记", DAY, number)
        )

    refused("missing_document_number", lambda: record("clerk", number=" "), "number")
    refused("self_approval", lambda: record("clerk", name="陶然"), "approver_name")
    record("clerk")
    refused(
        "self_confirmation",
        lambda: gate("clerk").write(ConfirmDecision(waiting.approval_id or 0)),
    )
    assert row(gate, CASE, case_id).state == "consulting"
    gate("clerk2").write(ConfirmDecision(waiting.approval_id))
    assert row(gate, CASE, case_id).state == "determined"


def test_what_the_leaders_did_not_agree_to_stays_in_consultation(gate: Gates) -> None:
    case_id = to_consulting(gate)
    waiting = proposed(gate, case_id)
    assert waiting.approval_id is not None
    gate("clerk").write(
        RecordDecision(waiting.approval_id, "refused", "史文远", "区委副书记", DAY, "1", "再核")
    )
    gate("manager").write(ConfirmDecision(waiting.approval_id))
    found = row(gate, CASE, case_id)
    assert (found.state, found.values["result"]) == ("consulting", "")
    taken(gate, CASE, case_id, "return_for_verification", "organization", reason="补充核实损失")
    assert row(gate, CASE, case_id).due_on == date(2026, 6, 2)


def test_the_database_knows_no_determination_without_its_paper(center: Center, gate: Gates) -> None:
    case_id = to_consulting(gate)
    for sql in (
        "state = 'determined'",
        "state = 'determined', result = 'exempted', determination_number = '1',"
        " determined_on = '2026-03-02', signer = '某', collective_body = '会',"
        " collective_on = '2026-03-02'",
    ):
        with pytest.raises(IntegrityError):
            statement(center, f"UPDATE error_tolerance SET {sql} WHERE id = {case_id}")


def test_nothing_is_determined_before_it_was_consulted_on(gate: Gates) -> None:
    case_id = to_verifying(gate)
    taken(gate, CASE, case_id, "verify", "organization", **answers())
    taken(gate, CASE, case_id, "consult", "organization", report="要点")
    refused("not_consulted", lambda: proposed(gate, case_id))
    hold(gate, case_id)
    assert proposed(gate, case_id).approval_id is not None


def test_person_and_unit_are_both_told_with_their_days(gate: Gates) -> None:
    case_id = to_determined(gate)

    def tell(**days: Any) -> Any:
        return taken(
            gate,
            CASE,
            case_id,
            "communicate",
            "clerk",
            told_by="林可",
            made_known="person_and_unit",
            **days,
        )

    refused("missing_person_told_on", lambda: tell(unit_told_on=DAY))
    refused("missing_unit_told_on", lambda: tell(person_told_on=DAY))
    refused(
        "dates_out_of_order",
        lambda: tell(person_told_on=date(2026, 3, 1), unit_told_on=DAY),
        "person_told_on",
    )
    tell(person_told_on=DAY, unit_told_on=DAY)
    assert row(gate, CASE, case_id).state == "communicated"


def test_an_objection_brings_it_back_to_consultation_and_a_new_determination(
    center: Center, gate: Gates
) -> None:
    case_id = to_communicated(gate, "mitigated")
    center.clock.advance(days=5)
    refused("missing_objection", lambda: taken(gate, CASE, case_id, "object", "clerk"))
    taken(gate, CASE, case_id, "object", "clerk", objection="程序已经集体研究。")
    taken(gate, CASE, case_id, "reconsider", "organization")
    values = row(gate, CASE, case_id).values
    assert (values["former_result"], values["former_number"], values["result"]) == (
        "mitigated",
        "泽容认〔2026〕1号",
        "",
    )
    refused("not_consulted", lambda: proposed(gate, case_id))
    hold(gate, case_id)
    signed(gate, proposed(gate, case_id, "exempted"), "泽容认〔2026〕2号")
    values = row(gate, CASE, case_id).values
    assert (values["result"], values["determination_number"]) == ("exempted", "泽容认〔2026〕2号")
    communicate(gate, case_id)
    agreed(gate, close(gate, case_id))
    assert row(gate, CASE, case_id).state == "closed"


def test_what_is_not_tolerated_or_needs_no_correction_closes_from_communicated(
    gate: Gates,
) -> None:
    case_id = to_communicated(gate, "not_tolerated")
    with pytest.raises(RefusedError, match="missing_effect_award"):
        taken(
            gate,
            CASE,
            case_id,
            "close",
            "clerk",
            effect_assessment="unaffected",
            effect_promotion="unaffected",
            copied_discipline_on=DAY,
            copied_organization_on=DAY,
        )
    waiting = close(gate, case_id, "manager")
    refused("self_approval", lambda: agreed(gate, waiting))


def test_3_7_a_case_closes_only_when_every_correction_is_done(center: Center, gate: Gates) -> None:
    case_id = to_communicated(gate)
    refused("no_corrections", lambda: taken(gate, CASE, case_id, "order_correction", "clerk"))
    one, other = add_correction(gate, case_id), add_correction(gate, case_id, measure="公示结果")
    taken(gate, CASE, case_id, "order_correction", "clerk")
    finish_correction(gate, one)
    assert card(gate, CASE, case_id, "clerk").refused["close"] == "corrections_open"
    refused("corrections_open", lambda: close(gate, case_id))
    with pytest.raises(IntegrityError, match="still open"):
        statement(center, f"UPDATE error_tolerance SET state = 'closed' WHERE id = {case_id}")
    refused("missing_reason", lambda: taken(gate, CORRECTION, other, "drop", "clerk"))
    taken(gate, CORRECTION, other, "drop", "clerk", reason="结果已在单位内公示")
    agreed(gate, close(gate, case_id))
    assert row(gate, CASE, case_id).state == "closed"


def test_3_7_an_overdue_correction_stands_in_the_list_of_what_is_late(
    center: Center, gate: Gates
) -> None:
    case_id = to_communicated(gate)
    correction = add_correction(gate, case_id, due_on=date(2026, 3, 6))
    found = row(gate, CORRECTION, correction)
    assert (found.due_rule, found.due_on) == ("tolerance_correction", date(2026, 3, 6))
    assert found.texts["parent_id"] == row(gate, CASE, case_id).number
    center.clock.advance(days=7)
    late = gate("clerk").read(lambda r: entry_ids(r, CORRECTION, EntryFilter(overdue=True)))
    assert list(late) == [correction]
    assert gate("clerk").read(lambda r: book_heads(r, (CORRECTION,)))[0].overdue == 1
    near = gate("clerk").read(book_work).near
    assert [(w.book, w.row.id) for w in near] == [(CORRECTION, correction)]
    taken(
        gate,
        CORRECTION,
        correction,
        "reschedule",
        "clerk",
        due_on=date(2026, 4, 1),
        reason="等批复",
    )
    assert row(gate, CORRECTION, correction).due_on == date(2026, 4, 1)


def test_no_correction_is_set_before_the_determination(gate: Gates) -> None:
    refused("corrections_not_open", lambda: add_correction(gate, to_consulting(gate)))


def test_the_result_never_edits_any_other_record(gate: Gates) -> None:
    before = gate("manager").read(lambda r: r.session.scalars(select(TrailEntry.id)).all()[-1])
    case_id = to_communicated(gate, "exempted")
    agreed(gate, close(gate, case_id))
    kinds = gate("manager").read(
        lambda r: set(r.session.scalars(select(TrailEntry.kind).where(TrailEntry.id > before)))
    )
    assert kinds <= {
        "error_tolerance",
        "tolerance_list",
        "tolerance_list_item",
        "approval",
        "event",
        "clock_entry",
        "issued_number",
        "gate_read",
    }


def test_departments_know_only_their_own_cases_and_others_know_of_none(gate: Gates) -> None:
    mine = to_pre_check(gate)
    for login in ("hr", "hr_leader", "petition", "auditor", "secadmin"):
        assert gate(login).read(lambda r: book_heads(r, (CASE, CORRECTION))) == ()
        with pytest.raises(NotAllowedError):
            card(gate, CASE, mine, login)
    assert card(gate, CASE, mine, "organization").row.id == mine
    with pytest.raises(NotAllowedError):
        card(gate, CASE, mine, "discipline")
    assert list(gate("discipline").read(lambda r: entry_ids(r, CASE, EntryFilter()))) == []
    assert gate("discipline").read(lambda r: book_heads(r, (CASE,)))[0].count == 0


def test_the_desk_does_not_read_what_was_verified(gate: Gates) -> None:
    case_id = to_consulting(gate)
    desk, inside = card(gate, CASE, case_id, "clerk"), card(gate, CASE, case_id, "organization")
    assert "factor_motive_text" not in desk.row.values
    assert "factor_motive_text" in desk.hidden
    assert inside.row.values["factor_motive_text"]


def test_clerk_and_manager_alone_take_a_case_through_from_paper(gate: Gates) -> None:
    from db.books.commands import Take

    case_id = applied(gate)
    paper = Behalf("陶然", "干部科科员", "泽组函〔2026〕7号", DAY)
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        ("check_list", {"negative_hit": "no"}),
        ("accept", {"document_number": "泽组函〔2026〕7号"}),
        (
            "start_verifying",
            {"verifier": "陶然", "second_verifier": "沈一舟", "no_conflict": True},
        ),
        ("verify", answers()),
        ("consult", {"report": "要点"}),
        (
            "hold_consultation",
            {"consulted_on": DAY, "participants": "三家", "consultation": "同意"},
        ),
    )
    taken(
        gate,
        CASE,
        case_id,
        "pre_check",
        "clerk",
        handling_unit_id=unit(gate, "organization"),
        pre_check_opinion="拟受理。",
    )
    for move, values in steps:
        gate("clerk").write(
            Take(CASE, case_id, move, dated(gate, CASE, move, values), behalf=paper)
        )
    values = {
        "result": "exempted",
        "grounds": "先行先试。",
        "collective_body": "区委专题会议",
        "collective_on": DAY,
        "accountability_state": "decided",
    }
    waiting = gate("clerk").write(Take(CASE, case_id, "determine", values, behalf=paper)).value
    signed(gate, waiting)
    assert row(gate, CASE, case_id).state == "determined"


def test_a_right_that_nobody_has_is_needed_to_make_by_hand_what_follows_by_itself(
    gate: Gates,
) -> None:
    from tests.tolerance.cases import LIST

    list_id = gate("manager").read(lambda r: in_force(r).id)  # type: ignore[union-attr]
    for login in ("clerk", "manager", "organization", "discipline_leader"):
        with pytest.raises(NotAllowedError):
            taken(gate, LIST, list_id, "replace", login)


def test_an_opening_by_a_stranger_is_refused(gate: Gates) -> None:
    with pytest.raises(NotAllowedError):
        gate("hr").write(Open(CASE, "apply", an_application(gate)))
