"""Which days a month of the statistics has (pure).

Natural months, or from the 26th of the month before to the 25th: a setting with a history, so that
old months do not move when the office changes it (SETTLED §3, OFFICE §2.7).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from db.core.errors import RefusedError

ONE_DAY = timedelta(days=1)
SETTING = "statistics_periods"
"""Setting that holds the history: a list of `{"from": "2026-03", "first_day": 26}`."""
_LATEST_FIRST_DAY = 28
_DECEMBER = 12


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month by name, `2026-10`; its days are told by `month_period`."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Return the month of a text such as `2026-10`.

        Raises:
            RefusedError: `bad_month`.
        """
        year, dash, number = text.strip().partition("-")
        plain = dash and year.isascii() and number.isascii()
        if not (plain and year.isdigit() and number.isdigit() and len(year) == 4):
            raise RefusedError("bad_month", "month", month=text)
        if not 1 <= int(number) <= _DECEMBER or int(year) < 2:
            raise RefusedError("bad_month", "month", month=text)
        return cls(int(year), int(number))

    def __str__(self) -> str:
        """Return it as `2026-10`."""
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def previous(self) -> "Month":
        """Return the month before."""
        if self.number == 1:
            return Month(self.year - 1, _DECEMBER)
        return Month(self.year, self.number - 1)

    @property
    def following(self) -> "Month":
        """Return the month after."""
        if self.number == _DECEMBER:
            return Month(self.year + 1, 1)
        return Month(self.year, self.number + 1)

    @property
    def last_year(self) -> "Month":
        """Return the same month of the year before."""
        return Month(self.year - 1, self.number)

    def so_far(self) -> "tuple[Month, ...]":
        """Return the months of its year up to itself."""
        return tuple(Month(self.year, number) for number in range(1, self.number + 1))


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both counted; its end is 24:00 of the last day."""

    start: date
    end: date

    @property
    def eve(self) -> date:
        """Return the day before it begins."""
        return self.start - ONE_DAY

    def holds(self, on: date) -> bool:
        """Return whether a day belongs to it."""
        return self.start <= on <= self.end


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """From which month on a period begins on which day: 1, or 26 of the month before."""

    since: Month
    first_day: int


def period_rules(value: object) -> tuple[PeriodRule, ...]:
    """Return the history that the setting holds, earliest first; natural months without one.

    Raises:
        RefusedError: `bad_period_setting`.
    """
    if value is None:
        return ()
    if not isinstance(value, Iterable) or isinstance(value, str):
        raise RefusedError("bad_period_setting", SETTING)
    return tuple(sorted((_rule(entry) for entry in value), key=lambda rule: rule.since))


def _rule(entry: object) -> PeriodRule:
    if not isinstance(entry, Mapping):
        raise RefusedError("bad_period_setting", SETTING)
    first_day = entry.get("first_day")
    if not isinstance(first_day, int) or not 1 <= first_day <= _LATEST_FIRST_DAY:
        raise RefusedError("bad_period_setting", SETTING)
    return PeriodRule(Month.parse(str(entry.get("from", ""))), first_day)


def month_period(month: Month, rules: Iterable[PeriodRule] = ()) -> Period:
    """Return the days of a month.

    It begins the day after the month before ended, so that a change of the setting leaves neither
    gap nor overlap.
    """
    kept = tuple(rules)
    return Period(_last_day(month.previous, kept) + ONE_DAY, _last_day(month, kept))


def year_to_date(month: Month, rules: Iterable[PeriodRule] = ()) -> Period:
    """Return the days from the first of the year's January to the end of a month."""
    kept = tuple(rules)
    return Period(
        month_period(Month(month.year, 1), kept).start,
        month_period(month, kept).end,
    )


def month_of(on: date, rules: Iterable[PeriodRule] = ()) -> Month:
    """Return the month to which a day belongs."""
    kept = tuple(rules)
    month = Month(on.year, on.month)
    while on > _last_day(month, kept):
        month = month.following
    while on < month_period(month, kept).start:
        month = month.previous
    return month


def _last_day(month: Month, rules: tuple[PeriodRule, ...]) -> date:
    first_day = 1
    for rule in rules:
        if rule.since <= month:
            first_day = rule.first_day
    if first_day > 1:
        return date(month.year, month.number, first_day - 1)
    following = month.following
    return date(following.year, following.number, 1) - ONE_DAY
