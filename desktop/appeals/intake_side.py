"""Beside the form: what may be the same, which dates will start, what the visitor takes along."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from db.appeals.counter import StartingClock
from db.appeals.matching import Span, explain
from db.appeals.rows import AppealCard
from db.appeals.rows import DuplicateHit as Hit
from db.appeals.workflow import NAME as TRACK
from desktop.appeals.ledger_page import short_number
from desktop.shell import Shell
from desktop.theme import Theme
from desktop.widgets.buttons import Button, Tag
from desktop.widgets.frames import Panel
from desktop.widgets.labels import IconLabel, StatusPill, rule, text_label
from desktop.widgets.moves import DuplicateBanner, DuplicateHit
from desktop.widgets.ticks import TickBox
from desktop.widgets.words import DayWords

_SHOWN_HITS = 4


class SidePanel(QWidget):
    """The three panels; it asks nothing and shows what the page hands it."""

    compare_wanted = Signal(str)
    merge_wanted = Signal(str)
    dismissed = Signal()
    slip_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._days = DayWords(self)
        theme = shell.theme
        self.banner = DuplicateBanner(theme, parent=self)
        # Its buttons may wrap: a fixed height would squeeze the hits.
        self.banner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._clocks = Panel(theme, self.tr("Dates that will start"), flush=True, parent=self)
        self._clocks.note.setWordWrap(True)
        self._clock_rows = QVBoxLayout()
        self._clock_rows.setSpacing(0)
        self._clocks.body.addLayout(self._clock_rows)
        self._visitor = Panel(theme, self.tr("For the visitor"), parent=self)
        self.print_now = TickBox(theme, self.tr("Print at once"), checked=True, parent=self)
        line = QHBoxLayout()
        line.addWidget(IconLabel(theme, "printer", parent=self))
        words = self.tr("Receipt (half A4, names no matter)")
        line.addWidget(text_label(words, wrap=True, parent=self), 1)
        line.addWidget(self.print_now)
        self._visitor.body.addLayout(line)
        self.vertical = QWidget(self)
        words = self.tr(
            "Vertically managed: it can be registered, but only be redirected to the superior"
        )
        slip = Button(theme, self.tr("Print a guidance slip"), kind="link", parent=self)
        slip.clicked.connect(self.slip_wanted)
        told = QVBoxLayout(self.vertical)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(0)
        told.addWidget(text_label(words, "guard", wrap=True, parent=self))
        told.addWidget(slip, 0, Qt.AlignmentFlag.AlignLeft)
        self.vertical.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(14), theme.px(14), theme.px(14))
        column.setSpacing(theme.px(12))
        for part in (self.vertical, self.banner, self._clocks, self._visitor):
            column.addWidget(part)
        column.addStretch(1)
        self.banner.compare_wanted.connect(self.compare_wanted)
        self.banner.merge_wanted.connect(self.merge_wanted)
        self.banner.dismissed.connect(self.dismissed)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show what looks alike."""
        self.banner.set_hits([self._hit(hit) for hit in hits[:_SHOWN_HITS]])

    def show_clocks(self, received_on: date, clocks: Sequence[StartingClock]) -> None:
        """Show which dates a registration starts."""
        while self._clock_rows.count():
            item = self._clock_rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        note = self.tr("from receipt on {day}, that day not counted")
        self._clocks.set_title(
            self.tr("Dates that will start"), note.format(day=self._days.day(received_on))
        )
        rows = [self._clock(clock) for clock in clocks]
        rows.append(
            self._line(
                self.tr("Completion"),
                self.tr("not started"),
                self.tr("fixed when it is accepted under a procedure"),
                self.tr("statutory or own"),
            )
        )
        for row in rows:
            self._clock_rows.addWidget(row)
            row.show()

    def _clock(self, clock: StartingClock) -> QWidget:
        chinese = self._shell.labels.chinese
        name = clock.clock_zh if chinese else clock.clock_en
        if clock.unit == "wd":
            term = self.tr("{n} working days").format(n=clock.length)
        else:
            term = self.tr("{n} days").format(n=clock.length)
        kind = self.tr("Statutory") if clock.is_statutory else self.tr("Own limit")
        due = self._days.day_and_weekday(clock.due_on)
        if clock.provisional:
            due = self.tr("{due} (provisional)").format(due=due)
        return self._line(name, due, f"{kind} ・ {term}", self._skipped(clock))

    def _skipped(self, clock: StartingClock) -> str:
        if not clock.skipped:
            return self.tr("calendar days") if clock.unit == "cd" else ""
        if clock.unit == "cd":
            return self.tr("moved on from a rest day")
        if clock.holidays:
            return self.tr("skips {names}").format(names=self.tr(", ").join(clock.holidays))
        days = self.tr(", ").join(str(day.day) for day in clock.skipped)
        return self.tr("skips the weekend of {days}").format(days=days)

    def _line(self, left: str, right: str, below: str, aside: str) -> QWidget:
        box = QWidget(self)
        grid = QGridLayout()
        grid.setContentsMargins(14, 7, 14, 7)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(text_label(left, parent=box), 0, 0)
        grid.addWidget(text_label(right, parent=box), 0, 1)
        grid.addWidget(text_label(below, "label", wrap=True, parent=box), 1, 0)
        grid.addWidget(text_label(aside, "label", parent=box), 1, 1)
        for row in (0, 1):
            item = grid.itemAtPosition(row, 1)
            if item is not None:
                item.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(rule("hairline", box))
        return box

    def _hit(self, hit: Hit) -> DuplicateHit:
        snippet = hit.row.subject
        shared = next((piece for piece in hit.shared if piece in snippet), "")
        start = snippet.find(shared) if shared else -1
        if start < 0 and hit.shared:
            snippet, start = hit.shared[0], 0
            shared = snippet
        return DuplicateHit(
            key=str(hit.row.id),
            number=short_number(hit.row.number) or hit.row.source_number,
            person=hit.row.person_name,
            unit=hit.row.unit_text,
            pill=self._shell.labels.pill(TRACK, hit.row.pill),
            snippet=snippet,
            marks=((start, start + len(shared)),) if start >= 0 and shared else (),
            score=hit.score,
            reasons=tuple(self._reason(reason) for reason in hit.reasons),
        )

    def _reason(self, reason: str) -> str:
        if reason == "same_person":
            return self.tr("same person")
        if reason == "same_name":
            return self.tr("same name")
        if reason == "same_sound":
            return self.tr("sounds alike")
        if reason == "same_unit":
            return self.tr("same unit")
        if reason == "same_text":
            return self.tr("same text")
        return self.tr("similar text")


