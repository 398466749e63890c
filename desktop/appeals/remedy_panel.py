"""The person's own ways against a decision: whom, until when, on what basis."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from db.appeals.remedy import RemedyLine, RemedyView
from db.codes.remedies import Limit, RemedyPath
from db.codes.remedy_table import remedy_table
from desktop.shell import Shell
from desktop.why import DateReasons
from desktop.widgets.labels import text_label


class RemedyPanel(QWidget):
    """One line a way; blank where no source gives a period."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._reasons = DateReasons(shell, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(shell.theme.px(4))
        self._body: QWidget | None = None
        self._told = ""

    def text(self) -> str:
        """Return everything that is shown, for a reader of the screen."""
        return self._told

    def show_view(self, view: RemedyView | None) -> None:
        """Show the ways, or nothing."""
        if self._body is not None:
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        self._told = ""
        if view is None:
            return
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._shell.theme.px(14))
        grid.setVerticalSpacing(self._shell.theme.px(3))
        grid.setColumnStretch(3, 1)
        chinese = self._shell.labels.chinese
        title = self.tr("Own ways of: {kind}").format(
            kind=view.found.kind_words.of(chinese=chinese)
        )
        said = [title]
        grid.addWidget(text_label(title, "guard", parent=body), 0, 0, 1, 4)
        for place, line in enumerate(view.lines, start=1):
            for column, (words, kind) in enumerate(self._cells(line)):
                label = text_label(words, kind, wrap=column == 3, parent=body)
                grid.addWidget(label, place, column, Qt.AlignmentFlag.AlignTop)
                said.append(words)
        note = view.found.note_words.of(chinese=chinese)
        said.append(note)
        grid.addWidget(text_label(note, "hint", wrap=True, parent=body), grid.rowCount(), 0, 1, 4)
        self._body = body
        self._column.addWidget(body)
        body.show()
        self._told = "；".join(filter(None, said)) if chinese else "; ".join(filter(None, said))
        self.setAccessibleName(self._told)

    def _cells(self, line: RemedyLine) -> tuple[tuple[str, str], ...]:
        path = line.path
        chinese = self._shell.labels.chinese
        last, kind = self._last(path)
        return (
            (path.act.of(chinese=chinese), "secondary" if path.in_time is False else "strong"),
            (line.body_zh if chinese else line.body_en, ""),
            (last, kind),
            (self._source(path), "hint"),
        )

    def _last(self, path: RemedyPath) -> tuple[str, str]:
        if path.step == "internal":
            return "", ""
        if path.limit is Limit.NONE:
            return self.tr("at any time"), "strong"
        if path.length is None or path.unit is None:
            return self.tr("period not known, left blank"), "secondary"
        if path.last_day is None or path.days_left is None:
            term = self._reasons.term(path.length, path.unit)
            start = remedy_table().starts[path.start].of(chinese=self._shell.labels.chinese)
            return self.tr("within {term} of {start}").format(term=term, start=start), ""
        day = path.last_day.isoformat()
        if path.provisional:
            day = self.tr("{day} (provisional)").format(day=day)
        if path.days_left < 0:
            return self.tr("ended on {day}").format(day=day), "bad"
        words = self.tr("until {day}, {n} days left")
        return words.format(day=day, n=path.days_left), "strong"

    def _source(self, path: RemedyPath) -> str:
        labels = self._shell.labels
        found = [labels.code("deadline_kind", "statutory")] if path.statutory else []
        found.append(path.basis.of(chinese=labels.chinese))
        if path.limit is not Limit.UNKNOWN:
            # Of a period that nobody found, no confidence can be told.
            found.append(labels.code("confidence", path.tag.lower()))
        return " · ".join(filter(None, found))
