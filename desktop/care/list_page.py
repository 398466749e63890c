"""关爱谈话: plan and done of a month, records, difficulties, visits, and what is suggested."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.care.event_queries import must_talk_events
from db.care.queries import OPEN, difficulties, suggestions, talk_ids, talk_rows
from db.care.rows import DifficultyRow, SuggestionRow, TalkFilter, TalkRow
from db.care.workflow import AFTER_TALK, BEFORE_TALK
from db.care.workflow import NAME as TRACK
from db.core.clock import civil_time
from db.core.permissions import Permission
from db.core.tx import Read
from desktop.appeals.ledger_page import short_number
from desktop.appeals.marks import due_mark
from desktop.appeals.spine import SpineModel
from desktop.care.bars import UnitBar, UnitBars
from desktop.care.event_list import EventList
from desktop.care.month import OTHER, OWN, MonthView, Tally, ask_month, earlier, last_of, later
from desktop.care.opening import TalkOpenings
from desktop.clarification.parts import day_words, standing
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Chip
from desktop.widgets.cells import Cell, DueMark, TextCell
from desktop.widgets.chips import ChipRow
from desktop.widgets.editors import LineEdit
from desktop.widgets.figures import Figure, FigureStrip
from desktop.widgets.frames import EmptyState, PageHead, Panel
from desktop.widgets.labels import rule, text_label
from desktop.widgets.signs import Light
from desktop.widgets.table import Column, Table
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.words import DayWords

KEY = "care"
VIEWS = ("plan", "events", "records", "difficulties", "visits")
VISITS = ("follow_up_due", "followed_up")
TILES = 8
NARROW = 1000


class CarePage(Page):
    """The talks that the person may know of; nothing of what was said stands here."""

    watches = frozenset({"care_talk", "difficulty", "talk_suggestion", "talk_event", "approval"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        self._filter = TalkFilter()
        self._view = "plan"
        self._sort = ("due", False)
        self._first = shell.today().replace(day=1)
        self._month: MonthView | None = None
        self._trigger = ""
        self._tasks: tuple[DifficultyRow, ...] = ()
        self._suggested: tuple[SuggestionRow, ...] = ()
        self._openings = TalkOpenings(store, shell, self)
        self._days = DayWords(self)
        self._head = PageHead(theme, "", parent=self)
        self._tabs = ViewTabs(theme, parent=self)
        self._head.add_widget(self._tabs)
        self._plan = Button(theme, "", kind="primary", icon="plus", parent=self)
        self._hold = Button(theme, "", icon="chats", parent=self)
        self._paper = Button(theme, "", kind="quiet", parent=self)
        for name, button, shown in (
            ("plan", self._plan, self._openings.may_plan),
            ("hold", self._hold, self._openings.may_hold),
            ("from_paper", self._paper, shell.actor.may(Permission.RECORD_ON_BEHALF)),
        ):
            button.setObjectName(name)
            button.setVisible(shown)
            self._head.add_action(button)
        self._search = LineEdit(theme, parent=self)
        self._search.setProperty("small", True)
        self._search.setFixedWidth(theme.px(190))
        self._chips = ChipRow(theme, parent=self)
        self._mine_chip = Chip(theme, "", switch=True, parent=self)
        self._overdue_chip = Chip(theme, "", switch=True, parent=self)
        self._trigger_chip = Chip(theme, "", parent=self)
        for chip in (self._mine_chip, self._overdue_chip, self._trigger_chip):
            self._chips.add_chip(chip)
        self._earlier = Button(theme, "", kind="quiet", small=True, icon="caret-left", parent=self)
        self._later = Button(theme, "", kind="quiet", small=True, icon="caret-right", parent=self)
        self._month_name = text_label("", "strong", parent=self)
        self._month_words = text_label("", "secondary", parent=self)
        self._strip = FigureStrip(theme, columns=TILES, size=20, parent=self)
        # The strip folds where the window is narrow; it never keeps the window wide.
        self._strip.setMinimumWidth(1)
        self._model: SpineModel[TalkRow] = SpineModel((), self._cell, self)
        self._table = Table(theme, (), name=KEY, settings=shell.settings, parent=self)
        self._task_model: SpineModel[DifficultyRow] = SpineModel((), self._task_cell, self)
        self._task_table = Table(
            theme, (), name="difficulties", settings=shell.settings, parent=self
        )
        self._events = EventList(store, shell, self)
        self._empty = EmptyState(theme, "", icon="chats", parent=self)
        self._stack = QStackedWidget(self)
        for widget in (self._table, self._task_table, self._empty):
            self._stack.addWidget(widget)
        self._foot = text_label("", "secondary", parent=self)
        self._suggestions = Panel(theme, parent=self)
        self._suggestion_area = QScrollArea(self)
        self._suggestion_area.setWidgetResizable(True)
        self._suggestion_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._suggestion_area.setFrameShape(QFrame.Shape.NoFrame)
        self._suggestion_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._suggestions.body.addWidget(self._suggestion_area)
        self._by_unit = Panel(theme, parent=self)
        self._bars = UnitBars(theme, self)
        self._by_unit.body.addWidget(self._bars)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._table.setModel(self._model)
        self._table.set_columns(self._columns())
        self._task_table.setModel(self._task_model)
        self._task_table.set_columns(self._task_columns())

    def _lay_out(self) -> None:
        theme = self.shell.theme
        bar = self._filter_bar = QWidget(self)
        line = QHBoxLayout(bar)
        line.setContentsMargins(20, 6, 20, 0)
        line.setSpacing(8)
        line.addWidget(self._search)
        line.addWidget(self._chips, 1)
        self._month_bar = QWidget(self)
        month = QHBoxLayout(self._month_bar)
        month.setContentsMargins(20, 6, 20, 8)
        month.setSpacing(6)
        for widget in (self._earlier, self._month_name, self._later, self._month_words):
            month.addWidget(widget)
        month.addStretch(1)
        self._strip_place = QWidget(self)
        strip = QVBoxLayout(self._strip_place)
        strip.setContentsMargins(20, 0, 20, 10)
        strip.addWidget(self._strip)
        foot = QWidget(self)
        foot.setProperty("kind", "foot")
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(12, 6, 12, 6)
        foot_row.addWidget(self._foot, 1)
        left = self._left = QWidget(self)
        left_column = QVBoxLayout(left)
        left_column.setContentsMargins(0, 0, 0, 0)
        left_column.setSpacing(0)
        left_column.addWidget(rule())
        left_column.addWidget(self._stack, 1)
        left_column.addWidget(foot)
        self._side = QWidget(self)
        self._side.setFixedWidth(theme.px(300))
        side = QVBoxLayout(self._side)
        side.setContentsMargins(12, 0, 20, 12)
        side.setSpacing(10)
        side.addWidget(self._suggestions, 1)
        side.addWidget(self._by_unit)
        side.addStretch(0)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(left, 1)
        body.addWidget(self._events, 1)
        body.addWidget(self._side)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(bar)
        page.addWidget(self._month_bar)
        page.addWidget(self._strip_place)
        page.addLayout(body, 1)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self._plan.clicked.connect(self._on_plan_clicked)
        self._hold.clicked.connect(self._on_hold_clicked)
        self._paper.clicked.connect(self._on_paper_clicked)
        self._search.editingFinished.connect(self._on_search_editing_finished)
        self._chips.cleared.connect(self._on_chips_cleared)
        self._mine_chip.toggled.connect(self._on_mine_chip_toggled)
        self._overdue_chip.toggled.connect(self._on_overdue_chip_toggled)
        self._trigger_chip.cleared.connect(self._on_trigger_chip_cleared)
        self._earlier.clicked.connect(self._on_earlier_clicked)
        self._later.clicked.connect(self._on_later_clicked)
        self._strip.opened.connect(self._on_strip_opened)
        self._model.wanted.connect(self._on_model_wanted)
        self._table.opened.connect(self._on_table_opened)
        self._table.columns_header.sort_wanted.connect(self._on_header_sort_wanted)
        self._task_model.wanted.connect(self._on_task_model_wanted)
        self._task_table.opened.connect(self._on_task_table_opened)

    def retranslate(self) -> None:
        """Set every word anew."""
        labels = self.shell.labels
        self._head.set_title(self.tr("Care talks"))
        self._tabs.set_tabs(
            [
                ViewTab("plan", self.tr("Plan")),
                ViewTab("events", self.tr("Must-talk events")),
                ViewTab("records", self.tr("Records")),
                ViewTab("difficulties", self.tr("Difficulties")),
                ViewTab("visits", self.tr("Visits")),
            ]
        )
        self._plan.setText(labels.move(TRACK, "plan"))
        self._hold.setText(labels.move(TRACK, "hold_at_once"))
        self._paper.setText(self.tr("Talk from paper"))
        self._search.setPlaceholderText(self.tr("Name or number"))
        self._search.setAccessibleName(self.tr("Name or number"))
        self._mine_chip.setText(self.tr("Mine"))
        self._overdue_chip.setText(self.tr("Overdue only"))
        self._trigger_chip.setText(self.tr("Brought about by"))
        self._earlier.setAccessibleName(self.tr("Month before"))
        self._earlier.setToolTip(self.tr("Month before"))
        self._later.setAccessibleName(self.tr("Month after"))
        self._later.setToolTip(self.tr("Month after"))
        self._by_unit.set_title(self.tr("By talker's unit"), self.tr("held / planned"))
        self._by_unit.setToolTip(self.tr("In the office's own order, no ranking"))
        self._model.set_columns(self._columns())
        self._task_model.set_columns(self._task_columns())
        if self._table.model() is not None:
            self._table.set_columns(self._columns())
            self._task_table.set_columns(self._task_columns())
        self._events.retranslate()
        self._table.setAccessibleName(self.tr("Care talks"))
        self._task_table.setAccessibleName(self.tr("Difficulties"))
        self._show_month()
        self._show_suggestions()
        self._show_chips()
        self._say_empty()

    # -- what is shown ---------------------------------------------------------------------

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("due", self.tr("Deadline"), 132, locked=True),
            Column("number", self.tr("Number"), 84),
            Column("person", self.tr("Person"), 76),
            Column("unit", self.tr("Unit"), 110, stretch=True, sortable=False),
            Column("trigger", self.tr("Brought about by"), 90, sortable=False, latin=112),
            Column("talker", self.tr("Talker"), 72, sortable=False),
            Column("scheduled", self.tr("Time"), 100),
            Column("state", self.tr("State"), 96, latin=104),
            Column("times", self.tr("Times"), 54, sortable=False),
            Column("after", self.tr("Next"), 92, sortable=False),
        )

    def _cell(self, key: str, row: TalkRow) -> Cell:
        labels = self.shell.labels
        if key == "due":
            return self._due(row)
        if key == "state":
            return labels.pill(TRACK, row.state)
        at = civil_time(row.scheduled_at) if row.scheduled_at else None
        time = at.strftime("%m-%d %H:%M") if at else ""
        texts = {
            "number": short_number(row.number),
            "person": row.person_name,
            "unit": row.unit,
            "trigger": row.trigger_zh if labels.chinese else row.trigger_en,
            "talker": row.talker_name or "—",
            "scheduled": day_words(row.held_on) or time or "—",
            "times": str(row.person_times) if row.held_on else "—",
            "after": self._after(row),
        }
        tone = "text" if key in ("person", "number") else "text2"
        return TextCell(texts[key], tone=tone, right=key == "times")  # type: ignore[arg-type]

    def _due(self, row: TalkRow) -> DueMark:
        if row.light is not None:
            return due_mark(row.light, provisional=row.provisional)
        if row.held_on is not None:
            return DueMark(Light.DONE, words=row.held_on.isoformat())
        return DueMark(Light.UNTIMED, words="—")

    def _after(self, row: TalkRow) -> str:
        if row.open_difficulties:
            return self.tr("{n} difficulties open").format(n=row.open_difficulties)
        if row.state == "follow_up_due" and row.revisit_due_on is not None:
            return self.tr("visit by {0}").format(row.revisit_due_on.isoformat())
        return ""

    def _task_columns(self) -> tuple[Column, ...]:
        return (
            Column("due", self.tr("By when"), 130, locked=True, sortable=False),
            Column("text", self.tr("Difficulty"), 260, stretch=True, sortable=False),
            Column("who", self.tr("Who solves it"), 170, sortable=False),
            Column("person", self.tr("Person"), 90, sortable=False),
            Column("number", self.tr("Talk"), 140, sortable=False),
            Column("state", self.tr("State"), 96, sortable=False),
        )

    def _task_cell(self, key: str, row: DifficultyRow) -> Cell:
        if key == "due":
            if row.due_on is None:
                return DueMark(Light.UNTIMED, words="—")
            light = Light.OVERDUE if row.overdue else Light.FINE
            if row.state != "open":
                light = Light.DONE
            return DueMark(light, words=row.due_on.isoformat())
        if key == "state":
            if row.state == "open":
                return standing(self.tr("Open"), done=False)
            words = self.tr("Solved") if row.state == "done" else self.tr("Explained")
            return standing(words, done=True)
        texts = {
            "text": row.text,
            "who": " ".join(x for x in (row.unit, row.responsible) if x) or "—",
            "person": row.person_name,
            "number": row.number,
        }
        return TextCell(texts[key], tone="text" if key == "text" else "text2")

    def _show_month(self) -> None:
        self._month_name.setText(self._days.month(self._first))
        view = self._month
        if view is None:
            return
        whole = view.whole
        words = self.tr(
            "planned {planned} person-times, held {done}, not yet due {waiting}, overdue {overdue}"
        )
        self._month_words.setText(
            words.format(
                planned=whole.planned,
                done=whole.done,
                waiting=whole.waiting,
                overdue=whole.overdue,
            )
        )
        self._strip.set_figures([self._figure(word, view) for word in self._trigger_words()])
        self._fit_strip()
        special = {OWN: self.tr("The center"), OTHER: self.tr("Not yet named")}
        self._bars.set_bars(
            [
                UnitBar(special.get(unit, unit), tally.done, tally.overdue, tally.planned)
                for unit, tally in view.by_unit.items()
            ]
        )
        self._by_unit.setVisible(bool(view.by_unit))

    def _trigger_words(self) -> list[tuple[str, str]]:
        """Return the Chinese word, and the shown one, of every trigger as everybody sees it."""
        found = self._month.words if self._month is not None else ()
        chinese = self.shell.labels.chinese
        return [(zh, zh if chinese else en) for zh, en in found]

    def _figure(self, words: tuple[str, str], view: MonthView) -> Figure:
        key, label = words
        tally = view.by_trigger.get(key, Tally())
        note = self.tr("overdue {0}").format(tally.overdue) if tally.overdue else ""
        return Figure(
            key=key,
            label=label,
            value=str(tally.done),
            unit=self.tr("/ {0} person-times").format(tally.planned),
            note=note,
            note_light=Light.OVERDUE if tally.overdue else None,
            parts=(tally.done, tally.overdue, tally.planned),
        )

    def _show_suggestions(self) -> None:
        note = str(len(self._suggested)) if self._suggested else ""
        self._suggestions.set_title(self.tr("Suggested talks"), note)
        body = QWidget()
        body.setProperty("kind", "page")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self._suggested:
            column.addWidget(self._suggestion(row))
        if not self._suggested:
            words = self.tr("None. Closed appeals and carried-out clarifications suggest talks")
            column.addWidget(text_label(words, "hint", wrap=True))
        column.addStretch(1)
        self._suggestion_area.setWidget(body)

    def _suggestion(self, row: SuggestionRow) -> QFrame:
        theme = self.shell.theme
        box = QFrame()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        trigger = row.trigger_zh if self.shell.labels.chinese else row.trigger_en
        column.addWidget(text_label(f"{row.person_name}　{trigger}", "strong", wrap=True))
        words = f"{row.from_number}　{row.suggested_on.isoformat()}"
        column.addWidget(text_label(words, "label", wrap=True))
        deeds = QHBoxLayout()
        accept = Button(theme, self.tr("Accept"), small=True)
        accept.setObjectName(f"accept_{row.id}")
        accept.setAccessibleName(self.tr("Accept the talk with {0}").format(row.person_name))
        accept.clicked.connect(partial(self._on_accept_clicked, row))
        dismiss = Button(theme, self.tr("No talk…"), kind="quiet", small=True)
        dismiss.setObjectName(f"dismiss_{row.id}")
        dismiss.setAccessibleName(self.tr("No talk with {0}").format(row.person_name))
        dismiss.clicked.connect(partial(self._on_dismiss_clicked, row))
        deeds.addWidget(accept)
        deeds.addWidget(dismiss)
        deeds.addStretch(1)
        column.addLayout(deeds)
        column.addWidget(rule("hairline"))
        return box

    def _show_chips(self) -> None:
        for chip, on in (
            (self._mine_chip, self._filter.mine),
            (self._overdue_chip, self._filter.overdue),
        ):
            chip.blockSignals(True)
            chip.setChecked(on)
            chip.blockSignals(False)
        shown = dict(self._trigger_words()).get(self._trigger, "")
        self._trigger_chip.set_value(shown)
        self._trigger_chip.setVisible(bool(self._trigger))
        self._chips.refresh()

    def _say_empty(self) -> None:
        self._empty.say(
            self.tr("No matching talk"),
            following=self.tr("Clear the filters, or enter a talk in the plan"),
        )

    # -- asking ----------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask for the list of the view, the month, the suggestions and the counts."""
        read = self.store.read
        self._openings.reload()
        read(ask_month(self._first), self._on_month, seat="month", owner=self)
        read(suggestions, self._on_suggestions, seat="suggestions", owner=self)
        read(self._count, self._on_counts, seat="counts", owner=self)
        if self._view == "events":
            self._events.reload(self._first)
            return
        if self._view == "difficulties":
            read(difficulties, self._on_tasks, seat="ids", owner=self)
            return
        sort, descending = self._sort
        wanted, word = self._of_view(), self._trigger

        def ask(read: Read) -> "array[int]":
            ids = talk_ids(read, wanted, sort=sort, descending=descending)
            if not word:
                return ids
            # The word that everybody sees, never the trigger itself, picks the rows.
            rows = talk_rows(read, ids)
            return array("q", [i for i in ids if i in rows and rows[i].trigger_zh == word])

        read(ask, self._on_ids, seat="ids", owner=self)

    def _of_view(self) -> TalkFilter:
        base = self._filter
        if base.ids is not None or base.states:
            return base
        if self._view == "plan":
            return replace(base, states=BEFORE_TALK)
        if self._view == "visits":
            return replace(base, states=VISITS)
        return replace(base, states=AFTER_TALK, held_from=self._first, held_to=last_of(self._first))

    def _count(self, read: Read) -> dict[str, int]:
        def number(wanted: TalkFilter) -> int:
            return len(talk_ids(read, wanted))

        last = last_of(self._first)
        return {
            "plan": number(TalkFilter(states=BEFORE_TALK)),
            "events": len(must_talk_events(read, first=self._first, last=last)),
            "records": number(
                TalkFilter(states=AFTER_TALK, held_from=self._first, held_to=last_of(self._first))
            ),
            "difficulties": len(difficulties(read, states=("open",))),
            "visits": number(TalkFilter(states=("follow_up_due",))),
            "open": number(TalkFilter(states=OPEN)),
            "overdue": number(TalkFilter(states=OPEN, overdue=True)),
        }

    def apply_filters(self, **filters: object) -> None:
        """Take `view`, `ids`, `text`, `states`, `mine`, `overdue`, `title` of a figure's list.

        `plan_for` is a name for whom a talk is to be planned by hand.
        """
        known = {f for f in TalkFilter.__dataclass_fields__ if f in filters}
        values: dict[str, Any] = {name: filters[name] for name in known}
        if values.get("ids") is not None:
            values["ids"] = tuple(values["ids"])
        self._filter = replace(TalkFilter(), **values)
        view = str(filters.get("view") or ("records" if values.get("ids") else "plan"))
        self._view = view if view in VIEWS else "plan"
        self._trigger = ""
        self._head.set_note(str(filters.get("title", "")))
        plan_for = str(filters.get("plan_for", ""))
        if plan_for:
            self._openings.plan(plan_for)
        self._search.set_value(self._filter.text)
        self._tabs.blockSignals(True)
        self._tabs.choose(self._view)
        self._tabs.blockSignals(False)
        self._choose_sort()
        self._show_parts()
        self._show_chips()
        self.reload()

    def _choose_sort(self) -> None:
        self._sort = ("held", True) if self._view == "records" else ("due", False)

    def _show_parts(self) -> None:
        plan = self._view == "plan"
        events = self._view == "events"
        self._strip_place.setVisible(plan)
        self._filter_bar.setVisible(not events)
        self._left.setVisible(not events)
        self._events.setVisible(events)
        self._month_words.setVisible(not events)
        self._month_bar.setVisible(self._view in ("plan", "events", "records"))
        self._side.setVisible(plan and self.width() >= self.shell.theme.px(NARROW))

    def _on_month(self, found: MonthView) -> None:
        self._month = found
        self._show_month()

    def _on_suggestions(self, found: tuple[SuggestionRow, ...]) -> None:
        self._suggested = found
        self._show_suggestions()

    def _on_counts(self, found: dict[str, int]) -> None:
        for view in VIEWS:
            self._tabs.set_count(view, found[view])
        self.shell.set_count(KEY, found["open"], found["overdue"])

    def _on_ids(self, ids: "array[int]") -> None:
        self._model.set_ids(ids)
        sort, descending = self._sort
        self._table.columns_header.show_sorted(
            {"held": "scheduled"}.get(sort, sort), descending=descending
        )
        self._stack.setCurrentWidget(self._table if len(ids) else self._empty)
        self._foot.setText(self.tr("{0} talks").format(len(ids)))

    def _on_tasks(self, found: tuple[DifficultyRow, ...]) -> None:
        wanted = self._filter
        shown = [
            row
            for row in found
            if (not wanted.text or wanted.text in row.person_name or wanted.text in row.number)
            and (not wanted.overdue or row.overdue)
        ]
        shown.sort(key=lambda row: row.state != "open")
        self._tasks = tuple(shown)
        self._task_model.set_ids(array("q", [row.id for row in shown]))
        self._stack.setCurrentWidget(self._task_table if shown else self._empty)
        self._foot.setText(self.tr("{0} difficulties").format(len(shown)))

    def _on_task_model_wanted(self, ids: Sequence[int]) -> None:
        self._task_model.take_rows({row.id: row for row in self._tasks}, ids)

    def _on_model_wanted(self, ids: "array[int]") -> None:
        self.store.read(
            partial(talk_rows, ids=list(ids)),
            partial(self._on_rows, ids),
            seat=f"rows-{ids[0]}",
            owner=self,
        )

    def _on_rows(self, ids: "array[int]", rows: dict[int, TalkRow]) -> None:
        self._model.take_rows(rows, ids)

    # -- what people do --------------------------------------------------------------------

    def _change(self, **values: Any) -> None:
        self._filter = replace(self._filter, **values)
        self._show_chips()
        self.reload()

    def _on_tabs_chosen(self, key: str) -> None:
        self._view = key
        self._filter = replace(self._filter, ids=None, states=())
        self._head.set_note("")
        self._choose_sort()
        self._show_parts()
        self.reload()

    def _on_search_editing_finished(self) -> None:
        if self._search.value() != self._filter.text:
            self._change(text=self._search.value())

    def _on_chips_cleared(self) -> None:
        self._trigger = ""
        self._filter = TalkFilter()
        self._search.set_value("")
        self._head.set_note("")
        self._show_chips()
        self.reload()

    def _on_mine_chip_toggled(self, checked: bool) -> None:
        self._change(mine=checked)

    def _on_overdue_chip_toggled(self, checked: bool) -> None:
        self._change(overdue=checked)

    def _on_trigger_chip_cleared(self) -> None:
        self._trigger = ""
        self._show_chips()
        self.reload()

    def _on_strip_opened(self, key: str) -> None:
        self._trigger = "" if self._trigger == key else key
        self._show_chips()
        self.reload()

    def _on_earlier_clicked(self) -> None:
        self._first = earlier(self._first)
        self._show_month()
        self.reload()

    def _on_later_clicked(self) -> None:
        self._first = later(self._first)
        self._show_month()
        self.reload()

    def _on_header_sort_wanted(self, key: str, descending: bool) -> None:
        self._sort = (key, descending)
        self.reload()

    def _on_table_opened(self, index: QModelIndex) -> None:
        chosen = self._model.id_at(index.row())
        if chosen is not None:
            self.shell.open_case(TRACK, chosen)

    def _on_task_table_opened(self, index: QModelIndex) -> None:
        row = self._task_model.row(index)
        if row is not None:
            self.shell.open_case(TRACK, row.talk_id)

    def _on_plan_clicked(self) -> None:
        self._openings.plan()

    def _on_hold_clicked(self) -> None:
        self._openings.hold()

    def _on_paper_clicked(self) -> None:
        self._openings.hold(on_behalf=True)

    def _on_accept_clicked(self, row: SuggestionRow) -> None:
        self._openings.accept(row)

    def _on_dismiss_clicked(self, row: SuggestionRow) -> None:
        self._openings.dismiss(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the tiles out in fewer columns and leave the side out where it is narrow."""
        super().resizeEvent(event)
        self._fit_strip()
        self._show_parts()

    def _fit_strip(self) -> None:
        widest = max((tile.sizeHint().width() for tile in self._strip.tiles()), default=0)
        room = self.width() - 48
        columns = TILES if widest * TILES <= room else TILES // 2
        self._strip.set_columns(columns)
        grid = self._strip.layout()
        if isinstance(grid, QGridLayout):
            # Columns left behind by a wider window would keep their share of it.
            for column in range(columns, TILES):
                grid.setColumnStretch(column, 0)
