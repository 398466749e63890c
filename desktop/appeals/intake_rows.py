"""A row of fields that shares its width by weight and breaks where the window is narrow."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


@dataclass(frozen=True, slots=True)
class _Placed:
    item: QLayoutItem
    weight: int


class FieldRow(QLayout):
    """Puts fields side by side, each as wide as its weight says and never below its least.

    A line whose weights sum up to less than `whole` leaves the rest of its width free.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 12,
        line_gap: int = 10,
        whole: int = 7,
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self._placed: list[_Placed] = []
        self._line_gap = line_gap
        self._next_weight = 1
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def add(self, widget: QWidget, weight: int = 1) -> None:
        """Puts a widget at the end; the weight shares what the least widths leave."""
        self._next_weight = weight
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Adds an item (Qt calls this)."""
        self._placed.append(_Placed(item, self._next_weight))
        self._next_weight = 1

    def count(self) -> int:
        """Number of items."""
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None behind the end."""
        return self._placed[index].item if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Takes an item out, or None behind the end."""
        return self._placed.pop(index).item if 0 <= index < len(self._placed) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes all the width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at this width."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Places all items."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """One line of everything."""
        shown = self._shown()
        width = sum(one.item.sizeHint().width() for one in shown)
        height = max((one.item.sizeHint().height() for one in shown), default=0)
        return QSize(width + self.spacing() * max(0, len(shown) - 1), height)

    def minimumSize(self) -> QSize:
        """The widest item, and the height of one line."""
        size = QSize()
        for one in self._shown():
            size = size.expandedTo(one.item.minimumSize())
        return size

    def _shown(self) -> list[_Placed]:
        return [one for one in self._placed if not one.item.isEmpty()]

    def _lines(self, width: int) -> list[list[_Placed]]:
        lines: list[list[_Placed]] = []
        used = 0
        for one in self._shown():
            least = one.item.minimumSize().width()
            if lines and used + self.spacing() + least <= width:
                lines[-1].append(one)
                used += self.spacing() + least
            else:
                lines.append([one])
                used = least
        return lines

    def _line_width(self, line: list[_Placed], width: int) -> int:
        room = width - self.spacing() * (len(line) - 1)
        weights = sum(one.weight for one in line)
        if weights >= self._whole:
            return room
        least = sum(one.item.minimumSize().width() for one in line)
        return min(room, max(least, room * weights // self._whole))

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        top = rect.top()
        for at, line in enumerate(self._lines(rect.width())):
            if at:
                top += self._line_gap
            widths = _shared(line, self._line_width(line, rect.width()))
            left, tallest = rect.left(), 0
            for one, width in zip(line, widths, strict=True):
                height = _height(one.item, width)
                if place:
                    one.item.setGeometry(QRect(left, top, width, height))
                left += width + self.spacing()
                tallest = max(tallest, height)
            top += tallest
        return top - rect.top()


def _shared(line: list[_Placed], width: int) -> list[int]:
    """Share a width by weight; who would get less than his least gets that and no more."""
    least = [one.item.minimumSize().width() for one in line]
    fixed: dict[int, int] = {}
    while True:
        rest = width - sum(fixed.values())
        weights = sum(one.weight for at, one in enumerate(line) if at not in fixed)
        short = [
            at
            for at, one in enumerate(line)
            if at not in fixed and rest * one.weight < least[at] * weights
        ]
        if not short or not weights:
            break
        for at in short:
            fixed[at] = least[at]
    shares = [
        fixed[at] if at in fixed else rest * one.weight // max(1, weights)
        for at, one in enumerate(line)
    ]
    if shares and len(fixed) < len(line):
        last = max(at for at in range(len(line)) if at not in fixed)
        shares[last] += width - sum(shares)
    return shares


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
