"""The window before anybody is known: the login card, the preferences, the demo's people."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.core import backup
from db.core.clock import Clock
from db.core.errors import ZhengmingError
from db.core.keys import KeyFile
from db.core.permissions import Role
from db.office.demo_mark import demo_password
from db.office.opening import key_path, recovery_paths
from db.people.matching import pinyin_full, pinyin_initials
from desktop.appearance import Appearance
from desktop.background import Background
from desktop.labels import Labels
from desktop.login.login_form import LoginForm, Person
from desktop.login.preference_row import PreferenceRow
from desktop.login.recovery_dialog import RecoverDialog
from desktop.login.store_panel import StoreFacts, StorePanel
from desktop.messages import sentence
from desktop.session import Opened, open_for, unlock
from desktop.settings import Settings
from desktop.widgets.buttons import Button
from desktop.widgets.frames import Bar, ProgressRow
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import FlowLayout

VERSION = "0.1.0"
CARD_HEIGHT = 437

RECOVERERS = frozenset({Role.MANAGER.value, Role.SECURITY_ADMIN.value})
"""Roles to whom the recovery sheet opens the store."""


class LoginWindow(QWidget):
    """Unlocks a store; `opened` carries what came of it."""

    opened = Signal(object)
    """An `Opened`, on the window's thread."""
    left = Signal()
    """The window was closed without a log-in."""

    def __init__(
        self,
        appearance: Appearance,
        settings: Settings,
        *,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._settings = settings
        self._clock = clock
        self._path: Path | None = None
        self._labels = Labels(chinese=appearance.is_chinese)
        theme = appearance.theme
        self.background = Background(self)
        self.panel = StorePanel(theme, self)
        self.form = LoginForm(theme, self._labels, self)
        self.preferences = PreferenceRow(appearance, self)
        self.banner = Bar(theme, "wait", "", closable=False, parent=self)
        self.trouble = Bar(theme, "bad", "", parent=self)
        self.progress = ProgressRow(theme, parent=self)
        self._demo = QFrame(self)
        self._demo_title = text_label("", "label", parent=self._demo)
        self._demo_people = FlowLayout()
        self._version = text_label("", "label", parent=self)
        self._recover = Button(theme, "", kind="link", parent=self)
        self._recover.hide()
        self._people: list[Person] = []
        self._lay_out()
        self.setWindowIcon(theme.icon("scales", "accent"))
        self.resize(1440, 900)
        self.setMinimumSize(640, 480)
        self.form.submitted.connect(self._on_form_submitted)
        self.form.first_password_set.connect(self._on_form_first_password_set)
        self._recover.clicked.connect(self._on_recover_clicked)
        appearance.changed.connect(self._on_appearance_changed)
        self.retranslate()

    def show_store(self, path: Path) -> None:
        """Offer the people of a store."""
        self._path = path
        self.progress.finish()
        self.trouble.hide()
        try:
            key_file = KeyFile.open(key_path(path))
        except ZhengmingError as error:
            self.trouble.say(sentence(error))
            self.trouble.show()
            return
        self._people = [
            Person(a.login, a.name, a.role, a.unit, bool(a.locked_private))
            for a in key_file.accounts.values()
            if a.is_active
        ]
        last = self._settings.get(f"last_login:{key_file.store_id}", "")
        self.form.set_people(self._people, last)
        self.form.setVisible(True)
        self.panel.show_facts(
            StoreFacts(
                office=self._settings.get(f"office:{key_file.store_id}", ""),
                backup=backup.state(path, now=self._clock.now()),
                recovery_unconfirmed=any(p.exists() for p in recovery_paths(path))
                and not key_file.recovery_confirmed,
                is_demo=demo_password(path) is not None,
                now=self._clock.now(),
            )
        )
        self._show_demo(demo_password(path))
        self.background.run(self._find_words, self._on_find_words, failed=self._on_failed)
        self.form.focus_first()

    def prepare(self, work: Callable[[Callable[[str, int, int], None]], Path], words: str) -> None:
        """Make a store (the demo) with progress in sight, then offer its people."""
        self.form.setVisible(False)
        self.progress.start(words, can_cancel=False)
        tell = self.background.teller(self._on_prepare_told)
        self.background.run(lambda: work(tell), self.show_store, failed=self._on_failed)

    def say_trouble(self, words: str) -> None:
        """Show a sentence above the card, as after a crash of the last start."""
        self.trouble.say(words)
        self.trouble.show()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that nobody logged in."""
        super().closeEvent(event)
        self.left.emit()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setWindowTitle(self.tr("Zhengming"))
        self.banner.say(
            self.tr("Demonstration"), detail=self.tr("all people and cases are invented")
        )
        self._demo_title.setText(
            self.tr("Demonstration accounts; password of all: {password}").format(
                password=(self._path and demo_password(self._path)) or ""
            )
        )
        self._recover.setText(self.tr("Open the store with the recovery sheet"))
        self._version.setText(self.tr("Zhengming {version}").format(version=VERSION))
        self._name_demo_buttons()

    # -- parts -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme = self._appearance.theme
        card = QFrame(self)
        card.setProperty("kind", "panel")
        card.setFixedWidth(theme.px(822))
        card.setMinimumHeight(theme.px(CARD_HEIGHT))
        halves = QHBoxLayout(card)
        halves.setContentsMargins(1, 1, 1, 1)
        halves.setSpacing(0)
        self.panel.setFixedWidth(theme.px(400))
        halves.addWidget(self.panel)
        halves.addWidget(self.form, 1)
        self._card = card
        demo = QVBoxLayout(self._demo)
        demo.setContentsMargins(0, 0, 0, 0)
        demo.setSpacing(theme.px(6))
        demo.addWidget(self._demo_title)
        demo.addLayout(self._demo_people)
        self._demo.setFixedWidth(theme.px(822))
        self._demo.hide()
        self.banner.hide()
        self.trouble.hide()
        page = QWidget(self)
        page.setProperty("kind", "scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(theme.px(14))
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self.banner)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addWidget(card, 0, centre)
        column.addWidget(self._recover, 0, centre)
        column.addWidget(self.progress)
        column.addWidget(self._demo, 0, centre)
        column.addWidget(self.preferences)
        column.addStretch(1)
        column.addWidget(self._version, 0, centre)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _show_demo(self, password: str | None) -> None:
        self.banner.setVisible(password is not None)
        self._demo.setVisible(password is not None)
        while (item := self._demo_people.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if password is None:
            return
        for person in self._people:
            button = Button(self._appearance.theme, person.name, small=True, parent=self._demo)
            button.setProperty("login", person.login)
            button.clicked.connect(self._on_demo_button_clicked)
            self._demo_people.addWidget(button)
            button.show()
        self.retranslate()

    def _name_demo_buttons(self) -> None:
        people = {person.login: person for person in self._people}
        for button in self._demo.findChildren(Button):
            person = people.get(str(button.property("login")))
            if person is not None:
                role = self._labels.code("account_role", person.role)
                button.setText(" ".join(filter(None, (person.name, person.unit, role))))
        self._demo_people.invalidate()
        rows = self._demo_people.heightForWidth(self._demo.width())
        self._demo.setFixedHeight(self._demo_title.sizeHint().height() + rows + 12)

    def _find_words(self) -> dict[str, str]:
        # The pinyin dictionary costs a tenth of a second: it is read beside the first picture.
        return {p.name: f"{pinyin_full(p.name)} {pinyin_initials(p.name)}" for p in self._people}

    def _on_find_words(self, words: dict[str, str]) -> None:
        self._people = [replace(p, find=words.get(p.name, "")) for p in self._people]
        self.form.set_people(self._people)

    # -- logging in ------------------------------------------------------------------------

    def _on_form_submitted(self, login: str, password: str) -> None:
        path = self._path
        if path is None:
            return
        self.form.set_busy(True)
        self.background.run(
            lambda: unlock(path, login, password, clock=self._clock),
            self._on_opened,
            failed=self._on_failed,
        )

    def _on_form_first_password_set(self, login: str, password: str) -> None:
        path = self._path
        if path is None:
            return
        self.form.set_busy(True)

        def set_and_open() -> Opened:
            key_file = KeyFile.open(key_path(path))
            key_file.set_password(login, password)
            unlocked = key_file.unlock(login, password, at=self._clock.now())
            key_file.sign(unlocked, "set_password", about=login, at=self._clock.now())
            return open_for(path, key_file, unlocked, clock=self._clock)

        self.background.run(set_and_open, self._on_opened, failed=self._on_first_failed)

    def _on_opened(self, opened: Opened) -> None:
        self._recover.hide()
        store_id = opened.key_file.store_id
        self._settings[f"last_login:{store_id}"] = opened.unlocked.login
        if opened.office:
            self._settings[f"office:{store_id}"] = opened.office
        self.form.clear()
        self.opened.emit(opened)

    def _on_failed(self, error: ZhengmingError) -> None:
        if self.form.isVisible() or self._path is not None:
            self.form.refuse(sentence(error))
            self._offer_recovery(error)
        else:
            self.progress.finish()
            self.say_trouble(sentence(error))

    def _on_first_failed(self, error: ZhengmingError) -> None:
        # The password is set even if the store is not yet open to the account.
        if self._path is not None:
            self.show_store(self._path)
        self.form.refuse(sentence(error))
        self._offer_recovery(error)

    def _offer_recovery(self, error: ZhengmingError) -> None:
        """Where no key holder is left, both half-sheets open the store to a head or keeper."""
        role = next((p.role for p in self._people if p.login == self.form.person.value()), "")
        self._recover.setVisible(error.code == "no_store_key" and role in RECOVERERS)

    def _on_recover_clicked(self) -> None:
        if self._path is None:
            return
        dialog = RecoverDialog(
            self._appearance.theme,
            self._path,
            self.form.person.value(),
            clock=self._clock,
            parent=self,
        )
        dialog.background.broke.connect(self.background.broke)
        dialog.opened.connect(self._on_opened)
        dialog.open()

    def _on_prepare_told(self, _doing: str, done: int, whole: int) -> None:
        self.progress.set_progress(done, whole)

    def _on_demo_button_clicked(self) -> None:
        sender = self.sender()
        password = demo_password(self._path) if self._path is not None else None
        if isinstance(sender, Button) and password is not None:
            self.form.fill(str(sender.property("login")), password)

    def _on_appearance_changed(self) -> None:
        self._labels.chinese = self._appearance.is_chinese
        theme = self._appearance.theme
        self._card.setFixedWidth(theme.px(822))
        self._card.setMinimumHeight(theme.px(CARD_HEIGHT))
        self.panel.setFixedWidth(theme.px(400))
        self._demo.setFixedWidth(theme.px(822))
        self._name_demo_buttons()
