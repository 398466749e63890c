"""The corrections of OFFICE §1, by number: what each of them promises, in one short proof."""

import ast
import random
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget
from sqlalchemy import String, Text

import db
import db.schema
from db.accusation.book import ENVELOPES
from db.accusation.workflow import COURSE, REFERRAL
from db.appeals.answering import (
    DeliverReply,
    PlanFollowUp,
    ProposeClose,
    RecordDelivery,
    ReportBack,
)
from db.appeals.handling import DraftReply
from db.appeals.intake import ConfirmOnTheSpot, Register, SettleOnTheSpot
from db.appeals.lights import lights_by_unit
from db.appeals.queries import card, waiting_approvals
from db.appeals.routing import Object, ProposeAssign, SignIn, Target
from db.appeals.screening import AwaitSupplement, ProposeRedirect, SendToScreening, Withdraw
from db.appeals.wording import reporter_guesses
from db.approvals.deciding import ConfirmDecision, ConfirmEvent, Decide, RecordDecision
from db.archive.asking import missing_of
from db.archive.queries import series_check
from db.books.commands import Open, Take
from db.books.queries import book_heads, entry_card
from db.care.queries import suggestions
from db.clarification.queries import applicant_view
from db.clarification.tables import Finding
from db.clarification.telling import receipt
from db.codes.code_lists import state_label
from db.core.books import FieldKind
from db.core.clock import instant
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tx import Behalf
from db.documents.encoding import encode
from db.documents.filling import fill, ready_papers
from db.documents.making import IssuePaper, VoidPaper, documents
from db.documents.outgoing import check_text
from db.documents.papers import FeedbackSheet, Office, ReplyOpinion
from db.office.desk import Consult
from db.office.units import AddUnit, UnitFields
from db.people.commands import CreatePerson
from db.people.queries import person_card
from db.registers.copies import copies, copy_paper
from db.shelves import SHELVES
from db.statistics.asking import report
from db.statistics.balance import check_balance
from db.statistics.closing import CloseMonth, closed_month
from db.statistics.queries import month_json, monthly
from db.statistics.reporting import Version
from desktop.appeals.intake_page import IntakePage
from desktop.theme import Look, Theme
from desktop.widgets.buttons import Button
from tests.accusation.test_nobody_is_listed import REPORTER
from tests.accusation.test_referrals import OTHERS, a_clue, course, opened, referred
from tests.accusation.test_referrals import WORDS as OWN_WORDS
from tests.appeals.test_flow import assign, hand_over, intake, show, to_accepted
from tests.appeals.test_more_moves import to_answered
from tests.appeals.test_wording import INNOCENT, MARKED
from tests.attention.test_notes import notes, person, register
from tests.clarification import test_clarification as clearing
from tests.codes.test_remedies import EXPECTED, MATTERS, PERSONS, ask
from tests.conftest import Center
from tests.desktop.clarification.desk import Desk
from tests.documents.test_letters import BY_KIND
from tests.documents.test_outgoing import GIVEN, SPELLINGS, SURNAMES
from tests.flows.conftest import Sit
from tests.supervision.test_supervision import BOOK as URGING
from tests.supervision.test_supervision import REQUEST, handed
from tests.supervision.test_supervision import told as urging

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)
MONTH = "2026-03"
APPEAL = "ordinary_appeal"
CASE = "clarification"


def test_office_1_01_the_check_answers_alike_whoever_reported_and_keeps_no_fingerprint(
    gate: Gates,
) -> None:
    from db.documents.outward import entry_white_list

    own = a_clue(gate)
    shelf = SHELVES[REFERRAL.name]

    def allowed(read: Any) -> Any:
        return entry_white_list(read, shelf, read.session.get_one(shelf.table, own))

    rng = random.Random(1)
    names = [rng.choice(SURNAMES[:60]) + "".join(rng.sample(GIVEN, 2)) for _ in range(1000)]
    before = gate("clerk").read(allowed)
    a_clue(gate, person_name=names[0])
    after = gate("clerk").read(allowed)
    assert after == before
    for listed in (before, after):
        shapes = {
            tuple(
                (mark.start, mark.end, mark.kind) for mark in check_text(f"请与{n}联系。", listed)
            )
            for n in names[:100]
        }
        assert len(shapes) == 1
    for spell in SPELLINGS.values():
        assert check_text(f"经核实，{spell('卢敏杰')}参与了该项工作。", before)
    tables = db.schema.metadata.tables
    columns = [*tables, *(f"{t}.{c.name}" for t, table in tables.items() for c in table.c)]
    assert not [c for c in columns if REPORTER.search(c) or "fingerprint" in c]


