"""个人设置: look, language, text size, typing habits, idle lock; all take effect at once."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.admin.plain_page import PlainPage
from desktop.appearance import Appearance
from desktop.login.preference_row import PreferenceRow
from desktop.settings import IDLE_MINUTES
from desktop.shell import Shell
from desktop.widgets.editors import ComboBox, Option
from desktop.widgets.field import Field
from desktop.widgets.frames import PageHead, Panel
from desktop.widgets.labels import text_label


class PreferencesPage(PlainPage):
    """A person's own settings on this machine."""

    def __init__(self, appearance: Appearance, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self._look = Panel(theme, "", parent=self)
        self._look.body.addWidget(PreferenceRow(appearance, self._look, centred=False))
        self._habits = Panel(theme, "", parent=self)
        self.enter = QCheckBox(self._habits)
        self.enter.setChecked(shell.settings.enter_moves_on)
        self._habits.body.addWidget(self.enter)
        self._safety = Panel(theme, "", parent=self)
        self.idle = ComboBox(theme, parent=self._safety)
        self.idle_field = Field(theme, "", self.idle, parent=self._safety)
        self._note = text_label("", "hint", wrap=True, parent=self._safety)
        row = QHBoxLayout()
        row.addWidget(self.idle_field)
        row.addStretch(1)
        self._safety.body.addLayout(row)
        self._safety.body.addWidget(self._note)
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(12)
        for panel in (self._look, self._habits, self._safety):
            body.addWidget(panel)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(body, 1)
        self.retranslate()
        self.enter.toggled.connect(self._on_enter_toggled)
        self.idle.value_changed.connect(self._on_idle_value_changed)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Personal settings"))
        self._head.set_note(self.tr("on this machine only"))
        self._look.set_title(self.tr("Look and language"))
        self._habits.set_title(self.tr("Typing"))
        self.enter.setText(self.tr("Enter goes to the next field; Ctrl+Enter saves"))
        self._safety.set_title(self.tr("Screen"))
        self.idle_field.label.setText(self.tr("Lock without a key or click for"))
        minutes = self.shell.settings.idle_minutes
        self.idle.set_options(
            [
                Option(str(number), self.tr("{count} minutes").format(count=number))
                for number in IDLE_MINUTES
            ]
        )
        self.idle.set_value(str(minutes))
        self._note.setText(
            self.tr("F12 hides the screen, Ctrl+L locks it; typed words are kept either way.")
        )

    def _on_enter_toggled(self, on: bool) -> None:
        self.shell.settings.enter_moves_on = on

    def _on_idle_value_changed(self, value: str) -> None:
        if value.isdecimal():
            self.shell.settings.idle_minutes = int(value)
