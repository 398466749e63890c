"""Two ways in: 登记澄清申请 at the desk, 提出澄清建议 by the organ that checked."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.care.holding import LinkCase, TurnedWish
from db.clarification.intake import DRAFT, Apply, Opened, Propose
from db.clarification.queries import clearing_bodies
from db.clarification.workflow import CLEARABLE, CLEARING_BODIES
from db.clarification.workflow import NAME as TRACK
from db.core.permissions import Permission
from db.office.unit_rows import UnitRow, units
from db.people.rows import PersonRow
from desktop.clarification.deeds import FindingAsks
from desktop.clarification.keying import (
    DialogKeeper,
    GuessGuard,
    PersonFinder,
    area_of,
    combo_of,
    line_of,
)
from desktop.deeds import Ask, Deed, DeedDialog, behalf_of, run
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.editors import Option

TEXT_MOST = 3000
PROPOSAL = "clarification_proposal"
NEW = "new"


class Openings(QObject):
    """Opens the forms by which a clarification comes into the record."""

    opened = Signal(int)
    """A case was written; its id."""

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page
        self._units: tuple[UnitRow, ...] = ()
        self._bodies: tuple[tuple[int, str], ...] = ()
        self._finding = FindingAsks(shell, self)

    def reload(self) -> None:
        """Ask for units and for the bodies that clear."""
        if not self._units:
            self._store.read(units, self._on_units, seat="units", owner=self)
            self._store.read(clearing_bodies, self._on_bodies, seat="bodies", owner=self)

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found

    def _on_bodies(self, found: tuple[tuple[int, str], ...]) -> None:
        self._bodies = found

    @property
    def may_apply(self) -> bool:
        """Whether the person may register an application."""
        return self._shell.actor.may(Permission.CLARIFICATION_APPLY)

    @property
    def may_propose(self) -> bool:
        """Whether the person may propose, or record a proposal from its letter."""
        actor = self._shell.actor
        own = actor.may(Permission.CLARIFICATION_PROPOSE)
        return (own and actor.member_department in CLEARING_BODIES) or actor.may(
            Permission.RECORD_ON_BEHALF
        )

    def _unit_options(self) -> list[Option]:
        return [
            Option(str(unit.id), unit.full_name, unit.short_name)
            for unit in self._units
            if unit.parent_id is None
        ]

    def _who(self) -> list[Ask]:
        return [
            Ask("person_name", self.tr("Name"), help=self.tr("Empty for a party organization")),
            Ask("unit_id", self.tr("Unit"), "choice", options=self._unit_options()),
        ]

    def apply(self, wish: TurnedWish | None = None) -> DeedDialog:
        """登记澄清申请: three parts (W1), filled from a talk where one gave the wish."""
        deed = Deed(
            self.tr("Application to be cleared"),
            self._shell.labels.move(TRACK, "apply"),
            (
                *self._who(),
                Ask("phone", self.tr("Telephone"), help=self.tr("Asked for again by queries")),
                Ask(
                    "stated_content",
                    self.tr("What was untrue, in the applicant's own words"),
                    "area",
                    required=True,
                    lines=6,
                    most=TEXT_MOST,
                    help=self.tr(
                        "Only the person's own matter and facts; nobody asks for, writes down "
                        "or guesses who reported"
                    ),
                ),
                Ask(
                    "wish",
                    self.tr("What is wished"),
                    "area",
                    lines=3,
                    most=TEXT_MOST,
                    value=wish.wish if wish else "",
                ),
                Ask(
                    "applied_on",
                    self.tr("Received on"),
                    "day",
                    required=True,
                    value=self._shell.today(),
                ),
                Ask("backdated_reason", self.tr("Reason for an earlier date")),
            ),
        )
        tools: dict[str, Any] = {}

        def send(dialog: DeedDialog, v: dict[str, Any]) -> None:
            finder: PersonFinder = tools["finder"]
            if not tools["guard"].look_now():
                dialog.deed_button.setEnabled(True)
                return
            if self._stopped(dialog, finder):
                return
            command = Apply(
                v["stated_content"],
                v["wish"],
                finder.person_id,
                v["person_name"],
                int(v["unit_id"]) if v["unit_id"] else None,
                v["phone"],
                v["applied_on"],
                v["backdated_reason"],
                draft_key="" if wish else NEW,
            )
            self._store.submit(
                command,
                partial(self._on_opened, dialog, tools.get("keeper"), wish),
                owner=dialog,
                failed=dialog.refused,
            )

        dialog = run(self._shell, deed, send, self._page)
        tools["finder"] = self._find_person(dialog)
        tools["guard"] = GuessGuard(
            self._store,
            self._shell,
            {name: area_of(dialog, name) for name in ("stated_content", "wish")},
            dialog,
        )
        if wish is None:
            tools["keeper"] = DialogKeeper(
                self._store,
                self._shell,
                dialog,
                kind=DRAFT,
                key=NEW,
                title=lambda: line_of(dialog, "person_name").value(),
            )
        else:
            tools["finder"].take(wish.person_id, wish.person_name)
            if wish.unit_id is not None:
                combo_of(dialog, "unit_id").set_value(str(wish.unit_id))
        line_of(dialog, "person_name").setFocus()
        return dialog

    def propose(self) -> DeedDialog:
        """提出澄清建议, with the four things of the organ's letter."""
        on_behalf = not (
            self._shell.actor.may(Permission.CLARIFICATION_PROPOSE)
            and self._shell.actor.member_department in CLEARING_BODIES
        )
        organ: list[Ask] = []
        if on_behalf:
            options = [Option(str(unit_id), name) for unit_id, name in self._bodies]
            organ.append(
                Ask(
                    "organ_unit_id",
                    self.tr("Organ that checked"),
                    "choice",
                    required=True,
                    options=options,
                )
            )
        deed = Deed(
            self.tr("Proposal to clear a name"),
            self._shell.labels.move(TRACK, "propose"),
            (*self._who(), *organ, *self._finding.asks(CLEARABLE)),
            consequence=self.tr("Only these four things; the report of the check stays outside"),
            on_behalf=on_behalf,
        )
        tools: dict[str, Any] = {}

        def send(dialog: DeedDialog, v: dict[str, Any]) -> None:
            finder: PersonFinder = tools["finder"]
            if self._stopped(dialog, finder):
                return
            organ_id = v.get("organ_unit_id")
            command = Propose(
                self._finding.entry(v),
                finder.person_id,
                v["person_name"],
                int(v["unit_id"]) if v["unit_id"] else None,
                int(organ_id) if organ_id else None,
                behalf=behalf_of(v),
            )
            self._store.submit(
                command,
                partial(self._on_opened, dialog, tools["keeper"], None),
                owner=dialog,
                failed=dialog.refused,
            )

        dialog = run(self._shell, deed, send, self._page)
        tools["finder"] = self._find_person(dialog)
        tools["keeper"] = DialogKeeper(
            self._store,
            self._shell,
            dialog,
            kind=PROPOSAL,
            key=NEW,
            title=lambda: line_of(dialog, "person_name").value(),
        )
        line_of(dialog, "person_name").setFocus()
        return dialog

    def _find_person(self, dialog: DeedDialog) -> PersonFinder:
        finder = PersonFinder(self._store, self._shell, line_of(dialog, "person_name"), dialog)
        finder.chosen.connect(partial(self._on_person_chosen, dialog))
        return finder

    def _on_person_chosen(self, dialog: DeedDialog, person: PersonRow | None) -> None:
        if person is not None and person.unit_id is not None:
            combo_of(dialog, "unit_id").set_value(str(person.unit_id))

    def _stopped(self, dialog: DeedDialog, finder: PersonFinder) -> bool:
        problem = finder.problem()
        if problem:
            dialog.deed_button.setEnabled(True)
            dialog.set_trouble(problem)
            line_of(dialog, "person_name").setFocus()
        return bool(problem)

    def _on_opened(
        self,
        dialog: DeedDialog,
        keeper: DialogKeeper | None,
        wish: TurnedWish | None,
        made: Opened,
    ) -> None:
        if keeper is not None:
            keeper.discard()
        dialog.done_well()
        if wish is not None:
            command = LinkCase(wish.talk_id, TRACK, made.clarification_id)
            self._store.submit(command, owner=self)
        self._shell.bar("good", self.tr("Saved. Number {0}").format(made.number))
        self.opened.emit(made.clarification_id)
        self._shell.open_case(TRACK, made.clarification_id)
