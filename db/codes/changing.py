"""Changes of rules and calendar: what they move is told before, and done in chunks after.

Events are stored and dates derived (DOMAIN §12.1): a change reckons every running clock anew. The
first chunk moves with the change itself; a larger store goes on with `RecountClocks`, so that no
other work waits for it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from db.codes.deadlines import LONGEST, Due, Rule, due
from db.codes.queries import calendar, rule, rules
from db.codes.rules import DEFAULT_PROFILE, in_group, shipped_rule
from db.codes.tables import CalendarDayRow, CalendarYearRow, DeadlineRuleRow
from db.codes.working_days import Calendar, CalendarDay
from db.core.errors import RefusedError
from db.core.permissions import NEEDS_DEPARTMENT, NEEDS_DUTY, Permission
from db.core.tables import ClockEntry
from db.core.tx import Read, Tx

CHUNK = 500
"""Most clocks that one transaction reckons anew."""
PENDING = "recount_after"
"""Setting: the last clock of a recount that was not finished; 0 when none waits."""

Rules = Mapping[tuple[str, str], Rule]


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A running deadline that a change moves.

    The case is named only to those who may know of it; who keeps rules and calendar sees dates
    without cases (SETTLED §1).

    Attributes:
        rule: Rule of the clock.
        profile: Its variant.
        started_on: Day that started it.
        before: Due date until now.
        after: Due date with the change.
        provisional: Whether it still rests on a year without notice.
        track: Kind of the case.
        number: Number of the case, empty where it may not be known.
        case_id: The case, 0 where it may not be known.
    """

    rule: str
    profile: str
    started_on: date
    before: date
    after: date
    provisional: bool
    track: str = ""
    number: str = ""
    case_id: int = 0


@dataclass(frozen=True, slots=True)
class Recount:
    """What one chunk of a recount did.

    Attributes:
        moved: Due dates that moved.
        left: Running clocks that wait for the next chunk.
        after_id: Where the next chunk begins.
    """

    moved: tuple[MovedDate, ...]
    left: int
    after_id: int


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """Set the length of an internal term, or switch a rule on or off."""

    permission: ClassVar[Permission] = Permission.RULE_WRITE

    identifier: str
    profile: str = DEFAULT_PROFILE
    length: int | None = None
    enabled: bool = True

    def __call__(self, tx: Tx) -> Recount:
        """Write it and reckon its running clocks anew.

        Raises:
            RefusedError: `unknown_rule`, `rule_statutory`, `rule_length_out_of_range`.
        """
        present = rule(tx, self.identifier, self.profile)
        _check_length(present, self.length)
        _set_rule(tx, self.identifier, self.profile, self.length, enabled=self.enabled)
        tx.renew("rules")
        return _recount(tx, calendar(tx), rules(tx))


@dataclass(frozen=True, slots=True)
class SwitchRules:
    """Switch a named group of rules, such as that of the discipline organ, on or off."""

    permission: ClassVar[Permission] = Permission.RULE_WRITE

    group: str
    enabled: bool

    def __call__(self, tx: Tx) -> int:
        """Switch them; return how many there are.

        Raises:
            RefusedError: `unknown_rule` for a group that no rule has.
        """
        found = in_group(self.group)
        if not found:
            raise RefusedError("unknown_rule", "group", rule=self.group)
        for shipped in found:
            present = rule(tx, shipped.identifier, shipped.profile)
            _set_rule(tx, shipped.identifier, shipped.profile, present.length, enabled=self.enabled)
        tx.renew("rules")
        return len(found)


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """One day of a yearly notice: a day off, or a make-up working day."""

    day: date
    is_working: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class EnterNotice:
    """Enter the State Council's holiday notice of a year, anew or corrected (SETTLED §7).

    Attributes:
        year: The year.
        days: Its days off and make-up days.
        source: Number of the notice.
        issued_on: Day of the notice.
    """

    permission: ClassVar[Permission] = Permission.CALENDAR_WRITE

    year: int
    days: tuple[NoticeDay, ...]
    source: str = ""
    issued_on: date | None = None

    def __call__(self, tx: Tx) -> Recount:
        """Replace the year's days and reckon every running clock anew.

        Raises:
            RefusedError: `notice_empty`, `notice_year`, `notice_twice`, `notice_weekday_working`,
                `notice_without_source`.
        """
        check_notice(self.year, self.days)
        if not self.source.strip():
            raise RefusedError("notice_without_source", field="source")
        old = {
            row.day: row
            for row in tx.session.scalars(
                select(CalendarDayRow).where(
                    CalendarDayRow.day.between(date(self.year, 1, 1), date(self.year, 12, 31))
                )
            )
        }
        for day in self.days:
            row = old.pop(day.day, None)
            if row is None:
                tx.session.add(
                    CalendarDayRow(day=day.day, is_working=day.is_working, name=day.name.strip())
                )
            else:
                row.is_working, row.name = day.is_working, day.name.strip()
        for row in old.values():
            tx.session.delete(row)
        self._note_year(tx)
        tx.session.flush()
        tx.renew("calendar")
        return _recount(tx, calendar(tx), rules(tx))

    def _note_year(self, tx: Tx) -> None:
        year = tx.session.get(CalendarYearRow, self.year)
        source = self.source.strip()
        if year is None:
            tx.add(
                CalendarYearRow(
                    year=self.year, has_notice=True, source=source, issued_on=self.issued_on
                )
            )
        else:
            year.has_notice, year.source, year.issued_on = True, source, self.issued_on


