"""Entries that belong to another one: a small table on its card, with what opens a new one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from db.books.rows import EntryRow
from db.core.books import Book
from desktop.books.words import EntryWords
from desktop.office.list_model import ListModel
from desktop.shell import Shell
from desktop.widgets.buttons import Button
from desktop.widgets.labels import text_label
from desktop.widgets.table import Table

MOST_ROWS = 8
SHOWN_OPENINGS = 2
Begin = Callable[[str, str], object]
"""Opens the form of a new entry: book and opening move."""


class ChildTable(QWidget):
    """The entries of one child book."""

    opened = Signal(str, int)
    """An entry was asked for: book and id."""

    def __init__(
        self,
        shell: Shell,
        words: EntryWords,
        book: Book,
        rows: Sequence[EntryRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book = book
        theme = shell.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        if not rows:
            column.addWidget(text_label(self.tr("None yet"), "secondary", parent=self))
            return
        columns = words.columns(book)
        self.model: ListModel[EntryRow] = ListModel(columns, partial(words.cell, book), self)
        self.model.set_rows(rows)
        self.table = Table(
            theme, columns, name=f"child_{book.name}", settings=shell.settings, parent=self
        )
        self.table.setModel(self.model)
        self.table.columns_header.setSectionsClickable(False)
        self.table.setAccessibleName(words.labels.book(book.name))
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        shown = min(len(rows), MOST_ROWS)
        self.table.setFixedHeight(theme.header_height + shown * theme.row_height + 3)
        self.table.opened.connect(self._on_table_opened)
        column.addWidget(self.table)

    def _on_table_opened(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.opened.emit(self._book.name, row.id)


class ChildOpenings(QWidget):
    """The buttons that open a new child entry."""

    def __init__(
        self,
        shell: Shell,
        book: str,
        moves: Sequence[str],
        begin: Begin,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._book = book
        self._begin = begin
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for move in moves[:SHOWN_OPENINGS]:
            words = shell.labels.move(book, move)
            button = Button(shell.theme, f"{words}…", icon="plus", small=True, parent=self)
            button.setObjectName(f"child:{book}:{move}")
            button.clicked.connect(partial(self._on_clicked, move))
            row.addWidget(button)
        rest = tuple(moves[SHOWN_OPENINGS:])
        if rest:
            more = Button(shell.theme, self.tr("More"), small=True, has_menu=True, parent=self)
            more.clicked.connect(partial(self._on_more_clicked, more, rest))
            row.addWidget(more)
        row.addStretch(1)

    def _on_clicked(self, move: str, _checked: bool = False) -> None:
        self._begin(self._book, move)

    def _on_more_clicked(
        self, button: Button, moves: tuple[str, ...], _checked: bool = False
    ) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for move in moves:
            words = self._shell.labels.move(self._book, move)
            menu.addAction(f"{words}…").triggered.connect(partial(self._on_clicked, move))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
