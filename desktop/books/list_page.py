"""A page of one or several books: tabs, filters, one dense table each, register and workbook."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.books.queries import book_heads, entry_ids, entry_rows
from db.books.rows import BookHead, EntryFilter, EntryRow
from db.core.books import Book
from db.core.errors import ZhengmingError
from db.core.permissions import Permission
from db.core.tx import Read
from db.shelves import book as book_of
from desktop.appeals.ledger_page import span_of
from desktop.appeals.spine import SpineModel
from desktop.books.deeds import EntryDeeds
from desktop.books.names import page_name, watched
from desktop.books.register import RegisterFlow, may_print
from desktop.books.words import EntryWords
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, ButtonKind, Chip
from desktop.widgets.chips import ChipRow
from desktop.widgets.editors import LineEdit
from desktop.widgets.frames import EmptyState, PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import clear_layout
from desktop.widgets.table import Table
from desktop.widgets.tabs import ViewTab, ViewTabs

SHOWN_OPENINGS = 2
MOST_IN_HEAD = 5
"""More books than this have their tabs in a line of their own."""
SEARCH_AFTER_MS = 300
NARROW = 900
LEAST_STRETCH = 150
"""Least width at 100 % of the column that takes the rest."""
BEHALF = "behalf:"
SPANS = ("month", "last_month", "year", "last_year")


class EntryTable(Table):
    """The table of one book with its model and its order."""

    def __init__(self, book: Book, words: EntryWords, shell: Shell, parent: QWidget) -> None:
        super().__init__(
            shell.theme, (), name=f"book_{book.name}", settings=shell.settings, parent=parent
        )
        self.book = book
        self._entry_words = words
        self._least_stretch = shell.theme.px(LEAST_STRETCH)
        self.sort = ("due", False) if "due" in book.columns else ("entered_on", True)
        self.entries: SpineModel[EntryRow] = SpineModel((), partial(words.cell, book), self)
        self.retranslate()
        self.setModel(self.entries)
        self.set_columns(words.columns(book))

    def retranslate(self) -> None:
        """Set every word anew."""
        columns = self._entry_words.columns(self.book)
        self.entries.set_columns(columns)
        if self.model() is not None:
            self.set_columns(columns)
        self.setAccessibleName(self._entry_words.labels.book(self.book.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the table scroll sideways where the widest column would be squeezed to nothing."""
        super().resizeEvent(event)
        header = self.columns_header
        stretched = [at for at, column in enumerate(header.columns) if column.stretch]
        if not stretched:
            return
        at = stretched[0]
        shown = [i for i in range(header.count()) if i != at and not header.isSectionHidden(i)]
        room = self.viewport().width() - sum(header.sectionSize(i) for i in shown)
        least = self._least_stretch
        if room >= least:
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        else:
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(at, least)

    def show_sorted(self) -> None:
        """Show the caret of the present order."""
        key, descending = self.sort
        self.columns_header.show_sorted(key, descending=descending)

    def chosen_id(self) -> int | None:
        """Return the entry of the current row."""
        return self.entries.id_at(self.currentIndex().row())

    def choose(self, entry_id: int | None) -> bool:
        """Make an entry's row current; False where it is not in the result."""
        place = self.entries.place_of(entry_id) if entry_id is not None else -1
        if place >= 0:
            self.selectRow(place)
        return place >= 0


