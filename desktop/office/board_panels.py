"""The manager's board: lights by unit in the area's own order (OFFICE §1-12, §2.4)."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from db.appeals.lights import UnitLights
from desktop.shell import Shell
from desktop.widgets.buttons import Button
from desktop.widgets.frames import Panel
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import clear_layout
from desktop.widgets.signs import Light, draw_light

LIGHTS = (Light.FINE, Light.SOON, Light.TODAY, Light.OVERDUE)
UNTIMED = "—"


class LightHead(QWidget):
    """Head of a column: a light, whose word is its tip and its accessible name."""

    def __init__(self, shell: Shell, light: Light, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._light = light
        self.setToolTip(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """A square of the light's size."""
        side = self._shell.theme.px(13)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the light."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self._shell.theme.px(11))
        top = (self.height() - side) / 2
        rect = QRectF(self.width() - side, top, side, side)
        draw_light(painter, rect, self._light, theme=self._shell.theme)
        painter.end()


class LightsPanel(Panel):
    """Units with open matters and how near their dates are; `opened` carries the unit."""

    opened = Signal(int)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, parent=parent)
        self._shell = shell
        self._rows: tuple[UnitLights, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(shell.theme.px(10))
        self._grid.setVerticalSpacing(shell.theme.px(4))
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self.show_lights(())

    def show_lights(self, rows: tuple[UnitLights, ...]) -> None:
        """Show the units; without any the panel is not there."""
        self._rows = rows
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setVisible(bool(self._rows))
        self.set_title(
            self.tr("Open by unit"),
            self.tr("In the area's own order; — is not timed"),
        )
        clear_layout(self._grid)
        if not self._rows:
            return
        heads = (self.tr("Not near"), self.tr("Near"), self.tr("Today"), self.tr("Overdue"))
        for column, (light, words) in enumerate(zip(LIGHTS, heads, strict=True), start=2):
            head = LightHead(self._shell, light, words, self)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(text_label(self.tr("Open"), "label", parent=self), 0, 1)
        for line, row in enumerate(self._rows, start=1):
            self._add(line, row)

    def _add(self, line: int, row: UnitLights) -> None:
        unit = Button(self._shell.theme, row.unit, kind="link", parent=self)
        unit.setObjectName(f"unit:{row.unit_id}")
        unit.clicked.connect(partial(self.opened.emit, row.unit_id))
        self._grid.addWidget(unit, line, 0, Qt.AlignmentFlag.AlignLeft)
        counts = (row.open, row.good, row.wait, row.today, row.bad)
        for column, count in enumerate(counts, start=1):
            words = UNTIMED if count is None else str(count)
            label = text_label(
                words, "strong" if column == 1 or count else "secondary", parent=self
            )
            self._grid.addWidget(label, line, column, Qt.AlignmentFlag.AlignRight)
