"""Dialogs of the page: definitions, the manager's words, closing, corrections, the closing slip."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from db.statistics.measures import MEASURES, CountUnit
from db.statistics.reporting import measure_names
from db.statistics.rows import ClosedMonth, Correction, OwnWords
from desktop.theme import Theme
from desktop.widgets.buttons import Button
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import LineEdit, TextArea
from desktop.widgets.field import Field
from desktop.widgets.labels import rule, text_label
from desktop.widgets.ticks import TickBox
from desktop.widgets.words import DayWords


class ReadingDialog(QDialog):
    """Something to read, with one button that closes it."""

    def __init__(self, theme: Theme, title: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.body = QWidget(self)
        self.body.setProperty("kind", "page")
        self.grid = QGridLayout(self.body)
        self.grid.setContentsMargins(20, 14, 20, 14)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(theme.px(6))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.body)
        self.heading = text_label(title, "section", wrap=True, parent=self)
        self.heading.setContentsMargins(20, 14, 20, 8)
        self.close_button = Button(theme, self.tr("Close"), key="Esc", parent=self)
        self.close_button.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 12)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(rule("rule", self))
        column.addWidget(scroll, 1)
        column.addWidget(rule("rule", self))
        column.addLayout(foot)

    def set_title(self, title: str) -> None:
        """Name the dialog."""
        self.setWindowTitle(title)
        self.heading.setText(title)

    def sizeHint(self) -> QSize:
        """Wide enough to read."""
        return QSize(self.theme.px(860), self.theme.px(560))

    def add_row(self, *words: str, head: bool = False) -> None:
        """Put a row of words under the others."""
        line = self.grid.rowCount()
        for place, text in enumerate(words):
            label = text_label(text, "label" if head else "", wrap=True, parent=self.body)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(label, line, place)


class MeasuresDialog(ReadingDialog):
    """统计口径: every measure with its unit, its definition and the date that decides."""

    def __init__(self, theme: Theme, *, chinese: bool, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self.set_title(self.tr("Definitions"))
        self.add_row(self.tr("Measure"), self.tr("Unit"), self.tr("Definition"), head=True)
        units: Mapping[CountUnit, str] = {
            CountUnit.CASES: self.tr("cases"),
            CountUnit.PERSONS: self.tr("persons"),
            CountUnit.PERSON_TIMES: self.tr("person-times"),
            CountUnit.ITEMS: self.tr("items"),
            CountUnit.SHARE: "%",
        }
        names = measure_names()
        tongue = "zh" if chinese else "en"
        for measure in MEASURES:
            told = names[measure.identifier]
            self.add_row(told[tongue], units[measure.unit], told[f"def_{tongue}"])
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnMinimumWidth(0, theme.px(190))


class CorrectionsDialog(ReadingDialog):
    """更正: what later entries changed of a closed month; the closed figures stay."""

    def __init__(
        self,
        theme: Theme,
        corrections: Sequence[Correction],
        *,
        chinese: bool,
        names: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", parent=parent)
        self.set_title(self.tr("Corrections"))
        self.add_row(
            self.tr("Item"),
            self.tr("As told"),
            self.tr("Corrected"),
            self.tr("Reason"),
            self.tr("Entered by"),
            head=True,
        )
        tongue = "zh" if chinese else "en"
        for found in corrections:
            item = measure_names()[found.identifier][tongue]
            if found.value:
                item = self.tr("{item} ({value})").format(
                    item=item, value=names.get(found.value, found.value)
                )
            reasons = dict.fromkeys(f"{late.number} {late.note}".strip() for late in found.reasons)
            actors = dict.fromkeys(late.actor_name for late in found.reasons if late.actor_name)
            self.add_row(
                item, str(found.old), str(found.new), "；".join(reasons), "、".join(actors)
            )
        self.grid.setColumnStretch(3, 1)


class SlipDialog(ReadingDialog):
    """月结单: when a month was closed, by whom, who signed, and the head of the audit chain."""

    def __init__(self, theme: Theme, closed: ClosedMonth, *, cut_off: str, parent: QWidget) -> None:
        super().__init__(theme, "", parent=parent)
        self.set_title(self.tr("Closing slip"))
        days = DayWords(self)
        for label, value in (
            (self.tr("Month"), closed.month),
            (
                self.tr("Period"),
                self.tr("{start} to {end}").format(
                    start=days.long(closed.start), end=days.long(closed.end)
                ),
            ),
            (self.tr("Cut-off"), cut_off),
            (self.tr("Closed by"), closed.closed_by),
            (self.tr("Signed by"), closed.signed_by),
            (self.tr("Head of the audit chain"), closed.chain_head),
        ):
            self.add_row(label, value)
        self.grid.setColumnStretch(1, 1)
        self.grid.setRowStretch(self.grid.rowCount(), 1)

    def sizeHint(self) -> QSize:
        """A slip is small."""
        return QSize(self.theme.px(640), self.theme.px(300))


class CloseMonthDialog(FormDialog):
    """月结: who signed the report; afterwards the figures never change."""

    def __init__(self, theme: Theme, month: str, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        title = self.tr("Close {month}").format(month=month)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.deed_button.setText(self.tr("Close the month"))
        self.add_widget(
            text_label(
                self.tr(
                    "Close it only after the leader has signed the report. The figures then never "
                    "change; later entries show as corrections in the next report."
                ),
                "secondary",
                wrap=True,
                parent=self,
            )
        )
        self._signer = LineEdit(theme, private=True, max_length=80, parent=self)
        self.signer = self.add_field(
            Field(
                theme,
                self.tr("Signed by"),
                self._signer,
                required=True,
                help_text=self.tr("Name and post, as on the report"),
                parent=self,
            )
        )

    def signed_by(self) -> str:
        """Return who signed."""
        return self._signer.value()


class OwnWordsDialog(FormDialog):
    """Sections 五 and 六: the manager's own words, above them what the program writes."""

    def __init__(
        self, theme: Theme, words: OwnWords, written: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        title = self.tr("Text of the report")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.deed_button.setText(self.tr("Save"))
        shown = text_label(written, "", wrap=True, parent=self)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setWidget(shown)
        scroll.setMinimumHeight(theme.px(180))
        self.add_widget(scroll)
        self._concerns = TextArea(theme, words.concerns, lines=4, max_length=4000, parent=self)
        self._steps = TextArea(theme, words.next_steps, lines=4, max_length=4000, parent=self)
        self.add_field(
            Field(
                theme,
                self.tr("Five: questions that need attention"),
                self._concerns,
                help_text=self.tr("{accepted_count} and other fields stand for their figures"),
                parent=self,
            )
        )
        self.add_field(Field(theme, self.tr("Six: next steps"), self._steps, parent=self))

    def sizeHint(self) -> QSize:
        """Room for three texts."""
        return QSize(self.theme.px(820), self.theme.px(640))

    def concerns(self) -> str:
        """Return section 五."""
        return self._concerns.value()

    def next_steps(self) -> str:
        """Return section 六."""
        return self._steps.value()


class MakeReportDialog(FormDialog):
    """生成月报: which files, and the number of the copy."""

    def __init__(
        self, theme: Theme, month: str, *, version: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        title = self.tr("Report of {month}, {version}").format(month=month, version=version)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.deed_button.setText(self.tr("Choose where to save"))
        self.word = TickBox(
            theme, self.tr("Document to rewrite (.docx)"), checked=True, parent=self
        )
        self.sheet = TickBox(theme, self.tr("Tables (.xlsx)"), checked=True, parent=self)
        self.pdf = TickBox(theme, self.tr("Print file (.pdf)"), checked=True, parent=self)
        for box in (self.word, self.sheet, self.pdf):
            self.add_widget(box)
        self._number = LineEdit(theme, private=False, max_length=6, parent=self)
        self.number = self.add_field(
            Field(
                theme,
                self.tr("Copy number"),
                self._number,
                help_text=self.tr("Printed on the full version only"),
                parent=self,
            )
        )

    def problems(self) -> Mapping[Field, str]:
        """A copy number is a number."""
        found = dict(super().problems())
        text = self._number.value()
        if text and not (text.isascii() and text.isdigit()):
            found[self.number] = self.tr("Digits only")
        return found

    def copy_number(self) -> int:
        """Return the number of the copy, 0 for none."""
        text = self._number.value()
        return int(text) if text.isascii() and text.isdigit() else 0

    def formats(self) -> frozenset[str]:
        """Return the suffixes wanted."""
        boxes = {".docx": self.word, ".xlsx": self.sheet, ".pdf": self.pdf}
        return frozenset(suffix for suffix, box in boxes.items() if box.isChecked())
