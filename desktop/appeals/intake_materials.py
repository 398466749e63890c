"""Papers handed in at the counter: files dropped or chosen, and papers that stay paper."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from db.appeals.intake import Material
from db.documents.filing import LARGEST
from desktop.shell import Shell
from desktop.theme import Theme
from desktop.widgets.buttons import Button, KeyCap
from desktop.widgets.dialogs import FormDialog
from desktop.widgets.editors import LineEdit, Option, Segmented
from desktop.widgets.field import Field
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import FlowLayout, clear_layout

MEGABYTES = LARGEST // (1024 * 1024)
MOST_COPIES = 99
MOST_PAGES = 9999


@dataclass(frozen=True, slots=True)
class Handed:
    """A paper handed in, with the file that shows it if there is one."""

    name: str
    copies: int = 1
    pages: int | None = None
    is_original: bool = False
    path: str = ""

    def material(self) -> Material:
        """Return the line for the list on the receipt."""
        return Material(self.name, self.copies, self.pages, self.is_original)

    def body(self) -> dict[str, Any]:
        """Return it as a draft keeps it."""
        return {
            "name": self.name,
            "copies": self.copies,
            "pages": self.pages,
            "is_original": self.is_original,
            "path": self.path,
        }


def handed_of(body: dict[str, Any]) -> Handed:
    """Return a paper from a draft."""
    pages = body.get("pages")
    return Handed(
        str(body.get("name", "")),
        int(body.get("copies", 1)),
        int(pages) if pages is not None else None,
        bool(body.get("is_original", False)),
        str(body.get("path", "")),
    )


class MaterialDialog(FormDialog):
    """Asks for name, copies, pages and whether it is the original."""

    def __init__(self, theme: Theme, handed: Handed, *, parent: QWidget) -> None:
        super().__init__(theme, "", deed="", parent=parent)
        title = self.tr("Paper handed in")
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.deed_button.setText(self.tr("OK"))
        self._handed = handed
        self._name = LineEdit(theme, handed.name, max_length=120, parent=self)
        self._copies = LineEdit(theme, str(handed.copies), private=False, parent=self)
        pages = "" if handed.pages is None else str(handed.pages)
        self._pages = LineEdit(theme, pages, private=False, parent=self)
        self._kind = Segmented(
            theme,
            [Option("copy", self.tr("Copy")), Option("original", self.tr("Original"))],
            value="original" if handed.is_original else "copy",
            parent=self,
        )
        name = Field(theme, self.tr("Name"), self._name, required=True, parent=self)
        self._copies_field = Field(
            theme, self.tr("Copies"), self._copies, required=True, parent=self
        )
        self._pages_field = Field(theme, self.tr("Pages"), self._pages, parent=self)
        self.add_field(name)
        self.add_fields(
            self._copies_field,
            self._pages_field,
            Field(theme, self.tr("Original or copy"), self._kind, parent=self),
        )
        self._name.setFocus()

    def handed(self) -> Handed:
        """Return what was typed."""
        pages = self._pages.value()
        return Handed(
            self._name.value(),
            int(self._copies.value()),
            int(pages) if pages else None,
            self._kind.value() == "original",
            self._handed.path,
        )

    def problems(self) -> dict[Field, str]:
        """Also wants whole numbers."""
        self._copies_field.clear_error()
        self._pages_field.clear_error()
        found = dict(super().problems())
        for field, most in ((self._copies_field, MOST_COPIES), (self._pages_field, MOST_PAGES)):
            text = field.editor.value()  # type: ignore[attr-defined]
            if text and not (text.isdecimal() and 1 <= int(text) <= most):
                found[field] = self.tr("A whole number from 1 to {most}").format(most=most)
        return found


class MaterialsZone(QFrame):
    """材料: what was handed in, one chip each; files are filed once the appeal has a number."""

    value_changed = Signal(str)
    problem_changed = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._handed: list[Handed] = []
        theme = shell.theme
        self.setAcceptDrops(True)
        self.setProperty("kind", "page")
        self._chips = FlowLayout(spacing=theme.px(10), line_spacing=4)
        self._paper = Button(theme, self.tr("Add a paper"), kind="link", icon="plus", parent=self)
        self._file = Button(theme, self.tr("Add files"), kind="link", icon="paperclip", parent=self)
        hint = text_label(self.tr("drop files here, or"), "hint", parent=self)
        limit = text_label(
            self.tr("up to {most} MB each").format(most=MEGABYTES), "hint", parent=self
        )
        foot = FlowLayout(spacing=theme.px(8), line_spacing=4)
        for part in (self._file, self._paper, hint, KeyCap(theme, "Ctrl+U", self), limit):
            foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, theme.px(6), 10, theme.px(6))
        column.setSpacing(4)
        column.addLayout(self._chips)
        column.addLayout(foot)
        self._paper.clicked.connect(self._on_paper_clicked)
        self._file.clicked.connect(self.choose_files)
        self.setFocusProxy(self._file)

    def value(self) -> list[Handed]:
        """Return the papers in their order."""
        return list(self._handed)

    def set_value(self, handed: list[Handed]) -> None:
        """Show these papers."""
        self._handed = list(handed)
        self._show()

    def add_paths(self, paths: list[Path]) -> None:
        """Add files; one that is too large or empty is told and left out."""
        problem = ""
        for path in paths:
            size = path.stat().st_size if path.is_file() else 0
            if not size:
                problem = self.tr("{name} is empty or no file").format(name=path.name)
            elif size > LARGEST:
                problem = self.tr("{name} has more than {most} MB").format(
                    name=path.name, most=MEGABYTES
                )
            elif all(one.path != str(path) for one in self._handed):
                self._handed.append(Handed(path.name, path=str(path)))
        self._show()
        self.problem_changed.emit(problem)
        self.value_changed.emit("")

    def choose_files(self) -> None:
        """Ask for files."""
        self._shell.ask_open_paths(self.tr("All files (*)"), self.add_paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if self.isEnabled() and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files dropped."""
        self.add_paths([Path(url.toLocalFile()) for url in event.mimeData().urls()])
        event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dashed edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._shell.theme.color("border"), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)

    def _show(self) -> None:
        clear_layout(self._chips)
        for at, one in enumerate(self._handed):
            chip = self._chip(at, one)
            self._chips.addWidget(chip)
            chip.show()
        self.updateGeometry()

    def _chip(self, at: int, one: Handed) -> QWidget:
        theme = self._shell.theme
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        icon = "paperclip" if one.path else "file-text"
        name = Button(theme, one.name, kind="quiet", icon=icon, small=True, parent=box)
        name.setToolTip(self.tr("Change name, copies and pages"))
        name.setProperty("place", at)
        name.clicked.connect(self._on_name_clicked)
        away = Button(theme, "", kind="quiet", icon="x", small=True, parent=box)
        away.setAccessibleName(self.tr("Leave out {name}").format(name=one.name))
        away.setProperty("place", at)
        away.clicked.connect(self._on_away_clicked)
        row.addWidget(name)
        row.addWidget(text_label(self._words(one), "label", parent=box))
        row.addWidget(away)
        return box

    def _words(self, one: Handed) -> str:
        kind = self.tr("original") if one.is_original else self.tr("copy")
        if one.pages is None:
            return self.tr("{copies} copies, {kind}").format(copies=one.copies, kind=kind)
        words = self.tr("{copies} copies, {pages} pages, {kind}")
        return words.format(copies=one.copies, pages=one.pages, kind=kind)

    def _ask(self, at: int, one: Handed) -> None:
        dialog = MaterialDialog(self._shell.theme, one, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setProperty("place", at)
        dialog.accepted.connect(self._on_dialog_accepted)
        dialog.open()

    def _on_dialog_accepted(self) -> None:
        dialog = self.sender()
        if not isinstance(dialog, MaterialDialog):
            return
        at = int(dialog.property("place"))
        if at < len(self._handed):
            self._handed[at] = dialog.handed()
        else:
            self._handed.append(dialog.handed())
        self._show()
        self.value_changed.emit("")

    def _on_paper_clicked(self) -> None:
        self._ask(len(self._handed), Handed(""))

    def _on_name_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            at = int(button.property("place"))
            self._ask(at, self._handed[at])

    def _on_away_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            del self._handed[int(button.property("place"))]
            self._show()
            self.value_changed.emit("")
