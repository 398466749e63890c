"""澄清正名: view tabs by stage, filter chips, one table; the ways in at the right."""

from array import array
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from db.care.holding import TurnedWish
from db.clarification.queries import OPEN, clarification_ids, clarification_rows, clearing_bodies
from db.clarification.rows import ClarificationFilter, ClarificationRow
from db.clarification.workflow import NAME as TRACK
from db.core.errors import ZhengmingError
from db.core.tx import Read
from desktop.appeals.marks import due_mark
from desktop.appeals.spine import SpineModel
from desktop.clarification.opening import Openings
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Chip
from desktop.widgets.cells import Cell, DueMark, TextCell
from desktop.widgets.chips import ChipRow
from desktop.widgets.editors import LineEdit
from desktop.widgets.frames import EmptyState, PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.signs import Light
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs

KEY = "clarification"
STAGES: dict[str, tuple[str, ...]] = {
    "open": OPEN,
    "pass": ("applied", "proposed", "waiting_conclusion"),
    "assess": ("assessing", "seeking_opinion", "returned_for_supplement"),
    "approve": ("approval_pending",),
    "carry": ("approved", "carrying_out"),
    "visit": ("carried_out", "follow_up", "new_evidence"),
    "ended": ("archived", "not_cleared", "kept_private", "withdrawn"),
    "all": (),
}
"""States of each view, in the order of a clarification's course."""
PILLS = (
    "applied",
    "proposed",
    "waiting_conclusion",
    "assessing",
    "seeking_opinion",
    "approval_pending",
    "returned_for_supplement",
    "approved",
    "carrying_out",
    "carried_out",
    "follow_up",
    "archived",
    "not_cleared",
    "kept_private",
    "new_evidence",
    "withdrawn",
)


