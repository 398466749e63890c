"""Small words on a page: states, deadlines, icons, people."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from desktop.theme import Role, Stage, Theme
from desktop.widgets.cells import DueMark, Pill
from desktop.widgets.painting import draw_due, draw_pill, draw_text, due_size, pill_width
from desktop.widgets.signs import Light, draw_light, draw_sign
from desktop.widgets.words import DueWords


def text_label(
    text: str,
    kind: str = "",
    *,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A plain label of a kind of the style sheet (title, section, label, hint, secondary…)."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if kind:
        label.setProperty("kind", kind)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label


class ElidedLabel(QLabel):
    """One line of plain words that gives way to its neighbours; the tooltip has all of it."""

    def __init__(self, text: str, kind: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if kind:
            self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        """A few characters; wrapped words keep their own way."""
        size = super().minimumSizeHint()
        if self.wordWrap():
            return size
        return QSize(min(size.width(), self.fontMetrics().averageCharWidth() * 4), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in the tooltip what does not fit."""
        super().resizeEvent(event)
        fits = self.wordWrap() or self.sizeHint().width() <= self.width()
        self.setToolTip("" if fits else self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, with dots where they do not fit."""
        if self.wordWrap() or self.sizeHint().width() <= self.width():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_text(painter, self.contentsRect(), self.text(), metrics=self.fontMetrics())


def rule(kind: str = "rule", parent: QWidget | None = None) -> QFrame:
    """A one-pixel line: "rule" between regions, "hairline" between rows, "vrule" upright."""
    line = QFrame(parent)
    line.setProperty("kind", kind)
    return line


class StatusPill(QWidget):
    """A state as sign and word on its ground; the tooltip has the full saying."""

    def __init__(self, theme: Theme, pill: Pill, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pill = pill
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_pill(pill)

    def pill(self) -> Pill:
        """The state shown."""
        return self._pill

    def set_pill(self, pill: Pill) -> None:
        """Shows another state."""
        self._pill = pill
        self.setToolTip(pill.saying)
        self.setAccessibleName(pill.saying or pill.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Sign, word and the round ends."""
        return QSize(pill_width(self._theme, self._pill), self._theme.pill_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pill."""
        draw_pill(QPainter(self), self.rect(), self._pill, theme=self._theme)


class StageLabel(QWidget):
    """A state as sign and word without ground, for lines such as "✓ 已暂存 14:32:05"."""

    def __init__(
        self,
        theme: Theme,
        pill: Pill,
        *,
        size: int = 13,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pill = pill
        self._size = size
        self._bold = bold
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_pill(pill)

    def set_pill(self, pill: Pill) -> None:
        """Shows another state."""
        self._pill = pill
        self.setToolTip(pill.saying)
        self.setAccessibleName(pill.saying or pill.word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Sign and word."""
        metrics = self._theme.metrics(self._size, bold=self._bold)
        width = self._theme.px(11) + 6 + metrics.horizontalAdvance(self._pill.word) + 1
        return QSize(width, metrics.height() + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints sign and word in the stage's text colour."""
        theme = self._theme
        painter = QPainter(self)
        ink = theme.stage(self._pill.stage).text
        side = theme.px(11)
        place = QRectF(0, (self.height() - side) / 2, side, side)
        if self._pill.sign.value == "bang":
            draw_light(painter, place, Light.OVERDUE, theme=theme)
        else:
            draw_sign(painter, place, self._pill.sign, ink)
        painter.setFont(theme.font(self._size, bold=self._bold))
        painter.setPen(ink)
        metrics = theme.metrics(self._size, bold=self._bold)
        draw_text(
            painter, self.rect().adjusted(side + 6, 0, 0, 0), self._pill.word, metrics=metrics
        )


class DueLabel(QWidget):
    """A deadline as light and words; `full` adds the light's own name."""

    def __init__(
        self,
        theme: Theme,
        mark: DueMark,
        *,
        full: bool = True,
        size: int = 13,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = mark
        self._full = full
        self._size = size
        self._words = DueWords(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_mark(mark)

    def text(self) -> str:
        """The words shown beside the light."""
        return self._words.full(self._mark) if self._full else self._words.short(self._mark)

    def set_mark(self, mark: DueMark) -> None:
        """Shows another deadline."""
        self._mark = mark
        self.setAccessibleName(self._words.spoken(mark))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Light, words and the provisional tag."""
        tag = self._words.provisional()
        size = due_size(self._theme, self._mark, self.text(), tag=tag, size=self._size)
        return size.toSize()

    def minimumSizeHint(self) -> QSize:
        """Never cut: a deadline without its last word tells another day."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints light and words."""
        draw_due(
            QPainter(self),
            self.rect(),
            self._mark,
            theme=self._theme,
            words=self._words,
            full=self._full,
            size=self._size,
        )


class IconLabel(QWidget):
    """A Phosphor icon or a stage's light as a widget; never the only carrier of a meaning."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        *,
        role: Role = "text2",
        stage: Stage | None = None,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._role: Role = role
        self._stage = stage
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square, at least as high as a line of small words beside it."""
        side = self._theme.px(self._size)
        return QSize(side, max(side, self._theme.metrics(12).height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the icon."""
        painter = QPainter(self)
        side = self._theme.px(self._size)
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self._icon == "light:bad":
            draw_light(painter, place.adjusted(1, 1, -1, -1), Light.OVERDUE, theme=self._theme)
            return
        if self._icon == "light:wait":
            draw_light(painter, place.adjusted(1, 1, -1, -1), Light.SOON, theme=self._theme)
            return
        if self._stage is None:
            ink = self._theme.color(self._role)
        else:
            ink = self._theme.stage(self._stage).text
        self._theme.draw_icon(painter, place, self._icon, ink)


class Avatar(QWidget):
    """The surname of the person at the desk on a round ground."""

    def __init__(
        self, theme: Theme, name: str, *, size: int = 28, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._size = size
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Shows another person."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._theme.px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ground and surname."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("base" if theme.is_contrast else "select"))
        painter.drawEllipse(self.rect())
        painter.setFont(theme.font(14, bold=True))
        painter.setPen(theme.color("text" if theme.is_contrast else "on_select"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._name[:1])
