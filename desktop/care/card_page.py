"""One talk: its steps, what may be read of it, difficulties as tasks, visits, the record form."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.audit.readings import ReadingRow, readings
from db.care.holding import SetLevel, TurnedWish
from db.care.queries import talk_card, talkers
from db.care.rows import DifficultyRow, TalkCard, TalkerRow
from db.care.workflow import AFTER_TALK, TERMINAL
from db.care.workflow import NAME as TRACK
from db.core.clock import civil_time
from db.core.errors import ZhengmingError
from db.documents.filling_care import invitation
from db.office.unit_rows import UnitRow, units
from desktop.appeals.marks import due_mark
from desktop.care.deeds import LATE, TEXTS, DifficultyDeeds, Made, RecordWords, TalkDeeds
from desktop.care.level_bar import LevelBar
from desktop.care.papers import RecordPapers
from desktop.care.record_form import RecordForm
from desktop.clarification.list_page import KEY as CLARIFICATIONS
from desktop.clarification.parts import (
    WAITING,
    CaseParts,
    day_words,
    hairline,
    lock_line,
    pairs,
    scrolled,
    section,
    stack_of,
    standing,
)
from desktop.deeds import DeedDialog, run
from desktop.office.case_desk import CaseDesk
from desktop.shell import CasePage, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Tag
from desktop.widgets.cells import DueMark, Pill
from desktop.widgets.frames import Panel
from desktop.widgets.labels import DueLabel, StatusPill, rule, text_label
from desktop.widgets.layouts import clear_layout
from desktop.widgets.moves import MoveBar, MoveOffer
from desktop.widgets.signs import Light
from desktop.widgets.stepper import Step, Stepper, StepState
from desktop.widgets.tabs import ViewTab, ViewTabs
from desktop.widgets.timeline import Timeline

NOW = {
    "planned": 1,
    "scheduled": 2,
    "held": 3,
    "recorded": 4,
    "action_open": 4,
    "follow_up_due": 5,
    "followed_up": 6,
}
"""Step at which a state stands, counted from 0."""
FIRST = (
    "record_held",
    "write_record",
    "record_follow_up",
    "arrange_follow_up",
    "close",
    "arrange_next_follow_up",
    "schedule",
    "list_difficulties",
)
"""Deeds in the order of their use, the one that is due first."""
DECIDE = "decide"
INTAKE = "intake"
RECORDED = ("recorded", "action_open", "follow_up_due", "followed_up", "closed")


class TalkCardPage(CasePage):
    """One care talk."""

    track = TRACK
    watches = frozenset(
        {"care_talk", "talk_content", "difficulty", "approval", "event", "attachment"}
    )

    def __init__(
        self, store: Store, shell: Shell, case_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(store, shell, case_id, parent)
        self._card: TalkCard | None = None
        self._desk = CaseDesk(store, shell, self)
        self._talkers: tuple[TalkerRow, ...] = ()
        self._units: tuple[UnitRow, ...] = ()
        self._readings: tuple[ReadingRow, ...] = ()
        theme = shell.theme
        self._parts = CaseParts(store, shell, TRACK, case_id, self)
        self._tasks = DifficultyDeeds(shell, self)
        self._number = text_label("", "secondary", parent=self)
        self._title = text_label("", "case", wrap=True, parent=self)
        self._tags = QHBoxLayout()
        self._tags.setSpacing(8)
        self._moves = MoveBar(theme, most=4, parent=self)
        self._stepper = Stepper(theme, parent=self)
        self._tabs = ViewTabs(theme, tall=False, parent=self)
        self._stack = QStackedWidget(self)
        self._facts = scrolled(self)
        self._form = RecordForm(store, shell, case_id, self)
        self._form_area = scrolled(self)
        self._form_area.setWidget(self._form)
        self._timeline = Timeline(theme, parent=self)
        self._opened = scrolled(self)
        for page in (self._facts, self._form_area, self._timeline, self._opened):
            self._stack.addWidget(page)
        self._side = scrolled(self)
        self._writes = False
        self._lay_out()
        self._moves.chosen.connect(self._on_moves_chosen)
        self._tabs.chosen.connect(self._on_tabs_chosen)
        self._form.written.connect(self._on_form_written)
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self.shell.theme
        head = QFrame(self)
        head.setProperty("kind", "head")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._number)
        line.addLayout(self._tags)
        line.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addLayout(line)
        left.addWidget(self._title)
        top = QHBoxLayout(head)
        top.setContentsMargins(20, 10, 20, 10)
        top.setSpacing(16)
        top.addLayout(left, 1)
        top.addWidget(self._moves, 1, Qt.AlignmentFlag.AlignVCenter)
        steps = QFrame(self)
        steps.setProperty("kind", "raised")
        step_row = QHBoxLayout(steps)
        step_row.setContentsMargins(20, 8, 20, 8)
        step_row.addWidget(self._stepper)
        middle = QWidget(self)
        middle.setProperty("kind", "page")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(10, 0, 10, 0)
        tabs.addWidget(self._tabs)
        tabs.addStretch(1)
        column.addLayout(tabs)
        column.addWidget(rule())
        column.addWidget(self._stack, 1)
        self._side.setMinimumWidth(theme.px(290))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(middle)
        splitter.addWidget(self._side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([820, theme.px(320)])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(head)
        page.addWidget(steps)
        page.addWidget(rule())
        page.addWidget(splitter, 1)

    @property
    def form(self) -> RecordForm:
        """The form of the record."""
        return self._form

    def tab_title(self) -> str:
        """Return number and person for the tab."""
        if self._card is None:
            return ""
        return f"{self._card.row.number} {self._card.row.person_name}".strip()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._set_tabs()
        self._timeline.setAccessibleName(self.tr("Course"))
        self._form.speak_again()
        if self._card is not None:
            self._show(self._card)

    def _set_tabs(self) -> None:
        tabs = [ViewTab("facts", self.tr("Talk"))]
        if self._writes:
            tabs.append(ViewTab("record", self.tr("Write the record")))
        tabs += [ViewTab("timeline", self.tr("Course")), ViewTab("opened", self.tr("Opened by"))]
        self._tabs.set_tabs(tabs)
        for area, words in (
            (self._facts, self.tr("Talk")),
            (self._form_area, self.tr("Write the record")),
            (self._opened, self.tr("Opened by")),
            (self._side, self.tr("Deadlines")),
        ):
            area.setAccessibleName(words)

    def reload(self) -> None:
        """Ask for the card and what hangs on it."""
        read = self.store.read
        if not self._units:
            read(units, self._on_units, seat="units", owner=self)
            read(talkers, self._on_talkers, seat="talkers", owner=self)
        read(
            partial(talk_card, talk_id=self.case_id),
            self._on_card,
            seat="card",
            owner=self,
            failed=self._on_card_failed,
        )
        if self._tabs.current_key() == "opened":
            self._ask_readings()

    def _ask_readings(self) -> None:
        self.store.read(
            partial(readings, track=TRACK, case_id=self.case_id),
            self._on_readings,
            seat="readings",
            owner=self,
        )

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found
        self._show_form()

    def _on_talkers(self, found: tuple[TalkerRow, ...]) -> None:
        self._talkers = found

    def _on_card(self, found: TalkCard) -> None:
        first = self._card is None
        self._card = found
        self._show(found)
        if first and self._writes:
            self._tabs.choose("record")
        self.tab_title_changed.emit()
        self._desk.look()

    def _on_card_failed(self, error: ZhengmingError) -> None:
        self.shell.fail(error)
        self.shell.close_case(TRACK, self.case_id)

    def _on_readings(self, found: tuple[ReadingRow, ...]) -> None:
        self._readings = found
        self._show_readings()

    # -- the head --------------------------------------------------------------------------

    def _show(self, card: TalkCard) -> None:
        labels, theme, row = self.shell.labels, self.shell.theme, card.row
        self._number.setText(row.number)
        self._title.setText(f"{row.person_name}　{card.unit_full}{card.post}".strip())
        clear_layout(self._tags)
        self._tags.addWidget(StatusPill(theme, labels.pill(TRACK, row.state)))
        self._tags.addWidget(Tag(theme, self._trigger(card)))
        writes = "write_record" in card.moves
        if writes != self._writes:
            self._writes = writes
            if not writes:
                self._form.end()
            self._set_tabs()
            if not writes:
                self._tabs.choose("facts")
        self._show_form()
        self._show_moves(card)
        self._stepper.set_steps(self._steps(card))
        self._show_facts(card)
        self._timeline.set_items([self._parts.timeline_item(event) for event in card.events])
        self._tabs.set_count("timeline", len(card.events))
        self._show_side(card)

    def _show_form(self) -> None:
        if self._card is not None and self._writes:
            self._form.show_for(self._card, self._units)

    def _trigger(self, card: TalkCard) -> str:
        # The talker alone reads what brought a hand-planned talk about (SETTLED §9.4).
        if card.trigger is not None:
            return self.shell.labels.code("care_talk_trigger", card.trigger)
        row = card.row
        return row.trigger_zh if self.shell.labels.chinese else row.trigger_en

    def _show_moves(self, card: TalkCard) -> None:
        words = self._parts.words
        offers = []
        filled = False
        if self._parts.decidable(card.approvals) is not None:
            offers.append(MoveOffer(DECIDE, self.tr("Decide"), primary=True, asks=True))
            filled = True
        deeds = TalkDeeds(self.shell, card, self._talkers, self._units, self)
        unusable = {"set_level"} if deeds.targets() else {"set_level", "turn_into_case"}
        shown = [name for name in card.moves if name not in unusable]
        for name in sorted(shown, key=self._place):
            plain = name.removeprefix("behalf:")
            label = words.deed(plain)
            if name != plain:
                label = self.tr("{0} (on behalf)").format(label)
            blocked = ""
            if plain == "close" and "missing_difficulties_done" in card.lacks:
                blocked = self.tr("Difficulties are still open")
            primary = not filled and not blocked and plain not in LATE
            filled = filled or primary
            asks = name != "write_record"
            offers.append(MoveOffer(name, label, primary=primary, asks=asks, blocked=blocked))
        lacking = "；".join(words.lack(code) for code in card.lacks)
        offers += self._desk.offers(is_open=card.row.state not in TERMINAL)
        self._moves.set_moves(offers, lacking)

    def _place(self, name: str) -> tuple[int, int]:
        plain = name.removeprefix("behalf:")
        moves = self._card.moves if self._card else ()
        rank = FIRST.index(plain) if plain in FIRST else len(FIRST)
        return rank + (len(FIRST) if plain in LATE else 0), moves.index(name)

    def _steps(self, card: TalkCard) -> list[Step]:
        row = card.row
        scheduled = civil_time(row.scheduled_at) if row.scheduled_at else None
        names = (
            self.tr("Planned"),
            self.tr("Arranged"),
            self.tr("Talk held"),
            self.tr("Record"),
            self.tr("Difficulties"),
            self.tr("Visit"),
            self.tr("Closed"),
        )
        done_tasks = row.difficulties > 0 and row.open_difficulties == 0
        notes = (
            day_words(row.planned_on),
            scheduled.strftime("%m-%d %H:%M") if scheduled else "",
            day_words(row.held_on),
            day_words(card.recorded_on),
            self._tasks_words(card),
            day_words(card.revisited_on or row.revisit_due_on),
            day_words(card.ended_on),
        )
        closed = row.state == "closed"
        reached = (
            True,
            scheduled is not None or row.held_on is not None,
            row.held_on is not None,
            card.recorded_on is not None,
            done_tasks or closed,
            card.revisited_on is not None or closed,
            closed,
        )
        now = NOW.get(row.state, -1)
        found = []
        for place, name in enumerate(names):
            state = StepState.DONE if reached[place] and place != now else StepState.AHEAD
            due = None
            if place == now:
                state = StepState.NOW
                if row.light is not None:
                    due = due_mark(row.light, provisional=row.provisional)
            found.append(Step(name, state, notes[place], due))
        return found

    def _tasks_words(self, card: TalkCard) -> str:
        row = card.row
        if not row.difficulties:
            return ""
        return self.tr("{n} of {m} open").format(n=row.open_difficulties, m=row.difficulties)

    # -- the bands -------------------------------------------------------------------------

    def _show_facts(self, card: TalkCard) -> None:
        bands: list[QWidget] = []
        for made in (
            self._level_bar(card),
            self._arrangement(card),
            self._decisions(card),
            self._contents(card),
            self._difficulties(card),
            self._visit(card),
        ):
            if made is None:
                continue
            if bands:
                bands.append(hairline())
            bands.append(made)
        remark = self.tr(
            "What is said serves to care and help only; never for assessment, selection or checks"
        )
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(20, 4, 20, 14)
        column.addWidget(text_label(remark, "hint", wrap=True))
        self._facts.setWidget(stack_of(*bands, foot))

    def _level_bar(self, card: TalkCard) -> QWidget:
        place = QWidget()
        around = QVBoxLayout(place)
        around.setContentsMargins(20, 12, 20, 12)
        bar = LevelBar(
            self.shell.theme,
            card.row.level,
            may_choose="set_level" in card.moves,
            parent=place,
        )
        bar.value_changed.connect(self._on_level_value_changed)
        around.addWidget(bar)
        return place

    def _arrangement(self, card: TalkCard) -> QFrame:
        labels, row = self.shell.labels, card.row
        held = row.held_on is not None
        status = standing(self.tr("Held"), done=True) if held else None
        band, column = section(self.shell.theme, self.tr("The talk"), status)
        planned = civil_time(row.scheduled_at) if row.scheduled_at else None
        arranged = planned.strftime("%Y-%m-%d %H:%M") if planned and not held else ""
        span = "–".join(x for x in (card.held_from, card.held_to) if x)
        when = f"{day_words(row.held_on)} {span}".strip()
        times = self.tr("{0} person-times").format(row.person_times) if held else ""
        ordinal = self.tr("No. {0} with this person").format(card.ordinal) if held else ""
        column.addLayout(
            pairs(
                [
                    (self.tr("Arranged for"), arranged),
                    (self.tr("Held"), when),
                    (self.tr("Place"), row.place),
                    (self.tr("How"), labels.code("talk_way", card.way) if held else ""),
                    (
                        self.tr("Asked for by"),
                        labels.code(
                            "talk_initiative", "organized" if row.organized else "requested"
                        ),
                    ),
                    (self.tr("Talker"), row.talker_name),
                    (self.tr("Recorder"), row.recorder_name),
                    (self.tr("Others in the room"), card.others),
                    (self.tr("Counted"), "，".join(x for x in (times, ordinal) if x)),
                    (self.tr("Entered by"), card.opened_by),
                    (self.tr("Cancelled because"), card.cancel_reason),
                ]
            )
        )
        return band

    def _decisions(self, card: TalkCard) -> QFrame | None:
        waiting = [a for a in card.approvals if a.state in WAITING]
        if not waiting:
            return None
        band, column = section(
            self.shell.theme, self.tr("Approval"), standing(self.tr("Waiting"), done=False)
        )
        for approval in waiting:
            column.addWidget(self._parts.decision(approval, card.files))
        return band

    def _contents(self, card: TalkCard) -> QFrame | None:
        if card.row.state not in AFTER_TALK:
            return None
        theme = self.shell.theme
        done = card.row.state in RECORDED
        words = self.tr("Written") if done else self.tr("To be written")
        band, column = section(theme, self.tr("Record"), standing(words, done=done))
        if card.texts is not None:
            labels = RecordWords(self)
            rows = [(labels.label(name), getattr(card.texts, name) or "") for name in TEXTS]
            column.addLayout(pairs(rows))
            if card.texts.life is None:
                rest = self.tr("Family and health are read by talker and recorder alone")
                column.addLayout(lock_line(theme, rest))
            confirmed = self.shell.labels.code("talk_confirmation", card.confirmed_by_person)
            column.addLayout(pairs([(self.tr("Checked by the person"), confirmed)]))
        elif card.conclusion:
            column.addLayout(pairs([(self.tr("Conclusion"), card.conclusion)]))
        else:
            column.addLayout(
                lock_line(theme, self.tr("What was said is read by talker and recorder"))
            )
        return band

    def _difficulties(self, card: TalkCard) -> QFrame | None:
        row = card.row
        if not row.difficulties:
            return None
        words = self._tasks_words(card)
        band, column = section(
            self.shell.theme,
            self.tr("Difficulties"),
            standing(words, done=row.open_difficulties == 0),
        )
        if card.todos is None:
            column.addWidget(text_label(words, "secondary"))
            return band
        for todo in card.todos:
            column.addWidget(self._task(todo, card))
        return band

    def _task(self, todo: DifficultyRow, card: TalkCard) -> QFrame:
        theme = self.shell.theme
        box = QFrame()
        box.setProperty("kind", "card")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(text_label(todo.text, "strong", wrap=True), 1)
        head.addWidget(StatusPill(theme, self._task_pill(todo)))
        column.addLayout(head)
        facts = QHBoxLayout()
        who = " ".join(x for x in (todo.unit, todo.responsible) if x)
        facts.addWidget(text_label(who, "secondary"))
        if todo.due_on is not None and todo.state == "open":
            light = Light.OVERDUE if todo.overdue else Light.FINE
            facts.addWidget(DueLabel(theme, DueMark(light, words=todo.due_on.isoformat())))
        facts.addStretch(1)
        if todo.state == "open" and self._may_end(card):
            for made in (self._tasks.solve(todo), self._tasks.explain(todo)):
                button = Button(theme, made.deed.button, small=True)
                button.clicked.connect(partial(self._do, made))
                facts.addWidget(button)
        column.addLayout(facts)
        rest = pairs(
            [
                (self.tr("Measure"), todo.measure),
                (
                    self.tr("Progress"),
                    " ".join(x for x in (todo.progress, day_words(todo.done_on)) if x),
                ),
            ]
        )
        column.addLayout(rest)
        return box

    def _task_pill(self, todo: DifficultyRow) -> Pill:
        if todo.state == "done":
            return standing(self.tr("Solved"), done=True)
        if todo.state == "not_possible":
            return standing(self.tr("Explained"), done=True)
        return standing(self.tr("Open"), done=False)

    def _may_end(self, card: TalkCard) -> bool:
        return card.row.is_mine or card.row.level == "result_only"

    def _visit(self, card: TalkCard) -> QFrame | None:
        row = card.row
        if row.revisit_due_on is None and card.revisited_on is None:
            return None
        done = card.revisited_on is not None and row.state != "follow_up_due"
        words = self.tr("Visited") if done else self.tr("To visit")
        band, column = section(self.shell.theme, self.tr("Visit"), standing(words, done=done))
        planned = " ".join(
            x for x in (day_words(row.revisit_due_on), card.revisit_way, card.revisitor) if x
        )
        column.addLayout(
            pairs(
                [
                    (self.tr("Planned"), planned),
                    (self.tr("Visited on"), day_words(card.revisited_on)),
                    (
                        self.tr("Result"),
                        self.shell.labels.code("revisit_result", row.revisit_result),
                    ),
                    (self.tr("Changes"), card.texts.revisit_note if card.texts else ""),
                ]
            )
        )
        return band

    # -- the side --------------------------------------------------------------------------

    def _show_side(self, card: TalkCard) -> None:
        parts: list[QWidget] = []
        clocks = self._parts.clocks(card.clocks)
        if clocks:
            panel = self._panel(self.tr("Deadlines"))
            for clock in clocks:
                panel.body.addWidget(clock)
            parts.append(panel)
        if card.row.state in ("planned", "scheduled"):
            parts.append(self._invitation(card))
        if card.row.state in RECORDED:
            papers = self._panel(self.tr("Record on paper"))
            papers.body.addWidget(RecordPapers(self.store, self.shell, card, papers))
            parts.append(papers)
        buttons = self._parts.comparisons(card.events)
        if buttons:
            compare = self._panel(self.tr("To be compared with paper"))
            for button in buttons:
                compare.body.addWidget(button)
            parts.append(compare)
        if card.texts is not None:
            files = self._panel(self.tr("Files"))
            files.body.addLayout(self._parts.files(card.files))
            parts.append(files)
        if card.links:
            linked = self._panel(self.tr("Linked"))
            for widget in self._parts.links(card.links):
                linked.body.addWidget(widget)
            parts.append(linked)
        self._side.setWidget(stack_of(*parts, kind="scrolled", margin=12, spacing=10))

    def _panel(self, title: str) -> Panel:
        return Panel(self.shell.theme, title)

    def _invitation(self, card: TalkCard) -> Panel:
        panel = self._panel(self.tr("Invitation"))
        words = invitation(card)
        if not words:
            hint = self.tr("Once time, place and talker are arranged")
            panel.body.addWidget(text_label(hint, "hint", wrap=True))
            return panel
        label = text_label(words, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        panel.body.addWidget(label)
        hint = self.tr("One wording for every talk")
        panel.body.addWidget(text_label(hint, "hint", wrap=True))
        copy = Button(self.shell.theme, self.tr("Copy"), small=True, icon="copy")
        copy.setObjectName("copy_invitation")
        copy.setAccessibleName(self.tr("Copy the invitation"))
        copy.clicked.connect(partial(self._on_copy_clicked, words))
        panel.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _show_readings(self) -> None:
        lines: list[Any] = []
        for row in self._readings:
            line = QHBoxLayout()
            line.addWidget(text_label(civil_time(row.at).strftime("%Y-%m-%d %H:%M"), "secondary"))
            line.addWidget(text_label(row.actor_name))
            line.addWidget(text_label(self._parts.words.act(row.act), "secondary"))
            line.addStretch(1)
            lines.append(line)
        if not self._readings:
            lines.append(text_label(self.tr("Nobody has opened it yet"), "hint"))
        self._opened.setWidget(stack_of(*lines, margin=18, spacing=8))

    # -- deeds -----------------------------------------------------------------------------

    def _on_copy_clicked(self, words: str) -> None:
        QApplication.clipboard().setText(words)
        self.shell.bar("good", self.tr("Copied"))

    def _on_level_value_changed(self, level: str) -> None:
        if self._card is None or level == self._card.row.level:
            return
        command = SetLevel(self.case_id, level, self._card.row.version)
        self.store.submit(command, owner=self)

    def _on_tabs_chosen(self, key: str) -> None:
        pages = {"facts": 0, "record": 1, "timeline": 2, "opened": 3}
        self._stack.setCurrentIndex(pages[key])
        if key == "record" and self._form.is_built:
            self._form.text(TEXTS[0]).setFocus(Qt.FocusReason.OtherFocusReason)
        if key == "opened":
            self._ask_readings()

    def _on_form_written(self) -> None:
        self._tabs.choose("facts")

    def _on_moves_chosen(self, name: str) -> None:
        card = self._card
        if card is None:
            return
        if self._desk.chose(name, card.row.number):
            return
        if name == DECIDE:
            decision = self._parts.decidable(card.approvals)
            if decision is not None:
                self._parts.decide(decision)
            return
        if name == "write_record":
            self._tabs.choose("record")
            return
        deeds = TalkDeeds(self.shell, card, self._talkers, self._units, self)
        deeds.watch(self._do(deeds.make(name), turns=name == "turn_into_case"))

    def _do(self, made: Made, _checked: bool = False, *, turns: bool = False) -> DeedDialog:
        def send(dialog: Any, values: dict[str, Any]) -> None:
            then = partial(self._on_turned, dialog) if turns else dialog.done_well
            self.store.submit(made.command(values), then, owner=dialog, failed=dialog.refused)

        return run(self.shell, made.deed, send, self)

    def _on_turned(self, dialog: Any, wish: TurnedWish) -> None:
        dialog.done_well()
        if wish.kind == "clarification":
            self.shell.open_page(CLARIFICATIONS, wish=wish)
            return
        self.shell.open_page(
            INTAKE,
            talk_id=wish.talk_id,
            person_id=wish.person_id,
            person_name=wish.person_name,
            requests=wish.wish,
        )
