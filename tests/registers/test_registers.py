"""The office's own books: what each of them refuses, fills in and brings about."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from db.appeals.answering import (
    DeliverReply,
    PlanFollowUp,
    ProposeClose,
    RecordDelivery,
    ReportBack,
)
from db.appeals.handling import DraftReply
from db.appeals.intake import Register
from db.appeals.queries import waiting_approvals
from db.appeals.routing import SignIn
from db.approvals.deciding import Decide
from db.books.commands import Open, Take
from db.books.queries import entry_card, entry_ids
from db.books.rows import EntryCard, EntryFilter
from db.codes.book_labels import register_label
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.core.tx import Behalf
from db.documents.filing import Attach
from db.documents.filling import fill
from db.office.desk import Consult
from db.office.unit_rows import units
from db.registers.queries import duty_day
from db.registers.shelf import SHELVES
from tests.appeals.test_flow import assign, hand_over, intake, show, to_accepted
from tests.appeals.test_more_moves import to_answered
from tests.conftest import Center

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)

OFFICE_2_5 = {
    "leader_note": "序号｜批示件编号｜来件标题｜批示领导｜职务｜批示日期｜批示内容（原文）｜"
    "承办单位｜承办人｜要求时限｜办理进展｜办结日期｜反馈领导日期及方式｜领导再批示｜归档号｜备注",
    "incoming_paper": "序号｜收文日期｜来文单位｜来文字号｜文件标题｜份数｜紧急程度｜关联受理编号｜"
    "拟办｜批办｜承办人｜办结日期｜归档｜备注",
    "seal_use": "日期｜文件名称及字号｜份数｜印章名称｜批准人｜经办人｜监印人｜备注",
    "duty_log": "日期｜带班领导｜值班人员｜来访 批/人｜来电｜来信｜咨询｜处理事项｜移交事项｜"
    "交班人｜接班人｜时间",
    "appointment": "序号｜登记日期｜预约人｜单位及职务｜电话｜事由（概括）｜约见领导｜"
    "约定时间地点｜实际接待｜结果",
    "outgoing_paper": "序号｜发文日期｜发文字号｜文件标题｜主送｜抄送｜份数｜签发人｜拟稿人｜校对｜"
    "用印｜送达方式｜签收人、日期｜归档｜备注",
    "carried_paper": "日期｜件号｜名称｜份数｜密封｜送往单位｜送件人｜签收人｜签收时间",
    "printed_paper": "日期｜名称｜份号｜打印人｜批准人｜用途｜领取人｜收回/销毁日期",
    "reading_log": "日期｜查阅人｜单位｜事由｜批准人｜查阅内容｜是否复制｜归还｜经办人",
}
"""Columns in order, as OFFICE §2.5 has them."""


@pytest.mark.parametrize("book", OFFICE_2_5)
def test_a_register_has_the_offices_columns_in_their_order(book: str) -> None:
    shelf = next(s for s in SHELVES if s.name == book)
    heads = [register_label(book, name) for name in shelf.book.register]
    assert "｜".join(heads) == OFFICE_2_5[book]


def opened(gate: Gates, book: str, move: str, *, by: str = "clerk", **values: Any) -> int:
    return gate(by).write(Open(book, move, values)).value.entry_id


def taken(
    gate: Gates, book: str, entry: int, move: str, *, by: str = "clerk", **values: Any
) -> Any:
    return gate(by).write(Take(book, entry, move, values)).value


def card(gate: Gates, book: str, entry: int, by: str = "clerk") -> EntryCard:
    return gate(by).read(lambda r: entry_card(r, book, entry))


def agree(gate: Gates, track: str) -> None:
    found = gate("manager").read(waiting_approvals)
    for approval in (a for a in found if a.track == track):
        gate("manager").write(Decide(approval.id, "agreed"))


def a_scan(gate: Gates, book: str, entry: int) -> int:
    return gate("clerk").write(Attach(book, entry, "扫描件.pdf", b"%PDF-1.7", kind="scan")).value


def a_submission(gate: Gates) -> int:
    entry = opened(
        gate,
        "submission",
        "draw_up",
        subject="关于补贴口径的请示",
        summary="三个乡镇补贴口径不一致。",
        proposal="拟请人社局会同财政局统一口径。",
    )
    taken(gate, "submission", entry, "send", sent_to="区委分管负责同志")
    return entry


def the_answer(gate: Gates, entry: int, **changes: Any) -> dict[str, Any]:
    return {
        "leader": "史文远",
        "leader_post": "区委副书记",
        "noted_on": DAY,
        "kind": "handle",
        "wording": "请人社局阅处。",
        "scan_id": a_scan(gate, "submission", entry),
        **changes,
    }


def test_an_answer_typed_back_needs_its_scan_and_a_second_person(gate: Gates) -> None:
    entry = a_submission(gate)
    answer = the_answer(gate, entry)
    with pytest.raises(RefusedError, match="missing_scan_id"):
        taken(gate, "submission", entry, "record_answer", **{**answer, "scan_id": None})
    with pytest.raises(RefusedError, match="missing_wording"):
        taken(gate, "submission", entry, "record_answer", **{**answer, "wording": ""})
    taken(gate, "submission", entry, "record_answer", **answer, becomes_note=True)
    assert card(gate, "submission", entry).moves == ("type_again",)
    with pytest.raises(NotAllowedError):
        taken(gate, "submission", entry, "confirm_answer")
    taken(gate, "submission", entry, "confirm_answer", by="clerk2")
    notes = list(gate("clerk").read(lambda r: entry_ids(r, "leader_note", EntryFilter())))
    note = card(gate, "leader_note", notes[0]).row
    assert (note.title, note.values["wording"]) == ("关于补贴口径的请示", "请人社局阅处。")
    taken(gate, "submission", entry, "carry_out", result="已转人社局。")
    assert card(gate, "submission", entry).row.state == "done"


def test_a_circle_is_no_consent(gate: Gates) -> None:
    entry = a_submission(gate)
    answer = the_answer(gate, entry, kind="circled", wording="")
    taken(gate, "submission", entry, "record_answer", **answer)
    taken(gate, "submission", entry, "confirm_answer", by="clerk2")
    shown = card(gate, "submission", entry)
    assert shown.refused == {"carry_out": "circled_is_not_agreed"}
    with pytest.raises(RefusedError, match="circled_is_not_agreed"):
        taken(gate, "submission", entry, "carry_out", result="照办。")
    taken(gate, "submission", entry, "send_again", sent_to="区委主要负责同志")
    assert card(gate, "submission", entry).row.state == "sent"


def test_only_a_circled_note_is_filed_unhandled(gate: Gates) -> None:
    values = {
        "subject": "简报",
        "leader": "史文远",
        "leader_post": "区委副书记",
        "noted_on": DAY,
        "wording": "（圈阅）",
    }
    seen = opened(gate, "leader_note", "enter", kind="circled", **values)
    to_do = opened(gate, "leader_note", "enter", kind="handle", **values)
    taken(gate, "leader_note", seen, "file_seen")
    with pytest.raises(NotAllowedError):
        taken(gate, "leader_note", to_do, "file_seen")


def a_seal(gate: Gates, **changes: Any) -> int:
    values = {"subject": "受理告知书", "paper_number": "泽诉告〔2026〕1号", "copies": 2}
    return opened(gate, "seal_use", "ask", **{**values, "seal": "组织部印章", **changes})


def test_a_seal_is_asked_for_agreed_by_another_and_set_by_two(gate: Gates) -> None:
    entry = a_seal(gate)
    with pytest.raises(RefusedError, match="illegal_move"):
        taken(gate, "seal_use", entry, "use")
    agree(gate, "seal_use")
    assert card(gate, "seal_use", entry).row.values["approver"] == "周敏"
    used: dict[str, Any] = {"used_on": DAY, "copies": 2, "handler": "林可"}
    with pytest.raises(RefusedError, match="seal_needs_two"):
        taken(gate, "seal_use", entry, "use", **used, supervisor="林可")
    with pytest.raises(RefusedError, match="more_than_approved"):
        taken(gate, "seal_use", entry, "use", **{**used, "copies": 3}, supervisor="郑一帆")
    taken(gate, "seal_use", entry, "use", **used, supervisor="郑一帆")
    assert card(gate, "seal_use", entry).row.state == "used"


def test_nobody_agrees_to_a_seal_that_he_asked_for(gate: Gates) -> None:
    entry = opened(gate, "seal_use", "ask", by="manager", subject="函", copies=1, seal="组织部印章")
    asked = card(gate, "seal_use", entry, by="manager").approvals[-1]
    with pytest.raises(RefusedError, match="self_approval"):
        gate("manager").write(Decide(asked.id, "agreed"))


@pytest.mark.parametrize("words", ["干部考察需要", "提拔任用", "评优"])
def test_appeal_records_are_not_opened_for_appraisals(gate: Gates, words: str) -> None:
    with pytest.raises(RefusedError, match="purpose_not_allowed"):
        opened(
            gate,
            "reading_log",
            "ask",
            reader="何俊贤",
            reader_unit="人社局",
            purpose="other",
            purpose_text=words,
            content="诉求件",
        )


def test_a_file_is_read_with_consent_and_comes_back(gate: Gates) -> None:
    entry = opened(
        gate,
        "reading_log",
        "ask",
        reader="何俊贤",
        reader_unit="人社局",
        purpose="handling",
        content="泽诉受〔2026〕0001号卷",
    )
    agree(gate, "reading_log")
    taken(gate, "reading_log", entry, "lend", read_on=DAY, copied=False)
    taken(gate, "reading_log", entry, "give_back", returned_on=DAY)
    shown = card(gate, "reading_log", entry).row
    assert (shown.state, shown.values["approver"], shown.values["handler"]) == (
        "returned",
        "周敏",
        "林可",
    )


def an_appeal(gate: Gates, **changes: Any) -> int:
    return gate("clerk").write(Register(intake(**changes))).value.appeal_id


def a_call(gate: Gates, appeal: int, move: str = "take_call") -> int:
    return opened(
        gate,
        "phone_call",
        move,
        called_on=DAY,
        called_at="9:30",
        appeal_id=appeal,
        caller="王䶮",
        phone="13800000009",
    )


def test_nothing_is_told_before_the_number_on_file_was_called_back(gate: Gates) -> None:
    appeal = an_appeal(gate, phone="138-0000-0001")
    entry = a_call(gate, appeal)
    assert card(gate, "phone_call", entry).moves == ("verify", "tell_nothing")
    verified: dict[str, Any] = {"verified_by": "called_back"}
    with pytest.raises(RefusedError, match="phone_not_on_file"):
        taken(gate, "phone_call", entry, "verify", phone="13800000009", **verified)
    taken(gate, "phone_call", entry, "verify", phone="138 0000 0001", **verified)
    taken(gate, "phone_call", entry, "record", told="正在办理。", answer="知道了。")
    shown = card(gate, "phone_call", entry).row
    assert (shown.state, shown.values["direction"]) == ("recorded", "incoming")


@pytest.mark.parametrize("wish", ["in_person", "no_phone"])
def test_who_does_not_wish_to_be_called_is_not(gate: Gates, wish: str) -> None:
    appeal = an_appeal(gate, phone="13800000001", contact_preference=wish)
    with pytest.raises(RefusedError, match="contact_wish_forbids_calls"):
        a_call(gate, appeal, "plan_call")


def test_a_misdirected_paper_is_recalled_reported_and_closed_by_another(gate: Gates) -> None:
    entry = opened(
        gate,
        "misdirected",
        "enter",
        subject="转办单",
        sent_on=DAY,
        sent_to="区财政局",
        found_on=DAY,
        persons=1,
        kinds="姓名、单位",
        cause="信封写错",
    )
    taken(
        gate,
        "misdirected",
        entry,
        "report",
        reported_to="中心负责人",
        reported_on=DAY,
        measures="当日取回",
    )
    assert card(gate, "misdirected", entry).refused == {"close": "missing_recall_result"}
    with pytest.raises(RefusedError, match="missing_recalled_on"):
        taken(gate, "misdirected", entry, "note_recall", recall_result="recalled")
    taken(gate, "misdirected", entry, "note_recall", recall_result="recalled", recalled_on=DAY)
    taken(gate, "misdirected", entry, "close")
    agree(gate, "misdirected")
    assert card(gate, "misdirected", entry).row.state == "closed"


def on_duty(gate: Gates) -> int:
    return opened(gate, "duty_log", "begin", duty_on=DAY, leader="薛岚", staff="林可、郑一帆")


def test_a_shift_is_counted_from_the_store_and_signed_by_two(gate: Gates) -> None:
    entry = on_duty(gate)
    with pytest.raises(RefusedError, match="duty_open_already"):
        on_duty(gate)
    an_appeal(gate, channel="window", head_count=3)
    an_appeal(gate, channel="letter")
    an_appeal(gate, channel="phone")
    gate("clerk").write(Consult("other", "咨询办理时限", person_times=2))
    taken(gate, "duty_log", entry, "hand_over", left="一份密封件待送", handed_at="17:30")
    row = card(gate, "duty_log", entry).row.values
    names = ("visits", "visitors", "calls", "letters", "consultations")
    assert [row[name] for name in names] == [1, 3, 1, 1, 2]
    with pytest.raises(NotAllowedError):
        taken(gate, "duty_log", entry, "take_over")
    taken(gate, "duty_log", entry, "take_over", by="clerk2")
    row = card(gate, "duty_log", entry).row.values
    assert (row["giver"], row["taker"]) == ("林可", "郑一帆")


def test_who_signed_on_paper_does_not_take_over_from_himself(gate: Gates) -> None:
    entry = on_duty(gate)
    taken(gate, "duty_log", entry, "hand_over", left="无", handed_at="17:30")
    paper = Behalf("林可", "受理员", "", DAY)
    with pytest.raises(RefusedError, match="hand_over_to_self"):
        gate("manager").write(Take("duty_log", entry, "take_over", {}, behalf=paper))


def test_an_appointment_is_moved_received_or_missed(gate: Gates) -> None:
    entry = opened(
        gate,
        "appointment",
        "book",
        person_name="王䶮",
        subject="职级问题",
        leader="薛岚",
        planned_on=date(2026, 3, 5),
        planned_at="9:00",
        place="接待一室",
    )
    taken(gate, "appointment", entry, "miss")
    taken(
        gate,
        "appointment",
        entry,
        "move_to",
        leader="薛岚",
        planned_on=date(2026, 3, 6),
        planned_at="15:00",
        place="接待二室",
    )
    assert card(gate, "appointment", entry).row.state == "booked"


def test_a_units_list_is_sent_once_a_month_and_its_differences_are_corrected(gate: Gates) -> None:
    appeal = to_accepted(gate)
    assign(gate, appeal, "hr")
    unit = next(u.id for u in gate("clerk").read(units) if u.short_name == "人社局")
    entry = opened(gate, "reconciliation", "send", unit_id=unit, month_on=DAY)
    row = card(gate, "reconciliation", entry).row.values
    assert (row["open_items"], row["answered_items"]) == (1, 0)
    with pytest.raises(RefusedError, match="list_sent_already"):
        opened(gate, "reconciliation", "send", unit_id=unit, month_on=DAY)
    with pytest.raises(RefusedError, match="date_in_future"):
        opened(gate, "reconciliation", "send", unit_id=unit, month_on=date(2026, 4, 1))
    taken(
        gate,
        "reconciliation",
        entry,
        "note_differences",
        signer="何俊贤",
        returned_on=DAY,
        differences="1件已答复未登记",
    )
    taken(gate, "reconciliation", entry, "correct", corrections="已补登")
    assert card(gate, "reconciliation", entry).row.state == "corrected"


def test_departments_know_nothing_of_the_centers_books(gate: Gates, center: Center) -> None:
    entry = on_duty(gate)
    for login in ("hr", "discipline_leader"):
        for shelf in SHELVES:
            name = shelf.name
            assert list(gate(login).read(lambda r, n=name: entry_ids(r, n, EntryFilter()))) == []
        with pytest.raises(NotAllowedError):
            card(gate, "duty_log", entry, by=login)


def test_the_desk_sees_who_comes_today_what_was_left_and_what_came(gate: Gates) -> None:
    entry = on_duty(gate)
    for at in ("14:00", "9:30"):
        opened(
            gate,
            "appointment",
            "book",
            person_name="王䶮",
            subject="职级问题",
            leader="薛岚",
            planned_on=DAY,
            planned_at=at,
            place="接待一室",
        )
    opened(
        gate,
        "reception_day",
        "plan",
        planned_on=DAY,
        starts_at="9:00",
        place="接待大厅",
        leader="薛岚",
        leader_post="副部长",
    )
    an_appeal(gate, channel="window", head_count=2)
    day = gate("clerk2").read(duty_day)
    assert [(one.book, one.at) for one in day.expected] == [
        ("reception_day", "9:00"),
        ("appointment", "9:30"),
        ("appointment", "14:00"),
    ]
    assert (day.log_id, day.leader, day.visits, day.visitors) == (entry, "薛岚", 1, 2)
    taken(gate, "duty_log", entry, "hand_over", left="一份密封件待送", handed_at="17:30")
    day = gate("clerk2").read(duty_day)
    assert (day.left, day.left_by, day.to_take_over) == ("一份密封件待送", "林可", entry)
    with pytest.raises(NotAllowedError):
        gate("hr").read(duty_day)


def test_an_appeal_with_a_leaders_note_is_reported_back_before_it_is_closed(gate: Gates) -> None:
    appeal = to_answered(gate)
    clerk = gate("clerk")
    note = opened(
        gate,
        "leader_note",
        "enter",
        subject="关于补贴的诉求",
        leader="史文远",
        leader_post="区委副书记",
        noted_on=DAY,
        wording="请阅处。",
        kind="handle",
        appeal_id=show(clerk, appeal).row.number,
    )
    (link,) = show(clerk, appeal).links
    assert (link.track, link.case_id) == ("leader_note", note)
    assert card(gate, "leader_note", note).links == (
        ("ordinary_appeal", appeal, show(clerk, appeal).row.number),
    )
    assert show(gate("hr"), appeal).links == ()
    clerk.write(RecordDelivery(appeal, DAY, signer="王䶮"))
    clerk.write(PlanFollowUp(appeal))
    assert "missing_reported_back" in show(clerk, appeal).lacks
    close = ProposeClose(appeal, "satisfied", "satisfied")
    with pytest.raises(RefusedError, match="missing_reported_back"):
        clerk.write(close)
    clerk.write(ReportBack(appeal, "区委办公室"))
    clerk.write(close)


def test_a_report_names_the_note_it_answers_and_only_to_who_may_read_notes(gate: Gates) -> None:
    appeal = to_answered(gate)
    clerk = gate("clerk")
    note = {
        "subject": "关于补贴的诉求",
        "leader": "史文远",
        "leader_post": "区委副书记",
        "noted_on": DAY,
        "wording": "请人社局阅处并报结果。",
        "kind": "handle",
        "appeal_id": show(clerk, appeal).row.number,
    }
    opened(gate, "leader_note", "enter", **note)
    clerk.write(Attach("ordinary_appeal", appeal, "反馈单.pdf", b"%PDF", kind="reply"))
    report = clerk.read(lambda r: fill(r, "handling_report", appeal))
    assert report.assigned_by_document == "批示〔2026〕1号"
    assert report.assigned_demand == "史文远同志批示：请人社局阅处并报结果。"
    assert report.enclosures == ("反馈单.pdf",)
    inside = gate("hr").read(lambda r: fill(r, "handling_report", appeal))
    assert (inside.assigned_by_document, inside.assigned_demand) == ("", "")


def test_what_was_answered_after_the_month_was_open_when_it_ended(
    gate: Gates, center: Center
) -> None:
    appeal = to_accepted(gate)
    assign(gate, appeal, "hr")
    row = hand_over(gate("hr"), appeal)
    gate("hr").write(SignIn(row))
    center.clock.advance(days=40)
    approval = gate("hr").write(DraftReply(row, "经核实，予以支持。", "supported")).value
    gate("hr_leader").write(Decide(approval, "agreed"))
    gate("hr").write(DeliverReply(appeal, date(2026, 4, 11)))
    unit = next(u.id for u in gate("clerk").read(units) if u.short_name == "人社局")
    counts = {}
    for month in (DAY, date(2026, 4, 1)):
        entry = opened(gate, "reconciliation", "send", unit_id=unit, month_on=month)
        values = card(gate, "reconciliation", entry).row.values
        counts[values["period"]] = (values["open_items"], values["answered_items"])
    assert counts == {"2026-03": (1, 0), "2026-04": (0, 1)}
