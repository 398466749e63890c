"""The record of a talk on paper: in full for talker and recorder, shorter for others."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.care.rows import TalkCard
from db.care.workflow import NAME as TRACK
from db.documents.filling_care import talk_record
from db.documents.papers import CareTalkRecord
from desktop.documents.forms import draw
from desktop.documents.printing import PrintPreview, save_pdf
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import FlowLayout


class RecordPapers(QWidget):
    """Buttons for the copies that the person may have."""

    def __init__(self, store: Store, shell: Shell, card: TalkCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._talk_id = card.row.id
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        copies = []
        if card.row.is_mine:
            copies.append((self.tr("Full copy, for talker and recorder"), True))
        if card.texts is not None or card.todos is not None:
            copies.append((self.tr("Copy without family and health"), False))
        for words, full in copies:
            column.addWidget(text_label(words, wrap=True))
            flow = FlowLayout(spacing=shell.theme.px(6))
            for how, label in (("preview", self.tr("Preview")), ("pdf", self.tr("PDF"))):
                button = Button(shell.theme, label, small=True)
                button.setObjectName(f"{how}_{'full' if full else 'short'}")
                button.setAccessibleName(f"{label} {words}")
                button.clicked.connect(partial(self.make, full, how))
                flow.addWidget(button)
            column.addLayout(flow)
        if not copies:
            words = self.tr("Printed by talker and recorder")
            column.addWidget(text_label(words, "hint", wrap=True))

    def make(self, full: bool, how: str) -> None:
        """Preview a copy or save it as PDF; the record says what it may hold."""
        self._store.read(
            partial(talk_record, talk_id=self._talk_id, full=full),
            partial(self._deliver, how),
            seat="record",
            owner=self,
        )

    def _deliver(self, how: str, paper: CareTalkRecord) -> None:
        if how == "preview":
            self._store.note("print_paper", TRACK, self._talk_id)
            preview = PrintPreview(draw(paper), self)
            preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            preview.open()
            return
        name = self.tr("Care talk record")
        self._shell.ask_save_path(f"{name}.pdf", "PDF (*.pdf)", partial(self._save, paper))

    def _save(self, paper: Any, path: Path) -> None:
        try:
            save_pdf(draw(paper), path)
        except OSError as fault:
            words = self.tr("Could not be written: {0}").format(fault.strerror or "")
            self._shell.bar("bad", words)
            return
        self._store.note("save_paper", TRACK, self._talk_id)
        self._shell.bar("good", self.tr("Saved as {0}").format(path.name))
