"""The deeds of entries: 登记, every move, 更正, each with its dialog and its draft."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.books.commands import Amend, Open, Take
from db.books.rows import EntryCard
from db.books.writing import Written
from db.care.queries import talkers
from db.care.rows import TalkerRow
from db.core.books import REASON, Book, FieldKind
from db.core.errors import ConflictError, RefusedError, ZhengmingError
from db.core.tx import Command
from db.documents.filing import Attach
from db.office.unit_rows import UnitRow, units
from db.people.rows import PersonRow
from db.shelves import book as book_of
from desktop.books.asking import (
    BACKDATED,
    AskWriter,
    Choices,
    Values,
    kept_scans,
    name_key,
    paper_of,
    scans,
    told,
)
from desktop.books.names import NEW
from desktop.books.words import EntryWords, shortened, spec_of
from desktop.clarification.keying import (
    DialogKeeper,
    GuessGuard,
    PersonFinder,
    editor_of,
)
from desktop.deeds import Deed, DeedDialog, run
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.dialogs import ConflictDialog, ConflictRow
from desktop.widgets.editors import ComboBox, LineEdit, TextArea
from desktop.widgets.entries import PickedFile

FREE_DAYS = 7
"""A day that lies further back asks for a reason (setting `backdating_free_days`)."""
AMEND = "amend"
Make = Callable[[Values, int | None], Command[Written]]
"""Typed values, those of the fields under `TOLD`, and the version seen, to the command."""
TOLD = "told"


@dataclass(slots=True)
class _Form:
    """An open dialog and what hangs on it.

    Attributes:
        book: The book.
        names: Fields that are asked for.
        make: Values to command.
        entry: The entry, None for a new one.
        seen: Version that the person saw.
        finders: Person field → finder.
        keeper: Draft.
        filed: Scans that were filed already by a try that was refused.
        guard: Marks guesses at a reporter in its texts.
    """

    book: Book
    names: tuple[str, ...]
    make: Make
    entry: EntryCard | None
    seen: int | None
    finders: dict[str, PersonFinder]
    keeper: DialogKeeper | None
    filed: Values
    guard: GuessGuard | None = None


class EntryDeeds(QObject):
    """Opens the dialogs of a book's moves and sends what was typed."""

    opened = Signal(str, int, str)
    """A new entry was written: book, id and number."""
    done = Signal(str, int)
    """A deed on an entry was done: book and id."""
    ready = Signal()
    """Units and people are known: forms may be opened."""

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page
        self._units: tuple[UnitRow, ...] = ()
        self._accounts: tuple[TalkerRow, ...] = ()
        self._waiting: Callable[[], object] | None = None
        self.words = EntryWords(shell, self)
        self._asks = AskWriter(shell, self.words, self)

    def reload(self) -> None:
        """Ask for units and for the people who log in."""
        if not self._units:
            self._store.read(units, self._on_units, seat="units", owner=self)
            self._store.read(talkers, self._on_accounts, seat="accounts", owner=self)

    def _on_units(self, found: tuple[UnitRow, ...]) -> None:
        self._units = found
        self._tell_ready()

    def _on_accounts(self, found: tuple[TalkerRow, ...]) -> None:
        self._accounts = found
        self._tell_ready()

    def _tell_ready(self) -> None:
        if not self.is_ready:
            return
        self.ready.emit()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()

    def when_ready(self, deed: Callable[[], object]) -> None:
        """Do something now, or once units and people are known; a later wish replaces it."""
        if self.is_ready:
            deed()
        else:
            self._waiting = deed

    @property
    def is_ready(self) -> bool:
        """Whether units and accounts are known."""
        return bool(self._units and self._accounts)

    # -- the three deeds -------------------------------------------------------------------

    def open(
        self,
        name: str,
        move: str,
        *,
        parent_id: int | None = None,
        behalf: bool = False,
        given: Mapping[str, Any] | None = None,
    ) -> DeedDialog:
        """Open the form of a new entry.

        Args:
            name: Book.
            move: Opening move.
            parent_id: Entry that will own it.
            behalf: Recorded from somebody's paper.
            given: Values that are known beforehand.
        """
        book = book_of(name)
        label = self._shell.labels.move(name, move)
        names = book.asks.get(move, ())
        asks = self._asks.asks(book, names, Choices(self._units, self._accounts), None, given)
        deed = Deed(
            self.tr("{book}: {move}").format(book=self._shell.labels.book(name), move=label),
            label,
            asks,
            on_behalf=behalf,
        )

        def make(values: Values, _seen: int | None) -> Command[Written]:
            return Open(
                name,
                move,
                values[TOLD],
                parent_id,
                paper_of(values),
                values.get(BACKDATED) or "",
            )

        key = ":".join(str(part) for part in (NEW, move, parent_id or "", int(behalf)))
        return self._run(book, deed, names, make, key=key)

    def take(self, card: EntryCard, move: str, *, behalf: bool = False) -> DeedDialog:
        """Open the form of a move."""
        book = book_of(card.book)
        label = self._shell.labels.move(card.book, move)
        names = book.asks.get(move, ())
        choices = Choices(self._units, self._accounts, card.files)
        asks = self._asks.asks(book, names, choices, card.row)
        if behalf:
            asks = (*asks, *self._asks.behalf_scan(card.files))
        deed = Deed(
            self._heading(book, card, label),
            label,
            asks,
            consequence=self._consequence(book, card, move),
            on_behalf=behalf,
        )

        def make(values: Values, seen: int | None) -> Command[Written]:
            return Take(
                card.book,
                card.row.id,
                move,
                values[TOLD],
                seen,
                paper_of(values),
                values.get(BACKDATED) or "",
            )

        key = f"{card.row.id}:{move}:{int(behalf)}"
        return self._run(book, deed, names, make, key=key, card=card)

    def amend(self, card: EntryCard) -> DeedDialog:
        """Open the form of a correction: what may be corrected, and why."""
        book = book_of(card.book)
        names = tuple(n for n in card.amendable if _can_amend(book, n))
        choices = Choices(self._units, self._accounts, card.files)
        asks = self._asks.asks(book, (*names, REASON.name), choices, card.row)
        deed = Deed(
            self._heading(book, card, self.tr("Correct")),
            self.tr("Correct"),
            asks,
            consequence=self.tr("What stood there before stays in the trail"),
        )
        before = _present(book, names, card)

        def make(values: Values, seen: int | None) -> Command[Written]:
            mine = values[TOLD]
            changed = _changes(book, names, before, mine)
            return Amend(card.book, card.row.id, changed, str(mine[REASON.name]), seen)

        asked = (*names, REASON.name)
        return self._run(book, deed, asked, make, key=f"{card.row.id}:{AMEND}", card=card)

    def _heading(self, book: Book, card: EntryCard, label: str) -> str:
        title = shortened(self.words.title(book, card.row), 40)
        return self.tr("{move}: {title}").format(move=label, title=title)

    def _consequence(self, book: Book, card: EntryCard, name: str) -> str:
        if name in book.consents:
            return self.tr("It is done once another person has agreed")
        # By its name: the state shown may be one that is derived, never stored.
        moves = [move for move in book.track.moves if move.name == name]
        if all(move.target in book.track.terminal and not move.undoable for move in moves):
            return self.tr("This step cannot be taken back, only corrected or voided")
        return ""

    # -- one dialog ------------------------------------------------------------------------

    def _run(
        self,
        book: Book,
        deed: Deed,
        names: Sequence[str],
        make: Make,
        *,
        key: str,
        card: EntryCard | None = None,
    ) -> DeedDialog:
        seen = card.row.version if card is not None else None
        form = _Form(book, tuple(names), make, card, seen, {}, None, {})
        dialog = run(self._shell, deed, partial(self._send, form), self._page)
        self._find_people(form, dialog)
        self._watch_day(dialog)
        areas = {
            name: field.editor
            for name in names
            if (field := dialog.field(name)) is not None and isinstance(field.editor, TextArea)
        }
        if areas:
            form.guard = GuessGuard(self._store, self._shell, areas, dialog)
        if deed.asks and not book.sealed:
            form.keeper = DialogKeeper(
                self._store,
                self._shell,
                dialog,
                kind=f"book:{book.name}"[:40],
                key=key[:80],
                title=lambda: deed.title,
            )
        return dialog

    def _find_people(self, form: _Form, dialog: DeedDialog) -> None:
        row = form.entry.row if form.entry is not None else None
        for name in form.names:
            spec = spec_of(form.book, name)
            if spec is None or spec.kind is not FieldKind.PERSON:
                continue
            editor = editor_of(dialog, name)
            if not isinstance(editor, LineEdit):
                continue
            finder = PersonFinder(self._store, self._shell, editor, dialog)
            finder.chosen.connect(partial(self._on_person_chosen, form, dialog))
            form.finders[name] = finder
            if row is not None and row.texts.get(name):
                finder.take(row.values.get(name), row.texts[name])

    def _on_person_chosen(self, form: _Form, dialog: DeedDialog, person: PersonRow | None) -> None:
        # The unit of the person chosen, where the form asks for one and none was chosen yet.
        if person is None or person.unit_id is None:
            return
        field = dialog.field("unit_id")
        if field is not None and isinstance(field.editor, ComboBox) and not field.editor.value():
            field.editor.set_value(str(person.unit_id))

    def _watch_day(self, dialog: DeedDialog) -> None:
        day, reason = dialog.field("happened_on"), dialog.field(BACKDATED)
        if day is None or reason is None or not isinstance(day.editor, DateEdit):
            return
        editor = day.editor

        def show() -> None:
            on = editor.day()
            late = on is not None and on < self._shell.today() - timedelta(days=FREE_DAYS)
            reason.setVisible(late)

        editor.day_changed.connect(show)
        show()

    def _send(self, form: _Form, dialog: DeedDialog, typed: Values) -> None:
        for name, finder in form.finders.items():
            problem = "" if _is_kept(form, name, typed) else finder.problem()
            if problem:
                self._hold(dialog, name, problem)
                return
        if form.guard is not None and not form.guard.look_now():
            dialog.deed_button.setEnabled(True)
            return
        picked = scans(form.book, form.names, typed)
        waiting = {n: f for n, f in picked.items() if n not in form.filed}
        if waiting and form.entry is not None:
            name, file = next(iter(waiting.items()))
            self._file(form, dialog, typed, name, file)
            return
        self._submit(form, dialog, typed, picked)

    def _hold(self, dialog: DeedDialog, name: str, problem: str) -> None:
        dialog.deed_button.setEnabled(True)
        dialog.set_trouble(problem)
        field = dialog.field(name)
        if field is not None:
            field.set_error(problem)
            field.editor.setFocus()

    def _file(
        self, form: _Form, dialog: DeedDialog, typed: Values, name: str, file: PickedFile
    ) -> None:
        assert form.entry is not None
        command = Attach(form.book.name, form.entry.row.id, file.name, file.content, kind="scan")

        def filed(attachment_id: int) -> None:
            form.filed[name] = attachment_id
            self._send(form, dialog, typed)

        self._store.submit(command, filed, owner=dialog, failed=dialog.refused)

    def _submit(
        self, form: _Form, dialog: DeedDialog, typed: Values, picked: Mapping[str, PickedFile]
    ) -> None:
        people = _people(form, typed)
        row = form.entry.row if form.entry is not None else None
        values = kept_scans(form.book, form.names, row)
        values |= told(form.book, form.names, typed, people) | form.filed
        command = form.make({**typed, TOLD: values}, form.seen)
        later = tuple(picked.values()) if form.entry is None else ()
        self._store.submit(
            command,
            partial(self._on_written, form, dialog, later),
            owner=dialog,
            failed=partial(self._on_refused, form, dialog, typed),
        )

    def _on_written(
        self, form: _Form, dialog: DeedDialog, later: Sequence[PickedFile], made: Written
    ) -> None:
        if form.keeper is not None:
            form.keeper.discard()
        dialog.done_well()
        for file in later:
            # A new entry had no place for its file before it was written.
            command = Attach(form.book.name, made.entry_id, file.name, file.content, kind="scan")
            self._store.submit(command, owner=self)
        if made.approval_id is not None:
            self._shell.bar("good", self.tr("Sent for decision"))
        elif form.entry is None:
            self.opened.emit(form.book.name, made.entry_id, made.number)
            return
        self.done.emit(form.book.name, made.entry_id)

    def _on_refused(
        self, form: _Form, dialog: DeedDialog, typed: Values, error: ZhengmingError
    ) -> None:
        if isinstance(error, RefusedError) and error.field == BACKDATED:
            reason = dialog.field(BACKDATED)
            if reason is not None:
                reason.show()
        if isinstance(error, ConflictError) and form.entry is not None:
            self._compare(form, dialog, typed, error)
            return
        dialog.refused(error)

    # -- somebody else was faster ----------------------------------------------------------

    def _compare(
        self, form: _Form, dialog: DeedDialog, typed: Values, error: ConflictError
    ) -> None:
        """Show both versions side by side; nothing typed is lost (DESIGN §3.5)."""
        dialog.refused(error)
        rows = self._differences(form, typed, error.stored)
        version = error.stored.get("version")
        if not rows:
            # Nothing that was typed is concerned: the same form may be sent again.
            form.seen = version if isinstance(version, int) else None
            return
        asked = ConflictDialog(self._shell.theme, self._shell.sentence(error), rows, parent=dialog)
        asked.accepted.connect(partial(self._on_compared, form, dialog, asked, error.stored))
        asked.open()

    def _differences(
        self, form: _Form, typed: Values, stored: Mapping[str, object]
    ) -> list[ConflictRow]:
        assert form.entry is not None
        mine = told(form.book, form.names, typed, _people(form, typed))
        before = form.entry.row
        found = []
        for name in form.names:
            spec = form.book.field(name)
            if spec is None or name not in stored or spec.kind in _UNCOMPARED:
                continue
            mine_words = self.words.say(spec, mine.get(name), {})
            now_words = self.words.say(spec, stored[name], {})
            if mine_words == now_words:
                continue
            base = self.words.value(spec, before)
            taken = "theirs" if mine_words == base else "mine" if now_words == base else ""
            label = self._shell.labels.field(form.book.name, name)
            found.append(ConflictRow(name, label, mine_words, now_words, taken))
        return found

    def _on_compared(
        self,
        form: _Form,
        dialog: DeedDialog,
        asked: ConflictDialog,
        stored: Mapping[str, object],
    ) -> None:
        for name, side in asked.choices().items():
            field = dialog.field(name)
            if side == "theirs" and field is not None:
                put(field.editor, stored[name])
        version = stored.get("version")
        form.seen = version if isinstance(version, int) else None
        self._send(form, dialog, dialog.values())


