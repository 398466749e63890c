"""What can be done with a case now: the moves as buttons, and what may be a duplicate."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.theme import Theme
from desktop.widgets.buttons import Button, ButtonKind
from desktop.widgets.cells import Pill
from desktop.widgets.labels import ElidedLabel, IconLabel, text_label
from desktop.widgets.layouts import FlowLayout, clear_layout
from desktop.widgets.painting import (
    draw_marked,
    draw_pill,
    draw_ring,
    draw_tag,
    draw_text,
    pill_width,
    tag_width,
)

_PAD = 14
_ROOM = 560


@dataclass(frozen=True, slots=True)
class MoveOffer:
    """One possible move.

    Attributes:
        key: what `chosen` carries.
        label: the office's verb with its object, without dots.
        primary: the one filled button; at most one of a bar.
        asks: a dialog follows, so the label gets "…".
        key_cap: its key.
        icon: Phosphor name, for small helpers such as 加注.
        blocked: what it still lacks; a blocked move is shown disabled with this as tooltip.
    """

    key: str
    label: str
    primary: bool = False
    asks: bool = False
    key_cap: str = ""
    icon: str = ""
    blocked: str = ""

    @property
    def words(self) -> str:
        """The label as the button shows it."""
        return f"{self.label}…" if self.asks else self.label


class MoveBar(QWidget):
    """Moves as buttons, the rest under 更多, and one line on what the next move still lacks.

    At most `most` buttons are shown, and no more than fit into one row of `_ROOM`.
    """

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, *, most: int = 5, right: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._most = most
        self._hidden_moves: list[MoveOffer] = []
        self._buttons: dict[str, Button] = {}
        self._flow = FlowLayout(spacing=theme.px(8), to_right=right)
        self._lock = IconLabel(theme, "lock", size=14, parent=self)
        self._lacking = ElidedLabel("", "label", parent=self)
        self._lacking.setWordWrap(not right)
        line = QHBoxLayout()
        line.setSpacing(6)
        if right:
            line.addStretch(1)
        line.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._lacking, 0 if right else 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(self._flow)
        column.addLayout(line)
        self.set_moves((), lacking="")

    def set_moves(self, offers: Sequence[MoveOffer], lacking: str = "") -> None:
        """Shows these moves; `lacking` is the whole sentence of the line below."""
        clear_layout(self._flow)
        self._buttons = {}
        fitting = self._fitting(offers)
        shown = list(offers[:fitting])
        self._hidden_moves = list(offers[fitting:])
        for offer in shown:
            kind: ButtonKind = "primary" if offer.primary else "default"
            button = Button(
                self._theme,
                offer.words,
                kind=kind,
                icon=offer.icon,
                key=offer.key_cap,
                parent=self,
            )
            button.setEnabled(not offer.blocked)
            button.setToolTip(offer.blocked)
            button.setProperty("move", offer.key)
            button.clicked.connect(self._on_button_clicked)
            self._buttons[offer.key] = button
            self._flow.addWidget(button)
            button.show()
        if self._hidden_moves:
            more = Button(self._theme, self.tr("More"), has_menu=True, parent=self)
            more.clicked.connect(self._on_more_clicked)
            self._flow.addWidget(more)
            more.show()
        self._lacking.setText(lacking)
        self._lacking.setVisible(bool(lacking))
        self._lock.setVisible(bool(lacking))
        self.updateGeometry()

    def _fitting(self, offers: Sequence[MoveOffer]) -> int:
        metrics = self._theme.metrics(13)
        left = self._theme.px(_ROOM)
        for place, offer in enumerate(offers[: self._most]):
            left -= metrics.horizontalAdvance(offer.words + offer.key_cap) + self._theme.px(40)
            if left < 0 and place:
                return place
        return self._most

    def button(self, key: str) -> Button | None:
        """The button of a move, or None where it is under 更多 or not offered."""
        return self._buttons.get(key)

    def focus_first(self) -> bool:
        """Puts the focus on the first move that can be made; False where there is none."""
        for button in self._buttons.values():
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def more_menu(self) -> QMenu:
        """The menu of the moves that did not fit; it deletes itself when closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for offer in self._hidden_moves:
            words = offer.words
            if offer.key_cap:
                words = f"{words}\t{offer.key_cap}"
            elif offer.blocked:
                words = f"{words}\t{offer.blocked}"
            action = menu.addAction(words)
            action.setEnabled(not offer.blocked)
            action.setToolTip(offer.blocked)
            action.setData(offer.key)
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.chosen.emit(str(button.property("move")))

    def _on_more_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.more_menu().popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))


