"""The status bar: what is saved, the draft, the backup, the recovery sheet, and the reminder."""

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStatusBar, QWidget

from db.core.backup import BackupState
from db.core.clock import Clock, civil_time
from desktop.theme import Theme
from desktop.when import When
from desktop.widgets.editors import repolish
from desktop.widgets.labels import IconLabel, text_label


class StatusLine(QStatusBar):
    """Says where the work stands, in the same place on every page."""

    def __init__(self, theme: Theme, *, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 0)
        self._clock = clock
        self._when = When(self)
        self._saved_at: datetime | None = None
        self._draft_at: datetime | None = None
        self._is_saving = False
        self._failed = False
        self._backup: BackupState | None = None
        self._is_demo = False
        self._unconfirmed = False
        self.saved = text_label("", parent=self)
        self.draft = text_label("", parent=self)
        self.recovery = text_label("", parent=self)
        self.backup = text_label("", parent=self)
        self._internal = text_label("", parent=self)
        self._secret = text_label("", parent=self)
        self._check = IconLabel(theme, "check", stage="good", parent=self)
        self.addWidget(self._check)
        self.addWidget(self.saved)
        self.addWidget(self.draft)
        for part in (self.recovery, self.backup, self._internal):
            self.addPermanentWidget(part)
        self.addPermanentWidget(IconLabel(theme, "shield-check", parent=self))
        self.addPermanentWidget(self._secret)
        self.retranslate()

    def show_saving(self) -> None:
        """A command was taken and is not yet written."""
        self._is_saving, self._failed = True, False
        self.retranslate()

    def show_saved(self, at: datetime) -> None:
        """Everything taken is written."""
        self._saved_at, self._is_saving, self._failed = at, False, False
        self.retranslate()

    def show_failed(self) -> None:
        """The last command was not written."""
        self._is_saving, self._failed = False, True
        self.retranslate()

    def show_draft(self, at: datetime | None) -> None:
        """A draft was kept, or is done."""
        self._draft_at = at
        self.retranslate()

    def show_backup(self, told: BackupState, *, is_demo: bool) -> None:
        """Show the state of the backups."""
        self._backup, self._is_demo = told, is_demo
        self.retranslate()

    def show_recovery(self, *, unconfirmed: bool) -> None:
        """Show in red that the recovery sheet was never typed back."""
        self._unconfirmed = unconfirmed
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._say_saved()
        self.draft.setText(
            self.tr("Draft kept {time}").format(time=_time(self._draft_at))
            if self._draft_at
            else ""
        )
        self._say_backup()
        self.recovery.setText(self.tr("Recovery sheet unconfirmed") if self._unconfirmed else "")
        self._stage(self.recovery, bad=self._unconfirmed)
        self._internal.setText(self.tr("Internal"))
        self._secret.setText(self.tr("No state secrets in this system"))

    def _say_saved(self) -> None:
        if self._is_saving:
            words = self.tr("Saving…")
        elif self._failed:
            words = self.tr("Not saved")
        elif self._saved_at is not None:
            words = self.tr("All saved {time}").format(time=_time(self._saved_at))
        else:
            words = self.tr("Nothing unsaved")
        self.saved.setText(words)
        self._check.setVisible(not self._is_saving and not self._failed)
        self._stage(self.saved, bad=self._failed)

    def _say_backup(self) -> None:
        told = self._backup
        if told is None:
            self.backup.setText("")
            return
        if self._is_demo and told.made_at is None:
            self.backup.setText(self.tr("The demonstration needs no backup"))
            self._stage(self.backup, bad=False)
            return
        bad = True
        if told.failure:
            words = self.tr("The last backup failed")
        elif told.made_at is None:
            words = self.tr("No backup yet")
        else:
            bad = not told.is_fresh
            moment = self._when.moment(told.made_at, self._clock.now())
            words = self.tr("Backup {when}, compared").format(when=moment)
        self.backup.setText(words)
        self._stage(self.backup, bad=bad)

    def _stage(self, label: QWidget, *, bad: bool) -> None:
        wanted = "bad" if bad else ""
        if label.property("stage") != wanted:
            label.setProperty("stage", wanted)
            repolish(label)


def _time(at: datetime) -> str:
    return civil_time(at).strftime("%H:%M:%S")
