"""What covers the whole window: the lock, which asks for the password, and 遮屏, which does not."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from db.core.clock import Clock, civil_time
from db.core.errors import NotAllowedError, ZhengmingError
from db.core.keys import KeyFile
from db.office.opening import key_path
from desktop.background import Background
from desktop.login.password_line import PasswordLine
from desktop.mark import Mark
from desktop.messages import sentence
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label
from desktop.widgets.words import DayWords

_MINUTE_MS = 20_000


class LockPage(QWidget):
    """Locked: only the person's own password opens what lies behind; nothing typed is lost."""

    unlocked = Signal()
    left = Signal()
    """Another person wants to log in."""

    def __init__(
        self, theme: Theme, session: Session, *, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cover")
        self._theme = theme
        self._session = session
        self._clock = clock
        self._background = Background(self)
        self._title = text_label("", "title", parent=self)
        self._person = text_label("", "secondary", parent=self)
        self.password = PasswordLine(theme, self)
        self.field = Field(theme, "", self.password, parent=self)
        self.button = Button(theme, "", kind="primary", key="Enter", parent=self)
        self._other = Button(theme, "", kind="link", parent=self)
        card = QFrame(self)
        card.setProperty("kind", "panel")
        card.setFixedWidth(theme.px(400))
        column = QVBoxLayout(card)
        column.setContentsMargins(36, 32, 36, 24)
        column.setSpacing(theme.px(12))
        column.addWidget(Mark(theme, 44, card))
        column.addWidget(self._title)
        column.addWidget(self._person)
        column.addWidget(self.field)
        column.addWidget(self.button)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignHCenter)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        self.password.returnPressed.connect(self._on_button_clicked)
        self.button.clicked.connect(self._on_button_clicked)
        self._other.clicked.connect(self.left)
        self.retranslate()

    def focus_first(self) -> None:
        """Put the cursor into the password."""
        self.password.clear()
        self.field.clear_error()
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._title.setText(self.tr("Screen locked"))
        self._person.setText(self._session.actor.name)
        self.field.label.setText(self.tr("Password"))
        self.password.setAccessibleName(self.tr("Password"))
        self.button.setText(self.tr("Unlock"))
        self._other.setText(self.tr("Log in as somebody else"))

    def _on_button_clicked(self) -> None:
        password = self.password.value()
        if not password or not self.button.isEnabled():
            return
        self.button.setEnabled(False)
        opened = self._session.opened

        def check() -> None:
            key_file = KeyFile.open(key_path(opened.path))
            unlocked = key_file.unlock(opened.unlocked.login, password, at=self._clock.now())
            if unlocked.private_key != opened.unlocked.private_key:
                raise NotAllowedError("wrong_password")

        self._background.run(check, self._on_fits, failed=self._on_failed)

    def _on_fits(self, _nothing: None) -> None:
        self.button.setEnabled(True)
        self.password.clear()
        self.unlocked.emit()

    def _on_failed(self, error: ZhengmingError) -> None:
        self.button.setEnabled(True)
        self.password.clear()
        self.field.set_error(sentence(error))
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)


class HiddenPage(QWidget):
    """遮屏: date and time, as on any desk; the same key brings the work back."""

    def __init__(self, theme: Theme, *, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cover")
        self._theme = theme
        self._clock = clock
        self._words = DayWords(self)
        self._time = text_label("", parent=self)
        self._day = text_label("", "secondary", parent=self)
        self._hint = text_label("", "hint", parent=self)
        column = QVBoxLayout(self)
        column.addStretch(3)
        for label in (self._time, self._day):
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)
        column.addWidget(self._hint, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.retranslate)
        self._timer.start()
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        local: datetime = civil_time(self._clock.now())
        self._time.setFont(self._theme.font(26, bold=True))
        self._time.setText(local.strftime("%H:%M"))
        self._day.setText(
            self.tr("{date} {weekday}").format(
                date=self._words.long(local.date()),
                weekday=self._words.weekday(local.isoweekday()),
            )
        )
        self._hint.setText(self.tr("F12 brings the work back"))