@dataclass(frozen=True, slots=True)
class DuplicateHit:
    """One earlier appeal that looks alike; only such as the user may open.

    Attributes:
        key: what the signals carry.
        number: its number.
        person: the appellant.
        unit: the appellant's unit.
        pill: its state.
        snippet: its words; `marks` are the ranges that match.
        score: likeness from 0 to 1.
        reasons: why it was found: 同名, 同单位, 诉求相近.
    """

    key: str
    number: str
    person: str
    unit: str
    pill: Pill
    snippet: str
    marks: tuple[tuple[int, int], ...]
    score: float
    reasons: tuple[str, ...] = ()


class _HitRow(QWidget):
    """One hit, painted in three lines; a click or the arrow keys make it the current one."""

    picked = Signal(str)

    def __init__(self, theme: Theme, hit: DuplicateHit, *, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hit = hit
        self._words = words
        self.is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = (hit.number, hit.person, hit.unit, hit.pill.word, words, *hit.reasons)
        self.setAccessibleName(" ".join(said))

    def sizeHint(self) -> QSize:
        """Three lines."""
        line = self._theme.metrics(13).height()
        return QSize(260, 3 * line + self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints head, matching words, likeness and reasons."""
        theme, hit = self._theme, self.hit
        painter = QPainter(self)
        if self.is_current:
            bar = QRect(0, 0, 3, self.height() - 1)
            painter.fillRect(bar, theme.color("accent"))
        grid = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(grid, theme.color("grid"))
        height = theme.metrics(13).height()
        width = self.width() - 2 * _PAD
        line = QRect(_PAD, theme.px(8), width, height)
        self._paint_head(painter, line)
        line.translate(0, height + theme.px(3))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text"))
        metrics = theme.metrics(13)
        draw_marked(painter, line, hit.snippet, marks=hit.marks, metrics=metrics, theme=theme)
        line.translate(0, height + theme.px(3))
        self._paint_score(painter, line)
        if self.hasFocus():
            draw_ring(painter, self.rect().adjusted(1, 1, -1, -2), theme.color("focus"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Makes this hit the current one."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.picked.emit(self.hit.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Makes this hit the current one."""
        super().focusInEvent(event)
        self.picked.emit(self.hit.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go along the hits."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def _paint_head(self, painter: QPainter, line: QRect) -> None:
        theme, hit = self._theme, self.hit
        width = pill_width(theme, hit.pill)
        place = QRect(line.right() - width + 1, line.top(), width, line.height())
        draw_pill(painter, place, hit.pill, theme=theme)
        room = line.adjusted(0, 0, -width - 8, 0)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text"))
        used = draw_text(painter, room, hit.number, metrics=theme.metrics(13, bold=True))
        room.setLeft(room.left() + used + 10)
        painter.setFont(theme.font(13))
        used = draw_text(painter, room, hit.person, metrics=theme.metrics(13))
        room.setLeft(room.left() + used + 10)
        painter.setPen(theme.color("text2"))
        draw_text(painter, room, hit.unit, metrics=theme.metrics(13))

    def _paint_score(self, painter: QPainter, line: QRect) -> None:
        theme = self._theme
        if not self.hit.score:
            # Found by the name alone: a likeness of nothing would read as a finding.
            self._paint_reasons(painter, line, line.left())
            return
        bar = QRectF(line.left(), line.center().y() - 2, theme.px(64), 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("border"))
        painter.setBrush(theme.color("base"))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, 2.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text2"))
        filled = QRectF(bar)
        filled.setWidth(bar.width() * self.hit.score)
        painter.drawRoundedRect(filled, 2.5, 2.5)
        painter.restore()
        room = line.adjusted(theme.px(64) + 8, 0, 0, 0)
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text"))
        used = draw_text(painter, room, self._words, metrics=theme.metrics(12))
        self._paint_reasons(painter, line, room.left() + used + 8)

    def _paint_reasons(self, painter: QPainter, line: QRect, least: int) -> None:
        theme = self._theme
        right = line.right() + 1
        for reason in reversed(self.hit.reasons):
            width = tag_width(theme, reason)
            if right - width < least:
                return
            place = QRect(right - width, line.top(), width, line.height())
            draw_tag(painter, place, reason, theme=theme)
            right -= width + 6


class DuplicateBanner(QFrame):
    """Earlier appeals that look like the one being written; never blocks typing.

    The buttons act on the current hit: `compare_wanted` and `merge_wanted` carry its key,
    `dismissed` says that none is a duplicate.
    """

    compare_wanted = Signal(str)
    merge_wanted = Signal(str)
    dismissed = Signal()

    def __init__(
        self, theme: Theme, *, can_merge: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[_HitRow] = []
        self._current = ""
        self.setProperty("kind", "duplicates")
        self._head = _BannerHead(theme, self)
        self._hits = QVBoxLayout()
        self._hits.setSpacing(0)
        compare = Button(theme, self.tr("Compare side by side"), small=True, key="F6", parent=self)
        self._merge = Button(theme, self.tr("Merge into the earlier…"), small=True, parent=self)
        self._merge.setVisible(can_merge)
        none = Button(theme, self.tr("None is a duplicate"), kind="quiet", small=True, parent=self)
        deeds = FlowLayout(spacing=theme.px(8))
        for button in (compare, self._merge, none):
            deeds.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(_PAD, theme.px(8), _PAD, theme.px(8))
        foot.addLayout(deeds)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._hits)
        column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        compare.clicked.connect(self._on_compare_clicked)
        self._merge.clicked.connect(self._on_merge_clicked)
        none.clicked.connect(self._on_none_clicked)
        self.hide()

    def set_hits(self, hits: Sequence[DuplicateHit]) -> None:
        """Shows these hits; without any the banner is not there."""
        clear_layout(self._hits)
        self._rows = []
        for hit in hits:
            words = self.tr("{percent} % alike").format(percent=round(hit.score * 100))
            row = _HitRow(self._theme, hit, words=words, parent=self)
            row.picked.connect(self._on_row_picked)
            self._rows.append(row)
            self._hits.addWidget(row)
            row.show()
        if len(hits) == 1:
            title = self.tr("Perhaps the same as 1 appeal")
        else:
            title = self.tr("Perhaps the same as {n} appeals").format(n=len(hits))
        self._head.say(title)
        self.setAccessibleName(title)
        self._on_row_picked(hits[0].key if hits else "")
        self.setVisible(bool(hits))

    def current_key(self) -> str:
        """The key of the current hit, or an empty string."""
        return self._current

    def _on_row_picked(self, key: str) -> None:
        self._current = key
        several = len(self._rows) > 1
        for row in self._rows:
            row.is_current = several and row.hit.key == key
            row.update()

    def _on_compare_clicked(self) -> None:
        self.compare_wanted.emit(self._current)

    def _on_merge_clicked(self) -> None:
        self.merge_wanted.emit(self._current)

    def _on_none_clicked(self) -> None:
        self.hide()
        self.dismissed.emit()


class _BannerHead(QFrame):
    """The coloured head of the banner."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        icon = IconLabel(theme, "light:wait", parent=self)
        self._title = text_label("", "strong", wrap=True, parent=self)
        self._note = text_label(
            self.tr("Compared while you write; only appeals you may open are counted"),
            "label",
            wrap=True,
            parent=self,
        )
        for label in (self._title, self._note):
            label.setProperty("stage", "wait")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(_PAD, theme.px(8), _PAD, theme.px(8))
        row.setSpacing(9)
        row.addWidget(icon)
        row.addLayout(words, 1)

    def say(self, title: str) -> None:
        """Shows another title."""
        self._title.setText(title)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the ground with round upper corners, and the line below."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.stage("wait").ground)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, 0, 6), 5, 5)
        line = QRect(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme.stage("wait").solid)
