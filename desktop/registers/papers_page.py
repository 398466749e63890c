"""文书管理: the books of papers, with every form as a blank for the pen (OFFICE §2.1)."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from db.core.books import Book, Paper
from db.core.tx import Read
from db.documents.encoding import KINDS
from db.documents.filling import office
from db.documents.papers import Office
from db.shelves import SHELVES
from desktop.archive.papers import draw_contents
from desktop.books.list_page import BooksPage
from desktop.books.papers import draw_paper
from desktop.books.register import RegisterRows, draw_register
from desktop.books.words import PaperWords
from desktop.documents.forms import draw
from desktop.documents.page import Drawing
from desktop.documents.paper_words import PaperWords as FormWords
from desktop.registers.printing import DrawingFlow
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button

FORMS = (
    "registration_form",
    "receipt",
    "transfer_sheet",
    "extension_approval",
    "closing_approval",
    "opinion_request",
    "clarification_approval",
    "care_talk_record",
    "one_page",
)
"""Forms that the program draws."""
LETTERS = (
    "acceptance_notice",
    "supplement_notice",
    "non_acceptance_notice",
    "redirect_notice",
    "extension_notice",
    "feedback_sheet",
    "handling_report",
)
"""The center's own letters; an organ's papers are the organ's."""

Make = Callable[[Office], Drawing]


class PapersPage(BooksPage):
    """Papers in and out, seals, prints; and the blank forms of the whole office."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        books: Sequence[str],
        key: str,
    ) -> None:
        super().__init__(store, shell, parent, books=books, key=key)
        self._flow = DrawingFlow(store, shell, self)
        self._form_words = FormWords(self)
        self._chinese = PaperWords(shell, self)
        self._blanks = Button(shell.theme, "", icon="file-text", has_menu=True, parent=self)
        self._blanks.setObjectName("blanks")
        self._blanks.clicked.connect(self._on_blanks_clicked)
        self._head.add_action(self._blanks)
        self._say_blanks()

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        if hasattr(self, "_blanks"):
            self._say_blanks()

    def _say_blanks(self) -> None:
        self._blanks.setText(self.tr("Blank forms"))

    def blanks(self) -> list[tuple[str, list[tuple[str, Make]]]]:
        """Return every blank that the person may have: group, and name with what draws it."""
        labels = self.shell.labels
        forms: list[tuple[str, Make]] = [
            (self._form_words.title(kind), partial(_draw_form, kind)) for kind in FORMS
        ]
        forms.append((self.tr("Contents of a file"), _draw_contents))
        letters: list[tuple[str, Make]] = [
            (self._form_words.title(kind), partial(_draw_form, kind)) for kind in LETTERS
        ]
        papers: list[tuple[str, Make]] = []
        registers: list[tuple[str, Make]] = []
        for shelf in SHELVES.values():
            book = shelf.book
            if not self.shell.actor.may(book.read):
                continue
            papers += [
                (labels.paper(book.name, paper.name), partial(self._draw_paper, book, paper))
                for paper in book.papers
                if paper.blank
            ]
            if book.register:
                registers.append((labels.book(book.name), partial(self._draw_register, book)))
        return [
            (self.tr("Forms"), forms),
            (self.tr("Notices and letters"), letters),
            (self.tr("Sheets of the books"), papers),
            (self.tr("Registers"), registers),
        ]

    def _draw_paper(self, book: Book, paper: Paper, printed_by: Office) -> Drawing:
        return draw_paper(self._chinese, book, paper, None, printed_by)

    def _draw_register(self, book: Book, printed_by: Office) -> Drawing:
        return draw_register(self._chinese, book, RegisterRows(printed_by, ()))

    def menu(self) -> QMenu:
        """Return the blanks as a menu that deletes itself when closed."""
        menu = QMenu(self._blanks)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group, entries in self.blanks():
            part = menu.addMenu(group)
            for words, make in entries:
                part.addAction(words).triggered.connect(partial(self._print_blank, make))
        return menu

    def _on_blanks_clicked(self) -> None:
        self.menu().popup(self._blanks.mapToGlobal(self._blanks.rect().bottomLeft()))

    def _print_blank(self, make: Make, _checked: bool = False) -> None:
        def ask(read: Read) -> Office:
            return office(read)

        def show(found: Office) -> None:
            # A blank names nobody: nothing of it goes into the trail.
            self._flow.show_blank(make(found))

        self.store.read(ask, show, seat="blank", owner=self)


def _draw_form(kind: str, printed_by: Office) -> Drawing:
    return draw(
        KINDS[kind](office=printed_by) if kind != "clarification_approval" else KINDS[kind]()
    )


def _draw_contents(printed_by: Office) -> Drawing:
    return draw_contents(printed_by, "", ())