def test_office_1_02_the_applicant_reads_the_same_bytes_whatever_runs(gate: Gates) -> None:
    from db.clarification.assessing import Assess, FindingEntry, NotClear, RecordFinding

    nothing, running, excluded = (
        clearing.applied(gate),
        clearing.referred(gate),
        clearing.referred(gate),
    )
    organ = gate("discipline")
    organ.write(RecordFinding(excluded, FindingEntry("cannot_exclude", "函1", DAY)))
    organ.write(Assess(excluded, False, not_clear_reason="cannot_exclude"))
    gate("discipline_leader").write(Decide(organ.write(NotClear(excluded)).value, "agreed"))
    states = [clearing.state(gate("clerk"), one) for one in (nothing, running, excluded)]
    assert states == ["applied", "waiting_conclusion", "not_cleared"]
    told = set()
    for case_id in (nothing, running, excluded):
        number = clearing.show(gate("clerk"), case_id).row.number
        view = gate("clerk").read(partial(applicant_view, number=number, phone_last4="0001"))
        assert view == receipt(number, DAY)
        told.add(repr(view).replace(number, "").encode())
    assert len(told) == 1


def test_office_1_03_no_talk_comes_from_reports_and_a_person_page_shows_appeals_alone(
    gate: Gates,
) -> None:
    who = gate("clerk").write(CreatePerson(name="江澄")).value
    for room in ("accusation", "inquiries", "impact"):
        for file in (Path(db.__file__).parent / room).glob("*.py"):
            source = file.read_text(encoding="utf-8")
            imported = {
                node.module or ""
                for node in ast.walk(ast.parse(source))
                if isinstance(node, ast.ImportFrom)
            }
            assert not [name for name in imported if name.startswith("db.care")], file
    gate("clerk").write(Register(intake(person_id=who)))
    a_clue(gate, person_id=who)
    assert gate("manager").read(suggestions) == ()
    page = gate("clerk").read(partial(person_card, person_id=who))
    assert {row.id for row in page.appeals} == {1}
    with pytest.raises(NotAllowedError, match="purpose_refused"):
        gate("manager").read(partial(card, appeal_id=1, purpose="appointment"))


def test_office_1_04_no_table_ties_a_person_to_a_selection() -> None:
    tables = db.schema.metadata.tables
    people = {"person_id", "person_name", "account_id", "case_id", "appeal_id"}
    assert not people & set(tables["unit_window"].c.keys())
    haste = tables["fast_track"].c
    typed = [c for c in haste if isinstance(c.type, String | Text) and c.name != "set_by_name"]
    assert all((c.type.length or 10_000) <= 40 for c in typed)
    pointed = [
        name
        for name, t in tables.items()
        for key in t.foreign_keys
        if key.column.table.name == "unit_window"
    ]
    assert pointed == []


def test_office_1_05_who_is_not_the_contact_makes_sees_and_counts_three_states(
    gate: Gates,
) -> None:
    entry_id = referred(gate)
    course_id = opened(gate, entry_id)
    for login in OTHERS:
        if login == "sysadmin":
            continue
        with pytest.raises(NotAllowedError):
            gate(login).write(Take(COURSE.name, course_id, COURSE.moves[1].name, {}))
        assert gate(login).read(lambda r: book_heads(r, (COURSE.name,))) == (), login
    course(gate, course_id, "record_mistaken", answer_number="泽纪函〔2026〕9号")
    shown = gate("manager").read(lambda r: entry_card(r, REFERRAL.name, entry_id))
    assert (shown.row.state, shown.children) == ("answered", {})
    pills = [state_label(REFERRAL.name, s).pill_zh for s in ("suspected", "referred", "answered")]
    assert pills == ["待移送", "已移送", "已函复"]
    assert shown.row.values["own_words"] == OWN_WORDS, "passed on unjudged"


