"""Words of an attention note: its rule, the person, the numbers of its cases."""

from PySide6.QtCore import QObject

from db.attention.rows import BOUNCES, REPEATS, AttentionNote
from desktop.office.lines import Line
from desktop.widgets.cells import Pill
from desktop.widgets.signs import Sign


class AttentionWords(QObject):
    """Turns notes into lines, in the present language."""

    def rule(self, note: AttentionNote) -> str:
        """Return the sentence of the rule by which a note stands."""
        if note.rule == REPEATS:
            return self.tr("Repeated {n} times after the answer (from {least} on)").format(
                n=note.count, least=note.threshold
            )
        if note.rule == BOUNCES:
            return self.tr("Given back {n} times (from {least} on)").format(
                n=note.count, least=note.threshold
            )
        return self.tr("{n} appeals within {months} months (from {least} on)").format(
            n=note.count, months=note.months, least=note.threshold
        )

    def short(self, note: AttentionNote) -> Line:
        """A note for the workbench."""
        return Line(
            key=note.key,
            text=note.person_name,
            aside=note.unit,
            second=self.rule(note),
            tail=f"{note.latest_on:%m-%d}",
        )

    def line(self, note: AttentionNote) -> Line:
        """A note for its page, with what can be done."""
        numbers = "、".join(number for _, number in note.appeals)
        return Line(
            key=note.key,
            text=note.person_name,
            aside=note.unit,
            second=f"{self.rule(note)}　{numbers}",
            lead=Pill(self.tr("Note"), Sign.BANG, "wait"),
            tail=note.latest_on.isoformat(),
            deeds=(
                ("plan", self.tr("Plan a talk…")),
                ("dismiss", self.tr("Do not show again…")),
            ),
        )
