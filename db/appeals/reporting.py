"""报结: what is reported to whoever assigned it before 销号 (SETTLED §2, OFFICE §1-24)."""

from sqlalchemy import select

from db.appeals.tables import Appeal
from db.core.tx import Read
from db.registers.tables import LeaderNote

CIRCLED = "circled"
"""A note that only says that the leader has seen it asks for no report."""


def must_report_back(read: Read, appeal: Appeal) -> bool:
    """Return whether an appeal was assigned from above or bears a leader's note."""
    if appeal.channel == "assigned_above":
        return True
    note = select(LeaderNote.id).where(
        LeaderNote.appeal_id == appeal.id, LeaderNote.kind != CIRCLED
    )
    return read.session.scalar(note.limit(1)) is not None


def report_missing(read: Read, appeal: Appeal) -> bool:
    """Return whether such an appeal has not been reported back yet."""
    return appeal.reported_back_on is None and must_report_back(read, appeal)
