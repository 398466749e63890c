"""The command palette and the keys at a glance: every action, page and recent case by letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.people.matching import pinyin_full, pinyin_initials
from desktop.theme import Theme
from desktop.widgets.buttons import KeyCap
from desktop.widgets.editors import LineEdit
from desktop.widgets.frames import Overlay
from desktop.widgets.keys import is_composing, is_enter
from desktop.widgets.labels import text_label

_KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette can do.

    Attributes:
        key: Name of the deed.
        text: Words shown and searched.
        note: Where it belongs: menu, page, case.
        keys: Its key, if it has one.
    """

    key: str
    text: str
    note: str = ""
    keys: str = ""


def matches(entry: Entry, typed: str) -> bool:
    """Return whether typed letters mean an entry: part of its words, its pinyin or initials."""
    wanted = typed.strip().lower()
    if not wanted or wanted in f"{entry.text} {entry.note}".lower():
        return True
    if not wanted.isascii():
        return False
    return wanted in pinyin_initials(entry.text) or wanted in pinyin_full(entry.text)


class Palette(Overlay):
    """Type a few letters, Enter does it; arrows choose, Esc leaves."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self.line = LineEdit(theme, private=False, parent=self)
        self._model = QStandardItemModel(self)
        self.list = QListView(self)
        self.list.setProperty("kind", "names")
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.installEventFilter(self)
        self.line.value_changed.connect(self._on_line_value_changed)
        self.list.clicked.connect(self._on_list_clicked)

    def open_with(self, entries: Sequence[Entry], placeholder: str) -> None:
        """Show the palette with these entries."""
        self._entries = tuple(entries)
        self.line.clear()
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self._fill("")
        page = self.parentWidget()
        if page is None:
            return
        row = self.list.sizeHintForRow(0) if self._model.rowCount() else self._theme.px(24)
        height = row * _SHOWN + self.line.sizeHint().height() + 40
        width = min(self._theme.px(560), page.width() - 32)
        self.setGeometry(
            (page.width() - width) // 2,
            self._theme.px(56),
            width,
            min(height, page.height() - 2 * self._theme.px(56)),
        )
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> list[str]:
        """Return the keys of the entries now listed."""
        return [str(self._model.item(row).data(_KEY_ROLE)) for row in range(self._model.rowCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read arrows and Enter in the line."""
        if watched is self.line and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and not is_composing(self.line):
                return self._take_key(event)
        elif watched is self.line and event.type() == QEvent.Type.FocusOut:
            self.close_overlay()
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if is_enter(event):
            self._choose(self.list.currentIndex().row())
            return True
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._model.rowCount():
            return False
        row = (self.list.currentIndex().row() + step) % self._model.rowCount()
        self.list.setCurrentIndex(self._model.index(row, 0))
        return True

    def _fill(self, typed: str) -> None:
        self._model.clear()
        for entry in self._entries:
            if matches(entry, typed):
                parts = (entry.text, entry.note, entry.keys.replace("+", " "))
                item = QStandardItem("    ".join(part for part in parts if part))
                item.setData(entry.key, _KEY_ROLE)
                item.setSizeHint(QSize(0, self._theme.row_height))
                self._model.appendRow(item)
        if self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _choose(self, row: int) -> None:
        if row < 0:
            return
        key = str(self._model.item(row).data(_KEY_ROLE))
        self.close_overlay()
        self.chosen.emit(key)

    def _on_line_value_changed(self, typed: str) -> None:
        self._fill(typed)

    def _on_list_clicked(self) -> None:
        self._choose(self.list.currentIndex().row())


class KeysDialog(QDialog):
    """Keys at a glance."""

    def __init__(self, theme: Theme, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys at a glance"))
        sheet = QWidget(self)
        sheet.setProperty("kind", "scrolled")
        grid = QGridLayout(sheet)
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(8))
        own = (
            Entry("", self.tr("Next field of a form"), keys="Enter"),
            Entry("", self.tr("Do the deed of a form or dialog"), keys="Ctrl+Enter"),
            Entry("", self.tr("Open the row of a list"), keys="Enter"),
            Entry("", self.tr("Leave an overlay, clear conditions"), keys="Esc"),
        )
        for row, entry in enumerate([*(e for e in entries if e.keys), *own]):
            grid.addWidget(text_label(entry.text, parent=sheet), row, 0)
            grid.addWidget(text_label(entry.note, "secondary", parent=sheet), row, 1)
            grid.addWidget(KeyCap(theme, entry.keys, sheet), row, 2)
        grid.setColumnStretch(1, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        column = QVBoxLayout(self)
        column.addWidget(area)
        self.resize(theme.px(520), theme.px(560))