@dataclass(frozen=True, slots=True)
class RecountClocks:
    """Reckon the next chunk of running clocks by the rules and the calendar as they stand."""

    permission: ClassVar[Permission] = Permission.CALENDAR_WRITE

    after_id: int = 0

    def __call__(self, tx: Tx) -> Recount:
        """Do it; `left` tells whether another chunk waits."""
        return _recount(tx, calendar(tx), rules(tx), after_id=self.after_id)


def preview_notice(read: Read, notice: EnterNotice) -> tuple[MovedDate, ...]:
    """Return which running deadlines a notice would move, without entering it.

    Raises:
        RefusedError: As `EnterNotice`, but a missing number.
    """
    read.require(Permission.CALENDAR_WRITE)
    check_notice(notice.year, notice.days)
    new = calendar(read).with_notice(notice.year, _rows(notice), "")
    return _named(read, _moves(_running(read), new, rules(read)))


def preview_rule(read: Read, change: ChangeRule) -> tuple[MovedDate, ...]:
    """Return which running deadlines a change of a rule would move.

    Raises:
        RefusedError: As `ChangeRule`.
    """
    read.require(Permission.RULE_WRITE)
    present = rule(read, change.identifier, change.profile)
    _check_length(present, change.length)
    wanted = dict(rules(read))
    wanted[change.identifier, change.profile] = replace(present, length=change.length)
    return _named(read, _moves(_running(read), calendar(read), wanted))


def preview_recount(read: Read) -> tuple[MovedDate, ...]:
    """Return which running deadlines a recount would move: none, unless one was not finished."""
    read.require(Permission.CALENDAR_WRITE)
    return _named(read, _moves(_running(read), calendar(read), rules(read)))


def pending_recount(read: Read) -> int:
    """Return after which clock an unfinished recount goes on; 0 when none waits."""
    return int(read.setting(PENDING, 0))


def check_notice(year: int, days: Iterable[NoticeDay]) -> None:
    """Refuse a notice that cannot be one.

    Raises:
        RefusedError: `notice_empty`, `notice_year`, `notice_twice`, `notice_weekday_working`.
    """
    found: set[date] = set()
    has_day_off = False
    for day in days:
        if day.day.year != year and (day.day.year, day.day.month) != (year - 1, 12):
            # New Year may begin in December; a notice names no other day of another year.
            raise RefusedError("notice_year", field="days", on=day.day, year=year)
        if day.day in found:
            raise RefusedError("notice_twice", field="days", on=day.day)
        if day.is_working and day.day.isoweekday() <= 5:
            raise RefusedError("notice_weekday_working", field="days", on=day.day)
        found.add(day.day)
        has_day_off = has_day_off or not day.is_working
    if not has_day_off:
        raise RefusedError("notice_empty", field="days")


def _set_rule(tx: Tx, identifier: str, profile: str, length: int | None, *, enabled: bool) -> None:
    row = tx.session.scalar(
        select(DeadlineRuleRow).where(
            DeadlineRuleRow.identifier == identifier, DeadlineRuleRow.profile == profile
        )
    )
    if row is None:
        tx.add(
            DeadlineRuleRow(identifier=identifier, profile=profile, length=length, enabled=enabled)
        )
    else:
        row.length, row.enabled = length, enabled


def _rows(notice: EnterNotice) -> list[CalendarDay]:
    return [
        CalendarDay(day.day, is_working=day.is_working, name=day.name, year_has_notice=True)
        for day in notice.days
    ]


def _running(read: Read, after_id: int = 0, limit: int | None = None) -> list[ClockEntry]:
    # A day that a person set by hand is moved by no rule and no calendar.
    statement = (
        select(ClockEntry)
        .where(
            ClockEntry.stopped_on.is_(None),
            ClockEntry.fixed_on.is_(None),
            ClockEntry.id > after_id,
        )
        .order_by(ClockEntry.id)
    )
    return list(read.session.scalars(statement if limit is None else statement.limit(limit)))


