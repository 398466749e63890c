"""When something is due, why, and how near that is.

Rules are data (`rules.py` reads them); events are stored and dates are derived here, by pure
functions, so that a new calendar moves exactly the dates it should. Calendar days, working days
and months are three different functions (DOMAIN §0.4-1).
"""

import calendar as civil
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from db.codes.working_days import ONE_DAY, Calendar
from db.core.errors import RefusedError

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
LONGEST = 3660


class Unit(StrEnum):
    """What the length of a rule counts."""

    CALENDAR_DAYS = "cd"
    WORKING_DAYS = "wd"
    MONTHS = "mo"
    YEARS = "yr"


class Stage(StrEnum):
    """How near a deadline is; the window has a sign, a word and a colour for each."""

    GOOD = "good"
    WAIT = "wait"
    TODAY = "today"
    BAD = "bad"
    NEUTRAL = "neutral"
    GUARD = "guard"


class DayKind(StrEnum):
    """What a day does in a reckoning."""

    START = "start"
    COUNTED = "counted"
    MAKE_UP = "make_up"
    EXTENSION = "extension"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    HEARING = "hearing"
    ROLLED = "rolled"


@dataclass(frozen=True, slots=True)
class Rule:
    """One period as a law, a party rule or the office sets it.

    Attributes:
        identifier: Name of the rule (DOMAIN §12); variants share it and differ in `profile`.
        profile: `default`, or the name of a variant.
        length: Number of units, or None where no source gives one: such a rule has no date.
        unit: What the length counts.
        start_event: Event whose day starts the clock and is itself not counted.
        stop_event: Event that ends it.
        extension_max_days: Calendar days by which one extension may lengthen it; 0 is none.
        hearing_excluded: Whether days of a hearing are left out of the count.
        statutory: True for 法定时限, False for 内部时限.
        right_of_person: A period in which the person may act; the office has no target for it.
        enabled: Whether clocks of this rule are started by themselves.
        basis_zh: Law and article, or the setting, in Chinese as printed beside the date.
        basis_en: The same in English.
        cite_zh: Short form for narrow places; may be empty.
        cite_en: The same in English.
        tag: Confidence of the source, V Q R or P (DOMAIN §0.1).
        clock_zh: Name of the clock in Chinese (OFFICE §4.7).
        clock_en: Name of the clock in English.
        group: Name of rules that are switched on and off together, such as `discipline`; or
            empty.
        order: Place in the list of rules.
    """

    identifier: str
    length: int | None
    unit: Unit
    profile: str = "default"
    start_event: str = ""
    stop_event: str = ""
    extension_max_days: int = 0
    hearing_excluded: bool = False
    statutory: bool = False
    right_of_person: bool = False
    enabled: bool = True
    basis_zh: str = ""
    basis_en: str = ""
    cite_zh: str = ""
    cite_en: str = ""
    tag: str = "P"
    clock_zh: str = ""
    clock_en: str = ""
    group: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class Excluded:
    """A day that does not count, with `weekend`, `holiday` or `hearing` as its reason.

    Attributes:
        day: The day left out.
        reason: Why.
        name: The holiday, as the notice names it, else an empty text.
    """

    day: date
    reason: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReckonedDay:
    """One day of the reckoning shown under "why this date".

    Attributes:
        day: The day.
        kind: What it does in the count.
        count: Its number in the count, or None if it is not counted.
        name: The holiday to which a day off or make-up day belongs, else an empty text.
    """

    day: date
    kind: DayKind
    count: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """A date with everything that explains it.

    Attributes:
        identifier: Rule.
        profile: Variant of the rule.
        unit: What the rule counts.
        start_on: Day of the event, not counted (民法典 Art 201).
        due_on: Effective last day, after rolling; overdue only after it.
        unrolled_on: Last day as counted, which may be a rest day.
        internal_target_on: Last working day on or before `unrolled_on`; None for rights of the
            person.
        provisional: The date rests on a year whose notice is not entered.
        excluded: Days left out of the count or skipped by rolling, in order.
        basis: Law and article in Chinese.
        extension_days: Calendar days granted on top.
        calendar_version: Edition of the calendar used.
        reckoning: Day by day from the start to `due_on`. A period of months or years lists only
            its start, its counted end and what rolling skipped.
    """

    identifier: str
    profile: str
    unit: Unit
    start_on: date
    due_on: date
    unrolled_on: date
    internal_target_on: date | None
    provisional: bool
    excluded: tuple[Excluded, ...]
    basis: str
    extension_days: int
    calendar_version: str
    reckoning: tuple[ReckonedDay, ...]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a deadline is yellow, orange or due for a card (a setting).

    Attributes:
        wait_working_days: Working days left from which on it is near.
        today_working_days: Working days left from which on it is as good as today; 0 is the day.
        red_working_days: Working days over from which on its red card is due.
        cards: Card by stage, of a profile that shows cards.
    """

    wait_working_days: int = 3
    today_working_days: int = 0
    red_working_days: int = 0
    cards: tuple[tuple[Stage, str], ...] = ()

    def card(self, stage: Stage, over: int = 0) -> str:
        """Return the card of a stage; one for what is over waits its working days."""
        if stage is Stage.BAD and over < self.red_working_days:
            return ""
        return dict(self.cards).get(stage, "")


@dataclass(frozen=True, slots=True)
class Level:
    """How near a deadline is.

    Attributes:
        stage: What the light shows.
        remaining: Days left, 0 today, negative once over; 0 if nothing is timed.
        unit: What `remaining` counts: working days for rules of working days, else calendar days.
        card: `blue`, `yellow` or `red` of a profile that shows cards, else empty.
    """

    stage: Stage
    remaining: int
    unit: Unit
    card: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A date that a new calendar changed, or made certain.

    Attributes:
        key: What the caller knows the date by.
        before: Under the old calendar.
        after: Under the new one.
    """

    key: Hashable
    before: Due
    after: Due


