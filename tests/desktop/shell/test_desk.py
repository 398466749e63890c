"""Logging in, the frame, lock and 遮屏, palette, switching: by keys, all threads real."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.core import backup
from db.core.errors import RefusedError
from db.core.gate import Gate
from db.core.keys import KeyFile
from db.office.demo_mark import mark_demo
from db.office.drafts import drafts
from db.office.opening import key_path
from desktop.app import Desk
from desktop.autosave import Autosave
from desktop.main_window import MainWindow
from desktop.theme import Look
from desktop.widgets.editors import LineEdit
from tests.desktop.shell.conftest import PASSWORD, settle

Enter = Callable[[str], MainWindow]


def type_into(qtbot: QtBot, widget, text: str) -> None:
    qtbot.keyClicks(widget, text)


# -- login -------------------------------------------------------------------------------------


def test_one_logs_in_with_keys_alone(desk: Desk, qtbot: QtBot) -> None:
    login = desk.login
    assert login is not None
    qtbot.waitUntil(lambda: login.background.is_idle, timeout=10_000)
    person = login.form.person.lineEdit()
    assert person is not None
    login.form.person.setFocus()
    qtbot.keyClicks(person, "lk")
    completer = login.form.person.completer()
    assert completer is not None
    assert completer.completionCount() == 1
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: login.form.person.value() == "clerk")
    qtbot.keyClicks(login.form.password, PASSWORD)
    qtbot.keyClick(login.form.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.window is not None, timeout=20_000)
    assert desk.window is not None
    assert desk.window.actor.name == "林可"
    assert login.form.password.text() == ""


def test_a_wrong_password_is_told_and_slows_down(desk: Desk, qtbot: QtBot) -> None:
    login = desk.login
    assert login is not None
    for _ in range(4):
        login.form.fill("clerk", "wrong horse")
        login.form.button.click()
        qtbot.waitUntil(lambda: login.background.is_idle and login.form.button.isEnabled())
        assert "does not fit" in login.form.password_field.error
        assert login.form.password.text() == ""
    login.form.fill("clerk", PASSWORD)
    login.form.button.click()
    qtbot.waitUntil(lambda: login.background.is_idle and login.form.button.isEnabled())
    assert "09:00:10" in login.form.password_field.error
    assert desk.window is None
    desk.clock.advance(seconds=11)
    login.form.fill("clerk", PASSWORD)
    login.form.button.click()
    qtbot.waitUntil(lambda: desk.window is not None, timeout=20_000)


def test_caps_lock_is_noticed_from_the_letters(desk: Desk, qtbot: QtBot) -> None:
    assert desk.login is not None
    password = desk.login.form.password
    told: list[bool] = []
    password.caps_changed.connect(told.append)

    def press(letter: str, *, shift: bool) -> None:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        key = Qt.Key(ord(letter.upper()))
        password.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, held, letter))

    press("A", shift=True)
    press("b", shift=False)
    assert told == []
    press("B", shift=False)
    assert told == [True]
    press("c", shift=False)
    assert told == [True, False]


def test_a_new_account_sets_its_password_and_waits_for_the_key(
    desk: Desk, center, qtbot: QtBot
) -> None:
    KeyFile.open(key_path(center.path)).reset_password("hr")
    login = desk.login
    assert login is not None
    login.show_store(center.path)
    login.form.person.set_value("hr")
    assert login.form.sets_first_password
    login.form.password.setText("new horse")
    login.form.again.setText("other horse")
    login.form.button.click()
    assert login.form.again_field.error
    login.form.again.setText("new horse")
    login.form.button.click()
    qtbot.waitUntil(lambda: bool(login.form.password_field.error), timeout=20_000)
    assert "cannot open the records yet" in login.form.password_field.error
    assert KeyFile.open(key_path(center.path)).accounts["hr"].locked_private
    assert not login.form.sets_first_password


def test_a_demo_offers_its_people(desk: Desk, center, qtbot: QtBot) -> None:
    mark_demo(center.path, PASSWORD)
    login = desk.login
    assert login is not None
    login.show_store(center.path)
    assert not login.banner.isHidden()
    buttons = [b for b in login._demo.findChildren(type(login.form.button)) if "林可" in b.text()]
    buttons[0].click()
    assert (login.form.person.value(), login.form.password.text()) == ("clerk", PASSWORD)


def test_unlocking_and_all_store_work_leave_the_windows_thread_alone(
    desk: Desk, log_in: Enter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    at: list[threading.Thread] = []

    def watched(method):
        def call(*args, **kwargs):
            at.append(threading.current_thread())
            return method(*args, **kwargs)

        return call

    monkeypatch.setattr(Gate, "read", watched(Gate.read))
    monkeypatch.setattr(Gate, "write_all", watched(Gate.write_all))
    monkeypatch.setattr(KeyFile, "unlock", watched(KeyFile.unlock))
    window = log_in("manager")
    for key in list(window._specs):
        window.open_page(key)
        settle(qtbot, window)
    assert len(at) > len(window._specs)
    assert threading.main_thread() not in at


# -- the frame ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("login", "has", "has_not"),
    [
        ("clerk", {"workbench", "intake", "ledger"}, {"accounts", "trail", "backup"}),
        ("hr", {"workbench", "ledger"}, {"intake", "accounts", "trail"}),
        ("manager", {"ledger", "lists", "calendar", "backup"}, {"trail"}),
        ("secadmin", {"accounts", "lists", "rules"}, {"ledger", "intake", "trail", "backup"}),
        ("auditor", {"trail"}, {"ledger", "lists", "accounts"}),
        ("sysadmin", {"accounts", "backup"}, {"ledger", "lists", "trail", "workbench"}),
    ],
)
def test_everybody_has_only_his_pages(
    log_in: Enter, login: str, has: set[str], has_not: set[str]
) -> None:
    window = log_in(login)
    assert has <= set(window._specs)
    assert not has_not & set(window._specs)
    assert not window.bars()


def test_the_system_administrator_cannot_open_a_case(desk: Desk, log_in: Enter) -> None:
    window = log_in("sysadmin")
    assert desk.session is not None
    assert desk.session.store is None
    assert desk.session.opened.unlocked.store_key is None
    window.open_page("ledger", query="王")
    assert set(window._pages) == {"accounts"}


def test_language_look_and_text_size_switch_at_run_time(
    desk: Desk, log_in: Enter, qtbot: QtBot, chinese: None
) -> None:
    window = log_in("secadmin")
    window.open_page("lists")
    page = window._pages["lists"]
    assert page._head.title.text() == "Lists"
    window.actions_by_key["chinese"].trigger()
    qtbot.waitUntil(lambda: page._head.title.text() == "代码维护")
    assert window.actions_by_key["quit"].text() == "退出系统"
    assert "正名" in window.windowTitle()
    window.actions_by_key["dark"].trigger()
    assert desk.appearance.theme.look is Look.DARK
    window.actions_by_key["larger"].trigger()
    assert desk.appearance.theme.text_percent == 115
    assert (desk.settings.language, desk.settings.look) == ("zh_CN", Look.DARK)
    window.actions_by_key["english"].trigger()
    qtbot.waitUntil(lambda: page._head.title.text() == "Lists")
    window.actions_by_key["light"].trigger()
    window.actions_by_key["smaller"].trigger()


def test_the_palette_finds_deeds_and_pages_by_letters(
    log_in: Enter, qtbot: QtBot, chinese: None
) -> None:
    window = log_in("secadmin")
    window.actions_by_key["chinese"].trigger()
    qtbot.waitUntil(lambda: window.actions_by_key["lock"].text() == "锁屏")
    window.show()
    qtbot.keyClick(
        window,
        Qt.Key.Key_P,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    palette = window._palette
    qtbot.waitUntil(palette.isVisible)
    qtbot.keyClicks(palette.line, "dmwh")
    assert palette.shown() == ["page:lists"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window._open_key == "lists"
    assert not palette.isVisible()
    window.actions_by_key["palette"].trigger()
    qtbot.keyClicks(palette.line, "sp")
    assert "action:lock" in palette.shown()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    window.actions_by_key["english"].trigger()


def test_bars_stay_until_closed_but_done_ones_give_way(log_in: Enter) -> None:
    window = log_in("secadmin")
    acted: list[int] = []
    window.bar("good", "Saved", "Undo", lambda: acted.append(1))
    window.fail(RefusedError("self_approval"))
    assert [b.property("stage") for b in window.bars()] == ["bad"]
    window.bar("good", "Done", "Undo", lambda: acted.append(2))
    window.bars()[-1].link_clicked.emit()
    assert acted == [2]
    assert len(window.bars()) == 1


# -- lock, 遮屏, drafts -------------------------------------------------------------------------


def _form(window: MainWindow, qtbot: QtBot) -> tuple[LineEdit, Autosave]:
    """Put a form on the window, as a page does."""
    store = window.session.need_store()
    line = LineEdit(window.theme, parent=window._frame)
    line.setGeometry(300, 300, 200, 32)
    line.show()
    draft = Autosave(
        store,
        line,
        kind="intake",
        key="new",
        collect=lambda: {"facts": line.text()},
        title=lambda: "a form",
    )
    line.value_changed.connect(draft.touch)
    window.keep(draft)
    line.setFocus()
    return line, draft


def test_locking_keeps_what_was_typed_and_asks_the_password(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("clerk")
    line, _draft = _form(window, qtbot)
    qtbot.keyClicks(line, "half a sentence")
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.is_locked
    assert not line.isVisible()
    settle(qtbot, window)
    kept = window.session.need_store().gate.read(drafts)
    assert [d.body for d in kept] == [{"facts": "half a sentence"}]
    # Nothing but the password leads back: the keys of the frame are dead.
    window.actions_by_key["hide"].trigger()
    window.actions_by_key["palette"].trigger()
    assert window.is_locked
    assert not window._palette.isVisible()
    page = window.lock_page
    page.password.setText("wrong horse")
    page.button.click()
    qtbot.waitUntil(lambda: bool(page.field.error), timeout=10_000)
    assert window.is_locked
    page.password.setText(PASSWORD)
    qtbot.keyClick(page.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.is_locked, timeout=10_000)
    assert line.text() == "half a sentence"
    assert line.isVisible()


def test_the_screen_is_hidden_by_one_key_and_loses_nothing(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("clerk")
    line, _draft = _form(window, qtbot)
    qtbot.keyClicks(line, "typed")
    title = window.windowTitle()
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert window.is_hidden_by_key
    assert not window._frame.isVisible()
    assert "center" not in window.windowTitle().lower()
    qtbot.keyClick(window, Qt.Key.Key_F12)
    assert not window.is_hidden_by_key
    assert line.text() == "typed"
    assert window.windowTitle() == title


def test_an_idle_desk_locks_itself(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("clerk")
    assert window._idle.interval() == 5 * 60_000
    window.settings.idle_minutes = 1
    window.touch()
    assert window._idle.interval() == 60_000
    window._idle.start(1)
    qtbot.waitUntil(lambda: window.is_locked)


def test_a_draft_is_kept_within_three_seconds(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("clerk")
    line, draft = _form(window, qtbot)
    with qtbot.waitSignal(draft.kept, timeout=3000):
        qtbot.keyClicks(line, "word")
    store = window.session.need_store()
    assert [d.body for d in store.gate.read(drafts)] == [{"facts": "word"}]
    assert "Draft kept" in window.status.draft.text()


def test_a_draft_is_kept_when_the_focus_leaves(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("clerk")
    line, draft = _form(window, qtbot)
    other = QLineEdit(window._frame)
    other.show()
    window.activateWindow()
    line.setFocus()
    qtbot.keyClicks(line, "word")
    with qtbot.waitSignal(draft.kept, timeout=1000):
        other.setFocus()


def test_logging_out_keeps_drafts_and_leads_back_to_the_login(
    desk: Desk, log_in: Enter, center, qtbot: QtBot
) -> None:
    window = log_in("clerk")
    line, _draft = _form(window, qtbot)
    qtbot.keyClicks(line, "not yet")
    window.log_out()
    assert desk.window is None
    assert desk.login is not None
    assert desk.login.isVisible()
    again = log_in("clerk")
    assert [d.title for d in again.session.need_store().gate.read(drafts)] == ["a form"]


# -- backups -----------------------------------------------------------------------------------


def test_the_day_begins_with_a_backup(desk: Desk, log_in: Enter, center, qtbot: QtBot) -> None:
    window = log_in("manager")
    assert [b.reason for b in backup.backups(center.path)] == ["daily"]
    assert "compared" in window.status.backup.text()
    window.back_up_daily()
    settle(qtbot, window)
    assert len(backup.backups(center.path)) == 1
    window.back_up()
    settle(qtbot, window)
    # One a day is kept: the newest.
    assert [b.reason for b in backup.backups(center.path)] == ["by_hand"]


def test_a_missing_backup_is_red(log_in: Enter) -> None:
    window = log_in("sysadmin")
    assert window.status.backup.text() == "No backup yet"
    assert window.status.backup.property("stage") == "bad"
