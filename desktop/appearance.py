"""Language, look and text size: chosen in one place, remembered, and put on the whole program."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.i18n import CHINESE, Language
from desktop.settings import Settings
from desktop.theme import Look, Theme, apply


class Appearance(QObject):
    """What the program looks and speaks like; login page, menu and settings page share it."""

    changed = Signal()

    def __init__(
        self, app: QApplication, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self.theme = Theme(settings.look, settings.text_percent, self)
        self.language = Language(app, self)
        self.language.choose(settings.language)
        apply(app, self.theme)

    @property
    def is_chinese(self) -> bool:
        """Whether the window speaks Chinese."""
        return self.language.code == CHINESE

    def choose_language(self, code: str) -> None:
        """Speak another language."""
        self._settings.language = code
        self.language.choose(code)
        self.changed.emit()

    def choose_look(self, look: Look) -> None:
        """Show another look."""
        self._settings.look = look
        self.theme.choose(look=look)
        apply(self._app, self.theme)
        self.changed.emit()

    def choose_text_percent(self, percent: int) -> None:
        """Show larger or smaller words."""
        self._settings.text_percent = percent
        self.theme.choose(text_percent=percent)
        apply(self._app, self.theme)
        self.changed.emit()
