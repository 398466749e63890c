"""One cadre: data, namesakes, and those of the appeals that may be seen; nothing else joins."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from db.appeals.rows import AppealRow
from db.appeals.workflow import NAME as TRACK
from db.people.rows import PersonCard, PersonRow
from desktop.appeals.ledger_page import day, short_number
from desktop.appeals.pane import masked
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button, Tag
from desktop.widgets.labels import StatusPill, rule, text_label
from desktop.widgets.layouts import FlowLayout

MOST_APPEALS = 12


class PersonPane(QWidget):
    """Beside the list of cadres; `change_wanted` asks for the form, `other` for a namesake."""

    change_wanted = Signal()
    other = Signal(int)

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self.card: PersonCard | None = None
        self._others: tuple[PersonRow, ...] = ()
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(shell.theme.px(340))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.change = Button(shell.theme, "", parent=self)
        self.ledger = Button(shell.theme, "", icon="table", parent=self)
        foot = QFrame(self)
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(8)
        row.addWidget(self.change)
        row.addWidget(self.ledger)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(foot)
        self.change.clicked.connect(self.change_wanted)
        self.ledger.clicked.connect(self._on_ledger_clicked)
        self.clear()

    def retranslate(self) -> None:
        """Set every word anew."""
        if self.card is None:
            self.clear()
        else:
            self.show_card(self.card, self._others)

    def _name_buttons(self) -> None:
        self.change.setText(self.tr("Change"))
        self.ledger.setText(self.tr("Open in the ledger"))

    def clear(self) -> None:
        """Show that nobody is chosen."""
        self.card, self._others = None, ()
        self._name_buttons()
        self.change.hide()
        self.ledger.hide()
        hint = text_label(self.tr("Choose a person to see the data here"), "hint", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setWidget(hint)

    def show_card(
        self, card: PersonCard, others: tuple[PersonRow, ...], *, may_change: bool | None = None
    ) -> None:
        """Show a person with his namesakes."""
        self.card = card
        self._others = others
        self._name_buttons()
        if may_change is not None:
            self.change.setVisible(may_change)
        self.ledger.setVisible(bool(card.appeals) and self._shell.has_page("ledger"))
        body = QWidget()
        body.setProperty("kind", "page")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(self._head(card))
        column.addLayout(self._facts(card))
        if others:
            column.addWidget(rule())
            self._add_namesakes(column, others)
        column.addWidget(rule())
        self._add_appeals(column, card.appeals)
        column.addStretch(1)
        self._area.setWidget(body)

    def _head(self, card: PersonCard) -> QHBoxLayout:
        theme, labels, row = self._shell.theme, self._shell.labels, card.row
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(text_label(row.name, "case"))
        line.addWidget(text_label(labels.code("sex", row.sex), "secondary"))
        line.addWidget(text_label(row.birth_month, "secondary"))
        if row.person_category:
            word = labels.code("person_category", row.person_category, short=True)
            line.addWidget(Tag(theme, word))
        if not row.is_active:
            line.addWidget(Tag(theme, self.tr("Not offered any more")))
        line.addStretch(1)
        return line

    def _facts(self, card: PersonCard) -> QGridLayout:
        labels, row = self._shell.labels, card.row
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        pairs = (
            (self.tr("Unit"), row.unit),
            (self.tr("Post"), row.post),
            (self.tr("Rank"), labels.code("rank", row.rank)),
            (self.tr("Managed by"), labels.code("administration", row.administration)),
            (
                self.tr("Political status"),
                labels.code("political_status", card.political_status),
            ),
            (
                self.tr("How to reach the person"),
                labels.code("contact_preference", card.contact_preference),
            ),
            (self.tr("Address"), card.address),
        )
        place, widest = 0, self._shell.theme.px(116)
        for name, words in pairs:
            if words:
                told = text_label(name, "secondary", wrap=True)
                told.setMinimumWidth(min(told.fontMetrics().horizontalAdvance(name), widest))
                told.setMaximumWidth(widest)
                grid.addWidget(told, place, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(text_label(words, wrap=True), place, 1)
                place += 1
        if row.phone:
            grid.addWidget(text_label(self.tr("Telephone"), "secondary"), place, 0)
            line = FlowLayout(spacing=self._shell.theme.px(8))
            shown = text_label(masked(row.phone))
            reveal = Button(
                self._shell.theme, self.tr("Show number (noted)"), kind="link", icon="eye"
            )
            reveal.clicked.connect(partial(self._reveal, shown, reveal))
            line.addWidget(shown)
            line.addWidget(reveal)
            grid.addLayout(line, place, 1)
        return grid

    def _reveal(self, shown: QWidget, button: Button) -> None:
        if self.card is not None:
            self._store.note("reveal_phone", "person", self.card.row.id)
            shown.setProperty("text", self.card.row.phone)
            button.hide()

    def _add_namesakes(self, column: QVBoxLayout, others: tuple[PersonRow, ...]) -> None:
        column.addWidget(text_label(self.tr("Same name"), "section"))
        labels = self._shell.labels
        for row in others:
            words = "，".join(
                x
                for x in (
                    labels.code("sex", row.sex),
                    row.birth_month,
                    row.unit,
                    row.post or labels.code("rank", row.rank),
                )
                if x
            )
            button = Button(self._shell.theme, f"{row.name}（{words}）", kind="link")
            button.clicked.connect(partial(self.other.emit, row.id))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_appeals(self, column: QVBoxLayout, appeals: tuple[AppealRow, ...]) -> None:
        head = QHBoxLayout()
        head.addWidget(text_label(self.tr("Appeals"), "section"))
        head.addWidget(text_label(str(len(appeals)), "label"))
        head.addStretch(1)
        column.addLayout(head)
        labels, theme = self._shell.labels, self._shell.theme
        for row in appeals[:MOST_APPEALS]:
            line = QHBoxLayout()
            line.setSpacing(8)
            number = short_number(row.number) or row.source_number
            button = Button(theme, number, kind="link")
            button.clicked.connect(partial(self._shell.open_case, TRACK, row.id))
            line.addWidget(button)
            line.addWidget(text_label(day(row.received_on), "label"))
            line.addStretch(1)
            line.addWidget(StatusPill(theme, labels.pill(TRACK, row.pill)))
            both = QVBoxLayout()
            both.setSpacing(2)
            both.addLayout(line)
            both.addWidget(text_label(row.subject, wrap=True))
            column.addLayout(both)
        if not appeals:
            column.addWidget(text_label(self.tr("No matching case"), "hint"))

    def _on_ledger_clicked(self) -> None:
        if self.card is not None:
            row = self.card.row
            self._shell.open_page("ledger", person_id=row.id, title=row.name)