def test_office_1_06_fifty_guesses_are_marked_and_two_hundred_sentences_are_not(
    gate: Gates,
) -> None:
    assert (len(set(MARKED)) >= 50, len(set(INNOCENT)) >= 200) == (True, True)
    assert [sentence for sentence in MARKED if not reporter_guesses(sentence)] == []
    assert [sentence for sentence in INNOCENT if reporter_guesses(sentence)] == []
    with pytest.raises(RefusedError, match="guess_of_reporter"):
        gate("clerk").write(Register(intake(facts=MARKED[0])))


def test_office_1_07_an_envelope_has_no_text_longer_than_an_offices_name(gate: Gates) -> None:
    assert not [f for f in ENVELOPES.fields if f.kind in (FieldKind.LINE, FieldKind.AREA)]
    values = {
        "office": "discipline",
        "pieces": 1,
        "origin": "visit",
        "same_day": True,
        "happened_on": DAY,
    }
    made = gate("clerk").write(Open("envelope", "receive", values)).value.entry_id
    row = gate("clerk").read(lambda r: entry_card(r, "envelope", made)).row
    assert row.due_on == DAY
    table = SHELVES["envelope"].table.__table__
    own = [c for c in table.c if c.name in {f.name for f in ENVELOPES.fields}]
    assert all((c.type.length or 99) <= 40 for c in own if isinstance(c.type, String | Text))


def test_office_1_08_a_finding_is_four_things_and_one_sentence_of_two_hundred_characters(
    gate: Gates,
) -> None:
    columns = {c.key: c for c in Finding.__table__.columns}
    kept = {"category", "organ", "letter_number", "issued_on", "sayable"}
    assert set(columns) == kept | {"id", "version"}
    organ, case_id = gate("discipline"), clearing.referred(gate)
    too_long = clearing.FindingEntry("untrue", "函1", DAY, "属" * 201)
    clearing.refused(organ, clearing.RecordFinding(case_id, too_long), "sayable_too_long")
    just = clearing.FindingEntry("untrue", "函1", DAY, "属" * 200)
    organ.write(clearing.RecordFinding(case_id, just))
    for change in (f"sayable = '{'属' * 201}'", "category = 'false_accusation'"):
        with pytest.raises(Exception, match="CHECK constraint"):
            organ.write(clearing.Raw(f"UPDATE finding SET {change}"))


def test_office_1_09_only_the_petition_procedure_speaks_of_a_review(gate: Gates) -> None:
    for procedure in ("internal", "suggestion", "petition"):
        appeal_id = to_answered(gate, procedure)
        kinds = gate("clerk").read(partial(ready_papers, appeal_id=appeal_id))
        papers = {
            kind: str(encode(gate("clerk").read(partial(fill, kind=kind, appeal_id=appeal_id))))
            for kind in kinds
        }
        assert ("reply_opinion" in papers) == (procedure == "petition")
        if procedure != "petition":
            assert not [kind for kind, words in papers.items() if "复查" in words]
    for kind, paper in BY_KIND.items():
        if kind != "reply_opinion":
            assert "复查" not in str(encode(paper)), kind
    for issuer in ("云陵区干部诉求联合受理中心", "中共云陵区委组织部（干部诉求联合受理中心）"):
        with pytest.raises(RefusedError, match="reply_opinion_issuer"):
            ReplyOpinion(office=Office(center_name="云陵区干部诉求联合受理中心"), issuer=issuer)
    with pytest.raises(RefusedError, match="feedback_mentions_review"):
        FeedbackSheet(result="不服可以请求复查")


def test_office_1_10_twelve_kinds_of_people_and_eight_matters_give_body_and_last_day() -> None:
    assert (len(PERSONS), len(MATTERS)) == (12, 8)
    for kind in PERSONS:
        for matter in MATTERS:
            found = ask(kind, matter)
            told = ", ".join(
                path.body.key + (f" {path.last_day:%m-%d}" if path.last_day else "")
                for path in found.paths
            )
            assert told == EXPECTED[kind][matter].replace(" any", ""), (kind, matter)
            assert found.is_in_scope == (kind != "vertical")


