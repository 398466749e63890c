"""Ways in for must-talk events: one by its form, many pasted from a sheet or a notice."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.care.changes import Partner
from db.care.event_queries import match_pasted
from db.care.events import EventLine, EventTaken, RecordEvents
from db.care.pasting import pasted_events
from db.care.planning import MAY_PLAN_SENSITIVE, SENSITIVE_TRIGGER
from db.care.queries import talkers
from db.care.rows import MatchedEvent, TalkerRow
from db.care.workflow import MUST_TALK
from db.core.permissions import Permission
from db.core.tx import Read
from db.office.unit_rows import UnitRow, units
from db.people.rows import PersonRow
from desktop.care.deeds import PeopleAsks, unit_options
from desktop.clarification.keying import PersonFinder, combo_of, line_of
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.office.lines import Line, LinesPanel
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Pill
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import ComboBox, LineEdit, Option, TextArea
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label
from desktop.widgets.signs import Sign

READ_AFTER_MS = 300
SHOWN_LINES = 500


class EventOpenings(QObject):
    """Opens the two forms."""

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page
        self._units: tuple[UnitRow, ...] = ()
        self._talkers: tuple[TalkerRow, ...] = ()

    @property
    def may_enter(self) -> bool:
        """Whether the person may plan talks."""
        return self._shell.actor.may(Permission.TALK_PLAN)

    def reload(self) -> None:
        """Ask for units and for those who may talk."""
        if not self._units:
            self._store.read(units, self._on_units, seat="units", owner=self)
            self._store.read(talkers, self._on_talkers, seat="talkers", owner=self)

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found

    def _on_talkers(self, found: tuple[TalkerRow, ...]) -> None:
        self._talkers = found

    def kinds(self) -> list[Option]:
        """Return the six events; 群众反映 is entered by two departments alone (SETTLED §9.4)."""
        actor = self._shell.actor
        sensitive = actor.member_department in MAY_PLAN_SENSITIVE and not actor.may(
            Permission.RECORD_ON_BEHALF
        )
        return [
            option
            for option in self._shell.labels.options("care_talk_trigger")
            if option.code in MUST_TALK and (sensitive or option.code != SENSITIVE_TRIGGER)
        ]

    def enter(self) -> DeedDialog:
        """登记必谈事件, one."""
        people = PeopleAsks(self._shell, self._talkers, self)
        deed = Deed(
            self.tr("Enter a must-talk event"),
            self.tr("Enter"),
            (
                Ask("person_name", self.tr("Person"), required=True, half=True),
                Ask(
                    "unit_id",
                    self.tr("Unit"),
                    "choice",
                    options=unit_options(self._units),
                    half=True,
                ),
                Ask(
                    "kind",
                    self.tr("Event"),
                    "choice",
                    required=True,
                    options=self.kinds(),
                    half=True,
                ),
                Ask(
                    "happened_on",
                    self.tr("Event on"),
                    "day",
                    required=True,
                    value=self._shell.today(),
                    half=True,
                ),
                Ask("line", self.tr("In a few words"), most=100),
                *people.asks(talker_id=None),
                Ask(
                    "backdated_reason",
                    self.tr("Why it is entered late"),
                    most=200,
                    help=self.tr("For events of more than a week ago"),
                ),
            ),
            consequence=self.tr("The talk's limit runs from the day of the event"),
        )
        tools: dict[str, PersonFinder] = {}

        def send(dialog: DeedDialog, v: dict[str, Any]) -> None:
            finder = tools["finder"]
            problem = finder.problem()
            if problem:
                dialog.deed_button.setEnabled(True)
                dialog.set_trouble(problem)
                line_of(dialog, "person_name").setFocus()
                return
            unit_id = int(v["unit_id"]) if v["unit_id"] else None
            line = EventLine(
                v["kind"],
                Partner(finder.person_id, v["person_name"], unit_id),
                v["happened_on"],
                v["line"],
            )
            self._store.submit(
                RecordEvents((line,), people.roles(v), v["backdated_reason"]),
                partial(self._on_entered, dialog),
                owner=dialog,
                failed=dialog.refused,
            )

        dialog = run(self._shell, deed, send, self._page)
        finder = PersonFinder(self._store, self._shell, line_of(dialog, "person_name"), dialog)
        finder.chosen.connect(partial(_on_person_chosen, dialog))
        tools["finder"] = finder
        people.watch(dialog, lambda: finder.person.sex if finder.person else "")
        line_of(dialog, "person_name").setFocus()
        return dialog

    def _on_entered(self, dialog: DeedDialog, taken: tuple[EventTaken, ...]) -> None:
        dialog.done_well()
        self._tell(taken)

    def _tell(self, taken: tuple[EventTaken, ...]) -> None:
        joined = sum(one.joined for one in taken)
        words = self.tr("{n} events entered: {new} talks planned, {joined} joined a planned talk")
        self._shell.bar(
            "good",
            words.format(n=len(taken), new=len(taken) - joined, joined=joined),
        )

    def paste(self) -> "PasteDialog":
        """登记必谈事件, a whole list."""
        dialog = PasteDialog(self._store, self._shell, self.kinds(), self._page)
        dialog.entered.connect(self._tell)
        dialog.setModal(True)
        dialog.open()
        return dialog


def _on_person_chosen(dialog: DeedDialog, person: PersonRow | None) -> None:
    if person is not None and person.unit_id is not None:
        combo_of(dialog, "unit_id").set_value(str(person.unit_id))


class PasteDialog(FormDialog):
    """Takes a pasted list, shows how each line is understood, and enters all of them or none."""

    entered = Signal(object)
    """What became of the events, a tuple of `EventTaken`."""

    def __init__(self, store: Store, shell: Shell, kinds: list[Option], parent: QWidget) -> None:
        super().__init__(shell.theme, "", deed="", parent=parent)
        theme = shell.theme
        self._store = store
        self._shell = shell
        self._found: tuple[MatchedEvent, ...] = ()
        self._read_text = ""
        title = self.tr("Paste must-talk events")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.deed_button.setText(self.tr("Enter all"))
        self.kind = ComboBox(theme, kinds, parent=self)
        self.kind.setObjectName("kind")
        self.text = TextArea(theme, lines=6, parent=self)
        self.text.setObjectName("text")
        self.text.setPlaceholderText(self.tr("Name, unit, day, a few words; one event a line"))
        self.reason = LineEdit(theme, max_length=200, parent=self)
        self.reason.setObjectName("backdated_reason")
        self.add_field(Field(theme, self.tr("Event"), self.kind, required=True, parent=self))
        self.add_field(Field(theme, self.tr("List"), self.text, required=True, parent=self))
        self.add_field(
            Field(
                theme,
                self.tr("Why it is entered late"),
                self.reason,
                help_text=self.tr("For events of more than a week ago"),
                parent=self,
            )
        )
        self._words = text_label("", "secondary", wrap=True, parent=self)
        self.add_widget(self._words)
        self.lines = LinesPanel(theme, most=SHOWN_LINES, parent=self)
        self.lines.set_title(self.tr("As it is understood"))
        self.lines.hide()
        self.add_widget(self.lines)
        self.drop = Button(theme, self.tr("Leave unclear lines out"), small=True, parent=self)
        self.drop.setObjectName("drop_unclear")
        self.drop.hide()
        self.foot_row.insertWidget(2, self.drop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self.text.value_changed.connect(self._on_text_changed)
        self.drop.clicked.connect(self._on_drop_clicked)
        self.setMinimumWidth(theme.px(720))
        self.resize(theme.px(760), theme.px(640))

    @property
    def found(self) -> tuple[MatchedEvent, ...]:
        """The lines as they are understood."""
        return self._found

    def _on_text_changed(self, _text: str) -> None:
        self._timer.start()

    def _ask(self) -> None:
        text, today = self.text.value(), self._shell.today()

        def ask(read: Read) -> tuple[MatchedEvent, ...]:
            return match_pasted(read, pasted_events(text, today=today))

        self._store.read(ask, partial(self._on_found, text), seat="pasted", owner=self)

    def _on_found(self, text: str, found: tuple[MatchedEvent, ...]) -> None:
        self._read_text, self._found = text, found
        self.lines.set_lines([self._line(event) for event in found])
        self.lines.setVisible(bool(found))
        bad = sum(bool(event.problem) for event in found)
        words = self.tr("{n} lines, {bad} unclear").format(n=len(found), bad=bad)
        self._words.setText(words if found else "")
        self.drop.setVisible(bool(bad) and bad < len(found))

    def _line(self, event: MatchedEvent) -> Line:
        problem = self._problem(event)
        known = self.tr("in the register") if event.person_id is not None else self.tr("by name")
        if event.namesakes > 1:
            known = self.tr("{n} of this name; taken by name").format(n=event.namesakes)
        pill = (
            Pill(self.tr("Unclear"), Sign.BANG, "bad")
            if problem
            else Pill(self.tr("Clear"), Sign.CHECK, "good")
        )
        return Line(
            key=str(event.place),
            text=event.name or "—",
            aside=event.unit or event.unit_text,
            second=problem or "　".join(x for x in (known, event.line) if x),
            lead=pill,
            tail=event.on.isoformat() if event.on else "—",
        )

    def _problem(self, event: MatchedEvent) -> str:
        if event.problem == "no_name":
            return self.tr("Line {0}: no name").format(event.place)
        if event.problem:
            return self.tr("Line {0}: no day that exists").format(event.place)
        return ""

    def _on_drop_clicked(self) -> None:
        bad = {event.place for event in self._found if event.problem}
        kept = [
            line
            for place, line in enumerate(self.text.value().splitlines(), start=1)
            if place not in bad
        ]
        self.text.set_value("\n".join(kept))
        self._ask()

    def accept(self) -> None:
        """Enter them; the dialog stays open until the record took all."""
        if self._read_text != self.text.value():
            self._ask()
            self.set_trouble(self.tr("The list is being read; save again"))
            return
        if not self._found or any(event.problem for event in self._found):
            self.set_trouble(self.tr("Some lines are unclear: mend them or leave them out"))
            return
        lines = tuple(
            EventLine(
                self.kind.value(),
                Partner(event.person_id, event.name, event.unit_id),
                event.on or self._shell.today(),
                event.line,
            )
            for event in self._found
        )
        self._store.submit(
            RecordEvents(lines, backdated_reason=self.reason.value()),
            self._on_entered,
            owner=self,
            failed=self._on_refused,
        )

    def _on_refused(self, error: Any) -> None:
        self.set_trouble(self._shell.sentence(error))

    def _on_entered(self, taken: tuple[EventTaken, ...]) -> None:
        super().accept()
        self.entered.emit(taken)
