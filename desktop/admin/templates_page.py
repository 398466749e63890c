"""文书模板: which template each letter is made from, and the office's own in its place."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.core.errors import UnavailableError
from db.core.tx import Read
from db.documents.making import template_of
from db.documents.templates import (
    ReplaceTemplate,
    RestoreTemplate,
    TemplateRow,
    letter_templates,
)
from desktop.admin.admin_page import RowsTable, page_column
from desktop.deeds import Ask, Deed, DeedDialog, run
from desktop.documents.paper_words import PaperWords
from desktop.shell import Page, Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.cells import Cell, TextCell
from desktop.widgets.frames import PageHead
from desktop.widgets.table import Column

SHOWN_OF_HASH = 12


class TemplatesPage(Page):
    """Every letter with its template."""

    watches = frozenset({"template"})

    def __init__(self, store: Store, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(store, shell, parent)
        self._words = PaperWords(self)
        self._head = PageHead(shell.theme, "", parent=self)
        self.replace = Button(shell.theme, "", kind="primary", parent=self)
        self.copy = Button(shell.theme, "", parent=self)
        self.restore = Button(shell.theme, "", parent=self)
        for button in (self.replace, self.copy, self.restore):
            self._head.add_action(button)
        self.rows: RowsTable[TemplateRow] = RowsTable(shell, "templates", self._cell, parent=self)
        page_column(self, self._head, self.rows)
        self.replace.clicked.connect(self._on_replace_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.restore.clicked.connect(self._on_restore_clicked)
        self.rows.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.retranslate()

    def reload(self) -> None:
        """Ask for the letters."""
        self.store.read(letter_templates, self._on_rows, seat="templates", owner=self)

    def retranslate(self) -> None:
        """Set every word anew."""
        self._head.set_title(self.tr("Letter templates"))
        self._head.set_note(self.tr("Letters already made keep the template they were made from"))
        self.replace.setText(self.tr("Replace"))
        self.copy.setText(self.tr("Save a copy"))
        self.restore.setText(self.tr("Back to the shipped one"))
        self.rows.set_columns(
            [
                Column("title", self.tr("Letter"), 260, locked=True, stretch=True),
                Column("origin", self.tr("Template"), 110),
                Column("since", self.tr("From"), 100),
                Column("coming", self.tr("Replaced on"), 110),
                Column("versions", self.tr("Own versions"), 90, right=True, latin=110),
                Column("note", self.tr("Reason"), 220),
                Column("hash", self.tr("Fingerprint"), 130),
            ],
            self.tr("Letter templates"),
        )

    def _cell(self, key: str, row: TemplateRow) -> Cell:
        match key:
            case "title":
                return TextCell(self._title(row))
            case "origin":
                words = self.tr("The office's own") if row.is_own else self.tr("Shipped")
                return TextCell(words, "text" if row.is_own else "text2")
            case "since":
                return TextCell(row.since.isoformat() if row.since else "", "text2")
            case "coming":
                return TextCell(row.coming.isoformat() if row.coming else "", "text2")
            case "versions":
                return TextCell(str(row.versions) if row.versions else "", "text2", right=True)
            case "note":
                return TextCell(row.note, "text2")
            case _:
                return TextCell(row.sha256[:SHOWN_OF_HASH], "text3", mono=True)

    def _title(self, row: TemplateRow) -> str:
        return row.title if self.shell.labels.chinese else self._words.title(row.kind)

    def _on_rows(self, rows: tuple[TemplateRow, ...]) -> None:
        self.rows.set_rows(rows)
        own = sum(row.is_own for row in rows)
        words = self.tr("{0} letters, {1} from the office's own templates")
        self.rows.foot.setText(words.format(len(rows), own))
        self._on_current_changed()

    def _on_current_changed(self) -> None:
        row = self.rows.current()
        self.replace.setEnabled(row is not None)
        self.copy.setEnabled(row is not None)
        self.restore.setEnabled(row is not None and (row.is_own or row.coming is not None))

    # -- deeds -----------------------------------------------------------------------------

    def _on_replace_clicked(self) -> None:
        row = self.rows.current()
        if row is not None:
            self.shell.ask_open_paths(
                self.tr("Word documents (*.docx)"), partial(self._on_chosen, row)
            )

    def _on_chosen(self, row: TemplateRow, paths: list[Path]) -> None:
        if not paths:
            return
        try:
            content = paths[0].read_bytes()
        except OSError:
            self.shell.fail(UnavailableError("file_unreadable", file=paths[0].name))
            return
        deed = Deed(
            self.tr("Replace the template of “{0}”").format(self._title(row)),
            self.tr("Replace"),
            (
                Ask(
                    "valid_from",
                    self.tr("From"),
                    "day",
                    required=True,
                    value=self.shell.today(),
                    past=False,
                ),
                Ask("note", self.tr("Reason"), "area", required=True, lines=2, most=500),
            ),
            consequence=self.tr("{0}: a missing or unknown field is refused").format(paths[0].name),
        )

        def send(dialog: DeedDialog, values: dict[str, object]) -> None:
            command = ReplaceTemplate(
                row.kind,
                content,
                values["valid_from"] or self.shell.today(),  # type: ignore[arg-type]
                str(values["note"]),
            )
            self.store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

        run(self.shell, deed, send, self)

    def _on_copy_clicked(self) -> None:
        row = self.rows.current()
        if row is not None:
            self.shell.ask_save_path(
                f"{self._title(row)}.docx",
                self.tr("Word documents (*.docx)"),
                partial(self._save, row),
            )

    def _save(self, row: TemplateRow, path: Path) -> None:
        def write(content: bytes) -> None:
            try:
                path.write_bytes(content)
            except OSError:
                self.shell.fail(UnavailableError("file_not_written", name=path.name))
                return
            self.shell.bar("good", self.tr("Saved as {0}").format(path.name))

        self.store.read(partial(_content, kind=row.kind), write, seat="content", owner=self)

    def _on_restore_clicked(self) -> None:
        row = self.rows.current()
        if row is None:
            return
        deed = Deed(
            self.tr("Go back to the shipped template of “{0}”").format(self._title(row)),
            self.tr("Go back"),
            (Ask("note", self.tr("Reason"), "area", required=True, lines=2, most=500),),
            consequence=self.tr("From today on; the office's own versions stay in the record"),
        )

        def send(dialog: DeedDialog, values: dict[str, object]) -> None:
            command = RestoreTemplate(row.kind, str(values["note"]))
            self.store.submit(command, dialog.done_well, owner=dialog, failed=dialog.refused)

        run(self.shell, deed, send, self)


def _content(read: Read, kind: str) -> bytes:
    return template_of(read, kind)
