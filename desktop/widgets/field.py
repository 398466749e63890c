"""A field of a form: label above, the word 必填, the editor, one line of help or error below."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.editors import Segmented, TextArea, set_invalid
from desktop.widgets.labels import IconLabel, text_label


class Field(QWidget):
    """Wraps an editor with its label, help and error.

    An editor that has a `problem_changed` signal tells the field its own errors (`problem`);
    `set_error` is for those found by rules, which go when the editor's value changes.
    """

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        *,
        required: bool = False,
        help_text: str = "",
        aside: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._theme = theme
        self._help = help_text
        self._error = ""
        self._problem = ""
        self.label = text_label(label, "label", parent=self)
        self.label.setBuddy(editor)
        self._required = text_label(self.tr("Required"), "required", parent=self)
        self._required.setVisible(required)
        self._is_required = required
        self._aside = text_label(aside, "label", parent=self)
        self._aside.setVisible(bool(aside))
        self._light = IconLabel(theme, "light:bad", size=13, parent=self)
        self._below = text_label(help_text, "hint", wrap=True, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._lay_out(editor)
        self._name_editor()
        self._show_below()
        problem = getattr(editor, "problem_changed", None)
        if problem is not None:
            cast(SignalInstance, problem).connect(self._on_editor_problem_changed)
        changed = getattr(editor, "value_changed", None)
        if changed is not None:
            cast(SignalInstance, changed).connect(self._on_editor_value_changed)
        if isinstance(editor, TextArea) and editor.max_length:
            self._aside.show()
            editor.counted.connect(self._on_editor_counted)
            self._on_editor_counted(editor.count())

    @property
    def error(self) -> str:
        """The error shown, or an empty string."""
        return self._problem or self._error

    @property
    def problem(self) -> str:
        """What the editor itself finds wrong with its words, or an empty string."""
        return self._problem

    @property
    def is_required(self) -> bool:
        """Whether the label says 必填."""
        return self._is_required

    @property
    def label_text(self) -> str:
        """The words of the label."""
        return self.label.text()

    def set_required(self, required: bool) -> None:
        """Shows or hides the word 必填."""
        self._is_required = required
        self._required.setVisible(required)
        self._name_editor()

    def set_error(self, sentence: str) -> None:
        """Shows a sentence in place of the help and the error edge; empty takes both away."""
        self._error = sentence
        self._show_error()

    def clear_error(self) -> None:
        """Takes the error away."""
        self.set_error("")

    def set_help(self, sentence: str) -> None:
        """Shows another line of help."""
        self._help = sentence
        self._show_below()

    def set_aside(self, words: str, kind: str = "label") -> None:
        """Shows words at the right end of the label line; `kind` may be "guard"."""
        self._aside.setProperty("kind", kind)
        self._aside.setText(words)
        self._aside.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        """Says in another language that the field is required."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._required.setText(self.tr("Required"))
            self._name_editor()

    def showEvent(self, event: QShowEvent) -> None:
        """Names the editor by the label as it reads now; pages set it after the field is made."""
        super().showEvent(event)
        self._name_editor()

    def _lay_out(self, editor: QWidget) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(self._theme.px(6))
        head.addWidget(self.label)
        head.addWidget(self._required)
        head.addStretch(1)
        head.addWidget(self._aside)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(self._theme.px(5))
        below.addWidget(self._light, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(editor, 1 if isinstance(editor, TextArea) else 0)
        column.addLayout(below)

    def _name_editor(self) -> None:
        name = self.label_text
        if name and self._is_required:
            name = self.tr("{label}, required").format(label=name)
        self.editor.setAccessibleName(name)

    def _show_error(self) -> None:
        invalid = bool(self.error)
        if isinstance(self.editor, Segmented):
            self.editor.set_invalid(invalid)
        else:
            set_invalid(self.editor, invalid)
        self._show_below()

    def _show_below(self) -> None:
        error = self.error
        self._light.setVisible(bool(error))
        self._below.setText(error or self._help)
        self._below.setVisible(bool(error or self._help))
        wanted = "error" if error else "hint"
        if self._below.property("kind") != wanted:
            self._below.setProperty("kind", wanted)
            style = self._below.style()
            style.unpolish(self._below)
            style.polish(self._below)
        self.editor.setAccessibleDescription(error or self._help)

    def _on_editor_problem_changed(self, sentence: str) -> None:
        self._problem = sentence
        self._show_error()

    def _on_editor_value_changed(self, *value: object) -> None:
        if self._error:
            self.set_error("")

    def _on_editor_counted(self, count: int) -> None:
        if isinstance(self.editor, TextArea):
            self._aside.setText(f"{count} / {self.editor.max_length}")


def first_error(fields: Sequence[Field]) -> Field | None:
    """The first field that shows an error, for the link in a form's foot."""
    return next((field for field in fields if field.error), None)


def read_only_label(text: str) -> QLabel:
    """A value of a card or pane that can be selected and copied but not changed."""
    label = text_label(text, wrap=True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
