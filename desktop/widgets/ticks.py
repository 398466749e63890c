"""Tick boxes that a rule may force, and groups of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.editors import Option, repolish
from desktop.widgets.frames import row_of
from desktop.widgets.labels import IconLabel, text_label
from desktop.widgets.layouts import FlowLayout

ForcedBy = Callable[[frozenset[str]], frozenset[str]]
"""Which codes a rule forces to be ticked beside those already ticked."""


class TickBox(QCheckBox):
    """A tick box; while forced it stays ticked, grey, with a lock behind its words.

    The rule that forces it stands beside it in words (`MultiChoice` shows the sentence).
    """

    def __init__(
        self, theme: Theme, text: str, *, checked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._forced = False
        self.setChecked(checked)

    def is_forced(self) -> bool:
        """Whether a rule holds the tick."""
        return self._forced

    def set_forced(self, forced: bool, reason: str = "") -> None:
        """Lets a rule hold the tick, or lets go; the reason is read out and shown as tooltip."""
        if forced:
            self.setChecked(True)
        self._forced = forced
        self.setProperty("forced", forced)
        self.setToolTip(reason if forced else "")
        self.setAccessibleDescription(reason if forced else "")
        self.updateGeometry()
        repolish(self)

    def nextCheckState(self) -> None:
        """A forced tick does not change."""
        if not self._forced:
            super().nextCheckState()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole box reacts."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Leaves room for the lock."""
        size = super().sizeHint()
        return QSize(size.width() + (self._theme.px(18) if self._forced else 0), size.height())

    def minimumSizeHint(self) -> QSize:
        """Never cuts its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Adds the lock behind the words."""
        super().paintEvent(event)
        if not self._forced:
            return
        side = self._theme.px(14)
        left = super().sizeHint().width() + 1
        box = QRectF(left, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        self._theme.draw_icon(painter, box, "lock", self._theme.color("text2"))


class MultiChoice(QWidget):
    """Several of a few choices; a rule may force some of them and says so below.

    For the modes of a clarification the written one is forced beside any other (澄清 must also be
    in writing): `forced_by` gets the ticked codes and returns those it forces.
    """

    value_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option],
        *,
        value: Sequence[str] = (),
        forced_by: ForcedBy | None = None,
        rule_sentence: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._forced_by = forced_by
        self._rule_sentence = rule_sentence
        self._boxes: dict[str, TickBox] = {}
        flow = FlowLayout(spacing=theme.px(14))
        for option in options:
            box = TickBox(theme, option.label, checked=option.code in value, parent=self)
            box.setToolTip(option.note)
            box.toggled.connect(self._on_box_toggled)
            self._boxes[option.code] = box
            flow.addWidget(box)
        self._icon = IconLabel(theme, "info", stage="info", parent=self)
        self._rule = text_label(rule_sentence, "label", wrap=True, parent=self)
        self._rule.setProperty("stage", "info")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        column.addLayout(flow)
        line = row_of(self._icon, self._rule)
        line.setStretch(1, 1)
        column.addLayout(line)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))
        self._apply_rule()

    def value(self) -> frozenset[str]:
        """The ticked codes."""
        return frozenset(code for code, box in self._boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[str] | frozenset[str]) -> None:
        """Ticks exactly these codes and those that the rule forces."""
        for code, box in self._boxes.items():
            box.blockSignals(True)
            box.set_forced(False)
            box.setChecked(code in value)
            box.blockSignals(False)
        self._apply_rule()
        self.value_changed.emit(self.value())

    def forced(self) -> frozenset[str]:
        """The codes held by the rule."""
        return frozenset(code for code, box in self._boxes.items() if box.is_forced())

    def box(self, code: str) -> TickBox:
        """The tick box of a code."""
        return self._boxes[code]

    def _apply_rule(self) -> None:
        ticked = self.value()
        forced = self._forced_by(ticked) if self._forced_by else frozenset()
        for code, box in self._boxes.items():
            box.blockSignals(True)
            if box.is_forced() != (code in forced) or (code in forced and not box.isChecked()):
                box.set_forced(code in forced, self._rule_sentence)
            box.blockSignals(False)
        shown = bool(forced) and bool(self._rule_sentence)
        self._icon.setVisible(shown)
        self._rule.setVisible(shown)

    def _on_box_toggled(self, checked: bool) -> None:
        self._apply_rule()
        self.value_changed.emit(self.value())


class RadioRow(QWidget):
    """One of a few choices whose words are too long for segments."""

    value_changed = Signal(str)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option],
        *,
        value: str = "",
        vertical: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._codes = [option.code for option in options]
        self._group = QButtonGroup(self)
        flow = FlowLayout(spacing=theme.px(14))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for place, option in enumerate(options):
            button = QRadioButton(option.label, self)
            button.setToolTip(option.note)
            self._group.addButton(button, place)
            if vertical:
                column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                flow.addWidget(button)
        if not vertical:
            column.addLayout(flow)
        self.set_value(value)
        self._group.idToggled.connect(self._on_group_id_toggled)

    def value(self) -> str:
        """The chosen code, or an empty string."""
        place = self._group.checkedId()
        return self._codes[place] if place >= 0 else ""

    def set_value(self, value: str) -> None:
        """Chooses a code; an unknown one leaves nothing chosen."""
        if value in self._codes:
            button = self._group.button(self._codes.index(value))
            button.setChecked(True)
            self.setFocusProxy(button)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        if self._codes:
            self.setFocusProxy(self._group.button(0))

    def setAccessibleName(self, name: str) -> None:
        """Names the group and each option in it."""
        super().setAccessibleName(name)
        for button in self._group.buttons():
            button.setAccessibleName(f"{name} {button.text()}")

    def _on_group_id_toggled(self, place: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._group.button(place))
            self.value_changed.emit(self._codes[place])
