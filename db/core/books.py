"""What a book is: a kind of record described by data (pure).

A book is one track with what each of its moves asks for, what its list shows and what its printed
register has (DECISIONS 21). The store's commands, the window's buttons and forms, the lists and
the printed registers all read the same description; a room adds only what is its own: the mapped
table, who may reach a row, and what else a move does.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from db.core.moves import Track
from db.core.permissions import Permission


class FieldKind(StrEnum):
    """How a value is asked for, kept and shown."""

    LINE = "line"
    """Text of one line, `str`."""
    AREA = "area"
    """Text of several lines, `str`."""
    DAY = "day"
    """Civil date."""
    TIME = "time"
    """Time of the day as `9:30`, `str`."""
    NUMBER = "number"
    """Whole number, 0 or more."""
    TICK = "tick"
    """Yes or no, `bool`."""
    CHOICE = "choice"
    """One value of the code list `options`, `str`."""
    TICKS = "ticks"
    """Several values of the code list `options`; kept as a JSON list in their order."""
    UNIT = "unit"
    """A unit of the tree, id."""
    PERSON = "person"
    """A person of the register, id; the name alone goes into `<name minus _id>_name`."""
    ACCOUNT = "account"
    """Somebody who logs in, id."""
    CASE = "case"
    """Number of a case of the track `options`; kept as its id, found only within one's reach."""
    SCAN = "scan"
    """A file kept with the entry, attachment id."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a book; its labels stand in `resources/codes/books_*.toml`.

    Attributes:
        name: Column of the mapped row, key of the value, `field` of a refusal.
        kind: How it is asked for and shown.
        options: Code list of a choice, or track of a case.
        required: Whether a move that asks for it is refused without it (`missing_<name>`).
        most: Most characters of a text.
        lines: Height of an area.
        ahead: Whether a day may lie in the future.
    """

    name: str
    kind: FieldKind = FieldKind.LINE
    options: str = ""
    required: bool = False
    most: int = 200
    lines: int = 3
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """Whose decision a move waits for.

    Attributes:
        needed: Right of the one who decides.
        by_unit: Field with the unit whose leader decides; empty for the center's head.
    """

    needed: Permission
    by_unit: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that the program draws from an entry.

    Attributes:
        name: Identifier; its title stands in `books_*.toml` under `papers`.
        rows: Lines of the form, each a row of field names; a name with a leading `*` fills the
            rest of the line, `_name` prints only the label with space for the pen.
        states: States in which it may be made; empty for every one.
        blank: Whether it also prints without values, for the pen.
        outward: Whether it leaves the house: its typed words pass the outgoing check, and what is
            marked waits for a second person (SETTLED §9.1).
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    states: tuple[str, ...] = ()
    blank: bool = True
    outward: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A kind of record described by data.

    Attributes:
        track: Its states and moves.
        fields: Every field, in the order of the card.
        asks: Move name → names of the fields it asks for, in order; `reason` and `note` may be
            asked for without being columns (`note` goes to the timeline).
        columns: Columns of the list: field names, or `number` `state` `entered_on` `entered_by`
            `due`.
        title: Field whose text names an entry.
        find: Text columns that the list's search looks through.
        read: Right to see the book at all.
        series: Counter of its numbers; empty for entries without a number.
        form: Form of a number, with `{year}` and `{sequence}`; a setting `<series>_number_form`
            replaces it.
        register: Columns of the printed register in the office's order (OFFICE §2.5); `line` is
            the running number. Empty: the book prints its list.
        joined: Column of the printed register → further fields that stand in the same cell.
        consents: Move name → whose decision it waits for (the move requires
            `Evidence.APPROVAL_BY_OTHER`).
        parent: Track whose entries own these; the table has `parent_id` and the book stands on
            the parent's card.
        papers: What it prints.
        on_behalf: Whether its moves may be recorded from paper (代录).
        late: Moves that are never the filled button.
        until: Rule → field with the last day that a person set by hand; empty fields leave the
            rule's own length.
        amend: Fields that may be corrected later, with a reason.
        amend_right: Right to correct them; None for nobody.
        sealed: Whether nothing may be written beside its fields: no reason, no note, no file, no
            draft, no paper of somebody else (SETTLED §9.7). A day that lies back needs no reason;
            the entry is then marked 补录.
    """

    track: Track
    fields: tuple[FieldSpec, ...]
    asks: Mapping[str, tuple[str, ...]]
    columns: tuple[str, ...]
    title: str
    find: tuple[str, ...]
    read: Permission
    series: str = ""
    form: str = ""
    register: tuple[str, ...] = ()
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    consents: Mapping[str, Consent] = field(default_factory=dict)
    parent: str = ""
    papers: tuple[Paper, ...] = ()
    on_behalf: bool = True
    late: frozenset[str] = frozenset()
    until: Mapping[str, str] = field(default_factory=dict)
    amend: tuple[str, ...] = ()
    amend_right: Permission | None = None
    sealed: bool = False

    @property
    def name(self) -> str:
        """Return the name of the track, which is the name of the book."""
        return self.track.name

    def is_written_by(self, grants: Collection[Permission]) -> bool:
        """Return whether somebody with these rights writes in the book, and so files with it."""
        if self.sealed:
            return False
        if self.on_behalf and Permission.RECORD_ON_BEHALF in grants:
            return True
        return any(move.permission in grants for move in self.track.moves)

    def field(self, name: str) -> FieldSpec | None:
        """Return a field by its name, None for `reason`, `note` and what is no field."""
        return next((f for f in self.fields if f.name == name), None)


REASON = FieldSpec("reason", FieldKind.AREA, required=True, most=500)
"""Why; asked for by moves that say so, kept in the timeline."""
NOTE = FieldSpec("note", FieldKind.AREA, most=1000)
HAPPENED_ON = FieldSpec("happened_on", FieldKind.DAY, required=True)
"""Civil day of the move, today if not asked for."""
COMMON = {spec.name: spec for spec in (REASON, NOTE, HAPPENED_ON)}
"""Fields that every book may ask for without having them as columns."""
