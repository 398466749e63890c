"""会商研判: meetings and their tasks, with the list for the weekly meeting."""

from PySide6.QtWidgets import QWidget

from db.core.permissions import Permission
from desktop.books.list_page import BooksPage
from desktop.documents.lists import draw_ledger
from desktop.documents.page import Drawing
from desktop.documents.printing import PrintPreview
from desktop.meetings.schedule import Schedule, schedule_of, schedule_paper
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button

BOOKS = ("meeting", "meeting_task")


class MeetingsPage(BooksPage):
    """Meetings and tasks; the manager prints 调度清单 from here."""

    def __init__(
        self, store: Store, shell: Shell, parent: QWidget | None = None, *, key: str = "meetings"
    ) -> None:
        self.weekly = Button(shell.theme, "", icon="list-numbers")
        self.weekly.setObjectName("weekly")
        super().__init__(store, shell, parent, books=BOOKS, key=key)
        self.weekly.setParent(self)
        self.weekly.setVisible(shell.actor.may(Permission.EXPORT))
        self._head.add_action(self.weekly)
        self.weekly.clicked.connect(self._on_weekly_clicked)

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        self.weekly.setText(self.tr("Weekly list"))
        self.weekly.setToolTip(self.tr("Open cases with difficulty, unit and limit, A4 landscape"))

    def _on_weekly_clicked(self) -> None:
        self.store.read(schedule_of, self._on_schedule, seat="weekly", owner=self)

    def _on_schedule(self, found: Schedule) -> None:
        for row in found.rows:
            self.store.note("print_paper", "ordinary_appeal", row.appeal_id)
        self._preview(draw_ledger(schedule_paper(found)))

    def _preview(self, drawing: Drawing) -> None:
        PrintPreview(drawing, self).open()
