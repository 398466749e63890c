"""The two half-sheets of the recovery secret: typed back once, or used when every key is lost."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.core.clock import Clock
from db.core.errors import RefusedError, ZhengmingError
from db.core.keys import KeyFile
from db.office.opening import key_path, recovery_paths
from desktop.background import Background
from desktop.login.password_line import PasswordLine
from desktop.messages import sentence
from desktop.session import Opened, Session, open_for
from desktop.theme import Theme
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import LineEdit
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label


class RecoveryDialog(FormDialog):
    """Two lines, one for each holder; when both fit, their files are deleted."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        self._path = session.path
        self.first = LineEdit(theme, parent=self)
        self.second = LineEdit(theme, parent=self)
        self.heading.setText(self.tr("Confirm the recovery sheet"))
        self.setWindowTitle(self.tr("Confirm the recovery sheet"))
        self.deed_button.setText(self.tr("Confirm and delete the files"))
        first, second = recovery_paths(self._path)
        self.add_widget(
            text_label(
                self.tr(
                    "Print or copy the two half-sheets, give each to another holder, "
                    "and type both back. The files {first} and {second} are deleted then."
                ).format(first=first.name, second=second.name),
                wrap=True,
                parent=self,
            )
        )
        self.add_field(
            Field(theme, self.tr("First half-sheet"), self.first, required=True, parent=self)
        )
        self.add_field(
            Field(theme, self.tr("Second half-sheet"), self.second, required=True, parent=self)
        )
        self.resize(theme.px(620), self.sizeHint().height())
        self.first.setFocus()

    def accept(self) -> None:
        """Compare the half-sheets with the key file; delete their files when they fit."""
        try:
            key_file = KeyFile.open(key_path(self._path))
            key_file.confirm_recovery(self.first.value(), self.second.value())
        except RefusedError as error:
            fields = {"first": self.fields()[0], "second": self.fields()[1]}
            fields.get(error.field or "second", self.fields()[1]).set_error(sentence(error))
            return
        except ZhengmingError as error:
            self.set_trouble(sentence(error))
            return
        for file in recovery_paths(self._path):
            file.unlink(missing_ok=True)
        super().accept()


class RecoverDialog(FormDialog):
    """Gives an account the store key from both half-sheets, when no key holder can do it."""

    opened = Signal(object)
    """An `Opened`, as after a log-in."""

    def __init__(
        self, theme: Theme, path: Path, login: str, *, clock: Clock, parent: QWidget
    ) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        self._path = path
        self._login = login
        self._clock = clock
        self.background = Background(self)
        self.heading.setText(self.tr("Open the store with the recovery sheet"))
        self.setWindowTitle(self.tr("Open the store with the recovery sheet"))
        self.deed_button.setText(self.tr("Open the store"))
        self.password = PasswordLine(theme, self)
        self.first = LineEdit(theme, parent=self)
        self.second = LineEdit(theme, parent=self)
        self.add_widget(
            text_label(
                self.tr("Both holders type their half; the deed is written into the key file log."),
                "secondary",
                wrap=True,
                parent=self,
            )
        )
        for label, line in (
            (self.tr("Your password"), self.password),
            (self.tr("First half-sheet"), self.first),
            (self.tr("Second half-sheet"), self.second),
        ):
            self.add_field(Field(theme, label, line, required=True, parent=self))
        self.resize(theme.px(620), self.sizeHint().height())
        self.password.setFocus()

    def accept(self) -> None:
        """Check the password, recover the key, seal it to the account, and open the store."""
        path, login, clock = self._path, self._login, self._clock
        password = self.password.value()
        first, second = self.first.value(), self.second.value()
        self.deed_button.setEnabled(False)

        def work() -> Opened:
            key_file = KeyFile.open(key_path(path))
            own = key_file.unlock(login, password, at=clock.now())
            key = key_file.recover(first, second)
            key_file.seal_to(login, replace(own, store_key=key))
            key_file.sign(own, "seal_account", about=login, at=clock.now())
            return open_for(path, key_file, replace(own, store_key=key), clock=clock)

        self.background.run(work, self._on_opened, failed=self._on_failed)

    def _on_opened(self, opened: Opened) -> None:
        super().accept()
        self.opened.emit(opened)

    def _on_failed(self, error: ZhengmingError) -> None:
        self.deed_button.setEnabled(True)
        password, first, second = self.fields()
        field = {"first": first, "second": second}.get(getattr(error, "field", None) or "")
        if field is not None:
            field.set_error(sentence(error))
        elif error.code == "recovery_not_of_store":
            second.set_error(sentence(error))
        else:
            password.set_error(sentence(error))
