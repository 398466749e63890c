"""并排对照: two letters beside each other, with what they share on marked ground."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from db.appeals.matching import Span
from db.appeals.rows import AppealCard
from db.appeals.workflow import NAME as TRACK
from desktop.appeals.duplicates_work import Pair
from desktop.shell import Shell
from desktop.widgets.buttons import Button
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import TextArea
from desktop.widgets.labels import StatusPill, text_label


class CompareDialog(FormDialog):
    """The older letter at the left; `linked` and `apart` carry the ids of both."""

    linked = Signal(int, int)
    apart = Signal(int, int)

    def __init__(self, shell: Shell, pair: Pair, parent: QWidget | None = None) -> None:
        super().__init__(
            shell.theme,
            "",
            deed="",
            enter_moves_on=False,
            parent=parent,
        )
        self._shell = shell
        self._pair = pair
        percent = round(pair.why.similarity * 100)
        words = self.tr("Same text") if pair.why.exact else self.tr("{0} % alike").format(percent)
        self.setWindowTitle(self.tr("Side by side"))
        self.heading.setText(words)
        self.deed_button.setText(self.tr("Link as repeated"))
        self.cancel_button.setText(self.tr("Close"))
        self.not_same = Button(shell.theme, self.tr("Not the same matter"), parent=self)
        self.foot_row.insertWidget(1, self.not_same)
        sides = QWidget(self)
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(shell.theme.px(16))
        self.texts = [
            self._side(row, pair.first, pair.why.first),
            self._side(row, pair.second, pair.why.second),
        ]
        self.add_widget(sides)
        self.not_same.clicked.connect(self._on_not_same_clicked)
        self.resize(shell.theme.px(1040), shell.theme.px(640))
        self.deed_button.setFocus()

    def accept(self) -> None:
        """Link them."""
        self.linked.emit(self._pair.first.row.id, self._pair.second.row.id)
        super().accept()

    def _on_not_same_clicked(self) -> None:
        self.apart.emit(self._pair.first.row.id, self._pair.second.row.id)
        self.reject()

    def _side(self, row: QHBoxLayout, card: AppealCard, spans: Sequence[Span]) -> TextArea:
        theme, labels = self.theme, self._shell.labels
        column = QVBoxLayout()
        column.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.addWidget(text_label(card.row.number or card.row.source_number, "strong", parent=self))
        head.addStretch(1)
        head.addWidget(StatusPill(theme, labels.pill(TRACK, card.row.pill), self))
        column.addLayout(head)
        received = card.row.received_on.isoformat() if card.row.received_on else ""
        facts = "  ".join(
            x for x in (card.row.person_name, card.unit_full or card.row.unit_text, received) if x
        )
        column.addWidget(text_label(facts, "secondary", wrap=True, parent=self))
        column.addWidget(text_label(card.row.subject, "section", wrap=True, parent=self))
        text = TextArea(theme, card.facts, lines=14, parent=self)
        text.setReadOnly(True)
        text.setAccessibleName(card.row.subject)
        text.setExtraSelections(self._marked(text, spans))
        column.addWidget(text, 1)
        row.addLayout(column, 1)
        return text

    def _marked(self, text: TextArea, spans: Sequence[Span]) -> list[QTextEdit.ExtraSelection]:
        look = QTextCharFormat()
        look.setBackground(self.theme.color("mark"))
        look.setForeground(self.theme.color("on_mark"))
        place = _places(text.toPlainText())
        found = []
        for span in spans:
            cursor = QTextCursor(text.document())
            cursor.setPosition(place[min(span.start, len(place) - 1)])
            end = place[min(span.end, len(place) - 1)]
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = look
            found.append(selection)
        return found


def _places(text: str) -> list[int]:
    """Return where each character begins in the document, which counts rare ones twice."""
    found, place = [], 0
    for character in text:
        found.append(place)
        place += 2 if ord(character) > 0xFFFF else 1
    found.append(place)
    return found
