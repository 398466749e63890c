"""诉求台账: view tabs, filter chips, one dense table, a pane beside it."""

from array import array
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from db.appeals.ledger import ledger_count, ledger_ids, ledger_rows
from db.appeals.queries import card
from db.appeals.rows import AppealCard, AppealRow, LedgerFilter
from db.appeals.workflow import NAME as TRACK
from db.appeals.workflow import SHOWN_OPEN
from db.core.clock import civil_time
from db.core.errors import RefusedError, ZhengmingError
from db.core.permissions import Permission
from db.core.tx import Read
from db.documents.papers import Column as PaperColumn
from db.documents.papers import Ledger, Office
from db.exchange.export import PrintedLedger, ledger_csv, ledger_lines, ledger_workbook
from db.office.unit_rows import UnitRow, units
from desktop.appeals.marks import due_mark
from desktop.appeals.pane import AppealPane
from desktop.appeals.spine import SpineModel
from desktop.documents.forms import draw_ledger
from desktop.documents.receipt_flow import PaperFlow
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Chip
from desktop.widgets.cells import Cell, IconsCell, TextCell
from desktop.widgets.chips import ChipRow
from desktop.widgets.frames import EmptyState, PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs

PANE_AFTER_MS = 200
NARROW = 1000
NARROW_LATIN = 1200


