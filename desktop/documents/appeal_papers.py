"""The papers of an appeal as buttons: look at them, print them, save them as PDF or .docx."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from db.appeals.workflow import NAME as TRACK
from db.documents.encoding import decode
from db.documents.filling import ready_papers
from db.documents.letters import load_manifest, render
from db.documents.making import (
    AskRelease,
    Checked,
    IssuePaper,
    checked,
    template_of,
)
from db.documents.release import ReleasePaper
from desktop.documents.forms import draw
from desktop.documents.paper_words import PaperWords
from desktop.documents.printing import PrintPreview, save_pdf
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import FlowLayout, clear_layout

LETTERS = frozenset(load_manifest())


class PaperMenu(QObject):
    """Makes the buttons and does what they say."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._shell = shell
        self._page = parent
        self._words = PaperWords(self)

    def buttons(self, case_id: int) -> QWidget:
        """Return a row of buttons, one a paper that can be made now."""
        box = QWidget()
        flow = FlowLayout(spacing=self._shell.theme.px(8))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self._store.read(
            partial(ready_papers, appeal_id=case_id),
            partial(self._on_ready, flow, case_id),
            seat=f"papers-{case_id}",
            owner=box,
        )
        return box

    def _on_ready(self, flow: FlowLayout, case_id: int, kinds: tuple[str, ...]) -> None:
        clear_layout(flow)
        for kind in kinds:
            button = Button(
                self._shell.theme, self._words.title(kind), icon="file-text", has_menu=True
            )
            button.clicked.connect(partial(self._open_menu, button, kind, case_id))
            flow.addWidget(button)
        if not kinds:
            flow.addWidget(text_label(self.tr("No papers yet"), "hint"))

    def _open_menu(self, button: Button, kind: str, case_id: int) -> None:
        menu = QMenu(button)
        menu.addAction(self.tr("Preview and print")).triggered.connect(
            partial(self.make, kind, case_id, "preview")
        )
        menu.addAction(self.tr("Save as PDF")).triggered.connect(
            partial(self.make, kind, case_id, "pdf")
        )
        if kind in LETTERS:
            menu.addAction(self.tr("Save as .docx")).triggered.connect(
                partial(self.make, kind, case_id, "docx")
            )
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def make(self, kind: str, case_id: int, how: str) -> None:
        """Fill a paper and preview it or save it; marked letters wait for a second person."""
        self._store.read(
            partial(checked, kind=kind, track=TRACK, case_id=case_id),
            partial(self._on_checked, kind, case_id, how),
            seat="fill",
            owner=self,
        )

    def _on_checked(self, kind: str, case_id: int, how: str, found: Checked) -> None:
        if found.is_released and kind in LETTERS:
            self._store.submit(
                IssuePaper(kind, TRACK, case_id),
                partial(self._on_issued, case_id, how),
                owner=self,
            )
        elif found.is_released:
            self._deliver(kind, case_id, how, found.paper)
        elif found.waiting_id is not None and not found.asked_by_me:
            self._ask_to_release(found.waiting_id, found)
        elif found.waiting_id is not None:
            self._shell.bar("wait", self.tr("This letter waits for another person to release it"))
        else:
            self._ask_for_release(kind, case_id, found)

    def _shown(self, found: Checked) -> str:
        return "、".join(list(dict.fromkeys(m.text for m in found.marks))[:8])

    def _ask_for_release(self, kind: str, case_id: int, found: Checked) -> None:
        self._shell.confirm(
            self.tr("Outside the white list: {0}").format(self._shown(found)),
            self.tr(
                "The letter names something that its own record does not allow. "
                "Correct the text, or send it to another person for release."
            ),
            self.tr("Send for release"),
            partial(self._send_for_release, kind, case_id),
        )

    def _send_for_release(self, kind: str, case_id: int, _reason: str) -> None:
        self._store.submit(AskRelease(kind, TRACK, case_id), self._on_sent, owner=self)

    def _on_sent(self, _document_id: int) -> None:
        self._shell.bar("wait", self.tr("This letter waits for another person to release it"))

    def _ask_to_release(self, document_id: int, found: Checked) -> None:
        self._shell.confirm(
            self.tr("Outside the white list: {0}").format(self._shown(found)),
            self.tr("Release it only if the letter must name this."),
            self.tr("Release"),
            partial(self._release, document_id),
        )

    def _release(self, document_id: int, _reason: str) -> None:
        self._store.submit(ReleasePaper(document_id), self._on_released, owner=self)

    def _on_released(self, _case_id: int) -> None:
        self._shell.bar("good", self.tr("The letter is released and can be printed"))

    def _on_issued(self, case_id: int, how: str, issued: tuple[str, dict[str, Any]]) -> None:
        kind, fields = issued
        self._deliver(kind, case_id, how, decode(kind, fields))

    def _deliver(self, kind: str, case_id: int, how: str, paper: Any) -> None:
        title = self._words.title(kind)
        if how == "preview":
            self._store.gate.note("print_paper", TRACK, case_id)
            PrintPreview(draw(paper), self._page).open()
        elif how == "pdf":
            self._shell.ask_save_path(
                f"{title}.pdf", "PDF (*.pdf)", partial(self._save_pdf, case_id, paper)
            )
        else:
            self._shell.ask_save_path(
                f"{title}.docx", "Word (*.docx)", partial(self._save_docx, case_id, kind, paper)
            )

    def _save_pdf(self, case_id: int, paper: Any, path: Path) -> None:
        self._write(case_id, path, partial(save_pdf, draw(paper), path))

    def _save_docx(self, case_id: int, kind: str, paper: Any, path: Path) -> None:
        self._store.read(
            partial(template_of, kind=kind),
            partial(self._on_template, case_id, paper, path),
            seat="template",
            owner=self,
        )

    def _on_template(self, case_id: int, paper: Any, path: Path, template: bytes) -> None:
        letter = render(template, paper)
        self._write(case_id, path, partial(path.write_bytes, letter.docx))

    def _write(self, case_id: int, path: Path, write: Callable[[], object]) -> None:
        try:
            write()
        except OSError as fault:
            self._shell.bar(
                "bad", self.tr("Could not be written: {0}").format(fault.strerror or "")
            )
            return
        self._store.gate.note("save_paper", TRACK, case_id)
        self._shell.bar("good", self.tr("Saved as {0}").format(path.name))