class BooksPage(Page):
    """The entries of some books that the person may know of.

    Args:
        books: Names of the books, in the order of the tabs.
        key: Key of the page in `desktop/pages.py`, whose name is the title.
    """

    def __init__(
        self,
        store: Store,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        books: Sequence[str],
        key: str,
    ) -> None:
        super().__init__(store, shell, parent)
        self._books = {name: book_of(name) for name in books}
        self._key = key
        self.watches = watched(books)
        self._name = next(iter(self._books))
        self._filter = EntryFilter()
        self._title_note = ""
        self._live = self._starts_live(self._name)
        self._heads: dict[str, BookHead] = {}
        self._wanted_open: tuple[str, dict[str, Any]] | None = None
        self._wanted_row: int | None = None
        self._tables: dict[str, EntryTable] = {}
        theme = shell.theme
        self.deeds = EntryDeeds(store, shell, self)
        self._words = self.deeds.words
        self._register = RegisterFlow(store, shell, self._words, self)
        self._head = PageHead(theme, "", parent=self)
        crowded = len(self._books) > MOST_IN_HEAD
        self._tabs = ViewTabs(theme, tall=not crowded, parent=self)
        self._tabs.setVisible(len(self._books) > 1)
        self._tab_row = QFrame(self)
        self._tab_row.setProperty("kind", "head")
        self._tab_row.setVisible(crowded)
        if not crowded:
            self._head.add_widget(self._tabs)
        self._openings = QWidget(self)
        self._opening_row = QHBoxLayout(self._openings)
        self._opening_row.setContentsMargins(0, 0, 0, 0)
        self._opening_row.setSpacing(8)
        self._columns_button = Button(theme, "", kind="quiet", icon="columns", parent=self)
        self._export_button = Button(theme, "", kind="quiet", icon="download-simple", parent=self)
        self._print_button = Button(theme, "", kind="quiet", icon="printer", parent=self)
        self._head.add_action(self._openings)
        for name, button in (
            ("columns", self._columns_button),
            ("export", self._export_button),
            ("print", self._print_button),
        ):
            button.setObjectName(name)
            prints = name == "print" and any(
                may_print(shell.actor, book) for book in self._books.values()
            )
            exports = shell.actor.may(Permission.EXPORT)
            button.setVisible(name == "columns" or exports or prints)
            self._head.add_action(button)
        self._search = LineEdit(theme, parent=self)
        self._search.setObjectName("search")
        self._search.setProperty("small", True)
        self._search.setFixedWidth(theme.px(200))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SEARCH_AFTER_MS)
        self._chips = ChipRow(theme, parent=self)
        self._live_chip = Chip(theme, "", switch=True, parent=self)
        self._state_chip = Chip(theme, "", parent=self)
        self._span_chip = Chip(theme, "", parent=self)
        self._overdue_chip = Chip(theme, "", switch=True, parent=self)
        self._mine_chip = Chip(theme, "", switch=True, parent=self)
        for chip in (
            self._live_chip,
            self._state_chip,
            self._span_chip,
            self._overdue_chip,
            self._mine_chip,
        ):
            self._chips.add_chip(chip)
        self._empty = EmptyState(theme, "", icon="list-bullets", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._foot = text_label("", "secondary", parent=self)
        self._lay_out()
        self._connect()
        self._table()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QWidget(self)
        line = QHBoxLayout(bar)
        line.setContentsMargins(20, 6, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._search, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._chips, 1)
        chips = self._chips.layout()
        if chips is not None:
            # They stand beside the search line, not in a row of their own.
            chips.setContentsMargins(0, 0, 20, 7)
        foot = QWidget(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._foot, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        if len(self._books) > MOST_IN_HEAD:
            tabs = QHBoxLayout(self._tab_row)
            tabs.setContentsMargins(10, 0, 10, 0)
            tabs.addWidget(self._tabs, 1)
        page.addWidget(self._tab_row)
        page.addWidget(bar)
        page.addWidget(self._stack, 1)
        page.addWidget(foot)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self._columns_button.clicked.connect(self._on_columns_button_clicked)
        self._export_button.clicked.connect(self._on_export_button_clicked)
        self._print_button.clicked.connect(self._on_print_button_clicked)
        self._search.textChanged.connect(self._on_search_text_changed)
        self._search.editingFinished.connect(self._look)
        self._typing.timeout.connect(self._look)
        self._search.installEventFilter(self)
        self._chips.cleared.connect(self._on_chips_cleared)
        self._state_chip.set_menu_maker(self._state_menu)
        self._span_chip.set_menu_maker(self._span_menu)
        self._state_chip.cleared.connect(self._on_state_chip_cleared)
        self._span_chip.cleared.connect(self._on_span_chip_cleared)
        self._live_chip.toggled.connect(self._on_live_chip_toggled)
        self._overdue_chip.toggled.connect(self._on_overdue_chip_toggled)
        self._mine_chip.toggled.connect(self._on_mine_chip_toggled)
        self._empty.acted.connect(self._on_empty_acted)
        self.deeds.opened.connect(self._on_deeds_opened)
        self.deeds.ready.connect(self._open_wanted)
        printing = QAction(self)
        printing.setShortcut(QKeySequence("Ctrl+P"))
        printing.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        printing.triggered.connect(self._on_print_button_clicked)
        self.addAction(printing)

    def retranslate(self) -> None:
        """Set every word anew."""
        labels = self.shell.labels
        self._head.set_title(page_name(self._key) or labels.book(self._name))
        self._head.set_note(self._title_note)
        self._tabs.set_tabs(
            [
                ViewTab(name, labels.book(name, short=True), self._count(name))
                for name in self._books
            ]
        )
        self._search.setPlaceholderText(self.tr("Number or words"))
        self._search.setAccessibleName(self.tr("Number or words"))
        self._live_chip.setText(self.tr("Not ended"))
        self._state_chip.setText(self.tr("State"))
        self._span_chip.setText(self.tr("Entered"))
        self._overdue_chip.setText(self.tr("Overdue only"))
        self._mine_chip.setText(self.tr("Entered by me"))
        for table in self._tables.values():
            table.retranslate()
        self._fold()
        self._show_openings()
        self._show_chips()
        self._say_empty()
        self._show_foot()

    # -- the book shown --------------------------------------------------------------------

    @property
    def book(self) -> Book:
        """The book that is shown."""
        return self._books[self._name]

    @property
    def table(self) -> EntryTable:
        """The table that is shown."""
        return self._table()

    def _table(self) -> EntryTable:
        made = self._tables.get(self._name)
        if made is None:
            made = EntryTable(self.book, self._words, self.shell, self)
            made.entries.wanted.connect(partial(self._on_model_wanted, made))
            made.opened.connect(self._on_table_opened)
            made.columns_header.sort_wanted.connect(self._on_header_sort_wanted)
            self._tables[self._name] = made
            self._stack.addWidget(made)
        return made

    def _starts_live(self, name: str) -> bool:
        """Whether the book is shown without what has ended: one with deadlines, no register."""
        return "due" in self._books[name].columns and bool(self._live_states(name))

    def _live_states(self, name: str) -> tuple[str, ...]:
        track = self._books[name].track
        live = [s for s in _states(self._books[name]) if s not in track.terminal]
        return tuple(live) if track.terminal and live else ()

    def _count(self, name: str) -> int | None:
        head = self._heads.get(name)
        return head.count if head is not None else None

    def _wanted(self) -> EntryFilter:
        sort, descending = self.table.sort
        states = self._filter.states
        if self._live and not states:
            states = self._live_states(self._name)
        return replace(self._filter, states=states, sort=sort, descending=descending)

    # -- asking ----------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask for the order of the result and for what waits in each book."""
        self.store.read(
            partial(entry_ids, book=self._name, wanted=self._wanted()),
            partial(self._on_ids, self._name),
            seat="ids",
            owner=self,
            failed=self._on_failed,
        )
        self.store.read(self._ask_heads, self._on_heads, seat="heads", owner=self)
        self.deeds.reload()

    def _ask_heads(self, read: Read) -> tuple[BookHead, ...]:
        return book_heads(read, tuple(self._books))

    def apply_filters(self, **filters: object) -> None:
        """Take `book`, `text`, `states`, `overdue`, `mine`, `ids`, `title` …; `open` begins one.

        `open` is an opening move, `given` what is known for it beforehand.
        """
        name = str(filters.get("book") or self._name)
        if name not in self._books:
            return
        known = {f for f in EntryFilter.__dataclass_fields__ if f in filters}
        values: dict[str, Any] = {field: filters[field] for field in known}
        for field in ("ids", "states"):
            if values.get(field) is not None:
                values[field] = tuple(values[field])
        self._filter = replace(EntryFilter(), **values)
        self._live = self._starts_live(name) and not known
        self._title_note = str(filters.get("title", ""))
        self._head.set_note(self._title_note)
        self._search.blockSignals(True)
        self._search.set_value(self._filter.text)
        self._search.blockSignals(False)
        self._turn_to(name)
        self._begin(filters)

    def _begin(self, filters: dict[str, object]) -> None:
        move = str(filters.get("open", ""))
        if move:
            given = filters.get("given")
            self._wanted_open = (move, given if isinstance(given, dict) else {})
            self._open_wanted()

    def _open_wanted(self) -> None:
        """Open the form asked for from elsewhere, once it is known what may be opened."""
        head = self._heads.get(self._name)
        if self._wanted_open is None or head is None or not self.deeds.is_ready:
            return
        key, given = self._wanted_open
        self._wanted_open = None
        if key in dict(self._offers()):
            move = key.removeprefix(BEHALF)
            self.deeds.open(self._name, move, behalf=key.startswith(BEHALF), given=given)

    def begin_new(self) -> bool:
        """Ctrl+N: open the form of the first opening move."""
        offers = self._offers()
        if not offers:
            return False
        self._on_opening_clicked(offers[0][0])
        return True

    def _on_ids(self, name: str, ids: "array[int]") -> None:
        if name != self._name:
            return
        table = self.table
        kept = self._wanted_row if self._wanted_row is not None else table.chosen_id()
        table.entries.set_ids(ids)
        table.show_sorted()
        self._stack.setCurrentWidget(table if len(ids) else self._empty)
        if table.choose(kept) and self._wanted_row is not None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wanted_row = None
        self._say_empty()
        self._show_foot()

    def _on_failed(self, error: ZhengmingError) -> None:
        self.shell.fail(error)

    def _on_heads(self, found: tuple[BookHead, ...]) -> None:
        before = {name: head.openings for name, head in self._heads.items()}
        self._heads = {head.name: head for head in found}
        for name in self._books:
            self._tabs.set_count(name, self._count(name))
        if before != {name: head.openings for name, head in self._heads.items()}:
            self._show_openings()
            self._say_empty()
        count = sum(head.count for head in found)
        self.shell.set_count(self._key, count or None, sum(head.overdue for head in found))
        self._open_wanted()

    def _on_model_wanted(self, table: EntryTable, ids: "array[int]") -> None:
        self.store.read(
            partial(entry_rows, book=table.book.name, ids=list(ids)),
            partial(self._on_rows, table, ids),
            seat=f"rows-{table.book.name}-{ids[0]}",
            owner=self,
        )

    def _on_rows(self, table: EntryTable, ids: "array[int]", rows: dict[int, EntryRow]) -> None:
        table.entries.take_rows(rows, ids)

    # -- showing ---------------------------------------------------------------------------

    def _offers(self) -> list[tuple[str, str]]:
        """Return (key, words) of what may be opened, from paper last."""
        head, labels = self._heads.get(self._name), self.shell.labels
        if head is None or self.book.parent:
            # What belongs to an entry is begun on its card.
            return []
        found = [(move, labels.move(self._name, move)) for move in head.openings]
        if self.book.on_behalf and self.shell.actor.may(Permission.RECORD_ON_BEHALF):
            found += [
                (f"{BEHALF}{m}", self.tr("{0} (on behalf)").format(labels.move(self._name, m)))
                for m in _opening_moves(self.book)
                if m not in head.openings
            ]
        return found

    def _show_openings(self) -> None:
        clear_layout(self._opening_row)
        theme, offers = self.shell.theme, self._offers()
        shown = [offer for offer in offers if not offer[0].startswith(BEHALF)][:SHOWN_OPENINGS]
        for place, (key, words) in enumerate(shown):
            kind: ButtonKind = "default" if place else "primary"
            cap = "" if place else "Ctrl+N"
            button = Button(theme, words, kind=kind, icon="plus", key=cap, parent=self)
            button.setObjectName(f"open:{key}")
            button.clicked.connect(partial(self._on_opening_clicked, key))
            self._opening_row.addWidget(button)
        rest = [offer for offer in offers if offer not in shown]
        if rest:
            more = Button(theme, self.tr("More"), has_menu=True, parent=self)
            more.setObjectName("open:more")
            more.clicked.connect(partial(self._on_more_clicked, more, tuple(rest)))
            self._opening_row.addWidget(more)
        self._openings.setVisible(bool(offers))

    def _show_chips(self) -> None:
        labels, wanted = self.shell.labels, self._filter
        states = self._words.joined(labels.state(self._name, s) for s in wanted.states)
        self._state_chip.set_value(states)
        span = ""
        if wanted.entered_from is not None or wanted.entered_to is not None:
            first = wanted.entered_from.isoformat() if wanted.entered_from else ""
            last = wanted.entered_to.isoformat() if wanted.entered_to else ""
            span = f"{first} – {last}"
        self._span_chip.set_value(span)
        self._live_chip.setVisible(bool(self._live_states(self._name)))
        self._state_chip.setVisible(len(_states(self.book)) > 1)
        self._overdue_chip.setVisible("due" in self.book.columns)
        for chip, on in (
            (self._live_chip, self._live and not wanted.states),
            (self._overdue_chip, wanted.overdue),
            (self._mine_chip, wanted.mine),
        ):
            chip.blockSignals(True)
            chip.setChecked(on)
            chip.blockSignals(False)
        self._chips.refresh()

    def _say_empty(self) -> None:
        narrowed = self._filter != EntryFilter()
        offers = self._offers()
        begins = bool(offers) and not narrowed
        following = ""
        if narrowed:
            following = self.tr("Clear the filters to see all entries")
        elif begins:
            following = self.tr("Ctrl+N begins one")
        if narrowed:
            fact = self.tr("No matching entry")
        elif self._live:
            fact = self.tr("Nothing is open here")
        else:
            fact = self.tr("Nothing is entered yet")
        action = offers[0][1] if begins else self.tr("Clear filters") if narrowed else ""
        self._empty.say(fact, following=following, action=action)

    def _show_foot(self) -> None:
        self._foot.setText(self.tr("{0} entries").format(len(self.table.entries.ids)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the rarer buttons as icons in a narrow window."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        in_head = len(self._books) - 1 if len(self._books) <= MOST_IN_HEAD else 0
        narrow = self.width() < self.shell.theme.px(NARROW + 120 * in_head)
        for button, words in (
            (self._columns_button, self.tr("Columns")),
            (self._export_button, self.tr("Export")),
            (self._print_button, self.tr("Print register")),
        ):
            button.setText("" if narrow else words)
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.updateGeometry()

    # -- deeds -----------------------------------------------------------------------------

    def _turn_to(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self._table()
            self._show_openings()
        self._tabs.blockSignals(True)
        self._tabs.choose(name)
        self._tabs.blockSignals(False)
        if not page_name(self._key):
            self._head.set_title(self.shell.labels.book(name))
        self._stack.setCurrentWidget(self.table)
        self._show_chips()
        self._show_foot()
        self.reload()

    def _change(self, **values: Any) -> None:
        self._filter = replace(self._filter, **values)
        self._show_chips()
        self.reload()

    def _on_tabs_chosen(self, name: str) -> None:
        self._filter = replace(self._filter, states=(), ids=None, parent_id=None)
        self._live = self._starts_live(name)
        self._title_note = ""
        self._head.set_note("")
        self._turn_to(name)

    def _on_opening_clicked(self, key: str, _checked: bool = False) -> None:
        self._wanted_open = (key, {})
        self._open_wanted()

    def _on_more_clicked(
        self, button: Button, offers: tuple[tuple[str, str], ...], _checked: bool = False
    ) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in offers:
            menu.addAction(f"{words}…").triggered.connect(partial(self._on_opening_clicked, key))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_empty_acted(self) -> None:
        if self._filter != EntryFilter():
            self._on_chips_cleared()
        else:
            self.begin_new()

    def _on_deeds_opened(self, name: str, entry_id: int, number: str) -> None:
        words = self.tr("Saved")
        if number:
            words = self.tr("Saved. Number {0}").format(number)
        book = self._books[name]
        if _goes_on(book):
            self.shell.bar("good", words)
            self.shell.open_case(name, entry_id)
            return
        # A register is filled line by line: the page stays and shows the new line.
        self._wanted_row = entry_id
        self.shell.bar(
            "good", words, self.tr("Open"), partial(self.shell.open_case, name, entry_id)
        )
        self.reload()

    def _on_columns_button_clicked(self) -> None:
        self.table.columns_header.open_chooser()

    def _on_export_button_clicked(self) -> None:
        self._register.export(self.book, self._filter)

    def _on_print_button_clicked(self) -> None:
        if self._print_button.isVisibleTo(self):
            self._register.print(self.book, self._filter)

    def _on_search_text_changed(self, _text: str) -> None:
        self._typing.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search line into the list, Esc empties it."""
        if watched is not self._search or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress or self._search.is_composing():
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Down and len(self.table.entries.ids):
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self._search.value():
            self._search.clear()
            self._look()
            return True
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        self._typing.stop()
        if not self._search.is_composing() and self._search.value() != self._filter.text:
            self._change(text=self._search.value())

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _state_menu(self) -> QMenu:
        menu = self._menu()
        for state in _states(self.book):
            action = menu.addAction(self.shell.labels.state(self._name, state))
            action.setCheckable(True)
            action.setChecked(state in self._filter.states)
            action.setData(state)
        menu.triggered.connect(self._on_state_menu_triggered)
        return menu

    def _span_menu(self) -> QMenu:
        menu = self._menu()
        names = {
            "month": self.tr("This month"),
            "last_month": self.tr("Last month"),
            "year": self.tr("This year"),
            "last_year": self.tr("Last year"),
        }
        for span in SPANS:
            menu.addAction(names[span]).setData(span)
        menu.triggered.connect(self._on_span_menu_triggered)
        return menu

    def _on_state_menu_triggered(self, action: QAction) -> None:
        state, kept = str(action.data()), self._filter.states
        changed = tuple(s for s in kept if s != state) if state in kept else (*kept, state)
        self._change(states=changed)

    def _on_span_menu_triggered(self, action: QAction) -> None:
        first, last = span_of(str(action.data()), self.shell.today())
        self._change(entered_from=first, entered_to=last)

    def _on_chips_cleared(self) -> None:
        self._filter = EntryFilter()
        self._live = False
        self._search.set_value("")
        self._title_note = ""
        self._head.set_note("")
        self._show_chips()
        self.reload()

    def _on_state_chip_cleared(self) -> None:
        self._change(states=())

    def _on_span_chip_cleared(self) -> None:
        self._change(entered_from=None, entered_to=None)

    def _on_live_chip_toggled(self, checked: bool) -> None:
        self._live = checked
        self._change(states=())

    def _on_overdue_chip_toggled(self, checked: bool) -> None:
        self._change(overdue=checked)

    def _on_mine_chip_toggled(self, checked: bool) -> None:
        self._change(mine=checked)

    def _on_header_sort_wanted(self, key: str, descending: bool) -> None:
        self.table.sort = (key, descending)
        self.reload()

    def _on_table_opened(self, index: QModelIndex) -> None:
        chosen = self.table.entries.id_at(index.row())
        if chosen is not None:
            self.shell.open_case(self._name, chosen)


def _states(book: Book) -> tuple[str, ...]:
    """Return the states that a list shows, in the order in which moves reach them.

    Those that follow from a day stand last (`Shelf.shown`).
    """
    found = dict.fromkeys(move.target for move in book.track.moves)
    stored = [state for state in found if state not in book.track.derived]
    return (*stored, *sorted(book.track.derived))


def _opening_moves(book: Book) -> tuple[str, ...]:
    """Return the moves by which a person may open an entry: those that ask for something."""
    return tuple(m.name for m in book.track.moves if m.source is None and m.name in book.asks)


def _goes_on(book: Book) -> bool:
    """Return whether a new entry is worked on, unlike the line of a register."""
    return any(m.source is not None for m in book.track.moves)
