"""Another password for the person at the desk; the present one is asked first."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from db.core.clock import Clock
from db.core.errors import ZhengmingError
from db.core.keys import KeyFile
from db.office.opening import key_path
from desktop.background import Background
from desktop.login.login_form import LEAST_PASSWORD
from desktop.login.password_line import PasswordLine
from desktop.messages import sentence
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.field import Field


class PasswordDialog(FormDialog):
    """Present password, new one, new one again; the key file is written off the window's thread."""

    def __init__(
        self, theme: Theme, session: Session, *, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        self._session = session
        self._clock = clock
        self.background = Background(self)
        self.present = PasswordLine(theme, self)
        self.fresh = PasswordLine(theme, self)
        self.again = PasswordLine(theme, self)
        self.heading.setText(self.tr("Change password"))
        self.setWindowTitle(self.tr("Change password"))
        self.deed_button.setText(self.tr("Change password"))
        for label, line in (
            (self.tr("Present password"), self.present),
            (self.tr("New password"), self.fresh),
            (self.tr("New password again"), self.again),
        ):
            self.add_field(Field(theme, label, line, required=True, parent=self))
        self.present.setFocus()

    def problems(self) -> Mapping[Field, str]:
        """What keeps the password from being changed, by field."""
        found = dict(super().problems())
        _present, fresh, again = self.fields()
        if len(self.fresh.value()) < LEAST_PASSWORD:
            found[fresh] = self.tr("A password has at least {least} characters").format(
                least=LEAST_PASSWORD
            )
        elif self.fresh.value() != self.again.value():
            found[again] = self.tr("The two passwords differ")
        return found

    def accept(self) -> None:
        """Check the present password and write the new one."""
        opened = self._session.opened
        present, fresh = self.present.value(), self.fresh.value()
        login = opened.unlocked.login
        self.deed_button.setEnabled(False)

        def change() -> None:
            key_file = KeyFile.open(key_path(opened.path))
            unlocked = key_file.unlock(login, present, at=self._clock.now())
            key_file.set_password(login, fresh, unlocked=unlocked)
            key_file.sign(unlocked, "set_password", about=login, at=self._clock.now())

        self.background.run(change, self._on_changed, failed=self._on_failed)

    def _on_changed(self, _nothing: None) -> None:
        super().accept()

    def _on_failed(self, error: ZhengmingError) -> None:
        self.deed_button.setEnabled(True)
        self.fields()[0].set_error(sentence(error))
        self.present.setFocus()
