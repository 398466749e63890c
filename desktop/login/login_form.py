"""The right half of the login card: who, password, and what to do when it does not fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.labels import Labels
from desktop.login.password_line import PasswordLine
from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.editors import ComboBox, Option
from desktop.widgets.field import Field
from desktop.widgets.keys import EnterMovesOn
from desktop.widgets.labels import IconLabel, rule, text_label

LEAST_PASSWORD = 8


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may log in, as the key file names him.

    Attributes:
        login: Log-in name.
        name: Real name.
        role: Account role.
        unit: Short name of his unit.
        has_password: False before the first log-in.
        find: Pinyin and initials by which the name is found.
    """

    login: str
    name: str
    role: str
    unit: str
    has_password: bool
    find: str = ""


class LoginForm(QFrame):
    """Choose a name, type the password, Enter.

    Somebody without a password is asked to set one, twice.
    """

    submitted = Signal(str, str)
    """Log-in name and password."""
    first_password_set = Signal(str, str)
    """Log-in name and the password typed twice."""

    def __init__(self, theme: Theme, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self._theme = theme
        self._labels = labels
        self._people: dict[str, Person] = {}
        self._shown_person = ""
        self._title = text_label("", "title", parent=self)
        self.person = ComboBox(theme, parent=self)
        self.person.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.password = PasswordLine(theme, self)
        self.again = PasswordLine(theme, self)
        self.person_field = Field(theme, "", self.person, parent=self)
        self.password_field = Field(theme, "", self.password, parent=self)
        self.again_field = Field(theme, "", self.again, parent=self)
        self._caps_light = IconLabel(theme, "light:wait", size=13, parent=self)
        self._caps = text_label("", "label", parent=self)
        self._caps.setProperty("stage", "wait")
        self.button = Button(theme, "", kind="primary", key="Enter", parent=self)
        self._wait = text_label("", "label", parent=self)
        self._notes = text_label("", "label", wrap=True, parent=self)
        self._lay_out()
        self.moves = EnterMovesOn(self)
        self.person.value_changed.connect(self._on_person_value_changed)
        self.password.caps_changed.connect(self._on_password_caps_changed)
        self.again.caps_changed.connect(self._on_password_caps_changed)
        self.password.value_changed.connect(self._on_password_value_changed)
        self.password.returnPressed.connect(self._on_password_return_pressed)
        self.again.returnPressed.connect(self._on_button_clicked)
        self.button.clicked.connect(self._on_button_clicked)
        self.moves.submitted.connect(self._on_button_clicked)
        self._on_password_caps_changed(False)
        self._show_mode()
        self.retranslate()

    @property
    def sets_first_password(self) -> bool:
        """Whether the chosen person has no password yet."""
        person = self._people.get(self.person.value())
        return person is not None and not person.has_password

    def set_people(self, people: Sequence[Person], chosen: str = "") -> None:
        """Offer these people; `chosen` is preselected."""
        self._people = {person.login: person for person in people}
        self._fill_people()
        if chosen in self._people:
            self.person.set_value(chosen)
        self._show_mode()

    def fill(self, login: str, password: str) -> None:
        """Put a name and a password in, as the demo page does."""
        self.person.set_value(login)
        self.password.setText(password)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, sentence: str) -> None:
        """Say why it did not work; the password is to be typed anew."""
        self.set_busy(False)
        self.password.clear()
        self.again.clear()
        self.password_field.set_error(sentence)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Hold the form still while the keys are derived."""
        for part in (self.person, self.password, self.again, self.button):
            part.setEnabled(not busy)
        if busy:
            self.password_field.clear_error()

    def clear(self) -> None:
        """Forget what was typed."""
        self.password.clear()
        self.again.clear()
        self.password_field.clear_error()
        self.set_busy(False)

    def focus_first(self) -> None:
        """Put the cursor where typing begins."""
        first = self.password if self.person.value() else self.person
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Log in"))
        self.person_field.label.setText(self.tr("Name"))
        line = self.person.lineEdit()
        if line is not None:
            line.setPlaceholderText(self.tr("Choose a name, or type its initials"))
        self.person.setAccessibleName(self.tr("Name"))
        self.password.setAccessibleName(self.tr("Password"))
        self.again_field.label.setText(self.tr("The same password again"))
        self.again.setAccessibleName(self.tr("The same password again"))
        self._caps.setText(self.tr("Caps Lock is on"))
        self._wait.setText(self.tr("takes about a second"))
        self._notes.setText(
            self.tr(
                "A forgotten password is reset by the system administrator; "
                "the recovery sheet of two holders opens the store.\n"
                "After three wrong passwords each further try has to wait, up to 30 minutes."
            )
        )
        self._fill_people()
        self._show_mode()

    def _fill_people(self) -> None:
        # The same person under other words is no new choice: errors and typed letters stay.
        blocked = self.person.blockSignals(True)
        kept = self.person.value()
        self.person.set_options(
            [
                Option(
                    person.login,
                    " ".join(
                        filter(
                            None,
                            (
                                person.name,
                                person.unit,
                                self._labels.code("account_role", person.role),
                            ),
                        )
                    ),
                    person.find,
                )
                for person in self._people.values()
            ]
        )
        if kept:
            self.person.set_value(kept)
        self.person.blockSignals(blocked)

    def _show_mode(self) -> None:
        first = self.sets_first_password
        self.again_field.setVisible(first)
        self._notes.setVisible(not first)
        if first:
            self.password_field.label.setText(self.tr("New password"))
            self.password_field.set_help(
                self.tr("First log-in: set a password of at least {least} characters").format(
                    least=LEAST_PASSWORD
                )
            )
            self.button.setText(self.tr("Set password and log in"))
        else:
            self.password_field.label.setText(self.tr("Password"))
            self.password_field.set_help("")
            self.button.setText(self.tr("Log in"))

    def _lay_out(self) -> None:
        theme = self._theme
        caps = QHBoxLayout()
        caps.setSpacing(5)
        caps.addWidget(self._caps_light)
        caps.addWidget(self._caps, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 36, 40, 24)
        column.setSpacing(theme.px(12))
        column.addWidget(self._title)
        column.addSpacing(theme.px(6))
        column.addWidget(self.person_field)
        column.addWidget(self.password_field)
        column.addWidget(self.again_field)
        column.addLayout(caps)
        column.addWidget(self.button)
        column.addWidget(self._wait, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(rule(parent=self))
        column.addWidget(self._notes)
        column.addStretch(1)

    def _on_person_value_changed(self, login: str) -> None:
        # The list tells its value again when it loses the focus: that is no other person.
        if login and login != self._shown_person:
            self._shown_person = login
            self.password_field.clear_error()
        self._show_mode()

    def _on_password_caps_changed(self, on: bool) -> None:
        self._caps.setVisible(on)
        self._caps_light.setVisible(on)

    def _on_password_value_changed(self, text: str) -> None:
        if text:
            self.password_field.clear_error()

    def _on_password_return_pressed(self) -> None:
        if not self.sets_first_password:
            self._on_button_clicked()

    def _on_button_clicked(self) -> None:
        login = self.person.value()
        if not login:
            self.person_field.set_error(self.tr("Choose a name first"))
            self.person.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.person_field.clear_error()
        password = self.password.value()
        if not self.sets_first_password:
            if password:
                self.submitted.emit(login, password)
            else:
                self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if len(password) < LEAST_PASSWORD:
            self.password_field.set_error(
                self.tr("A password has at least {least} characters").format(least=LEAST_PASSWORD)
            )
            return
        if password != self.again.value():
            self.again_field.set_error(self.tr("The two passwords differ"))
            self.again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.again_field.clear_error()
        self.first_password_set.emit(login, password)
