"""权限设置, 巡察查阅, 敏感时段: the keeper's pages, worked through the window."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from db.core.permissions import Permission, Role
from desktop.admin.inspections_page import InspectionsPage
from desktop.admin.rights_page import RightsPage
from desktop.admin.windows_page import WindowsPage
from desktop.deeds import DeedDialog
from desktop.main_window import MainWindow
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.ticks import TickBox
from tests.conftest import Center
from tests.desktop.shell.conftest import settle
from tests.desktop.shell.test_admin_pages import choose, page
from tests.office.test_inspecting import TODAY, opened

Enter = Callable[[str], MainWindow]


def dialog_of(owner, qtbot: QtBot) -> DeedDialog:
    qtbot.waitUntil(lambda: any(d.isVisible() for d in owner.findChildren(DeedDialog)))
    return next(d for d in owner.findChildren(DeedDialog) if d.isVisible())


def fill(dialog: DeedDialog, **values: object) -> None:
    for key, value in values.items():
        editor = dialog._editors[key]
        if isinstance(editor, DateEdit):
            editor.set_day(value)
        elif isinstance(editor, TickBox):
            editor.setChecked(bool(value))
        else:
            editor.set_value(value)
    dialog.accept()


def test_a_right_is_proposed_and_confirmed(desk, log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("secadmin")
    rights = page(window, qtbot, "rights", RightsPage)
    rights.buttons["give"].click()
    asked = dialog_of(rights, qtbot)
    offered = {asked._editors["right"].itemText(n) for n in range(asked._editors["right"].count())}
    assert not any("System administrator" in words for words in offered)
    fill(asked, right="clerk:export", scope="center", reason="办公室要求")
    settle(qtbot, window)
    settle(qtbot, window)
    assert [c.state for c in rights.changes.model.rows] == ["proposed"]
    choose(
        rights.rights,
        lambda r: r.role is Role.SECURITY_ADMIN and r.permission is Permission.GRANT_WRITE,
    )
    assert not rights.buttons["change"].isEnabled()
    window.log_out()
    window = log_in_again(desk, qtbot, "manager")
    rights = page(window, qtbot, "rights", RightsPage)
    assert not rights.buttons["give"].isVisible()
    rights.tabs.choose("changes")
    rights.buttons["confirm"].click()
    confirm(window)
    settle(qtbot, window)
    settle(qtbot, window)
    assert [c.state for c in rights.changes.model.rows] == ["agreed"]
    assert any(
        r.role is Role.CLERK and r.permission is Permission.EXPORT for r in rights.rights.model.rows
    )


def log_in_again(desk, qtbot: QtBot, login: str) -> MainWindow:
    qtbot.waitUntil(lambda: desk.window is None)
    desk.login.form.fill(login, "correct horse")
    desk.login.form.button.click()
    qtbot.waitUntil(lambda: desk.window is not None, timeout=20_000)
    settle(qtbot, desk.window)
    return desk.window


def confirm(window: MainWindow) -> None:
    from desktop.widgets.dialogs import ConfirmDialog

    next(d for d in window.findChildren(ConfirmDialog) if d.isVisible()).accept()


def test_an_inspection_is_allowed_and_ended(log_in: Enter, center: Center, qtbot: QtBot) -> None:
    account_id = opened(center.gate, center.path)
    center.close()
    window = log_in("secadmin")
    shown = page(window, qtbot, "inspections", InspectionsPage)
    shown.allow.click()
    fill(
        dialog_of(shown, qtbot),
        account_id=str(account_id),
        purpose="inspection",
        organ="县委第一巡察组",
        approver_name="许望",
        approver_post="部长",
        ends_on=TODAY,
        **{"reads:ordinary_appeal": True, "reads:care_talk": True},
    )
    settle(qtbot, window)
    settle(qtbot, window)
    (row,) = shown.rows.model.rows
    assert row.tracks == ("ordinary_appeal", "care_talk")
    assert row.is_running
    shown.end.click()
    confirm(window)
    settle(qtbot, window)
    settle(qtbot, window)
    assert not shown.rows.model.rows[0].is_running


def test_a_window_is_set_and_ended(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("secadmin")
    shown = page(window, qtbot, "windows", WindowsPage)
    shown.add.click()
    asked = dialog_of(shown, qtbot)
    fill(asked, unit_id=str(shown._units[0].id), title="拟任人选考察", to_on=TODAY)
    settle(qtbot, window)
    assert asked.isVisible()
    fill(asked, title="换届期间")
    settle(qtbot, window)
    settle(qtbot, window)
    assert [r.title for r in shown.rows.model.rows] == ["换届期间"]
    shown.end.click()
    confirm(window)
    settle(qtbot, window)
    settle(qtbot, window)
    assert not shown.rows.model.rows[0].is_running