class CompareDialog(QDialog):
    """并排对照: the form's text beside an earlier appeal, what both say on the found ground."""

    merge_wanted = Signal(int)

    def __init__(self, shell: Shell, mine: str, card: AppealCard, *, parent: QWidget) -> None:
        super().__init__(parent)
        theme = shell.theme
        self._card = card
        self.setWindowTitle(self.tr("Compare side by side"))
        told = explain(mine, card.facts)
        grid = QGridLayout()
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(text_label(self.tr("This form"), "section", parent=self), 0, 0)
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(text_label(short_number(card.row.number), "section", parent=self))
        head.addWidget(text_label(card.row.person_name, parent=self))
        head.addWidget(text_label(card.row.unit_text, "secondary", parent=self), 1)
        head.addWidget(StatusPill(theme, shell.labels.pill(TRACK, card.row.pill), self))
        grid.addLayout(head, 0, 1)
        grid.addWidget(_text(theme, mine, told.first, self), 1, 0)
        grid.addWidget(_text(theme, card.facts, told.second, self), 1, 1)
        grid.setRowStretch(1, 1)
        percent = self.tr("{percent} % alike").format(percent=round(told.similarity * 100))
        merge = Button(theme, self.tr("Repeats this one"), kind="primary", parent=self)
        close = Button(theme, self.tr("Close"), key="Esc", parent=self)
        merge.clicked.connect(self._on_merge_clicked)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 9, 18, 9)
        foot.addWidget(merge)
        foot.addWidget(close)
        foot.addStretch(1)
        foot.addWidget(Tag(theme, percent, self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid, 1)
        column.addWidget(rule(parent=self))
        column.addLayout(foot)
        self.resize(theme.px(860), theme.px(480))
        close.setFocus()

    def _on_merge_clicked(self) -> None:
        self.merge_wanted.emit(self._card.row.id)
        self.accept()


def _text(theme: Theme, text: str, spans: Sequence[Span], parent: QWidget) -> QWidget:
    """Return a read-only text with marked pieces."""
    area = QPlainTextEdit(text, parent)
    area.setReadOnly(True)
    look = QTextCharFormat()
    look.setBackground(theme.color("mark"))
    look.setForeground(theme.color("on_mark"))
    selections = []
    for span in spans:
        cursor = QTextCursor(area.document())
        cursor.setPosition(len(text[: span.start].encode("utf-16-le")) // 2)
        cursor.setPosition(
            len(text[: span.end].encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor
        )
        selection = QTextEdit.ExtraSelection()
        selection.format = look
        selection.cursor = cursor
        selections.append(selection)
    area.setExtraSelections(selections)
    return area
