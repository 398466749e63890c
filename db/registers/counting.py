"""Counts of a day at the desk: 来访 批/人, 来电, 来信, 咨询 (OFFICE §2.5)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select, true

from db.appeals.filters import reach
from db.appeals.tables import Appeal
from db.core.tx import Read
from db.office.tables import Consultation

VISITS = ("window", "leader_visit")
CALLS = ("phone",)
LETTERS = ("letter",)


@dataclass(frozen=True, slots=True)
class DayCounts:
    """What came to the desk on a day.

    Attributes:
        visits: Groups of visitors (批).
        visitors: Persons among them (人).
        calls: Appeals by telephone.
        letters: Appeals by letter.
        consultations: Person-times of 咨询.
    """

    visits: int = 0
    visitors: int = 0
    calls: int = 0
    letters: int = 0
    consultations: int = 0


def day_counts(read: Read, on: date, *, whole: bool = False) -> DayCounts:
    """Return what was registered as received on a day.

    Args:
        read: Who asks.
        on: Civil day.
        whole: The count of the whole center, for the log that is signed; else only what the
            actor may know of.
    """
    statement = (
        select(Appeal.channel, func.count(), func.coalesce(func.sum(Appeal.head_count), 0))
        .where(
            Appeal.received_on == on,
            Appeal.published,
            Appeal.is_imported.is_(False),
            true() if whole else reach(read),
        )
        .group_by(Appeal.channel)
    )
    visits = visitors = calls = letters = 0
    for channel, cases, people in read.session.execute(statement):
        if channel in VISITS:
            visits, visitors = visits + cases, visitors + int(people)
        elif channel in CALLS:
            calls += cases
        elif channel in LETTERS:
            letters += cases
    times = read.session.scalar(
        select(func.coalesce(func.sum(Consultation.person_times), 0)).where(
            Consultation.happened_on == on
        )
    )
    return DayCounts(visits, visitors, calls, letters, int(times or 0))
