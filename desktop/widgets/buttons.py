"""Buttons, key caps, tags and filter chips."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from desktop.theme import Stage, Theme
from desktop.widgets.keys import is_enter
from desktop.widgets.painting import draw_caret, draw_ring, draw_tag, draw_text, tag_width

ButtonKind = Literal["default", "primary", "quiet", "danger", "link"]
"""How a button looks; `primary` once in a form or pane, `danger` only in its own dialog."""

_CAP_PAD: Final = 5
_GAP: Final = 6


def key_text(key: str) -> str:
    """A key sequence as key caps show it: "Ctrl+Enter" becomes "Ctrl Enter"."""
    return key.replace("+", " ")


def key_cap_size(theme: Theme, key: str) -> QSize:
    """The room a key cap needs."""
    metrics = theme.metrics(11)
    return QSize(metrics.horizontalAdvance(key_text(key)) + 2 * _CAP_PAD, metrics.height() + 1)


def draw_key_cap(
    painter: QPainter,
    rect: QRect,
    key: str,
    *,
    theme: Theme,
    ink: QColor,
    edge: QColor,
    ground: QColor | None,
) -> None:
    """Draws a key cap centred in the rectangle."""
    size = key_cap_size(theme, key)
    box = QRectF(
        rect.left(), rect.center().y() - size.height() / 2 + 0.5, rect.width(), size.height()
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
    box.moveTop(round(box.top()))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setFont(theme.font(11))
    painter.setPen(ink)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), key_text(key))
    painter.restore()


class Button(QPushButton):
    """A push button with an icon, a word and its key.

    `key` is a portable sequence ("Ctrl+Enter"). It is drawn as a cap; with `bind` it also becomes
    the button's shortcut, which pages leave out where an action already owns the key. With
    `elides` its words are cut where the room ends, as names of files are.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        kind: ButtonKind = "default",
        icon: str = "",
        key: str = "",
        bind: bool = False,
        small: bool = False,
        has_menu: bool = False,
        elides: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.theme = theme
        self._elides = elides
        self._icon_name = icon
        self._key = key
        self._has_menu = has_menu
        self._small = small
        self._stage: Stage | None = None
        self.setProperty("kind", kind)
        if small:
            self.setProperty("small", True)
        self.setAutoDefault(False)
        across = QSizePolicy.Policy.Preferred if elides else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor
        )
        if bind and key:
            self.setShortcut(QKeySequence(key.replace("Enter", "Return")))
        if key:
            self.setAccessibleDescription(key)

    @property
    def kind(self) -> str:
        """The look chosen in the constructor."""
        return str(self.property("kind"))

    @property
    def key(self) -> str:
        """The key shown, or an empty string."""
        return self._key

    def set_key(self, key: str) -> None:
        """Shows another key."""
        self._key = key
        self.setAccessibleDescription(key)
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        """Shows another icon, or none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_stage(self, stage: Stage | None) -> None:
        """Gives a link the text colour of a stage and an underline, as on bars."""
        self._stage = stage
        self.update()

    def sizeHint(self) -> QSize:
        """Words, icon, key cap and arrow, and the padding of the kind."""
        theme = self.theme
        size = self._font_size()
        width = theme.metrics(size).horizontalAdvance(self._shown_text())
        width += self._icon_room() + self._cap_room() + self._menu_room()
        if self.kind == "link":
            return QSize(width + 8, theme.metrics(size).height() + 4)
        height = theme.small_button_height if self._small else theme.button_height
        return QSize(width + 2 * (8 if self._small else 12), height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words, unless these may be cut."""
        size = self.sizeHint()
        if not self._elides:
            return size
        room = self._icon_room() + self._cap_room() + self._menu_room()
        return QSize(min(size.width(), room + self.theme.px(64)), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says in the tooltip what does not fit."""
        super().resizeEvent(event)
        if self._elides:
            cut = self.sizeHint().width() > self.width()
            self.setToolTip(self._shown_text() if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the styled ground, then icon, words, key cap and arrow."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        ink = self._ink_color(option.state)
        self._paint_content(painter, ink, option.state)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if focused and self.kind == "primary":
            line = self.theme.color("on_accent")
            draw_ring(painter, self.rect().adjusted(2, 2, -2, -2), line, width=1, radius=3)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button, as Space does."""
        if is_enter(event) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def _paint_content(self, painter: QPainter, ink: QColor, state: QStyle.StateFlag) -> None:
        theme = self.theme
        size = self._font_size()
        metrics = theme.metrics(size)
        text = self._shown_text()
        room = self._icon_room() + self._cap_room() + self._menu_room()
        if self._elides:
            pad = 8 if self.kind == "link" or self._small else 24
            free = self.width() - room - pad
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, free)
        total = metrics.horizontalAdvance(text) + room
        left = (self.width() - total) // 2
        height = self.height()
        if self._icon_name:
            side = theme.px(16)
            place = QRectF(left, (height - side) / 2, side, side)
            theme.draw_icon(painter, place, self._icon_name, ink)
            left += self._icon_room()
        font = theme.font(size)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        if self.kind == "link" and (hovered or self._stage is not None):
            font = type(font)(font)
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(ink)
        words = QRect(left, 0, metrics.horizontalAdvance(text) + 2, height)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), text)
        left = words.right() - 1
        if self._key:
            self._paint_cap(painter, left + _GAP, ink, state)
            left += self._cap_room()
        if self._has_menu:
            centre = QPointF(left + theme.px(10), height / 2)
            draw_caret(painter, centre, ink, side=theme.px(8), up=False)

    def _paint_cap(
        self, painter: QPainter, left: int, ink: QColor, state: QStyle.StateFlag
    ) -> None:
        theme = self.theme
        room = QRect(left, 0, key_cap_size(theme, self._key).width(), self.height())
        filled = self.kind == "primary" and bool(state & QStyle.StateFlag.State_Enabled)
        if filled or self._stage is not None:
            draw_key_cap(painter, room, self._key, theme=theme, ink=ink, edge=ink, ground=None)
            return
        draw_key_cap(
            painter,
            room,
            self._key,
            theme=theme,
            ink=theme.color("text2"),
            edge=theme.color("line"),
            ground=theme.color("raised"),
        )

    def _ink_color(self, state: QStyle.StateFlag) -> QColor:
        theme = self.theme
        if not state & QStyle.StateFlag.State_Enabled:
            return theme.color("disabled")
        pressed = bool(state & QStyle.StateFlag.State_Sunken)
        if self.kind == "primary":
            return theme.color("on_accent")
        if self._stage is not None:
            return theme.stage(self._stage).text
        if self.kind == "link":
            return theme.color("accent")
        if pressed:
            return theme.color("on_select")
        if self.kind == "danger":
            return theme.stage("bad").text
        return theme.color("text")

    def _shown_text(self) -> str:
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def _font_size(self) -> int:
        return 12 if self._small else 13

    def _icon_room(self) -> int:
        if not self._icon_name:
            return 0
        return self.theme.px(16) + (_GAP if self.text() else 0)

    def _cap_room(self) -> int:
        return key_cap_size(self.theme, self._key).width() + _GAP if self._key else 0

    def _menu_room(self) -> int:
        return self.theme.px(16) if self._has_menu else 0


