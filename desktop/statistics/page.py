"""统计月报: a month in figures that foot, each of which opens its list (look h-statistics)."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from db.core.clock import civil_time
from db.core.errors import ZhengmingError
from db.core.permissions import Permission
from db.statistics.asking import MonthPage, month_page, names
from db.statistics.closing import CloseMonth, SaveMonthText
from db.statistics.lists import case_ids
from db.statistics.measures import APPEAL, CLARIFICATION, TALK
from db.statistics.periods import Month
from db.statistics.reporting import Version, version_name
from db.statistics.rows import Cases, ClosedMonth, Names, OwnWords
from db.statistics.text import write_text
from desktop.shell import Page, Shell
from desktop.statistics.chart import TrendChart
from desktop.statistics.dialogs import (
    CloseMonthDialog,
    CorrectionsDialog,
    MakeReportDialog,
    MeasuresDialog,
    OwnWordsDialog,
    SlipDialog,
)
from desktop.statistics.making import Wanted, make_files
from desktop.statistics.tables import BarLine, BarList, BarShape, Legend, SmallTable, fact_label
from desktop.statistics.words import MonthWords
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.editors import Option, Segmented
from desktop.widgets.figures import FigureStrip
from desktop.widgets.frames import Bar, PageHead, Panel, row_of
from desktop.widgets.labels import text_label
from desktop.widgets.words import DayWords

NARROW = 980
PAGES = {APPEAL: "ledger", CLARIFICATION: "clarification", TALK: "care"}
"""The page that lists the cases of a track."""


class StatisticsPage(Page):
    """The monthly report on screen.

    Figures come at once from facts; a closed month shows what was signed. Nothing ranks units or
    persons.
    """

    watches = frozenset(
        {
            "appeal",
            "ordinary_appeal",
            "clarification",
            "care_talk",
            "consultation",
            "month_close",
            "month_text",
            "setting",
        }
    )

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        today = shell.today()
        self._month = Month(today.year, today.month)
        self._page: MonthPage | None = None
        self._names = Names("")
        self._days = DayWords(self)
        self._words: MonthWords | None = None
        self._build_head()
        self._bar = Bar(shell.theme, "info", "", closable=False, parent=self)
        self._slip_link = Button(shell.theme, "", kind="link", parent=self)
        self._bar.add_widget(self._slip_link)
        self._bar.hide()
        self._build_panels()
        self._lay_out()
        self._connect()
        self.retranslate()

    # -- building ---------------------------------------------------------------------------

    def _build_head(self) -> None:
        theme = self.shell.theme
        self._head = PageHead(theme, "", parent=self)
        self._before = Button(theme, "", kind="quiet", icon="caret-left", small=True, parent=self)
        self._month_label = text_label("", "section", parent=self)
        self._after = Button(theme, "", kind="quiet", icon="caret-right", small=True, parent=self)
        self._scope = Segmented(
            theme,
            [Option("current", ""), Option("year_to_date", ""), Option("annual", "")],
            value="current",
            parent=self,
        )
        self._hint = text_label("", "hint", parent=self)
        self._version = Segmented(
            theme,
            [Option(v.value, "") for v in (Version.FULL, Version.CIRCULAR, Version.PUBLIC)],
            value=Version.FULL.value,
            parent=self,
        )
        self._make = Button(theme, "", kind="primary", icon="file-text", parent=self)
        self._text = Button(theme, "", icon="pencil-simple", parent=self)
        self._definitions = Button(theme, "", kind="quiet", icon="question", parent=self)
        for widget in (self._before, self._month_label, self._after, self._scope, self._hint):
            self._head.add_widget(widget)
        for widget in (self._version, self._make, self._text, self._definitions):
            self._head.add_action(widget)

    def _build_panels(self) -> None:
        theme = self.shell.theme
        self._strip = FigureStrip(theme, columns=5, parent=self)
        self._trend = Panel(theme, parent=self)
        self._legend = Legend(theme, parent=self._trend)
        self._trend.add_to_head(self._legend)
        self._chart = TrendChart(theme, self._trend)
        self._trend.body.addWidget(self._chart, 1)
        self._funnel = Panel(theme, parent=self)
        self._steps = BarList(
            theme,
            shape=BarShape(label=60, value=52, note=160, height=36, bold=True),
            parent=self._funnel,
        )
        self._coverage = fact_label("", self._funnel)
        self._funnel.body.addWidget(self._steps)
        self._funnel.body.addStretch(1)
        self._funnel.body.addWidget(self._coverage)
        self._units = Panel(theme, parent=self)
        self._unit_legend = Legend(theme, parent=self._units)
        self._units.add_to_head(self._unit_legend)
        self._unit_bars = BarList(
            theme, shape=BarShape(label=60, value=64, height=24), parent=self._units
        )
        self._durations = SmallTable(theme, parent=self._units)
        self._units.body.addWidget(self._unit_bars)
        self._units.body.addStretch(1)
        self._units.body.addWidget(self._durations)
        self._categories = Panel(theme, parent=self)
        self._category_bars = BarList(
            theme,
            shape=BarShape(label=60, value=40, height=24),
            columns=2,
            parent=self._categories,
        )
        self._late = fact_label("", self._categories)
        self._categories.body.addWidget(self._category_bars)
        self._categories.body.addStretch(1)
        self._categories.body.addWidget(self._late)

    def _lay_out(self) -> None:
        for panel in (self._trend, self._funnel, self._units, self._categories):
            # The shares of a row are the same in both rows, whatever the words beside the titles.
            panel.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._head.setMinimumWidth(1)
        self._upper = row_of(self._trend, self._funnel, spacing=12)
        self._lower = row_of(self._units, self._categories, spacing=12)
        for row in (self._upper, self._lower):
            row.setStretch(0, 15)
            row.setStretch(1, 13)
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(12)
        column.addWidget(self._bar)
        column.addWidget(self._strip)
        column.addLayout(self._upper)
        column.addLayout(self._lower)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(scroll, 1)

    def _connect(self) -> None:
        self._before.clicked.connect(self._on_before_clicked)
        self._after.clicked.connect(self._on_after_clicked)
        self._scope.value_changed.connect(self._on_scope_value_changed)
        self._version.value_changed.connect(self._on_version_value_changed)
        self._make.clicked.connect(self._on_make_clicked)
        self._text.clicked.connect(self._on_text_clicked)
        self._definitions.clicked.connect(self._on_definitions_clicked)
        self._bar.link_clicked.connect(self._on_bar_link_clicked)
        self._slip_link.clicked.connect(self._on_slip_link_clicked)
        self._strip.opened.connect(self._on_figure_opened)
        for bars in (self._steps, self._unit_bars, self._category_bars):
            bars.opened.connect(self._on_figure_opened)

    # -- words ------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Monthly report"))
        self._before.setAccessibleName(self.tr("Month before"))
        self._after.setAccessibleName(self.tr("Next month"))
        self._hint.setText(self.tr("A click on a figure opens its list"))
        for button, words in zip(
            self._scope.buttons(),
            (self.tr("Month"), self.tr("Year so far"), self.tr("Whole year")),
            strict=True,
        ):
            button.setText(words)
        for button, words in zip(
            self._version.buttons(),
            (self.tr("Full"), self.tr("Circular"), self.tr("Public")),
            strict=True,
        ):
            button.setText(words)
        for segmented in (self._scope, self._version):
            for button in segmented.buttons():
                room = self.shell.theme.metrics(13, bold=True).horizontalAdvance(button.text())
                button.setMinimumWidth(room + 26)
        self._scope.setAccessibleName(self.tr("Period"))
        self._version.setAccessibleName(self.tr("Version"))
        self._make.setText(self.tr("Make the report"))
        self._show_buttons()
        self._slip_link.setText(self.tr("Closing slip"))
        self._legend.set_names(self.tr("accepted"), self.tr("handled"))
        self._unit_legend.set_names(self.tr("taken over"), self.tr("handled"))
        self._show()

    # -- asking -----------------------------------------------------------------------------

    def reload(self) -> None:
        """Ask for the month."""
        is_circular = self._version.value() == Version.CIRCULAR.value
        self.store.read(
            partial(month_page, month=str(self._asked()), circular=is_circular),
            self._on_month_page,
            seat="month",
            owner=self,
        )
        self.store.read(names, self._on_names, seat="names", owner=self)

    def apply_filters(self, **filters: object) -> None:
        """Take `month`, such as 2026-10."""
        month = filters.get("month")
        if isinstance(month, str):
            self._month = Month.parse(month)
            self.reload()

    def _asked(self) -> Month:
        if self._scope.value() == "annual":
            return Month(self._month.year, 12)
        return self._month

    def _period(self) -> str:
        if self._version.value() == Version.PUBLIC.value:
            return "year_to_date"
        return "current" if self._scope.value() == "current" else "year_to_date"

    def _on_names(self, found: Names) -> None:
        self._names = found

    def _on_month_page(self, page: MonthPage) -> None:
        self._page = page
        self._show()
        self._show_buttons()

    # -- showing ----------------------------------------------------------------------------

    def _show(self) -> None:
        today = self.shell.today()
        self._after.setEnabled(self._month < Month(today.year, today.month))
        page = self._page
        if page is None:
            return
        if self._words is not None:
            self._words.deleteLater()
        is_circular = self._version.value() == Version.CIRCULAR.value
        words = MonthWords(
            page.figures,
            period=self._period(),
            hidden=page.hidden,
            hidden_months=page.hidden_months,
            is_circular=is_circular,
            labels=self.shell.labels,
            parent=self,
        )
        self._words = words
        self._month_label.setText(words.month_title())
        is_public = self._version.value() == Version.PUBLIC.value
        self._strip.set_figures(words.public_tiles() if is_public else words.tiles())
        for panel in (self._trend, self._funnel, self._units, self._categories):
            panel.setVisible(not is_public)
        self._show_trend(words)
        self._show_funnel(words)
        self._show_units(words)
        self._show_categories(words)
        self._show_closing(page)

    def _show_trend(self, words: MonthWords) -> None:
        self._trend.set_title(
            self.tr("Months of the year"), self.tr("cases, by day of acceptance and of answer")
        )
        months = words.months()
        said = "; ".join(
            self.tr("{month}: accepted {accepted}, handled {handled}, open {open}").format(
                month=m.label, accepted=m.accepted, handled=m.handled, open=m.open
            )
            for m in months
        )
        self._chart.set_months(months, row_name=self.tr("Open"), said=said)

    def _show_funnel(self, words: MonthWords) -> None:
        self._funnel.set_title(
            self.tr("From answer to clearing"), self.tr("cases, by day of each step")
        )
        self._steps.set_lines(words.funnel())
        self._coverage.setText(words.clearing())

    def _show_units(self, words: MonthWords) -> None:
        self._units.set_title(
            self.tr("By handling unit"),
            self.tr("cases, taken over / handled, in the order of units, no ranking"),
        )
        self._unit_bars.set_lines(words.units())
        heads, rows = words.durations()
        self._durations.set_rows(heads, rows)

    def _show_categories(self, words: MonthWords) -> None:
        count = words.count("accepted_count")
        self._categories.set_title(
            self.tr("By category"),
            self.tr("accepted {count} cases; the circular hides small numbers").format(count=count),
        )
        self._category_bars.set_lines(words.categories())

    def _show_closing(self, page: MonthPage) -> None:
        closed, is_month = page.closed, self._scope.value() == "current"
        may_close = self.store.actor.may(Permission.MONTH_CLOSE)
        waits = closed is None and page.is_over and may_close
        self._text.setVisible(may_close and is_month)
        self._bar.setVisible(is_month and (closed is not None or waits))
        self._slip_link.setVisible(closed is not None)
        count = len(page.corrections)
        self._late.setText(
            self.tr("{count} figures corrected since the closing").format(count=count)
            if count
            else ""
        )
        self._late.setVisible(bool(count))
        if not is_month:
            return
        if closed is not None:
            self._say_closed(closed, count)
        elif waits:
            self._bar.say(
                self.tr("{month} is not closed yet").format(month=self._month_label.text()),
                detail=self.tr("Close it after the leader has signed the report"),
                link=self.tr("Close month"),
            )

    def _say_closed(self, closed: ClosedMonth, count: int) -> None:
        at = civil_time(closed.cut_off_at)
        moment = f"{self._days.day(at.date())} {at:%H:%M}"
        self._bar.say(
            self.tr("{month} is closed").format(month=self._month_label.text()),
            detail=self.tr(
                "Closed by {name} after signature, cut-off {moment}. The figures stay; "
                "{count} later corrections are told apart."
            ).format(name=closed.closed_by, moment=moment, count=count),
            link=self.tr("Corrections") if count else "",
        )

    def _show_buttons(self) -> None:
        """Name the buttons of the head, by picture and tooltip alone where room is short."""
        named = (
            (self._text, self.tr("Text")),
            (self._definitions, self.tr("Definitions")),
        )
        self._hint.hide()
        for button, words in named:
            button.setText(words)
            button.setToolTip(words)
            button.setAccessibleName(words)
        if self._head.sizeHint().width() > self.width():
            for button, _ in named:
                button.setText("")
            return
        self._hint.show()
        self._hint.setVisible(self._head.sizeHint().width() <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panels under each other in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < self.shell.theme.px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self._upper, self._lower):
            row.setDirection(direction)
        self._strip.set_columns(3 if narrow else 5)
        self._show_buttons()

    # -- deeds ------------------------------------------------------------------------------

    def _on_before_clicked(self) -> None:
        self._month = self._month.previous
        self.reload()

    def _on_after_clicked(self) -> None:
        self._month = self._month.following
        self.reload()

    def _on_scope_value_changed(self, _value: str) -> None:
        self.reload()

    def _on_version_value_changed(self, _value: str) -> None:
        self.reload()

    def _on_figure_opened(self, key: str) -> None:
        kind, _, value = key.partition("|")
        figure = {
            "unit": "passed_in_count",
            "waiting": "open_count",
            "category": "accepted_count",
        }.get(kind, kind)
        page = self._page
        as_of = page.figures.as_of if page is not None and page.closed else None
        self.store.read(
            partial(
                case_ids,
                figure=figure,
                month=str(self._asked()),
                period=self._period(),
                as_of=as_of,
                category=value if kind == "category" else None,
                unit_id=int(value) if kind == "unit" else None,
                waiting=kind == "waiting",
            ),
            partial(self._on_case_ids, self._title_of(key)),
            seat="list",
            owner=self,
        )

    def _title_of(self, key: str) -> str:
        words = {line.key: line.label for bars in self._bars() for line in _lines(bars)}
        tiles = {t.figure().key: t.figure().label for t in self._strip.tiles()}
        label = words.get(key) or tiles.get(key, "")
        return self.tr("{month}: {label}").format(month=self._month_label.text(), label=label)

    def _bars(self) -> tuple[BarList, ...]:
        return (self._steps, self._unit_bars, self._category_bars)

    def _on_case_ids(self, title: str, found: Cases) -> None:
        page = PAGES.get(found.track, "")
        if not found.ids or not self.shell.has_page(page):
            self.shell.bar("info", self.tr("No case that you may open stands behind this figure"))
            return
        self.shell.open_page(page, ids=list(found.ids), title=title)

    def _on_definitions_clicked(self) -> None:
        dialog = MeasuresDialog(self.shell.theme, chinese=self.shell.labels.chinese, parent=self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_bar_link_clicked(self) -> None:
        if self._page is None:
            return
        if self._page.closed is None:
            self._ask_closing()
            return
        lists = {**self._names.categories, **self._names.channels}
        dialog = CorrectionsDialog(
            self.shell.theme,
            self._page.corrections,
            chinese=self.shell.labels.chinese,
            names=lists,
            parent=self,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_slip_link_clicked(self) -> None:
        if self._page is None or self._page.closed is None:
            return
        at = civil_time(self._page.closed.cut_off_at)
        dialog = SlipDialog(
            self.shell.theme,
            self._page.closed,
            cut_off=f"{self._days.long(at.date())} {at:%H:%M}",
            parent=self,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_closing(self) -> None:
        dialog = CloseMonthDialog(self.shell.theme, self._month_label.text(), parent=self)
        dialog.accepted.connect(partial(self._on_close_accepted, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_close_accepted(self, dialog: CloseMonthDialog) -> None:
        self.store.submit(
            CloseMonth(str(self._month), dialog.signed_by()),
            self._on_month_closed,
            owner=self,
        )

    def _on_month_closed(self, _row: int) -> None:
        self.shell.bar("good", self.tr("The month is closed"))
        self.reload()

    def _on_text_clicked(self) -> None:
        if self._page is not None:
            self._open_text(self._page.own)

    def _open_text(self, own: OwnWords) -> None:
        page = self._page
        if page is None:
            return
        written = write_text(page.figures, self._names).text
        dialog = OwnWordsDialog(self.shell.theme, own, written, parent=self)
        dialog.deed_button.setEnabled(page.closed is None)
        dialog.accepted.connect(partial(self._on_text_accepted, dialog, own.version))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_text_accepted(self, dialog: OwnWordsDialog, seen: int | None) -> None:
        self.store.submit(
            SaveMonthText(
                str(self._month),
                dialog.concerns(),
                dialog.next_steps(),
                seen=seen,
            ),
            self._on_text_saved,
            owner=self,
            failed=partial(self._on_text_failed, dialog.concerns(), dialog.next_steps()),
        )

    def _on_text_failed(self, concerns: str, next_steps: str, error: ZhengmingError) -> None:
        # What was typed comes back, with the version that is stored now.
        self.shell.fail(error)
        stored = getattr(error, "stored", {})
        version = stored.get("version") if isinstance(stored, Mapping) else None
        kept = self._page.own.version if self._page else None
        self._open_text(
            OwnWords(concerns, next_steps, version if isinstance(version, int) else kept)
        )

    def _on_text_saved(self, _version: int) -> None:
        self.shell.bar("good", self.tr("The text is saved"))
        self.reload()

    def _on_make_clicked(self) -> None:
        version = Version(self._version.value())
        dialog = MakeReportDialog(
            self.shell.theme,
            self._month_label.text(),
            version=self._version_label(),
            parent=self,
        )
        dialog.number.setVisible(version is Version.FULL)
        dialog.accepted.connect(partial(self._on_make_accepted, dialog, version))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _version_label(self) -> str:
        for button in self._version.buttons():
            if button.isChecked():
                return button.text()
        return ""

    def _on_make_accepted(self, dialog: MakeReportDialog, version: Version) -> None:
        formats = dialog.formats()
        if not formats:
            return
        month = self._asked()
        suggested = f"{month.year}年{month.number}月干部诉求受理工作月报（{version_name(version)}）"
        first = next(s for s in (".docx", ".xlsx", ".pdf") if s in formats)
        kinds = {".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)", ".pdf": "PDF (*.pdf)"}
        number = dialog.copy_number()
        self.shell.ask_save_path(
            suggested + first,
            kinds[first],
            partial(self._on_path, str(month), version, formats, number),
        )

    def _on_path(
        self, month: str, version: Version, formats: frozenset[str], number: int, path: Path
    ) -> None:
        wanted = Wanted(month, version, formats, number, path)
        self._make.setEnabled(False)
        self.store.errand(
            partial(make_files, wanted=wanted),
            self._on_files,
            owner=self,
            failed=self._on_make_failed,
        )

    def _on_files(self, paths: list[Path]) -> None:
        self._make.setEnabled(True)
        listed = "、".join(path.name for path in paths)
        self.shell.bar("good", self.tr("Saved: {files}").format(files=listed))

    def _on_make_failed(self, error: ZhengmingError) -> None:
        self._make.setEnabled(True)
        self.shell.fail(error)


def _lines(bars: BarList) -> list[BarLine]:
    return [button.line() for button in bars.buttons()]
