"""Somebody at the real window with nothing but a keyboard and an input method.

Letters, figures and control keys go to the window that has the focus, as the window system sends
them; Chinese is committed as an input method commits it. Nothing is clicked and no page is told
to do anything: what cannot be reached by Tab, arrows, shortcuts and Enter cannot be done here.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QWidget,
)

from desktop.appearance import Appearance
from desktop.clarification.keying import PersonFinder
from desktop.deeds import DeedDialog
from desktop.main_window import MainWindow
from desktop.session import Session, unlock
from desktop.settings import Settings
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import ComboBox, LineEdit, Segmented, TextArea
from desktop.widgets.frames import Bar
from desktop.widgets.table import Table
from desktop.widgets.tabs import ViewTabs
from desktop.widgets.ticks import MultiChoice, RadioRow, TickBox
from tests.conftest import PASSWORD, Center

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FARTHEST = 150
"""So many times Tab is pressed before somebody gives up."""

Test = Callable[[QWidget], bool]


class Lost(AssertionError):
    """Something cannot be reached or does not answer to keys."""


class Person:
    """Somebody who is logged in and sits at the window.

    Attributes:
        window: The main window.
        keys: How many keys were pressed.
        breaks: Faults of the program that the store's threads told.
        failures: Codes of refusals that nobody took.
    """

    def __init__(
        self,
        qtbot: Any,
        center: Center,
        login: str,
        *,
        settings: Settings | None = None,
        translator: QTranslator | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.center = center
        self.login = login
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.settings = settings or Settings()
        self.appearance = Appearance(app, self.settings)
        if translator is not None:
            app.installTranslator(translator)
        opened = unlock(center.path, login, PASSWORD, clock=center.clock)
        store = Store(opened.gate) if opened.gate is not None else None
        self.session = Session(opened, store)
        self.keys = 0
        self.breaks: list[BaseException] = []
        self.failures: list[str] = []
        if store is not None:
            store.broke.connect(self.breaks.append)
            store.failed.connect(lambda error: self.failures.append(error.code))
        self.window = MainWindow(self.session, self.appearance, self.settings, clock=center.clock)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    # -- keys ------------------------------------------------------------------------------

    @property
    def focused(self) -> QWidget:
        """What has the focus now; where nothing has it, the window that gets the keys."""
        self._active()
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        """Press a key in the window that has the focus."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(self._active(), key, modifiers)

    def _active(self) -> QWindow:
        """Return the window that gets the keys.

        Without a window manager a closed popup or dialog keeps them; the person's eyes do not.
        """
        QApplication.processEvents()
        handle = QGuiApplication.focusWindow()
        if handle is None or not handle.isVisible():
            focused = QApplication.focusWidget()
            shown = [d for d in self.window.findChildren(QDialog) if d.isVisible()]
            top = shown[-1] if shown else (focused.window() if focused else self.window)
            top.activateWindow()
            QApplication.processEvents()
            handle = top.windowHandle()
        assert handle is not None
        return handle

    def type(self, text: str) -> None:
        """Type a text: ASCII by keys, everything else as an input method commits it."""
        if text.isascii():
            for letter in text:
                self.keys += 1
                QTest.keyClick(self._active(), letter)
            return
        self.keys += 1
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(QGuiApplication.focusObject(), event)

    def until(self, test: Callable[[], bool], what: str = "") -> None:
        """Wait for something to come about."""
        try:
            self.qtbot.waitUntil(lambda: bool(test()), timeout=20_000)
        except Exception as late:
            raise Lost(f"{what or test}: never; {self.said()}") from late

    def settle(self) -> None:
        """Wait until everything asked has been answered and shown."""
        store = self.session.store
        self.qtbot.wait(1)
        if store is not None:
            self.until(lambda: store.is_idle, "the store is idle")
        self.qtbot.wait(1)
        if store is not None:
            self.until(lambda: store.is_idle, "the store is idle")
        if self.breaks:
            raise self.breaks[0]

    # -- going places ----------------------------------------------------------------------

    def tab_to(self, test: Test, what: str, *, back: bool = False) -> QWidget:
        """Press Tab until the focus is where the test says; tell what was passed if it is not."""
        passed: list[str] = []
        for _ in range(FARTHEST):
            here = self.focused
            if test(here):
                return here
            passed.append(name_of(here))
            before = here
            self.press(KEY.Key_Backtab if back else KEY.Key_Tab, SHIFT if back else NONE)
            if self.focused is before:
                raise Lost(f"{what}: Tab does not leave {name_of(before)}")
        raise Lost(f"{what} is not reached by Tab; passed {list(dict.fromkeys(passed))}")

    def go(self, name: str) -> QWidget:
        """Go by Tab to the field of that name and return its editor."""

        def inside(widget: QWidget) -> bool:
            return editor_at(widget, name) is not None

        found = editor_at(self.tab_to(inside, f"field {name}"), name)
        assert found is not None
        return found

    def button(self, test: Test, what: str) -> None:
        """Go by Tab to a button and press it with Space."""
        self.tab_to(lambda w: isinstance(w, QPushButton) and w.isEnabled() and test(w), what)
        self.press(KEY.Key_Space)
        self.settle()

    def button_of(self, context: str, source: str) -> None:
        """Press the button that bears a sentence of a class, in the present language."""
        words = QCoreApplication.translate(context, source)
        self.button(lambda w: isinstance(w, QPushButton) and w.text() == words, words)

    def named(self, name: str) -> None:
        """Press the button with an object name."""
        self.button(lambda w: w.objectName() == name, name)

    def page(self, key: str) -> QWidget:
        """Open a page by its key on the keyboard and return it."""
        keys = [spec.key for spec in self.window._specs.values()]
        if key not in keys:
            raise Lost(f"{self.login} has no page {key}")
        place = keys.index(key) + 1
        if place <= 9:
            self.press(Qt.Key(KEY.Key_0 + place), ALT)
        else:
            # The tenth page and those after it have no key of their own: the palette finds them.
            self.press(KEY.Key_P, CTRL | SHIFT)
            self.type(page_words(self.window, key))
            self.press(KEY.Key_Return)
        self.settle()
        shown = self.window._stack.currentWidget()
        if self.window._open_key != key:
            raise Lost(f"page {key} did not open")
        return shown

    def command(self, key: str) -> None:
        """Choose a command of the window by typing its words into the palette."""
        self.press(KEY.Key_P, CTRL | SHIFT)
        self.type(self.window.actions_by_key[key].text().replace("&", ""))
        self.press(KEY.Key_Return)
        self.settle()

    def open_first(self) -> None:
        """Go by Tab into the table of the page and open its first row with Enter."""

        def is_table(widget: QWidget) -> bool:
            return isinstance(widget, Table) and widget.isVisible()

        table = self.tab_to(is_table, "table")
        assert isinstance(table, Table)
        self.until(lambda: table.model().rowCount() > 0, "a row")
        self.press(KEY.Key_Home, CTRL)
        self.press(KEY.Key_Return)
        self.settle()

    def find(self, words: str) -> None:
        """Look for words from anywhere and open the first case found."""
        self.press(KEY.Key_F, CTRL)
        self.press(KEY.Key_A, CTRL)
        self.type(words)
        self.press(KEY.Key_Return)
        self.settle()
        self.open_first()

    def follow_bar(self) -> None:
        """Press the link of the bar above the page."""

        def in_bar(widget: QWidget) -> bool:
            return isinstance(widget, Button) and within(widget, Bar) and bool(widget.text())

        self.button(in_bar, "link of the bar")

    # -- forms -----------------------------------------------------------------------------

    def fill(self, **values: object) -> None:
        """Fill in fields by keys, each by its name."""
        for name, value in values.items():
            self.put(self.go(name), value)

    def put(self, editor: QWidget, value: object) -> None:
        """Put a value into the editor that has the focus."""
        if isinstance(editor, ComboBox):
            self.press(KEY.Key_A, CTRL)
            self.type(label_of(editor, str(value)))
            self.press(KEY.Key_Tab)
        elif isinstance(editor, DateEdit | LineEdit | TextArea):
            self.press(KEY.Key_A, CTRL)
            self.type(str(value)) if value else self.press(KEY.Key_Delete)
        elif isinstance(editor, RadioRow | Segmented):
            if not editor.value():
                self.press(KEY.Key_Space)
            for _ in range(8):
                if editor.value() == value:
                    break
                self.press(KEY.Key_Right)
        elif isinstance(editor, MultiChoice):
            assert isinstance(value, Iterable)
            self._tick(editor, frozenset(value))
        elif isinstance(editor, TickBox):
            if editor.isChecked() is not value:
                self.press(KEY.Key_Space)
        else:
            raise Lost(f"no keys for {type(editor).__name__}")
        if not isinstance(editor, DateEdit):
            held = editor.isChecked() if isinstance(editor, TickBox) else editor.value()
            wanted = frozenset(value) if isinstance(editor, MultiChoice) else value
            if held != wanted:
                raise Lost(f"{editor.objectName()}: typed {wanted!r}, holds {held!r}")

    def _tick(self, editor: MultiChoice, wanted: frozenset[str]) -> None:
        boxes = editor._boxes
        # Those wanted first: a rule may hold a tick as long as others stand.
        for code in sorted(boxes, key=lambda one: one not in wanted):
            box = boxes[code]
            if box.isChecked() is not (code in wanted):
                self.tab_to(lambda w, box=box: w is box, f"tick {code}")
                self.press(KEY.Key_Space)

    def submit(self) -> str:
        """Send the open dialog with Ctrl+Enter; return what keeps it from being done."""
        dialog = self.dialog()
        self.press(KEY.Key_Return, CTRL)

        def answered() -> bool:
            if not shiboken6.isValid(dialog) or not dialog.isVisible():
                return True
            return dialog.deed_button.isEnabled()

        self.settle()
        self.until(answered, "the dialog's answer")
        self.settle()
        if shiboken6.isValid(dialog) and dialog.isVisible():
            wrong = [f"{f.label_text}: {f.error}" for f in dialog.fields() if f.error]
            return "；".join([*wrong, dialog._trouble.text()])
        return ""

    def dialog(self) -> FormDialog:
        """Return the dialog that is open."""

        def opened() -> bool:
            return any(d.isVisible() for d in self.window.findChildren(FormDialog))

        self.until(opened, "a dialog")
        return [d for d in self.window.findChildren(FormDialog) if d.isVisible()][-1]

    def name_file(self, path: Path) -> None:
        """Type a path into the dialog that asks for a file, and Enter."""

        def asking() -> bool:
            return any(d.isVisible() for d in self.window.findChildren(QFileDialog))

        self.until(asking, "the file dialog")
        self.press(KEY.Key_A, CTRL)
        self.type(str(path))
        self.press(KEY.Key_Return)
        self.settle()

    def has_dialog(self) -> bool:
        """Whether a dialog of fields is open."""
        return any(d.isVisible() for d in self.window.findChildren(FormDialog))

    def leave(self) -> None:
        """Leave the open dialog with Esc."""
        dialog = self.dialog()
        self.press(KEY.Key_Escape)
        self.until(lambda: not shiboken6.isValid(dialog) or not dialog.isVisible(), "the dialog")
        self.settle()

    def move(self, name: str) -> DeedDialog:
        """Press the button of a move on the open card, also under 更多, and return its dialog."""
        self.press_move(name)
        found = self.dialog()
        assert isinstance(found, DeedDialog)
        return found

    def press_move(self, name: str) -> None:
        """Press the button of a move on the open card, wherever it stands."""
        bar = self.window._stack.currentWidget()._moves
        self.until(bar.isVisible, "moves")
        if bar.button(name) is not None:
            self.button(lambda w: w.property("move") == name, f"move {name}")
        elif name in [offer.key for offer in bar._hidden_moves]:
            self._choose_under_more(name)
        else:
            offered = [*bar._buttons, *(o.key for o in bar._hidden_moves)]
            raise Lost(f"{self.login} is not offered {name}, but {offered}")

    def _choose_under_more(self, name: str) -> None:
        words = QCoreApplication.translate("MoveBar", "More")
        self.tab_to(lambda w: isinstance(w, Button) and w.text() == words, words)
        self.press(KEY.Key_Space)
        self.until(lambda: QApplication.activePopupWidget() is not None, "menu")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            self.press(KEY.Key_Down)
            active = menu.activeAction()
            if active is not None and active.data() == name:
                break
        else:
            raise Lost(f"{name} is not in the menu")
        self.press(KEY.Key_Return)
        self.settle()

    def offers(self) -> list[str]:
        """Return the moves that the open card offers; what every card has (回避) aside."""
        bar = self.window._stack.currentWidget()._moves
        keys = [*bar._buttons, *(offer.key for offer in bar._hidden_moves)]
        return [key for key in keys if not key.startswith("desk:")]

    def blocked(self, name: str) -> str:
        """Return what keeps a move shown on the open card from being pressed, empty if nothing."""
        button = self.window._stack.currentWidget()._moves.button(name)
        if button is None or button.isEnabled():
            return ""
        return str(button.toolTip())

    def lacking(self) -> str:
        """Return the line below the moves: what the next one still lacks."""
        return str(self.window._stack.currentWidget()._moves._lacking.text())

    def write_name(self, name: str) -> None:
        """Type a name into the open dialog and wait until it was looked up."""
        self.fill(person_name=name)
        finder = self.dialog().findChild(PersonFinder)
        assert finder is not None
        self.until(lambda: finder._asked == name, "the name was looked up")
        self.settle()

    def do(self, name: str, **values: object) -> None:
        """Do a move: press its button, fill in, send; it must be taken."""
        self.move(name)
        self.fill(**values)
        trouble = self.submit()
        if trouble:
            raise Lost(f"{name} refused: {trouble}")

    def is_refused(self, name: str, **values: object) -> str:
        """Try a move that must be refused; return the sentence and leave the dialog."""
        self.move(name)
        self.fill(**values)
        trouble = self.submit()
        if not trouble:
            raise Lost(f"{name} was taken")
        self.leave()
        return trouble

    def decide(self, decision: str = "agreed", opinion: str = "") -> None:
        """Decide what waits on the open card."""
        page = self.window._stack.currentWidget()
        words = page.tr("Decide")

        def is_decide(widget: QWidget) -> bool:
            named = widget.objectName() == "decide" or widget.property("move") == "decide"
            return named or (isinstance(widget, Button) and widget.text() == words)

        self.button(is_decide, words)
        self.dialog()
        self.fill(decision=decision)
        if opinion:
            self.fill(opinion=opinion)
        trouble = self.submit()
        if trouble:
            raise Lost(f"decision refused: {trouble}")

    # -- what is seen ----------------------------------------------------------------------

    def pill(self) -> str:
        """Return the state that the open card shows."""
        page = self.window._stack.currentWidget()
        row = page._card.row
        return str(getattr(row, "pill", "") or row.state)

    def wait_for(self, state: str) -> None:
        """Wait until the open card shows a state."""
        page = self.window._stack.currentWidget()
        self.until(lambda: page._card is not None and self.pill() == state, f"state {state}")

    def words(self) -> list[str]:
        """Return what the labels of the open page say."""
        page = self.window._stack.currentWidget()
        return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]

    def bars(self) -> list[str]:
        """Return the sentences of the bars above the page."""
        return [str(bar.property("said")) for bar in self.window.bars()]

    def said(self) -> str:
        """Return what the window says, for a failure's message."""
        focus = QApplication.focusWidget()
        where = name_of(focus) if focus is not None else "nothing"
        return f"bars {self.bars()}, failures {self.failures}, focus {where}"

    def lock_out(self) -> None:
        """Close the window, as somebody who leaves does."""
        self.settle()
        self.window.close()
        self.window.deleteLater()
        self.qtbot.wait(1)
        if self.breaks:
            raise self.breaks[0]


