"""值班交接: today at the desk above the logs, the appointments and the reception days."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.core.tx import Read
from db.documents.filling import office
from db.documents.papers import Office
from db.registers.queries import duty_day, expected
from db.registers.rows import DutyDay, Expected
from desktop.books.list_page import BooksPage
from desktop.registers.papers import draw_reception_plan
from desktop.registers.printing import DrawingFlow
from desktop.shell import Shell
from desktop.store import Store
from desktop.widgets.buttons import Button
from desktop.widgets.editors import repolish
from desktop.widgets.figures import Figure, FigureStrip
from desktop.widgets.frames import Panel
from desktop.widgets.labels import text_label
from desktop.widgets.layouts import clear_layout
from desktop.widgets.words import DayWords

DUTY, APPOINTMENT, RECEPTION, CONSULTATION = (
    "duty_log",
    "appointment",
    "reception_day",
    "consultation_line",
)
PLAN_DAYS = 14
"""Days that the printed plan of receptions reaches ahead."""
SHOWN = 4


class DutyPanel(Panel):
    """Who is on duty, what came, what the last shift left, who is expected."""

    taken = Signal(int)
    """Log that is to be taken over, or that runs."""
    opened = Signal(str, int)
    """Book and entry of somebody expected."""
    figure_opened = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, parent=parent)
        self._shell = shell
        self._days = DayWords(self)
        self._link = Button(shell.theme, "", kind="link", parent=self)
        self._link.setObjectName("duty_log")
        self.add_to_head(self._link)
        self._link.clicked.connect(self._on_link_clicked)
        self._log: int | None = None
        self._figures = FigureStrip(shell.theme, columns=4, size=20, parent=self)
        self._figures.setProperty("kind", "plain")
        repolish(self._figures)
        self._left = text_label("", wrap=True, parent=self)
        self._coming = QVBoxLayout()
        self._coming.setSpacing(2)
        side = QVBoxLayout()
        side.setContentsMargins(14, 8, 14, 10)
        side.addWidget(self._left)
        side.addLayout(self._coming)
        side.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._figures, 1)
        line.addLayout(side, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addLayout(line)
        self._figures.opened.connect(self.figure_opened)

    def show_day(self, day: DutyDay) -> None:
        """Show a day; names only, never a matter that could be read from the other chair."""
        on_duty = self.tr("Leader {0}, on duty {1}").format(day.leader, day.staff)
        note = on_duty if day.log_id is not None else self.tr("Nobody has begun duty today")
        self.set_title(self.tr("Today at the desk"), note)
        self._log = day.to_take_over or day.log_id
        self._link.setText(
            self.tr("Take over") if day.to_take_over is not None else self.tr("Open the log")
        )
        self._link.setVisible(self._log is not None)
        people = self.tr("{0} persons").format(day.visitors)
        self._figures.set_figures(
            [
                Figure(
                    "window",
                    self.tr("Visits"),
                    str(day.visits),
                    self.tr("groups"),
                    fact=people,
                ),
                Figure("phone", self.tr("Calls"), str(day.calls), self.tr("cases")),
                Figure("letter", self.tr("Letters"), str(day.letters), self.tr("cases")),
                Figure(
                    CONSULTATION, self.tr("Consultations"), str(day.consultations), self.tr("times")
                ),
            ]
        )
        self._show_left(day)
        self._show_expected(day.expected)

    def _show_left(self, day: DutyDay) -> None:
        words = self.tr("Nothing was left by the last shift")
        if day.left and day.left_on is not None:
            words = self.tr("Left by {0} on {1}: {2}").format(
                day.left_by, self._days.day(day.left_on), day.left
            )
        self._left.setText(words)

    def _show_expected(self, found: Sequence[Expected]) -> None:
        clear_layout(self._coming)
        for one in found[:SHOWN]:
            button = Button(self._shell.theme, self._words(one), kind="link", parent=self)
            button.setObjectName(f"expected:{one.book}:{one.id}")
            button.clicked.connect(partial(self.opened.emit, one.book, one.id))
            self._coming.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            button.show()
        rest = len(found) - SHOWN
        words = self.tr("{0} more").format(rest) if rest > 0 else ""
        if not found:
            words = self.tr("Nobody is expected today")
        if words:
            self._coming.addWidget(text_label(words, "hint", parent=self))

    def _words(self, one: Expected) -> str:
        if one.book == RECEPTION:
            return self.tr("{0} {1} receives visitors, {2}").format(one.at, one.name, one.place)
        return self.tr("{0} {1} to see {2}, {3}").format(one.at, one.name, one.leader, one.place)

    def _on_link_clicked(self) -> None:
        if self._log is not None:
            self.taken.emit(self._log)


class DutyPage(BooksPage):
    """The books of the desk under today's panel."""

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
        self.watches = self.watches | {"appeal", "consultation"}
        self._flow = DrawingFlow(store, shell, self)
        self._panel = DutyPanel(shell, self)
        self._plan = Button(shell.theme, "", icon="printer", parent=self)
        self._plan.setObjectName("reception_plan")
        self._panel.add_to_head(self._plan)
        frame = QWidget(self)
        row = QVBoxLayout(frame)
        row.setContentsMargins(20, 12, 20, 4)
        row.addWidget(self._panel)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, frame)
        self._panel.taken.connect(partial(shell.open_case, DUTY))
        self._panel.opened.connect(shell.open_case)
        self._panel.figure_opened.connect(self._on_figure_opened)
        self._plan.clicked.connect(self._on_plan_clicked)
        self._say_plan()

    def retranslate(self) -> None:
        """Set every word anew."""
        super().retranslate()
        if hasattr(self, "_plan"):
            self._say_plan()

    def _say_plan(self) -> None:
        self._plan.setText(self.tr("Plan of receptions"))

    def reload(self) -> None:
        """Ask for the lists and for today."""
        super().reload()
        self.store.read(duty_day, self._panel.show_day, seat="duty", owner=self)

    def _on_figure_opened(self, key: str) -> None:
        if key == CONSULTATION:
            self.apply_filters(book=CONSULTATION, entered_from=self.shell.today())
            self.reload()
        else:
            today = self.shell.today()
            self.shell.open_page("ledger", channels=(key,), received_from=today, received_to=today)

    def _on_plan_clicked(self) -> None:
        first = self.shell.today()
        last = first + timedelta(days=PLAN_DAYS)

        def ask(read: Read) -> tuple[Office, tuple[Expected, ...]]:
            return office(read), expected(read, first=first, last=last)

        def draw(found: tuple[Office, tuple[Expected, ...]]) -> None:
            drawing = draw_reception_plan(found[0], found[1], first, last)
            self._flow.show(drawing, "reception_day", 0)

        self.store.read(ask, draw, seat="plan", owner=self)
