"""The counter's short paths: 咨询登记 in ten seconds, 暂存件, and the fields of 当场办结."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.appeals.intake import Intake, SettleOnTheSpot
from db.appeals.workflow import OUTCOMES
from db.core.clock import civil_time
from db.core.errors import RefusedError, ZhengmingError
from db.office.desk import Consult, DiscardHeld, HeldNoteRow, held_notes
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.editors import ComboBox, Option, Segmented, TextArea
from desktop.widgets.field import Field
from desktop.widgets.frames import EmptyState
from desktop.widgets.labels import rule, text_label
from desktop.widgets.layouts import clear_layout

PRIVATE_DIGITS = 4


class OnTheSpotFields(QFrame):
    """答复要点, 办理结果 and 本人确认方式, shown in the form of registration itself."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        theme, labels = shell.theme, shell.labels
        self._reply = TextArea(theme, lines=3, parent=self)
        outcomes = [
            Option(code, labels.code("appeal_outcome", code, short=True)) for code in OUTCOMES
        ]
        self._outcome = Segmented(theme, outcomes, parent=self)
        self._confirmation = ComboBox(
            theme,
            [
                Option("当面确认", self.tr("Confirmed face to face")),
                Option("签字确认", self.tr("Signed")),
                Option("电话确认", self.tr("Confirmed by telephone")),
            ],
            parent=self,
        )
        self.fields: dict[str, Field] = {
            "reply": Field(
                theme, self.tr("Main points of the answer"), self._reply, required=True, parent=self
            ),
            "outcome": Field(theme, self.tr("Result"), self._outcome, required=True, parent=self),
            "confirmation": Field(
                theme,
                self.tr("How the person confirmed"),
                self._confirmation,
                required=True,
                parent=self,
            ),
        }
        for name, field in self.fields.items():
            field.editor.setObjectName(name)
        line = QHBoxLayout()
        line.setSpacing(theme.px(12))
        line.addWidget(self.fields["outcome"])
        line.addWidget(self.fields["confirmation"], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(rule(parent=self))
        column.addWidget(text_label(self.tr("Settled on the spot"), "section", parent=self))
        column.addWidget(self.fields["reply"])
        column.addLayout(line)

    def command(self, intake: Intake, draft_key: str) -> SettleOnTheSpot:
        """Return the command for this answer."""
        return SettleOnTheSpot(
            intake,
            reply=self._reply.value(),
            outcome=self._outcome.value(),
            confirmation=self._confirmation.value(),
            draft_key=draft_key,
        )


class Consultation(QObject):
    """Opens 咨询登记: category, one line, what was answered, how many persons."""

    done = Signal()

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page

    def open(self) -> DeedDialog:
        """Show the dialog."""
        deed = Deed(
            self.tr("Record a consultation"),
            self.tr("Record"),
            (
                Ask(
                    "category",
                    self.tr("Category"),
                    "choice",
                    required=True,
                    options=self._shell.labels.options("appeal_category", on=self._shell.today()),
                ),
                Ask("line", self.tr("What was asked"), required=True, most=300),
                Ask("answer", self.tr("What was answered"), most=500),
                Ask("person_times", self.tr("Persons"), value="1", most=3),
            ),
            consequence=self.tr("No name is recorded; it counts in person-times, apart"),
        )
        return run(self._shell, deed, self._send, self._page)

    def _send(self, dialog: DeedDialog, values: dict[str, Any]) -> None:
        count = str(values["person_times"])
        if not count.isdecimal():
            dialog.refused(RefusedError("person_times_out_of_range", field="person_times"))
            return
        self._store.submit(
            Consult(
                category=values["category"],
                line=values["line"],
                answer=values["answer"],
                person_times=int(count),
            ),
            partial(self._on_written, dialog),
            owner=dialog,
            failed=dialog.refused,
        )

    def _on_written(self, dialog: DeedDialog, _row: int) -> None:
        dialog.done_well()
        self._shell.bar("good", self.tr("Consultation recorded"))
        self.done.emit()


class HeldNotesDialog(QDialog):
    """暂存件: what was noted while the visitor still spoke; 继续登记 fills the form."""

    taken = Signal(object)
    """The `HeldNoteRow` to go on with."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._rows: dict[int, HeldNoteRow] = {}
        theme = shell.theme
        title = self.tr("Held notes")
        self.setWindowTitle(title)
        head = QFrame(self)
        head.setProperty("kind", "head")
        head_row = QHBoxLayout(head)
        head_row.setContentsMargins(18, 13, 18, 13)
        head_row.addWidget(text_label(title, "section", parent=head))
        head_row.addWidget(
            text_label(self.tr("The original time is kept"), "label", parent=head), 1
        )
        inner = QWidget(self)
        inner.setProperty("kind", "page")
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(18, 6, 18, 6)
        self._list.setSpacing(0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        self._empty = EmptyState(theme, self.tr("Nothing is held"), icon="note", parent=self)
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(18, 9, 18, 9)
        close = Button(theme, self.tr("Close"), key="Esc", parent=foot)
        close.clicked.connect(self.reject)
        foot_row.addWidget(close)
        foot_row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._empty, 1)
        column.addWidget(area, 1)
        column.addWidget(foot)
        self._area = area
        self.resize(theme.px(640), theme.px(420))
        self._empty.hide()
        self.reload()

    def reload(self) -> None:
        """Ask for the notes."""
        self._store.read(held_notes, self._on_notes, seat="held", owner=self)

    def _on_notes(self, notes: tuple[HeldNoteRow, ...]) -> None:
        clear_layout(self._list)
        self._rows = {note.id: note for note in notes}
        for note in notes:
            row = self._row(note)
            self._list.addWidget(row)
            row.show()
        self._list.addStretch(1)
        self._area.setVisible(bool(notes))
        self._empty.setVisible(not notes)

    def _row(self, note: HeldNoteRow) -> QWidget:
        theme = self._shell.theme
        box = QWidget(self)
        at = civil_time(note.came_at).strftime("%m-%d %H:%M")
        words = QVBoxLayout()
        words.setSpacing(2)
        top = "  ".join(part for part in (note.person_name, _tail(note.phone)) if part)
        words.addWidget(text_label(top, "strong", parent=box))
        words.addWidget(text_label(note.line, wrap=True, parent=box))
        below = " · ".join((note.number, at, note.registered_by))
        words.addWidget(text_label(below, "hint", parent=box))
        take = Button(theme, self.tr("Go on"), small=True, parent=box)
        drop = Button(theme, self.tr("Void"), kind="quiet", small=True, parent=box)
        for button, slot in ((take, self._on_take_clicked), (drop, self._on_drop_clicked)):
            button.setProperty("note", note.id)
            button.setAccessibleName(f"{button.text()} {note.person_name}")
            button.clicked.connect(slot)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.addLayout(words, 1)
        line.addWidget(take)
        line.addWidget(drop)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(rule("hairline", box))
        return box

    def _sent_note(self) -> HeldNoteRow | None:
        button = self.sender()
        return self._rows.get(int(button.property("note"))) if button is not None else None

    def _on_take_clicked(self) -> None:
        note = self._sent_note()
        if note is not None:
            self.accept()
            self.taken.emit(note)

    def _on_drop_clicked(self) -> None:
        note = self._sent_note()
        if note is None:
            return
        self._shell.confirm(
            self.tr("Void {number}?").format(number=note.number),
            self.tr("Its number stays used. This cannot be undone"),
            self.tr("Void"),
            partial(self._discard, note),
            danger=True,
            asks_reason=True,
        )

    def _discard(self, note: HeldNoteRow, reason: str) -> None:
        self._store.submit(
            DiscardHeld(note.id, reason, seen=note.version),
            self._on_discarded,
            owner=self,
            failed=self._on_refused,
        )

    def _on_discarded(self, _nothing: None) -> None:
        self.reload()

    def _on_refused(self, error: ZhengmingError) -> None:
        self._shell.fail(error)
        self.reload()


def _tail(phone: str) -> str:
    """Return the last four digits, as a list may show them."""
    digits = phone.strip()
    return f"…{digits[-PRIVATE_DIGITS:]}" if len(digits) > PRIVATE_DIGITS else digits
