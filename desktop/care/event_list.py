"""必谈事件: the events of a month with their talks, plan against done by unit, and ways in."""

from array import array
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from db.care.event_queries import must_talk_events, plan_by_unit
from db.care.rows import MustTalkRow, UnitPlan
from db.care.workflow import NAME as TRACK
from db.core.tx import Read
from desktop.appeals.ledger_page import short_number
from desktop.appeals.spine import SpineModel
from desktop.care.bars import UnitBar, UnitBars
from desktop.care.event_dialogs import EventOpenings
from desktop.care.month import last_of
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, DueMark, TextCell
from desktop.widgets.frames import EmptyState, Panel
from desktop.widgets.labels import rule, text_label
from desktop.widgets.signs import Light
from desktop.widgets.table import Column, Table

NARROW = 1000
Answer = tuple[tuple[MustTalkRow, ...], tuple[UnitPlan, ...]]


class EventList(QWidget):
    """The events whose talks the person may know of; the office's own order, no ranking."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        theme = shell.theme
        self._store = store
        self._shell = shell
        self._rows: tuple[MustTalkRow, ...] = ()
        self._plans: tuple[UnitPlan, ...] = ()
        self.openings = EventOpenings(store, shell, self)
        self._enter = Button(theme, "", small=True, icon="plus", parent=self)
        self._enter.setObjectName("enter_event")
        self._paste = Button(theme, "", small=True, icon="clipboard-text", parent=self)
        self._paste.setObjectName("paste_events")
        self._hint = text_label("", "secondary", wrap=True, parent=self)
        self._model: SpineModel[MustTalkRow] = SpineModel((), self._cell, self)
        self.table = Table(theme, (), name="must_talks", settings=shell.settings, parent=self)
        self._empty = EmptyState(theme, "", icon="calendar-check", parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._by_unit = Panel(theme, parent=self)
        self._bars = UnitBars(theme, self)
        self._by_unit.body.addWidget(self._bars)
        self._by_unit.setFixedWidth(theme.px(288))
        self._lay_out()
        self._enter.clicked.connect(self._on_enter_clicked)
        self._paste.clicked.connect(self._on_paste_clicked)
        self._model.wanted.connect(self._on_model_wanted)
        self.table.opened.connect(self._on_table_opened)
        self.retranslate()
        self.table.setModel(self._model)
        self.table.set_columns(self._columns())

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 6, 20, 8)
        bar.setSpacing(8)
        bar.addWidget(self._enter)
        bar.addWidget(self._paste)
        bar.addWidget(self._hint, 1)
        side = QVBoxLayout()
        side.setContentsMargins(12, 10, 20, 12)
        side.addWidget(self._by_unit)
        side.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._stack, 1)
        body.addLayout(side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(rule())
        column.addLayout(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the bars out where the list needs the room."""
        super().resizeEvent(event)
        self._show_bars()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._enter.setText(self.tr("Enter an event"))
        self._paste.setText(self.tr("Paste a list…"))
        self._enter.setVisible(self.openings.may_enter)
        self._paste.setVisible(self.openings.may_enter)
        self._hint.setText(self.tr("Each event brings about one talk; near ones share it"))
        self._by_unit.set_title(self.tr("By the person's unit"), self.tr("held / planned"))
        self._by_unit.setToolTip(self.tr("In the office's own order, no ranking"))
        self._empty.say(
            self.tr("No event in this month"),
            following=self.tr("Enter one, or paste a list of names"),
        )
        self.table.setAccessibleName(self.tr("Must-talk events"))
        self._model.set_columns(self._columns())
        if self.table.model() is not None:
            self.table.set_columns(self._columns())
        self._show_bars()

    def reload(self, first: date) -> None:
        """Ask for the events of the month that begins on a day."""
        self.openings.reload()
        last = last_of(first)

        def ask(read: Read) -> Answer:
            return (
                must_talk_events(read, first=first, last=last),
                plan_by_unit(read, first=first, last=last),
            )

        self._store.read(ask, self._on_answer, seat="events", owner=self)

    @property
    def rows(self) -> tuple[MustTalkRow, ...]:
        """The events shown."""
        return self._rows

    def _on_answer(self, found: Answer) -> None:
        self._rows, self._plans = found
        ids = array("q", [row.id for row in self._rows])
        self._model.set_ids(ids)
        # They are all here: nothing has to be asked for page by page.
        self._on_model_wanted(ids)
        self._stack.setCurrentWidget(self.table if self._rows else self._empty)
        self._show_bars()

    def _show_bars(self) -> None:
        nowhere = self.tr("Unit not named")
        self._bars.set_bars(
            [UnitBar(p.unit or nowhere, p.held, p.overdue, p.planned) for p in self._plans]
        )
        wide = self.width() >= self._shell.theme.px(NARROW)
        self._by_unit.setVisible(bool(self._plans) and wide)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("due", self.tr("Talk by"), 112, locked=True, sortable=False),
            Column("on", self.tr("Event on"), 92, sortable=False),
            Column("kind", self.tr("Event"), 84, sortable=False, latin=116),
            Column("person", self.tr("Person"), 76, sortable=False),
            Column("unit", self.tr("Unit"), 92, sortable=False),
            Column("line", self.tr("In a few words"), 150, stretch=True, sortable=False),
            Column("talk", self.tr("Talk"), 84, sortable=False),
            Column("state", self.tr("State"), 84, sortable=False, latin=100),
            Column("reason", self.tr("Why not held"), 96, sortable=False),
        )

    def _cell(self, key: str, row: MustTalkRow) -> Cell:
        labels = self._shell.labels
        if key == "due":
            return _due(row)
        if key == "state":
            return labels.pill(TRACK, row.talk_state)
        texts = {
            "on": row.happened_on.isoformat(),
            "kind": row.kind_zh if labels.chinese else row.kind_en,
            "person": row.person_name,
            "unit": row.unit,
            "line": row.line,
            "talk": short_number(row.talk_number),
            "reason": row.reason or "—",
        }
        return TextCell(texts[key], tone="text" if key == "person" else "text2")

    def _on_model_wanted(self, ids: Sequence[int]) -> None:
        self._model.take_rows({row.id: row for row in self._rows}, ids)

    def _on_table_opened(self, index: QModelIndex) -> None:
        row = self._model.row(index)
        if row is not None:
            self._shell.open_case(TRACK, row.talk_id)

    def _on_enter_clicked(self) -> None:
        self.openings.enter()

    def _on_paste_clicked(self) -> None:
        self.openings.paste()


def _due(row: MustTalkRow) -> DueMark:
    if row.held_on is not None:
        return DueMark(Light.DONE, words=row.held_on.isoformat())
    if row.due_on is None:
        return DueMark(Light.UNTIMED, words="—")
    light = Light.OVERDUE if row.overdue else Light.FINE
    return DueMark(light, words=row.due_on.isoformat())
