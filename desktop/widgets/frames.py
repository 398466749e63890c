"""What a page is framed with: head, panel, empty state, notice bar, progress."""

from typing import Final, Literal

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.theme import Stage, Theme
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, IconLabel, text_label

BarKind = Literal["good", "info", "wait", "bad", "guard"]
"""What a notice bar tells; the stage whose colours it wears."""

_BAR_ICONS: Final[dict[str, str]] = {
    "good": "check",
    "info": "info",
    "wait": "light:wait",
    "bad": "light:bad",
    "guard": "lock",
}
_DONE_SECONDS: Final = 8
_PROGRESS_AFTER_MS: Final = 400


class PageHead(QFrame):
    """The head of a page: title, words beside it, tabs, and what can be done at the right."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        *,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "head")
        self._theme = theme
        self.title = text_label(title, "title", parent=self)
        self.note = ElidedLabel(note, "secondary", parent=self)
        self.note.setVisible(bool(note))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 20, 0)
        self._row.setSpacing(14)
        self._row.addWidget(self.title)
        self._row.addWidget(self.note)
        self._row.addStretch(1)
        self._before_stretch = 2
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Shows another title."""
        self.title.setText(title)

    def set_note(self, note: str) -> None:
        """Shows other words beside the title."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def add_widget(self, widget: QWidget) -> None:
        """Puts a widget (tabs, month, segments) behind the title; tabs take the whole height."""
        self._row.insertWidget(self._before_stretch, widget)
        self._before_stretch += 1

    def add_action(self, widget: QWidget) -> None:
        """Puts a button at the right end."""
        self._row.addWidget(widget)

    def sizeHint(self) -> QSize:
        """52 high, more with larger text."""
        size = super().sizeHint()
        return QSize(size.width(), max(size.height(), self._theme.px(52)))

    def minimumSizeHint(self) -> QSize:
        """Keeps its height."""
        size = super().minimumSizeHint()
        return QSize(size.width(), max(size.height(), self._theme.px(52)))


class Panel(QFrame):
    """A framed part of a page with a head of its own.

    Put content into `body`; for a flush table or list set `flush`, for words and fields leave it.
    """

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        *,
        note: str = "",
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 5)
        self._column.setSpacing(0)
        self.title = text_label(title, "section", parent=self)
        self.note = ElidedLabel(note, "label", parent=self)
        self._head = QFrame(self)
        self._head_row = QHBoxLayout(self._head)
        self._head_row.setContentsMargins(14, theme.px(8), 12, theme.px(8))
        self._head_row.setSpacing(8)
        self._head_row.addWidget(self.title)
        self._head_row.addWidget(self.note, 1)
        rule = QFrame(self)
        rule.setProperty("kind", "rule")
        self._rule = rule
        self._column.addWidget(self._head)
        self._column.addWidget(rule)
        self.body = QVBoxLayout()
        if flush:
            self.body.setContentsMargins(0, 0, 0, 0)
            self.body.setSpacing(0)
        else:
            self.body.setContentsMargins(14, 12, 14, 9)
            self.body.setSpacing(theme.px(8))
        self._column.addLayout(self.body, 1)
        self._show_head()

    def set_title(self, title: str, note: str = "") -> None:
        """Shows another title and the words beside it."""
        self.title.setText(title)
        self.note.setText(note)
        self._show_head()

    def add_to_head(self, widget: QWidget) -> None:
        """Puts a link or a light at the right end of the head."""
        self._head_row.addWidget(widget)
        self._show_head()

    def add_foot(self, widget: QWidget) -> None:
        """Puts a widget below the body, divided by a line."""
        rule = QFrame(self)
        rule.setProperty("kind", "rule")
        self._column.addWidget(rule)
        self._column.addWidget(widget)

    def _show_head(self) -> None:
        self.title.setVisible(bool(self.title.text()))
        shown = bool(self.title.text() or self.note.text() or self._head_row.count() > 2)
        self._head.setVisible(shown)
        self._rule.setVisible(shown)


class EmptyState(QWidget):
    """What stands where a list has no rows: the fact, what is next, at most one small button."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        fact: str,
        *,
        following: str = "",
        icon: str = "table",
        action: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(theme, icon, size=28, parent=self)
        self._fact = text_label(fact, "strong", wrap=True, parent=self)
        self._following = text_label(following, "secondary", wrap=True, parent=self)
        self._button = Button(theme, action, small=True, key=key, parent=self)
        for label in (self._fact, self._following):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(6))
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._fact)
        column.addWidget(self._following)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.say(fact, following=following, action=action)
        self._button.clicked.connect(self.acted)

    def say(self, fact: str, *, following: str = "", action: str = "") -> None:
        """Says something else."""
        self._fact.setText(fact)
        self._following.setText(following)
        self._following.setVisible(bool(following))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._button.updateGeometry()


