"""Section 3 of PRODUCT, number by number, as SETTLED and OFFICE correct it: the third Show.

Each test is the core sentence of its number; the rooms prove the corners.
"""

import random
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

import db.schema
from db.accusation.workflow import LEVELS
from db.appeals.handling import DraftReply
from db.appeals.intake import Register
from db.appeals.remedy import remedy_view
from db.appeals.routing import GiveOpinion, WaiveOpinion
from db.appeals.screening import Accept, SendToScreening
from db.approvals.deciding import Decide
from db.attention.notes import DismissNote
from db.books.commands import Open
from db.books.queries import book_heads, entry_card, entry_ids
from db.books.rows import EntryFilter
from db.care.changes import Partner, Roles
from db.care.event_queries import plan_by_unit
from db.care.holding import Meeting, RecordHeld
from db.care.planning import Schedule
from db.care.workflow import MUST_TALK
from db.clarification.assessing import (
    Assess,
    FindingEntry,
    KeepPrivate,
    RecordFinding,
    RecordPersonOpinion,
    SeekOpinion,
)
from db.clarification.clearing import RecordCarriedOut, StartCarryingOut, SubmitForApproval
from db.clarification.intake import Refer
from db.codes import code_lists
from db.codes.queries import rules
from db.core.clock import instant
from db.core.errors import NotAllowedError, RefusedError, ZhengmingError
from db.core.gate import Gate
from db.documents.filing import Attach, attachments
from db.documents.making import IssuePaper, checked
from db.documents.outgoing import WhiteList, check_text
from db.office.hurrying import EndWindow, SetFastTrack, SetWindow
from db.people.commands import CreatePerson
from db.statistics.asking import report
from db.statistics.balance import check_balance
from db.statistics.lists import case_ids, open_items
from db.statistics.measures import MEASURES
from db.statistics.queries import month_json, monthly
from db.statistics.reporting import Version
from tests.accusation.test_referrals import COURSES as COURSE
from tests.accusation.test_referrals import (
    course,
    determination,
    determined,
    opened,
    referred,
    view,
)
from tests.adversary.test_purge import dump
from tests.appeals.test_fast import RULE, accepted, answer, clocks_of, unit_of
from tests.appeals.test_flow import assign, intake, show, to_accepted, unit_id
from tests.appeals.test_joint import bounce, joint
from tests.appeals.test_more_moves import to_answered
from tests.attention.test_notes import notes, person, register
from tests.care.test_must_talks import account, enter, talks, units
from tests.clarification import test_clarification as clearing
from tests.clarification.test_coverage import found, listed
from tests.codes.test_slow_model import roll, walk, works
from tests.conftest import Center
from tests.documents.test_outgoing import GIVEN, SPELLINGS, SURNAMES
from tests.impact.test_impact import Desk as ImpactDesk
from tests.inquiries.test_inquiries import Desk as InquiryDesk
from tests.tolerance import cases as tolerance
from tests.tolerance import test_examples as examples

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)
MONTH = "2026-03"
APPEAL = "ordinary_appeal"


def told(gate: Gates) -> Any:
    figures = gate("manager").read(partial(monthly, month=MONTH))
    assert check_balance(figures) == []
    return figures.current


def test_product_3_01_received_answered_and_talks_are_three_counts_and_the_open_one_is_listed(
    gate: Gates,
) -> None:
    for _ in range(2):
        to_answered(gate)
    still_open = to_accepted(gate)
    assign(gate, still_open, "petition")
    talk = enter(gate("manager"), "award").talk_id
    roles = Roles(talker_id=account(gate("manager"), "organization"))
    gate("manager").write(Schedule(talk, DAY, "15:00", "谈心室", roles))
    gate("organization").write(RecordHeld(talk, Meeting()))
    month = told(gate)
    names = ("accepted_count", "handled_count", "care_talk_person_times", "open_count")
    assert [month[name] for name in names] == [3, 2, 1, 1]
    by_unit = {unit.key: unit for unit in month.by_unit}
    flows = ("passed_in_count", "handled_count", "open_count")
    assert [by_unit["hr"][name] for name in flows] == [2, 2, 0]
    assert [by_unit["petition"][name] for name in flows] == [1, 0, 1]
    listed_ids = gate("manager").read(partial(case_ids, figure="open_count", month=MONTH)).ids
    assert listed_ids == (still_open,)
    (item,) = gate("manager").read(partial(open_items, month=MONTH))
    assert (item.lead_unit, item.person_name) == ("信访局", "王䶮")


