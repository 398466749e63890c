"""A dialog whose deed is a command: it closes only once the record has taken it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.core.errors import RefusedError, ZhengmingError
from db.core.tx import Command
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import ButtonKind
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.field import Field


class CommandDialog(FormDialog):
    """Fields by the names that errors carry; `command` makes the order from them."""

    deed_done = Signal(object)
    """What the command returned, after the dialog has closed."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        title: str,
        *,
        deed: str,
        kind: ButtonKind = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            shell.theme,
            title,
            deed=deed,
            kind=kind,
            enter_moves_on=shell.settings.enter_moves_on,
            parent=parent,
        )
        self.store = store
        self.shell = shell
        self._by_name: dict[str, Field] = {}

    def add_named(self, name: str, label: str, editor: QWidget, *, required: bool = False) -> Field:
        """Add a field under the name by which errors mean it, and return it."""
        return self.add_field(self.name(name, label, editor, required=required))

    def name(self, name: str, label: str, editor: QWidget, *, required: bool = False) -> Field:
        """Return a field that errors find by name; the caller puts it in."""
        field = Field(self.theme, label, editor, required=required, parent=self)
        self._by_name[name] = field
        return field

    def command(self) -> Command[Any]:
        """Return the order that the fields mean."""
        raise NotImplementedError

    def accept(self) -> None:
        """Give the order; what is refused is shown next to its field."""
        self.deed_button.setEnabled(False)
        self.store.submit(self.command(), self._on_done, owner=self, failed=self.refuse)

    def refuse(self, error: ZhengmingError) -> None:
        """Show why it was refused."""
        self.deed_button.setEnabled(True)
        sentence = self.shell.sentence(error)
        field = None
        if isinstance(error, RefusedError) and error.field is not None:
            field = self._by_name.get(error.field)
        if field is None:
            self.set_trouble(sentence)
        else:
            field.set_error(sentence)
            field.editor.setFocus()

    def close_done(self, value: object) -> None:
        """Close the dialog after its deed was done."""
        super().accept()
        self.deed_done.emit(value)

    def _on_done(self, value: object) -> None:
        self.close_done(value)


def show(dialog: FormDialog, then: Callable[[], None] | None = None) -> None:
    """Open a dialog that goes away with its closing."""
    if then is not None:
        dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
