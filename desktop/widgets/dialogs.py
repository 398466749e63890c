"""Dialogs: a question that names its object, the deed at the left, 取消 beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.editors import TextArea
from desktop.widgets.field import Field, first_error
from desktop.widgets.frames import Overlay
from desktop.widgets.keys import EnterMovesOn
from desktop.widgets.labels import IconLabel, text_label
from desktop.widgets.layouts import clear_layout

_MARGIN = 18


class FormDialog(QDialog):
    """A dialog of fields.

    Subclasses add fields and override `problems`; `accept` runs only when there are none. Enter
    goes to the next field, Ctrl+Enter does the deed, Esc leaves.
    """

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        deed: str,
        kind: ButtonKind = "primary",
        cancel: str = "",
        enter_moves_on: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self._fields: list[Field] = []
        self.heading = text_label(title, "section", wrap=True, parent=self)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(_MARGIN, 14, _MARGIN, 14)
        self.body.setSpacing(theme.px(12))
        self.deed_button = Button(theme, deed, kind=kind, key="Ctrl+Enter", parent=self)
        self.cancel_button = Button(theme, cancel or self.tr("Cancel"), key="Esc", parent=self)
        self._trouble_light = IconLabel(theme, "light:bad", size=13, parent=self)
        self._trouble = Button(theme, "", kind="link", parent=self)
        self._lay_out()
        self._keys = EnterMovesOn(self, enabled=enter_moves_on)
        self._keys.submitted.connect(self.submit)
        self.deed_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.reject)
        self._trouble.clicked.connect(self._on_trouble_clicked)
        self._show_trouble()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    def add_field(self, field: Field) -> Field:
        """Puts a field under the others and returns it."""
        self._fields.append(field)
        self.body.addWidget(field, 1 if isinstance(field.editor, TextArea) else 0)
        return field

    def add_fields(self, *fields: Field) -> None:
        """Puts fields side by side under the others."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        for field in fields:
            self._fields.append(field)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def add_half(self, field: Field) -> None:
        """Puts a short field under the others, as wide as two side by side would be."""
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        self._fields.append(field)
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.body.addLayout(row)

    def add_widget(self, widget: QWidget) -> None:
        """Puts any widget under the others."""
        if isinstance(widget, QLabel) and widget.wordWrap():
            # As high as its lines at this width, not as Qt guesses before it knows the width.
            policy = widget.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            widget.setSizePolicy(policy)
        self.body.addWidget(widget)

    def fields(self) -> list[Field]:
        """All fields in order."""
        return list(self._fields)

    def problems(self) -> Mapping[Field, str]:
        """What still keeps the deed from being done, by field; required fields are read here."""
        sentence = self.tr("Please fill this in")
        found: dict[Field, str] = {}
        for field in self._fields:
            value = getattr(field.editor, "value", None)
            if field.is_required and callable(value) and not value():
                found[field] = sentence
            elif field.problem:
                found[field] = field.problem
        return found

    def submit(self) -> None:
        """Checks all fields and accepts, or shows what is wrong and goes there."""
        problems = self.problems()
        for field in self._fields:
            sentence = problems.get(field, "")
            field.set_error("" if sentence == field.problem else sentence)
        self._show_trouble()
        if problems:
            self._on_trouble_clicked()
            return
        self.accept()

    def set_trouble(self, sentence: str) -> None:
        """Shows what the record refused, in the foot."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        self._trouble_light.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves an open overlay first, then the dialog."""
        if event.key() == Qt.Key.Key_Escape:
            overlays = [each for each in self.findChildren(Overlay) if each.isVisible()]
            if overlays:
                overlays[0].close_overlay()
                return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the fields need at this width, unless a size was chosen."""
        super().showEvent(event)
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._fit()
        if self._fields and self.focusWidget() in {None, self.deed_button}:
            self._fields[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        # Qt guesses the height of wrapped words from another width than the dialog's own.
        width = max(self.width(), self.minimumWidth())
        bars = sum(_height_at(part, width) for part in (self._head, self._foot))
        needed = self.body.totalSizeHint().height()
        if self.body.hasHeightForWidth():
            needed = self.body.totalHeightForWidth(width)
        needed = max(needed, self.body.totalMinimumSize().height())
        most = self.screen().availableSize().height() - 60
        self.resize(width, min(bars + needed, most))

    def _lay_out(self) -> None:
        head = self._head = QFrame(self)
        head.setProperty("kind", "head")
        head_row = QHBoxLayout(head)
        head_row.setContentsMargins(_MARGIN, 13, _MARGIN, 13)
        head_row.addWidget(self.heading)
        self._foot = QFrame(self)
        self._foot.setProperty("kind", "foot")
        self.foot_row = QHBoxLayout(self._foot)
        self.foot_row.setContentsMargins(_MARGIN, 9, _MARGIN, 9)
        self.foot_row.setSpacing(8)
        self.foot_row.addWidget(self.deed_button)
        self.foot_row.addWidget(self.cancel_button)
        self.foot_row.addStretch(1)
        self.foot_row.addWidget(self._trouble_light)
        self.foot_row.addWidget(self._trouble)
        inner = QWidget(self)
        inner.setLayout(self.body)
        inner.setProperty("kind", "page")
        scroll = self._scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(scroll, 1)
        column.addWidget(self._foot)
        self.setMinimumWidth(self.theme.px(420))

    def _show_trouble(self) -> None:
        wrong = [field for field in self._fields if field.error]
        if not wrong:
            self.set_trouble("")
        elif len(wrong) == 1:
            sentence = self.tr("Still wrong: {field}").format(field=wrong[0].label_text)
            self.set_trouble(sentence)
        else:
            sentence = self.tr("{n} places are still wrong, first: {field}")
            self.set_trouble(sentence.format(n=len(wrong), field=wrong[0].label_text))

    def _on_trouble_clicked(self) -> None:
        wrong = first_error(self._fields)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Enter and a refusal move the focus past what is in sight of a long form.
        inner = self._scroll.widget()
        if new is None or inner is None or not inner.isAncestorOf(new):
            return
        field, around = new, new.parentWidget()
        while not isinstance(field, Field) and around is not None and around is not inner:
            field, around = around, around.parentWidget()
        self._scroll.ensureWidgetVisible(field, 0, _MARGIN)


def _height_at(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()


class ConfirmDialog(FormDialog):
    """Asks once before a deed that cannot be taken back; the safe button has the focus."""

    def __init__(
        self,
        theme: Theme,
        question: str,
        consequence: str,
        *,
        deed: str,
        danger: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, question, deed=deed, kind="danger" if danger else "primary", parent=parent
        )
        self.add_widget(text_label(consequence, wrap=True, parent=self))
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)


class ReasonDialog(FormDialog):
    """Asks for the reason of a deed and whether it is meant."""

    def __init__(
        self,
        theme: Theme,
        question: str,
        consequence: str,
        *,
        deed: str,
        label: str,
        danger: bool = True,
        required: bool = True,
        max_length: int = 200,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, question, deed=deed, kind="danger" if danger else "primary", parent=parent
        )
        if consequence:
            self.add_widget(text_label(consequence, wrap=True, parent=self))
        self._reason = TextArea(theme, lines=2, max_length=max_length, parent=self)
        self.add_field(Field(theme, label, self._reason, required=required, parent=self))
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def reason(self) -> str:
        """The reason written, without blanks around it."""
        return self._reason.value()


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One field that both changed.

    Attributes:
        key: the field.
        label: its label.
        mine: what stands in the form.
        theirs: what is stored now.
        taken: "mine" or "theirs" where only one side changed it, else empty: one must choose.
    """

    key: str
    label: str
    mine: str
    theirs: str
    taken: str = ""


