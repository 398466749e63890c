"""The frame around the pages: top bar, rail, tabs, bars, status bar, lock and 遮屏.

It is the `Shell` that pages see. It holds no case and asks the store nothing but the recent cases
and the state of the backups.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QGridLayout,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from db.core import backup
from db.core.clock import Clock, civil_date, civil_time
from db.core.errors import RefusedError, ZhengmingError
from db.core.gate import Gate
from db.core.permissions import CASE_ROLES, Actor, Permission, Role
from db.office.drafts import DraftRow, SaveDraft, draft, drafts
from db.office.opening import recovery_paths
from db.office.substituting import Place, places
from desktop.actions import SPECS, Actions
from desktop.appearance import Appearance
from desktop.autosave import Autosave
from desktop.documents.printing import Signed
from desktop.labels import Labels
from desktop.login.covers import HiddenPage, LockPage
from desktop.logs import LOG
from desktop.messages import sentence
from desktop.pages import ADMIN_GROUP, case_of, group_title, page_title, pages_for
from desktop.palette import Entry, KeysDialog, Palette
from desktop.rail_counts import RailCounts
from desktop.session import Session
from desktop.settings import Settings
from desktop.shell import BarKind, CasePage, Keeps, Page
from desktop.status_line import StatusLine
from desktop.store import Tell
from desktop.theme import TEXT_PERCENTS, Look, Theme
from desktop.top_bar import TopBar
from desktop.widgets.buttons import Button
from desktop.widgets.dialogs import ConfirmDialog, ReasonDialog
from desktop.widgets.frames import Bar
from desktop.widgets.rail import Rail, RailItem
from desktop.widgets.watermark import Watermark

MOST_CASES = 30
MOST_RECENT = 15
NARROW = 1180
IDLE_CHECK_MS = 60_000
_UNCOVERED = frozenset({"hide", "quit"})
_BACKUP = frozenset({"backup"})
_FOLDED = "rail_folded"
"""Setting with the groups of the rail that were folded, between bars."""


class MainWindow(QWidget):
    """The window of somebody who is logged in."""

    logged_out = Signal()
    """The session ends; the login window comes back."""
    closed = Signal()
    """The program ends."""
    recovery_wanted = Signal()
    """The recovery sheet is to be typed back."""
    password_wanted = Signal()
    """The person wants another password."""
    place_wanted = Signal(object)
    """The account whose place is to be taken (代办), None for one's own."""

    def __init__(
        self,
        session: Session,
        appearance: Appearance,
        settings: Settings,
        *,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._appearance = appearance
        self._settings = settings
        self._clock = clock
        self._labels = Labels(chinese=appearance.is_chinese)
        self._labels.take(session.opened.codes)
        self._specs = {spec.key: spec for spec in pages_for(session.actor)}
        self._pages: dict[str, QWidget] = {}
        self._counts: dict[str, tuple[int | None, int]] = {}
        self._cases: dict[tuple[str, int], CasePage] = {}
        self._recent: list[tuple[str, int, str]] = []
        self._kept: list[Keeps] = []
        self._open_key = ""
        self._focused: QWidget | None = None
        self._left = False
        self._covered_dialogs: list[QDialog] = []
        self.actions_by_key = Actions(self)
        self._build()
        self._connect()
        self.retranslate()
        self._load_recent()
        self._ask_drafts()
        self._ask_places()
        first = next(iter(self._specs), "")
        if first:
            self.open_page(first)

    # -- Shell -----------------------------------------------------------------------------

    @property
    def theme(self) -> Theme:
        """Colours, fonts and sizes."""
        return self.appearance.theme

    @property
    def appearance(self) -> Appearance:
        """Language, look and text size."""
        return self._appearance

    @property
    def settings(self) -> Settings:
        """This person's preferences on this machine."""
        return self._settings

    @property
    def labels(self) -> Labels:
        """Labels in the present language."""
        return self._labels

    @property
    def actor(self) -> Actor:
        """Who is logged in."""
        return self.session.actor

    def today(self) -> date:
        """Return the civil day of the store's clock."""
        return civil_date(self._clock.now())

    def sentence(self, error: ZhengmingError) -> str:
        """Return the sentence of an error in the present language."""
        return sentence(error)

    def has_page(self, key: str) -> bool:
        """Return whether the role has a page."""
        return key in self._specs

    def open_page(self, key: str, **filters: object) -> None:
        """Show a page and give it filters."""
        spec = self._specs.get(key)
        if spec is None:
            return
        page = self._pages.get(key)
        if page is None:
            page = spec.make(self.session, self, self._stack)
            self._pages[key] = page
            self._stack.addWidget(page)
        self._open_key = key
        apply_filters = getattr(page, "apply_filters", None)
        if filters and callable(apply_filters):
            apply_filters(**filters)
        self._stack.setCurrentWidget(page)
        self.rail.set_open(key)
        self._show_tabs()
        self.tabs.setCurrentIndex(0)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_case(self, track: str, case_id: int) -> None:
        """Open a case in a tab of its own, or show the tab that has it."""
        page = self._cases.get((track, case_id))
        if page is None:
            spec = case_of(track)
            if spec is None:
                return
            if len(self._cases) >= MOST_CASES:
                self.fail(RefusedError("case_tabs_full", most=MOST_CASES))
                return
            page = spec.make(self.session, self, case_id, self._stack)
            page.tab_title_changed.connect(self._on_case_title_changed)
            self._cases[track, case_id] = page
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._show_tabs()
        self.tabs.setCurrentIndex(1 + list(self._cases).index((track, case_id)))
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._remember(page)

    def close_case(self, track: str, case_id: int, *_clicked: object) -> None:
        """Close the tab of a case; what is typed there is kept first."""
        page = self._cases.pop((track, case_id), None)
        if page is None:
            return
        self.keep_typed()
        self._stack.removeWidget(page)
        page.deleteLater()
        self._show_tabs()
        self._on_tabs_current_changed(self.tabs.currentIndex())

    def bar(
        self,
        kind: BarKind,
        text: str,
        link: str = "",
        on_link: Callable[[], None] | None = None,
    ) -> None:
        """Show a bar above the page; the next deed takes a "good" one away."""
        for old in self.bars():
            if old.property("stage") == "good" or old.property("said") == text:
                old.dismiss()
        made = Bar(self.theme, kind, text, link=link, parent=self._frame)
        made.setProperty("said", text)
        made.closed.connect(made.deleteLater)
        if on_link is not None:
            made.link_clicked.connect(on_link)
            made.link_clicked.connect(made.dismiss)
        made.destroyed.connect(self._on_bar_destroyed)
        self._bars.setContentsMargins(20, 8, 20, 8)
        self._bars.addWidget(made)
        made.show()

    def bars(self) -> list[Bar]:
        """Return the bars now shown, oldest first."""
        found = []
        for place in range(self._bars.count()):
            item = self._bars.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Bar) and not widget.isHidden():
                found.append(widget)
        return found

    def _on_bar_destroyed(self) -> None:
        if shiboken6.isValid(self) and not self.bars():
            self._bars.setContentsMargins(20, 0, 20, 0)

    def fail(self, error: ZhengmingError) -> None:
        """Show an error that nobody else took."""
        self.bar("bad", sentence(error))

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
        """Ask before a deed."""
        dialog: QDialog
        if asks_reason:
            asked = ReasonDialog(
                self.theme,
                question,
                consequence,
                deed=deed,
                label=self.tr("Reason"),
                danger=danger,
                parent=self,
            )
            asked.accepted.connect(lambda: then(asked.reason()))
            dialog = asked
        else:
            dialog = ConfirmDialog(
                self.theme, question, consequence, deed=deed, danger=danger, parent=self
            )
            dialog.accepted.connect(partial(then, ""))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def ask_save_path(self, suggested: str, kinds: str, then: Callable[[Path], None]) -> None:
        """Ask where to save a file."""
        dialog = QFileDialog(self, self.tr("Save"), suggested, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggested)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.open()

    def ask_open_paths(self, kinds: str, then: Callable[[list[Path]], None]) -> None:
        """Ask for one or more files to read."""
        dialog = QFileDialog(self, self.tr("Open"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
        dialog.open()

    def keep(self, form: Keeps) -> None:
        """Let a form be saved when the screen is locked, hidden or left."""
        self._kept.append(form)
        if isinstance(form, Autosave):
            form.kept.connect(self.status.show_draft)
            form.destroyed.connect(partial(self.drop, form))

    def drop(self, form: Keeps, *_told: object) -> None:
        """Forget a form that is done."""
        if form in self._kept:
            self._kept.remove(form)

    def set_count(self, key: str, count: int | None, overdue: int = 0) -> None:
        """Show how many things wait on a page of the rail."""
        self._counts[key] = (count, overdue)
        self.rail.set_counts({key: (count, overdue)})
        if key == "workbench":
            self.top.bell.set_count(count or 0)

    # -- covering --------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        """Whether the password is asked for."""
        return self._covers.currentWidget() is self.lock_page

    @property
    def is_hidden_by_key(self) -> bool:
        """Whether 遮屏 covers the work."""
        return self._covers.currentWidget() is self.hidden_page

    def lock(self) -> None:
        """Cover everything until the person's password is typed; what was typed is kept."""
        if self.is_locked:
            return
        self._cover(self.lock_page)
        self.lock_page.focus_first()

    def toggle_hidden(self) -> None:
        """Hide the work behind a neutral page, or bring it back."""
        if self.is_locked:
            return
        if self.is_hidden_by_key:
            self._uncover()
        else:
            self._cover(self.hidden_page)
            self.hidden_page.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_typed(self) -> None:
        """Save every form that holds typed words."""
        for form in list(self._kept):
            form.flush()

    def _cover(self, page: QWidget) -> None:
        if not (self.is_locked or self.is_hidden_by_key):
            self._focused = QApplication.focusWidget()
        self.keep_typed()
        for dialog in self.findChildren(QDialog):
            if dialog.isVisible():
                dialog.setVisible(False)
                self._covered_dialogs.append(dialog)
        self._palette.close_overlay()
        self.actions_by_key.set_all_enabled(False, but=_UNCOVERED)
        self._covers.setCurrentWidget(page)
        self.setWindowTitle(self.tr("Desk"))

    def _uncover(self) -> None:
        self._covers.setCurrentWidget(self._frame)
        self.actions_by_key.set_all_enabled(True)
        self._offer()
        self._show_title()
        for dialog in self._covered_dialogs:
            if shiboken6.isValid(dialog):
                dialog.setVisible(True)
        self._covered_dialogs.clear()
        if self._focused is not None and shiboken6.isValid(self._focused):
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._idle.start()

    # -- building --------------------------------------------------------------------------

    def _build(self) -> None:
        theme = self.theme
        actor = self.session.actor
        self._covers = QStackedWidget(self)
        self._frame = QWidget(self._covers)
        self.lock_page = LockPage(theme, self.session, clock=self._clock, parent=self._covers)
        self.hidden_page = HiddenPage(theme, clock=self._clock, parent=self._covers)
        self.top = TopBar(
            theme,
            self._labels,
            actor=actor,
            actions=self.actions_by_key.by_key,
            parent=self._frame,
        )
        self.rail = Rail(theme, self._frame)
        self.tabs = QTabBar(self._frame)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setDocumentMode(True)
        self._stack = QStackedWidget(self._frame)
        self.status = StatusLine(theme, clock=self._clock, parent=self._frame)
        self._bars = QVBoxLayout()
        self._bars.setContentsMargins(20, 0, 20, 0)
        self._bars.setSpacing(6)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.tabs)
        right.addLayout(self._bars)
        right.addWidget(self._stack, 1)
        grid = QGridLayout(self._frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.top, 0, 0, 1, 2)
        grid.addWidget(self.rail, 1, 0)
        grid.addLayout(right, 1, 1)
        grid.addWidget(self.status, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        for page in (self._frame, self.lock_page, self.hidden_page):
            self._covers.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._covers)
        self.watermark: Watermark | None = None
        Signed.words = None
        if actor.role is Role.INSPECTOR:
            self.watermark = Watermark(theme, self._reader_words, self._covers)
            Signed.words = self._reader_words
        self._palette = Palette(theme, self._frame)
        self._palette.hide()
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._set_idle()
        for number, key in enumerate(list(self._specs)[:9], start=1):
            action = QAction(self)
            action.setShortcut(QKeySequence(f"Alt+{number}"))
            action.triggered.connect(partial(self._open_page_by_key, key))
            self._frame.addAction(action)
        self.resize(1440, 900)
        self.setMinimumSize(900, 500)
        self.setWindowIcon(theme.icon("scales", "accent"))
        self._offer()

    def _connect(self) -> None:
        self.actions_by_key.done.connect(self._on_action_done)
        self.rail.chosen.connect(self.open_page)
        self.rail.set_folded(self._folded_before())
        self.rail.folded_changed.connect(self._on_rail_folded_changed)
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.top.searched.connect(self._on_top_searched)
        self.top.register.clicked.connect(self._on_register_clicked)
        self.top.bell.clicked.connect(self._on_bell_clicked)
        self.top.hide_screen.clicked.connect(self.toggle_hidden)
        self.top.lock.clicked.connect(self.lock)
        self.lock_page.unlocked.connect(self._uncover)
        self.lock_page.left.connect(self.log_out)
        self._palette.chosen.connect(self._on_palette_chosen)
        self._idle.timeout.connect(self.lock)
        self.appearance.changed.connect(self._on_appearance_changed)
        store = self.session.store
        if store is not None:
            self._rail_counts = RailCounts(store, self, self)
            self._rail_counts.ask()
            store.saving.connect(self.status.show_saving)
            store.saved.connect(self.status.show_saved)
            store.failed.connect(self._on_store_failed)
            store.changed.connect(self._on_store_changed)

    def _offer(self) -> None:
        store = self.session.store
        self.top.offer(
            registers=self.has_page("intake"),
            searches=self.has_page("ledger"),
            bell=self.has_page("workbench"),
        )
        may_back_up = store is not None and self.actor.may(Permission.BACKUP)
        self.actions_by_key["back_up"].setVisible(may_back_up)
        self.actions_by_key["confirm_recovery"].setVisible(self.recovery_is_unconfirmed())

    def recovery_is_unconfirmed(self) -> bool:
        """Return whether half-sheets lie beside the store that nobody typed back yet."""
        if self.session.actor.role not in {Role.MANAGER, Role.SECURITY_ADMIN}:
            return False
        return any(path.exists() for path in recovery_paths(self.session.path))

    def show_backup_state(self) -> None:
        """Read the state of backups and recovery sheet again."""
        told = backup.state(self.session.path, now=self._clock.now())
        self.status.show_backup(told, is_demo=self.session.opened.is_demo)
        self.status.show_recovery(unconfirmed=self.recovery_is_unconfirmed())
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word of the frame anew."""
        self._labels.chinese = self.appearance.is_chinese
        self.actions_by_key.retranslate()
        self._fill_rail()
        self._show_tabs()
        self._show_title()
        self.show_backup_state()

    def _show_title(self) -> None:
        office = self.session.opened.office
        name = self.tr("Zhengming")
        if self.is_locked or self.is_hidden_by_key:
            return
        self.setWindowTitle(f"{name} · {office}" if office else name)

    def _folded_before(self) -> list[str]:
        kept = self.settings.get(_FOLDED)
        if kept is not None:
            return [name for name in kept.split("|") if name]
        # Who works on cases keeps lists and calendars seldom.
        return [f"group:{ADMIN_GROUP}"] if self.session.actor.role in CASE_ROLES else []

    def _on_rail_folded_changed(self) -> None:
        self.settings[_FOLDED] = "|".join(sorted(self.rail.folded()))

    def _fill_rail(self) -> None:
        items: list[RailItem] = []
        group = ""
        for place, spec in enumerate(self._specs.values(), start=1):
            if str(spec.group) != group:
                group = str(spec.group)
                if group:
                    items.append(RailItem(f"group:{spec.group}", group_title(spec), kind="group"))
            count, overdue = self._counts.get(spec.key, (None, 0))
            tip = f"Alt+{place}" if place <= 9 else ""
            items.append(RailItem(spec.key, page_title(spec), spec.icon, count, overdue, tip=tip))
        self.rail.set_items(items)

    def _show_tabs(self) -> None:
        self.tabs.blockSignals(True)
        current = self._stack.currentWidget()
        while self.tabs.count():
            self.tabs.removeTab(0)
        spec = self._specs.get(self._open_key)
        self.tabs.addTab(page_title(spec) if spec is not None else "")
        if spec is not None:
            self.tabs.setTabIcon(0, self.theme.icon(spec.icon))
        for (track, case_id), page in self._cases.items():
            place = self.tabs.addTab(page.tab_title() or "…")
            close = Button(self.theme, "", kind="quiet", icon="x", small=True, parent=self.tabs)
            close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            close.setAccessibleName(self.tr("Close {case}").format(case=page.tab_title()))
            close.setToolTip(self.tr("Close (Ctrl+W)"))
            close.clicked.connect(partial(self.close_case, track, case_id))
            self.tabs.setTabButton(place, QTabBar.ButtonPosition.RightSide, close)
        shown = list(self._cases.values())
        self.tabs.setCurrentIndex(1 + shown.index(current) if current in shown else 0)
        self.tabs.setVisible(bool(self._cases))
        self.tabs.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rail as icons in a narrow window."""
        super().resizeEvent(event)
        self.rail.set_compact(self.width() < self.theme.px(NARROW))

    # -- recent cases ----------------------------------------------------------------------

    def _load_recent(self) -> None:
        store = self.session.store
        if store is not None:
            ask = partial(draft, kind="_recent", key="")
            store.read(ask, self._on_recent, seat="recent", owner=self)

    def _on_recent(self, kept: DraftRow | None) -> None:
        cases = kept.body.get("cases", []) if kept is not None else []
        self._recent = [(str(t), int(i), str(w)) for t, i, w in cases]

    def _on_store_changed(self, names: frozenset[str]) -> None:
        # Who steps back from a case does not find it among the recent ones either.
        if names & {"recusal", "recusal_request"}:
            self._load_recent()

    def _ask_drafts(self) -> None:
        store = self.session.store
        if store is not None and self.actor.may(Permission.DRAFT_WRITE):
            store.read(drafts, self._on_drafts, seat="drafts", owner=self)

    def _on_drafts(self, found: tuple[DraftRow, ...]) -> None:
        if not found:
            return
        self.bar(
            "info",
            self.tr("What was not saved last time is back; check it."),
            self.tr("Show") if self.has_page("workbench") else "",
            self._on_bell_clicked,
        )

    # -- standing in for somebody ----------------------------------------------------------

    def _reader_words(self) -> str:
        """Return who reads and when, for the screen and every page (OFFICE §1-28)."""
        at = civil_time(self._clock.now())
        return f"{self.session.actor.name} {at:%Y-%m-%d %H:%M}"

    def _ask_places(self) -> None:
        """Say whose place is held, or offer those that may be taken today."""
        store, actor = self.session.store, self.session.actor
        if store is None or actor.role not in CASE_ROLES:
            return
        if actor.stands_for is None:
            store.read(places, self._on_places, seat="places", owner=self)
            return
        self.bar(
            "guard",
            self.tr("You stand in for {0}: every line names you both").format(
                actor.stands_for_name
            ),
            self.tr("Back to my own place"),
            partial(self.place_wanted.emit, None),
        )

    def _on_places(self, found: tuple[Place, ...]) -> None:
        for place in found:
            self.bar(
                "info",
                self.tr("You may stand in for {0} until {1}").format(
                    place.name, place.until.isoformat()
                ),
                self.tr("Stand in"),
                partial(self.place_wanted.emit, place.account_id),
            )

    def give_way(self) -> None:
        """Make room for the window of another place; the store stays open for it."""
        self.keep_typed()
        self._left = True
        self._idle.stop()

    def _remember(self, page: CasePage) -> None:
        title = page.tab_title()
        store = self.session.store
        if not title or store is None:
            return
        this = (page.track, page.case_id)
        others = [case for case in self._recent if case[:2] != this]
        self._recent = [(*this, title), *others][:MOST_RECENT]
        if self.actor.may(Permission.DRAFT_WRITE):
            body = {"cases": [list(case) for case in self._recent]}
            store.submit(SaveDraft("_recent", "", "", body), owner=self)

    def _on_case_title_changed(self) -> None:
        self._show_tabs()
        current = self._stack.currentWidget()
        if isinstance(current, CasePage):
            self._remember(current)

    # -- leaving ---------------------------------------------------------------------------

    def log_out(self) -> None:
        """End the session; what was typed is kept as drafts."""
        self._leave()
        self.logged_out.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed, wait for the writer, and end."""
        self._leave()
        super().closeEvent(event)
        self.closed.emit()

    def _leave(self) -> None:
        if self._left:
            return
        self._left = True
        self._idle.stop()
        self.keep_typed()
        store = self.session.store
        if store is None:
            return
        store.note("log_out", "account", self.actor.account_id)
        try:
            store.close()
        except ZhengmingError as error:
            LOG.error("closing: %s", error.code)

    # -- deeds -----------------------------------------------------------------------------

    def _on_action_done(self, key: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "close_tab": self._close_current_tab,
            "next_tab": partial(self._step_tab, 1),
            "previous_tab": partial(self._step_tab, -1),
            "lock": self.lock,
            "log_out": self.log_out,
            "quit": self.close,
            "register": self._begin_new,
            "search": self._focus_search,
            "recent": self._open_recent,
            "reload": self._reload,
            "chinese": partial(self.appearance.choose_language, "zh_CN"),
            "english": partial(self.appearance.choose_language, "en"),
            "light": partial(self.appearance.choose_look, Look.LIGHT),
            "dark": partial(self.appearance.choose_look, Look.DARK),
            "contrast": partial(self.appearance.choose_look, Look.CONTRAST),
            "larger": partial(self._step_text, 1),
            "smaller": partial(self._step_text, -1),
            "hide": self.toggle_hidden,
            "palette": self._open_palette,
            "back_up": self.back_up,
            "confirm_recovery": self.recovery_wanted.emit,
            "change_password": self.password_wanted.emit,
            "shortcuts": self._open_keys,
            "about": self._open_about,
        }
        deed = deeds.get(key)
        if deed is not None:
            deed()
        else:
            self._edit(key)

    def back_up(self) -> None:
        """Make a backup now, beside the work."""
        store = self.session.store
        key = self.session.opened.unlocked.store_key
        if store is None or key is None:
            return
        path, clock = self.session.path, self._clock

        def work(_gate: Gate, _tell: Tell) -> backup.Backup:
            return backup.backup(path, key, clock=clock)

        store.errand(
            work,
            self._on_backed_up,
            owner=self,
            failed=self._on_backup_failed,
            changes=_BACKUP,
        )

    def back_up_daily(self) -> None:
        """Make the day's backup if there is none yet; a demo center needs none."""
        store = self.session.store
        key = self.session.opened.unlocked.store_key
        if store is None or key is None or self.session.opened.is_demo:
            return
        path, clock = self.session.path, self._clock

        def work(_gate: Gate, _tell: Tell) -> backup.Backup | None:
            if not backup.is_due(path, civil_date(clock.now())):
                return None
            return backup.backup(path, key, clock=clock, reason="daily")

        store.errand(
            work,
            self._on_daily_done,
            owner=self,
            failed=self._on_backup_failed,
            changes=_BACKUP,
        )

    def _on_backed_up(self, _made: backup.Backup) -> None:
        self.show_backup_state()
        self.bar("good", self.tr("Backed up, opened and compared"))

    def _on_daily_done(self, _made: backup.Backup | None) -> None:
        self.show_backup_state()

    def _on_backup_failed(self, error: ZhengmingError) -> None:
        self.show_backup_state()
        self.fail(error)

    def _edit(self, key: str) -> None:
        focused = QApplication.focusWidget()
        if not isinstance(focused, QLineEdit | QPlainTextEdit):
            return
        deeds: dict[str, Callable[[], None]] = {
            "undo_typing": focused.undo,
            "redo_typing": focused.redo,
            "cut": focused.cut,
            "copy": focused.copy,
            "paste": focused.paste,
            "select_all": focused.selectAll,
        }
        deeds[key]()

    def _close_current_tab(self) -> None:
        self._close_tab(self.tabs.currentIndex())

    def _step_tab(self, by: int) -> None:
        if self._cases:
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def _focus_search(self) -> None:
        self.top.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.line.selectAll()

    def _reload(self) -> None:
        reload_page = getattr(self._stack.currentWidget(), "reload", None)
        if callable(reload_page):
            reload_page()

    def _step_text(self, by: int) -> None:
        place = TEXT_PERCENTS.index(self.theme.text_percent) + by
        if 0 <= place < len(TEXT_PERCENTS):
            self.appearance.choose_text_percent(TEXT_PERCENTS[place])

    def _open_about(self) -> None:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(self.tr("About this program"))
        box.setText(self.tr("Zhengming, the desk of a joint office for cadres' appeals"))
        box.setInformativeText(self.tr("No state secrets in this system"))
        box.open()

    # -- palette ---------------------------------------------------------------------------

    def _entries(self) -> list[Entry]:
        entries = [
            Entry(
                f"action:{spec.key}",
                self.actions_by_key[spec.key].text().replace("&", ""),
                keys=spec.keys[0] if spec.keys else "",
            )
            for spec in SPECS
            if spec.key != "palette" and self.actions_by_key[spec.key].isVisible()
        ]
        entries += [
            Entry(f"page:{spec.key}", page_title(spec), note=self.tr("Page"))
            for spec in self._specs.values()
        ]
        return entries + self._opening_entries() + self._recent_entries()

    def _opening_entries(self) -> list[Entry]:
        """Return what may be begun in the books of the person's pages."""
        heads = self._rail_counts.heads if self.session.store is not None else {}
        return [
            Entry(f"open:{spec.key}:{book}:{move}", self.labels.move(book, move), note=words)
            for spec in self._specs.values()
            for book in spec.books
            if book in heads
            for words in (self.labels.book(book),)
            for move in heads[book].openings
        ]

    def _recent_entries(self) -> list[Entry]:
        return [
            Entry(f"case:{track}:{case_id}", title, note=self.labels.track(track))
            for track, case_id, title in self._recent
        ]

    def _open_palette(self) -> None:
        self._palette.open_with(self._entries(), self.tr("Type a few letters, or pinyin initials"))

    def _open_recent(self) -> None:
        self._palette.open_with(self._recent_entries(), self.tr("Recent cases"))

    def _open_keys(self) -> None:
        entries = [entry for entry in self._entries() if entry.keys]
        KeysDialog(self.theme, entries, self).open()

    def _on_palette_chosen(self, key: str) -> None:
        kind, _, rest = key.partition(":")
        if kind == "action":
            self.actions_by_key[rest].trigger()
        elif kind == "page":
            self.open_page(rest)
        elif kind == "open":
            page, book, move = rest.split(":")
            self.open_page(page, book=book, open=move)
        else:
            track, _, case_id = rest.partition(":")
            self.open_case(track, int(case_id))

    # -- what others tell ------------------------------------------------------------------

    def _on_tabs_current_changed(self, place: int) -> None:
        if place <= 0:
            page = self._pages.get(self._open_key)
            if page is not None:
                self._stack.setCurrentWidget(page)
            return
        shown = list(self._cases.values())
        if place <= len(shown):
            self._stack.setCurrentWidget(shown[place - 1])

    def _close_tab(self, place: int) -> None:
        keys = list(self._cases)
        if 1 <= place <= len(keys):
            self.close_case(*keys[place - 1])

    def _on_top_searched(self, text: str) -> None:
        self.open_page("ledger", query=text)

    def _open_page_by_key(self, key: str, *_checked: object) -> None:
        self.open_page(key)

    def _on_register_clicked(self) -> None:
        self.open_page("intake")

    def _begin_new(self) -> None:
        """Ctrl+N: what the page in sight begins, else an appeal."""
        page = self._stack.currentWidget()
        if not (isinstance(page, Page) and page.begin_new()):
            self.open_page("intake")

    def _on_bell_clicked(self) -> None:
        self.open_page("workbench")

    def _on_store_failed(self, error: ZhengmingError) -> None:
        self.status.show_failed()
        self.fail(error)

    def _on_appearance_changed(self) -> None:
        self._labels.chinese = self.appearance.is_chinese
        self.rail.set_compact(self.width() < self.theme.px(NARROW))

    # -- idle ------------------------------------------------------------------------------

    def _set_idle(self) -> None:
        self._idle.setInterval(self._settings.idle_minutes * IDLE_CHECK_MS)
        self._idle.start()

    def touch(self) -> None:
        """Note that somebody is at the desk."""
        if not self.is_locked:
            self._idle.start(self._settings.idle_minutes * IDLE_CHECK_MS)

    def event(self, event: QEvent) -> bool:
        """Watch the native window once it exists: it gets every key and move, and little else."""
        if event.type() == QEvent.Type.WinIdChange:
            handle = self.windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start the idle time anew with every key, move and click."""
        if event.type() in _INPUT:
            self.touch()
        return super().eventFilter(watched, event)


_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