class Bar(QFrame):
    """A notice under the page head, in place of a floating message.

    A bar of kind "good" leaves after eight seconds; the others stay until closed or solved.
    """

    link_clicked = Signal()
    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        kind: BarKind,
        sentence: str,
        *,
        detail: str = "",
        link: str = "",
        key: str = "",
        icon: str = "",
        closable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind: BarKind = kind
        self.setProperty("kind", "bar")
        self.setProperty("stage", kind)
        stage: Stage = kind
        self._icon = IconLabel(theme, icon or _BAR_ICONS[kind], stage=stage, parent=self)
        heavy = "" if kind in {"good", "guard"} else "strong"
        self._sentence = text_label(sentence, heavy, parent=self)
        self._detail = _WrappingLabel(detail, self)
        self._link = _BarLink(theme, link, stage=stage, key=key, parent=self)
        self._close = _BarLink(theme, "", stage=stage, icon="x", parent=self)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, theme.px(6), 9, theme.px(6))
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._sentence)
        self._row.addWidget(self._detail, 1)
        self._row.addWidget(self._link)
        self._row.addWidget(self._close)
        self._close.setVisible(closable)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.say(sentence, detail=detail, link=link)
        self._link.clicked.connect(self.link_clicked)
        self._close.clicked.connect(self.dismiss)

    def say(self, sentence: str, *, detail: str = "", link: str = "") -> None:
        """Says something else and shows itself again."""
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setAccessibleName(f"{sentence} {detail}".strip())
        if self._kind == "good":
            self._timer.start(_DONE_SECONDS * 1000)

    def add_widget(self, widget: QWidget) -> None:
        """Puts a further widget (segments, a second link) before the link."""
        self._row.insertWidget(self._row.indexOf(self._link), widget)

    def dismiss(self) -> None:
        """Takes the bar away and tells so."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def sizeHint(self) -> QSize:
        """36 high, more with larger text."""
        size = super().sizeHint()
        return QSize(size.width(), max(36, size.height()))


class _WrappingLabel(QLabel):
    """The detail of a bar, which may take a second line in a narrow window."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


class _BarLink(Button):
    """A link on a bar: the bar's own text colour, underlined."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        stage: Stage,
        key: str = "",
        icon: str = "",
        parent: QWidget,
    ) -> None:
        super().__init__(theme, text, kind="link", key=key, icon=icon, parent=parent)
        self.set_stage(stage)


class ProgressRow(QFrame):
    """A long deed in sight: sentence with numbers, bar, 取消, and what cancelling leaves.

    After `start` it shows itself only when the deed takes longer than 0.4 s.
    """

    cancelled = Signal()

    def __init__(self, theme: Theme, *, remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = text_label("", parent=self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._remark = text_label(remark, "label", wrap=True, parent=self)
        self._remark.setVisible(bool(remark))
        self._cancel = Button(theme, self.tr("Cancel"), key="Esc", parent=self)
        head = QHBoxLayout()
        head.addWidget(self._sentence, 1)
        head.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._remark)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_PROGRESS_AFTER_MS)
        self._delay.timeout.connect(self.show)
        self._cancel.clicked.connect(self.cancelled)

    def start(self, sentence: str, *, can_cancel: bool = True) -> None:
        """Begins; shown after 0.4 s."""
        self.set_progress(0, 0, sentence=sentence)
        self._cancel.setVisible(can_cancel)
        self.hide()
        self._delay.start()

    def set_progress(self, done: int, whole: int, *, sentence: str = "") -> None:
        """Shows how far it is; a `whole` of 0 means that nobody knows yet."""
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        if sentence:
            self._sentence.setText(sentence)
            self._bar.setAccessibleName(sentence)

    def finish(self) -> None:
        """Takes the row away."""
        self._delay.stop()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels."""
        if event.key() == Qt.Key.Key_Escape and self._cancel.isVisible():
            self.cancelled.emit()
            return
        super().keyPressEvent(event)


class Overlay(QFrame):
    """A child of the page that lies over it next to what opened it; Esc closes it.

    It is no window of its own, because rounded windows show square corners without a compositor.
    """

    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self.setProperty("kind", "overlay")
        self.setAutoFillBackground(True)
        self.hide()

    def show_under(self, anchor: QWidget, *, width: int = 0) -> None:
        """Shows itself below a widget of the page, moved so that nothing leaves the page."""
        page = self._page
        wanted = self.sizeHint()
        if width:
            wanted.setWidth(width)
        wanted = wanted.boundedTo(page.size() - QSize(8, 8))
        if self.hasHeightForWidth():
            wanted.setHeight(min(self.heightForWidth(wanted.width()), page.height() - 8))
        below = anchor.mapTo(page, QPoint(0, anchor.height() + 4))
        left = max(4, min(below.x(), page.width() - wanted.width() - 4))
        top = below.y()
        if top + wanted.height() > page.height() - 4:
            above = anchor.mapTo(page, QPoint(0, 0)).y() - wanted.height() - 4
            top = above if above >= 4 else max(4, page.height() - wanted.height() - 4)
        self.setGeometry(left, top, wanted.width(), wanted.height())
        self.show()
        self.raise_()

    def close_overlay(self) -> None:
        """Takes itself away and tells so."""
        if self.isHidden():
            return
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
            return
        super().keyPressEvent(event)


def row_of(*parts: QWidget | QLayout | int, spacing: int = 8, direction: str = "row") -> QBoxLayout:
    """A row (or "column") of widgets and layouts; a number is a stretch."""
    box: QBoxLayout = QHBoxLayout() if direction == "row" else QVBoxLayout()
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        else:
            box.addStretch(part)
    return box
