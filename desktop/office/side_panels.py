"""Small panels of the workbench: the year so far, the backups, the tasks of an administrator."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from db.core.clock import civil_time
from desktop.office.work import BackupLine, YearSoFar
from desktop.shell import Shell
from desktop.when import When
from desktop.widgets.buttons import Button
from desktop.widgets.editors import repolish
from desktop.widgets.figures import Figure, FigureStrip
from desktop.widgets.frames import Panel
from desktop.widgets.labels import IconLabel, text_label
from desktop.widgets.layouts import FlowLayout, clear_layout
from desktop.widgets.words import DayWords


class YearPanel(Panel):
    """期初＋受理－办结＝在办; `opened` carries the month whose report tells more."""

    opened = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, parent=parent)
        self._shell = shell
        self._told: YearSoFar | None = None
        self._link = Button(shell.theme, "", kind="link", parent=self)
        self.add_to_head(self._link)
        self._figures = FigureStrip(shell.theme, columns=3, size=20, parent=self)
        self._figures.setProperty("kind", "plain")
        repolish(self._figures)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._figures)
        self._link.clicked.connect(self._on_opened)
        self._figures.opened.connect(self._on_opened)
        self.show_year(None)

    def show_year(self, told: YearSoFar | None) -> None:
        """Show a balance; without one the panel is not there."""
        self._told = told
        self.setVisible(told is not None)
        self._link.setText(self.tr("Monthly report"))
        self._link.setVisible(self._shell.has_page("statistics"))
        if told is None:
            return
        words = self.tr("{0} + {1} − {2} − {3} = {4} open")
        if not told.other_exits:
            words = self.tr("{0} + {1} − {2} = {4} open")
        note = words.format(told.opening, told.accepted, told.handled, told.other_exits, told.open)
        self.set_title(self.tr("This year"), note)
        cases = self.tr("cases")
        self._figures.set_figures(
            [
                Figure("accepted", self.tr("Accepted"), str(told.accepted), cases),
                Figure("handled", self.tr("Answered"), str(told.handled), cases),
                Figure("talks", self.tr("Care talks"), str(told.talks), self.tr("times")),
            ]
        )

    def _on_opened(self) -> None:
        if self._told is not None:
            self.opened.emit(self._told.month)


class BackupPanel(Panel):
    """One line: the last backup and the last rehearsal."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, parent=parent)
        self._shell = shell
        self._days = DayWords(self)
        self._when = When(self)
        self._row = QHBoxLayout()
        self.body.addLayout(self._row)
        self.show_backup(None)

    def show_backup(self, told: BackupLine | None) -> None:
        """Show the state; without one the panel is not there."""
        self.setVisible(told is not None)
        clear_layout(self._row)
        if told is None:
            return
        fine = told.is_fresh and not told.failure
        icon = IconLabel(
            self._shell.theme,
            "database" if fine else "light:bad",
            stage="good" if fine else None,
            parent=self,
        )
        words = self._made(told) + self._rehearsed(told)
        self._row.addWidget(icon)
        self._row.addWidget(text_label(words, wrap=True, parent=self), 1)

    def _made(self, told: BackupLine) -> str:
        if told.made_at is None:
            return self.tr("No backup yet")
        moment = self._when.moment(told.made_at, told.now)
        if told.failure:
            return self.tr("The last backup failed; the one before is of {0}").format(moment)
        return self.tr("Backup {0}, checked").format(moment)

    def _rehearsed(self, told: BackupLine) -> str:
        if told.rehearsed_at is None:
            return ""
        day = self._days.day(civil_time(told.rehearsed_at).date())
        if told.rehearsal_fits:
            return self.tr("; rehearsal of {0} fits").format(day)
        return self.tr("; rehearsal of {0} does not fit").format(day)


class TasksPanel(Panel):
    """Links to what an administrator may do; he sees no case. `opened` carries the page."""

    opened = Signal(str)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(shell.theme, parent=parent)
        self._shell = shell
        self._flow = FlowLayout(spacing=shell.theme.px(8))
        self.body.addLayout(self._flow)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self.set_title(self.tr("My tasks"))
        clear_layout(self._flow)
        for key, words, icon in self._links():
            if self._shell.has_page(key):
                button = Button(self._shell.theme, words, icon=icon, parent=self)
                button.setObjectName(f"link:{key}")
                button.clicked.connect(partial(self.opened.emit, key))
                self._flow.addWidget(button)
                button.show()

    def _links(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("accounts", self.tr("Accounts and rights"), "users"),
            ("lists", self.tr("Code lists"), "list-bullets"),
            ("rules", self.tr("Deadline rules"), "clock"),
            ("calendar", self.tr("Working calendar"), "calendar-check"),
            ("units", self.tr("Units"), "tree-structure"),
            ("office", self.tr("Office"), "sliders-horizontal"),
            ("backup", self.tr("Backup and restore"), "database"),
            ("trail", self.tr("Audit trail"), "link-simple"),
        )
