"""The other moves of an appeal, the counter's short paths, files and letters."""

from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import select, text

from db.appeals.answering import (
    DeliverReply,
    PlanFollowUp,
    ProposeClose,
    RecordDelivery,
    RecordReviewOpinion,
    RecordReviewRequest,
    ReportBack,
    Resume,
)
from db.appeals.handling import Annotate, DraftReply, RequestExtension, TellExtension
from db.appeals.intake import Amend, Register
from db.appeals.ledger import ledger_ids
from db.appeals.queries import due_list, to_confirm, waiting_approvals
from db.appeals.routing import (
    GiveOpinion,
    Insist,
    Object,
    ProposeAssign,
    SignIn,
    Target,
    WaiveOpinion,
)
from db.appeals.rows import LedgerFilter
from db.appeals.screening import (
    AwaitSupplement,
    ProposeMerge,
    ProposeMoveOut,
    ProposeRedirect,
    SendToScreening,
    SupplementReceived,
)
from db.appeals.telling import TellApplicant
from db.approvals.deciding import Decide
from db.codes.clocks import reckon_clock
from db.core import trail
from db.core.errors import ConflictError, NotAllowedError, RefusedError
from db.core.tables import Event, TrailDetail, TrailEntry
from db.documents.encoding import decode, encode
from db.documents.filing import Attach, Detach, attachment_content, attachments
from db.documents.filling import APPEAL_PAPERS, fill, ready_papers
from db.documents.making import (
    AskRelease,
    IssuePaper,
    VoidPaper,
    checked,
    documents,
)
from db.documents.release import ReleasePaper
from db.office.desk import Consult, DiscardHeld, Hold, consultations, held_notes
from tests.appeals.test_flow import Gates, assign, hand_over, intake, show, to_accepted, unit_id
from tests.conftest import Center

DAY = date(2026, 3, 2)


def to_answered(gate: Gates, procedure: str = "internal", **changes: object) -> int:
    appeal_id = to_accepted(gate, procedure, **changes)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row))
    approval = gate("hr").write(DraftReply(row, "经核实，予以支持。", "supported")).value
    gate("hr_leader").write(Decide(approval, "agreed"))
    number = "泽人社信〔2026〕1号" if procedure == "petition" else ""
    gate("hr").write(DeliverReply(appeal_id, DAY, reply_number=number))
    return appeal_id


def test_a_supplement_is_asked_for_once(gate: Gates) -> None:
    clerk = gate("clerk")
    made = clerk.write(Register(intake())).value.appeal_id
    clerk.write(SendToScreening(made, "拟补正"))
    clerk.write(AwaitSupplement(made, "任职文件\n工资表"))
    assert show(clerk, made).row.pill == "awaiting_supplement"
    clerk.write(SupplementReceived(made, "已收到两份"))
    with pytest.raises(RefusedError, match="supplement_asked_before"):
        clerk.write(AwaitSupplement(made, "再要一份"))


def test_a_draft_can_be_returned_and_drafted_again(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row))
    with pytest.raises(RefusedError, match="only_petition_has_review"):
        gate("hr").write(DraftReply(row, "如不服可申请复查。", "explained"))
    first = gate("hr").write(DraftReply(row, "初稿", "explained")).value
    gate("hr_leader").write(Decide(first, "returned", "请补充依据"))
    assert show(gate("hr"), appeal_id).row.pill == "in_progress"
    second = gate("hr").write(DraftReply(row, "二稿", "explained")).value
    gate("hr_leader").write(Decide(second, "agreed"))
    assert show(gate("hr"), appeal_id).row.pill == "reply_approved"
    with pytest.raises(RefusedError, match="already_decided"):
        gate("hr_leader").write(Decide(second, "agreed"))


