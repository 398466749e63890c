"""One dialog for every deed: asks for what the deed needs, stays open until the record takes it.

A room describes its deeds as `Ask`s (`desktop/<room>/deeds.py`); nothing typed is lost when the
record refuses: the sentence appears beside the field it names.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.core.errors import RefusedError, ZhengmingError
from db.core.tx import Behalf
from desktop.shell import Shell
from desktop.widgets.buttons import Button
from desktop.widgets.date_edit import DateEdit
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import ComboBox, LineEdit, Option, TextArea
from desktop.widgets.entries import FileEdit, NumberEdit, TimeEdit
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label
from desktop.widgets.ticks import ForcedBy, MultiChoice, RadioRow, TickBox

OFFER_KEY = "F7"
Kind = Literal["line", "area", "day", "choice", "radio", "ticks", "tick", "number", "time", "file"]


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that a deed asks for.

    Attributes:
        key: Name of the value, which is also the `field` of a refusal.
        label: Translated label.
        kind: `line`, `area` of text, `day`, `choice` of many, `radio` of few, `ticks` for several
            values, `tick` for yes or no, whole `number`, `time` of the day, `file`.
        required: Must be filled in.
        options: For the choices; for a file those that are filed already.
        value: What stands there first.
        help: Line below.
        past: A day that never lies ahead.
        lines: Height of an area.
        most: Most characters, 0 for no limit.
        forced_by: For ticks: which ones a rule holds, given the chosen ones.
        rule: Sentence of that rule.
        half: Two such fields in sequence share a line.
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
    half: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What a rule proposes for a deed: shown with its reason, taken by a key, never by itself.

    Attributes:
        words: What is proposed.
        why: The sentence why.
        basis: Law or rule.
        values: What taking it writes into the fields; empty for one that is only told.
    """

    words: str
    why: str
    basis: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


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
        offer: What a rule proposes.
    """

    title: str
    button: str
    asks: tuple[Ask, ...] = ()
    consequence: str = ""
    danger: bool = False
    on_behalf: bool = False
    offer: Offer | None = None


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
        if deed.offer is not None:
            self.add_widget(self._offer_box(deed.offer))
        for asks in _in_lines(deed.asks):
            self._add(*asks)
        if deed.on_behalf:
            hint = self.tr("Recorded from paper; a second person compares it with the scan")
            self.add_widget(text_label(hint, "guard", wrap=True, parent=self))
            signer, post, number, on = (self._made(ask) for ask in self._behalf_asks())
            self.add_fields(signer, post)
            self.add_fields(number, on)
        wide = any(ask.half for ask in deed.asks)
        self.setMinimumWidth(shell.theme.px(640 if wide else 520))
        first = next(iter(self._named.values()), None)
        if first is not None:
            first.editor.setFocus()

    def _offer_box(self, offer: Offer) -> QFrame:
        box = QFrame(self)
        box.setProperty("kind", "card")
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(text_label(offer.words, "strong", wrap=True, parent=box))
        column.addWidget(text_label(offer.why, wrap=True, parent=box))
        if offer.basis:
            basis = self.tr("Basis: {0}").format(offer.basis)
            column.addWidget(text_label(basis, "hint", wrap=True, parent=box))
        row.addLayout(column, 1)
        if offer.values:
            take = Button(self.theme, self.tr("Take"), key=OFFER_KEY, bind=True, parent=box)
            take.clicked.connect(partial(self._take, offer.values))
            take.setObjectName("take_offer")
            row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _take(self, values: Mapping[str, Any]) -> None:
        for key, value in values.items():
            editor = self._editors.get(key)
            if isinstance(editor, ComboBox | RadioRow | LineEdit | TextArea):
                editor.set_value(str(value))

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

    def _add(self, *asks: Ask) -> None:
        if len(asks) == 1 and asks[0].half:
            self.add_half(self._made(asks[0]))
        elif len(asks) == 1:
            self.add_field(self._made(asks[0]))
        else:
            self.add_fields(*(self._made(ask) for ask in asks))

    def field(self, key: str) -> Field | None:
        """Return the field of a thing asked for."""
        return self._named.get(key)

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
        if ask.kind == "number":
            return NumberEdit(theme, ask.value, parent=self)
        if ask.kind == "time":
            return TimeEdit(theme, str(ask.value or ""), parent=self)
        if ask.kind == "file":
            filed = str(ask.value or "")
            paths = self._shell.ask_open_paths
            return FileEdit(theme, paths, filed=filed, files=ask.options, parent=self)
        return LineEdit(theme, str(ask.value or ""), max_length=ask.most, parent=self)

    def values(self) -> dict[str, Any]:
        """Return what was typed: texts, days, codes, sets of codes, booleans, numbers, files."""
        found: dict[str, Any] = {}
        for key, editor in self._editors.items():
            if isinstance(editor, DateEdit):
                found[key] = editor.day()
            elif isinstance(editor, TickBox):
                found[key] = editor.isChecked()
            elif isinstance(editor, NumberEdit):
                found[key] = editor.number()
            elif isinstance(editor, TimeEdit):
                found[key] = editor.time()
            elif isinstance(editor, FileEdit):
                found[key] = editor.answer()
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


def _in_lines(asks: Sequence[Ask]) -> list[tuple[Ask, ...]]:
    """Return the things asked for line by line: two halves that follow each other share one."""
    lines: list[tuple[Ask, ...]] = []
    for ask in asks:
        last = lines[-1] if lines else ()
        if ask.half and len(last) == 1 and last[0].half:
            lines[-1] = (*last, ask)
        else:
            lines.append((ask,))
    return lines


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