class LedgerPage(Page):
    """The whole ledger that the person may see; nothing here tells of what he may not."""

    watches = frozenset({"appeal", "ordinary_appeal", "hand_over", "import_batch"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._filter = LedgerFilter()
        self._view = "open"
        self._sort = ("due", False)
        self._title_note = ""
        self._units: tuple[UnitRow, ...] = ()
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self._tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self._tabs)
        self._columns_button = Button(theme, "", kind="quiet", icon="columns", parent=self)
        self._head.add_action(self._columns_button)
        self._export_button = Button(theme, "", kind="quiet", icon="download-simple", parent=self)
        self._print_button = Button(theme, "", kind="quiet", icon="printer", parent=self)
        for button in (self._export_button, self._print_button):
            button.setVisible(shell.actor.may(Permission.EXPORT))
            self._head.add_action(button)
        self._chips = ChipRow(theme, parent=self)
        self._query_chip = Chip(theme, "", parent=self)
        self._state_chip = Chip(theme, "", parent=self)
        self._category_chip = Chip(theme, "", parent=self)
        self._channel_chip = Chip(theme, "", parent=self)
        self._unit_chip = Chip(theme, "", parent=self)
        self._received_chip = Chip(theme, "", parent=self)
        self._overdue_chip = Chip(theme, "", switch=True, parent=self)
        self._joint_chip = Chip(theme, "", switch=True, parent=self)
        for chip in self._all_chips():
            self._chips.add_chip(chip)
        self._model: SpineModel[AppealRow] = SpineModel((), self._cell, self)
        self._table = Table(theme, (), name="ledger", settings=shell.settings, parent=self)
        self._empty = EmptyState(theme, "", icon="table", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._foot = text_label("", "secondary", parent=self)
        self._papers = PaperFlow(store, shell, self)
        self._pane = AppealPane(store, shell, self)
        self._pane_timer = QTimer(self)
        self._pane_timer.setSingleShot(True)
        self._pane_timer.setInterval(PANE_AFTER_MS)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._table.setModel(self._model)
        self._table.set_columns(self._columns())

    def _all_chips(self) -> tuple[Chip, ...]:
        return (
            self._query_chip,
            self._state_chip,
            self._received_chip,
            self._unit_chip,
            self._category_chip,
            self._channel_chip,
            self._overdue_chip,
            self._joint_chip,
        )

    def _lay_out(self) -> None:
        foot = QWidget(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self._foot, 1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self._pane)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(self._chips)
        page.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self._columns_button.clicked.connect(self._on_columns_button_clicked)
        self._export_button.clicked.connect(self._on_export_button_clicked)
        self._print_button.clicked.connect(self._on_print_button_clicked)
        self._chips.cleared.connect(self._on_chips_cleared)
        self._query_chip.cleared.connect(self._on_query_chip_cleared)
        makers: tuple[tuple[Chip, Callable[[], QMenu], Callable[[], None]], ...] = (
            (self._state_chip, self._state_menu, self._on_state_chip_cleared),
            (self._category_chip, self._category_menu, self._on_category_chip_cleared),
            (self._channel_chip, self._channel_menu, self._on_channel_chip_cleared),
            (self._unit_chip, self._unit_menu, self._on_unit_chip_cleared),
            (self._received_chip, self._received_menu, self._on_received_chip_cleared),
        )
        for chip, maker, cleared in makers:
            chip.set_menu_maker(maker)
            chip.cleared.connect(cleared)
        self._overdue_chip.toggled.connect(self._on_overdue_chip_toggled)
        self._joint_chip.toggled.connect(self._on_joint_chip_toggled)
        self._model.wanted.connect(self._on_model_wanted)
        self._table.opened.connect(self._on_table_opened)
        self._table.columns_header.sort_wanted.connect(self._on_header_sort_wanted)
        self._pane_timer.timeout.connect(self._ask_for_pane)
        self._pane.close_wanted.connect(self._on_pane_close_wanted)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Appeal ledger"))
        self._head.set_note(self._title_note)
        self._tabs.set_tabs(
            [
                ViewTab("open", self.tr("Not closed")),
                ViewTab("mine", self.tr("Mine")),
                ViewTab("overdue", self.tr("Overdue")),
                ViewTab("month", self.tr("Registered this month")),
                ViewTab("all", self.tr("All")),
            ]
        )
        self._columns_button.setText(self.tr("Columns"))
        self._export_button.setText(self.tr("Export"))
        self._print_button.setText(self.tr("Print"))
        self._query_chip.setText(self.tr("Search"))
        self._state_chip.setText(self.tr("State"))
        self._category_chip.setText(self.tr("Category"))
        self._channel_chip.setText(self.tr("Channel"))
        self._unit_chip.setText(self.tr("Handling unit"))
        self._received_chip.setText(self.tr("Received"))
        self._overdue_chip.setText(self.tr("Overdue only"))
        self._joint_chip.setText(self.tr("Joint handling"))
        self._model.set_columns(self._columns())
        if self._table.model() is not None:
            self._table.set_columns(self._columns())
        self._show_chips()
        self._table.setAccessibleName(self.tr("Appeal ledger"))
        self._say_empty()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("due", self.tr("Deadline"), 138, locked=True, latin=142),
            Column("number", self.tr("Number"), 86),
            Column("person", self.tr("Appellant"), 70),
            Column("unit_text", self.tr("Unit"), 118, sortable=False),
            Column("category", self.tr("Category"), 68, latin=98),
            Column("subject", self.tr("Main appeal"), 240, stretch=True, sortable=False),
            Column("marks", "", 40, sortable=False),
            Column("state", self.tr("State"), 88, latin=110),
            Column("unit", self.tr("Handled by"), 82),
            Column("received", self.tr("Received"), 92, hidden=True),
            Column("channel", self.tr("Channel"), 84, hidden=True),
            Column("handler", self.tr("Handler"), 84, hidden=True, sortable=False),
            Column("issued", self.tr("Answered"), 92, hidden=True, sortable=False),
        )

    def _cell(self, key: str, row: AppealRow) -> Cell:
        labels = self.shell.labels
        if key == "due":
            if not row.counts_time or row.light is None:
                return due_mark(None)
            return due_mark(row.light, provisional=row.provisional)
        if key == "state":
            return labels.pill(TRACK, row.pill)
        if key == "marks":
            return self._icons(row)
        texts: dict[str, str] = {
            "number": short_number(row.number) or row.source_number,
            "person": row.person_name,
            "unit_text": row.unit_text,
            "category": labels.code("appeal_category", row.category, short=True),
            "subject": row.subject,
            "unit": row.lead_unit or "—",
            "received": day(row.received_on),
            "channel": labels.code("intake_channel", row.channel, short=True),
            "handler": row.handler_name,
            "issued": day(row.issued_on),
        }
        return TextCell(texts[key], tone="text" if key in ("person", "subject") else "text2")

    def _icons(self, row: AppealRow) -> IconsCell:
        found: list[tuple[str, str]] = []
        if row.is_fast:
            found.append(("flag", self.tr("Fast track")))
        if row.is_joint:
            found.append(("tree-structure", self.tr("Joint handling")))
        if row.has_files:
            found.append(("paperclip", self.tr("Has files")))
        if row.has_links:
            found.append(("link", self.tr("Has linked cases")))
        if row.is_backfilled:
            found.append(("clock-counter-clockwise", self.tr("Entered later")))
        return IconsCell(tuple(icon for icon, _ in found), "、".join(word for _, word in found))

    def reload(self) -> None:
        """Ask for the order of the whole result and the counts of the tabs."""
        sort, descending = self._sort
        self.store.read(
            partial(ledger_ids, wanted=self._wanted(), sort=sort, descending=descending),
            self._on_ids,
            seat="ids",
            owner=self,
            failed=self._on_ids_failed,
        )
        self.store.read(self._count_tabs, self._on_tab_counts, seat="tabs", owner=self)
        if not self._units:
            self.store.read(units, self._on_units, seat="units", owner=self)

    def apply_filters(self, **filters: object) -> None:
        """Take `query`, `view`, `pills`, `ids`, `title`, `unit_ids`, `overdue`, `person_id` …"""
        known = {f for f in LedgerFilter.__dataclass_fields__ if f in filters}
        view = filters.get("view")
        self._view = str(view) if view else "all"
        values = {name: filters[name] for name in known}
        if values.get("ids") is not None:
            values["ids"] = tuple(values["ids"])  # type: ignore[arg-type]
        self._filter = replace(LedgerFilter(), **values)  # type: ignore[arg-type]
        self._title_note = str(filters.get("title", ""))
        self._head.set_note(self._title_note)
        self._sort = ("received", True) if self._view == "all" else ("due", False)
        self._tabs.choose(self._view)
        self._show_chips()
        self.reload()

    def _wanted(self) -> LedgerFilter:
        return self._of_view(self._view, self._filter)

    def _of_view(self, view: str, base: LedgerFilter) -> LedgerFilter:
        if view == "open":
            return replace(base, pills=base.pills or SHOWN_OPEN)
        if view == "mine":
            return replace(base, mine=True)
        if view == "overdue":
            return replace(base, overdue=True)
        if view == "month":
            return replace(base, received_from=self.shell.today().replace(day=1))
        return base

    def _count_tabs(self, read: Read) -> dict[str, int]:
        return {
            view: ledger_count(read, self._of_view(view, LedgerFilter()))
            for view in ("open", "mine", "overdue", "month", "all")
        }

    def _show_chips(self) -> None:
        labels, wanted = self.shell.labels, self._filter
        self._query_chip.setVisible(bool(wanted.query))
        self._query_chip.set_value(wanted.query)
        self._state_chip.set_value("、".join(labels.state(TRACK, p) for p in wanted.pills))
        self._category_chip.set_value(
            "、".join(labels.code("appeal_category", c, short=True) for c in wanted.categories)
        )
        self._channel_chip.set_value(
            "、".join(labels.code("intake_channel", c, short=True) for c in wanted.channels)
        )
        names = {u.id: u.short_name for u in self._units}
        self._unit_chip.set_value("、".join(names.get(u, "") for u in wanted.unit_ids))
        span = ""
        if wanted.received_from or wanted.received_to:
            span = f"{day(wanted.received_from)} – {day(wanted.received_to)}"
        self._received_chip.set_value(span)
        for chip, on in (
            (self._overdue_chip, wanted.overdue),
            (self._joint_chip, wanted.co),
        ):
            chip.blockSignals(True)
            chip.setChecked(on)
            chip.blockSignals(False)
        self._chips.refresh()

    def _change(self, **values: object) -> None:
        self._filter = replace(self._filter, **values)  # type: ignore[arg-type]
        self._show_chips()
        self.reload()

    def _menu(self, options: list[tuple[str, str]], chosen: set[str], field: str) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, words in options:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value in chosen)
            action.setData((field, value))
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def _state_menu(self) -> QMenu:
        labels = self.shell.labels
        states = (*SHOWN_OPEN, "closed", "not_accepted", "redirected", "merged", "withdrawn")
        options = [(s, labels.state(TRACK, s)) for s in (*states, "moved_out", "finalised")]
        return self._menu(options, set(self._filter.pills), "pills")

    def _category_menu(self) -> QMenu:
        options = [(o.code, o.label) for o in self.shell.labels.options("appeal_category")]
        return self._menu(options, set(self._filter.categories), "categories")

    def _channel_menu(self) -> QMenu:
        options = [(o.code, o.label) for o in self.shell.labels.options("intake_channel")]
        return self._menu(options, set(self._filter.channels), "channels")

    def _unit_menu(self) -> QMenu:
        options = [(str(u.id), u.short_name) for u in self._units if u.parent_id is None]
        return self._menu(options, {str(u) for u in self._filter.unit_ids}, "unit_ids")

    def _received_menu(self) -> QMenu:
        options = [
            ("month", self.tr("This month")),
            ("last_month", self.tr("Last month")),
            ("year", self.tr("This year")),
            ("last_year", self.tr("Last year")),
        ]
        return self._menu(options, set(), "received")

    def _on_menu_triggered(self, action: object) -> None:
        field, value = action.data()  # type: ignore[attr-defined]
        if field == "received":
            first, last = span_of(value, self.shell.today())
            self._change(received_from=first, received_to=last)
            return
        kept: tuple[object, ...] = getattr(self._filter, field)
        item: object = int(value) if field == "unit_ids" else value
        changed = tuple(v for v in kept if v != item) if item in kept else (*kept, item)
        self._change(**{field: changed})

    def _on_ids(self, ids: "array[int]") -> None:
        chosen = self._model.id_at(self._table.currentIndex().row())
        self._model.set_ids(ids)
        sort, descending = self._sort
        self._table.columns_header.show_sorted(
            {"unit": "unit"}.get(sort, sort), descending=descending
        )
        self._stack.setCurrentWidget(self._table if len(ids) else self._empty)
        self._say_empty()
        selection = self._table.selectionModel()
        selection.currentRowChanged.connect(
            self._on_current_row_changed, Qt.ConnectionType.UniqueConnection
        )
        place = self._model.place_of(chosen) if chosen is not None else -1
        if place >= 0:
            self._table.selectRow(place)
        else:
            self._pane.clear()
        self._show_foot()

    def _on_ids_failed(self, error: ZhengmingError) -> None:
        # A query that cannot be read never shows as an empty list.
        if isinstance(error, RefusedError):
            self.shell.bar("bad", self.shell.sentence(error))
        else:
            self.shell.fail(error)

    def _say_empty(self) -> None:
        self._empty.say(
            self.tr("No matching case"),
            following=self.tr("Clear the filters or register a new appeal"),
        )

    def _show_foot(self) -> None:
        self._foot.setText(self.tr("{0} cases").format(len(self._model.ids)))

    def _on_tab_counts(self, found: dict[str, int]) -> None:
        for view, number in found.items():
            self._tabs.set_count(view, number)
        self.shell.set_count("ledger", found["open"], found["overdue"])

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found
        self._show_chips()

    def _on_model_wanted(self, ids: "array[int]") -> None:
        self.store.read(
            partial(ledger_rows, ids=list(ids)),
            partial(self._on_rows, ids),
            seat=f"rows-{ids[0]}",
            owner=self,
        )

    def _on_rows(self, ids: "array[int]", rows: dict[int, AppealRow]) -> None:
        self._model.take_rows(rows, ids)

    def _on_tabs_chosen(self, key: str) -> None:
        self._view = key
        self._sort = ("received", True) if key in ("all", "month") else ("due", False)
        self._filter = replace(self._filter, ids=None)
        self._title_note = ""
        self._head.set_note("")
        self.reload()

    def _on_columns_button_clicked(self) -> None:
        self._table.columns_header.open_chooser()

    def _on_export_button_clicked(self) -> None:
        kinds = self.tr("Workbook (*.xlsx);;Text table (*.csv)")
        self.shell.ask_save_path(self.tr("Appeal ledger") + ".xlsx", kinds, self._export)

    def _export(self, path: Path) -> None:
        write = ledger_csv if path.suffix.lower() == ".csv" else ledger_workbook
        self.store.read(
            partial(write, ids=self._model.ids, chinese=self.shell.labels.chinese),
            partial(self._on_exported, path),
            seat="export",
            owner=self,
        )

    def _on_exported(self, path: Path, content: bytes) -> None:
        try:
            path.write_bytes(content)
        except OSError as fault:
            self.shell.bar("bad", self.tr("Could not be written: {0}").format(fault.strerror or ""))
            return
        self.shell.bar("good", self.tr("Saved as {0}").format(path.name))

    def _on_print_button_clicked(self) -> None:
        self.store.read(
            partial(ledger_lines, ids=self._model.ids, chinese=self.shell.labels.chinese),
            self._on_lines,
            seat="print",
            owner=self,
        )

    def _on_lines(self, found: PrintedLedger) -> None:
        paper = Ledger(
            title=self.tr("Appeal ledger"),
            office=Office(center_name=found.office),
            as_of=civil_time(self.store.now()),
            columns=tuple(
                PaperColumn(head, float(width))
                for head, width in zip(found.heads, found.widths, strict=True)
            ),
            rows=found.rows,
            size="A3",
        )
        self._papers.offer(draw_ledger(paper), self.tr("Appeal ledger"))

    def _on_chips_cleared(self) -> None:
        self._filter = LedgerFilter()
        self._title_note = ""
        self._head.set_note("")
        self._show_chips()
        self.reload()

    def _on_query_chip_cleared(self) -> None:
        self._change(query="")

    def _on_state_chip_cleared(self) -> None:
        self._change(pills=())

    def _on_category_chip_cleared(self) -> None:
        self._change(categories=())

    def _on_channel_chip_cleared(self) -> None:
        self._change(channels=())

    def _on_unit_chip_cleared(self) -> None:
        self._change(unit_ids=())

    def _on_received_chip_cleared(self) -> None:
        self._change(received_from=None, received_to=None)

    def _on_overdue_chip_toggled(self, checked: bool) -> None:
        self._change(overdue=checked)

    def _on_joint_chip_toggled(self, checked: bool) -> None:
        self._change(co=checked)

    def _on_header_sort_wanted(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        self.reload()

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self._pane_timer.start()

    def _ask_for_pane(self) -> None:
        chosen = self._model.id_at(self._table.currentIndex().row())
        if chosen is None or not self._pane.isVisible():
            return
        self.store.read(partial(card, appeal_id=chosen), self._on_card, seat="pane", owner=self)

    def _on_card(self, found: AppealCard) -> None:
        self._pane.show_card(found)

    def _on_table_opened(self, index: QModelIndex) -> None:
        chosen = self._model.id_at(index.row())
        if chosen is not None:
            self.shell.open_case(TRACK, chosen)

    def _on_pane_close_wanted(self) -> None:
        self._pane.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the pane where there is no room for it (LOOK §3)."""
        super().resizeEvent(event)
        least = NARROW if self.shell.labels.chinese else NARROW_LATIN
        narrow = self.width() < self.shell.theme.px(least)
        self._pane.setHidden(narrow or self._pane.was_closed)


def day(on: date | None) -> str:
    """Return a day as tables print it, empty for none."""
    return on.isoformat() if on else ""


def short_number(number: str) -> str:
    """Return 泽诉受〔2026〕0387号 as 2026-0387, as rows show it."""
    if "〔" not in number or "〕" not in number:
        return number
    year = number.split("〔", 1)[1].split("〕", 1)[0]
    count = number.split("〕", 1)[1].removesuffix("号")
    return f"{year}-{count}"


def span_of(name: str, today: date) -> tuple[date, date]:
    """Return first and last day of `month`, `last_month`, `year`, `last_year`."""
    first = today.replace(day=1)
    if name == "month":
        return first, today
    if name == "last_month":
        last = date.fromordinal(first.toordinal() - 1)
        return last.replace(day=1), last
    if name == "year":
        return date(today.year, 1, 1), today
    return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
