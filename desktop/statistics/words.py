"""Turns the figures of a month into tiles, lines and bars in the present language."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from db.statistics.measures import BY_IDENTIFIER
from db.statistics.periods import Month
from db.statistics.rows import Duration, MonthFigures, PeriodFigures, UnitFigures
from db.statistics.small_cells import HIDDEN, is_small
from db.statistics.text import NOTHING_TO_SHARE, percent
from desktop.labels import Labels
from desktop.statistics.chart import ChartMonth
from desktop.statistics.tables import BarLine
from desktop.widgets.figures import Figure
from desktop.widgets.words import DayWords

CATEGORIES = "appeal_category"


class MonthWords(QObject):
    """Writes one month in one version.

    Args:
        figures: The month.
        period: Name of the period shown: `current` or `year_to_date`.
        hidden: Figures hidden in the 通报版.
        hidden_months: What each month of the year hides in its own 通报版.
        labels: Labels of lists.
    """

    def __init__(
        self,
        figures: MonthFigures,
        *,
        period: str,
        hidden: frozenset[tuple[str, str, str, str]],
        hidden_months: tuple[frozenset[tuple[str, str, str]], ...] = (),
        is_circular: bool,
        labels: Labels,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.figures = figures
        self.period = period
        self.hidden = hidden
        self._hidden_months = hidden_months
        self.is_circular = is_circular
        self._labels = labels
        self._days = DayWords(self)

    @property
    def told(self) -> PeriodFigures:
        """Return the figures of the period shown."""
        return self.figures.period(self.period)

    @property
    def compared(self) -> str:
        """Return the name of the same period a year before."""
        return "last_year" if self.period == "current" else "last_year_to_date"

    def count(self, figure: str, period: str = "", *, dimension: str = "", value: str = "") -> str:
        """Return a count as shown: hidden in the 通报版 where it must be."""
        name = period or self.period
        if (name, figure, dimension, value) in self.hidden:
            return HIDDEN
        told = self.figures.period(name)
        if dimension == "category":
            return str(told.category(value).get(figure, 0))
        return str(told[figure])

    def share(self, figure: str) -> str:
        """Return a share without its sign: 96.7, — or ＊."""
        measure = BY_IDENTIFIER[figure]
        lines = (*measure.numerator, *measure.denominator)
        if any((self.period, name, "", "") in self.hidden for name in lines):
            return HIDDEN
        told = self.told
        return percent(
            sum(told[name] for name in measure.numerator),
            sum(told[name] for name in measure.denominator),
        ).removesuffix("%")

    def tiles(self) -> list[Figure]:
        """Return the ten figures of the page."""
        return [
            self._opening(),
            self._flow("accepted_count", self.tr("Accepted")),
            self._flow("handled_count", self.tr("Handled")),
            self._open(),
            self._timely(),
            self._received(),
            self._substantive(),
            self._satisfaction(),
            self._talks(),
            self._reviews(),
        ]

    def public_tiles(self) -> list[Figure]:
        """Return the totals of the year for the 对外版."""
        figures = (
            ("received_count", self.tr("Registered so far"), self.tr("cases")),
            ("accepted_count", self.tr("Accepted so far"), self.tr("cases")),
            ("handled_count", self.tr("Handled so far"), self.tr("cases")),
            ("handling_rate", self.tr("Handling rate"), "%"),
            ("care_talk_person_times", self.tr("Care talks so far"), self.tr("talks")),
        )
        return [
            Figure(
                figure,
                label,
                self.share(figure) if BY_IDENTIFIER[figure].is_rate else self.count(figure),
                unit,
            )
            for figure, label, unit in figures
        ]

    def _opening(self) -> Figure:
        eve = self._days.day(self.told.period.eve)
        return Figure(
            "opening_count",
            self.tr("Open at the start"),
            self.count("opening_count"),
            self.tr("cases"),
            fact=self.tr("{day}, 24:00").format(day=eve),
        )

    def _flow(self, figure: str, label: str) -> Figure:
        last = self.count(figure, self.compared)
        aside = self.tr("last year {count}").format(count=last)
        fact = self._versus(figure) if self.period == "current" else ""
        return Figure(
            figure,
            label,
            self.count(figure),
            self.tr("cases"),
            fact=fact or aside,
            aside=aside if fact else "",
        )

    def _versus(self, figure: str) -> str:
        new, old = self.count(figure), self.count(figure, "previous")
        if HIDDEN in (new, old):
            return self.tr("last month {count}").format(count=HIDDEN)
        change = int(new) - int(old)
        if change > 0:
            return self.tr("{count} more than last month").format(count=change)
        if change < 0:
            return self.tr("{count} fewer than last month").format(count=-change)
        return self.tr("as last month")

    def _open(self) -> Figure:
        exits = self.count("other_exit_count")
        parts = [
            self.count("opening_count"),
            "＋" + self.count("accepted_count"),
            "−" + self.count("handled_count"),
        ]
        if exits != "0":
            parts.append("−" + exits)
        return Figure(
            "open_count",
            self.tr("Open at the end"),
            self.count("open_count"),
            self.tr("cases"),
            fact=self.tr("of them {count} overdue").format(count=self.count("overdue_count")),
            aside="".join(parts),
        )

    def _timely(self) -> Figure:
        return Figure(
            "timely_completion_rate",
            self.tr("Answered in time"),
            self.share("timely_completion_rate"),
            "%",
            fact=self.tr("{above} ÷ {below} cases").format(
                above=self.count("timely_handled_count"), below=self.count("timed_handled_count")
            ),
            aside=self.tr("{count} without a limit").format(
                count=self.count("untimed_handled_count")
            ),
        )

    def _received(self) -> Figure:
        parts = [self.tr("accepted {count}").format(count=self.count("accepted_count"))]
        for figure, words in (
            ("redirected_count", self.tr("redirected {count}")),
            ("not_accepted_count", self.tr("not accepted {count}")),
            ("merged_count", self.tr("merged {count}")),
        ):
            if self.told[figure]:
                parts.append(words.format(count=self.count(figure)))
        return Figure(
            "received_count",
            self.tr("Registered"),
            self.count("received_count"),
            self.tr("cases"),
            fact=self.tr(", ").join(parts),
            aside=self.tr("{count} advised").format(count=self.count("consultation_person_times")),
        )

    def _substantive(self) -> Figure:
        return Figure(
            "substantive_rate",
            self.tr("Settled in substance"),
            self.share("substantive_rate"),
            "%",
            fact=self.tr("{above} ÷ {below} cases").format(
                above=self.count("substantive_handled_count"), below=self.count("handled_count")
            ),
            aside=self.tr("without {count} withdrawn").format(
                count=self.count("handled_withdrawn_count")
            ),
        )

    def _satisfaction(self) -> Figure:
        told = self.told
        rated = ("satisfied_count", "basically_satisfied_count", "unsatisfied_count")
        hidden = any((self.period, name, "", "") in self.hidden for name in rated)
        above = HIDDEN if hidden else str(told[rated[0]] + told[rated[1]])
        below = HIDDEN if hidden else str(sum(told[name] for name in rated))
        service = self.share("service_satisfaction_rate")
        sign = "" if service in (HIDDEN, NOTHING_TO_SHARE) else "%"
        return Figure(
            "satisfaction_rate",
            self.tr("Satisfied with the result"),
            self.share("satisfaction_rate"),
            "%",
            fact=self.tr("{above} ÷ {below} cases").format(above=above, below=below),
            aside=self.tr("service {share}").format(share=service + sign),
        )

    def _talks(self) -> Figure:
        return Figure(
            "care_talk_person_times",
            self.tr("Care talks"),
            self.count("care_talk_person_times"),
            self.tr("talks"),
            fact=self.tr("{count} persons").format(count=self.count("care_talk_person_count")),
            aside=self.tr("planned {count}").format(count=self.count("talk_planned_count")),
        )

    def _reviews(self) -> Figure:
        changed, decided = self.figures.reviews_changed, self.figures.reviews_decided
        if self.is_circular and (is_small(changed) or is_small(decided)):
            above = below = value = HIDDEN
        else:
            above, below = str(changed), str(decided)
            value = percent(changed, decided).removesuffix("%")
        return Figure(
            "",
            self.tr("Changed on review"),
            value,
            "%" if decided else "",
            fact=self.tr("{above} ÷ {below} cases").format(above=above, below=below),
            aside="" if decided else self.tr("nothing to share"),
        )

    # -- chart ------------------------------------------------------------------------------

    def months(self) -> list[ChartMonth]:
        """Return the months of the year for the chart."""
        found = []
        for place, entry in enumerate(self.figures.trend):
            month = Month.parse(entry.month)
            found.append(
                ChartMonth(
                    label=self.month_name(month),
                    accepted=self._of_month(place, "accepted_count", entry.accepted),
                    handled=self._of_month(place, "handled_count", entry.handled),
                    open=self._of_month(place, "open_count", entry.open),
                    is_current=entry.month == self.figures.month,
                )
            )
        if any(month.open is None for month in found):
            # A stock follows from the one before and what came and went between.
            found = [replace(month, open=None) for month in found]
        return found

    def _of_month(self, place: int, figure: str, value: int) -> int | None:
        """Return a month's number, None where its own 通报版 or this one hides it."""
        last = len(self.figures.trend) - 1
        hidden = place < len(self._hidden_months) and (
            (figure, "", "") in self._hidden_months[place]
        )
        named = {last: "current", last - 1: "previous"}.get(place, "")
        hidden = hidden or (named, figure, "", "") in self.hidden
        return None if hidden else self._shown(value)

    def month_name(self, month: Month) -> str:
        """Return 10月, or Oct."""
        names: tuple[Callable[[], str], ...] = (
            lambda: self.tr("Jan"),
            lambda: self.tr("Feb"),
            lambda: self.tr("Mar"),
            lambda: self.tr("Apr"),
            lambda: self.tr("May"),
            lambda: self.tr("Jun"),
            lambda: self.tr("Jul"),
            lambda: self.tr("Aug"),
            lambda: self.tr("Sep"),
            lambda: self.tr("Oct"),
            lambda: self.tr("Nov"),
            lambda: self.tr("Dec"),
        )
        return names[month.number - 1]()

    def _shown(self, value: int) -> int | None:
        return None if self.is_circular and is_small(value) else value

    # -- panels -----------------------------------------------------------------------------

    def funnel(self) -> list[BarLine]:
        """Return 函复 → 评估 → 应予澄清 → 已实施."""
        told = self.told
        received, assessed = told["finding_received_count"], told["assessed_count"]
        should, cleared = told["should_clear_count"], told["cleared_case_count"]
        private = self.count("kept_private_count")
        waiting = self.count("clearing_open_count")
        return [
            self._step(
                "finding_received_count",
                self.tr("Answers received"),
                received,
                0,
                self.tr("from the competent organ"),
            ),
            self._step(
                "assessed_count",
                self.tr("Assessed"),
                assessed,
                received - assessed,
                self._gap(received - assessed, self.tr("{count} to assess")),
            ),
            self._step(
                "should_clear_count",
                self.tr("To be cleared"),
                should,
                assessed - should,
                self._gap(assessed - should, self.tr("{count} not to clear")),
                self.tr("reasons stay inside"),
            ),
            self._step(
                "cleared_case_count",
                self.tr("Cleared"),
                cleared,
                should - cleared,
                self.tr("{count} pending").format(count=waiting),
                self.tr("{count} kept private").format(count=private),
            ),
        ]

    def _gap(self, gap: int, words: str) -> str:
        if gap <= 0:
            return ""
        return words.format(count=HIDDEN if self.is_circular and is_small(gap) else gap)

    def _step(
        self, figure: str, label: str, value: int, gap: int, note: str, detail: str = ""
    ) -> BarLine:
        shown = self.count(figure)
        is_hidden = shown == HIDDEN
        return BarLine(
            key=figure,
            label=label,
            values=(None if is_hidden else value,),
            value=shown,
            gap=0 if self.is_circular else max(0, gap),
            note=note,
            detail=detail if note else "",
        )

    def clearing(self) -> str:
        """Return the coverage of clearing with its sum."""
        share = self.share("clearing_rate")
        sign = "" if share in (HIDDEN, NOTHING_TO_SHARE) else "%"
        return self.tr(
            "Coverage {share}: (cleared {cleared} + kept private {private}) ÷ "
            "(pending {pending} + to be cleared {should})"
        ).format(
            share=share + sign,
            cleared=self.count("cleared_case_count"),
            private=self.count("kept_private_count"),
            pending=self.count("clearing_opening_count"),
            should=self.count("should_clear_count"),
        )

    def units(self) -> list[BarLine]:
        """Return the units in the area's own order, never by number (OFFICE §5-47)."""
        found = []
        for unit in self.told.by_unit:
            if unit.unit_id is None:
                if unit["open_count"]:
                    found.append(self._waiting(unit))
                continue
            taken = self._of_unit(unit, "passed_in_count")
            handled = self._of_unit(unit, "handled_count")
            drawn = (taken, handled) if unit.counts_time else ()
            found.append(
                BarLine(
                    key=f"unit|{unit.unit_id}",
                    label=unit.name,
                    values=drawn,
                    value=f"{_or_hidden(taken)} / {_or_hidden(handled)}",
                    instead=""
                    if unit.counts_time
                    else self.tr("only taken over and answered, no times"),
                )
            )
        return found

    def _waiting(self, unit: UnitFigures) -> BarLine:
        value = self._of_unit(unit, "open_count")
        return BarLine(
            key="waiting|",
            label=self.tr("Not handed over"),
            values=(),
            value=_or_hidden(value),
            instead=self.tr("accepted, no unit yet"),
        )

    def _of_unit(self, unit: UnitFigures, figure: str) -> int | None:
        key = str(unit.unit_id or "waiting")
        if self.period != "current":
            value = unit[figure]
            return None if self.is_circular and is_small(value) else value
        return None if ("current", figure, "unit", key) in self.hidden else unit[figure]

    def categories(self) -> list[BarLine]:
        """Return the categories in the order of the list."""
        found = []
        for key, row in self.told.by_category.items():
            shown = self.count("accepted_count", dimension="category", value=key)
            found.append(
                BarLine(
                    key=f"category|{key}",
                    label=self._labels.code(CATEGORIES, key, short=True),
                    values=(None if shown == HIDDEN else row["accepted_count"],),
                    value=shown,
                )
            )
        return found

    def durations(self) -> tuple[list[str], list[list[str]]]:
        """Return headings and rows of the lengths."""
        heads = [
            self.tr("Time taken"),
            self.tr("median"),
            self.tr("nine in ten"),
            self.tr("median last month"),
            self.tr("unit"),
        ]
        return heads, [self._duration(entry) for entry in self.figures.durations]

    def _duration(self, entry: Duration) -> list[str]:
        names = {
            "to_acceptance": self.tr("Receipt to acceptance"),
            "to_answer": self.tr("Acceptance to answer"),
        }
        hidden = self.is_circular and is_small(entry.count)
        values = [
            HIDDEN if hidden and v is not None else NOTHING_TO_SHARE if v is None else str(v)
            for v in (entry.median, entry.most, entry.previous_median)
        ]
        return [names[entry.name], *values, self.tr("days")]

    def month_title(self) -> str:
        """Return 2026年10月, or Oct 2026."""
        month = self.figures.name
        return self._days.month(date(month.year, month.number, 1))


def _or_hidden(value: int | None) -> str:
    return HIDDEN if value is None else str(value)
