"""Turns what waits into lines, in the present language."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject

from db.appeals.rows import AppealRow, ApprovalRow, DueRow, InboxRow
from db.appeals.workflow import NAME as APPEALS
from db.books.working import EntryWork
from db.care.rows import SuggestionRow, TalkRow
from db.care.workflow import NAME as TALKS
from db.clarification.coverage import UndecidedRow
from db.clarification.rows import ClarificationRow, ClarificationWork
from db.clarification.workflow import NAME as CLARIFICATIONS
from db.codes.act_labels import act_label
from db.codes.book_labels import book_label
from db.core.clock import civil_time
from db.office.desk import HeldNoteRow
from db.office.drafts import DraftRow
from db.office.recorded import RecordedRow
from desktop.appeals.ledger_page import short_number
from desktop.appeals.marks import due_mark
from desktop.office.lines import Line
from desktop.office.work import time_of_day
from desktop.shell import Shell
from desktop.when import When
from desktop.widgets.cells import DueMark, Pill
from desktop.widgets.signs import Sign
from desktop.widgets.words import DayWords

_RETURNING = frozenset({"reassign", "not_accept", "redirect", "move_out", "refuse"})


class LineWriter(QObject):
    """Words of the workbench's lines; keys are `track:case:row`."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._days = DayWords(self)
        self._when = When(self)

    def day(self, on: date | None) -> str:
        """Return a day as lists in text print it: 10月13日."""
        return self._days.day(on) if on else ""

    def act(self, track: str, act: str) -> str:
        """Return the words of an act."""
        return act_label(track, act, chinese=self._shell.labels.chinese)

    def mark(self, row: DueRow | None) -> DueMark | None:
        """Return the mark of a running clock."""
        if row is None or row.light is None:
            return None
        return due_mark(row.light, provisional=row.provisional)

    def approval(self, row: ApprovalRow, due: DueRow | None) -> Line:
        """A decision that waits for the actor."""
        stage_pill = Pill(
            self.act(row.track, row.act),
            Sign.BACK if row.act in _RETURNING else Sign.ARROW,
            "today" if row.act in _RETURNING else "neutral",
        )
        return Line(
            key=f"{row.track}:{row.case_id}:{row.id}",
            text=row.title or row.summary,
            aside="" if not row.title or row.summary in row.title else row.summary,
            lead=stage_pill,
            tail="  ".join((row.proposer_name, f"{row.proposed_on:%m-%d}")),
            due=self.mark(due),
            deeds=(("decide", self.tr("Decide")),),
        )

    def paper(self, row: ApprovalRow) -> Line:
        """A decision typed from paper, to be compared."""
        who = " ".join(x for x in (row.approver_name, row.approver_post) if x)
        return Line(
            key=f"{row.track}:{row.case_id}:{row.id}",
            text=row.title or row.summary,
            aside=who,
            lead=Pill(self.act(row.track, row.act), Sign.PEN, "guard"),
            tail=row.paper_on.isoformat() if row.paper_on else "",
            deeds=(("compare", self.tr("Compare")),),
        )

    def recorded(self, row: RecordedRow) -> Line:
        """A move typed from paper, to be compared by a second person."""
        return Line(
            key=f"{row.track}:{row.case_id}:{row.event_id}",
            text=f"{short_number(row.number)} {row.person_name}".strip(),
            aside="  ".join(x for x in (row.unit, row.behalf_of) if x),
            lead=Pill(self.act(row.track, row.act), Sign.PEN, "guard"),
            tail=self.tr("typed by {0}").format(row.entered_by),
            deeds=() if row.is_mine else (("compare_move", self.tr("Compare")),),
        )

    def on_the_spot(self, row: AppealRow) -> Line:
        """An answer given on the spot, to be confirmed with others."""
        outcome = self._shell.labels.code("appeal_outcome", row.outcome)
        return Line(
            key=f"{APPEALS}:{row.id}:{row.id}",
            text=f"{row.person_name} {row.subject}".strip(),
            aside=outcome,
            tail=f"{short_number(row.number)}  {row.issued_on:%m-%d}" if row.issued_on else "",
            ticked=True,
        )

    def appeal(self, row: AppealRow) -> Line:
        """An appeal of the desk with its next deadline."""
        mark = due_mark(row.light, provisional=row.provisional) if row.light is not None else None
        return Line(
            key=f"{APPEALS}:{row.id}:{row.id}",
            text=row.person_name or row.source_number,
            aside=row.subject,
            lead=self._shell.labels.pill(APPEALS, row.pill),
            tail=short_number(row.number) or row.source_number,
            due=mark,
        )

    def inbox(self, row: InboxRow, due: DueRow | None, *deeds: tuple[str, str]) -> Line:
        """A hand-over of the actor's unit."""
        return Line(
            key=f"{APPEALS}:{row.hand_over.appeal_id}:{row.hand_over.id}",
            text=f"{row.person_name} {row.unit_text}".strip(),
            aside=row.subject,
            lead=self._shell.labels.pill("hand_over", row.hand_over.state),
            tail="  ".join(x for x in (short_number(row.number), row.hand_over.handler_name) if x),
            due=self.mark(due),
            deeds=deeds,
        )

    def talk(self, row: TalkRow, now: date) -> Line:
        """A talk of today, to be arranged or to be recorded."""
        labels = self._shell.labels
        time = ""
        if row.scheduled_at is not None:
            same = civil_time(row.scheduled_at).date() == now
            time = (
                time_of_day(row.scheduled_at)
                if same
                else civil_time(row.scheduled_at).strftime("%m-%d")
            )
        trigger = row.trigger_zh if labels.chinese else row.trigger_en
        talker = self.tr("talker {0}").format(row.talker_name) if row.talker_name else ""
        return Line(
            key=f"{TALKS}:{row.id}:{row.id}",
            text=row.person_name,
            aside=row.unit,
            second="  ".join(x for x in (trigger, talker, row.place) if x),
            time=time or self.day(row.planned_on),
            state=labels.pill(TALKS, row.state),
        )

    def entry(self, work: EntryWork) -> Line:
        """An entry of a book whose date is near."""
        row = work.row
        chinese = self._shell.labels.chinese
        name = book_label(work.book).word(chinese=chinese, short=True)
        timed = row.light is not None
        return Line(
            key=f"{work.book}:{row.id}:{row.id}",
            text=row.title or row.number,
            aside="",
            second="  ".join(x for x in (name, row.number) if x),
            state=None if timed else self._shell.labels.pill(work.book, row.state),
            due=due_mark(row.light, provisional=row.provisional) if timed else None,
        )

    def meeting(self, work: EntryWork) -> Line:
        """A meeting with its day, hour and place."""
        row = work.row
        when = [self.day(row.values.get("met_on")), str(row.values.get("met_at") or "")]
        return Line(
            key=f"{work.book}:{row.id}:{row.id}",
            text=row.title or row.number,
            second="  ".join(x for x in (*when, str(row.values.get("place") or "")) if x),
            state=self._shell.labels.pill(work.book, row.state),
        )

    def suggestion(self, row: SuggestionRow) -> Line:
        """A talk that an ended case suggests."""
        trigger = row.trigger_zh if self._shell.labels.chinese else row.trigger_en
        return Line(
            key=f"suggestion:{row.id}:{row.id}",
            text=row.person_name,
            aside=trigger,
            tail=self.day(row.suggested_on),
        )

    def clarifications(self, work: ClarificationWork) -> list[Line]:
        """What waits in clarifications, assessments first."""
        steps = (
            (work.to_assess, self.tr("Assess")),
            (work.to_refer, self.tr("Pass on")),
            (work.to_start, self.tr("Begin assessment")),
            (work.to_go_on, self.tr("Go on")),
            (work.to_submit, self.tr("Submit")),
            (work.to_carry_out, self.tr("Carry out")),
            (work.to_visit, self.tr("Revisit")),
            (work.to_recheck, self.tr("New facts")),
        )
        return [self._clarification(row, words) for rows, words in steps for row in rows]

    def undecided(self, rows: Sequence[UndecidedRow], shown: Collection[int]) -> list[Line]:
        """Findings that have waited too long for 应予 or 不予澄清, but for those shown already."""
        words = self.tr("Decide whether to clear")
        return [self._clarification(one.row, words) for one in rows if one.row.id not in shown]

    def _clarification(self, row: ClarificationRow, step: str) -> Line:
        timed = row.light is not None
        return Line(
            key=f"{CLARIFICATIONS}:{row.id}:{row.id}",
            text=short_number(row.number),
            aside=row.person_name,
            due=due_mark(row.light, provisional=row.provisional) if timed else None,
            deeds=(("open", step),),
        )

    def held(self, row: HeldNoteRow, now: datetime) -> Line:
        """A note held at the counter."""
        return Line(
            key=f"held:{row.id}:{row.id}",
            text=row.person_name,
            aside=row.line,
            tail=self._when.moment(row.came_at, now),
            deeds=(("go_on", self.tr("Complete")),),
        )

    def draft(self, row: DraftRow, now: datetime, place: int) -> Line:
        """A form that was begun."""
        return Line(
            key=f"draft:{place}:0",
            text=row.title or row.kind,
            tail=self._when.moment(row.saved_at, now),
            deeds=(("go_on", self.tr("Continue")),),
        )

    def moment(self, at: datetime, now: datetime) -> str:
        """Return a moment as 今天 06:00."""
        return self._when.moment(at, now)
