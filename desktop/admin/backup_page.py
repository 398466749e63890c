"""备份恢复: what backups there are, whether they hold, and how to take one elsewhere or back.

Key holders make, compare and rehearse; the system administrator, who holds no key, compares files,
copies backups to another disk and restores them into a new store.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.core import backup
from db.core.backup import Backup
from db.core.clock import civil_time
from db.core.errors import UnavailableError, ZhengmingError
from db.core.gate import Gate
from db.core.keys import KeyFile
from db.core.permissions import Role
from db.office.opening import key_path
from desktop.admin.admin_page import RowsTable
from desktop.admin.plain_page import PlainPage
from desktop.background import Background
from desktop.session import Session
from desktop.shell import Shell
from desktop.store import Tell
from desktop.when import When
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.frames import Bar, PageHead
from desktop.widgets.table import Column


class BackupPage(PlainPage):
    """Backups, newest first."""

    def __init__(self, session: Session, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._session = session
        self._clock = session.opened.clock
        self._when = When(self)
        self.background = Background(self)
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self.make = Button(theme, "", kind="primary", parent=self)
        self.rehearse = Button(theme, "", parent=self)
        self.check = Button(theme, "", parent=self)
        self.copy = Button(theme, "", parent=self)
        self.restore = Button(theme, "", parent=self)
        for button in (self.make, self.rehearse, self.check, self.copy, self.restore):
            self._head.add_action(button)
        holds_key = session.store is not None
        keeps = session.actor.role is Role.SYSTEM_ADMIN
        self.make.setVisible(holds_key)
        self.rehearse.setVisible(holds_key)
        self.copy.setVisible(keeps or holds_key)
        self.restore.setVisible(keeps or holds_key)
        self.bar = Bar(theme, "bad", "", closable=False, parent=self)
        self.bar.hide()
        self._bars = QWidget(self)
        above = QVBoxLayout(self._bars)
        above.setContentsMargins(20, 8, 20, 8)
        above.addWidget(self.bar)
        self.rows: RowsTable[Backup] = RowsTable(shell, "backups", self._cell, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._bars)
        column.addWidget(self.rows, 1)
        self.make.clicked.connect(self._on_make_clicked)
        self.rehearse.clicked.connect(self._on_rehearse_clicked)
        self.check.clicked.connect(self._on_check_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.retranslate()

    def reload(self) -> None:
        """Read the folder of backups."""
        made = backup.backups(self._session.path)
        self.rows.set_rows(made)
        self.rows.foot.setText(
            self.tr("{count} backups in {folder}; 7 days, 8 weeks and 12 months are kept").format(
                count=len(made), folder=backup.home(self._session.path).name
            )
        )
        for button in (self.rehearse, self.check, self.copy, self.restore):
            button.setEnabled(bool(made))
        self._say_state()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Backup and restore"))
        self.make.setText(self.tr("Back up"))
        self.rehearse.setText(self.tr("Rehearse a restore"))
        self.check.setText(self.tr("Compare files"))
        self.copy.setText(self.tr("Copy to another disk"))
        self.restore.setText(self.tr("Restore as a new store"))
        self.rows.set_columns(
            [
                Column("made", self.tr("Made"), 220, locked=True),
                Column("reason", self.tr("Occasion"), 160),
                Column("size", self.tr("Size"), 100),
                Column("folder", self.tr("Folder"), 240, stretch=True),
            ],
            self.tr("Backup and restore"),
        )
        self.reload()

    def _cell(self, key: str, row: Backup) -> Cell:
        match key:
            case "made":
                local = civil_time(row.made_at)
                return TextCell(local.strftime("%Y-%m-%d %H:%M"))
            case "reason":
                return TextCell(self._reason(row.reason), "text2")
            case "size":
                return TextCell(f"{row.size / 1_048_576:.1f} MB", "text2", right=True)
            case _:
                return TextCell(row.folder.name, "text2", mono=True)

    def _reason(self, reason: str) -> str:
        match reason:
            case "daily":
                return self.tr("daily")
            case "before_migration":
                return self.tr("before an update")
            case _:
                return self.tr("by hand")

    def _say_state(self) -> None:
        told = backup.state(self._session.path, now=self._clock.now())
        if self._session.opened.is_demo:
            self._bars.hide()
            return
        if told.failure:
            self.bar.say(self.shell.sentence(UnavailableError(told.failure)))
        elif told.made_at is None:
            self.bar.say(self.tr("There is no backup yet"))
        elif not told.is_fresh:
            words = self._when.moment(told.made_at, self._clock.now())
            self.bar.say(self.tr("The last backup is of {when}").format(when=words))
        self.bar.setVisible(bool(told.failure) or not told.is_fresh)
        self._bars.setVisible(bool(told.failure) or not told.is_fresh)

    # -- deeds -----------------------------------------------------------------------------

    def _on_make_clicked(self) -> None:
        path, clock = self._session.path, self._clock

        def work(key: bytes) -> Path:
            return backup.backup(path, key, clock=clock).folder

        self._with_key(work, self._on_made)

    def _on_rehearse_clicked(self) -> None:
        row = self.rows.current()
        if row is None:
            return
        path, clock, folder = self._session.path, self._clock, row.folder

        def work(key: bytes) -> Path:
            backup.rehearse(path, key, clock=clock, folder=folder)
            return folder

        self._with_key(work, self._on_rehearsed)

    def _with_key(self, work: Callable[[bytes], Path], then: Callable[[Path], None]) -> None:
        store, key = self._session.store, self._session.opened.unlocked.store_key
        if store is None or key is None:
            return
        held = key
        self._set_busy(True)

        def errand(_gate: Gate, _tell: Tell) -> Path:
            return work(held)

        store.errand(errand, then, owner=self, failed=self._on_failed)

    def _on_check_clicked(self) -> None:
        row = self.rows.current()
        if row is not None:
            folder = row.folder
            self._set_busy(True)
            self.background.run(
                lambda: backup.check_files(folder).folder,
                self._on_checked,
                failed=self._on_failed,
            )

    def _on_copy_clicked(self) -> None:
        row = self.rows.current()
        if row is not None:
            self.shell.ask_save_path(row.folder.name, "", self._copy_to)

    def _copy_to(self, target: Path) -> None:
        row = self.rows.current()
        if row is None:
            return
        folder = row.folder
        self._set_busy(True)

        def work() -> Path:
            copy = backup.copy_to(folder, target.parent)
            self._sign("copy_backup", folder.name)
            return copy

        self.background.run(work, self._on_copied, failed=self._on_failed)

    def _on_restore_clicked(self) -> None:
        row = self.rows.current()
        if row is not None:
            suggested = str(self._session.path.with_name(f"restored-{row.store}"))
            self.shell.ask_save_path(suggested, "*.zm", self._restore_to)

    def _restore_to(self, target: Path) -> None:
        row = self.rows.current()
        if row is None:
            return
        folder = row.folder
        self._set_busy(True)

        def work() -> Path:
            restored = backup.restore(folder, target)
            self._sign("restore_backup", folder.name)
            return restored

        self.background.run(work, self._on_restored, failed=self._on_failed)

    def _sign(self, act: str, about: str) -> None:
        """Leave a line in the key file's own log, which the next key holder anchors."""
        opened = self._session.opened
        key_file = KeyFile.open(key_path(opened.path))
        key_file.sign(opened.unlocked, act, about=about, at=opened.clock.now())

    def _set_busy(self, busy: bool) -> None:
        for button in (self.make, self.rehearse, self.check, self.copy, self.restore):
            button.setEnabled(not busy)

    def _finish(self, words: str) -> None:
        self._set_busy(False)
        self.reload()
        self.shell.bar("good", words)

    def _on_made(self, _folder: Path) -> None:
        self._finish(self.tr("Backed up, opened and compared"))

    def _on_rehearsed(self, _folder: Path) -> None:
        self._finish(self.tr("The rehearsal held the same"))

    def _on_checked(self, folder: Path) -> None:
        self._finish(self.tr("The files of {name} are unchanged").format(name=folder.name))

    def _on_copied(self, copy: Path) -> None:
        self._finish(self.tr("Copied to {folder} and compared").format(folder=copy.name))

    def _on_restored(self, path: Path) -> None:
        self._finish(
            self.tr("Restored as {path}; it opens with the passwords of that day").format(
                path=path.name
            )
        )

    def _on_failed(self, error: ZhengmingError) -> None:
        self._set_busy(False)
        self.reload()
        self.shell.fail(error)
