"""From the fields of a move to what its dialog asks for, and back to the values of a command."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject

from db.books.rows import EntryRow
from db.care.rows import TalkerRow
from db.clarification.rows import FileRow
from db.core.books import COMMON, Book, FieldKind, FieldSpec
from db.core.tx import Behalf
from db.office.unit_rows import UnitRow
from db.people.matching import pinyin_initials
from desktop.books.words import EntryWords, spec_of
from desktop.deeds import Ask, behalf_of
from desktop.shell import Shell
from desktop.widgets.editors import Option
from desktop.widgets.entries import PickedFile

Values = dict[str, Any]

HALF_LINE = 80
"""A text of at most so many characters shares its line with another short field."""
FEW = 4
FEW_LETTERS = 26
"""So few and so short choices of a required field stand side by side instead of in a list."""
SHORT_KINDS = frozenset(
    {
        FieldKind.DAY,
        FieldKind.TIME,
        FieldKind.NUMBER,
        FieldKind.UNIT,
        FieldKind.PERSON,
        FieldKind.ACCOUNT,
        FieldKind.CASE,
    }
)
BACKDATED = "backdated_reason"
BEHALF_SCAN = "behalf_scan"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the choices of a dialog are made from.

    Attributes:
        units: All units in the office's order.
        accounts: People who log in and handle cases.
        files: Files of the entry, for scans.
    """

    units: Sequence[UnitRow] = ()
    accounts: Sequence[TalkerRow] = ()
    files: Sequence[FileRow] = field(default=())


