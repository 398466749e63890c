"""The pages of administration and audit, worked as people work them."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from db.core import backup
from db.core.keys import KeyFile
from db.office.opening import key_path
from db.office.queries import settings, units
from desktop.admin.accounts_page import OPEN, UNSEALED, AccountsPage, NewAccountDialog, SealDialog
from desktop.admin.backup_page import BackupPage
from desktop.admin.calendar_page import CalendarPage, NoticeDialog, unreadable
from desktop.admin.lists_page import CodeDialog, ListsPage
from desktop.admin.office_page import OfficePage
from desktop.admin.rules_page import RuleDialog, RulesPage
from desktop.admin.templates_page import TemplatesPage
from desktop.admin.units_page import UnitDialog, UnitsPage
from desktop.admin.warnings_page import LevelDialog, WarningsPage
from desktop.app import Desk
from desktop.audit.trail_page import TrailPage
from desktop.clarification.keying import area_of
from desktop.deeds import DeedDialog
from desktop.main_window import MainWindow
from tests.codes.test_notice_text import NOTICE_2025, NOTICE_2026
from tests.desktop.shell.conftest import PASSWORD, settle

Enter = Callable[[str], MainWindow]


def page(window: MainWindow, qtbot: QtBot, key: str, kind: type):
    window.open_page(key)
    settle(qtbot, window)
    found = window._pages[key]
    assert isinstance(found, kind)
    return found


def dialog(owner, kind: type):
    found = [d for d in owner.findChildren(QDialog) if d.isVisible() and isinstance(d, kind)]
    assert len(found) == 1
    return found[0]


def is_gone(asked: QDialog) -> bool:
    return not shiboken6.isValid(asked) or not asked.isVisible()


def choose(table, key: Callable[[object], bool]) -> None:
    rows = table.model.rows
    place = next(n for n, row in enumerate(rows) if key(row))
    table.table.setCurrentIndex(table.model.index(place, 0))


def test_an_account_is_opened_by_one_and_given_the_key_by_another(
    desk: Desk, log_in: Enter, center, qtbot: QtBot
) -> None:
    window = log_in("sysadmin")
    accounts = page(window, qtbot, "accounts", AccountsPage)
    accounts.add.click()
    asked = dialog(accounts, NewAccountDialog)
    asked.person_name.setText("庄季同")
    asked.login.setText("Z")
    asked.role.set_value("officer")
    asked.submit()
    assert asked._login_field.error
    asked.login.setText("zhuang")
    asked.submit()
    qtbot.waitUntil(partial(is_gone, asked), timeout=10_000)
    assert [line["act"] for line in KeyFile.open(key_path(center.path)).log] == ["open_account"]
    window.log_out()
    key_file = KeyFile.open(key_path(center.path))
    # A new account has the real cost; the small one of the tests is put in its place.
    key_file.accounts["zhuang"].cost = key_file.accounts["clerk"].cost
    key_file.set_password("zhuang", PASSWORD)

    window = log_in("secadmin")
    accounts = page(window, qtbot, "accounts", AccountsPage)
    choose(accounts.lines, lambda line: line.key.login == "zhuang")
    assert accounts.lines.current().state == UNSEALED
    accounts.seal.click()
    sealing = dialog(accounts, SealDialog)
    sealing.submit()
    qtbot.waitUntil(lambda: bool(sealing._unit_field.error), timeout=10_000)
    hr = next(u.id for u in window.session.need_store().gate.read(units) if u.key == "hr")
    sealing.unit.set_value(str(hr))
    sealing.post.setText("科员")
    sealing.submit()
    qtbot.waitUntil(partial(is_gone, sealing), timeout=10_000)
    settle(qtbot, window)
    choose(accounts.lines, lambda line: line.key.login == "zhuang")
    assert accounts.lines.current().state == OPEN
    window.log_out()

    window = log_in("zhuang")
    assert window.actor.name == "庄季同"
    assert window.actor.member_department == "hr"


def test_a_reset_and_a_closed_account_cannot_log_in(
    desk: Desk, log_in: Enter, center, qtbot: QtBot
) -> None:
    window = log_in("sysadmin")
    accounts = page(window, qtbot, "accounts", AccountsPage)
    for login, button in (("clerk2", accounts.reset), ("hr", accounts.close_account)):
        choose(accounts.lines, lambda line, login=login: line.key.login == login)
        button.click()
        asked = dialog(window, QDialog)
        asked.accept()
        qtbot.waitUntil(lambda: accounts.background.is_idle, timeout=10_000)
    key_file = KeyFile.open(key_path(center.path))
    assert not key_file.accounts["clerk2"].locked_private
    assert not key_file.accounts["hr"].is_active
    assert key_file.verify_log()
    window.log_out()
    login = desk.login
    assert login is not None
    assert "hr" not in login.form._people


def test_a_value_is_added_and_refused_next_to_its_field(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("secadmin")
    lists = page(window, qtbot, "lists", ListsPage)
    lists.add.click()
    asked = dialog(lists, CodeDialog)
    asked.value.setText("letter")
    asked.zh.setText("移动端")
    asked.submit()
    qtbot.waitUntil(lambda: bool(asked.fields()[0].error), timeout=10_000)
    asked.value.setText("app")
    asked.submit()
    qtbot.waitUntil(partial(is_gone, asked), timeout=10_000)
    settle(qtbot, window)
    assert "app" in [row.value for row in lists.rows.model.rows]
    assert window.labels.code("intake_channel", "app") == "移动端"


def test_an_internal_term_is_changed_and_a_statutory_one_is_not(
    log_in: Enter, qtbot: QtBot
) -> None:
    window = log_in("secadmin")
    rules = page(window, qtbot, "rules", RulesPage)
    choose(rules.rows, lambda rule: rule.identifier == "acceptance_notice")
    rules.change.click()
    asked = dialog(rules, RuleDialog)
    assert asked.length.isReadOnly()
    asked.reject()
    choose(rules.rows, lambda rule: rule.identifier == "internal_completion")
    rules.change.click()
    asked = next(d for d in rules.findChildren(RuleDialog) if d.isVisible())
    asked.length.setText("45")
    settle(qtbot, window)
    assert asked.moves.foot.text()
    asked.submit()
    qtbot.waitUntil(partial(is_gone, asked), timeout=10_000)
    settle(qtbot, window)
    changed = next(r for r in rules.rows.model.rows if r.identifier == "internal_completion")
    assert changed.length == 45


def test_the_terms_of_the_discipline_organ_are_switched_together(
    log_in: Enter, qtbot: QtBot
) -> None:
    window = log_in("secadmin")
    rules = page(window, qtbot, "rules", RulesPage)
    choose(rules.rows, lambda rule: rule.identifier == "sign_in")
    assert rules.switch.isHidden()
    for wanted in (True, False):
        choose(rules.rows, lambda rule: rule.identifier == "discipline_upward_forward")
        assert not rules.switch.isHidden()
        rules.switch.click()
        settle(qtbot, window)
        found = {rule.enabled for rule in rules.rows.model.rows if rule.group == "discipline"}
        assert found == {wanted}


def test_a_warning_level_is_set_and_another_profile_used(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("secadmin")
    warnings = page(window, qtbot, "warnings", WarningsPage)
    assert warnings.profile.value() == "lights"
    assert not warnings.use.isEnabled()
    warnings.add.click()
    asked = dialog(warnings, LevelDialog)
    asked.rule.set_value("sign_in")
    asked.yellow.set_value("1")
    asked.orange.set_value("2")
    asked.submit()
    qtbot.waitUntil(lambda: bool(asked._by_name["yellow"].error), timeout=10_000)
    asked.yellow.set_value("4")
    asked.submit()
    qtbot.waitUntil(partial(is_gone, asked), timeout=10_000)
    settle(qtbot, window)
    choose(warnings.rows, lambda row: row.rule == "sign_in")
    assert warnings.rows.current().level.wait_working_days == 4
    warnings.forget.click()
    settle(qtbot, window)
    assert [row.rule for row in warnings.rows.model.rows] == [""]
    warnings.profile.set_value("three_cards")
    warnings.use.click()
    settle(qtbot, window)
    assert not warnings.use.isEnabled()
    assert "in use" in warnings.rows.foot.text()


def test_a_unit_is_added_and_closed(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("secadmin")
    tree = page(window, qtbot, "units", UnitsPage)
    tree.add.click()
    asked = dialog(tree, UnitDialog)
    asked.full.setText("县水利局")
    asked.short.setText("水利局")
    asked.submit()
    qtbot.waitUntil(partial(is_gone, asked), timeout=10_000)
    settle(qtbot, window)
    choose(tree.rows, lambda unit: unit.short_name == "水利局")
    tree.close_unit.click()
    closing = dialog(tree, QDialog)
    closing.submit()
    qtbot.waitUntil(partial(is_gone, closing), timeout=10_000)
    settle(qtbot, window)
    assert tree.rows.current().valid_to is not None


def test_a_notice_is_previewed_and_entered(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("secadmin")
    calendar = page(window, qtbot, "calendar", CalendarPage)
    calendar.year.set_value("2028")
    settle(qtbot, window)
    assert not calendar.bar.isHidden()
    calendar.enter.click()
    asked = dialog(calendar, NoticeDialog)
    asked.source.setText("国办发明电〔2027〕9号")
    asked.off.set_value("元旦 2028-01-01 2028-01-03\n没有日期")
    asked.preview_button.click()
    assert "没有日期" in asked._field("days").error
    asked.off.set_value("元旦 2028-01-01 2028-01-03\n春节 2028-01-25至2028-01-31")
    asked.work.set_value("2028-01-22 春节")
    asked.preview_button.click()
    settle(qtbot, window)
    assert "0" in asked.moves.foot.text()
    asked.submit()
    qtbot.waitUntil(partial(is_gone, asked), timeout=10_000)
    settle(qtbot, window)
    assert calendar.bar.isHidden()
    assert "10 days off, 1 make-up" in calendar.rows.foot.text()


def test_a_pasted_notice_fills_the_dialog_and_names_its_slips(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("secadmin")
    calendar = page(window, qtbot, "calendar", CalendarPage)
    calendar.year.set_value("2026")
    settle(qtbot, window)
    calendar.enter.click()
    asked = dialog(calendar, NoticeDialog)
    asked.text.set_value(NOTICE_2025)
    asked.read_button.click()
    assert "2025" in asked._field("text").error
    asked.text.set_value(NOTICE_2026.replace("共9天", "共8天").replace("、10月10日（周六）", ""))
    asked.read_button.click()
    settle(qtbot, window)
    assert not asked._field("text").error
    assert "9" in asked.faults.text() or "23日" in asked.faults.text()
    assert asked.source.value() == "国办发明电〔2025〕7号"
    assert asked.issued.day() == date(2025, 11, 4)
    assert "春节 2026-02-15 2026-02-23" in asked.off.value()
    assert "1 changed" in asked.grid.accessibleName()
    asked.submit()
    qtbot.waitUntil(partial(is_gone, asked), timeout=10_000)
    settle(qtbot, window)
    assert "5 make-up" in calendar.rows.foot.text()
    assert "国办发明电〔2025〕7号 2025-11-04" in calendar.rows.foot.text()
    assert calendar.grid.words_of(date(2026, 10, 10)).endswith("weekend")


def test_every_date_agrees_unless_a_recount_waits(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("secadmin")
    calendar = page(window, qtbot, "calendar", CalendarPage)
    calendar.recount.click()
    settle(qtbot, window)
    assert not [d for d in calendar.findChildren(QDialog) if d.isVisible()]


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("春节 2028-01-25 2028-01-31", ""),
        ("2028年1月25日", ""),
        ("", ""),
        ("春节", "春节"),
        ("春节 2028-01-31 2028-01-25", "春节 2028-01-31 2028-01-25"),
    ],
)
def test_lines_of_a_notice_are_read(text: str, bad: str) -> None:
    assert unreadable(text) == bad


def test_settings_are_saved_together_or_refused_in_place(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("manager")
    office = page(window, qtbot, "office", OfficePage)
    office._line("office_phone").setText("0000-1234567")
    office._line("appeal_number_form").setText("没有序号")
    office.save.click()
    qtbot.waitUntil(lambda: bool(office.fields["appeal_number_form"].error), timeout=10_000)
    read = window.session.need_store().gate.read
    assert "office_phone" not in read(settings)
    office._line("appeal_number_form").setText("泽诉〔{year}〕{sequence:04d}号")
    office.save.click()
    settle(qtbot, window)
    assert read(settings)["office_phone"] == "0000-1234567"


def test_a_backup_is_made_rehearsed_copied_and_restored(
    log_in: Enter, center, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = log_in("manager")
    backups = page(window, qtbot, "backup", BackupPage)
    backups.make.click()
    settle(qtbot, window)
    backups.rehearse.click()
    settle(qtbot, window)
    assert backup.state(center.path, now=center.clock.now()).rehearsal_fits
    targets = iter([tmp_path / "disk" / "any", tmp_path / "restored.zm"])
    (tmp_path / "disk").mkdir()
    monkeypatch.setattr(
        window, "ask_save_path", lambda _suggested, _kinds, then: then(next(targets))
    )
    for button in (backups.copy, backups.restore, backups.check):
        button.click()
        qtbot.waitUntil(lambda: backups.background.is_idle and backups.check.isEnabled())
    assert len(list((tmp_path / "disk").iterdir())) == 1
    assert (tmp_path / "restored.zm").exists()
    assert [line["act"] for line in KeyFile.open(key_path(center.path)).log] == [
        "copy_backup",
        "restore_backup",
    ]
    assert [bar.property("stage") for bar in window.bars()] == ["good"]


def test_the_auditor_verifies_and_looks_without_contents(log_in: Enter, qtbot: QtBot) -> None:
    window = log_in("manager")
    office = page(window, qtbot, "office", OfficePage)
    office._line("office_phone").setText("0000-1234567")
    office.save.click()
    settle(qtbot, window)
    window.log_out()
    window = log_in("auditor")
    trail = page(window, qtbot, "trail", TrailPage)
    settle(qtbot, window)
    shown = [
        str(trail.model.index(row, column).data())
        for row in range(trail.model.rowCount())
        for column in range(trail.model.columnCount())
    ]
    assert "Change a setting" in shown
    assert not any("1234567" in cell for cell in shown)
    trail.verify.click()
    settle(qtbot, window)
    assert not trail.good.isHidden()
    assert "one chain" in trail.good.accessibleName()
    trail.deeds_chip.setChecked(True)
    settle(qtbot, window)
    assert trail.filter.without_readings
    assert all(row.kind != "reading" for row in trail.model.rows)
    trail.chips.clear()
    settle(qtbot, window)
    assert trail.filter.without_readings is False


def test_a_template_is_saved_replaced_and_taken_back(
    log_in: Enter, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = log_in("manager")
    pages = page(window, qtbot, "templates", TemplatesPage)
    choose(pages.rows, lambda row: row.kind == "acceptance_notice")
    assert not pages.restore.isEnabled()
    kept = tmp_path / "受理告知书.docx"
    monkeypatch.setattr(window, "ask_save_path", lambda _name, _kinds, then: then(kept))
    pages.copy.click()
    qtbot.waitUntil(kept.exists, timeout=10_000)
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"no docx")
    for path, fits in ((broken, False), (kept, True)):
        monkeypatch.setattr(window, "ask_open_paths", lambda _kinds, then, path=path: then([path]))
        pages.replace.click()
        asked = next(d for d in pages.findChildren(DeedDialog) if d.isVisible())
        area_of(asked, "note").set_value("换用新版式")
        asked.accept()
        if fits:
            qtbot.waitUntil(partial(is_gone, asked), timeout=10_000)
        else:
            qtbot.waitUntil(lambda a=asked: a.deed_button.isEnabled(), timeout=10_000)
            assert asked.isVisible()
            asked.reject()
    settle(qtbot, window)
    row = next(r for r in pages.rows.model.rows if r.kind == "acceptance_notice")
    assert (row.versions, row.is_own) == (1, False)
