"""Who is it: the line of the name with its list of namesakes, and the fields of somebody new."""

from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db.appeals.counter import Candidate, candidates
from db.people.matching import namesake_key
from desktop.appeals.intake_editors import NameEdit
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.choice import ChoiceOverlay, ChoiceRow
from desktop.widgets.field import Field
from desktop.widgets.keys import is_composing

AFTER_MS = 120
"""Rest after a key before the list is asked for."""

PERSON: Final = "person"
NEW: Final = "new"
UNSURE: Final = "unsure"
UNDECIDED: Final = ""
NEW_KEY: Final = "F7"
UNSURE_KEY: Final = "F8"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the line of the name stands for.

    Attributes:
        kind: `person`, `new`, `unsure`, or empty while nothing was chosen.
        person: The cadre, for `person`.
    """

    kind: str = UNDECIDED
    person: Candidate | None = None


class PersonPicker(QObject):
    """Looks up what is typed into the name and lets one choose, by keys alone.

    `chosen` carries a `Chosen` after each decision, and after typing undid one.
    """

    chosen = Signal(object)
    listed = Signal()
    """The list lies under the line."""
    looked_up = Signal()
    """The list answers to what stands in the line."""

    def __init__(
        self, store: Store, shell: Shell, field: Field, *, span: QWidget, page: QWidget
    ) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._field = field
        editor = field.editor
        assert isinstance(editor, NameEdit)
        self._editor = editor
        self._state = Chosen()
        self._found: tuple[Candidate, ...] = ()
        self._asked = ""
        self._overlay = ChoiceOverlay(shell.theme, page, editor, span=span)
        self._overlay.chosen.connect(self._on_overlay_chosen)
        self._overlay.foot_chosen.connect(self._on_overlay_foot_chosen)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._ask)
        editor.textEdited.connect(self._on_editor_text_edited)
        for key, act in ((NEW_KEY, self.take_new), (UNSURE_KEY, self.take_unsure)):
            shortcut = QShortcut(QKeySequence(key), editor)
            shortcut.activated.connect(act)

    @property
    def state(self) -> Chosen:
        """What the line stands for now."""
        return self._state

    @property
    def overlay(self) -> ChoiceOverlay:
        """The list under the line."""
        return self._overlay

    def name(self) -> str:
        """Return the name as typed or as the list has it."""
        return self._editor.value()

    def clear(self) -> None:
        """Forget name and choice."""
        self._timer.stop()
        self._found, self._asked = (), ""
        self._overlay.close_overlay()
        self._editor.set_value("")
        self._decide(Chosen(), tell=False)

    def body(self) -> dict[str, Any]:
        """Return the choice as a draft keeps it."""
        person = self._state.person
        return {"kind": self._state.kind, "person_id": person.row.id if person else None}

    def restore(self, name: str, body: dict[str, Any]) -> None:
        """Take name and choice of a draft; a person is asked for anew."""
        self._editor.set_value(name)
        kind = str(body.get("kind", ""))
        if kind == PERSON and body.get("person_id") is not None:
            self._store.read(
                partial(candidates, typed=name),
                partial(self._on_restored, int(body["person_id"])),
                seat="namesakes",
                owner=self,
            )
        else:
            self._decide(Chosen(kind if kind in (NEW, UNSURE) else UNDECIDED))

    def problem(self) -> str:
        """Return what keeps the name from being saved, empty if nothing does."""
        if not self.name():
            return self.tr("Write the name of the person")
        if self._state.kind == UNDECIDED and self._same_named():
            return self.tr("Choose which of the same-named persons it is")
        return ""

    def take_new(self) -> None:
        """新增人员: ask for the person's own fields."""
        if self.name() and not is_composing(self._editor):
            self._overlay.close_overlay()
            self._decide(Chosen(NEW))

    def take_unsure(self) -> None:
        """暂不确定是谁: only the name is recorded."""
        if self.name() and not is_composing(self._editor):
            self._overlay.close_overlay()
            self._decide(Chosen(UNSURE))

    def is_settled(self) -> bool:
        """Whether the list answers to what stands in the line (for tests and for saving)."""
        return bool(self._state.kind) or not self.name() or self._asked == self.name()

    def look_up(self) -> None:
        """Ask for the list at once."""
        self._timer.stop()
        self._ask()

    def _same_named(self) -> list[Candidate]:
        key = namesake_key(self.name())
        return [one for one in self._found if namesake_key(one.row.name) == key]

    def _decide(self, state: Chosen, *, tell: bool = True) -> None:
        self._state = state
        person = state.person
        if person is not None:
            self._editor.set_value(person.row.name)
            self._field.set_help(self._person_words(person))
        elif state.kind == NEW:
            self._field.set_help(self.tr("New person: fill in the line below"))
        elif state.kind == UNSURE:
            self._field.set_help(self.tr("Not sure yet: only the name is recorded"))
        else:
            self._field.set_help("")
        if state.kind:
            self._field.clear_error()
        if tell:
            self.chosen.emit(state)

    def _person_words(self, person: Candidate) -> str:
        sex = self._shell.labels.code("sex", person.row.sex)
        parts = (sex, person.row.birth_month, person.unit, person.row.post)
        return "，".join(part for part in parts if part)

    def _ask(self) -> None:
        typed = self.name()
        if not typed:
            self._found, self._asked = (), ""
            self._overlay.close_overlay()
            return
        self._store.read(
            partial(candidates, typed=typed),
            partial(self._on_found, typed),
            seat="namesakes",
            owner=self,
        )

    def _on_found(self, typed: str, found: tuple[Candidate, ...]) -> None:
        self._found, self._asked = found, typed
        if typed == self.name():
            self.looked_up.emit()
        if self._state.kind or not self._editor.hasFocus() or typed != self.name():
            return
        rows = [self._row(one) for one in found]
        links = [
            (NEW, self.tr("New person “{name}”  {key}").format(name=typed, key=NEW_KEY)),
            (UNSURE, self.tr("Not sure yet, record the name only  {key}").format(key=UNSURE_KEY)),
        ]
        self._overlay.set_rows(rows, head=self._head(), links=links, hint=self._hint(bool(rows)))
        self.listed.emit()

    def _head(self) -> str:
        same = len(self._same_named())
        sounding = sum(1 for one in self._found if one.sounds_alike)
        if not self._found:
            return self.tr("Nobody of this name is in the list")
        if sounding:
            words = self.tr("{same} of this name, {sounding} that sound alike")
            return words.format(same=same, sounding=sounding)
        if same:
            return self.tr("{same} of this name").format(same=same)
        return self.tr("{count} found").format(count=len(self._found))

    def _hint(self, has_rows: bool) -> str:
        if not has_rows:
            return ""
        return self.tr("Told apart by birth month, unit and post; of one name one must choose")

    def _row(self, one: Candidate) -> ChoiceRow:
        labels = self._shell.labels
        sex = labels.code("sex", one.row.sex)
        aside = "，".join(part for part in (sex, one.row.birth_month) if part)
        rank = labels.code("rank", one.row.rank)
        typed = self.name()
        start = one.row.name.find(typed)
        return ChoiceRow(
            str(one.row.id),
            one.row.name,
            aside=aside,
            tag=self.tr("sounds alike") if one.sounds_alike else "",
            line1=one.unit,
            line2=" ・ ".join(part for part in (one.row.post, rank) if part),
            end=self._cases(one),
            marks=((start, start + len(typed)),) if start >= 0 else (),
        )

    def _cases(self, one: Candidate) -> str:
        if one.row.open_cases:
            return self.tr("{n} open").format(n=one.row.open_cases)
        if one.row.cases:
            return self.tr("{n} ended").format(n=one.row.cases)
        return self.tr("no open case")

    def _on_editor_text_edited(self, _text: str) -> None:
        if self._state.kind:
            self._decide(Chosen())
        self._timer.start()

    def _on_overlay_chosen(self, key: str) -> None:
        for one in self._found:
            if str(one.row.id) == key:
                self._decide(Chosen(PERSON, one))
                return

    def _on_overlay_foot_chosen(self, key: str) -> None:
        self._decide(Chosen(key))

    def _on_restored(self, person_id: int, found: tuple[Candidate, ...]) -> None:
        self._found, self._asked = found, self.name()
        person = next((one for one in found if one.row.id == person_id), None)
        self._decide(Chosen(PERSON, person) if person is not None else Chosen())
