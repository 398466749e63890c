"""关注提示: patterns over appeals, to the manager alone; he opens, plans by hand, or sets aside."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from db.attention.notes import DismissNote, attention_notes
from db.attention.rows import AttentionNote
from desktop.attention.words import AttentionWords
from desktop.office.lines import LinesPanel
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.frames import EmptyState, PageHead
from desktop.widgets.labels import text_label

KEY = "attention"
MOST_REASON = 200


class AttentionPage(Page):
    """Every note with its rule and the cases behind it; nothing of it is kept on a person."""

    watches = frozenset(
        {"ordinary_appeal", "appeal", "event", "hand_over", "attention_note", "setting", "recusal"}
    )

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        theme = shell.theme
        self._notes: tuple[AttentionNote, ...] = ()
        self._words = AttentionWords(self)
        self._head = PageHead(theme, "", parent=self)
        self._hint = text_label("", "secondary", wrap=True, parent=self)
        self.panel = LinesPanel(theme, most=500, parent=self)
        self._empty = EmptyState(theme, "", icon="check-circle", parent=self)
        inner = QWidget(self)
        inner.setProperty("kind", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(12)
        for widget in (self._hint, self.panel, self._empty):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inner)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(area, 1)
        self.panel.opened.connect(self._on_panel_opened)
        self.panel.deed.connect(self._on_panel_deed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Attention notes"))
        self._hint.setText(
            self.tr(
                "Counted from the ledger at each look, for the head of the center alone. A note "
                "only asks for attention: it says nothing about a person and starts nothing by "
                "itself."
            )
        )
        self.panel.set_title(self.tr("What stands now"))
        self._empty.say(self.tr("Nothing asks for attention"))
        self._show()

    def reload(self) -> None:
        """Ask for the notes."""
        self.store.read(attention_notes, self._on_notes, seat="notes", owner=self)

    def _on_notes(self, found: tuple[AttentionNote, ...]) -> None:
        self._notes = found
        self._show()
        self.shell.set_count(KEY, len(found) or None)

    def _show(self) -> None:
        self.panel.set_lines([self._words.line(note) for note in self._notes])
        self.panel.setVisible(bool(self._notes))
        self._empty.setVisible(not self._notes)

    def _note(self, key: str) -> AttentionNote | None:
        return next((note for note in self._notes if note.key == key), None)

    def _on_panel_opened(self, key: str) -> None:
        note = self._note(key)
        if note is None:
            return
        ids = tuple(appeal_id for appeal_id, _ in note.appeals)
        self.shell.open_page("ledger", ids=ids, title=self._words.rule(note))

    def _on_panel_deed(self, key: str, name: str) -> None:
        note = self._note(key)
        if note is None:
            return
        if name == "plan":
            self.shell.open_page("care", plan_for=note.person_name)
            return
        self.shell.confirm(
            self.tr("Do not show this note on {person} again?").format(person=note.person_name),
            self.tr("It comes back when a further case joins. The reason is kept"),
            self.tr("Do not show again"),
            partial(self._dismiss, note),
            asks_reason=True,
        )

    def _dismiss(self, note: AttentionNote, reason: str) -> None:
        self.store.submit(DismissNote(note.key, reason[:MOST_REASON]), self._on_done, owner=self)

    def _on_done(self, _row: int) -> None:
        self.shell.bar("good", self.tr("Set aside"))
        self.reload()