class AskWriter(QObject):
    """Writes the asks of a book's moves in the present language."""

    def __init__(self, shell: Shell, words: EntryWords, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._words = words

    def asks(
        self,
        book: Book,
        names: Sequence[str],
        choices: Choices,
        row: EntryRow | None = None,
        given: Mapping[str, Any] | None = None,
    ) -> tuple[Ask, ...]:
        """Return what a move asks for, filled with what stands there already.

        Args:
            book: The book.
            names: Fields in order.
            choices: What units, accounts and scans are chosen from.
            row: The entry, None for a new one.
            given: Values that are known beforehand; they come before those of the entry.
        """
        found: list[Ask] = []
        known = self._with_today(book, names, row) | dict(given or {})
        for name in names:
            spec = spec_of(book, name)
            if spec is None:
                raise KeyError(name)
            found.append(self._ask(book, spec, choices, row, known))
            if name == "happened_on" and not book.sealed:
                found.append(Ask(BACKDATED, self.tr("Reason for an earlier date"), most=200))
        return tuple(found)

    def behalf_scan(self, files: Sequence[FileRow]) -> tuple[Ask, ...]:
        """Return the choice of the paper's scan among the files, nothing without files."""
        if not files:
            return ()
        return (Ask(BEHALF_SCAN, self.tr("Scan of the paper"), "choice", options=_scans(files)),)

    def _ask(
        self,
        book: Book,
        spec: FieldSpec,
        choices: Choices,
        row: EntryRow | None,
        given: Mapping[str, Any],
    ) -> Ask:
        labels = self._shell.labels
        value = self._present(spec, row, given)
        made = Ask(
            spec.name,
            labels.field(book.name, spec.name),
            required=spec.required,
            value=value,
            help=labels.field_help(book.name, spec.name),
            past=not spec.ahead,
            half=spec.kind in SHORT_KINDS,
        )
        match spec.kind:
            case FieldKind.LINE:
                return replace(made, most=spec.most, half=spec.most <= HALF_LINE)
            case FieldKind.AREA:
                return replace(made, kind="area", most=spec.most, lines=spec.lines)
            case FieldKind.DAY:
                return replace(made, kind="day")
            case FieldKind.TIME:
                return replace(made, kind="time")
            case FieldKind.NUMBER:
                return replace(made, kind="number")
            case FieldKind.TICK:
                return replace(made, kind="tick", required=False)
            case FieldKind.TICKS:
                options = labels.options(spec.options, on=self._shell.today())
                return replace(made, kind="ticks", options=options)
            case FieldKind.CHOICE:
                return self._choice(made, labels.options(spec.options, on=self._shell.today()))
            case FieldKind.UNIT:
                return replace(made, kind="choice", options=unit_options(choices.units))
            case FieldKind.ACCOUNT:
                return replace(made, kind="choice", options=account_options(choices.accounts))
            case FieldKind.SCAN:
                return replace(made, kind="file", half=False, options=_scans(choices.files))
            case _:
                return replace(made, most=80)

    def _with_today(self, book: Book, names: Sequence[str], row: EntryRow | None) -> Values:
        """Return the day of the deed: the one that is asked for, if there is no other.

        Of several days each means something of its own and is typed: a clock may start by it.
        """
        if "happened_on" in names:
            return {"happened_on": self._shell.today()}
        specs = [spec for name in names if (spec := book.field(name)) is not None]
        days = [s for s in specs if s.kind is FieldKind.DAY and s.required and not s.ahead]
        if len(days) != 1 or (row is not None and row.values.get(days[0].name)):
            return {}
        return {days[0].name: self._shell.today()}

    def _choice(self, made: Ask, options: Sequence[Option]) -> Ask:
        letters = sum(len(option.label) for option in options)
        if made.required and len(options) <= FEW and letters <= FEW_LETTERS:
            return replace(made, kind="radio", options=options, half=False)
        return replace(made, kind="choice", options=options, half=True)

    def _present(self, spec: FieldSpec, row: EntryRow | None, given: Mapping[str, Any]) -> Any:
        if spec.name in given:
            return given[spec.name]
        if row is None or spec.name in COMMON:
            return None
        if spec.kind in (FieldKind.PERSON, FieldKind.CASE, FieldKind.SCAN):
            return row.texts.get(spec.name, "")
        value = row.values.get(spec.name)
        if spec.kind in (FieldKind.UNIT, FieldKind.ACCOUNT):
            return str(value) if value is not None else ""
        return value


def unit_options(units: Sequence[UnitRow]) -> list[Option]:
    """Return units as choices; a section stands under the name of its unit."""
    names = {unit.id: unit.short_name for unit in units}
    found = []
    for unit in units:
        label = unit.full_name
        if unit.parent_id is not None and not label.startswith(names.get(unit.parent_id, "")):
            label = f"{names.get(unit.parent_id, '')} {label}"
        find = f"{unit.short_name} {pinyin_initials(unit.full_name)}"
        found.append(Option(str(unit.id), label, find))
    return found


def account_options(accounts: Sequence[TalkerRow]) -> list[Option]:
    """Return people who log in as choices, with their unit and post."""
    found = []
    for one in accounts:
        aside = " ".join(part for part in (one.unit, one.post) if part)
        label = f"{one.name}　{aside}" if aside else one.name
        found.append(Option(str(one.account_id), label, pinyin_initials(one.name)))
    return found


def _scans(files: Sequence[FileRow]) -> list[Option]:
    return [Option(str(each.id), each.name) for each in files]


def name_key(spec: FieldSpec) -> str:
    """Return the key under which a person's name alone is told."""
    return f"{spec.name.removesuffix('_id')}_name"


def told(book: Book, names: Sequence[str], typed: Values, people: Mapping[str, Any]) -> Values:
    """Return the values of a command from those of a dialog.

    Args:
        book: The book.
        names: Fields that were asked for.
        typed: Values of the dialog.
        people: Person field → id of the person chosen, None for the name alone.
    """
    found: Values = {}
    for name in names:
        spec = spec_of(book, name)
        if spec is None:
            raise KeyError(name)
        value = typed.get(name)
        if spec.kind is FieldKind.PERSON:
            found[name] = people.get(name)
            found[name_key(spec)] = value
        elif spec.kind in (FieldKind.UNIT, FieldKind.ACCOUNT):
            found[name] = int(value) if value else None
        elif spec.kind is FieldKind.TICKS:
            found[name] = sorted(value or ())
        elif spec.kind is not FieldKind.SCAN:
            found[name] = value
        elif isinstance(value, str) and value:
            found[name] = int(value)
    return found


def scans(book: Book, names: Sequence[str], typed: Values) -> dict[str, PickedFile]:
    """Return the files that were chosen for scan fields; they are filed before the move."""
    found = {}
    for name in names:
        spec = spec_of(book, name)
        picked = typed.get(name)
        if spec is not None and spec.kind is FieldKind.SCAN and isinstance(picked, PickedFile):
            found[name] = picked
    return found


def kept_scans(book: Book, names: Sequence[str], row: EntryRow | None) -> Values:
    """Return the scans that an entry has already: a move that asks again keeps them."""
    found: Values = {}
    for name in names:
        spec = spec_of(book, name)
        if spec is not None and spec.kind is FieldKind.SCAN and row is not None:
            found[name] = row.values.get(name)
    return found


def paper_of(typed: Values) -> Behalf | None:
    """Return the paper of a move recorded for somebody else, with its scan."""
    behalf = behalf_of(typed)
    scan = typed.get(BEHALF_SCAN)
    return replace(behalf, attachment_id=int(scan)) if behalf and scan else behalf