def test_office_1_11_a_redirected_matter_keeps_its_ways_and_is_never_counted_as_solved(
    gate: Gates,
) -> None:
    appeal_id = to_accepted(gate)
    way = ProposeRedirect(appeal_id, "hr_appeal", "县委组织部", date(2026, 4, 1), "应先申请复核")
    gate("manager").write(Decide(gate("clerk").write(way).value, "agreed"))
    found = show(gate("clerk"), appeal_id)
    assert (found.row.pill, found.redirect_last_day) == ("redirected", date(2026, 4, 1))
    month = gate("manager").read(partial(monthly, month=MONTH)).current
    assert (month["handled_count"], month["other_exit_count"]) == (0, 1)
    party = ask("civil_servant", "party_punishment").paths[0]
    assert (party.body.key, party.last_day, party.in_time) == ("party_organ", None, True)
    measure = ask("civil_servant", "organization_measure").paths[0]
    assert measure.last_day is None, "no source gives its length: blank"


def test_office_1_12_the_discipline_organ_has_no_light_no_date_and_is_asked_kindly(
    center: Center, gate: Gates
) -> None:
    appeal_id = handed(gate, "discipline")
    handed(gate, "hr")
    desk = gate("clerk")
    with pytest.raises(RefusedError, match="unit_is_invited"):
        desk.write(Open(URGING, "urge", urging(desk, appeal_id, "discipline")))
    invited = desk.write(Open(REQUEST, "invite", urging(desk, appeal_id, "discipline"))).value
    center.clock.advance(days=100)
    asked = desk.read(lambda r: entry_card(r, REQUEST, invited.entry_id))
    assert (asked.row.due_on, asked.clocks) == (None, ())
    lights = {row.unit: row for row in gate("manager").read(lights_by_unit)}
    assert (lights["纪委监委"].open, lights["纪委监委"].bad) == (1, None)
    assert lights["人社局"].bad == 1
    made = gate("manager").read(partial(report, month="2026-05", version=Version.FULL))
    table = made.report.table("unit")
    titles = [column.title for column in table.columns]
    row = next(r for r in table.rows if r.cells[1].text == "纪委监委")
    for title in ("其中超期", "平均办理天数"):
        assert row.cells[titles.index(title)].text == "—"
    assert row.cells[titles.index("期末在办")].text == "1"
    assert row.cells[titles.index("备注")].text == "只列转入、函复"


def test_office_1_14_an_appeal_is_a_note_to_the_manager_and_never_a_sign_of_misconduct(
    gate: Gates,
) -> None:
    who = person(gate)
    for _ in range(3):
        register(gate, who)
    assert len(notes(gate)) == 1
    assert [login for login in ("clerk", "hr", "organization") if notes(gate, login)] == []
    assert gate("manager").read(suggestions) == ()
    root = Path(db.__file__).parents[1] / "resources"
    texts = [root / "codes" / "states.toml", *root.glob("codes/lists_*"), *root.glob("i18n/zh/*")]
    assert [file.name for file in texts if "苗头" in file.read_text(encoding="utf-8")] == []


def test_office_1_15_received_and_answered_foot_in_every_table(gate: Gates) -> None:
    answered, withdrawn = to_answered(gate), to_accepted(gate)
    gate("clerk").write(Withdraw(withdrawn, "本人意愿", is_signed=True))
    waiting = to_accepted(gate)
    assign(gate, waiting, "petition")
    gate("clerk").write(Register(intake()))
    redirected = gate("clerk").write(Register(intake(category="personnel_decision"))).value
    gate("clerk").write(SendToScreening(redirected.appeal_id, "拟引导"))
    way = ProposeRedirect(redirected.appeal_id, "hr_review", "县委组织部", date(2026, 4, 1))
    gate("manager").write(Decide(gate("clerk").write(way).value, "agreed"))
    gate("clerk").write(Consult("treatment", "咨询退休手续", "已解释", 2))
    told = gate("manager").read(partial(monthly, month=MONTH))
    assert check_balance(told) == []
    month = told.current
    assert month["received_count"] == 5
    parts = ("accepted_count", "redirected_count", "not_accepted_count", "merged_count")
    assert sum(month[name] for name in parts) + month["screening_count"] == 5
    assert (month["opening_count"], month["accepted_count"]) == (0, 3)
    assert month["handled_count"] == 2 == 3 - month["open_count"]
    outcomes = ("handled_supported_count", "handled_withdrawn_count")
    assert [month[name] for name in outcomes] == [1, 1]
    assert month["consultation_person_times"] == 2, "apart from the matters"
    stock = sum(u["open_count"] for u in month.by_unit)
    assert stock == month["open_count"] == 1
    assert answered


