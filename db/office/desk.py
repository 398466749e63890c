"""The counter's short paths: 咨询 in ten seconds, 暂存件 while the visitor still speaks."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import func, select

from db.appeals.intake import check_texts
from db.archive.voiding import void_number
from db.codes.queries import require_code
from db.core.clock import instant
from db.core.errors import RefusedError
from db.core.permissions import Permission
from db.core.tx import Read, Tx
from db.office.tables import Account, Consultation, HeldNote
from db.statistics.facts import mark

HELD = "held_note"
CONSULTATION = "consultation"


@dataclass(frozen=True, slots=True)
class HeldNoteRow:
    """A 暂存件 as the workbench shows it."""

    id: int
    version: int
    number: str
    person_name: str
    phone: str
    line: str
    came_at: datetime
    state: str
    registered_by: str


@dataclass(frozen=True, slots=True)
class ConsultationRow:
    """A 咨询."""

    id: int
    happened_on: date
    category: str
    line: str
    answer: str
    person_times: int
    answered_by: str


@dataclass(frozen=True, slots=True)
class Hold:
    """暂存: name, phone and one line now, the rest later; the original time is kept."""

    permission: ClassVar[Permission] = Permission.APPEAL_REGISTER

    person_name: str
    line: str
    phone: str = ""

    def __call__(self, tx: Tx) -> str:
        """Keep it; return its number."""
        if not self.person_name.strip():
            raise RefusedError("missing_person_name", field="person_name")
        check_texts(self.line)
        row = tx.add(
            HeldNote(
                number="",
                person_name=self.person_name.strip()[:80],
                phone=self.phone.strip()[:40],
                line=self.line.strip(),
                came_at=tx.now,
                registered_by_id=tx.actor.account_id,
            )
        )
        row.number = tx.next_number(
            HELD,
            str(tx.setting("held_number_form", "暂存〔{year}〕{sequence}号")),
            on=tx.today,
            track=HELD,
            case_id=row.id,
        )
        tx.case = (HELD, row.id)
        tx.changed.add(HELD)
        return row.number


@dataclass(frozen=True, slots=True)
class DiscardHeld:
    """废弃 a 暂存件, with a reason; its number stays used."""

    permission: ClassVar[Permission] = Permission.APPEAL_REGISTER

    held_note_id: int
    reason: str
    seen: int | None = None

    def __call__(self, tx: Tx) -> None:
        """Discard it."""
        row = tx.load(HeldNote, self.held_note_id, seen=self.seen)
        if row.state != "held":
            raise RefusedError("held_note_used")
        if not self.reason.strip():
            raise RefusedError("missing_reason", field="reason")
        tx.case = (HELD, row.id)
        row.state, row.reason = "discarded", self.reason.strip()
        void_number(tx, row.number, self.reason, track=HELD, case_id=row.id)
        tx.session.flush()


@dataclass(frozen=True, slots=True)
class Consult:
    """咨询登记: class, one line, answered; counted in person-times apart (SETTLED §3)."""

    permission: ClassVar[Permission] = Permission.CONSULTATION

    category: str
    line: str
    answer: str = ""
    person_times: int = 1
    happened_on: date | None = None

    def __call__(self, tx: Tx) -> int:
        """Write it; return its row."""
        require_code(tx, "appeal_category", self.category, field="category")
        if not self.line.strip():
            raise RefusedError("missing_line", field="line")
        if not 1 <= self.person_times <= 200:
            raise RefusedError("person_times_out_of_range", field="person_times")
        check_texts(self.line, self.answer)
        on = tx.happened(self.happened_on)
        row = tx.add(
            Consultation(
                happened_on=on,
                recorded_at=tx.now,
                category=self.category,
                line=self.line.strip()[:300],
                answer=self.answer.strip()[:500],
                person_times=self.person_times,
                answered_by_id=tx.actor.account_id,
            )
        )
        mark(
            tx,
            CONSULTATION,
            row.id,
            "consultation",
            on=on,
            category=self.category,
            amount=self.person_times,
        )
        tx.changed.add(CONSULTATION)
        return row.id


def held_notes(read: Read) -> tuple[HeldNoteRow, ...]:
    """Return the notes still held, oldest first; only the desk sees them."""
    if not read.actor.may(Permission.APPEAL_REGISTER):
        return ()
    statement = (
        select(HeldNote, Account.name)
        .join(Account, Account.id == HeldNote.registered_by_id)
        .where(HeldNote.state == "held")
        .order_by(HeldNote.id)
    )
    return tuple(
        HeldNoteRow(
            n.id, n.version, n.number, n.person_name, n.phone, n.line, n.came_at, n.state, name
        )
        for n, name in read.session.execute(statement)
    )


def consultations(read: Read, *, first: date, last: date) -> tuple[ConsultationRow, ...]:
    """Return the consultations between two days, newest first."""
    read.require(Permission.CONSULTATION)
    statement = (
        select(Consultation, Account.name)
        .join(Account, Account.id == Consultation.answered_by_id)
        .where(Consultation.happened_on.between(first, last))
        .order_by(Consultation.happened_on.desc(), Consultation.id.desc())
        .limit(2000)
    )
    return tuple(
        ConsultationRow(c.id, c.happened_on, c.category, c.line, c.answer, c.person_times, name)
        for c, name in read.session.execute(statement)
    )


def came_today(read: Read) -> tuple[int, int]:
    """Return how many notes were taken and consultations answered today, in person-times."""
    start = instant(read.today)
    notes = read.session.scalar(
        select(func.count()).select_from(HeldNote).where(HeldNote.came_at >= start)
    )
    times = read.session.scalar(
        select(func.coalesce(func.sum(Consultation.person_times), 0)).where(
            Consultation.happened_on == read.today
        )
    )
    return int(notes or 0), int(times or 0)
