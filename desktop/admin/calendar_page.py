"""工作日历: a year at a glance, its notice pasted or typed, and what it moves told beforehand."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from db.codes.changing import (
    EnterNotice,
    MovedDate,
    NoticeDay,
    Recount,
    pending_recount,
    preview_notice,
    preview_recount,
)
from db.codes.listing import CalendarYear, calendar_year, calendar_years
from db.codes.notice_text import Found, NoticeFault, NoticeText, Span, read_notice
from db.codes.queries import SHIPPED_SOURCE
from db.core.errors import ZhengmingError
from db.core.tx import Command
from desktop.admin.admin_page import RowsTable, page_column
from desktop.admin.command_dialog import CommandDialog, show
from desktop.admin.recounting import MovedWords, RecountRunner
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.dates import parse_date
from desktop.widgets.editors import ComboBox, LineEdit, Option, TextArea
from desktop.widgets.field import Field
from desktop.widgets.frames import Bar, PageHead
from desktop.widgets.labels import text_label
from desktop.widgets.table import Column
from desktop.widgets.words import DayWords
from desktop.widgets.year_grid import YearDays, YearGrid

Line = tuple[date, bool, str]

PREVIEW_AFTER_MS = 400


class CalendarPage(Page):
    """The days of a year that differ from the plain week."""

    watches = frozenset({"calendar_day", "calendar_year", "clock_entry"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        self._shown: CalendarYear | None = None
        self._waiting = 0
        self._words = DayWords(self)
        self._runner = RecountRunner(store, shell, self)
        self._head = PageHead(theme, "", parent=self)
        self.year = ComboBox(theme, parent=self)
        self.year.setMaximumWidth(theme.px(140))
        self.recount = Button(theme, "", parent=self)
        self.enter = Button(theme, "", kind="primary", parent=self)
        self._head.add_widget(self.year)
        self._head.add_action(self.recount)
        self._head.add_action(self.enter)
        self.bar = Bar(theme, "wait", "", closable=False, parent=self)
        self.bar.hide()
        self._bars = QWidget(self)
        self._bars.hide()
        above = QVBoxLayout(self._bars)
        above.setContentsMargins(20, 8, 20, 8)
        above.addWidget(self.bar)
        self.rows: RowsTable[Line] = RowsTable(shell, "calendar", self._cell, parent=self)
        self.grid = YearGrid(theme)
        page_column(self, self._head, self._bars, self._halves())
        self.year.value_changed.connect(self._on_year_value_changed)
        self.enter.clicked.connect(self._on_enter_clicked)
        self.recount.clicked.connect(self._on_recount_clicked)
        self._runner.finished.connect(self._on_runner_finished)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the years, and whether a recount waits."""
        self.store.read(calendar_years, self._on_years, seat="years", owner=self)
        self.store.read(pending_recount, self._on_pending, seat="pending", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Working calendar"))
        self._area.setAccessibleName(self.tr("Working calendar"))
        self.enter.setText(self.tr("Enter the notice"))
        self.recount.setText(self.tr("Recompute all"))
        self.rows.set_columns(
            [
                Column("day", self.tr("Day"), 110, locked=True),
                Column("weekday", self.tr("Weekday"), 70),
                Column("kind", self.tr("Kind"), 150),
                Column("name", self.tr("Holiday"), 110, stretch=True),
            ],
            self.tr("Working calendar"),
        )
        self._show_year()

    def _halves(self) -> QSplitter:
        halves = QSplitter(self)
        halves.addWidget(self.rows)
        area = self._area = QScrollArea(halves)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        inside = QWidget(area)
        inside.setProperty("kind", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self.grid)
        column.addStretch(1)
        area.setWidget(inside)
        halves.addWidget(area)
        halves.setStretchFactor(1, 1)
        halves.setSizes([self.shell.theme.px(460), self.shell.theme.px(760)])
        return halves

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

    def _on_pending(self, after_id: int) -> None:
        self._waiting = after_id

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
        self.grid.set_days(YearDays(year.year, dict(year.days_off), dict(year.make_up_days)))
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
        if year.source == SHIPPED_SOURCE:
            return self.tr("public table of the State Council's notices")
        issued = year.issued_on.isoformat() if year.issued_on else ""
        return " ".join(filter(None, (year.source, issued))) or "—"

    def _on_year_value_changed(self, _value: str) -> None:
        self._ask_year()

    def _on_enter_clicked(self) -> None:
        if self._shown is None:
            return
        dialog = NoticeDialog(self.store, self.shell, self._shown, self)
        dialog.deed_done.connect(self._on_dialog_deed_done)
        show(dialog)

    def _on_dialog_deed_done(self, done: Recount) -> None:
        self._runner.take(done)

    def _on_recount_clicked(self) -> None:
        self.store.read(preview_recount, self._on_recount_preview, seat="recount", owner=self)

    def _on_recount_preview(self, moved: tuple[MovedDate, ...]) -> None:
        if not moved and not self._waiting:
            self.shell.bar("good", self.tr("Every running deadline is as rules and calendar say"))
            return
        dialog = RecountDialog(self.store, self.shell, moved, self)
        dialog.deed_done.connect(self._on_recount_wanted)
        show(dialog)

    def _on_recount_wanted(self, _value: object) -> None:
        self._runner.start()

    def _on_runner_finished(self, moved: int) -> None:
        self.shell.bar("good", self.tr("Done; {count} running deadlines moved").format(count=moved))


class RecountDialog(CommandDialog):
    """What a recount would move, before it is done."""

    def __init__(
        self, store: Store, shell: Shell, moved: tuple[MovedDate, ...], parent: QWidget
    ) -> None:
        super().__init__(store, shell, "", deed="", parent=parent)
        title = self.tr("Recompute every running deadline")
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("Recompute"))
        self._moved = MovedWords(shell, self)
        self.moves: RowsTable[MovedDate] = RowsTable(shell, "moves", self._moved.cell, parent=self)
        self.moves.set_columns(self._moved.columns(moved), title)
        self.moves.setMinimumHeight(shell.theme.px(240))
        self.moves.set_rows(moved)
        self.moves.foot.setText(self._moved.count(moved))
        self.add_widget(self.moves)
        self.resize(shell.theme.px(720), shell.theme.px(420))

    def accept(self) -> None:
        """Close; the page does the chunks."""
        self.close_done(None)


