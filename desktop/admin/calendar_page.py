"""工作日历: the notice of a year, entered by ranges; what it moves is told beforehand."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.codes.commands import EnterNotice, MovedDate, NoticeDay, preview_notice
from db.codes.listing import CalendarYear, calendar_year, calendar_years
from db.core.errors import ZhengmingError
from db.core.tx import Command
from desktop.admin.admin_page import RowsTable, page_column
from desktop.admin.command_dialog import CommandDialog, show
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.dates import parse_date
from desktop.widgets.editors import ComboBox, LineEdit, Option, TextArea
from desktop.widgets.field import Field
from desktop.widgets.frames import Bar, PageHead
from desktop.widgets.table import Column
from desktop.widgets.words import DayWords

Line = tuple[date, bool, str]

SHIPPED = "chinesecalendar"
"""Source of the years that a new store starts with."""


class CalendarPage(Page):
    """The days of a year that differ from the plain week."""

    watches = frozenset({"calendar_day", "calendar_year"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        self._shown: CalendarYear | None = None
        self._words = DayWords(self)
        self._head = PageHead(theme, "", parent=self)
        self.year = ComboBox(theme, parent=self)
        self.year.setMaximumWidth(theme.px(140))
        self.enter = Button(theme, "", kind="primary", parent=self)
        self._head.add_widget(self.year)
        self._head.add_action(self.enter)
        self.bar = Bar(theme, "wait", "", closable=False, parent=self)
        self.bar.hide()
        self._bars = QWidget(self)
        self._bars.hide()
        above = QVBoxLayout(self._bars)
        above.setContentsMargins(20, 8, 20, 8)
        above.addWidget(self.bar)
        self.rows: RowsTable[Line] = RowsTable(shell, "calendar", self._cell, parent=self)
        page_column(self, self._head, self._bars, self.rows)
        self.year.value_changed.connect(self._on_year_value_changed)
        self.enter.clicked.connect(self._on_enter_clicked)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the years."""
        self.store.read(calendar_years, self._on_years, seat="years", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Working calendar"))
        self.enter.setText(self.tr("Enter the notice"))
        self.rows.set_columns(
            [
                Column("day", self.tr("Day"), 120, locked=True),
                Column("weekday", self.tr("Weekday"), 80),
                Column("kind", self.tr("Kind"), 160),
                Column("name", self.tr("Holiday"), 200, stretch=True),
            ],
            self.tr("Working calendar"),
        )
        self._show_year()

    def _cell(self, key: str, row: Line) -> Cell:
        day, works, name = row
        match key:
            case "day":
                return TextCell(day.isoformat())
            case "weekday":
                return TextCell(self._words.weekday(day.isoweekday()), "text2")
            case "kind":
                word = self.tr("make-up working day") if works else self.tr("day off")
                return TextCell(word, bold=works)
            case _:
                return TextCell(name, "text2")

    def _on_years(self, years: tuple[int, ...]) -> None:
        kept = self.year.value() or str(self.shell.today().year)
        this = self.shell.today().year
        shown = [year for year in years if this - 10 <= year <= this + 2]
        self.year.blockSignals(True)
        self.year.set_options([Option(str(year), str(year)) for year in shown])
        self.year.set_value(kept)
        self.year.blockSignals(False)
        self._ask_year()

    def _ask_year(self) -> None:
        year = self.year.value()
        if year:
            ask = partial(calendar_year, year=int(year))
            self.store.read(ask, self._on_year, seat="year", owner=self)

    def _on_year(self, year: CalendarYear) -> None:
        self._shown = year
        self._show_year()

    def _show_year(self) -> None:
        year = self._shown
        if year is None:
            return
        lines = [(day, False, name) for day, name in year.days_off]
        lines += [(day, True, name) for day, name in year.make_up_days]
        self.rows.set_rows(sorted(lines))
        self.rows.foot.setText(
            self.tr("{off} days off, {work} make-up working days; source: {source}").format(
                off=len(year.days_off),
                work=len(year.make_up_days),
                source=self._source(year),
            )
        )
        self._bars.setHidden(year.has_notice)
        if year.has_notice:
            self.bar.hide()
        else:
            words = self.tr("No {year} holiday notice yet; workday terms are provisional")
            self.bar.say(words.format(year=year.year))
            self.bar.show()

    def _source(self, year: CalendarYear) -> str:
        if year.source == SHIPPED:
            return self.tr("public table of the State Council's notices")
        return year.source or "—"

    def _on_year_value_changed(self, _value: str) -> None:
        self._ask_year()

    def _on_enter_clicked(self) -> None:
        if self._shown is None:
            return
        dialog = NoticeDialog(self.store, self.shell, self._shown, self)
        dialog.deed_done.connect(self._on_dialog_deed_done)
        show(dialog)

    def _on_dialog_deed_done(self, moved: tuple[MovedDate, ...]) -> None:
        self.shell.bar(
            "good", self.tr("Entered; {count} running deadlines moved").format(count=len(moved))
        )


class NoticeDialog(CommandDialog):
    """Days off by ranges, make-up days one by one; what moves is listed before it is entered."""

    def __init__(self, store: Store, shell: Shell, year: CalendarYear, parent: QWidget) -> None:
        super().__init__(store, shell, "", deed="", parent=parent)
        self._year = year
        theme = shell.theme
        title = self.tr("Holiday notice of {year}").format(year=year.year)
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("Enter the notice"))
        self.source = LineEdit(
            theme, "" if year.source == SHIPPED else year.source, private=False, parent=self
        )
        self.off = TextArea(theme, lines=9, parent=self)
        self.work = TextArea(theme, lines=9, parent=self)
        self.off.set_value("\n".join(_ranges(year.days_off)))
        self.work.set_value("\n".join(f"{d.isoformat()} {n}".strip() for d, n in year.make_up_days))
        self.add_named("source", self.tr("Number of the notice"), self.source)
        days = self.name("days", self.tr("Days off: name, first day, last day"), self.off)
        self.add_fields(days, self.name("work", self.tr("Make-up working days"), self.work))
        days.set_help(self.tr("one holiday a line, for example 春节 2027-02-05 2027-02-12"))
        self.preview_button = Button(theme, self.tr("What would move?"), parent=self)
        self.moves: RowsTable[MovedDate] = RowsTable(shell, "moves", self._cell, parent=self)
        self.moves.set_columns(
            [
                Column("clock", self.tr("Term"), 200, stretch=True),
                Column("start", self.tr("Started"), 110),
                Column("before", self.tr("Until now"), 110),
                Column("after", self.tr("With the notice"), 120),
            ],
            self.tr("What would move?"),
        )
        self.moves.setMinimumHeight(theme.px(170))
        row = QHBoxLayout()
        row.addWidget(self.preview_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.add_widget(self.moves)
        self.resize(theme.px(760), theme.px(680))
        self.preview_button.clicked.connect(self._on_preview_clicked)

    def command(self) -> Command[tuple[MovedDate, ...]]:
        """Return the order to enter the notice."""
        return self._order()

    def accept(self) -> None:
        """Enter the notice, or show which line cannot be read."""
        if self._readable():
            super().accept()

    def _order(self) -> EnterNotice:
        days = [NoticeDay(d, is_working=False, name=n) for d, n in _days(self.off.value())]
        days += [NoticeDay(d, is_working=True, name=n) for d, n in _days(self.work.value())]
        return EnterNotice(self._year.year, tuple(days), self.source.value())

    def _readable(self) -> bool:
        for field, text in ((self._field("days"), self.off), (self._field("work"), self.work)):
            bad = unreadable(text.value())
            field.set_error(self.tr("Not understood: {line}").format(line=bad) if bad else "")
            if bad:
                return False
        return True

    def _field(self, name: str) -> Field:
        return self._by_name[name]

    def _cell(self, key: str, row: MovedDate) -> Cell:
        match key:
            case "clock":
                return TextCell(self.shell.labels.clock(row.rule, row.profile))
            case "start":
                return TextCell(row.started_on.isoformat(), "text2")
            case "before":
                return TextCell(row.before.isoformat(), "text2")
            case _:
                return TextCell(row.after.isoformat(), bold=True)

    def _on_preview_clicked(self) -> None:
        if self._readable():
            ask = partial(preview_notice, notice=self._order())
            self.store.read(
                ask, self._on_preview, seat="preview", owner=self, failed=self._on_refused
            )

    def _on_preview(self, moved: tuple[MovedDate, ...]) -> None:
        self.set_trouble("")
        self.moves.set_rows(moved)
        self.moves.foot.setText(
            self.tr("{count} running deadlines will move").format(count=len(moved))
        )

    def _on_refused(self, error: ZhengmingError) -> None:
        self.refuse(error)


def _words(line: str) -> tuple[list[date], str]:
    """Return the dates and the other words of a line; a date is written in full."""
    dates: list[date] = []
    names: list[str] = []
    for part in line.replace("至", " ").replace("—", " ").replace("~", " ").split():
        day = parse_date(part, today=date(2000, 1, 1)) if part[:4].isdecimal() else None
        if day is None:
            names.append(part)
        else:
            dates.append(day)
    return dates, " ".join(names)


def _days(text: str) -> list[tuple[date, str]]:
    found: list[tuple[date, str]] = []
    for line in text.splitlines():
        dates, name = _words(line)
        if not dates:
            continue
        first, last = dates[0], dates[-1]
        count = (last - first).days + 1
        found += [(first + timedelta(days=n), name) for n in range(max(1, count))]
    return found


def unreadable(text: str) -> str:
    """Return the first line that names no day or a range that runs backwards, else nothing."""
    for line in text.splitlines():
        if not line.strip():
            continue
        dates, _name = _words(line)
        if not 1 <= len(dates) <= 2 or dates[-1] < dates[0]:
            return line.strip()
    return ""


def _ranges(days: tuple[tuple[date, str], ...]) -> list[str]:
    """Return days off as lines of one range each."""
    lines: list[tuple[str, date, date]] = []
    for day, name in days:
        if lines and lines[-1][0] == name and day - lines[-1][2] == timedelta(days=1):
            lines[-1] = (name, lines[-1][1], day)
        else:
            lines.append((name, day, day))
    return [f"{name} {first.isoformat()} {last.isoformat()}".strip() for name, first, last in lines]
