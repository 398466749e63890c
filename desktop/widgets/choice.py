"""A list under a field to choose one of several look-alikes, such as namesakes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Role, Theme
from desktop.widgets.buttons import Button, KeyCap
from desktop.widgets.frames import Overlay
from desktop.widgets.keys import is_composing, is_enter
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import FlowLayout, clear_layout
from desktop.widgets.painting import draw_marked, draw_tag, draw_text, tag_width

CHOICE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 80
"""The role under which the overlay's delegate asks for a `ChoiceRow`."""

_NO_INDEX: Final = QModelIndex()
_PAD: Final = 12
_ROWS_SHOWN: Final = 6

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One candidate in two lines.

    Attributes:
        key: what `chosen` carries.
        title: the name, heavy; `marks` are its found ranges.
        aside: beside the name: sex, birth month.
        tag: 同音 and the like.
        line1: unit in full.
        line2: post and rank.
        end: at the right: how many open cases the user may see.
    """

    key: str
    title: str
    aside: str = ""
    tag: str = ""
    line1: str = ""
    line2: str = ""
    end: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class _ChoiceModel(QAbstractListModel):
    """The candidates."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[ChoiceRow] = []

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of candidates."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The candidate, or its words for a screen reader."""
        row = self.rows[index.row()]
        if role == CHOICE_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = (row.title, row.aside, row.tag, row.line1, row.line2, row.end)
            return " ".join(word for word in words if word)
        return None

    def set_rows(self, rows: Sequence[ChoiceRow]) -> None:
        """Replaces the candidates."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints a candidate in two lines and three parts."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """41 high, more with larger text."""
        theme = self._theme
        return QSize(80, max(41, theme.metrics(13).height() + theme.metrics(12).height() + 4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one candidate."""
        row: ChoiceRow = index.data(CHOICE_ROLE)
        theme, rect = self._theme, option.rect
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground: Role = "select" if current else "hover" if hovered else "base"
        painter.fillRect(rect, theme.color(ground))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("grid"))
        if current:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("accent")
            )
        ink = theme.color("on_select" if current else "text")
        second = theme.color("on_select" if current else "text2")
        inner = rect.adjusted(_PAD, 0, -_PAD, -1)
        third = max(theme.px(150), round(inner.width() * 0.31))
        self._paint_name(
            painter, QRect(inner.left(), inner.top(), third, inner.height()), row, current
        )
        painter.setFont(theme.font(12))
        painter.setPen(second)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        used = draw_text(painter, inner, row.end, metrics=theme.metrics(12), align=right)
        upper, lower = theme.metrics(13).height(), theme.metrics(12).height()
        left = inner.left() + third + 4
        width = inner.right() - left - used - 8
        top = inner.top() + (inner.height() - upper - lower) // 2
        painter.setFont(theme.font(13))
        painter.setPen(ink)
        draw_text(painter, QRect(left, top, width, upper), row.line1, metrics=theme.metrics(13))
        painter.setFont(theme.font(12))
        painter.setPen(second)
        below = QRect(left, top + upper, width, lower)
        draw_text(painter, below, row.line2, metrics=theme.metrics(12))

    def _paint_name(self, painter: QPainter, rect: QRect, row: ChoiceRow, current: bool) -> None:
        theme = self._theme
        metrics = theme.metrics(14, bold=True)
        painter.setFont(theme.font(14, bold=True))
        painter.setPen(theme.color("on_select" if current else "text"))
        marks = row.marks
        used = draw_marked(painter, rect, row.title, marks=marks, metrics=metrics, theme=theme)
        rest = rect.adjusted(used + 7, 0, 0, 0)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("on_select" if current else "text2"))
        used = draw_text(painter, rest, row.aside, metrics=theme.metrics(12))
        if row.tag:
            width = tag_width(theme, row.tag)
            left = rest.left() + used + 6
            if left + width <= rect.right():
                draw_tag(
                    painter, QRect(left, rect.top(), width, rect.height()), row.tag, theme=theme
                )