def test_product_3_02_nobody_is_cleared_without_paper_finding_opinion_and_approval(
    gate: Gates,
) -> None:
    desk = gate("organization")
    bare = clearing.referred(gate, "organization")
    submit = partial(SubmitForApproval, modes=("written",), scope="party_committee")
    clearing.refused(desk, submit(bare), "no_finding")
    case_id = clearing.asked(gate, "organization")
    clearing.refused(desk, submit(case_id), "missing_person_opinion")
    desk.write(RecordPersonOpinion(case_id, "agree"))
    alone = SubmitForApproval(case_id, ("face_to_face",), "limited_scope")
    clearing.refused(desk, alone, "written_needed")
    approval = desk.write(
        SubmitForApproval(case_id, ("face_to_face", "written"), "limited_scope")
    ).value
    clearing.refused(desk, StartCarryingOut(case_id), "illegal_move")
    gate("organization_leader").write(Decide(approval, "agreed"))
    desk.write(StartCarryingOut(case_id))
    desk.write(RecordCarriedOut(case_id, ("face_to_face", "written"), **clearing.DONE))
    assert clearing.state(desk, case_id) == "carried_out"


def test_product_3_02_each_step_shows_its_day_and_a_wish_for_silence_counts_as_handled(
    gate: Gates,
) -> None:
    desk = gate("organization")

    def due(case_id: int) -> date | None:
        return clearing.show(desk, case_id).row.next_due_on

    silent = clearing.applied(gate)
    steps = [clearing.show(gate("clerk"), silent).row.next_due_on]
    gate("clerk").write(Refer(silent, unit_id(desk, "organization"), "泽诉送〔2026〕1号"))
    desk.write(RecordFinding(silent, clearing.FINDING))
    steps.append(due(silent))
    told_all, approval = clearing.submitted(gate, "organization")
    steps.append(due(told_all))
    gate("organization_leader").write(Decide(approval, "agreed"))
    steps.append(due(told_all))
    assert steps == [date(2026, 3, 9)] * 2 + [date(2026, 3, 16), date(2026, 3, 23)]
    desk.write(Assess(silent, True, "possible", ("work",)))
    desk.write(SeekOpinion(silent))
    desk.write(KeepPrivate(silent, signed=True, told_in_writing=True))
    row = clearing.show(gate("clerk"), silent).row
    assert row.pill == "kept_private"
    assert code_lists.move_label("clarification", "keep_private").zh == "本人不要求公开"
    month = month_json(gate("manager").read(partial(monthly, month=MONTH)))
    assert (month["should_clear_count"], month["cleared_case_count"]) == (2, 0)
    assert month["clearing_rate"] == 0.5, "handled without being cleared"


def test_product_3_03_an_untrue_finding_without_a_decision_is_listed_after_five_working_days(
    center: Center, gate: Gates
) -> None:
    case_id = found(gate, "organization")
    center.clock.set(instant(date(2026, 3, 9), 11))
    assert listed(gate, "manager") == []
    center.clock.set(instant(date(2026, 3, 10), 11))
    assert listed(gate, "manager") == [(case_id, DAY)]
    assert listed(gate, "clerk") == []


def test_product_3_04_no_path_leads_to_a_determination_below_the_prefecture(gate: Gates) -> None:
    clearing.refused(
        gate("discipline"),
        RecordFinding(
            clearing.referred(gate), FindingEntry("false_accusation", "函1", DAY, "不属实")
        ),
        "false_accusation_not_here",
    )
    assert "county" not in LEVELS
    course_id = opened(gate, referred(gate))
    course(gate, course_id, "propose_determination", request_number="泽纪请〔2026〕1号")
    values = determination(gate, course_id)
    for change in ({"approval_level": "county"}, {"approval_number": ""}, {"approved_on": None}):
        with pytest.raises(RefusedError):
            course(gate, course_id, "record_determination", **(values | change))
    before = view(gate, "manager")
    asked = course(gate, course_id, "record_determination", **values)
    assert asked.state == "determination_proposed"
    assert view(gate, "manager") == before
    assert gate("manager").read(lambda r: book_heads(r, (COURSE,))) == ()
    assert not [m for m in MEASURES if "reporter" in m.identifier]


