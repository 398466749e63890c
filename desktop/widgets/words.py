"""Phrases that widgets build from numbers and dates: deadlines and days.

The sentences are OFFICE 4.7's; calendar terms say 日, working-day terms 个工作日.
"""

from datetime import date

from PySide6.QtCore import QObject

from desktop.widgets.cells import DueMark
from desktop.widgets.signs import Light


class DueWords(QObject):
    """Builds the words of a deadline in the language now chosen."""

    def short(self, mark: DueMark) -> str:
        """The words for a row: only what counts, for example 剩3个工作日 or 黄卡 · 剩3日."""
        if mark.words:
            return mark.words
        return self._with_card(mark, self._plain(mark))

    def _plain(self, mark: DueMark) -> str:
        if mark.light is Light.OVERDUE:
            return self._overdue(mark)
        if mark.light in {Light.SOON, Light.FINE} or self._is_before(mark):
            return self._left(mark)
        return self._fixed(mark)

    def _is_before(self, mark: DueMark) -> bool:
        """Whether an orange light warns before the last day, as an office may set it."""
        return mark.light is Light.TODAY and mark.count > 0

    def _with_card(self, mark: DueMark, words: str) -> str:
        if not mark.card:
            return words
        cards = {
            "blue": self.tr("Blue card · {words}"),
            "yellow": self.tr("Yellow card · {words}"),
            "red": self.tr("Red card · {words}"),
        }
        return cards.get(mark.card, "{words}").format(words=words)

    def full(self, mark: DueMark) -> str:
        """The words where there is room: with the light's name, for example 临期 · 剩3日."""
        if mark.words:
            return mark.words
        if mark.card:
            return self.short(mark)
        if mark.light is Light.SOON or self._is_before(mark):
            return self.tr("Due soon · {left}").format(left=self._left(mark))
        if mark.light is Light.FINE:
            return self.tr("On time · {left}").format(left=self._left(mark))
        return self.short(mark)

    def spoken(self, mark: DueMark) -> str:
        """The words for a screen reader, with the provisional remark."""
        if mark.provisional:
            return self.tr("{due}, provisional").format(due=self.full(mark))
        return self.full(mark)

    def provisional(self) -> str:
        """The tag of a date that rests on no holiday notice."""
        return self.tr("Provisional?")

    def _fixed(self, mark: DueMark) -> str:
        if mark.light is Light.TODAY:
            return self.tr("Due today")
        if mark.light is Light.DONE:
            return self.tr("Done")
        if mark.light is Light.NOT_STARTED:
            return self.tr("Not started")
        if mark.light is Light.OWN:
            return self._own(mark)
        return self.tr("Not timed")

    def _left(self, mark: DueMark) -> str:
        one = mark.count == 1
        if mark.workdays:
            if one:
                text = self.tr("{n} workday left")
            else:
                text = self.tr("{n} workdays left")
        elif one:
            text = self.tr("{n} day left")
        else:
            text = self.tr("{n} days left")
        return text.format(n=mark.count)

    def _overdue(self, mark: DueMark) -> str:
        one = mark.count == 1
        if mark.workdays:
            if one:
                text = self.tr("{n} workday over")
            else:
                text = self.tr("{n} workdays over")
        elif one:
            text = self.tr("{n} day over")
        else:
            text = self.tr("{n} days over")
        return text.format(n=mark.count)

    def _own(self, mark: DueMark) -> str:
        one = mark.count == 1
        if mark.workdays:
            if one:
                text = self.tr("Own: {n} workday")
            else:
                text = self.tr("Own: {n} workdays")
        elif one:
            text = self.tr("Own: {n} day")
        else:
            text = self.tr("Own: {n} days")
        return text.format(n=mark.count)


class DayWords(QObject):
    """Writes civil dates the way people read them."""

    def day(self, on: date) -> str:
        """A date in running text: 10月19日, 19 Oct."""
        return self.tr("{day} {month}").format(day=on.day, month=self._month(on.month))

    def day_and_weekday(self, on: date) -> str:
        """A date with its weekday: 10月19日 周一, Mon 19 Oct."""
        return self.tr("{weekday} {day}").format(
            weekday=self.weekday(on.isoweekday()), day=self.day(on)
        )

    def long(self, on: date) -> str:
        """A date with its year: 2026年10月14日, 14 Oct 2026."""
        return self.tr("{day} {month} {year}").format(
            day=on.day, month=self._month(on.month), year=on.year
        )

    def month(self, on: date) -> str:
        """A month with its year: 2026年10月, Oct 2026."""
        return self.tr("{month} {year}").format(month=self._month(on.month), year=on.year)

    def field(self, on: date) -> str:
        """A date as fields show it: 2026-10-14."""
        return on.isoformat()

    def weekday(self, number: int) -> str:
        """The short name of a weekday, 1 for Monday."""
        match number:
            case 1:
                return self.tr("Mon")
            case 2:
                return self.tr("Tue")
            case 3:
                return self.tr("Wed")
            case 4:
                return self.tr("Thu")
            case 5:
                return self.tr("Fri")
            case 6:
                return self.tr("Sat")
            case _:
                return self.tr("Sun")

    def weekday_letter(self, number: int) -> str:
        """The head of a calendar column, 1 for Monday."""
        match number:
            case 1:
                return self.tr("Mo")
            case 2:
                return self.tr("Tu")
            case 3:
                return self.tr("We")
            case 4:
                return self.tr("Th")
            case 5:
                return self.tr("Fr")
            case 6:
                return self.tr("Sa")
            case _:
                return self.tr("Su")

    def _month(self, number: int) -> str:
        match number:
            case 1:
                return self.tr("Jan")
            case 2:
                return self.tr("Feb")
            case 3:
                return self.tr("Mar")
            case 4:
                return self.tr("Apr")
            case 5:
                return self.tr("May")
            case 6:
                return self.tr("Jun")
            case 7:
                return self.tr("Jul")
            case 8:
                return self.tr("Aug")
            case 9:
                return self.tr("Sep")
            case 10:
                return self.tr("Oct")
            case 11:
                return self.tr("Nov")
            case _:
                return self.tr("Dec")
