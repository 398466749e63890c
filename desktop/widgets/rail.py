"""The rail of rooms at the left: groups, counts, what is overdue."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.keys import is_enter
from desktop.widgets.painting import draw_ring, draw_text
from desktop.widgets.signs import Light, draw_light

ITEM_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 60
"""The role under which the rail's delegate asks for a `RailItem`."""

_NO_INDEX: Final = QModelIndex()
_MARGIN: Final = 8

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RailItem:
    """One row of the rail.

    Attributes:
        key: the page or saved query; a group label has the group's own name.
        text: translated words.
        icon: Phosphor name; saved queries have "star".
        count: how many wait there; None shows nothing.
        overdue: how many of them are overdue.
        kind: a page, a group label, or a saved query.
        tip: tooltip, for example the key that opens the page.
    """

    key: str
    text: str
    icon: str = ""
    count: int | None = None
    overdue: int = 0
    kind: Literal["item", "group", "query"] = "item"
    tip: str = ""


class RailModel(QAbstractListModel):
    """The rows of the rail."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[RailItem] = []
        self.folded: set[str] = set()
        """Groups whose rows are hidden."""

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of rows."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, tooltip, the item itself and what a screen reader says."""
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.tip or item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A group label without a name cannot be reached; the others fold their rows."""
        item = self._items[index.row()]
        if item.kind == "group" and not item.key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def items(self) -> list[RailItem]:
        """All rows in order."""
        return list(self._items)

    def set_items(self, items: Sequence[RailItem]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def set_counts(self, counts: Mapping[str, tuple[int | None, int]]) -> None:
        """Shows counts and overdue counts by key; only changed rows are painted again."""
        for row, item in enumerate(self._items):
            if item.key not in counts:
                continue
            count, overdue = counts[item.key]
            if (item.count, item.overdue) == (count, overdue):
                continue
            self._items[row] = replace(item, count=count, overdue=overdue)
            index = self.index(row)
            self.dataChanged.emit(index, index, [ITEM_ROLE])

    def _spoken(self, item: RailItem) -> str:
        if item.kind == "group":
            folded = item.key in self.folded
            return (self.tr("{0}, folded") if folded else self.tr("{0}, open")).format(item.text)
        if item.count is None:
            return item.text
        if item.overdue:
            sentence = self.tr("{name}: {overdue} overdue, {count} in all")
            return sentence.format(name=item.text, overdue=item.overdue, count=item.count)
        return self.tr("{name}: {count}").format(name=item.text, count=item.count)


class RailDelegate(QStyledItemDelegate):
    """Paints icon, words, counts, the open page and the focused row."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.open_key = ""
        self.compact = False
        self.folded: set[str] = set()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """28 for a page, 27 for a query, a little less for a group label."""
        item: RailItem = index.data(ITEM_ROLE)
        height = self._theme.metrics(13).height()
        if item.kind == "group":
            return QSize(40, 9 if self.compact else self._theme.metrics(12).height() + 10)
        return QSize(40, max(27 if item.kind == "query" else 28, height + 9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        item: RailItem = index.data(ITEM_ROLE)
        theme = self._theme
        painter.fillRect(option.rect, theme.color("rail"))
        if item.kind == "group":
            has_ring = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_group(painter, option.rect, item, has_ring=has_ring)
            return
        rect = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        is_open = item.key == self.open_key
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_open or hovered:
            ground = theme.color("select" if is_open else "rail_hover")
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, 4, 4)
            painter.restore()
        if is_open and not theme.is_contrast:
            bar = QRect(rect.left(), rect.top() + 5, 3, rect.height() - 10)
            painter.fillRect(bar, theme.color("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, rect, theme.color("focus"))
        self._paint_item(painter, rect, item, is_open=is_open)

    def _paint_group(
        self, painter: QPainter, rect: QRect, item: RailItem, *, has_ring: bool
    ) -> None:
        theme = self._theme
        if self.compact:
            line = QRect(rect.left() + 12, rect.center().y(), rect.width() - 24, 1)
            painter.fillRect(line, theme.color("line"))
            return
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text3"))
        words = rect.adjusted(_MARGIN + 10, 4, -_MARGIN - 24, 0)
        draw_text(painter, words, item.text, metrics=theme.metrics(12))
        side = theme.px(10)
        place = QRectF(rect.right() - _MARGIN - 7 - side, words.center().y() - side / 2, side, side)
        caret = "caret-right" if item.key in self.folded else "caret-down"
        theme.draw_icon(painter, place, caret, theme.color("text3"))
        if has_ring:
            draw_ring(painter, rect.adjusted(_MARGIN, 3, -_MARGIN, 0), theme.color("focus"))

    def _paint_item(self, painter: QPainter, rect: QRect, item: RailItem, *, is_open: bool) -> None:
        theme = self._theme
        side = theme.px(16)
        icon_ink = theme.color("on_select" if is_open else "text2")
        left = rect.left() + (10 if not self.compact else (rect.width() - side) / 2)
        place = QRectF(left, rect.top() + (rect.height() - side) / 2, side, side)
        theme.draw_icon(painter, place, item.icon, icon_ink)
        if self.compact:
            if item.overdue:
                dot = QRectF(place.right() - 3, place.top() - 4, theme.px(10), theme.px(10))
                draw_light(painter, dot, Light.OVERDUE, theme=theme)
            return
        right = self._paint_counts(painter, rect, item, is_open=is_open)
        words = rect.adjusted(10 + side + 9, 0, 0, 0)
        words.setRight(right - 6)
        painter.setFont(theme.font(13, bold=is_open))
        painter.setPen(theme.color("on_select" if is_open else "text"))
        draw_text(painter, words, item.text, metrics=theme.metrics(13, bold=is_open))

    def _paint_counts(
        self, painter: QPainter, rect: QRect, item: RailItem, *, is_open: bool
    ) -> int:
        """Paints the numbers from the right; returns where they begin."""
        theme = self._theme
        right = rect.right() - 7
        if item.count is None:
            return right
        ink = theme.color("on_select" if is_open else "text2")
        right = _right_text(painter, rect, right, str(item.count), theme=theme, ink=ink, bold=False)
        if not item.overdue:
            return right
        bad = theme.stage("bad").text
        if is_open and theme.is_contrast:
            bad = theme.color("on_select")
        right = _right_text(
            painter, rect, right - 8, str(item.overdue), theme=theme, ink=bad, bold=True
        )
        side = theme.px(11)
        box = QRectF(right - side - 2, rect.top() + (rect.height() - side) / 2, side, side)
        draw_light(painter, box, Light.OVERDUE, theme=theme)
        return round(box.left())


def _right_text(
    painter: QPainter,
    rect: QRect,
    right: int,
    text: str,
    *,
    theme: Theme,
    ink: QColor,
    bold: bool,
) -> int:
    metrics = theme.metrics(12, bold=bold)
    width = metrics.horizontalAdvance(text)
    painter.setFont(theme.font(12, bold=bold))
    painter.setPen(ink)
    room = QRect(right - width, rect.top(), width + 2, rect.height())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), text)
    return right - width


class Rail(QListView):
    """The list of rooms; the arrow keys move the ring, Enter, Space or a click opens (`chosen`)."""

    chosen = Signal(str)
    folded_changed = Signal()
    """A group was folded or opened by hand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = RailModel(self)
        self._painter = RailDelegate(theme, self)
        # One set: the model speaks of it, the delegate paints it.
        self._painter.folded = self._rows.folded
        self.setProperty("kind", "rail")
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setViewportMargins(0, 5, 0, 5)
        self.setAccessibleName(self.tr("Rooms"))
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)

    def changeEvent(self, event: QEvent) -> None:
        """Name the rail anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Rooms"))

    def set_items(self, items: Sequence[RailItem]) -> None:
        """Shows these rooms."""
        self._rows.set_items(items)
        self._hide_folded()
        self._place_ring()

    def folded(self) -> frozenset[str]:
        """The groups whose rows are hidden."""
        return frozenset(self._rows.folded)

    def set_folded(self, groups: Collection[str]) -> None:
        """Hides the rows of these groups, all but the open one's."""
        self._rows.folded.clear()
        self._rows.folded.update(groups)
        self._hide_folded()

    def _hide_folded(self) -> None:
        group = ""
        for row, item in enumerate(self._rows.items()):
            if item.kind == "group":
                group = item.key
                continue
            # The open page is always in sight, and icons alone have no labels to fold.
            away = bool(group) and group in self._rows.folded and not self._painter.compact
            self.setRowHidden(row, away and item.key != self._painter.open_key)
        self.viewport().update()

    def set_counts(self, counts: Mapping[str, tuple[int | None, int]]) -> None:
        """Shows counts by key as (all, overdue)."""
        self._rows.set_counts(counts)

    def open_key(self) -> str:
        """The key of the page shown as open."""
        return self._painter.open_key

    def set_open(self, key: str) -> None:
        """Shows a page as the open one, without telling."""
        self._painter.open_key = key
        self._hide_folded()
        self._place_ring()
        self.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Shows icons only, for narrow windows."""
        self._painter.compact = compact
        self._hide_folded()
        # Beside icons alone a scroll bar takes more room than it gives; keys and wheel scroll.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if compact else policy.ScrollBarAsNeeded
        )
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """204 wide, 48 with icons only, more with larger text."""
        width = 48 if self._painter.compact else self._theme.px(204)
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as its kind."""
        return QSize(self.sizeHint().width(), 120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open the row with the ring."""
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self._choose(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        item: RailItem = index.data(ITEM_ROLE)
        if item.kind == "group":
            if not item.key:
                return
            self._rows.folded.symmetric_difference_update({item.key})
            self._hide_folded()
            self.folded_changed.emit()
            return
        self.set_open(item.key)
        self.chosen.emit(item.key)

    def _place_ring(self) -> None:
        for row, item in enumerate(self._rows.items()):
            if item.key and item.key == self._painter.open_key:
                self.setCurrentIndex(self._rows.index(row))
                return

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