def add_calendar_days(start: date, length: int, hearing: Collection[date] = ()) -> date:
    """Return the last of `length` calendar days; neither the start nor hearing days count."""
    if not hearing:
        return start + timedelta(days=length)
    day = start
    while length:
        day += ONE_DAY
        length -= day not in hearing
    return day


def add_working_days(start: date, length: int, calendar: Calendar) -> date:
    """Return the last of `length` working days; the start does not count."""
    day = start
    while length:
        day += ONE_DAY
        length -= calendar.is_working(day)
    return day


def add_months(start: date, length: int) -> date:
    """Return the day of the same number months later, or that month's end (民法典 Art 202)."""
    index = start.year * 12 + start.month - 1 + length
    year, month = divmod(index, 12)
    last = civil.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def due(
    rule: Rule,
    start: date,
    calendar: Calendar,
    *,
    extension_days: int = 0,
    excluded: Collection[date] = (),
) -> Due:
    """Return when a period that starts with an event of that day is due, and why.

    An extension runs from the counted end: dates are added unrolled and rolled once (DOMAIN
    §12.1). The last day of a period of calendar days or months that is no working day moves to
    the next one (民法典 Art 203).

    Args:
        rule: The period.
        start: Day of the event that starts it.
        calendar: Working days.
        extension_days: Calendar days granted by an approved extension.
        excluded: Days of a hearing, only for rules that leave them out.

    Raises:
        RefusedError: `rule_without_length`, `rule_length_out_of_range`, `date_out_of_range`,
            `extension_negative`, `extension_not_allowed`, `extension_too_long`,
            `hearing_not_excludable`.
    """
    length = _checked_length(rule)
    _check_input(rule, start, extension_days, excluded)
    hearing = frozenset(day for day in excluded if day > start)
    ordinary = _counted_end(rule, length, start, calendar, hearing)
    unrolled = ordinary + timedelta(days=extension_days)
    due_on = calendar.next_working_day(unrolled)
    reckoning = _reckoning(rule, start, calendar, hearing, (ordinary, unrolled, due_on))
    touched_from = start + ONE_DAY if rule.unit is Unit.WORKING_DAYS else unrolled
    years = range(touched_from.year, due_on.year + 1)
    return Due(
        identifier=rule.identifier,
        profile=rule.profile,
        unit=rule.unit,
        start_on=start,
        due_on=due_on,
        unrolled_on=unrolled,
        internal_target_on=(
            None if rule.right_of_person else calendar.previous_working_day(unrolled)
        ),
        provisional=any(calendar.is_provisional_year(year) for year in years),
        excluded=_left_out(reckoning, unrolled, due_on),
        basis=rule.basis_zh,
        extension_days=extension_days,
        calendar_version=calendar.cited(years),
        reckoning=reckoning,
    )