def test_product_3_05_an_envelope_keeps_no_string_of_what_was_in_it(gate: Gates) -> None:
    mark = "磐䶮籼"
    values = {
        "office": "discipline",
        "pieces": 2,
        "origin": "visit",
        "same_day": True,
        "happened_on": DAY,
        "received_time": "9:05",
    }
    clerk = gate("clerk")
    typed = dict.fromkeys(("note", "reason", "person_name", "subject", "content"), mark)
    entry_id = clerk.write(Open("envelope", "receive", values | typed)).value.entry_id
    with pytest.raises((RefusedError, NotAllowedError)):
        clerk.write(Attach("envelope", entry_id, f"{mark}.pdf", mark.encode()))
    card = clerk.read(lambda r: entry_card(r, "envelope", entry_id))
    assert (card.row.due_on, card.row.due_rule) == (DAY, "envelope_hand_over")
    assert mark not in clerk.read(dump)


def test_product_3_06_each_of_six_events_makes_one_talk_and_near_ones_join(
    center: Center, gate: Gates
) -> None:
    desk = gate("organization")
    home = units(desk)["hr"]
    for place, kind in enumerate(MUST_TALK):
        who = Partner(None, f"甲{'一二三四五六'[place]}", home)
        first = enter(desk, kind, who=who)
        again = enter(desk, kind, DAY, who=who)
        assert (first.joined, again.joined, again.talk_id) == (False, True, first.talk_id)
    assert talks(gate("manager")) == len(MUST_TALK) == 6
    center.clock.advance(days=30)
    (plan,) = gate("manager").read(partial(plan_by_unit, first=DAY, last=DAY))
    assert (plan.unit, plan.planned, plan.overdue) == ("人社局", 6, 6)


def test_product_3_07_a_hit_of_the_negative_list_blocks_and_corrections_show_when_late(
    center: Center, gate: Gates
) -> None:
    tolerance.a_list(gate)
    hit = tolerance.to_consulting(gate, "yes")
    with pytest.raises(RefusedError, match="negative_list_hit"):
        tolerance.proposed(gate, hit)
    fine = tolerance.to_communicated(gate)
    assert tolerance.row(gate, tolerance.CASE, fine).values["list_id"]
    correction = tolerance.add_correction(gate, fine, due_on=date(2026, 3, 6))
    center.clock.advance(days=7)
    wanted = EntryFilter(overdue=True)
    late = gate("clerk").read(partial(entry_ids, book=tolerance.CORRECTION, wanted=wanted))
    assert list(late) == [correction]


def test_product_3_08_an_accepted_answer_is_late_until_both_are_told(center: Center) -> None:
    desk = InquiryDesk(center)
    entry = desk.accepted()
    desk.take(entry, "tell_person", person_told_by="陶然")
    desk.on(date(2026, 3, 10))
    wanted = partial(entry_ids, book="inquiry", wanted=EntryFilter(overdue=True))
    assert list(desk.gate.read(wanted)) == [entry]
    desk.take(entry, "tell_principal", principal_name="荀明")
    assert list(desk.gate.read(wanted)) == []


def test_product_3_09_a_period_ends_on_its_day_and_a_missing_helper_is_late(
    center: Center,
) -> None:
    desk = ImpactDesk(center)
    ends = {
        "government_warning": date(2024, 8, 29),
        "government_demerit": date(2025, 2, 28),
        "government_major_demerit": date(2025, 8, 29),
        "government_demotion": date(2026, 2, 28),
    }
    for kind, last in ends.items():
        entry = desk.enter(kind=kind, from_on=date(2024, 2, 29), person_name=kind[11:])
        assert desk.row(entry).values["ends_on"] == last, kind
    two = desk.enter(person_name="卫二平")
    desk.add(two, kind="party_serious_warning", document_number="2", from_on=date(2026, 2, 20))
    assert desk.row(two).values["ends_on"] == date(2027, 8, 20)
    desk.on(date(2026, 3, 28))
    wanted = EntryFilter(overdue=True)
    assert two in desk.gate.read(partial(entry_ids, book="impact", wanted=wanted))


