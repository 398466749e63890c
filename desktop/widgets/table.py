"""The one table of the program: a delegate that paints every cell, a header with a column chooser.

Rows are read by the delegate through one `data` call for each cell (`CELL_ROLE`), so that
scrolling a million rows costs only what is on the screen.
"""

import json
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from desktop.theme import Theme
from desktop.widgets.cells import (
    CELL_ROLE,
    UNREAD,
    Cell,
    DueMark,
    IconsCell,
    Pill,
    TextCell,
)
from desktop.widgets.painting import (
    draw_caret,
    draw_due,
    draw_marked,
    draw_pill,
    draw_text,
    due_size,
    pill_width,
)
from desktop.widgets.words import DueWords

_PAD: Final = 7
_BAR: Final = 3
_SAVE_AFTER_MS: Final = 400
_CENTRE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        key: name under which width, place and visibility are kept.
        title: translated heading; may be empty for the icons.
        width: width in pixels at 100 %.
        stretch: takes the room that is left; at most one column of a table.
        hidden: not shown until the person asks for it.
        locked: cannot be hidden.
        sortable: a click on the heading asks for another order.
        latin: width where the window speaks English; 0 for the same.
        right: the heading stands at the right, over numbers.
    """

    key: str
    title: str
    width: int = 100
    stretch: bool = False
    hidden: bool = False
    locked: bool = False
    sortable: bool = True
    latin: int = 0
    right: bool = False

    @property
    def usual_width(self) -> int:
        """The width in the language now spoken."""
        chinese = QLocale().language() == QLocale.Language.Chinese
        return self.width if chinese or not self.latin else self.latin


class RowDelegate(QStyledItemDelegate):
    """Paints every kind of cell; the only place where tables learn colours."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = DueWords(self)
        self.hovered_row = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints ground, content, hairline, selection bar and focus frame of one cell."""
        rect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        theme = self._theme
        if selected:
            painter.fillRect(rect, theme.color("select"))
        elif index.row() == self.hovered_row:
            painter.fillRect(rect, theme.color("hover"))
        else:
            painter.fillRect(rect, theme.color("base"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("grid"))
        inner = rect.adjusted(_PAD, 0, -_PAD, -1)
        self._paint_cell(painter, inner, index, selected=selected)
        table = option.widget
        if isinstance(table, Table):
            self._paint_edges(painter, rect, index, table=table, selected=selected)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The room the cell's content asks for, used by "fit to content"."""
        return QSize(self._content_width(index) + 2 * _PAD, self._theme.row_height)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Shows the full words of an elided cell and the full saying of a pill."""
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        rect = option.rect
        text = self.tooltip(index, rect.width() - 2 * _PAD)
        QToolTip.showText(event.globalPos(), text, view.viewport(), rect)
        return True

    def tooltip(self, index: Index, room: int) -> str:
        """The words that a cell of the given inner width cannot show, or an empty string."""
        cell = self._cell(index)
        if isinstance(cell, Pill) and cell.saying:
            return cell.saying
        if isinstance(cell, IconsCell):
            return cell.saying
        if cell is UNREAD or self._content_width(index) <= room:
            return str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        if isinstance(cell, DueMark):
            return self._words.spoken(cell)
        if isinstance(cell, TextCell):
            return f"{cell.text} {cell.aside}".strip()
        return str(index.data(Qt.ItemDataRole.DisplayRole) or "")

    def _cell(self, index: Index) -> Cell:
        cell = index.data(CELL_ROLE)
        if cell is None:
            return TextCell(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        return cast(Cell, cell)

    def _paint_cell(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        cell = self._cell(index)
        theme = self._theme
        if isinstance(cell, TextCell):
            self._paint_text(painter, rect, cell, selected=selected)
        elif isinstance(cell, Pill):
            draw_pill(painter, rect, cell, theme=theme, selected=selected)
        elif isinstance(cell, DueMark):
            draw_due(painter, rect, cell, theme=theme, words=self._words, selected=selected)
        elif isinstance(cell, IconsCell):
            self._paint_icons(painter, rect, cell, selected=selected)
        else:
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("on_select" if selected else "text3"))
            draw_text(painter, rect, "…", metrics=theme.metrics(13))

    def _paint_text(
        self, painter: QPainter, rect: QRect, cell: TextCell, *, selected: bool
    ) -> None:
        theme = self._theme
        color = theme.color("on_select" if selected else cell.tone)
        if cell.icon:
            side = theme.px(16)
            top = rect.top() + (rect.height() - side) / 2
            ink = theme.color("on_select" if selected else "text2")
            theme.draw_icon(painter, QRectF(rect.left(), top, side, side), cell.icon, ink)
            rect = rect.adjusted(side + 6, 0, 0, 0)
        size = 12 if cell.mono else 13
        metrics = theme.metrics(size, bold=cell.bold, mono=cell.mono)
        painter.setFont(theme.font(size, bold=cell.bold, mono=cell.mono))
        painter.setPen(color)
        if cell.marks:
            used = draw_marked(
                painter, rect, cell.text, marks=cell.marks, metrics=metrics, theme=theme
            )
        else:
            align = _CENTRE_RIGHT if cell.right else _CENTRE_LEFT
            used = draw_text(painter, rect, cell.text, metrics=metrics, align=align)
        if cell.aside:
            rest = rect.adjusted(used + 5, 0, 0, 0)
            painter.setFont(theme.font(13))
            painter.setPen(theme.color("on_select" if selected else "text2"))
            draw_text(painter, rest, cell.aside, metrics=theme.metrics(13))

    def _paint_icons(
        self, painter: QPainter, rect: QRect, cell: IconsCell, *, selected: bool
    ) -> None:
        side = self._theme.px(14)
        top = rect.top() + (rect.height() - side) / 2
        left = float(rect.left())
        ink = self._theme.color("on_select" if selected else "text2")
        for name in cell.icons:
            if left + side > rect.right() + 2:
                return
            self._theme.draw_icon(painter, QRectF(left, top, side, side), name, ink)
            left += side + 5

    def _paint_edges(
        self, painter: QPainter, rect: QRect, index: Index, *, table: "Table", selected: bool
    ) -> None:
        if not selected:
            return
        header = table.columns_header
        first = index.column() == header.first_shown()
        if first:
            bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, self._theme.color("accent"))
        if not table.hasFocus() or table.currentIndex().row() != index.row():
            return
        ink = self._theme.color("on_select")
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), ink)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), ink)
        if first:
            painter.fillRect(QRect(rect.left(), rect.top(), 1, rect.height()), ink)
        if index.column() == header.last_shown():
            painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), ink)

    def _content_width(self, index: Index) -> int:
        cell = self._cell(index)
        theme = self._theme
        if isinstance(cell, Pill):
            return pill_width(theme, cell)
        if isinstance(cell, DueMark):
            tag = self._words.provisional()
            return round(due_size(theme, cell, self._words.short(cell), tag=tag).width())
        if isinstance(cell, IconsCell):
            return len(cell.icons) * (theme.px(14) + 5)
        if not isinstance(cell, TextCell):
            return theme.metrics(13).horizontalAdvance("…")
        size = 12 if cell.mono else 13
        metrics = theme.metrics(size, bold=cell.bold, mono=cell.mono)
        width = metrics.horizontalAdvance(cell.text)
        if cell.aside:
            width += theme.metrics(13).horizontalAdvance(cell.aside) + 5
        return width + (theme.px(16) + 6 if cell.icon else 0)


class HeaderView(QHeaderView):
    """Headings that move, keep their widths and open the column chooser on a right click.

    Widths, places and hidden columns are kept as one JSON text under `name` in the mapping given
    to the constructor; the mapping decides whether that lasts longer than the window.
    `sort_wanted` carries a column's key and whether the order is descending.
    """

    sort_wanted = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        settings: MutableMapping[str, str],
        *,
        name: str,
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._settings = settings
        self._name = name
        self._columns: tuple[Column, ...] = ()
        self._percent = theme.text_percent
        self._restoring = False
        self._sorted = (-1, False)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self.save)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(32)
        self.setDefaultAlignment(_CENTRE_LEFT)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.sectionResized.connect(self._on_section_resized)
        self.sectionMoved.connect(self._on_section_moved)
        self.sortIndicatorChanged.connect(self._on_sort_indicator_changed)
        theme.changed.connect(self._on_theme_changed)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in logical order."""
        return self._columns

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Takes the columns in the model's order and puts back what was kept for them."""
        self._columns = tuple(columns)
        self._percent = self._theme.text_percent
        self.restore()

    def show_sorted(self, key: str, *, descending: bool = False) -> None:
        """Shows the caret of an order already asked for, without asking again."""
        keys = [column.key for column in self._columns]
        self._sorted = (keys.index(key) if key in keys else -1, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.blockSignals(True)
        self.setSortIndicator(self._sorted[0], order)
        self.blockSignals(False)
        self.viewport().update()

    def restore(self) -> None:
        """Puts back widths, places and visibility from the settings, else the defaults."""
        kept = self._kept()
        widths = cast("dict[str, int]", kept.get("widths", {}))
        hidden = kept.get("hidden")
        order = cast("list[str]", kept.get("order", []))
        self._restoring = True
        for logical, column in enumerate(self._columns):
            self._place_column(logical, column, widths.get(column.key))
            is_hidden = column.hidden if hidden is None else column.key in cast(list[str], hidden)
            self.setSectionHidden(logical, is_hidden and not column.locked)
        keys = [column.key for column in self._columns]
        places = [keys.index(key) for key in order if key in keys]
        places += [logical for logical in range(len(keys)) if logical not in places]
        for visual, logical in enumerate(places):
            self.moveSection(self.visualIndex(logical), visual)
        self._restoring = False

    def save(self) -> None:
        """Writes changed widths (at 100 %), places and hidden columns to the settings now."""
        self._saving.stop()
        widths = self._changed_widths()
        order = [self._columns[self.logicalIndex(visual)].key for visual in range(self.count())]
        hidden = [
            column.key
            for logical, column in enumerate(self._columns)
            if self.isSectionHidden(logical)
        ]
        self._settings[self._name] = json.dumps(
            {"widths": widths, "order": order, "hidden": hidden}, ensure_ascii=False
        )

    def _changed_widths(self) -> dict[str, int]:
        # A usual width is not kept: it is another one in the other language.
        scale = self._percent / 100
        found: dict[str, int] = {}
        for logical, column in enumerate(self._columns):
            if column.stretch or self.isSectionHidden(logical):
                continue
            if self.sectionSize(logical) != self._theme.px(column.usual_width):
                found[column.key] = round(self.sectionSize(logical) / scale)
        return found

    def show_column(self, key: str, *, shown: bool) -> None:
        """Shows or hides a column; the last one shown and locked ones stay."""
        logical = [column.key for column in self._columns].index(key)
        only_one = self.count() - self.hiddenSectionCount() == 1
        if not shown and (only_one or self._columns[logical].locked):
            return
        self.setSectionHidden(logical, not shown)
        if shown and self.sectionSize(logical) < self.minimumSectionSize():
            self._place_column(logical, self._columns[logical], None)
        self.save()

    def first_shown(self) -> int:
        """The logical index of the leftmost shown column."""
        return self._shown(range(self.count()))

    def last_shown(self) -> int:
        """The logical index of the rightmost shown column."""
        return self._shown(range(self.count() - 1, -1, -1))

    def chooser(self) -> QMenu:
        """The menu that shows and hides columns; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = self.count() - self.hiddenSectionCount()
        for visual in range(self.count()):
            logical = self.logicalIndex(visual)
            column = self._columns[logical]
            if column.locked or not column.title:
                continue
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(logical))
            action.setEnabled(shown > 1 or not action.isChecked())
            action.setData(column.key)
        menu.addSeparator()
        menu.addAction(self.tr("Usual columns")).setData("")
        menu.triggered.connect(self._on_chooser_triggered)
        return menu

    def open_chooser(self, at: QPoint | None = None) -> None:
        """Opens the column chooser at a global point, by default under the header's left end."""
        self.chooser().popup(self.mapToGlobal(QPoint(0, self.height())) if at is None else at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Opens the column chooser."""
        self.open_chooser(event.globalPos())

    def sizeHint(self) -> QSize:
        """Height follows the font."""
        return QSize(super().sizeHint().width(), self._theme.header_height)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paints heading, hairline and the caret after the word."""
        if not rect.isValid():
            return
        theme = self._theme
        painter.fillRect(rect, theme.color("raised"))
        bottom = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        if logical != self.last_shown():
            side = QRect(rect.right(), rect.top(), 1, rect.height())
            painter.fillRect(side, theme.color("grid"))
        painter.fillRect(bottom, theme.color("line"))
        title = str(self._title(logical))
        room = rect.adjusted(_PAD, 0, -_PAD, -1)
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == logical
        if sorted_here:
            room.adjust(0, 0, -theme.px(12), 0)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        at_right = logical < len(self._columns) and self._columns[logical].right
        align = _CENTRE_RIGHT if at_right and not sorted_here else _CENTRE_LEFT
        used = draw_text(painter, room, title, metrics=theme.metrics(12), align=align)
        if sorted_here:
            centre = QPointF(room.left() + used + theme.px(8), room.center().y() + 1)
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            draw_caret(painter, centre, theme.color("text2"), side=theme.px(7), up=up)

    def _title(self, logical: int) -> str:
        if logical < len(self._columns):
            return self._columns[logical].title
        model = self.model()
        return str(model.headerData(logical, Qt.Orientation.Horizontal) or "")

    def _kept(self) -> dict[str, object]:
        text = self._settings.get(self._name, "")
        try:
            kept = json.loads(text) if text else {}
        except json.JSONDecodeError:
            # A settings file edited by hand must not keep the table from opening.
            return {}
        return kept if isinstance(kept, dict) else {}

    def _place_column(self, logical: int, column: Column, width: int | None) -> None:
        if logical >= self.count():
            return
        if column.stretch:
            self.setSectionResizeMode(logical, QHeaderView.ResizeMode.Stretch)
            return
        self.setSectionResizeMode(logical, QHeaderView.ResizeMode.Interactive)
        self.resizeSection(logical, self._theme.px(width or column.usual_width))

    def _shown(self, visuals: range) -> int:
        for visual in visuals:
            logical = self.logicalIndex(visual)
            if not self.isSectionHidden(logical):
                return logical
        return -1

    def _on_section_resized(self, logical: int, old: int, new: int) -> None:
        if not self._restoring and self._columns:
            self._saving.start()

    def _on_section_moved(self, logical: int, old: int, new: int) -> None:
        if not self._restoring and self._columns:
            self._saving.start()

    def _on_sort_indicator_changed(self, logical: int, order: Qt.SortOrder) -> None:
        if not 0 <= logical < len(self._columns):
            return
        column = self._columns[logical]
        if not column.sortable:
            place, descending = self._sorted
            kept = self._columns[place].key if 0 <= place < len(self._columns) else ""
            self.show_sorted(kept, descending=descending)
            return
        self._sorted = (logical, order is Qt.SortOrder.DescendingOrder)
        self.sort_wanted.emit(column.key, self._sorted[1])

    def _on_chooser_triggered(self, action: QAction) -> None:
        key = str(action.data())
        if key:
            self.show_column(key, shown=action.isChecked())
            return
        self._settings.pop(self._name, None)
        self.restore()

    def _on_theme_changed(self) -> None:
        scale = self._theme.text_percent / self._percent
        self._percent = self._theme.text_percent
        self._restoring = True
        for logical, column in enumerate(self._columns):
            if not column.stretch and not self.isSectionHidden(logical):
                self.resizeSection(logical, round(self.sectionSize(logical) * scale))
        self._restoring = False
        self.updateGeometry()


class Table(QTableView):
    """A table view with the one delegate and the one header; rows are as tall as the text asks.

    `opened` is sent when Enter or a double click asks for the row.
    """

    opened = Signal(QModelIndex)

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column] = (),
        *,
        name: str = "",
        settings: MutableMapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = tuple(columns)
        self._rows = RowDelegate(theme, self)
        kept: MutableMapping[str, str] = {} if settings is None else settings
        self.columns_header = HeaderView(theme, kept, name=name, parent=self)
        self.setItemDelegate(self._rows)
        self.setHorizontalHeader(self.columns_header)
        # Qt hides the caret of a header it is given; the header asks for orders, not the view.
        self.columns_header.setSortIndicatorShown(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(8)
        self._set_row_height()
        self.entered.connect(self._on_index_entered)
        self.activated.connect(self._on_index_activated)
        theme.changed.connect(self._on_theme_changed)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Shows a model and lays out the columns given to the constructor."""
        super().setModel(model)
        if model is not None and self._wanted:
            self.columns_header.set_columns(self._wanted)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Replaces the columns, for another view of the same model."""
        self._wanted = tuple(columns)
        if self.model() is not None:
            self.columns_header.set_columns(self._wanted)

    def leaveEvent(self, event: QEvent) -> None:
        """Forgets the hovered row."""
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the focus frame of the current row; without one the first row becomes current."""
        super().focusInEvent(event)
        model = self.model()
        if not self.currentIndex().isValid() and model is not None and model.rowCount():
            self.setCurrentIndex(model.index(0, max(0, self.columns_header.first_shown())))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the focus frame away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _hover(self, row: int) -> None:
        before = self._rows.hovered_row
        if row == before:
            return
        self._rows.hovered_row = row
        model = self.model()
        if model is None:
            return
        for changed in (before, row):
            if 0 <= changed < model.rowCount():
                top = self.rowViewportPosition(changed)
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(changed))

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height)

    def _on_index_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _on_index_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index)

    def _on_theme_changed(self) -> None:
        self._set_row_height()
        self.viewport().update()
