"""One dialog for every deed: asks for what the deed needs, stays open until the record takes it.

A room describes its deeds as `Ask`s (`desktop/<room>/deeds.py`); nothing typed is lost when the
record refuses: the sentence appears beside the field it names.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.core.errors import RefusedError, ZhengmingError
from db.core.tx import Behalf
from desktop.shell import Shell
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import ComboBox, LineEdit, Option, TextArea
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label
from desktop.widgets.ticks import ForcedBy, MultiChoice, RadioRow, TickBox

Kind = Literal["line", "area", "day", "choice", "radio", "ticks", "tick"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a deed asks for.

    Attributes:
        key: Name of the value, which is also the `field` of a refusal.
        label: Translated label.
        kind: `line`, `area` of text, `day`, `choice` of many, `radio` of few, `ticks` for several
            values, `tick` for yes or no.
        required: Must be filled in.
        options: For the choices.
        value: What stands there first.
        help: Line below.
        past: A day that never lies ahead.
        lines: Height of an area.
        most: Most characters, 0 for no limit.
        forced_by: For ticks: which ones a rule holds, given the chosen ones.
        rule: Sentence of that rule.
    """

    key: str
    label: str
    kind: Kind = "line"
    required: bool = False
    options: Sequence[Option] = ()
    value: Any = None
    help: str = ""
    past: bool = True
    lines: int = 4
    most: int = 0
    forced_by: ForcedBy | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed with everything its dialog needs.

    Attributes:
        title: The question, naming its object.
        button: The office's verb.
        asks: What it asks for, in order.
        consequence: Sentence above the fields, such as that it cannot be taken back.
        danger: Whether the button is the outlined dangerous one.
        on_behalf: Whether the paper of somebody who does not log in is asked for (代录).
    """

    title: str
    button: str
    asks: tuple[Ask, ...] = ()
    consequence: str = ""
    danger: bool = False
    on_behalf: bool = False


def behalf_of(values: Mapping[str, Any]) -> Behalf | None:
    """Return the paper that was typed, None where the deed is one's own."""
    if not values.get("behalf_signer"):
        return None
    return Behalf(
        values["behalf_signer"],
        values["behalf_post"],
        values.get("behalf_number", ""),
        values["behalf_on"],
    )


class DeedDialog(FormDialog):
    """Asks for a deed's values; stays open until the record took them."""

    sent = Signal(dict)

    def __init__(self, shell: Shell, deed: Deed, parent: QWidget | None = None) -> None:
        super().__init__(
            shell.theme,
            deed.title,
            deed=deed.button,
            kind="danger" if deed.danger else "primary",
            parent=parent,
        )
        self._shell = shell
        self._editors: dict[str, QWidget] = {}
        self._named: dict[str, Field] = {}
        if deed.consequence:
            self.add_widget(text_label(deed.consequence, wrap=True, parent=self))
        for ask in deed.asks:
            self._add(ask)
        if deed.on_behalf:
            hint = self.tr("Recorded from paper; a second person compares it with the scan")
            self.add_widget(text_label(hint, "guard", wrap=True, parent=self))
            signer, post, number, on = (self._made(ask) for ask in self._behalf_asks())
            self.add_fields(signer, post)
            self.add_fields(number, on)
        self.setMinimumWidth(shell.theme.px(520))
        first = next(iter(self._named.values()), None)
        if first is not None:
            first.editor.setFocus()

    def _behalf_asks(self) -> tuple[Ask, ...]:
        return (
            Ask("behalf_signer", self.tr("Signed by"), required=True),
            Ask("behalf_post", self.tr("Post of the signer"), required=True),
            Ask("behalf_number", self.tr("Number of the paper")),
            Ask(
                "behalf_on",
                self.tr("Date on the paper"),
                "day",
                required=True,
                value=self._shell.today(),
            ),
        )

    def _add(self, ask: Ask) -> None:
        self.add_field(self._made(ask))

    def _made(self, ask: Ask) -> Field:
        editor = self._editor(ask)
        editor.setObjectName(ask.key)
        label = "" if ask.kind == "tick" else ask.label
        field = Field(
            self.theme,
            label,
            editor,
            required=ask.required and ask.kind != "tick",
            help_text=ask.help,
            parent=self,
        )
        if not label:
            field.label.hide()
        self._editors[ask.key] = editor
        self._named[ask.key] = field
        return field

    def _editor(self, ask: Ask) -> QWidget:
        theme = self.theme
        if ask.kind == "area":
            return TextArea(
                theme, str(ask.value or ""), lines=ask.lines, max_length=ask.most, parent=self
            )
        if ask.kind == "day":
            return DateEdit(theme, self._shell.today, past=ask.past, value=ask.value, parent=self)
        if ask.kind == "choice":
            combo = ComboBox(theme, ask.options, parent=self)
            if ask.value:
                combo.set_value(str(ask.value))
            return combo
        if ask.kind == "radio":
            return RadioRow(theme, ask.options, value=str(ask.value or ""), parent=self)
        if ask.kind == "ticks":
            return MultiChoice(
                theme,
                ask.options,
                value=tuple(ask.value or ()),
                forced_by=ask.forced_by,
                rule_sentence=ask.rule,
                parent=self,
            )
        if ask.kind == "tick":
            return TickBox(theme, ask.label, checked=bool(ask.value), parent=self)
        return LineEdit(theme, str(ask.value or ""), max_length=ask.most, parent=self)

    def values(self) -> dict[str, Any]:
        """Return what was typed: texts, days, codes, sets of codes, booleans."""
        found: dict[str, Any] = {}
        for key, editor in self._editors.items():
            if isinstance(editor, DateEdit):
                found[key] = editor.day()
            elif isinstance(editor, TickBox):
                found[key] = editor.isChecked()
            elif isinstance(editor, LineEdit | TextArea | ComboBox | RadioRow | MultiChoice):
                found[key] = editor.value()
        return found

    def accept(self) -> None:
        """Send the values; the dialog stays until the record answers."""
        self.deed_button.setEnabled(False)
        self.sent.emit(self.values())

    def done_well(self, _value: object = None) -> None:
        """Close after the record took it."""
        super().accept()

    def refused(self, error: ZhengmingError) -> None:
        """Show what the record refused, beside its field where it names one."""
        self.deed_button.setEnabled(True)
        sentence = self._shell.sentence(error)
        field = None
        if isinstance(error, RefusedError) and error.field is not None:
            field = self._named.get(error.field)
        if field is not None:
            field.set_error(sentence)
            field.editor.setFocus()
        self.set_trouble(sentence)


def run(
    shell: Shell,
    deed: Deed,
    send: Callable[[DeedDialog, dict[str, Any]], None],
    parent: QWidget,
) -> DeedDialog:
    """Open a deed's dialog; `send` gets dialog and values and submits the command."""
    dialog = DeedDialog(shell, deed, parent)
    dialog.setModal(True)
    dialog.sent.connect(lambda values: send(dialog, values))
    dialog.open()
    return dialog
