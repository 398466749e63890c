"""Tabs that switch the view of one list, with counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from desktop.theme import Theme
from desktop.widgets.painting import draw_ring

_PAD = 11
_GAP = 6


@dataclass(frozen=True, slots=True)
class ViewTab:
    """One view: key, label, and how many rows it holds (None while unknown)."""

    key: str
    label: str
    count: int | None = None


class ViewTabs(QTabBar):
    """View tabs as tall as the head they stand in; the current one is bold and underlined."""

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        tabs: Sequence[ViewTab] = (),
        *,
        tall: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tall = tall
        self._tabs: list[ViewTab] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.set_tabs(tabs)
        self.currentChanged.connect(self._on_current_changed)

    def set_tabs(self, tabs: Sequence[ViewTab]) -> None:
        """Replaces all tabs and keeps the current key where it still exists."""
        kept = self.current_key()
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._tabs = []
        for tab in tabs:
            self._tabs.append(tab)
            self.addTab(tab.label)
        self._tell()
        self.blockSignals(False)
        self.choose(kept)

    def set_count(self, key: str, count: int | None) -> None:
        """Shows another count on one tab."""
        place = self._place(key)
        if place < 0 or self._tabs[place].count == count:
            return
        self._tabs[place] = ViewTab(key, self._tabs[place].label, count)
        self._tell()
        self.setTabText(place, self._tabs[place].label)
        self.updateGeometry()
        self.update()

    def current_key(self) -> str:
        """The key of the current tab, or an empty string."""
        place = self.currentIndex()
        return self._tabs[place].key if 0 <= place < len(self._tabs) else ""

    def choose(self, key: str) -> None:
        """Makes a tab current; an unknown key changes nothing."""
        place = self._place(key)
        if place >= 0:
            self.setCurrentIndex(place)

    def tabSizeHint(self, index: int) -> QSize:
        """Reserves the bold width, so that choosing moves nothing."""
        tab = self._tabs[index]
        width = self._theme.metrics(13, bold=True).horizontalAdvance(tab.label) + 2 * _PAD
        if tab.count is not None:
            width += self._count_width(tab) + _GAP
        return QSize(width, self._theme.px(52 if self._tall else 38))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs never shrink; the bar scrolls."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints words, counts, the underline and the focus ring."""
        painter = QPainter(self)
        for place in range(self.count()):
            self._paint_tab(painter, place)

    def _paint_tab(self, painter: QPainter, place: int) -> None:
        theme = self._theme
        tab, rect = self._tabs[place], self.tabRect(place)
        current = place == self.currentIndex()
        metrics = theme.metrics(13, bold=current)
        painter.setFont(theme.font(13, bold=current))
        painter.setPen(theme.color("text" if current else "text2"))
        words = rect.adjusted(_PAD, 0, 0, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), tab.label)
        if tab.count is not None:
            left = words.left() + metrics.horizontalAdvance(tab.label) + _GAP
            painter.setFont(theme.font(12, bold=current))
            painter.setPen(theme.color("accent" if current else "text2"))
            room = QRect(left, rect.top(), rect.right() - left + _PAD, rect.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), str(tab.count))
        if current:
            line = QRect(rect.left(), rect.bottom() - 1, rect.width(), 2)
            painter.fillRect(line, theme.color("accent"))
            if self.hasFocus():
                around = rect.adjusted(1, 6, -1, -6)
                draw_ring(painter, around, theme.color("focus"))

    def _count_width(self, tab: ViewTab) -> int:
        return self._theme.metrics(12, bold=True).horizontalAdvance(str(tab.count))

    def _place(self, key: str) -> int:
        keys = [tab.key for tab in self._tabs]
        return keys.index(key) if key in keys else -1

    def _tell(self) -> None:
        for place, tab in enumerate(self._tabs):
            name = tab.label if tab.count is None else f"{tab.label} {tab.count}"
            self.setAccessibleTabName(place, name)

    def _on_current_changed(self, place: int) -> None:
        if 0 <= place < len(self._tabs):
            self.chosen.emit(self._tabs[place].key)