def test_office_1_16_on_time_is_measured_where_the_answer_was_issued(
    center: Center, gate: Gates
) -> None:
    appeal_id = to_answered(gate)
    center.clock.set(instant(date(2026, 6, 10), 9))
    gate("clerk").write(RecordDelivery(appeal_id, date(2026, 6, 10), signer="王䶮"))
    gate("clerk").write(PlanFollowUp(appeal_id))
    closing = gate("clerk").write(ProposeClose(appeal_id, "satisfied", "satisfied")).value
    gate("manager").write(Decide(closing, "agreed"))
    march, june = (
        gate("manager").read(partial(monthly, month=month)).current
        for month in ("2026-03", "2026-06")
    )
    assert (march["handled_count"], march["closed_count"]) == (1, 0)
    assert (march["timely_handled_count"], march["overdue_count"]) == (1, 0)
    assert (june["handled_count"], june["closed_count"]) == (0, 1)


def test_office_1_17_coverage_is_what_was_done_of_what_should_be_cleared(gate: Gates) -> None:
    clearing.carried_out(gate)
    kept = clearing.asked(gate)
    gate("discipline").write(clearing.KeepPrivate(kept, True, True))
    clearing.asked(gate)
    month = month_json(gate("manager").read(partial(monthly, month=MONTH)))
    assert (month["should_clear_count"], month["cleared_case_count"]) == (3, 1)
    assert month["clearing_rate"] == pytest.approx(2 / 3)
    assert (month["finding_received_count"], month["assessed_count"]) == (3, 3)


def test_office_1_18_the_leaders_report_is_full_the_circular_hides_and_the_public_one_sums(
    gate: Gates,
) -> None:
    for unit in ("hr", "hr", "petition"):
        assign(gate, to_accepted(gate), unit)
    made = {
        version: gate("manager").read(partial(report, month=MONTH, version=version)).report
        for version in (Version.FULL, Version.CIRCULAR, Version.PUBLIC)
    }
    assert "＊" not in made[Version.FULL].text.text
    assert "王　䶮" in [c.text for r in made[Version.FULL].table("items").rows for c in r.cells]
    assert "items" not in {table.key for table in made[Version.CIRCULAR].tables}
    hidden = [c.text for r in made[Version.CIRCULAR].table("unit").rows for c in r.cells]
    assert "＊" in hidden
    assert [table.key for table in made[Version.PUBLIC].tables] == ["summary"]
    for version in made.values():
        titles = [c.title for table in version.tables for c in table.columns]
        firsts = [row.cells[0].text for table in version.tables for row in table.rows]
        assert not [word for word in (*titles, *firsts) if "诬告" in word], "only in the yearly"


def test_office_1_19_the_head_of_the_chain_stands_on_the_closing_slip_alone(
    center: Center, gate: Gates
) -> None:
    to_answered(gate)
    center.clock.set(instant(date(2026, 4, 1), 9))
    gate("manager").write(CloseMonth(MONTH, "部长"))
    head = gate("manager").read(partial(closed_month, month=MONTH)).chain_head
    assert len(head) >= 32
    for version in (Version.FULL, Version.CIRCULAR, Version.PUBLIC):
        made = gate("manager").read(partial(report, month=MONTH, version=version))
        assert head not in repr(made.report), version
    kept = gate("manager").read(partial(report, month=MONTH, version=Version.ARCHIVE))
    assert head in repr(kept.report.table("closing"))


def test_office_1_20_withdrawing_needs_a_signature_no_approval_and_has_its_figure(
    gate: Gates,
) -> None:
    appeal_id = to_accepted(gate)
    with pytest.raises(RefusedError, match="missing_signature"):
        gate("clerk").write(Withdraw(appeal_id, "本人意愿", is_signed=False))
    gate("clerk").write(Withdraw(appeal_id, "本人意愿", is_signed=True))
    assert gate("manager").read(waiting_approvals) == ()
    month = gate("manager").read(partial(monthly, month=MONTH)).current
    assert (month["handled_withdrawn_count"], month["substantive_handled_count"]) == (1, 0)


