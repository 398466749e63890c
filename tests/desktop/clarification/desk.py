"""A person at the page of a case: presses deeds, fills dialogs by keys, answers the record."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from desktop.deeds import DeedDialog
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.editors import ComboBox, LineEdit, TextArea
from desktop.widgets.ticks import MultiChoice, RadioRow, TickBox
from tests.conftest import Center
from tests.desktop.page_kit import KitShell, settle


class Desk:
    """One log-in with one page open."""

    def __init__(self, qtbot: Any, theme: Any, center: Center, login: str) -> None:
        self.qtbot = qtbot
        self.center = center
        self.store = Store(center.gate(login))
        self.shell = KitShell(theme, self.store)
        self.page: Any = None

    def open(self, page: Any) -> Any:
        """Show a page and wait until it is filled."""
        self.page = page
        self.qtbot.addWidget(page)
        page.resize(1236, 822)
        page.show()
        self.settle()
        return page

    def settle(self) -> None:
        settle(self.qtbot, self.store)

    def moves(self) -> list[str]:
        """Return the deeds offered, hidden ones too."""
        bar = self.page._moves
        return [*bar._buttons, *(offer.key for offer in bar._hidden_moves)]

    def move_button(self, name: str) -> Button | None:
        return self.page._moves.button(name)

    def press(self, name: str) -> DeedDialog:
        """Press a deed with the keyboard and return its dialog."""
        button = self.move_button(name)
        if button is None:
            assert name in self.moves(), f"{name} is not offered: {self.moves()}"
            self.page._moves.chosen.emit(name)
        else:
            assert button.isEnabled(), f"{name} is blocked: {button.toolTip()}"
            button.setFocus()
            self.qtbot.keyClick(button, Qt.Key.Key_Return)
        return self.dialog()

    def click(self, name: str, within: QWidget | None = None) -> Button:
        """Press a button by its object name."""
        button = (within or self.page).findChild(Button, name)
        assert button is not None, name
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        return button

    def has(self, name: str) -> bool:
        return self.page.findChild(Button, name) is not None

    def dialog(self) -> DeedDialog:
        QApplication.processEvents()
        found = [d for d in self.page.findChildren(DeedDialog) if d.isVisible()]
        assert found, "no dialog is open"
        return found[-1]

    def fill(self, dialog: QWidget, **values: Any) -> None:
        """Type into a dialog, field by field, with keys."""
        for name, value in values.items():
            self.type(editor(dialog, name), value)

    def type(self, widget: QWidget, value: Any) -> None:
        qtbot = self.qtbot
        if isinstance(widget, RadioRow):
            place = widget._codes.index(value)
            radio = widget.findChildren(QRadioButton)[place]
            radio.setFocus()
            qtbot.keyClick(radio, Qt.Key.Key_Space)
        elif isinstance(widget, MultiChoice):
            for code in value:
                if code not in widget.value():
                    qtbot.keyClick(widget.box(code), Qt.Key.Key_Space)
        elif isinstance(widget, TickBox):
            if widget.isChecked() != value:
                qtbot.keyClick(widget, Qt.Key.Key_Space)
        elif isinstance(widget, ComboBox):
            widget.set_value(value)
        elif isinstance(widget, DateEdit):
            widget.clear()
            qtbot.keyClicks(widget, value.strftime("%Y%m%d"))
            qtbot.keyClick(widget, Qt.Key.Key_Tab)
        elif isinstance(widget, LineEdit):
            widget.setFocus()
            widget.selectAll()
            widget.insert(value)
        elif isinstance(widget, TextArea):
            widget.setFocus()
            widget.selectAll()
            widget.insertPlainText(value)
        else:
            raise TypeError(widget)

    def send(self, dialog: Any) -> None:
        """Do the deed with Ctrl+Enter and wait for the record's answer."""
        self.qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()

    def do(self, name: str, **values: Any) -> None:
        """Press a deed, fill it and send it; it must be taken."""
        dialog = self.press(name)
        self.fill(dialog, **values)
        self.send(dialog)
        assert not dialog.isVisible(), trouble(dialog)
        assert not self.shell.errors, self.shell.errors

    def close(self) -> None:
        self.store.close()


def editor(dialog: QWidget, name: str) -> QWidget:
    for child in dialog.findChildren(QWidget):
        if child.objectName() == name:
            return child
    raise AssertionError(f"{name} is not asked for")


def trouble(dialog: Any) -> str:
    return str(dialog._trouble.text())


def words(page: QWidget) -> str:
    """Return every word a page shows in labels and buttons."""
    from PySide6.QtWidgets import QLabel, QPushButton

    found = [w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page)]
    found += [w.text() for w in page.findChildren(QPushButton) if w.isVisibleTo(page)]
    return "\n".join(found)
