"""What happened, newest first: a list that grows by pages as one scrolls."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.painting import draw_ring, draw_tag, draw_text, tag_width

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 70
"""The role under which the timeline's delegate asks for a `TimelineItem`."""

_NO_INDEX: Final = QModelIndex()
_WRAP: Final = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One event.

    Attributes:
        key: what the page opens for it; may be empty.
        actor: who acted, with unit or post.
        act: what was done, in two to six characters.
        time: the moment as written, for example "10-13 17:02".
        fact: the sentence below; may be long.
        icon: Phosphor name.
        tags: lasting remarks: 代录, 补录, 更正.
    """

    key: str
    actor: str
    act: str
    time: str
    fact: str = ""
    icon: str = "check"
    tags: tuple[str, ...] = ()


class TimelineModel(QAbstractListModel):
    """Events, newest first; further pages are added at the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[TimelineItem] = []

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of events read so far."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The event itself, or its words for copying and screen readers."""
        item = self._items[index.row()]
        if role == ENTRY_ROLE:
            return item
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            tags = " ".join(item.tags)
            return f"{item.time} {item.actor} {item.act} {tags} {item.fact}".strip()
        return None

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Replaces all events."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def append_items(self, items: Sequence[TimelineItem]) -> None:
        """Adds an older page at the end."""
        if not items:
            return
        start = len(self._items)
        self.beginInsertRows(QModelIndex(), start, start + len(items) - 1)
        self._items.extend(items)
        self.endInsertRows()


class TimelineDelegate(QStyledItemDelegate):
    """Paints ring icon, actor, act, time and the wrapped fact."""

    def __init__(self, theme: Theme, *, margin: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._margin = margin
        self.width = 400

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the fact wraps."""
        item: TimelineItem = index.data(ENTRY_ROLE)
        theme = self._theme
        height = 2 * 7 + theme.metrics(13).height() + 1
        if item.fact:
            room = QRect(0, 0, self.width - self._indent() - self._margin - 4, 10_000)
            height += theme.metrics(13).boundingRect(room, _WRAP, item.fact).height()
        return QSize(80, max(height, theme.px(22) + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one event."""
        item: TimelineItem = index.data(ENTRY_ROLE)
        theme = self._theme
        rect = option.rect
        painter.fillRect(rect, theme.color("base"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("grid"))
        self._paint_icon(painter, rect, item)
        metrics = theme.metrics(13)
        line = QRect(
            rect.left() + self._indent(),
            rect.top() + 7,
            rect.width() - self._indent() - self._margin - 4,
            metrics.height(),
        )
        self._paint_line(painter, QRect(line), item)
        if item.fact:
            below = QRect(line.left(), line.bottom() + 1, line.width(), rect.height())
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("text"))
            painter.drawText(below, _WRAP, item.fact)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect.adjusted(0, 1, 0, -2), theme.color("focus"))

    def _paint_icon(self, painter: QPainter, rect: QRect, item: TimelineItem) -> None:
        theme = self._theme
        side = theme.px(22)
        ring = QRectF(rect.left() + self._margin + 1, rect.top() + 7, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("raised"))
        painter.drawEllipse(ring.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.restore()
        inner = theme.px(13)
        box = QRectF(0, 0, inner, inner)
        box.moveCenter(ring.center())
        theme.draw_icon(painter, box, item.icon, theme.color("text2"))

    def _paint_line(self, painter: QPainter, line: QRect, item: TimelineItem) -> None:
        theme = self._theme
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        used = draw_text(painter, line, item.time, metrics=theme.metrics(12), align=right)
        line.setRight(line.right() - used - 8)
        painter.setFont(theme.font(13))
        used = draw_text(painter, line, item.actor, metrics=theme.metrics(13))
        line.setLeft(line.left() + used + theme.px(8))
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text"))
        used = draw_text(painter, line, item.act, metrics=theme.metrics(13, bold=True))
        left = line.left() + used + theme.px(8)
        for tag in item.tags:
            width = tag_width(theme, tag)
            if left + width > line.right():
                return
            draw_tag(painter, QRect(left, line.top(), width, line.height()), tag, theme=theme)
            left += width + 5

    def _indent(self) -> int:
        return self._margin + self._theme.px(22) + 11


class Timeline(QListView):
    """The list of events.

    `more_wanted` is sent when one scrolls to the end; the page answers with `append_items`.
    `opened` carries the key of the event activated.
    """

    more_wanted = Signal()
    opened = Signal(str)

    def __init__(self, theme: Theme, *, margin: int = 14, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._events = TimelineModel(self)
        self._painter = TimelineDelegate(theme, margin=margin, parent=self)
        self.setModel(self._events)
        self.setItemDelegate(self._painter)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("What happened"))
        self.verticalScrollBar().valueChanged.connect(self._on_scroll_bar_value_changed)
        self.activated.connect(self._on_activated)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Shows these events."""
        self._events.set_items(items)

    def append_items(self, items: Sequence[TimelineItem]) -> None:
        """Adds an older page at the end."""
        self._events.append_items(items)

    def count(self) -> int:
        """Number of events read so far."""
        return self._events.rowCount()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wraps the facts anew."""
        self._painter.width = self.viewport().width()
        super().resizeEvent(event)

    def _on_scroll_bar_value_changed(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() > 0 and value >= bar.maximum() - bar.pageStep() // 2:
            self.more_wanted.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        item: TimelineItem = index.data(ENTRY_ROLE)
        if item.key:
            self.opened.emit(item.key)
