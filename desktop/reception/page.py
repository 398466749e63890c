"""需关注人员: the books of the desk, with the office's own card one click away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from db.core.permissions import Permission
from db.reception.queries import reception_card
from desktop.books.list_page import BooksPage
from desktop.reception.talk_first import card_frame
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button

CARD_WIDTH = 520


class ReceptionPage(BooksPage):
    """Visitors in need and several visitors at once."""

    def __init__(
        self,
        store: Store,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        books: Sequence[str],
        key: str,
    ) -> None:
        self._card: Button | None = None
        super().__init__(store, shell, parent, books=books, key=key)
        self._card = Button(shell.theme, "", icon="lifebuoy", parent=self)
        self._card.setObjectName("card")
        self._card.setVisible(shell.actor.may(Permission.APPEAL_REGISTER))
        self._card.clicked.connect(self._on_card_clicked)
        self._head.add_action(self._card)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        if self._card is not None:
            self._card.setText(self.tr("Reception card"))

    def _on_card_clicked(self) -> None:
        self.store.read(reception_card, self._on_card, seat="card", owner=self)

    def _on_card(self, text: str) -> None:
        dialog = QDialog(self)
        dialog.setObjectName("card_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Reception card"))
        close = Button(self.shell.theme, self.tr("Close"), key="Esc", parent=dialog)
        close.clicked.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(card_frame(text, self.tr("Reception card"), dialog))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        dialog.setMinimumWidth(self.shell.theme.px(CARD_WIDTH))
        dialog.open()