def test_product_3_10_no_joint_answer_while_an_opinion_is_missing_without_a_waiver(
    gate: Gates,
) -> None:
    appeal_id, rows = joint(gate, "organization", "petition")
    reply = DraftReply(rows["人社局"].id, "经会商，予以补发。", "supported")
    gate("petition").write(GiveOpinion(rows["信访局"].id, "信访局内部意见", "supported"))
    with pytest.raises(RefusedError, match="missing_opinions_complete"):
        gate("hr").write(reply)
    assert "信访局内部意见" not in repr(show(gate("organization"), appeal_id))
    gate("manager").write(WaiveOpinion(rows["组织部"].id, "不涉及该单位职责"))
    assert gate("hr").write(reply).value


def test_product_3_11_what_the_petition_office_adds_is_checked_before_it_leaves(
    gate: Gates,
) -> None:
    clean = "经核对，关于补贴发放的情况与台账一致，未发现不符。"
    leak = "收到第3次匿名来信，张建国电话13800001234。"
    for words, leaves in ((clean, True), (leak, False)):
        appeal_id, rows = joint(gate, "petition")
        gate("petition").write(Attach(APPEAL, appeal_id, "核对摘录.pdf", words.encode(), "scan"))
        gate("petition").write(GiveOpinion(rows["信访局"].id, words, "supported"))
        seen = gate("hr").read(partial(attachments, track=APPEAL, case_id=appeal_id))
        assert [one.name for one in seen] == ["核对摘录.pdf"]
        drafted = gate("hr").write(DraftReply(rows["人社局"].id, words, "supported")).value
        gate("hr_leader").write(Decide(drafted, "agreed"))
        paper = gate("clerk").read(
            partial(checked, kind="feedback_sheet", track=APPEAL, case_id=appeal_id)
        )
        assert (paper.is_released, bool(paper.marks)) == (leaves, not leaves)
        if not leaves:
            with pytest.raises(RefusedError, match="third_person_in_letter"):
                gate("clerk").write(IssuePaper("feedback_sheet", APPEAL, appeal_id))


def test_product_3_12_day_thirty_is_in_time_and_day_thirty_one_is_not(
    center: Center, gate: Gates
) -> None:
    def ways(matter: str, category: str = "personnel_decision") -> Any:
        ask = partial(
            remedy_view,
            category=category,
            matter=matter,
            person_category="civil_servant",
            administration="county_managed",
            knew_on=DAY,
        )
        return gate("clerk").read(ask).lines

    last = {"assessment": date(2026, 4, 1), "supervision_punishment": date(2026, 4, 2)}
    for matter, day in last.items():
        for on, in_time in ((day, True), (day + timedelta(days=1), False)):
            center.clock.set(instant(on, 9))
            first = ways(matter)[0].path
            assert (first.last_day, first.in_time) == (day, in_time), (matter, on)
    bodies = [line.body_zh for line in ways("", "treatment")]
    assert bodies[1] == "中共县委组织部", "pay has the same ways, and civil servants not 人社"


@pytest.mark.parametrize("received", [date(2026, 2, 12), date(2026, 2, 25), DAY])
def test_product_3_13_dates_of_a_petition_equal_the_slow_count(gate: Gates, received: date) -> None:
    late = {} if received == DAY else {"backdated_reason": "春节后补录"}
    made = gate("clerk").write(Register(intake(received_on=received, **late))).value
    gate("clerk").write(SendToScreening(made.appeal_id, "拟受理"))
    gate("clerk").write(Accept(made.appeal_id, "petition"))
    known = gate("clerk").read(rules)
    clocks = show(gate("clerk"), made.appeal_id).clocks
    assert {"ordinary_completion", "acceptance_notice"} <= {clock.rule for clock in clocks}
    for clock in clocks:
        rule = known[clock.rule, "default"]
        assert clock.due_on == roll(walk(rule, clock.started_on, frozenset(), works), works)


