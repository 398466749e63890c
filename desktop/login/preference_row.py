"""Language, look and text size under the login card, before anybody is known."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.appearance import Appearance
from desktop.theme import Look
from desktop.widgets.editors import Option, Segmented
from desktop.widgets.labels import IconLabel

_GLYPHS = ("globe", "sun", "text-aa")


class PreferenceRow(QWidget):
    """Three short choices; each takes effect at once."""

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, centred: bool = True
    ) -> None:
        super().__init__(parent)
        self._centred = centred
        self._appearance = appearance
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(9)
        self.language = self._languages()
        self.look = self._looks()
        self.text_size = self._sizes()
        self._fill()
        appearance.changed.connect(self._on_appearance_changed)

    def changeEvent(self, event: QEvent) -> None:
        """Build the choices anew in another language, so that their widths fit."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for old in (self.look, self.text_size):
                old.hide()
                old.deleteLater()
            self.language.setAccessibleName(self.tr("Language"))
            self.look, self.text_size = self._looks(), self._sizes()
            self._fill()

    def _fill(self) -> None:
        while self._row.count():
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, IconLabel):
                widget.deleteLater()
        if self._centred:
            self._row.addStretch(1)
        choices = (self.language, self.look, self.text_size)
        for place, (glyph, choice) in enumerate(zip(_GLYPHS, choices, strict=True)):
            if place:
                self._row.addSpacing(22)
            self._row.addWidget(IconLabel(self._appearance.theme, glyph, parent=self))
            self._row.addWidget(choice)
            choice.show()
        self._row.addStretch(1)

    def _languages(self) -> Segmented:
        made = Segmented(
            self._appearance.theme,
            [Option("zh_CN", "中文"), Option("en", "English")],
            value=self._appearance.language.code,
            parent=self,
        )
        made.setAccessibleName(self.tr("Language"))
        made.value_changed.connect(self._appearance.choose_language)
        return made

    def _looks(self) -> Segmented:
        made = Segmented(
            self._appearance.theme,
            [
                Option(Look.LIGHT.value, self.tr("Light")),
                Option(Look.DARK.value, self.tr("Dark")),
                Option(Look.CONTRAST.value, self.tr("High contrast")),
            ],
            value=self._appearance.theme.look.value,
            parent=self,
        )
        made.setAccessibleName(self.tr("Look"))
        made.value_changed.connect(self._on_look_value_changed)
        return made

    def _sizes(self) -> Segmented:
        made = Segmented(
            self._appearance.theme,
            [
                Option("100", self.tr("Standard")),
                Option("115", self.tr("Large")),
                Option("130", self.tr("Larger")),
                Option("150", self.tr("Largest")),
            ],
            value=str(self._appearance.theme.text_percent),
            parent=self,
        )
        made.setAccessibleName(self.tr("Text size"))
        made.value_changed.connect(self._on_text_size_value_changed)
        return made

    def _on_appearance_changed(self) -> None:
        theme = self._appearance.theme
        for choice, value in (
            (self.language, self._appearance.language.code),
            (self.look, theme.look.value),
            (self.text_size, str(theme.text_percent)),
        ):
            blocked = choice.blockSignals(True)
            choice.set_value(value)
            choice.blockSignals(blocked)

    def _on_look_value_changed(self, code: str) -> None:
        self._appearance.choose_look(Look(code))

    def _on_text_size_value_changed(self, code: str) -> None:
        self._appearance.choose_text_percent(int(code))