def test_office_1_21_an_appeal_runs_by_paper_with_clerk_and_manager_alone(gate: Gates) -> None:
    clerk, manager = gate("clerk"), gate("manager")
    paper = Behalf("何俊贤", "人事科科长", "泽人社函〔2026〕3号", DAY)
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    clerk.write(Object(hand_over(clerk, appeal_id), "不属本单位职责", "信访局", behalf=paper))
    assign(gate, appeal_id, "petition")
    signer = Behalf("罗瑾", "接访科科长", "泽信函〔2026〕2号", DAY)
    row = hand_over(clerk, appeal_id)
    clerk.write(SignIn(row, "接访科", behalf=signer))
    draft = clerk.write(DraftReply(row, "经核实，予以支持。", "supported", behalf=signer)).value
    clerk.write(RecordDecision(draft, "agreed", "汤以宁", "副局长", DAY, "泽信批〔2026〕1号"))
    with pytest.raises(RefusedError, match="self_confirmation"):
        clerk.write(ConfirmDecision(draft))
    manager.write(ConfirmDecision(draft))
    clerk.write(DeliverReply(appeal_id, DAY, DAY, signer="王䶮"))
    clerk.write(PlanFollowUp(appeal_id))
    for event in show(clerk, appeal_id).events:
        if event.needs_confirmation:
            manager.write(ConfirmEvent(event.id))
    closing = clerk.write(ProposeClose(appeal_id, "satisfied", "satisfied")).value
    manager.write(Decide(closing, "agreed"))
    found = show(manager, appeal_id)
    assert found.row.pill == "closed"
    told = {e.act: (e.behalf_of, e.behalf_number, e.confirmed_by) for e in found.events}
    assert told["object"] == ("何俊贤", "泽人社函〔2026〕3号", "周敏")
    assert told["sign_in"] == ("罗瑾", "泽信函〔2026〕2号", "周敏")
    assert told["draft_reply"][0] == "罗瑾"
    assert told["agreed_reply"] == ("汤以宁", "泽信批〔2026〕1号", "周敏")


def test_office_1_22_any_unit_may_lead_by_paper(gate: Gates) -> None:
    town = gate("secadmin").write(AddUnit(UnitFields("云塘镇人民政府", "云塘镇", "township"))).value
    section = UnitFields("党政办公室", "党政办", "section", parent_id=town)
    gate("secadmin").write(AddUnit(section))
    clerk, appeal_id = gate("clerk"), to_accepted(gate)
    asked = clerk.write(ProposeAssign(appeal_id, (Target(town, "lead"),), "请办理")).value
    gate("manager").write(Decide(asked, "agreed"))
    paper = Behalf("史文远", "镇长", "云政函〔2026〕3号", DAY)
    row = hand_over(clerk, appeal_id)
    clerk.write(SignIn(row, "党政办", behalf=paper))
    assert clerk.write(DraftReply(row, "已补发。", "supported", behalf=paper)).value
    assert show(clerk, appeal_id).row.lead_unit == "云塘镇"


def test_office_1_23_what_is_answered_across_the_desk_is_one_form_and_one_confirmation(
    gate: Gates,
) -> None:
    made = [
        gate("clerk")
        .write(SettleOnTheSpot(intake(), "已当面解释政策。", "explained", "本人口头确认"))
        .value.appeal_id
        for _ in range(2)
    ]
    assert [show(gate("clerk"), one).row.state for one in made] == ["replied", "replied"]
    gate("clerk").write(Consult("treatment", "咨询退休手续", "已解释", 1))
    gate("manager").write(ConfirmOnTheSpot(tuple(made)))
    assert {show(gate("clerk"), one).row.pill for one in made} == {"closed"}
    late = gate("clerk").write(Register(intake())).value.appeal_id
    gate("clerk").write(SendToScreening(late, "材料不全"))
    gate("clerk").write(AwaitSupplement(late, "身份证明复印件"))
    assert show(gate("clerk"), late).row.pill == "awaiting_supplement"
    month = gate("manager").read(partial(monthly, month=MONTH)).current
    assert (month["on_the_spot_count"], month["consultation_person_times"]) == (2, 1)