def test_product_3_14_the_check_marks_every_stranger_alike_in_twenty_spellings() -> None:
    rng = random.Random(3)
    allowed = WhiteList(names=("王䶮",), units=("云塘镇",))
    names = [rng.choice(SURNAMES[:60]) + "".join(rng.sample(GIVEN, 2)) for _ in range(100)]
    shapes = {
        tuple((m.start, m.end, m.kind) for m in check_text(f"请与{name}联系后办理。", allowed))
        for name in names
        if len(name) == 3
    }
    assert len(shapes) == 1
    assert len(SPELLINGS) >= 20
    missed = [
        (spelling, name)
        for name in names[:10]
        for spelling, spell in SPELLINGS.items()
        if not check_text(f"经核实，{spell(name)}参与了该项工作。", allowed)
    ]
    assert missed == []


def test_product_3_15_no_report_ranks_units_and_no_small_cell_can_be_reckoned(
    gate: Gates,
) -> None:
    for unit in ("petition", "hr", "hr", "hr", "hr", "hr", "hr"):
        assign(gate, to_accepted(gate), unit)
    made = {
        version: gate("manager").read(partial(report, month=MONTH, version=version)).report
        for version in (Version.FULL, Version.CIRCULAR)
    }
    words = ("排名", "排序", "名次", "排行", "问责", "位次")
    for found_report in made.values():
        titles = [c.title for t in found_report.tables for c in t.columns]
        titles += [row.cells[0].text for t in found_report.tables for row in t.rows]
        assert not [title for title in titles for word in words if word in title]
    units_listed = [row.cells[1].text for row in made[Version.CIRCULAR].table("unit").rows]
    assert units_listed[:4] == ["组织部", "纪委监委", "人社局", "信访局"], "the area's order"
    assert not [m.identifier for m in MEASURES if "rank" in m.identifier]
    for as_of in (None, date(2026, 3, 20)):
        told_now = partial(report, month=MONTH, version=Version.CIRCULAR, as_of=as_of)
        for table in gate("manager").read(told_now).report.tables:
            for row in table.rows:
                for cell in row.cells:
                    if cell.kind == "count" and isinstance(cell.value, int):
                        assert not 0 < cell.value < 5, (table.key, cell)
            assert alone(table) == [], table.key
        register(gate, None)


def alone(table: Any) -> list[int]:
    """Columns of a table that foots in which one hidden cell could be reckoned from the rest."""
    if not table.rows or table.rows[-1].cells[1].text != "合计":
        return []
    hidden = [
        [cell.text == "＊" and cell.kind == "count" for cell in row.cells] for row in table.rows
    ]
    return [n for n, column in enumerate(zip(*hidden, strict=True)) if sum(column) == 1]


def test_product_3_16_a_window_sets_and_clears_the_inner_clock_and_no_table_knows_a_selection(
    gate: Gates,
) -> None:
    appeal_id = accepted(gate, unit_id=unit_of(gate))
    window = (
        gate("secadmin")
        .write(SetWindow(unit_of(gate), "换届期间", DAY, DAY + timedelta(days=60)))
        .value
    )
    assert (RULE, "window") in clocks_of(gate, appeal_id)
    gate("secadmin").write(EndWindow(window))
    assert RULE not in {rule for rule, _ in clocks_of(gate, appeal_id)}
    tables = db.schema.metadata.tables
    assert not {"person_id", "account_id", "appeal_id"} & set(tables["unit_window"].c.keys())
    words = ("candidate", "nominee", "selection", "shortlist")
    columns = [f"{name}.{column}" for name, t in tables.items() for column in t.c]
    assert not [column for column in columns for word in words if word in column]


def test_product_3_17_the_case_library_holds_nothing_that_names_its_source(gate: Gates) -> None:
    tolerance.a_list(gate)
    source = tolerance.to_communicated(gate, person_name="王䶮")
    with pytest.raises(RefusedError, match="source_identifier"):
        examples.an_example(gate, source, facts="王 䶮为稳定队伍先行试行补贴。")
    example = examples.published(gate, source)
    seen = tolerance.card(gate, tolerance.EXAMPLE, example, "discipline")
    told_all = " ".join(str(v) for v in (*seen.row.values.values(), *seen.row.texts.values()))
    number = tolerance.row(gate, tolerance.CASE, source).number
    assert not [secret for secret in ("王䶮", number, "泽容认", "人社局") if secret in told_all]
    assert seen.row.values["edition"]


