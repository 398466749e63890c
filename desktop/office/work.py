"""What the workbench shows, gathered from the rooms by questions that run off the UI thread."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from db.appeals.bounces import bounced
from db.appeals.ledger import ledger_count, ledger_ids, ledger_rows
from db.appeals.queries import (
    due_list,
    inbox,
    on_the_spot_waiting,
    to_confirm,
    waiting_approvals,
)
from db.appeals.rows import AppealRow, ApprovalRow, DueRow, InboxRow, LedgerFilter
from db.attention.rows import AttentionNote
from db.books.working import BookWork
from db.care.queries import talk_counts, talk_work
from db.care.rows import TalkRow, TalkWork
from db.clarification.coverage import UndecidedRow, undecided
from db.clarification.queries import clarification_work
from db.clarification.rows import ClarificationWork
from db.codes.deadlines import Stage
from db.core import backup
from db.core.clock import civil_time
from db.core.permissions import Permission, Role, Scope
from db.core.tx import Read
from db.office.desk import HeldNoteRow, came_today, held_notes
from db.office.drafts import DraftRow, drafts
from db.office.recorded import RecordedRow, recorded_moves
from db.statistics.queries import monthly

MOST_DUE = 2000
SHOWN = 30
"""Rows read for one panel; the rest is counted and opened in the ledger."""

BOUNCED = "bounced"
DESK_LISTS: dict[str, tuple[str, ...]] = {
    "returned": ("returned",),
    "to_screen": ("registered", "screening"),
    "awaiting": ("awaiting_supplement",),
    "to_hand_over": ("accepted",),
    "to_deliver": ("reply_approved",),
    "to_visit": ("replied", "follow_up"),
}
"""Lists of the desk: shown states of each."""


@dataclass(frozen=True, slots=True)
class DeskList:
    """A list of appeals of the desk: the first of them and how many there are."""

    count: int = 0
    rows: tuple[AppealRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """Running clocks of a week and what stands on them."""

    rows: tuple[DueRow, ...] = ()

    def of(self, *stages: Stage) -> tuple[DueRow, ...]:
        """Return the clocks whose light is at one of these stages."""
        return tuple(r for r in self.rows if r.light is not None and r.light.stage in stages)

    def cases(self, *stages: Stage) -> tuple[int, ...]:
        """Return the cases that have a clock at one of these stages, soonest first."""
        return tuple(dict.fromkeys(r.case_id for r in self.of(*stages)))


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions and comparisons that wait for the actor."""

    approvals: tuple[ApprovalRow, ...] = ()
    on_the_spot: tuple[AppealRow, ...] = ()
    papers: tuple[ApprovalRow, ...] = ()
    moves: tuple[RecordedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitWork:
    """Hand-overs of the actor's unit."""

    to_sign: tuple[InboxRow, ...] = ()
    running: tuple[InboxRow, ...] = ()
    co: tuple[InboxRow, ...] = ()
    returned: tuple[InboxRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Tracks:
    """What waits in the other two tracks."""

    talks: TalkWork = field(default_factory=TalkWork)
    clarifications: ClarificationWork = field(default_factory=ClarificationWork)
    undecided: tuple[UndecidedRow, ...] = ()
    talks_overdue: int = 0
    notes_today: int = 0
    consultations_today: int = 0

    def talks_on(self, today: date) -> list[TalkRow]:
        """Return the talks arranged for a day."""
        return [
            talk
            for talk in self.talks.to_hold
            if talk.scheduled_at is not None and civil_time(talk.scheduled_at).date() == today
        ]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was begun and not finished."""

    held: tuple[HeldNoteRow, ...] = ()
    drafts: tuple[DraftRow, ...] = ()


@dataclass(slots=True)
class Work:
    """Everything that waits, each part as it was last read."""

    due: Due = field(default_factory=Due)
    decided: Decided = field(default_factory=Decided)
    desk: dict[str, DeskList] = field(default_factory=dict)
    unit: UnitWork = field(default_factory=UnitWork)
    tracks: Tracks = field(default_factory=Tracks)
    typed: Typed = field(default_factory=Typed)
    books: BookWork = field(default_factory=BookWork)
    attention: tuple[AttentionNote, ...] = ()

    @property
    def waiting(self) -> int:
        """Return how many things only this person can move on."""
        decided = self.decided
        compare = len(decided.papers) + sum(not move.is_mine for move in decided.moves)
        return len(decided.approvals) + len(decided.on_the_spot) + compare + len(self.unit.to_sign)


@dataclass(frozen=True, slots=True)
class YearSoFar:
    """期初 + 受理 − 办结 − 其他去向 = 在办."""

    month: str
    opening: int
    accepted: int
    handled: int
    other_exits: int
    open: int
    talks: int


@dataclass(frozen=True, slots=True)
class BackupLine:
    """Last backup and last rehearsal, beside the present instant."""

    now: datetime
    made_at: datetime | None
    is_fresh: bool
    failure: str
    rehearsed_at: datetime | None
    rehearsal_fits: bool


def is_desk(role: Role) -> bool:
    """Return whether a role works at the center's own desk."""
    return role in (Role.CLERK, Role.MANAGER)


def due_work(read: Read) -> Due:
    """Return the running clocks that are overdue or due within a week."""
    return Due(due_list(read, within_days=7, limit=MOST_DUE))


def decided_work(read: Read) -> Decided:
    """Return what the actor is to decide, confirm and compare."""
    closes = read.actor.may(Permission.APPEAL_CLOSE)
    return Decided(
        approvals=waiting_approvals(read),
        on_the_spot=on_the_spot_waiting(read) if closes else (),
        papers=to_confirm(read)[0],
        moves=recorded_moves(read),
    )


def desk_work(read: Read) -> dict[str, DeskList]:
    """Return the lists of the desk; departments have none."""
    if read.actor.scope(Permission.APPEAL_READ) not in (Scope.CENTER, Scope.DESK):
        return {}
    found = {}
    for name, pills in DESK_LISTS.items():
        wanted = LedgerFilter(pills=pills)
        ids = list(ledger_ids(read, wanted, sort="due", descending=False)[:SHOWN])
        rows = ledger_rows(read, ids)
        count = len(ids) if len(ids) < SHOWN else ledger_count(read, wanted)
        found[name] = DeskList(count, tuple(rows[i] for i in ids if i in rows))
    if read.actor.may(Permission.APPEAL_APPROVE):
        found[BOUNCED] = _bounced(read)
    return found


def _bounced(read: Read) -> DeskList:
    """Return the cases given back so often that they wait for the manager's word."""
    ids = bounced(read)
    rows = ledger_rows(read, ids[:SHOWN])
    return DeskList(len(ids), tuple(rows[i] for i in ids if i in rows))


def unit_work(read: Read) -> UnitWork:
    """Return the hand-overs of the actor's unit; nothing for the center."""
    if read.actor.scope(Permission.APPEAL_READ) is not Scope.UNIT:
        return UnitWork()
    return UnitWork(
        to_sign=inbox(read, box="to_sign"),
        running=tuple(r for r in inbox(read, box="running") if r.hand_over.role == "lead"),
        co=tuple(r for r in inbox(read, box="co") if r.hand_over.state == "signed"),
        returned=inbox(read, box="returned"),
    )


def tracks_work(read: Read) -> Tracks:
    """Return what waits in clarifications and talks, and what the counter had today."""
    notes, times = came_today(read) if read.actor.may(Permission.CONSULTATION) else (0, 0)
    return Tracks(
        talks=talk_work(read),
        clarifications=clarification_work(read),
        undecided=undecided(read),
        talks_overdue=talk_counts(read)["overdue"],
        notes_today=notes,
        consultations_today=times,
    )


def typed_work(read: Read) -> Typed:
    """Return the actor's drafts and the notes held at the desk."""
    return Typed(held_notes(read), drafts(read))


def year_so_far(read: Read) -> YearSoFar | None:
    """Return the balance of the year; None without the right to statistics."""
    if not read.actor.may(Permission.STATISTICS_READ):
        return None
    month = f"{read.today:%Y-%m}"
    told = monthly(read, month).year_to_date
    return YearSoFar(
        month=month,
        opening=told["opening_count"],
        accepted=told["accepted_count"],
        handled=told["handled_count"],
        other_exits=told["other_exit_count"],
        open=told["open_count"],
        talks=told["care_talk_person_times"],
    )


def backup_line(read: Read, path: Path) -> BackupLine:
    """Return the state of the store's backups."""
    told = backup.state(path, now=read.now)
    return BackupLine(
        now=read.now,
        made_at=told.made_at,
        is_fresh=told.is_fresh,
        failure=told.failure,
        rehearsed_at=told.rehearsed_at,
        rehearsal_fits=told.rehearsal_fits,
    )


def time_of_day(at: datetime) -> str:
    """Return the clock time of an instant in Asia/Shanghai."""
    return civil_time(at).strftime("%H:%M")
