"""登录查阅: an inspector says why, or does not read (SETTLED §9.4, OFFICE §1-28)."""

from PySide6.QtWidgets import QWidget

from db.core.errors import ZhengmingError
from db.core.gate import Gate
from db.office.inspecting import BeginReading, own_inspection
from desktop.labels import Labels
from desktop.messages import sentence
from desktop.theme import Theme
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import LineEdit
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label
from desktop.widgets.ticks import RadioRow


class PurposeDialog(FormDialog):
    """Asks for the purpose of today's reading; the record refuses what was not approved."""

    def __init__(
        self, theme: Theme, gate: Gate, labels: Labels, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        self._gate = gate
        title = self.tr("Why do you read today?")
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("Begin reading"))
        told = gate.read(own_inspection)
        if told is not None:
            words = self.tr("{organ}, until {last}. Every question is logged with your name.")
            scope = "、".join(labels.track(track) for track in told.tracks)
            period = f"{told.period_from.isoformat()} — {told.period_to.isoformat()}"
            self.add_widget(
                text_label(
                    words.format(organ=told.organ, last=told.ends_on.isoformat()),
                    wrap=True,
                    parent=self,
                )
            )
            self.add_widget(
                text_label(
                    self.tr("You may read: {scope}; received {period}").format(
                        scope=scope, period=period
                    ),
                    "secondary",
                    wrap=True,
                    parent=self,
                )
            )
        options = labels.options("inspection_purpose")
        self.purpose = RadioRow(theme, options, value="", parent=self)
        self.words = LineEdit(theme, max_length=200, parent=self)
        self._field = self.add_field(
            Field(theme, self.tr("Purpose"), self.purpose, required=True, parent=self)
        )
        self.add_field(Field(theme, self.tr("In a few words"), self.words, parent=self))
        self.setMinimumWidth(theme.px(520))

    def accept(self) -> None:
        """Write the visit; what is refused is told beside the purpose."""
        try:
            self._gate.write(BeginReading(self.purpose.value(), self.words.value()))
        except ZhengmingError as error:
            self._field.set_error(sentence(error))
            return
        super().accept()
