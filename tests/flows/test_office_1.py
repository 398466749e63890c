"""The corrections of OFFICE §1, by number: what each of them promises, in one short proof."""

import ast
import random
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import String, Text

import db
import db.schema
from db.accusation.book import ENVELOPES
from db.accusation.workflow import COURSE, REFERRAL
from db.appeals.intake import Register
from db.appeals.queries import card
from db.appeals.wording import reporter_guesses
from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.books.queries import book_heads, entry_card
from db.care.queries import suggestions
from db.clarification.queries import applicant_view
from db.clarification.tables import Finding
from db.clarification.telling import receipt
from db.codes.code_lists import state_label
from db.core.books import FieldKind
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.documents.encoding import encode
from db.documents.filling import fill, ready_papers
from db.documents.outgoing import check_text
from db.documents.papers import FeedbackSheet, Office, ReplyOpinion
from db.people.commands import CreatePerson
from db.people.queries import person_card
from db.shelves import SHELVES
from tests.accusation.test_nobody_is_listed import REPORTER
from tests.accusation.test_referrals import OTHERS, a_clue, course, opened, referred
from tests.accusation.test_referrals import WORDS as OWN_WORDS
from tests.appeals.test_flow import intake
from tests.appeals.test_more_moves import to_answered
from tests.appeals.test_wording import INNOCENT, MARKED
from tests.clarification import test_clarification as clearing
from tests.codes.test_remedies import EXPECTED, MATTERS, PERSONS, ask
from tests.documents.test_letters import BY_KIND
from tests.documents.test_outgoing import GIVEN, SPELLINGS, SURNAMES

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
