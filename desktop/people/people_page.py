"""干部与单位: cadres found by name, pinyin or initials; the unit tree in its own order."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.core.permissions import Permission
from db.core.tx import Read
from db.office.unit_rows import UnitRow
from db.office.unit_rows import units as unit_rows
from db.people.queries import find_people, namesakes, person_card
from db.people.rows import PersonCard, PersonRow
from desktop.admin.command_dialog import show
from desktop.office.list_model import ListModel
from desktop.people.person_dialog import PersonDialog
from desktop.people.person_pane import PersonPane
from desktop.people.units_panel import UnitsPanel
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Chip
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.frames import EmptyState, PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.search import SearchBox
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs

MOST = 300
TYPED_MS = 180
PANE_MS = 200
NARROW = 1000


class PeoplePage(Page):
    """Cadres at the left, one of them at the right; a second tab for units."""

    watches = frozenset({"person", "unit", "unit_name", "appeal", "ordinary_appeal"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._units: tuple[UnitRow, ...] = ()
        self._wanted_id: int | None = None
        self._may_read = shell.actor.may(Permission.PERSON_READ)
        self._may_write = shell.actor.may(Permission.PERSON_WRITE)
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self.tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self.tabs)
        self.add = Button(theme, "", kind="primary", parent=self)
        self._head.add_action(self.add)
        self.search = SearchBox(theme, parent=self)
        self.old = Chip(theme, "", switch=True, parent=self)
        self.model: ListModel[PersonRow] = ListModel((), self._cell, self)
        self.table = Table(theme, (), name="people", settings=shell.settings, parent=self)
        self.table.setModel(self.model)
        self._empty = EmptyState(theme, "", icon="users", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._sum = text_label("", "secondary", parent=self)
        self.pane = PersonPane(store, shell, self)
        self.units_panel = UnitsPanel(store, shell, self)
        self._typed = self._timer(TYPED_MS, self._ask_people)
        self._chosen = self._timer(PANE_MS, self._ask_person)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _timer(self, after: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        timer.timeout.connect(then)
        return timer

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(20, 8, 20, 8)
        top.setSpacing(8)
        top.addWidget(self.search, 2)
        top.addWidget(self.old, 0, Qt.AlignmentFlag.AlignTop)
        top.addStretch(1)
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._sum, 1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.pane)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        self._people = splitter
        self._views = QStackedWidget(self)
        self._views.addWidget(splitter)
        self._views.addWidget(self.units_panel)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(self._views, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.add.clicked.connect(self._on_add_clicked)
        self.search.typed.connect(self._on_search_typed)
        self.search.searched.connect(self._on_search_searched)
        self.old.toggled.connect(self._on_old_toggled)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.table.opened.connect(self._on_table_opened)
        self.pane.change_wanted.connect(self._on_pane_change_wanted)
        self.pane.other.connect(self._show_person)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Cadres and units"))
        tabs = [ViewTab("people", self.tr("Cadres"))] if self._may_read else []
        self.tabs.set_tabs([*tabs, ViewTab("units", self.tr("Units"))])
        self.add.setText(self.tr("Add a person"))
        self.search.line.setPlaceholderText(self.tr("Name, pinyin, initials, telephone"))
        self.old.setText(self.tr("Also those not offered any more"))
        columns = (
            Column("name", self.tr("Name"), 122, locked=True, sortable=False),
            Column("sex", self.tr("Sex"), 44, sortable=False, latin=62),
            Column("birth", self.tr("Born"), 68, sortable=False),
            Column("unit", self.tr("Unit"), 180, stretch=True, sortable=False),
            Column("post", self.tr("Post"), 128, sortable=False),
            Column("rank", self.tr("Rank"), 98, sortable=False),
            Column("category", self.tr("Kind"), 72, sortable=False, latin=98),
            Column("administration", self.tr("Managed by"), 76, sortable=False, latin=90),
            Column("cases", self.tr("Open / all"), 84, sortable=False, right=True),
        )
        self.model.set_columns(columns)
        self.table.set_columns(columns)
        self.table.setAccessibleName(self.tr("Cadres"))
        self._empty.say(self.tr("No matching person"))
        self.pane.retranslate()
        self.units_panel.retranslate()
        self._on_tabs_chosen(self.tabs.current_key())

    # -- asking ----------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask for the list, the person shown and the tree."""
        self.units_panel.reload()
        if not self._may_read:
            return
        self.store.read(unit_rows, self._on_units, seat="unit_rows", owner=self)
        self._ask_people()

    def apply_filters(self, **filters: object) -> None:
        """Take `person_id`, `query`, or `view`, `units`."""
        if filters.get("view") in ("people", "units"):
            self.tabs.choose(str(filters["view"]))
        if isinstance(filters.get("query"), str):
            self.search.set_text(str(filters["query"]))
            self._ask_people()
        person = filters.get("person_id")
        if isinstance(person, int):
            self._show_person(person)

    def _ask_people(self) -> None:
        ask = partial(
            find_people,
            typed=self.search.text(),
            only_active=not self.old.isChecked(),
            limit=MOST,
        )
        self.store.read(ask, self._on_people, seat="people", owner=self)

    def _ask_person(self) -> None:
        row = self.model.row(self.table.currentIndex())
        if row is not None and self.pane.isVisible():
            self._show_person(row.id)

    def _show_person(self, person_id: int) -> None:
        self.store.read(
            partial(_person, person_id=person_id), self._on_person, seat="person", owner=self
        )

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found

    def _on_people(self, found: tuple[PersonRow, ...]) -> None:
        # Whoever is shown stays shown; a search that leaves him out shows its first.
        shown = self.pane.card.row.id if self.pane.card is not None else None
        wanted = self._wanted_id or shown
        self._wanted_id = None
        self.model.set_rows(found)
        self._stack.setCurrentWidget(self.table if found else self._empty)
        if found:
            places = [place for place, row in enumerate(found) if row.id == wanted]
            self.table.selectRow(places[0] if places else 0)
            self._chosen.start()
        else:
            self.pane.clear()
        words = self.tr("{0} persons").format(len(found))
        if len(found) == MOST:
            words = self.tr("the first {0} persons; type more to narrow them").format(MOST)
        self._sum.setText(words)

    def _on_person(self, found: tuple[PersonCard, tuple[PersonRow, ...]]) -> None:
        card, others = found
        self._chosen.stop()
        places = [p for p, row in enumerate(self.model.rows) if row.id == card.row.id]
        if places and self.table.currentIndex().row() != places[0]:
            self.table.selectRow(places[0])
            self._chosen.stop()
        self.pane.show_card(card, others, may_change=self._may_write)

    def _cell(self, key: str, row: PersonRow) -> Cell:
        labels = self.shell.labels
        if key == "name":
            same = sum(1 for other in self.model.rows if other.name == row.name) > 1
            tone = "text" if row.is_active else "text3"
            return TextCell(
                row.name,
                tone=tone,  # type: ignore[arg-type]
                bold=same,
                aside=self.tr("same name") if same else "",
            )
        if key == "cases":
            words = f"{row.open_cases} / {row.cases}" if row.cases else ""
            return TextCell(words, tone="text2", right=True)
        texts = {
            "sex": labels.code("sex", row.sex),
            "birth": row.birth_month,
            "unit": row.unit,
            "post": row.post,
            "rank": labels.code("rank", row.rank),
            "category": labels.code("person_category", row.person_category, short=True),
            "administration": labels.code("administration", row.administration, short=True),
        }
        return TextCell(texts[key], tone="text" if key == "unit" else "text2")

    # -- doing -----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the pane where there is no room for it."""
        super().resizeEvent(event)
        self.pane.setVisible(self.width() >= self.shell.theme.px(NARROW))

    def _on_tabs_chosen(self, key: str) -> None:
        self._views.setCurrentWidget(self.units_panel if key == "units" else self._people)
        self.add.setVisible(key != "units" and self._may_write)

    def _on_search_typed(self, _text: str) -> None:
        self._typed.start()

    def _on_search_searched(self, _text: str) -> None:
        self._typed.stop()
        self._ask_people()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_old_toggled(self, _checked: bool) -> None:
        self._ask_people()

    def _on_current_row_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._chosen.start()

    def _on_table_opened(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is None:
            return
        self.pane.show()
        self._show_person(row.id)

    def _on_add_clicked(self) -> None:
        dialog = PersonDialog(self.store, self.shell, self._units, None, self)
        dialog.deed_done.connect(self._on_added)
        show(dialog)

    def _on_added(self, person_id: int) -> None:
        self._wanted_id = person_id
        self.search.set_text("")
        self._ask_people()
        self.shell.bar("good", self.tr("The person was added"))

    def _on_pane_change_wanted(self) -> None:
        card = self.pane.card
        if card is None:
            return
        dialog = PersonDialog(self.store, self.shell, self._units, card, self)
        dialog.deed_done.connect(self._on_changed)
        show(dialog)

    def _on_changed(self, _version: int) -> None:
        self.shell.bar("good", self.tr("Saved"))
        if self.pane.card is not None:
            self._show_person(self.pane.card.row.id)


def _person(read: Read, *, person_id: int) -> tuple[PersonCard, tuple[PersonRow, ...]]:
    card = person_card(read, person_id)
    others = tuple(row for row in namesakes(read, card.row.name) if row.id != person_id)
    return card, others
