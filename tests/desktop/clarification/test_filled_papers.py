"""Papers of clarifications: what they take from the record, and what they never tell."""

from datetime import date
from functools import partial

import pytest

from db.approvals.deciding import Decide
from db.clarification.assessing import (
    Assess,
    FindingEntry,
    RecordFinding,
    RecordPersonOpinion,
    SeekOpinion,
)
from db.clarification.clearing import SubmitForApproval
from db.clarification.intake import Apply, Refer
from db.core.errors import NotAllowedError, RefusedError
from db.documents.encoding import decode, encode
from db.documents.filling_clarification import (
    fill_clarification,
    matter_of,
    ready_clarification_papers,
)
from db.documents.letters import builtin_template, render
from db.documents.papers import Receipt
from desktop.documents.forms import draw
from desktop.documents.printing import pdf_bytes
from tests.desktop.page_kit import unit_id

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("sayable", "period", "matter"),
    [
        (
            "经查，反映王䶮同志在2025年老旧小区改造验收中收受礼金的问题不属实。",
            "2025年",
            "老旧小区改造验收中收受礼金",
        ),
        (
            "反映其2024年6月至2025年3月违规发放补贴的问题不属实。",
            "2024年6月至2025年3月",
            "违规发放补贴",
        ),
        ("经核实，反映王䶮同志为子女录用打招呼的问题不属实。", "", "为子女录用打招呼"),
        ("该同志未参与采购。", "", "该同志未参与采购。"),
    ],
)
def test_period_and_question_come_out_of_the_sentence(sayable, period, matter):
    assert matter_of(sayable, "王䶮") == (period, matter)


def cleared(center, category="untrue", modes=("written", "meeting")) -> int:
    clerk, gate = center.gate("clerk"), center.gate("discipline")
    unit = unit_id(clerk, "hr")
    case_id = clerk.write(Apply("所传不实。", "书面", person_name="王䶮", unit_id=unit))
    case_id = case_id.value.clarification_id
    clerk.write(Refer(case_id, unit_id(clerk, "discipline")))
    gate.write(
        RecordFinding(
            case_id,
            FindingEntry(
                category,
                "泽纪函〔2026〕5号",
                TODAY,
                "经查，反映王䶮同志在2025年验收中收受礼金的问题不属实。",
            ),
        )
    )
    gate.write(Assess(case_id, True, "possible", ("reputation",)))
    gate.write(SeekOpinion(case_id))
    gate.write(RecordPersonOpinion(case_id, "agree"))
    approval = gate.write(SubmitForApproval(case_id, modes, "limited_scope", "局机关干部")).value
    center.gate("discipline_leader").write(Decide(approval, "agreed"))
    return case_id


def fill(center, kind, case_id, login="discipline", **typed):
    return center.gate(login).read(
        partial(fill_clarification, kind=kind, clarification_id=case_id, typed=typed or None)
    )


def test_the_organ_issues_the_letters_never_the_center(center):
    case_id = cleared(center)
    for kind in ("clarification_letter", "clarification_notice", "meeting_text"):
        paper = fill(center, kind, case_id)
        assert "受理中心" not in paper.issuer
        assert paper.issuer
        assert render(builtin_template(kind), paper).docx
        assert pdf_bytes(draw(paper)).startswith(b"%PDF")
        assert decode(kind, encode(paper)) == paper
    letter = fill(center, "clarification_letter", case_id)
    assert (letter.modes, letter.scope) == ("书面澄清、会议澄清", "局机关干部")
    text = fill(center, "meeting_text", case_id).text
    assert len(text) <= 200


def test_a_letter_names_nothing_that_its_drafter_may_not_type(center):
    case_id = cleared(center)
    with pytest.raises(RefusedError, match="field_not_editable"):
        fill(center, "clarification_letter", case_id, issuer="泽川县干部诉求联合受理中心")
    with pytest.raises(RefusedError, match="paper_not_yet"):
        fill(center, "opinion_request", case_id)
    with pytest.raises(RefusedError, match="meeting_text_too_long"):
        fill(center, "meeting_text", case_id, text="澄" * 201)


def test_facts_without_a_violation_are_worded_by_the_organ(center):
    case_id = cleared(center, "no_violation")
    ready = center.gate("discipline").read(
        partial(ready_clarification_papers, clarification_id=case_id)
    )
    assert ready == ("receipt", "meeting_text")


def test_the_receipt_is_the_same_whatever_is_checked(center):
    clerk, gate = center.gate("clerk"), center.gate("discipline")
    pictures = []
    for category in ("", "cannot_exclude", "untrue"):
        case_id = clerk.write(Apply("所传不实。", person_name="王䶮")).value.clarification_id
        if category:
            clerk.write(Refer(case_id, unit_id(clerk, "discipline")))
            gate.write(
                RecordFinding(case_id, FindingEntry(category, "泽纪函〔2026〕9号", TODAY, "不实。"))
            )
        paper = fill(center, "receipt", case_id, "clerk")
        assert isinstance(paper, Receipt)
        kept = encode(paper)
        kept.pop("number")
        pictures.append(kept)
    assert pictures[0] == pictures[1] == pictures[2]


def test_another_department_fills_nothing(center):
    case_id = cleared(center)
    with pytest.raises(NotAllowedError, match="not_found"):
        fill(center, "clarification_letter", case_id, "hr")
