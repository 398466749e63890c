"""Categories of a foreign ledger that no list knows: ours, a new one, or 其他."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from desktop.exchange.work import ADD, CATEGORIES, KEEP
from desktop.shell import Shell
from desktop.widgets.buttons import Button
from desktop.widgets.editors import ComboBox, Option
from desktop.widgets.frames import Panel
from desktop.widgets.labels import text_label

_OTHER = "-"


class LabelsPanel(Panel):
    """One row a label: how often it stands, and what it shall mean."""

    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, parent=parent)
        self._shell = shell
        self._labels: dict[str, int] = {}
        self._combos: dict[str, ComboBox] = {}
        self._hint = text_label("", "hint", wrap=True, parent=self)
        self._all = Button(shell.theme, "", kind="link", parent=self)
        self.add_to_head(self._all)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._area, 1)
        self._all.clicked.connect(self._on_all_clicked)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew and keep what was chosen."""
        self.set_title(self.tr("Unknown categories"), str(len(self._labels)))
        self._hint.setText(
            self.tr("What is left open is imported as “other” and keeps its own label.")
        )
        self._all.setText(self.tr("Add all as new"))
        self.set_labels(self._labels, keep=self.choices())

    def combo(self, label: str) -> ComboBox:
        """Return the choice of a label."""
        return self._combos[label]

    def choices(self) -> dict[str, str]:
        """Return label → category, `ADD` or `KEEP`."""
        return {
            label: {_OTHER: KEEP}.get(combo.value(), combo.value())
            for label, combo in self._combos.items()
        }

    def set_labels(
        self, labels: Mapping[str, int], *, keep: Mapping[str, str] | None = None
    ) -> None:
        """Show other labels with the number of their rows."""
        kept = keep if keep is not None else self.choices()
        self._labels = dict(labels)
        self._combos = {}
        self.set_title(self.tr("Unknown categories"), str(len(labels)))
        body = QWidget()
        body.setProperty("kind", "page")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setColumnStretch(0, 1)
        grid.setVerticalSpacing(6)
        options = [
            Option(_OTHER, self.tr("Other, label kept")),
            Option(ADD, self.tr("New category")),
            *self._shell.labels.options(CATEGORIES),
        ]
        for row, (label, count) in enumerate(self._labels.items()):
            words = text_label(f"{label} · {count}", wrap=True, parent=body)
            combo = ComboBox(self._shell.theme, options, parent=body)
            combo.setAccessibleName(label)
            combo.set_value(kept.get(label) or _OTHER)
            combo.value_changed.connect(self._on_combo_value_changed)
            self._combos[label] = combo
            grid.addWidget(words, row, 0)
            grid.addWidget(combo, row, 1)
        grid.setRowStretch(len(self._labels), 1)
        self._area.setWidget(body)

    def _on_all_clicked(self) -> None:
        for combo in self._combos.values():
            combo.set_value(ADD)
        self.changed.emit()

    def _on_combo_value_changed(self, _value: str) -> None:
        self.changed.emit()
