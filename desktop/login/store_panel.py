"""The left half of the login card: which store this is, and whether its backups are sound."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.core.backup import BackupState
from desktop.mark import Mark
from desktop.theme import Theme
from desktop.when import When
from desktop.widgets.editors import repolish
from desktop.widgets.labels import IconLabel, rule, text_label


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What can be told of a store before it is open.

    Attributes:
        office: Name of the center as remembered from the last session.
        backup: State of its backups.
        recovery_unconfirmed: Half-sheets were made and never typed back.
        is_demo: A demo center.
        now: The present instant.
    """

    office: str
    backup: BackupState
    recovery_unconfirmed: bool
    is_demo: bool
    now: datetime


class StorePanel(QFrame):
    """Mark, name of the center, store, backup, rehearsal, recovery, and the one reminder."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self._theme = theme
        self._facts: StoreFacts | None = None
        self._when = When(self)
        self._name = text_label("正名", "title", parent=self)
        self._subtitle = text_label("", "secondary", parent=self)
        self._office = text_label("", "case", wrap=True, parent=self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        self._rows = [
            (text_label("", "secondary", parent=self), text_label("", wrap=True, parent=self))
            for _ in range(4)
        ]
        for place, (label, value) in enumerate(self._rows):
            self._grid.addWidget(label, place, 0)
            self._grid.addWidget(value, place, 1)
        self._secret = text_label("", wrap=True, parent=self)
        self._lay_out()
        self.retranslate()

    def show_facts(self, facts: StoreFacts) -> None:
        """Show what is known of a store."""
        self._facts = facts
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._subtitle.setText(self.tr("Joint office for cadres' appeals"))
        self._secret.setText(
            self.tr(
                "No state secrets in this system.\n"
                "Of secret papers register only “kept apart, number …”."
            )
        )
        facts = self._facts
        self._office.setText(facts.office if facts else "")
        self._office.setVisible(bool(facts and facts.office))
        self._say(0, self.tr("Store"), self.tr("on this machine, encrypted"))
        if facts is None:
            for place in (1, 2, 3):
                self._say(place, "", "")
            return
        self._say(1, self.tr("Backup"), *self._backup_words(facts))
        self._say(2, self.tr("Rehearsal"), *self._rehearsal_words(facts))
        unconfirmed = facts.recovery_unconfirmed
        self._say(
            3,
            self.tr("Recovery sheet") if unconfirmed else "",
            self.tr("unconfirmed") if unconfirmed else "",
            "bad",
        )

    def _backup_words(self, facts: StoreFacts) -> tuple[str, str]:
        told = facts.backup
        if facts.is_demo and told.made_at is None:
            return self.tr("a demo needs none"), ""
        if told.failure:
            return self.tr("the last one failed; back up at once"), "bad"
        if told.made_at is None:
            return self.tr("none yet"), "bad"
        words = self._when.moment(told.made_at, facts.now)
        if not told.is_fresh:
            return self.tr("{when}, too old").format(when=words), "bad"
        return self.tr("{when}, opened and compared").format(when=words), "good"

    def _rehearsal_words(self, facts: StoreFacts) -> tuple[str, str]:
        told = facts.backup
        if told.rehearsed_at is None:
            return self.tr("not yet held"), ""
        words = self._when.moment(told.rehearsed_at, facts.now)
        if told.rehearsal_fits:
            return self.tr("{when}, the same").format(when=words), "good"
        return self.tr("{when}, not the same").format(when=words), "bad"

    def _say(self, place: int, label: str, words: str, stage: str = "") -> None:
        left, right = self._rows[place]
        left.setText(label)
        signs = {"good": "✓ ", "bad": "■ "}
        right.setText(signs.get(stage, "") + words)
        right.setProperty("stage", stage if stage == "bad" else "")
        repolish(right)
        for shown in (left, right):
            shown.setVisible(bool(label))

    def _lay_out(self) -> None:
        theme = self._theme
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._name)
        names.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(theme, 44, self))
        head.addLayout(names)
        head.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        icon = QVBoxLayout()
        icon.addWidget(IconLabel(theme, "shield-check", role="text", parent=self))
        icon.addStretch(1)
        foot.addLayout(icon)
        foot.addWidget(self._secret, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 36, 36, 24)
        column.setSpacing(theme.px(12))
        column.addLayout(head)
        column.addSpacing(theme.px(28))
        column.addWidget(self._office)
        column.addLayout(self._grid)
        column.addStretch(1)
        column.addWidget(rule(parent=self))
        column.addLayout(foot)

    def lines(self) -> list[QLabel]:
        """Return the labels that tell the state, for those who check them."""
        return [right for _, right in self._rows]
