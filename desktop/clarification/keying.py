"""What a dialog of a deed needs while one types: who is meant, no guesses, nothing lost."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.office.drafts import DraftRow
from db.people.matching import namesake_key
from db.people.queries import find_people
from db.people.rows import PersonRow
from desktop.appeals.intake_marks import WordingWatch
from desktop.autosave import Autosave
from desktop.deeds import DeedDialog
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.choice import ChoiceOverlay, ChoiceRow
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.editors import ComboBox, LineEdit, TextArea
from desktop.widgets.entries import PickedFile
from desktop.widgets.field import Field
from desktop.widgets.ticks import MultiChoice, RadioRow, TickBox

AFTER_MS = 120
NAME_ONLY = "name_only"
NAME_ONLY_KEY = "F8"


class PersonFinder(QObject):
    """Looks up the name typed into a line; same-named persons must be told apart.

    The line stands for a person of the register, or for the name alone.
    """

    chosen = Signal(object)
    """The person chosen, None where the choice was undone."""

    def __init__(self, store: Store, shell: Shell, editor: LineEdit, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._editor = editor
        parent = editor.parentWidget()
        self._field = parent if isinstance(parent, Field) else None
        self.person: PersonRow | None = None
        self._by_name = False
        self._found: tuple[PersonRow, ...] = ()
        self._asked = ""
        self._is_writing = False
        self._overlay = ChoiceOverlay(shell.theme, page, editor)
        self._overlay.chosen.connect(self._on_overlay_chosen)
        self._overlay.foot_chosen.connect(self._on_overlay_foot_chosen)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        editor.textChanged.connect(self._on_editor_text_changed)

    @property
    def person_id(self) -> int | None:
        """The person of the register, None for the name alone."""
        return self.person.id if self.person else None

    def take(self, person_id: int | None, name: str) -> None:
        """Show a person known beforehand, as when a wish becomes a case."""
        self._editor.set_value(name)
        if person_id is not None:
            self._store.read(
                partial(find_people, typed=name, limit=12),
                partial(self._on_taken, person_id),
                seat="person",
                owner=self,
            )

    def problem(self) -> str:
        """Return what keeps the name from being taken, empty if nothing does."""
        if self.person is not None or self._by_name or not self._editor.value():
            return ""
        if self._asked != self._editor.value():
            self._on_timer_timeout()
            return self.tr("The name is being looked up; save again")
        if self._namesakes():
            return self.tr("Choose which of the same-named persons it is")
        return ""

    def _namesakes(self) -> list[PersonRow]:
        key = namesake_key(self._editor.value())
        return [one for one in self._found if key and namesake_key(one.name) == key]

    def _on_editor_text_changed(self, _text: str) -> None:
        # Typed, or put back from a draft: either way the choice has to be made anew.
        if self._is_writing:
            return
        if self.person is not None or self._by_name:
            self._decide(None, by_name=False)
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        typed = self._editor.value()
        if not typed:
            self._found, self._asked = (), ""
            self._overlay.close_overlay()
            return
        self._store.read(
            partial(find_people, typed=typed, limit=12),
            partial(self._on_found, typed),
            seat="person",
            owner=self,
        )

    def _on_found(self, typed: str, found: tuple[PersonRow, ...]) -> None:
        self._found, self._asked = found, typed
        if typed != self._editor.value() or not self._editor.hasFocus():
            return
        links = [(NAME_ONLY, self.tr("Not in the list, the name only"))]
        head = self.tr("{count} found").format(count=len(found))
        self._overlay.set_rows([self._row(one) for one in found], head=head, links=links)

    def _row(self, one: PersonRow) -> ChoiceRow:
        labels = self._shell.labels
        aside = "，".join(x for x in (labels.code("sex", one.sex), one.birth_month) if x)
        second = " ・ ".join(x for x in (one.post, labels.code("rank", one.rank)) if x)
        return ChoiceRow(str(one.id), one.name, aside=aside, line1=one.unit, line2=second)

    def _decide(self, person: PersonRow | None, *, by_name: bool) -> None:
        self.person, self._by_name = person, by_name
        help_text = ""
        if person is not None:
            self._is_writing = True
            self._editor.set_value(person.name)
            self._is_writing = False
            parts = (person.birth_month, person.unit, person.post)
            help_text = "，".join(part for part in parts if part)
        elif by_name:
            help_text = self.tr("Only the name is recorded")
        if self._field is not None:
            self._field.set_help(help_text)
            if person is not None or by_name:
                self._field.clear_error()
        self.chosen.emit(person)

    def _on_overlay_chosen(self, key: str) -> None:
        for one in self._found:
            if str(one.id) == key:
                self._overlay.close_overlay()
                self._decide(one, by_name=False)
                return

    def _on_overlay_foot_chosen(self, _key: str) -> None:
        self._overlay.close_overlay()
        self._decide(None, by_name=True)

    def _on_taken(self, person_id: int, found: tuple[PersonRow, ...]) -> None:
        self._found = found
        for one in found:
            if one.id == person_id:
                self._decide(one, by_name=False)


class GuessGuard(QObject):
    """Marks guesses at a reporter while one types, beside their fields (SETTLED §9.6)."""

    def __init__(
        self, store: Store, shell: Shell, editors: Mapping[str, TextArea], page: QWidget
    ) -> None:
        super().__init__(page)
        self._editors = dict(editors)
        self._watch = WordingWatch(shell.theme, store, editors, self)
        self._watch.found.connect(self._on_watch_found)

    def look_now(self) -> bool:
        """Look at once; return whether nothing has to be taken out."""
        return not self._show(self._watch.look_now())

    def _on_watch_found(self, kinds: dict[str, str]) -> None:
        self._show(kinds)

    def _show(self, kinds: dict[str, str]) -> bool:
        guess = self.tr("This seems to guess at who reported; take it out before saving")
        secret = self.tr("This seems to be a state secret; it may not be recorded here")
        for name, editor in self._editors.items():
            field = editor.parentWidget()
            if isinstance(field, Field):
                kind = kinds.get(name, "")
                sentence = {"reporter_guess": guess, "secrecy_mark": secret}.get(kind, "")
                if sentence:
                    field.set_error(sentence)
                elif field.error in (guess, secret):
                    field.clear_error()
        return any(kinds.values())


class DialogKeeper(QObject):
    """Keeps what is typed into a deed's dialog, and gives it back when it is opened again."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        dialog: DeedDialog,
        *,
        kind: str,
        key: str,
        title: Callable[[], str],
    ) -> None:
        super().__init__(dialog)
        self._shell = shell
        self._dialog = dialog
        self._draft = Autosave(
            store, dialog, kind=kind, key=key, collect=self._collect, title=title
        )
        self._first = self._collect()
        for editor in self._editors().values():
            changed = getattr(editor, "value_changed", None)
            if changed is None and isinstance(editor, TickBox):
                changed = editor.toggled
            if changed is not None:
                changed.connect(self._draft.touch)
        dialog.finished.connect(self._on_dialog_finished)
        shell.keep(self._draft)
        self._draft.load(self._on_draft)

    def done(self) -> None:
        """The deed was done and its draft dropped with it."""
        self._draft.done()

    def discard(self) -> None:
        """The deed was done; its draft is dropped now."""
        self._draft.discard()

    def _editors(self) -> dict[str, QWidget]:
        kinds = (LineEdit, TextArea, ComboBox, RadioRow, MultiChoice, TickBox)
        return {
            child.objectName(): child
            for child in self._dialog.findChildren(QWidget)
            if isinstance(child, kinds) and child.objectName() in self._dialog.values()
        }

    def _collect(self) -> dict[str, Any]:
        return {name: _plain(value) for name, value in self._dialog.values().items()}

    def _on_draft(self, draft: DraftRow | None) -> None:
        if draft is None or draft.body == self._first:
            return
        for name, editor in self._editors().items():
            value = draft.body.get(name)
            if isinstance(editor, DateEdit):
                editor.set_day(date.fromisoformat(value) if value else None)
            elif value and isinstance(editor, LineEdit | TextArea | ComboBox | RadioRow):
                editor.set_value(str(value))
            elif value and isinstance(editor, MultiChoice):
                editor.set_value(tuple(value))
            elif value is not None and isinstance(editor, TickBox):
                editor.setChecked(bool(value))
        self._shell.bar("info", self.tr("What was typed last time is back; please check it"))

    def _on_dialog_finished(self, _result: int) -> None:
        self._draft.flush()
        self._shell.drop(self._draft)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set | tuple):
        return sorted(value)
    # The bytes of a file are filed with the deed; a draft holds typed words only.
    return None if isinstance(value, PickedFile) else value


def editor_of(dialog: QWidget, name: str) -> QWidget:
    """Return the editor of a deed's dialog by the key of its ask.

    Raises:
        KeyError: If the dialog asks for no such thing.
    """
    for child in dialog.findChildren(QWidget):
        if child.objectName() == name and isinstance(
            child, LineEdit | TextArea | ComboBox | RadioRow | MultiChoice | TickBox
        ):
            return child
    raise KeyError(name)


def line_of(dialog: QWidget, name: str) -> LineEdit:
    """Return a line of a deed's dialog."""
    found = editor_of(dialog, name)
    assert isinstance(found, LineEdit)
    return found


def area_of(dialog: QWidget, name: str) -> TextArea:
    """Return an area of a deed's dialog."""
    found = editor_of(dialog, name)
    assert isinstance(found, TextArea)
    return found


def combo_of(dialog: QWidget, name: str) -> ComboBox:
    """Return a combo box of a deed's dialog."""
    found = editor_of(dialog, name)
    assert isinstance(found, ComboBox)
    return found
