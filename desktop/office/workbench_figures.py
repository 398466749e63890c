"""The six figures at the top of the workbench, by role."""

from datetime import date

from PySide6.QtCore import QObject

from db.appeals.rows import DueRow
from db.codes.deadlines import Stage
from db.core.permissions import Role
from desktop.office.work import DeskList, Work, is_desk
from desktop.shell import Shell
from desktop.widgets.figures import Figure
from desktop.widgets.signs import Light
from desktop.widgets.words import DayWords


class FigureWriter(QObject):
    """Counts what waits and says it in figures; a figure of nothing wears no light."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._days = DayWords(self)

    def figures(self, work: Work, today: date) -> list[Figure]:
        """Return the figures of the person at the desk."""
        return [*self._due(work), *self._own(work, today)]

    def _due(self, work: Work) -> list[Figure]:
        return [
            self._clock("overdue", self.tr("Overdue"), work, Stage.BAD),
            self._clock("today", self.tr("Due today"), work, Stage.TODAY),
            self._clock("soon", self.tr("Due soon"), work, Stage.WAIT),
        ]

    def _clock(self, key: str, label: str, work: Work, stage: Stage) -> Figure:
        lights = {Stage.BAD: Light.OVERDUE, Stage.TODAY: Light.TODAY, Stage.WAIT: Light.SOON}
        rows = work.due.of(stage)
        facts = {Stage.BAD: self._oldest, Stage.TODAY: self._kinds, Stage.WAIT: self._until}
        return Figure(
            key,
            label,
            str(len(work.due.cases(stage))),
            self.tr("cases"),
            facts[stage](rows) if rows else "",
            light=lights[stage] if rows else None,
        )

    def _own(self, work: Work, today: date) -> list[Figure]:
        role, cases = self._shell.actor.role, self.tr("cases")
        if role is Role.CLERK:
            return [
                self._desk(work, "to_screen", self.tr("To be screened")),
                self._desk(work, "to_hand_over", self.tr("To be handed over")),
                self._desk(work, "to_visit", self.tr("To be followed up")),
            ]
        waiting = Figure(
            "waiting",
            self.tr("Waiting for my decision"),
            str(len(work.decided.approvals)),
            self.tr("items"),
            self.tr("without my own proposals"),
        )
        if is_desk(role):
            return [
                waiting,
                self._desk(work, "returned", self.tr("Returned by units")),
                Figure(
                    "talks",
                    self.tr("Talks today"),
                    str(len(work.tracks.talks_on(today))),
                    self.tr("talks"),
                    self.tr("Counter today: {0} inquiries, {1} notes").format(
                        work.tracks.consultations_today, work.tracks.notes_today
                    ),
                ),
            ]
        sign = Figure("to_sign", self.tr("To be signed in"), str(len(work.unit.to_sign)), cases)
        running = Figure("running", self.tr("In handling"), str(len(work.unit.running)), cases)
        if role is Role.DEPT_LEADER:
            return [waiting, sign, running]
        co = Figure("co", self.tr("Opinions to give"), str(len(work.unit.co)), cases)
        return [sign, running, co]

    def _desk(self, work: Work, name: str, label: str) -> Figure:
        found = work.desk.get(name, DeskList())
        return Figure(name, label, str(found.count), self.tr("cases"))

    def _oldest(self, rows: tuple[DueRow, ...]) -> str:
        return self.tr("the oldest since {0}").format(self._days.day(rows[0].due_on))

    def _kinds(self, rows: tuple[DueRow, ...]) -> str:
        counted: dict[str, int] = {}
        for row in rows:
            name = self._shell.labels.clock(row.rule, row.profile)
            counted[name] = counted.get(name, 0) + 1
        if self._shell.labels.chinese:
            return "，".join(f"{name}{number}" for name, number in counted.items())
        return ", ".join(f"{name} {number}" for name, number in counted.items())

    def _until(self, rows: tuple[DueRow, ...]) -> str:
        return self.tr("up to {0}").format(self._days.day(rows[-1].due_on))
