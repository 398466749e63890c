"""Changes of lists, rules and calendar, by those who keep them (SETTLED §1, §7)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from db.codes.deadlines import LONGEST, Rule, due
from db.codes.queries import calendar, rule, rules
from db.codes.rules import DEFAULT_PROFILE
from db.codes.tables import CalendarDayRow, CalendarYearRow, CodeRow, DeadlineRuleRow
from db.codes.working_days import Calendar, CalendarDay
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tables import ClockEntry
from db.core.tx import Read, Tx

_VALUE = re.compile(r"[a-z][a-z0-9_]{0,59}")


@dataclass(frozen=True, slots=True)
class AddCode:
    """Add a value to a list.

    Attributes:
        list: Name of the list.
        value: What is stored: lower-case letters, digits and `_`.
        zh: Label in Chinese.
        en: Label in English; the Chinese one if empty.
        short_zh: Label for narrow columns.
        aliases: Labels of other ledgers that mean it.
        valid_from: First day on which it is offered.
    """

    permission: ClassVar[Permission] = Permission.CODE_WRITE

    list: str
    value: str
    zh: str
    en: str = ""
    short_zh: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Write it at the end of its list and return its id.

        Raises:
            RefusedError: `unknown_list`, `value_letters`, `value_taken`, `missing_label`.
        """
        last = tx.session.scalar(select(func.max(CodeRow.order)).where(CodeRow.list == self.list))
        if last is None:
            raise RefusedError("unknown_list", field="list", list=self.list)
        if not _VALUE.fullmatch(self.value):
            raise RefusedError("value_letters", field="value")
        taken = select(CodeRow.id).where(CodeRow.list == self.list, CodeRow.value == self.value)
        if tx.session.scalar(taken) is not None:
            raise RefusedError("value_taken", field="value")
        row = tx.add(
            CodeRow(
                list=self.list,
                value=self.value,
                zh=_label(self.zh),
                en=self.en.strip() or _label(self.zh),
                short_zh=self.short_zh.strip(),
                aliases="\n".join(filter(None, (alias.strip() for alias in self.aliases))),
                order=last + 1,
                valid_from=self.valid_from,
                builtin=False,
            )
        )
        tx.renew("codes")
        return row.id


@dataclass(frozen=True, slots=True)
class ChangeCode:
    """Change labels, aliases, place or validity of a value; what is stored stays for ever."""

    permission: ClassVar[Permission] = Permission.CODE_WRITE

    code_id: int
    seen: int
    zh: str
    en: str
    short_zh: str = ""
    aliases: tuple[str, ...] = ()
    order: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None

    def __call__(self, tx: Tx) -> None:
        """Write the changes.

        Raises:
            RefusedError: `missing_label`, `validity_order`.
        """
        row = tx.load(CodeRow, self.code_id, seen=self.seen)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise RefusedError("validity_order", field="valid_to")
        row.zh, row.en = _label(self.zh), self.en.strip() or _label(self.zh)
        row.short_zh = self.short_zh.strip()
        row.aliases = "\n".join(filter(None, (alias.strip() for alias in self.aliases)))
        row.valid_from, row.valid_to = self.valid_from, self.valid_to
        if self.order is not None and self.order != row.order:
            _place(tx, row, self.order)
        tx.renew("codes")


