"""A name is cleared in the window, by keys; and is not, where something is missing."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt

from db.approvals.deciding import Decide
from db.clarification.assessing import (
    Assess,
    FindingEntry,
    RecordFinding,
    RecordPersonOpinion,
    SeekOpinion,
    StartAssessment,
)
from db.clarification.clearing import RecordNewEvidence, SubmitForApproval
from db.clarification.intake import Apply, Propose, Refer
from db.clarification.queries import clarification_card, clarification_ids
from db.clarification.rows import ClarificationFilter
from db.core.errors import RefusedError
from db.documents.release import ReleasePaper
from db.documents.releasing import DraftPaper, clarification_papers, printable
from desktop.clarification.card_page import ClarificationCardPage
from desktop.clarification.papers import CheckDialog
from desktop.messages import sentence
from tests.desktop.clarification.desk import Desk, editor, trouble, words
from tests.desktop.page_kit import Chinese, unit_id

TODAY = date(2026, 3, 2)
FINDING = FindingEntry(
    "untrue", "泽纪函〔2026〕46号", TODAY, "经查，反映王䶮同志在2025年验收中收受礼金的问题不属实。"
)


def show(center, case_id: int, login: str = "clerk"):
    return center.gate(login).read(partial(clarification_card, clarification_id=case_id))


def proposed(center) -> int:
    return (
        center.gate("discipline")
        .write(Propose(FINDING, person_name="王䶮", unit_id=unit_id(center.gate("clerk"), "hr")))
        .value.clarification_id
    )


def asked(center) -> int:
    """Return a case whose person is being asked."""
    case_id, gate = proposed(center), center.gate("discipline")
    gate.write(StartAssessment(case_id))
    gate.write(Assess(case_id, True, "caused", ("reputation",)))
    gate.write(SeekOpinion(case_id))
    return case_id


def pending(center, modes=("written", "meeting")) -> int:
    case_id, gate = asked(center), center.gate("discipline")
    gate.write(RecordPersonOpinion(case_id, "agree"))
    gate.write(SubmitForApproval(case_id, modes, "limited_scope", "局机关干部"))
    return case_id


def approved(center) -> int:
    case_id = pending(center)
    waiting = show(center, case_id).approvals[-1]
    center.gate("discipline_leader").write(Decide(waiting.id, "agreed"))
    return case_id


def sit(desk, login: str, case_id: int) -> Desk:
    made = desk(login)
    made.open(ClarificationCardPage(made.store, made.shell, case_id))
    return made


def test_the_discipline_officer_clears_a_name_at_a_meeting(desk, center):
    case_id = proposed(center)
    officer = sit(desk, "discipline", case_id)
    officer.do("assess_proposed")
    officer.do("assess", effect="caused", effect_kinds=("reputation", "work"))
    officer.do("seek_opinion")
    blocked = officer.move_button("submit_for_approval")
    assert blocked is not None
    assert not blocked.isEnabled()
    assert blocked.toolTip()
    officer.do("record_person_opinion", opinion="agree", text="同意书面和单位会议澄清。")
    dialog = officer.press("submit_for_approval")
    officer.fill(dialog, modes=("meeting",), scope="limited_scope", scope_units="局机关干部会议")
    modes = editor(dialog, "modes")
    # The letter is forced beside the meeting: its tick cannot be taken away.
    officer.qtbot.keyClick(modes.box("written"), Qt.Key.Key_Space)
    assert modes.value() == {"written", "meeting"}
    assert modes.forced() == {"written"}
    assert modes._rule.text() == "Face-to-face, meeting or circular needs a letter as well"
    officer.send(dialog)
    assert show(center, case_id).row.state == "approval_pending"
    assert not officer.has("decide")
    assert "The proposer cannot approve this; send it to another leader" in words(officer.page)

    head = sit(desk, "discipline_leader", case_id)
    head.do("decide", opinion="同意")
    assert show(center, case_id).row.state == "approved"

    officer.page.reload()
    officer.settle()
    officer.do("start_carrying_out")
    officer.do(
        "carry_out",
        modes_done=("written", "meeting"),
        place="局三楼会议室",
        audience_count="42",
        letter_number="泽纪函〔2026〕50号",
        delivery_signer="王䶮",
    )
    clerk = sit(desk, "clerk", case_id)
    clerk.do("arrange_follow_up", way="当面")
    clerk.do("archive", result="good", note="情绪稳定。", filed_on=TODAY)
    row = show(center, case_id).row
    assert (row.state, row.modes) == ("archived", ("meeting", "written"))
    assert "已澄清" in show(center, case_id).applicant_zh


def test_without_a_finding_nothing_can_be_submitted(desk, center):
    clerk = center.gate("clerk")
    case_id = clerk.write(Apply("网上所传不实。", person_name="王䶮")).value.clarification_id
    clerk.write(Refer(case_id, unit_id(clerk, "discipline")))
    officer = sit(desk, "discipline", case_id)
    assert "submit_for_approval" not in officer.moves()
    assert "The written conclusion of the competent organ is not recorded" in words(officer.page)
    with pytest.raises(RefusedError, match="no_finding"):
        center.gate("discipline").write(SubmitForApproval(case_id, ("written",), "public"))
    officer.do(
        "record_finding",
        category="cannot_exclude",
        letter_number="泽纪函〔2026〕7号",
    )
    dialog = officer.press("assess")
    officer.fill(dialog, effect="caused")
    officer.send(dialog)
    assert dialog.isVisible()
    assert trouble(dialog) == sentence(RefusedError("finding_not_clearable"))


def test_the_written_mode_cannot_be_left_out(center):
    case_id = asked(center)
    gate = center.gate("discipline")
    gate.write(RecordPersonOpinion(case_id, "agree"))
    with pytest.raises(RefusedError, match="written_needed"):
        gate.write(SubmitForApproval(case_id, ("meeting",), "limited_scope"))


def test_a_paper_that_bears_the_proposer_as_approver_is_stopped(desk, center):
    case_id = pending(center)
    clerk = sit(desk, "clerk", case_id)
    clerk.click("record_decision")
    dialog = clerk.dialog()
    clerk.fill(
        dialog,
        approver_name="裴知遥",
        approver_post="信访室科员",
        number="泽纪批〔2026〕3号",
    )
    clerk.send(dialog)
    assert dialog.isVisible()
    assert trouble(dialog) == sentence(RefusedError("self_approval"))
    field = editor(dialog, "approver_name").parentWidget()
    assert field.error == sentence(RefusedError("self_approval"))


def test_a_decision_on_paper_is_typed_by_one_and_compared_by_another(desk, center):
    case_id = pending(center)
    clerk = sit(desk, "clerk", case_id)
    clerk.click("record_decision")
    dialog = clerk.dialog()
    clerk.fill(dialog, approver_name="卞明远", approver_post="副书记", number="泽纪批〔2026〕3号")
    clerk.send(dialog)
    assert not clerk.has("confirm_decision")
    other = sit(desk, "clerk2", case_id)
    other.click("confirm_decision")
    dialog = other.dialog()
    other.fill(dialog, fits="yes")
    other.send(dialog)
    card = show(center, case_id)
    assert (card.row.state, card.approval_number) == ("approved", "泽纪批〔2026〕3号")


def test_the_head_of_the_center_never_approves(desk, center):
    case_id = pending(center)
    manager = sit(desk, "manager", case_id)
    assert not manager.has("decide")
    clerk = sit(desk, "clerk", case_id)
    clerk.click("record_decision")
    dialog = clerk.dialog()
    clerk.fill(dialog, approver_name="周敏", approver_post="中心负责人", number="泽受〔2026〕1号")
    clerk.send(dialog)
    if not dialog.isVisible():
        other = sit(desk, "clerk2", case_id)
        other.click("confirm_decision")
        dialog = other.dialog()
        other.fill(dialog, fits="yes")
        other.send(dialog)
    assert trouble(dialog) == sentence(RefusedError("approver_is_manager"))
    assert show(center, case_id).row.state == "approval_pending"


def test_the_desk_records_the_organs_deeds_from_paper(desk, center):
    case_id = proposed(center)
    clerk = sit(desk, "clerk", case_id)
    paper = {
        "behalf_signer": "裴知遥",
        "behalf_post": "信访室科员",
        "behalf_number": "泽纪函〔2026〕8号",
    }
    clerk.do("behalf:assess_proposed", **paper)
    assert show(center, case_id).events[0].needs_confirmation
    other = sit(desk, "clerk2", case_id)
    other.click("confirm_event")
    other.settle()
    assert not show(center, case_id).events[0].needs_confirmation


def test_a_letter_waits_for_a_second_person(desk, center, tmp_path):
    case_id = approved(center)
    officer = sit(desk, "discipline", case_id)
    assert not officer.has("pdf_clarification_letter")
    officer.click("draft_clarification_letter")
    dialog = officer.dialog()
    assert editor(dialog, "period").value() == "2025年"
    assert editor(dialog, "matter").value() == "验收中收受礼金"
    officer.fill(dialog, matter="验收中收受礼金，来信人赵德明称", contact="裴知遥")
    officer.send(dialog)
    officer.settle()
    standing = {p.kind: p for p in officer.page._papers.papers}["clarification_letter"]
    assert standing.draft is not None
    assert {m.text for t in standing.draft.texts for m in t.marks} >= {"赵德明"}
    officer.click("check_clarification_letter")
    check = officer.page.findChildren(CheckDialog)[-1]
    assert not check.deed_button.isVisible()
    check.reject()
    assert not officer.has("pdf_clarification_letter")
    with pytest.raises(RefusedError, match="self_confirmation"):
        center.gate("discipline").write(ReleasePaper(standing.draft.id))

    head = sit(desk, "discipline_leader", case_id)
    assert not head.has("draft_clarification_letter")
    head.click("check_clarification_letter")
    check = head.page.findChildren(CheckDialog)[-1]
    assert editor(check, "matter").extraSelections()
    assert check.deed_button.isVisible()
    head.qtbot.keyClick(check.deed_button, Qt.Key.Key_Space)
    head.settle()
    for how, begin in (("pdf", b"%PDF"), ("docx", b"PK")):
        head.shell.save_to = tmp_path / f"letter.{how}"
        head.click(f"{how}_clarification_letter")
        head.settle()
        assert (tmp_path / f"letter.{how}").read_bytes().startswith(begin)


def test_a_released_paper_falls_with_the_words_it_was_released_for(center):
    case_id = approved(center)
    officer, head = center.gate("discipline"), center.gate("discipline_leader")
    draft = officer.write(DraftPaper("clarification", case_id, "meeting_text", {})).value
    head.write(ReleasePaper(draft))
    paper = officer.read(
        partial(printable, track="clarification", case_id=case_id, kind="meeting_text")
    )
    assert paper.paper.text.startswith(FINDING.sayable)
    officer.write(DraftPaper("clarification", case_id, "meeting_text", {"text": "另一段话。"}))
    with pytest.raises(RefusedError, match="paper_not_released"):
        officer.read(
            partial(printable, track="clarification", case_id=case_id, kind="meeting_text")
        )


def test_new_facts_suspend_every_letter(desk, center):
    case_id = approved(center)
    officer = sit(desk, "discipline", case_id)
    officer.do("start_carrying_out")
    officer.do(
        "carry_out",
        modes_done=("written", "meeting"),
        place="会议室",
        audience_count="12",
        letter_number="泽纪函〔2026〕50号",
        delivery_signer="王䶮",
    )
    center.gate("discipline").write(RecordNewEvidence(case_id, "泽纪函〔2026〕60号"))
    officer.page.reload()
    officer.settle()
    assert officer.page._papers.papers == ()
    assert "The clarification letters are suspended" in words(officer.page)
    officer.do("uphold", letter_number="泽纪函〔2026〕61号")
    assert show(center, case_id).row.state == "archived"


def test_the_organ_that_is_not_timed_wears_no_light(desk, center):
    from desktop.clarification.list_page import ClarificationPage
    from desktop.widgets.signs import Light

    asked(center)
    clerk = desk("clerk")
    page = clerk.open(ClarificationPage(clerk.store, clerk.shell))
    clerk.qtbot.waitUntil(lambda: page._model.row(page._model.index(0, 0)) is not None)
    row = page._model.row(page._model.index(0, 0))
    mark = page._cell("due", row)
    assert (mark.light, mark.words) == (Light.UNTIMED, "—")
    assert clerk.shell.counts["clarification"] == (1, 0)


def test_what_may_be_told_is_one_sentence_whatever_is_found(desk, center):
    clerk, gate = center.gate("clerk"), center.gate("discipline")
    told = set()
    for category in ("", "cannot_exclude", "untrue"):
        case_id = clerk.write(Apply("网上所传不实。", person_name="王䶮")).value.clarification_id
        if category:
            clerk.write(Refer(case_id, unit_id(clerk, "discipline")))
            gate.write(
                RecordFinding(case_id, FindingEntry(category, "泽纪函〔2026〕9号", TODAY, "不实。"))
            )
        seat = sit(desk, "clerk", case_id)
        told.add(show(center, case_id).applicant_en)
        assert show(center, case_id).applicant_en in words(seat.page)
        papers = clerk.read(partial(clarification_papers, clarification_id=case_id))
        assert papers[0].kind == "receipt"
    assert len(told) == 1


def test_the_card_speaks_another_language_at_run_time(desk, center, qapp):
    case_id = pending(center)
    officer = sit(desk, "discipline", case_id)
    chinese = Chinese(qapp)
    qapp.installTranslator(chinese)
    try:
        officer.shell.labels.chinese = True
        officer.page.retranslate()
        officer.settle()
        text = words(officer.page)
        assert "对本人的告知口径" in text
        assert "拟办人不能审批本件，请送其他负责同志。" in text
        assert "采用当面、会议、通报方式澄清的，应当同时书面澄清。" in text
        # What a class inherits is told in the table of its base.
        told = {source for table in chinese.words.values() for source in table}
        ours = ("Clarif", "Case", "Paper")
        own = {(c, s) for c, s in chinese.missing if c.startswith(ours) and s not in told}
        assert own == set()
    finally:
        qapp.removeTranslator(chinese)


def test_lists_by_stage(desk, center):
    from desktop.clarification.list_page import STAGES, ClarificationPage

    pending(center)
    proposed(center)
    clerk = desk("clerk")
    page = clerk.open(ClarificationPage(clerk.store, clerk.shell))
    assert {t.key: t.count for t in page._tabs._tabs} == {
        "open": 2,
        "pass": 1,
        "assess": 0,
        "approve": 1,
        "carry": 0,
        "visit": 0,
        "ended": 0,
        "all": 2,
    }
    page._tabs.choose("approve")
    clerk.settle()
    assert len(page._model.ids) == 1
    covered = {state for states in STAGES.values() for state in states}
    ids = clerk.store.gate.read(partial(clarification_ids, wanted=ClarificationFilter()))
    assert len(ids) == 2
    assert "kept_private" in covered
