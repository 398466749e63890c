"""Standing in for somebody, and reading as an inspector, through the whole desk."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.documents.papers import Receipt
from db.office.substituting import ArrangeSubstitute
from desktop.app import Desk
from desktop.documents.forms import draw_receipt
from desktop.documents.printing import Signed, page_images
from desktop.login.purpose_dialog import PurposeDialog
from desktop.main_window import MainWindow
from tests.appeals.test_flow import to_accepted
from tests.conftest import Center
from tests.desktop.shell.conftest import PASSWORD, settle
from tests.office.test_inspecting import allowed, opened
from tests.office.test_recusal import account

Enter = Callable[[str], MainWindow]
TODAY = date(2026, 3, 2)


def test_one_takes_a_place_and_goes_back(
    desk: Desk, log_in: Enter, center: Center, qtbot: QtBot
) -> None:
    manager = center.gate("manager")
    manager.write(
        ArrangeSubstitute(
            account(manager, "manager"),
            account(manager, "clerk"),
            TODAY,
            TODAY + timedelta(days=3),
            decides=True,
        )
    )
    center.close()
    window = log_in("clerk")
    offer = next(bar for bar in window.bars() if "周敏" in str(bar.property("said")))
    assert not window.has_page("statistics")
    offer.link_clicked.emit()
    qtbot.waitUntil(lambda: desk.window is not window, timeout=10_000)
    taken = desk.window
    assert taken is not None
    settle(qtbot, taken)
    assert taken.actor.shown_name == "林可（代周敏）"
    assert taken.has_page("statistics")
    back = next(bar for bar in taken.bars() if "周敏" in str(bar.property("said")))
    back.link_clicked.emit()
    qtbot.waitUntil(lambda: desk.window is not taken, timeout=10_000)
    assert desk.window is not None
    settle(qtbot, desk.window)
    assert desk.window.actor.stands_for is None
    assert not desk.window.has_page("statistics")


def test_an_inspector_says_why_and_reads_under_a_watermark(
    desk: Desk, center: Center, qtbot: QtBot, qapp: QApplication
) -> None:
    appeal_id = to_accepted(center.gate)
    allowed(
        center.gate, opened(center.gate, center.path), tracks=("ordinary_appeal", "leader_note")
    )
    center.close()
    desk.show_login(center.path)
    assert desk.login is not None
    qtbot.waitUntil(lambda: desk.login.background.is_idle, timeout=10_000)
    desk.login.form.fill("xuncha", PASSWORD)
    desk.login.form.button.click()
    qtbot.waitUntil(lambda: bool(desk.login.findChildren(PurposeDialog)), timeout=20_000)
    (dialog,) = desk.login.findChildren(PurposeDialog)
    dialog.purpose.set_value("appointment")
    dialog.accept()
    assert dialog.isVisible()
    assert desk.window is None
    dialog.purpose.set_value("inspection")
    dialog.accept()
    qtbot.waitUntil(lambda: desk.window is not None, timeout=10_000)
    window = desk.window
    assert window is not None
    settle(qtbot, window)
    assert list(window._specs) == ["ledger", "leader_notes", "preferences"]
    assert window.watermark is not None
    assert "施望舒 2026-03-02" in window.watermark.words()
    assert window.watermark.size() == window._covers.size()
    window.open_case("ordinary_appeal", appeal_id)
    settle(qtbot, window)
    for key in window._specs:
        window.open_page(key)
        settle(qtbot, window)
    assert Signed.words is not None
    signed = page_images(draw_receipt(Receipt()), 40)[0]
    window.log_out()
    Signed.words = None
    assert page_images(draw_receipt(Receipt()), 40)[0] != signed