def test_office_1_24_what_a_leader_wrote_on_is_reported_back_before_it_is_closed(
    gate: Gates,
) -> None:
    appeal_id, clerk = to_answered(gate), gate("clerk")
    note = {
        "subject": "关于补贴的诉求",
        "leader": "史文远",
        "leader_post": "区委副书记",
        "noted_on": DAY,
        "wording": "请阅处。",
        "kind": "handle",
        "appeal_id": show(clerk, appeal_id).row.number,
    }
    clerk.write(Open("leader_note", "enter", note))
    clerk.write(RecordDelivery(appeal_id, DAY, signer="王䶮"))
    clerk.write(PlanFollowUp(appeal_id))
    close = ProposeClose(appeal_id, "satisfied", "satisfied")
    with pytest.raises(RefusedError, match="missing_reported_back"):
        clerk.write(close)
    clerk.write(ReportBack(appeal_id, "区委办公室", "泽诉报〔2026〕1号"))
    gate("manager").write(Decide(clerk.write(close).value, "agreed"))
    assert show(clerk, appeal_id).row.pill == "closed"


def test_office_1_25_a_list_for_the_leader_takes_three_clicks_and_one_approver(
    sit: Sit, center: Center
) -> None:
    assign(center.gate, to_accepted(center.gate), "hr")
    clerk = sit("clerk")
    page = clerk.page("leader_lists")  # 1: the page
    clicked = page.findChildren(QRadioButton)[5]
    QTest.mouseClick(clicked, Qt.MouseButton.LeftButton)  # 2: the list
    clerk.settle()
    assert page._wish.name == "week"
    QTest.mouseClick(page.findChild(Button, "ask"), Qt.MouseButton.LeftButton)  # 3: print
    clerk.dialog()
    assert clerk.submit() == "", "who gets it and how many are proposed already"
    (row,) = center.gate("clerk").read(copies)
    assert (row.state, row.may_decide) == ("asked", False)
    (row,) = center.gate("manager").read(copies)
    assert row.approval_id is not None
    center.gate("manager").write(Decide(row.approval_id, "agreed"))
    kept = center.gate("clerk").read(lambda r: copy_paper(r, row.id))
    assert "王䶮" in str(kept), "names are shown to him"
    assert "截至3月2日9时" in str(kept)


def test_office_1_28_gaps_are_named_and_numbers_run_on_with_their_voids_explained(
    gate: Gates,
) -> None:
    clerk = gate("clerk")
    for _ in range(3):
        appeal_id = to_accepted(gate)
        clerk.write(IssuePaper("acceptance_notice", APPEAL, appeal_id))
    paper = clerk.read(partial(documents, track=APPEAL, case_id=appeal_id))[0]
    clerk.write(VoidPaper(paper.id, "打印错误，重新印制"))
    rows = {row.series: row for row in clerk.read(lambda r: series_check(r, (2026,)))}
    assert (rows["appeal"].count, rows["appeal"].gaps) == (3, ())
    assert [void.reason for void in rows["notice"].voids] == ["打印错误，重新印制"]
    assert rows["notice"].gaps == ()
    left = clerk.write(Register(intake(channel="window"))).value.appeal_id
    clerk.write(Withdraw(left, "本人意愿", is_signed=True))
    needs = {(need.paper, need.what) for need in clerk.read(lambda r: missing_of(r, left))}
    assert needs == {("registration_form", "signature"), ("withdrawal", "signature")}


def test_office_1_30_the_input_method_learns_no_name_and_no_text(
    qtbot: Any, qapp: QApplication, center: Center
) -> None:
    clerk = Desk(qtbot, Theme(Look.LIGHT), center, "clerk")
    page = clerk.open(IntakePage(clerk.store, clerk.shell))
    wanted = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
    for name in ("person_name", "facts", "requests"):
        field = page.findChild(QWidget, name)
        assert field.inputMethodHints() & wanted == wanted, name
    qapp.focusChanged.disconnect(page._autosave._on_app_focus_changed)
    clerk.close()
