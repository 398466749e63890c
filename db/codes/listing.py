"""Questions about the store's lists and rules whose answers may cross the wall."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from db.codes import queries
from db.codes.deadlines import Rule
from db.codes.tables import CalendarYearRow
from db.core.tx import Read


@dataclass(frozen=True, slots=True)
class CodeItem:
    """One value of a list as the office has it.

    Attributes:
        id: Row of the value.
        version: Version for a change.
        list: Name of the list.
        value: What is stored.
        zh: Label in Chinese.
        en: Label in English.
        short_zh: Label for narrow columns.
        order: Place in the list.
        aliases: Labels of other ledgers that mean this value.
        valid_from: First day on which it is offered, None for always.
        valid_to: Last day on which it is offered, None for ever.
        builtin: Whether the program shipped it; such values are closed, never removed.
    """

    id: int
    version: int
    list: str
    value: str
    zh: str
    en: str
    short_zh: str
    order: int
    aliases: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    builtin: bool

    def is_offered(self, on: date) -> bool:
        """Return whether new records may take the value on a day."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on <= self.valid_to)


def code_items(read: Read) -> tuple[CodeItem, ...]:
    """Return every value of every list, by list and order."""
    return tuple(
        CodeItem(
            id=row.id,
            version=row.version,
            list=row.list,
            value=row.value,
            zh=row.zh,
            en=row.en,
            short_zh=row.short_zh,
            order=row.order,
            aliases=tuple(filter(None, row.aliases.split("\n"))),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            builtin=row.builtin,
        )
        for values in queries.codes(read).values()
        for row in values.values()
    )


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year of the working calendar.

    Attributes:
        year: The year.
        has_notice: Whether its State Council notice is entered.
        source: Number of the notice, or where the days come from.
        issued_on: Day of the notice, None if not entered.
        days_off: Name by day off, in order.
        make_up_days: Name by make-up working day, in order.
    """

    year: int
    has_notice: bool
    source: str
    days_off: tuple[tuple[date, str], ...]
    make_up_days: tuple[tuple[date, str], ...]
    issued_on: date | None = None


def calendar_years(read: Read) -> tuple[int, ...]:
    """Return the years of the calendar, newest first."""
    return tuple(
        read.session.scalars(select(CalendarYearRow.year).order_by(CalendarYearRow.year.desc()))
    )


def calendar_year(read: Read, year: int) -> CalendarYear:
    """Return the days of a year that differ from the plain week."""
    row = read.session.get(CalendarYearRow, year)
    days = queries.calendar(read)
    return CalendarYear(
        year=year,
        has_notice=bool(row and row.has_notice),
        source=row.source if row else "",
        days_off=tuple(sorted((d, n) for d, n in days.days_off.items() if d.year == year)),
        make_up_days=tuple(sorted((d, n) for d, n in days.make_up_days.items() if d.year == year)),
        issued_on=row.issued_on if row else None,
    )


def rule_list(read: Read) -> tuple[Rule, ...]:
    """Return every deadline rule as the office has set it, in the order of the file."""
    return tuple(sorted(queries.rules(read).values(), key=lambda rule: rule.order))
