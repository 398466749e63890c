"""Ways in: 列入谈话计划, 即时谈话, and what a closed case suggests."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.care.changes import Partner
from db.care.holding import HoldAtOnce
from db.care.planning import (
    MAY_PLAN_SENSITIVE,
    SENSITIVE_TRIGGER,
    AcceptSuggestion,
    DismissSuggestion,
    Plan,
    PlannedTalk,
)
from db.care.queries import talkers
from db.care.rows import SuggestionRow, TalkerRow
from db.care.workflow import BY_SUGGESTION
from db.care.workflow import NAME as TRACK
from db.core.permissions import Permission
from db.office.unit_rows import UnitRow, units
from db.people.rows import PersonRow
from desktop.care.deeds import PeopleAsks, meeting_of, unit_options
from desktop.clarification.keying import DialogKeeper, PersonFinder, combo_of, line_of
from desktop.deeds import Ask, Deed, DeedDialog, behalf_of, run
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.editors import Option

NEW = "new"


class TalkOpenings(QObject):
    """Opens the forms by which a talk comes into the record."""

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page
        self._units: tuple[UnitRow, ...] = ()
        self._talkers: tuple[TalkerRow, ...] = ()

    def reload(self) -> None:
        """Ask for units and for those who may talk."""
        if not self._units:
            self._store.read(units, self._on_units, seat="units", owner=self)
            self._store.read(talkers, self._on_talkers, seat="talkers", owner=self)

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found

    def _on_talkers(self, found: tuple[TalkerRow, ...]) -> None:
        self._talkers = found

    @property
    def may_plan(self) -> bool:
        """Whether the person may plan talks."""
        return self._shell.actor.may(Permission.TALK_PLAN)

    @property
    def may_hold(self) -> bool:
        """Whether the person may hold talks."""
        return self._shell.actor.may(Permission.TALK_HOLD)

    def _triggers(self) -> list[Option]:
        actor = self._shell.actor
        # 群众反映 is planned by hand by two departments alone; nobody else reads the word.
        sensitive = actor.member_department in MAY_PLAN_SENSITIVE and not actor.may(
            Permission.RECORD_ON_BEHALF
        )
        return [
            option
            for option in self._shell.labels.options("care_talk_trigger")
            if option.code not in BY_SUGGESTION and (sensitive or option.code != SENSITIVE_TRIGGER)
        ]

    def _who(self, name: str = "") -> list[Ask]:
        options = unit_options(self._units)
        return [
            Ask("person_name", self.tr("Person to talk with"), required=True, value=name),
            Ask("unit_id", self.tr("Unit"), "choice", options=options),
        ]

    def _trigger(self, value: str) -> Ask:
        return Ask(
            "trigger",
            self.tr("What brings it about"),
            "choice",
            required=True,
            options=self._triggers(),
            value=value,
            help=self.tr("Lists show talks planned by hand as heart-to-heart talks"),
        )

    def _organized(self, value: str) -> Ask:
        return Ask(
            "organized",
            self.tr("Asked for by"),
            "radio",
            required=True,
            options=self._shell.labels.options("talk_initiative"),
            value=value,
        )

    def plan(self, name: str = "") -> DeedDialog:
        """列入谈话计划, with a name known beforehand."""
        people = PeopleAsks(self._shell, self._talkers, self)
        me = self._shell.actor.account_id
        deed = Deed(
            self._shell.labels.move(TRACK, "plan"),
            self._shell.labels.move(TRACK, "plan"),
            (
                *self._who(name),
                self._trigger(""),
                *people.asks(talker_id=me if self.may_hold else None),
                self._organized("organized"),
            ),
            consequence=self.tr("The plan's limit runs from today"),
        )

        def command(v: dict[str, Any], finder: PersonFinder) -> Any:
            return Plan(
                _partner(v, finder),
                v["trigger"],
                people.roles(v),
                v["organized"] == "organized",
            )

        return self._open(deed, command, "talk_plan", people)

    def hold(self, *, on_behalf: bool = False) -> DeedDialog:
        """即时谈话: the visitor who has no plan; or one held elsewhere, from its paper."""
        people = PeopleAsks(self._shell, self._talkers, self)
        me = self._shell.actor.account_id
        labels = self._shell.labels
        deed = Deed(
            labels.move(TRACK, "hold_at_once"),
            labels.move(TRACK, "hold_at_once"),
            (
                *self._who(),
                self._trigger("request"),
                Ask(
                    "held_on",
                    self.tr("Date"),
                    "day",
                    required=True,
                    value=self._shell.today(),
                ),
                Ask("held_from", self.tr("From"), help=self.tr("As 9:30")),
                Ask("held_to", self.tr("To")),
                Ask("place", self.tr("Place")),
                Ask(
                    "way",
                    self.tr("How"),
                    "radio",
                    required=True,
                    options=labels.options("talk_way"),
                    value="individual",
                ),
                Ask(
                    "person_times",
                    self.tr("Persons talked with"),
                    required=True,
                    value="1",
                    help=self.tr("One person, one talk is one person-time, whoever else is there"),
                ),
                *people.asks(talker_id=None if on_behalf else me, on_behalf=on_behalf),
                self._organized("requested"),
            ),
            consequence=(
                self.tr("From paper only date, persons and to-dos are recorded")
                if on_behalf
                else ""
            ),
            on_behalf=on_behalf,
        )

        def command(v: dict[str, Any], finder: PersonFinder) -> Any:
            return HoldAtOnce(
                _partner(v, finder),
                v["trigger"],
                meeting_of(v),
                people.roles(v),
                v["organized"] == "organized",
                behalf_of(v),
            )

        return self._open(deed, command, "talk_held", people)

    def _open(
        self,
        deed: Deed,
        command: Callable[[dict[str, Any], PersonFinder], Any],
        kind: str,
        people: PeopleAsks,
    ) -> DeedDialog:
        tools: dict[str, Any] = {}

        def send(dialog: DeedDialog, v: dict[str, Any]) -> None:
            finder: PersonFinder = tools["finder"]
            problem = finder.problem()
            if problem:
                dialog.deed_button.setEnabled(True)
                dialog.set_trouble(problem)
                line_of(dialog, "person_name").setFocus()
                return
            self._store.submit(
                command(v, finder),
                partial(self._on_opened, dialog, tools["keeper"]),
                owner=dialog,
                failed=dialog.refused,
            )

        dialog = run(self._shell, deed, send, self._page)
        finder = PersonFinder(self._store, self._shell, line_of(dialog, "person_name"), dialog)
        finder.chosen.connect(partial(self._on_person_chosen, dialog))
        tools["finder"] = finder
        people.watch(dialog, lambda: finder.person.sex if finder.person else "")
        tools["keeper"] = DialogKeeper(
            self._store,
            self._shell,
            dialog,
            kind=kind,
            key=NEW,
            title=lambda: line_of(dialog, "person_name").value(),
        )
        line = line_of(dialog, "person_name")
        given = line.value()
        if given:
            # Only now somebody listens: the name is looked up as if it were typed.
            line.set_value("")
            line.set_value(given)
        line.setFocus()
        return dialog

    def _on_person_chosen(self, dialog: DeedDialog, person: PersonRow | None) -> None:
        if person is not None and person.unit_id is not None:
            combo_of(dialog, "unit_id").set_value(str(person.unit_id))

    def _on_opened(self, dialog: DeedDialog, keeper: DialogKeeper, made: PlannedTalk) -> None:
        keeper.discard()
        dialog.done_well()
        self._shell.bar("good", self.tr("Saved. Number {0}").format(made.number))
        self._shell.open_case(TRACK, made.talk_id)

    # -- suggestions -----------------------------------------------------------------------

    def accept(self, row: SuggestionRow) -> DeedDialog:
        """Take up what a case suggests; only now a clock runs (SETTLED §2)."""
        people = PeopleAsks(self._shell, self._talkers, self)
        words = row.trigger_zh if self._shell.labels.chinese else row.trigger_en
        deed = Deed(
            self.tr("Talk with {0}").format(row.person_name),
            self.tr("Accept"),
            tuple(people.asks(talker_id=self._shell.actor.account_id)),
            consequence=self.tr(
                "{trigger}, from {number}. The plan's limit runs from today"
            ).format(trigger=words, number=row.from_number),
        )

        def send(dialog: DeedDialog, v: dict[str, Any]) -> None:
            command = AcceptSuggestion(row.id, people.roles(v), row.version)
            self._store.submit(
                command,
                partial(self._on_accepted, dialog),
                owner=dialog,
                failed=dialog.refused,
            )

        return run(self._shell, deed, send, self._page)

    def _on_accepted(self, dialog: DeedDialog, made: PlannedTalk) -> None:
        dialog.done_well()
        self._shell.bar("good", self.tr("Saved. Number {0}").format(made.number))

    def dismiss(self, row: SuggestionRow) -> DeedDialog:
        """不谈, with a reason."""
        deed = Deed(
            self.tr("No talk with {0}").format(row.person_name),
            self.tr("No talk"),
            (Ask("reason", self.tr("Reason"), "area", required=True, lines=3, most=200),),
        )

        def send(dialog: DeedDialog, v: dict[str, Any]) -> None:
            command = DismissSuggestion(row.id, v["reason"], row.version)
            self._store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

        return run(self._shell, deed, send, self._page)


def _partner(v: dict[str, Any], finder: PersonFinder) -> Partner:
    unit_id = int(v["unit_id"]) if v["unit_id"] else None
    return Partner(finder.person_id, v["person_name"], unit_id)
