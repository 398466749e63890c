"""Editors that only the form of registration has: telephone, time of day, month, channel."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.theme import Theme
from desktop.widgets.editors import ComboBox, LineEdit, Option, Segmented
from desktop.widgets.labels import IconLabel

MOBILE_DIGITS = 11
OTHER = "_other"
"""Code of the last segment; never stored."""

_TIME = re.compile(r"(\d{1,2})[:：.点时]?(\d{2})分?")
_MONTH = re.compile(r"(\d{4})[-./年]?(\d{1,2})月?")
_SEPARATORS = re.compile(r"[\s\-－—()（）]")


def mobile_problem(text: str) -> int | None:
    """Return how many digits a mobile number has if they are not eleven, None if it is well.

    Numbers of an office begin with 0 or are short, and are never counted.
    """
    digits = _SEPARATORS.sub("", text)
    if not digits.isdecimal() or not digits.startswith("1"):
        return None
    if len(digits) == MOBILE_DIGITS or digits.startswith(("12", "110", "119")):
        return None
    return len(digits)


def read_time(text: str) -> str:
    """Return a time of day as 09:05 from 905, 9:05, 9点05; empty if it is none."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return ""
    hour, minute = int(found[1]), int(found[2])
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""


def read_month(text: str) -> str:
    """Return a month as 1985.03 from 198503, 1985-3, 1985年3月; empty if it is none."""
    found = _MONTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12:
        return ""
    return f"{found[1]}.{int(found[2]):02d}"


class PhoneEdit(LineEdit):
    """A telephone number; a mobile number with too few or too many digits is told on leaving."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, max_length=40, parent=parent)
        self.setInputMethodHints(
            self.inputMethodHints() | Qt.InputMethodHint.ImhDialableCharactersOnly
        )
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)

    def problem(self) -> str:
        """Return what is wrong with the number, empty if nothing is."""
        count = mobile_problem(self.value())
        if count is None:
            return ""
        sentence = self.tr("A mobile number has {most} digits; this has {count}")
        return sentence.format(most=MOBILE_DIGITS, count=count)

    def _on_editing_finished(self) -> None:
        self.problem_changed.emit(self.problem())

    def _on_text_edited(self, _text: str) -> None:
        if not self.problem():
            self.problem_changed.emit("")


class TimeEdit(LineEdit):
    """A time of day: 905, 9:05 and 09:05 are the same."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, private=False, max_length=6, parent=parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhTime)
        self.editingFinished.connect(self._on_editing_finished)

    def problem(self) -> str:
        """Return what is wrong with the time, empty if nothing is."""
        if not self.value() or read_time(self.value()):
            return ""
        return self.tr("Write the time as 9:05 or 905")

    def _on_editing_finished(self) -> None:
        found = read_time(self.value())
        if found and found != self.text():
            self.setText(found)
        self.problem_changed.emit(self.problem())


class MonthEdit(LineEdit):
    """A month of birth as the people of the organization write it: 1985.03."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, placeholder="1985.03", max_length=9, parent=parent)
        self.setInputMethodHints(self.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers)
        self.editingFinished.connect(self._on_editing_finished)

    def problem(self) -> str:
        """Return what is wrong with the month, empty if nothing is."""
        if not self.value() or read_month(self.value()):
            return ""
        return self.tr("Write the month as 1985.03")

    def _on_editing_finished(self) -> None:
        found = read_month(self.value())
        if found and found != self.text():
            self.setText(found)
        self.problem_changed.emit(self.problem())


class NameEdit(LineEdit):
    """The line of the appellant's name, with a glass that says: typing here looks up."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, max_length=200, parent=parent)
        self._glass = IconLabel(theme, "magnifying-glass", parent=self)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the glass at the left end."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side = self._glass.sizeHint()
        top = (self.height() - side.height()) // 2
        self._glass.setGeometry(QRect(9, top, side.width(), side.height()))
        self.setTextMargins(side.width() + 6, 0, 0, 0)


class ChannelChoice(QWidget):
    """诉求方式: the five common channels side by side, the others in a list behind 其他."""

    value_changed = Signal(str)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        common: Sequence[Option],
        others: Sequence[Option],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._common = [option.code for option in common]
        self.segments = Segmented(theme, [*common, Option(OTHER, self.tr("Other"))], parent=self)
        self.others = ComboBox(theme, others, placeholder=self.tr("Choose"), parent=self)
        self.others.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.segments)
        row.addWidget(self.others, 1)
        row.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.segments)
        self.segments.value_changed.connect(self._on_segments_value_changed)
        self.others.value_changed.connect(self._on_others_value_changed)

    def value(self) -> str:
        """The chosen channel, or an empty string."""
        chosen = self.segments.value()
        return self.others.value() if chosen == OTHER else chosen

    def set_value(self, value: str) -> None:
        """Chooses a channel; an unknown one leaves nothing chosen."""
        if value in self._common or not value:
            self.segments.set_value(value)
            self.others.hide()
        else:
            self.segments.set_value(OTHER)
            self.others.set_value(value)
            self.others.show()
        self.value_changed.emit(self.value())

    def set_invalid(self, invalid: bool) -> None:
        """Shows the error edge."""
        self.segments.set_invalid(invalid)

    def setAccessibleName(self, name: str) -> None:
        """Names the segments."""
        super().setAccessibleName(name)
        self.segments.setAccessibleName(name)
        self.others.setAccessibleName(name)

    def minimumSizeHint(self) -> QSize:
        """Never cuts a word."""
        return self.segments.sizeHint()

    def _on_segments_value_changed(self, value: str) -> None:
        self.others.setVisible(value == OTHER)
        self.value_changed.emit(self.value())

    def _on_others_value_changed(self, _value: str) -> None:
        self.value_changed.emit(self.value())
