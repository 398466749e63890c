"""归档备查: files, contents, continuous numbers, one key for inspectors."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from db.appeals.answering import DeliverReply
from db.appeals.handling import DraftReply
from db.appeals.intake import Register
from db.appeals.queries import waiting_approvals
from db.appeals.routing import SignIn
from db.appeals.screening import ProposeMoveOut, Withdraw
from db.approvals.deciding import Decide
from db.archive.asking import missing_of, missing_papers
from db.archive.commands import ExplainOverdue, FilePaper
from db.archive.filing import expiry
from db.archive.full_ledger import full_ledger
from db.archive.missing import Need
from db.archive.queries import contents, expiring, inspection, series_check
from db.archive.rows import SeriesRow
from db.books.commands import Open, Take
from db.books.queries import entry_card, entry_ids
from db.books.rows import EntryFilter
from db.core.errors import NotAllowedError, RefusedError
from db.core.gate import Gate
from db.documents.filing import Attach
from db.documents.making import IssuePaper, VoidPaper, documents
from db.office.desk import DiscardHeld, Hold, held_notes
from db.office.unit_rows import units
from tests.appeals.test_flow import assign, hand_over, intake, show, to_accepted
from tests.conftest import Center

Gates = Callable[[str], Gate]
DAY = date(2026, 3, 2)
APPEAL = "ordinary_appeal"


def withdrawn(gate: Gates, **changes: Any) -> int:
    appeal = gate("clerk").write(Register(intake(**changes))).value.appeal_id
    gate("clerk").write(Withdraw(appeal, "own_wish", True))
    return appeal


def bound(gate: Gates, appeal: int, **values: Any) -> int:
    number = show(gate("clerk"), appeal).row.number
    order = Open("case_file", "make", {"case_number": number, **values})
    return gate("clerk").write(order).value.entry_id


def take(gate: Gates, entry: int, move: str, *, by: str = "clerk", **values: Any) -> None:
    gate(by).write(Take("case_file", entry, move, values))


def agree(gate: Gates, track: str) -> None:
    for approval in gate("manager").read(waiting_approvals):
        if approval.track == track:
            gate("manager").write(Decide(approval.id, "agreed"))


def test_a_file_is_bound_checked_by_another_and_filed_with_its_term(gate: Gates) -> None:
    appeal = withdrawn(gate)
    entry = bound(gate, appeal)
    take(gate, entry, "describe", pages=12, description="")
    with pytest.raises(NotAllowedError):
        take(gate, entry, "check")
    # The withdrawal bears no signature yet: the remarks say so, or the file is not whole.
    with pytest.raises(RefusedError, match="missing_description"):
        take(gate, entry, "check", by="clerk2")
    take(gate, entry, "describe", pages=12, description="撤回申请原件由本人保存。")
    take(gate, entry, "check", by="clerk2")
    take(gate, entry, "file")
    card = gate("manager").read(lambda r: entry_card(r, "case_file", entry)).row
    assert (card.number, card.state) == ("诉求卷〔2026〕1号", "filed")
    assert card.values["retention"] == "y30"
    assert card.values["expires_on"] == date(2056, 12, 31)
    with pytest.raises(RefusedError, match="filed_already"):
        bound(gate, appeal)


def test_what_is_still_open_is_not_bound_and_what_one_may_not_see_is_not_found(
    gate: Gates,
) -> None:
    appeal = gate("clerk").write(Register(intake())).value.appeal_id
    with pytest.raises(RefusedError, match="case_still_open"):
        bound(gate, appeal)
    with pytest.raises(RefusedError, match="unknown_case"):
        gate("clerk").write(Open("case_file", "make", {"case_number": "泽谈〔2026〕9号"}))


def test_terms_end_with_the_year() -> None:
    assert expiry("permanent", DAY) is None
    assert expiry("y10", date(2026, 12, 31)) == date(2036, 12, 31)
    assert expiry("y30", date(2026, 1, 1)) == date(2056, 12, 31)


def test_a_term_that_ends_is_listed_and_nothing_is_destroyed(gate: Gates, center: Center) -> None:
    entry = bound(gate, withdrawn(gate), retention="y10")
    take(gate, entry, "describe", pages=3, description="无缺件。")
    take(gate, entry, "check", by="clerk2")
    take(gate, entry, "file")
    assert gate("manager").read(lambda r: expiring(r, date(2030, 1, 1))) == ()
    (line,) = gate("manager").read(lambda r: expiring(r, date(2036, 12, 31)))
    assert (line[0], line[4]) == ("诉求卷〔2026〕1号", "appraise")
    take(gate, entry, "hand_over", handed_to="区档案馆", handed_on=DAY)
    agree(gate, "case_file")
    card = gate("clerk").read(lambda r: entry_card(r, "case_file", entry)).row
    assert card.state == "handed_over"


def test_a_gap_closes_when_the_paper_is_put_into_the_file(gate: Gates) -> None:
    appeal = withdrawn(gate, channel="window")
    clerk = gate("clerk")
    assert clerk.read(lambda r: missing_of(r, appeal)) == (
        Need("registration_form", "signature"),
        Need("withdrawal", "signature"),
    )
    scan = clerk.write(Attach(APPEAL, appeal, "扫描.pdf", b"%PDF", kind="scan")).value
    clerk.write(FilePaper(APPEAL, appeal, "withdrawal", "撤回申请", attachment_id=scan))
    clerk.write(Attach(APPEAL, appeal, "登记表（签名）.pdf", b"%PDF-1", kind="scan"))
    assert clerk.read(lambda r: missing_of(r, appeal)) == ()
    assert [row.case_id for row in clerk.read(missing_papers)] == []


def test_a_scan_of_another_case_is_refused(gate: Gates) -> None:
    first, second = withdrawn(gate), withdrawn(gate)
    scan = gate("clerk").write(Attach(APPEAL, first, "扫描.pdf", b"%PDF", kind="scan")).value
    with pytest.raises(RefusedError, match="unknown_value"):
        gate("clerk").write(FilePaper(APPEAL, second, "withdrawal", attachment_id=scan))


def test_contents_stand_in_the_order_of_the_bound_file(gate: Gates) -> None:
    appeal = to_accepted(gate)
    clerk = gate("clerk")
    clerk.write(IssuePaper("acceptance_notice", APPEAL, appeal))
    assign(gate, appeal, "hr")
    gate("hr").write(SignIn(hand_over(gate("hr"), appeal)))
    clerk.write(FilePaper(APPEAL, appeal, "interview_notes", "接谈记录", first_page=3, pages=2))
    found = clerk.read(lambda r: contents(r, APPEAL, appeal))
    assert [row.paper for row in found] == [
        "registration_form",
        "interview_notes",
        "acceptance_notice",
        "transfer_sheet",
        "transfer_slip",
    ]
    assert (found[1].page, found[1].remark) == (3, "2页")
    with pytest.raises(NotAllowedError):
        gate("hr").read(lambda r: contents(r, "care_talk", 1))


def line_of(rows: tuple[SeriesRow, ...], series: str) -> SeriesRow:
    return next(row for row in rows if row.series == series)


def test_numbers_are_continuous_and_what_is_void_is_explained(gate: Gates) -> None:
    clerk = gate("clerk")
    for _ in range(3):
        appeal = to_accepted(gate)
        clerk.write(IssuePaper("acceptance_notice", APPEAL, appeal))
    paper = clerk.read(lambda r: documents(r, APPEAL, appeal))[0]
    clerk.write(VoidPaper(paper.id, "打印错误，重新印制"))
    clerk.write(Hold("王䶮", "补贴问题"))
    clerk.write(DiscardHeld(clerk.read(held_notes)[0].id, "本人离开"))
    found = clerk.read(lambda r: series_check(r, (2026,)))
    appeals = line_of(found, "appeal")
    assert (appeals.first, appeals.last) == ("泽诉受〔2026〕0001号", "泽诉受〔2026〕0003号")
    assert (appeals.count, appeals.gaps) == (3, ())
    notices = line_of(found, "notice")
    assert [void.reason for void in notices.voids] == ["打印错误，重新印制"]
    assert line_of(found, "held_note").voids[0].reason == "本人离开"


def test_a_number_that_was_taken_out_leaves_a_gap_that_is_found(
    gate: Gates, center: Center
) -> None:
    from sqlalchemy import text

    for _ in range(3):
        gate("clerk").write(Register(intake()))
    with gate("manager")._writer.connect() as connection:
        # The database refuses; a file that somebody worked on from outside tells it.
        connection.execute(text("DROP TRIGGER issued_number_stays"))
        connection.execute(text("DELETE FROM issued_number WHERE series='appeal' AND sequence=2"))
        connection.commit()
    assert line_of(gate("clerk").read(lambda r: series_check(r, (2026,))), "appeal").gaps == (2,)


def test_a_restricted_series_is_shown_to_nobody_who_may_not_read_its_track(gate: Gates) -> None:
    from db.care.changes import Partner, Roles
    from db.care.planning import Plan

    gate("manager").write(Plan(Partner(person_name="王䶮"), "request", Roles()))
    seen = {row.series for row in gate("clerk").read(lambda r: series_check(r, (2026,)))}
    assert "talk" not in seen
    seen = {row.series for row in gate("manager").read(lambda r: series_check(r, (2026,)))}
    assert "talk" in seen


def test_one_key_tells_records_gaps_delays_late_entries_and_numbers(
    gate: Gates, center: Center
) -> None:
    late = to_accepted(gate, "petition")
    assign(gate, late, "hr")
    row = hand_over(gate("hr"), late)
    gate("hr").write(SignIn(row))
    center.clock.advance(days=120)
    approval = gate("hr").write(DraftReply(row, "经核实，予以支持。", "supported")).value
    gate("hr_leader").write(Decide(approval, "agreed"))
    number = "泽人社信〔2026〕1号"
    order = DeliverReply(late, DAY + timedelta(days=120), reply_number=number)
    gate("hr").write(order)
    gate("clerk").write(
        Register(intake(received_on=date(2026, 5, 4), backdated_reason="停电，纸质登记"))
    )
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    found = gate("manager").read(lambda r: inspection(r, first=first, last=last))
    assert found.records[0].case_id == late
    assert late in [r.case_id for r in found.missing]
    (delay,) = [r for r in found.overdue if r.case_id == late]
    assert (delay.reason, delay.days > 0) == ("", True)
    assert [r.reason for r in found.backfilled] == ["停电，纸质登记"]
    assert line_of(found.series, "appeal").gaps == ()
    gate("clerk").write(ExplainOverdue(late, "跨部门会办意见出具较晚"))
    found = gate("manager").read(lambda r: inspection(r, first=first, last=last))
    assert next(r for r in found.overdue if r.case_id == late).reason == "跨部门会办意见出具较晚"


def test_departments_inspect_nothing(gate: Gates) -> None:
    appeal = withdrawn(gate)
    entry = bound(gate, appeal)
    with pytest.raises(NotAllowedError):
        gate("hr").read(missing_papers)
    with pytest.raises(NotAllowedError):
        gate("hr").read(lambda r: series_check(r, (2026,)))
    with pytest.raises(NotAllowedError):
        gate("hr").read(lambda r: inspection(r, first=DAY, last=DAY))
    with pytest.raises(NotAllowedError):
        gate("hr").read(lambda r: expiring(r, DAY))
    assert list(gate("hr").read(lambda r: entry_ids(r, "case_file", EntryFilter()))) == []
    assert entry


def test_a_cleared_case_leaves_its_number_in_lists_and_files_and_no_word(gate: Gates) -> None:
    secret = "不应留下的字样"
    appeal = to_accepted(gate, subject=secret, facts=secret)
    assign(gate, appeal, "hr")
    clerk = gate("clerk")
    unit = next(u.id for u in clerk.read(units) if u.short_name == "人社局")
    clerk.write(Open("reconciliation", "send", {"unit_id": unit, "month_on": DAY}))
    clerk.write(FilePaper(APPEAL, appeal, "material", secret))
    asked = clerk.write(ProposeMoveOut(appeal, "县纪委监委", "不属本中心")).value
    gate("manager").write(Decide(asked, "agreed"))
    (entry,) = clerk.read(lambda r: entry_ids(r, "reconciliation", EntryFilter()))
    items = clerk.read(lambda r: entry_card(r, "reconciliation", entry)).row.values["items"]
    assert items == show(gate("manager"), appeal).row.number
    found = clerk.read(lambda r: contents(r, APPEAL, appeal))
    assert all(secret not in row.title for row in found)


FULL = (
    "序号 · 受理编号 · 登记日期 · 来源渠道 · 诉求人 · 单位职务 · 诉求类别 · 诉求摘要 · 知悉范围 · "
    "主办部门 · 协办部门 · 转办日期 · 签收日期 · 受理告知日期 · 办理期限 · 是否延期 · 办理情况 · "
    "答复日期 · 答复文号 · 办理结果 · 是否澄清 · 关爱谈话 · 回访日期 · 满意度 · 重复件关联号 · "
    "办结日期 · 归档号 · 备注"
)
"""DOMAIN §8.3 with 知悉范围 in place of the secrecy mark (OFFICE §3)."""


def test_the_full_ledger_has_every_column_on_a3_and_needs_the_right_to_export(
    gate: Gates,
) -> None:
    appeal = to_accepted(gate)
    assign(gate, appeal, "hr", "petition")
    found = gate("manager").read(lambda r: full_ledger(r, first=DAY, last=DAY))
    assert " · ".join(column.title for column in found.columns) == FULL
    assert found.size == "A3"
    (row,) = found.rows
    assert (row[9], row[10], row[16]) == ("人社局", "信访局", "待签收")
    with pytest.raises(NotAllowedError):
        gate("clerk").read(lambda r: full_ledger(r, first=DAY, last=DAY))