class NoticeDialog(CommandDialog):
    """The notice pasted and read, or typed by ranges; what changes is shown beforehand."""

    def __init__(self, store: Store, shell: Shell, year: CalendarYear, parent: QWidget) -> None:
        super().__init__(store, shell, "", deed="", parent=parent)
        self._year = year
        self._moved = MovedWords(shell, self)
        theme = shell.theme
        title = self.tr("Holiday notice of {year}").format(year=year.year)
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("Enter the notice"))
        self.text = TextArea(theme, lines=3, parent=self)
        self.read_button = Button(theme, self.tr("Read the text"), parent=self)
        self.faults = text_label("", "guard", wrap=True, parent=self)
        self.faults.hide()
        shipped = year.source == SHIPPED_SOURCE
        self.source = LineEdit(
            theme, "" if shipped else year.source, private=False, max_length=120, parent=self
        )
        self.issued = DateEdit(theme, shell.today, past=True, parent=self)
        self.issued.set_day(None if shipped else year.issued_on)
        self.off = TextArea(theme, lines=6, parent=self)
        self.work = TextArea(theme, lines=6, parent=self)
        self.off.set_value("\n".join(_ranges(year.days_off)))
        self.work.set_value("\n".join(f"{d.isoformat()} {n}".strip() for d, n in year.make_up_days))
        self.grid = YearGrid(theme, self)
        self.preview_button = Button(theme, self.tr("What would move?"), parent=self)
        self.moves: RowsTable[MovedDate] = RowsTable(shell, "moves", self._moved.cell, parent=self)
        self.moves.set_columns(self._moved.columns(), self.tr("What would move?"))
        self.moves.setMinimumHeight(theme.px(150))
        self._lay_out_halves()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.read_button.clicked.connect(self._on_read_clicked)
        self.preview_button.clicked.connect(self._on_preview_clicked)
        self.off.value_changed.connect(self._on_days_value_changed)
        self.work.value_changed.connect(self._on_days_value_changed)
        self._show_grid()
        self.resize(theme.px(1190), theme.px(700))

    def command(self) -> Command[Recount]:
        """Return the order to enter the notice."""
        return self._order()

    def accept(self) -> None:
        """Enter the notice, or show which line cannot be read."""
        if self._readable():
            super().accept()

    def _lay_out_halves(self) -> None:
        theme = self.theme
        pasted = self.name("text", self.tr("Text of the notice, pasted"), self.text)
        source = self.name("source", self.tr("Number of the notice"), self.source, required=True)
        issued = self.name("issued_on", self.tr("Day of the notice"), self.issued)
        days = self.name("days", self.tr("Days off: name, first day, last day"), self.off)
        days.set_help(self.tr("one holiday a line, for example 春节 2027-02-05 2027-02-12"))
        work = self.name("work", self.tr("Make-up working days"), self.work)
        self._fields += [pasted, source, issued, days, work]
        left = QVBoxLayout()
        left.setSpacing(theme.px(10))
        left.addWidget(pasted)
        left.addLayout(_beside(self.read_button))
        left.addWidget(self.faults)
        numbered = QHBoxLayout()
        numbered.setSpacing(theme.px(12))
        numbered.addWidget(source, 3)
        numbered.addWidget(issued, 2)
        left.addLayout(numbered)
        both = QHBoxLayout()
        both.setSpacing(theme.px(12))
        both.addWidget(days, 3)
        both.addWidget(work, 2)
        left.addLayout(both)
        left.addLayout(_beside(self.preview_button))
        left.addWidget(self.moves, 1)
        right = QVBoxLayout()
        right.addWidget(self.grid)
        right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(theme.px(20))
        halves.addLayout(left, 5)
        halves.addLayout(right, 6)
        self.body.addLayout(halves, 1)

    def _order(self) -> EnterNotice:
        days = [NoticeDay(d, is_working=False, name=n) for d, n in _days(self.off.value())]
        days += [NoticeDay(d, is_working=True, name=n) for d, n in _days(self.work.value())]
        return EnterNotice(self._year.year, tuple(days), self.source.value(), self.issued.day())

    def _readable(self) -> bool:
        for field, text in ((self._field("days"), self.off), (self._field("work"), self.work)):
            bad = unreadable(text.value())
            field.set_error(self.tr("Not understood: {line}").format(line=bad) if bad else "")
            if bad:
                return False
        return True

    def _field(self, name: str) -> Field:
        return self._by_name[name]

    def _on_read_clicked(self) -> None:
        found = read_notice(self.text.value(), year=self._year.year)
        if found.year is not None and found.year != self._year.year:
            words = self.tr("This text is about {year}; choose that year first")
            self._field("text").set_error(words.format(year=found.year))
            return
        self._field("text").clear_error()
        self._tell_faults(found)
        if not found.spans:
            return
        if found.source:
            self.source.set_value(found.source)
        if found.issued_on is not None:
            self.issued.set_day(found.issued_on)
        self.off.set_value("\n".join(_lines(found.spans, works=False)))
        self.work.set_value("\n".join(_lines(found.spans, works=True)))
        self._show_grid()
        self._ask_preview()

    def _tell_faults(self, found: NoticeText) -> None:
        self.faults.setText("\n".join(self._fault(one) for one in found.faults))
        self.faults.setHidden(not found.faults)

    def _fault(self, found: Found) -> str:
        match found.fault:
            case NoticeFault.WEEKDAY:
                words = self.tr("The weekday does not fit the day: {words}")
            case NoticeFault.COUNT:
                words = self.tr("The number of days does not fit: {words}")
            case NoticeFault.BAD_DAY:
                words = self.tr("There is no such day: {words}")
            case NoticeFault.BACKWARDS:
                words = self.tr("These days run backwards: {words}")
            case NoticeFault.NOTHING_READ:
                words = self.tr("No day was found in: {words}")
            case _:
                words = self.tr("No holiday was found in the text")
        return words.format(words=found.words)

    def _on_days_value_changed(self, _text: str) -> None:
        self._timer.start()

    def _on_timer_timeout(self) -> None:
        if not unreadable(self.off.value()) and not unreadable(self.work.value()):
            self._show_grid()

    def _show_grid(self) -> None:
        off, work = dict(_days(self.off.value())), dict(_days(self.work.value()))
        before_off, before_work = dict(self._year.days_off), dict(self._year.make_up_days)
        changed = (off.keys() ^ before_off.keys()) | (work.keys() ^ before_work.keys())
        self.grid.set_days(YearDays(self._year.year, off, work, frozenset(changed)))

    def _on_preview_clicked(self) -> None:
        if self._readable():
            self._show_grid()
            self._ask_preview()

    def _ask_preview(self) -> None:
        ask = partial(preview_notice, notice=self._order())
        self.store.read(ask, self._on_preview, seat="preview", owner=self, failed=self._on_refused)

    def _on_preview(self, moved: tuple[MovedDate, ...]) -> None:
        self.set_trouble("")
        self.moves.set_columns(self._moved.columns(moved), self.tr("What would move?"))
        self.moves.set_rows(moved)
        self.moves.foot.setText(self._moved.count(moved))

    def _on_refused(self, error: ZhengmingError) -> None:
        self.refuse(error)


def _beside(button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row


def _lines(spans: Iterable[Span], *, works: bool) -> list[str]:
    """Return spans of a kind as lines that can be corrected by hand."""
    found = []
    for span in spans:
        if span.is_working != works:
            continue
        days = [span.first.isoformat()]
        if span.last != span.first:
            days.append(span.last.isoformat())
        found.append(f"{span.name} {' '.join(days)}")
    return found


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
