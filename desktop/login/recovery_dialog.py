"""Both half-sheets of the recovery secret are typed back once; then their files are deleted."""

from PySide6.QtWidgets import QWidget

from db.core.errors import RefusedError, ZhengmingError
from db.core.keys import KeyFile
from db.office.opening import key_path, recovery_paths
from desktop.messages import sentence
from desktop.session import Session
from desktop.theme import Theme
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import LineEdit
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label


class RecoveryDialog(FormDialog):
    """Two lines, one for each holder."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        self._path = session.path
        self.first = LineEdit(theme, parent=self)
        self.second = LineEdit(theme, parent=self)
        self.heading.setText(self.tr("Confirm the recovery sheet"))
        self.setWindowTitle(self.tr("Confirm the recovery sheet"))
        self.deed_button.setText(self.tr("Confirm and delete the files"))
        first, second = recovery_paths(self._path)
        self.add_widget(
            text_label(
                self.tr(
                    "Print or copy the two half-sheets, give each to another holder, "
                    "and type both back. The files {first} and {second} are deleted then."
                ).format(first=first.name, second=second.name),
                wrap=True,
                parent=self,
            )
        )
        self.add_field(
            Field(theme, self.tr("First half-sheet"), self.first, required=True, parent=self)
        )
        self.add_field(
            Field(theme, self.tr("Second half-sheet"), self.second, required=True, parent=self)
        )
        self.resize(theme.px(620), self.sizeHint().height())
        self.first.setFocus()

    def accept(self) -> None:
        """Compare the half-sheets with the key file; delete their files when they fit."""
        try:
            key_file = KeyFile.open(key_path(self._path))
            key_file.confirm_recovery(self.first.value(), self.second.value())
        except RefusedError as error:
            fields = {"first": self.fields()[0], "second": self.fields()[1]}
            fields.get(error.field or "second", self.fields()[1]).set_error(sentence(error))
            return
        except ZhengmingError as error:
            self.set_trouble(sentence(error))
            return
        for file in recovery_paths(self._path):
            file.unlink(missing_ok=True)
        super().accept()
