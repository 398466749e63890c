"""Which days are working days, as told by the State Council's yearly notice.

A working day is a Monday to Friday that is no day off, or a listed make-up day (DOMAIN §12.1).
A year without its notice is reckoned from weekends and statutory days and is *provisional*
(SETTLED §7).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType

ONE_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day that differs from the plain week.

    Attributes:
        day: Civil date.
        is_working: True for a make-up working day, False for a day off.
        name: The holiday it belongs to, as the notice names it.
        year_has_notice: Whether the State Council notice of its year is entered.
    """

    day: date
    is_working: bool
    name: str
    year_has_notice: bool


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days off and make-up days of all known years; never changed, only replaced.

    Attributes:
        days_off: Holiday name by day off; a weekend day inside a holiday is listed too.
        make_up_days: Holiday name by make-up working day.
        noticed_years: Years whose State Council notice is entered.
        version: What a shown date names as its source, such as the edition of the table.
        sources: Number and day of the notice by year, where it was entered by the office.
    """

    days_off: Mapping[date, str]
    make_up_days: Mapping[date, str]
    noticed_years: frozenset[int]
    version: str = ""
    sources: Mapping[int, str] = field(default_factory=dict)

    @classmethod
    def from_rows(cls, rows: Iterable[CalendarDay], version: str = "") -> "Calendar":
        """Return the calendar of plain rows, in any order; a later row replaces an earlier."""
        off: dict[date, str] = {}
        on: dict[date, str] = {}
        noticed: set[int] = set()
        for row in rows:
            chosen, other = (on, off) if row.is_working else (off, on)
            chosen[row.day] = row.name
            other.pop(row.day, None)
            if row.year_has_notice:
                noticed.add(row.day.year)
        return cls(MappingProxyType(off), MappingProxyType(on), frozenset(noticed), version)

    def with_notice(self, year: int, rows: Iterable[CalendarDay], version: str) -> "Calendar":
        """Return a copy in which one year is what its notice says; all else stays.

        Rows of other years among them (a notice may name the last days of December before)
        are added without making that year noticed.
        """
        off = {day: name for day, name in self.days_off.items() if day.year != year}
        on = {day: name for day, name in self.make_up_days.items() if day.year != year}
        for row in rows:
            chosen, other = (on, off) if row.is_working else (off, on)
            chosen[row.day] = row.name
            other.pop(row.day, None)
        return replace(
            self,
            days_off=MappingProxyType(off),
            make_up_days=MappingProxyType(on),
            noticed_years=self.noticed_years | {year},
            version=version,
        )

    def is_working(self, day: date) -> bool:
        """Return whether offices work on that day."""
        if day in self.make_up_days:
            return True
        return day.weekday() < _SATURDAY and day not in self.days_off

    def is_provisional_year(self, year: int) -> bool:
        """Return whether the notice of that year is not entered yet."""
        return year not in self.noticed_years

    def cited(self, years: Iterable[int]) -> str:
        """Return the edition with the notices of some years, as printed beside a date."""
        named = (self.sources.get(year, "") for year in years)
        return " · ".join(filter(None, (self.version, *named)))

    def next_working_day(self, day: date) -> date:
        """Return the first working day on or after a day."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def previous_working_day(self, day: date) -> date:
        """Return the last working day on or before a day."""
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def working_days_between(self, after: date, through: date) -> int:
        """Return how many working days follow `after` up to and including `through`."""
        days = range(1, (through - after).days + 1)
        return sum(self.is_working(after + timedelta(days=n)) for n in days)

    def holiday_name(self, day: date) -> str:
        """Return the holiday to which a day off or make-up day belongs, or an empty text."""
        return self.make_up_days.get(day) or self.days_off.get(day, "")
