"""Shows a drawing for the printer or saves it; every paper leaves a line in the trail."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.documents.page import Drawing
from desktop.documents.printing import PrintPreview, save_pdf
from desktop.documents.receipt_flow import PDF, has_printer
from desktop.shell import Shell
from desktop.store import Store

DOCX = "Word (*.docx)"


class DrawingFlow(QObject):
    """Prints, or saves as PDF or .docx.

    Args:
        store: Where the print is noted.
        shell: Asks for file names.
        page: Page that the preview belongs to.
    """

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page

    def show(self, drawing: Drawing, track: str, case_id: int) -> None:
        """Show a drawing for the printer, or save it as PDF where there is none."""
        if has_printer():
            self._store.note("print_paper", track, case_id)
            PrintPreview(drawing, self._page).open()
            return
        self.save(drawing, track, case_id)

    def show_blank(self, drawing: Drawing) -> None:
        """Show a blank form for the printer, or save it; it names nobody and is not noted."""
        if has_printer():
            PrintPreview(drawing, self._page).open()
            return
        self._shell.ask_save_path(f"{drawing.title}.pdf", PDF, partial(self._write_blank, drawing))

    def _write_blank(self, drawing: Drawing, path: Path) -> None:
        try:
            save_pdf(drawing, _named(path, ".pdf"))
        except OSError as fault:
            self._cannot(fault)
            return
        self._shell.bar("good", self.tr("Saved as {0}").format(_named(path, ".pdf").name))

    def save(self, drawing: Drawing, track: str, case_id: int) -> None:
        """Ask where to save a drawing as PDF."""
        self._shell.ask_save_path(
            f"{drawing.title}.pdf", PDF, partial(self._write_pdf, drawing, track, case_id)
        )

    def save_docx(self, name: str, content: bytes, track: str, case_id: int) -> None:
        """Ask where to save a document of the word processor."""
        self._shell.ask_save_path(
            f"{name}.docx", DOCX, partial(self._write, content, ".docx", track, case_id)
        )

    def _write_pdf(self, drawing: Drawing, track: str, case_id: int, path: Path) -> None:
        try:
            save_pdf(drawing, _named(path, ".pdf"))
        except OSError as fault:
            self._cannot(fault)
            return
        self._saved(_named(path, ".pdf"), track, case_id)

    def _write(self, content: bytes, suffix: str, track: str, case_id: int, path: Path) -> None:
        try:
            _named(path, suffix).write_bytes(content)
        except OSError as fault:
            self._cannot(fault)
            return
        self._saved(_named(path, suffix), track, case_id)

    def _saved(self, path: Path, track: str, case_id: int) -> None:
        self._store.note("save_paper", track, case_id)
        self._shell.bar("good", self.tr("Saved as {0}").format(path.name))

    def _cannot(self, fault: OSError) -> None:
        words = self.tr("Could not be written: {0}").format(fault.strerror or "")
        self._shell.bar("bad", words)


def _named(path: Path, suffix: str) -> Path:
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")
