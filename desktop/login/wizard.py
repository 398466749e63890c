"""The first run: office, departments, first accounts, password, and the two half-sheets."""

import re
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from db.core.clock import Clock
from db.core.errors import RefusedError, ZhengmingError
from db.core.keys import FLOOR_KIB, Cost, KeyFile
from db.core.permissions import Role
from db.office.opening import (
    DEPARTMENTS,
    NewAccount,
    NewStore,
    NewUnit,
    create,
    key_path,
    recovery_paths,
)
from desktop.appearance import Appearance
from desktop.background import Background
from desktop.login.login_form import LEAST_PASSWORD
from desktop.login.password_line import PasswordLine
from desktop.login.preference_row import PreferenceRow
from desktop.mark import Mark
from desktop.messages import sentence
from desktop.widgets.buttons import Button
from desktop.widgets.editors import LineEdit
from desktop.widgets.field import Field
from desktop.widgets.frames import ProgressRow
from desktop.widgets.keys import EnterMovesOn
from desktop.widgets.labels import rule, text_label
from desktop.widgets.stepper import Step, Stepper, StepState

STEPS = 4
_PEOPLE = (
    ("manager", Role.MANAGER),
    ("sysadmin", Role.SYSTEM_ADMIN),
    ("secadmin", Role.SECURITY_ADMIN),
    ("auditor", Role.AUDIT_ADMIN),
)


