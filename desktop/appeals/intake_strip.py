"""The form's first question, and what may not be received here at all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from desktop.appeals.intake_slip import ACCUSATION, CITY, LAW
from desktop.shell import Shell
from desktop.widgets.buttons import Button
from desktop.widgets.frames import row_of
from desktop.widgets.keys import is_enter
from desktop.widgets.labels import IconLabel, rule, text_label
from desktop.widgets.layouts import FlowLayout

ANSWERS = ("county_managed", "unit_managed", "city_managed", "vertical")
"""In the order of how often they are given."""

UNDERWAY = "underway"
QUERY_PAGE = "query"
"""Page 查询答复, for somebody whose appeal is under way already."""
ENVELOPES = "envelopes"
"""Page 即时移送登记."""


class _Answer(QRadioButton):
    """An answer; Enter gives it and goes on."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses and tells so."""
        if is_enter(event) and not event.modifiers():
            self.setChecked(True)
            self.entered.emit()
            return
        super().keyPressEvent(event)


class AdministrationStrip(QFrame):
    """管理权限: four answers, asked before anything may be typed.

    `answered` carries the code, `entered` follows when Enter gave it, `refused_matter` the kind of
    a matter that is not received here.
    """

    answered = Signal(str)
    entered = Signal()
    refused_matter = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        theme = shell.theme
        self.setProperty("kind", "raised")
        self._group = QButtonGroup(self)
        flow = FlowLayout(spacing=theme.px(14), line_spacing=4)
        title = text_label(self.tr("Managed by"), "strong", parent=self)
        flow.addWidget(title)
        self._codes = list(ANSWERS)
        for place, code in enumerate(self._codes):
            answer = _Answer(shell.labels.code("administration", code), self)
            answer.setAccessibleName(f"{title.text()} {answer.text()}")
            answer.entered.connect(self.entered)
            self._group.addButton(answer, place)
            flow.addWidget(answer)
        self._hint = text_label(self.tr("answer this first, then write"), "hint", parent=self)
        flow.addWidget(self._hint)
        out = FlowLayout(spacing=theme.px(8), line_spacing=4, to_right=True)
        out.addWidget(text_label(self.tr("Not received here"), "secondary", parent=self))
        for code, words in (
            (ACCUSATION, self.tr("Accusation")),
            (LAW, self.tr("Law and courts")),
            (UNDERWAY, self.tr("Under way already")),
        ):
            button = Button(theme, words, small=True, parent=self)
            button.setProperty("matter", code)
            button.clicked.connect(self._on_matter_clicked)
            out.addWidget(button)
            button.setVisible(code != UNDERWAY or shell.has_page(QUERY_PAGE))
        out.addWidget(
            text_label(self.tr("nothing is recorded, a slip is printed"), "hint", parent=self)
        )
        row = row_of(flow, out, spacing=16)
        row.setStretch(0, 8)
        row.setStretch(1, 5)
        row.setContentsMargins(theme.px(20), theme.px(7), theme.px(20), theme.px(7))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule(parent=self))
        self._group.idToggled.connect(self._on_group_id_toggled)

    def value(self) -> str:
        """The answer, or an empty string."""
        place = self._group.checkedId()
        return self._codes[place] if place >= 0 else ""

    def set_value(self, value: str) -> None:
        """Gives an answer, or takes it back; tells nobody."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for place, button in enumerate(self._group.buttons()):
            button.setChecked(self._codes[place] == value)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._hint.setVisible(not value)

    def focus_first(self) -> None:
        """Goes to the answer given, or to the first."""
        place = max(0, self._group.checkedId())
        self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)

    def answer(self, code: str) -> QRadioButton:
        """The button of an answer."""
        button = self._group.button(self._codes.index(code))
        assert isinstance(button, QRadioButton)
        return button

    def _on_group_id_toggled(self, place: int, checked: bool) -> None:
        if checked:
            self._hint.hide()
            self.answered.emit(self._codes[place])

    def _on_matter_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.refused_matter.emit(str(button.property("matter")))


class HandOnPanel(QWidget):
    """What to do with a matter that must not be recorded; it has no field to type into."""

    slip_wanted = Signal(str)
    envelope_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        theme = shell.theme
        self._shell = shell
        self.kind = ""
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = text_label("", "case", wrap=True, parent=self)
        self._steps = [text_label("", wrap=True, parent=self) for _ in range(4)]
        self._print = Button(
            theme, self.tr("Print a guidance slip"), kind="primary", icon="printer", parent=self
        )
        self._envelope = Button(
            theme, self.tr("Register the envelope"), icon="package", parent=self
        )
        self._back = Button(theme, self.tr("Back to the form"), parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(40), theme.px(32), theme.px(40), theme.px(32))
        column.setSpacing(theme.px(12))
        head = row_of(IconLabel(theme, "lock", stage="guard", size=22, parent=self))
        head.addWidget(self._title, 1)
        column.addLayout(head)
        for step in self._steps:
            column.addWidget(step)
        buttons = row_of(self._print, self._envelope, self._back, 1)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setFocusProxy(self._print)
        self._print.clicked.connect(self._on_print_clicked)
        self._envelope.clicked.connect(self.envelope_wanted)
        self._back.clicked.connect(self.back_wanted)

    def show_kind(self, kind: str) -> None:
        """Say what to do with a kind of matter."""
        self.kind = kind
        self._title.setText(self._title_of(kind))
        steps = self._steps_of(kind)
        for at, label in enumerate(self._steps):
            words = steps[at] if at < len(steps) else ""
            label.setText(f"{at + 1}. {words}" if words else "")
            label.setVisible(bool(words))
        self._envelope.setVisible(kind != LAW and self._shell.has_page(ENVELOPES))
        self._print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title_of(self, kind: str) -> str:
        if kind == CITY:
            return self.tr("Managed by the city: nothing is typed and nothing is stored here")
        if kind == ACCUSATION:
            return self.tr("Accusations are received by the discipline organ: nothing is recorded")
        return self.tr("Courts and legal procedures have this matter: nothing is recorded")

    def _steps_of(self, kind: str) -> tuple[str, ...]:
        if kind == LAW:
            return (
                self.tr("Do not ask further and write nothing down"),
                self.tr("Give the person the slip with address, telephone and hours"),
            )
        return (
            self.tr("Do not open what is sealed, do not ask further, write nothing down"),
            self.tr("Give the person the slip with address, telephone and hours"),
            self.tr(
                "If the person leaves a sealed envelope: register it by number, time and pieces"
                " only"
            ),
            self.tr("Hand it over on the same or the next working day against a signature"),
        )

    def _on_print_clicked(self) -> None:
        self.slip_wanted.emit(self.kind)