class KeyCap(QWidget):
    """A small picture of a key."""

    def __init__(self, theme: Theme, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The words and the frame."""
        return key_cap_size(self._theme, self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the cap."""
        painter = QPainter(self)
        draw_key_cap(
            painter,
            self.rect(),
            self._key,
            theme=self._theme,
            ink=self._theme.color("text2"),
            edge=self._theme.color("line"),
            ground=self._theme.color("raised"),
        )


class Tag(QWidget):
    """A small outlined word: a category, 同音, 暂定?."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Shows another word."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word and the frame."""
        return QSize(tag_width(self._theme, self._text), self._theme.pill_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tag."""
        draw_tag(QPainter(self), self.rect(), self._text, theme=self._theme)


class Chip(QPushButton):
    """A filter as a pill: a switch, or a name whose value comes from a menu.

    A switch turns on and off by click, Space or Enter. A menu chip asks for its menu instead, is
    on while it has a value, and loses it by its ✕, Delete or Backspace (`cleared`).
    """

    cleared = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        value: str = "",
        switch: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self.theme = theme
        self._value = value
        self._switch = switch
        self._menu_maker: Callable[[], QMenu] | None = None
        self.setCheckable(switch)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()
        self.toggled.connect(self._on_toggled)

    def value(self) -> str:
        """The words of the value, or an empty string."""
        return self._value

    def set_value(self, value: str) -> None:
        """Shows a value; an empty one turns a menu chip off."""
        self._value = value
        self._tell()
        self.updateGeometry()
        self.update()

    def is_on(self) -> bool:
        """Whether the chip narrows the list."""
        return self.isChecked() if self._switch else bool(self._value)

    def set_menu_maker(self, maker: Callable[[], QMenu]) -> None:
        """Gives the function that builds the menu each time it is asked for."""
        self._menu_maker = maker

    def clear(self) -> None:
        """Turns the chip off and tells so."""
        if not self.is_on():
            return
        if self._switch:
            self.setChecked(False)
        else:
            self.set_value("")
        self.cleared.emit()

    def sizeHint(self) -> QSize:
        """Name, value and the mark at the end."""
        theme = self.theme
        width = theme.metrics(13).horizontalAdvance(self.text()) + 2 * theme.px(11)
        if self._value:
            width += theme.metrics(13).horizontalAdvance(self._value) + theme.px(5)
        return QSize(width + self._mark_room(), theme.chip_height)

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints pill, name, value and the mark at the end."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option.state)
        theme = self.theme
        left = theme.px(11)
        metrics = theme.metrics(13)
        on = self.is_on()
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("on_select" if on else "text2"))
        left += draw_text(painter, self._line(left), self.text(), metrics=metrics)
        if self._value:
            left += theme.px(5)
            painter.setPen(theme.color("on_select" if on else "text"))
            draw_text(painter, self._line(left), self._value, metrics=metrics)
        self._paint_mark(painter, on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the ✕ clears; elsewhere the chip switches or asks for its menu."""
        inside = self.rect().contains(event.position().toPoint())
        on_mark = event.position().x() >= self.width() - self._mark_room() - self.theme.px(8)
        if inside and on_mark and self.is_on():
            self.setDown(False)
            self.clear()
            return
        super().mouseReleaseEvent(event)
        if inside and not self._switch and event.button() is Qt.MouseButton.LeftButton:
            self.open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter act, Delete and Backspace clear."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.is_on():
            self.clear()
            return
        opens = is_enter(event) or event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Down}
        if not self._switch and opens:
            self.open_menu()
            return
        if self._switch and is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def open_menu(self) -> None:
        """Shows the menu below the chip and tells where it stands."""
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        if self._menu_maker is not None:
            self._menu_maker().popup(below)
        self.menu_wanted.emit(below)

    def event(self, event: QEvent) -> bool:
        """Hover needs a repaint because the pill paints itself."""
        if event.type() in {QEvent.Type.Enter, QEvent.Type.Leave}:
            self.update()
        return super().event(event)

    def _paint_ground(self, painter: QPainter, state: QStyle.StateFlag) -> None:
        theme = self.theme
        on = self.is_on()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = theme.color("select" if on else "hover" if hovered else "base")
        edge = theme.color("focus" if focused else "accent" if on else "border")
        width = 2 if focused else 1
        if on and not focused and theme.is_contrast:
            edge = theme.color("select")
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(edge, width))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)

    def _paint_mark(self, painter: QPainter, on: bool) -> None:
        theme = self.theme
        centre = QPointF(self.width() - theme.px(11) - theme.px(4), self.height() / 2)
        if on:
            arm = theme.px(7) / 2
            painter.setPen(QPen(theme.color("on_select"), 1.2))
            for side in (-1, 1):
                painter.drawLine(
                    QPointF(centre.x() - arm, centre.y() - side * arm),
                    QPointF(centre.x() + arm, centre.y() + side * arm),
                )
        elif not self._switch:
            draw_caret(painter, centre, theme.color("text2"), side=theme.px(8), up=False)

    def _mark_room(self) -> int:
        return self.theme.px(14) if self.is_on() or not self._switch else 0

    def _line(self, left: int) -> QRect:
        return QRect(left, 0, self.width() - left, self.height() - 1)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._value}".strip())

    def _on_toggled(self, checked: bool) -> None:
        self.updateGeometry()
        if not checked:
            self.update()
