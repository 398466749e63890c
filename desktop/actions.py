"""Every deed of the frame: its words, its key, its menu. Menus, palette and F1 read this table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

FILE, EDIT, APPEALS, VIEW, TOOLS, HELP = "file", "edit", "appeals", "view", "tools", "help"

MENUS: Final[tuple[tuple[str, object], ...]] = (
    (FILE, QT_TRANSLATE_NOOP("Actions", "&File")),
    (EDIT, QT_TRANSLATE_NOOP("Actions", "&Edit")),
    (APPEALS, QT_TRANSLATE_NOOP("Actions", "&Appeals")),
    (VIEW, QT_TRANSLATE_NOOP("Actions", "&View")),
    (TOOLS, QT_TRANSLATE_NOOP("Actions", "&Tools")),
    (HELP, QT_TRANSLATE_NOOP("Actions", "&Help")),
)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """A deed of the frame.

    Attributes:
        key: Name by which the window connects it.
        menu: Menu it stands in.
        text: English source of its words.
        keys: Portable key sequences; the first is shown.
        ends_group: Whether a line follows it in the menu.
    """

    key: str
    menu: str
    text: object
    keys: tuple[str, ...] = ()
    ends_group: bool = False


SPECS: Final[tuple[ActionSpec, ...]] = (
    ActionSpec("close_tab", FILE, QT_TRANSLATE_NOOP("Actions", "Close tab"), ("Ctrl+W",)),
    ActionSpec(
        "next_tab", FILE, QT_TRANSLATE_NOOP("Actions", "Next tab"), ("Ctrl+Tab", "Ctrl+PgDown")
    ),
    ActionSpec(
        "previous_tab",
        FILE,
        QT_TRANSLATE_NOOP("Actions", "Previous tab"),
        ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
        ends_group=True,
    ),
    ActionSpec("lock", FILE, QT_TRANSLATE_NOOP("Actions", "Lock screen"), ("Ctrl+L",)),
    ActionSpec("log_out", FILE, QT_TRANSLATE_NOOP("Actions", "Log out")),
    ActionSpec("quit", FILE, QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    ActionSpec("undo_typing", EDIT, QT_TRANSLATE_NOOP("Actions", "Undo typing")),
    ActionSpec("redo_typing", EDIT, QT_TRANSLATE_NOOP("Actions", "Redo typing"), ends_group=True),
    ActionSpec("cut", EDIT, QT_TRANSLATE_NOOP("Actions", "Cut")),
    ActionSpec("copy", EDIT, QT_TRANSLATE_NOOP("Actions", "Copy")),
    ActionSpec("paste", EDIT, QT_TRANSLATE_NOOP("Actions", "Paste")),
    ActionSpec("select_all", EDIT, QT_TRANSLATE_NOOP("Actions", "Select all")),
    ActionSpec(
        "register", APPEALS, QT_TRANSLATE_NOOP("Actions", "Register an appeal"), ("Ctrl+N",)
    ),
    ActionSpec(
        "search", APPEALS, QT_TRANSLATE_NOOP("Actions", "Search"), ("Ctrl+F",), ends_group=True
    ),
    ActionSpec("recent", APPEALS, QT_TRANSLATE_NOOP("Actions", "Recent cases"), ("Ctrl+E",)),
    ActionSpec("reload", VIEW, QT_TRANSLATE_NOOP("Actions", "Reload"), ("F5",), ends_group=True),
    ActionSpec("chinese", VIEW, QT_TRANSLATE_NOOP("Actions", "中文")),
    ActionSpec("english", VIEW, QT_TRANSLATE_NOOP("Actions", "English"), ends_group=True),
    ActionSpec("light", VIEW, QT_TRANSLATE_NOOP("Actions", "Light")),
    ActionSpec("dark", VIEW, QT_TRANSLATE_NOOP("Actions", "Dark")),
    ActionSpec("contrast", VIEW, QT_TRANSLATE_NOOP("Actions", "High contrast"), ends_group=True),
    ActionSpec("larger", VIEW, QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl+=", "Ctrl++")),
    ActionSpec(
        "smaller", VIEW, QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), ends_group=True
    ),
    ActionSpec("hide", VIEW, QT_TRANSLATE_NOOP("Actions", "Hide screen"), ("F12",)),
    ActionSpec(
        "palette",
        TOOLS,
        QT_TRANSLATE_NOOP("Actions", "All commands"),
        ("Ctrl+Shift+P",),
        ends_group=True,
    ),
    ActionSpec("back_up", TOOLS, QT_TRANSLATE_NOOP("Actions", "Back up now")),
    ActionSpec(
        "confirm_recovery", TOOLS, QT_TRANSLATE_NOOP("Actions", "Confirm the recovery sheet")
    ),
    ActionSpec("change_password", TOOLS, QT_TRANSLATE_NOOP("Actions", "Change password")),
    ActionSpec(
        "shortcuts", HELP, QT_TRANSLATE_NOOP("Actions", "Keys at a glance"), ("F1", "Ctrl+/")
    ),
    ActionSpec("about", HELP, QT_TRANSLATE_NOOP("Actions", "About this program")),
)


class Actions(QObject):
    """The frame's actions by key; `done` tells which was asked for."""

    done = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._by_key: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(spec.key)
            action.setShortcuts([QKeySequence(key) for key in spec.keys])
            action.triggered.connect(self._on_action_triggered)
            window.addAction(action)
            self._by_key[spec.key] = action
        self.retranslate()

    def __getitem__(self, key: str) -> QAction:
        return self._by_key[key]

    @property
    def by_key(self) -> Mapping[str, QAction]:
        """Every action by its key, in the order of the table."""
        return self._by_key

    def set_all_enabled(self, enabled: bool, *, but: frozenset[str] = frozenset()) -> None:
        """Allow or forbid all actions except some, while the screen is covered."""
        for key, action in self._by_key.items():
            action.setEnabled(enabled or key in but)

    def retranslate(self) -> None:
        """Set every word anew."""
        for spec in SPECS:
            action = self._by_key[spec.key]
            action.setText(QCoreApplication.translate("Actions", str(spec.text)))

    def _on_action_triggered(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.done.emit(sender.objectName())


def menu_title(menu: str) -> str:
    """Return the name of a menu in the present language."""
    return QCoreApplication.translate("Actions", str(dict(MENUS)[menu]))
