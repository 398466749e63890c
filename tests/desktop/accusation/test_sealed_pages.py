"""即时移送登记 and 线索移送 in the window: nothing to write into, nothing beyond 已函复."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from db.accusation.workflow import COURSE, REFERRAL
from db.core.permissions import Role
from db.office.drafts import drafts
from desktop.appeals.intake_slip import ACCUSATION, draw_slip
from desktop.books.card_page import EntryCardPage
from desktop.books.list_page import BooksPage
from desktop.office.workbench_page import WorkbenchPage
from desktop.pages import pages_for
from desktop.widgets.date_edit import DateEdit
from tests.accusation.test_envelopes import received
from tests.accusation.test_referrals import course, determination, opened, referred
from tests.clarification.test_coverage import found
from tests.conftest import Center
from tests.desktop.clarification.desk import Desk, words

Sit = Callable[[str], Desk]
TODAY = date(2026, 3, 2)
SHOTS = os.environ.get("SHOTS")


def shot(page: Any, name: str) -> None:
    if SHOTS:
        page.grab().save(str(Path(SHOTS) / f"{name}.png"))


def envelopes(desk: Sit, login: str = "clerk") -> Desk:
    seat = desk(login)
    seat.open(BooksPage(seat.store, seat.shell, None, books=("envelope",), key="envelopes"))
    return seat


def card(desk: Sit, login: str, entry_id: int, book: str) -> Desk:
    seat = desk(login)
    seat.open(EntryCardPage(seat.store, seat.shell, entry_id, None, book=book))
    return seat


def test_product_3_5_the_form_of_an_envelope_has_nothing_to_write_into(
    center: Center, desk: Sit
) -> None:
    seat = envelopes(desk)
    dialog = seat.page.deeds.open("envelope", "receive")
    shot(dialog, "envelope_dialog")
    assert not dialog.findChildren(QPlainTextEdit)
    assert not dialog.findChildren(QTextEdit)
    lines = [
        line.objectName()
        for line in dialog.findChildren(QLineEdit)
        if not isinstance(line, DateEdit) and line.objectName() and not line.isReadOnly()
    ]
    assert set(lines) <= {"pieces", "received_time"}, lines
    seat.fill(dialog, office="discipline", pieces="2", origin="visit", received_time="9:05")
    seat.settle()
    assert center.gate("clerk").read(drafts) == ()
    seat.send(dialog)
    assert not dialog.isVisible(), dialog._trouble.text()
    assert center.gate("clerk").read(drafts) == ()
    shot(seat.page, "envelopes")
    assert "诉封〔2026〕0001号" in words(card(desk, "clerk", 1, "envelope").page)


def test_the_card_of_an_envelope_takes_no_file_and_is_handed_over(
    center: Center, desk: Sit
) -> None:
    entry_id = received(center.gate)
    seat = card(desk, "clerk", entry_id, "envelope")
    assert not seat.has("attach")
    assert "Files" not in words(seat.page)
    seat.do("hand_over", happened_on=TODAY, handed_time="10:10")
    seat.do("record_signature", happened_on=TODAY, signed_time="10:20")
    shot(seat.page, "envelope_card")
    assert seat.moves() == []


def test_the_center_sees_no_course_and_the_contact_does(center: Center, desk: Sit) -> None:
    entry_id = referred(center.gate)
    course_id = opened(center.gate, entry_id)
    course(center.gate, course_id, "propose_determination", request_number="请1号")
    values = determination(center.gate, course_id)
    course(center.gate, course_id, "record_determination", **values)
    seen = words(card(desk, "manager", entry_id, REFERRAL.name).page)
    for hidden in ("请1号", "云纪复", "市纪委", "determin", "Asked above"):
        assert hidden not in seen, hidden
    contact = card(desk, "discipline", entry_id, REFERRAL.name)
    shot(contact.page, "referral_contact")
    assert not contact.has("attach")
    assert "Add files" not in words(contact.page)
    assert "Record receipt" not in words(contact.page), "one course a referral"
    own = card(desk, "discipline_leader", course_id, COURSE.name)
    shot(own.page, "course_leader")
    assert "云纪复〔2026〕3号" in words(own.page) or own.has("agree")


@pytest.mark.parametrize(
    ("login", "found"),
    [
        ("clerk", {"envelopes", "referrals"}),
        ("manager", {"envelopes", "referrals"}),
        ("discipline", {"referrals"}),
        ("discipline_leader", {"referrals"}),
        ("organization", set()),
        ("hr_leader", set()),
        ("auditor", set()),
    ],
)
def test_the_rail_names_the_pages_only_to_those_who_read_them(
    center: Center, login: str, found: set[str]
) -> None:
    actor = center.gate(login).actor
    assert {p.key for p in pages_for(actor)} & {"envelopes", "referrals"} == found
    assert Role(actor.role)


def test_the_slip_tells_where_to_ask_for_protection_and_names_nobody(qapp: Any) -> None:
    from db.documents.papers import Office

    text = draw_slip(ACCUSATION, (), Office()).text()
    assert "申请保护" in text.replace("\n", "")
    assert "12388" in text


def test_product_3_3_the_head_of_the_body_finds_what_lacks_its_decision(
    center: Center, desk: Sit
) -> None:
    found(center.gate, "organization")
    for days, wanted in ((0, []), (9, ["Decide whether to clear"])):
        center.clock.advance(days=days)
        seat = desk("organization_leader")
        seat.open(WorkbenchPage(seat.store, seat.shell, path=center.path))
        lines = [deed[1] for line in seat.page.clarifications.lines for deed in line.deeds]
        assert lines == wanted
