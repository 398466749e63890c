"""From a drawing to a PDF, a picture, a printer, and the window that shows it first."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from desktop.documents.page import UNITS, Drawing, Page
from desktop.widgets.watermark import paint_words

PDF_DPI = 600
INCH = 25.4
_SIGN_PIXELS = 480
_SIGN_STEP = 20.0
_SIGN_COLOR = QColor(0, 0, 0, 30)


class Signed:
    """Who reads: name and time aslant over every page that leaves the program, or nothing."""

    words: ClassVar[Callable[[], str] | None] = None
    """Set while somebody is logged in whose pages are to say so (巡察查阅)."""

    @classmethod
    def paint(cls, painter: QPainter, page: Page) -> None:
        """Paint it over a page."""
        if cls.words is None:
            return
        font = QFont()
        font.setPixelSize(_SIGN_PIXELS)
        room = QRectF(0, 0, page.width * UNITS, page.height * UNITS)
        paint_words(painter, room, cls.words(), font=font, color=_SIGN_COLOR, step=_SIGN_STEP)


def page_layout(drawing: Drawing) -> QPageLayout:
    """Return the page layout of a drawing: its size, its orientation, no margins of Qt's own."""
    short, long = sorted((drawing.width, drawing.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)
    turned = drawing.width > drawing.height
    orientation = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def pdf_bytes(drawing: Drawing) -> bytes:
    """Return a drawing as a PDF file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(drawing.title)
    writer.setCreator("Zhengming")
    writer.setResolution(PDF_DPI)
    writer.setPageLayout(page_layout(drawing))
    painter = QPainter(writer)
    for at, page in enumerate(drawing.pages):
        if at:
            writer.newPage()
        painter.save()
        painter.scale(PDF_DPI / INCH / UNITS, PDF_DPI / INCH / UNITS)
        page.paint(painter)
        Signed.paint(painter, page)
        painter.restore()
    painter.end()
    buffer.close()
    return bytes(data.data())


def save_pdf(drawing: Drawing, path: Path) -> None:
    """Write a drawing as a PDF file; OSError where the place cannot be written."""
    path.write_bytes(pdf_bytes(drawing))


def page_images(drawing: Drawing, dpi: int = 96) -> list[QImage]:
    """Return one picture a page, white ground."""
    images: list[QImage] = []
    scale = dpi / INCH
    for page in drawing.pages:
        image = QImage(
            round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32
        )
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale / UNITS, scale / UNITS)
        page.paint(painter)
        Signed.paint(painter, page)
        painter.end()
        images.append(image)
    return images


def print_drawing(drawing: Drawing, printer: QPrinter) -> None:
    """Print a drawing; paper size and orientation are the drawing's."""
    printer.setFullPage(True)
    printer.setPageLayout(page_layout(drawing))
    printer.setDocName(drawing.title)
    painter = QPainter(printer)
    scale = printer.resolution() / INCH / UNITS
    first = max(1, printer.fromPage()) if printer.fromPage() else 1
    last = printer.toPage() or len(drawing.pages)
    for at, page in enumerate(drawing.pages[first - 1 : last]):
        if at:
            printer.newPage()
        painter.save()
        # The paint device begins at the printable area where a driver refuses the full page.
        rect = printer.pageLayout().paintRectPixels(printer.resolution())
        painter.translate(-rect.x(), -rect.y())
        painter.scale(scale, scale)
        page.paint(painter)
        Signed.paint(painter, page)
        painter.restore()
    painter.end()


class PrintPreview(QPrintPreviewDialog):
    """Shows a drawing as it will be printed, and prints it."""

    def __init__(self, drawing: Drawing, parent: QWidget | None = None) -> None:
        self._drawing = drawing
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(page_layout(drawing))
        self._printer.setDocName(drawing.title)
        super().__init__(self._printer, parent)
        self.setWindowTitle(self.tr("Print preview"))
        self.paintRequested.connect(self._on_preview_paint_requested)

    def _on_preview_paint_requested(self, printer: QPrinter) -> None:
        print_drawing(self._drawing, printer)