def _reckoned(entry: ClockEntry, days: Calendar, known: Rules) -> Due | None:
    wanted = known.get((entry.rule, entry.profile))
    if wanted is None or wanted.length is None:
        return None
    return due(wanted, entry.started_on, days, extension_days=entry.extension_days)


def _moves(
    entries: Iterable[ClockEntry], days: Calendar, known: Rules
) -> list[tuple[ClockEntry, MovedDate]]:
    found = []
    for entry in entries:
        value = _reckoned(entry, days, known)
        if value is not None and value.due_on != entry.due_on:
            found.append((entry, _moved(entry, value)))
    return found


def _moved(entry: ClockEntry, value: Due) -> MovedDate:
    return MovedDate(
        rule=entry.rule,
        profile=entry.profile,
        started_on=entry.started_on,
        before=entry.due_on,
        after=value.due_on,
        provisional=value.provisional,
    )


def _named(read: Read, found: list[tuple[ClockEntry, MovedDate]]) -> tuple[MovedDate, ...]:
    """Return the moves by their new day, with the numbers of cases that the actor may know."""
    from db.office.cases import case_heads

    heads = case_heads(read, {(entry.track, entry.case_id) for entry, _ in found})
    secret = _told_to_few()
    named = []
    for entry, moved in found:
        head = heads.get((entry.track, entry.case_id))
        if head is None and entry.track in secret:
            # Its date moves all the same; that there is one is not told.
            continue
        if head is not None:
            moved = replace(  # noqa: PLW2901
                moved, track=head.track, number=head.number, case_id=head.case_id
            )
        named.append(moved)
    return tuple(sorted(named, key=lambda one: (one.after, one.before, one.number, one.rule)))


def _told_to_few() -> frozenset[str]:
    """Return the tracks whose very existence only a duty or a department opens (OFFICE §5-41)."""
    from db.shelves import SHELVES

    return frozenset(
        name
        for name, shelf in SHELVES.items()
        if shelf.book.read in NEEDS_DUTY or "" not in NEEDS_DEPARTMENT.get(shelf.book.read, {""})
    )


def _recount(tx: Tx, days: Calendar, known: Rules, *, after_id: int = 0) -> Recount:
    """Reckon one chunk; a date that stays may lose its mark as provisional too."""
    entries = _running(tx, after_id, CHUNK)
    found = _moves(entries, days, known)
    version = int(tx.setting("calendar_version", 1))
    for entry in entries:
        value = _reckoned(entry, days, known)
        if value is None:
            continue
        entry.due_on, entry.unrolled_on = value.due_on, value.unrolled_on
        entry.internal_target_on = value.internal_target_on
        entry.provisional = value.provisional
        entry.calendar_version = version
    tx.session.flush()
    _refresh_caches(tx, [entry for entry, _ in found])
    last = entries[-1].id if entries else after_id
    left = _left(tx, last) if len(entries) == CHUNK else 0
    if left or pending_recount(tx):
        tx.set_setting(PENDING, last if left else 0)
    tx.changed.add("clock_entry")
    return Recount(_named(tx, found), left, last)


def _left(tx: Tx, after_id: int) -> int:
    statement = select(func.count(ClockEntry.id)).where(
        ClockEntry.stopped_on.is_(None), ClockEntry.fixed_on.is_(None), ClockEntry.id > after_id
    )
    return int(tx.session.scalar(statement) or 0)


def _refresh_caches(tx: Tx, entries: list[ClockEntry]) -> None:
    """Let what copies a date follow: the ledger's next date, the sheet of a hand-over."""
    from db.appeals.changes import settle
    from db.appeals.tables import TRACK, Appeal, HandOver

    for entry in entries:
        if entry.track == TRACK and entry.row_id is not None and entry.rule == "co_opinion":
            row = tx.session.get(HandOver, entry.row_id)
            if row is not None:
                row.due_on = entry.due_on
    for case_id in sorted({entry.case_id for entry in entries if entry.track == TRACK}):
        appeal = tx.session.get(Appeal, case_id)
        if appeal is not None:
            settle(tx, appeal)
            tx.changed.add(TRACK)
    tx.session.flush()


def _check_length(present: Rule, length: int | None) -> None:
    if length == present.length:
        return
    if present.statutory:
        raise RefusedError("rule_statutory", field="length")
    if length is None and shipped_rule(present.identifier, present.profile).length is None:
        return
    if length is None or not 1 <= length <= LONGEST:
        raise RefusedError("rule_length_out_of_range", field="length", length=length)