def fixed_due(rule: Rule, start: date, last_day: date, calendar: Calendar) -> Due:
    """Return a date that a person set by hand: nothing is counted and nothing rolls it."""
    return Due(
        identifier=rule.identifier,
        profile=rule.profile,
        unit=rule.unit,
        start_on=start,
        due_on=last_day,
        unrolled_on=last_day,
        internal_target_on=None,
        provisional=False,
        excluded=(),
        basis=rule.basis_zh,
        extension_days=0,
        calendar_version=calendar.version,
        reckoning=(ReckonedDay(start, DayKind.START), ReckonedDay(last_day, DayKind.COUNTED)),
    )


def is_overdue(due_on: date | None, on: date) -> bool:
    """Return whether a day lies after the effective (rolled) last day; never where none is set."""
    return due_on is not None and on > due_on


def level(
    due_on: date | None,
    today: date,
    calendar: Calendar,
    *,
    unit: Unit = Unit.CALENDAR_DAYS,
    thresholds: Thresholds = Thresholds(),  # frozen value
    right_of_person: bool = False,
) -> Level:
    """Return how near a last day is (OFFICE §4.7).

    The light is always decided in working days, so that a holiday before the last day warns in
    time; the number is given in the unit of the rule. Once a working-day period is over, the
    running working day counts: from the first day on it is one over, also on a weekend.
    The person's own limit is never the office's light: `guard` while it runs, then `neutral`.

    Args:
        due_on: Effective last day, or None where nothing is timed (also what 纪委监委 handles).
        today: The present civil day.
        calendar: Working days.
        unit: Unit of the rule.
        thresholds: When near begins.
        right_of_person: Whether the period is a right of the person.
    """
    shown = Unit.WORKING_DAYS if unit is Unit.WORKING_DAYS else Unit.CALENDAR_DAYS
    if due_on is None:
        return Level(Stage.NEUTRAL, 0, shown)
    remaining = _remaining(due_on, today, calendar, shown)
    if right_of_person:
        return Level(Stage.NEUTRAL if today > due_on else Stage.GUARD, remaining, shown)
    if today > due_on:
        over = -_remaining(due_on, today, calendar, Unit.WORKING_DAYS)
        return Level(Stage.BAD, remaining, shown, thresholds.card(Stage.BAD, over))
    left = calendar.working_days_between(today, due_on)
    if left <= thresholds.today_working_days or today == due_on:
        stage = Stage.TODAY
    else:
        stage = Stage.WAIT if left <= thresholds.wait_working_days else Stage.GOOD
    return Level(stage, remaining, shown, thresholds.card(stage))


def moved(
    entries: Iterable[tuple[Hashable, Rule, date, int]], before: Calendar, after: Calendar
) -> tuple[Moved, ...]:
    """Return what a new calendar changes, in the order of the entries.

    Args:
        entries: Key, rule, start and granted extension of each running clock.
        before: The calendar so far.
        after: The new one.
    """
    found: list[Moved] = []
    for key, rule, start, extension_days in entries:
        old = due(rule, start, before, extension_days=extension_days)
        new = due(rule, start, after, extension_days=extension_days)
        if _dates(old) != _dates(new):
            found.append(Moved(key, old, new))
    return tuple(found)


def _dates(value: Due) -> tuple[date, date | None, bool]:
    return value.due_on, value.internal_target_on, value.provisional


def _checked_length(rule: Rule) -> int:
    if rule.length is None:
        raise RefusedError("rule_without_length", "rule", rule=rule.identifier)
    if not 1 <= rule.length <= LONGEST:
        raise RefusedError(
            "rule_length_out_of_range", "length", rule=rule.identifier, length=rule.length
        )
    return rule.length


def _check_input(rule: Rule, start: date, extension_days: int, excluded: Collection[date]) -> None:
    if not FIRST_DAY <= start <= LAST_DAY:
        raise RefusedError("date_out_of_range", "start", first=FIRST_DAY, last=LAST_DAY)
    if extension_days < 0:
        raise RefusedError("extension_negative", "extension_days", days=extension_days)
    if extension_days and not rule.extension_max_days:
        raise RefusedError("extension_not_allowed", "extension_days", rule=rule.identifier)
    if extension_days > rule.extension_max_days:
        raise RefusedError("extension_too_long", "extension_days", most=rule.extension_max_days)
    if excluded and not rule.hearing_excluded:
        raise RefusedError("hearing_not_excludable", "excluded", rule=rule.identifier)


