"""What statistics hand to the window: figures of a month, closed months, corrections (frozen)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from db.statistics.measures import BY_IDENTIFIER, MEASURES, rate_of
from db.statistics.periods import Month, Period

NOTHING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """What one handling unit took over and answered; `unit_id` None is the row 待转办.

    Attributes:
        unit_id: The unit, None for accepted appeals not handed over yet.
        key: Stable key of the unit, empty for 待转办.
        name: Official short name.
        counts_time: False for 纪委监委, whose times are never told (SETTLED §9.8).
        values: opening_count, passed_in_count, passed_in_co_count, passed_out_count,
            handled_count, other_exit_count, open_count, overdue_count, signed_on_time_count,
            signed_late_count, objected_count, timed_handled_count, timely_handled_count,
            days_total, days_known. In 待转办 `accepted_count` takes the place of what came in,
            `passed_in_count` is what returned from units and `passed_out_count` what went to them.
    """

    unit_id: int | None
    key: str
    name: str
    counts_time: bool
    values: Mapping[str, int]

    def __getitem__(self, identifier: str) -> int:
        """Return a count, 0 where nothing was counted."""
        return self.values.get(identifier, 0)

    @property
    def average_days(self) -> float | None:
        """Return the mean number of days from acceptance to answer, None where none is known."""
        known = self["days_known"]
        return self["days_total"] / known if known and self.counts_time else None


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """All measures of one period.

    Attributes:
        start: First day.
        end: Last day, told at 24:00.
        values: Every count by identifier.
        by_category: Balance and outcomes by appeal category, in the order of the list.
        by_channel: The same by intake channel.
        by_unit: Units in the area's own order, 待转办 last.
    """

    start: date
    end: date
    values: Mapping[str, int]
    by_category: Mapping[str, Mapping[str, int]]
    by_channel: Mapping[str, Mapping[str, int]]
    by_unit: tuple[UnitFigures, ...]

    def __getitem__(self, identifier: str) -> int:
        """Return a count.

        Raises:
            KeyError: For an unknown identifier or a share.
        """
        return self.values[identifier]

    def value(self, identifier: str) -> int | float | None:
        """Return a count, or a share from 0 to 1 (None over 0)."""
        measure = BY_IDENTIFIER[identifier]
        return rate_of(measure, self.values) if measure.is_rate else self.values[identifier]

    def all_values(self) -> dict[str, int | float | None]:
        """Return every measure in its order."""
        return {m.identifier: self.value(m.identifier) for m in MEASURES}

    def category(self, value: str) -> Mapping[str, int]:
        """Return the counts of a category."""
        return self.by_category.get(value, NOTHING)

    def channel(self, value: str) -> Mapping[str, int]:
        """Return the counts of a channel."""
        return self.by_channel.get(value, NOTHING)

    @property
    def period(self) -> Period:
        """Return its days."""
        return Period(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Trend:
    """One month of the year's chart."""

    month: str
    accepted: int
    handled: int
    open: int


@dataclass(frozen=True, slots=True)
class Duration:
    """Median and ninth decile of a length in days; None where nothing is known.

    Attributes:
        name: to_acceptance or to_answer.
        count: How many it was taken from.
        median: Half took no longer.
        most: Nine tenths took no longer.
        previous_median: The median of the month before.
    """

    name: str
    count: int
    median: int | None
    most: int | None
    previous_median: int | None


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """A month told as of an instant, with the months it is compared with.

    Attributes:
        month: Such as 2026-10.
        as_of: Cut-off of what was recorded.
        current: The month.
        previous: The month before.
        last_year: The same month of the year before.
        year_to_date: From January to the month.
        last_year_to_date: The same of the year before.
        trend: Every month of the year up to this one.
        durations: Lengths of acceptance and answer.
        reviews_decided: Reviews whose opinion came in the month.
        reviews_changed: Those of them that changed, revoked or sent back the answer.
        is_snapshot: Whether these are the figures of a closed month.
    """

    month: str
    as_of: datetime
    current: PeriodFigures
    previous: PeriodFigures
    last_year: PeriodFigures
    year_to_date: PeriodFigures
    last_year_to_date: PeriodFigures
    trend: tuple[Trend, ...]
    durations: tuple[Duration, ...] = ()
    reviews_decided: int = 0
    reviews_changed: int = 0
    is_snapshot: bool = False

    @property
    def name(self) -> Month:
        """Return the month."""
        return Month.parse(self.month)

    def period(self, name: str) -> PeriodFigures:
        """Return current, previous, last_year, year_to_date or last_year_to_date."""
        found: PeriodFigures = getattr(self, name)
        return found


PERIODS = ("current", "previous", "last_year", "year_to_date", "last_year_to_date")


@dataclass(frozen=True, slots=True)
class Cases:
    """Ids behind a figure, of one kind of case, oldest first; only what the actor may see."""

    track: str
    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A line of 附表5: an appeal not answered at the end of the month, with its name."""

    appeal_id: int
    number: str
    accepted_on: date | None
    person_name: str
    unit_and_post: str
    subject: str
    category: str
    lead_unit: str
    counts_time: bool
    due_on: date | None
    provisional: bool
    days_left: int | None
    """Calendar days to the due date; negative when overdue."""
    state: str
    extended: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """A figure of a closed month that later entries changed (附表6).

    Attributes:
        month: The closed month.
        identifier: Measure.
        dimension: Empty for the total, `category` or `channel`.
        value: Category or channel.
        old: As told.
        new: As told now.
        reasons: What was entered: fact, note of the entry, who, when.
    """

    month: str
    identifier: str
    dimension: str
    value: str
    old: int
    new: int
    reasons: tuple["LateEntry", ...] = ()


@dataclass(frozen=True, slots=True)
class LateEntry:
    """A fact entered or withdrawn after its month was closed."""

    track: str
    case_id: int
    number: str
    kind: str
    act: str
    note: str
    actor_name: str
    recorded_at: datetime
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """The 月结单 of a month."""

    month: str
    start: date
    end: date
    cut_off_at: datetime
    closed_by: str
    signed_by: str
    chain_head: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Sections 五 and 六 of the report, the manager's own words."""

    concerns: str = ""
    next_steps: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """What the office calls itself and its lists, for reports."""

    office: str
    categories: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