class ChoiceOverlay(Overlay):
    """Candidates under an editor, which keeps the focus while the arrow keys move along them.

    Enter chooses, Esc closes, both only while no input method is composing. `chosen` carries the
    row's key, `foot_chosen` the key of a link at the foot ("new person", "not sure yet").
    """

    chosen = Signal(str)
    foot_chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        editor: QWidget,
        *,
        span: QWidget | None = None,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._editor = editor
        self._span = span or editor
        self._model = _ChoiceModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_ChoiceDelegate(theme, self))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._head = text_label("", "label", parent=self)
        self._foot_row = FlowLayout(spacing=theme.px(14), line_spacing=2)
        self._foot_hint = text_label("", "label", wrap=True, parent=self)
        self._build()
        self._list.clicked.connect(self._on_list_clicked)
        editor.installEventFilter(self)

    def set_rows(
        self,
        rows: Sequence[ChoiceRow],
        *,
        head: str = "",
        links: Sequence[tuple[str, str]] = (),
        hint: str = "",
    ) -> None:
        """Shows candidates, and links as (key, words); hides itself where there is neither.

        Nothing is preselected when several candidates share a name: one must choose.
        """
        self._model.set_rows(rows)
        self._head.setText(head)
        self._foot_hint.setText(hint)
        self._foot_hint.setVisible(bool(hint))
        self._show_links(links)
        if not rows and not links:
            self.close_overlay()
            return
        self._place()

    def _show_links(self, links: Sequence[tuple[str, str]]) -> None:
        clear_layout(self._foot_row)
        for key, words in links:
            link = Button(self._theme, words, kind="link", parent=self)
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            link.setProperty("key", key)
            link.clicked.connect(self._on_link_clicked)
            self._foot_row.addWidget(link)
            link.show()

    def current_key(self) -> str:
        """The key of the highlighted candidate, or an empty string."""
        index = self._list.currentIndex()
        return self._model.rows[index.row()].key if index.isValid() else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Reads the editor's arrow keys, Enter and Esc, and closes when it loses the focus."""
        if watched is self._editor and self.isVisible():
            if event.type() == QEvent.Type.FocusOut:
                self.close_overlay()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if is_composing(self._editor) or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if is_enter(event):
            index = self._list.currentIndex()
            if not index.isValid():
                return False
            self._choose(index)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
            return True
        return False

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        if not count:
            return
        index = self._list.currentIndex()
        row = (index.row() + by) % count if index.isValid() else (0 if by > 0 else count - 1)
        self._list.setCurrentIndex(self._model.index(row))
        said = str(self._model.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
        self._editor.setAccessibleDescription(said)

    def _choose(self, index: QModelIndex) -> None:
        key = self._model.rows[index.row()].key
        self.close_overlay()
        self.chosen.emit(key)

    def _place(self) -> None:
        count = max(1, min(_ROWS_SHOWN, self._model.rowCount()))
        option = QStyleOptionViewItem()
        height = self._list.itemDelegate().sizeHint(option, self._model.index(0)).height()
        self._list.setVisible(self._model.rowCount() > 0)
        self._list.setFixedHeight(count * height)
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.show_under(self._editor, width=self._span.width())

    def _build(self) -> None:
        head = QFrame(self)
        head.setProperty("kind", "raised")
        head_row = QHBoxLayout(head)
        head_row.setContentsMargins(_PAD, 4, _PAD, 4)
        head_row.addWidget(self._head, 1)
        for key, word in (
            ("↑↓", self.tr("choose")),
            ("Enter", self.tr("take")),
            ("Esc", self.tr("close")),
        ):
            head_row.addWidget(KeyCap(self._theme, key, head))
            head_row.addWidget(text_label(word, "label", parent=head))
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        lines = QVBoxLayout(foot)
        lines.setContentsMargins(_PAD, 5, _PAD, 5)
        lines.setSpacing(2)
        lines.addLayout(self._foot_row)
        lines.addWidget(self._foot_hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._list)
        column.addWidget(foot)

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _on_link_clicked(self) -> None:
        link = self.sender()
        if isinstance(link, QObject):
            self.close_overlay()
            self.foot_chosen.emit(str(link.property("key")))
