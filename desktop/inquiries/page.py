"""提醒函询诫勉: the book, with the share of written statements above it (PRODUCT §3-8)."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.inquiries.queries import inquiry_share
from db.inquiries.rows import InquiryShare
from db.inquiries.workflow import ACCEPTED, WRITTEN_INQUIRY, WRITTEN_STATEMENT
from desktop.books.list_page import BooksPage
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.figures import Figure, FigureStrip


class InquiriesPage(BooksPage):
    """The book of this year with its figures; only 干部监督 ever has the page."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        books: Sequence[str],
        key: str,
    ) -> None:
        self._share: InquiryShare | None = None
        self._strip: FigureStrip | None = None
        super().__init__(store, shell, parent, books=books, key=key)
        place = QWidget(self)
        row = QVBoxLayout(place)
        row.setContentsMargins(20, 10, 20, 6)
        self._strip = FigureStrip(shell.theme, columns=5, size=20, parent=place)
        row.addWidget(self._strip)
        self._strip.opened.connect(self._on_strip_opened)
        page = self.layout()
        assert isinstance(page, QVBoxLayout)
        page.insertWidget(1, place)
        self._show_share()

    def reload(self) -> None:
        """Ask for the list and for the figures of the year."""
        super().reload()
        today = self.shell.today()
        self.store.read(
            partial(inquiry_share, first=date(today.year, 1, 1), last=today),
            self._on_share,
            seat="share",
            owner=self,
        )

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self._show_share()

    def _on_share(self, found: InquiryShare) -> None:
        self._share = found
        self._show_share()

    def _show_share(self) -> None:
        if self._strip is None:
            return
        told = self._share
        counts = told.counts if told is not None else {}
        share = told.statement_share if told is not None else None
        self._strip.set_figures(
            [
                Figure("", self.tr("Written inquiries this year"), _of(counts, WRITTEN_INQUIRY)),
                Figure("", self.tr("Written statements this year"), _of(counts, WRITTEN_STATEMENT)),
                Figure(
                    "",
                    self.tr("Share of statements"),
                    "—" if share is None else f"{share:.1%}",
                    fact=self.tr("of inquiries and statements"),
                ),
                Figure(
                    "accepted",
                    self.tr("Explanations accepted"),
                    str(told.accepted if told is not None else 0),
                ),
                Figure(
                    "fed_back",
                    self.tr("Told to both"),
                    str(told.fed_back if told is not None else 0),
                    fact=self.tr("the person and the principal"),
                ),
            ]
        )

    def _on_strip_opened(self, key: str) -> None:
        states = ACCEPTED if key == "accepted" else (key,)
        self.apply_filters(states=states)


def _of(counts: Mapping[str, int], kind: str) -> str:
    return str(counts.get(kind, 0))
