"""账号与权限: the key file for the system administrator, the store's accounts for key holders.

The system administrator opens, closes and resets accounts without ever opening the store; a key
holder gives an account the store key, its department and its post (SETTLED §1).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from db.core.clock import civil_time
from db.core.errors import RefusedError, ZhengmingError
from db.core.gate import Gate
from db.core.keys import KeyAccount, KeyFile
from db.core.permissions import CASE_ROLES, Duty, Permission, Role
from db.office.accounts import CloseAccount, OpenAccount, SetDuties
from db.office.grant_rules import forbidden_together
from db.office.opening import key_path
from db.office.queries import AccountRow, UnitRow, accounts, units
from desktop.admin.admin_page import RowsTable
from desktop.admin.plain_page import PlainPage
from desktop.background import Background
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.session import Session
from desktop.shell import Shell
from desktop.store import Tell
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import ComboBox, LineEdit, Option
from desktop.widgets.field import Field
from desktop.widgets.frames import PageHead
from desktop.widgets.table import Column
from desktop.widgets.tabs import ViewTab, ViewTabs

_LOGIN = re.compile(r"[a-z][a-z0-9_]{1,39}")

UNSEALED, NO_PASSWORD, OPEN, CLOSED = "unsealed", "no_password", "open", "closed"


@dataclass(frozen=True, slots=True)
class AccountLine:
    """An account as the page shows it: the key file's entry and, if there is one, the store's."""

    key: KeyAccount
    row: AccountRow | None

    @property
    def state(self) -> str:
        """Whether the account can be used, and what it still lacks."""
        if not self.key.is_active:
            return CLOSED
        if not self.key.public_key:
            return NO_PASSWORD
        if self.key.role != Role.SYSTEM_ADMIN and not self.key.sealed_store_key:
            return UNSEALED
        return OPEN


class AccountsPage(PlainPage):
    """Accounts, and the key file's signed log."""

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._session = session
        self._rows: tuple[AccountRow, ...] = ()
        self._units: tuple[UnitRow, ...] = ()
        self.background = Background(self)
        theme = shell.theme
        self.is_keeper = session.store is None
        self._head = PageHead(theme, "", parent=self)
        self.tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self.tabs)
        self.add = Button(theme, "", kind="primary", parent=self)
        self.seal = Button(theme, "", kind="primary", parent=self)
        self.reset = Button(theme, "", parent=self)
        self.duties = Button(theme, "", parent=self)
        self.duties.setObjectName("duties")
        self.close_account = Button(theme, "", parent=self)
        for button in (self.add, self.seal, self.reset, self.duties, self.close_account):
            self._head.add_action(button)
        self.duties.setVisible(shell.actor.may(Permission.GRANT_WRITE))
        self.add.setVisible(self.is_keeper)
        self.reset.setVisible(self.is_keeper)
        self.seal.setVisible(not self.is_keeper)
        self.lines: RowsTable[AccountLine] = RowsTable(shell, "accounts", self._cell, parent=self)
        self.log: RowsTable[dict[str, str]] = RowsTable(
            shell, "key_log", self._log_cell, parent=self
        )
        self._stack = QStackedWidget(self)
        for table in (self.lines, self.log):
            self._stack.addWidget(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.add.clicked.connect(self._on_add_clicked)
        self.seal.clicked.connect(self._on_seal_clicked)
        self.reset.clicked.connect(self._on_reset_clicked)
        self.duties.clicked.connect(self._on_duties_clicked)
        self.close_account.clicked.connect(self._on_close_account_clicked)
        self.lines.table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        if session.store is not None:
            session.store.changed.connect(self._on_store_changed)
        self.retranslate()

    def reload(self) -> None:
        """Read the key file, and ask the store if there is one."""
        self._show_lines()
        store = self._session.store
        if store is None:
            return
        store.read(accounts, self._on_accounts, seat="accounts", owner=self)
        store.read(units, self._on_units, seat="units", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Accounts and rights"))
        tabs = [
            ViewTab("accounts", self.tr("Accounts")),
            ViewTab("log", self.tr("Key file log")),
        ]
        self.tabs.set_tabs(tabs)
        self.add.setText(self.tr("Open an account"))
        self.seal.setText(self.tr("Give the store key"))
        self.duties.setText(self.tr("Duties…"))
        self.reset.setText(self.tr("Reset password"))
        self.close_account.setText(self.tr("Close account"))
        self.lines.set_columns(
            [
                Column("name", self.tr("Name"), 130, locked=True),
                Column("login", self.tr("Log-in name"), 150),
                Column("role", self.tr("Role"), 150),
                Column("unit", self.tr("Unit"), 150),
                Column("post", self.tr("Post"), 180),
                Column("state", self.tr("State"), 260, stretch=True),
            ],
            self.tr("Accounts"),
        )
        self.log.set_columns(
            [
                Column("at", self.tr("Time"), 170, locked=True),
                Column("by", self.tr("By"), 130),
                Column("act", self.tr("Deed"), 200),
                Column("about", self.tr("About"), 200, stretch=True),
            ],
            self.tr("Key file log"),
        )
        self._show_lines()

    # -- what is shown ---------------------------------------------------------------------

    def _key_file(self) -> KeyFile | None:
        try:
            return KeyFile.open(key_path(self._session.path))
        except ZhengmingError as error:
            self.shell.fail(error)
            return None

    def _show_lines(self) -> None:
        key_file = self._key_file()
        if key_file is None:
            return
        rows = {row.login: row for row in self._rows}
        lines = [AccountLine(a, rows.get(a.login)) for a in key_file.accounts.values()]
        self.lines.set_rows(lines)
        waiting = sum(line.state == UNSEALED for line in lines)
        words = self.tr("{count} accounts, {waiting} wait for the store key")
        self.lines.foot.setText(words.format(count=len(lines), waiting=waiting))
        self.log.set_rows(list(reversed(key_file.log)))
        self.log.foot.setText(
            self.tr("Every line is signed and follows its predecessor")
            if key_file.verify_log()
            else self.tr("The log does not hold: a line was changed or removed")
        )
        self._offer()

    def _offer(self) -> None:
        line = self.lines.current()
        here = self.tabs.current_key() in {"", "accounts"}
        state = line.state if line is not None else ""
        own = line is not None and line.key.login == self._session.actor.login
        self.seal.setEnabled(here and state in {UNSEALED, OPEN} and not own)
        self.reset.setEnabled(here and state in {UNSEALED, OPEN} and not own)
        self.close_account.setEnabled(here and state not in {"", CLOSED} and not own)
        row = line.row if line is not None else None
        self.duties.setEnabled(here and row is not None and row.role in CASE_ROLES)

    def _cell(self, key: str, line: AccountLine) -> Cell:
        account, row = line.key, line.row
        match key:
            case "name":
                return TextCell(account.name, "text" if account.is_active else "text3")
            case "login":
                return TextCell(account.login, "text2", mono=True)
            case "role":
                return TextCell(self.shell.labels.code("account_role", account.role), "text2")
            case "unit":
                return TextCell((row.unit if row else "") or account.unit, "text2")
            case "post":
                return TextCell(row.post if row else "", "text2")
            case _:
                return TextCell(self._state_words(line.state), bold=line.state == UNSEALED)

    def _state_words(self, state: str) -> str:
        match state:
            case "open":
                return self.tr("in use")
            case "unsealed":
                return self.tr("password set, waits for the store key")
            case "no_password":
                return self.tr("sets a password at the first log-in")
            case _:
                return self.tr("closed")

    def _log_cell(self, key: str, line: dict[str, str]) -> Cell:
        match key:
            case "at":
                at = civil_time(datetime.fromisoformat(line["at"]))
                return TextCell(at.strftime("%Y-%m-%d %H:%M:%S"), "text2")
            case "by":
                return TextCell(line["by"], mono=True)
            case "act":
                return TextCell(self._act_words(line["act"]))
            case _:
                return TextCell(line["about"], "text2", mono=True)

    def _act_words(self, act: str) -> str:
        match act:
            case "open_account":
                return self.tr("opened an account")
            case "close_account":
                return self.tr("closed an account")
            case "reset_password":
                return self.tr("reset a password")
            case "seal_account":
                return self.tr("gave the store key")
            case "set_password":
                return self.tr("set the own password")
            case "copy_backup":
                return self.tr("copied a backup")
            case "restore_backup":
                return self.tr("restored a backup")
            case _:
                return act

    # -- deeds -----------------------------------------------------------------------------

    def change_keys(
        self,
        act: str,
        about: str,
        change: Callable[[KeyFile], None],
        then: Callable[[None], None],
        failed: Callable[[ZhengmingError], None],
    ) -> None:
        """Change the key file and sign the change, off the window's thread."""
        opened = self._session.opened

        def work() -> None:
            key_file = KeyFile.open(key_path(opened.path))
            change(key_file)
            key_file.sign(opened.unlocked, act, about=about, at=opened.clock.now())

        self.background.run(work, then, failed=failed)

    def _on_add_clicked(self) -> None:
        dialog = NewAccountDialog(self, self.shell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(self._show_lines)
        dialog.open()

    def _on_reset_clicked(self) -> None:
        line = self.lines.current()
        if line is None:
            return
        login = line.key.login
        self.shell.confirm(
            self.tr("Reset the password of {name}?").format(name=line.key.name),
            self.tr(
                "The account sets a new password at its next log-in; "
                "a key holder then gives it the store key again."
            ),
            self.tr("Reset password"),
            lambda _reason: self.change_keys(
                "reset_password",
                login,
                lambda key_file: key_file.reset_password(login),
                self._on_keys_changed,
                self.shell.fail,
            ),
            danger=True,
        )

    def _on_close_account_clicked(self) -> None:
        line = self.lines.current()
        if line is None:
            return
        self.shell.confirm(
            self.tr("Close the account of {name}?").format(name=line.key.name),
            self.tr("What the person did stays with the name; the log-in is refused from now on."),
            self.tr("Close account"),
            lambda _reason: self._close(line),
            danger=True,
        )

    def _on_duties_clicked(self) -> None:
        line = self.lines.current()
        if line is None or line.row is None:
            return
        labels, row = self.shell.labels, line.row
        deed = Deed(
            self.tr("Duties of {name}").format(name=row.name),
            self.tr("Save"),
            (
                Ask(
                    "duties",
                    self.tr("Duties beside the role"),
                    "ticks",
                    options=labels.options("account_duty"),
                    value=row.duties,
                    help=self.tr("Only in the organization department; from the next log-in"),
                ),
                Ask(
                    "sex",
                    self.tr("Sex"),
                    "choice",
                    options=labels.options("sex"),
                    value=row.sex,
                    help=self.tr("Only to suggest who else should be in the room at a talk"),
                ),
            ),
        )
        run(self.shell, deed, partial(self._send_duties, row), self)

    def _send_duties(self, row: AccountRow, dialog: DeedDialog, values: dict[str, Any]) -> None:
        store = self._session.store
        assert store is not None
        duties = tuple(duty for duty in Duty if duty.value in values["duties"])
        store.submit(
            SetDuties(row.id, duties, values["sex"] or "", row.version),
            dialog.done_well,
            owner=dialog,
            failed=dialog.refused,
        )

    def _close(self, line: AccountLine) -> None:
        login = line.key.login
        store, row = self._session.store, line.row
        if store is None or row is None:
            self.change_keys(
                "close_account",
                login,
                lambda key_file: key_file.close_account(login),
                self._on_keys_changed,
                self.shell.fail,
            )
            return
        opened = self._session.opened

        def work(gate: Gate, _tell: Tell) -> None:
            gate.write(CloseAccount(row.id, row.version))
            key_file = KeyFile.open(key_path(opened.path))
            key_file.close_account(login)
            key_file.sign(opened.unlocked, "close_account", about=login, at=opened.clock.now())

        store.errand(
            work,
            self._on_keys_changed,
            owner=self,
            failed=self.shell.fail,
            changes=frozenset({"account"}),
        )

    def _on_seal_clicked(self) -> None:
        line = self.lines.current()
        if line is None or self._session.store is None:
            return
        dialog = SealDialog(self._session, self.shell, line, self._units, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(self.reload)
        dialog.open()

    # -- what others tell ------------------------------------------------------------------

    def _on_keys_changed(self, _nothing: None) -> None:
        self.reload()

    def _on_accounts(self, rows: tuple[AccountRow, ...]) -> None:
        self._rows = rows
        self._show_lines()

    def _on_units(self, rows: tuple[UnitRow, ...]) -> None:
        self._units = rows

    def _on_tabs_chosen(self, key: str) -> None:
        tables: dict[str, QWidget] = {
            "accounts": self.lines,
            "log": self.log,
        }
        self._stack.setCurrentWidget(tables[key])
        self._offer()

    def _on_current_row_changed(self, *_told: object) -> None:
        self._offer()

    def _on_store_changed(self, names: frozenset[str]) -> None:
        if names & {"account", "unit"} and self.isVisible():
            self.reload()


class NewAccountDialog(FormDialog):
    """A new account in the key file; it sets its password at the first log-in."""

    def __init__(self, page: AccountsPage, shell: Shell) -> None:
        super().__init__(shell.theme, "", deed="", parent=page)
        self._page = page
        self._shell = shell
        theme, labels = shell.theme, shell.labels
        self.heading.setText(self.tr("Open an account"))
        self.setWindowTitle(self.tr("Open an account"))
        self.deed_button.setText(self.tr("Open an account"))
        self.person_name = LineEdit(theme, max_length=40, parent=self)
        self.login = LineEdit(theme, private=False, max_length=40, parent=self)
        roles = [Option(role.value, labels.code("account_role", role.value)) for role in Role]
        self.role = ComboBox(theme, roles, parent=self)
        self.unit = LineEdit(theme, max_length=60, parent=self)
        self.add_field(Field(theme, self.tr("Name"), self.person_name, required=True, parent=self))
        self._login_field = self.add_field(
            Field(
                theme,
                self.tr("Log-in name"),
                self.login,
                required=True,
                help_text=self.tr("lower-case letters, digits and _"),
                parent=self,
            )
        )
        self.add_field(Field(theme, self.tr("Role"), self.role, required=True, parent=self))
        self.add_field(Field(theme, self.tr("Unit, as the login page shows it"), self.unit))
        self.person_name.setFocus()

    def accept(self) -> None:
        """Write the account into the key file."""
        login = self.login.value()
        if not _LOGIN.fullmatch(login):
            self._refuse(RefusedError("login_letters", field="login"))
            return
        name, role, unit = self.person_name.value(), self.role.value(), self.unit.value()

        def change(key_file: KeyFile) -> None:
            others = [
                Role(a.role) for a in key_file.accounts.values() if a.is_active and a.name == name
            ]
            if forbidden_together(Role(role), others) is not None:
                raise RefusedError("posts_not_together", field="role")
            key_file.add_account(login=login, name=name, role=role, unit=unit)

        self.deed_button.setEnabled(False)
        self._page.change_keys("open_account", login, change, self._on_done, self._refuse)

    def _on_done(self, _nothing: None) -> None:
        super().accept()

    def _refuse(self, error: ZhengmingError) -> None:
        self.deed_button.setEnabled(True)
        self._login_field.set_error(self._shell.sentence(error))


class SealDialog(FormDialog):
    """Department and post of an account, and the store key for it."""

    def __init__(
        self,
        session: Session,
        shell: Shell,
        line: AccountLine,
        known: tuple[UnitRow, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(shell.theme, "", deed="", parent=parent)
        self._session = session
        self._shell = shell
        self._line = line
        theme = shell.theme
        title = self.tr("Give {name} the store key").format(name=line.key.name)
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("Give the store key"))
        self.post = LineEdit(theme, line.row.post if line.row else "", parent=self)
        places = [Option(str(u.id), u.full_name, u.short_name) for u in known]
        self.unit = ComboBox(
            theme, [Option("", self.tr("the center itself")), *places], parent=self
        )
        if line.row is not None and line.row.unit_id is not None:
            self.unit.set_value(str(line.row.unit_id))
        role = shell.labels.code("account_role", line.key.role)
        self._unit_field = self.add_field(
            Field(
                theme,
                self.tr("Unit"),
                self.unit,
                help_text=self.tr("Role: {role}. Officers and leaders belong to a unit").format(
                    role=role
                ),
                parent=self,
            )
        )
        self.add_field(Field(theme, self.tr("Post"), self.post, parent=self))
        self.post.setFocus()

    def accept(self) -> None:
        """Write the account into the store, then seal the key to it."""
        store = self._session.store
        if store is None:
            return
        opened, key = self._session.opened, self._line.key
        unit = self.unit.value()
        command = OpenAccount(
            key.login, key.name, key.role, self.post.value(), int(unit) if unit else None
        )

        def work(gate: Gate, _tell: Tell) -> None:
            gate.write(command)
            key_file = KeyFile.open(key_path(opened.path))
            key_file.seal_to(key.login, opened.unlocked)
            key_file.sign(opened.unlocked, "seal_account", about=key.login, at=opened.clock.now())

        self.deed_button.setEnabled(False)
        store.errand(
            work,
            self._on_done,
            owner=self,
            failed=self._refuse,
            changes=frozenset({"account"}),
        )

    def _on_done(self, _nothing: None) -> None:
        super().accept()

    def _refuse(self, error: ZhengmingError) -> None:
        self.deed_button.setEnabled(True)
        self._unit_field.set_error(self._shell.sentence(error))