class ClarificationPage(Page):
    """The clarifications that the person may know of."""

    watches = frozenset({"clarification", "approval"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._filter = ClarificationFilter()
        self._view = "open"
        self._sort = ("due", False)
        self._bodies: tuple[tuple[int, str], ...] = ()
        theme = shell.theme
        self._openings = Openings(store, shell, self)
        self._head = PageHead(theme, "", parent=self)
        self._tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self._tabs)
        self._propose = Button(theme, "", icon="plus", parent=self)
        self._apply = Button(theme, "", kind="primary", icon="plus", parent=self)
        self._apply.setObjectName("apply")
        self._propose.setObjectName("propose")
        self._apply.setVisible(self._openings.may_apply)
        self._propose.setVisible(self._openings.may_propose)
        self._head.add_action(self._apply)
        self._head.add_action(self._propose)
        self._chips = ChipRow(theme, parent=self)
        self._search = LineEdit(theme, parent=self)
        self._search.setProperty("small", True)
        self._search.setFixedWidth(theme.px(200))
        self._state_chip = Chip(theme, "", parent=self)
        self._organ_chip = Chip(theme, "", parent=self)
        self._origin_chip = Chip(theme, "", parent=self)
        self._overdue_chip = Chip(theme, "", switch=True, parent=self)
        for chip in (self._state_chip, self._organ_chip, self._origin_chip, self._overdue_chip):
            self._chips.add_chip(chip)
        self._model: SpineModel[ClarificationRow] = SpineModel((), self._cell, self)
        self._table = Table(theme, (), name=KEY, settings=shell.settings, parent=self)
        self._empty = EmptyState(theme, "", icon="user-focus", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._foot = text_label("", "secondary", parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._table.setModel(self._model)
        self._table.set_columns(self._columns())

    def _lay_out(self) -> None:
        foot = QWidget(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._foot, 1)
        bar = QWidget(self)
        line = QHBoxLayout(bar)
        line.setContentsMargins(20, 6, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._search)
        line.addWidget(self._chips, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(bar)
        page.addWidget(self._stack, 1)
        page.addWidget(foot)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self._apply.clicked.connect(self._on_apply_clicked)
        self._propose.clicked.connect(self._on_propose_clicked)
        self._chips.cleared.connect(self._on_chips_cleared)
        self._search.editingFinished.connect(self._on_search_editing_finished)
        for chip, maker, cleared in (
            (self._state_chip, self._state_menu, self._on_state_chip_cleared),
            (self._organ_chip, self._organ_menu, self._on_organ_chip_cleared),
            (self._origin_chip, self._origin_menu, self._on_origin_chip_cleared),
        ):
            chip.set_menu_maker(maker)
            chip.cleared.connect(cleared)
        self._overdue_chip.toggled.connect(self._on_overdue_chip_toggled)
        self._model.wanted.connect(self._on_model_wanted)
        self._table.opened.connect(self._on_table_opened)
        self._table.columns_header.sort_wanted.connect(self._on_header_sort_wanted)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Clearing names"))
        self._tabs.set_tabs(
            [
                ViewTab("open", self.tr("Open")),
                ViewTab("pass", self.tr("Passing on")),
                ViewTab("assess", self.tr("Assessing")),
                ViewTab("approve", self.tr("In approval")),
                ViewTab("carry", self.tr("Carrying out")),
                ViewTab("visit", self.tr("Visits")),
                ViewTab("ended", self.tr("Ended")),
                ViewTab("all", self.tr("All")),
            ]
        )
        labels = self.shell.labels
        self._apply.setText(labels.move(TRACK, "apply"))
        self._propose.setText(labels.move(TRACK, "propose"))
        self._search.setPlaceholderText(self.tr("Name or number"))
        self._search.setAccessibleName(self.tr("Name or number"))
        self._state_chip.setText(self.tr("State"))
        self._organ_chip.setText(self.tr("Organ"))
        self._origin_chip.setText(self.tr("Origin"))
        self._overdue_chip.setText(self.tr("Overdue only"))
        self._model.set_columns(self._columns())
        if self._table.model() is not None:
            self._table.set_columns(self._columns())
        self._table.setAccessibleName(self.tr("Clearing names"))
        self._show_chips()
        self._say_empty()
        self._show_foot()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("due", self.tr("Deadline"), 130, locked=True),
            Column("number", self.tr("Number"), 160),
            Column("person", self.tr("Person"), 90),
            Column("unit", self.tr("Unit"), 200, stretch=True, sortable=False),
            Column("origin", self.tr("Origin"), 96, sortable=False, latin=130),
            Column("finding", self.tr("Conclusion"), 96, sortable=False),
            Column("modes", self.tr("Modes"), 150, sortable=False, latin=160),
            Column("applied", self.tr("Registered"), 96),
            Column("state", self.tr("State"), 96, latin=116),
            Column("organ", self.tr("Organ"), 120),
        )

    def _cell(self, key: str, row: ClarificationRow) -> Cell:
        labels = self.shell.labels
        if key == "due":
            if row.light is not None:
                return due_mark(row.light, provisional=row.provisional)
            # An organ that is not timed wears no light and no days (SETTLED §9.8).
            return DueMark(Light.UNTIMED, words="—")
        if key == "state":
            return labels.pill(TRACK, row.pill)
        modes = "、".join(labels.code("clarification_mode", m, short=True) for m in row.modes)
        texts = {
            "number": row.number,
            "person": row.person_name or self.tr("Organization"),
            "unit": row.unit,
            "origin": labels.code("clarification_origin", row.origin, short=True),
            "finding": labels.code("finding", row.finding, short=True) or "—",
            "modes": modes or "—",
            "applied": row.applied_on.isoformat(),
            "organ": row.organ or "—",
        }
        return TextCell(texts[key], tone="text" if key in ("person", "number") else "text2")

    def reload(self) -> None:
        """Ask for the order of the result and the counts of the views."""
        sort, descending = self._sort
        self.store.read(
            partial(
                clarification_ids,
                wanted=self._of_view(self._view),
                sort=sort,
                descending=descending,
            ),
            self._on_ids,
            seat="ids",
            owner=self,
            failed=self._on_failed,
        )
        self.store.read(self._count, self._on_counts, seat="counts", owner=self)
        self._openings.reload()
        if not self._bodies:
            self.store.read(clearing_bodies, self._on_bodies, seat="bodies", owner=self)

    def apply_filters(self, **filters: object) -> None:
        """Take `view`, `ids`, `text`, `pills` …; `wish` opens a form filled from a talk."""
        wish = filters.get("wish")
        if isinstance(wish, TurnedWish):
            self._openings.apply(wish)
            return
        known = {f for f in ClarificationFilter.__dataclass_fields__ if f in filters}
        values: dict[str, Any] = {name: filters[name] for name in known}
        if values.get("ids") is not None:
            values["ids"] = tuple(values["ids"])
        self._filter = replace(ClarificationFilter(), **values)
        self._view = str(filters.get("view") or ("all" if known else "open"))
        self._sort = ("due", False) if self._view not in ("all", "ended") else ("applied", True)
        self._head.set_note(str(filters.get("title", "")))
        self._search.set_value(self._filter.text)
        self._tabs.blockSignals(True)
        self._tabs.choose(self._view)
        self._tabs.blockSignals(False)
        self._show_chips()
        self.reload()

    def _of_view(self, view: str, base: ClarificationFilter | None = None) -> ClarificationFilter:
        wanted = self._filter if base is None else base
        return replace(wanted, pills=wanted.pills or STAGES[view])

    def _count(self, read: Read) -> dict[str, int]:
        none = ClarificationFilter()
        found = {view: len(clarification_ids(read, self._of_view(view, none))) for view in STAGES}
        overdue = replace(none, pills=OPEN, overdue=True)
        found["overdue"] = len(clarification_ids(read, overdue))
        return found

    def _show_chips(self) -> None:
        labels, wanted = self.shell.labels, self._filter
        self._state_chip.set_value("、".join(labels.state(TRACK, p) for p in wanted.pills))
        names = dict(self._bodies)
        self._organ_chip.set_value("、".join(names.get(u, "") for u in wanted.organ_unit_ids))
        self._origin_chip.set_value(
            "、".join(labels.code("clarification_origin", o, short=True) for o in wanted.origins)
        )
        self._overdue_chip.blockSignals(True)
        self._overdue_chip.setChecked(wanted.overdue)
        self._overdue_chip.blockSignals(False)
        self._chips.refresh()

    def _change(self, **values: Any) -> None:
        self._filter = replace(self._filter, **values)
        self._show_chips()
        self.reload()

    def _menu(self, options: list[tuple[str, str]], chosen: set[str], field: str) -> QMenu:
        menu = QMenu(self)
        for value, words in options:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.setData((field, value))
        menu.triggered.connect(self._on_menu_triggered)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _state_menu(self) -> QMenu:
        labels = self.shell.labels
        options = [(state, labels.state(TRACK, state)) for state in PILLS]
        return self._menu(options, set(self._filter.pills), "pills")

    def _organ_menu(self) -> QMenu:
        options = [(str(unit_id), name) for unit_id, name in self._bodies]
        return self._menu(options, {str(u) for u in self._filter.organ_unit_ids}, "organ_unit_ids")

    def _origin_menu(self) -> QMenu:
        labels = self.shell.labels
        options = [(o.code, o.label) for o in labels.options("clarification_origin")]
        return self._menu(options, set(self._filter.origins), "origins")

    def _on_menu_triggered(self, action: Any) -> None:
        field, value = action.data()
        kept: tuple[Any, ...] = getattr(self._filter, field)
        item: Any = int(value) if field == "organ_unit_ids" else value
        changed = tuple(v for v in kept if v != item) if item in kept else (*kept, item)
        self._change(**{field: changed})

    def _on_ids(self, ids: "array[int]") -> None:
        chosen = self._model.id_at(self._table.currentIndex().row())
        self._model.set_ids(ids)
        sort, descending = self._sort
        self._table.columns_header.show_sorted(sort, descending=descending)
        self._stack.setCurrentWidget(self._table if len(ids) else self._empty)
        place = self._model.place_of(chosen) if chosen is not None else -1
        if place >= 0:
            self._table.selectRow(place)
        self._say_empty()
        self._show_foot()

    def _on_failed(self, error: ZhengmingError) -> None:
        self.shell.fail(error)

    def _say_empty(self) -> None:
        self._empty.say(
            self.tr("No matching case"),
            following=self.tr("Clear the filters, or register an application"),
        )

    def _show_foot(self) -> None:
        self._foot.setText(self.tr("{0} cases").format(len(self._model.ids)))

    def _on_counts(self, found: dict[str, int]) -> None:
        for view in STAGES:
            self._tabs.set_count(view, found[view])
        self.shell.set_count(KEY, found["open"], found["overdue"])

    def _on_bodies(self, found: tuple[tuple[int, str], ...]) -> None:
        self._bodies = found
        self._show_chips()

    def _on_model_wanted(self, ids: "array[int]") -> None:
        self.store.read(
            partial(clarification_rows, ids=list(ids)),
            partial(self._on_rows, ids),
            seat=f"rows-{ids[0]}",
            owner=self,
        )

    def _on_rows(self, ids: "array[int]", rows: dict[int, ClarificationRow]) -> None:
        self._model.take_rows(rows, ids)

    def _on_tabs_chosen(self, key: str) -> None:
        self._view = key
        self._sort = ("due", False) if key not in ("all", "ended") else ("applied", True)
        self._filter = replace(self._filter, ids=None, pills=())
        self._head.set_note("")
        self._show_chips()
        self.reload()

    def _on_apply_clicked(self) -> None:
        self._openings.apply()

    def _on_propose_clicked(self) -> None:
        self._openings.propose()

    def _on_chips_cleared(self) -> None:
        self._filter = ClarificationFilter()
        self._search.set_value("")
        self._head.set_note("")
        self._show_chips()
        self.reload()

    def _on_search_editing_finished(self) -> None:
        if self._search.value() != self._filter.text:
            self._change(text=self._search.value())

    def _on_state_chip_cleared(self) -> None:
        self._change(pills=())

    def _on_organ_chip_cleared(self) -> None:
        self._change(organ_unit_ids=())

    def _on_origin_chip_cleared(self) -> None:
        self._change(origins=())

    def _on_overdue_chip_toggled(self, checked: bool) -> None:
        self._change(overdue=checked)

    def _on_header_sort_wanted(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        self.reload()

    def _on_table_opened(self, index: QModelIndex) -> None:
        chosen = self._model.id_at(index.row())
        if chosen is not None:
            self.shell.open_case(TRACK, chosen)
