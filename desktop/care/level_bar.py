"""知悉范围: who may read a talk; the talker chooses, everybody else reads it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from db.care.workflow import LEVELS
from desktop.theme import Theme
from desktop.widgets.editors import Option, Segmented
from desktop.widgets.labels import IconLabel, text_label
from desktop.widgets.layouts import FlowLayout


class LevelBar(QFrame):
    """A guarded bar with the three levels; it folds in two where there is little room."""

    value_changed = Signal(str)

    def __init__(
        self, theme: Theme, level: str, *, may_choose: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setProperty("stage", "guard")
        name = self.tr("Who may read it")
        flow = FlowLayout(spacing=theme.px(10), line_spacing=4)
        flow.setContentsMargins(12, 6, 12, 6)
        flow.addWidget(IconLabel(theme, "lock", stage="guard", parent=self))
        flow.addWidget(text_label(name, "strong", parent=self))
        words = {
            LEVELS[0]: self.tr("Talker and recorder"),
            LEVELS[1]: self.tr("Also the head"),
            LEVELS[2]: self.tr("Result only"),
        }
        sayings = {
            LEVELS[0]: self.tr("What was said is read by talker and recorder"),
            LEVELS[1]: self.tr("The head of the center too, without family and health"),
            LEVELS[2]: self.tr("The head of the center sees conclusion and to-dos only"),
        }
        self.setToolTip(sayings.get(level, ""))
        self._chooser = Segmented(
            theme,
            [Option(code, words[code], note=sayings[code]) for code in LEVELS],
            value=level,
            parent=self,
        )
        self._chooser.setObjectName("level")
        self._chooser.setAccessibleName(name)
        self._may_choose = may_choose
        if may_choose:
            flow.addWidget(self._chooser)
            self._chooser.value_changed.connect(self.value_changed)
        else:
            self._chooser.hide()
            flow.addWidget(text_label(words.get(level, level), parent=self))
        self.setLayout(flow)

    @property
    def may_choose(self) -> bool:
        """Whether the person at the window chooses."""
        return self._may_choose

    @property
    def chooser(self) -> Segmented:
        """The three levels side by side."""
        return self._chooser

    def value(self) -> str:
        """The level shown."""
        return self._chooser.value()

    def set_value(self, level: str) -> None:
        """Show another level."""
        self._chooser.set_value(level)
