"""Lines for whole numbers and times of the day, and a field that holds a file."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.editors import LineEdit, Option
from desktop.widgets.labels import ElidedLabel

AskPaths = Callable[[str, Callable[[list[Path]], None]], None]
"""Asks for files: `Shell.ask_open_paths`."""

_MOST: Final = 1_000_000_000
_TIME: Final = re.compile(r"(\d{1,2})\s*[:.点时]\s*(\d{1,2})?\s*分?")
_COMPACT: Final = re.compile(r"(\d{1,2})(\d{2})")


def parse_number(text: str) -> int | None:
    """Return the whole number that was meant, None where the text is none.

    Full-width figures and commas between thousands count.
    """
    clean = unicodedata.normalize("NFKC", text).strip().replace(",", "")
    if not clean.isascii() or not clean.isdigit() or int(clean) > _MOST:
        return None
    return int(clean)


def parse_time(text: str) -> str | None:
    """Return a time of the day as `9:30`, None where the text is none.

    Reads 9:30, 0930, 930, 9.30, 9点30分, 14点; full-width figures and colons count.
    """
    clean = unicodedata.normalize("NFKC", text).strip()
    found = _TIME.fullmatch(clean) or _COMPACT.fullmatch(clean)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour}:{minute:02d}" if hour < 24 and minute < 60 else None


class NumberEdit(LineEdit):
    """A line for a whole number, 0 or more."""

    def __init__(
        self, theme: Theme, value: int | None = None, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, private=False, max_length=14, parent=parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.set_value("" if value is None else str(value))
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)

    def number(self) -> int | None:
        """Return the number, None where the line is empty or holds none."""
        return parse_number(self.text())

    def _on_editing_finished(self) -> None:
        number = self.number()
        if number is not None:
            self.setText(str(number))
        wrong = number is None and bool(self.value())
        self.problem_changed.emit(self.tr("Write a whole number, as 12") if wrong else "")

    def _on_text_edited(self, _text: str) -> None:
        if self.number() is not None or not self.value():
            self.problem_changed.emit("")


class TimeEdit(LineEdit):
    """A line for a time of the day; shows it as 9:30."""

    def __init__(self, theme: Theme, value: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(theme, value, private=False, max_length=10, parent=parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.setPlaceholderText(self.tr("9:30 or 930"))
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)

    def time(self) -> str:
        """Return the time as `9:30`; what cannot be read stays as typed."""
        return parse_time(self.text()) or self.value()

    def _on_editing_finished(self) -> None:
        found = parse_time(self.text())
        if found is not None:
            self.setText(found)
        wrong = found is None and bool(self.value())
        self.problem_changed.emit(self.tr("Write the time as 9:30 or 930") if wrong else "")

    def _on_text_edited(self, _text: str) -> None:
        if parse_time(self.text()) is not None or not self.value():
            self.problem_changed.emit("")


@dataclass(frozen=True, slots=True)
class PickedFile:
    """A file that was chosen: its name and its bytes."""

    name: str
    content: bytes


class FileEdit(QWidget):
    """Holds one file: chosen anew, or one of those that are filed already.

    `value` is what stands in the field, `answer` only what was chosen here.
    """

    value_changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        ask: AskPaths,
        *,
        filed: str = "",
        files: Sequence[Option] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ask = ask
        self._filed = filed
        self._files = tuple(files)
        self._picked: PickedFile | None = None
        self._code = ""
        self._choose = Button(theme, self.tr("Choose a file"), icon="paperclip", parent=self)
        self._among = Button(theme, self.tr("From the files"), has_menu=True, parent=self)
        self._among.setVisible(bool(files))
        self._name = ElidedLabel(filed, "secondary", parent=self)
        self._drop = Button(theme, "", kind="quiet", icon="x", small=True, parent=self)
        self._drop.setAccessibleName(self.tr("Take the file away"))
        self._drop.setToolTip(self.tr("Take the file away"))
        self._drop.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._choose)
        row.addWidget(self._among)
        row.addWidget(self._name, 1)
        row.addWidget(self._drop)
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self._on_choose_clicked)
        self._among.clicked.connect(self._on_among_clicked)
        self._drop.clicked.connect(self._on_drop_clicked)

    def value(self) -> PickedFile | str | None:
        """Return what was chosen, else the name of the one filed already, else None."""
        return self._picked or self._code or self._filed or None

    def answer(self) -> PickedFile | str | None:
        """Return the file chosen here, or the code of one among the files, else None."""
        return self._picked or self._code or None

    def set_picked(self, picked: PickedFile | None) -> None:
        """Hold a new file, or none."""
        self._hold(picked, "", picked.name if picked else self._filed)

    def set_code(self, code: str) -> None:
        """Hold one among the files."""
        label = next((each.label for each in self._files if each.code == code), "")
        self._hold(None, code if label else "", label or self._filed)

    def files_menu(self) -> QMenu:
        """Return the menu of the files; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for each in self._files:
            menu.addAction(each.label).setData(each.code)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def setAccessibleName(self, name: str) -> None:
        """Name the buttons, which have the focus."""
        super().setAccessibleName(name)
        for button in (self._choose, self._among):
            button.setAccessibleName(f"{name} {button.text()}".strip())

    def _hold(self, picked: PickedFile | None, code: str, words: str) -> None:
        self._picked, self._code = picked, code
        self._name.setText(words)
        self._drop.setVisible(self.answer() is not None)
        self.value_changed.emit(self.answer())

    def _on_choose_clicked(self) -> None:
        self._ask(self.tr("All files (*)"), self._take)

    def _on_among_clicked(self) -> None:
        self.files_menu().popup(self._among.mapToGlobal(self._among.rect().bottomLeft()))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.set_code(str(action.data()))

    def _take(self, paths: list[Path]) -> None:
        if not paths:
            return
        try:
            content = paths[0].read_bytes()
        except OSError as fault:
            words = self.tr("Could not be read: {0}").format(fault.strerror or "")
            self.problem_changed.emit(words)
            return
        self.problem_changed.emit("")
        self.set_picked(PickedFile(paths[0].name, content))

    def _on_drop_clicked(self) -> None:
        self.set_picked(None)
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
