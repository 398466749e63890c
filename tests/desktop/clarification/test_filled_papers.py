"""Papers of clarifications: what they take from the record, and what they never tell."""

import io
from datetime import date
from functools import partial

import pytest
from docx import Document

from db.approvals.deciding import Decide
from db.clarification.assessing import (
    Assess,
    FindingEntry,
    RecordFinding,
    RecordPersonOpinion,
    SeekOpinion,
)
from db.clarification.clearing import (
    RecallLetter,
    RecordCarriedOut,
    RecordNewEvidence,
    StartCarryingOut,
    SubmitForApproval,
)
from db.clarification.intake import Apply, Refer
from db.clarification.queries import clarification_card
from db.codes.code_lists import state_label
from db.core.errors import NotAllowedError, RefusedError
from db.documents.encoding import decode, encode
from db.documents.filling_clarification import (
    fill_clarification,
    matter_of,
    ready_clarification_papers,
)
from db.documents.letters import builtin_template, render
from db.documents.making import paper_of
from db.documents.papers import Receipt
from db.documents.release import ReleasePaper
from db.documents.releasing import DraftPaper, printable
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


UNTRUE = "经查，反映王䶮同志在2025年验收中收受礼金的问题不属实。"


def cleared(center, category="untrue", modes=("written", "meeting"), sayable=UNTRUE) -> int:
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
                sayable,
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


def ready(center, case_id):
    return center.gate("discipline").read(
        partial(ready_clarification_papers, clarification_id=case_id)
    )


def test_facts_without_a_violation_are_worded_by_the_organ_or_not_at_all(center):
    case_id = cleared(center, "no_violation")
    assert ready(center, case_id) == ("receipt", "meeting_text")


def test_facts_without_a_violation_have_their_letter_and_notice_in_the_organs_words(center):
    said = "经查，反映王䶮同志在2025年外出学习的情况存在，但不违反纪律和法律规定。"
    case_id = cleared(center, "no_violation", sayable=said)
    assert ready(center, case_id) == (
        "receipt",
        "clarification_letter",
        "clarification_notice",
        "meeting_text",
    )
    letter = fill(center, "clarification_letter", case_id)
    notice = fill(center, "clarification_notice", case_id)
    assert (letter.period, letter.matter) == ("2025年", "外出学习")
    assert notice.title == "澄清告知书"
    for paper in (letter, notice):
        words = "".join(draw(paper).text().split())
        assert "外出学习的情况存在，但不违反纪律和法律规定" in words
        assert "不属实" not in words
        assert "失实" not in words.replace("失实检举控告澄清工作的意见", "")


def test_a_template_that_says_untrue_by_itself_is_not_used_for_them(center):
    said = "经查，反映王䶮同志在2025年外出学习的情况存在，但不构成违纪违法。"
    case_id = cleared(center, "no_violation", sayable=said)
    letter = fill(center, "clarification_letter", case_id)
    old = builtin_template("clarification_letter")
    document = Document(io.BytesIO(old))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("{{ verdict }}", "的问题不属实")
        if "{{ verdict }}" in paragraph.text:
            first, *rest = paragraph.runs
            first.text = paragraph.text.replace("{{ verdict }}", "的问题不属实")
            for run in rest:
                run.text = ""
    out = io.BytesIO()
    document.save(out)
    with pytest.raises(RefusedError, match="template_field_missing"):
        render(out.getvalue(), letter)
    assert render(out.getvalue(), fill(center, "clarification_letter", cleared(center))).docx


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


def test_a_recalled_letter_stays_marked_and_is_printed_no_more(center):
    """OFFICE §2.3: the center's copy is marked 停止使用, not deleted."""
    case_id = cleared(center, modes=("written",))
    officer, head = center.gate("discipline"), center.gate("discipline_leader")
    officer.write(StartCarryingOut(case_id))
    draft = officer.write(DraftPaper("clarification", case_id, "clarification_letter", {})).value
    head.write(ReleasePaper(draft))
    ask = partial(printable, track="clarification", case_id=case_id, kind="clarification_letter")
    before = officer.read(ask).paper
    officer.write(
        RecordCarriedOut(case_id, ("written",), "泽纪函〔2026〕8号", TODAY, TODAY, "王䶮")
    )
    officer.write(RecordNewEvidence(case_id, "泽纪函〔2026〕20号"))
    shown = officer.read(partial(clarification_card, clarification_id=case_id))
    assert [(p.kind, p.state) for p in shown.papers] == [("clarification_letter", "suspended")]
    assert state_label("document", "suspended").full_zh
    with pytest.raises(RefusedError):
        officer.read(ask)
    assert center.gate("clerk").read(partial(paper_of, document_id=draft)) == before
    officer.write(RecallLetter(case_id, "泽纪函〔2026〕21号"))
    shown = officer.read(partial(clarification_card, clarification_id=case_id))
    assert [p.state for p in shown.papers] == ["suspended"]