def within(widget: QWidget, kind: type[QWidget]) -> bool:
    """Whether a widget stands in one of a kind."""
    at: QWidget | None = widget
    while at is not None:
        if isinstance(at, kind):
            return True
        at = at.parentWidget()
    return False


def editor_at(widget: QWidget, name: str) -> QWidget | None:
    """Return the editor of a name that the widget is, or stands in."""
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        if at.objectName() == name:
            return at
        at = at.parentWidget()
    return None


def label_of(combo: ComboBox, code: str) -> str:
    """Return the label of a choice, which a person types."""
    at = combo.findData(code, Qt.ItemDataRole.UserRole)
    if at < 0:
        codes = [combo.itemData(i, Qt.ItemDataRole.UserRole) for i in range(combo.count())]
        raise Lost(f"{combo.objectName()} does not offer {code}, but {codes}")
    return combo.itemText(at)


def code_of(combo: QWidget, words: str) -> str:
    """Return the code of the choice whose label holds the words."""
    assert isinstance(combo, ComboBox)
    for at in range(combo.count()):
        if words in combo.itemText(at):
            return str(combo.itemData(at, Qt.ItemDataRole.UserRole))
    raise Lost(f"{combo.objectName()} does not offer {words}")


def name_of(widget: QWidget) -> str:
    """Return how a widget is called in messages."""
    words = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    if isinstance(widget, QTabBar | ViewTabs):
        words = words or "tabs"
    return f"{type(widget).__name__}:{widget.objectName() or words}"


def page_words(window: MainWindow, key: str) -> str:
    """Return the name of a page as the rail shows it."""
    from desktop.pages import page_title

    return page_title(window._specs[key])