def test_product_3_18_a_pattern_names_its_rule_and_is_dismissed_with_a_reason(
    gate: Gates,
) -> None:
    who = person(gate)
    for _ in range(3):
        register(gate, who)
    (note,) = notes(gate)
    assert (note.rule, note.threshold, note.months) == ("third_appeal", 3, 12)
    assert notes(gate, "clerk") == ()
    with pytest.raises(ZhengmingError, match="missing_reason"):
        gate("manager").write(DismissNote(note.key, " "))
    gate("manager").write(DismissNote(note.key, "三件事项不同，均已在办"))
    assert notes(gate) == ()
    appeal_id = to_accepted(gate)
    bounce(gate, appeal_id, "hr", "petition", "organization")
    assert [one.rule for one in notes(gate)] == ["bounces"]
    assert talks(gate("manager")) == 0, "a pattern never makes a talk by itself"


def test_product_3_19_a_filing_after_the_act_is_no_prior_filing_and_the_chain_says_when(
    center: Center, gate: Gates
) -> None:
    tolerance.a_list(gate)
    before = tolerance.a_filing(gate)
    center.clock.advance(days=14)
    after = tolerance.a_filing(gate, happened_on=DAY, backdated="补录")
    later = {"known_on": date(2026, 3, 12), "acted_on": date(2026, 3, 10)}
    for filing, order in ((before, "before"), (after, "after")):
        case_id = tolerance.applied(gate, filing_id=filing, **later)
        assert tolerance.row(gate, tolerance.CASE, case_id).values["filing_order"] == order
    sealed = tolerance.row(gate, tolerance.FILING, after).values["sealed_at"]
    assert sealed.startswith("2026-03-16")


def test_product_3_20_a_fast_case_has_its_own_due_rule_and_its_own_figure(
    center: Center, gate: Gates
) -> None:
    hurried = accepted(gate)
    gate("clerk").write(SetFastTrack(hurried, "repeated"))
    assert clocks_of(gate, hurried)[RULE, "default"] == date(2026, 3, 23)
    assert ("internal_completion", "default") in clocks_of(gate, hurried)
    answer(center, gate, hurried, date(2026, 3, 24))
    month = told(gate)
    assert (month["fast_handled_count"], month["fast_timely_count"]) == (1, 0)
    assert (month["handled_count"], month["overdue_count"]) == (1, 0)


def test_product_3_21_what_follows_is_a_letter_with_receipt_and_no_list_of_people(
    gate: Gates,
) -> None:
    course_id = determined(gate, referred(gate))
    with pytest.raises(RefusedError, match="missing_letter_number"):
        course(gate, course_id, "hand_on", body="police")
    course(gate, course_id, "hand_on", body="police", letter_number="泽纪移〔2026〕1号")
    result = {"result_kinds": ["public_order"], "receipt_number": "收3"}
    course(gate, course_id, "record_result", **result)
    values = gate("discipline").read(lambda r: entry_card(r, COURSE, course_id)).row.values
    assert (values["letter_number"], values["receipt_number"]) == ("泽纪移〔2026〕1号", "收3")
    assert "person_id" not in values
    assert "credit" not in {code.value for code in code_lists.codes("competent_body")}
    assert not [t for t in db.schema.metadata.tables if "blacklist" in t or "credit" in t]


def test_product_3_22_persons_and_cases_of_a_year_are_counted_apart(gate: Gates) -> None:
    tolerance.a_list(gate)
    who = gate("clerk").write(CreatePerson(name="李𬭎")).value
    for number in (1, 2, 3):
        case_id = tolerance.to_consulting(gate, person_id=who, person_name="")
        tolerance.signed(gate, tolerance.proposed(gate, case_id), f"泽容认〔2026〕{number}号")
    year = gate("manager").read(partial(monthly, month=MONTH)).year_to_date
    names = ("tolerance_exempted_person_count", "tolerance_exempted_count")
    assert [year[name] for name in names] == [1, 3]