def _counted_end(
    rule: Rule, length: int, start: date, calendar: Calendar, hearing: Collection[date]
) -> date:
    match rule.unit:
        case Unit.CALENDAR_DAYS:
            return add_calendar_days(start, length, hearing)
        case Unit.WORKING_DAYS:
            return add_working_days(start, length, calendar)
        case Unit.MONTHS:
            return add_months(start, length)
        case Unit.YEARS:
            return add_months(start, length * 12)


def _remaining(due_on: date, today: date, calendar: Calendar, unit: Unit) -> int:
    if unit is Unit.CALENDAR_DAYS:
        return (due_on - today).days
    if today <= due_on:
        return calendar.working_days_between(today, due_on)
    return -max(1, calendar.working_days_between(due_on, today))


def _reckoning(
    rule: Rule,
    start: date,
    calendar: Calendar,
    hearing: Collection[date],
    ends: tuple[date, date, date],
) -> tuple[ReckonedDay, ...]:
    ordinary, unrolled, due_on = ends
    days = [ReckonedDay(start, DayKind.START)]
    if rule.unit is Unit.WORKING_DAYS:
        days += _working_reckoning(start, ordinary, calendar)
    elif rule.unit is Unit.CALENDAR_DAYS:
        days += _calendar_reckoning(start, ordinary, calendar, hearing)
    else:
        days.append(ReckonedDay(ordinary, DayKind.COUNTED, name=calendar.holiday_name(ordinary)))
    last = days[-1].count
    if unrolled > ordinary:
        for n in range(1, (unrolled - ordinary).days + 1):
            day = ordinary + timedelta(days=n)
            count = None if last is None else last + n
            days.append(ReckonedDay(day, DayKind.EXTENSION, count, calendar.holiday_name(day)))
    if due_on > unrolled:
        day = unrolled + ONE_DAY
        while day < due_on:
            days.append(_rest_day(day, calendar))
            day += ONE_DAY
        days.append(ReckonedDay(due_on, DayKind.ROLLED, name=calendar.holiday_name(due_on)))
    return tuple(days)


def _working_reckoning(start: date, end: date, calendar: Calendar) -> list[ReckonedDay]:
    days: list[ReckonedDay] = []
    count = 0
    day = start
    while day < end:
        day += ONE_DAY
        if not calendar.is_working(day):
            days.append(_rest_day(day, calendar))
            continue
        count += 1
        name = calendar.make_up_days.get(day, "")
        kind = DayKind.MAKE_UP if day in calendar.make_up_days else DayKind.COUNTED
        days.append(ReckonedDay(day, kind, count, name))
    return days


def _calendar_reckoning(
    start: date, end: date, calendar: Calendar, hearing: Collection[date]
) -> list[ReckonedDay]:
    days: list[ReckonedDay] = []
    count = 0
    day = start
    while day < end:
        day += ONE_DAY
        if day in hearing:
            days.append(ReckonedDay(day, DayKind.HEARING))
            continue
        count += 1
        days.append(ReckonedDay(day, DayKind.COUNTED, count, calendar.holiday_name(day)))
    return days


def _rest_day(day: date, calendar: Calendar) -> ReckonedDay:
    name = calendar.days_off.get(day, "")
    return ReckonedDay(day, DayKind.HOLIDAY if name else DayKind.WEEKEND, None, name)


def _left_out(
    reckoning: tuple[ReckonedDay, ...], unrolled: date, due_on: date
) -> tuple[Excluded, ...]:
    rest = {DayKind.WEEKEND, DayKind.HOLIDAY, DayKind.HEARING}
    found: list[Excluded] = []
    for entry in reckoning:
        if entry.kind in rest:
            found.append(Excluded(entry.day, entry.kind.value, entry.name))
        elif entry.day == unrolled and due_on > unrolled:
            # The counted last day is itself a rest day: rolling passes over it.
            reason = DayKind.HOLIDAY if entry.name else DayKind.WEEKEND
            found.append(Excluded(entry.day, reason.value, entry.name))
    return tuple(found)
