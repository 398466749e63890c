"""What crosses the wall about files and inspections (pure)."""

from dataclasses import dataclass
from datetime import date

from db.archive.missing import Need


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A case with the papers that it lacks.

    Attributes:
        track: Kind of the case.
        case_id: The case.
        number: Its number.
        name: The person.
        state: State.
        needs: What is missing, in the order of the file.
        holder: Who is to bring it: handling unit, else who registered it.
    """

    track: str
    case_id: int
    number: str
    name: str
    state: str
    needs: tuple[Need, ...]
    holder: str


@dataclass(frozen=True, slots=True)
class ContentRow:
    """A line of 卷内目录.

    Attributes:
        paper: Value of `file_paper`.
        number: Number of the paper.
        author: Who made it.
        title: What it is called.
        on: Its day.
        page: First page in the file, None while not numbered.
        remark: Remark.
    """

    paper: str
    number: str
    author: str
    title: str
    on: date | None
    page: int | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class VoidNumber:
    """A number that was given and is not used, with the reason."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series of numbers in a year.

    Attributes:
        series: Name of the counter.
        year: Year.
        first: First number given, as printed.
        last: Last number given.
        count: How many were given.
        gaps: Sequences that were never given though later ones were.
        voids: Numbers that are not used, with their reasons.
    """

    series: str
    year: int
    first: str
    last: str
    count: int
    gaps: tuple[int, ...]
    voids: tuple[VoidNumber, ...]


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """An appeal that was answered late or waits beyond its day.

    Attributes:
        case_id: The appeal.
        number: Its number.
        name: The person.
        unit: Who handles it.
        due_on: Last day.
        ended_on: Day it was answered, None while it waits.
        days: Calendar days beyond.
        reason: Why, as noted; empty while nobody has said.
    """

    case_id: int
    number: str
    name: str
    unit: str
    due_on: date
    ended_on: date | None
    days: int
    reason: str


@dataclass(frozen=True, slots=True)
class BackfilledRow:
    """A record typed later than it happened: 补录 for ever.

    Attributes:
        track: Kind of the record.
        number: Its number.
        act: What was recorded late.
        happened_on: Civil day told.
        recorded_on: Civil day of typing.
        by: Who typed it.
        reason: Why it was late.
    """

    track: str
    number: str
    act: str
    happened_on: date
    recorded_on: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A case of the period, as the list for inspectors has it."""

    case_id: int
    number: str
    name: str
    unit: str
    subject: str
    received_on: date | None
    lead_unit: str
    issued_on: date | None
    state: str
    file_number: str
    is_backfilled: bool


@dataclass(frozen=True, slots=True)
class Inspection:
    """一键备查 of a period.

    Attributes:
        first: First day of receipt.
        last: Last day.
        records: Cases.
        missing: What they lack.
        overdue: Late ones with reasons.
        backfilled: 补录.
        series: Numbers of the years touched.
    """

    first: date
    last: date
    records: tuple[RecordRow, ...]
    missing: tuple[MissingRow, ...]
    overdue: tuple[OverdueRow, ...]
    backfilled: tuple[BackfilledRow, ...]
    series: tuple[SeriesRow, ...]