_UNCOMPARED = frozenset(
    {FieldKind.UNIT, FieldKind.PERSON, FieldKind.ACCOUNT, FieldKind.CASE, FieldKind.SCAN}
)
"""Ids have no words without a question; they stay as they were typed."""


def _is_kept(form: _Form, name: str, typed: Values) -> bool:
    """Return whether a person's name still stands as the entry has it."""
    if form.entry is None or form.finders[name].person is not None:
        return False
    stood = form.entry.row.texts.get(name, "")
    return bool(stood) and typed.get(name) == stood


def _people(form: _Form, typed: Values) -> dict[str, int | None]:
    """Return the person of each person field, None for the name alone."""
    found: dict[str, int | None] = {}
    for name, finder in form.finders.items():
        found[name] = finder.person_id
        if form.entry is not None and _is_kept(form, name, typed):
            found[name] = form.entry.row.values.get(name)
    return found


def put(editor: QWidget, value: Any) -> None:
    """Put a stored value into an editor of a dialog."""
    if isinstance(editor, DateEdit):
        editor.set_day(value)
    elif hasattr(editor, "set_value"):
        editor.set_value(tuple(value) if isinstance(value, list) else str(value or ""))


def _can_amend(book: Book, name: str) -> bool:
    spec = book.field(name)
    return spec is not None and spec.kind is not FieldKind.SCAN


def _present(book: Book, names: Sequence[str], card: EntryCard) -> Values:
    """Return what stands in the fields of a correction before anything is typed."""
    found: Values = {}
    for name in names:
        spec = book.field(name)
        if spec is None:
            continue
        value = card.row.values.get(name)
        if spec.kind is FieldKind.PERSON:
            found[name_key(spec)] = card.row.texts.get(name, "")
        elif spec.kind is FieldKind.CASE:
            value = card.row.texts.get(name, "")
        elif spec.kind is FieldKind.TICKS:
            value = sorted(value or ())
        found[name] = value
    return found


def _changes(book: Book, names: Sequence[str], before: Values, after: Values) -> Values:
    """Return the fields whose value was changed, a person with the name."""
    found: Values = {}
    for name in names:
        spec = book.field(name)
        keys = [name]
        if spec is not None and spec.kind is FieldKind.PERSON:
            keys.append(name_key(spec))
        if any(before.get(key) != after.get(key) for key in keys):
            found |= {key: after.get(key) for key in keys}
    return found
