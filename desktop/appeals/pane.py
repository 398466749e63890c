"""The pane beside the ledger: what one needs to know before opening the card."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.appeals.rows import AppealCard, ClockRow
from db.appeals.workflow import NAME as TRACK
from db.codes.act_labels import act_label
from db.core.clock import civil_time
from desktop.appeals.marks import OF_UNIT, due_mark
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Tag
from desktop.widgets.cells import DueMark
from desktop.widgets.labels import DueLabel, StatusPill, rule, text_label
from desktop.widgets.signs import Light

MOST_CLOCKS = 4
"""Running clocks are all shown; those that ended fill up to this number, latest first."""


class AppealPane(QWidget):
    """A summary of one appeal, read when a row is chosen."""

    close_wanted = Signal()

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._store = store
        self._card: AppealCard | None = None
        self.was_closed = False
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(shell.theme.px(320))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._open = Button(shell.theme, "", kind="primary", key="Enter", parent=self)
        foot = QWidget(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 10, 14, 10)
        row.addWidget(self._open, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(foot)
        self._open.clicked.connect(self._on_open_clicked)
        self.clear()

    def changeEvent(self, event: QEvent) -> None:
        """Show the same in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            if self._card is None:
                self.clear()
            else:
                self.show_card(self._card)

    def clear(self) -> None:
        """Show that nothing is chosen."""
        self._card = None
        self._open.setText(self.tr("Open case"))
        self._open.setEnabled(False)
        hint = text_label(self.tr("Choose a case to see it here"), "hint", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(hint)

    def show_card(self, card: AppealCard) -> None:
        """Show one appeal."""
        self._card = card
        self._open.setEnabled(True)
        self._open.setText(self.tr("Open case"))
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._head(card))
        for part in (self._deadlines(card), self._text(card), self._people(card)):
            column.addWidget(rule())
            column.addLayout(part)
        column.addWidget(rule())
        column.addLayout(self._handling(card))
        column.addWidget(rule())
        column.addLayout(self._latest(card))
        column.addStretch(1)
        self._area.setWidget(body)

    def _head(self, card: AppealCard) -> QVBoxLayout:
        theme, row = self._shell.theme, card.row
        line = QHBoxLayout()
        line.addWidget(text_label(row.number or row.source_number, "secondary"))
        line.addStretch(1)
        line.addWidget(StatusPill(theme, self._shell.labels.pill(TRACK, row.pill)))
        close = Button(theme, "", kind="quiet", icon="x", small=True)
        close.setAccessibleName(self.tr("Close the pane"))
        close.clicked.connect(self._on_close_clicked)
        line.addWidget(close)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(text_label(row.subject, "case", wrap=True))
        return column

    def _section(self, title: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(text_label(title, "label"))
        return column

    def _deadlines(self, card: AppealCard) -> QVBoxLayout:
        column = self._section(self.tr("Deadlines"))
        shown = [c for c in card.clocks if not c.cancelled]
        running = sorted((c for c in shown if c.stopped_on is None), key=lambda c: c.due_on)
        done = [c for c in shown if c.stopped_on is not None]
        running += done[::-1][: max(0, MOST_CLOCKS - len(running))]
        for clock in running:
            column.addLayout(self._clock(clock))
        if not running:
            column.addWidget(DueLabel(self._shell.theme, due_mark(None)))
        return column

    def _clock(self, clock: ClockRow) -> QVBoxLayout:
        theme = self._shell.theme
        name = clock.clock_zh if self._shell.labels.chinese else clock.clock_en
        top = QHBoxLayout()
        whose = clock.holder if clock.rule in OF_UNIT else ""
        top.addWidget(text_label(f"{name} · {whose}" if whose else name, wrap=True), 1)
        if clock.stopped_on is not None:
            mark = DueMark(Light.DONE, words=clock.stopped_on.isoformat())
        else:
            mark = due_mark(clock.light, provisional=clock.provisional)
        top.addWidget(DueLabel(theme, mark, full=False))
        kind = self.tr("Statutory") if clock.is_statutory else self.tr("Own limit")
        below = QHBoxLayout()
        below.addWidget(text_label(kind, "hint"))
        below.addStretch(1)
        below.addWidget(text_label(self.tr("until {0}").format(clock.due_on.isoformat()), "hint"))
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addLayout(top)
        column.addLayout(below)
        return column

    def _text(self, card: AppealCard) -> QVBoxLayout:
        column = self._section(self.tr("Main appeal"))
        words = (card.facts or card.requests).strip()
        short = words if len(words) <= 260 else words[:260] + "…"
        column.addWidget(text_label(short, wrap=True))
        return column

    def _people(self, card: AppealCard) -> QVBoxLayout:
        labels = self._shell.labels
        column = self._section(self.tr("Appellant"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(text_label(card.row.person_name, "section"))
        line.addWidget(text_label(card.birth_month))
        if card.person_category:
            word = labels.code("person_category", card.person_category, short=True)
            line.addWidget(Tag(self._shell.theme, word))
        line.addStretch(1)
        column.addLayout(line)
        if card.post:
            column.addWidget(text_label(card.post, wrap=True))
        column.addWidget(text_label(card.unit_full, wrap=True))
        if card.phone:
            column.addWidget(text_label(masked(card.phone), "secondary"))
        return column

    def _handling(self, card: AppealCard) -> QVBoxLayout:
        labels = self._shell.labels
        column = self._section(self.tr("Handling"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        facts = [
            (self.tr("Category"), labels.code("appeal_category", card.row.category)),
            (self.tr("Procedure"), labels.code("procedure", card.procedure)),
        ]
        for hand_over in card.hand_overs:
            if hand_over.state == "ended":
                continue
            role = self.tr("Lead") if hand_over.role == "lead" else self.tr("Assisting")
            words = "・".join(x for x in (hand_over.unit, hand_over.handler_name) if x)
            facts.append((role, words))
        facts.append((self.tr("Registered by"), card.registered_by))
        for place, (name, words) in enumerate(f for f in facts if f[1]):
            grid.addWidget(text_label(name, "secondary"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(words, wrap=True), place, 1)
        column.addLayout(grid)
        return column

    def _latest(self, card: AppealCard) -> QVBoxLayout:
        column = self._section(self.tr("Latest"))
        for event in card.events[:3]:
            at = civil_time(event.recorded_at).strftime("%m-%d %H:%M")
            act = act_label(TRACK, event.act, chinese=self._shell.labels.chinese)
            words = f"{event.actor_name} {act}"
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(text_label(at, "hint"))
            line.addWidget(text_label(words, wrap=True), 1)
            column.addLayout(line)
        return column

    def _on_open_clicked(self) -> None:
        if self._card is not None:
            self._shell.open_case(TRACK, self._card.row.id)

    def _on_close_clicked(self) -> None:
        self.was_closed = True
        self.close_wanted.emit()


def masked(phone: str) -> str:
    """Return a telephone as lists show it: 138 **** 2417."""
    digits = phone.strip()
    if len(digits) < 7:
        return "*" * len(digits)
    return f"{digits[:3]} **** {digits[-4:]}"
