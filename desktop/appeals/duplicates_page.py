"""重复件排查: letters that say the same, in groups with their reasons."""

from functools import partial
from itertools import combinations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.appeals.duplicates import NEAR, SayNotDuplicate
from db.appeals.linking import LinkRepeated
from db.appeals.rows import AppealRow
from db.appeals.workflow import NAME as TRACK
from db.core.errors import ZhengmingError
from desktop.appeals.compare_dialog import CompareDialog
from desktop.appeals.duplicates_work import (
    MOST_SHOWN,
    GroupRow,
    Members,
    Pair,
    Search,
    members,
    pair,
    search,
)
from desktop.appeals.ledger_page import day, short_number
from desktop.office.list_model import ListModel
from desktop.shell import Page, Shell
from desktop.store import Errand, Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.editors import ComboBox, Option
from desktop.widgets.frames import EmptyState, PageHead, ProgressRow
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs

THRESHOLDS = (0.9, 0.8, 0.7, 0.6)
MOST_PAIRS = 2000
SHARED = 60


class DuplicatesPage(Page):
    """Groups at the top, the members of one below; linked, or said to be different matters."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._found: Search | None = None
        self._members = Members((), ())
        self._errand: Errand | None = None
        self._turn = 0
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        theme = self.shell.theme
        self._head = PageHead(theme, "", parent=self)
        self.tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self.tabs)
        self.threshold = ComboBox(theme, parent=self)
        self.threshold.setMaximumWidth(theme.px(130))
        self._threshold_words = text_label("", "secondary", parent=self)
        self.run_button = Button(theme, "", kind="primary", icon="copy", parent=self)
        for widget in (self._threshold_words, self.threshold, self.run_button):
            self._head.add_action(widget)
        self.progress = ProgressRow(theme, parent=self)
        self.progress.hide()
        self.group_model: ListModel[GroupRow] = ListModel((), self._group_cell, self)
        self.groups = Table(theme, (), name="duplicates", settings=self.shell.settings, parent=self)
        self.groups.setModel(self.group_model)
        self.member_model: ListModel[AppealRow] = ListModel((), self._member_cell, self)
        self.members = Table(
            theme, (), name="duplicate_members", settings=self.shell.settings, parent=self
        )
        self.members.setModel(self.member_model)
        self.members.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty = EmptyState(theme, "", icon="copy", parent=self)
        self._shared = text_label("", "secondary", wrap=True, parent=self)
        self._sum = text_label("", "secondary", parent=self)
        self.compare = Button(theme, "", key="F6", bind=True, parent=self)
        self.link = Button(theme, "", parent=self)
        self.apart = Button(theme, "", kind="quiet", parent=self)
        self.open = Button(theme, "", parent=self)

    def _lay_out(self) -> None:
        lower = QWidget(self)
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._shared.setContentsMargins(20, 8, 20, 8)
        column.addWidget(self._shared)
        column.addWidget(self.members, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.groups)
        splitter.addWidget(lower)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(splitter)
        self._splitter = splitter
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        for button in (self.compare, self.link, self.apart, self.open):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._sum)
        progress = QVBoxLayout()
        progress.setContentsMargins(20, 0, 20, 0)
        progress.addWidget(self.progress)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addLayout(progress)
        page.addWidget(self._stack, 1)
        page.addWidget(foot)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._on_tabs_chosen)
        self.run_button.clicked.connect(self.run)
        self.progress.cancelled.connect(self._on_progress_cancelled)
        self.groups.selectionModel().currentRowChanged.connect(self._on_group_changed)
        self.members.selectionModel().selectionChanged.connect(self._on_members_selection_changed)
        self.members.opened.connect(self._on_members_opened)
        self.compare.clicked.connect(self._on_compare_clicked)
        self.link.clicked.connect(self._on_link_clicked)
        self.apart.clicked.connect(self._on_apart_clicked)
        self.open.clicked.connect(self._on_open_clicked)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Repeated letters"))
        self.tabs.set_tabs(
            [ViewTab("exact", self.tr("Same text")), ViewTab("near", self.tr("Nearly the same"))]
        )
        self._threshold_words.setText(self.tr("Alike from"))
        kept = self.threshold.value() or str(NEAR)
        self.threshold.set_options([Option(str(t), f"{round(t * 100)} %") for t in THRESHOLDS])
        self.threshold.set_value(kept)
        self.run_button.setText(self.tr("Search all appeals"))
        groups = (
            Column("count", self.tr("Letters"), 74, locked=True, sortable=False, right=True),
            Column("alike", self.tr("Alike"), 84, sortable=False, right=True),
            Column("reasons", self.tr("Reasons"), 220, sortable=False),
            Column("number", self.tr("Earliest"), 110, sortable=False),
            Column("person", self.tr("Appellant"), 90, sortable=False),
            Column("subject", self.tr("Main appeal"), 300, stretch=True, sortable=False),
            Column("received", self.tr("Received"), 96, sortable=False),
        )
        self.group_model.set_columns(groups)
        self.groups.set_columns(groups)
        self.groups.setAccessibleName(self.tr("Groups"))
        rows = (
            Column("number", self.tr("Number"), 120, locked=True, sortable=False),
            Column("person", self.tr("Appellant"), 90, sortable=False),
            Column("unit", self.tr("Unit"), 170, sortable=False),
            Column("subject", self.tr("Main appeal"), 300, stretch=True, sortable=False),
            Column("received", self.tr("Received"), 96, sortable=False),
            Column("state", self.tr("State"), 90, sortable=False),
            Column("handled", self.tr("Handled by"), 96, sortable=False),
        )
        self.member_model.set_columns(rows)
        self.members.set_columns(rows)
        self.members.setAccessibleName(self.tr("Letters of the group"))
        self.compare.setText(self.tr("Compare side by side"))
        self.link.setText(self.tr("Link as repeated"))
        self.apart.setText(self.tr("None is a duplicate"))
        self.open.setText(self.tr("Open"))
        self._on_tabs_chosen(self.tabs.current_key())
        self._show()

    def apply_filters(self, **filters: object) -> None:
        """Take `near`, a threshold, or `exact`, and search at once."""
        near = filters.get("near")
        if isinstance(near, float) and near in THRESHOLDS:
            self.tabs.choose("near")
            self.threshold.set_value(str(near))
            self.run()
        elif filters.get("exact"):
            self.tabs.choose("exact")
            self.run()

    # -- searching -------------------------------------------------------------------------

    def run(self) -> None:
        """Search beside the work of the window."""
        if self._errand is not None:
            return
        near = self.tabs.current_key() == "near"
        threshold = float(self.threshold.value() or NEAR) if near else None
        self._turn += 1
        self.run_button.setEnabled(False)
        self.progress.start(self.tr("Comparing the letters; cancelling changes nothing"))
        self._errand = self.store.errand(
            partial(search, threshold=threshold),
            partial(self._on_found, self._turn),
            owner=self,
            failed=self._on_failed,
            progress=self._on_progress,
        )

    def _on_progress(self, doing: str, _done: int, _whole: int) -> None:
        if doing == "listing":
            self.progress.set_progress(0, 0, sentence=self.tr("Listing the groups"))

    def _on_progress_cancelled(self) -> None:
        if self._errand is not None:
            self._errand.cancel()
            self._end()
            self._turn += 1
            self.shell.bar("info", self.tr("The search was cancelled"))

    def _on_found(self, turn: int, found: Search) -> None:
        if turn != self._turn:
            return
        self._end()
        self._found = found
        self._show()
        self.shell.set_count("duplicates", len(found.whole.groups) or None)

    def _on_failed(self, error: ZhengmingError) -> None:
        self._end()
        self.shell.fail(error)

    def _end(self) -> None:
        self._errand = None
        self.progress.finish()
        self.run_button.setEnabled(True)

    # -- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        found = self._found
        rows = found.rows if found is not None else ()
        self.group_model.set_rows(rows)
        if not rows:
            self._members = Members((), ())
            self.member_model.set_rows(())
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self._splitter)
            self.groups.selectRow(0)
        if found is None:
            self._empty.say(
                self.tr("Nothing was searched yet."),
                following=self.tr("Only appeals you may open are compared, by their facts."),
            )
        else:
            self._empty.say(self.tr("No letter repeats another."))
        words = ""
        if found is not None and rows:
            words = self.tr("{0} groups, {1} letters, {2} pairs").format(
                len(found.whole.groups), found.whole.rows, found.whole.pairs
            )
            if len(found.whole.groups) > MOST_SHOWN:
                words += self.tr("; the first {0} are listed").format(MOST_SHOWN)
        self._sum.setText(words)
        self._show_deeds()

    def _reason(self, code: str) -> str:
        words = {
            "same_text": self.tr("same text"),
            "near_text": self.tr("text alike"),
            "same_person": self.tr("same person"),
            "same_name": self.tr("same name"),
            "same_unit": self.tr("same unit"),
        }
        return words.get(code, code)

    def _group_cell(self, key: str, row: GroupRow) -> Cell:
        group, first = row.group, row.first
        if key == "count":
            return TextCell(str(len(group.ids)), right=True)
        if key == "alike":
            return TextCell(f"{round(group.similarity * 100)} %", right=True)
        if key == "reasons":
            return TextCell("、".join(map(self._reason, group.reasons)), tone="text2")
        if first is None:
            return TextCell("")
        texts = {
            "number": short_number(first.number) or first.source_number,
            "person": first.person_name,
            "subject": first.subject,
            "received": day(first.received_on),
        }
        return TextCell(texts[key], tone="text" if key in ("person", "subject") else "text2")

    def _member_cell(self, key: str, row: AppealRow) -> Cell:
        if key == "state":
            return self.shell.labels.pill(TRACK, row.pill)
        texts = {
            "number": short_number(row.number) or row.source_number,
            "person": row.person_name,
            "unit": row.unit_text,
            "subject": row.subject,
            "received": day(row.received_on),
            "handled": row.lead_unit,
        }
        icon = "link" if key == "number" and row.has_links else ""
        tone = "text" if key in ("person", "subject") else "text2"
        return TextCell(texts[key], tone=tone, icon=icon)  # type: ignore[arg-type]

    def group(self) -> GroupRow | None:
        """Return the chosen group."""
        return self.group_model.row(self.groups.currentIndex())

    def chosen(self) -> tuple[AppealRow, ...]:
        """Return the chosen letters of the group, from the top."""
        places = sorted(i.row() for i in self.members.selectionModel().selectedRows())
        return tuple(row for row in map(self.member_model.at, places) if row is not None)

    def _acted_on(self) -> tuple[AppealRow, ...]:
        """Return the letters that a deed is about: two or more chosen ones, else the group."""
        chosen = self.chosen()
        return chosen if len(chosen) > 1 else self._members.rows

    def _show_deeds(self) -> None:
        rows = self._members.rows
        for button in (self.compare, self.link, self.apart):
            button.setEnabled(len(rows) > 1)
        self.open.setEnabled(len(self.chosen()) == 1)

    # -- doing -----------------------------------------------------------------------------

    def _on_tabs_chosen(self, key: str) -> None:
        near = key == "near"
        self.threshold.setVisible(near)
        self._threshold_words.setVisible(near)

    def _on_group_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._ask_members()

    def _ask_members(self) -> None:
        row = self.group()
        if row is not None:
            self.store.read(
                partial(members, ids=row.group.ids), self._on_members, seat="members", owner=self
            )

    def _on_members(self, found: Members) -> None:
        self._members = found
        self.member_model.set_rows(found.rows)
        words = ""
        if found.shared:
            longest = found.shared[0]
            shown = longest if len(longest) <= SHARED else longest[:SHARED] + "…"
            words = self.tr("In common: {0}").format(shown)
        self._shared.setText(words)
        self._shared.setVisible(bool(words))
        self._show_deeds()

    def _on_members_selection_changed(self, _now: QItemSelection, _old: QItemSelection) -> None:
        self._show_deeds()

    def _on_members_opened(self, index: QModelIndex) -> None:
        row = self.member_model.row(index)
        if row is not None:
            self.shell.open_case(TRACK, row.id)

    def _on_open_clicked(self) -> None:
        for row in self.chosen()[:1]:
            self.shell.open_case(TRACK, row.id)

    def _on_compare_clicked(self) -> None:
        chosen = self.chosen()
        rows = self._members.rows
        if len(chosen) == 1 and rows and chosen[0].id != rows[0].id:
            chosen = (rows[0], *chosen)
        first, second, *_ = (*chosen, *rows) if len(chosen) > 1 else rows
        self.store.read(
            partial(pair, first_id=first.id, second_id=second.id),
            self._on_pair,
            seat="pair",
            owner=self,
        )

    def _on_pair(self, found: Pair) -> None:
        dialog = CompareDialog(self.shell, found, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.linked.connect(self._link_two)
        dialog.apart.connect(self._part_two)
        dialog.open()

    def _link_two(self, first_id: int, second_id: int) -> None:
        self.store.submit(LinkRepeated(first_id, (second_id,)), self._on_linked, owner=self)

    def _part_two(self, first_id: int, second_id: int) -> None:
        self._part(((first_id, second_id),))

    def _on_link_clicked(self) -> None:
        rows = self._acted_on()
        if len(rows) < 2:
            return
        command = LinkRepeated(rows[0].id, tuple(row.id for row in rows[1:]))
        self.store.submit(command, self._on_linked, owner=self)

    def _on_linked(self, count: int) -> None:
        if count:
            self.shell.bar("good", self.tr("{0} letters were linked").format(count))
        else:
            self.shell.bar("info", self.tr("They were linked before"))
        self._ask_members()

    def _on_apart_clicked(self) -> None:
        ids = sorted(row.id for row in self._acted_on())
        pairs = tuple(combinations(ids, 2))
        if not pairs:
            return
        if len(pairs) > MOST_PAIRS:
            self.shell.bar("bad", self.tr("Too many letters at once: choose some of them"))
            return
        self.shell.confirm(
            self.tr("{0} letters are different matters").format(len(ids)),
            self.tr("They are not shown as repeated again."),
            self.tr("None is a duplicate"),
            lambda _reason: self._part(pairs),
        )

    def _part(self, pairs: tuple[tuple[int, int], ...]) -> None:
        commands = [SayNotDuplicate(first, second) for first, second in pairs]
        self.store.submit_all(commands, self._on_parted, owner=self)

    def _on_parted(self, _said: list[bool]) -> None:
        self.shell.bar("good", self.tr("Noted; the search is repeated"))
        self.run()
