"""What happens to a paper right after saving: shown for the printer, or saved where none is."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from db.appeals.workflow import NAME as TRACK
from db.core.errors import UnavailableError
from db.documents.filling import fill
from db.documents.papers import Receipt
from desktop.documents.forms import draw_receipt
from desktop.documents.page import Drawing
from desktop.documents.printing import PrintPreview, save_pdf
from desktop.shell import Shell
from desktop.store import Store

PDF = "PDF (*.pdf)"


def has_printer() -> bool:
    """Return whether this machine knows a printer."""
    return bool(QPrinterInfo.availablePrinterNames())


class PaperFlow(QObject):
    """Opens the print preview of a drawing, or asks where to save it as PDF.

    The dialogs are the page's children and never block the form behind them.
    """

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._shell = shell
        self._page = page

    def offer(self, drawing: Drawing, name: str, *, case_id: int = 0) -> None:
        """Offer a paper.

        Args:
            drawing: The paper.
            name: File name without ending; never a person's name.
            case_id: Appeal whose trail tells of the print or the file; 0 for a blank paper.
        """
        if not has_printer():
            self.save(drawing, name, case_id=case_id)
            return
        if case_id:
            self._store.note("print_paper", TRACK, case_id)
        preview = PrintPreview(drawing, self._page)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()

    def save(self, drawing: Drawing, name: str, *, case_id: int = 0) -> None:
        """Ask where to save a paper and write it as PDF."""
        self._shell.ask_save_path(f"{name}.pdf", PDF, partial(self._write, drawing, case_id))

    def _write(self, drawing: Drawing, case_id: int, target: Path) -> None:
        if target.suffix.lower() != ".pdf":
            target = target.with_name(target.name + ".pdf")
        try:
            save_pdf(drawing, target)
        except OSError:
            self._shell.fail(UnavailableError("paper_not_written"))
            return
        if case_id:
            self._store.note("export_paper", TRACK, case_id)
        self._shell.bar("good", self.tr("Saved as {name}").format(name=target.name))


class ReceiptFlow(QObject):
    """收件回执 of an appeal that was just registered."""

    def __init__(self, store: Store, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._store = store
        self._flow = PaperFlow(store, shell, page)

    def start(self, appeal_id: int) -> None:
        """Fill the receipt from the record and offer it."""
        self._store.read(
            partial(fill, kind="receipt", appeal_id=appeal_id),
            partial(self._on_receipt, appeal_id),
            seat="receipt",
            owner=self,
        )

    def _on_receipt(self, appeal_id: int, paper: Receipt) -> None:
        name = f"收件回执{paper.number}"
        self._flow.offer(draw_receipt(paper), name, case_id=appeal_id)
