"""The office's own books with their tables and rules."""

from db.books.shelf import Shelf
from db.registers.book import SUBMISSIONS
from db.registers.calling import call_check, call_follow
from db.registers.consenting import (
    asked_at_once,
    copy_check,
    reading_check,
    seal_check,
)
from db.registers.desk_book import APPOINTMENTS, DUTY_LOGS, RECEPTION_DAYS
from db.registers.duty import duty_check, duty_may
from db.registers.misdirecting import misdirected_check, misdirected_lacks
from db.registers.note_shelf import LEADER_NOTE_SHELF
from db.registers.notes import (
    submission_check,
    submission_follow,
    submission_lacks,
    submission_may,
)
from db.registers.papers_book import (
    INCOMING_PAPERS,
    MISDIRECTED_PAPERS,
    NUMBERED_COPIES,
    PHONE_CALLS,
    READINGS,
    RECONCILIATIONS,
    SEAL_USES,
)
from db.registers.reconciling import reconciliation_check
from db.registers.scope import about_open_appeals
from db.registers.tables import (
    Appointment,
    DutyLog,
    IncomingPaper,
    Misdirected,
    NumberedCopy,
    PhoneCall,
    ReadingLog,
    ReceptionDay,
    Reconciliation,
    SealUse,
    Submission,
)
from db.registers.views import SHELVES as VIEWS

SEAL_SHELF: Shelf = Shelf(
    SEAL_USES,
    SealUse,
    about_open_appeals(SealUse),
    check=seal_check,
    follow=asked_at_once(lambda: SEAL_SHELF),
)
READING_SHELF: Shelf = Shelf(
    READINGS, ReadingLog, check=reading_check, follow=asked_at_once(lambda: READING_SHELF)
)
COPY_SHELF: Shelf = Shelf(
    NUMBERED_COPIES, NumberedCopy, check=copy_check, follow=asked_at_once(lambda: COPY_SHELF)
)
DUTY_SHELF = Shelf(DUTY_LOGS, DutyLog, check=duty_check, may=duty_may)
APPOINTMENT_SHELF = Shelf(APPOINTMENTS, Appointment, about_open_appeals(Appointment))
RECEPTION_SHELF = Shelf(RECEPTION_DAYS, ReceptionDay)

SHELVES = (
    LEADER_NOTE_SHELF,
    Shelf(
        SUBMISSIONS,
        Submission,
        about_open_appeals(Submission),
        check=submission_check,
        follow=submission_follow,
        may=submission_may,
        lacks=submission_lacks,
    ),
    Shelf(INCOMING_PAPERS, IncomingPaper, about_open_appeals(IncomingPaper)),
    SEAL_SHELF,
    READING_SHELF,
    COPY_SHELF,
    Shelf(
        PHONE_CALLS, PhoneCall, about_open_appeals(PhoneCall), check=call_check, follow=call_follow
    ),
    Shelf(MISDIRECTED_PAPERS, Misdirected, check=misdirected_check, lacks=misdirected_lacks),
    Shelf(RECONCILIATIONS, Reconciliation, check=reconciliation_check),
    DUTY_SHELF,
    APPOINTMENT_SHELF,
    RECEPTION_SHELF,
    *VIEWS,
)