def test_an_answer_waits_for_the_assisting_opinion_or_a_waiver(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr", "organization", "petition")
    rows = {h.unit: h for h in show(gate("manager"), appeal_id).hand_overs}
    gate("hr").write(SignIn(rows["人社局"].id))
    draft = DraftReply(rows["人社局"].id, "答复", "explained")
    with pytest.raises(RefusedError, match="missing_opinions_complete"):
        gate("hr").write(draft)
    gate("organization").write(GiveOpinion(rows["组织部"].id, "同意"))
    with pytest.raises(RefusedError, match="missing_opinions_complete"):
        gate("hr").write(draft)
    gate("manager").write(WaiveOpinion(rows["信访局"].id, "不涉及该单位"))
    approval = gate("hr").write(draft).value
    gate("hr_leader").write(Decide(approval, "agreed"))


def test_the_manager_may_send_an_objected_case_back_to_the_same_unit(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(Object(row, "不属本单位"))
    gate("manager").write(Insist(row, "会商明确由你单位办理"))
    gate("hr").write(SignIn(row))
    assert show(gate("hr"), appeal_id).row.pill == "in_progress"


def test_who_does_not_want_to_be_passed_on_is_not(gate: Gates) -> None:
    appeal_id = to_accepted(gate, transfer_wish="talk_first")
    target = Target(unit_id(gate("clerk"), "hr"))
    with pytest.raises(RefusedError, match="transfer_refused_by_person"):
        gate("clerk").write(ProposeAssign(appeal_id, (target,)))


def test_nothing_is_timed_in_the_hands_of_the_discipline_organ(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "discipline")
    found = show(gate("manager"), appeal_id)
    assert found.row.next_due_on is None
    assert not [c for c in found.clocks if c.stopped_on is None]
    row = hand_over(gate("discipline"), appeal_id)
    gate("discipline").write(Object(row, "不属本机关"))
    assign(gate, appeal_id, "hr")
    assert show(gate("manager"), appeal_id).row.next_due_on is not None


def test_delivery_may_follow_the_issue(gate: Gates, center: Center) -> None:
    appeal_id = to_answered(gate)
    with pytest.raises(RefusedError, match="missing_delivered_on"):
        gate("clerk").write(PlanFollowUp(appeal_id))
    center.clock.advance(days=2)
    with pytest.raises(RefusedError, match="delivered_before_issued"):
        gate("clerk").write(RecordDelivery(appeal_id, DAY - timedelta(days=1)))
    gate("clerk").write(RecordDelivery(appeal_id, date(2026, 3, 4), signer="王䶮"))
    gate("clerk").write(PlanFollowUp(appeal_id))
    gate("clerk").write(Resume(appeal_id, "补贴尚未到账"))
    assert show(gate("hr"), appeal_id).row.pill == "in_progress"


def test_what_was_assigned_from_above_is_reported_back_before_it_is_closed(gate: Gates) -> None:
    appeal_id = to_answered(gate, channel="assigned_above", incoming_unit="县委办公室")
    clerk = gate("clerk")
    clerk.write(RecordDelivery(appeal_id, DAY))
    clerk.write(PlanFollowUp(appeal_id))
    with pytest.raises(RefusedError, match="missing_reported_back"):
        clerk.write(ProposeClose(appeal_id, "satisfied", "satisfied"))
    clerk.write(ReportBack(appeal_id, "县委办公室", "泽诉报〔2026〕1号"))
    approval = clerk.write(ProposeClose(appeal_id, "satisfied", "satisfied")).value
    assert [a.id for a in gate("manager").read(waiting_approvals)] == [approval]
    gate("manager").write(Decide(approval, "agreed"))


def test_review_and_recheck_are_recorded_within_their_windows(gate: Gates, center: Center) -> None:
    appeal_id = to_answered(gate, "petition")
    clerk = gate("clerk")
    clerk.write(RecordDelivery(appeal_id, DAY))
    center.clock.advance(days=10)
    review = clerk.write(RecordReviewRequest(appeal_id, "市人社局")).value
    assert show(clerk, appeal_id).row.pill == "under_review"
    center.clock.advance(days=20)
    day = clerk.read(lambda r: r.today)
    clerk.write(RecordReviewOpinion(review, "泰人社复〔2026〕1号", day, day, "upheld"))
    with pytest.raises(RefusedError, match="review_once"):
        clerk.write(RecordReviewRequest(appeal_id, "市人社局"))
    center.clock.advance(days=20)
    recheck = clerk.write(RecordReviewRequest(appeal_id, "省人社厅", "recheck")).value
    assert show(clerk, appeal_id).row.pill == "under_recheck"
    day = clerk.read(lambda r: r.today)
    clerk.write(RecordReviewOpinion(recheck, "苏人社核〔2026〕1号", day, day, "upheld"))
    assert show(clerk, appeal_id).row.pill == "finalised"


def test_only_the_petition_procedure_has_a_review(gate: Gates) -> None:
    appeal_id = to_answered(gate)
    gate("clerk").write(RecordDelivery(appeal_id, DAY))
    with pytest.raises(RefusedError, match="missing_statutory_procedure"):
        gate("clerk").write(RecordReviewRequest(appeal_id, "市人社局"))


def test_a_review_after_thirty_days_is_refused(gate: Gates, center: Center) -> None:
    appeal_id = to_answered(gate, "petition")
    gate("clerk").write(RecordDelivery(appeal_id, DAY))
    center.clock.advance(days=31)
    with pytest.raises(RefusedError, match="missing_review_window"):
        gate("clerk").write(RecordReviewRequest(appeal_id, "市人社局"))


def test_redirect_and_merge_are_decided_by_the_manager(gate: Gates) -> None:
    clerk, manager = gate("clerk"), gate("manager")
    first = to_accepted(gate)
    made = clerk.write(Register(intake(category="personnel_decision"))).value.appeal_id
    clerk.write(SendToScreening(made, "拟引导"))
    approval = clerk.write(
        ProposeRedirect(made, "hr_review", "县人社局", date(2026, 4, 1), "公务员法第九十五条")
    ).value
    with pytest.raises(RefusedError, match="decision_pending"):
        clerk.write(ProposeRedirect(made, "hr_review", "县人社局"))
    manager.write(Decide(approval, "agreed"))
    found = show(clerk, made)
    assert (found.row.pill, found.redirect_last_day) == ("redirected", date(2026, 4, 1))
    second = clerk.write(Register(intake(duplicate_of_id=first))).value.appeal_id
    clerk.write(SendToScreening(second, "拟并件"))
    merge = clerk.write(ProposeMerge(second, first)).value
    manager.write(Decide(merge, "agreed"))
    assert show(clerk, second).merged_into_id == first
    assert {link.kind for link in show(clerk, second).links} == {"repeated", "merged"}


def test_what_is_moved_out_leaves_a_tombstone_without_content(gate: Gates, center: Center) -> None:
    clerk, manager = gate("clerk"), gate("manager")
    secret = "这段内容不属于本中心"
    made = clerk.write(Register(intake(facts=secret, subject=secret, person_name=secret))).value
    clerk.write(Annotate(made.appeal_id, secret))
    approval = clerk.write(ProposeMoveOut(made.appeal_id, "县纪委监委", "属检举控告")).value
    with pytest.raises(NotAllowedError):
        clerk.write(Decide(approval, "agreed"))
    manager.write(Decide(approval, "agreed"))
    found = show(manager, made.appeal_id)
    assert (found.row.pill, found.facts, found.row.person_name) == ("moved_out", "", "")
    ids = manager.read(partial(ledger_ids, wanted=LedgerFilter(query="不属于本中心")))
    assert len(ids) == 0

    def everything(read: object) -> str:
        session = read.session  # type: ignore[attr-defined]
        parts = [
            *session.scalars(select(TrailDetail.changes)),
            *session.scalars(select(Event.note)),
        ]
        names = session.execute(
            text("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE '%search%'")
        ).scalars()
        parts += [
            str(row)
            for name in list(names)
            for row in session.execute(text(f'SELECT * FROM "{name}"'))
        ]
        return "\n".join(str(p) for p in parts)

    assert secret not in manager.read(everything)
    check = manager.read(lambda r: trail.verify(r.session))
    assert check.broken_at is None


def test_changing_any_entry_of_the_trail_is_found(gate: Gates) -> None:
    to_accepted(gate)

    def broken(statement: str) -> int | None:
        gate_ = gate("manager")
        with gate_._writer.connect() as connection:
            connection.execute(text("DROP TRIGGER IF EXISTS trail_entry_no_update"))
            connection.execute(text("DROP TRIGGER IF EXISTS trail_entry_no_delete"))
            connection.execute(text("DROP TRIGGER IF EXISTS trail_detail_no_update"))
            connection.execute(text(statement))
            from sqlalchemy.orm import Session

            with Session(connection) as session:
                found = trail.verify(session).broken_at
            connection.rollback()
        return found

    last = gate("manager").read(
        lambda r: r.session.scalar(select(TrailEntry.id).order_by(TrailEntry.id.desc()).limit(1))
    )
    assert broken("SELECT 1") is None
    assert broken("UPDATE trail_entry SET actor_name='x' WHERE id = 5") == 5
    assert broken("DELETE FROM trail_entry WHERE id = 5") == 5
    assert broken("UPDATE trail_detail SET changes='{}' WHERE entry_id = 6") == 6
    assert broken(f"UPDATE trail_entry SET hash='0' WHERE id = {last}") == last
    one_later = "UPDATE trail_entry SET id = -id WHERE id = 5"
    assert broken(one_later) is not None


def test_a_correction_shows_both_versions_when_somebody_was_faster(gate: Gates) -> None:
    made = gate("clerk").write(Register(intake())).value.appeal_id
    seen = show(gate("clerk"), made).row.version
    gate("clerk2").write(Amend(made, seen, {"subject": "关于补贴核定问题的诉求"}, "更正标题"))
    with pytest.raises(ConflictError) as raised:
        gate("clerk").write(Amend(made, seen, {"category": "family_difficulty"}, "更正类别"))
    assert raised.value.stored["subject"] == "关于补贴核定问题的诉求"
    now = show(gate("clerk"), made).row.version
    with pytest.raises(RefusedError, match="field_not_editable"):
        gate("clerk").write(Amend(made, now, {"state": "closed"}, "x"))


def test_an_extension_is_told_to_the_person(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row))
    with pytest.raises(RefusedError, match="extension_too_long"):
        gate("hr").write(RequestExtension(row, 31, "久"))
    approval = gate("hr").write(RequestExtension(row, 15, "需会同财政核定")).value
    gate("hr_leader").write(Decide(approval, "agreed"))
    found = show(gate("clerk"), appeal_id)
    gate("clerk").write(TellExtension(found.extensions[0].id, "电话告知本人"))
    clock = next(c for c in found.clocks if c.rule == "internal_completion")
    assert gate("clerk").read(partial(reckon_clock, clock_id=clock.id)).extension_days == 15
    assert "extension_notice" in gate("clerk").read(partial(ready_papers, appeal_id=appeal_id))


def test_the_counter_keeps_its_short_paths(gate: Gates, center: Center) -> None:
    clerk = gate("clerk")
    assert clerk.write(Consult("treatment", "问补贴发放时间", "已答", 2)).value
    assert clerk.read(partial(consultations, first=DAY, last=DAY))[0].person_times == 2
    number = clerk.write(Hold("王䶮", "先接谈", "19000000001")).value
    clerk.write(Hold("赵某", "不再来"))
    first, second = clerk.read(held_notes)
    assert first.number == number
    clerk.write(DiscardHeld(second.id, "本人改日再来"))
    center.clock.advance(days=9)
    made = clerk.write(Register(intake(), held_note_id=first.id)).value
    found = show(clerk, made.appeal_id)
    assert found.row.is_backfilled
    assert found.row.received_on == DAY
    assert clerk.read(held_notes) == ()


def test_files_are_kept_with_their_hash(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    clerk = gate("clerk")
    clerk.write(Attach("ordinary_appeal", appeal_id, "工资表.pdf", b"%PDF-1.4 data"))
    with pytest.raises(RefusedError, match="file_filed_before"):
        clerk.write(Attach("ordinary_appeal", appeal_id, "again.pdf", b"%PDF-1.4 data"))
    with pytest.raises(RefusedError, match="file_empty"):
        clerk.write(Attach("ordinary_appeal", appeal_id, "empty", b""))
    with pytest.raises(NotAllowedError, match="not_found"):
        gate("hr").write(Attach("ordinary_appeal", appeal_id, "x", b"1"))
    rows = clerk.read(partial(attachments, track="ordinary_appeal", case_id=appeal_id))
    assert clerk.read(partial(attachment_content, attachment_id=rows[0].id))[1] == b"%PDF-1.4 data"
    clerk.write(Detach(rows[0].id, "误传"))
    assert clerk.read(partial(attachments, track="ordinary_appeal", case_id=appeal_id))[
        0
    ].removed_reason


def test_a_letter_that_names_a_stranger_waits_for_a_second_person(gate: Gates) -> None:
    appeal_id = to_accepted(gate)
    assign(gate, appeal_id, "hr")
    row = hand_over(gate("hr"), appeal_id)
    gate("hr").write(SignIn(row))
    approval = gate("hr").write(DraftReply(row, "已与张建国同志核实。", "explained")).value
    gate("hr_leader").write(Decide(approval, "agreed"))
    ask = partial(checked, kind="feedback_sheet", track="ordinary_appeal", case_id=appeal_id)
    clerk = gate("clerk")
    found = clerk.read(ask)
    assert [m.text for m in found.marks]
    assert not found.is_released
    issue = IssuePaper("feedback_sheet", "ordinary_appeal", appeal_id)
    with pytest.raises(RefusedError, match="third_person_in_letter"):
        clerk.write(issue)
    document = clerk.write(AskRelease("feedback_sheet", "ordinary_appeal", appeal_id)).value
    with pytest.raises(RefusedError, match="self_confirmation"):
        clerk.write(ReleasePaper(document))
    gate("manager").write(ReleasePaper(document))
    kind, fields = clerk.write(issue).value
    paper = decode(kind, fields)
    assert encode(paper) == fields
    assert "〔2026〕1号" in paper.number
    assert clerk.write(issue).value[1]["number"] == paper.number
    listed = clerk.read(partial(documents, track="ordinary_appeal", case_id=appeal_id))
    assert [d.state for d in listed] == ["issued"]
    clerk.write(VoidPaper(listed[0].id, "文字有误"))
    assert "复查" not in str(fields)


def test_every_paper_of_an_appeal_that_went_through_can_be_filled(gate: Gates) -> None:
    appeal_id = to_answered(gate)
    for kind in gate("clerk").read(partial(ready_papers, appeal_id=appeal_id)):
        assert kind in APPEAL_PAPERS
        paper = gate("clerk").read(partial(fill, kind=kind, appeal_id=appeal_id))
        assert encode(decode(kind, encode(paper))) == encode(paper)


def test_the_applicant_hears_only_the_words_that_may_be_used(gate: Gates) -> None:
    made = gate("clerk").write(Register(intake())).value
    asked = TellApplicant(made.number, "0001")
    assert gate("clerk").write(asked).value.words_zh == "已登记"
    wrong = gate("clerk").write(TellApplicant(made.number, "9999")).value
    none = gate("clerk").write(TellApplicant("泽诉受〔2026〕9999号", "9999")).value
    assert (wrong.found, wrong.words_zh) == (none.found, none.words_zh) == (False, "")
    in_person = gate("clerk").write(TellApplicant(made.number, in_person=True)).value
    assert in_person.found


def test_what_is_due_stands_in_order(gate: Gates, center: Center) -> None:
    first = to_accepted(gate)
    assign(gate, first, "hr")
    center.clock.advance(days=4)
    to_accepted(gate)
    listed = gate("manager").read(due_list)
    assert [r.due_on for r in listed] == sorted(r.due_on for r in listed)
    assert {r.case_id for r in gate("hr").read(due_list)} == {first}
    assert gate("hr").read(to_confirm) == ((), ())
