"""今日接访 on the workbench: who receives, who is expected, what the last shift left."""

from PySide6.QtWidgets import QWidget

from db.core.permissions import Permission
from db.registers.queries import duty_day
from db.registers.rows import DutyDay, Expected
from desktop.office.lines import Line, LinesPanel
from desktop.shell import Shell
from desktop.store import Store

MOST = 6


class ReceptionPanel(LinesPanel):
    """Today's receptions and appointments; hidden from whoever does not keep the office's books."""

    def __init__(self, store: Store, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, wide=False, most=MOST, parent=parent)
        self._store = store
        self._shell = shell
        self._day: DutyDay | None = None
        self.opened.connect(self._on_opened)
        self.setVisible(False)

    def reload(self) -> None:
        """Ask who comes today."""
        if self._shell.actor.may(Permission.REGISTER_READ):
            self._store.read(duty_day, self.show_day, seat="reception", owner=self)

    def show_day(self, day: DutyDay) -> None:
        """Show a day: times, names and places, no matters."""
        self._day = day
        lines = [self._line(one) for one in day.expected]
        if day.to_take_over is not None:
            lines.insert(
                0,
                Line(
                    f"duty_log:{day.to_take_over}",
                    self.tr("A shift is to be taken over"),
                    second=day.left,
                ),
            )
        self.set_title(self.tr("Receptions today"))
        self.set_lines(lines, more=self.tr("All of them"))
        self.setVisible(bool(lines))

    def retranslate(self) -> None:
        """Set every word anew."""
        if self._day is not None:
            self.show_day(self._day)

    def _line(self, one: Expected) -> Line:
        if one.book == "reception_day":
            text = self.tr("{0} receives visitors").format(one.name)
        else:
            text = self.tr("{0} to see {1}").format(one.name, one.leader)
        return Line(f"{one.book}:{one.id}", text, aside=one.place, time=one.at)

    def _on_opened(self, key: str) -> None:
        book, _, entry = key.partition(":")
        if not entry:
            self._shell.open_page("duty", book="appointment")
            return
        self._shell.open_case(book, int(entry))