@dataclass(frozen=True, slots=True)
class MovedDate:
    """A running deadline that a change moves; it names no case (SETTLED §1).

    Attributes:
        rule: Rule of the clock.
        profile: Its variant.
        started_on: Day that started it.
        before: Due date until now.
        after: Due date with the change.
        provisional: Whether it still rests on a year without notice.
    """

    rule: str
    profile: str
    started_on: date
    before: date
    after: date
    provisional: bool


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """Set the length of an internal term, or switch a rule on or off."""

    permission: ClassVar[Permission] = Permission.RULE_WRITE

    identifier: str
    profile: str = DEFAULT_PROFILE
    length: int | None = None
    enabled: bool = True

    def __call__(self, tx: Tx) -> tuple[MovedDate, ...]:
        """Write it, reckon its running clocks anew and return which moved.

        Raises:
            RefusedError: `unknown_rule`, `rule_statutory`, `rule_length_out_of_range`.
        """
        present = rule(tx, self.identifier, self.profile)
        _check_length(present, self.length)
        row = tx.session.scalar(
            select(DeadlineRuleRow).where(
                DeadlineRuleRow.identifier == self.identifier,
                DeadlineRuleRow.profile == self.profile,
            )
        )
        if row is None:
            tx.add(
                DeadlineRuleRow(
                    identifier=self.identifier,
                    profile=self.profile,
                    length=self.length,
                    enabled=self.enabled,
                )
            )
        else:
            row.length, row.enabled = self.length, self.enabled
        tx.renew("rules")
        wanted = replace(present, length=self.length, enabled=self.enabled)
        return _reckon_anew(tx, calendar(tx), {(self.identifier, self.profile): wanted})


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
    """

    permission: ClassVar[Permission] = Permission.CALENDAR_WRITE

    year: int
    days: tuple[NoticeDay, ...]
    source: str = ""

    def __call__(self, tx: Tx) -> tuple[MovedDate, ...]:
        """Replace the year's days, reckon every running clock anew and return which moved.

        Raises:
            RefusedError: `notice_empty`, `notice_year`, `notice_twice`, `notice_weekday_working`.
        """
        check_notice(self.year, self.days)
        new = calendar(tx).with_notice(self.year, _rows(self), "")
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
        return _reckon_anew(tx, new, rules(tx))

    def _note_year(self, tx: Tx) -> None:
        year = tx.session.get(CalendarYearRow, self.year)
        if year is None:
            tx.add(CalendarYearRow(year=self.year, has_notice=True, source=self.source.strip()))
        else:
            year.has_notice, year.source = True, self.source.strip()


def preview_notice(read: Read, notice: EnterNotice) -> tuple[MovedDate, ...]:
    """Return which running deadlines a notice would move, without entering it.

    Raises:
        RefusedError: As `EnterNotice`.
    """
    read.require(Permission.CALENDAR_WRITE)
    check_notice(notice.year, notice.days)
    new = calendar(read).with_notice(notice.year, _rows(notice), "")
    known = rules(read)
    return tuple(
        moved
        for entry in _running(read)
        if (moved := _moved(entry, known[entry.rule, entry.profile], new)) is not None
    )


def preview_rule(read: Read, change: ChangeRule) -> tuple[MovedDate, ...]:
    """Return which running deadlines a change of a rule would move.

    Raises:
        RefusedError: As `ChangeRule`.
    """
    read.require(Permission.RULE_WRITE)
    present = rule(read, change.identifier, change.profile)
    _check_length(present, change.length)
    wanted = replace(present, length=change.length)
    days = calendar(read)
    return tuple(
        moved
        for entry in _running(read)
        if (entry.rule, entry.profile) == (change.identifier, change.profile)
        and (moved := _moved(entry, wanted, days)) is not None
    )


def check_notice(year: int, days: Iterable[NoticeDay]) -> None:
    """Refuse a notice that cannot be one.

    Raises:
        RefusedError: `notice_empty`, `notice_year`, `notice_twice`, `notice_weekday_working`.
    """
    found: set[date] = set()
    has_day_off = False
    for day in days:
        if day.day.year != year:
            raise RefusedError("notice_year", field="days", on=day.day, year=year)
        if day.day in found:
            raise RefusedError("notice_twice", field="days", on=day.day)
        if day.is_working and day.day.isoweekday() <= 5:
            raise RefusedError("notice_weekday_working", field="days", on=day.day)
        found.add(day.day)
        has_day_off = has_day_off or not day.is_working
    if not has_day_off:
        raise RefusedError("notice_empty", field="days")


def _rows(notice: EnterNotice) -> list[CalendarDay]:
    return [
        CalendarDay(day.day, is_working=day.is_working, name=day.name, year_has_notice=True)
        for day in notice.days
    ]


def _running(read: Read) -> Iterable[ClockEntry]:
    return read.session.scalars(
        select(ClockEntry).where(ClockEntry.stopped_on.is_(None)).order_by(ClockEntry.due_on)
    )


def _moved(entry: ClockEntry, wanted: Rule, days: Calendar) -> MovedDate | None:
    if wanted.length is None:
        return None
    found = due(wanted, entry.started_on, days, extension_days=entry.extension_days)
    if found.due_on == entry.due_on:
        return None
    return MovedDate(
        rule=entry.rule,
        profile=entry.profile,
        started_on=entry.started_on,
        before=entry.due_on,
        after=found.due_on,
        provisional=found.provisional,
    )


def _reckon_anew(
    tx: Tx, days: Calendar, wanted: dict[tuple[str, str], Rule]
) -> tuple[MovedDate, ...]:
    """Derive the running clocks of some rules anew; a date that stays may lose its mark too."""
    found = []
    version = int(tx.setting("calendar_version", 1))
    for entry in _running(tx):
        present = wanted.get((entry.rule, entry.profile))
        if present is None or present.length is None:
            continue
        moved = _moved(entry, present, days)
        value = due(present, entry.started_on, days, extension_days=entry.extension_days)
        entry.due_on, entry.unrolled_on = value.due_on, value.unrolled_on
        entry.internal_target_on = value.internal_target_on
        entry.provisional = value.provisional
        entry.calendar_version = version
        if moved is not None:
            found.append(moved)
    tx.session.flush()
    tx.changed.add("clock_entry")
    return tuple(found)


def _check_length(present: Rule, length: int | None) -> None:
    if length == present.length:
        return
    if present.statutory or present.length is None:
        raise RefusedError("rule_statutory", field="length")
    if length is None or not 1 <= length <= LONGEST:
        raise RefusedError("rule_length_out_of_range", field="length", length=length)


def _label(text: str) -> str:
    label = text.strip()
    if not label:
        raise RefusedError("missing_label", field="zh")
    return label


def _place(tx: Tx, moved: CodeRow, order: int) -> None:
    rows = list(
        tx.session.scalars(
            select(CodeRow).where(CodeRow.list == moved.list).order_by(CodeRow.order, CodeRow.id)
        )
    )
    rows.remove(moved)
    rows.insert(max(0, min(order - 1, len(rows))), moved)
    for place, row in enumerate(rows, start=1):
        if row.order != place:
            row.order = place
