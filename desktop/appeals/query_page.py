"""查询答复: the words an applicant may be told, large, and nothing else (OFFICE §4.3, §5-33)."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.appeals.telling import Answer, TellApplicant
from db.core.errors import RefusedError, ZhengmingError
from desktop.appeals.query_work import Told, clarification_told, numbers_meant
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.editors import LineEdit
from desktop.widgets.field import Field
from desktop.widgets.frames import PageHead, Panel
from desktop.widgets.keys import EnterMovesOn
from desktop.widgets.labels import text_label
from desktop.widgets.ticks import TickBox
from desktop.widgets.words import DayWords

FORGET_MS = 120_000
"""An answer does not stay on the screen for the next in the queue."""

WIDTH = 620


class QueryPage(Page):
    """Asks for number and telephone, or a card shown in person; tells the state words."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._told: Told | None = None
        self._asked = False
        self._days = DayWords(self)
        theme = shell.theme
        self._head = PageHead(theme, "", parent=self)
        self._panel = Panel(theme, parent=self)
        self.number = LineEdit(theme, parent=self._panel)
        self.last4 = LineEdit(theme, max_length=4, parent=self._panel)
        self._number_field = Field(theme, "", self.number, required=True, parent=self._panel)
        self._last4_field = Field(theme, "", self.last4, parent=self._panel)
        self.in_person = TickBox(theme, "", parent=self._panel)
        self.ask = Button(theme, "", kind="primary", key="Ctrl+Enter", parent=self._panel)
        self.clear = Button(theme, "", key="Esc", parent=self._panel)
        self._answer = Panel(theme, parent=self)
        self.words = text_label("", wrap=True, parent=self._answer)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note = text_label("", "secondary", wrap=True, parent=self._answer)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(FORGET_MS)
        self._keys = EnterMovesOn(self._panel, enabled=shell.settings.enter_moves_on)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.number)
        self.retranslate()

    def _lay_out(self) -> None:
        theme = self.shell.theme
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._number_field, 3, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._last4_field, 1, Qt.AlignmentFlag.AlignTop)
        self._panel.body.addLayout(row)
        self._panel.body.addWidget(self.in_person)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self.ask)
        deeds.addWidget(self.clear)
        deeds.addStretch(1)
        self._panel.body.addLayout(deeds)
        self._answer.body.setContentsMargins(24, 36, 24, 36)
        self._answer.body.setSpacing(theme.px(14))
        self._answer.body.addWidget(self.words)
        self._answer.body.addWidget(self._note)
        middle = QVBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self._panel)
        middle.addWidget(self._answer)
        middle.addStretch(1)
        box = QFrame(self)
        box.setLayout(middle)
        box.setMaximumWidth(theme.px(WIDTH))
        around = QHBoxLayout()
        around.setContentsMargins(20, 24, 20, 20)
        around.addStretch(1)
        around.addWidget(box, 8)
        around.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(around, 1)
        self._show()

    def _set_size(self) -> None:
        self.words.setFont(self.shell.theme.font(26, bold=True))

    def _connect(self) -> None:
        self.shell.theme.changed.connect(self._set_size)
        self._set_size()
        self.ask.clicked.connect(self.submit)
        self._keys.submitted.connect(self.submit)
        self.clear.clicked.connect(self.forget)
        self._forget.timeout.connect(self.forget)
        self.number.value_changed.connect(self._on_typed)
        self.last4.value_changed.connect(self._on_typed)
        self.in_person.toggled.connect(self._on_in_person_toggled)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Answer to a query"))
        self._head.set_note(self.tr("These words only are told to the applicant"))
        self._number_field.label.setText(self.tr("Number on the receipt"))
        self._number_field.set_help(self.tr("The whole number, or as 2026-0387"))
        self._last4_field.label.setText(self.tr("Last four digits of the telephone"))
        self.in_person.setText(self.tr("In person, card shown and compared"))
        self.ask.setText(self.tr("Query"))
        self.clear.setText(self.tr("Clear"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears everything."""
        if event.key() == Qt.Key.Key_Escape:
            self.forget()
            return
        super().keyPressEvent(event)

    def submit(self) -> None:
        """Ask; whatever is not to be told reads the same as what is not there."""
        self._number_field.clear_error()
        self._last4_field.clear_error()
        self.ask.setEnabled(False)
        self.store.read(
            partial(numbers_meant, typed=self.number.value()),
            self._ask_appeal,
            seat="number",
            owner=self,
            failed=self._on_refused,
        )

    def _ask_appeal(self, numbers: tuple[str, ...], place: int = 0) -> None:
        command = TellApplicant(
            numbers[place], self.last4.value().strip(), self.in_person.isChecked()
        )
        self.store.submit(
            command,
            partial(self._on_answer, numbers, place),
            owner=self,
            failed=self._on_refused,
        )

    def _on_answer(self, numbers: tuple[str, ...], place: int, answer: Answer) -> None:
        if answer.found:
            self._tell(Told(answer.number, answer.words_zh, answer.words_en, answer.as_of))
        elif place + 1 < len(numbers):
            self._ask_appeal(numbers, place + 1)
        else:
            ask = partial(
                clarification_told,
                numbers=numbers,
                phone_last4=self.last4.value().strip(),
                in_person=self.in_person.isChecked(),
            )
            self.store.read(ask, self._tell, seat="clearing", owner=self, failed=self._on_refused)

    def _tell(self, told: Told | None) -> None:
        self.ask.setEnabled(True)
        self._told, self._asked = told, True
        self._forget.start()
        self._show()

    def _on_refused(self, error: ZhengmingError) -> None:
        self.ask.setEnabled(True)
        named = {"number": self._number_field, "phone_last4": self._last4_field}
        field = named.get(error.field or "") if isinstance(error, RefusedError) else None
        if field is None:
            self.shell.fail(error)
            return
        field.set_error(self.shell.sentence(error))
        field.editor.setFocus()

    def forget(self) -> None:
        """Clear number, telephone and answer, for the next in the queue."""
        self._forget.stop()
        self.number.set_value("")
        self.last4.set_value("")
        self.in_person.setChecked(False)
        self._told, self._asked = None, False
        self._show()
        self.number.setFocus()

    def _on_typed(self, _text: str) -> None:
        if self._asked:
            self._told, self._asked = None, False
            self._forget.stop()
            self._show()

    def _on_in_person_toggled(self, checked: bool) -> None:
        self.last4.setEnabled(not checked)
        self._on_typed("")

    def _show(self) -> None:
        self._answer.setVisible(self._asked)
        if not self._asked:
            self.words.setText("")
            self._note.setText("")
            return
        if self._told is None:
            self.words.setText(self.tr("No matching case"))
            self._note.setText("")
            return
        chinese = self.shell.labels.chinese
        self.words.setText(self._told.words_zh if chinese else self._told.words_en)
        self._note.setText(
            self.tr("{number}, as of {day}").format(
                number=self._told.number, day=self._days.long(self._told.as_of)
            )
        )