class ConflictDialog(FormDialog):
    """Somebody else saved first: field by field one's own words or theirs.

    Nothing is preselected where both changed the same field. `draft_wanted` keeps one's own words
    as a draft without saving.
    """

    draft_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        headline: str,
        rows: Sequence[ConflictRow],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, headline, deed="", parent=parent)
        self.deed_button.setText(self.tr("Save as chosen"))
        self.cancel_button.setText(self.tr("Back"))
        draft = Button(theme, self.tr("Save draft"), parent=self)
        self.foot_row.insertWidget(1, draft)
        draft.clicked.connect(self._on_draft_clicked)
        self._rows = tuple(rows)
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(18))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self._fill()
        self.setMinimumWidth(theme.px(520))

    def choices(self) -> dict[str, str]:
        """Which side ("mine" or "theirs") each decided field takes."""
        sides = {0: "mine", 1: "theirs"}
        return {
            key: sides[group.checkedId()]
            for key, group in self._groups.items()
            if group.checkedId() in sides
        }

    def choose(self, key: str, side: str) -> None:
        """Decides one field."""
        self._groups[key].button(0 if side == "mine" else 1).setChecked(True)

    def submit(self) -> None:
        """Accepts once every field is decided."""
        open_rows = [row for row in self._rows if row.key not in self.choices()]
        if not open_rows:
            self.accept()
            return
        sentence = self.tr("Please choose for: {fields}")
        labels = [row.label for row in open_rows]
        self.set_trouble(sentence.format(fields=self.tr(", ").join(labels)))
        self._groups[open_rows[0].key].button(0).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        clear_layout(self._grid)
        heads = (self.tr("Field"), self.tr("Yours"), self.tr("Stored now"))
        for column, head in enumerate(heads):
            self._grid.addWidget(text_label(head, "label", parent=self), 0, column)
        for place, row in enumerate(self._rows, 1):
            name = text_label(row.label, "secondary", parent=self)
            self._grid.addWidget(name, place, 0)
            group = QButtonGroup(self)
            self._groups[row.key] = group
            for side, words in enumerate((row.mine, row.theirs)):
                self._grid.addWidget(self._side(group, side, row, words), place, side + 1)
            if row.taken:
                self.choose(row.key, row.taken)

    def _side(self, group: QButtonGroup, side: int, row: ConflictRow, words: str) -> QWidget:
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        radio = QRadioButton(box)
        if side == 0:
            whose = self.tr("yours")
        else:
            whose = self.tr("stored now")
        radio.setAccessibleName(f"{row.label}, {whose}: {words}")
        group.addButton(radio, side)
        label = text_label(words or "—", wrap=True, parent=box)
        label.setBuddy(radio)
        line.addWidget(radio)
        line.addWidget(label, 1)
        return box

    def _on_draft_clicked(self) -> None:
        self.draft_wanted.emit()
        self.reject()
