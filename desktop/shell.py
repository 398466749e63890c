"""What a page may expect of the window around it: `Shell`, and the base `Page` of all pages.

A page author starts here::

    class LedgerPage(Page):
        watches = frozenset({"appeal", "ordinary_appeal"})

        def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
            super().__init__(store, shell, parent)
            self._head = PageHead(shell.theme, "", parent=self)
            ...                       # build once, without words and without asking the store
            self.retranslate()

        def retranslate(self) -> None:          # every word of the page, called on each switch
            self._head.set_title(self.tr("Appeal ledger"))

        def reload(self) -> None:               # called when shown and stale, never by hand
            self.store.read(partial(ledger, self._filter), self._on_rows, seat="ledger", owner=self)

        def apply_filters(self, **filters: object) -> None:     # from `shell.open_page(key, …)`
            ...

Rules that make all pages agree:

* Nothing touches the record except `store.read` (one *seat* a list or panel: a newer read from a
  seat cancels the older) and `store.submit`. Both return at once; answers come on the UI thread,
  and only while the owner is alive.
* `store.changed` carries the names of changed tables and tracks. `Page` compares them with
  `watches`: a visible page reloads at once, a hidden one when it is shown next.
* Errors go to `failed` if one was given (a form puts `RefusedError` next to the field named by
  `error.field`, with `shell.sentence(error)`), else to `shell.fail`, which shows a bar.
* Done-sentences go to `shell.bar("good", self.tr("…"))`. A deed that needs a question first goes
  through `shell.confirm`. File names come from `shell.ask_save_path` and `shell.ask_open_paths`:
  tests answer these without dialogs.
* A form keeps what is typed with `desktop.autosave.Autosave` (register it with `shell.keep`).
* Case pages are opened by `shell.open_case(track, id)` into a tab; they are subclasses of
  `CasePage` with the constructor `(store, shell, case_id, parent)`.
* Pages are named in `desktop/pages.py`, one `PageSpec` or `CaseSpec` a page.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from db.core.errors import ZhengmingError
from db.core.permissions import Actor
from desktop.appearance import Appearance
from desktop.labels import Labels
from desktop.settings import Settings
from desktop.store import Store
from desktop.theme import Theme

BarKind = Literal["good", "info", "wait", "bad", "guard"]
"""Stage of a bar: done, notice, warning, error, protected."""


class Keeps(Protocol):
    """Something that holds typed words and can put them into the store at once."""

    def flush(self) -> None:
        """Save what was typed since the last save."""
        ...


class Shell(Protocol):
    """The main window, as pages see it."""

    @property
    def theme(self) -> Theme:
        """Colours, fonts and sizes; `theme.changed` tells a switch."""
        ...

    @property
    def appearance(self) -> Appearance:
        """Language, look and text size, to switch them."""
        ...

    @property
    def settings(self) -> Settings:
        """This person's preferences on this machine; also the mapping that `Table` wants."""
        ...

    @property
    def labels(self) -> Labels:
        """Labels of lists, states, moves and clocks in the present language."""
        ...

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        ...

    def today(self) -> date:
        """Return the civil day of the store's clock in Asia/Shanghai."""
        ...

    def open_case(self, track: str, case_id: int) -> None:
        """Open a case in a tab of its own, or show the tab that has it."""
        ...

    def open_page(self, key: str, **filters: object) -> None:
        """Show a page of `desktop/pages.py` and give it filters; an unknown key does nothing."""
        ...

    def has_page(self, key: str) -> bool:
        """Return whether the person's role has the page (leave out links to others)."""
        ...

    def bar(
        self,
        kind: BarKind,
        text: str,
        link: str = "",
        on_link: Callable[[], None] | None = None,
    ) -> None:
        """Show a bar above the page; "good" leaves by itself, the others stay until closed."""
        ...

    def sentence(self, error: ZhengmingError) -> str:
        """Return the sentence of an error in the present language."""
        ...

    def fail(self, error: ZhengmingError) -> None:
        """Show an error that nobody else took, as a bar."""
        ...

    def confirm(
        self,
        question: str,
        consequence: str,
        deed: str,
        then: Callable[[str], None],
        *,
        danger: bool = False,
        asks_reason: bool = False,
    ) -> None:
        """Ask before a deed; `then` gets the reason typed (empty if none was asked)."""
        ...

    def ask_save_path(self, suggested: str, kinds: str, then: Callable[[Path], None]) -> None:
        """Ask where to save a file; `kinds` is a Qt filter as `"PDF (*.pdf)"`."""
        ...

    def ask_open_paths(self, kinds: str, then: Callable[[list[Path]], None]) -> None:
        """Ask for one or more files to read."""
        ...

    def keep(self, form: Keeps) -> None:
        """Let a form be saved when the screen is locked, hidden or left."""
        ...

    def drop(self, form: Keeps) -> None:
        """Forget a form that is done."""
        ...

    def set_count(self, key: str, count: int | None, overdue: int = 0) -> None:
        """Show how many things wait on a page of the rail, and how many of them are overdue."""
        ...

    def close_case(self, track: str, case_id: int) -> None:
        """Close the tab of a case."""
        ...


class Page(QWidget):
    """Base of every page: knows when it is stale and when its words change."""

    watches: frozenset[str] = frozenset()
    """Tables and tracks whose change makes the page stale."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.shell = shell
        self._stale = True
        store.changed.connect(self._on_store_changed)

    def reload(self) -> None:
        """Ask the store for everything shown."""

    def retranslate(self) -> None:
        """Set every word anew."""

    def apply_filters(self, **filters: object) -> None:
        """Take the filters of `Shell.open_page`; unknown ones are ignored."""

    def begin_new(self) -> bool:
        """Begin what Ctrl+N begins on this page; False leaves it to the window."""
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language; what came with the rows is asked for anew."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.LanguageChange:
            return
        self.retranslate()
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Reload a stale page when it comes to light."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.reload()

    def _on_store_changed(self, names: frozenset[str]) -> None:
        if not names & self.watches:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True


class CasePage(Page):
    """Base of a page that shows one case; its tab bears `tab_title`."""

    track: str = ""

    tab_title_changed = Signal()
    """Send it when the number of the case is read, so that the tab and the recent cases have it."""

    def __init__(
        self, store: Store, shell: Shell, case_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(store, shell, parent)
        self.case_id = case_id

    def tab_title(self) -> str:
        """Return the number of the case for its tab; empty until it is read."""
        return ""
