"""Says why a date is what it is: turns a reckoning of the record into words and days."""

from PySide6.QtCore import QObject

from db.codes.deadlines import DayKind as Kind
from db.codes.deadlines import Due, Excluded, Unit
from db.codes.rules import shipped_rule
from desktop.labels import Labels
from desktop.shell import Shell
from desktop.widgets.reckoning import DayKind, ReckonedDay, Reckoning

_KINDS = {
    Kind.START: DayKind.START,
    Kind.COUNTED: DayKind.COUNTED,
    Kind.EXTENSION: DayKind.COUNTED,
    Kind.MAKE_UP: DayKind.MAKE_UP,
    Kind.WEEKEND: DayKind.OFF,
    Kind.HOLIDAY: DayKind.OFF,
    Kind.HEARING: DayKind.OFF,
    Kind.ROLLED: DayKind.PLAIN,
}


def sourced(labels: Labels, rule: str, profile: str, basis: str = "") -> str:
    """Return the basis of a term with its confidence, as printed beside a date (DOMAIN §0.1)."""
    found = shipped_rule(rule, profile)
    words = basis or (found.basis_zh if labels.chinese else found.basis_en)
    tag = labels.code("confidence", found.tag.lower())
    return f"{words}（{tag}）" if labels.chinese else f"{words} ({tag})"


class DateReasons(QObject):
    """Builds the words of 时限依据 in the present language."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def term(self, length: int | None, unit: str) -> str:
        """Return a term with its unit: 60日, 5个工作日, 1个月."""
        if length is None:
            return self.tr("no set term")
        if unit == Unit.WORKING_DAYS:
            return self.tr("{0} working days").format(length)
        if unit == Unit.MONTHS:
            return self.tr("{0} months").format(length)
        if unit == Unit.YEARS:
            return self.tr("{0} years").format(length)
        return self.tr("{0} days").format(length)

    def reckoning(self, due: Due) -> Reckoning:
        """Return what the overlay shows for one due date."""
        labels = self._shell.labels
        rule = shipped_rule(due.identifier, due.profile)
        name = labels.clock(due.identifier, due.profile)
        days = tuple(
            ReckonedDay(
                d.day,
                DayKind.DUE if d.day == due.due_on else _KINDS[d.kind],
                d.count or 0,
                d.name,
            )
            for d in due.reckoning
        )
        made_up = [d for d in due.reckoning if d.kind is Kind.MAKE_UP]
        extension = ""
        if due.extension_days:
            extension = self.tr("{0} days, agreed once").format(due.extension_days)
        return Reckoning(
            clock=name,
            due_on=due.due_on,
            rule=f"{name} · {self.term(rule.length, rule.unit)}",
            statutory=rule.statutory,
            basis=sourced(labels, due.identifier, due.profile),
            start=self.tr("{0}, not counted itself").format(due.start_on.isoformat()),
            skipped=self._skipped(due.excluded),
            make_up="、".join(d.day.isoformat() for d in made_up),
            extension=extension,
            days=days,
            today_on=self._shell.today(),
            calendar_version=self.tr("Working calendar, edition {0}").format(due.calendar_version),
            provisional=due.provisional,
        )

    def _skipped(self, excluded: tuple[Excluded, ...]) -> str:
        weekends = sum(1 for e in excluded if e.reason == "weekend")
        holidays: dict[str, int] = {}
        for each in excluded:
            if each.reason == "holiday":
                holidays[each.name] = holidays.get(each.name, 0) + 1
        words = [self.tr("{0}: {1} days").format(name, n) for name, n in holidays.items()]
        if weekends:
            words.append(self.tr("weekends: {0} days").format(weekends))
        return "、".join(words)