class FirstRun(QWidget):
    """Asks what a new store needs, makes it, and has the recovery sheet typed back."""

    made = Signal(object)
    """The path of the new store, when the person goes on to log in."""

    def __init__(
        self,
        appearance: Appearance,
        path: Path,
        *,
        clock: Clock,
        cost: Cost | None = None,
        floor_kib: int = FLOOR_KIB,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._path = path
        self._clock = clock
        self._cost = cost
        self._floor_kib = floor_kib
        self._new: NewStore | None = None
        self.background = Background(self)
        theme = appearance.theme
        self._title = text_label("", "title", parent=self)
        self._subtitle = text_label("", "secondary", parent=self)
        self.stepper = Stepper(theme, parent=self)
        self._pages = QStackedWidget(self)
        self._trouble = text_label("", "error", wrap=True, parent=self)
        self._trouble.hide()
        self.progress = ProgressRow(theme, parent=self)
        self.progress.hide()
        self.back = Button(theme, "", parent=self)
        self.next = Button(theme, "", kind="primary", parent=self)
        self.later = Button(theme, "", kind="link", parent=self)
        self._build_office()
        self._build_units()
        self._build_people()
        self._build_recovery()
        self._lay_out()
        self.moves = EnterMovesOn(self._pages)
        self.moves.submitted.connect(self._on_next_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.resize(1000, 760)
        self.setMinimumSize(640, 480)
        self.retranslate()
        self.office.setFocus()

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._pages.currentIndex()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a switch of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leaving the last step is postponing it: the half-sheets stay as files until then."""
        super().closeEvent(event)
        if self._new is not None:
            self.made.emit(self._path)

    def retranslate(self) -> None:
        """Set every word anew."""
        self.setWindowTitle(self.tr("Set up a new center"))
        self._title.setText(self.tr("Set up a new center"))
        self._subtitle.setText(
            self.tr("The store {name} is made on this machine and encrypted.").format(
                name=self._path.name
            )
        )
        self.office_field.label.setText(self.tr("Name of the center, as papers print it"))
        self.office.setPlaceholderText(self.tr("for example 泽川县干部诉求联合受理中心"))
        self._units_note.setText(
            self.tr("The four member departments. More units are added later.")
        )
        self._full_head.setText(self.tr("Full name"))
        self._short_head.setText(self.tr("Short name"))
        self._people_note.setText(
            self.tr(
                "The head of the center sets a password now; "
                "the three administrators set theirs at their first log-in."
            )
        )
        titles = (
            self.tr("Head of the center"),
            self.tr("System administrator"),
            self.tr("Security administrator"),
            self.tr("Security auditor"),
        )
        for field, title in zip(self.people_fields, titles, strict=True):
            field.label.setText(title)
        self.password_field.label.setText(self.tr("Password of the head of the center"))
        self.again_field.label.setText(self.tr("The same password again"))
        self._say_recovery()
        self.back.setText(self.tr("Back"))
        self.later.setText(self.tr("Later"))
        self._show_step()

    # -- steps -----------------------------------------------------------------------------

    def _build_office(self) -> None:
        theme = self._appearance.theme
        page, column = self._page()
        self.office = LineEdit(theme, max_length=60, parent=page)
        self.office_field = Field(theme, "", self.office, required=True, parent=page)
        column.addWidget(self.office_field)
        column.addStretch(1)

    def _build_units(self) -> None:
        theme = self._appearance.theme
        page, column = self._page()
        self._units_note = text_label("", "secondary", wrap=True, parent=page)
        self._full_head = text_label("", "label", parent=page)
        self._short_head = text_label("", "label", parent=page)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(theme.px(8))
        grid.addWidget(self._full_head, 0, 0)
        grid.addWidget(self._short_head, 0, 1)
        self.units: list[tuple[LineEdit, LineEdit]] = []
        for row, unit in enumerate(DEPARTMENTS, start=1):
            full = LineEdit(theme, unit.full_name, max_length=120, parent=page)
            short = LineEdit(theme, unit.short_name, max_length=60, parent=page)
            self.units.append((full, short))
            grid.addWidget(full, row, 0)
            grid.addWidget(short, row, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1)
        column.addWidget(self._units_note)
        column.addLayout(grid)
        column.addStretch(1)

    def _build_people(self) -> None:
        theme = self._appearance.theme
        page, column = self._page()
        self._people_note = text_label("", "secondary", wrap=True, parent=page)
        self.people = [LineEdit(theme, max_length=40, parent=page) for _ in _PEOPLE]
        self.people_fields = [
            Field(theme, "", line, required=True, parent=page) for line in self.people
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(theme.px(8))
        for place, field in enumerate(self.people_fields):
            grid.addWidget(field, place // 2, place % 2)
        self.password = PasswordLine(theme, page)
        self.again = PasswordLine(theme, page)
        self.password_field = Field(theme, "", self.password, required=True, parent=page)
        self.again_field = Field(theme, "", self.again, required=True, parent=page)
        grid.addWidget(self.password_field, 2, 0)
        grid.addWidget(self.again_field, 2, 1)
        column.addWidget(self._people_note)
        column.addLayout(grid)
        column.addStretch(1)

    def _build_recovery(self) -> None:
        theme = self._appearance.theme
        page, column = self._page()
        self._recovery_note = text_label("", wrap=True, parent=page)
        self.first = LineEdit(theme, parent=page)
        self.second = LineEdit(theme, parent=page)
        self.first_field = Field(theme, "", self.first, parent=page)
        self.second_field = Field(theme, "", self.second, parent=page)
        for part in (self._recovery_note, self.first_field, self.second_field):
            column.addWidget(part)
        column.addStretch(1)

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self._pages)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.theme.px(12))
        self._pages.addWidget(page)
        return page, column

    def _lay_out(self) -> None:
        theme = self._appearance.theme
        panel = QFrame(self)
        panel.setProperty("kind", "panel")
        panel.setFixedWidth(theme.px(820))
        panel.setMinimumHeight(theme.px(500))
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(36, 28, 36, 20)
        inside.setSpacing(theme.px(14))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Mark(theme, 40, panel))
        head.addLayout(names, 1)
        inside.addLayout(head)
        inside.addWidget(self.stepper)
        inside.addWidget(self._pages, 1)
        inside.addWidget(self._trouble)
        inside.addWidget(self.progress)
        inside.addWidget(rule(parent=panel))
        foot = QHBoxLayout()
        for part in (self.next, self.back, self.later):
            foot.addWidget(part)
        foot.addStretch(1)
        inside.addLayout(foot)
        sheet = QWidget(self)
        sheet.setProperty("kind", "scrolled")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 20, 20, 20)
        column.addStretch(1)
        column.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addWidget(PreferenceRow(self._appearance, sheet))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _show_step(self) -> None:
        names = (
            self.tr("Center"),
            self.tr("Departments"),
            self.tr("People"),
            self.tr("Recovery sheet"),
        )
        states = (StepState.DONE, StepState.NOW, StepState.AHEAD)
        self.stepper.set_steps(
            [
                Step(name, states[0 if n < self.step else 1 if n == self.step else 2])
                for n, name in enumerate(names)
            ]
        )
        last = self.step == STEPS - 1
        self.back.setVisible(0 < self.step < STEPS - 1)
        self.later.setVisible(last)
        if last:
            self.next.setText(self.tr("Confirm and delete the files"))
        elif self.step == STEPS - 2:
            self.next.setText(self.tr("Make the store"))
        else:
            self.next.setText(self.tr("Next"))
        self._say("")

    def _say(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _say_recovery(self) -> None:
        first, second = recovery_paths(self._path)
        self._recovery_note.setText(
            self.tr(
                "The recovery sheet opens the store when every password is lost. It has two "
                "halves, {first} and {second}, in the folder {folder}: print them, give each to "
                "another holder, and type both back here. Then the files are deleted. Until "
                "then the status bar says “unconfirmed” in red."
            ).format(first=first.name, second=second.name, folder=str(self._path.parent))
        )
        self.first_field.label.setText(self.tr("First half-sheet"))
        self.second_field.label.setText(self.tr("Second half-sheet"))

    # -- going on --------------------------------------------------------------------------

    def _on_next_clicked(self) -> None:
        if not self.next.isEnabled():
            return
        checks = (self._check_office, self._check_units, self._check_people, self._confirm)
        if not checks[self.step]():
            return
        if self.step == STEPS - 2:
            self._make()
        elif self.step < STEPS - 2:
            self._go(self.step + 1)

    def _on_back_clicked(self) -> None:
        self._go(self.step - 1)

    def _on_later_clicked(self) -> None:
        self.close()

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self._show_step()
        starts: tuple[QWidget, ...] = (self.office, self.units[0][0], self.people[0], self.first)
        starts[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _check_office(self) -> bool:
        missing = "" if self.office.value() else self.tr("Give the name of the center")
        self.office_field.set_error(missing)
        return not missing

    def _check_units(self) -> bool:
        whole = all(full.value() and short.value() for full, short in self.units)
        self._say("" if whole else self.tr("Each department needs a full and a short name"))
        return whole

    def _check_people(self) -> bool:
        fine = True
        for field, line in zip(self.people_fields, self.people, strict=True):
            field.set_error("" if line.value() else self.tr("Give the name"))
            fine = fine and bool(line.value())
        short = len(self.password.value()) < LEAST_PASSWORD
        self.password_field.set_error(
            self.tr("A password has at least {least} characters").format(least=LEAST_PASSWORD)
            if short
            else ""
        )
        differ = self.password.value() != self.again.value()
        self.again_field.set_error(self.tr("The two passwords differ") if differ else "")
        return fine and not short and not differ

    def _confirm(self) -> bool:
        for field in (self.first_field, self.second_field):
            field.clear_error()
        try:
            key_file = KeyFile.open(key_path(self._path))
            key_file.confirm_recovery(self.first.value(), self.second.value())
        except RefusedError as error:
            wrong = self.first_field if error.field == "first" else self.second_field
            wrong.set_error(sentence(error))
            return False
        for file in recovery_paths(self._path):
            file.unlink(missing_ok=True)
        self.close()
        return True

    def _make(self) -> None:
        office = self.office.value()
        password = self.password.value()
        accounts = [
            NewAccount(login, line.value(), role.value, "", None, password if place == 0 else None)
            for place, ((login, role), line) in enumerate(zip(_PEOPLE, self.people, strict=True))
        ]
        units = [
            _renamed(unit, full.value(), short.value())
            for unit, (full, short) in zip(DEPARTMENTS, self.units, strict=True)
        ]
        path, clock, cost, floor = self._path, self._clock, self._cost, self._floor_kib
        self.next.setEnabled(False)
        self.back.setEnabled(False)
        self.progress.start(self.tr("Making the store"), can_cancel=False)

        def make() -> NewStore:
            new = create(
                path,
                clock=clock,
                office=office,
                accounts=accounts,
                units=units,
                cost=cost,
                floor_kib=floor,
            )
            write_recovery(new)
            return new

        self.background.run(make, self._on_made, failed=self._on_failed)

    def _on_made(self, new: NewStore) -> None:
        self._new = new
        self.next.setEnabled(True)
        self.progress.finish()
        self.password.clear()
        self.again.clear()
        self._go(STEPS - 1)

    def _on_failed(self, error: ZhengmingError) -> None:
        self.next.setEnabled(True)
        self.back.setEnabled(True)
        self.progress.finish()
        self._say(sentence(error))


def write_recovery(new: NewStore) -> None:
    """Write the two half-sheets beside the store, readable by its owner alone (SETTLED §6)."""
    for file, half in zip(recovery_paths(new.path), (new.first_half, new.second_half), strict=True):
        file.touch(mode=0o600)
        file.chmod(0o600)
        file.write_text(re.sub(r"\s+", "", half) + "\n", encoding="utf-8")


def _renamed(unit: NewUnit, full: str, short: str) -> NewUnit:
    return NewUnit(
        key=unit.key,
        full_name=full,
        short_name=short,
        kind=unit.kind,
        order_number=unit.order_number,
        member_department=unit.member_department,
        counts_time=unit.counts_time,
    )
